/**
 * Trials that PL/pgSQL makes itself, in a DO block with the body's variables. A name that is a variable's and a column's is refused
 * only by its own analysis (manual, PL/pgSQL, Variable Substitution), and the rows that RETURN gives back must have the very types that
 * were declared. EXPLAIN with an option that there isn't is analysed and goes no further; CREATE TABLE AS … WITH NO DATA plans and runs
 * nothing. Pure.
 */
import { ident, literal } from '../../sql/quote.js';
import type { StoredFunction } from './model.js';
import { concrete, isPolymorphic, type KnownVariable, withoutNumbers } from './variables.js';

/** What the block knows by name. */
export interface InBlock {
  routine: StoredFunction;
  variables: readonly KnownVariable[];
  /** Those that stand for `$1`, `$2`, … */
  positional: readonly KnownVariable[];
}

export function conflictSql(sql: string, block: InBlock): string {
  return `DO ${literal(
    blockOf(
      block,
      'ms_plan pg_catalog.record;',
      `FOR ms_plan IN EXPLAIN (ms_analysed) ${withoutNumbers(sql)}\n LOOP END LOOP;`,
    ),
  )}`;
}

/** As Postgres words what a call would be answered. */
const WRONG_ROWS = {
  query: 'structure of query does not match function result type',
  next: 'wrong record type supplied in RETURN NEXT',
  row: 'returned record type does not match expected record type',
};

/** Undefined where nobody here knows which types are expected. */
export function resultSql(query: string, returns: keyof typeof WRONG_ROWS, block: InBlock): string | undefined {
  const expected = expectedRow(block.routine);
  if (expected === undefined) return undefined;
  // A row's own fields have different names; a query's columns may not.
  const isRow = returns !== 'query' && /\)\.\*$/.test(query);
  const names = isRow ? '' : ` (${Array.from({ length: expected.width }, (_, at) => `ms_${at + 1}`).join(', ')})`;
  // Only a query's rows can be a table's: what writes stands in a WITH of it.
  const isQuery = /^[\s(]*(?:select|with|values|table)\b/i.test(query);
  const rows = isQuery ? query : `WITH ms_rows AS (${query}\n) SELECT * FROM ms_rows`;
  const made = `CREATE TEMP TABLE ms_result${names} AS ${withoutNumbers(rows)}\n WITH NO DATA;`;
  return [
    `DO ${literal(blockOf(block, '', made))}`,
    `CREATE TEMP TABLE ms_expected (${expected.columns})`,
    `DO ${literal(compared(WRONG_ROWS[returns]))}`,
  ].join('; ');
}

function expectedRow({ arguments: all, returns, columns, set }: StoredFunction) {
  const out = all.filter(({ mode }) => mode === 't' || mode === 'o' || mode === 'b');
  if (out.some(({ type }) => isPolymorphic(type) || concrete(type) === undefined)) return undefined;
  if (out.length > 0)
    return { columns: out.map(({ type }, at) => `ms_${at + 1} ${type}`).join(', '), width: out.length };
  if (isPolymorphic(returns) || concrete(returns) === undefined) return undefined;
  if (columns !== null) return { columns: `LIKE ${returns}`, width: columns };
  return set ? { columns: `ms_1 ${returns}`, width: 1 } : undefined;
}

/** As convert_tuples_by_position asks: the type, and its modifier where one is expected. */
function compared(message: string): string {
  const of = (table: string) =>
    `(SELECT * FROM pg_catalog.pg_attribute WHERE attrelid OPERATOR(pg_catalog.=) 'pg_temp.${table}'::pg_catalog.regclass AND attnum OPERATOR(pg_catalog.>) 0)`;
  return `DECLARE ms_told pg_catalog.text; BEGIN
    SELECT CASE WHEN r.attnum IS NULL OR e.attnum IS NULL THEN 'Number of returned columns does not match expected column count'
      ELSE pg_catalog.format('Returned type %s does not match expected type %s in column %s', pg_catalog.format_type(r.atttypid, r.atttypmod),
        pg_catalog.format_type(e.atttypid, e.atttypmod), e.attnum) END INTO ms_told
    FROM ${of('ms_expected')} e FULL JOIN ${of('ms_result')} r ON r.attnum OPERATOR(pg_catalog.=) e.attnum
    WHERE r.attnum IS NULL OR e.attnum IS NULL OR r.atttypid OPERATOR(pg_catalog.<>) e.atttypid
      OR (r.atttypmod OPERATOR(pg_catalog.<>) e.atttypmod AND e.atttypmod OPERATOR(pg_catalog.>=) 0)
    ORDER BY coalesce(e.attnum, r.attnum) LIMIT 1;
    IF ms_told IS NOT NULL THEN RAISE EXCEPTION USING ERRCODE = '42804', MESSAGE = ${literal(message)}, DETAIL = ms_told; END IF; END`;
}

function blockOf({ routine, variables, positional }: InBlock, declared: string, does: string): string {
  const numbered = positional.map(({ type }, at) => ({ name: `ms_${at + 1}`, type }));
  const all = [...numbered, ...variables].map(({ name, type }) => `${ident(name)} ${type};`).join(' ');
  return `${conflictOption(routine)}<<${ident(routine.name)}>> DECLARE ${all} ${declared} BEGIN ${does} END`;
}

/** The body wants the column where a variable has its name. */
export function takesColumns(routine: StoredFunction): boolean {
  return conflictOption(routine).includes('use_column');
}

/** Whose a name is that both have: the body says it first, then the function's settings. */
function conflictOption({ body, settings }: StoredFunction): string {
  const [, said] = /^\s*#variable_conflict\s+(error|use_variable|use_column)\b/im.exec(body) ?? [];
  const set = settings.find((one) => one.startsWith('plpgsql.variable_conflict='))?.split('=')[1];
  const option = said ?? set;
  return option === undefined ? '' : `#variable_conflict ${option}\n`;
}
