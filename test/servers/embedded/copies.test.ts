import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddedServer } from '../../../src/servers/embedded/embedded.js';
import { type ChangeSession, type ScratchDatabase, type Server, ServerLost } from '../../../src/servers/server.js';
import { rejection } from '../../support/expect-error.js';

async function copyOf(database: ScratchDatabase): Promise<ScratchDatabase> {
  const copy = await database.copy?.();
  if (!copy) throw new Error('no copy');
  return copy;
}

async function run(database: ScratchDatabase, ...queries: string[]): Promise<(string | null)[][]> {
  const session = await database.connect();
  try {
    let rows: (string | null)[][] = [];
    for (const sql of queries) ({ rows } = await session.query(sql));
    return rows;
  } finally {
    await session.close();
  }
}

const WAYS = [
  { name: 'that share a thread', plain: false },
  { name: 'that each have a thread, since this PGlite is one that we don’t know', plain: true },
];

describe.each(WAYS)('databases $name', ({ plain }) => {
  let server: Server;
  beforeAll(async () => {
    server = await embeddedServer({ statementTimeout: 20, plain });
  });
  afterAll(() => server.close());

  it('are each as they were left', async () => {
    const first = await server.createScratch();
    await run(first, 'create table t (a serial primary key, b text)', `insert into t (b) values ('first')`);
    const second = await copyOf(first);
    await run(second, `insert into t (b) values ('second')`, 'create index on t (b)', 'vacuum full t');
    const third = await copyOf(second);
    await run(third, 'truncate t', 'alter table t add column c int default 3');
    const other = await server.createScratch();
    expect(await run(other, `select to_regclass('t')::text`)).toEqual([[null]]);
    expect(await run(first, `insert into t (b) values ('again') returning a`)).toEqual([['2']]);
    expect(await run(second, 'select a, b from t order by a')).toEqual([
      ['1', 'first'],
      ['2', 'second'],
    ]);
    expect(await run(third, 'select count(*) from t')).toEqual([['0']]);
    expect(
      await run(third, 'select attname from pg_attribute where attrelid = $$t$$::regclass and attnum = 3'),
    ).toEqual([['c']]);
    for (const database of [second, first, third, other]) await database.drop();
  });

  it('go on in the middle of a transaction', async () => {
    const [first, second] = [await server.createScratch(), await server.createScratch()];
    const [one, two] = [await first.connect(), await second.connect()];
    await one.query('create table t (a int); begin; insert into t values (1); savepoint s; insert into t values (2)');
    await two.query(`set work_mem = '7MB'; create temp table t (b text); insert into t values ('two')`);
    await one.query('rollback to s');
    expect((await two.query('select b, current_setting($$work_mem$$) from t')).rows).toEqual([['two', '7MB']]);
    await one.query('commit');
    expect((await one.query('select a, current_setting($$work_mem$$) from t')).rows).toEqual([['1', '4MB']]);
    for (const session of [one, two]) await session.close();
    for (const database of [first, second]) await database.drop();
  });

  it('can go back to before a library was loaded', async () => {
    const first = await server.createScratch();
    await run(first, 'create table t (a text)', `insert into t values ('word')`);
    for (let turn = 0; turn < 3; turn++) {
      const copy = await copyOf(first);
      await run(copy, 'create extension pg_trgm', 'create index on t using gin (a gin_trgm_ops)');
      expect(await run(copy, `select a, similarity(a, 'words') from t where a % 'words'`)).toEqual([
        ['word', '0.5714286'],
      ]);
      await copy.drop();
    }
    const other = await server.createScratch();
    expect(await run(other, 'select count(*) from pg_extension')).toEqual([['1']]);
    expect(await run(first, 'select a from t')).toEqual([['word']]);
    for (const database of [first, other]) await database.drop();
  });

  it('are not lost with one of them, where they stand as their last copy does', async () => {
    const impatient = await embeddedServer({ statementTimeout: 1, plain });
    try {
      const first = await impatient.createScratch();
      await run(first, 'create table t (a int)', 'insert into t values (1)');
      const copy = await copyOf(first);
      await rejection(run(copy, 'insert into t values (2)', 'select pg_sleep(3)'), ServerLost);
      await rejection(run(copy, 'select 1'), ServerLost);
      await copy.drop();
      expect(await run(first, 'select a from t')).toEqual([['1']]);
      const again = await copyOf(first);
      expect(await run(again, 'select a from t')).toEqual([['1']]);
      expect(await run(await impatient.createScratch(), 'select 1')).toEqual([['1']]);
    } finally {
      await impatient.close();
    }
  });

  it('does not make a copy that would lack something', async () => {
    const database = await server.createScratch();
    await run(database, 'create unlogged table t (a int)', 'insert into t values (1)');
    expect(await database.copy?.()).toBeNull();
    expect(await run(database, 'select a from t')).toEqual([['1']]);
    await database.drop();
  });

  it.each(plain ? [1] : [1, 2, 3])(
    'hold what was written to them, in whatever order that is done (%i)',
    async (seed) => {
      const random = numbersFrom(seed);
      const first = await server.createScratch();
      await run(first, SCHEMA);
      const databases = [
        { database: first, expected: new Map<string, string>(), session: null as ChangeSession | null },
      ];
      for (let step = 0; step < (plain ? 20 : 60); step++) {
        const at = random(databases.length);
        const it = databases[at] as (typeof databases)[number];
        const action = random(10);
        if (action === 0 && databases.length < 5) {
          await it.session?.close();
          it.session = null;
          databases.push({ database: await copyOf(it.database), expected: new Map(it.expected), session: null });
        } else if (action === 1 && databases.length > 1) {
          await it.session?.close();
          await it.database.drop();
          databases.splice(at, 1);
        } else {
          it.session ??= await it.database.connect();
          await write(it.session, it.expected, random);
          if (random(2) === 0) {
            await it.session.close();
            it.session = null;
          }
        }
      }
      for (const { database, expected, session } of databases) {
        const reader = session ?? (await database.connect());
        expect(await state(reader)).toEqual(expected);
        await reader.close();
        await database.drop();
      }
    },
  );
});

