/** The roles that the application may be: those that were given the right to write to a table. */
import { shortName } from '../../schema/objects.js';
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import type { ChangeSession } from '../../servers/server.js';

/** More of them for one table rarely differ in what they may. */
const MOST_ROLES = 3;

export class Roles {
  readonly #byTable: ReadonlyMap<string, readonly string[]>;

  private constructor(byTable: ReadonlyMap<string, readonly string[]>) {
    this.#byTable = byTable;
  }

  static async read(session: ChangeSession): Promise<Roles> {
    const { rows } = await session.query(catalogSql('writing roles'));
    const byTable = new Map<string, string[]>();
    for (const [schema, table, role] of rows) {
      const name = shortName(`${schema}.${table}`);
      byTable.set(name, [...(byTable.get(name) ?? []), String(role)]);
    }
    return new Roles(byTable);
  }

  /** `table`: as reports name it. */
  of(table: string): readonly string[] {
    return (this.#byTable.get(table) ?? []).slice(0, MOST_ROLES);
  }
}
