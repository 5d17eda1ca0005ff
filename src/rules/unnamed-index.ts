import { insertAfter } from '../lint/facts/edits.js';
import { indexName } from '../lint/facts/index-names.js';
import { defineRule } from '../lint/rule.js';
import { nodeOf, quoteIdentifier, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';

const HEAD = /^create\s+(?:unique\s+)?index(?:\s+concurrently)?/i;

export default defineRule({
  id: 'unnamed-index',
  harm: 'note',
  preset: 'strict',
  summary: 'An index without a name gets one that depends on what is there',
  why: `Postgres makes the name up from the table and the columns, and adds a number where it is taken. Run again after a
failure, the statement builds a second index beside the invalid one. A rollback has to guess the name.`,
  fix: 'Give the index a name, so that the migration and its rollback can speak of it.',
  statements: ['IndexStmt'],
  check(statement, { schema, script, report }) {
    const index = nodeOf(statement.node, 'IndexStmt');
    const table = relationName(index?.relation);
    if (!index || !table || index.idxname) return;
    const { name, isSure } = indexName(index, schema);
    report({
      message: `The index has no name. Postgres makes one up, such as ${code(name)}.`,
      help: `Name it:\n${statement.sql.replace(HEAD, `$& ${quoteIdentifier(name)}`)};`,
      ...(isSure && {
        fixes: [
          { description: 'Name the index', edits: insertAfter(statement, script, HEAD, ` ${quoteIdentifier(name)}`) },
        ],
      }),
    });
  },
  examples: {
    bad: [
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY ON t (a);' },
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE UNIQUE INDEX ON t (lower(a::text));' },
    ],
    good: [{ setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY t_a_idx ON t (a);' }],
  },
});
