/** How a column gets another type without the table being rewritten: a second column takes its place. */
import type { Recipe, RecipeStep } from '../../findings/recipe.js';
import { lastName, shortName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { sqlName } from '../../schema/sql-name.js';
import { quoteIdentifier } from '../../sql/ast.js';
import { code } from '../../sql/words.js';
import type { ChangedType } from '../facts/type-changes.js';
import { undoable } from './column-back.js';
import { firesFor } from './fires-for.js';
import { type CopyingTrigger, lastTrigger } from './last-trigger.js';
import { answeredBySwitch, leftToDo, unfinished, type WithColumn } from './replaced-column.js';
import { fill, ruleOutNull, slug } from './steps.js';
import { withColumn } from './with-column.js';

/** `earlier`: steps that come before it, whose constraints go with the old column. The last step is left to a human being where something hangs on the column that no SQL is known for. */
export function secondColumn(
  change: ChangedType,
  schema: Schema,
  earlier: readonly RecipeStep[] = [],
): Recipe | string {
  const { table, column, text } = change;
  const [target, name] = [sqlName(table), quoteIdentifier(column)];
  const facts = schema.find('column', `${table}.${column}`)?.facts;
  if (facts?.generated) return computed(change);
  const next = `${column}_new`;
  const value = text.using ?? name;
  const trigger = lastTrigger(table, `${lastName(table)}_${next}`, schema);
  const first: RecipeStep = {
    name: slug('add', lastName(table), next),
    sql: `ALTER TABLE ${target} ADD COLUMN ${quoteIdentifier(next)} ${text.to};`,
    locks: true,
    down: `ALTER TABLE ${target} DROP COLUMN ${quoteIdentifier(next)};`,
  };
  const { missing, ...along } = withColumn({ table, column, next, to: change.to }, schema);
  const fires = firesFor(table, schema);
  const others: RecipeStep[] = [
    { ...keptEqual(change, value, trigger), ...(fires && { after: fires }) },
    fill(table, next, value, name),
    ...(facts?.notNull ? ruleOutNull(table, [next]) : []),
    ...along.steps,
  ];
  const last = switchOver(change, { ...along, steps: [...earlier, ...along.steps] }, trigger);
  const says = 'Let a second column of the new type take its place.';
  if (missing.length === 0) {
    const recipe = { says, steps: inOrder([...earlier, first, ...others, last]) };
    // What USING makes of the values nobody can turn round.
    return text.using === undefined ? undoable(recipe, { table, column, next }, schema) : recipe;
  }
  const what = `The type of ${code(shortName(`${table}.${column}`))}`;
  const after = leftToDo(what, missing, last);
  const before = others.at(-1) as RecipeStep;
  return {
    says: `${says} These migrations prepare it; the last one is left to be written by hand.`,
    steps: inOrder([
      ...earlier,
      unfinished(first, what, missing),
      ...others.slice(0, -1),
      { ...before, after: before.after ? `${before.after}\n${after}` : after },
    ]),
  };
}

function inOrder(steps: readonly RecipeStep[]): Recipe['steps'] {
  return steps as Recipe['steps'];
}

/** A trigger can’t copy what Postgres computes after it. */
function computed({ table, column, text }: ChangedType): string {
  return `Add a plain column of type ${text.to}, let a BEFORE INSERT OR UPDATE trigger compute what ${code(column)} of ${code(shortName(table))} is computed from, fill it in batches, and let the code read that one. A trigger can’t copy ${code(column)} itself: Postgres computes it later.`;
}

/** Writes of code that knows the old column only reach the new one. */
function keptEqual({ table, column, text }: ChangedType, value: string, { own, full }: CopyingTrigger): RecipeStep {
  const target = sqlName(table);
  // What USING says names columns as a query does: the row stands there for the table.
  const now = text.using
    ? `(SELECT ${value} FROM (SELECT NEW.*) AS ${quoteIdentifier(lastName(table))})`
    : `NEW.${value}`;
  return {
    name: slug('keep', lastName(table), column, 'equal'),
    sql: `CREATE FUNCTION ${full}() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.${quoteIdentifier(`${column}_new`)} := ${now};
    RETURN NEW;
  END
$$;
CREATE TRIGGER ${own} BEFORE INSERT OR UPDATE ON ${target} FOR EACH ROW EXECUTE FUNCTION ${full}();`,
    locks: true,
    down: `DROP TRIGGER ${own} ON ${target};\nDROP FUNCTION ${full}();`,
  };
}

/** One transaction: code that names the column finds one before it and after it. */
function switchOver(
  { table, column }: ChangedType,
  { steps, before, after }: WithColumn,
  { own, full }: CopyingTrigger,
): RecipeStep {
  const [target, name] = [sqlName(table), quoteIdentifier(column)];
  return {
    name: slug('switch', lastName(table), column),
    sql: [
      `-- migration-safety: ignore-file ${[...answeredBySwitch(steps), 'rename-column'].join(', ')} the new column has all values, and the name`,
      `DROP TRIGGER ${own} ON ${target};`,
      `DROP FUNCTION ${full}();`,
      ...before,
      `ALTER TABLE ${target} DROP COLUMN ${name};`,
      `ALTER TABLE ${target} RENAME COLUMN ${quoteIdentifier(`${column}_new`)} TO ${name};`,
      ...after,
    ].join('\n'),
    locks: true,
    oneWay: 'the old column is gone',
  };
}
