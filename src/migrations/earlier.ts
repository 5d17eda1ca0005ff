/** The scripts that represent the schema before the change. Pure. */
import { posix } from 'node:path';
import type { ScriptSource } from '../model.js';
import type { NotChecked } from '../report-schema/types.js';
import { readDump } from './dump.js';
import { enumerate } from './files.js';
import type { Compared } from './history.js';
import type { FoundMigration, Layout, LayoutResult } from './layouts/layout.js';

/**
 * What was there before the change, in order. What comes after a migration that was there and reads otherwise now can't
 * be built without it; what is repeatable counts as it was.
 */
export function earlier(
  compared: Compared[],
  now: LayoutResult,
  before: LayoutResult | null,
): { scripts: ScriptSource[]; leftOut: NotChecked[] } {
  const dump = (before ?? now).baseline;
  if (dump) return { scripts: [readDump(dump.file).script], leftOut: [] };
  const cut = compared.findIndex(
    ({ state, migration }) => (state === 'altered' || state === 'touched') && !migration.repeatable,
  );
  const kept = cut === -1 ? compared : compared.slice(0, cut);
  const scripts = kept.flatMap(({ state, migration, before: old }) =>
    state === 'same' ? [migration.up] : migration.repeatable && old ? [old.up] : [],
  );
  const after = cut === -1 ? [] : compared.slice(cut + 1).filter(({ state }) => state === 'same');
  if (after.length === 0) return { scripts, leftOut: [] };
  const reason = `later than ${compared[cut]?.migration.path}, which the change alters: the baseline ends before it`;
  return { scripts, leftOut: [{ check: enumerate(after.map(({ migration }) => migration.path)), reason }] };
}

/** A name that begins with its place in an order. */
const ORDERED = /^v?\d/i;

/**
 * What comes before the first of the named migrations. Plain files beside each other are a history only where their names
 * count: others may have nothing to do with each other.
 */
export function beforeNamed(
  migrations: readonly FoundMigration[],
  named: ReadonlySet<FoundMigration>,
  layout: Layout,
): ScriptSource[] {
  const first = migrations.findIndex((migration) => named.has(migration));
  const start = migrations[first];
  const ordered = ({ id, path }: FoundMigration) =>
    layout.name !== 'plain' || (ORDERED.test(id) && posix.dirname(path) === posix.dirname(start?.path ?? ''));
  if (start === undefined || start.repeatable || !ordered(start)) return [];
  return migrations
    .slice(0, first)
    .filter(ordered)
    .map(({ up }) => up);
}
