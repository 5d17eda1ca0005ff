/** How a migration is written in a layout: its files, their names and marks. Pure. */
import type { MigrationHome, SourceFile, TransactionMode } from '../../model.js';

/** How a file gets out of the transaction that its migration tool opens. */
export type WayOut =
  /**
   * The tool reads this and begins no transaction; for the middle of a sentence. `takes`: the statements that it is good for.
   * `recorded`: the command that notes a version as applied without running it.
   */
  | { mark: string; takes?: RegExp; recorded?: string }
  /** A COMMIT in the file ends the tool's transaction, and that is how it is done. */
  | { commit: string }
  /** There is none: whoever runs the tool has to run the statement apart from it, and note the version as applied. */
  | { none: string; recorded?: string };

/** A migration that somebody is to write. */
export interface MigrationDraft {
  /** The part of a file's name that the tool sorts by. */
  version: string;
  /** What it does, in words that fit into a file's name. */
  name: string;
  up: string;
  /** Null where there is nothing to undo, or no way back. */
  down: string | null;
  /** It holds a statement that Postgres refuses in a transaction, and nothing else. */
  outside: boolean;
  /** Why there is no way back. */
  oneWay?: string;
  /** How it is rolled back has to be written by somebody who knows what was there. */
  unknownDown?: true;
}

export interface Writing {
  /** Where a file of it runs, unless it says otherwise. */
  transaction: TransactionMode;
  /** Absent where the tool opens no transaction. */
  wayOut?: WayOut;
  /** The draft's files, the first of them the one that is applied; paths from the folder of the migrations. */
  files(draft: MigrationDraft): [SourceFile, ...SourceFile[]];
  /** The same in a project that writes no rollbacks, where it has other files then. */
  forward?(draft: MigrationDraft): [SourceFile, ...SourceFile[]];
  /** What else has to be done with them, a sentence; of those that run outside a transaction. */
  besides?: string;
  besidesOutside?: string;
  /** How a migration says that it has none, for the end of a sentence. */
  noWayBack?: string;
  /** The files are pieces that go to the end of one that is there. */
  appends?: true;
  /** What the tool's list has to say of new files; several lines. `before`: the statement that they are for stays. */
  listing?(paths: readonly string[], before: boolean): string;
  /** The same beside a migration whose home is known. */
  beside?(home: MigrationHome): Writing;
}

/** As readers of such files understand it: that there is none on purpose. */
const NOTHING = '-- no rollback: there is nothing to undo';

/** The rollback's text; null where somebody has to write it. */
export function downOf({ down, unknownDown, oneWay }: MigrationDraft): string | null {
  return down ?? (unknownDown ? null : oneWay === undefined ? NOTHING : `-- irreversible: ${oneWay}`);
}

const lines = (...parts: (string | false | null)[]): string =>
  `${parts.filter((part) => part !== false && part !== null && part !== '').join('\n')}\n`;

/** Where a tool cuts at semicolons, what has some inside stands in a block. */
export function inBlock(prefix: string): (sql: string) => string {
  return (sql) => (sql.includes('$$') ? `${prefix} StatementBegin\n${sql}\n${prefix} StatementEnd` : sql);
}

/** One file with a section for each direction. `whole`: the mark around what has semicolons inside. */
export function sectionsOf(
  name: (draft: MigrationDraft) => string,
  marks: (outside: boolean) => { top?: string; up?: string; down?: string },
  whole = (sql: string) => sql,
): Writing['files'] {
  return (draft) => {
    const { top = '', up = '', down } = marks(draft.outside);
    const undo = downOf(draft);
    const back = down !== undefined && undo !== null && lines(down, whole(undo)).trimEnd();
    return [{ path: name(draft), text: lines(top, up, whole(draft.up), back) }];
  };
}

/** A file for each direction; `mark` is the first line of those that run outside a transaction. */
export function twoFiles(
  name: (draft: MigrationDraft, direction: 'up' | 'down') => string,
  mark = '',
): Writing['files'] {
  return (draft) => {
    const text = (sql: string) => lines(draft.outside && mark, sql);
    const up = { path: name(draft, 'up'), text: text(draft.up) };
    const undo = downOf(draft);
    return undo === null
      ? [up]
      : [up, { path: name(draft, 'down'), text: draft.down === null ? lines(undo) : text(undo) }];
  };
}

/** One file, and no way back. */
export function oneFile(name: (draft: MigrationDraft) => string, mark = ''): Writing['files'] {
  return (draft) => [{ path: name(draft), text: lines(draft.outside && mark, draft.up) }];
}

/** `<version>_name`, as most tools have it. */
export const versioned = ({ version, name }: MigrationDraft): string => `${version}_${name}`;
