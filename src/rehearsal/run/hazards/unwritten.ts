/** What a statement takes away without saying so in its SQL: by what it builds at run time, calls, or sets off. Pure. */
import type { Node } from '@pgsql/types';
import type { Script, Statement } from '../../../model.js';
import { isStableBuiltIn } from '../../../schema/built-in-functions.js';
import { effectsOf } from '../../../schema/effects/index.js';
import { lastName, shortName } from '../../../schema/objects.js';
import { enumerated } from '../../../schema/sql-name.js';
import { isVolatile } from '../../../schema/volatility.js';
import { nodeOf, relationName, walk } from '../../../sql/ast.js';
import { code } from '../../../sql/words.js';
import { hazard } from '../../../verdict/fact.js';
import type { Observation } from '../../../verdict/observation.js';
import type { Snapshot } from '../../snapshot/snapshot.js';
import { observe } from '../observe.js';
import type { Ran } from '../trace/timeline.js';
import type { Vanished } from '../trace/vanished.js';

/** Runs code that isn't all in its text: a block, a function, a prepared statement. */
export function runsCode({ kind, node }: Statement): boolean {
  if (kind === 'DoStmt' || kind === 'CallStmt' || kind === 'ExecuteStmt') return true;
  if (kind !== 'SelectStmt') return false;
  let calls = false;
  walk(node, (tag, body) => {
    const name = nodeOf(((body.funcname as Node[] | undefined) ?? []).at(-1), 'String')?.sval ?? '';
    // What Postgres brings takes nothing away.
    calls ||= tag === 'FuncCall' && !isStableBuiltIn(name) && !isVolatile(name);
  });
  return calls;
}

/** With the schema before the migration and after it, for what belongs to tables and is in no lock. */
export interface Around {
  before: Snapshot;
  after: Snapshot | null;
}

export function unwrittenLosses(script: Script, ran: readonly Ran[], around: Around): Observation[] {
  const told = ran.flatMap(({ statement, deeds, report }) => {
    if (report.status !== 'applied') return [];
    const isSaid = saidBy(statement);
    const gone = deeds.vanished.filter((one) => !isSaid(one));
    return gone.length > 0 ? [tell(script, statement, gone)] : [];
  });
  const unprotected = unsaidLossOfProtection(script, around);
  // Whichever of several did it: the first is as good a place as another.
  const place = ran.map(({ statement }) => statement).find(runsCode);
  return place && unprotected.length > 0 ? [...told, tell(script, place, unprotected)] : told;
}

function tell(script: Script, statement: Statement, gone: readonly Vanished[]): Observation {
  const dropped = gone.filter(({ now }) => now === undefined);
  const renamed = gone.filter(({ now }) => now !== undefined);
  const parts = [
    ...(dropped.length > 0 ? [`takes away ${listed(dropped)}`] : []),
    ...(renamed.length > 0 ? [`gives another name to ${listed(renamed)}`] : []),
  ];
  const harm = dropped.length > 0 ? 'Only a backup brings back what is lost, and code' : 'Code';
  return observe('unwritten-loss', script, statement, {
    message: `The statement ${parts.join(', and ')}, which its SQL doesn’t say. ${harm} that uses it fails.`,
    proof: `In the catalogs before the statement and not after it: ${listed(gone)}`,
    facts: [hazard('unwritten-loss'), ...gone.map(({ name }) => hazard('gone', name))],
    cause: causeOf(statement),
  });
}

/** What is gone and what was emptied are one loss. */
export function causeOf({ start }: Statement): string {
  return `unwritten ${start}`;
}

/** More than these nobody reads. */
const MOST = 6;

function listed(gone: readonly Vanished[]): string {
  const words = gone.map(
    ({ kind, name, now }) => `${kind} ${code(name)}${now === undefined ? '' : ` (now ${code(now)})`}`,
  );
  const more = words.length - MOST;
  return more > 0 ? `${words.slice(0, MOST).join(', ')} and ${more} more` : enumerated(words);
}

/** Whether the statement, or what can be read of its block, drops or renames it. What goes with its table or schema is said by that. */
function saidBy(statement: Statement): (gone: Vanished) => boolean {
  const said = new Set<string>();
  const schemas: string[] = [];
  let isPlain = true;
  for (const one of statementsIn(statement)) {
    for (const { change, object, was, cascade } of effectsOf(one.node)) {
      if (change === 'drop') said.add(lastName(object.name));
      if (was) said.add(lastName(was.name));
      if (object.kind === 'schema' && (change === 'drop' || was)) schemas.push(`${was?.name ?? object.name}.`);
      if (cascade) isPlain = false;
    }
    const move = nodeOf(one.node, 'AlterObjectSchemaStmt');
    const moved = relationName(move?.relation)?.name;
    if (moved) said.add(moved);
  }
  // Without CASCADE nothing goes but what is a part of it, such as a table's partitions.
  const onlyParts = isPlain && PARTS_GO.has(statement.kind);
  return ({ name }) => onlyParts || said.has(lastName(name)) || schemas.some((schema) => name.startsWith(schema));
}

const PARTS_GO = new Set(['DropStmt', 'AlterTableStmt', 'RenameStmt', 'AlterObjectSchemaStmt']);

function statementsIn(statement: Statement): readonly Statement[] {
  return [statement, ...(statement.block?.statements ?? [])];
}

/** Row level security that is off, and policies, triggers and functions that are gone, where no statement of the script says so. */
function unsaidLossOfProtection({ statements }: Script, { before, after }: Around): Vanished[] {
  if (after === null) return [];
  const all = statements.flatMap(statementsIn);
  const said = new Set(
    all.flatMap(({ node }) =>
      effectsOf(node).flatMap(({ change, object, was }) => [
        ...(change === 'drop' || change === 'create' ? [lastName(object.name)] : []),
        ...(was ? [lastName(was.name)] : []),
      ]),
    ),
  );
  const switched = all.some(({ node }) => {
    const commands = (nodeOf(node, 'AlterTableStmt')?.cmds ?? []).map((item) => nodeOf(item, 'AlterTableCmd')?.subtype);
    return commands.includes('AT_DisableRowSecurity') || commands.includes('AT_NoForceRowSecurity');
  });
  return [...before.values()].flatMap((entry): Vanished[] => {
    const { kind, key, parts, name, attributes, tableParts } = entry;
    const now = after.get(key);
    const isOff = attributes['row security'] === true && now !== undefined && now.attributes['row security'] !== true;
    if (kind === 'table' && isOff && !switched) return [{ kind: 'row level security of', name: shortName(name) }];
    if (!PROTECTING.has(kind) || now !== undefined) return [];
    const ownName = kind === 'function' ? parts[1] : parts.at(-1);
    const hasTable = tableParts === null || after.has(`table ${JSON.stringify(tableParts)}`);
    return hasTable && !said.has(ownName ?? '') ? [{ kind, name: shortName(name) }] : [];
  });
}

const PROTECTING = new Set(['policy', 'trigger', 'function']);
