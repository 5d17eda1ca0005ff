/** PGlite behind the wire protocol, which gives values as the text that a server would send. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Extensions, PGlite, PGliteOptions, protocol } from '@electric-sql/pglite';
import { tarEntries, tarOf } from '../baseline-cache/tar.js';
import { catalogSql } from '../catalogs/catalog-sql.js';
import type { Notice } from '../server.js';
import { type Images, lacking } from './images.js';
import type { DataFolder, EngineAnswer, EngineOutcome, ErrorFields, KeptFolder } from './protocol.js';

export type Engine = PGlite;
type PGliteModule = typeof import('@electric-sql/pglite');
type Message = Awaited<ReturnType<Engine['execProtocol']>>['messages'][number];

/** Node has it; its types don't. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => NonNullable<PGliteOptions['initdbWasmModule']>;
  Instance: new (...args: unknown[]) => object;
};

let serialize: typeof protocol.serialize;

let libraries = 0;
// Postgres itself is started in another way, and what else is started in this one is before its start.
WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
  construct(target, args) {
    libraries++;
    return new target(...(args as unknown[]));
  },
});

/** Grows with each library that Postgres loads in this thread. */
export const loadedLibraries = (): number => libraries;

/** Why there can be no images of this engine; nothing where there can. It must have loaded a library. */
export const lacks = (engine: Engine): string[] => lacking(engine.Module, dataFolder, libraries);

/**
 * Starts PGlite from its own `dist` folder, on request with every extension that ships with it (about 100 ms for all of them).
 * `kept`: a data folder, which becomes the engine's own; without it PGlite makes one. `plain`: by its documented API alone.
 */
export async function loadEngine(
  folder: string,
  { extensions: wantsExtensions, plain }: { extensions: boolean; plain: boolean },
  kept?: Iterable<DataFolder[number]>,
): Promise<Engine> {
  const module = (await load(folder, 'index.js')) as PGliteModule;
  serialize = module.protocol.serialize;
  const extensions = wantsExtensions ? await loadExtensions(folder) : {};
  const startParams = [...module.PGlite.defaultStartParams, '-c', `shared_buffers=${bufferSize}`];
  const files = plain ? kept && { loadDataDir: new Blob([tarOf(kept)]) } : filesWith(module, kept);
  return module.PGlite.create({ extensions, startParams, initDbStartParams, ...files });
}

/** Its default, 128 MB, is mostly empty, and goes into each image that is taken. */
const bufferSize = '32MB';
/** So is a segment of the log, which goes into each data folder. */
const initDbStartParams = ['--wal-segsize=1'];

/** Where PGlite has its data. */
const dataFolder = '/pglite/data';
const emptyModule = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** PGlite's files in memory, with what was kept in its data folder; initdb has nothing to do then. */
function filesWith({ MemoryFS }: PGliteModule, kept: Iterable<DataFolder[number]> | undefined): PGliteOptions {
  class Files extends MemoryFS {
    override async init(pg: Engine, options: Parameters<InstanceType<typeof MemoryFS>['init']>[1]) {
      // Libraries are loaded when Postgres asks for them. Loading all of them ahead, at once, makes some of them fail later, by
      // chance: `%` of pg_trgm ended the engine in one of three starts.
      return super.init(pg, { ...options, noWasmDecoding: true });
    }

    // PGlite's own way copies each file twice.
    override async initialSyncFs(): Promise<void> {
      const files = this.pg?.Module.FS;
      if (files === undefined) throw new Error('PGlite has no file system yet');
      if (kept === undefined) return;
      files.mkdirTree(dataFolder);
      for (const { name, directory, content } of kept) {
        if (directory) files.mkdirTree(dataFolder + name);
        else files.writeFile(dataFolder + name, content, { canOwn: true });
      }
    }
  }
  return { fs: new Files(), ...(kept && { initdbWasmModule: new WebAssembly.Module(emptyModule) }) };
}

function load(folder: string, file: string): Promise<unknown> {
  return import(/* webpackIgnore: true */ pathToFileURL(path.join(folder, file)).href);
}

async function loadExtensions(folder: string): Promise<Extensions> {
  const contrib = path.join(folder, 'contrib');
  if (!existsSync(contrib)) return {};
  const files = readdirSync(contrib).filter((file) => file.endsWith('.js'));
  const modules = await Promise.all(files.map((file) => load(contrib, file)));
  return Object.assign({}, ...modules) as Extensions;
}

