/** All that one object lost to the one that took its place. Pure. */
import type { Entry } from '../../snapshot/entry.js';
import * as attributes from './attributes.js';
import { lostOfColumns } from './columns.js';
import { lostConstraints, lostInbound, lostIndexes } from './constraints.js';
import { lostDependents, staleViews } from './dependents.js';
import { Families } from './family.js';
import { lostGrants, lostOwner, publicAgain } from './grants.js';
import type { Replaced, Replacement } from './lineage.js';
import { type IsNamed, type Loss, lossOf, type Pair } from './loss.js';
import { lostPolicies, lostRowSecurity, lostTriggers, shownRows, weakened } from './security.js';

/** In the order in which their SQL can run: keys before the foreign keys that need them. */
const OF_ITSELF: ((pair: Pair) => Loss[])[] = [
  lostOwner,
  lostGrants,
  publicAgain,
  lostConstraints,
  lostIndexes,
  lostRowSecurity,
  lostPolicies,
  lostTriggers,
  attributes.lostPlace,
  attributes.lostOptions,
  lostOfColumns,
  attributes.lostReplicaIdentity,
  attributes.lostPublications,
  attributes.lostStatistics,
  attributes.lostOfFunction,
  attributes.lostOfDomain,
  attributes.lostComments,
  attributes.lostParents,
  attributes.lostContents,
  staleViews,
];

/** Of a table that a view has replaced, or the reverse: what its readers would miss. */
const OF_ANOTHER_KIND: ((pair: Pair) => Loss[])[] = [lostOwner, lostGrants, shownRows];

/** Of an object that OR REPLACE has given another definition: what guards it, and is gone by not being said again. */
const REDEFINED: ((pair: Pair) => Loss[])[] = [attributes.lostGuards, attributes.lostOfFunction];

const ON_A_VIEW = [lostOwner, lostGrants, lostIndexes, lostTriggers, lostOfColumns, attributes.lostComments];

/** `isNamed`: whether a statement of the change drops the object by its name. */
export function lossesOf(
  { first, final, replacements, redefined }: Replaced,
  isNamed: IsNamed,
): [Replacement, Loss[]][] {
  const keys = new Set(replacements.map(({ before }) => before.key));
  const isReplaced = (key: string) => keys.has(key);
  const was = new Families(first);
  const is = new Families(final);
  const nothing = new Families(new Map());
  const rest = (before: Entry, after: Entry) => {
    const pair = { before, after, moved: null, was: was.of(before), is: nothing.of(after), first, final, isNamed };
    return ON_A_VIEW.flatMap((find) => find(pair));
  };
  const pairOf = (replacement: Replacement): Pair => {
    const { before, after } = replacement;
    return { ...replacement, was: was.of(before), is: is.of(after), first, final, isNamed };
  };
  const all = (replacement: Replacement, finders: readonly ((pair: Pair) => Loss[])[]): [Replacement, Loss[]] => [
    replacement,
    finders.flatMap((find) => find(pairOf(replacement))),
  ];
  const again = redefined.map((replacement) => all(replacement, REDEFINED));
  const anew = replacements.flatMap((replacement): [Replacement, Loss[]][] => {
    const { before, after } = replacement;
    if (before.kind === 'policy') {
      // With its table, it is compared as a part of that.
      if (isReplaced(`table ${JSON.stringify(before.tableParts)}`)) return [];
      return [[replacement, lossOf('policies', true, weakened(before, after))]];
    }
    if (before.kind !== after.kind) return [all(replacement, OF_ANOTHER_KIND)];
    const pair = pairOf(replacement);
    return [
      [
        replacement,
        [
          ...OF_ITSELF.flatMap((find) => find(pair)),
          ...lostInbound(pair, is, isReplaced),
          ...lostDependents(pair, { isReplaced, rest }),
        ],
      ],
    ];
  });
  return [...again, ...anew];
}
