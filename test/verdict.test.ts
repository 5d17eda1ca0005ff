import { describe, expect, it } from 'vitest';
import type { Claim, Prediction, Script } from '../src/model.js';
import type { Observation } from '../src/rehearsal/observation.js';
import type { Finding, MigrationReport, Severity, StatementReport } from '../src/report/types.js';
import { loadGrammar } from '../src/sql/parse.js';
import { decide, type Evidences, type Policy } from '../src/verdict.js';
import { finding, lock, statement } from './report/fixture-parts.js';
import { scriptSource } from './support/examples.js';

const grammar = await loadGrammar();
const PATH = 'up.sql';
const SQL = 'CREATE INDEX i ON t (a);\nCREATE INDEX j ON t (b);\n';
const RULES = ['a-rule', 'b-rule', 'syntax-error', 'unused-ignore', 'invalid-directive', 'migration-fails'];
const NO_POLICY: Policy = { failOn: 'error', rules: {}, knownRules: new Set(RULES) };

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

/** What the server saw of the script's nth statement. */
function saw(of: Script, nth: number, over: Partial<StatementReport>): StatementReport {
  const { location, sql } = of.statements[nth] ?? { location: { line: 0, endLine: 0 }, sql: '' };
  return statement(location.line, sql, { path: PATH, endLine: location.endLine, ...over });
}

function migration(statements: StatementReport[], over: Partial<MigrationReport> = {}): MigrationReport {
  return {
    id: '1',
    path: PATH,
    layout: 'plain',
    statements,
    lockTimeline: [],
    rollback: { verdict: 'not checked', differences: [] },
    rerun: { verdict: 'not checked', differences: [] },
    validations: [],
    queries: [],
    writeCosts: [],
    bloat: [],
    plans: [],
    proofs: [],
    ...over,
  };
}

function decided(evidences: Partial<Evidences>, policy: Partial<Policy> = {}) {
  const all = { predictions: [], observations: [], migrations: [], scripts: [], ...evidences };
  return decide(all, { ...NO_POLICY, ...policy });
}

const lockClaim: Claim = { lock: 'SHARE', on: 'public.t' };
const refusal: Claim = { sqlstate: '25001' };

describe('a prediction', () => {
  const it0 = script(SQL);
  it.each<[string, Claim | undefined, Partial<StatementReport> | null, Finding['evidence'], RegExp | null]>([
    ['without a claim', undefined, {}, 'static', null],
    ['that nobody ran', lockClaim, null, 'static', null],
    ['about a statement that was skipped', lockClaim, { status: 'skipped', locks: [] }, 'static', null],
    ['about a statement that was not run', refusal, { status: 'notRun' }, 'static', null],
    [
      'of the lock that was taken',
      lockClaim,
      { locks: [lock('t', 'SHARE', [])] },
      'confirmed',
      /^Postgres took SHARE on t$/,
    ],
    [
      'of a weaker lock than was taken',
      lockClaim,
      { locks: [lock('t', 'ACCESS EXCLUSIVE', [])] },
      'confirmed',
      /took ACCESS EXCLUSIVE on t$/,
    ],
    [
      'of a stronger lock than was taken',
      lockClaim,
      { locks: [lock('t', 'ROW SHARE', [])] },
      'refuted',
      /took only ROW SHARE on t$/,
    ],
    [
      'of a lock on a table that was not locked',
      lockClaim,
      { locks: [lock('app.t', 'SHARE', [])] },
      'refuted',
      /took no lock on t$/,
    ],
    ['of a lock that could not be observed', lockClaim, { locks: null }, 'static', null],
    ['of a lock by what failed', lockClaim, { status: 'failed', locks: [] }, 'static', null],
    [
      'of a lock in another schema',
      { lock: 'SHARE', on: 'app.t' },
      { locks: [lock('app.t', 'SHARE', [])] },
      'confirmed',
      /on app\.t$/,
    ],
    [
      'of the error that came',
      refusal,
      { status: 'failed', sqlstate: '25001', error: 'no' },
      'confirmed',
      /SQLSTATE 25001: no$/,
    ],
    ['of another error', refusal, { status: 'failed', sqlstate: '42P01', error: 'no' }, 'static', null],
    ['of an error where there was none', refusal, { status: 'applied' }, 'refuted', /^Postgres ran the statement$/],
  ])('%s is judged', (_, claim, report, evidence, proof) => {
    const migrations =
      report === null ? [] : [migration([saw(it0, 0, report), saw(it0, 1, { locks: [lock('t', 'SHARE', [])] })])];
    const { findings } = decided({ predictions: [predicted(it0, 0, claim)], migrations, scripts: [it0] });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.evidence).toBe(evidence);
    if (proof === null) expect(findings[0]).not.toHaveProperty('proof');
    else expect(findings[0]?.proof).toMatch(proof);
  });

  it.each<[MigrationReport['rollback'], Finding['evidence']]>([
    [{ verdict: 'not restored', differences: [{ change: 'extra', kind: 'index', name: 'public.i' }] }, 'confirmed'],
    [{ verdict: 'not restored', differences: [{ change: 'missing', kind: 'index', name: 'public.i' }] }, 'refuted'],
    [{ verdict: 'not restored', differences: [{ change: 'extra', kind: 'table', name: 'public.i' }] }, 'refuted'],
    [{ verdict: 'reversible', differences: [] }, 'refuted'],
    [{ verdict: 'down fails', differences: [] }, 'static'],
    [{ verdict: 'no down', differences: [] }, 'static'],
    [{ verdict: 'not checked', differences: [] }, 'static'],
  ])('of what the rollback leaves is judged by the rollback: %j', (rollback, evidence) => {
    const predictions = [predicted(it0, 0, { leaves: { kind: 'index', name: 'public.i' } })];
    const { findings } = decided({ predictions, migrations: [migration([], { rollback })], scripts: [it0] });
    expect(findings.map((one) => one.evidence)).toEqual([evidence]);
  });

  it('of a function is known by its name, whatever its arguments', () => {
    const rollback = {
      verdict: 'not restored',
      differences: [{ change: 'extra', kind: 'function', name: 'public.f(integer, text)' }],
    } as const;
    const predictions = [predicted(it0, 0, { leaves: { kind: 'function', name: 'public.f' } })];
    const { findings } = decided({
      predictions,
      migrations: [migration([], { rollback: { ...rollback, differences: [...rollback.differences] } })],
      scripts: [it0],
    });
    expect(findings[0]?.evidence).toBe('confirmed');
  });

  it('that was refuted counts for nothing', () => {
    const migrations = [migration([saw(it0, 0, { status: 'applied' })])];
    expect(decided({ predictions: [predicted(it0, 0, refusal)], migrations, scripts: [it0] })).toMatchObject({
      counts: { error: 0, warning: 0, info: 0 },
      verdict: 'pass',
    });
  });
});

