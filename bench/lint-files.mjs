// Migrations to lint, and both tools' command lines for them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** squawk's own binary, without the Node process that its package puts before it; null where npm has none for this platform. */
export function squawkBinary() {
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

export function writeFiles(folder, count) {
  const target = path.join(folder, `migrations_${count}`);
  mkdirSync(target);
  for (let i = 0; i < count; i++) {
    writeFileSync(path.join(target, `${String(i).padStart(6, '0')}_orders.sql`), fileText(i));
  }
  return target;
}

export const lintOf = (cli, folder) => (target) => [
  process.execPath,
  cli,
  'check',
  target,
  '--server',
  'none',
  '--output',
  path.join(folder, 'out'),
];

/** Both tools without what they would find here: what is left is reading and judging, not printing. */
export function quiet(target, { lint, squawk, folder }) {
  const json = [...lint(target).slice(1), '--format', 'json', '--config', 'none.yml'];
  writeFileSync(path.join(folder, 'none.yml'), '{}');
  spawnSync(process.execPath, json, { cwd: folder });
  const ours = new Set(JSON.parse(readFileSync(path.join(folder, 'out'), 'utf8')).findings.map(({ rule }) => rule));
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
