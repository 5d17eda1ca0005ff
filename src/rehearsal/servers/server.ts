/** What a rehearsal needs of a Postgres, whoever runs it. */
import type { NotChecked, ServerKind } from '../../model.js';

/** What a server can show. A check that needs what is missing says so; it never passes for want of it. */
export interface Capabilities {
  /** Several connections to one database: waiting and blocking can be seen. */
  multiSession: boolean;
  /** A running statement can be stopped without losing the server. */
  cancel: boolean;
  /** A database can be made as a copy of another. */
  templates: boolean;
  /** The admin session may do what only a superuser may. */
  superuser: boolean;
}

export interface QueryResult {
  columns: string[];
  /** Values in their text form, as psql would show them. */
  rows: (string | null)[][];
  /** The command tag, for example `CREATE INDEX` or `SELECT 3`; empty where the server sent none. */
  command: string;
}

/** A query's result, or the server's refusal. */
export type Outcome = QueryResult | PostgresError;

export interface Notice {
  severity: string;
  message: string;
  sqlstate: string;
}

/** One connection to one database. Statements run one after the other; never two at once. */
export interface Session {
  /** How long a script may run, in seconds; undefined: as long as it takes. Kept by whoever runs it. */
  scriptTimeout?: number | undefined;
  /**
   * Sends `sql` as one simple query and returns the result of its last statement.
   * Throws `PostgresError` when the server refuses it, `ServerLost` when there is no server any more.
   */
  query(sql: string): Promise<QueryResult>;
  /**
   * Sends several simple queries at once, without waiting for one's answer before the next, and returns what came of each:
   * a refusal stops none of those after it. Throws `ServerLost` as `query` does.
   */
  queryAll(queries: readonly string[]): Promise<Outcome[]>;
  /** The notices since the last call. */
  takeNotices(): Notice[];
  close(): Promise<void>;
}

/** A database of our own, made for one rehearsal and dropped after it. */
export interface ScratchDatabase {
  /** With the rights that a change's SQL has. */
  connect(): Promise<Session>;
  /** With the administrator's rights, where a server has several. */
  connectAdmin(): Promise<Session>;
  /** The role that `connect` connects as, if it was made for this database. */
  role: string | null;
  /**
   * Does the work with row-level security out of the way, also where a table forces it on its owner: as far as the
   * administrator can see to that.
   */
  pastRowSecurity<T>(work: () => Promise<T>): Promise<T>;
  /** Roles that were made for this database, and not for one that it was copied from: `drop` drops them, too. */
  madeRoles: string[];
  /**
   * Makes another database with the same content, where the server has templates. Ends the sessions of this one.
   * Null where the copy would lack something.
   */
  copy?(): Promise<ScratchDatabase | null>;
  /** Keeps the database as it stands for later runs, where that can be done. Ends the sessions. */
  keep?(key: string): Promise<void>;
  drop(): Promise<void>;
}

/** A database as an earlier run kept it. */
export interface KeptDatabase {
  key: string;
  scratch: ScratchDatabase;
}

export interface Server {
  kind: ServerKind;
  /** For example `18.4`. */
  version: string;
  major: number;
  capabilities: Capabilities;
  /** What this server leaves undone, for the report. */
  notChecked?: NotChecked[];
  /** Makes an empty database. */
  createScratch(): Promise<ScratchDatabase>;
  /** What was kept under the first of these keys that there is; null where there is none that works. */
  kept?(keys: readonly string[]): Promise<KeptDatabase | null>;
  /** What takes no longer than that to build, in milliseconds, is not copied: it wouldn't be quicker. */
  copyMs: number;
  /** What takes no longer than that to build is not worth keeping for later runs. */
  keepMs: number;
  /** Stops what this process started; drops what it left. Never throws for what is gone already. */
  close(): Promise<void>;
}

/** What the server answered instead of doing what it was told. */
export class PostgresError extends Error {
  override name = 'PostgresError';
  readonly sqlstate: string;
  readonly detail: string | undefined;
  readonly hint: string | undefined;
  /** 1-based, in characters (code points) of the query text. */
  readonly position: number | undefined;

  constructor(fields: {
    message: string;
    sqlstate: string;
    detail?: string | undefined;
    hint?: string | undefined;
    position?: number | undefined;
  }) {
    super(fields.message);
    this.sqlstate = fields.sqlstate;
    this.detail = fields.detail;
    this.hint = fields.hint;
    this.position = fields.position;
  }
}

/** The result of a query that must not be refused. */
export function resultOf(outcome: Outcome | undefined): QueryResult {
  if (outcome instanceof PostgresError) throw outcome;
  if (outcome === undefined) throw new ServerLost('the server sent no answer');
  return outcome;
}

/** The connection or the server is gone: what was running has no result. */
export class ServerLost extends Error {
  override name = 'ServerLost';
}

/** No server could be had: the message says which, where and how to mend it. */
export class ServerUnavailable extends Error {
  override name = 'ServerUnavailable';
}

/** The run has used up its time. */
export class RunTimeExceeded extends ServerUnavailable {
  override name = 'RunTimeExceeded';
}
