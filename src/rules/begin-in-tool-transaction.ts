import { wayOut, wayOutAdvice } from '../lint/help/way-out.js';
import { defineRule, type RuleContext } from '../lint/rule.js';
import type { Statement } from '../model.js';
import { nodeOf } from '../sql/ast.js';
import { nonTransactional } from '../sql/non-transactional.js';

export default defineRule({
  id: 'begin-in-tool-transaction',
  harm: 'decision',
  summary: 'BEGIN and COMMIT inside the migration tool’s own transaction',
  why: `The tool opens a transaction around the file, and writes into it that the migration was applied. BEGIN is then only
a warning, and COMMIT ends the tool’s transaction in the middle: what comes after it runs by itself, and so does the tool’s
note. When something fails after that, half of the migration stays, or all of it stays and is not noted.`,
  fix: `Take BEGIN, COMMIT and ROLLBACK out of the file. Where it has to run outside a transaction, say so in the tool’s own way
(docs/layouts.md); Drizzle’s is a COMMIT, after which each statement has to be repeatable.`,
  statements: ['TransactionStmt'],
  check(statement, context) {
    const { transaction } = statement;
    if (transaction.kind !== 'layout' || transaction.mode === 'single-query') return;
    const kind = nodeOf(statement.node, 'TransactionStmt')?.kind ?? '';
    const words = WORDS[kind];
    if (words === undefined || isTheToolsWay(statement, context)) return;
    context.report({
      message: `The migration tool has opened a transaction around ${transaction.mode === 'per-run' ? 'all pending files' : 'this file'} already. ${words}.`,
      help: `Delete BEGIN and COMMIT from the file: the tool commits at its end. If something in it can’t run inside a transaction: ${lowered(wayOutAdvice(context.migration))}`,
    });
  },
  examples: {
    bad: [
      { sql: 'BEGIN;\nCREATE TABLE t (a int);\nCOMMIT;', transaction: 'per-script' },
      { sql: 'CREATE TABLE t (a int);\nCOMMIT;\nCREATE TABLE u (a int);', transaction: 'per-script' },
      { sql: 'CREATE TABLE t (a int);\nROLLBACK;', transaction: 'per-script' },
    ],
    good: [
      { sql: 'BEGIN;\nCREATE TABLE t (a int);\nCOMMIT;' },
      { sql: 'BEGIN;\nCREATE TABLE t (a int);\nCOMMIT;', transaction: 'single-query' },
      { sql: 'SAVEPOINT s;\nCREATE TABLE t (a int);\nROLLBACK TO s;', transaction: 'per-script' },
    ],
  },
});

/** After a colon; a tool's name stays as it is. */
function lowered(sentence: string): string {
  return sentence.replace(/^(For|Tell|The) /, (word) => word.toLowerCase());
}

const WORDS: Record<string, string> = {
  TRANS_STMT_BEGIN:
    'BEGIN only warns, and the COMMIT that belongs to it ends the tool’s transaction, not one of its own',
  TRANS_STMT_START: 'START TRANSACTION only warns, and its COMMIT ends the tool’s transaction, not one of its own',
  TRANS_STMT_COMMIT: 'COMMIT ends it here, and what follows runs without one',
  TRANS_STMT_ROLLBACK: 'ROLLBACK undoes all that came before it, and what follows runs without a transaction',
};

/** A tool without a mark leaves its transaction by a COMMIT, and what follows can't run in one. */
function isTheToolsWay({ node, index }: Statement, { migration, script }: RuleContext): boolean {
  const way = wayOut(migration);
  const isCommit = nodeOf(node, 'TransactionStmt')?.kind === 'TRANS_STMT_COMMIT';
  if (!isCommit || !way || !('commit' in way)) return false;
  const later = script.statements.slice(index + 1).filter(({ kind }) => kind !== 'VariableSetStmt');
  return later.length > 0 && later.every((one) => leavesTransactions(one));
}

/** It is refused in a transaction, or ends those that it runs in itself. */
function leavesTransactions({ node, kind, sql }: Statement): boolean {
  return nonTransactional(node) !== undefined || (kind === 'DoStmt' && /\bcommit\b/i.test(sql));
}
