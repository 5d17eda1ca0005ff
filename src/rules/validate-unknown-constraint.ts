import { alterCommands } from '../lint/facts/alter-table.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { refused } from '../verdict/fact.js';

export default defineRule({
  id: 'validate-unknown-constraint',
  harm: 'stops',
  summary: 'VALIDATE CONSTRAINT names a constraint that the table doesn’t have',
  why: `The scripts before create the table and leave a constraint of it unvalidated, but none of the name that is to be
validated: Postgres refuses the statement with SQLSTATE 42704, and the migration stops there. A name that Postgres chose
itself is easily mistaken.`,
  fix: 'Write the name that ADD CONSTRAINT gave it, best in both places.',
  statements: ['AlterTableStmt'],
  check(statement, { schema, report }) {
    const commands = alterCommands(statement);
    for (const { table, subtype, command } of commands) {
      if (subtype !== 'AT_ValidateConstraint' || !command.name) continue;
      const own = schema.partsOf(table, 'constraint');
      const open = own.filter(({ facts }) => facts && !facts.validated && facts.enforced);
      const known =
        schema.find('table', table)?.facts?.complete && !own.some(({ name }) => name === `${table}.${command.name}`);
      // Without one that waits for it, the scripts may just not show the constraint.
      if (!known || open.length === 0 || commands.some(({ constraint }) => constraint)) continue;
      const names = open.map(({ name }) => quoteIdentifier(name.slice(table.length + 1)));
      report({
        message: `${code(shortName(table))} has no constraint ${code(command.name)}. Postgres refuses this, and the migration stops here.`,
        help: `Name the one that waits to be validated:\n${names.map((name) => `ALTER TABLE ${sqlName(table)} VALIDATE CONSTRAINT ${name};`).join('\n')}`,
        claim: refused('42704'),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int);',
        sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p NOT VALID;\nALTER TABLE c VALIDATE CONSTRAINT c_p_fk;',
        claim: refused('42704'),
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int);',
        sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p NOT VALID;\nALTER TABLE c VALIDATE CONSTRAINT c_p_fkey;',
      },
      {
        setup:
          'CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID; ALTER TABLE t RENAME CONSTRAINT c TO d;',
        sql: 'ALTER TABLE t VALIDATE CONSTRAINT d;',
      },
    ],
  },
});
