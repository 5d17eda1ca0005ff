/** Proves what a failure halfway leads to, for each migration of the change that can stop there. */
import type { Migration, MigrationReport, NotChecked, Script } from '../../model.js';
import { touchesShared } from '../../sql/role-names.js';
import { runScript } from '../apply.js';
import type { Foundation } from '../foundation.js';
import type { Observation } from '../observation.js';
import type { Plan } from '../rehearse.js';
import type { ScratchDatabase, Server } from '../servers/server.js';
import { resetSession } from '../stage.js';
import { onSession } from './copies.js';
import { interruptionFindings } from './findings.js';
import { interruptEverywhere } from './interrupt.js';
import { interruptionPoints } from './points.js';
import { Reference, type Schemas } from './reference.js';

export interface RerunProof {
  observations: Observation[];
  notChecked: NotChecked[];
}

const CHECK = 're-run after a failure halfway';

export interface Rehearsed {
  /** What is found is written into them. */
  reports: MigrationReport[];
  /** Null for a migration that didn't apply. */
  schemas: (Schemas | null)[];
}

/** `foundation` holds no rows, and makes no stage any more: its base is taken from migration to migration. */
export async function proveReruns(
  foundation: Foundation,
  server: Server,
  plan: Plan,
  { reports, schemas }: Rehearsed,
): Promise<RerunProof> {
  const out: RerunProof = { observations: [], notChecked: [] };
  const stoppable = plan.changed.filter(
    ({ up }, index) => interruptionPoints(up).length > 0 && applied(reports[index]),
  );
  const wanted = stoppable.filter(({ up, down }) => !touchesShared(down ? [up, down] : [up]));
  const reason = 'it changes roles or settings that no copy of the database has for itself';
  out.notChecked.push(
    ...stoppable.filter((one) => !wanted.includes(one)).map(({ path }) => ({ check: `${CHECK}: ${path}`, reason })),
  );
  if (wanted.length === 0) return out;
  if (!server.capabilities.templates) {
    const reason = 'it needs copies of the database, which only a real server makes';
    out.notChecked.push(...wanted.map(({ path }) => ({ check: `${CHECK}: ${path}`, reason })));
    return out;
  }
  const base = await foundation.base();
  if ('obstacle' in base) return out;
  for (const [index, migration] of plan.changed.entries()) {
    const [report, seen] = [reports[index], schemas[index]];
    if (report === undefined || seen === undefined) break;
    if (seen && wanted.includes(migration)) {
      const reference = new Reference(base, migration.up, seen, plan.seed.length > 0);
      await interrupt(base, migration, reference, report, out);
    }
    if (migration === wanted.at(-1)) break;
    if (!(await advance(base, migration.up)) && seen) break;
  }
  return out;
}

async function interrupt(
  base: ScratchDatabase,
  migration: Migration<Script>,
  reference: Reference,
  report: MigrationReport,
  out: RerunProof,
): Promise<void> {
  const { up, down } = migration;
  const tried = await interruptEverywhere(base, { up, down }, reference);
  if (tried === null) return;
  const { interrupted, left } = tried;
  report.rerun = { ...report.rerun, interrupted };
  out.observations.push(...interruptionFindings(up, interrupted));
  if (left > 0) {
    out.notChecked.push({ check: `${CHECK}: ${migration.path}`, reason: `${left} more statements were not tried` });
  }
}

async function advance(base: ScratchDatabase, up: Script): Promise<boolean> {
  return onSession(base, async (session) => {
    await resetSession(session);
    return (await runScript(session, up, null)).complete;
  });
}

/** What had to be made to run, or didn't, has other troubles first. */
function applied(report: MigrationReport | undefined): boolean {
  const up = report?.statements.filter(({ role }) => role === 'up') ?? [];
  return up.length > 0 && up.every(({ status }) => status === 'applied');
}
