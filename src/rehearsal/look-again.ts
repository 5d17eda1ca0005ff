/** What a migration broke is tried once more where the whole change has been applied: a later migration may have mended it. */
import { PostgresError } from '../servers/server.js';
import type { Stage } from './ground/stage.js';
import type { WorkingAgain } from './mended.js';

/** Tries what failed once more: what works then, as `wordOf` names it. */
export type Again = () => Promise<ReadonlySet<string>>;

/** Which migration of the change it is, and where its findings stand. */
interface BrokenMigration {
  index: number;
  path: string;
}

export class LookAgain {
  readonly #looks: (BrokenMigration & { stage: Stage; again: Again })[] = [];
  readonly #working = new Map<string, Set<string>>();

  /** By the path of a script, what it broke and works at the end. */
  get working(): WorkingAgain {
    return this.#working;
  }

  /** To be tried on this very stage, and on no other. */
  add(stage: Stage, broken: BrokenMigration, again: readonly Again[]): void {
    this.#looks.push(...again.map((one) => ({ ...broken, stage, again: one })));
  }

  /** `last`: the migration that has just been applied there, and that none follows. */
  async atEnd(stage: Stage, last: number): Promise<void> {
    for (const { index, path, stage: its, again } of this.#looks) {
      if (its !== stage || index >= last) continue;
      const works = this.#working.get(path) ?? new Set();
      for (const word of await again().catch(nothingIfRefused)) works.add(word);
      this.#working.set(path, works);
    }
  }
}

/** A later migration may have changed the database so that a query of ours fails: then nothing is known to be mended. */
function nothingIfRefused(error: unknown): ReadonlySet<string> {
  if (error instanceof PostgresError) return new Set();
  throw error;
}
