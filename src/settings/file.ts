/** Reads the settings file; every mistake in it is reported at once, each with its line. */
import { dirname } from 'node:path';
import * as v from 'valibot';
import { type Document, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { inSentence, readText } from '../system/read-file.js';
import { UsageError } from '../system/usage-error.js';
import { isPackageFile, PACKAGE_KEY } from './find-file.js';
import { SETTING_NAMES, type SettingsFile, settingsSchema } from './schema.js';
import { didYouMean, innermost, wrongValue } from './wrong.js';

/** `path:line:column` of the key that a path of keys leads to, or of the nearest thing above it. */
export type PlaceOfKey = (path: readonly PropertyKey[]) => string;

export interface ParsedFile {
  values: SettingsFile;
  place: PlaceOfKey;
}

/** Throws `UsageError` with all that is wrong: file, line, column, what was expected. */
export async function readSettingsFile(file: string, shown: string, cwd = dirname(file)): Promise<ParsedFile> {
  const read = await readText(file, cwd);
  if ('text' in read) return parseSettingsFile(read.text, shown);
  throw new UsageError(`config: ${shown}: ${inSentence(read.problem)}`);
}

/** The values alone. */
export function parseSettings(text: string, shown: string): SettingsFile {
  return parseSettingsFile(text, shown).values;
}

/** Reads YAML (or JSON); in a package.json, what is under its key. Pure. Throws as `readSettingsFile` does. */
export function parseSettingsFile(text: string, shown: string): ParsedFile {
  const lines = new LineCounter();
  const document = parsed(text, shown, lines);
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${shown}:${line}:${col}`;
  };
  if (document.errors.length > 0) {
    throw new UsageError(document.errors.map(({ pos, message }) => `${at(pos[0])}: ${message}`).join('\n'));
  }
  const above = isPackageFile(shown) ? [PACKAGE_KEY] : [];
  const place: PlaceOfKey = (path) => at(offsetOf(document, [...above, ...path]));
  const whole = plainValue(document, shown);
  const value = (above.length === 0 ? whole : within(whole, shown)) ?? {};
  // A list would pass for an object with numbers for names.
  if (Array.isArray(value)) throw new UsageError(`${place([])}: ${noSettings('a list')}`);
  return { values: validSettings(value, place), place };
}

/** Settings as an object of a program's. Throws `UsageError` as the others do, with the names of what is wrong. */
export function settingsFrom(value: unknown): SettingsFile {
  return validSettings(value, () => 'settings');
}

function validSettings(value: unknown, place: PlaceOfKey): SettingsFile {
  const result = v.safeParse(settingsSchema, value);
  if (result.success) return result.output;
  const problems = result.issues.flatMap(innermost).map((issue) => {
    const path = (issue.path ?? []).map(({ key }) => key as PropertyKey);
    return `${place(path)}: ${describe(path, issue)}`;
  });
  throw new UsageError(problems.join('\n'));
}

/** What nests without end overflows the library's stack. */
function parsed(text: string, shown: string, lineCounter: LineCounter): Document {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false });
  } catch (error) {
    throw new UsageError(`${shown}: it can’t be read as YAML: ${(error as Error).message}.`);
  }
}

function within(value: unknown, shown: string): unknown {
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, PACKAGE_KEY))
    return (value as Record<string, unknown>)[PACKAGE_KEY];
  throw new UsageError(`config: ${shown}: there is no "${PACKAGE_KEY}" in it.`);
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

function describe(path: PropertyKey[], issue: v.GenericIssue): string {
  const name = path.map(String).join('.');
  if (path.length === 0) return noSettings(issue.received);
  if (issue.type !== 'strict_object') return `${name}: ${wrongValue(issue)}`;
  const hint = didYouMean(name, SETTING_NAMES) || ` Known: ${SETTING_NAMES.join(', ')}.`;
  return `there is no setting "${name}".${hint}`;
}

/** The offset of the key that a path leads to, or of the nearest thing above it. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
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
