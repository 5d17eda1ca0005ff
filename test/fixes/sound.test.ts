import { describe, expect, it } from 'vitest';
import { edited } from '../../src/fixes/repairs.js';
import { harmless, type LookAt, mend } from '../../src/fixes/sound.js';
import { RULES } from '../../src/lint/registry.js';
import type { Example, Rule } from '../../src/lint/rule.js';
import type { TransactionMode } from '../../src/model.js';
import type { Finding } from '../../src/report-schema/types.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { finding } from '../report/fixture-parts.js';
import { lintExample, migrationOf } from '../support/examples.js';

const grammar = await loadGrammar();
const MODES: readonly TransactionMode[] = ['autocommit', 'single-query', 'per-script'];
const nowhere = () => false;

/** Looks at an example with all rules, as if its script had another text. */
function lookAtExample(example: Example): { path: string; lookAt: LookAt } {
  const { path } = migrationOf(example, grammar).subject.file;
  const lookAt: LookAt = async (texts) => {
    const now = { ...example, sql: texts.get(path) ?? example.sql };
    const findings = lintExample(now, RULES, grammar).map((one) => one.finding);
    return { findings, sources: new Map([[path, now.sql]]) };
  };
  return { path, lookAt };
}

/** Errors and warnings. */
function grave(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity !== 'info');
}

/** How often each rule has an error or a warning to say. */
function counted(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of grave(findings)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

const examples = RULES.flatMap((rule) =>
  rule.examples.bad
    .filter((example) => lintExample(example, [rule], grammar).some((one) => one.finding.fixes))
    .flatMap((example) =>
      [example.sql, example.sql.replaceAll('\n', '\r\n'), example.sql.toLowerCase()].flatMap((sql) =>
        MODES.map(
          (transaction) => [`${rule.id}, ${transaction}: ${sql}`, { ...example, sql, transaction }, rule] as const,
        ),
      ),
    ),
);

describe('all fixes of a script', () => {
  it.each(examples)('%s', async (_, example: Example) => {
    const { path, lookAt } = lookAtExample(example);
    const before = await lookAt(new Map());
    const { made, files } = await mend(before, lookAt, nowhere);
    const sql = files.get(path)?.after ?? example.sql;
    const after = await lookAt(new Map([[path, sql]]));
    const allowed = counted(before.findings);
    for (const [rule, count] of counted(after.findings))
      expect([rule, count <= (allowed.get(rule) ?? 0)]).toEqual([rule, true]);
    const { subject } = migrationOf({ ...example, sql }, grammar);
    expect(subject.statements.flatMap(({ syntaxError }) => syntaxError ?? [])).toEqual([]);
    // What was repaired stays repaired, and there is nothing more to do.
    const mends = made.some(({ finding }) => finding.severity !== 'info') ? 1 : 0;
    expect(grave(after.findings).length).toBeLessThanOrEqual(grave(before.findings).length - mends);
    // A note is made by nothing but what mends more.
    if (made.length > 0 && mends === 0) expect(after.findings.length).toBeLessThan(before.findings.length);
    const again = await mend(after, async (texts) => lookAt(new Map([[path, sql], ...texts])), nowhere);
    expect([...again.files]).toEqual([]);
    if (example.sql.includes('\r\n')) expect(sql).not.toMatch(/[^\r]\n/);
    if (example.sql === example.sql.toLowerCase()) expect(sql).toBe(sql.toLowerCase());
  });

  it('cover every rule that has one', () => {
    expect(new Set(examples.map(([, , { id }]: readonly [string, Example, Rule]) => id)).size).toBeGreaterThan(9);
  });
});

describe('a repair that makes a finding', () => {
  const PATH = 'a.sql';
  /** Each letter is what a rule of its name finds, those from n on as a note; its repair replaces it. */
  const letters = (text: string, repairs: Record<string, string>): LookAt => {
    return async (texts) => {
      const now = texts.get(PATH) ?? text;
      const findings = [...now].map((letter, at) => {
        const edit = {
          path: PATH,
          line: 1,
          column: at + 1,
          endLine: 1,
          endColumn: at + 2,
          text: repairs[letter] ?? '',
        };
        const fixes = letter in repairs && { fixes: [{ description: 'Mend', edits: [edit] }] };
        const severity = letter < 'n' ? 'error' : 'info';
        return finding({ path: PATH, rule: letter, statement: letter, severity, ...fixes });
      });
      return { findings, sources: new Map([[PATH, now]]) };
    };
  };
  const mended = async (text: string, repairs: Record<string, string>) => {
    const lookAt = letters(text, repairs);
    const { files, refused } = await mend(await lookAt(new Map()), lookAt, nowhere);
    const said = refused.map(({ remedy, makes }) => `${remedy.finding.rule} makes ${makes.rule}`);
    return { text: files.get(PATH)?.after ?? text, said };
  };

  it('is left out, whichever of many it is', async () => {
    expect(await mended('a-b-c-d-e', { a: '', b: 'f', c: '', d: 'g', e: '' })).toEqual({
      text: '-b--d-',
      said: ['b makes f', 'd makes g'],
    });
  });

  it('is made where it mends what is graver than the note that it makes', async () => {
    expect(await mended('a-b', { a: 'x', b: 'xy' })).toEqual({ text: 'x-xy', said: [] });
  });

  it('is left out where one note makes another, beside what is graver, too', async () => {
    expect(await mended('n-a', { n: 'x', a: '' })).toEqual({ text: 'n-', said: ['n makes x'] });
  });

  it('is left out where a note comes with something graver', async () => {
    expect(await mended('a-b', { a: 'xc', b: 'x' })).toEqual({ text: 'a-x', said: ['a makes c'] });
  });

  it('is made where it makes room for nothing worse than was there', async () => {
    expect(await mended('ab', { a: '' })).toEqual({ text: 'b', said: [] });
  });

  it('is no suggestion, by itself or beside the others', async () => {
    const lookAt = letters('a-b-c', { a: '', b: 'd', c: '' });
    const { findings, sources } = await lookAt(new Map());
    const all = findings.flatMap((one) => (one.fixes ? [{ finding: one, fix: one.fixes[0] as never }] : []));
    const kept = await harmless(all, sources, lookAt);
    expect(kept.map((one) => one.finding.rule)).toEqual(['a', 'c']);
  });

  it('counts its edits from the text that it was offered for', () => {
    const edit = { path: PATH, line: 2, column: 1, endLine: 2, endColumn: 2, text: 'X' };
    expect(edited('a\r\nb\r\n', [edit])).toBe('a\r\nX\r\n');
  });
});
