/** Which tables logical replication sends, and by what it tells their rows apart. */

/** It and the tables above it: what publishes those publishes its rows, too. */
const SELF_AND_ABOVE = 'SELECT c.oid UNION SELECT a.relid FROM pg_partition_ancestors(c.oid) a(relid)';

/**
 * schema, table, oid, publications, what identifies a row, whether that is plainly enough, and a column that may be set. Enough
 * is FULL, or an index that is there; a publication of some columns or rows asks for more. Tables, not those that have their
 * rows in partitions, of publications that send UPDATE or DELETE.
 */
export const PUBLISHED_TABLES = `SELECT n.nspname, c.relname, c.oid::text, pub.names, pub.sends,
    CASE c.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING' WHEN 'i' THEN 'USING INDEX' ELSE 'DEFAULT' END || coalesce(' (' || key.columns || ')', ''),
    NOT pub.parts AND (c.relreplident = 'f' OR key.columns IS NOT NULL),
    (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      AND a.attgenerated = '' AND a.attidentity <> 'a' ORDER BY a.attnum LIMIT 1)
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    CROSS JOIN LATERAL (
      SELECT string_agg(p.pubname, ', ' ORDER BY p.pubname) AS names,
        concat_ws(', ', CASE WHEN bool_or(p.pubupdate) THEN 'UPDATE' END, CASE WHEN bool_or(p.pubdelete) THEN 'DELETE' END) AS sends,
        bool_or(EXISTS (SELECT FROM pg_publication_rel r WHERE r.prpubid = p.oid AND r.prrelid IN (${SELF_AND_ABOVE}) AND (r.prqual IS NOT NULL OR r.prattrs IS NOT NULL))) AS parts
      FROM pg_publication p
      WHERE (p.pubupdate OR p.pubdelete) AND (p.puballtables
        OR EXISTS (SELECT FROM pg_publication_rel r WHERE r.prpubid = p.oid AND r.prrelid IN (${SELF_AND_ABOVE}))
        OR EXISTS (SELECT FROM pg_publication_namespace m JOIN pg_class s ON s.relnamespace = m.pnnspid WHERE m.pnpubid = p.oid AND s.oid IN (${SELF_AND_ABOVE})))) pub
    LEFT JOIN LATERAL (
      SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.at) AS columns
      FROM pg_index i, unnest(i.indkey[0:i.indnkeyatts - 1]) WITH ORDINALITY k(number, at) JOIN pg_attribute a ON a.attnum = k.number
      WHERE a.attrelid = c.oid AND i.indrelid = c.oid AND i.indisvalid
        AND CASE c.relreplident WHEN 'd' THEN i.indisprimary AND i.indimmediate WHEN 'i' THEN i.indisreplident ELSE false END) key ON true
  WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND pub.names IS NOT NULL AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  ORDER BY 1, 2`;
