import { alterCommands } from '../lint/facts/alter-table.js';
import { statementsFrom } from '../lint/facts/down.js';
import { dropped } from '../lint/facts/dropped.js';
import { defineRule } from '../lint/rule.js';
import type { Script } from '../model.js';
import { forbidsNull } from '../schema/footprint/constraints.js';
import { lastName, shortName } from '../schema/objects.js';
import type { KnownObject, Schema } from '../schema/schema.js';
import { sqlName } from '../schema/sql-name.js';
import { nodeOf, quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { differs } from '../verdict/fact.js';

export default defineRule({
  id: 'down-restores-unvalidated',
  harm: 'decision',
  summary: 'The rollback restores a constraint as NOT VALID',
  why: `The constraint that the migration dropped held for every row. As NOT VALID it holds for new rows only: rows that break it
may stay, the planner can’t rely on it, and the schema is not what it was before.`,
  fix: 'Validate it in the rollback, after it is added: VALIDATE CONSTRAINT lets reads and writes pass.',
  roles: ['up'],
  statements: ['AlterTableStmt'],
  check(statement, context) {
    const { down } = context.migration;
    if (down === undefined) return;
    for (const { object } of dropped(statement)) {
      const known = object.kind === 'constraint' ? context.schema.find('constraint', object.name) : undefined;
      if (!known?.table || known.origin !== 'baseline' || !known.facts?.validated) continue;
      const { table, name: full } = known;
      if (isImplied(known, context.schema) && !allowsNull(down, known)) continue;
      const name = lastName(full);
      const again = statementsFrom(down).find((one) =>
        alterCommands(one).some(
          (it) => it.table === table && it.constraint?.conname === name && it.constraint.skip_validation,
        ),
      );
      const validated = statementsFrom(down).some((one) =>
        alterCommands(one).some(
          (it) => it.table === table && it.subtype === 'AT_ValidateConstraint' && it.command.name === name,
        ),
      );
      if (!again || validated) continue;
      context.report({
        claim: differs(object),
        message: `The rollback restores ${code(name)} of ${code(shortName(table))} as NOT VALID. Rows that break it may stay, and the planner can’t rely on it.`,
        help: `Validate it in the rollback, in a transaction of its own:\nALTER TABLE ${sqlName(table)} VALIDATE CONSTRAINT ${quoteIdentifier(name)};`,
        related: [{ ...again.location, message: 'The rollback adds it here as NOT VALID' }],
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int CONSTRAINT positive CHECK (a > 0));',
        sql: 'ALTER TABLE t DROP CONSTRAINT positive;',
        down: 'ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;',
      },
      {
        setup: 'CREATE TABLE t (a int CONSTRAINT there CHECK (a IS NOT NULL));',
        sql: 'ALTER TABLE t ALTER COLUMN a SET NOT NULL;\nALTER TABLE t DROP CONSTRAINT there;',
        down: 'ALTER TABLE t ADD CONSTRAINT there CHECK (a IS NOT NULL) NOT VALID;\nALTER TABLE t ALTER COLUMN a DROP NOT NULL;',
      },
    ],
    good: [
      // NOT NULL says the same, and stays.
      {
        setup: 'CREATE TABLE t (a int NOT NULL CONSTRAINT there CHECK (a IS NOT NULL));',
        sql: 'ALTER TABLE t DROP CONSTRAINT there;',
        down: 'ALTER TABLE t ADD CONSTRAINT there CHECK (a IS NOT NULL) NOT VALID;',
      },
      {
        setup: 'CREATE TABLE t (a int CONSTRAINT positive CHECK (a > 0));',
        sql: 'ALTER TABLE t DROP CONSTRAINT positive;',
        down: 'ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT positive;',
      },
      {
        setup: 'CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;',
        sql: 'ALTER TABLE t DROP CONSTRAINT positive;',
        down: 'ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;',
      },
    ],
  },
});

/** A CHECK against NULL, of a column that is NOT NULL when it goes. */
function isImplied({ table, facts }: KnownObject<'constraint'>, schema: Schema): boolean {
  const [column, ...others] = facts?.columns ?? [];
  if (!nodeOf(facts?.expression, 'NullTest') || !column || others.length > 0) return false;
  const isAgainstNull = forbidsNull(facts?.expression, column);
  return isAgainstNull && schema.find('column', `${table}.${column}`)?.facts?.notNull === true;
}

/** What the rollback leaves without NOT NULL is no longer said by it. */
function allowsNull(down: Script, { table, facts }: KnownObject<'constraint'>): boolean {
  return statementsFrom(down).some((one) =>
    alterCommands(one).some(
      (it) => it.table === table && it.subtype === 'AT_DropNotNull' && it.command.name === facts?.columns?.[0],
    ),
  );
}
