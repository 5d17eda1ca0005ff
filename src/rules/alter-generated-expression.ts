import { alterCommands } from '../lint/facts/alter-table.js';
import { predicted } from '../lint/facts/predicted.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { code } from '../sql/words.js';
import { lock, rewrite, scan } from '../verdict/fact.js';

export default defineRule({
  id: 'alter-generated-expression',
  harm: 'blocks',
  summary: 'SET EXPRESSION on a STORED column rewrites the whole table',
  why: `The values of a STORED generated column stand in the rows. SET EXPRESSION (PostgreSQL 17) computes them all anew: the
table and its indexes are rewritten under ACCESS EXCLUSIVE, and nobody reads or writes it meanwhile. A VIRTUAL column’s
expression is only a change in the catalogs.`,
  fix: `Add a second column, fill it in batches with the new expression, keep it up to date with a trigger, and move the
application over.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    for (const { table, subtype, command } of alterCommands(statement)) {
      const { name = '' } = command;
      if (subtype !== 'AT_SetExpression' || context.schema.isNew(table)) continue;
      const known = context.schema.find('column', `${table}.${name}`);
      // Only PostgreSQL 18 has another kind, and the scripts then show it.
      const stored = known === undefined || known.partial || known.facts?.generated === 'stored';
      const found = stored ? predicted(table, context) : undefined;
      if (!found) continue;
      context.report({
        message: `SET EXPRESSION rewrites ${code(shortName(table))} to compute ${code(name)} for every row. It holds ${found.lock} meanwhile, so all reads and writes wait.`,
        help: 'Add a plain column beside it, let a BEFORE INSERT OR UPDATE trigger compute the new expression, update the old rows in batches, and drop the generated column when nobody reads it any more.',
        claim: found.claim,
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED);',
        sql: 'ALTER TABLE t ALTER COLUMN b SET EXPRESSION AS (a + 2);',
        postgres: { from: 17 },
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t'), rewrite('public.t')],
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) VIRTUAL);',
        sql: 'ALTER TABLE t ALTER COLUMN b SET EXPRESSION AS (a + 2);',
        postgres: { from: 18 },
      },
      {
        sql: 'CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED);\nALTER TABLE t ALTER COLUMN b SET EXPRESSION AS (a + 2);',
        postgres: { from: 17 },
      },
    ],
  },
});
