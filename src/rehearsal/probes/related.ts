/** Which tables a change may have broken for those who write to them: what it changes, and what is tied to that. Pure. */
import { shortName } from '../../schema/objects.js';
import type { Entry, Snapshot } from '../snapshot/entry.js';
import { composesNames, parentsOf, textsOf, wordsIn } from '../snapshot/mentions.js';

/** What a database runs by itself when rows are written, and what that calls. */
const STORED_CODE = new Set([
  'function',
  'trigger',
  'rule',
  'policy',
  'view',
  'column',
  'constraint',
  'index',
  'domain',
]);
const RUNS_ON_WRITES = new Set(['trigger', 'rule', 'policy']);
/** Others name them; what belongs to a table is reached by the table's name. */
const NAMED_BY_OTHERS = new Set([
  'schema',
  'table',
  'view',
  'materialized view',
  'function',
  'type',
  'domain',
  'sequence',
  'text search configuration',
  'text search dictionary',
  'collation',
]);
/** They neither refuse a write nor run anything. */
const INERT = new Set(['comment', 'column order', 'statistics', 'extension']);

/** By the names that reports use, those that the change itself touches first. */
export interface RelatedRelations {
  tables: string[];
  views: string[];
}

/**
 * Tables and views that were there before: a trigger, a foreign key, a function, a view or a rule leads to each from what the
 * change made, changed or dropped; last, those whose code may lead anywhere.
 */
export function relatedTo(before: Snapshot, after: Snapshot): RelatedRelations {
  const changed = changes(before, after);
  const direct = new Set(changed.flatMap((entry) => tablesOf(entry)));
  const names = new Set([...direct, ...changed.filter(isNamedByOthers).map(({ parts }) => nameIn(parts))].map(lastOf));
  const tied = new Set<string>();
  const views = new Set(changed.flatMap(({ kind, name }) => (kind === 'view' ? [name] : [])));
  const code = [...new Map([...before, ...after]).values()].filter(({ kind }) => STORED_CODE.has(kind));
  const worded = code.map((entry): Worded => ({ entry, words: wordsOf(entry) }));
  let waiting = worded;
  for (let size = -1; size !== names.size; ) {
    size = names.size;
    // A quoted name may be several words.
    const looked = [...names].map(wordsIn);
    const reached = waiting.filter(({ words }) => looked.some((name) => name.every((word) => words.has(word))));
    waiting = waiting.filter((one) => !reached.includes(one));
    for (const { entry } of reached) {
      for (const table of tablesOf(entry)) tied.add(table);
      if (entry.kind === 'view') views.add(entry.name);
      if (isNamedByOthers(entry)) names.add(lastOf(nameIn(entry.parts)));
      // Who writes to this table runs what it runs.
      if (entry.kind === 'trigger' || entry.kind === 'rule')
        for (const table of tablesOf(entry)) names.add(lastOf(table));
    }
  }
  for (const { kind, table, attributes } of [...before.values(), ...after.values()]) {
    // DELETE of the parent runs the foreign key's action in the child, and looks there for rows of it.
    const parent =
      kind === 'constraint' && table && direct.has(table) ? referencedBy(attributes.definition) : undefined;
    if (parent !== undefined) tied.add(parent);
  }
  // Rows reach a partition by way of the whole table.
  for (const entry of before.values()) {
    if (!(direct.has(entry.name) || tied.has(entry.name))) continue;
    for (const parent of parentsOf(entry)) tied.add(parent);
  }
  // No code names a cast, and code names what an extension brings, not the extension.
  const isAny = changed.some(({ kind }) => kind === 'cast') || extensionsOf(before) !== extensionsOf(after);
  const loose = isAny
    ? code.filter(({ kind }) => RUNS_ON_WRITES.has(kind)).flatMap(tablesOf)
    : direct.size + names.size === 0
      ? []
      : tiedAtRunTime(worded);
  const there = (kind: string, names: Iterable<string>) => {
    const known = new Set([...before.values()].flatMap((entry) => (entry.kind === kind ? [entry.name] : [])));
    return [...new Set(names)].filter((name) => known.has(name)).map(shortName);
  };
  return {
    tables: there('table', [...direct, ...tied, ...loose]),
    views: there('view', [...direct, ...tied, ...views]),
  };
}

interface Worded {
  entry: Entry;
  words: ReadonlySet<string>;
}

/** Tables whose triggers, policies or defaults lead to code that puts names together: to what shows only when it runs. */
function tiedAtRunTime(code: readonly Worded[]): string[] {
  const composing = new Set<string>();
  const tables: string[] = [];
  const take = ({ entry }: Worded) => {
    if (entry.kind === 'function') composing.add(lastOf(nameIn(entry.parts)));
    else if (entry.kind !== 'view') tables.push(...tablesOf(entry));
  };
  const composes = ({ entry }: Worded) => textsOf(entry).some(composesNames);
  let waiting = code.filter((one) => {
    const isOne = composes(one);
    if (isOne) take(one);
    return !isOne;
  });
  for (let size = -1; size !== composing.size; ) {
    size = composing.size;
    const callers = new Set(waiting.filter(({ words }) => [...composing].some((name) => words.has(name))));
    callers.forEach(take);
    waiting = waiting.filter((one) => !callers.has(one));
  }
  return tables;
}

function extensionsOf(schema: Snapshot): string {
  const all = [...schema.values()].filter(({ kind }) => kind === 'extension');
  return all.map(({ name, definition }) => `${name} ${definition}`).join('\n');
}

/** Entries that are not as they were; of what is another now, both. */
function changes(before: Snapshot, after: Snapshot): Entry[] {
  const differs = (one: Entry, other: Entry | undefined) =>
    one.definition !== other?.definition || one.oid !== other.oid;
  return [
    ...[...before].flatMap(([key, entry]) => (differs(entry, after.get(key)) ? [entry] : [])),
    ...[...after].flatMap(([key, entry]) => (differs(entry, before.get(key)) ? [entry] : [])),
  ].filter(({ kind }) => !INERT.has(kind));
}

/** Its own name, where it is a table, and the tables that it is a partition or a child of. */
function tablesOf(entry: Entry): string[] {
  const { kind, name, table } = entry;
  const own = kind === 'table' ? [name, ...parentsOf(entry)] : [];
  return [...own, ...(table === null ? [] : [table])];
}

function isNamedByOthers({ kind }: Entry): boolean {
  return NAMED_BY_OTHERS.has(kind);
}

/** Of a function the parts hold its arguments, too. */
function nameIn([schema = '', name = '']: readonly string[]): string {
  return name === '' ? schema : `${schema}.${name}`;
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

function wordsOf(entry: Entry): Set<string> {
  return new Set(wordsIn([...textsOf(entry), ...entry.parts].join(' ').toLowerCase()));
}

function referencedBy(definition: unknown): string | undefined {
  const [, name] = /\bREFERENCES ("?[^("]+"?(?:\."?[^("]+"?)?)\(/.exec(String(definition)) ?? [];
  if (name === undefined) return undefined;
  const plain = name.replaceAll('"', '').trim();
  return plain.includes('.') ? plain : `public.${plain}`;
}
