/** Statements that name the database which they are run in: production's has another name than the one that they are tried in. Pure. */
import type { Node } from '@pgsql/types';
import { nodeOf } from './ast.js';

/** Whether it is about a database, which can only be the one that the migration is for. */
export function namesDatabase(node: Node | null): boolean {
  if (nodeOf(node, 'ReindexStmt')?.kind === 'REINDEX_OBJECT_DATABASE') return true;
  if (
    nodeOf(node, 'AlterDatabaseSetStmt') ??
    nodeOf(node, 'AlterDatabaseStmt') ??
    nodeOf(node, 'AlterDatabaseRefreshCollStmt')
  )
    return true;
  if (nodeOf(node, 'GrantStmt')?.objtype === 'OBJECT_DATABASE') return true;
  const kinds = [nodeOf(node, 'CommentStmt'), nodeOf(node, 'SecLabelStmt')].map((found) => found?.objtype);
  return [...kinds, nodeOf(node, 'AlterOwnerStmt')?.objectType].includes('OBJECT_DATABASE');
}

const SPACE = String.raw`(?:\s|/\*.*?\*/|--[^\n]*\n)`;
const WORD = String.raw`(?:"(?:[^"]|"")+"|(?!CONCURRENTLY\b)[\p{L}_][\p{L}\p{N}_$]*)`;
/** The name, or the list of names, behind DATABASE. */
const NAME = new RegExp(
  String.raw`\b(DATABASE${SPACE}+(?:CONCURRENTLY${SPACE}+)?)${WORD}(?:${SPACE}*,${SPACE}*${WORD})*`,
  'isu',
);

const EVERY_NAME = new RegExp(NAME.source, 'gisu');

/** The statement about the database `name`, which is quoted as SQL needs it; `everywhere`: it is a block of statements. */
export function aboutDatabase(sql: string, name: string, everywhere = false): string {
  return sql.replace(everywhere ? EVERY_NAME : NAME, (_, keyword: string) => `${keyword}${name}`);
}
