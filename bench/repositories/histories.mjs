/** A synthetic history in the form of each layout: what real repositories hold, and what a check stumbles over. */
import { createHash } from 'node:crypto';

const pad = (n, width) => String(n).padStart(width, '0');
/** A time of the form YYYYMMDDhhmmss, later for a greater number. */
const stamp = (n) =>
  `2024${pad(1 + Math.floor(n / 2520), 2)}${pad(1 + (Math.floor(n / 90) % 28), 2)}${pad(Math.floor(n / 60) % 24, 2)}${pad(n % 60, 2)}00`;
const one = (path, text) => ({ [path]: text });

/**
 * `wrapped`: the tool sends a file in one transaction. `psql`: psql runs the files. `file`: those of migration `n`;
 * `beside`: what stands once in the repository, given the texts of all migrations.
 */
export const LAYOUTS = {
  plain: {
    psql: true,
    file: (n, { up, down }) => ({
      [`migrations/${pad(n, 4)}_x.sql`]: up,
      [`migrations/${pad(n, 4)}_x.down.sql`]: down,
    }),
  },
  sqitch: {
    psql: true,
    file: (n, { up, down }) => ({
      [`deploy/x${n}.sql`]: `BEGIN;\n${up}COMMIT;\n`,
      [`revert/x${n}.sql`]: `BEGIN;\n${down}COMMIT;\n`,
    }),
    wrapped: true,
    beside: (all) => ({
      'sqitch.conf': '[core]\n\tengine = pg\n',
      'sqitch.plan': `%syntax-version=1.0.0\n%project=shop\n\n${all.map((_, n) => `x${n} 2024-01-01T00:00:00Z Ada <ada@example.org> # x`).join('\n')}\n`,
    }),
  },
  goose: {
    wrapped: true,
    file: (n, { up, down }) => one(`db/migrations/${pad(n, 5)}_x.sql`, `-- +goose Up\n${up}\n-- +goose Down\n${down}`),
  },
  'golang-migrate': {
    wrapped: true,
    file: (n, { up, down }) => ({
      [`migrations/${pad(n, 6)}_x.up.sql`]: up,
      [`migrations/${pad(n, 6)}_x.down.sql`]: down,
    }),
    beside: () => one('go.mod', 'module shop\n\nrequire github.com/golang-migrate/migrate/v4 v4.17.0\n'),
  },
  dbmate: {
    wrapped: true,
    file: (n, { up, down }) => one(`db/migrations/${stamp(n)}_x.sql`, `-- migrate:up\n${up}\n-- migrate:down\n${down}`),
  },
  'sql-migrate': {
    wrapped: true,
    file: (n, { up, down }) => one(`migrations/${pad(n, 5)}-x.sql`, `-- +migrate Up\n${up}\n-- +migrate Down\n${down}`),
  },
  tern: {
    wrapped: true,
    first: 1,
    file: (n, { up, down }) =>
      one(`migrations/${pad(n, 4)}_x.sql`, `${up}\n---- create above / drop below ----\n\n${down}`),
    beside: () => one('migrations/tern.conf', '[database]\n'),
  },
  flyway: {
    wrapped: true,
    rows: true,
    first: 1,
    file: (n, { up }) => one(`sql/V${n}__x.sql`, up),
    beside: () => one('flyway.conf', 'flyway.locations=filesystem:sql\n'),
  },
  liquibase: {
    wrapped: true,
    file: (n, { up, down }) =>
      one(
        `db/changelog/${pad(n, 5)}_x.sql`,
        `--liquibase formatted sql\n--changeset ada:x${n}\n${up}${down.replace(/^/gm, '--rollback ').replace(/--rollback $/, '')}`,
      ),
  },
  'node-pg-migrate': {
    wrapped: true,
    file: (n, { up, down }) =>
      one(`migrations/${1700000000000 + n}_x.sql`, `-- Up Migration\n${up}\n-- Down Migration\n${down}`),
  },
  drizzle: {
    wrapped: true,
    file: (n, { up }) => one(`drizzle/${pad(n, 4)}_x.sql`, up.replaceAll(';\n', ';--> statement-breakpoint\n')),
    beside: (all) =>
      one(
        'drizzle/meta/_journal.json',
        `${JSON.stringify({ version: '7', dialect: 'postgresql', entries: all.map((_, n) => ({ idx: n, version: '7', when: 1700000000000 + n, tag: `${pad(n, 4)}_x`, breakpoints: true })) }, null, 2)}\n`,
      ),
  },
  prisma: {
    wrapped: true,
    file: (n, { up }) => one(`prisma/migrations/${stamp(n)}_x/migration.sql`, up),
    beside: () => one('prisma/migrations/migration_lock.toml', 'provider = "postgresql"\n'),
  },
  supabase: {
    wrapped: true,
    file: (n, { up }) => one(`supabase/migrations/${stamp(n)}_x.sql`, up),
    beside: () => one('supabase/config.toml', 'project_id = "shop"\n'),
  },
  hasura: {
    wrapped: true,
    file: (n, { up, down }) => ({
      [`migrations/default/${1700000000000 + n}_x/up.sql`]: up,
      [`migrations/default/${1700000000000 + n}_x/down.sql`]: down,
    }),
    beside: () => one('config.yaml', 'version: 3\nmetadata_directory: metadata\n'),
  },
  diesel: {
    wrapped: true,
    file: (n, { up, down }) => {
      const folder = `migrations/${stamp(n).replace(/^(\d{4})(\d\d)(\d\d)/, '$1-$2-$3-')}_x`;
      return { [`${folder}/up.sql`]: up, [`${folder}/down.sql`]: down };
    },
    beside: () => one('diesel.toml', '[migrations_directory]\ndir = "migrations"\n'),
  },
  sqlx: {
    wrapped: true,
    file: (n, { up, down }) => ({
      [`migrations/${stamp(n)}_x.up.sql`]: up,
      [`migrations/${stamp(n)}_x.down.sql`]: down,
    }),
    beside: () =>
      one(
        'Cargo.toml',
        '[package]\nname = "shop"\n[dependencies]\nsqlx = { version = "0.8", features = ["postgres"] }\n',
      ),
  },
  pop: {
    wrapped: true,
    file: (n, { up, down }) => ({
      [`migrations/${stamp(n)}000000_x.postgres.up.sql`]: up,
      [`migrations/${stamp(n)}000000_x.postgres.down.sql`]: down,
    }),
    beside: () => one('go.mod', 'module shop\n\nrequire github.com/gobuffalo/pop/v6 v6.1.1\n'),
  },
  'postgres-migrations': {
    wrapped: true,
    first: 1,
    file: (n, { up }) => one(`migrations/${n}-x.sql`, up),
    beside: () => one('package.json', '{ "dependencies": { "postgres-migrations": "^5.3.0" } }\n'),
  },
  'graphile-migrate': {
    wrapped: true,
    first: 1,
    file: () => ({}),
    beside: (all) => {
      let previous = '-';
      const files = { '.gmrc': '{}\n', 'migrations/current.sql': '' };
      for (const [n, { up }] of all.entries()) {
        const before = previous === '-' ? '' : `${previous}\n`;
        const hash = `sha1:${createHash('sha1').update(`${before}${up.trim()}\n`).digest('hex')}`;
        files[`migrations/committed/${pad(n + 1, 6)}.sql`] =
          `--! Previous: ${previous}\n--! Hash: ${hash}\n\n${up.trim()}\n`;
        previous = hash;
      }
      return files;
    },
  },
  atlas: {
    wrapped: true,
    file: (n, { up }) => one(`migrations/${stamp(n)}_x.sql`, up),
    beside: () => one('atlas.hcl', 'env "local" {\n  migration {\n    dir = "file://migrations"\n  }\n}\n'),
  },
};

