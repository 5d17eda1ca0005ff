/** Objects that the change drops and makes anew, or swaps for others, and what is lost by it. Pure. */
import type { Migration, Script } from '../../../model.js';
import type { MigrationReport } from '../../../report-schema/types.js';
import { code } from '../../../sql/words.js';
import type { Observation } from '../../../verdict/observation.js';
import type { Schemas } from '../../rerun/reference.js';
import { observe } from '../../run/observe.js';
import type { Entry } from '../../snapshot/entry.js';
import { relationSql } from '../../snapshot/names.js';
import { calledBy } from './dependents.js';
import { type Replacement, replaced } from './lineage.js';
import type { Loss } from './loss.js';
import { lossesOf } from './losses.js';
import { dropKey, namedDrops } from './named-drops.js';
import { type ChangePlace, placeOf, redefinedAt } from './place.js';
import { type Gap, gapOf, stepsOf } from './rows.js';

/** `reports` and `schemas` by the order of `changed`; both may end early. */
export function replacements(
  changed: readonly Migration<Script>[],
  reports: readonly MigrationReport[],
  schemas: readonly (Schemas | null)[],
): Observation[] {
  const all = replaced(schemas);
  if (all === null || all.replacements.length + all.redefined.length === 0) return [];
  const steps = stepsOf(changed, reports);
  const named = namedDrops(steps.map(({ statement }) => statement));
  const losses = lossesOf(all, (entry) => named.has(dropKey(entry))).flatMap(([replacement, lost]) =>
    lost.flatMap((loss) => {
      const place = all.redefined.includes(replacement)
        ? redefinedAt(changed, replacement)
        : placeOf(changed, replacement);
      return place === null ? [] : [tell(place, replacement, loss)];
    }),
  );
  const gaps = all.replacements.flatMap(({ before }) => {
    const gap = before.kind === 'table' ? gapOf(before, steps) : null;
    return gap === null ? [] : [rowsLost(before, gap)];
  });
  return [...losses, ...gaps];
}

function tell({ up, statement }: ChangePlace, { after }: Replacement, loss: Loss): Observation {
  const { what, items, protects } = loss;
  const rule = protects ? 'replacement-loses-protection' : 'replacement-loses-attribute';
  const message = `The new ${after.kind} ${code(calledBy(after))} lacks what the old one had (${what}): ${items.map(({ words }) => words).join('; ')}.`;
  const proof = 'Catalogs compared before the change and after it';
  const help = `Carry it over in the same migration:\n${items.map(({ sql }) => sql).join('\n')}`;
  // One replacement, one finding: what else it lacks stands inside.
  return observe(rule, up, statement, {
    message,
    proof,
    help,
    cause: `replaces ${calledBy(after)} at ${statement.start}`,
  });
}

function rowsLost(table: Entry, { copy, swap }: Gap): Observation {
  const { statement, up } = copy;
  const { path, line } = swap.statement.location;
  const where = path === up.file.path ? `line ${line}` : `line ${line} of ${code(path)}`;
  const name = relationSql(table.parts);
  const message = `Rows that others write to ${code(name)} between this copy and the swap in ${where} are lost. Nothing keeps writers out meanwhile, and no trigger carries their rows over.`;
  return observe('swap-loses-rows', up, statement, {
    message,
    proof: `No lock that stops writers was held on ${code(name)} from before the copy to the end of the swap`,
    help: `Lock the table before the copy, and copy and swap in that transaction:\nLOCK TABLE ${name} IN SHARE ROW EXCLUSIVE MODE;`,
    related: [{ ...swap.statement.location, message: 'The swap' }],
  });
}
