import { defineRule } from '../lint/rule.js';
import { dotted } from '../schema/effects/effect.js';
import { fullName, shortName } from '../schema/objects.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'enum-type',
  harm: 'note',
  preset: 'strict',
  summary: 'The values of an enum can be added to, but never taken away',
  why: `No version of Postgres drops an enum’s value or moves it. Whoever wants one gone has to make a new type and rewrite every
column that uses the old one.`,
  fix: 'Use text with a CHECK, or a table of values with a foreign key, where the list is likely to change.',
  statements: ['CreateEnumStmt'],
  check(statement, { report }) {
    const name = dotted(nodeOf(statement.node, 'CreateEnumStmt')?.typeName);
    if (!name) return;
    report({
      message: `Once the values of ${code(shortName(fullName(name)))} are there, nobody can drop or reorder them.`,
      help: 'Where the list may change, use text with a CHECK, or a table of values that a foreign key points to.',
    });
  },
  examples: {
    bad: [{ sql: "CREATE TYPE mood AS ENUM ('ok', 'great');" }],
    good: [
      { sql: "CREATE TABLE person (mood text CHECK (mood IN ('ok', 'great')));" },
      { sql: 'CREATE TYPE pair AS (a int, b int);' },
    ],
  },
});
