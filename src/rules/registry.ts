/** Every rule, in alphabetical order. */
import addColumnConstrainedDomain from './add-column-constrained-domain.js';
import addColumnDefaultDropped from './add-column-default-dropped.js';
import addColumnForeignKeyWithDefault from './add-column-foreign-key-with-default.js';
import addColumnGeneratedStored from './add-column-generated-stored.js';
import addColumnNotNullWithoutDefault from './add-column-not-null-without-default.js';
import addColumnSerial from './add-column-serial.js';
import addColumnUnique from './add-column-unique.js';
import addColumnUnknownDefault from './add-column-unknown-default.js';
import addColumnVolatileDefault from './add-column-volatile-default.js';
import addColumnWithCheck from './add-column-with-check.js';
import addExclusionConstraint from './add-exclusion-constraint.js';
import addIdentityToNullableColumn from './add-identity-to-nullable-column.js';
import addPrimaryKey from './add-primary-key.js';
import addUniqueConstraint from './add-unique-constraint.js';
import alterColumnTypeDependsOnTimezone from './alter-column-type-depends-on-timezone.js';
import alterColumnTypeNarrowing from './alter-column-type-narrowing.js';
import alterColumnTypeNeedsUsing from './alter-column-type-needs-using.js';
import alterColumnTypeOnForeignKey from './alter-column-type-on-foreign-key.js';
import alterColumnTypeRewrites from './alter-column-type-rewrites.js';
import alterColumnTypeScans from './alter-column-type-scans.js';
import alterColumnTypeUnknown from './alter-column-type-unknown.js';
import alterColumnTypeUsedByView from './alter-column-type-used-by-view.js';
import alterExtensionUpdate from './alter-extension-update.js';
import alterGeneratedExpression from './alter-generated-expression.js';
import alterSequenceBlocksNextval from './alter-sequence-blocks-nextval.js';
import attachPartitionScan from './attach-partition-scan.js';
import beginInToolTransaction from './begin-in-tool-transaction.js';
import checkNotImmutable from './check-not-immutable.js';
import checkWithSubquery from './check-with-subquery.js';
import checkWithoutNotValid from './check-without-not-valid.js';
import columnNamedTwice from './column-named-twice.js';
import compositeTypeCascade from './composite-type-cascade.js';
import concurrentlyInTransaction from './concurrently-in-transaction.js';
import concurrentlyUnsupported from './concurrently-unsupported.js';
import constraintNameDiffersAfterRollback from './constraint-name-differs-after-rollback.js';
import constraintNotEnforced from './constraint-not-enforced.js';
import constraintUnnamed from './constraint-unnamed.js';
import createUnloggedTable from './create-unlogged-table.js';
import databaseInMigration from './database-in-migration.js';
import defaultPartitionScan from './default-partition-scan.js';
import deleteWholeTable from './delete-whole-table.js';
import detachConcurrentlyWithDefault from './detach-concurrently-with-default.js';
import detachNotConcurrent from './detach-not-concurrent.js';
import disableTrigger from './disable-trigger.js';
import discouragedType from './discouraged-type.js';
import doBlockHidesSql from './do-block-hides-sql.js';
import domainConstraintBlocksWrites from './domain-constraint-blocks-writes.js';
import domainWithConstraint from './domain-with-constraint.js';
import downDropsData from './down-drops-data.js';
import downDropsPreexistingObject from './down-drops-preexisting-object.js';
import downKeepsChange from './down-keeps-change.js';
import downKeepsEnumValue from './down-keeps-enum-value.js';
import downKeepsPrivilege from './down-keeps-privilege.js';
import downLeavesObject from './down-leaves-object.js';
import downRestoresUnvalidated from './down-restores-unvalidated.js';
import dropAfterItsTable from './drop-after-its-table.js';
import dropCascade from './drop-cascade.js';
import dropColumn from './drop-column.js';
import dropColumnDropsIndex from './drop-column-drops-index.js';
import dropConstraint from './drop-constraint.js';
import dropExtension from './drop-extension.js';
import dropForeignKeyLocksReferenced from './drop-foreign-key-locks-referenced.js';
import dropIndexBackingConstraint from './drop-index-backing-constraint.js';
import dropIndexBeforeReplacement from './drop-index-before-replacement.js';
import dropIndexNotConcurrent from './drop-index-not-concurrent.js';
import dropNotNull from './drop-not-null.js';
import dropNotNullOnPrimaryKey from './drop-not-null-on-primary-key.js';
import dropPartition from './drop-partition.js';
import dropPrimaryKey from './drop-primary-key.js';
import dropStillNeeded from './drop-still-needed.js';
import dropTable from './drop-table.js';
import dropTableLocksReferenced from './drop-table-locks-referenced.js';
import enumType from './enum-type.js';
import enumValueOrder from './enum-value-order.js';
import enumValueRenamed from './enum-value-renamed.js';
import enumValueUsedInSameTransaction from './enum-value-used-in-same-transaction.js';
import foreignKeyCascade from './foreign-key-cascade.js';
import foreignKeyNotValidOnPartitioned from './foreign-key-not-valid-on-partitioned.js';
import foreignKeyTypeMismatch from './foreign-key-type-mismatch.js';
import foreignKeyWithoutIndex from './foreign-key-without-index.js';
import foreignKeyWithoutNotValid from './foreign-key-without-not-valid.js';
import grantToPublic from './grant-to-public.js';
import identifierTooLong from './identifier-too-long.js';
import ifExistsStillLocks from './if-exists-still-locks.js';
import ifNotExistsHidesTable from './if-not-exists-hides-table.js';
import ifNotExistsMasksDifferentIndex from './if-not-exists-masks-different-index.js';
import ifNotExistsMasksInvalidIndex from './if-not-exists-masks-invalid-index.js';
import ifNotExistsThenDrop from './if-not-exists-then-drop.js';
import indexNotConcurrent from './index-not-concurrent.js';
import insertSelectWholeTable from './insert-select-whole-table.js';
import irreversibleUp from './irreversible-up.js';
import likeUnderscoreWildcard from './like-underscore-wildcard.js';
import lockHeldDuringScan from './lock-held-during-scan.js';
import lockTable from './lock-table.js';
import lockTimeoutTooLong from './lock-timeout-too-long.js';
import lossyRecreate from './lossy-recreate.js';
import needsTransaction from './needs-transaction.js';
import noLockTimeout from './no-lock-timeout.js';
import nonTransactionalInTransaction from './non-transactional-in-transaction.js';
import partitionOfLocksParent from './partition-of-locks-parent.js';
import partitionedUniqueWithoutKey from './partitioned-unique-without-key.js';
import partlyAppliedNotRepeatable from './partly-applied-not-repeatable.js';
import pendingTriggerEvents from './pending-trigger-events.js';
import primaryKeyScansForNull from './primary-key-scans-for-null.js';
import quotedIdentifier from './quoted-identifier.js';
import redundantIndex from './redundant-index.js';
import refreshConcurrentlyWithoutUniqueIndex from './refresh-concurrently-without-unique-index.js';
import refreshNotConcurrent from './refresh-not-concurrent.js';
import reindexNotConcurrent from './reindex-not-concurrent.js';
import renameColumn from './rename-column.js';
import renameSchema from './rename-schema.js';
import renameTable from './rename-table.js';
import replaceFunctionIncompatible from './replace-function-incompatible.js';
import replaceViewIncompatible from './replace-view-incompatible.js';
import rlsWithoutPolicy from './rls-without-policy.js';
import type { Rule } from './rule.js';
import securityDefinerSearchPath from './security-definer-search-path.js';
import selectAssertsNothing from './select-asserts-nothing.js';
import sessionSettingLeaks from './session-setting-leaks.js';
import setLocalOutsideTransaction from './set-local-outside-transaction.js';
import setNotNull from './set-not-null.js';
import severalTablesLocked from './several-tables-locked.js';
import shortPrimaryKey from './short-primary-key.js';
import standardStringsOff from './standard-strings-off.js';
import storageRewrite from './storage-rewrite.js';
import superuserOnly from './superuser-only.js';
import tableWithoutPrimaryKey from './table-without-primary-key.js';
import timeoutAroundConcurrently from './timeout-around-concurrently.js';
import truncateTable from './truncate-table.js';
import unclosedTransaction from './unclosed-transaction.js';
import uniqueIndexFindsDuplicates from './unique-index-finds-duplicates.js';
import unnamedIndex from './unnamed-index.js';
import unqualifiedName from './unqualified-name.js';
import updateWholeTable from './update-whole-table.js';
import usingIndexRefused from './using-index-refused.js';
import vacuumFull from './vacuum-full.js';
import validateInSameTransaction from './validate-in-same-transaction.js';
import validateUnknownConstraint from './validate-unknown-constraint.js';
import validationWithoutExpectation from './validation-without-expectation.js';

