/** What the scripts of a migration are once their tool has read them. Pure. */
import type { ScriptSource } from '../model.js';
import type { NotChecked } from '../report-schema/types.js';
import type { Settings } from '../settings/settings.js';
import { withByteOrderMark } from './byte-order-mark.js';
import type { FileSet, FoundMigration, Layout } from './layouts/layout.js';
import { type Filled, fillPlaceholders, withoutUnknown } from './placeholders.js';
import { followPsql } from './psql/follow.js';
import { lookupIn } from './psql/includes.js';

interface AsSent extends Filled {
  notChecked: NotChecked[];
}

/** What a script is once its tool has read it. */
export function filling(layout: Layout, values: Record<string, string>, { root, included = new Map() }: FileSet) {
  const rows = layout.sendsRows && { sendsRows: layout.sendsRows };
  const request = {
    values,
    tool: layout.placeholders === 'psql' ? layout.tool : null,
    include: lookupIn(included, root),
  };
  return (script: ScriptSource): AsSent => {
    const filled = layout.psql
      ? followPsql({ ...script, ...rows }, request)
      : { ...fillPlaceholders(script, layout, values), notChecked: [] };
    return { ...filled, script: withByteOrderMark({ ...filled.script, ...rows }, layout) };
  };
}

interface Preparation extends Pick<Settings, 'transaction'> {
  fill(script: ScriptSource): AsSent;
  /** Takes what is wrong with the scripts, and what of them isn't looked at. */
  told: Pick<AsSent, 'problems' | 'notChecked'>;
}

/** Placeholders are filled, and the setting `transaction` counts for what the tool itself runs. */
export function prepare(migration: FoundMigration, { fill: fillOne, transaction, told }: Preparation): FoundMigration {
  const fill = (script: ScriptSource): ScriptSource => {
    const filled = fillOne(script);
    told.problems.push(...filled.problems);
    told.notChecked.push(...filled.notChecked);
    const sent = transaction !== 'auto' && (script.role === 'up' || script.role === 'down');
    const mode = sent ? transaction : script.transaction;
    // Tools go back one migration at a time.
    const own = mode === 'per-run' && script.role !== 'up' ? 'per-script' : mode;
    return { ...filled.script, transaction: own };
  };
  const { up, down, verify, maintenance } = migration;
  return {
    ...migration,
    up: fill(up),
    ...(down && { down: fill(down) }),
    ...(verify && { verify: fill(verify) }),
    ...(maintenance && { maintenance: fill(maintenance) }),
  };
}

/** A merged script: what of it can't be known is left out, with one note of each kind. */
export function asMerged(read: AsSent): Pick<AsSent, 'script' | 'notChecked'> {
  const { script, notChecked } = withoutUnknown(read);
  const [first, ...others] = read.notChecked;
  if (first === undefined) return { script, notChecked };
  const more = others.length > 0 ? `, and ${others.length} more in this file` : '';
  return { script, notChecked: [...notChecked, { ...first, reason: `${first.reason}${more}` }] };
}
