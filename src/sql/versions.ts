/** Which major version of Postgres has what. Nothing else compares versions. */

/** The majors that are supported, oldest first: everything is tested on each. */
export const MAJORS: readonly number[] = [15, 16, 17, 18];
export const OLDEST = Math.min(...MAJORS);
export const NEWEST = Math.max(...MAJORS);

interface Since {
  /** The first major that has it. */
  since: number;
  /** Where that is written; what no manual says is shown by test/proof. */
  source: string;
}

const FEATURES = {
  /** A primary key refuses an index with NULLS NOT DISTINCT. */
  primaryKeyNeedsDistinctNulls: {
    since: 16,
    source: 'release notes 16, E.x.2: NULLS NOT DISTINCT indexes for primary keys',
  },
  /** A value that is added to an enum can be used in the transaction that created the enum. */
  newValueOfNewEnum: { since: 17, source: 'pg_enum.c, EnumUncommitted and uncommitted_enum_types' },
  transactionTimeout: { since: 17, source: 'manual 19.11.1, transaction_timeout' },
  /** Event triggers can be switched off by a superuser. */
  eventTriggersOff: { since: 17, source: 'manual 19.11.1, event_triggers' },
  notValidForeignKeyOfPartitioned: {
    since: 18,
    source: 'release notes 18: NOT VALID foreign keys on partitioned tables',
  },
  /** ADD CONSTRAINT … NOT NULL … NOT VALID. */
  notValidNotNull: { since: 18, source: 'release notes 18: NOT NULL constraints with NOT VALID' },
  virtualColumns: { since: 18, source: 'manual 5.4, generated columns: VIRTUAL' },
  /** GRANT looks at its tables under a lock. */
  grantLocksTables: { since: 18, source: 'aclchk.c, objectNamesToOids' },
  /** ADD UNIQUE and ADD PRIMARY KEY of a partitioned table lock its partitions as they lock the table itself. */
  partitionsLockedAsTheirTable: { since: 18, source: 'test/proof/footprint.test.ts' },
  /** pg_restore_relation_stats and pg_restore_attribute_stats. */
  restoresStatistics: { since: 18, source: 'manual 9.28, statistics manipulation functions' },
} satisfies Record<string, Since>;

export type Feature = keyof typeof FEATURES;

/** What a version that is not set is taken for; each caller decides which mistake it prefers. */
export type Unknown = 'as newest' | 'as oldest';

/** Whether this major has the feature. One that is newer than all we know has what the newest known has. */
export function has(feature: Feature, version: number): boolean;
export function has(feature: Feature, version: number | null, ifUnknown: Unknown): boolean;
export function has(feature: Feature, version: number | null, ifUnknown: Unknown = 'as oldest'): boolean {
  return (version ?? (ifUnknown === 'as newest' ? NEWEST : OLDEST)) >= FEATURES[feature].since;
}

/** The first major that has the feature, to be named in a message. */
export function firstWith(feature: Feature): number {
  return FEATURES[feature].since;
}

export function isSupported(version: number): boolean {
  return version >= OLDEST;
}
