/** Relations and what belongs to them: columns, constraints, indexes, triggers, policies, rules. */
import {
  acl,
  attributes,
  grants,
  made,
  needs,
  notExtension,
  notExtensionRelation,
  OURS,
  options,
  type Piece,
  parts,
  publishedAs,
  relationParts,
  tablespace,
  wanted,
} from './sql.js';

/** Of a table: no difference between two schemas, but reported. */
export const COLUMN_ORDER = 'column order';

const TABLE = parts('n.nspname', 'c.relname');
const inTable = (name: string) => parts('n.nspname', 'c.relname', name);

/** The relations that a view or rule reads, besides its own. */
const reads = (relation: string) =>
  `(SELECT json_agg(DISTINCT ${relationParts('d.refobjid')}::text) FROM pg_rewrite w JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
      WHERE w.ev_class = ${relation} AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> ${relation})`;

const TABLES = made('pg_class', "relkind IN ('r', 'p', 'f')");

export const RELATION_PIECES = {
  schema: {
    there: 'true',
    query: `SELECT 'schema', ${parts('n.nspname')}, NULL, n.oid::text, ${attributes({ owner: 'n.nspowner::regrole', grants: acl('n.nspacl', 'n', 'n.nspowner') })}
   FROM pg_namespace n WHERE ${OURS} AND ${notExtension('pg_namespace', 'n.oid')}`,
  },

  extension: {
    there: 'true',
    query: `SELECT 'extension', ${parts('x.extname')}, NULL, x.oid::text, ${attributes({
      version: 'x.extversion',
      in: 'x.extnamespace::regnamespace',
      objects: `(SELECT count(*) FROM pg_depend d WHERE d.refclassid = 'pg_extension'::regclass AND d.refobjid = x.oid AND d.deptype = 'e')`,
    })} FROM pg_extension x`,
  },

  table: {
    there: TABLES,
    query: `SELECT CASE c.relkind WHEN 'f' THEN 'foreign table' ELSE 'table' END, ${TABLE}, NULL, c.oid::text, ${attributes(
      {
        owner: 'c.relowner::regrole',
        persistence: 'c.relpersistence',
        'access method': '(SELECT amname FROM pg_am WHERE oid = c.relam)',
        'partition by': 'pg_get_partkeydef(c.oid)',
        partition: 'pg_get_expr(c.relpartbound, c.oid)',
        inherits:
          "(SELECT string_agg(inhparent::regclass::text, ', ' ORDER BY inhseqno) FROM pg_inherits WHERE inhrelid = c.oid)",
        'of type': 'nullif(c.reloftype, 0)::regtype',
        tablespace,
        'replica identity': 'c.relreplident',
        'row security': 'c.relrowsecurity',
        'row security forced': 'c.relforcerowsecurity',
        with: options('c.reloptions'),
        toast: `(SELECT ${options('t.reloptions')} FROM pg_class t WHERE t.oid = c.reltoastrelid)`,
        server:
          '(SELECT s.srvname FROM pg_foreign_table f JOIN pg_foreign_server s ON s.oid = f.ftserver WHERE f.ftrelid = c.oid)',
        options: `(SELECT ${options('f.ftoptions')} FROM pg_foreign_table f WHERE f.ftrelid = c.oid)`,
        grants: acl('c.relacl', 'r', 'c.relowner'),
        $inherits: `(SELECT json_agg(${relationParts('i.inhparent')}::text) FROM pg_inherits i WHERE i.inhrelid = c.oid)`,
        $published: `(SELECT json_agg(json_build_array(quote_ident(p.pubname), ${publishedAs('r', 'p')})::text ORDER BY p.pubname)
      FROM pg_publication_rel r JOIN pg_publication p ON p.oid = r.prpubid WHERE r.prrelid = c.oid)`,
      },
    )}
   FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'p', 'f') AND ${OURS} AND ${notExtensionRelation('c')} AND ${wanted('c.oid')}`,
  },

  column: {
    there: TABLES,
    query: `SELECT 'column', ${inTable('a.attname')}, ${TABLE}, concat(a.attrelid, '.', a.attnum), ${attributes({
      type: 'format_type(a.atttypid, a.atttypmod)',
      collate:
        '(SELECT a.attcollation::regcollation FROM pg_type t WHERE t.oid = a.atttypid AND a.attcollation <> t.typcollation)',
      'not null': 'a.attnotnull',
      default: "CASE a.attgenerated WHEN '' THEN pg_get_expr(d.adbin, d.adrelid) END",
      generated: "nullif(a.attgenerated::text, '') || ' ' || pg_get_expr(d.adbin, d.adrelid)",
      identity: "nullif(a.attidentity::text, '')",
      storage: 'a.attstorage',
      compression: "nullif(a.attcompression::text, '')",
      statistics: 'nullif(coalesce(a.attstattarget, -1), -1)',
      with: options('a.attoptions'),
      options: options('a.attfdwoptions'),
      grants: grants('a.attacl'),
    })}
   FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
   WHERE c.relkind IN ('r', 'p', 'f') AND a.attnum > 0 AND NOT a.attisdropped AND ${OURS} AND ${notExtensionRelation('c')}
     AND ${wanted('a.attrelid')}`,
  },

  [COLUMN_ORDER]: {
    there: TABLES,
    query: `SELECT '${COLUMN_ORDER}', ${TABLE}, ${TABLE}, NULL, ${attributes({ columns: 'json_agg(a.attname ORDER BY a.attnum)', $of: 'c.oid::text' })}
   FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND ${OURS} AND ${wanted('c.oid')} GROUP BY n.nspname, c.relname, c.oid`,
  },

  // NOT NULL is the column's own; its constraint rows (18 and later) differ only in their names.
  constraint: {
    there: made('pg_constraint'),
    query: `SELECT 'constraint', ${inTable('o.conname')}, ${TABLE}, o.oid::text, ${attributes({
      definition: 'pg_get_constraintdef(o.oid)',
      invalid: 'NOT i.indisvalid',
      clustered: 'i.indisclustered',
      'replica identity': 'i.indisreplident',
      with: options('x.reloptions'),
      'trigger enabled':
        "(SELECT string_agg(DISTINCT t.tgenabled::text, ', ') FROM pg_trigger t WHERE t.tgconstraint = o.oid AND t.tgenabled <> 'O')",
      $type: 'o.contype',
      $columns: needs('pg_constraint', 'o.oid', 'o.conrelid'),
      $references: relationParts('o.confrelid'),
      $index: 'pg_get_indexdef(i.indexrelid)',
    })}
   FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_index i ON i.indexrelid = o.conindid AND o.contype IN ('p', 'u', 'x') LEFT JOIN pg_class x ON x.oid = i.indexrelid
   WHERE o.contype IN ('c', 'f', 'p', 'u', 'x') AND ${OURS} AND ${notExtensionRelation('c')} AND ${wanted('o.oid')}`,
  },

  index: {
    there: made('pg_class', "relkind IN ('i', 'I')"),
    query: `SELECT 'index', ${parts('n.nspname', 'x.relname')}, ${parts('tn.nspname', 't.relname')}, x.oid::text, ${attributes(
      {
        definition: 'pg_get_indexdef(i.indexrelid)',
        invalid: 'NOT i.indisvalid',
        clustered: 'i.indisclustered',
        'replica identity': 'i.indisreplident',
        'part of': '(SELECT inhparent::regclass::text FROM pg_inherits WHERE inhrelid = x.oid)',
        tablespace: '(SELECT spcname FROM pg_tablespace WHERE oid = x.reltablespace)',
        $unique: 'i.indisunique',
        $columns: needs('pg_class', 'x.oid', 'i.indrelid'),
      },
    )}
   FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_namespace n ON n.oid = x.relnamespace
     JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
   WHERE ${OURS} AND ${notExtensionRelation('t')} AND ${wanted('x.oid')}
     AND NOT EXISTS (SELECT FROM pg_constraint o WHERE o.conindid = i.indexrelid AND o.contype IN ('p', 'u', 'x'))`,
  },

  trigger: {
    there: 'EXISTS (SELECT FROM pg_trigger)',
    query: `SELECT 'trigger', ${inTable('t.tgname')}, ${TABLE}, t.oid::text,
     ${attributes({ definition: 'pg_get_triggerdef(t.oid)', enabled: 't.tgenabled', $columns: needs('pg_trigger', 't.oid', 'c.oid') })}
   FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE NOT t.tgisinternal AND ${OURS} AND ${notExtensionRelation('c')} AND ${wanted('t.oid')}`,
  },

  policy: {
    there: 'EXISTS (SELECT FROM pg_policy)',
    query: `SELECT 'policy', ${inTable('p.polname')}, ${TABLE}, p.oid::text, ${attributes({
      for: 'p.polcmd',
      restrictive: 'NOT p.polpermissive',
      to: `(SELECT json_agg(coalesce(nullif(r, 0)::regrole::text, 'public') ORDER BY r) FROM unnest(p.polroles) r)`,
      using: 'pg_get_expr(p.polqual, p.polrelid)',
      'with check': 'pg_get_expr(p.polwithcheck, p.polrelid)',
      $columns: needs('pg_policy', 'p.oid', 'c.oid'),
    })}
   FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${OURS} AND ${wanted('p.oid')}`,
  },

  view: {
    there: made('pg_class', "relkind IN ('v', 'm')"),
    query: `SELECT CASE c.relkind WHEN 'v' THEN 'view' ELSE 'materialized view' END, ${TABLE}, NULL, c.oid::text, ${attributes(
      {
        owner: 'c.relowner::regrole',
        query: 'pg_get_viewdef(c.oid)',
        'not populated': 'NOT c.relispopulated',
        'column defaults': `(SELECT json_agg(concat(quote_ident(a.attname), ' ', pg_get_expr(d.adbin, d.adrelid)) ORDER BY a.attnum)
      FROM pg_attribute a JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum WHERE a.attrelid = c.oid)`,
        'column grants': `(SELECT json_agg(concat(quote_ident(a.attname), ' ', g.value) ORDER BY a.attnum, g.value)
      FROM pg_attribute a, json_array_elements_text(${grants('a.attacl')}) g WHERE a.attrelid = c.oid AND a.attacl IS NOT NULL)`,
        'access method': '(SELECT amname FROM pg_am WHERE oid = c.relam)',
        tablespace,
        with: options('c.reloptions'),
        grants: acl('c.relacl', 'r', 'c.relowner'),
        $reads: reads('c.oid'),
        $columns:
          '(SELECT json_agg(a.attname ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0)',
      },
    )}
   FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('v', 'm') AND ${OURS} AND ${notExtensionRelation('c')} AND ${wanted('c.oid')}`,
  },

  // A sequence's position is data, not schema.
  sequence: {
    there: 'EXISTS (SELECT FROM pg_sequence)',
    query: `SELECT 'sequence', ${TABLE}, ${`(SELECT ${parts('on_.nspname', 'o.relname')} FROM pg_class o JOIN pg_namespace on_ ON on_.oid = o.relnamespace WHERE o.oid = d.refobjid)`}, c.oid::text, ${attributes(
      {
        owner: 'c.relowner::regrole',
        type: 'format_type(s.seqtypid, NULL)',
        start: 's.seqstart',
        increment: 's.seqincrement',
        min: 's.seqmin',
        max: 's.seqmax',
        cache: 's.seqcache',
        cycle: 's.seqcycle',
        persistence: "nullif(c.relpersistence::text, 'p')",
        'owned by': '(SELECT a.attname FROM pg_attribute a WHERE a.attrelid = d.refobjid AND a.attnum = d.refobjsubid)',
        grants: acl('c.relacl', 's', 'c.relowner'),
      },
    )}
   FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
   WHERE ${OURS} AND ${notExtensionRelation('c')} AND ${wanted('c.oid')}`,
  },

  rule: {
    there: made('pg_rewrite', "rulename <> '_RETURN'"),
    query: `SELECT 'rule', ${parts('i.identity')}, ${TABLE}, r.oid::text, ${attributes({ definition: 'pg_get_ruledef(r.oid)', enabled: 'r.ev_enabled', $name: 'quote_ident(r.rulename)' })}
   FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace, pg_identify_object('pg_rewrite'::regclass, r.oid, 0) i
   WHERE r.rulename <> '_RETURN' AND ${OURS} AND ${notExtensionRelation('c')} AND ${wanted('r.oid')}`,
  },

  'statistics object': {
    there: made('pg_statistic_ext'),
    query: `SELECT 'statistics object', ${parts('i.identity')}, ${parts('cn.nspname', 'c.relname')}, s.oid::text, ${attributes(
      {
        definition: 'pg_get_statisticsobjdef(s.oid)',
        owner: 's.stxowner::regrole',
        target: 'nullif(coalesce(s.stxstattarget, -1), -1)',
        $columns: needs('pg_statistic_ext', 's.oid', 'c.oid'),
      },
    )}
   FROM pg_statistic_ext s JOIN pg_class c ON c.oid = s.stxrelid JOIN pg_namespace cn ON cn.oid = c.relnamespace, pg_identify_object('pg_statistic_ext'::regclass, s.oid, 0) i
   WHERE s.oid >= 16384 AND ${wanted('s.oid')}`,
  },
} satisfies Record<string, Piece>;
