import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/report/html.js';
import { renderComment, renderSummary } from '../../src/report/markdown.js';
import { filesOf, groupFindings, isBlocking, orderFindings, refutedFindings } from '../../src/report/order.js';
import { renderText } from '../../src/report/text.js';
import { extent, outcome } from '../../src/report/words.js';
import type { Finding, Report } from '../../src/report-schema/types.js';
import { failingReport, finding } from './fixtures.js';

describe('the order of findings', () => {
  it('is apply failures, then severity; else it stays as it was decided', () => {
    const findings = [
      finding({ rule: 'i', severity: 'info', path: 'a', line: 1 }),
      finding({ rule: 'w', severity: 'warning', path: 'a', line: 1 }),
      finding({ rule: 'e3', path: 'b', line: 1 }),
      finding({ rule: 'e2', path: 'a', line: 10 }),
      finding({ rule: 'e1', path: 'a', line: 9 }),
      finding({ rule: 'syntax-error', path: 'z', line: 99 }),
    ];
    expect(orderFindings(findings).map(({ rule }) => rule)).toEqual(['syntax-error', 'e3', 'e2', 'e1', 'w', 'i']);
  });

  it('keeps refuted findings apart', () => {
    const findings = [finding({ evidence: 'refuted', rule: 'r' }), finding({ rule: 's' })];
    expect(orderFindings(findings).map(({ rule }) => rule)).toEqual(['s']);
    expect(refutedFindings(findings).map(({ rule }) => rule)).toEqual(['r']);
  });
});

describe('grouping', () => {
  it('puts one rule together, and never two severities', () => {
    const groups = groupFindings([
      finding({ line: 1 }),
      finding({ line: 2, severity: 'warning' }),
      finding({ line: 3 }),
      finding({ line: 4, path: 'other.sql' }),
    ]);
    expect(groups.map(({ findings }) => findings.map(({ line }) => line))).toEqual([[1, 3, 4], [2]]);
  });
});

const place = (path: string, line: number) => ({ path, line, column: 1, endLine: line, endColumn: 2 });

describe('the files of a group', () => {
  it('have all their places, each line once', () => {
    const places = [place('other.sql', 4), place('other.sql', 4)];
    const group = { findings: [finding({ path: 'a.sql', line: 1, places }), finding({ path: 'a.sql', line: 3 })] };
    expect(filesOf(group)).toEqual([
      { path: 'a.sql', lines: [1, 3] },
      { path: 'other.sql', lines: [4] },
    ]);
  });
});

describe('what blocks', () => {
  it('is what is at least as grave as fail-on', () => {
    expect(isBlocking('warning', 'error')).toBe(false);
    expect(isBlocking('warning', 'warning')).toBe(true);
    expect(isBlocking('error', 'info')).toBe(true);
    expect(isBlocking('error', 'never')).toBe(false);
  });
});

describe('counts', () => {
  const at = (line: number) => ({ path: 'a.sql', line, column: 1, endLine: line, endColumn: 2 });
  const found = (rule: string, lines: number[]): Finding => {
    const [first = 1, ...others] = lines;
    const base = { rule, severity: 'error', evidence: 'static', message: 'Wrong.', help: 'Mend it.' } as const;
    return { ...base, ...at(first), ...(others.length > 0 && { places: others.map(at) }) };
  };
  const findings = [found('a', [1, 2, 3]), found('a', [9]), found('b', [4])];
  const report: Report = { ...failingReport, findings, counts: { error: 3, warning: 0, info: 0 }, migrations: [] };

  it('are of findings, and of their places where those are more, in every report', () => {
    const all = '3 errors, in 5 places';
    const rule = '2 findings in 4 places';
    const options = { color: false, width: 100, sources: new Map<string, string>() };
    const condensed = renderText(
      {
        ...report,
        findings: [...findings, ...Array.from({ length: 60 }, (_, n) => found('c', [n + 20]))],
        counts: { error: 63, warning: 0, info: 0 },
      },
      options,
    );
    expect(renderText(report, options)).toContain(all);
    expect(condensed).toContain('63 errors, in 65 places');
    expect(condensed).toContain(rule);
    expect(condensed).toMatch(/error {2}c {2}static {2}· {2}60 findings$/m);
    expect(condensed).toMatch(/error {2}b {2}static$/m);
    for (const markdown of [renderComment(report), renderSummary(report)]) {
      expect(markdown).toContain(all);
      expect(markdown).toContain(rule);
    }
    expect(renderHtml(report)).toContain('in <b>5</b> places');
    expect(renderHtml(report)).toContain(rule);
  });

  it('name no places where each finding is at one, and none that are not listed', () => {
    expect(outcome({ ...report, findings: findings.slice(1), counts: { error: 2, warning: 0, info: 0 } })).toBe(
      '2 errors',
    );
    expect(outcome({ ...report, counts: { error: 9, warning: 0, info: 0 } })).toBe('9 errors');
    expect(extent([found('a', [1, 2])])).toBe('1 finding in 2 places');
    expect(extent([found('a', [1])])).toBe('');
  });
});
