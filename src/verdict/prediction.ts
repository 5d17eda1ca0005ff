/** What the lint says before a server has been asked. Types only. */
import type { Recipe } from '../findings/recipe.js';
import type { Finding } from '../report-schema/types.js';
import type { Claim, Place } from './fact.js';

export interface Prediction {
  finding: Finding;
  /** The statement that the claim is about. */
  at: Place;
  /** Absent where nothing on a server bears on it. */
  claim?: Claim;
  unless?: Unless;
  /** What stands in the place of the statement, where the help is that. */
  recipe?: Recipe;
  /** Findings of one check with the same cause are one, with its places. */
  cause?: string;
}

/** What a later migration of the change may bring, so that there is nothing to say: an index of the table that begins so. */
export interface Unless {
  table: string;
  indexOn: readonly string[];
}
