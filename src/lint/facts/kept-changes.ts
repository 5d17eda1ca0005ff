/** What a migration changes of older objects and its rollback doesn't set back, as the static replay sees it. */
import type { Statement } from '../../model.js';
import type { KnownObject, Schema } from '../../schema/schema.js';
import type { ColumnType } from '../../schema/types.js';
import { typeText } from '../../schema/types.js';
import { type Likeness, likeness } from './likeness.js';

export interface KeptChange {
  statement: Statement;
  object: KnownObject;
  /** The object before the migration. */
  old: KnownObject;
  fact: string;
  before: unknown;
  after: unknown;
  /** The rollback sets it to something else than it was before. */
  other: boolean;
}

/** What each statement of the migration made of an object, in order; null where it dropped it. */
export type ObjectHistory = ReadonlyMap<string, Steps>;

export interface Steps {
  of: Pick<KnownObject, 'kind' | 'name'>;
  steps: { statement: Statement; object: KnownObject | null }[];
}

/** Facts that only say what the replay worked out, or that no rollback needs to take back. */
const IGNORED = new Set([
  'definition',
  'inherited',
  'bare',
  'complete',
  'validated',
  'constrained',
  'constraint',
  'usingIndex',
  'named',
  'reads',
  'isDefaultPartition',
  'keepsBounds',
  'bounds',
  'arguments',
  'withOut',
  'parameters',
  'returns',
  'vague',
  'invalid',
  'privileges',
  'grants',
  'made',
  'volatility',
  'language',
  'labels',
  'base',
  // An index's and a view's are parts of their definitions.
  'mentions',
  'included',
  'whereNotNull',
  'collated',
  'custom',
  'descending',
  'nullsNotDistinct',
  'partial',
  'unique',
  'method',
]);

/** The part of a definition that says which index CLUSTER went by last: the next one may say another. */
const MARK = 'CLUSTER ON';

/** The schema before the migration, after it, and after its rollback. */
export interface Stages {
  before: Schema;
  after: Schema;
  end: Schema;
}

export function keptChanges({ before, after, end }: Stages, history: ObjectHistory): KeptChange[] {
  return [...history.values()].flatMap(({ of, steps }) => {
    const old = before.known(of);
    if (!old) return [];
    const [now, last] = [after.known(old), end.known(old)];
    if (!last) return [];
    return namesOf(old, now, last).flatMap((named): KeptChange[] => {
      const { fact } = named;
      // How a constraint's index is defined, the constraint says.
      if (named.isPart && old.kind === 'index' && constraintOf(old) && valueIn(old, named) === undefined) return [];
      const [was, is, stays] = [old, now, last].map((known) => known && valueIn(known, named));
      // What it was before, or is now, no script shows.
      if ((old.partial && was === undefined) || (last.partial && stays === undefined)) return [];
      const back = compared(was, stays);
      const isKept = now !== undefined && compared(was, is) !== 'same' && compared(is, stays) === 'same';
      if (back === 'same' || (back === 'unknown' && !isKept)) return [];
      const statement =
        steps.findLast(({ object }) => object === null || compared(was, valueIn(object, named)) !== 'same') ??
        steps.findLast(({ object }) => object && isChanged(old, object));
      return statement
        ? [{ statement: statement.statement, object: last, old, fact, before: was, after: stays, other: !isKept }]
        : [];
    });
  });
}

function constraintOf({ facts }: KnownObject): string | undefined {
  return (facts as KnownObject<'index'>['facts'])?.constraint;
}

/** What the rollback alone changes, of an object that the migration left alone, is not this migration's. */
function isChanged(old: KnownObject, object: KnownObject): boolean {
  return namesOf(old, object).some((named) => compared(valueIn(old, named), valueIn(object, named)) !== 'same');
}

/** A fact, or a part of the definition. */
interface FactName {
  fact: string;
  isPart: boolean;
}

/** The facts and the parts of the definition that any of them has. */
function namesOf(...all: (KnownObject | undefined)[]): FactName[] {
  const of = (keys: (known: KnownObject | undefined) => object | undefined) => [
    ...new Set(all.flatMap((known) => Object.keys(keys(known) ?? {}))),
  ];
  const kind = all[0]?.kind;
  const facts = of((known) => known?.facts).filter(
    (fact) => !IGNORED.has(fact) && !(fact === 'columns' && kind !== 'constraint'),
  );
  return [
    ...facts.map((fact) => ({ fact, isPart: false })),
    ...of((known) => known?.facts?.definition).flatMap((fact) => (fact === MARK ? [] : [{ fact, isPart: true }])),
  ];
}

function valueIn({ facts }: KnownObject, { fact, isPart }: FactName): unknown {
  return isPart ? facts?.definition?.[fact] : (facts as Record<string, unknown> | undefined)?.[fact];
}

/** Absent and false are one, and so are two ways to write a default. */
function compared(a: unknown, b: unknown): Likeness {
  if (isType(a) && isType(b)) return typeText(a) === typeText(b) ? 'same' : 'different';
  return likeness(a, b);
}

function isType(value: unknown): value is ColumnType {
  return typeof value === 'object' && value !== null && 'modifiers' in value && 'serial' in value;
}
