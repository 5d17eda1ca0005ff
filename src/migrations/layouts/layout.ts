/** What a layout is: a tool's convention for naming, ordering, splitting and wrapping migrations. */
import type { Migration, NotChecked, ScriptRole, ScriptSource, SourceFile, TransactionMode } from '../../model.js';

export interface LayoutResult {
  /** In the order in which the layout's tool applies them. */
  migrations: Migration<ScriptSource>[];
  notChecked: NotChecked[];
}

export interface Layout {
  name: string;
  /** One line for the documentation: what it recognises. */
  summary: string;
  /** Whether the layout reads a file of this name. */
  reads(path: string): boolean;
  /** Groups and orders the files of one folder. */
  read(files: SourceFile[]): LayoutResult;
}

/** A script that is a whole file. */
export function wholeFile(role: ScriptRole, file: SourceFile, transaction: TransactionMode): ScriptSource {
  return { role, file, sql: file.text, transaction };
}
