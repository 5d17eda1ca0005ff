/** `sqitch.plan`: the changes in their order, and what they require. Pure. */
import type { SourceFile } from '../../model.js';
import { code } from '../../sql/words.js';
import { type FileProblem, malformed } from '../problem.js';
import { linesOf } from './sections.js';

export interface PlannedChange {
  name: string;
  line: number;
  /** 1 for the first of its name; each rework is one more. */
  version: number;
  /** Where a later line reworks it: the tags under which its scripts may be kept, in the order in which sqitch looks. */
  keptAs?: string[];
}

interface PlanEntry {
  name: string;
  line: number;
  requires: string[];
  /** The tags that follow it, before the next change. */
  tags: string[];
}

const CHANGE = /^\+?\s*([^\s[\]#@%+:-][^\s[\]#:]*)\s*(?:\[([^\]]*)\])?/;

/** The plan's changes. Requirements that don't come before are said: they are missing, later, or go in a circle. */
export function readPlan(file: SourceFile): { changes: PlannedChange[]; problems: FileProblem[] } {
  const entries: PlanEntry[] = [];
  const problems: FileProblem[] = [];
  for (const { text, number } of linesOf(file.text)) {
    const line = text.trim();
    if (line === '' || line.startsWith('#') || line.startsWith('%') || /^[=>]{7}/.test(line)) continue;
    if (/^<{7}/.test(line)) {
      const message = `The plan holds an unresolved merge conflict: sqitch can’t read it. Both sides’ changes were checked.`;
      problems.push(
        malformed(file, number, message, 'Put both sides’ changes one after the other, and delete the marks.'),
      );
      continue;
    }
    const tag = /^@(\S+)/.exec(line)?.[1];
    if (tag !== undefined) entries.at(-1)?.tags.push(tag);
    if (line.startsWith('@')) continue;
    const entry = entryOf(line, number);
    if (entry === undefined) {
      const message =
        'This line of the plan is neither a change nor a tag: sqitch expects "name [requirements] date planner <email>".';
      problems.push(malformed(file, number, message));
      continue;
    }
    const same = entries.findLast(({ name }) => name === entry.name);
    if (same && keptAs(same, entries).length === 0) {
      const message = `The change ${code(entry.name)} stands in the plan twice, here and on line ${same.line}, without a tag between: sqitch expects one ("sqitch rework" needs a tag).`;
      problems.push(malformed(file, number, message));
    }
    entries.push(entry);
  }
  problems.push(...requirementProblems(file, entries));
  return { changes: entries.map((entry, index) => planned(entry, index, entries)), problems };
}

function entryOf(line: string, number: number): PlanEntry | undefined {
  const [, name, required = ''] = CHANGE.exec(line) ?? [];
  if (name === undefined) return undefined;
  const requires = required
    .split(/\s+/)
    .filter((word) => word !== '' && !word.startsWith('!') && !word.includes(':'))
    .map((word) => word.replace(/@.*$/, ''))
    .filter((word) => word !== '');
  return { name, line: number, requires, tags: [] };
}

function planned(entry: PlanEntry, index: number, entries: PlanEntry[]): PlannedChange {
  const { name, line } = entry;
  const version = entries.slice(0, index + 1).filter((other) => other.name === name).length;
  const rework = entries.findIndex((other, at) => at > index && other.name === name);
  const tags = rework === -1 ? [] : keptAs(entry, entries.slice(0, rework));
  return { name, line, version, ...(tags.length > 0 && { keptAs: tags }) };
}

/** The tags since a change, those of the last change first. */
function keptAs(entry: PlanEntry, before: PlanEntry[]): string[] {
  return before
    .slice(before.indexOf(entry))
    .reverse()
    .flatMap(({ tags }) => tags);
}

function requirementProblems(file: SourceFile, entries: PlanEntry[]): FileProblem[] {
  return entries.flatMap((entry, index) =>
    entry.requires.flatMap((name) => {
      if (entries.slice(0, index).some((other) => other.name === name)) return [];
      const later = entries.find((other) => other.name === name);
      const what =
        later === undefined
          ? 'which the plan does not have'
          : requirementsLead(later, entry.name, entries)
            ? `which requires ${code(entry.name)} in turn: a circle`
            : `which only comes on line ${later.line}`;
      return [
        malformed(
          file,
          entry.line,
          `${code(entry.name)} requires ${code(name)}, ${what}. Sqitch expects it on a line above.`,
        ),
      ];
    }),
  );
}

/** Whether following the requirements from a change leads to another. */
function requirementsLead(from: PlanEntry, to: string, entries: PlanEntry[]): boolean {
  const seen = new Set<PlanEntry>();
  const todo = [from];
  for (let entry = todo.pop(); entry !== undefined; entry = todo.pop()) {
    if (entry.name === to) return true;
    if (seen.has(entry)) continue;
    seen.add(entry);
    for (const name of entry.requires) todo.push(...entries.filter((other) => other.name === name));
  }
  return false;
}
