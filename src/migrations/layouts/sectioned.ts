/** Layouts whose files hold an up and a down section: what they have in common. Pure. */
import type { ScriptSource, SourceFile, TransactionMode } from '../../model.js';
import type { FileProblem } from '../problem.js';
import type { FileSet, FoundMigration, LayoutResult } from './layout.js';
import { sqlFiles, topSqlFiles } from './names.js';
import {
  isBlank,
  readSections,
  type Section,
  type SectionSyntax,
  saysIrreversible,
  sectionScript,
} from './sections.js';

interface SectionedFile {
  id: string;
  /** Without it, two files are never the same migration. */
  version?: string;
}

export interface Sectioned {
  layout: string;
  syntax: SectionSyntax;
  /** Undefined for a file that the tool passes over. */
  named(file: SourceFile): SectionedFile | undefined;
  transaction(file: SourceFile, section: Section): TransactionMode;
  order(a: FoundMigration, b: FoundMigration): number;
  /** What else the tool would fail on in a section. */
  look?(file: SourceFile, section: Section): FileProblem[];
}

/** Reads the files of a set, one migration each. What can't be read as the tool does is said, and the rest is still read. */
export function readSectioned(set: FileSet, sectioned: Sectioned): LayoutResult {
  const result: LayoutResult = { migrations: [], problems: [], notChecked: [] };
  const files = topSqlFiles(set);
  for (const { path } of sqlFiles(set).filter((file) => !files.includes(file))) {
    const reason = `it lies in a folder of its own: ${sectioned.syntax.tool} reads the files beside each other`;
    result.notChecked.push({ check: path, reason });
  }
  for (const file of files) {
    const name = sectioned.named(file);
    if (name === undefined) {
      result.notChecked.push({
        check: file.path,
        reason: `its name has no version: ${sectioned.syntax.tool} passes it over`,
      });
      continue;
    }
    const { up, down, problems } = readSections(file, sectioned.syntax);
    result.problems.push(...problems);
    for (const section of [up, down]) if (section) result.problems.push(...(sectioned.look?.(file, section) ?? []));
    const script = (section: Section): ScriptSource =>
      sectionScript(file, section, sectioned.transaction(file, section));
    // A file without its marks is still SQL: its text is checked unchanged.
    const upScript = up
      ? script(up)
      : script({ role: 'up', options: '', line: 1, start: 0, end: down?.start ?? file.text.length });
    const downScript = down && script(down);
    const irreversible = downScript && saysIrreversible(downScript);
    result.migrations.push({
      ...name,
      path: file.path,
      layout: sectioned.layout,
      up: upScript,
      // An empty section is how such tools write "none": the template has it.
      ...(downScript && !isBlank(downScript) && { down: downScript }),
      ...(irreversible !== undefined && { irreversible }),
    });
  }
  result.migrations.sort(sectioned.order);
  return result;
}
