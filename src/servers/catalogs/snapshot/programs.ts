/** Objects other than relations: types, domains, functions, comments. */
import { acl, attributes, made, notExtension, OURS, options, type Piece, parts, wanted } from './sql.js';

/** What a function's type says of its arguments; two functions of one name differ in it. */
const ARGUMENT_TYPES = `(SELECT coalesce(string_agg(format_type(u.type, NULL), ', ' ORDER BY u.at), '') FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS u(type, at))`;

/** The table or view that a commented object belongs to, or is. */
const COMMENTED_RELATION = `(SELECT ${parts('rn.nspname', 'rc.relname')} FROM (SELECT CASE d.classoid
    WHEN 'pg_class'::regclass THEN coalesce((SELECT x.indrelid FROM pg_index x WHERE x.indexrelid = d.objoid), d.objoid)
    WHEN 'pg_constraint'::regclass THEN (SELECT o.conrelid FROM pg_constraint o WHERE o.oid = d.objoid)
    WHEN 'pg_trigger'::regclass THEN (SELECT t.tgrelid FROM pg_trigger t WHERE t.oid = d.objoid)
    WHEN 'pg_policy'::regclass THEN (SELECT p.polrelid FROM pg_policy p WHERE p.oid = d.objoid)
    WHEN 'pg_rewrite'::regclass THEN (SELECT w.ev_class FROM pg_rewrite w WHERE w.oid = d.objoid)
    WHEN 'pg_statistic_ext'::regclass THEN (SELECT s.stxrelid FROM pg_statistic_ext s WHERE s.oid = d.objoid) END AS oid) r
    JOIN pg_class rc ON rc.oid = r.oid AND rc.relkind IN ('r', 'p', 'f', 'v', 'm') JOIN pg_namespace rn ON rn.oid = rc.relnamespace)`;

export const PROGRAM_PIECES = {
  type: {
    there: `${made('pg_type', "typtype IN ('e', 'r')")} OR ${made('pg_class', "relkind = 'c'")}`,
    query: `SELECT 'type', ${parts('n.nspname', 't.typname')}, NULL, t.oid::text, ${attributes({
      owner: 't.typowner::regrole',
      enum: '(SELECT json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid)',
      row: `(SELECT json_agg(concat(quote_ident(a.attname), ' ', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum)
         FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped)`,
      'range of':
        "(SELECT concat(format_type(r.rngsubtype, NULL), ' ', r.rngcanonical, ' ', r.rngsubdiff) FROM pg_range r WHERE r.rngtypid = t.oid)",
      grants: acl('t.typacl', 'T', 't.typowner'),
    })}
   FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid
   WHERE (t.typtype IN ('e', 'r') OR (t.typtype = 'c' AND c.relkind = 'c')) AND ${OURS} AND ${notExtension('pg_type', 't.oid')} AND ${wanted('t.oid')}`,
  },

  // Always read whole: a constraint that it loses leaves no trace.
  domain: {
    there: made('pg_type', "typtype = 'd'"),
    query: `SELECT 'domain', ${parts('n.nspname', 't.typname')}, NULL, t.oid::text, ${attributes({
      owner: 't.typowner::regrole',
      type: 'format_type(t.typbasetype, t.typtypmod)',
      'not null': 't.typnotnull',
      default: 't.typdefault',
      collate:
        '(SELECT t.typcollation::regcollation FROM pg_type b WHERE b.oid = t.typbasetype AND b.typcollation <> t.typcollation)',
      constraints: `(SELECT json_agg(concat(quote_ident(o.conname), ' ', pg_get_constraintdef(o.oid)) ORDER BY o.conname)
         FROM pg_constraint o WHERE o.contypid = t.oid AND o.contype = 'c')`,
      grants: acl('t.typacl', 'T', 't.typowner'),
      $checks:
        "(SELECT json_agg(pg_get_constraintdef(o.oid) ORDER BY o.conname) FROM pg_constraint o WHERE o.contypid = t.oid AND o.contype = 'c')",
    })}
   FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
   WHERE t.typtype = 'd' AND ${OURS} AND ${notExtension('pg_type', 't.oid')}`,
  },

  // A range's own functions come with it (i).
  function: {
    there: made('pg_proc'),
    query: `SELECT 'function', ${parts('n.nspname', 'p.proname', ARGUMENT_TYPES)}, NULL, p.oid::text, ${attributes({
      owner: 'p.proowner::regrole',
      kind: "nullif(p.prokind::text, 'f')",
      arguments: "nullif(pg_get_function_arguments(p.oid), '')",
      returns: 'pg_get_function_result(p.oid)',
      language: "(SELECT l.lanname FROM pg_language l WHERE l.oid = p.prolang AND p.prokind <> 'a')",
      volatility: "nullif(p.provolatile::text, 'v')",
      strict: 'p.proisstrict',
      'security definer': 'p.prosecdef',
      leakproof: 'p.proleakproof',
      parallel: "nullif(p.proparallel::text, 'u')",
      cost: 'p.procost',
      rows: 'nullif(p.prorows, 0)',
      support: 'nullif(p.prosupport, 0)::regproc',
      transforms: '(SELECT json_agg(format_type(y, NULL)) FROM unnest(p.protrftypes) y)',
      set: options('p.proconfig'),
      file: 'p.probin',
      aggregate: `(SELECT to_jsonb(a) - '{aggfnoid,aggsortop}'::text[] || jsonb_build_object('aggtranstype', format_type(a.aggtranstype, NULL), 'aggmtranstype', format_type(nullif(a.aggmtranstype, 0), NULL))
         FROM pg_aggregate a WHERE a.aggfnoid = p.oid)::text`,
      body: 'coalesce(pg_get_function_sqlbody(p.oid), p.prosrc)',
      grants: acl('p.proacl', 'f', 'p.proowner'),
      $identity: 'pg_get_function_identity_arguments(p.oid)',
      $sql: "CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid) END",
    })}
   FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${OURS} AND ${notExtension('pg_proc', 'p.oid', "'e', 'i'")} AND ${wanted('p.oid')}`,
  },

  comment: {
    there: 'true',
    query: `SELECT 'comment', ${parts('i.type', 'i.identity')}, ${COMMENTED_RELATION}, NULL, ${attributes({ text: 'd.description', $of: `concat(d.objoid, '.', d.classoid, '.', d.objsubid)` })}
   FROM pg_description d, pg_identify_object(d.classoid, d.objoid, d.objsubid) i
   WHERE (d.objoid >= 16384 OR (d.objoid = 2200 AND d.classoid = 'pg_namespace'::regclass)) AND i.schema IS DISTINCT FROM 'pg_catalog' AND i.schema IS DISTINCT FROM 'information_schema'
     AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = d.classoid AND e.objid = d.objoid AND e.deptype = 'e')
     AND d.classoid <> 'pg_extension'::regclass AND ${wanted('d.objoid')}`,
  },
} satisfies Record<string, Piece>;
