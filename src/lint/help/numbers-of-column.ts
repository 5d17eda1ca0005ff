/** What a column is by itself besides its type: its default, its sequence, its identity, how it is stored. */
import { lastName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { sqlName } from '../../schema/sql-name.js';
import { quoteIdentifier } from '../../sql/ast.js';
import { deparsed } from '../../sql/deparse.js';
import { literal } from '../../sql/quote.js';
import type { ReplacedColumn, WithColumn } from './replaced-column.js';
import type { Carried } from './views-of-column.js';

export function numbers(replaced: ReplacedColumn, schema: Schema): Carried {
  const { table, column, called = column } = replaced;
  const facts = schema.find('column', `${table}.${column}`)?.facts;
  const said = Object.entries(facts?.definition ?? {}).filter(([, value]) => value !== undefined);
  const isIdentity = (part: string) => part === 'BY DEFAULT' || part === 'identity options';
  // A new type has its own way to be stored.
  const others = said.filter(([part]) => !isIdentity(part) && (called !== column || !STORED.includes(part)));
  return [
    facts?.identity
      ? [
          'its identity with these options',
          facts.definition?.['identity options'] ? undefined : identity(replaced, facts.definition?.['BY DEFAULT']),
        ]
      : ['its default', sequenceAndDefault(replaced, schema)],
    ...others.map(([part, value]): Carried[number] => [`its ${part}`, stored(replaced, part, value)]),
  ];
}

const STORED = ['storage', 'compression'];

function stored({ table, next }: ReplacedColumn, part: string, value: unknown): WithColumn | undefined {
  if (!STORED.includes(part) || typeof value !== 'string') return undefined;
  const alter = `ALTER TABLE ${sqlName(table)} ALTER COLUMN ${quoteIdentifier(next)}`;
  return { steps: [], before: [`${alter} SET ${part.toUpperCase()} ${value};`], after: [] };
}

function sequenceAndDefault(
  { table, column, next, to, called = column }: ReplacedColumn,
  schema: Schema,
): WithColumn | undefined {
  const full = `${table}.${column}`;
  const facts = schema.find('column', full)?.facts;
  const [alter, now] = [`ALTER TABLE ${sqlName(table)}`, quoteIdentifier(called)];
  const sequence = schema.every('sequence').find(({ facts: own }) => own?.ownedBy === full);
  const wider = to.name === 'int8' && !to.array && called === column ? 'AS bigint ' : '';
  const owned = `${sqlName(table)}.${quoteIdentifier(next)}`;
  const before = sequence ? [`ALTER SEQUENCE ${sqlName(sequence.name)} ${wider}OWNED BY ${owned};`] : [];
  const value = facts?.default
    ? deparsed(facts.default)
    : facts?.type?.serial && sequence
      ? `nextval(${literal(sqlName(sequence.name))}::regclass)`
      : null;
  if (value === undefined || (facts?.type?.serial && !sequence)) return undefined;
  return { steps: [], before, after: value === null ? [] : [`${alter} ALTER COLUMN ${now} SET DEFAULT ${value};`] };
}

/** The new column's sequence is another one: it goes on where the old one has come to, and gets its name. */
function identity({ table, column, next }: ReplacedColumn, byDefault: unknown): WithColumn {
  const schema = table.slice(0, table.lastIndexOf('.'));
  const name = (of: string) => `${lastName(table)}_${of}_seq`;
  const [was, own] = [sqlName(`${schema}.${name(column)}`), sqlName(`${schema}.${name(next)}`)];
  const generated = byDefault ? 'BY DEFAULT' : 'ALWAYS';
  return {
    steps: [],
    before: [
      `ALTER TABLE ${sqlName(table)} ALTER COLUMN ${quoteIdentifier(next)} ADD GENERATED ${generated} AS IDENTITY (SEQUENCE NAME ${own});`,
      `SELECT setval(${literal(own)}, nextval(${literal(was)}));`,
    ],
    after: [`ALTER SEQUENCE ${own} RENAME TO ${quoteIdentifier(name(column))};`],
  };
}
