/** The steps that recipes are made of. */
import type { Constraint } from '@pgsql/types';
import type { RecipeStep, WithinTransaction } from '../../findings/recipe.js';
import { lastName } from '../../schema/objects.js';
import { quoteLast, sqlName } from '../../schema/sql-name.js';
import { quoteIdentifier } from '../../sql/ast.js';
import { type AddedColumn, plainColumn } from '../facts/added-columns.js';

type RecipeSteps = [RecipeStep, ...RecipeStep[]];

/** Words as a part of a file's name. */
export function slug(...words: string[]): string {
  const text = words.join('_').toLowerCase();
  return text
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 80);
}

/** A statement that Postgres refuses in a transaction. `index`: what it builds; a rollback drops that. */
export function apart(name: string, statement: string, index?: string): RecipeStep {
  const isMaintenance = /^\s*(reindex|vacuum|refresh)\b/i.test(statement);
  const down = index === undefined ? null : `DROP INDEX CONCURRENTLY IF EXISTS ${index};`;
  const within = isMaintenance ? undefined : withinTransaction(statement, index);
  return { name, sql: statement, outside: true, ...(!isMaintenance && { down }), ...(within && { within }) };
}

const BLOCKING: readonly [RegExp, string][] = [
  [/^create\s+(?:unique\s+)?index\b/i, 'index-not-concurrent'],
  [/^drop\s+index\b/i, 'drop-index-not-concurrent'],
  [/^alter\s+table\b[^;]*\bdetach\s+partition\b/i, 'detach-not-concurrent'],
];

/** The same without CONCURRENTLY. */
function withinTransaction(statement: string, index: string | undefined): WithinTransaction | undefined {
  const [, rule] = BLOCKING.find(([form]) => form.test(statement)) ?? [];
  if (rule === undefined) return undefined;
  const down = index === undefined ? {} : { down: `DROP INDEX IF EXISTS ${index};` };
  return { sql: statement.replace(/\s+concurrently\b/i, ''), answers: [rule], ...down };
}

/** The column with what costs nothing: its type, and a constant default with NOT NULL. */
export function addColumn(column: AddedColumn): RecipeStep {
  const { default: value } = column.text;
  const required = value !== undefined && column.constraints.some(({ contype }) => contype === 'CONSTR_NOTNULL');
  const rest = value === undefined ? '' : ` DEFAULT ${value}${required ? ' NOT NULL' : ''}`;
  return columnStep(column, plainColumn(column).replace(/;$/, `${rest};`));
}

/** The column without a value for the old rows; new ones get it. A domain's default would be for the old ones as well. */
export function addEmptyColumn(column: AddedColumn, value: string): RecipeStep {
  const isOfDomain = column.text.default === undefined;
  const add = isOfDomain ? plainColumn(column).replace(/;$/, ' DEFAULT NULL;') : plainColumn(column);
  const name = quoteIdentifier(column.name);
  return columnStep(column, `${add}\nALTER TABLE ${sqlName(column.table)} ALTER COLUMN ${name} SET DEFAULT ${value};`);
}

function columnStep({ table, name }: AddedColumn, sql: string): RecipeStep {
  const down = `ALTER TABLE ${sqlName(table)} DROP COLUMN ${quoteIdentifier(name)};`;
  return { name: slug('add', lastName(table), name), sql, locks: true, down };
}

/** Rows in one batch: some thousand, so that each is over soon. */
export const BATCH = 10000;

/** One batch, again and again until it changes no row; each is committed. It ends with a semicolon. */
export function inBatches(batch: string): string {
  return `DO $$\nBEGIN\n  LOOP\n    ${batch.replaceAll('\n', '\n    ')}\n    EXIT WHEN NOT FOUND;\n    COMMIT;\n  END LOOP;\nEND $$;`;
}

/** Fills the rows batch by batch, and commits each: locks are held for one batch only. */
export function fill(table: string, column: string, value: string, old = ''): RecipeStep {
  const [target, name] = [sqlName(table), quoteIdentifier(column)];
  // What has no value stays NULL, and must not be tried for ever.
  const where = `${name} IS NULL${old === '' ? '' : ` AND ${old} IS NOT NULL`}${old === '' || value === old ? '' : ` AND (${value}) IS NOT NULL`}`;
  return {
    name: slug('fill', lastName(table), column),
    sql: inBatches(
      `UPDATE ${target} SET ${name} = ${value}\n  WHERE ${where} AND ctid = ANY (ARRAY(SELECT ctid FROM ${target} WHERE ${where} LIMIT ${BATCH} FOR UPDATE));`,
    ),
    outside: true,
    within: { sql: `UPDATE ${target} SET ${name} = ${value} WHERE ${where};`, answers: ['update-whole-table'] },
  };
}

