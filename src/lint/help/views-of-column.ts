/** The views over a column that another one replaces: made again in the switch, or beforehand where they hold rows. */
import type { Node } from '@pgsql/types';
import { lastName, schemaOf, shortName } from '../../schema/objects.js';
import type { KnownObject, Schema } from '../../schema/schema.js';
import { sqlName } from '../../schema/sql-name.js';
import { quoteIdentifier } from '../../sql/ast.js';
import { deparsed } from '../../sql/deparse.js';
import { code } from '../../sql/words.js';
import { indexNode } from './index-anew.js';
import { NOTHING, newName, type ReplacedColumn, type WithColumn } from './replaced-column.js';
import { slug } from './steps.js';
import { mayShow, queryFor, showsAll } from './swapped-names.js';
import { type AnyView, createView, viewAgain, withView } from './views-anew.js';

/** Of each part: its name in words, and what is made of it, where that is known. */
export type Carried = [words: string, made: WithColumn | undefined][];

export function viewsOfColumn(replaced: ReplacedColumn, schema: Schema): Carried {
  const { column, called = column } = replaced;
  const using = usingViews(replaced, schema);
  if (called !== column) {
    return using.map((view) => [
      wordsOf(view),
      view.kind === 'view' ? replacedInPlace(view, replaced, schema) : madeBefore(view, replaced, schema),
    ]);
  }
  const all = inOrder(using, schema);
  const isFree = (view: AnyView) => using.includes(view) && view.facts?.reads?.every((name) => !isOf(name, all));
  return [
    ...plainViews(all, using, schema),
    ...all
      .filter(({ kind }) => kind !== 'view')
      .map((view): Carried[number] => [wordsOf(view), isFree(view) ? madeBefore(view, replaced, schema) : undefined]),
  ];
}

/** A view can't stay while the column that it shows goes, nor one over it: each is made again after those that it reads. */
function plainViews(all: readonly AnyView[], using: readonly AnyView[], schema: Schema): Carried {
  const views = all.filter(({ kind }) => kind === 'view');
  const texts = views.map((view): [AnyView, string[] | undefined] => {
    // The column stands last in its table then, and would in what shows all of them.
    const query = view.facts?.definition?.query as Node | undefined;
    const isMoved = using.includes(view) && query !== undefined && showsAll(query);
    return [view, isMoved ? undefined : viewAgain(view, schema)];
  });
  return [
    [
      'the views',
      {
        ...NOTHING,
        before: views.toReversed().map(({ name }) => `DROP VIEW ${sqlName(name)};`),
        after: texts.flatMap(([, text]) => text ?? []),
      },
    ],
    ...texts.filter(([, text]) => text === undefined).map(([view]): Carried[number] => [wordsOf(view), undefined]),
  ];
}

/** What drops the plain views over a column, and what makes them again. */
export function viewsAnew(table: string, column: string, schema: Schema): { drop: string[]; create: string[] } {
  const all = inOrder(usingViews({ table, column }, schema), schema);
  const create = all.map(
    (view) =>
      viewAgain(view, schema)?.join('\n') ?? `-- Here create ${wordsOf(view).replaceAll('`', '')} again, as it was.`,
  );
  const drop = all.toReversed().map(({ kind, name }) => `DROP ${kind.toUpperCase()} ${sqlName(name)};`);
  return { drop, create };
}

function wordsOf({ kind, name }: AnyView): string {
  return `the ${kind} ${code(shortName(name))}`;
}

function viewsIn(schema: Schema): AnyView[] {
  return [...schema.every('view'), ...schema.every('materialized view')];
}

function isOf(name: string, views: readonly AnyView[]): boolean {
  return views.some((view) => view.name === name);
}

/** Those that name the column, and those whose query doesn't say whether they do. */
function usingViews({ table, column }: Pick<ReplacedColumn, 'table' | 'column'>, schema: Schema): AnyView[] {
  return viewsIn(schema).filter(({ facts }) => {
    const query = facts?.definition?.query as Node | undefined;
    if (facts?.columns?.includes(`${table}.${column}`)) return true;
    if (facts?.reads && !facts.reads.includes(table)) return false;
    return query === undefined || (facts?.vague === true && mayShow(query, column));
  });
}

/** With all views over them, each after those that it reads. */
function inOrder(using: readonly AnyView[], schema: Schema): AnyView[] {
  const all = [...using];
  for (const one of all) all.push(...viewsIn(schema).filter((view) => !isOf(view.name, all) && reads(view, one)));
  const placed: AnyView[] = [];
  for (let left = all; left.length > 0; left = left.filter((view) => !placed.includes(view))) {
    const next = left.find((view) => !left.some((other) => other !== view && reads(view, other))) ?? left[0];
    if (next) placed.push(next);
  }
  return placed;
}

function reads({ facts }: AnyView, { name }: AnyView): boolean {
  return facts?.reads?.includes(name) ?? false;
}

/** Under another name of the same type it shows what it showed: nothing that hangs on it has to go. */
function replacedInPlace(view: AnyView, replaced: ReplacedColumn, schema: Schema): WithColumn | undefined {
  const query = queryOf(view, replaced, schema);
  const sql = query && createView(view, { query, replace: true });
  return sql === undefined ? undefined : { ...NOTHING, before: [sql] };
}

function queryOf({ facts }: AnyView, replaced: ReplacedColumn, schema: Schema): Node | undefined {
  const query = facts?.definition?.query as Node | undefined;
  return query && queryFor(query, replaced, schema);
}

/** It is filled from the new column beside all traffic, and gets the name in the switch. */
function madeBefore(view: AnyView, replaced: ReplacedColumn, schema: Schema): WithColumn | undefined {
  if (viewsIn(schema).some((other) => reads(other, view))) return undefined;
  const { name } = view;
  const own = `${schemaOf(name)}.${newName(lastName(name))}`;
  const query = queryOf(view, replaced, schema);
  const create = query && createView(view, { query, as: own });
  const others = withView(view, schema);
  const indexes = schema.partsOf(name, 'index').map((index) => indexOfNew(index, own));
  if (create === undefined || others === undefined || indexes.includes(undefined)) return undefined;
  const made = indexes as { build: string; rename: string }[];
  return {
    steps: [
      {
        name: slug('create', lastName(own)),
        sql: [create, ...made.map(({ build }) => build)].join('\n'),
        down: `DROP MATERIALIZED VIEW ${sqlName(own)};`,
        after: `Refresh ${code(shortName(own))} as well where ${code(shortName(name))} is refreshed before the next ones are deployed.`,
      },
    ],
    before: [`DROP MATERIALIZED VIEW ${sqlName(name)};`],
    after: [
      `ALTER MATERIALIZED VIEW ${sqlName(own)} RENAME TO ${quoteIdentifier(lastName(name))};`,
      ...made.map(({ rename }) => rename),
      ...others,
    ],
  };
}

function indexOfNew(index: KnownObject<'index'>, table: string): { build: string; rename: string } | undefined {
  const was = lastName(index.name);
  const node = indexNode({ ...index, table }, { name: newName(was), concurrently: false });
  const build = node && deparsed(node);
  if (build === undefined) return undefined;
  const own = sqlName(`${schemaOf(table)}.${newName(was)}`);
  return { build: `${build};`, rename: `ALTER INDEX ${own} RENAME TO ${quoteIdentifier(was)};` };
}
