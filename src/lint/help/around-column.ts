/** What names a column from beside it, while another one takes its place: policies, triggers, statistics, and what can't be written again. */
import type { CreateTrigStmt, Node } from '@pgsql/types';
import { lastName, shortName } from '../../schema/objects.js';
import { calledBy, speaksOf } from '../../schema/programs.js';
import type { KnownObject, Schema } from '../../schema/schema.js';
import { sqlName } from '../../schema/sql-name.js';
import { nodeOf, quoteIdentifier } from '../../sql/ast.js';
import { deparsed } from '../../sql/deparse.js';
import { code } from '../../sql/words.js';
import { createStatistics, createTrigger } from './parts-anew.js';
import { NOTHING, type ReplacedColumn, type WithColumn } from './replaced-column.js';
import { expressionFor } from './swapped-names.js';
import type { Carried } from './views-of-column.js';

export function aroundColumn(replaced: ReplacedColumn, schema: Schema): Carried {
  const { table, column } = replaced;
  const full = `${table}.${column}`;
  const names = (object: KnownObject) =>
    [...(object.needs ?? []), ...(object.goesWith ?? [])].includes(full) || speaks(object.facts?.definition, column);
  const isUnknown = ({ facts }: KnownObject) => facts?.definition === undefined;
  const own = <K extends 'policy' | 'trigger'>(kind: K) =>
    schema.partsOf(table, kind).filter((one) => isUnknown(one) || names(one));
  return [
    ...own('policy').map((one): Carried[number] => [wordsOf(one), policy(one, replaced)]),
    ...own('trigger').map((one): Carried[number] => [wordsOf(one), trigger(one, replaced)]),
    ...schema
      .every('statistics object')
      .filter(({ goesWith = [], needs = [] }) => [...goesWith, ...needs].includes(full))
      .map((one): Carried[number] => [wordsOf(one), statistics(one, replaced)]),
    ...unwritten(replaced, schema).map((one): Carried[number] => [one, undefined]),
  ];
}

function wordsOf({ kind, name, table }: KnownObject): string {
  return table === undefined ? `the ${kind} ${code(shortName(name))}` : `the ${kind} ${code(lastName(name))}`;
}

function speaks(definition: unknown, column: string): boolean {
  return definition !== undefined && JSON.stringify(definition).includes(JSON.stringify({ sval: column }).slice(1, -1));
}

/** It names the new column before the old one goes, and follows when that gets the name. */
function policy({ name, table = '', facts }: KnownObject<'policy'>, replaced: ReplacedColumn): WithColumn | undefined {
  const { using, 'with check': check } = (facts?.definition ?? {}) as Partial<Record<string, Node>>;
  const parts = Object.entries({ USING: using, 'WITH CHECK': check }).flatMap(([word, expression]) => {
    if (expression === undefined) return [];
    const now = expressionFor(expression, replaced);
    const sql = now && deparsed(now);
    return [sql && speaks(expression, replaced.column) ? `${word} (${sql})` : sql && ''];
  });
  const said = parts.filter((part) => part !== '');
  if (said.length === 0 || said.includes(undefined)) return undefined;
  const alter = `ALTER POLICY ${quoteIdentifier(lastName(name))} ON ${sqlName(table)}`;
  return { ...NOTHING, before: [`${alter} ${said.join(' ')};`] };
}

/** Those that fire for the column alone, or look at it. */
function trigger(one: KnownObject<'trigger'>, replaced: ReplacedColumn): WithColumn | undefined {
  const { column, called = column, table } = replaced;
  const definition = one.facts?.definition?.definition as CreateTrigStmt | undefined;
  if (definition === undefined) return undefined;
  const { columns, whenClause } = definition;
  const when = whenClause && expressionFor(whenClause, { ...replaced, next: called }, ['old', 'new']);
  if (whenClause && !when) return undefined;
  const now = {
    ...definition,
    ...(columns && { columns: columns.map((item) => renamed(item, column, called)) }),
    ...(when && { whenClause: when }),
  };
  if (speaks(definition, column) && called !== column && speaks(now, column)) return undefined;
  const sql = createTrigger(one, now);
  if (sql === undefined) return undefined;
  return {
    ...NOTHING,
    before: [`DROP TRIGGER ${quoteIdentifier(lastName(one.name))} ON ${sqlName(table)};`],
    after: [sql],
  };
}

function renamed(item: Node, column: string, called: string): Node {
  return nodeOf(item, 'String')?.sval === column ? { String: { sval: called } } : item;
}

/** They go with the column. */
function statistics(one: KnownObject<'statistics object'>, replaced: ReplacedColumn): WithColumn | undefined {
  const { table, column, called = column } = replaced;
  const elements = (one.facts?.definition?.columns ?? []) as Node[];
  const exprs = elements.map((item): Node | undefined => {
    const element = nodeOf(item, 'StatsElem');
    if (element?.name) return { StatsElem: { ...element, name: element.name === column ? called : element.name } };
    const expr = element?.expr && expressionFor(element.expr, { ...replaced, next: called });
    return expr && { StatsElem: { ...element, expr } };
  });
  if (exprs.length === 0 || exprs.includes(undefined)) return undefined;
  const sql = createStatistics(one, table, exprs as Node[]);
  return sql === undefined ? undefined : { ...NOTHING, after: [sql] };
}

/** In words, what somebody has to write anew. */
function unwritten(replaced: ReplacedColumn, schema: Schema): string[] {
  const { table, column, called = column } = replaced;
  const full = `${table}.${column}`;
  const reads = ({ needs = [], facts }: KnownObject) =>
    needs.includes(table) && (facts?.definition === undefined || speaks(facts.definition, column));
  const rules = schema.every('rule').filter((rule) => rule.table === table || reads(rule));
  const policies = schema.every('policy').filter((one) => one.table !== table && reads(one));
  const computed = schema
    .partsOf(table, 'column')
    .filter(({ name, goesWith = [], needs = [] }) => name !== full && [...goesWith, ...needs].includes(full));
  const publications = schema
    .every('publication')
    .filter(({ facts }) => speaks(facts?.definition?.[`table ${table}`], column));
  const triggers = schema.partsOf(table, 'trigger').flatMap((one) => calledBy(one));
  const functions = schema.every('function').filter((one) => {
    const body = one.facts?.definition?.body;
    if (typeof body !== 'string') return speaks(body, column) && (one.needs ?? []).includes(table);
    // Under the old name it goes on as it is.
    return called !== column && (triggers.includes(one.name) || speaksOf(one, table)) && isWordOf(body, column);
  });
  return [
    ...rules.map((one) => `the rule ${code(lastName(one.name))} of ${code(shortName(one.table ?? ''))}`),
    ...policies.map((one) => `the policy ${code(lastName(one.name))} of ${code(shortName(one.table ?? ''))}`),
    ...computed.map(({ name }) => `the column ${code(lastName(name))}, which is computed from it`),
    ...publications.map(({ name }) => `the publication ${code(name)}`),
    ...functions.map(({ name }) => `the function ${code(shortName(name))}, whose body says ${code(column)}`),
  ];
}

function isWordOf(body: string, column: string): boolean {
  return new RegExp(`(?<![\\w$])${column.replaceAll(/[^\w]/g, '\\$&')}(?![\\w$])`, 'i').test(body);
}
