/** What a statement did: asked in its transaction where only that knows, from another session where that sees it. */

/** The first oid that Postgres gives to what users make. */
const FIRST_USER_OID = 16384;

/** Milliseconds since 1970 of a timestamp, as text. */
const millis = (timestamp: string) => `(extract(epoch FROM ${timestamp}) * 1000)::text`;

/** The server's state, and three more columns. */
const moment = (timestamp: string, more = 'NULL, NULL, NULL') =>
  `SELECT 'server', (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::text, current_setting('lock_timeout'), ${millis(timestamp)}, ${more}`;

/** Counters of this transaction (manual 28.2). */
const COUNTERS = ['numscans', 'tuples_inserted', 'tuples_updated', 'tuples_deleted'];
const COUNTED = COUNTERS.map((counter) => `pg_stat_get_xact_${counter}(relation)::text`).join(', ');

/** The catalogs that say what relations are like; the transaction's counters show whether it wrote into one. */
const CATALOGS = ['pg_class', 'pg_attribute', 'pg_attrdef', 'pg_index', 'pg_constraint'];
const wrote = (catalogs: readonly string[]) =>
  `${['inserted', 'updated', 'deleted']
    .flatMap((what) => catalogs.map((name) => `pg_stat_get_xact_tuples_${what}('${name}'::regclass)`))
    .join(' + ')} > 0`;

/** What the transaction has written into, in one word each. */
const WROTE = `concat_ws(' ', CASE WHEN ${wrote(CATALOGS)} THEN 'relations' END, CASE WHEN ${wrote(['pg_proc', 'pg_trigger'])} THEN 'programs' END)`;

/** A schema of another name renames all that is in it. */
const SCHEMA_CHANGED = `pg_stat_get_xact_tuples_updated('pg_namespace'::regclass) > 0`;

/** Whether code of the change's may still run when the transaction is committed: deferred triggers, cursors that outlive it. */
const AT_COMMIT = `EXISTS (SELECT 1 FROM pg_trigger WHERE tgdeferrable AND NOT tgisinternal)
  OR EXISTS (SELECT 1 FROM pg_constraint WHERE contype = 'x' AND condeferrable) OR EXISTS (SELECT 1 FROM pg_cursors WHERE is_holdable)`;

/**
 * Before a statement. Counters stay in until they are flushed, also those of what was rolled back. This makes the end of
 * the transaction flush them, so that the next one starts from zero.
 */
const BEFORE = `${moment('clock_timestamp()')} FROM pg_stat_force_next_flush()`;

/**
 * After a statement. Reads system catalogs only, so that it adds no lock that it would report. What scans or writes a
 * table holds a lock on it. The statement ended when this query's message was read.
 */
const AFTER = `
WITH held AS MATERIALIZED (SELECT locktype, relation, classid, objid, database, mode FROM pg_locks WHERE pid = pg_backend_pid() AND granted)
${moment('statement_timestamp()', `${WROTE}, (${SCHEMA_CHANGED})::text, (${AT_COMMIT})::text`)}
UNION ALL SELECT 'lock', relation::text, mode, ${COUNTED} FROM held WHERE relation >= ${FIRST_USER_OID} AND locktype = 'relation'
UNION ALL SELECT 'object', pg_describe_object(classid, objid, 0), mode, NULL, NULL, NULL, NULL FROM held
  WHERE locktype = 'object' AND objid >= ${FIRST_USER_OID} AND database <> 0`;

/** The same locks, seen from another session. `$1`: the process that holds them. */
const HELD = `
SELECT 'lock', relation::text, mode FROM pg_locks
WHERE pid = $1::int AND granted AND relation >= ${FIRST_USER_OID} AND locktype = 'relation'`;

/** Counters of what is committed, for statements outside transactions. */
const COMMITTED = `${moment('clock_timestamp()')}
UNION ALL SELECT 'table', relid::text, NULL, coalesce(seq_scan, 0)::text, n_tup_ins::text, n_tup_upd::text, n_tup_del::text FROM pg_stat_user_tables`;

/**
 * Relations (r), columns (c) and constraints (k) of the relations that `which` selects. Reads system catalogs only, so
 * that it takes no lock on what it looks at. Seven columns of text, as in every look.
 */
