import { addedConstraints, validateStatement } from '../lint/facts/added-constraints.js';
import { alterCommands } from '../lint/facts/alter-table.js';
import { waiters } from '../lint/facts/held.js';
import { predicted } from '../lint/facts/predicted.js';
import { allStatements, inOneTransaction, isAfter } from '../lint/facts/same-transaction.js';
import { laterTransaction } from '../lint/facts/transaction-words.js';
import { defineRule } from '../lint/rule.js';
import type { Script, Statement } from '../model.js';
import { shortName } from '../schema/objects.js';
import { enumerated } from '../schema/sql-name.js';
import { lineOf } from '../sql/positions.js';
import { capitalized, code } from '../sql/words.js';
import { lock, scan, touches } from '../verdict/fact.js';

export default defineRule({
  id: 'validate-in-same-transaction',
  harm: 'blocks',
  summary: 'VALIDATE CONSTRAINT in the transaction of its NOT VALID keeps the strong lock',
  why: `NOT VALID makes adding a constraint a matter of milliseconds, and VALIDATE CONSTRAINT reads the rows under a weak lock.
But locks are kept until the transaction ends: run in the same one, the rows are read while ADD CONSTRAINT’s own lock is
still held. That is ACCESS EXCLUSIVE for a CHECK, which stops reads and writes, and SHARE ROW EXCLUSIVE on both tables for
a foreign key, which stops writes. NOT VALID has then gained nothing.`,
  fix: 'Commit after ADD CONSTRAINT … NOT VALID, and validate in a transaction of its own: best in a migration of its own.',
  statements: ['AlterTableStmt'],
  check(statement, context) {
    const { schema, script, run } = context;
    for (const added of addedConstraints(statement)) {
      const { table, facts, name } = added;
      if (facts.validated || !facts.enforced || schema.isNew(table)) continue;
      const validated = validations(run)
        .get(`${table}.${name}`)
        ?.find((later) => isAfter(later, statement, run) && inOneTransaction(statement, later, run));
      const found = validated && predicted(table, context);
      if (!found) continue;
      const parent = facts.references?.table;
      const tables = [table, ...(parent && parent !== table && !schema.isNew(parent) ? [parent] : [])].map((one) =>
        code(shortName(one)),
      );
      const where = validated === statement ? 'the same statement' : lineOf(validated, statement);
      context.report({
        message: `Adding ${code(name)} takes ${found.lock} on ${enumerated(tables)} and keeps it while VALIDATE CONSTRAINT (${where}) reads every row. ${capitalized(waiters(found))} wait all that time.`,
        help: `${laterTransaction('VALIDATE CONSTRAINT', script)}\n${validateStatement(added)}`,
        claim: touches(found.lock, table, { scans: true }),
        ...(validated !== statement && {
          related: [{ ...validated.location, message: `This reads every row of ${code(shortName(table))}` }],
        }),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'BEGIN;\nALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT positive;\nCOMMIT;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int);',
        sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p NOT VALID;\nALTER TABLE c VALIDATE CONSTRAINT c_p_fkey;',
        transaction: 'per-script',
        claim: [lock('SHARE ROW EXCLUSIVE', 'public.c'), scan('public.c')],
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID, VALIDATE CONSTRAINT positive;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'DO $$ BEGIN\n  ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;\n  ALTER TABLE t VALIDATE CONSTRAINT positive;\nEND $$;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT positive;',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'BEGIN;\nALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;\nCOMMIT;\nBEGIN;\nALTER TABLE t VALIDATE CONSTRAINT c;\nCOMMIT;',
      },
      {
        sql: 'BEGIN;\nCREATE TABLE t (a int);\nALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT c;\nCOMMIT;',
      },
      {
        setup:
          'CREATE TABLE t (a int); CREATE TABLE u (a int, CONSTRAINT c CHECK (a > 0)); ALTER TABLE u ADD CONSTRAINT d CHECK (a > 1) NOT VALID;',
        sql: 'BEGIN;\nALTER TABLE t ADD CONSTRAINT d CHECK (a > 0) NOT VALID;\nALTER TABLE u VALIDATE CONSTRAINT d;\nCOMMIT;',
      },
    ],
  },
});

const known = new WeakMap<readonly Script[], Map<string, Statement[]>>();

/** The statements that validate a constraint, by its full name. Asked for each constraint, so read once. */
function validations(run: readonly Script[]): Map<string, Statement[]> {
  const found = known.get(run) ?? new Map<string, Statement[]>();
  if (known.has(run)) return found;
  for (const statement of allStatements(run)) {
    for (const { table, subtype, command } of alterCommands(statement)) {
      const name = `${table}.${command.name}`;
      if (subtype === 'AT_ValidateConstraint') found.set(name, [...(found.get(name) ?? []), statement]);
    }
  }
  known.set(run, found);
  return found;
}
