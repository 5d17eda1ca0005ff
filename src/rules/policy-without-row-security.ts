import { allStatements } from '../lint/facts/same-transaction.js';
import { defineRule } from '../lint/rule.js';
import { effectsOf } from '../schema/effects/index.js';
import { fullName, lastName, shortName } from '../schema/objects.js';
import type { Schema } from '../schema/schema.js';
import { sqlName } from '../schema/sql-name.js';
import { nodeOf, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { hazard } from '../verdict/fact.js';
import { SHARED_CHECKS } from '../verdict/shared-checks.js';

export default defineRule({
  id: 'policy-without-row-security',
  ...SHARED_CHECKS['policy-without-row-security'],
  roles: ['up', 'maintenance'],
  statements: ['CreatePolicyStmt'],
  check(statement, { schema, run, report }) {
    const create = nodeOf(statement.node, 'CreatePolicyStmt');
    const relation = relationName(create?.table);
    if (!create || !relation) return;
    const table = fullName(relation);
    const policy = `${table}.${create.policy_name}`;
    // Where older policies wait for row level security to be switched on, one more is no news.
    const hadSome = allStatements(run).some(({ node }) =>
      effectsOf(node).some(
        ({ change, object }) => change === 'drop' && object.kind === 'policy' && object.table === table,
      ),
    );
    const older = schema.partsOf(table, 'policy').some(({ origin }) => origin !== 'change');
    if (!isOpen(table, schema) || older || hadSome) return;
    report({
      message: `The policy ${code(lastName(policy))} does nothing: row level security of ${code(shortName(table))} is off. Every role with a GRANT on it sees and writes all its rows.`,
      help: `Switch it on in the same migration:\nALTER TABLE ${sqlName(table)} ENABLE ROW LEVEL SECURITY;`,
      claim: hazard('policy-without-row-security', table),
      cause: `policies of ${table}`,
      mended: (end) => !isOpen(table, end) || end.partsOf(table, 'policy').length === 0,
    });
  },
  examples: {
    bad: [
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE POLICY own ON t USING (a > 1);' },
      {
        sql: 'CREATE TABLE t (a int);\nCREATE POLICY own ON t USING (a > 1);\nCREATE POLICY other ON t USING (a < 1);',
      },
      {
        setup: 'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY;',
        sql: 'ALTER TABLE t DISABLE ROW LEVEL SECURITY;\nCREATE POLICY own ON t USING (a > 1);',
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'CREATE POLICY own ON t USING (a > 1);\nALTER TABLE t ENABLE ROW LEVEL SECURITY;',
      },
      {
        setup: 'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY;',
        sql: 'CREATE POLICY own ON t USING (a > 1);',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE POLICY own ON t USING (a > 1);',
        sql: 'CREATE POLICY other ON t USING (a < 1);',
      },
      { sql: 'CREATE TABLE t (a int);\nCREATE POLICY own ON t USING (a > 1);\nDROP POLICY own ON t;' },
      {
        setup: 'CREATE TABLE t (a int); CREATE POLICY own ON t USING (a > 1);',
        sql: 'DROP POLICY own ON t;\nCREATE POLICY own ON t USING (a > 2);',
      },
    ],
  },
});

/** Whether it is there, and all of its history is known and leaves row level security off. */
function isOpen(table: string, schema: Schema): boolean {
  const known = schema.find('table', table);
  return known !== undefined && !known.partial && !known.facts?.rowSecurity;
}
