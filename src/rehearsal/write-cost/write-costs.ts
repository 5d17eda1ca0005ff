/** Measures what writes cost around a migration, on the tables that it makes dearer to write to. */
import type { WriteCostReport } from '../../model.js';
import { ident, literal } from '../seed/quote.js';
import type { Session } from '../servers/server.js';
import type { Stage } from '../stage.js';
import { compareCosts, type Target } from './compare.js';
import { measureWrites, type TableCost } from './measure.js';

export class WriteCosts {
  readonly #stage: Stage;
  #before: { target: Target; cost: TableCost; versions: Versions }[] = [];
  #since = '0';

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  async before(targets: Target[]): Promise<void> {
    this.#before = [];
    if (targets.length === 0) return;
    await this.#asAdmin(async (admin) => {
      for (const target of targets) {
        const cost = await measureWrites(admin, target);
        if (cost) this.#before.push({ target, cost, versions: await versions(admin, target, this.#since) });
      }
      this.#since = (await admin.query('SELECT pg_current_xact_id()')).rows[0]?.[0] ?? '0';
    });
  }

  /** To be called when the migration has been applied. Leaves out what can no longer be measured. */
  async after(): Promise<{ target: Target; cost: WriteCostReport }[]> {
    if (this.#before.length === 0) return [];
    return this.#asAdmin(async (admin) => {
      const out: { target: Target; cost: WriteCostReport }[] = [];
      for (const { target, cost, versions: was } of this.#before) {
        const dead = deadPercent(was, await versions(admin, target, this.#since));
        const now = await measureWrites(admin, target);
        if (!now) continue;
        out.push({ target, cost: compareCosts(target, cost, now, dead) });
      }
      return out;
    });
  }

  async #asAdmin<T>(work: (admin: Session) => Promise<T>): Promise<T> {
    const { multiSession, scratch, session } = this.#stage;
    if (!multiSession) return work(session);
    const admin = await scratch.connectAdmin();
    try {
      return await work(admin);
    } finally {
      await admin.close();
    }
  }
}

interface Versions {
  rows: number;
  /** Rows that were written since. */
  written: number;
  /** The file that holds the table: a rewrite makes another, without dead rows. */
  file: string;
}

/** `since`: a transaction id. */
async function versions(admin: Session, { schema, name }: Target, since: string): Promise<Versions> {
  const sql = `${ident(schema)}.${ident(name)}`;
  const { rows } = await admin.query(
    `SELECT count(*), count(*) FILTER (WHERE xmin::text::bigint >= ${since}), pg_relation_filenode(${literal(sql)}::regclass) FROM ${sql}`,
  );
  const [count, written, file] = rows[0] ?? [];
  return { rows: Number(count), written: Number(written), file: file ?? '' };
}

/** Row versions that UPDATE and DELETE left behind, for each 100 rows. */
function deadPercent(before: Versions, now: Versions): number {
  if (before.file !== now.file || before.rows === 0) return 0;
  const inserted = Math.max(0, now.rows - before.rows);
  const deleted = Math.max(0, before.rows - now.rows);
  return Math.round((100 * (now.written - inserted + deleted)) / before.rows);
}
