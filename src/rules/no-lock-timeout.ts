import { insertBefore, keywords } from '../lint/facts/edits.js';
import { stopsTraffic, waiters } from '../lint/facts/held.js';
import { limitFor } from '../lint/help/limit.js';
import { defineRule, type RuleContext } from '../lint/rule.js';
import type { Statement } from '../model.js';
import type { Footprint } from '../schema/footprint/index.js';
import { shortName } from '../schema/objects.js';
import { timeoutMs } from '../schema/session.js';
import { nodeOf } from '../sql/ast.js';
import { compareLockModes } from '../sql/locks.js';
import { nonTransactional } from '../sql/non-transactional.js';
import { code } from '../sql/words.js';
import { hazard, lock } from '../verdict/fact.js';
import { SHARED_CHECKS } from '../verdict/shared-checks.js';

export default defineRule({
  id: 'no-lock-timeout',
  ...SHARED_CHECKS['no-lock-timeout'],
  check(statement, context) {
    const { session, schema, script } = context;
    if ((timeoutMs(session, 'lock_timeout') ?? 0) > 0 || waitsForNobody(statement)) return;
    const all = context.footprint().filter((one) => stopsTraffic(one, schema) && !isHeld(one, context));
    // Queries name tables: of a table and its index, it is the table that they wait for.
    const first = all.find(({ relation }) => !schema.find('index', relation)) ?? all[0];
    if (first === undefined) return;
    const line = limitFor(statement, script);
    const table = code(shortName(first.relation));
    const by = session.get('lock_timeout')?.by.location.line;
    const why = by === undefined ? 'No `lock_timeout` is set' : `Line ${by} leaves \`lock_timeout\` without a limit`;
    const late = laterTimeout(statement, context);
    context.report({
      message: `${why}. Behind one long query on ${table}, this statement waits for its ${first.lock} as long as that takes, and ${waiters(first)} of ${table} queue behind it.`,
      help:
        late === undefined
          ? `Set a limit before the first lock, and run the migration again when it is hit:\n${line}`
          : `Line ${late} sets a limit, but after this statement. Move it up:\n${line}`,
      // One thing that somebody forgot, there and back: it is one finding of a migration, with its places.
      cause: 'no lock_timeout',
      ofMigration: true,
      claim: [hazard('no-lock-timeout', script.file.path), lock(first.lock, first.relation)],
      ...(late === undefined &&
        by === undefined &&
        canStandHere(statement) &&
        context.once() && {
          fixes: [
            { description: 'Set a lock_timeout', edits: insertBefore(statement, script, [keywords(statement, line)]) },
          ],
        }),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD COLUMN b int;\nALTER TABLE t ADD COLUMN c int;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: "BEGIN;\nALTER TABLE t ADD COLUMN b int;\nSET LOCAL lock_timeout = '2s';\nCOMMIT;",
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'SET lock_timeout = 0;\nALTER TABLE t ADD COLUMN b int;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: "SET LOCAL lock_timeout = '2s';\nALTER TABLE t ADD COLUMN b int;",
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE parent (id int PRIMARY KEY);',
        sql: 'CREATE TABLE child (id int, parent_id int REFERENCES parent);',
        claim: lock('SHARE ROW EXCLUSIVE', 'public.parent'),
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t DROP COLUMN b;',
        up: "SET lock_timeout = '2s';\nALTER TABLE t ADD COLUMN b int;",
        role: 'down',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: "DO $$\nBEGIN\n  SET LOCAL lock_timeout = '2s';\n  ALTER TABLE t ADD COLUMN b int;\nEND\n$$;",
      },
      { setup: 'CREATE TABLE t (a int);', sql: "SET lock_timeout = '2s';\nALTER TABLE t ADD COLUMN b int;" },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: "SET LOCAL lock_timeout = '2s';\nALTER TABLE t ADD COLUMN b int;",
        transaction: 'per-script',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: "SET LOCAL lock_timeout = '2s';\nALTER TABLE t ADD COLUMN b int;",
        transaction: 'single-query',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: "SELECT set_config('lock_timeout', '2s', false);\nALTER TABLE t ADD COLUMN b int;",
      },
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY i ON t (a);' },
      { sql: 'CREATE TABLE t (a int);\nALTER TABLE t ADD COLUMN b int;\nCREATE INDEX i ON t (a);' },
      { setup: 'CREATE TABLE t (a int);', sql: "COMMENT ON TABLE t IS 'x';\nINSERT INTO t VALUES (1);\nANALYZE t;" },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'BEGIN;\nLOCK TABLE t NOWAIT;\nALTER TABLE t ADD COLUMN b int;\nCOMMIT;',
      },
      { sql: 'DROP TABLE IF EXISTS t;' },
      { sql: 'CREATE TEMP TABLE t (a int);\nALTER TABLE t ADD COLUMN b int;' },
    ],
  },
});

/** CONCURRENTLY lets traffic pass while it waits; NOWAIT gives up at once. */
function waitsForNobody({ node }: Statement): boolean {
  return nonTransactional(node)?.concurrently === true || nodeOf(node, 'LockStmt')?.nowait === true;
}

/** The transaction has it already: nothing is waited for. */
function isHeld({ relation, lock }: Footprint, { held }: RuleContext): boolean {
  return held.some(({ locks }) =>
    locks.some((one) => one.relation === relation && compareLockModes(one.lock, lock) >= 0),
  );
}

/** Where a later statement sets what was needed here. */
function laterTimeout(statement: Statement, { script }: RuleContext): number | undefined {
  const later = script.statements.find(
    ({ index, node }) => index > statement.index && nodeOf(node, 'VariableSetStmt')?.name === 'lock_timeout',
  );
  return later?.location.line;
}

/** One more statement makes a query string of one into a transaction. */
function canStandHere({ node, transaction }: Statement): boolean {
  return nonTransactional(node) === undefined && transaction.kind !== 'block';
}
