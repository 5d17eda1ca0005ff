/** Pieces of SQL that the catalogs' queries share. */

/** One kind of objects in a snapshot of the schema. */
export interface Piece {
  /** Whether there may be any: quick to ask, where planning the query takes longer than running it. */
  there: string;
  /** `$1`: the role that the change's sessions log in as; empty where it is that of this session. `$2`: see `wanted`. */
  query: string;
}

/** Whether a catalog holds what is not the system's own. */
export const made = (catalog: string, which = 'true') =>
  `EXISTS (SELECT FROM ${catalog} WHERE oid >= 16384 AND ${which})`;

/** Our own schemas: not the system's, not temporary ones. */
export const OURS = "n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'";

/**
 * Of a piece that can be read in part, a condition: `$2` lists the oids of what is wanted, and is empty where all of it is. `root`: the
 * oid that tells whether the object is as it was, of its own or of the table that it is a part of.
 */
export const wanted = (root: string) => `($2 = '' OR ${root} = ANY (CAST(nullif($2, '') AS oid[])))`;

/** What an extension brought belongs to the extension. */
export const notExtension = (catalog: string, oid: string, kinds = "'e'") =>
  `NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '${catalog}'::regclass AND e.objid = ${oid} AND e.deptype IN (${kinds}))`;

/** Of a relation: what a role of the change's owns is the change's, also where it was made a member of an extension. */
export const notExtensionRelation = (relation: string) =>
  `(${relation}.relowner >= 16384 OR ${notExtension('pg_class', `${relation}.oid`)})`;

/** The parts of a name, unambiguous whatever signs are in them. */
export const parts = (...columns: string[]) => `json_build_array(${columns.join(', ')})::text`;

/**
 * An object's attributes in the order in which they are shown. Null and false ones are left out. What begins with `$` helps to
 * read the object and is not compared.
 */
export const attributes = (values: Readonly<Record<string, string>>) =>
  `json_build_object(${Object.entries(values)
    .map(([name, value]) => `'${name}'::text, ${value}`)
    .join(', ')})::text`;

/** Privileges in a fixed order, of an ACL that is there: `reader:SELECT*`, the star for the grant option. */
export const grants = (entries: string) => `(SELECT json_agg(g ORDER BY g) FROM (
    SELECT format('%s:%s%s', coalesce(nullif(grantee, 0)::regrole::text, 'public'), privilege_type, CASE WHEN is_grantable THEN '*' ELSE '' END) AS g
    FROM aclexplode(${entries})) x)`;

/** A null ACL and one that spells out the defaults are the same. */
export const acl = (column: string, type: string, owner: string) =>
  grants(`coalesce(${column}, acldefault('${type}', ${owner}))`);

/** Options in a fixed order. */
export const options = (column: string) => `(SELECT json_agg(o ORDER BY o) FROM unnest(${column}) o)`;

/** Where the relation's file lies, if the database's own place isn't it. */
export const tablespace = `(SELECT spcname FROM pg_tablespace WHERE oid = c.reltablespace)`;

/** The columns of a relation that an object needs. */
export const needs = (catalog: string, oid: string, relation: string) =>
  `(SELECT json_agg(DISTINCT a.attname) FROM pg_depend d JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
      WHERE d.classid = '${catalog}'::regclass AND d.objid = ${oid} AND d.refclassid = 'pg_class'::regclass
        AND d.refobjid = ${relation} AND d.refobjsubid > 0)`;

/** The name of a relation as parts. */
export const relationParts = (oid: string) =>
  `(SELECT json_build_array(rn.nspname, rc.relname) FROM pg_class rc JOIN pg_namespace rn ON rn.oid = rc.relnamespace WHERE rc.oid = ${oid})`;

/** Which columns and rows of a table a publication sends; nothing where it sends all. */
export const publishedAs = (member: string, publication: string) => `concat(
    ' (' || (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname) FROM pg_attribute a
      WHERE a.attrelid = ${member}.prrelid AND a.attnum = ANY (${member}.prattrs)) || ')',
    ' WHERE ' || CASE WHEN ${member}.prqual IS NOT NULL THEN (SELECT t.rowfilter FROM pg_publication_tables t, pg_class m JOIN pg_namespace mn ON mn.oid = m.relnamespace
      WHERE t.pubname = ${publication}.pubname AND m.oid = ${member}.prrelid AND t.schemaname = mn.nspname AND t.tablename = m.relname) END)`;
