import type { RangeVar } from '@pgsql/types';
import { defineRule } from '../lint/rule.js';
import { nodeOf, quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'unqualified-name',
  harm: 'note',
  preset: 'strict',
  summary: 'Without a schema, search_path decides where a table is created',
  why: `A table, view or sequence that is created without a schema goes to the first one of the session’s search_path. Run by another
role, or by a tool that sets another path, the same migration creates it somewhere else.`,
  fix: 'Write the schema: `CREATE TABLE public.orders (…)`.',
  roles: ['up'],
  statements: ['CreateStmt', 'CreateTableAsStmt', 'ViewStmt', 'CreateSeqStmt'],
  check(statement, context) {
    const made: RangeVar | undefined =
      nodeOf(statement.node, 'CreateStmt')?.relation ??
      nodeOf(statement.node, 'CreateTableAsStmt')?.into?.rel ??
      nodeOf(statement.node, 'ViewStmt')?.view ??
      nodeOf(statement.node, 'CreateSeqStmt')?.sequence;
    if (!made?.relname || made.schemaname || made.relpersistence === 't') return;
    // The script says where.
    if (context.session.has('search_path')) return;
    context.report({
      message: `The \`search_path\` of whoever runs this decides in which schema it creates ${code(made.relname)}.`,
      help: `Write the schema, for example:\npublic.${quoteIdentifier(made.relname)}`,
    });
  },
  examples: {
    bad: [{ sql: 'CREATE TABLE t (a int);' }, { sql: 'CREATE VIEW v AS SELECT 1 AS a;' }],
    good: [
      { sql: 'CREATE TABLE public.t (a int);' },
      { sql: 'SET search_path = public;\nCREATE TABLE t (a int);' },
      { sql: 'CREATE TEMP TABLE scratch (a int);' },
    ],
  },
});
