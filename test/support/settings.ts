/** Settings as they are where nobody said anything. */
import type { Settings } from '../../src/settings/settings.js';

export function settingsFor(root: string, over: Partial<Settings> = {}): Settings {
  return {
    migrations: [],
    ignore: [],
    baseline: [],
    bootstrap: [],
    seed: [],
    seedHints: {},
    layout: 'auto',
    transaction: 'auto',
    postgresVersion: null,
    server: 'none',
    databaseUrl: null,
    superuser: false,
    allowRemoteDatabase: false,
    connectTimeout: 30,
    statementTimeout: 60,
    runTimeout: 600,
    databaseSizeLimit: 1024,
    failOn: 'error',
    rules: {},
    root,
    file: null,
    notes: [],
    ...over,
  };
}
