import type { Recipe } from '../findings/recipe.js';
import { partitionByPartition } from '../lint/help/partitioned-index.js';
import { defineRule, type RuleContext } from '../lint/rule.js';
import { isPartitioned } from '../schema/footprint/touch.js';
import { fullName, shortName } from '../schema/objects.js';
import { display, hasOption, listName, nodeOf, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { refused } from '../verdict/fact.js';

export default defineRule({
  id: 'concurrently-unsupported',
  harm: 'stops',
  summary: 'Postgres refuses CONCURRENTLY in this form',
  why: `CREATE INDEX CONCURRENTLY doesn’t work on a partitioned table, DROP INDEX CONCURRENTLY neither on its indexes, nor with
CASCADE, nor for several indexes at once; REINDEX SYSTEM takes no CONCURRENTLY. Postgres answers with SQLSTATE 0A000, and
the migration stops there.`,
  fix: `Create the index ON ONLY the partitioned table, one with CONCURRENTLY on each partition, and attach them. Drop one index
per statement, without CASCADE. An index of a partitioned table can only be dropped without CONCURRENTLY: set a short
lock_timeout for that.`,
  statements: ['IndexStmt', 'DropStmt', 'ReindexStmt'],
  check(statement, context) {
    // In a transaction it is refused for that reason already.
    if (statement.transaction.kind !== 'none') return;
    const problem = refusedIndex(statement, context) ?? refusedDrop(statement, context) ?? refusedReindex(statement);
    if (problem) context.report({ ...problem, claim: refused('0A000') });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
        sql: 'CREATE UNIQUE INDEX CONCURRENTLY i ON p (a, b);',
        claim: refused('0A000'),
      },
      {
        setup: 'CREATE TABLE p (a int, b int) PARTITION BY LIST (a);',
        sql: 'CREATE INDEX CONCURRENTLY i ON ONLY p (b);',
        claim: refused('0A000'),
      },
      {
        setup: 'CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE INDEX i ON p (b);',
        sql: 'DROP INDEX CONCURRENTLY i;',
        claim: refused('0A000'),
      },
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a); CREATE INDEX "J" ON t (b);',
        sql: 'DROP INDEX CONCURRENTLY IF EXISTS i, "J";',
        claim: refused('0A000'),
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
        sql: 'DROP INDEX CONCURRENTLY i CASCADE;',
        claim: refused('0A000'),
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
        sql: 'CREATE INDEX CONCURRENTLY i ON p1 (b);\nDROP INDEX CONCURRENTLY i;',
      },
      {
        setup: 'CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE INDEX i ON p (b);',
        sql: 'REINDEX INDEX CONCURRENTLY i;\nDROP INDEX i;',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a); CREATE INDEX j ON t (a);',
        sql: 'DROP INDEX CONCURRENTLY i RESTRICT;\nDROP INDEX CONCURRENTLY j;',
      },
    ],
  },
});

type Unsupported = { message: string; help: string | Recipe } | undefined;
type Subject = Parameters<ReturnType<typeof defineRule>['check']>[0];

function refusedIndex({ node, sql }: Subject, { schema }: RuleContext): Unsupported {
  const index = nodeOf(node, 'IndexStmt');
  const table = relationName(index?.relation);
  if (!index?.concurrent || !table || !isPartitioned(fullName(table), schema)) return undefined;
  return {
    message: `Postgres refuses CREATE INDEX CONCURRENTLY on ${code(shortName(fullName(table)))}, because it is partitioned. The migration stops here.`,
    help: partitionByPartition(sql, index, schema),
  };
}

function refusedDrop({ node, sql }: Subject, { schema }: RuleContext): Unsupported {
  const drop = nodeOf(node, 'DropStmt');
  if (drop?.removeType !== 'OBJECT_INDEX' || !drop.concurrent) return undefined;
  const names = (drop.objects ?? []).flatMap((object) => listName(object) ?? []);
  const ifExists = drop.missing_ok ? 'IF EXISTS ' : '';
  const one = names.map((name) => `DROP INDEX CONCURRENTLY ${ifExists}${display(name)};`).join('\n');
  if (names.length > 1 || drop.behavior === 'DROP_CASCADE') {
    const form = names.length > 1 ? 'several indexes at once' : 'CASCADE';
    return {
      message: `DROP INDEX CONCURRENTLY doesn’t take ${form}. Postgres refuses it, and the migration stops here.`,
      help: `Drop one index per statement, without CASCADE:\n${one}`,
    };
  }
  const table = names.map((name) => schema.find('index', fullName(name))?.table).find((name) => name !== undefined);
  if (table === undefined || !isPartitioned(table, schema)) return undefined;
  return {
    message: `Postgres refuses to drop an index of the partitioned table ${code(shortName(table))} with CONCURRENTLY. The migration stops here.`,
    help: `Drop it without CONCURRENTLY, give up quickly when the table is busy, and run it again:\nSET lock_timeout = '2s';\n${sql.replace(/\s+concurrently/i, '')};`,
  };
}

function refusedReindex({ node }: Subject): Unsupported {
  const reindex = nodeOf(node, 'ReindexStmt');
  if (reindex?.kind !== 'REINDEX_OBJECT_SYSTEM' || !hasOption(reindex.params, 'concurrently')) return undefined;
  return {
    message: 'REINDEX SYSTEM doesn’t take CONCURRENTLY. Postgres refuses it, and the migration stops here.',
    help: 'Leave REINDEX SYSTEM out of migrations: it is for repairs in single-user mode.',
  };
}
