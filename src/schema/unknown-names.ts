/** Names that no script makes, and that an answer of a rule rests on. */
export class UnknownNames {
  readonly #asked = new Set<string>();
  readonly #kept = new Set<string>();

  /** A rule asks about a name that no script makes. */
  ask(name: string): void {
    this.#asked.add(name);
  }

  /** A rule is silent only because it can't know better. */
  keep(name: string): void {
    this.#kept.add(name);
  }

  /** What was asked for since the last time; kept where a rule had something to say. */
  settle(isKept: boolean): void {
    if (isKept) for (const name of this.#asked) this.#kept.add(name);
    this.#asked.clear();
  }

  /** As they are written in full, each once. */
  get names(): string[] {
    return [...this.#kept];
  }
}
