/** The pull-request comment and the step summary. */

import type { Report } from '../report-schema/types.js';
import { checklist, leftOut, notChecked } from './markdown/checklist.js';
import { countsByRule } from './markdown/counts.js';
import { databases } from './markdown/databases.js';
import { details, findingsTable, refuted, silenced } from './markdown/findings.js';
import { footer } from './markdown/footer.js';
import { overview } from './markdown/overview.js';
import { rehearsal } from './markdown/rehearsal.js';
import { checked, stopping, title, unread } from './markdown/verdict.js';
import { blocks, type CommentLimits, fullReport, type MarkdownContext, type View } from './markdown/view.js';

export type { MarkdownContext } from './markdown/view.js';

/** GitHub refuses comments of more than 65,536 characters; some servers count bytes. */
export const COMMENT_BUDGET = 60_000;
/** The runner drops a step summary of more than 1 MiB. */
export const SUMMARY_BUDGET = 900_000;

/** From everything to the least that still says what is wrong. */
const COMMENT_LEVELS: CommentLimits[] = [
  { blocking: 20, fixes: 40, rows: 60, lines: 12, details: true, sql: 3000 },
  { blocking: 20, fixes: 20, rows: 25, lines: 6, details: true, sql: 1500 },
  { blocking: 20, fixes: 20, rows: 25, lines: 6, details: false, sql: 1500 },
  { blocking: 12, fixes: 8, rows: 8, lines: 2, details: false, sql: 600 },
  { blocking: 10, fixes: 0, rows: 5, lines: 1, details: false, sql: 0 },
];
const SUMMARY_LEVELS: CommentLimits[] = [
  { blocking: 200, fixes: 1000, rows: 2000, lines: 50, details: true, sql: 6000 },
  { blocking: 100, fixes: 200, rows: 300, lines: 20, details: true, sql: 3000 },
  { blocking: 50, fixes: 50, rows: 60, lines: 6, details: true, sql: 1500 },
  { blocking: 50, fixes: 50, rows: 60, lines: 3, details: false, sql: 1500 },
];

/** Render the pull-request comment: the marker first, details folded away, at most 60,000 bytes. */
export function renderComment(report: Report, context: MarkdownContext = {}): string {
  return withinBudget(report, context, { levels: COMMENT_LEVELS, budget: COMMENT_BUDGET, open: false });
}

/** Render the step summary: the same with everything open, at most 900,000 bytes. */
export function renderSummary(report: Report, context: MarkdownContext = {}): string {
  return withinBudget(report, context, { levels: SUMMARY_LEVELS, budget: SUMMARY_BUDGET, open: true });
}

interface Room {
  levels: CommentLimits[];
  /** In bytes. */
  budget: number;
  /** Whether details are shown. */
  open: boolean;
}

function withinBudget(report: Report, context: MarkdownContext, { levels, budget, open }: Room) {
  const marker = context.marker ? `${context.marker}\n` : '';
  const cut = `This report was cut to fit: for the rest see ${fullReport({ open, context })}.`;
  const labels = labelsOf(report);
  for (const [level, limits] of levels.entries()) {
    const view = { report, context, limits, open, labels };
    const body = `${marker}${render(view, level > 0 && cut)}\n`;
    if (Buffer.byteLength(body) <= budget) return body;
  }
  return `${marker}${blocks(title(report), unread(report), countsByRule(report), leftOut(report), cut)}\n`;
}

function render(view: View, cut: string | false): string {
  return blocks(
    title(view.report),
    checked(view),
    view.context.parts && databases(view.context.parts.reports, view.context.parts.missing),
    unread(view.report),
    stopping(view),
    findingsTable(view),
    overview(view),
    cut,
    ...details(view),
    checklist(view),
    notChecked(view),
    ...(view.limits.details ? view.report.migrations.map((migration) => rehearsal(view, migration)) : []),
    silenced(view),
    refuted(view),
    footer(view),
  );
}

/** As few of each path's last parts as tell the report's files apart. */
function labelsOf({ findings, migrations }: Report): Map<string, string> {
  const all = [
    ...findings.flatMap((it) => [it, ...(it.places ?? [])]),
    ...migrations.flatMap((it) => [it, ...it.statements]),
  ];
  const paths = [...new Set(all.map(({ path }) => path))];
  const end = (path: string, parts: number) => path.split('/').slice(-parts).join('/');
  for (let parts = 1; parts <= MOST_PARTS; parts++) {
    const ends = new Map(paths.map((path) => [path, end(path, parts)]));
    if (new Set(ends.values()).size === paths.length) return ends;
  }
  return new Map();
}

/** With more than that, a path is shown in full. */
const MOST_PARTS = 3;
