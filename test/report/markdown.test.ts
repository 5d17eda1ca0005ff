import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../../src/report/escape.js';
import { renderHtml } from '../../src/report/html.js';
import { COMMENT_BUDGET, renderComment, renderSummary, SUMMARY_BUDGET } from '../../src/report/markdown.js';
import { renderText } from '../../src/report/text.js';
import type { Report } from '../../src/report-schema/types.js';
import { hostile, RUNS } from './arbitraries.js';
import { bigReport, failingReport, finding, greenReport, hostileReport } from './fixtures.js';
import { all, LIVE, liveText, tree } from './markdown-tree.js';

const marker = '<!-- migration-safety:default -->';
const repository = 'https://github.com/acme/shop';
const context = {
  marker,
  lineUrl: (path: string, line: number) => `${repository}/blob/9e03d71/${encodeURI(clean(path))}#L${line}`,
  runUrl: `${repository}/actions/runs/7`,
  baseSha: '4f1c2ab8d1',
  headSha: '9e03d71c55',
  ruleUrl: (rule: string) => `${repository}/docs/rules/${encodeURIComponent(clean(rule))}.md`,
};
const notRehearsed: Report = {
  ...greenReport,
  postgres: { target: 17, server: null },
  statements: { checked: 3, notUnderstood: 2 },
  notChecked: [{ check: 'rehearsal', reason: 'switched off with `server: none`' }],
  migrations: greenReport.migrations.map((it) => ({
    ...it,
    statements: it.statements.map((statement) => ({ ...statement, status: 'notRun' })),
    validations: [],
    plans: [],
    proofs: it.proofs.map((proof) => ({ ...proof, status: 'not checked', detail: 'nothing was run' })),
  })),
};

