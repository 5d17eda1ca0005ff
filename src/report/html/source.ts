/** The lines that findings point at: of the files where they are known, else of the statements that the report quotes. */
import type { Location } from '../../model.js';
import { type HtmlPart, html, type Markup } from './markup.js';
import { type MarkedSpan, sqlLine } from './sql.js';
import { type HtmlView, place } from './view.js';

const ABOVE = 2;
const BELOW = 1;
/** Of one place; the longest statements are told by their beginning. */
const MOST_MARKED = 14;
/** Windows with fewer lines between them are one. */
const NEAR = 2;

export type MarkedPlace = Pick<Location, 'path' | 'line' | 'column' | 'endLine' | 'endColumn'>;
/** The texts of a file's lines, by number. */
export type Lines = ReadonlyMap<number, string>;

/** The lines of a report's files; each file is read once. */
export class Sources {
  readonly #files = new Map<string, Lines>();
  readonly #report: HtmlView['report'];
  readonly #texts: HtmlView['context']['sources'];

  constructor({ report, context }: Pick<HtmlView, 'context' | 'report'>) {
    this.#report = report;
    this.#texts = context.sources;
  }

  linesOf(path: string): Lines {
    const known = this.#files.get(path);
    if (known) return known;
    const text = this.#texts?.get(path);
    const lines = text === undefined ? this.#quoted(path) : numbered(text, 1);
    this.#files.set(path, lines);
    return lines;
  }

  /** What the report has of a file. */
  #quoted(path: string): Lines {
    const { migrations, findings } = this.#report;
    const statements = migrations.flatMap((it) => it.statements).filter((it) => it.path === path);
    if (statements.length > 0) return new Map(statements.flatMap((it) => [...numbered(it.sql, it.line)]));
    // Without a rehearsal: a finding that begins where its statement does.
    const told = findings.filter((it) => it.path === path && it.statement !== undefined && it.column === 1);
    return new Map(told.flatMap((it) => [...numbered(it.statement ?? '', it.line)]));
  }
}

function numbered(text: string, first: number): Lines {
  return new Map(text.split(/\r\n?|\n/).map((line, at) => [first + at, line]));
}

/** Places of one file in its text, those near each other in one window; nothing where the text is not known. */
export function frame(view: HtmlView, sources: Sources, places: readonly MarkedPlace[]): Markup {
  const [first] = places;
  if (first === undefined) return html``;
  const lines = sources.linesOf(first.path);
  const marked = places.map((it) => ({ ...it, last: lastMarked(it) })).sort((a, b) => a.line - b.line);
  const windows = windowsOf(marked, lines);
  if (windows.length === 0) return html``;
  const isSql = !/\.mdx?$/i.test(first.path);
  const shown = windows.map(({ from, to }, at) => {
    const gap = at > 0 && html`<span class="gap" aria-hidden="true">⋯</span>\n`;
    const body: HtmlPart[] = [];
    for (let number = from; number <= to; number++) {
      const text = lines.get(number);
      if (text !== undefined) body.push(lineOf(text, number, marked, isSql));
    }
    return [gap, body];
  });
  return html`<figure class="frame"><figcaption>${place(view, first)}</figcaption><pre><code>${shown}</code></pre></figure>`;
}

function lineOf(
  text: string,
  number: number,
  places: readonly (MarkedPlace & { last: number })[],
  isSql: boolean,
): Markup {
  const hit = places.find((it) => number >= it.line && number <= it.last);
  if (!hit) return html`<span class="l" data-n="${number}">${sqlLine(text, isSql)}</span>\n`;
  const said = number === hit.line && html`<span class="unseen">here: </span>`;
  return html`<span class="l hit" data-n="${number}">${said}${sqlLine(text, isSql, spanIn(text, number, hit))}</span>\n`;
}

/** The part of a line that is meant, where it isn't all of it. */
function spanIn(text: string, number: number, { line, column, endLine, endColumn }: MarkedPlace): MarkedSpan | null {
  if (line !== endLine || number !== line || endColumn <= column) return null;
  const whole = text.slice(0, column - 1).trim() === '' && /^;?\s*$/.test(text.slice(endColumn - 1));
  return whole ? null : { from: column - 1, to: endColumn - 1 };
}

function lastMarked({ line, endLine }: MarkedPlace): number {
  return Math.min(Math.max(line, endLine), line + MOST_MARKED - 1);
}

function windowsOf(places: readonly (MarkedPlace & { last: number })[], lines: Lines): { from: number; to: number }[] {
  const windows: { from: number; to: number }[] = [];
  for (const { line, last } of places) {
    if (!lines.has(line)) continue;
    const wanted = { from: Math.max(1, line - ABOVE), to: last + BELOW };
    while (wanted.from < line && isBlank(lines, wanted.from)) wanted.from++;
    while (wanted.to > last && isBlank(lines, wanted.to)) wanted.to--;
    const before = windows.at(-1);
    if (before && wanted.from <= before.to + NEAR + 1) before.to = Math.max(before.to, wanted.to);
    else windows.push(wanted);
  }
  return windows;
}

function isBlank(lines: Lines, number: number): boolean {
  return (lines.get(number) ?? '').trim() === '';
}
