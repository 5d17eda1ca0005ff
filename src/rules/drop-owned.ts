import { defineRule } from '../lint/rule.js';
import { enumerated } from '../schema/sql-name.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { hazard } from '../verdict/fact.js';

export default defineRule({
  id: 'drop-owned',
  harm: 'loses',
  summary: 'DROP OWNED drops every object that a role owns, and all its privileges',
  why: `It names nothing: every table, view, function and schema of the role in this database goes, with all rows, and what was
granted to the role is revoked. What that is in production differs from what the author saw. Each table is locked with ACCESS
EXCLUSIVE on the way.`,
  fix: `Drop what is to go by its name. Where only the role is to go, hand over what it owns with REASSIGN OWNED first: DROP OWNED
then takes nothing but its privileges.`,
  roles: ['up', 'maintenance'],
  statements: ['DropOwnedStmt'],
  check({ node, index }, { script, report }) {
    const roles = rolesOf(nodeOf(node, 'DropOwnedStmt')?.roles);
    // What was handed over before, in this database, is none of theirs any more.
    const handed = script.statements
      .slice(0, index)
      .flatMap((earlier) => rolesOf(nodeOf(earlier.node, 'ReassignOwnedStmt')?.roles));
    const left = roles.filter((role) => !handed.includes(role));
    if (left.length === 0) return;
    report({
      message: `DROP OWNED drops everything that ${enumerated(left.map(code))} owns in this database, with all rows, and revokes what it was granted.`,
      help: `Drop what is to go by its name. Where only the role is to go, hand over what it owns first:\nREASSIGN OWNED BY ${left.join(', ')} TO …;`,
      claim: hazard('unwritten-loss'),
    });
  },
  examples: {
    bad: [{ setup: 'CREATE TABLE t (a int);', sql: 'DROP OWNED BY CURRENT_USER;' }],
    good: [{ setup: 'CREATE TABLE t (a int);', sql: 'DROP TABLE t;' }],
  },
});

/** As they are written; CURRENT_USER and the like have no name. */
function rolesOf(roles: Parameters<typeof nodeOf>[0][] | undefined): string[] {
  return (roles ?? []).flatMap((item) => {
    const { roletype, rolename } = nodeOf(item, 'RoleSpec') ?? {};
    if (roletype === undefined) return [];
    return rolename ?? KEYWORDS[roletype] ?? [];
  });
}

const KEYWORDS: Readonly<Record<string, string>> = {
  ROLESPEC_CURRENT_ROLE: 'CURRENT_ROLE',
  ROLESPEC_CURRENT_USER: 'CURRENT_USER',
  ROLESPEC_SESSION_USER: 'SESSION_USER',
};
