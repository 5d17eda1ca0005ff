/** The SQL side's types, shared by every room, and words that types are made of. The report's are in report-schema/types.ts. */
import type { Node } from '@pgsql/types';

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
 * own (`per-script`), inside one that all pending scripts share (`per-run`), or as one simple query (`single-query`), which
 * Postgres runs as an implicit transaction.
 */
export type TransactionMode = (typeof TRANSACTION_MODES)[number];
export const TRANSACTION_MODES = ['autocommit', 'per-script', 'per-run', 'single-query'] as const;

/** A file as it was read: decoded, without a byte order mark. */
export interface SourceFile {
  path: string;
  text: string;
  /** It began with one. */
  byteOrderMark?: true;
}

/** A script as a layout found it. */
export interface ScriptSource {
  role: ScriptRole;
  file: SourceFile;
  /**
   * The file's text with everything that isn't this script's SQL blanked out, so that an offset in `sql` is the same
   * offset in `file.text`, whatever the layout; but for what was filled in.
   */
  sql: string;
  /** What stands in `sql` for a placeholder of the file, in order. */
  fills?: readonly Fill[];
  /** Lines of which nobody knows here what they run: what is shown of the rest is shown of another script. */
  unfollowed?: readonly number[];
  /** The tool sends rows that stand after COPY … FROM STDIN. */
  sendsRows?: true;
  /** Other files whose SQL runs in the middle of it, in order. */
  included?: readonly IncludedScript[];
  transaction: TransactionMode;
}

/** A file that psql reads where another one names it. */
export interface IncludedScript<S extends ScriptSource = ScriptSource> {
  /** Where in the including file. */
  at: number;
  script: S;
}

/** A text of another length than what the file has there. */
export interface Fill {
  /** Where it begins in `sql`. */
  at: number;
  length: number;
  /** The length of what the file has. */
  was: number;
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
  /** Why there is no way back, in its author's words, where its rollback only says so. */
  irreversible?: string;
  /** No migration beside it has a way back either: the project writes none. */
  oneWay?: boolean;
  /** Its tool is set up not to hold the lock that it holds by default. */
  unlocked?: boolean;
  /** How it is sent is not known: what is true of one way alone is not said of it. */
  undecided?: boolean;
  /** Where and how its neighbours are written, where the layout alone doesn't say that. */
  home?: MigrationHome;
}

/** What somebody has to know who writes a migration beside another one. */
export interface MigrationHome {
  /** The layout whose files they are, where a program prints their SQL. */
  layout?: string;
  /** The folder of new files, with a slash at its end. */
  folder?: string;
  /** The one file that takes them all, at its end. */
  file?: string;
  /** The tool's list that has to name new files. */
  list?: string;
  /** It stands in that list itself, in the list's language. */
  inList?: boolean;
  author?: string;
  /** The tool's version that they are written for. */
  version?: string;
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
  /** Offsets of `sql` in the file's text, in UTF-16 units: its length, unless a placeholder was filled. */
  start: number;
  end: number;
  location: Location;
  /** The comments between the statement before and this one. */
  comments: Comment[];
  transaction: TransactionContext;
  /** The lines after COPY … FROM STDIN, where its tool sends them. */
  rows?: string;
  /** What a DO block runs. */
  block?: Block;
  /** In a DO block: it runs once for each row of the query, which goes by that name, all in one transaction. */
  each?: { row: string; query: Node };
  /** Of a function, procedure or DO block: what the grammar of its language says against the body. Read when it is asked. */
  refusedBody?: () => string | undefined;
  /** In a DO block: it is under IF, in a loop or the like, and may never run. */
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
  included?: readonly IncludedScript<Script>[];
  /** What the grammar read: `sql` with refused statements blanked. Locations in parse trees count its UTF-8 bytes. */
  parsedSql: string;
  /** Those of included files stand where psql runs them, with the locations of their files. */
  statements: Statement[];
  comments: Comment[];
  /** What the next script of the same run begins in. */
  leaves: TransactionContext;
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
