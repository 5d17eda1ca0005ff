/** What goes with a column that another one replaces, as SQL: made for the new one beforehand, and given its name in the switch. */
import type { IndexElem } from '@pgsql/types';
import { lastName } from '../../schema/objects.js';
import type { KnownObject, Schema } from '../../schema/schema.js';
import { sqlName } from '../../schema/sql-name.js';
import { quoteIdentifier } from '../../sql/ast.js';
import { deparsed } from '../../sql/deparse.js';
import { literal } from '../../sql/quote.js';
import { indexNode, keysOf } from './as-it-was.js';
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
import { dependentViews } from './views-anew.js';
import { keyFromOther, ownKey, referenced } from './with-foreign-keys.js';

/** Undefined where something hangs on the column that no SQL is known for. */
export function withColumn(replaced: ReplacedColumn, schema: Schema): WithColumn | undefined {
  const { table, column } = replaced;
  const facts = schema.find('column', `${table}.${column}`)?.facts;
  if (!facts || facts.generated || facts.privileges) return undefined;
  if (isMentionedElsewhere(replaced, schema)) return undefined;
  const views = dependentViews(table, column, schema);
  // Under another name a view would have to be written anew by hand.
  if (views && views.before.length > 0 && replaced.called !== undefined && replaced.called !== column) return undefined;
  const constraints = schema.partsOf(table, 'constraint').filter((one) => isAbout(one, replaced, schema));
  const isKey = ({ facts: of }: KnownObject<'constraint'>) => of?.type === 'foreign key';
  const parts = [
    numbers(replaced, schema),
    ...constraints.filter((one) => !isKey(one)).map((one) => constraint(one, replaced, schema)),
    ...schema
      .partsOf(table, 'index')
      .filter(({ facts: index }) => index && !index.constraint && namesIn(index).includes(column))
      .map((one) => index(one, replaced)),
    // A foreign key of the new column finds the index of the old one's there.
    ...constraints.filter(isKey).map((one) => constraint(one, replaced, schema)),
    ...schema
      .foreignKeysTo(table)
      .filter((key) => referenced(key, schema).includes(column))
      .map((key) => keyFromOther(key, replaced, schema)),
    views && { ...NOTHING, ...views },
    facts.comment === undefined ? NOTHING : { ...NOTHING, after: [commentOn(replaced, facts.comment)] },
  ];
  if (parts.some((part) => part === undefined)) return undefined;
  const all = parts as WithColumn[];
  // What its partitions have is theirs to be carried over, one by one.
  const isAlone = [table, ...schema.partitionsOf(table).map(({ name }) => name)].every((one) =>
    [...schema.partsOf(one, 'index'), ...schema.partsOf(one, 'constraint')].every(
      ({ facts: of }) => !of?.columns?.includes(column),
    ),
  );
  if (schema.find('table', table)?.facts?.partitionBy && !isAlone) return undefined;
  return {
    steps: all.flatMap(({ steps }) => steps),
    before: all.flatMap(({ before }) => before),
    after: all.flatMap(({ after }) => after),
  };
}

function commentOn({ table, column, called = column }: ReplacedColumn, comment: string): string {
  return `COMMENT ON COLUMN ${sqlName(table)}.${quoteIdentifier(called)} IS ${literal(comment)};`;
}

