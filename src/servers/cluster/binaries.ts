/** Finds the PostgreSQL servers that are installed on this machine. */
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { isSupported } from '../../sql/versions.js';
import { runProgram } from '../../system/run-program.js';
import { packagedPostgres, readPackage } from './npm-packages.js';
import { hasServer, type PostgresBinaries, program } from './programs.js';

/** Where installers put PostgreSQL; one `*` per pattern matches a folder's name. */
const usualPlaces = [
  // Debian and what comes from it, Red Hat, Alpine, PostgreSQL's own build.
  '/usr/lib/postgresql/*/bin',
  '/usr/pgsql-*/bin',
  '/usr/libexec/postgresql*',
  '/usr/local/pgsql/bin',
  // Homebrew on Apple's processors, on Intel's, on Linux.
  '/opt/homebrew/opt/postgresql@*/bin',
  '/usr/local/opt/postgresql@*/bin',
  '/home/linuxbrew/.linuxbrew/opt/postgresql@*/bin',
  '/Applications/Postgres.app/Contents/Versions/*/bin',
  'C:/Program Files/PostgreSQL/*/bin',
];

export interface Whereabouts {
  env?: NodeJS.ProcessEnv;
  /** A folder: npm packages there and above it count as well. Only where nothing of a change's could be among them. */
  project?: string | undefined;
  /** Where the usual places are. */
  root?: string;
}

/** The servers found, without repetition: the folder in `MIGRATION_SAFETY_POSTGRES_BIN`, npm packages, the search path, the usual places. */
export async function findPostgres({
  env = process.env,
  project,
  root = '',
}: Whereabouts = {}): Promise<PostgresBinaries[]> {
  const own = env.MIGRATION_SAFETY_POSTGRES_BIN;
  const searchPath = (env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  const folders = [...searchPath, ...usualPlaces.flatMap((place) => expand(root + place))];
  const [first, packaged, others] = await Promise.all([
    versionsIn(own ? [own] : []),
    packagedPostgres(project),
    versionsIn(folders),
  ]);
  const found = [...first, ...packaged, ...others];
  return found.filter(({ bin }, at) => found.findIndex((one) => one.bin === bin) === at);
}

async function versionsIn(folders: string[]): Promise<PostgresBinaries[]> {
  const real = folders.filter(hasServer).map((folder) => path.dirname(realpathSync(program(folder, 'initdb'))));
  const found = await Promise.all([...new Set(real)].filter(hasServer).map(readVersion));
  return found.filter((binaries) => binaries !== undefined);
}

/**
 * In which order to try them: the target's major version, the project's own package, the newest; what is too old comes last. An
 * explicit folder is the only one.
 */
export function inOrder(
  found: readonly PostgresBinaries[],
  target: number | null,
  env: NodeJS.ProcessEnv = process.env,
): PostgresBinaries[] {
  if (env.MIGRATION_SAFETY_POSTGRES_BIN) return found.slice(0, 1);
  const rank = ({ major, packaged }: PostgresBinaries) =>
    !isSupported(major) ? 3 : major === target ? 0 : packaged ? 1 : 2;
  return [...found].sort((a, b) => rank(a) - rank(b) || b.major - a.major);
}

/** The version of the server in `bin`; undefined where it doesn't run on this machine. A package may not be ready to, and says it itself. */
export async function readVersion(bin: string): Promise<PostgresBinaries | undefined> {
  try {
    const printed = await runProgram(program(bin, 'postgres'), ['--version'], { timeout: 10_000 });
    const major = Number(/\(PostgreSQL\) (\d+)/.exec(printed)?.[1]);
    return Number.isInteger(major) ? { bin, major, version: printed.trim() } : undefined;
  } catch {
    return readPackage(path.resolve(bin, '../..'));
  }
}

function expand(pattern: string): string[] {
  const star = pattern.indexOf('*');
  if (star < 0) return [pattern];
  const parent = pattern.slice(0, pattern.lastIndexOf('/', star));
  const end = pattern.indexOf('/', star) >= 0 ? pattern.indexOf('/', star) : pattern.length;
  const prefix = pattern.slice(parent.length + 1, star);
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .filter((name) => name.startsWith(prefix))
    .map((name) => `${parent}/${name}${pattern.slice(end)}`);
}
