/** `check`: finds out what to check, checks it, and writes the report. */
import { resolve } from 'node:path';
import { check, lookAt } from '../check.js';
import type { Change } from '../migrations/changes.js';
import { resolveSettings } from '../settings/resolve.js';
import { gitTrouble, repositoryRoot } from '../system/git.js';
import { UsageError } from '../system/usage-error.js';
import type { CommandLine } from './arguments.js';
import { renderReport } from './output.js';
import { deliver } from './print.js';
import { Progress } from './progress.js';

/** The exit code. */
export async function runCheck(line: CommandLine, cwd: string): Promise<number> {
  const { words, settings: flags, base, fix, format, output, verbose } = line;
  const from = words[0] === undefined ? cwd : resolve(cwd, words[0]);
  const databaseUrl = flags['database-url'] ?? process.env.MIGRATION_SAFETY_DATABASE_URL;
  const settings = await resolveSettings({ inputs: { ...flags, 'database-url': databaseUrl }, cwd, from });
  const change = words.length > 0 ? { paths: words } : await differing(base, cwd);
  const progress = new Progress();
  const repair = fix ? await import('./fix.js') : null;
  const repaired = await repair?.fixAll(lookAt({ settings, cwd, change }), cwd);
  const checked = await check({ settings, cwd, change, progress: progress.step }).finally(() => progress.end());
  if (repair && repaired) process.stderr.write(repair.describeFixes(repaired, checked.report.findings));
  const color = output === undefined && process.stdout.isTTY && !process.env.NO_COLOR;
  const text = await renderReport(checked, format, { color, verbose, width: process.stdout.columns ?? 100 });
  await deliver(text, output, cwd).catch(async (error) => {
    process.stderr.write((await import('./undelivered.js')).undelivered(checked.report));
    throw error;
  });
  return checked.report.verdict === 'pass' ? 0 : 1;
}

async function differing(base: string | undefined, cwd: string): Promise<Change> {
  const { changedSince, defaultBase, mergeBase } = await import('../migrations/changes.js');
  const { gitFiles } = await import('../settings/base-files.js');
  const trouble = await gitTrouble(cwd);
  if (trouble !== null) throw new UsageError(`check: ${trouble} Or name files or folders.`);
  const ref = base ?? (await defaultBase(cwd));
  if (ref === null) {
    throw new UsageError(
      'check: name files or folders, or say with --base what to compare with: git finds no default branch here.',
    );
  }
  const commit = await mergeBase(ref, cwd);
  const comparedWith = `the merge base with ${ref} (${commit.slice(0, 7)})`;
  const top = (await repositoryRoot(cwd)) ?? cwd;
  return { files: await changedSince(ref, cwd), comparedWith, base: await gitFiles(commit, top, comparedWith) };
}
