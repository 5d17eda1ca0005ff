/** The embedded server's thread: PGlite blocks while it works and can't cancel, but a thread can be ended. */
import '../../system/bundle.js';
import { parentPort, workerData } from 'node:worker_threads';
import { stayWithFirstCompiler } from '../../system/first-compiler.js';
import { readKept, writeKept } from '../baseline-cache/file.js';
import { tarEntries } from '../baseline-cache/tar.js';
import { ask, type Engine, keep, loadEngine, loadedLibraries } from './engine.js';
import { type EngineModule, Images } from './images.js';
import type { DataFolder, FromWorker, Request, WorkerOptions } from './protocol.js';

stayWithFirstCompiler();

const port = parentPort;
if (port === null) throw new Error('this file is a worker');
const send = (message: FromWorker) => port.postMessage(message);

const { engine, version } = await start(workerData as WorkerOptions);
const images = new Images(engine.Module as unknown as EngineModule, loadedLibraries);
send({ kind: 'ready', version });
port.on('message', async (request: Request) => {
  const { id } = request;
  if ('queries' in request) send({ id, ...(await ask(engine, request.queries, version)) });
  else if ('keep' in request) send({ id, ...(await keep(engine, images, request, version)) });
  else if ('restore' in request) send({ id, kind: 'restored', done: images.restore(request.restore) });
  else images.forget(request.forget);
});

async function start({ pglite, cache, extensions, data }: WorkerOptions): Promise<{ engine: Engine; version: string }> {
  if (data !== undefined) return proven(await loadEngine(pglite, extensions, filesOf(data)));
  const kept = cache === null ? undefined : readKept(cache);
  if (kept !== undefined) {
    try {
      return await proven(await loadEngine(pglite, extensions, tarEntries(kept)));
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

/** The engine and its version, which only a working engine reports. */
async function proven(engine: Engine): Promise<{ engine: Engine; version: string }> {
  // Nearly all databases need it sooner or later, and there is no way back to before a library was loaded.
  await engine.exec("load 'plpgsql'");
  const { rows } = await engine.query<{ server_version: string }>('show server_version');
  const version = rows[0]?.server_version;
  if (version === undefined) throw new Error('the embedded Postgres gives no answer');
  return { engine, version };
}

/** The files that were given: a thread's own are not shared. */
function filesOf(data: Uint8Array | DataFolder): Iterable<DataFolder[number]> {
  if (data instanceof Uint8Array) return tarEntries(Buffer.from(data.buffer, data.byteOffset, data.length));
  return data.map((entry) => ({ ...entry, content: Buffer.from(entry.content) }));
}
