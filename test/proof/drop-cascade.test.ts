/** What help lists in the place of CASCADE is what CASCADE takes, in an order that Postgres accepts, and what is made again is as it was. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropped } from '../../src/lint/facts/dropped.js';
import { fallenWith } from '../../src/lint/facts/fallen.js';
import { droppedByName } from '../../src/lint/help/by-name.js';
import { compareSnapshots, takeSnapshot } from '../../src/rehearsal/snapshot/snapshot.js';
import { Schema } from '../../src/schema/schema.js';
import type { Server } from '../../src/servers/server.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { SERVERS } from '../support/servers.js';

const { parseScript } = await loadGrammar();
const parsed = (text: string) =>
  parseScript({ role: 'up', file: { path: 'x.sql', text }, sql: text, transaction: 'autocommit' }).statements;

const TABLES = `CREATE TABLE t (id int PRIMARY KEY, a int, b int);
  CREATE TABLE c (id int PRIMARY KEY, t_id int NOT NULL, CONSTRAINT up FOREIGN KEY (t_id) REFERENCES t (id) ON DELETE CASCADE);
  CREATE VIEW v AS SELECT t.id, t.b FROM t; CREATE VIEW w AS SELECT v.id FROM v;
  CREATE MATERIALIZED VIEW m AS SELECT w.id, v.b FROM w JOIN v ON v.id = w.id; CREATE UNIQUE INDEX m_id ON m (id);
  GRANT SELECT, UPDATE (b) ON v TO pg_monitor; GRANT SELECT ON w TO PUBLIC; COMMENT ON VIEW w IS 'it''s';`;

interface Case {
  setup: string;
  sql: string;
  falls: string[];
  /** What makes it again, where the script does. */
  back?: string;
}

const CASES: Case[] = [
  { setup: TABLES, sql: 'DROP TABLE t CASCADE', falls: ['up', 'm', 'w', 'v'] },
  {
    setup: TABLES,
    sql: 'DROP VIEW v CASCADE',
    falls: ['m', 'w'],
    back: 'CREATE VIEW v AS SELECT t.id, t.b FROM t; GRANT SELECT, UPDATE (b) ON v TO pg_monitor',
  },
  { setup: TABLES, sql: 'ALTER TABLE t DROP COLUMN b CASCADE', falls: ['m', 'w', 'v'] },
  {
    setup: TABLES,
    sql: 'ALTER TABLE t DROP CONSTRAINT t_pkey CASCADE',
    falls: ['up'],
    back: 'ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY (id)',
  },
  {
    setup: `CREATE SCHEMA app; CREATE TABLE app.t (id int PRIMARY KEY); CREATE VIEW v AS SELECT id FROM app.t;`,
    sql: 'DROP SCHEMA app CASCADE',
    falls: ['v', 't'],
  },
  {
    setup:
      "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE t (id int, feels mood, was mood); CREATE VIEW v AS SELECT feels FROM t;",
    sql: 'DROP TYPE mood CASCADE',
    falls: ['v', 'feels', 'was'],
  },
  {
    setup:
      "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TABLE t (id int); CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();",
    sql: 'DROP FUNCTION f() CASCADE',
    falls: ['g'],
    back: "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
  },
];

function helped({ setup, sql, back }: Case) {
  const schema = new Schema();
  schema.replay(parsed(setup), 'baseline');
  const [statement] = parsed(`${sql};`);
  const [it0] = statement ? dropped(statement) : [];
  if (!statement || !it0) throw new Error(sql);
  const fall = fallenWith(statement, it0.object, schema);
  const lines = droppedByName({ statement, object: it0.object, comesBack: back !== undefined }, fall, schema);
  const at = lines.indexOf(`${sql.replace(/ CASCADE$/, '')};`);
  return {
    names: fall.fallen.map(({ object: { name } }) => name.split('.').at(-1)),
    drops: lines.slice(0, at + 1),
    again: lines.slice(at + 1),
  };
}

it.each(CASES)('$sql takes $falls', (one) => {
  expect(helped(one).names).toEqual(one.falls);
});

it('a view is made again without the column, where it is no more than shown', () => {
  const setup = 'CREATE TABLE t (id int, b int); CREATE VIEW v AS SELECT id, b FROM t;';
  const one = { setup, sql: 'ALTER TABLE t DROP COLUMN b CASCADE', falls: ['v'] };
  expect(helped(one).again).toEqual(['CREATE VIEW v AS SELECT id FROM t;']);
  expect(helped({ setup, sql: 'DROP TABLE t CASCADE', falls: ['v'] }).again).toEqual([
    '-- Here make the view v again without t, if something still needs it.',
  ]);
});

describe.each(SERVERS.filter(({ real }) => real))('on $name', ({ skip, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = await start();
  });
  afterAll(() => server?.close());

  async function schemaAfter(...scripts: string[]) {
    const scratch = await server.createScratch();
    const session = await scratch.connect();
    try {
      for (const sql of scripts) await session.query(sql);
      return await takeSnapshot(scratch);
    } finally {
      await session.close();
      await scratch.drop();
    }
  }

  it.skipIf(skip).each(CASES)('$sql', async (one) => {
    const { drops, again } = helped(one);
    expect(compareSnapshots(await schemaAfter(one.setup, one.sql), await schemaAfter(one.setup, ...drops))).toEqual([]);
    if (!one.back) return;
    const validated = one.sql.includes('t_pkey') ? ['ALTER TABLE c VALIDATE CONSTRAINT up'] : [];
    const whole = await schemaAfter(one.setup, ...drops, one.back, ...again, ...validated);
    expect(compareSnapshots(await schemaAfter(one.setup), whole)).toEqual([]);
  });
});
