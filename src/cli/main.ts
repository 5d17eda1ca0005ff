/** Runs one command; what it needs is loaded then. */
import { UsageError } from '../system/usage-error.js';
import { TOOL } from '../system/version.js';
import { type CommandLine, parseCommandLine } from './arguments.js';
import { lastWords } from './last-words.js';
import { deliver, print } from './print.js';

/** Writes what there is to say, and returns the exit code: 2 where the work can't be done. */
export async function main(args: string[]): Promise<number> {
  try {
    return await run(args);
  } catch (error) {
    process.stderr.write(lastWords(error, process.env));
    return 2;
  }
}

async function run(args: string[]): Promise<number> {
  const line = parseCommandLine(args);
  const say = async (text: string) => {
    await print(text);
    return 0;
  };
  switch (line.command) {
    case 'check':
      return (await import('./run-check.js')).runCheck(line, process.cwd());
    case 'rules':
      return say((await import('./explain.js')).listRules());
    case 'explain':
      return say(await explain(line));
    case 'init':
      return say(await initialize(line.yes));
    case 'stats':
      return writeStatistics(line);
    case 'version':
      return say(`${TOOL.version}\n`);
    case 'help':
      return say((await import('./help.js')).HELP);
    default:
      throw new UsageError(`There is no command "${line.command}". Commands: check, rules, explain, init, stats.`);
  }
}

async function explain({ words: [id], settings: { layout } }: CommandLine): Promise<string> {
  const { explainIn, explainRule } = await import('./explain.js');
  const page = explainRule(id);
  if (layout === undefined || id === undefined) return page;
  return `${page}\n${await explainIn(layout, id)}`;
}

async function initialize(overwrite: boolean): Promise<string> {
  const { initialize, askOnTerminal } = await import('./init.js');
  return initialize(process.cwd(), overwrite, askOnTerminal());
}

async function writeStatistics({ words, settings, withValues, output }: CommandLine): Promise<number> {
  const { statsExport } = await import('./stats.js');
  const databaseUrl = settings['database-url'] ?? process.env.MIGRATION_SAFETY_DATABASE_URL;
  const text = await statsExport({ words, databaseUrl, withValues });
  await deliver(text, output, process.cwd());
  return 0;
}
