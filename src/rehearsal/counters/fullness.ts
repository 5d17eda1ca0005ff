/** How full the range of an integer key is, as far as production's statistics know. Pure. */
import type { Script } from '../../model.js';
import type { Proof } from '../../report-schema/types.js';
import { shortName } from '../../schema/objects.js';
import { code } from '../../sql/words.js';
import { hazard } from '../../verdict/fact.js';
import type { Observation } from '../../verdict/observation.js';
import type { StatisticsFile } from '../ground/statistics/schema.js';
import { observe } from '../run/observe.js';
import type { Counter } from './counters.js';
import { END, grouped, lastOn, TYPES } from './findings.js';

interface FilledKey {
  counter: Counter;
  /** The highest number that is known; at least so many were given where only the rows were counted. */
  most: bigint;
  isCounted: boolean;
  percent: number;
}

/** From where on it is told, and told as a warning. */
const HALF = 50;
const NEARLY = 80;

/** Those that are at least half full. */
export function filledKeys(counters: readonly Counter[], statistics: StatisticsFile): FilledKey[] {
  return counters.flatMap((counter): FilledKey[] => {
    const table = statistics.tables.find((one) => one.schema === counter.schema && one.table === counter.table);
    const end = END[counter.width] ?? 0n;
    if (table === undefined || counter.width === 8 || counter.sequence.step <= 0n) return [];
    const bound = /([0-9]+)\}$/.exec(table.columns[counter.column]?.histogramBounds ?? '')?.[1];
    const counted = BigInt(Math.max(0, Math.round(table.rows)));
    const isCounted = bound === undefined || BigInt(bound) < counted;
    const most = isCounted ? counted : BigInt(bound);
    const percent = Number((most * 100n) / end);
    return percent >= HALF ? [{ counter, most, isCounted, percent }] : [];
  });
}

export function filledFindings(script: Script, keys: readonly FilledKey[]): Observation[] {
  return keys.map(({ counter: { schema, table, column, width }, most, isCounted, percent }) => {
    const full = `${schema}.${table}.${column}`;
    const known = isCounted ? `${grouped(most)} rows` : `the number ${grouped(most)}`;
    return observe('integer-key-fills-up', script, lastOn(script, table, []), {
      message: `Production has come to ${known} in ${code(shortName(full))}, ${percent}% of what ${TYPES[width]} holds. At its end every INSERT fails.`,
      proof: `In the statistics file: ${known}, of ${grouped(END[width] ?? 0n)}`,
      facts: [hazard('integer-key-fills-up', full)],
      ...(percent < NEARLY && { severity: 'info' as const }),
    });
  });
}

export function filledTable(keys: readonly FilledKey[]): NonNullable<Proof['table']> {
  return {
    caption: 'how full integer keys are',
    head: ['Column', 'Type', 'Known to be given', 'Of its range'],
    rows: keys.map(({ counter: { schema, table, column, width }, most, percent }) => [
      shortName(`${schema}.${table}.${column}`),
      TYPES[width] ?? '',
      grouped(most),
      `${percent}%`,
    ]),
  };
}
