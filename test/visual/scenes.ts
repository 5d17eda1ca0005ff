/** What is looked at: reports that people get. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clean } from '../../src/report/escape.js';
import { type MarkdownContext, renderComment, renderSummary } from '../../src/report/markdown.js';
import { mergeReports } from '../../src/report/merge.js';
import type { LockHold, Report } from '../../src/report-schema/types.js';
import { bigReport, failingReport, greenReport, hostileReport } from '../report/fixtures.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const repository = 'https://github.com/acme/shop';
const context: MarkdownContext = {
  marker: '<!-- migration-safety:default -->',
  lineUrl: (path, line) => `${repository}/blob/9e03d71/${encodeURI(clean(path))}#L${line}`,
  commitUrl: (sha) => `${repository}/commit/${sha}`,
  runUrl: `${repository}/actions/runs/7`,
  baseSha: '4f1c2ab8d1',
  headSha: '9e03d71c55',
  ruleUrl: (rule) => `${repository}/docs/rules/${encodeURIComponent(clean(rule))}.md`,
};

const hold = (at: number): LockHold => ({
  ...{ role: 'up', path: 'db/migrations/2026-01-23_p0_perf_indexes.md', transaction: 1 + (at % 3), heldMs: 3.2 * at },
  ...{ relation: at % 2 ? 'orders' : 'customers; crit', from: 3 + at, until: 9 + at * 2, isNew: false },
  ...(at % 3 === 0
    ? { mode: 'ACCESS EXCLUSIVE', blocks: ['reads', 'writes', 'ddl', 'vacuum'] }
    : { mode: 'SHARE', blocks: ['writes'] }),
});
const withTimeline = (report: Report, holds: number): Report => ({
  ...report,
  migrations: report.migrations.map((migration) => ({
    ...migration,
    lockTimeline: Array.from({ length: holds }, (_, at) => hold(at)),
  })),
});

const databases = [
  { name: 'billing', report: failingReport },
  { name: 'orders', report: greenReport },
];

export interface Scene {
  name: string;
  markdown: string;
  /** How many charts it holds. */
  charts: number;
}

/** Eight migrations with every kind of trouble. */
function manyErrors(): Report {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  mkdirSync(join(folder, 'migrations'));
  for (let at = 1; at <= 8; at++) {
    const sql = `ALTER TABLE orders_${at} ADD COLUMN reference uuid DEFAULT gen_random_uuid();
ALTER TABLE orders_${at} ALTER COLUMN id TYPE bigint;
CREATE INDEX orders_${at}_customer ON orders_${at} (customer_id);
ALTER TABLE orders_${at} DROP COLUMN note;
ALTER TABLE orders_${at} ADD CONSTRAINT positive CHECK (customer_id > 0);
${at % 4 === 0 ? 'CREATE INDEX CONCURRENTLY gone ON nowhere (a);' : ''}`;
    writeFileSync(join(folder, 'migrations', `${at}_orders_${at}_of_the_shop.sql`), sql);
  }
  const tables = Array.from(
    { length: 8 },
    (_, at) => `CREATE TABLE orders_${at + 1} (id int PRIMARY KEY, customer_id int, note text);`,
  );
  writeFileSync(join(folder, 'schema.sql'), tables.join('\n'));
  try {
    return checked(['check', 'migrations', '--baseline', 'schema.sql'], folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The example of the README as the command line that was built finds it. */
function example(name: string): Report {
  return checked(['check', `examples/${name}`], ROOT);
}

function checked(words: string[], cwd: string): Report {
  const cli = fileURLToPath(new URL('dist/cli.js', new URL('../../', import.meta.url)));
  if (!existsSync(cli)) throw new Error('dist/cli.js is missing: npm run build');
  const args = [cli, ...words, '--server', 'embedded', '--format', 'json', '--fail-on', 'error'];
  try {
    return JSON.parse(
      execFileSync(process.execPath, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }),
    );
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout);
  }
}

export function scenes(): Scene[] {
  const red = example('p0-perf-indexes');
  const parts = { reports: databases, missing: ['audit'] };
  const merged = mergeReports([databases[0], databases[1]] as never, ['audit']);
  return [
    { name: 'comment-example', markdown: renderComment(red, context), charts: 0 },
    { name: 'comment-example-fixed', markdown: renderComment(example('p0-perf-indexes-fixed'), context), charts: 0 },
    { name: 'summary-example', markdown: renderSummary(red, context), charts: chartsOf(red) },
    { name: 'comment-failing', markdown: renderComment(failingReport, context), charts: 0 },
    { name: 'comment-green', markdown: renderComment(greenReport, context), charts: 0 },
    { name: 'comment-many', markdown: renderComment(manyErrors(), context), charts: 0 },
    { name: 'comment-300', markdown: renderComment(bigReport, context), charts: 0 },
    { name: 'comment-hostile', markdown: renderComment(hostileReport(), context), charts: 0 },
    { name: 'comment-databases', markdown: renderComment(merged, { ...context, parts }), charts: 0 },
    { name: 'summary-locks', markdown: renderSummary(withTimeline(greenReport, 8), context), charts: 1 },
    { name: 'summary-hostile', markdown: renderSummary(withTimeline(hostileReport(), 3), context), charts: 1 },
  ];
}

function chartsOf({ migrations }: Report): number {
  return migrations.filter(({ lockTimeline }) => lockTimeline.length > 0).length;
}
