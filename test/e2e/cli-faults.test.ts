/** What the command line can't read, write or run: exit code 2 and a sentence, and a verdict that was found is told. */
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.js';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const BAD = 'CREATE TABLE crates (id bigint PRIMARY KEY);\nDROP TABLE barrels;\n';
const isRoot = process.getuid?.() === 0;
const onLinux = process.platform === 'linux';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli fault '));
  mkdirSync(join(folder, 'db'));
  writeFileSync(join(folder, 'db/1_crates.sql'), BAD);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const check = (args: string[], env: NodeJS.ProcessEnv = {}) =>
  runCli(['check', 'db', '--server', 'none', ...args], { cwd: folder, env });

/** Into a file of this machine instead of a pipe. */
function checkInto(path: string): Promise<{ exitCode: number | null; stderr: string }> {
  return new Promise((done) => {
    const out = openSync(path, 'w');
    const child = spawn(process.execPath, [CLI, 'check', 'db', '--server', 'none'], {
      cwd: folder,
      stdio: ['ignore', out, 'pipe'],
    });
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('close', (exitCode) => done({ exitCode, stderr }));
  });
}

function expectTold(stderr: string, sentence: RegExp): void {
  const lines = stderr.trimEnd().split('\n');
  expect(lines.at(-1)).toMatch(sentence);
  expect(lines[0]).toMatch(/^The verdict is fail: errors [1-9]/);
  expect(stderr).toMatch(/ {2}db\/1_crates\.sql:2 error drop-table: /);
  expect(stderr).not.toMatch(/^\s+at /m);
}

describe('--output', () => {
  it.each<[string, () => string, RegExp]>([
    ['onto a folder', () => 'db', /--output db: this is a folder/],
    ['below a file', () => 'db/1_crates.sql/x', /--output .*: a part of this path is a file/],
    ['with a name that is too long', () => 'x'.repeat(400), /--output x+: the name is too long/],
  ])('%s', async (_, path, sentence) => {
    const { exitCode, stdout, stderr } = await check(['--format', 'json', '--output', path()]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expectTold(stderr, sentence);
  });

  it.runIf(existsSync('/dev/full'))('onto a full disk', async () => {
    const { exitCode, stderr } = await check(['--output', '/dev/full']);
    expect(exitCode).toBe(2);
    expectTold(stderr, /--output \/dev\/full: no space is left on the disk/);
  });

  it.skipIf(isRoot || process.platform === 'win32')('into a folder of others', async () => {
    chmodSync(join(folder, 'db'), 0o500);
    const { exitCode, stderr } = await check(['--output', 'db/report.txt']);
    expect(exitCode).toBe(2);
    expectTold(stderr, /permission denied/);
  });

  it('is written where it can be, and the verdict stands', async () => {
    const { exitCode, stderr } = await check(['--format', 'json', '--output', 'report.json']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).verdict).toBe('fail');
  });
});

describe('the standard output', () => {
  it.runIf(existsSync('/dev/full'))('is full', async () => {
    const { exitCode, stderr } = await checkInto('/dev/full');
    expect(exitCode).toBe(2);
    expectTold(stderr, /The output can’t be written: no space is left/);
  });

  it.skipIf(process.platform === 'win32').each([
    ['check db --server none', 1],
    ['check db --server none --fail-on never --format json', 0],
    ['rules', 0],
    ['explain drop-table', 0],
    ['--help', 0],
  ])('is read by nobody any more: %s', (args, expected) => {
    const script = `{ "$0" "$1" ${args}; echo "rc $?" >&2; } 2>&1 1>&3 | cat; `;
    // The reader has gone before anything is written.
    const shell = `exec 3> >(exec true); sleep 0.2; ${script}`;
    const said = execFileSync('bash', ['-c', shell, process.execPath, CLI], { cwd: folder, encoding: 'utf8' });
    expect(said).toBe(`rc ${expected}\n`);
  });
});

describe('settings', () => {
  it.runIf(onLinux)('are no device, wherever a link leads', async () => {
    symlinkSync('/dev/zero', join(folder, '.migration-safety.yml'));
    const found = await check([]);
    expect(found).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/\.migration-safety\.yml: this is a link that leads out of the repository/),
    });
    const named = await check(['--config', '/dev/urandom']);
    expect(named).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/config: \/dev\/urandom: this is a device/),
    });
  });

  it('are a file', async () => {
    expect(await check(['--config', 'db'])).toMatchObject({
      exitCode: 2,
      stderr: 'migration-safety: config: db: this is a folder, not a file.\n',
    });
  });
});

describe('git', () => {
  const plain = (args: string[], env: NodeJS.ProcessEnv = {}) => runCli(['check', ...args], { cwd: folder, env });

  it('is not there', async () => {
    const { exitCode, stderr } = await plain([], { PATH: folder });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^migration-safety: check: git was not found: install it, .*Or name files or folders\.\n$/);
  });

  it('refuses a repository of somebody else', async () => {
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    const { exitCode, stderr } = await plain([], { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/belongs to another user: run "git config --global --add safe\.directory/);
  });

  it('finds a repository that is broken', async () => {
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    writeFileSync(join(folder, '.git/config'), '[core\n');
    const { exitCode, stderr } = await plain(['--base', 'main']);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/git rev-parse fails in .*: bad config line 1/);
  });
});

describe('a bug of ours', () => {
  const bug = () => {
    writeFileSync(
      join(folder, 'bug.mjs'),
      "const { stdout } = process; stdout.write = () => { throw new RangeError('crates'); };",
    );
    return `--import=${encodeURI(`file://${join(folder, 'bug.mjs')}`)}`;
  };

  it('is one line, and the stack only where it is asked for', async () => {
    const run = await check([], { NODE_OPTIONS: bug() });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toMatch(/\nmigration-safety: This is a bug of migration-safety, please report it: crates\n$/);
    expect(run.stderr).not.toContain('RangeError');
    expect((await check([], { NODE_OPTIONS: bug(), DEBUG: '1' })).stderr).toMatch(/RangeError: crates\n\s+at /);
  });

  it.each(["setTimeout(() => { throw new Error('crates'); });", "Promise.reject(new Error('crates'));"])(
    'that nobody catches: %s',
    async (text) => {
      // The report of a later import: the front door stands by then.
      writeFileSync(join(folder, 'late.mjs'), `process.once('newListener', () => setImmediate(() => { ${text} }));`);
      const env = { NODE_OPTIONS: `--import=${encodeURI(`file://${join(folder, 'late.mjs')}`)}` };
      const run = await check([], env);
      expect(run.exitCode).toBe(2);
      expect(run.stderr).toBe('migration-safety: This is a bug of migration-safety, please report it: crates\n');
    },
  );
});
