/** Which statements Postgres refuses inside a transaction block (SQLSTATE 25001). */
import type { Node } from '@pgsql/types';
import { hasOption, nodeOf } from './ast.js';

export interface NonTransactional {
  /** What people call the statement, for example `CREATE INDEX CONCURRENTLY`. */
  form: string;
  concurrently: boolean;
}

/** What makes the statement refuse a transaction; undefined where it runs in one. */
export function nonTransactional(node: Node | null): NonTransactional | undefined {
  if (node === null) return undefined;
  const form = concurrentForm(node);
  if (form !== undefined) return { form, concurrently: true };
  const other = otherForm(node);
  return other === undefined ? undefined : { form: other, concurrently: false };
}

/** REFRESH MATERIALIZED VIEW CONCURRENTLY is not here: it runs in a transaction. */
function concurrentForm(node: Node): string | undefined {
  if (nodeOf(node, 'IndexStmt')?.concurrent) return 'CREATE INDEX CONCURRENTLY';
  if (nodeOf(node, 'DropStmt')?.concurrent) return 'DROP INDEX CONCURRENTLY';
  if (hasOption(nodeOf(node, 'ReindexStmt')?.params, 'concurrently')) return 'REINDEX CONCURRENTLY';
  const detaches = (nodeOf(node, 'AlterTableStmt')?.cmds ?? []).some((item) => {
    const command = nodeOf(item, 'AlterTableCmd');
    return command?.subtype === 'AT_DetachPartition' && nodeOf(command.def, 'PartitionCmd')?.concurrent;
  });
  return detaches ? 'DETACH PARTITION CONCURRENTLY' : undefined;
}

function otherForm(node: Node): string | undefined {
  if (nodeOf(node, 'VacuumStmt')?.is_vacuumcmd) return 'VACUUM';
  if ('AlterSystemStmt' in node) return 'ALTER SYSTEM';
  if ('CreatedbStmt' in node) return 'CREATE DATABASE';
  if (movesDatabase(node)) return 'ALTER DATABASE SET TABLESPACE';
  if ('DropdbStmt' in node) return 'DROP DATABASE';
  if ('CreateTableSpaceStmt' in node) return 'CREATE TABLESPACE';
  if ('DropTableSpaceStmt' in node) return 'DROP TABLESPACE';
  const subscription = subscriptionForm(node);
  if (subscription !== undefined) return subscription;
  switch (nodeOf(node, 'TransactionStmt')?.kind) {
    case 'TRANS_STMT_COMMIT_PREPARED':
      return 'COMMIT PREPARED';
    case 'TRANS_STMT_ROLLBACK_PREPARED':
      return 'ROLLBACK PREPARED';
  }
  if (nodeOf(node, 'DiscardStmt')?.target === 'DISCARD_ALL') return 'DISCARD ALL';
  const cluster = nodeOf(node, 'ClusterStmt');
  if (cluster && !cluster.relation) return 'CLUSTER of all tables';
  switch (nodeOf(node, 'ReindexStmt')?.kind) {
    case 'REINDEX_OBJECT_SCHEMA':
      return 'REINDEX SCHEMA';
    case 'REINDEX_OBJECT_SYSTEM':
      return 'REINDEX SYSTEM';
    case 'REINDEX_OBJECT_DATABASE':
      return 'REINDEX DATABASE';
    default:
      return undefined;
  }
}

function movesDatabase(node: Node): boolean {
  const options = nodeOf(node, 'AlterDatabaseStmt')?.options ?? [];
  return options.some((option) => nodeOf(option, 'DefElem')?.defname === 'tablespace');
}

/** Those that connect to the publisher. DROP SUBSCRIPTION does so as well, but not for a subscription without a slot. */
function subscriptionForm(node: Node): string | undefined {
  const create = nodeOf(node, 'CreateSubscriptionStmt');
  if (create) {
    const connects = isOnUnlessSaid(create.options, 'connect');
    return connects && isOnUnlessSaid(create.options, 'create_slot') ? 'CREATE SUBSCRIPTION' : undefined;
  }
  const alter = nodeOf(node, 'AlterSubscriptionStmt');
  switch (alter?.kind) {
    case 'ALTER_SUBSCRIPTION_REFRESH':
      return 'ALTER SUBSCRIPTION … REFRESH PUBLICATION';
    case 'ALTER_SUBSCRIPTION_SET_PUBLICATION':
    case 'ALTER_SUBSCRIPTION_ADD_PUBLICATION':
    case 'ALTER_SUBSCRIPTION_DROP_PUBLICATION':
      return isOnUnlessSaid(alter.options, 'refresh') ? 'ALTER SUBSCRIPTION with refresh' : undefined;
    default:
      return undefined;
  }
}

function isOnUnlessSaid(options: Node[] | undefined, name: string): boolean {
  const said = (options ?? []).some((option) => nodeOf(option, 'DefElem')?.defname === name);
  return !said || hasOption(options, name);
}
