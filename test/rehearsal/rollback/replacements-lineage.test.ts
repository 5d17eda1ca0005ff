/** Which object is which, over several migrations. */
import { describe, expect, it } from 'vitest';
import { replaced } from '../../../src/rehearsal/rollback/replacements/lineage.js';
import { snapshotOf } from '../../../src/rehearsal/snapshot/snapshot.js';

/** A schema of tables, by `name: oid`. */
const schema = (tables: Record<string, number>) =>
  snapshotOf(
    Object.entries(tables).map(([name, oid]) => ['table', JSON.stringify(['public', name]), null, String(oid), '{}']),
  );

type Tables = Record<string, number>;
const found = (...steps: ([Tables, Tables] | null)[]) =>
  replaced(steps.map((step) => step && { before: schema(step[0]), after: schema(step[1]) }))?.replacements.map(
    ({ before, migration, moved }) => `${before.name} in ${migration}${moved ? `, now ${moved.name}` : ''}`,
  );

describe('an object is replaced', () => {
  it.each([
    ['where another one holds its name', [[{ t: 1 }, { t: 2, old: 1 }]], ['public.t in 0, now public.old']],
    [
      'over migrations on a database that is built anew',
      [
        [{ t: 1 }, { t: 1, n: 2 }],
        [{ t: 11, n: 12 }, { t: 12 }],
      ],
      ['public.t in 1'],
    ],
    [
      'renamed first, made later',
      [
        [{ t: 1 }, { old: 1 }],
        [{ old: 7 }, { old: 7, t: 8 }],
      ],
      ['public.t in 1, now public.old'],
    ],
    [
      'with a migration between that did not apply',
      [[{ t: 1 }, { t: 1 }], null, [{ t: 5 }, { t: 6 }]],
      ['public.t in 2'],
    ],
    [
      'both, where two change their names',
      [
        [
          { a: 1, b: 2 },
          { a: 2, b: 1 },
        ],
      ],
      ['public.a in 0, now public.b', 'public.b in 0, now public.a'],
    ],
  ] as [string, ([Tables, Tables] | null)[], string[]][])('%s', (_, steps, expected) => {
    expect(found(...steps)).toEqual(expected);
  });

  it.each([
    [
      'where its oid is another one only because the database is',
      [
        [{ t: 1 }, { t: 1 }],
        [{ t: 9 }, { t: 9 }],
      ],
    ],
    [
      'where it has its name again',
      [
        [{ t: 1 }, { x: 1 }],
        [{ x: 1 }, { t: 1 }],
      ],
    ],
    [
      'where it was not there before the change',
      [
        [{}, { t: 1 }],
        [{ t: 1 }, { t: 2 }],
      ],
    ],
    ['where nothing has its name', [[{ t: 1 }, { x: 1 }]]],
  ] as [string, [Tables, Tables][]][])('but not %s', (_, steps) => {
    expect(found(...steps)).toEqual([]);
  });

  it('and nothing can be said where no migration applied', () => {
    expect(replaced([null])).toBeNull();
  });
});
