/** UPDATE, DELETE and MERGE that leave no row of their table out, whatever their WHERE and FROM look like. */
import type { Node, RangeVar } from '@pgsql/types';
import { fullName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { conjuncts, nodeOf, relationName, walk } from '../../sql/ast.js';
import { allRows, columnOf, type NamedQueries, type RowsOf } from './all-rows.js';
import { equatesRows, isAlwaysTrue, isKeyInto, isTrueOfEach } from './true-conditions.js';

export interface Join {
  target: RangeVar | undefined;
  /** FROM or USING. */
  sources: readonly Node[] | undefined;
  where: Node | undefined;
  named: NamedQueries;
}

/** What a condition speaks of: the table itself, or one of the sources by its place. */
type Of = 'own' | number;

/**
 * Whether a write's condition is true of every row of its table. What it says of a source alone leaves rows out only where that is
 * joined with the table; a join leaves none out where the source has all rows, or all that a foreign key needs.
 */
export function holdsForEachRow({ target, sources = [], where, named }: Join, schema: Schema): boolean {
  if (isAlwaysTrue(where)) return true;
  const name = relationName(target);
  if (!name || !target) return false;
  const rows: RowsOf = {
    table: fullName(name),
    own: target.alias?.aliasname ?? target.relname ?? '',
    named,
    schema,
  };
  const parts = conjuncts(where)
    .filter((part) => !isTrueOfEach(part, rows))
    .map((part) => ({ part, of: spokenOf(part, sources, rows) }));
  const joined = new Set(parts.flatMap(({ of }) => (of?.has('own') ? [...of] : [])));
  return parts.every(({ part, of }) => {
    if (of === undefined || of.size === 0) return false;
    const others = [...of].filter((one) => one !== 'own');
    if (!of.has('own')) return others.every((one) => !joined.has(one));
    const source = others.length === 1 && others[0] !== undefined ? sources[others[0]] : undefined;
    return source !== undefined && (joinsItself(part, source, rows) || followsKey(part, source, rows));
  });
}

/** Undefined where a name may be of several, or a query is asked. */
function spokenOf(condition: Node, sources: readonly Node[], rows: RowsOf): Set<Of> | undefined {
  const found = new Set<Of>();
  let isTold = true;
  const names = sources.map(aliasesIn);
  walk(condition, (tag, body) => {
    if (tag === 'SubLink') isTold = false;
    if (tag !== 'ColumnRef') return;
    const column = columnOf({ ColumnRef: body } as Node);
    const of = column && (column.of === undefined ? owner(column.column, sources, rows) : named(column.of));
    if (of === undefined) isTold = false;
    else found.add(of);
  });
  return isTold ? found : undefined;

  function named(alias: string): Of | undefined {
    if (alias === rows.own) return 'own';
    const at = names.findIndex((aliases) => aliases.includes(alias));
    return at < 0 ? undefined : at;
  }
}

/** Of whom a column is that is written without a table. */
function owner(column: string, sources: readonly Node[], { table, schema }: RowsOf): Of | undefined {
  if (sources.length === 0) return 'own';
  if (schema.find('column', `${table}.${column}`)) return 'own';
  const its = sources.flatMap((source, at) => {
    const name = relationName(nodeOf(source, 'RangeVar'));
    return name && schema.find('column', `${fullName(name)}.${column}`) ? [at] : [];
  });
  return its.length === 1 ? its[0] : undefined;
}

/** The names by which an item of FROM goes. */
function aliasesIn(item: Node): string[] {
  const found: string[] = [];
  const waiting = [item];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const join = nodeOf(next, 'JoinExpr');
    if (join) waiting.push(...[join.larg, join.rarg].filter((side) => side !== undefined));
    const [body] = Object.values(next) as { alias?: { aliasname?: string }; relname?: string }[];
    const name = body?.alias?.aliasname ?? body?.relname;
    if (name !== undefined) found.push(name);
  }
  return found;
}

function joinsItself(condition: Node, source: Node, rows: RowsOf): boolean {
  const joined = allRows(source, rows, isTrueOfEach);
  return joined !== undefined && equatesRows(condition, rows.own, joined);
}

/** `t.a = p.id`, where t.a is never null and references p: each row has its own. */
function followsKey(condition: Node, source: Node, rows: RowsOf): boolean {
  const { own, named } = rows;
  const range = nodeOf(source, 'RangeVar');
  const name = relationName(range);
  if (!range || !name || (range.schemaname === undefined && named.has(name.name))) return false;
  const test = nodeOf(condition, 'A_Expr');
  if (test?.kind !== 'AEXPR_OP' || nodeOf(test.name?.at(-1), 'String')?.sval !== '=') return false;
  const sides = [columnOf(test.lexpr), columnOf(test.rexpr)];
  const mine = sides.find((side) => side?.of === own);
  const theirs = sides.find((side) => side?.of === (range.alias?.aliasname ?? range.relname));
  return !!mine && !!theirs && isKeyInto(mine.column, fullName(name), theirs.column, rows);
}
