/** The Action's outputs: small values, and the paths of the report files. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setOutput } from '@actions/core';
import type { Report } from '../report-schema/types.js';

export interface ReportFiles {
  json: string;
  sarif: string;
  /** The whole report as Markdown. */
  markdown: string;
  /** The whole report as one page. */
  html: string;
}

/** Sets the outputs, and writes the report files into `folder`, if there is one. A report itself is too long to be an output. */
export async function writeOutputs(report: Report, files: ReportFiles, folder: string | null): Promise<void> {
  setOutput('verdict', report.verdict);
  setOutput('errors', report.counts.error);
  setOutput('warnings', report.counts.warning);
  if (folder === null) return;
  await mkdir(folder, { recursive: true });
  const saved = await Promise.allSettled([
    save('report-json', join(folder, 'report.json'), files.json),
    save('report-sarif', join(folder, 'report.sarif'), files.sarif),
    save('report-markdown', join(folder, 'report.md'), files.markdown),
    save('report-html', join(folder, 'report.html'), files.html),
  ]);
  // One that has no room takes none of the others with it.
  for (const result of saved) if (result.status === 'rejected') throw result.reason;
}

/** The outputs of a run that could not be done. What is empty is not known: a 0 would read as "nothing was found". */
export function writeFailedOutputs(mode: string): void {
  setOutput('verdict', 'error');
  for (const name of ['errors', 'warnings', 'report-json', 'report-sarif', 'report-markdown', 'report-html'])
    setOutput(name, '');
  if (mode === 'plan') for (const name of ['matrix', 'databases']) setOutput(name, '');
}

async function save(output: string, path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    // Half a report must not pass for a whole one.
    await rm(path, { force: true }).catch(() => {});
    throw error;
  }
  setOutput(output, path);
}