const relations = (which: string) => `
SELECT 'r', c.oid::text, n.nspname::text, c.relname::text, concat(c.relkind, ' ', coalesce(i.indrelid, h.inhparent)), c.relfilenode::text, i.indisvalid::text
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_index i ON i.indexrelid = c.oid
  LEFT JOIN pg_inherits h ON h.inhrelid = c.oid AND c.relispartition WHERE c.oid ${which} AND n.nspname <> 'pg_toast'
UNION ALL
SELECT 'c', attrelid::text, attnum::text, attname::text, concat(atttypid::oid, ' ', atttypmod, CASE WHEN attnotnull THEN ' not null' END, ' ',
  CASE WHEN atthasdef THEN (SELECT md5(adbin::text) FROM pg_attrdef WHERE adrelid = attrelid AND adnum = attnum) END), NULL, NULL
FROM pg_attribute WHERE attrelid ${which} AND attnum > 0 AND NOT attisdropped
UNION ALL
SELECT 'k', conrelid::text, oid::text, conname::text, contype::text || convalidated::text, NULL, NULL FROM pg_constraint
WHERE conrelid ${which} AND contype IN ('c', 'f', 'p', 'u', 'x')`;

/** Rows that depend on a relation: of a view or rule, a policy, a default. */
const depending = (catalog: string, relation: string, more = '') => `
SELECT 'rows', x.${relation}::text, d.refobjid::text, NULL FROM ${catalog} x
  JOIN pg_depend d ON d.classid = '${catalog}'::regclass AND d.objid = x.oid AND d.refclassid = 'pg_class'::regclass
WHERE d.refobjid = ANY ($1::oid[]) AND d.refobjid <> x.${relation}${more}`;

/**
 * The ways in which others come to relations: how, through which, to which, and what more there is to say. A materialized view is
 * filled by whoever refreshes it. A default takes no lock on the sequence that it asks, but on its table. `$1`: the oids.
 */
const SHOWN = `
SELECT 'child', inhparent::text, inhrelid::text, (pg_relation_size(inhrelid) > 0)::text FROM pg_inherits WHERE inhrelid = ANY ($1::oid[])
UNION ALL ${depending('pg_rewrite', 'ev_class', " AND (SELECT c.relkind FROM pg_class c WHERE c.oid = x.ev_class) <> 'm'")}
UNION ALL ${depending('pg_policy', 'polrelid')}
UNION ALL ${depending('pg_attrdef', 'adrelid')}
UNION ALL SELECT 'rows', x.adrelid::text, d.refobjid::text, NULL FROM pg_attrdef x
  JOIN pg_depend d ON d.classid = 'pg_attrdef'::regclass AND d.objid = x.oid AND d.refclassid = 'pg_class'::regclass
  WHERE x.adrelid = ANY ($1::oid[]) AND d.refobjid <> x.adrelid
UNION ALL SELECT 'keys', conrelid::text, confrelid::text, NULL FROM pg_constraint WHERE contype = 'f' AND confrelid = ANY ($1::oid[])
UNION ALL SELECT 'keys', NULL, prrelid::text, NULL FROM pg_publication_rel WHERE prrelid = ANY ($1::oid[])`;

/** What triggers run: on which table, and its source. */
const PROGRAMS = `SELECT DISTINCT t.tgrelid::text, p.prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE NOT t.tgisinternal`;

/** Where a session waits for a lock: which one, those that it holds, and the sessions that block it. `$1`: its process. */
const WAITING = `
SELECT array_to_string(pg_blocking_pids($1::int), ','), l.locktype, l.relation::text, l.mode, l.granted::text, l.relation::regclass::text
FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid
WHERE a.pid = $1::int AND a.wait_event_type = 'Lock' AND (NOT l.granted OR l.relation >= ${FIRST_USER_OID})`;

/** Tables as the session's search_path finds them, ready for LOCK TABLE; an index means its table. `$1`: names. */
const TABLES = `
SELECT DISTINCT format('%I.%I', n.nspname, c.relname)
FROM unnest($1::text[]) w LEFT JOIN pg_index i ON i.indexrelid = to_regclass(w)
  JOIN pg_class c ON c.oid = coalesce(i.indrelid, to_regclass(w)) JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') ORDER BY 1`;

export const TRACE_QUERIES = {
  before: BEFORE,
  after: AFTER,
  held: HELD,
  committed: COMMITTED,
  flush: 'SELECT pg_stat_force_next_flush()',
  /** Since 18. */
  'can count wal': `SELECT 1 FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.proname = 'pg_stat_get_backend_wal' AND n.nspname = 'pg_catalog'`,
  /** `$1`: the process that wrote it. Counts what it has flushed. */
  'wal of': 'SELECT wal_bytes::text FROM pg_stat_get_backend_wal($1::int)',
  'own process': 'SELECT pg_backend_pid()',
  'old snapshot': 'SELECT 1 FROM pg_class LIMIT 1',
  relations: relations(`>= ${FIRST_USER_OID}`),
  /** `$1`: their oids. */
  'changed relations': relations('= ANY ($1::oid[])'),
  'shown relations': SHOWN,
  'trigger programs': PROGRAMS,
  waiting: WAITING,
  tables: TABLES,
};
