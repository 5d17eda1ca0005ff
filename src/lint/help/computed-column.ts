/** A column whose value follows from the row’s others, without the table being rewritten: a trigger computes it. */
import type { Recipe, RecipeStep } from '../../findings/recipe.js';
import { lastName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { sqlName } from '../../schema/sql-name.js';
import { quoteIdentifier } from '../../sql/ast.js';
import { deparsed } from '../../sql/deparse.js';
import { type AddedColumn, plainColumn } from '../facts/added-columns.js';
import { lastTrigger } from './last-trigger.js';
import { fill, ruleOutNull, slug } from './steps.js';

/** Undefined where the column is more than its expression, and NOT NULL. */
export function computedByTrigger(column: AddedColumn, schema: Schema): Recipe | undefined {
  const { table, name, constraints } = column;
  const generated = constraints.find(({ contype }) => contype === 'CONSTR_GENERATED');
  const others = constraints.filter(({ contype }) => contype !== 'CONSTR_GENERATED' && contype !== 'CONSTR_NULL');
  const value = generated?.raw_expr && deparsed(generated.raw_expr);
  if (!value || others.some(({ contype }) => contype !== 'CONSTR_NOTNULL')) return undefined;
  const [target, own] = [sqlName(table), quoteIdentifier(name)];
  const { own: trigger, full } = lastTrigger(table, `${lastName(table)}_${name}`, schema);
  const rest: RecipeStep[] = [
    {
      name: slug('compute', lastName(table), name),
      sql: `CREATE FUNCTION ${full}() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.${own} := (SELECT ${value} FROM (SELECT NEW.*) AS ${quoteIdentifier(lastName(table))});
    RETURN NEW;
  END
$$;
CREATE TRIGGER ${trigger} BEFORE INSERT OR UPDATE ON ${target} FOR EACH ROW EXECUTE FUNCTION ${full}();`,
      locks: true,
      down: `DROP TRIGGER ${trigger} ON ${target};\nDROP FUNCTION ${full}();`,
    },
    fill(table, name, `(${value})`, `(${value})`),
    ...(others.length > 0 ? ruleOutNull(table, [name]) : []),
  ];
  return {
    says: 'Let a trigger compute it.',
    steps: [
      {
        name: slug('add', lastName(table), name),
        sql: plainColumn(column),
        locks: true,
        down: `ALTER TABLE ${target} DROP COLUMN ${own};`,
      },
      ...rest,
    ],
  };
}
