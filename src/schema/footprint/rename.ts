/** RENAME, SET SCHEMA and COMMENT. */
import { listName, namesToQualified, nodeOf, relationName } from '../../sql/ast.js';
import { fullName } from '../objects.js';
import { AS, AX, type FootprintReader, isAbsent, SUX, touch, touchNamed, touchTree } from './touch.js';

const OF_RELATION = new Set(['OBJECT_TABCONSTRAINT', 'OBJECT_TRIGGER', 'OBJECT_POLICY', 'OBJECT_RULE']);
const RELATION = new Set(['OBJECT_TABLE', 'OBJECT_VIEW', 'OBJECT_MATVIEW', 'OBJECT_SEQUENCE', 'OBJECT_FOREIGN_TABLE']);

export const rename: FootprintReader = (node, scene) => {
  const statement = nodeOf(node, 'RenameStmt');
  const name = relationName(statement?.relation);
  const type = statement?.renameType ?? 'OBJECT_TYPE';
  const kind = type === 'OBJECT_INDEX' ? 'index' : 'table';
  if (!statement || !name || (statement.missing_ok && isAbsent(fullName(name), scene.schema, kind))) return [];
  if (type === 'OBJECT_INDEX') return [touch(fullName(name), SUX)];
  if (type === 'OBJECT_COLUMN') return touchTree(fullName(name), AX, scene);
  return RELATION.has(type) || OF_RELATION.has(type) ? [touch(fullName(name), AX)] : [];
};

export const setSchema: FootprintReader = (node, scene) => {
  const statement = nodeOf(node, 'AlterObjectSchemaStmt');
  const name = relationName(statement?.relation);
  if (!name || (statement?.missing_ok && isAbsent(fullName(name), scene.schema))) return [];
  return RELATION.has(statement?.objectType ?? '') ? [touch(fullName(name), AX)] : [];
};

export const comment: FootprintReader = (node) => {
  const { objtype = 'OBJECT_TYPE', object } = nodeOf(node, 'CommentStmt') ?? {};
  const name = listName(object);
  if (RELATION.has(objtype) || objtype === 'OBJECT_INDEX') return touchNamed(name, SUX);
  const parts = (nodeOf(object, 'List')?.items ?? []).map((item) => nodeOf(item, 'String')?.sval ?? '');
  const owner = namesToQualified(parts.slice(0, -1));
  if (objtype === 'OBJECT_COLUMN') return touchNamed(owner, SUX);
  return OF_RELATION.has(objtype) ? touchNamed(owner, AS) : [];
};
