/** The nouns that every room shares. Types only: nothing here runs. */
import type { Node } from '@pgsql/types';

export type Severity = 'error' | 'warning' | 'info';

/**
 * Where a finding's certainty comes from: predicted and observed (`confirmed`), seen only by the rehearsal
 * (`observed`), predicted but not rehearsed (`static`), or predicted and shown otherwise by the server (`refuted`).
 */
export type Evidence = 'confirmed' | 'observed' | 'static' | 'refuted';

/** A place in a file that the user wrote. Lines and columns are 1-based; columns count UTF-16 units, as editors do. */
export interface Location {
  path: string;
  line: number;
  column: number;
  endLine: number;
  /** The column after the last character. */
  endColumn: number;
}

/** What a script is for: `up` applies, `down` rolls back, `verify` validates, `maintenance` runs beside the migration. */
export type ScriptRole = 'up' | 'down' | 'verify' | 'maintenance';

/**
 * How the layout's tool sends a script to the server: statement by statement (`autocommit`), inside a transaction of its
 * own (`per-script`), or as one simple query (`single-query`), which Postgres runs as an implicit transaction.
 */
export type TransactionMode = 'autocommit' | 'per-script' | 'single-query';

/** A file as it was read: decoded, without a byte order mark. */
export interface SourceFile {
  path: string;
  text: string;
}

/** A script as a layout found it. */
export interface ScriptSource {
  role: ScriptRole;
  file: SourceFile;
  /**
   * The file's text with everything that isn't this script's SQL blanked out, so that an offset in `sql` is the same
   * offset in `file.text`, whatever the layout.
   */
  sql: string;
  transaction: TransactionMode;
}

/** One step of schema change, as a layout found it. */
export interface Migration<S extends ScriptSource = ScriptSource> {
  /** What the layout's tool calls it: usually the file name without its suffixes. */
  id: string;
  /** The path of its `up` script. */
  path: string;
  layout: string;
  up: S;
  down?: S;
  verify?: S;
  maintenance?: S;
}

export interface Comment {
  /** The text without its comment marks, trimmed. */
  text: string;
  start: number;
  end: number;
  line: number;
}

/** The transaction that a statement runs in: none, one that the script opened, or one that the layout's tool opened. */
export type TransactionContext =
  | { kind: 'none' }
  | { kind: 'explicit'; begin: Location }
  | { kind: 'layout'; mode: Exclude<TransactionMode, 'autocommit'> }
  /** Inside a DO block, which Postgres runs in one piece. */
  | { kind: 'block' };

/** One top-level SQL statement with its exact span in the user's file. */
export interface Statement {
  /** Its position in the script, from 0. */
  index: number;
  /** The parse tree's tag, for example `IndexStmt`; `unparsed` where the grammar refused the statement. */
  kind: string;
  /** The parse tree, `{ [kind]: … }`; null where the grammar refused the statement. */
  node: Node | null;
  /** The text without leading comments and without the closing semicolon. */
  sql: string;
  /** Offsets of `sql` in the file's text, in UTF-16 units. */
  start: number;
  end: number;
  location: Location;
  /** The comments between the statement before and this one. */
  comments: Comment[];
  transaction: TransactionContext;
  /** What a DO block runs. */
  block?: Block;
  /** In a DO block: it stands under IF, in a loop or the like, and may never run. */
  conditional?: boolean;
  /**
   * Why the grammar refused the statement; `help` where the text is known to be something else than SQL. `tooDeep`: the parser
   * gave up, and a server may run it.
   */
  syntaxError?: { message: string; location: Location; help?: string; tooDeep?: true };
}

/** What can be read of a DO block. */
export interface Block {
  /** Its statements in order, each with the index of the DO statement. */
  statements: Statement[];
  /** It holds what only a server sees: EXECUTE of a text that is made at run time, or another language. */
  opaque: boolean;
}

export interface Script extends ScriptSource {
  /** What the grammar read: `sql` with refused statements blanked. Locations in parse trees count its UTF-8 bytes. */
  parsedSql: string;
  statements: Statement[];
  comments: Comment[];
}

