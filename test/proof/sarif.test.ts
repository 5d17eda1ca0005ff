import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/catalogue.js';
import { renderSarif } from '../../src/report/sarif.js';
import type { Report } from '../../src/report-schema/types.js';
import { PACKAGE } from '../../src/system/package.js';
import { documentation } from '../../src/system/version.js';
import { bigReport, failingReport, finding, greenReport, hostileReport } from '../report/fixtures.js';
import { hasMultitool, sarifProblems } from '../support/sarif-multitool.js';

const SOURCE = `https://github.com/${PACKAGE.repository}`;
const rules = CHECKS.map(({ id, summary, fix }) => ({
  id,
  summary,
  help: fix,
  url: documentation(`docs/rules/${id}.md`),
}));
const huge = {
  ...failingReport,
  findings: Array.from({ length: 30_000 }, (_, at) => finding({ line: at + 1, endLine: at + 1, statement: `S ${at}` })),
};

const REPAIR = {
  description: 'Add CONCURRENTLY',
  edits: [{ path: 'a.sql', line: 3, column: 7, endLine: 3, endColumn: 7, text: ' CONCURRENTLY' }],
};

const sarif = (report: Report) => renderSarif(report, rules, SOURCE);

describe.runIf(hasMultitool)('the SARIF multitool, with GitHub’s rules', () => {
  it('accepts every log, and refuses where there is a reason', () => {
    const failing = sarif(failingReport);
    const problems = sarifProblems({
      failing,
      green: sarif(greenReport),
      // The name is ours, whoever wrote the rest.
      hostile: sarif({ ...hostileReport(), tool: failingReport.tool }),
      big: sarif(bigReport),
      repaired: sarif({ ...greenReport, findings: [finding({ fixes: [REPAIR] })] }),
      broken: failing.replace('"startLine": 8', '"startLine": 0'),
    });
    expect(problems.filter((line) => !line.startsWith('broken.sarif'))).toEqual([]);
    expect(problems).not.toEqual([]);
  });
});

describe('GitHub’s limits', () => {
  it('hold for 30,000 findings: 25,000 results, 10 MB packed', () => {
    const log = renderSarif(huge, rules, SOURCE);
    const [run] = JSON.parse(log).runs;
    expect(run.results).toHaveLength(25_000);
    expect(run.tool.driver.rules.length).toBeLessThan(25_000);
    expect(gzipSync(log).length).toBeLessThan(10 * 1024 * 1024);
  });
});
