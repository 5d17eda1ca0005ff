/** Rows that are written to the old table after its rows were copied, and are not in the new one. Pure. */
import type { LockMode, Migration, Script, Statement } from '../../../model.js';
import type { MigrationReport, StatementReport } from '../../../report-schema/types.js';
import { nodeOf, type QualifiedName, relationName, walk } from '../../../sql/ast.js';
import { compareLockModes } from '../../../sql/locks.js';
import type { Entry } from '../../snapshot/entry.js';

/** A statement of the change, with what it did. */
export interface RowsStep {
  up: Script;
  statement: Statement;
  report: StatementReport | undefined;
  /** Which transaction it ran in. */
  transaction: string;
}

export function stepsOf(changed: readonly Migration<Script>[], reports: readonly MigrationReport[]): RowsStep[] {
  return changed.flatMap(({ up }, migration) => {
    const ran = reports[migration]?.statements.filter(({ role }) => role === 'up') ?? [];
    return up.statements.map((statement, index) => {
      const { transaction: context } = statement;
      const began = context.kind === 'explicit' ? `${context.begin.line}:${context.begin.column}` : context.kind;
      const own = context.kind === 'none' ? ` ${index}` : '';
      return { up, statement, report: ran[index], transaction: `${migration} ${began}${own}` };
    });
  });
}

export interface Gap {
  copy: RowsStep;
  /** Where the old table goes away. */
  swap: RowsStep;
}

/** The copy and the swap between which others may write; null where there is none, or nothing can be lost. */
export function gapOf(table: Entry, steps: readonly RowsStep[]): Gap | null {
  const old = oldNames(table, steps);
  const names = newNames(table, steps);
  const swapAt = steps.findIndex(
    (step, at) => step.report?.status === 'applied' && movesAway(step.statement, table, old[at]),
  );
  const copies = steps.flatMap((step, at) => (copiesFrom(step, old[at], names[at]) ? [at] : []));
  const [first] = copies;
  const swap = steps[swapAt];
  const copy = first === undefined ? undefined : steps[first];
  if (swap === undefined || copy === undefined || first === undefined || first > swapAt) return null;
  // What was written meanwhile is fetched afterwards.
  if (copies.some((at) => at > swapAt)) return null;
  const before = steps.slice(0, first);
  if (carriesWrites(before.map(({ statement }, at) => ({ statement, old: old[at] })))) return null;
  const locked = before.some((step, at) => step.transaction === swap.transaction && keepsWritersOut(step, old[at]));
  return locked && copy.transaction === swap.transaction ? null : { copy, swap };
}

type Name = string;

const nameOf = (name: QualifiedName | undefined): Name => JSON.stringify([name?.schema ?? 'public', name?.name]);

interface Move {
  from: Name;
  to: Name;
}

/** What a statement renames, or moves to another schema. */
function moveOf({ node }: Statement): Move | null {
  const rename = nodeOf(node, 'RenameStmt');
  if (rename?.renameType === 'OBJECT_TABLE' && rename.relation && rename.newname) {
    const from = relationName(rename.relation);
    return { from: nameOf(from), to: nameOf({ ...(from?.schema && { schema: from.schema }), name: rename.newname }) };
  }
  const move = nodeOf(node, 'AlterObjectSchemaStmt');
  if (move?.objectType !== 'OBJECT_TABLE' || !move.relation || !move.newschema) return null;
  const from = relationName(move.relation);
  return { from: nameOf(from), to: nameOf({ schema: move.newschema, name: from?.name ?? '' }) };
}

/** The name of the old table before each statement. */
function oldNames({ parts }: Entry, steps: readonly RowsStep[]): Name[] {
  let name = JSON.stringify(parts);
  return steps.map(({ statement }) => {
    const now = name;
    const move = moveOf(statement);
    if (move?.from === name) name = move.to;
    return now;
  });
}

