/** COMMENT ON and GRANT: what an object has besides its definition, and loses when it is dropped and created again. */
import type { Node } from '@pgsql/types';
import { nodeOf, relationName } from '../../sql/ast.js';
import type { ObjectKind } from '../kinds.js';
import { fullName } from '../objects.js';
import type { Effect } from './effect.js';

/** What a node names. */
type ObjectReader = (kind: ObjectKind, node: Node) => Effect['object'] | undefined;

export function comment(node: Node, kinds: Partial<Record<string, ObjectKind>>, named: ObjectReader): Effect[] {
  const { objtype = '', object, comment: text } = nodeOf(node, 'CommentStmt') ?? {};
  const kind = kinds[objtype];
  const target = kind && object && named(kind, object);
  return target
    ? [{ change: 'alter', object: { ...target, facts: { comment: text || undefined } }, conditional: false }]
    : [];
}

/** GRANT and REVOKE on objects that they name, and on all tables of a schema. ON TABLE means views as well. */
export function grant(node: Node, named: ObjectReader): Effect[] {
  const said = nodeOf(node, 'GrantStmt');
  const { objtype = '', targtype, objects = [] } = said ?? {};
  if (!said || !targtype || targtype === 'ACL_TARGET_DEFAULTS') return [];
  const facts = { privileges: [said] };
  return objects.flatMap((object) =>
    (GRANTED[objtype] ?? []).flatMap((kind): Effect[] => {
      if (targtype === 'ACL_TARGET_ALL_IN_SCHEMA') {
        const name = nodeOf(object, 'String')?.sval;
        return name && objtype === 'OBJECT_TABLE'
          ? [{ change: 'alter', object: { kind, name, facts }, conditional: false, every: true }]
          : [];
      }
      const relation = relationName(nodeOf(object, 'RangeVar'));
      const target = relation ? { kind, name: fullName(relation) } : named(kind, object);
      return target ? [{ change: 'alter', object: { ...target, facts }, conditional: false }] : [];
    }),
  );
}

const GRANTED: Partial<Record<string, ObjectKind[]>> = {
  OBJECT_TABLE: ['table', 'view', 'materialized view', 'foreign table'],
  OBJECT_SEQUENCE: ['sequence'],
  OBJECT_FUNCTION: ['function'],
  OBJECT_PROCEDURE: ['function'],
  OBJECT_ROUTINE: ['function'],
  OBJECT_SCHEMA: ['schema'],
  OBJECT_TYPE: ['type'],
  OBJECT_DOMAIN: ['domain'],
};
