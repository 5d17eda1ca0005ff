import { creates, drops, endOf, nameOfDown } from '../lint/facts/down.js';
import type { KeptChange } from '../lint/facts/kept-changes.js';
import { rolledBack } from '../lint/facts/rolled-back.js';
import { factWords, undoSql } from '../lint/facts/undo-sql.js';
import { defineRule, type RuleContext } from '../lint/rule.js';
import type { Statement } from '../model.js';
import { effectsOf } from '../schema/effects/index.js';
import { shortName } from '../schema/objects.js';
import type { Schema } from '../schema/schema.js';
import { sqlName } from '../schema/sql-name.js';
import { type Claim, differs, leaves } from '../verdict/fact.js';

export default defineRule({
  id: 'down-keeps-change',
  harm: 'rollback',
  summary: 'The rollback leaves a column, table or view as the migration changed it',
  why: `A rollback has to undo changes as well as take away what is new: a type, a default, NOT NULL, row level security, a comment,
the body of a view or function. What it forgets differs from then on between databases that were rolled back and those that
never had the migration, and the old release runs on the new form.`,
  fix: 'Set in the rollback what the migration changes back to what it was.',
  roles: ['up'],
  check(statement, context) {
    const { up, down } = context.migration;
    const known = rolledBack(context.migration, context.schema);
    if (known === undefined || down === undefined || down.statements.length === 0) return;
    for (const change of known.kept) if (change.statement === statement) report(change, context);
    for (const { object } of replaced(statement, context.schema)) {
      if (
        creates(down, object) ||
        drops(down, object) ||
        !known.end.known(object) ||
        drops(up, object, statement.index + 1)
      )
        continue;
      context.report({
        claim: differs(object),
        message: `The rollback leaves the ${object.kind} ${shortName(object.name)} as this statement redefines it: nothing in ${nameOfDown(up, down)} puts the old definition back.`,
        help: `Add the old definition to the rollback:\nCREATE OR REPLACE ${object.kind.toUpperCase()} ${sqlName(object.name)} …`,
        related: [{ ...endOf(down), message: 'The rollback ends here' }],
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ALTER COLUMN a SET DEFAULT 1;',
        down: 'SELECT 1;',
      },
      {
        setup: 'CREATE TABLE t (a int NOT NULL);',
        sql: 'ALTER TABLE t ALTER COLUMN a DROP NOT NULL;',
        down: 'SELECT 1;',
      },
      { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint;', down: 'SELECT 1;' },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY (a);',
        down: 'ALTER TABLE t DROP CONSTRAINT t_pkey;',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: "COMMENT ON COLUMN t.a IS 'amount';",
        down: 'SELECT 1;',
        claim: leaves({ kind: 'comment', name: 'table column public.t.a' }),
      },
      { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ENABLE ROW LEVEL SECURITY;', down: 'SELECT 1;' },
      {
        setup: 'CREATE VIEW v AS SELECT 1 AS a;',
        sql: 'CREATE OR REPLACE VIEW v AS SELECT 2 AS a;',
        down: 'SELECT 1;',
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int DEFAULT 0);',
        sql: 'ALTER TABLE t ALTER COLUMN a SET DEFAULT 1;',
        down: 'ALTER TABLE t ALTER COLUMN a SET DEFAULT 0;',
      },
      {
        setup: 'CREATE TABLE t (a int DEFAULT 0);',
        sql: 'ALTER TABLE t ALTER COLUMN a SET DEFAULT 0;',
        down: 'SELECT 1;',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ALTER COLUMN a SET NOT NULL;',
        down: 'DO $$ BEGIN ALTER TABLE t ALTER COLUMN a DROP NOT NULL; END $$;',
      },
      {
        setup: 'CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;',
        sql: 'ALTER TABLE t VALIDATE CONSTRAINT positive;',
        down: 'SELECT 1;',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD COLUMN b int;\nALTER TABLE t ALTER COLUMN b SET DEFAULT 1;',
        down: 'ALTER TABLE t DROP COLUMN b;',
      },
      {
        setup: 'CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;',
        sql: 'CREATE OR REPLACE FUNCTION f(a text) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;',
        down: 'DROP FUNCTION f(text);',
      },
    ],
  },
});

function report(change: KeptChange, context: RuleContext): void {
  const { up, down = up } = context.migration;
  const { object, fact } = change;
  context.report({
    message: `The rollback leaves ${factWords(fact)} of the ${object.kind} ${shortName(object.name)} as this statement sets it: nothing in ${nameOfDown(up, down)} sets it back.`,
    help: `Add to the rollback:\n${undoSql(change) ?? `-- what ${shortName(object.name)} was before`}`,
    ...claimOf(change),
    related: [{ ...endOf(down), message: 'The rollback ends here' }],
  });
}

/** The catalogs hold a comment as an object of its own, under the name of pg_identify_object. */
function claimOf({ object, fact, before }: KeptChange): { claim?: Claim } {
  if (fact !== 'comment') return { claim: differs(object) };
  const kind = object.kind === 'column' ? 'table column' : object.kind;
  if (!/^[a-z_.]+$/.test(object.name) || !['table', 'table column', 'view'].includes(kind)) return {};
  const comment = { kind: 'comment', name: `${kind} ${object.name}` };
  return { claim: before ? differs(comment) : leaves(comment) };
}

/** Views and functions that OR REPLACE gives another definition. */
function replaced(statement: Statement, schema: Schema) {
  return effectsOf(statement.node).filter(({ change, object, conditional }) => {
    if (change !== 'create' || !conditional || !['view', 'function'].includes(object.kind)) return false;
    return schema.known(object)?.origin === 'baseline';
  });
}
