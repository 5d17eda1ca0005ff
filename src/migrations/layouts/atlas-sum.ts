/** `atlas.sum`: the checksums of a folder's files, each over all files up to it. Pure. */
import type { SourceFile } from '../../model.js';
import { code } from '../../sql/words.js';
import type { FileProblem } from '../problem.js';
import { checksum } from './checksum.js';
import { baseName } from './names.js';

const HASH = 'Run "atlas migrate hash" and commit atlas.sum.';

interface Listing {
  help: string;
  /** A file's name in the list. */
  nameOf(file: Pick<SourceFile, 'path'>): string;
}

const OWN: Listing = { help: HASH, nameOf: ({ path }) => baseName(path) };

/** What differs between `atlas.sum` and the files, which are in Atlas' order. */
export function sumProblems(sum: SourceFile, files: SourceFile[], { help, nameOf }: Listing = OWN): FileProblem[] {
  const problem = (line: number, message: string): FileProblem => ({
    rule: 'bookkeeping-out-of-step',
    ...{ path: sum.path, line, message, help },
  });
  const lines = sum.text.split(/\r?\n/);
  const conflict = lines.findIndex((line) => /^(<{7}|={7}|>{7})/.test(line));
  if (conflict !== -1)
    return [problem(conflict + 1, '`atlas.sum` holds an unresolved merge conflict. Atlas refuses the folder.')];
  const listed = entriesOf(sum);
  const expected = hashesOf(files, nameOf);
  const problems: FileProblem[] = [];
  for (const [name, { line }] of listed) {
    if (!expected.has(name))
      problems.push(
        problem(line, `${code('atlas.sum')} lists ${code(name)}, and there is no such file. Atlas refuses the folder.`),
      );
  }
  for (const [name] of expected) {
    if (!listed.has(name))
      problems.push(problem(1, `${code('atlas.sum')} doesn’t list ${code(name)}. Atlas refuses the folder.`));
  }
  // A checksum covers the files before it: the first that differs is the one that changed.
  if (problems.length > 0) return problems;
  for (const [name, hash] of expected) {
    const entry = listed.get(name);
    if (entry && entry.hash !== hash)
      return [
        problem(
          entry.line,
          `The checksum of ${code(name)} in ${code('atlas.sum')} is another one. The file, or one before it, was edited, and Atlas refuses the folder.`,
        ),
      ];
  }
  const total = /^h1:(\S+)$/.exec(lines[0] ?? '')?.[1];
  if (total !== totalOf(expected))
    return [
      problem(1, 'The first line of `atlas.sum` is not the checksum of the lines below it. Atlas refuses the folder.'),
    ];
  return [];
}

/** The names of the listed files, in order. */
export function namesIn(sum: SourceFile): string[] {
  return [...entriesOf(sum).keys()];
}

function entriesOf({ text }: SourceFile): Map<string, { hash: string; line: number }> {
  const entries = text.split(/\r?\n/).flatMap((line, index) => {
    const [, name, hash] = /^(.+) h1:(\S+)$/.exec(line) ?? [];
    return name !== undefined && hash !== undefined ? [[name, { hash, line: index + 1 }] as const] : [];
  });
  return new Map(entries);
}

/** Each file's checksum by its name. */
export function hashesOf(files: SourceFile[], nameOf: Listing['nameOf'] = OWN.nameOf): Map<string, string> {
  const hash = checksum('sha256');
  const hashes = new Map<string, string>();
  for (const file of files) {
    hash.update(nameOf(file));
    if (/^--\s*atlas:sum\s+ignore\b/m.test(file.text)) continue;
    hash.update(file.text);
    hashes.set(nameOf(file), hash.copy().digest('base64'));
  }
  return hashes;
}

/** The checksum of the whole folder: the first line of `atlas.sum`. */
export function totalOf(hashes: ReadonlyMap<string, string>): string {
  const hash = checksum('sha256');
  for (const [name, sum] of hashes) hash.update(name).update(sum);
  return hash.digest('base64');
}
