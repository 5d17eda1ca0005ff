/** A stage that a rehearsal has left behind its only migration, brought back to where the change starts. */
import { runScript } from './apply.js';
import type { Plan, Rehearsal } from './rehearse.js';
import { touchedTables } from './rows-probe.js';
import type { Server } from './servers/server.js';
import { resetSession, type Stage } from './stage.js';
import { targetsOf } from './write-cost/compare.js';

/**
 * Spares a server that copies no databases the making of another one, where what writes cost is all that is left to
 * measure. The rollback must have restored the schema, and no statement may have touched a row.
 */
export async function rewind(
  stage: Stage | null,
  server: Server,
  { changed }: Plan,
  { migrations }: Rehearsal,
): Promise<Stage | null> {
  const [migration] = changed;
  const [report] = migrations;
  if (stage === null || server.capabilities.templates || changed.length !== 1 || !migration?.down || !report)
    return null;
  if (report.rollback.verdict !== 'reversible' || touchedTables(migrations).size > 0) return null;
  if (targetsOf(migration.up, stage.tables).length === 0) return null;
  if (!(await runScript(stage.session, migration.down, null)).complete) return null;
  await resetSession(stage.session);
  return stage;
}
