/** Looks at counters around a migration: what it leaves behind that was not so before. */
import type { Script } from '../../model.js';
import type { Stage } from '../ground/stage.js';
import { runsCode } from '../run/hazards/unwritten.js';
import { type Behind, behind, type Counter, readCounters } from './counters.js';

export interface CountersBefore {
  counters: readonly Counter[];
  /** Of those that the migration may have to do with. */
  behind: readonly Behind[];
}

type CountedStage = Pick<Stage, 'scratch' | 'session'>;

export async function countersBefore({ scratch, session }: CountedStage, up: Script): Promise<CountersBefore> {
  const counters = await readCounters(session);
  const asked = counters.filter(mayMove(up));
  return { counters, behind: await scratch.pastRowSecurity(() => behind(session, asked)) };
}

export interface CountersAfter {
  counters: readonly Counter[];
  behind: readonly LeftBehind[];
}

/** `isSure`: the sequence is the migration's own, so that it stands in production where it stands here. */
export type LeftBehind = Behind & { isSure: boolean };

export async function countersAfter(
  { scratch, session }: CountedStage,
  up: Script,
  before: CountersBefore,
): Promise<CountersAfter> {
  const counters = await readCounters(session);
  const tables = new Set(before.counters.map(({ tableOid }) => tableOid));
  const sequences = new Set(before.counters.map(({ sequence }) => sequence.oid));
  const asked = counters.filter((one) => !tables.has(one.tableOid) || mayMove(up)(one));
  const left = await scratch.pastRowSecurity(() => behind(session, asked));
  const was = new Set(before.behind.map(({ counter }) => counter.id));
  const news = left.filter(({ counter }) => !was.has(counter.id));
  return {
    counters,
    behind: news.map((one) => ({ ...one, isSure: !sequences.has(one.counter.sequence.oid) })),
  };
}

/** A table whose name stands in the script; any, where what runs stands elsewhere. */
export function mayMove(up: Script): (counter: Counter) => boolean {
  const hides = up.statements.some(runsCode);
  const text = up.sql.toLowerCase();
  return ({ table }) => hides || text.includes(table.toLowerCase());
}
