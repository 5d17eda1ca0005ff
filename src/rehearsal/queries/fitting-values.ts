/** Values for a query's parameters, of rows that fit the schema. */
import { type ChangeSession, PostgresError } from '../../servers/server.js';
import type { ParameterUse, QueryUses } from '../../sql/query-uses.js';
import { literal } from '../../sql/quote.js';
import { readCatalog, type SeedCatalog, type Table } from '../ground/seed/catalog.js';
import { hintsOf } from '../ground/seed/hints.js';
import { tableSql } from '../ground/seed/plan.js';
import type { Seeding } from '../ground/seed/seed.js';
import { insertsOfOne, parentsIn } from '../probes/insert.js';

/** By column; null for NULL. */
type FittingRow = ReadonlyMap<string, string | null>;

export class FittingValues {
  readonly #session: ChangeSession;
  readonly #catalog: SeedCatalog;
  readonly #seeding: Seeding;
  readonly #hints: Readonly<Record<string, string>>;
  readonly #rows = new Map<string, FittingRow | undefined>();

  private constructor(
    session: ChangeSession,
    catalog: SeedCatalog,
    { seeding, hints }: { seeding: Seeding; hints: Readonly<Record<string, string>> },
  ) {
    this.#session = session;
    this.#catalog = catalog;
    this.#seeding = seeding;
    this.#hints = hints;
  }

  /** For the schema as it is now. */
  static async read(
    session: ChangeSession,
    from: { seeding: Seeding; hints: Readonly<Record<string, string>> },
  ): Promise<FittingValues> {
    return new FittingValues(session, await readCatalog(session), from);
  }

  /** The tables as they are. */
  get catalog(): SeedCatalog {
    return this.#catalog;
  }

  /** As SQL, one for each parameter. `types`: as Postgres takes them. */
  async of({ relations, target, parameters }: QueryUses, types: readonly string[]): Promise<string[]> {
    const values: string[] = [];
    for (const [at, type] of types.entries()) {
      const use = parameters.get(at + 1);
      const found = use && this.#find(use, target, relations);
      const row = found && (await this.#row(found.table, use.as === 'written' ? 'new' : 'there'));
      const value = found && row?.get(found.column);
      if (value === undefined || value === null) values.push(anyValue(type));
      else values.push(use?.as === 'list' ? `ARRAY[${literal(value)}]::${type}` : literal(value));
    }
    return values;
  }

  /** The table that a query means, by the names that it has in the schema. */
  table({ schema, name }: { schema?: string; name: string }): Table | undefined {
    return this.#catalog.tables.find((one) => one.name === name && (schema === undefined || one.schema === schema));
  }

  #find(use: ParameterUse, target: QueryUses['target'], relations: QueryUses['relations']) {
    const place = /^#(\d+)$/.exec(use.column)?.[1];
    const written = use.as === 'written' && target ? [target] : [];
    const of = use.of === undefined ? undefined : relations.get(use.of);
    for (const name of of ? [of] : [...written, ...relations.values()]) {
      const table = this.table(name);
      const column = place ? table?.columns[Number(place)] : table?.columns.find((one) => one.name === use.column);
      if (table && column) return { table, column: column.name };
    }
    return undefined;
  }

  async #row(table: Table, which: 'new' | 'there'): Promise<FittingRow | undefined> {
    const key = `${which} ${table.oid}`;
    if (!this.#rows.has(key)) {
      const there = [`SELECT * FROM ${tableSql(table)} LIMIT 1`];
      this.#rows.set(key, await this.#first(which === 'there' ? there : [...this.#made(table), ...there]));
    }
    return this.#rows.get(key);
  }

  #made(table: Table): string[] {
    const columns = table.columns.filter(({ generated }) => !generated);
    const parents = parentsIn(this.#catalog, this.#seeding);
    const hints = hintsOf(table, this.#hints);
    const inserts = insertsOfOne(table, columns, { catalog: this.#catalog, parents, hints }, 'with identity');
    return inserts.map((sql) => `${sql} RETURNING *`);
  }

  /** Of the first query that gives one; what it writes is taken back. */
  async #first(queries: readonly string[]): Promise<FittingRow | undefined> {
    for (const sql of queries) {
      const outcome = (await this.#session.queryAll(['BEGIN', sql, 'ROLLBACK']))[1];
      const [row] = outcome === undefined || outcome instanceof PostgresError ? [] : outcome.rows;
      if (row && !(outcome instanceof PostgresError)) {
        return new Map((outcome?.columns ?? []).map((name, at) => [name, row[at] ?? null]));
      }
    }
    return undefined;
  }
}

const SAMPLES: readonly [RegExp, string][] = [
  [/\[\]$/, "'{}'"],
  [/^(smallint|integer|bigint|numeric|real|double precision|oid|money)/, "'1'"],
  [/^boolean$/, 'true'],
  [/^(text|character|"?char|name|citext|bytea|bpchar)/, "'x'"],
  [/^(date|timestamp)/, "'2024-01-01'"],
  [/^time /, "'12:00'"],
  [/^interval$/, "'1 day'"],
  [/^uuid$/, "'00000000-0000-4000-8000-000000000001'"],
  [/^jsonb?$/, "'{}'"],
  [/^(inet|cidr)$/, "'192.0.2.1'"],
];

/** Where nothing is known of a parameter but its type. */
function anyValue(type: string): string {
  return SAMPLES.find(([pattern]) => pattern.test(type))?.[1] ?? 'NULL';
}
