import { addedColumns } from '../lint/facts/added-columns.js';
import { predicted } from '../lint/facts/predicted.js';
import { addColumn, notValid } from '../lint/help/steps.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { quoteLast, sqlName } from '../schema/sql-name.js';
import { quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock, scan } from '../verdict/fact.js';

export default defineRule({
  id: 'add-column-with-check',
  harm: 'blocks',
  summary: 'A CHECK inside ADD COLUMN reads every row while the table is locked',
  why: `Postgres holds every row against a CHECK that comes with a new column, though each of them has the same NULL or default
there. It does so under ACCESS EXCLUSIVE, and nobody reads or writes the table meanwhile. NOT VALID can’t be written inside
a column’s definition.`,
  fix: `Add the column first, then the CHECK with ADD CONSTRAINT … NOT VALID, and VALIDATE CONSTRAINT in a transaction of its
own, which lets reads and writes pass.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    for (const column of addedColumns(statement, context.schema)) {
      const { table, name, constraints } = column;
      const check = constraints.find(
        ({ contype, is_enforced: enforced }) => contype === 'CONSTR_CHECK' && enforced !== false,
      );
      const found = check && predicted(table, context);
      if (!found) continue;
      const constraint = check.conname ? quoteIdentifier(check.conname) : quoteLast(table, `_${name}_check`);
      const alter = `ALTER TABLE ${sqlName(table)}`;
      context.report({
        message: `Postgres checks every row of ${code(shortName(table))} against the CHECK on the new column ${code(name)}. It holds ${found.lock} meanwhile, so all reads and writes wait.`,
        help: {
          says: 'Add the column alone, and then the CHECK without stopping anybody.',
          steps: [
            addColumn(column),
            ...notValid(
              table,
              constraint,
              `${alter} ADD CONSTRAINT ${constraint} CHECK (${CONDITION.exec(statement.sql)?.[1] ?? '…'}) NOT VALID;`,
            ),
          ],
        },
        claim: found.claim,
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (id int);',
        sql: 'ALTER TABLE t ADD COLUMN n int CHECK (n > 0);',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id int);',
        sql: 'ALTER TABLE t ADD COLUMN n int NOT NULL DEFAULT 1 CONSTRAINT positive CHECK (n > 0);',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (id int);',
        sql: 'ALTER TABLE t ADD COLUMN n int;\nALTER TABLE t ADD CONSTRAINT n_check CHECK (n > 0) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT n_check;',
      },
      { sql: 'CREATE TABLE t (id int);\nALTER TABLE t ADD COLUMN n int CHECK (n > 0);' },
      {
        setup: 'CREATE TABLE t (id int);',
        sql: 'ALTER TABLE t ADD COLUMN n int CHECK (n > 0) NOT ENFORCED;',
        postgres: { from: 18 },
      },
    ],
  },
});

/** A condition without parentheses inside, or with one level of them. */
const CONDITION = /\bcheck\s*\(((?:[^()]|\([^()]*\))*)\)/i;
