/**
 * Puts a few rows into every table, so that what fails only where rows exist is seen.
 * The same schema always gets the same rows.
 */
import { shortName } from '../../../schema/objects.js';
import { type ChangeSession, PostgresError, type QueryResult } from '../../../servers/server.js';
import { readCatalog, type SeedCatalog, type Table } from './catalog.js';
import type { Parent } from './foreign.js';
import { hintsOf, unknownHints } from './hints.js';
import { diagnosisSql, type InsertPlan, insertSql, sequencesSql } from './insert.js';
import { linkSql } from './link.js';
import { type Ordered, order } from './order.js';
import { type PlanOptions, planInsert, tableSql } from './plan.js';
import { type Reach, tablesInReach } from './reach.js';

export interface SeedOptions {
  /** For each table. */
  rows: number;
  /** SQL expressions by `table.column` or `schema.table.column`, in which `g` is the row's number, from 1. */
  hints: Record<string, string>;
  /** Other tables stay as they are. Without it, every table is filled. */
  reach?: Reach;
}

export interface Seeding {
  /** Tables with rows, of any origin. */
  seeded: { table: string; rows: number }[];
  /** `holdsNone`: it can't hold a row, as long as it has no partition. */
  unseeded: { table: string; reason: string; holdsNone?: boolean }[];
  /** The tables that it concerned; others have rows only from elsewhere. */
  reach: Reach;
  /** The catalog that it went by. */
  catalog: SeedCatalog;
}

/**
 * Fills the tables that are empty. Must not be called inside a transaction: each table has its own, so that one that
 * refuses its rows leaves the others alone.
 */
export async function seedTables(session: ChangeSession, options: SeedOptions): Promise<Seeding> {
  const catalog = await readCatalog(session);
  const { reach: asked = null } = options;
  const tables = tablesInReach(catalog.tables, asked);
  const reach = asked && new Set([...asked, ...tables.map(({ schema, name }) => `${schema}.${name}`)]);
  const parents = new Map(tables.map((table) => [table.oid, parentOf(table)]));
  await countRows(session, tables, parents);
  const filled = new Set<number>();
  const reasons = new Map<number, string>();
  const ordered = order(tables);
  for (const { table, later } of ordered) {
    const parent = parents.get(table.oid) as Parent;
    if (parent.rows > 0) continue;
    const hints = hintsOf(table, options.hints);
    const outcome = await fill(session, catalog, table, { rows: options.rows, hints, later, parents, lean: false });
    if (typeof outcome === 'string') {
      reasons.set(table.oid, outcome);
    } else {
      parent.rows = outcome;
      filled.add(table.oid);
    }
  }
  await link(session, ordered, parents, filled);
  // Triggers may have written more than we did.
  await countRows(session, tables, parents);
  return { ...result(tables, parents, reasons, unknownHints(catalog.tables, options.hints)), reach, catalog };
}

function result(
  tables: Table[],
  parents: Map<number, Parent>,
  reasons: Map<number, string>,
  unknown: string[],
): Pick<Seeding, 'seeded' | 'unseeded'> {
  const seeding: Pick<Seeding, 'seeded' | 'unseeded'> = { seeded: [], unseeded: [] };
  for (const { oid, partitioned, partitions } of tables) {
    const { name, rows } = parents.get(oid) as Parent;
    if (rows > 0) seeding.seeded.push({ table: name, rows });
    else {
      const reason = reasons.get(oid) ?? 'its rows were removed again';
      seeding.unseeded.push({ table: name, reason, holdsNone: partitioned && partitions.length === 0 });
    }
  }
  for (const hint of unknown) seeding.unseeded.push({ table: hint, reason: 'the hint names no column of any table' });
  return seeding;
}

/** A table's own rows: those of the tables that inherit from it aren't. */
function parentOf(table: Table): Parent {
  const sql = `${table.partitioned ? '' : 'ONLY '}${tableSql(table)}`;
  return { sql, name: shortName(`${table.schema}.${table.name}`), rows: 0 };
}

