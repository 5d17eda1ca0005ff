// Is the committed `dist/` what the source builds, and does it work where there is nothing but itself?
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(root, 'dist');
const temporary = mkdtempSync(path.join(tmpdir(), 'check-dist-'));

/** Every file below `folder`, relative to it. */
function list(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .map((name) => name.replaceAll(path.sep, '/'))
    .sort();
}

function compare() {
  execFileSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  const rebuilt = path.join(temporary, 'rebuilt');
  execFileSync(process.execPath, [path.join(root, 'scripts/build.mjs'), rebuilt], { stdio: 'inherit' });
  const [committed, built] = [new Set(list(dist)), new Set(list(rebuilt))];
  const names = [...new Set([...committed, ...built])].sort();
  const same = (name) => readFileSync(path.join(dist, name)).equals(readFileSync(path.join(rebuilt, name)));
  return names.flatMap((name) => {
    if (!built.has(name)) return [`dist/${name} is left over`];
    if (!committed.has(name)) return [`dist/${name} is missing`];
    return same(name) ? [] : [`dist/${name} differs`];
  });
}

/** A program that uses the library, beside `dist/`. */
const PROGRAM = `import { check } from './dist/library.js';
const { schemaVersion, findings } = await check({ cwd: 'work', paths: ['001_notes.sql'], settings: { server: 'none' } });
console.log(schemaVersion, Array.isArray(findings));
`;

/** Runs the command line and the library in a bare folder: no node_modules above, an environment with nothing of ours. */
function tryOut() {
  const bare = path.join(temporary, 'bare');
  cpSync(dist, path.join(bare, 'dist'), { recursive: true });
  mkdirSync(path.join(bare, 'work'));
  writeFileSync(path.join(bare, 'work', '001_notes.sql'), 'CREATE TABLE notes (id bigint PRIMARY KEY, body text);\n');
  writeFileSync(path.join(bare, 'program.mjs'), PROGRAM);
  const env = { PATH: process.env.PATH };
  const node = (cwd, ...args) =>
    spawnSync(process.execPath, args, { cwd: path.join(bare, cwd), env, encoding: 'utf8', timeout: 60_000 });
  const run = (...args) => node('work', path.join(bare, 'dist', 'cli.js'), ...args);
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const told = run('--version');
  const checked = run('check', '001_notes.sql', '--server', 'embedded', '--format', 'json');
  const used = node('.', 'program.mjs');
  return [
    ...(used.status === 0 && used.stdout === '2 true\n' ? [] : [`library.js: ${describe(used)}`]),
    ...(told.status === 0 && told.stdout.includes(version) ? [] : [`cli.js --version: ${describe(told)}`]),
    ...(isReport(checked) ? [] : [`cli.js check: ${describe(checked)}`]),
  ];
}

function isReport({ status, stdout }) {
  try {
    const report = JSON.parse(stdout);
    const [migration] = report.migrations;
    const applied = migration.statements.filter((statement) => statement.role === 'up').map(({ status }) => status);
    return (
      (status === 0) === (report.verdict === 'pass') &&
      (status === 0 || status === 1) &&
      report.schemaVersion === 2 &&
      report.postgres.server.kind === 'embedded' &&
      applied.length === 1 &&
      applied[0] === 'applied'
    );
  } catch {
    return false;
  }
}

function describe({ status, stdout, stderr }) {
  return `exit code ${status}\n${stdout.slice(0, 2000)}${stderr.slice(0, 2000)}`;
}

try {
  const problems = [...compare(), ...tryOut()];
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) {
    console.error('Run `npm run build` and commit dist/.');
    process.exitCode = 1;
  } else {
    console.log('dist/ is what the source builds, and it works on its own.');
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
