/** What a pull request can bring: links, devices, pipes, folders, huge files. */
import { execFileSync } from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findMigrations } from '../../src/migrations/find.js';
import { gitFiles } from '../../src/settings/base-files.js';
import { resolveSettings } from '../../src/settings/resolve.js';
import { isOfRepository, MOST_BYTES, readBytes, readText } from '../../src/system/read-file.js';
import { newWorkspace, type Workspace } from '../support/workspace.js';

const SECRET = 'SELECT hush_hush oops;';
const outside = realpathSync(mkdtempSync(join(tmpdir(), 'outside-')));
let repository: Workspace;
const at = (path: string) => join(repository.dir, path);

beforeAll(() => {
  writeFileSync(join(outside, 'secret.sql'), SECRET);
  mkdirSync(join(outside, 'folder'));
  writeFileSync(join(outside, 'folder', 'secret.sql'), SECRET);
  repository = newWorkspace({
    'migrations/001_a.sql': 'CREATE TABLE a (i int);',
    'other/x.txt': 'CREATE INDEX i ON a (i);',
  });
});
afterAll(() => {
  repository.remove();
  rmSync(outside, { recursive: true, force: true });
});

const link = (target: string, path: string) => symlinkSync(target, at(path));

describe.skipIf(process.platform === 'win32')('a path', () => {
  it.each([
    ['a link out of the repository', () => link(join(outside, 'secret.sql'), 'l1'), 'l1', /out of the repository/],
    ['a relative one', () => link(`../${outside.split('/').at(-1)}/secret.sql`, 'l2'), 'l2', /out of the repository/],
    ['one by way of a folder', () => link(join(outside, 'folder'), 'l3'), 'l3/secret.sql', /out of the repository/],
    ['a link to a link', () => link('l1', 'l4'), 'l4', /out of the repository/],
    ['a link to what /proc knows', () => link('/proc/self/environ', 'l5'), 'l5', /out of the repository/],
    ['a link into .git', () => link('.git/config', 'l6'), 'l6', /into the folder \.git/],
    ['a link to nothing', () => link('nowhere.sql', 'l7'), 'l7', /a file that is not there/],
    ['a link to nothing outside', () => link(join(outside, 'nowhere'), 'l8'), 'l8', /not there/],
    ['a link to itself', () => link('l9', 'l9'), 'l9', /back to itself/],
    ['a link to /dev/zero', () => link('/dev/zero', 'l10'), 'l10', /out of the repository/],
    ['a pipe', () => execFileSync('mkfifo', [at('pipe.sql')]), 'pipe.sql', /a pipe/],
    ['a link to a pipe', () => link('pipe.sql', 'l11'), 'l11', /a pipe/],
    ['a folder', () => mkdirSync(at('folder.sql')), 'folder.sql', /a folder/],
    ['a link to a folder', () => link('other', 'l12'), 'l12', /a folder/],
    ['nothing', () => {}, 'nothing.sql', /no such file/],
  ])('to %s is refused, without a word of what is there', async (_, make, path, why) => {
    make();
    const read = await readBytes(at(path), repository.dir);
    expect(read).toMatchObject({ problem: expect.stringMatching(why) });
    expect(JSON.stringify(read)).not.toMatch(/hush|outside-|dev\/zero|environ/);
  });

  it('of a device or a socket is refused', async () => {
    expect(await readBytes('/dev/zero', repository.dir)).toMatchObject({ problem: expect.stringMatching(/a device/) });
    const server = createServer().listen(join(outside, 's.sock'));
    await new Promise((done) => server.once('listening', done));
    expect(await readBytes(join(outside, 's.sock'), repository.dir)).toMatchObject({
      problem: expect.stringMatching(/a socket/),
    });
    server.close();
  });

  it('by way of a link to another file of the repository is that file', async () => {
    link('../other/x.txt', 'migrations/002_p.sql');
    link('other', 'alias');
    for (const path of ['migrations/002_p.sql', 'alias/x.txt'])
      expect(await readText(at(path), repository.dir)).toEqual({ text: 'CREATE INDEX i ON a (i);' });
    // Also from a folder inside, and where the way to the repository is a link itself.
    expect(await readText(at('migrations/002_p.sql'), at('migrations'))).toHaveProperty('text');
    symlinkSync(repository.dir, join(outside, 'checkout'));
    const through = join(outside, 'checkout');
    expect(await readText(join(through, 'alias/x.txt'), through)).toHaveProperty('text');
    expect(await readText(join(through, 'l1'), join(through, 'migrations'))).toHaveProperty('problem');
    rmSync(at('migrations/002_p.sql'));
  });

  it('that somebody typed may lie elsewhere, and its links stay there', async () => {
    expect(await readText(join(outside, 'secret.sql'), repository.dir)).toEqual({ text: SECRET });
    symlinkSync('/etc/hostname', join(outside, 'link.sql'));
    expect(await readText(join(outside, 'link.sql'), repository.dir)).toHaveProperty('problem');
    expect(await isOfRepository(join(outside, 'secret.sql'), repository.dir)).toBe(false);
    expect(await isOfRepository(at('x/../y.sql'), at('migrations'))).toBe(true);
  });

  it('of a file that is too big is refused before it is read; one that grows is read to the bound', async () => {
    writeFileSync(at('big.sql'), '');
    truncateSync(at('big.sql'), MOST_BYTES + 1);
    expect(await readBytes(at('big.sql'), repository.dir)).toMatchObject({
      problem: expect.stringMatching(/more than the 16 MB/),
    });
    expect(await readText('/proc/self/status', repository.dir)).toMatchObject({
      text: expect.stringContaining('Name:'),
    });
    linkSync(at('other/x.txt'), at('other/y.txt'));
    expect(await readText(at('other/y.txt'), repository.dir)).toHaveProperty('text');
  });
});