describe('what the rehearsal saw by itself', () => {
  const it0 = script(SQL);
  const observed = (nth: number, fact: Observation['fact']): Observation => ({
    ...predicted(it0, nth, undefined, { rule: 'migration-fails', evidence: 'observed' }),
    fact,
  });
  const migrations = [migration([saw(it0, 0, { status: 'failed', sqlstate: '25001' })])];
  const rules = (evidences: Partial<Evidences>) =>
    decided({ ...evidences, migrations, scripts: [it0] }).findings.map(({ rule, evidence }) => `${rule} ${evidence}`);

  it('is reported', () => {
    expect(rules({ observations: [observed(0, { sqlstate: '25001' })] })).toEqual(['migration-fails observed']);
  });

  it('is not said twice where a rule said it beforehand', () => {
    expect(
      rules({ predictions: [predicted(it0, 0, refusal)], observations: [observed(0, { sqlstate: '25001' })] }),
    ).toEqual(['a-rule confirmed']);
  });

  it('is not said twice where the parser said it', () => {
    const migrations = [migration([saw(it0, 0, { status: 'failed', sqlstate: '42601' })])];
    const predictions = [predicted(it0, 0, { sqlstate: '42601' }, { rule: 'syntax-error' })];
    const all = { predictions, observations: [observed(0, { sqlstate: '42601' })], migrations, scripts: [it0] };
    expect(decided(all).findings.map(({ rule }) => rule)).toEqual(['syntax-error']);
  });

  it.each<[string, Prediction, Observation]>([
    ['of another statement', predicted(it0, 0, refusal), observed(1, { sqlstate: '25001' })],
    ['of another error', predicted(it0, 0, refusal), observed(0, { sqlstate: '42P01' })],
    ['without a fact to compare', predicted(it0, 0, refusal), observed(0, {})],
    ['of what is left', predicted(it0, 0, refusal), observed(0, { leaves: { kind: 'index', name: 'public.i' } })],
  ])('is said where the rule spoke %s', (_, prediction, observation) => {
    expect(rules({ predictions: [prediction], observations: [observation] })).toHaveLength(2);
  });

  it('is said once where the rule’s prediction could not be confirmed', () => {
    const observations = [observed(0, { sqlstate: '42P01' })];
    expect(rules({ predictions: [predicted(it0, 0, { sqlstate: '42P01' })], observations }).sort()).toEqual([
      'a-rule static',
      'migration-fails observed',
    ]);
  });
});

