/** What a migration changes of older objects and its rollback leaves changed, as the static replay sees it. */

import type { Script, Statement } from '../../model.js';
import { type Effect, effectsOf } from '../../schema/effects/index.js';
import { objectKey } from '../../schema/objects.js';
import type { KnownObject, Schema } from '../../schema/schema.js';
import { sameTree } from '../../sql/ast.js';
import { statementsFrom } from './down.js';

export interface KeptChange {
  statement: Statement;
  object: Effect['object'];
  fact: string;
  before: unknown;
  after: unknown;
}

/** Facts that only say what the replay worked out, or that no rollback needs to take back. */
const IGNORED = new Set([
  'complete',
  'validated',
  'constrained',
  'constraint',
  'reads',
  'columns',
  'isDefaultPartition',
  'arguments',
  'privileges',
  'volatility',
  'language',
]);

/** `before`: the schema before the migration. */
export function keptChanges(before: Schema, up: Script, down: Script): KeptChange[] {
  const touched = statementsFrom(up).flatMap((statement) =>
    effectsOf(statement.node)
      .filter(({ change }) => change === 'alter')
      .map(({ object }) => ({ statement, object, old: find(before, object) })),
  );
  const scratch = before.fork();
  scratch.replay(up.statements, 'change');
  const after = new Map(touched.map(({ object }) => [objectKey(object), find(scratch, object)]));
  scratch.replay(down.statements, 'change');
  const seen = new Set<string>();
  return touched.flatMap(({ statement, object, old }) =>
    Object.keys(object.facts ?? {}).flatMap((fact): KeptChange[] => {
      const key = `${objectKey(object)} ${fact}`;
      const [now, end] = [after.get(objectKey(object)), find(scratch, object)];
      if (!old || !now || !end || old.origin !== 'baseline' || IGNORED.has(fact) || seen.has(key)) return [];
      seen.add(key);
      const [was, is, stays] = [old, now, end].map(
        (known) => (known.facts as Record<string, unknown> | undefined)?.[fact],
      );
      // What it was before no script shows.
      if (old.partial && was === undefined) return [];
      if (same(was, is) || !same(is, stays)) return [];
      return [{ statement, object, fact, before: was, after: is }];
    }),
  );
}

function find(schema: Schema, { kind, name }: Effect['object']): KnownObject | undefined {
  return schema.find(kind, name);
}

/** Absent and false are one. */
function same(a: unknown, b: unknown): boolean {
  return sameTree(a || null, b || null);
}
