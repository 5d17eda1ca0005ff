import { alterCommands } from '../lint/facts/alter-table.js';
import { defineRule } from '../lint/rule.js';
import { effectsOf } from '../schema/effects/index.js';
import { shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'rls-without-policy',
  harm: 'decision',
  summary: 'Row level security without a policy hides every row',
  why: `From the moment that row level security is on, a role that isn’t the owner sees only rows that a policy shows, and may
write only those that one allows. Without any policy that is none: queries return nothing, without an error.`,
  fix: `Create the policies before ENABLE ROW LEVEL SECURITY, in the same migration.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    const { schema, script } = context;
    for (const { table, subtype } of alterCommands(statement)) {
      const known = schema.find('table', table);
      // A new table may well begin closed, and one that is unknown may have its policies.
      if (subtype !== 'AT_EnableRowSecurity' || known?.origin !== 'baseline' || known.facts?.rowSecurity) continue;
      const follows = script.statements
        .flatMap(({ node, block }) => [node, ...(block?.statements ?? []).map((inner) => inner.node)])
        .some((node) => effectsOf(node).some(({ object }) => object.kind === 'policy' && object.table === table));
      if (follows || schema.partsOf(table, 'policy').length > 0 || schema.isTemporary(table)) continue;
      context.report({
        message: `${code(shortName(table))} has no policy. Once row level security is on, roles other than its owner see none of its rows, without an error.`,
        help: `Create a policy first, in the same migration:\nCREATE POLICY … ON ${sqlName(table)} USING (…);`,
      });
    }
  },
  examples: {
    bad: [{ setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ENABLE ROW LEVEL SECURITY;' }],
    good: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ENABLE ROW LEVEL SECURITY;\nCREATE POLICY readers ON t FOR SELECT USING (true);',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE POLICY readers ON t FOR SELECT USING (true);',
        sql: 'ALTER TABLE t ENABLE ROW LEVEL SECURITY;',
      },
      { sql: 'CREATE TABLE t (a int);\nALTER TABLE t ENABLE ROW LEVEL SECURITY;' },
      { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t DISABLE ROW LEVEL SECURITY;' },
    ],
  },
});
