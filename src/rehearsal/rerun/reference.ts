/** The schemas that a second run and a rollback are held against. */
import type { Script } from '../../model.js';
import type { Difference } from '../../report-schema/types.js';
import type { ScratchDatabase } from '../../servers/server.js';
import { resetSession } from '../ground/session.js';
import { runScript } from '../run/apply.js';
import { compareSnapshots, isLarge, type Snapshot, takeSnapshot } from '../snapshot/snapshot.js';
import { onCopy, onSession } from './copies.js';

/** Before a migration, and after it has come to its end. */
export interface Schemas {
  before: Snapshot;
  after: Snapshot;
}

/**
 * What the rehearsal saw; where that differs and it had rows (`seeded`), what an undisturbed run on a copy of `base`, which
 * has none, leads to: rows may decide what a script does.
 */
export class Reference {
  readonly #base: ScratchDatabase;
  readonly #up: Script;
  readonly #seen: Schemas;
  #own: Promise<Schemas | null> | undefined;
  #start: Snapshot | undefined;

  constructor(base: ScratchDatabase, up: Script, seen: Schemas, seeded: boolean) {
    this.#base = base;
    this.#up = up;
    this.#seen = seen;
    if (seeded) return;
    this.#own = Promise.resolve(seen);
    // What was there before the change is in `base` as it was in the rehearsal; all else has been written there since.
    this.#start = seen.before;
  }

  /** The schema that the copies of `base` begin with, where knowing it saves reading a large one again and again. */
  async knowStart(): Promise<void> {
    if (isLarge(this.#seen.before)) this.#start ??= await takeSnapshot(this.#base);
  }

  /** What a snapshot of a copy may be made from; undefined where it is read anew each time. */
  get start(): Snapshot | undefined {
    return this.#start;
  }

  /** How a schema differs from the one before or after the migration. */
  async differences(when: keyof Schemas, schema: Snapshot): Promise<Difference[]> {
    const seen = compareSnapshots(this.#seen[when], schema);
    if (seen.length === 0) return seen;
    const own = await this.#schemas();
    return own === null ? seen : compareSnapshots(own[when], schema);
  }

  /** Whether the migration applies without rows: else what fails or differs has another reason. */
  async appliesWithoutRows(): Promise<boolean> {
    return (await this.#schemas()) !== null;
  }

  #schemas(): Promise<Schemas | null> {
    this.#own ??= this.#derive();
    return this.#own;
  }

  #derive(): Promise<Schemas | null> {
    return onCopy(this.#base, (copy) =>
      onSession(copy, async (session) => {
        await resetSession(session);
        const before = this.#start ?? (await takeSnapshot(copy));
        if (!(await runScript(session, this.#up, null)).complete) return null;
        await resetSession(session);
        return { before, after: await takeSnapshot(copy, before) };
      }),
    );
  }
}
