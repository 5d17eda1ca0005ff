/** What a migration breaks and a later one of the same change mends: it fails only for as long as the one is applied without the other. Pure. */
import type { Observation } from '../verdict/observation.js';

/** By the path of a script, what worked again at the end of the change, each as `wordOf` names it. */
export type WorkingAgain = ReadonlyMap<string, ReadonlySet<string>>;

/** What was tried, without how it was refused: as `triedWrite` and `triedQuery` write it. */
export function wordOf(tried: string): string {
  return JSON.stringify((JSON.parse(tried) as unknown[]).slice(0, -1));
}

export function withMended(observations: readonly Observation[], mended: WorkingAgain): Observation[] {
  return observations.map((observation) => {
    const { tried, at, finding } = observation;
    if (tried === undefined || !mended.get(at.path)?.has(wordOf(tried))) return observation;
    const isSaid = finding.message.includes('A later migration of this change mends it');
    const message = isSaid ? finding.message : `${finding.message} A later migration of this change mends it.`;
    const severity = finding.severity === 'error' ? 'warning' : finding.severity;
    return { ...observation, finding: { ...finding, message, severity } };
  });
}
