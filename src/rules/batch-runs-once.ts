import type { Node, SelectStmt } from '@pgsql/types';
import type { Recipe } from '../findings/recipe.js';
import { batchEnd } from '../lint/facts/batch-ends.js';
import { rowWrites } from '../lint/facts/row-writes.js';
import { rangeByRange } from '../lint/help/key-by-key.js';
import { apart, inBatches, slug } from '../lint/help/steps.js';
import { defineRule } from '../lint/rule.js';
import type { Statement } from '../model.js';
import { fullName, lastName, shortName } from '../schema/objects.js';
import type { Schema } from '../schema/schema.js';
import { nodeOf, relationName, walk } from '../sql/ast.js';
import { deparsed } from '../sql/deparse.js';
import { code } from '../sql/words.js';

/** Fewer rows are meant one by one: the newest ten, the one that is wrong. */
const BATCH = 100;

export default defineRule({
  id: 'batch-runs-once',
  harm: 'decision',
  summary: 'One batch of a backfill runs once, and leaves the other rows as they were',
  why: `An UPDATE or DELETE of some thousand rows at a time has to be repeated until no row is left. A migration runs it once: on a
small table that is all of them, in production the rest stays as it was, and no error says so. What comes next, such as SET NOT
NULL or the code that relies on it, finds the rows that were left out.`,
  fix: `Repeat it until it changes no row: in a procedure or a DO block with COMMIT in its loop, which has to run outside a transaction, or
in a job beside the migrations. Its condition has to leave out the rows that are done; where it can’t, as in \`SET n = n + 1\`, go by ranges
of the key. Check in the next migration that no row is left.`,
  roles: ['up', 'maintenance'],
  statements: ['UpdateStmt', 'DeleteStmt', 'SelectStmt'],
  check(statement, { schema, report }) {
    // In a block it may well stand in a loop.
    if (statement.transaction.kind === 'block') return;
    for (const { change, relation } of rowWrites(statement.node, schema)) {
      const name = relationName(relation);
      const table = name && fullName(name);
      if (!table || schema.isNew(table)) continue;
      const batch = batchOf(statement.node, table);
      if (batch === undefined) continue;
      const { limit } = batch;
      report({
        message: `This ${change === 'update' ? 'changes' : 'deletes'} at most ${limit} rows of ${code(shortName(table))}, and runs once. Where there are more, the rest stays as it is.`,
        help: repeated(statement, table, batch.query, schema),
      });
      return;
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int);',
        sql: 'UPDATE t SET b = a WHERE ctid IN (SELECT ctid FROM t WHERE b IS NULL LIMIT 10000);',
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int);',
        sql: 'UPDATE t SET b = a FROM (SELECT id FROM t WHERE b IS NULL ORDER BY id LIMIT 5000) part WHERE part.id = t.id;',
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int);',
        sql: 'UPDATE t SET a = a + 1 WHERE id IN (SELECT id FROM t ORDER BY id LIMIT 5000);',
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int);',
        sql: 'WITH old AS (SELECT id FROM t WHERE a < 0 LIMIT 1000) DELETE FROM t USING old WHERE old.id = t.id;',
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int);',
        sql: 'DO $$\nBEGIN\n  LOOP\n    UPDATE t SET b = a WHERE id IN (SELECT id FROM t WHERE b IS NULL AND a IS NOT NULL LIMIT 1000);\n    EXIT WHEN NOT FOUND;\n    COMMIT;\n  END LOOP;\nEND $$;',
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int);',
        sql: 'DELETE FROM t WHERE id IN (SELECT id FROM t ORDER BY id LIMIT 1);',
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE u (id int);',
        sql: 'UPDATE t SET a = 1 WHERE id IN (SELECT id FROM u LIMIT 1000);',
      },
      { sql: 'CREATE TABLE t (id int, a int);\nUPDATE t SET a = 1 WHERE id IN (SELECT id FROM t LIMIT 1000);' },
    ],
  },
});

interface Batch {
  limit: number;
  query: SelectStmt;
}

/** The query of the statement that takes a batch of the same table. */
function batchOf(node: Node | null, table: string): Batch | undefined {
  let batch: Batch | undefined;
  walk(node, (tag, value) => {
    if (tag !== 'SelectStmt') return;
    const query = value as SelectStmt;
    const limit = nodeOf(query.limitCount, 'A_Const')?.ival?.ival ?? 0;
    const reads = (query.fromClause ?? []).some((item) => {
      const name = relationName(nodeOf(item, 'RangeVar'));
      return name !== undefined && fullName(name) === table;
    });
    if (reads && limit >= BATCH) batch ??= { limit, query };
  });
  return batch;
}

/** The batch again and again, where that ends. */
function repeated({ node, sql }: Statement, table: string, query: SelectStmt, schema: Schema): Recipe | string {
  const update = nodeOf(node, 'UpdateStmt');
  const end = update ? batchEnd(update, query, schema) : nodeOf(node, 'DeleteStmt') ? 'ends' : 'perhaps';
  if (end === 'never') return rangeByRange(table, schema);
  const isGuarded = typeof end === 'object';
  const text = isGuarded ? deparsed(guarded(node, query, end.missing)) : sql;
  const why = isGuarded
    ? ' A row whose value stays NULL would be found again and again: the condition leaves it out.'
    : '';
  if (text === undefined) return rangeByRange(table, schema);
  return {
    says: `Repeat it until no row is left${end === 'perhaps' ? '; its condition has to leave out the rows that are done, or this never ends' : ''}.${why}`,
    steps: [apart(slug('batches', lastName(table)), inBatches(`${text};`))],
  };
}

/** The statement with one more condition in the query that takes the batch. */
function guarded(node: Node | null, query: SelectStmt, condition: Node): Node {
  const { whereClause } = query;
  const args = whereClause ? [whereClause, condition] : [condition];
  const both: Node = { BoolExpr: { boolop: 'AND_EXPR', args } };
  const within = (value: unknown): unknown => {
    if (value === query) return { ...query, whereClause: both };
    if (Array.isArray(value)) return value.map(within);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, within(one)]));
  };
  return within(node) as Node;
}
