/** The one set of settings that the rest of the program trusts. Names are the same as inputs, flags and file keys. */
import type { NotChecked, Severity, SourceFile, TransactionMode } from '../model.js';

export type ServerChoice = 'auto' | 'service' | 'local' | 'embedded' | 'none';
export type FailOn = Severity | 'never';
export type RuleLevel = Severity | 'off';

export interface Settings {
  /** Globs of migration files, relative to `root`; empty means: find them. */
  migrations: string[];
  /** Globs of files that are never looked at. */
  ignore: string[];
  /** Files that build the schema as it stands before the change, in order. */
  baseline: string[];
  /** SQL that the administrator runs before the baseline, in order. Read already: a change must not bring its own. */
  bootstrap: SourceFile[];
  /** Files that put rows into the baseline's tables. */
  seed: string[];
  /** SQL for made-up rows, by `table.column`. */
  seedHints: Record<string, string>;
  layout: string;
  transaction: 'auto' | TransactionMode;
  postgresVersion: number | null;
  server: ServerChoice;
  databaseUrl: string | null;
  /** Migrations run with the administrator's rights. */
  superuser: boolean;
  /** `databaseUrl` may name a host that is neither this machine nor a service container. */
  allowRemoteDatabase: boolean;
  /** How long to wait for a server that isn't up yet, in seconds. */
  connectTimeout: number;
  /** How long one statement may run in the rehearsal, in seconds. */
  statementTimeout: number;
  /** How long the whole rehearsal may take, in seconds. */
  runTimeout: number;
  /** How large a scratch database may grow, in megabytes. */
  databaseSizeLimit: number;
  failOn: FailOn;
  rules: Record<string, RuleLevel>;
  /** The folder that the paths above are relative to: where the settings file is, or the working directory. Absolute. */
  root: string;
  /** The settings file, for messages; null where there is none. */
  file: string | null;
  /** What the report has to say about where the settings come from. */
  notes: NotChecked[];
}
