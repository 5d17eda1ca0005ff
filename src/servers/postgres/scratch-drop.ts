/** Drops scratch databases, also those that their SQL has protected, and what crashed runs left. */

import { type KeeperSql, keeperSql, name as named, value } from '../keeper-sql.js';
import { refusal } from '../refusal.js';
import { type Keeper, PostgresError } from '../server.js';
import { isLeftover, isScratch } from './scratch-names.js';
import type { Administration } from './scratch-options.js';
import { dropRole, restoreLogin, takeOver } from './scratch-role.js';

/** The scratch databases that this server has, of any process. */
export async function scratchDatabases(keeper: Keeper): Promise<string[]> {
  const { rows } = await keeper.run(ALL_DATABASES);
  return rows.flatMap(([name]) => (typeof name === 'string' && isScratch(name) ? [name] : []));
}

const ALL_DATABASES = keeperSql`select d.datname from pg_catalog.pg_database d`;
const ALL_ROLES = keeperSql`select r.rolname from pg_catalog.pg_roles r`;

/** Drops a database, also one that its own SQL has protected. */
export async function dropDatabase({ keeper, open }: Administration, name: string): Promise<void> {
  const drop = keeperSql`drop database if exists ${named(name)} with (force)`;
  try {
    await keeper.run(drop);
  } catch (error) {
    if (!(error instanceof PostgresError)) throw error;
    await unprotect({ keeper, open }, name);
    await keeper.run(drop);
  }
}

/** Undoes what keeps a database from being dropped: it is a template, another role's, or a prepared transaction's. */
async function unprotect({ keeper, open }: Administration, name: string): Promise<void> {
  await keeper
    .run(keeperSql`alter database ${named(name)} with is_template false allow_connections true connection limit -1`)
    .catch(unlessRefused);
  const { rows } = await keeper.run(
    keeperSql`select p.gid, p.owner from pg_catalog.pg_prepared_xacts p where p.database operator(pg_catalog.=) ${value(name)}`,
  );
  for (const [gid, owner] of rows)
    await rollBackPrepared({ keeper, open }, name, gid ?? '', owner ?? '').catch(unlessRefused);
  await keeper.run(keeperSql`alter database ${named(name)} owner to current_user`).catch(unlessRefused);
}

/** Only a superuser and who prepared a transaction may end it. */
async function rollBackPrepared(
  { keeper, open }: Administration,
  database: string,
  gid: string,
  owner: string,
): Promise<void> {
  const end = keeperSql`rollback prepared ${value(gid)}`;
  const inside = await open.keeper(database);
  const refused = await refusal(inside.run(end)).finally(() => inside.close());
  if (refused === null || !isScratch(owner)) return;
  const role = takeOver(owner);
  await restoreLogin(keeper, role);
  const session = await open.change(database, role);
  await session.query(end).finally(() => session.close());
}

function unlessRefused(error: unknown): void {
  if (!(error instanceof PostgresError)) throw error;
}

/** Drops what crashed runs left more than six hours ago. What can't be dropped is left alone. */
export async function dropLeftovers(options: Administration): Promise<void> {
  const { keeper } = options;
  // Databases first: a role that owns one can't be dropped.
  for (const name of await leftovers(keeper, ALL_DATABASES)) await dropDatabase(options, name).catch(unlessRefused);
  for (const name of await leftovers(keeper, ALL_ROLES)) await dropRole(keeper, name);
}

async function leftovers(keeper: Keeper, names: KeeperSql): Promise<string[]> {
  const { rows } = await keeper.run(names);
  const now = Math.floor(Date.now() / 1000);
  return rows.flatMap(([name]) => (typeof name === 'string' && isLeftover(name, now) ? [name] : []));
}