describe('a hazard that a rule and the rehearsal both know', () => {
  const it0 = script(SQL);
  const saidBy = (nth: number, fact: Observation['fact'] = {}): Observation => ({
    ...predicted(it0, nth, undefined, { rule: 'a-rule', evidence: 'observed', proof: 'seen' }),
    fact,
  });
  const found = (evidences: Partial<Evidences>) =>
    decided({ migrations: [migration([saw(it0, 0, {}), saw(it0, 1, {})])], scripts: [it0], ...evidences }).findings.map(
      ({ rule, line, evidence, proof }) => `${line} ${rule} ${evidence}${proof ? `: ${proof}` : ''}`,
    );

  it('is told once, and what was seen is its proof', () => {
    expect(found({ predictions: [predicted(it0, 0)], observations: [saidBy(0)] })).toEqual([
      '1 a-rule confirmed: seen',
    ]);
  });

  it('is told of each statement', () => {
    expect(found({ predictions: [predicted(it0, 0)], observations: [saidBy(0), saidBy(1)] })).toEqual([
      '1 a-rule confirmed: seen',
      '2 a-rule observed: seen',
    ]);
  });

  it('is told once in a file where it is about the file', () => {
    expect(found({ predictions: [predicted(it0, 1)], observations: [saidBy(0, { wholeFile: true })] })).toEqual([
      '2 a-rule confirmed: seen',
    ]);
  });

  it('says nothing of another hazard, even on the same lock', () => {
    const predictions = [predicted(it0, 0, lockClaim, { rule: 'no-lock-timeout' })];
    const seen = { ...saidBy(0, { lockOn: 't' }) };
    const migrations = [migration([saw(it0, 0, { locks: [lock('t', 'SHARE', [])] })])];
    expect(found({ predictions, observations: [seen], migrations })).toEqual([
      '1 a-rule observed: seen',
      '1 no-lock-timeout confirmed: Postgres took SHARE on t',
    ]);
  });

  it('is not confirmed where the rule was shown to be wrong', () => {
    const migrations = [migration([saw(it0, 0, { status: 'applied' })])];
    const predictions = [predicted(it0, 0, refusal)];
    expect(found({ predictions, observations: [saidBy(0)], migrations }).sort()).toEqual([
      '1 a-rule observed: seen',
      '1 a-rule refuted: Postgres ran the statement',
    ]);
  });
});

