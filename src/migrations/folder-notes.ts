/** What has to be said about a folder as a whole. Pure. */
import type { NotChecked } from '../report-schema/types.js';
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
    message: `Two layouts fit ${folder}: ${tools}. Nothing in it was checked.`,
    help: `Name the one that applies these files in the settings:\nlayout: ${layouts[0]?.layout.name}`,
  };
  return { problem, reason: tools };
}

/** Where the names are the only evidence, and fit several tools. */
export function doubted(set: FileSet, layouts: Layout[]): NotChecked {
  const names = layouts.map(({ name }) => name).join(' or ');
  return {
    check: `the layout of ${set.root || 'the top folder'}`,
    reason: `its file names fit ${names}, and nothing says which: read as plain files, sent statement by statement. Name the tool with the setting layout`,
  };
}

/** Migrations in code among those in SQL. `withoutThem`: the baseline is built from the SQL alone. */
export function codeNotes(code: string[], isChanged: (path: string) => boolean, withoutThem: boolean): NotChecked[] {
  const notes: NotChecked[] = [];
  const changed = code.filter(isChanged);
  if (changed.length > 0) {
    const reason = 'a migration in code: the SQL that it runs can be checked with the setting command';
    notes.push({ check: enumerate(changed), reason });
  }
  const others = code.filter((path) => !isChanged(path));
  if (withoutThem && others.length > 0) {
    const reason = 'migrations in code: what they make is missing in the baseline. A dump (baseline) has it';
    notes.push({ check: enumerate(others), reason });
  }
  return notes;
}
