/** Rehearsals of chains that are in databases of their own, as one. Pure. */
import type { Seen } from '../verdict/seen.js';
import type { Rehearsal } from './rehearse.js';

/** Each statement was seen in one of them. */
export function asOne(rehearsals: readonly Rehearsal[]): Omit<Rehearsal, 'seen'> & { seen: Seen } {
  const baselines = rehearsals.flatMap(({ baseline }) => baseline ?? []);
  const notes = rehearsals.flatMap(({ notChecked }) => notChecked);
  const first = <T>(found: (seen: Seen) => T | undefined) => {
    for (const { seen } of rehearsals) {
      const what = found(seen);
      if (what !== undefined) return what;
    }
    return undefined;
  };
  return {
    migrations: rehearsals.flatMap(({ migrations }) => migrations),
    observations: rehearsals.flatMap(({ observations }) => observations),
    seen: {
      statement: (at) => first((seen) => seen.statement(at)),
      fate: (at, object) => first((seen) => seen.fate(at, object)),
      leftOut: (at, column) => rehearsals.some(({ seen }) => seen.leftOut(at, column)),
      outside: rehearsals.every(({ seen }) => seen.outside),
    },
    // The server's own notes are the same for all.
    notChecked: notes.filter(
      (note, index) => notes.findIndex(({ check, reason }) => check === note.check && reason === note.reason) === index,
    ),
    ...(baselines.length > 0 && {
      baseline: {
        scripts: baselines.reduce((sum, { scripts }) => sum + scripts, 0),
        fromCache: baselines.reduce((sum, { fromCache }) => sum + fromCache, 0),
      },
    }),
  };
}
