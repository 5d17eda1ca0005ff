/** Placeholders that a migration tool fills before Postgres sees the text. Pure. */
import type { ScriptSource } from '../model.js';
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

/** Puts in what the settings give. What they don't, and what doesn't fit into its place, is said. */
export function fillPlaceholders(script: ScriptSource, layout: Layout, values: Record<string, string>): Filled {
  const { placeholders: style, tool } = layout;
  if (style === undefined) return { script, problems: [] };
  const lines = new LineMap(script.file.text);
  const problems: FileProblem[] = [];
  let { sql } = script;
  // From the last to the first: what is filled moves the rest of its word.
  for (const match of outsideComments(script.sql, style).reverse()) {
    const whole = match[0];
    const key =
      style === 'psql'
        ? (match[2] ?? '')
        : style === 'go-template'
          ? (match[1] ?? '').replace(/^\./, '')
          : (match[1] ?? '');
    const given = Object.hasOwn(values, key) ? values[key] : undefined;
    const value = given === undefined ? undefined : quoted(given, style === 'psql' ? match[1] : '');
    const filled = value === undefined ? undefined : putIn(sql, match.index, whole.length, value);
    if (filled !== undefined) {
      sql = filled;
      continue;
    }
    const { line, column } = lines.position(match.index);
    problems.unshift({
      rule: 'unknown-placeholder',
      path: script.file.path,
      line,
      column,
      ...words(whole, key, value, tool),
    });
  }
  return { script: { ...script, sql }, problems };
}

function words(whole: string, key: string, value: string | undefined, tool: string): { message: string; help: string } {
  if (value === undefined) {
    return {
      message: `${tool} fills ${whole} with a value that nobody knows here: the text can’t be checked as it will run.`,
      help: `Give the value in the settings file:\nplaceholders:\n  ${/^[\w-]+$/.test(key) ? key : JSON.stringify(key)}: …`,
    };
  }
  return {
    message: `The value of ${whole} is longer than its place in the file, so that later places would no longer be the file’s.`,
    help: 'Give a shorter value in the settings (placeholders), or write a longer placeholder.',
  };
}

/** psql's `:'x'` and `:"x"` quote the value. */
function quoted(value: string, quote: string | undefined): string {
  return quote ? quote + value.replaceAll(quote, quote + quote) + quote : value;
}

/** Keeps every later offset: what the value leaves free goes behind the word or the literal that contains it. */
function putIn(sql: string, at: number, length: number, value: string): string | undefined {
  const free = length - value.length;
  if (free < 0 || value.includes('\n')) return undefined;
  const end = wordEnd(sql, at + length, openQuote(sql, at));
  return sql.slice(0, at) + value + sql.slice(at + length, end) + ' '.repeat(free) + sql.slice(end);
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

function wordEnd(sql: string, from: number, quote: string): number {
  for (let i = from; i < sql.length; i++) {
    const char = sql[i] ?? '';
    if (quote !== '' ? char === quote : /[\s;,()]/.test(char)) return quote === '' ? i : i + 1;
  }
  return sql.length;
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
