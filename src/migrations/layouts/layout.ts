/** What a layout is: a tool's convention for naming, ordering, splitting and wrapping migrations. */
import type { Migration, ScriptRole, ScriptSource, SourceFile, TransactionMode } from '../../model.js';
import type { NotChecked } from '../../report-schema/types.js';
import type { FileProblem } from '../problem.js';
import type { Writing } from './writing.js';

/** The files of one folder that a migration tool would be pointed at. */
export interface FileSet {
  /** The folder as reports name it, with a slash at its end; empty for the top. */
  root: string;
  /** Scripts and the tool's bookkeeping below `root`, sorted by path. */
  files: SourceFile[];
  /** Files of the tool's own that could not be read. */
  unreadable?: string[];
  /** The project's own code that sends the files, where no tool does. */
  runner?: OwnRunner;
  /** The tools' settings files in `root` and above, the nearest first. */
  configs: SourceFile[];
  /** What psql would read in the middle of the scripts. */
  included?: IncludedFiles;
}

/** Files by their paths; a sentence for one that can't be read. */
export type IncludedFiles = ReadonlyMap<string, SourceFile | string>;
/** `unclear`: it lists them in more than one order, or in one that the files contradict. */
export type ListedOrder = string[] | 'unclear' | null;

/** Code that reads a folder of migrations. */
export interface OwnRunner {
  /** The file that names the folder. */
  path: string;
  /** The file in which a transaction is begun, and the words for it; null where none was recognised. */
  begins: { path: string; words: string; around: 'each file' | 'all files' } | null;
  /** The files' names in the order in which the code lists them; null where it lists none. */
  order: ListedOrder;
}

export interface FoundMigration extends Migration<ScriptSource> {
  /** The key by which the tool distinguishes migrations, as it compares it; without it two of them can never be the same. */
  version?: string;
  /** What the tool knows it by where its scripts may move; without it, that is their path. */
  identity?: string;
  /** The tool applies it again whenever it changes: it has no place in the order. */
  repeatable?: boolean;
  /** Files beside its scripts that say how it runs. */
  beside?: string[];
}

export interface LayoutResult {
  /** In the order in which the layout's tool applies them. */
  migrations: FoundMigration[];
  /** What the tool would refuse, or do otherwise than the files suggest. */
  problems: FileProblem[];
  notChecked: NotChecked[];
  /** Migrations that are not SQL, with the words in them: what they make is missing where the others run. */
  unread?: SourceFile[];
  /** A dump that replaces all earlier migrations; the base branch's version of it counts. */
  baseline?: ScriptSource;
}

/**
 * A lock that keeps a second run of the tool out. Layouts without it belong to tools that take none, fail at once, give up
 * after a while, or try again and again: that stops nothing for long.
 */
export interface RunnerLock {
  /**
   * `by the session`: a second run waits in a query, the build waits for that query, and Postgres ends one of them (40P01).
   * `in a transaction`: a transaction stays open beside the build, which waits for it even where there is no second run.
   */
  held: 'by the session' | 'in a transaction';
  /** How the tool does without, a sentence. */
  wayOut: string;
}

/** How certain a layout is that a folder is its own. */
export interface LayoutEvidence {
  /** `names`: others name files so, too. `config`: its tool is set up here. `marks`: only its tool writes such files. */
  kind: 'names' | 'config' | 'marks';
  /** What was seen, to follow "recognised by". */
  reason: string;
}

/** How the tool's placeholders look; `psql` ones are no placeholders inside quotes. */
export type PlaceholderStyle = 'dollar-brace' | 'psql' | 'colon-capitals' | 'go-template';

/** What the tool does about its history, each a sentence. What is left out, it doesn't notice. */
interface Strictness {
  /** A migration that was applied reads otherwise now. */
  edited?: string;
  /** Its file is gone. */
  deleted?: string;
  /** Its version or name is another one. */
  renamed?: string;
  /** A new migration's version is lower than one that was applied. */
  late?: string;
  /** Two migrations have one version. */
  duplicate?: string;
}

export interface Layout {
  name: string;
  /** What people call the tool. */
  tool: string;
  /** One line for the documentation: what it recognises. */
  summary: string;
  /** Undefined where the files don't fit. */
  recognise(set: FileSet): LayoutEvidence | undefined;
  /** Groups, splits and orders the files of one folder. Pure. */
  read(set: FileSet): LayoutResult;
  refuses: Strictness;
  /** Versions count 1, 2, 3: a missing one is reported. */
  consecutive?: boolean;
  /** Versions count in each folder by itself. */
  versionsPerFolder?: boolean;
  /** A list of the tool's own says the order, whatever the names are. */
  listed?: boolean;
  /** The tool compares checksums of whole files: a changed comment is an edit. */
  checksums?: boolean;
  /** What every database of the tool's platform has before the first migration, as SQL. */
  platform?: SourceFile;
  /** The table in which the tool counts what it has applied, made before the first migration, with its name in SQL. */
  bookkeeping?: { table: string; sql: string };
  /** What the tool does about a byte order mark: it sends it, or another sentence says what; without it, it drops it. */
  byteOrderMark?: 'sent' | (string & {});
  /** The lock that its tool holds by default while a migration runs, where an index that is built CONCURRENTLY may wait for it. */
  runnerLock?: RunnerLock;
  /** How somebody writes one; absent where advice can't know it. */
  writing?: Writing;
  placeholders?: PlaceholderStyle;
  /** psql runs the files: its commands are followed. */
  psql?: true;
  /** The tool sends the rows after COPY … FROM STDIN, as psql does. */
  sendsRows?: true;
  /** Placeholders that the tool's own settings fill. */
  filled?(set: FileSet): Record<string, string>;
}

/** A script that is a whole file. */
export function wholeFile(role: ScriptRole, file: SourceFile, transaction: TransactionMode): ScriptSource {
  return { role, file, sql: file.text, transaction };
}
