/** Code that names what the change took away, where nobody could try it: by the text alone, and only where that is plain. Pure. */
import type { BrokenCode, CodeLook } from './judge.js';
import { namesGone } from './judge.js';
import type { CodeTrial, KnownName, StoredFunction, StoredTrigger } from './model.js';
import { wordsOf } from './text.js';
import type { UntriedPart } from './trials.js';

export interface Mention {
  routine: StoredFunction;
  gone: KnownName;
  line?: number;
}

type MentionLook = CodeLook & {
  concerned: readonly StoredFunction[];
  trials: readonly CodeTrial[];
  untried: readonly UntriedPart[];
};

/** A piece of code that was not tried. */
interface UntriedPiece {
  text: string;
  line?: number;
}

/** The first of each function. */
export function mentions(before: MentionLook, after: MentionLook, broken: readonly BrokenCode[]): Mention[] {
  const gone = namesGone(before.code.names, after.code.names);
  if (gone.length === 0) return [];
  const told = new Set(broken.map(({ routine }) => routine.oid));
  return after.concerned.flatMap((routine): Mention[] => {
    const was = before.code.functions.get(routine.oid);
    if (told.has(routine.oid) || was === undefined || was.body !== routine.body) return [];
    const triggers = after.code.triggers.filter((one) => one.function === routine.oid);
    for (const { text, line } of untriedOf(routine, before)) {
      const one = gone.find((name) => isNamed(name, text, { names: after.code.names, triggers, gone }));
      if (one) return [{ routine, gone: one, ...(line !== undefined && { line }) }];
    }
    return [];
  });
}

/** What is made up at run time, what Postgres didn't accept before either, and bodies that nobody here can read. */
function untriedOf({ oid, language, body }: StoredFunction, before: MentionLook): UntriedPiece[] {
  const read = before.bodies.get(oid);
  if (language !== 'sql' && read === undefined) return [{ text: body }];
  const left = new Set(before.untried.flatMap((one) => (one.function === oid ? [one.line] : [])));
  const dynamic = (read?.fragments ?? [])
    .filter(({ line }) => left.has(line))
    .map(({ sql, line }) => ({ text: sql, line }));
  const refused = before.trials.filter((one) => one.function === oid && before.answers.get(one.key) != null);
  return [...dynamic, ...refused.map(({ text, line }) => ({ text, ...(line !== undefined && { line }) }))];
}

interface NamesAround {
  names: readonly KnownName[];
  triggers: readonly StoredTrigger[];
  gone: readonly KnownName[];
}

function isNamed({ kind, name, of }: KnownName, text: string, { names, triggers, gone }: NamesAround): boolean {
  const again = names.some((one) => one.kind === kind && one.name === name && (kind !== 'column' || one.of === of));
  if (again) return false;
  const written = name.replace(/[^\w]/g, '\\$&');
  const has = (pattern: string) => new RegExp(pattern, 'iu').test(text);
  switch (kind) {
    case 'column': {
      // Of a table that is gone, or called otherwise, that is said.
      if (gone.some((one) => one.kind === 'relation' && one.name === of)) return false;
      const words = wordsOf(text);
      const isRow = triggers.some(({ table }) => table === of) && has(`\\b(?:new|old)\\s*\\.\\s*"?${written}\\b`);
      if (isRow) return true;
      const elsewhere = names.some((one) => one.kind === 'column' && one.name === name && words.has(one.of));
      if (elsewhere) return false;
      // The name alone, as format() or quote_ident() gets it, where no table has such a column any more.
      const isGiven = text.includes(`'${name}'`) && !names.some((one) => one.kind === 'column' && one.name === name);
      return isGiven || (words.has(name) && words.has(of));
    }
    case 'relation':
      return has(
        `\\b(?:from|join|into|update|table|only|using)\\s+(?:"?${of.replace(/[^\w]/g, '\\$&')}"?\\s*\\.\\s*)?"?${written}\\b`,
      );
    case 'function':
      return has(`(?<![\\w"$.])(?:\\w+\\s*\\.\\s*)?"?${written}"?\\s*\\(`);
    case 'schema':
      return has(`(?<![\\w"$.])"?${written}"?\\s*\\.\\s*["\\w]`);
    default:
      return false;
  }
}
