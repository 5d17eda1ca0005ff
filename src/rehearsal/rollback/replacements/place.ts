/** Where in the change an object was replaced: the statement that removes the old one, or the one that makes the new one. Pure. */
import type { Migration, Script, Statement } from '../../../model.js';
import type { Replacement } from './lineage.js';

const REMOVES = /^(?:DropStmt|RenameStmt|AlterObjectSchemaStmt)$/;
const MAKES = /^(?:Create\w*Stmt|ViewStmt|CompositeTypeStmt|DefineStmt|DoStmt)$/;

export interface ChangePlace {
  up: Script;
  statement: Statement;
}

/** The last statement that defines it anew in its place; null where only ALTER has changed it, which says what it means. */
export function redefinedAt(
  changed: readonly Migration<Script>[],
  { before }: Pick<Replacement, 'before'>,
): ChangePlace | null {
  const name = (before.kind === 'function' ? before.parts[1] : before.parts.at(-1)) ?? '';
  const all = changed.flatMap(({ up }) => up.statements.map((statement) => ({ up, statement })));
  return all.findLast(({ statement: { kind, sql } }) => REDEFINES.test(kind) && mentions(sql, name)) ?? null;
}

const REDEFINES = /^(?:ViewStmt|CreateFunctionStmt)$/;

export function placeOf(
  changed: readonly Migration<Script>[],
  { before, migration }: Pick<Replacement, 'before' | 'migration'>,
): ChangePlace | null {
  const up = changed[migration]?.up;
  if (up === undefined) return null;
  const name = (before.kind === 'function' ? before.parts[1] : before.parts.at(-1)) ?? '';
  const said = up.statements.filter(({ sql }) => mentions(sql, name));
  const statement =
    said.find(({ kind }) => REMOVES.test(kind)) ?? said.find(({ kind }) => MAKES.test(kind)) ?? up.statements.at(-1);
  return statement === undefined ? null : { up, statement };
}

/** Whether the name is in the text as a word. */
function mentions(sql: string, name: string): boolean {
  const quoted = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w$])${quoted}(?![\\w$])`, 'i').test(sql);
}
