/** Which findings follow from the fact of another one. Pure data, and the question that is asked of it. */

import { compareLockModes } from '../sql/locks.js';
import type { Fact } from './fact.js';
import {
  allNamed,
  atStatement,
  byItsForeignKey,
  endsAlike,
  forItsRight,
  inFunction,
  inScript,
  ofItsCall,
  ofLockedTable,
  ofNarrowed,
  ofObject,
  ofTable,
  onItsTable,
  refusedAlike,
  refusesItsTable,
  type Stating,
} from './near.js';

interface From {
  /** The finding that it follows from is of one of these; any, where it says nothing. */
  rules?: readonly string[];
  /** It has such a fact. */
  fact?: (fact: Fact) => boolean;
  /** And it is as this says. */
  when?: (leader: Stating) => boolean;
  /** It is graver: then it may be of any check, of the follower's own, too. */
  isGraver?: true;
  /** Where that one stands: at the same statement, unless said. */
  near?: (follower: Stating, leader: Stating) => boolean;
}

const locks = ({ kind }: Fact) => kind === 'lock' || kind === 'waits';
const reads = ({ kind }: Fact) => kind === 'scan' || kind === 'rewrite';
/** It works through a relation, or takes a lock that stops others while it works. */
const works = (fact: Fact) =>
  reads(fact) || fact.kind === 'waits' || (fact.kind === 'lock' && compareLockModes(fact.mode, 'SHARE') >= 0);

/** What fails as soon as there are rows leads the work that ends so; what only may fail is told with that work. */
const MAY_FAIL = 'fails-with-rows, depending on them';
const keyOf = ({ rule, severity }: Stating) => (rule === 'fails-with-rows' && severity !== 'error' ? MAY_FAIL : rule);
const OF_FAILURE: From = { rules: ['fails-with-rows'], when: (leader) => keyOf(leader) !== MAY_FAIL };

const DROPS = ['drop-table', 'drop-column', 'truncate-table'];

/** An index of another definition has the name: the statement does nothing. */
export const MASKING = 'if-not-exists-masks-different-index';
/** What a statement would do, if it weren't refused. */
const WOULD = [
  'alter-column-type-narrowing',
  'alter-column-type-rewrites',
  'alter-column-type-scans',
  'alter-column-type-on-foreign-key',
  'drop-table',
  'drop-column',
  'drop-view',
  'drop-function',
  'vacuum-full',
];
/** The lock on the other side of a foreign key is that of the rewriting; values that don't fit stop it. */
const MORE: Readonly<Record<string, From[]>> = {
  'alter-column-type-rewrites': [{ rules: ['alter-column-type-narrowing'] }],
  'alter-column-type-on-foreign-key': [{ rules: ['alter-column-type-rewrites'] }],
};
const OF_REFUSAL: From = { fact: ({ kind }) => kind === 'refused' };

/** Rules of statements after which a name is gone, or means something else. */
const TAKES_NAMES = [
  ...DROPS,
  'drop-view',
  'drop-function',
  'drop-schema',
  'drop-cascade',
  'rename-column',
  'rename-table',
  'rename-function',
  'rename-schema',
  'enum-value-renamed',
  'alter-column-type-narrowing',
  'alter-column-type-rewrites',
  'unwritten-loss',
];

/** ON CONFLICT finds no unique index. */
const NO_ARBITER = /\(SQLSTATE 42P10\)/;

/** Rules about values that the deployed release leaves out. */
const LEAVES_OUT = ['add-column-default-dropped', 'drop-default-still-required'];

/** Checks that say by themselves that writes are refused. */
const REFUSES_WRITES = [
  'published-table-refuses-writes',
  'replica-identity-index-gone',
  'sequence-behind-rows',
  'unwritten-access-change',
  'replacement-loses-protection',
];

/** Postgres can't choose between two forms of a function. */
const OF_OVERLOAD: From = { rules: ['function-overload'], near: ofItsCall };

/** Rules of work under a lock whose statement may fail for every row. */
const WORK_THAT_FAILS = [
  'set-not-null',
  'add-column-with-check',
  'add-column-unique',
  'add-column-foreign-key-with-default',
  'add-primary-key',
  'add-unique-constraint',
  'check-without-not-valid',
  'index-not-concurrent',
  'validate-in-same-transaction',
];

/**
 * By check: what it follows from, any of the list. It may follow from a check above it, or from one that isn't here: so
 * there is no circle.
 */
