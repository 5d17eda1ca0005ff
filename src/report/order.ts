/** In what order findings are shown, which of them block, and which belong together. */
import type { Finding, Report, Severity } from '../report-schema/types.js';

/** The findings that say: this migration can't even be applied. */
const APPLY_FAILURES: ReadonlySet<string> = new Set(['migration-fails', 'syntax-error']);
const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Findings of one rule in one file. */
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

/** Put findings of one rule and severity in one file together, in the order of the first of each. */
export function groupFindings(findings: readonly Finding[]): Group[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.rule, finding.severity, finding.path]);
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else groups.set(key, { first: finding, findings: [finding] });
  }
  return [...groups.values()];
}

function compare(a: Finding, b: Finding): number {
  return Number(isApplyFailure(b)) - Number(isApplyFailure(a)) || RANK[a.severity] - RANK[b.severity];
}
