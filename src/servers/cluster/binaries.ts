/** Finds the PostgreSQL servers that are installed on this machine. */
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { runProgram } from '../../system/run-program.js';

export interface PostgresBinaries {
  /** The folder with `initdb` and `postgres`. */
  bin: string;
  major: number;
  /** What `postgres --version` says: builds of one major version may differ. */
  version: string;
}

const suffix = process.platform === 'win32' ? '.exe' : '';

/** Where installers put PostgreSQL; one `*` per pattern matches a folder's name. */
const usualPlaces = [
  '/usr/lib/postgresql/*/bin',
  '/usr/pgsql-*/bin',
  '/usr/local/pgsql/bin',
  '/opt/homebrew/opt/postgresql@*/bin',
  '/usr/local/opt/postgresql@*/bin',
  '/Applications/Postgres.app/Contents/Versions/*/bin',
  'C:/Program Files/PostgreSQL/*/bin',
];

/** A program of a bin folder. */
export function program(bin: string, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return path.join(bin, `${name}${suffix}`);
}

/** The servers found, without repetition; the folder in `MIGRATION_SAFETY_POSTGRES_BIN` comes first. */
export async function findPostgres(env: NodeJS.ProcessEnv = process.env): Promise<PostgresBinaries[]> {
  const own = env.MIGRATION_SAFETY_POSTGRES_BIN;
  const searchPath = (env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  const folders = [...(own ? [own] : []), ...searchPath, ...usualPlaces.flatMap(expand)];
  const real = folders.filter(hasServer).map((folder) => path.dirname(realpathSync(program(folder, 'initdb'))));
  const found = await Promise.all([...new Set(real)].filter(hasServer).map(readVersion));
  return found.filter((binaries) => binaries !== undefined);
}

/** The one to use: the target's major version, else the newest. An explicit folder wins over both. */
export function pickPostgres(
  found: PostgresBinaries[],
  target: number | null,
  env: NodeJS.ProcessEnv = process.env,
): PostgresBinaries | undefined {
  if (env.MIGRATION_SAFETY_POSTGRES_BIN) return found[0];
  return (
    found.find(({ major }) => major === target) ??
    found.reduce<PostgresBinaries | undefined>(
      (best, next) => (best && best.major >= next.major ? best : next),
      undefined,
    )
  );
}

/** The version of the server in `bin`; undefined where it doesn't run on this machine. */
export async function readVersion(bin: string): Promise<PostgresBinaries | undefined> {
  try {
    const printed = await runProgram(program(bin, 'postgres'), ['--version'], { timeout: 10_000 });
    const major = Number(/\(PostgreSQL\) (\d+)/.exec(printed)?.[1]);
    return Number.isInteger(major) ? { bin, major, version: printed.trim() } : undefined;
  } catch {
    return undefined;
  }
}

function hasServer(folder: string): boolean {
  return existsSync(program(folder, 'initdb')) && existsSync(program(folder, 'postgres'));
}

function expand(pattern: string): string[] {
  const star = pattern.indexOf('*');
  if (star < 0) return [pattern];
  const parent = pattern.slice(0, pattern.lastIndexOf('/', star));
  const end = pattern.indexOf('/', star);
  const prefix = pattern.slice(parent.length + 1, star);
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .filter((name) => name.startsWith(prefix))
    .map((name) => `${parent}/${name}${pattern.slice(end)}`);
}
