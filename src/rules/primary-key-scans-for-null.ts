import { addedConstraints } from '../lint/facts/added-constraints.js';
import { predicted } from '../lint/facts/predicted.js';
import { asItWas } from '../lint/help/as-it-was.js';
import { ruleOutNull, slug, takeOver } from '../lint/help/steps.js';
import { defineRule } from '../lint/rule.js';
import { lastName, shortName } from '../schema/objects.js';
import { enumerated, sqlName } from '../schema/sql-name.js';
import { quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock, scan, touches } from '../verdict/fact.js';

export default defineRule({
  id: 'primary-key-scans-for-null',
  harm: 'blocks',
  summary: 'PRIMARY KEY USING INDEX reads every row while a column of it may be NULL',
  why: `A primary key makes its columns NOT NULL. USING INDEX saves building the index, but where a column isn’t NOT NULL yet,
every row is read under ACCESS EXCLUSIVE to find out: all reads and writes of the table wait.`,
  fix: `Make the columns NOT NULL beforehand, by way of a CHECK that is added NOT VALID and validated in a transaction of its
own. The primary key then takes its lock for a moment only.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    const { schema } = context;
    for (const { table, facts, constraint } of addedConstraints(statement)) {
      if (facts.type !== 'primary key' || !constraint.indexname || schema.isNew(table)) continue;
      const index = schema.partsOf(table, 'index').find(({ name }) => name.endsWith(`.${constraint.indexname}`));
      const columns = (index?.facts?.columns ?? []).flatMap((column) => column ?? []);
      const nullable = columns.filter(
        (column) => schema.find('column', `${table}.${column}`)?.facts?.notNull === false,
      );
      const unknown = schema.find('table', table) === undefined || index?.facts?.columns === undefined;
      const found = nullable.length > 0 || unknown ? predicted(table, context) : undefined;
      // Without a scan, a valid CHECK says that there is no NULL.
      if (!found || (!found.scans && !unknown)) continue;
      if (unknown) {
        context.report({
          message: `Unless all columns of ${code(constraint.indexname)} are NOT NULL already, this reads every row of ${code(shortName(table))}. It holds ${found.lock} meanwhile, so all reads and writes wait.`,
          help: 'Make them NOT NULL beforehand: add CHECK (… IS NOT NULL) NOT VALID, validate it in a later transaction, SET NOT NULL, and drop the CHECK. Then add the primary key.',
          claim: touches(found.lock, table, { scans: true }),
        });
        continue;
      }
      context.report({
        message: `PRIMARY KEY USING INDEX ${code(constraint.indexname)} reads every row of ${code(shortName(table))}, because ${enumerated(nullable.map(code))} may be NULL. It holds ${found.lock} meanwhile, so all reads and writes wait.`,
        help: {
          says: 'Rule out NULL first.',
          steps: [
            ...ruleOutNull(table, nullable),
            takeOver(slug('key', lastName(table)), `${statement.sql};`, {
              drop: `ALTER TABLE ${sqlName(table)} DROP CONSTRAINT ${quoteIdentifier(constraint.conname ?? constraint.indexname)};`,
              build: index && asItWas(index, context.schema, true),
              builtBy: 'what built it',
            }),
          ],
        },
        claim: found.claim,
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (id int); CREATE UNIQUE INDEX t_id ON t (id);',
        sql: 'ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_id;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int NOT NULL, b int); CREATE UNIQUE INDEX k ON t (a, b);',
        sql: 'ALTER TABLE t ADD PRIMARY KEY USING INDEX k;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (id int NOT NULL); CREATE UNIQUE INDEX t_id ON t (id);',
        sql: 'ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_id;',
      },
      {
        setup: 'CREATE TABLE t (id int, CHECK (id IS NOT NULL)); CREATE UNIQUE INDEX t_id ON t (id);',
        sql: 'ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_id;',
      },
      {
        setup: 'CREATE TABLE t (id int); CREATE UNIQUE INDEX t_id ON t (id);',
        sql: 'ALTER TABLE t ADD CONSTRAINT t_key UNIQUE USING INDEX t_id;',
      },
      {
        sql: 'CREATE TABLE t (id int);\nCREATE UNIQUE INDEX i ON t (id);\nALTER TABLE t ADD PRIMARY KEY USING INDEX i;',
      },
    ],
  },
});
