/** Rows that fit a table, for what an application writes to it and for what its queries ask. */
import { shortName } from '../../schema/objects.js';
import { type ChangeSession, PostgresError } from '../../servers/server.js';
import { ident } from '../../sql/quote.js';
import type { Column, SeedCatalog, Table } from '../ground/seed/catalog.js';
import type { Parent } from '../ground/seed/foreign.js';
import { hintsOf } from '../ground/seed/hints.js';
import { rowsSql } from '../ground/seed/insert.js';
import { planInsert, tableSql } from '../ground/seed/plan.js';
import type { Seeding } from '../ground/seed/seed.js';

/** By column, as text; null for NULL. */
export type FittingRow = ReadonlyMap<string, string | null>;

export interface RowsSource {
  seeding: Seeding;
  /** SQL expressions for made-up rows, by `table.column`. */
  hints: Readonly<Record<string, string>>;
}

/** A row that is not there yet, of values that constraints and foreign keys allow; undefined where none can be made. */
export async function newRow(
  session: ChangeSession,
  table: Table,
  columns: readonly Column[],
  { catalog, seeding, hints }: RowsSource & { catalog: SeedCatalog },
): Promise<FittingRow | undefined> {
  if (columns.length === 0) return new Map();
  const only = new Set(columns.map(({ number }) => number));
  const parents = parentsIn(catalog, seeding);
  const first = (parents.get(table.oid)?.rows ?? 0) + 1;
  const own = hintsOf(table, hints);
  const plan = planInsert(catalog, table, { rows: 1, hints: own, later: [], parents, lean: false, only, first });
  if (typeof plan === 'string') return undefined;
  const given = new Set([...plan.cells, ...plan.derived.filter(({ stored }) => stored)].map(({ name }) => name));
  if (!columns.every(({ name }) => given.has(name))) return undefined;
  return firstRow(session, rowsSql(plan));
}

/** One that is there. */
export function rowThere(session: ChangeSession, table: Table, columns: readonly Column[], where = 'true') {
  const names = columns.map(({ name }) => ident(name)).join(', ');
  return firstRow(session, `SELECT ${names} FROM ${tableSql(table)} WHERE ${where} LIMIT 1`);
}

async function firstRow(session: ChangeSession, sql: string): Promise<FittingRow | undefined> {
  const [outcome] = await session.queryAll([sql]);
  if (outcome === undefined || outcome instanceof PostgresError) return undefined;
  const [row] = outcome.rows;
  return row && new Map(outcome.columns.map((name, at) => [name, row[at] ?? null]));
}

/** The tables that others may refer to, with the rows that they were given. */
function parentsIn({ tables }: SeedCatalog, { seeded }: Seeding): Map<number, Parent> {
  const counts = new Map(seeded.map(({ table, rows }) => [table, rows]));
  return new Map(
    tables.map((table): [number, Parent] => {
      const name = shortName(`${table.schema}.${table.name}`);
      const sql = `${table.partitioned ? '' : 'ONLY '}${tableSql(table)}`;
      return [table.oid, { sql, name, rows: counts.get(name) ?? 0 }];
    }),
  );
}
