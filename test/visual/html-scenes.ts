/** Pages that are looked at: the examples as the command line writes them, and reports that are long, hostile or hold many locks. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { clean } from '../../src/report/escape.js';
import { type HtmlContext, renderHtml } from '../../src/report/html.js';
import type { Report } from '../../src/report-schema/types.js';
import { withLocks } from '../report/fixture-locks.js';
import { failingReport, finding, greenReport, HOSTILE, hostileReport, source } from '../report/fixtures.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const repository = 'https://github.com/acme/shop';

export interface HtmlScene {
  name: string;
  html: string;
}

const context: HtmlContext = {
  lineUrl: (path, line) => `${repository}/blob/9e03d71/${encodeURI(clean(path))}#L${line}`,
  runUrl: `${repository}/actions/runs/7`,
  baseSha: '4f1c2ab8d1',
  headSha: '9e03d71c55',
  ruleUrl: (rule) => `${repository}/docs/rules/${encodeURIComponent(clean(rule))}.md`,
};

/** As `--format html` writes it. */
function example(name: string): string {
  const cli = `${ROOT}dist/cli.js`;
  if (!existsSync(cli)) throw new Error('dist/cli.js is missing: npm run build');
  const args = [cli, 'check', `examples/${name}`, '--server', 'embedded', '--format', 'html', '--fail-on', 'error'];
  try {
    return execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

/** 34 errors in eight files. */
function long(): { report: Report; sources: Map<string, string> } {
  const files = Array.from({ length: 8 }, (_, at) => `db/migrations/2026_02_0${at + 1}_step.sql`);
  const text = Array.from({ length: 5 }, (_, at) => `CREATE INDEX i${at}\n  ON orders (c${at});\n`).join('\n');
  const findings = Array.from({ length: 34 }, (_, at) => {
    const line = 1 + Math.floor(at / 8) * 3;
    return finding({
      rule: ['index-not-concurrent', 'set-not-null', 'drop-column', 'rename-column'][at % 4] as string,
      evidence: at % 3 === 0 ? 'confirmed' : 'static',
      path: files[at % 8] as string,
      line,
      endLine: line + 1,
      endColumn: 20,
      message: `CREATE INDEX takes SHARE on \`orders\` for column c${at}. Every write to the table waits until it is built.`,
    });
  });
  const migrations = files.map((path, at) => ({
    ...(withLocks(failingReport).migrations[0] as never as object),
    id: `step ${at}`,
    path,
  }));
  const report = { ...failingReport, findings, counts: { error: 34, warning: 0, info: 0 }, migrations } as Report;
  return { report, sources: new Map(files.map((path) => [path, text])) };
}

export function htmlScenes(): HtmlScene[] {
  const path = failingReport.migrations[0]?.path ?? '';
  const sources = new Map([[path, source]]);
  const { report, sources: texts } = long();
  return [
    { name: 'example', html: example('p0-perf-indexes') },
    { name: 'example-fixed', html: example('p0-perf-indexes-fixed') },
    { name: 'failing', html: renderHtml(failingReport, { ...context, sources }) },
    { name: 'green', html: renderHtml(greenReport, context) },
    { name: 'locks', html: renderHtml(withLocks(failingReport), { ...context, sources }) },
    { name: 'long', html: renderHtml(report, { ...context, sources: texts }) },
    {
      name: 'hostile',
      html: renderHtml(withLocks(hostileReport(), HOSTILE), { ...context, sources: new Map([[HOSTILE, HOSTILE]]) }),
    },
  ];
}
