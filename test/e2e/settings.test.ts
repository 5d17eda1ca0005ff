/** What settings do to a check, as users run it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkJson, runCli } from '../support/cli.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'settings '));
  await write('db/1.sql', 'CREATE INDEX i ON t (a);\n');
  await write('db/old/2.sql', 'CREATE INDEX j ON t (b);\n');
});
afterEach(() => rm(folder, { recursive: true }));

async function write(path: string, contents: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), contents);
}

const check = (...args: string[]) => runCli(['check', ...args, '--server', 'none'], { cwd: folder });
const places = async (rule: string) => {
  const { report } = await checkJson(['db', '--server', 'none'], { cwd: folder });
  return report.findings.filter((it) => it.rule === rule).map(({ path, severity }) => `${severity} ${path}`);
};

describe('what the settings say of a rule', () => {
  it('may be an object: a severity, and the files that it keeps away from', async () => {
    expect(await places('index-not-concurrent')).toEqual(['error db/1.sql', 'error db/old/2.sql']);
    await write(
      'db/.migration-safety.yml',
      'rules:\n  index-not-concurrent:\n    severity: info\n    ignore: old/**\n',
    );
    expect(await places('index-not-concurrent')).toEqual(['info db/1.sql']);
  });

  it('may stand in package.json', async () => {
    await write(
      'package.json',
      JSON.stringify({ 'migration-safety': { rules: { 'index-not-concurrent': 'warning' } } }),
    );
    expect(await places('index-not-concurrent')).toEqual(['warning db/1.sql', 'warning db/old/2.sql']);
    await write('.migration-safety.yml', 'fail-on: never\n');
    const { exitCode, stderr } = await check('db');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('package.json: "migration-safety" stands beside .migration-safety.yml');
  });

  it('is refused with its place where it is wrong, all at once', async () => {
    await write(
      '.migration-safety.yml',
      'preset: strict\nrules:\n  index-not-concurrent:\n    max-rows: 5\n  no-such-rule: off\n',
    );
    const { exitCode, stderr } = await check('db');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('.migration-safety.yml:4:5: rules: index-not-concurrent: there is no option "max-rows"');
    expect(stderr).toContain('.migration-safety.yml:5:3: rules: there is no rule "no-such-rule"');
  });
});

describe('statements that nobody understood', () => {
  it('are seen in a green result, whatever is switched off', async () => {
    await write('.migration-safety.yml', 'rules:\n  syntax-error: off\n');
    await write('db/1.sql', 'SELEC 1;\nSELECT 2;\n');
    const { exitCode, report } = await checkJson(['db/1.sql', '--server', 'none'], { cwd: folder });
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({ verdict: 'pass', statements: { checked: 1, notUnderstood: 1 } });
    expect((await check('db/1.sql')).stdout).toMatch(/\nPASS, BUT 1 STATEMENT NOT UNDERSTOOD /);
    expect((await check('db/1.sql', '--format', 'markdown')).stdout).toContain('but 1 statement was not understood');
    expect((await check('db/1.sql', '--format', 'github')).stdout).toContain('::warning title=Passed%2C but not all');
    expect((await check('db/1.sql', '--format', 'sarif')).stdout).toContain('toolExecutionNotifications');
  });

  it('are named where they stand in the baseline; psql’s own words are not', async () => {
    await write(
      'structure.sql',
      '\\restrict x\nCREATE TABLE t (a int);\nCREATE TABEL u (a int);\nCOPY t FROM stdin;\n1\n\\.\n',
    );
    const { report } = await checkJson(['db/1.sql', '--server', 'none', '--baseline', 'structure.sql'], {
      cwd: folder,
    });
    expect(report.notChecked).toContainEqual({
      check: 'baseline structure.sql',
      reason: 'a statement was not understood, the first in line 3: the rules don’t know what it makes',
    });
  });
});
