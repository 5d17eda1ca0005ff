/** Views that stand in the way of a column's change, dropped and made again as they were. */
import type { Node } from '@pgsql/types';
import { dependentsOf } from '../../schema/dependents.js';
import type { KnownObject, Schema } from '../../schema/schema.js';
import { sqlName } from '../../schema/sql-name.js';
import { nodeOf, quoteIdentifier, walk } from '../../sql/ast.js';
import { deparsed } from '../../sql/deparse.js';
import { literal } from '../../sql/quote.js';
import { grantedAgain, letsEverybodyWrite } from './granted.js';

/** Undefined where one of them can't be written again as it was. */
export function dependentViews(
  table: string,
  column: string,
  schema: Schema,
): { before: string[]; after: string[] } | undefined {
  const owners = dependentsOf({ kind: 'column', name: `${table}.${column}`, table }, schema).map(({ owner }) => owner);
  const using = schema.every('view').filter(({ name }) => owners.includes(name));
  const others = schema.every('materialized view').filter(({ facts }) => facts?.reads?.includes(table) ?? true);
  // One that shows all columns shows them in another order then.
  const vague = schema
    .every('view')
    .some(({ facts }) => (facts?.vague ?? !facts?.reads) && facts?.reads?.includes(table) !== false);
  const texts = using.map((view) => createView(view, schema));
  if (others.length > 0 || vague || texts.some((text) => text === undefined)) return undefined;
  return { before: using.map(({ name }) => `DROP VIEW ${sqlName(name)};`), after: texts as string[] };
}

/** With its GRANTs and its comment. Undefined where more hangs on it: other views, a trigger, or where its query isn't known. */
export function createView(
  { kind, name, facts }: KnownObject<'view' | 'materialized view'>,
  schema: Schema,
): string | undefined {
  const { query, ...options } = facts?.definition ?? {};
  const hangs = dependentsOf({ kind, name }, schema).length > 0 || schema.partsOf(name, 'trigger').length > 0;
  const granted = grantedAgain({ kind, name, ...(facts && { facts }), origin: 'baseline' }, name, schema);
  // What the lint would speak of, somebody has to look at.
  const isKnown = !facts?.privileges || (granted !== undefined && !granted.some(letsEverybodyWrite));
  if (!query || hangs || !isKnown) return undefined;
  const text = deparsed(query as Node);
  const outputs = facts?.outputs ?? [];
  const said = Object.entries(options).filter(([, value]) => value !== undefined);
  if (text === undefined || said.some(([option]) => !option.startsWith('with '))) return undefined;
  const names =
    outputs.length > 0 && outputs.every((one) => one !== undefined)
      ? ` (${outputs.map((one) => quoteIdentifier(one ?? '')).join(', ')})`
      : '';
  const storage = said.map(([option, value]) => `${option.slice('with '.length)} = ${value}`).join(', ');
  const empty = facts?.empty ? ' WITH NO DATA' : '';
  const is = kind.toUpperCase();
  return [
    `CREATE ${is} ${sqlName(name)}${names}${storage && ` WITH (${storage})`} AS ${text}${empty};`,
    ...(facts?.privileges ? (granted ?? []) : []),
    ...(facts?.comment === undefined ? [] : [`COMMENT ON ${is} ${sqlName(name)} IS ${literal(facts.comment)};`]),
  ].join('\n');
}

/** The view without what it shows of a column; undefined where that is used for more than to be shown, or nothing else is shown. */
export function createViewWithout(view: KnownObject<'view'>, column: string, schema: Schema): string | undefined {
  const { facts } = view;
  const query = nodeOf(facts?.definition?.query as Node | undefined, 'SelectStmt');
  const targets = query?.targetList ?? [];
  const outputs = facts?.outputs ?? [];
  const isShown = (item: Node) => columnIn(nodeOf(item, 'ResTarget')?.val) === column;
  const rest = targets.filter((item) => !isShown(item));
  if (!query || !facts || outputs.length !== targets.length || rest.length === 0) return undefined;
  const left = { SelectStmt: { ...query, targetList: rest } };
  let isUsed = false;
  walk(left, (tag, body) => {
    const name = tag === 'ColumnRef' ? columnIn({ ColumnRef: body } as Node) : undefined;
    isUsed ||= tag === 'A_Star' || name === column || (tag === 'JoinExpr' && body.isNatural === true);
  });
  if (isUsed || JSON.stringify(query.fromClause ?? []).includes('"usingClause"')) return undefined;
  const kept = outputs.filter((_, at) => !isShown(targets[at] as Node));
  return createView(
    { ...view, facts: { ...facts, outputs: kept, definition: { ...facts.definition, query: left } } },
    schema,
  );
}

function columnIn(node: Node | undefined): string | undefined {
  return nodeOf(nodeOf(node, 'ColumnRef')?.fields?.at(-1), 'String')?.sval;
}
