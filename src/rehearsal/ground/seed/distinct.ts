/** Keeps unique keys unique where no single column does so by itself. */
import type { Table } from './catalog.js';
import type { InsertPlan } from './insert.js';

/** What is known of each column, by its number. */
export interface KnownValues {
  /** How many different values it has for sure. */
  distinct: Map<number, number>;
  /** The source that it takes its value from. */
  source: Map<number, number>;
}

/** Keys that hold as long as the rows walk through a source side by side; others need candidates to choose from. */
export function keepDistinct(plan: InsertPlan, table: Table, known: KnownValues): void {
  const cells = new Set(plan.cells.map(({ name }) => name));
  const walking: string[][] = [];
  for (const { columns, plain } of table.uniques) {
    if (!plain || columns.some((number) => (known.distinct.get(number) ?? 0) >= plan.rows)) continue;
    const names = table.columns.filter(({ number }) => columns.includes(number)).map(({ name }) => name);
    if (names.length === 0 || !names.every((name) => cells.has(name))) continue;
    const sources = [...new Set(columns.map((number) => known.source.get(number)))].filter((it) => it !== undefined);
    const whole = sources.filter((index) => isWhole(index, columns, plan, known));
    if (whole.length === 0 && sources.length > 0) plan.distinct.push(names);
    else walking.push(names);
    for (const index of whole) walk(plan, index);
  }
  const crowded = plan.filters.length + plan.distinct.length > 0 || plan.sources.some(({ on }) => on.length > 0);
  if (!crowded) return;
  // A filter takes rows out of the walk: what comes after them must not repeat their keys.
  plan.distinct.push(...walking);
  plan.candidates = Math.max(5000, plan.rows <= 10_000 ? plan.rows * 20 : plan.rows * 3);
}

/** Does the key hold everything that the source gives, and does the source have enough rows? */
function isWhole(index: number, columns: number[], plan: InsertPlan, { source }: KnownValues): boolean {
  const given = [...source].filter(([, from]) => from === index).map(([number]) => number);
  if (!given.every((number) => columns.includes(number))) return false;
  return columns.length === given.length || (plan.sources[index]?.rows ?? 0) >= plan.rows;
}

function walk(plan: InsertPlan, index: number): void {
  const source = plan.sources[index];
  if (source !== undefined) source.walks = true;
}
