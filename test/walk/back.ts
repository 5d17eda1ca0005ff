/** Runs a chain of migrations and then their rollbacks, the last one first, as their tool does. */
import type { Migration, Script } from '../../src/model.js';
import { runScript } from '../../src/rehearsal/run/apply.js';
import { compareRollback, differenceOf } from '../../src/rehearsal/snapshot/compare.js';
import { type Snapshot, takeSnapshot } from '../../src/rehearsal/snapshot/snapshot.js';
import type { Server } from '../../src/servers/server.js';
import { irreversibleReason } from '../../src/sql/directives.js';
import { onGround } from '../support/kept.js';

const NOTHING = /^no rollback: there is nothing to undo$/;

export interface WayBack {
  /** What Postgres refused, with the file. */
  refused: string[];
  /** What differs from the schema before the last migration that was rolled back, in words. */
  left: string[];
  /** The migrations that say why they have no way back. */
  oneWay: string[];
}

/** Back to the beginning, or to the first migration that has no rollback. */
export async function rolledBack(server: Server, chain: readonly Migration<Script>[]): Promise<WayBack> {
  const { seen, obstacle } = await onGround(server, { scripts: [] }, async ({ session, scratch }) => {
    const way: WayBack = { refused: [], left: [], oneWay: [] };
    const run = async (script: Script) => {
      const { failures } = await runScript(session, script, null);
      way.refused.push(...failures.map(({ statement, error }) => `${statement.location.path}: ${error.message}`));
    };
    const befores: Snapshot[] = [];
    for (const { up } of chain) {
      befores.push(await takeSnapshot(scratch));
      await run(up);
    }
    const migrated = await takeSnapshot(scratch);
    let before = migrated;
    for (const [at, { id, down, irreversible }] of [...chain.entries()].reverse()) {
      if (irreversible !== undefined && !NOTHING.test(irreversible)) way.oneWay.push(`${id}: ${irreversible}`);
      // What the walk begins with, and what the help is about, have no rollback of their own.
      const isGiven = /(^|[_-])(base|change)$/.test(id.replace(/\.sql$/, ''));
      if (down === undefined && (isGiven || !NOTHING.test(irreversible ?? ''))) break;
      if (down) await run(down);
      before = befores[at] as Snapshot;
    }
    const stages = { before, migrated, rolledBack: await takeSnapshot(scratch) };
    const irreversible = chain.some(({ down }) => down && irreversibleReason(down) !== undefined);
    way.left = compareRollback(stages, { irreversible })
      .changes.map(differenceOf)
      .map(({ change, kind, name }) => `${change} ${kind} ${name}`);
    return way;
  });
  if (seen === undefined) throw new Error(JSON.stringify(obstacle));
  return seen;
}