const FOLLOWS: ReadonlyMap<string, readonly From[]> = new Map<string, readonly From[]>([
  ...WOULD.map((rule): [string, From[]] => [rule, [OF_REFUSAL, ...(MORE[rule] ?? [])]]),
  ['fails-with-rows', [{ fact: ({ kind }) => kind === 'refused on rows' }]],
  ...WORK_THAT_FAILS.map((rule): [string, From[]] => [rule, [OF_FAILURE]]),
  [MAY_FAIL, [{ fact: (fact) => reads(fact) || fact.kind === 'refused on rows' }]],
  // What builds nothing can't be stopped halfway.
  ['if-not-exists-masks-invalid-index', [{ rules: [MASKING] }]],
  ['timeout-around-concurrently', [{ rules: [MASKING] }]],
  ['partly-applied-not-repeatable', [{ rules: [MASKING] }]],
  // Of a new partition it is told for itself; what worked before, and is refused for it, says more.
  ['published-table-refuses-writes', [{ rules: ['write-breaks'], isGraver: true, near: refusesItsTable }]],
  ['replica-identity-nothing', [{ rules: ['published-table-refuses-writes'] }]],
  ['drop-cascade', [{ rules: DROPS }]],
  ['unwritten-loss', [{ rules: ['drop-cascade', 'drop-table', 'drop-schema'], near: allNamed }]],
  ['do-block-hides-sql', [{ rules: ['unwritten-loss'] }]],
  ['drop-column-drops-index', [{ rules: ['drop-column'] }]],
  [
    'blocking-scan',
    [
      { fact: works },
      OF_FAILURE,
      // TRUNCATE's new file is no rewriting.
      { rules: ['unwritten-loss'], fact: (fact) => fact.kind === 'hazard' && fact.name === 'emptied' },
    ],
  ],
  ['lock-held-during-scan', [{ fact: works }, { rules: ['validate-in-same-transaction'], near: ofLockedTable }]],
  ['drop-table-locks-referenced', [{ rules: ['drop-table'] }]],
  ['drop-foreign-key-locks-referenced', [{ rules: ['drop-constraint', 'drop-column', 'drop-table'] }]],
  ['partition-of-locks-parent', [{ rules: ['default-partition-scan'] }]],
  ['if-exists-still-locks', [{ fact: locks }]],
  [
    'lock-on-unnamed-table',
    [{ fact: (fact) => locks(fact) || fact.kind === 'refused' }, { rules: ['unwritten-loss'] }],
  ],
  [
    'rerun-fails',
    [
      {
        rules: [
          'down-leaves-object',
          'down-keeps-change',
          'down-loses-object',
          'down-changes-object',
          'down-fails',
          'down-keeps-enum-value',
          'down-drops-preexisting-object',
        ],
        near: ofObject,
      },
    ],
  ],
  ['down-fails-with-new-data', [{ rules: ['alter-column-type-narrowing'], near: ofNarrowed }]],
  ['rollback-loses-data', [{ rules: DROPS, near: ofTable }]],
  ['irreversible-up', [{ rules: [...DROPS, 'delete-whole-table', 'alter-column-type-narrowing'] }]],
  [
    'rerun-fails-halfway',
    [
      {
        rules: [
          'timeout-around-concurrently',
          'rerun-hides-failure',
          'partly-applied-not-repeatable',
          'unclosed-transaction',
          'concurrently-in-transaction',
        ],
        near: inScript,
      },
    ],
  ],
  [
    'dump-not-restorable',
    [{ rules: ['fails-with-rows'] }, { rules: ['dump-not-restorable'], isGraver: true, near: endsAlike }],
  ],
  ['sequence-behind-rows', [{ rules: ['sequence-set-back'] }]],
  ['stored-code-breaks', [{ rules: TAKES_NAMES }, OF_OVERLOAD]],
  [
    'write-breaks',
    [
      { rules: [...TAKES_NAMES, ...REFUSES_WRITES] },
      { rules: REFUSES_WRITES, near: onItsTable },
      { rules: ['stored-code-breaks'], near: inFunction },
      { rules: ['replacement-loses-protection'], near: forItsRight },
      OF_OVERLOAD,
    ],
  ],
  [
    'query-breaks',
    [
      { rules: [...TAKES_NAMES, ...REFUSES_WRITES, ...LEAVES_OUT] },
      { rules: ['write-breaks', 'stored-code-breaks'], near: refusedAlike },
      OF_OVERLOAD,
    ],
  ],
  ['foreign-key-loses-action', [{ rules: ['write-breaks'], near: byItsForeignKey }]],
  ['drop-unique', [{ rules: ['query-breaks', 'stored-code-breaks'], when: ({ message }) => NO_ARBITER.test(message) }]],
  ['privilege-revoked', [{ rules: ['write-breaks'] }]],
  ['replacement-loses-attribute', [{ rules: ['replacement-loses-protection'] }]],
  ['lossy-recreate', [{ rules: ['replacement-loses-protection', 'replacement-loses-attribute'] }]],
  [
    'no-lock-timeout',
    [{ fact: locks }, { rules: ['set-local-outside-transaction', 'several-tables-locked'], near: inScript }],
  ],
]);

/** Every check that the list speaks of. */
export const SPOKEN_OF: readonly string[] = [...FOLLOWS].flatMap(([rule, from]) => [
  ...(rule === MAY_FAIL ? [] : [rule]),
  ...from.flatMap(({ rules = [] }) => rules),
]);

const ORDER = [...FOLLOWS.keys()];

/** Whether the check may follow from another one at all. */
export function mayFollow(rule: string): boolean {
  return FOLLOWS.has(rule);
}

/** Whether the one is a consequence of what the other says. */
export function follows(follower: Stating, leader: Stating): boolean {
  // Those that follow from nothing have no place in the order, and come before all others.
  const isBefore = ORDER.indexOf(keyOf(leader)) < ORDER.indexOf(keyOf(follower));
  const isGraver = leader.severity === 'error' && follower.severity !== 'error';
  return (FOLLOWS.get(keyOf(follower)) ?? []).some(
    ({ rules, fact, when = () => true, near = atStatement, isGraver: mustBe = false }) =>
      (mustBe ? isGraver : isBefore) &&
      (rules?.includes(leader.rule) ?? true) &&
      (fact === undefined || leader.facts.some(fact)) &&
      when(leader) &&
      near(follower, leader),
  );
}
