import { columnsNamedTwice } from '../lint/facts/named-twice.js';
import { defineRule } from '../lint/rule.js';
import { code } from '../sql/words.js';
import { refused } from '../verdict/fact.js';

export default defineRule({
  id: 'column-named-twice',
  harm: 'stops',
  summary: 'A column is named twice where Postgres takes it once',
  why: `A table has one column of a name, an UPDATE sets a column once, and a key, the column list of INSERT, COPY or ANALYZE and
the result of a view name each column once. Postgres refuses the statement with SQLSTATE 42701 (UPDATE with 42601, REFERENCES
with 42830), and the migration stops there, whatever is in the database. Names are compared as Postgres folds them: \`Total\`,
\`total\` and \`"total"\` are one column.`,
  fix: `Leave one of the two out, or give it the name that was meant. Elements of an array and fields of a composite column may
be set one by one, and an index may hold a column twice.`,
  statements: [
    'AlterTableStmt',
    'CompositeTypeStmt',
    'CopyStmt',
    'CreateForeignTableStmt',
    'CreateStatsStmt',
    'CreateStmt',
    'CreateTableAsStmt',
    'CreateTrigStmt',
    'DeleteStmt',
    'ExplainStmt',
    'InsertStmt',
    'MergeStmt',
    'SelectStmt',
    'UpdateStmt',
    'VacuumStmt',
    'ViewStmt',
  ],
  check({ node }, { schema, report }) {
    for (const { column, list, help, sqlstate = '42701' } of columnsNamedTwice(node, schema)) {
      report({
        message: `${list} names the column ${code(column)} twice. Postgres refuses it with SQLSTATE ${sqlstate}, and the script stops here.`,
        help,
        claim: refused(sqlstate),
      });
    }
  },
  examples: {
    bad: [
      { sql: 'CREATE TABLE t (id int, name text, Name text);', claim: refused('42701') },
      { sql: 'CREATE TABLE IF NOT EXISTS t (a int, "a" int);', claim: refused('42701') },
      {
        setup: 'CREATE TABLE base (id int, created_at timestamptz);',
        sql: 'CREATE TABLE t (id bigint, LIKE base);',
        claim: refused('42701'),
      },
      { sql: 'CREATE TABLE t (a int, b int, PRIMARY KEY (a, b, a));', claim: refused('42701') },
      { sql: 'CREATE TABLE t (a int, "B c" int, UNIQUE ("B c", "B c"));', claim: refused('42701') },
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'ALTER TABLE t ADD CONSTRAINT once UNIQUE (a, a);',
        claim: refused('42701'),
      },
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY, n int); CREATE TABLE t (a int, b int);',
        sql: 'ALTER TABLE t ADD FOREIGN KEY (a, b) REFERENCES p (id, id);',
        claim: refused('42830'),
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD COLUMN b int, ADD COLUMN c int, ADD COLUMN b text;',
        claim: refused('42701'),
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD COLUMN IF NOT EXISTS b int, ADD COLUMN b int;',
        claim: refused('42701'),
      },
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'INSERT INTO t (a, b, a) VALUES (1, 2, 3);',
        claim: refused('42701'),
      },
      {
        setup: 'CREATE TABLE t (a int[]);',
        sql: 'INSERT INTO t (a[1], a) VALUES (1, ARRAY[2]);',
        claim: refused('42701'),
      },
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'UPDATE t SET a = 1, b = 2, "a" = 3 WHERE b = 4;',
        claim: refused('42601'),
      },
      {
        setup: 'CREATE SCHEMA app; CREATE TABLE app.t (a int, b int);',
        sql: 'UPDATE app.t SET (a, b) = (1, 2), b = 3 WHERE a = 4;',
        claim: refused('42601'),
      },
      {
        setup: 'CREATE TABLE t (a int[]);',
        sql: 'UPDATE t SET a = ARRAY[1], a[2] = 2 WHERE a IS NULL;',
        claim: refused('42601'),
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int);',
        sql: 'INSERT INTO t VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET a = 1, a = 2;',
        claim: refused('42601'),
      },
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'WITH moved AS (UPDATE t SET a = 1, a = 2 WHERE b = 3 RETURNING b) SELECT count(*) FROM moved;',
        claim: refused('42601'),
      },
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE TABLE s (a int);',
        sql: 'MERGE INTO t USING s ON t.a = s.a WHEN MATCHED THEN UPDATE SET b = 1, b = 2;',
        claim: refused('42601'),
      },
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE TABLE s (a int);',
        sql: 'MERGE INTO t USING s ON t.a = s.a WHEN NOT MATCHED THEN INSERT (b, b) VALUES (1, 2);',
        claim: refused('42701'),
      },
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'COPY t (a, a) TO STDOUT;',
        claim: refused('42701'),
      },
      { setup: 'CREATE TABLE t (a int, b int);', sql: 'ANALYZE t (b, b);', claim: refused('42701') },
      {
        setup: 'CREATE TABLE o (id int, c int); CREATE TABLE c (id int, name text);',
        sql: 'CREATE VIEW v AS SELECT o.id, c.id, c.name FROM o JOIN c ON c.id = o.c;',
        claim: refused('42701'),
      },
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'CREATE MATERIALIZED VIEW v (x, x) AS SELECT a, b FROM t;',
        claim: refused('42701'),
      },
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'CREATE TABLE u AS SELECT a, b AS a FROM t;',
        claim: refused('42701'),
      },
      { setup: 'CREATE TABLE t (a int, b int);', sql: 'SELECT a, b AS a INTO u FROM t;', claim: refused('42701') },
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'CREATE STATISTICS s ON a, b, a FROM t;',
        claim: refused('42701'),
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'CREATE TRIGGER g BEFORE UPDATE OF a, a ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();',
        claim: refused('42701'),
      },
      { sql: 'CREATE TYPE pair AS (x int, x int);', claim: refused('42701') },
    ],
    good: [
      { sql: 'CREATE TABLE t (a int, "A" int, b text DEFAULT \'a, a\' /* a int, a int */);' },
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE TABLE IF NOT EXISTS t (a int, a int);' },
      { setup: 'CREATE TABLE base (a int, b int);', sql: 'CREATE TABLE t (a int) INHERITS (base);' },
      { setup: 'CREATE TABLE base (a int, b int);', sql: 'CREATE TABLE t (c int, LIKE base);' },
      { sql: 'CREATE TABLE t (a int, b int, PRIMARY KEY (a, b), UNIQUE (b, a), UNIQUE (a) INCLUDE (a));' },
      { setup: 'CREATE TABLE t (a int, b int);', sql: 'CREATE INDEX CONCURRENTLY i ON t (a, a) INCLUDE (b, b);' },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD COLUMN b int, ADD COLUMN IF NOT EXISTS b int;\nALTER TABLE t ADD COLUMN IF NOT EXISTS b int, ADD COLUMN IF NOT EXISTS b int;',
      },
      { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t DROP COLUMN a, ADD COLUMN a text;' },
      { sql: 'ALTER TABLE IF EXISTS t ADD COLUMN b int, ADD COLUMN b int;' },
      {
        setup: 'CREATE TYPE pair AS (x int, y int); CREATE TABLE t (a int[], c pair);',
        sql: 'UPDATE t SET a[1] = 1, a[2] = 2, c.x = 1, c.y = 2 WHERE a IS NULL;\nINSERT INTO t (a[1], a[2], c.x, c.y) VALUES (1, 2, 3, 4);',
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int);',
        sql: 'INSERT INTO t (id, a) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET id = 1, a = 2;',
      },
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE TABLE s (a int);',
        sql: 'MERGE INTO t USING s ON t.a = s.a WHEN MATCHED AND t.b > 1 THEN UPDATE SET b = 1 WHEN MATCHED THEN UPDATE SET b = 2;',
      },
      {
        setup: 'CREATE TABLE o (id int, c int); CREATE TABLE c (id int, name text);',
        sql: 'CREATE VIEW v AS SELECT o.id, c.id AS c_id FROM o JOIN c ON c.id = o.c;\nCREATE VIEW w (x) AS SELECT id, id FROM o;\nSELECT o.id, c.id FROM o JOIN c ON c.id = o.c;',
      },
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE TABLE IF NOT EXISTS t AS SELECT 1 AS a, 2 AS a;' },
    ],
  },
});
