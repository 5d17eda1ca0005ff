/** What statements drop by its name, which is then intended. Pure. */
import type { Statement } from '../../../model.js';
import { listName, nodeOf } from '../../../sql/ast.js';
import type { Entry } from '../../snapshot/entry.js';

/** `kind name`, the name without its schema or table. */
export function namedDrops(statements: readonly Statement[]): ReadonlySet<string> {
  return new Set(statements.flatMap(({ node }) => [...dropped(node), ...droppedParts(node), ...saidOptions(node)]));
}

export function dropKey({ kind, parts }: Pick<Entry, 'kind' | 'parts'>): string {
  return `${kind} ${kind.endsWith('function') ? parts[1] : parts.at(-1)}`;
}

const KINDS: Record<string, string> = {
  OBJECT_VIEW: 'view',
  OBJECT_MATVIEW: 'materialized view',
  OBJECT_TABLE: 'table',
  OBJECT_INDEX: 'index',
  OBJECT_FUNCTION: 'function',
  OBJECT_PROCEDURE: 'function',
  OBJECT_ROUTINE: 'function',
  OBJECT_TRIGGER: 'trigger',
  OBJECT_POLICY: 'policy',
  OBJECT_STATISTIC_EXT: 'statistics object',
  OBJECT_DOMAIN: 'domain',
  OBJECT_TYPE: 'type',
};

function dropped(node: Statement['node']): string[] {
  const drop = nodeOf(node, 'DropStmt');
  const kind = KINDS[drop?.removeType ?? ''];
  if (drop === undefined || kind === undefined) return [];
  return (drop.objects ?? []).map((object) => {
    const name = nodeOf(object, 'TypeName')?.names?.at(-1) ?? nodeOf(object, 'ObjectWithArgs')?.objname?.at(-1);
    return `${kind} ${nodeOf(name, 'String')?.sval ?? listName(object)?.name}`;
  });
}

function droppedParts(node: Statement['node']): string[] {
  return (nodeOf(node, 'AlterTableStmt')?.cmds ?? []).flatMap((command) => {
    const { subtype, name } = nodeOf(command, 'AlterTableCmd') ?? {};
    if (subtype === 'AT_DropColumn') return [`column ${name}`];
    if (subtype === 'AT_DropNotNull') return [`not null ${name}`];
    if (subtype === 'AT_ColumnDefault' || subtype === 'AT_DropIdentity') return [`default ${name}`];
    return subtype === 'AT_DropConstraint' ? [`constraint ${name}`] : [];
  });
}

/** What a function's new text says of itself, which is then intended: `volatility of function f`. */
function saidOptions(node: Statement['node']): string[] {
  const routine = nodeOf(node, 'CreateFunctionStmt');
  const name = nodeOf(routine?.funcname?.at(-1), 'String')?.sval;
  return (routine?.options ?? []).flatMap((item) => {
    const option = nodeOf(item, 'DefElem')?.defname;
    return option === undefined ? [] : [`${option} of function ${name}`];
  });
}
