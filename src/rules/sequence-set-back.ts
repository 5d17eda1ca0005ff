import type { Node } from '@pgsql/types';
import { alterCommands } from '../lint/facts/alter-table.js';
import { defineRule } from '../lint/rule.js';
import type { Script, Statement } from '../model.js';
import { generatedName } from '../schema/generated-names.js';
import { fullName, lastName, schemaOf, shortName } from '../schema/objects.js';
import type { KnownObject, Schema } from '../schema/schema.js';
import { sqlName } from '../schema/sql-name.js';
import { nodeOf, quoteIdentifier, relationName, walk } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'sequence-set-back',
  harm: 'breaks',
  summary: 'A sequence that begins anew gives numbers that rows have already',
  why: `A serial or identity column takes its numbers from the sequence. Set back to its beginning, it draws those of the rows that are
there: each INSERT fails with SQLSTATE 23505 until it has passed the last of them, or, without a unique key, two rows have one
number. Neither setval nor what it broke is taken back with the transaction.`,
  fix: `Set it to the highest number that the table has. Where the rows are to go, TRUNCATE … RESTART IDENTITY does both in one.`,
  roles: ['up', 'maintenance'],
  statements: ['SelectStmt', 'AlterSeqStmt', 'AlterTableStmt'],
  check(statement, { schema, script, report }) {
    for (const { table, column } of setBack(statement, schema)) {
      if (schema.isNew(table) || empties(script, table)) continue;
      const [name, key] = [sqlName(table), quoteIdentifier(column)];
      const quotedName = `'${name.replaceAll("'", "''")}'`;
      report({
        message: `The sequence of ${code(column)} begins anew, though ${code(shortName(table))} may have rows with its numbers. INSERTs then fail with SQLSTATE 23505.`,
        help: `Set it to the highest number that there is:\nSELECT setval(pg_get_serial_sequence(${quotedName}, '${column.replaceAll("'", "''")}'), coalesce(max(${key}), 1)) FROM ${name};`,
        mended: (end) => end.wasDropped('table', table),
      });
    }
  },
  examples: {
    bad: [
      { setup: 'CREATE TABLE t (id serial PRIMARY KEY);', sql: "SELECT setval('t_id_seq', 1);" },
      {
        setup: 'CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY);',
        sql: "SELECT pg_catalog.setval('public.t_id_seq'::regclass, 1, false);",
      },
      { setup: 'CREATE TABLE t (id serial PRIMARY KEY);', sql: 'ALTER SEQUENCE t_id_seq RESTART WITH 1;' },
      {
        setup: 'CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY);',
        sql: 'ALTER TABLE t ALTER COLUMN id RESTART;',
      },
      {
        setup: "CREATE SEQUENCE s; CREATE TABLE t (id int PRIMARY KEY DEFAULT nextval('s'));",
        sql: 'ALTER SEQUENCE s RESTART;',
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (id serial PRIMARY KEY);',
        sql: "SELECT setval('t_id_seq', coalesce(max(id), 1)) FROM t;",
      },
      { setup: 'CREATE TABLE t (id serial PRIMARY KEY);', sql: "SELECT setval('t_id_seq', 1000);" },
      {
        setup: 'CREATE TABLE t (id serial PRIMARY KEY);',
        sql: 'TRUNCATE t;\nALTER SEQUENCE t_id_seq RESTART;',
      },
      { setup: 'CREATE SEQUENCE s;', sql: "SELECT setval('s', 1);" },
      { sql: 'CREATE TABLE t (id serial PRIMARY KEY);\nALTER SEQUENCE t_id_seq RESTART;' },
    ],
  },
});

interface OwnColumn {
  table: string;
  column: string;
}

/** The columns whose sequences the statement sets to their first number. */
function setBack(statement: Statement, schema: Schema): OwnColumn[] {
  const { node } = statement;
  const columns = alterCommands(statement).flatMap(({ table, subtype, command }): OwnColumn[] => {
    const options = nodeOf(command.def, 'List')?.items;
    return subtype === 'AT_SetIdentity' && restarts(options) && command.name ? [{ table, column: command.name }] : [];
  });
  const alter = nodeOf(node, 'AlterSeqStmt');
  const altered = relationName(alter?.sequence);
  const named = alter && altered && restarts(alter.options) ? [fullName(altered)] : setvals(node);
  return [...columns, ...named.flatMap((sequence) => ownerOf(sequence, schema) ?? [])];
}

/** RESTART, alone or WITH 1. */
function restarts(options: Node[] = []): boolean {
  return options.some((item) => {
    const { defname, arg } = nodeOf(item, 'DefElem') ?? {};
    return defname === 'restart' && (arg === undefined || (nodeOf(arg, 'Integer')?.ival ?? 2) <= 1);
  });
}

/** The sequences that setval sets to 1, by a name that is written there. */
function setvals(node: Node | null): string[] {
  return calledWith(node, 'setval').flatMap(({ name, value }) => {
    const number = nodeOf(value, 'A_Const')?.ival;
    return number === undefined || (number.ival ?? 0) > 1 ? [] : [name];
  });
}

/** The sequences that a function is called with, and the argument after each. */
function calledWith(node: Node | null, called: 'nextval' | 'setval'): { name: string; value: Node | undefined }[] {
  const found: { name: string; value: Node | undefined }[] = [];
  walk(node, (tag, body) => {
    if (tag !== 'FuncCall') return;
    const name = nodeOf(((body.funcname as Node[] | undefined) ?? []).at(-1), 'String')?.sval;
    const [sequence, value] = (body.args as Node[] | undefined) ?? [];
    const text = nodeOf(nodeOf(sequence, 'TypeCast')?.arg ?? sequence, 'A_Const')?.sval?.sval;
    if (name !== called || text === undefined) return;
    const parts = text.split('.').map((part) => part.replace(/^"(.*)"$/, '$1'));
    found.push({ name: parts.length > 1 ? parts.slice(-2).join('.') : `public.${parts[0]}`, value });
  });
  return found;
}

function ownerOf(sequence: string, schema: Schema): OwnColumn | undefined {
  const owned = schema.find('sequence', sequence)?.facts?.ownedBy;
  const column = schema
    .every('column')
    .find((one) => one.name === owned || sequenceOf(one) === sequence || drawsFrom(one.facts?.default, sequence));
  return column?.table === undefined
    ? undefined
    : { table: column.table, column: column.name.slice(column.table.length + 1) };
}

/** The default calls nextval of it, by a name that is written there. */
function drawsFrom(value: Node | undefined, sequence: string): boolean {
  return calledWith(value ?? null, 'nextval').some(({ name }) => name === sequence);
}

/** A serial or identity column brings its sequence along. */
function sequenceOf({ name, table = '', facts }: KnownObject<'column'>): string | undefined {
  if (!facts?.identity && !facts?.type?.serial) return undefined;
  return `${schemaOf(table)}.${generatedName(lastName(table), name.slice(table.length + 1), 'seq')}`;
}

/** The script takes rows out of the table as well. */
function empties({ statements }: Script, table: string): boolean {
  return statements.some(({ node }) => {
    const truncated = (nodeOf(node, 'TruncateStmt')?.relations ?? []).map((item) => nodeOf(item, 'RangeVar'));
    const names = [...truncated, nodeOf(node, 'DeleteStmt')?.relation].flatMap((one) => relationName(one) ?? []);
    return names.some((name) => fullName(name) === table);
  });
}
