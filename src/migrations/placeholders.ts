/** Placeholders that a migration tool fills before Postgres sees the text. Pure. */
import type { Fill, ScriptSource, SourceFile } from '../model.js';
import type { NotChecked } from '../report-schema/types.js';
import { lex } from '../sql/lexer.js';
import { blankOut, fileOffsets, LineMap } from '../sql/positions.js';
import { code } from '../sql/words.js';
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
  const problems: FileProblem[] = [];
  const filler = new Filler(script.sql);
  for (const match of placeholdersIn(script.sql, style)) {
    const [whole] = match;
    const given = match[style === 'psql' ? 2 : 1] ?? '';
    const key = style === 'go-template' ? given.replace(/^\./, '') : given;
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    if (value !== undefined) {
      filler.put(match.index, whole.length, quoted(value, style === 'psql' ? match[1] : ''));
      continue;
    }
    problems.push(unknownPlaceholder(script.file, match.index, { whole, key, tool }));
  }
  return { script: { ...script, ...filler.filled() }, problems };
}

/** A merged script without the statements that hold what nobody knows, and one note of them. */
export function withoutUnknown({ script, problems }: Filled): { script: ScriptSource; notChecked: NotChecked[] } {
  const [first] = problems;
  if (first === undefined) return { script, notChecked: [] };
  const { path } = script.file;
  const lines = LineMap.of(script.file);
  const places = problems.map(({ line, column = 1 }) => lines.lineStart(line) + column - 1);
  const inFile = fileOffsets(script);
  const unread = lex(script.sql).statements.filter(({ start, end }) =>
    places.some((at) => inFile(start) <= at && at < inFile(end)),
  );
  const more = problems.length > 1 ? ` and ${problems.length - 1} more` : '';
  const name = script.file.text.slice(places[0]).match(/^\S{1,40}/)?.[0] ?? '';
  const reason = `nobody knows here what stands for ${name} (line ${first.line})${more}: the statements were left out. Give the value in the settings file, under placeholders`;
  return {
    script: { ...script, sql: blankOut(script.sql, unread) },
    notChecked: [{ check: `placeholders in ${path}`, path, reason }],
  };
}

/** A placeholder that nobody gives a value, at an offset of the file. */
export function unknownPlaceholder(
  file: SourceFile,
  at: number,
  { whole, key, tool }: { whole: string; key: string; tool: string },
): FileProblem {
  const { line, column } = LineMap.of(file).position(at);
  return {
    ...{ rule: 'unknown-placeholder', path: file.path, line, column },
    message: `${tool} fills ${code(whole)} with a value that nobody knows here. The text can’t be checked as it will run.`,
    help: `Give the value in the settings file:\nplaceholders:\n  ${/^[\w-]+$/.test(key) ? key : JSON.stringify(key)}: …`,
  };
}

/** Puts texts into their places, which come in order, and keeps account of where that is in the file. */
export class Filler {
  readonly #text: string;
  #edits: { at: number; was: number; value: string }[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  put(at: number, was: number, value: string): void {
    this.#edits.push({ at, was, value });
  }

  /** Takes back what was put in from an offset on. */
  drop(from: number): void {
    this.#edits = this.#edits.filter(({ at }) => at < from);
  }

  filled(): Pick<ScriptSource, 'sql' | 'fills'> {
    const fills: Fill[] = [];
    let sql = '';
    let done = 0;
    for (const { at, was, value } of this.#edits) {
      sql += this.#text.slice(done, at);
      if (value.length !== was) fills.push({ at: sql.length, length: value.length, was });
      sql += value;
      done = at + was;
    }
    return { sql: sql + this.#text.slice(done), ...(fills.length > 0 && { fills }) };
  }
}

/** psql's `:'x'` and `:"x"` quote the value. */
export function quoted(value: string, quote: string | undefined): string {
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
export function placeholdersIn(sql: string, style: PlaceholderStyle): RegExpExecArray[] {
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
