import { defineRule } from '../lint/rule.js';
import { effectsOf } from '../schema/effects/index.js';
import type { ConstraintFacts } from '../schema/facts.js';
import { lastName, shortName } from '../schema/objects.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'constraint-not-enforced',
  harm: 'note',
  preset: 'strict',
  summary: 'NOT ENFORCED checks nothing, neither old rows nor new ones',
  why: `Since PostgreSQL 18 a CHECK or a foreign key can be NOT ENFORCED: it is written down and nothing more. Rows that break it
are accepted. It is easily mistaken for NOT VALID, which does hold new rows to the constraint.`,
  fix: 'Write NOT VALID instead, and VALIDATE CONSTRAINT in a later transaction; or keep it where a note is all that is meant.',
  statements: ['AlterTableStmt', 'CreateStmt'],
  check(statement, { report }) {
    for (const { object } of effectsOf(statement.node)) {
      const facts = object.facts as Partial<ConstraintFacts> | undefined;
      if (object.kind !== 'constraint' || facts?.enforced !== false) continue;
      report({
        message: `The constraint ${code(lastName(object.name))} of ${code(shortName(object.table ?? ''))} is NOT ENFORCED. Postgres accepts every row, whatever it says.`,
        help: 'Write NOT VALID in place of NOT ENFORCED: new rows are then checked, old ones when you VALIDATE CONSTRAINT.',
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT ENFORCED;',
        postgres: { from: 18 },
      },
    ],
    good: [
      { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;' },
      { sql: 'CREATE TABLE t (a int PRIMARY KEY CHECK (a > 0), b int UNIQUE REFERENCES t);' },
    ],
  },
});
