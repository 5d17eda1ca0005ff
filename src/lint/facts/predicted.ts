/** What a statement is predicted to do to one relation, as the claim that a server can confirm. */
import type { LockMode } from '../../model.js';
import { type Claim, touches } from '../../verdict/fact.js';
import type { RuleContext } from '../rule.js';

export interface Predicted {
  lock: LockMode;
  scans: boolean;
  claim: Claim;
}

/** Undefined where the statement doesn't touch the relation. */
export function predicted(relation: string, { footprint }: RuleContext): Predicted | undefined {
  const found = footprint().find((one) => one.relation === relation);
  if (found === undefined) return undefined;
  const { lock, scans = false } = found;
  return { lock, scans, claim: touches(lock, relation, found) };
}