export interface TextEdit extends Location {
  text: string;
}

/** A mechanical repair: applying all its edits gives the safe form. */
export interface Fix {
  description: string;
  edits: TextEdit[];
}

export interface Related extends Location {
  message: string;
}

/** What a rule or the rehearsal reports. */
export interface Finding extends Location {
  rule: string;
  severity: Severity;
  evidence: Evidence;
  /** What is wrong, on which object, and what it does to production: one or two sentences. */
  message: string;
  /** What to do instead, imperative; may hold SQL that is ready to paste, on lines of its own. */
  help: string;
  /** The statement's text. */
  statement?: string;
  /** What the server said or did; with `static` evidence, what a server of another version than production's did. */
  proof?: string;
  related?: Related[];
  fixes?: Fix[];
}

/** Lock modes as the manual names them (13.3.1, table 13.2). */
export type LockMode =
  | 'ACCESS SHARE'
  | 'ROW SHARE'
  | 'ROW EXCLUSIVE'
  | 'SHARE UPDATE EXCLUSIVE'
  | 'SHARE'
  | 'SHARE ROW EXCLUSIVE'
  | 'EXCLUSIVE'
  | 'ACCESS EXCLUSIVE';

/** What a lock makes others wait for. */
export type Blocks = 'reads' | 'writes' | 'ddl' | 'vacuum';

/** What documentation needs to know of anything that can be reported. */
export interface Check {
  id: string;
  severity: Severity;
  /** One line: what goes wrong. */
  summary: string;
  /** What happens, on what lock, and to whom. Markdown. */
  why: string;
  /** What to do instead. Markdown. */
  fix: string;
}

/** What a rule says that a statement does on a server. Our proof suite and every rehearsal hold it against a real one. */
export interface Claim {
  lock?: LockMode;
  /** The relation that is locked, scanned or rewritten. */
  on?: string;
  scans?: boolean;
  rewrites?: boolean;
  /** The error that Postgres answers with. */
  sqlstate?: string;
  /** The rollback leaves this object behind. */
  leaves?: { kind: string; name: string };
}

/** A finding of the lint, before a server has been asked. */
export interface Prediction {
  finding: Finding;
  /** The statement that the claim is about. */
  at: { path: string; start: number };
  claim?: Claim;
  /** What it speaks of where no claim says so: an object after the rollback, data, a second run. */
  about?: { kind: string; name: string };
  unless?: Unless;
}

/** What a later migration of the change may bring, so that there is nothing to say: an index of the table that begins so. */
export interface Unless {
  table: string;
  indexOn: readonly string[];
}

export interface LockReport {
  /** Schema-qualified unless it is in `public`. */
  relation: string;
  mode: LockMode;
  blocks: Blocks[];
  /** Created by this change: nobody else can wait for it. */
  isNew: boolean;
}

/** A lock over its whole life: from the statement that took it to the one that ended its transaction. */
export interface LockHold extends LockReport {
  role: ScriptRole;
  path: string;
  /** Counts the script's transactions, from 1. A statement that runs by itself is one. */
  transaction: number;
  /** Line of the statement that took it. */
  from: number;
  /** Line of the statement at whose end it was released. */
  until: number;
  /** How long it was held in the rehearsal. Shown, never decided on. */
  heldMs: number;
}

/** Rows that a statement wrote. */
export interface RowsWritten {
  relation: string;
  inserted: number;
  updated: number;
  deleted: number;
}

/** `skipped`: not reached, since an earlier statement of its script failed. `notRun`: nothing was rehearsed. */
export type StatementStatus = 'applied' | 'failed' | 'skipped' | 'notRun';

