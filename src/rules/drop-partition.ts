import { droppedOld } from '../lint/facts/dropped.js';
import { limitFor } from '../lint/help/limit.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

export default defineRule({
  id: 'drop-partition',
  harm: 'decision',
  summary: 'Dropping a partition locks out every reader and writer of its parent',
  why: `A partition that is still attached can’t be dropped without changing the parent: DROP TABLE takes ACCESS EXCLUSIVE on
both, and on the default partition where there is one. While it waits for running queries, nobody reads or writes any
partition. The rows are gone for good.`,
  fix: `Detach the partition with CONCURRENTLY, which lets reads and writes of the parent pass, and drop it when it stands alone.
Where the parent has a default partition CONCURRENTLY is refused: set a short lock_timeout and try again when it is hit.`,
  statements: ['DropStmt'],
  check(statement, context) {
    const { schema } = context;
    if (nodeOf(statement.node, 'DropStmt')?.removeType !== 'OBJECT_TABLE') return;
    for (const { name } of droppedOld(statement, schema)) {
      const parent = schema.find('table', name)?.facts?.partitionOf;
      if (!parent || schema.isNew(parent)) continue;
      const refused = schema.partitionsOf(parent).some(({ facts }) => facts?.isDefaultPartition);
      context.report({
        message: `Dropping ${code(shortName(name))} takes ACCESS EXCLUSIVE on its parent ${code(shortName(parent))}. While it waits for running queries, every read and write of all partitions waits behind it.`,
        help: refused
          ? `Limit the wait, and try again when it is too long:\n${limitFor(statement, context.script)}\n${statement.sql};`
          : `Detach the partition first, outside a transaction, then drop it:\nALTER TABLE ${sqlName(parent)} DETACH PARTITION ${sqlName(name)} CONCURRENTLY;\nDROP TABLE ${sqlName(name)};`,
        claim: lock('ACCESS EXCLUSIVE', parent),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
        sql: 'DROP TABLE p1;',
        claim: lock('ACCESS EXCLUSIVE', 'public.p'),
      },
      {
        setup:
          'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE rest PARTITION OF p DEFAULT;',
        sql: 'DROP TABLE p1;',
        claim: lock('ACCESS EXCLUSIVE', 'public.p'),
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
        sql: 'ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;\nDROP TABLE p1;',
      },
      {
        sql: 'CREATE TABLE p (a int) PARTITION BY LIST (a);\nCREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);\nDROP TABLE p1;',
      },
    ],
  },
});
