/** Help that takes several files loses nothing of what is written meanwhile, in whichever way a tool sends them. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftsOf } from '../../src/lint/help/recipe.js';
import { exampleIn } from '../../src/lint/in-layout.js';
import { RULES } from '../../src/lint/registry.js';
import { LAYOUTS } from '../../src/migrations/layouts/index.js';
import type { ChangeSession, ScratchDatabase, Server } from '../../src/servers/server.js';
import { lex } from '../../src/sql/lexer.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { SERVERS } from '../support/servers.js';

const grammar = await loadGrammar();
const real = SERVERS.find(({ major, real: isReal }) => isReal && major === 17);

interface Case {
  rule: string;
  setup: string;
  sql: string;
  /** What the writers send, for ever; `$n` is a number that nobody else writes. */
  write: string;
  /** Counts the rows that lost what was written. */
  lost: string;
}

const CASES: Case[] = [
  {
    rule: 'alter-column-type-rewrites',
    setup: 'CREATE TABLE t (n bigint PRIMARY KEY, a int);',
    sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint;',
    write: 'INSERT INTO t (n, a) VALUES ($n, $n)',
    lost: 'SELECT count(*) FROM t WHERE a IS DISTINCT FROM n',
  },
  {
    rule: 'alter-column-type-rewrites',
    setup: 'CREATE TABLE t (n bigint PRIMARY KEY, a text);',
    sql: 'ALTER TABLE t ALTER COLUMN a TYPE jsonb USING t.a::jsonb;',
    write: "INSERT INTO t (n, a) VALUES ($n, '1'); UPDATE t SET a = '2' WHERE n = $n",
    lost: "SELECT count(*) FROM t WHERE a::text IS DISTINCT FROM '2'",
  },
  {
    rule: 'add-column-serial',
    setup: 'CREATE TABLE t (n bigint);',
    sql: 'ALTER TABLE t ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY;',
    write: 'INSERT INTO t (n) VALUES ($n)',
    lost: 'SELECT count(*) - count(DISTINCT id) FROM t',
  },
];

describe.skipIf(real === undefined || real.skip)('while others write', () => {
  let server: Server;
  beforeAll(async () => {
    if (real) server = await real.start();
  });
  afterAll(() => server?.close());

  const layouts = ['plain', 'sqitch', 'flyway', 'golang-migrate'];
  it.each(layouts.flatMap((layout) => CASES.map((one) => [layout, one.sql, one] as const)))(
    '%s: %s',
    async (layout, _, one) => {
      const scratch = await server.createScratch();
      try {
        const session = await scratch.connect();
        await session.query(one.setup);
        const writers = await startWriters(scratch, one.write);
        for (const text of filesOf(layout, one)) await send(session, text, layout);
        await pause(50);
        const { sent, refused } = await writers.stop();
        const { rows } = await session.query(`${one.lost}; `);
        await session.close();
        expect(refused).toEqual([]);
        expect(sent).toBeGreaterThan(20);
        expect(rows).toEqual([['0']]);
      } finally {
        await scratch.drop();
      }
    },
  );

  /** The help's migrations as the tool sends them. */
  function filesOf(layout: string, { rule: id, setup, sql }: Case): string[] {
    const writing = LAYOUTS.find(({ name }) => name === layout)?.writing;
    const rule = RULES.find((known) => known.id === id);
    const [found] = (rule && exampleIn(layout, rule, { setup, sql }, grammar)) ?? [];
    if (!writing || !found?.recipe) throw new Error(`${id} has no recipe in ${layout}`);
    return draftsOf(found.recipe, writing).map(({ up, outside }) => {
      const whole = outside || writing.transaction === 'autocommit' || writing.transaction === 'single-query';
      return whole ? up : `BEGIN;${up}\nCOMMIT;`;
    });
  }
});

/** Statement by statement, with a moment in between, where a tool sends it so. */
async function send(session: ChangeSession, text: string, layout: string): Promise<void> {
  if (layout === 'golang-migrate') await session.query(text);
  else {
    for (const { start, end } of lex(text).statements) {
      await session.query(text.slice(start, end));
      await pause(20);
    }
  }
}

async function startWriters(scratch: ScratchDatabase, statement: string) {
  let [next, goes] = [0, true];
  const refused: string[] = [];
  const write = async (session: ChangeSession) => {
    while (goes) {
      const n = String(++next);
      await session.query(statement.replaceAll('$n', n)).catch((error: Error) => refused.push(error.message));
    }
    await session.close();
  };
  const sessions = await Promise.all([1, 2, 3].map(() => scratch.connect()));
  const running = Promise.all(sessions.map(write));
  return {
    async stop() {
      goes = false;
      await running;
      return { sent: next, refused };
    },
  };
}
