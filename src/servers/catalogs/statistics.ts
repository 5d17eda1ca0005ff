/** A database's planner statistics. */

const TABLE_STATISTICS = `
  SELECT n.nspname, c.relname, c.reltuples FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'm') AND c.reltuples >= 0 AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  ORDER BY 1, 2`;

const COLUMN_STATISTICS = `
  SELECT schemaname, tablename, attname, null_frac, avg_width, n_distinct, correlation,
    most_common_vals::text, most_common_freqs::text, histogram_bounds::text
  FROM pg_stats WHERE NOT inherited AND schemaname <> 'information_schema' AND schemaname !~ '^pg_' ORDER BY 1, 2, 3`;

/** How many pages a table has. `$1`: its name, quoted, with the schema. */
const PAGES = `SELECT (pg_relation_size(to_regclass($1::text)) / current_setting('block_size')::int)::int, to_regclass($1::text)::oid::text`;

export const STATISTICS_QUERIES = {
  'table statistics': TABLE_STATISTICS,
  'column statistics': COLUMN_STATISTICS,
  pages: PAGES,
  'begin reading': 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  'end reading': 'ROLLBACK',
};
