/** What is wrong with the migrations as files: names, marks, order and bookkeeping. */

import type { SourceFile } from '../model.js';
import type { Severity } from '../report-schema/types.js';
import type { Prediction } from '../verdict/prediction.js';
import { type FileCheck, fileFinding } from './checks.js';

export interface FileProblem {
  rule: FileCheck;
  path: string;
  /** 1-based. */
  line: number;
  /** 1-based; the first column unless it says otherwise. */
  column?: number;
  message: string;
  help?: string;
  severity?: Severity;
}

/** A problem as the finding that it is. */
export function toPrediction({ rule, path, line, column = 1, message, help, severity }: FileProblem): Prediction {
  const place = { path, line, column, endLine: line, endColumn: column };
  const finding = fileFinding(rule, place, message, { ...(help && { help }), ...(severity && { severity }) });
  return { finding, at: { path, start: 0 } };
}

/** What keeps the tool from reading a file. */
export function malformed(file: Pick<SourceFile, 'path'>, line: number, message: string, help?: string): FileProblem {
  return { rule: 'malformed-migration', path: file.path, line, message, ...(help && { help }) };
}
