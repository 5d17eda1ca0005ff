import { addedConstraints, addStatement } from '../lint/facts/added-constraints.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'constraint-unnamed',
  harm: 'note',
  preset: 'strict',
  summary: 'A constraint without a name gets one from Postgres',
  why: `The name is made of the table’s and the columns’ names, shortened to 63 bytes and numbered where it is taken: it can differ
between databases that are meant to be the same. VALIDATE CONSTRAINT, the rollback’s DROP CONSTRAINT and the error messages
that programs look at all need the name.`,
  fix: 'Name the constraint: ADD CONSTRAINT name … in place of ADD ….',
  statements: ['AlterTableStmt'],
  check(statement, { report }) {
    for (const added of addedConstraints(statement)) {
      if (added.facts.named || added.constraint.indexname) continue;
      report({
        message: `This constraint of ${code(shortName(added.table))} has no name. Postgres calls it ${code(added.name)}, or adds a number where that is taken.`,
        help: `Name it:\n${addStatement(added, statement)}`,
      });
    }
  },
  examples: {
    bad: [
      { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ADD CHECK (a > 0) NOT VALID;' },
      { sql: 'CREATE TABLE t (a int);\nALTER TABLE t ADD PRIMARY KEY (a), ADD CONSTRAINT once UNIQUE (a);' },
    ],
    good: [
      { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;' },
      {
        setup: 'CREATE TABLE t (a int); CREATE UNIQUE INDEX once ON t (a);',
        sql: 'ALTER TABLE t ADD UNIQUE USING INDEX once;',
      },
    ],
  },
});
