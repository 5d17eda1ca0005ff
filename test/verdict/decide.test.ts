import { describe, expect, it } from 'vitest';
import type { Script } from '../../src/model.js';
import type { Finding, Severity } from '../../src/report-schema/types.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { decide, type Evidences } from '../../src/verdict/decide.js';
import { type Claim, type Fact, hazard, leaves, lock, lost, refused } from '../../src/verdict/fact.js';
import type { Observation } from '../../src/verdict/observation.js';
import type { Policy } from '../../src/verdict/policy.js';
import type { Prediction } from '../../src/verdict/prediction.js';
import type { Seen, SeenStatement } from '../../src/verdict/seen.js';
import { finding } from '../report/fixture-parts.js';
import { scriptSource } from '../support/examples.js';

const grammar = await loadGrammar();
const PATH = 'up.sql';
const SQL = 'CREATE INDEX i ON t (a);\nCREATE INDEX j ON t (b);\n';
const RULES = ['a-rule', 'b-rule', 'syntax-error', 'unused-ignore', 'invalid-directive', 'migration-fails'];
const NO_POLICY: Policy = {
  failOn: 'error',
  rules: {},
  knownRules: new Set(RULES),
  needsServer: (rule) => rule === 'migration-fails',
};

const script = (sql: string): Script => grammar.parseScript(scriptSource('up', sql));

/** A prediction about the script's nth statement. */
function predicted(of: Script, nth: number, claim?: Claim, over: Partial<Finding> = {}): Prediction {
  const { location, start } = of.statements[nth] ?? { location: {}, start: 0 };
  return {
    finding: finding({ rule: 'a-rule', ...location, ...over }),
    at: { path: PATH, start },
    ...(claim && { claim }),
  };
}

/** What the rehearsal tells of it. */
function observed(of: Script, nth: number, facts: Observation['facts'], over: Partial<Finding> = {}): Observation {
  const { finding, at } = predicted(of, nth, undefined, { evidence: 'observed', ...over });
  return { finding, at, facts };
}

/** Where `public.t` is the relation 16400. */
const identify = (name: string) => (name === 'public.t' ? '16400' : undefined);
const T = '16400';

/** What was seen, by the number of the statement. */
function seen(of: Script, ...statements: Partial<SeenStatement>[]): Seen {
  return {
    outside: true,
    fate: () => undefined,
    leftOut: () => false,
    statement({ path, start }) {
      const at = path === PATH ? of.statements.findIndex((one) => one.start === start) : -1;
      const found = statements[at];
      return found && { refusal: null, locks: [], scans: [], rewrites: [], keepsLocks: true, identify, ...found };
    },
  };
}

function decided(evidences: Partial<Evidences>, policy: Partial<Policy> = {}) {
  return decide({ predictions: [], observations: [], scripts: [], ...evidences }, { ...NO_POLICY, ...policy });
}

const told = ({ findings }: ReturnType<typeof decide>) =>
  findings.map(({ rule, line, evidence, proof }) => `${line} ${rule} ${evidence}${proof ? `: ${proof}` : ''}`);

const it0 = script(SQL);
const refusal = refused('25001');

describe('a prediction', () => {
  it('has the evidence of its claim', () => {
    const predictions = [predicted(it0, 0, lock('SHARE', 'public.t')), predicted(it0, 1, lock('SHARE', 'public.t'))];
    const all = { predictions, scripts: [it0] };
    expect(told(decided(all))).toEqual(['1 a-rule static', '2 a-rule static']);
    const taken = seen(it0, { locks: [{ on: T, mode: 'SHARE' }] }, { locks: [] });
    expect(told(decided({ ...all, seen: taken }))).toEqual([
      '1 a-rule confirmed: Postgres took SHARE on `t`',
      '2 a-rule refuted: Postgres took no lock on `t`',
    ]);
  });

  it('that was refuted counts for nothing', () => {
    expect(decided({ predictions: [predicted(it0, 0, refusal)], seen: seen(it0, {}), scripts: [it0] })).toMatchObject({
      counts: { error: 0, warning: 0, info: 0 },
      verdict: 'pass',
    });
  });

  it('is held against what was seen on production’s version only', () => {
    const all = { predictions: [predicted(it0, 0, refusal)], seen: seen(it0, {}), scripts: [it0] };
    expect(decided({ ...all, versions: { target: 14, server: 18 } }).verdict).toBe('fail');
    expect(decided({ ...all, versions: { target: 18, server: 18 } }).verdict).toBe('pass');
  });
});

