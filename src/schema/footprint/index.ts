/** What a statement does to the relations that it touches, as Postgres would do it: locks, scans, rewrites. */
import type { Node } from '@pgsql/types';
import { nodeOf } from '../../sql/ast.js';
import { has } from '../../sql/versions.js';
import type { Schema } from '../schema.js';
import { alterTable } from './alter-table.js';
import * as create from './create.js';
import { alterDomain } from './domains.js';
import { drop, truncate } from './drop.js';
import { createIndex, reindex } from './indexes.js';
import { cluster, lockTable, refresh, vacuum } from './maintenance.js';
import { copy, explain, query } from './queries.js';
import { comment, rename, setSchema } from './rename.js';
import { AS, type Footprint, type FootprintReader, merged, namesIn, touch } from './touch.js';

export type { Footprint } from './touch.js';

/**
 * One entry for each relation that existed before, with the strongest lock. Exact for tables and views; indexes and sequences
 * are in it where the statement names them. Without what runs row by row (triggers, foreign keys' checks) and what a DO
 * block or a function does. `version`: null if not set.
 */
export function footprint(node: Node | null, schema: Schema, version: number | null): Footprint[] {
  const [tag = ''] = Object.keys(node ?? {});
  const read = READERS[tag];
  return node && read ? merged(read(node, { schema, version })) : [];
}

const READERS: Record<string, FootprintReader> = {
  AlterDomainStmt: alterDomain,
  AlterObjectSchemaStmt: setSchema,
  AlterPolicyStmt: create.createPolicy,
  AlterPublicationStmt: create.publication,
  AlterSeqStmt: create.sequence,
  AlterTableStmt: alterTable,
  ClusterStmt: cluster,
  CommentStmt: comment,
  CopyStmt: copy,
  CreateForeignTableStmt: create.createTable,
  CreatePolicyStmt: create.createPolicy,
  CreatePublicationStmt: create.publication,
  CreateSeqStmt: create.sequence,
  CreateStatsStmt: create.createStatistics,
  CreateStmt: create.createTable,
  CreateTableAsStmt: create.createTableAs,
  CreateTrigStmt: create.createTrigger,
  DeclareCursorStmt: (node, scene) => query(nodeOf(node, 'DeclareCursorStmt')?.query ?? node, scene),
  DeleteStmt: query,
  DropStmt: drop,
  ExplainStmt: explain,
  GrantStmt: (node, { version }) => {
    const grant = nodeOf(node, 'GrantStmt');
    const isTable = grant?.objtype === 'OBJECT_TABLE' && grant.targtype === 'ACL_TARGET_OBJECT';
    if (!isTable || !has('grantLocksTables', version, 'as newest')) return [];
    return namesIn(grant.objects).map((relation) => touch(relation, AS));
  },
  IndexStmt: createIndex,
  InsertStmt: query,
  LockStmt: lockTable,
  MergeStmt: query,
  RefreshMatViewStmt: refresh,
  ReindexStmt: reindex,
  RenameStmt: rename,
  RuleStmt: create.createRule,
  SelectStmt: query,
  TruncateStmt: truncate,
  UpdateStmt: query,
  VacuumStmt: vacuum,
  ViewStmt: create.createView,
};
