/** What the tables hold, in a few numbers that no order of rows changes. */
import { shortName } from '../../schema/objects.js';
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import type { ChangeSession } from '../../servers/server.js';
import { ident, literal } from '../../sql/quote.js';
import type { Reach } from '../ground/seed/reach.js';

interface ColumnPrint {
  /** How many values are not null. */
  values: number;
  hash: string;
}

export interface TablePrint {
  /** As reports name it. */
  name: string;
  rows: number;
  columns: ReadonlyMap<string, ColumnPrint>;
  /** Of whole rows, so that values which changed places are seen. */
  hash: string;
}

/** By `schema.table`. */
export type DataPrint = ReadonlyMap<string, TablePrint>;

/** Columns by `schema.table`: what is to be compared. */
export type Columns = ReadonlyMap<string, readonly string[]>;

/** The columns of every table of ours, or of those in `reach`. */
export async function readColumns(session: ChangeSession, reach: Reach = null): Promise<Map<string, string[]>> {
  const { rows } = await session.query(catalogSql('columns'));
  const wanted = reach === null ? rows : rows.filter(([schema, table]) => reach.has(`${schema}.${table}`));
  return new Map(
    wanted.map(([schema, table, columns]) => [key(schema, table), JSON.parse(columns ?? '[]') as string[]]),
  );
}

/** Prints the tables and columns that are in `columns` and still there. Reads every row. */
export async function readPrint(session: ChangeSession, columns: Columns): Promise<DataPrint> {
  const present = await readColumns(session);
  const wanted = [...columns].flatMap(([table, names]) => {
    const here = present.get(table);
    return here ? [{ table, names: names.filter((name) => here.includes(name)) }] : [];
  });
  if (wanted.length === 0) return new Map();
  const { rows } = await session.query(wanted.map(({ table, names }) => printSql(table, names)).join('\nUNION ALL\n'));
  return new Map(
    rows.map(([table, count, hash, parts], index) => {
      const { names } = wanted.find((one) => one.table === table) ?? { names: wanted[index]?.names ?? [] };
      const prints = (JSON.parse(parts ?? '[]') as [number, string][]).map(
        ([values, hash], at) => [names[at] ?? '', { values, hash }] as const,
      );
      return [
        String(table),
        { name: shown(String(table)), rows: Number(count), hash: hash ?? '', columns: new Map(prints) },
      ];
    }),
  );
}

/** The value as its type writes it: a cast could be one of the change's own. */
const shownAs = (value: string) => `pg_catalog.format('%s', ${value})`;

/** A sum does not depend on the order. Bytes are hashed: some collations find different texts equal. */
const hashed = (value: string) =>
  `coalesce(pg_catalog.sum(pg_catalog.hashtextextended(${value} COLLATE pg_catalog."C", 0)), 0)::pg_catalog.text`;

function printSql(table: string, names: readonly string[]): string {
  const [schema = '', name = ''] = JSON.parse(table) as string[];
  const columns = names.map(ident);
  const parts = columns.map(
    (column) => `pg_catalog.json_build_array(pg_catalog.count(${column}), ${hashed(shownAs(column))})`,
  );
  const row = columns.length > 0 ? shownAs(`row(${columns.join(', ')})`) : "''";
  return `SELECT ${literal(table)}, pg_catalog.count(*), ${hashed(row)}, pg_catalog.json_build_array(${parts.join(', ')})::pg_catalog.text FROM ${ident(schema)}.${ident(name)}`;
}

/** Schema and table, in a form that holds any name. */
function key(schema: string | null | undefined, table: string | null | undefined): string {
  return JSON.stringify([schema ?? '', table ?? '']);
}

/** As reports name it. */
function shown(table: string): string {
  return shortName((JSON.parse(table) as string[]).join('.'));
}
