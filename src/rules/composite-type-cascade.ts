import { limitFor } from '../lint/help/limit.js';
import { defineRule } from '../lint/rule.js';
import { fullName, shortName } from '../schema/objects.js';
import { nodeOf, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'composite-type-cascade',
  harm: 'note',
  preset: 'strict',
  summary: 'ALTER TYPE … CASCADE changes every table of that type',
  why: `With CASCADE, a new, dropped or changed attribute of a composite type becomes one of each table that was created OF the
type. Each is locked with ACCESS EXCLUSIVE: all its reads and writes wait.`,
  fix: 'Look for the tables first (pg_class.reloftype), and set a short lock_timeout; or use plain tables.',
  statements: ['AlterTableStmt'],
  check(statement, { schema, script, report }) {
    const alter = nodeOf(statement.node, 'AlterTableStmt');
    const name = relationName(alter?.relation);
    if (alter?.objtype !== 'OBJECT_TYPE' || !name || schema.find('type', fullName(name))?.origin === 'change') return;
    const cascades = (alter.cmds ?? []).some((item) => nodeOf(item, 'AlterTableCmd')?.behavior === 'DROP_CASCADE');
    if (!cascades) return;
    report({
      message: `CASCADE takes ACCESS EXCLUSIVE on every table that was created OF ${code(shortName(fullName(name)))}. Their reads and writes wait.`,
      help: `Limit the wait:\n${limitFor(statement, script)}\n${statement.sql};`,
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TYPE pair AS (a int, b int); CREATE TABLE t OF pair;',
        sql: 'ALTER TYPE pair ADD ATTRIBUTE c int CASCADE;',
      },
    ],
    good: [
      { setup: 'CREATE TYPE pair AS (a int, b int);', sql: 'ALTER TYPE pair ADD ATTRIBUTE c int;' },
      { sql: 'CREATE TYPE pair AS (a int);\nALTER TYPE pair ADD ATTRIBUTE c int CASCADE;' },
    ],
  },
});
