/** Functions, as trials of what is in them. */
import { loadPgQuery } from '../../sql/pg-query.js';
import { type PlpgsqlBody, readBody } from './body.js';
import { withPlainTypes, withTypes } from './declared.js';
import type { StoredCode, StoredFunction } from './model.js';
import { parserOf } from './statements.js';
import { bodyTrials, type Trials, type UntriedPart, wholeTrials } from './trials.js';

export interface PreparedTrials extends Trials {
  /** Of the functions in PL/pgSQL; undefined where nobody here can read it. */
  bodies: ReadonlyMap<string, PlpgsqlBody | undefined>;
}

export async function prepared(code: StoredCode, functions: readonly StoredFunction[]): Promise<PreparedTrials> {
  const pgQuery = await loadPgQuery();
  const parse = parserOf(pgQuery);
  const bodies = new Map<string, PlpgsqlBody | undefined>();
  const untried: UntriedPart[] = [];
  const trials = functions.flatMap((routine) => {
    const whole = wholeTrials(routine, parse);
    const { definition: written, body: text } = routine;
    if (routine.language !== 'plpgsql' || written === null) return whole;
    const { definition, types } = withPlainTypes({ definition: written, body: text }, code.names);
    const body = withTypes(readBody(pgQuery.parsePlpgsql(definition) ?? {}), types);
    bodies.set(routine.oid, body);
    const its = code.triggers.filter((one) => one.function === routine.oid);
    const tried = body && bodyTrials(routine, body, its, parse);
    untried.push(...(tried?.untried ?? []));
    return [...whole, ...(tried?.trials ?? [])];
  });
  return { trials, untried, bodies };
}
