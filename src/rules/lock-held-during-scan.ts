import { alterCommands } from '../lint/facts/alter-table.js';
import { boundedByKey } from '../lint/facts/bounded.js';
import { waiters } from '../lint/facts/held.js';
import { inOneTransaction } from '../lint/facts/same-transaction.js';
import { laterTransaction } from '../lint/facts/transaction-words.js';
import { defineRule, type RuleContext } from '../lint/rule.js';
import type { Statement } from '../model.js';
import type { Related } from '../report-schema/types.js';
import type { Footprint } from '../schema/footprint/index.js';
import { shortName } from '../schema/objects.js';
import type { Schema } from '../schema/schema.js';
import { enumerated } from '../schema/sql-name.js';
import { nodeOf } from '../sql/ast.js';
import { blockedBy, compareLockModes } from '../sql/locks.js';
import { nonTransactional } from '../sql/non-transactional.js';
import { lineOf } from '../sql/positions.js';
import { capitalized, code } from '../sql/words.js';
import { hazard, lock } from '../verdict/fact.js';
import { SHARED_CHECKS } from '../verdict/shared-checks.js';

export default defineRule({
  id: 'lock-held-during-scan',
  ...SHARED_CHECKS['lock-held-during-scan'],
  check(statement, context) {
    const [begun] = context.held;
    // What can't run in a transaction at all is refused in this one.
    if (begun === undefined || nonTransactional(statement.node) !== undefined) return;
    const does = work(statement, context);
    const locks = does === undefined ? [] : stillHeld(statement, context);
    const [first] = locks;
    if (does === undefined || first === undefined) return;
    const tables = locks.map(
      ({ lock, by }) => `${lock.lock} on ${code(shortName(lock.relation))} (${lineOf(by, statement)})`,
    );
    context.report({
      message: `The transaction still holds ${enumerated(tables)} while ${does}. ${capitalized(waiters(strongest(locks)))} of ${enumerated(locks.map(({ lock }) => code(shortName(lock.relation))))} wait as long as that takes.`,
      help:
        context.script.transaction === 'per-run'
          ? `${laterTransaction('this statement', context.script)} Locks are kept until COMMIT.`
          : `Give this statement a transaction of its own. Locks are kept until COMMIT: let the transaction that begins with line ${first.by.location.line} end before it, or run it first, in a migration of its own.`,
      // Of a DO block the server shows all locks as its own.
      ...(statement.transaction.kind === 'block' && {
        claim: [hazard('lock-held-during-scan'), lock(first.lock.lock, first.lock.relation)],
      }),
      cause: `held since ${begun.statement.start}`,
      related: locks.map(
        ({ lock, by }): Related => ({
          ...by.location,
          message: `Takes ${lock.lock} on ${code(shortName(lock.relation))} and keeps it until COMMIT`,
        }),
      ),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int); INSERT INTO t VALUES (1);',
        sql: 'BEGIN;\nALTER TABLE t ADD COLUMN b int;\nUPDATE t SET b = a;\nCOMMIT;',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int); INSERT INTO u VALUES (1);',
        sql: 'ALTER TABLE t ADD COLUMN b int;\nCREATE INDEX i ON u (a);',
        transaction: 'per-script',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int); INSERT INTO u VALUES (1);',
        sql: 'ALTER TABLE t DROP COLUMN a;\nSELECT count(*) FROM u;',
        transaction: 'single-query',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int); INSERT INTO u VALUES (1);',
        sql: 'BEGIN;\nALTER TABLE t RENAME COLUMN a TO b;\nCREATE TABLE copy AS SELECT * FROM u;\nCOMMIT;',
      },
      {
        setup:
          'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE u (a int); INSERT INTO u VALUES (1); INSERT INTO parent VALUES (1);',
        sql: 'BEGIN;\nCREATE TABLE child (id int REFERENCES parent);\nUPDATE u SET a = 2 WHERE a IS NOT NULL;\nCOMMIT;',
      },
      {
        setup: 'CREATE TABLE t (a int); INSERT INTO t VALUES (1);',
        sql: 'DO $$ BEGIN\n  ALTER TABLE t ADD COLUMN b int;\n  UPDATE t SET b = a;\nEND $$;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'BEGIN;\nALTER TABLE t ADD COLUMN b int;\nCOMMIT;\nUPDATE t SET b = a;',
      },
      { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ADD COLUMN b int;\nUPDATE t SET b = a;' },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'BEGIN;\nUPDATE t SET a = 2;\nALTER TABLE t ADD COLUMN b int;\nCOMMIT;',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'BEGIN;\nALTER TABLE t ADD COLUMN b int;\nALTER TABLE t ADD COLUMN c int DEFAULT 0;\nINSERT INTO t VALUES (1, 2, 3);\nCOMMIT;',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE TABLE u (id int PRIMARY KEY, a int);',
        sql: 'BEGIN;\nALTER TABLE t ADD COLUMN b int;\nUPDATE u SET a = 1 WHERE id = 7;\nCOMMIT;',
      },
      {
        setup: 'CREATE TABLE u (a int);',
        sql: 'BEGIN;\nCREATE TABLE t (a int);\nCREATE INDEX i ON t (a);\nINSERT INTO t SELECT a FROM u;\nCOMMIT;',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: "BEGIN;\nCOMMENT ON TABLE t IS 'x';\nUPDATE t SET a = 1;\nCOMMIT;",
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'BEGIN;\nALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT c;\nCOMMIT;',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'BEGIN;\nALTER TABLE t ADD COLUMN b int;\nALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT c;\nCOMMIT;',
      },
      {
        setup: 'CREATE SEQUENCE s; CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY);',
        sql: "BEGIN;\nALTER TABLE t ADD COLUMN b int;\nSELECT setval('s', last_value) FROM s;\nSELECT setval('t_id_seq', last_value) FROM t_id_seq;\nCOMMIT;",
      },
      // It locks and reads the table itself: another transaction would change nothing.
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'BEGIN;\nALTER TABLE t ADD COLUMN b int;\nALTER TABLE t ALTER COLUMN a SET NOT NULL;\nCOMMIT;',
      },
    ],
  },
});

