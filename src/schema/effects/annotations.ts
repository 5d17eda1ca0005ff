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

/** GRANT and REVOKE on objects that they name. ON TABLE means views as well. */
export function grant(node: Node, named: ObjectReader): Effect[] {
  const grant = nodeOf(node, 'GrantStmt');
  const { objtype = '', targtype, objects = [] } = grant ?? {};
  if (targtype === 'ACL_TARGET_ALL_IN_SCHEMA') {
    const own: Node = { GrantStmt: { ...grant, targtype: 'ACL_TARGET_OBJECT', objects: [] } };
    return objects.flatMap((object) => {
      const schema = nodeOf(object, 'String')?.sval;
      return schema === undefined ? [] : (GRANTED[objtype] ?? []).map((kind) => onAllIn(schema, kind, own));
    });
  }
  if (targtype !== 'ACL_TARGET_OBJECT') return [];
  return objects.flatMap((object) =>
    (GRANTED[objtype] ?? []).flatMap((kind): Effect[] => {
      const relation = relationName(nodeOf(object, 'RangeVar'));
      const target = relation ? { kind, name: fullName(relation) } : named(kind, object);
      return target
        ? [
            {
              change: 'alter',
              object: {
                ...target,
                facts: { privileges: true, grants: [{ GrantStmt: { ...grant, objects: [object] } }] },
              },
              conditional: false,
            },
          ]
        : [];
    }),
  );
}

/** ON ALL TABLES IN SCHEMA and the like: what is there then. */
function onAllIn(schema: string, kind: ObjectKind, grant: Node): Effect {
  const object = { kind, name: `${schema}.*`, facts: { grants: [grant] } };
  return { change: 'alter', object, conditional: false, everyIn: schema };
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
