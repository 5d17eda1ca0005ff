/** What only an administrator may run, in scripts that stand before the change and were applied long ago. Pure. */
import type { Statement } from '../model.js';
import { nodeOf } from '../sql/ast.js';
import type { PostgresError } from './servers/server.js';

/**
 * Extensions that only a superuser creates although they reach for no program, file or other server: those that managed
 * databases let everybody have. The rest (dblink, file_fdw, plpython3u, …) is the bootstrap's business.
 */
const HARMLESS =
  /^(address_standardizer\w*|amcheck|bloom|earthdistance|h3\w*|hypopg|pg_buffercache|pg_freespacemap|pg_hint_plan|pg_ivm|pg_jsonschema|pg_partman|pg_prewarm|pg_repack|pg_stat_statements|pg_uuidv7|pg_visibility|pg_walinspect|pgrouting|pgrowlocks|pgstattuple|postgis\w*|sslinfo|timescaledb|vector|xml2)$/;

/** The extension, where the administrator may create it unasked. */
export function harmlessExtension({ node }: Statement): string | undefined {
  const name = nodeOf(node, 'CreateExtensionStmt')?.extname;
  return name !== undefined && HARMLESS.test(name) ? name : undefined;
}

/** The same statement, which does nothing where the extension is there. */
export function ifNotExists({ sql, node }: Statement): string {
  return nodeOf(node, 'CreateExtensionStmt')?.if_not_exists
    ? sql
    : sql.replace(/^create\s+extension\s+/i, '$&IF NOT EXISTS ');
}

const DUPLICATE_OBJECT = '42710';
const INSUFFICIENT_PRIVILEGE = '42501';
const UNDEFINED_OBJECT = '42704';

/** Statements about who owns and administers: no later statement needs them to have run. */
const ABOUT_ADMINISTRATION = new Set(
  `AlterDatabaseSetStmt AlterEventTrigStmt AlterOwnerStmt AlterRoleSetStmt AlterRoleStmt AlterSystemStmt CreateEventTrigStmt
   CreateRoleStmt CreateSubscriptionStmt DropOwnedStmt DropRoleStmt GrantRoleStmt ReassignOwnedStmt`.split(/\s+/),
);

/** Whether a statement of the baseline failed for want of rights or roles, and nothing but rights hangs on it. */
export function isAdministrators({ node, kind }: Statement, { sqlstate }: PostgresError): boolean {
  // The administrator has made it already.
  if (kind === 'CreateExtensionStmt') return sqlstate === DUPLICATE_OBJECT;
  if (kind === 'CreateRoleStmt' && sqlstate === DUPLICATE_OBJECT) return true;
  if (sqlstate !== INSUFFICIENT_PRIVILEGE && sqlstate !== UNDEFINED_OBJECT) return false;
  if (ABOUT_ADMINISTRATION.has(kind)) return true;
  const commands = nodeOf(node, 'AlterTableStmt')?.cmds ?? [];
  if (commands.length > 0) return commands.every((item) => nodeOf(item, 'AlterTableCmd')?.subtype === 'AT_ChangeOwner');
  const defaults = nodeOf(node, 'AlterDefaultPrivilegesStmt') !== undefined;
  return sqlstate === INSUFFICIENT_PRIVILEGE && (defaults || isAboutExtension(node));
}

/** COMMENT ON EXTENSION, and its end. */
function isAboutExtension(node: Statement['node']): boolean {
  const comment = nodeOf(node, 'CommentStmt');
  return comment?.objtype === 'OBJECT_EXTENSION' || nodeOf(node, 'DropStmt')?.removeType === 'OBJECT_EXTENSION';
}
