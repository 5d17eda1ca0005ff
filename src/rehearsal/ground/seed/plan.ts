/** Decides for each column of a table where its values come from. */

import { ident } from '../../../sql/quote.js';
import type { Column, ForeignKey, SeedCatalog, Table } from './catalog.js';
import { choose, isNumbered } from './columns.js';
import { type Condition, conditionsOf } from './conditions.js';
import { type KnownValues, keepDistinct } from './distinct.js';
import { foreignValues, type Keys, type Parent } from './foreign.js';
import type { InsertPlan } from './insert.js';
import { castName, type PgTypes, resolve } from './values.js';

export interface PlanOptions {
  rows: number;
  /** By column number. */
  hints: ReadonlyMap<number, string>;
  later: ForeignKey[];
  parents: ReadonlyMap<number, Parent>;
  /** Give only what the table insists on. */
  lean: boolean;
  /** The columns that get a value, by their numbers; all others are left to the server. */
  only?: ReadonlySet<number>;
  /** The number of the first row: those before it are there. */
  first?: number;
}

/** The plan while it is made. */
interface Draft {
  plan: InsertPlan;
  known: KnownValues;
  keys: Keys;
  conditions: Condition[];
  /** Columns that the server fills in. */
  omitted: Set<number>;
  /** Columns whose own conditions their pool has seen to. */
  pooled: Set<number>;
}

/** A string: why the table can't be filled. */
export function planInsert({ types }: SeedCatalog, table: Table, options: PlanOptions): InsertPlan | string {
  if (table.partitioned && table.partitions.length === 0) return 'it is partitioned and has no partition';
  const keys = foreignValues(table, options.later, options.parents);
  if (typeof keys === 'string') return keys;
  const draft: Draft = {
    plan: emptyPlan(table, options, keys),
    known: { distinct: new Map(), source: new Map() },
    keys,
    conditions: conditionsOf(types, table),
    omitted: new Set(),
    pooled: new Set(),
  };
  for (const column of table.columns) planColumn(draft, column, { types, table, options });
  addFilters(draft, table);
  keepDistinct(draft.plan, table, draft.known);
  return draft.plan;
}

function emptyPlan(table: Table, { rows, first = 1 }: PlanOptions, keys: Keys): InsertPlan {
  return {
    table: tableSql(table),
    alias: ident(table.name),
    rows,
    first,
    candidates: rows,
    sources: [...keys.sources],
    cells: [],
    derived: [],
    filters: [],
    distinct: [],
    overriding: false,
    sequences: [],
    skipConflicts: !table.hasRules && table.uniques.every(({ deferrable }) => !deferrable),
  };
}

interface Surroundings {
  types: PgTypes;
  table: Table;
  options: PlanOptions;
}

function planColumn(draft: Draft, column: Column, { types, table, options }: Surroundings): void {
  const { plan, known, keys, omitted } = draft;
  const { name, number } = column;
  const give = (sql: string, distinct: number) => {
    plan.cells.push({ name, sql });
    known.distinct.set(number, distinct);
    if (column.identity === 'a') plan.overriding = true;
    if (isNumbered(column) && column.sequence !== null && !sql.startsWith('nextval(')) {
      plan.sequences.push({ sequence: column.sequence, column: name });
    }
  };
  const hint = options.hints.get(number);
  const key = keys.cells.get(number);
  const own = keys.own.get(number);
  if (column.generated || options.only?.has(number) === false) {
    omitted.add(number);
  } else if (hint !== undefined) {
    // The line's end keeps a comment in the hint from swallowing ours.
    give(`(${hint}\n)`, Number.POSITIVE_INFINITY);
  } else if (keys.empty.has(number)) {
    give(`NULL::${baseName(types, column)}`, Number.POSITIVE_INFINITY);
  } else if (own !== undefined) {
    plan.derived.push({ name, sql: ident(own), stored: true });
    known.distinct.set(number, Number.POSITIVE_INFINITY);
  } else if (key !== undefined) {
    give(key.sql, 0);
    known.source.set(number, key.source);
  } else {
    const about = draft.conditions.filter(({ columns }) => columns.includes(number));
    const referenced = [...keys.own.values()].includes(name);
    const asked = options.only ? { ...column, expression: null, identity: '' as const } : column;
    const choice = choose(asked, { types, table, rows: options.rows, about, referenced, lean: options.lean });
    if (choice.kind === 'omit') {
      omitted.add(number);
      known.distinct.set(number, choice.distinct);
    } else if (choice.kind === 'cell') {
      give(choice.sql, choice.distinct);
    } else {
      give(`p${plan.sources.length}.v0`, 0);
      known.source.set(number, plan.sources.length);
      draft.pooled.add(number);
      plan.sources.push(choice.source);
    }
  }
}

/** Conditions that no pool has filtered already and whose columns are all known before the row goes in. */
function addFilters({ plan, conditions, omitted, pooled }: Draft, table: Table): void {
  const column = (number: number) => table.columns.find((candidate) => candidate.number === number);
  const generated = new Set<number>();
  for (const { sql, columns } of conditions) {
    if (columns.length === 1 && columns.every((number) => pooled.has(number))) continue;
    if (!columns.every((number) => !omitted.has(number) || column(number)?.generated)) continue;
    for (const number of columns) if (column(number)?.generated) generated.add(number);
    plan.filters.push(sql);
  }
  for (const number of generated) {
    const { name, expression } = column(number) ?? {};
    if (name !== undefined && expression) plan.derived.push({ name, sql: expression, stored: false });
  }
}

function baseName(types: PgTypes, column: Column): string {
  const { type } = resolve(types, column.type, column.typmod);
  return type === undefined ? 'text' : castName(type);
}

export function tableSql({ schema, name }: Table): string {
  return `${ident(schema)}.${ident(name)}`;
}
