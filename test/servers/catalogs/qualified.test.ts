/** The catalog queries as they are sent ask what people wrote, whatever a database's search_path says. */
import { loadModule } from 'libpg-query';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CatalogQuery, type CatalogValue, catalogSql } from '../../../src/servers/catalogs/catalog-sql.js';
import { QUALIFIED } from '../../../src/servers/catalogs/qualified.js';
import { QUERIES } from '../../../src/servers/catalogs/queries.js';
import {
  type ChangeSession,
  type Outcome,
  PostgresError,
  type ScratchDatabase,
  type Server,
} from '../../../src/servers/server.js';
import { SERVERS } from '../../support/servers.js';
import { unqualified } from '../../support/unqualified.js';

const NAMES = Object.keys(QUERIES) as CatalogQuery[];

beforeAll(() => loadModule());

it('are all generated', () => {
  expect(Object.keys(QUALIFIED)).toEqual(NAMES);
});

it.each(NAMES)('%s names every relation, function, type and operator with its schema', (name) => {
  expect(unqualified(QUALIFIED[name] ?? '')).toEqual([]);
});

it('the reader of names finds what is not qualified', () => {
  expect(unqualified(`SELECT a || 'x'::text FROM t WHERE f(a) IN (SELECT 1) AND b LIKE 'x'`)).toEqual([
    ...['AEXPR_OP ||', 'type text', 'relation t'],
    ...['IN (SELECT …) looks for =', 'function f', 'AEXPR_LIKE ~~'],
  ]);
});

/** One of each kind of thing. */
const SCHEMA = `
  CREATE TYPE mood AS ENUM ('ok', 'bad'); CREATE DOMAIN positive AS int CHECK (VALUE > 0);
  CREATE TYPE pair AS (a int, b text); CREATE TYPE span AS RANGE (subtype = int);
  CREATE SEQUENCE counter; CREATE SCHEMA app; COMMENT ON SCHEMA app IS 'ours';
  CREATE TABLE app.parent (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, m mood DEFAULT 'ok', p positive, note text COLLATE "C");
  CREATE TABLE app.child (id int PRIMARY KEY, parent_id int REFERENCES app.parent ON DELETE CASCADE, twice int GENERATED ALWAYS AS (id * 2) STORED, CHECK (id <> 7), UNIQUE (parent_id, id));
  CREATE TABLE app.parts (id int, at date) PARTITION BY RANGE (at); CREATE TABLE app.part PARTITION OF app.parts DEFAULT;
  CREATE INDEX partial ON app.child (parent_id) WHERE id > 3; CREATE INDEX twin ON app.child (parent_id) WHERE id > 3;
  CREATE VIEW app.seen AS SELECT id, note || 'x' AS n FROM app.parent; CREATE MATERIALIZED VIEW app.kept AS SELECT 1 AS one;
  CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
  CREATE TRIGGER touched BEFORE UPDATE ON app.child FOR EACH ROW EXECUTE FUNCTION app.touch();
  CREATE RULE quiet AS ON DELETE TO app.part DO INSTEAD NOTHING; CREATE STATISTICS app.stats ON parent_id, id FROM app.child;
  ALTER TABLE app.child ENABLE ROW LEVEL SECURITY; CREATE POLICY mine ON app.child FOR SELECT TO PUBLIC USING (id > 0);
  GRANT SELECT ON app.parent TO PUBLIC; COMMENT ON TABLE app.parent IS 'a parent';
  CREATE AGGREGATE app.total(int) (SFUNC = int4pl, STYPE = int); CREATE PUBLICATION news FOR TABLE app.parent;
  INSERT INTO app.parent (p) VALUES (1), (2); ANALYZE app.parent; ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO PUBLIC;
  PREPARE ms_query_1 AS SELECT 1;`;

/** The values of queries that take some. */
const VALUES: Partial<Record<CatalogQuery, CatalogValue[]>> = {
  ...Object.fromEntries(NAMES.flatMap((name) => (name.startsWith('snapshot of ') ? [[name, ['', '']]] : []))),
  'snapshot changes': ['3'],
  'redundant indexes': [['app.partial', 'app.twin']],
  'changed relations': [[16384, 16385, 16390, 16400]],
  'shown relations': [Array.from({ length: 200 }, (_, at) => 16384 + at)],
  tables: [['app.child', 'app.partial']],
  'columns of': [['app.parent', 'app."gone"']],
  'insertable columns': ['"app"."child"'],
  'small indexes': ['"app"."child"'],
  pages: ['"app"."parent"'],
  held: [1],
  waiting: [1],
  ties: ['nobody'],
  'policies for': ['pg_monitor'],
  'columns that a role may write': [16384, 'pg_monitor'],
  sequences: ['false'],
  'usable tablespaces': [['pg_default', "it's \\ odd"]],
  'users of functions': [['16384', '16390']],
  'existing roles': [['pg_monitor', "it's \\ odd"]],
};