/** The name of the new table before each statement, from the end. */
function newNames({ parts }: Entry, steps: readonly RowsStep[]): Name[] {
  let name = JSON.stringify(parts);
  const names = steps.toReversed().map(({ statement }) => {
    const move = moveOf(statement);
    if (move?.to === name) name = move.from;
    return name;
  });
  return names.reverse();
}

function movesAway(statement: Statement, { parts }: Entry, old: Name | undefined): boolean {
  if (old !== JSON.stringify(parts)) return false;
  if (moveOf(statement)?.from === old) return true;
  const drop = nodeOf(statement.node, 'DropStmt');
  if (drop?.removeType !== 'OBJECT_TABLE') return false;
  return (drop.objects ?? []).some((object) => {
    const names = nodeOf(object, 'List')?.items?.map((item) => nodeOf(item, 'String')?.sval ?? '') ?? [];
    return JSON.stringify(names.length > 1 ? names.slice(-2) : ['public', ...names]) === old;
  });
}

/** Whether a statement reads the old table and writes to the new one: by what it did where observed, else by its text. */
function copiesFrom(
  { statement: { node }, report }: RowsStep,
  old: Name | undefined,
  target: Name | undefined,
): boolean {
  if (old === target) return false;
  const locked = (name: Name | undefined, mode: LockMode) =>
    report?.locks?.some((lock) => lock.relation === shownName(name) && lock.mode === mode) ?? false;
  // Only INSERT, UPDATE, DELETE and MERGE take ROW EXCLUSIVE; a key that is looked up takes ROW SHARE.
  if (locked(target, 'ROW EXCLUSIVE') && reads(report, old)) return true;
  const insert = nodeOf(node, 'InsertStmt');
  const create = nodeOf(node, 'CreateTableAsStmt');
  const into = relationName(insert?.relation ?? create?.into?.rel);
  if (into === undefined || nameOf(into) !== target) return false;
  let found = false;
  walk(insert?.selectStmt ?? create?.query, (tag, body) => {
    if (tag === 'RangeVar' && nameOf(relationName(body as Parameters<typeof relationName>[0])) === old) found = true;
  });
  return found;
}

/** Read from end to end, or looked into, under whatever lock is held on it. */
function reads(report: StatementReport | undefined, old: Name | undefined): boolean {
  const name = shownName(old);
  const locked = report?.locks?.some(({ relation, mode }) => relation === name && mode === 'ACCESS SHARE') ?? false;
  return locked || (report?.scans.includes(name) ?? false);
}

/** As reports write it. */
function shownName(name: Name | undefined): string {
  const [schema, relation = ''] = JSON.parse(name ?? '[]') as string[];
  return schema === 'public' ? relation : `${schema}.${relation}`;
}

/** In pg_trigger.tgtype and in the parse tree: INSERT, DELETE, UPDATE. */
const EVENTS = [4, 8, 16];

/** Triggers on the old table that fire at every kind of write, or a rule, made before the copy. */
function carriesWrites(steps: readonly { statement: Statement; old: Name | undefined }[]): boolean {
  let events = 0;
  for (const { statement, old } of steps) {
    const { node, sql } = statement;
    const trigger = nodeOf(node, 'CreateTrigStmt');
    if (trigger && nameOf(relationName(trigger.relation)) === old) events |= trigger.events ?? 0;
    const rule = nodeOf(node, 'RuleStmt');
    if (rule && nameOf(relationName(rule.relation)) === old) return true;
    if (node !== null && 'DoStmt' in node && /\bcreate\s+(?:constraint\s+)?trigger\b/i.test(sql)) return true;
  }
  return EVENTS.every((event) => (events & event) !== 0);
}

function keepsWritersOut({ report }: RowsStep, old: Name | undefined): boolean {
  const relation = shownName(old);
  return (
    report?.locks?.some((lock) => lock.relation === relation && compareLockModes(lock.mode, 'SHARE') >= 0) ?? false
  );
}
