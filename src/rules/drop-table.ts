import { droppedOld } from '../lint/facts/dropped.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import type { Schema } from '../schema/schema.js';
import { enumerated, quoteLast, sqlName } from '../schema/sql-name.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

export default defineRule({
  id: 'drop-table',
  harm: 'loses',
  summary: 'DROP TABLE deletes the table and all its rows for good',
  why: `Nothing but a backup brings the rows back: a rollback can only create an empty table. Releases that are still
running fail with their next query on it. DROP TABLE also takes ACCESS EXCLUSIVE: it waits for every query on the table,
and every query after it waits too.`,
  fix: `Ship the code that no longer uses the table first. Then rename it: what still needs it shows at once and the way back is
a rename. Drop it in a later migration.`,
  roles: ['up', 'maintenance'],
  statements: ['DropStmt'],
  check(statement, context) {
    if (nodeOf(statement.node, 'DropStmt')?.removeType !== 'OBJECT_TABLE') return;
    for (const { name } of droppedOld(statement, context.schema)) {
      // A partition is a slice of data that is meant to go: it has a rule of its own.
      if (context.schema.find('table', name)?.facts?.partitionOf) continue;
      const parents = referenced(name, context.schema).map((parent) => code(shortName(parent)));
      const also = parents.length > 0 ? `, and locks ${enumerated(parents)}, where its foreign keys point` : '';
      const retired = quoteLast(name, '_retired');
      context.report({
        message: `DROP TABLE deletes ${code(shortName(name))} with all its rows, which no rollback brings back${also}. Code that still uses it fails on its next query.`,
        help: `Rename the table once nothing uses it, and drop it in a later migration:\n-- migration-safety: ignore rename-table nothing uses it any more\nALTER TABLE ${sqlName(name)} RENAME TO ${retired};`,
        claim: lock('ACCESS EXCLUSIVE', name),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'DROP TABLE t;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE SCHEMA app; CREATE TABLE app."Order" (a int); CREATE TABLE "Order" (a int);',
        sql: 'DROP TABLE IF EXISTS app."Order";\nCREATE TABLE app."Order" (a bigint);',
        claim: lock('ACCESS EXCLUSIVE', 'app.Order'),
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'CREATE TABLE IF NOT EXISTS t (a int);\nDROP TABLE t;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
    ],
    good: [
      { sql: 'CREATE TABLE t (a int);\nDROP TABLE t;' },
      { sql: 'CREATE TEMP TABLE scratch (a int);\nDROP TABLE scratch;' },
      { sql: 'DROP TABLE IF EXISTS nowhere;' },
      { up: 'CREATE TABLE t (a int);', sql: 'DROP TABLE t;', role: 'down' },
      { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t RENAME TO t_retired;' },
      {
        setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
        sql: 'DROP TABLE p1;',
      },
    ],
  },
});

/** The tables that others use and that its foreign keys reference. */
function referenced(table: string, schema: Schema): string[] {
  const parents = schema.partsOf(table, 'constraint').flatMap(({ facts }) => facts?.references?.table ?? []);
  return [...new Set(parents)].filter((parent) => parent !== table && !schema.isNew(parent));
}
