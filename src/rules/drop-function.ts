import { droppedOld } from '../lint/facts/dropped.js';
import { isCalledByCode, isKnownToBeThere, isServed } from '../lint/facts/still-called.js';
import { defineRule } from '../lint/rule.js';
import type { FunctionFacts } from '../schema/facts.js';
import { type SchemaObject, shortName } from '../schema/objects.js';
import type { KnownObject, Schema } from '../schema/schema.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';

const WORDS: Record<string, string> = {
  OBJECT_FUNCTION: 'function',
  OBJECT_PROCEDURE: 'procedure',
  OBJECT_ROUTINE: 'routine',
  OBJECT_AGGREGATE: 'aggregate',
};

export default defineRule({
  id: 'drop-function',
  harm: 'decision',
  summary: 'Running code that calls a dropped function fails with its next call',
  why: `From the moment that a function or procedure is gone, every statement that calls it fails with SQLSTATE 42883, in each release
that still runs. Other functions whose bodies call it fail as well, when they are called: Postgres looks into the body of a
function only when it runs.`,
  fix: `Ship the code that no longer calls it first, and drop it in a later migration. To change a function, replace it: with CREATE OR
REPLACE, or by dropping and creating it in one transaction.`,
  roles: ['up', 'maintenance'],
  statements: ['DropStmt'],
  check(statement, { schema, report }) {
    const drop = nodeOf(statement.node, 'DropStmt');
    const word = drop?.removeType && WORDS[drop.removeType];
    if (!word) return;
    for (const object of droppedOld(statement, schema)) {
      if (!isKnownToBeThere(object, drop.missing_ok, schema)) continue;
      const known = (schema.known(object) ?? schema.find('function', object.name)) as
        | KnownObject<'function'>
        | undefined;
      if (known && !isCalledByCode(known)) continue;
      const name = shortName(object.name);
      report({
        message: `Once this has run, code that calls the ${word} ${code(name)} fails with its next call.`,
        help: `Drop it in a later migration, when no release that calls ${name} runs any more. Where none does today, silence this with that reason.`,
        mended: (end) => isServed(object.name, known, end),
      });
      report({
        message: `Code that calls the ${word} ${code(name)} and names its arguments fails once this has run. The new one calls some of them otherwise.`,
        help: `Give the arguments of the new one the names that the old one's have, or deploy first code that doesn't name them. What calls functions by their arguments' names, such as PostgREST, always names them.`,
        mended: (end) => !isCalledOtherwise(object, known, end),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: "CREATE FUNCTION f(a int, b int) RETURNS int LANGUAGE sql AS 'SELECT 1';",
        sql: "DROP FUNCTION f(int, int);\nCREATE FUNCTION f(a int, other int) RETURNS int LANGUAGE sql AS 'SELECT 1';",
      },
      {
        setup:
          "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION f(a text) RETURNS int LANGUAGE sql AS 'SELECT 2';",
        sql: 'DROP FUNCTION f(int);',
      },
      { setup: "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';", sql: 'DROP FUNCTION f();' },
      {
        setup: "CREATE SCHEMA app; CREATE FUNCTION app.f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';",
        sql: 'DROP FUNCTION IF EXISTS app.f(int);',
      },
      { setup: "CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';", sql: 'DROP PROCEDURE p;' },
    ],
    good: [
      {
        setup:
          "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION f(a int, b int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 2';",
        sql: 'DROP FUNCTION f(int);',
      },
      {
        setup: "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';",
        sql: "DROP FUNCTION f(int);\nCREATE FUNCTION f(a int, b int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 2';",
      },
      { sql: "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';\nDROP FUNCTION f();" },
      {
        setup: "CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';",
        sql: 'DROP FUNCTION tr();',
      },
      { sql: 'DROP FUNCTION IF EXISTS nowhere();' },
      { up: "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';", sql: 'DROP FUNCTION f();', role: 'down' },
    ],
  },
});

/** One that takes the same arguments is there in its place, and doesn't know a name that it could be called with. */
function isCalledOtherwise(
  { name }: Pick<SchemaObject, 'name'>,
  known: KnownObject<'function'> | undefined,
  end: Schema,
): boolean {
  const { parameters: names = [], arguments: types } = known?.facts ?? {};
  const now = end.known({ kind: 'function', name, ...(types && { facts: { arguments: types } }) });
  const { parameters } = (now?.facts ?? {}) as Partial<FunctionFacts>;
  return parameters !== undefined && names.some((one) => one !== undefined && !parameters.includes(one));
}