describe('what the rehearsal tells', () => {
  const waits = (since: number, mode: 'SHARE' | 'ACCESS EXCLUSIVE' = 'SHARE'): Fact => ({
    kind: 'waits',
    on: T,
    mode,
    since: { path: PATH, start: since },
  });
  const second = it0.statements[1]?.start ?? 0;
  const both = seen(it0, { locks: [{ on: T, mode: 'ACCESS EXCLUSIVE' }] }, { locks: [{ on: T, mode: 'SHARE' }] });
  const of = (predictions: Prediction[], observations: Observation[]) =>
    told(decided({ predictions, observations, seen: both, scripts: [it0] })).map((line) => line.replace(/:.*/, ''));

  it('is a finding', () => {
    expect(of([], [observed(it0, 0, [refusal])])).toEqual(['1 a-rule observed']);
  });

  it.each<[string, Claim | undefined, Observation['facts']]>([
    ['a refusal', refusal, [refusal]],
    ['a hazard of its own name', undefined, [hazard('a-rule')]],
    ['a hazard of the whole file', hazard('a-rule', PATH), [hazard('a-rule', PATH)]],
    [
      'what the rollback leaves',
      leaves({ kind: 'index', name: 'public.i' }),
      [leaves({ kind: 'index', name: 'public.i' })],
    ],
    ['what it loses', lost('t.a'), [lost('t.a')]],
    ['a lock', lock('ACCESS EXCLUSIVE', 'public.t'), [lock('SHARE', T)]],
    ['who waits for the statement’s own lock', lock('SHARE', 'public.t'), [waits(0, 'ACCESS EXCLUSIVE')]],
    ['one of several facts', lock('SHARE', 'public.t'), [hazard('b-rule'), waits(0)]],
  ])('is told once where a rule foresaw it: %s', (_, claim, facts) => {
    expect(of([predicted(it0, 0, claim)], [observed(it0, 0, facts, { rule: 'b-rule' })])).toEqual([
      '1 a-rule confirmed',
    ]);
  });

  it.each<[string, Claim | undefined, Observation['facts']]>([
    ['another error', refusal, [refused('42P01')]],
    ['a refusal of which it said nothing', undefined, [refusal]],
    ['a lock on another table', lock('SHARE', 'public.t'), [lock('SHARE', '16500')]],
    ['a lock on a table that nobody knows by that name', lock('SHARE', 'public.u'), [lock('SHARE', T)]],
    ['another hazard', undefined, [hazard('b-rule')]],
    ['another object', leaves({ kind: 'index', name: 'public.i' }), [leaves({ kind: 'table', name: 'public.i' })]],
    [
      'the lock alone, where the rule is about something else',
      [hazard('a-rule'), lock('SHARE', 'public.t')],
      [waits(0)],
    ],
  ])('is told beside what a rule said of %s', (_, claim, facts) => {
    expect(of([predicted(it0, 0, claim)], [observed(it0, 0, facts, { rule: 'b-rule' })])).toHaveLength(2);
  });

  it('is told of each statement', () => {
    expect(of([predicted(it0, 0, refusal)], [observed(it0, 1, [refusal])])).toHaveLength(2);
    expect(
      of([predicted(it0, 0)], [observed(it0, 0, [hazard('a-rule')]), observed(it0, 1, [hazard('a-rule')])]),
    ).toEqual(['1 a-rule confirmed', '2 a-rule observed']);
  });

  it('of an earlier statement’s lock is told where a rule spoke of a weaker one', () => {
    const held = observed(it0, 1, [waits(0, 'ACCESS EXCLUSIVE')], { rule: 'b-rule' });
    expect(of([predicted(it0, 1, lock('SHARE', 'public.t'))], [held])).toEqual([
      '2 a-rule confirmed',
      '2 b-rule observed',
    ]);
    const strong = seen(it0, {}, { locks: [{ on: T, mode: 'ACCESS EXCLUSIVE', since: 'line 1' }] });
    const all = { predictions: [predicted(it0, 1, lock('ACCESS EXCLUSIVE', 'public.t'))], observations: [held] };
    expect(told(decided({ ...all, seen: strong, scripts: [it0] }))).toEqual([
      '2 a-rule confirmed: Postgres held ACCESS EXCLUSIVE on `t` since line 1',
    ]);
  });

  it('is told once where the finding about the statement that took the lock names the one that works', () => {
    const held = observed(it0, 1, [hazard('b-rule'), waits(0, 'ACCESS EXCLUSIVE')], { rule: 'b-rule' });
    const { location } = it0.statements[1] ?? { location: undefined };
    const related = location ? [{ ...location, message: 'this one' }] : [];
    const spoken = predicted(it0, 0, lock('ACCESS EXCLUSIVE', 'public.t'), { related });
    expect(of([spoken], [held])).toEqual(['1 a-rule confirmed']);
    expect(of([{ ...spoken, finding: { ...spoken.finding, related: [] } }], [held])).toHaveLength(2);
    expect(of([spoken], [observed(it0, 1, [waits(second)], { rule: 'b-rule' })])).toHaveLength(2);
    const elsewhere = location ? [{ ...location, line: 99, message: 'another' }] : [];
    expect(of([{ ...spoken, finding: { ...spoken.finding, related: elsewhere } }], [held])).toHaveLength(2);
    expect(of([predicted(it0, 0, lock('ACCESS EXCLUSIVE', 'public.u'), { related })], [held])).toHaveLength(2);
  });

  it('proves what was foreseen, in the words of what says more', () => {
    const observation = observed(it0, 0, [hazard('a-rule')], { proof: 'seen' });
    const all = { observations: [observation], scripts: [it0], seen: both };
    expect(told(decided({ ...all, predictions: [predicted(it0, 0)] }))).toEqual(['1 a-rule confirmed: seen']);
    const claim: Claim = [hazard('a-rule'), lock('SHARE', 'public.t')];
    expect(told(decided({ ...all, predictions: [predicted(it0, 0, claim)] }))).toEqual(['1 a-rule confirmed: seen']);
    expect(told(decided({ ...all, observations: [], predictions: [predicted(it0, 0, claim)] }))).toEqual([
      '1 a-rule confirmed: Postgres took ACCESS EXCLUSIVE on `t`',
    ]);
  });

  it('is told once where the rule spoke of two tables, and it is about the second', () => {
    const identifyBoth = (name: string) => ({ 'public.t': T, 'public.u': '16500' })[name];
    const locks = [T, '16500'].map((on) => ({ on, mode: 'SHARE' as const }));
    const all = {
      predictions: [predicted(it0, 0, [lock('SHARE', 'public.t'), lock('SHARE', 'public.u')])],
      observations: [observed(it0, 0, [lock('SHARE', '16500')], { rule: 'b-rule' })],
    };
    expect(told(decided({ ...all, seen: seen(it0, { locks, identify: identifyBoth }), scripts: [it0] }))).toEqual([
      '1 a-rule confirmed: Postgres took SHARE on `t`',
    ]);
  });

  it('is told besides where the rule said more than is true', () => {
    const observations = [observed(it0, 0, [waits(0)], { rule: 'b-rule' })];
    const predictions = [predicted(it0, 0, lock('ACCESS EXCLUSIVE', 'public.t'))];
    const weak = seen(it0, { locks: [{ on: T, mode: 'SHARE' }] });
    expect(told(decided({ predictions, observations, seen: weak, scripts: [it0] })).sort()).toEqual([
      '1 a-rule refuted: Postgres took only SHARE on `t`',
      '1 b-rule observed',
    ]);
  });

  it('of a second run confirms what the first did not show', () => {
    const observations = [observed(it0, 0, [refusal], { rule: 'b-rule', proof: 'Run on 3 rows' })];
    const all = { predictions: [predicted(it0, 0, refusal)], observations, seen: seen(it0, {}), scripts: [it0] };
    expect(told(decided(all))).toEqual(['1 a-rule confirmed: Run on 3 rows']);
  });
});