/** NOT NULL without reading the rows under a strong lock: by way of a CHECK that is validated on its own. */
export function ruleOutNull(table: string, columns: readonly string[]): RecipeSteps {
  const steps = columns.flatMap((column): RecipeStep[] => {
    const alter = `ALTER TABLE ${sqlName(table)}`;
    const [name, check] = [quoteIdentifier(column), notNullName(table, column)];
    const add = `${alter} ADD CONSTRAINT ${check} CHECK (${name} IS NOT NULL) NOT VALID;`;
    return [
      ...notValid(table, check, add),
      {
        name: slug('require', lastName(table), column),
        sql: `${alter} ALTER COLUMN ${name} SET NOT NULL;`,
        locks: true,
        // What has been dropped since came back unchecked: it is read before the strong lock is taken.
        down: `${alter} VALIDATE CONSTRAINT ${check};\n${alter} ALTER COLUMN ${name} DROP NOT NULL;`,
      },
      { name: slug('drop', check), sql: `${alter} DROP CONSTRAINT ${check};`, locks: true, down: add },
    ];
  });
  return steps as RecipeSteps;
}

/** A column that may be NULL for now: its CHECK goes last and comes back first, so that the way back reads the rows beside all traffic. */
export function allowNull(table: string, column: string): RecipeSteps {
  const alter = `ALTER TABLE ${sqlName(table)}`;
  const [name, check] = [quoteIdentifier(column), notNullName(table, column)];
  const add = `${alter} ADD CONSTRAINT ${check} CHECK (${name} IS NOT NULL) NOT VALID;`;
  const drop = `${alter} DROP CONSTRAINT ${check};`;
  return [
    {
      name: slug('loosen', lastName(table), column),
      sql: `${add}\n${alter} ALTER COLUMN ${name} DROP NOT NULL;`,
      locks: true,
      down: `${alter} VALIDATE CONSTRAINT ${check};\n${alter} ALTER COLUMN ${name} SET NOT NULL;\n${drop}`,
    },
    { name: slug('drop', check), sql: drop, locks: true, down: add },
  ];
}

function notNullName(table: string, column: string): string {
  return quoteIdentifier(`${lastName(table)}_${column}_not_null`.slice(0, 63));
}

/** Constraints are mostly named after their table: it isn't named twice. */
function ofTable(table: string, name: string): string {
  const [own, words] = [slug(lastName(table)), slug(name)];
  return words.startsWith(own) ? words : slug(own, words);
}

/** A constraint that holds for new rows at once, and for the old ones once they were read beside all traffic. */
export function notValid(table: string, constraint: string, add: string): RecipeSteps {
  const alter = `ALTER TABLE ${sqlName(table)}`;
  const words = ofTable(table, constraint);
  return [
    { name: slug('add', words), sql: add, locks: true, down: `${alter} DROP CONSTRAINT ${constraint};` },
    { name: slug('validate', words), sql: `${alter} VALIDATE CONSTRAINT ${constraint};` },
  ];
}

/** Said in a rollback that takes along what an earlier migration has made: that one's rollback finds it gone. */
export function goesAlong(why: string): string {
  return `-- migration-safety: irreversible ${why}`;
}

/** A key whose index is built beside all traffic. `build` and `use` are the two statements. */
export function keyByIndex(table: string, key: string, [build, use]: readonly [string, string]): RecipeSteps {
  const words = ofTable(table, key);
  const schema = sqlName(table).includes('.') ? `${sqlName(table).slice(0, sqlName(table).lastIndexOf('.') + 1)}` : '';
  const drop = `ALTER TABLE ${sqlName(table)} DROP CONSTRAINT ${key};`;
  return [
    apart(slug('build', words), build, `${schema}${key}`),
    takeOver(slug('use', words), use, { drop, build, builtBy: slug('build', words) }),
  ];
}

/** A constraint that takes an index over. To drop it drops the index, which a migration before has built. */
export function takeOver(
  name: string,
  use: string,
  { drop, build, builtBy }: { drop: string; build: string | undefined; builtBy: string },
): RecipeStep {
  return {
    name,
    sql: use,
    locks: true,
    down: `${goesAlong(`its index goes with it: roll back ${builtBy} as well`)}\n${drop}`,
    ...(build !== undefined && { downApart: `SET lock_timeout = '2s';\n${drop}\nSET lock_timeout = 0;\n${build}` }),
  };
}

/** The key of a new column, under the name that it has, or that Postgres would choose. */
export function keyOfColumn(table: string, column: string, { contype, conname }: Constraint): RecipeSteps {
  const [words, suffix] = contype === 'CONSTR_PRIMARY' ? ['PRIMARY KEY', '_pkey'] : ['UNIQUE', `_${column}_key`];
  const key = conname ? quoteIdentifier(conname) : quoteLast(table, suffix);
  return keyByIndex(table, key, [
    `CREATE UNIQUE INDEX CONCURRENTLY ${key} ON ${sqlName(table)} (${quoteIdentifier(column)});`,
    `ALTER TABLE ${sqlName(table)} ADD CONSTRAINT ${key} ${words} USING INDEX ${key};`,
  ]);
}
