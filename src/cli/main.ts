/** Runs one command; what it needs is loaded then. */
import { TOOL } from '../system/version.js';
import { type CommandLine, parseCommandLine, unknownCommand } from './arguments.js';
import { isCommand } from './commands.js';
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
      return written(line, (await import('./explain.js')).listRules(line.format));
    case 'explain':
      return written(line, await explain(line));
    case 'init':
      return say(await initialize(line));
    case 'stats':
      return writeStatistics(line);
    case 'version':
      return say(`${TOOL.version}\n`);
    case 'help':
      return say(await help(line));
  }
}

async function help({ words: [topic] }: CommandLine): Promise<string> {
  const { HELP, helpOf } = await import('./help.js');
  if (topic === undefined || topic === 'help' || topic === 'version') return HELP;
  if (isCommand(topic)) return helpOf(topic);
  throw unknownCommand(topic);
}

async function written({ output }: CommandLine, text: string): Promise<number> {
  await deliver(text, output, process.cwd());
  return 0;
}

async function explain({ words: [id], settings: { layout }, format }: CommandLine): Promise<string> {
  const { explainAsJson, explainIn, explainRule } = await import('./explain.js');
  if (format === 'json') return explainAsJson(id, layout);
  const page = explainRule(id);
  if (layout === undefined || id === undefined) return page;
  return `${page}\n${await explainIn(layout, id)}`;
}

async function initialize({ yes, settings }: CommandLine): Promise<string> {
  const { initialize } = await import('./init/init.js');
  const { askOnTerminal } = await import('./ask.js');
  return initialize({ folder: process.cwd(), overwrite: yes, ask: askOnTerminal(), given: settings });
}

async function writeStatistics({ words, settings, withValues, output }: CommandLine): Promise<number> {
  const { statsExport } = await import('./stats.js');
  const databaseUrl = settings['database-url'] ?? process.env.MIGRATION_SAFETY_DATABASE_URL;
  const text = await statsExport({ words, databaseUrl, withValues });
  await deliver(text, output, process.cwd());
  return 0;
}
