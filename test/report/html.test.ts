/** The report as an HTML page: what it holds, that nothing gets out of it, that it stays small. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, html as escaped } from '../../src/report/escape.js';
import { html, link, prose } from '../../src/report/html/markup.js';
import { HTML_BUDGET, type HtmlContext, renderHtml } from '../../src/report/html.js';
import type { MigrationReport, Report } from '../../src/report-schema/types.js';
import { FORBIDDEN, hostile, RUNS } from './arbitraries.js';
import { withLocks } from './fixture-locks.js';
import { bigReport, failingReport, finding, greenReport, HOSTILE, hostileReport, source } from './fixtures.js';
import { decoded, type Tag, tagsOf } from './html-tree.js';

const repository = 'https://github.com/acme/shop';
const path = failingReport.migrations[0]?.path ?? '';
const context: HtmlContext = {
  sources: new Map([[path, source]]),
  lineUrl: (of, line) => `${repository}/blob/9e03d71/${encodeURI(clean(of))}#L${line}`,
  runUrl: `${repository}/actions/runs/7`,
  baseSha: '4f1c2ab8d1',
  headSha: '9e03d71c55',
  ruleUrl: (rule) => `${repository}/docs/rules/${encodeURIComponent(clean(rule))}.md`,
};
const REPORTS: [string, Report][] = [
  ['failing', failingReport],
  ['green', greenReport],
  ['big', bigReport],
  ['locks', withLocks(failingReport)],
  ['hostile', withLocks(hostileReport(), HOSTILE)],
];
/** Every element that a report has, whatever it holds. */
const OURS = new Set(
  '!doctype a article b body caption code dd details div dl dt figcaption figure footer h1 h2 h3 h4 head header html i input label li main mark meta nav ol output p pre script section span strong style summary table tbody td th thead title tr ul'.split(
    ' ',
  ),
);
const idsOf = (tags: Tag[]) => tags.flatMap(({ attributes: { id } }) => id ?? []);
const named = (tags: Tag[], name: string) => tags.filter((tag) => tag.name === name);

