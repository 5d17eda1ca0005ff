/** Flyway: `V<version>__name.sql`, `U<version>__name.sql` to undo it, `R__name.sql` whenever it changes. */
import type { SourceFile, TransactionMode } from '../../model.js';
import { code } from '../../sql/words.js';
import { type FileProblem, malformed } from '../problem.js';
import { allNamed, configured } from './evidence.js';
import { byVersion, CALLBACK, type FlywayConfig, flywayConfig, flywayName } from './flyway-names.js';
import { type FileSet, type FoundMigration, type Layout, wholeFile } from './layout.js';
import { baseName, byText, sqlFiles } from './names.js';
import { saysIrreversible } from './sections.js';
import { statementHeads } from './statement-heads.js';
import { type MigrationDraft, oneFile, twoFiles } from './writing.js';

/** What Flyway itself takes for statements that can't run in a transaction. */
const ALONE =
  /^((CREATE|DROP)( UNIQUE)? INDEX CONCURRENTLY|REINDEX( VERBOSE)? (SCHEMA|DATABASE|SYSTEM)|VACUUM|DISCARD ALL|ALTER SYSTEM|(CREATE|DROP) (DATABASE|TABLESPACE|SUBSCRIPTION))\b/;

export const flyway: Layout = {
  name: 'flyway',
  tool: 'Flyway',
  summary: '`V<version>__name.sql` by version, `U<version>__name.sql` to undo, then `R__name.sql` by description',
  checksums: true,
  placeholders: 'dollar-brace',
  filled: (set) => flywayConfig(set).placeholders,
  sendsRows: true,
  bookkeeping: {
    table: 'flyway_schema_history',
    sql: `CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY, version varchar(50), description varchar(200) NOT NULL,
      type varchar(20) NOT NULL, script varchar(1000) NOT NULL, checksum int, installed_by varchar(100) NOT NULL,
      installed_on timestamp NOT NULL DEFAULT now(), execution_time int NOT NULL, success boolean NOT NULL)`,
  },
  refuses: {
    edited: 'Flyway compares checksums and refuses to run: "Migration checksum mismatch".',
    deleted: 'Flyway refuses to run: "Detected applied migration not resolved locally".',
    renamed: 'Flyway refuses to run: the version or description of an applied migration is not the one in its history.',
    late: 'Flyway refuses to run: "Detected resolved migration not applied to database" (unless outOfOrder is true).',
    duplicate: 'Flyway refuses the folder: "Found more than one migration with version".',
  },
  // PostgreSQLAdvisoryLockTemplate: pg_try_advisory_xact_lock, on a connection of its own.
  runnerLock: {
    held: 'in a transaction',
    wayOut:
      'Set `flyway.postgresql.transactional.lock=false`: Flyway then takes a lock of the session. A Flyway that does so by itself for files with `executeInTransaction=false` needs nothing.',
  },
  writing: {
    transaction: 'per-script',
    wayOut: { mark: 'write `executeInTransaction=false` into a file of its name with `.conf` after it' },
    files: (draft) => [
      ...twoFiles(({ version, name }, direction) => `${direction === 'up' ? 'V' : 'U'}${version}__${name}.sql`)(draft),
      ...confFor(draft),
    ],
    forward: (draft) => [...oneFile(({ version, name }) => `V${version}__${name}.sql`)(draft), ...confFor(draft)],
    besidesOutside:
      'Flyway holds a lock in a transaction of its own, for which CONCURRENTLY waits for ever: set `flyway.postgresql.transactional.lock=false`.',
  },
  recognise(set) {
    const files = sqlFiles(set).filter(({ path }) => !CALLBACK.test(baseName(path)));
    if (!files.some((file) => flywayName(file) !== undefined)) return undefined;
    const config = configured(set, /^flyway\.(conf|toml)$/);
    if (config) return config;
    const named = allNamed(set, /^([VUB]\d[\d._]*|R)__.+\.sql$/, files);
    return named ? { kind: 'names', reason: `names such as ${baseName(files[0]?.path ?? '')}` } : undefined;
  },
  read(set) {
    const config = flywayConfig(set);
    const problems: FileProblem[] = [];
    const notChecked = [];
    const undo = new Map<string, SourceFile>();
    const migrations: FoundMigration[] = [];
    for (const file of sqlFiles(set)) {
      const name = flywayName(file);
      if (name?.kind === 'U') undo.set(name.version, file);
      else if (name?.kind === 'B')
        notChecked.push({
          check: file.path,
          reason: 'it is a baseline migration: it stands for the versions up to it',
        });
      else if (name === undefined && CALLBACK.test(baseName(file.path)))
        notChecked.push({ check: file.path, reason: 'it is a callback: Flyway runs it around migrations' });
      else if (name === undefined) problems.push(misnamed(file));
      else migrations.push(migration(file, name, set, config));
    }
    for (const found of migrations) {
      const file = found.version === undefined ? undefined : undo.get(found.version);
      if (file === undefined) continue;
      const down = wholeFile('down', file, modeOf(file, set, config));
      const irreversible = saysIrreversible(down);
      if (irreversible === undefined) found.down = down;
      else found.irreversible = irreversible;
      undo.delete(found.version ?? '');
    }
    for (const file of undo.values())
      problems.push(
        malformed(file, 1, `There is no V migration of the version that ${code(baseName(file.path))} would undo.`),
      );
    return { migrations: migrations.sort(order), problems, notChecked };
  },
};

