/** The words that an object is made of, by which one leads to another. Pure. */
import { type Entry, listOf } from './entry.js';

/** What it is made by; what catalogs say in one letter, such as whether a trigger fires, is no name. */
export function textsOf({ attributes, facts }: Entry): string[] {
  const values = [...Object.values(attributes).flat(), facts.source ?? ''];
  return values.filter((value): value is string => typeof value === 'string' && value.length > 1);
}

/** The text as a whole where it holds no word. */
export function wordsIn(text: string): string[] {
  return text.match(/[\p{L}_][\p{L}\p{N}_$]*/gu) ?? [text];
}

/** The tables that a table is a partition or a child of, by their full names. */
export function parentsOf({ kind, facts }: Entry): string[] {
  return kind === 'table' ? listOf(facts, 'inherits').map((parts) => (JSON.parse(parts) as string[]).join('.')) : [];
}

const LOOKS_UP =
  /\b(pg_(class|tables|namespace|attribute|constraint|inherits|trigger|depend|matviews|views)|information_schema)\b/i;
const COMPOSES = /\|\||\b(format|concat|concat_ws|quote_ident)\s*\(/i;

/** Runs what it has put together, of names from the catalogs or of its own making: no text says what that is. */
export function runsComposedSql(text: string): boolean {
  return /\bexecute\b/i.test(text) && (LOOKS_UP.test(text) || COMPOSES.test(text));
}

/** Finds objects by names that it has put together. */
export function composesNames(text: string): boolean {
  return (
    runsComposedSql(text) ||
    (/\b(nextval|setval|currval|to_reg\w+)\s*\(|\bregclass\b/i.test(text) && COMPOSES.test(text))
  );
}
