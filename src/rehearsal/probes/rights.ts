/** Which columns of a table a role may write, as it was before the migration. */
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import type { ChangeSession } from '../../servers/server.js';
import type { Table } from '../ground/seed/catalog.js';

/** By a column's name. */
interface MayWrite {
  insert(name: string): boolean;
  update(name: string): boolean;
}

const EVERYTHING: MayWrite = { insert: () => true, update: () => true };

export class WriteRights {
  readonly #session: ChangeSession;
  readonly #known = new Map<string, MayWrite>();

  constructor(session: ChangeSession) {
    this.#session = session;
  }

  /** The owner (null) may all; who may nothing is refused as such. */
  async of({ oid }: Table, role: string | null): Promise<MayWrite> {
    if (role === null) return EVERYTHING;
    const key = JSON.stringify([oid, role]);
    const known = this.#known.get(key) ?? (await this.#read(oid, role));
    this.#known.set(key, known);
    return known;
  }

  async #read(oid: number, role: string): Promise<MayWrite> {
    const { rows } = await this.#session.query(catalogSql('columns that a role may write', oid, role));
    const those = (at: number) => {
      const names = new Set(rows.flatMap((row) => (row[at] === 't' ? [String(row[0])] : [])));
      return (name: string) => names.size === 0 || names.has(name);
    };
    return { insert: those(1), update: those(2) };
  }
}
