/** What an INSERT and an UPDATE write to the log, row by row: bytes repeat where milliseconds don't. */
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import { type ChangeSession, type Outcome, PostgresError, type QueryResult } from '../../servers/server.js';
import { ident, literal } from '../../sql/quote.js';
import { COUNTING, NO_COUNTING } from './counted.js';

export interface TableCost {
  rows: number;
  /** WAL bytes for each inserted row. */
  insertBytes: number;
  /** Of an UPDATE that changes the column, by column. */
  updates: ReadonlyMap<string, UpdateCost>;
}

interface UpdateCost {
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

/** A mean needs no more rows: each is written many times, and before and after the migration the same ones. */
const MOST_ROWS = 10;
/** So few will do where the updates of a column either all touch an index or none does. */
const LEAST_ROWS = 4;
/** Rows from all over the table: those that lie side by side would share the pages of each index. */
const LOOKED_AT = 2000;
const MOST_COLUMNS = 8;
/** A trigger that sleeps is stopped, where the server has a clock. */
const TIMED_OUT = '57014';

/**
 * Takes rows of the table's own out and writes them anew, in a transaction that is rolled back. `session` may set
 * session_replication_role. Null where the table is empty or refuses its own rows, or where what this session
 * alone wrote can't be determined. Of a partitioned table only inserts are measured.
 */
export async function measureWrites(session: ChangeSession, table: MeasuredTable): Promise<TableCost | null> {
  const sql = sqlOf(table);
  const listed = await session.query(catalogSql('insertable columns', sql)).catch(refusedAs(null));
  const columns = listed?.rows[0]?.[0] ?? null;
  if (columns === null) return null;
  const updated = table.columns.slice(0, MOST_COLUMNS);
  const indexes = (await session.query(catalogSql('small indexes', sql))).rows.map(([name]) => String(name));
  const before = prepare(sql, columns, indexes);
  const counts = [insertCost(sql, columns), ...updated.map((column) => updateCost(sql, columns, column))];
  const queries = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) =>
      counts.map((count) => `ROLLBACK TO tried; ${count(from + at + 1)}`),
    ).flat();
  const counting = await session.query(COUNTING).catch(refusedAs(null));
  if (counting === null) return null;
  const answers = (await session.queryAll([...before, ...queries(0, 1)])).slice(before.length);
  // What is slow for one row is so for each.
  const isSlow = answers.some((outcome) => outcome instanceof PostgresError && outcome.sqlstate === TIMED_OUT);
  const of = (count: number) => answers.filter((_, at) => at % counts.length === count);
  if (!isSlow) {
    answers.push(...(await session.queryAll(queries(1, LEAST_ROWS))));
    const isMixed = updated.some((_, at) => isSometimesHot(of(at + 1)));
    if (isMixed) answers.push(...(await session.queryAll(queries(LEAST_ROWS, MOST_ROWS))));
  }
  await session.query('ROLLBACK');
  await session.query(NO_COUNTING).catch(refusedAs(null));
  if (isSlow) return null;
  return read(of(0), new Map(updated.map((column, at) => [column, of(at + 1)])));
}

/**
 * The rows are copied, with their places. Most of each page is left free, so that every update could be HOT if no index prevented
 * it; a partitioned table has no pages. Indexes are built anew with room: in a full page each write would clear
 * away what the last one left.
 */
function prepare(sql: string, columns: string, indexes: readonly string[]): string[] {
  return [
    // A scan that starts where another stopped, or several processes, would choose other rows each time.
    "BEGIN; SET LOCAL synchronize_seqscans = off; SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL statement_timeout = '5s'",
    `CREATE TEMP TABLE migration_safety_rows ON COMMIT DROP AS
     SELECT pg_catalog.row_number() OVER (ORDER BY pg_catalog.hashtext(pg_catalog.format('%s', migration_safety_place)), migration_safety_table) AS migration_safety_row, x.*
     FROM (SELECT tableoid AS migration_safety_table, ctid AS migration_safety_place, ${columns} FROM ${sql} LIMIT ${LOOKED_AT}) x
     ORDER BY migration_safety_row LIMIT ${MOST_ROWS}`,
    [
      attempt(`ALTER TABLE ${sql} SET (fillfactor = 10)`),
      ...indexes.flatMap((index) => [
        attempt(`ALTER INDEX ${index} SET (fillfactor = 50)`),
        attempt(`REINDEX INDEX ${index}`),
      ]),
      'SAVEPOINT tried',
    ].join('; '),
  ];
}

/** Not every kind of relation has that. */
function attempt(sql: string): string {
  return `DO ${literal(`BEGIN EXECUTE ${literal(sql)}; EXCEPTION WHEN OTHERS THEN NULL; END`)}`;
}

