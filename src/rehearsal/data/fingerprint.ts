/** What the tables hold, in a few numbers that no order of rows changes. */
import { shortName } from '../../schema/objects.js';
import { OWN_TABLES } from '../own-tables.js';
import { ident, literal } from '../seed/quote.js';
import type { Session } from '../servers/server.js';

export interface ColumnPrint {
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

const TABLES = `
  SELECT n.nspname, c.relname, (SELECT array_to_json(array_agg(a.attname ORDER BY a.attname)) FROM pg_attribute a
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${OWN_TABLES}
  ORDER BY 1, 2`;

/** The columns of every table of ours. */
export async function readColumns(session: Session): Promise<Map<string, string[]>> {
  const { rows } = await session.query(TABLES);
  return new Map(rows.map(([schema, table, columns]) => [key(schema, table), JSON.parse(columns ?? '[]') as string[]]));
}

/** Prints the tables and columns that are in `columns` and still there. Reads every row. */
export async function readPrint(session: Session, columns: Columns): Promise<DataPrint> {
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

/** A sum does not mind the order. Bytes are hashed: some collations find different texts equal. */
const hashed = (value: string) => `coalesce(sum(hashtextextended(${value} COLLATE "C", 0)), 0)::text`;

function printSql(table: string, names: readonly string[]): string {
  const [schema = '', name = ''] = JSON.parse(table) as string[];
  const columns = names.map(ident);
  const parts = columns.map(
    (column) => `json_build_array(count(${column}), ${hashed(`coalesce(${column}::text, '')`)})`,
  );
  const row = columns.length > 0 ? `row(${columns.join(', ')})::text` : "''";
  return `SELECT ${literal(table)}, count(*), ${hashed(row)}, json_build_array(${parts.join(', ')})::text FROM ${ident(schema)}.${ident(name)}`;
}

/** Schema and table, in a form that holds any name. */
export function key(schema: string | null | undefined, table: string | null | undefined): string {
  return JSON.stringify([schema ?? '', table ?? '']);
}

/** As reports name it. */
export function shown(table: string): string {
  return shortName((JSON.parse(table) as string[]).join('.'));
}
