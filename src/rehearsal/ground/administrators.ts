/** Statements that only an administrator may run, in scripts that precede the change and were applied long ago. Pure. */
import type { Statement } from '../../model.js';
import type { PostgresError } from '../../servers/server.js';
import { nodeOf } from '../../sql/ast.js';
import { isAboutTablespaces } from '../../sql/tablespaces.js';

/**
 * Extensions that only a superuser creates although they reach for no program, file or other server: those that managed
 * databases let everybody have. The rest (dblink, file_fdw, plpython3u, …) belongs in the bootstrap.
 */
const HARMLESS =
  /^(address_standardizer\w*|amcheck|bloom|earthdistance|h3\w*|hypopg|pg_buffercache|pg_freespacemap|pg_hint_plan|pg_ivm|pg_jsonschema|pg_partman|pg_prewarm|pg_repack|pg_stat_statements|pg_uuidv7|pg_visibility|pg_walinspect|pgrouting|pgrowlocks|pgstattuple|postgis\w*|sslinfo|timescaledb|vector|xml2)$/;

/** An extension that the administrator may create unasked. */
export interface ExtensionWish {
  name: string;
  /** Where its objects go; without it, where the extension or the search_path says. */
  schema?: string | undefined;
  version?: string | undefined;
}

/** Those that statements create, each once. */
export function extensionsWanted(statements: readonly Statement[]): ExtensionWish[] {
  const wishes = new Map<string, ExtensionWish>();
  for (const { node } of statements) {
    const create = nodeOf(node, 'CreateExtensionStmt');
    const name = create?.extname;
    if (name === undefined || !HARMLESS.test(name) || wishes.has(name)) continue;
    const option = (wanted: string) => {
      const found = (create?.options ?? []).map((one) => nodeOf(one, 'DefElem')).find((one) => one?.defname === wanted);
      return nodeOf(found?.arg, 'String')?.sval;
    };
    wishes.set(name, { name, schema: option('schema'), version: option('new_version') });
  }
  return [...wishes.values()];
}

/** CREATE SCHEMA of one that is there; undefined where it failed for another reason or would make more than the schema. */
export function duplicateSchema({ node }: Statement, { sqlstate }: PostgresError): string | undefined {
  const create = nodeOf(node, 'CreateSchemaStmt');
  const bare = create !== undefined && (create.schemaElts ?? []).length === 0;
  return bare && sqlstate === DUPLICATE_SCHEMA ? create.schemaname : undefined;
}

const DUPLICATE_SCHEMA = '42P06';
const DUPLICATE_OBJECT = '42710';
const INSUFFICIENT_PRIVILEGE = '42501';
const UNDEFINED_OBJECT = '42704';

/** Statements about who owns and administers: no later statement needs them to have run. */
const ABOUT_ADMINISTRATION = new Set(
  `AlterDatabaseSetStmt AlterEventTrigStmt AlterOwnerStmt AlterRoleSetStmt AlterRoleStmt AlterSystemStmt CreateEventTrigStmt
   CreateRoleStmt CreateSubscriptionStmt DropOwnedStmt DropRoleStmt GrantRoleStmt ReassignOwnedStmt`.split(/\s+/),
);

/** Whether a statement of the baseline failed only for lack of rights or roles, and nothing but rights depends on it. */
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

/** Whether a statement of the change fails only because the rehearsal's role is no administrator. */
function lacksRights(statement: Statement, error: PostgresError): boolean {
  return error.sqlstate === INSUFFICIENT_PRIVILEGE && isAdministrators(statement, error);
}

/** What a tablespace is called in the server's answer that it isn't there; parameters have an SQLSTATE of their own. */
const LACKS_TABLESPACE = new Set([UNDEFINED_OBJECT, '22023']);

/** Whether a statement about nothing but tablespaces fails because this server has not production's. */
export function lacksTablespace({ node }: Statement, { sqlstate }: PostgresError): boolean {
  return LACKS_TABLESPACE.has(sqlstate) && isAboutTablespaces(node);
}

/** Whether a statement of the change fails for the rehearsal's sake, and the rest can be looked at without it. */
export function isSpared(statement: Statement, error: PostgresError): boolean {
  return lacksRights(statement, error) || lacksTablespace(statement, error);
}

/** COMMENT ON EXTENSION, and its end. */
function isAboutExtension(node: Statement['node']): boolean {
  const comment = nodeOf(node, 'CommentStmt');
  return comment?.objtype === 'OBJECT_EXTENSION' || nodeOf(node, 'DropStmt')?.removeType === 'OBJECT_EXTENSION';
}