const settings = (file: Record<string, string> = {}) =>
  resolveSettings({ inputs: { server: 'none', ...file }, cwd: repository.dir });

describe.skipIf(process.platform === 'win32')('a change', () => {
  it('with bad files keeps what is in the good ones, whichever way it is named', async () => {
    link(join(outside, 'secret.sql'), 'migrations/003_link.sql');
    execFileSync('mkfifo', [at('migrations/004_pipe.sql')]);
    execFileSync('mkfifo', [at('migrations/flyway.conf')]);
    link('../other/x.txt', 'migrations/005_inside.sql');
    const names = ['001_a.sql', '003_link.sql', '004_pipe.sql', '005_inside.sql'];
    const listed = names.map((name) => ({ path: `migrations/${name}`, status: 'added' as const }));
    for (const change of [{ paths: [at('migrations')] }, { files: listed, comparedWith: 'main' }]) {
      const found = await findMigrations(change, await settings(), repository.dir);
      expect(found.changed.map(({ path }) => path)).toEqual(['migrations/001_a.sql', 'migrations/005_inside.sql']);
      expect(found.unreadable.map(({ path }) => path)).toEqual(['migrations/003_link.sql', 'migrations/004_pipe.sql']);
      expect(found.notChecked.map(({ check }) => check)).toContain('migrations/flyway.conf');
      expect(JSON.stringify(found)).not.toContain('hush');
    }
  });

  it.each(['baseline', 'seed', 'statistics', 'bootstrap'])(
    'names as %s no link out of the repository',
    async (name) => {
      const path = 'l1';
      const read = async () =>
        findMigrations({ paths: [at('migrations/001_a.sql')] }, await settings({ [name]: path }), repository.dir);
      await expect(read()).rejects.toThrow(/out of the repository/);
      writeFileSync(at('.migration-safety.yml'), `${name}: ${join(outside, 'secret.sql')}\n`);
      await expect(settings()).rejects.toThrow(/^\.migration-safety\.yml:1:1: .* lies outside of the repository/);
      rmSync(at('.migration-safety.yml'));
    },
  );

  it.each(['queries', 'validation'])('names as %s no link out of the repository', async (name) => {
    link(join(outside, 'secret.sql'), `other/${name}.sql`);
    const read = async () =>
      findMigrations(
        { paths: [at('migrations/001_a.sql')] },
        await settings({ [name]: `other/${name}.sql` }),
        repository.dir,
      );
    await expect(read()).rejects.toThrow(/out of the repository/);
    rmSync(at(`other/${name}.sql`));
  });

  it('has a rollback that can’t be read: that is told, also where only the migration was named', async () => {
    link(join(outside, 'secret.sql'), 'migrations/001_a.down.sql');
    link(join(outside, 'secret.sql'), 'migrations/000_earlier.sql');
    const named = { paths: [at('migrations/001_a.sql')] };
    const found = await findMigrations(named, await settings(), repository.dir);
    expect(found.unreadable.map(({ path }) => path)).toEqual(['migrations/001_a.down.sql']);
    // What belongs to no migration of the change is a note.
    expect(found.notChecked.map(({ check }) => check)).toContain('migrations/000_earlier.sql');
    rmSync(at('migrations/001_a.down.sql'));
    rmSync(at('migrations/000_earlier.sql'));
  });

  it('brings no settings by way of a link or a pipe', async () => {
    link(join(outside, 'secret.sql'), '.migration-safety.yml');
    await expect(settings()).rejects.toThrow(/^config: \.migration-safety\.yml: this is a link that leads out/);
    rmSync(at('.migration-safety.yml'));
    execFileSync('mkfifo', [at('.migration-safety.yml')]);
    await expect(settings()).rejects.toThrow(/a pipe/);
    rmSync(at('.migration-safety.yml'));
    writeFileSync(at('.migration-safety.yml'), `rules: ${'['.repeat(50_000)}`);
    await expect(settings()).rejects.toThrow(/^\.migration-safety\.yml/);
    rmSync(at('.migration-safety.yml'));
  });

  it('is compared with files of the base branch, through links inside of it', async () => {
    const other = newWorkspace({ 'real.sql': 'SELECT 1;', 'deep/x.sql': 'SELECT 2;' });
    symlinkSync('real.sql', join(other.dir, 'link.sql'));
    symlinkSync('../real.sql', join(other.dir, 'deep/up.sql'));
    symlinkSync('../../etc/passwd', join(other.dir, 'deep/out.sql'));
    symlinkSync('/etc/passwd', join(other.dir, 'absolute.sql'));
    symlinkSync('ring.sql', join(other.dir, 'ring.sql'));
    symlinkSync('deep', join(other.dir, 'folder.sql'));
    const commit = other.commit({});
    const base = await gitFiles(commit, other.dir, 'the base');
    const read = (path: string) => base?.read(join(realpathSync(other.dir), path));
    expect(await read('link.sql')).toBe('SELECT 1;');
    expect(await read('deep/up.sql')).toBe('SELECT 1;');
    for (const path of ['deep/out.sql', 'absolute.sql', 'ring.sql', 'folder.sql', 'deep', 'nothing.sql'])
      expect(await read(path)).toBeNull();
    other.remove();
  });
});
