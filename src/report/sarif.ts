/** SARIF 2.1.0, in the shape that GitHub's code scanning takes. */
import type { Location } from '../model.js';
import type { Finding, Related, Report, Severity } from '../report-schema/types.js';
import { clean, oneLine, truncate } from './escape.js';
import { fingerprints } from './fingerprint.js';
import { orderFindings } from './order.js';
import { saidOf, unmarked } from './words.js';

/** What the log says about a rule. */
export interface RuleDescription {
  id: string;
  summary: string;
  help: string;
  url: string;
}

/** Code scanning refuses a run with more results. */
const MAX_RESULTS = 25_000;
/** Code scanning takes no longer texts for rules. */
const MAX_TEXT = 1024;
const LEVELS: Record<Severity, 'error' | 'warning' | 'note'> = { error: 'error', warning: 'warning', info: 'note' };

/** Render the findings that count as a SARIF log; refuted ones are left out. */
export function renderSarif(report: Report, rules: readonly RuleDescription[], informationUri?: string): string {
  const findings = orderFindings(report.findings).slice(0, MAX_RESULTS);
  const described = describeAll(findings, rules);
  const index = new Map(described.map((rule, at) => [rule.id, at]));
  const prints = fingerprints(findings);
  const results = findings.map((finding, at) => ({
    ruleId: finding.rule,
    ruleIndex: index.get(finding.rule),
    level: LEVELS[finding.severity],
    message: {
      text: clean(unmarked([...saidOf(finding), finding.help].filter(Boolean).join('\n\n'))),
    },
    locations: [{ physicalLocation: physicalLocation(finding) }],
    ...((finding.related || finding.places) && {
      relatedLocations: [...(finding.related ?? []), ...also(finding)].map((related, id) => ({
        id,
        message: { text: oneLine(related.message) },
        physicalLocation: physicalLocation(related),
      })),
    }),
    ...fixesOf(finding),
    partialFingerprints: { 'migrationSafety/v1': prints[at] },
    properties: { evidence: finding.evidence },
  }));
  const driver = {
    name: report.tool.name,
    version: report.tool.version,
    ...(informationUri && { informationUri }),
    rules: described.map((rule) => ({
      id: rule.id,
      shortDescription: { text: oneLine(rule.summary, MAX_TEXT) },
      fullDescription: { text: oneLine(rule.summary, MAX_TEXT) },
      help: { text: truncate(clean(rule.help), MAX_TEXT) },
      ...(rule.url && { helpUri: rule.url }),
    })),
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', ...invocations(report), results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function also({ places = [] }: Finding): Related[] {
  return places.map((place) => ({ ...place, message: 'The same is so here' }));
}

/** What must be shown although nothing was found. */
function invocations({ statements }: Report): object {
  const unread = statements.notUnderstood;
  if (unread === 0) return {};
  const text = `Statements that were not understood, and that no rule looked at: ${unread}.`;
  const notification = { level: 'warning', message: { text } };
  return { invocations: [{ executionSuccessful: true, toolExecutionNotifications: [notification] }] };
}

/** The given rules, and one made from the finding for each that has no description. */
function describeAll(findings: readonly Finding[], rules: readonly RuleDescription[]): RuleDescription[] {
  const all = new Map(rules.map((rule) => [rule.id, rule]));
  for (const { rule, message, help } of findings) {
    if (!all.has(rule)) all.set(rule, { id: rule, summary: message, help: help || message, url: '' });
  }
  return [...all.values()];
}

/** Repairs as replacements of what stands in the file (SARIF 2.1.0, 3.55). */
function fixesOf({ fixes = [] }: Finding): object {
  if (fixes.length === 0) return {};
  return {
    fixes: fixes.map(({ description, edits }) => ({
      description: { text: oneLine(unmarked(description)) },
      artifactChanges: [...new Set(edits.map(({ path }) => path))].map((path) => ({
        artifactLocation: artifactLocation(path),
        replacements: edits
          .filter((edit) => edit.path === path)
          .map((edit) => ({ deletedRegion: region(edit), insertedContent: { text: edit.text } })),
      })),
    })),
  };
}

function physicalLocation(location: Location) {
  return { artifactLocation: artifactLocation(location.path), region: region(location) };
}

function artifactLocation(path: string) {
  return { uri: clean(path).split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

function region({ line, column, endLine, endColumn }: Location) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}