describe('a lock that an earlier statement took', () => {
  const it0 = script(SQL);
  const hold = { ...lock('t', 'ACCESS EXCLUSIVE', []), role: 'up', path: PATH, transaction: 1, heldMs: 0 } as const;
  const during = (held: Observation['fact']['held']): Observation => ({
    ...predicted(it0, 1, undefined, { rule: 'b-rule', evidence: 'observed' }),
    fact: { lockOn: 't', ...(held && { held }) },
  });
  const found = (predictions: Prediction[], observations: Observation[] = []) => {
    const statements = [saw(it0, 0, { locks: [lock('t', 'ACCESS EXCLUSIVE', [])] }), saw(it0, 1, { locks: [] })];
    const migrations = [migration(statements, { lockTimeline: [{ ...hold, blocks: [], from: 1, until: 2 }] })];
    return decided({ predictions, observations, migrations, scripts: [it0] }).findings.map(
      ({ rule, line, evidence }) => `${line} ${rule} ${evidence}`,
    );
  };

  it('confirms what a later one of its transaction would take', () => {
    expect(found([predicted(it0, 1, lockClaim)])).toEqual(['2 a-rule confirmed']);
    expect(found([predicted(it0, 1, { lock: 'SHARE', on: 'public.u' })])).toEqual(['2 a-rule refuted']);
  });

  it('is not told again where a rule spoke of as strong a lock, but where it spoke of a weaker one', () => {
    const held = { mode: 'ACCESS EXCLUSIVE', since: 0 } as const;
    const strong: Claim = { lock: 'ACCESS EXCLUSIVE', on: 'public.t' };
    expect(found([predicted(it0, 1, strong)], [during(held)])).toEqual(['2 a-rule confirmed']);
    expect(found([predicted(it0, 1, lockClaim)], [during(held)])).toEqual(['2 a-rule confirmed', '2 b-rule observed']);
  });

  it('is not told again where the finding about that statement names the later one', () => {
    const held = { mode: 'ACCESS EXCLUSIVE', since: 0 } as const;
    const strong: Claim = { lock: 'ACCESS EXCLUSIVE', on: 'public.t' };
    const [, second] = it0.statements;
    const related = second ? [{ ...second.location, message: 'this one' }] : [];
    expect(found([predicted(it0, 0, strong, { related })], [during(held)])).toEqual(['1 a-rule confirmed']);
    expect(found([predicted(it0, 0, strong)], [during(held)])).toEqual(['1 a-rule confirmed', '2 b-rule observed']);
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
    expect(found({})).toEqual(['invalid-directive warning', 'a-rule error', 'unused-ignore warning']);
    expect(found({ 'a-rule': 'info', 'unused-ignore': 'error', 'invalid-directive': 'off' })).toEqual([
      'a-rule info',
      'unused-ignore error',
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
    const migrations = ran ? [migration([saw(it0, 0, {})])] : [];
    return decided({ predictions, scripts: [it0], migrations }, over).findings.map(
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
    expect(found(twice)).toEqual(['2:1 unused-ignore', '3:1 b-rule']);
  });

  it('that may well ignore something are not: the rule is off, or only a server could have found it', () => {
    const both = { rules: { 'a-rule': 'off', 'b-rule': 'off' } } as const;
    expect(found('-- migration-safety: ignore a-rule x\nSELECT 1;', both)).toEqual([]);
    const observed = '-- migration-safety: ignore migration-fails x\nSELECT 1;';
    expect(found(observed, both)).toEqual([]);
    expect(found(observed, both, true)).toEqual(['1:1 unused-ignore']);
  });

  it('that can’t be understood, or name no rule that there is, ignore nothing and are reported', () => {
    expect(found('-- migration-safety: ignore a-rule\nSELECT 1;')).toEqual([
      '1:1 invalid-directive',
      '2:1 a-rule',
      '2:1 b-rule',
    ]);
    expect(found('-- migration-safety: ignore a-rule, nonsense why\nSELECT 1;')).toEqual([
      '1:1 invalid-directive',
      '2:1 b-rule',
    ]);
    expect(found('-- migration-safety: ignore constructor why\nSELECT 1;')).toEqual([
      '1:1 invalid-directive',
      '2:1 a-rule',
      '2:1 b-rule',
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

describe('a server of another major version than production’s', () => {
  const it0 = script(SQL);
  const run = (claim: Claim, over: Partial<StatementReport>, versions: Policy['versions']) =>
    decided(
      { predictions: [predicted(it0, 0, claim)], migrations: [migration([saw(it0, 0, over)])], scripts: [it0] },
      versions ? { versions } : {},
    );

  it.each<[string, Claim, Partial<StatementReport>]>([
    ['a lock that was not taken', lockClaim, { locks: [] }],
    ['an error that did not come', refusal, { status: 'applied' }],
  ])('refutes nothing: %s', (_, claim, over) => {
    const { findings, verdict } = run(claim, over, { target: 14, server: 18 });
    expect(findings).toMatchObject([{ evidence: 'static' }]);
    expect(findings[0]?.proof).toMatch(
      /^PostgreSQL 18 showed otherwise \(Postgres .+\), but production is PostgreSQL 14$/,
    );
    expect(verdict).toBe('fail');
    for (const versions of [
      { target: 18, server: 18 },
      { target: null, server: 18 },
      { target: 14, server: null },
      undefined,
    ]) {
      expect(run(claim, over, versions).findings).toMatchObject([{ evidence: 'refuted' }]);
    }
  });

  it('still confirms', () => {
    const { findings } = run(lockClaim, { locks: [lock('t', 'SHARE', [])] }, { target: 14, server: 18 });
    expect(findings).toMatchObject([{ evidence: 'confirmed', proof: 'Postgres took SHARE on t' }]);
  });

  it('still says what a rollback left: catalogs tell that on any version', () => {
    const leaves: Claim = { leaves: { kind: 'index', name: 'public.i' } };
    const clean = migration([saw(it0, 0, {})], { rollback: { verdict: 'reversible', differences: [] } });
    const { findings } = decided(
      { predictions: [predicted(it0, 0, leaves)], migrations: [clean], scripts: [it0] },
      { versions: { target: 14, server: 18 } },
    );
    expect(findings).toMatchObject([{ evidence: 'refuted' }]);
  });
});

describe('a rule that the settings keep from a file', () => {
  it('says nothing there, and a directive for it is not called unused', () => {
    const it0 = script(`-- migration-safety: ignore a-rule known\n${SQL}`);
    const predictions = [predicted(it0, 1)];
    const ignores = (rule: string, path: string) => rule === 'a-rule' && path === PATH;
    expect(decided({ predictions, scripts: [it0] }, { ignores })).toMatchObject({ findings: [], verdict: 'pass' });
    expect(decided({ predictions, scripts: [it0] }).findings.map(({ rule }) => rule)).toEqual([
      'unused-ignore',
      'a-rule',
    ]);
  });
});
