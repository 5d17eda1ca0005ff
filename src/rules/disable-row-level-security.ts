import { type AlterCommand, alterCommands } from '../lint/facts/alter-table.js';
import { allStatements, inOneTransaction, isAfter } from '../lint/facts/same-transaction.js';
import { defineRule, type RuleContext } from '../lint/rule.js';
import type { Statement } from '../model.js';
import { shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

const AGAIN: Partial<Record<AlterCommand['subtype'], AlterCommand['subtype']>> = {
  AT_DisableRowSecurity: 'AT_EnableRowSecurity',
  AT_NoForceRowSecurity: 'AT_ForceRowSecurity',
};

export default defineRule({
  id: 'disable-row-level-security',
  harm: 'loses',
  summary: 'Without row level security every role sees all rows that its GRANTs allow',
  why: `Policies count only while row level security is on. DISABLE ROW LEVEL SECURITY leaves them where they are and applies none of
them: from then on each role with a GRANT reads and writes the rows of everybody, and no query fails. NO FORCE does the same for
the table’s owner, as whom many applications log in.`,
  fix: `Keep it on, and give the role that needs all rows a policy of its own, or BYPASSRLS for a maintenance role. Where it has to be
off for a moment, switch it on again in the same transaction: nobody else sees the table meanwhile.`,
  roles: ['up', 'maintenance'],
  statements: ['AlterTableStmt'],
  check(statement, context) {
    const { schema, report } = context;
    for (const { table, subtype } of alterCommands(statement)) {
      const again = AGAIN[subtype];
      if (!again || schema.isNew(table) || isSwitchedOn(again, table, statement, context)) continue;
      const isForce = subtype === 'AT_NoForceRowSecurity';
      const known = schema.find('table', table);
      // Where all of its history is known and never switched it on, there is nothing to switch off: as far as the scripts know.
      const isOn = known === undefined || known.partial || known.facts?.rowSecurity;
      report({
        message: isForce
          ? `Once this has run, the owner of ${code(shortName(table))} sees and writes all its rows, whatever the policies say.`
          : `Once this has run, no policy of ${code(shortName(table))} counts any more. Every role with a GRANT on it sees and writes all its rows.`,
        help: `Leave it on, and let a policy show the rows to the role that needs them:\nCREATE POLICY … ON ${sqlName(table)} TO … USING (true);`,
        claim: lock('ACCESS EXCLUSIVE', table),
        ...((isForce || !isOn) && { severity: 'warning' as const }),
        mended: (end) => end.wasDropped('table', table),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY;',
        sql: 'ALTER TABLE t DISABLE ROW LEVEL SECURITY;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t DISABLE ROW LEVEL SECURITY;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;',
        sql: 'ALTER TABLE t NO FORCE ROW LEVEL SECURITY;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY;',
        sql: 'ALTER TABLE t DISABLE ROW LEVEL SECURITY;\nALTER TABLE t ENABLE ROW LEVEL SECURITY;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY;',
        sql: 'ALTER TABLE t DISABLE ROW LEVEL SECURITY;\nDROP TABLE t;',
      },
      {
        setup: 'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY;',
        sql: 'BEGIN;\nALTER TABLE t DISABLE ROW LEVEL SECURITY;\nUPDATE t SET a = 1 WHERE a = 2;\nALTER TABLE t ENABLE ROW LEVEL SECURITY;\nCOMMIT;',
      },
      { sql: 'CREATE TABLE t (a int);\nALTER TABLE t DISABLE ROW LEVEL SECURITY;' },
      {
        setup: 'CREATE TABLE t (a int);',
        up: 'ALTER TABLE t ENABLE ROW LEVEL SECURITY;',
        sql: 'ALTER TABLE t DISABLE ROW LEVEL SECURITY;',
        role: 'down',
      },
    ],
  },
});

/** Before the transaction ends, so that nobody else has seen the table in between. */
function isSwitchedOn(
  again: AlterCommand['subtype'],
  table: string,
  statement: Statement,
  { run }: RuleContext,
): boolean {
  return allStatements(run).some(
    (later) =>
      later !== statement &&
      isAfter(later, statement, run) &&
      inOneTransaction(statement, later, run) &&
      alterCommands(later).some((one) => one.table === table && one.subtype === again),
  );
}
