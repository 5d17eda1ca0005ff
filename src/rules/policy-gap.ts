import { droppedOld } from '../lint/facts/dropped.js';
import { allStatements, inOneTransaction, isAfter } from '../lint/facts/same-transaction.js';
import { defineRule, type RuleContext } from '../lint/rule.js';
import type { Statement } from '../model.js';
import { fullName, lastName, shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { nodeOf, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'policy-gap',
  harm: 'decision',
  summary: 'Between DROP POLICY and CREATE POLICY other sessions see the table without it',
  why: `A policy that is dropped in one transaction and created in another is gone in between. Where it shows rows, queries of all roles that it is for
return nothing in the meantime, and their writes fail, although the application runs; where it is restrictive, they see and write what
it keeps back. When the migration stops there, it stays so.`,
  fix: 'Drop it and create it in one transaction, or change it with ALTER POLICY, which is one statement.',
  roles: ['up', 'maintenance'],
  statements: ['DropStmt'],
  check(statement, context) {
    const { schema, report } = context;
    if (nodeOf(statement.node, 'DropStmt')?.removeType !== 'OBJECT_POLICY') return;
    for (const { name, table = '' } of droppedOld(statement, schema)) {
      const owner = schema.find('table', table);
      const isOff = owner !== undefined && !owner.partial && !owner.facts?.rowSecurity;
      const anew = madeAgain(table, statement, context);
      const again = anew.find((later) => !inOneTransaction(statement, later, context.run));
      const ofChange = (state: typeof schema) =>
        state.partsOf(table, 'policy').some(({ origin }) => origin === 'change');
      if (isOff || (again === undefined && anew.length > 0) || ofChange(schema)) continue;
      const until = again ? `line ${again.location.line}` : 'a later migration of this change';
      const { restrictive = false } = schema.find('policy', name)?.facts ?? {};
      report({
        message: restrictive
          ? `Until ${until} has run, ${code(shortName(table))} shows the rows that the policy ${code(lastName(name))} keeps back. The two statements don’t share a transaction.`
          : `Until ${until} has run, ${code(shortName(table))} hides the rows that only the policy ${code(lastName(name))} shows. The two statements don’t share a transaction.`,
        help: `Put both in one transaction, or change the policy as it stands:\nALTER POLICY ${sqlName(lastName(name))} ON ${sqlName(table)} USING (…);`,
        ...(again && { related: [{ ...again.location, message: 'The policy that takes its place' }] }),
        // What is not made anew at all is a finding of its own.
        mended: (end) => end.wasDropped('table', table) || !ofChange(end),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY own ON t USING (a > 1);',
        sql: 'DROP POLICY own ON t;\nCREATE POLICY own ON t USING (a > 2);',
      },
      {
        setup:
          'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY own ON t AS RESTRICTIVE USING (a > 1);',
        sql: 'BEGIN;\nDROP POLICY own ON t;\nCOMMIT;\nBEGIN;\nCREATE POLICY own ON t AS RESTRICTIVE USING (a > 2);\nCOMMIT;',
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY own ON t USING (a > 1);',
        sql: 'BEGIN;\nDROP POLICY own ON t;\nCREATE POLICY own ON t USING (a > 2);\nCOMMIT;',
      },
      {
        setup: 'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY own ON t USING (a > 1);',
        sql: 'DROP POLICY own ON t;\nCREATE POLICY own ON t USING (a > 2);',
        transaction: 'per-script',
      },
      {
        setup: 'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY own ON t USING (a > 1);',
        sql: 'CREATE POLICY fresh ON t USING (a > 2);\nDROP POLICY own ON t;',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE POLICY own ON t USING (a > 1);',
        sql: 'DROP POLICY own ON t;\nCREATE POLICY own ON t USING (a > 2);',
      },
      {
        sql: 'CREATE TABLE t (a int);\nALTER TABLE t ENABLE ROW LEVEL SECURITY;\nCREATE POLICY own ON t USING (a > 1);\nDROP POLICY own ON t;\nCREATE POLICY own ON t USING (a > 2);',
      },
    ],
  },
});

/** Later statements that make a policy of the table. */
function madeAgain(table: string, drop: Statement, { run }: RuleContext): Statement[] {
  return allStatements(run).filter((later) => {
    const relation = relationName(nodeOf(later.node, 'CreatePolicyStmt')?.table);
    return relation !== undefined && fullName(relation) === table && isAfter(later, drop, run);
  });
}