describe('severities', () => {
  const severities: Severity[] = ['error', 'warning', 'info'];
  const failing: Record<Policy['failOn'], Severity[]> = {
    error: ['error'],
    warning: ['error', 'warning'],
    info: severities,
    never: [],
  };

  it.each(
    (Object.keys(failing) as Policy['failOn'][]).flatMap((failOn) =>
      severities.map((severity) => [failOn, severity] as const),
    ),
  )('fail-on %s, with one %s', (failOn, severity) => {
    const it0 = script(SQL);
    const { verdict, counts } = decided(
      { predictions: [predicted(it0, 0, undefined, { severity })], scripts: [it0] },
      { failOn },
    );
    expect(verdict).toBe(failing[failOn].includes(severity) ? 'fail' : 'pass');
    expect(counts).toEqual({ error: 0, warning: 0, info: 0, [severity]: 1 });
  });

  it('pass where nothing was found', () => {
    for (const failOn of Object.keys(failing) as Policy['failOn'][])
      expect(decided({}, { failOn }).verdict).toBe('pass');
  });

  it('are what the settings say, also of what the directives report', () => {
    const it0 = script(`-- migration-safety: ignore nonsense why\n${SQL}-- migration-safety: ignore b-rule last\n`);
    const found = (rules: Policy['rules']) =>
      decided({ predictions: [predicted(it0, 0)], scripts: [it0] }, { rules }).findings.map(
        ({ rule, severity }) => `${rule} ${severity}`,
      );
    expect(found({})).toEqual(['a-rule error', 'invalid-directive warning', 'unused-ignore warning']);
    expect(found({ 'a-rule': 'info', 'unused-ignore': 'error', 'invalid-directive': 'off' })).toEqual([
      'unused-ignore error',
      'a-rule info',
    ]);
    expect(found({ 'a-rule': 'off', 'unused-ignore': 'off' })).toEqual(['invalid-directive warning']);
  });
});

