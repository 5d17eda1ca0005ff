import { isOld } from '../lint/facts/dropped.js';
import { defineRule } from '../lint/rule.js';
import { effectsOf } from '../schema/effects/index.js';
import { shortName } from '../schema/objects.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'rename-type',
  harm: 'decision',
  summary: 'Running code that names a type in a cast fails from the moment that it has another name',
  why: `Columns keep their type under its new name, and so do views and functions in SQL. What is sent as text does not: a cast
('open'::status), a parameter's type, a variable in PL/pgSQL. Generated clients write such casts. The old name fails with SQLSTATE
42704 from then on, the new one until then.`,
  fix: `Deploy first a release that leaves the cast out: compared with a column or written to one, a parameter takes the column's type. No
domain of the old name does, for an enum can't be compared with it.`,
  roles: ['up', 'maintenance'],
  statements: ['RenameStmt', 'AlterObjectSchemaStmt'],
  check(statement, { schema, report }) {
    for (const { object, was, conditional } of effectsOf(statement.node)) {
      if ((was?.kind !== 'type' && was?.kind !== 'domain') || !isOld(was, conditional, schema)) continue;
      const [from, to] = [shortName(was.name), shortName(object.name)];
      report({
        message: `Code that casts to ${code(from)} fails as soon as this has run. Code that casts to ${code(to)} fails until then.`,
        help: `Deploy first a release that says neither name: without its cast a parameter takes the type of the column that it is compared with or written to. Where no code casts to it, silence this with that reason.`,
        mended: (end) => end.find('type', was.name) !== undefined || end.find('domain', was.name) !== undefined,
      });
    }
  },
  examples: {
    bad: [
      { setup: "CREATE TYPE status AS ENUM ('open');", sql: 'ALTER TYPE status RENAME TO article_status;' },
      {
        setup: 'CREATE SCHEMA app; CREATE DOMAIN email AS text;',
        sql: 'ALTER DOMAIN email SET SCHEMA app;',
      },
    ],
    good: [
      {
        setup: "CREATE TYPE status AS ENUM ('open');",
        sql: "ALTER TYPE status RENAME TO old_status;\nCREATE TYPE status AS ENUM ('open', 'closed');",
      },
      { sql: "CREATE TYPE status AS ENUM ('open');\nALTER TYPE status RENAME TO article_status;" },
      { setup: "CREATE TYPE status AS ENUM ('open');", sql: "ALTER TYPE status RENAME VALUE 'open' TO 'opened';" },
    ],
  },
});
