/** Code of which nobody could be sure, and in which a write has failed: that shows it. Pure. */
import { lastName } from '../../schema/objects.js';
import type { Observation } from '../../verdict/observation.js';

const WRITTEN_IN = /in the function `"?([^`("]+)/;
const TOLD_OF = /^The \w+ `"?([^`("]+)/;

export function shownByWrites(observations: readonly Observation[]): Observation[] {
  const failed = observations.flatMap(({ finding, at }) => {
    const name = WRITTEN_IN.exec(finding.message)?.[1];
    const isError = finding.rule === 'write-breaks' && finding.severity === 'error';
    return isError && name !== undefined ? [{ path: at.path, name: lastName(name) }] : [];
  });
  return observations.map((observation) => {
    const { finding, at, tried } = observation;
    if (finding.rule !== 'stored-code-breaks' || tried === undefined) return observation;
    const name = lastName(TOLD_OF.exec(finding.message)?.[1] ?? '');
    const isShown = failed.some((one) => one.path === at.path && one.name === name);
    return isShown ? { ...observation, finding: { ...finding, severity: 'error' } } : observation;
  });
}