describe('directives', () => {
  const found = (sql: string, over: Partial<Policy> = {}, ran = false) => {
    const it0 = script(sql);
    const predictions = it0.statements.flatMap((_, nth) => [
      predicted(it0, nth),
      predicted(it0, nth, undefined, { rule: 'b-rule' }),
    ]);
    return decided({ predictions, scripts: [it0], seen: ran ? seen(it0, {}) : undefined }, over).findings.map(
      ({ rule, line, column }) => `${line}:${column} ${rule}`,
    );
  };

  it('ignore one rule for the next statement', () => {
    expect(found('-- migration-safety: ignore a-rule small\nSELECT 1;\nSELECT 2;')).toEqual([
      '2:1 b-rule',
      '3:1 a-rule',
      '3:1 b-rule',
    ]);
  });

  it('ignore several rules', () => {
    expect(found('-- migration-safety: ignore a-rule, b-rule small\nSELECT 1;')).toEqual([]);
  });

  it('ignore nothing of another statement on the same line', () => {
    expect(found('/* migration-safety: ignore a-rule, b-rule x */ SELECT 1; SELECT 2;')).toEqual([
      '1:59 a-rule',
      '1:59 b-rule',
    ]);
  });

  it('above a line are for all statements that begin in it', () => {
    expect(found('-- migration-safety: ignore a-rule, b-rule small\nSELECT 1; SELECT 2;\nSELECT 3;')).toEqual([
      '3:1 a-rule',
      '3:1 b-rule',
    ]);
  });

  it('that name several rules for nothing are reported once', () => {
    expect(found('SELECT 1;\n-- migration-safety: ignore a-rule, b-rule late')).toEqual([
      '1:1 a-rule',
      '1:1 b-rule',
      '2:1 unused-ignore',
    ]);
  });

  it('ignore a rule in the whole file', () => {
    expect(found('SELECT 1;\n-- migration-safety: ignore-file a-rule old\nSELECT 2;')).toEqual([
      '1:1 b-rule',
      '3:1 b-rule',
    ]);
  });

  it('that ignore nothing are reported', () => {
    expect(found('SELECT 1;\n-- migration-safety: ignore a-rule late')).toEqual([
      '1:1 a-rule',
      '1:1 b-rule',
      '2:1 unused-ignore',
    ]);
    const twice = '-- migration-safety: ignore-file a-rule x\n-- migration-safety: ignore a-rule y\nSELECT 1;';
    expect(found(twice)).toEqual(['3:1 b-rule', '2:1 unused-ignore']);
  });

  it('that name several rules are reported once, where none of them finds anything', () => {
    const none = '-- migration-safety: ignore a-rule, b-rule late';
    expect(found(`SELECT 1;\n${none}`)).toEqual(['1:1 a-rule', '1:1 b-rule', '2:1 unused-ignore']);
    const one = '-- migration-safety: ignore-file migration-fails, a-rule old\nSELECT 1;';
    expect(found(one, undefined, true)).toEqual(['2:1 b-rule']);
  });

  it('that may well ignore something are not: the rule is off, or only a server could have found it', () => {
    const both = { rules: { 'a-rule': 'off', 'b-rule': 'off' } } as const;
    expect(found('-- migration-safety: ignore a-rule x\nSELECT 1;', both)).toEqual([]);
    const observed = '-- migration-safety: ignore migration-fails x\nSELECT 1;';
    expect(found(observed, both)).toEqual([]);
    expect(found(observed, both, true)).toEqual(['1:1 unused-ignore']);
  });

  it('of a later file are used where that needs them by itself', () => {
    const it0 = script(
      '-- migration-safety: ignore a-rule x\nSELECT 1;\n-- migration-safety: ignore migration-fails x\n',
    );
    const alone = (isLater: boolean, nth?: number) => {
      const findings = () => (nth === undefined ? [] : [predicted(it0, nth).finding]);
      const apart = { isLater: new Set(isLater ? [it0.file.path] : []), findings };
      return told(decided({ scripts: [it0], seen: seen(it0, {}), apart })).map((one) => one.replace(/ static.*/, ''));
    };
    expect(alone(false, 0)).toEqual(['1 unused-ignore', '3 unused-ignore']);
    expect(alone(true, 0)).toEqual([]);
    // What only a server finds, none has looked for on the tables as the earlier files leave them.
    expect(alone(true)).toEqual(['1 unused-ignore']);
  });

  it('that can’t be understood, or name no rule that there is, ignore nothing and are reported', () => {
    expect(found('-- migration-safety: ignore a-rule\nSELECT 1;')).toEqual([
      '2:1 a-rule',
      '2:1 b-rule',
      '1:1 invalid-directive',
    ]);
    expect(found('-- migration-safety: ignore a-rule, nonsense why\nSELECT 1;')).toEqual([
      '2:1 b-rule',
      '1:1 invalid-directive',
    ]);
    expect(found('-- migration-safety: ignore constructor why\nSELECT 1;')).toEqual([
      '2:1 a-rule',
      '2:1 b-rule',
      '1:1 invalid-directive',
    ]);
  });

  it('work in each script of one file', () => {
    const text =
      '-- migration-safety: ignore a-rule one\nSELECT 1;\n-- migration-safety: ignore a-rule two\nSELECT 2;\n';
    const half = text.indexOf('-- migration-safety: ignore a-rule two');
    const blank = (part: string) => part.replace(/[^\n]/g, ' ');
    const file = { path: PATH, text };
    const up = grammar.parseScript({
      role: 'up',
      file,
      sql: text.slice(0, half) + blank(text.slice(half)),
      transaction: 'autocommit',
    });
    const down = grammar.parseScript({
      role: 'down',
      file,
      sql: blank(text.slice(0, half)) + text.slice(half),
      transaction: 'autocommit',
    });
    const predictions = [predicted(up, 0), predicted(down, 0)];
    expect(decided({ predictions, scripts: [up, down] }).findings).toEqual([]);
  });
});

