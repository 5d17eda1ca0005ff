/** Columns that take their numbers from a sequence. */

/** The sequence of an identity column, or the one that the default asks. */
const FEEDS = `(SELECT d.objid FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
      AND d.refobjid = c.oid AND d.refobjsubid = a.attnum AND d.deptype = 'i'
    UNION SELECT d.refobjid FROM pg_attrdef f JOIN pg_depend d ON d.classid = 'pg_attrdef'::regclass AND d.objid = f.oid AND d.refclassid = 'pg_class'::regclass
      WHERE f.adrelid = c.oid AND f.adnum = a.attnum)`;

/**
 * schema, table, table's oid, column, its number, bytes of its type; schema, sequence, its oid, bytes of its type, its last number, the step, whether it begins again; whether
 * a unique key holds the column alone, and whether the session may read both. Integers, not those of partitions.
 */
export const COUNTERS = `SELECT n.nspname, c.relname, c.oid::text, a.attname, a.attnum::text, a.attlen::text, sn.nspname, s.relname, s.oid::text, t.typlen::text, q.seqmax::text, q.seqincrement::text, q.seqcycle,
    EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indnkeyatts = 1 AND i.indkey[0] = a.attnum),
    has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT') AND has_schema_privilege(sn.oid, 'USAGE') AND has_sequence_privilege(s.oid, 'SELECT')
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_class s ON s.relkind = 'S' AND s.oid IN ${FEEDS}
    JOIN pg_namespace sn ON sn.oid = s.relnamespace JOIN pg_sequence q ON q.seqrelid = s.oid JOIN pg_type t ON t.oid = q.seqtypid
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't' AND a.attnum > 0 AND NOT a.attisdropped
    AND (a.atthasdef OR a.attidentity <> '') AND a.atttypid IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype)
    AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  ORDER BY 1, 2, a.attnum`;