describe('the comment', () => {
  it.each([
    ['failing', failingReport],
    ['green', greenReport],
    ['not-rehearsed', notRehearsed],
    ['big', bigReport],
    ['hostile', hostileReport()],
  ])('reads well: %s', async (name, report) => {
    await expect(renderComment(report, context)).toMatchFileSnapshot(`snapshots/comment-${name}.md.snap`);
  });

  it('has the marker as its first line, always', () => {
    for (const report of [failingReport, greenReport, bigReport, hostileReport()]) {
      expect(renderComment(report, context).split('\n')[0]).toBe(marker);
      expect(renderComment(report, context).split(marker)).toHaveLength(2);
    }
  });

  it('needs no context', () => {
    expect(renderComment(failingReport)).toContain('`db/migrations/2026-01-23_p0_perf_indexes.md`: lines 8, ');
    expect(renderComment(failingReport)).not.toContain('](');
  });

  it('shows of a path what tells the files apart', () => {
    const two = { ...greenReport, findings: [finding({ path: 'a/m/1.sql' }), finding({ path: 'b/m/1.sql' })] };
    const one = { ...greenReport, findings: [finding({ path: 'a/m/1.sql' })] };
    expect(renderComment({ ...two, verdict: 'fail' }, context)).toContain('[<code>a/m/1.sql&#58;8</code>]');
    expect(renderComment({ ...one, verdict: 'fail' }, context)).toContain('[<code>1.sql&#58;8</code>]');
  });

  it('says once what many files have in common, and names each file with its lines', () => {
    const findings = [8, 9, 30].flatMap((line) => ['m/1.sql', 'm/2.sql'].map((path) => finding({ path, line })));
    const comment = renderComment({ ...greenReport, verdict: 'fail', findings }, context);
    const [line] = findings.map(({ message }) => message);
    expect(comment.split(String(line)).length - 1).toBe(1);
    expect(comment.match(/lines \[8\]\([^)]*\), \[9\]\([^)]*\), \[30\]/g)).toHaveLength(2);
    expect(comment).toContain(' · 6 findings<br>');
  });

  it('opens the fixes where they are few', () => {
    const kinds = (n: number) =>
      Array.from({ length: n }, (_, at) => finding({ rule: `rule-${at}`, help: 'Mend it.' }));
    const of = (n: number) => renderComment({ ...greenReport, verdict: 'fail', findings: kinds(n) }, context);
    expect(of(3)).toContain('<details open><summary><b>How to fix</b> (3 rules)');
    expect(of(4)).toContain('<details><summary><b>How to fix</b> (4 rules)');
  });

  it('tells what stops the deploy first, with its SQL, and not again in the table', () => {
    const [at] = failingReport.migrations.flatMap(({ statements }) =>
      statements.filter(({ status }) => status === 'failed'),
    );
    const stops = finding({ rule: 'it-stops', path: at?.path ?? '', line: at?.line ?? 0, message: 'It stops here.' });
    const comment = renderComment({ ...failingReport, findings: [stops, ...failingReport.findings] }, context);
    const [, alert = ''] = comment.split('> [!CAUTION]\n');
    expect(alert.split('\n\n')[0]).toContain(`> ${at?.sql.split('\n')[0]}`);
    expect(comment.split('It stops here.')).toHaveLength(2);
  });

  it('says in its title what came out', () => {
    const titleOf = (over: Partial<Report>) => renderComment({ ...greenReport, ...over }).split('\n')[0];
    const stopped = [finding({ rule: 'migration-fails' })];
    expect(titleOf({})).toBe('### ✅ Migration safety: passed');
    expect(titleOf({ counts: { error: 0, warning: 2, info: 1 } })).toBe(
      '### ✅ Migration safety: passed, with 2 warnings',
    );
    expect(titleOf({ migrations: [] })).toBe('### ✅ Migration safety: no migration changed');
    expect(titleOf({ statements: { checked: 3, notUnderstood: 1 } })).toBe(
      '### ⚠️ Migration safety: passed, but 1 statement was not understood',
    );
    expect(titleOf({ failOn: 'never', counts: { error: 1, warning: 0, info: 0 } })).toBe(
      '### ⚠️ Migration safety: 1 error, none of which block this change',
    );
    expect(titleOf({ verdict: 'fail', counts: { error: 1, warning: 4, info: 0 } })).toBe(
      '### ❌ Migration safety: 1 error blocks this change',
    );
    expect(titleOf({ verdict: 'fail', failOn: 'warning', counts: { error: 1, warning: 4, info: 0 } })).toBe(
      '### ❌ Migration safety: 1 error, 4 warnings block this change',
    );
    expect(titleOf({ verdict: 'fail', findings: stopped })).toBe(
      '### ❌ Migration safety: the migration does not apply',
    );
    expect(titleOf({ verdict: 'fail', findings: [finding({ rule: 'syntax-error' })] })).toBe(
      '### ❌ Migration safety: 1 file does not parse',
    );
  });
});

describe('the budgets', () => {
  const grown = (size: number): Report => ({
    ...bigReport,
    findings: bigReport.findings.map((it, at) => ({
      ...it,
      rule: `${it.rule}-${at}`,
      message: `${'ü|'.repeat(size)}`,
      help: `SELECT '${'y'.repeat(size * 20)}';`,
    })),
  });

  it.each([1, 10, 50, 100, 200, 500, 2000])('hold for texts of size %i', (size) => {
    const comment = renderComment(grown(size), context);
    expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(COMMENT_BUDGET);
    expect(comment.startsWith(`${marker}\n### ❌ Migration safety: 30 of 30 migrations do not apply`)).toBe(true);
    expect(comment).toContain(context.runUrl);
    expect(Buffer.byteLength(renderSummary(grown(size), context))).toBeLessThanOrEqual(SUMMARY_BUDGET);
  });

  it.each([300, 3000])('hold for %i findings, the gravest of which are told', (count) => {
    const findings = Array.from({ length: count }, (_, at) => {
      const of = bigReport.findings[at % bigReport.findings.length] ?? finding();
      return { ...of, line: at + 1, endLine: at + 1, rule: `rule-${at % 97}` };
    });
    const comment = renderComment({ ...bigReport, findings }, context);
    expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(COMMENT_BUDGET);
    expect(comment.match(/^\| ❌ /gm)?.length).toBeGreaterThanOrEqual(10);
    expect(comment).toContain('<b>How to fix</b>');
    const summary = renderSummary({ ...bigReport, findings }, context);
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(SUMMARY_BUDGET);
  });

  it('fall back to counts by rule when not even ten rows fit', () => {
    const far = { ...context, lineUrl: (path: string) => `https://h/${path}/${'x'.repeat(9000)}` };
    const comment = renderComment(bigReport, far);
    expect(comment).toContain('| `rule-0` | 29 errors, 14 warnings |');
    expect(comment).toContain('Not checked: 1 thing.');
    expect(comment).toContain('for the rest see the [full report]');
  });
});

