/** Connects to a scratch database whose SQL may have closed it to logins. */
import { setTimeout as sleep } from 'node:timers/promises';
import { keeperSql, name as named, value } from '../keeper-sql.js';
import { type Keeper, ServerUnavailable } from '../server.js';
import { errorCode } from './errors.js';
import { restoreLogin, type ScratchRole } from './scratch-role.js';

/** How long to wait for a connection slot that another session may leave, in milliseconds. */
const SLOT_PATIENCE_MS = 10_000;
const SLOT_POLL_MS = 500;

/**
 * Connects to a database. Its SQL may have closed it to logins: then it is opened for as long as that takes. A server
 * whose slots are used up is given a moment.
 */
export async function connectPatiently<S>(
  keeper: Keeper,
  name: string,
  role: ScratchRole | null,
  connect: () => Promise<S>,
): Promise<S> {
  for (const start = performance.now(); ; ) {
    try {
      return await connect();
    } catch (error) {
      const code = errorCode(error) ?? '';
      if (isLockedOut(code, error)) return withDoorOpen(keeper, name, role, connect);
      if (code !== TOO_MANY_CONNECTIONS) throw error;
      if (performance.now() - start > SLOT_PATIENCE_MS) throw new ServerUnavailable(noSlot(error), { cause: error });
      await sleep(SLOT_POLL_MS);
    }
  }
}

const TOO_MANY_CONNECTIONS = '53300';

/** A login that was refused (28…), a right on the database that is gone, a limit of its own, a database that is closed. */
function isLockedOut(code: string, error: unknown): boolean {
  if (code.startsWith('28') || code === '42501' || code === '55000') return true;
  return code === TOO_MANY_CONNECTIONS && /for (database|role) "/.test(error instanceof Error ? error.message : '');
}

function noSlot(error: unknown): string {
  return `PostgreSQL has no connection slot left for a role that is no superuser (${error instanceof Error ? error.message : String(error)}), and none came free in ${SLOT_PATIENCE_MS / 1000} s. Raise max_connections of the server, or end what else is connected to it.`;
}

/** Lets a role into a database that its SQL has closed, and leaves it as closed as it was. */
async function withDoorOpen<S>(
  keeper: Keeper,
  database: string,
  role: ScratchRole | null,
  connect: () => Promise<S>,
): Promise<S> {
  const db = named(database);
  const who = role === null ? keeperSql`current_user` : named(role.name);
  const { rows } = await keeper.run(
    keeperSql`select d.datconnlimit, d.datallowconn, pg_catalog.has_database_privilege(r.oid, d.oid, 'CONNECT')
      from pg_catalog.pg_database d, pg_catalog.pg_roles r
      where d.datname operator(pg_catalog.=) ${value(database)} and r.rolname operator(pg_catalog.=) ${role === null ? keeperSql`current_user` : value(role.name)}`,
  );
  const [limit, open, allowed] = rows[0] ?? [];
  await keeper.run(keeperSql`alter database ${db} with allow_connections true connection limit -1`);
  if (allowed === 'f') await keeper.run(keeperSql`grant connect on database ${db} to ${who}`);
  if (role !== null) await restoreLogin(keeper, role);
  try {
    return await connect();
  } finally {
    if (allowed === 'f') await keeper.run(keeperSql`revoke connect on database ${db} from ${who}`);
    const allow = open === 'f' ? keeperSql`false` : keeperSql`true`;
    await keeper.run(
      keeperSql`alter database ${db} with allow_connections ${allow} connection limit ${value(Number(limit ?? -1))}`,
    );
  }
}
