// How long linting takes, whole process and no server: one file, and 2,000 generated files of 12 statements, side by side
// with squawk-cli; then the cost of a file from 500 to 5,000 of them. Ratios carry over; times are of this machine.
// `npm run bench:lint` builds dist/ first, which is what is measured.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = path.join(root, 'dist/cli.js');
const folder = mkdtempSync(path.join(tmpdir(), 'bench-lint-'));

/** squawk's own binary, without the Node process that its package puts before it; null where npm has none for this platform. */
function squawkBinary() {
  const name = `@squawk-cli/${process.platform}-${process.arch}/package.json`;
  try {
    const file = path.join(path.dirname(createRequire(import.meta.url).resolve(name)), 'bin/squawk');
    return existsSync(file) ? file : null;
  } catch {
    return null;
  }
}

/** Twelve statements, as migrations hold them; two of them are hazards. About 850 bytes. */
function fileText(i) {
  const t = `orders_${i}`;
  const before = `orders_${Math.max(0, i - 1)}`;
  return `-- Orders, part ${i}
CREATE TABLE ${t} (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  total numeric(12, 2) DEFAULT 0,
  placed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ${t}_name ON ${t} (name);
COMMENT ON TABLE ${t} IS 'part ${i}';
ALTER TABLE ${before} ADD COLUMN note_${i} text;
CREATE INDEX CONCURRENTLY ${t}_before ON ${before} (note_${i});
CREATE INDEX ${t}_blocking ON ${before} (total);
ALTER TABLE ${before} ADD CONSTRAINT total_${i} CHECK (total >= 0) NOT VALID;
ALTER TABLE ${before} VALIDATE CONSTRAINT total_${i};
CREATE VIEW open_${t} AS SELECT id, name FROM ${t} WHERE placed_at > now() - interval '1 day';
INSERT INTO ${t} (name) VALUES ('first'), ('second');
UPDATE ${t} SET total = 1 WHERE name = 'first';
DROP INDEX ${t}_name;
`;
}

function writeFiles(count) {
  const target = path.join(folder, `migrations_${count}`);
  mkdirSync(target);
  for (let i = 0; i < count; i++) {
    writeFileSync(path.join(target, `${String(i).padStart(6, '0')}_orders.sql`), fileText(i));
  }
  return target;
}

/** The runs take turns, so that what else the machine does hits both; the median counts. */
function race(commands, runs) {
  const times = commands.map(() => []);
  for (let run = 0; run < runs; run++) {
    for (const [at, [program, ...args]] of commands.entries()) {
      const start = performance.now();
      const { error, status, stderr } = spawnSync(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
      times[at].push(performance.now() - start);
      if (error ?? (status !== 0 && status !== 1)) throw error ?? new Error(`exit code ${status}: ${stderr}`);
    }
  }
  return times.map((list) => list.sort((a, b) => a - b)[list.length >> 1]);
}

const ms = (time) => `${time.toFixed(0)} ms`;
const out = path.join(folder, 'out');
const lint = (target) => [process.execPath, cli, 'check', target, '--server', 'none', '--output', out];
const squawk = squawkBinary();

/** Both tools without what they would find here: what is left is reading and judging, not printing. */
function quiet(target) {
  const json = [...lint(target).slice(1), '--format', 'json', '--config', 'none.yml'];
  writeFileSync(path.join(folder, 'none.yml'), '{}');
  spawnSync(process.execPath, json, { cwd: folder });
  const ours = new Set(JSON.parse(readFileSync(out, 'utf8')).findings.map(({ rule }) => rule));
  writeFileSync(path.join(folder, 'quiet.yml'), `rules:\n${[...ours].map((rule) => `  ${rule}: off\n`).join('')}`);
  const commands = [[...lint(target), '--config', 'quiet.yml']];
  if (!squawk) return commands;
  const { stdout } = spawnSync(squawk, ['--reporter', 'Gcc', path.join(target, '*.sql')], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const theirs = new Set([...stdout.matchAll(/: (?:warning|error): ([a-z-]+)/g)].map(([, rule]) => rule));
  return [...commands, [squawk, '-e', [...theirs].join(','), path.join(target, '*.sql')]];
}

function compare(title, [ours, theirs]) {
  const ratio = theirs === undefined ? '' : ` = ${(ours / theirs).toFixed(2)} × squawk's ${ms(theirs)}`;
  console.log(`${title}: ${ms(ours)}${ratio}`);
}

try {
  const one = path.join(writeFiles(1), '000000_orders.sql');
  const [node, single, other] = race(
    [[process.execPath, '-e', '0'], lint(one), ...(squawk ? [[squawk, one]] : [])],
    21,
  );
  console.log(`Node ${process.version}; the aim: one file under 100 ms, 2,000 files at most 1 × squawk`);
  if (!squawk) console.log('squawk-cli has no binary for this platform');
  compare(`one file (Node's own start is ${ms(node)} of it)`, [single, other]);

  const many = writeFiles(2000);
  compare('2,000 files, 24,000 statements, nothing found', race(quiet(many), 7));
  compare(
    '2,000 files, all that each tool finds and prints',
    race([lint(many), ...(squawk ? [[squawk, path.join(many, '*.sql')]] : [])], 5),
  );

  const counts = [500, 1000, 2000, 5000];
  const folders = counts.map((count) => (count === 2000 ? many : writeFiles(count)));
  const times = race(
    folders.map((target) => [...lint(target), '--config', 'quiet.yml']),
    5,
  );
  const perFile = times.map((time, at) => (1000 * (time - single)) / counts[at]);
  console.log('the cost of a file beyond the first, nothing found:');
  for (const [at, count] of counts.entries()) {
    console.log(`  ${String(count).padStart(5)} files: ${perFile[at].toFixed(0)} µs each, ${ms(times[at])} in all`);
  }
  console.log(`  5,000 against 500: ${(perFile[3] / perFile[0]).toFixed(2)} × (1 is linear)`);
} finally {
  rmSync(folder, { recursive: true });
}
