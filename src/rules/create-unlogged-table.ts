import { defineRule } from '../lint/rule.js';
import { effectsOf } from '../schema/effects/index.js';
import { shortName } from '../schema/objects.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'create-unlogged-table',
  harm: 'note',
  preset: 'strict',
  summary: 'An unlogged table is empty after a crash, and on every replica',
  why: `What is written to an unlogged table is not in the write-ahead log. After a crash Postgres empties the table; a replica
never has its rows, and neither has a restore to a point in time.`,
  fix: 'Leave out UNLOGGED, unless losing all rows at any time is all right.',
  roles: ['up'],
  statements: ['CreateStmt', 'CreateTableAsStmt'],
  check(statement, context) {
    const [table] = effectsOf(statement.node).map(({ object }) => object);
    if (!(table?.facts as { unlogged?: boolean } | undefined)?.unlogged || table === undefined) return;
    if (context.schema.find('table', table.name)) return;
    context.report({
      message: `Every crash empties ${code(shortName(table.name))}, and replicas never have its rows.`,
      help: 'Leave out UNLOGGED where the rows matter.',
    });
  },
  examples: {
    bad: [{ sql: 'CREATE UNLOGGED TABLE t (a int);' }, { sql: 'CREATE UNLOGGED TABLE t AS SELECT 1 AS a;' }],
    good: [{ sql: 'CREATE TABLE t (a int);' }, { sql: 'CREATE TEMP TABLE scratch (a int);' }],
  },
});
