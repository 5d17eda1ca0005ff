/** The workflow that `init` writes: where it stands, and production's version, which it holds for a repository of one database. */
import { join } from 'node:path';
import { readText } from '../system/read-file.js';
import { fromHere, imageVersion, type SaidVersion } from './init/production-version.js';
import { UNSAID } from './workflow.js';

export const WORKFLOW_PATH = '.github/workflows/migration-safety.yml';

/** The version of the service container's image; null where there is no such workflow, where several have their own, and for a guess. */
export async function versionOfWorkflow(top: string, cwd: string): Promise<SaidVersion | null> {
  const path = join(top, WORKFLOW_PATH);
  const read = await readText(path, cwd);
  if (!('text' in read)) return null;
  const lines = read.text.split('\n');
  for (const [index, line] of lines.entries()) {
    const major = imageVersion(line);
    if (major === null) continue;
    return lines[index - 1]?.includes(UNSAID) ? null : { major, where: `${fromHere(path, cwd)}:${index + 1}` };
  }
  return null;
}