describe.each(REPORTS)('the page of a report: %s', (_, report) => {
  const document = renderHtml(report, context);
  const tags = tagsOf(document);

  it('allows its own style and script by their hashes, and nothing else', () => {
    const policy = named(tags, 'meta').find(({ attributes }) => 'http-equiv' in attributes)?.attributes.content ?? '';
    const hashOf = (name: string) =>
      `'sha256-${createHash('sha256')
        .update(named(tags, name)[0]?.text ?? '')
        .digest('base64')}'`;
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hashOf('style')}`,
      `script-src ${hashOf('script')}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(named(tags, 'style')).toHaveLength(1);
    expect(named(tags, 'script')).toHaveLength(1);
    // Before anything that it is to rule.
    expect(document.indexOf('Content-Security-Policy')).toBeLessThan(document.indexOf('<style>'));
  });

  it('has landmarks, one h1, and headings that go down one by one', () => {
    for (const landmark of ['header', 'nav', 'main', 'footer', 'h1']) expect(named(tags, landmark)).toHaveLength(1);
    const levels = tags.filter(({ name }) => /^h[1-6]$/.test(name)).map(({ name }) => Number(name[1]));
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    expect(named(tags, 'table').length).toBe(named(tags, 'caption').length);
  });

  it('gives each id once, and has what its links and names lead to', () => {
    const ids = idsOf(tags);
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = tags.flatMap(({ attributes }) => [
      ...(attributes.href?.startsWith('#') ? [attributes.href.slice(1)] : []),
      ...(attributes['aria-labelledby']?.split(' ') ?? []),
      ...(attributes['aria-controls']?.split(' ') ?? []),
    ]);
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('has no element or attribute that loads, styles or acts', () => {
    const acting = tags.filter(({ attributes }) =>
      Object.keys(attributes).some((name) => /^(on|src|style|action)/.test(name)),
    );
    expect(acting).toEqual([]);
    expect(
      tags.filter(({ name }) => /^(iframe|img|link|object|embed|base|form|svg|math|template)$/.test(name)),
    ).toEqual([]);
    const hrefs = tags.flatMap(({ attributes: { href } }) => href ?? []);
    expect(hrefs.filter((href) => !href.startsWith('#') && !href.startsWith(`${repository}/`))).toEqual([]);
  });

  it('is well below its bound', () => {
    expect(Buffer.byteLength(document)).toBeLessThan(report === bigReport ? HTML_BUDGET : 200_000);
  });
});

describe('the page', () => {
  const textOf = (report: Report, over: HtmlContext = context) =>
    decoded(
      tagsOf(renderHtml(report, over))
        .filter(({ name }) => name !== 'style' && name !== 'script')
        .map(({ text }) => text)
        .join(' '),
    ).replaceAll(/\s+/g, ' ');

  it('says first what came out, and what stops the deploy', () => {
    const text = textOf({ ...failingReport, findings: failingReport.findings });
    expect(text).toMatch(/Fail : The migration does not apply/);
    expect(text.indexOf('What stops the deploy')).toBeLessThan(text.indexOf('What to do'));
    expect(textOf(greenReport)).toMatch(/Pass : Nothing stops this change/);
    expect(textOf(greenReport)).toContain('6 facts proven on PostgreSQL 17.6 (throwaway local server)');
    const notRun = (migration: MigrationReport) => ({ ...migration, proofs: [] });
    const unproven = {
      ...greenReport,
      postgres: { target: 17, server: null },
      migrations: greenReport.migrations.map(notRun),
    };
    expect(textOf(unproven)).toMatch(/Pass : Nothing was run .*nothing is proven/);
    expect(textOf(unproven)).not.toContain('Checklist');
    expect(textOf({ ...greenReport, statements: { checked: 3, notUnderstood: 2 } })).toContain(
      '2 statements were not understood',
    );
  });

  it('shows the SQL of each finding with the lines that are meant', () => {
    const document = renderHtml(failingReport, context);
    const hits = tagsOf(document).filter(({ attributes }) => attributes.class === 'l hit');
    expect(new Set(hits.map(({ attributes }) => attributes['data-n']))).toContain('12');
    expect(document).toContain('data-n="12"><span class="unseen">here: </span>');
  });

  it('takes the SQL from the statements where no file is at hand', () => {
    const hits = tagsOf(renderHtml(failingReport)).filter(({ attributes }) => attributes.class === 'l hit');
    expect(hits.map(({ attributes }) => attributes['data-n'])).toContain('13');
  });

  it('marks a part of a line', () => {
    const one = finding({ path: 'a.sql', line: 1, column: 8, endLine: 1, endColumn: 13 });
    const sources = new Map([['a.sql', 'SELECT total FROM t;']]);
    const document = renderHtml({ ...failingReport, findings: [one] }, { sources });
    expect(document).toContain('<i class="k">SELECT</i> <mark>total</mark> <i class="k">FROM</i>');
  });

  it('brings a place far to the right into view', () => {
    const line = `SELECT ${'x, '.repeat(5000)}total FROM t;`;
    const column = line.indexOf('total') + 1;
    const one = finding({ path: 'a.sql', line: 1, column, endLine: 1, endColumn: column + 5 });
    const document = renderHtml({ ...failingReport, findings: [one] }, { sources: new Map([['a.sql', line]]) });
    expect(document).toContain('<mark>total</mark>');
    expect(document.length).toBeLessThan(100_000);
  });

  it('tells of proofs, consequences, other places, the line to ignore, and of what is silenced', () => {
    const place = { path, line: 12, column: 1, endLine: 12, endColumn: 5 };
    const one = finding({
      proof: 'SHARE was held',
      ignore: '-- migration-safety: ignore index-not-concurrent <reason>',
      places: [place],
      consequences: [{ rule: 'no-lock-timeout', evidence: 'static', ...place, message: 'No limit is set' }],
    });
    const silenced = [
      {
        rule: 'drop-column',
        severity: 'error' as const,
        ...place,
        message: 'gone',
        by: { ...place, reason: 'unused' },
      },
    ];
    const text = textOf({ ...failingReport, findings: [one], silenced });
    for (const part of [
      'SHARE was held',
      'No limit is set',
      '2 places',
      'ignore index-not-concurrent <reason>',
      'unused',
    ])
      expect(text).toContain(part);
    expect(textOf(failingReport)).toContain('No scan was observed');
  });

  it('tells confirmed findings of a rule from those that are only read', () => {
    const mixed = [finding({ evidence: 'confirmed' }), finding({ line: 12 }), finding({ line: 16 })];
    expect(textOf({ ...failingReport, findings: mixed })).toContain('1 confirmed, 2 static');
    expect(textOf({ ...failingReport, findings: mixed.slice(1) })).toContain(
      'static: read from the files, and no server showed it or ruled it out',
    );
  });

  it('needs no context', () => {
    const document = renderHtml(failingReport);
    expect(tagsOf(document).filter(({ attributes: { href } }) => href !== undefined && !href.startsWith('#'))).toEqual(
      [],
    );
  });

  it('names the databases of a merged report, and those without one', () => {
    const parts = { reports: [{ name: 'billing', report: failingReport }], missing: ['audit'] };
    const text = textOf({ ...failingReport, verdict: 'fail' }, { ...context, parts, origin: 'from `another` run' });
    expect(text).toMatch(/1 database without a report: .*audit/);
    expect(text).toContain('Source from another run');
  });
});

describe('whatever a report holds', () => {
  it('stays text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const document = renderHtml(withLocks(hostileReport(text), text), {
          ...context,
          sources: new Map([[text, text]]),
        });
        const tags = tagsOf(document);
        expect(document.replaceAll(/<(style|script)>[\s\S]*?<\/\1>/g, '')).not.toMatch(FORBIDDEN);
        expect(tags.map(({ name }) => name).filter((name) => !OURS.has(name))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('cannot end an attribute or become an address that runs', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [tag] = tagsOf(html`<a title="${text}">${text}</a>`.source);
        expect(tag?.attributes).toEqual({ title: clean(text) });
        expect(decoded(tag?.text ?? '')).toBe(clean(text));
        expect(escaped(text)).not.toMatch(/[<>"'`]/);
        expect(() => tagsOf(`<p>${prose(text).source}</p>`)).not.toThrow();
      }),
      { numRuns: RUNS * 10 },
    );
    for (const url of ['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', '//evil.example', '#x', ''])
      expect(link('x', url).source).toBe('x');
    expect(link('x', 'https://h/"onclick="x').source).toContain('href="https://h/%22onclick=%22x"');
  });

  it('has a size that is bounded', () => {
    const grown = (size: number): Report => ({
      ...bigReport,
      findings: Array.from({ length: 3000 }, (_, at) => ({
        ...finding({ line: at + 1, endLine: at + 1 }),
        rule: `rule-${at}`,
        message: 'ü<'.repeat(size),
        help: `SELECT '${'y'.repeat(size * 20)}';`,
      })),
    });
    for (const size of [1, 100, 1000]) {
      const document = renderHtml(grown(size), context);
      expect(Buffer.byteLength(document)).toBeLessThanOrEqual(HTML_BUDGET);
      expect(document).toContain('This report was cut');
      expect(() => tagsOf(document)).not.toThrow();
    }
    const far = { lineUrl: (of: string) => `https://h/${of}/${'x'.repeat(100_000)}` };
    const least = renderHtml(bigReport, far);
    expect(Buffer.byteLength(least)).toBeLessThanOrEqual(HTML_BUDGET);
    expect(least).toContain('30 of 30 migrations do not apply');
  });
});

it('says of several files which SQL is for which', () => {
  const at = (file: string, line: number, name: string) =>
    finding({
      path: file,
      line,
      message: `${name} blocks.`,
      help: `Build it without blocking:\nCREATE INDEX CONCURRENTLY ${name} ON t (a);`,
    });
  const findings = [at('m/1.sql', 3, 'i'), at('m/1.sql', 4, 'j'), at('m/2.sql', 3, 'k')];
  const page = renderHtml({ ...greenReport, verdict: 'fail', findings }, {});
  const text = page.slice(page.indexOf('class="folded help"')).replaceAll(/<[^>]+>/g, ' ');
  expect(text).toMatch(/m\/1\.sql:3.*? i\s+ON.*? j\s+ON.*?m\/2\.sql:3.*? k\s+ON/s);
  // The same line of two files is told apart.
  expect(page.replaceAll(/<[^>]+>/g, '')).toContain('m/2.sql:3: k blocks.');
});
