// A repository with a long history of migrations, for the benchmarks: main has the history, the branch adds one migration.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** After so many migrations there are no new tables: the schema stays, the history grows. */
const GROWING = 1000;

/** Mixed DDL as histories have it: new tables, columns, indexes, constraints, views, functions, a few rows. */
function upOf(i) {
  const t = `t${(i - (i % 5)) % GROWING}`;
  if (i >= GROWING) return laterUpOf(i, t);
  switch (i % 5) {
    case 0:
      return `CREATE TABLE ${t} (id bigint PRIMARY KEY, name text NOT NULL, n int DEFAULT 0, at timestamptz DEFAULT now());
CREATE INDEX ${t}_name ON ${t} (name);
`;
    case 1:
      return `ALTER TABLE ${t} ADD COLUMN extra varchar(20);
UPDATE ${t} SET extra = name;
`;
    case 2:
      return `ALTER TABLE ${t} ADD CONSTRAINT ${t}_n CHECK (n >= 0) NOT VALID;
ALTER TABLE ${t} VALIDATE CONSTRAINT ${t}_n;
`;
    case 3:
      return `CREATE VIEW v${i} AS SELECT id, name FROM ${t};
COMMENT ON VIEW v${i} IS 'names';
`;
    default:
      return `CREATE FUNCTION f${i}(a int) RETURNS int LANGUAGE sql AS 'SELECT a + ${i}';
INSERT INTO ${t} (id, name) VALUES (1, 'one'), (2, 'two');
`;
  }
}

/** What comes and goes. */
function laterUpOf(i, t) {
  switch (i % 5) {
    case 0:
      return `ALTER TABLE ${t} ADD COLUMN c${i} text;\nUPDATE ${t} SET c${i} = name;\n`;
    case 1:
      return `CREATE INDEX i${i} ON ${t} (c${i - 1});\n`;
    case 2:
      return `ALTER TABLE ${t} ALTER COLUMN n SET DEFAULT ${i};\nCOMMENT ON TABLE ${t} IS 'step ${i}';\n`;
    case 3:
      return `ALTER TABLE ${t} ADD CONSTRAINT k${i} CHECK (n < ${i}) NOT VALID;\nALTER TABLE ${t} DROP CONSTRAINT k${i};\n`;
    default:
      return `ALTER TABLE ${t} DROP COLUMN c${i - 4};\n`;
  }
}

const name = (i) => `${String(i + 1).padStart(6, '0')}_step`;

/** Mixed DDL: new tables, columns, indexes, constraints, functions, data. */
export function changeText(i) {
  const t = `t${i}`;
  const before = `t${Math.max(0, i - 1)}`;
  return `CREATE TABLE ${t} (id bigint PRIMARY KEY, name text NOT NULL, n int DEFAULT 0, at timestamptz DEFAULT now());
CREATE INDEX ${t}_name ON ${t} (name);
INSERT INTO ${t} (id, name) SELECT g, 'row ' || g FROM generate_series(1, 20) g;
ALTER TABLE ${t} ADD COLUMN extra varchar(20);
ALTER TABLE ${before} ADD CONSTRAINT n_${i} CHECK (n >= 0) NOT VALID;
ALTER TABLE ${before} VALIDATE CONSTRAINT n_${i};
CREATE FUNCTION f${i}(a int) RETURNS int LANGUAGE sql AS 'SELECT a + ${i}';
UPDATE ${t} SET n = id;
CREATE VIEW v${i} AS SELECT id, name FROM ${t};
COMMENT ON TABLE ${t} IS 'table ${i}';
`;
}

/** A repository whose history makes `count` tables, with a function each, and whose branch adds an index to one. */
export function makeTables(folder, count) {
  const migrations = join(folder, 'migrations');
  mkdirSync(migrations, { recursive: true });
  for (let i = 0; i < count; i++) {
    writeFileSync(
      join(migrations, `${name(i)}.up.sql`),
      `CREATE TABLE t${i} (id bigint PRIMARY KEY, name text NOT NULL, n int DEFAULT 0, at timestamptz DEFAULT now());
CREATE INDEX t${i}_name ON t${i} (name);
CREATE FUNCTION f${i}(a int) RETURNS int LANGUAGE sql AS 'SELECT a + ${i}';
`,
    );
    writeFileSync(join(migrations, `${name(i)}.down.sql`), 'SELECT 1;\n');
  }
  branch(
    folder,
    [`${name(count)}.up.sql`, 'CREATE INDEX CONCURRENTLY t0_n ON t0 (n);\n'],
    [`${name(count)}.down.sql`, 'DROP INDEX CONCURRENTLY t0_n;\n'],
  );
}

/** Makes the repository in `folder`, which must not be there. */
export function makeHistory(folder, length) {
  const migrations = join(folder, 'migrations');
  mkdirSync(migrations, { recursive: true });
  for (let i = 0; i < length; i++) {
    writeFileSync(join(migrations, `${name(i)}.up.sql`), upOf(i));
    writeFileSync(join(migrations, `${name(i)}.down.sql`), 'SELECT 1;\n');
  }
  branch(
    folder,
    [`${name(length)}.up.sql`, 'ALTER TABLE t0 ADD COLUMN note text;\n'],
    [`${name(length)}.down.sql`, 'ALTER TABLE t0 DROP COLUMN note;\n'],
  );
}

/** What is there becomes main, and the files a branch's. */
function branch(folder, ...files) {
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.test', ...args], { cwd: folder });
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'history');
  git('checkout', '--quiet', '-b', 'topic');
  for (const [file, text] of files) writeFileSync(join(folder, 'migrations', file), text);
  git('add', '--all');
  git('commit', '--quiet', '--message', 'change');
}
