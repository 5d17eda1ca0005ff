/** A policy that takes another one's place and keeps no row back any more. Pure. */
import type { Node } from '@pgsql/types';
import type { KnownObject } from '../../schema/known.js';
import { likeness } from './likeness.js';
import { isAlwaysTrue } from './true-conditions.js';

type RowPolicy = KnownObject<'policy'>;

/** What the change made shows every row to whom `old` showed some, and no older one did so. */
export function isOpened(old: RowPolicy, before: readonly RowPolicy[], after: readonly RowPolicy[]): boolean {
  if (!keepsBack(old)) return false;
  const isOpen = (policy: RowPolicy) => standsFor(policy, old) && usingOf(policy) !== undefined && !keepsBack(policy);
  // Of several restrictive ones each keeps rows back, of several permissive ones each shows some.
  const made = after.filter((policy) => policy.origin === 'change' && standsFor(policy, old));
  if (old.facts?.restrictive) return made.length > 0 && made.every(isOpen);
  return made.some(isOpen) && !before.some((policy) => policy.name !== old.name && isOpen(policy));
}

/** Of the same kind, for the same commands and roles, or for more. */
function standsFor({ facts: now }: RowPolicy, { facts: was }: RowPolicy): boolean {
  if ((now?.restrictive ?? false) !== (was?.restrictive ?? false)) return false;
  return (['for', 'to'] as const).every((part) => {
    const [is, before] = [now?.definition?.[part], was?.definition?.[part]];
    return is === undefined || likeness(is, before) === 'same';
  });
}

/** Its USING, where the scripts tell it; an INSERT has none. */
function usingOf({ facts }: RowPolicy): Node | undefined {
  const using = facts?.definition?.using;
  return typeof using === 'object' && using !== null ? (using as Node) : undefined;
}

export function keepsBack(policy: RowPolicy): boolean {
  const using = usingOf(policy);
  return using !== undefined && !isAlwaysTrue(using);
}
