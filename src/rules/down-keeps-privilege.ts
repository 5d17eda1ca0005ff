import type { AlterDefaultPrivilegesStmt, GrantStmt } from '@pgsql/types';
import { drops, endOf, readable, statementsFrom } from '../lint/facts/down.js';
import { rolledBack } from '../lint/facts/rolled-back.js';
import { defineRule, type RuleContext } from '../lint/rule.js';
import type { Statement } from '../model.js';
import { effectsOf } from '../schema/effects/index.js';
import { shortName } from '../schema/objects.js';
import { enumerated } from '../schema/sql-name.js';
import { nodeOf, sameTree } from '../sql/ast.js';
import { code } from '../sql/words.js';

const GRANT = /^grant\s+([\s\S]*?)\s+to\s+([\s\S]*?)(\s+with\s+grant\s+option)?$/i;

export default defineRule({
  id: 'down-keeps-privilege',
  harm: 'decision',
  summary: 'The rollback leaves a privilege as the migration granted or revoked it',
  why: `A privilege outlives the rollback of the migration that granted it: a role can go on doing what it could not do before.
One that was revoked stays away, and the old release, which still needs it, fails.`,
  fix: 'Revoke in the rollback what the migration grants, and grant again what it revokes.',
  roles: ['up'],
  statements: ['GrantStmt', 'AlterDefaultPrivilegesStmt'],
  check(statement, context) {
    const { schema, migration } = context;
    const { up, down } = migration;
    if (down === undefined || down.statements.length === 0 || !readable(down)) return;
    const standing = nodeOf(statement.node, 'AlterDefaultPrivilegesStmt');
    if (standing) return checkDefault(standing, statement, context);
    const grant = nodeOf(statement.node, 'GrantStmt');
    if (!grant) return;
    // What the scripts don't know may be new with its table, such as the sequence of a serial column.
    const objects = effectsOf(statement.node)
      .map(({ object }) => object)
      .filter(({ kind, name }) => schema.find(kind, name)?.origin === 'baseline' && !schema.isTemporary(name));
    const end = rolledBack(migration, schema)?.end;
    if (objects.every((object) => drops(down, object) || end?.known(object) === undefined)) return;
    const undone = statementsFrom(down).some(({ node }) => undoes(nodeOf(node, 'GrantStmt'), grant));
    const again = statementsFrom(up, statement.index + 1).some(({ node }) => undoes(nodeOf(node, 'GrantStmt'), grant));
    if (undone || again) return;
    const on = enumerated([...new Set(objects.map(({ name }) => code(shortName(name))))]);
    const back = GRANT.exec(statement.sql);
    context.report({
      message: `The rollback leaves the privileges on ${on} as this statement sets them. Nothing in it ${grant.is_grant ? 'revokes' : 'grants'} them${grant.is_grant ? '' : ' again'}.`,
      help:
        grant.is_grant && back
          ? `Add to the rollback:\nREVOKE ${back[1]} FROM ${back[2]};`
          : 'Add to the rollback the statement that takes this one back.',
      related: [{ ...endOf(down), message: 'The rollback ends here' }],
    });
  },
  examples: {
    bad: [
      {
        sql: 'ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC;',
        down: 'SELECT 1;',
      },
      { setup: 'CREATE TABLE t (a int);', sql: 'GRANT SELECT ON t TO PUBLIC;', down: 'SELECT 1;' },
      {
        setup: 'CREATE TABLE t (a int); GRANT SELECT ON t TO PUBLIC;',
        sql: 'REVOKE SELECT ON t FROM PUBLIC;',
        down: 'SELECT 1;',
      },
    ],
    good: [
      {
        sql: 'ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC;',
        down: 'ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE SELECT ON TABLES FROM PUBLIC;',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'GRANT SELECT ON t TO PUBLIC;',
        down: 'REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;',
      },
      { sql: 'CREATE TABLE t (a int);\nGRANT SELECT ON t TO PUBLIC;', down: 'DROP TABLE t;' },
      {
        sql: 'CREATE TABLE t (a serial);\nGRANT USAGE ON SEQUENCE t_a_seq TO PUBLIC;',
        down: 'DROP TABLE t;',
      },
      { setup: 'CREATE TABLE t (a int);', sql: 'GRANT SELECT ON t TO PUBLIC;' },
    ],
  },
});

/** What new objects will be granted. */
function checkDefault(standing: AlterDefaultPrivilegesStmt, statement: Statement, context: RuleContext): void {
  const { up, down = up } = context.migration;
  const isUndone = (others: Statement[]) =>
    others.some(({ node }) => {
      const other = nodeOf(node, 'AlterDefaultPrivilegesStmt');
      return (
        other && standing.action && sameTree(scope(other), scope(standing)) && undoes(other.action, standing.action)
      );
    });
  if (isUndone(statementsFrom(down)) || isUndone(statementsFrom(up, statement.index + 1))) return;
  const granted = standing.action?.is_grant ?? false;
  context.report({
    message: `The rollback leaves the default privileges as this statement sets them. Nothing in it ${granted ? 'revokes' : 'grants'} them${granted ? '' : ' again'}.`,
    help: 'Add to the rollback the ALTER DEFAULT PRIVILEGES that takes this one back.',
    related: [{ ...endOf(down), message: 'The rollback ends here' }],
  });
}

/** Whose new objects, and in which schemas. */
function scope({ options, action }: AlterDefaultPrivilegesStmt): unknown {
  return { options, grantees: action?.grantees };
}

/** The opposite, on the same kind of object; whether it names all of them is not looked at. */
function undoes(other: GrantStmt | undefined, grant: GrantStmt): boolean {
  return (
    other !== undefined && (other.is_grant ?? false) !== (grant.is_grant ?? false) && other.objtype === grant.objtype
  );
}