async function countRows(session: ChangeSession, tables: Table[], parents: Map<number, Parent>): Promise<void> {
  if (tables.length === 0) return;
  const counts = tables.map(({ oid }) => `(SELECT pg_catalog.count(*) FROM ${parents.get(oid)?.sql})`);
  const { rows } = await session.query(`SELECT pg_catalog.unnest(ARRAY[${counts.join(', ')}])`);
  tables.forEach(({ oid }, index) => {
    (parents.get(oid) as Parent).rows = Number(rows[index]?.[0] ?? 0);
  });
}

/** How many rows went in, or why none did. */
async function fill(
  session: ChangeSession,
  catalog: SeedCatalog,
  table: Table,
  options: PlanOptions,
): Promise<number | string> {
  const plan = planInsert(catalog, table, options);
  if (typeof plan === 'string') return plan;
  const outcome = await insert(session, plan);
  if (typeof outcome === 'number') return outcome > 0 ? outcome : explain(session, plan);
  if (outcome.sqlstate === TIMED_OUT) return 'it took more than ten seconds, perhaps in a trigger';
  // Perhaps it failed on a value of ours: once more with as few of them as possible.
  const lean = planInsert(catalog, table, { ...options, lean: true });
  const again = typeof lean === 'string' ? lean : await insert(session, lean);
  return typeof again === 'number' && again > 0 ? again : outcome.message;
}

// Nested loops over sources without statistics take minutes where a hash join takes none; a trigger may loop for ever.
const SETTINGS =
  "SET LOCAL enable_nestloop = off; SET LOCAL enable_mergejoin = off; SET LOCAL statement_timeout = '10s';";
const TIMED_OUT = '57014';

/** How many candidates are tried at first for a few rows: where they do, the many need not be made. */
const FEW = 100;

async function insert(session: ChangeSession, plan: InsertPlan): Promise<number | PostgresError> {
  try {
    const quick = plan.candidates > FEW && plan.rows < FEW && (await tryFew(session, { ...plan, candidates: FEW }));
    const inserted = quick || tag(await session.query(`${SETTINGS} ${insertSql(plan)}`));
    if (plan.sequences.length > 0) await session.query(sequencesSql(plan));
    return inserted;
  } catch (error) {
    if (!(error instanceof PostgresError)) throw error;
    return error;
  }
}

/** All rows or none. Throws where it took too long. */
async function tryFew(session: ChangeSession, plan: InsertPlan): Promise<number> {
  try {
    const inserted = tag(await session.query(`BEGIN; ${SETTINGS} ${insertSql(plan)}`));
    await session.query(inserted === plan.rows ? 'COMMIT' : 'ROLLBACK');
    return inserted === plan.rows ? inserted : 0;
  } catch (error) {
    if (!(error instanceof PostgresError)) throw error;
    await session.query('ROLLBACK');
    if (error.sqlstate === TIMED_OUT) throw error;
    return 0;
  }
}

function tag({ command }: QueryResult): number {
  return Number(/^INSERT \d+ (\d+)/.exec(command)?.[1] ?? 0);
}

/** Why no row went in although the server had nothing against the statement. */
async function explain(session: ChangeSession, plan: InsertPlan): Promise<string> {
  const { rows } = await session.query(diagnosisSql(plan));
  const counts = (rows[0] ?? []).map(Number);
  const empty = plan.sources.find(({ left }, index) => !left && counts[index] === 0);
  if (empty !== undefined) return empty.problem;
  if (counts.at(-1) === 0) return `no row was found that satisfies ${plan.filters.join(' and ') || 'its foreign keys'}`;
  return 'a trigger, a rule or a constraint kept every row out';
}

/** What can't be linked stays empty: it is allowed to. */
async function link(
  session: ChangeSession,
  ordered: Ordered[],
  parents: Map<number, Parent>,
  filled: Set<number>,
): Promise<void> {
  for (const { table, later } of ordered) {
    if (!filled.has(table.oid)) continue;
    const nullable = (number: number) => !table.columns.find((column) => column.number === number)?.notNull;
    for (const key of later.filter(({ columns }) => columns.some(nullable))) {
      const [child, parent] = [parents.get(table.oid), parents.get(key.parent)];
      if (child === undefined || parent === undefined || parent.rows === 0) continue;
      try {
        await session.query(`${SETTINGS} ${linkSql(table, key, child.sql, parent.sql)}`);
      } catch (error) {
        if (!(error instanceof PostgresError)) throw error;
      }
    }
  }
}
