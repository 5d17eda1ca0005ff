/** What a view reads: its relations, and the columns that its query names beyond doubt. */
import type { Node, RangeVar } from '@pgsql/types';
import { nodeOf, relationName, walk } from '../../sql/ast.js';
import type { ViewFacts } from '../facts.js';
import { fullName } from '../objects.js';

export function viewFacts(query: Node | undefined, aliases: Node[] = []): ViewFacts {
  const ranges: RangeVar[] = [];
  /** Names that mean something else than a relation, somewhere in the query. */
  const derived = new Set<string>();
  walk(query, (tag, body) => {
    if (tag === 'RangeVar') ranges.push(body);
    if (tag === 'CommonTableExpr') derived.add(String(body.ctename));
    if (tag.startsWith('Range') && tag !== 'RangeVar') derived.add((body.alias as RangeVar['alias'])?.aliasname ?? '');
  });
  const relations = ranges.filter(({ schemaname, relname = '' }) => schemaname !== undefined || !derived.has(relname));
  const reads = [...new Set(relations.flatMap((range) => full(range) ?? []))];
  const relationOf = (alias: string) => {
    const meant = new Set(relations.filter((range) => (range.alias?.aliasname ?? range.relname) === alias).map(full));
    return meant.size === 1 && !derived.has(alias) ? [...meant][0] : undefined;
  };
  const columns = new Set<string>();
  const vague: unknown[] = [];
  walk(query, (tag, body) => {
    if (tag !== 'ColumnRef') return;
    const parts = ((body.fields as Node[] | undefined) ?? []).map((field) => nodeOf(field, 'String')?.sval);
    const column = parts.at(-1);
    const relation =
      parts.length === 1
        ? ranges.length === 1 && derived.size === 0
          ? reads[0]
          : undefined
        : relationOf(parts.at(-2) ?? '');
    if (column && relation) columns.add(`${relation}.${column}`);
    else vague.push(body);
  });
  const outputs = aliases.length === 0 ? outputsOf(query) : named(aliases, query);
  return {
    reads,
    columns: [...columns],
    ...(vague.length > 0 && { vague: true as const }),
    ...(outputs && { outputs }),
  };
}

/** The columns of a SELECT, by their aliases or the columns that they show. */
function outputsOf(query: Node | undefined): string[] | undefined {
  const names = (nodeOf(query, 'SelectStmt')?.targetList ?? []).map((item) => {
    const target = nodeOf(item, 'ResTarget');
    const column = nodeOf(target?.val, 'ColumnRef')?.fields?.at(-1);
    return target?.name ?? nodeOf(column, 'String')?.sval;
  });
  return names.length > 0 && names.every((name) => name !== undefined) ? names : undefined;
}

/** The names in the list after the view's, where that has one for each column. */
function named(aliases: Node[], query: Node | undefined): string[] | undefined {
  const targets = nodeOf(query, 'SelectStmt')?.targetList ?? [];
  const isStar = (item: Node) =>
    nodeOf(nodeOf(nodeOf(item, 'ResTarget')?.val, 'ColumnRef')?.fields?.at(-1), 'A_Star') !== undefined;
  const names = aliases.flatMap((alias) => nodeOf(alias, 'String')?.sval ?? []);
  return names.length === targets.length && !targets.some(isStar) ? names : undefined;
}

function full(range: RangeVar): string | undefined {
  const name = relationName(range);
  return name && fullName(name);
}
