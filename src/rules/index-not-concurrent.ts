import { fullName, shortName } from '../schema/objects.js';
import { nodeOf, relationName } from '../sql/ast.js';
import { insertAfter } from './edits.js';
import { defineRule } from './rule.js';

const BUILD = /^create\s+(?:unique\s+)?index/i;

export default defineRule({
  id: 'index-not-concurrent',
  severity: 'error',
  summary: 'CREATE INDEX blocks every write until the index is built',
  why: `CREATE INDEX takes a SHARE lock on the table and keeps it while it reads every row: INSERT, UPDATE and DELETE wait
until the index is built. Reads go on.`,
  fix: `Build the index with CREATE INDEX CONCURRENTLY, in a migration of its own that runs outside a transaction. It takes
SHARE UPDATE EXCLUSIVE instead, which lets reads and writes pass; it waits for older transactions and reads the table twice.`,
  statements: ['IndexStmt'],
  check(statement, context) {
    const index = nodeOf(statement.node, 'IndexStmt');
    const name = relationName(index?.relation);
    if (!index || !name || index.concurrent) return;
    // ON ONLY a partitioned parent builds nothing.
    if (!index.relation?.inh) return;
    const table = fullName(name);
    if (context.schema.isNew(table)) return;
    const concurrently = statement.sql.replace(BUILD, '$& CONCURRENTLY');
    context.report({
      message: `CREATE INDEX takes SHARE on ${shortName(table)}: every write to the table waits until the index is built.`,
      help: `Build it without blocking writes, outside a transaction:\n${concurrently};`,
      claim: { lock: 'SHARE', on: table, scans: true },
      // Inside a transaction the statement alone can't be mended: the transaction has to go first.
      ...(statement.transaction.kind === 'none' && {
        fixes: [
          { description: 'Add CONCURRENTLY', edits: insertAfter(statement, context.script, BUILD, ' CONCURRENTLY') },
        ],
      }),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'CREATE INDEX i ON t (a);',
        claim: { lock: 'SHARE', on: 'public.t', scans: true },
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'BEGIN;\nCREATE UNIQUE INDEX i ON t (a);\nCOMMIT;',
        claim: { lock: 'SHARE', on: 'public.t', scans: true },
      },
      {
        setup: 'CREATE SCHEMA app; CREATE TABLE app.t (a int); CREATE TABLE t (a int);',
        sql: 'CREATE INDEX i ON app.t (a);',
        claim: { lock: 'SHARE', on: 'app.t', scans: true },
      },
    ],
    good: [
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY i ON t (a);' },
      { sql: 'CREATE TABLE t (a int);\nCREATE INDEX i ON t (a);' },
      {
        setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a);',
        sql: 'CREATE INDEX i ON ONLY p (a);',
      },
    ],
  },
});
