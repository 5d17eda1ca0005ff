/** What the settings name besides migrations: the application's queries, validation queries, production's statistics. */
import { join } from 'node:path';
import picomatch from 'picomatch';
import type { ScriptSource, SourceFile } from '../model.js';
import type { Settings } from '../settings/settings.js';
import { inSentence, readText } from '../system/read-file.js';
import { runToTheEnd, withoutSecrets } from '../system/run-program.js';
import { displayPath, readSource } from '../system/source.js';
import { UsageError } from '../system/usage-error.js';
import { filesUnder } from './files-under.js';
import { wholeFile } from './layouts/layout.js';

/** The application's queries as files, in order. Throws `UsageError` where a glob finds nothing. */
export function readQueryFiles({ queries, root }: Settings, cwd: string): Promise<SourceFile[]> {
  return readMatching('queries', queries, root, cwd);
}

/** Validation queries that belong to no single migration. Throws as `readQueryFiles` does. */
export async function readValidation({ validation, root }: Settings, cwd: string): Promise<ScriptSource[]> {
  const files = await readMatching('validation', validation, root, cwd);
  return files.map((file) => wholeFile('verify', file, 'autocommit'));
}

/** The application's own program; null where none is named. */
export function applicationProgram({ applicationCommand, root, runTimeout }: Settings) {
  if (applicationCommand.length === 0) return null;
  return (environment: Record<string, string>) => {
    const env = { ...withoutSecrets(process.env), ...environment };
    return runToTheEnd(applicationCommand, { cwd: root, env, seconds: runTimeout });
  };
}

/** The text of the statistics file. */
export async function readStatisticsFile(path: string, cwd: string): Promise<SourceFile> {
  const shown = displayPath(path, cwd);
  const read = await readText(path, cwd);
  if ('problem' in read) throw new UsageError(`statistics: ${shown}: ${inSentence(read.problem)}`);
  return { path: shown, text: read.text };
}

async function readMatching(setting: string, globs: string[], root: string, cwd: string): Promise<SourceFile[]> {
  const found = new Set<string>();
  for (const glob of globs) {
    const { base } = picomatch.scan(glob);
    const matches = picomatch(glob, { dot: true, flags: 's' });
    const below = await filesUnder(join(root, base)).catch(() => [join(root, base)]);
    const matching = below.filter((file) => matches(displayPath(file, root)));
    if (matching.length === 0) throw new UsageError(`${setting}: no file matches "${glob}".`);
    for (const file of matching) found.add(file);
  }
  const results = await Promise.all([...found].sort().map((path) => readSource(path, cwd)));
  return results.map((result) => {
    if ('problem' in result) throw new UsageError(`${setting}: ${result.path}: ${inSentence(result.problem)}`);
    return result.file;
  });
}
