import { stopsTraffic, waiters } from '../lint/facts/held.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { enumerated } from '../schema/sql-name.js';
import { display, nodeOf, relationName } from '../sql/ast.js';
import { blockedBy } from '../sql/locks.js';
import { capitalized, code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

export default defineRule({
  id: 'lock-table',
  harm: 'decision',
  summary: 'LOCK TABLE stops the table until the transaction ends',
  why: `LOCK TABLE without a mode takes ACCESS EXCLUSIVE, in whose way even a SELECT is. There is no UNLOCK: whatever the
mode, it is kept until COMMIT, through everything that the transaction does after it. Most statements take the weakest
lock that they need by themselves, at the moment when they need it.`,
  fix: `Leave it out, or take the weakest mode that will do, as late as possible, with NOWAIT or a short \`lock_timeout\`.
\`LOCK TABLE … IN SHARE ROW EXCLUSIVE MODE\` keeps writers out and lets readers in.`,
  statements: ['LockStmt'],
  check(statement, context) {
    if (statement.transaction.kind === 'none') return;
    const locks = context.footprint().filter((one) => stopsTraffic(one, context.schema));
    const [first] = locks;
    if (first === undefined) return;
    const tables = enumerated(locks.map(({ relation }) => code(shortName(relation))));
    const names = (nodeOf(statement.node, 'LockStmt')?.relations ?? []).flatMap((node) => {
      const name = relationName(nodeOf(node, 'RangeVar'));
      return name ? [display(name)] : [];
    });
    const weaker = blockedBy(first.lock).includes('reads')
      ? `Leave it out, or let readers in:\nLOCK TABLE ${names.join(', ')} IN SHARE ROW EXCLUSIVE MODE;`
      : 'Leave it out if the statements after it take the locks that they need, or put it right before the one that needs it.';
    context.report({
      message: `LOCK TABLE takes ${first.lock} on ${tables}. ${capitalized(waiters(first))} of ${locks.length > 1 ? 'these tables' : 'the table'} wait until the transaction ends.`,
      help: weaker,
      claim: lock(first.lock, first.relation),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'BEGIN;\nLOCK TABLE t;\nCOMMIT;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE SCHEMA app; CREATE TABLE app.t (a int);',
        sql: 'LOCK TABLE app.t IN SHARE MODE;',
        transaction: 'per-script',
        claim: lock('SHARE', 'app.t'),
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t;',
        sql: 'BEGIN;\nLOCK TABLE v IN EXCLUSIVE MODE;\nCOMMIT;',
        claim: lock('EXCLUSIVE', 'public.v'),
      },
    ],
    good: [
      { setup: 'CREATE TABLE t (a int);', sql: 'BEGIN;\nLOCK TABLE t IN ROW EXCLUSIVE MODE;\nCOMMIT;' },
      { setup: 'CREATE TABLE t (a int);', sql: 'BEGIN;\nLOCK TABLE t IN SHARE UPDATE EXCLUSIVE MODE;\nCOMMIT;' },
      { sql: 'BEGIN;\nCREATE TABLE t (a int);\nLOCK TABLE t;\nCOMMIT;' },
    ],
  },
});
