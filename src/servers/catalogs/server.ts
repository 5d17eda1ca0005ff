/** What the server keeps for all its databases, and what of a database would not survive being kept or copied. */

/** Finds what recovery empties, or what only its own server can go on with. No row: a copy has all that there is. */
const NOT_AFTER_A_CRASH = `
  SELECT 1 FROM pg_class WHERE relpersistence = 'u'
  UNION ALL SELECT 1 FROM pg_replication_slots
  UNION ALL SELECT 1 FROM pg_prepared_xacts`;

/**
 * What of a database would be lost, or would hold another role fast: grants, default privileges, policies, settings.
 * `$1`: the role that owns what is in it; empty where it is the session's own.
 */
const OWNER = `coalesce(nullif($1::text, ''), current_user::text)`;

const TIES = `
  SELECT 1 FROM pg_shdepend d, pg_database b, pg_roles o, pg_roles a
   WHERE b.datname = current_database() AND d.dbid = b.oid AND o.rolname = ${OWNER} AND a.rolname = current_user
     AND d.refclassid = 'pg_authid'::regclass AND NOT
     (d.deptype = 'o' AND d.classid <> 'pg_default_acl'::regclass AND d.refobjid IN (a.oid, o.oid))
  UNION ALL
  SELECT 1 FROM pg_db_role_setting s, pg_database b, pg_roles o
   WHERE b.datname = current_database() AND o.rolname = ${OWNER}
     AND (s.setdatabase = b.oid OR (s.setrole = o.oid AND s.setconfig <> '{temp_file_limit=1GB}'::text[]))`;

