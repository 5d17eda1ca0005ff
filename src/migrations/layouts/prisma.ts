/** Prisma: `<timestamp>_name/migration.sql`, each sent as one simple query. */
import type { SourceFile } from '../../model.js';
import { code } from '../../sql/words.js';
import { type FileProblem, malformed } from '../problem.js';
import { configured } from './evidence.js';
import { migrationFolders } from './folders.js';
import { type FileSet, type FoundMigration, type Layout, wholeFile } from './layout.js';
import { below, byText, configsNamed, dependent } from './names.js';
import { statementHeads } from './statement-heads.js';
import { oneFile, versioned } from './writing.js';

const LOCK = 'migration_lock.toml';

export const prisma: Layout = {
  name: 'prisma',
  tool: 'Prisma',
  summary: 'folders `<timestamp>_name` with a `migration.sql`, ordered by name',
  checksums: true,
  bookkeeping: {
    table: '_prisma_migrations',
    sql: `CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
      migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(),
      applied_steps_count int NOT NULL DEFAULT 0)`,
  },
  refuses: {
    edited:
      'Prisma compares checksums: "migrate dev" wants to reset the database, and "migrate deploy" never runs the new text.',
    deleted: 'Prisma misses it: "migrate dev" wants to reset the database.',
    renamed: 'Prisma knows migrations by their folders: it runs the new name again.',
  },
  // the schema engine: SELECT pg_advisory_lock(72707369).
  runnerLock: {
    held: 'by the session',
    wayOut:
      'Run `prisma migrate deploy` once, as a step of the deployment and not in each instance of the application. Or set `PRISMA_SCHEMA_DISABLE_ADVISORY_LOCK=1`.',
  },
  writing: {
    transaction: 'single-query',
    wayOut: { mark: 'let it be the only statement of its file' },
    files: oneFile((draft) => `${versioned(draft)}/migration.sql`),
  },
  recognise(set) {
    const folders = migrationFolders(set).filter(({ files }) => files.has('migration.sql'));
    if (folders.length === 0) return undefined;
    const lock = lockOf(set);
    if (lock) return { kind: 'marks', reason: lock.path };
    return configured(set, /^(schema\.prisma|prisma\.config\.[cm]?[jt]s)$/) ?? namesOnly(set, folders[0]?.name);
  },
  read(set) {
    const problems: FileProblem[] = [];
    const splits = splitsConcurrently(set);
    const lock = lockOf(set);
    const migrations = migrationFolders(set).flatMap(({ name, files }): FoundMigration[] => {
      const up = files.get('migration.sql');
      const down = files.get('down.sql');
      const first = [...files.values()][0];
      if (up === undefined) {
        if (first) problems.push(emptyFolder(name, first));
        return [];
      }
      const mode =
        splits && statementHeads(up.text).some((head) => /\bCONCURRENTLY\b/.test(head)) ? 'autocommit' : 'single-query';
      return [
        {
          id: name,
          path: up.path,
          layout: 'prisma',
          up: wholeFile('up', up, mode),
          // Prisma never runs it: "db execute" sends it the same way.
          ...(down && { down: wholeFile('down', down, mode) }),
        },
      ];
    });
    if (lock === undefined && migrations[0]) {
      const message = `There is no ${code(LOCK)} in ${set.root ? code(set.root) : 'the folder'}. Prisma writes it beside the migrations.`;
      problems.push({ rule: 'bookkeeping-out-of-step', path: migrations[0].path, line: 1, severity: 'info', message });
    }
    return { migrations: migrations.sort((a, b) => byText(a.id, b.id)), problems, notChecked: [] };
  },
};

function lockOf(set: FileSet): SourceFile | undefined {
  return set.files.find((file) => below(set, file) === LOCK);
}

function namesOnly(set: FileSet, name: string | undefined) {
  // Drizzle's newer versions have the same folders.
  if (configured(set, /^drizzle\.config\./)) return undefined;
  return { kind: 'names' as const, reason: `folders such as ${name} with a migration.sql` };
}

function emptyFolder(name: string, file: SourceFile): FileProblem {
  const message = `The folder ${code(name)} has no ${code('migration.sql')}. Prisma refuses it (P3015).`;
  return malformed(file, 1, message, 'Write the migration.sql, or delete the folder.');
}

/** Since 7.4, Prisma sends what is CONCURRENTLY by itself. */
function splitsConcurrently(set: FileSet): boolean {
  const manifest = dependent(set, /"(@prisma\/client|prisma)"\s*:/) ?? configsNamed(set, /^package\.json$/)[0];
  const [, major, minor] =
    /"(?:@prisma\/client|prisma)"\s*:\s*"[^\d"]*(\d+)(?:\.(\d+))?/.exec(manifest?.text ?? '') ?? [];
  return Number(major) > 7 || (Number(major) === 7 && Number(minor ?? 0) >= 4);
}
