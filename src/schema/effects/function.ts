/** CREATE FUNCTION and PROCEDURE: the signature, and what callers and planners rely on. */
import type { CreateFunctionStmt, FunctionParameterMode } from '@pgsql/types';
import { nodeOf } from '../../sql/ast.js';
import type { FunctionFacts } from '../facts.js';
import { needsIn, typeNeed } from '../needs.js';
import { columnType, typeIdentity } from '../types.js';
import { creates, dotted, type Effect } from './effect.js';

/** OUT and TABLE parameters are no part of a function's signature. */
const CALLED_WITH: readonly FunctionParameterMode[] = [
  'FUNC_PARAM_DEFAULT',
  'FUNC_PARAM_IN',
  'FUNC_PARAM_INOUT',
  'FUNC_PARAM_VARIADIC',
];

export function createFunction(routine: CreateFunctionStmt | undefined): Effect[] {
  const option = (name: string) => {
    const options = (routine?.options ?? []).flatMap((item) => nodeOf(item, 'DefElem') ?? []);
    return nodeOf(options.find(({ defname }) => defname === name)?.arg, 'String')?.sval;
  };
  const all = (routine?.parameters ?? []).flatMap((item) => nodeOf(item, 'FunctionParameter') ?? []);
  const given = all.filter(({ mode = 'FUNC_PARAM_DEFAULT' }) => CALLED_WITH.includes(mode));
  const types = given.map(({ argType }) => columnType(argType));
  const language = option('language');
  // Which type table.column%TYPE is, no script tells for sure.
  const borrowed = given.some(({ argType }) => argType?.pct_type);
  const isTold = given.length === all.length && !routine?.returnType?.pct_type;
  const result = isTold ? columnType(routine?.returnType) : undefined;
  const defaults = given.filter(({ defexpr }) => defexpr !== undefined).length;
  const facts: FunctionFacts = {
    volatility: (option('volatility') ?? 'volatile') as FunctionFacts['volatility'],
    ...(language && { language }),
    ...(routine && { made: { CreateFunctionStmt: routine } }),
    ...(defaults > 0 && { defaults }),
    ...(given.some(({ mode }) => mode === 'FUNC_PARAM_VARIADIC') && { variadic: true }),
    ...(!borrowed && { arguments: types.map(typeIdentity), parameters: given.map(({ name }) => name) }),
    ...(routine?.is_procedure &&
      given.length < all.length && { withOut: all.map(({ argType }) => typeIdentity(columnType(argType))) }),
    ...(result && { returns: `${routine?.returnType?.setof ? 'setof ' : ''}${typeIdentity(result)}` }),
  };
  // The types of all parameters and of what comes back; a body only where Postgres reads it (BEGIN ATOMIC).
  const named = [...all.map(({ argType }) => columnType(argType)), columnType(routine?.returnType)];
  const needs = [...named.flatMap((type) => typeNeed(type) ?? []), ...needsIn(routine?.sql_body)];
  return creates('function', dotted(routine?.funcname), routine?.replace, { facts, needs });
}
