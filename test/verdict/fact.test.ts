/** When two facts are one, and when they only look alike. */
import { describe, expect, it } from 'vitest';
import {
  differs,
  type Fact,
  type FactAt,
  factsOf,
  grounded,
  hazard,
  leaves,
  lock,
  lost,
  refused,
  rewrite,
  sameFact,
  sameObject,
  scan,
  touches,
} from '../../src/verdict/fact.js';

const HERE = { path: 'up.sql', start: 40 };
const index = { kind: 'index', name: 'public.i' };
const waits = (since: number, mode: 'SHARE' | 'ACCESS EXCLUSIVE' = 'SHARE', on = 't'): Fact => ({
  ...{ kind: 'waits', mode, on, since: { path: HERE.path, start: since } },
});

describe('one fact', () => {
  it.each<[string, Fact, Fact, boolean]>([
    ['a lock on one table, whatever its mode', lock('SHARE', 't'), lock('ACCESS EXCLUSIVE', 't'), true],
    ['locks on two tables', lock('SHARE', 't'), lock('SHARE', 'u'), false],
    ['a lock and a scan', lock('SHARE', 't'), scan('t'), false],
    ['a scan and a lock', scan('t'), lock('SHARE', 't'), false],
    ['a scan', scan('t'), scan('t'), true],
    ['scans of two tables', scan('t'), scan('u'), false],
    ['a scan and a rewrite', scan('t'), rewrite('t'), false],
    ['a rewrite', rewrite('t'), rewrite('t'), true],
    ['an error', refused('25001'), refused('25001'), true],
    ['two errors', refused('25001'), refused('42P01'), false],
    ['an error and a lock', lock('SHARE', 't'), refused('25001'), false],
    ['its own lock, and who waits for it', lock('SHARE', 't'), waits(40, 'ACCESS EXCLUSIVE'), true],
    ['an earlier lock that is no stronger', lock('SHARE', 't'), waits(3, 'SHARE'), true],
    ['an earlier lock that is stronger', lock('SHARE', 't'), waits(3, 'ACCESS EXCLUSIVE'), false],
    ['who waits for another table', lock('SHARE', 'u'), waits(40), false],
    ['who waits, and what is read', scan('t'), waits(40), false],
    ['who waits for one lock', waits(3), waits(3), true],
    ['who waits for two locks', waits(3), waits(4), false],
    ['who waits for locks of two files', waits(3), { ...waits(3), since: { path: 'b.sql', start: 3 } } as Fact, false],
    ['who waits for two tables', waits(3, 'SHARE', 'u'), waits(3), false],
    ['what is left', leaves(index), leaves(index), true],
    ['two that are left', leaves(index), leaves({ kind: 'index', name: 'public.j' }), false],
    ['what is left and what differs', differs(index), leaves(index), false],
    ['what differs', differs(index), differs(index), true],
    ['what is lost', lost('t.a'), lost('t.a'), true],
    ['two that are lost', lost('t.a'), lost('t'), false],
    ['what is lost and what is read', scan('t'), lost('t'), false],
    ['a hazard', hazard('x'), hazard('x'), true],
    ['two hazards', hazard('x'), hazard('y'), false],
    ['a hazard of one thing', hazard('x', 'a'), hazard('x', 'a'), true],
    ['a hazard of two things', hazard('x', 'a'), hazard('x', 'b'), false],
    ['a hazard and what is lost', lost('x'), hazard('x'), false],
  ])('%s', (_, said, seen, same) => {
    expect(sameFact({ fact: said, at: HERE }, { fact: seen, at: HERE })).toBe(same);
  });

  it('of a statement is another at another place, of an object or a file it is not', () => {
    for (const at of [
      { ...HERE, start: 41 },
      { ...HERE, path: 'down.sql' },
    ]) {
      const twice = (fact: Fact): [FactAt, FactAt] => [
        { fact, at: HERE },
        { fact, at },
      ];
      for (const fact of [lock('SHARE', 't'), scan('t'), rewrite('t'), refused('25001'), waits(3), hazard('x')])
        expect(sameFact(...twice(fact)), JSON.stringify(fact)).toBe(false);
      for (const fact of [leaves(index), differs(index), lost('t'), hazard('x', 'a')])
        expect(sameFact(...twice(fact)), JSON.stringify(fact)).toBe(true);
    }
    expect(sameFact({ fact: lock('SHARE', 't'), at: HERE }, { fact: waits(40), at: { ...HERE, start: 41 } })).toBe(
      false,
    );
  });
});

describe('one object', () => {
  it('is a function whatever its arguments, and of all others the same name', () => {
    const f = { kind: 'function', name: 'public.f' };
    expect(sameObject(f, { ...f, name: 'public.f(integer, text)' })).toBe(true);
    expect(sameObject(f, { ...f, name: 'public.g(integer)' })).toBe(false);
    expect(sameObject(f, { ...f, kind: 'table' })).toBe(false);
    const table = { kind: 'table', name: 'public.odd(name)' };
    expect(sameObject(table, { ...table, name: 'public.odd' })).toBe(false);
  });
});

describe('a claim', () => {
  it('is a list of facts, empty where there is none', () => {
    expect(factsOf(undefined)).toEqual([]);
    expect(factsOf(refused('25001'))).toEqual([{ kind: 'refused', sqlstate: '25001' }]);
    expect(touches('SHARE', 't', { scans: true, rewrites: true })).toEqual([
      lock('SHARE', 't'),
      scan('t'),
      rewrite('t'),
    ]);
    expect(touches('SHARE', 't', { scans: true })).toEqual([lock('SHARE', 't'), scan('t')]);
    expect(touches('SHARE', 't')).toEqual([lock('SHARE', 't')]);
    expect(hazard('x')).toEqual({ kind: 'hazard', name: 'x' });
    expect(hazard('x', 'a')).toEqual({ kind: 'hazard', name: 'x', of: 'a' });
  });

  it('is about relations by their identity, or about nothing that can be compared', () => {
    const identify = (name: string) => (name === 'public.t' ? '16400' : undefined);
    expect(grounded(lock('SHARE', 'public.t'), identify)).toEqual(lock('SHARE', '16400'));
    expect(grounded(waits(3, 'SHARE', 'public.t'), identify)).toEqual(waits(3, 'SHARE', '16400'));
    expect(grounded(scan('public.t'), identify)).toEqual(scan('16400'));
    expect(grounded(rewrite('public.t'), identify)).toEqual(rewrite('16400'));
    for (const fact of [lock('SHARE', 'public.u'), scan('public.u'), rewrite('public.u')])
      expect(grounded(fact, identify)).toBeUndefined();
    for (const fact of [refused('25001'), leaves(index), lost('public.t'), hazard('x', 'public.t')])
      expect(grounded(fact, identify)).toBe(fact);
  });
});
