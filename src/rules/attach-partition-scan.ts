import { alterCommands } from '../lint/facts/alter-table.js';
import { indexesBeforeAttach } from '../lint/help/attached-partition.js';
import { checkOfBounds } from '../lint/help/partition-bounds.js';
import { notValid } from '../lint/help/steps.js';
import { defineRule } from '../lint/rule.js';
import { showsItsRows } from '../schema/footprint/partitions.js';
import { fullName, shortName } from '../schema/objects.js';
import { quoteLast, sqlName } from '../schema/sql-name.js';
import { nodeOf, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock, scan } from '../verdict/fact.js';

export default defineRule({
  id: 'attach-partition-scan',
  harm: 'blocks',
  summary: 'ATTACH PARTITION locks the table and reads all of it',
  why: `Postgres must be sure that every row fits the partition, so ATTACH PARTITION takes ACCESS EXCLUSIVE on the table that is
attached and reads it from end to end; an index that only the parent has is built on the way. Reads and writes of that table
wait until it is done. The parent is locked with SHARE UPDATE EXCLUSIVE only.`,
  fix: `Add a CHECK that says the same as the partition’s bounds (with IS NOT NULL for its key), NOT VALID, validate it in a later
transaction, then attach: a valid CHECK spares the scan. Build the parent’s indexes beforehand with CREATE INDEX CONCURRENTLY, its keys as
constraints of the partition. Drop the CHECK afterwards.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    for (const { table, subtype, command } of alterCommands(statement)) {
      const partition = nodeOf(command.def, 'PartitionCmd');
      const name = relationName(partition?.name);
      if (subtype !== 'AT_AttachPartition' || !name || !partition?.bound) continue;
      const child = fullName(name);
      const own = context.footprint().find(({ relation }) => relation === child);
      const { schema } = context;
      const known = schema.find('table', child) !== undefined || schema.mayHold(child);
      if (schema.isNew(child) || !own?.scans || !known) continue;
      const check = quoteLast(child, '_bounds');
      const condition = checkOfBounds(table, child, partition.bound, schema);
      const add = `ALTER TABLE ${sqlName(child)} ADD CONSTRAINT ${check} CHECK (${condition ?? '…'}) NOT VALID;`;
      const isShown = showsItsRows(child, table, schema);
      const indexes = indexesBeforeAttach(child, table, schema);
      const [first, ...rest] = [...(indexes ?? []), ...(isShown ? [] : notValid(child, check, add))];
      const words = [
        isShown ? '' : 'Show beforehand that every row fits, and the scan is skipped.',
        indexes === undefined || indexes.length > 0
          ? 'Build beforehand what the parent has, and it is taken over.'
          : '',
        isShown
          ? ''
          : condition
            ? 'The CHECK may be dropped afterwards: the bounds say the same.'
            : 'Write the new partition’s bounds into the CHECK.',
      ];
      const says = words.filter((one) => one !== '').join(' ');
      context.report({
        message: `ATTACH PARTITION ${isShown ? 'builds the parent’s indexes on' : 'reads'} all of ${code(shortName(child))}. It holds ACCESS EXCLUSIVE on ${code(shortName(child))} meanwhile, so all reads and writes of it wait.`,
        help: first ? { says, before: true, steps: [first, ...rest] } : says,
        claim: [lock('ACCESS EXCLUSIVE', child), scan(child)],
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 (a int); INSERT INTO p1 VALUES (1);',
        sql: 'ALTER TABLE p ATTACH PARTITION p1 FOR VALUES IN (1);',
        claim: [lock('ACCESS EXCLUSIVE', 'public.p1'), scan('public.p1')],
      },
      {
        setup:
          'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 (a int); INSERT INTO p1 VALUES (1); ALTER TABLE p1 ADD CONSTRAINT ones CHECK (a IS NOT NULL AND a = 1) NOT VALID;',
        sql: 'ALTER TABLE p ATTACH PARTITION p1 FOR VALUES IN (1);',
        claim: [lock('ACCESS EXCLUSIVE', 'public.p1'), scan('public.p1')],
      },
      {
        setup:
          'CREATE TABLE p (a int, b date) PARTITION BY RANGE (a, b); CREATE TABLE p1 (a int, b date); CREATE INDEX ON p1 (b);',
        sql: "ALTER TABLE p ATTACH PARTITION p1 FOR VALUES FROM (1, '2026-01-01') TO (2, MAXVALUE);",
        claim: [lock('ACCESS EXCLUSIVE', 'public.p1'), scan('public.p1')],
      },
      {
        setup: 'CREATE TABLE p (a int) PARTITION BY HASH (a); CREATE TABLE p1 (a int);',
        sql: 'ALTER TABLE p ATTACH PARTITION p1 FOR VALUES WITH (MODULUS 2, REMAINDER 1);',
        claim: [lock('ACCESS EXCLUSIVE', 'public.p1'), scan('public.p1')],
      },
      {
        setup:
          'CREATE TABLE p (id int, a int, v text, PRIMARY KEY (id, a)) PARTITION BY LIST (a); CREATE INDEX ON p (lower(v)); CREATE TABLE p1 (id int NOT NULL, a int NOT NULL, v text, CHECK (a IS NOT NULL AND a = 1));',
        sql: 'ALTER TABLE p ATTACH PARTITION p1 FOR VALUES IN (1);',
        claim: [lock('ACCESS EXCLUSIVE', 'public.p1'), scan('public.p1')],
      },
    ],
    good: [
      {
        setup:
          'CREATE TABLE p (id int, a int, PRIMARY KEY (id, a)) PARTITION BY LIST (a); CREATE TABLE p1 (id int, a int, PRIMARY KEY (id, a), CHECK (a IS NOT NULL AND a = 1));',
        sql: 'ALTER TABLE p ATTACH PARTITION p1 FOR VALUES IN (1);',
      },
      {
        setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a);',
        sql: 'CREATE TABLE p1 (a int);\nALTER TABLE p ATTACH PARTITION p1 FOR VALUES IN (1);',
      },
      {
        setup:
          'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 (a int); ALTER TABLE p1 ADD CONSTRAINT ones CHECK (a IS NOT NULL AND a = 1);',
        sql: 'ALTER TABLE p ATTACH PARTITION p1 FOR VALUES IN (1);',
      },
    ],
  },
});
