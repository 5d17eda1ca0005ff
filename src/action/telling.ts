/** A run publishes one result only: its verdict, or that there is none. The first one counts. */

export interface Telling {
  /** Whether either has begun. */
  readonly hasBegun: boolean;
  /** True for the first caller. */
  begin(): boolean;
}

export function newTelling(): Telling {
  let hasBegun = false;
  return {
    get hasBegun() {
      return hasBegun;
    },
    begin() {
      if (hasBegun) return false;
      hasBegun = true;
      return true;
    },
  };
}
