/** The application's own program is run on the schema before the change and on the schema after it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicationProgram } from '../../../src/migrations/application.js';
import { rehearse } from '../../../src/rehearsal/rehearse.js';
import type { Server } from '../../../src/servers/server.js';
import { valuesOf } from '../../../src/settings/settings.js';
import { loadGrammar } from '../../../src/sql/parse.js';
import { runToTheEnd } from '../../../src/system/run-program.js';
import { migrationOf } from '../../support/examples.js';
import { SERVERS } from '../../support/servers.js';

const PG = createRequire(import.meta.url).resolve('pg');
const grammar = await loadGrammar();
const SETUP = 'CREATE TABLE t (id int PRIMARY KEY, name text);';

/** Its one argument is the SQL of a release. */
const PROGRAM = `
const { Client } = require(process.argv[2]);
const client = new Client({ connectionString: process.env.DATABASE_URL });
client.connect()
  .then(() => client.query(process.argv[3]))
  .then(() => client.end())
  .catch((error) => { console.error('the release says: ' + error.message + ' ' + process.env.PGPASSWORD); process.exit(3); });
`;

describe('a program that is run to its end', () => {
  const run = (text: string, seconds = 60) =>
    runToTheEnd([process.execPath, '-e', text], { cwd: tmpdir(), env: process.env, seconds });

  it('keeps the end of what it prints', async () => {
    const { code, lastWords } = await run(
      "for (let n = 0; n < 9999; n++) console.log('line ' + n); process.exitCode = 7;",
    );
    expect(code).toBe(7);
    expect(lastWords).toHaveLength(4000);
    expect(lastWords).toMatch(/line 9998\n$/);
  });

  it('is stopped with all that it started', async () => {
    const child = `require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })`;
    expect(await run(child, 1)).toMatchObject({ code: null, stoppedAfter: 1 });
  });

  it('says why it could not be started', async () => {
    const end = await runToTheEnd(['no-such-program'], { cwd: tmpdir(), env: process.env, seconds: 5 });
    expect(end).toEqual({ code: null, lastWords: expect.stringContaining('ENOENT') });
  });
});

describe.each(SERVERS)('on $name', ({ skip, start, real }) => {
  let server: Server;
  let folder: string;

  beforeAll(async () => {
    if (skip) return;
    server = await start();
    folder = mkdtempSync(join(tmpdir(), 'application-'));
    writeFileSync(join(folder, 'release.cjs'), PROGRAM);
  });
  afterAll(async () => {
    await server?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  async function run(sql: string, release: string) {
    const { migration, baseline } = migrationOf({ setup: SETUP, sql }, grammar);
    const command = [process.execPath, 'release.cjs', PG, release];
    const settings = { ...valuesOf({ 'application-command': command }), bootstrap: [], root: folder };
    const application = applicationProgram({ ...settings, file: null, place: () => '', notes: [] });
    const { observations, migrations } = await rehearse(server, {
      changed: [migration],
      baseline,
      seed: [],
      application,
    });
    const findings = observations.map(({ finding }) => finding).filter(({ rule }) => rule === 'application-breaks');
    return { findings, proof: migrations[0]?.proofs.find(({ check }) => check === 'application') };
  }

  it.skipIf(skip || !real)('what passes on both is proven', async () => {
    const { findings, proof } = await run(
      'ALTER TABLE t ADD COLUMN x int;',
      "INSERT INTO t (id, name) VALUES (1, 'a')",
    );
    expect(findings).toEqual([]);
    expect(`${proof?.status}: ${proof?.detail}`).toMatch(/^proven: /);
  });

  it.skipIf(skip || !real)('what fails only after the change is an error with its last words', async () => {
    const { findings, proof } = await run('ALTER TABLE t RENAME name TO title;', 'SELECT name FROM t');
    expect(findings).toMatchObject([{ severity: 'error', line: 1 }]);
    expect(findings[0]?.proof).toContain(
      'fails with exit code 3: `the release says: column "name" does not exist ***`',
    );
    expect(proof?.status).toBe('failed');
  });

  it.skipIf(skip || !real)('what fails before the change is not its doing', async () => {
    const { findings, proof } = await run('ALTER TABLE t ADD COLUMN x int;', 'SELECT nothing FROM t');
    expect(findings).toEqual([]);
    expect(proof).toMatchObject({
      status: 'not checked',
      detail: expect.stringContaining('before the change it fails'),
    });
  });

  it.skipIf(skip || real)('on the embedded server it is not checked', async () => {
    const { findings, proof } = await run('ALTER TABLE t RENAME name TO title;', 'SELECT name FROM t');
    expect(findings).toEqual([]);
    expect(proof).toMatchObject({ status: 'not checked', detail: expect.stringContaining('no other program reaches') });
  });
});
