/** The scripts that stand for the schema before the change. Pure. */
import type { NotChecked, ScriptSource } from '../model.js';
import { readDump } from './dump.js';
import { enumerate } from './files.js';
import type { Compared } from './history.js';
import type { LayoutResult } from './layouts/layout.js';

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
