/** The Action's outputs: small values, and the paths of the report files. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setOutput } from '@actions/core';
import type { Report } from '../model.js';

export interface ReportFiles {
  json: string;
  sarif: string;
  /** The whole report as Markdown. */
  markdown: string;
}

/** Writes the report files into `folder` and sets the outputs. A report itself is too long to be an output. */
export async function writeOutputs(report: Report, files: ReportFiles, folder: string): Promise<void> {
  setOutput('verdict', report.verdict);
  setOutput('errors', report.counts.error);
  setOutput('warnings', report.counts.warning);
  await mkdir(folder, { recursive: true });
  await save('report-json', join(folder, 'report.json'), files.json);
  await save('report-sarif', join(folder, 'report.sarif'), files.sarif);
  await save('report-markdown', join(folder, 'report.md'), files.markdown);
}

async function save(output: string, path: string, text: string): Promise<void> {
  await writeFile(path, text);
  setOutput(output, path);
}
