/** Which server a rehearsal runs on. */
import type { ServerChoice } from '../settings/words.js';
import type { Baselines } from './baseline-cache/baselines.js';
import { findPostgres } from './cluster/binaries.js';
import { localServer } from './cluster/local.js';
import { embeddedServer } from './embedded/embedded.js';
import type { Limits } from './limits.js';
import { serviceServer } from './postgres/service.js';
import { type Server, ServerUnavailable } from './server.js';

export interface ServerWish extends Limits {
  choice: ServerChoice;
  databaseUrl: string | null;
  /** The major version that production runs. */
  target: number | null;
  /** How long to wait for a server that isn't up yet, in seconds. */
  connectTimeout: number;
  /** Whether SQL runs with the administrator's rights. */
  superuser?: boolean;
  /** Whether some script names extensions; true where it isn't given. */
  extensions?: boolean;
  /** Whether the URL may name any host. */
  allowRemoteDatabase?: boolean;
  /** A folder whose npm packages may bring a server's binaries: none where a change could bring them. */
  project?: string | undefined;
  /** Where baselines are kept between runs; null or absent: they aren't. */
  baselines?: Baselines | null;
}

export interface ChosenServer {
  server: Server | null;
  /** Why it is not the server that one would expect. */
  notChecked?: string;
}

/** Starts or connects to the server that is wished for. Throws `ServerUnavailable` where that can't be had. */
export async function chooseServer(wish: ServerWish): Promise<ChosenServer> {
  switch (wish.choice) {
    case 'none':
      return { server: null };
    case 'service':
      return { server: await service(wish) };
    case 'local':
      return { server: await localServer(wish) };
    case 'embedded':
      return { server: await embeddedServer(wish) };
    case 'auto':
      return wish.databaseUrl === null ? await nearest(wish) : { server: await service(wish) };
  }
}

async function service(wish: ServerWish): Promise<Server> {
  const { databaseUrl } = wish;
  if (databaseUrl === null) {
    throw new ServerUnavailable('server is `service`, but there is no database-url. Give one, or use `server: auto`.');
  }
  return serviceServer({ ...wish, databaseUrl });
}

/** What this machine has: real binaries if there are any that start, else the embedded server. */
async function nearest(wish: ServerWish): Promise<ChosenServer> {
  if ((await findPostgres(wish)).length === 0) return { server: await embeddedServer(wish) };
  try {
    return { server: await localServer(wish) };
  } catch (error) {
    if (!(error instanceof ServerUnavailable)) throw error;
    return { server: await embeddedServer(wish), notChecked: error.message };
  }
}
