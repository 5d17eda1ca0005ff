import { before } from '../lint/facts/same-transaction.js';
import { defineRule, type RuleContext } from '../lint/rule.js';
import type { Statement } from '../model.js';
import { fullName, shortName } from '../schema/objects.js';
import type { KnownObject, Schema } from '../schema/schema.js';
import { nodeOf, relationName } from '../sql/ast.js';
import { lineOf } from '../sql/positions.js';
import { capitalized, code } from '../sql/words.js';
import { refused } from '../verdict/fact.js';

export default defineRule({
  id: 'pending-trigger-events',
  harm: 'stops',
  summary: 'A table with deferred checks is changed in the transaction that wrote to it',
  why: `The checks of a constraint that is INITIALLY DEFERRED wait for the end of the transaction. While they wait, Postgres
refuses to change or to empty the table: “cannot ALTER TABLE … because it has pending trigger events” (SQLSTATE 55006).
With empty tables nothing waits, so the migration passes every test that has no rows.`,
  fix: 'Run the checks first, with SET CONSTRAINTS ALL IMMEDIATE; or commit between writing and changing.',
  statements: ['AlterTableStmt', 'IndexStmt', 'TruncateStmt'],
  check(statement, context) {
    if (statement.transaction.kind === 'none') return;
    for (const table of changed(statement)) {
      const deferred = context.schema.partsOf(table, 'constraint').filter(({ facts }) => facts?.initiallyDeferred);
      const writer = deferred.length === 0 ? undefined : writerBefore(statement, table, deferred, context);
      if (writer === undefined) continue;
      const [constraint] = deferred;
      context.report({
        message: `${capitalized(lineOf(writer, statement))} leaves checks of the deferred constraint ${code(shortName(constraint?.name.slice(table.length + 1) ?? ''))} of ${code(shortName(table))} to the end of the transaction. Until they are done, Postgres refuses this statement.`,
        help: 'Let the checks run before it:\nSET CONSTRAINTS ALL IMMEDIATE;',
        claim: refused('55006'),
        related: [
          { ...writer.location, message: `Leaves checks of ${code(shortName(table))} for the end of the transaction` },
        ],
      });
    }
  },
  examples: {
    bad: [
      {
        setup:
          'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int REFERENCES p DEFERRABLE INITIALLY DEFERRED);',
        sql: 'BEGIN;\nINSERT INTO p VALUES (1);\nINSERT INTO c VALUES (1);\nALTER TABLE c ADD COLUMN x int;\nCOMMIT;',
        claim: refused('55006'),
      },
      {
        setup:
          'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int); ALTER TABLE c ADD CONSTRAINT k FOREIGN KEY (id) REFERENCES p INITIALLY DEFERRED; INSERT INTO p VALUES (1), (2); INSERT INTO c VALUES (1);',
        sql: 'UPDATE c SET id = 2;\nCREATE INDEX i ON c (id);',
        transaction: 'per-script',
        claim: refused('55006'),
      },
    ],
    good: [
      {
        setup:
          'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int REFERENCES p DEFERRABLE INITIALLY DEFERRED);',
        sql: 'BEGIN;\nINSERT INTO p VALUES (1);\nINSERT INTO c VALUES (1);\nSET CONSTRAINTS ALL IMMEDIATE;\nALTER TABLE c ADD COLUMN x int;\nCOMMIT;',
      },
      {
        setup:
          'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int REFERENCES p DEFERRABLE INITIALLY DEFERRED);',
        sql: 'BEGIN;\nINSERT INTO p VALUES (1);\nINSERT INTO c VALUES (1);\nCOMMIT;\nALTER TABLE c ADD COLUMN x int;',
      },
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int REFERENCES p DEFERRABLE);',
        sql: 'BEGIN;\nINSERT INTO p VALUES (1);\nINSERT INTO c VALUES (1);\nALTER TABLE c ADD COLUMN x int;\nCOMMIT;',
      },
      {
        setup:
          'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int REFERENCES p DEFERRABLE INITIALLY DEFERRED, n int); INSERT INTO p VALUES (1); INSERT INTO c VALUES (1);',
        sql: 'BEGIN;\nUPDATE c SET n = 2;\nALTER TABLE c ADD COLUMN x int;\nCOMMIT;',
      },
    ],
  },
});

function changed({ node }: Statement): string[] {
  const truncated = nodeOf(node, 'TruncateStmt')?.relations?.map((item) => nodeOf(item, 'RangeVar'));
  const relations = truncated ?? [(nodeOf(node, 'AlterTableStmt') ?? nodeOf(node, 'IndexStmt'))?.relation];
  return relations.flatMap((relation) => {
    const name = relationName(relation);
    return name ? [fullName(name)] : [];
  });
}

/** The last statement of the transaction that left checks behind. */
function writerBefore(
  statement: Statement,
  table: string,
  deferred: KnownObject<'constraint'>[],
  { run, schema }: RuleContext,
): Statement | undefined {
  for (const earlier of before(statement, run)) {
    if ('ConstraintsSetStmt' in (earlier.node ?? {})) return undefined;
    if (leavesChecks(earlier, table, deferred, schema)) return earlier;
  }
  return undefined;
}

/** INSERT … VALUES always, UPDATE where it sets a column of the constraint and rows are there to be set. */
function leavesChecks(
  { node }: Statement,
  table: string,
  deferred: KnownObject<'constraint'>[],
  schema: Schema,
): boolean {
  const insert = nodeOf(node, 'InsertStmt');
  const update = nodeOf(node, 'UpdateStmt');
  const name = relationName((insert ?? update)?.relation);
  if (!name || fullName(name) !== table) return false;
  if (insert) return (nodeOf(insert.selectStmt, 'SelectStmt')?.valuesLists?.length ?? 0) > 0;
  const set = (update?.targetList ?? []).flatMap((target) => nodeOf(target, 'ResTarget')?.name ?? []);
  return !schema.isNew(table) && deferred.some(({ facts }) => facts?.columns?.some((column) => set.includes(column)));
}
