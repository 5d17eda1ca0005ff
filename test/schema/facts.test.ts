import { beforeAll, describe, expect, it } from 'vitest';
import { Schema } from '../../src/schema/schema.js';
import { type Grammar, loadGrammar } from '../../src/sql/parse.js';
import { scriptSource } from '../support/examples.js';

let grammar: Grammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

function replayed(sql: string): Schema {
  const schema = new Schema();
  for (const { node, syntaxError } of grammar.parseScript(scriptSource('up', sql)).statements) {
    expect(syntaxError).toBeUndefined();
    schema.apply(node, 'baseline');
  }
  return schema;
}

const names = (objects: { name: string }[]) => objects.map(({ name }) => name);

describe('what the replay knows of a table', () => {
  it('has its columns with their types', () => {
    const schema = replayed(`CREATE TABLE t (
      id bigserial PRIMARY KEY, name character varying(10) NOT NULL DEFAULT 'x', price numeric(10,2)[],
      n int GENERATED ALWAYS AS IDENTITY, twice int GENERATED ALWAYS AS (n * 2) STORED)`);
    const column = (name: string) => schema.find('column', `public.t.${name}`)?.facts;
    expect(column('id')).toMatchObject({ type: { name: 'int8', serial: true }, notNull: true });
    expect(column('name')).toMatchObject({ type: { name: 'varchar', modifiers: [10] }, notNull: true });
    expect(column('price')).toMatchObject({
      type: { name: 'numeric', modifiers: [10, 2], array: true },
      notNull: false,
    });
    expect(column('n')).toMatchObject({ identity: true, notNull: true });
    expect(column('twice')).toMatchObject({ generated: 'stored' });
  });

  it('has collations, which a new type without one takes away', () => {
    const sql = 'CREATE TABLE t (a text COLLATE "C", b text);';
    const collation = (more: string, name: string) =>
      replayed(sql + more).find('column', `public.t.${name}`)?.facts?.collation;
    expect(collation('', 'a')).toBe('C');
    expect(collation('', 'b')).toBeUndefined();
    expect(collation('ALTER TABLE t ALTER a TYPE varchar;', 'a')).toBeUndefined();
    expect(collation('ALTER TABLE t ALTER b TYPE text COLLATE "x";', 'b')).toBe('x');
  });

  it('has what a domain starts with, and what an index orders in its own way', () => {
    const schema = replayed(`CREATE DOMAIN d AS uuid DEFAULT gen_random_uuid(); CREATE DOMAIN e AS text;
      CREATE TABLE t (a text); CREATE INDEX i ON t (a); CREATE INDEX j ON t (a DESC);
      CREATE INDEX k ON t (a text_pattern_ops); CREATE INDEX l ON t (a COLLATE "C"); CREATE INDEX m ON t (a NULLS FIRST);`);
    expect(schema.find('domain', 'public.d')?.facts?.default).toMatchObject({ FuncCall: {} });
    expect(schema.find('domain', 'public.e')?.facts?.default).toBeUndefined();
    const custom = schema.partsOf('public.t', 'index').map(({ facts }) => facts?.custom ?? false);
    expect(custom).toEqual([false, true, true, true, true]);
  });

  it('has constraints and their indexes under the names that Postgres chooses', () => {
    const schema = replayed(`CREATE TABLE p (id int PRIMARY KEY, UNIQUE (id));
      CREATE TABLE t (a int REFERENCES p, b int CHECK (b > 0), c int UNIQUE, CHECK (a > b), CHECK (a < b));
      CREATE INDEX ON t (a, lower(b::text));`);
    expect(names(schema.partsOf('public.t', 'constraint'))).toEqual(
      ['public.t.t_a_fkey', 'public.t.t_b_check', 'public.t.t_c_key', 'public.t.t_check', 'public.t.t_check1'].map(
        (name) => name.replace('public.t.public.t', 'public.t'),
      ),
    );
    expect(names(schema.partsOf('public.t', 'index'))).toEqual(['public.t_c_key', 'public.t_a_lower_idx']);
    expect(names(schema.partsOf('public.p', 'index'))).toEqual(['public.p_pkey', 'public.p_id_key']);
    expect(names(schema.foreignKeysTo('public.p'))).toEqual(['public.t.t_a_fkey']);
  });

  it('has what stands after a column’s constraint with that constraint', () => {
    const schema = replayed(`CREATE TABLE p (id int PRIMARY KEY);
      CREATE TABLE t (a int REFERENCES p INITIALLY DEFERRED NOT NULL, b int CHECK (b > 0) NOT ENFORCED CHECK (b < 9));
      ALTER TABLE t ADD CONSTRAINT late FOREIGN KEY (b) REFERENCES p DEFERRABLE INITIALLY DEFERRED;`);
    const facts = (name: string) => schema.find('constraint', `public.t.${name}`)?.facts;
    expect(facts('t_a_fkey')).toMatchObject({ deferrable: true, initiallyDeferred: true });
    expect(facts('late')).toMatchObject({ deferrable: true, initiallyDeferred: true });
    expect(facts('t_b_check')).toMatchObject({ enforced: false });
    expect(facts('t_b_check1')).toMatchObject({ enforced: true });
    expect(schema.find('column', 'public.t.a')?.facts?.notNull).toBe(true);
  });

  it('follows ALTER TABLE', () => {
    const schema = replayed(`CREATE TABLE t (a int, b int);
      ALTER TABLE t ALTER a SET NOT NULL, ALTER b TYPE bigint, ADD CONSTRAINT c CHECK (b > 0) NOT VALID;`);
    expect(schema.find('column', 'public.t.a')?.facts?.notNull).toBe(true);
    expect(schema.find('column', 'public.t.b')?.facts?.type?.name).toBe('int8');
    expect(schema.find('constraint', 'public.t.c')?.facts).toMatchObject({ validated: false, columns: ['b'] });
    const { node } = grammar.parseScript(scriptSource('up', 'ALTER TABLE t VALIDATE CONSTRAINT c')).statements[0] ?? {};
    const fork = schema.fork();
    fork.apply(node ?? null, 'change');
    expect(fork.find('constraint', 'public.t.c')?.facts?.validated).toBe(true);
    expect(schema.find('constraint', 'public.t.c')?.facts?.validated).toBe(false);
  });

  it('takes an index over into the constraint that uses it', () => {
    const schema = replayed(`CREATE TABLE t (a int); CREATE UNIQUE INDEX i ON t (a);
      ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX i;`);
    expect(schema.find('index', 'public.i')).toBeUndefined();
    expect(schema.find('index', 'public.t_pkey')?.facts).toMatchObject({
      columns: ['a'],
      unique: true,
      constraint: 't_pkey',
    });
  });

  it('drops with a column what stands on it', () => {
    const schema = replayed(`CREATE TABLE t (a int, b int, c int CHECK (c > 0));
      CREATE INDEX i ON t (a, b); CREATE INDEX j ON t (b) WHERE c > 0; CREATE INDEX k ON t (b);
      ALTER TABLE t DROP COLUMN a; ALTER TABLE t DROP COLUMN c;`);
    expect(names(schema.partsOf('public.t', 'index'))).toEqual(['public.k']);
    expect(schema.partsOf('public.t', 'constraint')).toEqual([]);
  });

  it('follows renames of tables and columns', () => {
    const schema = replayed(`CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (a int REFERENCES p);
      CREATE INDEX i ON t (a); ALTER TABLE t RENAME COLUMN a TO b; ALTER TABLE p RENAME TO q; ALTER TABLE t RENAME TO u;`);
    expect(schema.find('index', 'public.i')).toMatchObject({ table: 'public.u', facts: { columns: ['b'] } });
    expect(schema.foreignKeysTo('public.q').map(({ table, facts }) => [table, facts?.columns])).toEqual([
      ['public.u', ['b']],
    ]);
    expect(schema.foreignKeysTo('public.p')).toEqual([]);
  });

  it('knows the bounds that DETACH … CONCURRENTLY leaves as a CHECK, under the name that Postgres chooses', () => {
    const schema = replayed(`CREATE TABLE p (a int, b int) PARTITION BY RANGE (a, b);
      CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1, 1) TO (2, 2); ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;
      CREATE TABLE l (a int) PARTITION BY LIST (a); CREATE TABLE l1 PARTITION OF l FOR VALUES IN (1);
      ALTER TABLE l DETACH PARTITION l1 CONCURRENTLY;
      CREATE TABLE h (a int) PARTITION BY HASH (a); CREATE TABLE h1 PARTITION OF h FOR VALUES WITH (MODULUS 2, REMAINDER 1);
      ALTER TABLE h DETACH PARTITION h1 CONCURRENTLY;
      CREATE TABLE o (a int) PARTITION BY LIST (a); CREATE TABLE o1 PARTITION OF o FOR VALUES IN (1); ALTER TABLE o DETACH PARTITION o1;`);
    const checks = (table: string) =>
      schema.partsOf(table, 'constraint').map(({ name, facts }) => [name, facts?.columns]);
    expect(checks('public.p1')).toEqual([['public.p1.p1_check', ['a', 'b']]]);
    expect(checks('public.l1')).toEqual([['public.l1.l1_a_check', ['a']]]);
    expect([...checks('public.h1'), ...checks('public.o1')]).toEqual([]);
  });

  it('knows partitions, and forgets a detached one', () => {
    const schema =
      replayed(`CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
      CREATE TABLE p2 (a int); ALTER TABLE p ATTACH PARTITION p2 DEFAULT; CREATE TABLE p3 PARTITION OF p FOR VALUES IN (3);
      ALTER TABLE p DETACH PARTITION p3;`);
    expect(schema.find('table', 'public.p')?.facts?.partitionBy).toEqual(['a']);
    expect(schema.partitionsOf('public.p').map(({ name, facts }) => [name, facts?.isDefaultPartition])).toEqual([
      ['public.p1', false],
      ['public.p2', true],
    ]);
  });

  it('leaves a table alone that IF NOT EXISTS found there', () => {
    const schema = replayed('CREATE TABLE t (a int); CREATE TABLE IF NOT EXISTS t (a text NOT NULL, b int UNIQUE);');
    expect(names(schema.partsOf('public.t', 'column'))).toEqual(['public.t.a']);
    expect(schema.find('column', 'public.t.a')?.facts?.type?.name).toBe('int4');
    expect(schema.partsOf('public.t', 'index')).toEqual([]);
  });

  it('drops foreign keys with the table that they reference', () => {
    const schema = replayed(
      'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (a int REFERENCES p); DROP TABLE p CASCADE;',
    );
    expect(schema.partsOf('public.t', 'constraint')).toEqual([]);
  });
});

