/** What is being done, on the standard error: in place on a terminal, elsewhere a line for what takes long. */

/** Elsewhere than on a terminal, a step that takes less is not spoken of. */
const LONG_MS = 10_000;
const TICK_MS = 500;

/** Where it is written. */
export interface Output {
  isTTY?: boolean;
  write(text: string): unknown;
}

export class Progress {
  readonly #output: Output;
  readonly #clock: () => number;
  #step: { name: string; since: number } | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(output: Output = process.stderr, clock: () => number = () => performance.now()) {
    this.#output = output;
    this.#clock = clock;
  }

  /** The step before is done. */
  readonly step = (name: string): void => {
    this.end();
    this.#step = { name, since: this.#clock() };
    if (this.#output.isTTY) {
      this.#show();
      this.#timer = setInterval(() => this.#show(), TICK_MS);
    } else {
      this.#timer = setTimeout(() => this.#output.write(`${name} …\n`), LONG_MS);
    }
    // Nobody waits for it.
    this.#timer.unref();
  };

  /** Leaves nothing behind on a terminal. */
  end(): void {
    clearTimeout(this.#timer);
    if (this.#step !== null && this.#output.isTTY) this.#output.write(CLEAR);
    this.#step = null;
  }

  #show(): void {
    if (this.#step === null) return;
    const { name, since } = this.#step;
    const seconds = (this.#clock() - since) / 1000;
    this.#output.write(`${CLEAR}${name} … ${seconds >= 1 ? `${seconds.toFixed(0)} s` : ''}`);
  }
}

/** To the line's beginning, and what stands on it away (ECMA-48: CR, EL). */
const CLEAR = '\r\u001b[2K';
