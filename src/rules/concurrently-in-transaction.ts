import { transactionHelp, transactionWords } from '../lint/facts/transaction-words.js';
import { defineRule } from '../lint/rule.js';
import type { Statement } from '../model.js';
import { nonTransactional } from '../sql/non-transactional.js';
import { refused } from '../verdict/fact.js';

export default defineRule({
  id: 'concurrently-in-transaction',
  harm: 'stops',
  summary: 'CONCURRENTLY can’t run inside a transaction',
  why: `CREATE INDEX, DROP INDEX, REINDEX and DETACH PARTITION with CONCURRENTLY commit several times while they work, so
Postgres refuses them inside a transaction block with SQLSTATE 25001, and the migration stops there. The block may be
written in the script (BEGIN … COMMIT), opened by the migration tool around each file, or implied because the tool sends
the whole file as one query. REFRESH MATERIALIZED VIEW CONCURRENTLY is different: it does run in a transaction.`,
  fix: `Take BEGIN and COMMIT out of the script, or move the statement into a migration of its own that the tool runs
without a transaction, in the tool’s own way (docs/layouts.md). Such a script doesn’t roll back as a whole when it fails halfway: keep one CONCURRENTLY
statement to a file, or make each of them repeatable.`,
  check(statement, context) {
    const special = nonTransactional(statement.node);
    if (!special?.concurrently || statement.transaction.kind === 'none') return;
    context.report({
      message: `${special.form} can’t run ${transactionWords(statement.transaction)}. Postgres refuses it, and the migration stops here.`,
      help: transactionHelp(statement, context),
      cause: `transaction of ${transactionKey(statement)}`,
      claim: refused('25001'),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'BEGIN;\nCREATE INDEX CONCURRENTLY i ON t (a);\nCOMMIT;',
        claim: refused('25001'),
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
        sql: 'DROP INDEX CONCURRENTLY i;',
        transaction: 'per-script',
        claim: refused('25001'),
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
        sql: 'BEGIN;\nREINDEX INDEX CONCURRENTLY i;\nCOMMIT;',
        claim: refused('25001'),
      },
      {
        setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
        sql: 'BEGIN;\nALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;\nCOMMIT;',
        claim: refused('25001'),
      },
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'CREATE INDEX CONCURRENTLY i ON t (a);\nCREATE INDEX CONCURRENTLY j ON t (b);',
        transaction: 'single-query',
        claim: refused('25001'),
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'DO $$\nBEGIN\n  IF true THEN\n    CREATE INDEX CONCURRENTLY i ON t (a);\n  END IF;\nEND $$;',
        claim: refused('25001'),
      },
    ],
    good: [
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY i ON t (a);' },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'BEGIN;\nSELECT 1;\nCOMMIT;\nCREATE INDEX CONCURRENTLY i ON t (a);',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'CREATE INDEX CONCURRENTLY i ON t (a);',
        transaction: 'single-query',
      },
      {
        setup: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a; CREATE UNIQUE INDEX i ON v (a);',
        sql: 'BEGIN;\nREFRESH MATERIALIZED VIEW CONCURRENTLY v;\nCOMMIT;',
      },
    ],
  },
});

/** The transactions of a script, told apart; a DO block is one by itself. */
function transactionKey({ transaction, index }: Statement): string {
  if (transaction.kind === 'explicit') return `line ${transaction.begin.line}`;
  return transaction.kind === 'block' ? `block ${index}` : transaction.kind;
}
