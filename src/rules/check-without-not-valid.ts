import { addedConstraints, addStatement, notValidFix } from '../lint/facts/added-constraints.js';
import { predicted } from '../lint/facts/predicted.js';
import { notValid } from '../lint/help/steps.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock, scan } from '../verdict/fact.js';

export default defineRule({
  id: 'check-without-not-valid',
  harm: 'blocks',
  summary: 'A new CHECK locks the table for everyone while every row is checked',
  why: `ADD CHECK takes ACCESS EXCLUSIVE and keeps it while it reads every row: all reads and writes of the table wait until the
last row has been looked at. On a big table that is an outage. The same goes for NOT NULL as a table constraint.`,
  fix: `Add the constraint NOT VALID: that takes the lock for a moment only, and new rows are checked from then on. Then VALIDATE
CONSTRAINT in a transaction of its own: it reads every row under SHARE UPDATE EXCLUSIVE, which lets reads and writes pass.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    const { schema } = context;
    for (const added of addedConstraints(statement)) {
      const { table, facts, name } = added;
      if ((facts.type !== 'check' && facts.type !== 'not null') || !facts.validated || schema.isNew(table)) continue;
      const found = predicted(table, context);
      // A column that is NOT NULL already isn't looked at again.
      if (found === undefined || (facts.type === 'not null' && !found.scans)) continue;
      context.report({
        message: `Adding the constraint ${code(name)} checks every row of ${code(shortName(table))}. It holds ${found.lock} meanwhile, so all reads and writes wait.`,
        help: {
          says: 'Add it unchecked, and have the rows checked beside all traffic.',
          steps: notValid(table, quoteIdentifier(name), addStatement(added, statement, ' NOT VALID')),
        },
        claim: found.claim,
        fixes: notValidFix(added, statement, context),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0);',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: "ALTER TABLE t\n  ADD CHECK (a IN (1, 2)), -- why, and: 'so'\n  ADD COLUMN c text DEFAULT ',';",
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'BEGIN;\nALTER TABLE t ADD CHECK (a > 0);\nCOMMIT;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int, b int NOT NULL);',
        sql: 'ALTER TABLE t ADD CONSTRAINT known NOT NULL a;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
        postgres: { from: 18 },
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'DO $$ BEGIN ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0); END $$;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT c;',
      },
      { sql: 'CREATE TABLE t (a int);\nALTER TABLE t ADD CHECK (a > 0);' },
      { sql: 'CREATE TEMP TABLE t (a int);\nALTER TABLE t ADD CHECK (a > 0);' },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT ENFORCED;',
        postgres: { from: 18 },
      },
      {
        setup: 'CREATE TABLE t (a int, b int CONSTRAINT known NOT NULL);',
        sql: 'ALTER TABLE t ADD CONSTRAINT known NOT NULL b;\nALTER TABLE t ADD CONSTRAINT n NOT NULL a NOT VALID;',
        postgres: { from: 18 },
      },
      { sql: 'ALTER TABLE IF EXISTS missing ADD CHECK (a > 0);' },
    ],
  },
});
