/**
 * The one place where files are read that a change can bring. Only regular files are read, and only where they belong: a
 * link may lead to another file of its repository, but neither out of it nor into `.git`, or a pull request could have the
 * check print what it may not see, or read a device for ever. What is refused says nothing of where a link leads.
 */
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { repositoryRoot } from './git.js';

export type Bytes = { bytes: Buffer } | { problem: string; missing: boolean };
export type Text = { text: string } | { problem: string; missing: boolean };

/** More than any script written by hand; what is parsed needs a hundred times its size. */
export const MOST_BYTES = 16 * 1024 * 1024;

/** Reads a file by its absolute path; `cwd`: the working directory, whose repository the check is about. Never throws. */
export async function readBytes(absolute: string, cwd: string): Promise<Bytes> {
  try {
    const real = realpathSync.native(absolute);
    const home = await homeOf(absolute, cwd);
    if (!isInside(real, home)) return refused('This is a link that leads out of the repository: it was not followed');
    if (inGit(real, home)) return refused('This is a link into the folder .git: it was not followed');
    // One at a time: a long history has more files than a process may open at once, and small ones are read quicker so.
    return readRegular(real);
  } catch (error) {
    return failed(error as NodeJS.ErrnoException, absolute);
  }
}

/** The same as text. Bytes that are no UTF-8 stay as the mark for them. */
export async function readText(absolute: string, cwd: string): Promise<Text> {
  const read = await readBytes(absolute, cwd);
  return 'bytes' in read ? { text: read.bytes.toString('utf8').replace(/^\ufeff/, '') } : read;
}

/** A problem within a sentence that names the file. */
export function inSentence(problem: string): string {
  return `${problem.charAt(0).toLowerCase()}${problem.slice(1)}`;
}

/** Whether a path lies in the repository that the working directory is in, as it is written. */
export async function isOfRepository(absolute: string, cwd: string): Promise<boolean> {
  return (await tops(cwd)).some((top) => isInside(absolute, top));
}

/** Without waiting: a FIFO has no end, and a device may be slow to open. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

function readRegular(real: string): Bytes {
  const file = openSync(real, FLAGS);
  try {
    const stats = fstatSync(file);
    if (stats.isDirectory()) return { problem: 'This is a folder, not a file.', missing: false };
    if (!stats.isFile()) return refused('This is a device, a pipe or a socket, not a file');
    if (stats.size > MOST_BYTES) return tooBig();
    // A file that grows, or one of /proc that says it is empty, is read no further than the bound.
    const buffer = Buffer.allocUnsafe(Math.max(stats.size + 1, 512));
    const parts: Buffer[] = [];
    let size = 0;
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
      size += read;
      if (size > MOST_BYTES) return tooBig();
      parts.push(Buffer.from(buffer.subarray(0, read)));
    }
    return { bytes: parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts) };
  } finally {
    closeSync(file);
  }
}

/** Where a file's links may lead: its repository. A path that was typed may be outside of this one. */
async function homeOf(absolute: string, cwd: string): Promise<string> {
  const [top = cwd, ...others] = await tops(cwd);
  if ([top, ...others].some((one) => isInside(absolute, one))) return top;
  const folder = realpathSync.native(dirname(absolute));
  return (await repositoryRoot(folder)) ?? folder;
}

const known = new Map<string, Promise<string[]>>();

/** The repository's top folder, or else the working directory: as it really is, and as its path is written. */
function tops(cwd: string): Promise<string[]> {
  const found = known.get(cwd) ?? findTops(cwd);
  known.set(cwd, found);
  return found;
}

async function findTops(cwd: string): Promise<string[]> {
  const real = realpathSync.native(cwd);
  const top = (await repositoryRoot(cwd)) ?? real;
  return [top, resolve(cwd, relative(real, top))];
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function inGit(real: string, home: string): boolean {
  return relative(home, real)
    .split(sep)
    .some((part) => part.toLowerCase() === '.git');
}

function refused(why: string): Bytes {
  return { problem: `${why}. Put the file itself there.`, missing: false };
}

function tooBig(): Bytes {
  const most = MOST_BYTES / 1024 / 1024;
  return {
    problem: `The file has more than the ${most} MB that are read. Split it, or leave it out with the setting ignore.`,
    missing: false,
  };
}

/** Without the error's own text, which names where a link leads. */
function failed(error: NodeJS.ErrnoException, absolute: string): Bytes {
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      if (isLink(absolute)) return refused('This is a link to a file that is not there');
      return { problem: 'There is no such file.', missing: true };
    case 'EACCES':
    case 'EPERM':
      return {
        problem: 'The file may not be read: give the user that runs this check the right to read it.',
        missing: false,
      };
    case 'EISDIR':
      return { problem: 'This is a folder, not a file.', missing: false };
    case 'ELOOP':
      return { problem: 'This is a link that leads back to itself.', missing: false };
    case 'ENXIO':
      return refused('This is a device, a pipe or a socket, not a file');
    default:
      return { problem: `The file can’t be read${error.code ? ` (${error.code})` : ''}.`, missing: false };
  }
}

/** A link whose target is missing is there all the same. */
function isLink(absolute: string): boolean {
  return lstatSync(absolute, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
