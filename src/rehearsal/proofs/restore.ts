import { code } from '../../sql/words.js';
import { type EvaluatedAll, evaluateAll } from '../restore/expressions.js';
import { newlyLost, observeLost } from '../restore/findings.js';
import type { StoredFunction } from '../stored-code/model.js';
import { bodiesByName, readStoredCode } from '../stored-code/try.js';
import { count, failed, notChecked, type ProofOutcome, proven, schemaProof } from './proof.js';

interface Begun {
  evaluated: EvaluatedAll;
  functions: ReadonlyMap<string, StoredFunction>;
}

export default schemaProof<Begun>({
  check: 'restore',
  title: 'A dump can be restored',
  async begin({ stage }) {
    const evaluated = await evaluateAll(stage);
    const isAny = evaluated.expressions.length > 0;
    const functions = isAny ? (await readStoredCode(await stage.scratch.observe())).functions : new Map();
    return { evaluated, functions };
  },
  async show({ stage, migration: { up } }, { evaluated: before, functions }): Promise<ProofOutcome | null> {
    const after = await evaluateAll(stage);
    if (after.expressions.length === 0) return null;
    const { functions: now } = await readStoredCode(await stage.scratch.observe());
    const was = new Map(before.expressions.map(({ key, expression }) => [key, expression]));
    const isMade = after.expressions.some(({ key, expression }) => was.get(key) !== expression);
    // What none of it touched is as it was.
    if (!isMade && sameFunctions(functions, now)) return null;
    const lost = newlyLost(before.expressions, after.expressions, bodiesByName(now));
    const observations = lost.map((one) => observeLost(up, one));
    const untried = after.expressions.filter(({ error }) => error !== null && !lost.some((one) => one.error === error));
    const tried = after.expressions.length - untried.length;
    const detail = [
      `${count(tried, 'expression')} of indexes, CHECKs and generated columns computed with an empty search_path, as a restore does`,
      ...(lost.length > 0 ? [`refused: ${lost.map(({ name }) => code(name)).join(', ')}`] : []),
      ...(untried.length > 0
        ? [`not told by sample values, or broken before: ${untried.map(({ name }) => code(name)).join(', ')}`]
        : []),
      ...(after.left > 0 ? [`${after.left} more were not tried`] : []),
    ].join('; ');
    if (lost.length > 0) return failed(detail, { observations });
    return untried.length > 0 || after.left > 0 ? notChecked('cannot-be-tried', detail) : proven(detail);
  },
});

function sameFunctions(before: Begun['functions'], after: Begun['functions']): boolean {
  const told = (functions: Begun['functions']) =>
    JSON.stringify(
      [...functions.values()].map(({ oid, schema, name, definition, body }) => [oid, schema, name, definition ?? body]),
    );
  return told(before) === told(after);
}
