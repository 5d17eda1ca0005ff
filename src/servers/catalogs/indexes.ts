/** Pairs of indexes of which one does what the other does. */

/**
 * table, spare, serving. The spare one's keys are the first of the serving one's, in the same order, with the same operator
 * classes, collations and directions, on the same rows; and it has no duty besides: uniqueness, a constraint, replication. `$1`: the new indexes, with their schemas.
 */
export const REDUNDANT_INDEXES = `WITH made AS (SELECT unnest($1::text[]) AS name),
  one AS (
    SELECT i.*, x.relam, am.amname, n.nspname || '.' || x.relname AS name, pg_get_expr(i.indpred, i.indrelid) AS rows,
      ARRAY(SELECT concat_ws(' ', pg_get_indexdef(i.indexrelid, k, false), i.indclass[k - 1], i.indcollation[k - 1], i.indoption[k - 1]) FROM generate_series(1, i.indnkeyatts) k) AS keys,
      ARRAY(SELECT pg_get_indexdef(i.indexrelid, k, false) FROM generate_series(1, i.indnatts) k) AS columns
    FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_namespace n ON n.oid = x.relnamespace JOIN pg_am am ON am.oid = x.relam
    WHERE i.indisvalid AND NOT x.relispartition AND i.indrelid IN (SELECT f.indrelid FROM pg_index f JOIN pg_class c ON c.oid = f.indexrelid
      JOIN pg_namespace m ON m.oid = c.relnamespace JOIN made ON made.name = m.nspname || '.' || c.relname))
  SELECT tn.nspname || '.' || t.relname, spare.name, serving.name
  FROM one spare JOIN one serving ON serving.indrelid = spare.indrelid AND serving.indexrelid <> spare.indexrelid
    JOIN pg_class t ON t.oid = spare.indrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
  WHERE spare.relam = serving.relam AND spare.rows IS NOT DISTINCT FROM serving.rows
    AND spare.keys = serving.keys[1:cardinality(spare.keys)] AND (spare.amname = 'btree' OR spare.keys = serving.keys)
    AND spare.columns <@ serving.columns AND NOT spare.indisunique AND NOT spare.indisexclusion AND NOT spare.indisreplident
    AND NOT EXISTS (SELECT FROM pg_constraint o WHERE o.conindid = spare.indexrelid AND o.contype IN ('p', 'u', 'x'))
    AND (spare.name IN (SELECT name FROM made) OR serving.name IN (SELECT name FROM made))
  ORDER BY 1, 2, 3`;
