/** Objects that the replay doesn't follow: rules, extended statistics, publications and the like. */
import type { Node, ObjectType } from '@pgsql/types';
import type { Script } from '../../model.js';
import { dotted } from '../../schema/effects/effect.js';
import { fullName, lastName, type SchemaObject } from '../../schema/objects.js';
import { sqlName } from '../../schema/sql-name.js';
import { nodeOf, quoteIdentifier, relationName, walk } from '../../sql/ast.js';
import { drops, statementsFrom } from './down.js';

export interface OtherObject {
  /** As pg_identify_object calls it. */
  kind: string;
  name: string;
  removeType: ObjectType;
  drop: string;
  /** It goes with this one. */
  owner?: SchemaObject;
}

/** What a statement creates; undefined for all that the replay follows. */
export function otherObject(node: Node | null): OtherObject | undefined {
  const rule = nodeOf(node, 'RuleStmt');
  if (rule?.rulename && !rule.replace) return ofTable(rule.rulename, relationName(rule.relation));
  const statistics = nodeOf(node, 'CreateStatsStmt');
  if (statistics?.defnames) {
    const relation = relationName(nodeOf(statistics.relations?.[0], 'RangeVar'));
    const name = dotted(statistics.defnames);
    const owner = relation && ({ kind: 'table', name: fullName(relation) } as const);
    return (
      name && {
        ...named('statistics object', fullName(name), 'OBJECT_STATISTIC_EXT', 'STATISTICS'),
        ...(owner && { owner }),
      }
    );
  }
  const publication = nodeOf(node, 'CreatePublicationStmt')?.pubname;
  if (publication) return named('publication', publication, 'OBJECT_PUBLICATION', 'PUBLICATION');
  const trigger = nodeOf(node, 'CreateEventTrigStmt')?.trigname;
  if (trigger) return named('event trigger', trigger, 'OBJECT_EVENT_TRIGGER', 'EVENT TRIGGER');
  const server = nodeOf(node, 'CreateForeignServerStmt');
  if (server?.servername && !server.if_not_exists)
    return named('server', server.servername, 'OBJECT_FOREIGN_SERVER', 'SERVER');
  const define = nodeOf(node, 'DefineStmt');
  const defined = define?.kind === 'OBJECT_COLLATION' && !define.if_not_exists ? dotted(define.defnames) : undefined;
  return defined && named('collation', fullName(defined), 'OBJECT_COLLATION', 'COLLATION');
}

function named(kind: string, name: string, removeType: ObjectType, words: string): OtherObject {
  return { kind, name, removeType, drop: `DROP ${words} IF EXISTS ${sqlName(name)};` };
}

function ofTable(rule: string, relation: ReturnType<typeof relationName>): OtherObject | undefined {
  if (!relation) return undefined;
  const table = fullName(relation);
  const owner = { kind: 'table', name: table } as const;
  const drop = `DROP RULE IF EXISTS ${quoteIdentifier(rule)} ON ${sqlName(table)};`;
  return { kind: 'rule', name: `${rule} on ${table}`, removeType: 'OBJECT_RULE', drop, owner };
}

/** Whether the script drops it, its table or its schema; of its name, only the last part is looked at. */
export function dropsOther(script: Script, { kind, name, removeType, owner }: OtherObject, from = 0): boolean {
  const last = kind === 'rule' ? name.slice(0, name.indexOf(' on ')) : lastName(name);
  const byName = statementsFrom(script, from).some(({ node }) => {
    const drop = nodeOf(node, 'DropStmt');
    if (drop?.removeType !== removeType) return false;
    let found = false;
    walk(drop.objects, (tag, body) => {
      if (tag === 'String' && body.sval === last) found = true;
    });
    return found;
  });
  const parent = owner ?? ({ kind: 'table', name } as const);
  return byName || drops(script, parent, from) || drops(script, { ...parent, kind: 'view' }, from);
}
