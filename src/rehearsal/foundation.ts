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
  readonly #below: Foundation | null;
  #base: ScratchDatabase | null = null;

  /** `below`: what it is laid on, where the server copies databases. */
  constructor(server: Server, groundwork: Groundwork, missing: MissingExtensions, below: Foundation | null = null) {
    this.#server = server;
    this.#groundwork = groundwork;
    this.#missing = missing;
    this.#below = below;
  }

  /** A database where the change starts; what stands in the way is the result. */
  async stage(): Promise<Stage | { obstacle: Obstacle }> {
    const scratch = await this.#standing();
    return 'obstacle' in scratch ? scratch : this.#open(scratch);
  }

  /** The same, for the last time: where there is one to copy, it is that one. */
  async lastStage(): Promise<Stage | { obstacle: Obstacle }> {
    const base = this.#base;
    if (base === null) return this.stage();
    this.#base = null;
    return this.#open(base);
  }

  async #open(scratch: ScratchDatabase): Promise<Stage> {
    const stage = await openStage(scratch, this.#server, this.#missing);
    await claimRoles(stage.session, scratch, this.#groundwork.roles ?? []);
    return stage;
  }

  /** The database that stages are copied from, for others to copy. Needs a server with `templates`. */
  async base(): Promise<ScratchDatabase | { obstacle: Obstacle }> {
    if (this.#base === null) {
      const built = await this.#build();
      if ('obstacle' in built) return built;
      this.#base = built;
    }
    return this.#base;
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
    const base = await this.base();
    return 'obstacle' in base ? base : (base.copy?.() ?? this.#build());
  }

  async #build(): Promise<ScratchDatabase | { obstacle: Obstacle }> {
    const ground = await this.#ground();
    if ('obstacle' in ground) return ground;
    const { scratch, groundwork } = ground;
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

  /** Where the work begins, and what is to be done there. */
  async #ground(): Promise<{ scratch: ScratchDatabase; groundwork: Groundwork } | { obstacle: Obstacle }> {
    const below = await (this.#server.capabilities.templates ? this.#below?.base() : undefined);
    if (below !== undefined && 'obstacle' in below) return below;
    const copy = await below?.copy?.();
    if (copy) return { scratch: copy, groundwork: this.#groundwork };
    return { scratch: await this.#server.createScratch(), groundwork: this.#all() };
  }

  #all(): Groundwork {
    if (this.#below === null) return this.#groundwork;
    const { bootstrap, scripts } = this.#below.#all();
    const own = this.#groundwork;
    return { bootstrap: [...bootstrap, ...own.bootstrap], scripts: [...scripts, ...own.scripts] };
  }
}