export const SERVER_QUERIES = {
  'server version': `SELECT current_setting('server_version_num')`,
  /** `$1`: names to look for. */
  'existing roles': 'SELECT rolname FROM pg_roles WHERE rolname = ANY ($1::text[])',
  'user tables': `SELECT string_agg(format('%I.%I', n.nspname, c.relname), ', ') FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'`,
  'readable tables': `SELECT n.nspname, c.relname, c.oid::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'm') AND c.relispopulated
      AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')`,
  /** Those that the session may read and set. `$1`: whether only where a constraint or trigger can be deferred. */
  sequences: `SELECT s.oid::text, format('%I.%I', n.nspname, s.relname) FROM pg_class s JOIN pg_namespace n ON n.oid = s.relnamespace
    WHERE s.relkind = 'S' AND s.relpersistence <> 't' AND has_schema_privilege(n.oid, 'USAGE')
      AND CASE WHEN s.relkind = 'S' THEN has_sequence_privilege(s.oid, 'SELECT') AND has_sequence_privilege(s.oid, 'UPDATE') END
      AND (NOT $1::boolean OR EXISTS (SELECT 1 FROM pg_trigger WHERE tgdeferrable))`,
  /** What a login now would set, and the session hasn't: of the role first, of the role in this database before all (manual 20.1.3). */
  'login settings': `SELECT name, value FROM (
      SELECT DISTINCT ON (name) split_part(c, '=', 1) AS name, substr(c, strpos(c, '=') + 1) AS value
      FROM pg_db_role_setting s, unnest(s.setconfig) c
      WHERE s.setdatabase IN (0, (SELECT d.oid FROM pg_database d WHERE d.datname = current_database()))
        AND s.setrole IN (0, (SELECT r.oid FROM pg_roles r WHERE r.rolname = session_user))
      ORDER BY name, s.setrole <> 0 DESC, s.setdatabase <> 0 DESC) given
    WHERE value IS DISTINCT FROM current_setting(name, true)`,
  /** `$1`: names. Into the database's own everybody may put things. */
  'usable tablespaces': `SELECT t.spcname FROM pg_tablespace t WHERE t.spcname = ANY ($1::text[])
    AND (has_tablespace_privilege(t.oid, 'CREATE') OR t.oid = (SELECT d.dattablespace FROM pg_database d WHERE d.datname = current_database()))`,
  'available extensions': 'SELECT name FROM pg_available_extensions',
  'current transaction': 'SELECT pg_current_xact_id()',
  /** `$1`: names as a query writes them, found by the session's search_path. */
  'columns of': `SELECT attname FROM pg_attribute WHERE attrelid IN (SELECT to_regclass(r)::oid FROM unnest($1::text[]) r) AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
  /** `$1`: a table's name, quoted, with the schema. */
  'insertable columns': `SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
    WHERE attrelid = to_regclass($1::text) AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
  /** `$1`: as above. Of its partitions, too; not those that take long to build. */
  'small indexes': `SELECT format('%I.%I', n.nspname, c.relname) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE indrelid = ANY (ARRAY(SELECT to_regclass($1::text)::oid UNION SELECT relid FROM pg_partition_tree(to_regclass($1::text))))
      AND c.relkind = 'i' AND indisvalid AND pg_relation_size(c.oid) < 8388608 AND current_setting('wal_level') <> 'minimal' ORDER BY c.oid`,
  /** Partitions, whether each has triggers, constraints or unique indexes of its own, and whether it has triggers. */
  partitions: `SELECT n.nspname, c.relname, (c.relkind = 'f'
      OR EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgparentid = 0)
      OR EXISTS (SELECT FROM pg_constraint o WHERE o.conrelid = c.oid AND o.contype IN ('c', 'f') AND o.conparentid = 0 AND o.coninhcount = 0)
      OR EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND (i.indisunique OR i.indisexclusion) AND NOT EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = i.indexrelid))
      OR EXISTS (SELECT FROM pg_inherits h JOIN pg_attribute p ON p.attrelid = h.inhparent JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = p.attname
        WHERE h.inhrelid = c.oid AND a.attnotnull AND NOT p.attnotnull AND a.attnum > 0)),
      EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgparentid = 0)
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relispartition AND c.relkind IN ('r', 'p', 'f')`,
  'prepared queries': `SELECT name, cardinality(parameter_types) FROM pg_prepared_statements WHERE name LIKE 'ms\\_query\\_%'`,
  'prepared runs': `SELECT name, array_to_json(parameter_types::text[]) FROM pg_prepared_statements WHERE name LIKE 'ms\\_run\\_%'`,
  /**
   * Roles other than its owner that have rights on a table or view or on a column of it, and whether the session may become them.
   * Of a group that nobody logs in as, its members: they are who the application may be. One that inherits nothing becomes the group.
   */
  'roles with rights': `WITH RECURSIVE given AS (
      SELECT c.oid, n.nspname, c.relname, c.relowner, a.grantee FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace,
        LATERAL (SELECT grantee, privilege_type FROM aclexplode(c.relacl)
          UNION ALL SELECT e.grantee, e.privilege_type FROM pg_attribute t, LATERAL aclexplode(t.attacl) e WHERE t.attrelid = c.oid AND t.attnum > 0) a
      WHERE c.oid >= 16384 AND (c.relkind IN ('r', 'p') AND a.privilege_type IN ('INSERT', 'UPDATE', 'DELETE')
        OR c.relkind = 'v' AND a.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE'))),
    members AS (SELECT m.roleid, m.member FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member
      WHERE NOT r.rolsuper AND r.rolname <> current_user AND r.rolname NOT LIKE 'migration\\_safety\\_%'),
    everyone AS (SELECT oid FROM pg_roles WHERE rolcanlogin AND NOT rolsuper AND rolname <> current_user AND rolname NOT LIKE 'migration\\_safety\\_%' AND pg_has_role(oid, 'MEMBER')),
    users AS (SELECT * FROM given UNION SELECT g.oid, g.nspname, g.relname, g.relowner, e.oid FROM given g, everyone e WHERE g.grantee = 0 UNION SELECT u.oid, u.nspname, u.relname, u.relowner, m.member FROM users u JOIN members m ON m.roleid = u.grantee)
    SELECT DISTINCT u.nspname, u.relname, r.rolname, pg_has_role(r.oid, 'MEMBER') FROM users u JOIN pg_roles r ON r.oid = u.grantee
    WHERE r.oid <> u.relowner AND NOT r.rolsuper AND (r.rolcanlogin OR EXISTS (SELECT FROM members m JOIN pg_roles n ON n.oid = m.member WHERE m.roleid = r.oid AND NOT n.rolinherit)
      OR NOT EXISTS (SELECT FROM members m WHERE m.roleid = r.oid)) ORDER BY 1, 2, 3`,
  /** `$1`: a table's oid, `$2`: a role. Its columns, and whether the role may give them in an INSERT and in an UPDATE. */
  'columns that a role may write': `SELECT attname, has_column_privilege($2::name, attrelid, attnum, 'INSERT'), has_column_privilege($2::name, attrelid, attnum, 'UPDATE')
    FROM pg_attribute WHERE attrelid = $1::oid AND attnum > 0 AND NOT attisdropped`,
  /** Policies and defaults, and functions with their names, that read settings. */
  'code that reads settings': `SELECT name, text FROM (
      SELECT NULL AS name, concat_ws(' ', pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) AS text, true AS asks FROM pg_policy
      UNION ALL SELECT NULL, pg_get_expr(adbin, adrelid), false FROM pg_attrdef WHERE adrelid >= 16384
      UNION ALL SELECT proname, coalesce(nullif(prosrc, ''), pg_get_function_sqlbody(oid)), false FROM pg_proc WHERE oid >= 16384 AND prokind <> 'a'
    ) code WHERE asks OR text ~* 'current_setting' LIMIT 1000`,
  /** What commands a permissive policy of a table is about, for a role: \`*\` stands for all. */
  'policies for': `SELECT n.nspname, c.relname, p.polcmd::text FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE p.polpermissive AND (0::oid = ANY (p.polroles) OR EXISTS (SELECT FROM unnest(p.polroles) AS o(oid) JOIN pg_roles r ON r.rolname = coalesce(nullif($1::text, ''), current_user::text)
      WHERE pg_has_role(r.oid, o.oid, 'MEMBER')))`,
  /** Views with their columns, those that can be written to, whether INSTEAD OF triggers are what writes, and what columns they read, through others too. */
  'columns of views': `SELECT n.nspname, c.relname, json_agg(a.attname ORDER BY a.attnum)::text, coalesce(json_agg(a.attname ORDER BY a.attnum) FILTER (WHERE pg_column_is_updatable(c.oid, a.attnum, true)), '[]')::text,
      EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = c.oid AND g.tgtype & 64 <> 0),
      (WITH RECURSIVE reads AS (SELECT c.oid AS rel, 0 AS attnum
        UNION SELECT d.refobjid, d.refobjsubid FROM reads s JOIN pg_rewrite r ON r.ev_class = s.rel AND r.rulename = '_RETURN'
          JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0)
        SELECT coalesce(json_agg(json_build_object('oid', b.attrelid::bigint, 'column', b.attname, 'nullable', NOT b.attnotnull, 'always', b.attidentity = 'a' OR b.attgenerated <> '',
          'table', CASE WHEN bc.relkind IN ('r', 'p') THEN format('%I.%I', bn.nspname, bc.relname) END)), '[]')::text
        FROM reads s JOIN pg_attribute b ON b.attrelid = s.rel AND b.attnum = s.attnum
          JOIN pg_class bc ON bc.oid = b.attrelid JOIN pg_namespace bn ON bn.oid = bc.relnamespace WHERE s.attnum > 0)
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind = 'v' AND c.oid >= 16384 AND a.attnum > 0 AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' GROUP BY 1, 2, c.oid`,
  'not after a crash': NOT_AFTER_A_CRASH,
  ties: TIES,
};
