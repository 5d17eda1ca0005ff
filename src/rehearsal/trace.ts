/** What a statement did, read off the catalogs on the migration's own connection (manual 53.13 pg_locks, 28.2 statistics). */
import type { LockReport, StatementReport } from '../model.js';
import { shortName } from '../schema/objects.js';
import { blockedBy, compareLockModes, lockModeFromCatalog } from '../sql/locks.js';
import type { Session } from './servers/server.js';

/** The first oid that Postgres gives to what users make. */
const FIRST_USER_OID = 16384;

/** Run first after a statement: other catalog queries take locks of their own. */
const LOCKS = `SELECT relation, mode FROM pg_locks
WHERE pid = pg_backend_pid() AND granted AND locktype = 'relation' AND relation >= ${FIRST_USER_OID}`;

const RELATIONS = `SELECT c.oid, n.nspname || '.' || c.relname, c.relkind, coalesce(pg_relation_filenode(c.oid), 0), i.indisvalid
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_index i ON i.indexrelid = c.oid
WHERE c.oid >= ${FIRST_USER_OID} AND n.nspname <> 'pg_toast' AND n.nspname NOT LIKE 'pg\\_%temp%'`;

/** Counters of earlier transactions stay until they are flushed: only differences mean something. */
const SCANS = 'SELECT relid, coalesce(seq_scan, 0) FROM pg_stat_xact_user_tables';

const WAL = "SELECT pg_current_wal_insert_lsn() - '0/0'";

interface Relation {
  name: string;
  kind: string;
  filenode: string;
  valid: boolean;
}

export type Relations = Map<string, Relation>;

type Facts = Pick<StatementReport, 'locks' | 'rewrites' | 'scans' | 'invalidIndexes' | 'durationMs' | 'walBytes'>;

interface State {
  relations: Relations;
  scans: Map<string, number>;
  wal: number;
  locks: Set<string>;
}

/** The relations that exist now. */
export async function readRelations(session: Session): Promise<Relations> {
  const { rows } = await session.query(RELATIONS);
  return new Map(
    rows.map(([oid, name, kind, filenode, valid]) => [
      String(oid),
      { name: String(name), kind: String(kind), filenode: String(filenode), valid: valid !== 'f' },
    ]),
  );
}

/** Observes statements one after the other. `existing`: what stood before the change; the rest is new. */
export class Tracer {
  readonly #session: Session;
  readonly #existing: Relations;

  constructor(session: Session, existing: Relations) {
    this.#session = session;
    this.#existing = existing;
  }

  /** Runs `action` and returns what it did. Locks are seen only inside a transaction that is still open after it. */
  async observe(action: () => Promise<unknown>, inTransaction: boolean): Promise<Facts> {
    const before = await this.#read(inTransaction);
    const start = performance.now();
    await action();
    const durationMs = performance.now() - start;
    const locks = inTransaction ? await this.#readLocks() : new Set<string>();
    const after = { ...(await this.#read(false)), scans: await this.#readScans(inTransaction) };
    const invalid = [...after.relations.values()].filter(({ valid }) => !valid);
    return {
      locks: inTransaction ? this.#locksTaken(before, locks, after.relations) : null,
      rewrites: rewritten(before.relations, after.relations),
      scans: scanned(before, after),
      invalidIndexes: invalid.map(({ name }) => shortName(name)),
      durationMs,
      walBytes: Math.max(0, after.wal - before.wal),
    };
  }

  async #read(inTransaction: boolean): Promise<State> {
    const locks = inTransaction ? await this.#readLocks() : new Set<string>();
    const scans = await this.#readScans(inTransaction);
    const relations = await readRelations(this.#session);
    const { rows } = await this.#session.query(WAL);
    return { relations, scans, wal: Number(rows[0]?.[0] ?? 0), locks };
  }

  async #readScans(inTransaction: boolean): Promise<Map<string, number>> {
    if (!inTransaction) return new Map();
    const { rows } = await this.#session.query(SCANS);
    return new Map(rows.map(([relid, scans]) => [String(relid), Number(scans)]));
  }

  async #readLocks(): Promise<Set<string>> {
    const { rows } = await this.#session.query(LOCKS);
    return new Set(rows.map(([relation, mode]) => `${relation} ${mode}`));
  }

  /** The strongest newly taken mode for each relation; what a rewrite made in passing is nobody's business. */
  #locksTaken(before: State, locks: Set<string>, after: Relations): LockReport[] {
    const strongest = new Map<string, LockReport>();
    for (const lock of locks) {
      if (before.locks.has(lock)) continue;
      const [oid = '', catalogMode = ''] = lock.split(' ');
      const mode = lockModeFromCatalog(catalogMode);
      const name = (before.relations.get(oid) ?? after.get(oid))?.name;
      if (mode === undefined || name === undefined) continue;
      const known = strongest.get(oid);
      if (known && compareLockModes(known.mode, mode) >= 0) continue;
      const isNew = !this.#existing.has(oid);
      strongest.set(oid, { relation: shortName(name), mode, blocks: blockedBy(mode), isNew });
    }
    return [...strongest.values()].sort(
      (a, b) => compareLockModes(b.mode, a.mode) || (a.relation < b.relation ? -1 : 1),
    );
  }
}

/** Storage that changed under the same relation. An index that only got a new catalog entry keeps its file. */
function rewritten(before: Relations, after: Relations): string[] {
  const names: string[] = [];
  for (const [oid, relation] of after) {
    const old = before.get(oid);
    if (old && old.filenode !== '0' && old.filenode !== relation.filenode) names.push(shortName(relation.name));
  }
  return names.sort();
}

function scanned(before: State, after: State): string[] {
  const names: string[] = [];
  for (const [oid, count] of after.scans) {
    if (count <= (before.scans.get(oid) ?? 0)) continue;
    const relation = before.relations.get(oid) ?? after.relations.get(oid);
    if (relation) names.push(shortName(relation.name));
  }
  return names.sort();
}
