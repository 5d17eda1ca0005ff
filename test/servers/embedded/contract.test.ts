/** What we use of PGlite’s insides, which it promises nobody: here an update that breaks it shows at once, and as what. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Engine, lacks, loadEngine, loadedLibraries } from '../../../src/servers/embedded/engine.js';
import { pgliteFolder } from '../../../src/servers/embedded/files.js';
import { type EngineModule, Images, lacking } from '../../../src/servers/embedded/images.js';
import { startThread } from '../../../src/servers/embedded/thread.js';

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine(pgliteFolder(), { extensions: true, plain: false });
  await engine.exec("load 'plpgsql'");
});
afterAll(() => engine.close());

const insides = () => engine.Module as unknown as EngineModule;

it('has what images need', () => {
  expect(lacks(engine)).toEqual([]);
});

it('is set back by its memory and its files', async () => {
  await engine.exec('create table t (a int); insert into t values (1)');
  const images = new Images(insides(), loadedLibraries);
  images.keep(1);
  await engine.exec('insert into t select generate_series(2, 9000); create index on t (a); create table u (b text)');
  expect(images.restore(1)).toBe(true);
  expect((await engine.query("select count(*)::int, to_regclass('u')::text from t")).rows).toEqual([
    { count: 1, to_regclass: null },
  ]);
});

it('counts the libraries that Postgres loads', async () => {
  const before = loadedLibraries();
  await engine.exec('create extension hstore');
  expect(loadedLibraries()).toBeGreaterThan(before);
});

it.each<[string, (its: EngineModule) => unknown]>([
  ['wasmMemory.buffer is the memory', (its) => ({ ...its, wasmMemory: undefined })],
  ['stackSave() is a number', (its) => ({ ...its, stackSave: undefined })],
  ['FS.nameTable lists every file', (its) => ({ ...its, FS: with_(its, { nameTable: [] }) })],
  ['FS.streams lists open files', (its) => ({ ...its, FS: with_(its, { streams: [] }) })],
  ['FS.nextInode is a number', (its) => ({ ...its, FS: with_(its, { nextInode: undefined }) })],
  ['FS.lookupPath() finds a file’s bytes', (its) => ({ ...its, FS: with_(its, { lookupPath: () => ({ node: {} }) }) })],
])('says that it no longer holds: %s', (need, without) => {
  const { wasmMemory, stackSave, FS } = insides();
  expect(lacking(without({ wasmMemory, stackSave, FS }), '/pglite/data', 1)).toContain(need);
});

it('says that nothing is as it was where nothing is', () => {
  expect(lacking(undefined, '/pglite/data', 0)).toHaveLength(7);
});

function with_({ FS }: EngineModule, other: object): object {
  const { nameTable, streams, nextInode } = FS;
  return { nameTable, streams, nextInode, lookupPath: FS.lookupPath.bind(FS), ...other };
}

it.each([false, true])('is started by a thread, which says whether there are images (plain: %s)', async (plain) => {
  const thread = await startThread({ cache: null, plain });
  expect(thread.images).toBe(!plain);
  await thread.stop();
});