const SCHEMA =
  'create table a (k text primary key, v text); create table b (k text, v text); create index on b using hash (k)';

/** A change that leaves nothing but what is expected, by way of what moves files. */
async function write(session: ChangeSession, expected: Map<string, string>, random: (below: number) => number) {
  const table = random(2) === 0 ? 'a' : 'b';
  const key = `${table}${random(6)}`;
  const many = `select 'x', repeat('y', 100) from generate_series(1, ${1 + random(3000)})`;
  await session.query(
    `delete from ${table} where k = '${key}'; insert into ${table} values ('${key}', '${random(1e6)}')`,
  );
  const { rows } = await session.query(`select v from ${table} where k = '${key}'`);
  expected.set(key, String(rows[0]?.[0]));
  const detour = [
    `begin; insert into b ${many}; rollback`,
    `insert into b ${many}; delete from b where k = 'x'; vacuum b`,
    `create table c as ${many}; drop table c`,
    `vacuum full ${table}`,
    `begin; truncate ${table}; rollback`,
    `reindex table ${table}`,
    'checkpoint',
    `create temp table if not exists d (k text); insert into d select k from ${table}`,
  ];
  for (const sql of (detour[random(detour.length)] as string).split('; ')) await session.query(sql);
}

async function state(session: ChangeSession): Promise<Map<string, string>> {
  const { rows } = await session.query('select k, v from a union all select k, v from b');
  return new Map(rows as [string, string][]);
}

/** The same numbers for the same seed. */
function numbersFrom(seed: number): (below: number) => number {
  const numbers = fc.sample(fc.noBias(fc.nat()), { seed, numRuns: 1000 });
  return (below) => (numbers.pop() as number) % below;
}
