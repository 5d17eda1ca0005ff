import { alterCommands } from '../lint/facts/alter-table.js';
import { checkOutsideBounds } from '../lint/help/partition-bounds.js';
import { notValid } from '../lint/help/steps.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { quoteLast, sqlName } from '../schema/sql-name.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock, scan } from '../verdict/fact.js';

export default defineRule({
  id: 'default-partition-scan',
  harm: 'blocks',
  summary: 'A new partition makes Postgres search the whole default partition under ACCESS EXCLUSIVE',
  why: `Rows that belong into the new partition may lie in the default one, so CREATE TABLE … PARTITION OF and ATTACH PARTITION
read all of it. They hold ACCESS EXCLUSIVE on it meanwhile: every read and write that goes to the default partition waits,
and so does each query on the parent that can’t leave it out.`,
  fix: `Add a CHECK to the default partition that excludes the new partition’s rows, NOT VALID, and validate it in a later
transaction: the search is then skipped. Drop the CHECK afterwards.`,
  statements: ['CreateStmt', 'AlterTableStmt'],
  check(statement, context) {
    const { schema } = context;
    const attached = alterCommands(statement).find(({ subtype }) => subtype === 'AT_AttachPartition');
    const made = nodeOf(statement.node, 'CreateStmt');
    const bound = made?.partbound ?? nodeOf(attached?.command.def, 'PartitionCmd')?.bound;
    if (!bound || bound.is_default) return;
    const searched = context
      .footprint()
      .find(
        ({ relation, scans }) =>
          scans && !schema.isNew(relation) && schema.find('table', relation)?.facts?.isDefaultPartition,
      );
    if (!searched) return;
    const name = shortName(searched.relation);
    const check = quoteLast(searched.relation, '_excludes');
    const parent = schema.find('table', searched.relation)?.facts?.partitionOf;
    const condition = parent && checkOutsideBounds(parent, bound, schema);
    context.report({
      message: `Postgres searches all of the default partition ${code(name)} for rows of the new one. It holds ACCESS EXCLUSIVE meanwhile, so all reads and writes of ${code(name)} wait.`,
      help: {
        says: `Show beforehand that no such row is there, and the search is skipped. ${condition ? 'The CHECK may be dropped afterwards: the new partition’s bounds say the same.' : 'Write into the CHECK what the new partition will hold.'}`,
        before: true,
        steps: notValid(
          searched.relation,
          check,
          `ALTER TABLE ${sqlName(searched.relation)} ADD CONSTRAINT ${check} CHECK (${condition ?? 'NOT (…)'}) NOT VALID;`,
        ),
      },
      claim: [lock('ACCESS EXCLUSIVE', searched.relation), scan(searched.relation)],
    });
  },
  examples: {
    bad: [
      {
        setup:
          'CREATE TABLE p (a int NOT NULL) PARTITION BY LIST (a); CREATE TABLE rest PARTITION OF p DEFAULT; INSERT INTO p VALUES (9);',
        sql: 'CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
        claim: [lock('ACCESS EXCLUSIVE', 'public.rest'), scan('public.rest')],
      },
      {
        setup:
          'CREATE TABLE p (a int NOT NULL) PARTITION BY RANGE (a); CREATE TABLE rest PARTITION OF p DEFAULT; CREATE TABLE p1 (a int NOT NULL); INSERT INTO p VALUES (99);',
        sql: 'ALTER TABLE p ATTACH PARTITION p1 FOR VALUES FROM (1) TO (10);',
        claim: [lock('ACCESS EXCLUSIVE', 'public.rest'), scan('public.rest')],
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE p (a int NOT NULL) PARTITION BY LIST (a);',
        sql: 'CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
      },
      {
        setup:
          'CREATE TABLE p (a int NOT NULL) PARTITION BY LIST (a); CREATE TABLE rest PARTITION OF p DEFAULT; ALTER TABLE rest ADD CONSTRAINT no_one CHECK (a <> 1) NOT VALID; ALTER TABLE rest VALIDATE CONSTRAINT no_one;',
        sql: 'CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
      },
      {
        sql: 'CREATE TABLE p (a int) PARTITION BY LIST (a);\nCREATE TABLE rest PARTITION OF p DEFAULT;\nCREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
      },
    ],
  },
});
