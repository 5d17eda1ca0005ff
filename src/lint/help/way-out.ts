/** How a file gets out of the transaction that its migration tool opens, in words. */
import { LAYOUTS } from '../../migrations/layouts/index.js';
import type { WayOut, Writing } from '../../migrations/layouts/writing.js';
import type { Migration } from '../../model.js';

/** Whose files they are, and where they stand. */
type Beside = Pick<Migration, 'layout' | 'home'>;

/** How migrations beside it are written; undefined where nobody knows. */
export function writingOf({ layout, home }: Beside): Writing | undefined {
  const writing = LAYOUTS.find(({ name }) => name === (home?.layout ?? layout))?.writing;
  return (home && writing?.beside?.(home)) ?? writing;
}

/** What people call the tool. */
export function toolOf({ layout, home }: Beside): string {
  return LAYOUTS.find(({ name }) => name === (home?.layout ?? layout))?.tool ?? layout;
}

/** Undefined where it isn't known which tool runs the file, or the tool opens no transaction. */
export function wayOut(migration: Beside): WayOut | undefined {
  return writingOf(migration)?.wayOut;
}

/** What to do where the file has to run outside a transaction; one sentence, or two. */
export function wayOutAdvice(migration: Beside): string {
  const way = wayOut(migration);
  if (way === undefined) return 'Tell the tool to run that file without a transaction, if it can.';
  if ('mark' in way) return `For the tool to run it without a transaction, ${way.mark}.`;
  if ('none' in way) return `${way.none} can’t run a file without a transaction: run such a statement apart from it.`;
  return `${way.commit} has no mark for that: a \`COMMIT;\` before the statement ends its transaction, and what follows has to be repeatable.`;
}
