/** Sequences reach as far as their columns, and stand past the numbers that rows have. */
import { shortName } from '../../schema/objects.js';
import { code } from '../../sql/words.js';
import type { Behind, Counter } from '../counters/counters.js';
import { behindFindings, narrowFindings, newlyNarrow } from '../counters/findings.js';
import { filledFindings, filledKeys, filledTable } from '../counters/fullness.js';
import { type CountersBefore, countersAfter, countersBefore, mayMove } from '../counters/look.js';
import { failed, proven, schemaProof } from './proof.js';

export default schemaProof<CountersBefore>({
  check: 'counters',
  title: 'Sequences stand past their rows and reach as far as their columns',
  begin({ stage, migration: { up } }) {
    return countersBefore(stage, up);
  },
  async show({ stage, migration: { up }, statistics }, before) {
    const after = await countersAfter(stage, up, before);
    const narrow = newlyNarrow(before.counters, after.counters);
    const filled = statistics ? filledKeys(after.counters.filter(mayMove(up)), statistics) : [];
    const table = filled.length > 0 && { table: filledTable(filled) };
    const full = filledFindings(up, filled);
    if (narrow.length === 0 && after.behind.length === 0) {
      if (!table) return null;
      return proven('nothing differs; some keys are more than half full in production', {
        ...table,
        observations: full,
      });
    }
    const observations = [...narrowFindings(up, narrow), ...behindFindings(up, after.behind), ...full];
    const told = [...narrow.map(ends), ...after.behind.map(stands)];
    return failed(told.join('; '), { observations, ...table });
  },
});

function ends({ sequence }: Counter): string {
  return `${code(shortName(`${sequence.schema}.${sequence.name}`))} ends at ${sequence.last}`;
}

function stands({ counter: { sequence }, next, most }: Behind): string {
  return `${code(shortName(`${sequence.schema}.${sequence.name}`))} gives ${next} next, and rows go up to ${most}`;
}
