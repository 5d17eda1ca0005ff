import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { renderJunit } from '../../src/report/junit.js';
import type { Report } from '../../src/report-schema/types.js';
import { FORBIDDEN, hostile } from './arbitraries.js';
import { bigReport, failingReport, finding, greenReport, hostileReport } from './fixtures.js';

/** What Jenkins' junit-10.xsd has of it: the attributes that must be there, those that may, and the children. */
const FORM: Record<string, { must: string[]; may: string[]; holds: string[] }> = {
  testsuites: { must: [], may: ['name', 'time', 'tests', 'failures', 'errors'], holds: ['testsuite'] },
  testsuite: { must: ['name', 'tests', 'failures', 'errors'], may: ['skipped'], holds: ['testcase'] },
  testcase: { must: ['name'], may: ['classname'], holds: ['failure', 'skipped', 'system-out'] },
  failure: { must: [], may: ['message', 'type'], holds: ['#text'] },
  skipped: { must: [], may: ['message', 'type'], holds: [] },
  'system-out': { must: [], may: [], holds: ['#text'] },
};

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
}

function read(xml: string): Element {
  expect(XMLValidator.validate(xml)).toBe(true);
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
  });
  type Raw = Record<string, unknown> & { ':@'?: Record<string, string> };
  const element = (raw: Raw): Element => {
    const [name = ''] = Object.keys(raw).filter((key) => key !== ':@');
    const inside = raw[name];
    const children = Array.isArray(inside) ? (inside as Raw[]).map(element) : [];
    return { name, attributes: raw[':@'] ?? {}, children: children.filter((it) => it.name !== '#text') };
  };
  const root = (parser.parse(xml) as Raw[]).map(element).find(({ name }) => name === 'testsuites');
  if (root === undefined) throw new Error('no test suites');
  return root;
}

function problems({ name, attributes, children }: Element): string[] {
  const form = FORM[name];
  if (form === undefined) return [`there is no ${name}`];
  const names = Object.keys(attributes);
  return [
    ...form.must.filter((one) => !names.includes(one)).map((one) => `${name} lacks ${one}`),
    ...names.filter((one) => ![...form.must, ...form.may].includes(one)).map((one) => `${name} has ${one}`),
    ...children.flatMap((child) =>
      form.holds.includes(child.name) ? problems(child) : [`${name} holds ${child.name}`],
    ),
  ];
}

const casesOf = (report: Report) => read(renderJunit(report)).children.flatMap(({ children }) => children);
const withChild = (report: Report, name: string) =>
  casesOf(report).filter(({ children }) => children.some((child) => child.name === name));

describe('JUnit XML', () => {
  it.each([
    ['failing', failingReport],
    ['green', greenReport],
    ['big', bigReport],
    ['hostile', hostileReport()],
  ])('has the form that CI systems take: %s', (_, report) => {
    expect(problems(read(renderJunit(report)))).toEqual([]);
  });

  it('fails what fails the check, and nothing else', () => {
    const findings = [finding({ severity: 'error' }), finding({ severity: 'warning' }), finding({ severity: 'info' })];
    const report = { ...greenReport, findings };
    expect(withChild(report, 'failure')).toHaveLength(1);
    expect(withChild({ ...report, failOn: 'warning' }, 'failure')).toHaveLength(2);
    expect(withChild({ ...report, failOn: 'never' }, 'failure')).toHaveLength(0);
    expect(withChild({ ...report, findings: [finding({ evidence: 'refuted' })] }, 'failure')).toHaveLength(0);
  });

  it('has a test for each line of the checklist', () => {
    const proofs = failingReport.migrations.flatMap((migration) => migration.proofs);
    const report = { ...failingReport, findings: [], notChecked: [] };
    const count = (status: string) => proofs.filter((proof) => proof.status === status).length;
    expect(casesOf(report)).toHaveLength(proofs.length);
    expect(withChild(report, 'failure')).toHaveLength(count('failed'));
    expect(withChild(report, 'skipped')).toHaveLength(count('not checked'));
  });

  it('counts', () => {
    const root = read(renderJunit(failingReport));
    for (const suite of root.children) expect(suite.attributes.tests).toBe(String(suite.children.length));
    const failures = withChild(failingReport, 'failure').length;
    expect(root.attributes.failures).toBe(String(failures));
  });

  it('is XML whatever stands in the report', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = renderJunit(hostileReport(text));
        expect(problems(read(shown))).toEqual([]);
        expect(shown).not.toMatch(FORBIDDEN);
      }),
      { numRuns: 50 },
    );
  });
});
