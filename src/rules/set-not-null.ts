import type { Recipe } from '../findings/recipe.js';
import { validateStatement } from '../lint/facts/added-constraints.js';
import { alterCommands } from '../lint/facts/alter-table.js';
import { predicted } from '../lint/facts/predicted.js';
import { allowNull, notValid, ruleOutNull } from '../lint/help/steps.js';
import { defineRule, type RuleContext } from '../lint/rule.js';
import type { Statement } from '../model.js';
import { forbidsNull, hasUncheckedNotNull, showsNotNull } from '../schema/footprint/constraints.js';
import { isPartitioned } from '../schema/footprint/touch.js';
import { lastName, shortName } from '../schema/objects.js';
import type { KnownObject } from '../schema/schema.js';
import { quoteLast, sqlName } from '../schema/sql-name.js';
import { quoteIdentifier } from '../sql/ast.js';
import { has } from '../sql/versions.js';
import { code } from '../sql/words.js';
import { lock, scan, touches } from '../verdict/fact.js';

export default defineRule({
  id: 'set-not-null',
  harm: 'blocks',
  summary: 'SET NOT NULL reads every row while the table is locked',
  why: `Postgres reads the whole table for a NULL under ACCESS EXCLUSIVE, and nobody else reads or writes it meanwhile. It
spares itself the reading where a valid CHECK says already that the column is never NULL. A NOT NULL constraint that is NOT
VALID (PostgreSQL 18) doesn’t say so, and beside one the CHECK doesn’t count. Neither does a CHECK that the same ALTER TABLE
drops.`,
  fix: `Add CHECK (column IS NOT NULL) with NOT VALID, validate it in a transaction of its own, which lets reads and writes
pass, then SET NOT NULL, and drop the CHECK in a statement of its own. From PostgreSQL 18 on, ADD CONSTRAINT … NOT NULL … NOT
VALID and VALIDATE CONSTRAINT do the same in two steps.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    for (const { table, subtype, command } of alterCommands(statement)) {
      const { name: column } = command;
      if (subtype !== 'AT_SetNotNull' || !column || context.schema.isNew(table)) continue;
      if (context.schema.find('column', `${table}.${column}`)?.facts?.notNull) continue;
      const found = predicted(table, context);
      const proof = proofOf(table, column, statement, context);
      if (!found || proof === 'stays') continue;
      const scans = found.scans || !isPartitioned(table, context.schema);
      const claim = touches(found.lock, table, { scans });
      context.report({
        message: `SET NOT NULL reads every row of ${code(shortName(table))} to look for a NULL in ${code(column)}. It holds ${found.lock} meanwhile, so all reads and writes wait.`,
        help: help(table, column, proof, context),
        claim,
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ALTER COLUMN a SET NOT NULL;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT c CHECK (a IS NOT NULL) NOT VALID;',
        sql: 'ALTER TABLE t ALTER COLUMN a SET NOT NULL;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int, CHECK (a IS NOT NULL)); ALTER TABLE t ADD CONSTRAINT n NOT NULL a NOT VALID;',
        sql: 'ALTER TABLE t ALTER COLUMN a SET NOT NULL;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
        postgres: { from: 18 },
      },
      {
        setup: 'CREATE TABLE t (a int, CONSTRAINT c CHECK (a IS NOT NULL));',
        sql: 'ALTER TABLE t ALTER COLUMN a SET NOT NULL, DROP CONSTRAINT c;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int, b int, CONSTRAINT c CHECK (b IS NOT NULL));',
        sql: 'ALTER TABLE t ALTER COLUMN a SET NOT NULL;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT n NOT NULL a NOT VALID;',
        sql: 'ALTER TABLE t ALTER COLUMN a SET NOT NULL;',
        postgres: { from: 18 },
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int NOT NULL);',
        up: 'ALTER TABLE t ALTER COLUMN a DROP NOT NULL;',
        sql: 'ALTER TABLE t ALTER COLUMN a SET NOT NULL;',
        role: 'down',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0 AND a IS NOT NULL) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT c;\nALTER TABLE t ALTER COLUMN a SET NOT NULL;\nALTER TABLE t DROP CONSTRAINT c;',
      },
      { setup: 'CREATE TABLE t (a int PRIMARY KEY);', sql: 'ALTER TABLE t ALTER COLUMN a SET NOT NULL;' },
      { sql: 'CREATE TABLE t (a int);\nALTER TABLE t ALTER COLUMN a SET NOT NULL;' },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD CONSTRAINT n NOT NULL a NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT n;\nALTER TABLE t ALTER COLUMN a SET NOT NULL;',
        postgres: { from: 18 },
      },
      { sql: 'ALTER TABLE IF EXISTS missing ALTER COLUMN a SET NOT NULL;' },
    ],
  },
});

/** Whether a valid CHECK proves it, and whether the same statement takes that away. */
function proofOf(
  table: string,
  column: string,
  statement: Statement,
  { schema }: RuleContext,
): 'stays' | 'dropped' | undefined {
  const gone = alterCommands(statement).flatMap(({ subtype, command }) =>
    subtype === 'AT_DropConstraint' ? [`${table}.${command.name}`] : [],
  );
  if (hasUncheckedNotNull(table, column, schema)) return undefined;
  const checks = schema.partsOf(table, 'constraint').filter(({ facts }) => facts && showsNotNull(facts, column));
  if (checks.some(({ name }) => !gone.includes(name))) return 'stays';
  return checks.length > 0 ? 'dropped' : undefined;
}

function help(table: string, column: string, proof: 'dropped' | undefined, context: RuleContext): string | Recipe {
  if (proof === 'dropped') {
    return 'Drop the CHECK in a statement of its own, after this one: while it stands, no row has to be read.';
  }
  const about = ({ facts }: KnownObject<'constraint'>) => !facts?.validated && facts?.columns?.includes(column);
  const waiting = context.schema.partsOf(table, 'constraint').filter(about);
  const notNull = waiting.find(({ facts }) => facts?.type === 'not null');
  if (notNull) {
    return `Validate the constraint that is there; the column is then NOT NULL:\n${validateStatement({ table, name: lastName(notNull.name) })}`;
  }
  const check = waiting.find(({ facts }) => forbidsNull(facts?.expression, column));
  if (check) {
    return `Validate the CHECK first, in a transaction of its own:\n${validateStatement({ table, name: lastName(check.name) })}`;
  }
  if (takesBack(table, column, context)) {
    return {
      says: 'Let a CHECK go last and come back first, so that the rollback reads the rows beside all traffic.',
      steps: allowNull(table, column),
      both: true,
    };
  }
  if (has('notValidNotNull', context.postgresVersion, 'as oldest')) {
    const name = quoteLast(table, `_${column}_not_null`);
    const add = `ALTER TABLE ${sqlName(table)} ADD CONSTRAINT ${name} NOT NULL ${quoteIdentifier(column)} NOT VALID;`;
    return {
      says: `${READS} (PostgreSQL 18 and later; before, by way of a CHECK.)`,
      steps: notValid(table, name, add),
    };
  }
  return { says: READS, steps: ruleOutNull(table, [column]) };
}

/** Whether it is the way back of a DROP NOT NULL. */
function takesBack(table: string, column: string, { script, migration: { up } }: RuleContext): boolean {
  return (
    script.role === 'down' &&
    up.statements
      .flatMap(alterCommands)
      .some((one) => one.table === table && one.subtype === 'AT_DropNotNull' && one.command.name === column)
  );
}

const READS = 'Have the rows read beside all traffic.';
