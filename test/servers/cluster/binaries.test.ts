import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findPostgres, inOrder } from '../../../src/servers/cluster/binaries.js';
import { canReach, findUser } from '../../../src/servers/cluster/unprivileged.js';

describe.skipIf(process.platform === 'win32')('finding PostgreSQL', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'migration-safety-test-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const install = (name: string, version: string) => {
    const bin = path.join(folder, name, 'bin');
    mkdirSync(bin, { recursive: true });
    for (const file of ['initdb', 'postgres']) {
      writeFileSync(path.join(bin, file), `#!/bin/sh\necho 'postgres (PostgreSQL) ${version}'\n`, { mode: 0o755 });
    }
    return bin;
  };

  it('looks in the own folder first, then on the search path, and finds nothing twice', async () => {
    const [old, young] = [install('a', '15.18 (Debian)'), install('b', '17beta1')];
    const links = path.join(folder, 'links');
    mkdirSync(links);
    for (const file of ['initdb', 'postgres']) symlinkSync(path.join(old, file), path.join(links, file));
    const found = await findPostgres({
      env: {
        MIGRATION_SAFETY_POSTGRES_BIN: young,
        PATH: [links, old, 'relative', path.join(folder, 'none'), young].join(path.delimiter),
      },
    });
    expect(found.filter(({ bin }) => bin.startsWith(folder))).toEqual([
      { bin: young, major: 17, version: 'postgres (PostgreSQL) 17beta1' },
      { bin: old, major: 15, version: 'postgres (PostgreSQL) 15.18 (Debian)' },
    ]);
  });

  it('leaves out what does not run', async () => {
    const bin = install('broken', "'; exit 1; '");
    const found = await findPostgres({ env: { PATH: bin } });
    expect(found.map((binaries) => binaries.bin)).not.toContain(bin);
  });

  it('looks where installers put it: Debian, Homebrew, Postgres.app', async () => {
    const root = path.join(folder, 'root');
    const places = [
      'usr/lib/postgresql/15',
      'opt/homebrew/opt/postgresql@16',
      'Applications/Postgres.app/Contents/Versions/17',
    ];
    for (const place of places) install(path.join('root', place), `${place.slice(-2)}.1`);
    symlinkSync('17', path.join(root, 'Applications/Postgres.app/Contents/Versions/latest'));
    const found = await findPostgres({ env: {}, root });
    expect(found.map(({ bin }) => bin)).toEqual(places.map((place) => path.join(root, place, 'bin')));
  });

  it('tries the target first, then the package of the project, then the newest; what is too old comes last', () => {
    const found = [14, 15, 17, 16].map((major) => ({ bin: `/${major}`, major, version: '' }));
    const order = (target: number | null, env = {}) => inOrder(found, target, env).map(({ major }) => major);
    expect(order(16)).toEqual([16, 17, 15, 14]);
    expect(order(18)).toEqual([17, 16, 15, 14]);
    expect(order(14)).toEqual([17, 16, 15, 14]);
    expect(order(null)).toEqual([17, 16, 15, 14]);
    expect(order(16, { MIGRATION_SAFETY_POSTGRES_BIN: '/14' })).toEqual([14]);
    const packaged = { bin: '/p', major: 16, version: '', packaged: true as const };
    expect(inOrder([...found, packaged], null, {})[0]).toBe(packaged);
    expect(inOrder([...found, packaged], 17, {})[0]?.bin).toBe('/17');
    expect(inOrder([], 16, {})).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('an unprivileged user', () => {
  it('is the first of the names', () => {
    const passwd = 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65533:n:/:/bin/false\n';
    expect(findUser(passwd, ['postgres', 'nobody'])).toEqual({ uid: 65534, gid: 65533 });
    expect(findUser(passwd, ['postgres'])).toBeUndefined();
  });

  it('reaches what every folder on the way lets it enter', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'migration-safety-test-'));
    const uid = process.getuid?.() ?? 0;
    const stranger = { uid: uid + 12_345, gid: 54_321 };
    expect(canReach(folder, stranger)).toBe(false);
    expect(canReach(folder, { ...stranger, uid })).toBe(true);
    expect(canReach('/tmp', stranger)).toBe(true);
    rmSync(folder, { recursive: true });
  });
});
