import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/catalogue.js';
import type { Finding } from '../../src/report-schema/types.js';
import { type Fact, hazard, leaves, lock, refused, refusedOnRows, scan } from '../../src/verdict/fact.js';
import { SPOKEN_OF } from '../../src/verdict/follows.js';
import { gather, type Stated } from '../../src/verdict/one-fact.js';
import { finding } from '../report/fixture-parts.js';

interface Over extends Partial<Finding> {
  facts?: readonly Fact[];
  cause?: string;
  silence?: Stated['silence'];
}

/** A finding whose statement begins at its line. */
function stated(
  rule: string,
  line: number,
  { facts = [hazard(rule)], cause, silence = null, ...over }: Over = {},
): Stated {
  const one = finding({ rule, line, path: 'up.sql', message: `${rule} of line ${line}.`, ...over });
  return { finding: one, at: { path: one.path, start: line }, facts, cause, silence };
}

const told = (all: readonly Stated[], migrationOf = (path: string) => path) =>
  gather(all, migrationOf).map(({ finding: { rule, line, places = [], consequences = [] } }) =>
    [
      `${line} ${rule}`,
      ...(places.length > 0 ? [`also ${places.map((one) => one.line).join()}`] : []),
      ...consequences.map((one) => `(${one.line} ${one.rule})`),
    ].join(' '),
  );

const onT = [lock('SHARE', 'public.t'), scan('public.t')];
const SILENCED: Stated['silence'] = { by: 'settings' };

it('code that a dropped column breaks stands inside the finding of the drop, each function by itself', () => {
  const error = { severity: 'error' } as const;
  const broken = ['f', 'g'].map((name) =>
    stated('stored-code-breaks', 3, {
      ...error,
      message: `The function ${name} fails.`,
      facts: [hazard('broken', name)],
    }),
  );
  const drop = stated('drop-column', 3, { ...error, facts: [lock('ACCESS EXCLUSIVE', 'public.t')] });
  expect(told([drop, ...broken])).toEqual(['3 drop-column (3 stored-code-breaks) (3 stored-code-breaks)']);
  // Nothing is hidden behind what is less grave, or what is silenced.
  expect(told([stated('drop-function', 3, { severity: 'warning' }), ...broken])).toHaveLength(3);
  expect(told([{ ...drop, silence: SILENCED }, ...broken])).toHaveLength(3);
  expect(told([stated('drop-column', 5, error), ...broken])).toHaveLength(3);
});

it('a write that fails stands inside the finding that says why its published table refuses it, whichever line made it so', () => {
  const refuses = (line: number, table: string) =>
    stated('published-table-refuses-writes', line, {
      severity: 'error',
      message: `Postgres refuses UPDATE of \`${table}\`.`,
      facts: [hazard('published', table)],
    });
  const breaks = (line: number, table: string) =>
    stated('write-breaks', line, {
      severity: 'error',
      message: `UPDATE on \`${table}\` worked before this migration.`,
      facts: [hazard('breaks', table)],
    });
  expect(told([refuses(3, 't'), breaks(1, 't')])).toEqual(['3 published-table-refuses-writes (1 write-breaks)']);
  expect(told([refuses(3, 't'), breaks(1, 'u')])).toHaveLength(2);
});

it('a query that leaves out what has to be given stands inside the finding of the default that is gone', () => {
  const error = { severity: 'error' } as const;
  const query = stated('query-breaks', 3, { ...error, facts: [hazard('query', 'q')] });
  const dropped = stated('drop-default-still-required', 3, { ...error, facts: [hazard('default', 't.a')] });
  expect(told([dropped, query])).toEqual(['3 drop-default-still-required (3 query-breaks)']);
  // The write that was tried has failed for the same reason.
  const answer = 'x violates check constraint "k" (SQLSTATE 23514)';
  const said = {
    ...query,
    finding: { ...query.finding, message: `The query \`q\` no longer works after this migration: ${answer}.` },
  };
  const write = (words: string) =>
    stated('write-breaks', 3, {
      ...error,
      message: `INSERT on \`t\` worked before this migration and fails after it: ${words}.`,
    });
  expect(told([write(answer), said])).toEqual(['3 write-breaks (3 query-breaks)']);
  expect(told([write('another (SQLSTATE 23514)'), said])).toHaveLength(2);
  // That nothing is unique any more is another fact, unless the query fails for that.
  const unique = stated('drop-unique', 3, { severity: 'warning' });
  expect(told([unique, query])).toHaveLength(2);
  const upsert = stated('query-breaks', 3, { ...error, facts: query.facts, message: 'It fails (SQLSTATE 42P10).' });
  expect(told([unique, upsert])).toEqual(['3 query-breaks (3 drop-unique)']);
});

