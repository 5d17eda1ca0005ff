/** Proves what a failure halfway leads to, for each migration of the change that can stop there. */
import type { Migration, MigrationReport, NotChecked, Script } from '../../model.js';
import { runScript } from '../apply.js';
import type { Foundation } from '../foundation.js';
import type { Observation } from '../observation.js';
import type { Plan } from '../rehearse.js';
import type { Server } from '../servers/server.js';
import { type Snapshot, takeSnapshot } from '../snapshot/snapshot.js';
import { resetSession, type Stage } from '../stage.js';
import { interruptionFindings } from './findings.js';
import { interruptEverywhere, NoCopy } from './interrupt.js';
import { interruptionPoints } from './points.js';

export interface RerunProof {
  observations: Observation[];
  notChecked: NotChecked[];
}

const CHECK = 're-run after a failure halfway';
const ONE_SESSION = 'only a second session can stop it in its middle, and this server has one';

/** Writes what it finds into `reports`, which are in the order of the change. */
export async function proveReruns(
  foundation: Foundation,
  server: Server,
  plan: Plan,
  reports: MigrationReport[],
): Promise<RerunProof> {
  const out: RerunProof = { observations: [], notChecked: [] };
  const { multiSession, templates } = server.capabilities;
  const stoppable = plan.changed.filter(
    ({ up }, index) => interruptionPoints(up).length > 0 && applied(reports[index]),
  );
  if (!templates) {
    const reason = 'it needs copies of the database, which this server does not make';
    out.notChecked.push(...stoppable.map(({ path }) => ({ check: `${CHECK}: ${path}`, reason })));
    return out;
  }
  const points = (up: Script) => interruptionPoints(up).filter(({ leavesIndex }) => multiSession || !leavesIndex);
  for (const { path, up } of stoppable) {
    for (const { at, leavesIndex } of interruptionPoints(up)) {
      if (leavesIndex && !multiSession)
        out.notChecked.push({ check: `${CHECK}: ${path}:${at.location.line}`, reason: ONE_SESSION });
    }
  }
  const wanted = stoppable.filter(({ up }) => points(up).length > 0);
  if (wanted.length === 0) return out;
  const stage = await foundation.stage();
  if ('obstacle' in stage) return out;
  try {
    for (const [index, migration] of plan.changed.entries()) {
      const report = reports[index];
      if (report === undefined) break;
      if (wanted.includes(migration)) await interrupt(stage, migration, report, out);
      if (index === plan.changed.indexOf(wanted.at(-1) as Migration<Script>)) break;
      if (!(await advance(stage, migration.up))) break;
    }
  } finally {
    await stage.leave();
  }
  return out;
}

async function interrupt(
  stage: Stage,
  migration: Migration<Script>,
  report: MigrationReport,
  out: RerunProof,
): Promise<void> {
  const { up, down, path } = migration;
  const leaveOut = (reason: string) => out.notChecked.push({ check: `${CHECK}: ${path}`, reason });
  try {
    const schemas = await referenceSchemas(stage.scratch, up);
    if (schemas === null) return;
    const { interrupted, left } = await interruptEverywhere(stage, { up, down }, schemas);
    report.rerun = { ...report.rerun, interrupted };
    out.observations.push(...interruptionFindings(up, interrupted));
    if (left > 0) leaveOut(`${left} more statements were not tried`);
  } catch (error) {
    if (!(error instanceof NoCopy)) throw error;
    leaveOut('a copy of the database would not have what its unlogged tables hold');
  }
}

/** The schema before the migration, and after it has come to its end. */
async function referenceSchemas(
  scratch: Stage['scratch'],
  up: Script,
): Promise<{ before: Snapshot; after: Snapshot } | null> {
  const copy = await scratch.copy?.();
  if (!copy) throw new NoCopy();
  try {
    const session = await copy.connect();
    await resetSession(session);
    const before = await takeSnapshot(session);
    if (!(await runScript(session, up, null)).complete) return null;
    await resetSession(session);
    return { before, after: await takeSnapshot(session) };
  } finally {
    await copy.drop();
  }
}

async function advance({ scratch }: Stage, up: Script): Promise<boolean> {
  const session = await scratch.connect();
  try {
    await resetSession(session);
    return (await runScript(session, up, null)).complete;
  } finally {
    await session.close();
  }
}

/** What had to be made to run, or didn't, has other troubles first. */
function applied(report: MigrationReport | undefined): boolean {
  const up = report?.statements.filter(({ role }) => role === 'up') ?? [];
  return up.length > 0 && up.every(({ status }) => status === 'applied');
}
