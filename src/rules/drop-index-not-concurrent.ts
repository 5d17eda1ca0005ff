import type { RecipeStep } from '../findings/recipe.js';
import { insertAfter, keywords } from '../lint/facts/edits.js';
import { withIndexBack } from '../lint/help/as-it-was.js';
import { limitFor } from '../lint/help/limit.js';
import { apart, slug } from '../lint/help/steps.js';
import { defineRule } from '../lint/rule.js';
import { isPartitioned } from '../schema/footprint/touch.js';
import { fullName, shortName } from '../schema/objects.js';
import { timeoutMs } from '../schema/session.js';
import { enumerated } from '../schema/sql-name.js';
import { display, listName, nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

const DROP = /^drop\s+index/i;

export default defineRule({
  id: 'drop-index-not-concurrent',
  harm: 'decision',
  summary: 'DROP INDEX locks out every reader and writer of the table',
  why: `DROP INDEX takes ACCESS EXCLUSIVE on the index and on its table. Dropping is quick, but the lock has to be waited
for: behind one long query it queues, and every later query on the table queues behind it. A rollback during an incident
is when the table is busiest.`,
  fix: `DROP INDEX CONCURRENTLY takes SHARE UPDATE EXCLUSIVE, which lets reads and writes pass. It drops one index at a time,
without CASCADE, outside a transaction. The index of a partitioned table can’t be dropped in that way.`,
  statements: ['DropStmt'],
  check(statement, context) {
    const drop = nodeOf(statement.node, 'DropStmt');
    if (drop?.removeType !== 'OBJECT_INDEX' || drop.concurrent) return;
    const { schema, session } = context;
    const names = (drop.objects ?? []).flatMap((object) => listName(object) ?? []);
    const known = names.map((name) => schema.find('index', fullName(name)));
    const tables = known.map((index) => index?.table);
    if (tables.length > 0 && tables.every((table) => table !== undefined && schema.isNew(table))) return;
    // Postgres refuses to drop a constraint's index: that has a rule of its own.
    if (known.some((index) => index?.facts?.constraint)) return;
    const table = tables.find((name) => name !== undefined && !schema.isNew(name));
    const partitioned = tables.some((name) => name !== undefined && isPartitioned(name, schema));
    // There is no other way then, and it gives up soon.
    if (partitioned && timeoutMs(session, 'lock_timeout')) return;
    const ifExists = drop.missing_ok ? 'IF EXISTS ' : '';
    const safe = names.map((name) => `DROP INDEX CONCURRENTLY ${ifExists}${display(name)};`);
    const simple = names.length === 1 && drop.behavior !== 'DROP_CASCADE' && statement.transaction.kind === 'none';
    const where = table
      ? code(shortName(table))
      : `the table of ${enumerated(names.map((name) => code(display(name))))}`;
    context.report({
      message: `DROP INDEX takes ACCESS EXCLUSIVE on ${where}${partitioned ? ' and on each of its partitions' : ''}. While it waits for running queries, every read and write waits behind it.`,
      help: partitioned
        ? `An index of a partitioned table can’t be dropped with CONCURRENTLY. Give up quickly when the table is busy, and run it again:\n${limitFor(statement, context.script)}\n${statement.sql};`
        : {
            says: 'Drop it without blocking.',
            steps: names.map((name, at) => {
              const step = apart(slug('drop', name.name), safe[at] ?? '');
              return withIndexBack(step, known[at], schema);
            }) as [RecipeStep, ...RecipeStep[]],
          },
      ...(table && { claim: lock('ACCESS EXCLUSIVE', table) }),
      // How a tool that isn't known sends several statements, nobody knows.
      ...(simple &&
        !(context.migration.undecided && context.script.statements.length > 1) &&
        !partitioned && {
          fixes: [
            {
              description: 'Add CONCURRENTLY',
              edits: insertAfter(statement, context.script, DROP, keywords(statement, ' CONCURRENTLY')),
            },
          ],
        }),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
        sql: 'DROP INDEX IF EXISTS i;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE t (a int);',
        up: 'CREATE INDEX CONCURRENTLY i ON t (a);',
        sql: 'DROP INDEX i;',
        role: 'down',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a); CREATE INDEX j ON t (b);',
        sql: 'DROP INDEX i, j;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup:
          'CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE INDEX i ON p (b);',
        sql: 'DROP INDEX i;',
        claim: lock('ACCESS EXCLUSIVE', 'public.p'),
      },
      {
        setup: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a; CREATE INDEX i ON v (a);',
        sql: 'DROP INDEX i;',
        claim: lock('ACCESS EXCLUSIVE', 'public.v'),
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
        sql: 'DROP INDEX CONCURRENTLY IF EXISTS i;',
      },
      {
        setup:
          'CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE INDEX i ON p (b);',
        sql: "SET lock_timeout = '2s';\nDROP INDEX i;",
      },
      { sql: 'CREATE TABLE t (a int);\nCREATE INDEX i ON t (a);\nDROP INDEX i;' },
    ],
  },
});
