import { describe, expect, it } from 'vitest';
import { renderComment } from '../../src/report/markdown.js';
import { mergeReports } from '../../src/report/merge.js';
import { failingReport, greenReport } from './fixtures.js';

const red = { name: 'billing', report: failingReport };
const green = { name: 'orders', report: greenReport };
const idle = {
  name: 'users',
  report: { ...greenReport, postgres: { target: null, server: null }, migrations: [], findings: [] },
};

describe('several reports as one', () => {
  it('fail where one fails, and count together', () => {
    const merged = mergeReports([green, red], []);
    expect(merged.verdict).toBe('fail');
    expect(merged.counts).toEqual(failingReport.counts);
    expect(merged.migrations).toHaveLength(2);
    expect(merged.statements.checked).toBe(greenReport.statements.checked + failingReport.statements.checked);
    expect(merged.notChecked.map(({ check }) => check)).toEqual(['billing: how long others wait for locks']);
  });

  it('pass where all pass, on the server that was used', () => {
    const merged = mergeReports([idle, green], []);
    expect(merged).toMatchObject({ verdict: 'pass', postgres: greenReport.postgres });
    expect(renderComment(merged).split('\n')[0]).toBe('### ✅ Migration safety: passed');
  });

  it('fail where one is missing, and say which', () => {
    const merged = mergeReports([green], ['billing']);
    expect(merged.verdict).toBe('fail');
    const comment = renderComment(merged, { parts: { reports: [green], missing: ['billing'] } });
    expect(comment.split('\n')[0]).toBe('### ❌ Migration safety: failed');
    expect(comment).toContain('| billing | ❌ no report |');
    expect(comment).toContain('- billing: its job left no report');
  });

  it('are one alone, untouched', () => {
    expect(mergeReports([red], [])).toBe(failingReport);
  });

  it('read well', async () => {
    const reports = [red, green, idle];
    const merged = mergeReports([red, green, idle], ['audit']);
    const comment = renderComment(merged, { parts: { reports, missing: ['audit'] } });
    await expect(comment).toMatchFileSnapshot('snapshots/comment-databases.md.snap');
  });
});
