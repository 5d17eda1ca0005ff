/** What the administrator does before anything of the repository runs: the bootstrap, and extensions. */

import type { Script, Statement } from '../../model.js';
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import { keeperSql, name as named, value } from '../../servers/keeper-sql.js';
import { refusal } from '../../servers/refusal.js';
import type { OperatorSession, PostgresError, ScratchDatabase } from '../../servers/server.js';
import { nodeOf } from '../../sql/ast.js';
import { makesUpRoles } from '../../sql/made-up-roles.js';
import { rolesMadeBy } from '../../sql/role-names.js';
import type { ExtensionWish } from './administrators.js';
import type { MissingExtensions } from './missing-extension.js';
import { type Obstacle, runQuietly } from './send.js';

const DUPLICATE_OBJECT = '42710';
const INSUFFICIENT_PRIVILEGE = '42501';

/** An administrator that may create databases but no roles: what needs them says so itself. */
const mayNot = ({ sqlstate }: PostgresError) => sqlstate === INSUFFICIENT_PRIVILEGE;

/** What the administrator does first. */
export interface Bootstrap {
  bootstrap: readonly Script[];
  extensions: readonly ExtensionWish[];
}

/**
 * Runs the bootstrap as the administrator, and makes extensions. Nothing of the repository has run before: it could put what it
 * likes in an extension's way. Roles that the bootstrap makes go with the database, and migrations may use them.
 */
export async function runBootstrap(
  scratch: ScratchDatabase,
  { bootstrap, extensions }: Bootstrap,
  missing: MissingExtensions,
): Promise<Obstacle | null> {
  if (bootstrap.length + extensions.length === 0) return null;
  const session = await scratch.operate();
  try {
    // Another scratch database of this server may have made the role, or another session before.
    const isThere = ({ node }: Statement, { sqlstate }: PostgresError) =>
      nodeOf(node, 'CreateRoleStmt') !== undefined && sqlstate === DUPLICATE_OBJECT;
    for (const script of bootstrap) {
      const madeUp = makesUpRoles(script);
      const tolerate = madeUp
        ? (...failure: Parameters<typeof isThere>) => isThere(...failure) || mayNot(failure[1])
        : isThere;
      // A block may make them, too.
      const named = rolesMadeBy([script]);
      const before = new Set(await existing(session, named));
      const obstacle = await runQuietly(session, script, missing, { tolerate });
      // Also after a failure: what was made has to go.
      const after = await existing(session, named);
      const ours = after.filter((role) => !before.has(role));
      scratch.madeRoles.push(...ours);
      if (obstacle !== null) return obstacle;
      // Made-up roles were not requested: one that was there before may own what has nothing to do with the change.
      for (const role of madeUp ? ours : after) await scratch.lend(role);
    }
    await makeExtensions(session, scratch.role, extensions);
    return null;
  } finally {
    await session.close();
  }
}

/** What only the administrator may make, or on a managed database everybody. What fails here fails again at its place. */
async function makeExtensions(
  session: OperatorSession,
  owner: string | null,
  extensions: readonly ExtensionWish[],
): Promise<void> {
  if (owner === null) return;
  for (const { name, schema, version } of extensions) {
    const where = schema === undefined ? keeperSql`` : keeperSql` schema ${named(schema)}`;
    const which = version === undefined ? keeperSql`` : keeperSql` version ${value(version)}`;
    if (schema !== undefined) {
      await refusal(
        session.query(keeperSql`create schema if not exists ${named(schema)} authorization ${named(owner)}`),
      );
    }
    await refusal(session.query(keeperSql`create extension if not exists ${named(name)}${where}${which} cascade`));
  }
}

async function existing(session: OperatorSession, roles: string[]): Promise<string[]> {
  if (roles.length === 0) return [];
  await session.query('ROLLBACK');
  const { rows } = await session.query(catalogSql('existing roles', roles));
  return rows.map(([name]) => String(name));
}
