/** GitLab's Code Quality report: what a merge request shows beside its lines (docs.gitlab.com, Code Quality, report format). Pure. */
import type { Finding, Report, Severity } from '../report-schema/types.js';
import { clean, oneLine } from './escape.js';
import { fingerprints } from './fingerprint.js';
import { isApplyFailure, orderFindings } from './order.js';
import { saidOf, unmarked } from './words.js';

/** Of info, minor, major, critical and blocker. */
const SEVERITIES: Record<Severity, string> = { error: 'critical', warning: 'minor', info: 'info' };

/** Render the findings that count as a list of issues, the gravest first; refuted ones are left out. */
export function renderGitlab(report: Report): string {
  const findings = orderFindings(report.findings);
  const prints = fingerprints(findings);
  return `${JSON.stringify(
    findings.map((finding, at) => issue(finding, prints[at] ?? '')),
    null,
    2,
  )}\n`;
}

function issue(finding: Finding, fingerprint: string): object {
  return {
    description: oneLine(unmarked(saidOf(finding).join(' ')), 2000),
    check_name: clean(finding.rule),
    fingerprint,
    severity: isApplyFailure(finding) ? 'blocker' : SEVERITIES[finding.severity],
    location: { path: clean(finding.path), lines: { begin: finding.line, end: finding.endLine } },
  };
}
