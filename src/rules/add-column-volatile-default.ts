import type { Node } from '@pgsql/types';
import type { RecipeStep } from '../findings/recipe.js';
import { type AddedColumn, addedColumns } from '../lint/facts/added-columns.js';
import { predicted } from '../lint/facts/predicted.js';
import { addEmptyColumn, fill, ruleOutNull, slug } from '../lint/help/steps.js';
import { defineRule } from '../lint/rule.js';
import { domainOf } from '../schema/footprint/domains.js';
import { lastName, shortName } from '../schema/objects.js';
import type { Schema } from '../schema/schema.js';
import { sqlName } from '../schema/sql-name.js';
import { volatileFunction } from '../schema/volatility.js';
import { quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock, rewrite, scan } from '../verdict/fact.js';

export default defineRule({
  id: 'add-column-volatile-default',
  harm: 'blocks',
  summary: 'A new column with a volatile default rewrites the whole table',
  why: `A constant default, now() or any other expression that stays the same within a statement is stored once, and the rows
are left alone. A volatile function (random(), gen_random_uuid(), clock_timestamp(), nextval()) gives each row a value of its
own: Postgres writes the table and all its indexes anew under ACCESS EXCLUSIVE, and nobody reads or writes it meanwhile.`,
  fix: `Add the column without a default, set the default for rows to come, and fill the old rows in batches, outside the
migration’s transaction.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    for (const column of addedColumns(statement, context.schema)) {
      const called = volatileFunction(defaultOf(column, context.schema), context.schema);
      const found = called === undefined ? undefined : predicted(column.table, context);
      if (!found) continue;
      context.report({
        message: `Adding ${code(column.name)} rewrites ${code(shortName(column.table))}, because ${code(`${called}()`)} is volatile and gives each row a value of its own. It holds ${found.lock} meanwhile, so all reads and writes wait.`,
        help: {
          says: 'Add the column, and fill the old rows in batches.',
          steps: steps(column, called ?? ''),
        },
        claim: found.claim,
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (id int);',
        sql: 'ALTER TABLE t ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid();',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t'), rewrite('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id int);',
        sql: 'ALTER TABLE t ADD COLUMN dice float8[] DEFAULT ARRAY[random()];',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t'), rewrite('public.t')],
      },
      {
        setup:
          'CREATE TABLE t (id int); CREATE FUNCTION token() RETURNS text LANGUAGE sql AS $$ SELECT md5(random()::text) $$;',
        sql: 'ALTER TABLE ONLY t ADD COLUMN a int, ADD COLUMN b text DEFAULT token();',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t'), rewrite('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id int); CREATE SEQUENCE s;',
        sql: "ALTER TABLE t ADD COLUMN n bigint DEFAULT nextval('s');",
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t'), rewrite('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id int); CREATE DOMAIN token AS uuid DEFAULT gen_random_uuid();',
        sql: 'ALTER TABLE t ADD COLUMN a token;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t'), rewrite('public.t')],
      },
    ],
    good: [
      { setup: 'CREATE TABLE t (id int);', sql: 'ALTER TABLE t ADD COLUMN a timestamptz NOT NULL DEFAULT now();' },
      {
        setup: 'CREATE TABLE t (id int);',
        sql: "ALTER TABLE t ADD COLUMN a int DEFAULT -1, ADD COLUMN b date DEFAULT current_date, ADD COLUMN c text DEFAULT to_char(now(), 'YYYY');",
      },
      {
        setup: 'CREATE TABLE t (id int); CREATE FUNCTION one() RETURNS int IMMUTABLE LANGUAGE sql AS $$ SELECT 1 $$;',
        sql: 'ALTER TABLE t ADD COLUMN a int DEFAULT one();',
      },
      { sql: 'CREATE TABLE t (id int);\nALTER TABLE t ADD COLUMN a uuid DEFAULT gen_random_uuid();' },
      { sql: 'CREATE TEMP TABLE t (id int);\nALTER TABLE t ADD COLUMN a uuid DEFAULT gen_random_uuid();' },
      { setup: 'CREATE TABLE t (id int);', sql: 'ALTER TABLE t ALTER COLUMN id SET DEFAULT random();' },
      {
        setup: 'CREATE TABLE t (id int); CREATE DOMAIN token AS uuid DEFAULT gen_random_uuid();',
        sql: 'ALTER TABLE t ADD COLUMN a token DEFAULT NULL;',
      },
      {
        setup: 'CREATE TABLE t (id int);',
        sql: 'ALTER TABLE t ADD COLUMN IF NOT EXISTS id int DEFAULT random();\nALTER TABLE IF EXISTS missing ADD COLUMN a int DEFAULT random();',
      },
    ],
  },
});

/** A domain's default applies where the column has none of its own. */
function defaultOf({ constraints, default: own, type }: AddedColumn, schema: Schema): Node | undefined {
  const overridden = constraints.some(({ contype }) => contype === 'CONSTR_DEFAULT');
  return overridden ? own : domainOf(type, schema)?.default;
}

function steps(column: AddedColumn, called: string): [RecipeStep, ...RecipeStep[]] {
  const value = column.text.default ?? `${called}()`;
  const required = column.constraints.some(({ contype }) => contype === 'CONSTR_NOTNULL');
  return [
    addEmptyColumn(column, value),
    fill(column.table, column.name, value),
    ...(required ? ruleOutNull(column.table, [column.name]) : []),
    ...(column.text.default === undefined ? [domainDefault(column)] : []),
  ];
}

/** The domain's own applies again. */
function domainDefault({ table, name }: AddedColumn): RecipeStep {
  return {
    name: slug('default', lastName(table), name),
    sql: `ALTER TABLE ${sqlName(table)} ALTER COLUMN ${quoteIdentifier(name)} DROP DEFAULT;`,
    locks: true,
  };
}
