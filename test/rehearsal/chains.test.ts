/** Rehearsals of several chains, as one. */
import { expect, it } from 'vitest';
import { asOne } from '../../src/rehearsal/chains.js';
import type { Rehearsal } from '../../src/rehearsal/rehearse.js';
import type { Seen, SeenStatement } from '../../src/verdict/seen.js';

const statement = { refusal: null } as SeenStatement;

function rehearsal(path: string, notes: string[], outside = true): Rehearsal {
  const seen: Seen = {
    statement: (at) => (at.path === path ? statement : undefined),
    fate: (at) => (at.path === path ? 'gone' : undefined),
    leftOut: () => false,
    outside,
  };
  const notChecked = notes.map((reason) => ({ check: 'x', reason }));
  return {
    migrations: [],
    observations: [],
    seen: seen as Rehearsal['seen'],
    notChecked,
    baseline: { scripts: 2, fromCache: 1 },
  };
}

it('each statement was seen in its own, the server’s notes are said once, baselines add up', () => {
  const all = asOne([rehearsal('a.sql', ['server', 'a']), rehearsal('b.sql', ['server', 'b'], false)]);
  const table = { kind: 'table', name: 't' } as const;
  const at = (path: string) => ({ path, start: 0 });
  expect(['a.sql', 'b.sql', 'c.sql'].map((path) => all.seen.statement(at(path)))).toEqual([
    statement,
    statement,
    undefined,
  ]);
  expect(['a.sql', 'b.sql', 'c.sql'].map((path) => all.seen.fate(at(path), table))).toEqual([
    'gone',
    'gone',
    undefined,
  ]);
  expect(all.seen.outside).toBe(false);
  expect(all.notChecked.map(({ reason }) => reason)).toEqual(['server', 'a', 'b']);
  expect(all.baseline).toEqual({ scripts: 4, fromCache: 2 });
  expect(asOne([]).baseline).toBeUndefined();
});
