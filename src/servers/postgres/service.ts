/** The server that a `database-url` names, usually a service container. */
import { setTimeout as sleep } from 'node:timers/promises';
import { isSupported } from '../../sql/versions.js';
import type { Baselines } from '../baseline-cache/baselines.js';
import { keeperSql } from '../keeper-sql.js';
import type { Limits } from '../limits.js';
import { type Server, ServerLost, ServerUnavailable } from '../server.js';
import type { Address } from './connections.js';
import { parseDatabaseUrl, type ServiceAddress, withDatabase } from './database-url.js';
import { refuseRemote } from './nearby.js';
import { type PgServer, type PgServerOptions, pgServer } from './postgres-server.js';
import { dropLeftovers } from './scratch-drop.js';
import { noCreateDb, refusal, refusedWork, retryFor, silent, tooOld, unreachable } from './service-refusals.js';
import { templateCache } from './template-cache.js';

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
  const { superuser = false, minUptime = MIN_UPTIME, baselines } = options;
  const { server, keeper, scratchOptions } = await connectPatiently(address, options, {
    ...options,
    kind: 'service',
    superuser,
    address: addressOf(address),
    // What the server refuses to the administrator is a fault of the server or of its settings, and said as one.
    explain: (refusal) => new ServerUnavailable(refusedWork(address, refusal), { cause: refusal }),
    baselines: (scratch, mayReassign) => (baselines && mayReassign ? templateCache({ scratch, minUptime }) : null),
  });
  try {
    if (!isSupported(server.major)) throw new ServerUnavailable(tooOld(address, server.version));
    const { rows } = await keeper.run(
      keeperSql`select r.rolname, r.rolcreatedb or r.rolsuper from pg_catalog.pg_roles r where r.rolname operator(pg_catalog.=) current_user`,
    );
    if (rows[0]?.[1] !== 't') throw new ServerUnavailable(noCreateDb(address, rows[0]?.[0] ?? ''));
    await dropLeftovers(scratchOptions);
    return server;
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** The URL's own options are kept, and ours come after them. */
function addressOf(address: ServiceAddress): Address {
  return (database, role) => {
    const url = new URL(withDatabase(address, database, role));
    const options = url.searchParams.get('options');
    url.searchParams.delete('options');
    return { connectionString: url.href, ...(options !== null && { options }) };
  };
}

async function connectPatiently(
  address: ServiceAddress,
  { connectTimeout }: ServiceOptions,
  options: PgServerOptions,
): Promise<PgServer> {
  const start = Date.now();
  for (let tries = 1; ; tries++) {
    try {
      return await pgServer({ ...options, connectSeconds: 5 });
    } catch (error) {
      if (error instanceof ServerLost) throw new ServerUnavailable(silent(address, error), { cause: error });
      const refused = refusal(address, error);
      if (refused !== undefined) throw new ServerUnavailable(refused, { cause: error });
      const seconds = (Date.now() - start) / 1000;
      const wait = Math.min(0.1 * 1.5 ** (tries - 1), 2);
      if (seconds + wait > retryFor(error, connectTimeout)) {
        throw new ServerUnavailable(unreachable(address, error, tries, seconds), { cause: error });
      }
      await sleep(wait * 1000);
    }
  }
}