export const RULES: readonly Rule[] = [
  addColumnConstrainedDomain,
  addColumnDefaultDropped,
  addColumnForeignKeyWithDefault,
  addColumnGeneratedStored,
  addColumnNotNullWithoutDefault,
  addColumnSerial,
  addColumnUnique,
  addColumnUnknownDefault,
  addColumnVolatileDefault,
  addColumnWithCheck,
  addExclusionConstraint,
  addIdentityToNullableColumn,
  addPrimaryKey,
  addUniqueConstraint,
  alterColumnTypeDependsOnTimezone,
  alterColumnTypeNarrowing,
  alterColumnTypeNeedsUsing,
  alterColumnTypeOnForeignKey,
  alterColumnTypeRewrites,
  alterColumnTypeScans,
  alterColumnTypeUnknown,
  alterColumnTypeUsedByView,
  alterExtensionUpdate,
  alterGeneratedExpression,
  alterSequenceBlocksNextval,
  attachPartitionScan,
  beginInToolTransaction,
  checkNotImmutable,
  checkWithSubquery,
  checkWithoutNotValid,
  columnNamedTwice,
  compositeTypeCascade,
  concurrentlyInTransaction,
  concurrentlyUnsupported,
  constraintNameDiffersAfterRollback,
  constraintNotEnforced,
  constraintUnnamed,
  createUnloggedTable,
  databaseInMigration,
  defaultPartitionScan,
  deleteWholeTable,
  detachConcurrentlyWithDefault,
  detachNotConcurrent,
  disableTrigger,
  discouragedType,
  doBlockHidesSql,
  domainConstraintBlocksWrites,
  domainWithConstraint,
  downDropsData,
  downDropsPreexistingObject,
  downKeepsChange,
  downKeepsEnumValue,
  downKeepsPrivilege,
  downLeavesObject,
  downRestoresUnvalidated,
  dropAfterItsTable,
  dropCascade,
  dropColumn,
  dropColumnDropsIndex,
  dropConstraint,
  dropExtension,
  dropForeignKeyLocksReferenced,
  dropIndexBackingConstraint,
  dropIndexBeforeReplacement,
  dropIndexNotConcurrent,
  dropNotNull,
  dropNotNullOnPrimaryKey,
  dropPartition,
  dropPrimaryKey,
  dropStillNeeded,
  dropTable,
  dropTableLocksReferenced,
  enumType,
  enumValueOrder,
  enumValueRenamed,
  enumValueUsedInSameTransaction,
  foreignKeyCascade,
  foreignKeyNotValidOnPartitioned,
  foreignKeyTypeMismatch,
  foreignKeyWithoutIndex,
  foreignKeyWithoutNotValid,
  grantToPublic,
  identifierTooLong,
  ifExistsStillLocks,
  ifNotExistsHidesTable,
  ifNotExistsMasksDifferentIndex,
  ifNotExistsMasksInvalidIndex,
  ifNotExistsThenDrop,
  indexNotConcurrent,
  insertSelectWholeTable,
  irreversibleUp,
  likeUnderscoreWildcard,
  lockHeldDuringScan,
  lockTable,
  lockTimeoutTooLong,
  lossyRecreate,
  needsTransaction,
  noLockTimeout,
  nonTransactionalInTransaction,
  partitionOfLocksParent,
  partitionedUniqueWithoutKey,
  partlyAppliedNotRepeatable,
  pendingTriggerEvents,
  primaryKeyScansForNull,
  quotedIdentifier,
  redundantIndex,
  refreshConcurrentlyWithoutUniqueIndex,
  refreshNotConcurrent,
  reindexNotConcurrent,
  renameColumn,
  renameSchema,
  renameTable,
  replaceFunctionIncompatible,
  replaceViewIncompatible,
  rlsWithoutPolicy,
  securityDefinerSearchPath,
  selectAssertsNothing,
  sessionSettingLeaks,
  setLocalOutsideTransaction,
  setNotNull,
  severalTablesLocked,
  shortPrimaryKey,
  standardStringsOff,
  storageRewrite,
  superuserOnly,
  tableWithoutPrimaryKey,
  timeoutAroundConcurrently,
  truncateTable,
  unclosedTransaction,
  uniqueIndexFindsDuplicates,
  unnamedIndex,
  unqualifiedName,
  updateWholeTable,
  usingIndexRefused,
  vacuumFull,
  validateInSameTransaction,
  validateUnknownConstraint,
  validationWithoutExpectation,
];
