/** Pieces of SQL that the catalogs' queries share. */

/** Our own schemas: not the system's, not temporary ones. */
export const OURS = "n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'";

/** What an extension brought belongs to the extension. */
export const notExtension = (catalog: string, oid: string, kinds = "'e'") =>
  `NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '${catalog}'::regclass AND e.objid = ${oid} AND e.deptype IN (${kinds}))`;

/** Of a relation: what a role of the change's owns is the change's, also where it was made a member of an extension. */
export const notExtensionRelation = (relation: string) =>
  `(${relation}.relowner >= 16384 OR ${notExtension('pg_class', `${relation}.oid`)})`;

/** Privileges in a fixed order, of an ACL that is there. */
export const grants = (entries: string) => `
  coalesce((SELECT ' grants ' || string_agg(g, ' ' ORDER BY g) FROM (
    SELECT format('%s:%s%s', coalesce(nullif(grantee, 0)::regrole::text, 'public'), privilege_type, CASE WHEN is_grantable THEN '*' ELSE '' END) AS g
    FROM aclexplode(${entries})) x), '')`;

/** A null ACL and one that spells out the defaults are the same. */
export const acl = (column: string, type: string, owner: string) =>
  grants(`coalesce(${column}, acldefault('${type}', ${owner}))`);

/** Options in a fixed order. */
export const options = (column: string, word = 'with') =>
  `coalesce(' ${word} ' || (SELECT string_agg(o, ', ' ORDER BY o) FROM unnest(${column}) o), '')`;

/** Where the relation's file lies, if the database's own place isn't it. */
export const tablespace = `' tablespace ' || (SELECT spcname FROM pg_tablespace WHERE oid = c.reltablespace)`;
