/** `check --fix`: writes the mechanical repairs into the files, as ESLint does. */
import { chmod, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Checked } from '../check.js';
import type { Finding, Fix } from '../report-schema/types.js';
import { LineMap } from '../sql/positions.js';

/** A repair can make room for the next one: that many times at most. */
const MAX_PASSES = 10;
const BYTE_ORDER_MARK = '\uFEFF';

export interface FixResult {
  /** What was repaired, in order. */
  fixed: { finding: Finding; fix: Fix }[];
  /** Files that were not touched although they could be repaired, and why. By path. */
  refused: Map<string, string>;
}

/** Checks without a server and repairs, until nothing is left to repair. */
export async function fixAll(check: () => Promise<Checked>, cwd: string): Promise<FixResult> {
  const fixed: FixResult['fixed'] = [];
  const refused = new Map<string, string>();
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const { report, sources } = await check();
    const plan = planFixes(report.findings, sources, refused);
    let wrote = 0;
    for (const [path, { before, after, repairs }] of plan) {
      const problem = await replaceFile(path, before, after, cwd);
      if (problem !== null) {
        refused.set(path, problem);
        continue;
      }
      fixed.push(...repairs);
      wrote++;
    }
    if (wrote === 0) break;
  }
  return { fixed, refused };
}

interface FilePlan {
  before: string;
  after: string;
  repairs: FixResult['fixed'];
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The new text of each file: the first fix of each finding whose edits touch none that was taken before. Pure. */
export function planFixes(
  findings: readonly Finding[],
  sources: ReadonlyMap<string, string>,
  refused: ReadonlyMap<string, string> = new Map(),
): Map<string, FilePlan> {
  const taken = new Map<string, { edits: Edit[]; repairs: FixResult['fixed'] }>();
  const lineMaps = new Map<string, LineMap>();
  for (const finding of findings) {
    const fix = finding.fixes?.[0];
    const text = sources.get(finding.path);
    if (fix === undefined || text === undefined || finding.evidence === 'refuted' || refused.has(finding.path))
      continue;
    // A fix is whole or not at all: one that reaches into another file is left to be made by hand.
    if (fix.edits.length === 0 || fix.edits.some(({ path }) => path !== finding.path)) continue;
    const lines = lineMaps.get(finding.path) ?? new LineMap(text);
    lineMaps.set(finding.path, lines);
    const edits = fix.edits.map(({ line, column, endLine, endColumn, text }) => ({
      start: lines.lineStart(line) + column - 1,
      end: lines.lineStart(endLine) + endColumn - 1,
      text,
    }));
    const file = taken.get(finding.path) ?? { edits: [], repairs: [] };
    if (edits.some((edit) => file.edits.some((other) => edit.start <= other.end && other.start <= edit.end))) continue;
    file.edits.push(...edits);
    file.repairs.push({ finding, fix });
    taken.set(finding.path, file);
  }
  return new Map(
    [...taken].map(([path, { edits, repairs }]) => {
      const before = sources.get(path) ?? '';
      return [path, { before, after: edited(before, edits), repairs }];
    }),
  );
}

function edited(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, text: by } of [...edits].sort((a, b) => a.start - b.start)) {
    out += text.slice(at, start) + by;
    at = end;
  }
  return out + text.slice(at);
}

/** Replaces a file's text at once or not at all. Says why where it doesn't. */
async function replaceFile(path: string, before: string, after: string, cwd: string): Promise<string | null> {
  const file = await realpath(resolve(cwd, path));
  const root = await realpath(cwd);
  if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) return 'it lies outside the working directory';
  const now = await readFile(file, 'utf8');
  const mark = now.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  if (now.slice(mark.length) !== before) return 'it changed while it was checked';
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    await writeFile(temporary, mark + after, { flag: 'wx' });
    await chmod(temporary, (await stat(file)).mode);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    return `it can’t be written: ${(error as Error).message}`;
  }
  return null;
}

/** What was done and what is left to do by hand, a line each. Pure. */
export function describeFixes({ fixed, refused }: FixResult, left: readonly Finding[]): string {
  const lines = fixed.map(({ finding, fix }) => {
    return `fixed ${finding.path}:${finding.line} ${finding.rule}: ${fix.description}`;
  });
  for (const [path, why] of refused) lines.push(`not fixed ${path}: ${why}`);
  const files = new Set(fixed.map(({ finding }) => finding.path)).size;
  const counted = left.filter(({ evidence }) => evidence !== 'refuted').length;
  const done =
    fixed.length === 0 ? 'nothing to fix' : `fixed ${fixed.length} in ${files} ${files === 1 ? 'file' : 'files'}`;
  return `${[...lines, `${done}; ${counted} left for you`].join('\n')}\n`;
}
