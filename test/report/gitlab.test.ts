import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { renderGitlab } from '../../src/report/gitlab.js';
import { FORBIDDEN } from './arbitraries.js';
import { bigReport, failingReport, finding, greenReport, hostileReport } from './fixtures.js';

/** As GitLab's documentation has it: Code Quality, report format. */
const FORM = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string' },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          // Relative to the repository.
          path: { type: 'string', not: { pattern: '^(\\./|/)' } },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
};
const isReport = new Ajv.default().compile(FORM);
const issues = (report: typeof failingReport) => JSON.parse(renderGitlab(report)) as Record<string, unknown>[];

describe('GitLab’s Code Quality report', () => {
  it.each([
    ['failing', failingReport],
    ['green', greenReport],
    ['big', bigReport],
  ])('has the documented form: %s', (_, report) => {
    expect(isReport(issues(report)), JSON.stringify(isReport.errors)).toBe(true);
  });

  it('is read whatever stands in the report', () => {
    for (const { description } of issues(hostileReport())) expect(description).not.toMatch(FORBIDDEN);
  });

  it('tells every finding apart: GitLab shows one for each fingerprint', () => {
    const same = { ...greenReport, findings: [finding({ line: 1 }), finding({ line: 2 }), finding({ line: 3 })] };
    expect(new Set(issues(same).map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });

  it('is gravest where nothing can be applied, and leaves out what the server refuted', () => {
    const findings = [
      finding({ rule: 'migration-fails' }),
      finding({ severity: 'error' }),
      finding({ severity: 'warning' }),
      finding({ severity: 'info' }),
      finding({ evidence: 'refuted' }),
    ];
    const grades = issues({ ...greenReport, findings }).map(({ severity }) => severity);
    expect(grades).toEqual(['blocker', 'critical', 'minor', 'info']);
  });
});
