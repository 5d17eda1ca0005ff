/** The command line's front door: reads arguments and environment, runs a command, sets the exit code. */
import './bundle.js';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { check } from './check.js';
import { type CommandLine, HELP, parseCommandLine } from './cli/arguments.js';
import { explainRule, listRules } from './cli/explain.js';
import { initialize } from './cli/init.js';
import { renderReport } from './cli/output.js';
import { changedSince, defaultBase, mergeBase } from './migrations/changes.js';
import type { Change } from './migrations/find.js';
import { ServerUnavailable } from './rehearsal/servers/server.js';
import { resolveSettings } from './settings/resolve.js';
import { UsageError } from './usage-error.js';
import { TOOL } from './version.js';

const cwd = process.cwd();

async function main(args: string[]): Promise<number> {
  const line = parseCommandLine(args);
  switch (line.command) {
    case 'check':
      return runCheck(line);
    case 'rules':
      process.stdout.write(listRules());
      return 0;
    case 'explain':
      process.stdout.write(explainRule(line.words[0]));
      return 0;
    case 'init':
      process.stdout.write(await initialize(cwd, line.yes));
      return 0;
    case 'version':
      process.stdout.write(`${TOOL.version}\n`);
      return 0;
    case 'help':
      process.stdout.write(HELP);
      return 0;
    default:
      throw new UsageError(`There is no command "${line.command}". Commands: check, rules, explain, init.`);
  }
}

async function runCheck({ words, settings: flags, base, format, output }: CommandLine): Promise<number> {
  const from = words[0] === undefined ? cwd : resolve(cwd, words[0]);
  const databaseUrl = flags['database-url'] ?? process.env.MIGRATION_SAFETY_DATABASE_URL;
  const settings = await resolveSettings({ inputs: { ...flags, 'database-url': databaseUrl }, cwd, from });
  const change = words.length > 0 ? { paths: words } : await differing(base);
  const progress = (step: string) => {
    if (process.stderr.isTTY) process.stderr.write(`${step} …\n`);
  };
  const checked = await check({ settings, cwd, change, progress });
  const color = output === undefined && process.stdout.isTTY && !process.env.NO_COLOR;
  const text = renderReport(checked, format, { color, width: process.stdout.columns ?? 100 });
  if (output === undefined) process.stdout.write(text);
  else await writeFile(resolve(cwd, output), text);
  return checked.report.verdict === 'pass' ? 0 : 1;
}

async function differing(base: string | undefined): Promise<Change> {
  const ref = base ?? (await defaultBase(cwd));
  if (ref === null) {
    throw new UsageError(
      'check: name files or folders, or say with --base what to compare with: git finds no default branch here.',
    );
  }
  const commit = await mergeBase(ref, cwd);
  return { files: await changedSince(ref, cwd), comparedWith: `the merge base with ${ref} (${commit.slice(0, 7)})` };
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const known = error instanceof UsageError || error instanceof ServerUnavailable;
  const text = error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`migration-safety: ${text}\n`);
  process.exitCode = 2;
}
