/** What a statement is predicted to do to one relation, as the claim that a server can confirm. */
import type { Claim, LockMode } from '../model.js';
import type { RuleContext } from './rule.js';

export interface Predicted {
  lock: LockMode;
  claim: Claim;
}

/** Undefined where the statement doesn't touch the relation. */
export function predicted(relation: string, { footprint }: RuleContext): Predicted | undefined {
  const found = footprint().find((one) => one.relation === relation);
  if (found === undefined) return undefined;
  const { lock, scans, rewrites } = found;
  return { lock, claim: { lock, on: relation, ...(scans && { scans }), ...(rewrites && { rewrites }) } };
}
