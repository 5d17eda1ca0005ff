/** Reads the settings file; every mistake in it is reported at once, each with its line. */
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { closest, distance } from 'fastest-levenshtein';
import * as v from 'valibot';
import { type Document, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { UsageError } from '../usage-error.js';
import { SETTING_NAMES, type SettingsFile, settingsSchema } from './schema.js';

export const FILE_NAME = '.migration-safety.yml';

/** The nearest settings file from `folder` upwards, not beyond the repository or the working directory. */
export async function findSettingsFile(
  folder: string,
  cwd: string,
  has: (path: string) => Promise<boolean> = exists,
): Promise<string | null> {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, FILE_NAME);
    if (await has(file)) return file;
    if (at === cwd || at === dirname(at) || (await exists(join(at, '.git')))) return null;
  }
}

/** Throws `UsageError` with all that is wrong: file, line, column, what was expected. */
export async function readSettingsFile(file: string, shown: string): Promise<SettingsFile> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'ENOENT' ? 'there is no such file' : error.message;
    throw new UsageError(`config: ${shown}: ${reason}.`);
  });
  return parseSettings(text, shown);
}

/** Reads YAML (or JSON). Pure. Throws as `readSettingsFile` does. */
export function parseSettings(text: string, shown: string): SettingsFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${shown}:${line}:${col}`;
  };
  if (document.errors.length > 0) {
    throw new UsageError(document.errors.map(({ pos, message }) => `${at(pos[0])}: ${message}`).join('\n'));
  }
  const value = plainValue(document, shown) ?? {};
  // A list would pass for an object with numbers for names.
  if (Array.isArray(value)) throw new UsageError(`${at(offsetOf(document, []))}: ${noSettings('a list')}`);
  const result = v.safeParse(settingsSchema, value);
  if (result.success) return result.output;
  const problems = result.issues.map((issue) => {
    const path = (issue.path ?? []).map(({ key }) => key);
    return `${at(offsetOf(document, path))}: ${describe(path, issue)}`;
  });
  throw new UsageError(problems.join('\n'));
}

/** Aliases of aliases can grow without end: the library refuses them with an error of its own. */
function plainValue(document: Document, shown: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new UsageError(`${shown}: ${(error as Error).message}.`);
  }
}

function noSettings(received: string): string {
  return `a settings file holds settings, such as "fail-on: warning"; this is ${received}.`;
}

function describe(path: unknown[], issue: v.GenericIssue): string {
  const name = path.join('.');
  if (path.length === 0) return noSettings(issue.received);
  if (issue.type === 'non_empty') return `${name}: ${issue.message}.`;
  if (issue.type !== 'strict_object') return `${name}: ${issue.message}, got ${issue.received}.`;
  const near = closest(name, SETTING_NAMES);
  const hint = distance(name, near) <= Math.max(2, name.length / 3) ? ` Did you mean "${near}"?` : '';
  return `there is no setting "${name}".${hint} Known: ${SETTING_NAMES.join(', ')}.`;
}

/** The offset of the key that a path leads to, or of the nearest thing above it. */
function offsetOf(document: Document, path: unknown[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const items = parent !== null && typeof parent === 'object' && 'items' in parent ? (parent.items as unknown[]) : [];
    for (const item of items) {
      const key = item !== null && typeof item === 'object' && 'key' in item ? item.key : undefined;
      if (isScalar(key) && String(key.value) === String(path[length - 1])) return key.range?.[0] ?? 0;
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node.range?.[0] ?? 0;
  }
  return 0;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
