/** What a rehearsal needs of a Postgres server, of any kind. */
import type { NotChecked, ServerKind } from '../report-schema/types.js';
import type { CatalogSql } from './catalogs/catalog-sql.js';
import type { KeeperSql } from './keeper-sql.js';

/** What a server can show. A check that needs what is missing says so; it never passes because of that. */
export interface Capabilities {
  /** Several connections to one database: waiting and blocking can be seen. */
  multiSession: boolean;
  /** A database can be made as a copy of another. */
  templates: boolean;
  /** A copy is one of the whole server, with its roles and settings; it takes seconds. */
  wholeCopies: boolean;
}

export interface QueryResult {
  columns: string[];
  /** The oids of the columns' types. */
  types: number[];
  /** Values in their text form, as psql would show them. */
  rows: (string | null)[][];
  /** The command tag, for example `CREATE INDEX` or `SELECT 3`; empty where the server sent none. */
  command: string;
  /** How many statements the server found in the query. */
  statements: number;
}

/** A query's result, or the server's refusal. */
export type Outcome = QueryResult | PostgresError;

export interface Notice {
  severity: string;
  message: string;
  sqlstate: string;
}

/**
 * A connection that logged in with the rights that the change's SQL has: all that runs its code is sent here. Statements run
 * one after the other; never two at once.
 */
export interface ChangeSession {
  readonly kind: 'change';
  /** The server's process; null where it has no other to look at it from. */
  readonly pid: number | null;
  /** How long a script may run, in seconds; undefined: as long as it takes. Enforced by the code that runs it. */
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

/** An administrator's connection to a scratch database, which reads catalogs and nothing else. Queries take turns. */
export interface Observer {
  readonly kind: 'observer';
  /** False where it shares the change's own session, so that what the change does there can falsify its reads. */
  readonly outside: boolean;
  /** Throws as `ChangeSession.query` does. */
  read(sql: CatalogSql): Promise<QueryResult>;
  close(): Promise<void>;
}

/** An administrator's connection that creates and drops, by statements of ours. Statements take turns. */
export interface Keeper {
  readonly kind: 'keeper';
  /** Throws as `ChangeSession.query` does. */
  run(sql: KeeperSql | CatalogSql): Promise<QueryResult>;
  close(): Promise<void>;
}

/** What a script is sent over. */
export type ScriptSession = Pick<ChangeSession, 'pid' | 'query' | 'queryAll'>;

/** The operator's own SQL, the bootstrap, with the administrator's rights: only before anything of the repository has run. */
export interface OperatorSession extends ScriptSession {
  readonly kind: 'operator';
  close(): Promise<void>;
}

/** A database of our own, made for one rehearsal and dropped after it. */
export interface ScratchDatabase {
  /** With the rights that a change's SQL has. */
  connect(): Promise<ChangeSession>;
  /** The one that reads this database's catalogs. It goes with the database's sessions. */
  observe(): Promise<Observer>;
  /** For the bootstrap. Throws where a session of the change's was opened before, or where the database is a copy. */
  operate(): Promise<OperatorSession>;
  /** The role that `connect` connects as, if it was made for this database. */
  role: string | null;
  /**
   * Does the work with row-level security out of the way, also where a table forces it on its owner: as far as the
   * administrator can see to that.
   */
  pastRowSecurity<T>(work: () => Promise<T>): Promise<T>;
  /** Does the work while the change's role may set session_replication_role, as far as the administrator can see to that. */
  asReplica<T>(work: () => Promise<T>): Promise<T>;
  /** Makes the planner count with so many rows of a table. `relation`: its oid. */
  setRowEstimate(relation: string, rows: number, pages: number): Promise<void>;
  /** Lets the change's role have `role`, unless that would give it rights. */
  lend(role: string): Promise<void>;
  /** Roles that were made for this database, and not for one that it was copied from: `drop` drops them, too. */
  madeRoles: string[];
  /**
   * Environment variables by which another program reaches it, with the rights that the change's SQL has. Absent where no other
   * program can.
   */
  environment?(): Record<string, string>;
  /**
   * Makes another database with the same content, where the server has templates. Ends the sessions of this one.
   * Null where the copy would lack something.
   */
  copy?(): Promise<ScratchDatabase | null>;
  /** Keeps the database in its present state for later runs, where that can be done. Ends the sessions. */
  keep?(key: string): Promise<void>;
  drop(): Promise<void>;
}

/** A database as an earlier run kept it. */
interface KeptDatabase {
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
  /**
   * Dumps the database that the environment leads to, as SQL, with the server's own pg_dump; null where that fails. Absent where
   * there is none.
   */
  dump?: ((environment: Record<string, string>) => Promise<string | null>) | undefined;
  /** What takes no longer than that to build, in milliseconds, is not copied: it wouldn't be quicker. */
  copyMs: number;
  /** What is built within that time is not kept for later runs. */
  keepMs: number;
  /** Stops what this process started; drops what it left. Never throws for what is gone already. */
  close(): Promise<void>;
}

/** The server's answer to a statement that it refused. */
export class PostgresError extends Error {
  override name = 'PostgresError';
  readonly sqlstate: string;
  readonly detail: string | undefined;
  readonly hint: string | undefined;
  /** 1-based, in characters (code points) of the query text. */
  readonly position: number | undefined;
  /** What was broken, by its bare name: a constraint or an index, or the column that must not be null. */
  readonly constraint: string | undefined;
  readonly column: string | undefined;
  /** The calls that it came from, the innermost first: `PL/pgSQL function f() line 3 at SQL statement`. */
  readonly where: string | undefined;

  constructor(fields: {
    message: string;
    sqlstate: string;
    detail?: string | undefined;
    hint?: string | undefined;
    position?: number | undefined;
    constraint?: string | undefined;
    column?: string | undefined;
    where?: string | undefined;
  }) {
    super(fields.message);
    this.sqlstate = fields.sqlstate;
    this.detail = fields.detail;
    this.hint = fields.hint;
    this.position = fields.position;
    this.constraint = fields.constraint;
    this.column = fields.column;
    this.where = fields.where;
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

/** No server could be had: the message says which, where and how to repair it. */
export class ServerUnavailable extends Error {
  override name = 'ServerUnavailable';
}

/** The run has used up its time. */
export class RunTimeExceeded extends ServerUnavailable {
  override name = 'RunTimeExceeded';
}
