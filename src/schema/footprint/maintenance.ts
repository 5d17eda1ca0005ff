/** VACUUM, ANALYZE, CLUSTER, REFRESH and LOCK. */
import type { Node } from '@pgsql/types';
import { hasOption, nodeOf, relationName } from '../../sql/ast.js';
import { LOCK_MODES } from '../../sql/locks.js';
import { fullName } from '../objects.js';
import { AS, AX, type FootprintReader, namesIn, readThrough, SUX, touch, touchNamed, touchTree } from './touch.js';

/** Those of the tables that it names. */
export const vacuum: FootprintReader = (node, scene) => {
  const statement = nodeOf(node, 'VacuumStmt');
  const tables = namesIn((statement?.rels ?? []).flatMap(relationIn));
  const full = statement?.is_vacuumcmd && hasOption(statement.options, 'full');
  return tables.flatMap((table) => touchTree(table, full ? AX : SUX, scene, full ? 'rewrite' : undefined));
};

function relationIn(item: Node): Node[] {
  const relation = nodeOf(item, 'VacuumRelation')?.relation;
  return relation ? [{ RangeVar: relation }] : [];
}

export const cluster: FootprintReader = (node) =>
  touchNamed(relationName(nodeOf(node, 'ClusterStmt')?.relation), AX, 'rewrite');

export const refresh: FootprintReader = (node, { schema }) => {
  const statement = nodeOf(node, 'RefreshMatViewStmt');
  const name = relationName(statement?.relation);
  if (!statement || !name) return [];
  const view = fullName(name);
  if (statement.skipData) return [touch(view, AX)];
  const sources = schema.find('materialized view', view)?.facts?.reads ?? [];
  return [
    statement.concurrent ? touch(view, 'EXCLUSIVE', 'scan') : touch(view, AX, 'rewrite'),
    ...sources.map((source) => touch(source, AS, 'scan')),
  ];
};

export const lockTable: FootprintReader = (node, scene) => {
  const { relations, mode = LOCK_MODES.length } = nodeOf(node, 'LockStmt') ?? {};
  const lock = LOCK_MODES[mode - 1] ?? AX;
  // A view's tables are locked with it.
  return namesIn(relations)
    .flatMap((name) => readThrough(name, scene.schema))
    .flatMap((name) => touchTree(name, lock, scene));
};