const BOOKKEEPING = {
  goose: 'goose_db_version',
  'golang-migrate': 'schema_migrations',
  dbmate: 'schema_migrations',
  flyway: 'flyway_schema_history',
  liquibase: 'databasechangelog',
  diesel: '__diesel_schema_migrations',
};

/** The merged migrations, each with its way back. `every` so many, one of the traps stands in a file. */
export function history(name, count) {
  const { wrapped = false, psql = false, rows = false } = LAYOUTS[name];
  return Array.from({ length: count }, (_, n) => {
    const plain = ordinary(n);
    const trap = n % 10 === 9 ? TRAPS[Math.floor(n / 10) % TRAPS.length] : undefined;
    const more = trap?.({ n, wrapped, psql, rows: psql || rows, table: BOOKKEEPING[name] });
    return more ? { up: `${plain.up}${more}\n`, down: plain.down } : plain;
  });
}

function ordinary(n) {
  const t = `t${n}`;
  const before = `t${Math.max(0, n - 1)}`;
  const kinds = [
    `CREATE TABLE ${t} (id bigint PRIMARY KEY, name text NOT NULL, n int DEFAULT 0);\nCREATE INDEX ${t}_name ON ${t} (name);\n`,
    `CREATE TABLE ${t} (id bigint PRIMARY KEY, name text, parent bigint REFERENCES ${before} (id));\nINSERT INTO ${t} (id, name) VALUES (1, 'it''s; one');\n`,
    `CREATE TABLE ${t} (id bigint PRIMARY KEY, name text);\nCREATE FUNCTION f${n}(a int) RETURNS int LANGUAGE sql AS $$ SELECT a + ${n} $$;\nCOMMENT ON TABLE ${t} IS 'table ${n}';\n`,
    `CREATE TYPE e${n} AS ENUM ('a', 'b');\nCREATE TABLE ${t} (id bigint PRIMARY KEY, name text, e e${n} DEFAULT 'a');\nCREATE VIEW v${n} AS SELECT id FROM ${t};\n`,
  ];
  const downs = [
    `DROP TABLE ${t};\n`,
    `DROP TABLE ${t};\n`,
    `DROP FUNCTION f${n};\nDROP TABLE ${t};\n`,
    `DROP VIEW v${n};\nDROP TABLE ${t};\nDROP TYPE e${n};\n`,
  ];
  return { up: kinds[n % 4], down: downs[n % 4] };
}

