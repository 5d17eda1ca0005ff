import type { RecipeStep } from '../findings/recipe.js';
import {
  addedConstraints,
  buildAndUseIndex,
  PARTITION_BY_PARTITION,
  takesIndexAsIs,
} from '../lint/facts/added-constraints.js';
import { predicted } from '../lint/facts/predicted.js';
import { keyByIndex, ruleOutNull } from '../lint/help/steps.js';
import { defineRule } from '../lint/rule.js';
import { isPartitioned } from '../schema/footprint/touch.js';
import { shortName } from '../schema/objects.js';
import { quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock, scan } from '../verdict/fact.js';

export default defineRule({
  id: 'add-primary-key',
  harm: 'blocks',
  summary: 'A new primary key locks the table for everyone while its index is built',
  why: `ADD PRIMARY KEY builds a unique index under ACCESS EXCLUSIVE, and reads every row once more where a column could be
NULL: all reads and writes of the table wait until both are done.`,
  fix: `Make the columns NOT NULL first, by way of a CHECK that is added NOT VALID and validated. Build the index with CREATE
UNIQUE INDEX CONCURRENTLY, outside a transaction, and let the primary key take it over: ADD CONSTRAINT … PRIMARY KEY USING
INDEX then takes ACCESS EXCLUSIVE for a moment only.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    const { schema } = context;
    for (const added of addedConstraints(statement)) {
      const { table, facts, constraint } = added;
      if (facts.type !== 'primary key' || constraint.indexname || schema.isNew(table)) continue;
      const found = predicted(table, context);
      if (found === undefined) continue;
      const nullable = facts.columns.filter((column) => !schema.find('column', `${table}.${column}`)?.facts?.notNull);
      const steps = nullable.length > 0 ? ruleOutNull(table, nullable) : [];
      context.report({
        message: `PRIMARY KEY (${facts.columns.map(code).join(', ')}) builds an index on all of ${code(shortName(table))}. It holds ${found.lock} meanwhile, so all reads and writes wait.`,
        help: isPartitioned(table, schema)
          ? PARTITION_BY_PARTITION
          : takesIndexAsIs(constraint)
            ? {
                says: 'Build the index beside all traffic; the key then takes it over at once.',
                steps: [...steps, ...keyByIndex(table, quoteIdentifier(added.name), buildAndUseIndex(added))] as [
                  RecipeStep,
                  ...RecipeStep[],
                ],
              }
            : 'WITHOUT OVERLAPS can’t take over an index that is there: plan a maintenance window for it.',
        claim: found.claim,
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (id int NOT NULL);',
        sql: 'ALTER TABLE t ADD PRIMARY KEY (id);',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'ALTER TABLE t ADD CONSTRAINT t_key PRIMARY KEY (a, b);',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup:
          'CREATE TABLE p (a int NOT NULL) PARTITION BY LIST (a); CREATE TABLE q PARTITION OF p FOR VALUES IN (1);',
        sql: 'ALTER TABLE p ADD PRIMARY KEY (a);',
        claim: lock('ACCESS EXCLUSIVE', 'public.p'),
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (id int NOT NULL);',
        sql: 'CREATE UNIQUE INDEX CONCURRENTLY t_pkey ON t (id);\nALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey;',
      },
      { sql: 'CREATE TABLE t (id int);\nALTER TABLE t ADD PRIMARY KEY (id);' },
      { sql: 'CREATE TEMP TABLE t (id int);\nALTER TABLE t ADD PRIMARY KEY (id);' },
    ],
  },
});