function confFor({ version, name, outside }: MigrationDraft): SourceFile[] {
  return outside ? [{ path: `V${version}__${name}.sql.conf`, text: 'executeInTransaction=false\n' }] : [];
}

function migration(
  file: SourceFile,
  { kind, version }: { kind: string; version: string },
  set: FileSet,
  config: FlywayConfig,
): FoundMigration {
  const conf = confOf(file, set);
  return {
    id: baseName(file.path).replace(/\.sql$/, ''),
    ...(kind === 'V' ? { version } : { repeatable: true }),
    path: file.path,
    layout: 'flyway',
    up: wholeFile('up', file, modeOf(file, set, config)),
    ...(!config.transactionalLock && { unlocked: true }),
    ...(conf && { beside: [conf.path] }),
  };
}

/** Versions first; then what is repeatable, by description. */
function order(a: FoundMigration, b: FoundMigration): number {
  if (a.version === undefined || b.version === undefined) {
    return Number(a.version === undefined) - Number(b.version === undefined) || byText(a.id, b.id);
  }
  return byVersion(a.version, b.version) || byText(a.path, b.path);
}

/** As marked beside the file; else Flyway leaves the transaction out where all statements ask for it. A mix it refuses. */
function modeOf(file: SourceFile, set: FileSet, { mixed, group }: FlywayConfig): TransactionMode {
  const own = group ? 'per-run' : 'per-script';
  const marked = /^\s*executeInTransaction\s*=\s*(true|false)/m.exec(confOf(file, set)?.text ?? '')?.[1];
  if (marked !== undefined) return marked === 'true' ? own : 'autocommit';
  const heads = statementHeads(file.text);
  const alone = heads.filter((head) => ALONE.test(head)).length;
  return alone > 0 && (mixed || alone === heads.length) ? 'autocommit' : own;
}

function confOf({ path }: SourceFile, { files }: FileSet): SourceFile | undefined {
  return files.find((other) => other.path === `${path}.conf`);
}

function misnamed(file: SourceFile): FileProblem {
  const message = `Flyway doesn’t read ${code(baseName(file.path))}. It expects ${code('V<version>__<name>.sql')}, ${code('U<version>__<name>.sql')} or ${code('R__<name>.sql')}, with two underscores.`;
  const help = 'Rename the file, or leave it out with the setting ignore.';
  return { ...malformed(file, 1, message, help), severity: 'warning' };
}
