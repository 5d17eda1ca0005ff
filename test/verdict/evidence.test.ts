import { describe, expect, it } from 'vitest';
import type { LockMode } from '../../src/model.js';
import type { Evidence } from '../../src/report-schema/types.js';
import { evidenceOf, type Versions } from '../../src/verdict/evidence.js';
import { differs, type Fact, hazard, leaves, lock, lost, refused, rewrite, scan } from '../../src/verdict/fact.js';
import { type Fate, NOTHING_SEEN, type Seen, type SeenStatement } from '../../src/verdict/seen.js';

const AT = { path: 'up.sql', start: 0 };
const T = '16400';
const object = { kind: 'index', name: 'public.i' };

const statement = (over: Partial<SeenStatement>): SeenStatement => ({
  refusal: null,
  locks: [],
  scans: [],
  rewrites: [],
  keepsLocks: true,
  identify: (name) => ({ 'public.t': T, 'app.t': '16401' })[name],
  ...over,
});
const saw = (over: Partial<SeenStatement>, rest: Partial<Seen> = {}): Seen => ({
  ...NOTHING_SEEN,
  statement: () => statement(over),
  ...rest,
});
const fate = (of: Fate | undefined, outside = true): Seen => ({ ...NOTHING_SEEN, fate: () => of, outside });
const took = (mode: LockMode, on = T, since?: string) => ({
  locks: [{ on, mode, ...(since !== undefined && { since }) }],
});

const share = lock('SHARE', 'public.t');
const no = { sqlstate: '25001', error: 'no' };

describe('one fact', () => {
  it.each<[string, Fact, Seen, Evidence, string | undefined]>([
    ['a lock, nobody having run it', share, NOTHING_SEEN, 'static', undefined],
    ['the lock that was taken', share, saw(took('SHARE')), 'confirmed', 'Postgres took SHARE on `t`'],
    ['a weaker lock than was taken', share, saw(took('EXCLUSIVE')), 'confirmed', 'Postgres took EXCLUSIVE on `t`'],
    ['a stronger lock than was taken', share, saw(took('ROW SHARE')), 'refuted', 'Postgres took only ROW SHARE on `t`'],
    [
      'a lock that was held',
      share,
      saw(took('SHARE', T, 'line 3')),
      'confirmed',
      'Postgres held SHARE on `t` since line 3',
    ],
    ['a lock that was not taken', share, saw({}), 'refuted', 'Postgres took no lock on `t`'],
    [
      'a lock, where that of another was taken',
      share,
      saw(took('SHARE', '16401')),
      'refuted',
      'Postgres took no lock on `t`',
    ],
    [
      'a lock in another schema',
      lock('SHARE', 'app.t'),
      saw(took('SHARE', '16401')),
      'confirmed',
      'Postgres took SHARE on `app.t`',
    ],
    ['a lock on what has no such name there', lock('SHARE', 'public.u'), saw(took('SHARE')), 'static', undefined],
    ['a lock that nobody could look for', share, saw({ locks: null }), 'static', undefined],
    ['a lock that may have been given back', share, saw({ keepsLocks: false }), 'static', undefined],
    [
      'a lock that was seen, others having been given back',
      share,
      saw({ ...took('SHARE'), keepsLocks: false }),
      'confirmed',
      'Postgres took SHARE on `t`',
    ],
    ['a lock by what was refused', share, saw({ ...took('SHARE'), refusal: no }), 'static', undefined],
    [
      'a lock that was not seen from inside',
      share,
      saw({}, { outside: false }),
      'static',
      'Postgres took no lock on `t`, as far as the one session of the embedded server can tell, which is the SQL’s own, too',
    ],
    [
      'a lock that was seen from inside',
      share,
      saw(took('SHARE'), { outside: false }),
      'confirmed',
      'Postgres took SHARE on `t`',
    ],
    [
      'the error that came',
      refused('25001'),
      saw({ refusal: no }),
      'confirmed',
      'Postgres refused it with SQLSTATE 25001: no',
    ],
    ['another error', refused('42P01'), saw({ refusal: no }), 'static', undefined],
    ['an error where there was none', refused('25001'), saw({}), 'refuted', 'Postgres ran the statement'],
    [
      'an error that inside was none',
      refused('25001'),
      saw({}, { outside: false }),
      'refuted',
      'Postgres ran the statement',
    ],
    ['an error, nobody having run it', refused('25001'), NOTHING_SEEN, 'static', undefined],
    ['a scan that was seen', scan('public.t'), saw({ scans: [T] }), 'confirmed', 'Postgres read all of `t`'],
    ['a scan that was not seen', scan('public.t'), saw({ scans: ['16401'] }), 'static', undefined],
    ['a scan of what has no such name there', scan('public.u'), saw({ scans: [T] }), 'static', undefined],
    ['a rewrite that was seen', rewrite('public.t'), saw({ rewrites: [T] }), 'confirmed', 'Postgres rewrote `t`'],
    ['a rewrite that was not seen', rewrite('public.t'), saw({ scans: [T] }), 'static', undefined],
    ['what is left', leaves(object), fate('left'), 'confirmed', 'After the rollback it was still in the catalogs'],
    ['what is gone again', leaves(object), fate('gone'), 'refuted', 'After the rollback it was gone from the catalogs'],
    [
      'what was there before',
      leaves(object),
      fate('as before'),
      'refuted',
      'It was in the catalogs before the migration',
    ],
    [
      'what was there before, and is changed',
      leaves(object),
      fate('changed'),
      'refuted',
      'It was in the catalogs before the migration',
    ],
    [
      'what is not there under that name',
      leaves(object),
      fate('never there'),
      'refuted',
      'After the rollback it was gone from the catalogs',
    ],
    ['what changes under another name', differs(object), fate('never there'), 'static', undefined],
    ['what no rollback showed', leaves(object), fate(undefined), 'static', undefined],
    [
      'what inside seems to be gone',
      leaves(object),
      fate('gone', false),
      'static',
      expect.stringMatching(/gone from the catalogs, as far as/) as never,
    ],
    [
      'what was there before, seen from inside',
      leaves(object),
      fate('as before', false),
      'refuted',
      'It was in the catalogs before the migration',
    ],
    [
      'what comes back, seen from inside',
      differs(object),
      fate('as before', false),
      'refuted',
      'After the rollback it was in the catalogs as before',
    ],
    [
      'what stays changed',
      differs(object),
      fate('changed'),
      'confirmed',
      'After the rollback it was not in the catalogs as before',
    ],
    [
      'what does not come back',
      differs(object),
      fate('gone'),
      'confirmed',
      'After the rollback it was not in the catalogs as before',
    ],
    [
      'what comes back',
      differs(object),
      fate('as before'),
      'refuted',
      'After the rollback it was in the catalogs as before',
    ],
    ['what changes, no rollback having shown it', differs(object), fate(undefined), 'static', undefined],
    ['data', lost('t'), saw(took('SHARE')), 'static', undefined],
    ['a hazard', hazard('lock-order'), saw(took('SHARE')), 'static', undefined],
  ])('%s', (_, fact, seen, evidence, proof) => {
    expect(evidenceOf([fact], AT, seen)).toEqual({ evidence, ...(proof !== undefined && { proof }) });
  });
});