/** `$1`: the row. */
const ROW = 'migration_safety_row OPERATOR(pg_catalog.=) $1';

function take(sql: string): string {
  return `DELETE FROM ${sql} t USING pg_temp.migration_safety_rows r
    WHERE t.ctid OPERATOR(pg_catalog.=) r.migration_safety_place AND t.tableoid OPERATOR(pg_catalog.=) r.migration_safety_table AND r.${ROW}`;
}

function insert(sql: string, columns: string): string {
  return `INSERT INTO ${sql} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM pg_temp.migration_safety_rows WHERE ${ROW}`;
}

/** The question what it costs to write a row, by the row's number. No answer where there is no such row. */
type Question = (row: number) => string;

function insertCost(sql: string, columns: string): Question {
  const rows =
    'SELECT migration_safety_row AS chosen, migration_safety_row AS given FROM pg_temp.migration_safety_rows';
  return count(sql, { prepare: null, write: insert(sql, columns), rows });
}

/** Each row takes the value of its neighbour: other values, and none that the column would refuse. */
function updateCost(sql: string, columns: string, column: string): Question {
  const name = ident(column);
  const neighbours = (value: string) =>
    `coalesce(pg_catalog.lag(${value}) OVER w, pg_catalog.last_value(${value}) OVER (w ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING))`;
  const text = `pg_catalog.format('%L', ${name})`;
  const rows = `SELECT chosen, given FROM (
      SELECT migration_safety_row AS chosen, ${neighbours('migration_safety_row')} AS given, ${text} AS was, ${neighbours(text)} AS becomes
      FROM pg_temp.migration_safety_rows WINDOW w AS (ORDER BY ${name}, migration_safety_row)) n
    WHERE was OPERATOR(pg_catalog.<>) becomes`;
  const write = `UPDATE ONLY ${sql} t SET ${name} = r.${name} FROM pg_temp.migration_safety_rows r
    WHERE t.ctid OPERATOR(pg_catalog.=) $2 AND r.${ROW}`;
  return count(sql, { prepare: `${insert(sql, columns)} RETURNING ctid`, write, rows });
}

/** `rows`: a query of which rows are written, and which ones the write takes its values from. */
function count(sql: string, of: { prepare: string | null; write: string; rows: string }): Question {
  const text = (value: string | null) => (value === null ? 'NULL' : `${literal(value)}::pg_catalog.text`);
  return (row) => `SELECT c.bytes, c.updated, c.hot
    FROM (SELECT chosen, given FROM (${of.rows}) o WHERE chosen OPERATOR(pg_catalog.=) ${row}) o,
      LATERAL pg_temp.migration_safety_count(${literal(sql)}::pg_catalog.regclass::pg_catalog.oid, ${text(take(sql))}, ${text(of.prepare)}, ${text(of.write)}, o.chosen, o.given) c`;
}

function read(inserted: readonly Outcome[], updated: ReadonlyMap<string, readonly Outcome[]>): TableCost | null {
  const insert = sum(inserted.slice(0, LEAST_ROWS));
  if (insert === 'refused' || insert === null) return null;
  const updates = new Map<string, UpdateCost>();
  for (const [column, answers] of updated) {
    const update = sum(answers);
    if (update === null) return null;
    if (update === 'refused' || update.updated === 0) continue;
    const hotPercent = Math.round((100 * update.hot) / update.updated);
    // The same rows, however many it took.
    const first = sum(answers.slice(0, LEAST_ROWS));
    const { bytes, rows } = first === null || first === 'refused' ? update : first;
    updates.set(column, { bytes: Math.round(bytes / rows), hotPercent });
  }
  return { rows: insert.rows, insertBytes: Math.round(insert.bytes / insert.rows), updates };
}

interface Sum {
  rows: number;
  bytes: number;
  updated: number;
  hot: number;
}

/** Null where the bytes of one can't be determined. */
function sum(answers: readonly Outcome[]): Sum | 'refused' | null {
  const results = answers.filter(isResult);
  if (results.length < answers.length) return 'refused';
  const rows = results.flatMap((result) => result.rows);
  if (rows.length === 0) return 'refused';
  if (rows.some(([bytes]) => bytes === null)) return null;
  const total = (column: number) => rows.reduce((sofar, row) => sofar + Number(row[column]), 0);
  return { rows: rows.length, bytes: total(0), updated: total(1), hot: total(2) };
}

function isSometimesHot(answers: readonly Outcome[]): boolean {
  const all = sum(answers);
  return all !== null && all !== 'refused' && all.hot > 0 && all.hot < all.updated;
}

function isResult(outcome: Outcome): outcome is QueryResult {
  return !(outcome instanceof PostgresError);
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
