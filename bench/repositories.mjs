// A history of each layout with the traps of real repositories, checked as a pull request that adds one harmless migration and
// one that blocks writes. Prints for each: whether both were rehearsed, findings that are false, findings that are missing, time.
// usage: npm run bench:repositories [-- layout …] [--migrations 1000] [--server embedded]
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DOCUMENTS, history, LAYOUTS } from './repositories/histories.mjs';

const args = process.argv.slice(2);
const option = (name, usual) => (args.includes(name) ? args.splice(args.indexOf(name), 2)[1] : usual);
const count = Number(option('--migrations', '1000'));
const server = option('--server', 'local');
const names = args.length > 0 ? args : Object.keys(LAYOUTS);
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/** The harmless one adds a table of its own; of the other, one finding is right. */
const CHANGE = [
  { up: 'CREATE TABLE fresh (id bigint PRIMARY KEY, name text);\n', down: 'DROP TABLE fresh;\n' },
  { up: 'CREATE INDEX slow ON t0 (n);\n', down: 'DROP INDEX slow;\n' },
];
const EXPECTED = 'index-not-concurrent';
/** True of the second migration as well, and of its way back. */
const ALSO = new Set(['no-lock-timeout', 'drop-index-not-concurrent', 'down-missing', 'blocking-scan']);

const rows = [];
for (const name of names) {
  const { file, beside = () => ({}), first = 0 } = LAYOUTS[name];
  const merged = history(name, count);
  const filesOf = (all) => Object.assign({}, ...all.map((one, n) => file(n + first, one)), beside(all));
  const dir = mkdtempSync(join(tmpdir(), 'bench-repository-'));
  const git = (...words) =>
    execFileSync(
      'git',
      ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'core.autocrlf=false', ...words],
      { cwd: dir, stdio: 'pipe' },
    );
  const put = (files) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    }
  };
  try {
    const before = filesOf(merged);
    const folder = dirname(Object.keys(before).find((path) => path.endsWith('.sql')) ?? 'x');
    git('init', '-q', '-b', 'main');
    put(before);
    put(Object.fromEntries(Object.entries(DOCUMENTS).map(([path, text]) => [join(folder, path), text])));
    git('add', '-A');
    git('commit', '-qm', 'merged');
    git('checkout', '-qb', 'change');
    put(filesOf([...merged, ...CHANGE]));
    git('add', '-A');
    git('commit', '-qm', 'change');
    const start = performance.now();
    const run = spawnSync(
      process.execPath,
      [cli, 'check', '--base', 'main', '--format', 'json', '--server', server, '--no-cache'],
      { cwd: dir, encoding: 'utf8', maxBuffer: 2 ** 28 },
    );
    const seconds = (performance.now() - start) / 1000;
    rows.push({ name, ...judged(run), seconds });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  const { rehearsed, wrong, missing, notes, seconds } = rows.at(-1);
  console.log(
    `${name.padEnd(20)} rehearsed ${rehearsed} of 2  false ${wrong.length}  missing ${missing}  notes ${notes}  ${seconds.toFixed(1)} s`,
  );
  for (const line of wrong) console.log(`    ${line}`);
}
const sum = (of) => rows.reduce((total, row) => total + of(row), 0);
console.log(
  `\n${rows.length} layouts, ${count} migrations each: rehearsed ${sum((row) => row.rehearsed)} of ${2 * rows.length}, false findings ${sum((row) => row.wrong.length)}, missing ${sum((row) => row.missing)}, ${sum((row) => row.seconds).toFixed(0)} s`,
);

function judged({ stdout, stderr, status }) {
  let report;
  try {
    report = JSON.parse(stdout);
  } catch {
    return { rehearsed: 0, wrong: [`exit ${status}: ${stderr.slice(0, 300)}`], missing: 1, notes: 0 };
  }
  const { migrations, findings, notChecked } = report;
  const rehearsed = migrations.filter(
    ({ statements }) =>
      statements.length > 0 && statements.every(({ role, status: is }) => role !== 'up' || is === 'applied'),
  ).length;
  const counted = findings.filter(({ evidence }) => evidence !== 'refuted');
  const wrong = counted
    .filter(({ rule }) => rule !== EXPECTED && !ALSO.has(rule))
    .map(({ rule, path, line, message }) => `${rule} ${path}:${line} ${message}`);
  const missing = counted.some(({ rule, evidence }) => rule === EXPECTED && evidence === 'confirmed') ? 0 : 1;
  return { rehearsed, wrong, missing, notes: notChecked.length };
}
