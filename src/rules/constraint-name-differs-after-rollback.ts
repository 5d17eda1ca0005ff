import { defineRule } from '../lint/rule.js';
import { effectsOf } from '../schema/effects/index.js';
import type { ConstraintFacts } from '../schema/facts.js';
import { shortName } from '../schema/objects.js';
import { quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'constraint-name-differs-after-rollback',
  harm: 'decision',
  summary: 'The rollback brings a constraint back under another name',
  why: `Where a constraint gets no name, Postgres makes one of the table’s and the columns’ names. If the constraint that the
migration dropped had another, the rollback doesn’t restore it: the next DROP CONSTRAINT by its name fails, and so does ON
CONFLICT ON CONSTRAINT.`,
  fix: 'Name the constraint in the rollback as the migration’s DROP CONSTRAINT does.',
  roles: ['down'],
  statements: ['AlterTableStmt'],
  check(statement, { migration, script, report }) {
    for (const { change, object } of effectsOf(statement.node)) {
      const facts = object.facts as Partial<ConstraintFacts> | undefined;
      const { table, name } = object;
      if (change !== 'create' || object.kind !== 'constraint' || facts?.named !== false || !table) continue;
      const restored = new Set(script.statements.flatMap(({ node }) => namesOf('create', node)));
      const dropped = migration.up.statements
        .flatMap(({ node }) => namesOf('drop', node))
        .filter((one) => one.startsWith(`${table}.`) && !restored.has(one));
      const [lost] = dropped;
      if (lost === undefined || dropped.includes(name)) continue;
      const old = quoteIdentifier(lost.slice(table.length + 1));
      report({
        message: `The migration dropped ${dropped.map((one) => code(one.slice(table.length + 1))).join(', ')} of ${code(shortName(table))}. Without a name, this constraint comes back as ${code(name.slice(table.length + 1))}.`,
        help: `Give it the name that it had: ADD CONSTRAINT ${old} …`,
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int, CONSTRAINT positive CHECK (a > 0));',
        up: 'ALTER TABLE t DROP CONSTRAINT positive;',
        sql: 'ALTER TABLE t ADD CHECK (a > 0);',
        role: 'down',
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int, CONSTRAINT positive CHECK (a > 0));',
        up: 'ALTER TABLE t DROP CONSTRAINT positive;',
        sql: 'ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;',
        role: 'down',
      },
      {
        setup: 'CREATE TABLE t (a int, CHECK (a > 0));',
        up: 'ALTER TABLE t DROP CONSTRAINT t_a_check;',
        sql: 'ALTER TABLE t ADD CHECK (a > 0);',
        role: 'down',
      },
    ],
  },
});

function namesOf(wanted: 'create' | 'drop', node: Parameters<typeof effectsOf>[0]): string[] {
  return effectsOf(node).flatMap(({ change, object }) =>
    change === wanted && object.kind === 'constraint' ? [object.name] : [],
  );
}
