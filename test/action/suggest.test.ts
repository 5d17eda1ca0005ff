import { describe, expect, it } from 'vitest';
import { planSuggestions } from '../../src/action/suggest.js';
import { parsePatch } from '../../src/github/diff.js';
import type { Finding, TextEdit } from '../../src/report-schema/types.js';
import { finding } from '../report/fixtures.js';

const PATH = 'a.sql';

function repair(edits: (Omit<TextEdit, 'path'> & { path?: string })[], over: Partial<Finding> = {}): Finding {
  const all = edits.map((edit) => ({ path: PATH, ...edit }));
  return finding({ path: PATH, fixes: [{ description: 'Mend it', edits: all }], ...over });
}

/** Replaces columns `from` to `to` of a line. */
const on = (line: number, from: number, to: number, text: string) => ({
  line,
  column: from,
  endLine: line,
  endColumn: to,
  text,
});

function plan(text: string, findings: Finding[], patch = added(text)) {
  return planSuggestions(findings, new Map([[PATH, text]]), new Map([[PATH, parsePatch(patch)]])).map(
    ({ from, to, before, after }) => ({ from, to, before, after }),
  );
}

function added(text: string): string {
  const lines = text.replace(/\n$/, '').split('\n');
  return `@@ -0,0 +1,${lines.length} @@\n${lines.map((line) => `+${line}`).join('\n')}`;
}

const TEXT = 'BEGIN;\n  CREATE INDEX i ON t (a);\nCOMMIT;\n';

describe('planned suggestions', () => {
  it('replace one line whole, with its indentation', () => {
    expect(plan(TEXT, [repair([on(2, 16, 16, 'CONCURRENTLY ')])])).toEqual([
      {
        from: 2,
        to: 2,
        before: ['  CREATE INDEX i ON t (a);'],
        after: ['  CREATE INDEX CONCURRENTLY i ON t (a);'],
      },
    ]);
  });

  it('take in all lines between two edits of one repair', () => {
    const edits = [
      { line: 3, column: 1, endLine: 4, endColumn: 1, text: '' },
      { line: 1, column: 1, endLine: 2, endColumn: 1, text: '' },
    ];
    expect(plan(TEXT, [repair(edits)])).toEqual([
      { from: 1, to: 3, before: TEXT.trimEnd().split('\n'), after: ['  CREATE INDEX i ON t (a);'] },
    ]);
  });

  it('insert above the line that follows, and at the end below the last', () => {
    expect(plan(TEXT, [repair([on(2, 1, 1, 'SET x;\n')])])).toEqual([
      {
        from: 2,
        to: 2,
        before: ['  CREATE INDEX i ON t (a);'],
        after: ['SET x;', '  CREATE INDEX i ON t (a);'],
      },
    ]);
    expect(plan(TEXT, [repair([on(4, 1, 1, 'SET x;\n')])])).toEqual([
      { from: 3, to: 3, before: ['COMMIT;'], after: ['COMMIT;', 'SET x;'] },
    ]);
  });

  it('are only those within one hunk of the diff, and only while it shows the same text', () => {
    const findings = [repair([on(2, 16, 16, 'CONCURRENTLY ')])];
    expect(plan(TEXT, findings, '@@ -0,0 +1 @@\n+BEGIN;')).toEqual([]);
    expect(plan(TEXT, findings, added(TEXT.replace('INDEX i', 'INDEX j')))).toEqual([]);
    expect(plan(TEXT, findings, '@@ -1,2 +1,2 @@\n BEGIN;\n-x\n+  CREATE INDEX i ON t (a);')).toHaveLength(1);
  });

  it('never touch each other: the first wins', () => {
    const findings = [repair([on(2, 16, 16, 'CONCURRENTLY ')]), repair([on(2, 3, 9, 'create')])];
    expect(plan(TEXT, findings)).toHaveLength(1);
  });

  it.each([
    ['the server refuted it', TEXT, repair([on(2, 16, 16, 'X ')], { evidence: 'refuted' })],
    ['it reaches into another file', TEXT, repair([{ ...on(2, 16, 16, 'X '), path: 'b.sql' }])],
    ['it changes nothing', TEXT, repair([on(2, 3, 9, 'CREATE')])],
    ['the file ends its lines with CRLF', TEXT.replaceAll('\n', '\r\n'), repair([on(2, 16, 16, 'X ')])],
    ['it holds what nobody can see', TEXT.replace('i ON', '\u202Ei ON'), repair([on(2, 3, 9, 'create')])],
    ['it is too long', TEXT, repair([on(2, 1, 1, 'SET x;\n'.repeat(50))])],
    ['there is no repair', TEXT, finding({ path: PATH })],
    ['the text is unknown', TEXT, repair([on(2, 16, 16, 'X ')], { path: 'c.sql' })],
  ])('are none where %s', (_, text, found) => {
    expect(plan(text, [found])).toEqual([]);
  });
});
