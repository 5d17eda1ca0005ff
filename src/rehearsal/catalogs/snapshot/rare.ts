/** Objects that few schemas have. Their names are what pg_identify_object calls them. */
import { acl, grants, notExtension, options } from './sql.js';

const array = (column: string) => `array_to_string(${column}, ', ')`;
/** A row of a catalog without what is an oid or a name of its own. */
const rest = (row: string, without: string) => `(to_jsonb(${row}) - '{oid,${without}}'::text[])::text`;

/** By catalog: the alias is x. An empty definition says no more than that the object is there. */
const DEFINITIONS: Record<string, string> = {
  pg_event_trigger: `concat('owner ', x.evtowner::regrole, ' on ', x.evtevent, ' execute ', x.evtfoid::regprocedure, ' enabled ', x.evtenabled, ' when tag in ' || ${array('x.evttags')})`,
  pg_publication: `concat('owner ', x.pubowner::regrole, ' ', ${rest('x', 'pubname,pubowner')},
    ' tables ' || (SELECT string_agg(concat(r.prrelid::regclass, ' where ' || (to_jsonb(t) ->> 'rowfilter'),
        ' columns ' || (SELECT string_agg(a.attname, ', ' ORDER BY a.attname) FROM pg_attribute a
          WHERE a.attrelid = r.prrelid AND a.attnum::text = ANY (string_to_array(to_jsonb(r) ->> 'prattrs', ' ')))), '; ' ORDER BY r.prrelid::regclass::text)
      FROM pg_publication_rel r LEFT JOIN pg_publication_tables t ON t.pubname = x.pubname AND format('%I.%I', t.schemaname, t.tablename)::regclass = r.prrelid
      WHERE r.prpubid = x.oid),
    ' in schemas ' || (SELECT string_agg(DISTINCT t.schemaname, ', ') FROM pg_publication_tables t WHERE t.pubname = x.pubname AND NOT x.puballtables))`,
  pg_foreign_data_wrapper: `concat('owner ', x.fdwowner::regrole, ' handler ', x.fdwhandler::regproc, ' validator ', x.fdwvalidator::regproc, ${options('x.fdwoptions', 'options')}, ${acl('x.fdwacl', 'F', 'x.fdwowner')})`,
  pg_foreign_server: `concat('owner ', x.srvowner::regrole, ' wrapper ', (SELECT fdwname FROM pg_foreign_data_wrapper WHERE oid = x.srvfdw), ' type ' || x.srvtype, ' version ' || x.srvversion, ${options('x.srvoptions', 'options')}, ${acl('x.srvacl', 'S', 'x.srvowner')})`,
  pg_cast: `concat('context ', x.castcontext, ' method ', x.castmethod, ' function ', x.castfunc::regprocedure)`,
  pg_operator: `concat('owner ', x.oprowner::regrole, ' procedure ', x.oprcode, ' commutator ', x.oprcom::regoperator, ' negator ', x.oprnegate::regoperator,
    ' restrict ', x.oprrest, ' join ', x.oprjoin, CASE WHEN x.oprcanhash THEN ' hashes' END, CASE WHEN x.oprcanmerge THEN ' merges' END)`,
  pg_opfamily: `concat('owner ', x.opfowner::regrole, ' operators ' || (SELECT string_agg(concat(o.amopstrategy, ' ', o.amopopr::regoperator), ', ' ORDER BY o.amopstrategy, o.amopopr::regoperator::text) FROM pg_amop o WHERE o.amopfamily = x.oid),
    ' functions ' || (SELECT string_agg(concat(p.amprocnum, ' ', p.amproc), ', ' ORDER BY p.amprocnum, p.amproc::text) FROM pg_amproc p WHERE p.amprocfamily = x.oid))`,
  pg_opclass: `concat('owner ', x.opcowner::regrole, ' for ', format_type(x.opcintype, NULL), ' family ', (SELECT opfname FROM pg_opfamily WHERE oid = x.opcfamily), CASE WHEN x.opcdefault THEN ' default' END, ' storage ' || format_type(nullif(x.opckeytype, 0), NULL))`,
  pg_collation: `concat('owner ', x.collowner::regrole, ' ', ${rest('x', 'collname,collnamespace,collowner,collversion')})`,
  pg_conversion: `concat('owner ', x.conowner::regrole, ' from ', x.conforencoding, ' to ', x.contoencoding, ' by ', x.conproc, CASE WHEN x.condefault THEN ' default' END)`,
  pg_ts_config: `concat('owner ', x.cfgowner::regrole, ' parser ', (SELECT prsname FROM pg_ts_parser WHERE oid = x.cfgparser),
    (SELECT string_agg(concat(' ', m.maptokentype, ' ', m.mapdict::regdictionary), ',' ORDER BY m.maptokentype, m.mapseqno) FROM pg_ts_config_map m WHERE m.mapcfg = x.oid))`,
  pg_ts_dict: `concat('owner ', x.dictowner::regrole, ' template ', (SELECT tmplname FROM pg_ts_template WHERE oid = x.dicttemplate), ' ' || x.dictinitoption)`,
  pg_ts_parser: "''",
  pg_ts_template: "''",
  pg_transform: `concat('from ', x.trffromsql, ' to ', x.trftosql)`,
  pg_default_acl: grants('x.defaclacl'),
  pg_am: `concat('type ', x.amtype, ' handler ', x.amhandler)`,
  pg_language: `concat('owner ', x.lanowner::regrole, CASE WHEN x.lanpltrusted THEN ' trusted' END, ' handler ', x.lanplcallfoid::regproc, ${acl('x.lanacl', 'l', 'x.lanowner')})`,
};

export const RARE_QUERIES: readonly string[] = [
  ...Object.entries(DEFINITIONS).map(
    ([catalog, definition]) => `SELECT i.type, i.identity, NULL, ${definition}
   FROM ${catalog} x, pg_identify_object('${catalog}'::regclass, x.oid, 0) i
   WHERE x.oid >= 16384 AND ${notExtension(catalog, 'x.oid', "'e', 'i'")}`,
  ),

  // Options that not everybody may read are null to whom may not.
  `SELECT 'user mapping', concat('for ', m.usename, ' on server ', m.srvname), NULL, ${options('m.umoptions', 'options')} FROM pg_user_mappings m`,

  // Their numbers are new each time: what counts is how many there are.
  `SELECT 'large objects', 'of the database', NULL, count(*)::text FROM pg_largeobject_metadata HAVING count(*) > 0`,

  // Types that no other query defines. An array goes with its element, a multirange with its range.
  `SELECT 'type', i.identity, NULL, concat('owner ', t.typowner::regrole, ' base ', t.typlen, t.typalign, t.typstorage, ' in ', t.typinput, ' out ', t.typoutput)
   FROM pg_type t, pg_identify_object('pg_type'::regclass, t.oid, 0) i
   WHERE t.oid >= 16384 AND t.typtype IN ('b', 'p') AND t.typcategory <> 'A' AND ${notExtension('pg_type', 't.oid')}`,
];
