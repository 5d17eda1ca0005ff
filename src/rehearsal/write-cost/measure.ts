/** What an INSERT and an UPDATE write to the log, row by row: bytes repeat where milliseconds don't. */
import { catalogSql } from '../catalogs/catalog-sql.js';
import { ident, literal } from '../seed/quote.js';
import { type ChangeSession, type Outcome, PostgresError, type QueryResult } from '../servers/server.js';

export interface TableCost {
  rows: number;
  /** WAL bytes for each inserted row. */
  insertBytes: number;
  /** Of an UPDATE that changes the column, by column. */
  updates: ReadonlyMap<string, UpdateCost>;
}

export interface UpdateCost {
  /** WAL bytes for each updated row. */
  bytes: number;
  /** How many of 100 updates touched no index (HOT). */
  hotPercent: number;
}

export interface MeasuredTable {
  schema: string;
  name: string;
  /** Columns whose updates are measured. */
  columns: readonly string[];
}

/** A mean needs no more rows, and a page holds the versions of no more columns' updates. */
const MOST_ROWS = 50;
/** Rows from all over the table: fifty that lie side by side would split a page of each index. */
const LOOKED_AT = 2000;
const MOST_COLUMNS = 8;

/**
 * Takes some of the table's own rows out and writes them anew, in a transaction that is rolled back. `session` may set
 * session_replication_role. Null where the table is empty or refuses its own rows. Of a partitioned table only inserts are measured.
 */
export async function measureWrites(session: ChangeSession, table: MeasuredTable): Promise<TableCost | null> {
  const sql = sqlOf(table);
  const listed = await session.query(catalogSql('insertable columns', sql)).catch(refusedAs(null));
  const columns = listed?.rows[0]?.[0] ?? null;
  if (columns === null) return null;
  const updated = table.columns.slice(0, MOST_COLUMNS);
  const answers = await session.queryAll([
    ...take(sql, columns),
    // The first time a page is touched after a checkpoint, all of it goes to the log.
    ...insert(sql, columns),
    ...insert(sql, columns),
    'SAVEPOINT written',
    ...updated.flatMap((column) => update(sql, column)),
    'ROLLBACK',
  ]);
  return read(answers, updated);
}

/**
 * The rows' places are noted, the rows taken out without a trigger's knowing. Most of each page is left free, so that every
 * update could be HOT if no index stood in its way; a partitioned table has no pages.
 */
function take(sql: string, columns: string): string[] {
  return [
    'BEGIN; SET LOCAL session_replication_role = replica',
    `CREATE TEMP TABLE migration_safety_rows ON COMMIT DROP AS SELECT ${columns} FROM ${sql} LIMIT 0;
     CREATE TEMP TABLE migration_safety_places (migration_safety_place pg_catalog.tid) ON COMMIT DROP`,
    `WITH gone AS (DELETE FROM ${sql} WHERE (tableoid, ctid) OPERATOR(pg_catalog.=) ANY (
       SELECT tableoid, ctid FROM (SELECT tableoid, ctid FROM ${sql} LIMIT ${LOOKED_AT}) x ORDER BY pg_catalog.hashtext(pg_catalog.format('%s', ctid)), tableoid LIMIT ${MOST_ROWS}) RETURNING ${columns})
     INSERT INTO pg_temp.migration_safety_rows SELECT * FROM gone`,
    'SET LOCAL session_replication_role = origin',
    `DO $$ BEGIN EXECUTE ${literal(`ALTER TABLE ${sql} SET (fillfactor = 10)`)}; EXCEPTION WHEN wrong_object_type OR invalid_parameter_value THEN NULL; END $$;
     SAVEPOINT tried`,
  ];
}

/** How many answers `take` gives, and each write. */
const TAKEN = 5;
const EACH = 3;

const POSITION = "SELECT pg_catalog.pg_current_wal_insert_lsn() OPERATOR(pg_catalog.-) '0/0'::pg_catalog.pg_lsn";

/** What was written before is taken back; the last INSERT stays, for the updates. */
function insert(sql: string, columns: string): string[] {
  return [
    `ROLLBACK TO tried; ${POSITION}`,
    `WITH made AS (INSERT INTO ${sql} (${columns}) OVERRIDING SYSTEM VALUE SELECT * FROM pg_temp.migration_safety_rows RETURNING ctid)
     INSERT INTO pg_temp.migration_safety_places SELECT * FROM made`,
    POSITION,
  ];
}

/** Each row takes the value of its neighbour: other values, and none that the column would refuse. */
function update(sql: string, column: string): string[] {
  const name = ident(column);
  const of = `${literal(sql)}::pg_catalog.regclass`;
  const counters = `SELECT pg_catalog.pg_stat_get_xact_tuples_updated(${of}), pg_catalog.pg_stat_get_xact_tuples_hot_updated(${of}), p.* FROM (${POSITION}) p`;
  return [
    `ROLLBACK TO written; ${counters}`,
    `UPDATE ${sql} t SET ${name} = n.value FROM (SELECT migration_safety_place, coalesce(pg_catalog.lag(${name}) OVER w, pg_catalog.last_value(${name}) OVER (w ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) AS value
       FROM ${sql} JOIN pg_temp.migration_safety_places ON ${sql}.ctid OPERATOR(pg_catalog.=) migration_safety_place WINDOW w AS (ORDER BY ${name}, migration_safety_place)) n
     WHERE t.ctid OPERATOR(pg_catalog.=) n.migration_safety_place AND t.${name} IS DISTINCT FROM n.value`,
    counters,
  ];
}

function read(answers: readonly Outcome[], updated: readonly string[]): TableCost | null {
  const first = spent(answers.slice(TAKEN));
  const second = spent(answers.slice(TAKEN + EACH));
  if (first === null || second === null) return null;
  const rows = second.rows;
  const insertBytes = Math.round(Math.min(first.bytes, second.bytes) / rows);
  const updates = new Map<string, UpdateCost>();
  for (const [at, column] of updated.entries()) {
    const cost = updateCost(answers.slice(TAKEN + 2 * EACH + 1 + EACH * at));
    if (cost) updates.set(column, cost);
  }
  return { rows, insertBytes, updates };
}

function spent([from, inserted, until]: readonly Outcome[]): { rows: number; bytes: number } | null {
  const rows = isResult(inserted) ? Number(/\d+$/.exec(inserted.command)?.[0] ?? 0) : 0;
  return rows === 0 ? null : { rows, bytes: number(until, 0) - number(from, 0) };
}

function updateCost([from, ran, until]: readonly Outcome[]): UpdateCost | null {
  const [rows, hot, bytes] = [0, 1, 2].map((column) => number(until, column) - number(from, column)) as [
    number,
    number,
    number,
  ];
  if (!isResult(ran) || rows === 0) return null;
  return { bytes: Math.round(bytes / rows), hotPercent: Math.round((100 * hot) / rows) };
}

function isResult(outcome: Outcome | undefined): outcome is QueryResult {
  return outcome !== undefined && !(outcome instanceof PostgresError);
}

function number(outcome: Outcome | undefined, column: number): number {
  return isResult(outcome) ? Number(outcome.rows[0]?.[column] ?? 0) : 0;
}

function refusedAs<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof PostgresError) return value;
    throw error;
  };
}

function sqlOf({ schema, name }: MeasuredTable): string {
  return `${ident(schema)}.${ident(name)}`;
}