describe('the same cause in several places', () => {
  it('is one finding with its places, in their order', () => {
    const three = [9, 3, 5].map((line) => stated('no-lock-timeout', line, { severity: 'warning', cause: 'none' }));
    expect(told(three)).toEqual(['3 no-lock-timeout also 5,9']);
  });

  it('names what each says of the same place', () => {
    const two = ['a', 'b'].map((table) =>
      stated('lock-on-unnamed-table', 3, { cause: '3', message: `It locks ${table}.` }),
    );
    expect(told(two)).toEqual(['3 lock-on-unnamed-table (3 lock-on-unnamed-table)']);
    expect(told([two[0], two[0]].flatMap((one) => one ?? []))).toEqual(['3 lock-on-unnamed-table']);
  });

  it('has the SQL of each place in its help, and a sentence once', () => {
    const two = [3, 5].map((line) => stated('a-rule', line, { cause: 'c', help: `Do this:\nSELECT ${line};` }));
    expect(gather(two, (path) => path)[0]?.finding.help).toBe('Do this:\nSELECT 3;\nSELECT 5;');
    const words = [3, 5].map((line) => stated('a-rule', line, { cause: 'c', help: `See line ${line}.` }));
    expect(gather(words, (path) => path)[0]?.finding.help).toBe('See line 3.');
  });

  it('counts the files of each place by themselves, and sets apart what no semicolon ends', () => {
    const help = (line: number, rest: string) =>
      `Better. Instead of this statement, 2 migrations, one by one:\n${rest} ${line}`;
    const two = [3, 5].map((line) => stated('a-rule', line, { cause: 'c', help: help(line, 'file') }));
    expect(gather(two, (path) => path)[0]?.finding.help).toBe(
      'Better. Instead of this statement, 2 migrations, one by one:\nfile 3\n\nInstead of the statement in line 5, 2 migrations, one by one:\nfile 5',
    );
  });

  it('is told apart by severity, and by what silences it; what was refuted is no place', () => {
    const one = stated('a-rule', 1, { cause: 'c' });
    const others = [
      stated('a-rule', 3, { cause: 'c', severity: 'info' }),
      stated('a-rule', 4, { cause: 'c', silence: SILENCED }),
      stated('a-rule', 5, { cause: 'c', evidence: 'refuted' }),
      stated('a-rule', 6, { cause: 'd' }),
      stated('a-rule', 7),
    ];
    for (const other of others) expect(told([one, other])).toHaveLength(2);
  });
});

describe('what fails on rows', () => {
  const facts = [refusedOnRows('23514')];
  const check = stated('add-column-with-check', 5, { facts: onT });
  const weights: Record<string, number> = { 'fails-with-rows': 0, 'add-column-with-check': 2 };
  const lines = (all: Stated[]) =>
    gather(
      all,
      (path) => path,
      (rule) => weights[rule] ?? 0,
    ).map(({ finding: { rule, consequences = [] } }) => [rule, ...consequences.map((one) => one.rule)]);

  it('leads where it is certain, and is led where it only may be', () => {
    const certain = stated('fails-with-rows', 5, { facts });
    const maybe = stated('fails-with-rows', 5, { facts, severity: 'info' });
    expect(lines([check, certain])).toEqual([['fails-with-rows', 'add-column-with-check']]);
    expect(lines([check, maybe])).toEqual([['add-column-with-check', 'fails-with-rows']]);
  });
});

