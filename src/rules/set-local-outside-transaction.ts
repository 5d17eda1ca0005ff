import { replace } from '../lint/facts/edits.js';
import { defineRule } from '../lint/rule.js';
import { isTimeout, settingsOf } from '../schema/session.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'set-local-outside-transaction',
  harm: 'decision',
  summary: 'SET LOCAL outside a transaction does nothing',
  why: `SET LOCAL lasts until the end of the transaction. A statement that runs by itself is a transaction of its own, so the
setting is gone before the next one begins. Postgres only warns (25P01), and goes on: a \`lock_timeout\` that was meant to
protect production is not there. In a file that the tool sends as one query, or runs inside a transaction, it works.`,
  fix: `Use SET, which lasts for the session, and RESET at the end of the file; or put the statements that need the setting
between BEGIN and COMMIT.`,
  statements: ['VariableSetStmt', 'SelectStmt'],
  check(statement, context) {
    if (statement.transaction.kind !== 'none') return;
    const change = settingsOf(statement.node).find(({ isLocal }) => isLocal);
    if (change === undefined) return;
    const isSet = statement.kind === 'VariableSetStmt';
    const value = change.value === null ? 'DEFAULT' : `'${change.value.replaceAll("'", "''")}'`;
    context.report({
      message: `This runs outside a transaction, where ${isSet ? 'SET LOCAL' : 'a local set_config'} has no effect. ${code(change.name)} stays as it was for the statements after it.`,
      help: `Set it for the session:\nSET ${change.name} = ${value};`,
      // What another setting would do to the statements after it is not for a repair to decide.
      ...(isSet &&
        isTimeout(change.name) && {
          fixes: [
            {
              description: 'Set it for the session',
              edits: replace(statement, context.script, /(?<=^set\s+)local\s+/i, ''),
            },
          ],
        }),
    });
  },
  examples: {
    bad: [
      { setup: 'CREATE TABLE t (a int);', sql: "SET LOCAL lock_timeout = '2s';\nALTER TABLE t ADD COLUMN b int;" },
      { sql: "SELECT set_config('lock_timeout', '2s', true);" },
      { sql: "BEGIN;\nSELECT 1;\nCOMMIT;\nSET LOCAL statement_timeout = '5s';" },
      { sql: "SET LOCAL lock_timeout = '2s';", transaction: 'single-query' },
    ],
    good: [
      { sql: "BEGIN;\nSET LOCAL lock_timeout = '2s';\nCOMMIT;" },
      { sql: "SET LOCAL lock_timeout = '2s';\nSELECT 1;", transaction: 'per-script' },
      { sql: "SET LOCAL lock_timeout = '2s';\nSELECT 1;", transaction: 'single-query' },
      { sql: "SET lock_timeout = '2s';" },
      { sql: "SELECT set_config('lock_timeout', '2s', false);" },
    ],
  },
});
