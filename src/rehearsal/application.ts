/** The application's own program as the oracle: run on the schema before the change, and on the schema after it. */
import type { MigrationReport } from '../report-schema/types.js';
import { code } from '../sql/words.js';
import type { ProgramEnd } from '../system/run-program.js';
import type { Observation } from '../verdict/observation.js';
import type { BaselineDatabases } from './ground/baseline-databases.js';
import { resetSession } from './ground/session.js';
import type { Stage } from './ground/stage.js';
import type { Plan } from './plan.js';
import application from './proofs/application.js';
import { withOutcome } from './proofs/fold.js';
import { failed, notChecked, type ProofOutcome, proven } from './proofs/proof.js';
import { runScript } from './run/apply.js';
import { observe } from './run/observe.js';
import type { Extra } from './told.js';

type RunProgram = NonNullable<Plan['application']>;
type Open = BaselineDatabases['stage'];

/** Takes what is shown into the last of `reports`. `whole`: every migration was applied. */
export async function tryApplication(
  open: Open,
  plan: Plan,
  { reports, whole }: { reports: MigrationReport[]; whole: boolean },
): Promise<Extra> {
  const { application: run } = plan;
  const report = reports.at(-1);
  if (!run || report === undefined) return { observations: [], notChecked: [] };
  const outcome = whole ? await outcomeOf(open, plan, run) : notChecked('incomplete', 'not every migration applies');
  reports[reports.length - 1] = withOutcome(report, application, outcome);
  return { observations: outcome.status === 'failed' ? [breaks(plan, outcome.detail)] : [], notChecked: [] };
}

const cannot = (detail: string) => notChecked('cannot-be-tried', detail);

async function outcomeOf(open: Open, { changed }: Plan, run: RunProgram): Promise<ProofOutcome> {
  const before = await on(open, run, async () => {});
  if (before === null) return cannot('no other program reaches this server: rehearse on a service or on a local one');
  if (before.code !== 0) return cannot(`on the schema before the change it ${endOf(before)}`);
  const after = await on(open, run, async ({ session }) => {
    for (const { up } of changed) {
      await runScript(session, up, null);
      await resetSession(session);
    }
  });
  if (after === null) return cannot('the schema after the change could not be built a second time');
  if (after.code === 0) return proven('it passes on the schema before the change and on the schema after it');
  return failed(`it passes on the schema before the change, and on the schema after it ${endOf(after)}`);
}

/** Null where it can't be run. The database goes with the run. */
async function on(open: Open, run: RunProgram, prepare: (stage: Stage) => Promise<void>): Promise<ProgramEnd | null> {
  const stage = await open();
  if ('obstacle' in stage) return null;
  try {
    const environment = stage.scratch.environment?.();
    if (environment === undefined) return null;
    await prepare(stage);
    const end = await run(environment);
    const { PGPASSWORD: secret = '' } = environment;
    return secret === '' ? end : { ...end, lastWords: end.lastWords.replaceAll(secret, '***') };
  } finally {
    await stage.leave();
  }
}

const MOST_LINES = 8;

function endOf({ code: exit, lastWords, stoppedAfter }: ProgramEnd): string {
  if (stoppedAfter !== undefined) return `was stopped after ${stoppedAfter} s`;
  const lines = lastWords.trim().split(/\r?\n/).slice(-MOST_LINES).join(' ⏎ ');
  const how = exit === null ? 'could not be run to its end' : `fails with exit code ${exit}`;
  return lines === '' ? how : `${how}: ${code(lines.replaceAll('`', '’'))}`;
}

function breaks({ changed }: Plan, detail: string): Observation {
  const last = changed.at(-1) as Plan['changed'][number];
  const which = changed.length > 1 ? ` Which of the ${changed.length} migrations does it was not tried.` : '';
  return observe('application-breaks', last.up, last.up.statements[0], {
    message: `The application’s own program passes on the schema before this change and fails on the schema after it.${which}`,
    proof: detail,
  });
}
