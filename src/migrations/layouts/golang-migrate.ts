/** golang-migrate: `<n>_name.up.sql` and `<n>_name.down.sql`, each sent as one simple query. */
import { allNamed, depends } from './evidence.js';
import { type Layout, wholeFile } from './layout.js';
import { baseName, byNumber, byText, plainNumber, topSqlFiles } from './names.js';
import { type Part, together } from './parts.js';
import { oneFile, twoFiles, versioned } from './writing.js';

const NAME = /^(\d+)_(.*)\.(up|down)\.sql$/;

export const golangMigrate: Layout = {
  name: 'golang-migrate',
  tool: 'golang-migrate',
  summary: '`<n>_name.up.sql` and `<n>_name.down.sql`, ordered by the number',
  consecutive: true,
  bookkeeping: {
    table: 'schema_migrations',
    sql: `CREATE TABLE schema_migrations (version bigint PRIMARY KEY, dirty boolean NOT NULL)`,
  },
  byteOrderMark: 'sent',
  versionsPerFolder: true,
  refuses: {
    late: 'golang-migrate skips it: it only looks for versions above the one that a database is at.',
    duplicate: 'golang-migrate refuses the folder: "duplicate migration file".',
    deleted: 'golang-migrate stops on a database that is at this version: "no migration found for version".',
    renamed: 'golang-migrate no longer finds the version that a database is at.',
  },
  // database/postgres/postgres.go: SELECT pg_advisory_lock($1).
  runnerLock: {
    held: 'by the session',
    wayOut:
      'Run golang-migrate once, as a step of the deployment and not in each instance of the application. Or use its `pgx` driver with `x-lock-strategy=table`.',
  },
  writing: {
    transaction: 'single-query',
    wayOut: { mark: 'let it be the only statement of its file' },
    forward: oneFile((draft) => `${versioned(draft)}.up.sql`),
    files: twoFiles((draft, direction) => `${versioned(draft)}.${direction}.sql`),
  },
  recognise(set) {
    if (!allNamed(set, NAME)) return undefined;
    return (
      depends(set, /golang-migrate\/migrate/, 'golang-migrate') ?? { kind: 'names', reason: 'names such as 1_x.up.sql' }
    );
  },
  read(set) {
    const parts = topSqlFiles(set).flatMap((file): Part[] => {
      const [, digits, name, role] = NAME.exec(baseName(file.path)) ?? [];
      if (digits === undefined || role === undefined) return [];
      const version = plainNumber(digits);
      const script = wholeFile(role as 'up' | 'down', file, 'single-query');
      // The tool pairs files by the number alone; a second name for it is a duplicate.
      return [{ key: `${version}_${name}`, id: `${digits}_${name}`, version, script }];
    });
    return together(
      'golang-migrate',
      parts,
      (a, b) => byNumber(a.version ?? '', b.version ?? '') || byText(a.path, b.path),
    );
  },
};
