/** The report as one HTML file that needs nothing else: no network, no other file, and a script only for comfort. */
import type { Report } from '../report-schema/types.js';
import { evidence } from './html/evidence.js';
import { findings } from './html/findings.js';
import { databases, notChecked, refuted, silenced } from './html/lists.js';
import { page } from './html/page.js';
import { Sources } from './html/source.js';
import { stops } from './html/stops.js';
import type { HtmlContext, HtmlLimits, HtmlView } from './html/view.js';

export type { HtmlContext } from './html/view.js';

/** In bytes: what a browser opens at once, also on a telephone. */
export const HTML_BUDGET = 1_000_000;

/** From everything to the least that still says what is wrong. */
const LEVELS: HtmlLimits[] = [
  { groups: 500, places: 40, rows: 500, migrations: 60, bars: 120, statements: 400, sql: 6000 },
  { groups: 200, places: 12, rows: 100, migrations: 30, bars: 60, statements: 80, sql: 2000 },
  { groups: 100, places: 6, rows: 40, migrations: 12, bars: 40, statements: 30, sql: 1000 },
  { groups: 40, places: 3, rows: 15, migrations: 4, bars: 20, statements: 10, sql: 400 },
  { groups: 10, places: 1, rows: 5, migrations: 1, bars: 5, statements: 3, sql: 200 },
];

/** Render the report as one HTML document of at most `HTML_BUDGET` bytes. */
export function renderHtml(report: Report, context: HtmlContext = {}): string {
  let text = '';
  for (const [level, limits] of LEVELS.entries()) {
    text = whole({ report, context, limits }, level > 0);
    if (Buffer.byteLength(text) <= HTML_BUDGET) return text;
  }
  return page({ report, context: {}, limits: LEVELS.at(-1) as HtmlLimits }, [], true);
}

function whole(view: HtmlView, cut: boolean): string {
  const sources = new Sources(view);
  const sections = [
    stops(view, sources),
    databases(view),
    findings(view, sources),
    ...evidence(view),
    notChecked(view),
    silenced(view),
    refuted(view),
  ];
  return page(view, sections, cut);
}
