/** What a body in PL/pgSQL knows by name where one of its statements is tried. Pure. */
import { ident } from '../../sql/quote.js';
import type { PlpgsqlBody, Variable } from './body.js';
import type { StoredFunction, StoredTrigger } from './model.js';
import { masked } from './text.js';

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

/** A type that a value can have; undefined for one that only a call knows. */
export function concrete(type: string): string | undefined {
  return POLYMORPHIC[type] ?? (NO_TYPE.test(type) ? undefined : type);
}

export function isPolymorphic(type: string): boolean {
  return /^any/i.test(type);
}

/** `guessed`: a call decides the type. */
export interface KnownVariable extends Variable {
  guessed: boolean;
}

export function variablesOf(
  routine: StoredFunction,
  body: PlpgsqlBody,
  trigger: StoredTrigger | undefined,
): KnownVariable[] {
  const given = new Map(routine.arguments.map(({ name, type }) => [name, type]));
  const row = trigger && `${ident(trigger.schema)}.${ident(trigger.table)}`;
  const all = new Map<string, string>();
  for (const { name, type } of body.variables) all.set(name, /^(?:new|old)$/.test(name) && row ? row : type);
  // The parser without a server doesn't know the types of arguments that are the user's.
  for (const [name, type] of given)
    if (name !== '' && body.variables.some((one) => one.name === name)) all.set(name, type);
  return [...all].flatMap(([name, type]) => {
    const known = concrete(type);
    return known === undefined ? [] : [{ name, type: known, guessed: isPolymorphic(type) }];
  });
}

/** `$1`, which a body may also call an argument that has a name. */
export function positional({ arguments: all }: StoredFunction, sql: string): KnownVariable[] {
  const numbers = [...masked(sql).matchAll(/\$(\d+)/g)].map(([, number]) => Number(number));
  if (numbers.length === 0) return [];
  const taken = all.filter(({ mode }) => mode !== 'o' && mode !== 't').slice(0, Math.max(...numbers));
  return taken.map(({ type }) => ({
    name: '',
    type: concrete(type) ?? 'pg_catalog.text',
    guessed: isPolymorphic(type) || concrete(type) === undefined,
  }));
}

/** The text with names in the place of `$1`, `$2`, …: `ms_1`, `ms_2`. */
export function withoutNumbers(sql: string): string {
  let rest = sql;
  for (const { 0: all, 1: number, index } of [...masked(sql).matchAll(/\$(\d+)/g)].reverse())
    rest = `${rest.slice(0, index)}ms_${number}${rest.slice(index + all.length)}`;
  return rest;
}

/** A trigger's REFERENCING tables, as views of its table. */
export function transitionTables(trigger: StoredTrigger | undefined, named: ReadonlySet<string>): string {
  if (trigger === undefined) return '';
  return [trigger.newTable, trigger.oldTable]
    .flatMap((name) => (name !== null && named.has(name) ? [name] : []))
    .map((name) => `CREATE TEMP VIEW ${ident(name)} AS SELECT * FROM ${ident(trigger.schema)}.${ident(trigger.table)};`)
    .join(' ');
}

/** The function's own search_path, as pg_get_functiondef spells it. */
export function pathClauses({ settings }: Pick<StoredFunction, 'settings'>): string[] {
  return settings.filter((one) => /^search_path=/i.test(one)).map(settingClause);
}

function settingClause(setting: string): string {
  const at = setting.indexOf('=');
  return `SET ${setting.slice(0, at)} TO ${setting.slice(at + 1).replaceAll('""', "''") || "''"}`;
}
