import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { renderComment, renderSummary } from '../../src/report/markdown.js';
import type { LockHold, Report } from '../../src/report-schema/types.js';
import { PATH } from './fixture-parts.js';
import { greenReport } from './fixtures.js';

function withHolds(...lockTimeline: LockHold[]): Report {
  const [migration] = greenReport.migrations;
  if (migration === undefined) throw new Error('the fixture has a migration');
  return { ...greenReport, migrations: [{ ...migration, lockTimeline }] };
}

function hold(over: Partial<LockHold> = {}): LockHold {
  const blocks: LockHold['blocks'] = ['reads', 'writes', 'ddl', 'vacuum'];
  const lock = { relation: 'orders', mode: 'ACCESS EXCLUSIVE' as const, blocks, isNew: false };
  return { ...lock, role: 'up', path: PATH, transaction: 1, from: 3, until: 9, heldMs: 12, ...over };
}

describe('the lock timeline', () => {
  it('is a table in the comment, without a chart', () => {
    const comment = renderComment(withHolds(hold(), hold({ relation: 'users', from: 5, transaction: 2 })));
    expect(comment).toContain('Lock timeline: 2 locks in 2 transactions');
    expect(comment).toContain('| up 1 | `orders` | `ACCESS EXCLUSIVE` | reads, writes, DDL, vacuum | 3 | 9 |');
    expect(comment).not.toContain('mermaid');
  });

  it('is a chart in the step summary', () => {
    const summary = renderSummary(withHolds(hold(), hold({ mode: 'SHARE', blocks: ['writes'], from: 9, until: 9 })));
    const charts = fromMarkdown(summary).children.filter((node) => node.type === 'code' && node.lang === 'mermaid');
    expect(charts).toHaveLength(1);
    expect(charts[0]).toMatchObject({
      value: [
        'gantt',
        '  title From which line to which each lock is held',
        '  dateFormat x',
        '  axisFormat %Q',
        '  section up 1',
        '  ACCESS EXCLUSIVE on orders :crit, 3, 10',
        '  SHARE on orders :active, 9, 10',
      ].join('\n'),
    });
  });

  it('lets no name out of its label', () => {
    const summary = renderSummary(withHolds(hold({ relation: 'a:crit, 1\n```\n<script>%%{init}' })));
    const chart = fromMarkdown(summary).children.find((node) => node.type === 'code' && node.lang === 'mermaid');
    const lines = chart?.type === 'code' ? chart.value.split('\n') : [];
    expect(lines).toHaveLength(6);
    expect(lines[5]).toMatch(/^ {2}ACCESS EXCLUSIVE on [\w. -]+ :crit, 3, 10$/);
  });

  it('is left out where nobody waits', () => {
    expect(renderComment(withHolds())).not.toMatch(/lock timeline/i);
  });
});
