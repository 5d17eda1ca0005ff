/** Which tables the check itself reads and fills. */

/**
 * For a WHERE over pg_class `c` and pg_namespace `n`: no catalogs, nothing that an extension brought, nothing that the role
 * may not read, such as what the administrator's bootstrap made for itself.
 */
export const OWN_TABLES = `c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
    AND (c.relowner >= 16384 OR NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e'))
    AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')`;
