/** What a restore computes anew: index expressions and predicates, CHECKs, generated columns. */

const OURS = `n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'`;
/** It calls a function, uses an operator or has a type that SQL has made: those of Postgres' own name nothing by search_path. */
const usesOwn = (classid: string, objid: string) =>
  `EXISTS (SELECT FROM pg_depend d WHERE d.classid = '${classid}'::regclass AND d.objid = ${objid} AND d.refobjid >= 16384
     AND d.refclassid IN ('pg_proc'::regclass, 'pg_operator'::regclass, 'pg_type'::regclass))`;

/** key, kind, schema, table, name, expression, the table's columns as `name`, `type`, `category`, `label` in JSON. */
export const EXPRESSIONS = `
  WITH found AS (
    SELECT 'index ' || x.oid || ' ' || k.at AS key, 'index' AS kind, i.indrelid AS relation, x.relname AS name,
      CASE WHEN k.at = 0 THEN pg_get_expr(i.indpred, i.indrelid) ELSE pg_get_indexdef(i.indexrelid, k.at, false) END AS expression
    FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid, generate_series(0, i.indnatts) AS k(at)
    WHERE ${usesOwn('pg_class', 'x.oid')} AND CASE WHEN k.at = 0 THEN i.indpred IS NOT NULL ELSE i.indkey[k.at - 1] = 0 END
    UNION ALL
    SELECT 'constraint ' || o.oid, 'CHECK', o.conrelid, o.conname, pg_get_expr(o.conbin, o.conrelid)
    FROM pg_constraint o WHERE o.contype = 'c' AND o.conrelid <> 0 AND ${usesOwn('pg_constraint', 'o.oid')}
    UNION ALL
    SELECT 'column ' || a.attrelid || ' ' || a.attnum, 'generated column', a.attrelid, a.attname, pg_get_expr(v.adbin, v.adrelid)
    FROM pg_attribute a JOIN pg_attrdef v ON v.adrelid = a.attrelid AND v.adnum = a.attnum
    WHERE a.attgenerated <> '' AND ${usesOwn('pg_attrdef', 'v.oid')}
  )
  SELECT f.key, f.kind, n.nspname, c.relname, f.name, f.expression,
    (SELECT json_agg(json_build_array(a.attname, format_type(a.atttypid, a.atttypmod), t.typcategory,
        (SELECT e.enumlabel FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder LIMIT 1)) ORDER BY a.attnum)
      FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)::text
  FROM found f JOIN pg_class c ON c.oid = f.relation JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${OURS} AND NOT c.relispartition ORDER BY f.key`;
