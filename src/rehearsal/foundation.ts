/** What every stage of a run stands on: the baseline, taken from an earlier run or built, and copied where that is quicker. */
import type { Obstacle } from './baseline.js';
import { groundworkKeys } from './kept/keys.js';
import type { MissingExtensions } from './missing-extension.js';
import type { ScratchDatabase, Server } from './servers/server.js';
import { type Groundwork, layGroundwork, openStage, type Stage } from './stage.js';

type Standing = ScratchDatabase | { obstacle: Obstacle };

export class Foundation {
  readonly #server: Server;
  readonly #groundwork: Groundwork;
  readonly #missing: MissingExtensions;
  /** What the stages are copied from. */
  #base: ScratchDatabase | null = null;
  #fromCache = 0;

  constructor(server: Server, groundwork: Groundwork, missing: MissingExtensions) {
    this.#server = server;
    this.#groundwork = groundwork;
    this.#missing = missing;
  }

  /** How many scripts of the baseline, the seed among them, an earlier run had run. */
  get fromCache(): number {
    return this.#fromCache;
  }

  /** A database where the change starts; what stands in the way is the result. */
  async stage(): Promise<Stage | { obstacle: Obstacle }> {
    const scratch = await this.#standing();
    return 'obstacle' in scratch ? scratch : openStage(scratch, this.#server, this.#missing);
  }

  /** Drops what the stages were copied from. They must be gone. */
  async close(): Promise<void> {
    await this.#base?.drop();
    this.#base = null;
  }

  async #standing(): Promise<Standing> {
    const { bootstrap, scripts } = this.#groundwork;
    // An empty database is as quickly made as copied.
    if (bootstrap.length + scripts.length === 0) return this.#build();
    if (this.#base === null) {
      const built = await this.#taken();
      if ('obstacle' in built.scratch || !built.worthACopy) return built.scratch;
      this.#base = built.scratch;
    }
    const copy = await this.#base.copy?.();
    if (copy) return copy;
    // It can't be copied: the first stage gets it itself.
    const base = this.#base;
    this.#base = null;
    return base;
  }

  /** From an earlier run, as far as that goes; what is built is kept for the next. */
  async #taken(): Promise<{ scratch: Standing; worthACopy: boolean }> {
    const { templates } = this.#server.capabilities;
    const keys = groundworkKeys(this.#groundwork);
    const { scripts } = this.#groundwork;
    const start = performance.now();
    const kept = (await this.#server.kept?.(keys)) ?? null;
    const done = kept === null ? 0 : scripts.length - keys.indexOf(kept.key);
    if (kept !== null && done === scripts.length) {
      this.#fromCache = done;
      return { scratch: kept.scratch, worthACopy: templates };
    }
    const rest = kept && (await this.#build(kept.scratch, { bootstrap: [], scripts: scripts.slice(done) }));
    // What follows may have relied on more than the database, such as what a session remembers: then from the beginning.
    const scratch = rest === null || 'obstacle' in rest ? await this.#build() : rest;
    if (scratch === rest) this.#fromCache = done;
    if ('obstacle' in scratch) return { scratch, worthACopy: false };
    const { copyMs, keepMs } = this.#server;
    const took = performance.now() - start;
    if ((took > keepMs || this.#fromCache > 0) && this.#missing.none) await scratch.keep?.(keys[0] as string);
    return { scratch, worthACopy: templates && (took > copyMs || this.#fromCache > 0) };
  }

  async #build(on?: ScratchDatabase, groundwork: Groundwork = this.#groundwork): Promise<Standing> {
    const scratch = on ?? (await this.#server.createScratch());
    try {
      const obstacle = await layGroundwork(scratch, groundwork, this.#missing);
      if (obstacle === null) return scratch;
      await scratch.drop();
      return { obstacle };
    } catch (error) {
      await scratch.drop();
      throw error;
    }
  }
}
