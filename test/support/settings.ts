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
    validation: [],
    queries: [],
    statistics: null,
    maxWriteCost: null,
    layout: 'auto',
    placeholders: {},
    command: [],
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
    requiredChecks: [],
    preset: 'recommended',
    rules: {},
    root,
    file: null,
    place: () => 'settings',
    notes: [],
    ...over,
  };
}
