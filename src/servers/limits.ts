/** What a run may take. SQL can't raise these limits: they are kept from outside its session. */
import { RunTimeExceeded } from './server.js';

export interface Limits {
  /** How long one statement may run, in seconds. */
  statementTimeout: number;
  /** How long one script may run, in seconds; without it, as long as it takes. Enforced by the code that runs scripts. */
  scriptTimeout?: number;
  /** How long the whole rehearsal may take, in seconds; without it, as long as it takes. */
  runTimeout?: number;
  /** How large a scratch database may grow, in megabytes; without it, as large as the disk. */
  databaseSizeLimit?: number;
}

/** How long tidying up may take beyond the time of the run, in seconds. */
const TIDYING = 8;

/** Counts from now on. */
export class RunClock {
  readonly #seconds: number | undefined;
  readonly #start = performance.now();

  constructor(seconds: number | undefined) {
    this.#seconds = seconds;
  }

  /** The seconds that are left, never more than `most`. Throws `RunTimeExceeded` when there are none. */
  left(most: number): number {
    const left = this.#left();
    // A timer may fire a moment early.
    if (left <= 0.005) throw this.over();
    return Math.min(most, left);
  }

  /** The seconds that an administrator's statement may take: drops come after the run. Infinity where the run has no limit. */
  administrators(): number {
    return Math.max(0.05, this.#left() + TIDYING);
  }

  over(): RunTimeExceeded {
    return new RunTimeExceeded(
      `The rehearsal took longer than run-timeout allows (${this.#seconds} s) and was stopped. Raise run-timeout, or give a schema dump as baseline.`,
    );
  }

  #left(): number {
    return this.#seconds === undefined
      ? Number.POSITIVE_INFINITY
      : this.#seconds - (performance.now() - this.#start) / 1000;
  }
}