describe.each(SERVERS)('on $name', ({ skip, start }) => {
  let server: Server;
  let scratch: ScratchDatabase;
  let session: ChangeSession;
  beforeAll(async () => {
    if (skip) return;
    server = await start();
    scratch = await server.createScratch();
    session = await scratch.connect();
    await session.query(SCHEMA);
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  /** What says when it was asked, or how much was written before. */
  const moving = new Set<CatalogQuery>([
    'before',
    'after',
    'current transaction',
    'snapshot mark',
    'committed',
    'wal of',
    'begin reading',
    'end reading',
  ]);

  it.skipIf(skip)('answer what the queries that people wrote answer', async () => {
    for (const name of NAMES.filter((it) => !moving.has(it))) {
      const values = VALUES[name] ?? [];
      const readable = withValues(QUERIES[name], values);
      const [, was] = await session.queryAll(['BEGIN; SET LOCAL search_path = pg_catalog', readable, 'ROLLBACK']);
      const [, is] = await session.queryAll([
        'BEGIN; SET LOCAL search_path = pg_catalog',
        catalogSql(name, ...values),
        'ROLLBACK',
      ]);
      expect(inOrder(is), name).toEqual(inOrder(was));
      expect(is, name).not.toBeInstanceOf(Error);
    }
  });

  it.skipIf(skip)('a piece of the snapshot that is not asked for has nothing to say', async () => {
    const { rows } = await session.query(catalogSql('snapshot pieces'));
    const asked = rows.map(([name]) => name);
    const silent = NAMES.filter((name) => name.startsWith('snapshot of ') && !asked.includes(name));
    expect(silent.length).toBeGreaterThan(0);
    for (const name of silent) expect((await session.query(catalogSql(name, '', ''))).rows, name).toEqual([]);
  });

  it.skipIf(skip)('answer the same whatever the search_path finds first', async () => {
    const asked = () =>
      session.queryAll(
        ['relations', 'columns', 'readable tables', 'prepared queries'].map((name) => catalogSql(name as CatalogQuery)),
      );
    await session.query(`CREATE SCHEMA evil; CREATE TABLE evil.pg_class (LIKE pg_catalog.pg_class); CREATE TEMP TABLE pg_namespace (LIKE pg_catalog.pg_namespace);
      CREATE FUNCTION evil.format_type(oid, int) RETURNS text LANGUAGE sql AS $$ SELECT 'forged' $$;
      CREATE FUNCTION evil.never(oid, oid) RETURNS bool LANGUAGE sql AS $$ SELECT false $$; CREATE OPERATOR evil.= (LEFTARG = oid, RIGHTARG = oid, FUNCTION = evil.never);
      CREATE DOMAIN evil.text AS pg_catalog.text CHECK (false);`);
    const honest = await asked();
    expect(honest.filter((outcome) => outcome instanceof PostgresError)).toEqual([]);
    await session.query('SET search_path = evil, pg_catalog');
    expect(await asked()).toEqual(honest);
  });
});

/** Rows, and lists within them, whose order no query asked for. */
function inOrder(outcome: Outcome | undefined): unknown {
  return outcome && 'rows' in outcome
    ? outcome.rows
        .map((row) =>
          JSON.stringify(row)
            .split(/[,{}[\]]/)
            .sort(),
        )
        .sort()
    : outcome;
}

/** As `catalogSql` writes values into what is sent. */
function withValues(sql: string, values: readonly CatalogValue[]): string {
  return values.reduce<string>((text, value, index) => {
    const array = Array.isArray(value)
      ? `'{${value.map((one) => `"${String(one).replaceAll(/["\\]/g, '\\$&').replaceAll("'", "''")}"`).join(',')}}'`
      : null;
    return text.replaceAll(`$${index + 1}`, () => array ?? (typeof value === 'number' ? String(value) : `'${value}'`));
  }, sql);
}
