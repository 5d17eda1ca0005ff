import { alterCommands } from '../lint/facts/alter-table.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

export default defineRule({
  id: 'replica-identity-nothing',
  harm: 'decision',
  summary: 'With REPLICA IDENTITY NOTHING a published table refuses UPDATE and DELETE',
  why: `Logical replication has to name the row that was changed. A table that a publication holds and that has no replica identity
refuses every UPDATE and DELETE with SQLSTATE 55000, in the application’s own sessions; only INSERT goes on. Publications are often
made outside of the migrations, FOR ALL TABLES among them.`,
  fix: `Leave the primary key as the identity (REPLICA IDENTITY DEFAULT), or name a unique index on NOT NULL columns (USING INDEX). Where
the table must not be replicated, take it out of the publication first.`,
  roles: ['up', 'maintenance'],
  statements: ['AlterTableStmt'],
  check(statement, { schema, report }) {
    for (const { table, subtype, command } of alterCommands(statement)) {
      if (subtype !== 'AT_ReplicaIdentity' || schema.isNew(table)) continue;
      if (nodeOf(command.def, 'ReplicaIdentityStmt')?.identity_type !== 'n') continue;
      report({
        message: `Where a publication holds ${code(shortName(table))}, every UPDATE and DELETE of it fails once this has run.`,
        help: `Keep the primary key as the identity:\nALTER TABLE ${sqlName(table)} REPLICA IDENTITY DEFAULT;`,
        claim: lock('ACCESS EXCLUSIVE', table),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int PRIMARY KEY);',
        sql: 'ALTER TABLE t REPLICA IDENTITY NOTHING;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
    ],
    good: [
      { setup: 'CREATE TABLE t (a int PRIMARY KEY);', sql: 'ALTER TABLE t REPLICA IDENTITY FULL;' },
      { setup: 'CREATE TABLE t (a int PRIMARY KEY);', sql: 'ALTER TABLE t REPLICA IDENTITY DEFAULT;' },
      { sql: 'CREATE TABLE t (a int);\nALTER TABLE t REPLICA IDENTITY NOTHING;' },
    ],
  },
});
