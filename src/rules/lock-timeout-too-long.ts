import { number, optional, strictObject } from 'valibot';
import { defineRule } from '../lint/rule.js';
import { settingsOf, timeoutMs } from '../schema/session.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'lock-timeout-too-long',
  harm: 'decision',
  summary: 'A long lock_timeout lets a waiting lock stop the table for that long',
  why: `While a statement waits for a lock, everybody who comes after it waits behind it. \`lock_timeout\` is therefore the
longest time for which the table can stand still before the statement has done anything. Connection pools and web requests
give up after a few seconds.`,
  fix: 'Set two or three seconds, and run the migration again when the limit is hit.',
  statements: ['VariableSetStmt', 'SelectStmt'],
  options: strictObject({ 'max-seconds': optional(number('expected a number of seconds'), 10) }),
  check(statement, context) {
    const change = settingsOf(statement.node).find(({ name }) => name === 'lock_timeout');
    if (change === undefined) return;
    const limit = Number(context.options['max-seconds']);
    const ms = timeoutMs(new Map([['lock_timeout', { value: change.value, by: statement }]]), 'lock_timeout') ?? 0;
    if (ms <= limit * 1000) return;
    context.report({
      message: `${code('lock_timeout')} is ${change.value}. For up to ${ms / 1000} seconds, everybody who needs a table that this migration waits for waits with it.`,
      help: `Set a shorter limit, and run the migration again when it is hit:\nSET${change.isLocal ? ' LOCAL' : ''} lock_timeout = '2s';`,
    });
  },
  examples: {
    bad: [
      { sql: "SET lock_timeout = '5min';" },
      { sql: 'BEGIN;\nSET LOCAL lock_timeout = 60000;\nCOMMIT;' },
      { sql: "SET lock_timeout = '5s';", options: { 'max-seconds': 3 } },
    ],
    good: [
      { sql: "SET lock_timeout = '2s';" },
      { sql: "SET lock_timeout = '10s';" },
      { sql: 'SET lock_timeout = 0;' },
      { sql: 'RESET lock_timeout;' },
      { sql: "SET statement_timeout = '1h';" },
    ],
  },
});
