/** ALTER of what the replay only compares: parts of definitions, each by its name. */
import type { AlterTableCmd, Node } from '@pgsql/types';
import { nodeOf, type QualifiedName, relationName } from '../../sql/ast.js';
import type { ObjectKind } from '../kinds.js';
import { fullName } from '../objects.js';
import { type Definition, UNTOLD } from '../parts-of-definitions.js';
import { columnType, typeText } from '../types.js';
import {
  constantOrTree,
  optionsOf,
  publishedObjects,
  rolesOf,
  routineOptions,
  sequenceOptions,
  textOf,
} from './definition.js';
import { namedObject } from './drop.js';
import { dotted, type Effect } from './effect.js';

/** An ALTER that sets parts of a definition. */
export function redefines(
  object: Pick<Effect['object'], 'kind' | 'name' | 'table' | 'facts'>,
  definition: Definition,
  clears?: string,
): Effect {
  return {
    change: 'alter',
    object: { ...object, facts: { ...object.facts, definition } },
    conditional: false,
    ...(clears !== undefined && { clears }),
  };
}

/** A part of a table. */
export function redefinesPart(
  kind: ObjectKind,
  table: QualifiedName,
  name: string | undefined,
  definition: Definition,
): Effect[] {
  const owner = fullName(table);
  return name ? [redefines({ kind, name: `${owner}.${name}`, table: owner }, definition)] : [];
}

export const ALTERED: Record<string, (node: Node) => Effect[]> = {
  AlterPolicyStmt: (node) => {
    const { table, policy_name: name, roles, qual, with_check: check } = nodeOf(node, 'AlterPolicyStmt') ?? {};
    const owner = relationName(table);
    if (!owner) return [];
    return redefinesPart('policy', owner, name, {
      ...(roles && { to: rolesOf(roles) }),
      ...(qual && { using: qual }),
      ...(check && { 'with check': check }),
    });
  },
  AlterFunctionStmt: (node) => {
    const { func, actions } = nodeOf(node, 'AlterFunctionStmt') ?? {};
    const object = func && namedObject('function', { ObjectWithArgs: func });
    const definition = routineOptions(actions);
    const volatility = 'volatility' in definition && { volatility: definition.volatility ?? 'volatile' };
    return object ? [redefines({ ...object, facts: { ...object.facts, ...volatility } }, definition)] : [];
  },
  AlterPublicationStmt: (node) => {
    const { pubname: name, pubobjects, options, action } = nodeOf(node, 'AlterPublicationStmt') ?? {};
    if (!name) return [];
    const object = { kind: 'publication' as const, name };
    if (options) return [redefines(object, optionsOf(options, 'option'))];
    const named = publishedObjects(pubobjects);
    if (action !== 'AP_DropObjects')
      return [redefines(object, named, action === 'AP_SetObjects' ? 'table ' : undefined)];
    return [redefines(object, Object.fromEntries(Object.keys(named).map((key) => [key, undefined])))];
  },
  AlterStatsStmt: (node) => {
    const { defnames, stxstattarget: target } = nodeOf(node, 'AlterStatsStmt') ?? {};
    const name = dotted(defnames);
    const value = textOf(target);
    if (!name) return [];
    return [
      redefines(
        { kind: 'statistics object', name: fullName(name) },
        { 'statistics target': value === '-1' ? undefined : value },
      ),
    ];
  },
  AlterEventTrigStmt: (node) => {
    const { trigname: name, tgenabled: enabled } = nodeOf(node, 'AlterEventTrigStmt') ?? {};
    return name
      ? [redefines({ kind: 'event trigger', name }, { 'whether it fires': enabled === 'O' ? undefined : enabled })]
      : [];
  },
};

/** ALTER SEQUENCE … but for its owner and its position. */
export function alteredSequence(node: Node): Effect[] {
  const { sequence, options } = nodeOf(node, 'AlterSeqStmt') ?? {};
  const name = relationName(sequence);
  const definition = sequenceOptions(options);
  return name && Object.keys(definition).length > 0
    ? [redefines({ kind: 'sequence', name: fullName(name) }, definition)]
    : [];
}

/** AlterDomainType: T default, N and O NOT NULL, C and X constraints. */
export function alteredDomain(node: Node): Effect[] {
  const { typeName, subtype, def, name: constraint } = nodeOf(node, 'AlterDomainStmt') ?? {};
  const name = dotted(typeName);
  if (!name) return [];
  const added = nodeOf(def, 'Constraint');
  const parts: Record<string, Definition> = {
    T: { default: constantOrTree(def) },
    N: { 'NOT NULL': undefined },
    O: { 'NOT NULL': true },
    C: added?.contype === 'CONSTR_CHECK' ? { [`constraint ${added.conname ?? UNNAMED}`]: added.raw_expr } : {},
    X: { [`constraint ${constraint}`]: undefined },
  };
  const definition = parts[subtype ?? ''] ?? {};
  return Object.keys(definition).length > 0 ? [redefines({ kind: 'domain', name: fullName(name) }, definition)] : [];
}

const UNNAMED = 'without a name';

/** RENAME of what is no object of its own: what is under the new name no script tells. */
export function renamedPart(
  object: { kind: 'domain' | 'type'; name: string },
  part: string,
  [from, to]: readonly [string, string],
): Effect[] {
  return [redefines(object, { [`${part} ${from}`]: undefined, [`${part} ${to}`]: UNTOLD })];
}

/** ALTER TYPE … ATTRIBUTE of a composite type. */
export function alteredType(name: QualifiedName, { subtype, name: attribute, def }: AlterTableCmd): Effect[] {
  const column = nodeOf(def, 'ColumnDef');
  const type = columnType(column?.typeName);
  const definition =
    subtype === 'AT_AddColumn'
      ? { [`attribute ${column?.colname}`]: type && typeText(type) }
      : subtype === 'AT_DropColumn'
        ? { [`attribute ${attribute}`]: undefined }
        : subtype === 'AT_AlterColumnType'
          ? { [`attribute ${attribute}`]: type && typeText(type) }
          : undefined;
  return definition ? [redefines({ kind: 'type', name: fullName(name) }, definition)] : [];
}
