/** The Supabase CLI: `supabase/migrations/<timestamp>_name.sql`. */
import { allNamed } from './evidence.js';
import { type FileSet, type Layout, wholeFile } from './layout.js';
import { baseName, byText, configsNamed, dependent, topSqlFiles } from './names.js';
import { statementHeads } from './statement-heads.js';
import { SUPABASE_PLATFORM } from './supabase-platform.js';
import { oneFile, versioned } from './writing.js';

const NAME = /^(\d+)_(.*)\.sql$/;
/** What CLI 2.109 and later take out of the batch. */
const ALONE =
  /^(CREATE (UNIQUE )?INDEX CONCURRENTLY|DROP INDEX CONCURRENTLY|REINDEX\b.*\bCONCURRENTLY|VACUUM|CLUSTER|ALTER SYSTEM)\b/;

export const supabase: Layout = {
  name: 'supabase',
  tool: 'The Supabase CLI',
  summary: '`supabase/migrations/<timestamp>_name.sql`, ordered by name',
  platform: SUPABASE_PLATFORM,
  refuses: {
    late: 'The Supabase CLI refuses to push: "Found local migration files to be inserted before the last migration on remote database" (unless it is given --include-all).',
    deleted: 'The Supabase CLI refuses to push: "Remote migration versions not found in local migrations directory".',
    renamed: 'The Supabase CLI refuses to push where the version is another one: it misses the one that was applied.',
    duplicate: 'The Supabase CLI records a version once: the second file fails on the key of schema_migrations.',
  },
  writing: {
    transaction: 'per-script',
    wayOut: {
      mark: 'let it be the only statement of its file, and run it with the Supabase CLI 2.109 or later',
      takes: ALONE,
      recorded: 'supabase migration repair --status applied <version>',
    },
    files: oneFile((draft) => `${versioned(draft)}.sql`),
  },
  recognise(set) {
    if (
      !allNamed(
        set,
        NAME,
        topSqlFiles(set).filter(({ path }) => /^\d/.test(baseName(path))),
      )
    )
      return undefined;
    const config = configsNamed(set, /^config\.toml$/).find(
      ({ path, text }) =>
        /(^|\/)supabase\/config\.toml$/.test(path) || (/^project_id\s*=/m.test(text) && /^\[(db|auth)\b/m.test(text)),
    );
    if (config) return { kind: 'config', reason: config.path };
    return /(^|\/)supabase\/migrations\/$/.test(set.root)
      ? { kind: 'config', reason: `the folder ${set.root}` }
      : undefined;
  },
  read(set) {
    const result = { migrations: [], problems: [], notChecked: [] } as ReturnType<Layout['read']>;
    const recent = sendsAlone(set);
    for (const file of topSqlFiles(set)) {
      const [, version, name] = NAME.exec(baseName(file.path)) ?? [];
      if (version === undefined) {
        result.notChecked.push({
          check: file.path,
          reason: 'its name is not <timestamp>_name.sql: the Supabase CLI passes it over',
        });
        continue;
      }
      const mode = recent && statementHeads(file.text).some((head) => ALONE.test(head)) ? 'autocommit' : 'per-script';
      const up = wholeFile('up', file, mode);
      result.migrations.push({ id: `${version}_${name}`, version, path: file.path, layout: 'supabase', up });
    }
    result.migrations.sort((a, b) => byText(a.path, b.path));
    return result;
  },
};

/** An older CLI is only one that package.json asks for. */
function sendsAlone(set: FileSet): boolean {
  const [, major, minor] =
    /"supabase"\s*:\s*"[^\d"]*(\d+)(?:\.(\d+))?/.exec(dependent(set, /"supabase"\s*:/)?.text ?? '') ?? [];
  if (major === undefined) return true;
  return Number(major) > 2 || (Number(major) === 2 && Number(minor ?? 999) >= 109);
}
