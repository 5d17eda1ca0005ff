/** `check --fix`: writes the mechanical repairs into the files, as ESLint does. */
import { chmod, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Remedy } from '../fixes/repairs.js';
import { type LookAt, mend, type RefusedFix } from '../fixes/sound.js';
import type { Finding } from '../report-schema/types.js';

const BYTE_ORDER_MARK = '\uFEFF';

export interface FixResult {
  /** What was repaired, in order. */
  fixed: Remedy[];
  /** What was left alone because it would make a new finding. */
  refused: RefusedFix[];
  /** Files that were not written although they could be repaired, and why. By path. */
  unwritten: Map<string, string>;
}

/** Repairs until nothing is left to repair, and writes each file once. */
export async function fixAll(lookAt: LookAt, cwd: string): Promise<FixResult> {
  const outside = new Set<string>();
  const first = await lookAt(new Map());
  for (const path of new Set(first.findings.flatMap(({ fixes, path }) => (fixes ? [path] : [])))) {
    if (!(await isInside(path, cwd))) outside.add(path);
  }
  const { made, refused, files } = await mend(first, lookAt, (path) => outside.has(path));
  const unwritten = new Map([...outside].map((path) => [path, 'it lies outside the working directory']));
  for (const [path, { before, after }] of files) {
    const problem = await replaceFile(path, before, after, cwd);
    if (problem !== null) unwritten.set(path, problem);
  }
  return { fixed: made.filter(({ finding }) => !unwritten.has(finding.path)), refused, unwritten };
}

async function isInside(path: string, cwd: string): Promise<boolean> {
  const root = await realpath(cwd);
  const file = await realpath(resolve(cwd, path)).catch(() => null);
  // What isn't a file is no file outside either: nothing is written there.
  return file === null || file.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** Replaces a file's text at once or not at all. Says why where it doesn't. */
async function replaceFile(path: string, before: string, after: string, cwd: string): Promise<string | null> {
  let temporary: string | undefined;
  try {
    const file = await realpath(resolve(cwd, path));
    if (!(await isInside(path, cwd))) return 'it lies outside the working directory';
    const now = await readFile(file, 'utf8');
    const mark = now.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
    if (now.slice(mark.length) !== before) return 'it changed while it was checked';
    temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
    await writeFile(temporary, mark + after, { flag: 'wx' });
    await chmod(temporary, (await stat(file)).mode);
    await rename(temporary, file);
  } catch (error) {
    if (temporary) await rm(temporary, { force: true });
    return `it can’t be written: ${(error as Error).message}`;
  }
  return null;
}

/** What was done and what is left to do by hand, a line each. Pure. */
export function describeFixes({ fixed, refused, unwritten }: FixResult, left: readonly Finding[]): string {
  const lines = fixed.map(({ finding, fix }) => `fixed ${place(finding)}: ${fix.description}`);
  for (const { remedy, makes } of refused) {
    const where = makes.path === remedy.finding.path ? '' : ` in ${makes.path}`;
    lines.push(`not fixed ${place(remedy.finding)}: that alone would make ${makes.rule}${where}`);
  }
  for (const [path, why] of unwritten) lines.push(`not fixed ${path}: ${why}`);
  const files = new Set(fixed.map(({ finding }) => finding.path)).size;
  const counted = left.filter(({ evidence }) => evidence !== 'refuted').length;
  const done =
    fixed.length === 0 ? 'nothing to fix' : `fixed ${fixed.length} in ${files} ${files === 1 ? 'file' : 'files'}`;
  return `${[...lines, `${done}; ${counted} left for you`].join('\n')}\n`;
}

function place({ path, line, rule }: Finding): string {
  return `${path}:${line} ${rule}`;
}
