/** What has to be said about a folder as a whole. Pure. */
import type { NotChecked } from '../report-schema/types.js';
import { code } from '../sql/words.js';
import { enumerate } from './files.js';
import type { FileSet, Layout } from './layouts/layout.js';
import type { FileProblem } from './problem.js';
import type { Ambiguous } from './recognise.js';

/** Where two tools have left their marks, nothing is read: a wrong guess would check something else. */
export function undecided(
  set: FileSet,
  { layouts }: Ambiguous,
  isChanged: (path: string) => boolean,
): { problem: FileProblem; reason: string } {
  const folder = set.root || 'the top folder';
  const tools = layouts.map(({ layout, reason }) => `${layout.name} (${reason})`).join(' and ');
  const problem: FileProblem = {
    rule: 'ambiguous-layout',
    path: (set.files.find(({ path }) => isChanged(path)) ?? set.files[0])?.path ?? set.root,
    line: 1,
    message: `Two layouts fit ${code(folder)}: ${tools}. Nothing in it was checked.`,
    help: `Name the one that applies these files in the settings:\nlayout: ${layouts[0]?.layout.name}`,
  };
  return { problem, reason: tools };
}

/** Where names are the only evidence and fit several tools, or code sends the files and doesn't show how. */
export function guessed(set: FileSet, layouts: Layout[] | undefined): NotChecked {
  const check = `the layout of ${set.root || 'the top folder'}`;
  const guess = 'read as plain files, sent statement by statement, and nothing is said that is true of that alone';
  if (layouts === undefined) {
    const reason = `${set.runner?.path} reads this folder and doesn’t show whether it begins a transaction for each file: ${guess}. Say how the files are sent with the setting transaction`;
    return { check, reason };
  }
  const names = layouts.map(({ name }) => name).join(' or ');
  const reason = `its file names fit ${names}, and nothing says which: ${guess}. Name the tool with the setting layout, or say how the files are sent with the setting transaction`;
  return { check, reason };
}

/** Migrations in code among those in SQL. `withoutThem`: the baseline is built from the SQL alone. */
export function codeNotes(code: string[], isChanged: (path: string) => boolean, withoutThem: boolean): NotChecked[] {
  const notes: NotChecked[] = [];
  const changed = code.filter(isChanged);
  const [path] = changed;
  if (path !== undefined) {
    const reason = 'a migration in code: the SQL that it runs can be checked with the setting command';
    notes.push({ check: enumerate(changed), path, reason });
  }
  const others = code.filter((path) => !isChanged(path));
  if (withoutThem && others.length > 0) {
    const reason = 'migrations in code: what they make is missing in the baseline. A dump (baseline) has it';
    notes.push({ check: enumerate(others), reason });
  }
  return notes;
}

/** Code that lists the files in more than one order, or in one that they contradict. */
export function orderUnclear(set: FileSet): NotChecked[] {
  if (set.runner?.order !== 'unclear') return [];
  const check = `the order of ${set.root || 'the top folder'}`;
  const reason = `${set.runner.path} lists these files in more than one order, or in one that what they make and need contradicts: they were taken by their names. Say their order with the setting order`;
  return [{ check, reason }];
}
