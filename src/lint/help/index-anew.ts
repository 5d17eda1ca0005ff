/** An index as a parse tree, to be written again under this name or another. */
import type { IndexElem, Node } from '@pgsql/types';
import type { KnownObject } from '../../schema/schema.js';
import { nodeOf } from '../../sql/ast.js';
import { rangeOf } from './range-of.js';

const KNOWN_PARTS = ['keys', 'included columns', 'predicate', 'unique', 'method', 'nulls not distinct'];

/** Undefined where it says more than its keys, what it includes, its condition and its method. */
export function indexNode(
  { table, facts }: KnownObject<'index'>,
  { name, concurrently }: { name: string; concurrently: boolean },
): ({ IndexStmt: object } & Node) | undefined {
  const definition = facts?.definition;
  const keys = definition?.keys as Node[] | undefined;
  if (!table || !facts || !definition || !keys || facts.invalid || facts.constraint) return undefined;
  const said = Object.entries(definition).filter(([, value]) => value !== undefined);
  if (said.some(([part]) => !KNOWN_PARTS.includes(part))) return undefined;
  // A column may have got another name since.
  const named = keysOf({ facts }).map(({ name: column }) => column);
  if (JSON.stringify(named) !== JSON.stringify(facts.columns ?? named)) return undefined;
  const included = definition['included columns'] as Node[] | undefined;
  return {
    IndexStmt: {
      idxname: name,
      relation: rangeOf(table),
      accessMethod: facts.method ?? 'btree',
      indexParams: keys,
      ...(included && { indexIncludingParams: included }),
      ...(definition.predicate !== undefined && { whereClause: definition.predicate as Node }),
      unique: facts.unique ?? false,
      nulls_not_distinct: facts.nullsNotDistinct ?? false,
      concurrent: concurrently,
    },
  } as { IndexStmt: object } & Node;
}

export function keysOf({ facts }: Pick<KnownObject<'index'>, 'facts'>): IndexElem[] {
  return ((facts?.definition?.keys ?? []) as Node[]).flatMap((item) => nodeOf(item, 'IndexElem') ?? []);
}
