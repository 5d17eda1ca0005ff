import { type AddedColumn, addedColumns } from '../lint/facts/added-columns.js';
import { predicted } from '../lint/facts/predicted.js';
import { addColumn, fill, ruleOutNull } from '../lint/help/steps.js';
import { defineRule } from '../lint/rule.js';
import { domainOf } from '../schema/footprint/domains.js';
import { shortName } from '../schema/objects.js';
import { code } from '../sql/words.js';
import { factsOf, lock, refusedOnRows, scan } from '../verdict/fact.js';

export default defineRule({
  id: 'add-column-not-null-without-default',
  harm: 'stops',
  summary: 'A new NOT NULL column without a default fails as soon as the table has a row',
  why: `The rows that are there get NULL in the new column, which NOT NULL forbids: Postgres reads the table under ACCESS
EXCLUSIVE, finds the first of them and stops the migration with SQLSTATE 23502. On the developer’s empty database it works.`,
  fix: `Give the column a constant default, which costs nothing however many rows there are. Where no constant is right, add
the column without NOT NULL, fill it in batches, and make it NOT NULL by way of a CHECK that is validated on its own.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    for (const column of addedColumns(statement, context.schema)) {
      if (!isRequired(column) || column.default) continue;
      if (fillsItself(column) || domainOf(column.type, context.schema)?.default) continue;
      const found = predicted(column.table, context);
      if (!found) continue;
      context.report({
        message: `Adding ${code(column.name)} NOT NULL without a default fails as soon as ${code(shortName(column.table))} has a row.`,
        help: {
          says: 'Decide what the old rows get. A constant DEFAULT costs nothing and is all there is to do. Where no constant is right, replace `…` with what gives each old row its value.',
          steps: [
            { ...addColumn(column), after: 'Deploy code that writes the column.' },
            fill(column.table, column.name, '…'),
            ...ruleOutNull(column.table, [column.name]),
          ],
        },
        claim: [refusedOnRows('23502'), ...factsOf(found.claim)],
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (id int);',
        sql: 'ALTER TABLE t ADD COLUMN a int NOT NULL;',
        claim: [refusedOnRows('23502'), lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id int);',
        sql: 'ALTER TABLE t ADD COLUMN a int, ADD COLUMN "B" text NOT NULL DEFAULT NULL;',
        claim: [refusedOnRows('23502'), lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
    ],
    good: [
      { setup: 'CREATE TABLE t (id int);', sql: 'ALTER TABLE t ADD COLUMN a int NOT NULL DEFAULT 0;' },
      { sql: 'CREATE TABLE t (id int);\nALTER TABLE t ADD COLUMN a int NOT NULL;' },
      { setup: 'CREATE TABLE t (id int);', sql: 'ALTER TABLE t ADD COLUMN a serial NOT NULL;' },
      {
        setup: 'CREATE TABLE t (id int);',
        sql: 'ALTER TABLE t ADD COLUMN a int NOT NULL GENERATED ALWAYS AS IDENTITY;\nALTER TABLE t ADD COLUMN b int NOT NULL GENERATED ALWAYS AS (1) STORED;',
      },
      {
        setup: 'CREATE TABLE t (id int); CREATE DOMAIN label AS text DEFAULT $$x$$;',
        sql: 'ALTER TABLE t ADD COLUMN a label NOT NULL;',
      },
      { setup: 'CREATE TABLE t (id int);', sql: 'ALTER TABLE t ADD COLUMN a int;' },
    ],
  },
});

function isRequired({ constraints }: AddedColumn): boolean {
  return constraints.some(({ contype }) => contype === 'CONSTR_NOTNULL');
}

function fillsItself({ constraints, type }: AddedColumn): boolean {
  const fills = constraints.some(({ contype }) => contype === 'CONSTR_IDENTITY' || contype === 'CONSTR_GENERATED');
  return fills || (type?.serial ?? false);
}