/** What made a check of a real repository fail or lie; nothing where the layout's tool would refuse it, too. */
const TRAPS = [
  ({ n, wrapped }) =>
    wrapped && `CREATE TEMP TABLE tt ON COMMIT DROP AS SELECT 1 AS id;\nCREATE TABLE made${n} AS SELECT * FROM tt;`,
  ({ n, wrapped }) => wrapped && `LOCK TABLE t${n} IN ACCESS EXCLUSIVE MODE;`,
  ({ n }) => `DO $$ BEGIN CREATE ROLE shop_${n} SUPERUSER; END $$;`,
  ({ n }) => `ALTER TABLE t${n} OWNER TO shop_owner;`,
  () => 'CREATE EXTENSION IF NOT EXISTS "shop_extension_that_is_nowhere";',
  ({ n }) => `GRANT CONNECT ON DATABASE shop TO CURRENT_USER;\nCOMMENT ON DATABASE shop IS '${n}';`,
  () => 'INSERT INTO made_by_hand (a) VALUES (1);',
  ({ table }) => table && `SELECT count(*) FROM ${table};`,
  ({ psql, n }) => psql && `\\set t t${n}\n\\echo :t; done\nALTER TABLE :t ADD COLUMN by_psql int;`,
  ({ rows, n }) => rows && `COPY t${n} (id, name) FROM stdin;\n77\tseven\\tseven\n\\.`,
  ({ n }) => `ALTER TABLE t${n} ADD COLUMN crlf int;\r\n-- a comment; with a semicolon\r\nUPDATE t${n} SET crlf = 1;\r`,
  ({ n }) => `CREATE INDEX CONCURRENTLY_is_a_name_${n} ON t${n} (id);`,
  () => "ALTER SYSTEM SET work_mem = '8MB';".replace(/^/, '-- run by hand: '),
];

/** Documents that stand beside, and are none of the history. */
export const DOCUMENTS = {
  'README.md': '# Migrations\n\n```sql\nDROP TABLE t0 CASCADE;\n```\n',
  'AGENTS.md': '# Rules\n\n```sql\nDROP TABLE t1 CASCADE;\n```\n',
};
