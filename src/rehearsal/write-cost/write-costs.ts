/** Measures what writes cost around a migration, on the tables that it makes dearer to write to. */
import type { WriteCostReport } from '../../report-schema/types.js';
import type { ChangeSession } from '../../servers/server.js';
import type { Stage } from '../ground/stage.js';
import { onSession } from '../rerun/copies.js';
import { compareCosts, type WriteTarget } from './compare.js';
import { measureWrites, type TableCost } from './measure.js';

export class WriteCosts {
  readonly #stage: Stage;
  #before: { target: WriteTarget; cost: TableCost }[] = [];

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  async before(targets: WriteTarget[]): Promise<void> {
    this.#before = [];
    if (targets.length === 0) return;
    await this.#inSession(async (session) => {
      for (const target of targets) {
        const cost = await measureWrites(session, target);
        if (cost) this.#before.push({ target, cost });
      }
    });
  }

  /** To be called when the migration has been applied. Leaves out what can no longer be measured. */
  async after(): Promise<{ target: WriteTarget; cost: WriteCostReport }[]> {
    if (this.#before.length === 0) return [];
    return this.#inSession(async (session) => {
      const out: { target: WriteTarget; cost: WriteCostReport }[] = [];
      for (const { target, cost } of this.#before) {
        const now = await measureWrites(session, target);
        if (!now) continue;
        out.push({ target, cost: compareCosts(target, cost, now) });
      }
      return out;
    });
  }

  /** Whatever the change made of a table is run when rows are written to it: with the change's rights, then. */
  async #inSession<T>(work: (session: ChangeSession) => Promise<T>): Promise<T> {
    const { multiSession, scratch, session } = this.#stage;
    return scratch.asReplica(() => (multiSession ? onSession(scratch, work) : work(session)));
  }
}