describe('what the replay knows of views and functions', () => {
  it('has the columns that a view names beyond doubt', () => {
    const schema = replayed(`CREATE VIEW one AS SELECT a, t.b AS c FROM t;
      CREATE VIEW two AS SELECT x.a, u.b, c FROM app.t x JOIN u ON u.b = x.a;
      CREATE VIEW three AS WITH w AS (SELECT a FROM t) SELECT w.a FROM w;
      CREATE VIEW four (z) AS SELECT * FROM t`);
    expect(schema.find('view', 'public.one')?.facts).toMatchObject({
      reads: ['public.t'],
      columns: ['public.t.a', 'public.t.b'],
      outputs: ['a', 'c'],
    });
    expect(schema.find('view', 'public.two')?.facts?.columns).toEqual(['app.t.a', 'public.u.b']);
    expect(schema.find('view', 'public.three')?.facts).toMatchObject({ reads: ['public.t'], columns: [] });
    expect(schema.find('view', 'public.four')?.facts?.outputs).toBeUndefined();
  });

  it('takes over what OR REPLACE makes of a view, and what is renamed under it', () => {
    const schema = replayed(`CREATE TABLE t (a int); CREATE VIEW v AS SELECT 1 AS a;
      CREATE OR REPLACE VIEW v AS SELECT a FROM t; ALTER TABLE t RENAME COLUMN a TO b;
      ALTER TABLE t RENAME TO u; ALTER VIEW v RENAME COLUMN a TO c`);
    expect(schema.find('view', 'public.v')?.facts).toMatchObject({
      reads: ['public.u'],
      columns: ['public.u.b'],
      outputs: ['c'],
    });
  });

  it('knows a column by its type’s new name', () => {
    const schema = replayed(`CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE t (a mood); ALTER TYPE mood RENAME TO old`);
    expect(schema.find('column', 'public.t.a')?.facts?.type?.name).toBe('old');
  });

  it('has a function’s signature', () => {
    const schema = replayed(`CREATE FUNCTION f(a integer, text[], OUT b int) LANGUAGE sql AS 'SELECT 1';
      CREATE FUNCTION g(x int) RETURNS SETOF character varying LANGUAGE sql STABLE AS 'SELECT 1'`);
    expect(schema.find('function', 'public.f')?.facts).toMatchObject({
      volatility: 'volatile',
      language: 'sql',
      arguments: ['int4', 'text[]'],
      parameters: ['a', undefined],
    });
    expect(schema.find('function', 'public.f')?.facts?.returns).toBeUndefined();
    expect(schema.find('function', 'public.g')?.facts).toMatchObject({
      volatility: 'stable',
      returns: 'setof varchar',
      parameters: ['x'],
    });
  });
});

describe('comments and privileges', () => {
  it('belong to the object that they name', () => {
    const schema = replayed(`CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t;
      COMMENT ON COLUMN t.a IS 'amount'; COMMENT ON TABLE t IS 'x'; COMMENT ON TABLE t IS NULL;
      GRANT SELECT ON v TO PUBLIC; GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC`);
    expect(schema.find('column', 'public.t.a')?.facts?.comment).toBe('amount');
    expect(schema.find('table', 'public.t')?.facts?.comment).toBeUndefined();
    expect(schema.find('table', 'public.t')?.facts?.privileges).toHaveLength(1);
    expect(schema.find('view', 'public.v')?.facts?.privileges).toHaveLength(2);
  });

  it('go with what is dropped', () => {
    const schema = replayed(
      `CREATE VIEW v AS SELECT 1 AS a; COMMENT ON VIEW v IS 'x'; DROP VIEW v; CREATE VIEW v AS SELECT 1 AS a`,
    );
    expect(schema.find('view', 'public.v')?.facts?.comment).toBeUndefined();
  });
});
