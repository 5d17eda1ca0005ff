import { keywords, replace } from '../lint/facts/edits.js';
import { endsTransaction } from '../lint/facts/same-transaction.js';
import { defineRule } from '../lint/rule.js';
import type { Script, Statement } from '../model.js';
import { isTimeout, settingsOf } from '../schema/session.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'session-setting-leaks',
  harm: 'note',
  preset: 'strict',
  summary: 'A SET of the session stays in force for the next migration',
  why: `Many migration tools run all files over one connection. What SET changes stays until the connection is closed: the next
files run with another \`search_path\`, as another role, or with a timeout that nobody wrote into them.`,
  fix: 'Inside a transaction use SET LOCAL, which ends with it; otherwise RESET the setting at the end of the file.',
  statements: ['VariableSetStmt', 'SelectStmt'],
  check(statement, context) {
    const change = settingsOf(statement.node).find(({ isLocal, value }) => !isLocal && value !== null);
    if (change === undefined || isUndone(change.name, statement, context.script)) return;
    const inside = statement.transaction.kind !== 'none' && statement.kind === 'VariableSetStmt';
    context.report({
      message: `${code(change.name)} stays set when the file is through. What runs next over the same connection gets it, too.`,
      help: inside
        ? 'Let it end with the transaction: write SET LOCAL.'
        : `Write at the end of the file:\nRESET ${change.name};`,
      // What another setting does to what comes next is not for a repair to decide.
      ...(inside &&
        isTimeout(change.name) &&
        isLastTransaction(statement, context.script) && {
          fixes: [
            {
              description: 'End it with the transaction',
              edits: replace(
                statement,
                context.script,
                /(?<=^set\s+)(?:session\s+)?(?=\S)/i,
                keywords(statement, 'LOCAL '),
              ),
            },
          ],
        }),
    });
  },
  examples: {
    bad: [
      { setup: 'CREATE TABLE t (a int);', sql: "SET lock_timeout = '2s';\nALTER TABLE t ADD COLUMN b int;" },
      { sql: 'SET SESSION search_path = public;\nSELECT 1;', transaction: 'per-script' },
      { sql: "SELECT set_config('search_path', '', false);" },
      { sql: "SET lock_timeout = '2s';\nRESET lock_timeout;\nSET lock_timeout = '3s';" },
    ],
    good: [
      { sql: "SET lock_timeout = '2s';\nSELECT 1;\nRESET lock_timeout;" },
      { sql: "SET lock_timeout = '2s';\nSET lock_timeout = DEFAULT;" },
      { sql: 'SET search_path = public;\nRESET ALL;' },
      { sql: "SET LOCAL lock_timeout = '2s';\nSELECT 1;", transaction: 'per-script' },
      { sql: "BEGIN;\nSET lock_timeout = '2s';\nROLLBACK;" },
    ],
  },
});

/** Nothing of the script runs after the transaction. */
function isLastTransaction({ index }: Statement, { statements }: Script): boolean {
  const end = statements.findIndex((later) => later.index > index && endsTransaction(later));
  return end === -1 || end === statements.length - 1;
}

/** A later statement sets it again, resets it, or rolls it back. */
function isUndone(name: string, { index, transaction }: Statement, { statements }: Script): boolean {
  let inside = transaction.kind !== 'none';
  for (let at = index + 1; at < statements.length; at++) {
    const { node = null } = statements[at] ?? {};
    const end = nodeOf(node, 'TransactionStmt')?.kind;
    if (inside && end === 'TRANS_STMT_ROLLBACK') return true;
    if (end === 'TRANS_STMT_COMMIT') inside = false;
    if (nodeOf(node, 'DiscardStmt')?.target === 'DISCARD_ALL') return true;
    if (settingsOf(node).some((later) => !later.isLocal && (later.name === name || later.name === 'all'))) return true;
  }
  return false;
}
