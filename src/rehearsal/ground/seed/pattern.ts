/** Strings that match a pattern: of LIKE, and of the regular expressions that checks are usually made of. */

type Sample = (next: (choices: number) => number) => string;

/** The `seed`-th string that matches `pattern` of LIKE. */
export function likeSample(pattern: string, seed: number): string {
  return pattern.replace(
    /\\(.)|%|_/g,
    (whole, escaped?: string) => escaped ?? (whole === '%' ? `${seed}` : `${seed % 10}`),
  );
}

/** Up to `count` strings that match the regular expression; none where it uses what isn't understood here. */
export function regexSamples(pattern: string, count: number): string[] {
  const sample = new RegexReader(pattern).read();
  if (sample === undefined) return [];
  return Array.from({ length: count }, (_, seed) => {
    // The digits of the seed are the choices, so that neighbours differ.
    let left = seed;
    return sample((choices) => {
      const digit = left % choices;
      left = Math.floor(left / choices);
      return digit;
    });
  });
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const ANY = `${LETTERS}${DIGITS}`;
const CLASSES: Record<string, string> = {
  d: DIGITS,
  w: ANY,
  s: ' ',
  alpha: LETTERS,
  digit: DIGITS,
  alnum: ANY,
  lower: LETTERS,
  upper: LETTERS.toUpperCase(),
  space: ' ',
  xdigit: `${DIGITS}abcdef`,
};

class RegexReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Sample | undefined {
    try {
      const sample = this.#alternatives();
      return this.#at === this.#text.length ? sample : undefined;
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  #take(token: string): boolean {
    if (!this.#text.startsWith(token, this.#at)) return false;
    this.#at += token.length;
    return true;
  }

  #character(): string {
    const character = this.#text[this.#at];
    if (character === undefined) throw new RangeError('the pattern ends too early');
    this.#at += 1;
    return character;
  }

  #alternatives(): Sample {
    const branches = [this.#sequence()];
    while (this.#take('|')) branches.push(this.#sequence());
    return branches.length === 1 ? (branches[0] as Sample) : (next) => branches[next(branches.length)]?.(next) ?? '';
  }

  #sequence(): Sample {
    const parts: Sample[] = [];
    while (this.#at < this.#text.length && !'|)'.includes(this.#text[this.#at] ?? '')) parts.push(this.#repeated());
    return (next) => parts.map((part) => part(next)).join('');
  }

  #repeated(): Sample {
    const atom = this.#atom();
    const [least, most] = this.#quantifier();
    this.#take('?');
    // A little longer than it must be gives more different strings.
    const times = Math.max(least, Math.min(most, 6));
    return (next) => Array.from({ length: times }, () => atom(next)).join('');
  }

  #quantifier(): [number, number] {
    if (this.#take('*')) return [0, 6];
    if (this.#take('+')) return [1, 6];
    if (this.#take('?')) return [0, 1];
    const braces = /^\{(\d+)(,(\d*))?\}/.exec(this.#text.slice(this.#at));
    if (braces === null) return [1, 1];
    this.#at += braces[0].length;
    const least = Number(braces[1]);
    return [least, braces[2] === undefined ? least : Number(braces[3] || 255)];
  }

  #atom(): Sample {
    const character = this.#character();
    if (character === '^' || character === '$') return () => '';
    if (character === '.') return one(ANY);
    if (character === '[') return one(this.#bracket());
    if (character === '(') {
      if (this.#take('?') && !this.#take(':')) throw new RangeError('look-around');
      const inner = this.#alternatives();
      if (!this.#take(')')) throw new RangeError('an open group');
      return inner;
    }
    if (character === '\\') return one(this.#escaped());
    return () => character;
  }

  #escaped(): string {
    const character = this.#character();
    if (/[a-zA-Z0-9]/.test(character) && !(character in CLASSES)) throw new RangeError('an escape');
    return CLASSES[character] ?? character;
  }

  #bracket(): string {
    const negated = this.#take('^');
    let members = this.#take(']') ? ']' : '';
    while (!this.#take(']')) {
      const named = /^\[:(\w+):\]/.exec(this.#text.slice(this.#at));
      if (named !== null) {
        this.#at += named[0].length;
        members += CLASSES[named[1] ?? ''] ?? '';
        continue;
      }
      const character = this.#character();
      const first = character === '\\' ? this.#escaped() : character;
      const range = this.#text[this.#at] === '-' && this.#text[this.#at + 1] !== ']';
      if (range) this.#at += 1;
      members += range ? between(first, this.#character()) : first;
    }
    const choices = negated ? [...`${ANY} -_`].filter((letter) => !members.includes(letter)).join('') : members;
    if (choices === '') throw new RangeError('an empty class');
    return choices;
  }
}

function one(choices: string): Sample {
  return (next) => choices[next(choices.length)] ?? '';
}

function between(from: string, to: string): string {
  const [low, high] = [from.charCodeAt(0), Math.min(to.charCodeAt(0), from.charCodeAt(0) + 100)];
  return Array.from({ length: high - low + 1 }, (_, n) => String.fromCharCode(low + n)).join('');
}
