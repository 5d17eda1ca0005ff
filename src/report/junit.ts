/**
 * JUnit XML, which every CI system shows as test results: a suite for each file, a test for each finding and each line of a
 * migration's checklist. In the form that Jenkins' schema (junit-10.xsd) takes. Pure.
 */
import type { Finding, Proof, Report } from '../report-schema/types.js';
import { clean, oneLine, xml } from './escape.js';
import { isBlocking, orderFindings } from './order.js';
import { saidOf, unmarked } from './words.js';

type TestOutcome = 'passed' | 'failure' | 'skipped';

interface TestCase {
  name: string;
  path: string;
  outcome: TestOutcome;
  /** In one line: why it failed or was skipped. */
  message: string;
  type: string;
  text: string;
}

/** Render what was found and proven. A finding that doesn't fail the check is a test that passes, with its words as output. */
export function renderJunit(report: Report): string {
  const cases = [
    ...orderFindings(report.findings).map((finding) => ofFinding(finding, report.failOn)),
    ...report.migrations.flatMap(({ path, proofs }) => proofs.map((proof) => ofProof(proof, path))),
    ...report.notChecked.map(({ check, reason }) => notChecked(check, reason)),
  ];
  const suites = new Map<string, TestCase[]>();
  for (const one of cases) suites.set(one.path, [...(suites.get(one.path) ?? []), one]);
  const seconds = (report.durationMs / 1000).toFixed(3);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${xml(report.tool.name)}" time="${seconds}" ${counts(cases)}>`,
    ...[...suites].flatMap(([path, all]) => suite(path, all)),
    '</testsuites>',
    '',
  ].join('\n');
}

function ofFinding(finding: Finding, failOn: Report['failOn']): TestCase {
  const { rule, path, line, severity, message, help } = finding;
  return {
    name: `line ${line}: ${rule}`,
    path,
    outcome: isBlocking(severity, failOn) ? 'failure' : 'passed',
    message: unmarked(message),
    type: `${severity} ${rule}`,
    text: unmarked([...saidOf(finding), help].filter(Boolean).join('\n\n')),
  };
}

const OUTCOMES: Record<Proof['status'], TestOutcome> = {
  proven: 'passed',
  failed: 'failure',
  'not checked': 'skipped',
};

function ofProof({ title, status, detail }: Proof, path: string): TestCase {
  const text = unmarked(detail ?? '');
  return { name: title, path, outcome: OUTCOMES[status], message: text || title, type: 'checklist', text };
}

function notChecked(check: string, reason: string): TestCase {
  const text = unmarked(reason);
  return { name: check, path: 'not checked', outcome: 'skipped', message: text, type: 'not checked', text };
}

function suite(path: string, all: readonly TestCase[]): string[] {
  return [
    `  <testsuite name="${xml(path)}" ${counts(all)} skipped="${number(all, 'skipped')}">`,
    ...all.flatMap(testCase),
    '  </testsuite>',
  ];
}

function testCase({ name, path, outcome, message, type, text }: TestCase): string[] {
  const open = `    <testcase name="${xml(oneLine(name, 300))}" classname="${xml(path)}"`;
  const attributes = `message="${xml(oneLine(message, 500))}" type="${xml(type)}"`;
  const body = xml(clean(text));
  if (outcome === 'failure') return [`${open}>`, `      <failure ${attributes}>${body}</failure>`, '    </testcase>'];
  if (outcome === 'skipped') return [`${open}>`, `      <skipped ${attributes}/>`, '    </testcase>'];
  if (text === '') return [`${open}/>`];
  return [`${open}>`, `      <system-out>${body}</system-out>`, '    </testcase>'];
}

function counts(all: readonly TestCase[]): string {
  return `tests="${all.length}" failures="${number(all, 'failure')}" errors="0"`;
}

function number(all: readonly TestCase[], outcome: TestOutcome): number {
  return all.filter((one) => one.outcome === outcome).length;
}
