/** CREATE TABLE: the table, its columns and constraints. */
import type { CreateStmt, Node } from '@pgsql/types';
import { nodeOf, relationName } from '../../sql/ast.js';
import type { TableFacts } from '../facts.js';
import { typeNeed } from '../needs.js';
import { fullName } from '../objects.js';
import { columnType } from '../types.js';
import { columnEffects, constraintEffects } from './columns.js';
import { creates, type Effect, type Ties } from './effect.js';

export function createTable(statement: CreateStmt | undefined, kind: 'table' | 'foreign table' = 'table'): Effect[] {
  const name = relationName(statement?.relation);
  if (!statement || !name) return [];
  const elements = statement.tableElts ?? [];
  return [
    ...creates(kind, name, statement.if_not_exists, { facts: tableFacts(statement, elements), ...tiesOf(statement) }),
    ...elements.flatMap((element) => {
      const constraint = nodeOf(element, 'Constraint');
      return constraint
        ? constraintEffects(name, constraint, { implied: true })
        : columnEffects(name, nodeOf(element, 'ColumnDef'), { implied: true });
    }),
  ].map((effect, at) => (at === 0 ? effect : { ...effect, conditional: statement.if_not_exists ?? false }));
}

/** A partition goes with its parent, what inherits and what is OF a type under CASCADE. */
function tiesOf({ inhRelations = [], partbound, ofTypename }: CreateStmt): Ties {
  const parents = inhRelations.flatMap((item) => {
    const parent = relationName(nodeOf(item, 'RangeVar'));
    return parent ? [fullName(parent)] : [];
  });
  if (partbound) return { goesWith: parents };
  const type = typeNeed(columnType(ofTypename));
  return { needs: [...parents, ...(type ? [type] : [])] };
}

function tableFacts(statement: CreateStmt, elements: Node[]): TableFacts {
  const parent = relationName(nodeOf(statement.inhRelations?.[0], 'RangeVar'));
  const bound = statement.partbound;
  const keys = statement.partspec?.partParams;
  const borrowed = parent !== undefined || statement.ofTypename !== undefined;
  return {
    complete: !borrowed && !elements.some((element) => 'TableLikeClause' in element),
    unlogged: statement.relation?.relpersistence === 'u',
    ...(keys && { partitionBy: keys.map((key) => nodeOf(key, 'PartitionElem')?.name) }),
    ...(bound &&
      parent && { partitionOf: fullName(parent), isDefaultPartition: bound.is_default ?? false, bounds: bound }),
    ...(statement.accessMethod && { accessMethod: statement.accessMethod }),
    ...(statement.tablespacename && { tablespace: statement.tablespacename }),
  };
}
