import { insertBefore, keywords } from '../lint/facts/edits.js';
import { impatientTimeouts, withoutTimeouts } from '../lint/facts/impatient.js';
import { defineRule } from '../lint/rule.js';
import type { Statement } from '../model.js';
import { fullName } from '../schema/objects.js';
import type { Schema } from '../schema/schema.js';
import { enumerated } from '../schema/sql-name.js';
import { nodeOf, relationName } from '../sql/ast.js';
import { nonTransactional } from '../sql/non-transactional.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'timeout-around-concurrently',
  harm: 'decision',
  summary: 'A timeout stops CONCURRENTLY halfway and leaves an invalid index',
  why: `CONCURRENTLY waits for every transaction that might still see the table as it was, and that waiting counts as waiting
for a lock. With a lock_timeout or statement_timeout, one forgotten session elsewhere cancels the statement, and what was
begun stays: an index that is marked invalid, which no query uses and every write pays for, or a partition that is half
detached. Nobody waits behind CONCURRENTLY in turn, so letting it wait does no harm. DROP INDEX CONCURRENTLY heals itself: the
next run drops the index, invalid or not; and so does a build with DROP INDEX CONCURRENTLY IF EXISTS before it.`,
  fix: `Switch both timeouts off before the statement, and set them again after it; or drop what a build that was stopped has left,
with DROP INDEX CONCURRENTLY IF EXISTS before it.`,
  check(statement, { session, script, schema, report }) {
    const form = nonTransactional(statement.node);
    if (!form?.concurrently || statement.transaction.kind !== 'none' || healsItself(statement, schema)) return;
    const set = impatientTimeouts(session);
    if (set.length === 0) return;
    const { off, on } = withoutTimeouts(session);
    const places = set.map(
      (name) => `${code(name)} (${session.get(name)?.value}, line ${session.get(name)?.by.location.line})`,
    );
    const later = script.statements.slice(statement.index + 1);
    report({
      message: `${enumerated(places)} can stop ${form.form} while it waits for older transactions. It then leaves its work half done${form.form.includes('INDEX') ? ', as an invalid index' : ''}.`,
      help: `Switch ${set.length > 1 ? 'them' : 'it'} off for this statement:\n${off.join('\n')}\n${statement.sql};\n${on.join('\n')}`,
      cause: `set at ${set.map((name) => session.get(name)?.by.start).join()}`,
      // What follows may need the timeout.
      ...(later.every(({ node }) => nonTransactional(node)?.concurrently || nodeOf(node, 'VariableSetStmt')) && {
        fixes: [
          {
            description: `Switch ${enumerated(set)} off first`,
            edits: insertBefore(
              statement,
              script,
              off.map((line) => keywords(statement, line)),
            ),
          },
        ],
      }),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: "SET lock_timeout = '2s';\nSET statement_timeout = '30s';\nCREATE INDEX CONCURRENTLY i ON t (a);",
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
        sql: "SET statement_timeout = '15min';\nREINDEX INDEX CONCURRENTLY i;\nALTER TABLE t ADD COLUMN b int;",
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
        sql: "SELECT set_config('lock_timeout', '500ms', false);\nREINDEX TABLE CONCURRENTLY t;",
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
        sql: "SET lock_timeout = '2s';\nDROP INDEX CONCURRENTLY i;",
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: "SET lock_timeout = '2s';\nDROP INDEX CONCURRENTLY IF EXISTS i;\nCREATE INDEX CONCURRENTLY i ON t (a);",
      },
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY i ON t (a);' },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: "SET lock_timeout = '2s';\nALTER TABLE t ADD COLUMN b int;\nSET lock_timeout = 0;\nCREATE INDEX CONCURRENTLY i ON t (a);",
      },
      { setup: 'CREATE TABLE t (a int);', sql: "SET statement_timeout = '6h';\nCREATE INDEX CONCURRENTLY i ON t (a);" },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: "BEGIN;\nSET LOCAL lock_timeout = '2s';\nALTER TABLE t ADD COLUMN b int;\nCOMMIT;\nCREATE INDEX CONCURRENTLY i ON t (a);",
      },
      {
        setup: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a; CREATE UNIQUE INDEX i ON v (a);',
        sql: "SET lock_timeout = '2s';\nREFRESH MATERIALIZED VIEW CONCURRENTLY v;",
      },
    ],
  },
});

/** Whether the next run takes away what was left, and does the work. */
function healsItself({ node }: Statement, schema: Schema): boolean {
  if (nodeOf(node, 'DropStmt')) return true;
  const index = nodeOf(node, 'IndexStmt');
  const table = relationName(index?.relation);
  return !!index?.idxname && !!table && schema.wasDropped('index', fullName({ ...table, name: index.idxname }));
}
