/** Which tables a change may read or write, also by what runs of itself: rows elsewhere make no difference to it. Pure. */
import type { Migration, Script } from '../../../model.js';
import type { MigrationReport } from '../../../report-schema/types.js';
import type { Entry, Snapshot } from '../../snapshot/entry.js';
import { parentsOf, runsComposedSql, textsOf, wordsIn } from '../../snapshot/mentions.js';
import type { Table } from './catalog.js';

/** Tables by their full names; null where it may be any. */
export type Reach = ReadonlySet<string> | null;

export interface Reaching {
  changed: readonly Migration<Script>[];
  /** What the first run has seen, in which every relation that a statement reads is locked. */
  reports: readonly Pick<MigrationReport, 'statements'>[];
  /** Further relations and SQL that the change has to do with: names, or texts that hold them. */
  texts: readonly string[];
  /** The schema before the change. */
  schema: Snapshot;
}

/** What others name; what belongs to a table is reached by way of it. */
const NAMED = new Set([
  'table',
  'view',
  'materialized view',
  'foreign table',
  'function',
  'type',
  'domain',
  'sequence',
]);
const SILENT = new Set(['comment', 'column order']);
const ROWS = new Set(['table', 'materialized view', 'foreign table']);

/**
 * Begins with what the change's texts and locks name, and follows triggers, rules, policies, defaults, functions and views by the
 * words in them. Rather too much than too little: a word may be a column's that is called as a table.
 */
export function reachOf({ changed, reports, texts, schema }: Reaching): Reach {
  const scripts = changed.flatMap(({ up, down }) => (down ? [up, down] : [up]));
  const statements = scripts.flatMap((script) => script.statements.map(({ sql }) => sql));
  const locked = reports.flatMap((report) => report.statements.flatMap(({ locks }) => locks ?? []));
  const known = new NamedObjects(schema);
  for (const text of [...statements, ...texts, ...locked.map(({ relation }) => relation)])
    if (!known.read(text)) return null;
  return known.follow();
}

class NamedObjects {
  /** Objects that wait to be named, by the first word of their names. */
  readonly #waiting: Map<string, Entry[]>;
  /** What belongs to a table, by the table's name. */
  readonly #owned: Map<string, Entry[]>;
  readonly #children: Map<string, Entry[]>;
  readonly #byName: Map<string, Entry>;
  readonly #queue: Entry[] = [];
  readonly #reached = new Set<Entry>();

  constructor(schema: Snapshot) {
    const named = [...schema.values()].filter(({ kind }) => NAMED.has(kind));
    this.#waiting = grouped(named, (entry) => [wordsIn(nameOf(entry))[0] ?? '']);
    this.#owned = grouped(schema.values(), ({ table }) => (table === null ? [] : [table]));
    this.#children = grouped(named, parentsOf);
    this.#byName = new Map(named.flatMap((entry) => (ROWS.has(entry.kind) ? [[entry.name, entry]] : [])));
    // No text can name what has no word in its name.
    for (const entry of named) if (!/[\p{L}_]/u.test(nameOf(entry))) this.#reach(entry);
  }

  /** False where it may lead anywhere. */
  read(text: string): boolean {
    if (runsComposedSql(text)) return false;
    for (const word of new Set(wordsIn(text.toLowerCase()))) {
      for (const entry of this.#waiting.get(word) ?? []) this.#reach(entry);
      this.#waiting.delete(word);
    }
    return true;
  }

  follow(): Reach {
    for (let entry = this.#queue.pop(); entry !== undefined; entry = this.#queue.pop()) {
      // Rows of a partition are its parent's too, and the other way round.
      const family = [...parentsOf(entry), ...(this.#children.get(entry.name) ?? []).map(({ name }) => name)];
      for (const name of family) this.#reach(this.#byName.get(name));
      // What a table's columns and constraints are like leads nowhere but to what they call and refer to.
      // A comment runs nothing, and where columns stand says nothing.
      for (const one of [...(ROWS.has(entry.kind) ? (this.#owned.get(entry.name) ?? []) : []), entry])
        if (!SILENT.has(one.kind)) for (const text of textsOf(one)) if (!this.read(text)) return null;
    }
    return new Set([...this.#reached].flatMap(({ kind, name }) => (ROWS.has(kind) ? [name] : [])));
  }

  #reach(entry: Entry | undefined): void {
    if (entry === undefined || this.#reached.has(entry)) return;
    this.#reached.add(entry);
    this.#queue.push(entry);
  }
}

function grouped(entries: Iterable<Entry>, keysOf: (entry: Entry) => readonly string[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const key of keysOf(entry)) {
      const group = groups.get(key);
      if (group) group.push(entry);
      else groups.set(key, [entry]);
    }
  }
  return groups;
}

/** Of a function the parts hold its arguments, too. */
function nameOf({ parts: [first = '', second] }: Entry): string {
  return (second ?? first).toLowerCase();
}

/**
 * Of all tables that may be seeded those in reach, with those whose rows they refer to, and those that refer to them: a DELETE or a
 * dropped key concerns these.
 */
export function tablesInReach(tables: readonly Table[], reach: Reach): Table[] {
  if (reach === null) return [...tables];
  const byOid = new Map(tables.map((table) => [table.oid, table]));
  const own = tables.filter(({ schema, name }) => reach.has(`${schema}.${name}`));
  const wanted = new Set(own);
  const cascading = [...own];
  for (let table = cascading.pop(); table !== undefined; table = cascading.pop()) {
    for (const child of tables) {
      const keys = child.foreignKeys.filter(({ parent }) => parent === table?.oid);
      if (keys.length === 0 || wanted.has(child)) continue;
      wanted.add(child);
      if (keys.some(({ onDelete }) => onDelete === 'c')) cascading.push(child);
    }
  }
  const referring = [...wanted];
  for (let table = referring.pop(); table !== undefined; table = referring.pop()) {
    for (const { parent: oid } of table.foreignKeys) {
      const parent = byOid.get(oid);
      if (parent === undefined || wanted.has(parent)) continue;
      wanted.add(parent);
      referring.push(parent);
    }
  }
  return tables.filter((table) => wanted.has(table));
}
