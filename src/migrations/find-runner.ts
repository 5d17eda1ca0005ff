/** Looks for the project's own code that sends a folder of plain files. */
import { resolve } from 'node:path';
import type { SourceFile } from '../model.js';
import { repositoryRoot, tryGit } from '../system/git.js';
import { readText } from '../system/read-file.js';
import { displayPath } from '../system/source.js';
import type { FileSet, OwnRunner } from './layouts/layout.js';
import { baseName, folderOf, sqlFiles } from './layouts/names.js';
import { readsFolder, runnerOf } from './layouts/own-runner.js';

const CODE = ['go', 'rs', 'ts', 'mts', 'js', 'mjs', 'cjs', 'py', 'java', 'kt', 'clj', 'rb', 'cs', 'php', 'ex'].map(
  (suffix) => `*.${suffix}`,
);
const NOT_THE_RUNNER = /(^|\/)(node_modules|vendor|testdata|tests?|__tests__)\/|[._]test\.\w+$|[._]spec\.\w+$/;
/** As many files as name a folder of migrations in a sensible repository, and as lie beside one. */
const MOST_FILES = 50;
const MOST_TEXT = 400_000;

/** Null where no code names the folder as one that it reads. */
export async function findRunner(set: FileSet, cwd: string): Promise<OwnRunner | null> {
  const name = baseName(set.root.slice(0, -1));
  const top = name === '' ? null : await repositoryRoot(cwd);
  if (top === null) return null;
  const codeWith = (search: string[]) => codeThatHolds(search, top, cwd);
  const naming = await codeWith(['-F', '-e', name, '--', ...CODE.map((glob) => `:(top)${glob}`)]);
  const runners: OwnRunner[] = [];
  for (const code of naming.filter((file) => readsFolder(file, set.root))) {
    const suffix = code.path.slice(code.path.lastIndexOf('.'));
    const folder = `:(glob)${folderOf(code.path)}*${suffix}`;
    const beside = (await codeWith(['-i', '-F', '-e', 'migrat', '--', folder])).filter(
      ({ path }) => path !== code.path,
    );
    const runner = runnerOf(code, beside, set.root, sqlFiles(set));
    if (runner) runners.push(runner);
  }
  return runners.find(({ begins }) => begins !== null) ?? runners[0] ?? null;
}

/** The files that git finds, tracked or not. */
async function codeThatHolds(search: string[], top: string, cwd: string): Promise<SourceFile[]> {
  const found = await tryGit(['grep', '-l', '-I', '-z', '--untracked', '--full-name', ...search], cwd);
  const paths = (found ?? '').split('\0').filter((path) => path !== '' && !NOT_THE_RUNNER.test(path));
  const texts = await Promise.all(
    paths.slice(0, MOST_FILES).map(async (path) => {
      const absolute = resolve(top, path);
      return { path: displayPath(absolute, cwd), read: await readText(absolute, cwd) };
    }),
  );
  return texts.flatMap(({ path, read }) =>
    'text' in read && read.text.length <= MOST_TEXT ? [{ path, text: read.text }] : [],
  );
}
