/** Measures what writes cost around a migration, on the tables that it makes dearer to write to. */
import type { WriteCostReport } from '../../model.js';
import type { Session } from '../servers/server.js';
import type { Stage } from '../stage.js';
import { compareCosts, type Target } from './compare.js';
import { measureWrites, type TableCost } from './measure.js';

export class WriteCosts {
  readonly #stage: Stage;
  #before: { target: Target; cost: TableCost }[] = [];

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  async before(targets: Target[]): Promise<void> {
    this.#before = [];
    if (targets.length === 0) return;
    await this.#asAdmin(async (admin) => {
      for (const target of targets) {
        const cost = await measureWrites(admin, target);
        if (cost) this.#before.push({ target, cost });
      }
    });
  }

  /** To be called when the migration has been applied. Leaves out what can no longer be measured. */
  async after(): Promise<{ target: Target; cost: WriteCostReport }[]> {
    if (this.#before.length === 0) return [];
    return this.#asAdmin(async (admin) => {
      const out: { target: Target; cost: WriteCostReport }[] = [];
      for (const { target, cost } of this.#before) {
        const now = await measureWrites(admin, target);
        if (!now) continue;
        out.push({ target, cost: compareCosts(target, cost, now) });
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
