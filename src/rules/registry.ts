/** Every rule, in alphabetical order. */
import concurrentlyInTransaction from './concurrently-in-transaction.js';
import downLeavesObject from './down-leaves-object.js';
import dropIndexNotConcurrent from './drop-index-not-concurrent.js';
import ifNotExistsMasksInvalidIndex from './if-not-exists-masks-invalid-index.js';
import indexNotConcurrent from './index-not-concurrent.js';
import likeUnderscoreWildcard from './like-underscore-wildcard.js';
import nonTransactionalInTransaction from './non-transactional-in-transaction.js';
import type { Rule } from './rule.js';
import validationWithoutExpectation from './validation-without-expectation.js';

export const RULES: readonly Rule[] = [
  concurrentlyInTransaction,
  downLeavesObject,
  dropIndexNotConcurrent,
  ifNotExistsMasksInvalidIndex,
  indexNotConcurrent,
  likeUnderscoreWildcard,
  nonTransactionalInTransaction,
  validationWithoutExpectation,
];
