import { rowWritesOf, WRITING } from '../lint/facts/row-writes.js';
import { changedTable, wholeTableClaim } from '../lint/facts/whole-table.js';
import { BATCH } from '../lint/help/steps.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { code } from '../sql/words.js';
import { lock, scan } from '../verdict/fact.js';

export default defineRule({
  id: 'delete-whole-table',
  harm: 'loses',
  summary: 'DELETE without WHERE deletes every row for good',
  why: `No rollback of a migration brings the rows back. While they are deleted, in one transaction, other writers of these rows
wait, the foreign keys of every referencing table are checked row by row, and replicas fall behind.`,
  fix: `Say which rows have to go, and delete them in batches of some thousand, each in a transaction of its own.`,
  statements: WRITING,
  check(statement, context) {
    for (const { change, relation, isWhole } of rowWritesOf(statement, context.schema)) {
      const table = change === 'delete' && isWhole ? changedTable(relation, context.schema) : undefined;
      if (table === undefined) continue;
      // What WITH returns is kept where the INSERT puts it.
      const isMoved = statement.kind === 'InsertStmt';
      context.report({
        message: `This ${isMoved ? `takes every row out of ${code(shortName(table))}, into another table,` : `deletes every row of ${code(shortName(table))} for good,`} in one transaction. Other writers of these rows wait until it commits.`,
        ...(isMoved && { severity: 'warning' as const }),
        help: `Say which rows have to go (the condition stands twice: partitions share their ctids), and run it in batches until it deletes no row:\nDELETE FROM ${sqlName(table)} WHERE … AND ctid = ANY (ARRAY(SELECT ctid FROM ${sqlName(table)} WHERE … LIMIT ${BATCH}));`,
        ...wholeTableClaim(table, context.schema),
      });
    }
  },
  examples: {
    bad: [
      {
        setup:
          'CREATE TABLE t (a int); INSERT INTO t VALUES (1); CREATE FUNCTION clear() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DELETE FROM t; END $$;',
        sql: 'SELECT * FROM clear();',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int); INSERT INTO t VALUES (1, 1);',
        sql: 'DO $$\nDECLARE gone record;\nBEGIN\n  FOR gone IN SELECT * FROM t LOOP\n    DELETE FROM t AS own WHERE own.id = gone.id;\n  END LOOP;\nEND $$;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup:
          "CREATE TABLE u (id int PRIMARY KEY); CREATE TABLE t (id int, s text NOT NULL, u_id int NOT NULL REFERENCES u); INSERT INTO u VALUES (1); INSERT INTO t VALUES (1, 'x', 1);",
        sql: 'DELETE FROM t WHERE u_id IN (SELECT id FROM u);',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup:
          "CREATE TABLE u (id int PRIMARY KEY); CREATE TABLE t (id int, s text NOT NULL, u_id int NOT NULL REFERENCES u); INSERT INTO u VALUES (1); INSERT INTO t VALUES (1, 'x', 1);",
        sql: 'DELETE FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.id = t.u_id);',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: "CREATE TABLE t (id int, s text NOT NULL); INSERT INTO t VALUES (1, 'x');",
        sql: "DELETE FROM t WHERE s = 'x' OR s <> 'x';",
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'DELETE FROM t WHERE id >= id;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'DELETE FROM t x USING t WHERE t.id = x.id;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup:
          'CREATE TABLE u (id int PRIMARY KEY, c int); INSERT INTO u VALUES (1, 1); CREATE TABLE t (id int PRIMARY KEY, a int, b int, u_id int NOT NULL REFERENCES u); INSERT INTO t VALUES (1, 1, 1, 1);',
        sql: 'WITH gone AS (DELETE FROM t USING u WHERE u.id = t.u_id RETURNING *)\nSELECT count(*) FROM gone;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'DELETE FROM t WHERE ctid IN (SELECT ctid FROM t);',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id int); INSERT INTO t VALUES (1);',
        sql: 'DELETE FROM t USING (SELECT id FROM t) x WHERE t.id = x.id;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id int); INSERT INTO t VALUES (1);',
        sql: 'WITH gone AS (DELETE FROM t RETURNING *)\nSELECT count(*) FROM gone;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int); INSERT INTO t VALUES (1);',
        sql: 'DELETE FROM t;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int); INSERT INTO t VALUES (1);',
        sql: 'DELETE FROM t WHERE true;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE u (id int PRIMARY KEY); CREATE TABLE t (id int, s text, u_id int REFERENCES u);',
        sql: "DELETE FROM t WHERE u_id IN (SELECT id FROM u);\nDELETE FROM t WHERE s = 'x' OR s <> 'x';\nDELETE FROM t WHERE u_id IN (SELECT id FROM u WHERE id > 5);",
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'DELETE FROM t WHERE ctid IN (SELECT ctid FROM t LIMIT 1000);',
      },
      {
        setup:
          'CREATE TABLE u (id int PRIMARY KEY, c int); INSERT INTO u VALUES (1, 1); CREATE TABLE t (id int PRIMARY KEY, a int, b int, u_id int NOT NULL REFERENCES u); INSERT INTO t VALUES (1, 1, 1, 1);',
        sql: 'DELETE FROM t USING u WHERE u.id = t.u_id AND u.c > 9;',
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'DELETE FROM t WHERE a <> id;',
      },
      {
        setup: 'CREATE TABLE t (id int, a int);',
        sql: 'DELETE FROM t USING (SELECT id, max(a) AS a FROM t GROUP BY id HAVING count(*) > 1) x WHERE t.id = x.id;',
      },
      { setup: 'CREATE TABLE t (a int);', sql: 'DELETE FROM t WHERE a = 1;' },
      { sql: 'CREATE TABLE t (a int);\nDELETE FROM t;' },
      { sql: 'CREATE TEMP TABLE scratch (a int);\nDELETE FROM scratch;' },
    ],
  },
});
