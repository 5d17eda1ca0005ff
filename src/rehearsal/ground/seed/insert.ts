/** The statement that fills a table: candidates from numbered sources, filtered, the first ones taken. */
import { ident, literal } from '../../../sql/quote.js';

/** Numbered rows to take values from: a parent's keys, or a pool. Columns `rn`, `v0`, `v1`, … */
export interface Source {
  body: string;
  /** Conditions that tie it to the sources before it; then it numbers, in `n` rows, each group by itself. */
  on: string[];
  /** A row without a partner stays: the value may be NULL. */
  left: boolean;
  /** Why there are no rows where it has none. */
  problem: string;
  /** How many rows it has; undefined where that is not known. */
  rows?: number;
  /** A unique key follows it: candidates go through it row by row, however many they are. */
  walks?: boolean;
}

export interface InsertPlan {
  /** Quoted and qualified. */
  table: string;
  /** The table's bare name, quoted: what conditions may call it by. */
  alias: string;
  rows: number;
  /** The number of the first one. */
  first: number;
  /** How many rows are tried. */
  candidates: number;
  sources: Source[];
  cells: { name: string; sql: string }[];
  /** Computed from the cells: generated columns, and keys that point to their own row. */
  derived: { name: string; sql: string; stored: boolean }[];
  filters: string[];
  /** Columns that must not repeat together. */
  distinct: string[][];
  overriding: boolean;
  /** Sequences of columns that got their numbers from us. */
  sequences: { sequence: string; column: string }[];
  skipConflicts: boolean;
}

// Odd multipliers, far from each other, so that two columns' choices don't move together.
const STRIDES = [1_103_515_245, 22_695_477, 134_775_813, 630_360_016, 1_664_525, 69_069, 214_013, 742_938_285];

/** The first rows walk through all sources side by side; the tried ones after them mix their values. */
function pick(index: number, plan: InsertPlan): string {
  if (plan.candidates <= plan.rows || plan.sources[index]?.walks) return '(g - 1)';
  const mixed = `g::bigint * ${STRIDES[index % STRIDES.length]} % ${2_147_483_647 - index} / 1024`;
  return `(CASE WHEN g <= ${plan.rows} THEN g - 1 ELSE ${mixed} END)`;
}

function withSources({ sources }: InsertPlan): string {
  if (sources.length === 0) return '';
  return `WITH ${sources.map(({ body }, index) => `p${index} AS MATERIALIZED (${body})`).join(',\n')}\n`;
}

function candidateRows(plan: InsertPlan): string {
  const joins = plan.sources.map(({ on, left }, index) => {
    const count = on.length > 0 ? `p${index}.n` : `nullif((SELECT pg_catalog.count(*) FROM p${index}), 0)`;
    const conditions = [...on, `p${index}.rn = 1 + ${pick(index, plan)} % ${count}`];
    return `${left ? 'LEFT JOIN' : 'JOIN'} p${index} ON ${conditions.join(' AND ')}`;
  });
  const cells = plan.cells.map(({ name, sql }) => `, ${sql} AS ${ident(name)}`);
  let rows = `SELECT g AS "seed row"${cells.join('')} FROM generate_series(${plan.first}, ${plan.first + plan.candidates - 1}) AS s(g) ${joins.join(' ')}`;
  if (plan.derived.length > 0) {
    const more = plan.derived.map(({ name, sql }) => `, ${sql} AS ${ident(name)}`);
    rows = `SELECT *${more.join('')} FROM (${rows}) AS ${plan.alias}`;
  }
  if (plan.filters.length === 0) return rows;
  const where = plan.filters.map((filter) => `(${filter}) IS NOT FALSE`).join(' AND ');
  return `SELECT * FROM (${rows}) AS ${plan.alias} WHERE ${where}`;
}

export function insertSql(plan: InsertPlan): string {
  const names = namesOf(plan);
  if (names.length === 0) return defaultsSql(plan);
  return `${withSources(plan)}INSERT INTO ${plan.table} (${names.join(', ')})${plan.overriding ? ' OVERRIDING SYSTEM VALUE' : ''}
    ${chosenRows(plan)}
    ${plan.skipConflicts ? 'ON CONFLICT DO NOTHING' : ''}`;
}

/** The same rows, read and not written: the table's triggers and policies have no say. At least one column gets a value. */
export function rowsSql(plan: InsertPlan): string {
  return `${withSources(plan)}${chosenRows(plan)}`;
}

function namesOf({ cells, derived }: InsertPlan): string[] {
  return [...cells, ...derived.filter(({ stored }) => stored)].map(({ name }) => ident(name));
}

function chosenRows(plan: InsertPlan): string {
  let rows = candidateRows(plan);
  for (const columns of plan.distinct) {
    // NULLs don't collide.
    const empty = columns.map((name) => `${ident(name)} IS NULL`).join(' OR ');
    const key = `${columns.map(ident).join(', ')}, CASE WHEN ${empty} THEN "seed row" END`;
    rows = `SELECT DISTINCT ON (${key}) * FROM (${rows}) AS ${plan.alias} ORDER BY ${key}, "seed row"`;
  }
  return `SELECT ${namesOf(plan).join(', ')} FROM (${rows}) AS ${plan.alias} ORDER BY "seed row" LIMIT ${plan.rows}`;
}

/** INSERT … SELECT needs a column; a table whose columns are all left to the server has none. */
function defaultsSql({ table, rows }: InsertPlan): string {
  return Array.from({ length: Math.min(rows, 1000) }, () => `INSERT INTO ${table} DEFAULT VALUES`).join(';\n');
}

/** How many rows each source has, and how many candidates pass: shows why a table stayed empty. */
export function diagnosisSql(plan: InsertPlan): string {
  const counts = plan.sources.map((_, index) => `(SELECT pg_catalog.count(*) FROM p${index})`);
  return `${withSources(plan)}SELECT ${[...counts, `(SELECT pg_catalog.count(*) FROM (${candidateRows(plan)}) AS rows_)`].join(', ')}`;
}

/** Lets sequences go on after the numbers that we gave. */
export function sequencesSql({ table, sequences }: InsertPlan): string {
  const calls = sequences.map(({ sequence, column }) => {
    return `(SELECT setval(${literal(sequence)}, max(${ident(column)})) FROM ${table})`;
  });
  return `SELECT ${calls.join(', ')}`;
}
