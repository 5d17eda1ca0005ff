import { letsWrite } from '../lint/facts/grants.js';
import { defineRule } from '../lint/rule.js';
import { nodeOf } from '../sql/ast.js';

export default defineRule({
  id: 'grant-to-public',
  harm: 'note',
  preset: 'strict',
  summary: 'GRANT … TO PUBLIC gives the privilege to every role, also to those to come',
  why: `PUBLIC is every role of the server that may connect, now and later: monitoring, reporting, other applications. A privilege
that PUBLIC has can’t be taken from one role alone.`,
  fix: 'Grant to the roles that need it, or to a group role that they are members of.',
  roles: ['up', 'maintenance'],
  statements: ['GrantStmt'],
  check(statement, context) {
    const grant = nodeOf(statement.node, 'GrantStmt');
    const everyone = (grant?.grantees ?? []).some((role) => nodeOf(role, 'RoleSpec')?.roletype === 'ROLESPEC_PUBLIC');
    // What lets everybody write has a rule of its own.
    if (!grant?.is_grant || !everyone || letsWrite(grant)) return;
    context.report({
      message: 'Every role that may connect gets this privilege, also those that are created later.',
      help: 'Name the roles that need it instead of PUBLIC.',
    });
  },
  examples: {
    bad: [{ setup: 'CREATE TABLE t (a int);', sql: 'GRANT SELECT ON t TO PUBLIC;' }],
    good: [
      { setup: 'CREATE TABLE t (a int);', sql: 'REVOKE ALL ON t FROM PUBLIC;' },
      { setup: 'CREATE TABLE t (a int);', sql: 'GRANT SELECT ON t TO CURRENT_USER;' },
    ],
  },
});
