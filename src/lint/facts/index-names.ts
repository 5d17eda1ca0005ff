/** The name that an index gets which the SQL gives none. */
import type { IndexElem, IndexStmt } from '@pgsql/types';
import { chosenIndexName } from '../../schema/chosen-names.js';
import { freeName } from '../../schema/generated-names.js';
import { fullName } from '../../schema/objects.js';
import { RELATIONS } from '../../schema/parts.js';
import type { Schema } from '../../schema/schema.js';
import { nodeOf, relationName } from '../../sql/ast.js';

/** What it has, or what Postgres would choose beside all that the scripts show; `isSure`: it would choose no other. */
export function indexName(index: IndexStmt, schema: Schema): { name: string; isSure: boolean } {
  const table = relationName(index.relation);
  if (index.idxname || !table) return { name: index.idxname ?? '', isSure: true };
  const elements = elementsOf(index);
  const isTaken = (name: string) =>
    [...RELATIONS, 'index' as const].some((kind) => schema.find(kind, fullName({ ...table, name })) !== undefined);
  const kinds = ['table', 'materialized view'] as const;
  const known = kinds.map((kind) => schema.find(kind, fullName(table))).find((one) => one !== undefined);
  return {
    name: freeName(chosenIndexName(table.name, elements), isTaken),
    isSure: known !== undefined && !known.partial && !schema.isPartial && elements.every(isPlain),
  };
}

export function elementsOf({ indexParams = [], indexIncludingParams = [] }: IndexStmt): IndexElem[] {
  return [...indexParams, ...indexIncludingParams].flatMap((node) => nodeOf(node, 'IndexElem') ?? []);
}

/** A column, or a function's result; of other expressions the name depends on more than can be told here. */
function isPlain({ name, expr }: IndexElem): boolean {
  return name !== undefined || (expr !== undefined && 'FuncCall' in expr);
}
