import { defineRule } from '../lint/rule.js';
import { dotted } from '../schema/effects/effect.js';
import { fullName, shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'enum-value-renamed',
  harm: 'breaks',
  summary: 'Renaming an enum value breaks the programs that still use the old name',
  why: `The moment the rename is committed, the old name is unknown: queries of the running application that write or compare it
fail with SQLSTATE 22P02, and rows come back with a name that it may not know. No lock makes it wait for the deployment.`,
  fix: `Teach the application both names first. Or add the new value, let the application read both and write the new one, move
the rows over in batches, and leave the old value unused: enum values can’t be dropped.`,
  roles: ['up'],
  statements: ['AlterEnumStmt'],
  check(statement, { schema, report }) {
    const alter = nodeOf(statement.node, 'AlterEnumStmt');
    const name = dotted(alter?.typeName);
    if (!alter?.oldVal || !alter.newVal || !name) return;
    const type = fullName(name);
    if (schema.find('type', type)?.origin === 'change') return;
    const label = alter.newVal.replaceAll("'", "''");
    report({
      message: `From this commit on, ${code(shortName(type))} doesn’t know ${code(`'${alter.oldVal}'`)} any more. Queries of the running application that still use it fail.`,
      help: `Add the new value beside the old one, and rename nothing:\nALTER TYPE ${sqlName(type)} ADD VALUE '${label}';`,
    });
  },
  examples: {
    bad: [
      {
        setup: "CREATE TYPE mood AS ENUM ('ok');",
        sql: "ALTER TYPE mood RENAME VALUE 'ok' TO 'fine';",
      },
    ],
    good: [
      { sql: "CREATE TYPE mood AS ENUM ('ok');\nALTER TYPE mood RENAME VALUE 'ok' TO 'fine';" },
      { setup: "CREATE TYPE mood AS ENUM ('ok');", sql: "ALTER TYPE mood ADD VALUE 'fine';" },
    ],
  },
});
