/** The server that a `database-url` names, usually a service container. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Baselines } from '../kept/baselines.js';
import { parseDatabaseUrl, type ServiceAddress, withDatabase } from './database-url.js';
import type { Limits } from './limits.js';
import { connectClient, type PgClient } from './pg-client.js';
import { type Connect, pgServer } from './pg-server.js';
import { pgSession } from './pg-session.js';
import { refuseRemote } from './remote.js';
import { dropLeftovers } from './scratch.js';
import { type Server, ServerUnavailable, type Session } from './server.js';
import { noCreateDb, refusal, retryFor, unreachable } from './service-refusals.js';
import { templateKeeper } from './template-keeper.js';

export interface ServiceOptions extends Limits {
  databaseUrl: string;
  /** Whether SQL runs with the rights of the URL's role. */
  superuser?: boolean;
  /** Whether the URL may name any host. */
  allowRemoteDatabase?: boolean;
  /** How long to wait for a server that isn't up yet, in seconds. */
  connectTimeout: number;
  /** Whether baselines are kept between runs at all. */
  baselines?: Baselines | null;
  /** How long the server has to be up before anything is kept on it, in seconds. */
  minUptime?: number;
}

/** A service container is as old as its job: what is kept there goes with it. */
const MIN_UPTIME = 20 * 60;

/** Connects to the server, waiting for it where it is still starting. Throws `ServerUnavailable` with the reason. */
export async function serviceServer(options: ServiceOptions): Promise<Server> {
  const address = parseDatabaseUrl(options.databaseUrl);
  if (!options.allowRemoteDatabase) refuseRemote(address.host);
  const first = await connectPatiently(address, options);
  const { superuser = false, minUptime = MIN_UPTIME, baselines } = options;
  const connect: Connect = (database, role) =>
    connectClient({
      connectionString: withDatabase(address, database, role),
      statement_timeout: options.statementTimeout * 1000,
    });
  const keeper = (admin: Session, mayReassign: boolean) =>
    baselines && mayReassign
      ? templateKeeper({ admin, connect: async (name) => pgSession(await connect(name, null)), superuser, minUptime })
      : null;
  const server = await pgServer(first, { ...options, kind: 'service', connect, keeper });
  try {
    const { rows } = await server.admin.query(
      'select current_user, rolcreatedb or rolsuper from pg_catalog.pg_roles where rolname = current_user',
    );
    if (rows[0]?.[1] !== 't') throw new ServerUnavailable(noCreateDb(address, rows[0]?.[0] ?? ''));
    await dropLeftovers(server.admin);
    return server;
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function connectPatiently(address: ServiceAddress, options: ServiceOptions): Promise<PgClient> {
  const start = Date.now();
  for (let tries = 1; ; tries++) {
    try {
      return await connectClient({ connectionString: address.url, connectionTimeoutMillis: 5000 });
    } catch (error) {
      const refused = refusal(address, error);
      if (refused !== undefined) throw new ServerUnavailable(refused, { cause: error });
      const seconds = (Date.now() - start) / 1000;
      const wait = Math.min(0.1 * 1.5 ** (tries - 1), 2);
      if (seconds + wait > retryFor(error, options.connectTimeout)) {
        throw new ServerUnavailable(unreachable(address, error, tries, seconds), { cause: error });
      }
      await sleep(wait * 1000);
    }
  }
}
