/**
 * What of a function can be tried without calling it. Postgres analyses the body of a function in SQL when it is made (manual,
 * CREATE FUNCTION, check_function_bodies), so each statement of a body in PL/pgSQL becomes the body of such a function, with the
 * variables that it names as arguments: NEW and OLD with the type of the trigger's table. Pure.
 */
import { ident, literal } from '../../sql/quote.js';
import type { Fragment, PlpgsqlBody, Variable } from './body.js';
import type { CodeTrial, StoredFunction, StoredTrigger } from './model.js';
import { fieldsOf, masked, sidesOf, withoutRecord, wordsOf } from './text.js';

/** A type for what may be of any. */
const POLYMORPHIC: Readonly<Record<string, string>> = {
  anyelement: 'pg_catalog.text',
  anynonarray: 'pg_catalog.text',
  anycompatible: 'pg_catalog.text',
  anycompatiblenonarray: 'pg_catalog.text',
  anyarray: 'pg_catalog.text[]',
  anycompatiblearray: 'pg_catalog.text[]',
};
const NO_TYPE = /^(?:record|trigger|event_trigger|void|internal|cstring|"any"|any\w+)(?:\[\])?$/i;

/** The whole, made anew: what it declares is resolved, and in SQL all that it says. */
export function wholeTrial({ oid, definition, body, language }: StoredFunction): CodeTrial[] {
  if (definition === null) return [];
  const text = language === 'sql' ? body : '';
  return [{ function: oid, key: `${oid} whole`, sql: definition, text: text.trim(), always: true, caught: false }];
}

/** Of a trigger's function once for each of its tables; of one that has none, what doesn't speak of its row. */
export function bodyTrials(
  routine: StoredFunction,
  body: PlpgsqlBody,
  triggers: readonly StoredTrigger[],
): CodeTrial[] {
  const tables = triggers.filter((one, at) => triggers.findIndex(({ relation }) => relation === one.relation) === at);
  const on: (StoredTrigger | undefined)[] = tables.length > 0 ? tables : [undefined];
  return on.flatMap((trigger) =>
    body.fragments.flatMap((fragment, at) => trialsOf({ routine, body, trigger }, fragment, at)),
  );
}

/** A function with its body, and the trigger that it is tried as. */
interface TriedAs {
  routine: StoredFunction;
  body: PlpgsqlBody;
  trigger: StoredTrigger | undefined;
}

function trialsOf({ routine, body, trigger }: TriedAs, fragment: Fragment, at: number): CodeTrial[] {
  const variables = variablesOf(routine, body, trigger);
  const { line, always, caught } = fragment;
  const common = { function: routine.oid, ...(trigger && { relation: trigger.relation }), line, always, caught };
  return queriesOf(routine, body, fragment).map(({ sql, returns = 'pg_catalog.void', text = fragment.sql }, part) => {
    const named = wordsOf(sql);
    const its = variables.filter(({ name }) => named.has(name));
    const all = [...positional(routine, sql), ...its];
    const list = all.map(({ name, type }) => `${name === '' ? '' : `${ident(name)} `}${type}`).join(', ');
    const settings = routine.settings.filter((one) => /^search_path=/i.test(one)).map(settingClause);
    const head = `CREATE FUNCTION pg_temp.${ident(routine.name)}(${list}) RETURNS ${returns} LANGUAGE sql`;
    const setup = transitionTables(trigger, named);
    return {
      ...common,
      key: `${routine.oid} ${trigger?.relation ?? ''} ${at} ${part}`,
      sql: `${[head, ...settings].join(' ')} AS ${literal(sql)}`,
      ...(setup !== '' && { setup }),
      text: text.trim(),
    };
  });
}

interface Query {
  sql: string;
  returns?: string;
  text?: string;
}

