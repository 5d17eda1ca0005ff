/** Keeps a cluster of our own with the baseline in it: the next run starts from its data folder. */
import type { Store } from '../kept/store.js';
import type { Cluster } from './cluster.js';
import { copyCluster, oldestCopied } from './cluster-copy.js';
import { NOT_AFTER_A_CRASH } from './crash-safe.js';
import type { Keeper } from './keeper.js';
import { databaseOf, scratchDatabases } from './scratch.js';
import { takeOver } from './scratch-role.js';
import type { Session } from './server.js';

export interface KeptCluster {
  cluster: Cluster;
  major: number;
  store: Store;
  /** The administrator's session. */
  admin: Session;
  /** An administrator's session in a database. */
  connect(database: string): Promise<Session>;
  /** The key that the cluster was started from. */
  key: string | null;
}

/** Its data folder is all of the server, so that only one that no SQL of the change has run on is kept. */
export function clusterKeeper({ cluster, major, store, admin, connect, key }: KeptCluster): Keeper {
  let untouched = true;
  let startedFrom = key;
  return {
    async open(keys, options) {
      if (startedFrom === null || !keys.includes(startedFrom)) return null;
      const opened = startedFrom;
      startedFrom = null;
      const [name, ...others] = await scratchDatabases(admin);
      if (name === undefined || others.length > 0) return null;
      return { key: opened, database: databaseOf(options, name, options.superuser ? null : takeOver(name)) };
    },
    async keep(wanted, { name }) {
      if (!untouched || major < oldestCopied || (await scratchDatabases(admin)).length !== 1) return;
      const session = await connect(name);
      const { rows } = await session.query(NOT_AFTER_A_CRASH);
      await session.close();
      if (rows.length > 0) return;
      try {
        store.write(wanted, await copyCluster(admin, cluster.data));
      } catch {
        // Such as a tablespace, or a file that we may not read: the next run builds it anew.
      }
    },
    seal() {
      untouched = false;
    },
  };
}