/** The default, the sequence, the identity. */
function numbers({ table, column, next, to, called = column }: ReplacedColumn, schema: Schema): WithColumn | undefined {
  const full = `${table}.${column}`;
  const facts = schema.find('column', full)?.facts;
  const [alter, now] = [`ALTER TABLE ${sqlName(table)}`, quoteIdentifier(called)];
  const sequence = schema.every('sequence').find(({ facts: own }) => own?.ownedBy === full);
  if (facts?.identity) return facts.definition ? undefined : identity({ table, column, next, to });
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
function identity({ table, column, next }: ReplacedColumn): WithColumn {
  const schema = table.slice(0, table.lastIndexOf('.'));
  const name = (of: string) => `${lastName(table)}_${of}_seq`;
  const [was, own] = [sqlName(`${schema}.${name(column)}`), sqlName(`${schema}.${name(next)}`)];
  return {
    steps: [],
    before: [
      `ALTER TABLE ${sqlName(table)} ALTER COLUMN ${quoteIdentifier(next)} ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME ${own});`,
      `SELECT setval(${literal(own)}, nextval(${literal(was)}));`,
    ],
    after: [`ALTER SEQUENCE ${own} RENAME TO ${quoteIdentifier(name(column))};`],
  };
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
  if (!facts?.columns || !facts.validated || facts.enforced === false) return undefined;
  if (facts.type === 'check') return check(one, replaced);
  if (facts.type === 'foreign key') return ownKey(one, replaced, schema);
  if (facts.type === 'unique' || facts.type === 'primary key') return key(one, replaced, schema);
  return undefined;
}

function check({ name, facts }: KnownObject<'constraint'>, replaced: ReplacedColumn): WithColumn | undefined {
  const condition = facts?.expression && deparsed(forNew(facts.expression, replaced));
  return condition ? unchecked(replaced.table, lastName(name), `CHECK (${condition})`) : undefined;
}

function key(one: KnownObject<'constraint'>, replaced: ReplacedColumn, schema: Schema): WithColumn | undefined {
  const { table } = replaced;
  const { facts, name } = one;
  const own = schema.partsOf(table, 'index').find((known) => lastName(known.name) === lastName(name))?.facts;
  const keys = own?.columns ?? facts?.columns ?? [];
  if (own?.custom || keys.some((column) => column === undefined)) return undefined;
  const list = (names: readonly string[]) => `(${swapped(names, replaced).map(quoteIdentifier).join(', ')})`;
  const [was, next] = [quoteIdentifier(lastName(name)), quoteIdentifier(newName(lastName(name)))];
  const included = own?.included?.length ? ` INCLUDE ${list(own.included)}` : '';
  const nulls = own?.nullsNotDistinct ? ' NULLS NOT DISTINCT' : '';
  const build = `CREATE UNIQUE INDEX CONCURRENTLY ${next} ON ${sqlName(table)} ${list(keys as string[])}${included}${nulls};`;
  const kind = facts?.type === 'primary key' ? 'PRIMARY KEY' : 'UNIQUE';
  const deferred = facts?.deferrable ? ` DEFERRABLE${facts.initiallyDeferred ? ' INITIALLY DEFERRED' : ''}` : '';
  return {
    steps: [apart(slug('build', newName(lastName(name))), build, inSchemaOf(table, newName(lastName(name))))],
    before: [],
    after: [`ALTER TABLE ${sqlName(table)} ADD CONSTRAINT ${was} ${kind} USING INDEX ${next}${deferred};`],
  };
}

function index(one: KnownObject<'index'>, replaced: ReplacedColumn): WithColumn | undefined {
  const { table } = replaced;
  const isOwn = ({ name: column, opclass, collation }: IndexElem) =>
    column === replaced.column && (opclass || collation);
  if (keysOf(one).some(isOwn)) return undefined;
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

/** Policies, triggers, statistics and columns computed from it: they would have to be written anew. */
function isMentionedElsewhere({ table, column }: ReplacedColumn, schema: Schema): boolean {
  const word = JSON.stringify({ sval: column }).slice(1, -1);
  const kinds = ['policy', 'trigger', 'rule', 'statistics object'] as const;
  const own = kinds.flatMap((kind) => schema.every(kind).filter((one) => one.table === table));
  const full = `${table}.${column}`;
  return (
    own.some(({ facts }) => facts?.definition === undefined || JSON.stringify(facts.definition).includes(word)) ||
    schema
      .partsOf(table, 'column')
      .some(({ name, goesWith = [], needs = [] }) => name !== full && [...goesWith, ...needs].includes(full))
  );
}
