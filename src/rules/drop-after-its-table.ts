import { effectsFrom } from '../lint/facts/down.js';
import { dropped } from '../lint/facts/dropped.js';
import { defineRule } from '../lint/rule.js';
import type { Script, Statement } from '../model.js';
import { effectsOf } from '../schema/effects/index.js';
import { lastName, type SchemaObject, shortName } from '../schema/objects.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { refused } from '../verdict/fact.js';

export default defineRule({
  id: 'drop-after-its-table',
  harm: 'stops',
  summary: 'Postgres refuses to drop what went with its table a few lines before',
  why: `DROP TABLE takes the table’s indexes, triggers, policies, constraints and columns along. A later DROP of one of them finds
nothing (SQLSTATE 42704 for an index, 42P01 where the table is named), and the script stops there, halfway.`,
  fix: 'Delete the later DROP, or put it before the DROP TABLE.',
  statements: ['DropStmt', 'AlterTableStmt'],
  check(statement, context) {
    const { schema, script, migration } = context;
    if (nodeOf(statement.node, 'AlterTableStmt')?.missing_ok) return;
    for (const { object, conditional } of dropped(statement)) {
      const table = object.table ?? tableOfIndex(object, migration.up);
      // IF EXISTS also forgives a missing table, but not after ALTER TABLE.
      if (table === undefined || (conditional && statement.kind === 'DropStmt')) continue;
      if (schema.find('table', table) || schema.find(object.kind, object.name)) continue;
      const before = script.statements.slice(0, statement.index).findLast((one) => dropsTable(one, table));
      if (!before || statement.transaction.kind === 'block') continue;
      context.report({
        message: `The ${object.kind} ${code(lastName(object.name))} went with ${code(shortName(table))} on line ${before.location.line}. Postgres refuses to drop it again, and the script stops here.`,
        help: 'Delete this statement, or move it before the DROP TABLE.',
        claim: refused(object.kind === 'index' ? '42704' : '42P01'),
        related: [{ ...before.location, message: `${code(shortName(table))} is dropped here` }],
      });
      return;
    }
  },
  examples: {
    bad: [
      {
        up: 'CREATE TABLE t (a int);\nCREATE INDEX i ON t (a);',
        sql: 'DROP TABLE t;\nDROP INDEX i;',
        role: 'down',
        claim: refused('42704'),
      },
      {
        up: 'CREATE TABLE t (a int);\nCREATE POLICY readers ON t USING (true);',
        sql: 'DROP TABLE t;\nDROP POLICY readers ON t;',
        role: 'down',
        claim: refused('42P01'),
      },
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'DROP TABLE t;\nALTER TABLE t DROP COLUMN IF EXISTS b;',
        claim: refused('42P01'),
      },
    ],
    good: [
      {
        up: 'CREATE TABLE t (a int);\nCREATE INDEX i ON t (a);',
        sql: 'DROP INDEX i;\nDROP TABLE t;',
        role: 'down',
      },
      {
        up: 'CREATE TABLE t (a int);\nCREATE INDEX i ON t (a);\nCREATE POLICY readers ON t USING (true);\nALTER TABLE t ENABLE ROW LEVEL SECURITY;',
        sql: 'DROP TABLE t;\nDROP INDEX IF EXISTS i;\nDROP POLICY IF EXISTS readers ON t;\nALTER TABLE IF EXISTS t DROP COLUMN a;',
        role: 'down',
      },
      {
        up: 'CREATE TABLE t (a int);',
        sql: 'DROP TABLE t;\nCREATE TABLE t (a int);\nALTER TABLE t DROP COLUMN a;\nDROP TABLE t;',
        role: 'down',
      },
    ],
  },
});

/** DROP INDEX doesn't name the table: the migration that made it does. */
function tableOfIndex(object: SchemaObject, up: Script): string | undefined {
  if (object.kind !== 'index') return undefined;
  return effectsFrom(up).find(
    ({ change, object: made }) => change === 'create' && made.kind === 'index' && made.name === object.name,
  )?.object.table;
}

function dropsTable({ node }: Statement, table: string): boolean {
  return effectsOf(node).some(
    ({ change, object }) => change === 'drop' && object.kind === 'table' && object.name === table,
  );
}
