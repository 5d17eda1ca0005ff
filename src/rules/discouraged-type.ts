import type { ColumnDef, Node } from '@pgsql/types';
import { array, optional, strictObject, string } from 'valibot';
import { alterCommands } from '../lint/facts/alter-table.js';
import { defineRule } from '../lint/rule.js';
import { type ColumnType, columnType } from '../schema/types.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'discouraged-type',
  harm: 'note',
  preset: 'strict',
  summary: 'A column has a type that has a better successor',
  why: `Some types are there for the SQL standard’s or for history’s sake. char(n) pads with spaces; timestamp forgets the time
zone; json keeps the text and has no equality; money depends on the locale; serial leaves its sequence’s rights and default
to be looked after; int runs out of keys at 2,147,483,647; a limit in varchar(n) is harder to change than a CHECK.`,
  fix: `Use text, timestamptz, jsonb, numeric, GENERATED … AS IDENTITY and bigint. The option \`allow\` lists types that are
meant to stay, by their first words here: char, varchar, timestamp, timetz, json, money, serial, int-key.`,
  options: strictObject({ allow: optional(array(string()), []) }),
  statements: ['AlterTableStmt', 'CreateStmt'],
  check(statement, { options, report }) {
    const allowed = options.allow as string[];
    const added = alterCommands(statement).flatMap(({ column, subtype, command }) =>
      column ? [subtype === 'AT_AlterColumnType' ? { ...column, colname: command.name ?? '' } : column] : [],
    );
    const created = (nodeOf(statement.node, 'CreateStmt')?.tableElts ?? []).flatMap(
      (one) => nodeOf(one, 'ColumnDef') ?? [],
    );
    for (const column of [...added, ...created]) {
      const [name, better] = successor(column) ?? [];
      if (!name || !better || allowed.includes(name)) continue;
      report({
        message: `${code(column.colname ?? '')} has the type ${WORDS[name] ?? name}: ${better.why}.`,
        help: `Use ${better.use}.`,
      });
    }
  },
  examples: {
    bad: [
      { sql: 'CREATE TABLE t (code char(3));' },
      { sql: 'CREATE TABLE t (name varchar(20), at timestamp NOT NULL);' },
      { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ADD COLUMN b json, ADD COLUMN c money;' },
      { sql: 'CREATE TABLE t (id serial);' },
      { sql: 'CREATE TABLE t (id int PRIMARY KEY);' },
      { setup: 'CREATE TABLE t (a text);', sql: 'ALTER TABLE t ALTER COLUMN a TYPE varchar(9);' },
      { sql: 'CREATE TABLE t (a timetz, b json);', options: { allow: ['json'] } },
    ],
    good: [
      {
        sql: 'CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text, v varchar, at timestamptz, doc jsonb, n int);',
      },
      { sql: 'CREATE TABLE t (id serial, doc json);', options: { allow: ['json', 'serial'] } },
    ],
  },
});

interface Better {
  why: string;
  use: string;
}

/** Where the name for the option isn't what people call it. */
const WORDS: Record<string, string> = { 'int-key': 'int, and is the primary key', varchar: 'varchar with a limit' };

const BETTER: Record<string, Better> = {
  char: { why: 'shorter values are padded with spaces', use: 'text, with a CHECK on its length where that matters' },
  varchar: {
    why: 'lowering the limit later rewrites the table',
    use: 'text, with a CHECK on its length where that matters',
  },
  timestamp: { why: 'it doesn’t say of which time zone it is', use: 'timestamptz' },
  timetz: { why: 'an offset without a date can’t know of daylight saving time', use: 'timestamptz, or time' },
  json: { why: 'it is kept as text, so = doesn’t work on it and each query parses it anew', use: 'jsonb' },
  money: { why: 'what it means depends on the setting lc_monetary', use: 'numeric, and a column for the currency' },
  serial: {
    why: 'anybody may write its column, and its sequence needs grants of its own',
    use: 'GENERATED ALWAYS AS IDENTITY',
  },
  'int-key': { why: 'keys run out at 2,147,483,647, and widening it rewrites the table', use: 'bigint' },
};

const NAMES: Record<string, string> = {
  bpchar: 'char',
  timestamp: 'timestamp',
  timetz: 'timetz',
  json: 'json',
  money: 'money',
};

function successor(column: ColumnDef): [string, Better | undefined] | undefined {
  const type = columnType(column.typeName);
  const name = type && nameFor(type, (column.constraints ?? []) as Node[]);
  return name === undefined ? undefined : [name, BETTER[name]];
}

function nameFor({ name, modifiers, serial }: ColumnType, constraints: Node[]): string | undefined {
  if (serial) return 'serial';
  if (name === 'varchar') return modifiers.length > 0 ? 'varchar' : undefined;
  const isKey = constraints.some((item) => nodeOf(item, 'Constraint')?.contype === 'CONSTR_PRIMARY');
  if (isKey && (name === 'int4' || name === 'int2')) return 'int-key';
  return NAMES[name];
}
