// Every aim for speed in one run: whole processes, in turns with what each is held against, the median of a few. Ratios carry over to
// other machines as far as that goes; times are of this one. psql has to be on the PATH for some.
// Usage: node bench/bench.mjs [--dist folder] [--json file] [--only words] [--runs number]
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findPostgres } from '../build/servers/cluster/binaries.js';
import { startCluster } from '../build/servers/cluster/start.js';
import { changeText, makeHistory, makeTables } from './history.mjs';
import { lintOf, quiet, squawkBinary, writeFiles } from './lint-files.mjs';
import { race } from './race.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: asked } = parseArgs({
  options: {
    dist: { type: 'string', default: path.join(root, 'dist') },
    json: { type: 'string' },
    only: { type: 'string', default: '' },
    runs: { type: 'string', default: '5' },
  },
});
const runs = Number(asked.runs);
const cli = path.join(path.resolve(asked.dist), 'cli.js');
const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
chmodSync(folder, 0o755);
const results = [];
/** What is kept between runs is kept here, and goes with it. */
const env = { ...process.env, TMPDIR: path.join(folder, 'temp') };
mkdirSync(env.TMPDIR);
chmodSync(env.TMPDIR, 0o777);

/** `limit`: what the first may cost, held against the second. */
async function aim(name, limit, cwd, [ours, theirs], { times = runs, warm = false } = {}) {
  if (!name.includes(asked.only)) return;
  if (warm) await race([ours, theirs], 1, { cwd, env });
  const [our, their] = await race([ours, theirs], times, { cwd, env });
  const ratio = our / their;
  results.push({ name, ratio, limit, ms: our, against: their });
  const held = ratio <= limit ? 'held' : 'MISSED';
  console.log(
    `${ratio.toFixed(2).padStart(6)} × (at most ${limit}: ${held})  ${name}: ${our.toFixed(0)} ms against ${their.toFixed(0)} ms`,
  );
}

/** The same command in another folder. */
const inFolder = (cwd, [program, ...args]) => ['sh', '-c', `cd '${cwd}' && exec "$0" "$@"`, program, ...args];
const node = (...args) => [process.execPath, cli, ...args];
const check = (server) =>
  node('check', '--server', server, '--format', 'json', '--output', path.join(folder, 'report'));
const repository = (name) => path.join(folder, name);

async function lintAims() {
  const [lint, squawk] = [lintOf(cli, folder), squawkBinary()];
  const one = path.join(writeFiles(folder, 1), '000000_orders.sql');
  await aim('lint of one file against bare node', 2.5, folder, [lint(one), [process.execPath, '-e', '0']], {
    times: 21,
  });
  if (squawk) {
    const many = writeFiles(folder, 2000);
    await aim('lint of 2,000 files against squawk, nothing found', 5, folder, quiet(many, { lint, squawk, folder }));
    const all = [squawk, path.join(many, '*.sql')];
    await aim('lint of 2,000 files against squawk, all printed', 2, folder, [lint(many), all]);
  }
  const [small, large] = ['tables-20', 'tables-2000'].map((name) => inFolder(repository(name), check('none')));
  await aim('lint after 2,000 tables against 20', 1.3, folder, [large, small]);
  const [short, long] = ['history-1000', 'history-10000'].map((name) => inFolder(repository(name), check('none')));
  await aim('lint after 10,000 migrations against 1,000', 1.2, folder, [long, short]);
}

async function serverAims() {
  const warm = { warm: true };
  for (const server of ['service', 'local', 'embedded']) {
    const [small, large] = ['tables-20', 'tables-2000'].map((name) => inFolder(repository(name), check(server)));
    await aim(`${server} server, 2,000 tables against 20`, 1.5, folder, [large, small], warm);
  }
  const create = `await (await (await import('@electric-sql/pglite')).PGlite.create()).close()`;
  const example = node('check', 'examples/p0-perf-indexes-fixed', '--server', 'embedded');
  const pglite = [process.execPath, '--input-type=module', '-e', create];
  await aim('embedded main job against PGlite.create()', 1.5, root, [example, pglite], warm);
}

/** The same files by psql: the migrations alone, or with rollback and second run. */
async function psqlAims(url) {
  if (spawnSync('psql', ['--version']).status !== 0) return console.log('psql is not on the PATH: left out');
  const psql = (...files) => {
    const target = url.replace(/[^/]*$/, 'bench');
    const each = files.map((file) => `-f '${file}'`).join(' ');
    const made = `psql -Xqc 'DROP DATABASE IF EXISTS bench' '${url}' && psql -Xqc 'CREATE DATABASE bench' '${url}'`;
    return ['sh', '-c', `(${made} && exec psql -Xq -v ON_ERROR_STOP=1 '${target}' ${each}) >/dev/null 2>&1`];
  };
  const example = path.join(root, 'examples/p0-perf-indexes-fixed/db');
  const file = (name) => path.join(example, 'migrations', name);
  const [up, down] = [file('2026-01-23_p0_perf_indexes.sql'), file('2026-01-23_p0_perf_indexes.rollback.sql')];
  const theirs = psql(file('2026-01-05_baseline.sql'), path.join(example, 'seed.sql'), up, down, up);
  const ours = node('check', 'examples/p0-perf-indexes-fixed', '--server', 'service', '--no-cache');
  await aim('the example on a service against psql (up, down, up)', 3, root, [ours, theirs]);
  const changed = repository('changed-200');
  mkdirSync(changed);
  for (let i = 0; i < 200; i++) writeFileSync(path.join(changed, `${String(i).padStart(4, '0')}.sql`), changeText(i));
  const files = readdirSync(changed).map((name) => path.join(changed, name));
  const run = node('check', changed, '--server', 'service', '--no-cache', '--output', path.join(folder, 'report'));
  await aim('200 changed migrations on a service against psql', 4, folder, [run, psql(...files)], { times: 3 });
}

const bin = (await findPostgres()).at(0)?.bin;
const port = 20000 + (process.pid % 20000);
const cluster = bin === undefined ? null : await startCluster({ bin, port, password: 'bench' });
try {
  const url = `postgres://postgres:bench@127.0.0.1:${port}/postgres`;
  env.MIGRATION_SAFETY_DATABASE_URL = url;
  for (const count of [20, 2000]) makeTables(repository(`tables-${count}`), count);
  for (const length of [1000, 10_000]) makeHistory(repository(`history-${length}`), length);

  console.log(`Node ${process.version}, PostgreSQL of ${bin ?? 'nowhere: only what needs none'}`);
  await lintAims();
  if (cluster) {
    await psqlAims(url);
    await serverAims();
  }
  if (asked.json) writeFileSync(asked.json, `${JSON.stringify(results, null, 2)}\n`);
} finally {
  await cluster?.stop();
  rmSync(folder, { recursive: true, force: true });
}
