/** The tables that a statement outside transactions works on. */
import type { Node } from '@pgsql/types';
import { catalogSql } from '../../../servers/catalogs/catalog-sql.js';
import type { ChangeSession } from '../../../servers/server.js';
import { listName, nodeOf, type QualifiedName, quoteIdentifier, relationName } from '../../../sql/ast.js';

export interface Targets {
  /** Tables, or indexes in place of theirs. */
  names: QualifiedName[];
  /** The lock that blocks the statement: writers for CONCURRENTLY, each other for VACUUM. */
  holderMode: 'ROW EXCLUSIVE' | 'SHARE UPDATE EXCLUSIVE';
}

/** Read off the parse tree; undefined where the statement names no relation. */
export function targetsOf(node: Node | null): Targets | undefined {
  const vacuum = nodeOf(node, 'VacuumStmt');
  const names = vacuum
    ? (vacuum.rels ?? []).map((rel) => relationName(nodeOf(rel, 'VacuumRelation')?.relation))
    : concurrentTargets(node);
  const known = names.filter((name) => name !== undefined);
  if (known.length === 0) return undefined;
  return { names: known, holderMode: vacuum ? 'SHARE UPDATE EXCLUSIVE' : 'ROW EXCLUSIVE' };
}

function concurrentTargets(node: Node | null): (QualifiedName | undefined)[] {
  const drop = nodeOf(node, 'DropStmt');
  if (drop) return (drop.objects ?? []).map((object) => listName(object));
  const alter = nodeOf(node, 'AlterTableStmt');
  if (alter) {
    const partitions = (alter.cmds ?? []).map(
      (item) => nodeOf(nodeOf(item, 'AlterTableCmd')?.def, 'PartitionCmd')?.name,
    );
    return [relationName(alter.relation), ...partitions.map(relationName)];
  }
  return [relationName(nodeOf(node, 'IndexStmt')?.relation ?? nodeOf(node, 'ReindexStmt')?.relation)];
}

/** The tables as the session's search_path finds them, ready for LOCK TABLE; an index means its table. */
export async function resolveTables(session: ChangeSession, names: QualifiedName[]): Promise<string[]> {
  const written = names.map(({ schema, name }) =>
    [schema, name]
      .filter((part) => part !== undefined)
      .map(quoteIdentifier)
      .join('.'),
  );
  const { rows } = await session.query(catalogSql('tables', written));
  return rows.map(([name]) => String(name));
}
