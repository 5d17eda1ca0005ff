/** sqlx: `<version>_name.sql`, or `<version>_name.up.sql` and `<version>_name.down.sql`. */
import { allNamed, depends, marked } from './evidence.js';
import { type Layout, wholeFile } from './layout.js';
import { baseName, byNumber, plainNumber, topSqlFiles } from './names.js';
import { type Part, together } from './parts.js';
import { oneFile, twoFiles, versioned } from './writing.js';

const NAME = /^(\d+)_(.+?)(?:\.(up|down))?\.sql$/;
const NO_TRANSACTION = '-- no-transaction';

export const sqlx: Layout = {
  name: 'sqlx',
  tool: 'sqlx',
  summary: '`<version>_name.sql` or `<version>_name.up.sql` and `.down.sql`, ordered by the version',
  checksums: true,
  bookkeeping: {
    table: '_sqlx_migrations',
    sql: `CREATE TABLE _sqlx_migrations (version bigint PRIMARY KEY, description text NOT NULL,
      installed_on timestamptz NOT NULL DEFAULT now(), success boolean NOT NULL, checksum bytea NOT NULL, execution_time bigint NOT NULL)`,
  },
  byteOrderMark: 'sent',
  versionsPerFolder: true,
  refuses: {
    edited: 'sqlx compares checksums and refuses to run: "migration … was previously applied but has been modified".',
    deleted: 'sqlx refuses to run: "migration … was previously applied but is missing in the resolved migrations".',
    renamed: 'sqlx refuses to run: it misses the version that was applied.',
    duplicate: 'sqlx records a version once: the second migration fails on the key of _sqlx_migrations.',
  },
  // sqlx-postgres/src/migrate.rs: SELECT pg_advisory_lock($1).
  runnerLock: {
    held: 'by the session',
    wayOut:
      'Run sqlx once, as a step of the deployment and not in each instance of the application. Or switch its lock off with `Migrator::set_locking(false)`.',
  },
  writing: {
    transaction: 'per-script',
    wayOut: { mark: 'write `-- no-transaction` as the first line' },
    forward: oneFile((draft) => `${versioned(draft)}.sql`, '-- no-transaction'),
    files: twoFiles((draft, direction) => `${versioned(draft)}.${direction}.sql`, '-- no-transaction'),
  },
  recognise(set) {
    if (!allNamed(set, NAME)) return undefined;
    return (
      depends(set, /^\s*sqlx\b|^\[(?:workspace\.)?dependencies\.sqlx\]/m, 'sqlx') ??
      marked(topSqlFiles(set), /^-- no-transaction/, NO_TRANSACTION) ??
      (allNamed(set, /\.(up|down)\.sql$/) ? { kind: 'names', reason: 'names such as 1_x.up.sql' } : undefined)
    );
  },
  read(set) {
    const parts = topSqlFiles(set).flatMap((file): Part[] => {
      const [, digits, name, role = 'up'] = NAME.exec(baseName(file.path)) ?? [];
      if (digits === undefined) return [];
      // Sent as one query: without sqlx's transaction, several statements still get an implicit one.
      const mode = file.text.startsWith(NO_TRANSACTION) ? 'single-query' : 'per-script';
      const version = plainNumber(digits);
      return [
        {
          key: `${version}_${name}`,
          id: `${digits}_${name}`,
          version,
          script: wholeFile(role as 'up' | 'down', file, mode),
        },
      ];
    });
    return together('sqlx', parts, (a, b) => byNumber(a.version ?? '', b.version ?? ''));
  },
};
