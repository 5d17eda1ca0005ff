import { describe, expect, it } from 'vitest';
import { renderSarif } from '../../src/report/sarif.js';
import type { Finding } from '../../src/report-schema/types.js';
import { failingReport, finding, hostileReport } from './fixtures.js';

const rules = [
  {
    id: 'concurrently-in-transaction',
    summary: 'CREATE INDEX CONCURRENTLY cannot run in a transaction',
    help: 'Run it on its own.',
    url: 'https://example.com/rules/concurrently-in-transaction',
  },
];
const log = (findings: Finding[]) => JSON.parse(renderSarif({ ...failingReport, findings }, rules));
const prints = (findings: Finding[]) =>
  log(findings).runs[0].results.map((it: { partialFingerprints: object }) => Object.values(it.partialFingerprints)[0]);

describe('SARIF', () => {
  it('reads well', async () => {
    await expect(renderSarif(failingReport, rules)).toMatchFileSnapshot('snapshots/failing.sarif.snap');
  });

  it.each([
    ['failing', failingReport],
    ['hostile', hostileReport()],
  ])('has everything that code scanning asks for: %s', (_, report) => {
    const { $schema, version, runs } = JSON.parse(renderSarif(report, rules));
    expect([$schema, version, runs.length]).toEqual(['https://json.schemastore.org/sarif-2.1.0.json', '2.1.0', 1]);
    const [{ tool, columnKind, results }] = runs;
    expect(columnKind).toBe('utf16CodeUnits');
    expect(tool.driver.name).toBeTruthy();
    for (const rule of tool.driver.rules) {
      for (const text of [rule.shortDescription.text, rule.fullDescription.text, rule.help.text]) {
        expect(text).toBeTruthy();
        expect(text.length).toBeLessThanOrEqual(1024);
      }
    }
    for (const result of results) {
      expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(['error', 'warning', 'note']).toContain(result.level);
      expect(result.message.text).toBeTruthy();
      const { artifactLocation, region } = result.locations[0].physicalLocation;
      expect(artifactLocation.uri).toMatch(/^[\w.!~*'()%/-]+$/);
      expect(Object.keys(region)).toEqual(['startLine', 'startColumn', 'endLine', 'endColumn']);
      expect(Object.values(result.partialFingerprints)).toHaveLength(1);
      expect(['confirmed', 'observed', 'static']).toContain(result.properties.evidence);
    }
  });

  it('recognises a finding that moved, and tells equal ones apart', () => {
    const here = finding({ statement: 'CREATE INDEX i\n  ON t (a)' });
    const moved = finding({ statement: 'CREATE INDEX  i ON t (a)', line: 99, endLine: 99 });
    expect(prints([here])).toEqual(prints([moved]));
    expect(new Set(prints([here, moved])).size).toBe(2);
    expect(prints([here])).not.toEqual(prints([finding({ statement: 'CREATE INDEX j ON t (a)' })]));
  });

  it('leaves out what the server refuted', () => {
    expect(log([finding({ evidence: 'refuted' })]).runs[0].results).toEqual([]);
  });

  it('carries repairs as replacements of what stands in the file', () => {
    const edit = { path: 'a b.sql', line: 3, column: 7, endLine: 3, endColumn: 7, text: ' CONCURRENTLY' };
    const [result] = log([finding({ fixes: [{ description: 'Add `CONCURRENTLY`', edits: [edit] }] })]).runs[0].results;
    expect(result.fixes).toEqual([
      {
        description: { text: 'Add CONCURRENTLY' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'a%20b.sql', uriBaseId: '%SRCROOT%' },
            replacements: [
              {
                deletedRegion: { startLine: 3, startColumn: 7, endLine: 3, endColumn: 7 },
                insertedContent: { text: ' CONCURRENTLY' },
              },
            ],
          },
        ],
      },
    ]);
  });
});
