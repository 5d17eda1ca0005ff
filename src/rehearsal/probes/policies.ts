/** Whether row-level security lets a role write anything at all. */
import { shortName } from '../../schema/objects.js';
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import type { ChangeSession } from '../../servers/server.js';

/** As pg_policy has them: INSERT, UPDATE, DELETE. */
type PolicyCommand = 'a' | 'w' | 'd';

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
        // Refusals name a table without its schema.
        for (const name of [shortName(`${schema}.${table}`), String(table)])
          for (const one of command === '*' ? ['a', 'w', 'd'] : [command]) open.add(JSON.stringify([one, name, role]));
      }
    }
    return new Policies(open);
  }

  /** False: no permissive policy of a table of that name is about the command, so that none goes through (manual, CREATE POLICY). */
  allows(command: PolicyCommand, table: string, role: string | null): boolean {
    return this.#open.has(JSON.stringify([command, table, role]));
  }
}
