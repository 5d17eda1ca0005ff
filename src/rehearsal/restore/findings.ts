/** What can't be restored since the change, at the statement that made it so. Pure. */
import type { Script, Statement } from '../../model.js';
import { effectsOf } from '../../schema/effects/index.js';
import { lastName, shortName } from '../../schema/objects.js';
import { code } from '../../sql/words.js';
import { hazard } from '../../verdict/fact.js';
import type { Observation } from '../../verdict/observation.js';
import { isOfTheCode } from '../data/of-the-code.js';
import { observe } from '../run/observe.js';
import { wordsOf } from '../stored-code/text.js';
import type { Evaluated } from './expressions.js';

/** Fails with an empty search_path, for a reason that lies in the code, and didn't before. */
export function newlyLost(
  before: readonly Evaluated[],
  after: readonly Evaluated[],
  bodies: ReadonlyMap<string, string>,
): Evaluated[] {
  const was = new Map(before.map((one) => [one.key, one]));
  return after.filter(({ key, error, expression }) => {
    const known = was.get(key);
    if (error === null || (known && known.error !== null)) return false;
    return isOfTheCode(error, expression, bodies);
  });
}

export function observeLost(up: Script, lost: Evaluated): Observation {
  const { kind, schema, table, name, error, expression, key } = lost;
  const of = code(shortName(`${schema}.${table}`));
  const { sqlstate = '', message = '', where } = error ?? {};
  const called = (where ?? '').split('\n').find((line) => /function/.test(line));
  return observe('dump-not-restorable', up, culprit(up, lost), {
    message: `A dump of this schema can’t be restored: the ${kind} ${code(name)} of ${of} finds a name by search_path, which is empty then: ${message} (SQLSTATE ${sqlstate}).`,
    proof: `${code(expression)} was computed with an empty search_path: Postgres answered ${sqlstate}: ${message}${called === undefined ? '' : `, in ${called.trim()}`}`,
    facts: [hazard('dump-not-restorable', key)],
  });
}

/** What makes the object; else what changes the function that it calls. */
function culprit(up: Script, { name, table, expression, error }: Evaluated): Statement | undefined {
  const makes = (names: ReadonlySet<string>) => (statement: Statement) =>
    effectsOf(statement.node).some(
      ({ object, was }) => names.has(bare(object.name)) || (was && names.has(bare(was.name))),
    );
  return (
    up.statements.findLast(makes(new Set([name]))) ??
    up.statements.findLast(makes(wordsOf(`${expression} ${error?.message ?? ''} ${error?.where ?? ''}`))) ??
    up.statements.findLast(makes(new Set([table])))
  );
}

function bare(name: string): string {
  return lastName(name.replace(/\(.*$/s, ''));
}
