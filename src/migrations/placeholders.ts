/** Placeholders that a migration tool fills before Postgres sees the text. Pure. */
import type { Fill, ScriptSource } from '../model.js';
import { lex } from '../sql/lexer.js';
import { LineMap } from '../sql/positions.js';
import type { Layout, PlaceholderStyle } from './layouts/layout.js';
import type { FileProblem } from './problem.js';

const PATTERNS: Record<PlaceholderStyle, RegExp> = {
  'dollar-brace': /\$\{([^}\s]+)\}/g,
  // Not a cast (::), an assignment (:=), or a slice (a[1:n]).
  psql: /(?<![:\w\]\d])[:](['"]?)([A-Za-z_]\w*)\1(?!:)/g,
  'colon-capitals': /(?<![:\w]):([A-Z][A-Z0-9_]+)\b/g,
  'go-template': /\{\{-?\s*([^}]*?)\s*-?\}\}/g,
};

export interface Filled {
  script: ScriptSource;
  problems: FileProblem[];
}

/** Puts in what the settings give. What they don't is said. */
export function fillPlaceholders(script: ScriptSource, layout: Layout, values: Record<string, string>): Filled {
  const { placeholders: style, tool } = layout;
  if (style === undefined) return { script, problems: [] };
  const lines = new LineMap(script.file.text);
  const problems: FileProblem[] = [];
  const filler = new Filler(script.sql);
  for (const match of outsideComments(script.sql, style)) {
    const [whole] = match;
    const given = match[style === 'psql' ? 2 : 1] ?? '';
    const key = style === 'go-template' ? given.replace(/^\./, '') : given;
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    if (value !== undefined) {
      filler.put(match.index, whole.length, quoted(value, style === 'psql' ? match[1] : ''));
      continue;
    }
    const { line, column } = lines.position(match.index);
    problems.push({
      ...{ rule: 'unknown-placeholder', path: script.file.path, line, column },
      message: `${tool} fills ${whole} with a value that nobody knows here: the text can’t be checked as it will run.`,
      help: `Give the value in the settings file:\nplaceholders:\n  ${/^[\w-]+$/.test(key) ? key : JSON.stringify(key)}: …`,
    });
  }
  return { script: { ...script, ...filler.filled() }, problems };
}

/** Puts texts into their places, from front to back, and keeps account of where that is in the file. */
export class Filler {
  readonly #text: string;
  readonly #fills: Fill[] = [];
  #filled = '';
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  put(at: number, was: number, value: string): void {
    this.#filled += this.#text.slice(this.#at, at);
    if (value.length !== was) this.#fills.push({ at: this.#filled.length, length: value.length, was });
    this.#filled += value;
    this.#at = at + was;
  }

  filled(): Pick<ScriptSource, 'sql' | 'fills'> {
    const sql = this.#filled + this.#text.slice(this.#at);
    return { sql, ...(this.#fills.length > 0 && { fills: this.#fills }) };
  }
}

/** psql's `:'x'` and `:"x"` quote the value. */
function quoted(value: string, quote: string | undefined): string {
  return quote ? quote + value.replaceAll(quote, quote + quote) + quote : value;
}

/** The quote that is open at an offset, if any; a body in dollar quotes counts as its text. */
function openQuote(sql: string, at: number): string {
  const statement = lex(sql).statements.findLast(({ start }) => start <= at);
  let quote = '';
  for (let i = statement?.start ?? 0; i < at; i++) {
    const char = sql[i] ?? '';
    if (quote === '' && (char === "'" || char === '"')) quote = char;
    else if (char === quote) quote = '';
  }
  return quote;
}

/** Comments may say what they like; psql leaves quoted text alone, too. */
function outsideComments(sql: string, style: PlaceholderStyle): RegExpExecArray[] {
  const { comments } = lex(sql);
  const found = [...sql.matchAll(PATTERNS[style])] as RegExpExecArray[];
  let next = 0;
  return found.filter(({ index }) => {
    while ((comments[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next++;
    if ((comments[next]?.start ?? Number.POSITIVE_INFINITY) <= index) return false;
    return style !== 'psql' || (openQuote(sql, index) === '' && !inDollars(sql, index));
  });
}

function inDollars(sql: string, at: number): boolean {
  const tags = /\$(?:[A-Za-z_]\w*)?\$/g;
  for (let open = tags.exec(sql); open !== null && open.index < at; open = tags.exec(sql)) {
    const close = sql.indexOf(open[0], open.index + open[0].length);
    if (close === -1 || close > at) return true;
    tags.lastIndex = close + open[0].length;
  }
  return false;
}
