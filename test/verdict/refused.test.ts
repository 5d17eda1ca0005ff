/** What the server refused stays an error, whatever explains it and whatever is switched off. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rehearsalFinding } from '../../src/rehearsal/checks.js';
import type { Report, Severity } from '../../src/report-schema/types.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { decide } from '../../src/verdict/decide.js';
import { hazard, refused } from '../../src/verdict/fact.js';
import type { Observation } from '../../src/verdict/observation.js';
import type { Policy } from '../../src/verdict/policy.js';
import type { Prediction } from '../../src/verdict/prediction.js';
import { NOTHING_SEEN, type Seen } from '../../src/verdict/seen.js';
import { finding } from '../report/fixture-parts.js';
import { scriptSource } from '../support/examples.js';

const grammar = await loadGrammar();
const RULES = ['a-rule', 'b-rule', 'migration-fails', 'unused-ignore', 'invalid-directive'];
const STATEMENT = 'CREATE INDEX CONCURRENTLY i ON t (a);';

const levels = fc.constantFrom<Severity | 'off'>('error', 'warning', 'info', 'off');
const rule = fc.constantFrom(...RULES);
const directive = fc
  .tuple(fc.constantFrom('ignore', 'ignore-file'), fc.uniqueArray(rule, { minLength: 1 }))
  .map(([verb, rules]) => `-- migration-safety: ${verb} ${rules.join(', ')} we know`);

interface Case {
  directives: string[];
  rules: Policy['rules'];
  ignored: string[];
  failOn: Report['failOn'];
  explains: { rule: string; severity: Severity; sqlstate: string }[];
}

const cases: fc.Arbitrary<Case> = fc.record({
  directives: fc.array(directive, { maxLength: 4 }),
  rules: fc.dictionary(rule, levels),
  ignored: fc.subarray(RULES),
  failOn: fc.constantFrom<Report['failOn']>('error', 'warning', 'info', 'never'),
  explains: fc.array(
    fc.record({
      rule: fc.constantFrom('a-rule', 'b-rule'),
      severity: fc.constantFrom<Severity>('error', 'warning', 'info'),
      sqlstate: fc.constantFrom('25001', '42601'),
    }),
    { maxLength: 3 },
  ),
});

function decided({ directives, rules, ignored, failOn, explains }: Case) {
  const script = grammar.parseScript(scriptSource('up', [...directives, STATEMENT, 'SELECT 1;'].join('\n')));
  const [statement] = script.statements;
  if (statement === undefined) throw new Error('there is a statement');
  const at = { path: script.file.path, start: statement.start };
  const predictions = explains.map(({ sqlstate, ...over }): Prediction => {
    return { finding: finding({ ...statement.location, ...over }), at, claim: refused(sqlstate) };
  });
  const refusal: Observation = {
    finding: rehearsalFinding('migration-fails', statement.location, 'It fails here.', { evidence: 'observed' }),
    at,
    facts: [refused('25001')],
    binding: true,
  };
  const seen: Seen = {
    ...NOTHING_SEEN,
    statement: ({ start }) =>
      start === at.start
        ? {
            ...{ locks: null, scans: [], rewrites: [], keepsLocks: false, identify: () => undefined },
            refusal: { sqlstate: '25001', error: 'no' },
          }
        : undefined,
  };
  const policy = { failOn, rules, knownRules: new Set(RULES), ignores: (id: string) => ignored.includes(id) };
  return {
    ...decide({ predictions, observations: [refusal], seen, scripts: [script] }, policy),
    line: statement.location.line,
  };
}

describe('a statement that the server refused', () => {
  it('is an error, whatever the settings and directives say, and fails the check unless nothing does', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { findings, counts, verdict, line } = decided(one);
        const about = findings.filter((it) => it.line === line && it.severity === 'error' && it.evidence !== 'static');
        expect(about).toHaveLength(1);
        expect(about[0]?.evidence).not.toBe('refuted');
        expect(counts.error).toBeGreaterThanOrEqual(1);
        expect(verdict).toBe(one.failOn === 'never' ? 'pass' : 'fail');
      }),
      { numRuns: 500 },
    );
  });

  const plain: Case = { directives: [], rules: {}, ignored: [], failOn: 'error', explains: [] };
  const explained = [{ rule: 'a-rule', severity: 'info', sqlstate: '25001' }] as const;
  const told = (one: Partial<Case>) =>
    decided({ ...plain, ...one }).findings.map(
      ({ rule, severity, evidence, message }) => `${severity} ${rule} ${evidence}: ${message}`,
    );

  it('is told by the rule that explains it, as an error, once', () => {
    expect(told({ explains: [...explained, { rule: 'b-rule', severity: 'warning', sqlstate: '25001' }] })).toEqual([
      expect.stringMatching(/^error a-rule confirmed: /),
    ]);
    expect(told({ explains: [...explained], rules: { 'a-rule': 'warning' } })).toEqual([
      expect.stringMatching(/^error a-rule confirmed: /),
    ]);
  });

  it('is told by the next rule where the first is silenced', () => {
    const explains = [...explained, { rule: 'b-rule', severity: 'warning', sqlstate: '25001' } as const];
    expect(told({ explains, rules: { 'a-rule': 'off' } })).toEqual([
      expect.stringMatching(/^error b-rule confirmed: /),
    ]);
  });

  it('is told in the server’s words where no rule explains it, and says what silences one that does', () => {
    expect(told({ explains: [{ rule: 'a-rule', severity: 'info', sqlstate: '42601' }] })).toEqual([
      'error migration-fails observed: It fails here.',
      expect.stringMatching(/^info a-rule static: /),
    ]);
    const rest = 'what the server refuses is an error all the same.';
    expect(told({ explains: [...explained], rules: { 'a-rule': 'off' } })).toEqual([
      `error migration-fails observed: It fails here. The settings silence a-rule, which explains it: ${rest}`,
    ]);
    expect(told({ explains: [...explained], ignored: ['a-rule'] })).toEqual([
      `error migration-fails observed: It fails here. The settings silence a-rule, which explains it: ${rest}`,
    ]);
    expect(told({ explains: [...explained], directives: ['-- migration-safety: ignore a-rule we know'] })).toEqual([
      `error migration-fails observed: It fails here. Line 1 silences a-rule, which explains it: ${rest}`,
    ]);
    expect(told({ directives: ['-- migration-safety: ignore migration-fails we know'] })).toEqual([
      `error migration-fails observed: It fails here. Line 1 silences migration-fails: ${rest}`,
    ]);
  });

  it('names the directive that silences its explanation', () => {
    const { findings } = decided({
      ...plain,
      explains: [...explained],
      directives: ['-- migration-safety: ignore a-rule we know'],
    });
    expect(findings[0]?.related).toMatchObject([{ line: 1, message: 'Silences a-rule, not the refusal' }]);
  });
});

it('what a second run was refused can be silenced: nobody sends it so', () => {
  const script = grammar.parseScript(scriptSource('up', STATEMENT));
  const place = { path: script.file.path, start: 0 };
  const observation: Observation = {
    finding: finding({ rule: 'a-rule', severity: 'error' }),
    at: place,
    facts: [hazard('a-rule')],
  };
  const policy: Policy = { failOn: 'error', rules: { 'a-rule': 'off' }, knownRules: new Set(RULES) };
  expect(decide({ predictions: [], observations: [observation], scripts: [script] }, policy).findings).toEqual([]);
});
