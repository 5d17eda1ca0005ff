import { describe, expect, it } from 'vitest';
import { filesOf, groupFindings, isBlocking, orderFindings, refutedFindings } from '../../src/report/order.js';
import { finding } from './fixtures.js';

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
