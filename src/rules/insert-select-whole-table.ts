import { defineRule } from '../lint/rule.js';
import { fullName, shortName } from '../schema/objects.js';
import { nodeOf, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'insert-select-whole-table',
  harm: 'note',
  preset: 'strict',
  summary: 'INSERT … SELECT or CREATE TABLE AS copies a whole table in one transaction',
  why: `The copy runs as long as the table is big, in one transaction: locks that the migration took before are kept until it is
done, vacuum can’t clean up meanwhile, and what is written to the source after it began is not in the copy.`,
  fix: 'Copy in batches, by ranges of the key, outside the transaction of the schema change.',
  statements: ['InsertStmt', 'CreateTableAsStmt', 'SelectStmt'],
  check(statement, context) {
    const as = nodeOf(statement.node, 'CreateTableAsStmt');
    const into = nodeOf(statement.node, 'SelectStmt');
    const query = into?.intoClause
      ? into
      : nodeOf(nodeOf(statement.node, 'InsertStmt')?.selectStmt ?? as?.query, 'SelectStmt');
    if (!query || as?.into?.skipData || query.whereClause || query.limitCount) return;
    const source = (query.fromClause ?? []).flatMap((item) => relationName(nodeOf(item, 'RangeVar')) ?? [])[0];
    if (!source) return;
    const table = fullName(source);
    // Only what is known to be an older table: a name may mean a WITH query.
    if (context.schema.find('table', table)?.origin !== 'baseline' || context.schema.isTemporary(table)) return;
    context.report({
      message: `This copies all rows of ${code(shortName(table))} in one transaction. The bigger the table, the longer it takes.`,
      help: 'Copy by ranges of the key, some thousand rows at a time, each in a transaction of its own.',
    });
  },
  examples: {
    bad: [
      { setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int);', sql: 'INSERT INTO u SELECT a FROM t;' },
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE TABLE u AS SELECT a FROM t;' },
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE MATERIALIZED VIEW u AS SELECT a FROM t;' },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int);',
        sql: 'INSERT INTO u SELECT a FROM t WHERE a BETWEEN 1 AND 5000;',
      },
      { setup: 'CREATE TABLE u (a int);', sql: 'INSERT INTO u VALUES (1), (2);' },
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE TABLE u AS SELECT a FROM t WITH NO DATA;' },
      { sql: 'CREATE TABLE t (a int);\nCREATE TABLE u AS SELECT a FROM t;' },
    ],
  },
});