interface Locked {
  lock: Footprint;
  by: Statement;
}

/** What takes longer the more rows there are. */
function work(statement: Statement, context: RuleContext): string | undefined {
  const { schema } = context;
  const hot = context.footprint().filter(({ relation }) => !schema.isNew(relation));
  const rewritten = hot.find(({ rewrites }) => rewrites);
  if (rewritten) return `rewriting ${code(shortName(rewritten.relation))}`;
  const written = hot.find(({ lock }) => lock === 'ROW EXCLUSIVE');
  if (written && changesMany(statement, schema)) {
    return `working through the rows of ${code(shortName(written.relation))}`;
  }
  const read = hot.find(({ scans }) => scans);
  return read && `reading all of ${code(shortName(read.relation))}`;
}

function changesMany({ node }: Statement, schema: Schema): boolean {
  const change = nodeOf(node, 'UpdateStmt') ?? nodeOf(node, 'DeleteStmt');
  if (change) return !boundedByKey(change, schema);
  return nodeOf(node, 'MergeStmt') !== undefined;
}

/** The locks before, each table once, without those that the statement itself would take as strong for its work. */
function stillHeld(statement: Statement, { held, footprint, script, run }: RuleContext): Locked[] {
  const own = new Map(footprint().map((one) => [one.relation, one]));
  const found = new Map<string, Locked>();
  // Of a constraint that is added and validated here, validate-in-same-transaction tells it, whatever else holds its table.
  const isTold = script.statements.some(
    (by) => by.index < statement.index && validates(statement, by) && inOneTransaction(by, statement, run),
  );
  const told = new Set(isTold ? alterCommands(statement).map(({ table }) => table) : []);
  for (const { statement: by, locks } of held) {
    for (const lock of locks) {
      if (told.has(lock.relation)) continue;
      const mine = own.get(lock.relation);
      if (mine && (mine.scans || mine.rewrites) && compareLockModes(mine.lock, lock.lock) >= 0) continue;
      const known = found.get(lock.relation);
      if (!known || compareLockModes(known.lock.lock, lock.lock) < 0) found.set(lock.relation, { lock, by });
    }
    if (found.size >= MOST) break;
  }
  return [...found.values()];
}

/** VALIDATE CONSTRAINT after its own NOT VALID has a rule of its own: validate-in-same-transaction. */
function validates(statement: Statement, earlier: Statement): boolean {
  const validated = alterCommands(statement).filter(({ subtype }) => subtype === 'AT_ValidateConstraint');
  if (validated.length === 0) return false;
  const added = alterCommands(earlier).filter(({ subtype }) => subtype === 'AT_AddConstraint');
  return validated.some(({ table, command }) =>
    added.some((one) => one.table === table && (one.constraint?.conname ?? command.name) === command.name),
  );
}

/** More tables than that say nothing new. */
const MOST = 5;

function strongest(locks: Locked[]): Footprint {
  return (locks.find(({ lock }) => blockedBy(lock.lock).includes('reads')) ?? (locks[0] as Locked)).lock;
}
