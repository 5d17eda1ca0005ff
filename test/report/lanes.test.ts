/** The lock timeline as a picture: which bar stands where. */
import { describe, expect, it } from 'vitest';
import { MOST_COLUMNS, type Picture, pictures } from '../../src/report/html/lanes.js';
import type { LockHold, MigrationReport } from '../../src/report-schema/types.js';
import { withLocks } from './fixture-locks.js';
import { statement } from './fixture-parts.js';
import { failingReport } from './fixtures.js';

const migration = withLocks(failingReport).migrations[0] as MigrationReport;

/** `orders: ACCESS EXCLUSIVE 2-4 row 1`. */
function drawn({ lanes }: Picture): string[] {
  return lanes.flatMap(({ relation, bars }) =>
    bars.map(({ hold, from, to, row }) => `${relation}: ${hold.mode} ${from}-${to} row ${row}`),
  );
}

describe('the picture of locks', () => {
  it('has a column for each statement of the script, and a bar from the one that takes the lock to the one that ends it', () => {
    const [up, down] = pictures(migration, 100);
    expect(up?.columns.map(({ line }) => line)).toEqual([1, 3, 5, 7, 9, 10, 12, 13]);
    expect(drawn(up as Picture)).toEqual([
      'customers: SHARE ROW EXCLUSIVE 1-4 row 0',
      'customers: ACCESS EXCLUSIVE 6-6 row 0',
      'customers: SHARE UPDATE EXCLUSIVE 7-7 row 0',
      'orders: SHARE ROW EXCLUSIVE 1-4 row 0',
      'orders: ACCESS EXCLUSIVE 2-4 row 1',
      'orders_pkey: ACCESS EXCLUSIVE 3-4 row 0',
      'products: ROW EXCLUSIVE 4-4 row 0',
    ]);
    expect(up?.transactions).toEqual([
      { number: 1, from: 1, to: 4 },
      { number: 2, from: 6, to: 6 },
      { number: 3, from: 7, to: 7 },
    ]);
    expect(down?.columns.map(({ line, path }) => `${path.split('.').at(-2)} ${line}`)).toEqual(['down 2', 'down 3']);
    expect(drawn(down as Picture)).toEqual(['orders: ACCESS EXCLUSIVE 0-1 row 0']);
  });

  it('goes to the end where the lock is released in another file', () => {
    const lockTimeline = migration.lockTimeline.map((it) => ({ ...it, untilPath: 'another.sql', until: 99 }));
    const [up] = pictures({ ...migration, lockTimeline }, 100);
    const bars = up?.lanes.flatMap((it) => it.bars) ?? [];
    expect(bars.map(({ to, goesOn }) => [to, goesOn])).toEqual(bars.map(() => [7, true]));
  });

  it('ends with the statement whose last line releases the lock', () => {
    const path = 'a.sql';
    const statements = [1, 4, 8].map((line) => statement(line, 'SELECT 1', { path, endLine: line + 2 }));
    const over = { role: 'up', path, transaction: 1, from: 1, until: 6, heldMs: 1, isNew: false } as const;
    const lockTimeline: LockHold[] = [{ ...over, relation: 't', mode: 'SHARE', blocks: ['writes'] }];
    const [up] = pictures({ ...migration, statements, lockTimeline }, 100);
    expect(drawn(up as Picture)).toEqual(['t: SHARE 0-1 row 0']);
    expect(up?.lanes[0]?.bars[0]?.goesOn).toBe(false);
    expect(up?.columns).toHaveLength(3);
  });

  it('tells statements on one line apart by the lock that they took', () => {
    const sql = (relation: string) =>
      statement(1, `LOCK ${relation}`, { locks: [{ relation, mode: 'SHARE', blocks: ['writes'], isNew: false }] });
    const of = (relation: string): LockHold => ({
      ...{ relation, mode: 'SHARE', blocks: ['writes'], isNew: false, role: 'up', path: sql('a').path },
      ...{ transaction: 1, from: 1, until: 1, heldMs: 1 },
    });
    const [up] = pictures({ ...migration, statements: [sql('a'), sql('b')], lockTimeline: [of('a'), of('b')] }, 100);
    expect(drawn(up as Picture)).toEqual(['a: SHARE 0-1 row 0', 'b: SHARE 1-1 row 0']);
  });

  it('has columns of lines alone where the report has no statements', () => {
    const [up] = pictures({ ...migration, statements: [] }, 100);
    expect(up?.columns.map(({ line, statement: of }) => [line, of])).toEqual(
      [3, 5, 7, 9, 12, 13].map((line) => [line, null]),
    );
    expect(drawn(up as Picture)).toContain('orders: ACCESS EXCLUSIVE 1-3 row 1');
  });

  it('keeps the gravest locks and the columns where they begin and end, and counts the others', () => {
    const path = 'long.sql';
    const statements = Array.from({ length: 900 }, (_, at) => statement(at + 1, `SELECT ${at}`, { path }));
    const lockTimeline = Array.from(
      { length: 300 },
      (_, at): LockHold =>
        ({
          ...{ relation: `t${at}`, isNew: false, role: 'up', path, transaction: 1, heldMs: 1 },
          ...{
            from: at * 3 + 1,
            until: 900,
            ...(at === 200 ? { mode: 'ACCESS EXCLUSIVE', blocks: ['reads'] } : { mode: 'SHARE', blocks: ['writes'] }),
          },
        }) as LockHold,
    );
    const [up] = pictures({ ...migration, statements, lockTimeline }, 20);
    expect(up?.lanes[0]?.relation).toBe('t200');
    expect(up?.lanes).toHaveLength(20);
    expect(up?.hidden).toBe(280);
    expect(up?.columns).toHaveLength(21);
    expect(up?.columns[1]?.skipped).toBe(2);
    const [all] = pictures({ ...migration, statements, lockTimeline }, 300);
    expect(all?.columns).toHaveLength(MOST_COLUMNS);
    expect((all?.hidden ?? 0) + (all?.lanes.length ?? 0)).toBe(300);
    expect(all?.lanes.flatMap(({ bars }) => bars).every(({ from, to }) => from <= to && to < MOST_COLUMNS)).toBe(true);
  });
});
