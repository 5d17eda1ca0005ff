/** Relations and what belongs to them: columns, constraints, indexes, triggers, policies, rules. */
import { acl, grants, notExtension, notExtensionRelation, OURS, options, tablespace } from './sql.js';

/** Of a table: nothing that two schemas differ in, but worth a word. */
export const COLUMN_ORDER = 'column order';

export const RELATION_QUERIES: readonly string[] = [
  `SELECT 'schema', n.nspname, NULL, 'owner ' || n.nspowner::regrole::text || ${acl('n.nspacl', 'n', 'n.nspowner')}
   FROM pg_namespace n WHERE ${OURS} AND ${notExtension('pg_namespace', 'n.oid')}`,

  `SELECT 'extension', x.extname, NULL, concat('version ', x.extversion, ' in ', x.extnamespace::regnamespace, ' of ',
     (SELECT count(*) FROM pg_depend d WHERE d.refclassid = 'pg_extension'::regclass AND d.refobjid = x.oid AND d.deptype = 'e'), ' objects') FROM pg_extension x`,

  `SELECT CASE c.relkind WHEN 'f' THEN 'foreign table' ELSE 'table' END, n.nspname || '.' || c.relname, NULL,
     concat('owner ', c.relowner::regrole, ' persistence ', c.relpersistence,
       ' access method ' || (SELECT amname FROM pg_am WHERE oid = c.relam),
       ' partition by ' || pg_get_partkeydef(c.oid), ' partition ' || pg_get_expr(c.relpartbound, c.oid),
       ' inherits ' || (SELECT string_agg(inhparent::regclass::text, ', ' ORDER BY inhseqno) FROM pg_inherits WHERE inhrelid = c.oid),
       ' of type ' || nullif(c.reloftype, 0)::regtype, ${tablespace},
       ' replica identity ', c.relreplident, ' row security ', c.relrowsecurity, c.relforcerowsecurity,
       ${options('c.reloptions')}, (SELECT ${options('t.reloptions', 'toast')} FROM pg_class t WHERE t.oid = c.reltoastrelid),
       (SELECT concat(' server ', s.srvname, ${options('f.ftoptions', 'options')}) FROM pg_foreign_table f JOIN pg_foreign_server s ON s.oid = f.ftserver WHERE f.ftrelid = c.oid),
       ${acl('c.relacl', 'r', 'c.relowner')})
   FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'p', 'f') AND ${OURS} AND ${notExtensionRelation('c')}`,

  `SELECT 'column', n.nspname || '.' || c.relname || '.' || a.attname, n.nspname || '.' || c.relname,
     concat(format_type(a.atttypid, a.atttypmod),
       ' collate ' || (SELECT a.attcollation::regcollation FROM pg_type t WHERE t.oid = a.atttypid AND a.attcollation <> t.typcollation),
       CASE WHEN a.attnotnull THEN ' not null' END,
       CASE a.attgenerated WHEN '' THEN ' default ' ELSE ' generated ' || a.attgenerated::text || ' ' END || pg_get_expr(d.adbin, d.adrelid),
       CASE WHEN a.attidentity <> '' THEN ' identity ' || a.attidentity::text END,
       ' storage ', a.attstorage, ' ' || nullif(a.attcompression::text, ''),
       ' statistics ' || nullif(coalesce(a.attstattarget, -1), -1)::text, ${options('a.attoptions')},
       ${options('a.attfdwoptions', 'options')}, ${grants('a.attacl')})
   FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
   WHERE c.relkind IN ('r', 'p', 'f') AND a.attnum > 0 AND NOT a.attisdropped AND ${OURS} AND ${notExtensionRelation('c')}`,

  `SELECT '${COLUMN_ORDER}', n.nspname || '.' || c.relname, n.nspname || '.' || c.relname, string_agg(a.attname, ', ' ORDER BY a.attnum)
   FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND ${OURS} GROUP BY 2, 3`,

  // NOT NULL is the column's own; its constraint rows (18 and later) differ only in their names.
  `SELECT 'constraint', n.nspname || '.' || c.relname || '.' || o.conname, n.nspname || '.' || c.relname,
     concat(pg_get_constraintdef(o.oid),
       (SELECT concat(CASE WHEN NOT i.indisvalid THEN ' (invalid)' END, CASE WHEN i.indisclustered THEN ' (clustered)' END,
           CASE WHEN i.indisreplident THEN ' (replica identity)' END, ${options('x.reloptions')})
         FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid WHERE i.indexrelid = o.conindid AND o.contype IN ('p', 'u', 'x')),
       (SELECT ' (trigger enabled ' || string_agg(DISTINCT t.tgenabled::text, ', ') || ')' FROM pg_trigger t WHERE t.tgconstraint = o.oid AND t.tgenabled <> 'O'))
   FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE o.contype IN ('c', 'f', 'p', 'u', 'x') AND ${OURS} AND ${notExtensionRelation('c')}`,

  `SELECT 'index', n.nspname || '.' || x.relname, tn.nspname || '.' || t.relname,
     concat(pg_get_indexdef(i.indexrelid), CASE WHEN NOT i.indisvalid THEN ' (invalid)' END,
       CASE WHEN i.indisclustered THEN ' (clustered)' END, CASE WHEN i.indisreplident THEN ' (replica identity)' END,
       ' part of ' || (SELECT inhparent::regclass::text FROM pg_inherits WHERE inhrelid = x.oid),
       ' tablespace ' || (SELECT spcname FROM pg_tablespace WHERE oid = x.reltablespace))
   FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_namespace n ON n.oid = x.relnamespace
     JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
   WHERE ${OURS} AND ${notExtensionRelation('t')}
     AND NOT EXISTS (SELECT FROM pg_constraint o WHERE o.conindid = i.indexrelid AND o.contype IN ('p', 'u', 'x'))`,

  `SELECT 'trigger', n.nspname || '.' || c.relname || '.' || t.tgname, n.nspname || '.' || c.relname,
     concat(pg_get_triggerdef(t.oid), ' enabled ', t.tgenabled)
   FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE NOT t.tgisinternal AND ${OURS} AND ${notExtensionRelation('c')}`,

  `SELECT 'policy', n.nspname || '.' || c.relname || '.' || p.polname, n.nspname || '.' || c.relname,
     concat('for ', p.polcmd, CASE WHEN p.polpermissive THEN ' permissive' ELSE ' restrictive' END,
       ' to ', (SELECT string_agg(coalesce(nullif(r, 0)::regrole::text, 'public'), ', ' ORDER BY r) FROM unnest(p.polroles) r),
       ' using ' || pg_get_expr(p.polqual, p.polrelid), ' with check ' || pg_get_expr(p.polwithcheck, p.polrelid))
   FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${OURS}`,

  `SELECT CASE c.relkind WHEN 'v' THEN 'view' ELSE 'materialized view' END, n.nspname || '.' || c.relname, NULL,
     concat('owner ', c.relowner::regrole, ' ', pg_get_viewdef(c.oid), CASE WHEN NOT c.relispopulated THEN ' (not populated)' END,
       (SELECT string_agg(concat(' ', a.attname, ' default ' || pg_get_expr(d.adbin, d.adrelid), nullif(${grants('a.attacl')}, '')), ',' ORDER BY a.attnum)
         FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
         WHERE a.attrelid = c.oid AND a.attnum > 0 AND (a.attacl IS NOT NULL OR d.oid IS NOT NULL)),
       ' access method ' || (SELECT amname FROM pg_am WHERE oid = c.relam), ${tablespace},
       ${options('c.reloptions')}, ${acl('c.relacl', 'r', 'c.relowner')})
   FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('v', 'm') AND ${OURS} AND ${notExtensionRelation('c')}`,

  // Where a sequence stands is data, not schema.
  `SELECT 'sequence', n.nspname || '.' || c.relname,
     (SELECT on_.nspname || '.' || o.relname FROM pg_depend d JOIN pg_class o ON o.oid = d.refobjid JOIN pg_namespace on_ ON on_.oid = o.relnamespace
      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') LIMIT 1),
     concat('owner ', c.relowner::regrole, ' ', format_type(s.seqtypid, NULL), ' start ', s.seqstart, ' increment ', s.seqincrement,
       ' min ', s.seqmin, ' max ', s.seqmax, ' cache ', s.seqcache, CASE WHEN s.seqcycle THEN ' cycle' END,
       ' persistence ' || nullif(c.relpersistence::text, 'p'),
       ' owned by ' || (SELECT a.attname FROM pg_depend d JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
         WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') LIMIT 1), ${acl('c.relacl', 's', 'c.relowner')})
   FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE ${OURS} AND ${notExtensionRelation('c')}`,

  `SELECT 'rule', i.identity, n.nspname || '.' || c.relname, concat(pg_get_ruledef(r.oid), ' enabled ', r.ev_enabled)
   FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace, pg_identify_object('pg_rewrite'::regclass, r.oid, 0) i
   WHERE r.rulename <> '_RETURN' AND ${OURS} AND ${notExtensionRelation('c')}`,

  `SELECT 'statistics object', i.identity, cn.nspname || '.' || c.relname,
     concat(pg_get_statisticsobjdef(s.oid), ' owner ', s.stxowner::regrole, ' target ' || nullif(coalesce(s.stxstattarget, -1), -1)::text)
   FROM pg_statistic_ext s JOIN pg_class c ON c.oid = s.stxrelid JOIN pg_namespace cn ON cn.oid = c.relnamespace, pg_identify_object('pg_statistic_ext'::regclass, s.oid, 0) i
   WHERE s.oid >= 16384`,
];
