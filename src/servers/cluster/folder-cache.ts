/** Keeps a cluster of our own with the baseline in it: the next run starts from its data folder. */

import type { Store } from '../baseline-cache/store.js';
import { catalogSql } from '../catalogs/catalog-sql.js';
import type { BaselineCache } from '../postgres/baseline-cache.js';
import { databaseOf } from '../postgres/scratch.js';
import { scratchDatabases } from '../postgres/scratch-drop.js';
import type { ScratchOptions } from '../postgres/scratch-options.js';
import { takeOver } from '../postgres/scratch-role.js';
import type { Cluster } from './cluster.js';
import { copyCluster } from './copy.js';

export interface KeptCluster {
  cluster: Cluster;
  store: Store;
  scratch: ScratchOptions;
  /** The key that the cluster was started from. */
  key: string | null;
}

/** Its data folder is all of the server, so that only one that no SQL of the change has run on is kept. */
export function folderCache({ cluster, store, scratch, key }: KeptCluster): BaselineCache {
  const { keeper, open: sessions } = scratch;
  let untouched = true;
  let startedFrom = key;
  return {
    async open(keys, options) {
      if (startedFrom === null || !keys.includes(startedFrom)) return null;
      const opened = startedFrom;
      startedFrom = null;
      const [name, ...others] = await scratchDatabases(keeper);
      if (name === undefined || others.length > 0) return null;
      return { key: opened, database: databaseOf(options, { name, role: options.superuser ? null : takeOver(name) }) };
    },
    async keep(wanted, { name }) {
      if (!untouched || (await scratchDatabases(keeper)).length !== 1) return;
      const observer = await sessions.observer(name);
      const { rows } = await observer.read(catalogSql('not after a crash')).finally(() => observer.close());
      if (rows.length > 0) return;
      try {
        store.write(wanted, await copyCluster(keeper, cluster.data));
      } catch {
        // Such as a tablespace, or a file that we may not read: the next run builds it anew.
      }
    },
    seal() {
      untouched = false;
    },
  };
}
