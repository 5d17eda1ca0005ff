/** What is wrong with what people give: each message says where, what and how to mend it, with the right exit code. */
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkJson, runCli } from '../support/cli.js';
import { newestMajor, startService } from '../support/postgres.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bad input '));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function write(path: string, contents: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), contents);
}

const check = (...args: string[]) => runCli(['check', ...args], { cwd: folder });
const findings = async (...args: string[]) => {
  const { exitCode, report } = await checkJson([...args, '--server', 'none'], { cwd: folder });
  return {
    exitCode,
    report,
    lines: report.findings.map(
      ({ path, line, column, rule, message }) => `${path}:${line}:${column} ${rule}: ${message}`,
    ),
  };
};

describe('what can’t be checked at all ends with exit code 2 and one message', () => {
  it('a path that doesn’t exist', async () => {
    expect(await check('db/nothing.sql')).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: 'migration-safety: db/nothing.sql: there is no such file or folder.\n',
    });
  });

  it('a folder without migrations', async () => {
    await write('docs/notes.txt', 'nothing here');
    const { exitCode, stderr } = await check('docs');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('No migrations found');
    expect(stderr).toContain('docs');
  });

  it('a page that is no runbook', async () => {
    await write('README.md', '# Project\n\n```sql\nSELECT 1;\n```\n');
    const { exitCode, stderr } = await check('README.md');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('No migrations found in README.md');
    expect(stderr).toContain('under a heading that says Migration');
  });

  it('no path, outside a repository', async () => {
    const { exitCode, stderr } = await check();
    expect(exitCode).toBe(2);
    expect(stderr).toContain('name files or folders: this is no git repository, so that nothing can be compared');
  });

  it('an option that there isn’t', async () => {
    const { exitCode, stderr } = await check('x.sql', '--fail-om', 'warning');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('There is no option --fail-om. Did you mean --fail-on?');
  });

  it('a value that an option can’t have', async () => {
    const { exitCode, stderr } = await check('x.sql', '--server', 'docker');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('server: expected one of auto, service, local, embedded, none, got "docker"');
  });

  it('unknown settings, each with its line, all at once', async () => {
    await write(
      '.migration-safety.yml',
      'fail-on: warning\nbaselin: x.sql\nserver: docker\nrules:\n  no-such-rule: loud\n',
    );
    await write('1.sql', 'SELECT 1;');
    const { exitCode, stderr } = await check('1.sql');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('.migration-safety.yml:2:1: there is no setting "baselin". Did you mean "baseline"?');
    expect(stderr).toContain('.migration-safety.yml:3:1: server: expected one of auto, service, local, embedded, none');
    expect(stderr).toContain(
      '.migration-safety.yml:5:3: rules.no-such-rule: expected one of off, info, warning, error',
    );
  });

  it('a setting for a rule that there isn’t', async () => {
    await write('.migration-safety.yml', 'rules:\n  index-not-concurent: off\n');
    await write('1.sql', 'SELECT 1;');
    const { exitCode, stderr } = await check('1.sql');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('there is no rule "index-not-concurent". Did you mean "index-not-concurrent"?');
  });

  it('a baseline that is missing', async () => {
    await write('1.sql', 'SELECT 1;');
    const { exitCode, stderr } = await check('1.sql', '--baseline', 'schema.sql');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('baseline: schema.sql: There is no such file.');
  });
});

