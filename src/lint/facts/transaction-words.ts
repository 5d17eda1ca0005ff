/** How the rules about transactions name them. */
import type { Recipe } from '../../findings/recipe.js';
import type { Script, Statement, TransactionContext } from '../../model.js';
import type { Schema } from '../../schema/schema.js';
import { display, nodeOf, quoteIdentifier, relationName } from '../../sql/ast.js';
import { nonTransactional } from '../../sql/non-transactional.js';
import { apart, slug } from '../help/steps.js';
import { indexName } from './index-names.js';

/** Where the statement runs, for the middle of a sentence. */
export function transactionWords(transaction: TransactionContext): string {
  if (transaction.kind === 'explicit')
    return `inside the transaction that BEGIN opens on line ${transaction.begin.line}`;
  if (transaction.kind === 'block') return 'inside a DO block, which runs as one piece';
  if (transaction.kind === 'layout' && transaction.mode === 'single-query') {
    return 'beside other statements of the same query string, which Postgres runs as one transaction';
  }
  if (transaction.kind === 'layout' && transaction.mode === 'per-run') {
    return 'inside the transaction that the migration tool opens around all pending files';
  }
  return 'inside the transaction that the migration tool opens around each file';
}

/** How to give a part of the script a transaction after this one, as a sentence. */
export function laterTransaction(what: string, { transaction }: Script): string {
  return transaction === 'per-run'
    ? `Move ${what} into a later migration, and deploy it after this one: the migration tool runs all pending files in one transaction, so that a file of its own doesn’t part them while both are pending.`
    : `Move ${what} into a transaction of its own, after this one is committed, best into a later migration.`;
}

const UNNAMED = /^create\s+(?:unique\s+)?index\s+concurrently(?=\s+on\b)/i;

/** How to get the statement out of its transaction. */
export function transactionHelp(
  statement: Statement,
  { script, schema }: { script: Script; schema: Schema },
): string | Recipe {
  if (statement.transaction.kind === 'layout') {
    const index = nodeOf(statement.node, 'IndexStmt');
    const name = relationName(index?.relation);
    const built = index && name ? { ...name, name: indexName(index, schema).name } : undefined;
    const sql = index?.idxname
      ? statement.sql
      : statement.sql.replace(UNNAMED, (head) => `${head} ${quoteIdentifier(built?.name ?? '')}`);
    const words = built ? slug('build', built.name) : slug(...statement.sql.split(/\s+/).slice(0, 6));
    return {
      says: 'Take it out of the transaction.',
      steps: [apart(words, `${sql};`, built && display(built))],
    };
  }
  if (statement.transaction.kind === 'block') {
    return 'Take the statement out of the DO block: write it as a statement of its own, in a script that runs outside a transaction.';
  }
  const others = script.statements.some(
    ({ kind, node, transaction }) =>
      transaction.kind === 'explicit' && kind !== 'TransactionStmt' && nonTransactional(node) === undefined,
  );
  return others
    ? 'Move the statement out of the BEGIN … COMMIT block, best into a migration of its own that runs outside a transaction.'
    : 'Delete BEGIN and COMMIT: nothing in this script can run inside a transaction. Run the file statement by statement, as psql does without --single-transaction.';
}
