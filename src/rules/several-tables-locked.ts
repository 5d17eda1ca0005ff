import { number, optional, strictObject } from 'valibot';
import { stopsTraffic } from '../lint/facts/held.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import type { Schema } from '../schema/schema.js';
import { timeoutMs } from '../schema/session.js';
import { enumerated } from '../schema/sql-name.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'several-tables-locked',
  harm: 'decision',
  summary: 'One transaction stops several tables at once',
  why: `Locks add up until COMMIT. While the transaction waits for the next table, those that it has locked already stand
still; and whoever holds that table and wants one of the others waits in a circle with it, until Postgres cancels one of
the two (SQLSTATE 40P01). The more tables, the likelier.`,
  fix: 'Change one table in a transaction, or set a short `lock_timeout`, so that the wait for the next table ends soon.',
  options: strictObject({ 'max-tables': optional(number('expected a number of tables'), 1) }),
  check(_, context) {
    const { held, schema, session } = context;
    if (held.length === 0 || (timeoutMs(session, 'lock_timeout') ?? 0) > 0) return;
    const own = context.footprint().filter((one) => stopsTraffic(one, schema) && !schema.find('index', one.relation));
    if (own.length === 0) return;
    const before = new Map(
      held.flatMap(({ statement: by, locks }) =>
        locks.flatMap(({ relation }) => (schema.find('index', relation) ? [] : [[relation, by] as const])),
      ),
    );
    const trees = new Set([...before.keys()].map((relation) => treeRoot(relation, schema)));
    const added = own.find(({ relation }) => !trees.has(treeRoot(relation, schema)));
    if (added === undefined || trees.size < Number(context.options['max-tables']) || !context.once()) return;
    const names = enumerated([...before.keys()].map((one) => code(shortName(one))));
    context.report({
      message: `While this statement waits for its ${added.lock} on ${code(shortName(added.relation))}, the transaction keeps ${names} locked.`,
      help: "Give each table a transaction of its own, or bound the wait:\nSET LOCAL lock_timeout = '2s';",
      // There and back it is one decision.
      cause: 'several tables',
      ofMigration: true,
      related: [...before].map(([relation, by]) => ({
        ...by.location,
        message: `Locks ${code(shortName(relation))} until COMMIT`,
      })),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int);',
        sql: 'BEGIN;\nALTER TABLE t ADD COLUMN b int;\nALTER TABLE u ADD COLUMN b int;\nCOMMIT;',
      },
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE q (id int PRIMARY KEY);',
        sql: 'CREATE TABLE c (p int REFERENCES p);\nCREATE TABLE d (q int REFERENCES q);',
        transaction: 'per-script',
      },
    ],
    good: [
      // An index is no table, and a partition no other one.
      {
        setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
        sql: 'BEGIN;\nALTER TABLE t ADD COLUMN b int;\nDROP INDEX i;\nCOMMIT;',
      },
      {
        setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE q PARTITION OF p FOR VALUES IN (1);',
        sql: 'BEGIN;\nALTER TABLE p ADD COLUMN b int;\nALTER TABLE q ALTER COLUMN b SET DEFAULT 1;\nCOMMIT;',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int);',
        sql: "BEGIN;\nSET LOCAL lock_timeout = '2s';\nALTER TABLE t ADD COLUMN b int;\nALTER TABLE u ADD COLUMN b int;\nCOMMIT;",
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int);',
        sql: 'ALTER TABLE t ADD COLUMN b int;\nALTER TABLE u ADD COLUMN b int;',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int);',
        sql: 'BEGIN;\nALTER TABLE t ADD COLUMN b int;\nINSERT INTO u VALUES (1);\nALTER TABLE t ADD COLUMN c int;\nCOMMIT;',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int); CREATE TABLE v (a int);',
        sql: 'BEGIN;\nALTER TABLE t ADD COLUMN b int;\nALTER TABLE u ADD COLUMN b int;\nCOMMIT;',
        options: { 'max-tables': 2 },
      },
    ],
  },
});

/** A table and its partitions are locked as one. */
function treeRoot(relation: string, schema: Schema): string {
  const parent = schema.find('table', relation)?.facts?.partitionOf;
  return parent === undefined || parent === relation ? relation : treeRoot(parent, schema);
}
