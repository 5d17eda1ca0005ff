/** How a column gets another type without the table being rewritten: a second column takes its place. */
import type { Recipe, RecipeStep } from '../../findings/recipe.js';
import { lastName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { sqlName } from '../../schema/sql-name.js';
import { quoteIdentifier } from '../../sql/ast.js';
import type { ChangedType } from '../facts/type-changes.js';
import { type CopyingTrigger, lastTrigger } from './last-trigger.js';
import type { WithColumn } from './replaced-column.js';
import { fill, ruleOutNull, slug } from './steps.js';
import { withColumn } from './with-column.js';

/** The recipe, with the last step left to a human being where something hangs on the column. */
export function secondColumn(change: ChangedType, schema: Schema): Recipe {
  const { table, column, text } = change;
  const [target, name] = [sqlName(table), quoteIdentifier(column)];
  const next = `${column}_new`;
  const value = text.using ?? name;
  const trigger = lastTrigger(table, `${lastName(table)}_${next}`, schema);
  const [first, ...others] = [
    {
      name: slug('add', lastName(table), next),
      sql: `ALTER TABLE ${target} ADD COLUMN ${quoteIdentifier(next)} ${text.to};`,
      locks: true,
      down: `ALTER TABLE ${target} DROP COLUMN ${quoteIdentifier(next)};`,
    },
    keptEqual(change, value, trigger),
    fill(table, next, value, name),
    ...(schema.find('column', `${table}.${column}`)?.facts?.notNull ? ruleOutNull(table, [next]) : []),
  ] as const satisfies RecipeStep[];
  const last = others.at(-1) as RecipeStep;
  const along = withColumn({ table, column, next, to: change.to }, schema);
  const rest = along
    ? [...others, ...along.steps, switchOver(change, along, trigger)]
    : [...others.slice(0, -1), { ...last, after: byHand(change, hanging(table, column, schema), trigger) }];
  return { says: 'Let a second column of the new type take its place.', steps: [first, ...rest] };
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
  const others = steps.length > 0 ? 'drop-column-drops-index, ' : '';
  return {
    name: slug('switch', lastName(table), column),
    sql: [
      `-- migration-safety: ignore-file drop-column, ${others}drop-trigger, rename-column the new column has all values, and the name`,
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

function byHand({ column }: ChangedType, hangs: readonly string[], { own }: CopyingTrigger): string {
  return `Then make for \`${column}_new\` what hangs on \`${column}\` (${hangs.join('; ')}), without blocking, and switch over in one transaction with a short lock_timeout: drop the trigger \`${own}\` and its function, drop \`${column}\`, rename \`${column}_new\` to \`${column}\`.`;
}

/** What goes with the column, in words, with the SQL that carries it over where that is one statement. */
function hanging(table: string, column: string, schema: Schema): string[] {
  const full = `${table}.${column}`;
  const target = `${sqlName(table)}.${quoteIdentifier(`${column}_new`)}`;
  const indexes = schema.partsOf(table, 'index').filter(({ facts }) => facts?.columns?.includes(column));
  const constraints = schema.partsOf(table, 'constraint').filter(({ facts }) => facts?.columns?.includes(column));
  const sequences = schema.every('sequence').filter(({ facts }) => facts?.ownedBy === full);
  const facts = schema.find('column', full)?.facts;
  return [
    ...constraints.map(({ name }) => `the constraint \`${lastName(name)}\``),
    ...indexes
      .filter(({ name }) => !constraints.some((one) => lastName(one.name) === lastName(name)))
      .map(({ name }) => `the index \`${lastName(name)}\``),
    ...sequences.map(
      ({ name }) =>
        `the sequence: \`ALTER SEQUENCE ${sqlName(name)} AS bigint OWNED BY ${target};\` where it shall count further`,
    ),
    ...(facts?.default !== undefined ? ['the default'] : []),
    ...(facts?.identity !== undefined ? ['the identity'] : []),
  ];
}
