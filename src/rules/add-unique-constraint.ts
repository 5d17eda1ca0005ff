import {
  addedConstraints,
  buildAndUseIndex,
  PARTITION_BY_PARTITION,
  takesIndexAsIs,
} from '../lint/facts/added-constraints.js';
import { predicted } from '../lint/facts/predicted.js';
import { keyByIndex } from '../lint/help/steps.js';
import { defineRule } from '../lint/rule.js';
import { isPartitioned } from '../schema/footprint/touch.js';
import { shortName } from '../schema/objects.js';
import { quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock, scan } from '../verdict/fact.js';

export default defineRule({
  id: 'add-unique-constraint',
  harm: 'blocks',
  summary: 'A new UNIQUE constraint locks the table for everyone while its index is built',
  why: `ADD CONSTRAINT … UNIQUE builds an index under ACCESS EXCLUSIVE: all reads and writes of the table wait until every row
has been read and sorted. CREATE UNIQUE INDEX would at least let reads pass. Rows that are there twice make it fail.`,
  fix: `Build the index with CREATE UNIQUE INDEX CONCURRENTLY, outside a transaction, and then make it the constraint’s with ADD
CONSTRAINT … UNIQUE USING INDEX, which takes ACCESS EXCLUSIVE for a moment only. Look for duplicates first: a build that
finds one fails and leaves an invalid index behind.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    const { schema } = context;
    for (const added of addedConstraints(statement)) {
      const { table, facts, constraint } = added;
      if (facts.type !== 'unique' || constraint.indexname || schema.isNew(table)) continue;
      const found = predicted(table, context);
      if (found === undefined) continue;
      const columns = facts.columns.map(code).join(', ');
      context.report({
        message: `UNIQUE (${columns}) builds an index on all of ${code(shortName(table))}. It holds ${found.lock} meanwhile, so all reads and writes wait.`,
        help: isPartitioned(table, schema)
          ? PARTITION_BY_PARTITION
          : takesIndexAsIs(constraint)
            ? {
                says: 'Build the index beside all traffic; the constraint then takes it over at once.',
                steps: keyByIndex(table, quoteIdentifier(added.name), buildAndUseIndex(added)),
              }
            : 'WITHOUT OVERLAPS can’t take over an index that is there: plan a maintenance window for it.',
        claim: found.claim,
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'ALTER TABLE t ADD CONSTRAINT once UNIQUE (a, b);',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'ALTER TABLE t ADD COLUMN c int, ADD UNIQUE NULLS NOT DISTINCT (a) INCLUDE (b) DEFERRABLE;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE q PARTITION OF p FOR VALUES IN (1);',
        sql: 'ALTER TABLE p ADD UNIQUE (a);',
        claim: lock('ACCESS EXCLUSIVE', 'public.p'),
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'CREATE UNIQUE INDEX CONCURRENTLY once ON t (a);\nALTER TABLE t ADD CONSTRAINT once UNIQUE USING INDEX once;',
      },
      { sql: 'CREATE TABLE t (a int);\nALTER TABLE t ADD UNIQUE (a);' },
      { sql: 'CREATE TEMP TABLE t (a int);\nALTER TABLE t ADD UNIQUE (a);' },
      { sql: 'ALTER TABLE IF EXISTS missing ADD UNIQUE (a);' },
    ],
  },
});