describe('what follows from another finding’s fact', () => {
  it('stands in that one', () => {
    const head = stated('index-not-concurrent', 5, { facts: onT });
    expect(told([stated('blocking-scan', 5), head])).toEqual(['5 index-not-concurrent (5 blocking-scan)']);
    expect(told([stated('no-lock-timeout', 5, { severity: 'warning' }), head])).toEqual([
      '5 index-not-concurrent (5 no-lock-timeout)',
    ]);
  });

  it('is left out where the finding names its table already', () => {
    const message = 'CREATE INDEX takes SHARE on `orders`. Every write to the table waits until the index is built.';
    const head = stated('index-not-concurrent', 5, { facts: onT, message });
    const scan = (table: string) =>
      stated('blocking-scan', 5, { message: `The statement held SHARE on \`${table}\` while reading it.` });
    expect(told([scan('orders'), head])).toEqual(['5 index-not-concurrent']);
    for (const other of ['order', 'items']) {
      expect(told([scan(other), head])).toEqual(['5 index-not-concurrent (5 blocking-scan)']);
    }
  });

  it('stays by itself at another statement, or where nothing works through the table', () => {
    expect(told([stated('blocking-scan', 6), stated('index-not-concurrent', 5, { facts: onT })])).toHaveLength(2);
    expect(told([stated('lock-held-during-scan', 5), stated('unnamed-index', 5)])).toHaveLength(2);
  });

  it('stays where one of its places is not spoken of', () => {
    const held = [5, 6].map((line) => stated('lock-held-during-scan', line, { cause: 'held' }));
    const first = stated('index-not-concurrent', 5, { facts: onT });
    const second = stated('index-not-concurrent', 6, { facts: onT });
    expect(told([...held, first])).toEqual(['6 lock-held-during-scan also 5', '5 index-not-concurrent']);
    expect(told([...held, first, second])).toEqual([
      '5 index-not-concurrent (5 lock-held-during-scan)',
      '6 index-not-concurrent',
    ]);
  });

  it('is never hidden by what is less grave, or was refuted', () => {
    const scans = stated('blocking-scan', 5);
    expect(told([scans, stated('a-rule', 5, { facts: onT, severity: 'warning' })])).toHaveLength(2);
    expect(told([scans, stated('a-rule', 5, { facts: onT, evidence: 'refuted' })])).toHaveLength(2);
  });

  it('is no consequence of what somebody silenced: a directive silences what it names', () => {
    const quiet = stated('drop-table', 5, { facts: [lock('ACCESS EXCLUSIVE', 'public.t')], silence: SILENCED });
    const cascade = stated('drop-cascade', 5);
    expect(gather([quiet, cascade], (path) => path).map(({ silence }) => silence)).toEqual([SILENCED, null]);
    const loud = { ...quiet, silence: null };
    expect(told([loud, { ...cascade, silence: SILENCED }])).toEqual(['5 drop-table', '5 drop-cascade']);
  });

  it('is silenced with the fact, where it is the same lock as the server took it', () => {
    const location = finding({ path: 'up.sql', line: 4 });
    const silence = { by: 'directive', location, reason: 'quiet hours' } as const;
    const quiet = stated('vacuum-full', 5, { facts: onT, silence });
    const seen = stated('blocking-scan', 5);
    const all = gather([quiet, seen], (path) => path);
    expect(all.map(({ silence: by }) => by)).toEqual([silence]);
    expect(gather([{ ...quiet, silence: SILENCED }, seen], (path) => path)).toHaveLength(2);
    expect(gather([quiet, stated('blocking-scan', 6)], (path) => path)).toHaveLength(2);
  });

  it('is moot where an index of another definition has the name', () => {
    const masks = stated('if-not-exists-masks-different-index', 5);
    expect(told([stated('timeout-around-concurrently', 5), masks])).toEqual(['5 if-not-exists-masks-different-index']);
    expect(told([stated('timeout-around-concurrently', 6), masks])).toHaveLength(2);
  });

  it('repeats what CASCADE names, and tells what it doesn’t', () => {
    const message = 'CASCADE drops the view `v`.';
    const cascade = stated('drop-cascade', 5, { message });
    const gone = (name: string) => stated('unwritten-loss', 5, { facts: [hazard('gone', name)] });
    expect(told([gone('v'), cascade])).toEqual(['5 drop-cascade']);
    expect(told([gone('w'), cascade])).toHaveLength(2);
  });

  it('is what a refused statement would have done', () => {
    const refusal = stated('drop-still-needed', 5, { facts: [refused('2BP01')] });
    expect(told([stated('drop-column', 5, { facts: onT }), refusal])).toEqual(['5 drop-still-needed (5 drop-column)']);
  });

  it('is never hidden behind a lesser harm', () => {
    const weights: Record<string, number> = { 'fails-with-rows': 0, 'alter-column-type-rewrites': 2 };
    const fails = stated('fails-with-rows', 5, { facts: [refusedOnRows('22P02')] });
    const rewrites = stated('alter-column-type-rewrites', 5, { facts: onT });
    const all = gather(
      [fails, rewrites],
      (path) => path,
      (rule) => weights[rule] ?? 0,
    );
    expect(all).toHaveLength(2);
  });

  it('on rows follows from what reads them, or foresaw it', () => {
    const fails = stated('fails-with-rows', 5, { facts: [refusedOnRows('23502')] });
    expect(
      told([fails, stated('add-column-not-null-without-default', 5, { facts: [refusedOnRows('23502')] })]),
    ).toEqual(['5 add-column-not-null-without-default (5 fails-with-rows)']);
    expect(told([fails, stated('unnamed-index', 5)])).toHaveLength(2);
  });

  it('is found across the scripts of one migration, and not across migrations', () => {
    const left = stated('down-leaves-object', 2, {
      path: 'down.sql',
      facts: [leaves({ kind: 'index', name: 'public.i' })],
    });
    const again = stated('rerun-fails', 1, { path: 'up.sql', message: 'It fails: relation "i" already exists.' });
    const other = stated('rerun-fails', 1, { path: 'up.sql', message: 'It fails: relation "item" already exists.' });
    expect(told([other, left], () => 'one')).toHaveLength(2);
    expect(told([again, left], () => 'one')).toEqual(['2 down-leaves-object (1 rerun-fails)']);
    expect(told([again, left])).toHaveLength(2);
  });

  it('may follow from what follows itself: all of it stands in the first', () => {
    const head = stated('default-partition-scan', 5, { facts: [scan('public.t')] });
    const parent = stated('partition-of-locks-parent', 5, { severity: 'warning', facts: [lock('SHARE', 'public.p')] });
    const waits = stated('no-lock-timeout', 5, { severity: 'warning' });
    expect(told([waits, parent, head])).toEqual([
      '5 default-partition-scan (5 no-lock-timeout) (5 partition-of-locks-parent)',
    ]);
  });
});

