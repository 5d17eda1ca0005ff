/** In what order findings are shown, which of them block, and which belong together. */
import type { Finding, Report, Severity } from '../report-schema/types.js';

/** The findings that say: this migration can't even be applied. */
const APPLY_FAILURES: ReadonlySet<string> = new Set(['migration-fails', 'syntax-error']);
const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Findings of one rule and severity. */
export interface Group {
  first: Finding;
  findings: Finding[];
}

/** Whether the finding says that a migration can't be applied at all. */
export function isApplyFailure(finding: Finding): boolean {
  return APPLY_FAILURES.has(finding.rule);
}

/** The findings that count, in reading order: apply failures, then by severity; else in the verdict’s order, by harm. */
export function orderFindings(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.evidence !== 'refuted').sort(compare);
}

/** The predictions that the server refuted. */
export function refutedFindings(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.evidence === 'refuted');
}

/** Whether a finding of this severity fails the check. */
export function isBlocking(severity: Severity, failOn: Report['failOn']): boolean {
  return failOn !== 'never' && RANK[severity] <= RANK[failOn];
}

/** Put findings of one rule and severity together, in the order of the first of each. */
export function groupFindings(findings: readonly Finding[]): Group[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.rule}`;
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else groups.set(key, { first: finding, findings: [finding] });
  }
  return [...groups.values()];
}

/** The places of a group, file by file: where each finding is, and where else it is so. Lines without doubles. */
export function filesOf({ findings }: Pick<Group, 'findings'>): { path: string; lines: number[] }[] {
  const files = new Map<string, Set<number>>();
  for (const { path, line } of findings.flatMap((it) => [it, ...(it.places ?? [])])) {
    const lines = files.get(path) ?? new Set();
    files.set(path, lines.add(line));
  }
  return [...files].map(([path, lines]) => ({ path, lines: [...lines] }));
}

function compare(a: Finding, b: Finding): number {
  return Number(isApplyFailure(b)) - Number(isApplyFailure(a)) || RANK[a.severity] - RANK[b.severity];
}
