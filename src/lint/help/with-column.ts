/** What goes with a column that another one replaces, as SQL: made for the new one beforehand, and given its name in the switch. */
import type { IndexElem } from '@pgsql/types';
import { lastName, shortName } from '../../schema/objects.js';
import type { KnownObject, Schema } from '../../schema/schema.js';
import { sqlName } from '../../schema/sql-name.js';
import { columnsIn } from '../../schema/types.js';
import { quoteIdentifier } from '../../sql/ast.js';
import { deparsed } from '../../sql/deparse.js';
import { literal } from '../../sql/quote.js';
import { code } from '../../sql/words.js';
import { aroundColumn } from './around-column.js';
import { indexNode, keysOf } from './index-anew.js';
import { numbers } from './numbers-of-column.js';
import { columnGrants } from './parts-anew.js';
import {
  forNew,
  inSchemaOf,
  NOTHING,
  newName,
  type ReplacedColumn,
  swapped,
  unchecked,
  type WithColumn,
} from './replaced-column.js';
import { apart, slug } from './steps.js';
import { type Carried, viewsOfColumn } from './views-of-column.js';
import { keyFromOther, ownKey, referenced } from './with-foreign-keys.js';

/** `missing`: in words, what hangs on the column that no SQL is known for. */
export function withColumn(replaced: ReplacedColumn, schema: Schema): WithColumn & { missing: string[] } {
  const { table, column, called = column } = replaced;
  const relation = schema.find('table', table);
  const facts = schema.find('column', `${table}.${column}`)?.facts;
  const constraints = schema.partsOf(table, 'constraint').filter((one) => isAbout(one, replaced, schema));
  const isKey = ({ facts: of }: KnownObject<'constraint'>) => of?.type === 'foreign key';
  const named = ({ name }: KnownObject) => `the constraint ${code(lastName(name))}`;
  const granted = relation ? columnGrants(relation, column, called) : [];
  const carried: Carried = [
    ...numbers(replaced, schema),
    ...constraints
      .filter((one) => !isKey(one))
      .map((one): Carried[number] => [named(one), constraint(one, replaced, schema)]),
    ...schema
      .partsOf(table, 'index')
      .filter(({ facts: index }) => index && !index.constraint && namesIn(index).includes(column))
      .map((one): Carried[number] => [`the index ${code(lastName(one.name))}`, index(one, replaced, schema)]),
    // A foreign key of the new column finds the index of the old one's there.
    ...constraints.filter(isKey).map((one): Carried[number] => [named(one), constraint(one, replaced, schema)]),
    ...schema
      .foreignKeysTo(table)
      .filter((key) => referenced(key, schema).includes(column))
      .map((key): Carried[number] => [
        `the foreign key ${code(lastName(key.name))} of ${code(shortName(key.table ?? ''))}`,
        keyFromOther(key, replaced, schema),
      ]),
    ...aroundColumn(replaced, schema),
    ...viewsOfColumn(replaced, schema),
    [
      'its comment',
      facts?.comment === undefined ? NOTHING : { ...NOTHING, after: [commentOn(replaced, facts.comment)] },
    ],
    ['its own privileges', granted && { ...NOTHING, after: granted }],
    ['what its partitions have on it', isOfPartitions(replaced, schema) ? undefined : NOTHING],
  ];
  const known = carried.flatMap(([, made]) => made ?? []);
  return {
    steps: known.flatMap(({ steps }) => steps),
    before: known.flatMap(({ before }) => before),
    after: known.flatMap(({ after }) => after),
    missing: carried.flatMap(([words, made]) => (made === undefined ? [words] : [])),
  };
}

/** Each partition's would have to be carried over by itself. */
function isOfPartitions({ table, column }: ReplacedColumn, schema: Schema): boolean {
  if (!schema.find('table', table)?.facts?.partitionBy) return false;
  return [table, ...schema.partitionsOf(table).map(({ name }) => name)].some((one) =>
    [...schema.partsOf(one, 'index'), ...schema.partsOf(one, 'constraint')].some(({ facts }) =>
      facts?.columns?.includes(column),
    ),
  );
}

function commentOn({ table, column, called = column }: ReplacedColumn, comment: string): string {
  return `COMMENT ON COLUMN ${sqlName(table)}.${quoteIdentifier(called)} IS ${literal(comment)};`;
}

