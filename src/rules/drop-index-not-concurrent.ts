import { fullName, shortName } from '../schema/objects.js';
import { listName, nodeOf, quoteIdentifier } from '../sql/ast.js';
import { insertAfter } from './edits.js';
import { defineRule } from './rule.js';

const DROP = /^drop\s+index/i;

export default defineRule({
  id: 'drop-index-not-concurrent',
  severity: 'warning',
  summary: 'DROP INDEX locks out every reader and writer of the table',
  why: `DROP INDEX takes ACCESS EXCLUSIVE on the index and on its table. Dropping is quick, but the lock has to be waited
for: behind one long query it queues, and every later query on the table queues behind it. A rollback during an incident
is when the table is busiest.`,
  fix: `DROP INDEX CONCURRENTLY takes SHARE UPDATE EXCLUSIVE, which lets reads and writes pass. It drops one index at a time,
without CASCADE, outside a transaction.`,
  statements: ['DropStmt'],
  check(statement, context) {
    const drop = nodeOf(statement.node, 'DropStmt');
    if (drop?.removeType !== 'OBJECT_INDEX' || drop.concurrent) return;
    const names = (drop.objects ?? []).flatMap((object) => listName(object) ?? []);
    const tables = names.map((name) => context.schema.find('index', fullName(name))?.table);
    if (tables.length > 0 && tables.every((table) => table !== undefined && context.schema.isNew(table))) return;
    const table = tables.find((name) => name !== undefined && !context.schema.isNew(name));
    const ifExists = drop.missing_ok ? 'IF EXISTS ' : '';
    const safe = names.map(({ schema, name }) => {
      const prefix = schema ? `${quoteIdentifier(schema)}.` : '';
      return `DROP INDEX CONCURRENTLY ${ifExists}${prefix}${quoteIdentifier(name)};`;
    });
    const simple = names.length === 1 && drop.behavior !== 'DROP_CASCADE' && statement.transaction.kind === 'none';
    context.report({
      message: `DROP INDEX takes ACCESS EXCLUSIVE on ${table ? shortName(table) : 'the index’s table'}: while it waits for running queries, every read and write behind it waits too.`,
      help: `Drop it without blocking, outside a transaction:\n${safe.join('\n')}`,
      ...(table && { claim: { lock: 'ACCESS EXCLUSIVE', on: table } as const }),
      ...(simple && {
        fixes: [
          { description: 'Add CONCURRENTLY', edits: insertAfter(statement, context.script, DROP, ' CONCURRENTLY') },
        ],
      }),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
        sql: 'DROP INDEX IF EXISTS i;',
        claim: { lock: 'ACCESS EXCLUSIVE', on: 'public.t' },
      },
      {
        setup: 'CREATE TABLE t (a int);',
        up: 'CREATE INDEX CONCURRENTLY i ON t (a);',
        sql: 'DROP INDEX i;',
        role: 'down',
        claim: { lock: 'ACCESS EXCLUSIVE', on: 'public.t' },
      },
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a); CREATE INDEX j ON t (b);',
        sql: 'DROP INDEX i, j;',
        claim: { lock: 'ACCESS EXCLUSIVE', on: 'public.t' },
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
        sql: 'DROP INDEX CONCURRENTLY IF EXISTS i;',
      },
      { sql: 'CREATE TABLE t (a int);\nCREATE INDEX i ON t (a);\nDROP INDEX i;' },
    ],
  },
});