/** Sends simple queries one after the other, and makes sure that there still is a server behind the answers. */
export async function ask(engine: Engine, queries: readonly string[], version: string): Promise<EngineOutcome> {
  try {
    const answers: EngineAnswer[] = [];
    for (const sql of queries) answers.push(read(await send(engine, sql)));
    // After COPY ... PROGRAM, PGlite reports success and does nothing. SHOW takes no snapshot, so that a SET
    // TRANSACTION may still follow; in a failed transaction the refusal itself shows that it works.
    const life = read(await send(engine, 'show server_version'));
    const alive = life.kind === 'error' ? life.error.sqlstate === '25P02' : life.result.rows[0]?.[0] === version;
    return alive
      ? { kind: 'answers', answers }
      : { kind: 'lost', reason: 'the embedded Postgres stopped answering after this statement' };
  } catch (error) {
    const reason = error instanceof Error || hasMessage(error) ? error.message : String(error);
    return { kind: 'lost', reason: `the embedded Postgres ended at this statement: ${reason}` };
  }
}

/**
 * Takes an image of the engine where there are any; on request also gives the data folder, as a server that crashed would leave it.
 * After a checkpoint nothing is left to be replayed, so that one which starts from it has the same rows, and sequences that go on
 * where they were.
 */
export async function keep(
  engine: Engine,
  images: Images | null,
  { keep: key, withData }: { keep: number; withData: boolean },
  version: string,
): Promise<KeptFolder> {
  if (!withData) {
    images?.keep(key);
    return { kind: 'kept', data: null };
  }
  const outcome = await ask(engine, ['checkpoint', catalogSql('not after a crash')], version);
  if (outcome.kind === 'lost') return outcome;
  const [checkpoint, left] = outcome.answers;
  images?.keep(key);
  const whole = checkpoint?.kind === 'result' && left?.kind === 'result' && left.result.rows.length === 0;
  if (!whole) return { kind: 'kept', data: null };
  return { kind: 'kept', data: images ? images.folder(key, dataFolder) : [...tarEntries(await dumpOf(engine))] };
}

/** The data folder, as a tar. */
export async function dumpOf(engine: Engine): Promise<Buffer> {
  const dump = await engine.dumpDataDir('none');
  return Buffer.from(await dump.arrayBuffer());
}

async function send(engine: Engine, sql: string): Promise<Message[]> {
  const { messages } = await engine.execProtocol(serialize.query(sql), { throwOnError: false });
  return messages;
}

/** The answer in the messages: the last statement's result, or the error that ended the query. */
function read(messages: Message[]): EngineAnswer {
  let columns: string[] = [];
  let rows: (string | null)[][] = [];
  let command = '';
  let statements = 0;
  let fresh = true;
  let error: ErrorFields | undefined;
  const notices: Notice[] = [];
  const begin = () => {
    if (fresh) return;
    columns = [];
    rows = [];
    command = '';
    fresh = true;
  };
  for (const message of messages as unknown as Wire[]) {
    if (message.name === 'rowDescription') {
      begin();
      columns = message.fields.map(({ name }) => name);
    } else if (message.name === 'dataRow') {
      rows.push(message.fields);
    } else if (message.name === 'commandComplete' || message.name === 'emptyQuery') {
      begin();
      statements++;
      command = message.name === 'emptyQuery' ? '' : message.text;
      fresh = false;
    } else if (message.name === 'notice') {
      notices.push({ severity: message.severity ?? '', message: message.message ?? '', sqlstate: message.code ?? '' });
    } else if (message.name === 'error') {
      error = errorFields(message);
    }
  }
  return error === undefined
    ? { kind: 'result', result: { columns, rows, command, statements }, notices }
    : { kind: 'error', error, notices };
}

interface WireError {
  name: 'error';
  message?: string;
  code?: string;
  detail?: string;
  hint?: string;
  position?: string;
  constraint?: string;
  column?: string;
  where?: string;
}
type Wire =
  | { name: 'rowDescription'; fields: { name: string }[] }
  | { name: 'dataRow'; fields: (string | null)[] }
  | { name: 'commandComplete'; text: string }
  | { name: 'emptyQuery' }
  | { name: 'readyForQuery' }
  | { name: 'notice'; severity?: string; message?: string; code?: string }
  | WireError;

function errorFields({ message, code, detail, hint, position, constraint, column, where }: WireError): ErrorFields {
  const at = position === undefined ? undefined : Number(position);
  return { message: message ?? '', sqlstate: code ?? '', detail, hint, position: at, constraint, column, where };
}

function hasMessage(error: unknown): error is { message: string } {
  return typeof (error as { message?: unknown } | null)?.message === 'string';
}
