/** Code that the database holds: functions and procedures with their triggers, and what calls them. */

/** For a WHERE over pg_namespace `n` and an object `o` of catalog `$class`: the user's own. */
const own = (catalog: string) => `n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '${catalog}'::regclass AND e.objid = o.oid AND e.deptype = 'e')`;

/**
 * One row for each function or procedure whose body is a text. A body that is kept as a tree (BEGIN ATOMIC) has its names
 * bound, as views have: the catalogs hold what it depends on.
 */
const FUNCTIONS = `SELECT json_build_object('oid', o.oid::text, 'schema', n.nspname, 'name', o.proname,
    'identity', pg_get_function_identity_arguments(o.oid), 'language', l.lanname, 'body', o.prosrc,
    'kind', CASE o.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END,
    'columns', (SELECT count(*) FROM pg_type r JOIN pg_attribute a ON a.attrelid = r.typrelid
      WHERE r.oid = o.prorettype AND r.typtype = 'c' AND a.attnum > 0 AND NOT a.attisdropped HAVING count(*) > 0),
    'definition', CASE WHEN l.lanname IN ('sql', 'plpgsql') THEN pg_get_functiondef(o.oid) END,
    'settings', coalesce(array_to_json(o.proconfig), '[]'), 'returns', format_type(o.prorettype, NULL), 'set', o.proretset,
    'arguments', (SELECT coalesce(json_agg(json_build_object('name', coalesce(o.proargnames[k.at], ''), 'type', format_type(k.type, NULL),
        'mode', coalesce(o.proargmodes[k.at]::text, 'i')) ORDER BY k.at), '[]')
      FROM unnest(coalesce(o.proallargtypes, o.proargtypes::oid[])) WITH ORDINALITY k(type, at)))::text
  FROM pg_proc o JOIN pg_namespace n ON n.oid = o.pronamespace JOIN pg_language l ON l.oid = o.prolang
  WHERE o.prokind IN ('f', 'p') AND o.prosqlbody IS NULL AND l.lanname NOT IN ('c', 'internal') AND ${own('pg_proc')}
  ORDER BY o.oid`;

/** One row for each trigger that may fire. */
const TRIGGERS = `SELECT json_build_object('oid', o.oid::text, 'name', o.tgname, 'function', o.tgfoid::text, 'schema', n.nspname,
    'table', c.relname, 'relation', c.oid::text, 'kind', c.relkind, 'on', o.tgtype::int, 'newTable', o.tgnewtable, 'oldTable', o.tgoldtable,
    'columns', (SELECT coalesce(json_agg(a.attname ORDER BY a.attnum), '[]') FROM pg_attribute a WHERE a.attrelid = o.tgrelid AND a.attnum = ANY (o.tgattr)))::text
  FROM pg_trigger o JOIN pg_class c ON c.oid = o.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE NOT o.tgisinternal AND o.tgenabled <> 'D' AND o.tgparentid = 0 AND ${own('pg_trigger')}
  ORDER BY o.oid`;

/** What code can name: each name once for each kind, with the table of a column. */
const NAMES = `
  SELECT 'schema', o.nspname, '' FROM pg_namespace o WHERE o.nspname !~ '^pg_' AND o.nspname <> 'information_schema'
  UNION SELECT 'relation', o.relname, n.nspname FROM pg_class o JOIN pg_namespace n ON n.oid = o.relnamespace
    WHERE o.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND ${own('pg_class')}
  UNION SELECT 'column', a.attname, o.relname FROM pg_class o JOIN pg_namespace n ON n.oid = o.relnamespace JOIN pg_attribute a ON a.attrelid = o.oid
    WHERE o.relkind IN ('r', 'p', 'v', 'm', 'f') AND a.attnum > 0 AND NOT a.attisdropped AND ${own('pg_class')}
  UNION SELECT 'function', o.proname, n.nspname FROM pg_proc o JOIN pg_namespace n ON n.oid = o.pronamespace WHERE ${own('pg_proc')}
  UNION SELECT 'type', o.typname, n.nspname FROM pg_type o JOIN pg_namespace n ON n.oid = o.typnamespace
    WHERE o.typtype IN ('e', 'd', 'r', 'c') AND ${own('pg_type')}
  UNION SELECT 'label', e.enumlabel, o.typname FROM pg_enum e JOIN pg_type o ON o.oid = e.enumtypid JOIN pg_namespace n ON n.oid = o.typnamespace
    WHERE ${own('pg_type')}
  UNION SELECT 'index', o.relname, t.relname FROM pg_class o JOIN pg_index i ON i.indexrelid = o.oid JOIN pg_class t ON t.oid = i.indrelid
    JOIN pg_namespace n ON n.oid = o.relnamespace WHERE i.indisunique AND ${own('pg_class')}
  UNION SELECT 'operator', o.oprname, n.nspname FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace WHERE ${own('pg_operator')}
  UNION SELECT 'text search configuration', o.cfgname, n.nspname FROM pg_ts_config o JOIN pg_namespace n ON n.oid = o.cfgnamespace
    WHERE ${own('pg_ts_config')}
  UNION SELECT 'text search dictionary', o.dictname, n.nspname FROM pg_ts_dict o JOIN pg_namespace n ON n.oid = o.dictnamespace
    WHERE ${own('pg_ts_dict')}
  UNION SELECT 'collation', o.collname, n.nspname FROM pg_collation o JOIN pg_namespace n ON n.oid = o.collnamespace WHERE ${own('pg_collation')}`;

/** What hangs on functions (`$1`: their oids) besides their triggers: function, kind, name, table. */
const USERS = `
  SELECT d.refobjid::text, i.type, i.identity FROM pg_depend d, pg_identify_object(d.classid, d.objid, d.objsubid) i
  WHERE d.refclassid = 'pg_proc'::regclass AND d.refobjid::text = ANY ($1::text[]) AND d.deptype IN ('n', 'a')
    AND d.classid <> 'pg_trigger'::regclass
  ORDER BY 1, 2, 3`;

/** How plpgsql_check is called, where the database has it. */
const CHECKER = `SELECT n.nspname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE p.proname = 'plpgsql_check_function_tb' ORDER BY 1 LIMIT 1`;

export const STORED_CODE_QUERIES = {
  'stored functions': FUNCTIONS,
  'stored triggers': TRIGGERS,
  'names in code': NAMES,
  /** `$1`: oids of functions. */
  'users of functions': USERS,
  'plpgsql checker': CHECKER,
};