it('names only checks that there are', () => {
  const known = new Set(CHECKS.map(({ id }) => id));
  expect(SPOKEN_OF.filter((id) => !known.has(id))).toEqual([]);
});

describe('what two findings say of one thing', () => {
  const error = { severity: 'error' } as const;
  const of = (rule: string, line: number, message: string, over: Over = {}) => stated(rule, line, { message, ...over });

  it('values that don’t fit stop the rollback: said with the narrowing, of its column only', () => {
    const fits = (column: string) =>
      of(
        'down-fails-with-new-data',
        2,
        `Once production has written a text in \`${column}\`, the rollback fails here.`,
      );
    const narrows = of('alter-column-type-narrowing', 2, 'Values of `code` in `orders` that don’t fit.', error);
    expect(told([narrows, fits('orders.code')])).toEqual([
      '2 alter-column-type-narrowing (2 down-fails-with-new-data)',
    ]);
    expect(told([narrows, fits('orders.note')])).toHaveLength(2);
    expect(told([narrows, fits('app.orders.code')])).toHaveLength(2);
  });

  it('a write that lacks the right which its function lost stands inside the finding of that', () => {
    const lost = (roles: string) =>
      of(
        'replacement-loses-protection',
        2,
        `The new function \`f(integer)\` lacks what the old one had (privileges): EXECUTE for ${roles}.`,
        error,
      );
    const write = (what: string) =>
      of(
        'write-breaks',
        4,
        `INSERT on \`t\` by the role \`app\` worked before this migration and fails after it: permission denied for ${what} (SQLSTATE 42501).`,
        error,
      );
    expect(told([lost('app'), write('function f')])).toEqual(['2 replacement-loses-protection (4 write-breaks)']);
    expect(told([lost('public'), write('function f')])).toHaveLength(1);
    expect(told([lost('other'), write('function f')])).toHaveLength(2);
    expect(told([lost('app'), write('function g')])).toHaveLength(2);
  });

  it('code whose call has two forms now stands inside the finding of the second form', () => {
    const overload = of('function-overload', 1, 'A call of `f` with one value fits the old form as well.', error);
    const breaks = (rule: string, name: string) =>
      of(
        rule,
        1,
        `It fails once this has run, line 1: function ${name}(unknown) is not unique (SQLSTATE 42725).`,
        error,
      );
    expect(told([overload, breaks('stored-code-breaks', 'f'), breaks('query-breaks', 'f')])).toEqual([
      '1 function-overload (1 stored-code-breaks) (1 query-breaks)',
    ]);
    expect(told([overload, breaks('stored-code-breaks', 'h')])).toHaveLength(2);
  });

  it('the action that a foreign key loses is told with the DELETE that was seen to fail for it', () => {
    const loses = of(
      'foreign-key-loses-action',
      3,
      'The foreign key of `c` on `pid` is without ON DELETE CASCADE after this. Each DELETE of a row of `p` that rows of `c` refer to fails with SQLSTATE 23503.',
      { severity: 'warning' },
    );
    const fails = (child: string) =>
      of(
        'write-breaks',
        4,
        `DELETE of a row that others refer to on \`p\` worked before this migration and fails after it: update or delete on table "p" violates foreign key constraint "fk" on table "${child}" (SQLSTATE 23503).`,
        error,
      );
    expect(told([loses, fails('c')])).toEqual(['4 write-breaks (3 foreign-key-loses-action)']);
    expect(told([loses, fails('d')])).toHaveLength(2);
  });

  it('a new partition that is refused for its publication is told with the write that fails for it', () => {
    const refuses = (table: string, over: Over = { severity: 'warning' }) =>
      of(
        'published-table-refuses-writes',
        1,
        `Postgres refuses UPDATE and DELETE of \`${table}\` once this has run.`,
        over,
      );
    const fails = of(
      'write-breaks',
      1,
      'UPDATE on `p` worked before this migration and fails after it: cannot update table "p2" because it does not have a replica identity and publishes updates (SQLSTATE 55000).',
      error,
    );
    expect(told([fails, refuses('p2')])).toEqual(['1 write-breaks (1 published-table-refuses-writes)']);
    expect(told([fails, refuses('p3')])).toHaveLength(2);
    // Where both are as grave, the cause leads.
    expect(told([fails, refuses('p2', error)])).toEqual(['1 published-table-refuses-writes (1 write-breaks)']);
  });

  it('a value that can’t be computed in a restore is told with the column that surely can’t', () => {
    const answer = (name: string) =>
      `finds a name by search_path, which is empty then: function ${name}(text) does not exist (SQLSTATE 42883).`;
    const column = of('dump-not-restorable', 1, `The generated column \`g\` of \`t\` ${answer('hh')}`, error);
    const branch = (name: string) =>
      of('dump-not-restorable', 1, `Line 1 of \`nm\` ${answer(name)}`, { severity: 'warning' });
    expect(told([column, branch('hh')])).toEqual(['1 dump-not-restorable (1 dump-not-restorable)']);
    expect(told([column, branch('other')])).toHaveLength(2);
    expect(told([{ ...column, silence: SILENCED }, branch('hh')])).toHaveLength(2);
  });
});
