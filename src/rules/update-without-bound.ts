import { rowWritesOf } from '../lint/facts/row-writes.js';
import { unboundedUpdate } from '../lint/facts/unbounded.js';
import { changedTable } from '../lint/facts/whole-table.js';
import { filled } from '../lint/help/filled.js';
import { keyByKey, rangeByRange } from '../lint/help/key-by-key.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

const ID = 'update-without-bound';

export default defineRule({
  id: ID,
  harm: 'note',
  summary: 'A backfill in one statement keeps all rows that it changes locked until it commits',
  why: `An UPDATE or MERGE that takes its rows from another table, or all those where a column is NULL, changes as many rows as the tables
hold, in one transaction. Other writers of those rows wait until it commits, and vacuum can’t clean up meanwhile. How many they are only
production’s rows tell: for some hundred nothing has to be done.`,
  fix: 'Where they are many, go by ranges of the key, some thousand rows at a time, each range in a transaction of its own.',
  statements: ['UpdateStmt', 'MergeStmt'],
  roles: ['up', 'maintenance'],
  check(statement, { schema, report }) {
    const found = unboundedUpdate(statement, schema);
    const table = found && changedTable(found.relation, schema);
    if (!table || schema.find('table', table)?.origin !== 'baseline') return;
    // What surely means every row has a rule of its own.
    if (rowWritesOf(statement, schema).some(({ isWhole }) => isWhole)) return;
    const { column, source } = found;
    const which = column
      ? `every row of ${code(shortName(table))} whose ${code(column)} is NULL`
      : `every row of ${code(shortName(table))} that has one in ${code(shortName(source ?? ''))}`;
    report({
      message: `This changes ${which}, in one transaction. Other writers of these rows wait until it commits.`,
      help:
        filled(statement.node, table, column, ID) ??
        keyByKey(statement, table, schema, ID) ??
        rangeByRange(table, schema),
      claim: lock('ROW EXCLUSIVE', table),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, b int); INSERT INTO t VALUES (1); CREATE TABLE u (id int, c int);',
        sql: 'UPDATE t SET b = u.c FROM u WHERE t.id = u.id;',
        claim: lock('ROW EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, b int); INSERT INTO t VALUES (1);',
        sql: 'UPDATE t SET b = 0 WHERE b IS NULL;',
        claim: lock('ROW EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, b int); INSERT INTO t VALUES (1); CREATE TABLE u (id int, c int);',
        sql: 'MERGE INTO t USING u AS s ON t.id = s.id WHEN MATCHED THEN UPDATE SET b = s.c WHEN NOT MATCHED THEN DO NOTHING;',
        claim: lock('ROW EXCLUSIVE', 'public.t'),
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, b int); CREATE TABLE u (id int, c int);',
        sql: 'UPDATE t SET b = u.c FROM u WHERE t.id = u.id AND u.c > 5;\nUPDATE t SET b = 0 WHERE b IS NULL AND id = 7;\nMERGE INTO t USING u ON t.id = u.id WHEN MATCHED AND u.c > 5 THEN UPDATE SET b = u.c;',
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, b int, c int NOT NULL);',
        sql: 'UPDATE t SET b = x.c FROM (VALUES (1, 2)) x (id, c) WHERE t.id = x.id;\nUPDATE t SET c = 0 WHERE c IS NULL;\nUPDATE t SET b = 0 WHERE ctid = ANY (ARRAY(SELECT ctid FROM t WHERE b IS NULL LIMIT 5000));',
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, b int);',
        sql: 'CREATE TABLE few (id int, c int);\nINSERT INTO few VALUES (1, 2);\nUPDATE t SET b = few.c FROM few WHERE t.id = few.id;',
      },
      {
        setup: 'CREATE TABLE u (id int, c int);',
        sql: 'CREATE TABLE t (id int, b int);\nUPDATE t SET b = u.c FROM u WHERE t.id = u.id;\nUPDATE t SET b = 0 WHERE b IS NULL;',
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, b int);',
        sql: 'DO $$\nBEGIN\n  LOOP\n    UPDATE t SET b = 0 WHERE b IS NULL;\n    EXIT WHEN NOT FOUND;\n  END LOOP;\nEND $$;',
      },
    ],
  },
});