function queriesOf(routine: StoredFunction, body: PlpgsqlBody, { kind, sql }: Fragment): Query[] {
  const records = [...body.variables].filter(({ type }) => /^record$/i.test(type)).map(({ name }) => name);
  const unknown = records.filter((name) => !(routine.returns === 'trigger' && /^(?:new|old)$/.test(name)));
  const plain = (text: string) => unknown.reduce((rest, name) => withoutRecord(rest, name), text);
  const fields = unknown.flatMap((name) => {
    const source = body.sources.get(name);
    if (source === undefined || source === null) return [];
    return [...new Set(fieldsOf(sql, name))].map((field) => ({
      sql: `SELECT ms_row.${field} FROM (${plain(source)}\n) ms_row`,
      text: `${name}.${field}`,
    }));
  });
  if (kind === 'assignment') {
    const sides = sidesOf(sql);
    if (sides === undefined) return fields;
    const [target, value] = sides;
    // A record's own field may be what its next row has.
    const isField = /[.[]/.test(target) && plain(target) === target;
    const text = sql;
    return [
      ...(isField ? [{ sql: `SELECT ${target}`, text }] : []),
      { sql: `SELECT ${plain(value)}`, text },
      ...fields,
    ];
  }
  if (kind === 'dynamic') return [{ sql: `SELECT ${plain(sql)}` }, ...fields];
  if (kind === 'expression') return [{ sql: `SELECT ${plain(sql)}` }, ...fields];
  const returns = kind === 'result' ? resultOf(routine) : undefined;
  return [{ sql: plain(sql), ...(returns && { returns }) }, ...fields];
}

/** As RETURN QUERY must give it. */
function resultOf({ arguments: all, returns, set }: StoredFunction): string | undefined {
  const columns = all.filter(({ mode }) => mode === 't' || mode === 'o' || mode === 'b');
  if (!set || columns.some(({ type }) => concrete(type) === undefined)) return undefined;
  if (columns.length > 0) return `TABLE(${columns.map(({ type }, at) => `ms_${at} ${concrete(type)}`).join(', ')})`;
  return concrete(returns) === undefined ? undefined : `SETOF ${returns}`;
}

function concrete(type: string): string | undefined {
  return POLYMORPHIC[type] ?? (NO_TYPE.test(type) ? undefined : type);
}

function variablesOf(routine: StoredFunction, body: PlpgsqlBody, trigger: StoredTrigger | undefined): Variable[] {
  const given = new Map(routine.arguments.map(({ name, type }) => [name, type]));
  const row = trigger && `${ident(trigger.schema)}.${ident(trigger.table)}`;
  const all = new Map<string, string>();
  for (const { name, type } of body.variables) all.set(name, /^(?:new|old)$/.test(name) && row ? row : type);
  // The parser without a server doesn't know the types of arguments that are the user's.
  for (const [name, type] of given)
    if (name !== '' && body.variables.some((one) => one.name === name)) all.set(name, type);
  return [...all].flatMap(([name, type]) => {
    const known = concrete(type);
    return known === undefined ? [] : [{ name, type: known }];
  });
}

/** `$1`, which a body may also call an argument that has a name. */
function positional({ arguments: all }: StoredFunction, sql: string): Variable[] {
  const numbers = [...masked(sql).matchAll(/\$(\d+)/g)].map(([, number]) => Number(number));
  if (numbers.length === 0) return [];
  const taken = all.filter(({ mode }) => mode !== 'o' && mode !== 't').slice(0, Math.max(...numbers));
  return taken.map(({ type }) => ({ name: '', type: concrete(type) ?? 'pg_catalog.text' }));
}

/** A trigger's REFERENCING tables, as views of its table. */
function transitionTables(trigger: StoredTrigger | undefined, named: ReadonlySet<string>): string {
  if (trigger === undefined) return '';
  return [trigger.newTable, trigger.oldTable]
    .flatMap((name) => (name !== null && named.has(name) ? [name] : []))
    .map((name) => `CREATE TEMP VIEW ${ident(name)} AS SELECT * FROM ${ident(trigger.schema)}.${ident(trigger.table)};`)
    .join(' ');
}

/** As pg_get_functiondef spells a setting. */
function settingClause(setting: string): string {
  const at = setting.indexOf('=');
  return `SET ${setting.slice(0, at)} TO ${setting.slice(at + 1).replaceAll('""', "''") || "''"}`;
}
