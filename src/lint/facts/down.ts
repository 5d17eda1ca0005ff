/** How the rules about rollbacks read scripts. */
import type { Location, Script, Statement } from '../../model.js';
import { type Effect, effectsOf } from '../../schema/effects/index.js';
import { objectKey, type SchemaObject } from '../../schema/objects.js';
import { diesWith } from '../../schema/parts.js';
import { code } from '../../sql/words.js';

/** Whether every statement can be read: what CALL, EXECUTE and SQL made at run time do can't be seen from a name. */
export function readable(script: Script): boolean {
  return script.statements.every(
    ({ kind, block }) => !['unparsed', 'CallStmt', 'ExecuteStmt'].includes(kind) && !block?.opaque,
  );
}

/** The statements from one on, and what their DO blocks run. */
export function statementsFrom(script: Script, from = 0): Statement[] {
  return script.statements.slice(from).flatMap((statement) => [statement, ...(statement.block?.statements ?? [])]);
}

export function effectsFrom(script: Script, from = 0): readonly Effect[] {
  const effects = effectsByStatement(script);
  return from === 0 ? effects.all : effects.all.slice(effects.starts[from] ?? effects.all.length);
}

interface ScriptEffects {
  all: Effect[];
  /** Where each statement's effects begin. */
  starts: number[];
}

/** Asked for each statement of a script. */
const known = new WeakMap<Script['statements'], ScriptEffects>();

function effectsByStatement({ statements }: Script): ScriptEffects {
  const read = known.get(statements);
  if (read !== undefined) return read;
  const effects: ScriptEffects = { all: [], starts: [] };
  for (const { node, block } of statements) {
    effects.starts.push(effects.all.length);
    for (const one of [node, ...(block?.statements ?? []).map((inner) => inner.node)])
      effects.all.push(...effectsOf(one));
  }
  known.set(statements, effects);
  return effects;
}

/** Whether the script drops the object, or something that takes it along. A function goes by its signature. */
export function drops(script: Script, object: Effect['object'], from = 0): boolean {
  return effectsFrom(script, from).some(
    ({ change, object: gone }) =>
      change === 'drop' &&
      ((objectKey(gone) === objectKey(object) && sameSignature(gone, object)) ||
        diesWith(object as SchemaObject, gone as SchemaObject)),
  );
}

/** Whether both mean the same function, as far as the SQL says. */
export function sameSignature(a: Effect['object'], b: Effect['object']): boolean {
  const [one, other] = [a, b].map(({ facts }) => (facts as { arguments?: string[] } | undefined)?.arguments);
  return one === undefined || other === undefined || one.join() === other.join();
}

/** Whether the script creates the object, under a new definition or again. */
export function creates(script: Script, object: Effect['object'], from = 0): boolean {
  return effectsFrom(script, from).some(
    ({ change, object: made }) =>
      change === 'create' && objectKey(made) === objectKey(object) && sameSignature(made, object),
  );
}

/** Where a script ends. */
export function endOf({ file, statements }: Script): Location {
  const start = { path: file.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return statements.at(-1)?.location ?? start;
}

/** “it” where both scripts are one file. */
export function nameOfDown(up: Script, down: Script): string {
  return down.file.path === up.file.path ? 'it' : code(down.file.path);
}
