/** What a migration changes of older objects and its rollback leaves changed, as the static replay sees it. */

import type { Node } from '@pgsql/types';
import type { Script, Statement } from '../../model.js';
import { type Effect, effectsOf } from '../../schema/effects/index.js';
import { objectKey } from '../../schema/objects.js';
import type { KnownObject, Schema } from '../../schema/schema.js';
import { nodeOf, sameTree } from '../../sql/ast.js';
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
  'vague',
  'invalid',
  'privileges',
  'volatility',
  'language',
]);

/** The schema before the migration, after it, and after its rollback. */
export interface Stages {
  before: Schema;
  after: Schema;
  end: Schema;
}

export function keptChanges({ before, after, end }: Stages, up: Script): KeptChange[] {
  const touched = statementsFrom(up).flatMap((statement) =>
    effectsOf(statement.node)
      .filter(({ change }) => change === 'alter')
      .map(({ object }) => ({ statement, object, old: find(before, object) })),
  );
  const seen = new Set<string>();
  return touched.flatMap(({ statement, object, old }) =>
    Object.keys(object.facts ?? {}).flatMap((fact): KeptChange[] => {
      const key = `${objectKey(object)} ${fact}`;
      const [now, last] = [find(after, object), find(end, object)];
      if (!old || !now || !last || old.origin !== 'baseline' || IGNORED.has(fact) || seen.has(key)) return [];
      seen.add(key);
      const [was, is, stays] = [old, now, last].map(
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

/** Absent and false are one, and so are two ways to write a default. */
function same(a: unknown, b: unknown): boolean {
  return sameTree(plain(a || null), plain(b || null));
}

/** An expression without what Postgres adds by itself: the type of a literal, the schema of its own functions. */
function plain(tree: unknown, depth = 0): unknown {
  // No default is as deep as that; what is, is compared as it is written.
  if (tree === null || typeof tree !== 'object' || depth > 100) return tree;
  if (Array.isArray(tree)) return tree.map((part) => plain(part, depth + 1));
  const literal = nodeOf(tree as Node, 'TypeCast')?.arg;
  if (literal && 'A_Const' in literal) return plain(literal, depth + 1);
  return Object.fromEntries(
    Object.entries(tree).map(([key, part]) => [
      key,
      plain(key === 'funcname' ? (part as Node[]).slice(-1) : part, depth + 1),
    ]),
  );
}
