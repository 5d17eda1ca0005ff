/**
 * The catalogs as text, one row for each object: kind, name, the table it belongs to, definition. Meant to run with an
 * empty search_path, so that every name in a definition is qualified. No oids, no positions, no counters, no storage.
 */

/** Our own schemas: not the system's, not temporary ones. */
const OURS = "n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'";

/** What an extension brought belongs to the extension. */
const notExtension = (catalog: string, oid: string) =>
  `NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '${catalog}'::regclass AND e.objid = ${oid} AND e.deptype = 'e')`;

/** Privileges in a fixed order. A null ACL and one that spells out the defaults are the same. */
const acl = (column: string, type: string, owner: string) => `
  coalesce((SELECT ' grants ' || string_agg(g, ' ' ORDER BY g) FROM (
    SELECT format('%s:%s%s', coalesce(nullif(grantee, 0)::regrole::text, 'public'), privilege_type, CASE WHEN is_grantable THEN '*' ELSE '' END) AS g
    FROM aclexplode(coalesce(${column}, acldefault('${type}', ${owner})))) x), '')`;

const options = (column: string) =>
  `coalesce(' with ' || (SELECT string_agg(o, ', ' ORDER BY o) FROM unnest(${column}) o), '')`;

export const SNAPSHOT_QUERIES: readonly string[] = [
  `SELECT 'schema', n.nspname, NULL, 'owner ' || n.nspowner::regrole::text || ${acl('n.nspacl', 'n', 'n.nspowner')}
   FROM pg_namespace n WHERE ${OURS} AND ${notExtension('pg_namespace', 'n.oid')}`,

  `SELECT 'extension', extname, NULL, 'version ' || extversion FROM pg_extension`,

  `SELECT CASE c.relkind WHEN 'f' THEN 'foreign table' ELSE 'table' END, n.nspname || '.' || c.relname, NULL,
     concat('owner ', c.relowner::regrole, ' persistence ', c.relpersistence,
       ' access method ' || (SELECT amname FROM pg_am WHERE oid = c.relam),
       ' partition by ' || pg_get_partkeydef(c.oid), ' partition ' || pg_get_expr(c.relpartbound, c.oid),
       ' inherits ' || (SELECT string_agg(inhparent::regclass::text, ', ' ORDER BY inhseqno) FROM pg_inherits WHERE inhrelid = c.oid),
       ' replica identity ', c.relreplident, ' row security ', c.relrowsecurity, c.relforcerowsecurity,
       ${options('c.reloptions')}, ${acl('c.relacl', 'r', 'c.relowner')})
   FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'p', 'f') AND ${OURS} AND ${notExtension('pg_class', 'c.oid')}`,

  `SELECT 'column', n.nspname || '.' || c.relname || '.' || a.attname, n.nspname || '.' || c.relname,
     concat(format_type(a.atttypid, a.atttypmod),
       ' collate ' || (SELECT a.attcollation::regcollation FROM pg_type t WHERE t.oid = a.atttypid AND a.attcollation <> t.typcollation),
       CASE WHEN a.attnotnull THEN ' not null' END,
       CASE a.attgenerated WHEN '' THEN ' default ' ELSE ' generated ' || a.attgenerated::text || ' ' END || pg_get_expr(d.adbin, d.adrelid),
       CASE WHEN a.attidentity <> '' THEN ' identity ' || a.attidentity::text END,
       ' storage ', a.attstorage, ' ' || nullif(a.attcompression::text, ''),
       ' statistics ' || nullif(coalesce(a.attstattarget, -1), -1)::text, ${options('a.attoptions')})
   FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
   WHERE c.relkind IN ('r', 'p', 'f') AND a.attnum > 0 AND NOT a.attisdropped AND ${OURS} AND ${notExtension('pg_class', 'c.oid')}`,

  // NOT NULL is the column's own; its constraint rows (18 and later) differ only in their names.
  `SELECT 'constraint', n.nspname || '.' || c.relname || '.' || o.conname, n.nspname || '.' || c.relname,
     pg_get_constraintdef(o.oid)
   FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE o.contype IN ('c', 'f', 'p', 'u', 'x') AND ${OURS} AND ${notExtension('pg_class', 'c.oid')}`,

  `SELECT 'index', n.nspname || '.' || x.relname, tn.nspname || '.' || t.relname,
     concat(pg_get_indexdef(i.indexrelid), CASE WHEN NOT i.indisvalid THEN ' (invalid)' END,
       CASE WHEN i.indisclustered THEN ' (clustered)' END, CASE WHEN i.indisreplident THEN ' (replica identity)' END)
   FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_namespace n ON n.oid = x.relnamespace
     JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
   WHERE ${OURS} AND ${notExtension('pg_class', 't.oid')}
     AND NOT EXISTS (SELECT FROM pg_constraint o WHERE o.conindid = i.indexrelid AND o.contype IN ('p', 'u', 'x'))`,

  `SELECT 'trigger', n.nspname || '.' || c.relname || '.' || t.tgname, n.nspname || '.' || c.relname,
     concat(pg_get_triggerdef(t.oid), ' enabled ', t.tgenabled)
   FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE NOT t.tgisinternal AND ${OURS} AND ${notExtension('pg_class', 'c.oid')}`,

  `SELECT 'policy', n.nspname || '.' || c.relname || '.' || p.polname, n.nspname || '.' || c.relname,
     concat('for ', p.polcmd, CASE WHEN p.polpermissive THEN ' permissive' ELSE ' restrictive' END,
       ' to ', (SELECT string_agg(coalesce(nullif(r, 0)::regrole::text, 'public'), ', ' ORDER BY r) FROM unnest(p.polroles) r),
       ' using ' || pg_get_expr(p.polqual, p.polrelid), ' with check ' || pg_get_expr(p.polwithcheck, p.polrelid))
   FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${OURS}`,

  `SELECT CASE c.relkind WHEN 'v' THEN 'view' ELSE 'materialized view' END, n.nspname || '.' || c.relname, NULL,
     concat('owner ', c.relowner::regrole, ' ', pg_get_viewdef(c.oid), CASE WHEN NOT c.relispopulated THEN ' (not populated)' END,
       ${options('c.reloptions')}, ${acl('c.relacl', 'r', 'c.relowner')})
   FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('v', 'm') AND ${OURS} AND ${notExtension('pg_class', 'c.oid')}`,

  // Where a sequence stands is data, not schema.
  `SELECT 'sequence', n.nspname || '.' || c.relname,
     (SELECT on_.nspname || '.' || o.relname FROM pg_depend d JOIN pg_class o ON o.oid = d.refobjid JOIN pg_namespace on_ ON on_.oid = o.relnamespace
      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') LIMIT 1),
     concat('owner ', c.relowner::regrole, ' ', format_type(s.seqtypid, NULL), ' start ', s.seqstart, ' increment ', s.seqincrement,
       ' min ', s.seqmin, ' max ', s.seqmax, ' cache ', s.seqcache, CASE WHEN s.seqcycle THEN ' cycle' END, ${acl('c.relacl', 's', 'c.relowner')})
   FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE ${OURS} AND ${notExtension('pg_class', 'c.oid')}`,

  `SELECT 'type', n.nspname || '.' || t.typname, NULL,
     concat('owner ', t.typowner::regrole,
       ' enum ' || (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid),
       ' row ' || (SELECT string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)
         FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped),
       ' range of ' || (SELECT format_type(r.rngsubtype, NULL) FROM pg_range r WHERE r.rngtypid = t.oid),
       ${acl('t.typacl', 'T', 't.typowner')})
   FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid
   WHERE (t.typtype IN ('e', 'r') OR (t.typtype = 'c' AND c.relkind = 'c')) AND ${OURS} AND ${notExtension('pg_type', 't.oid')}`,

  `SELECT 'domain', n.nspname || '.' || t.typname, NULL,
     concat('owner ', t.typowner::regrole, ' ', format_type(t.typbasetype, t.typtypmod), CASE WHEN t.typnotnull THEN ' not null' END,
       ' default ' || t.typdefault,
       ' ' || (SELECT string_agg(o.conname || ' ' || pg_get_constraintdef(o.oid), ', ' ORDER BY o.conname) FROM pg_constraint o WHERE o.contypid = t.oid AND o.contype = 'c'))
   FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
   WHERE t.typtype = 'd' AND ${OURS} AND ${notExtension('pg_type', 't.oid')}`,

  `SELECT 'function', n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', NULL,
     concat('owner ', p.proowner::regrole, ' ', CASE WHEN p.prokind = 'a' THEN pg_get_function_result(p.oid) ELSE pg_get_functiondef(p.oid) END,
       ${acl('p.proacl', 'f', 'p.proowner')})
   FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${OURS} AND ${notExtension('pg_proc', 'p.oid')}`,

  `SELECT 'comment', i.type || ' ' || i.identity, NULL, d.description
   FROM pg_description d, pg_identify_object(d.classoid, d.objoid, d.objsubid) i
   WHERE d.objoid >= 16384 AND i.schema IS DISTINCT FROM 'pg_catalog' AND i.schema IS DISTINCT FROM 'information_schema'
     AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = d.classoid AND e.objid = d.objoid AND e.deptype = 'e')
     AND d.classoid <> 'pg_extension'::regclass`,

  // What no query above defines is at least seen to be there.
  ...[
    ['pg_rewrite', "SELECT oid FROM pg_rewrite WHERE rulename <> '_RETURN'"],
    ['pg_event_trigger', 'SELECT oid FROM pg_event_trigger'],
    ['pg_publication', 'SELECT oid FROM pg_publication'],
    ['pg_statistic_ext', 'SELECT oid FROM pg_statistic_ext'],
    ['pg_foreign_server', 'SELECT oid FROM pg_foreign_server'],
    ['pg_foreign_data_wrapper', 'SELECT oid FROM pg_foreign_data_wrapper'],
    ['pg_cast', 'SELECT oid FROM pg_cast'],
    ['pg_operator', 'SELECT oid FROM pg_operator'],
    ['pg_collation', 'SELECT oid FROM pg_collation'],
    ['pg_conversion', 'SELECT oid FROM pg_conversion'],
    ['pg_ts_config', 'SELECT oid FROM pg_ts_config'],
    ['pg_ts_dict', 'SELECT oid FROM pg_ts_dict'],
    ['pg_default_acl', 'SELECT oid FROM pg_default_acl'],
    ['pg_am', 'SELECT oid FROM pg_am'],
    ['pg_language', 'SELECT oid FROM pg_language'],
  ].map(
    ([catalog, oids]) => `SELECT i.type, i.identity, NULL, ''
   FROM (${oids}) x, pg_identify_object('${catalog}'::regclass, x.oid, 0) i
   WHERE x.oid >= 16384 AND ${notExtension(String(catalog), 'x.oid')}`,
  ),
];
