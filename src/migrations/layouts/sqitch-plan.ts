/** `sqitch.plan`: the changes in their order, and what they require. Pure. */
import type { SourceFile } from '../../model.js';
import { type FileProblem, malformed } from '../problem.js';
import { linesOf } from './sections.js';

export interface PlannedChange {
  name: string;
  line: number;
  /** The tag under which an earlier version of a reworked change keeps its scripts. */
  tag?: string;
}

interface PlanEntry extends PlannedChange {
  requires: string[];
}

const CHANGE = /^\+?\s*([^\s[\]#@%+:-][^\s[\]#:]*)\s*(?:\[([^\]]*)\])?/;

/** The plan's changes. Requirements that don't come before are said: they are missing, later, or go in a circle. */
export function readPlan(file: SourceFile): { changes: PlannedChange[]; problems: FileProblem[] } {
  const entries: PlanEntry[] = [];
  const problems: FileProblem[] = [];
  let sinceTag: string | undefined;
  const tagAfter = new Map<PlanEntry, string>();
  let untagged: PlanEntry[] = [];
  for (const { text, number } of linesOf(file.text)) {
    const line = text.trim();
    if (line === '' || line.startsWith('#') || line.startsWith('%')) continue;
    if (line.startsWith('@')) {
      sinceTag = /^@(\S+)/.exec(line)?.[1];
      for (const entry of untagged) if (sinceTag !== undefined) tagAfter.set(entry, sinceTag);
      untagged = [];
      continue;
    }
    const [, name, required = ''] = CHANGE.exec(line) ?? [];
    if (name === undefined) {
      problems.push(
        malformed(
          file,
          number,
          `This line of the plan is neither a change nor a tag: sqitch expects "name [requirements] date planner <email>".`,
        ),
      );
      continue;
    }
    const earlier = entries.filter((entry) => entry.name === name);
    const same = earlier.find((entry) => !tagAfter.has(entry));
    if (same)
      problems.push(
        malformed(
          file,
          number,
          `The change ${name} stands in the plan twice, here and on line ${same.line}, without a tag between: sqitch expects one ("sqitch rework" needs a tag).`,
        ),
      );
    const requires = required
      .split(/\s+/)
      .filter((word) => word !== '' && !word.startsWith('!') && !word.includes(':'));
    const entry = {
      name,
      line: number,
      requires: requires.map((word) => word.replace(/@.*$/, '')).filter((word) => word !== ''),
    };
    entries.push(entry);
    untagged.push(entry);
  }
  problems.push(...requirementProblems(file, entries));
  const changes = entries.map((entry): PlannedChange => {
    const reworked = entries.some((other) => other.name === entry.name && other.line > entry.line);
    const tag = reworked ? tagAfter.get(entry) : undefined;
    return { name: entry.name, line: entry.line, ...(tag !== undefined && { tag }) };
  });
  return { changes, problems };
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
            ? `which requires ${entry.name} in turn: a circle`
            : `which only comes on line ${later.line}`;
      return [
        malformed(file, entry.line, `${entry.name} requires ${name}, ${what}: sqitch expects it on a line above.`),
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
