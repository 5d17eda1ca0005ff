/** Mechanical repairs as suggested changes: which lines of the new file become which. Pure. */
import { edited, type Remedy, repairsOf, type Texts } from '../fixes/repairs.js';
import { type Diff, shownLines } from '../github/diff.js';
import { clean } from '../report/escape.js';
import type { Finding } from '../report-schema/types.js';

/** A longer one is not read, and a repair that spans half a file is better made by hand. */
const MAX_LINES = 40;

export interface Suggestion extends Remedy {
  path: string;
  /** First and last line, 1-based. */
  from: number;
  to: number;
  before: string[];
  after: string[];
}

/** One for each finding that can be repaired within lines that the diff shows; the first wins where two would touch. */
export function planSuggestions(findings: readonly Finding[], sources: Texts, diff: Diff): Suggestion[] {
  const planned: Suggestion[] = [];
  for (const repair of repairsOf(findings, sources)) {
    const suggestion = suggest(repair, sources.get(repair.finding.path) ?? '');
    if (suggestion === null || !isShown(suggestion, diff)) continue;
    const touches = ({ path, from, to }: Suggestion) =>
      path === suggestion.path && from <= suggestion.to && suggestion.from <= to;
    if (!planned.some(touches)) planned.push(suggestion);
  }
  return planned;
}

function suggest(repair: Remedy, text: string): Suggestion | null {
  const lines = changedLines(text.split('\n'), edited(text, repair.fix.edits).split('\n'));
  if (lines === null) return null;
  const shown = [...lines.before, ...lines.after];
  // What can't be seen must not be accepted with a click.
  if (shown.length > MAX_LINES || shown.some((line) => clean(line) !== line)) return null;
  return { ...repair, path: repair.finding.path, ...lines };
}

/** The lines that differ, as one block; an insertion takes the line below (or, at the end, above) with it. */
function changedLines(before: string[], after: string[]) {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const rest = Math.min(before.length, after.length) - head;
  while (tail < rest && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  if (head === before.length && head === after.length) return null;
  if (head + tail === before.length) {
    if (tail > 1 || (tail === 1 && before.at(-1) !== '')) tail--;
    else if (head > 0) head--;
  }
  return {
    from: head + 1,
    to: before.length - tail,
    before: before.slice(head, before.length - tail),
    after: after.slice(head, after.length - tail),
  };
}

/** Whether GitHub shows these very lines: the job may have checked out a merge with a base that moved on. */
function isShown({ path, from, to, before }: Suggestion, diff: Diff): boolean {
  const shown = shownLines(diff, path, from, to);
  return shown?.every((line, at) => line === before[at]) ?? false;
}
