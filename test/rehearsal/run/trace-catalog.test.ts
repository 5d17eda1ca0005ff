/** What the tracer takes from each statement's own writes adds up to what a new reading of the catalogs says. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apply, changesBetween, changesIn, readCatalog } from '../../../src/rehearsal/run/trace/catalog.js';
import { StatementProbe } from '../../../src/rehearsal/run/trace/statement-probe.js';
import type { ChangeSession, Observer, Server } from '../../../src/servers/server.js';
import { recycled } from '../../support/recycled.js';
import { SERVERS } from '../../support/servers.js';

/** Every way that relations, columns and constraints come, go and change; in this order, and each in a transaction. */
const STATEMENTS = [
  'CREATE TABLE a (id serial PRIMARY KEY, n int DEFAULT 1, v varchar(20), UNIQUE (n))',
  'CREATE TABLE b (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a_id int REFERENCES a, d numeric(5, 2))',
  'CREATE TABLE "Odd ""name" ("Col" int)',
  'CREATE INDEX a_v ON a (v)',
  'INSERT INTO a SELECT g, g FROM generate_series(1, 5) g',
  'ALTER TABLE a ADD COLUMN at timestamptz DEFAULT clock_timestamp()',
  'ALTER TABLE a ALTER v TYPE text',
  'ALTER TABLE a ALTER n TYPE bigint',
  'ALTER TABLE a ALTER n SET NOT NULL, ALTER n DROP DEFAULT, ADD CONSTRAINT positive CHECK (n > 0) NOT VALID',
  'ALTER TABLE a VALIDATE CONSTRAINT positive',
  'ALTER TABLE a RENAME COLUMN v TO w',
  'ALTER TABLE a RENAME CONSTRAINT positive TO over_zero',
  'ALTER TABLE a RENAME TO renamed',
  'ALTER INDEX a_v RENAME TO a_w',
  'CREATE VIEW seen AS SELECT id, n FROM renamed',
  'CREATE OR REPLACE VIEW seen AS SELECT id, n, at FROM renamed',
  'CREATE MATERIALIZED VIEW kept AS SELECT * FROM seen',
  'CREATE UNIQUE INDEX kept_id ON kept (id)',
  'REFRESH MATERIALIZED VIEW kept',
  'REFRESH MATERIALIZED VIEW CONCURRENTLY kept',
  'CREATE TABLE copied AS SELECT * FROM renamed',
  'CREATE UNLOGGED TABLE fast (LIKE renamed INCLUDING ALL)',
  'ALTER TABLE fast SET LOGGED',
  'CREATE TEMP TABLE passing (a int)',
  'TRUNCATE renamed CASCADE',
  'CLUSTER renamed USING a_w',
  'REINDEX TABLE renamed',
  'CREATE TABLE parts (a int, b text) PARTITION BY LIST (a)',
  'CREATE INDEX parts_b ON parts (b)',
  'CREATE TABLE part1 PARTITION OF parts FOR VALUES IN (1)',
  'CREATE TABLE part2 (a int, b text)',
  'ALTER TABLE parts ATTACH PARTITION part2 FOR VALUES IN (2)',
  'ALTER TABLE parts ADD COLUMN c int DEFAULT 3',
  'ALTER TABLE parts ADD PRIMARY KEY (a)',
  'ALTER TABLE parts DETACH PARTITION part1',
  'CREATE TABLE child (extra int) INHERITS (copied)',
  'ALTER TABLE copied ADD CONSTRAINT inherited CHECK (id > 0)',
  'ALTER TABLE copied DROP COLUMN n CASCADE',
  "CREATE TYPE mood AS ENUM ('ok')",
  'CREATE TYPE pair AS (x int, y mood)',
  'CREATE DOMAIN short AS varchar(5) CHECK (length(value) > 1)',
  'CREATE TABLE typed (m mood, p pair, s short)',
  'ALTER TYPE pair ADD ATTRIBUTE z int CASCADE',
  'DROP DOMAIN short CASCADE',
  'DROP TYPE mood CASCADE',
  'CREATE SCHEMA app',
  'ALTER TABLE b SET SCHEMA app',
  'CREATE SEQUENCE app.numbers',
  'ALTER SEQUENCE app.numbers INCREMENT 2',
  'ALTER SCHEMA app RENAME TO "App"',
  'CREATE TABLE "App".late (a int)',
  'CREATE FUNCTION one() RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT 1 $$',
  'ALTER TABLE "App".late ALTER a SET DEFAULT one()',
  'DROP FUNCTION one() CASCADE',
  "DO $$ BEGIN EXECUTE 'ALTER TABLE \"App\".late ADD hidden int'; EXECUTE 'DROP TABLE child'; END $$",
  'DO $$ BEGIN ALTER TABLE "App".late ADD undone int; RAISE EXCEPTION $_$ no $_$; EXCEPTION WHEN OTHERS THEN NULL; END $$',
  'DROP TABLE renamed CASCADE',
  'DROP SCHEMA "App" CASCADE',
  'DROP TABLE parts, part1',
];

describe.each(SERVERS)('on $name', ({ skip, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(() => server?.close());

  const follow = async (alone: boolean) => {
    const scratch = await server.createScratch();
    const session = await scratch.connect();
    try {
      await compareEach(session, await scratch.observe(), alone);
    } finally {
      await session.query('ROLLBACK; DISCARD TEMP');
      await scratch.drop();
    }
  };

  it.skipIf(skip)('each statement in a transaction of its own', () => follow(true));
  it.skipIf(skip)('all statements in one transaction', () => follow(false));
});

async function compareEach(session: ChangeSession, observer: Observer, alone: boolean): Promise<void> {
  const eyes = new StatementProbe(session, observer);
  await eyes.open();
  const catalog = await readCatalog(session);
  if (!alone) await session.query('BEGIN');
  for (const sql of STATEMENTS) {
    const { after, rows } = await eyes.observe(sql, alone);
    apply(catalog, changesIn(catalog, after, rows) ?? changesBetween(catalog, await readCatalog(session)));
    expect(catalog, sql).toEqual(await readCatalog(session));
  }
}
