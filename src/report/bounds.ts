/** Bounds every text of a report: what a server or a script says may have any length, and is quoted in each format. Pure. */
import type { Finding, NotChecked, Report } from '../report-schema/types.js';

/** What is quoted of a text. */
const MOST = 2000;
/** Of SQL, and of help that holds SQL to paste. */
const MOST_SQL = 8000;
const SQL = new Set(['sql', 'statement', 'help', 'missingSql', 'before', 'after']);
/** What the server says of one statement besides its result. */
const MOST_NOTICES = 20;
/** Findings in a report, and statements of a migration: more are counted, not listed. */
const MOST_ENTRIES = 10_000;
/** A repair is taken whole or not at all. */
const MOST_EDITS = 100_000;

/** The report with its texts cut, each with how much more there was. To be done last: what is compared must be whole. */
export function withinBounds(report: Report): Report {
  const findings = mostSevere(report.findings);
  const missing = [
    leftOut('finding', '', report.findings.length),
    ...report.migrations.map(({ path, statements }) => leftOut('statement', ` of ${path}`, statements.length)),
  ].flat();
  const migrations = report.migrations.map((one) => ({ ...one, statements: one.statements.slice(0, MOST_ENTRIES) }));
  return bounded({ ...report, findings, migrations, notChecked: [...report.notChecked, ...missing] }, '') as Report;
}

function leftOut(noun: string, of: string, count: number): NotChecked[] {
  if (count <= MOST_ENTRIES) return [];
  const check = `${more(count - MOST_ENTRIES, noun)}${of}`;
  return [{ check, reason: 'they were looked at and count, and there are too many to list them' }];
}

/** `1,234 more statements`. */
function more(rest: number, noun: string): string {
  return `${rest.toLocaleString('en-US')} more ${rest === 1 ? noun : `${noun}s`}`;
}

/** Errors first, where not all can be listed; in their order. */
function mostSevere(findings: Finding[]): Finding[] {
  if (findings.length <= MOST_ENTRIES) return findings;
  const kept = new Set<Finding>();
  for (const level of ['error', 'warning', 'info']) {
    for (const finding of findings) if (finding.severity === level && kept.size < MOST_ENTRIES) kept.add(finding);
  }
  return findings.filter((finding) => kept.has(finding));
}

/** Cut to `most` UTF-16 units, never through a surrogate pair, with the number of those that are left out. */
export function quoted(text: string, most = MOST): string {
  if (text.length <= most) return text;
  const cut = /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most;
  return `${text.slice(0, cut)}… ${more(text.length - cut, 'character')}`;
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
  return [...shown.slice(0, MOST_NOTICES), `… ${more(shown.length - MOST_NOTICES, 'notice')}`];
}
