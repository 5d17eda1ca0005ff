import { endOf, nameOfDown } from '../lint/facts/down.js';
import { inCatalog } from '../lint/facts/in-catalog.js';
import type { KeptChange } from '../lint/facts/kept-changes.js';
import { rolledBack } from '../lint/facts/rolled-back.js';
import { factWords, undoSql } from '../lint/facts/undo-sql.js';
import { defineRule, type RuleContext } from '../lint/rule.js';
import { objectKey, shortName } from '../schema/objects.js';
import type { KnownObject } from '../schema/schema.js';
import { enumerated } from '../schema/sql-name.js';
import { code } from '../sql/words.js';
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
    const { down } = context.migration;
    const known = rolledBack(context.migration, context.schema);
    if (known === undefined || down === undefined || down.statements.length === 0) return;
    const own = known.kept.filter((change) => change.statement === statement);
    for (const subject of new Set(own.map(subjectOf))) {
      const [first, ...others] = own.filter((change) => subjectOf(change) === subject);
      if (first) report([first, ...others], context);
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

/** One finding for an object; a comment is an object of its own. */
function subjectOf({ object, fact }: KeptChange): string {
  return `${objectKey(inCatalog(object))} ${fact === 'comment'}`;
}

function report(changes: readonly [KeptChange, ...KeptChange[]], context: RuleContext): void {
  const { up, down = up } = context.migration;
  const [first] = changes;
  const { object } = first;
  const words = enumerated([...new Set(changes.map(({ fact }) => factWords(fact)))]);
  const name = `the ${object.kind} ${code(shortName(object.name))}`;
  const undo = changes.map(
    (change) =>
      undoSql(change, context.schema) ??
      `-- what ${factWords(change.fact)} of the ${object.kind} ${shortName(object.name)} was before`,
  );
  context.report({
    message: changes.every(({ other }) => other)
      ? `The rollback leaves ${name} with ${words} that it didn’t have before. Nothing in ${nameOfDown(up, down)} sets back what this statement changes.`
      : `The rollback leaves ${words} of ${name} as this statement sets it. Nothing in ${nameOfDown(up, down)} sets it back.`,
    help: `Add to the rollback:\n${[...new Set(undo)].join('\n')}`,
    ...claimOf(first),
    related: [{ ...endOf(down), message: 'The rollback ends here' }],
  });
}

/** The catalogs hold a comment as an object of its own, under the name of pg_identify_object. */
function claimOf({ object, fact, before, after }: KeptChange): { claim?: Claim } {
  if (fact !== 'comment') return { claim: differs(inCatalog(object)) };
  const name = commented(object);
  if (name === undefined) return {};
  const comment = { kind: 'comment', name };
  return { claim: before || !after ? differs(comment) : leaves(comment) };
}

function commented({ kind, name, table, facts }: KnownObject): string | undefined {
  if (!/^[a-z_.]+$/.test(name)) return undefined;
  if (kind === 'column') return `table column ${name}`;
  if (kind === 'function') {
    const given = (facts as { arguments?: string[] } | undefined)?.arguments;
    return given?.length === 0 ? `function ${name}()` : undefined;
  }
  if (kind === 'constraint' || kind === 'trigger' || kind === 'policy' || kind === 'rule') return undefined;
  return table === undefined || kind === 'index' ? `${kind} ${name}` : undefined;
}
