/** What becomes of a migration's own rollback where new files stand in the place of one of its statements. Pure. */
import type { Recipe } from '../../findings/recipe.js';
import type { Migration, Script, Statement } from '../../model.js';
import { effectsOf } from '../../schema/effects/index.js';
import { objectKey } from '../../schema/objects.js';
import { code } from '../../sql/words.js';

/** A sentence; undefined where there is nothing to be done about it. */
export function oldRollback(
  { steps, before, both }: Recipe,
  { up, down }: Pick<Migration<Script>, 'up' | 'down'>,
  replaced: Statement,
): string | undefined {
  if (before || both || !up.statements.includes(replaced) || !down?.statements.some(isWork)) return undefined;
  const others = up.statements.filter((one) => one !== replaced && isWork(one));
  if (others.length === 0) {
    const [{ down: known, oneWay }] = steps;
    return steps.length === 1 && known === null && oneWay === undefined
      ? 'This migration’s rollback becomes the new file’s.'
      : undefined;
  }
  const own = keysOf(replaced);
  for (const one of others) for (const key of keysOf(one)) own.delete(key);
  const undone = down.statements.filter((one) => {
    const keys = [...keysOf(one)];
    return keys.length > 0 && keys.every((key) => own.has(key));
  });
  if (undone.length === 0) return undefined;
  const what = undone.map(({ sql, location }) => `line ${location.line} (${code(`${oneLine(sql)};`)})`).join(', ');
  return `Take ${what} out of this migration’s rollback: the new files’ rollbacks do that.`;
}

function isWork({ kind }: Statement): boolean {
  return kind !== 'TransactionStmt' && kind !== 'VariableSetStmt';
}

const oneLine = (sql: string) => sql.replace(/\s+/g, ' ');

/** The objects that it names; what belongs to a table is more than the table. */
function keysOf({ node }: Statement): Set<string> {
  return new Set(effectsOf(node).flatMap(({ object, implied }) => (implied ? [] : [objectKey(object)])));
}
