import { defineRule } from '../lint/rule.js';
import { effectsOf } from '../schema/effects/index.js';
import { type SchemaObject, shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { nodeOf, quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'unique-index-finds-duplicates',
  harm: 'note',
  summary: 'Building a unique index fails if two rows are alike',
  why: `Nothing ruled out equal rows before, so whether there are any shows only in production: the build then fails with
SQLSTATE 23505. With CONCURRENTLY an invalid index stays behind, which no query uses and every write pays for.`,
  fix: 'Look for duplicates before, and decide which row stays. While the index is built, new ones can still come in.',
  statements: ['IndexStmt'],
  check(statement, { schema, report }) {
    if (!nodeOf(statement.node, 'IndexStmt')?.unique) return;
    const index = effectsOf(statement.node)[0]?.object as SchemaObject<'index'> | undefined;
    const { table, facts } = index ?? {};
    if (!table || !facts || schema.isNew(table) || schema.find('index', index?.name ?? '')) return;
    const columns = (facts.columns ?? []).flatMap((column) => column ?? []);
    if (columns.length === 0 || columns.length < (facts.columns?.length ?? 0)) return;
    // What is unique already stays so with more columns; a new column is empty.
    const unique = schema
      .partsOf(table, 'index')
      .some(
        ({ facts: known }) =>
          known?.unique && !known.partial && known.columns?.every((one) => one && columns.includes(one)),
      );
    if (unique || columns.some((column) => schema.find('column', `${table}.${column}`)?.origin === 'change')) return;
    const list = columns.map(quoteIdentifier).join(', ');
    report({
      message: `If two rows of ${code(shortName(table))} have the same (${columns.map(code).join(', ')}), the build fails${nodeOf(statement.node, 'IndexStmt')?.concurrent ? ' and leaves an invalid index behind' : ''}.`,
      help: `Look for duplicates first:\nSELECT ${list}, count(*) FROM ${sqlName(table)} GROUP BY ${list} HAVING count(*) > 1;`,
    });
  },
  examples: {
    bad: [{ setup: 'CREATE TABLE t (a int, b int);', sql: 'CREATE UNIQUE INDEX CONCURRENTLY i ON t (a, b);' }],
    good: [
      { sql: 'CREATE TABLE t (a int);\nCREATE UNIQUE INDEX i ON t (a);' },
      {
        setup: 'CREATE TABLE t (a int UNIQUE, b int);',
        sql: 'CREATE UNIQUE INDEX CONCURRENTLY i ON t (a, b);',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD COLUMN b int;\nCREATE UNIQUE INDEX CONCURRENTLY i ON t (b);',
      },
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY i ON t (a);' },
    ],
  },
});
