import type { Recipe, RecipeStep } from '../findings/recipe.js';
import { slug } from '../lint/help/steps.js';
import { defineRule } from '../lint/rule.js';
import { lastName, shortName } from '../schema/objects.js';
import type { Schema } from '../schema/schema.js';
import { enumerated, sqlName } from '../schema/sql-name.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

export default defineRule({
  id: 'truncate-table',
  harm: 'loses',
  summary: 'TRUNCATE empties the table for good and locks out everybody',
  why: `TRUNCATE deletes every row: once committed, only a backup has them. It takes ACCESS EXCLUSIVE, so reads wait as well as
writes, and it doesn’t fire the triggers that a DELETE would. With CASCADE it also empties every table that references the
named one, and those that reference them.`,
  fix: `Delete what has to go, in batches, outside the transaction of the schema change. Where a table must really be emptied,
do it by hand when nobody uses it.`,
  statements: ['TruncateStmt'],
  check(statement, context) {
    const truncate = nodeOf(statement.node, 'TruncateStmt');
    const hot = context
      .footprint()
      .filter(({ relation }) => !context.schema.isNew(relation))
      .map(({ relation }) => relation);
    const [first] = hot;
    if (first === undefined) return;
    const unseen =
      truncate?.behavior === 'DROP_CASCADE'
        ? `, and with CASCADE of every table that references ${hot.length > 1 ? 'them' : 'it'},`
        : '';
    context.report({
      message: `TRUNCATE deletes all rows of ${enumerated(hot.map((one) => code(shortName(one))))}${unseen} for good. It takes ACCESS EXCLUSIVE, so every read and write waits.`,
      help: emptied(hot, context.schema),
      claim: lock('ACCESS EXCLUSIVE', first),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'TRUNCATE t;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (parent_id int REFERENCES parent);',
        sql: 'TRUNCATE TABLE parent CASCADE;',
        claim: lock('ACCESS EXCLUSIVE', 'public.parent'),
      },
    ],
    good: [
      { sql: 'CREATE TABLE t (a int);\nTRUNCATE t;' },
      { sql: 'CREATE TEMP TABLE scratch (a int);\nTRUNCATE scratch;' },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'DELETE FROM t WHERE ctid = ANY (ARRAY(SELECT ctid FROM t LIMIT 5000));',
      },
    ],
  },
});

/** The rows that reference others go first. */
function emptied(tables: readonly string[], schema: Schema): Recipe | string {
  const all = new Set(tables);
  for (const table of all) for (const key of schema.foreignKeysTo(table)) if (key.table) all.add(key.table);
  const order: string[] = [];
  const waits = (table: string) =>
    schema.foreignKeysTo(table).some((key) => key.table && key.table !== table && !order.includes(key.table));
  for (let next = [...all].find((one) => !waits(one)); next !== undefined; ) {
    order.push(next);
    next = [...all].find((one) => !order.includes(one) && !waits(one));
  }
  if (order.length < all.size) {
    return `Tables that reference each other have to be emptied together: plan a maintenance window for ${enumerated([...all].map(sqlName))}.`;
  }
  const [first, ...others] = order.map(
    (table): RecipeStep => ({
      name: slug('empty', lastName(table)),
      sql: LOOP.replaceAll('<table>', () => sqlName(table)),
      outside: true,
      oneWay: 'the rows are gone',
      within: { sql: `DELETE FROM ${sqlName(table)};`, answers: ['delete-whole-table'] },
    }),
  );
  const which =
    all.size > 1 ? ' Rows that reference others go first; leave out the tables that are to keep theirs.' : '';
  return { says: `Delete in batches until no row is left.${which}`, steps: [first as RecipeStep, ...others] };
}

const LOOP = `DO $$
BEGIN
  LOOP
    DELETE FROM <table> WHERE ctid = ANY (ARRAY(SELECT ctid FROM <table> LIMIT 10000));
    EXIT WHEN NOT FOUND;
    COMMIT;
  END LOOP;
END $$;`;
