import { isOld } from '../lint/facts/dropped.js';
import { isCalledByCode, isServed } from '../lint/facts/still-called.js';
import { together } from '../lint/help/together.js';
import { defineRule } from '../lint/rule.js';
import { effectsOf } from '../schema/effects/index.js';
import { shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'rename-function',
  harm: 'decision',
  summary: 'Running code fails from the moment that a function has another name',
  why: `No code can call a function before and after its rename, or its move to another schema. Whichever version of the application runs
while the migration does, one of them fails with SQLSTATE 42883: the old one from then on, the new one until then. Bodies of other
functions still say the old name, and fail when they are called.`,
  fix: `Create the function under the new name beside the old one, and drop the old one in a later migration, when nothing calls it any
more. Or leave a function of the old name behind, in the same transaction, which calls the new one.`,
  roles: ['up', 'maintenance'],
  statements: ['RenameStmt', 'AlterObjectSchemaStmt'],
  check(statement, context) {
    const { schema, report } = context;
    for (const { object, was, conditional } of effectsOf(statement.node)) {
      if (was?.kind !== 'function' || !isOld(was, conditional, schema)) continue;
      const known = schema.known(was) ?? schema.find('function', was.name);
      if (known && !isCalledByCode(known)) continue;
      const [from, to] = [shortName(was.name), shortName(object.name)];
      report({
        message: `Code that calls ${code(from)} fails as soon as this has run. Code that calls ${code(to)} fails until then.`,
        help: `Leave the old name behind, in the same transaction, and drop it when nothing calls it any more:\n${together([`${statement.sql};`, `CREATE FUNCTION ${sqlName(was.name)}(…) RETURNS … LANGUAGE sql AS $$ SELECT ${sqlName(object.name)}(…) $$;`], context.script)}`,
        mended: (end) => isServed(was.name, known, end),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';",
        sql: 'ALTER FUNCTION f(int) RENAME TO g;',
      },
      {
        setup: "CREATE SCHEMA app; CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';",
        sql: 'ALTER PROCEDURE p() SET SCHEMA app;',
      },
    ],
    good: [
      {
        setup: "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';",
        sql: "BEGIN;\nALTER FUNCTION f(int) RENAME TO g;\nCREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT g(a)';\nCOMMIT;",
      },
      { sql: "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';\nALTER FUNCTION f() RENAME TO g;" },
      {
        setup: "CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';",
        sql: 'ALTER FUNCTION tr() RENAME TO on_write;',
      },
    ],
  },
});
