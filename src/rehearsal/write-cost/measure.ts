/** What an INSERT and an UPDATE write to the log, row by row: bytes repeat where milliseconds don't. */
import { ident, literal } from '../seed/quote.js';
import { PostgresError, type Session } from '../servers/server.js';

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

/** A mean needs no more; a big table would be written several times over. */
const MOST_ROWS = 1000;

/**
 * Writes the table's own rows anew in transactions that are rolled back. `admin` must be a superuser's session. Null where
 * the table is empty, holds more than a thousand rows, or refuses its own rows, a partitioned table for example.
 */
export async function measureWrites(admin: Session, table: MeasuredTable): Promise<TableCost | null> {
  try {
    const { rows: counted } = await admin.query(
      `SELECT count(*) FROM (SELECT FROM ${sqlOf(table)} LIMIT ${MOST_ROWS + 1}) x`,
    );
    if (Number(counted[0]?.[0]) > MOST_ROWS) return null;
    const { rows, bytes: insertBytes } = await least(() => inTransaction(admin, () => measureInsert(admin, table)));
    if (rows === 0) return null;
    const updates = new Map<string, UpdateCost>();
    for (const column of table.columns) {
      const cost = await inTransaction(admin, () => measureUpdate(admin, table, column)).catch(ignoreRefusal);
      if (cost) updates.set(column, cost);
    }
    return { rows, insertBytes, updates };
  } catch (error) {
    return ignoreRefusal(error);
  }
}

/** The first time a page is touched after a checkpoint, all of it goes to the log. */
async function least<T extends { bytes: number }>(measure: () => Promise<T>): Promise<T> {
  const [first, second] = [await measure(), await measure()];
  return first.bytes <= second.bytes ? first : second;
}

async function measureInsert(admin: Session, table: MeasuredTable): Promise<{ rows: number; bytes: number }> {
  const insert = await emptied(admin, table);
  const { bytes, tag } = await logged(admin, insert);
  const rows = Number(/\d+$/.exec(tag)?.[0] ?? 0);
  return { rows, bytes: rows === 0 ? 0 : Math.round(bytes / rows) };
}

/** Half of each page is left free, so that every update could be HOT if no index stood in its way. */
async function measureUpdate(admin: Session, table: MeasuredTable, column: string): Promise<UpdateCost | null> {
  const sql = sqlOf(table);
  await admin.query(`ALTER TABLE ${sql} SET (fillfactor = 50)`);
  await admin.query(await emptied(admin, table));
  const name = ident(column);
  const before = await updated(admin, sql);
  // Each row takes the value of its neighbour: other values, and none that the column would refuse.
  const { bytes } = await logged(
    admin,
    `UPDATE ${sql} t SET ${name} = n.value FROM (SELECT ctid AS id, coalesce(lag(${name}) OVER w, last_value(${name}) OVER (w ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) AS value
       FROM ${sql} WINDOW w AS (ORDER BY ${name}, ctid)) n WHERE t.ctid = n.id AND t.${name} IS DISTINCT FROM n.value`,
  );
  const after = await updated(admin, sql);
  const rows = after.rows - before.rows;
  if (rows === 0) return null;
  return { bytes: Math.round(bytes / rows), hotPercent: Math.round((100 * (after.hot - before.hot)) / rows) };
}

/** Takes the rows away and returns the statement that brings them back. */
async function emptied(admin: Session, table: MeasuredTable): Promise<string> {
  const sql = sqlOf(table);
  const { rows } = await admin.query(
    `SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
     WHERE attrelid = ${literal(sql)}::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
  );
  const columns = rows[0]?.[0] ?? '';
  await admin.query(`SET LOCAL session_replication_role = replica;
    CREATE TEMP TABLE migration_safety_rows ON COMMIT DROP AS SELECT ${columns} FROM ${sql};
    DELETE FROM ${sql}; SET LOCAL session_replication_role = origin`);
  return `INSERT INTO ${sql} (${columns}) OVERRIDING SYSTEM VALUE SELECT * FROM migration_safety_rows`;
}

async function logged(admin: Session, sql: string): Promise<{ bytes: number; tag: string }> {
  const position = async () => (await admin.query('SELECT pg_current_wal_insert_lsn()')).rows[0]?.[0] ?? '0/0';
  const from = await position();
  const { command } = await admin.query(sql);
  const { rows } = await admin.query(`SELECT pg_wal_lsn_diff(${literal(await position())}, ${literal(from)})`);
  return { bytes: Number(rows[0]?.[0] ?? 0), tag: command };
}

async function updated(admin: Session, sql: string): Promise<{ rows: number; hot: number }> {
  const of = `${literal(sql)}::regclass`;
  const { rows } = await admin.query(
    `SELECT pg_stat_get_xact_tuples_updated(${of}), pg_stat_get_xact_tuples_hot_updated(${of})`,
  );
  return { rows: Number(rows[0]?.[0] ?? 0), hot: Number(rows[0]?.[1] ?? 0) };
}

async function inTransaction<T>(admin: Session, work: () => Promise<T>): Promise<T> {
  await admin.query('BEGIN');
  try {
    return await work();
  } finally {
    await admin.query('ROLLBACK');
  }
}

function ignoreRefusal(error: unknown): null {
  if (error instanceof PostgresError) return null;
  throw error;
}

function sqlOf({ schema, name }: MeasuredTable): string {
  return `${ident(schema)}.${ident(name)}`;
}
