/** However much a server or a script says, the report stays of a size that every reader takes. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderAnnotations } from '../../src/report/annotations.js';
import { quoted, withinBounds } from '../../src/report/bounds.js';
import { renderHtml } from '../../src/report/html.js';
import { renderJson } from '../../src/report/json.js';
import { renderComment, renderSummary } from '../../src/report/markdown.js';
import { renderSarif } from '../../src/report/sarif.js';
import { renderText } from '../../src/report/text.js';
import type { Report } from '../../src/report-schema/types.js';
import { failingReport } from './fixtures.js';

const validate = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/report.schema.json'), 'utf8')),
);

const LONG = 'x'.repeat(1_000_000);

/** The report with a text of 1 MB wherever a server or a script may have put one. */
function swollen(report: Report): Report {
  const swell = (value: unknown, key: string): unknown => {
    if (Array.isArray(value))
      return key === 'notices' ? Array(500).fill(`NOTICE: ${LONG}`) : value.map((one) => swell(one, key));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, swell(part, name)]));
    return typeof value === 'string' && TEXTS.has(key) ? value + LONG : value;
  };
  return swell(report, '') as Report;
}
const TEXTS = new Set(
  'message help statement proof sql error hint reason detail name object before after missingSql plan notices irreversible'.split(
    ' ',
  ),
);

it('every format of a report full of endless texts is below 1 MB, and says how much is missing', () => {
  const report = withinBounds(swollen(failingReport));
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  const formats = {
    json: renderJson(report),
    sarif: renderSarif(report, []),
    text: renderText(report, { color: false, width: 100, sources: new Map() }),
    github: renderAnnotations(report),
    comment: renderComment(report),
    summary: renderSummary(report),
    html: renderHtml(report),
  };
  for (const [format, text] of Object.entries(formats))
    expect(JSON.stringify(text).length, format).toBeLessThan(1_000_000);
  expect(JSON.stringify(report)).toMatch(/… (99\d|1,000),\d{3} more characters/);
  expect(JSON.stringify(report)).toContain('… 480 more notices');
});

it('what is short stays as it is, with its fixes', () => {
  expect(withinBounds(failingReport)).toEqual(failingReport);
});

it('of more than anybody reads, errors are listed first, and all are counted', () => {
  const [finding] = failingReport.findings;
  const findings = Array.from({ length: 30_000 }, (_, line) => ({
    ...finding,
    line,
    severity: line % 10 === 7 ? 'error' : 'info',
  }));
  const [migration] = failingReport.migrations;
  const statements = Array(12_345).fill(migration?.statements[0]);
  const report = { ...failingReport, findings, migrations: [{ ...migration, statements }] } as Report;
  const shown = withinBounds(report);
  expect(shown.findings).toHaveLength(10_000);
  expect(shown.findings.filter(({ severity }) => severity === 'error')).toHaveLength(3000);
  expect(shown.counts).toEqual(failingReport.counts);
  expect(shown.migrations[0]?.statements).toHaveLength(10_000);
  expect(shown.notChecked.map(({ check }) => check).slice(-2)).toEqual([
    '20,000 more findings',
    `2,345 more statements of ${migration?.path}`,
  ]);
});

it('a repair is whole or gone', () => {
  const [finding] = failingReport.findings;
  const edit = { path: 'a.sql', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const fix = (text: string) => ({ description: 'x', edits: [{ ...edit, text }] });
  const report = { ...failingReport, findings: [{ ...finding, fixes: [fix(LONG), fix('a'.repeat(9000))] }] } as Report;
  expect(withinBounds(report).findings[0]?.fixes).toEqual([fix('a'.repeat(9000))]);
});

it('a cut is counted, and never goes through a character', () => {
  expect(quoted('x'.repeat(10_000_000))).toBe(`${'x'.repeat(2000)}… 9,998,000 more characters`);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 1, max: 60 }), (text, most) => {
      const shown = quoted(text, most);
      if (text.length <= most) {
        expect(shown).toBe(text);
        return;
      }
      const [, kept = '', more] = /^([\s\S]*)… (\d+) more characters?$/.exec(shown) ?? [];
      expect(text.startsWith(kept)).toBe(true);
      expect(kept.length + Number(more)).toBe(text.length);
      expect(kept).not.toMatch(/\p{Cs}/u);
    }),
  );
});
