/** Bounds every text of a report: what a server or a script says may have any length, and is quoted in each format. Pure. */
import type { Finding, Report } from './model.js';

/** What is quoted of a text. */
const MOST = 2000;
/** Of SQL, and of help that holds SQL to paste. */
const MOST_SQL = 8000;
const SQL = new Set(['sql', 'statement', 'help', 'missingSql', 'before', 'after']);
/** What the server says of one statement besides its result. */
const MOST_NOTICES = 20;
/** A repair is taken whole or not at all. */
const MOST_EDITS = 100_000;

/** The report with its texts cut, each with how much more there was. To be done last: what is compared must be whole. */
export function withinBounds(report: Report): Report {
  return bounded(report, '') as Report;
}

/** Cut to `most` UTF-16 units, never through a surrogate pair, with the number of those that are left out. */
export function quoted(text: string, most = MOST): string {
  if (text.length <= most) return text;
  const cut = /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most;
  return `${text.slice(0, cut)}… ${(text.length - cut).toLocaleString('en-US')} more characters`;
}

function boundedFinding(finding: Finding): Finding {
  const { fixes, ...rest } = finding;
  const kept = fixes?.filter(({ edits }) => edits.reduce((sum, { text }) => sum + text.length, 0) <= MOST_EDITS);
  return { ...(bounded(rest, '') as Finding), ...(kept && kept.length > 0 && { fixes: kept }) };
}

/** Paths are left alone: they name files. */
function bounded(value: unknown, key: string): unknown {
  if (typeof value === 'string') return key === 'path' ? value : quoted(value, SQL.has(key) ? MOST_SQL : MOST);
  if (Array.isArray(value)) return list(value, key);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, bounded(part, name)]));
}

function list(values: unknown[], key: string): unknown[] {
  if (key === 'findings') return (values as Finding[]).map(boundedFinding);
  const shown = values.map((value) => bounded(value, key));
  if (key !== 'notices' || shown.length <= MOST_NOTICES) return shown;
  const more = shown.length - MOST_NOTICES;
  return [
    ...shown.slice(0, MOST_NOTICES),
    `… ${more.toLocaleString('en-US')} more ${more === 1 ? 'notice' : 'notices'}`,
  ];
}
