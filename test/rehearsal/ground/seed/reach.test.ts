/** Rows are made up where the change, or what runs of itself, may come to, and nowhere else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCatalog } from '../../../../src/rehearsal/ground/seed/catalog.js';
import { reachOf, tablesInReach } from '../../../../src/rehearsal/ground/seed/reach.js';
import { takeSnapshot } from '../../../../src/rehearsal/snapshot/snapshot.js';
import type { Server } from '../../../../src/servers/server.js';
import { loadGrammar } from '../../../../src/sql/parse.js';
import { migrationOf } from '../../../support/examples.js';
import { recycled } from '../../../support/recycled.js';
import { SERVERS } from '../../../support/servers.js';

const grammar = await loadGrammar();

const SCHEMA = `
  CREATE TABLE countries (id int PRIMARY KEY);
  CREATE TABLE users (id int PRIMARY KEY, country_id int REFERENCES countries);
  CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES users);
  CREATE TABLE items (id int PRIMARY KEY, order_id int REFERENCES orders ON DELETE CASCADE);
  CREATE TABLE notes (id int PRIMARY KEY, item_id int REFERENCES items);
  CREATE TABLE lone (id int);
  CREATE TABLE "Two Words" (id int);
  CREATE TABLE log (at timestamptz);
  CREATE TABLE deep (at timestamptz);
  CREATE FUNCTION deeper() RETURNS int LANGUAGE sql AS 'INSERT INTO deep VALUES (now()) RETURNING 1';
  CREATE FUNCTION logged() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (now()); PERFORM deeper(); RETURN NEW; END $$;
  CREATE TABLE watched (id int);
  CREATE TRIGGER watch BEFORE INSERT ON watched FOR EACH ROW EXECUTE FUNCTION logged();
  CREATE TABLE rates (id int, rate int);
  CREATE FUNCTION rate(i int) RETURNS int LANGUAGE sql AS 'SELECT rate FROM rates WHERE id = i';
  CREATE VIEW current_rates AS SELECT rate FROM rates;
  CREATE FUNCTION everything() RETURNS void LANGUAGE plpgsql AS $$ DECLARE t text; BEGIN
    FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP EXECUTE format('DELETE FROM %I', t); END LOOP; END $$;
  CREATE TABLE parts (id int) PARTITION BY LIST (id);
  CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1);`;

const server = SERVERS.findLast(({ real }) => real);

describe.skipIf(server === undefined || server.skip)('the reach of a change', () => {
  let running: Server;
  let reach: (up: string, more?: { down?: string; texts?: string[] }) => string[] | null;

  beforeAll(async () => {
    running = recycled(await (server as NonNullable<typeof server>).start());
    const scratch = await running.createScratch();
    const session = await scratch.connect();
    await session.query(SCHEMA);
    const [{ tables }, schema] = [await readCatalog(session), await takeSnapshot(scratch)];
    await scratch.drop();
    reach = (sql, { down = 'SELECT 1', texts = [] } = {}) => {
      const { migration } = migrationOf({ setup: SCHEMA, up: sql, sql: down, role: 'down' }, grammar);
      const found = reachOf({ changed: [migration], reports: [], texts, schema });
      if (found === null) return null;
      return tablesInReach(tables, found)
        .map(({ name }) => name)
        .sort();
    };
  });
  afterAll(() => running?.close());

  it.each<[string, string[]]>([
    ['ALTER TABLE lone ADD COLUMN b int', ['lone']],
    ['ALTER TABLE "Two Words" ADD COLUMN b int', ['Two Words']],
    // What they refer to, what refers to them, and what a DELETE takes along.
    ['ALTER TABLE notes ADD COLUMN b int', ['countries', 'items', 'notes', 'orders', 'users']],
    ['DELETE FROM orders', ['countries', 'items', 'notes', 'orders', 'users']],
    ['ALTER TABLE countries ADD COLUMN b int', ['countries', 'users']],
    ['INSERT INTO watched VALUES (1)', ['deep', 'log', 'watched']],
    ['UPDATE lone SET id = rate(id)', ['lone', 'rates']],
    ['CREATE VIEW w AS SELECT * FROM current_rates', ['rates']],
    ['ALTER TABLE parts_1 ADD COLUMN b int', ['parts']],
    ['DO $$ BEGIN DELETE FROM lone; END $$', ['lone']],
    ['CREATE TABLE fresh (id int)', []],
  ])('%s', (sql, tables) => {
    expect(reach(sql)).toEqual(tables);
  });

  it('holds what the rollback and the queries name', () => {
    expect(reach('SELECT 1', { down: 'DELETE FROM lone', texts: ['SELECT * FROM log'] })).toEqual(['log', 'lone']);
  });

  it('is everything where code finds its tables in the catalogs, or puts their names together', () => {
    expect(reach('SELECT everything()')).toBeNull();
    expect(reach("DO $$ BEGIN EXECUTE 'DELETE FROM lo' || 'ne'; END $$")).toBeNull();
    expect(reach("DO $$ BEGIN EXECUTE format('DELETE FROM %I', concat('lo', 'ne')); END $$")).toBeNull();
    expect(reach("DO $$ BEGIN EXECUTE 'DELETE FROM lone'; END $$")).toEqual(['lone']);
    expect(reach("DO $$ BEGIN EXECUTE (SELECT 'DELETE FROM ' || relname FROM pg_class LIMIT 1); END $$")).toBeNull();
  });
});