describe('the server', () => {
  beforeEach(() => write('1.sql', 'CREATE TABLE t (a int);'));

  it('a database-url that is none', async () => {
    const { exitCode, stderr } = await check('1.sql', '--database-url', 'localhost:5432');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('database-url');
    expect(stderr).toContain('postgres://');
  });

  it('a server that never comes up: tried until the time is over, then one message without the password', async () => {
    const port = await unusedPort();
    const url = `postgres://me:hunter2@127.0.0.1:${port}/db`;
    const { exitCode, stderr } = await check('1.sql', '--database-url', url, '--connect-timeout', '2');
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`127.0.0.1:${port}`);
    expect(stderr).toMatch(/\d+ tries in \d s/);
    expect(stderr).not.toContain('hunter2');
    expect(stderr.trim().split('migration-safety:')).toHaveLength(2);
  });

  it.skipIf(newestMajor() === undefined)('a server that comes up late is waited for', async () => {
    const port = await unusedPort();
    const service = new Promise<Awaited<ReturnType<typeof startService>>>((resolve, reject) => {
      setTimeout(() => startService(newestMajor() ?? 0, port).then(resolve, reject), 1500);
    });
    // The password is only known once the server is there: what counts is that the refusal came from a server.
    const { exitCode, stderr } = await check(
      '1.sql',
      '--database-url',
      `postgres://postgres:wrong@127.0.0.1:${port}/postgres`,
    );
    await (await service).stop();
    expect(exitCode).toBe(2);
    expect(stderr).toContain('password');
    expect(stderr).not.toContain('wrong@');
  });
});

describe('what is wrong with a file is a finding, and hides nothing else', () => {
  const GOOD = 'CREATE TABLE fine (a int);';

  it('not UTF-8', async () => {
    await write('m/1.sql', Buffer.from([...Buffer.from('-- a\n-- caf'), 0xe9, 0x0a]));
    await write('m/2.sql', GOOD);
    const { exitCode, lines, report } = await findings('m');
    expect(exitCode).toBe(1);
    expect(lines).toEqual(['m/1.sql:1:1 unreadable-file: The file is not UTF-8 (line 2). Save it as UTF-8.']);
    expect(report.statements.checked).toBe(1);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('not readable', async () => {
    await write('m/1.sql', GOOD);
    await chmod(join(folder, 'm/1.sql'), 0);
    const { exitCode, lines } = await findings('m');
    expect(exitCode).toBe(1);
    expect(lines[0]).toContain('m/1.sql:1:1 unreadable-file: The file may not be read');
  });

  it.each([
    ['empty', ''],
    ['blank', ' \n\n'],
    ['only comments', '-- nothing yet\n'],
  ])('%s', async (_, text) => {
    await write('m/1.sql', text);
    const { exitCode, lines } = await findings('m', '--fail-on', 'warning');
    expect(exitCode).toBe(1);
    expect(lines).toEqual(['m/1.sql:1:1 empty-migration: The migration holds no statement.']);
  });

  it('no SQL at all', async () => {
    await write('m/1.sql', 'Dear all,\nplease create the index.\n');
    await write('m/2.sql', `${GOOD}\nCREATE TABL oops;\nSELECT 1;`);
    const { exitCode, lines, report } = await findings('m');
    expect(exitCode).toBe(1);
    expect(lines).toEqual([
      'm/1.sql:1:1 syntax-error: Postgres’ grammar refuses this statement: syntax error at or near "Dear".',
      'm/2.sql:2:8 syntax-error: Postgres’ grammar refuses this statement: syntax error at or near "TABL".',
    ]);
    expect(report.statements).toEqual({ checked: 2, notUnderstood: 2 });
  });

  it('psql’s own commands', async () => {
    await write('m/001_a.sql', `-- +goose Up\n\\set x 1\n${GOOD}\n`);
    const { lines } = await findings('m');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('m/001_a.sql:2:1 syntax-error: ');
    expect(lines[0]).toContain('\\set is a command of psql, not SQL');
  });

  it('a rollback without its migration is said to be unchecked', async () => {
    await write('m/1_a.sql', GOOD);
    await write('m/2_b.down.sql', 'DROP TABLE b;');
    const { exitCode, report } = await findings('m');
    expect(exitCode).toBe(0);
    expect(report.notChecked[0]?.check).toBe('m/2_b.down.sql');
  });
});

/** A port that nothing listens on. */
async function unusedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
