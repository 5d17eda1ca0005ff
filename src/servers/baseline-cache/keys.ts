/** Under which key a baseline is kept: a digest of all that makes it, so that none is ever taken for another. Pure. */
import { createHash } from 'node:crypto';
import type { ScriptSource } from '../../model.js';
import { TOOL } from '../../system/version.js';
import { SESSION } from '../session-settings.js';

/** Raise it when the same scripts come to another state: how they are sent, as whom, with which settings. */
const FORMAT = 5;

/** What is run in an empty database before the change: by the administrator, then baseline and seed. */
export interface GroundworkSource {
  bootstrap: readonly Sent[];
  scripts: readonly Sent[];
}

/** What of a script decides what a server is sent. */
type Sent = Pick<ScriptSource, 'sql' | 'transaction' | 'sendsRows' | 'included'>;

/**
 * One key for each number of scripts that are done, the most first: a history that has grown by one starts from what it was.
 * The last key means the bootstrap alone.
 */
export function groundworkKeys({ bootstrap, scripts }: GroundworkSource): string[] {
  let key = digest([TOOL.version, String(FORMAT), SESSION, ...bootstrap.flatMap(texts)]);
  const keys = [key];
  for (const script of scripts) {
    key = digest([key, ...texts(script)]);
    keys.push(key);
  }
  return keys.reverse();
}

/** Of texts whose borders count: `a`, `bc` is not `ab`, `c`. */
export function digest(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${Buffer.byteLength(text)}:`).update(text);
  return hash.digest('hex').slice(0, 32);
}

function texts({ sql, transaction, sendsRows, included = [] }: Sent): string[] {
  const more = included.flatMap(({ at, script }) => [String(at), ...texts(script)]);
  return [transaction, sql, String(sendsRows ?? false), String(included.length), ...more];
}
