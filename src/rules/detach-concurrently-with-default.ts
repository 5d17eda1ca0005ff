import { alterCommands } from '../lint/facts/alter-table.js';
import { defineRule } from '../lint/rule.js';
import { fullName, shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { nodeOf, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { refused } from '../verdict/fact.js';

export default defineRule({
  id: 'detach-concurrently-with-default',
  harm: 'stops',
  summary: 'DETACH PARTITION CONCURRENTLY is refused beside a default partition',
  why: `Where the parent has a default partition, rows for the detached one would have to go there while it is being detached.
Postgres refuses that with SQLSTATE 55000, and the script stops there.`,
  fix: `Detach without CONCURRENTLY and with a short lock_timeout, or detach the default partition first.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    for (const { table, subtype, command } of alterCommands(statement)) {
      const partition = nodeOf(command.def, 'PartitionCmd');
      const name = relationName(partition?.name);
      if (subtype !== 'AT_DetachPartition' || !name || !partition?.concurrent) continue;
      const other = context.schema.partitionsOf(table).find(({ facts }) => facts?.isDefaultPartition);
      // In a transaction it fails for that reason already.
      if (!other || statement.transaction.kind !== 'none') continue;
      context.report({
        message: `Postgres refuses DETACH PARTITION CONCURRENTLY, because ${code(shortName(table))} has a default partition, ${code(shortName(other.name))}. The migration stops here.`,
        help: `Detach it without CONCURRENTLY, limit the wait for the lock, and try again when it is too long:\nSET lock_timeout = '2s';\nALTER TABLE ${sqlName(table)} DETACH PARTITION ${sqlName(fullName(name))};`,
        claim: refused('55000'),
      });
    }
  },
  examples: {
    bad: [
      {
        setup:
          'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE rest PARTITION OF p DEFAULT;',
        sql: 'ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;',
        claim: refused('55000'),
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
        sql: 'ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;',
      },
      {
        setup:
          'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE rest PARTITION OF p DEFAULT;',
        sql: 'ALTER TABLE p DETACH PARTITION rest;\nALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;',
      },
    ],
  },
});
