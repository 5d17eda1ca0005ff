/** `atlas.sum`: the checksums of a folder's files, each over all files up to it. Pure. */
import type { SourceFile } from '../../model.js';
import type { FileProblem } from '../problem.js';
import { checksum } from './checksum.js';
import { baseName } from './names.js';

const HASH = 'Run "atlas migrate hash" and commit atlas.sum.';

/** What differs between `atlas.sum` and the files, which are in Atlas' order. */
export function sumProblems(sum: SourceFile, files: SourceFile[]): FileProblem[] {
  const problem = (line: number, message: string, help = HASH): FileProblem => ({
    rule: 'bookkeeping-out-of-step',
    ...{ path: sum.path, line, message, help },
  });
  const lines = sum.text.split(/\r?\n/);
  const conflict = lines.findIndex((line) => /^(<{7}|={7}|>{7})/.test(line));
  if (conflict !== -1)
    return [problem(conflict + 1, 'atlas.sum holds an unresolved merge conflict: Atlas refuses the folder.')];
  const listed = new Map<string, { hash: string; line: number }>();
  lines.forEach((line, index) => {
    const [, name, hash] = /^(.+) h1:(\S+)$/.exec(line) ?? [];
    if (name !== undefined && hash !== undefined) listed.set(name, { hash, line: index + 1 });
  });
  const expected = hashesOf(files);
  const problems: FileProblem[] = [];
  for (const [name, { line }] of listed) {
    if (!expected.has(name))
      problems.push(problem(line, `atlas.sum lists ${name}, and there is no such file: Atlas refuses the folder.`));
  }
  for (const [name] of expected) {
    if (!listed.has(name)) problems.push(problem(1, `atlas.sum doesn’t list ${name}: Atlas refuses the folder.`));
  }
  // A checksum covers the files before it: the first that differs is the one that changed.
  if (problems.length > 0) return problems;
  for (const [name, hash] of expected) {
    const entry = listed.get(name);
    if (entry && entry.hash !== hash)
      return [
        problem(
          entry.line,
          `The checksum of ${name} in atlas.sum is another one: the file, or one before it, was edited, and Atlas refuses the folder.`,
        ),
      ];
  }
  const total = /^h1:(\S+)$/.exec(lines[0] ?? '')?.[1];
  if (total !== totalOf(expected))
    return [
      problem(1, 'The first line of atlas.sum is not the checksum of the lines below it: Atlas refuses the folder.'),
    ];
  return [];
}

/** Each file's checksum by its name. */
export function hashesOf(files: SourceFile[]): Map<string, string> {
  const hash = checksum('sha256');
  const hashes = new Map<string, string>();
  for (const { path, text } of files) {
    hash.update(baseName(path));
    if (/^--\s*atlas:sum\s+ignore\b/m.test(text)) continue;
    hash.update(text);
    hashes.set(baseName(path), hash.copy().digest('base64'));
  }
  return hashes;
}

/** The checksum of the whole folder: the first line of `atlas.sum`. */
export function totalOf(hashes: ReadonlyMap<string, string>): string {
  const hash = checksum('sha256');
  for (const [name, sum] of hashes) hash.update(name).update(sum);
  return hash.digest('base64');
}
