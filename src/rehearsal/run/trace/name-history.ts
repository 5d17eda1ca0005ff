/** Which relation had a name when: the oid behind it, at any statement of the rehearsal, although later ones rename and drop. */
import type { RelationCatalog } from './catalog.js';

/** Finds the oid of a full name; undefined for none, or where two have it (names may contain dots). */
export type Identify = (name: string) => string | undefined;

export class NameHistory {
  /** What a name meant since which moment, in order; null for nothing, or for more than one. */
  readonly #entries = new Map<string, { since: number; oid: string | null }[]>();
  readonly #current = new Map<string, string | null>();
  #moment = 0;

  /** Takes over what the catalog says now. */
  update(catalog: RelationCatalog): void {
    this.#moment++;
    const now = new Map<string, string | null>();
    for (const [oid, { name }] of catalog) now.set(name, now.has(name) ? null : oid);
    for (const [name, oid] of now) if (this.#current.get(name) !== oid) this.#set(name, oid);
    for (const name of this.#current.keys()) if (!now.has(name)) this.#set(name, null);
  }

  #set(name: string, oid: string | null): void {
    const entries = this.#entries.get(name) ?? [];
    entries.push({ since: this.#moment, oid });
    this.#entries.set(name, entries);
    this.#current.set(name, oid);
  }

  /** Answers as of now, whatever comes later. */
  now(): Identify {
    const moment = this.#moment;
    return (name) => this.#entries.get(name)?.findLast(({ since }) => since <= moment)?.oid ?? undefined;
  }
}
