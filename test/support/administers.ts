/** Whether a statement is one that an administrator's session may be sent: ours, qualified, about catalogs or what we made. */
import { parseSync } from 'libpg-query';
import { unqualified } from './unqualified.js';

type Tree = Record<string, Record<string, unknown>>;

/** Statements that create and drop, and run nothing of what a database holds. */
const ADMINISTRATION = new Set(
  `CreatedbStmt DropdbStmt AlterDatabaseStmt AlterDatabaseSetStmt CreateRoleStmt AlterRoleStmt AlterRoleSetStmt DropRoleStmt GrantRoleStmt
   GrantStmt ReassignOwnedStmt DropOwnedStmt CommentStmt RenameStmt AlterOwnerStmt TransactionStmt VariableSetStmt CreateSchemaStmt`.split(
    /\s+/,
  ),
);

/** Catalogs that nothing else writes into: what the planner counts with, and what a copy of a database has not. */
const WRITTEN: Record<string, string> = {
  UpdateStmt: 'pg_catalog.pg_class',
  InsertStmt: 'pg_catalog.pg_db_role_setting',
};

/** What is wrong with it; nothing, where nothing is. */
export function administers(sql: string): string[] {
  const { stmts = [] } = parseSync(sql) as unknown as { stmts?: { stmt: Tree }[] };
  const kinds = stmts.flatMap(({ stmt }) => {
    const [kind = '', body = {}] = Object.entries(stmt)[0] ?? [];
    if (kind === 'SelectStmt' || ADMINISTRATION.has(kind)) return objectOf(kind, body);
    if (WRITTEN[kind] !== undefined)
      return relation(body.relation as Tree) === WRITTEN[kind] ? [] : ['writes into a relation'];
    return [`is a ${kind}`];
  });
  return [...kinds, ...unqualified(sql), ...relationsOf(stmts)];
}

/** GRANT and the like are about databases, roles and parameters. */
function objectOf(kind: string, body: Record<string, unknown>): string[] {
  const type = String(body.objtype ?? body.objectType ?? body.renameType ?? '');
  if (!['GrantStmt', 'CommentStmt', 'RenameStmt', 'AlterOwnerStmt'].includes(kind)) return [];
  return /^OBJECT_(DATABASE|ROLE|PARAMETER_ACL)$/.test(type) ? [] : [`${kind} of ${type}`];
}

function relation({ schemaname, relname }: Record<string, unknown>): string {
  return `${schemaname}.${relname}`;
}

/** Relations that no catalog has. */
function relationsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(relationsOf);
  if (!value || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([tag, body]) => {
    const own =
      tag === 'RangeVar' && body.schemaname !== undefined && body.schemaname !== 'pg_catalog'
        ? [`reads ${relation(body)}`]
        : [];
    return [...own, ...relationsOf(body)];
  });
}
