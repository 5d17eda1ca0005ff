/** A throwaway server from the PostgreSQL binaries that are on this machine. */
import type { Limits } from './limits.js';
import { findPostgres, pickPostgres, readVersion } from './local-binaries.js';
import { startCluster } from './local-cluster.js';
import { connectClient } from './pg-client.js';
import { type Connect, pgServer } from './pg-server.js';
import { type Server, ServerUnavailable } from './server.js';

export interface LocalOptions extends Limits {
  /** The folder of the binaries; without it they are looked for. */
  bin?: string;
  /** The major version to prefer. */
  target: number | null;
  /** Whether SQL runs as the cluster's superuser. */
  superuser?: boolean;
}

/** Starts a server of our own. Throws `ServerUnavailable` where there are no binaries or they don't start. */
export async function localServer(options: LocalOptions): Promise<Server> {
  const binaries =
    options.bin === undefined ? pickPostgres(await findPostgres(), options.target) : await readVersion(options.bin);
  if (binaries === undefined) {
    throw new ServerUnavailable(
      `No PostgreSQL binaries (initdb, postgres) ${options.bin === undefined ? 'were found on this machine' : `run in ${options.bin}`}. Install PostgreSQL, or set MIGRATION_SAFETY_POSTGRES_BIN to the folder that holds them.`,
    );
  }
  try {
    const cluster = await startCluster({ ...binaries, ...mostBytes(options) });
    const connect: Connect = (database, role) =>
      connectClient({
        host: cluster.host,
        port: cluster.port,
        user: role?.name ?? 'postgres',
        ...(role !== null && { password: role.password }),
        database: database ?? 'postgres',
        // The admin's own statements have no budget: they drop databases, which may take as long as it takes.
        ...(database === null ? {} : { statement_timeout: options.statementTimeout * 1000 }),
      });
    try {
      return await pgServer(await connect(null, null), { ...options, kind: 'local', connect, stop: cluster.stop });
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ServerUnavailable(`PostgreSQL ${binaries.major} in ${binaries.bin} could not be used: ${reason}`, {
      cause: error,
    });
  }
}

/** The baseline, a stage, a copy of that one, and the log. */
const LARGE_DATABASES = 4;

function mostBytes({ databaseSizeLimit }: Limits): { mostBytes?: number } {
  return databaseSizeLimit === undefined ? {} : { mostBytes: LARGE_DATABASES * databaseSizeLimit * 1024 * 1024 };
}
