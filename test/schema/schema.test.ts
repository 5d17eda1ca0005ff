import { describe, expect, it } from 'vitest';
import type { ObjectKind } from '../../src/schema/kinds.js';
import { type Origin, Schema } from '../../src/schema/schema.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { scriptSource } from '../support/examples.js';
import { expectLinear } from '../support/growth.js';

const grammar = await loadGrammar();

function apply(schema: Schema, sql: string, origin: Origin): Schema {
  const { statements } = grammar.parseScript(scriptSource('up', sql));
  expect(statements.flatMap(({ syntaxError }) => syntaxError ?? [])).toEqual([]);
  for (const { node } of statements) schema.apply(node, origin);
  return schema;
}

const replayed = (baseline: string, change = '') => apply(apply(new Schema(), baseline, 'baseline'), change, 'change');
const origin = (schema: Schema, kind: ObjectKind, name: string) => schema.find(kind, name)?.origin;

it('lists all objects of a kind, those of a layer below as well, without what was dropped', () => {
  const schema = replayed('CREATE TABLE a (i int); CREATE TABLE b (i int); CREATE VIEW v AS SELECT 1;').fork();
  apply(schema, 'CREATE TABLE c (i int); DROP TABLE b;', 'change');
  expect(schema.every('table').map(({ name }) => name)).toEqual(['public.a', 'public.c']);
});