it('sorts by file, line, column and rule', () => {
  const places = [
    { path: 'b', line: 1 },
    { path: 'a', line: 10 },
    { path: 'a', line: 9, column: 2 },
    { path: 'a', line: 9, column: 1, rule: 'b-rule' },
    { path: 'a', line: 9, column: 1 },
  ];
  const predictions = places.map((place) => ({
    finding: finding({ rule: 'a-rule', ...place }),
    at: { path: 'a', start: 0 },
  }));
  expect(
    decided({ predictions }).findings.map(({ path, line, column, rule }) => `${path} ${line} ${column} ${rule}`),
  ).toEqual(['a 9 1 a-rule', 'a 9 1 b-rule', 'a 9 2 a-rule', 'a 10 1 a-rule', 'b 1 1 a-rule']);
});

describe('a rule that the settings keep from a file', () => {
  it('says nothing there, and a directive for it is not called unused', () => {
    const it0 = script(`-- migration-safety: ignore a-rule known\n${SQL}`);
    const predictions = [predicted(it0, 1)];
    const ignores = (rule: string, path: string) => rule === 'a-rule' && path === PATH;
    expect(decided({ predictions, scripts: [it0] }, { ignores })).toMatchObject({ findings: [], verdict: 'pass' });
    expect(decided({ predictions, scripts: [it0] }).findings.map(({ rule }) => rule)).toEqual([
      'a-rule',
      'unused-ignore',
    ]);
  });
});
