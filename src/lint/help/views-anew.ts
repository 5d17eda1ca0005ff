/** Views, and what hangs on them, as the SQL that makes them again. */
import type { Node } from '@pgsql/types';
import { viewFacts } from '../../schema/effects/view.js';
import { lastName } from '../../schema/objects.js';
import type { KnownObject, Schema } from '../../schema/schema.js';
import { sqlName } from '../../schema/sql-name.js';
import { nodeOf, quoteIdentifier, walk } from '../../sql/ast.js';
import { deparsed } from '../../sql/deparse.js';
import { literal } from '../../sql/quote.js';
import { indexNode } from './index-anew.js';
import { createTrigger, grantsAgain } from './parts-anew.js';

export type AnyView = KnownObject<'view' | 'materialized view'>;

/** With its indexes, triggers, comment and privileges; undefined where one of them can't be written again as it was. */
export function viewAgain(view: AnyView, schema: Schema): string[] | undefined {
  const indexes = schema.partsOf(view.name, 'index').map((index) => {
    const node = indexNode(index, { name: lastName(index.name), concurrently: false });
    const sql = node && deparsed(node);
    return sql && `${sql};`;
  });
  const all = [createView(view), ...indexes, ...(withView(view, schema) ?? [undefined])];
  return all.includes(undefined) ? undefined : (all as string[]);
}

/** What goes with a view that is dropped, besides its query and its indexes; undefined where that isn't known. */
export function withView(view: AnyView, schema: Schema): string[] | undefined {
  const { kind, name, facts } = view;
  if (schema.partsOf(name, 'rule').length > 0) return undefined;
  const comment =
    facts?.comment === undefined
      ? []
      : [`COMMENT ON ${kind.toUpperCase()} ${sqlName(name)} IS ${literal(facts.comment)};`];
  const triggers = schema.partsOf(name, 'trigger').map((trigger) => createTrigger(trigger));
  const all = [...triggers, ...comment, ...(grantsAgain(view, schema) ?? [undefined])];
  return all.includes(undefined) ? undefined : (all as string[]);
}

const CHECKS: Readonly<Record<string, string>> = { LOCAL_CHECK_OPTION: 'LOCAL', CASCADED_CHECK_OPTION: 'CASCADED' };

/** CREATE VIEW alone; undefined where its query isn't known. `query`: another one, which shows the same. */
export function createView(
  { kind, name, facts }: AnyView,
  { query = facts?.definition?.query as Node | undefined, as = name, replace = false } = {} as {
    query?: Node | undefined;
    as?: string;
    replace?: boolean;
  },
): string | undefined {
  const { query: own, 'check option': check, ...options } = facts?.definition ?? {};
  const text = query && deparsed(query);
  const said = Object.entries(options).filter(([, value]) => value !== undefined);
  if (!own || !query || !isAsWritten(own as Node, facts) || text === undefined) return undefined;
  if (said.some(([option]) => !option.startsWith('with '))) return undefined;
  const storage = said.map(([option, value]) => `${option.slice('with '.length)} = ${value}`).join(', ');
  const ending = check
    ? ` WITH ${CHECKS[String(check)] ?? 'CASCADED'} CHECK OPTION`
    : facts?.empty
      ? ' WITH NO DATA'
      : '';
  const create = `CREATE ${replace ? 'OR REPLACE ' : ''}${kind.toUpperCase()} ${sqlName(as)}`;
  return `${create}${columnNames(query, facts)}${storage && ` WITH (${storage})`} AS ${text}${ending};`;
}

/** Where the query itself would call them otherwise. */
function columnNames(query: Node, facts: AnyView['facts']): string {
  const outputs = facts?.outputs ?? [];
  if (outputs.length === 0 || viewFacts(query).outputs?.join('\0') === outputs.join('\0')) return '';
  return ` (${outputs.map((one) => quoteIdentifier(one)).join(', ')})`;
}

/** A rename goes through what a view reads, not through its text. */
function isAsWritten(query: Node, facts: AnyView['facts']): boolean {
  const { reads, columns } = viewFacts(query);
  const sorted = (names: readonly string[] = []) => [...names].sort().join('\0');
  return sorted(reads) === sorted(facts?.reads) && sorted(columns) === sorted(facts?.columns);
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
  const made = createView({ ...view, facts: { ...facts, outputs: kept } }, { query: left });
  const others = withView(view, schema);
  return made && others && [made, ...others].join('\n');
}

function columnIn(node: Node | undefined): string | undefined {
  return nodeOf(nodeOf(node, 'ColumnRef')?.fields?.at(-1), 'String')?.sval;
}
