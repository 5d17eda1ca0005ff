/** One query that reads everything that seeding needs, as JSON of the shape that `catalog.ts` declares. */
import { OWN_TABLES } from './own-tables.js';

const list = (query: string) => `coalesce((SELECT json_agg(x) FROM (${query}) x), '[]')`;
/** Like `list`, of plain values instead of objects. */
const values = (query: string) => `coalesce((SELECT json_agg(x.v) FROM (${query}) x), '[]')`;

const COLUMNS = `
  SELECT a.attname AS "name", a.attnum AS "number", a.atttypid::int8 AS "type", a.atttypmod AS "typmod",
    a.attnotnull AS "notNull", a.attidentity::text AS "identity", a.attgenerated <> '' AS "generated",
    pg_get_expr(d.adbin, d.adrelid) AS "expression",
    CASE WHEN a.attidentity <> '' OR d.oid IS NOT NULL
      THEN pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) END AS "sequence"
  FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`;

const checks = (owner: string, relation: string) => `
  SELECT o.conname AS "name", coalesce(o.conkey, '{}') AS "columns", pg_get_expr(o.conbin, ${relation}) AS "sql"
  FROM pg_constraint o WHERE ${owner} AND o.contype = 'c' ORDER BY o.conname`;

const FOREIGN_KEYS = `
  SELECT o.conname AS "name", o.conkey AS "columns", o.confmatchtype = 'f' AS "full", o.confdeltype::text AS "onDelete",
    coalesce((SELECT p.relid::oid FROM pg_partition_ancestors(o.confrelid) WITH ORDINALITY p(relid, n) ORDER BY p.n DESC LIMIT 1),
      o.confrelid)::int8 AS "parent",
    ${values(`SELECT a.attname AS v FROM unnest(o.confkey) WITH ORDINALITY k(number, n)
      JOIN pg_attribute a ON a.attrelid = o.confrelid AND a.attnum = k.number ORDER BY k.n`)} AS "parentColumns"
  FROM pg_constraint o WHERE o.conrelid = c.oid AND o.contype = 'f' AND o.conparentid = 0 ORDER BY o.conname`;

const UNIQUES = `
  SELECT (SELECT k.relname FROM pg_class k WHERE k.oid = i.indexrelid) AS "name", i.indnullsnotdistinct AS "nullsEqual", i.indisprimary AS "primary", NOT i.indimmediate AS "deferrable",
    i.indexprs IS NULL AND i.indpred IS NULL AND NOT i.indisexclusion AS "plain",
    ${values('SELECT k.v FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(v, n) WHERE k.v <> 0 AND k.n <= i.indnkeyatts ORDER BY k.n')} AS "columns",
    ${values(`SELECT DISTINCT d.refobjsubid AS v FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = i.indexrelid
      AND d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid AND d.refobjsubid > 0`)} AS "uses"
  FROM pg_index i WHERE i.indrelid = c.oid AND (i.indisunique OR i.indisexclusion) ORDER BY i.indisprimary DESC, i.indexrelid`;

// A few partitions are enough, and many conditions would make every candidate row slow.
const PARTITIONS = `
  SELECT coalesce(pg_get_partition_constraintdef(l.oid), 'true') AS v
  FROM pg_partition_tree(c.oid) p JOIN pg_class l ON l.oid = p.relid
  WHERE l.relkind = 'r' ORDER BY l.relname LIMIT 8`;

const TABLES = `
  SELECT c.oid::int8 AS "oid", n.nspname AS "schema", c.relname AS "name", c.relkind = 'p' AS "partitioned",
    c.relhasrules AS "hasRules",
    EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = c.oid AND NOT g.tgisinternal AND g.tgtype & 7 = 7) AS "isFilled",
    CASE WHEN c.relkind = 'p' THEN ${values(PARTITIONS)} ELSE '[]' END AS "partitions",
    ${list(COLUMNS)} AS "columns", ${list(checks('o.conrelid = c.oid', 'o.conrelid'))} AS "checks",
    ${list(FOREIGN_KEYS)} AS "foreignKeys", ${list(UNIQUES)} AS "uniques"
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${OWN_TABLES}
  ORDER BY n.nspname, c.relname`;

/** The types of the columns, and those that they are made of. */
const USED = `
  WITH RECURSIVE used(oid) AS (
    SELECT a.atttypid FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind IN ('r', 'p') AND c.oid >= 16384 AND a.attnum > 0 AND NOT a.attisdropped
    UNION
    SELECT p.oid FROM used u JOIN pg_type t ON t.oid = u.oid, LATERAL (
      SELECT t.typbasetype UNION ALL SELECT t.typelem
      UNION ALL SELECT r.rngsubtype FROM pg_range r WHERE t.typtype = 'r' AND r.rngtypid = t.oid
      UNION ALL SELECT r.rngtypid FROM pg_range r WHERE t.typtype = 'm' AND r.rngmultitypid = t.oid
      UNION ALL SELECT a.atttypid FROM pg_attribute a WHERE t.typtype = 'c' AND a.attrelid = t.typrelid AND a.attnum > 0
    ) p(oid) WHERE p.oid <> 0)
  SELECT oid FROM used`;

const TYPES = `
  SELECT t.oid::int8 AS "oid", format_type(t.oid, NULL) AS "sql", t.typname AS "name", n.nspname AS "schema",
    t.typcategory::text AS "category", t.typtypmod AS "typmod", t.typnotnull AS "notNull", t.typdefault IS NOT NULL AS "hasDefault",
    CASE t.typtype WHEN 'd' THEN 'domain' WHEN 'e' THEN 'enum' WHEN 'r' THEN 'range' WHEN 'm' THEN 'multirange'
      WHEN 'c' THEN 'composite' ELSE 'base' END AS "kind",
    CASE t.typtype WHEN 'd' THEN t.typbasetype WHEN 'r' THEN r.rngsubtype WHEN 'm' THEN m.rngtypid
      ELSE t.typelem END::int8 AS "of",
    CASE t.typtype WHEN 'e' THEN
      ${values('SELECT e.enumlabel AS v FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder')} ELSE '[]' END AS "labels",
    CASE t.typtype WHEN 'c' THEN ${list(`SELECT a.atttypid::int8 AS "type", a.atttypmod AS "typmod" FROM pg_attribute a
      WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`)} ELSE '[]' END AS "attributes",
    CASE t.typtype WHEN 'd' THEN ${list(checks('o.contypid = t.oid', '0'))} ELSE '[]' END AS "checks"
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
    LEFT JOIN pg_range r ON t.typtype = 'r' AND r.rngtypid = t.oid LEFT JOIN pg_range m ON t.typtype = 'm' AND m.rngmultitypid = t.oid
  WHERE t.oid IN (${USED}) AND t.typtype <> 'p'
    AND (t.typrelid = 0 OR EXISTS (SELECT FROM pg_class k WHERE k.oid = t.typrelid AND k.relkind = 'c'))`;

export const SEED_CATALOG = `SELECT json_build_object('tables', ${list(TABLES)}, 'types', ${list(TYPES)})`;