export interface StatementReport {
  role: ScriptRole;
  path: string;
  line: number;
  endLine: number;
  kind: string;
  sql: string;
  status: StatementStatus;
  sqlstate?: string;
  error?: string;
  hint?: string;
  /** Where in `sql` the server points at, in characters from 1. */
  position?: number;
  /** Null where the server could not observe them (a statement that runs outside transactions). */
  locks: LockReport[] | null;
  /** Locks on what is no relation, such as a type or a schema: `type mood` and the mode. */
  objectLocks: { object: string; mode: LockMode }[];
  /** What a statement outside transactions waited for, in order, for example `writers of orders`. */
  waits: string[];
  /** Tables and indexes whose storage was written anew. */
  rewrites: string[];
  /** Tables that were read from end to end. */
  scans: string[];
  rows: RowsWritten[];
  /** Relations, columns and constraints that it created, changed or dropped. */
  objects: Difference[];
  invalidIndexes: string[];
  /** The lock_timeout in force, in milliseconds: 0 waits for ever. Null where nothing was observed. */
  lockTimeoutMs: number | null;
  /** What the server said besides the result: `NOTICE: …`. */
  notices: string[];
  durationMs: number;
  walBytes: number;
}

/** One object that differs between two snapshots of the catalogs. */
export interface Difference {
  change: 'extra' | 'missing' | 'changed';
  /** For example `index`, `table`, `column`, `constraint`. */
  kind: string;
  name: string;
  /** What it was and what it is now, where it changed. */
  before?: string;
  after?: string;
}

export type RollbackVerdict =
  | 'reversible'
  | 'reversible, loses data written after deploy'
  | 'reversible only while there is no new data'
  | 'schema restored, data lost'
  | 'not restored'
  | 'down fails'
  | 'no down'
  | 'declared irreversible'
  | 'not checked';

/** What a rollback does to rows: those that stood before the migration, and those that were written after it. */
export interface RollbackData {
  /** Values that stood before the migration and are not back after the rollback. */
  lost: { table: string; column?: string; detail: string }[];
  /** New data that the migration allows and the rollback stumbles over. */
  refused: { data: string; line: number; sqlstate: string; error: string }[];
  /** New columns and tables: what is written there goes with the rollback. */
  dropped: string[];
}

export interface RollbackReport {
  verdict: RollbackVerdict;
  differences: Difference[];
  /** Tables whose columns stand in another order: no difference of the schema. */
  reordered?: string[];
  /** What differs and can harm nothing that went before: a constraint that has been validated since. */
  harmless?: Difference[];
  /** SQL that the down forgot, as a server ran it. What is still different after all of it stands below it, as comments. */
  missingSql?: string;
  /** Absent where no rows could be tried. */
  data?: RollbackData;
  /** Why the migration has no way back, in its author's words. */
  irreversible?: string;
}

export interface RerunReport {
  verdict: 'repeatable' | 'differs' | 'fails' | 'not checked';
  differences: Difference[];
  /** What happens after a failure halfway. Absent where the migration can't stop halfway, or nobody could try. */
  interrupted?: Interruption[];
}

/** How a script fared that was run on what an interrupted migration had left. */
export interface Retry {
  verdict: 'succeeds' | 'differs' | 'fails';
  /** From the schema that it should lead to. */
  differences: Difference[];
  /** Where it fails, and how. */
  line?: number;
  sqlstate?: string;
  error?: string;
}

/** A migration that was stopped at a statement, and what its tool can do then. */
export interface Interruption {
  line: number;
  /** The statement was stopped in its middle, and left an index that is not valid. */
  leavesInvalidIndex: boolean;
  /** The migration, run again from its beginning. */
  again: Retry;
  /** The rollback, run instead. */
  rolledBack?: Retry;
}

export interface ValidationReport {
  path: string;
  line: number;
  sql: string;
  /** `unchecked`: it ran, but nothing was expected of it, so it can't fail. */
  status: 'passed' | 'failed' | 'unchecked' | 'notRun';
  expectation?: string;
  /** What came back instead, or the server's error. */
  detail?: string;
  sqlstate?: string;
  columns?: string[];
  /** The first rows, as text. */
  rows?: (string | null)[][];
}

export interface PlanReport {
  path: string;
  line: number;
  sql: string;
  /** The index that the query is expected to use. */
  index: string;
  /** `usable`: only with sequential scans switched off, which is what an unseeded table can show. */
  status: 'chosen' | 'usable' | 'not used';
  /** The plan's nodes, one line. */
  plan: string;
}

