/**
 * What a server keeps for all its databases: this database's own entry, its settings, and roles. Others may change roles
 * at the same time, so that only those are compared that the change's own scripts name.
 */
import { acl, attributes, type Piece, parts } from './sql.js';

/** Kinds of objects that no database holds by itself: a copy of it does not have them. */
export const SHARED_KINDS: ReadonlySet<string> = new Set(['database', 'database setting', 'role']);

/** The name under which the change's role is listed. */
export const OWN_ROLE = 'current_user';

/** `$1`: the role that the change's sessions log in as; empty where it is that of this session. */
const ROLE = `coalesce(nullif($1::text, ''), session_user)`;

export const SHARED_PIECES = {
  database: {
    there: 'true',
    query: `SELECT 'database', ${parts("'current_database'::text")}, NULL, d.oid::text, ${attributes({
      owner: 'd.datdba::regrole',
      connections: 'd.datconnlimit',
      closed: 'NOT d.datallowconn',
      template: 'd.datistemplate',
      comment: "shobj_description(d.oid, 'pg_database')",
      grants: acl('d.datacl', 'd', 'd.datdba'),
    })}
   FROM pg_database d WHERE d.datname = current_database()`,
  },

  'database setting': {
    there: 'EXISTS (SELECT FROM pg_db_role_setting)',
    query: `SELECT 'database setting', ${parts("split_part(s.setting, '=', 1)", 'nullif(d.setrole, 0)::regrole')}, NULL, NULL, ${attributes({ value: "substr(s.setting, strpos(s.setting, '=') + 1)" })}
   FROM pg_db_role_setting d, unnest(d.setconfig) AS s(setting)
   WHERE d.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  },

  role: {
    there: 'true',
    query: `SELECT 'role', ${parts(`CASE WHEN r.rolname = ${ROLE} THEN '${OWN_ROLE}' ELSE r.rolname END`)}, NULL, r.oid::text, ${attributes(
      {
        superuser: 'r.rolsuper',
        login: 'r.rolcanlogin',
        noinherit: 'NOT r.rolinherit',
        createrole: 'r.rolcreaterole',
        createdb: 'r.rolcreatedb',
        replication: 'r.rolreplication',
        bypassrls: 'r.rolbypassrls',
        connections: 'r.rolconnlimit',
        'valid until': 'r.rolvaliduntil::text',
        comment: "shobj_description(r.oid, 'pg_authid')",
        'member of': `(SELECT json_agg(DISTINCT concat(m.roleid::regrole, CASE WHEN m.admin_option THEN '*' END))
         FROM pg_auth_members m WHERE m.member = r.oid)`,
        set: '(SELECT json_agg(s ORDER BY s) FROM unnest(r.rolconfig) s)',
      },
    )}
   FROM pg_roles r WHERE r.rolname = ${ROLE} OR r.rolname !~ '^(pg|migration_safety)_'`,
  },
} satisfies Record<string, Piece>;
