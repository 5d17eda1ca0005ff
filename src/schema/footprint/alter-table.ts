/** ALTER TABLE and its like: the statement takes the strongest lock that one of its commands needs. */
import type { AlterTableStmt } from '@pgsql/types';
import type { LockMode } from '../../model.js';
import { nodeOf, relationName } from '../../sql/ast.js';
import { compareLockModes } from '../../sql/locks.js';
import { fullName } from '../objects.js';
import { always, COMMANDS } from './alter-commands.js';
import {
  AX,
  type Footprint,
  type FootprintReader,
  type FootprintScene,
  isAbsent,
  SUX,
  touchOne,
  treeOf,
} from './touch.js';

export const alterTable: FootprintReader = (node, scene) => {
  const statement = nodeOf(node, 'AlterTableStmt');
  const name = relationName(statement?.relation);
  if (!statement || !name) return [];
  const relation = fullName(name);
  if (statement.missing_ok && isAbsent(relation, scene.schema)) return [];
  switch (statement.objtype) {
    case 'OBJECT_TABLE':
    case 'OBJECT_FOREIGN_TABLE':
    case 'OBJECT_MATVIEW':
    case 'OBJECT_INDEX':
    case 'OBJECT_SEQUENCE':
    case 'OBJECT_VIEW':
      return alterRelation(statement, relation, scene);
    default:
      return [];
  }
};

function alterRelation(statement: AlterTableStmt, relation: string, scene: FootprintScene): Footprint[] {
  const commands = (statement.cmds ?? []).flatMap((item) => nodeOf(item, 'AlterTableCmd') ?? []);
  const known = commands.map((command) => {
    const {
      lock = always(AX),
      work,
      others,
      recurses = false,
      partition,
    } = (command.subtype && COMMANDS[command.subtype]) || {};
    const at = { table: relation, command, scene };
    const ofPartition = (one: string) => ({ work: work?.(at), ...partition?.(at, one) });
    return { lock: lock(at), work: work?.(at), others: others?.(at) ?? [], recurses, ofPartition };
  });
  const lock = known.map((it) => it.lock).reduce((a, b) => (compareLockModes(a, b) >= 0 ? a : b), SUX as LockMode);
  const below = statement.relation?.inh ? treeOf(relation, scene.schema).slice(1) : [];
  return known.flatMap(({ work, others, recurses, ofPartition }) => [
    touchOne(relation, lock, scene, work),
    ...(recurses ? below : []).map((one) => {
      const own = ofPartition(one);
      return touchOne(one, own.lock ?? lock, scene, own.work);
    }),
    ...others,
  ]);
}
