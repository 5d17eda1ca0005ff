/** What every section of the Markdown report is given: the report, where links lead, and how much there is room for. */
import type { Location } from '../../model.js';
import type { Finding, Report } from '../../report-schema/types.js';
import { cellCode, code, link, pathCode, shortPath } from '../escape.js';
import type { NamedReport } from '../merge.js';

/** Where links lead, and what the report is about. Everything is optional: without it there is text instead of links. */
export interface MarkdownContext {
  /** A whole HTML comment that finds the comment again; it becomes the first line. */
  marker?: string;
  /** The address of a line in the changed file. */
  lineUrl?: (path: string, line: number) => string | null;
  /** The address of the run, for what had no room. */
  runUrl?: string;
  baseSha?: string;
  headSha?: string;
  /** The page of a commit. */
  commitUrl?: (sha: string) => string | null;
  /** The address of a rule's page. */
  ruleUrl?: (rule: string) => string | null;
  /** The parts of a merged report, and the databases that should have had one. */
  parts?: { reports: readonly NamedReport[]; missing: readonly string[] };
  /** A sentence on where the report comes from, as Markdown. */
  origin?: string;
}

/** How much of each section is shown. */
export interface CommentLimits {
  /** Rows of the table of errors and warnings. */
  blocking: number;
  /** Groups of findings whose repair is shown. */
  fixes: number;
  /** Rows of other tables and lists. */
  rows: number;
  /** Lines of one file that are named. */
  lines: number;
  /** Whether validations, rollback differences, statements and locks are shown. */
  details: boolean;
  /** The longest SQL in a fence. */
  sql: number;
}

export interface View {
  report: Report;
  context: MarkdownContext;
  limits: CommentLimits;
  /** Whether collapsed sections start open, as in the step summary. */
  open: boolean;
  /** As few of a path's last parts as tell the report's files apart: what a link's label needs. */
  labels: ReadonlyMap<string, string>;
}

/** `path:line` as a link where an address is known; a link needs no more of the path than what tells the files apart. */
export function place(view: View, { path, line }: Pick<Location, 'path' | 'line'>): string {
  const url = view.context.lineUrl?.(path, line);
  return url ? link(pathCode(`${labelOf(view, path)}:${line}`), url) : cellCode(`${shortPath(path)}:${line}`);
}

/** A file with the lines that are meant in it, each a link. */
export function fileLines(view: View, { path, lines }: { path: string; lines: readonly number[] }): string {
  const [first = 1] = lines;
  if (lines.length === 1) return place(view, { path, line: first });
  const url = view.context.lineUrl?.(path, first);
  const file = url ? link(pathCode(labelOf(view, path)), url) : cellCode(shortPath(path));
  const shown = lines.slice(0, view.limits.lines).map((line) => lineLink(view, { path, line }));
  const hidden = lines.length - shown.length;
  return `${file}: ${hidden > 0 ? `${lines.length} places, ` : ''}lines ${shown.join(', ')}${hidden > 0 ? ` and ${hidden} more` : ''}`;
}

function labelOf({ labels }: View, path: string): string {
  return labels.get(path) ?? path;
}

/** A commit by its first seven digits, as a link where its page is known. */
export function commit({ context }: Pick<View, 'context'>, sha: string): string {
  return link(code(sha.slice(0, 7)), context.commitUrl?.(sha));
}

/** A bare line number as a link, for lists of places in one file. */
export function lineLink(view: View, { path, line }: Pick<Location, 'path' | 'line'>): string {
  return link(String(line), view.context.lineUrl?.(path, line));
}

/** The rule's id as a link to its page. */
export function ruleLink(view: View, { rule }: Pick<Finding, 'rule'>): string {
  return link(cellCode(rule), view.context.ruleUrl?.(rule));
}

/** The first word of a summary: a capital where no migration's name precedes it. */
export function first(name: string, word: string): string {
  return name === '' ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** A section that folds away, unless it is to be `open`. The summary is HTML, not Markdown. */
export function fold(view: View, summary: string, body: string, open = view.open): string {
  return `<details${open ? ' open' : ''}><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

/** A table without rows is nothing. */
export function table(header: string[], rows: string[]): string {
  if (rows.length === 0) return '';
  return [`| ${header.join(' | ')} |`, `|${' --- |'.repeat(header.length)}`, ...rows].join('\n');
}

/** What was cut off, and where to find it. */
export function andMore(view: View, hidden: number, noun: string, plural = `${noun}s`): string {
  if (hidden <= 0) return '';
  return `…and ${hidden} more ${hidden === 1 ? noun : plural}: see ${fullReport(view)}.`;
}

/** Where to find what has no room here. The run's page shows the step summary, so that this one can't send there. */
export function fullReport({ open, context }: Pick<View, 'open' | 'context'>): string {
  return open ? 'the JSON report' : `the ${link('full report', context.runUrl)}`;
}

/** Blocks of Markdown with a blank line between them; empty ones are left out. */
export function blocks(...parts: (string | null | undefined | false)[]): string {
  return parts.filter(Boolean).join('\n\n');
}
