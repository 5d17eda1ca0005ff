import { alterCommands } from '../lint/facts/alter-table.js';
import { droppedOld } from '../lint/facts/dropped.js';
import { isOpened } from '../lint/facts/policy-opened.js';
import { allStatements } from '../lint/facts/same-transaction.js';
import { isKnownToBeThere } from '../lint/facts/still-called.js';
import { createPolicy } from '../lint/help/parts-anew.js';
import { defineRule } from '../lint/rule.js';
import { lastName, shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

export default defineRule({
  id: 'drop-policy',
  harm: 'loses',
  summary: 'Without a policy, rows are hidden or shown that were not before',
  why: `A restrictive policy keeps rows back that others show: without it roles see and write them. A permissive one shows rows: without
it, roles that aren’t the owner no longer see them, and may not write them. One that is made anew with a condition that is always
true shows every row. None of this makes a query fail: there are more rows, or fewer.`,
  fix: `Create the policy that takes its place in the same transaction, or change it with ALTER POLICY.`,
  roles: ['up', 'maintenance'],
  statements: ['DropStmt'],
  check(statement, { schema, run, report }) {
    const drop = nodeOf(statement.node, 'DropStmt');
    if (drop?.removeType !== 'OBJECT_POLICY') return;
    for (const object of droppedOld(statement, schema)) {
      const { name, table = '' } = object;
      if (!isKnownToBeThere(object, drop.missing_ok, schema)) continue;
      // No policy of the table counts: that is told where it is switched off.
      const isOff = allStatements(run).some((one) =>
        alterCommands(one).some((other) => other.table === table && other.subtype === 'AT_DisableRowSecurity'),
      );
      if (isOff || schema.find('table', table)?.facts?.rowSecurity === false) continue;
      const known = schema.find('policy', name);
      const { restrictive = false } = known?.facts ?? {};
      const was = known && createPolicy(known);
      report({
        message: restrictive
          ? `Without the policy ${code(lastName(name))}, ${code(shortName(table))} shows rows that it kept back.`
          : `Without the policy ${code(lastName(name))}, ${code(shortName(table))} hides the rows that only it shows. No query fails.`,
        help: was
          ? `Create what takes its place in the same transaction. The rollback brings back what it was:\n${was}`
          : `Create what takes its place, in the same transaction:\nCREATE POLICY … ON ${sqlName(table)}${restrictive ? ' AS RESTRICTIVE' : ''} USING (…);`,
        claim: lock('ACCESS EXCLUSIVE', table),
        ...(!restrictive && { severity: 'warning' as const }),
        mended: (end) =>
          end.partsOf(table, 'policy').some(({ origin }) => origin === 'change') || end.wasDropped('table', table),
      });
      if (!known) continue;
      const before = schema.partsOf(table, 'policy');
      const owner = schema.find('table', table);
      // Where all of its history is known and never switched row level security on, no policy counts yet.
      const isOn = owner === undefined || owner.partial || owner.facts?.rowSecurity;
      report({
        message: `Each role that the policy ${code(lastName(name))} is for sees all rows of ${code(shortName(table))} once this has run. The condition of the one in its place is true of every row.`,
        help: `Keep a condition in the one that takes its place, or show all rows to a role that needs them:\nCREATE POLICY … ON ${sqlName(table)} TO … USING (true);`,
        claim: lock('ACCESS EXCLUSIVE', table),
        ...(!isOn && { severity: 'warning' as const }),
        mended: (end) => !isOpened(known, before, end.partsOf(table, 'policy')) || end.wasDropped('table', table),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int); CREATE POLICY own ON t AS RESTRICTIVE USING (a > 1);',
        sql: 'DROP POLICY own ON t;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY own ON t USING (a > 1);',
        sql: 'DROP POLICY IF EXISTS own ON t;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY own ON t USING (a > 1);',
        sql: 'DROP POLICY own ON t;\nCREATE POLICY own ON t USING (true);',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE POLICY own ON t FOR SELECT USING (a > 1);',
        sql: 'DROP POLICY own ON t;\nCREATE POLICY others ON t USING (1 = 1);',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE POLICY own ON t AS RESTRICTIVE USING (a > 1);',
        sql: 'DROP POLICY own ON t;\nCREATE POLICY own ON t AS RESTRICTIVE USING (true);',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int); CREATE POLICY own ON t USING (a > 1);',
        sql: 'DROP POLICY own ON t;\nCREATE POLICY own ON t TO CURRENT_USER USING (true);',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE POLICY own ON t USING (true);',
        sql: 'DROP POLICY own ON t;\nCREATE POLICY own ON t FOR ALL USING (true);',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE POLICY own ON t USING (a > 1); CREATE POLICY every ON t USING (true);',
        sql: 'DROP POLICY own ON t;\nCREATE POLICY own ON t USING (true);',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE POLICY own ON t FOR INSERT WITH CHECK (a > 1);',
        sql: 'DROP POLICY own ON t;\nCREATE POLICY own ON t FOR INSERT WITH CHECK (a > 2);',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE POLICY own ON t USING (a > 1);',
        sql: 'DROP POLICY own ON t;\nCREATE POLICY others ON t USING (a > 2);',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE POLICY own ON t USING (a > 1);',
        sql: 'DROP POLICY own ON t;\nALTER TABLE t DISABLE ROW LEVEL SECURITY;',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE POLICY own ON t USING (a > 1);',
        sql: 'DROP POLICY own ON t;\nDROP TABLE t;',
      },
      { setup: 'CREATE TABLE t (a int);', sql: 'DROP POLICY IF EXISTS nowhere ON t;' },
      { sql: 'CREATE TABLE t (a int);\nCREATE POLICY own ON t USING (a > 1);\nDROP POLICY own ON t;' },
      {
        setup: 'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY;',
        up: 'CREATE POLICY own ON t USING (a > 1);',
        sql: 'DROP POLICY own ON t;',
        role: 'down',
      },
    ],
  },
});
