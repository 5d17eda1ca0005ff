/** `check`: finds out what to check, checks it, and writes the report. */
import { relative, resolve } from 'node:path';
import * as v from 'valibot';
import { check, lookAt } from '../check.js';
import { resolveSettings } from '../settings/resolve.js';
import { majorVersion } from '../settings/values.js';
import { repositoryRoot } from '../system/git.js';
import { UsageError } from '../system/usage-error.js';
import type { CommandLine } from './arguments.js';
import type { Format } from './options.js';
import { renderReport } from './output.js';
import { deliver } from './print.js';
import { Progress } from './progress.js';

/** The exit code. */
export async function runCheck(line: CommandLine, cwd: string): Promise<number> {
  const { settings: flags, base, fix, format, output, verbose } = line;
  const root = FROM_TOP.includes(format) ? await topOf(cwd) : cwd;
  const { words, texts } = await withStandardInput(line, cwd, root);
  const from = words[0] === undefined ? cwd : resolve(root, words[0]);
  const databaseUrl = flags['database-url'] ?? process.env.MIGRATION_SAFETY_DATABASE_URL;
  const found = await resolveSettings({ inputs: { ...flags, 'database-url': databaseUrl }, cwd, from });
  const byItself = words.some((word) => texts.has(word)) && line.stdinPath === undefined;
  const settings = {
    ...found,
    postgresVersion: found.postgresVersion ?? (await versionOfOwn(cwd)),
    notes: byItself ? [...found.notes, BY_ITSELF] : found.notes,
  };
  const change =
    words.length > 0 ? { paths: words } : await (await import('../migrations/differing.js')).differing(base, cwd);
  const progress = new Progress();
  const repair = fix ? await import('./fix.js') : null;
  const repaired = await repair?.fixAll(lookAt({ settings, cwd: root, change }), root);
  const checked = await check({ settings, cwd: root, change, texts, project: cwd, progress: progress.step }).finally(
    () => progress.end(),
  );
  if (repair && repaired) process.stderr.write(repair.describeFixes(repaired, checked.report.findings));
  const color = output === undefined && process.stdout.isTTY && !process.env.NO_COLOR;
  const text = await renderReport(checked, format, { color, verbose, width: process.stdout.columns ?? 100 });
  await deliver(text, output, cwd).catch(async (error) => {
    process.stderr.write((await import('./undelivered.js')).undelivered(checked.report));
    throw error;
  });
  return checked.report.verdict === 'pass' ? 0 : 1;
}

/** What has no file has no migrations before it. */
const BY_ITSELF = {
  check: 'what comes before the standard input',
  reason: 'it is read by itself: --stdin-path names the file that it stands for, whose folder holds the history',
};

/** Production's version, where the workflow is what says it: on one's own machine it is the same. */
async function versionOfOwn(cwd: string): Promise<number | null> {
  const { versionOfWorkflow } = await import('./own-workflow.js');
  const said = await versionOfWorkflow((await repositoryRoot(cwd)) ?? cwd, cwd);
  return said !== null && v.is(majorVersion, said.major) ? said.major : null;
}

/** What reads these knows files from the top of the repository. */
const FROM_TOP: readonly Format[] = ['github', 'gitlab', 'sarif'];

/** The repository's top, by which the working directory can be reached; the directory itself where there is none. */
async function topOf(cwd: string): Promise<string> {
  const top = await repositoryRoot(cwd);
  return top !== null && !relative(top, cwd).startsWith('..') ? top : cwd;
}

/** The words, as `root` has them, with the file that `-` stands for, and its text. */
async function withStandardInput({ words: given, stdinPath }: CommandLine, cwd: string, root: string) {
  const words = root === cwd ? given : given.map((word) => (word === '-' ? word : resolve(cwd, word)));
  const at = words.indexOf('-');
  if (at < 0) {
    if (stdinPath !== undefined) throw new UsageError('--stdin-path: it says which file - stands for, as in check -.');
    return { words, texts: new Map<string, string>() };
  }
  const { migrationFrom, STDIN_PATH } = await import('./stdin.js');
  const { path, text } = await migrationFrom(process.stdin, resolve(cwd, stdinPath ?? STDIN_PATH), root);
  return { words: words.with(at, path), texts: new Map([[path, text]]) };
}
