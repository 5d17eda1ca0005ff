/** The start of every stage of a run: the baseline, taken from an earlier run or built, and copied where that is quicker. */

import { groundworkKeys } from '../../servers/baseline-cache/keys.js';
import type { ScratchDatabase, Server } from '../../servers/server.js';
import { claimRoles } from './made-roles.js';
import type { MissingExtensions } from './missing-extension.js';
import type { Obstacle } from './send.js';
import { type Groundwork, layGroundwork, leaveOutForPsql, openStage, type Stage } from './stage.js';

type BuiltBaseline = ScratchDatabase | { obstacle: Obstacle };

/** Where the work begins, and what is still to be done there. */
interface Ground {
  scratch: ScratchDatabase;
  rest: Groundwork;
  /** How many scripts an earlier run had run. */
  fromCache: number;
}

export class BaselineDatabases {
  readonly #server: Server;
  readonly #groundwork: Groundwork;
  readonly #missing: MissingExtensions;
  readonly #below: BaselineDatabases | null;
  /** What the stages are copied from. */
  #base: ScratchDatabase | null = null;
  #worthACopy = false;
  #fromCache = 0;

  /** `below`: what it is laid on, as soon as that has been built. */
  constructor(
    server: Server,
    groundwork: Groundwork,
    missing: MissingExtensions,
    below: BaselineDatabases | null = null,
  ) {
    this.#server = server;
    this.#groundwork = groundwork;
    this.#missing = missing;
    this.#below = below;
  }

  /** How many scripts, of these databases and of those below, an earlier run had run. */
  get fromCache(): number {
    return this.#fromCache;
  }

  /** A database where the change starts; what prevents it is the result. */
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

  /** The database that stages are copied from, for others to copy or, if no stage is to follow, to change. */
  async base(): Promise<BuiltBaseline> {
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

  async #open(scratch: ScratchDatabase): Promise<Stage> {
    const stage = await openStage(scratch, this.#server, this.#missing);
    await claimRoles(stage.session, scratch, this.#groundwork.roles ?? []);
    return stage;
  }

  async #standing(): Promise<BuiltBaseline> {
    const { bootstrap, scripts } = this.#all();
    // An empty database is as quickly made as copied.
    if (bootstrap.length + scripts.length === 0) return this.#build();
    const base = await this.base();
    if ('obstacle' in base) return base;
    const copy = this.#worthACopy ? await base.copy?.() : null;
    if (copy) return copy;
    // The stage gets it itself.
    this.#base = null;
    return base;
  }

  /** From an earlier run, as far as that goes; what is built is kept for the next. */
  async #build(): Promise<BuiltBaseline> {
    const kept = await this.#resumed();
    const ground = kept ?? (await this.#ground());
    if ('obstacle' in ground) return ground;
    const start = performance.now();
    const scratch = kept?.scratch ?? (await this.#lay(ground, this.#missing));
    if ('obstacle' in scratch) return scratch;
    const { capabilities, copyMs, keepMs } = this.#server;
    const took = performance.now() - start;
    this.#fromCache = ground.fromCache;
    this.#worthACopy = capabilities.templates && (took > copyMs || kept !== null);
    const isNew = this.#fromCache < this.#all().scripts.length;
    const worthKeeping = isNew && (took > keepMs || kept !== null) && this.#missing.none;
    if (worthKeeping) await scratch.keep?.(this.#keys()[0] as string);
    return scratch;
  }

  /** What an earlier run kept of these databases, and not of those below, with the rest laid on it. */
  async #resumed(): Promise<Ground | null> {
    const { scripts } = this.#all();
    const keys = this.#keys();
    const own = this.#below === null ? keys : keys.slice(0, this.#groundwork.scripts.length);
    const kept = await this.#server.kept?.(own);
    if (!kept) return null;
    const { scratch, key } = kept;
    const fromCache = scripts.length - keys.indexOf(key);
    const ground = { scratch, rest: { bootstrap: [], scripts: scripts.slice(fromCache) }, fromCache };
    const missing = this.#missing.another();
    const laid = await this.#lay(ground, missing);
    if ('obstacle' in laid) return null;
    if (!missing.none) {
      // The rest may rely on more than the database, such as what a session remembers: then from the beginning.
      await scratch.drop();
      return null;
    }
    for (const script of scripts) leaveOutForPsql(script, this.#missing);
    return ground;
  }

  async #ground(): Promise<Ground | { obstacle: Obstacle }> {
    const below = this.#below;
    const scratch = below === null ? await this.#server.createScratch() : await below.#standing();
    if ('obstacle' in scratch) return scratch;
    return { scratch, rest: this.#groundwork, fromCache: below?.fromCache ?? 0 };
  }

  async #lay({ scratch, rest }: Ground, missing: MissingExtensions): Promise<BuiltBaseline> {
    try {
      // The role that applied it to production wasn't stopped by a policy.
      const obstacle = await scratch.pastRowSecurity(() => layGroundwork(scratch, rest, missing));
      if (obstacle === null) return scratch;
      await scratch.drop();
      return { obstacle };
    } catch (error) {
      await scratch.drop();
      throw error;
    }
  }

  #keys(): string[] {
    return groundworkKeys(this.#all());
  }

  #all(): Groundwork {
    const { bootstrap, scripts, extensions = [] } = this.#groundwork;
    const below: Groundwork = this.#below === null ? { bootstrap: [], scripts: [] } : this.#below.#all();
    return {
      bootstrap: [...below.bootstrap, ...bootstrap],
      extensions: [...(below.extensions ?? []), ...extensions],
      scripts: [...below.scripts, ...scripts],
    };
  }
}
