/** One object of a schema: what distinguishes it from all others, and its attributes. Pure. */
import { OWN_ROLE } from '../../servers/catalogs/snapshot/shared.js';

/** True for what an object simply is or isn't. */
export type AttributeValue = string | readonly string[] | true;
export type Attributes = Readonly<Record<string, AttributeValue>>;

export interface Entry {
  kind: string;
  /** The parts of its name, or what pg_identify_object calls it. */
  parts: readonly string[];
  /** Of all objects of a database only this one has it. */
  key: string;
  /** As people read it: the parts joined by dots. Two objects may share it. */
  name: string;
  /** The table that it belongs to, by its name and by its parts. */
  table: string | null;
  tableParts: readonly string[] | null;
  /** Identifies the object in one database; null where it has no identity of its own. */
  oid: string | null;
  attributes: Attributes;
  /** What helps to read it and is no part of what it is. */
  facts: Attributes;
  /** Its attributes in one text. */
  definition: string;
}

/** A schema: its objects by key. */
export type Snapshot = Map<string, Entry>;

/** As the catalogs' query returns it. */
export type EntryRow = readonly (string | null)[];

export function keyOf(kind: string, parts: readonly (string | null)[]): string {
  return `${kind} ${JSON.stringify(parts)}`;
}

/** `role`: the scratch role, whose name is arbitrary. */
export function readEntry(row: EntryRow, role: string | null): Entry {
  const [kind = '', parts = '', table = null, oid = null, values = ''] = row.map((text) =>
    role === null || text === null ? text : text.replaceAll(role, OWN_ROLE),
  );
  const named = JSON.parse(parts ?? '') as (string | null)[];
  const tableParts = table === null ? null : (JSON.parse(table) as string[]);
  const all = Object.entries(JSON.parse(values ?? '') as Record<string, unknown>).flatMap(([name, value]) =>
    value === null || value === false ? [] : [[name, readValue(value)] as const],
  );
  const attributes = Object.fromEntries(all.filter(([name]) => !name.startsWith('$')));
  const facts = Object.fromEntries(
    all.flatMap(([name, value]) => (name.startsWith('$') ? [[name.slice(1), value]] : [])),
  );
  return {
    kind: String(kind),
    parts: named.map((part) => part ?? ''),
    key: keyOf(String(kind), named),
    name: nameOf(String(kind), named, facts),
    table: tableParts?.join('.') ?? null,
    tableParts,
    oid,
    attributes,
    facts,
    definition: inText(attributes),
  };
}

function readValue(value: unknown): AttributeValue {
  if (value === true) return true;
  return Array.isArray(value) ? value.map(String) : String(value);
}

function nameOf(kind: string, parts: readonly (string | null)[], { identity = '' }: Attributes): string {
  const [first, second] = parts;
  switch (kind) {
    case 'function':
      return `${first}.${second}(${identity})`;
    case 'comment':
      return `${first} ${second}`;
    case 'user mapping':
      return `for ${first} on server ${second}`;
    case 'database setting':
      return second === null ? String(first) : `${first} of ${second}`;
    default:
      return parts.join('.');
  }
}

/** Attributes that are shown without a label. */
const SELF_EVIDENT = new Set(['definition', 'type', 'text', 'value']);

function inText(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => {
      if (value === true) return `(${name})`;
      return SELF_EVIDENT.has(name) ? shown(value) : `${name} ${shown(value)}`;
    })
    .join(' ');
}

/** A value as people read it. */
export function shown(value: AttributeValue | undefined): string {
  if (value === undefined) return 'none';
  if (value === true) return 'yes';
  return typeof value === 'string' ? value : value.join(', ');
}

/** The value where it is a text. */
export function textOf({ attributes }: Pick<Entry, 'attributes'>, name: string): string | undefined {
  const value = attributes[name];
  return typeof value === 'string' ? value : undefined;
}

/** The value as a list; empty where there is none. */
export function listOf(values: Attributes, name: string): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? value : [];
}

/** Whether a value is the name that these parts make. */
export function sameParts(value: AttributeValue | undefined, parts: readonly string[]): boolean {
  return Array.isArray(value) && JSON.stringify(value) === JSON.stringify(parts);
}
