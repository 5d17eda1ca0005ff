import { isOpened, keepsBack } from '../lint/facts/policy-opened.js';
import { isAlwaysTrue } from '../lint/facts/true-conditions.js';
import { defineRule } from '../lint/rule.js';
import { fullName, lastName, shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { nodeOf, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'policy-shows-all-rows',
  harm: 'loses',
  summary: 'A policy that is true of every row opens the table to all whom it is for',
  why: `Permissive policies are joined with OR: one whose condition is always true makes all others for the same roles and commands
meaningless. ALTER POLICY … USING (true) does the same to the one that kept rows back. No query fails; each role sees the rows of
everybody.`,
  fix: `Keep a condition in the policy. Where a role needs all rows, give that role a policy of its own, with TO.`,
  roles: ['up', 'maintenance'],
  statements: ['AlterPolicyStmt', 'CreatePolicyStmt'],
  check(statement, { schema, report }) {
    const alter = nodeOf(statement.node, 'AlterPolicyStmt');
    const create = nodeOf(statement.node, 'CreatePolicyStmt');
    const { qual, policy_name: name = '' } = alter ?? create ?? {};
    const relation = relationName((alter ?? create)?.table);
    if (!relation || qual === undefined || !isAlwaysTrue(qual)) return;
    const table = fullName(relation);
    const owner = schema.find('table', table);
    if (schema.isNew(table)) return;
    const before = schema.partsOf(table, 'policy');
    const own = schema.find('policy', `${table}.${name}`);
    const opened = before.filter((policy) => policy.origin !== 'change' && keepsBack(policy));
    if (alter ? own !== undefined && (own.origin === 'change' || !keepsBack(own)) : opened.length === 0) return;
    // Where all of its history is known and never switched row level security on, no policy counts yet.
    const isOn = owner === undefined || owner.partial || owner.facts?.rowSecurity;
    report({
      message: `Each role that the policy ${code(lastName(name))} is for sees all rows of ${code(shortName(table))} once this has run. Its condition is true of every row.`,
      help: `Keep a condition in it, or show all rows to the role that needs them alone:\nCREATE POLICY … ON ${sqlName(table)} TO … USING (true);`,
      ...(!isOn && { severity: 'warning' as const }),
      mended: (end) =>
        end.wasDropped('table', table) ||
        (!alter && !opened.some((old) => isOpened(old, before, end.partsOf(table, 'policy')))),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY own ON t USING (a > 1);',
        sql: 'ALTER POLICY own ON t USING (true);',
      },
      {
        setup: 'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY own ON t USING (a > 1);',
        sql: 'CREATE POLICY everybody ON t USING (true);',
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY own ON t USING (a > 1);',
        sql: 'ALTER POLICY own ON t USING (a > 2);\nCREATE POLICY admin ON t TO CURRENT_USER USING (true);',
      },
      {
        setup:
          'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY all_read ON t USING (true);',
        sql: 'CREATE POLICY everybody ON t FOR SELECT USING (true);\nALTER POLICY all_read ON t USING (1 = 1);',
      },
      { sql: 'CREATE TABLE t (a int);\nALTER TABLE t ENABLE ROW LEVEL SECURITY;\nCREATE POLICY p ON t USING (true);' },
    ],
  },
});
