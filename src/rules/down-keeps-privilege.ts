import type { GrantStmt } from '@pgsql/types';
import { drops, endOf, readable, statementsFrom } from '../lint/facts/down.js';
import { rolledBack } from '../lint/facts/rolled-back.js';
import { defineRule } from '../lint/rule.js';
import { effectsOf } from '../schema/effects/index.js';
import { shortName } from '../schema/objects.js';
import { enumerated } from '../schema/sql-name.js';
import { nodeOf } from '../sql/ast.js';

const GRANT = /^grant\s+([\s\S]*?)\s+to\s+([\s\S]*?)(\s+with\s+grant\s+option)?$/i;

export default defineRule({
  id: 'down-keeps-privilege',
  harm: 'decision',
  summary: 'The rollback leaves a privilege as the migration granted or revoked it',
  why: `A privilege outlives the rollback of the migration that granted it: a role can go on doing what it could not do before.
One that was revoked stays away, and the old release, which still needs it, fails.`,
  fix: 'Revoke in the rollback what the migration grants, and grant again what it revokes.',
  roles: ['up'],
  statements: ['GrantStmt'],
  check(statement, context) {
    const { schema, migration } = context;
    const { up, down } = migration;
    const grant = nodeOf(statement.node, 'GrantStmt');
    if (!grant || down === undefined || down.statements.length === 0 || !readable(down)) return;
    // What the scripts don't know may be new with its table, such as the sequence of a serial column.
    const objects = effectsOf(statement.node)
      .map(({ object }) => object)
      .filter(({ kind, name }) => schema.find(kind, name)?.origin === 'baseline' && !schema.isTemporary(name));
    const end = rolledBack(migration, schema)?.end;
    if (objects.every((object) => drops(down, object) || end?.known(object) === undefined)) return;
    const undone = statementsFrom(down).some(({ node }) => undoes(nodeOf(node, 'GrantStmt'), grant));
    const again = statementsFrom(up, statement.index + 1).some(({ node }) => undoes(nodeOf(node, 'GrantStmt'), grant));
    if (undone || again) return;
    const on = enumerated([...new Set(objects.map(({ name }) => shortName(name)))]);
    const back = GRANT.exec(statement.sql);
    context.report({
      message: `The rollback leaves the privileges on ${on} as this statement sets them: nothing in it ${grant.is_grant ? 'revokes' : 'grants'} them${grant.is_grant ? '' : ' again'}.`,
      help:
        grant.is_grant && back
          ? `Add to the rollback:\nREVOKE ${back[1]} FROM ${back[2]};`
          : 'Add to the rollback the statement that takes this one back.',
      related: [{ ...endOf(down), message: 'The rollback ends here' }],
    });
  },
  examples: {
    bad: [
      { setup: 'CREATE TABLE t (a int);', sql: 'GRANT SELECT ON t TO PUBLIC;', down: 'SELECT 1;' },
      {
        setup: 'CREATE TABLE t (a int); GRANT SELECT ON t TO PUBLIC;',
        sql: 'REVOKE SELECT ON t FROM PUBLIC;',
        down: 'SELECT 1;',
      },
    ],
    good: [
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

/** The opposite, on the same kind of object; whether it names all of them is not looked at. */
function undoes(other: GrantStmt | undefined, grant: GrantStmt): boolean {
  return (
    other !== undefined && (other.is_grant ?? false) !== (grant.is_grant ?? false) && other.objtype === grant.objtype
  );
}
