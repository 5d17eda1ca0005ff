/** The queries that look into a session's transaction: what it holds, what it has done, what it has made of the catalogs. */
import { PostgresError, type QueryResult, resultOf, type Session } from '../servers/server.js';
import { type Activity, type Row, readActivity } from './activity.js';
import { CATALOG_DELTA, FIRST_USER_OID, SCHEMA_CHANGED, WROTE } from './catalog.js';

/** Milliseconds since 1970 of a timestamp, as text. */
const millis = (timestamp: string) => `(extract(epoch FROM ${timestamp}) * 1000)::text`;

/** Where the server stands, and two more columns. */
const moment = (timestamp: string, more = 'NULL, NULL') =>
  `SELECT 'server', (pg_current_wal_insert_lsn() - '0/0')::text, current_setting('lock_timeout'), ${millis(timestamp)}, ${more}, NULL`;

/** Counters of this transaction (manual 28.2). */
const COUNTERS = ['numscans', 'tuples_inserted', 'tuples_updated', 'tuples_deleted'];
const counted = (oid: string) => COUNTERS.map((counter) => `pg_stat_get_xact_${counter}(${oid})::text`).join(', ');

/**
 * Before a statement. Counters stay in until they are flushed, also those of what was rolled back. This makes the end of
 * the transaction flush them, so that the next one starts from zero.
 */
const BEFORE = `${moment('clock_timestamp()')} FROM pg_stat_force_next_flush()`;

/** Before 15 nothing makes a transaction flush: there everything has to be counted first. */
const BEFORE_WITH_COUNTERS = `${moment('clock_timestamp()')}
UNION ALL SELECT 'table', oid::text, NULL, ${counted('oid')} FROM pg_class WHERE oid >= ${FIRST_USER_OID} AND relkind IN ('r', 'p', 'm')`;

/**
 * After a statement. Reads system catalogs only, so that it adds no lock that it would report. Who scans or writes a
 * table holds a lock on it. The statement ended when this query's message was read.
 */
const AFTER = `
WITH held AS MATERIALIZED (SELECT locktype, relation, classid, objid, database, mode FROM pg_locks WHERE pid = pg_backend_pid() AND granted),
wrote AS MATERIALIZED (SELECT ${WROTE} AS yes)
${moment('statement_timestamp()', `yes::text, (${SCHEMA_CHANGED})::text`)} FROM wrote
UNION ALL SELECT 'lock', relation::text, mode, ${counted('relation')} FROM held WHERE relation >= ${FIRST_USER_OID} AND locktype = 'relation'
UNION ALL SELECT 'object', pg_describe_object(classid, objid, 0), mode, NULL, NULL, NULL, NULL FROM held
  WHERE locktype = 'object' AND objid >= ${FIRST_USER_OID} AND database <> 0
UNION ALL ${CATALOG_DELTA}`;

/** Nothing but lookups by oid: the planner takes a small catalog for one that is better read from end to end. */
const BY_OID = ['seqscan', 'bitmapscan', 'hashjoin', 'mergejoin']
  .map((how) => `SET LOCAL enable_${how} = off`)
  .join('; ');

/** Counters of what is committed, for statements outside transactions. */
const COMMITTED = `${moment('clock_timestamp()')}
UNION ALL SELECT 'table', relid::text, NULL, coalesce(seq_scan, 0)::text, n_tup_ins::text, n_tup_upd::text, n_tup_del::text FROM pg_stat_user_tables`;

/** What two looks around a statement have seen. */
export interface Seen {
  /** Has the counters of tables that were not at zero when the transaction began. */
  before: Activity;
  after: Activity;
  /** The rows of the second look, for the catalogs. */
  rows: Row[];
  /** What COMMIT was refused with. */
  refusedCommit: PostgresError | null;
}

/** Looks with statements that are planned once: planning takes as long as running them. */
export class Eyes {
  readonly #session: Session;
  #names: { before: string; after: string } | null = null;

  constructor(session: Session) {
    this.#session = session;
  }

  /** The prepared statements are gone. */
  forget(): void {
    this.#names = null;
  }

  /** Before the first look: in no transaction, so that no counter is left from what ran unseen. */
  async open(): Promise<void> {
    await this.#flush();
    if (this.#names !== null) return;
    const { before, after } = await this.#prepared();
    // The first run makes the plan that all others use.
    await this.#session.query(`BEGIN; ${BY_OID}; EXECUTE ${before}; EXECUTE ${after}; COMMIT`);
  }

  /** Runs a statement between two looks; `alone`: in a transaction of its own. All is sent at once. Throws its refusal. */
  async watch(sql: string, alone: boolean): Promise<Seen> {
    const { before, after } = await this.#prepared();
    const queries = alone
      ? [`BEGIN; EXECUTE ${before}`, sql, `EXECUTE ${after}`, 'COMMIT']
      : [`EXECUTE ${before}`, sql, `EXECUTE ${after}`];
    const [first, ran, last, commit] = await this.#session.queryAll(queries);
    if (ran instanceof PostgresError) throw ran;
    const { rows } = resultOf(last);
    return {
      before: readActivity(resultOf(first).rows),
      after: readActivity(rows),
      rows,
      refusedCommit: commit instanceof PostgresError ? commit : null,
    };
  }

  /** A look into a transaction that is open. */
  async look(): Promise<Activity> {
    const { after } = await this.#prepared();
    return readActivity((await this.#session.query(`EXECUTE ${after}`)).rows);
  }

  /** What is committed. */
  async lookOutside(): Promise<Activity> {
    await this.#flush();
    return readActivity((await this.#session.query(COMMITTED)).rows);
  }

  /** False where the server can't: before 15. */
  async #flush(): Promise<QueryResult | null> {
    return this.#session.query('SELECT pg_stat_force_next_flush()').catch(() => null);
  }

  async #prepared(): Promise<{ before: string; after: string }> {
    if (this.#names === null) {
      prepared++;
      const names = { before: `migration_safety_before_${prepared}`, after: `migration_safety_after_${prepared}` };
      const { rows } = await this.#session.query(
        `SELECT 1 FROM pg_proc WHERE proname = 'pg_stat_force_next_flush' AND pronamespace = 'pg_catalog'::regnamespace`,
      );
      const first = rows.length > 0 ? BEFORE : BEFORE_WITH_COUNTERS;
      await this.#session.query(`PREPARE ${names.before} AS ${first}; PREPARE ${names.after} AS ${AFTER}`);
      this.#names = names;
    }
    return this.#names;
  }
}

/** Makes names of prepared statements that no session has seen. */
let prepared = 0;
