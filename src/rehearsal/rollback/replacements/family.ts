/** An object with all that belongs to it and is dropped with it. Pure. */
import { type Entry, keyOf, listOf, textOf } from '../../snapshot/entry.js';
import { sqlName } from '../../snapshot/names.js';
import type { Snapshot } from '../../snapshot/snapshot.js';

export interface Family {
  head: Entry;
  of(kind: string): readonly Entry[];
  /** The columns of a view, which are no objects of their own. */
  columns: readonly string[];
  column(name: string): Entry | undefined;
  /** The comment on an object of the family. */
  comment(of: Entry): string | undefined;
}

/** Every table's family, found once for a snapshot. */
export class Families {
  readonly #snapshot: Snapshot;
  readonly #members = new Map<string, Entry[]>();

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
    for (const entry of snapshot.values()) {
      if (entry.tableParts === null) continue;
      const table = JSON.stringify(entry.tableParts);
      const members = this.#members.get(table);
      if (members) members.push(entry);
      else this.#members.set(table, [entry]);
    }
  }

  of(head: Entry): Family {
    const members = RELATIONS.has(head.kind) ? (this.#members.get(JSON.stringify(head.parts)) ?? []) : [];
    return {
      head,
      of: (kind) => members.filter((entry) => entry.kind === kind),
      columns: listOf(head.facts, 'columns'),
      column: (name) => this.#snapshot.get(keyOf('column', [...head.parts, name])),
      comment: (entry) => {
        const comment = this.#snapshot.get(keyOf('comment', [commentKind(entry, head), identityOf(entry)]));
        return comment && textOf(comment, 'text');
      },
    };
  }
}

const RELATIONS = new Set(['table', 'foreign table', 'view', 'materialized view']);

/** As pg_identify_object writes it. */
export function identityOf({ kind, parts, tableParts }: Entry): string {
  const names = (all: readonly string[]) => all.map(sqlName).join('.');
  switch (kind) {
    case 'constraint':
    case 'trigger':
    case 'policy':
      return `${sqlName(parts.at(-1) ?? '')} on ${names(tableParts ?? [])}`;
    case 'function':
      return `${names(parts.slice(0, 2))}(${(parts[2] ?? '').replaceAll(', ', ',')})`;
    case 'rule':
    case 'statistics object':
      return parts[0] ?? '';
    default:
      return names(parts);
  }
}

/** The term that pg_identify_object has for it. */
export function commentKind({ kind, attributes }: Entry, head: Entry): string {
  if (kind === 'column') return `${head.kind} column`;
  if (kind === 'constraint') return 'table constraint';
  if (kind === 'domain') return 'type';
  if (kind === 'function') return { p: 'procedure', a: 'aggregate' }[String(attributes.kind)] ?? 'function';
  return kind;
}
