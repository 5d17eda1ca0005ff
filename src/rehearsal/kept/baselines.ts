/** Which baselines a run may start from, and where they are. */
import { ownFolder } from './folder.js';
import { type GroundworkSource, groundworkKeys } from './keys.js';

/** What a server is told of the baselines that are kept. */
export interface Baselines {
  folder: string;
  /** Under which keys this run's baseline may have been kept, the best first: the server starts there. */
  keys: readonly string[];
}

/** Null where there is no folder of our own to keep them in. */
export function baselinesIn(groundwork: GroundworkSource, folder: string | null = ownFolder()): Baselines | null {
  return folder === null ? null : { folder, keys: groundworkKeys(groundwork) };
}
