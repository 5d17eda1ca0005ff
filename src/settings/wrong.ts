/** What is said of a value or a name that can't be: what was given, and what it may have been meant for. Pure. */
import { distance } from 'fastest-levenshtein';
import type * as v from 'valibot';

/** What is quoted of a value. */
const MOST = 80;

/** `fail-on: expected one of error, warning, got "eror". Did you mean "error"?`, of a schema's issue. */
export function wrongValue({ message, input, expected, type }: v.GenericIssue): string {
  if (type === 'non_empty' && (input === '' || (Array.isArray(input) && input.length === 0))) return `${message}.`;
  const words = [...(expected ?? '').matchAll(/"([^"]+)"/g)].map(([, word = '']) => word);
  const hint = typeof input === 'string' ? didYouMean(input, words) : '';
  return `${message}, got ${given(input)}.${hint}`;
}

/** The value as JSON, which text, lists and numbers are told apart by; cut where it is long. */
function given(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length <= MOST ? text : `${text.slice(0, MOST)}…`;
}

/** A question that follows a sentence; empty where nothing is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}

/** The name that a mistyped one was probably meant for: few letters apart, or the only one that it is a part of. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const said = plain(word);
  const ranked = known.map((name) => ({ name, apart: distance(said, plain(name)) })).sort((a, b) => a.apart - b.apart);
  const [first] = ranked;
  if (first === undefined) return undefined;
  // Two letters that changed places are two apart; of a short word that is nearly all.
  const most = said.length < 5 ? 1 : Math.max(2, Math.floor(first.name.length / 3));
  if (first.apart <= most && first.apart < Math.min(said.length, first.name.length)) return first.name;
  const holding = said.length < LEAST ? [] : known.filter((name) => plain(name).includes(said));
  return holding.length === 1 ? holding[0] : undefined;
}

/** Fewer letters are a part of too much. */
const LEAST = 4;

function plain(word: string): string {
  return word.toLowerCase().replaceAll('_', '-');
}

/**
 * The mistakes inside the form that was written, where a value may have one of several: they say more than the choice. Of a list's
 * entries each is its own.
 */
export function innermost(issue: v.GenericIssue): v.GenericIssue[] {
  if (issue.type !== 'union' || typeof issue.input !== 'object' || issue.input === null) return [issue];
  const inside = (issue.issues ?? []).filter(({ path }) => path !== undefined);
  if (inside.length === 0) return [issue];
  return inside.flatMap((it) =>
    innermost({ ...it, path: [...(issue.path ?? []), ...(it.path ?? [])] as typeof it.path }),
  );
}
