/** Which baselines a run may start from, and where they are. */
import { ownFolder } from './folder.js';
import { type GroundworkSource, groundworkKeys } from './keys.js';

/** Where the caller wants baselines to be kept. */
export interface KeptPlace {
  /** Null: nowhere. Absent: in the usual folder. */
  folder?: string | null;
  /** What is built in so many milliseconds is not kept there; absent: the server's own limit. */
  worthMs?: number;
  /** Brings into the folder what was kept elsewhere. */
  fetch?(keys: readonly string[]): Promise<void>;
}

/** The server's options for kept baselines. */
export interface Baselines {
  folder: string;
  /** Under which keys this run's baseline may have been kept, the best first: the server starts there. */
  keys: readonly string[];
  worthMs: number;
}

/** Null where there is no folder of our own to keep them in. */
export async function baselinesIn(
  { folder = ownFolder(), worthMs = 0, fetch }: KeptPlace,
  groundwork: GroundworkSource,
): Promise<Baselines | null> {
  if (folder === null) return null;
  const keys = groundworkKeys(groundwork);
  // The last key is that of an empty database.
  if (keys.length > 1) await fetch?.(keys);
  return { folder, keys, worthMs };
}
