import { alterCommands } from '../lint/facts/alter-table.js';
import { dropped, isOld } from '../lint/facts/dropped.js';
import { schemaAtEnd } from '../lint/facts/script-end.js';
import { defineRule } from '../lint/rule.js';
import type { Statement } from '../model.js';
import { lastName, shortName } from '../schema/objects.js';
import type { KnownObject, Schema } from '../schema/schema.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'drop-unique',
  harm: 'decision',
  summary: 'Nothing keeps rows unique any more, and ON CONFLICT fails',
  why: `INSERT … ON CONFLICT (columns) needs a unique index or constraint on just these columns; one on fewer or on more is
none. From the commit on, the deployed release’s upserts fail with SQLSTATE 42P10, also those that meet no conflict. And rows
come in twice: the way back fails until they are found and mended.`,
  fix: `Deploy first the release that no longer upserts by these columns. Where another key takes over, build its index with CREATE
UNIQUE INDEX CONCURRENTLY before the old one goes, and keep the old one until no release needs it.`,
  roles: ['up'],
  statements: ['AlterTableStmt', 'DropStmt'],
  check(statement, { schema, script, report }) {
    for (const gone of uniqueGone(statement, schema)) {
      const left = whatIsLeft(gone, schemaAtEnd(script, schema, statement.index));
      if (left === 'all') continue;
      report({
        message: messageFor(gone, left),
        help: 'Deploy first a release that doesn’t need it. Where another unique index takes its place, build that one first, with CREATE UNIQUE INDEX CONCURRENTLY.',
        mended: (end) => whatIsLeft(gone, end) === 'all',
      });
    }
  },
  examples: {
    bad: [
      { setup: 'CREATE TABLE t (a int, b int UNIQUE);', sql: 'ALTER TABLE t DROP CONSTRAINT t_b_key;' },
      { setup: 'CREATE TABLE t (a int, b int); CREATE UNIQUE INDEX i ON t (a);', sql: 'DROP INDEX CONCURRENTLY i;' },
      {
        setup: 'CREATE TABLE t (a int, b int, UNIQUE (a));',
        sql: 'ALTER TABLE t DROP CONSTRAINT t_a_key, ADD CONSTRAINT pair UNIQUE (a, b);',
      },
      {
        setup: 'CREATE TABLE t (a int UNIQUE, b int, UNIQUE (a, b));',
        sql: 'ALTER TABLE t DROP CONSTRAINT t_a_b_key;',
      },
      {
        setup: 'CREATE TABLE t (a text); CREATE UNIQUE INDEX i ON t (lower(a));',
        sql: 'DROP INDEX CONCURRENTLY i;',
      },
    ],
    good: [
      { setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a);', sql: 'DROP INDEX CONCURRENTLY i;' },
      {
        setup: 'CREATE TABLE t (a int UNIQUE, b int); CREATE UNIQUE INDEX i ON t (a);',
        sql: 'ALTER TABLE t DROP CONSTRAINT t_a_key;',
      },
      {
        setup: 'CREATE TABLE t (a int, b int, UNIQUE (a, b));',
        sql: 'CREATE UNIQUE INDEX CONCURRENTLY i ON t (b, a);\nALTER TABLE t DROP CONSTRAINT t_a_b_key;',
      },
      {
        setup: 'CREATE TABLE t (a int UNIQUE, b int);',
        sql: 'ALTER TABLE t DROP CONSTRAINT t_a_key;\nALTER TABLE t DROP COLUMN a;',
      },
      { sql: 'CREATE TABLE t (a int UNIQUE);\nALTER TABLE t DROP CONSTRAINT t_a_key;' },
    ],
  },
});

type UniqueFacts = NonNullable<KnownObject<'index'>['facts']>;

interface Gone {
  table: string;
  index: UniqueFacts;
  /** Undefined for an expression. */
  columns: (string | undefined)[];
  name: string;
}

/** Unique indexes of old tables that go by their own name or with their constraint. A primary key has a rule of its own. */
function uniqueGone(statement: Statement, schema: Schema): Gone[] {
  const ofConstraints = alterCommands(statement).flatMap(({ table, subtype, command }) => {
    const known = schema.find('constraint', `${table}.${command.name}`);
    if (subtype !== 'AT_DropConstraint' || known?.facts?.type !== 'unique') return [];
    return schema.partsOf(table, 'index').filter(({ facts }) => facts?.constraint === command.name);
  });
  const own = dropped(statement).flatMap(({ object, conditional }) => {
    const isIndex = object.kind === 'index' && isOld(object, conditional, schema);
    return isIndex ? (schema.find('index', object.name) ?? []) : [];
  });
  return [...ofConstraints, ...own].flatMap(({ name, table, facts, origin }) => {
    if (!table || !facts?.unique || facts.invalid || origin === 'change' || schema.isNew(table)) return [];
    return [{ table, index: facts, columns: facts.columns ?? [], name: lastName(name) }];
  });
}

/** `all`: another unique index on the same columns, or nothing that it could be about; `unique`: one on fewer columns. */
function whatIsLeft({ table, index: { partial = false }, columns }: Gone, end: Schema): 'all' | 'unique' | 'nothing' {
  const isGone = columns.some((column) => column && end.wasDropped('column', `${table}.${column}`));
  if (isGone || end.wasDropped('table', table)) return 'all';
  const others = end
    .partsOf(table, 'index')
    .flatMap(({ facts }) => (facts?.unique && !facts.invalid ? [{ partial, columns: [], ...facts }] : []));
  // What an expression or a condition says is not compared: another such index stands in for it.
  if (partial || columns.includes(undefined)) {
    return others.some((one) => one.partial === partial && one.columns.length === columns.length) ? 'all' : 'nothing';
  }
  const within = others.filter((one) => !one.partial && one.columns.every((column) => columns.includes(column)));
  if (within.some((one) => one.columns.length === columns.length)) return 'all';
  return within.length > 0 ? 'unique' : 'nothing';
}

function messageFor({ table, index, columns, name }: Gone, left: 'unique' | 'nothing'): string {
  const isPlain = !index.partial && !columns.includes(undefined);
  const list = columns.join(', ');
  const upserts = isPlain ? `INSERTs with ${code(`ON CONFLICT (${list})`)}` : 'INSERTs with ON CONFLICT on it';
  const of = code(shortName(table));
  if (left === 'unique')
    return `${upserts} fail with SQLSTATE 42P10 once this has run. No unique index of ${of} is on just these columns.`;
  const what = isPlain ? code(list) : `what ${code(name)} is about`;
  return `Nothing keeps ${what} unique in ${of} once this has run. ${upserts} fail with SQLSTATE 42P10.`;
}
