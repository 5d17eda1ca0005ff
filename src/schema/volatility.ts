/** Which expressions give another value for each row: Postgres must compute them row by row. */
import type { Node } from '@pgsql/types';
import { namesToQualified, nodeOf, type QualifiedName, walk } from '../sql/ast.js';
import { isStableBuiltIn } from './built-in-functions.js';
import { fullName } from './objects.js';
import type { Schema } from './schema.js';

/** What pg_proc of PostgreSQL 15 to 18 marks volatile and a default may well call; the rest reads or moves the server's own state. */
const BUILT_IN = new Set(
  `array_sample array_shuffle clock_timestamp current_query currval gen_random_uuid lastval lo_create lo_from_bytea nextval
   pg_current_wal_insert_lsn pg_current_wal_lsn pg_read_binary_file pg_read_file random random_normal set_config setval
   timeofday uuidv4 uuidv7`.split(/\s+/),
);

/** Of the extensions that ship with Postgres; they may be in any schema. */
const OF_EXTENSIONS = new Set(
  'gen_random_bytes gen_salt uuid_generate_v1 uuid_generate_v1mc uuid_generate_v4'.split(' '),
);

/**
 * The first volatile function that the expression calls. now() and current_timestamp stay the same all through a
 * statement. An unknown function is not among them: see `unknownFunction`.
 */
export function volatileFunction(expression: Node | undefined, schema: Schema): string | undefined {
  return firstCall(expression, (name) => {
    const own = name.schema === 'pg_catalog' ? undefined : schema.find('function', fullName(name))?.facts;
    return own?.volatility ? own.volatility === 'volatile' : isVolatile(name.name, name.schema);
  })?.name;
}

/** The first function that neither a script creates nor Postgres brings, as it is called. */
export function unknownFunction(expression: Node | undefined, schema: Schema): string | undefined {
  const found = firstCall(expression, (name) => {
    if (name.schema === 'pg_catalog' || schema.find('function', fullName(name))?.facts?.volatility) return false;
    return !isVolatile(name.name, name.schema) && !(name.schema === undefined && isOfPostgres(name.name, schema));
  });
  return found && [found.schema, found.name].filter(Boolean).join('.');
}

/** Whether a call is of a function that Postgres brings and that gives the same value all through a statement. */
export function isStableCall(funcname: Node[] | undefined): boolean {
  const name = namesToQualified((funcname ?? []).map((part) => nodeOf(part, 'String')?.sval ?? ''));
  if (name === undefined || (name.schema !== undefined && name.schema !== 'pg_catalog')) return false;
  return isStableBuiltIn(name.name) && !isVolatile(name.name);
}

/** Its own functions, and those of a type that an extension brings, which bear the type's name. */
function isOfPostgres(name: string, schema: Schema): boolean {
  return isStableBuiltIn(name) || schema.find('extension', name) !== undefined;
}

function firstCall(expression: Node | undefined, wanted: (name: QualifiedName) => boolean): QualifiedName | undefined {
  let found: QualifiedName | undefined;
  walk(expression, (tag, body) => {
    if (tag !== 'FuncCall' || found !== undefined) return;
    const parts = ((body.funcname as Node[] | undefined) ?? []).map((part) => nodeOf(part, 'String')?.sval ?? '');
    const name = namesToQualified(parts);
    if (name && wanted(name)) found = name;
  });
  return found;
}

/** Whether a function that Postgres or one of its extensions brings is volatile. */
export function isVolatile(name: string, schema?: string): boolean {
  const builtIn = BUILT_IN.has(name) && (schema === undefined || schema === 'pg_catalog');
  return builtIn || (OF_EXTENSIONS.has(name) && schema !== 'pg_catalog');
}