describe('what is new', () => {
  it('is what the change made', () => {
    const schema = replayed('CREATE TABLE a (i int);', 'CREATE TABLE b (i int); CREATE VIEW v AS SELECT 1;');
    expect(['public.a', 'public.b', 'public.v', 'public.none'].map((name) => schema.isNew(name))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('is not what IF NOT EXISTS or OR REPLACE found there', () => {
    const schema = replayed(
      'CREATE TABLE a (i int); CREATE VIEW v AS SELECT 1; CREATE INDEX i ON a (i);',
      'CREATE TABLE IF NOT EXISTS a (i int); CREATE OR REPLACE VIEW v AS SELECT 2; CREATE INDEX IF NOT EXISTS i ON a (i);',
    );
    expect(schema.isNew('public.a')).toBe(false);
    expect(schema.isNew('public.v')).toBe(false);
    expect(origin(schema, 'index', 'public.i')).toBe('baseline');
  });

  it('is what was dropped and made again', () => {
    expect(replayed('CREATE TABLE a (i int);', 'DROP TABLE a; CREATE TABLE a (i int);').isNew('public.a')).toBe(true);
    expect(
      replayed('CREATE TABLE a (i int);', 'DROP TABLE a; CREATE TABLE IF NOT EXISTS a ();').isNew('public.a'),
    ).toBe(true);
  });

  it('is told apart by schema and by case', () => {
    const schema = replayed(
      'CREATE TABLE users (i int);',
      'CREATE TABLE staging.users (i int); CREATE TABLE "Users" (i int);',
    );
    expect(schema.isNew('public.users')).toBe(false);
    expect(schema.isNew('staging.users')).toBe(true);
    expect(schema.isNew('public.Users')).toBe(true);
    expect(
      replayed('CREATE TABLE staging.users ();', 'DROP TABLE users;').find('table', 'staging.users'),
    ).toBeDefined();
    expect(replayed('', 'CREATE TABLE PUBLIC.Users ();').isNew('public.users')).toBe(true);
  });
});

describe('a rename', () => {
  it('makes nothing new and takes along what belongs to the table', () => {
    const schema = replayed(
      'CREATE TABLE a (i int); CREATE INDEX i ON a (i); ALTER TABLE a ADD c int;',
      'ALTER TABLE a RENAME TO b;',
    );
    expect(schema.isNew('public.b')).toBe(false);
    expect(schema.find('table', 'public.a')).toBeUndefined();
    expect(schema.find('index', 'public.i')).toMatchObject({ table: 'public.b', origin: 'baseline' });
    expect(origin(schema, 'column', 'public.b.c')).toBe('baseline');
    expect(schema.find('column', 'public.a.c')).toBeUndefined();
  });

  it('of what nobody knew makes nothing new', () => {
    expect(replayed('', 'ALTER TABLE a RENAME TO b;').isNew('public.b')).toBe(false);
  });

  it('keeps new what is new', () => {
    expect(replayed('', 'CREATE TABLE a (i int); ALTER TABLE a RENAME TO b;').isNew('public.b')).toBe(true);
  });

  it('of an index keeps its table', () => {
    const schema = replayed('CREATE TABLE a (i int); CREATE INDEX i ON a (i);', 'ALTER INDEX i RENAME TO j;');
    expect(schema.find('index', 'public.j')).toMatchObject({ table: 'public.a', origin: 'baseline' });
    expect(schema.find('index', 'public.i')).toBeUndefined();
    expect(apply(schema, 'DROP TABLE a;', 'change').find('index', 'public.j')).toBeUndefined();
  });

  it('swaps two tables', () => {
    const schema = replayed(
      'CREATE TABLE t (i int); CREATE INDEX old_i ON t (i);',
      'CREATE TABLE t_new (i int); CREATE INDEX new_i ON t_new (i); ALTER TABLE t RENAME TO t_old; ALTER TABLE t_new RENAME TO t;',
    );
    expect(schema.isNew('public.t')).toBe(true);
    expect(schema.isNew('public.t_old')).toBe(false);
    expect(schema.find('index', 'public.new_i')?.table).toBe('public.t');
    expect(schema.find('index', 'public.old_i')?.table).toBe('public.t_old');
  });

  it('of a schema takes its objects along', () => {
    const schema = replayed(
      'CREATE SCHEMA a; CREATE TABLE a.t (i int); CREATE INDEX i ON a.t (i);',
      'ALTER SCHEMA a RENAME TO b;',
    );
    expect(origin(schema, 'table', 'b.t')).toBe('baseline');
    expect(schema.find('index', 'b.i')).toMatchObject({ table: 'b.t' });
    expect(schema.find('table', 'a.t')).toBeUndefined();
  });

  it('of the schema that a table is in takes its indexes along', () => {
    const schema = replayed('CREATE TABLE t (i int); CREATE INDEX i ON t (i);', 'ALTER TABLE t SET SCHEMA app;');
    expect(schema.find('index', 'app.i')).toMatchObject({ table: 'app.t', origin: 'baseline' });
    expect(schema.isNew('app.t')).toBe(false);
  });
});

describe('a drop', () => {
  it('takes along what belongs to the table', () => {
    const schema = replayed(
      'CREATE TABLE a (i int); CREATE INDEX i ON a (i); CREATE TABLE b (i int); CREATE INDEX j ON b (i);',
      'DROP TABLE a;',
    );
    expect(schema.find('index', 'public.i')).toBeUndefined();
    expect(schema.find('index', 'public.j')).toBeDefined();
  });

  it('of a schema takes along what is in it, and nothing that only looks so', () => {
    const schema = replayed(
      'CREATE SCHEMA app; CREATE TABLE app.t (i int); CREATE INDEX i ON app.t (i); CREATE MATERIALIZED VIEW app.m AS SELECT 1; CREATE TABLE apple.t (i int); CREATE TABLE "x app.t" (i int);',
      'DROP SCHEMA app CASCADE;',
    );
    expect(schema.find('table', 'app.t')).toBeUndefined();
    expect(schema.find('index', 'app.i')).toBeUndefined();
    expect(schema.find('materialized view', 'app.m')).toBeUndefined();
    expect(schema.find('table', 'apple.t')).toBeDefined();
    expect(schema.find('table', 'public.x app.t')).toBeDefined();
  });

  it('of a function or type leaves the table of that name alone', () => {
    const baseline =
      'CREATE TABLE users (i int); CREATE INDEX i ON users (i); CREATE FUNCTION users() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;';
    const schema = replayed(baseline, 'DROP FUNCTION users();');
    expect(schema.find('index', 'public.i')).toBeDefined();
    expect(schema.find('table', 'public.users')).toBeDefined();
  });

  it('makes a name free for what IF NOT EXISTS creates', () => {
    const schema = replayed(
      'CREATE TABLE a (i int); CREATE INDEX i ON a (i);',
      'DROP INDEX i; CREATE INDEX IF NOT EXISTS i ON a (i);',
    );
    expect(origin(schema, 'index', 'public.i')).toBe('change');
  });
});

describe('a fork', () => {
  it('sees what is below and changes nothing of it', () => {
    const below = replayed('CREATE TABLE a (i int); CREATE INDEX i ON a (i);');
    const fork = apply(below.fork(), 'DROP TABLE a; CREATE TABLE b (i int);', 'change');
    expect(fork.find('table', 'public.a')).toBeUndefined();
    expect(fork.find('index', 'public.i')).toBeUndefined();
    expect(fork.isNew('public.b')).toBe(true);
    expect(below.find('table', 'public.a')).toBeDefined();
    expect(below.find('index', 'public.i')).toBeDefined();
    expect(below.find('table', 'public.b')).toBeUndefined();
  });

  it('renames what is below, for itself', () => {
    const below = replayed('CREATE TABLE a (i int); CREATE INDEX i ON a (i);');
    const fork = apply(below.fork().fork(), 'ALTER TABLE a RENAME TO b; DROP TABLE b;', 'change');
    expect(fork.find('index', 'public.i')).toBeUndefined();
    expect(below.find('index', 'public.i')).toMatchObject({ table: 'public.a' });
  });

  it('stands beside others', () => {
    const below = replayed('CREATE TABLE a (i int);');
    const one = apply(below.fork(), 'CREATE TABLE b (i int);', 'change');
    const two = below.fork();
    expect([one.isNew('public.b'), two.isNew('public.b')]).toEqual([true, false]);
  });
});

it('replays a history in time that grows with it', () => {
  const history = (size: number) =>
    grammar.parseScript(
      scriptSource(
        'up',
        Array.from(
          { length: size },
          (_, i) => `CREATE TABLE s.t${i} (a int); CREATE INDEX i${i} ON s.t${i} (a); DROP TABLE s.t${i};`,
        ).join('\n'),
      ),
    );
  const histories = new Map([1_500, 6_000].map((size) => [size, history(size).statements]));
  expectLinear((size) => {
    const schema = new Schema();
    for (const { node } of histories.get(size) ?? []) schema.apply(node, 'baseline');
  }, 6_000);
});

describe('what is new is so until others see it', () => {
  const OLD = `CREATE TABLE old (a int PRIMARY KEY); CREATE TABLE parent (a int) PARTITION BY LIST (a);
    CREATE SCHEMA app; CREATE TABLE app.fresh (a int); CREATE VIEW seen AS SELECT a FROM old;
    CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO later VALUES (1); RETURN new; END $$;`;
  const NEW = 'CREATE TABLE fresh (a int PRIMARY KEY);';
  const news = (change: string, relation = 'public.fresh') => {
    const schema = replayed(OLD, NEW);
    schema.commit();
    apply(schema, change, 'change');
    const before = schema.isNew(relation);
    schema.commit();
    return { before, after: schema.isNew(relation), forShare: schema.isNew(relation, 'SHARE') };
  };

  it.each([
    ['ALTER TABLE parent ATTACH PARTITION fresh FOR VALUES IN (1);'],
    ['ALTER TABLE elsewhere.parent ATTACH PARTITION fresh FOR VALUES IN (1);'],
    ['ALTER TABLE fresh INHERIT old;'],
    ['ALTER TABLE old RENAME TO older; ALTER TABLE fresh RENAME TO old;', 'public.old'],
    ['DROP TABLE old CASCADE; ALTER TABLE fresh RENAME TO old;', 'public.old'],
    ['ALTER TABLE app.fresh RENAME TO stale; ALTER TABLE fresh SET SCHEMA app;', 'app.fresh'],
    ['CREATE OR REPLACE VIEW seen AS SELECT a FROM fresh;'],
    ['DROP VIEW seen; CREATE VIEW seen AS SELECT a FROM fresh;'],
    ['CREATE VIEW next AS SELECT a FROM fresh; ALTER VIEW seen RENAME TO gone; ALTER VIEW next RENAME TO seen;'],
    [
      'CREATE SCHEMA next; ALTER TABLE fresh SET SCHEMA next; ALTER SCHEMA app RENAME TO app_old; ALTER SCHEMA next RENAME TO app;',
      'app.fresh',
    ],
    ['CREATE RULE copied AS ON INSERT TO old DO ALSO INSERT INTO fresh VALUES (new.a);'],
    ['CREATE POLICY p ON old USING (a IN (SELECT a FROM fresh));'],
    [
      `CREATE FUNCTION copy_row() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO fresh VALUES (new.a); RETURN new; END $$;
       CREATE TRIGGER copied AFTER INSERT ON old FOR EACH ROW EXECUTE FUNCTION copy_row();`,
    ],
    [
      `CREATE OR REPLACE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN UPDATE public.fresh SET a = a; RETURN new; END $$;`,
    ],
  ])('%s', (change: string, relation?: string) => {
    expect(news(change, relation)).toEqual({ before: true, after: false, forShare: false });
  });

  it.each(['ALTER TABLE old ADD FOREIGN KEY (a) REFERENCES fresh;', 'CREATE PUBLICATION p FOR TABLE fresh;'])(
    'for strong locks: %s',
    (change) => {
      expect(news(change)).toEqual({ before: true, after: false, forShare: true });
    },
  );

  it.each([
    ['ALTER TABLE fresh RENAME TO newer;', 'public.newer'],
    ['CREATE VIEW next AS SELECT a FROM fresh;', 'public.fresh'],
    ['CREATE TABLE kid (a int REFERENCES fresh);', 'public.fresh'],
    [
      'CREATE TABLE other (a int) PARTITION BY LIST (a); ALTER TABLE other ATTACH PARTITION fresh DEFAULT;',
      'public.fresh',
    ],
    ['CREATE TEMP VIEW seen AS SELECT a FROM fresh;', 'public.fresh'],
    ['CREATE SCHEMA next; ALTER TABLE fresh SET SCHEMA next; ALTER SCHEMA next RENAME TO other;', 'other.fresh'],
    [
      'CREATE TABLE other (a int); CREATE RULE r AS ON INSERT TO other DO ALSO INSERT INTO fresh VALUES (1);',
      'public.fresh',
    ],
  ])('%s shows it to nobody', (change, relation) => {
    expect(news(change, relation)).toEqual({ before: true, after: true, forShare: true });
  });

  it('is not new where an older function waits for its name', () => {
    expect(news('CREATE TABLE later (a int);', 'public.later')).toMatchObject({ before: true, after: false });
    expect(news('CREATE TABLE latest (a int);', 'public.latest')).toMatchObject({ before: true, after: true });
  });

  it('has its sequence where an older table’s default asks it', () => {
    const change = "CREATE SEQUENCE s; ALTER TABLE old ALTER COLUMN a SET DEFAULT nextval('s');";
    expect(news(change, 'public.s')).toMatchObject({ before: true, after: false });
  });

  it('takes its partitions along', () => {
    const change = `CREATE TABLE whole (a int) PARTITION BY LIST (a); CREATE TABLE part PARTITION OF whole DEFAULT;
      ALTER TABLE old RENAME TO older; ALTER TABLE whole RENAME TO old;`;
    expect(news(change, 'public.part')).toEqual({ before: true, after: false, forShare: false });
  });

  it('stays so in a layer above', () => {
    const schema = replayed(OLD, `${NEW} ALTER TABLE parent ATTACH PARTITION fresh FOR VALUES IN (1);`);
    expect([schema.isNew('public.fresh'), schema.fork().isNew('public.fresh')]).toEqual([true, false]);
  });
});
