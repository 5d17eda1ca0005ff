import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { clusterParent } from '../../../src/servers/cluster/folder.js';

const petabyte = 2 ** 50;

afterEach(() => {
  vi.unstubAllEnvs();
});

it('is the temporary folder that somebody names', () => {
  const named = mkdtempSync(path.join(tmpdir(), 'ms-'));
  vi.stubEnv('TMPDIR', named);
  expect(clusterParent(undefined, 1)).toBe(named);
  rmSync(named, { recursive: true });
});

it('is not memory where it may come to hold more than that, or nobody knows what', () => {
  vi.stubEnv('TMPDIR', undefined);
  expect(clusterParent(undefined, petabyte)).not.toBe('/dev/shm');
  expect(clusterParent(undefined, undefined)).not.toBe('/dev/shm');
});
