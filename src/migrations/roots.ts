/** Which folder a migration tool would be pointed at, derived from a file's path. Pure. */
import { baseName, folderName, folderOf, isSqlInCode, PERIOD_FOLDER } from './layouts/names.js';

const MIGRATION_FOLDER = /^(.*[-_])?(migrations?|migrate|deploy|changelogs?)$/i;
const ROLE_FOLDER =
  /^(up|down|deploy|rollback|revert|undo|verify|validate|validation|maintenance|committed|current|meta)$/i;
/** A version, a timestamp or a date in front of a name. */
const ORDER_KEY = /^(\d{3,}|\d{4}-\d{2}-\d{2}|[VU]\d[\d._]*__|R__)/;
/** Folders of one database system among others. */
const VENDOR_FOLDER = /^(postgres(ql)?|pg|mysql|mariadb|sqlite3?|h2|oracle|mssql|sqlserver|cockroach(db)?)$/i;
const FLYWAY = /^([VUB]\d[\d._]*|R)__.+\.sql(\.conf)?$/;
const BOOKKEEPING = /^(atlas\.sum|sqitch\.plan|_journal\.json|migration_lock\.toml|metadata\.toml|.+\.sql\.conf)$/;
const CHANGELOG = /(^|[._-])changelog[^/]*\.(ya?ml|json|xml)$|(^|\/)([^/]*[-_])?changelogs?\/.*\.(ya?ml|json|xml)$/i;
/** Rails' dump, above its folder of Ruby migrations. */
const STRUCTURE = /(^|\/)db\/(\w+_)?structure\.sql$/;
const CODE = /\.(go|rb|py|[cm]?[jt]s|java|kt|exs?|cs|php|rs)$/;

export const isScript = (path: string): boolean => /\.(sql|md|markdown)$/i.test(path) || isSqlInCode(path);
export const isBookkeeping = (path: string): boolean => BOOKKEEPING.test(baseName(path)) || CHANGELOG.test(path);
/** What may be one of Liquibase's changelogs, by its place or name. */
export const mayBeChangelog = (path: string): boolean => CHANGELOG.test(path) && !BOOKKEEPING.test(baseName(path));
/** A migration that is written in code, in the same numbering. */
export const isCode = (path: string): boolean => CODE.test(path) && !isScript(path) && ORDER_KEY.test(baseName(path));

/** Whether the folder or the name says that a file belongs to migrations. */
export function looksLikeMigration(path: string): boolean {
  const folders = folderOf(path).split('/');
  if (folders.some((folder) => MIGRATION_FOLDER.test(folder)))
    return isScript(path) || isBookkeeping(path) || isCode(path);
  const name = baseName(path);
  if (STRUCTURE.test(path)) return true;
  if (isBookkeeping(path)) return !CHANGELOG.test(path);
  return (
    (/\.sql$/i.test(name) && ORDER_KEY.test(name)) ||
    /^(committed|current)\//.test(folders.slice(-2).join('/')) ||
    isRolePart(path)
  );
}

/** `deploy/`, `revert/` and the like hold SQL of migrations whatever the folder above is. */
function isRolePart(path: string): boolean {
  return /\.sql$/i.test(path) && /^(revert|rollback|verify)$/i.test(folderName(path));
}

/** Folders that a tool's settings put into one history, with a slash each, and the folder above them all. */
export interface OneHistory {
  root: string;
  folders: readonly string[];
  /** The absolute path of the tool's list, whatever it is called. */
  list?: string;
  /** Files that belong to it, and folders with what lies directly in them. */
  files?: ReadonlySet<string>;
  flat?: readonly string[];
  /** The absolute paths of its changelogs. */
  changelogs?: readonly string[];
}

export function belongsTo(path: string, { folders, files, flat }: OneHistory): boolean {
  const isBelow = folders.some((folder) => path.startsWith(folder));
  return isBelow || files?.has(path) === true || (/\.sql$/i.test(path) && flat?.includes(folderOf(path)) === true);
}

export const isFlywayName = (path: string): boolean => FLYWAY.test(baseName(path));

/** The folder that holds a migration and its neighbours, with a slash; empty for the top. */
export function rootOf(path: string, together: readonly OneHistory[] = []): string {
  const one = together.find((history) => belongsTo(path, history));
  if (one !== undefined) return one.root;
  let folder = folderOf(path);
  const name = baseName(path);
  const climb = () => {
    folder = folderOf(folder.slice(0, -1));
  };
  const own = () => baseName(folder.slice(0, -1));
  if (/^(up|down|migration)\.sql$|^metadata\.toml$|^snapshot\.json$/.test(name) && holdsOneMigration(folder)) climb();
  if (name.endsWith('.rb') && own() === 'migrate') climb();
  const nested = /^(.*\/)?(deploy|revert|verify)\/(?!.*(?:migrations?|migrate)\/)/i.exec(folder);
  if (nested) return nested[1] ?? '';
  const changelog = /^(?:.*\/)?(?:[^/]*[-_])?changelogs?\//i.exec(folder);
  if (changelog) return changelog[0];
  if (FLYWAY.test(name)) {
    const above = /^(?:.*\/)?(?:migrations?|sql)\//i.exec(folder)?.[0];
    const between = above === undefined ? [] : folder.slice(above.length).split('/');
    return above === undefined || between.some((part) => VENDOR_FOLDER.test(part)) ? folder : above;
  }
  while (folder !== '' && (ROLE_FOLDER.test(own()) || PERIOD_FOLDER.test(own()))) climb();
  return folder;
}

/** `<version>_name/`, or any folder directly in one for migrations. */
function holdsOneMigration(folder: string): boolean {
  const name = baseName(folder.slice(0, -1));
  return /^\d/.test(name) || MIGRATION_FOLDER.test(folderName(folder.slice(0, -1)));
}
