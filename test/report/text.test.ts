import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../src/report/frame.js';
import { renderText } from '../../src/report/text.js';
import { FORBIDDEN, hostile } from './arbitraries.js';
import { bigReport, failingReport, finding, greenReport, HOSTILE, hostileReport, source } from './fixtures.js';

const sources = new Map([
  ['db/migrations/2026-01-23_p0_perf_indexes.md', source],
  [HOSTILE, HOSTILE],
]);
const plain = { color: false, width: 100, sources };

describe('the terminal report', () => {
  it.each([
    ['failing', failingReport],
    ['green', greenReport],
    ['hostile', hostileReport()],
  ])('reads well: %s', async (name, report) => {
    await expect(renderText(report, plain)).toMatchFileSnapshot(`snapshots/text-${name}.txt`);
  });

  it.each([80, 100, 200])('is a screen long, however much was found, at a width of %i', (width) => {
    const text = renderText(bigReport, { ...plain, width });
    const lines = text.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(60);
    for (const line of lines.slice(1, -1)) expect(line.length).toBeLessThanOrEqual(width);
    expect(lines[0]).toBe(lines.at(-1));
    expect(text).toMatch(/^error {2}rule-0 {2}\w+ {2}· {2}\d+ findings$/m);
    expect(text).toContain('Checklists of 30 migrations');
    expect(text).toContain('--verbose');
  });

  it('says all of it where that is asked for', () => {
    const text = renderText(bigReport, { ...plain, verbose: true });
    expect(text.match(/^\S+:\d+:\d+ {2}(error|warning)/gm)).toHaveLength(
      bigReport.findings.filter(({ evidence, severity }) => evidence !== 'refuted' && severity !== 'info').length,
    );
    expect(text).toContain('Checklists of 30 migrations: 120 proven, 60 failed, 60 not checked');
    expect(text).toMatch(/^ {4}29 {2}error {4}rule-0, in \d+ files$/m);
    expect(renderText(greenReport, { ...plain, verbose: true })).not.toContain('Findings by rule');
  });

  it('ends with the verdict', () => {
    expect(renderText(failingReport, plain).trimEnd().split('\n').at(-1)).toMatch(
      /^FAIL {2}4 errors, 3 warnings, 1 note {2}· /,
    );
    const green =
      'PASS  no problems found  ·  1 migration, 3 statements, PostgreSQL 17.6 (throwaway local server)  ·  912 ms';
    const lines = renderText(greenReport, plain).trimEnd().split('\n');
    expect([lines.at(0), lines.at(-1)]).toEqual([green, green]);
    const nothing = { ...greenReport, migrations: [], notChecked: [], layouts: [] };
    expect(renderText(nothing, plain).trimEnd().split('\n')).toHaveLength(1);
  });

  it('says the same with colours', () => {
    const colored = renderText(failingReport, { ...plain, color: true });
    expect(colored).toContain('\u001b[31m');
    expect(stripVTControlCharacters(colored)).toBe(renderText(failingReport, plain));
  });

  it('names statements that nobody understood', () => {
    const report = { ...greenReport, statements: { checked: 3, notUnderstood: 2 } };
    expect(renderText(report, plain)).toContain('– 2 statements were not understood: no rule looked at them');
    expect(renderText(report, plain).trimEnd().split('\n').at(-1)).toMatch(
      /^PASS, BUT 2 STATEMENTS NOT UNDERSTOOD {2}no problems found {2}· /,
    );
  });

  it('drives no terminal and gives the runner no commands', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = renderText(hostileReport(text), { ...plain, sources: new Map([[text, text.repeat(20)]]) });
        expect(shown).not.toMatch(FORBIDDEN);
        for (const line of shown.split('\n')) expect(line.trimStart()).not.toMatch(/^(::|##\[)/);
      }),
    );
  });
});

describe('a code frame', () => {
  const at = (line: number, column: number, endLine: number, endColumn: number) =>
    finding({ line, column, endLine, endColumn });

  it('puts carets under the statement', () => {
    expect(codeFrame('a\n  DROP TABLE t;\nb', at(2, 3, 2, 15), 80)).toBe(
      '  1 | a\n> 2 |   DROP TABLE t;\n    |   ^^^^^^^^^^^^\n  3 | b',
    );
  });

  it('marks no more than three lines of a long statement', () => {
    const frame = codeFrame(Array(50).fill('SELECT 1').join('\n'), at(10, 1, 40, 9), 80);
    expect(frame.split('\n').filter((line) => line.startsWith('>'))).toHaveLength(3);
  });

  it('brings a statement far to the right into view, within the width', () => {
    const frame = codeFrame(`${'x'.repeat(5000)}DROP TABLE t;${'y'.repeat(5000)}`, at(1, 5001, 1, 5013), 80);
    expect(frame).toContain('DROP TABLE t;');
    expect(frame).toContain('^'.repeat(12));
    for (const line of frame.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('keeps columns true over invisible characters', () => {
    expect(codeFrame('\u202e\u0007DROP TABLE t', at(1, 3, 1, 15), 80)).toBe(
      '> 1 | \uFFFD\uFFFDDROP TABLE t\n    |   ^^^^^^^^^^^^',
    );
  });

  it('is drawn where a statement begins far to the right and ends on a shorter line', () => {
    const text = `${'x'.repeat(150)} CREATE INDEX i\n  ON t (v);\n`;
    expect(codeFrame(text, at(1, 152, 2, 11), 60)).toContain('CREATE INDEX i');
    expect(
      codeFrame(text, at(1, 152, 2, 11), 60)
        .split('\n')
        .filter((line) => /\^/.test(line)),
    ).toHaveLength(2);
  });

  it('is drawn for any place in any text, within the width', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '\t',
      '\n',
      '\r\n',
      '\r',
      '\u2028',
      '\uFEFF',
      '日本',
      '😀',
      '\u{1F468}\u200D\u{1F469}',
      'e\u0301',
      '\ud800',
      '\x1b[31m',
      'x'.repeat(90),
      "';--",
    );
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    const number = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: -5, max: 5000 }));
    fc.assert(
      fc.property(
        text,
        fc.tuple(number, number, number, number),
        fc.integer({ min: 0, max: 160 }),
        (source, [a, b, c, d], width) => {
          const frame = codeFrame(source, at(a, b, c, d), width);
          expect(frame === '').toBe(a < 1 || a > source.split('\n').length);
          expect(frame).not.toMatch(/[\r\u2028]/);
          expect(frame).not.toContain('\x1b');
          expect(frame).not.toMatch(/\p{Cs}/u);
          for (const line of frame.split('\n')) expect(line.length).toBeLessThanOrEqual(Math.max(width, 20 + 10));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is empty where there is no such line', () => {
    expect(codeFrame('a', at(9, 1, 9, 2), 80)).toBe('');
  });
});
