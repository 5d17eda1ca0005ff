/** What a restore computes anew: index expressions and predicates, CHECKs, generated columns, partition keys, materialized views. */

const OURS = `n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'`;
/** It calls a function, uses an operator or has a type that SQL has made: those of Postgres' own name nothing by search_path. */
const usesOwn = (classid: string, objid: string) =>
  `EXISTS (SELECT FROM pg_depend d WHERE d.classid = '${classid}'::regclass AND d.objid = ${objid} AND d.refobjid >= 16384
     AND d.refclassid IN ('pg_proc'::regclass, 'pg_operator'::regclass, 'pg_type'::regclass))`;
/** Name, type, category (pg_type.typcategory) and first label. */
const sampled = (name: string, mod: string) => `json_build_array(${name}, format_type(t.oid, ${mod}), t.typcategory,
        (SELECT e.enumlabel FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder LIMIT 1))`;

/**
 * key, kind, schema, table, name, expression, what is sampled for it as `name`, `type`, `category`, `label` in JSON, the oids of the
 * functions that it calls by what the catalogs record, in JSON, and a partitioned table's key. Of a partition, what the whole table hasn't.
 */
export const EXPRESSIONS = `
  WITH RECURSIVE found AS (
    SELECT 'index ' || x.oid || ' ' || k.at AS key, 'index' AS kind, i.indrelid AS relation, x.relname AS name,
      CASE WHEN k.at = 0 THEN pg_get_expr(i.indpred, i.indrelid) ELSE pg_get_indexdef(i.indexrelid, k.at, false) END AS expression,
      'pg_class'::regclass::oid AS classid, x.oid AS objid, NOT x.relispartition AS own
    FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid, generate_series(0, i.indnatts) AS k(at)
    WHERE ${usesOwn('pg_class', 'x.oid')} AND CASE WHEN k.at = 0 THEN i.indpred IS NOT NULL ELSE i.indkey[k.at - 1] = 0 END
    UNION ALL
    SELECT 'constraint ' || o.oid, 'CHECK', o.conrelid, o.conname, pg_get_expr(o.conbin, o.conrelid), 'pg_constraint'::regclass, o.oid, o.coninhcount = 0
    FROM pg_constraint o WHERE o.contype = 'c' AND o.convalidated AND o.conrelid <> 0 AND ${usesOwn('pg_constraint', 'o.oid')}
    UNION ALL
    SELECT 'column ' || a.attrelid || ' ' || a.attnum, 'generated column', a.attrelid, a.attname, pg_get_expr(v.adbin, v.adrelid),
      'pg_attrdef'::regclass, v.oid, NOT EXISTS (SELECT FROM pg_inherits h JOIN pg_attribute ha ON ha.attrelid = h.inhparent AND ha.attname = a.attname
        JOIN pg_attrdef hv ON hv.adrelid = ha.attrelid AND hv.adnum = ha.attnum
        WHERE h.inhrelid = a.attrelid AND pg_get_expr(hv.adbin, hv.adrelid) = pg_get_expr(v.adbin, v.adrelid))
    FROM pg_attribute a JOIN pg_attrdef v ON v.adrelid = a.attrelid AND v.adnum = a.attnum
    WHERE a.attgenerated <> '' AND ${usesOwn('pg_attrdef', 'v.oid')}
    UNION ALL
    SELECT 'key ' || p.partrelid, 'partition key', p.partrelid, c.relname, pg_get_expr(p.partexprs, p.partrelid), 'pg_class'::regclass, p.partrelid, true
    FROM pg_partitioned_table p JOIN pg_class c ON c.oid = p.partrelid
    WHERE p.partexprs IS NOT NULL AND ${usesOwn('pg_class', 'p.partrelid')}
    UNION ALL
    SELECT 'view ' || r.ev_class, 'materialized view', r.ev_class, c.relname, rtrim(pg_get_viewdef(r.ev_class), ';'), 'pg_rewrite'::regclass, r.oid, true
    FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class AND c.relkind = 'm' WHERE ${usesOwn('pg_rewrite', 'r.oid')}
  ), checks AS (
    SELECT 'constraint ' || o.oid AS key, n.nspname, y.typname, o.conname, pg_get_expr(o.conbin, 0) AS expression, y.typbasetype, y.typtypmod,
      'pg_constraint'::regclass::oid AS classid, o.oid AS objid
    FROM pg_constraint o JOIN pg_type y ON y.oid = o.contypid JOIN pg_namespace n ON n.oid = y.typnamespace
    WHERE o.contype = 'c' AND o.convalidated AND ${OURS} AND ${usesOwn('pg_constraint', 'o.oid')}
      AND EXISTS (SELECT FROM pg_depend d WHERE d.refclassid = 'pg_type'::regclass AND d.refobjid IN (y.oid, y.typarray) AND d.classid = 'pg_class'::regclass)
  ), calls(key, oid) AS (
    SELECT f.key, p.oid FROM (SELECT key, classid, objid FROM found UNION ALL SELECT key, classid, objid FROM checks) f
      JOIN pg_depend d ON d.classid = f.classid AND d.objid = f.objid
      LEFT JOIN pg_operator o ON d.refclassid = 'pg_operator'::regclass AND o.oid = d.refobjid
      JOIN pg_proc p ON p.oid >= 16384 AND (p.oid = o.oprcode OR (d.refclassid = 'pg_proc'::regclass AND p.oid = d.refobjid))
    UNION
    SELECT c.key, d.refobjid FROM calls c JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = c.oid
      AND d.refclassid = 'pg_proc'::regclass AND d.refobjid >= 16384
  )
  SELECT f.key, f.kind, n.nspname, c.relname, f.name, f.expression,
    (SELECT json_agg(${sampled('a.attname', 'a.atttypmod')} ORDER BY a.attnum)
      FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)::text,
    (SELECT json_agg(l.oid::text) FROM calls l WHERE l.key = f.key)::text,
    CASE f.kind WHEN 'partition key' THEN pg_get_partkeydef(c.oid) END
  FROM found f JOIN pg_class c ON c.oid = f.relation JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${OURS} AND (f.own OR NOT c.relispartition)
  UNION ALL
  SELECT f.key, 'CHECK', f.nspname, f.typname, f.conname, f.expression,
    (SELECT json_agg(${sampled("'value'", 'f.typtypmod')}) FROM pg_type t WHERE t.oid = f.typbasetype)::text,
    (SELECT json_agg(l.oid::text) FROM calls l WHERE l.key = f.key)::text, NULL
  FROM checks f
  ORDER BY 1`;
