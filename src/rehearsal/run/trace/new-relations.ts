/**
 * The relations that the change makes, and which of them others have come to see. After a transaction only what it held locks on is
 * asked for, so that a change of many statements costs no more for each.
 */
import type { LockMode } from '../../../model.js';
import { speaksOf } from '../../../schema/programs.js';
import { catalogSql } from '../../../servers/catalogs/catalog-sql.js';
import type { ChangeSession } from '../../../servers/server.js';
import { compareLockModes } from '../../../sql/locks.js';
import type { Activity, Row } from './activity.js';
import type { RelationCatalog, RelationChange } from './catalog.js';
import { newIn, type Shown, shownIn } from './shown.js';

export class NewRelations {
  readonly #session: ChangeSession;
  readonly #existing: ReadonlySet<string>;
  readonly #oldNames: ReadonlySet<string>;
  /** The names that they had at first, by oid. */
  readonly #firstNames = new Map<string, string>();
  /** Those that were there when the last transaction had ended. */
  #committed: ReadonlySet<string> = new Set();
  #shown: ReadonlyMap<string, Shown> = new Map();
  /** Every way to a relation that was found, by its text. */
  readonly #ways = new Map<string, Row>();
  /** What triggers run; null where it must be read anew. */
  #programs: readonly Row[] | null = null;
  /** The tables whose triggers speak of a name. */
  readonly #speakers = new Map<string, (string | null)[]>();
  /** Something ran that was not observed: all of them are asked for. */
  #unseen = true;

  /** `standing`: what exists before the change. */
  constructor(session: ChangeSession, standing: RelationCatalog) {
    this.#session = session;
    this.#existing = new Set(standing.keys());
    this.#oldNames = new Set([...standing.values()].map(({ name }) => name));
  }

  unseen(): void {
    this.#unseen = true;
  }

  noteNames(changes: readonly RelationChange[]): void {
    for (const { oid, before, after } of changes) {
      if (!before && after && !this.#firstNames.has(oid)) this.#firstNames.set(oid, after.name);
    }
  }

  /** No other session can be waiting for it. */
  isNew(oid: string, mode: LockMode = 'ACCESS EXCLUSIVE'): boolean {
    const shown = this.#shown.get(oid);
    const isSeen = shown === 'rows' || (shown === 'keys' && compareLockModes(mode, 'EXCLUSIVE') >= 0);
    return !this.#existing.has(oid) && !isSeen;
  }

  /** Outside of transactions, after one that has done `last`: what others see of what is new. */
  async look(catalog: RelationCatalog, last: Activity): Promise<void> {
    if (last.wrotePrograms || this.#unseen) this.#programs = null;
    const isOld = (oid: string) => this.#existing.has(oid);
    const fresh = newIn(catalog, isOld);
    if (fresh.length === 0) return;
    const asked = this.#unseen
      ? fresh.map(([oid]) => oid)
      : [...new Set([...last.locks.values()].map(({ oid }) => oid))];
    if (asked.length > 0) {
      const { rows } = await this.#session.query(catalogSql('shown relations', asked));
      for (const row of rows) this.#ways.set(row.join(' '), row);
    }
    const programs = await this.#readPrograms();
    const spoken = fresh.flatMap(([oid, { name }]) =>
      this.#speakersOf(name, programs).map((table): Row => ['rows', table, oid, null]),
    );
    this.#shown = shownIn([...this.#ways.values(), ...spoken], this.#shown, {
      catalog,
      isOld,
      oldNames: this.#oldNames,
      firstName: (oid) => this.#firstNames.get(oid),
      wasThere: (oid) => this.#committed.has(oid),
    });
    this.#committed = new Set(fresh.map(([oid]) => oid));
    this.#unseen = false;
  }

  async #readPrograms(): Promise<readonly Row[]> {
    if (this.#programs === null) {
      this.#programs = (await this.#session.query(catalogSql('trigger programs'))).rows;
      this.#speakers.clear();
    }
    return this.#programs;
  }

  #speakersOf(name: string, programs: readonly Row[]): (string | null)[] {
    let tables = this.#speakers.get(name);
    if (tables === undefined) {
      const speaking = programs.filter(([, body]) => speaksOf({ facts: { definition: { body: body ?? '' } } }, name));
      tables = speaking.map(([table]) => table ?? null);
      this.#speakers.set(name, tables);
    }
    return tables;
  }
}
