/** Roles that SQL names. Pure. */
import type { Node } from '@pgsql/types';
import type { Script } from '../model.js';
import { nodeOf } from './ast.js';

/** Postgres' own: `postgres` owns most clusters, `pg_…` are predefined. */
const ALWAYS_THERE = /^(postgres|public|none|pg_.*)$/;

const SPEAKS_OF_ROLES = new Set(
  `AlterDefaultPrivilegesStmt AlterOwnerStmt AlterPolicyStmt AlterRoleSetStmt AlterRoleStmt AlterTableStmt CommentStmt
   CreatePolicyStmt CreateRoleStmt CreateSchemaStmt DropOwnedStmt GrantRoleStmt GrantStmt ReassignOwnedStmt VariableSetStmt`.split(
    /\s+/,
  ),
);

/** The roles that scripts give objects or rights to, or work as, each once. What EXECUTE makes of a text stays unseen. */
export function rolesNamed(scripts: readonly Script[]): string[] {
  const names = new Set(trees(scripts).flatMap((node) => [...specified(node), ...named(node)]));
  return [...names].filter((name) => !ALWAYS_THERE.test(name));
}

/** The roles that are to own something: a table's owner must be allowed to create tables in its schema. */
export function ownersNamed(scripts: readonly Script[]): string[] {
  const owners = trees(scripts).flatMap((node) => [
    nodeOf(node, 'AlterOwnerStmt')?.newowner,
    ...(nodeOf(node, 'AlterTableStmt')?.cmds ?? []).map((item) => nodeOf(item, 'AlterTableCmd')?.newowner),
  ]);
  return owners.flatMap(specified);
}

/** The roles that scripts create. */
export function rolesCreated(scripts: readonly Script[]): string[] {
  return trees(scripts).flatMap((node) => nodeOf(node, 'CreateRoleStmt')?.role ?? []);
}

function trees(scripts: readonly Script[]): Node[] {
  return scripts
    .flatMap(({ statements }) => statements.flatMap((statement) => [statement, ...(statement.block?.statements ?? [])]))
    .flatMap(({ kind, node }) => (node !== null && SPEAKS_OF_ROLES.has(kind) ? [node] : []));
}

/** Every RoleSpec, which is in a field of its own as often as under its tag. */
function specified(root: unknown): string[] {
  const names: string[] = [];
  const waiting = [root];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (node === null || typeof node !== 'object') continue;
    const { roletype, rolename } = node as { roletype?: string; rolename?: string };
    if (roletype === 'ROLESPEC_CSTRING' && rolename) names.push(rolename);
    else for (const part of Object.values(node).reverse()) waiting.push(part);
  }
  return names;
}

/** Where the tree has a role's name as plain text. */
function named(node: Node): string[] {
  const setting = nodeOf(node, 'VariableSetStmt');
  const comment = nodeOf(node, 'CommentStmt');
  const names = [
    nodeOf(node, 'CreateRoleStmt')?.role,
    comment?.objtype === 'OBJECT_ROLE' ? nodeOf(comment.object, 'String')?.sval : undefined,
    setting?.name === 'role' ? nodeOf(setting.args?.[0], 'A_Const')?.sval?.sval : undefined,
    ...(nodeOf(node, 'GrantRoleStmt')?.granted_roles ?? []).map((granted) => nodeOf(granted, 'AccessPriv')?.priv_name),
  ];
  return names.filter((name) => name !== undefined);
}
