import type { SelectStmt } from '@pgsql/types';
import { defineRule } from '../lint/rule.js';
import { nodeOf, walk } from '../sql/ast.js';

/** Functions that only compute; a query that calls any other may well be there for what it does. */
const PURE = new Set(
  `abs array_agg avg bool_and bool_or coalesce concat count current_date date_trunc every exists extract format greatest
   json_agg jsonb_agg least length lower max min now nullif pg_get_constraintdef pg_get_indexdef pg_relation_size
   pg_size_pretty pg_total_relation_size round string_agg substring sum to_char to_regclass trim upper version`.split(
    /\s+/,
  ),
);

export default defineRule({
  id: 'select-asserts-nothing',
  harm: 'decision',
  summary: 'A bare SELECT in a migration checks nothing',
  why: `A migration tool throws a query’s rows away: whether \`SELECT count(*) … WHERE bad\` finds none or a million, the migration
goes on. Only an error stops it.`,
  fix: `Raise an error when something is wrong: a DO block with ASSERT or RAISE EXCEPTION. Or put the query into the validation
script, with the result that it expects in a comment above it.`,
  roles: ['up', 'down'],
  statements: ['SelectStmt'],
  check(statement, context) {
    const select = nodeOf(statement.node, 'SelectStmt');
    // In a DO block a query has somewhere to put its rows.
    if (!select || statement.transaction.kind === 'block' || !readsOnly(select)) return;
    const query = statement.sql.replace(/\s+/g, ' ');
    const [target] = select.targetList ?? [];
    const counts = nodeOf(nodeOf(target, 'ResTarget')?.val, 'FuncCall') !== undefined && !select.groupClause;
    context.report({
      message: 'Nobody sees what this query returns, so it can’t stop the migration.',
      help: `Raise an error where the result is not what it must be, for example where there should be no such row:\nDO $$ BEGIN ASSERT ${counts ? `(${query}) = 0` : `NOT EXISTS (${query})`}; END $$;`,
    });
  },
  examples: {
    bad: [
      { setup: 'CREATE TABLE t (a int);', sql: 'SELECT count(*) FROM t WHERE a IS NULL;' },
      { setup: 'CREATE TABLE t (a int);', sql: 'SELECT a FROM t WHERE a IS NULL;' },
    ],
    good: [
      { sql: 'SELECT 1;' },
      { setup: 'CREATE SEQUENCE s; CREATE TABLE t (a int);', sql: "SELECT setval('s', coalesce(max(a), 1)) FROM t;" },
      { setup: 'CREATE TABLE t (a int);', sql: 'SELECT 1 / (1 - count(*)) FROM t WHERE a IS NULL;' },
      { setup: 'CREATE TABLE t (a int);', sql: 'SELECT a FROM t FOR UPDATE;' },
      { setup: 'CREATE TABLE t (a int);', sql: 'WITH gone AS (DELETE FROM t RETURNING a) SELECT count(*) FROM gone;' },
      { setup: 'CREATE TABLE t (a int);', sql: 'SELECT a FROM t WHERE false;' },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'DO $$ BEGIN ASSERT NOT EXISTS (SELECT FROM t WHERE a IS NULL); END $$;',
      },
    ],
  },
});

/** It reads a table and does nothing else: no lock, no table made, no row written, no division that may fail. */
function readsOnly(select: SelectStmt): boolean {
  if (!select.fromClause && !select.larg) return false;
  // WHERE FALSE asks whether tables and columns are there.
  if (select.intoClause || nodeOf(select.whereClause, 'A_Const')) return false;
  let reads = true;
  walk(select, (tag, body) => {
    if (['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt', 'LockingClause', 'RangeFunction'].includes(tag))
      reads = false;
    if (tag === 'A_Expr' && ['/', '%'].includes(nodeOf((body.name as never[])?.[0], 'String')?.sval ?? ''))
      reads = false;
    if (tag === 'TypeCast') reads = false;
    if (tag === 'FuncCall') {
      const names = (body.funcname as never[]).map((part) => nodeOf(part, 'String')?.sval ?? '');
      if (!PURE.has(names.at(-1) ?? '')) reads = false;
    }
  });
  return reads;
}
