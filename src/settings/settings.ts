/** The one set of settings that the rest of the program trusts. Names are the same as inputs, flags and file keys. */
import type { SourceFile, TransactionMode } from '../model.js';
import type { NotChecked, Severity } from '../report-schema/types.js';
import type { RequiredCheck } from '../verdict/required-checks.js';

export type ServerChoice = 'auto' | 'service' | 'local' | 'embedded' | 'none';
export type FailOn = Severity | 'never';
export type RuleLevel = Severity | 'off';

/** What the settings say about a rule: a severity, or more than that. */
export type RuleSetting = RuleLevel | RuleObject;

/** Everything else in it is an option of the rule. */
export interface RuleObject {
  severity?: RuleLevel | undefined;
  /** Globs of files that the rule doesn't speak of, relative to `root`. */
  ignore?: string | string[] | undefined;
  [option: string]: unknown;
}

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
  /** Globs of validation queries and of the application's queries, relative to `root`. */
  validation: string[];
  queries: string[];
  /** The file with production's statistics; null where there is none. */
  statistics: string | null;
  /** The factor by which writes may become dearer; null where they may as much as they like. */
  maxWriteCost: number | null;
  layout: string;
  /** Values of the migration tool's placeholders, by name. */
  placeholders: Record<string, string>;
  /** A program and its arguments that prints the change's SQL; empty where there is none. */
  command: string[];
  /** A program that prints the schema before the change, with its arguments; none where it is empty. */
  baselineCommand: string[];
  transaction: 'auto' | TransactionMode;
  postgresVersion: number | null;
  server: ServerChoice;
  databaseUrl: string | null;
  /** Migrations run with the administrator's rights. */
  superuser: boolean;
  /** `databaseUrl` may name a host that is neither this machine nor a service container. */
  allowRemoteDatabase: boolean;
  /** The state after the baseline is kept for later runs. */
  cache: boolean;
  /** How long to wait for a server that isn't up yet, in seconds. */
  connectTimeout: number;
  /** How long one statement may run in the rehearsal, in seconds. */
  statementTimeout: number;
  /** How long one script may run in the rehearsal, in seconds. */
  scriptTimeout: number;
  /** How long the whole rehearsal may take, in seconds. */
  runTimeout: number;
  /** How large a scratch database may grow, in megabytes. */
  databaseSizeLimit: number;
  failOn: FailOn;
  /** What must have been proven of every changed migration. */
  requiredChecks: RequiredCheck[];
  preset: 'recommended' | 'strict';
  rules: Record<string, RuleSetting>;
  /** The folder that the paths above are relative to: where the settings file is, or the working directory. Absolute. */
  root: string;
  /** The settings file, for messages; null where there is none. */
  file: string | null;
  /** Where the settings file says something, for messages: `path:line:column` of a key, by the keys that lead to it. */
  place: (path: readonly PropertyKey[]) => string;
  /** What the report has to say about where the settings come from. */
  notes: NotChecked[];
}
