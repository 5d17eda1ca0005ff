/** The queries that stand for a piece of a body in PL/pgSQL. Pure. */
import type { Fragment, PlpgsqlBody } from './body.js';
import type { StoredFunction } from './model.js';
import { constantText, insteadOf, type ParseStatements } from './statements.js';
import { fieldsOf, replacedRecord, sidesOf } from './text.js';
import { concrete, type KnownVariable } from './variables.js';

export interface Query {
  sql: string;
  returns?: string;
  text?: string;
  /** Something in it is left out, or has another type than it will have. */
  guessed?: boolean;
  /** Its rows are the function's own. */
  result?: { sql: string; as: 'row' | 'next' | 'query' };
  /** What EXECUTE gives it, in the place of all that the body knows. */
  given?: readonly KnownVariable[];
}

interface Queries {
  queries: Query[];
  /** Why some of it could not be tried. */
  untried: string[];
}

const MADE_UP = 'SQL that is made up at run time';
const UTILITY = 'a statement that Postgres analyses only when it runs';

/** Where a piece of a body stands. */
interface FragmentSite {
  routine: StoredFunction;
  body: PlpgsqlBody;
  variables: readonly KnownVariable[];
  parse: ParseStatements;
}

export function queriesOf({ routine, body, variables, parse }: FragmentSite, fragment: Fragment): Queries {
  const { kind, sql, returns: back } = fragment;
  const unknown = body.variables
    .filter(
      ({ name, type }) => /^record$/i.test(type) && !(routine.returns === 'trigger' && /^(?:new|old)$/.test(name)),
    )
    .map(({ name }) => name);
  const sourceOf = (name: string) => body.sources.get(name) ?? undefined;
  const blank = (text: string) => unknown.reduce((rest, name) => replacedRecord(rest, name, () => 'NULL'), text);
  const standIn = (name: string) => (field: string) => {
    const source = sourceOf(name);
    return source === undefined ? 'NULL' : `(SELECT ms_row.${field} FROM (${blank(source)}\n) ms_row LIMIT 1)`;
  };
  const plain = (text: string) => unknown.reduce((rest, name) => replacedRecord(rest, name, standIn(name)), text);
  const used = unknown.map((name) => ({ name, fields: [...new Set(fieldsOf(sql, name))] }));
  const fields = used.flatMap(({ name, fields: its }) => {
    const source = sourceOf(name);
    if (source === undefined) return [];
    return its.map((field) => ({
      sql: `SELECT ms_row.${field} FROM (${blank(source)}\n) ms_row`,
      text: `${name}.${field}`,
    }));
  });
  const lost = used.filter(({ name, fields: its }) => its.length > 0 && sourceOf(name) === undefined);
  const untried = lost.map(({ name }) => `the row of ${name}, which only a run fills`);
  const guessed = lost.length > 0 ? { guessed: true } : {};
  const ofRows = (queries: Query[], more: string[] = []): Queries => ({
    queries: [...queries, ...fields],
    untried: [...untried, ...more],
  });
  if (kind === 'assignment') {
    const sides = sidesOf(sql);
    if (sides === undefined) return ofRows([], ['an assignment that nobody here can read']);
    const [target, value] = sides;
    // A record's own field may be what its next row has.
    const isField = /[.[]/.test(target) && plain(target) === target;
    return ofRows([
      ...(isField ? [{ sql: `SELECT ${target}`, text: sql }] : []),
      { sql: `SELECT ${plain(value)}`, text: sql, ...guessed },
    ]);
  }
  const isRow = (back === 'row' || back === 'next') && routine.columns !== null && !/^\s*null\s*$/i.test(sql);
  const returned = isRow ? { result: { sql: `SELECT (${plain(sql)}).*`, as: back } } : {};
  if (kind === 'expression') return ofRows([{ sql: `SELECT ${plain(sql)}`, ...guessed, ...returned }]);
  if (kind === 'dynamic') {
    const made = { sql: `SELECT ${plain(sql)}`, ...guessed };
    const text = constantText(sql, parse);
    const given = usedBy(fragment, variables);
    if (text === undefined || given === undefined) return ofRows([made], [MADE_UP]);
    const isResult = back === 'query' ? { result: { sql: text, as: back } } : {};
    return ofRows(
      [made, ...instead(text, parse).map((one) => ({ sql: one, text, given, ...isResult }))],
      utility(text, parse),
    );
  }
  const isResult = kind === 'result' ? { result: { sql: plain(sql), as: 'query' as const } } : {};
  const declared = kind === 'result' ? resultOf(routine) : undefined;
  const queries = instead(plain(sql), parse).map((one) => ({
    ...{ sql: one, ...guessed, ...isResult },
    ...(one === plain(sql) ? {} : { text: sql }),
    ...(declared !== undefined && { returns: declared }),
  }));
  return ofRows(queries, utility(plain(sql), parse));
}

/** Itself, or what can be tried in its place. */
function instead(sql: string, parse: ParseStatements): string[] {
  const [node, ...more] = parse(sql) ?? [];
  if (node === undefined || more.length > 0) return [sql];
  return insteadOf(node) ?? (insteadOf(node) === null ? [] : [sql]);
}

function utility(sql: string, parse: ParseStatements): string[] {
  return (parse(sql) ?? []).some((node) => insteadOf(node) === null) ? [UTILITY] : [];
}

/** The types of what USING names; undefined where one of them is no plain variable. */
function usedBy({ using = [] }: Fragment, variables: readonly KnownVariable[]): KnownVariable[] | undefined {
  const found = using.map((text) => {
    const name = text.trim();
    const known = variables.find((one) => one.name === name.toLowerCase() || `"${one.name}"` === name);
    return known && { ...known, name: '' };
  });
  return found.every((one) => one !== undefined) ? (found as KnownVariable[]) : undefined;
}

/** As RETURN QUERY must give it. */
function resultOf({ arguments: all, returns, set }: StoredFunction): string | undefined {
  const columns = all.filter(({ mode }) => mode === 't' || mode === 'o' || mode === 'b');
  if (!set || columns.some(({ type }) => concrete(type) === undefined)) return undefined;
  if (columns.length > 0) return `TABLE(${columns.map(({ type }, at) => `ms_${at} ${concrete(type)}`).join(', ')})`;
  return concrete(returns) === undefined ? undefined : `SETOF ${returns}`;
}
