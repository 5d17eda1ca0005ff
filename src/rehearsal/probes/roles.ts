/** The roles that the application may be: those that were given rights on a table or a view. */
import { shortName } from '../../schema/objects.js';
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import type { ChangeSession } from '../../servers/server.js';

/** More of them for one table rarely differ in what they may. */
const MOST_ROLES = 4;

interface RightsOfRoles {
  /** The session may become them. */
  tried: string[];
  untried: string[];
}

export class Roles {
  readonly #byRelation: ReadonlyMap<string, RightsOfRoles>;

  private constructor(byRelation: ReadonlyMap<string, RightsOfRoles>) {
    this.#byRelation = byRelation;
  }

  static async read(session: ChangeSession): Promise<Roles> {
    const { rows } = await session.query(catalogSql('roles with rights'));
    const byRelation = new Map<string, RightsOfRoles>();
    for (const [schema, relation, role, isOurs] of rows) {
      const name = shortName(`${schema}.${relation}`);
      const known = byRelation.get(name) ?? { tried: [], untried: [] };
      known[isOurs === 't' ? 'tried' : 'untried'].push(String(role));
      byRelation.set(name, known);
    }
    return new Roles(byRelation);
  }

  /** `relation`: as reports name it. */
  of(relation: string): readonly string[] {
    return (this.#byRelation.get(relation)?.tried ?? []).slice(0, MOST_ROLES);
  }

  /** Those that are too many. */
  beyond(relation: string): readonly string[] {
    return (this.#byRelation.get(relation)?.tried ?? []).slice(MOST_ROLES);
  }

  /** Roles with rights on one of them that nobody can try: they were on the server before. */
  untried(relations: readonly string[]): string[] {
    return [...new Set(relations.flatMap((name) => this.#byRelation.get(name)?.untried ?? []))];
  }
}
