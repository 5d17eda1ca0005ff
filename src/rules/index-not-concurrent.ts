import { insertAfter, insertBefore, insertBehind, keywords } from '../lint/facts/edits.js';
import { withoutTimeouts } from '../lint/facts/impatient.js';
import { indexName } from '../lint/facts/index-names.js';
import { predicted } from '../lint/facts/predicted.js';
import { partitionByPartition } from '../lint/help/partitioned-index.js';
import { apart, slug } from '../lint/help/steps.js';
import { defineRule, type RuleContext } from '../lint/rule.js';
import type { Statement } from '../model.js';
import type { TextEdit } from '../report-schema/types.js';
import { isPartitioned } from '../schema/footprint/touch.js';
import { fullName, shortName } from '../schema/objects.js';
import { display, nodeOf, quoteIdentifier, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock, scan } from '../verdict/fact.js';

const BUILD = /^create\s+(?:unique\s+)?index/i;

export default defineRule({
  id: 'index-not-concurrent',
  harm: 'blocks',
  summary: 'CREATE INDEX blocks every write until the index is built',
  why: `CREATE INDEX takes a SHARE lock on the table and keeps it while it reads every row: INSERT, UPDATE and DELETE wait
until the index is built. Reads go on.`,
  fix: `Build the index with CREATE INDEX CONCURRENTLY, in a migration of its own that runs outside a transaction. It takes
SHARE UPDATE EXCLUSIVE instead, which lets reads and writes pass; it waits for older transactions and reads the table twice.
A partitioned table refuses CONCURRENTLY: create the index ON ONLY the table, which reads nothing, then one with CONCURRENTLY
on each partition, and attach them.`,
  statements: ['IndexStmt'],
  check(statement, context) {
    const index = nodeOf(statement.node, 'IndexStmt');
    const name = relationName(index?.relation);
    if (!index || !name || index.concurrent) return;
    // ON ONLY a partitioned parent builds nothing.
    if (!index.relation?.inh) return;
    const table = fullName(name);
    const { schema } = context;
    const found = schema.isNew(table, 'SHARE') ? undefined : predicted(table, context);
    // IF NOT EXISTS on an index that is there builds nothing.
    const known = index.if_not_exists && schema.find('index', fullName({ ...name, name: index.idxname ?? '' }));
    if (!found || known) return;
    const partitioned = isPartitioned(table, schema);
    const { name: own, isSure } = indexName(index, schema);
    context.report({
      message: partitioned
        ? `CREATE INDEX takes ${found.lock} on ${code(shortName(table))} and on each of its partitions. Every write to them waits until all their indexes are built.`
        : `CREATE INDEX takes ${found.lock} on ${code(shortName(table))}. ${schema.find('materialized view', table) ? 'REFRESH' : 'Every write to the table'} waits until the index is built.`,
      help: partitioned
        ? partitionByPartition(statement.sql, index, schema)
        : {
            says: 'Build it without blocking writes.',
            steps: [
              apart(
                slug('build', own),
                concurrently(statement.sql, index.idxname ? '' : own),
                display({ ...name, name: own }),
              ),
            ],
          },
      claim: found.claim,
      // Inside a transaction the statement alone can't be repaired: the transaction has to go first.
      // How a tool that isn't known sends several statements, nobody knows.
      ...(statement.transaction.kind === 'none' &&
        !(context.migration.undecided && context.script.statements.length > 1) &&
        !partitioned && {
          fixes: [
            {
              description: index.idxname || !isSure ? 'Add CONCURRENTLY' : 'Add CONCURRENTLY and the name',
              edits: buildConcurrently(statement, index.idxname || !isSure ? '' : own, context),
            },
          ],
        }),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'CREATE INDEX i ON t (a);',
        claim: [lock('SHARE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: "SET lock_timeout = '2s';\nCREATE INDEX i ON t (a);\nALTER TABLE t ADD COLUMN b int;",
        claim: [lock('SHARE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'BEGIN;\nCREATE UNIQUE INDEX i ON t (a);\nCOMMIT;',
        claim: [lock('SHARE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE SCHEMA app; CREATE TABLE app.t (a int); CREATE TABLE t (a int);',
        sql: 'CREATE INDEX i ON app.t (a);',
        claim: [lock('SHARE', 'app.t'), scan('app.t')],
      },
      {
        setup: 'CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
        sql: 'CREATE INDEX i ON p (b);',
        claim: lock('SHARE', 'public.p'),
      },
      {
        setup:
          'CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1) PARTITION BY RANGE (b); CREATE TABLE p11 PARTITION OF p1 FOR VALUES FROM (1) TO (9); CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2); CREATE INDEX p2_b_idx ON p2 (a);',
        sql: 'CREATE INDEX ON p (b, (a + 1)) WHERE b > 0;',
        claim: lock('SHARE', 'public.p'),
      },
      {
        setup: 'CREATE TABLE t (a int, "B" text);',
        sql: 'CREATE INDEX ON t (lower("B"), a);',
        claim: [lock('SHARE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a;',
        sql: 'CREATE INDEX i ON v (a);',
        claim: [lock('SHARE', 'public.v'), scan('public.v')],
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
        sql: 'CREATE INDEX i ON ONLY p (b);\nCREATE INDEX CONCURRENTLY p1_i ON p1 (b);\nALTER INDEX i ATTACH PARTITION p1_i;',
      },
      { setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);', sql: 'CREATE INDEX IF NOT EXISTS i ON t (a);' },
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY i ON t (a);' },
      { sql: 'CREATE TABLE t (a int);\nCREATE INDEX i ON t (a);' },
      {
        setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a);',
        sql: 'CREATE INDEX i ON ONLY p (a);',
      },
    ],
  },
});

/** IF NOT EXISTS would take the remains of a build that failed for the index; without a `name` a second try builds another one. */
function concurrently(sql: string, name: string): string {
  const own = name === '' ? '' : ` ${quoteIdentifier(name)}`;
  return `${sql.replace(BUILD, (head) => `${head} CONCURRENTLY${own}`).replace(/(concurrently)\s+if\s+not\s+exists\b/i, '$1')};`;
}

/** A timeout that would stop the build halfway is off meanwhile. */
function buildConcurrently(statement: Statement, name: string, { script, session }: RuleContext): TextEdit[] {
  // A build that fails leaves an invalid index: without a name nothing could drop it before a second try.
  const own = name === '' ? '' : ` ${quoteIdentifier(name)}`;
  const build = insertAfter(statement, script, BUILD, `${keywords(statement, ' CONCURRENTLY')}${own}`);
  const { off, on } = withoutTimeouts(session);
  if (off.length === 0 || build.length === 0) return build;
  const [before, behind] = [
    insertBefore(
      statement,
      script,
      off.map((line) => keywords(statement, line)),
    ),
    insertBehind(
      statement,
      script,
      on.map((line) => keywords(statement, line)),
    ),
  ];
  return before.length > 0 && behind.length > 0 ? [...before, ...build, ...behind] : build;
}
