/** Which migrations a tool sends in one run: where their mode is `per-run`, they share a transaction. */
import type { Migration, ScriptSource } from '../model.js';

/** Neighbours of one layout that share a run's transaction, in order; every other migration by itself. */
export function runsOf<S extends ScriptSource>(migrations: readonly Migration<S>[]): Migration<S>[][] {
  const runs: Migration<S>[][] = [];
  for (const migration of migrations) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (before && run && shares(before, migration)) run.push(migration);
    else runs.push([migration]);
  }
  return runs;
}

function shares(before: Migration<ScriptSource>, { layout, up }: Migration<ScriptSource>): boolean {
  return up.transaction === 'per-run' && before.up.transaction === 'per-run' && before.layout === layout;
}
