/** Files for several databases side by side: `x.postgres.up.sql` beside `x.mysql.up.sql` and `x.up.sql`. Pure. */
import type { SourceFile } from '../../model.js';
import type { NotChecked } from '../../report-schema/types.js';
import type { FileSet } from './layout.js';
import { baseName, folderOf } from './names.js';
import { otherDatabase } from './other-database.js';

const OURS = 'postgres|postgresql|pgsql|pg';
const OTHERS = 'mysql|mariadb|sqlite3?|cockroach(?:db)?|mssql|sqlserver|oracle|h2|clickhouse';
/** The dialect precedes what the tool reads itself: `.autocommit`, `.up`, `.down`. */
const NAME = new RegExp(`^(.+?)\\.(${OURS}|${OTHERS})((?:\\.[a-z]+)*\\.sql)$`, 'i');
const OUR_NAME = new RegExp(`^(?:${OURS})$`, 'i');

/** Whether a file's name says for which database it is. */
export function namesDialect({ path }: SourceFile): boolean {
  return NAME.test(baseName(path));
}

/** The name without the dialect. */
export function withoutDialect(name: string): string {
  return name.replace(NAME, '$1$3');
}

/**
 * The files that a tool takes for Postgres: not those for other databases, nor the general one beside one of ours. `wanted`: somebody
 * has named the folder, whatever it seems to be.
 */
export function forPostgres(set: FileSet, wanted = false): { set: FileSet; leftOut: NotChecked[] } {
  const other = wanted ? undefined : otherDatabase(set);
  if (other) {
    const reason = `${other.says} says that it is for ${other.name}, not for PostgreSQL`;
    return { set: { ...set, files: [] }, leftOut: set.files.map(({ path }) => ({ check: path, reason })) };
  }
  const ours = new Set(set.files.filter(isOurs).map((file) => generalPath(file)));
  const leftOut: NotChecked[] = [];
  const files = set.files.filter((file) => {
    const dialect = NAME.exec(baseName(file.path))?.[2];
    if (dialect !== undefined && !OUR_NAME.test(dialect)) {
      leftOut.push({ check: file.path, reason: `its name says that it is for ${dialect.toLowerCase()}` });
      return false;
    }
    if (dialect !== undefined || !ours.has(generalPath(file))) return true;
    leftOut.push({ check: file.path, reason: 'the file of that name for Postgres is taken instead' });
    return false;
  });
  return { set: { ...set, files }, leftOut };
}

function isOurs({ path }: SourceFile): boolean {
  return OUR_NAME.test(NAME.exec(baseName(path))?.[2] ?? '');
}

/** Without the dialect, and without `.autocommit`, which the two may differ in. */
function generalPath({ path }: SourceFile): string {
  return folderOf(path) + withoutDialect(baseName(path)).replace(/\.autocommit(?=\.)/, '');
}
