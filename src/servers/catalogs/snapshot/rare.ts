/** Objects that few schemas have. Their names are what pg_identify_object calls them. */
import { acl, attributes, grants, made, notExtension, options, type Piece, parts, publishedAs, wanted } from './sql.js';

/** A row of a catalog without what is an oid or a name of its own. */
const rest = (row: string, without: string) => `(to_jsonb(${row}) - '{oid,${without}}'::text[])::text`;

/** By catalog: the alias is x. No attributes say no more than that the object is there. */
const ATTRIBUTES = {
  pg_event_trigger: {
    owner: 'x.evtowner::regrole',
    on: 'x.evtevent',
    execute: 'x.evtfoid::regprocedure',
    enabled: 'x.evtenabled',
    'when tag in': 'to_json(x.evttags)',
  },
  pg_publication: {
    owner: 'x.pubowner::regrole',
    options: rest('x', 'pubname,pubowner'),
    tables: `(SELECT json_agg(concat(r.prrelid::regclass, ${publishedAs('r', 'x')}) ORDER BY r.prrelid::regclass::text)
      FROM pg_publication_rel r WHERE r.prpubid = x.oid)`,
    'in schemas': `(SELECT json_agg(DISTINCT t.schemaname) FROM pg_publication_tables t WHERE t.pubname = x.pubname AND NOT x.puballtables)`,
  },
  pg_foreign_data_wrapper: {
    owner: 'x.fdwowner::regrole',
    handler: 'x.fdwhandler::regproc',
    validator: 'x.fdwvalidator::regproc',
    options: options('x.fdwoptions'),
    grants: acl('x.fdwacl', 'F', 'x.fdwowner'),
  },
  pg_foreign_server: {
    owner: 'x.srvowner::regrole',
    wrapper: '(SELECT fdwname FROM pg_foreign_data_wrapper WHERE oid = x.srvfdw)',
    type: 'x.srvtype',
    version: 'x.srvversion',
    options: options('x.srvoptions'),
    grants: acl('x.srvacl', 'S', 'x.srvowner'),
  },
  pg_cast: { context: 'x.castcontext', method: 'x.castmethod', function: 'x.castfunc::regprocedure' },
  pg_operator: {
    owner: 'x.oprowner::regrole',
    procedure: 'x.oprcode',
    commutator: 'x.oprcom::regoperator',
    negator: 'x.oprnegate::regoperator',
    restrict: 'x.oprrest',
    join: 'x.oprjoin',
    hashes: 'x.oprcanhash',
    merges: 'x.oprcanmerge',
  },
  pg_opfamily: {
    owner: 'x.opfowner::regrole',
    operators:
      "(SELECT json_agg(concat(o.amopstrategy, ' ', o.amopopr::regoperator) ORDER BY o.amopstrategy, o.amopopr::regoperator::text) FROM pg_amop o WHERE o.amopfamily = x.oid)",
    functions:
      "(SELECT json_agg(concat(p.amprocnum, ' ', p.amproc) ORDER BY p.amprocnum, p.amproc::text) FROM pg_amproc p WHERE p.amprocfamily = x.oid)",
  },
  pg_opclass: {
    owner: 'x.opcowner::regrole',
    for: 'format_type(x.opcintype, NULL)',
    family: '(SELECT opfname FROM pg_opfamily WHERE oid = x.opcfamily)',
    default: 'x.opcdefault',
    storage: 'format_type(nullif(x.opckeytype, 0), NULL)',
  },
  pg_collation: {
    owner: 'x.collowner::regrole',
    options: rest('x', 'collname,collnamespace,collowner,collversion'),
  },
  pg_conversion: {
    owner: 'x.conowner::regrole',
    from: 'x.conforencoding',
    to: 'x.contoencoding',
    by: 'x.conproc',
    default: 'x.condefault',
  },
  pg_ts_config: {
    owner: 'x.cfgowner::regrole',
    parser: '(SELECT prsname FROM pg_ts_parser WHERE oid = x.cfgparser)',
    mappings:
      "(SELECT json_agg(concat(m.maptokentype, ' ', m.mapdict::regdictionary) ORDER BY m.maptokentype, m.mapseqno) FROM pg_ts_config_map m WHERE m.mapcfg = x.oid)",
  },
  pg_ts_dict: {
    owner: 'x.dictowner::regrole',
    template: '(SELECT tmplname FROM pg_ts_template WHERE oid = x.dicttemplate)',
    options: 'x.dictinitoption',
  },
  pg_ts_parser: {},
  pg_ts_template: {},
  pg_transform: { from: 'x.trffromsql', to: 'x.trftosql' },
  pg_default_acl: { grants: grants('x.defaclacl') },
  pg_am: { type: 'x.amtype', handler: 'x.amhandler' },
  pg_language: {
    owner: 'x.lanowner::regrole',
    trusted: 'x.lanpltrusted',
    handler: 'x.lanplcallfoid::regproc',
    grants: acl('x.lanacl', 'l', 'x.lanowner'),
  },
} satisfies Record<string, Record<string, string>>;

const ROWS = Object.fromEntries(
  Object.entries(ATTRIBUTES).map(([catalog, values]) => [
    catalog,
    {
      there: made(catalog),
      query: `SELECT i.type, ${parts('i.identity')}, NULL, x.oid::text, ${attributes(values)}
   FROM ${catalog} x, pg_identify_object('${catalog}'::regclass, x.oid, 0) i
   WHERE x.oid >= 16384 AND ${notExtension(catalog, 'x.oid', "'e', 'i'")}`,
    },
  ]),
) as Record<keyof typeof ATTRIBUTES, Piece>;

export const RARE_PIECES = {
  ...ROWS,

  // Options that not every role may read are null for the others.
  'user mapping': {
    there: 'EXISTS (SELECT FROM pg_user_mappings)',
    query: `SELECT 'user mapping', ${parts('m.usename', 'm.srvname')}, NULL, m.umid::text, ${attributes({ options: options('m.umoptions') })} FROM pg_user_mappings m`,
  },

  // Their numbers are new each time: what counts is how many there are.
  'large objects': {
    there: 'EXISTS (SELECT FROM pg_largeobject_metadata)',
    query: `SELECT 'large objects', ${parts("'of the database'::text")}, NULL, NULL, ${attributes({ number: 'count(*)' })} FROM pg_largeobject_metadata HAVING count(*) > 0`,
  },

  // Types that no other query defines. An array goes with its element, a multirange with its range.
  'other types': {
    there: made('pg_type', "typtype IN ('b', 'p') AND typcategory <> 'A'"),
    query: `SELECT 'type', ${parts('i.identity')}, NULL, t.oid::text, ${attributes({
      owner: 't.typowner::regrole',
      base: 'concat(t.typlen, t.typalign, t.typstorage)',
      in: 't.typinput',
      out: 't.typoutput',
    })}
   FROM pg_type t, pg_identify_object('pg_type'::regclass, t.oid, 0) i
   WHERE t.oid >= 16384 AND t.typtype IN ('b', 'p') AND t.typcategory <> 'A' AND ${notExtension('pg_type', 't.oid')} AND ${wanted('t.oid')}`,
  },
} satisfies Record<string, Piece>;
