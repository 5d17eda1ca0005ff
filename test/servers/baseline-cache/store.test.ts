/** Files that keep baselines: whole or not there, in a folder of our own, bounded. */
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readKept, writeKept } from '../../../src/servers/baseline-cache/file.js';
import { ownFolder } from '../../../src/servers/baseline-cache/folder.js';
import { openStore } from '../../../src/servers/baseline-cache/store.js';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'migration-safety-test-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

describe('a kept file', () => {
  it('is read only when it is whole', () => {
    const file = path.join(parent, 'kept');
    expect(writeKept(file, Buffer.from('content'))).toBe(true);
    expect(readKept(file)?.toString()).toBe('content');
    const whole = readFileSync(file);
    for (const damaged of [whole.subarray(0, -1), Buffer.concat([whole, Buffer.from('x')]), Buffer.alloc(0)]) {
      writeFileSync(file, damaged);
      expect(readKept(file)).toBeUndefined();
    }
    expect(readKept(path.join(parent, 'none'))).toBeUndefined();
    expect(writeKept(path.join(parent, 'nowhere', 'kept'), Buffer.from('content'))).toBe(false);
  });
});

describe.skipIf(process.platform === 'win32')('the folder', () => {
  it('is closed to others', () => {
    const folder = ownFolder(parent) as string;
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(ownFolder(parent)).toBe(folder);
  });

  it('is not used where others may write to it, or where it is no folder', () => {
    const folder = ownFolder(parent) as string;
    for (const mode of [0o755, 0o777, 0o770]) {
      rmSync(folder, { recursive: true });
      mkdirSync(folder, { mode: 0o700 });
      chmodSync(folder, mode);
      expect(ownFolder(parent)).toBeNull();
    }
    rmSync(folder, { recursive: true });
    writeFileSync(folder, '');
    expect(ownFolder(parent)).toBeNull();
    expect(ownFolder(path.join(parent, 'nowhere'))).toBeNull();
  });

  it.skipIf(process.getuid?.() !== 0)('is not used where it is somebody else’s', () => {
    chownSync(ownFolder(parent) as string, 65534, 65534);
    expect(ownFolder(parent)).toBeNull();
  });
});

describe('the store', () => {
  it('gives the first of the keys that it has', () => {
    const store = openStore(parent, 'test-1');
    store.write('short', Buffer.from('1'));
    store.write('long', Buffer.from('2'));
    expect(store.find(['longer', 'long', 'short'])).toMatchObject({ key: 'long' });
    expect(store.find(['short'])?.data.toString()).toBe('1');
    expect(store.find(['none'])).toBeNull();
    expect(openStore(parent, 'test-2').find(['long'])).toBeNull();
    store.remove('long');
    expect(store.find(['long', 'short'])).toMatchObject({ key: 'short' });
  });

  it('drops what is damaged', () => {
    const store = openStore(parent, 'test');
    store.write('a', Buffer.from('content'));
    const file = path.join(parent, readdirSync(parent)[0] as string);
    writeFileSync(file, `${readFileSync(file)}x`);
    expect(store.find(['a'])).toBeNull();
    expect(readdirSync(parent)).toEqual([]);
  });

  it('keeps the twenty that were used last, for two weeks, and touches nothing else', () => {
    const store = openStore(parent, 'test');
    writeFileSync(path.join(parent, 'pglite-1.tar'), '');
    for (let i = 0; i < 20; i++) {
      store.write(`k${i}`, Buffer.from('x'));
      age(`baseline-test-k${i}`, 100 - i);
    }
    // To be used is to be young again.
    expect(store.find(['k0'])).toMatchObject({ key: 'k0' });
    store.write('new', Buffer.from('x'));
    expect(store.find(['k0'])).not.toBeNull();
    expect(store.find(['k1'])).toBeNull();
    expect(store.find(['k2'])).not.toBeNull();
    age('baseline-test-k3', 15 * 24 * 3600);
    age('pglite-1.tar', 15 * 24 * 3600);
    store.write('newer', Buffer.from('x'));
    expect(store.find(['k3'])).toBeNull();
    expect(readdirSync(parent)).toContain('pglite-1.tar');
  });

  it('does without a folder that is gone', () => {
    const store = openStore(path.join(parent, 'nowhere'), 'test');
    store.write('a', Buffer.from('x'));
    expect(store.find(['a'])).toBeNull();
  });
});

function age(name: string, seconds: number): void {
  const at = new Date(Date.now() - seconds * 1000);
  utimesSync(path.join(parent, name), at, at);
}
