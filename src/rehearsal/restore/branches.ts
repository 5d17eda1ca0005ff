/**
 * What the functions of these expressions name, in every branch: sample values come by one of them. Each statement is analysed as it is
 * found in the migration's session, and with an empty search_path.
 */
import type { Stage } from '../ground/stage.js';
import type { CodeTrial, StoredCode, StoredFunction } from '../stored-code/model.js';
import { prepared } from '../stored-code/prepare.js';
import { masked } from '../stored-code/text.js';
import { tryAll } from '../stored-code/try.js';
import type { Evaluated } from './expressions.js';

export interface PathBranch {
  /** The same before the change and after it. */
  key: string;
  routine: StoredFunction;
  trial: CodeTrial;
  sqlstate: string;
  message: string;
}

export interface PathBranches {
  /** Found by search_path alone. */
  byPath: PathBranch[];
  /** Functions with what nobody could analyse in them, by their oids: the first of it, in words. */
  open: Map<string, string>;
}

export async function branchesOf(
  stage: Stage,
  code: StoredCode,
  expressions: readonly Evaluated[],
): Promise<PathBranches> {
  const roots = expressions.flatMap(({ functions }) => functions);
  const functions = calledFrom(code, roots);
  const open = new Map<string, string>();
  if (functions.length === 0) return { byPath: [], open };
  const { trials, untried, bodies } = await prepared(code, functions);
  const usual = await tryAll(stage.session, trials);
  const empty = await tryAll(stage.session, trials, { emptyPath: true });
  stage.tracer.unseen();
  const add = (oid: string, words: string) => open.set(oid, open.get(oid) ?? words);
  for (const { oid, language } of functions) {
    if (language !== 'sql' && bodies.get(oid) === undefined) add(oid, `in ${language}, which nobody here can read`);
  }
  for (const { function: oid, line, why } of untried) add(oid, `line ${line}, ${why}`);
  const byPath = trials.flatMap((trial): PathBranch[] => {
    const [found, lost] = [usual.get(trial.key), empty.get(trial.key)];
    const routine = code.functions.get(trial.function);
    if (routine === undefined || lost === null) return [];
    const isOpen = lost === undefined ? trial.unclear !== undefined : found !== null;
    if (isOpen) add(trial.function, `line ${trial.line ?? 1}, ${lost?.message ?? trial.unclear}`);
    if (lost === undefined || found !== null) return [];
    const { sqlstate, message } = lost;
    return [{ key: `${trial.key} ${routine.body}`, routine, trial, sqlstate, message }];
  });
  return {
    byPath: byPath.filter(({ trial }, at) => byPath.findIndex((one) => one.trial.function === trial.function) === at),
    open,
  };
}

/** They, and those whose names their bodies call. */
export function calledFrom({ functions }: StoredCode, roots: readonly string[]): StoredFunction[] {
  const byName = new Map<string, StoredFunction[]>();
  for (const one of functions.values()) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
  const found = new Map<string, StoredFunction>();
  const add = (one: StoredFunction) => {
    if (found.has(one.oid)) return;
    found.set(one.oid, one);
    for (const [, quoted, plain = ''] of masked(one.body).matchAll(CALL))
      for (const callee of byName.get(quoted ?? plain.toLowerCase()) ?? []) add(callee);
  };
  for (const oid of roots) {
    const one = functions.get(oid);
    if (one) add(one);
  }
  return [...found.values()];
}

const CALL = /(?:"((?:[^"]|"")+)"|([\p{L}_][\p{L}\p{N}_$]*))\s*\(/gu;
