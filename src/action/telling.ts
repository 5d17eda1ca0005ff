/** A run tells one thing only: its verdict, or that it can't be had. Whatever comes first is what counts. */

export interface Telling {
  /** Whether anybody has begun. */
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
