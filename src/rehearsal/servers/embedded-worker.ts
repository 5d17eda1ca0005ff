/** The embedded server's thread: PGlite blocks while it works and can't cancel, but a thread can be ended. */
import '../../bundle.js';
import { setFlagsFromString } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { readKept, writeKept } from '../kept/file.js';
import { ask, dump, type Engine, loadEngine } from './embedded-engine.js';
import type { FromWorker, Request, WorkerOptions } from './embedded-protocol.js';

// Postgres as the first compiler leaves it: making it faster costs more than a rehearsal's few rows ever give back (half of
// the time of a run, measured). V8 has no such settings for one thread.
setFlagsFromString('--no-wasm-tier-up');
setFlagsFromString('--no-wasm-dynamic-tiering');

const port = parentPort;
if (port === null) throw new Error('this file is a worker');
const send = (message: FromWorker, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

const { engine, version } = await start(workerData as WorkerOptions);
send({ kind: 'ready', version });
port.on('message', async (request: Request) => {
  const { id } = request;
  if ('queries' in request) return send({ id, ...(await ask(engine, request.queries, version)) });
  const dumped = await dump(engine, version);
  send({ id, ...dumped }, dumped.kind === 'dump' && dumped.data ? [dumped.data.buffer] : []);
});

async function start({ pglite, cache, extensions, data }: WorkerOptions): Promise<{ engine: Engine; version: string }> {
  if (data !== undefined)
    return proven(await loadEngine(pglite, extensions, Buffer.from(data.buffer, data.byteOffset, data.length)));
  const kept = cache === null ? undefined : readKept(cache);
  if (kept !== undefined) {
    try {
      return await proven(await loadEngine(pglite, extensions, kept));
    } catch {
      // What was kept is of no use: make it anew.
    }
  }
  const fresh = await proven(await loadEngine(pglite, extensions));
  if (cache !== null) {
    const dump = await fresh.engine.dumpDataDir('none');
    writeKept(cache, new Uint8Array(await dump.arrayBuffer()));
  }
  return fresh;
}

/** The engine and its version, which only a working engine can tell. */
async function proven(engine: Engine): Promise<{ engine: Engine; version: string }> {
  const { rows } = await engine.query<{ server_version: string }>('show server_version');
  const version = rows[0]?.server_version;
  if (version === undefined) throw new Error('the embedded Postgres gives no answer');
  return { engine, version };
}
