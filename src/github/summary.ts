/** The step summary: Markdown that GitHub shows on the run's page. */
import { appendFile, stat } from 'node:fs/promises';

/** Appends to the file that the runner made for this step. Throws where there is none, or where it can't be written. */
export async function writeSummary(markdown: string): Promise<void> {
  const path = process.env.GITHUB_STEP_SUMMARY;
  if (!path) throw new Error('GITHUB_STEP_SUMMARY names no file: this runner shows no summaries');
  // A file that the runner didn't make is shown nowhere.
  await stat(path);
  await appendFile(path, markdown.endsWith('\n') ? markdown : `${markdown}\n`);
}