describe('several facts', () => {
  it('are refuted by what refutes one of them', () => {
    expect(evidenceOf([scan('public.t'), share], AT, saw({ scans: [T] })).evidence).toBe('refuted');
  });

  it('are confirmed by the first that is', () => {
    const seen = saw({ ...took('SHARE'), scans: [T] });
    expect(evidenceOf([hazard('x'), scan('public.t'), share], AT, seen).proof).toBe('Postgres read all of `t`');
  });

  it('are static where there are none, or none was shown', () => {
    expect(evidenceOf([], AT, saw({}))).toEqual({ evidence: 'static' });
    expect(evidenceOf([hazard('x'), scan('public.t')], AT, saw({}))).toEqual({ evidence: 'static' });
  });
});

describe('a server of another major version than production’s', () => {
  const versions = { target: 14, server: 18 };

  it.each<[string, Fact, Seen]>([
    ['a lock that was not taken', share, saw({})],
    ['an error that did not come', refused('25001'), saw({})],
    ['what the rollback takes back', leaves(object), fate('gone')],
  ])('refutes nothing: %s', (_, fact, seen) => {
    const { evidence, proof } = evidenceOf([fact], AT, seen, versions);
    expect(evidence).toBe('static');
    expect(proof).toMatch(/^PostgreSQL 18 showed otherwise \(.+\), but production is PostgreSQL 14$/);
  });

  it.each<[Versions | undefined]>([
    [{ target: 18, server: 18 }],
    [{ target: null, server: 18 }],
    [{ target: 14, server: null }],
    [undefined],
  ])('is none: %j', (same) => {
    expect(evidenceOf([share], AT, saw({}), same).evidence).toBe('refuted');
  });

  it('still confirms', () => {
    expect(evidenceOf([share], AT, saw(took('SHARE')), versions)).toEqual({
      evidence: 'confirmed',
      proof: 'Postgres took SHARE on `t`',
    });
  });
});

describe('the words of a proof', () => {
  const dropped = lock('ACCESS EXCLUSIVE', 'public.t');

  it('say what was done under the lock', () => {
    const seen = saw({ ...took('ACCESS EXCLUSIVE'), scans: [T] });
    expect(evidenceOf([dropped, scan('public.t')], AT, seen).proof).toBe(
      'Postgres took ACCESS EXCLUSIVE on `t` and read all of `t`',
    );
  });

  it('say first what is gone', () => {
    const seen = saw({ ...took('ACCESS EXCLUSIVE'), vanished: ['column `t.a`'] });
    expect(evidenceOf([dropped], AT, seen).proof).toBe(
      'In the catalogs before it and not after it: column `t.a`; Postgres took ACCESS EXCLUSIVE on `t`',
    );
  });
});
