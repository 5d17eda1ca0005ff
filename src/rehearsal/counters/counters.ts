/** Columns that count up, and where their sequences stand beside their rows. */
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import { type ChangeSession, PostgresError } from '../../servers/server.js';
import { ident } from '../../sql/quote.js';

export interface Counter {
  schema: string;
  table: string;
  column: string;
  /** The table's oid and the column's number: the same column under any name. */
  id: string;
  tableOid: string;
  /** Of the column's type, in bytes. */
  width: number;
  sequence: { schema: string; name: string; oid: string; width: number; last: bigint; step: bigint; cycles: boolean };
  /** A unique key holds the column alone. */
  unique: boolean;
  readable: boolean;
}

/** The change's session: what it may not read, it doesn't move either. */
export async function readCounters(session: ChangeSession): Promise<Counter[]> {
  const { rows } = await session.query(catalogSql('counters'));
  return rows.map(
    ([
      schema,
      table,
      oid,
      column,
      number,
      width,
      sequenceSchema,
      name,
      sequenceOid,
      sequenceWidth,
      last,
      step,
      cycles,
      unique,
      readable,
    ]) => ({
      ...{ schema: schema ?? '', table: table ?? '', column: column ?? '' },
      id: `${oid}.${number}`,
      tableOid: oid ?? '',
      width: Number(width),
      sequence: {
        ...{ schema: sequenceSchema ?? '', name: name ?? '', oid: sequenceOid ?? '', width: Number(sequenceWidth) },
        ...{ last: BigInt(last ?? 0), step: BigInt(step ?? 1), cycles: cycles === 't' },
      },
      unique: unique === 't',
      readable: readable === 't',
    }),
  );
}

export interface Behind {
  counter: Counter;
  /** The number that the sequence gives next. */
  next: bigint;
  /** The highest that rows have. */
  most: bigint;
  /** A row has the next number. */
  taken: boolean;
}

/**
 * Those whose sequence has yet to give a number that a row has, in its own steps. Sequences that count down or begin again are
 * left out.
 */
export async function behind(session: ChangeSession, counters: readonly Counter[]): Promise<Behind[]> {
  const asked = counters.filter(({ readable, sequence }) => readable && sequence.step > 0n && !sequence.cycles);
  const positions = await session.queryAll(asked.map(positionSql));
  const next = asked.flatMap((counter, index) => {
    const outcome = positions[index];
    if (outcome === undefined || outcome instanceof PostgresError) return [];
    const [last, called] = outcome.rows[0] ?? [];
    return [{ counter, next: BigInt(last ?? 0) + (called === 't' ? counter.sequence.step : 0n) }];
  });
  const met = await session.queryAll(next.map(metSql));
  return next.flatMap((one, index): Behind[] => {
    const outcome = met[index];
    if (outcome === undefined || outcome instanceof PostgresError) return [];
    const [most, taken] = outcome.rows[0] ?? [];
    return most === null || most === undefined ? [] : [{ ...one, most: BigInt(most), taken: taken === 't' }];
  });
}

const nameOf = (schema: string, name: string) => `${ident(schema)}.${ident(name)}`;

function positionSql({ sequence }: Counter): string {
  return `SELECT s.last_value, s.is_called FROM ${nameOf(sequence.schema, sequence.name)} s`;
}

/** The highest number of a row that the sequence comes to, and whether it is the very next one of some row. */
function metSql({ counter: { schema, table, column, sequence }, next }: Pick<Behind, 'counter' | 'next'>): string {
  const number = `t.${ident(column)}::pg_catalog.int8`;
  return `SELECT pg_catalog.max(${number}), pg_catalog.bool_or(${number} OPERATOR(pg_catalog.=) ${next}) FROM ${nameOf(schema, table)} t
    WHERE ${number} OPERATOR(pg_catalog.>=) ${next} AND (${number} OPERATOR(pg_catalog.-) ${next}) OPERATOR(pg_catalog.%) ${sequence.step} OPERATOR(pg_catalog.=) 0`;
}
