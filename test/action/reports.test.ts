import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readReports } from '../../src/action/reports.js';
import { renderJson } from '../../src/report/json.js';
import { failingReport, greenReport, hostileReport } from '../report/fixtures.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reports-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe('reports of other jobs', () => {
  it('are read as they were written, hostile or not', async () => {
    put('report.json', renderJson(hostileReport()));
    expect(await readReports(folder)).toEqual([{ name: '', report: hostileReport() }]);
  });

  it('are named by the artifacts that they came in', async () => {
    put('migration-safety-billing/report.json', renderJson(failingReport));
    put('orders/report.json', renderJson(greenReport));
    put('orders/other.json', 'x');
    put('empty/readme', 'x');
    expect((await readReports(folder)).map(({ name, report }) => [name, report.verdict])).toEqual([
      ['billing', 'fail'],
      ['orders', 'pass'],
    ]);
  });

  it('are none where there is no folder, or only a link', async () => {
    expect(await readReports(join(folder, 'nowhere'))).toEqual([]);
    put('elsewhere/secret', renderJson(greenReport));
    symlinkSync(join(folder, 'elsewhere/secret'), join(folder, 'report.json'));
    expect(await readReports(folder)).toEqual([]);
  });

  it.each([
    ['no JSON', '{"schemaVersion": 2', /report\.json is not JSON/],
    ['another shape', '{"schemaVersion": 1}', /is no report of this version of migration-safety: at schemaVersion/],
    ['a member too many', renderJson({ ...greenReport, extra: '<script>' } as never), /at extra/],
    ['a text for a number', renderJson({ ...greenReport, durationMs: 'long' } as never), /at durationMs/],
  ])('are refused: %s', async (_, text, message) => {
    put('report.json', text);
    await expect(readReports(folder)).rejects.toThrow(message);
  });

  it('are refused where they are too large', async () => {
    put('report.json', ' '.repeat(26 * 1024 * 1024));
    await expect(readReports(folder)).rejects.toThrow(/larger than 25 MB/);
  });
});
