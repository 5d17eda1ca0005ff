import { insertAfter, keywords } from '../lint/facts/edits.js';
import { predicted } from '../lint/facts/predicted.js';
import { apart, slug } from '../lint/help/steps.js';
import { defineRule } from '../lint/rule.js';
import { isMissing, isPartitioned } from '../schema/footprint/touch.js';
import { fullName, lastName, shortName } from '../schema/objects.js';
import type { KnownObject, Schema } from '../schema/schema.js';
import { hasOption, nodeOf, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock, refused, scan } from '../verdict/fact.js';

/** With the parentheses of its options, if it has any, and its kind. */
const HEAD = /^reindex\s*(?:\([^)]*\)\s*)?(?:index|table|schema|database)\b/i;

export default defineRule({
  id: 'reindex-not-concurrent',
  harm: 'blocks',
  summary: 'REINDEX blocks writes of the table, and reads that could use the index',
  why: `REINDEX takes SHARE on the table, which stops its writes, and ACCESS EXCLUSIVE on each index that it rebuilds. Reads
stop as well: to plan a query, Postgres locks every index of the table.`,
  fix: 'REINDEX … CONCURRENTLY builds a new index beside the old one, and lets reads and writes pass. It can’t run in a transaction; for a partitioned table, neither can REINDEX without it.',
  statements: ['ReindexStmt'],
  check(statement, context) {
    const reindex = nodeOf(statement.node, 'ReindexStmt');
    const { schema } = context;
    if (!reindex || reindex.kind === 'REINDEX_OBJECT_SYSTEM' || hasOption(reindex.params, 'concurrently')) return;
    const name = relationName(reindex.relation);
    const relation = name && fullName(name);
    const index = reindex.kind === 'REINDEX_OBJECT_INDEX' && relation ? schema.find('index', relation) : undefined;
    const table = index?.table ?? relation;
    if (table && schema.isNew(table)) return;
    // A partitioned one is rebuilt partition by partition, each in a transaction of its own.
    const partitioned = table !== undefined && isPartitioned(table, schema);
    const found = table && !partitioned && !isMissing(table, schema) ? predicted(table, context) : undefined;
    const fails = partitioned && statement.transaction.kind !== 'none';
    context.report({
      message: fails
        ? `Postgres refuses to rebuild the indexes of the partitioned table ${code(shortName(table))} in a transaction. The script stops here.`
        : `REINDEX takes SHARE on ${table && (index || reindex.kind === 'REINDEX_OBJECT_TABLE') ? code(shortName(table)) : 'each table'} and ACCESS EXCLUSIVE on each index that it rebuilds. Writes wait, and so do reads, whose planning locks every index of the table.`,
      help: {
        says: 'Rebuild without blocking.',
        steps: [
          apart(
            slug('reindex', relation ? lastName(relation) : ''),
            `${statement.sql.replace(HEAD, '$& CONCURRENTLY')};`,
          ),
        ],
      },
      ...(fails ? { claim: refused('25001') } : found && { claim: found.claim }),
      ...(statement.transaction.kind === 'none' &&
        canBeConcurrent(index, schema) && {
          fixes: [
            {
              description: 'Add CONCURRENTLY',
              edits: insertAfter(statement, context.script, HEAD, keywords(statement, ' CONCURRENTLY')),
            },
          ],
        }),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
        sql: 'REINDEX INDEX i;',
        claim: [lock('SHARE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
        sql: 'BEGIN;\nREINDEX (VERBOSE) TABLE t;\nCOMMIT;',
        claim: [lock('SHARE', 'public.t'), scan('public.t')],
      },
      { sql: 'REINDEX SCHEMA public;' },
      {
        setup:
          'CREATE TABLE p (a int PRIMARY KEY) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
        sql: 'REINDEX TABLE p;',
        transaction: 'per-script',
        claim: refused('25001'),
      },
      {
        setup:
          'CREATE TABLE p (a int PRIMARY KEY) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
        sql: 'REINDEX INDEX p_pkey;',
      },
    ],
    good: [
      { setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);', sql: 'REINDEX INDEX CONCURRENTLY i;' },
      { setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);', sql: 'REINDEX (CONCURRENTLY) TABLE t;' },
      { sql: 'CREATE TABLE t (a int PRIMARY KEY);\nREINDEX TABLE t;\nREINDEX INDEX t_pkey;' },
    ],
  },
});

/** One known index. Of a whole table, CONCURRENTLY passes over invalid indexes and those of exclusion constraints, with a warning. */
function canBeConcurrent(index: KnownObject<'index'> | undefined, schema: Schema): boolean {
  if (index === undefined) return false;
  const { table, facts } = index;
  if (facts?.constraint === undefined) return true;
  return schema.find('constraint', `${table}.${facts.constraint}`)?.facts?.type !== 'exclusion';
}
