/** Objects that lead back to themselves: Postgres refuses most of them, scripts may claim them all. */
import { beforeAll, expect, it } from 'vitest';
import { lint } from '../../src/lint/lint.js';
import { RULES } from '../../src/lint/registry.js';
import { footprint } from '../../src/schema/footprint/index.js';
import { Schema } from '../../src/schema/schema.js';
import { type Grammar, loadGrammar } from '../../src/sql/parse.js';
import { migrationOf, scriptSource } from '../support/examples.js';

let grammar: Grammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

const RINGS = {
  'a partition of itself': 'CREATE TABLE a (i int) PARTITION BY LIST (i); ALTER TABLE a ATTACH PARTITION a DEFAULT;',
  'partitions of each other': `CREATE TABLE a (i int) PARTITION BY LIST (i); CREATE TABLE b (i int) PARTITION BY LIST (i);
    CREATE TABLE c (i int) PARTITION BY LIST (i); ALTER TABLE a ATTACH PARTITION b DEFAULT;
    ALTER TABLE b ATTACH PARTITION c DEFAULT; ALTER TABLE c ATTACH PARTITION a DEFAULT;`,
  'views of each other': `CREATE VIEW a AS SELECT 1 AS x; CREATE VIEW b AS SELECT * FROM a; CREATE VIEW c AS SELECT * FROM b;
    CREATE OR REPLACE VIEW a AS SELECT x FROM c;`,
  'a view of itself': 'CREATE VIEW a AS SELECT 1 AS x; CREATE OR REPLACE VIEW a AS SELECT x FROM a;',
  'materialized views': 'CREATE MATERIALIZED VIEW a AS SELECT 1 AS x FROM b; CREATE VIEW b AS SELECT x FROM a;',
  'tables that inherit': 'CREATE TABLE a (i int); CREATE TABLE b () INHERITS (a); ALTER TABLE a INHERIT b;',
  'foreign keys': `CREATE TABLE a (i int PRIMARY KEY, b int); CREATE TABLE b (i int PRIMARY KEY, a int REFERENCES a);
    ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b; ALTER TABLE a ADD FOREIGN KEY (i) REFERENCES a;`,
  domains: 'CREATE DOMAIN a AS b; CREATE DOMAIN b AS a; CREATE TABLE t (i a);',
  'a domain of itself': 'CREATE DOMAIN a AS a; CREATE TABLE t (i a);',
  types: 'CREATE TYPE a AS (x b); CREATE TYPE b AS (x a); CREATE TABLE t (i a);',
  'sequences and their owners': "CREATE TABLE a (i int DEFAULT nextval('s')); CREATE SEQUENCE s OWNED BY a.i;",
  roles: 'CREATE ROLE a; CREATE ROLE b; GRANT a TO b; GRANT b TO a; GRANT a TO a;',
  functions:
    "CREATE FUNCTION a() RETURNS int LANGUAGE sql AS 'SELECT b()'; CREATE FUNCTION b() RETURNS int LANGUAGE sql AS 'SELECT a()';",
};

const USES = [
  'DROP TABLE a CASCADE',
  'DROP VIEW a CASCADE',
  'LOCK TABLE a',
  'SELECT * FROM a, c',
  'INSERT INTO a SELECT * FROM a',
  'TRUNCATE a CASCADE',
  'ALTER TABLE a ADD COLUMN n int',
  'ALTER TABLE a RENAME TO z',
  'ALTER TABLE a RENAME COLUMN i TO j',
  'ALTER TABLE a ALTER COLUMN i TYPE bigint',
  'ALTER TABLE t ALTER COLUMN i TYPE b',
  'ALTER TABLE t ALTER COLUMN i TYPE a USING i::b::a',
  'ALTER TABLE t ADD COLUMN n a DEFAULT a()',
  'CREATE INDEX ON a (i)',
  'REINDEX TABLE a',
  'VACUUM FULL a',
  'DROP DOMAIN a CASCADE',
  'ALTER DOMAIN a SET NOT NULL',
  'ALTER TABLE a DETACH PARTITION a',
  'ALTER TABLE a DETACH PARTITION b',
  'DROP TABLE b',
  'CREATE TABLE n PARTITION OF a FOR VALUES IN (1)',
  'ALTER TABLE a ATTACH PARTITION b FOR VALUES IN (3)',
  'DROP SCHEMA public CASCADE',
  'REFRESH MATERIALIZED VIEW a',
  'CREATE TRIGGER x BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION a()',
  'COPY (SELECT * FROM a) TO STDOUT',
  'ALTER TABLE a SET SCHEMA other',
  'ALTER TABLE a DROP CONSTRAINT a_pkey CASCADE',
  'UPDATE a SET i = 1',
  'CREATE OR REPLACE VIEW a AS SELECT * FROM b',
];

it.each(Object.entries(RINGS))('are looked through once: %s', (_, ring) => {
  const sql = `${USES.join(';\n')};`;
  const inOne = migrationOf({ sql: `${ring}\n${sql}`, down: `${ring}\n${sql}` }, grammar).migration;
  const schema = new Schema();
  schema.replay(grammar.parseScript(scriptSource('up', ring)).statements, 'baseline');
  const after = migrationOf({ sql, down: sql }, grammar).migration;
  const found = [
    ...lint([inOne], new Schema(), { rules: RULES, postgresVersion: 17 }),
    ...lint([after], schema, { rules: RULES, postgresVersion: 17 }),
  ];
  expect(
    found.filter(({ finding }) => finding.rule === 'internal-error').map(({ finding }) => finding.message),
  ).toEqual([]);
});

it('a lattice of views is read once, not once for each way through it', () => {
  const levels = Array.from(
    { length: 40 },
    (_, at) => `CREATE VIEW v${at + 1} AS SELECT * FROM v${at}, v${at} AS again, w${at};
    CREATE VIEW w${at + 1} AS SELECT * FROM v${at}, w${at};`,
  );
  const schema = new Schema();
  const setup = `CREATE TABLE v0 (a int); CREATE TABLE w0 (a int); ${levels.join('\n')}`;
  schema.replay(grammar.parseScript(scriptSource('up', setup)).statements, 'baseline');
  for (const sql of ['LOCK TABLE v40', 'SELECT * FROM v40', 'DROP TABLE v0 CASCADE']) {
    const [statement] = grammar.parseScript(scriptSource('up', sql)).statements;
    const touched = footprint(statement?.node ?? null, schema, 17).map(({ relation }) => relation);
    expect(touched).toContain('public.v0');
    expect(touched.length).toBeLessThan(90);
  }
});
