import type { Migration, Script } from '../model.js';
import { type Effect, effectsOf } from '../schema/effects/index.js';
import { objectKey, type SchemaObject, shortName } from '../schema/objects.js';
import { diesWith } from '../schema/schema.js';
import { quoteIdentifier } from '../sql/ast.js';
import { defineRule } from './rule.js';

/** Kinds whose DROP needs more than a name are left to the rehearsal's proof. */
const WRITABLE = new Set(['index', 'table', 'view', 'materialized view', 'sequence', 'type', 'domain', 'schema']);

export default defineRule({
  id: 'down-leaves-object',
  severity: 'error',
  summary: 'The rollback leaves behind something that the migration created',
  why: `A rollback that forgets an object doesn’t go back: the index still costs every write, the next attempt to migrate
fails because the name is taken, or IF NOT EXISTS hides that it is. The schema then differs between environments.`,
  fix: 'Drop in the rollback, in reverse order, everything that the migration creates.',
  roles: ['up'],
  check(statement, context) {
    const { migration } = context;
    const { up, down } = migration;
    if (down === undefined || !readable(down)) return;
    for (const { change, object, implied } of effectsOf(statement.node)) {
      if (change !== 'create' || implied || removed(object, up, statement.index + 1) || removed(object, down, 0))
        continue;
      if (restored(object, migration) || object.name.startsWith('pg_temp.')) continue;
      if (object.table !== undefined && context.schema.isTemporary(object.table)) continue;
      const name = shortName(object.name);
      const first = down.statements.at(-1)?.location ?? {
        path: down.file.path,
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 1,
      };
      context.report({
        message: `The rollback leaves the ${object.kind} ${name} behind: nothing in ${down.file.path === up.file.path ? 'it' : down.file.path} drops it.`,
        help: WRITABLE.has(object.kind)
          ? `Add to the rollback:\n${dropStatement(object, runsOutside(down))};`
          : `Undo in the rollback what this statement does to ${name}.`,
        claim: { leaves: { kind: object.kind, name: object.name } },
        related: [{ ...first, message: `The rollback ends here without dropping ${name}` }],
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'CREATE INDEX CONCURRENTLY i ON t (a);\nCREATE INDEX CONCURRENTLY j ON t (b);',
        down: 'DROP INDEX CONCURRENTLY i;',
        claim: { leaves: { kind: 'index', name: 'public.j' } },
      },
      {
        sql: "CREATE TYPE mood AS ENUM ('ok');\nCREATE TABLE person (feels mood);",
        down: 'DROP TABLE person;',
        claim: { leaves: { kind: 'type', name: 'public.mood' } },
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD COLUMN b int, ADD COLUMN c int;',
        down: 'ALTER TABLE t DROP COLUMN b;',
        claim: { leaves: { kind: 'column', name: 'public.t.c' } },
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'CREATE INDEX CONCURRENTLY i ON t (a);',
        down: 'DROP INDEX CONCURRENTLY IF EXISTS i;',
      },
      { sql: 'CREATE TABLE t (a int);\nCREATE INDEX i ON t (a);', down: 'DROP TABLE t;' },
      { sql: 'CREATE SCHEMA app;\nCREATE TABLE app.t (a int);', down: 'DROP SCHEMA app CASCADE;' },
      { sql: 'CREATE TABLE a (i int);\nDROP TABLE a;', down: 'SELECT 1;' },
      { sql: 'CREATE TEMP TABLE scratch (i int);\nCREATE INDEX i ON scratch (i);', down: 'SELECT 1;' },
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY i ON t (a);' },
    ],
  },
});

/** Whether every statement can be read: a DO block, CALL or EXECUTE may drop what no name gives away. */
function readable(script: Script): boolean {
  return script.statements.every(({ kind }) => !['unparsed', 'DoStmt', 'CallStmt', 'ExecuteStmt'].includes(kind));
}

/** A column or constraint that goes with its table, or that a rename brings back, needs no line of its own. */
function removed(object: SchemaObject, script: Script, from: number): boolean {
  return dropsFrom(script, from).some(
    ({ object: dropped }) => objectKey(dropped) === objectKey(object) || diesWith(object, dropped),
  );
}

/** An index or constraint goes with the column that it stands on; which one is known to the server, not to us. */
function restored(object: SchemaObject, { down }: Migration<Script>): boolean {
  if (!['index', 'constraint'].includes(object.kind) || down === undefined) return false;
  return dropsFrom(down, 0).some(({ object: dropped }) => dropped.kind === 'column' && dropped.table === object.table);
}

function dropsFrom(script: Script, from: number): Effect[] {
  return script.statements.slice(from).flatMap(({ node }) => effectsOf(node).filter(({ change }) => change === 'drop'));
}

/** Whether CONCURRENTLY can run in the script. */
function runsOutside({ statements, transaction }: Script): boolean {
  return transaction === 'autocommit' && statements.every((statement) => statement.transaction.kind === 'none');
}

function dropStatement({ kind, name }: SchemaObject, concurrently: boolean): string {
  const quoted = shortName(name).split('.').map(quoteIdentifier).join('.');
  return `DROP ${kind.toUpperCase()}${kind === 'index' && concurrently ? ' CONCURRENTLY' : ''} IF EXISTS ${quoted}`;
}
