/** Folders that belong to another database than Postgres: by their place, or by what their tool says of them. Pure. */
import type { FileSet } from './layout.js';
import { below, configsNamed } from './names.js';

/** Words that name nothing else. */
const CERTAIN = 'mysql|mariadb|sqlite3?|mssql|sqlserver|cockroach(?:db)?|clickhouse';
/** Words that may name a service, too: they count among migrations only. */
const POSSIBLE = 'oracle|h2|hsqldb|derby|db2|duckdb|libsql|tidb|spanner|snowflake|bigquery|cassandra|redshift';
const OURS = /^(.*[-_.])?(postgres(ql)?|pgsql|pg|psql)([-_.].*)?$/i;
const MIGRATIONS = /^(.*[-_])?(migrations?|migrate|changelogs?)([-_].*)?$/i;
const EXACT = { certain: new RegExp(`^(${CERTAIN})$`, 'i'), any: new RegExp(`^(${CERTAIN}|${POSSIBLE})$`, 'i') };
/** `migrations-mysql`, `mysql_migrations`. */
const JOINED = new RegExp(
  `^(?:(?:migrations?|migrate)[-_.](${CERTAIN}|${POSSIBLE})|(${CERTAIN}|${POSSIBLE})[-_.](?:migrations?|migrate))$`,
  'i',
);

/** The other database that a folder is for, and what says so; undefined where nothing does. */
export function otherDatabase(set: FileSet): { name: string; says: string } | undefined {
  return byTool(set) ?? byPlace(set.root);
}

/** By the folder's own name, and those around the folder of migrations. */
function byPlace(root: string): { name: string; says: string } | undefined {
  const parts = root.split('/').slice(0, -1);
  const at = parts.findLastIndex((part) => MIGRATIONS.test(part) || part === 'sql');
  const near = at === -1 ? parts.slice(-1) : parts.slice(Math.max(at - 1, 0));
  if (near.some((part) => OURS.test(part))) return undefined;
  for (const [index, part] of near.entries()) {
    const inside = at !== -1 && parts.length - near.length + index > at;
    const joined = JOINED.exec(part);
    const name = joined?.[1] ?? joined?.[2] ?? (inside ? EXACT.any : EXACT.certain).exec(part)?.[1];
    if (name !== undefined) return { name: name.toLowerCase(), says: `the folder ${part}/` };
  }
  return undefined;
}

/** By Prisma's lock, Drizzle's journal or Flyway's address. */
function byTool(set: FileSet): { name: string; says: string } | undefined {
  const lists: [RegExp, RegExp, RegExp][] = [
    [/^migration_lock\.toml$/, /^\s*provider\s*=\s*"([\w-]+)"/m, /^(postgresql|postgres|cockroachdb)$/],
    [/^meta\/_journal\.json$/, /"dialect"\s*:\s*"([\w-]+)"/, /^(postgresql|postgres|pg|gel)$/],
  ];
  for (const [path, says, ours] of lists) {
    const file = set.files.find((one) => path.test(below(set, one)));
    const name = file && says.exec(file.text)?.[1];
    if (file && name !== undefined && !ours.test(name)) return { name, says: file.path };
  }
  const [flyway] = configsNamed(set, /^flyway\.(conf|toml)$/);
  const name = flyway && /^\s*(?:flyway\.)?url\s*=\s*["']?jdbc:(\w+):/m.exec(flyway.text)?.[1];
  return name && new RegExp(`^(${CERTAIN}|${POSSIBLE})$`, 'i').test(name) ? { name, says: flyway.path } : undefined;
}
