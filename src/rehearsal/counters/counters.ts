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
  sequence: { schema: string; name: string; oid: string; width: number; last: bigint; step: bigint };
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
      unique,
      readable,
    ]) => ({
      ...{ schema: schema ?? '', table: table ?? '', column: column ?? '' },
      id: `${oid}.${number}`,
      tableOid: oid ?? '',
      width: Number(width),
      sequence: {
        ...{ schema: sequenceSchema ?? '', name: name ?? '', oid: sequenceOid ?? '', width: Number(sequenceWidth) },
        ...{ last: BigInt(last ?? 0), step: BigInt(step ?? 1) },
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

/** Those whose sequence has yet to give a number that a row has. Sequences that count down are left out. */
export async function behind(session: ChangeSession, counters: readonly Counter[]): Promise<Behind[]> {
  const asked = counters.filter(({ readable, sequence }) => readable && sequence.step > 0n);
  const outcomes = await session.queryAll(asked.map(positionSql));
  const found = asked.flatMap((counter, index): Omit<Behind, 'taken'>[] => {
    const outcome = outcomes[index];
    if (outcome === undefined || outcome instanceof PostgresError) return [];
    const [most, last, called] = outcome.rows[0] ?? [];
    if (most === null || most === undefined) return [];
    const next = BigInt(last ?? 0) + (called === 't' ? counter.sequence.step : 0n);
    return next <= BigInt(most) ? [{ counter, next, most: BigInt(most) }] : [];
  });
  const taken = await session.queryAll(found.map(takenSql));
  return found.map((one, index) => {
    const outcome = taken[index];
    return { ...one, taken: outcome !== undefined && !(outcome instanceof PostgresError) && outcome.rows.length > 0 };
  });
}

const nameOf = (schema: string, name: string) => `${ident(schema)}.${ident(name)}`;

function positionSql({ schema, table, column, sequence }: Counter): string {
  return `SELECT (SELECT pg_catalog.max(t.${ident(column)}) FROM ${nameOf(schema, table)} t), s.last_value, s.is_called FROM ${nameOf(sequence.schema, sequence.name)} s`;
}

function takenSql({ counter: { schema, table, column }, next }: Omit<Behind, 'taken'>): string {
  return `SELECT 1 FROM ${nameOf(schema, table)} t WHERE t.${ident(column)} OPERATOR(pg_catalog.=) ${next} LIMIT 1`;
}
