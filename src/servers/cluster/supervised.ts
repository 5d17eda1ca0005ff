/** Starts a cluster under a shell that outlives us: it stops the server and removes the folder, however we end. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { chownSync, rmSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Cluster, ClusterPlan } from './cluster.js';
import { unpackCluster } from './copy.js';
import { program } from './programs.js';
import { asArguments, initdbArguments, serverEnvironment, serverSettings } from './settings.js';

// Our end of its standard input closes when we close it and when we end, even by SIGKILL, which no exit hook sees.
// The signal is repeated: a server that is only just starting still ignores it. What the shell says of a child that a
// signal ended goes to a pipe that is not read any more: that must not end the shell before it has cleaned up. Without an initdb
// it waits for a line that says that the data is there.
const supervisor = `
trap '' PIPE
PATH=$PATH:/usr/bin:/bin
folder=$1 initdb=$2 initdb_arguments=$3 postgres=$4
shift 4
exec 3<&0
if [ -z "$initdb" ]; then
  read -r _ <&3 || { rm -rf "$folder"; exit 1; }
else
  ( eval "\\"$initdb\\" -D \\"$folder/data\\" $initdb_arguments" >/dev/null ) || { rm -rf "$folder"; exit 1; }
fi
"$postgres" -D "$folder/data" "$@" </dev/null 3<&- &
server=$!
( while read -r _ <&3; do :; done
  while kill -QUIT "$server"; do sleep 0.1; done ) 2>/dev/null &
guard=$!
exec 3<&-
wait "$server"
status=$?
kill "$guard" 2>/dev/null
rm -rf "$folder"
exit "$status"
`;

/** Starts the cluster and waits until it accepts connections. */
export async function startSupervised(plan: ClusterPlan & { listen: boolean }): Promise<Cluster> {
  const { folder, bin, identity, port } = plan;
  const passwordFile = plan.password === undefined ? undefined : path.join(folder, 'password');
  if (passwordFile !== undefined) {
    writeFileSync(passwordFile, `${plan.password}\n`, { mode: 0o600 });
    if (identity !== undefined) chownSync(passwordFile, identity.uid, identity.gid);
  }
  const quoted = initdbArguments(passwordFile).map((argument) => `'${argument.replaceAll("'", "'\\''")}'`);
  const child = spawn(
    '/bin/sh',
    [
      ...['-c', supervisor, 'sh', folder, plan.kept ? '' : program(bin, 'initdb'), quoted.join(' ')],
      program(bin, 'postgres'),
      ...asArguments(serverSettings(folder, port, plan.listen, plan.settings)),
    ],
    {
      cwd: folder,
      env: serverEnvironment(process.env),
      stdio: ['pipe', 'ignore', 'pipe'],
      // A group of its own: Ctrl-C in a terminal reaches us only, and then the pipe closes.
      detached: true,
      ...identity,
    },
  );
  const stopped = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const stop = async () => {
    child.stdin.destroy();
    child.ref();
    const force = setTimeout(() => killGroup(child.pid), 10_000);
    await stopped;
    clearTimeout(force);
    // The supervisor has removed it, unless it may not write to the folder above.
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const started = ready(child, plan.log);
    if (plan.kept) {
      unpackCluster(plan.kept, path.join(folder, 'data'), identity);
      child.stdin.write('\n');
    }
    await started;
  } catch (error) {
    await stop();
    throw error;
  }
  letGo(child);
  return { host: folder, port, data: path.join(folder, 'data'), stop };
}

/** Resolves when the server accepts connections; rejects with what it said when it ends before. */
function ready(
  child: ChildProcessByStdio<Writable, null, Readable>,
  tell: (text: string) => void = () => {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    const fail = (reason: string) => reject(new Error(`PostgreSQL did not start: ${log.trim() || reason}`));
    const timer = setTimeout(() => fail('it was not ready after 60 s'), 60_000);
    timer.unref();
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`it ended with exit code ${code}`));
    child.stderr.on('data', (chunk: Buffer) => {
      log = `${log}${chunk}`.slice(-4000);
      tell(String(chunk));
      if (!log.includes('database system is ready to accept connections')) return;
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Our process may end while the server runs: then the server ends as well. */
function letGo(child: ChildProcessByStdio<Writable, null, Readable>): void {
  child.unref();
  (child.stdin as Socket).unref();
  (child.stderr as Socket).unref();
}

/** The last resort: the supervisor and the server; the server's own processes end when they miss it. */
function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It is gone by now.
  }
}