/** A query of the application, tried before the migration and after it. */
export interface QueryReport {
  name: string;
  path: string;
  line: number;
  /** With its parameters as $1, $2, … */
  sql: string;
  /**
   * `breaks`: the new schema refuses it. `breaks where prepared`: only connections that prepared it before refuse it.
   * `fails already`: the old schema refuses it, too. `not checked`: Postgres can't tell a parameter's type.
   */
  status: 'works' | 'breaks' | 'breaks where prepared' | 'fails already' | 'not checked';
  sqlstate?: string;
  error?: string;
  /** The plan's nodes, one line; parameters are unknown to it. */
  planBefore?: string;
  planAfter?: string;
  /** The indexes that the new plan uses. */
  indexes: string[];
}

/** What an insert and an update write to the log, before a migration and after it. */
export interface WriteCostReport {
  table: string;
  /** How many made-up rows it was measured on. */
  rows: number;
  /** WAL bytes for each inserted row. */
  insert: { before: number; after: number };
  /** By column: WAL bytes for each updated row, and how many of 100 updates touched no index (HOT). */
  updates: { column: string; before: number; after: number; hotBefore: number; hotAfter: number }[];
}

/** What a migration leaves for vacuum in a table that was there before, and that it wrote to or rewrote. */
export interface BloatReport {
  table: string;
  /** How many rows it was seen on. */
  rows: number;
  /** All of the table was written anew: its old file goes, but both need room for a while. */
  rewritten: boolean;
  /** Row versions that UPDATE and DELETE left behind, for each 100 rows. */
  deadPercent: number;
  /** Size with indexes and TOAST. */
  bytes: { before: number; after: number };
}

/** One line of the checklist: a fact that a server showed, or why it could not be shown. */
export interface Proof {
  check:
    | 'applied'
    | 'objects'
    | 'rollback'
    | 'data'
    | 'rerun'
    | 'validation'
    | 'plans'
    | 'queries'
    | 'writes'
    | 'bloat';
  status: 'proven' | 'failed' | 'not checked';
  title: string;
  detail: string;
}

export interface MigrationReport {
  id: string;
  path: string;
  layout: string;
  /** How the rehearsal had to change the run, so that what follows a statement that can't run could still be checked. */
  madeToRun?: string;
  statements: StatementReport[];
  lockTimeline: LockHold[];
  rollback: RollbackReport;
  rerun: RerunReport;
  validations: ValidationReport[];
  plans: PlanReport[];
  /** Empty where the settings name no queries. */
  queries: QueryReport[];
  /** Of tables that gain an index or a trigger, and were there before. */
  writeCosts: WriteCostReport[];
  /** Of tables that were there before and that it wrote to or rewrote. */
  bloat: BloatReport[];
  proofs: Proof[];
}

export type ServerKind = 'service' | 'local' | 'embedded';

export interface ServerReport {
  kind: ServerKind;
  /** For example `18.4`. */
  version: string;
}

export interface NotChecked {
  check: string;
  reason: string;
}

/** The one result that everything else renders. */
export interface BaselineReport {
  scripts: number;
  fromCache: number;
}

export interface Report {
  schemaVersion: 1;
  tool: { name: string; version: string };
  verdict: 'pass' | 'fail';
  /** The least severity that fails the check. */
  failOn: Severity | 'never';
  postgres: { target: number | null; server: ServerReport | null };
  /** What the rehearsal started from: scripts of baseline and seed, and how many of them an earlier run had run. */
  baseline?: BaselineReport;
  /** What was compared with what, for example `merge base with origin/main (4f1c2ab)`. */
  comparedWith: string | null;
  /** Which migration tool's layout each folder has, and how that was known. */
  layouts: { root: string; layout: string; reason: string }[];
  /** Findings that count towards the verdict, by severity: refuted ones don't. */
  counts: { error: number; warning: number; info: number };
  statements: { checked: number; notUnderstood: number };
  notChecked: NotChecked[];
  findings: Finding[];
  migrations: MigrationReport[];
  durationMs: number;
}
