/** psql's `\if`, `\elif`, `\else` and `\endif` (manual, psql): which lines count. Pure. */
import type { Range } from '../../sql/lexer.js';
import type { PsqlCommand } from './commands.js';

/** An `\if`: whether its present lines count, whether any have counted, and where they begin. */
interface Branch {
  counts: boolean;
  taken: boolean;
  start: number;
  /** Of the `\if` itself. */
  at: number;
}

export class Conditions {
  readonly #branches: Branch[] = [];

  /** Whether what stands here is run. */
  counts(): boolean {
    return this.#branches.every(({ counts }) => counts);
  }

  /** Where the outermost begins that is still open, and the first line that doesn't count for it. */
  unclosed(): { at: number; dead: number | undefined } | undefined {
    const [outer] = this.#branches;
    return outer && { at: outer.at, dead: this.#branches.find(({ counts }) => !counts)?.start };
  }

  /** Takes the next command; `holds` answers for its condition, undefined where nobody knows. Returns what is left out of the text. */
  meet({ name, start, end }: PsqlCommand, holds: () => boolean | undefined): Range[] {
    const branch = this.#branches.at(-1);
    const outer = name === 'if' ? this.counts() : this.#branches.slice(0, -1).every(({ counts }) => counts);
    const left: Range[] = [];
    if (name === 'if') {
      const known = outer ? holds() : false;
      // Within lines that don't count, no branch does; nor does one of which nobody knows whether another holds.
      const taken = known !== false || !outer;
      this.#branches.push({ counts: known === true, taken, start: end, at: start });
    } else if (branch) {
      if (outer && !branch.counts) left.push({ start: branch.start, end: start });
      const known = name === 'endif' || branch.taken ? false : name === 'else' ? true : holds();
      branch.counts = known === true;
      branch.taken ||= known !== false;
      branch.start = end;
      if (name === 'endif') this.#branches.pop();
    }
    // Of lines that don't count, all is left out at once.
    return outer ? [...left, { start, end }] : left;
  }
}
