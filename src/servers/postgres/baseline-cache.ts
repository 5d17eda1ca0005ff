/** How a real server keeps databases from one run to the next. */
import type { NamedDatabase } from './scratch.js';
import type { Keepable, ScratchOptions } from './scratch-options.js';

export interface BaselineCache {
  /** The database that was kept under the first of these keys that there is; null where there is none. */
  open(keys: readonly string[], options: ScratchOptions): Promise<{ key: string; database: NamedDatabase } | null>;
  /** Keeps a database. What can't be kept isn't. */
  keep(key: string, database: Keepable): Promise<void>;
  /** Called before SQL of the change may run. */
  seal(): void;
}
