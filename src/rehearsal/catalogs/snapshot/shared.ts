/**
 * What a server keeps for all its databases: this database's own entry, its settings, and roles. Others may change roles
 * at the same time, so that only those are compared that the change's own scripts speak of.
 */
import { acl } from './sql.js';

/** Kinds of objects that no database holds by itself: a copy of it does not have them. */
export const SHARED_KINDS: ReadonlySet<string> = new Set(['database', 'database setting', 'role']);

/** The name under which the role of the change stands. */
export const OWN_ROLE = 'current_user';

/** `$1`: the role that the change's sessions log in as; empty where it is that of this session. */
const ROLE = `coalesce(nullif($1::text, ''), session_user)`;

export const SHARED_QUERIES: readonly string[] = [
  `SELECT 'database', 'current_database', NULL,
     concat('owner ', d.datdba::regrole, ' connections ', d.datconnlimit, CASE WHEN NOT d.datallowconn THEN ' closed' END, CASE WHEN d.datistemplate THEN ' template' END,
       ' comment ' || shobj_description(d.oid, 'pg_database'), ${acl('d.datacl', 'd', 'd.datdba')})
   FROM pg_database d WHERE d.datname = current_database()`,

  `SELECT 'database setting', split_part(s.setting, '=', 1) || coalesce(' of ' || nullif(d.setrole, 0)::regrole, ''), NULL,
     substr(s.setting, strpos(s.setting, '=') + 1)
   FROM pg_db_role_setting d, unnest(d.setconfig) AS s(setting)
   WHERE d.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())`,

  `SELECT 'role', CASE WHEN r.rolname = ${ROLE} THEN '${OWN_ROLE}' ELSE r.rolname END, NULL,
     concat(CASE WHEN r.rolsuper THEN 'superuser ' END, CASE WHEN r.rolcanlogin THEN 'login ' END, CASE WHEN NOT r.rolinherit THEN 'noinherit ' END,
       CASE WHEN r.rolcreaterole THEN 'createrole ' END, CASE WHEN r.rolcreatedb THEN 'createdb ' END,
       CASE WHEN r.rolreplication THEN 'replication ' END, CASE WHEN r.rolbypassrls THEN 'bypassrls ' END,
       'connections ', r.rolconnlimit, ' valid until ' || r.rolvaliduntil, ' comment ' || shobj_description(r.oid, 'pg_authid'),
       ' member of ' || (SELECT string_agg(DISTINCT concat(m.roleid::regrole, CASE WHEN m.admin_option THEN '*' END), ', ')
         FROM pg_auth_members m WHERE m.member = r.oid),
       ' set ' || (SELECT string_agg(s, ', ' ORDER BY s) FROM unnest(r.rolconfig) s))
   FROM pg_roles r WHERE r.rolname = ${ROLE} OR r.rolname !~ '^(pg|migration_safety)_'`,
];
