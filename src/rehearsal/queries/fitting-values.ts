/** Values for a query's parameters, of rows that fit the schema. */
import type { ChangeSession } from '../../servers/server.js';
import type { ParameterUse, QueryUses } from '../../sql/query-uses.js';
import { literal } from '../../sql/quote.js';
import { readCatalog, type SeedCatalog, type Table } from '../ground/seed/catalog.js';
import { type FittingRow, newRow, type RowsSource, rowThere } from '../probes/fitting-rows.js';

export class FittingValues {
  readonly #session: ChangeSession;
  readonly #source: RowsSource & { catalog: SeedCatalog };
  readonly #rows = new Map<string, FittingRow | undefined>();

  private constructor(session: ChangeSession, source: RowsSource & { catalog: SeedCatalog }) {
    this.#session = session;
    this.#source = source;
  }

  /** For the schema as it is now. */
  static async read(session: ChangeSession, source: RowsSource): Promise<FittingValues> {
    return new FittingValues(session, { ...source, catalog: await readCatalog(session) });
  }

  /** The tables as they are. */
  get catalog(): SeedCatalog {
    return this.#source.catalog;
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
    return this.#source.catalog.tables.find(
      (one) => one.name === name && (schema === undefined || one.schema === schema),
    );
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
    if (!this.#rows.has(key)) this.#rows.set(key, await this.#read(table, which));
    return this.#rows.get(key);
  }

  async #read(table: Table, which: 'new' | 'there'): Promise<FittingRow | undefined> {
    const columns = table.columns.filter(({ generated }) => !generated);
    const made = which === 'new' ? await newRow(this.#session, table, columns, this.#source) : undefined;
    return made ?? rowThere(this.#session, table, table.columns);
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
