/** What the rehearsal found by itself: a finding with the evidence `observed`, and its fact. Types only. */
import type { Finding } from '../report-schema/types.js';
import type { Fact, Place } from './fact.js';

export interface Observation {
  finding: Finding;
  at: Place;
  /** What is reported: a rule that predicted one of them has reported it. Relations in them are oids. */
  facts: readonly [Fact, ...Fact[]];
  /** Findings of one check with the same cause are one, with its places. */
  cause?: string;
  /** What was tried and failed, in one text: after a part of the migration it may be tried again. */
  tried?: string;
  /** The server refused what the tool sends: an error whatever explains it, and whatever is switched off. */
  binding?: true;
}
