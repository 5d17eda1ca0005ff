import { defineRule } from '../lint/rule.js';
import { dotted } from '../schema/effects/effect.js';
import { fullName, shortName } from '../schema/objects.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'enum-value-order',
  harm: 'note',
  preset: 'strict',
  summary: 'A new enum value goes to the end where nobody says otherwise',
  why: 'The order of an enum’s values decides how <, ORDER BY, min and max see them, and it can’t be changed later.',
  fix: 'Say where the value belongs, with BEFORE or AFTER, also where that is the end.',
  statements: ['AlterEnumStmt'],
  check(statement, { schema, report }) {
    const alter = nodeOf(statement.node, 'AlterEnumStmt');
    const name = dotted(alter?.typeName);
    if (!alter?.newVal || alter.oldVal || alter.newValNeighbor || !name) return;
    const type = fullName(name);
    const last = schema.find('type', type)?.facts?.labels?.at(-1) ?? '…';
    const quoted = (label: string) => `'${label.replaceAll("'", "''")}'`;
    report({
      message: `The value ${code(quoted(alter.newVal))} sorts after all others of ${code(shortName(type))}. Nobody can change that later.`,
      help: `Say where it belongs:\n${statement.sql} AFTER ${quoted(last)};`,
    });
  },
  examples: {
    bad: [
      { setup: "CREATE TYPE size AS ENUM ('small', 'large');", sql: "ALTER TYPE size ADD VALUE 'medium';" },
      { setup: "CREATE TYPE size AS ENUM ('small');", sql: "ALTER TYPE size ADD VALUE IF NOT EXISTS 'it''s huge';" },
    ],
    good: [
      {
        setup: "CREATE TYPE size AS ENUM ('small', 'large');",
        sql: "ALTER TYPE size ADD VALUE 'medium' BEFORE 'large';",
      },
      { setup: "CREATE TYPE size AS ENUM ('small');", sql: "ALTER TYPE size RENAME VALUE 'small' TO 'tiny';" },
    ],
  },
});