describe('the summary', () => {
  it('shows everything, opened', async () => {
    const summary = renderSummary(failingReport, { ...context, marker: '' });
    await expect(summary).toMatchFileSnapshot('snapshots/summary-failing.md.snap');
    expect(summary).not.toContain('<details>');
  });
});

describe('hostile text', () => {
  const OURS = /^<(\/?(details( open)?|summary|b|sub|code)|w?br)>/;

  it('stays text, wherever it stands', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const comment = renderComment(hostileReport(text), context);
        const root = tree(comment.slice(marker.length));
        expect(comment.split('<!--')).toHaveLength(2);
        for (const live of liveText(root)) expect(live).not.toMatch(LIVE);
        for (const node of all(root)) {
          if (node.type === 'html') expect(node.value).toMatch(OURS);
          if (node.type === 'link') expect(node.url.startsWith(repository)).toBe(true);
          expect(['image', 'definition', 'linkReference', 'footnoteDefinition']).not.toContain(node.type);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('leaves the sections as they are', () => {
    const outline = (markdown: string) =>
      tree(markdown)
        .children.map(({ type }) => type)
        .join(' ');
    const calm = outline(renderComment(hostileReport('word'), context));
    fc.assert(
      fc.property(hostile, (text) => {
        fc.pre(/\w/.test(text) && !/[A-Z;-]|^\s/m.test(text) && !text.includes('\n'));
        expect(outline(renderComment(hostileReport(`w${text}`), context))).toBe(calm);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('of several migrations', () => {
  const [one] = failingReport.migrations;
  const named = (id: string, path: string) =>
    ({
      ...one,
      id,
      path,
      statements: (one?.statements ?? []).map((it) => ({ ...it, path })),
    }) as Report['migrations'][number];
  const report = { ...failingReport, migrations: [named('first', 'a.sql'), named('second', 'b.sql')] };
  const findings = [finding({ path: 'b.sql', line: 1 }), finding({ path: 'b.sql', line: 1, evidence: 'refuted' })];

  it('each has its row, the gravest first: its own findings, its checklist, its time', () => {
    const comment = renderComment({ ...report, findings });
    expect(comment).toContain('<details><summary><b>2 migrations</b>, one by one</summary>');
    const [, table = ''] = comment.split('</b>, one by one</summary>');
    const rows = table.split('\n').slice(4, 6);
    expect(rows.map((line) => line.split(' | ').slice(0, 2))).toEqual([
      ['| `second`', '1 error'],
      ['| `first`', 'none'],
    ]);
    expect(rows[0]).toMatch(/❌\u00A02\u00A0failed ✅\u00A04\u00A0proven ⚪\u00A02\u00A0open \| \d+ ms \|$/);
  });

  it('one has no such table', () => {
    expect(renderComment(failingReport)).not.toContain('</b>, one by one');
  });
});

it('what held migrations and could not be checked passes like nothing else', () => {
  const reason = 'a migration in code: the SQL that it runs can be checked with the setting command';
  const report = {
    ...greenReport,
    migrations: [],
    findings: [],
    notChecked: [{ check: 'db/migrate/1.rb', path: 'db/migrate/1.rb', reason }],
  };
  expect(renderComment(report)).toContain('### ⚠️ Migration safety: passed, but nothing was checked');
  const text = renderText(report, { color: false, width: 100, sources: new Map() });
  expect(text).toMatch(/^PASS, BUT NOTHING WAS CHECKED {2}0 migrations, .*\n$/m);
  expect(renderHtml(report)).toContain('Nothing was checked');
  const setting = { check: 'the settings', reason: 'those of the base branch count' };
  expect(renderComment({ ...report, notChecked: [setting] })).toContain(
    '### ✅ Migration safety: no migration changed',
  );
});
