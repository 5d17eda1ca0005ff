/** The file that `migration-safety stats export` writes: what production's planner knows of its tables. */
import * as v from 'valibot';
import { UsageError } from '../../../system/usage-error.js';

const columnStatistics = v.strictObject({
  /** The share of NULLs, 0 to 1. */
  nullFraction: v.number(),
  /** In bytes. */
  averageWidth: v.number(),
  /** The number of distinct values; below 0, their share of the rows (pg_stats.n_distinct). */
  distinct: v.number(),
  /** Between the order on disk and that of the values, -1 to 1; null where there is none. */
  correlation: v.nullable(v.number()),
  /** Row values: only where they were asked for. */
  mostCommonValues: v.optional(v.string()),
  mostCommonFrequencies: v.optional(v.string()),
  histogramBounds: v.optional(v.string()),
});

const tableStatistics = v.strictObject({
  schema: v.string(),
  table: v.string(),
  /** pg_class.reltuples. */
  rows: v.number(),
  columns: v.record(v.string(), columnStatistics),
});

const statisticsFile = v.strictObject({
  statisticsVersion: v.literal(1),
  /** False where row values were left out. */
  withValues: v.boolean(),
  tables: v.array(tableStatistics),
});

export type StatisticsFile = v.InferOutput<typeof statisticsFile>;
export type TableStatistics = v.InferOutput<typeof tableStatistics>;

/** Throws `UsageError` that says what is wrong with the file. */
export function parseStatistics(text: string, path: string): StatisticsFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`statistics: ${path} is not JSON: ${(error as Error).message}`);
  }
  const result = v.safeParse(statisticsFile, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const at = (issue.path ?? []).map(({ key }) => String(key)).join('.');
  throw new UsageError(
    `statistics: ${path}: ${at}: ${issue.message}. Write the file anew with \`migration-safety stats export\`.`,
  );
}
