/** Whether what a script renames is there again under its old name, and shows the same rows. */
import type { Statement } from '../../model.js';
import { effectsOf } from '../../schema/effects/index.js';
import { fullName } from '../../schema/objects.js';
import { nodeOf, relationName, walk } from '../../sql/ast.js';
import type { RuleContext } from '../rule.js';

export interface Renamed {
  from: string;
  to: string;
}

/** `empty`: a later statement of the script gives the old name to what doesn't have the rows. Undefined where none does. */
export function comesBack(
  { from, to }: Renamed,
  index: number,
  { script, schema }: RuleContext,
): 'with its rows' | 'empty' | undefined {
  const all = script.statements.flatMap((one) => [one, ...(one.block?.statements ?? [])]);
  const maker = all.find(
    (one) =>
      one.index > index &&
      effectsOf(one.node).some(({ change, object }) => change === 'create' && object.name === from),
  );
  if (maker === undefined) return undefined;
  const kept = 'with its rows';
  // What was put in its place and is older than the change, or of another script, may have been filled there.
  const was = effectsOf(maker.node).find(({ object }) => object.name === from)?.was?.name;
  if (was !== undefined && !(schema.isNew(was) && all.some((one) => creates(one, was)))) return kept;
  const names = [from, to];
  if (reads(maker, names)) return kept;
  if (maker.kind === 'ViewStmt') return 'empty';
  const filled = was === undefined ? [from] : [from, was];
  // Its rows are the new table's own, with nothing between that shows it empty.
  const begun = all.find((one) => one.index === index);
  if (all.some((one) => takesIn(one, { from, to }) && isOneTransaction(begun, one))) return kept;
  const fills = (one: Statement) => RUNS_CODE.has(one.kind) || (writesTo(one, filled) && reads(one, names));
  return all.some(fills) ? kept : 'empty';
}

/** What they write nobody can read here. */
const RUNS_CODE = new Set(['DoStmt', 'CallStmt', 'SelectStmt', 'ExecuteStmt', 'CopyStmt']);

function creates({ node }: Statement, name: string): boolean {
  return effectsOf(node).some(({ change, object, was }) => change === 'create' && !was && object.name === name);
}

/** Makes the old table a part of the new one: ATTACH PARTITION, INHERIT. */
function takesIn({ node }: Statement, { from, to }: Renamed): boolean {
  const alter = nodeOf(node, 'AlterTableStmt');
  const own = fullNameOf(alter?.relation);
  return (alter?.cmds ?? []).some((item) => {
    const { subtype, def } = nodeOf(item, 'AlterTableCmd') ?? {};
    if (subtype === 'AT_AttachPartition') return own === from && fullNameOf(nodeOf(def, 'PartitionCmd')?.name) === to;
    return subtype === 'AT_AddInherit' && own === to && fullNameOf(nodeOf(def, 'RangeVar')) === from;
  });
}

function fullNameOf(relation: Parameters<typeof relationName>[0]): string | undefined {
  const name = relationName(relation);
  return name && fullName(name);
}

function isOneTransaction(a: Statement | undefined, b: Statement): boolean {
  if (a === undefined) return false;
  if (a.index === b.index) return true;
  const [one, other] = [a.transaction, b.transaction];
  if (one.kind === 'explicit') return other.kind === 'explicit' && one.begin.line === other.begin.line;
  return one.kind === 'layout' && other.kind === 'layout';
}

function writesTo({ node }: Statement, names: readonly string[]): boolean {
  const name = relationName((nodeOf(node, 'InsertStmt') ?? nodeOf(node, 'MergeStmt'))?.relation);
  return name !== undefined && names.includes(fullName(name));
}

/** Whether a query of the statement names one of the relations. */
function reads({ node }: Statement, names: readonly string[]): boolean {
  const query =
    nodeOf(node, 'ViewStmt')?.query ??
    nodeOf(node, 'CreateTableAsStmt')?.query ??
    nodeOf(node, 'InsertStmt')?.selectStmt ??
    nodeOf(node, 'MergeStmt')?.sourceRelation ??
    nodeOf(node, 'CreateStmt')?.inhRelations;
  let found = false;
  walk({ query }, (tag, body) => {
    const name = tag === 'RangeVar' ? relationName(body) : undefined;
    found ||= name !== undefined && names.includes(fullName(name));
  });
  return found;
}
