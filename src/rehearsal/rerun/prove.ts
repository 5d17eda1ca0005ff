/** Proves what a failure halfway leads to, for each migration of the change that can stop there. */

import type { Script } from '../../model.js';
import type { MigrationReport, NotChecked } from '../../report-schema/types.js';
import type { ScratchDatabase, Server } from '../../servers/server.js';
import { nonTransactional } from '../../sql/non-transactional.js';
import { touchesShared } from '../../sql/role-names.js';
import type { Observation } from '../../verdict/observation.js';
import type { BaselineDatabases } from '../ground/baseline-databases.js';
import { resetSession } from '../ground/session.js';
import type { Plan } from '../plan.js';
import { count } from '../proofs/proof.js';
import { runScript } from '../run/apply.js';
import { NoCopy, onSession } from './copies.js';
import { interruptionFindings } from './findings.js';
import { type Interruptions, interruptEverywhere, stoppable } from './interrupt.js';
import { interruptionPoints } from './points.js';
import { Reference, type Schemas } from './reference.js';

export interface RerunProof {
  observations: Observation[];
  notChecked: NotChecked[];
}

const CHECK = 're-run after a failure halfway';
const UNDECIDED =
  'whether it leaves something behind depends on how it is sent, which is not known: say so with the setting transaction';
const ONE_SESSION = 'only a second session can stop CREATE INDEX CONCURRENTLY in its middle, and this server has one';

/** How many points are tried in one migration, and in the whole change: each takes several copies of the database. */
const MOST = { each: 4, all: 40 };
const MOST_WHOLE_COPIES = { each: 2, all: 10 };

/** What can't run in a transaction has no other way. */
function asksForNone({ statements }: Script): boolean {
  return statements.some(({ node }) => nonTransactional(node) !== undefined);
}

export interface RehearsedMigrations {
  /** What is found is written into them. */
  reports: MigrationReport[];
  /** Null for a migration that didn't apply. */
  schemas: (Schemas | null)[];
}

/** `databases` holds no rows, and makes no stage any more: its base is taken from migration to migration. */
export async function proveReruns(
  databases: BaselineDatabases,
  server: Server,
  plan: Plan,
  { reports, schemas }: RehearsedMigrations,
): Promise<RerunProof> {
  const out: RerunProof = { observations: [], notChecked: [] };
  const leaveOut = (where: string, reason: string) =>
    out.notChecked.push({ check: `${CHECK}: ${where}`, id: 'rerun-halfway', reason });
  const { capabilities } = server;
  const all = plan.changed.filter(({ path, up, down, undecided = false }, index) => {
    const points = interruptionPoints(up);
    if (points.length === 0 || !applied(reports[index])) return false;
    const why = undecided && !asksForNone(up) ? UNDECIDED : excuse(server, down ? [up, down] : [up]);
    if (why !== null) {
      leaveOut(path, why);
      return false;
    }
    const possible = stoppable(up, capabilities);
    const others = points.filter(({ at }) => !possible.some((point) => point.at === at));
    const lines = others.map(({ at }) => at.location.line);
    if (lines.length > 0) leaveOut(`${path}:${lines.join(', ')}`, ONE_SESSION);
    return possible.length > 0;
  });
  const limit = capabilities.wholeCopies ? MOST_WHOLE_COPIES : MOST;
  const wanted = all.slice(0, limit.all);
  if (wanted.length === 0) return out;
  const most = Math.max(1, Math.min(limit.each, Math.floor(limit.all / wanted.length)));
  const [next, ...others] = all.slice(limit.all);
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  if (next)
    leaveOut(
      `${next.path}${more}`,
      `${count(wanted.length, 'migration')} ${wanted.length === 1 ? 'was' : 'were'} tried before`,
    );
  const base = await databases.base();
  if ('obstacle' in base) return out;
  for (const [index, migration] of plan.changed.entries()) {
    const [report, seen] = [reports[index], schemas[index]];
    if (report === undefined || seen === undefined) break;
    if (seen && wanted.includes(migration)) {
      const reference = new Reference(base, migration.up, seen, plan.seed.length > 0);
      try {
        const tried = await interruptEverywhere({ base, capabilities, most }, migration, reference);
        if (tried) out.observations.push(...noted(tried, migration.up, report));
        if (tried && tried.left > 0)
          leaveOut(
            migration.path,
            `${count(tried.left, 'more statement')} ${tried.left === 1 ? 'was' : 'were'} not tried`,
          );
      } catch (error) {
        if (!(error instanceof NoCopy)) throw error;
        leaveOut(migration.path, 'a copy of the database would not have what its unlogged tables hold');
      }
    }
    if (migration === wanted.at(-1)) break;
    if (!(await advance(base, migration.up)) && seen) break;
  }
  return out;
}

function excuse({ capabilities }: Server, scripts: Script[]): string | null {
  if (!capabilities.templates) return 'it needs copies of the database, which this server does not make';
  if (capabilities.wholeCopies || !touchesShared(scripts)) return null;
  return 'it changes roles or settings that no copy of the database has for itself';
}

function noted({ interrupted }: Interruptions, up: Script, report: MigrationReport): Observation[] {
  report.rerun = { ...report.rerun, interrupted };
  return interruptionFindings(up, interrupted, report.rollback.differences.length === 0);
}

async function advance(base: ScratchDatabase, up: Script): Promise<boolean> {
  return onSession(base, async (session) => {
    await resetSession(session);
    return (await runScript(session, up, null)).complete;
  });
}

/** What had to be made to run, or didn't run, has other errors first. */
function applied(report: MigrationReport | undefined): boolean {
  const up = report?.statements.filter(({ role }) => role === 'up') ?? [];
  return up.length > 0 && up.every(({ status }) => status === 'applied');
}
