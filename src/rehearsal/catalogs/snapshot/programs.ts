/** What stands beside relations: types, domains, functions, comments. */
import { acl, notExtension, OURS } from './sql.js';

export const PROGRAM_QUERIES: readonly string[] = [
  `SELECT 'type', n.nspname || '.' || t.typname, NULL,
     concat('owner ', t.typowner::regrole,
       ' enum ' || (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid),
       ' row ' || (SELECT string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)
         FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped),
       ' range of ' || (SELECT concat(format_type(r.rngsubtype, NULL), ' ', r.rngcanonical, ' ', r.rngsubdiff) FROM pg_range r WHERE r.rngtypid = t.oid),
       ${acl('t.typacl', 'T', 't.typowner')})
   FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid
   WHERE (t.typtype IN ('e', 'r') OR (t.typtype = 'c' AND c.relkind = 'c')) AND ${OURS} AND ${notExtension('pg_type', 't.oid')}`,

  `SELECT 'domain', n.nspname || '.' || t.typname, NULL,
     concat('owner ', t.typowner::regrole, ' ', format_type(t.typbasetype, t.typtypmod), CASE WHEN t.typnotnull THEN ' not null' END,
       ' default ' || t.typdefault, ' collate ' || (SELECT t.typcollation::regcollation FROM pg_type b WHERE b.oid = t.typbasetype AND b.typcollation <> t.typcollation),
       ' ' || (SELECT string_agg(o.conname || ' ' || pg_get_constraintdef(o.oid), ', ' ORDER BY o.conname) FROM pg_constraint o WHERE o.contypid = t.oid AND o.contype = 'c'),
       ${acl('t.typacl', 'T', 't.typowner')})
   FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
   WHERE t.typtype = 'd' AND ${OURS} AND ${notExtension('pg_type', 't.oid')}`,

  // A range's own functions come with it (i).
  `SELECT 'function', n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', NULL,
     concat('owner ', p.proowner::regrole, ' ', CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid)
         ELSE (SELECT concat(pg_get_function_result(p.oid), ' ', a.aggtransfn, ' ', a.aggfinalfn, ' ', a.aggcombinefn, ' ', format_type(a.aggtranstype, NULL), ' ' || a.agginitval)
           FROM pg_aggregate a WHERE a.aggfnoid = p.oid) END,
       ${acl('p.proacl', 'f', 'p.proowner')})
   FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${OURS} AND ${notExtension('pg_proc', 'p.oid', "'e', 'i'")}`,

  `SELECT 'comment', i.type || ' ' || i.identity, NULL, d.description
   FROM pg_description d, pg_identify_object(d.classoid, d.objoid, d.objsubid) i
   WHERE (d.objoid >= 16384 OR (d.objoid = 2200 AND d.classoid = 'pg_namespace'::regclass)) AND i.schema IS DISTINCT FROM 'pg_catalog' AND i.schema IS DISTINCT FROM 'information_schema'
     AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = d.classoid AND e.objid = d.objoid AND e.deptype = 'e')
     AND d.classoid <> 'pg_extension'::regclass`,
];
