/** Drizzle's `meta/_journal.json`: the order of migrations, and what is out of step with the files. Pure. */
import * as v from 'valibot';
import type { SourceFile } from '../../model.js';
import { code } from '../../sql/words.js';
import type { FileProblem } from '../problem.js';

const Journal = v.object({
  entries: v.array(v.object({ idx: v.number(), when: v.number(), tag: v.string() })),
});

export interface JournalEntry {
  tag: string;
  idx: number;
  when: number;
  /** 1-based, in the journal. */
  line: number;
}

/** The journal's entries in its order; null with a problem where it can't be read. */
export function readJournal(file: SourceFile): { entries: JournalEntry[] | null; problems: FileProblem[] } {
  const problem = (line: number, message: string, help?: string): FileProblem => ({
    rule: 'bookkeeping-out-of-step',
    ...{ path: file.path, line, message },
    ...(help && { help }),
  });
  let parsed: unknown;
  try {
    parsed = JSON.parse(file.text);
  } catch (error) {
    const conflict = file.text.split('\n').findIndex((line) => /^(<{7}|={7}|>{7})/.test(line)) + 1;
    const message = `The journal is not JSON: ${(error as Error).message.split('\n')[0]}. Drizzle applies nothing.`;
    return { entries: null, problems: [problem(Math.max(conflict, 1), message)] };
  }
  const result = v.safeParse(Journal, parsed);
  if (!result.success) {
    const [issue] = result.issues;
    const message = `The journal is not what Drizzle writes: at ${v.getDotPath(issue) ?? 'the top'}: ${issue.message}.`;
    return { entries: null, problems: [problem(1, message)] };
  }
  const lines = file.text.split('\n');
  const entries = result.output.entries.map((entry) => ({
    ...entry,
    line: lines.findIndex((line) => line.includes(`"tag"`) && line.includes(JSON.stringify(entry.tag))) + 1 || 1,
  }));
  return { entries, problems: orderProblems(entries, problem) };
}

/** Drizzle applies what is newer than the last one applied: an entry with an earlier time is never seen. */
function orderProblems(
  entries: JournalEntry[],
  problem: (line: number, message: string, help?: string) => FileProblem,
): FileProblem[] {
  const problems: FileProblem[] = [];
  let newest: JournalEntry | undefined;
  for (const entry of entries) {
    if (newest && entry.when <= newest.when) {
      const message = `${code(entry.tag)} has an earlier time ("when") than ${code(newest.tag)} before it. Where that one was applied, Drizzle skips ${code(entry.tag)} without a word.`;
      problems.push(problem(entry.line, message, 'Generate the migration again on top of the base branch.'));
    } else newest = entry;
    const same = entries.find(({ idx }) => idx === entry.idx);
    if (same && same !== entry)
      problems.push(
        problem(
          entry.line,
          `${code(entry.tag)} has the index ${entry.idx} of ${code(same.tag)}.`,
          'Generate the migration again on top of the base branch.',
        ),
      );
  }
  return problems;
}