function isAbout(
  { facts, name, table = '' }: KnownObject<'constraint'>,
  { column }: ReplacedColumn,
  schema: Schema,
): boolean {
  if (facts?.type === 'not null') return false;
  const index = schema
    .partsOf(table, 'index')
    .find(({ facts: of }) => of?.constraint === lastName(name) || of?.constraint === name);
  return (
    (facts?.columns?.includes(column) ?? true) || (index?.facts !== undefined && namesIn(index.facts).includes(column))
  );
}

function constraint(one: KnownObject<'constraint'>, replaced: ReplacedColumn, schema: Schema): WithColumn | undefined {
  const { facts } = one;
  if (!facts?.columns || facts.enforced === false) return undefined;
  if (facts.type === 'check') return check(one, replaced);
  if (facts.type === 'foreign key') return ownKey(one, replaced, schema);
  if (facts.type === 'unique' || facts.type === 'primary key') return key(one, replaced, schema);
  return undefined;
}

function check({ name, facts }: KnownObject<'constraint'>, replaced: ReplacedColumn): WithColumn | undefined {
  // A column may have got another name since.
  const isAsWritten = columnsIn(facts?.expression).every((column) => facts?.columns?.includes(column));
  const condition = facts?.expression && isAsWritten && deparsed(forNew(facts.expression, replaced));
  return condition
    ? unchecked(replaced.table, lastName(name), `CHECK (${condition})`, facts.validated === true)
    : undefined;
}

function key(one: KnownObject<'constraint'>, replaced: ReplacedColumn, schema: Schema): WithColumn | undefined {
  const { table } = replaced;
  const { facts, name } = one;
  const own = schema.partsOf(table, 'index').find((known) => lastName(known.name) === lastName(name))?.facts;
  const keys = own?.columns ?? facts?.columns ?? [];
  if (own?.custom || own?.definition?.['CLUSTER ON'] || keys.some((column) => column === undefined)) return undefined;
  const list = (names: readonly string[]) => `(${swapped(names, replaced).map(quoteIdentifier).join(', ')})`;
  const [was, next] = [quoteIdentifier(lastName(name)), quoteIdentifier(newName(lastName(name)))];
  const included = own?.included?.length ? ` INCLUDE ${list(own.included)}` : '';
  const nulls = own?.nullsNotDistinct ? ' NULLS NOT DISTINCT' : '';
  const build = `CREATE UNIQUE INDEX CONCURRENTLY ${next} ON ${sqlName(table)} ${list(keys as string[])}${included}${nulls};`;
  const kind = facts?.type === 'primary key' ? 'PRIMARY KEY' : 'UNIQUE';
  const alter = `ALTER TABLE ${sqlName(table)}`;
  // It belongs to the index, and goes with it.
  const isReplicated = schema.find('table', table)?.facts?.definition?.['REPLICA IDENTITY'] === `i ${lastName(name)}`;
  const deferred = facts?.deferrable ? ` DEFERRABLE${facts.initiallyDeferred ? ' INITIALLY DEFERRED' : ''}` : '';
  return {
    steps: [apart(slug('build', newName(lastName(name))), build, inSchemaOf(table, newName(lastName(name))))],
    before: [],
    after: [
      `${alter} ADD CONSTRAINT ${was} ${kind} USING INDEX ${next}${deferred};`,
      ...(isReplicated ? [`${alter} REPLICA IDENTITY USING INDEX ${was};`] : []),
    ],
  };
}

function index(one: KnownObject<'index'>, replaced: ReplacedColumn, schema: Schema): WithColumn | undefined {
  const { table } = replaced;
  const isOwn = ({ name: column, opclass, collation }: IndexElem) =>
    column === replaced.column && (opclass || collation);
  if (keysOf(one).some(isOwn)) return undefined;
  // It would be forgotten with the index.
  if (schema.find('table', table)?.facts?.definition?.['REPLICA IDENTITY'] === `i ${lastName(one.name)}`)
    return undefined;
  const own = newName(lastName(one.name));
  const node = indexNode(one, { name: own, concurrently: true });
  const sql = node && deparsed(forNew(node, replaced));
  if (sql === undefined) return undefined;
  return {
    steps: [apart(slug('build', own), `${sql};`, inSchemaOf(table, own))],
    before: [],
    after: [`ALTER INDEX ${inSchemaOf(table, own)} RENAME TO ${quoteIdentifier(lastName(one.name))};`],
  };
}

function namesIn({ columns = [], included = [], mentions = [] }: Partial<KnownObject<'index'>['facts']> & object) {
  return [...columns, ...included, ...mentions];
}
