// How much the rehearsal costs: traced apply against psql on the same server, and the main job on the example.
// Needs psql on the PATH for the first figure. Prints ratios; times are of this machine. With TMPDIR on a memory file system
// the figures don't depend on what the disk makes of thousands of new files.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MissingExtensions } from '../build/rehearsal/ground/missing-extension.js';
import { openStage } from '../build/rehearsal/ground/stage.js';
import { rehearse } from '../build/rehearsal/rehearse.js';
import { runScript } from '../build/rehearsal/run/apply.js';
import { findPostgres } from '../build/servers/cluster/binaries.js';
import { startCluster } from '../build/servers/cluster/start.js';
import { serviceServer } from '../build/servers/postgres/service.js';
import { loadGrammar } from '../build/sql/parse.js';
import { changeText as fileText } from './history.mjs';

const FILES = 200;
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bench-'));

const paths = Array.from({ length: FILES }, (_, i) => join(folder, `${String(i).padStart(4, '0')}.sql`));
for (const [i, path] of paths.entries()) writeFileSync(path, fileText(i));

const found = (await findPostgres()).at(0);
if (found === undefined) throw new Error('no PostgreSQL binaries on this machine');
const port = 20000 + (process.pid % 20000);
const cluster = await startCluster({ bin: found.bin, port, password: 'bench' });
const databaseUrl = `postgres://postgres:bench@127.0.0.1:${port}/postgres`;
const server = await serviceServer({ databaseUrl, connectTimeout: 10, statementTimeout: 60 });
try {
  const grammar = await loadGrammar();
  const scripts = paths.map((path, i) => {
    const text = fileText(i);
    return grammar.parseScript({ role: 'up', file: { path, text }, sql: text, transaction: 'autocommit' });
  });

  const scratch = await median(5, async () => {
    const start = performance.now();
    const database = await server.createScratch();
    const ready = performance.now() - start;
    await database.drop();
    return ready;
  });
  console.log(`scratch database ready on a warm server: ${scratch.toFixed(0)} ms (aim: under 150 ms)`);

  // In turns, and the best of each: the machine may have other things to do.
  const hasPsql = spawnSync('psql', ['--version']).status === 0;
  const times = { psql: [], traced: [] };
  for (let turn = 0; turn < 5; turn++) {
    if (hasPsql) times.psql.push(await applyWithPsql());
    times.traced.push(await applyTraced(scripts));
  }
  const psql = hasPsql ? Math.min(...times.psql) : null;
  const traced = Math.min(...times.traced);
  const ratio =
    psql === null ? 'psql is not on the PATH' : `${(traced / psql).toFixed(2)} × psql's ${psql.toFixed(0)} ms`;
  console.log(
    `traced apply of ${FILES} files, ${FILES * 10} statements: ${traced.toFixed(0)} ms = ${ratio} (aim: at most 2 ×)`,
  );

  const changed = scripts.map((up) => ({ id: up.file.path, path: up.file.path, layout: 'plain', up }));
  const start = performance.now();
  await rehearse(server, { changed, baseline: [], seed: [], bootstrap: [] });
  const whole = performance.now() - start;
  console.log(
    `whole rehearsal of the ${FILES} files: ${whole.toFixed(0)} ms${psql === null ? '' : ` = ${(whole / psql).toFixed(2)} × psql`}`,
  );
} finally {
  await server.close();
  await cluster.stop();
  rmSync(folder, { recursive: true });
}

for (const kind of ['embedded', 'local']) {
  const times = [];
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    spawnSync(process.execPath, ['dist/cli.js', 'check', 'examples/p0-perf-indexes-fixed', '--server', kind], {
      cwd: root,
    });
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  console.log(`main job on the example, ${kind}, whole process: ${times.map((it) => it.toFixed(0)).join(', ')} ms`);
}

async function applyWithPsql() {
  const database = 'bench_psql';
  const psql = (args) => execFileSync('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', ...args], { stdio: 'pipe' });
  psql([databaseUrl, '-c', `CREATE DATABASE ${database}`]);
  const url = databaseUrl.replace(/postgres$/, database);
  const start = performance.now();
  psql([url, ...paths.flatMap((path) => ['-f', path])]);
  const time = performance.now() - start;
  psql([databaseUrl, '-c', `DROP DATABASE ${database}`]);
  return time;
}

async function applyTraced(scripts) {
  const stage = await openStage(await server.createScratch(), server, new MissingExtensions(server));
  const start = performance.now();
  for (const script of scripts) {
    const { complete, failures } = await runScript(stage.session, script, stage.tracer);
    if (!complete) throw new Error(failures[0]?.error.message);
  }
  const time = performance.now() - start;
  await stage.leave();
  return time;
}

async function median(runs, action) {
  const times = [];
  for (let i = 0; i < runs; i++) times.push(await action());
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)];
}
