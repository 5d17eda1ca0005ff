/** What has to be undone when a signal ends the process: a service outlives the process that borrowed it. */

/** How long undoing may take: GitHub's runner kills what is left 7.5 s after a cancelled job's first signal. */
const patienceMs = 3000;
const signals = ['SIGINT', 'SIGTERM'] as const;

/** Runs `undo` before a signal ends the process. Returns what takes the promise back. */
export function onSignal(undo: () => Promise<unknown>): () => void {
  const end = async (signal: NodeJS.Signals) => {
    forget();
    const late = new Promise((resolve) => setTimeout(resolve, patienceMs));
    await Promise.race([undo().catch(() => {}), late]);
    process.kill(process.pid, signal);
  };
  const forget = () => {
    for (const signal of signals) process.off(signal, end);
  };
  for (const signal of signals) process.on(signal, end);
  return forget;
}
