/** What every section of the HTML report is given, and the pieces that sections are made of. */
import type { Location } from '../../model.js';
import type { Finding, Report } from '../../report-schema/types.js';
import type { NamedReport } from '../merge.js';
import { code, type HtmlPart, html, isEmpty, link, type Markup, placeName } from './markup.js';

/** Where links lead, and what the report is about. Everything is optional. */
export interface HtmlContext {
  /** The text of files, by path: for the SQL beside findings. Where a file isn't here, its statements stand in for it. */
  sources?: ReadonlyMap<string, string>;
  /** The address of a line in the changed file. */
  lineUrl?: (path: string, line: number) => string | null;
  /** The address of the run. */
  runUrl?: string;
  baseSha?: string;
  headSha?: string;
  /** The address of a rule's page. */
  ruleUrl?: (rule: string) => string | null;
  /** The parts of a merged report, and the databases that should have had one. */
  parts?: { reports: readonly NamedReport[]; missing: readonly string[] };
  /** A sentence on where the report comes from. */
  origin?: string;
}

/** How much of each section is shown. */
export interface HtmlLimits {
  /** Groups of findings. */
  groups: number;
  /** Places of one group whose SQL is shown. */
  places: number;
  /** Rows of tables and lists. */
  rows: number;
  /** Migrations with all that was seen of them. */
  migrations: number;
  /** Bars in one picture of locks. */
  bars: number;
  /** Statements with their SQL. */
  statements: number;
  /** The longest SQL. */
  sql: number;
}

export interface HtmlView {
  report: Report;
  context: HtmlContext;
  limits: HtmlLimits;
}

/** One entry of the table of contents with its section. */
export interface PageSection {
  id: string;
  title: string;
  /** Said beside the title in the table of contents: a number of things. */
  count?: number;
  body: Markup;
}

/** Headings go down one by one: parts of a migration stand below its name where there are several. */
export type HeadingLevel = 2 | 3;

/** `path:line`, as a link where an address is known. */
export function place({ context }: HtmlView, { path, line }: Pick<Location, 'path' | 'line'>): Markup {
  return link(placeName(path, line), context.lineUrl?.(path, line));
}

/** `line 7`, as a link where an address is known. */
export function lineOf({ context }: HtmlView, { path, line }: Pick<Location, 'path' | 'line'>): Markup {
  return link(html`line ${line}`, context.lineUrl?.(path, line));
}

export function ruleLink({ context }: HtmlView, { rule }: Pick<Finding, 'rule'>): Markup {
  return link(code(rule, 80), context.ruleUrl?.(rule));
}

/** A section; nothing where its body is. */
export function section(id: string, heading: HtmlPart, body: HtmlPart, level: HeadingLevel = 2): Markup {
  if (isEmpty(body)) return html``;
  return level === 2
    ? html`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${heading}</h2>${body}</section>`
    : html`<section id="${id}" aria-labelledby="${id}-h"><h3 id="${id}-h">${heading}</h3>${body}</section>`;
}

/**
 * A table; without rows it is nothing. On narrow screens its rows stand as blocks, each cell with its heading: the roles keep it a
 * table all the same.
 */
export function table(caption: HtmlPart, head: readonly string[], rows: readonly (readonly HtmlPart[])[]): Markup {
  if (rows.length === 0) return html``;
  const columns = head.map((it) => html`<th role="columnheader" scope="col">${it}</th>`);
  const cell = (it: HtmlPart, at: number) =>
    at === 0
      ? html`<th role="rowheader" scope="row">${it}</th>`
      : html`<td role="cell"${!isEmpty(it) && html` data-h="${head[at]}"`}>${it}</td>`;
  const body = rows.map((row) => html`<tr role="row">${row.map(cell)}</tr>\n`);
  return html`<div class="scroll"><table role="table"><caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns}</tr></thead>
<tbody role="rowgroup">${body}</tbody></table></div>`;
}

/** What folds away. */
export function fold(summary: HtmlPart, body: HtmlPart, open = false): Markup {
  if (isEmpty(body)) return html``;
  return html`<details${open && html` open`}><summary>${summary}</summary><div class="folded">${body}</div></details>`;
}

/** What was cut off. */
export function andMore(hidden: number, noun: string, plural = `${noun}s`): Markup {
  if (hidden <= 0) return html``;
  return html`<p class="more">…and ${hidden} more ${hidden === 1 ? noun : plural}: the JSON report has all.</p>`;
}

/** A word with its sign: never by colour alone. */
export function mark(kind: 'good' | 'bad' | 'open' | 'warn', word: HtmlPart): Markup {
  return html`<span class="mark ${kind}"><span aria-hidden="true">${SIGNS[kind]}</span> <span>${word}</span></span>`;
}

const SIGNS = { good: '✓', bad: '✕', open: '–', warn: '!' } as const;
