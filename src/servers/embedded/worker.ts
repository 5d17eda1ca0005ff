/** The embedded server's thread: PGlite blocks while it works and can't cancel, but a thread can be ended. */
import { parentPort, workerData } from 'node:worker_threads';
import { stayWithFirstCompiler } from '../../system/first-compiler.js';
import { readKept, writeKept } from '../baseline-cache/file.js';
import { tarEntries } from '../baseline-cache/tar.js';
import { ask, dumpOf, type Engine, keep, lacks, loadEngine, loadedLibraries } from './engine.js';
import { type EngineModule, Images } from './images.js';
import type { DataFolder, FromWorker, Request, WorkerOptions } from './protocol.js';

stayWithFirstCompiler();

const port = parentPort;
if (port === null) throw new Error('this file is a worker');
const send = (message: FromWorker) => port.postMessage(message);

const { engine, version, lack } = await startAnyhow(workerData as WorkerOptions);
const images = lack.length > 0 ? null : new Images(engine.Module as unknown as EngineModule, loadedLibraries);
send({ kind: 'ready', version, lacks: lack });
port.on('message', async (request: Request) => {
  const { id } = request;
  if ('queries' in request) send({ id, ...(await ask(engine, request.queries, version)) });
  else if ('keep' in request) send({ id, ...(await keep(engine, images, request, version)) });
  else if ('restore' in request) send({ id, kind: 'restored', done: images?.restore(request.restore) ?? false });
  else images?.forget(request.forget);
});

interface Started {
  engine: Engine;
  version: string;
  /** Why there are no images; empty where there are. */
  lack: string[];
}

/** Quickly where PGlite's insides are as we know them; else plainly. */
async function startAnyhow(options: WorkerOptions): Promise<Started> {
  if (options.plain) return { ...(await start(options)), lack: ['plain was asked for'] };
  try {
    const quick = await start(options);
    return { ...quick, lack: lacks(quick.engine) };
  } catch (error) {
    return { ...(await start({ ...options, plain: true })), lack: [String(error)] };
  }
}

async function start({ pglite, cache, data, ...how }: WorkerOptions): Promise<{ engine: Engine; version: string }> {
  if (data !== undefined) return proven(await loadEngine(pglite, how, filesOf(data)));
  const kept = cache === null ? undefined : readKept(cache);
  if (kept !== undefined) {
    try {
      return await proven(await loadEngine(pglite, how, tarEntries(kept)));
    } catch {
      // What was kept is of no use: make it anew.
    }
  }
  const fresh = await proven(await loadEngine(pglite, how));
  if (cache !== null) writeKept(cache, await dumpOf(fresh.engine));
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
