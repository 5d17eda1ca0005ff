import { droppedOld } from '../lint/facts/dropped.js';
import { isKnownToBeThere } from '../lint/facts/still-called.js';
import { defineRule } from '../lint/rule.js';
import { dependentsOf } from '../schema/dependents.js';
import { sqlName } from '../schema/sql-name.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'drop-schema',
  harm: 'decision',
  summary: 'DROP SCHEMA fails where production has anything in the schema',
  why: `Without CASCADE Postgres drops a schema only when it is empty: one table, function or type that was made outside of the migrations,
and the statement fails with SQLSTATE 2BP01. Code that names the schema, or has it in its search_path first, fails or finds other
objects once it is gone.`,
  fix: `Drop it in a later migration than the last of its objects, when production was seen to have nothing in it any more. Don’t make it
pass with CASCADE, which deletes what nobody has looked at.`,
  roles: ['up', 'maintenance'],
  statements: ['DropStmt'],
  check(statement, { schema, report }) {
    const drop = nodeOf(statement.node, 'DropStmt');
    // CASCADE has a rule of its own.
    if (drop?.removeType !== 'OBJECT_SCHEMA' || drop.behavior === 'DROP_CASCADE') return;
    for (const object of droppedOld(statement, schema)) {
      if (!isKnownToBeThere(object, drop.missing_ok, schema)) continue;
      // What is known to be in it is named by the rule about what is still needed.
      if (dependentsOf(object, schema).length > 0) continue;
      const { name } = object;
      report({
        message: `Postgres refuses to drop the schema ${code(name)} where production has anything in it. The script then stops here.`,
        help: `See in production that it is empty, before this is merged:\nSELECT relname FROM pg_class WHERE relnamespace = to_regnamespace('${sqlName(name)}');`,
        mended: (end) => end.find('schema', name) !== undefined,
      });
    }
  },
  examples: {
    bad: [{ setup: 'CREATE SCHEMA app;', sql: 'DROP SCHEMA app;' }],
    good: [
      { setup: 'CREATE SCHEMA app;', sql: 'DROP SCHEMA IF EXISTS nowhere;' },
      { sql: 'CREATE SCHEMA app;\nDROP SCHEMA app;' },
      { setup: 'CREATE SCHEMA app;', sql: 'DROP SCHEMA app;\nCREATE SCHEMA app;' },
      { up: 'CREATE SCHEMA app;', sql: 'DROP SCHEMA app;', role: 'down' },
    ],
  },
});
