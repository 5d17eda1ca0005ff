/** What every stage of a run stands on: the baseline, built once where the server copies databases, else each time. */
import type { Obstacle } from './baseline.js';
import { claimRoles } from './made-roles.js';
import type { MissingExtensions } from './missing-extension.js';
import type { ScratchDatabase, Server } from './servers/server.js';
import { type Groundwork, layGroundwork, openStage, type Stage } from './stage.js';

export class Foundation {
  readonly #server: Server;
  readonly #groundwork: Groundwork;
  readonly #missing: MissingExtensions;
  #base: ScratchDatabase | null = null;

  constructor(server: Server, groundwork: Groundwork, missing: MissingExtensions) {
    this.#server = server;
    this.#groundwork = groundwork;
    this.#missing = missing;
  }

  /** A database where the change starts; what stands in the way is the result. */
  async stage(): Promise<Stage | { obstacle: Obstacle }> {
    const scratch = await this.#standing();
    if ('obstacle' in scratch) return scratch;
    const stage = await openStage(scratch, this.#server, this.#missing);
    await claimRoles(stage.session, scratch, this.#groundwork.roles ?? []);
    return stage;
  }

  /** Drops what the stages were copied from. They must be gone. */
  async close(): Promise<void> {
    await this.#base?.drop();
    this.#base = null;
  }

  async #standing(): Promise<ScratchDatabase | { obstacle: Obstacle }> {
    const { bootstrap, scripts } = this.#groundwork;
    // An empty database is as quickly made as copied.
    const worthACopy = this.#server.capabilities.templates && bootstrap.length + scripts.length > 0;
    if (!worthACopy) return this.#build();
    if (this.#base === null) {
      const built = await this.#build();
      if ('obstacle' in built) return built;
      this.#base = built;
    }
    return this.#base.copy?.() ?? this.#build();
  }

  async #build(): Promise<ScratchDatabase | { obstacle: Obstacle }> {
    const scratch = await this.#server.createScratch();
    try {
      const obstacle = await layGroundwork(scratch, this.#groundwork, this.#missing);
      if (obstacle === null) return scratch;
      await scratch.drop();
      return { obstacle };
    } catch (error) {
      await scratch.drop();
      throw error;
    }
  }
}
