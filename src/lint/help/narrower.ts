/** A type that holds less: a CHECK keeps out what doesn’t fit, and shows that nothing is there, before the type changes. */
import type { Recipe } from '../../findings/recipe.js';
import { lastName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { sqlName } from '../../schema/sql-name.js';
import { quoteIdentifier } from '../../sql/ast.js';
import { conditionSql, fitting } from '../facts/fits.js';
import type { ChangedType } from '../facts/type-changes.js';
import { secondColumn } from './new-type.js';
import { notValid } from './steps.js';

/** Undefined where no condition on the value alone says that it fits. */
export function narrower(change: ChangedType, schema: Schema): Recipe | undefined {
  const { table, column, from, to, work, needsUsing } = change;
  const conditions = fitting(column, from, to);
  if (conditions === undefined || needsUsing) return undefined;
  const condition = conditionSql(conditions);
  const check = quoteIdentifier(`${lastName(table)}_${column}_fits`.slice(0, 63));
  const checks = notValid(
    table,
    check,
    `ALTER TABLE ${sqlName(table)} ADD CONSTRAINT ${check} CHECK (${condition}) NOT VALID;`,
  );
  const look = `Look for values that don’t fit with \`SELECT count(*) FROM ${sqlName(table)} WHERE NOT (${condition})\`, and decide what becomes of them; then let a CHECK keep out new ones.`;
  if (work !== 'rewrite') return { says: look, steps: checks, before: true };
  // It goes with the old column: what brings that back leaves it out.
  const gone = checks.map((step) => ({
    ...step,
    ...(step.down && { down: step.down.replace('DROP CONSTRAINT ', 'DROP CONSTRAINT IF EXISTS ') }),
  }));
  const rest = secondColumn(change, schema, gone);
  return typeof rest === 'string' ? undefined : { ...rest, says: `${look} ${rest.says}` };
}
