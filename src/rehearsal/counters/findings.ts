/** What is reported of counters: sequences that end before their column, and such as give numbers that rows have. Pure. */
import type { Script, Statement } from '../../model.js';
import { shortName } from '../../schema/objects.js';
import { walk } from '../../sql/ast.js';
import { literal } from '../../sql/quote.js';
import { code } from '../../sql/words.js';
import { hazard } from '../../verdict/fact.js';
import type { Observation } from '../../verdict/observation.js';
import { runsCode } from '../run/hazards/unwritten.js';
import { observe } from '../run/observe.js';
import { relationSql, sqlName } from '../snapshot/names.js';
import type { Counter } from './counters.js';
import type { LeftBehind } from './look.js';

/** The last number of a type, by its bytes. */
export const END: Record<number, bigint> = { 2: 32_767n, 4: 2_147_483_647n, 8: 9_223_372_036_854_775_807n };

/** The sequence ends before the column does, and did not before: its type is smaller, or its end is that of the old type. */
export function newlyNarrow(before: readonly Counter[], after: readonly Counter[]): Counter[] {
  return after.filter(({ id, width, sequence }) => {
    const was = before.find((one) => one.id === id && one.sequence.name === sequence.name);
    if (was !== undefined && was.width >= width && was.sequence.width <= sequence.width) return false;
    const old = was !== undefined && was.width < width ? was.width : sequence.width;
    // An end of the user's own is no leftover, and what begins again has none.
    return sequence.step > 0n && !sequence.cycles && old < width && sequence.last === END[old];
  });
}

export function narrowFindings(script: Script, counters: readonly Counter[]): Observation[] {
  return counters.map((counter) => {
    const { schema, table, column, sequence } = counter;
    const name = relationSql([sequence.schema, sequence.name]);
    const full = `${schema}.${table}.${column}`;
    const statement = lastOn(script, table, ['AlterTableStmt', 'CreateStmt']);
    return observe('sequence-narrower-than-column', script, statement, {
      message: `The sequence ${code(shortName(`${sequence.schema}.${sequence.name}`))} still ends at ${grouped(sequence.last)}, though ${code(shortName(full))} is ${TYPES[counter.width]}. There every INSERT fails with SQLSTATE 2200H.`,
      proof: 'In the catalogs after the migration: the sequence’s type and last number beside the column’s type',
      help: `Widen the sequence, too; it takes a moment:\nALTER SEQUENCE ${name} AS ${TYPES[counter.width]};`,
      facts: [hazard('sequence-narrower-than-column', full)],
    });
  });
}

export const TYPES: Record<number, string> = { 2: 'smallint', 4: 'integer', 8: 'bigint' };

export function grouped(number: bigint): string {
  return number.toLocaleString('en-US');
}

/** `onRows`: seen on rows that were there before, and are others in production. */
export function behindFindings(script: Script, all: readonly LeftBehind[], onRows = false): Observation[] {
  return all.map(({ counter, next, most, taken, isSure }) => {
    const { schema, table, column, sequence, unique } = counter;
    const full = `${schema}.${table}.${column}`;
    const words = taken
      ? `The next number for ${code(shortName(full))} is ${next}, and a row has it already (the highest is ${most}).`
      : `The sequence of ${code(shortName(full))} stands at ${next}, and will come to ${most}, which a row has already.`;
    const fails = unique ? 'The INSERT that gets it fails with SQLSTATE 23505' : 'Two rows then have one number';
    const unless = isSure
      ? onRows
        ? ', where the table’s rows are numbered so'
        : ''
      : ', unless production’s sequence is past it';
    return observe('sequence-behind-rows', script, setsBack(script, counter) ?? lastOn(script, table, WRITES), {
      message: `${words} ${fails}${unless}.`,
      proof: `Read after the migration: next number ${next}, highest in the table ${most}`,
      help: `Let the sequence go on after the highest, in the same migration:\nSELECT setval(${literal(relationSql([sequence.schema, sequence.name]))}, max(${sqlName(column)})) FROM ${relationSql([schema, table])};`,
      facts: [hazard('sequence-behind-rows', full)],
      cause: `sequence behind ${full}`,
      ...(!(taken && unique && isSure && !onRows) && { severity: taken ? ('warning' as const) : ('info' as const) }),
    });
  });
}

const WRITES = ['InsertStmt', 'CopyStmt', 'MergeStmt', 'UpdateStmt'];

/** The last statement that says of the sequence, or of the table's, where to begin. */
function setsBack({ statements }: Script, { sequence, table }: LeftBehind['counter']): Statement | undefined {
  return statements.findLast(
    ({ kind, node, sql }) =>
      (kind === 'AlterSeqStmt' && speaksOf(node, sequence.name)) ||
      (kind === 'AlterTableStmt' && speaksOf(node, table) && /\brestart\b/i.test(sql)),
  );
}

const SETTING_UP = new Set(['VariableSetStmt', 'VariableShowStmt', 'TransactionStmt']);

/**
 * The last statement of these kinds, of any where there are none, that names the table; else what runs code, else the first that does
 * more than set something up.
 */
export function lastOn(script: Script, table: string, kinds: readonly string[]): Statement | undefined {
  const statements = script.statements.filter(({ kind }) => !SETTING_UP.has(kind));
  const names = (statement: Statement) =>
    [statement, ...(statement.block?.statements ?? [])].some(({ node }) => speaksOf(node, table));
  const ofKind = statements.filter(
    (statement) =>
      kinds.length === 0 ||
      kinds.includes(statement.kind) ||
      statement.block?.statements.some(({ kind }) => kinds.includes(kind)),
  );
  return ofKind.findLast(names) ?? statements.find(runsCode) ?? ofKind.at(-1) ?? statements[0] ?? script.statements[0];
}

/** What it is about or reads; a table that is swapped in is named as it was called before. */
function speaksOf(node: Statement['node'], table: string): boolean {
  const [body] = Object.values(node ?? {}) as { relation?: { relname?: string }; newname?: string }[];
  if (body?.relation?.relname === table || body?.newname === table) return true;
  let found = false;
  walk(node, (tag, { relname }) => {
    found ||= tag === 'RangeVar' && relname === table;
  });
  return found;
}
