/** A run that is cancelled: GitHub gives it a few seconds, in which an older comment can still be set right. */
import { setTimeout as sleep } from 'node:timers/promises';
import { attempt } from '../github/attempt.js';
import { readEvent } from '../github/event.js';
import { writeFailedOutputs } from '../github/outputs.js';
import { type Circumstances, comments, tellPullRequest } from './give-up.js';

/** The runner sends SIGINT, 7.5 s later SIGTERM, and 2.5 s later ends what is left. */
const PATIENCE_MS = 5000;
/** How long a server's own clean-up may take: it sends the signal again when it is done. */
const CLEAN_UP_MS = 4000;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const REASON =
  'the run was cancelled, or had no time left, before there was a result. Run it again; where it takes too long, raise the job’s timeout-minutes.';

/** From now on a signal is reported before it ends the process. Returns what takes that back: the run is done. */
export function onCancel(circumstances: Circumstances): () => void {
  let isDone = () => {};
  const done = new Promise<void>((resolve) => {
    isDone = resolve;
  });
  const end = async (signal: NodeJS.Signals) => {
    // Any other listener cleans up, and sends the signal again.
    const others = process.listenerCount(signal) - 1;
    forget();
    const cleanedUp = others > 0 ? Promise.race([nextSignal(signal), sleep(CLEAN_UP_MS)]) : null;
    // Before anything of ours waits: without its server, what the work reports from now on is wrong.
    const told = circumstances.telling.begin() ? tell(circumstances).catch(() => {}) : done;
    await Promise.race([told, sleep(PATIENCE_MS)]);
    await cleanedUp;
    process.kill(process.pid, signal);
  };
  const forget = () => {
    for (const signal of SIGNALS) process.off(signal, end);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  return () => {
    forget();
    isDone();
  };
}

function nextSignal(signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => process.once(signal, () => resolve()));
}

/** Only what is there already is brought up to date: a cancelled run needs no comment of its own. */
async function tell(circumstances: Circumstances): Promise<void> {
  const { event, inputs } = circumstances;
  await attempt('The outputs', () => writeFailedOutputs(inputs.mode), 'The run was cancelled.');
  if (event.name !== 'pull_request' || !comments(inputs.mode)) return;
  const change = readEvent(event);
  if (change.kind === 'pull_request') await tellPullRequest(REASON, change, circumstances, false);
}
