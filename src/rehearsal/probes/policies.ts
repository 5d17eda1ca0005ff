/** Whether row-level security lets a role insert anything at all. */
import { shortName } from '../../schema/objects.js';
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import type { ChangeSession } from '../../servers/server.js';

export class Policies {
  readonly #open: ReadonlySet<string>;

  private constructor(open: ReadonlySet<string>) {
    this.#open = open;
  }

  /** `roles`: null is the tables' owner. */
  static async read(session: ChangeSession, roles: readonly (string | null)[]): Promise<Policies> {
    const open = new Set<string>();
    for (const role of new Set(roles)) {
      const { rows } = await session.query(catalogSql('policies for', role ?? ''));
      for (const [schema, table, command] of rows) {
        if (command === '*' || command === 'a') open.add(keyOf(shortName(`${schema}.${table}`), role));
      }
    }
    return new Policies(open);
  }

  /** False: no permissive policy is about INSERT, so that each is refused (manual, CREATE POLICY). */
  allowInsert({ name, role }: { name: string; role: string | null }): boolean {
    return this.#open.has(keyOf(name, role));
  }
}

function keyOf(table: string, role: string | null): string {
  return JSON.stringify([table, role]);
}
