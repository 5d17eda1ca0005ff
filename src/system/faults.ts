/** What an error means to the person who has to repair it. Pure; it imports nothing, so that nothing can be missing. */

export interface Fault {
  /** What went wrong, where, and how to repair it. */
  message: string;
  /** Only the maintainers can fix it. */
  isBug: boolean;
  /** For a caller that asked for it. */
  stack: string | null;
}

/** Errors whose messages are written for people. */
const FOR_PEOPLE = new Set(['UsageError', 'ServerUnavailable', 'RunTimeExceeded']);

/** What the operating system refuses, with its remedy. */
const REFUSALS: Record<string, string> = {
  ENOSPC: 'no space is left on the disk: free some, or name a place on another one',
  EDQUOT: 'the disk quota is used up: free some space, or name another place',
  EACCES: 'permission denied: give the user that runs this check the right to it',
  EPERM: 'not permitted: give the user that runs this check the right to it',
  EROFS: 'the file system is read-only: name a place that can be written',
  ENOENT: 'there is no such file or folder: make it first, or name another',
  ENOTDIR: 'a part of this path is a file, not a folder: name another path',
  EISDIR: 'this is a folder, not a file: name a file',
  EEXIST: 'it is there already: remove it, or name another',
  ELOOP: 'too many links lead to each other: name the file itself',
  ENAMETOOLONG: 'the name is too long: name a shorter one',
  EMFILE: 'too many files are open: raise the limit (ulimit -n)',
  ENFILE: 'too many files are open on this machine: raise its limit',
  ENOMEM: 'there is no memory left: give the job more',
  EAGAIN: 'the machine has no more processes or memory to give: give the job more',
  EIO: 'the disk does not answer as it should: look at the machine',
  EPIPE: 'nobody reads any more what is written there',
};

/** What anything that was thrown means. */
export function explain(error: unknown): Fault {
  if (!(error instanceof Error)) return bug(String(error), null);
  const stack = error.stack ?? null;
  if (FOR_PEOPLE.has(error.name)) return { message: error.message, isBug: false, stack };
  const known = missingPart(error) ?? refusedBySystem(error) ?? refusedByServer(error);
  return known === null ? bug(error.message || error.name, stack) : { message: known, isBug: false, stack };
}

function bug(message: string, stack: string | null): Fault {
  return {
    message: `This is a bug of migration-safety, please report it: ${message.replace(/\s+/g, ' ').trim()}`,
    isBug: true,
    stack,
  };
}

/** Why a file can't be read or written: the system's reason with its remedy, without a full stop. */
export function whyNot(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return REFUSALS[code] ?? (error instanceof Error ? message.replace(/\s+/g, ' ').trim() : String(error));
}

/** `dist/` was copied in part. The grammar's loader only has a message for it. */
function missingPart({ code, message }: NodeJS.ErrnoException): string | null {
  const path = code === 'ERR_MODULE_NOT_FOUND' ? message : /ENOENT: [^']*'[^']*\.wasm'/.exec(message)?.[0];
  const file = path && /'([^']+)'/.exec(path)?.[1];
  return file
    ? `A part of migration-safety is missing, ${file}: install it again, with all files of its dist folder.`
    : null;
}

function refusedBySystem(error: NodeJS.ErrnoException): string | null {
  const { code = '', syscall, path } = error;
  if (syscall === undefined) return null;
  if (/^(?:connect|getaddrinfo|listen|bind)$/.test(syscall)) {
    return `The network refuses (${error.message}): look whether that address can be reached from here.`;
  }
  const program = /^spawn(?: (.*))?$/.exec(syscall);
  if (program && code === 'ENOENT') {
    return `${program[1] ?? path ?? 'A program'} could not be started: install it, or put it on the PATH.`;
  }
  const reason = REFUSALS[code];
  return reason === undefined ? null : `${path ?? `The system (${syscall})`}: ${reason}.`;
}

/** Postgres refused what the check asks for itself, or ended. Known by their names: this file imports nothing. */
function refusedByServer(error: Error): string | null {
  const message = error.message.replace(/\s+/g, ' ').trim();
  if (error.name === 'ServerLost') return `The server was lost (${message}): look at its log, and run the check again.`;
  if (error.name !== 'PostgresError' || !('sqlstate' in error)) return null;
  return `The server refuses what the check itself needs (${error.sqlstate}: ${message}): look at the server’s settings and at the rights of database-url’s role.`;
}

/** Whether the stack of an error is wanted: RUNNER_DEBUG=1 is what GitHub sets for a job with debug logging. */
export function wantsStack({ RUNNER_DEBUG, DEBUG }: NodeJS.ProcessEnv): boolean {
  return RUNNER_DEBUG === '1' || (DEBUG !== undefined && DEBUG !== '' && DEBUG !== '0' && DEBUG !== 'false');
}

/** A text without these secrets, and without the password of any URL in it. */
export function withoutSecrets(text: string, secrets: readonly string[] = []): string {
  const hidden = secrets
    .filter((secret) => secret !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
  return hidden.replace(/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:@/]*:)[^\s]*@/gi, '$1***@');
}
