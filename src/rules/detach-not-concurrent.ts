import { alterCommands } from '../lint/facts/alter-table.js';
import { withPartitionBack } from '../lint/help/partition-back.js';
import { apart, slug } from '../lint/help/steps.js';
import { defineRule } from '../lint/rule.js';
import { fullName, shortName } from '../schema/objects.js';
import { timeoutMs } from '../schema/session.js';
import { sqlName } from '../schema/sql-name.js';
import { nodeOf, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

export default defineRule({
  id: 'detach-not-concurrent',
  harm: 'decision',
  summary: 'DETACH PARTITION locks out every reader and writer of the parent',
  why: `DETACH PARTITION takes ACCESS EXCLUSIVE on the parent and on the partition. While it waits for running queries, every later
query on any of the partitions waits too.`,
  fix: `DETACH PARTITION … CONCURRENTLY lets reads and writes of the parent pass. It runs outside a transaction, and not where the
parent has a default partition: there, set a short lock_timeout and try again when it is hit.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    const { schema, session } = context;
    for (const { table, subtype, command } of alterCommands(statement)) {
      const partition = nodeOf(command.def, 'PartitionCmd');
      const name = relationName(partition?.name);
      if (subtype !== 'AT_DetachPartition' || !name || partition?.concurrent || schema.isNew(table)) continue;
      const refused = schema.partitionsOf(table).some(({ facts }) => facts?.isDefaultPartition);
      if (refused && timeoutMs(session, 'lock_timeout')) continue;
      const safe = `ALTER TABLE ${sqlName(table)} DETACH PARTITION ${sqlName(fullName(name))} CONCURRENTLY;`;
      context.report({
        message: `DETACH PARTITION takes ACCESS EXCLUSIVE on ${code(shortName(table))}. While it waits for running queries, every read and write of all its partitions waits behind it.`,
        help: refused
          ? `CONCURRENTLY is refused here, since ${shortName(table)} has a default partition. Limit the wait, and try again when it is too long:\nSET lock_timeout = '2s';\n${statement.sql};`
          : {
              says: 'Detach it without blocking; its bounds stay with it as a CHECK.',
              steps: [withPartitionBack(apart(slug('detach', name.name), safe), fullName(name), schema)],
            },
        claim: lock('ACCESS EXCLUSIVE', table),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
        sql: 'ALTER TABLE p DETACH PARTITION p1;',
        claim: lock('ACCESS EXCLUSIVE', 'public.p'),
      },
      {
        setup:
          'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE rest PARTITION OF p DEFAULT;',
        sql: 'ALTER TABLE p DETACH PARTITION p1;',
        claim: lock('ACCESS EXCLUSIVE', 'public.p'),
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
        sql: "SET lock_timeout = '2s';\nALTER TABLE p DETACH PARTITION p1;",
      },
      {
        sql: 'CREATE TABLE p (a int) PARTITION BY LIST (a);\nCREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);\nALTER TABLE p DETACH PARTITION p1;',
      },
    ],
  },
});
