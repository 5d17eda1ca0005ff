/** Checks that look at all migrations of a folder at once, which no tool has all of. Pure. */

import { code } from '../sql/words.js';
import type { FoundMigration, Layout } from './layouts/layout.js';
import { baseName, folderOf } from './layouts/names.js';
import type { FileProblem } from './problem.js';

export interface History {
  layout: Layout;
  /** In the tool's order. */
  migrations: FoundMigration[];
  /** Whether the change brings it. */
  isNew(migration: FoundMigration): boolean;
  /** Whether there is a state before the change to compare with. */
  hasBefore: boolean;
}

/** What is wrong with the order and the completeness of a folder's migrations. */
export function checkSet(history: History): FileProblem[] {
  return [...duplicates(history), ...late(history), ...gaps(history), ...missingDowns(history)];
}

/** The folder in which a migration's version counts. */
function countedIn({ path }: FoundMigration, { versionsPerFolder }: Layout): string {
  return versionsPerFolder ? folderOf(path) : '';
}

function duplicates({ migrations, layout, isNew }: History): FileProblem[] {
  const byVersion = new Map<string, FoundMigration[]>();
  for (const migration of migrations) {
    if (migration.version === undefined || migration.repeatable) continue;
    const version = countedIn(migration, layout) + migration.version;
    byVersion.set(version, [...(byVersion.get(version) ?? []), migration]);
  }
  return [...byVersion.values()].flatMap((same) => {
    // The new one is to blame; among new ones, the later.
    const [culprit] = same.length > 1 ? [...same].reverse().filter(isNew) : [];
    const other = same.find((migration) => migration !== culprit);
    if (culprit === undefined || other === undefined) return [];
    const message = `${code(culprit.id)} has the version of ${code(other.id)}${other.path === culprit.path ? '' : ` (${code(other.path)})`}. ${layout.refuses.duplicate ?? 'Which of the two runs first, and whether both do, is up to the tool.'}`;
    return [problem('duplicate-version', culprit, message, layout.refuses.duplicate ? 'error' : 'warning')];
  });
}

function late({ migrations, layout, isNew, hasBefore }: History): FileProblem[] {
  if (!hasBefore) return [];
  const ordered = numbered(migrations, layout).filter(({ repeatable }) => !repeatable);
  const newest = ordered.findLast((migration) => !isNew(migration));
  if (newest === undefined) return [];
  const end = ordered.indexOf(newest);
  return ordered.slice(0, end).flatMap((migration) => {
    if (!isNew(migration) || isSameVersion(migration, newest, layout)) return [];
    const what = `${code(migration.id)} comes before ${code(newest.id)}, which is on the base branch already.`;
    const why =
      layout.refuses.late ??
      'Databases that have that one apply this one after it, new ones before: their histories differ.';
    return [problem('version-out-of-order', migration, `${what} ${why}`, layout.refuses.late ? 'error' : 'warning')];
  });
}

function isSameVersion(a: FoundMigration, b: FoundMigration, layout: Layout): boolean {
  return a.version === b.version && (a.version === undefined || countedIn(a, layout) === countedIn(b, layout));
}

/** Where names say the order, a file without a number among numbered ones has no place in it. */
function numbered(migrations: FoundMigration[], { listed }: Layout): FoundMigration[] {
  if (listed) return migrations;
  const counted = migrations.filter(({ id, path }) => /^v?\d/i.test(id) || /^v?\d/i.test(baseName(path)));
  return counted.length > 0 ? counted : migrations;
}

/** Only where the folder counts 1, 2, 3 so far. */
function gaps({ migrations, layout, isNew }: History): FileProblem[] {
  if (!layout.consecutive) return [];
  const folders = new Set(migrations.map((migration) => countedIn(migration, layout)));
  return [...folders].flatMap((folder) =>
    gapsIn(
      migrations.filter((migration) => countedIn(migration, layout) === folder),
      isNew,
    ),
  );
}

function gapsIn(migrations: FoundMigration[], isNew: History['isNew']): FileProblem[] {
  const counting = migrations.filter(({ version }) => version !== undefined && /^\d{1,6}$/.test(version));
  const numbers = new Set(counting.map(({ version }) => Number(version)));
  const first = Math.min(...numbers);
  return counting.flatMap((migration) => {
    const number = Number(migration.version);
    if (!isNew(migration) || number === first || numbers.has(number - 1)) return [];
    const before = [...numbers].filter((other) => other < number);
    const last = Math.max(...before);
    // A folder that counts in tens, or whose numbers are years, doesn't count.
    if (before.length < 2 || Math.max(...before) - first >= before.length) return [];
    const message = `${code(migration.id)} follows number ${last}: ${last + 1 === number - 1 ? `${last + 1} is` : `${last + 1} to ${number - 1} are`} missing.`;
    return [problem('version-gap', migration, message)];
  });
}

/** Said in the migration itself. */
const DECLARED = /^\s*--\s*migration-safety:\s*irreversible\s+\S/im;

/** A migration without a way back among others that have one. */
function missingDowns({ migrations, layout, isNew }: History): FileProblem[] {
  return migrations.flatMap((migration, index) => {
    if (!isNew(migration) || migration.down || migration.irreversible || migration.repeatable) return [];
    if (DECLARED.test(migration.up.sql)) return [];
    const siblings = migrations
      .slice(Math.max(0, index - 10), index + 11)
      .filter((other) => other !== migration && !other.repeatable);
    const reversible = siblings.filter(({ down }) => down !== undefined).length;
    if (siblings.length < 2 || reversible * 2 < siblings.length) return [];
    const message = `${code(migration.id)} has no rollback. Of the ${siblings.length} migrations beside it, ${reversible} have one.`;
    const { writing } = layout;
    const { noWayBack } = (migration.home && writing?.beside?.(migration.home)) ?? writing ?? {};
    const help = noWayBack && { help: `Write the rollback. Where there can’t be one, say so: ${noWayBack}.` };
    return [{ ...problem('down-missing', migration, message), ...help }];
  });
}

function problem(
  rule: FileProblem['rule'],
  { up }: FoundMigration,
  message: string,
  severity?: FileProblem['severity'],
): FileProblem {
  const before = up.sql.slice(0, Math.max(up.sql.search(/\S/), 0));
  return { rule, path: up.file.path, line: before.split('\n').length, message, ...(severity && { severity }) };
}
