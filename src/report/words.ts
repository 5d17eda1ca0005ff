/** Counts, durations and server names in plain English, shared by the Markdown and the terminal report. */

import type { Finding, Report, Retry, ServerReport, StatementReport } from '../report-schema/types.js';
import { oneLine } from './escape.js';

const SERVERS: Record<ServerReport['kind'], string> = {
  service: 'service container',
  local: 'throwaway local server',
  embedded: 'embedded',
};

/** `1 error`, `2 errors`. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`;
}

/** `1 error, 2 warnings`, without what there is none of; null where there is nothing. */
export function countFindings(counts: Partial<Report['counts']>): string | null {
  const parts = [
    counts.error ? count(counts.error, 'error') : '',
    counts.warning ? count(counts.warning, 'warning') : '',
    counts.info ? count(counts.info, 'note') : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : null;
}

/**
 * The findings in numbers, or that there are none, or that there was nothing to look at. Numbers are of findings in every report;
 * where they are at more places than that, those are counted as well.
 */
export function outcome(report: Pick<Report, 'counts' | 'findings' | 'migrations' | 'notChecked'>): string {
  const found = countFindings(report.counts);
  if (found === null && isUnchecked(report)) return 'nothing was checked';
  if (found === null) return report.migrations.length === 0 ? 'nothing to check' : 'no problems found';
  const places = placesOf(report);
  return places === null ? found : `${found}, in ${count(places, 'place')}`;
}

/** Whether there was something to check, such as a migration in code, and none of it could be: no pass like any other. */
export function isUnchecked({ migrations, notChecked }: Pick<Report, 'migrations' | 'notChecked'>): boolean {
  // Notes about settings have no file: where no migration changed, there was nothing to check all the same.
  return migrations.length === 0 && notChecked.some(({ path }) => path !== undefined);
}

/** At how many places the findings are that count; null where each is at one, or where not all are listed. */
export function placesOf({ counts, findings }: Pick<Report, 'counts' | 'findings'>): number | null {
  const told = findings.filter(({ evidence }) => evidence !== 'refuted');
  const places = placesIn(told);
  const isWhole = told.length === counts.error + counts.warning + counts.info;
  return isWhole && places > told.length ? places : null;
}

/** How many places findings have in all. */
export function placesIn(findings: readonly Finding[]): number {
  return findings.reduce((sum, { places = [] }) => sum + 1 + places.length, 0);
}

/** How much of it there is: `6 findings in 9 places`, `3 findings`, `1 finding in 2 places`; empty where it is one at one. */
export function extent(findings: readonly Finding[], noun = 'finding'): string {
  const places = placesIn(findings);
  if (places === 1) return '';
  const found = count(findings.length, noun);
  return places === findings.length ? found : `${found} in ${count(places, 'place')}`;
}

/** `<1 ms`, `412 ms`, `1.4 s`. */
export function duration(ms: number): string {
  if (ms > 0 && ms < 1) return '<1 ms';
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** How a run on what an interrupted migration had left fared, after its subject; not yet escaped. */
export function retryInWords({ verdict, line, error, differences }: Retry): string {
  if (verdict === 'succeeds') return 'succeeds';
  if (verdict === 'fails') return `fails${line === undefined ? '' : ` at line ${line}`}${error ? `: ${error}` : ''}`;
  const named = differences.slice(0, 3).map(({ kind, name }) => `${kind} ${name}`);
  const more = differences.length > named.length ? ` and ${differences.length - named.length} more` : '';
  return `reports success, but differs in ${named.join(', ')}${more}`;
}

/** `PostgreSQL 18.4 (embedded)`. */
export function serverName(server: ServerReport): string {
  return `PostgreSQL ${oneLine(server.version, 40)} (${SERVERS[server.kind]})`;
}

/** `baseline from the cache`, `998 of 1000 baseline scripts from the cache`; null where all was run anew. */
export function fromCache({ baseline }: Report): string | null {
  if (baseline === undefined || baseline.fromCache === 0) return null;
  const { scripts, fromCache: kept } = baseline;
  return kept === scripts ? 'baseline from the cache' : `${kept} of ${scripts} baseline scripts from the cache`;
}

/** The target's major version where it isn't the server's; null where they agree or one is unknown. */
export function otherTarget(postgres: Report['postgres']): number | null {
  if (postgres.target === null || postgres.server === null) return null;
  return Number.parseInt(postgres.server.version, 10) === postgres.target ? null : postgres.target;
}

/** The first statement of each migration that the server refused, where its `up` script was run. */
export function failedStatements(report: Report): StatementReport[] {
  return report.migrations.flatMap((migration) => {
    const failed = migration.statements.find((it) => it.role === 'up' && it.status === 'failed');
    return failed ? [failed] : [];
  });
}

/** How files were read: those of no tool are just files. */
export function layoutWords(layout: string): string {
  return layout === 'plain' ? 'plain SQL files' : layout;
}

const MOST_LINES = 12;

/** Where else it is so: `The same at lines 7 and 9, and at line 3 of down.sql.` */
export function sameAt({ path, places = [] }: Pick<Finding, 'path' | 'places'>): string | undefined {
  if (places.length === 0) return undefined;
  const files = [...new Set(places.map((place) => place.path))];
  const parts = files.map((file) => {
    const lines = linesOf(places.filter((place) => place.path === file));
    return file === path ? `at ${lines}` : `at ${lines} of ${file}`;
  });
  return `The same ${parts.join(', and ')}.`;
}

/** `line 7`, `lines 7, 9 and 3 more`: places in one file. */
function linesOf(places: readonly { line: number }[]): string {
  const lines = [...new Set(places.map(({ line }) => line))];
  const shown = lines.slice(0, MOST_LINES).join(', ');
  const hidden = lines.length > MOST_LINES ? ` and ${lines.length - MOST_LINES} more` : '';
  return `${lines.length === 1 ? 'line' : 'lines'} ${shown}${hidden}`;
}

/** For where Markdown isn't rendered: what it marks as code is plain text. */
export function unmarked(text: string): string {
  return text.replace(/`([^`\n]*)`/g, '$1');
}

/** What a finding says, part by part: the message, what follows from it, where else it is so, the proof. */
export function saidOf(finding: Finding): string[] {
  const { message, consequences = [], proof } = finding;
  const more = consequences.slice(0, 3).map((one) => `Also: ${one.message}`);
  const same = sameAt(finding);
  return [message, ...more, ...(same ? [same] : []), ...(proof ? [`Proof: ${proof}`] : [])];
}
