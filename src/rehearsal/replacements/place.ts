/** Where in the change an object was replaced: the statement that removes the old one, or the one that makes the new one. Pure. */
import type { Migration, Script, Statement } from '../../model.js';
import type { Replacement } from './lineage.js';

const REMOVES = /^(?:DropStmt|RenameStmt|AlterObjectSchemaStmt)$/;
const MAKES = /^(?:Create\w*Stmt|ViewStmt|CompositeTypeStmt|DefineStmt|DoStmt)$/;

export function placeOf(
  changed: readonly Migration<Script>[],
  { before, migration }: Pick<Replacement, 'before' | 'migration'>,
): { up: Script; statement: Statement } | null {
  const up = changed[migration]?.up;
  if (up === undefined) return null;
  const name = (before.kind === 'function' ? before.parts[1] : before.parts.at(-1)) ?? '';
  const said = up.statements.filter(({ sql }) => mentions(sql, name));
  const statement =
    said.find(({ kind }) => REMOVES.test(kind)) ?? said.find(({ kind }) => MAKES.test(kind)) ?? up.statements.at(-1);
  return statement === undefined ? null : { up, statement };
}

/** Whether the name stands in the text as a word. */
export function mentions(sql: string, name: string): boolean {
  const quoted = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w$])${quoted}(?![\\w$])`, 'i').test(sql);
}
