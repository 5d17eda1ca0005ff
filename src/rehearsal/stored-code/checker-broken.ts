/** What plpgsql_check alone has found. Pure. */
import { PostgresError } from '../../servers/server.js';
import { type CheckerAnswer, type CheckerError, newErrors } from './checker.js';
import type { BrokenCode, CodeLook } from './judge.js';

type CheckerLook = CodeLook & { checked: CheckerAnswer };

/** One of each function, unless something else has found it. */
export function checkerBroken(before: CheckerLook, after: CheckerLook, known: readonly BrokenCode[]): BrokenCode[] {
  const told = new Set(known.map(({ routine }) => routine.oid));
  return newErrors(before.checked, after.checked).flatMap((error): BrokenCode[] => {
    const routine = after.code.functions.get(error.function);
    const was = before.code.functions.get(error.function);
    if (routine === undefined || told.has(error.function)) return [];
    told.add(error.function);
    const fresh = was === undefined || was.body !== routine.body;
    return [{ routine, trial: trialOf(error), answer: new PostgresError(error), fresh, sure: true, ...saidBy(error) }];
  });
}

function saidBy({ sqlstate, message }: CheckerError): { sqlstate: string; message: string } {
  return { sqlstate, message };
}

function trialOf({ function: oid, relation, line }: CheckerError): BrokenCode['trial'] {
  const on = relation === '0' ? {} : { relation };
  return {
    function: oid,
    ...on,
    key: '',
    sql: '',
    text: 'plpgsql_check_function_tb',
    line,
    always: false,
    caught: false,
  };
}
