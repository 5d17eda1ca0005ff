import { defineRule } from '../lint/rule.js';
import { needsTransaction } from '../sql/needs-transaction.js';
import { refused } from '../verdict/fact.js';

export default defineRule({
  id: 'needs-transaction',
  harm: 'stops',
  summary: 'LOCK TABLE, SAVEPOINT and DECLARE CURSOR need a transaction around them',
  why: `What these statements make lasts until the end of the transaction. Outside one it would be gone at once, so Postgres
refuses them (SQLSTATE 25P01), and the migration stops there. Several statements that a tool sends as one query count as a
transaction, but not for SAVEPOINT.`,
  fix: 'Put the statement and those that rely on it between BEGIN and COMMIT.',
  statements: ['LockStmt', 'TransactionStmt', 'DeclareCursorStmt'],
  check(statement, context) {
    const form = needsTransaction(statement.node);
    if (form === undefined) return;
    const { transaction } = statement;
    const implicit = transaction.kind === 'layout' && transaction.mode === 'single-query';
    if (transaction.kind !== 'none' && !(implicit && statement.kind === 'TransactionStmt')) return;
    context.report({
      message: `${form} stands outside a transaction block. Postgres refuses it, and the script stops here.`,
      help: 'Write BEGIN; before it and COMMIT; after the statements that rely on it.',
      // The rehearsal opens a transaction where the tool's query string only implies one.
      ...(transaction.kind === 'none' && { claim: refused('25P01') }),
    });
  },
  examples: {
    bad: [
      { setup: 'CREATE TABLE t (a int);', sql: 'LOCK TABLE t IN SHARE MODE;', claim: refused('25P01') },
      { sql: 'SAVEPOINT before;', claim: refused('25P01') },
      { sql: 'SELECT 1;\nSAVEPOINT before;', transaction: 'single-query' },
      { sql: 'DECLARE c CURSOR FOR SELECT 1;', claim: refused('25P01') },
    ],
    good: [
      { setup: 'CREATE TABLE t (a int);', sql: 'BEGIN;\nLOCK TABLE t IN SHARE MODE;\nCOMMIT;' },
      { setup: 'CREATE TABLE t (a int);', sql: 'LOCK TABLE t IN SHARE MODE;\nSELECT 1;', transaction: 'single-query' },
      { setup: 'CREATE TABLE t (a int);', sql: 'LOCK TABLE t IN SHARE MODE;', transaction: 'per-script' },
      { sql: 'BEGIN;\nSAVEPOINT before;\nROLLBACK TO before;\nRELEASE before;\nCOMMIT;' },
      { sql: 'DECLARE c CURSOR WITH HOLD FOR SELECT 1;' },
    ],
  },
});
