import { rowWritesOf, WRITING } from '../lint/facts/row-writes.js';
import { changedTable, newNullColumn, wholeTableClaim } from '../lint/facts/whole-table.js';
import { filled } from '../lint/help/filled.js';
import { keyByKey, rangeByRange } from '../lint/help/key-by-key.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { code } from '../sql/words.js';
import { lock, scan } from '../verdict/fact.js';

export default defineRule({
  id: 'update-whole-table',
  harm: 'decision',
  summary: 'UPDATE of every row keeps them all locked until it commits',
  why: `One UPDATE of a whole table writes every row again in one transaction. Other writers of those rows wait until it commits,
the table grows to twice its size, replicas fall behind, and vacuum can’t clean up meanwhile. In the same transaction as a
change of the schema it also holds that one’s locks for as long.`,
  fix: `Update in batches of some thousand rows, each in a transaction of its own, in a migration apart from the change of the
schema.`,
  statements: WRITING,
  check(statement, context) {
    for (const { change, relation, where, isWhole } of rowWritesOf(statement, context.schema)) {
      const table = change === 'update' && isWhole ? changedTable(relation, context.schema) : undefined;
      if (table === undefined) continue;
      const column = newNullColumn(table, { relation, where }, context.schema);
      context.report({
        message: `This writes every row of ${code(shortName(table))} in one transaction${column ? ` (${code(column)} is new, and null everywhere)` : ''}, and the table grows to twice its size. Other writers of these rows wait until it commits.`,
        help:
          filled(statement.node, table, column) ??
          keyByKey(statement, table, context.schema) ??
          rangeByRange(table, context.schema, statement),
        ...wholeTableClaim(table, context.schema),
      });
    }
  },
  examples: {
    bad: [
      {
        setup:
          'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1); CREATE FUNCTION touch(k int) RETURNS void LANGUAGE plpgsql AS $$ BEGIN UPDATE t SET b = a WHERE id = k; END $$;',
        sql: 'SELECT touch(id) FROM t;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup:
          'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1); CREATE FUNCTION touch(int, int) RETURNS int LANGUAGE sql AS $$ UPDATE t SET b = $1 WHERE t.id = $2; SELECT 1 $$;',
        sql: 'SELECT count(*) FROM t x, touch(x.a, x.id);',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup:
          "CREATE TABLE t (id int PRIMARY KEY, a int, b text); INSERT INTO t VALUES (1, 1); CREATE FUNCTION backfill() RETURNS void LANGUAGE plpgsql AS $$ DECLARE n int; BEGIN n := 1; UPDATE public.t SET b = 'from;where'; END $$;",
        sql: 'SELECT backfill();',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup:
          'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1); CREATE PROCEDURE backfill(n int) LANGUAGE sql AS $$ UPDATE t SET b = n; $$;',
        sql: 'CALL backfill(7);',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'DO $$\nDECLARE r record;\nBEGIN\n  FOR r IN SELECT id, a * 2 AS n FROM t LOOP\n    UPDATE t SET b = r.n WHERE id = r.id;\n  END LOOP;\nEND $$;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup:
          'CREATE TABLE u (id int, c int); CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'MERGE INTO t USING u ON t.id = u.id WHEN MATCHED AND u.c > 1 THEN DELETE WHEN MATCHED THEN UPDATE SET b = u.c WHEN NOT MATCHED BY SOURCE THEN UPDATE SET b = 0;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
        postgres: { from: 17 },
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'MERGE INTO t USING t x ON t.id = x.id WHEN MATCHED AND x.a > 5 THEN UPDATE SET b = 1 WHEN MATCHED THEN UPDATE SET b = x.a;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id uuid PRIMARY KEY, a text, "B" text); INSERT INTO t VALUES (gen_random_uuid());',
        sql: 'UPDATE t SET "B" = lower(a) WHERE id = id;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'UPDATE t SET b = a WHERE id = id;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'UPDATE t SET b = a WHERE EXISTS (SELECT 1);',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'UPDATE t SET b = a WHERE id IN (SELECT id FROM t LIMIT ALL);',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'UPDATE t SET b = a WHERE id = ANY (ARRAY(SELECT id FROM t OFFSET 0));',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'UPDATE t SET b = a WHERE id IS NOT NULL AND (2 > 1 OR b > 5);',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup:
          'CREATE TABLE u (id int PRIMARY KEY, c int); INSERT INTO u VALUES (1, 1); CREATE TABLE t (id int PRIMARY KEY, a int, b int, u_id int NOT NULL REFERENCES u); INSERT INTO t VALUES (1, 1, 1, 1);',
        sql: 'UPDATE t SET b = u.c FROM u WHERE u.id = 1;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup:
          'CREATE TABLE u (id int PRIMARY KEY, c int); INSERT INTO u VALUES (1, 1); CREATE TABLE t (id int PRIMARY KEY, a int, b int, u_id int NOT NULL REFERENCES u); INSERT INTO t VALUES (1, 1, 1, 1);',
        sql: 'UPDATE t SET b = u.c FROM u WHERE t.u_id = u.id;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup:
          'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1); CREATE VIEW v AS SELECT * FROM t;',
        sql: 'UPDATE v SET b = a;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int); INSERT INTO t VALUES (1);',
        up: 'ALTER TABLE t ADD COLUMN b int; ALTER TABLE t ALTER COLUMN b SET DEFAULT 7;',
        sql: 'UPDATE t SET b = a WHERE b IS DISTINCT FROM 7 AND a = a;',
        role: 'down',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'WITH x AS (SELECT id, a * 2 AS b FROM t)\nUPDATE t SET b = x.b FROM x WHERE t.id = x.id;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id int, a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'UPDATE t AS own SET b = x.n FROM (SELECT s.id AS nr, row_number() OVER () AS n FROM t s) x WHERE x.nr = own.id;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id int, a int, b int); INSERT INTO t VALUES (1, 1); CREATE TABLE u (id int, c int);',
        sql: 'UPDATE t SET b = u.c FROM t x LEFT JOIN u ON u.id = x.a WHERE t.id = x.id;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id int, a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'MERGE INTO t USING (SELECT * FROM t) x ON t.id = x.id WHEN MATCHED THEN UPDATE SET b = x.a;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id int, a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'UPDATE t SET b = a WHERE id IN (SELECT id FROM t);',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id int, a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'WITH changed AS (UPDATE t SET b = a RETURNING id)\nSELECT count(*) FROM changed;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'UPDATE t SET b = a;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'UPDATE t SET b = b + 1;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'UPDATE t SET b = a WHERE 1 = 1;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int); INSERT INTO t VALUES (1);',
        up: 'ALTER TABLE t ADD COLUMN b int;',
        sql: 'UPDATE t SET b = a WHERE b IS NULL;',
        role: 'down',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
    ],
    good: [
      {
        setup:
          'CREATE TABLE t (id int PRIMARY KEY, a int, b int); CREATE TABLE few (id int); CREATE FUNCTION touch(k int) RETURNS void LANGUAGE plpgsql AS $$ BEGIN UPDATE t SET b = a WHERE id = k; END $$;',
        sql: 'SELECT touch(7);\nSELECT touch(id) FROM t WHERE a > 5;\nSELECT touch(id) FROM t LIMIT 10;\nSELECT touch(a) FROM t;\nSELECT touch(id) FROM few;',
      },
      {
        setup:
          'CREATE TABLE t (id int PRIMARY KEY, a int, b int); CREATE FUNCTION fill_some() RETURNS void LANGUAGE sql AS $$ UPDATE t SET b = a WHERE a > 5; $$; CREATE FUNCTION perhaps(yes bool) RETURNS void LANGUAGE plpgsql AS $$ BEGIN IF yes THEN UPDATE t SET b = a; END IF; END $$;',
        sql: 'SELECT fill_some();\nSELECT perhaps(false);\nSELECT fill_some() WHERE false;',
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'DO $$\nDECLARE r record;\nBEGIN\n  FOR r IN SELECT id FROM t WHERE a > 5 LOOP\n    UPDATE t SET b = 1 WHERE id = r.id;\n  END LOOP;\n  FOR r IN SELECT id FROM t LOOP\n    UPDATE t SET b = 1 WHERE id = r.id;\n    COMMIT;\n  END LOOP;\n  FOR r IN SELECT id FROM t LOOP\n    IF r.id > 5 THEN\n      UPDATE t SET b = 1 WHERE id = r.id;\n    END IF;\n  END LOOP;\n  FOR r IN SELECT id FROM t LOOP\n    EXIT WHEN r.id > 5;\n    UPDATE t SET b = 1 WHERE id = r.id;\n  END LOOP;\n  FOR r IN SELECT id FROM t LOOP\n    UPDATE t SET b = 1 WHERE id = r.id AND a > 5;\n  END LOOP;\nEND $$;',
      },
      {
        setup: 'CREATE TABLE u (id int, c int); CREATE TABLE t (id int PRIMARY KEY, a int, b int);',
        sql: 'MERGE INTO t USING u ON t.id = u.id WHEN MATCHED THEN UPDATE SET b = u.c WHEN NOT MATCHED BY SOURCE AND t.a > 5 THEN DELETE;',
        postgres: { from: 17 },
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int);',
        sql: 'MERGE INTO t USING t x ON t.id = x.id WHEN MATCHED AND x.a > 5 THEN DO NOTHING WHEN MATCHED THEN UPDATE SET b = x.a;',
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'UPDATE t SET b = a WHERE id IN (SELECT id FROM t ORDER BY id LIMIT 5000);',
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'UPDATE t SET b = a WHERE id IN (SELECT id FROM t OFFSET 5000);',
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'UPDATE t SET b = a WHERE a IS NOT NULL;',
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'UPDATE t SET b = a WHERE EXISTS (SELECT 1 WHERE false);',
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'UPDATE t SET b = a WHERE false;',
      },
      {
        setup:
          'CREATE TABLE u (id int PRIMARY KEY, c int); INSERT INTO u VALUES (1, 1); CREATE TABLE t (id int PRIMARY KEY, a int, b int, u_id int NOT NULL REFERENCES u); INSERT INTO t VALUES (1, 1, 1, 1);',
        sql: 'UPDATE t SET b = u.c FROM u WHERE t.u_id = u.id AND u.c > 5;',
      },
      {
        setup:
          'CREATE TABLE u (id int PRIMARY KEY, c int); INSERT INTO u VALUES (1, 1); CREATE TABLE t (id int PRIMARY KEY, a int, b int, u_id int NOT NULL REFERENCES u); INSERT INTO t VALUES (1, 1, 1, 1);',
        sql: 'UPDATE t SET b = u.c FROM u WHERE t.a = u.id;',
      },
      {
        setup:
          'CREATE TABLE u (id int PRIMARY KEY, c int); INSERT INTO u VALUES (1, 1); CREATE TABLE t (id int PRIMARY KEY, a int, b int, u_id int NOT NULL REFERENCES u); INSERT INTO t VALUES (1, 1, 1, 1);',
        sql: 'UPDATE t SET b = 1 WHERE EXISTS (SELECT 1 FROM u WHERE u.c = t.a);',
      },
      {
        setup:
          'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1); CREATE VIEW v AS SELECT * FROM t WHERE a > 5;',
        sql: 'UPDATE v SET b = a;',
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'WITH batch AS MATERIALIZED (SELECT id FROM t WHERE id > 1 ORDER BY id LIMIT 1000)\nUPDATE t SET b = a FROM batch WHERE batch.id = t.id;',
      },
      {
        setup: 'CREATE TABLE t (a int); INSERT INTO t VALUES (1);',
        sql: 'ALTER TABLE t ADD COLUMN b int DEFAULT 7;\nUPDATE t SET b = a WHERE b IS NULL;',
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int);',
        sql: 'WITH x AS (SELECT id FROM t WHERE b IS NULL LIMIT 5000 FOR UPDATE SKIP LOCKED)\nUPDATE t SET b = a FROM x WHERE t.id = x.id;',
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int);',
        sql: 'UPDATE t SET b = x.b FROM t x WHERE t.id = x.a;\nUPDATE t SET b = x.b FROM t x WHERE t.id = x.id AND x.a > 1;\nUPDATE t SET b = x.b FROM (VALUES (1, 2)) x (id, b) WHERE t.id = x.id;',
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int); CREATE TABLE u (id int, c int);',
        sql: 'UPDATE t SET b = x.c FROM (SELECT t.id, u.c FROM t JOIN u ON u.id = t.a) x WHERE t.id = x.id;\nMERGE INTO t USING u ON t.id = u.id WHEN MATCHED THEN UPDATE SET b = u.c;',
      },
      { setup: 'CREATE TABLE t (a int, b int);', sql: 'UPDATE t SET b = a WHERE a BETWEEN 1 AND 5000;' },
      { setup: 'CREATE TABLE t (a int, b int);', sql: 'UPDATE t SET b = a WHERE b IS NULL;' },
      { sql: 'CREATE TABLE t (a int);\nINSERT INTO t VALUES (1);\nUPDATE t SET a = 2;' },
      { sql: 'CREATE TEMP TABLE scratch (a int);\nUPDATE scratch SET a = 2;' },
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'UPDATE t SET b = a WHERE ctid = ANY (ARRAY(SELECT ctid FROM t WHERE b IS NULL LIMIT 5000));',
      },
    ],
  },
});
