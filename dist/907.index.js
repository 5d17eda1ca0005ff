export const id = 907;
export const ids = [907];
export const modules = {

/***/ 12907:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rehearse: () => (/* binding */ rehearse)
});

// EXTERNAL MODULE: ./build/servers/server.js
var servers_server = __webpack_require__(24588);
;// CONCATENATED MODULE: ./build/sql/role-names.js
const IDENTIFIER = '("(?:[^"]|"")+"|[\\p{L}_][\\p{L}\\p{N}_$]*)';
const MAKES = new RegExp(`\\bcreate\\s+(?:role|user|group)\\s+(?!mapping\\b)${IDENTIFIER}`, 'giu');
const RENAMES = new RegExp(`\\balter\\s+(?:role|user|group)\\s+${IDENTIFIER}\\s+rename\\s+to\\s+${IDENTIFIER}`, 'giu');
/** Names that CREATE ROLE gives, and what such a role is renamed to. */
function rolesMadeBy(scripts) {
    const names = new Set(scripts.flatMap(({ sql }) => [...sql.matchAll(MAKES)].map(([, name = '']) => folded(name))));
    for (const [, old = '', name = ''] of scripts.flatMap(({ sql }) => [...sql.matchAll(RENAMES)])) {
        if (names.has(folded(old)))
            names.add(folded(name));
    }
    return [...names];
}
/** Whether the scripts' text holds a name as a word. */
function speaksOf(scripts, name) {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const word = new RegExp(`(?<![\\p{L}\\p{N}_$])${escaped}(?![\\p{L}\\p{N}_$])`, 'iu');
    return scripts.some(({ sql }) => word.test(sql));
}
/** Whether they do something to roles, or to what the server keeps for a whole database. */
function touchesShared(scripts) {
    return scripts.some(({ sql }) => /\b(?:create|alter|drop)\s+(?:role|user|group|database)\b(?!\s+mapping)/i.test(sql));
}
/** As the catalogs hold it. */
function folded(name) {
    return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase();
}

// EXTERNAL MODULE: ./build/sql/runs.js
var sql_runs = __webpack_require__(28293);
// EXTERNAL MODULE: ./build/sql/words.js
var sql_words = __webpack_require__(67554);
// EXTERNAL MODULE: ./build/servers/catalogs/catalog-sql.js + 1 modules
var catalog_sql = __webpack_require__(86545);
// EXTERNAL MODULE: ./build/servers/session-settings.js
var session_settings = __webpack_require__(40757);
// EXTERNAL MODULE: ./build/sql/quote.js
var quote = __webpack_require__(19427);
;// CONCATENATED MODULE: ./build/rehearsal/ground/session.js




const RESET = 'RESET SESSION AUTHORIZATION; RESET ALL; DISCARD TEMP';
/**
 * Leaves nothing of a script in the session, and sets what a login now would: what scripts have given the database or the role
 * (ALTER DATABASE … SET, ALTER ROLE … SET). Says whether there was such.
 */
async function resetSession(session) {
    const [reset, found, own] = await session.queryAll([RESET, (0,catalog_sql/* catalogSql */.a)('login settings'), session_settings/* SESSION */.f]);
    (0,servers_server/* resultOf */.Bg)(reset);
    (0,servers_server/* resultOf */.Bg)(own);
    const { rows } = (0,servers_server/* resultOf */.Bg)(found);
    if (rows.length === 0)
        return false;
    const settings = rows.map(([name, value]) => `SELECT pg_catalog.set_config(${(0,quote/* literal */.e)(name ?? '')}, ${(0,quote/* literal */.e)(value ?? '')}, false)`);
    // A login passes over what it can't set.
    await session.queryAll([...settings, session_settings/* SESSION */.f]);
    return true;
}
/** The same where nothing is known to have changed what a login sets. */
async function resetQuickly(session) {
    await session.query(`${RESET}; ${session_settings/* SESSION */.f}`);
}
/** Whether a script may change what later logins set, also by what it makes at run time. */
function mayChangeLogins({ sql, included = [] }) {
    return /\balter\s+(database|role|user)\b/i.test(sql) || included.some(({ script }) => mayChangeLogins(script));
}

;// CONCATENATED MODULE: ./build/rehearsal/proofs/application.js
/* harmony default export */ const application = ({
    on: 'change',
    check: 'application',
    title: 'The application’s own program passes on the new schema',
});

;// CONCATENATED MODULE: ./build/servers/catalogs/snapshot/sql.js
/** Pieces of SQL that the catalogs' queries share. */
/** Whether a catalog holds what is not the system's own. */
const made = (catalog, which = 'true') => `EXISTS (SELECT FROM ${catalog} WHERE oid >= 16384 AND ${which})`;
/** Our own schemas: not the system's, not temporary ones. */
const OURS = "n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'";
/**
 * Of a piece that can be read in part, a condition: `$2` lists the oids of what is wanted, and is empty where all of it is. `root`: the
 * oid that tells whether the object is as it was, of its own or of the table that it is a part of.
 */
const wanted = (root) => `($2 = '' OR ${root} = ANY (CAST(nullif($2, '') AS oid[])))`;
/** What an extension brought belongs to the extension. */
const notExtension = (catalog, oid, kinds = "'e'") => `NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '${catalog}'::regclass AND e.objid = ${oid} AND e.deptype IN (${kinds}))`;
/** Of a relation: what a role of the change's owns is the change's, also where it was made a member of an extension. */
const notExtensionRelation = (relation) => `(${relation}.relowner >= 16384 OR ${notExtension('pg_class', `${relation}.oid`)})`;
/** The parts of a name, unambiguous whatever signs are in them. */
const parts = (...columns) => `json_build_array(${columns.join(', ')})::text`;
/**
 * An object's attributes in the order in which they are shown. Null and false ones are left out. What begins with `$` helps to
 * read the object and is not compared.
 */
const attributes = (values) => `json_build_object(${Object.entries(values)
    .map(([name, value]) => `'${name}'::text, ${value}`)
    .join(', ')})::text`;
/** Privileges in a fixed order, of an ACL that is there: `reader:SELECT*`, the star for the grant option. */
const grants = (entries) => `(SELECT json_agg(g ORDER BY g) FROM (
    SELECT format('%s:%s%s', coalesce(nullif(grantee, 0)::regrole::text, 'public'), privilege_type, CASE WHEN is_grantable THEN '*' ELSE '' END) AS g
    FROM aclexplode(${entries})) x)`;
/** A null ACL and one that spells out the defaults are the same. */
const acl = (column, type, owner) => grants(`coalesce(${column}, acldefault('${type}', ${owner}))`);
/** Options in a fixed order. */
const options = (column) => `(SELECT json_agg(o ORDER BY o) FROM unnest(${column}) o)`;
/** Where the relation's file lies, if the database's own place isn't it. */
const tablespace = `(SELECT spcname FROM pg_tablespace WHERE oid = c.reltablespace)`;
/** The columns of a relation that an object needs. */
const needs = (catalog, oid, relation) => `(SELECT json_agg(DISTINCT a.attname) FROM pg_depend d JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
      WHERE d.classid = '${catalog}'::regclass AND d.objid = ${oid} AND d.refclassid = 'pg_class'::regclass
        AND d.refobjid = ${relation} AND d.refobjsubid > 0)`;
/** The name of a relation as parts. */
const relationParts = (oid) => `(SELECT json_build_array(rn.nspname, rc.relname) FROM pg_class rc JOIN pg_namespace rn ON rn.oid = rc.relnamespace WHERE rc.oid = ${oid})`;
/** Which columns and rows of a table a publication sends; nothing where it sends all. */
const publishedAs = (member, publication) => `concat(
    ' (' || (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname) FROM pg_attribute a
      WHERE a.attrelid = ${member}.prrelid AND a.attnum = ANY (${member}.prattrs)) || ')',
    ' WHERE ' || CASE WHEN ${member}.prqual IS NOT NULL THEN (SELECT t.rowfilter FROM pg_publication_tables t, pg_class m JOIN pg_namespace mn ON mn.oid = m.relnamespace
      WHERE t.pubname = ${publication}.pubname AND m.oid = ${member}.prrelid AND t.schemaname = mn.nspname AND t.tablename = m.relname) END)`;

;// CONCATENATED MODULE: ./build/servers/catalogs/snapshot/shared.js
/**
 * What a server keeps for all its databases: this database's own entry, its settings, and roles. Others may change roles
 * at the same time, so that only those are compared that the change's own scripts name.
 */

/** Kinds of objects that no database holds by itself: a copy of it does not have them. */
const SHARED_KINDS = new Set(['database', 'database setting', 'role']);
/** The name under which the change's role is listed. */
const OWN_ROLE = 'current_user';
/** `$1`: the role that the change's sessions log in as; empty where it is that of this session. */
const ROLE = `coalesce(nullif($1::text, ''), session_user)`;
const SHARED_PIECES = {
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
        query: `SELECT 'role', ${parts(`CASE WHEN r.rolname = ${ROLE} THEN '${OWN_ROLE}' ELSE r.rolname END`)}, NULL, r.oid::text, ${attributes({
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
        })}
   FROM pg_roles r WHERE r.rolname = ${ROLE} OR r.rolname !~ '^(pg|migration_safety)_'`,
    },
};

;// CONCATENATED MODULE: ./build/servers/catalogs/snapshot/changes.js
/** What of a schema may be another since a mark, read off the catalogs' rows: each says by which transaction it was written. */
/** No row that is written from now on is of an earlier transaction. */
const MARK = 'SELECT pg_snapshot_xmin(pg_current_snapshot())::xid::text';
const recent = 'age(x.xmin) <= age($1::text::xid)';
/** Catalogs whose rows are objects, which others may name. */
const OBJECTS = [
    ...[
        'pg_class',
        'pg_constraint',
        'pg_trigger',
        'pg_policy',
        'pg_rewrite',
        'pg_statistic_ext',
        'pg_type',
        'pg_proc',
        'pg_attrdef',
    ],
    ...['pg_namespace', 'pg_language', 'pg_collation', 'pg_operator', 'pg_opclass', 'pg_opfamily', 'pg_am', 'pg_cast'],
    ...['pg_foreign_server', 'pg_foreign_data_wrapper', 'pg_publication', 'pg_ts_config', 'pg_ts_dict', 'pg_extension'],
];
/** Catalogs whose rows are parts of an object: the column that names it, and the object's catalog. */
const PARTS = [
    ['pg_attribute', 'attrelid', 'pg_class'],
    ['pg_attrdef', 'adrelid', 'pg_class'],
    ['pg_index', 'indexrelid', 'pg_class'],
    ['pg_inherits', 'inhrelid', 'pg_class'],
    ['pg_partitioned_table', 'partrelid', 'pg_class'],
    ['pg_sequence', 'seqrelid', 'pg_class'],
    ['pg_foreign_table', 'ftrelid', 'pg_class'],
    ['pg_constraint', 'conrelid', 'pg_class'],
    ['pg_trigger', 'tgrelid', 'pg_class'],
    ['pg_trigger', 'tgconstraint', 'pg_constraint'],
    ['pg_enum', 'enumtypid', 'pg_type'],
    ['pg_range', 'rngtypid', 'pg_type'],
    ['pg_aggregate', 'aggfnoid', 'pg_proc'],
];
const catalog = (name) => `'${name}'::regclass::oid`;
const FRESH = [
    ...OBJECTS.map((name) => `SELECT ${catalog(name)} AS class, x.oid FROM ${name} x WHERE ${recent}`),
    ...PARTS.map(([name, column, of]) => `SELECT ${catalog(String(of))}, x.${column}::oid FROM ${name} x WHERE ${recent}`),
    `SELECT x.classid, x.objid FROM pg_depend x WHERE ${recent}`,
    `SELECT x.classoid, x.objoid FROM pg_description x WHERE ${recent}`,
    // A constraint says how its index is, and a table has its TOAST table's options.
    `SELECT ${catalog('pg_constraint')}, o.oid FROM pg_index x JOIN pg_constraint o ON o.conindid = x.indexrelid WHERE ${recent}`,
    `SELECT ${catalog('pg_class')}, c.oid FROM pg_class x JOIN pg_class c ON c.reltoastrelid = x.oid WHERE x.relkind = 't' AND ${recent}`,
    // It may send other columns and rows.
    `SELECT ${catalog('pg_class')}, x.prrelid FROM pg_publication_rel x`,
];
/** Whose name is part of another's text is known to the dependencies, which lead on to what belongs to a relation or type. */
const LEADS = [
    'SELECT d.classid AS class, d.objid AS oid FROM pg_depend d WHERE d.refclassid = r.class AND d.refobjid = r.oid',
    `SELECT ${catalog('pg_class')}, a.adrelid FROM pg_attrdef a WHERE r.class = ${catalog('pg_attrdef')} AND a.oid = r.oid`,
    `SELECT ${catalog('pg_class')}, w.ev_class FROM pg_rewrite w WHERE r.class = ${catalog('pg_rewrite')} AND w.oid = r.oid`,
    `SELECT ${catalog('pg_type')}, c.reltype FROM pg_class c WHERE r.class = ${catalog('pg_class')} AND c.oid = r.oid AND c.relkind = 'c'`,
];
/** The oids that are there, by catalog: what was dropped leaves no row. */
const THERE = [
    'pg_class',
    'pg_constraint',
    'pg_trigger',
    'pg_policy',
    'pg_rewrite',
    'pg_statistic_ext',
    'pg_type',
    'pg_proc',
];
/**
 * `$1`: the mark. What is asked, and the answer as a JSON array: `changed`, the oids of what may be another; of each catalog the oids that
 * it holds; `pg_description`, which comments there are.
 */
const CHANGES = `WITH RECURSIVE fresh AS (
    ${FRESH.join('\n    UNION ')}
  ), reached AS (
    SELECT class, oid FROM fresh
    UNION
    SELECT l.class, l.oid FROM reached r, LATERAL (
      ${LEADS.join('\n      UNION ALL ')}
    ) l
  )
  SELECT 'changed', coalesce(json_agg(DISTINCT oid::text), '[]')::text FROM reached WHERE oid >= 2200
  ${THERE.map((name) => `UNION ALL SELECT '${name}', coalesce(json_agg(oid::text), '[]')::text FROM ${name} WHERE oid >= 16384`).join('\n  ')}
  UNION ALL SELECT 'pg_description', coalesce(json_agg(concat(objoid, '.', classoid, '.', objsubid)), '[]')::text FROM pg_description WHERE objoid >= 2200`;

;// CONCATENATED MODULE: ./build/servers/catalogs/snapshot/programs.js
/** Objects other than relations: types, domains, functions, comments. */

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
const PROGRAM_PIECES = {
    type: {
        there: `${made('pg_type', "typtype IN ('e', 'r')")} OR ${made('pg_class', "relkind = 'c'")}`,
        query: `SELECT 'type', ${parts('n.nspname', 't.typname')}, NULL, t.oid::text, ${attributes({
            owner: 't.typowner::regrole',
            enum: '(SELECT json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid)',
            row: `(SELECT json_agg(concat(quote_ident(a.attname), ' ', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum)
         FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped)`,
            'range of': "(SELECT concat(format_type(r.rngsubtype, NULL), ' ', r.rngcanonical, ' ', r.rngsubdiff) FROM pg_range r WHERE r.rngtypid = t.oid)",
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
            collate: '(SELECT t.typcollation::regcollation FROM pg_type b WHERE b.oid = t.typbasetype AND b.typcollation <> t.typcollation)',
            constraints: `(SELECT json_agg(concat(quote_ident(o.conname), ' ', pg_get_constraintdef(o.oid)) ORDER BY o.conname)
         FROM pg_constraint o WHERE o.contypid = t.oid AND o.contype = 'c')`,
            grants: acl('t.typacl', 'T', 't.typowner'),
            $checks: "(SELECT json_agg(pg_get_constraintdef(o.oid) ORDER BY o.conname) FROM pg_constraint o WHERE o.contypid = t.oid AND o.contype = 'c')",
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
};

;// CONCATENATED MODULE: ./build/servers/catalogs/snapshot/rare.js
/** Objects that few schemas have. Their names are what pg_identify_object calls them. */

/** A row of a catalog without what is an oid or a name of its own. */
const rest = (row, without) => `(to_jsonb(${row}) - '{oid,${without}}'::text[])::text`;
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
        operators: "(SELECT json_agg(concat(o.amopstrategy, ' ', o.amopopr::regoperator) ORDER BY o.amopstrategy, o.amopopr::regoperator::text) FROM pg_amop o WHERE o.amopfamily = x.oid)",
        functions: "(SELECT json_agg(concat(p.amprocnum, ' ', p.amproc) ORDER BY p.amprocnum, p.amproc::text) FROM pg_amproc p WHERE p.amprocfamily = x.oid)",
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
        mappings: "(SELECT json_agg(concat(m.maptokentype, ' ', m.mapdict::regdictionary) ORDER BY m.maptokentype, m.mapseqno) FROM pg_ts_config_map m WHERE m.mapcfg = x.oid)",
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
};
const ROWS = Object.fromEntries(Object.entries(ATTRIBUTES).map(([catalog, values]) => [
    catalog,
    {
        there: made(catalog),
        query: `SELECT i.type, ${parts('i.identity')}, NULL, x.oid::text, ${attributes(values)}
   FROM ${catalog} x, pg_identify_object('${catalog}'::regclass, x.oid, 0) i
   WHERE x.oid >= 16384 AND ${notExtension(catalog, 'x.oid', "'e', 'i'")}`,
    },
]));
const RARE_PIECES = {
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
};

;// CONCATENATED MODULE: ./build/servers/catalogs/snapshot/relations.js
/** Relations and what belongs to them: columns, constraints, indexes, triggers, policies, rules. */

/** Of a table: no difference between two schemas, but reported. */
const COLUMN_ORDER = 'column order';
const TABLE = parts('n.nspname', 'c.relname');
const inTable = (name) => parts('n.nspname', 'c.relname', name);
/** The relations that a view or rule reads, besides its own. */
const reads = (relation) => `(SELECT json_agg(DISTINCT ${relationParts('d.refobjid')}::text) FROM pg_rewrite w JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
      WHERE w.ev_class = ${relation} AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> ${relation})`;
const TABLES = made('pg_class', "relkind IN ('r', 'p', 'f')");
const RELATION_PIECES = {
    schema: {
        there: 'true',
        query: `SELECT 'schema', ${parts('n.nspname')}, NULL, n.oid::text, ${attributes({ owner: 'n.nspowner::regrole', grants: acl('n.nspacl', 'n', 'n.nspowner') })}
   FROM pg_namespace n WHERE ${OURS} AND ${notExtension('pg_namespace', 'n.oid')}`,
    },
    extension: {
        there: 'true',
        query: `SELECT 'extension', ${parts('x.extname')}, NULL, x.oid::text, ${attributes({
            version: 'x.extversion',
            in: 'x.extnamespace::regnamespace',
            objects: `(SELECT count(*) FROM pg_depend d WHERE d.refclassid = 'pg_extension'::regclass AND d.refobjid = x.oid AND d.deptype = 'e')`,
        })} FROM pg_extension x`,
    },
    table: {
        there: TABLES,
        query: `SELECT CASE c.relkind WHEN 'f' THEN 'foreign table' ELSE 'table' END, ${TABLE}, NULL, c.oid::text, ${attributes({
            owner: 'c.relowner::regrole',
            persistence: 'c.relpersistence',
            'access method': '(SELECT amname FROM pg_am WHERE oid = c.relam)',
            'partition by': 'pg_get_partkeydef(c.oid)',
            partition: 'pg_get_expr(c.relpartbound, c.oid)',
            inherits: "(SELECT string_agg(inhparent::regclass::text, ', ' ORDER BY inhseqno) FROM pg_inherits WHERE inhrelid = c.oid)",
            'of type': 'nullif(c.reloftype, 0)::regtype',
            tablespace: tablespace,
            'replica identity': 'c.relreplident',
            'row security': 'c.relrowsecurity',
            'row security forced': 'c.relforcerowsecurity',
            with: options('c.reloptions'),
            toast: `(SELECT ${options('t.reloptions')} FROM pg_class t WHERE t.oid = c.reltoastrelid)`,
            server: '(SELECT s.srvname FROM pg_foreign_table f JOIN pg_foreign_server s ON s.oid = f.ftserver WHERE f.ftrelid = c.oid)',
            options: `(SELECT ${options('f.ftoptions')} FROM pg_foreign_table f WHERE f.ftrelid = c.oid)`,
            grants: acl('c.relacl', 'r', 'c.relowner'),
            $inherits: `(SELECT json_agg(${relationParts('i.inhparent')}::text) FROM pg_inherits i WHERE i.inhrelid = c.oid)`,
            $published: `(SELECT json_agg(json_build_array(quote_ident(p.pubname), ${publishedAs('r', 'p')})::text ORDER BY p.pubname)
      FROM pg_publication_rel r JOIN pg_publication p ON p.oid = r.prpubid WHERE r.prrelid = c.oid)`,
        })}
   FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'p', 'f') AND ${OURS} AND ${notExtensionRelation('c')} AND ${wanted('c.oid')}`,
    },
    column: {
        there: TABLES,
        query: `SELECT 'column', ${inTable('a.attname')}, ${TABLE}, concat(a.attrelid, '.', a.attnum), ${attributes({
            type: 'format_type(a.atttypid, a.atttypmod)',
            collate: '(SELECT a.attcollation::regcollation FROM pg_type t WHERE t.oid = a.atttypid AND a.attcollation <> t.typcollation)',
            'not null': 'a.attnotnull',
            default: "CASE a.attgenerated WHEN '' THEN pg_get_expr(d.adbin, d.adrelid) END",
            generated: "nullif(a.attgenerated::text, '') || ' ' || pg_get_expr(d.adbin, d.adrelid)",
            identity: "nullif(a.attidentity::text, '')",
            storage: 'a.attstorage',
            compression: "nullif(a.attcompression::text, '')",
            statistics: 'nullif(coalesce(a.attstattarget, -1), -1)',
            with: options('a.attoptions'),
            options: options('a.attfdwoptions'),
            grants: grants('a.attacl'),
        })}
   FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
   WHERE c.relkind IN ('r', 'p', 'f') AND a.attnum > 0 AND NOT a.attisdropped AND ${OURS} AND ${notExtensionRelation('c')}
     AND ${wanted('a.attrelid')}`,
    },
    [COLUMN_ORDER]: {
        there: TABLES,
        query: `SELECT '${COLUMN_ORDER}', ${TABLE}, ${TABLE}, NULL, ${attributes({ columns: 'json_agg(a.attname ORDER BY a.attnum)', $of: 'c.oid::text' })}
   FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND ${OURS} AND ${wanted('c.oid')} GROUP BY n.nspname, c.relname, c.oid`,
    },
    // NOT NULL is the column's own; its constraint rows (18 and later) differ only in their names.
    constraint: {
        there: made('pg_constraint'),
        query: `SELECT 'constraint', ${inTable('o.conname')}, ${TABLE}, o.oid::text, ${attributes({
            definition: 'pg_get_constraintdef(o.oid)',
            invalid: 'NOT i.indisvalid',
            clustered: 'i.indisclustered',
            'replica identity': 'i.indisreplident',
            with: options('x.reloptions'),
            'trigger enabled': "(SELECT string_agg(DISTINCT t.tgenabled::text, ', ') FROM pg_trigger t WHERE t.tgconstraint = o.oid AND t.tgenabled <> 'O')",
            $type: 'o.contype',
            $columns: needs('pg_constraint', 'o.oid', 'o.conrelid'),
            $references: relationParts('o.confrelid'),
            $index: 'pg_get_indexdef(i.indexrelid)',
        })}
   FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_index i ON i.indexrelid = o.conindid AND o.contype IN ('p', 'u', 'x') LEFT JOIN pg_class x ON x.oid = i.indexrelid
   WHERE o.contype IN ('c', 'f', 'p', 'u', 'x') AND ${OURS} AND ${notExtensionRelation('c')} AND ${wanted('o.oid')}`,
    },
    index: {
        there: made('pg_class', "relkind IN ('i', 'I')"),
        query: `SELECT 'index', ${parts('n.nspname', 'x.relname')}, ${parts('tn.nspname', 't.relname')}, x.oid::text, ${attributes({
            definition: 'pg_get_indexdef(i.indexrelid)',
            invalid: 'NOT i.indisvalid',
            clustered: 'i.indisclustered',
            'replica identity': 'i.indisreplident',
            'part of': '(SELECT inhparent::regclass::text FROM pg_inherits WHERE inhrelid = x.oid)',
            tablespace: '(SELECT spcname FROM pg_tablespace WHERE oid = x.reltablespace)',
            $unique: 'i.indisunique',
            $columns: needs('pg_class', 'x.oid', 'i.indrelid'),
        })}
   FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_namespace n ON n.oid = x.relnamespace
     JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
   WHERE ${OURS} AND ${notExtensionRelation('t')} AND ${wanted('x.oid')}
     AND NOT EXISTS (SELECT FROM pg_constraint o WHERE o.conindid = i.indexrelid AND o.contype IN ('p', 'u', 'x'))`,
    },
    trigger: {
        there: 'EXISTS (SELECT FROM pg_trigger)',
        query: `SELECT 'trigger', ${inTable('t.tgname')}, ${TABLE}, t.oid::text,
     ${attributes({ definition: 'pg_get_triggerdef(t.oid)', enabled: 't.tgenabled', $columns: needs('pg_trigger', 't.oid', 'c.oid') })}
   FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE NOT t.tgisinternal AND ${OURS} AND ${notExtensionRelation('c')} AND ${wanted('t.oid')}`,
    },
    policy: {
        there: 'EXISTS (SELECT FROM pg_policy)',
        query: `SELECT 'policy', ${inTable('p.polname')}, ${TABLE}, p.oid::text, ${attributes({
            for: 'p.polcmd',
            restrictive: 'NOT p.polpermissive',
            to: `(SELECT json_agg(coalesce(nullif(r, 0)::regrole::text, 'public') ORDER BY r) FROM unnest(p.polroles) r)`,
            using: 'pg_get_expr(p.polqual, p.polrelid)',
            'with check': 'pg_get_expr(p.polwithcheck, p.polrelid)',
            $columns: needs('pg_policy', 'p.oid', 'c.oid'),
        })}
   FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${OURS} AND ${wanted('p.oid')}`,
    },
    view: {
        there: made('pg_class', "relkind IN ('v', 'm')"),
        query: `SELECT CASE c.relkind WHEN 'v' THEN 'view' ELSE 'materialized view' END, ${TABLE}, NULL, c.oid::text, ${attributes({
            owner: 'c.relowner::regrole',
            query: 'pg_get_viewdef(c.oid)',
            'not populated': 'NOT c.relispopulated',
            'column defaults': `(SELECT json_agg(concat(quote_ident(a.attname), ' ', pg_get_expr(d.adbin, d.adrelid)) ORDER BY a.attnum)
      FROM pg_attribute a JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum WHERE a.attrelid = c.oid)`,
            'column grants': `(SELECT json_agg(concat(quote_ident(a.attname), ' ', g.value) ORDER BY a.attnum, g.value)
      FROM pg_attribute a, json_array_elements_text(${grants('a.attacl')}) g WHERE a.attrelid = c.oid AND a.attacl IS NOT NULL)`,
            'access method': '(SELECT amname FROM pg_am WHERE oid = c.relam)',
            tablespace: tablespace,
            with: options('c.reloptions'),
            grants: acl('c.relacl', 'r', 'c.relowner'),
            $reads: reads('c.oid'),
            $columns: '(SELECT json_agg(a.attname ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0)',
        })}
   FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('v', 'm') AND ${OURS} AND ${notExtensionRelation('c')} AND ${wanted('c.oid')}`,
    },
    // A sequence's position is data, not schema.
    sequence: {
        there: 'EXISTS (SELECT FROM pg_sequence)',
        query: `SELECT 'sequence', ${TABLE}, ${`(SELECT ${parts('on_.nspname', 'o.relname')} FROM pg_class o JOIN pg_namespace on_ ON on_.oid = o.relnamespace WHERE o.oid = d.refobjid)`}, c.oid::text, ${attributes({
            owner: 'c.relowner::regrole',
            type: 'format_type(s.seqtypid, NULL)',
            start: 's.seqstart',
            increment: 's.seqincrement',
            min: 's.seqmin',
            max: 's.seqmax',
            cache: 's.seqcache',
            cycle: 's.seqcycle',
            persistence: "nullif(c.relpersistence::text, 'p')",
            'owned by': '(SELECT a.attname FROM pg_attribute a WHERE a.attrelid = d.refobjid AND a.attnum = d.refobjsubid)',
            grants: acl('c.relacl', 's', 'c.relowner'),
        })}
   FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
   WHERE ${OURS} AND ${notExtensionRelation('c')} AND ${wanted('c.oid')}`,
    },
    rule: {
        there: made('pg_rewrite', "rulename <> '_RETURN'"),
        query: `SELECT 'rule', ${parts('i.identity')}, ${TABLE}, r.oid::text, ${attributes({ definition: 'pg_get_ruledef(r.oid)', enabled: 'r.ev_enabled', $name: 'quote_ident(r.rulename)' })}
   FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace, pg_identify_object('pg_rewrite'::regclass, r.oid, 0) i
   WHERE r.rulename <> '_RETURN' AND ${OURS} AND ${notExtensionRelation('c')} AND ${wanted('r.oid')}`,
    },
    'statistics object': {
        there: made('pg_statistic_ext'),
        query: `SELECT 'statistics object', ${parts('i.identity')}, ${parts('cn.nspname', 'c.relname')}, s.oid::text, ${attributes({
            definition: 'pg_get_statisticsobjdef(s.oid)',
            owner: 's.stxowner::regrole',
            target: 'nullif(coalesce(s.stxstattarget, -1), -1)',
            $columns: needs('pg_statistic_ext', 's.oid', 'c.oid'),
        })}
   FROM pg_statistic_ext s JOIN pg_class c ON c.oid = s.stxrelid JOIN pg_namespace cn ON cn.oid = c.relnamespace, pg_identify_object('pg_statistic_ext'::regclass, s.oid, 0) i
   WHERE s.oid >= 16384 AND ${wanted('s.oid')}`,
    },
};

;// CONCATENATED MODULE: ./build/servers/catalogs/snapshot/index.js
/**
 * The catalogs as text, one row for each object: kind, the parts of its name, those of the table that it belongs to, its oid,
 * its attributes. Meant to run with an empty search_path, so that every name in an attribute is qualified. The oid tells only
 * which object is which in one database; attributes have no oids, no positions, no counters, no storage.
 */





/** By what they are of. */
const SNAPSHOT_PIECES = { ...RELATION_PIECES, ...PROGRAM_PIECES, ...SHARED_PIECES, ...RARE_PIECES };
const pieces = Object.entries(SNAPSHOT_PIECES);
/** Those that can be read in part. */
const PARTIAL_PIECES = new Set(pieces.flatMap(([name, { query }]) => (query.includes('$2') ? [`snapshot of ${name}`] : [])));
/** Which pieces there is anything of, and the pieces. Most schemas need a third of them, and each takes time to plan. */
const SNAPSHOT = {
    'snapshot pieces': pieces
        .map(([name, { there }]) => `SELECT 'snapshot of ${name}' WHERE ${there}`)
        .join('\nUNION ALL\n'),
    'snapshot mark': MARK,
    'snapshot changes': CHANGES,
    ...Object.fromEntries(pieces.map(([name, { query }]) => [`snapshot of ${name}`, query])),
};

;// CONCATENATED MODULE: ./build/rehearsal/snapshot/entry.js
/** One object of a schema: what distinguishes it from all others, and its attributes. Pure. */

function keyOf(kind, parts) {
    return `${kind} ${JSON.stringify(parts)}`;
}
/** `role`: the scratch role, whose name is arbitrary. */
function readEntry(row, role) {
    const [kind = '', parts = '', table = null, oid = null, values = ''] = row.map((text) => role === null || text === null ? text : text.replaceAll(role, OWN_ROLE));
    const named = JSON.parse(parts ?? '');
    const tableParts = table === null ? null : JSON.parse(table);
    const all = Object.entries(JSON.parse(values ?? '')).flatMap(([name, value]) => value === null || value === false ? [] : [[name, readValue(value)]]);
    const attributes = Object.fromEntries(all.filter(([name]) => !name.startsWith('$')));
    const facts = Object.fromEntries(all.flatMap(([name, value]) => (name.startsWith('$') ? [[name.slice(1), value]] : [])));
    return {
        kind: String(kind),
        parts: named.map((part) => part ?? ''),
        key: keyOf(String(kind), named),
        name: nameOf(String(kind), named, facts),
        table: tableParts?.join('.') ?? null,
        tableParts,
        oid,
        attributes,
        facts,
        definition: inText(attributes),
    };
}
function readValue(value) {
    if (value === true)
        return true;
    return Array.isArray(value) ? value.map(String) : String(value);
}
function nameOf(kind, parts, { identity = '' }) {
    const [first, second] = parts;
    switch (kind) {
        case 'function':
            return `${first}.${second}(${identity})`;
        case 'comment':
            return `${first} ${second}`;
        case 'user mapping':
            return `for ${first} on server ${second}`;
        case 'database setting':
            return second === null ? String(first) : `${first} of ${second}`;
        default:
            return parts.join('.');
    }
}
/** Attributes that are shown without a label. */
const SELF_EVIDENT = new Set(['definition', 'type', 'text', 'value']);
function inText(attributes) {
    return Object.entries(attributes)
        .map(([name, value]) => {
        if (value === true)
            return `(${name})`;
        return SELF_EVIDENT.has(name) ? shown(value) : `${name} ${shown(value)}`;
    })
        .join(' ');
}
/** A value as people read it. */
function shown(value) {
    if (value === undefined)
        return 'none';
    if (value === true)
        return 'yes';
    return typeof value === 'string' ? value : value.join(', ');
}
/** The value where it is a text. */
function textOf({ attributes }, name) {
    const value = attributes[name];
    return typeof value === 'string' ? value : undefined;
}
/** The value as a list; empty where there is none. */
function listOf(values, name) {
    const value = values[name];
    return Array.isArray(value) ? value : [];
}
/** Whether a value is the name that these parts make. */
function sameParts(value, parts) {
    return Array.isArray(value) && JSON.stringify(value) === JSON.stringify(parts);
}

;// CONCATENATED MODULE: ./build/rehearsal/snapshot/changes.js
/** A snapshot that is made of an earlier one and of what may have changed since. Pure. */

/** As the query returns them, and with what leaves no trace of its own. */
function changesOf(rows, since) {
    const there = new Map(rows.map(([name, list]) => [String(name), new Set(JSON.parse(list ?? '[]'))]));
    // What a publication no longer sends.
    const published = [...since.values()].flatMap(({ oid, facts }) => (facts.published && oid !== null ? [oid] : []));
    return { changed: new Set([...(there.get('changed') ?? []), ...published]), there };
}
/** The catalog that holds what each kind is read by. Of other kinds every object is read each time. */
const CATALOGS = {
    table: 'pg_class',
    'foreign table': 'pg_class',
    column: 'pg_class',
    'column order': 'pg_class',
    view: 'pg_class',
    'materialized view': 'pg_class',
    index: 'pg_class',
    sequence: 'pg_class',
    constraint: 'pg_constraint',
    trigger: 'pg_trigger',
    policy: 'pg_policy',
    rule: 'pg_rewrite',
    'statistics object': 'pg_statistic_ext',
    type: 'pg_type',
    function: 'pg_proc',
    comment: 'pg_description',
};
/** Their names stand in what others are like, and no catalog of the database says when they changed. */
const NAMED_EVERYWHERE = new Set(['role', 'extension', 'database']);
/** `read`: what may have changed, and what is read each time. Null where nothing of `since` can be relied on. */
function mergedWith(since, changes, read) {
    if (namesOf(since) !== namesOf(read))
        return null;
    const merged = new Map();
    for (const [key, entry] of since)
        if (isKept(entry, changes))
            merged.set(key, entry);
    for (const [key, entry] of read) {
        if (merged.has(key))
            return null;
        merged.set(key, entry);
    }
    return merged;
}
function isKept(entry, { changed, there }) {
    const catalog = CATALOGS[entry.kind];
    const own = entry.oid ?? textOf({ attributes: entry.facts }, 'of');
    if (catalog === undefined || own === undefined)
        return false;
    const [oid = ''] = own.split('.');
    return there.get(catalog)?.has(entry.kind === 'comment' ? own : oid) === true && !changed.has(oid);
}
function namesOf(snapshot) {
    const named = [...snapshot.values()].filter(({ kind }) => NAMED_EVERYWHERE.has(kind));
    // A copy is another database.
    return named
        .map(({ kind, key, oid, definition }) => `${key} ${kind === 'database' ? '' : oid} ${definition}`)
        .sort()
        .join('\n');
}

// EXTERNAL MODULE: ./build/sql/lexer.js
var lexer = __webpack_require__(57805);
;// CONCATENATED MODULE: ./build/rehearsal/snapshot/white-space.js
/** A function's body without what its writer's editor decides: runs of white space outside of strings, names and comments. Pure. */

const SPACE = /[ \n\t\r\f\v]+/y;
/** The same for two texts only where Postgres reads the same in both. */
function withoutWhiteSpace(body) {
    let out = '';
    for (let i = 0; i < body.length;) {
        SPACE.lastIndex = i;
        const space = SPACE.exec(body)?.[0];
        if (space !== undefined) {
            out += ' ';
            i += space.length;
            continue;
        }
        const end = tokenEnd(body, i);
        // What a comment's line break ends must not seem to be part of the comment.
        out += body.startsWith('--', i) ? `${body.slice(i, end).trimEnd()}\n` : body.slice(i, end);
        i = end;
    }
    return out.trim();
}
function tokenEnd(body, at) {
    const char = body[at];
    if (body.startsWith('--', at))
        return (0,lexer/* lineCommentEnd */.Nm)(body, at);
    if (body.startsWith('/*', at))
        return (0,lexer/* blockCommentEnd */.iY)(body, at) ?? body.length;
    if (char === "'" || char === '"')
        return (0,lexer/* quotedEnd */.cu)(body, at, char, false);
    if (char === '$')
        return (0,lexer/* dollarEnd */.gv)(body, at);
    const word = (0,lexer/* wordAt */.E7)(body, at);
    if (word === null)
        return at + 1;
    const escapes = /^e$/i.test(word) && body[at + 1] === "'";
    return escapes ? (0,lexer/* quotedEnd */.cu)(body, at + 1, "'", true) : at + word.length;
}

;// CONCATENATED MODULE: ./build/rehearsal/snapshot/compare.js




/**
 * What is in `after` and not in `before`, and the reverse. What goes or comes with its table is not named again. Of what a
 * server keeps for all databases, only that counts of which `isOurs` says so.
 */
function changesBetween(before, after, isOurs = () => false) {
    const changes = [];
    const counts = (entry) => entry.kind !== COLUMN_ORDER && (!SHARED_KINDS.has(entry.kind) || isOurs(entry));
    for (const [key, entry] of after) {
        if (!counts(entry))
            continue;
        const old = before.get(key);
        if (old === undefined) {
            if (!comesWithTable(entry, before))
                changes.push({ change: 'extra', after: entry });
        }
        else if (differing(old, entry).length > 0)
            changes.push({ change: 'changed', before: old, after: entry });
    }
    for (const [key, entry] of before) {
        if (counts(entry) && !after.has(key) && !comesWithTable(entry, after))
            changes.push({ change: 'missing', before: entry });
    }
    const order = (change) => JSON.stringify([objectOf(change).kind, objectOf(change).name]);
    return changes.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
/** The object as it is, or was. */
function objectOf({ before, after }) {
    return after ?? before;
}
/** As reports show it: of what changed, the attributes that differ. */
function differenceOf(change) {
    const { kind, name } = objectOf(change);
    const what = { change: change.change, kind, name };
    if (change.change === 'extra')
        return { ...what, after: change.after.definition };
    if (change.change === 'missing')
        return { ...what, before: change.before.definition };
    const { before, after } = change;
    const names = differing(before, after);
    return { ...what, before: saidOf(before, after, names), after: saidOf(after, before, names) };
}
function compareSnapshots(before, after, isOurs) {
    return changesBetween(before, after, isOurs).map(differenceOf);
}
/**
 * A rollback's differences: those that count, and those that harm nothing: of constraints, and, where the author says that there
 * is no way back (`irreversible`), values that an enum keeps and indexes that go with what they had become a part of.
 */
function compareRollback({ before, migrated, rolledBack }, { isOurs, irreversible = false } = {}) {
    const changes = changesBetween(before, rolledBack, isOurs);
    const harmless = changes.filter((change) => isValidated(change) ||
        isMark(change) ||
        isHeldByNotNull(change, [migrated, rolledBack]) ||
        (irreversible && (keepsEnumValue(change) || goesWithOwner(change, migrated))));
    return { changes: changes.filter((change) => !harmless.includes(change)), harmless };
}
const NOT_NULL_CHECK = /^CHECK \(\("?([^"()]+)"? IS NOT NULL\)\)$/;
/** A CHECK against NULL comes back NOT VALID, and its column is NOT NULL, or was as long as the CHECK was gone: no row breaks it. */
function isHeldByNotNull({ change, before, after }, schemas) {
    if (change !== 'changed' || before.kind !== 'constraint' || differing(before, after).length !== 1)
        return false;
    const { definition } = before.attributes;
    const column = NOT_NULL_CHECK.exec(String(definition))?.[1];
    if (column === undefined || after.attributes.definition !== `${definition} NOT VALID`)
        return false;
    const key = keyOf('column', [...(before.tableParts ?? []), column]);
    return schemas.some((schema) => schema.get(key)?.attributes['not null'] === true);
}
/** An enum has values besides those that it had, and all of these in their order: Postgres can't take one out. */
function keepsEnumValue({ change, before, after }) {
    if (change !== 'changed' || before.kind !== 'type' || differing(before, after).join() !== 'enum')
        return false;
    const old = listOf(before.attributes, 'enum');
    const kept = listOf(after.attributes, 'enum').filter((label) => old.includes(label));
    return JSON.stringify(kept) === JSON.stringify(old);
}
/** An index that the migration made a constraint’s, or a part of another index: Postgres drops it with that. */
function goesWithOwner({ change, before }, migrated) {
    if (change !== 'missing' || before.kind !== 'index')
        return false;
    const then = migrated.get(before.key);
    if (then)
        return differing(before, then).includes('part of');
    const made = withoutName(before.attributes.definition);
    return [...migrated.values()].some(({ kind, table, facts }) => kind === 'constraint' && table === before.table && withoutName(facts.index) === made);
}
/** A constraint gives its index its own name. */
function withoutName(definition) {
    return typeof definition === 'string' ? definition.slice(definition.indexOf(' ON ')) : undefined;
}
/** A constraint that holds for all rows since. */
function isValidated({ change, before, after }) {
    if (change !== 'changed' || before.kind !== 'constraint')
        return false;
    const names = differing(before, after);
    return names.length === 1 && before.attributes.definition === `${after.attributes.definition} NOT VALID`;
}
/** Which index CLUSTER went by last: the next one may say another, and nothing else reads it. */
function isMark({ change, before, after }) {
    return change === 'changed' && differing(before, after).join() === 'clustered';
}
/** The attributes in which the two differ. */
function differing(before, after) {
    const names = new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)]);
    return [...names].filter((name) => comparable(before.attributes, name) !== comparable(after.attributes, name));
}
/** Languages whose white space means nothing. */
const FREE_FORM = new Set(['sql', 'plpgsql']);
function comparable(attributes, name) {
    const value = attributes[name];
    if (name === 'body' && typeof value === 'string' && FREE_FORM.has(attributes.language))
        return withoutWhiteSpace(value);
    return JSON.stringify(value ?? null);
}
/** The named attributes; of a list that the other has too, only what it lacks. */
function saidOf({ attributes }, { attributes: others }, names) {
    return names.map((name) => said(name, attributes[name], listOf(others, name))).join('; ');
}
function said(name, value, other) {
    if (value === undefined)
        return `no ${name}`;
    if (typeof value === 'string' || value === true)
        return `${name} ${shown(value)}`;
    const own = value.filter((item) => !other.includes(item));
    const gone = other.filter((item) => !value.includes(item));
    return own.length === 0 && gone.length > 0
        ? `${name} without ${shown(gone)}`
        : `${name} ${shown(own.length > 0 ? own : value)}`;
}
const RELATIONS = ['table', 'foreign table', 'materialized view', 'view'];
/** Whether a relation of this name, as parts, is there. */
function hasRelation(snapshot, parts) {
    return RELATIONS.some((kind) => snapshot.has(keyOf(kind, parts)));
}
/** Whether the entry's table isn't in the other snapshot either: then the table says it all. */
function comesWithTable({ kind, tableParts }, other) {
    return tableParts !== null && kind !== COLUMN_ORDER && !hasRelation(other, tableParts);
}

;// CONCATENATED MODULE: ./build/rehearsal/snapshot/snapshot.js
/** A canonical snapshot of the schema. */







/** Two objects that the query tells apart and their keys don't: no claim about either could be trusted. */
class SameKey extends Error {
    name = 'SameKey';
    constructor(key, one, other) {
        const both = [one, other].map(({ oid, definition }) => `${oid ?? 'no oid'}: “${definition}”`).join(' and ');
        super(`two objects have the key ${key} in a picture of the schema (${both}); that is a bug of migration-safety`);
    }
}
/** Below so many objects, looking for what has changed takes longer than reading it all. */
const FEW = 1500;
function isLarge({ size }) {
    return size >= FEW;
}
/**
 * Reads the schema of a database, as it is committed. No session of the change may be in a transaction. `since`: an earlier snapshot
 * of this database, or of the one that it was copied from later; of a large schema, only what may have changed since is read then.
 */
async function takeSnapshot(database, since, { few = FEW } = {}) {
    const observer = await database.observe();
    const role = database.role ?? '';
    const pieces = (await observer.read((0,catalog_sql/* catalogSql */.a)('snapshot pieces'))).rows.map(([name]) => name);
    const read = async (wanted) => {
        const queries = pieces.map((name) => (0,catalog_sql/* catalogSql */.a)(name, role, PARTIAL_PIECES.has(name) ? wanted : ''));
        return (await observer.read((0,catalog_sql/* unionAll */.T)(queries))).rows;
    };
    // Before the rows: what is written in between may be read twice, but not missed.
    const now = (await observer.read((0,catalog_sql/* catalogSql */.a)('snapshot mark'))).rows[0]?.[0] ?? '';
    const mark = since && since.size >= few ? MARKS.get(since) : undefined;
    if (since !== undefined && mark !== undefined) {
        const changes = changesOf((await observer.read((0,catalog_sql/* catalogSql */.a)('snapshot changes', mark))).rows, since);
        const snapshot = mergedWith(since, changes, snapshotOf(await read([...changes.changed]), database.role));
        if (snapshot !== null)
            return marked(snapshot, now);
    }
    return marked(snapshotOf(await read(''), database.role), now);
}
/** No row that was written after a snapshot is of an earlier transaction than this. */
const MARKS = new WeakMap();
function marked(snapshot, mark) {
    MARKS.set(snapshot, mark);
    return snapshot;
}
function snapshotOf(rows, role = null) {
    const snapshot = new Map();
    for (const row of rows) {
        const entry = readEntry(row, role);
        const other = snapshot.get(entry.key);
        if (other !== undefined)
            throw new SameKey(entry.key, other, entry);
        snapshot.set(entry.key, entry);
    }
    return snapshot;
}
/** Objects that the migration makes in this database: what it renames was there. */
function created(before, after) {
    const was = whatItWas(before);
    return [...after.values()].filter((entry) => entry.kind !== COLUMN_ORDER && !SHARED_KINDS.has(entry.kind) && was(entry) === undefined);
}
/** Finds what an object of a later snapshot of the same database was before, also under another name. */
function whatItWas(before) {
    const byOid = new Map([...before.values()].flatMap((entry) => (entry.oid === null ? [] : [[`${entry.kind} ${entry.oid}`, entry]])));
    return ({ kind, oid, key }) => (oid === null ? before.get(key) : byOid.get(`${kind} ${oid}`));
}
/** Tables, by their full names, that have the same columns in another order. */
function reordered(before, after) {
    const columns = (entry) => [...listOf(entry.attributes, 'columns')];
    const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
    return [...after].flatMap(([key, entry]) => {
        const old = entry.kind === COLUMN_ORDER ? before.get(key) : undefined;
        if (old === undefined || same(columns(old), columns(entry)))
            return [];
        return same(columns(old).sort(), columns(entry).sort()) ? [entry.name] : [];
    });
}
/** An index whose build did not end well, or a constraint's. */
function isInvalid({ kind, attributes }) {
    return (kind === 'index' || kind === 'constraint') && attributes.invalid !== undefined;
}
/** A trigger or rule that never fires, or a constraint whose triggers don't. */
function isDisabled({ kind, attributes }) {
    if (kind === 'constraint')
        return /D/.test(String(attributes['trigger enabled'] ?? ''));
    return ['trigger', 'rule', 'event trigger'].includes(kind) && attributes.enabled === 'D';
}
/** A constraint that holds for new rows only (NOT ENFORCED ones hold for none). */
function isUnvalidated({ kind, attributes }) {
    return kind === 'constraint' && / NOT VALID$/.test(String(attributes.definition));
}

// EXTERNAL MODULE: ./build/schema/objects.js
var schema_objects = __webpack_require__(67250);
;// CONCATENATED MODULE: ./build/rehearsal/security/rights.js
/** Who may do what with an object, as the catalogs hold it: one line for each role and each safeguard. Pure. */



/** What stands in the column of roles where a right is of no role in particular. */
const EVERYBODY = 'all roles';
function grantsOf({ attributes }) {
    return listOf(attributes, 'grants').map((text) => {
        const colon = text.lastIndexOf(':');
        const option = text.endsWith('*');
        return { role: text.slice(0, colon), privilege: text.slice(colon + 1, option ? -1 : undefined), option };
    });
}
/** The object as a reader of the report knows it. */
function objectWords({ kind, name, tableParts, parts }) {
    if (kind === 'policy' || kind === 'column')
        return `${kind} ${parts.at(-1)} of ${(0,schema_objects/* shortName */.EU)((tableParts ?? []).join('.'))}`;
    if (kind === 'default acl')
        return `default privileges ${name}`;
    return `${kind} ${(0,schema_objects/* shortName */.EU)(name)}`;
}
function roleWords(role) {
    if (role === 'public')
        return 'PUBLIC (every role)';
    return role === OWN_ROLE ? 'the migration’s role' : role;
}
/** Everything that is said of an object; nothing of what has neither privileges nor safeguards. */
function rightsOf(entry) {
    return [...privileges(entry), ...ownership(entry), ...safeguards(entry), ...policies(entry)];
}
/** The owner's own are the owner's anyway. */
function privileges(entry) {
    const byRole = new Map();
    for (const grant of grantsOf(entry)) {
        if (grant.role === entry.attributes.owner)
            continue;
        byRole.set(grant.role, [...(byRole.get(grant.role) ?? []), grant]);
    }
    return [...byRole].map(([role, grants]) => ({
        kind: 'privileges',
        role,
        of: 'privileges',
        value: inOrder(grants)
            .map(({ privilege, option }) => `${privilege}${option ? ' (may grant it)' : ''}`)
            .join(', '),
    }));
}
const READ_FIRST = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN'];
/** As the manual lists them. */
function inOrder(grants) {
    const place = ({ privilege }) => READ_FIRST.indexOf(privilege);
    return [...grants].sort((a, b) => place(a) - place(b) || (a.privilege < b.privilege ? -1 : 1));
}
function ownership({ attributes: { owner } }) {
    if (typeof owner !== 'string')
        return [];
    return [{ kind: 'owner', role: EVERYBODY, of: 'owner', value: `owned by ${roleWords(owner)}` }];
}
const NO_OPTIONS = 'none of its security options';
const OFF = 'row level security off';
const AS_CALLER = 'runs with its caller’s rights';
const NO_SETTINGS = 'no settings of its own';
/** What an object has that is made anew, or defined anew by OR REPLACE, without a word about it. */
const DEFAULTS = new Set([NO_OPTIONS, OFF, AS_CALLER, NO_SETTINGS]);
/** Options of views that decide what may be seen or written through them. */
const GUARDS = /^(?:security_barrier|security_invoker|check_option)=/;
const VOLATILITY = { i: 'IMMUTABLE', s: 'STABLE' };
function safeguards({ kind, attributes }) {
    const all = [];
    if (kind === 'table') {
        all.push(['row security', attributes['row security'] ? 'row level security on' : OFF]);
        all.push(['forced', attributes['row security forced'] ? 'holds for the owner, too' : 'the owner sees all rows']);
    }
    if (kind === 'view') {
        const guards = listOf(attributes, 'with').filter((option) => GUARDS.test(option));
        all.push(['options', guards.length > 0 ? guards.join(', ') : NO_OPTIONS]);
    }
    if (kind === 'function') {
        const definer = attributes['security definer'] === true;
        all.push(['runs as', definer ? 'runs with its owner’s rights' : AS_CALLER]);
        all.push(['settings', attributes.set === undefined ? NO_SETTINGS : `SET ${shown(attributes.set)}`]);
        all.push(['volatility', VOLATILITY[String(attributes.volatility)] ?? 'VOLATILE']);
        if (attributes.leakproof !== undefined)
            all.push(['leakproof', 'LEAKPROOF']);
    }
    return all.map(([of, value]) => ({ kind: 'safeguard', role: EVERYBODY, of, value }));
}
const COMMANDS = { r: 'SELECT', a: 'INSERT', w: 'UPDATE', d: 'DELETE', '*': 'ALL' };
function policies({ kind, attributes }) {
    if (kind !== 'policy')
        return [];
    const { using, 'with check': check } = attributes;
    const value = [
        attributes.restrictive ? 'RESTRICTIVE' : '',
        `FOR ${COMMANDS[String(attributes.for)] ?? attributes.for}`,
        using === undefined ? '' : `USING (${shown(using)})`,
        check === undefined ? '' : `WITH CHECK (${shown(check)})`,
    ];
    const roles = listOf(attributes, 'to').map(roleWords).join(', ');
    return [{ kind: 'policy', role: roles, of: 'policy', value: value.filter((part) => part !== '').join(' ') }];
}

;// CONCATENATED MODULE: ./build/rehearsal/security/changes.js
/** What a migration changes in who may do what: objects before and after it, right by right. Pure. */



/** New objects are of interest where somebody besides their owner may use them. */
function rightChanges(before, after) {
    const was = whatItWas(before);
    const changes = [];
    const seen = new Set();
    for (const entry of after.values()) {
        if (SHARED_KINDS.has(entry.kind))
            continue;
        const same = was(entry);
        const old = same ?? before.get(entry.key);
        if (old)
            seen.add(old);
        const lineage = old === undefined ? 'new' : same ? 'same' : 'replaced';
        changes.push(...differences(old, entry, lineage));
    }
    for (const old of before.values()) {
        if (seen.has(old) || !GOES_ALONE.has(old.kind) || !hasTable(old, after))
            continue;
        changes.push(...differences(old, undefined, 'gone'));
    }
    return changes.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}
/** What can be dropped while what it guards stays. The privileges on an object go with it. */
const GOES_ALONE = new Set(['policy', 'default acl']);
function hasTable({ tableParts }, after) {
    return tableParts === null || after.has(`table ${JSON.stringify(tableParts)}`);
}
function placeOf({ entry, role, of }) {
    return JSON.stringify([
        entry.tableParts ?? entry.parts,
        entry.tableParts === null ? 0 : 1,
        entry.kind,
        entry.name,
        of,
        role,
    ]);
}
function differences(old, now, lineage) {
    const entry = now ?? old;
    if (entry === undefined)
        return [];
    const key = ({ kind, role, of }) => (kind === 'policy' ? of : `${of} ${role}`);
    const had = new Map((old ? rightsOf(old) : []).map((right) => [key(right), right]));
    const has = new Map((now ? rightsOf(now) : []).map((right) => [key(right), right]));
    const changes = [];
    for (const at of new Set([...had.keys(), ...has.keys()])) {
        const [before, after] = [had.get(at), has.get(at)];
        const { kind, of, role } = (after ?? before);
        const told = sides(before, after);
        if (told === null || (lineage === 'new' && !isOfInterest(entry, { kind, role })))
            continue;
        // Who has become its owner may do all that was granted before.
        if (kind === 'privileges' && after === undefined && role === entry.attributes.owner)
            continue;
        changes.push({ kind, role, of, entry, lineage, ...told });
    }
    return changes;
}
/** The two sides as they are shown; null where they are the same. A policy's roles are a part of it. */
function sides(before, after) {
    const others = before?.kind === 'policy' && after !== undefined && before.role !== after.role;
    const words = (right) => right === undefined ? null : others ? `TO ${right.role} ${right.value}` : right.value;
    return words(before) === words(after) ? null : { before: words(before), after: words(after) };
}
/** Every new function and type may be used by PUBLIC, every new table by its owner alone: that is no news. */
function isOfInterest(entry, { kind, role }) {
    if (kind === 'policy')
        return true;
    if (kind !== 'privileges')
        return false;
    const byDefault = role === 'public' && OPEN.has(entry.kind) && entry.attributes['security definer'] === undefined;
    return !byDefault && role !== EVERYBODY;
}
const OPEN = new Set(['function', 'type', 'domain', 'language']);

// EXTERNAL MODULE: ./build/schema/sql-name.js
var sql_name = __webpack_require__(68824);
// EXTERNAL MODULE: ./build/sql/ast.js + 1 modules
var ast = __webpack_require__(47392);
// EXTERNAL MODULE: ./build/verdict/fact.js
var fact = __webpack_require__(20638);
// EXTERNAL MODULE: ./build/schema/built-in-functions.js
var built_in_functions = __webpack_require__(76924);
// EXTERNAL MODULE: ./build/schema/effects/index.js + 8 modules
var schema_effects = __webpack_require__(16202);
// EXTERNAL MODULE: ./build/schema/volatility.js
var volatility = __webpack_require__(82191);
// EXTERNAL MODULE: ./build/sql/positions.js
var positions = __webpack_require__(88647);
// EXTERNAL MODULE: ./build/rehearsal/checks.js
var checks = __webpack_require__(80895);
;// CONCATENATED MODULE: ./build/rehearsal/run/observe.js
/** The one way to make a finding of what the rehearsal saw. */




/** At a statement of the script, or where its first one begins. */
function observe(rule, script, statement, told) {
    const { message, facts = [(0,fact/* hazard */.vl)(rule)], cause, tried, ...extra } = told;
    const text = statement && { statement: statement.sql };
    return {
        finding: (0,checks/* rehearsalFinding */.l)(rule, statement?.location ?? startOf(script), message, {
            evidence: 'observed',
            ...text,
            ...extra,
        }),
        at: { path: statement?.location.path ?? script.file.path, start: statement?.start ?? -1 },
        facts,
        ...(cause !== undefined && { cause: `${script.file.path} ${cause}` }),
        ...(tried !== undefined && { tried }),
    };
}
/** At another statement, which was shown to be the one. */
function movedTo(observation, { location, start, sql }) {
    const { finding } = observation;
    const proof = `${finding.proof ?? ''}; tried again after each part of the migration, it fails from here on`;
    return {
        ...observation,
        finding: { ...finding, ...location, statement: sql, proof },
        // What is said to come of a statement comes of this one.
        ...(observation.cause && { cause: observation.cause.replace(/ at -?\d+$/, ` at ${start}`) }),
        at: { path: location.path, start },
    };
}
/** The statement that begins in a line. */
function statementAt({ statements }, line) {
    return statements.find(({ location }) => location.line === line);
}
function startOf({ file, statements }) {
    return statements[0]?.location ?? (0,positions/* startOfFile */.Si)(file.path);
}
const INSUFFICIENT_PRIVILEGE = '42501';
const MORE_RIGHTS = 'Migrations are rehearsed as a role that owns its scratch database and nothing else. Where this one needs an extension or a role, name an SQL file that makes it in the setting `bootstrap`: the administrator runs it first. Where production applies migrations as a superuser, set `superuser: true`.';
/** Parameters of the application's own have a dot in their names. */
const UNSET_PARAMETER = /^unrecognized configuration parameter "(\w+\.[\w.]+)"$/;
/** What to do about it, where that is more than the server's hint. */
function helpFor({ sqlstate, message, hint }) {
    if (sqlstate === INSUFFICIENT_PRIVILEGE)
        return MORE_RIGHTS;
    const parameter = UNSET_PARAMETER.exec(message)?.[1];
    if (parameter === undefined)
        return hint;
    return `Nothing has set ${(0,sql_words/* code */.a)(parameter)} in the migration’s session. Set it there (SET LOCAL ${parameter} = …), or let the policy or function read it with current_setting('${parameter}', true). Where production applies migrations as a role that no policy holds (a superuser, BYPASSRLS), set \`superuser: true\`.`;
}
/** Postgres refused a statement: where, and its message. An error without SQLSTATE is ours: the statement was never sent. */
function observeRefusal(rule, { script, statement }, error, told = {}) {
    const location = observe_placeOf(script, statement, error);
    const help = helpFor(error);
    const { sqlstate, detail } = error;
    const said = withoutOids(error.message);
    const words = detail === undefined ? said : `${said}. ${detail.replace(/\.$/, '')}`;
    const observation = observe(rule, script, statement, {
        message: `${SUBJECT[script.role]} fails here: ${words}${sqlstate && ` (SQLSTATE ${sqlstate})`}.`,
        proof: sqlstate ? `Postgres answered ${sqlstate}: ${said}` : 'It was not sent to the server.',
        ...(help && { help }),
        ...(sqlstate && { facts: [(0,fact/* refused */.J5)(sqlstate)] }),
        ...told,
    });
    return { ...observation, finding: { ...observation.finding, ...location } };
}
/** The triggers of foreign keys are named by oids, which are others each time. */
function withoutOids(message) {
    return message.replaceAll(/"(RI_ConstraintTrigger_[ac])_\d+"/g, '"$1_…"');
}
/** What the tool sends was refused: nothing silences that. */
function binding(observation) {
    return observation.facts[0].kind === 'refused' ? { ...observation, binding: true } : observation;
}
/** The word that Postgres points at, or the whole statement where it points at none. */
function observe_placeOf({ file }, { sql, start, end, location }, { position }) {
    // Where a placeholder was filled, or rows were sent with it, Postgres counts in another text.
    if (position === undefined || file.text.slice(start, end) !== sql)
        return location;
    const offset = (0,positions/* codePointToUtf16 */._f)(sql, position - 1);
    const word = /^(?:[\p{L}\p{N}_$]+|\S)/u.exec(sql.slice(offset))?.[0] ?? '';
    if (word === '')
        return location;
    return positions/* LineMap */.HU.of(file).location(file.path, start + offset, start + offset + word.length);
}
const SUBJECT = {
    up: 'The migration',
    down: 'The rollback',
    verify: 'The validation query',
    maintenance: 'The maintenance script',
};

;// CONCATENATED MODULE: ./build/rehearsal/run/hazards/unwritten.js









/** Runs code that isn't all in its text: a block, a function, a prepared statement. */
function runsCode({ kind, node }) {
    if (kind === 'DoStmt' || kind === 'CallStmt' || kind === 'ExecuteStmt')
        return true;
    if (kind !== 'SelectStmt')
        return false;
    let calls = false;
    (0,ast/* walk */.GG)(node, (tag, body) => {
        const name = (0,ast/* nodeOf */.E7)((body.funcname ?? []).at(-1), 'String')?.sval ?? '';
        // What Postgres brings takes nothing away.
        calls ||= tag === 'FuncCall' && !(0,built_in_functions/* isStableBuiltIn */.J)(name) && !(0,volatility/* isVolatile */.V8)(name);
    });
    return calls;
}
function unwrittenLosses(script, ran, around) {
    const told = ran.flatMap(({ statement, deeds, report }) => {
        if (report.status !== 'applied')
            return [];
        const isSaid = saidBy(statement);
        const gone = deeds.vanished.filter((one) => !isSaid(one));
        return gone.length > 0 ? [tell(script, statement, gone)] : [];
    });
    const unprotected = unsaidLossOfProtection(script, around);
    // Whichever of several did it: the first is as good a place as another.
    const place = ran.map(({ statement }) => statement).find(runsCode);
    return place && unprotected.length > 0 ? [...told, tell(script, place, unprotected)] : told;
}
function tell(script, statement, gone) {
    const dropped = gone.filter(({ now }) => now === undefined);
    const renamed = gone.filter(({ now }) => now !== undefined);
    const parts = [
        ...(dropped.length > 0 ? [`takes away ${listed(dropped)}`] : []),
        ...(renamed.length > 0 ? [`gives another name to ${listed(renamed)}`] : []),
    ];
    const harm = dropped.length > 0 ? 'Only a backup brings back what is lost, and code' : 'Code';
    return observe('unwritten-loss', script, statement, {
        message: `The statement ${parts.join(', and ')}, which its SQL doesn’t say. ${harm} that uses it fails.`,
        proof: `In the catalogs before the statement and not after it: ${listed(gone)}`,
        facts: [(0,fact/* hazard */.vl)('unwritten-loss'), ...gone.map(({ name }) => (0,fact/* hazard */.vl)('gone', name))],
        cause: causeOf(statement),
    });
}
/** What is gone and what was emptied are one loss. */
function causeOf({ start }) {
    return `unwritten ${start}`;
}
/** More than these nobody reads. */
const MOST = 6;
function listed(gone) {
    const words = gone.map(({ kind, name, now }) => `${kind} ${(0,sql_words/* code */.a)(name)}${now === undefined ? '' : ` (now ${(0,sql_words/* code */.a)(now)})`}`);
    const more = words.length - MOST;
    return more > 0 ? `${words.slice(0, MOST).join(', ')} and ${more} more` : (0,sql_name/* enumerated */.BD)(words);
}
/** Whether the statement, or what can be read of its block, drops or renames it. What goes with its table or schema is said by that. */
function saidBy(statement) {
    const said = new Set();
    const schemas = [];
    let isPlain = true;
    for (const one of statementsIn(statement)) {
        for (const { change, object, was, cascade } of (0,schema_effects/* effectsOf */.w)(one.node)) {
            if (change === 'drop')
                said.add((0,schema_objects/* lastName */.UK)(object.name));
            if (was)
                said.add((0,schema_objects/* lastName */.UK)(was.name));
            if (object.kind === 'schema' && (change === 'drop' || was))
                schemas.push(`${was?.name ?? object.name}.`);
            if (cascade)
                isPlain = false;
        }
        const move = (0,ast/* nodeOf */.E7)(one.node, 'AlterObjectSchemaStmt');
        const moved = (0,ast/* relationName */.CJ)(move?.relation)?.name;
        if (moved)
            said.add(moved);
    }
    // Without CASCADE nothing goes but what is a part of it, such as a table's partitions.
    const onlyParts = isPlain && PARTS_GO.has(statement.kind);
    return ({ name }) => onlyParts || said.has((0,schema_objects/* lastName */.UK)(name)) || schemas.some((schema) => name.startsWith(schema));
}
const PARTS_GO = new Set(['DropStmt', 'AlterTableStmt', 'RenameStmt', 'AlterObjectSchemaStmt']);
function statementsIn(statement) {
    return [statement, ...(statement.block?.statements ?? [])];
}
/** Row level security that is off, and policies, triggers and functions that are gone, where no statement of the script says so. */
function unsaidLossOfProtection({ statements }, { before, after }) {
    if (after === null)
        return [];
    const all = statements.flatMap(statementsIn);
    const said = new Set(all.flatMap(({ node }) => (0,schema_effects/* effectsOf */.w)(node).flatMap(({ change, object, was }) => [
        ...(change === 'drop' || change === 'create' ? [(0,schema_objects/* lastName */.UK)(object.name)] : []),
        ...(was ? [(0,schema_objects/* lastName */.UK)(was.name)] : []),
    ])));
    const switched = all.some(({ node }) => {
        const commands = ((0,ast/* nodeOf */.E7)(node, 'AlterTableStmt')?.cmds ?? []).map((item) => (0,ast/* nodeOf */.E7)(item, 'AlterTableCmd')?.subtype);
        return commands.includes('AT_DisableRowSecurity') || commands.includes('AT_NoForceRowSecurity');
    });
    return [...before.values()].flatMap((entry) => {
        const { kind, key, parts, name, attributes, tableParts } = entry;
        const now = after.get(key);
        const isOff = attributes['row security'] === true && now !== undefined && now.attributes['row security'] !== true;
        if (kind === 'table' && isOff && !switched)
            return [{ kind: 'row level security of', name: (0,schema_objects/* shortName */.EU)(name) }];
        if (!PROTECTING.has(kind) || now !== undefined)
            return [];
        const ownName = kind === 'function' ? parts[1] : parts.at(-1);
        const hasTable = tableParts === null || after.has(`table ${JSON.stringify(tableParts)}`);
        return hasTable && !said.has(ownName ?? '') ? [{ kind, name: (0,schema_objects/* shortName */.EU)(name) }] : [];
    });
}
const PROTECTING = new Set(['policy', 'trigger', 'function']);

;// CONCATENATED MODULE: ./build/rehearsal/snapshot/names.js
/** Names as SQL that runs: quoted where Postgres would read them otherwise. Pure. */
/** All key words but those that may name anything (manual, appendix C; the server's own list of PostgreSQL 18). */
const KEY_WORDS = new Set(`all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both case cast char
  character check coalesce collate collation column concurrently constraint create cross current_catalog current_date
  current_role current_schema current_time current_timestamp current_user dec decimal default deferrable desc distinct do
  else end except exists extract false fetch float for foreign freeze from full grant greatest group grouping having ilike
  in initially inner inout int integer intersect interval into is isnull join json json_array json_arrayagg json_exists
  json_object json_objectagg json_query json_scalar json_serialize json_table json_value lateral leading least left like
  limit localtime localtimestamp merge_action national natural nchar none normalize not notnull null nullif numeric offset
  on only or order out outer overlaps overlay placing position precision primary real references returning right row select
  session_user setof similar smallint some substring symmetric system_user table tablesample then time timestamp to trailing
  treat trim true union unique user using values varchar variadic verbose when where window with xmlattributes xmlconcat
  xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable`.split(/\s+/));
function sqlName(name) {
    return /^[a-z_][a-z0-9_$]*$/.test(name) && !KEY_WORDS.has(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
/** A schema and what is in it; `public` is left out, as people do. */
function relationSql(parts) {
    return parts
        .map(sqlName)
        .join('.')
        .replace(/^public\.(?=.)/, '');
}
/** A function and the types of its arguments. */
function functionSql([schema = '', name = '', types = '']) {
    return `${relationSql([schema, name])}(${types})`;
}

;// CONCATENATED MODULE: ./build/rehearsal/security/findings.js











const PROOF = 'Catalogs compared before the migration and after it';
/** Changes of what was there before that no statement names. What replaced another object is told with that. */
function unsaid(changes, named, { before, after }) {
    const was = whatItWas(before);
    // A new table's own policies are a part of it.
    const isNew = ({ tableParts }) => {
        const table = tableParts && after.get(keyOf('table', tableParts));
        return table !== null && table !== undefined && was(table) === undefined;
    };
    return changes.filter((change) => {
        const { lineage, kind, entry, of } = change;
        if (lineage === 'replaced' || named.says(change) !== undefined)
            return false;
        // A policy that is gone, and row level security that is off, are losses that are told where statements are looked at.
        if ((lineage === 'gone' && kind === 'policy') || of === 'row security')
            return false;
        if (lineage === 'same' && kind === 'policy' && named.renames)
            return false;
        if (lineage !== 'new' || entry.kind === 'default acl')
            return true;
        return kind === 'policy' && !isNew(entry);
    });
}
/** What went because an object was made or defined anew: told of the replacement, and no doing of a statement that says so. */
function lostByReplacing(changes, named) {
    return changes.filter((change) => {
        const { lineage, kind, after } = change;
        if (lineage === 'replaced' && kind === 'privileges')
            return named.says(change) === undefined;
        return (kind === 'safeguard' && lineage !== 'new' && DEFAULTS.has(after) && findings_MAKES.test(named.says(change)?.kind ?? ''));
    });
}
const findings_MAKES = /^(?:ViewStmt|CreateFunctionStmt|CreateStmt)$/;
function unsaidFindings(script, changes, named) {
    const places = new Map();
    for (const change of changes) {
        const statement = named.blames(change);
        const isSpoken = statement !== undefined && speaksAtRunTime(statement, change);
        const key = `${statement?.start} ${isSpoken}`;
        const place = places.get(key) ?? { statement, isSpoken, group: [] };
        place.group.push(change);
        places.set(key, place);
    }
    return [...places.values()].map(({ statement, isSpoken, group }) => {
        const words = group.slice(0, findings_MOST).map(inWords);
        const more = group.length > findings_MOST ? ` (and ${group.length - findings_MOST} more)` : '';
        const what = isSpoken
            ? 'The names are made up at run time; this is what it changed'
            : 'This changes who may do what, and its SQL doesn’t say so';
        return observe('unwritten-access-change', script, statement, {
            message: `${what}: ${words.join('; ')}${more}.`,
            proof: PROOF,
            cause: `access ${isSpoken} ${statement?.start ?? -1}`,
            ...(isSpoken && { severity: 'warning' }),
        });
    });
}
/** The block's own text has the command in one piece, and only the names come from elsewhere. */
function speaksAtRunTime({ kind, sql }, { kind: about, of }) {
    if (kind !== 'DoStmt')
        return false;
    const command = of === 'row security' ? /\brow\s+level\s+security\b/i : findings_COMMANDS[about];
    return command?.test(sql) ?? false;
}
const findings_COMMANDS = {
    privileges: /\b(?:grant|revoke)\s+\w/i,
    policy: /\b(?:create|alter|drop)\s+policy\b/i,
    owner: /\bowner\s+to\b/i,
};
const findings_MOST = 4;
function inWords({ entry, role, kind, before, after }) {
    const who = kind === 'privileges' ? `${roleWords(role)} on ` : '';
    return `${who}${objectWords(entry)}: ${before ?? 'nothing'} → ${after ?? 'nothing'}`;
}
/** Of what stays: what a role could do before the change, and can't do any more by any way that the catalogs show. */
function revoked(script, changes, { named, before, after, earlier }) {
    const was = whatItWas(before);
    return changes.flatMap((change) => {
        const { kind, entry, role, lineage } = change;
        if (kind !== 'privileges' || lineage !== 'same' || entry.kind === 'default acl')
            return [];
        const statement = named.revokes(change);
        const old = was(entry);
        if (statement === undefined || old === undefined)
            return [];
        const had = heldAtFirst(role, old, earlier);
        const lost = lostBy(role, old, entry, after).filter(had);
        if (lost.length === 0)
            return [];
        const isPublic = role === 'public';
        const who = isPublic ? 'Who has it through PUBLIC alone' : (0,sql_words/* code */.a)(roleWords(role));
        return [
            observe('privilege-revoked', script, statement, {
                message: `${who} loses ${(0,sql_name/* enumerated */.BD)(lost)} on ${(0,sql_words/* code */.a)(objectWords(entry))} once this has run. Code that logs in so and needs it fails with SQLSTATE 42501.`,
                proof: PROOF,
                help: 'Deploy first the release that no longer needs it, or grant the role what it still needs before you revoke the rest.',
                cause: `revoked ${statement.start} ${entry.key}`,
                ...(isPublic && { severity: 'info' }),
            }),
        ];
    });
}
/** First policies of tables whose row level security is off: nobody asks them. */
function idlePolicies(script, { before, after }) {
    const was = whatItWas(before);
    const had = new Set([...before.values()].flatMap(({ kind, tableParts }) => (kind === 'policy' ? JSON.stringify(tableParts) : [])));
    const tables = new Map();
    for (const policy of after.values()) {
        const own = policy.tableParts && after.get(keyOf('table', policy.tableParts));
        if (policy.kind !== 'policy' || !own || own.attributes['row security'] === true)
            continue;
        if (had.has(JSON.stringify((was(own) ?? own).parts)) || tables.has(own.key))
            continue;
        tables.set(own.key, policy);
    }
    return [...tables].map(([key, policy]) => {
        const name = (0,schema_objects/* shortName */.EU)(after.get(key)?.name ?? '');
        const statement = script.statements.find(({ node }) => (0,ast/* nodeOf */.E7)(node, 'CreatePolicyStmt')?.policy_name === policy.parts.at(-1));
        return observe('policy-without-row-security', script, statement ?? script.statements.find(runsCode), {
            message: `The policy ${(0,sql_words/* code */.a)(policy.parts.at(-1) ?? '')} does nothing: row level security of ${(0,sql_words/* code */.a)(name)} is off. Every role with a GRANT on it sees and writes all its rows.`,
            proof: PROOF,
            help: `Switch it on in the same migration:\nALTER TABLE ${relationSql(policy.tableParts ?? [])} ENABLE ROW LEVEL SECURITY;`,
            facts: [(0,fact/* hazard */.vl)('policy-without-row-security', (policy.tableParts ?? []).join('.'))],
        });
    });
}
/** Whether a role had it before the first migration of the change: what a migration of the change has granted, no release uses. */
function heldAtFirst(role, old, earlier) {
    let first;
    for (const { before, after } of earlier.toReversed()) {
        const then = after.get((first?.entry ?? old).key);
        // Where the migrations between don't show it, it may be any.
        if (then === undefined)
            return () => true;
        const was = whatItWas(before)(then);
        if (was === undefined)
            return () => false;
        first = { entry: was, schema: before };
    }
    if (first === undefined)
        return () => true;
    const { entry, schema } = first;
    const holders = new Set(['public', role, ...groupsOf(role, schema)]);
    // Its own it could do without a GRANT.
    if (holders.has(String(entry.attributes.owner)))
        return () => true;
    const own = JSON.stringify(entry.parts);
    const parts = [...schema.values()].filter(({ kind, tableParts }) => kind === 'column' && JSON.stringify(tableParts) === own);
    const held = new Set([entry, ...parts].flatMap((one) => grantsOf(one).flatMap((g) => (holders.has(g.role) ? [g.privilege] : []))));
    return (privilege) => held.has(privilege);
}
function lostBy(role, old, now, after) {
    const holders = new Set(['public', role, ...groupsOf(role, after)]);
    const held = (entry) => grantsOf(entry).flatMap((grant) => (holders.has(grant.role) ? [grant.privilege] : []));
    const has = new Set(held(now));
    const own = JSON.stringify(now.parts);
    const columns = [...after.values()].filter(({ kind, tableParts }) => kind === 'column' && JSON.stringify(tableParts) === own);
    const byColumns = columns.map((column) => new Set(held(column)));
    const had = inOrder(grantsOf(old).filter((grant) => grant.role === role)).map(({ privilege }) => privilege);
    // On every column it is as good as on the table; DELETE and TRUNCATE are of tables only.
    const isOnAll = (privilege) => byColumns.length > 0 && byColumns.every((one) => one.has(privilege));
    return had.filter((privilege) => !has.has(privilege) && !isOnAll(privilege));
}
/** The roles whose rights it has as a member of theirs. */
function groupsOf(role, snapshot, seen = new Set()) {
    const entry = snapshot.get(keyOf('role', [role.replace(/^"(.*)"$/, '$1')]));
    const groups = entry ? listOf(entry.attributes, 'member of').map((name) => name.replace(/\*$/, '')) : [];
    return groups.flatMap((group) => {
        if (seen.has(group))
            return [];
        seen.add(group);
        return [group, ...groupsOf(group, snapshot, seen)];
    });
}

;// CONCATENATED MODULE: ./build/rehearsal/security/named.js





class NamedRights {
    #all;
    #statements;
    constructor({ statements }) {
        this.#statements = statements;
        this.#all = statements.flatMap((statement) => [statement, ...(statement.block?.statements ?? [])].map(({ node }) => ({ statement, node })));
    }
    /** The statement that says the change; undefined where none does. The last one counts. */
    says(change) {
        const { entry, role, kind } = change;
        return this.#all.findLast(({ node }) => {
            if (speaksOfRoles(node, kind === 'privileges' ? [role] : ownersOf(change)))
                return true;
            if (entry.kind === 'default acl')
                return (0,ast/* nodeOf */.E7)(node, 'AlterDefaultPrivilegesStmt') !== undefined;
            if (kind === 'privileges')
                return grantFor(node, entry, role) !== undefined;
            return namesObject(node, entry);
        })?.statement;
    }
    /** What a rename leads to: expressions follow the new name and mean the same. */
    get renames() {
        return this.#all.some(({ node }) => (0,ast/* nodeOf */.E7)(node, 'RenameStmt') !== undefined);
    }
    /** The REVOKE that names the object and the role. */
    revokes({ entry, role }) {
        return this.#all.findLast(({ node }) => {
            const grant = grantFor(node, entry, role);
            return grant !== undefined && !grant.is_grant;
        })?.statement;
    }
    /** Where a change happened that no statement says: by CASCADE, else by what runs code; else the first one. */
    blames({ entry }) {
        const cascade = this.#all.find(({ node }) => {
            const grant = (0,ast/* nodeOf */.E7)(node, 'GrantStmt');
            return grant && !grant.is_grant && grant.behavior === 'DROP_CASCADE' && reaches(grant, entry);
        });
        return cascade?.statement ?? this.#statements.find(runsCode) ?? this.#statements[0];
    }
}
function ownersOf({ kind, before, after }) {
    if (kind !== 'owner')
        return [];
    return [before, after].flatMap((words) => words?.replace(/^owned by /, '') ?? []);
}
/** DROP OWNED and REASSIGN OWNED reach all that a role has; a role that is renamed has what it had. */
function speaksOfRoles(node, roles) {
    const owned = (0,ast/* nodeOf */.E7)(node, 'DropOwnedStmt')?.roles ?? (0,ast/* nodeOf */.E7)(node, 'ReassignOwnedStmt')?.roles ?? [];
    const rename = (0,ast/* nodeOf */.E7)(node, 'RenameStmt');
    const names = [
        ...owned.map(roleName),
        ...(rename?.renameType === 'OBJECT_ROLE' ? [rename.subname ?? '', rename.newname ?? ''] : []),
    ];
    return roles.some((role) => names.includes(bare(role)));
}
/** The GRANT or REVOKE of the object to the role, if it is one. */
function grantFor(node, entry, role) {
    const grant = (0,ast/* nodeOf */.E7)(node, 'GrantStmt');
    if (!grant || !(grant.grantees ?? []).map(roleName).includes(bare(role)))
        return undefined;
    return reaches(grant, entry) ? grant : undefined;
}
function reaches(grant, { kind, parts, tableParts }) {
    const names = [];
    (0,ast/* walk */.GG)(grant.objects, (tag, body) => {
        const name = tag === 'RangeVar' ? body.relname : tag === 'String' ? body.sval : undefined;
        if (typeof name === 'string')
            names.push(name);
    });
    if (grant.targtype === 'ACL_TARGET_ALL_IN_SCHEMA')
        return names.includes(parts[0] ?? '');
    return names.includes((kind === 'column' ? tableParts?.at(-1) : ownName({ kind, parts })) ?? '');
}
/** Its name without its schema, table or arguments. */
function ownName({ kind, parts }) {
    return (kind === 'function' ? parts[1] : parts.at(-1)) ?? '';
}
/** An object or its table, which a change of owner reaches with its sequences. */
function namesObject(node, entry) {
    const owner = (0,ast/* nodeOf */.E7)(node, 'AlterOwnerStmt');
    const table = (0,ast/* nodeOf */.E7)(node, 'AlterTableStmt')?.relation?.relname;
    const policy = (0,ast/* nodeOf */.E7)(node, 'AlterPolicyStmt')?.policy_name ?? (0,ast/* nodeOf */.E7)(node, 'CreatePolicyStmt')?.policy_name;
    const names = new Set([
        ...(0,schema_effects/* effectsOf */.w)(node).flatMap(({ object, was }) => [(0,schema_objects/* lastName */.UK)(object.name), ...(was ? [(0,schema_objects/* lastName */.UK)(was.name)] : [])]),
        ...(table === undefined ? [] : [table]),
        ...(policy === undefined ? [] : [policy]),
    ]);
    (0,ast/* walk */.GG)(owner?.object, (tag, body) => {
        if (tag === 'String')
            names.add(String(body.sval));
    });
    return names.has(ownName(entry)) || (entry.kind === 'sequence' && names.has(entry.tableParts?.at(-1) ?? ''));
}
function roleName(item) {
    const { roletype, rolename } = (0,ast/* nodeOf */.E7)(item, 'RoleSpec') ?? {};
    if (roletype === 'ROLESPEC_PUBLIC')
        return 'public';
    return rolename ?? OWN_ROLE;
}
/** Catalogs quote a role's name where SQL has to. */
function bare(role) {
    return role.startsWith('"') ? role.slice(1, -1).replaceAll('""', '"') : role;
}

;// CONCATENATED MODULE: ./build/rehearsal/security/table.js

function accessTable(changes) {
    return {
        caption: 'who may do what',
        head: ['Role', 'Object', 'Before', 'After'],
        rows: changes.map(({ kind, role, entry, lineage, before, after }) => [
            role === EVERYBODY && kind === 'owner' ? '–' : roleWords(role),
            objectWords(entry),
            before ?? (lineage === 'new' ? 'not there' : 'nothing'),
            after ?? (lineage === 'gone' ? 'dropped' : 'nothing'),
        ]),
    };
}

;// CONCATENATED MODULE: ./build/rehearsal/proofs/proof.js
/** Checks a proof's shape at compile time. */
function schemaProof(proof) {
    return { on: 'schema', ...proof };
}
/** Checks a proof's shape at compile time. */
function rowsProof(proof) {
    return { on: 'rows', ...proof };
}
const proven = (detail, rest = {}) => ({
    status: 'proven',
    detail,
    ...rest,
});
const failed = (detail, rest = {}) => ({
    status: 'failed',
    detail,
    ...rest,
});
const notChecked = (reason, detail, rest = {}) => ({
    status: 'not checked',
    reason,
    detail,
    ...rest,
});
/** `3 indexes`. */
function count(number, noun) {
    const plural = noun.endsWith('x') ? `${noun}es` : noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
    return `${number} ${number === 1 ? noun : plural}`;
}

;// CONCATENATED MODULE: ./build/rehearsal/proofs/access.js
/** Who may do what, before the migration and after it: nothing changes but what a statement says. */





/* harmony default export */ const access = (schemaProof({
    check: 'access',
    title: 'Rights change only where the migration says so',
    show({ before, after, earlier, migration: { up } }) {
        const changes = rightChanges(before, after);
        if (changes.length === 0)
            return null;
        const named = new NamedRights(up);
        const unnamed = unsaid(changes, named, { before, after });
        const observations = [
            ...idlePolicies(up, { before, after }),
            ...unsaidFindings(up, unnamed, named),
            ...revoked(up, changes, { named, before, after, earlier }),
        ];
        const rest = { observations, table: accessTable(changes) };
        const all = `${count(changes.length, 'right')} differ${changes.length === 1 ? 's' : ''}`;
        if (unnamed.length > 0)
            return failed(`${all}, ${unnamed.length} without a statement that says so`, rest);
        const lost = lostByReplacing(changes, named);
        if (lost.length > 0)
            return failed(`${all}, ${lost.length} of them because an object was made anew without it`, rest);
        return proven(`${all}, as its statements say`, rest);
    },
}));

;// CONCATENATED MODULE: ./build/rehearsal/proofs/applied.js

const MADE_TO_RUN = 'its statements were then run outside the transaction, so that the rest could be checked';
const PARTED = 'each file was then run in a transaction of its own, so that the rest could be checked';
/** What is said of a run without some of its statements. */
function leftOutWords(leftOut) {
    const lines = leftOut.map(({ statement }) => statement.location.line);
    const [which, are] = lines.length === 1 ? ['line', 'was'] : ['lines', 'were'];
    return `${which} ${lines.join(', ')} ${are} left out: only an administrator may run it, and nothing but owners, roles and rights depends on it`;
}
/* harmony default export */ const applied = ({
    on: 'schema',
    check: 'applied',
    title: 'The migration applies',
    show({ report: { statements, madeToRun } }) {
        const up = statements.filter(({ role }) => role === 'up');
        const refused = up.filter(({ status }) => status === 'failed');
        if (up.length === 0)
            return notChecked('no-statement', 'it holds no statement');
        const leftOut = up.filter(({ status }) => status === 'notRun');
        if (refused.length === 0 && leftOut.length > 0) {
            return notChecked('not-as-sent', `${count(up.length - leftOut.length, 'statement')} applied; ${madeToRun}`);
        }
        if (refused.length === 0)
            return proven(`${count(up.length, 'statement')} applied`);
        const states = [...new Set(refused.map(({ sqlstate = 'not sent' }) => sqlstate))].join(', ');
        const rest = madeToRun ? `; ${madeToRun}` : '';
        return failed(`Postgres refused ${count(refused.length, 'statement')} (${states})${rest}`);
    },
});

// EXTERNAL MODULE: ./build/schema/session.js
var session = __webpack_require__(49126);
// EXTERNAL MODULE: ./build/sql/locks.js
var sql_locks = __webpack_require__(14283);
;// CONCATENATED MODULE: ./build/rehearsal/run/hazards/hazards.js






/** Everything that a script's own run shows. */
function hazards(shown) {
    const blocking = [...blockingScans(shown), ...heldDuringWork(shown)];
    const unnamed = unnamedTables(shown);
    // A table that is blocked for long is reported once.
    const told = new Set(blocking.map(about));
    const timeouts = shown.madeToRun ? [] : missingLockTimeout(shown);
    return [...blocking, ...unnamed.filter((one) => !told.has(about(one))), ...timeouts];
}
function about({ at, facts }) {
    return `${at.start} ${facts.flatMap((fact) => ('on' in fact ? fact.on : []))}`;
}
function waits({ mode, oid }, { start, location: { path } }) {
    return { kind: 'waits', mode, on: oid, since: { path, start } };
}
/** Whether other sessions' reads or writes wait for the lock. */
function stopsTraffic({ mode, isNew }) {
    const blocks = (0,sql_locks/* blockedBy */.yJ)(mode);
    return !isNew && (blocks.includes('reads') || blocks.includes('writes'));
}
/** The locks that block sessions on tables that existed before the change, the strongest of each. */
function stopped({ locks }) {
    const tables = new Map();
    for (const taken of locks ?? []) {
        const known = tables.get(taken.oid);
        // Nobody writes to a materialized view: only what stops its readers stops anybody.
        const idle = taken.isMaterializedView && !(0,sql_locks/* blockedBy */.yJ)(taken.mode).includes('reads');
        if (!taken.isTable || idle || !stopsTraffic(taken))
            continue;
        if (known === undefined || (0,sql_locks/* compareLockModes */.tc)(known.mode, taken.mode) < 0)
            tables.set(taken.oid, taken);
    }
    return [...tables.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
/** Who waits, for the middle of a sentence. */
function waiters({ mode }) {
    return (0,sql_locks/* blockedBy */.yJ)(mode).includes('reads') ? 'reads and writes' : 'writes';
}
/** What a statement did that takes longer the more rows there are; TRUNCATE's new files are empty. */
function work({ report: { kind, rows }, deeds }) {
    if (kind === 'TruncateStmt')
        return null;
    const old = ({ isTable, isNew }) => isTable && !isNew;
    const written = deeds.rewrites.find(old);
    if (written !== undefined)
        return `rewriting ${(0,sql_words/* code */.a)(written.name)}`;
    const read = deeds.scans.find(old);
    if (read === undefined)
        return null;
    return rows.some(({ relation }) => relation === read.name)
        ? `working through the rows of ${(0,sql_words/* code */.a)(read.name)}`
        : `reading all of ${(0,sql_words/* code */.a)(read.name)}`;
}
function blockingScans({ script, ran }) {
    return ran.flatMap((one) => {
        const does = work(one);
        if (does === null)
            return [];
        const { statement, deeds } = one;
        return stopped(deeds).map((lock) => observe('blocking-scan', script, statement, {
            message: `The statement held ${lock.mode} on ${(0,sql_words/* code */.a)(lock.name)} while ${does}. ${(0,sql_words/* capitalized */.l)(waiters(lock))} of ${(0,sql_words/* code */.a)(lock.name)} wait as long as that takes.`,
            proof: `${lock.mode} on ${(0,sql_words/* code */.a)(lock.name)}, held while ${does}`,
            facts: [waits(lock, statement)],
            cause: `${statement.start}`,
        }));
    });
}
/** Locks are kept to the end of the transaction. */
function heldDuringWork({ script, ran, earlier = [] }) {
    return ran.flatMap((one, index) => {
        const does = work(one);
        if (does === null)
            return [];
        const before = [...earlier, ...ran.slice(0, index)].filter(({ transaction }) => transaction === one.transaction);
        const since = before.find(({ deeds }) => stopped(deeds).length > 0)?.statement.start;
        return before.flatMap(({ statement, deeds }) => stopped(deeds).map((lock) => observe('lock-held-during-scan', script, one.statement, {
            message: `The transaction still holds ${lock.mode} on ${(0,sql_words/* code */.a)(lock.name)} from ${(0,positions/* lineOf */.cA)(statement, one.statement)} while ${does}. ${(0,sql_words/* capitalized */.l)(waiters(lock))} of ${(0,sql_words/* code */.a)(lock.name)} wait as long as that takes.`,
            proof: `Taken on ${(0,positions/* lineOf */.cA)(statement, one.statement)}, held to the end of the transaction`,
            facts: [(0,fact/* hazard */.vl)('lock-held-during-scan'), waits(lock, statement)],
            // As in the rule that predicts it.
            cause: `held since ${since}`,
        })));
    });
}
/** The referenced side of a foreign key, a partition's parent, a default partition: locked without being named. */
function unnamedTables({ script, ran }) {
    return ran.flatMap(({ statement, deeds, report }) => {
        // With a limit to the wait there is nothing left to decide.
        const limited = (report.lockTimeoutMs ?? 0) > 0;
        if (statement.kind === 'DoStmt' || statement.kind === 'CallStmt')
            return [];
        return stopped(deeds)
            .filter(({ name }) => !names(statement.sql, name))
            .map((lock) => observe('lock-on-unnamed-table', script, statement, {
            message: `The statement took ${lock.mode} on ${(0,sql_words/* code */.a)(lock.name)}, which it doesn’t name. ${(0,sql_words/* capitalized */.l)(waiters(lock))} of ${(0,sql_words/* code */.a)(lock.name)} wait for the transaction to end.`,
            proof: `pg_locks showed ${lock.mode} on ${(0,sql_words/* code */.a)(lock.name)}`,
            facts: [(0,fact/* lock */.s2)(lock.mode, lock.oid)],
            ...(limited && { severity: 'info' }),
            cause: ofPartition(lock, statement) ?? `${statement.start}`,
        }));
    });
}
/** Whoever names a partitioned table locks its partitions, in each statement anew: that is one fact. */
function ofPartition({ partOf }, { sql }) {
    const parent = partOf.find((name) => names(sql, name));
    return parent && `partitions of ${parent}`;
}
function missingLockTimeout({ script, ran }) {
    for (const { statement, report, deeds } of ran) {
        const tables = new Set((deeds.locks ?? []).flatMap(({ name, isTable }) => (isTable ? [name] : [])));
        // Queries name tables: of a table and its index, it is the table that they wait for.
        const lock = (report.locks ?? []).filter(stopsTraffic).find(({ relation }) => tables.has(relation));
        if (lock === undefined || deeds.locks === null || report.lockTimeoutMs !== 0 || report.waits.length > 0)
            continue;
        if (setsLimit(statement))
            continue;
        const { relation, mode } = lock;
        return [
            observe('no-lock-timeout', script, statement, {
                message: `No \`lock_timeout\` is set. Behind one long query on ${(0,sql_words/* code */.a)(relation)}, this statement waits for its ${mode} as long as that takes, and ${waiters(lock)} queue behind it.`,
                proof: '`lock_timeout` was 0 when the lock was taken',
                facts: [(0,fact/* hazard */.vl)('no-lock-timeout', script.file.path)],
                cause: 'no lock_timeout',
            }),
        ];
    }
    return [];
}
/** A block that sets the limit itself: outside it nothing of that is seen. */
function setsLimit({ block }) {
    return (block?.statements ?? []).some(({ node, conditional }) => !conditional && (0,session/* settingsOf */.f5)(node).some(({ name }) => name === 'lock_timeout'));
}
/** Transactions of different migrations that take the same two locks in opposite order: run at once, they deadlock. */
function lockOrder(timelines) {
    const found = [];
    const orders = timelines.map(({ path, script, holds }) => ({ path, script, pairs: orderedPairs(holds) }));
    for (const [index, later] of orders.entries()) {
        for (const earlier of orders.slice(0, index)) {
            for (const [pair, hold] of later.pairs) {
                const [first, second] = pair.split(' > ');
                const other = earlier.pairs.get(`${second} > ${first}`);
                const statement = statementAt(later.script, hold.from);
                if (other === undefined || statement === undefined)
                    continue;
                const message = `This transaction locks ${(0,sql_words/* code */.a)(first ?? '')} before ${(0,sql_words/* code */.a)(second ?? '')}, and ${(0,sql_words/* code */.a)(earlier.path)} locks them the other way round (line ${other.from}). Run at the same time, the two can deadlock.`;
                found.push(observe('lock-order', later.script, statement, { message, proof: 'Both orders were seen in the rehearsal' }));
            }
        }
    }
    return found;
}
/** `a > b` for each pair of tables that a transaction locks in that order, with the hold that completes it. */
function orderedPairs(holds) {
    const pairs = new Map();
    for (const second of holds.filter(stopsTraffic)) {
        for (const first of holds.filter(stopsTraffic)) {
            const together = first.role === second.role && first.transaction === second.transaction && first.from < second.from;
            if (together && first.relation !== second.relation)
                pairs.set(`${first.relation} > ${second.relation}`, second);
        }
    }
    return pairs;
}
/** Whether the text holds the table's own name as a word. */
function names(sql, relation) {
    const name = relation.split('.').at(-1) ?? relation;
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    // A quote in a name is written twice.
    return new RegExp(`(?<![\\w$])${escaped.replaceAll('"', '""')}(?![\\w$])`, 'i').test(sql);
}

;// CONCATENATED MODULE: ./build/rehearsal/run/touched.js

/** Tables that existed before the change, and that a statement of it locked against writes or wrote to. */
function touchedTables(reports) {
    const tables = new Set();
    for (const { locks, waits } of reports.flatMap(({ statements }) => statements)) {
        for (const lock of locks ?? []) {
            if (stopsTraffic(lock) || (waits.length > 0 && !lock.isNew))
                tables.add(lock.relation);
            // INSERT, UPDATE and DELETE: on an empty table they write no row, but they would.
            else if (!lock.isNew && lock.mode === 'ROW EXCLUSIVE')
                tables.add(lock.relation);
        }
    }
    return tables;
}
/** They compute something of each row that they read, and of an empty table nothing. */
const COMPUTES = new Set(['CreateTableAsStmt', 'RefreshMatViewStmt', 'InsertStmt']);
/** Tables that existed before the change, and from whose rows a statement of it computes something. */
function computedFrom(reports) {
    const computing = reports.flatMap(({ statements }) => statements).filter(({ kind }) => COMPUTES.has(kind));
    const read = computing.flatMap(({ locks }) => (locks ?? []).filter(({ mode }) => mode === 'ACCESS SHARE'));
    return read.flatMap(({ relation, isNew }) => (isNew ? [] : [relation]));
}
const CHANGES_ROWS = new Set(['UpdateStmt', 'DeleteStmt', 'MergeStmt']);
/** Tables that existed before, and whose rows a statement of the migration is there to change. */
function changedTables({ statements }) {
    const changing = statements.filter(({ role, kind, status }) => role === 'up' && CHANGES_ROWS.has(kind) && status === 'applied');
    const written = changing.flatMap(({ locks }) => (locks ?? []).filter(({ mode }) => mode === 'ROW EXCLUSIVE'));
    return new Set(written.flatMap(({ relation, isNew }) => (isNew ? [] : [relation])));
}
/**
 * Of the older tables, those that a run wrote to or rewrote, also under a lock that it held already; by the names that
 * they had when the script began. TRUNCATE's new files are empty.
 */
function writtenTables(ran) {
    const written = ran
        .filter(({ report }) => report.status === 'applied' && report.kind !== 'TruncateStmt')
        .flatMap(({ deeds: { locks, rewrites } }) => [
        ...rewrites,
        ...(locks ?? []).filter(({ mode }) => mode === 'ROW EXCLUSIVE'),
    ]);
    return [...new Set(written.filter(({ isTable, isNew }) => isTable && !isNew).map(({ was }) => was))];
}

;// CONCATENATED MODULE: ./build/rehearsal/proofs/bloat.js






/* harmony default export */ const bloat = (rowsProof({
    check: 'bloat',
    title: 'Dead rows measured',
    begin({ stage: { scratch, session }, written }) {
        return scratch.pastRowSecurity(() => standing(session, written));
    },
    async show({ stage: { scratch, session }, written, report, seeding }, before) {
        const bloat = await scratch.pastRowSecurity(() => left(session, before));
        const missing = written.filter((name) => !bloat.some(({ table, rows }) => table === name && rows > 0));
        const rest = { part: { bloat }, ...(bloat.length > 0 && { table: tableOf(bloat) }) };
        if (missing.length > 0) {
            const refused = missing.every((name) => seeding.unseeded.some((one) => one.table === name && !one.holdsNone));
            return notChecked('no-rows', refused ? withoutSamples(missing) : withoutRows(missing), rest);
        }
        const still = unmoved(bloat, changedTables(report));
        if (still.length > 0)
            return notChecked('no-rows', `it changes none of the sample rows of ${still.map(sql_words/* code */.a).join(', ')}`, rest);
        return proven(written.length === 0 ? NOTHING : bloat.map(bloat_inWords).join('; '), rest);
    },
    untried({ written }, reason) {
        if (written.length === 0)
            return proven(NOTHING);
        return notChecked(reason, withoutRows(written));
    },
}));
/** Tables whose rows a statement is there to change, and changed none of. */
function unmoved(bloat, changed) {
    return bloat.flatMap(({ table, rewritten, deadPercent }) => changed.has(table) && !rewritten && deadPercent === 0 ? [table] : []);
}
const NOTHING = 'no existing row is updated, deleted or rewritten';
function withoutSamples(tables) {
    return `not measured: sample rows of ${tables.map(sql_words/* code */.a).join(', ')} could not be inserted`;
}
function withoutRows(tables) {
    return `not measured: there were no rows to see it on in ${tables.map(sql_words/* code */.a).join(', ')}`;
}
function bloat_inWords({ table, rewritten, deadPercent: dead }) {
    if (rewritten)
        return `${(0,sql_words/* code */.a)(table)} is rewritten: no dead rows, but room for a second copy while it runs`;
    return `${(0,sql_words/* code */.a)(table)}: ${dead} dead row versions for each 100 rows`;
}
function tableOf(bloat) {
    const kB = (bytes) => `${Math.round(bytes / 1024)} kB`;
    const rows = bloat.map(({ table, rows, rewritten, deadPercent: dead, bytes }) => [
        table,
        String(rows),
        rewritten ? 'written anew' : `${dead} for each 100 rows`,
        `${kB(bytes.before)} → ${kB(bytes.after)}`,
    ]);
    return {
        caption: 'what it leaves to vacuum',
        head: ['Table', 'Rows', 'Dead row versions', 'Size with indexes'],
        rows,
    };
}
async function standing(session, names) {
    if (names.length === 0)
        return { since: '0', tables: new Map() };
    const tables = await read(session, '0', (_, name) => names.includes(name));
    return { tables, since: (await session.query((0,catalog_sql/* catalogSql */.a)('current transaction'))).rows[0]?.[0] ?? '0' };
}
/** Leaves out tables that are gone. */
async function left(session, { since, tables }) {
    if (tables.size === 0)
        return [];
    const now = await read(session, since, (oid) => tables.has(oid));
    return [...tables].flatMap(([oid, was]) => {
        const is = now.get(oid);
        if (is === undefined)
            return [];
        const { table, rows } = was;
        const bytes = { before: was.bytes, after: is.bytes };
        return [{ table, rows, rewritten: was.file !== is.file, deadPercent: deadPercent(was, is), bytes }];
    });
}
async function read(session, since, wanted) {
    const { rows: found } = await session.query((0,catalog_sql/* catalogSql */.a)('readable tables'));
    const parts = found.flatMap(([schema, name, oid]) => wanted(String(oid), (0,schema_objects/* shortName */.EU)(`${schema}.${name}`))
        ? [standingSql(String(oid), `${(0,quote/* ident */.b)(schema ?? '')}.${(0,quote/* ident */.b)(name ?? '')}`, since)]
        : []);
    if (parts.length === 0)
        return new Map();
    const names = new Map(found.map(([schema, name, oid]) => [String(oid), (0,schema_objects/* shortName */.EU)(`${schema}.${name}`)]));
    const { rows } = await session.query(parts.join(' UNION ALL '));
    return new Map(rows.map(([oid, count, written, file, bytes]) => {
        const table = names.get(String(oid)) ?? '';
        return [
            String(oid),
            { table, rows: Number(count), written: Number(written), file: file ?? '', bytes: Number(bytes) },
        ];
    }));
}
/** `since`: a transaction id. */
function standingSql(oid, table, since) {
    const of = `${(0,quote/* literal */.e)(table)}::pg_catalog.regclass`;
    const since32 = `${since}::pg_catalog.int8 OPERATOR(pg_catalog.%) 4294967296`;
    const written = `pg_catalog.format('%s', xmin)::pg_catalog.int8 OPERATOR(pg_catalog.>=) (${since32})`;
    return `SELECT ${(0,quote/* literal */.e)(oid)}, pg_catalog.count(*), pg_catalog.count(*) FILTER (WHERE ${written}),
    pg_catalog.pg_relation_filenode(${of})::pg_catalog.text, pg_catalog.pg_total_relation_size(${of}) FROM ${table}`;
}
/** Row versions that UPDATE and DELETE left behind, for each 100 rows. */
function deadPercent(before, now) {
    if (before.file !== now.file || before.rows === 0)
        return 0;
    const inserted = Math.max(0, now.rows - before.rows);
    const deleted = Math.max(0, before.rows - now.rows);
    return Math.round((100 * (now.written - inserted + deleted)) / before.rows);
}

;// CONCATENATED MODULE: ./build/rehearsal/counters/findings.js








/** The last number of a type, by its bytes. */
const END = { 2: 32767n, 4: 2147483647n, 8: 9223372036854775807n };
/** The sequence ends before the column does, and did not before: its type is smaller, or its end is that of the old type. */
function newlyNarrow(before, after) {
    return after.filter(({ id, width, sequence }) => {
        const was = before.find((one) => one.id === id && one.sequence.name === sequence.name);
        if (was !== undefined && was.width >= width && was.sequence.width <= sequence.width)
            return false;
        const old = was !== undefined && was.width < width ? was.width : sequence.width;
        // An end of the user's own is no leftover, and what begins again has none.
        return sequence.step > 0n && !sequence.cycles && old < width && sequence.last === END[old];
    });
}
function narrowFindings(script, counters) {
    return counters.map((counter) => {
        const { schema, table, column, sequence } = counter;
        const name = relationSql([sequence.schema, sequence.name]);
        const full = `${schema}.${table}.${column}`;
        const statement = lastOn(script, table, ['AlterTableStmt', 'CreateStmt']);
        return observe('sequence-narrower-than-column', script, statement, {
            message: `The sequence ${(0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(`${sequence.schema}.${sequence.name}`))} still ends at ${grouped(sequence.last)}, though ${(0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(full))} is ${TYPES[counter.width]}. There every INSERT fails with SQLSTATE 2200H.`,
            proof: 'In the catalogs after the migration: the sequence’s type and last number beside the column’s type',
            help: `Widen the sequence, too; it takes a moment:\nALTER SEQUENCE ${name} AS ${TYPES[counter.width]};`,
            facts: [(0,fact/* hazard */.vl)('sequence-narrower-than-column', full)],
        });
    });
}
const TYPES = { 2: 'smallint', 4: 'integer', 8: 'bigint' };
function grouped(number) {
    return number.toLocaleString('en-US');
}
/** `onRows`: seen on rows that were there before, and are others in production. */
function behindFindings(script, all, onRows = false) {
    return all.map(({ counter, next, most, taken, isSure }) => {
        const { schema, table, column, sequence, unique } = counter;
        const full = `${schema}.${table}.${column}`;
        const words = taken
            ? `The next number for ${(0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(full))} is ${next}, and a row has it already (the highest is ${most}).`
            : `The sequence of ${(0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(full))} stands at ${next}, and will come to ${most}, which a row has already.`;
        const fails = unique ? 'The INSERT that gets it fails with SQLSTATE 23505' : 'Two rows then have one number';
        const unless = isSure
            ? onRows
                ? ', where the table’s rows are numbered so'
                : ''
            : ', unless production’s sequence is past it';
        return observe('sequence-behind-rows', script, setsBack(script, counter) ?? lastOn(script, table, WRITES), {
            message: `${words} ${fails}${unless}.`,
            proof: `Read after the migration: next number ${next}, highest in the table ${most}`,
            help: `Let the sequence go on after the highest, in the same migration:\nSELECT setval(${(0,quote/* literal */.e)(relationSql([sequence.schema, sequence.name]))}, max(${sqlName(column)})) FROM ${relationSql([schema, table])};`,
            facts: [(0,fact/* hazard */.vl)('sequence-behind-rows', full)],
            cause: `sequence behind ${full}`,
            ...(!(taken && unique && isSure && !onRows) && { severity: taken ? 'warning' : 'info' }),
        });
    });
}
const WRITES = ['InsertStmt', 'CopyStmt', 'MergeStmt', 'UpdateStmt'];
/** The last statement that says of the sequence, or of the table's, where to begin. */
function setsBack({ statements }, { sequence, table }) {
    return statements.findLast(({ kind, node, sql }) => (kind === 'AlterSeqStmt' && findings_speaksOf(node, sequence.name)) ||
        (kind === 'AlterTableStmt' && findings_speaksOf(node, table) && /\brestart\b/i.test(sql)));
}
const SETTING_UP = new Set(['VariableSetStmt', 'VariableShowStmt', 'TransactionStmt']);
/**
 * The last statement of these kinds, of any where there are none, that names the table; else what runs code, else the first that does
 * more than set something up.
 */
function lastOn(script, table, kinds) {
    const statements = script.statements.filter(({ kind }) => !SETTING_UP.has(kind));
    const names = (statement) => [statement, ...(statement.block?.statements ?? [])].some(({ node }) => findings_speaksOf(node, table));
    const ofKind = statements.filter((statement) => kinds.length === 0 ||
        kinds.includes(statement.kind) ||
        statement.block?.statements.some(({ kind }) => kinds.includes(kind)));
    return ofKind.findLast(names) ?? statements.find(runsCode) ?? ofKind.at(-1) ?? statements[0] ?? script.statements[0];
}
/** What it is about or reads; a table that is swapped in is named as it was called before. */
function findings_speaksOf(node, table) {
    const [body] = Object.values(node ?? {});
    if (body?.relation?.relname === table || body?.newname === table)
        return true;
    let found = false;
    (0,ast/* walk */.GG)(node, (tag, { relname }) => {
        found ||= tag === 'RangeVar' && relname === table;
    });
    return found;
}

;// CONCATENATED MODULE: ./build/rehearsal/counters/fullness.js





/** From where on it is told, and told as a warning. */
const HALF = 50;
const NEARLY = 80;
/** Those that are at least half full. */
function filledKeys(counters, statistics) {
    return counters.flatMap((counter) => {
        const table = statistics.tables.find((one) => one.schema === counter.schema && one.table === counter.table);
        const end = END[counter.width] ?? 0n;
        if (table === undefined || counter.width === 8 || counter.sequence.step <= 0n)
            return [];
        const bound = /([0-9]+)\}$/.exec(table.columns[counter.column]?.histogramBounds ?? '')?.[1];
        const counted = BigInt(Math.max(0, Math.round(table.rows)));
        const isCounted = bound === undefined || BigInt(bound) < counted;
        const most = isCounted ? counted : BigInt(bound);
        const percent = Number((most * 100n) / end);
        return percent >= HALF ? [{ counter, most, isCounted, percent }] : [];
    });
}
function filledFindings(script, keys) {
    return keys.map(({ counter: { schema, table, column, width }, most, isCounted, percent }) => {
        const full = `${schema}.${table}.${column}`;
        const known = isCounted ? `${grouped(most)} rows` : `the number ${grouped(most)}`;
        return observe('integer-key-fills-up', script, lastOn(script, table, []), {
            message: `Production has come to ${known} in ${(0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(full))}, ${percent}% of what ${TYPES[width]} holds. At its end every INSERT fails.`,
            proof: `In the statistics file: ${known}, of ${grouped(END[width] ?? 0n)}`,
            facts: [(0,fact/* hazard */.vl)('integer-key-fills-up', full)],
            ...(percent < NEARLY && { severity: 'info' }),
        });
    });
}
function filledTable(keys) {
    return {
        caption: 'how full integer keys are',
        head: ['Column', 'Type', 'Known to be given', 'Of its range'],
        rows: keys.map(({ counter: { schema, table, column, width }, most, percent }) => [
            (0,schema_objects/* shortName */.EU)(`${schema}.${table}.${column}`),
            TYPES[width] ?? '',
            grouped(most),
            `${percent}%`,
        ]),
    };
}

;// CONCATENATED MODULE: ./build/rehearsal/counters/counters.js
/** Columns that count up, and where their sequences stand beside their rows. */



/** The change's session: what it may not read, it doesn't move either. */
async function readCounters(session) {
    const { rows } = await session.query((0,catalog_sql/* catalogSql */.a)('counters'));
    return rows.map(([schema, table, oid, column, number, width, sequenceSchema, name, sequenceOid, sequenceWidth, last, step, cycles, unique, readable,]) => ({
        ...{ schema: schema ?? '', table: table ?? '', column: column ?? '' },
        id: `${oid}.${number}`,
        tableOid: oid ?? '',
        width: Number(width),
        sequence: {
            ...{ schema: sequenceSchema ?? '', name: name ?? '', oid: sequenceOid ?? '', width: Number(sequenceWidth) },
            ...{ last: BigInt(last ?? 0), step: BigInt(step ?? 1), cycles: cycles === 't' },
        },
        unique: unique === 't',
        readable: readable === 't',
    }));
}
/**
 * Those whose sequence has yet to give a number that a row has, in its own steps. Sequences that count down or begin again are
 * left out.
 */
async function behind(session, counters) {
    const asked = counters.filter(({ readable, sequence }) => readable && sequence.step > 0n && !sequence.cycles);
    const positions = await session.queryAll(asked.map(positionSql));
    const next = asked.flatMap((counter, index) => {
        const outcome = positions[index];
        if (outcome === undefined || outcome instanceof servers_server/* PostgresError */.Yj)
            return [];
        const [last, called] = outcome.rows[0] ?? [];
        return [{ counter, next: BigInt(last ?? 0) + (called === 't' ? counter.sequence.step : 0n) }];
    });
    const met = await session.queryAll(next.map(metSql));
    return next.flatMap((one, index) => {
        const outcome = met[index];
        if (outcome === undefined || outcome instanceof servers_server/* PostgresError */.Yj)
            return [];
        const [most, taken] = outcome.rows[0] ?? [];
        return most === null || most === undefined ? [] : [{ ...one, most: BigInt(most), taken: taken === 't' }];
    });
}
const counters_nameOf = (schema, name) => `${(0,quote/* ident */.b)(schema)}.${(0,quote/* ident */.b)(name)}`;
function positionSql({ sequence }) {
    return `SELECT s.last_value, s.is_called FROM ${counters_nameOf(sequence.schema, sequence.name)} s`;
}
/** The highest number of a row that the sequence comes to, and whether it is the very next one of some row. */
function metSql({ counter: { schema, table, column, sequence }, next }) {
    const number = `t.${(0,quote/* ident */.b)(column)}::pg_catalog.int8`;
    return `SELECT pg_catalog.max(${number}), pg_catalog.bool_or(${number} OPERATOR(pg_catalog.=) ${next}) FROM ${counters_nameOf(schema, table)} t
    WHERE ${number} OPERATOR(pg_catalog.>=) ${next} AND (${number} OPERATOR(pg_catalog.-) ${next}) OPERATOR(pg_catalog.%) ${sequence.step} OPERATOR(pg_catalog.=) 0`;
}

;// CONCATENATED MODULE: ./build/rehearsal/counters/look.js


async function countersBefore({ scratch, session }, up) {
    const counters = await readCounters(session);
    const asked = counters.filter(mayMove(up));
    return { counters, behind: await scratch.pastRowSecurity(() => behind(session, asked)) };
}
async function countersAfter({ scratch, session }, up, before) {
    const counters = await readCounters(session);
    const tables = new Set(before.counters.map(({ tableOid }) => tableOid));
    const sequences = new Set(before.counters.map(({ sequence }) => sequence.oid));
    const asked = counters.filter((one) => !tables.has(one.tableOid) || mayMove(up)(one));
    const left = await scratch.pastRowSecurity(() => behind(session, asked));
    const was = new Set(before.behind.map(({ counter }) => counter.id));
    const news = left.filter(({ counter }) => !was.has(counter.id));
    return {
        counters,
        behind: news.map((one) => ({ ...one, isSure: !sequences.has(one.counter.sequence.oid) })),
    };
}
/** A table whose name stands in the script; any, where what runs stands elsewhere. */
function mayMove(up) {
    const hides = up.statements.some(runsCode);
    const text = up.sql.toLowerCase();
    return ({ table }) => hides || text.includes(table.toLowerCase());
}

;// CONCATENATED MODULE: ./build/rehearsal/proofs/counters.js
/** Sequences reach as far as their columns, and stand past the numbers that rows have. */






/* harmony default export */ const counters = (schemaProof({
    check: 'counters',
    title: 'Sequences stand past their rows and reach as far as their columns',
    begin({ stage, migration: { up } }) {
        return countersBefore(stage, up);
    },
    async show({ stage, migration: { up }, statistics }, before) {
        const after = await countersAfter(stage, up, before);
        const narrow = newlyNarrow(before.counters, after.counters);
        const filled = statistics ? filledKeys(after.counters.filter(mayMove(up)), statistics) : [];
        const table = filled.length > 0 && { table: filledTable(filled) };
        const full = filledFindings(up, filled);
        if (narrow.length === 0 && after.behind.length === 0) {
            if (!table)
                return null;
            return proven('nothing differs; some keys are more than half full in production', {
                ...table,
                observations: full,
            });
        }
        const observations = [...narrowFindings(up, narrow), ...behindFindings(up, after.behind), ...full];
        const told = [...narrow.map(ends), ...after.behind.map(stands)];
        return failed(told.join('; '), { observations, ...table });
    },
}));
function ends({ sequence }) {
    return `${(0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(`${sequence.schema}.${sequence.name}`))} ends at ${sequence.last}`;
}
function stands({ counter: { sequence }, next, most }) {
    return `${(0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(`${sequence.schema}.${sequence.name}`))} gives ${next} next, and rows go up to ${most}`;
}

// EXTERNAL MODULE: ./build/schema/types.js
var types = __webpack_require__(16871);
;// CONCATENATED MODULE: ./build/rehearsal/data/any-rows.js





const NOT_NULL = '23502';
const CHECK = '23514';
const UNIQUE = '23505';
const FOREIGN_KEY = '23503';
/**
 * Undefined where it depends on the rows. `before`: the statements of the change that ran before, in order. A column that they
 * add has one value in all rows that are there, as long as nothing writes to them.
 */
function certaintyOf(statement, error, before) {
    const table = any_rows_tableOf(statement.node);
    if (table === undefined)
        return undefined;
    const steps = [...before, statement];
    const same = sameInEachRow(steps);
    const value = (column) => same.get(`${table}.${column}`);
    const { sqlstate, constraint, column } = error;
    if (sqlstate === NOT_NULL) {
        return column !== undefined && value(column) === 'null' ? { rows: 1, columns: [`${table}.${column}`] } : undefined;
    }
    const broken = constraint === undefined ? undefined : brokenOf(`${table}.${constraint}`, constraint, steps);
    if (broken === undefined || broken.columns.length === 0)
        return undefined;
    if (!broken.columns.every((one) => value(one) !== undefined))
        return undefined;
    const columns = broken.columns.map((one) => `${table}.${one}`);
    if (sqlstate === CHECK && broken.type === 'check')
        return { rows: 1, columns };
    if (sqlstate === UNIQUE && broken.type === 'unique')
        return { rows: 2, columns };
    if (sqlstate !== FOREIGN_KEY || broken.references === undefined)
        return undefined;
    return { rows: 1, columns, unlessIn: broken.references };
}
/** What the change says of the constraint or index. Where another value may count (a predicate, a function), nothing. */
function brokenOf(full, name, steps) {
    const made = effectsIn(steps).filter(({ change, object }) => change === 'create' && (0,schema_objects/* lastName */.UK)(object.name) === name);
    const constraint = made.find(({ object }) => object.kind === 'constraint' && object.name === full)?.object.facts;
    if (constraint?.type === 'check') {
        const { expression } = constraint;
        return isConstant(expression) ? { type: 'check', columns: (0,types/* columnsIn */.Jb)(expression) } : undefined;
    }
    if (constraint?.type === 'foreign key' && constraint.references) {
        return { type: 'foreign key', columns: constraint.columns, references: constraint.references.table };
    }
    const index = made.find(({ object }) => object.kind === 'index')?.object.facts;
    if (!index?.unique || index.partial || index.columns.includes(undefined))
        return undefined;
    return { type: 'unique', columns: index.columns.flatMap((column) => column ?? []) };
}
/** The columns that statements add, with a value that is the same in all rows that are there then. */
function sameInEachRow(steps) {
    const same = new Map();
    for (const { node, kind } of steps) {
        if (any_rows_WRITES.has(kind))
            same.clear();
        for (const { change, object, conditional } of (0,schema_effects/* effectsOf */.w)(node)) {
            if (object.kind !== 'column')
                continue;
            const value = change === 'create' && !conditional ? givenTo(object.facts) : undefined;
            const stays = change === 'alter' && !(object.facts && 'type' in object.facts);
            if (value !== undefined)
                same.set(object.name, value);
            else if (!stays)
                same.delete(object.name);
        }
    }
    return same;
}
/** What may write to rows, or run what does. */
const any_rows_WRITES = new Set([
    'InsertStmt',
    'UpdateStmt',
    'DeleteStmt',
    'MergeStmt',
    'CopyStmt',
    'SelectStmt',
    'DoStmt',
    'CallStmt',
    'ExecuteStmt',
    'ExplainStmt',
    'TransactionStmt',
]);
function givenTo(facts) {
    if (facts?.bare)
        return 'null';
    const isFilled = !facts || facts.generated || facts.identity || facts.type?.serial;
    return !isFilled && facts.default !== undefined && isConstant(facts.default) ? 'constant' : undefined;
}
/** It calls nothing that may give another value for the next row. */
function isConstant(expression) {
    let constant = true;
    (0,ast/* walk */.GG)(expression, (tag, body) => {
        if (tag === 'SubLink' || (tag === 'FuncCall' && !(0,volatility/* isStableCall */.Y6)(body.funcname)))
            constant = false;
    });
    return constant;
}
function effectsIn(steps) {
    return steps.flatMap(({ node }) => (0,schema_effects/* effectsOf */.w)(node));
}
function any_rows_tableOf(node) {
    const name = (0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(node, 'AlterTableStmt')?.relation ?? (0,ast/* nodeOf */.E7)(node, 'IndexStmt')?.relation);
    return name && (0,schema_objects/* fullName */.fq)(name);
}

// EXTERNAL MODULE: ./build/sql/non-transactional.js
var non_transactional = __webpack_require__(79240);
// EXTERNAL MODULE: ./build/sql/refuse.js
var refuse = __webpack_require__(49491);
;// CONCATENATED MODULE: ./build/rehearsal/data/as-one-transaction.js


/**
 * The script's statements, with CONCURRENTLY left out and without what runs in no transaction and touches no row (VACUUM).
 * Null where the script rolls back by itself, or holds what must not be run.
 */
function asOneTransaction(script) {
    const out = [];
    for (const statement of script.statements) {
        if (statement.node === null || (0,refuse/* refuse */.TR)(statement) !== undefined)
            return null;
        if (statement.kind === 'TransactionStmt') {
            if (!/^(?:begin|start|commit|end)\b/i.test(statement.sql))
                return null;
            continue;
        }
        const special = (0,non_transactional/* nonTransactional */.l)(statement.node);
        if (special === undefined)
            out.push({ statement, sql: statement.sql });
        else if (special.concurrently && statement.kind !== 'ReindexStmt') {
            out.push({ statement, sql: statement.sql.replace(/\bconcurrently\b/i, '') });
        }
    }
    return out;
}

;// CONCATENATED MODULE: ./build/rehearsal/data/constraint-shape.js
/** What rows a schema allows: columns, keys, checks and labels, as the catalogs have them. */

async function readShape(session) {
    const { rows } = await session.query((0,catalog_sql/* catalogSql */.a)('shape'));
    const raw = JSON.parse(rows[0]?.[0] ?? '{}');
    const named = (keys) => new Map(keys.map((key) => [JSON.stringify([key.schema, key.table, key.name]), { ...key, columns: key.columns ?? [] }]));
    return {
        columns: new Map(raw.columns.map((one) => [JSON.stringify([one.schema, one.table, one.column]), one])),
        uniques: named(raw.uniques),
        checks: named(raw.constraints.filter(({ kind }) => kind === 'c')),
        foreignKeys: named(raw.constraints.filter(({ kind }) => kind === 'f')),
        labels: new Map(raw.labels.map(([type, labels]) => [type, labels ?? []])),
    };
}

;// CONCATENATED MODULE: ./build/rehearsal/data/fingerprint.js
/** What the tables hold, in a few numbers that no order of rows changes. */



/** The columns of every table of ours, or of those in `reach`. */
async function readColumns(session, reach = null) {
    const { rows } = await session.query((0,catalog_sql/* catalogSql */.a)('columns'));
    const wanted = reach === null ? rows : rows.filter(([schema, table]) => reach.has(`${schema}.${table}`));
    return new Map(wanted.map(([schema, table, columns]) => [key(schema, table), JSON.parse(columns ?? '[]')]));
}
/** Prints the tables and columns that are in `columns` and still there. Reads every row. */
async function readPrint(session, columns) {
    const present = await readColumns(session);
    const wanted = [...columns].flatMap(([table, names]) => {
        const here = present.get(table);
        return here ? [{ table, names: names.filter((name) => here.includes(name)) }] : [];
    });
    if (wanted.length === 0)
        return new Map();
    const { rows } = await session.query(wanted.map(({ table, names }) => printSql(table, names)).join('\nUNION ALL\n'));
    return new Map(rows.map(([table, count, hash, parts], index) => {
        const { names } = wanted.find((one) => one.table === table) ?? { names: wanted[index]?.names ?? [] };
        const prints = JSON.parse(parts ?? '[]').map(([values, hash], at) => [names[at] ?? '', { values, hash }]);
        return [
            String(table),
            { name: fingerprint_shown(String(table)), rows: Number(count), hash: hash ?? '', columns: new Map(prints) },
        ];
    }));
}
/** The value as its type writes it: a cast could be one of the change's own. */
const shownAs = (value) => `pg_catalog.format('%s', ${value})`;
/** A sum does not depend on the order. Bytes are hashed: some collations find different texts equal. */
const hashed = (value) => `coalesce(pg_catalog.sum(pg_catalog.hashtextextended(${value} COLLATE pg_catalog."C", 0)), 0)::pg_catalog.text`;
function printSql(table, names) {
    const [schema = '', name = ''] = JSON.parse(table);
    const columns = names.map(quote/* ident */.b);
    const parts = columns.map((column) => `pg_catalog.json_build_array(pg_catalog.count(${column}), ${hashed(shownAs(column))})`);
    const row = columns.length > 0 ? shownAs(`row(${columns.join(', ')})`) : "''";
    return `SELECT ${(0,quote/* literal */.e)(table)}, pg_catalog.count(*), ${hashed(row)}, pg_catalog.json_build_array(${parts.join(', ')})::pg_catalog.text FROM ${(0,quote/* ident */.b)(schema)}.${(0,quote/* ident */.b)(name)}`;
}
/** Schema and table, in a form that holds any name. */
function key(schema, table) {
    return JSON.stringify([schema ?? '', table ?? '']);
}
/** As reports name it. */
function fingerprint_shown(table) {
    return (0,schema_objects/* shortName */.EU)(JSON.parse(table).join('.'));
}

;// CONCATENATED MODULE: ./build/rehearsal/data/losses.js
/** Values that did not come back. A table or column that is gone altogether is a difference of the schema. */
function losses(before, after) {
    return [...before].flatMap(([table, was]) => {
        const is = after.get(table);
        return is === undefined || was.rows === 0 ? [] : tableLosses(was, is);
    });
}
function tableLosses(was, is) {
    const table = was.name;
    if (is.rows !== was.rows)
        return [{ table, detail: `it held ${rows(was.rows)}, it holds ${is.rows}` }];
    const changed = [...was.columns].flatMap(([column, old]) => {
        const now = is.columns.get(column);
        if (now === undefined || now.hash === old.hash)
            return [];
        const lost = old.values - now.values;
        const detail = lost > 0
            ? `${lost} of ${old.values} ${old.values === 1 ? 'value' : 'values'} lost`
            : 'its values are not what they were';
        return [{ table, column, detail }];
    });
    // Columns that are gone would change the rows' hash, too: there the schema says it.
    const sameColumns = was.columns.size === is.columns.size;
    if (changed.length === 0 && sameColumns && is.hash !== was.hash) {
        return [{ table, detail: 'its values are in other rows than they were' }];
    }
    return changed;
}
function rows(count) {
    return count === 1 ? '1 row' : `${count} rows`;
}

;// CONCATENATED MODULE: ./build/rehearsal/data/values.js
/** Values that are too much for a type, or that a check may not like. Pure. */

const INTEGERS = ['smallint', 'integer', 'bigint'];
const ABOVE = { smallint: '32768', integer: '2147483648' };
/** A value that the new type holds and the old one doesn't; undefined where there is none, or where that is unknown. */
function overflow(was, now) {
    const [from, to] = [INTEGERS.indexOf(was), INTEGERS.indexOf(now)];
    const above = ABOVE[was];
    if (above !== undefined && (to > from || /^numeric$/.test(now)))
        return { sql: above, words: `the number ${above}` };
    return longer(was, now) ?? greater(was, now);
}
function longer(was, now) {
    const length = (type) => Number(/^character(?: varying)?\((\d+)\)$/.exec(type)?.[1] ?? Number.NaN);
    const [old, room] = [length(was), /^(?:text|character varying)$/.test(now) ? Number.POSITIVE_INFINITY : length(now)];
    if (!(room > old))
        return undefined;
    return { sql: `repeat('x', ${old + 1})`, words: `a text of ${old + 1} characters` };
}
function greater(was, now) {
    const digits = (type) => {
        const [, precision, scale = '0'] = /^numeric\((\d+)(?:,(-?\d+))?\)$/.exec(type) ?? [];
        return precision === undefined ? Number.NaN : Number(precision) - Number(scale);
    };
    const [old, room] = [digits(was), now === 'numeric' ? Number.POSITIVE_INFINITY : digits(now)];
    if (!(room > old))
        return undefined;
    return { sql: `1${'0'.repeat(old)}`, words: `a number of ${old + 1} digits` };
}
/** Values at the edges of a type, as SQL: one of them is likely to break a check. */
function candidates(type, category) {
    switch (category) {
        case 'N':
            return ['-1', '0', '1', '30000', '-30000', 'NULL'];
        case 'S':
            return [(0,quote/* literal */.e)(''), (0,quote/* literal */.e)('x'), `repeat('x', 300)`, (0,quote/* literal */.e)('ÄÖ 1!'), 'NULL'];
        case 'B':
            return ['false', 'true', 'NULL'];
        case 'D':
            return [`'0001-01-01'::${type}`, `'9999-12-31'::${type}`, 'NULL'];
        default:
            return ['NULL'];
    }
}

;// CONCATENATED MODULE: ./build/rehearsal/data/new-data.js
/** Rows that only the new schema allows: what production may write between a migration and its rollback. Pure. */




/** One probe for each way in which the schema allows more than before. */
function newData(before, after) {
    const kept = [...after.columns].flatMap(([key, now]) => {
        const was = before.columns.get(key);
        return was && !now.generated ? [{ was, now }] : [];
    });
    return [
        ...kept.flatMap(({ was, now }) => nullable(was, now)),
        ...kept.flatMap(({ was, now }) => wider(was, now)),
        ...gone(before.uniques, after.uniques).flatMap((key) => duplicate(key, after)),
        ...gone(before.checks, after.checks).flatMap((check) => violation(check, after)),
        ...gone(before.foreignKeys, after.foreignKeys).flatMap((key) => orphan(key, after)),
        ...[...after.columns.values()].flatMap((column) => labels(column, before, after)),
    ];
}
function nullable(was, now) {
    if (!was.notNull || now.notNull)
        return [];
    return [{ words: `a NULL in ${(0,sql_words/* code */.a)(new_data_nameOf(now))}`, writes: [set(now, [now.column], 'NULL')] }];
}
function wider(was, now) {
    const value = was.type === now.type ? undefined : overflow(was.type, now.type);
    if (value === undefined)
        return [];
    return [{ words: `${value.words} in ${(0,sql_words/* code */.a)(new_data_nameOf(now))}`, writes: [set(now, [now.column], value.sql)] }];
}
function duplicate(key, { columns }) {
    if (!key.columns.every((column) => columns.has(JSON.stringify([key.schema, key.table, column]))))
        return [];
    const list = key.columns.map(quote/* ident */.b).join(', ');
    const source = `(SELECT ${list} FROM ${new_data_tableOf(key)} WHERE pg_catalog.num_nonnulls(${list}) = ${key.columns.length} ORDER BY tableoid, ctid LIMIT 1)`;
    const target = `UPDATE ${new_data_tableOf(key)} SET (${list}) = ${source} WHERE (tableoid, ctid) OPERATOR(pg_catalog.=) (SELECT tableoid, ctid FROM ${new_data_tableOf(key)} ORDER BY tableoid DESC, ctid DESC LIMIT 1)`;
    return [
        {
            words: `a second row with the same ${key.columns.map(sql_words/* code */.a).join(', ')} in ${(0,sql_words/* code */.a)(new_data_nameOf(key))}`,
            writes: [target],
        },
    ];
}
function violation(check, { columns }) {
    const parts = check.columns.flatMap((column) => columns.get(JSON.stringify([check.schema, check.table, column])) ?? []);
    if (parts.length !== check.columns.length || !check.expression)
        return [];
    return [
        {
            words: `a row that the constraint ${(0,sql_words/* code */.a)(check.name)} of ${(0,sql_words/* code */.a)(new_data_nameOf(check))} forbade`,
            writes: parts.flatMap((part) => candidates(part.type, part.category).map((value) => set(part, [part.column], value))),
            shows: `SELECT pg_catalog.count(*) FROM ${new_data_tableOf(check)} WHERE NOT (${check.expression})`,
        },
    ];
}
function orphan(key, { columns }) {
    const [name] = key.columns;
    const column = key.columns.length === 1 ? columns.get(JSON.stringify([key.schema, key.table, name])) : undefined;
    if (column === undefined)
        return [];
    const value = { N: '2147000001', S: (0,quote/* literal */.e)('no such row'), U: `'00000000-0000-4000-8000-00000000dead'` }[column.category];
    if (value === undefined)
        return [];
    return [
        { words: `a value without a parent in ${(0,sql_words/* code */.a)(new_data_nameOf(column))}`, writes: [set(column, [column.column], value)] },
    ];
}
function labels(column, before, after) {
    const old = column.category === 'E' ? before.labels.get(column.type) : undefined;
    const fresh = old ? (after.labels.get(column.type) ?? []).filter((label) => !old.includes(label)) : [];
    return fresh.map((label) => ({
        words: `the label “${label}” in ${(0,sql_words/* code */.a)(new_data_nameOf(column))}`,
        writes: [set(column, [column.column], (0,quote/* literal */.e)(label))],
    }));
}
function gone(before, after) {
    return [...before].flatMap(([key, value]) => (after.has(key) ? [] : [value]));
}
function set(of, [column = ''], value) {
    const table = new_data_tableOf(of);
    return `UPDATE ${table} SET ${(0,quote/* ident */.b)(column)} = ${value} WHERE (tableoid, ctid) OPERATOR(pg_catalog.=) (SELECT tableoid, ctid FROM ${table} ORDER BY tableoid, ctid LIMIT 1)`;
}
function new_data_tableOf({ schema, table }) {
    return `${(0,quote/* ident */.b)(schema)}.${(0,quote/* ident */.b)(table)}`;
}
function new_data_nameOf({ schema, table, column }) {
    return (0,schema_objects/* shortName */.EU)(`${schema}.${table}`) + (column === undefined ? '' : `.${column}`);
}

;// CONCATENATED MODULE: ./build/rehearsal/data/rollback-data.js






/** Prints what is in `reach`: a statement that deletes elsewhere would have been seen to lock it. */
async function rollback_data_standing(session, reach) {
    const columns = await readColumns(session, reach);
    return { columns, shape: await readShape(session), print: await readPrint(session, columns) };
}
/**
 * To be called where the migration has been applied. Leaves the database as it finds it. A text where nothing can be
 * said: the rollback is no script that can be tried.
 */
async function tryRollback({ session, scratch }, down, before) {
    const steps = asOneTransaction(down);
    if (steps === null)
        return 'the rollback holds what can’t be tried and taken back';
    const after = await readShape(session);
    const run = async () => {
        for (const { statement, sql } of steps) {
            const error = await refusalOf(session, sql);
            if (error)
                return { line: statement.location.line, error };
        }
        const deferred = await refusalOf(session, IMMEDIATE);
        return deferred && { line: steps.at(-1)?.statement.location.line ?? 1, error: deferred };
    };
    const plain = await takenBack(session, async () => {
        const failure = await run();
        // The rollback's own statements are held by row-level security as its tool's would be; only the reading is not.
        return failure ?? losses(before.print, await scratch.pastRowSecurity(() => readPrint(session, before.columns)));
    });
    if (!Array.isArray(plain)) {
        // What it would have lost was not observed: only that it fails is reported.
        const { line, error } = plain;
        return { lost: [], refused: [{ data: ANY_ROWS, line, sqlstate: error.sqlstate, error: error.message }] };
    }
    const data = { lost: plain, refused: [] };
    for (const probe of newData(before.shape, after)) {
        const failure = await takenBack(session, async () => (await scratch.pastRowSecurity(() => write(session, probe))) ? run() : null);
        if (failure === null)
            continue;
        const { line, error } = failure;
        data.refused.push({ data: probe.words, line, sqlstate: error.sqlstate, error: error.message });
    }
    return data;
}
/** Rows of the old schema, as before the migration. */
const ANY_ROWS = 'rows such as were made up here';
/** Deferred constraints would be checked at COMMIT only, and until then block ALTER TABLE (55006). */
const IMMEDIATE = 'SET CONSTRAINTS ALL IMMEDIATE';
async function takenBack(session, work) {
    await session.query('BEGIN');
    try {
        return await work();
    }
    finally {
        await session.query('ROLLBACK');
    }
}
/** Whether the data could be written: the schema may refuse it for another reason. */
async function write(session, { writes, shows }) {
    for (const sql of writes) {
        await session.query('SAVEPOINT before_write');
        try {
            const { command } = await session.query(sql);
            await session.query(IMMEDIATE);
            const shown = shows === undefined || Number((await session.query(shows)).rows[0]?.[0] ?? 0) > 0;
            if (command !== 'UPDATE 0' && shown)
                return true;
        }
        catch (error) {
            if (!(error instanceof servers_server/* PostgresError */.Yj))
                throw error;
        }
        await session.query('ROLLBACK TO before_write');
    }
    return false;
}
async function refusalOf(session, sql) {
    try {
        await session.query(sql);
        return null;
    }
    catch (error) {
        if (error instanceof servers_server/* PostgresError */.Yj)
            return error;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/rehearsal/data/findings.js







function dataFindings(down, { lost, refused }) {
    return [
        ...lost.map(({ table, column, detail }) => {
            const name = column === undefined ? table : `${table}.${column}`;
            const place = `the ${column === undefined ? 'table' : 'column'} ${(0,sql_words/* code */.a)(name)}`;
            return observe('rollback-loses-data', down, undefined, {
                message: `The rollback restores the schema, but not the data of ${place}: ${detail}.`,
                proof: 'Row hashes compared before the migration and after its rollback',
                facts: [(0,fact/* lost */.DU)(name)],
            });
        }),
        ...refused.map((one) => (one.data === ANY_ROWS ? failsWithRows(down, one) : failsWithNewData(down, one))),
    ];
}
function failsWithNewData(down, { data, line, sqlstate, error }) {
    return observe('down-fails-with-new-data', down, statementAt(down, line), {
        message: `Once production has written ${data}, the rollback fails here: ${error} (SQLSTATE ${sqlstate}).`,
        proof: `Postgres answered ${sqlstate}: ${error}`,
    });
}
function failsWithRows(down, { line, sqlstate, error }) {
    const statement = statementAt(down, line);
    const certain = statement !== undefined && isCertain(statement, down, { sqlstate, error });
    const rows = certain ? 'as soon as there is a row' : 'on tables with a few made-up rows';
    const doubt = certain ? '' : ' Whether it does in production depends on the rows there.';
    return observe('fails-with-rows', down, statement, {
        message: `The rollback succeeds on empty tables and fails ${rows}: ${error} (SQLSTATE ${sqlstate}).${doubt}`,
        proof: `Run on rows, Postgres answered ${sqlstate}: ${error}`,
        severity: certain ? 'error' : 'warning',
    });
}
/** The report keeps the server's words; they name what was broken. */
const BROKEN = /\b(?:constraint|index) "([^"]+)"/;
const COLUMN = /\bcolumn "([^"]+)"/;
function isCertain(statement, { statements }, { sqlstate, error }) {
    const [constraint, column] = [BROKEN, COLUMN].map((words) => words.exec(error)?.[1]);
    const sure = certaintyOf(statement, { sqlstate, constraint, column }, statements.slice(0, statement.index));
    return sure !== undefined && sure.unlessIn === undefined;
}
/** Why it doesn't depend on what the rows hold. */
function certainWords({ rows, columns, unlessIn }) {
    const which = (0,sql_name/* enumerated */.BD)(columns.map((column) => (0,sql_words/* code */.a)((0,schema_objects/* lastName */.UK)(column))));
    if (unlessIn !== undefined)
        return `Each row does unless ${(0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(unlessIn))} holds the default of ${which}.`;
    return rows === 1 ? `Each row has the same value in ${which}.` : `All rows have the same value in ${which}.`;
}

;// CONCATENATED MODULE: ./build/rehearsal/data/rollback-verdict.js



/** Of a rollback that ran to its end: the schema first, then what was there, then what may come. */
function rollbackVerdict(differences, { lost, refused, dropped }) {
    if (differences.length > 0)
        return 'not restored';
    if (lost.length > 0)
        return 'schema restored, data lost';
    if (refused.length > 0)
        return 'reversible only while there is no new data';
    return dropped.length > 0 ? 'reversible, loses data written after deploy' : 'reversible';
}
/** The same where there are rows that it may lose and on which it was not tried. */
function untriedVerdict(verdict) {
    return verdict.startsWith('reversible') ? 'schema restored, rows not tried' : verdict;
}
/** Tables and columns that the migration made: their data goes with the rollback. */
function newPlaces(before, after) {
    const was = whatItWas(before);
    return [...after.values()].flatMap((entry) => {
        const { kind, name, tableParts, attributes } = entry;
        if (was(entry) !== undefined || attributes.generated !== undefined)
            return [];
        if (kind === 'table')
            return [(0,schema_objects/* shortName */.EU)(name)];
        const table = tableParts && after.get(keyOf('table', tableParts));
        return kind === 'column' && table && was(table) !== undefined ? [(0,schema_objects/* shortName */.EU)(name)] : [];
    });
}

;// CONCATENATED MODULE: ./build/rehearsal/proofs/data.js







/** Only where the rollback ran to its end on empty tables do rows add something. */
function restorable({ migration, report }) {
    return migration.down !== undefined && report.rollback.data !== undefined;
}
/* harmony default export */ const data = (rowsProof({
    check: 'data',
    title: 'The rollback brings the rows back, too',
    async begin(scene) {
        const { scratch, session } = scene.stage;
        return restorable(scene) ? scratch.pastRowSecurity(() => rollback_data_standing(session, scene.seeding.reach)) : null;
    },
    async show(scene, before) {
        const { stage, migration, report, seeding } = scene;
        if (before === null || migration.down === undefined)
            return null;
        const tried = await tryRollback(stage, migration.down, before);
        const { rollback } = report;
        if (typeof tried === 'string') {
            const part = { rollback: { ...rollback, verdict: untriedVerdict(rollback.verdict) } };
            return notChecked('cannot-be-tried', tried, { part });
        }
        const data = { dropped: [], ...rollback.data, ...tried };
        const shown = report.madeToRun === undefined;
        const verdict = shown ? rollbackVerdict(rollback.differences, data) : rollback.verdict;
        // A migration that declares that there is no way back gets no findings about it.
        const observations = rollback.irreversible ? [] : dataFindings(migration.down, tried);
        const rest = { part: { rollback: { ...rollback, verdict, data } }, observations };
        const bad = data_losses(data);
        if (bad !== null)
            return failed(bad, rest);
        // Tables without rows show nothing of what a rollback does to rows.
        const holdsNone = new Set(seeding.unseeded.flatMap((one) => (one.holdsNone ? [one.table] : [])));
        const empty = emptyOnes(before, touchedTables([report])).filter((name) => !holdsNone.has(name));
        const still = unmoved(report.bloat, changedTables(report));
        const untold = { rollback: { ...rollback, verdict: untriedVerdict(verdict) } };
        if (empty.length === 0 && still.length > 0) {
            const detail = `the migration changes none of the sample rows of ${still.map(sql_words/* code */.a).join(', ')}`;
            return notChecked('no-rows', detail, { ...rest, part: untold });
        }
        if (empty.length === 0)
            return proven('tried on rows, and on rows that only the new schema allows', rest);
        const why = (name) => seeding.unseeded.find(({ table }) => table === name)?.reason;
        const list = empty
            .map((name) => (why(name) === undefined ? (0,sql_words/* code */.a)(name) : `${(0,sql_words/* code */.a)(name)} (${why(name)})`))
            .join(', ');
        return notChecked('no-rows', `not tried: sample rows of ${list} could not be inserted`, { ...rest, part: untold });
    },
    untried(scene, reason) {
        if (reason === 'no-rows' || !restorable(scene))
            return null;
        const { rollback } = scene.report;
        const part = { rollback: { ...rollback, verdict: untriedVerdict(rollback.verdict) } };
        return notChecked(reason, 'on rows the migration fails', { part });
    },
}));
function data_losses({ lost, refused }) {
    if (lost.length > 0) {
        return lost
            .map(({ table, column, detail }) => `${(0,sql_words/* code */.a)(`${table}${column ? `.${column}` : ''}`)}: ${detail}`)
            .join('; ');
    }
    if (refused.length === 0)
        return null;
    return `it fails once there is ${refused.map(({ data, sqlstate }) => `${data} (${sqlstate})`).join(', or ')}`;
}
/** The tables that the migration or its rollback has to do with, and that held no row. */
function emptyOnes({ print }, touched) {
    return [...print.values()].filter(({ name, rows }) => rows === 0 && touched.has(name)).map(({ name }) => name);
}

;// CONCATENATED MODULE: ./build/rehearsal/proofs/objects.js




/** There may be many of other kinds, and their names are not asked for. */
const NAMED = new Set(['index', 'constraint', 'trigger']);
const MOST_NAMES = 12;
/* harmony default export */ const objects = (schemaProof({
    check: 'objects',
    title: 'All created objects exist and are valid',
    show({ before, after }) {
        const all = created(before, after);
        if (all.length === 0)
            return null;
        const names = (entries) => entries.map(({ kind, name }) => `${kind} ${(0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(name))}`).join(', ');
        const bad = all.filter(isInvalid);
        if (bad.length > 0)
            return failed(`not valid: ${names(bad)}`);
        const off = all.filter(isDisabled);
        if (off.length > 0)
            return failed(`disabled: ${names(off)}`);
        const kinds = new Map();
        for (const { kind } of all)
            kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        const summary = [...kinds].map(([kind, number]) => count(number, kind)).join(', ');
        const named = all
            .filter(({ kind }) => NAMED.has(kind))
            .map(({ name }) => (0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(name)))
            .sort();
        const list = named.length > 0 && named.length <= MOST_NAMES ? `${summary}: ${named.join(', ')}` : summary;
        const open = all.filter(isUnvalidated);
        return proven(open.length > 0 ? `${list}; not validated yet: ${names(open)}` : list);
    },
}));

;// CONCATENATED MODULE: ./build/rehearsal/proofs/plans.js


const WORDS = { chosen: 'uses', usable: 'can use', 'not used': 'does not use' };
/** They were explained while the validation queries ran. */
/* harmony default export */ const plans = (schemaProof({
    check: 'plans',
    title: 'The target queries use their indexes',
    show({ report: { plans } }) {
        if (plans.length === 0)
            return null;
        const detail = plans.map(({ line, index, status }) => `line ${line} ${WORDS[status]} ${(0,sql_words/* code */.a)(index)}`).join('; ');
        return plans.some(({ status }) => status === 'not used') ? failed(detail) : proven(detail);
    },
}));

;// CONCATENATED MODULE: ./build/rehearsal/probes/culprit.js

const WORD = /[\p{L}_][\p{L}\p{N}_$]*/gu;
/**
 * The last statement whose objects the server’s words name, or the functions that it was in, or else the table's own.
 * `reports`: of the statements of `up`, in their order.
 */
function culpritOf(up, reports, { error, table }) {
    const { message, column = '', constraint = '', where = '' } = error;
    const said = new Set(`${message} ${column} ${constraint}`.match(WORD));
    const calls = new Set(where.match(WORD));
    const names = ({ objects }, words) => objects.some(({ name }) => words.has((0,schema_objects/* lastName */.UK)(name.replace(/\(.*$/s, ''))));
    const isOf = ({ objects }) => table !== undefined && objects.some(({ name }) => name === table || name.startsWith(`${table}.`));
    const tries = [
        (report) => names(report, said) && isOf(report),
        (report) => names(report, said),
        (report) => names(report, calls),
        isOf,
    ];
    const at = tries.map((test) => reports.findLastIndex(test)).find((index) => index >= 0);
    return at === undefined ? undefined : up.statements[at];
}

;// CONCATENATED MODULE: ./build/rehearsal/probes/probe.js
/** Tries writes to one table in transactions that are taken back. */


/** An INSERT that leaves out every column that may be NULL. */
const LEAN = 'INSERT of what has to be given';
/** Whether the row has what an UPDATE wrote. */
const KEPT = 'UPDATE that is kept';
/** Of a row that the migration found. */
const OLDER = 'UPDATE of an older row';
/** A trigger that loops is stopped; other sessions' locks are not waited for. */
const BEGIN = "BEGIN; SET LOCAL statement_timeout = '2s'; SET LOCAL lock_timeout = '2s'";
/** Deferred constraints and their triggers, too. */
const probe_IMMEDIATE = 'SET CONSTRAINTS ALL IMMEDIATE';
const TIMED_OUT = '57014';
/** Throws only for a lost server. */
async function probe(session, { inserts, next, alone = [], role, settings = [] }) {
    const become = role === null ? [] : [`SET LOCAL ROLE ${(0,quote/* ident */.b)(role)}`];
    const answers = new Map();
    const refused = [];
    // A plan that the owner may use, with a function built into it, would do for others as well.
    if (role !== null)
        await session.query('DISCARD PLANS');
    for (const { sql, first = [], differs } of inserts) {
        const before = [...first, ...become];
        const steps = next.flatMap((step) => step[0] === 'UPDATE to other values' && differs ? [step, [KEPT, differs]] : [step]);
        const [shown, ...others] = await inOne(session, before, [['INSERT', sql], ...steps]);
        // What comes before it was refused: that is no answer to it.
        if (shown === undefined)
            continue;
        if (shown !== 'works') {
            refused.push(shown);
            if (isTimedOut(shown))
                break;
            continue;
        }
        answers.set('INSERT', [shown]);
        const [returned = 'nothing'] = await inOne(session, before, [['INSERT … RETURNING', `${sql} RETURNING *`]]);
        answers.set('INSERT … RETURNING', [returned]);
        for (const [at, answer] of others.entries())
            answers.set(steps[at][0], [answer]);
        break;
    }
    if (!answers.has('INSERT'))
        answers.set('INSERT', refused);
    // On a row that was there: each by itself, as the one may hide the other.
    for (const step of [...next, ...alone])
        if (!answers.has(step[0]))
            answers.set(step[0], await inOne(session, [...settings, ...become], [step]));
    return answers;
}
/** The answers as far as the first refusal; none where `before` is refused, which is no answer to a write. */
async function inOne(session, before, steps) {
    const queries = [BEGIN, ...before, ...steps.flatMap(([, sql]) => [sql, probe_IMMEDIATE]), 'ROLLBACK'];
    const outcomes = await session.queryAll(queries);
    const from = 1 + before.length;
    if (outcomes.slice(0, from).some((outcome) => outcome instanceof servers_server/* PostgresError */.Yj))
        return [];
    const answers = [];
    for (const at of steps.keys()) {
        const answer = answerOf(outcomes[from + 2 * at], outcomes[from + 1 + 2 * at]);
        answers.push(answer);
        if (answer instanceof servers_server/* PostgresError */.Yj)
            break;
    }
    return answers;
}
function answerOf(outcome, deferred) {
    if (outcome instanceof servers_server/* PostgresError */.Yj)
        return outcome;
    if (deferred instanceof servers_server/* PostgresError */.Yj)
        return deferred;
    return / [1-9]\d*$/.test(outcome?.command ?? '') ? 'works' : 'nothing';
}
function isTimedOut(answer) {
    return answer instanceof servers_server/* PostgresError */.Yj && answer.sqlstate === TIMED_OUT;
}

;// CONCATENATED MODULE: ./build/rehearsal/probes/findings.js








/** One for each table and reason, with the operations that it stops. */
function probeFindings(up, reports, comparisons) {
    const broken = comparisons.filter((one) => one.result === 'breaks' && one.error !== undefined);
    const groups = new Map();
    for (const one of broken) {
        const { sqlstate, column, constraint, message } = one.error;
        // Of rights, each that is missing.
        const what = sqlstate === '42501' ? message : constraint;
        const key = JSON.stringify([one.table, one.role, sqlstate, column, what, placeInCode(one.error)]);
        const group = groups.get(key);
        if (group)
            group.push(one);
        else
            groups.set(key, [one]);
    }
    const swallowed = comparisons.filter((one) => one.swallowed);
    return [
        ...[...groups.values()].map((group) => finding(up, reports, group)),
        ...swallowed.map((one) => lost(up, one)),
    ];
}
/** At the last statement about the table: nothing names the trigger or rule. */
function lost(up, { table, role, operation }) {
    const [word = ''] = operationsOf([{ operation }]);
    const what = operation === KEPT ? 'keeps the old values' : `${word === 'DELETE' ? 'deletes' : 'writes'} no row any more`;
    const by = role === undefined ? '' : ` by the role ${(0,sql_words/* code */.a)(role)}`;
    return observe('write-breaks', up, lastOn(up, (0,schema_objects/* lastName */.UK)(table), []), {
        message: `${word} on ${(0,sql_words/* code */.a)(table)}${by} ${what}, and no error says so. ${role === undefined ? 'A trigger or a rule' : 'A policy, a trigger or a rule'} keeps out what went through before this migration.`,
        proof: `Tried on one row before the migration and after it, and taken back; ${operation === KEPT ? 'the row was read again' : `Postgres answered ${word} 0`}`,
        help: `Let the trigger return ${word === 'DELETE' ? 'OLD (NEW is null for a DELETE)' : 'NEW'} and the rule keep the original command, or deploy first a release that doesn’t rely on it.`,
        severity: 'warning',
        facts: [(0,fact/* hazard */.vl)('write-breaks', `${table} ${role ?? ''}`)],
        cause: `swallowed ${word} ${table}`,
    });
}
function finding(up, reports, group) {
    const [{ table, role, error }] = group;
    const operations = (0,sql_name/* enumerated */.BD)(operationsOf(group));
    const by = role === undefined ? '' : ` by the role ${(0,sql_words/* code */.a)(role)}`;
    const inside = placeInCode(error);
    const message = `${operations} on ${(0,sql_words/* code */.a)(table)}${by} worked before this migration and ${operationsOf(group).length > 1 ? 'fail' : 'fails'} after it: ${error.message} (SQLSTATE ${error.sqlstate})${inside && `, in ${inside}`}.`;
    return observe('write-breaks', up, culpritOf(up, reports, { table, error }) ?? lastOn(up, (0,schema_objects/* lastName */.UK)(table), []), {
        message,
        proof: `Tried on one row before the migration and after it, and taken back; Postgres answered ${error.sqlstate}: ${error.message}${inside && `, in ${inside}`}`,
        help: findings_helpFor(error, table),
        facts: [(0,fact/* hazard */.vl)('write-breaks', `${table} ${role ?? ''}`), ...leftOut(table, error)],
        // What the message names refuses everyone who comes to it, by whatever way.
        cause: `${error.sqlstate} ${error.message} ${/relation|table|^permission denied for/.test(error.message) ? '' : inside}`,
        tried: triedWrite(group[0], error),
    });
}
/** By this it is known when it is tried again after a part of the migration. */
function triedWrite({ table, role, operation }, { sqlstate }) {
    return JSON.stringify([table, role, operation, sqlstate]);
}
/** The rules about a value that the application leaves out say the same. */
function leftOut(table, { sqlstate, column, message }) {
    if (sqlstate !== '23502' || column === undefined)
        return [];
    const relation = / of relation "(.+)" violates/.exec(message)?.[1];
    return [(0,fact/* hazard */.vl)(fact/* LEFT_OUT */.Pk, `${relation === undefined || relation === (0,schema_objects/* lastName */.UK)(table) ? table : relation}.${column}`)];
}
/** What people call them, each once; RETURNING only where the INSERT alone works. */
function operationsOf(comparisons) {
    const all = new Set(comparisons.map(({ operation }) => operation.replace(/ (?:to other values|that is kept|of an older row)$/, '')));
    if (all.has('INSERT'))
        for (const more of ['INSERT … RETURNING', LEAN])
            all.delete(more);
    return [...all];
}
/** The function that Postgres was in, and its line. */
function placeInCode({ where }) {
    // PL/pgSQL writes a signature, SQL a name in quotes.
    const { name, sql, line } = /^(?:PL\/\w+ function (?<name>\S.*?\))(?= |$)(?: line (?<line>\d+))?|SQL function "(?<sql>[^\n]+?)"(?= (?:statement|during)\b|$))/m.exec(where ?? '')?.groups ?? {};
    if (name === undefined)
        return sql === undefined ? '' : `the function ${(0,sql_words/* code */.a)(sql)}`;
    return `the function ${(0,sql_words/* code */.a)(name)}${line ? `, line ${line}` : ''}`;
}
function findings_helpFor({ sqlstate, column, where }, table) {
    if (where !== undefined) {
        return 'Bring the stored code along: replace the function (CREATE OR REPLACE FUNCTION …) in the same transaction as the change that it fails on, or before it, in a form that works on both schemas.';
    }
    if (sqlstate === '23502' && column !== undefined) {
        return `Keep a default on ${(0,sql_words/* code */.a)(`${table}.${column}`)} (or let the column be NULL) until no running code leaves it out; take it away in a later deployment.`;
    }
    return 'Deploy in two steps: first code that writes in a form which both schemas take, then the migration.';
}

;// CONCATENATED MODULE: ./build/rehearsal/ground/seed/catalog.js
/** The catalogs' facts about the tables that are to be seeded. */

async function readCatalog(session) {
    // With an empty search_path every name in an expression is qualified. In a query of several statements, SET LOCAL
    // ends with the query.
    const { rows } = await session.query(`SET LOCAL search_path = ''; ${(0,catalog_sql/* catalogSql */.a)('seed catalog')}`);
    const { tables, types } = JSON.parse(rows[0]?.[0] ?? '{}');
    return { tables, types: new Map(types.map((type) => [type.oid, type])) };
}

;// CONCATENATED MODULE: ./build/rehearsal/ground/seed/pattern.js
/** Strings that match a pattern: of LIKE, and of the regular expressions that checks are usually made of. */
/** The `seed`-th string that matches `pattern` of LIKE. */
function likeSample(pattern, seed) {
    return pattern.replace(/\\(.)|%|_/g, (whole, escaped) => escaped ?? (whole === '%' ? `${seed}` : `${seed % 10}`));
}
/** Up to `count` strings that match the regular expression; none where it uses what isn't understood here. */
function regexSamples(pattern, count) {
    const sample = new RegexReader(pattern).read();
    if (sample === undefined)
        return [];
    return Array.from({ length: count }, (_, seed) => {
        // The digits of the seed are the choices, so that neighbours differ.
        let left = seed;
        return sample((choices) => {
            const digit = left % choices;
            left = Math.floor(left / choices);
            return digit;
        });
    });
}
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const ANY = `${LETTERS}${DIGITS}`;
const CLASSES = {
    d: DIGITS,
    w: ANY,
    s: ' ',
    alpha: LETTERS,
    digit: DIGITS,
    alnum: ANY,
    lower: LETTERS,
    upper: LETTERS.toUpperCase(),
    space: ' ',
    xdigit: `${DIGITS}abcdef`,
};
class RegexReader {
    #text;
    #at = 0;
    constructor(text) {
        this.#text = text;
    }
    read() {
        try {
            const sample = this.#alternatives();
            return this.#at === this.#text.length ? sample : undefined;
        }
        catch (error) {
            if (error instanceof RangeError)
                return undefined;
            throw error;
        }
    }
    #take(token) {
        if (!this.#text.startsWith(token, this.#at))
            return false;
        this.#at += token.length;
        return true;
    }
    #character() {
        const character = this.#text[this.#at];
        if (character === undefined)
            throw new RangeError('the pattern ends too early');
        this.#at += 1;
        return character;
    }
    #alternatives() {
        const branches = [this.#sequence()];
        while (this.#take('|'))
            branches.push(this.#sequence());
        return branches.length === 1 ? branches[0] : (next) => branches[next(branches.length)]?.(next) ?? '';
    }
    #sequence() {
        const parts = [];
        while (this.#at < this.#text.length && !'|)'.includes(this.#text[this.#at] ?? ''))
            parts.push(this.#repeated());
        return (next) => parts.map((part) => part(next)).join('');
    }
    #repeated() {
        const atom = this.#atom();
        const [least, most] = this.#quantifier();
        this.#take('?');
        // A little longer than it must be gives more different strings.
        const times = Math.max(least, Math.min(most, 6));
        return (next) => Array.from({ length: times }, () => atom(next)).join('');
    }
    #quantifier() {
        if (this.#take('*'))
            return [0, 6];
        if (this.#take('+'))
            return [1, 6];
        if (this.#take('?'))
            return [0, 1];
        const braces = /^\{(\d+)(,(\d*))?\}/.exec(this.#text.slice(this.#at));
        if (braces === null)
            return [1, 1];
        this.#at += braces[0].length;
        const least = Number(braces[1]);
        return [least, braces[2] === undefined ? least : Number(braces[3] || 255)];
    }
    #atom() {
        const character = this.#character();
        if (character === '^' || character === '$')
            return () => '';
        if (character === '.')
            return one(ANY);
        if (character === '[')
            return one(this.#bracket());
        if (character === '(') {
            if (this.#take('?') && !this.#take(':'))
                throw new RangeError('look-around');
            const inner = this.#alternatives();
            if (!this.#take(')'))
                throw new RangeError('an open group');
            return inner;
        }
        if (character === '\\')
            return one(this.#escaped());
        return () => character;
    }
    #escaped() {
        const character = this.#character();
        if (/[a-zA-Z0-9]/.test(character) && !(character in CLASSES))
            throw new RangeError('an escape');
        return CLASSES[character] ?? character;
    }
    #bracket() {
        const negated = this.#take('^');
        let members = this.#take(']') ? ']' : '';
        while (!this.#take(']')) {
            const named = /^\[:(\w+):\]/.exec(this.#text.slice(this.#at));
            if (named !== null) {
                this.#at += named[0].length;
                members += CLASSES[named[1] ?? ''] ?? '';
                continue;
            }
            const character = this.#character();
            const first = character === '\\' ? this.#escaped() : character;
            const range = this.#text[this.#at] === '-' && this.#text[this.#at + 1] !== ']';
            if (range)
                this.#at += 1;
            members += range ? between(first, this.#character()) : first;
        }
        const choices = negated ? [...`${ANY} -_`].filter((letter) => !members.includes(letter)).join('') : members;
        if (choices === '')
            throw new RangeError('an empty class');
        return choices;
    }
}
function one(choices) {
    return (next) => choices[next(choices.length)] ?? '';
}
function between(from, to) {
    const [low, high] = [from.charCodeAt(0), Math.min(to.charCodeAt(0), from.charCodeAt(0) + 100)];
    return Array.from({ length: high - low + 1 }, (_, n) => String.fromCharCode(low + n)).join('');
}

;// CONCATENATED MODULE: ./build/rehearsal/ground/seed/values.js
/** A value of each type, made of the row's number. */

/** A type without its domains, and what the domains ask. */
function resolve(types, oid, typmod) {
    const checks = [];
    let notNull = false;
    let type = types.get(oid);
    let mod = typmod;
    while (type?.kind === 'domain') {
        checks.push(...type.checks);
        notNull ||= type.notNull;
        mod = type.typmod;
        type = types.get(type.of);
    }
    return { type, typmod: mod, checks, notNull };
}
/** `g`: an expression of type integer, in parentheses if it isn't a name. Undefined where nothing can be made. */
function makeValue(types, oid, typmod, g) {
    const { type, typmod: mod, checks } = resolve(types, oid, typmod);
    if (type === undefined)
        return undefined;
    if (type.kind === 'enum')
        return enumValue(type, g);
    if (type.kind === 'range')
        return rangeValue(types, type, g);
    if (type.kind === 'multirange') {
        const range = makeValue(types, type.of, -1, g);
        return range && { ...range, sql: `${type.sql}(${range.sql})` };
    }
    if (type.kind === 'composite') {
        const fields = type.attributes.map((field) => makeValue(types, field.type, field.typmod, g)?.sql ?? 'NULL');
        return { sql: `ROW(${fields.join(', ')})::${type.sql}`, distinct: Number.POSITIVE_INFINITY };
    }
    if (type.category === 'A')
        return arrayValue(types, type, g, { typmod: mod, checked: checks.length > 0 });
    return baseValue(type, mod, g);
}
function enumValue({ labels, sql }, g) {
    if (labels.length === 0)
        return undefined;
    const array = `(ARRAY[${labels.map(quote/* literal */.e).join(', ')}]::${sql}[])`;
    return { sql: `${array}[1 + (${g} - 1) % ${labels.length}]`, distinct: labels.length };
}
/** Ranges of neighbouring rows never touch, so that exclusion constraints hold. */
function rangeValue(types, type, g) {
    const low = makeValue(types, type.of, -1, `(${g} * 10)`);
    const high = makeValue(types, type.of, -1, `(${g} * 10 + 5)`);
    if (!low || !high)
        return undefined;
    return { sql: `${type.sql}(${low.sql}, ${high.sql})`, distinct: low.distinct };
}
/** `checked`: by a domain over the array. */
function arrayValue(types, type, g, { typmod, checked }) {
    const element = types.get(type.of);
    // A domain checks each element, and no filter reaches in there.
    if (element?.kind === 'domain' && (element.checks.length > 0 || checked)) {
        return { sql: `'{}'::${type.sql}`, distinct: 1 };
    }
    const value = makeValue(types, type.of, typmod, g);
    return value && { ...value, sql: `ARRAY[${value.sql}]::${castName(type)}` };
}
/** The type's name without a length: `character` and `bit` alone mean a length of one. */
function castName({ sql }) {
    return sql.replace(/^character(?=$|\[)/, 'bpchar').replace(/^bit(?=$|\[)/, '"bit"');
}
const DAY = "date '2024-01-01'";
const INSTANT = "timestamp '2024-01-01 00:00:00'";
const TEXT_KEYED = {
    uuid: (g) => `'00000000-0000-4000-8000-' || lpad(to_hex(${g}), 12, '0')`,
    inet: (g) => `'10.' || ((${g} >> 16) & 255) || '.' || ((${g} >> 8) & 255) || '.' || (${g} & 255)`,
    macaddr: (g) => `lpad(to_hex(${g}), 12, '0')`,
    macaddr8: (g) => `lpad(to_hex(${g}), 16, '0')`,
    xml: (g) => `'<row>' || ${g} || '</row>'`,
    pg_lsn: (g) => `'0/' || to_hex(${g})`,
    jsonpath: () => `'$'`,
    line: (g) => `'{1,-1,' || ${g} || '}'`,
    path: (g) => `'((0,0),(' || ${g} || ',1))'`,
    polygon: (g) => `'((0,0),(' || ${g} || ',0),(0,1))'`,
    hstore: (g) => `'id=>' || ${g}`,
    geometry: (g) => `'SRID=4326;POINT(' || ${g} % 180 || ' 0)'`,
    geography: (g) => `'SRID=4326;POINT(' || ${g} % 180 || ' 0)'`,
    tsquery: (g) => `${g}::text`,
    pg_snapshot: (g) => `${g} || ':' || ${g} || ':'`,
    txid_snapshot: (g) => `${g} || ':' || ${g} || ':'`,
};
const EXPRESSIONS = {
    bool: (g) => `(${g} % 2 = 1)`,
    int8: (g) => `${g}::bigint`,
    float4: (g) => `${g}::real`,
    float8: (g) => `${g}::float8`,
    money: (g) => `${g}::numeric::money`,
    date: (g) => `(${DAY} + ${g})`,
    timestamp: (g) => `(${INSTANT} + ${g} * interval '1 minute')`,
    timestamptz: (g) => `((${INSTANT} + ${g} * interval '1 minute') AT TIME ZONE 'UTC')`,
    time: (g) => `(time '00:00:00' + ${g} % 86400 * interval '1 second')`,
    timetz: (g) => `(timetz '00:00:00+00' + ${g} % 86400 * interval '1 second')`,
    interval: (g) => `${g} * interval '1 hour'`,
    json: (g) => `json_build_object('id', ${g})`,
    jsonb: (g) => `jsonb_build_object('id', ${g})`,
    bytea: (g) => `decode(lpad(to_hex(${g}), 8, '0'), 'hex')`,
    tsvector: (g) => `to_tsvector('pg_catalog.simple', ${g}::text)`,
    point: (g) => `point(${g}, ${g})`,
    lseg: (g) => `lseg(point(${g}, 0), point(${g}, 1))`,
    box: (g) => `box(point(${g} * 2, 0), point(${g} * 2 + 1, 1))`,
    circle: (g) => `circle(point(${g} * 3, 0), 1)`,
    oid: (g) => `${g}::oid`,
    regclass: () => `'pg_catalog.pg_class'::regclass`,
    regtype: () => `'pg_catalog.int4'::regtype`,
    regproc: () => `'pg_catalog.now'::regproc`,
    regrole: () => `current_user::regrole`,
};
/** Types with fewer values than a table may have rows. */
const values_FEW = { bool: 2, time: 86_400, timetz: 86_400, jsonpath: 1, regclass: 1, regtype: 1 };
function baseValue(type, typmod, g) {
    const { name, sql } = type;
    const distinct = values_FEW[name] ?? Number.POSITIVE_INFINITY;
    if (name === 'int2')
        return { sql: `(${g} % 32767)::smallint`, distinct: 32_767 };
    if (name === 'int4')
        return { sql: g, distinct };
    if (name === 'numeric')
        return numericValue(typmod, g);
    if (name === 'bit' || name === 'varbit') {
        const bits = typmod < 0 ? (name === 'bit' ? 1 : 32) : Math.min(typmod, name === 'bit' ? typmod : 32);
        return { sql: `${g}::bit(${bits})${name === 'varbit' ? '::varbit' : ''}`, distinct: 2 ** bits };
    }
    if (name === 'char')
        return { sql: `chr(65 + ${g} % 26)::"char"`, distinct: 26 };
    if (name === 'vector') {
        const dimensions = Math.max(typmod, 1);
        return { sql: `(array_fill(${g}::real, ARRAY[${dimensions}]))::${sql}`, distinct };
    }
    if (name === 'varchar' || name === 'bpchar') {
        // A character type without a length has no limit; `char` alone is char(1), and says so in its modifier.
        const length = typmod < 4 ? 10 : typmod - 4;
        const number = length < 9 ? `(${g} % ${10 ** length})` : g;
        return { sql: `${number}::text`, distinct: length < 9 ? 10 ** length : Number.POSITIVE_INFINITY };
    }
    const known = EXPRESSIONS[name]?.(g);
    if (known !== undefined)
        return { sql: known, distinct };
    const text = TEXT_KEYED[name]?.(g) ?? `${g}::text`;
    return { sql: name === 'text' ? text : `(${text})::${sql}`, distinct };
}
function numericValue(typmod, g) {
    if (typmod < 4)
        return { sql: `${g}::numeric`, distinct: Number.POSITIVE_INFINITY };
    const { precision, scale } = numericLimits(typmod);
    if (precision - scale >= 7)
        return { sql: `${g}::numeric`, distinct: Number.POSITIVE_INFINITY };
    const digits = Math.min(precision, 9);
    return { sql: `((${g} % ${10 ** digits}) * 1e${-scale}::numeric)`, distinct: 10 ** digits };
}
/** The digits of `numeric(precision, scale)`. The scale has 11 bits and a sign. */
function numericLimits(typmod) {
    const bits = (typmod - 4) & 0x7ff;
    return { precision: ((typmod - 4) >> 16) & 0xffff, scale: bits >= 1024 ? bits - 2048 : bits };
}

;// CONCATENATED MODULE: ./build/rehearsal/ground/seed/condition-values.js
/** Values that a condition contains, as candidates for the columns that it checks. */



const TOKEN = /E?'((?:[^']|'')*)'(?:::("[^"]+"|[\w.]+(?: [a-z]+)*(?:\[\])?))?|(?<![\w".])(-?\d+(?:\.\d+)?)/g;
function tokensOf(condition) {
    return [...condition.matchAll(TOKEN)].map((match) => {
        const string = match[1] !== undefined;
        const raw = match[1]?.replaceAll("''", "'") ?? match[3] ?? '';
        const text = match[0].startsWith('E') ? raw.replaceAll('\\\\', '\\') : raw;
        const operator = /(!?~[~*]*)\s*\(*$/.exec(condition.slice(0, match.index))?.[1] ?? '';
        return { text, string, cast: match[2] ?? '', operator };
    });
}
const NUMBERS = new Set(['int2', 'int4', 'int8', 'numeric', 'float4', 'float8', 'money', 'oid']);
const TEXTS = new Set(['text', 'varchar', 'bpchar', 'citext', 'name']);
const TIMES = new Set(['date', 'timestamp', 'timestamptz']);
const LIMITS = { int2: 32_767, int4: 2_147_483_647, oid: 2_147_483_647 };
/** SQL expressions of the type; `count`: how many are wanted where there is no end of them. */
function valuesOfConditions(conditions, type, typmod, count) {
    const tokens = conditions.flatMap(tokensOf);
    const cast = castName(type);
    if (NUMBERS.has(type.name))
        return numbers(tokens, type, typmod).map((number) => `(${number})::${cast}`);
    if (TEXTS.has(type.name))
        return [...new Set(texts(tokens, typmod, count))].map((text) => `${(0,quote/* literal */.e)(text)}::${cast}`);
    if (TIMES.has(type.name))
        return times(tokens, cast);
    if (type.name === 'json' || type.name === 'jsonb')
        return documents(tokens, cast);
    if (type.name === 'bool')
        return ['true', 'false'];
    if (type.category === 'A')
        return tokens
            .filter(({ string }) => string)
            .slice(0, 20)
            .map(({ text }) => `ARRAY[${(0,quote/* literal */.e)(text)}]::${cast}`);
    return tokens
        .filter((token) => token.string && token.cast === type.sql)
        .map(({ text }) => `${(0,quote/* literal */.e)(text)}::${cast}`);
}
/** Expressions of `g` that start at each value of the condition, for the types that can be counted on. */
function progressions(conditions, type) {
    const tokens = conditions.flatMap(tokensOf);
    if (/^(int[48]|numeric)$/.test(type.name)) {
        const found = tokens.map(({ text }) => Number(text)).filter((number) => Math.abs(number) < 1e9);
        return [...new Set(found)].slice(0, 8).map((number) => `(${number} + g)::${type.sql}`);
    }
    if (TEXTS.has(type.name)) {
        const patterns = tokens.filter(({ operator, text }) => operator.startsWith('~~') && text.includes('%'));
        return patterns.slice(0, 8).map(({ text }) => `(${likeExpression(text)})`);
    }
    if (!TIMES.has(type.name))
        return [];
    const step = type.name === 'date' ? 'g' : "g * interval '1 minute'";
    return timeLiterals(tokens, type.sql)
        .slice(0, 8)
        .map((value) => `(${value} + ${step})`);
}
/** The pattern with the row's number in place of its first %. */
function likeExpression(pattern) {
    const at = pattern.search(/(?<!\\)%/);
    if (at < 0)
        return (0,quote/* literal */.e)(likeSample(pattern, 0));
    return `${(0,quote/* literal */.e)(likeSample(pattern.slice(0, at), 0))} || g || ${(0,quote/* literal */.e)(likeSample(pattern.slice(at + 1), 0))}`;
}
function numbers(tokens, type, typmod) {
    const { precision, scale } = type.name === 'numeric' && typmod >= 4 ? numericLimits(typmod) : { precision: 40, scale: 2 };
    const whole = /^(int|oid)/.test(type.name);
    const step = whole ? [] : [10 ** -scale, 0.5];
    const limit = LIMITS[type.name] ?? (typmod >= 4 ? 10 ** (precision - scale) - 1 : 9e15);
    const found = tokens.map(({ text }) => Number(text)).filter((number) => Number.isFinite(number));
    const near = [...found, 1, 0].flatMap((n) => [n, n + 1, n - 1, ...step.flatMap((s) => [n + s, n - s])]);
    const rounded = near.map((n) => (whole ? Math.round(n) : Number(n.toFixed(Math.max(0, Math.min(scale, 10))))));
    return [...new Set(rounded)].filter((n) => Math.abs(n) <= limit).slice(0, 200);
}
function texts(tokens, typmod, count) {
    const longest = typmod < 4 ? 1000 : typmod - 4;
    const seeds = Array.from({ length: Math.min(count, 1000) }, (_, n) => n + 1);
    const out = tokens.flatMap(({ text, string, operator, cast }) => {
        if (!string)
            return seeds.slice(0, 20).flatMap((seed) => [0, 1, -1].map((d) => padded(seed, Number(text) + d)));
        if (operator.startsWith('~~'))
            return seeds.map((seed) => likeSample(text, seed));
        if (operator.startsWith('~'))
            return regexSamples(text, Math.min(count, 1000));
        if (cast.endsWith('[]'))
            return text
                .replace(/^\{|\}$/g, '')
                .split(',')
                .map((item) => item.replace(/^"|"$/g, ''));
        if (/^(date|time|integer|bigint|numeric)/.test(cast))
            return [];
        return [text, ...seeds.slice(0, 3).flatMap((seed) => [`${seed}${text}${seed}`, `${text}${seed}`])];
    });
    return out.filter((text) => text.length <= longest);
}
function padded(seed, length) {
    return Number.isInteger(length) && length > 0 && length <= 1000 ? String(seed).padStart(length, '0') : String(seed);
}
function timeLiterals(tokens, cast) {
    const found = tokens.filter((token) => token.string && /^(date|timestamp)/.test(token.cast));
    return [...new Set(found.map(({ text }) => `${(0,quote/* literal */.e)(text)}::${cast}`))];
}
function times(tokens, cast) {
    return timeLiterals(tokens, cast).flatMap((value) => cast === 'date'
        ? [value, `(${value} + 1)`, `(${value} - 1)`]
        : [value, `(${value} + interval '1 day')`, `(${value} - interval '1 day')`]);
}
function documents(tokens, cast) {
    const keys = [...new Set(tokens.filter(({ string }) => string).map(({ text }) => text))];
    const object = (value) => JSON.stringify(Object.fromEntries(keys.map((key) => [key, value])));
    return [object(1), object('1'), object([]), object({}), '[]', '{}', '[1]', '"1"', '1', 'true', 'null'].map((text) => `${(0,quote/* literal */.e)(text)}::${cast}`);
}

;// CONCATENATED MODULE: ./build/rehearsal/ground/seed/pool.js
/** The values that a checked column may have, filtered by its own checks before rows are made of them. */



/** Types that GROUP BY can't compare. */
const INCOMPARABLE = /^(json|xml|jsonpath|point|line|lseg|box|path|polygon|circle)$/;
function poolSource(types, table, column, needs) {
    const { type, typmod } = resolve(types, column.type, column.typmod);
    if (type === undefined)
        return undefined;
    const cast = castName(type);
    const numbers = `generate_series(1, ${needs.wanted}) AS s(g)`;
    const value = makeValue(types, column.type, column.typmod, 'g');
    // Columns that are compared with each other rise with their position: an end comes after its start.
    const risen = /^(D|N)$/.test(type.category)
        ? makeValue(types, column.type, column.typmod, `(g + ${column.number})`)
        : undefined;
    const mined = valuesOfConditions(needs.conditions, type, typmod, needs.wanted);
    const items = [
        needs.constant !== null && `SELECT 0 AS o, CAST(${needs.constant} AS ${cast}) AS v`,
        value && `SELECT g, CAST(${value.sql} AS ${cast}) FROM ${numbers}`,
        risen && `SELECT 3000000 + g, CAST(${risen.sql} AS ${cast}) FROM ${numbers}`,
        mined.length > 0 && `VALUES ${mined.map((sql, n) => `(${1_500_000_000 + n}, CAST(${sql} AS ${cast}))`).join(', ')}`,
        ...progressions(needs.conditions, type).map((sql, n) => `SELECT ${4_000_000 * (n + 2)} + g, CAST(${sql} AS ${cast}) FROM ${numbers}`),
        needs.empty && `SELECT 2000000000, CAST(NULL AS ${cast})`,
    ].filter((item) => typeof item === 'string');
    const grouped = INCOMPARABLE.test(type.name) ? 'o, v' : 'min(o), v';
    const filter = needs.filters.map((condition) => ` AND (${condition}) IS NOT FALSE`).join('');
    return {
        body: `SELECT row_number() OVER (ORDER BY "seed row") AS rn, ${(0,quote/* ident */.b)(column.name)} AS v0 FROM (
      SELECT ${grouped} FROM (${items.join(' UNION ALL ')}) AS i(o, v) ${grouped === 'o, v' ? '' : 'GROUP BY v'}
    ) AS ${table}("seed row", ${(0,quote/* ident */.b)(column.name)}) WHERE true${filter}`,
        on: [],
        left: !column.notNull,
        problem: `no value was found for column ${column.name} that satisfies ${needs.filters.join(' and ') || 'its type'}`,
    };
}

;// CONCATENATED MODULE: ./build/rehearsal/ground/seed/columns.js
/** Where one column's values come from, if it is neither a key to another table nor hinted. */



const CONSTANT = /^\(?('(?:[^']|'')*'|-?\d+(?:\.\d+)?|true|false)\)?(::[\w\s".[\](),]+)?$/i;
const ENDLESS = Number.POSITIVE_INFINITY;
function choose(column, needs) {
    const { expression } = column;
    const { types, table, rows, about } = needs;
    if (isNumbered(column) && !about.some(isPlace)) {
        if (!needs.referenced)
            return { kind: 'omit', distinct: ENDLESS };
        const sql = column.sequence === null ? `(${expression})` : `nextval(${(0,quote/* literal */.e)(column.sequence)})`;
        return { kind: 'cell', sql, distinct: ENDLESS };
    }
    const unique = table.uniques.some(({ columns, uses }) => [...columns, ...uses].includes(column.number));
    const constant = expression !== null && CONSTANT.test(expression) ? expression : null;
    const free = about.length === 0 && !unique;
    const optional = !column.notNull || expression !== null;
    if (free && (constant !== null || (needs.lean && optional)))
        return { kind: 'omit', distinct: 1 };
    const value = makeValue(types, column.type, column.typmod, 'g');
    if (about.length > 0 || (unique && value !== undefined && value.distinct < rows)) {
        const single = about.filter(({ columns }) => columns.length === 1);
        const source = poolSource(types, (0,quote/* ident */.b)(table.name), column, {
            conditions: about.map(({ sql }) => sql),
            filters: single.map(({ sql }) => sql),
            constant: unique ? null : constant,
            empty: !column.notNull && single.length < about.length,
            wanted: unique ? rows : Math.min(Math.max(rows, 10), 50),
        });
        if (source !== undefined)
            return { kind: 'pool', source };
    }
    return value === undefined ? { kind: 'omit', distinct: ENDLESS } : { kind: 'cell', ...value };
}
/** Numbers come from a sequence: of an identity column, of `serial`, or of a default of the user's. */
function isNumbered(column) {
    return column.identity !== '' || (!column.generated && (column.expression ?? '').includes('nextval('));
}
/** Only some values have a partition. Every number has one where rows are spread by a hash. */
function isPlace({ partition, sql }) {
    return partition && !sql.includes('satisfies_hash_partition');
}

;// CONCATENATED MODULE: ./build/rehearsal/ground/seed/conditions.js
/** Every condition that a row must satisfy, in terms of the table's columns. */


function conditionsOf(types, table) {
    const checks = table.checks.map(({ sql, columns }) => ({ sql, columns, partition: false }));
    const domains = table.columns.flatMap((column) => resolve(types, column.type, column.typmod).checks.map(({ sql }) => ({
        sql: ofColumn(sql, column),
        columns: [column.number],
        partition: false,
    })));
    const partition = table.partitions.includes('true') ? [] : partitionCondition(table);
    return [...checks, ...domains, ...partition];
}
/** A domain's condition with the column in place of VALUE. */
function ofColumn(sql, column) {
    return sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\bVALUE\b/g, (token) => token === 'VALUE' ? (0,quote/* ident */.b)(column.name) : token);
}
function partitionCondition(table) {
    if (table.partitions.length === 0)
        return [];
    const sql = table.partitions.map((condition) => `(${condition})`).join(' OR ');
    const outside = sql.replace(/'(?:[^']|'')*'/g, "''");
    const names = new Set([...outside.matchAll(/"((?:[^"]|"")+)"|[a-z_][\w$]*/g)].map((match) => match[1]?.replaceAll('""', '"') ?? match[0]));
    const columns = table.columns.filter(({ name }) => names.has(name)).map(({ number }) => number);
    return [{ sql, columns, partition: true }];
}

;// CONCATENATED MODULE: ./build/rehearsal/ground/seed/distinct.js
/** Keys that hold as long as the rows walk through a source side by side; others need candidates to choose from. */
function keepDistinct(plan, table, known) {
    const cells = new Set(plan.cells.map(({ name }) => name));
    const walking = [];
    for (const { columns, plain } of table.uniques) {
        if (!plain || columns.some((number) => (known.distinct.get(number) ?? 0) >= plan.rows))
            continue;
        const names = table.columns.filter(({ number }) => columns.includes(number)).map(({ name }) => name);
        if (names.length === 0 || !names.every((name) => cells.has(name)))
            continue;
        const sources = [...new Set(columns.map((number) => known.source.get(number)))].filter((it) => it !== undefined);
        const whole = sources.filter((index) => isWhole(index, columns, plan, known));
        if (whole.length === 0 && sources.length > 0)
            plan.distinct.push(names);
        else
            walking.push(names);
        for (const index of whole)
            walk(plan, index);
    }
    const crowded = plan.filters.length + plan.distinct.length > 0 || plan.sources.some(({ on }) => on.length > 0);
    if (!crowded)
        return;
    // A filter takes rows out of the walk: what comes after them must not repeat their keys.
    plan.distinct.push(...walking);
    plan.candidates = Math.max(5000, plan.rows <= 10_000 ? plan.rows * 20 : plan.rows * 3);
}
/** Does the key hold everything that the source gives, and does the source have enough rows? */
function isWhole(index, columns, plan, { source }) {
    const given = [...source].filter(([, from]) => from === index).map(([number]) => number);
    if (!given.every((number) => columns.includes(number)))
        return false;
    return columns.length === given.length || (plan.sources[index]?.rows ?? 0) >= plan.rows;
}
function walk(plan, index) {
    const source = plan.sources[index];
    if (source !== undefined)
        source.walks = true;
}

;// CONCATENATED MODULE: ./build/rehearsal/ground/seed/order.js
/** Cycles are broken where a foreign key may be empty. */
function order(tables) {
    const waiting = new Map(tables.map((table) => [table.oid, table]));
    const result = [];
    const blocking = (table) => table.foreignKeys.filter(({ parent }) => parent !== table.oid && waiting.has(parent));
    while (waiting.size > 0) {
        const all = [...waiting.values()];
        const ready = all.filter((table) => blocking(table).length === 0);
        const next = ready.length > 0 ? ready : [breakCycle(all, blocking)];
        for (const table of next) {
            const later = table.foreignKeys.filter(({ parent }) => parent === table.oid);
            result.push({ table, later: [...later, ...blocking(table)] });
        }
        for (const { oid } of next)
            waiting.delete(oid);
    }
    return result;
}
/** Can the key's columns be empty? One of them is enough, unless it is MATCH FULL. */
function mayBeEmpty(table, key) {
    const nullable = key.columns.map((number) => !table.columns.find((column) => column.number === number)?.notNull);
    return key.full ? nullable.every(Boolean) : nullable.some(Boolean);
}
function breakCycle(tables, blocking) {
    const onCycle = tables.filter((table) => order_reaches(table, table.oid, tables, blocking));
    const easy = onCycle.find((table) => blocking(table).every((key) => mayBeEmpty(table, key)));
    return (easy ?? onCycle[0] ?? tables[0]);
}
function order_reaches(from, oid, tables, blocking) {
    const seen = new Set();
    const queue = [from];
    for (let table = queue.pop(); table !== undefined; table = queue.pop()) {
        for (const { parent } of blocking(table)) {
            if (parent === oid)
                return true;
            const next = tables.find((other) => other.oid === parent);
            if (next === undefined || seen.has(parent))
                continue;
            seen.add(parent);
            queue.push(next);
        }
    }
    return false;
}

;// CONCATENATED MODULE: ./build/rehearsal/ground/seed/foreign.js
/** Foreign keys: values taken from the parents' rows. */


/** How many rows of one group a key that shares columns with another chooses from. */
const GROUP = 100;
/** A string: why the keys can't be satisfied. */
function foreignValues(table, later, parents) {
    const keys = { sources: [], cells: new Map(), empty: new Set(), own: new Map() };
    const column = (number) => table.columns.find((candidate) => candidate.number === number);
    const nullable = (key) => key.columns.filter((number) => !column(number).notNull);
    // The longest first: a shorter one that shares columns follows its choice.
    for (const key of [...table.foreignKeys].sort((a, b) => b.columns.length - a.columns.length)) {
        const parent = parents.get(key.parent);
        const postponed = later.includes(key);
        if (!postponed && parent !== undefined && parent.rows > 0) {
            addSource(keys, key, parent, key.columns.every((number) => !column(number).notNull));
        }
        else if (mayBeEmpty(table, key)) {
            for (const number of nullable(key))
                keys.empty.add(number);
        }
        else if (key.parent === table.oid) {
            key.columns.forEach((number, index) => {
                const source = key.parentColumns[index];
                if (source !== column(number).name)
                    keys.own.set(number, source);
            });
        }
        else if (postponed) {
            return `its foreign key ${key.name} is part of a cycle in which no column may be NULL`;
        }
        else {
            return `its foreign key ${key.name} needs rows in ${parent?.name ?? 'a table that was left out'}, which has none`;
        }
    }
    for (const number of keys.empty)
        keys.cells.delete(number);
    return keys;
}
function addSource(keys, key, parent, left) {
    const index = keys.sources.length;
    const names = key.parentColumns.map(quote/* ident */.b);
    const shared = names.filter((_, n) => keys.cells.has(key.columns[n]));
    const values = names.map((name, n) => `${name} AS v${n}`).join(', ');
    const on = [];
    key.columns.forEach((number, n) => {
        const chosen = keys.cells.get(number);
        if (chosen !== undefined)
            on.push(`p${index}.v${n} = ${chosen.sql}`);
        else
            keys.cells.set(number, { sql: `p${index}.v${n}`, source: index });
    });
    const group = shared.join(', ');
    const whole = names.map((name) => `${name} IS NOT NULL`).join(' AND ');
    const body = shared.length === 0
        ? `SELECT row_number() OVER (ORDER BY ${names.join(', ')}) AS rn, ${values} FROM ${parent.sql}
         WHERE ${whole} ORDER BY 1 LIMIT 200000`
        : `SELECT * FROM (SELECT row_number() OVER (PARTITION BY ${group} ORDER BY ${names.join(', ')}) AS rn,
           least(count(*) OVER (PARTITION BY ${group}), ${GROUP}) AS n, ${values} FROM ${parent.sql} WHERE ${whole}) AS k
         WHERE rn <= ${GROUP}`;
    const problem = `no row of ${parent.name} fits its foreign key ${key.name}`;
    keys.sources.push({ body, on, left: left && shared.length === 0, problem, rows: parent.rows });
}

;// CONCATENATED MODULE: ./build/rehearsal/ground/seed/plan.js
/** Decides for each column of a table where its values come from. */






/** A string: why the table can't be filled. */
function planInsert({ types }, table, options) {
    if (table.partitioned && table.partitions.length === 0)
        return 'it is partitioned and has no partition';
    const keys = foreignValues(table, options.later, options.parents);
    if (typeof keys === 'string')
        return keys;
    const draft = {
        plan: emptyPlan(table, options, keys),
        known: { distinct: new Map(), source: new Map() },
        keys,
        conditions: conditionsOf(types, table),
        omitted: new Set(),
        pooled: new Set(),
    };
    for (const column of table.columns)
        planColumn(draft, column, { types, table, options });
    addFilters(draft, table);
    keepDistinct(draft.plan, table, draft.known);
    return draft.plan;
}
function emptyPlan(table, { rows, first = 1 }, keys) {
    return {
        table: tableSql(table),
        alias: (0,quote/* ident */.b)(table.name),
        rows,
        first,
        candidates: rows,
        sources: [...keys.sources],
        cells: [],
        derived: [],
        filters: [],
        distinct: [],
        overriding: false,
        sequences: [],
        skipConflicts: !table.hasRules && table.uniques.every(({ deferrable }) => !deferrable),
    };
}
function planColumn(draft, column, { types, table, options }) {
    const { plan, known, keys, omitted } = draft;
    const { name, number } = column;
    const give = (sql, distinct) => {
        plan.cells.push({ name, sql });
        known.distinct.set(number, distinct);
        if (column.identity === 'a')
            plan.overriding = true;
        if (isNumbered(column) && column.sequence !== null && !sql.startsWith('nextval(')) {
            plan.sequences.push({ sequence: column.sequence, column: name });
        }
    };
    const hint = options.hints.get(number);
    const key = keys.cells.get(number);
    const own = keys.own.get(number);
    if (column.generated || options.only?.has(number) === false) {
        omitted.add(number);
    }
    else if (hint !== undefined) {
        // The line's end keeps a comment in the hint from swallowing ours.
        give(`(${hint}\n)`, Number.POSITIVE_INFINITY);
    }
    else if (keys.empty.has(number)) {
        give(`NULL::${baseName(types, column)}`, Number.POSITIVE_INFINITY);
    }
    else if (own !== undefined) {
        plan.derived.push({ name, sql: (0,quote/* ident */.b)(own), stored: true });
        known.distinct.set(number, Number.POSITIVE_INFINITY);
    }
    else if (key !== undefined) {
        give(key.sql, 0);
        known.source.set(number, key.source);
    }
    else {
        const about = draft.conditions.filter(({ columns }) => columns.includes(number));
        const referenced = [...keys.own.values()].includes(name);
        const asked = options.only ? { ...column, expression: null, identity: '' } : column;
        const choice = choose(asked, { types, table, rows: options.rows, about, referenced, lean: options.lean });
        if (choice.kind === 'omit') {
            omitted.add(number);
            known.distinct.set(number, choice.distinct);
        }
        else if (choice.kind === 'cell') {
            give(choice.sql, choice.distinct);
        }
        else {
            give(`p${plan.sources.length}.v0`, 0);
            known.source.set(number, plan.sources.length);
            draft.pooled.add(number);
            plan.sources.push(choice.source);
        }
    }
}
/** Conditions that no pool has filtered already and whose columns are all known before the row goes in. */
function addFilters({ plan, conditions, omitted, pooled }, table) {
    const column = (number) => table.columns.find((candidate) => candidate.number === number);
    const generated = new Set();
    for (const { sql, columns } of conditions) {
        if (columns.length === 1 && columns.every((number) => pooled.has(number)))
            continue;
        if (!columns.every((number) => !omitted.has(number) || column(number)?.generated))
            continue;
        for (const number of columns)
            if (column(number)?.generated)
                generated.add(number);
        plan.filters.push(sql);
    }
    for (const number of generated) {
        const { name, expression } = column(number) ?? {};
        if (name !== undefined && expression)
            plan.derived.push({ name, sql: expression, stored: false });
    }
}
function baseName(types, column) {
    const { type } = resolve(types, column.type, column.typmod);
    return type === undefined ? 'text' : castName(type);
}
function tableSql({ schema, name }) {
    return `${(0,quote/* ident */.b)(schema)}.${(0,quote/* ident */.b)(name)}`;
}

;// CONCATENATED MODULE: ./build/rehearsal/probes/certain.js
const certain_UNSET_PARAMETER = /^unrecognized configuration parameter "\w+\./;
const certain_NOT_NULL = '23502';
const certain_CHECK = '23514';
const certain_UNIQUE = '23505';
const INVALID_TEXT = '22P02';
/** A trigger that sets itself off again and again. */
const TOO_DEEP = '54001';
/** Manual, appendix A: what these classes say is about the statement and the schema. */
const OF_THE_SCHEMA = /^(0A|0L|0P|2B|2D|2F|25|26|34|38|39|3B|3D|3F|42|55)/;
const LOCK_NOT_AVAILABLE = '55P03';
const OF_LIMITS = /^(08|40|53|54|57|58|F0|HV|XX)/;
/** What worked before the change and is refused after it: whether every other row is refused, too. */
function dependsOn(refusal) {
    const { error, table, named, before, now, isAllowed = true, fixed } = refusal;
    const { sqlstate, column, constraint, where } = error;
    // What the server fills in by itself is the same, or of the same kind, for every row.
    const isGenerated = (name) => table.columns.some((one) => one.name === name && one.generated);
    const isTheSame = (name) => (fixed ? fixed.has(name) : !named.has(name)) && !isGenerated(name);
    if (sqlstate === TOO_DEEP)
        return 'nothing';
    if (sqlstate === LOCK_NOT_AVAILABLE || OF_LIMITS.test(sqlstate))
        return 'limits';
    // What a policy lets through depends on the row, and on the session.
    if (isOfRowSecurity(error))
        return isAllowed ? 'row' : 'nothing';
    // A setting of the application's own, which it may well set.
    if (isUnsetSetting(error))
        return 'row';
    // A trigger's own RAISE may give any SQLSTATE, and has looked at the row.
    if (/^[^\n]* at RAISE(?:\n|$)/.test(where ?? ''))
        return 'row';
    if (OF_THE_SCHEMA.test(sqlstate))
        return 'nothing';
    switch (sqlstate) {
        case certain_NOT_NULL:
            if (column === undefined)
                return isLeftToDomain(table, named, now) ? 'nothing' : 'row';
            // In the table itself it was left out; where a trigger writes, it doesn't know of it.
            if (where === undefined)
                return isTheSame(column) ? 'nothing' : 'row';
            return isNewIn(now, before, error, column) || isLeftOut(where, column) ? 'nothing' : 'row';
        case certain_CHECK:
            if (where !== undefined)
                return isOfLeftOut(error, now) ? 'nothing' : 'row';
            return certain_all(table.checks, constraint, table, isTheSame) ? 'nothing' : 'row';
        case certain_UNIQUE:
            return !fixed && certain_all(table.uniques, constraint, table, isTheSame) ? 'nothing' : 'row';
        case INVALID_TEXT:
            return isLabelThatWent(error, before, now) ? 'nothing' : 'row';
        default:
            return 'row';
    }
}
function isOfRowSecurity({ sqlstate, message }) {
    return sqlstate === '42501' && /row-level security policy/.test(message);
}
function isUnsetSetting({ message }) {
    return certain_UNSET_PARAMETER.test(message);
}
/** Whether a constraint is about columns of which that holds, and about no others. */
function certain_all(constraints, constraint, table, holds) {
    const columns = constraints.find(({ name }) => name === constraint)?.columns ?? [];
    const names = columns.map((number) => table.columns.find((column) => column.number === number)?.name ?? '');
    return names.length > 0 && names.every(holds);
}
/** A column that the statement leaves out is of a domain that takes no NULL, and gets nothing else. */
function isLeftToDomain({ columns }, named, { types }) {
    return columns.some(({ name, type, expression, identity, generated }) => {
        const own = types.get(type);
        const isFilled = expression !== null || identity !== '' || generated || own?.hasDefault;
        return !named.has(name) && !isFilled && own?.kind === 'domain' && own.notNull;
    });
}
const RELATION = /of relation "([^"]+)"/;
/** The column came with the change, or may no longer be empty because of it. */
function isNewIn(now, before, { message }, column) {
    const relation = RELATION.exec(message)?.[1];
    const there = now.tables.filter(({ name, columns }) => name === relation && columns.some((one) => one.name === column));
    return there.some(({ oid }) => {
        const was = before.tables.find((table) => table.oid === oid);
        return was !== undefined && !was.columns.some((one) => one.name === column);
    });
}
const INSERT_OF_CODE = /^SQL statement "\s*insert\s+into\s+[\w."]+\s*\(([^()]*)\)/i;
/** An INSERT in code, which names its columns, doesn't give this one: that is so for every row. */
function isLeftOut(where, column) {
    const list = INSERT_OF_CODE.exec(where ?? '')?.[1];
    const names = list?.split(',').map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
    return names !== undefined && !names.some((name) => name === column || name.toLowerCase() === column);
}
/** The same for a CHECK: of the table that code writes to, on columns that it leaves out. */
function isOfLeftOut({ message, constraint, where }, { tables }) {
    const relation = /^new row for relation "([^"]+)"/.exec(message)?.[1];
    return tables.some((table) => {
        const check = table.name === relation && table.checks.find(({ name }) => name === constraint);
        const columns = check ? table.columns.filter(({ number }) => check.columns.includes(number)) : [];
        return columns.length > 0 && columns.every(({ name, generated }) => !generated && isLeftOut(where, name));
    });
}
const ENUM_VALUE = /^invalid input value for enum .*: "(.*)"$/s;
/** The label stands in stored code: no row has it. */
function isLabelThatWent({ message }, before, now) {
    const label = ENUM_VALUE.exec(message)?.[1];
    const has = ({ types }) => [...types.values()].some(({ labels }) => labels.includes(label ?? ''));
    return label !== undefined && has(before) && !has(now);
}

;// CONCATENATED MODULE: ./build/rehearsal/probes/referenced.js
/** DELETE of a row that others refer to, where their foreign keys let it go: with them, or with NULL or a default in its place. Pure. */



/** CASCADE, SET NULL, SET DEFAULT. */
const ACTS = 'cnd';
/** Those that let a row of the table go. */
function referencesTo({ oid }, { tables }) {
    return tables.flatMap((child) => child.foreignKeys.flatMap((key) => (key.parent === oid && ACTS.includes(key.onDelete) ? [{ child, key }] : [])));
}
/** By the first of the foreign keys that were there `before` the migration; null where none acts, or its columns are gone. */
function deleteOfReferenced(table, before, now) {
    const was = before.tables.find(({ oid }) => oid === table.oid);
    for (const { child, key } of was ? referencesTo(was, before) : []) {
        const there = now.tables.find(({ oid }) => oid === child.oid);
        const own = there && referenced_namesOf(there, key.columns);
        const numbers = key.parentColumns.flatMap((name) => was?.columns.find((one) => one.name === name)?.number ?? []);
        const target = referenced_namesOf(table, numbers);
        if (!there || !own || !target || target.length !== own.length)
            continue;
        const isThere = own.map((name) => `${name} IS NOT NULL`).join(' AND ');
        const row = `SELECT ${own.join(', ')} FROM ${tableSql(there)} WHERE ${isThere} LIMIT 1`;
        return `DELETE FROM ${tableSql(table)} WHERE (${target.join(', ')}) = (${row})`;
    }
    return null;
}
/** Foreign keys that have come since and let no row go that others refer to. */
function newReferences(table, before, now) {
    if (table === undefined)
        return [];
    const isOld = (child, { name }) => before.tables.some(({ oid, foreignKeys }) => oid === child.oid && foreignKeys.some((one) => one.name === name));
    const nameOf = (one) => (0,schema_objects/* shortName */.EU)(`${one.schema}.${one.name}`);
    return now.tables.flatMap((child) => child.foreignKeys.flatMap((key) => key.parent === table.oid && child !== table && !ACTS.includes(key.onDelete) && !isOld(child, key)
        ? [{ table: nameOf(table), child: nameOf(child) }]
        : []));
}
function referenced_namesOf({ columns }, numbers) {
    const names = numbers.map((number) => columns.find((one) => one.number === number)?.name);
    return names.includes(undefined) ? undefined : names.map((name) => (0,quote/* ident */.b)(String(name)));
}
/** The table that refers is named last. */
const referenced_RELATION = /(?:on table|of relation) "([^"]+)"/g;
/**
 * Whether each DELETE of a row that is referred to is refused, and not only where another table has rows: the constraint that says
 * no, or the column that may not be NULL, is of a table whose foreign key let such rows go before.
 */
function isRefusedForAll(error, table, before, now) {
    if (error.where !== undefined && !/^SQL statement /.test(error.where))
        return false;
    const was = before.tables.find(({ oid }) => oid === table.oid);
    const named = [...error.message.matchAll(referenced_RELATION)].at(-1)?.[1];
    return (was ? referencesTo(was, before) : []).some(({ child, key }) => {
        const there = now.tables.find(({ oid }) => oid === child.oid);
        if (there === undefined || there.name !== named)
            return false;
        if (error.sqlstate === '23502')
            return referenced_namesOf(there, key.columns)?.includes((0,quote/* ident */.b)(error.column ?? '')) ?? false;
        const refuses = there.foreignKeys.find(({ name }) => name === error.constraint);
        return error.sqlstate === '23503' && refuses?.columns.join() === key.columns.join();
    });
}

;// CONCATENATED MODULE: ./build/rehearsal/probes/judge.js
/** What is to be said of a write that worked before the migration. Pure. */




function judged(one) {
    const { table, who, operation, answers, before, now } = one;
    const about = { table: who.name, operation, ...(who.role !== null && { role: who.role }) };
    if (isWorking(answers))
        return { ...about, result: 'works' };
    const named = new Set(one.named.map((column) => column.name));
    const errors = answers.filter((answer) => answer instanceof servers_server/* PostgresError */.Yj);
    const isInsert = operation.startsWith('INSERT');
    // Old rows have what they have.
    const fixed = isInsert ? {} : { fixed: new Set() };
    const isSure = (error) => dependsOn({ error, table, named, before, now, isAllowed: isAllowed(error, one), ...fixed }) === 'nothing' ||
        (operation === OLDER && isOfNewColumns(error, table, before)) ||
        (operation.startsWith('DELETE') && isRefusedForAll(error, table, before, now));
    const [error] = errors;
    if (operation === LEAN)
        return { ...about, result: 'unknown', ...(error && { error }), perhaps: leavesOut(error) };
    const sure = errors.find(isSure);
    if (sure)
        return { ...about, result: 'breaks', error: sure };
    const swallowed = isSwallowed(one) && { swallowed: true };
    return { ...about, result: 'unknown', ...(error && { error }), ...swallowed };
}
const REFUSING_TABLE = /for table "([^"]+)"$/;
/** Whether a policy could let the row in: of the table itself, or of one that a trigger inserts into. */
function isAllowed({ message, where }, { who, operation, policies, table }) {
    const refusing = REFUSING_TABLE.exec(message)?.[1];
    if (refusing === undefined || refusing === table.name)
        return operation.startsWith('INSERT') ? policies.allows('a', who.name, who.role) : true;
    return /^SQL statement "\s*insert\b/i.test(where ?? '') ? policies.allows('a', refusing, who.role) : true;
}
/** A row that was there has in the migration's own columns what the migration gave it: all others have the same. */
function isOfNewColumns({ constraint }, table, { tables }) {
    const old = tables.find(({ oid }) => oid === table.oid)?.columns.map(({ number }) => number);
    const its = table.checks.find(({ name }) => name === constraint)?.columns ?? [];
    const isComputed = (number) => table.columns.some((one) => one.number === number && one.generated);
    return its.length > 0 && its.every((number) => !old?.includes(number) && !isComputed(number));
}
/** Policies hide rows from an UPDATE, and refuse an INSERT; a trigger may leave out an UPDATE that changes nothing. */
function isSwallowed({ who, operation, answers, hasRow, policies }) {
    if (answers.length === 0 || !answers.every((answer) => answer === 'nothing'))
        return false;
    if (operation === 'INSERT' || operation === KEPT)
        return true;
    const changes = operation === 'UPDATE to other values' || operation === 'DELETE';
    if (!hasRow || !changes || who.past !== undefined)
        return false;
    // Without a policy for the command no row is shown to it.
    return who.role === null || !policies.allows(operation === 'DELETE' ? 'd' : 'w', who.name, who.role);
}
/** Nobody knows which columns that may be NULL the application gives. */
function leavesOut(error) {
    const now = error === undefined ? 'has to give more now' : `is refused now (${error.sqlstate}: ${error.message})`;
    return `one that leaves out what may be NULL worked before and ${now}; whether the application sends one is not known`;
}
function isWorking(answers) {
    return answers.includes('works');
}

;// CONCATENATED MODULE: ./build/rehearsal/probes/own-session.js

class OwnSession {
    kind = 'change';
    #usual;
    #connect;
    #now;
    constructor(usual, connect) {
        this.#usual = usual;
        this.#connect = connect;
        this.#now = usual;
    }
    /** Does the work on a new connection: a setting that was once made up in a session is never again what it was (it stays empty). */
    async apart(work) {
        this.#now = await this.#connect();
        try {
            await resetSession(this.#now);
            return await work();
        }
        finally {
            const opened = this.#now;
            this.#now = this.#usual;
            await opened.close();
        }
    }
    get pid() {
        return this.#now.pid;
    }
    query(sql) {
        return this.#now.query(sql);
    }
    queryAll(queries) {
        return this.#now.queryAll(queries);
    }
    takeNotices() {
        return this.#now.takeNotices();
    }
    close() {
        return this.#now.close();
    }
}

;// CONCATENATED MODULE: ./build/rehearsal/probes/partitions.js
/** Partitions: rows reach them by way of the whole table, where they are like the others. */


/** By the names that reports use. */
async function readPartitions(session) {
    const { rows } = await session.query((0,catalog_sql/* catalogSql */.a)('partitions'));
    return new Map(rows.map(([schema, name, isApart, hasTriggers]) => [
        (0,schema_objects/* shortName */.EU)(`${schema}.${name}`),
        { isApart: isApart === 't', hasTriggers: hasTriggers === 't' },
    ]));
}

;// CONCATENATED MODULE: ./build/rehearsal/probes/policies.js
/** Whether row-level security lets a role write anything at all. */


class Policies {
    #open;
    constructor(open) {
        this.#open = open;
    }
    /** `roles`: null is the tables' owner. */
    static async read(session, roles) {
        const open = new Set();
        for (const role of new Set(roles)) {
            const { rows } = await session.query((0,catalog_sql/* catalogSql */.a)('policies for', role ?? ''));
            for (const [schema, table, command] of rows) {
                // Refusals name a table without its schema.
                for (const name of [(0,schema_objects/* shortName */.EU)(`${schema}.${table}`), String(table)])
                    for (const one of command === '*' ? ['a', 'w', 'd'] : [command])
                        open.add(JSON.stringify([one, name, role]));
            }
        }
        return new Policies(open);
    }
    /** False: no permissive policy of a table of that name is about the command, so that none goes through (manual, CREATE POLICY). */
    allows(command, table, role) {
        return this.#open.has(JSON.stringify([command, table, role]));
    }
}

;// CONCATENATED MODULE: ./build/rehearsal/probes/roles.js
/** The roles that the application may be: those that were given rights on a table or a view. */


/** More of them for one table rarely differ in what they may. */
const MOST_ROLES = 4;
class Roles {
    #byRelation;
    constructor(byRelation) {
        this.#byRelation = byRelation;
    }
    static async read(session) {
        const { rows } = await session.query((0,catalog_sql/* catalogSql */.a)('roles with rights'));
        const byRelation = new Map();
        for (const [schema, relation, role, isOurs] of rows) {
            const name = (0,schema_objects/* shortName */.EU)(`${schema}.${relation}`);
            const known = byRelation.get(name) ?? { tried: [], untried: [] };
            known[isOurs === 't' ? 'tried' : 'untried'].push(String(role));
            byRelation.set(name, known);
        }
        return new Roles(byRelation);
    }
    /** `relation`: as reports name it. */
    of(relation) {
        return (this.#byRelation.get(relation)?.tried ?? []).slice(0, MOST_ROLES);
    }
    /** Those that are too many. */
    beyond(relation) {
        return (this.#byRelation.get(relation)?.tried ?? []).slice(MOST_ROLES);
    }
    /** Roles with rights on one of them that nobody can try: they were on the server before. */
    untried(relations) {
        return [...new Set(relations.flatMap((name) => this.#byRelation.get(name)?.untried ?? []))];
    }
}

;// CONCATENATED MODULE: ./build/rehearsal/probes/view-writes.js
/**
 * Writes through views are run: what triggers, rules and check options make of them shows in no plan. A row that the view shows is
 * deleted and inserted, all are updated to what they are, before the migration and after it; each is taken back.
 */




/** Nothing that a row holds is the reason; of a row that the view has shown, its check option is none either. */
const WHATEVER_THE_ROW = /^(?:42|0A|3F|2B|55|44000)/;
/** For one look at all views: triggers that sleep or loop end each by itself, and could be many. */
const MOST_MS = 15_000;
class ViewWrites {
    #session;
    #before;
    #settingsFor;
    constructor(session, before, settingsFor) {
        this.#session = session;
        this.#before = before;
        this.#settingsFor = settingsFor;
    }
    /** Before the migration. `roles`: who else may write to a view. */
    static async begin(session, views, roles, settingsFor) {
        const asked = views.flatMap((view) => [null, ...roles(view.table)].map((role) => ({ view, role })));
        return new ViewWrites(session, await triedInTime(session, asked, settingsFor), settingsFor);
    }
    /** After it: of what worked. */
    async compare(before, now) {
        const after = await triedInTime(this.#session, this.#before, this.#settingsFor);
        return after.flatMap(({ view, role, answers }, at) => {
            const about = { table: view.table, ...(role !== null && { role }) };
            const worked = [...(this.#before[at]?.answers ?? [])].filter(([, known]) => known.includes('works'));
            const sure = (error) => isForAll(error, view, before, now);
            return worked.map(([operation, known]) => {
                const news = (answers.get(operation) ?? []).filter((answer) => !isKnown(answer, known));
                return view_writes_judged({ ...about, operation }, news, sure, view.hasTriggers || role !== null);
            });
        });
    }
    /** Those of which nothing can be said: no row went through them. */
    get untried() {
        const went = ({ answers }) => [...answers.values()].some((all) => all.includes('works'));
        const tables = new Set(this.#before.map(({ view }) => view.table));
        return [...tables].filter((table) => !this.#before.some((one) => one.view.table === table && went(one)));
    }
}
/** One of its ways was refused before, too, and for the same reason. */
function isKnown(answer, before) {
    return before.some((one) => one instanceof servers_server/* PostgresError */.Yj && answer instanceof servers_server/* PostgresError */.Yj && one.message === answer.message);
}
/** No other row that the view could take would fare better. */
function isForAll(error, view, before, now) {
    // What is asked of the session, or lets rows through.
    if (isUnsetSetting(error) || isOfRowSecurity(error))
        return false;
    if (WHATEVER_THE_ROW.test(error.sqlstate))
        return true;
    if (view.hasTriggers || error.where !== undefined)
        return false;
    const below = now.tables.filter(({ oid }) => view.reads.some((one) => one.oid === oid));
    // What a constraint of another table is about can't be told.
    const [table, ...others] = below;
    if (table === undefined || others.length > 0)
        return false;
    const named = new Set(view.reads.filter((one) => one.oid === table.oid).map(({ column }) => column));
    return dependsOn({ error, table, named, before, now }) === 'nothing';
}
/** `isMeant`: any plain view takes writes; that somebody means to write to it shows in a trigger or in a right that was given. */
function view_writes_judged(about, answers, isSure, isMeant) {
    if (answers.includes('works'))
        return { ...about, result: 'works' };
    const errors = answers.filter((answer) => answer instanceof servers_server/* PostgresError */.Yj);
    const sure = errors.find(isSure);
    if (sure && isMeant)
        return { ...about, result: 'breaks', error: sure };
    if (sure)
        return { ...about, result: 'unknown', error: sure, perhaps: notMeant(sure) };
    const [error] = errors;
    return { ...about, result: 'unknown', ...(error && { error }) };
}
/** Why that is no finding. */
function notMeant({ message, sqlstate }) {
    return `the view took it before and refuses it now (${sqlstate}: ${message}); whether the application writes to it is not known`;
}
/** Another number or UUID, where the literal is one. */
function another(value) {
    const [, number] = /^'(-?\d{1,9})'$/.exec(value ?? '') ?? [];
    if (number !== undefined)
        return `'${Number(number) + 7919}'`;
    return value?.replace(/^('[0-9a-f]{8}-[0-9a-f-]{19}[0-9a-f]{8})[0-9a-f]{4}'$/, "$1beef'") ?? null;
}
async function triedInTime(session, asked, settingsFor) {
    const end = Date.now() + MOST_MS;
    const all = [];
    for (const { view, role } of asked)
        all.push({ view, role, answers: Date.now() > end ? new Map() : await tried(session, view, role, settingsFor) });
    return all;
}
/** Each in several ways: the first that works is the one. */
async function tried(session, view, role, settingsFor) {
    const answers = new Map();
    const { room, row } = await shownRow(session, view);
    const settings = settingsFor(new Map(view.columns.map((column, at) => [column, unquoted(row?.[at])])), role);
    const become = role === null ? [] : [`SET LOCAL ROLE ${(0,quote/* ident */.b)(role)}`];
    if (role !== null)
        await session.query('DISCARD PLANS');
    for (const [operation, first, sql] of row === undefined ? [] : waysToWrite(view, row)) {
        const known = answers.get(operation) ?? [];
        if (known.includes('works'))
            continue;
        const before = [BEGIN, ...room, ...first, ...settings, ...become];
        const outcomes = await session.queryAll([...before, sql, probe_IMMEDIATE, 'ROLLBACK']);
        // What makes room for it tells nothing of it.
        const isReady = outcomes.slice(0, before.length).every((outcome) => !(outcome instanceof servers_server/* PostgresError */.Yj));
        const at = before.length;
        answers.set(operation, isReady ? [...known, answerOf(outcomes[at], outcomes[at + 1])] : known);
    }
    return answers;
}
/**
 * A row that the view shows, as literals, and what makes it show one: that of what isn't deleted, or so, shows a row whose columns
 * behind it are empty, as far as they may be. What its functions write meanwhile is taken back, too.
 */
async function shownRow(session, view) {
    const { hasTriggers, columns, reads } = view;
    const open = reads.filter(({ nullable, table }) => nullable && table !== null && !hasTriggers);
    const behind = open.filter(({ column }) => !columns.includes(column));
    for (const emptied of [[], behind, open]) {
        const room = emptied.map(({ table, column }) => {
            const empty = `UPDATE ${table} SET ${(0,quote/* ident */.b)(column)} = NULL`;
            return `DO ${(0,quote/* literal */.e)(`BEGIN ${empty}; EXCEPTION WHEN OTHERS THEN NULL; END`)}`;
        });
        const row = await rowOf(session, view, room);
        if (row !== undefined || open.length === 0)
            return { room, row };
    }
    return { room: [], row: undefined };
}
async function rowOf(session, { target, columns }, room) {
    // Text without a type takes that of the view's column.
    const texts = columns.map((column) => `pg_catalog.quote_nullable(pg_catalog.format('%s', ${(0,quote/* ident */.b)(column)}))`);
    const values = columns.map((column, at) => `CASE WHEN ${(0,quote/* ident */.b)(column)} IS NULL THEN 'NULL' ELSE ${texts[at]} END`);
    const read = `SELECT ${values.join(', ') || "''"} FROM ${target} LIMIT 1`;
    const shown = (await session.queryAll([BEGIN, ...room, read, 'ROLLBACK']))[1 + room.length];
    return shown instanceof servers_server/* PostgresError */.Yj ? undefined : shown?.rows[0];
}
function unquoted(value) {
    return /^E?'(.*)'$/s.exec(value ?? '')?.[1]?.replaceAll("''", "'") ?? null;
}
/** By operation, what makes room as the owner, and the write. */
function waysToWrite({ target, columns }, row) {
    const names = columns.map(quote/* ident */.b);
    const clear = `DELETE FROM ${target}`;
    const insert = (values, from = 0) => `INSERT INTO ${target} (${names.slice(from).join(', ')}) VALUES (${values.slice(from).join(', ')})`;
    // Of a row that is there, another: a key is mostly the first, and may be the server's to give.
    const update = (from = 0) => `UPDATE ${target} SET ${names
        .slice(from)
        .map((name) => `${name} = ${name}`)
        .join(', ')}`;
    const otherKey = row.map((value, at) => (at === 0 ? another(value) : value));
    return [
        ['INSERT', [clear], insert(row)],
        ['INSERT', [], insert(row)],
        ['INSERT', [], insert(otherKey)],
        ['INSERT', [], insert(row.map(another))],
        ['UPDATE', [], update()],
        ...(columns.length > 1
            ? [
                ['INSERT', [clear], insert(row, 1)],
                ['INSERT', [], insert(row, 1)],
                ['UPDATE', [], update(1)],
            ]
            : []),
        ['DELETE', [], clear],
    ];
}

;// CONCATENATED MODULE: ./build/rehearsal/probes/views.js
/**
 * Views around a migration: what is asked of one is planned before and after, which shows whether its columns are there, and whether a
 * role has the rights; writes are run, too.
 */






/** Each view takes a few transactions for everyone who may write to it. */
const MOST_VIEWS = 40;
class ViewProber {
    #session;
    #asked;
    #writes;
    #settingsFor;
    #plannedOnly = new Set();
    #wentThrough = new Set();
    constructor(session, asked, written, settingsFor) {
        this.#settingsFor = settingsFor;
        this.#session = session;
        this.#asked = asked;
        this.#writes = written;
    }
    /** Before the migration; keeps what works. `views`: by the names that reports use. */
    static async begin(session, views, roles, settingsFor) {
        const written = [];
        const known = views.length === 0 ? [] : await viewsIn(session);
        const asked = known.flatMap(({ table, target, columns, writable, hasTriggers, reads }) => {
            if (!views.includes(table))
                return [];
            const given = writable.filter((name) => !reads.some(({ always, column }) => always && column === name));
            if (writable.length > 0 || hasTriggers)
                written.push({ table, target, columns: hasTriggers ? columns : given, hasTriggers, reads });
            const all = accessTo(target, given, columns);
            return [
                ...all.map(([operation, sql]) => ({ table, operation, sql })),
                ...roles.of(table).flatMap((role) => all.map(([operation, sql]) => ({ table, operation, sql, role }))),
            ];
        });
        const outcomes = await planned(session, asked, settingsFor);
        return new ViewProber(session, asked.filter((_, at) => outcomes[at] === null), await ViewWrites.begin(session, written.slice(0, MOST_VIEWS), (view) => roles.of(view), settingsFor), settingsFor);
    }
    /** Views that nothing could be written to here, once compared. */
    get untried() {
        const untried = new Set([...this.#plannedOnly, ...this.#writes.untried]);
        return [...untried].filter((table) => !this.#wentThrough.has(table));
    }
    /** After it: of what worked. A view that is gone has a finding of its own. */
    async compare(before, now) {
        const outcomes = await planned(this.#session, this.#asked, this.#settingsFor);
        const ran = await this.#writes.compare(before, now);
        for (const { table } of ran)
            this.#wentThrough.add(table);
        // What came of it says more than the plan.
        const isRun = ({ table, operation, role }) => ran.some((one) => one.table === table && one.operation === operation && one.role === role);
        const known = this.#asked.flatMap((access, at) => {
            const { table, operation, role } = access;
            if (isRun(access))
                return [];
            const error = outcomes[at] ?? undefined;
            const about = { table, operation, ...(role !== undefined && { role }) };
            if (error === undefined && operation !== 'SELECT')
                this.#plannedOnly.add(table);
            if (error === undefined)
                return operation === 'SELECT' ? [{ ...about, result: 'works' }] : [];
            // A setting of the application's own, which it may well set.
            if (isUnsetSetting(error))
                return [{ ...about, result: 'unknown', error }];
            const isMeant = operation === 'SELECT' || role !== undefined;
            if (!isMeant)
                return [{ ...about, result: 'unknown', error, perhaps: notMeant(error) }];
            return isGone(error, table) ? [] : [{ ...about, result: 'breaks', error }];
        });
        return [...known, ...ran.filter(({ error, table }) => !(error && isGone(error, table)))];
    }
}
/** The views of the user's own. `target`: its name as SQL; `writable`: those of its columns that can be written to; `reads`: of tables and of other views. */
async function viewsIn(session) {
    const { rows } = await session.query((0,catalog_sql/* catalogSql */.a)('columns of views'));
    return rows.map(([schema = '', name = '', columns, writable, hasTriggers, reads]) => ({
        table: (0,schema_objects/* shortName */.EU)(`${schema}.${name}`),
        target: `${(0,quote/* ident */.b)(String(schema))}.${(0,quote/* ident */.b)(String(name))}`,
        columns: JSON.parse(columns ?? '[]'),
        writable: JSON.parse(writable ?? '[]'),
        hasTriggers: hasTriggers === 't',
        reads: JSON.parse(reads ?? '[]'),
    }));
}
const UNDEFINED_TABLE = '42P01';
/** A view that is gone has a finding of its own. */
function isGone({ sqlstate, message }, table) {
    if (sqlstate !== UNDEFINED_TABLE)
        return false;
    const name = /^relation "(.*)" does not exist$/.exec(message)?.[1] ?? '';
    return (0,schema_objects/* shortName */.EU)(name) === table || name === (0,schema_objects/* lastName */.UK)(table);
}
/** What an application may send to a table or a view: it reads `shown`, where that is given, and writes `columns`. */
function accessTo(target, columns, shown = []) {
    const names = columns.map(quote/* ident */.b);
    const read = shown.length > 0 ? shown.map(quote/* ident */.b).join(', ') : '*';
    const nulls = names.map(() => 'NULL').join(', ');
    const set = names.map((name) => `${name} = ${name}`).join(', ');
    return [
        ['SELECT', `SELECT ${read} FROM ${target}`],
        ...(names.length > 0
            ? [
                ['INSERT', `INSERT INTO ${target} (${names.join(', ')}) VALUES (${nulls})`],
                ['UPDATE', `UPDATE ${target} SET ${set}`],
            ]
            : []),
        ['DELETE', `DELETE FROM ${target}`],
    ];
}
/** Null for what can be planned. */
async function planned(session, asked, settingsFor) {
    const answers = [];
    for (const { sql, role } of asked) {
        const settings = settingsFor(new Map(), role ?? null);
        const become = role === undefined ? [] : [`SET LOCAL ROLE ${(0,quote/* ident */.b)(role)}`];
        const outcomes = await session.queryAll(['BEGIN', ...settings, ...become, `EXPLAIN ${sql}`, 'ROLLBACK']);
        answers.push(outcomes.find((outcome) => outcome instanceof servers_server/* PostgresError */.Yj) ?? null);
    }
    return answers;
}

;// CONCATENATED MODULE: ./build/rehearsal/ground/seed/hints.js
/** Hints of one table by column number. A hint names `table.column` or `schema.table.column`. */
function hintsOf(table, hints) {
    const found = new Map();
    for (const { name, number } of table.columns) {
        const hint = hints[`${table.schema}.${table.name}.${name}`] ?? hints[`${table.name}.${name}`];
        if (hint !== undefined)
            found.set(number, hint);
    }
    return found;
}
/** Hints that name no column at all. */
function unknownHints(tables, hints) {
    const known = new Set(tables.flatMap(({ schema, name, columns }) => columns.flatMap((column) => [`${schema}.${name}.${column.name}`, `${name}.${column.name}`])));
    return Object.keys(hints).filter((hint) => !known.has(hint));
}

;// CONCATENATED MODULE: ./build/rehearsal/ground/seed/insert.js
/** The statement that fills a table: candidates from numbered sources, filtered, the first ones taken. */

// Odd multipliers, far from each other, so that two columns' choices don't move together.
const STRIDES = [1_103_515_245, 22_695_477, 134_775_813, 630_360_016, 1_664_525, 69_069, 214_013, 742_938_285];
/** The first rows walk through all sources side by side; the tried ones after them mix their values. */
function pick(index, plan) {
    if (plan.candidates <= plan.rows || plan.sources[index]?.walks)
        return '(g - 1)';
    const mixed = `g::bigint * ${STRIDES[index % STRIDES.length]} % ${2_147_483_647 - index} / 1024`;
    return `(CASE WHEN g <= ${plan.rows} THEN g - 1 ELSE ${mixed} END)`;
}
function withSources({ sources }) {
    if (sources.length === 0)
        return '';
    return `WITH ${sources.map(({ body }, index) => `p${index} AS MATERIALIZED (${body})`).join(',\n')}\n`;
}
function candidateRows(plan) {
    const joins = plan.sources.map(({ on, left }, index) => {
        const count = on.length > 0 ? `p${index}.n` : `nullif((SELECT pg_catalog.count(*) FROM p${index}), 0)`;
        const conditions = [...on, `p${index}.rn = 1 + ${pick(index, plan)} % ${count}`];
        return `${left ? 'LEFT JOIN' : 'JOIN'} p${index} ON ${conditions.join(' AND ')}`;
    });
    const cells = plan.cells.map(({ name, sql }) => `, ${sql} AS ${(0,quote/* ident */.b)(name)}`);
    let rows = `SELECT g AS "seed row"${cells.join('')} FROM generate_series(${plan.first}, ${plan.first + plan.candidates - 1}) AS s(g) ${joins.join(' ')}`;
    if (plan.derived.length > 0) {
        const more = plan.derived.map(({ name, sql }) => `, ${sql} AS ${(0,quote/* ident */.b)(name)}`);
        rows = `SELECT *${more.join('')} FROM (${rows}) AS ${plan.alias}`;
    }
    if (plan.filters.length === 0)
        return rows;
    const where = plan.filters.map((filter) => `(${filter}) IS NOT FALSE`).join(' AND ');
    return `SELECT * FROM (${rows}) AS ${plan.alias} WHERE ${where}`;
}
function insertSql(plan) {
    const names = insert_namesOf(plan);
    if (names.length === 0)
        return defaultsSql(plan);
    return `${withSources(plan)}INSERT INTO ${plan.table} (${names.join(', ')})${plan.overriding ? ' OVERRIDING SYSTEM VALUE' : ''}
    ${chosenRows(plan)}
    ${plan.skipConflicts ? 'ON CONFLICT DO NOTHING' : ''}`;
}
/** The same rows, read and not written: the table's triggers and policies have no say. At least one column gets a value. */
function rowsSql(plan) {
    return `${withSources(plan)}${chosenRows(plan)}`;
}
function insert_namesOf({ cells, derived }) {
    return [...cells, ...derived.filter(({ stored }) => stored)].map(({ name }) => (0,quote/* ident */.b)(name));
}
function chosenRows(plan) {
    let rows = candidateRows(plan);
    for (const columns of plan.distinct) {
        // NULLs don't collide.
        const empty = columns.map((name) => `${(0,quote/* ident */.b)(name)} IS NULL`).join(' OR ');
        const key = `${columns.map(quote/* ident */.b).join(', ')}, CASE WHEN ${empty} THEN "seed row" END`;
        rows = `SELECT DISTINCT ON (${key}) * FROM (${rows}) AS ${plan.alias} ORDER BY ${key}, "seed row"`;
    }
    return `SELECT ${insert_namesOf(plan).join(', ')} FROM (${rows}) AS ${plan.alias} ORDER BY "seed row" LIMIT ${plan.rows}`;
}
/** INSERT … SELECT needs a column; a table whose columns are all left to the server has none. */
function defaultsSql({ table, rows }) {
    return Array.from({ length: Math.min(rows, 1000) }, () => `INSERT INTO ${table} DEFAULT VALUES`).join(';\n');
}
/** How many rows each source has, and how many candidates pass: shows why a table stayed empty. */
function diagnosisSql(plan) {
    const counts = plan.sources.map((_, index) => `(SELECT pg_catalog.count(*) FROM p${index})`);
    return `${withSources(plan)}SELECT ${[...counts, `(SELECT pg_catalog.count(*) FROM (${candidateRows(plan)}) AS rows_)`].join(', ')}`;
}
/** Lets sequences go on after the numbers that we gave. */
function sequencesSql({ table, sequences }) {
    const calls = sequences.map(({ sequence, column }) => {
        return `(SELECT setval(${(0,quote/* literal */.e)(sequence)}, max(${(0,quote/* ident */.b)(column)})) FROM ${table})`;
    });
    return `SELECT ${calls.join(', ')}`;
}

;// CONCATENATED MODULE: ./build/rehearsal/probes/fitting-rows.js
/** Rows that fit a table, for what an application writes to it and for what its queries ask. */






/** A row that is not there yet, of values that constraints and foreign keys allow; undefined where none can be made. */
async function newRow(session, table, columns, { catalog, seeding, hints }) {
    if (columns.length === 0)
        return new Map();
    const only = new Set(columns.map(({ number }) => number));
    const parents = parentsIn(catalog, seeding);
    const first = (parents.get(table.oid)?.rows ?? 0) + 1;
    const own = hintsOf(table, hints);
    const plan = planInsert(catalog, table, { rows: 1, hints: own, later: [], parents, lean: false, only, first });
    if (typeof plan === 'string')
        return undefined;
    const given = new Set([...plan.cells, ...plan.derived.filter(({ stored }) => stored)].map(({ name }) => name));
    if (!columns.every(({ name }) => given.has(name)))
        return undefined;
    return firstRow(session, rowsSql(plan));
}
/** One that is there. */
function rowThere(session, table, columns, where = 'true') {
    const names = columns.map(({ name }) => (0,quote/* ident */.b)(name)).join(', ');
    return firstRow(session, `SELECT ${names} FROM ${tableSql(table)} WHERE ${where} LIMIT 1`);
}
async function firstRow(session, sql) {
    const [outcome] = await session.queryAll([sql]);
    if (outcome === undefined || outcome instanceof servers_server/* PostgresError */.Yj)
        return undefined;
    const [row] = outcome.rows;
    return row && new Map(outcome.columns.map((name, at) => [name, row[at] ?? null]));
}
/** The tables that others may refer to, with the rows that they were given. */
function parentsIn({ tables }, { seeded }) {
    const counts = new Map(seeded.map(({ table, rows }) => [table, rows]));
    return new Map(tables.map((table) => {
        const name = (0,schema_objects/* shortName */.EU)(`${table.schema}.${table.name}`);
        const sql = `${table.partitioned ? '' : 'ONLY '}${tableSql(table)}`;
        return [table.oid, { sql, name, rows: counts.get(name) ?? 0 }];
    }));
}

;// CONCATENATED MODULE: ./build/rehearsal/probes/insert.js
/** The writes of an application that knows the schema as it was deployed before the change. Pure. */


/**
 * The columns that it names: all that nobody else fills. What has a default, of its domain too, or a number of its own is left to the server, and
 * of what the change adds it knows nothing.
 */
function namedColumns(deployed, now, types) {
    const needsValue = ({ generated, identity, expression, type }) => !generated && identity === '' && expression === null && !types.get(type)?.hasDefault;
    const known = new Set(deployed.columns.filter(needsValue).map(({ name }) => name));
    return now.columns.filter(({ name }) => known.has(name));
}
/** As an application sends it: the values, and nothing that is read for them. */
function insertOf(table, named, row) {
    const names = named.map(({ name }) => name);
    if (names.length === 0)
        return `INSERT INTO ${tableSql(table)} DEFAULT VALUES`;
    const values = names.map((name) => row.get(name) ?? null).map((value) => (value === null ? 'NULL' : (0,quote/* literal */.e)(value)));
    return `INSERT INTO ${tableSql(table)} (${names.map(quote/* ident */.b).join(', ')}) VALUES (${values.join(', ')})`;
}
/** Those that the deployed release knows and sets, whatever has become of them; few set a number that the server gives. */
function settableColumns(deployed, now) {
    const settable = deployed.columns.filter(({ generated, identity }) => !generated && identity === '');
    const known = new Set(settable.map(({ name }) => name));
    return now.columns.filter(({ name, identity }) => known.has(name) && identity === '');
}
/** Sets every column to what it is: constraints and triggers are asked all the same. Null where there is none to set. */
function updateOfLast(table, columns) {
    return updateWith(table, columns.map(({ name }) => `${(0,quote/* ident */.b)(name)} = ${(0,quote/* ident */.b)(name)}`));
}
/**
 * Sets every column, those that no constraint is about to another value: triggers look at what has changed. Null where no
 * column can have another.
 */
function changeOfLast(table, columns, types) {
    const others = otherValues(table, columns, types);
    if (others.size === 0)
        return null;
    return updateWith(table, columns.map(({ name }) => `${(0,quote/* ident */.b)(name)} = ${others.get(name) ?? (0,quote/* ident */.b)(name)}`));
}
/** Finds the row that was written last, if some of what `changeOfLast` changes is another than was inserted. Null where nothing can be said. */
function differsFrom(row, { table, columns, types }) {
    const changed = [...otherValues(table, columns, types).keys()];
    const differ = changed.flatMap((name) => {
        const was = row.get(name) ?? null;
        return was === null ? [] : [`${(0,quote/* ident */.b)(name)} IS DISTINCT FROM ${(0,quote/* literal */.e)(was)}`];
    });
    const target = tableSql(table);
    return differ.length === 0 ? null : `SELECT FROM ${target} WHERE ${isLast(target)} AND (${differ.join(' OR ')})`;
}
/** By column, for those that no constraint is about. */
function otherValues(table, columns, types) {
    const bound = new Set([...table.checks, ...table.foreignKeys, ...table.uniques].flatMap((one) => [
        ...one.columns,
        ...('uses' in one ? one.uses : []),
    ]));
    const found = new Map();
    for (const { name, number, type, typmod } of columns) {
        const other = bound.has(number) ? undefined : otherValue((0,quote/* ident */.b)(name), types.get(type), typmod);
        if (other !== undefined)
            found.set(name, other);
    }
    return found;
}
/** Another value of the same type; undefined where that is not known to be one. */
function otherValue(name, type, typmod) {
    switch (type?.kind === 'base' ? type.name : undefined) {
        case 'bool':
            return `NOT coalesce(${name}, false)`;
        case 'int2':
        case 'int4':
        case 'int8':
            return `CASE WHEN ${name} > 1 THEN ${name} - 1 ELSE coalesce(${name}, 0) + 1 END`;
        case 'text':
        case 'varchar':
            // A text with a length keeps it.
            return typmod < 0
                ? `coalesce(${name}, '') || 'x'`
                : `pg_catalog.reverse(coalesce(${name}, 'x')::pg_catalog.text)`;
        case 'timestamptz':
        case 'timestamp':
            return `coalesce(${name}, pg_catalog.now()) + interval '1 minute'`;
        case 'date':
            return `coalesce(${name}, '2024-01-01') + 1`;
        case 'jsonb':
            return `CASE ${name} WHEN '{}' THEN '{"a": 1}' ELSE '{}' END::pg_catalog.jsonb`;
        default:
            return undefined;
    }
}
/** The same of the row that has been there longest. */
function updateOfFirst(table, columns) {
    const target = tableSql(table);
    const same = columns.map(({ name }) => `${(0,quote/* ident */.b)(name)} = ${(0,quote/* ident */.b)(name)}`).join(', ');
    return same === '' ? null : `UPDATE ${target} SET ${same} WHERE ${isLast(target).replaceAll(' DESC', '')}`;
}
function updateWith(table, set) {
    const target = tableSql(table);
    return set.length === 0 ? null : `UPDATE ${target} SET ${set.join(', ')} WHERE ${isLast(target)}`;
}
function deleteOfLast(table) {
    const target = tableSql(table);
    return `DELETE FROM ${target} WHERE ${isLast(target)}`;
}
/** The row that was written last has the highest place. */
function isLast(target) {
    return `(tableoid, ctid) OPERATOR(pg_catalog.=) (SELECT tableoid, ctid FROM ${target} ORDER BY tableoid DESC, ctid DESC LIMIT 1)`;
}

;// CONCATENATED MODULE: ./build/rehearsal/probes/rights.js
/** Which columns of a table a role may write, as it was before the migration. */

const EVERYTHING = { insert: () => true, update: () => true };
class WriteRights {
    #session;
    #known = new Map();
    constructor(session) {
        this.#session = session;
    }
    /** The owner (null) may all; who may nothing is refused as such. */
    async of({ oid }, role) {
        if (role === null)
            return EVERYTHING;
        const key = JSON.stringify([oid, role]);
        const known = this.#known.get(key) ?? (await this.#read(oid, role));
        this.#known.set(key, known);
        return known;
    }
    async #read(oid, role) {
        const { rows } = await this.#session.query((0,catalog_sql/* catalogSql */.a)('columns that a role may write', oid, role));
        const those = (at) => {
            const names = new Set(rows.flatMap((row) => (row[at] === 't' ? [String(row[0])] : [])));
            return (name) => names.size === 0 || names.has(name);
        };
        return { insert: those(1), update: those(2) };
    }
}

;// CONCATENATED MODULE: ./build/rehearsal/probes/session-settings.js
/**
 * Settings of the application's own, such as the tenant that it works for: policies, defaults and triggers ask for them
 * (current_setting), and no row gets past them while they aren't set.
 */


const NAME = /current_setting\(\s*'([a-z_]\w*\.[\w.]+)'/gi;
const KEY = /->>?\s*'([^']+)'/g;
/** Brackets, casts and what replaces an empty text stand around it. */
const BEFORE = String.raw `(\w+)(?:::[\w ."]+)?\s*=\s*[\s(]*(?:SELECT\s+)?(?:NULLIF\s*\(|COALESCE\s*\()?[\s(]*`;
const AFTER = String.raw `[^=]*?\)?\s*=\s*"?(\w+)"?`;
/** Before the migration: of what a later one asks, the deployed release knows nothing. */
async function readSettings(session) {
    const { rows } = await session.query((0,catalog_sql/* catalogSql */.a)('code that reads settings'));
    return settingsIn(rows.map(([name, text]) => ({ function: name ?? null, text: text ?? '' })));
}
/** Pure. */
function settingsIn(code) {
    const names = [...new Set(code.flatMap(({ text }) => [...text.matchAll(NAME)].map(([, name]) => String(name))))];
    return names.map((name) => {
        const readers = code.filter(({ text }) => text.includes(`'${name}'`));
        const functions = readers.flatMap((one) => (one.function === null ? [] : [one.function]));
        const calls = [
            `current_setting\\(\\s*'${escaped(name)}'`,
            ...functions.map((one) => `(?:\\w+\\.)?${escaped(one)}\\(`),
        ];
        const columns = calls.flatMap((call) => code.flatMap(({ text }) => [
            ...[...text.matchAll(new RegExp(`${BEFORE}${call}`, 'gi'))].map(([, column]) => String(column)),
            ...[...text.matchAll(new RegExp(`${call}${AFTER}`, 'gi'))].map(([, column]) => String(column)),
        ]));
        const asJson = readers.filter(({ text }) => /json/i.test(text));
        const keys = asJson.flatMap(({ text }) => [...text.matchAll(KEY)].map(([, key]) => String(key)));
        return { name, columns: [...new Set(columns)], keys: [...new Set(keys)] };
    });
}
/**
 * Statements that set them, in a transaction. `valueIn`: what the row has in a column; undefined where it has none. `otherwise`: for
 * a setting that the row says nothing of.
 */
function settingStatements(settings, valueIn, otherwise, role) {
    return settings.map(({ name, columns, keys }) => {
        const own = [...columns, name.slice(name.lastIndexOf('.') + 1)];
        const known = own.map(valueIn).find((value) => value !== undefined) ?? otherwise(name);
        const json = () => JSON.stringify(Object.fromEntries(keys.map((key) => [key, key === 'role' && role ? role : known])));
        return `SELECT pg_catalog.set_config(${(0,quote/* literal */.e)(name)}, ${(0,quote/* literal */.e)(keys.length > 0 ? json() : known)}, true)`;
    });
}
function escaped(text) {
    return text.replace(/[^\w]/g, '\\$&');
}

;// CONCATENATED MODULE: ./build/rehearsal/probes/writes.js
/** What is sent to try a table: as the release that is deployed before the change writes to it. */











class TableWrites {
    #session;
    #rows;
    /** The schema that the running application was written for. */
    #application;
    /** By the table's oid, the columns that its triggers fill where an INSERT leaves them out. */
    #filled = new Map();
    /** Of these, such as don't keep what they are given. */
    #overwritten = new Map();
    /** By the table's oid, a row that was made for it before the migration. */
    #made = new Map();
    #settings = [];
    #values = new Map();
    #rights;
    constructor(session, rows, application) {
        this.#session = session;
        this.#rows = rows;
        this.#application = application;
        this.#rights = new WriteRights(session);
    }
    /** Before the migration: what the deployed release sets. */
    async readSettings() {
        this.#settings = await readSettings(this.#session);
    }
    /** Some code asks for settings of the application's own. */
    get asksSession() {
        return this.#settings.length > 0;
    }
    /** Before the migration: finds what settings are worth where no row says so. */
    async begin(catalog) {
        for (const { name, columns } of this.#settings) {
            const asked = new Set([...columns, (0,schema_objects/* lastName */.UK)(name)]);
            for (const table of catalog.tables.filter((one) => one.columns.some((column) => asked.has(column.name)))) {
                const [value] = [...(await this.#knownValues(table, asked)).values()];
                if (value)
                    this.#values.set(name, value);
                if (value)
                    break;
            }
        }
    }
    /** What has to be given and may be left out all the same is left to the trigger, as it would be to a default. */
    async lookForFilled(name, catalog) {
        const table = writes_tableOf(catalog, name);
        if (!table?.isFilled)
            return;
        const overwritten = new Set(await this.#notKept(table, catalog));
        const filled = new Set(overwritten);
        for (const column of this.named(table)) {
            if (!column.notNull)
                continue;
            const others = this.named(table).filter((other) => other !== column);
            const inserts = await this.inserts(table, catalog, { named: others });
            const answers = await probe(this.#session, { inserts, next: [], role: null });
            if (isWorking(answers.get('INSERT') ?? []))
                filled.add(column.name);
        }
        this.#filled.set(table.oid, filled);
        this.#overwritten.set(table.oid, overwritten);
    }
    /** Columns that may be NULL and don't keep the value that an INSERT gives: nobody gives one, then. */
    async #notKept(table, catalog) {
        const named = this.named(table);
        for (const { row, sql, first } of await this.#ways(table, catalog, named, null)) {
            const open = named.flatMap(({ name, notNull }) => {
                const given = row.get(name) ?? null;
                return notNull || given === null ? [] : [{ name, given }];
            });
            if (open.length === 0)
                return [];
            const differs = open.map(({ name, given }) => `${(0,quote/* ident */.b)(name)} IS DISTINCT FROM ${(0,quote/* literal */.e)(given)}`).join(', ');
            const outcomes = await this.#session.queryAll([BEGIN, ...first, `${sql} RETURNING ${differs}`, 'ROLLBACK']);
            const answer = outcomes[first.length + 1];
            if (answer === undefined || answer instanceof servers_server/* PostgresError */.Yj || answer.rows[0] === undefined)
                continue;
            return open.flatMap(({ name }, at) => (answer.rows[0]?.[at] === 't' ? [name] : []));
        }
        return [];
    }
    /** What the release leaves to the server, in full. */
    leftOut(table) {
        const named = new Set(this.named(table).map(({ name }) => name));
        return table.columns.flatMap(({ name }) => (named.has(name) ? [] : [`${writes_nameOf(table)}.${name}`]));
    }
    /** INSERTs of these columns, the first to try first. */
    async inserts(table, catalog, { named = this.named(table), role = null } = {}) {
        const may = await this.#rights.of(table, role);
        const settable = this.#settable(table).filter(({ name }) => may.update(name));
        const ways = await this.#ways(table, catalog, named.filter(({ name }) => may.insert(name)), role);
        return ways.map(({ row, ...way }) => ({
            ...way,
            differs: differsFrom(row, { table, columns: settable, types: catalog.types }),
        }));
    }
    /** Of a new row, and of one that is there, whose place it takes; each also with the settings that code asks a session for. */
    async #ways(table, catalog, named, role) {
        const made = await newRow(this.#session, table, named, { ...this.#rows, catalog });
        const there = named.length > 0 ? await rowThere(this.#session, table, named, isLast(tableSql(table))) : undefined;
        // What no row can be made for now may take the one from before.
        const known = this.#made.get(table.oid);
        const old = known !== undefined && named.every(({ name }) => known.has(name)) ? known : undefined;
        if (made && old === undefined)
            this.#made.set(table.oid, made);
        const ways = [
            ...(made ? [{ row: made, sql: insertOf(table, named, made), first: [] }] : []),
            ...(old ? [{ row: old, sql: insertOf(table, named, old), first: [] }] : []),
            ...(there ? [{ row: there, sql: insertOf(table, named, there), first: [deleteOfLast(table)] }] : []),
        ];
        if (this.#settings.length === 0)
            return ways;
        const values = await this.#knownValues(table);
        const inSession = ways.map((way) => {
            const settings = this.settingsFor(new Map([...values, ...way.row]), role);
            return { ...way, first: [...way.first, ...settings] };
        });
        return [...ways, ...inSession];
    }
    /** What sets what is asked of a session, for a row that is there. */
    async sessionOf(table, role) {
        return this.#settings.length === 0 ? [] : this.settingsFor(await this.#knownValues(table), role);
    }
    /** What sets what is asked of a session that writes this row. */
    settingsFor(row, role) {
        const valueIn = (column) => row.get(column) ?? undefined;
        return settingStatements(this.#settings, valueIn, (name) => this.#values.get(name) ?? '1', role);
    }
    /** Of a row that is there, what settings are compared with. */
    async #knownValues(table, asked = new Set(this.#settings.flatMap(({ name, columns }) => [...columns, (0,schema_objects/* lastName */.UK)(name)]))) {
        const columns = table.columns.filter(({ name }) => asked.has(name));
        return (columns.length > 0 && (await rowThere(this.#session, table, columns))) || new Map();
    }
    /** Undefined where it would be the same INSERT. */
    async lean(table, catalog) {
        const named = this.named(table);
        const required = new Set(this.#deployed(table)?.columns.flatMap(({ name, notNull }) => (notNull ? [name] : [])));
        const lean = named.filter(({ name }) => required.has(name));
        if (lean.length === named.length)
            return undefined;
        const inserts = await this.inserts(table, catalog, { named: lean });
        return (await probe(this.#session, { inserts, next: [], role: null })).get('INSERT') ?? [];
    }
    /** After an INSERT, on its row. */
    async steps(table, { types }, role) {
        const may = await this.#rights.of(table, role);
        const settable = this.#settable(table).filter(({ name }) => may.update(name));
        const [same, other] = [updateOfLast(table, settable), changeOfLast(table, settable, types)];
        return [
            ...(same === null ? [] : [['UPDATE', same]]),
            ...(other === null ? [] : [['UPDATE to other values', other]]),
            ['DELETE', deleteOfLast(table)],
        ];
    }
    /** Triggers give all columns that an UPDATE changes here a value of their own: then it is meant that none is kept. */
    async isAssigned(table, { types }) {
        const { rows } = await this.#session.query((0,catalog_sql/* catalogSql */.a)('trigger programs'));
        const code = rows.flatMap(([relation, text]) => (relation === String(table.oid) ? [text ?? ''] : []));
        const changed = [...otherValues(table, this.#settable(table), types).keys()];
        const assigns = (name) => new RegExp(`\\bnew\\s*\\.\\s*"?${name.replace(/[^\w]/g, '\\$&')}"?\\s*:?=`, 'i');
        return changed.every((name) => code.some((text) => assigns(name).test(text)));
    }
    /** On a row that was there. */
    older(table) {
        const sql = updateOfFirst(table, this.#settable(table));
        return sql === null ? [] : [[OLDER, sql]];
    }
    #settable(table) {
        const deployed = this.#deployed(table);
        const all = deployed === undefined ? [] : settableColumns(deployed, table);
        return all.filter(({ name }) => !this.#overwritten.get(table.oid)?.has(name));
    }
    #deployed(table) {
        return writes_tableOf(this.#application, writes_nameOf(table));
    }
    /** Of a table that the deployed application doesn't know, none. */
    named(table) {
        const deployed = this.#deployed(table);
        if (deployed === undefined)
            return [];
        const filled = this.#filled.get(table.oid);
        return namedColumns(deployed, table, this.#application.types).filter(({ name }) => !filled?.has(name));
    }
}
/** By the name that reports use. */
function writes_nameOf({ schema, name }) {
    return (0,schema_objects/* shortName */.EU)(`${schema}.${name}`);
}
function writes_tableOf({ tables }, name) {
    return tables.find((table) => writes_nameOf(table) === name);
}

;// CONCATENATED MODULE: ./build/rehearsal/probes/prober.js













const prober_UNDEFINED_TABLE = '42P01';
const PARTITION = 'a partition: rows were made for the whole table only';
/** More than these take longer than they are worth: the rest is named. */
const MOST_TABLES = 40;
/** For one look at all tables: triggers that sleep or loop end each by itself, and could be many. */
const prober_MOST_MS = 15_000;
class Prober {
    #session;
    #multiSession;
    #scratch;
    #probed;
    #writes;
    #before = [];
    #views = null;
    #roles = null;
    #partitions = new Map();
    #catalog = { tables: [], types: new Map() };
    constructor({ session, scratch, multiSession }, probed) {
        this.#session = new OwnSession(session, () => scratch.connect());
        this.#multiSession = multiSession;
        this.#scratch = scratch;
        this.#probed = probed;
        this.#writes = new TableWrites(this.#session, probed, probed.deployed);
    }
    /** Before the migration. */
    async begin() {
        const { tables, views } = this.#probed.related;
        if (tables.length + views.length === 0)
            return;
        if (this.#multiSession)
            await this.#writes.readSettings();
        await this.#apart(() => this.#begin());
    }
    /** Where settings of the application's own are made up. */
    #apart(work) {
        return this.#writes.asksSession ? this.#session.apart(work) : work();
    }
    async #begin() {
        const { tables, views } = this.#probed.related;
        this.#catalog = await readCatalog(this.#session);
        this.#partitions = await readPartitions(this.#session);
        await this.#writes.begin(this.#catalog);
        const roles = await Roles.read(this.#session);
        this.#roles = roles;
        this.#views = await ViewProber.begin(this.#session, views, roles, (row, role) => this.#writes.settingsFor(row, role));
        const probings = tables
            .slice(0, MOST_TABLES)
            .flatMap((name) => [null, ...roles.of(name)].map((role) => ({ name, role })));
        for (const name of tables.slice(0, MOST_TABLES))
            await this.#writes.lookForFilled(name, this.#catalog);
        const tried = await this.#probe(this.#catalog, probings);
        const held = tried.filter(({ who, answers }) => who.role === null && !isWorking(answers.get('INSERT') ?? []));
        const again = held.map(({ who }) => ({ ...who, past: true }));
        this.#before = [
            ...tried.filter((one) => !held.includes(one)),
            ...(await this.#pastRowSecurity(this.#catalog, again)),
        ];
    }
    async #pastRowSecurity(catalog, probings) {
        return probings.length === 0 ? [] : this.#scratch.pastRowSecurity(() => this.#probe(catalog, probings));
    }
    /** After it. */
    async compare() {
        const compared = { comparisons: [], untried: [], leftOut: [], roles: [], heldBy: [] };
        const { tables, views } = this.#probed.related;
        if (tables.length + views.length > 0)
            await this.#apart(() => this.#compare(compared));
        return compared;
    }
    async #compare(compared) {
        const { tables, views } = this.#probed.related;
        // A session of a new connection has no plans from before: a renamed label would live on in one.
        await this.#session.query('DISCARD PLANS');
        const now = await readCatalog(this.#session);
        const worked = this.#before.filter(({ answers }) => [...answers.values()].some(isWorking));
        const probings = worked.map(({ who }) => who);
        const after = [
            ...(await this.#probe(now, probings.filter(({ past }) => !past))),
            ...(await this.#pastRowSecurity(now, probings.filter(({ past }) => past))),
        ];
        const policies = await Policies.read(this.#session, probings.map(({ role }) => role));
        for (const { who, answers } of this.#before) {
            const table = writes_tableOf(now, who.name);
            const then = after.find((one) => one.who.name === who.name && one.who.role === who.role)?.answers;
            if (table === undefined || then === undefined)
                continue;
            for (const [operation, answer] of answers) {
                const shown = then.get(operation);
                if (!isWorking(answer) || shown === undefined)
                    continue;
                // Where every INSERT fails, that says it.
                if (operation === LEAN && !isWorking(then.get('INSERT') ?? []))
                    continue;
                if (operation === KEPT && !isWorking(then.get('UPDATE to other values') ?? []))
                    continue;
                const one = judged({
                    table,
                    who,
                    operation,
                    answers: shown,
                    named: this.#writes.named(table),
                    before: this.#catalog,
                    now,
                    policies,
                    hasRow: isWorking(then.get('INSERT') ?? []),
                });
                if (operation === KEPT && one.swallowed && (await this.#writes.isAssigned(table, now)))
                    continue;
                // That these went well says no more than that the others did.
                if (!(FURTHER.has(operation) && one.result !== 'breaks' && !one.swallowed))
                    compared.comparisons.push(one);
            }
            if (who.role === null && isWorking(then.get('INSERT') ?? []))
                compared.leftOut.push(...this.#writes.leftOut(table));
        }
        compared.untried.push(...heldRoles(this.#before));
        for (const name of [...tables, ...views])
            for (const role of this.#roles?.beyond(name) ?? [])
                compared.untried.push({ table: name, role, reason: 'other roles with rights on it were tried' });
        const partitions = await readPartitions(this.#session);
        for (const [table, { hasTriggers }] of partitions)
            if (hasTriggers && !this.#partitions.has(table) && !tables.includes(table))
                compared.untried.push({ table, reason: PARTITION });
        compared.heldBy.push(...tables.flatMap((name) => newReferences(writes_tableOf(now, name), this.#catalog, now)));
        for (const name of tables)
            compared.untried.push(...this.#untried(name, now, partitions));
        for (const name of tables)
            await this.#standIn(name, now, compared);
        compared.comparisons.push(...((await this.#views?.compare(this.#catalog, now)) ?? []));
        for (const table of this.#views?.untried ?? [])
            compared.untried.push({
                table,
                reason: 'writes to it were planned only: there is no row that could go through it',
            });
        compared.roles.push(...(this.#roles?.untried([...tables, ...views]) ?? []));
    }
    /** Why the owner's INSERT of a table was not tried, if it was not. */
    #untried(name, now, partitions) {
        const was = writes_tableOf(this.#catalog, name);
        const tried = this.#before.find(({ who }) => who.name === name && who.role === null)?.answers;
        // What rows meet in a partition like the others, they meet by way of the whole table.
        if (was === undefined)
            return partitions.get(name)?.isApart === false ? [] : [{ table: name, reason: PARTITION }];
        // What is no longer there under its name has a finding of its own.
        if (writes_tableOf(now, name) === undefined)
            return [];
        if (tried === undefined)
            return [{ table: name, reason: 'others that are nearer to the change came first' }];
        if (isWorking(tried.get('INSERT') ?? []))
            return [];
        return [{ table: name, reason: `INSERT: ${reasonOf(tried)}` }];
    }
    /** A view that has the table's name now: whether it takes writes at all shows when they are planned. */
    async #standIn(name, now, compared) {
        const was = writes_tableOf(this.#catalog, name);
        if (was === undefined || writes_tableOf(now, name) !== undefined)
            return;
        const named = this.#writes.named(was).map((column) => column.name);
        for (const [operation, sql] of accessTo(tableSql(was), named)) {
            const [outcome] = await this.#session.queryAll([`EXPLAIN ${sql}`]);
            // Nothing has its name.
            if (outcome instanceof servers_server/* PostgresError */.Yj && outcome.sqlstate === prober_UNDEFINED_TABLE)
                return;
            if (!(outcome instanceof servers_server/* PostgresError */.Yj))
                continue;
            compared.comparisons.push({ table: name, operation, result: 'breaks', error: outcome });
        }
        const isView = (await viewsIn(this.#session)).some((view) => view.table === name);
        const reason = isView ? 'a view has its name now, and writes to it were planned only' : PARTITION;
        compared.untried.push({ table: name, reason });
    }
    async #probe(catalog, probings) {
        const tried = [];
        const end = Date.now() + prober_MOST_MS;
        for (const who of probings) {
            const table = writes_tableOf(catalog, who.name);
            if (table === undefined || Date.now() > end)
                continue;
            const { role } = who;
            const known = await this.#writes.inserts(table, catalog, { role });
            const settings = await this.#writes.sessionOf(table, role);
            const next = await this.#writes.steps(table, catalog, who.role);
            const referenced = deleteOfReferenced(table, this.#catalog, catalog);
            const alone = [
                ...(referenced === null ? [] : [['DELETE of a row that others refer to', referenced]]),
                ...(role === null ? this.#writes.older(table) : []),
            ];
            const answers = new Map(await probe(this.#session, { inserts: known, next, alone, role, settings }));
            if (who.role === null)
                answers.set(LEAN, (await this.#writes.lean(table, catalog)) ?? answers.get('INSERT') ?? []);
            tried.push({ who, answers });
        }
        return tried;
    }
}
/** Roles that may write to a table, and that row-level security or the row held back before the migration, too. */
function heldRoles(before) {
    return before.flatMap(({ who: { name, role }, answers }) => {
        if (role === null || role === undefined)
            return [];
        const held = [...answers].flatMap(([operation, all]) => {
            if (isWorking(all) || operation === LEAN || !OWN.has(operation))
                return [];
            const errors = all.filter((answer) => answer instanceof servers_server/* PostgresError */.Yj);
            // What it has no right to do it doesn't do.
            const hasNoRight = errors.some((error) => error.sqlstate === '42501' && !isOfRowSecurity(error));
            return hasNoRight || all.length === 0 ? [] : [`${operation}: ${errors[0]?.message ?? 'no row was let through'}`];
        });
        return held.length > 0 ? [{ table: name, role, reason: held.join('; ') }] : [];
    });
}
const FURTHER = new Set([KEPT, OLDER]);
const OWN = new Set(['INSERT', 'UPDATE', 'DELETE']);
function reasonOf(answers) {
    const errors = [...answers.values()].flat().filter((answer) => answer instanceof servers_server/* PostgresError */.Yj);
    return errors[0]?.message ?? 'no row was let in';
}

;// CONCATENATED MODULE: ./build/rehearsal/proofs/probes.js






/* harmony default export */ const probes = (rowsProof({
    check: 'probes',
    title: 'The deployed application can still write',
    async begin({ stage, related, deployed, hints, seeding, sent }) {
        if (!sent.isFirst)
            return null;
        const prober = new Prober(stage, { related, deployed, hints, seeding });
        await prober.begin();
        stage.tracer.unseen();
        sent.memory.set(PROBER, prober);
        return prober;
    },
    async show({ migration: { up }, report, related, stage, sent }) {
        if (!sent.isLast)
            return null;
        const prober = sent.memory.get(PROBER);
        if (prober === undefined || isNone(related))
            return null;
        const compared = await prober.compare();
        stage.tracer.unseen();
        const reports = report.statements.filter(({ role }) => role === 'up');
        const shown = outcome(compared, probeFindings(up, reports, compared.comparisons));
        return (shown && { ...shown, leftOut: compared.leftOut, again: async () => working((await prober.compare()).comparisons) });
    },
    untried({ related }, reason) {
        if (isNone(related))
            return null;
        return notChecked(reason, `nothing was written to ${few([...related.tables, ...related.views].map(sql_words/* code */.a))}`);
    },
}));
const PROBER = 'prober';
/** Of those by whom, and on which table, nothing fails any more. */
function working(comparisons) {
    const who = ({ table, role }) => JSON.stringify([table, role]);
    const broken = new Set(comparisons.filter(({ result }) => result === 'breaks').map(who));
    const works = comparisons.filter((one) => one.result === 'works' && !broken.has(who(one)));
    return new Set(works.map(({ table, role, operation }) => JSON.stringify([table, role, operation])));
}
const isNone = ({ tables, views }) => tables.length + views.length === 0;
function outcome({ comparisons, untried, roles: strangers, heldBy }, observations) {
    const rest = { observations: observations ?? [] };
    const of = (result) => comparisons.filter((one) => one.result === result);
    // What fails in one way is not said to work in another.
    const spoilt = new Set([...of('breaks'), ...of('unknown')].map(wordOf));
    const sound = of('works').filter((one) => !spoilt.has(wordOf(one)));
    const tables = [...new Set(sound.map(({ table }) => table))];
    const by = (role) => (role === undefined ? '' : ` by ${(0,sql_words/* code */.a)(role)}`);
    const grouped = (result) => probes_groupsOf(of(result));
    const words = {
        breaks: grouped('breaks').map(({ what, several, role, error }) => `${what}${by(role)} ${several ? 'fail' : 'fails'} (${error?.sqlstate}): ${error?.message}`),
        unknown: grouped('unknown').map(({ what, several, role, error, perhaps, isKept }) => {
            if (perhaps !== undefined)
                return `${what}${by(role)}: ${perhaps}`;
            if (error === undefined && isKept)
                return `${what}${by(role)} keeps the old values`;
            if (error === undefined)
                return `${what}${by(role)} met no row, or let none through`;
            const why = 'which may be the made-up row’s or session’s own doing';
            return `${what}${by(role)} ${several ? 'are' : 'is'} refused, ${why}: ${error.message} (${error.sqlstate})`;
        }),
        strangers: strangers.length > 0
            ? [`not tried as ${few(strangers.map(sql_words/* code */.a))}: made by no \`bootstrap\`, or with rights beyond one database`]
            : [],
        untried: untried.map(({ table, reason, role }) => `${(0,sql_words/* code */.a)(table)} was not tried${by(role)} (${reason})`),
    };
    const roles = [...new Set(sound.flatMap(({ role }) => role ?? []))];
    const shown = (role) => tables.map((table) => ({
        table,
        words: shownOf(table, sound.filter((one) => one.role === role)),
    }));
    const listed = (role) => shown(role).flatMap(({ words }) => words ?? []);
    const own = shown().flatMap(({ table, words }) => (words === null ? [] : [`${words}${heldRows(table, heldBy)}`]));
    const alike = roles.filter((role) => listed(role).join() === listed().join());
    const works = [
        ...(own.length > 0
            ? [`on one row, as before: ${few(own)}${alike.length > 0 ? `, also as ${few(alike.map(sql_words/* code */.a))}` : ''}`]
            : []),
        ...roles.filter((role) => !alike.includes(role)).map((role) => `as ${(0,sql_words/* code */.a)(role)}: ${few(listed(role))}`),
    ];
    const detail = [...words.breaks, ...works, ...words.unknown, ...words.untried, ...words.strangers].join('; ');
    if (words.breaks.length > 0)
        return failed(detail, rest);
    const open = [...words.unknown, ...words.untried, ...words.strangers];
    if (open.length > 0)
        return notChecked('cannot-be-tried', detail, rest);
    return tables.length > 0 ? proven(detail, rest) : null;
}
/** What fails for one reason is said once. */
function probes_groupsOf(comparisons) {
    const groups = new Map();
    for (const one of comparisons) {
        const key = JSON.stringify([one.table, one.role, one.error?.sqlstate, one.error?.message]);
        groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    return [...groups.values()].map((group) => {
        const { table = '', role, error, perhaps } = group[0] ?? {};
        const operations = operationsOf(group);
        const what = `${(0,sql_name/* enumerated */.BD)(operations)} on ${(0,sql_words/* code */.a)(table)}`;
        const isKept = group.every(({ operation }) => operation === KEPT);
        return { what, several: operations.length > 1, role, error, perhaps, isKept };
    });
}
/** Who does what to which table, as people call it. */
function wordOf({ table, role, operation }) {
    return JSON.stringify([table, role, operationsOf([{ operation }])]);
}
/** Null where nothing is. */
function shownOf(table, works) {
    const its = works.filter((one) => one.table === table);
    return its.length > 0 ? `${(0,sql_name/* enumerated */.BD)(operationsOf(its))} on ${(0,sql_words/* code */.a)(table)}` : null;
}
/** What a new foreign key keeps was not deleted. */
function heldRows(table, heldBy) {
    const children = [...new Set(heldBy.flatMap((one) => (one.table === table ? [(0,sql_words/* code */.a)(one.child)] : [])))];
    return children.length > 0 ? ` (of a row that ${(0,sql_name/* enumerated */.BD)(children)} doesn’t refer to)` : '';
}
const MOST_NAMED = 5;
function few(names) {
    const more = names.length - MOST_NAMED;
    return more > 0 ? `${names.slice(0, MOST_NAMED).join(', ')} and ${more} more` : names.join(', ');
}

;// CONCATENATED MODULE: ./build/rehearsal/validation/frame.js

/** A transaction of its own. */
const READ_ONLY = { begin: 'BEGIN READ ONLY', end: 'ROLLBACK' };
/** Inside a transaction that the script itself opens and rolls back, as pgTAP's tests and sqitch's do: they may keep notes in it. */
const SAVEPOINT = { begin: 'SAVEPOINT validation', end: 'ROLLBACK TO validation' };
/** Whether BEGIN opens a transaction that ends in ROLLBACK. */
function isRolledBack({ statements }, begin) {
    const end = statements.slice(begin.index + 1).find(({ kind, node }) => {
        const command = (0,ast/* nodeOf */.E7)(node, 'TransactionStmt')?.kind;
        return kind === 'TransactionStmt' && (command === 'TRANS_STMT_COMMIT' || command === 'TRANS_STMT_ROLLBACK');
    });
    return (0,ast/* nodeOf */.E7)(end?.node, 'TransactionStmt')?.kind === 'TRANS_STMT_ROLLBACK';
}

;// CONCATENATED MODULE: ./build/rehearsal/validation/plan.js

/**
 * EXPLAINs a query unchanged; where the planner chooses another plan, once more with sequential scans switched off,
 * which is all that empty tables can show. Throws `PostgresError` where the query doesn't run.
 */
async function explainIndex(session, sql, index, frame = READ_ONLY) {
    await session.query(frame.begin);
    try {
        const chosen = await explain(session, sql);
        if (usesIndex(chosen, index))
            return { status: 'chosen', plan: describePlan(chosen) };
        await session.query('SET LOCAL enable_seqscan = off');
        const forced = await explain(session, sql);
        if (usesIndex(forced, index))
            return { status: 'usable', plan: describePlan(forced) };
        return { status: 'not used', plan: describePlan(chosen) };
    }
    finally {
        await session.query(frame.end);
    }
}
async function explain(session, sql) {
    const { rows } = await session.query(`EXPLAIN (FORMAT JSON) ${sql}`);
    return JSON.parse(rows.map(([line]) => line).join('\n'))[0]?.Plan ?? { 'Node Type': '?' };
}
function usesIndex(node, index) {
    const name = index.replace(/^.*\./, '').replaceAll('"', '');
    return node['Index Name'] === name || (node.Plans ?? []).some((child) => usesIndex(child, index));
}
/** Every index that a plan uses, each once. */
function indexesOf(node) {
    const below = (node.Plans ?? []).flatMap(indexesOf);
    const own = node['Index Name'];
    return [...new Set(own === undefined ? below : [own, ...below])];
}
/** For example `Limit > Index Scan using idx_outbox_due on outbound_messages`. */
function describePlan(node) {
    const index = node['Index Name'] === undefined ? '' : ` using ${node['Index Name']}`;
    const relation = node['Relation Name'] === undefined ? '' : ` on ${node['Relation Name']}`;
    const below = (node.Plans ?? []).map(describePlan).join(', ');
    return `${node['Node Type']}${index}${relation}${below === '' ? '' : ` > ${below}`}`;
}

;// CONCATENATED MODULE: ./build/rehearsal/queries/application.js



/** Manual, PREPARE: a plan is made anew after DDL; one whose result would have other columns is refused. */
const FEATURE_NOT_SUPPORTED = '0A000';
/**
 * Postgres can't infer a parameter's type, as a driver could that sends it along; or it can't prepare the text: CALL, REFRESH,
 * placeholders of a driver's own.
 */
const INDETERMINATE = new Set(['42P18', '42P08', '42601']);
class Application {
    #session;
    #queries;
    #own;
    #before = [];
    /** `own`: no other code uses the session. Its prepared statements of these names are replaced. */
    constructor(session, queries, own) {
        this.#session = session;
        this.#queries = queries;
        this.#own = own;
    }
    /** The session, where it is the application's own. */
    async close() {
        if (this.#own)
            await this.#session.close();
    }
    /** Prepares every query against the schema as it is now, and keeps it prepared. */
    async prepare() {
        this.#before = await this.#planned(true);
    }
    /** Tries every query against the schema as it is now: as prepared before, and anew. */
    async tryAgain() {
        const cached = await this.#planned(false);
        const fresh = await this.#planned(true);
        return this.#queries.map((query, index) => report(query, this.#before[index], cached[index], fresh[index]));
    }
    async #planned(prepare) {
        const outcomes = prepare ? await this.#prepareAll() : this.#queries.map(() => null);
        const counts = await this.#parameterCounts();
        await this.#session.query('SET plan_cache_mode = force_generic_plan');
        const explained = await this.#session.queryAll(this.#queries.map((_, index) => {
            const values = Array.from({ length: counts.get(application_nameOf(index)) ?? 0 }, () => 'NULL').join(', ');
            return `EXPLAIN (FORMAT JSON) EXECUTE ${application_nameOf(index)}${values && `(${values})`}`;
        }));
        await this.#session.query('RESET plan_cache_mode');
        return explained.map((outcome, index) => {
            const refused = outcomes[index];
            return refused ? { error: refused } : answer(outcome);
        });
    }
    async #prepareAll() {
        const known = await this.#parameterCounts();
        const names = this.#queries.map((_, index) => application_nameOf(index)).filter((name) => known.has(name));
        await this.#session.queryAll(names.map((name) => `DEALLOCATE ${name}`));
        const outcomes = await this.#session.queryAll(this.#queries.map(({ sql }, index) => `PREPARE ${application_nameOf(index)} AS ${sql}`));
        return outcomes.map((outcome) => (outcome instanceof servers_server/* PostgresError */.Yj ? outcome : null));
    }
    async #parameterCounts() {
        const { rows } = await this.#session.query((0,catalog_sql/* catalogSql */.a)('prepared queries'));
        return new Map(rows.map(([name, count]) => [String(name), Number(count)]));
    }
}
/** On a connection of its own, where the server has several; its queries are prepared. */
async function openApplication({ scratch, session, multiSession }, queries) {
    const application = new Application(multiSession ? await scratch.connect() : session, queries, multiSession);
    await application.prepare();
    return application;
}
function application_nameOf(index) {
    return `ms_query_${index}`;
}
function answer(outcome) {
    if (outcome instanceof servers_server/* PostgresError */.Yj)
        return { error: outcome };
    const text = outcome.rows.map(([line]) => line).join('\n');
    return { plan: JSON.parse(text)[0]?.Plan ?? { 'Node Type': '?' } };
}
function report({ name, sql, location: { path, line } }, before, cached, fresh) {
    const query = { name, path, line, sql };
    const failure = (error) => ({ sqlstate: error.sqlstate, error: error.message });
    if (before === undefined || fresh === undefined || 'error' in before) {
        const error = before && 'error' in before ? before.error : undefined;
        const status = error && INDETERMINATE.has(error.sqlstate) ? 'not checked' : 'fails already';
        return { ...query, status, indexes: [], ...(error && failure(error)) };
    }
    if ('error' in fresh)
        return { ...query, status: 'breaks', indexes: [], ...failure(fresh.error) };
    const plans = {
        planBefore: describePlan(before.plan),
        planAfter: describePlan(fresh.plan),
        indexes: indexesOf(fresh.plan),
    };
    if (cached && 'error' in cached && cached.error.sqlstate === FEATURE_NOT_SUPPORTED) {
        return { ...query, status: 'breaks where prepared', ...plans, ...failure(cached.error) };
    }
    return { ...query, status: 'works', ...plans };
}

;// CONCATENATED MODULE: ./build/rehearsal/queries/findings.js



function queryFindings(up, reports, queries) {
    const migration = { up, reports };
    return queries.flatMap((query) => {
        if (query.status === 'breaks') {
            const message = `The query ${(0,sql_words/* code */.a)(query.name)} no longer works after this migration: ${query.error} (SQLSTATE ${query.sqlstate}).`;
            return [breaks('query-breaks', migration, query, message)];
        }
        if (query.status === 'breaks where prepared') {
            const message = `Connections that prepared the query ${(0,sql_words/* code */.a)(query.name)} before the migration refuse it afterwards: ${query.error} (SQLSTATE ${query.sqlstate}).`;
            return [breaks('query-breaks-where-prepared', migration, query, message)];
        }
        return [];
    });
}
function breaks(rule, { up, reports }, query, message) {
    const { path, line } = query;
    return observe(rule, up, culpritOf(up, reports, { error: { message: query.error ?? '' } }) ?? namedBy(up, reports, query), {
        message,
        proof: `${query.onRows === 'breaks' ? 'Run on rows before the migration and after it' : 'Prepared before the migration and tried after it'}, Postgres answered ${query.sqlstate}: ${query.error}`,
        ...(rule === 'query-breaks' && { tried: triedQuery(query.name, query.sqlstate) }),
        related: [{ path, line, column: 1, endLine: line, endColumn: 1, message: `The query ${(0,sql_words/* code */.a)(query.name)}` }],
    });
}
/** By this it is known when it is tried again after a part of the migration. */
function triedQuery(name = '', sqlstate = '') {
    return JSON.stringify(['query', name, sqlstate]);
}
/** Whether it was that query. */
function isOfQuery(tried, name) {
    return tried.startsWith(triedQuery(name).slice(0, -'""]'.length));
}
/** The statement that changed what the query names; the last word of an object's name is what a query writes. */
function namedBy(up, reports, { sql }) {
    const words = new Set(sql.toLowerCase().match(/[a-z_][a-z0-9_$]*/g) ?? []);
    const names = (name) => words.has((name.split('.').at(-1) ?? name).toLowerCase());
    const index = reports.findIndex(({ objects }) => objects.some(({ change, name }) => change !== 'extra' && names(name)));
    const touching = reports.findIndex(({ objects }) => objects.some(({ name }) => name.split('.').some((part) => words.has(part.toLowerCase()))));
    return up.statements[index >= 0 ? index : touching] ?? up.statements[0];
}

;// CONCATENATED MODULE: ./build/rehearsal/queries/outcome.js


/** The plan's node for INSERT, UPDATE, DELETE and MERGE. */
const outcome_WRITES = /\bModifyTable\b/;
/** Also: which plans changed, and which of the new indexes, `fresh`, serves none of them. */
function queriesOutcome(queries, fresh) {
    const of = (...statuses) => queries.filter(({ status }) => statuses.includes(status));
    const broken = of('breaks', 'breaks where prepared');
    const changed = queries.filter(({ planBefore, planAfter }) => planBefore !== planAfter);
    const used = new Set(queries.flatMap(({ indexes }) => indexes));
    const unused = fresh.filter((name) => !used.has(name.split('.').at(-1) ?? name));
    const works = of('works');
    const ran = works.filter(({ onRows }) => onRows === 'works');
    const refused = works.filter(({ onRows, sqlstate }) => onRows === 'not checked' && sqlstate !== undefined);
    const planned = works.filter((query) => query.onRows !== 'works' && outcome_WRITES.test(query.planAfter ?? '') && !refused.includes(query));
    const detail = [
        `${works.length} of ${queries.length} work${onRows(ran.length, works.length)}`,
        ...broken.map(({ name, status, sqlstate }) => `${(0,sql_words/* code */.a)(name)} ${status} (${sqlstate})`),
        ...named('fail on the old schema, too', of('fails already')),
        ...named('could not be tried', of('not checked')),
        ...queries.flatMap(({ name, result }) => result ? [`${(0,sql_words/* code */.a)(name)} returns (${result.after}) and no longer (${result.before})`] : []),
        ...named('have another plan', changed),
        ...named('would write, and were planned only: what constraints and triggers say to a row is not known', planned),
        ...refused.map(({ name, error, sqlstate }) => `${(0,sql_words/* code */.a)(name)} is refused on the rows here, which may be their own doing: ${error} (${sqlstate})`),
        ...(unused.length > 0 ? [`no query uses the new index ${unused.map(sql_words/* code */.a).join(', ')}`] : []),
    ].join('; ');
    if (broken.length > 0)
        return failed(detail);
    if (refused.length > 0)
        return notChecked('cannot-be-tried', detail);
    if (planned.length > 0)
        return notChecked('planned-only', detail);
    // What could not be tried is not called proven because others were.
    const isWhole = works.length > 0 && of('not checked').length === 0;
    return isWhole ? proven(detail) : notChecked('cannot-be-tried', detail);
}
function onRows(ran, works) {
    if (ran === 0)
        return '';
    return `, ${ran < works ? `${ran} of them ` : ''}run on rows before and after`;
}
function named(what, queries) {
    return queries.length === 0 ? [] : [`${queries.map(({ name }) => (0,sql_words/* code */.a)(name)).join(', ')} ${what}`];
}

;// CONCATENATED MODULE: ./build/rehearsal/proofs/queries.js





/* harmony default export */ const queries = (schemaProof({
    check: 'queries',
    title: 'The application’s queries still work',
    async begin({ stage, queries, defer }) {
        if (queries.length === 0)
            return null;
        const application = await openApplication(stage, queries);
        defer(() => application.close());
        return application;
    },
    async show({ migration: { up }, run, before, after }, application) {
        if (application === null)
            return null;
        const queries = await application.tryAgain();
        const rest = { part: { queries }, observations: queryFindings(up, run.reports, queries) };
        return { ...queriesOutcome(queries, newIndexes(before, after)), ...rest };
    },
}));
function newIndexes(before, after) {
    return [...after].flatMap(([key, { kind, name }]) => (kind === 'index' && !before.has(key) ? [(0,schema_objects/* shortName */.EU)(name)] : []));
}

;// CONCATENATED MODULE: ./build/rehearsal/mended.js
/** What was tried, without how it was refused: as `triedWrite` and `triedQuery` write it. */
function mended_wordOf(tried) {
    return JSON.stringify(JSON.parse(tried).slice(0, -1));
}
function withMended(observations, mended) {
    return observations.map((observation) => {
        const { tried, at, finding } = observation;
        if (tried === undefined || !mended.get(at.path)?.has(mended_wordOf(tried)))
            return observation;
        const isSaid = finding.message.includes('A later migration of this change mends it');
        const message = isSaid ? finding.message : `${finding.message} A later migration of this change mends it.`;
        const severity = finding.severity === 'error' ? 'warning' : finding.severity;
        return { ...observation, finding: { ...finding, message, severity } };
    });
}

// EXTERNAL MODULE: ./build/sql/pg-query.js
var pg_query = __webpack_require__(99619);
;// CONCATENATED MODULE: ./build/sql/query-uses.js

function usesOf(tree) {
    const relations = new Map();
    const parameters = new Map();
    const take = (node, use) => {
        const number = parameterIn(node);
        if (number !== undefined && !parameters.has(number))
            parameters.set(number, use);
    };
    (0,ast/* walk */.GG)(tree, (tag, body) => {
        if (tag === 'RangeVar')
            addRelation(relations, body);
        else if (tag === 'InsertStmt')
            takeValues(body, take);
        else if (tag === 'UpdateStmt' || tag === 'OnConflictClause')
            takeTargets(body.targetList, take);
        else if (tag === 'A_Expr')
            takeComparison(body, take);
    });
    const insert = (0,ast/* nodeOf */.E7)(tree, 'InsertStmt');
    const target = (0,ast/* relationName */.CJ)((insert ?? (0,ast/* nodeOf */.E7)(tree, 'UpdateStmt') ?? (0,ast/* nodeOf */.E7)(tree, 'DeleteStmt'))?.relation);
    for (const body of [insert, (0,ast/* nodeOf */.E7)(tree, 'UpdateStmt'), (0,ast/* nodeOf */.E7)(tree, 'DeleteStmt')])
        addRelation(relations, body?.relation);
    const update = (0,ast/* nodeOf */.E7)(tree, 'UpdateStmt');
    return {
        relations,
        ...(target && { target }),
        ...(insert && { inserted: insertedBy(insert) }),
        ...(update && { updated: constants(update) }),
        parameters,
    };
}
function constants({ targetList = [] }) {
    return targetList.flatMap((item) => {
        const { name, val } = (0,ast/* nodeOf */.E7)(item, 'ResTarget') ?? {};
        const value = (0,ast/* nodeOf */.E7)(val, 'TypeCast')?.arg ?? val;
        return name !== undefined && (0,ast/* nodeOf */.E7)(value, 'A_Const') ? [name] : [];
    });
}
function insertedBy({ cols, selectStmt }) {
    if (cols)
        return cols.map((column) => (0,ast/* nodeOf */.E7)(column, 'ResTarget')?.name ?? '');
    const { valuesLists, targetList } = (0,ast/* nodeOf */.E7)(selectStmt, 'SelectStmt') ?? {};
    return (0,ast/* nodeOf */.E7)(valuesLists?.[0], 'List')?.items?.length ?? targetList?.length ?? 0;
}
function addRelation(relations, body) {
    const relation = (0,ast/* relationName */.CJ)(body);
    if (relation === undefined)
        return;
    const { alias } = body;
    relations.set(alias?.aliasname ?? relation.name, relation);
}
/** A column without a name is known by its place, from `#0` on. */
function takeValues({ cols, selectStmt }, take) {
    const select = (0,ast/* nodeOf */.E7)(selectStmt, 'SelectStmt');
    const rows = select?.valuesLists?.map((list) => (0,ast/* nodeOf */.E7)(list, 'List')?.items ?? []) ?? [];
    const selected = select?.targetList?.map((item) => (0,ast/* nodeOf */.E7)(item, 'ResTarget')?.val);
    for (const row of selected ? [selected] : rows) {
        for (const [at, value] of row.entries()) {
            const column = cols ? (0,ast/* nodeOf */.E7)(cols[at], 'ResTarget')?.name : `#${at}`;
            if (column !== undefined)
                take(value, { as: 'written', column });
        }
    }
}
function takeTargets(targets, take) {
    for (const item of targets ?? []) {
        const { name, val } = (0,ast/* nodeOf */.E7)(item, 'ResTarget') ?? {};
        if (name !== undefined)
            take(val, { as: 'written', column: name });
    }
}
function takeComparison(body, take) {
    const { kind, lexpr, rexpr } = body;
    const sides = [
        [lexpr, rexpr],
        [rexpr, lexpr],
    ];
    for (const [one, other] of sides) {
        const column = columnOf(one);
        if (column === undefined)
            continue;
        const as = kind === 'AEXPR_OP_ANY' || kind === 'AEXPR_OP_ALL' ? 'list' : 'read';
        for (const value of (0,ast/* nodeOf */.E7)(other, 'List')?.items ?? [other])
            take(value, { as, ...column });
    }
}
function columnOf(node) {
    const bare = (0,ast/* nodeOf */.E7)(node, 'TypeCast')?.arg ?? node;
    const fields = (0,ast/* nodeOf */.E7)(bare, 'ColumnRef')?.fields?.map((field) => (0,ast/* nodeOf */.E7)(field, 'String')?.sval);
    const column = fields?.at(-1);
    const of = fields?.at(-2);
    return column === undefined ? undefined : { column, ...(of !== undefined && { of }) };
}
/** `$1`, also with a cast. */
function parameterIn(node) {
    const bare = (0,ast/* nodeOf */.E7)(node, 'TypeCast')?.arg ?? node;
    return (0,ast/* nodeOf */.E7)(bare, 'ParamRef')?.number;
}

;// CONCATENATED MODULE: ./build/rehearsal/queries/fitting-values.js



class FittingValues {
    #session;
    #source;
    #rows = new Map();
    constructor(session, source) {
        this.#session = session;
        this.#source = source;
    }
    /** For the schema as it is now. */
    static async read(session, source) {
        return new FittingValues(session, { ...source, catalog: await readCatalog(session) });
    }
    /** The tables as they are. */
    get catalog() {
        return this.#source.catalog;
    }
    /** As SQL, one for each parameter. `types`: as Postgres takes them. */
    async of({ relations, target, parameters }, types) {
        const values = [];
        for (const [at, type] of types.entries()) {
            const use = parameters.get(at + 1);
            const found = use && this.#find(use, target, relations);
            const row = found && (await this.#row(found.table, use.as === 'written' ? 'new' : 'there'));
            const value = found && row?.get(found.column);
            if (value === undefined || value === null)
                values.push(anyValue(type));
            else
                values.push(use?.as === 'list' ? `ARRAY[${(0,quote/* literal */.e)(value)}]::${type}` : (0,quote/* literal */.e)(value));
        }
        return values;
    }
    /** The table that a query means, by the names that it has in the schema. */
    table({ schema, name }) {
        return this.#source.catalog.tables.find((one) => one.name === name && (schema === undefined || one.schema === schema));
    }
    #find(use, target, relations) {
        const place = /^#(\d+)$/.exec(use.column)?.[1];
        const written = use.as === 'written' && target ? [target] : [];
        const of = use.of === undefined ? undefined : relations.get(use.of);
        for (const name of of ? [of] : [...written, ...relations.values()]) {
            const table = this.table(name);
            const column = place ? table?.columns[Number(place)] : table?.columns.find((one) => one.name === use.column);
            if (table && column)
                return { table, column: column.name };
        }
        return undefined;
    }
    async #row(table, which) {
        const key = `${which} ${table.oid}`;
        if (!this.#rows.has(key))
            this.#rows.set(key, await this.#read(table, which));
        return this.#rows.get(key);
    }
    async #read(table, which) {
        const columns = table.columns.filter(({ generated }) => !generated);
        const made = which === 'new' ? await newRow(this.#session, table, columns, this.#source) : undefined;
        return made ?? rowThere(this.#session, table, table.columns);
    }
}
const SAMPLES = [
    [/\[\]$/, "'{}'"],
    [/^(smallint|integer|bigint|numeric|real|double precision|oid|money)/, "'1'"],
    [/^boolean$/, 'true'],
    [/^(text|character|"?char|name|citext|bytea|bpchar)/, "'x'"],
    [/^(date|timestamp)/, "'2024-01-01'"],
    [/^time /, "'12:00'"],
    [/^interval$/, "'1 day'"],
    [/^uuid$/, "'00000000-0000-4000-8000-000000000001'"],
    [/^jsonb?$/, "'{}'"],
    [/^(inet|cidr)$/, "'192.0.2.1'"],
];
/** Where nothing is known of a parameter but its type. */
function anyValue(type) {
    return SAMPLES.find(([pattern]) => pattern.test(type))?.[1] ?? 'NULL';
}

;// CONCATENATED MODULE: ./build/rehearsal/queries/runs.js







const runs_BEGIN = "BEGIN; SET LOCAL statement_timeout = '5s'; SET LOCAL lock_timeout = '2s'";
const NO_RESULT = { columns: [], types: [] };
const runs_NOT_NULL = '23502';
const UTILITIES = new Set(['TruncateStmt', 'CallStmt', 'RefreshMatViewStmt']);
const WROTE_NOTHING = /^(INSERT 0|UPDATE|DELETE|MERGE) 0$/;
const runs_NOTHING = { tables: [], types: new Map() };
/** A query was answered with the end of its session, so that nothing more can be tried there. */
class EndedByQuery extends servers_server/* ServerLost */.m2 {
    name = 'EndedByQuery';
    query;
    constructor(query, cause) {
        super(cause.message, { cause });
        this.query = query;
    }
}
class QueryRuns {
    #session;
    #queries;
    #source;
    #uses = [];
    /** By the query's place: PREPARE takes no such statement, and it has no parameters. */
    #utilities = new Set();
    #before = [];
    #catalog = runs_NOTHING;
    constructor(session, queries, source) {
        this.#session = session;
        this.#queries = queries;
        this.#source = source;
    }
    /** Before the migration. */
    async begin() {
        const { parse } = await (0,pg_query/* loadPgQuery */.Y)();
        this.#uses = this.#queries.map(({ sql }, at) => {
            const answer = parse(sql);
            const tree = 'tree' in answer ? answer.tree.stmts?.[0]?.stmt : undefined;
            const uses = usesOf(tree);
            if (UTILITIES.has(Object.keys(tree ?? {})[0] ?? '') && !hasParameters(tree))
                this.#utilities.add(at);
            return uses;
        });
        const values = await FittingValues.read(this.#session, this.#source);
        this.#catalog = values.catalog;
        this.#before = await this.#run(values);
    }
    /** After it, in the order of the queries. */
    async compare() {
        await this.#session.query('DISCARD PLANS');
        const values = await FittingValues.read(this.#session, this.#source);
        const after = await this.#run(values);
        return this.#queries.map((_, at) => this.#judge(at, this.#before[at], after[at], values));
    }
    #judge(at, before, after, values) {
        if (before === undefined || after === undefined)
            return { status: 'not checked' };
        if (before instanceof servers_server/* PostgresError */.Yj) {
            return { status: isOfTheRow(before) ? 'not checked' : 'fails already', error: before };
        }
        if (!(after instanceof servers_server/* PostgresError */.Yj)) {
            // No trigger and no constraint was asked.
            if (before.wroteNothing || after.wroteNothing)
                return { status: 'not checked' };
            const columns = { before: before.columns, after: after.columns };
            return { status: 'works', ...(columns.before !== columns.after && { columns }) };
        }
        const uses = this.#uses[at];
        const table = uses?.target && values.table(uses.target);
        const sure = uses === undefined || this.#isSure(after, uses, table, values.catalog);
        return { status: sure ? 'breaks' : 'not checked', error: after };
    }
    /** Whatever the application puts into its parameters. */
    #isSure(error, uses, table, now) {
        if (isLabelThatWent(error, this.#catalog, now))
            return true;
        if (table === undefined)
            return !isOfTheRow(error);
        const all = table.columns.map(({ name }) => name);
        const written = [...uses.parameters.values()].flatMap(({ as, column }) => (as === 'written' ? [column] : []));
        const placed = written.map((column) => column.startsWith('#') ? (all[Number(column.slice(1))] ?? column) : column);
        const { inserted } = uses;
        // A column that an INSERT leaves out, and a value that stands in the query, are always the same.
        const given = typeof inserted === 'number' ? all.slice(0, inserted) : inserted;
        const open = error.sqlstate === runs_NOT_NULL ? (given ?? placed) : placed;
        const judged = { error, table, named: new Set(open), before: this.#catalog, now };
        return dependsOn({ ...judged, ...(uses.updated && { fixed: new Set(uses.updated) }) }) === 'nothing';
    }
    async #run(values) {
        const names = this.#queries.map((_, at) => `ms_run_${at}`);
        const prepared = await this.#session.queryAll(this.#queries.map(({ sql }, at) => `PREPARE ${names[at]} AS ${sql}`));
        const { rows } = await this.#session.query((0,catalog_sql/* catalogSql */.a)('prepared runs'));
        const types = new Map(rows.map(([name, list]) => [name, JSON.parse(list ?? '[]')]));
        const answers = [];
        for (const [at, outcome] of prepared.entries()) {
            const uses = this.#uses[at];
            if (this.#utilities.has(at)) {
                answers.push(await this.#execute(at, this.#queries[at]?.sql ?? ''));
                continue;
            }
            if (outcome instanceof servers_server/* PostgresError */.Yj || uses === undefined) {
                answers.push(outcome instanceof servers_server/* PostgresError */.Yj ? outcome : { columns: '' });
                continue;
            }
            const given = await values.of(uses, types.get(names[at] ?? '') ?? []);
            answers.push(await this.#execute(at, `EXECUTE ${names[at]}${given.length > 0 ? `(${given.join(', ')})` : ''}`));
        }
        const made = [...types.keys()].map((name) => `DEALLOCATE ${name}`);
        if (made.length > 0)
            await this.#session.queryAll(made);
        return answers;
    }
    async #execute(at, sql) {
        const queries = [runs_BEGIN, sql, 'SET CONSTRAINTS ALL IMMEDIATE', 'ROLLBACK'];
        const [, outcome, deferred] = await this.#session.queryAll(queries).catch((error) => {
            throw error instanceof servers_server/* ServerLost */.m2 ? new EndedByQuery(this.#queries[at]?.name ?? '', error) : error;
        });
        if (outcome instanceof servers_server/* PostgresError */.Yj)
            return outcome;
        if (deferred instanceof servers_server/* PostgresError */.Yj)
            return deferred;
        const columns = await this.#described(outcome);
        return WROTE_NOTHING.test(outcome?.command ?? '') ? { columns, wroteNothing: true } : { columns };
    }
    /** `id integer, name text`. */
    async #described({ columns, types } = NO_RESULT) {
        if (types.length === 0)
            return '';
        const names = types.map((type) => `pg_catalog.format_type(${type}, NULL)`).join(', ');
        const { rows } = await this.#session.query(`SELECT ${names}`);
        return columns.map((name, at) => `${name} ${rows[0]?.[at] ?? ''}`).join(', ');
    }
}
function hasParameters(tree) {
    let found = false;
    (0,ast/* walk */.GG)(tree, (tag) => {
        found ||= tag === 'ParamRef';
    });
    return found;
}
/** Other values might do. */
function isOfTheRow({ sqlstate }) {
    return !/^(0A|42|3F|55)/.test(sqlstate) || /^42P(08|18)$/.test(sqlstate);
}

;// CONCATENATED MODULE: ./build/rehearsal/proofs/query-runs.js






/** Says more than the plans do, in their place. */
/* harmony default export */ const query_runs = (rowsProof({
    check: queries.check,
    title: queries.title,
    async begin({ stage, queries, hints, seeding }) {
        if (queries.length === 0)
            return null;
        const runs = new QueryRuns(stage.session, queries, { seeding, hints });
        await stage.scratch.pastRowSecurity(() => runs.begin());
        stage.tracer.unseen();
        return runs;
    },
    async show({ stage, migration: { up }, report, queries: asked }, runs) {
        if (runs === null)
            return null;
        const ran = await stage.scratch.pastRowSecurity(() => runs.compare());
        stage.tracer.unseen();
        // Not all that were planned may have been run.
        const wordOfRun = ({ name, sql }, line) => `${line} ${name} ${sql}`;
        const runOf = new Map(asked.map((query, at) => [wordOfRun(query, query.location.line), ran[at]]));
        const queries = report.queries.map((query) => withRun(query, runOf.get(wordOfRun(query, query.line))));
        const news = queries.filter(({ status }, at) => status === 'breaks' && report.queries[at]?.status !== 'breaks');
        const reports = report.statements.filter(({ role }) => role === 'up');
        const made = reports.flatMap(({ objects }) => objects.flatMap(({ kind, change, name }) => (kind === 'index' && change === 'extra' ? [name] : [])));
        const again = async () => {
            const now = await stage.scratch.pastRowSecurity(() => runs.compare());
            // Several may have one name.
            const broken = new Set(asked.filter((_, at) => now[at]?.status !== 'works').map(({ name }) => name));
            const works = asked.filter(({ name }) => !broken.has(name));
            return new Set(works.map(({ name }) => mended_wordOf(triedQuery(name))));
        };
        return {
            ...queriesOutcome(queries, made),
            part: { queries },
            observations: queryFindings(up, reports, news),
            again,
        };
    },
    untried: () => null,
}));
/** What is refused while it is planned stays so. */
function withRun(query, run) {
    if (run === undefined || query.status === 'breaks' || query.status === 'fails already')
        return query;
    const { sqlstate = '', message = '' } = run.error ?? {};
    const said = run.error ? { sqlstate, error: message } : {};
    if (run.status === 'works') {
        const { sqlstate: _, error: __, ...known } = query;
        // What can't be planned ran all the same.
        const worked = query.status === 'not checked' ? { ...known, status: 'works' } : query;
        return { ...worked, onRows: 'works', ...(run.columns && { result: run.columns }) };
    }
    if (query.status === 'breaks where prepared' && run.status !== 'breaks')
        return { ...query, onRows: run.status };
    const status = run.status === 'breaks' ? 'breaks' : query.status;
    return { ...query, status, onRows: run.status, ...said };
}

;// CONCATENATED MODULE: ./build/rehearsal/replication/findings.js










/** The same table before, or the one whose name it has taken. */
function earlier(table, before) {
    const sameName = (one) => one.schema === table.schema && one.name === table.name;
    return before.find(({ oid }) => oid === table.oid) ?? before.find(sameName);
}
/** Commands that it took before, or that nobody had tried. */
function newlyRefused(table, before) {
    const was = earlier(table, before)?.refuses ?? [];
    return table.refuses.filter(({ command }) => !was.some((one) => one.command === command));
}
/** `existing`: whether a table of that name was there before the change, so that code may write to it. */
function refusedWrites(script, { before, after }, existing) {
    return after.flatMap((table) => {
        const refused = newlyRefused(table, before);
        const [first] = refused;
        if (first === undefined)
            return [];
        const { schema, name, publications } = table;
        const full = `${schema}.${name}`;
        const commands = (0,sql_name/* enumerated */.BD)(refused.map(({ command }) => command));
        const isOld = existing(table);
        const statement = findings_placeOf(script, table, earlier(table, before));
        return [
            observe('published-table-refuses-writes', script, statement, {
                message: `Postgres refuses ${commands} of ${(0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(full))} once this has run (SQLSTATE ${first.sqlstate}). The publication ${(0,sql_words/* code */.a)(publications)} sends them, and ${WHY[first.sqlstate] ?? WHY['55000']}.`,
                proof: `EXPLAIN ${first.command} after the migration, and not before it: ${first.sqlstate}: ${first.message}`,
                help: `Give the table a primary key, or name a unique index on NOT NULL columns:\nALTER TABLE ${relationSql([schema, name])} REPLICA IDENTITY USING INDEX …;`,
                facts: [(0,fact/* hazard */.vl)('published-table-refuses-writes', full)],
                tried: triedReplication(table),
                // Code that updates a new table is yet to come.
                ...(!isOld && { severity: 'warning' }),
            }),
        ];
    });
}
/** By this it is known when it is tried again. */
function triedReplication({ schema, name }) {
    return JSON.stringify(['published', schema, name, '']);
}
const WHY = {
    '55000': 'nothing says which row is meant',
    '42P10': 'what it filters or leaves out is no part of what tells the rows apart',
};
/** Identities that name an index that is gone, of tables that no publication holds here. */
function lostIdentities(script, before, after, published) {
    const was = whatItWas(before);
    return [...after.values()].flatMap((table) => {
        const old = was(table);
        if (table.kind !== 'table' || old === undefined || published.some(({ oid }) => oid === table.oid))
            return [];
        if (!isEmptyIdentity(table, after) || isEmptyIdentity(old, before))
            return [];
        const [schema = '', name = ''] = table.parts;
        const statement = findings_placeOf(script, { schema, name }, undefined);
        return [
            observe('replica-identity-index-gone', script, statement, {
                message: `The index that REPLICA IDENTITY of ${(0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(table.name))} names is gone. Where a publication holds the table, its UPDATEs and DELETEs fail from then on.`,
                proof: 'In the catalogs after the migration: REPLICA IDENTITY USING INDEX, and no such index',
                help: `Name the index that takes its place, or go back to the primary key:\nALTER TABLE ${relationSql(table.parts)} REPLICA IDENTITY DEFAULT;`,
                facts: [(0,fact/* hazard */.vl)('replica-identity-index-gone', table.name)],
            }),
        ];
    });
}
function isEmptyIdentity(table, snapshot) {
    if (table.attributes['replica identity'] !== 'i')
        return false;
    const own = JSON.stringify(table.parts);
    return ![...snapshot.values()].some(({ kind, tableParts, attributes }) => (kind === 'index' || kind === 'constraint') &&
        attributes['replica identity'] === true &&
        JSON.stringify(tableParts) === own);
}
/** The statement that did it: the one that published the table where nothing did before, else the last that took its identity. */
function findings_placeOf({ statements }, table, was) {
    const all = statements.flatMap((statement) => [statement, ...(statement.block?.statements ?? [])].map(({ node }) => ({ statement, node })));
    const publishes = all.findLast(({ node }) => ['CreatePublicationStmt', 'AlterPublicationStmt'].some((kind) => node !== null && kind in node));
    const takes = all.findLast(({ node }) => {
        const alter = (0,ast/* nodeOf */.E7)(node, 'AlterTableStmt');
        const subtypes = (alter?.cmds ?? []).map((item) => (0,ast/* nodeOf */.E7)(item, 'AlterTableCmd')?.subtype ?? '');
        if (alter?.relation?.relname === table.name && subtypes.some((one) => TAKES.has(one)))
            return true;
        return (0,ast/* nodeOf */.E7)(node, 'DropStmt')?.removeType === 'OBJECT_INDEX';
    });
    const names = all.find(({ node }) => (0,schema_effects/* effectsOf */.w)(node).some(({ object }) => (0,schema_objects/* lastName */.UK)(object.name) === table.name));
    const found = was === undefined ? (publishes ?? takes) : (takes ?? publishes);
    return (found ?? names)?.statement ?? statements.find(runsCode) ?? statements[0];
}
const TAKES = new Set(['AT_DropConstraint', 'AT_ReplicaIdentity', 'AT_DropColumn']);
/** The tables whose publications, identity or answers differ. */
function replicationTable({ before, after }) {
    const nameOf = ({ schema, name }) => (0,schema_objects/* shortName */.EU)(`${schema}.${name}`);
    const inWords = (table) => {
        if (table === undefined)
            return 'not published';
        const refused = table.refuses.map(({ command }) => command);
        return `in ${table.publications}, identity ${table.identity}${refused.length > 0 ? `, refuses ${(0,sql_name/* enumerated */.BD)(refused)}` : ''}`;
    };
    const gone = before.filter(({ oid }) => !after.some((one) => one.oid === oid));
    const rows = [
        ...after.map((table) => [nameOf(table), inWords(earlier(table, before)), inWords(table)]),
        ...gone
            .filter((table) => !after.some((one) => earlier(one, before) === table))
            .map((table) => [nameOf(table), inWords(table), 'not published']),
    ].filter(([, was, is]) => was !== is);
    return rows.length === 0 ? null : { caption: 'what is replicated', head: ['Table', 'Before', 'After'], rows };
}

;// CONCATENATED MODULE: ./build/rehearsal/replication/published.js
/** Which published tables refuse UPDATE and DELETE. */



/** No usable identity; one that doesn't cover the columns or the rows that are published. */
const ABOUT_IDENTITY = new Set(['55000', '42P10']);
/**
 * Every table that a publication sends changes of. What is not plainly identified is tried: EXPLAIN prepares the statement as
 * far as the check of the identity, and runs nothing, neither triggers nor rules.
 */
async function publishedTables(observer, session) {
    const { rows } = await observer.read((0,catalog_sql/* catalogSql */.a)('published tables'));
    const tables = [];
    for (const [schema, name, oid, publications, sends, identity, isPlain, column] of rows) {
        const table = { schema: schema ?? '', name: name ?? '', oid: oid ?? '' };
        const tried = isPlain === 't' ? {} : await attempt(session, table, { sends: sends ?? '', column: column ?? null });
        tables.push({ ...table, publications: publications ?? '', identity: identity ?? '', refuses: [], ...tried });
    }
    return tables;
}
async function attempt(session, { schema, name }, { sends, column }) {
    const table = `ONLY ${(0,quote/* ident */.b)(schema)}.${(0,quote/* ident */.b)(name)}`;
    const set = column === null ? null : `${(0,quote/* ident */.b)(column)} = ${(0,quote/* ident */.b)(column)}`;
    const commands = [
        ...(set !== null && sends.includes('UPDATE') ? [['UPDATE', `EXPLAIN UPDATE ${table} SET ${set}`]] : []),
        ...(sends.includes('DELETE') ? [['DELETE', `EXPLAIN DELETE FROM ${table}`]] : []),
    ];
    const outcomes = await session.queryAll(commands.map(([, sql]) => sql));
    const refuses = [];
    let untried;
    for (const [index, outcome] of outcomes.entries()) {
        const command = commands[index]?.[0];
        if (!(outcome instanceof servers_server/* PostgresError */.Yj) || command === undefined)
            continue;
        const { sqlstate, message, detail } = outcome;
        if (ABOUT_IDENTITY.has(sqlstate))
            refuses.push({ command, sqlstate, message: detail ?? message });
        else
            untried = `${sqlstate}: ${message}`;
    }
    return { refuses, ...(untried !== undefined && { untried }) };
}

;// CONCATENATED MODULE: ./build/rehearsal/proofs/replication.js
/** Published tables take UPDATE and DELETE after the migration as before it. */







/* harmony default export */ const replication = (schemaProof({
    check: 'replication',
    title: 'Published tables take UPDATE and DELETE',
    async begin({ stage: { scratch, session } }) {
        return publishedTables(await scratch.observe(), session);
    },
    async show({ stage: { scratch, session }, migration: { up }, before, after }, was) {
        const is = await publishedTables(await scratch.observe(), session);
        const changes = { before: was, after: is };
        const table = replicationTable(changes);
        const existing = ({ schema, name }) => before.has(keyOf('table', [schema, name]));
        const observations = [...refusedWrites(up, changes, existing), ...lostIdentities(up, before, after, is)];
        if (table === null && observations.length === 0)
            return null;
        const rest = { observations, ...(table && { table }) };
        const refusing = is.filter((one) => newlyRefused(one, was).length > 0);
        const again = async () => {
            const end = await publishedTables(await scratch.observe(), session);
            const there = end.filter(({ oid }) => refusing.some((one) => one.oid === oid));
            const works = there.filter((one) => one.untried === undefined && newlyRefused(one, was).length === 0);
            return new Set(works.map((one) => mended_wordOf(triedReplication(one))));
        };
        if (refusing.length > 0)
            return failed(`refused since: ${replication_namesOf(refusing)}`, { ...rest, again });
        const untried = is.filter((one) => one.untried !== undefined);
        if (untried.length > 0)
            return notChecked('cannot-be-tried', `${replication_namesOf(untried)}: ${untried[0]?.untried ?? ''}`, rest);
        const number = count(is.length, 'published table');
        return proven(`UPDATE and DELETE prepared on ${number}: ${is.length === 1 ? 'it takes' : 'all take'} what they took before`, rest);
    },
}));
function replication_namesOf(tables) {
    return tables.map(({ schema, name }) => (0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(`${schema}.${name}`))).join(', ');
}

// EXTERNAL MODULE: ./build/schema/effects/effect.js
var effect = __webpack_require__(43882);
// EXTERNAL MODULE: ./build/servers/refusal.js
var refusal = __webpack_require__(4487);
// EXTERNAL MODULE: ./build/sql/directives.js
var directives = __webpack_require__(75957);
// EXTERNAL MODULE: ./build/sql/needs-transaction.js
var needs_transaction = __webpack_require__(57447);
;// CONCATENATED MODULE: ./build/sql/tablespaces.js

const WITH_CLAUSE = new Set(['AlterTableStmt', 'CreateStmt', 'CreateTableAsStmt', 'IndexStmt']);
/** Strings and comments first, so that nothing in them is taken for a clause. */
const SKIPPED = String.raw `'(?:[^']|'')*'|--[^\n]*|/\*[\s\S]*?\*/|\$(\w*)\$[\s\S]*?\$\1\$`;
const tablespaces_NAME = String.raw `("(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)`;
const CLAUSE = new RegExp(String.raw `${SKIPPED}|(,\s*)?\bSET\s+TABLESPACE\s+${tablespaces_NAME}(?:\s+NOWAIT)?(\s*,)?|\b(?:USING\s+INDEX\s+)?TABLESPACE\s+${tablespaces_NAME}`, 'giu');
/** The tablespaces in a statement that makes or changes something else as well. */
function tablespacesIn({ kind, node, sql }) {
    if (!WITH_CLAUSE.has(kind) || isAboutTablespaces(node) || !/tablespace/i.test(sql))
        return [];
    const named = new Set();
    collect(node, named);
    const found = [...sql.matchAll(CLAUSE)].flatMap(({ 3: set, 5: clause }) => tablespaces_nameOf(set ?? clause) ?? []);
    return found.filter((name) => named.has(name));
}
const KEYS = /^(tablespacename|tableSpace|tableSpaceName|indexspace)$/;
/** What the grammar takes for one: a column may be called so, too. */
function collect(value, names) {
    if (typeof value !== 'object' || value === null)
        return;
    if ('subtype' in value && value.subtype === 'AT_SetTableSpace' && 'name' in value)
        names.add(String(value.name));
    for (const [key, inner] of Object.entries(value)) {
        if (typeof inner === 'string' && KEYS.test(key))
            names.add(inner);
        else
            collect(inner, names);
    }
}
/** The statement without those of `gone`; what it consists of stays where it was. */
function withoutTablespaces(sql, gone) {
    return sql.replace(CLAUSE, (found, ...groups) => {
        const [, before, set, after, clause] = groups;
        const name = tablespaces_nameOf(set ?? clause);
        if (name === undefined || !gone.has(name))
            return found;
        const blank = ' '.repeat(found.length - 1);
        // Between two other commands one comma stays.
        return `${blank}${before !== undefined && after !== undefined ? ',' : ' '}`;
    });
}
function tablespaces_nameOf(written) {
    if (written === undefined)
        return undefined;
    return written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written.toLowerCase();
}
const ABOUT = new Set([
    'AlterTableMoveAllStmt',
    'AlterTableSpaceOptionsStmt',
    'CreateTableSpaceStmt',
    'DropTableSpaceStmt',
]);
/** Whether it is about nothing else. */
function isAboutTablespaces(node) {
    if (node === null)
        return false;
    if (Object.keys(node).some((kind) => ABOUT.has(kind)))
        return true;
    if (/^(default_tablespace|temp_tablespaces)$/i.test((0,ast/* nodeOf */.E7)(node, 'VariableSetStmt')?.name ?? ''))
        return true;
    const commands = (0,ast/* nodeOf */.E7)(node, 'AlterTableStmt')?.cmds ?? [];
    if (commands.length > 0)
        return commands.every((item) => (0,ast/* nodeOf */.E7)(item, 'AlterTableCmd')?.subtype === 'AT_SetTableSpace');
    const types = [
        (0,ast/* nodeOf */.E7)(node, 'CommentStmt')?.objtype,
        (0,ast/* nodeOf */.E7)(node, 'GrantStmt')?.objtype,
        (0,ast/* nodeOf */.E7)(node, 'SecLabelStmt')?.objtype,
        (0,ast/* nodeOf */.E7)(node, 'AlterOwnerStmt')?.objectType,
        (0,ast/* nodeOf */.E7)(node, 'RenameStmt')?.renameType,
    ];
    return types.includes('OBJECT_TABLESPACE');
}

;// CONCATENATED MODULE: ./build/rehearsal/ground/administrators.js


/**
 * Extensions that only a superuser creates although they reach for no program, file or other server: those that managed
 * databases let everybody have. The rest (dblink, file_fdw, plpython3u, …) belongs in the bootstrap.
 */
const HARMLESS = /^(address_standardizer\w*|amcheck|bloom|earthdistance|h3\w*|hypopg|pg_buffercache|pg_freespacemap|pg_hint_plan|pg_ivm|pg_jsonschema|pg_partman|pg_prewarm|pg_repack|pg_stat_statements|pg_uuidv7|pg_visibility|pg_walinspect|pgrouting|pgrowlocks|pgstattuple|postgis\w*|sslinfo|timescaledb|vector|xml2)$/;
/** Those that statements create, each once. */
function extensionsWanted(statements) {
    const wishes = new Map();
    for (const { node } of statements) {
        const create = (0,ast/* nodeOf */.E7)(node, 'CreateExtensionStmt');
        const name = create?.extname;
        if (name === undefined || !HARMLESS.test(name) || wishes.has(name))
            continue;
        const option = (wanted) => {
            const found = (create?.options ?? []).map((one) => (0,ast/* nodeOf */.E7)(one, 'DefElem')).find((one) => one?.defname === wanted);
            return (0,ast/* nodeOf */.E7)(found?.arg, 'String')?.sval;
        };
        wishes.set(name, { name, schema: option('schema'), version: option('new_version') });
    }
    return [...wishes.values()];
}
/** CREATE SCHEMA of one that is there; undefined where it failed for another reason or would make more than the schema. */
function duplicateSchema({ node }, { sqlstate }) {
    const create = (0,ast/* nodeOf */.E7)(node, 'CreateSchemaStmt');
    const bare = create !== undefined && (create.schemaElts ?? []).length === 0;
    return bare && sqlstate === DUPLICATE_SCHEMA ? create.schemaname : undefined;
}
const DUPLICATE_SCHEMA = '42P06';
const DUPLICATE_OBJECT = '42710';
const administrators_INSUFFICIENT_PRIVILEGE = '42501';
const UNDEFINED_OBJECT = '42704';
/** Statements about who owns and administers: no later statement needs them to have run. */
const ABOUT_ADMINISTRATION = new Set(`AlterDatabaseSetStmt AlterEventTrigStmt AlterOwnerStmt AlterRoleSetStmt AlterRoleStmt AlterSystemStmt CreateEventTrigStmt
   CreateRoleStmt CreateSubscriptionStmt DropOwnedStmt DropRoleStmt GrantRoleStmt ReassignOwnedStmt`.split(/\s+/));
/** Whether a statement of the baseline failed only for lack of rights or roles, and nothing but rights depends on it. */
function isAdministrators({ node, kind }, { sqlstate }) {
    // The administrator has made it already.
    if (kind === 'CreateExtensionStmt')
        return sqlstate === DUPLICATE_OBJECT;
    if (kind === 'CreateRoleStmt' && sqlstate === DUPLICATE_OBJECT)
        return true;
    if (sqlstate !== administrators_INSUFFICIENT_PRIVILEGE && sqlstate !== UNDEFINED_OBJECT)
        return false;
    if (ABOUT_ADMINISTRATION.has(kind))
        return true;
    const commands = (0,ast/* nodeOf */.E7)(node, 'AlterTableStmt')?.cmds ?? [];
    if (commands.length > 0)
        return commands.every((item) => (0,ast/* nodeOf */.E7)(item, 'AlterTableCmd')?.subtype === 'AT_ChangeOwner');
    const defaults = (0,ast/* nodeOf */.E7)(node, 'AlterDefaultPrivilegesStmt') !== undefined;
    return sqlstate === administrators_INSUFFICIENT_PRIVILEGE && (defaults || isAboutExtension(node));
}
/** Whether a statement of the change fails only because the rehearsal's role is no administrator. */
function lacksRights(statement, error) {
    return error.sqlstate === administrators_INSUFFICIENT_PRIVILEGE && isAdministrators(statement, error);
}
/** What a tablespace is called in the server's answer that it isn't there; parameters have an SQLSTATE of their own. */
const LACKS_TABLESPACE = new Set([UNDEFINED_OBJECT, '22023']);
/** Whether a statement about nothing but tablespaces fails because this server has not production's. */
function lacksTablespace({ node }, { sqlstate }) {
    return LACKS_TABLESPACE.has(sqlstate) && isAboutTablespaces(node);
}
/** Whether a statement of the change fails for the rehearsal's sake, and the rest can be looked at without it. */
function isSpared(statement, error) {
    return lacksRights(statement, error) || lacksTablespace(statement, error);
}
/** COMMENT ON EXTENSION, and its end. */
function isAboutExtension(node) {
    const comment = (0,ast/* nodeOf */.E7)(node, 'CommentStmt');
    return comment?.objtype === 'OBJECT_EXTENSION' || (0,ast/* nodeOf */.E7)(node, 'DropStmt')?.removeType === 'OBJECT_EXTENSION';
}

;// CONCATENATED MODULE: ./build/rehearsal/run/blocks.js

const ENDS = ['TRANS_STMT_COMMIT', 'TRANS_STMT_ROLLBACK', 'TRANS_STMT_PREPARE'];
/** BEGIN and COMMIT belong to the block that they frame. */
function blocksOf({ statements, transaction: mode }) {
    const blocks = [];
    let block;
    for (const statement of statements) {
        const command = (0,ast/* nodeOf */.E7)(statement.node, 'TransactionStmt')?.kind;
        const begins = command === 'TRANS_STMT_BEGIN' || command === 'TRANS_STMT_START';
        const { kind } = statement.transaction;
        const transaction = kind !== 'none' || begins;
        if (block === undefined || block.transaction !== transaction) {
            const toolBegins = kind !== 'none';
            block = { statements: [], transaction, toolBegins, end: toolBegins ? 'tool' : 'nobody' };
            blocks.push(block);
        }
        block.statements.push(statement);
        if (transaction && ENDS.includes(command)) {
            // The script's own COMMIT closes the tool's transaction too.
            block.end = 'script';
            block = undefined;
        }
    }
    // The tool's COMMIT, which ends its own transaction, ends the script's last one as well.
    if (block?.transaction && (mode === 'per-script' || mode === 'per-run'))
        block.end = 'tool';
    return blocks;
}
/** Its ROLLBACK is there, or nobody's COMMIT: nothing of it stays but where sequences stand. */
function isUndone({ statements, end }) {
    return end === 'nobody' || (0,ast/* nodeOf */.E7)(statements.at(-1)?.node, 'TransactionStmt')?.kind === 'TRANS_STMT_ROLLBACK';
}

;// CONCATENATED MODULE: ./build/rehearsal/run/sequences.js


/** What may leave for COMMIT to check what moves sequences. */
const sequences_WRITES = new Set('CallStmt CopyStmt DeleteStmt DoStmt InsertStmt MergeStmt SelectStmt UpdateStmt'.split(' '));
/** Before a transaction of statements that only its COMMIT may still refuse; asks little where no constraint can be deferred. */
async function beforeCommit(session, statements) {
    if (!statements.some(({ kind }) => sequences_WRITES.has(kind)))
        return async () => { };
    const defers = statements.some(({ sql }) => /\bdeferr/i.test(sql));
    return sequences_positions(session, !defers);
}
/** Notes where the session's sequences stand. `ifDeferrable`: only where the database has constraints that can be deferred. */
async function sequences_positions(session, ifDeferrable = false) {
    const { rows } = await session.query((0,catalog_sql/* catalogSql */.a)('sequences', String(ifDeferrable)));
    if (rows.length === 0)
        return async () => { };
    const reads = rows.map(([oid, name]) => `SELECT '${oid}', s.last_value, s.is_called FROM ${name} s`);
    const outcomes = await session.queryAll([reads.join(' UNION ALL ')]);
    const stood = outcomes.flatMap((outcome) => (outcome instanceof servers_server/* PostgresError */.Yj ? [] : outcome.rows));
    return async () => {
        const back = stood.map(([oid, value, called]) => {
            const sequence = `'${oid}'::pg_catalog.regclass`;
            return `SELECT pg_catalog.setval(${sequence}, ${value}, ${called === 't'})`;
        });
        await session.queryAll(back);
    };
}

// EXTERNAL MODULE: ./build/sql/copy-rows.js
var copy_rows = __webpack_require__(33150);
;// CONCATENATED MODULE: ./build/sql/own-database.js

/** Whether it is about a database, which can only be the one that the migration is for. */
function namesDatabase(node) {
    if ((0,ast/* nodeOf */.E7)(node, 'ReindexStmt')?.kind === 'REINDEX_OBJECT_DATABASE')
        return true;
    if ((0,ast/* nodeOf */.E7)(node, 'AlterDatabaseSetStmt') ??
        (0,ast/* nodeOf */.E7)(node, 'AlterDatabaseStmt') ??
        (0,ast/* nodeOf */.E7)(node, 'AlterDatabaseRefreshCollStmt'))
        return true;
    if ((0,ast/* nodeOf */.E7)(node, 'GrantStmt')?.objtype === 'OBJECT_DATABASE')
        return true;
    const kinds = [(0,ast/* nodeOf */.E7)(node, 'CommentStmt'), (0,ast/* nodeOf */.E7)(node, 'SecLabelStmt')].map((found) => found?.objtype);
    return [...kinds, (0,ast/* nodeOf */.E7)(node, 'AlterOwnerStmt')?.objectType].includes('OBJECT_DATABASE');
}
const own_database_SPACE = String.raw `(?:\s|/\*.*?\*/|--[^\n]*\n)`;
const own_database_WORD = String.raw `(?:"(?:[^"]|"")+"|(?!CONCURRENTLY\b)[\p{L}_][\p{L}\p{N}_$]*)`;
/** The name, or the list of names, behind DATABASE. */
const own_database_NAME = new RegExp(String.raw `\b(DATABASE${own_database_SPACE}+(?:CONCURRENTLY${own_database_SPACE}+)?)${own_database_WORD}(?:${own_database_SPACE}*,${own_database_SPACE}*${own_database_WORD})*`, 'isu');
const EVERY_NAME = new RegExp(own_database_NAME.source, 'gisu');
/** The statement about the database `name`, which is quoted as SQL needs it; `everywhere`: it is a block of statements. */
function aboutDatabase(sql, name, everywhere = false) {
    return sql.replace(everywhere ? EVERY_NAME : own_database_NAME, (_, keyword) => `${keyword}${name}`);
}

;// CONCATENATED MODULE: ./build/rehearsal/run/sent.js




/**
 * Its text; but the rows behind a COPY are sent with it, a database that it names is the one that it is tried in, and what lies in
 * a tablespace that isn't there lies in the database's own.
 */
async function sent_textOf(session, statement) {
    const tablespaces = tablespacesIn(statement);
    const sql = tablespaces.length > 0
        ? withoutTablespaces(statement.sql, await missingTablespaces(session, tablespaces))
        : (0,copy_rows/* sqlToSend */.k)(statement);
    const inside = statement.block?.statements.some(({ node }) => namesDatabase(node)) ?? false;
    if (!inside && !namesDatabase(statement.node))
        return sql;
    const { rows } = await session.query('SELECT pg_catalog.quote_ident(pg_catalog.current_database())');
    return aboutDatabase(sql, rows[0]?.[0] ?? '', inside);
}
/** Those of the names that the session can put nothing into. */
async function missingTablespaces(session, names) {
    const { rows } = await session.query((0,catalog_sql/* catalogSql */.a)('usable tablespaces', names));
    const there = new Set(rows.map(([name]) => name));
    return new Set(names.filter((name) => !there.has(name)));
}

// EXTERNAL MODULE: ./build/rehearsal/run/statement-report.js
var statement_report = __webpack_require__(86546);
;// CONCATENATED MODULE: ./build/rehearsal/run/trace/deeds.js

/** Of a statement that was not looked at. */
const NO_DEEDS = {
    locks: [],
    scans: [],
    rewrites: [],
    vanished: [],
    deleted: [],
    keepsLocks: false,
    identify: () => undefined,
};
/** With what its COMMIT did. */
function withLate(deeds, late) {
    return {
        ...deeds,
        locks: [...(deeds.locks ?? []), ...(late.locks ?? [])],
        scans: [...deeds.scans, ...late.scans],
        rewrites: [...deeds.rewrites, ...late.rewrites],
        vanished: [...deeds.vanished, ...late.vanished],
    };
}
/** The same for the report: the strongest lock on each relation, and names. */
function reported({ locks, scans, rewrites, }) {
    return { locks: locks && strongest(locks), scans: deeds_names(scans), rewrites: deeds_names(rewrites) };
}
function deeds_names(touched) {
    return [...new Set(touched.map(({ name }) => name))].sort();
}
function strongest(locks) {
    const byOid = new Map();
    for (const lock of locks) {
        const known = byOid.get(lock.oid);
        if (known === undefined || (0,sql_locks/* compareLockModes */.tc)(known.mode, lock.mode) < 0)
            byOid.set(lock.oid, lock);
    }
    return [...byOid.values()]
        .map(({ name, mode, isNew }) => ({ relation: name, mode, blocks: (0,sql_locks/* blockedBy */.yJ)(mode), isNew }))
        .sort((a, b) => (0,sql_locks/* compareLockModes */.tc)(b.mode, a.mode) || (a.relation < b.relation ? -1 : 1));
}

;// CONCATENATED MODULE: ./build/rehearsal/run/trace/activity.js

/** A transaction that has done nothing yet. */
function nothingYet() {
    const moment = { wal: 0, lockTimeoutMs: 0, at: 0 };
    const nothing = { wrote: false, wrotePrograms: false, schemaChanged: false, runsAtCommit: false };
    return { ...moment, ...nothing, locks: new Map(), objects: new Map(), tables: new Map() };
}
/** Reads the rows of a look; those about the catalogs are left to `changesIn`. */
function readActivity(rows) {
    const activity = nothingYet();
    for (const [tag, first, second, ...rest] of rows) {
        const name = String(first);
        if (tag === 'server') {
            activity.wal = Number(first);
            activity.lockTimeoutMs = milliseconds(String(second));
            activity.at = Number(rest[0]);
            const wrote = (rest[1] ?? '').split(' ');
            activity.wrote = wrote.includes('relations');
            activity.wrotePrograms = wrote.includes('programs');
            activity.schemaChanged = rest[2] === 'true';
            activity.runsAtCommit = rest[3] === 'true';
        }
        else if (tag === 'lock' || tag === 'table') {
            const [scans = 0, inserted = 0, updated = 0, deleted = 0] = rest.map(Number);
            if (scans + inserted + updated + deleted > 0)
                activity.tables.set(name, { scans, inserted, updated, deleted });
            const mode = tag === 'lock' ? (0,sql_locks/* lockModeFromCatalog */.K4)(String(second)) : undefined;
            if (mode !== undefined)
                activity.locks.set(`${name} ${mode}`, { oid: name, mode });
        }
        else if (tag === 'object' && first !== null) {
            // What is gone by the end of the statement has no name to describe it by.
            const mode = (0,sql_locks/* lockModeFromCatalog */.K4)(String(second));
            if (mode !== undefined)
                activity.objects.set(`${name} ${mode}`, { object: name, mode });
        }
    }
    return activity;
}
/** Tables that were read from end to end in between, by oid. */
function scannedBetween(before, after) {
    return [...after].filter(([oid, { scans }]) => scans > (before.get(oid)?.scans ?? 0)).map(([oid]) => oid);
}
/** Rows that were written in between. */
function writtenBetween(before, after, nameOf) {
    return [...after].flatMap(([oid, now]) => {
        const then = before.get(oid) ?? { inserted: 0, updated: 0, deleted: 0 };
        const relation = nameOf(oid);
        const rows = {
            inserted: now.inserted - then.inserted,
            updated: now.updated - then.updated,
            deleted: now.deleted - then.deleted,
        };
        if (relation === undefined || (rows.inserted <= 0 && rows.updated <= 0 && rows.deleted <= 0))
            return [];
        return [{ relation, ...rows }];
    });
}
/** Tables whose rows were deleted in between, by oid. */
function deletedBetween(before, after) {
    return [...after].flatMap(([oid, { deleted }]) => {
        const rows = deleted - (before.get(oid)?.deleted ?? 0);
        return rows > 0 ? [{ oid, rows }] : [];
    });
}
const UNITS = { '': 1, ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 };
/** `2s`, as current_setting writes times. */
function milliseconds(setting) {
    const [, number = '0', unit = ''] = /^(\d+)\s*([a-z]*)$/.exec(setting) ?? [];
    return Number(number) * (UNITS[unit] ?? 1);
}

;// CONCATENATED MODULE: ./build/rehearsal/run/trace/catalog.js
/** The relations that exist at one moment, with their columns and constraints, and how a transaction's writes change them. */

/** A table, partitioned table or materialized view: what has rows that can be scanned and written. */
function hasRows(relation) {
    return relation !== undefined && ['r', 'p', 'm'].includes(relation.kind);
}
/** As the session sees them, also what it has not committed. */
async function catalog_readCatalog(session) {
    return relationsOf((await session.query((0,catalog_sql/* catalogSql */.a)('relations'))).rows);
}
/** What a transaction's writes made of relations, given the rows of those it may have changed. Null: they must be read anew. */
function changesIn(catalog, { wrote, schemaChanged, locks }, rows) {
    if (schemaChanged)
        return null;
    if (!wrote)
        return [];
    const now = relationsOf(rows);
    const changes = changeable(locks).flatMap((oid) => {
        const change = { oid, before: catalog.get(oid), after: now.get(oid) };
        return change.before || change.after ? [change] : [];
    });
    return changes.some(movedAway) ? null : changes;
}
/** The relations that a transaction may have changed, by what it holds: a change holds more than ACCESS SHARE until its end. */
function changeable(locks) {
    const strong = [...locks.values()].filter(({ mode }) => mode !== 'ACCESS SHARE');
    return [...new Set(strong.map(({ oid }) => oid))];
}
/** A table takes its indexes and sequences with it into another schema, and no lock on them. */
function movedAway({ before, after }) {
    return before !== undefined && after !== undefined && before.schema !== after.schema;
}
/** Every relation of two readings. */
function catalog_changesBetween(before, after) {
    const oids = new Set([...before.keys(), ...after.keys()]);
    return [...oids].map((oid) => ({ oid, before: before.get(oid), after: after.get(oid) }));
}
/** Whether the two differ. */
function isChange({ before, after }) {
    if (!before || !after)
        return true;
    const parts = (relation) => [...relation.parts]
        .map(([key, { value }]) => `${key} ${value}`)
        .sort()
        .join('\n');
    const rest = ({ name, filenode, valid }) => `${name} ${filenode} ${valid}`;
    return rest(before) !== rest(after) || parts(before) !== parts(after);
}
/** Applies the changes to the catalog. */
function apply(catalog, changes) {
    for (const { oid, after } of changes) {
        if (after)
            catalog.set(oid, after);
        else
            catalog.delete(oid);
    }
}
function relationsOf(rows) {
    const catalog = new Map();
    for (const [tag, oid, schema, name, kind, filenode, valid] of rows) {
        if (tag !== 'r' || /^pg_.*temp/.test(String(schema)))
            continue;
        const [relkind = '', other] = String(kind).split(' ');
        const isIndex = relkind === 'i' || relkind === 'I';
        const [table, partOf] = isIndex ? [other || null, null] : [null, other || null];
        const relation = { schema: String(schema), kind: relkind, table, partOf, filenode: String(filenode) };
        const fullName = `${relation.schema}.${name}`;
        catalog.set(String(oid), { ...relation, name: fullName, valid: valid !== 'false', parts: new Map() });
    }
    for (const [tag, oid, key, name, what] of rows) {
        if (tag !== 'c' && tag !== 'k')
            continue;
        const kind = tag === 'c' ? 'column' : 'constraint';
        catalog.get(String(oid))?.parts.set(`${tag} ${key}`, { kind, name: String(name), value: `${name} ${what}` });
    }
    return catalog;
}

;// CONCATENATED MODULE: ./build/rehearsal/run/trace/statement-probe.js
/**
 * Observes what a statement did. Nothing is prepared in the change's session, and every name is qualified, so that its SQL can
 * neither replace a query nor answer it. Locks are read from another session where there is one.
 */




class StatementProbe {
    #session;
    #observer;
    #canCountWal;
    constructor(session, observer) {
        this.#session = session;
        this.#observer = observer;
    }
    /** Before the first look: in no transaction, so that no counter is left from what ran unseen. */
    async open() {
        await this.#flush();
    }
    /** Runs a statement between two looks; `alone`: in a transaction of its own. Throws its refusal. */
    async observe(sql, alone) {
        const before = (0,catalog_sql/* catalogSql */.a)('before');
        const queries = [alone ? `BEGIN; ${before}` : before, sql, (0,catalog_sql/* catalogSql */.a)('after')];
        const [first, ran, last] = await this.#session.queryAll(queries);
        const refusal = ran instanceof servers_server/* PostgresError */.Yj ? ran : readOtherwise(ran);
        if (refusal) {
            if (alone)
                await this.#session.query('ROLLBACK');
            throw refusal;
        }
        const after = readActivity((0,servers_server/* resultOf */.Bg)(last).rows);
        const rows = await this.#complete(after);
        const [commit] = alone ? await this.#session.queryAll(['COMMIT']) : [];
        return {
            before: readActivity((0,servers_server/* resultOf */.Bg)(first).rows),
            after,
            rows,
            refusedCommit: commit instanceof servers_server/* PostgresError */.Yj ? commit : null,
        };
    }
    /** A look into a transaction that is open. */
    async look() {
        const after = readActivity((await this.#session.query((0,catalog_sql/* catalogSql */.a)('after'))).rows);
        await this.#addHeld(after);
        return after;
    }
    /** What is committed. */
    async lookOutside() {
        await this.#flush();
        return readActivity((await this.#session.query((0,catalog_sql/* catalogSql */.a)('committed'))).rows);
    }
    /** The WAL between two looks: where other sessions may write as well, the positions say nothing about this one. */
    walBetween(before, after) {
        return this.#observer.outside ? null : Math.max(0, after.wal - before.wal);
    }
    /** Bytes of WAL that the session alone has written, in no transaction; null where the server doesn't provide that. */
    async written() {
        const { pid } = this.#session;
        if (!this.#observer.outside || pid === null)
            return null;
        this.#canCountWal ??= (await this.#observer.read((0,catalog_sql/* catalogSql */.a)('can count wal'))).rows.length > 0;
        if (!this.#canCountWal)
            return null;
        await this.#flush();
        const { rows } = await this.#observer.read((0,catalog_sql/* catalogSql */.a)('wal of', pid));
        const bytes = rows[0]?.[0] ?? null;
        return bytes === null ? null : Number(bytes);
    }
    /** Adds the locks that are seen from outside, and reads what the transaction may have changed. */
    async #complete(after) {
        const changed = after.wrote && !after.schemaChanged ? changeable(after.locks) : [];
        const [rows] = await Promise.all([
            changed.length === 0
                ? []
                : this.#session.query((0,catalog_sql/* catalogSql */.a)('changed relations', changed)).then(({ rows }) => rows),
            this.#addHeld(after),
        ]);
        return rows;
    }
    async #addHeld({ locks }) {
        const { pid } = this.#session;
        if (!this.#observer.outside || pid === null)
            return;
        const { rows } = await this.#observer.read((0,catalog_sql/* catalogSql */.a)('held', pid));
        for (const [key, lock] of readActivity(rows).locks)
            locks.set(key, lock);
    }
    #flush() {
        return this.#session.query((0,catalog_sql/* catalogSql */.a)('flush'));
    }
}
/** SQL can make the server read a text otherwise than the parser did: as several statements, with no look between them. */
function readOtherwise(ran) {
    if (ran === undefined || ran.statements <= 1)
        return null;
    return new servers_server/* PostgresError */.Yj({
        message: `the server read this as ${ran.statements} statements, so that nobody can tell what it does: standard_conforming_strings is off`,
        sqlstate: '',
    });
}

;// CONCATENATED MODULE: ./build/rehearsal/run/statement-runs.js








/** What the manual calls query_canceled: a statement that had to be stopped has no SQLSTATE of its own. */
const CANCELED = '57014';
class StatementRuns {
    #session;
    #script;
    #tracer;
    /** One for each statement, in order. */
    reports;
    /** The connection did not survive one of them. */
    lost = false;
    #transaction = 0;
    #start = performance.now();
    /** The transaction of each statement, by its index. */
    #transactions = new Map();
    /** What each did, by its index. */
    #deeds = new Map();
    constructor(session, script, tracer) {
        this.#session = session;
        this.#script = script;
        this.#tracer = tracer;
        this.reports = script.statements.map((statement) => (0,statement_report/* blankReport */.V)(script, statement, 'skipped'));
    }
    nextTransaction() {
        this.#transaction++;
    }
    /** It was not run, and all else without it. */
    leftOut(statement) {
        this.reports[statement.index] = (0,statement_report/* blankReport */.V)(this.#script, statement, 'notRun');
    }
    /** Those that ran. */
    ran() {
        return [...this.#transactions].flatMap(([index, transaction]) => {
            const [statement, report] = [this.#script.statements[index], this.reports[index]];
            const deeds = this.#deeds.get(index);
            return statement && report && deeds ? [{ statement, report, transaction, deeds }] : [];
        });
    }
    /** `open`: inside a transaction that is open; `alone`: in one of its own; `outside`: in none. */
    async run(statement, where) {
        this.#transactions.set(statement.index, this.#transaction);
        const reason = (0,refuse/* refuse */.TR)(statement) ?? this.#overdue();
        if (reason !== undefined) {
            const error = new servers_server/* PostgresError */.Yj({ message: reason, sqlstate: '' });
            this.set(statement, (0,refusal/* failed */.g)(error));
            return error;
        }
        if (isSpoken(statement))
            return this.#spoken(statement);
        try {
            const { observed, refusedCommit } = await this.#send(statement, where);
            if (observed)
                this.#deeds.set(statement.index, observed.deeds);
            this.set(statement, { status: 'applied', ...observed?.facts });
            if (refusedCommit)
                this.set(statement, (0,refusal/* failed */.g)(refusedCommit));
            return refusedCommit;
        }
        catch (thrown) {
            if (thrown instanceof servers_server/* ServerLost */.m2)
                this.lost = true;
            else if (!(thrown instanceof servers_server/* PostgresError */.Yj))
                throw thrown;
            const error = thrown instanceof servers_server/* ServerLost */.m2 ? new servers_server/* PostgresError */.Yj({ message: thrown.message, sqlstate: CANCELED }) : thrown;
            this.set(statement, (0,refusal/* failed */.g)(error));
            return error;
        }
    }
    /** Why nothing more of the script is sent. The server stops one statement that takes too long, but not many. */
    #overdue() {
        const { scriptTimeout } = this.#session;
        if (scriptTimeout === undefined || performance.now() - this.#start < scriptTimeout * 1000)
            return undefined;
        return `the script has run for ${scriptTimeout} s, which is all that script-timeout allows; this statement and those after it were not run`;
    }
    async #send(statement, where) {
        const { node } = statement;
        const sql = await sent_textOf(this.#session, statement);
        if (this.#tracer === null) {
            const refusal = readOtherwise(await this.#session.query(sql));
            if (refusal)
                throw refusal;
            return { refusedCommit: null };
        }
        if (where === 'alone')
            return this.#tracer.observeAlone(sql);
        const observed = where === 'open' ? this.#tracer.observe(sql) : this.#tracer.observeOutside(node, sql);
        return { observed: await observed, refusedCommit: null };
    }
    /** What only the end of its transaction showed; the statement is the one that stands for that. */
    async committed(statement) {
        const late = (await this.#tracer?.committed()) ?? null;
        if (statement)
            this.#addLate(statement, late);
    }
    #addLate(statement, late) {
        const report = this.reports[statement.index];
        if (late === null || report === undefined)
            return;
        const deeds = withLate(this.#deeds.get(statement.index) ?? NO_DEEDS, late);
        this.#deeds.set(statement.index, deeds);
        this.set(statement, { ...reported(deeds), objects: [...report.objects, ...late.objects] });
    }
    /** BEGIN, SET and the like are sent as they are: looking would be a query, and SET TRANSACTION must come before any. */
    async #spoken(statement) {
        const error = await (0,refusal/* refusal */.x)(this.#session.query(statement.sql));
        this.set(statement, error ? (0,refusal/* failed */.g)(error) : { status: 'applied' });
        await this.#tell(statement, error !== null);
        return error;
    }
    /** Reports to the tracer how the transaction ended or changed. */
    async #tell(statement, refused) {
        const { node } = statement;
        const command = (0,ast/* nodeOf */.E7)(node, 'TransactionStmt')?.kind ?? '';
        if (refused || command === 'TRANS_STMT_ROLLBACK')
            this.#tracer?.unseen();
        else if (command === 'TRANS_STMT_ROLLBACK_TO')
            await this.#tracer?.savepointRestored();
        else if (statement_runs_ENDS.has(command))
            await this.committed(statement);
    }
    set(statement, facts) {
        const report = this.reports[statement.index];
        if (report === undefined)
            return;
        if (facts.status === undefined) {
            this.reports[statement.index] = { ...report, ...facts };
            return;
        }
        const { sqlstate: _, error: __, hint: ___, position: ____, ...rest } = report;
        this.reports[statement.index] = { ...rest, ...facts };
    }
}
const ABOUT_SESSION = new Set(['DiscardStmt', 'DeallocateStmt']);
const statement_runs_ENDS = new Set(['TRANS_STMT_COMMIT', 'TRANS_STMT_PREPARE', 'TRANS_STMT_ROLLBACK_PREPARED']);
/** Statements about the session or the transaction: nothing of theirs can be observed. */
function isSpoken({ kind }) {
    return kind === 'TransactionStmt' || kind === 'VariableSetStmt' || ABOUT_SESSION.has(kind);
}

;// CONCATENATED MODULE: ./build/rehearsal/run/apply.js







const REFUSED_IN_TRANSACTION = '25001';
/** 25001 is what a statement says that must not be in a transaction, 2D000 what COMMIT in a DO block says. */
const NEEDS_AUTOCOMMIT = new Set([REFUSED_IN_TRANSACTION, '2D000']);
/**
 * Runs a script. What Postgres refuses, and a statement that the connection did not survive, are part of the result.
 * Without a tracer its statements are not observed: `ran` stays empty. What is excused is left out, and the rest is run: an
 * administrator's statements, unless told otherwise, which the first run has named.
 */
async function runScript(session, script, tracer, excuse = isSpared) {
    const runner = new Runner(session, script, tracer, excuse);
    return runner.run();
}
class Runner {
    #session;
    #script;
    #tracer;
    #statements;
    #failures = [];
    #leftOut = [];
    #excuse;
    #madeToRun = false;
    constructor(session, script, tracer, excuse) {
        this.#excuse = excuse;
        this.#session = session;
        this.#script = script;
        this.#tracer = tracer;
        this.#statements = new StatementRuns(session, script, tracer);
    }
    async run() {
        await this.#tracer?.begin();
        let complete = true;
        for (const block of blocksOf(this.#script)) {
            complete = block.transaction ? await this.#inTransaction(block) : await this.#autocommit(block.statements);
            if (!complete)
                break;
        }
        for (const { statement } of this.#leftOut)
            this.#statements.leftOut(statement);
        return {
            reports: this.#statements.reports,
            failures: this.#failures,
            leftOut: this.#leftOut,
            complete,
            madeToRun: this.#madeToRun,
            lost: this.#statements.lost,
            ran: this.#statements.ran(),
        };
    }
    /** One transaction, as written. Where a statement can't run in one, the block is run again outside, or without it if it is undone anyway. */
    async #inTransaction(block) {
        const { toolBegins, end } = block;
        const statements = block.statements.filter((statement) => !this.#isLeftOut(statement));
        // What is sent again gives the ids that it would have given.
        const setBack = statements.length > 1 ? await sequences_positions(this.#session) : async () => { };
        this.#statements.nextTransaction();
        if (toolBegins)
            await this.#session.query('BEGIN');
        for (const statement of statements) {
            const error = await this.#statements.run(statement, 'open');
            if (error === null)
                continue;
            await this.#rollback();
            if (this.#statements.lost)
                return this.#fails(statement, error);
            await setBack();
            if (this.#excused(statement, error))
                return this.#inTransaction(block);
            if (error.sqlstate !== REFUSED_IN_TRANSACTION || (0,non_transactional/* nonTransactional */.l)(statement.node) === undefined) {
                return this.#fails(statement, error);
            }
            if (!isUndone(block))
                return this.#outsideInstead(statements);
            this.#fails(statement, error);
            this.#madeToRun = true;
            return this.#inTransaction({ ...block, statements: statements.filter((other) => other !== statement) });
        }
        if (end === 'tool')
            return this.#commit(statements);
        // A transaction that is never closed is rolled back when the connection ends.
        if (end === 'nobody')
            await this.#rollback();
        return true;
    }
    #fails(statement, error) {
        this.#failures.push({ statement, error });
        return false;
    }
    #excused(statement, error) {
        if (this.#statements.lost || !this.#excuse(statement, error))
            return false;
        this.#leftOut.push({ statement, error });
        return true;
    }
    #isLeftOut(statement) {
        return this.#leftOut.some((failure) => failure.statement === statement);
    }
    /** Deferred constraints are checked at COMMIT. */
    async #commit(statements) {
        const error = await (0,refusal/* refusal */.x)(this.#session.query('COMMIT'));
        const statement = statements.at(-1);
        if (error === null) {
            await this.#statements.committed(statement);
            return true;
        }
        if (statement === undefined)
            return true;
        this.#tracer?.unseen();
        this.#statements.set(statement, (0,refusal/* failed */.g)(error));
        return this.#fails(statement, error);
    }
    /** Runs a refused transaction's statements one by one; each that can't run in a transaction is shown to be refused in one. */
    async #outsideInstead(statements) {
        this.#madeToRun = true;
        for (const statement of statements) {
            if (statement.kind === 'TransactionStmt' && !(0,non_transactional/* nonTransactional */.l)(statement.node)) {
                this.#statements.set(statement, { status: 'applied' });
                continue;
            }
            const refused = (0,non_transactional/* nonTransactional */.l)(statement.node) && (await this.#probe(statement));
            if (!(await this.#autocommit([statement])))
                return false;
            if (refused) {
                this.#failures.push({ statement, error: refused });
                this.#statements.set(statement, (0,refusal/* failed */.g)(refused));
            }
        }
        return true;
    }
    async #probe(statement) {
        await this.#session.query('BEGIN');
        const error = await (0,refusal/* refusal */.x)(this.#session.query(statement.sql));
        await this.#session.query('ROLLBACK');
        return error;
    }
    /** Statement by statement. Each is given a transaction of its own, so that its locks can be seen, where it can run in one. */
    async #autocommit(statements) {
        for (const statement of statements) {
            const either = !(0,non_transactional/* nonTransactional */.l)(statement.node) && !(0,needs_transaction/* needsTransaction */._)(statement.node);
            let error = await this.#alone(statement, either);
            if (error && NEEDS_AUTOCOMMIT.has(error.sqlstate))
                error = await this.#alone(statement, false);
            if (error === null || this.#excused(statement, error))
                continue;
            return this.#fails(statement, error);
        }
        return true;
    }
    async #alone(statement, inTransaction) {
        this.#statements.nextTransaction();
        const error = await this.#statements.run(statement, inTransaction ? 'alone' : 'outside');
        if (error !== null && !inTransaction && !isSpoken(statement) && !this.#statements.lost)
            await this.#remains(statement);
        return error;
    }
    /** What fails outside a transaction leaves its first steps behind. */
    async #remains(statement) {
        this.#tracer?.unseen();
        this.#statements.set(statement, { invalidIndexes: (await this.#tracer?.invalidIndexes()) ?? [] });
    }
    async #rollback() {
        if (this.#statements.lost)
            return;
        await this.#session.query('ROLLBACK');
        this.#tracer?.unseen();
    }
}

;// CONCATENATED MODULE: ./build/rehearsal/rollback/recreate.js
/** SQL that brings back what a rollback lost or changed, as far as the snapshot's attributes are SQL themselves. Pure. */




/** Null where the attributes don't say enough. */
function recreate({ before, after }) {
    if (before === undefined)
        return null;
    const { kind, parts } = before;
    const differ = after === undefined ? null : new Set(differing(before, after));
    switch (kind) {
        case 'index':
            return differ === null && before.attributes.invalid === undefined ? `${textOf(before, 'definition')};` : null;
        case 'trigger':
            return differ === null ? `${textOf(before, 'definition')};` : null;
        case 'constraint':
            return constraint(before, differ);
        case 'function':
            if (typeof before.facts.sql !== 'string' || (differ && onlyGranted(differ)))
                return null;
            return `${before.facts.sql.trimEnd()};`;
        case 'comment':
            return `COMMENT ON ${commented(parts)} IS ${(0,quote/* literal */.e)(textOf(before, 'text') ?? '')};`;
        case 'view':
            if (differ !== null && !differ.has('query'))
                return null;
            return replaceView(before);
        case 'column':
            return after === undefined ? null : column(before, after);
        default:
            return null;
    }
}
/** What CREATE OR REPLACE doesn't touch. */
function onlyGranted(differ) {
    return [...differ].every((name) => name === 'owner' || name === 'grants');
}
function constraint(before, differ) {
    // What differs besides its definition is its index or its triggers.
    if (differ !== null && !differ.has('definition'))
        return null;
    const name = sqlName(before.parts.at(-1) ?? '');
    const first = differ === null ? '' : ` DROP CONSTRAINT ${name},`;
    return `ALTER TABLE ${relationSql(before.tableParts ?? [])}${first} ADD CONSTRAINT ${name} ${textOf(before, 'definition')};`;
}
/** Only what ALTER COLUMN restores without reading the rows. */
function column(before, after) {
    const alter = `ALTER TABLE ${relationSql(before.tableParts ?? [])} ALTER COLUMN ${sqlName(before.parts.at(-1) ?? '')}`;
    const differ = differing(before, after);
    const value = textOf(before, 'default');
    const steps = [
        differ.includes('not null') ? `${before.attributes['not null'] ? 'SET' : 'DROP'} NOT NULL` : '',
        differ.includes('default') ? (value === undefined ? 'DROP DEFAULT' : `SET DEFAULT ${value}`) : '',
    ].filter((step) => step !== '');
    return steps.length === 0 ? null : steps.map((step) => `${alter} ${step};`).join('\n');
}
/** An object's type and identity, as COMMENT expects them. */
function commented([type = '', identity = '']) {
    if (type === 'domain constraint')
        return `constraint ${identity.replace(LAST_NAME, ' on domain $1')}`;
    const word = type
        .replace(/^table constraint$/, 'constraint')
        .replace(/^.* column$/, 'column')
        .replace(/^statistics object$/, 'statistics')
        .replace(/^foreign-data wrapper$/, 'foreign data wrapper');
    return `${word} ${identity}`;
}
const LAST_NAME = / on ((?:"(?:[^"]|"")*"|[^"\s])+)$/;
/** OR REPLACE keeps nothing of a view's options that it doesn't say again. */
function replaceView(view) {
    const options = listOf(view.attributes, 'with');
    const guarded = options.length === 0 ? '' : ` WITH (${options.join(', ')})`;
    return `CREATE OR REPLACE VIEW ${relationSql(view.parts)}${guarded} AS ${textOf(view, 'query')?.trim()}`;
}

;// CONCATENATED MODULE: ./build/rehearsal/rollback/missing-sql.js
/** The SQL that a rollback forgot: written from the difference, believed only when a server has run it. */





/** Children before parents: what is dropped first comes first. */
const ORDER = [
    'comment',
    'policy',
    'rule',
    'trigger',
    'event trigger',
    'publication',
    'statistics object',
    'index',
    'constraint',
    'view',
    'materialized view',
    'column',
    'table',
    'foreign table',
    'user mapping',
    'server',
    'foreign-data wrapper',
    'sequence',
    'cast',
    'operator class',
    'operator family',
    'operator',
    'function',
    'domain',
    'type',
    'text search configuration',
    'text search dictionary',
    'collation',
    'conversion',
    'extension',
    'schema',
    'role',
];
/** One statement or a few for each difference that they can end; in an order in which they may be run. */
function repairs(changes) {
    const ordered = [...changes].sort((a, b) => rank(a) - rank(b));
    return ordered.flatMap((change) => {
        const sql = change.change === 'extra' ? drop(change.after) : recreate(change);
        return sql === null ? [] : [{ change, sql }];
    });
}
/** Those that the server took. One that it refuses has done nothing. */
async function runInOrder(proposed, run) {
    const ran = [];
    for (const repair of proposed)
        if ((await (0,refusal/* refusal */.x)(run(repair))) === null)
            ran.push(repair);
    return ran;
}
/** What was run, with the differences that are left after all of it. Null where it ended none. */
function offered(ran, changes, left) {
    const keys = new Set(left.map((change) => objectOf(change).key));
    if (changes.every((change) => keys.has(objectOf(change).key)))
        return null;
    const still = left.map((change) => {
        const { kind, name } = objectOf(change);
        return `-- still different after this: the ${kind} ${(0,schema_objects/* shortName */.EU)(name)}`.replaceAll(/\s+/g, ' ');
    });
    return [...ran.map(({ sql }) => sql), ...still].join('\n');
}
/** What is left over goes first, and what is gone comes back parents first. */
function rank(change) {
    const at = ORDER.indexOf(objectOf(change).kind);
    return change.change === 'extra' ? at : 2 * ORDER.length - at;
}
/** Null where no statement can drop it. */
function drop({ kind, parts, tableParts }) {
    const last = sqlName(parts.at(-1) ?? '');
    const table = relationSql(tableParts ?? []);
    switch (kind) {
        case 'function':
            return `DROP ROUTINE ${functionSql(parts)};`;
        case 'column':
        case 'constraint':
            return `ALTER TABLE ${table} DROP ${kind.toUpperCase()} ${last};`;
        case 'trigger':
        case 'policy':
            return `DROP ${kind.toUpperCase()} ${last} ON ${table};`;
        case 'index':
            return `DROP INDEX CONCURRENTLY ${relationSql(parts)};`;
        case 'comment':
            return `COMMENT ON ${commented(parts)} IS NULL;`;
        case 'foreign-data wrapper':
            return `DROP FOREIGN DATA WRAPPER ${parts[0]};`;
        case 'statistics object':
            return `DROP STATISTICS ${parts[0]};`;
        case 'user mapping':
            return `DROP USER MAPPING FOR ${userSql(parts[0])} SERVER ${last};`;
        default:
            // What pg_identify_object calls an object is what DROP expects.
            if (!ORDER.includes(kind))
                return null;
            return `DROP ${kind.toUpperCase()} ${identified(kind, parts) ? parts[0] : relationSql(parts)};`;
    }
}
const IDENTIFIED = new Set([
    ...ORDER.slice(ORDER.indexOf('cast'), ORDER.indexOf('function')),
    ...ORDER.slice(ORDER.indexOf('text search configuration'), ORDER.indexOf('extension')),
    ...['rule', 'event trigger', 'publication', 'server'],
]);
/** The catalogs wrote the name as SQL. */
function identified(kind, parts) {
    return IDENTIFIED.has(kind) || (kind === 'type' && parts.length === 1);
}
function userSql(name = '') {
    return ['public', 'current_user'].includes(name) ? name : sqlName(name);
}

;// CONCATENATED MODULE: ./build/rehearsal/rollback/rollback.js

















/** Runs `down` and `up` again. `before` and `after`: the schema before the migration and after it. */
async function proveRollback(stage, { up, down }, { before, after }) {
    const { session, scratch, tracer, missing: lacking } = stage;
    const excuses = [];
    const run = await runScript(session, down, tracer, (statement, error) => {
        const why = lacking.explain(statement, error);
        if (why !== undefined)
            excuses.push(why);
        return why !== undefined;
    });
    const observations = run.failures.map(({ statement, error }) => binding(observeRefusal('down-fails', { script: down, statement }, error)));
    const [wants] = excuses;
    if (run.failures.length > 0 || wants !== undefined) {
        // Run outside its transaction it may well lead back: not as its tool runs it.
        const verdict = run.failures.length > 0 ? 'down fails' : 'not checked';
        const rollback = { verdict, differences: [] };
        const rerun = { verdict: 'not checked', differences: [] };
        const rest = { rolledBack: null, clean: false, ...(wants !== undefined && { wants }) };
        return { rollback, rerun, run, observations, ...rest };
    }
    await resetSession(session);
    const isOurs = spokenOf([up, down]);
    const rolledBack = await takeSnapshot(scratch, after);
    const excused = { isOurs, irreversible: [up, down].some((script) => (0,directives/* irreversibleReason */.$)(script) !== undefined) };
    const { changes, harmless } = compareRollback({ before, migrated: after, rolledBack }, excused);
    const differences = changes.map(differenceOf);
    observations.push(...changes.map((change) => unrestored(change, down, after)));
    const data = { lost: [], refused: [], dropped: newPlaces(before, after) };
    const rollback = { verdict: rollbackVerdict(differences, data), differences, data };
    const moved = reordered(before, rolledBack).map(schema_objects/* shortName */.EU);
    if (moved.length > 0)
        rollback.reordered = moved;
    if (harmless.length > 0)
        rollback.harmless = harmless.map(differenceOf);
    const along = harmless.filter((change) => goesWithOwner(change, after));
    for (const change of along)
        await (0,refusal/* refusal */.x)(session.query(recreate(change) ?? ''));
    const { rerun, observation } = await applyAgain(stage, up, after, isOurs);
    if (observation)
        observations.push(observation);
    const clean = rerun.verdict === 'repeatable';
    const stands = differences.length > 0 && (await goBack(stage, clean ? down : null, rolledBack));
    const missing = stands ? await missingSql(stage, { before, migrated: after }, changes, excused) : null;
    if (missing !== null)
        rollback.missingSql = missing;
    return { rollback, rerun, run, observations, rolledBack, clean: clean && differences.length === 0 };
}
async function applyAgain({ session, scratch, tracer }, up, after, isOurs) {
    const run = await runScript(session, up, null);
    tracer.unseen();
    if (!run.complete) {
        const failure = run.failures.at(-1);
        const rerun = { verdict: 'fails', differences: [] };
        if (failure === undefined)
            return { rerun };
        const { statement, error } = failure;
        const message = `Applied again after the rollback, the migration fails here: ${error.message} (SQLSTATE ${error.sqlstate}).`;
        return {
            rerun,
            observation: observeRefusal('rerun-fails', { script: up, statement }, error, {
                message,
                facts: [keptValue(statement, error.sqlstate) ?? (0,fact/* hazard */.vl)('rerun-fails')],
            }),
        };
    }
    await resetSession(session);
    const differences = compareSnapshots(after, await takeSnapshot(scratch, after), isOurs);
    if (differences.length === 0)
        return { rerun: { verdict: 'repeatable', differences } };
    const message = `Applied again after the rollback, the migration leads to another schema: ${differences.map(rollback_inWords).join('; ')}.`;
    const proof = 'Compared with the schema after the first time';
    return {
        rerun: { verdict: 'differs', differences },
        observation: observe('rerun-fails', up, undefined, { message, proof }),
    };
}
const rollback_DUPLICATE_OBJECT = '42710';
/** ADD VALUE finds the label that the rollback couldn't take out. */
function keptValue({ node }, sqlstate) {
    const { typeName, newVal, oldVal } = (0,ast/* nodeOf */.E7)(node, 'AlterEnumStmt') ?? {};
    const name = (0,effect/* dotted */.Bs)(typeName);
    if (!name || !newVal || oldVal || sqlstate !== rollback_DUPLICATE_OBJECT)
        return undefined;
    return (0,fact/* differs */.Ag)({ kind: 'type', name: (0,schema_objects/* fullName */.fq)(name) });
}
/** Whether the schema is once more as the rollback left it. `down`: run it again first. */
async function goBack({ session, scratch }, down, rolledBack) {
    if (down !== null && !(await runScript(session, down, null)).complete)
        return false;
    await resetSession(session);
    return compareSnapshots(rolledBack, await takeSnapshot(scratch, rolledBack)).length === 0;
}
/** Runs the proposed SQL as a whole, in its order, and says what it doesn't end. */
async function missingSql({ session, scratch }, { before, migrated }, changes, excused) {
    const ran = await runInOrder(repairs(changes), ({ sql }) => session.query(sql));
    if (ran.length === 0)
        return null;
    return offered(ran, changes, compareRollback({ before, migrated, rolledBack: await takeSnapshot(scratch, migrated) }, excused).changes);
}
/** Which roles, and what else a server keeps for all databases, the scripts may have changed. */
function spokenOf(scripts) {
    return ({ kind, name }) => {
        if (kind !== 'role')
            return true;
        return name === OWN_ROLE ? touchesShared(scripts) : speaksOf(scripts, name);
    };
}
/** Told at the rollback; the fact is about the migration's own scripts. */
function unrestored(changed, down, migrated) {
    const difference = differenceOf(changed);
    const { change, kind, name, before, after } = difference;
    const proof = `Catalogs compared before the migration and after its rollback: ${rollback_inWords(difference)}`;
    const what = `the ${kind} ${(0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(name))}`;
    if (change === 'extra') {
        return observe('down-leaves-object', down, undefined, {
            message: `The rollback leaves ${what} behind.`,
            help: `Drop it in the rollback:\n${drop(objectOf(changed)) ?? `-- drop the ${kind} ${(0,schema_objects/* shortName */.EU)(name)}`}`,
            proof,
            facts: [(0,fact/* leaves */.FQ)({ kind, name })],
        });
    }
    const told = { proof, facts: [(0,fact/* differs */.Ag)({ kind, name })] };
    if (change === 'missing') {
        const sql = forRollback(recreate(changed), down);
        const help = sql === null ? {} : { help: `Create it in the rollback as it was:\n${sql}` };
        const message = migrated.has(objectOf(changed).key)
            ? `The rollback drops ${what}, which was there before the migration.`
            : `The rollback doesn’t bring back ${what}, which goes with the migration.`;
        return observe('down-loses-object', down, undefined, { message, ...help, ...told });
    }
    const message = `The rollback changes ${what}, which was there before the migration. It was “${before}”, and is “${after}”.`;
    return observe('down-changes-object', down, undefined, { message, ...told });
}
/** Beside traffic where the rollback is sent outside a transaction, and nothing but this stands in it. */
function forRollback(sql, { statements, transaction }) {
    const isAlone = statements.length === 0 && (transaction === 'autocommit' || transaction === 'single-query');
    return isAlone && sql !== null ? sql.replace(/^CREATE (UNIQUE )?INDEX /, '$&CONCURRENTLY ') : sql;
}
/** A difference in a few words. */
function rollback_inWords({ change, kind, name }) {
    const words = { extra: 'is left behind', missing: 'is gone', changed: 'is not as it was' };
    return `the ${kind} ${(0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(name))} ${words[change]}`;
}

;// CONCATENATED MODULE: ./build/rehearsal/proofs/rerun.js


/** The rollback's proof has run the migration once more. */
/* harmony default export */ const rerun = (schemaProof({
    check: 'rerun',
    last: true,
    title: 'It applies again after the rollback',
    show({ report: { rerun, madeToRun, rollback }, migration: { down } }) {
        // What is shown of another run than the tool's is no verdict.
        const verdict = madeToRun === undefined ? rerun.verdict : 'not checked';
        switch (rerun.verdict) {
            case 'repeatable':
                return proven(`up, down, ${isBuiltAgain(rollback) ? 'what went along built again, ' : ''}up: the same schema`, {
                    part: { rerun: { ...rerun, verdict } },
                });
            case 'fails':
                return failed('the second time it fails');
            case 'differs':
                return failed(rerun.differences.map(rollback_inWords).join('; '));
            case 'not checked':
                return down
                    ? notChecked('incomplete', 'the rollback did not run to its end')
                    : notChecked('no-script', 'there is no rollback script');
        }
    },
}));
/** The index that goes with its constraint is there before the constraint is. */
function isBuiltAgain({ harmless = [] }) {
    return harmless.some(({ kind, change }) => kind === 'index' && change === 'missing');
}

;// CONCATENATED MODULE: ./build/rehearsal/stored-code/body.js
/** What a body in PL/pgSQL holds: its variables and the SQL that it runs, out of the tree of Postgres' own parser. Pure. */
/** Parts of a statement that may run never, or often. */
const UNDER_CONDITION = new Set([
    'body',
    'then_body',
    'elsif_list',
    'else_body',
    'else_stmts',
    'case_when_list',
    'action',
]);
const BRANCHING = /^PLpgSQL_(?:stmt_(?:if|case|loop|while|fori|fors|forc|foreach_a|dynfors)|exception)$/;
const DYNAMIC = /^PLpgSQL_stmt_(?:dynexecute|dynfors|open|return_query)$/;
const LEAVES = /^PLpgSQL_stmt_(?:return|raise)$/;
function readBody(tree) {
    const [first] = tree.plpgsql_funcs ?? [];
    const routine = first?.PLpgSQL_function;
    if (routine === undefined)
        return undefined;
    const reader = new BodyReader();
    const datums = routine.datums ?? [];
    for (const datum of datums)
        reader.datum(datum);
    reader.visit(routine.action, { tag: '', key: '' }, { line: 1, always: true, caught: false });
    return {
        variables: reader.variables(),
        hidden: reader.hidden(),
        fragments: reader.fragments,
        sources: reader.sources,
        returned: reader.returned,
    };
}
class BodyReader {
    fragments = [];
    returned = [];
    /** The records' names by their numbers. */
    #numbered = new Map();
    sources = new Map();
    #types = new Map();
    /** The expressions that CASE compares with, by the variables that stand for them. */
    #cases = new Map();
    /** A statement before may have left. */
    #left = false;
    datum(datum) {
        const [tag, body] = Object.entries(datum)[0];
        if (tag !== 'PLpgSQL_var' && tag !== 'PLpgSQL_rec')
            return;
        const name = String(body.refname);
        if (tag === 'PLpgSQL_rec' && typeof body.dno === 'number')
            this.#numbered.set(body.dno, name);
        const type = body.datatype?.PLpgSQL_type?.typname;
        const declared = (type ?? 'record').replace(/%rowtype$/i, '');
        const known = this.#types.get(name);
        // Two of a name in nested blocks: nobody here follows which is meant where.
        this.#types.set(name, known === undefined || known === declared ? declared : null);
        const where = { line: Number(body.lineno ?? 1), always: true, caught: false };
        for (const key of ['default_val', 'cursor_explicit_expr']) {
            const kind = key === 'default_val' ? 'expression' : 'statement';
            this.#add(body[key], kind, key === 'default_val' ? where : { ...where, always: false });
        }
    }
    variables() {
        return [...this.#types].flatMap(([name, type]) => (type === null || this.#cases.has(name) ? [] : [{ name, type }]));
    }
    hidden() {
        return [...this.#types].flatMap(([name, type]) => (type === null || /^record$/i.test(type) ? [name] : []));
    }
    /** `within`: the tag of the statement, and the key that the part has in it. */
    visit(tree, within, where) {
        if (tree === null || typeof tree !== 'object')
            return;
        if (Array.isArray(tree)) {
            for (const part of tree)
                this.visit(part, within, where);
            return;
        }
        const body = tree;
        const { tag, key } = within;
        const expression = body.PLpgSQL_expr;
        if (expression) {
            this.#add(body, kindOf(tag, key, expression), { ...where, always: where.always && !this.#left }, returnsOf(tag, key));
            return;
        }
        const line = typeof body.lineno === 'number' ? body.lineno : where.line;
        const catches = tag === 'PLpgSQL_stmt_block' && body.exceptions !== undefined;
        this.#noteSource(tag, body);
        this.#noteReturned(tag, body, { ...where, line, always: where.always && !this.#left });
        if (tag === 'PLpgSQL_stmt_case')
            this.#noteCase(body);
        for (const [name, part] of Object.entries(body)) {
            if (name === 'var' || name === 'target')
                continue;
            const inside = BRANCHING.test(tag) && UNDER_CONDITION.has(name);
            // What a handler does itself is caught by no handler of its own block.
            const caught = where.caught || (catches && name === 'body');
            const here = { line, caught, always: where.always && !inside };
            if (name === 'params' && DYNAMIC.test(tag))
                this.#use(part);
            this.visit(part, name.startsWith('PLpgSQL_') ? { tag: name, key: '' } : { tag, key: name }, here);
        }
        if (LEAVES.test(tag) && !isMessage(tag, body))
            this.#left = true;
    }
    #add(part, kind, where, returns) {
        const sql = part?.PLpgSQL_expr?.query;
        if (sql === undefined || sql.trim() === '')
            return;
        let text = sql;
        for (const [name, compared] of this.#cases)
            text = text.replace(`"${name}"`, () => `(${compared})`);
        this.fragments.push({ sql: text, kind, ...(returns && { returns }), ...where });
    }
    /** The parser gives the expressions after USING behind the text that is executed. */
    #use(params) {
        const last = this.fragments.at(-1);
        if (last?.kind !== 'dynamic')
            return;
        last.using = params.flatMap((one) => one.PLpgSQL_expr?.query ?? []);
    }
    #noteReturned(tag, { retvarno }, where) {
        const returns = returnsOf(tag, '');
        const name = typeof retvarno === 'number' ? this.#numbered.get(retvarno) : undefined;
        if (name === undefined || returns === undefined || returns === 'query')
            return;
        this.returned.push({ name, returns, line: where.line, always: where.always, caught: where.caught });
    }
    #noteCase({ t_expr, t_varno, case_when_list }) {
        const compared = t_expr?.PLpgSQL_expr?.query;
        if (compared === undefined || t_varno === undefined || case_when_list === undefined)
            return;
        this.#cases.set(`__Case__Variable_${String(t_varno)}__`, compared);
    }
    /** Where a record's columns come from. */
    #noteSource(tag, body) {
        const filled = [body.var, body.target].flatMap((one) => {
            const record = one?.PLpgSQL_rec;
            return record?.refname === undefined ? [] : [record.refname];
        });
        const from = tag === 'PLpgSQL_stmt_fors' ? body.query : tag === 'PLpgSQL_stmt_execsql' ? body.sqlstmt : undefined;
        const sql = from?.PLpgSQL_expr?.query;
        for (const name of filled) {
            const isNew = !this.sources.has(name);
            this.sources.set(name, isNew && sql !== undefined && /^\s*(?:select|with)\b/i.test(sql) ? sql : null);
        }
    }
}
/** RAISE of less than an error goes on. */
function isMessage(tag, { elog_level: level }) {
    const ERROR = 21;
    return tag === 'PLpgSQL_stmt_raise' && typeof level === 'number' && level < ERROR;
}
function returnsOf(tag, key) {
    if (tag === 'PLpgSQL_stmt_return')
        return 'row';
    if (tag === 'PLpgSQL_stmt_return_next')
        return 'next';
    return tag === 'PLpgSQL_stmt_return_query' && key !== 'params' ? 'query' : undefined;
}
function kindOf(tag, key, { parseMode = 0 }) {
    if (key === 'query' && /dynexecute|dynfors/.test(tag))
        return 'dynamic';
    if (key === 'dynquery')
        return 'dynamic';
    if (tag === 'PLpgSQL_stmt_return_query' && key === 'query')
        return 'result';
    if (parseMode >= 3)
        return 'assignment';
    return parseMode === 2 ? 'expression' : 'statement';
}

;// CONCATENATED MODULE: ./build/rehearsal/stored-code/text.js
/** Code as text: its words, and what of it is neither string nor comment. Pure. */
/** Comments, strings, quoted names. */
const text_TOKEN = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|(\$(?:[A-Za-z_]\w*)?\$)[\s\S]*?\1|"(?:[^"]|"")*"/g;
/** The text with strings and comments blanked; every offset stays. */
function masked(text) {
    return text.replace(text_TOKEN, (token) => (token.startsWith('"') ? token : ' '.repeat(token.length)));
}
const text_WORD = /"((?:[^"]|"")+)"|[\p{L}_][\p{L}\p{N}_$]*/gu;
/** The names that a text holds, strings and comments included: as Postgres folds them, and quoted ones as they are. */
function wordsOf(text) {
    const words = new Set();
    for (const [all, quoted] of text.matchAll(text_WORD)) {
        if (quoted === undefined)
            words.add(all.toLowerCase());
        else
            for (const part of [quoted.replaceAll('""', '"'), ...wordsOf(quoted)])
                words.add(part);
    }
    return words;
}
/** Where the text names `record.field`: the fields. */
function fieldsOf(text, record) {
    const name = record.replace(/[^\w]/g, '\\$&');
    const pattern = new RegExp(`(?<![\\w"$.])(?:${name}|"${name}")\\s*\\.\\s*("(?:[^"]|"")+"|[\\p{L}_][\\p{L}\\p{N}_$]*)`, 'giu');
    return [...masked(text).matchAll(pattern)].flatMap(([, field]) => field ?? []);
}
/** The text with each `record.field` replaced by what stands for the field. */
function replacedRecord(text, record, standIn) {
    const name = record.replace(/[^\w]/g, '\\$&');
    const pattern = new RegExp(`(?<![\\w"$.])(?:${name}|"${name}")\\s*\\.\\s*("(?:[^"]|"")+"|[\\p{L}_][\\p{L}\\p{N}_$]*)`, 'giu');
    const plain = masked(text);
    let rest = text;
    for (const match of [...plain.matchAll(pattern)].reverse()) {
        rest = `${rest.slice(0, match.index)}${standIn(match[1] ?? '')}${rest.slice(match.index + match[0].length)}`;
    }
    return rest;
}
/** An assignment's two sides; undefined where they can't be told apart. */
function sidesOf(assignment) {
    const plain = masked(assignment);
    let depth = 0;
    for (let at = 0; at < plain.length; at++) {
        const sign = plain[at];
        if (sign === '[' || sign === '(')
            depth++;
        else if (sign === ']' || sign === ')')
            depth--;
        if (depth > 0)
            continue;
        const length = plain.startsWith(':=', at) ? 2 : sign === '=' ? 1 : 0;
        if (length > 0)
            return [assignment.slice(0, at).trim(), assignment.slice(at + length).trim()];
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/rehearsal/stored-code/declared.js

const declared_NAME = String.raw `(?:"(?:[^"]|"")+"|[a-z_][\w$]*)`;
const DECLARED = new RegExp(String.raw `(^|[;\s])(${declared_NAME})(\s+(?:constant\s+)?)((?:${declared_NAME}\s*\.\s*)?(${declared_NAME}))((?:\s*\[\s*\])*)(?=\s*(?:;|:=|=|default\b|not\s+null\b))`, 'gi');
/** The parser takes a field of `x t` for one, and not of `x t%ROWTYPE`: both are the same (manual, PL/pgSQL, Row Types). */
const ROWTYPE = /%rowtype\b/gi;
function withPlainTypes({ definition: written, body }, names) {
    const definition = written.replace(ROWTYPE, (all) => ' '.repeat(all.length));
    const start = Math.max(written.lastIndexOf(body), 0);
    const lists = declarations(masked(definition.slice(start))).map(([from, to]) => [start + from, start + to]);
    const rows = new Set(names.flatMap(({ kind, name }) => (kind === 'relation' ? [name] : [])));
    const own = new Set(names.flatMap(({ kind, name }) => (kind === 'type' && !rows.has(name) ? [name] : [])));
    const types = new Map();
    if (own.size === 0)
        return { definition, types };
    const text = definition.replace(DECLARED, (all, ...found) => {
        const [before = '', variable = '', between = '', type = '', last = '', array = ''] = found;
        const at = Number(found[6]);
        // A column may be called as a type, and be compared.
        const isDeclared = lists.some(([from, to]) => from <= at && at < to);
        if (!isDeclared || !own.has(bareName(last)))
            return all;
        types.set(bareName(variable), `${type}${array}`);
        return `${before}${variable}${between}text${array}`;
    });
    return { definition: text, types };
}
/** Where DECLARE lists variables: from the word to the BEGIN after it. */
function declarations(body) {
    return [...body.matchAll(/\bdeclare\b/gi)].map(({ index }) => {
        const begin = /\bbegin\b/i.exec(body.slice(index));
        return [index, begin ? index + begin.index : body.length];
    });
}
/** The variables with the types that they were declared with. */
function withTypes(body, types) {
    if (body === undefined || types.size === 0)
        return body;
    const variables = body.variables.map(({ name, type }) => ({
        name,
        type: /^text(?:\[\])*$/i.test(type) ? (types.get(name) ?? type) : type,
    }));
    return { ...body, variables };
}
function bareName(name) {
    return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase();
}

// EXTERNAL MODULE: ./build/sql/deparse.js
var deparse = __webpack_require__(99433);
;// CONCATENATED MODULE: ./build/rehearsal/stored-code/statements.js


/** The statements of a text; undefined where the grammar refuses it. */
function parserOf({ parse }) {
    return (sql) => {
        const answer = parse(sql);
        return 'tree' in answer ? (answer.tree.stmts ?? []).flatMap(({ stmt }) => stmt ?? []) : undefined;
    };
}
/** Postgres analyses them, or the query in them, when a function that holds them is made. */
const ANALYSED = new Set([
    ...['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt', 'CallStmt'],
    ...['CreateTableAsStmt', 'ExplainStmt', 'DeclareCursorStmt'],
]);
/** They name nothing that a change takes away. */
const NAMES_NOTHING = new Set([
    ...['TransactionStmt', 'VariableSetStmt', 'VariableShowStmt', 'NotifyStmt', 'ListenStmt', 'UnlistenStmt'],
    ...['DiscardStmt', 'CheckPointStmt', 'DeallocateStmt', 'ClosePortalStmt', 'ConstraintsSetStmt'],
]);
const tagOf = (node) => Object.keys(node)[0] ?? '';
/** EXPLAIN can be written before it. */
function isExplainable(node) {
    return /^(?:Select|Insert|Update|Delete|Merge)Stmt$/.test(tagOf(node));
}
/** The queries that stand for a utility statement; null where nothing does. Undefined: it stands for itself. */
function insteadOf(node) {
    const tag = tagOf(node);
    if (ANALYSED.has(tag))
        return undefined;
    if (NAMES_NOTHING.has(tag))
        return [];
    const copy = (0,ast/* nodeOf */.E7)(node, 'CopyStmt');
    if (copy?.query)
        return statements_queries([(0,deparse/* deparsed */.L)(copy.query)]);
    if (copy?.relation)
        return statements_queries([rowsOf(copy.relation, copy.attlist)]);
    const relations = ((0,ast/* nodeOf */.E7)(node, 'TruncateStmt') ?? (0,ast/* nodeOf */.E7)(node, 'LockStmt'))?.relations;
    if (relations)
        return statements_queries(relations.map((one) => rowsOf((0,ast/* nodeOf */.E7)(one, 'RangeVar'))));
    return null;
}
function statements_queries(all) {
    return all.every((one) => one !== undefined) ? all : null;
}
function rowsOf(relation, columns = []) {
    if (relation === undefined)
        return undefined;
    const targetList = columns.map((column) => ({ ResTarget: { val: { ColumnRef: { fields: [column] } } } }));
    return (0,deparse/* deparsed */.L)({
        SelectStmt: {
            targetList,
            fromClause: [{ RangeVar: relation }],
            limitOption: 'LIMIT_OPTION_DEFAULT',
            op: 'SETOP_NONE',
        },
    });
}
/** What ON CONFLICT infers an index from, as a statement with nothing else. */
function arbitersOf(nodes) {
    const found = [];
    for (const node of nodes)
        (0,ast/* walk */.GG)(node, (tag, body) => {
            if (tag !== 'InsertStmt')
                return;
            const { relation, onConflictClause } = body;
            const infer = onConflictClause?.infer;
            if (relation === undefined || !infer?.indexElems)
                return;
            const sql = (0,deparse/* deparsed */.L)({
                InsertStmt: {
                    relation,
                    onConflictClause: { action: 'ONCONFLICT_NOTHING', infer },
                    override: 'OVERRIDING_NOT_SET',
                },
            });
            if (sql !== undefined)
                found.push(sql);
        });
    return found;
}
/** The text of an expression that is a constant. */
function constantText(expression, parse) {
    const [node] = parse(`SELECT ${expression}`) ?? [];
    const select = (0,ast/* nodeOf */.E7)(node, 'SelectStmt');
    const [target, ...others] = select?.targetList ?? [];
    if (others.length > 0 || select?.fromClause)
        return undefined;
    return (0,ast/* nodeOf */.E7)((0,ast/* nodeOf */.E7)(target, 'ResTarget')?.val, 'A_Const')?.sval?.sval;
}

;// CONCATENATED MODULE: ./build/rehearsal/stored-code/variables.js
/** What a body in PL/pgSQL knows by name where one of its statements is tried. Pure. */


/** A type for what may be of any. */
const POLYMORPHIC = {
    anyelement: 'pg_catalog.text',
    anynonarray: 'pg_catalog.text',
    anycompatible: 'pg_catalog.text',
    anycompatiblenonarray: 'pg_catalog.text',
    anyarray: 'pg_catalog.text[]',
    anycompatiblearray: 'pg_catalog.text[]',
};
const NO_TYPE = /^(?:record|trigger|event_trigger|void|internal|cstring|"any"|any\w+)(?:\[\])?$/i;
/** A type that a value can have; undefined for one that only a call knows. */
function concrete(type) {
    return POLYMORPHIC[type] ?? (NO_TYPE.test(type) ? undefined : type);
}
function isPolymorphic(type) {
    return /^any/i.test(type);
}
function variablesOf(routine, body, trigger) {
    const given = new Map(routine.arguments.map(({ name, type }) => [name, type]));
    const row = trigger && `${(0,quote/* ident */.b)(trigger.schema)}.${(0,quote/* ident */.b)(trigger.table)}`;
    const all = new Map();
    for (const { name, type } of body.variables)
        all.set(name, /^(?:new|old)$/.test(name) && row ? row : type);
    // The parser without a server doesn't know the types of arguments that are the user's.
    for (const [name, type] of given)
        if (name !== '' && body.variables.some((one) => one.name === name))
            all.set(name, type);
    return [...all].flatMap(([name, type]) => {
        const known = concrete(type);
        return known === undefined ? [] : [{ name, type: known, guessed: isPolymorphic(type) }];
    });
}
/** `$1`, which a body may also call an argument that has a name. */
function positional({ arguments: all }, sql) {
    const numbers = [...masked(sql).matchAll(/\$(\d+)/g)].map(([, number]) => Number(number));
    if (numbers.length === 0)
        return [];
    const taken = all.filter(({ mode }) => mode !== 'o' && mode !== 't').slice(0, Math.max(...numbers));
    return taken.map(({ type }) => ({
        name: '',
        type: concrete(type) ?? 'pg_catalog.text',
        guessed: isPolymorphic(type) || concrete(type) === undefined,
    }));
}
/** The text with names in the place of `$1`, `$2`, …: `ms_1`, `ms_2`. */
function withoutNumbers(sql) {
    let rest = sql;
    for (const { 0: all, 1: number, index } of [...masked(sql).matchAll(/\$(\d+)/g)].reverse())
        rest = `${rest.slice(0, index)}ms_${number}${rest.slice(index + all.length)}`;
    return rest;
}
/** A trigger's REFERENCING tables, as views of its table. */
function transitionTables(trigger, named) {
    if (trigger === undefined)
        return '';
    return [trigger.newTable, trigger.oldTable]
        .flatMap((name) => (name !== null && named.has(name) ? [name] : []))
        .map((name) => `CREATE TEMP VIEW ${(0,quote/* ident */.b)(name)} AS SELECT * FROM ${(0,quote/* ident */.b)(trigger.schema)}.${(0,quote/* ident */.b)(trigger.table)};`)
        .join(' ');
}
/** The function's own search_path, as pg_get_functiondef spells it. */
function pathClauses({ settings }) {
    return settings.filter((one) => /^search_path=/i.test(one)).map(settingClause);
}
function settingClause(setting) {
    const at = setting.indexOf('=');
    return `SET ${setting.slice(0, at)} TO ${setting.slice(at + 1).replaceAll('""', "''") || "''"}`;
}

;// CONCATENATED MODULE: ./build/rehearsal/stored-code/as-plpgsql.js
/**
 * Trials that PL/pgSQL makes itself, in a DO block with the body's variables. A name that is a variable's and a column's is refused
 * only by its own analysis (manual, PL/pgSQL, Variable Substitution), and the rows that RETURN gives back must have the very types that
 * were declared. EXPLAIN with an option that there isn't is analysed and goes no further; CREATE TABLE AS … WITH NO DATA plans and runs
 * nothing. Pure.
 */


function conflictSql(sql, block) {
    return `DO ${(0,quote/* literal */.e)(blockOf(block, 'ms_plan pg_catalog.record;', `FOR ms_plan IN EXPLAIN (ms_analysed) ${withoutNumbers(sql)}\n LOOP END LOOP;`))}`;
}
/** As Postgres words what a call would be answered. */
const WRONG_ROWS = {
    query: 'structure of query does not match function result type',
    next: 'wrong record type supplied in RETURN NEXT',
    row: 'returned record type does not match expected record type',
};
/** Undefined where nobody here knows which types are expected. */
function resultSql(query, returns, block) {
    const expected = expectedRow(block.routine);
    if (expected === undefined)
        return undefined;
    // A row's own fields have different names; a query's columns may not.
    const isRow = returns !== 'query' && /\)\.\*$/.test(query);
    const names = isRow ? '' : ` (${Array.from({ length: expected.width }, (_, at) => `ms_${at + 1}`).join(', ')})`;
    // Only a query's rows can be a table's: what writes stands in a WITH of it.
    const isQuery = /^[\s(]*(?:select|with|values|table)\b/i.test(query);
    const rows = isQuery ? query : `WITH ms_rows AS (${query}\n) SELECT * FROM ms_rows`;
    const made = `CREATE TEMP TABLE ms_result${names} AS ${withoutNumbers(rows)}\n WITH NO DATA;`;
    return [
        `DO ${(0,quote/* literal */.e)(blockOf(block, '', made))}`,
        `CREATE TEMP TABLE ms_expected (${expected.columns})`,
        `DO ${(0,quote/* literal */.e)(compared(WRONG_ROWS[returns]))}`,
    ].join('; ');
}
function expectedRow({ arguments: all, returns, columns, set }) {
    const out = all.filter(({ mode }) => mode === 't' || mode === 'o' || mode === 'b');
    if (out.some(({ type }) => isPolymorphic(type) || concrete(type) === undefined))
        return undefined;
    if (out.length > 0)
        return { columns: out.map(({ type }, at) => `ms_${at + 1} ${type}`).join(', '), width: out.length };
    if (isPolymorphic(returns) || concrete(returns) === undefined)
        return undefined;
    if (columns !== null)
        return { columns: `LIKE ${returns}`, width: columns };
    return set ? { columns: `ms_1 ${returns}`, width: 1 } : undefined;
}
/** As convert_tuples_by_position asks: the type, and its modifier where one is expected. */
function compared(message) {
    const of = (table) => `(SELECT * FROM pg_catalog.pg_attribute WHERE attrelid OPERATOR(pg_catalog.=) 'pg_temp.${table}'::pg_catalog.regclass AND attnum OPERATOR(pg_catalog.>) 0)`;
    return `DECLARE ms_told pg_catalog.text; BEGIN
    SELECT CASE WHEN r.attnum IS NULL OR e.attnum IS NULL THEN 'Number of returned columns does not match expected column count'
      ELSE pg_catalog.format('Returned type %s does not match expected type %s in column %s', pg_catalog.format_type(r.atttypid, r.atttypmod),
        pg_catalog.format_type(e.atttypid, e.atttypmod), e.attnum) END INTO ms_told
    FROM ${of('ms_expected')} e FULL JOIN ${of('ms_result')} r ON r.attnum OPERATOR(pg_catalog.=) e.attnum
    WHERE r.attnum IS NULL OR e.attnum IS NULL OR r.atttypid OPERATOR(pg_catalog.<>) e.atttypid
      OR (r.atttypmod OPERATOR(pg_catalog.<>) e.atttypmod AND e.atttypmod OPERATOR(pg_catalog.>=) 0)
    ORDER BY coalesce(e.attnum, r.attnum) LIMIT 1;
    IF ms_told IS NOT NULL THEN RAISE EXCEPTION USING ERRCODE = '42804', MESSAGE = ${(0,quote/* literal */.e)(message)}, DETAIL = ms_told; END IF; END`;
}
function blockOf({ routine, variables, positional }, declared, does) {
    const numbered = positional.map(({ type }, at) => ({ name: `ms_${at + 1}`, type }));
    const all = [...numbered, ...variables].map(({ name, type }) => `${(0,quote/* ident */.b)(name)} ${type};`).join(' ');
    return `${conflictOption(routine)}<<${(0,quote/* ident */.b)(routine.name)}>> DECLARE ${all} ${declared} BEGIN ${does} END`;
}
/** The body wants the column where a variable has its name. */
function takesColumns(routine) {
    return conflictOption(routine).includes('use_column');
}
/** Whose a name is that both have: the body says it first, then the function's settings. */
function conflictOption({ body, settings }) {
    const [, said] = /^\s*#variable_conflict\s+(error|use_variable|use_column)\b/im.exec(body) ?? [];
    const set = settings.find((one) => one.startsWith('plpgsql.variable_conflict='))?.split('=')[1];
    const option = said ?? set;
    return option === undefined ? '' : `#variable_conflict ${option}\n`;
}

;// CONCATENATED MODULE: ./build/rehearsal/stored-code/queries.js



const MADE_UP = 'SQL that is made up at run time';
const UTILITY = 'a statement that Postgres analyses only when it runs';
function queriesOf({ routine, body, variables, parse }, fragment) {
    const { kind, sql, returns: back } = fragment;
    const unknown = body.variables
        .filter(({ name, type }) => /^record$/i.test(type) && !(routine.returns === 'trigger' && /^(?:new|old)$/.test(name)))
        .map(({ name }) => name);
    const sourceOf = (name) => body.sources.get(name) ?? undefined;
    const blank = (text) => unknown.reduce((rest, name) => replacedRecord(rest, name, () => 'NULL'), text);
    const standIn = (name) => (field) => {
        const source = sourceOf(name);
        return source === undefined ? 'NULL' : `(SELECT ms_row.${field} FROM (${blank(source)}\n) ms_row LIMIT 1)`;
    };
    const plain = (text) => unknown.reduce((rest, name) => replacedRecord(rest, name, standIn(name)), text);
    const used = unknown.map((name) => ({ name, fields: [...new Set(fieldsOf(sql, name))] }));
    const fields = used.flatMap(({ name, fields: its }) => {
        const source = sourceOf(name);
        if (source === undefined)
            return [];
        return its.map((field) => ({
            sql: `SELECT ms_row.${field} FROM (${blank(source)}\n) ms_row`,
            text: `${name}.${field}`,
        }));
    });
    const lost = used.filter(({ name, fields: its }) => its.length > 0 && sourceOf(name) === undefined);
    const untried = lost.map(({ name }) => `the row of ${name}, which only a run fills`);
    const guessed = lost.length > 0 ? { guessed: true } : {};
    const ofRows = (queries, more = []) => ({
        queries: [...queries, ...fields],
        untried: [...untried, ...more],
    });
    if (kind === 'assignment') {
        const sides = sidesOf(sql);
        if (sides === undefined)
            return ofRows([], ['an assignment that nobody here can read']);
        const [target, value] = sides;
        // A record's own field may be what its next row has.
        const isField = /[.[]/.test(target) && plain(target) === target;
        return ofRows([
            ...(isField ? [{ sql: `SELECT ${target}`, text: sql }] : []),
            { sql: `SELECT ${plain(value)}`, text: sql, ...guessed },
        ]);
    }
    const isRow = (back === 'row' || back === 'next') && routine.columns !== null && !/^\s*null\s*$/i.test(sql);
    const returned = isRow ? { result: { sql: `SELECT (${plain(sql)}).*`, as: back } } : {};
    if (kind === 'expression')
        return ofRows([{ sql: `SELECT ${plain(sql)}`, ...guessed, ...returned }]);
    if (kind === 'dynamic') {
        const made = { sql: `SELECT ${plain(sql)}`, ...guessed };
        const text = constantText(sql, parse);
        const given = usedBy(fragment, variables);
        if (text === undefined || given === undefined)
            return ofRows([made], [MADE_UP]);
        const isResult = back === 'query' ? { result: { sql: text, as: back } } : {};
        return ofRows([made, ...instead(text, parse).map((one) => ({ sql: one, text, given, ...isResult }))], utility(text, parse));
    }
    const isResult = kind === 'result' ? { result: { sql: plain(sql), as: 'query' } } : {};
    const declared = kind === 'result' ? resultOf(routine) : undefined;
    const queries = instead(plain(sql), parse).map((one) => ({
        ...{ sql: one, ...guessed, ...isResult },
        ...(one === plain(sql) ? {} : { text: sql }),
        ...(declared !== undefined && { returns: declared }),
    }));
    return ofRows(queries, utility(plain(sql), parse));
}
/** Itself, or what can be tried in its place. */
function instead(sql, parse) {
    const [node, ...more] = parse(sql) ?? [];
    if (node === undefined || more.length > 0)
        return [sql];
    return insteadOf(node) ?? (insteadOf(node) === null ? [] : [sql]);
}
function utility(sql, parse) {
    return (parse(sql) ?? []).some((node) => insteadOf(node) === null) ? [UTILITY] : [];
}
/** The types of what USING names; undefined where one of them is no plain variable. */
function usedBy({ using = [] }, variables) {
    const found = using.map((text) => {
        const name = text.trim();
        const known = variables.find((one) => one.name === name.toLowerCase() || `"${one.name}"` === name);
        return known && { ...known, name: '' };
    });
    return found.every((one) => one !== undefined) ? found : undefined;
}
/** As RETURN QUERY must give it. */
function resultOf({ arguments: all, returns, set }) {
    const columns = all.filter(({ mode }) => mode === 't' || mode === 'o' || mode === 'b');
    if (!set || columns.some(({ type }) => concrete(type) === undefined))
        return undefined;
    if (columns.length > 0)
        return `TABLE(${columns.map(({ type }, at) => `ms_${at} ${concrete(type)}`).join(', ')})`;
    return concrete(returns) === undefined ? undefined : `SETOF ${returns}`;
}

;// CONCATENATED MODULE: ./build/rehearsal/stored-code/trials.js
/**
 * What of a function can be tried without calling it. Postgres analyses the body of a function in SQL when it is made (manual,
 * CREATE FUNCTION, check_function_bodies), so each statement of a body in PL/pgSQL becomes the body of such a function, with the
 * variables that it names as arguments: NEW and OLD with the type of the trigger's table. Pure.
 */







/** The whole, made anew: what it declares is resolved, and in SQL all that it says. */
function wholeTrials(routine, parse) {
    const { oid, definition, body, language } = routine;
    if (definition === null)
        return [];
    const text = language === 'sql' ? body : '';
    const common = { function: oid, always: true, caught: false };
    const whole = { ...common, key: `${oid} whole`, sql: definition, text: text.trim() };
    const arbiters = language === 'sql' ? arbitersOf(parse(body) ?? []) : [];
    return [
        whole,
        ...(language === 'sql' ? shadowed(routine, parse) : []),
        ...arbiters.map((sql, at) => ({
            ...common,
            key: `${oid} whole arbiter ${at}`,
            ...arbiter(sql, routine),
            text: text.trim(),
        })),
    ];
}
/** In SQL a column is taken where an argument has its name (manual, CREATE FUNCTION, argname): PL/pgSQL would refuse it. */
function shadowed(routine, parse) {
    const known = routine.arguments.filter(({ name, mode }) => name !== '' && /^[ibv]$/.test(mode));
    return (parse(routine.body) ?? []).flatMap((node, at) => {
        const sql = isExplainable(node) ? (0,deparse/* deparsed */.L)(node) : undefined;
        const words = wordsOf(sql ?? '');
        const variables = known.flatMap(({ name, type }) => {
            const declared = words.has(name) ? concrete(type) : undefined;
            return declared === undefined ? [] : [{ name, type: declared, guessed: false }];
        });
        if (sql === undefined || variables.length === 0)
            return [];
        const block = { routine: { ...routine, ...REFUSING }, variables, positional: positional(routine, sql) };
        return [{ ...shadow(routine, conflictSql(sql, block)), key: `${routine.oid} whole shadow ${at}`, text: sql }];
    });
}
/** Where a body says nothing of it, PL/pgSQL refuses what may be both. */
const REFUSING = { body: '#variable_conflict error\n', settings: [] };
function shadow(routine, sql) {
    const common = { function: routine.oid, always: true, caught: false, setup: localPath(routine) };
    return { ...common, sql, shows: /^42702$/, shadows: true };
}
/** Postgres looks for the index when it plans. */
function arbiter(sql, routine) {
    return { sql: `EXPLAIN ${sql}`, setup: localPath(routine), shows: /^42P10$/ };
}
function localPath(routine) {
    return pathClauses(routine)
        .map((clause) => `${clause.replace(/^SET /, 'SET LOCAL ')};`)
        .join(' ');
}
/** Of a trigger's function once for each of its tables; of one that has none, what doesn't speak of its row. */
function bodyTrials(routine, body, triggers, parse) {
    const tables = triggers.filter((one, at) => triggers.findIndex(({ relation }) => relation === one.relation) === at);
    const on = tables.length > 0 ? tables : [undefined];
    const all = on.flatMap((trigger) => {
        const as = { routine, body, trigger, parse };
        const returned = body.returned.map((one, at) => returnedTrials(as, one, at));
        return [...body.fragments.map((fragment, at) => trialsOf(as, fragment, at)), ...returned];
    });
    return { trials: all.flatMap(({ trials }) => trials), untried: all.flatMap(({ untried }) => untried) };
}
function trialsOf(as, fragment, at) {
    const { routine, body, parse } = as;
    const variables = variablesOf(routine, body, as.trigger);
    const { queries, untried } = queriesOf({ routine, body, parse, variables }, fragment);
    const { oid } = routine;
    const trials = queries.flatMap((query, part) => asTrials(as, fragment, query, `${at} ${part}`));
    return { trials, untried: untried.map((why) => ({ function: oid, line: fragment.line, why })) };
}
function asTrials({ routine, body, trigger, parse }, of, query, place) {
    const { sql, returns = trials_NOTHING, text = of.sql, guessed = false, result, given } = query;
    const { line, always, caught } = of;
    const named = wordsOf(sql);
    // What EXECUTE runs sees no variables, only what USING gives it.
    const its = given ? [] : variablesOf(routine, body, trigger).filter(({ name }) => named.has(name));
    const numbered = given ?? positional(routine, sql);
    const all = [...numbered, ...its];
    const list = all.map(({ name, type }) => `${name === '' ? '' : `${(0,quote/* ident */.b)(name)} `}${type}`).join(', ');
    const head = `CREATE FUNCTION pg_temp.${(0,quote/* ident */.b)(routine.name)}(${list}) RETURNS ${returns} LANGUAGE sql`;
    const transitions = transitionTables(trigger, named);
    const setup = (path) => [path, transitions].filter((one) => one !== '').join(' ');
    const isGuessed = guessed || all.some((one) => one.guessed);
    const common = {
        ...{ function: routine.oid, line: line ?? 1, always, caught, text: text.trim() },
        ...(trigger && { relation: trigger.relation }),
        ...(isGuessed && { guessed: true }),
    };
    const key = (kind) => `${routine.oid} ${trigger?.relation ?? ''} ${place} ${kind}`;
    const block = { routine, variables: its, positional: numbered };
    const nodes = READS_ROWS.test(masked(sql)) ? (parse(sql) ?? []) : [];
    const isConflicting = its.length > 0 && nodes.length === 1 && nodes.every(isExplainable);
    const rows = result && !isGuessed ? resultSql(result.sql, result.as, block) : undefined;
    const own = { ...common, setup: setup(localPath(routine)) };
    const analysed = {
        ...own,
        key: key('analysed'),
        sql: `${[head, ...pathClauses(routine)].join(' ')} AS ${(0,quote/* literal */.e)(sql)}`,
    };
    // In SQL a column's name comes before an argument's: there only what views and rules make of it is shown.
    const asItself = isConflicting
        ? [
            {
                ...own,
                key: key('names'),
                sql: conflictSql(sql, block),
                shows: OF_ANALYSIS,
                unclear: 'names that could not be resolved',
            },
            ...(returns !== trials_NOTHING || trials_WRITES.test(masked(sql)) ? [{ ...analysed, shows: OF_REWRITING }] : []),
            ...(takesColumns(routine)
                ? [
                    {
                        ...shadow(routine, conflictSql(sql, { ...block, routine: { ...routine, ...REFUSING } })),
                        ...{ ...own, key: key('shadow') },
                    },
                ]
                : []),
        ]
        : [analysed];
    const compared = { key: key('rows'), shows: /^42804$/, unclear: 'rows whose types could not be compared' };
    return [
        ...asItself,
        ...(rows === undefined ? [] : [{ ...own, ...compared, sql: rows }]),
        ...arbitersOf(nodes).map((one, at) => ({ ...common, key: key(`arbiter ${at}`), ...arbiter(one, routine) })),
    ];
}
/** Names, types, constants. What a variable's own first value may be refused with is none of it. */
const OF_ANALYSIS = /^(?:42|22|3F|0A)/;
/** A generated column is written, a view can't be written to, a query gives back other rows than it should. */
const OF_REWRITING = /^(?:428C9|55000|0A000|42P13)$/;
const trials_NOTHING = 'pg_catalog.void';
const trials_WRITES = /\b(?:insert|update|delete|merge)\b/i;
/** A statement with columns that a variable's name can be, too. */
const READS_ROWS = /\b(?:from|into|update|merge)\b/i;
/** A record that is given back must have the columns that the function declares: those of its one query. */
function returnedTrials(as, returned, at) {
    const { routine, body } = as;
    const { name, returns, line } = returned;
    const isRecord = body.variables.some((one) => one.name === name && concrete(one.type) === undefined);
    if (!isRecord || routine.returns === 'trigger')
        return { trials: [], untried: [] };
    const source = body.sources.get(name);
    if (source === undefined || source === null)
        return {
            trials: [],
            untried: [{ function: routine.oid, line, why: `the row of ${name}, which only a run fills` }],
        };
    const query = { sql: source, result: { sql: source, as: returns }, text: `RETURN ${name}` };
    const of = { ...returned, sql: source };
    return { trials: asTrials(as, of, query, `returned ${at}`).filter(({ key }) => key.endsWith(' rows')), untried: [] };
}

;// CONCATENATED MODULE: ./build/rehearsal/stored-code/prepare.js
/** Functions, as trials of what is in them. */





async function prepared(code, functions) {
    const pgQuery = await (0,pg_query/* loadPgQuery */.Y)();
    const parse = parserOf(pgQuery);
    const bodies = new Map();
    const untried = [];
    const trials = functions.flatMap((routine) => {
        const whole = wholeTrials(routine, parse);
        const { definition: written, body: text } = routine;
        if (routine.language !== 'plpgsql' || written === null)
            return whole;
        const { definition, types } = withPlainTypes({ definition: written, body: text }, code.names);
        const body = withTypes(readBody(pgQuery.parsePlpgsql(definition) ?? {}), types);
        bodies.set(routine.oid, body);
        const its = code.triggers.filter((one) => one.function === routine.oid);
        const tried = body && bodyTrials(routine, body, its, parse);
        untried.push(...(tried?.untried ?? []));
        return [...whole, ...(tried?.trials ?? [])];
    });
    return { trials, untried, bodies };
}

;// CONCATENATED MODULE: ./build/rehearsal/stored-code/try.js
/** Tries code in the change's own session, in a transaction that is taken back. */


async function readStoredCode(observer) {
    const read = async (name) => (await observer.read((0,catalog_sql/* catalogSql */.a)(name))).rows.map(([text]) => JSON.parse(text ?? 'null'));
    const functions = (await read('stored functions'));
    if (functions.length === 0)
        return { functions: new Map(), triggers: [], names: [] };
    const triggers = (await read('stored triggers'));
    const { rows } = await observer.read((0,catalog_sql/* catalogSql */.a)('names in code'));
    const names = rows.map(([kind, name, of]) => ({ kind: kind ?? '', name: name ?? '', of: of ?? '' }));
    return { functions: new Map(functions.map((one) => [one.oid, one])), triggers, names };
}
/** The bodies of the functions, by their bare names. */
function bodiesByName(functions) {
    const bodies = new Map();
    for (const { name, body } of functions.values())
        bodies.set(name, `${bodies.get(name) ?? ''}\n${body}`);
    return bodies;
}
const try_BEGIN = 'BEGIN; SET LOCAL check_function_bodies = on; SET LOCAL client_min_messages = error';
/** So many at once. */
const BATCH = 100;
/** `emptyPath`: as a restore's session is. */
async function tryAll(session, trials, { emptyPath = false } = {}) {
    const begin = emptyPath ? `${try_BEGIN}; SET LOCAL search_path = ''` : try_BEGIN;
    const answers = new Map();
    if (trials.length === 0)
        return answers;
    for (let at = 0; at < trials.length; at += BATCH) {
        const batch = trials.slice(at, at + BATCH);
        const queries = batch.flatMap(({ sql, setup = '' }) => [
            `SAVEPOINT ms_trial; ${setup}`,
            sql,
            'ROLLBACK TO ms_trial',
        ]);
        const outcomes = await session.queryAll([begin, ...queries, 'ROLLBACK']);
        // Without a transaction nothing would be taken back, and nothing was.
        if (outcomes[0] instanceof servers_server/* PostgresError */.Yj)
            throw outcomes[0];
        for (const [index, { key, shows }] of batch.entries()) {
            const answer = try_answerOf(outcomes.slice(1 + index * 3, 4 + index * 3), shows);
            if (answer !== undefined)
                answers.set(key, answer);
        }
    }
    session.takeNotices();
    return answers;
}
/** A trial that is there to show some errors says nothing by another, unless it ends as it should. */
function try_answerOf(outcomes, shows) {
    const error = outcomes.find((one) => one instanceof servers_server/* PostgresError */.Yj) ?? null;
    if (error?.message.startsWith('unrecognized EXPLAIN option "ms_analysed"'))
        return null;
    return error === null || shows === undefined || shows.test(error.sqlstate) ? error : undefined;
}

;// CONCATENATED MODULE: ./build/rehearsal/restore/branches.js



async function branchesOf(stage, code, expressions) {
    const roots = expressions.flatMap(({ functions }) => functions);
    const functions = calledFrom(code, roots);
    const open = new Map();
    if (functions.length === 0)
        return { byPath: [], open };
    const { trials, untried, bodies } = await prepared(code, functions);
    const usual = await tryAll(stage.session, trials);
    const empty = await tryAll(stage.session, trials, { emptyPath: true });
    stage.tracer.unseen();
    const add = (oid, words) => open.set(oid, open.get(oid) ?? words);
    for (const { oid, language } of functions) {
        if (language !== 'sql' && bodies.get(oid) === undefined)
            add(oid, `in ${language}, which nobody here can read`);
    }
    for (const { function: oid, line, why } of untried)
        add(oid, `line ${line}, ${why}`);
    const byPath = trials.flatMap((trial) => {
        const [found, lost] = [usual.get(trial.key), empty.get(trial.key)];
        const routine = code.functions.get(trial.function);
        if (routine === undefined || lost === null)
            return [];
        const isOpen = lost === undefined ? trial.unclear !== undefined : found !== null;
        if (isOpen)
            add(trial.function, `line ${trial.line ?? 1}, ${lost?.message ?? trial.unclear}`);
        if (lost === undefined || found !== null)
            return [];
        const { sqlstate, message } = lost;
        return [{ key: `${trial.key} ${routine.body}`, routine, trial, sqlstate, message }];
    });
    return {
        byPath: byPath.filter(({ trial }, at) => byPath.findIndex((one) => one.trial.function === trial.function) === at),
        open,
    };
}
/** They, and those whose names their bodies call. */
function calledFrom({ functions }, roots) {
    const byName = new Map();
    for (const one of functions.values())
        byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
    const found = new Map();
    const add = (one) => {
        if (found.has(one.oid))
            return;
        found.set(one.oid, one);
        for (const [, quoted, plain = ''] of masked(one.body).matchAll(CALL))
            for (const callee of byName.get(quoted ?? plain.toLowerCase()) ?? [])
                add(callee);
    };
    for (const oid of roots) {
        const one = functions.get(oid);
        if (one)
            add(one);
    }
    return [...found.values()];
}
const CALL = /(?:"((?:[^"]|"")+)"|([\p{L}_][\p{L}\p{N}_$]*))\s*\(/gu;

;// CONCATENATED MODULE: ./build/rehearsal/restore/tries.js
/** What is sent to try an expression that a restore computes. Pure. */

function triesOf(one) {
    const { kind, expression, columns } = one;
    // What is in its tables is all that it has.
    if (kind === 'materialized view')
        return { values: [`SELECT pg_catalog.count(ms_row.*) FROM (${expression}\n) ms_row`], made: [] };
    const values = [samples(columns), samples(columns.map(([name, type]) => [name, type, '', null]))].map((row) => `SELECT (${expression}) FROM (SELECT ${row}) AS ms_row`);
    const made = tries_objectOf(one);
    return { values, made: made === undefined ? [] : [made] };
}
function tries_objectOf({ kind, key, schema, table, name, expression, columns, partitionKey }) {
    const like = `LIKE ${(0,quote/* ident */.b)(schema)}.${(0,quote/* ident */.b)(table)}`;
    switch (kind) {
        case 'index': {
            const isPredicate = key.endsWith(' 0');
            const indexed = isPredicate ? `((1)) WHERE (${expression})` : `((${expression}))`;
            return `CREATE TEMP TABLE ms_like (${like}); CREATE INDEX ON pg_temp.ms_like ${indexed}`;
        }
        case 'generated column': {
            const type = columns.find(([column]) => column === name)?.[1] ?? 'pg_catalog.text';
            return `CREATE TEMP TABLE ms_like (${like}, ms_column ${type} GENERATED ALWAYS AS (${expression}) STORED)`;
        }
        case 'partition key':
            return `CREATE TEMP TABLE ms_like (${like}) PARTITION BY ${partitionKey}`;
        default:
            return undefined;
    }
}
function samples(columns) {
    return columns
        .map(([name, type, category, label]) => `CAST(${sample(type, category, label)} AS ${type}) AS ${(0,quote/* ident */.b)(name)}`)
        .join(', ');
}
/** A value that most expressions can do something with. */
function sample(type, category, label) {
    if (label !== null)
        return (0,quote/* literal */.e)(label);
    if (/^jsonb?$/.test(type))
        return `'{}'`;
    if (type === 'uuid')
        return `'00000000-0000-4000-8000-000000000001'`;
    switch (category) {
        case 'N':
            return '1';
        case 'S':
            return `'a'`;
        case 'B':
            return 'true';
        case 'D':
            return type.startsWith('time ') ? `'12:00'` : `'2026-01-01'`;
        case 'A':
            return `'{}'`;
        case 'T':
            return `'1 day'`;
        default:
            return 'NULL';
    }
}

;// CONCATENATED MODULE: ./build/rehearsal/restore/expressions.js
/**
 * What a restore computes anew, tried as it will be: pg_dump's scripts set an empty search_path, and what a function's body finds
 * by search_path isn't found there (manual, pg_dump; since 17 CREATE INDEX and REINDEX are run so as well).
 */



/** More are not tried. */
const expressions_MOST = 200;
async function evaluateAll(stage) {
    const { rows } = await (await stage.scratch.observe()).read((0,catalog_sql/* catalogSql */.a)('stored expressions'));
    const taken = rows.slice(0, expressions_MOST).map(storedExpression);
    if (taken.length === 0)
        return { expressions: [], left: 0 };
    const tries = taken.map(triesOf);
    const computed = await inTransaction(stage, tries.map(({ values }) => values), true);
    const made = await inTransaction(stage, tries.map(({ made: sql }) => sql), true);
    const refused = computed.map((outcomes) => outcomes.find((one) => one instanceof servers_server/* PostgresError */.Yj) ?? null);
    const again = await inTransaction(stage, tries.map(({ values }, at) => (refused[at] ? values : [])), false);
    stage.tracer.unseen();
    const expressions = taken.map((one, at) => ({
        ...one,
        error: refused[at] ?? null,
        anywhere: (again[at] ?? []).some((outcome) => outcome instanceof servers_server/* PostgresError */.Yj && outcome.message === refused[at]?.message),
        mutable: (made[at] ?? []).find((outcome) => outcome instanceof servers_server/* PostgresError */.Yj && outcome.sqlstate === NOT_IMMUTABLE) ?? null,
    }));
    return { expressions, left: rows.length - taken.length };
}
/** Functions in index expressions, generated columns and partition keys must be IMMUTABLE (invalid_object_definition). */
const NOT_IMMUTABLE = '42P17';
function storedExpression(row) {
    const [key, kind, schema, table, name, expression, columns, functions, partitionKey] = row;
    return {
        ...{ key: key ?? '', kind: kind ?? '', schema: schema ?? '', table: table ?? '', name: name ?? '' },
        expression: expression ?? '',
        columns: JSON.parse(columns ?? '[]'),
        functions: JSON.parse(functions ?? 'null') ?? [],
        partitionKey: partitionKey ?? null,
    };
}
/** What came of each of the groups, every query for itself and all of it taken back. */
async function inTransaction(stage, groups, emptyPath) {
    if (groups.every((group) => group.length === 0))
        return groups.map(() => []);
    const path = emptyPath ? "SET LOCAL search_path = ''; " : '';
    const begin = `BEGIN; ${path}SET LOCAL client_min_messages = error; SET LOCAL statement_timeout = '2s'`;
    const queries = groups.flat().flatMap((sql) => ['SAVEPOINT ms_trial', sql, 'ROLLBACK TO ms_trial']);
    const [begun, ...outcomes] = await stage.session.queryAll([begin, ...queries, 'ROLLBACK']);
    if (begun instanceof servers_server/* PostgresError */.Yj)
        throw begun;
    stage.session.takeNotices();
    let at = 0;
    return groups.map((group) => {
        const its = outcomes.slice(at * 3, (at + group.length) * 3);
        at += group.length;
        return its;
    });
}

;// CONCATENATED MODULE: ./build/rehearsal/data/of-the-code.js

/**
 * Syntax and names (42), what Postgres doesn't support (0A), what others need (2B), a state that an object isn't in (55). Rights
 * may depend on the row (a policy's CHECK is 42501), and others’ locks are none of the code's (55P03).
 */
const OF_CODE = /^(?:42(?!501)...|0A...|2B...|55(?!P)...)$/;
/** Input of types whose values are code: what is wrong with it is in the row. */
const OF_A_VALUE = /\b(?:in|for) (?:jsonpath|tsquery|type)|jsonpath|tsquery|ltree|lquery|regular expression/i;
/** RAISE says what its author wants; EXECUTE may be given what a row holds. */
const SAID_OR_MADE_UP = /\bat (?:RAISE|EXECUTE|FOR over EXECUTE statement|RETURN QUERY EXECUTE|OPEN)\b/i;
/** Names of functions in the lines of an error's context. */
const CALLED = /function (?:"?[\w$]+"?\.)?"?([\w$]+)"?(?:\(|\b)/g;
/** `bodies`: those of the functions in the database, by their bare names. */
function isOfTheCode({ sqlstate, message, where = '' }, sql, bodies) {
    if (!OF_CODE.test(sqlstate) || SAID_OR_MADE_UP.test(where) || OF_A_VALUE.test(message))
        return false;
    const called = [...where.matchAll(CALLED)].map(([, name = '']) => bodies.get(name) ?? '');
    const written = wordsOf([sql, ...called, where].join('\n'));
    const names = namesIn(message);
    // Of a syntax error nobody knows whether a value holds it.
    if (names.length === 0)
        return sqlstate !== '42601';
    return names.some((name) => written.has(name));
}
/** Last names: what is written may leave the schema out. */
function namesIn(message) {
    const said = [...message.matchAll(/"([^"]+)"|\bfunction ([\w$.]+)\(/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    return said.map((name) => name.split('.').at(-1) ?? name).filter((name) => !/^(?:new|old)$/.test(name));
}

;// CONCATENATED MODULE: ./build/rehearsal/stored-code/judge.js
/** Which code the change broke: what Postgres accepted before it and refuses after it, and what the change itself made so. Pure. */


const judge_CANCELED = /^(?:|57...|53...|58...)$/;
/** What a body that nobody compared with an earlier one can only say where a name in it is wrong. */
const judge_NAMES_NOTHING = new Set(['42703', '42P01', '3F000', '42883', '42704', '22P02', '42702', '42P10']);
/** And, where the types are those that they will have, what types can't be. */
const OF_TYPES = new Set(['42804', '42846']);
/** The first of each function and table, in the order of the body. */
function brokenBy(trials, before, after) {
    const told = new Set();
    return trials.flatMap((trial) => {
        const answer = after.answers.get(trial.key);
        const routine = after.code.functions.get(trial.function);
        const of = `${trial.function} ${trial.relation ?? ''}`;
        if (!answer || !routine || judge_CANCELED.test(answer.sqlstate) || told.has(of) || told.has(`${trial.function} `))
            return [];
        const was = before.answers.get(trial.key);
        const known = before.code.functions.get(trial.function);
        const fresh = known === undefined || known.body !== routine.body || isNewTrigger(trial, before);
        if (!fresh && was !== null && !(was === undefined && judge_isGone(answer, before, after)))
            return [];
        if (fresh && !judge_isCertain(trial, answer, routine, { before, after }))
            return [];
        told.add(of);
        const trigger = after.code.triggers.find(({ relation }) => relation === trial.relation);
        const said = wordsFor(trial, answer, trigger, after);
        const sure = !trial.caught && (!fresh || (trial.always && !mayComeLater(answer, before, after)));
        return [{ routine, trial, answer, fresh, sure, ...said }];
    });
}
function isNewTrigger({ function: oid, relation }, { code }) {
    return relation !== undefined && !code.triggers.some((one) => one.function === oid && one.relation === relation);
}
/** A name that the change took away is what the answer speaks of. */
function judge_isGone({ message }, before, after) {
    const words = wordsOf(message);
    return namesGone(before.code.names, after.code.names).some(({ name }) => words.has(name));
}
function namesGone(before, after) {
    const keyOf = ({ kind, name, of }) => JSON.stringify([kind, name, of]);
    const still = new Set(after.map(keyOf));
    return before.filter((one) => !still.has(keyOf(one)));
}
const MISSING_FROM = /^missing FROM-clause entry for table "(.+)"$/;
const NO_COLUMN = /^column "?([^"]+?)"? does not exist$/;
/** A field of a record, tried as a column of its query. */
const NO_ROW_FIELD = /^column ms_row\.(\S+) does not exist$/;
const NO_RELATION = /^relation "(.+)" does not exist$/;
/** Whether nothing that the trial leaves out can be what Postgres missed. */
function judge_isCertain(trial, { sqlstate, message }, { oid, arguments: given }, { before, after }) {
    const { guessed = false } = trial;
    // Code that is made so may be meant so.
    if (trial.shadows)
        return false;
    if (!judge_NAMES_NOTHING.has(sqlstate) && (guessed || !OF_TYPES.has(sqlstate)))
        return false;
    if (isElsewhere({ sqlstate, message }, before, after))
        return false;
    const body = after.bodies.get(oid);
    const variables = new Set([...(body?.variables ?? []).map(({ name }) => name), ...given.map(({ name }) => name)]);
    const record = MISSING_FROM.exec(message)?.[1];
    if (record !== undefined)
        return trial.relation !== undefined && /^(?:new|old)$/.test(record);
    const column = NO_COLUMN.exec(message)?.[1];
    // Of two variables of a name, and of a record's row, nobody here knows the type.
    if (column !== undefined)
        return ![...variables, ...(body?.hidden ?? [])].includes(column.split('.')[0] ?? '');
    if (sqlstate === '42P01')
        return !isMadeInside(NO_RELATION.exec(message)?.[1] ?? '', body);
    if (sqlstate === '42883' && guessed)
        return false;
    return sqlstate !== '22P02' || /enum/.test(message) || judge_isGone({ message }, before, after);
}
/** The function makes the table itself, or something that it makes up at run time may. */
function isMadeInside(relation, body) {
    const name = relation.split('.').at(-1) ?? relation;
    return (body?.fragments ?? []).some(({ kind, sql }) => (kind === 'dynamic' || /^\s*create\b/i.test(sql)) && wordsOf(sql).has(name));
}
/**
 * A name of which there is none, before and after: those who call the function may make such a table first, and what a platform or
 * an extension brings may be missing here.
 */
function mayComeLater({ sqlstate, message }, before, after) {
    if (!OF_OTHERS.has(sqlstate))
        return false;
    const [found, quoted, plain = ''] = MISSED.exec(message) ?? [];
    if (found === undefined)
        return false;
    const name = (quoted ?? plain).split('.').at(-1) ?? '';
    return ![...before.code.names, ...after.code.names].some((one) => one.name === name && one.kind !== 'column');
}
const OF_OTHERS = new Set(['42P01', '42883', '42704']);
const MISSED = /^(?:relation|type|function) (?:"([^"]+)"|([^\s(]+))/;
/** In a schema that neither was there nor is: nobody here knows what production has in it. */
function isElsewhere({ sqlstate, message }, before, after) {
    const [, quoted, plain = ''] = (sqlstate === '3F000' ? /^schema "([^"]+)"/ : MISSED).exec(message) ?? [];
    const parts = (quoted ?? plain).split('.');
    const schema = sqlstate === '3F000' || parts.length > 1 ? parts[0] : undefined;
    if (schema === undefined)
        return false;
    return ![...before.code.names, ...after.code.names].some((one) => one.kind === 'schema' && one.name === schema);
}
/** What a call is answered with, where a trial is answered otherwise. */
function wordsFor(trial, { sqlstate, message }, trigger, { code, bodies }) {
    const record = MISSING_FROM.exec(message)?.[1];
    if (record !== undefined) {
        const table = trigger?.table;
        const has = new Set(code.names.flatMap(({ kind, name, of }) => (kind === 'column' && of === table ? [name] : [])));
        const field = fieldsOf(trial.text, record).find((one) => !has.has(judge_bare(one))) ?? fieldsOf(trial.text, record)[0];
        if (field !== undefined)
            return { sqlstate: '42703', message: `record "${record}" has no field "${judge_bare(field)}"` };
    }
    const field = NO_ROW_FIELD.exec(message)?.[1];
    if (field !== undefined) {
        const [, of = 'r'] = new RegExp(`([\\w$]+)"?\\s*\\.\\s*"?${field.replace(/[^\w]/g, '\\$&')}\\b`, 'i').exec(trial.text) ?? [];
        return { sqlstate: '42703', message: `record "${of}" has no field "${field}"` };
    }
    const isResult = sqlstate === '42P13' && bodies.get(trial.function) !== undefined;
    if (isResult)
        return { sqlstate: '42804', message: 'structure of query does not match function result type' };
    return { sqlstate, message };
}
/** A name as the catalogs have it. */
function judge_bare(name) {
    return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase();
}
/** `f(integer)`, with its schema unless that is `public`. */
function calledAs({ schema, name, identity }) {
    return `${(0,sql_name/* sqlName */.iA)(`${schema}.${name}`)}(${identity.replaceAll(/(?<![\w."])public\./g, '')})`;
}

;// CONCATENATED MODULE: ./build/rehearsal/restore/findings.js









/** Fails with an empty search_path, for a reason that lies in the code, and didn't before. */
function newlyLost(before, after, bodies) {
    const was = new Map(before.map((one) => [one.key, one]));
    return after.filter(({ key, error, expression }) => {
        const known = was.get(key);
        if (error === null || (known && known.error !== null))
            return false;
        return isOfTheCode(error, expression, bodies);
    });
}
/** Rests on functions that are no longer IMMUTABLE. */
function newlyMutable(before, after) {
    const was = new Map(before.map((one) => [one.key, one]));
    return after.filter(({ key, mutable }) => mutable !== null && (was.get(key)?.mutable ?? null) === null);
}
function observeLost(up, lost) {
    const { error, expression, key } = lost;
    const { sqlstate = '', message = '', where } = error ?? {};
    const called = (where ?? '').split('\n').find((line) => /function/.test(line));
    return observe('dump-not-restorable', up, culprit(up, lost), {
        message: `A dump of this schema can’t be restored: ${findings_inWords(lost)} finds a name by search_path, which is empty then: ${message} (SQLSTATE ${sqlstate}).`,
        proof: `${(0,sql_words/* code */.a)(expression)} was computed with an empty search_path: Postgres answered ${sqlstate}: ${message}${called === undefined ? '' : `, in ${called.trim()}`}`,
        facts: [(0,fact/* hazard */.vl)('dump-not-restorable', key)],
        tried: triedRestore(lost),
    });
}
function observeMutable(up, lost) {
    const { mutable, expression, key } = lost;
    const { sqlstate = '', message = '' } = mutable ?? {};
    const statement = culprit(up, lost);
    return observe('dump-not-restorable', up, statement, {
        message: `A dump of this schema can’t be restored: ${findings_inWords(lost)} calls what is not IMMUTABLE once this has run, and Postgres makes no such object: ${message} (SQLSTATE ${sqlstate}).`,
        proof: `On a table like it, the same was made anew from ${(0,sql_words/* code */.a)(expression)}: Postgres answered ${sqlstate}: ${message}`,
        help: 'Say IMMUTABLE of the function again, where its result depends on its arguments alone. Where it doesn’t, drop what rests on it first: it holds values that may be wrong.',
        facts: [(0,fact/* hazard */.vl)('dump-not-restorable', `${key} immutable`)],
        tried: triedRestore(lost),
        // One statement makes the function so: that is one finding.
        cause: `immutable at ${statement?.start ?? -1}`,
    });
}
/** By this it is known when it is tried again. */
function triedRestore({ key }) {
    return JSON.stringify(['restore', key, '']);
}
/** Values may come by it: those that were tried didn't. */
function observeBranch(up, branch, users) {
    const { routine, trial, sqlstate, message } = branch;
    const [first] = users;
    const of = first === undefined ? 'something that a restore computes' : findings_inWords(first);
    const calls = { name: routine.name, table: '', expression: routine.name, error: null };
    const made = users.map((user) => culprit(up, user)).find((one) => one !== undefined);
    return observe('dump-not-restorable', up, culprit(up, calls) ?? made, {
        message: `A dump of this schema can’t be restored where a value of ${of} comes to line ${trial.line ?? 1} of ${(0,sql_words/* code */.a)(calledAs(routine))}. It finds a name by search_path, which is empty then: ${message} (SQLSTATE ${sqlstate}).`,
        proof: `${(0,sql_words/* code */.a)(trial.text.replace(/\s+/g, ' ').slice(0, 120))} was analysed in the migration’s session, which went well, and with an empty search_path: Postgres answered ${sqlstate}: ${message}`,
        facts: [(0,fact/* hazard */.vl)('dump-not-restorable', branch.key)],
        severity: 'warning',
    });
}
/** The expressions that come to it. */
function usersOf({ routine }, code, all) {
    return all.filter(({ functions }) => calledFrom(code, functions).some(({ oid }) => oid === routine.oid));
}
/** `the index `i` of `t``. */
function findings_inWords({ kind, schema, table, name }) {
    const of = (0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(`${schema}.${table}`));
    if (kind === 'partition key')
        return `the partition key of ${of}`;
    return kind === 'materialized view' ? `the materialized view ${of}` : `the ${kind} ${(0,sql_words/* code */.a)(name)} of ${of}`;
}
/** What makes the object; else what changes the function that it calls. */
function culprit(up, { name, table, expression, error }) {
    const makes = (names) => (statement) => (0,schema_effects/* effectsOf */.w)(statement.node).some(({ object, was }) => names.has(findings_bare(object.name)) || (was && names.has(findings_bare(was.name))));
    return (up.statements.findLast(makes(new Set([name]))) ??
        up.statements.findLast(makes(wordsOf(`${expression} ${error?.message ?? ''} ${error?.where ?? ''}`))) ??
        up.statements.findLast(makes(new Set([table]))));
}
function findings_bare(name) {
    return (0,schema_objects/* lastName */.UK)(name.replace(/\(.*$/s, ''));
}

;// CONCATENATED MODULE: ./build/rehearsal/proofs/restore.js








/* harmony default export */ const restore = (schemaProof({
    check: 'restore',
    title: 'A dump can be restored',
    begin: ({ stage }) => look(stage),
    async show({ stage, migration: { up } }, before) {
        const after = await look(stage);
        const now = after.evaluated.expressions;
        if (now.length === 0)
            return null;
        const was = new Map(before.evaluated.expressions.map(({ key, expression }) => [key, expression]));
        const isMade = now.some(({ key, expression }) => was.get(key) !== expression);
        // What none of it touched is as it was.
        if (!isMade && sameFunctions(before.stored, after.stored))
            return null;
        const news = newlyLost(before.evaluated.expressions, now, bodiesByName(after.stored.functions));
        const mutable = newlyMutable(before.evaluated.expressions, now);
        // What fails wherever it is computed is not a matter of the search_path.
        const lost = news.filter(({ anywhere }) => !anywhere);
        const known = new Set(before.branches.byPath.map(({ key }) => key));
        const told = new Set(lost.flatMap(({ functions }) => functions));
        const branches = after.branches.byPath.filter(({ key, routine }) => !known.has(key) && !told.has(routine.oid));
        const observations = [
            ...lost.map((one) => observeLost(up, one)),
            ...mutable.map((one) => observeMutable(up, one)),
            ...branches.map((one) => observeBranch(up, one, usersOf(one, after.stored, now))),
        ];
        const again = async () => {
            const end = await look(stage);
            const works = [...lost, ...mutable].filter(({ key }) => end.evaluated.expressions.some((one) => one.key === key && one.error === null && one.mutable === null));
            return new Set(works.map((one) => mended_wordOf(triedRestore(one))));
        };
        return { ...restore_outcome(after, { news, lost, mutable }, observations), again };
    },
}));
async function look(stage) {
    const evaluated = await evaluateAll(stage);
    const none = { functions: new Map(), triggers: [], names: [] };
    const isAny = evaluated.expressions.length > 0;
    const stored = isAny ? await readStoredCode(await stage.scratch.observe()) : none;
    return { evaluated, stored, branches: await branchesOf(stage, stored, evaluated.expressions) };
}
function restore_outcome({ evaluated: { expressions, left }, branches, stored }, { news, lost, mutable }, observations) {
    const untried = expressions.filter((one) => one.error !== null && !news.includes(one));
    const named = (all) => [...new Set(all.map(({ name }) => (0,sql_words/* code */.a)(name)))].join(', ');
    const anywhere = news.filter((one) => !lost.includes(one));
    const told = new Set(news.flatMap(({ functions }) => functions));
    const lines = branches.byPath
        .filter(({ routine }) => !told.has(routine.oid))
        .map(({ routine, trial }) => `line ${trial.line ?? 1} of ${(0,sql_words/* code */.a)(calledAs(routine))}`);
    const open = [...branches.open].flatMap(([oid, words]) => {
        const routine = stored.functions.get(oid);
        return routine === undefined || told.has(oid) ? [] : [`${(0,sql_words/* code */.a)(calledAs(routine))} (${words})`];
    });
    const computed = expressions.filter((one) => !untried.includes(one));
    const views = computed.filter(({ kind }) => kind === 'materialized view').length;
    const parts = [
        ...(computed.length > views || views === 0
            ? [`${count(computed.length - views, 'expression')} on a row of sample values and on one without`]
            : []),
        ...(views > 0 ? [`${count(views, 'materialized view')} on what its tables hold here`] : []),
    ];
    const detail = [
        `computed with an empty search_path, as a restore does: ${parts.join(', ')}`,
        ...(lost.length > 0 ? [`refused: ${named(lost)}`] : []),
        ...(anywhere.length > 0 ? [`refused whatever the search_path is: ${named(anywhere)}`] : []),
        ...(mutable.length > 0 ? [`can’t be made anew: ${named(mutable)}`] : []),
        ...(lines.length > 0 ? [`other values may come to ${restore_few(lines)}, which finds a name by search_path`] : []),
        ...(open.length > 0 ? [`not all could be analysed of ${restore_few(open)}`] : []),
        ...(untried.length > 0 ? [`not told by sample values, or broken before: ${named(untried)}`] : []),
        ...(left > 0 ? [`${left} more were not tried`] : []),
    ].join('; ');
    if (news.length + mutable.length > 0)
        return failed(detail, { observations });
    const isOpen = untried.length + left + lines.length + open.length > 0;
    return isOpen ? notChecked('cannot-be-tried', detail, { observations }) : proven(detail, { observations });
}
const restore_FEW = 3;
function restore_few(all) {
    return all.length > restore_FEW ? `${all.slice(0, restore_FEW).join(', ')} and ${all.length - restore_FEW} more` : all.join(', ');
}
function sameFunctions({ functions: before }, { functions: after }) {
    const told = (functions) => JSON.stringify([...functions.values()].map(({ oid, schema, name, definition, body }) => [oid, schema, name, definition ?? body]));
    return told(before) === told(after);
}

;// CONCATENATED MODULE: ./build/rehearsal/proofs/rollback.js




/* harmony default export */ const rollback = (schemaProof({
    check: 'rollback',
    last: true,
    title: 'The rollback restores the schema',
    async show({ stage, migration: { up, down }, before, after, report, ran, rolledBack, spoil }) {
        const { irreversible } = report.rollback;
        if (down === undefined) {
            return irreversible === undefined
                ? notChecked('no-script', 'there is no rollback script')
                : notChecked('irreversible', `its author says so: ${irreversible}`);
        }
        const proof = await proveRollback(stage, { up, down }, { before, after });
        ran(down, proof.run);
        if (!proof.clean)
            spoil();
        if (proof.rolledBack)
            rolledBack(proof.rolledBack);
        const rollback = { ...report.rollback, ...proof.rollback };
        // Tried after another run than the tool's, what went wrong is reported, and what went well is not shown.
        const restores = rollback.differences.length === 0 && rollback.verdict !== 'down fails';
        if (report.madeToRun !== undefined && restores)
            rollback.verdict = 'not checked';
        const rest = { part: { rollback, rerun: proof.rerun }, observations: proof.observations };
        const refused = proof.run.failures[0];
        if (rollback.verdict === 'down fails' && refused) {
            const { statement, error } = refused;
            return failed(`line ${statement.location.line}: ${error.message} (${error.sqlstate})`, rest);
        }
        if (proof.wants !== undefined)
            return notChecked('cannot-be-tried', proof.wants, rest);
        if (rollback.differences.length > 0)
            return failed(rollback.differences.map(rollback_inWords).join('; '), rest);
        return proven(restored(rollback), rest);
    },
}));
/** The schema is back: rows have a line of their own, except those that can't be brought back. */
function restored({ reordered = [], harmless = [], data }) {
    const named = (some) => some.map(({ name }) => (0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(name))).join(', ');
    const unvalidated = harmless.filter(({ after }) => / NOT VALID”?$/.test(after ?? ''));
    const grown = harmless.filter(({ kind }) => kind === 'type');
    const along = harmless.filter(({ kind }) => kind === 'index');
    const validated = harmless.filter((one) => ![...unvalidated, ...grown, ...along].includes(one));
    const buts = [
        ...grown.map(({ name, after }) => `${(0,schema_objects/* shortName */.EU)(name)} keeps ${after}, which its author says can’t be taken back`),
        ...(along.length > 0 ? [`${named(along)} goes with what it is a part of, which its author says`] : []),
        ...(validated.length > 0 ? [`${named(validated)} holds for all rows now`] : []),
        ...(unvalidated.length > 0 ? [`${named(unvalidated)} is NOT VALID, which no row breaks`] : []),
    ];
    const but = buts.length === 0 ? 'no difference' : `no difference but that ${buts.join(', and that ')}`;
    const same = `catalogs compared before the migration and after its rollback: ${but}`;
    const order = reordered.length === 0
        ? ''
        : `, but for the order of columns in ${reordered.map(sql_words/* code */.a).join(', ')}, which counts for SELECT * and INSERT without columns`;
    const dropped = data?.dropped ?? [];
    const gone = dropped.length === 0
        ? ''
        : `; what is written to ${dropped.map(sql_words/* code */.a).join(', ')} after the deployment goes with it`;
    return `${same}${order}${gone}`;
}

;// CONCATENATED MODULE: ./build/rehearsal/stored-code/checker.js
/** plpgsql_check, where the database has it: it follows records and types through a body (github.com/okbob/plpgsql_check). */



/** Only its errors: whatever else it says is advice. */
async function checkAll(stage, code, functions) {
    const own = functions.filter(({ language }) => language === 'plpgsql');
    const none = { available: false, errors: [] };
    if (own.length === 0)
        return none;
    const { rows } = await (await stage.scratch.observe()).read((0,catalog_sql/* catalogSql */.a)('plpgsql checker'));
    const schema = rows[0]?.[0];
    if (schema === undefined || schema === null)
        return none;
    const calls = own.flatMap(({ oid, returns }) => {
        const tables = code.triggers.filter((one) => one.function === oid).map(({ relation }) => relation);
        const on = returns === 'trigger' ? [...new Set(tables)] : ['0'];
        return on.map((relation) => ({ oid, relation }));
    });
    const outcomes = await stage.session.queryAll(calls.map(({ oid, relation }) => `SELECT lineno::pg_catalog.text, sqlstate, message FROM ${(0,quote/* ident */.b)(schema)}.plpgsql_check_function_tb(${oid}::pg_catalog.regprocedure, ${relation}::pg_catalog.regclass) WHERE level OPERATOR(pg_catalog.=) 'error'`));
    const errors = outcomes.flatMap((outcome, at) => {
        const { oid = '', relation = '' } = calls[at] ?? {};
        if (outcome instanceof servers_server/* PostgresError */.Yj)
            return [];
        return outcome.rows.map(([line, sqlstate, message]) => ({
            ...{ function: oid, relation, line: Number(line ?? 1) },
            ...{ sqlstate: sqlstate ?? '', message: message ?? '' },
        }));
    });
    return { available: true, errors };
}
/** What it says only now. */
function newErrors(before, after) {
    const keyOf = ({ function: oid, relation, sqlstate, message }) => JSON.stringify([oid, relation, sqlstate, message]);
    const known = new Set(before.errors.map(keyOf));
    return after.errors.filter((one) => !known.has(keyOf(one)));
}

;// CONCATENATED MODULE: ./build/rehearsal/stored-code/checker-broken.js
/** What plpgsql_check alone has found. Pure. */


/** One of each function, unless something else has found it. */
function checkerBroken(before, after, known) {
    const told = new Set(known.map(({ routine }) => routine.oid));
    return newErrors(before.checked, after.checked).flatMap((error) => {
        const routine = after.code.functions.get(error.function);
        const was = before.code.functions.get(error.function);
        if (routine === undefined || told.has(error.function))
            return [];
        told.add(error.function);
        const fresh = was === undefined || was.body !== routine.body;
        return [{ routine, trial: trialOf(error), answer: new servers_server/* PostgresError */.Yj(error), fresh, sure: true, ...checker_broken_saidBy(error) }];
    });
}
function checker_broken_saidBy({ sqlstate, message }) {
    return { sqlstate, message };
}
function trialOf({ function: oid, relation, line }) {
    const on = relation === '0' ? {} : { relation };
    return {
        function: oid,
        ...on,
        key: '',
        sql: '',
        text: 'plpgsql_check_function_tb',
        line,
        always: false,
        caught: false,
    };
}

;// CONCATENATED MODULE: ./build/rehearsal/stored-code/concerned.js



/** More are not tried: the report says so. */
const MOST_FUNCTIONS = 400;
/** By what the change's text names; all, where it runs code that may make up names, or is about what no code names. */
function concernedBy(statements, code) {
    const text = statements.map(({ sql }) => sql).join('\n');
    const words = wordsOf(text);
    const spoken = code.names.filter(({ kind, name }) => (kind === 'operator' ? text.includes(name) : words.has(name)));
    return among(code, spoken, statements.some(runsCode) || statements.some(isAboutUnnamed));
}
/** Nobody names a cast, and code names what an extension brings, not the extension. */
function isAboutUnnamed({ node }) {
    const { removeType = '' } = (0,ast/* nodeOf */.E7)(node, 'DropStmt') ?? {};
    const moved = (0,ast/* nodeOf */.E7)(node, 'AlterObjectSchemaStmt')?.objectType;
    return ((0,ast/* nodeOf */.E7)(node, 'CreateCastStmt') !== undefined ||
        /^OBJECT_(?:CAST|EXTENSION)$/.test(removeType) ||
        (0,ast/* nodeOf */.E7)(node, 'AlterExtensionStmt') !== undefined ||
        moved === 'OBJECT_EXTENSION');
}
/** By what is no longer called so, or is called so only now. */
function concernedByNames(code, names) {
    return among(code, names, false);
}
const WEAK = new Set(['column', 'operator']);
function among({ functions, triggers }, spoken, all) {
    // No code names an index: ON CONFLICT finds it by its table.
    const strong = new Set(spoken.flatMap(({ kind, name, of }) => (WEAK.has(kind) ? [] : [kind === 'index' ? of : name])));
    const operators = spoken.flatMap(({ kind, name }) => (kind === 'operator' ? [name] : []));
    const columns = new Set(spoken.flatMap(({ kind, name }) => (kind === 'column' ? [name] : [])));
    const fired = new Set(triggers.flatMap((one) => (strong.has(one.table) ? [one.function] : [])));
    const ranked = [...functions.values()].flatMap((one) => {
        const words = wordsOf(`${one.name} ${one.body} ${one.identity} ${one.returns} ${one.settings.join(' ')}`);
        const isUsed = operators.some((name) => one.body.includes(name));
        const rank = isUsed || fired.has(one.oid) || meets(words, strong) ? 0 : meets(words, columns) ? 1 : 2;
        return rank < 2 || all ? [{ one, rank }] : [];
    });
    const inOrder = ranked.toSorted((a, b) => a.rank - b.rank).map(({ one }) => one);
    return { functions: inOrder.slice(0, MOST_FUNCTIONS), left: Math.max(inOrder.length - MOST_FUNCTIONS, 0) };
}
function meets(words, names) {
    for (const name of names)
        if (words.has(name))
            return true;
    return false;
}

;// CONCATENATED MODULE: ./build/rehearsal/stored-code/look.js










async function lookBefore(stage, up) {
    const code = await readStoredCode(await stage.scratch.observe());
    const { functions, left } = concernedBy(up.statements, code);
    return look_look(stage, code, functions, left);
}
/** The same functions, and those that the change made, made anew, or took a name from. */
async function lookAfter(stage, before) {
    const code = await readStoredCode(await stage.scratch.observe());
    const gone = namesGone(before.code.names, code.names);
    const { functions: late } = concernedByNames(code, gone);
    const made = [...code.functions.values()].filter((one) => before.code.functions.get(one.oid)?.body !== one.body);
    const newly = code.triggers.filter((one) => !before.code.triggers.some(({ oid }) => oid === one.oid));
    const wanted = new Set([
        ...[...before.concerned, ...late, ...made].map(({ oid }) => oid),
        ...newly.map((trigger) => trigger.function),
    ]);
    const fired = new Set(code.triggers.map((trigger) => trigger.function));
    // What only a trigger can call, nothing calls without one.
    const functions = [...wanted]
        .flatMap((oid) => code.functions.get(oid) ?? [])
        .filter(({ oid, returns }) => returns !== 'trigger' || fired.has(oid));
    const taken = functions.slice(0, MOST_FUNCTIONS);
    return look_look(stage, code, taken, before.left + functions.length - taken.length);
}
async function look_look(stage, code, functions, left) {
    const { trials, untried, bodies } = await prepared(code, functions);
    const answers = await tryAll(stage.session, trials);
    const checked = await checkAll(stage, code, functions);
    if (trials.length > 0)
        stage.tracer.unseen();
    return { code, bodies, answers, trials, untried, concerned: functions, left, checked };
}
/** What was refused only now, as far as nothing that this server lacks explains it. */
function broken(before, after, { isExcused, later }) {
    const made = new Set(later.flatMap(({ statements }) => statements.flatMap(({ node }) => (0,schema_effects/* effectsOf */.w)(node).flatMap(({ change, object }) => (change === 'create' ? [(0,schema_objects/* lastName */.UK)(object.name)] : [])))));
    const isMadeLater = ({ message }) => [...wordsOf(message)].some((word) => made.has(word));
    return brokenBy(after.trials, before, after).filter(({ fresh, answer }) => !fresh || !(isExcused(answer) || isMadeLater(answer)));
}
/** What calls them, by their oids: for a sentence. */
async function look_usersOf(stage, { code }, broken) {
    const oids = [...new Set(broken.map(({ routine }) => routine.oid))];
    const users = new Map();
    if (oids.length === 0)
        return users;
    const { rows } = await (await stage.scratch.observe()).read((0,catalog_sql/* catalogSql */.a)('users of functions', oids));
    const add = (oid, words) => {
        const its = users.get(oid) ?? [];
        if (!its.includes(words))
            users.set(oid, [...its, words]);
    };
    for (const [oid, kind, identity] of rows)
        add(oid ?? '', userWords(kind ?? '', identity ?? ''));
    for (const { routine } of broken) {
        for (const caller of callersOf(routine, code)) {
            add(routine.oid, `the function ${(0,sql_words/* code */.a)(calledAs(caller))}`);
            for (const one of code.triggers) {
                if (one.function !== caller.oid)
                    continue;
                add(routine.oid, `the trigger ${(0,sql_words/* code */.a)(one.name)} of ${(0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(`${one.schema}.${one.table}`))}`);
            }
        }
    }
    return users;
}
/** By name: only where no other function has it. */
function callersOf(routine, { functions }) {
    const all = [...functions.values()];
    if (all.some(({ name, oid }) => name === routine.name && oid !== routine.oid))
        return [];
    const name = routine.name.replace(/[^\w]/g, '\\$&');
    const call = new RegExp(`(?<![\\w$"])"?${name}"?\\s*\\(`, 'i');
    return all.filter(({ oid, body }) => oid !== routine.oid && call.test(body));
}
/** As pg_identify_object calls it, in a sentence. */
function userWords(kind, identity) {
    const view = /^"_RETURN" on (.+)$/.exec(identity)?.[1];
    if (kind === 'rule' && view !== undefined)
        return `the view ${(0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(view))}`;
    const [name = identity, table] = identity.replace(/^for /, '').split(' on ');
    const of = table === undefined ? '' : ` of ${(0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(table))}`;
    return `the ${kind === 'default value' ? 'default of' : kind.replace(/^table /, '')} ${(0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(name))}${of}`;
}

;// CONCATENATED MODULE: ./build/rehearsal/stored-code/mentions.js


/** The first of each function. */
function mentions(before, after, broken) {
    const gone = namesGone(before.code.names, after.code.names);
    if (gone.length === 0)
        return [];
    const told = new Set(broken.map(({ routine }) => routine.oid));
    return after.concerned.flatMap((routine) => {
        const was = before.code.functions.get(routine.oid);
        if (told.has(routine.oid) || was === undefined || was.body !== routine.body)
            return [];
        const triggers = after.code.triggers.filter((one) => one.function === routine.oid);
        for (const { text, line } of untriedOf(routine, before)) {
            const one = gone.find((name) => isNamed(name, text, { names: after.code.names, triggers, gone }));
            if (one)
                return [{ routine, gone: one, ...(line !== undefined && { line }) }];
        }
        return [];
    });
}
/** What is made up at run time, what Postgres didn't accept before either, and bodies that nobody here can read. */
function untriedOf({ oid, language, body }, before) {
    const read = before.bodies.get(oid);
    if (language !== 'sql' && read === undefined)
        return [{ text: body }];
    const left = new Set(before.untried.flatMap((one) => (one.function === oid ? [one.line] : [])));
    const dynamic = (read?.fragments ?? [])
        .filter(({ line }) => left.has(line))
        .map(({ sql, line }) => ({ text: sql, line }));
    const refused = before.trials.filter((one) => one.function === oid && before.answers.get(one.key) != null);
    return [...dynamic, ...refused.map(({ text, line }) => ({ text, ...(line !== undefined && { line }) }))];
}
function isNamed({ kind, name, of }, text, { names, triggers, gone }) {
    const again = names.some((one) => one.kind === kind && one.name === name && (kind !== 'column' || one.of === of));
    if (again)
        return false;
    const written = name.replace(/[^\w]/g, '\\$&');
    const has = (pattern) => new RegExp(pattern, 'iu').test(text);
    switch (kind) {
        case 'column': {
            // Of a table that is gone, or called otherwise, that is said.
            if (gone.some((one) => one.kind === 'relation' && one.name === of))
                return false;
            const words = wordsOf(text);
            const isRow = triggers.some(({ table }) => table === of) && has(`\\b(?:new|old)\\s*\\.\\s*"?${written}\\b`);
            if (isRow)
                return true;
            const elsewhere = names.some((one) => one.kind === 'column' && one.name === name && words.has(one.of));
            if (elsewhere)
                return false;
            // The name alone, as format() or quote_ident() gets it, where no table has such a column any more.
            const isGiven = text.includes(`'${name}'`) && !names.some((one) => one.kind === 'column' && one.name === name);
            return isGiven || (words.has(name) && words.has(of));
        }
        case 'relation':
            return has(`\\b(?:from|join|into|update|table|only|using)\\s+(?:"?${of.replace(/[^\w]/g, '\\$&')}"?\\s*\\.\\s*)?"?${written}\\b`);
        case 'function':
            return has(`(?<![\\w"$.])(?:\\w+\\s*\\.\\s*)?"?${written}"?\\s*\\(`);
        case 'schema':
            return has(`(?<![\\w"$.])"?${written}"?\\s*\\.\\s*["\\w]`);
        default:
            return false;
    }
}

;// CONCATENATED MODULE: ./build/rehearsal/stored-code/culprit.js




/** For code of the change's own, the statement that makes it; else the one that speaks of what Postgres missed. */
function culprit_culprit({ up, ran }, { routine, trial, message, fresh, sqlstate = '' }, its) {
    if (fresh) {
        const made = up.statements.findLast(({ node }) => (0,schema_effects/* effectsOf */.w)(node).some(({ change, object }) => change === 'create' && makes(object, routine, its)));
        if (made)
            return made;
    }
    const missed = culprit_namesIn(message);
    const around = new Set([...wordsOf(trial.text), ...its.map(({ table }) => table)]);
    const seen = new Map(ran.map(({ statement, deeds, report }) => [statement, { ...deeds, objects: report.objects }]));
    const scored = up.statements.map((statement) => ({
        statement,
        score: scoreOf(statement, missed, around) +
            16 * didIt(sqlstate, statement, { missed, around, seen: seen.get(statement) }),
    }));
    const best = Math.max(0, ...scored.map(({ score }) => score));
    return best > 0 ? scored.find(({ score }) => score === best)?.statement : up.statements[0];
}
/** Operands, values or rows are no longer of the type that fits. */
const OF_TYPE = new Set(['42883', '42804', '42846', '42P13', '42725', '42P18']);
/** A new column gets between: its name is a variable's, or the row is longer. */
const OF_MORE = new Set(['42702', '42601', '42P13', '42804', '428C9']);
/** What is missed is there, and is what it shouldn't be. */
const OF_WHAT_IS_THERE = new Set(['42702', '428C9']);
/** 2 where what it was seen to do is what Postgres missed, 1 where it may be. */
function didIt(sqlstate, { node }, { missed, around, seen }) {
    const { vanished = [], objects = [] } = seen ?? {};
    if (!OF_WHAT_IS_THERE.has(sqlstate) && vanished.some(({ name }) => missed.has((0,schema_objects/* lastName */.UK)(name))))
        return 2;
    const isAround = (name) => name.split('.').some((part) => around.has(part.replaceAll('"', '')));
    const columns = objects.filter(({ kind, name }) => kind === 'column' && isAround(name));
    const retypes = ((0,ast/* nodeOf */.E7)(node, 'AlterTableStmt')?.cmds ?? []).some((one) => /^AT_(?:AlterColumnType|AddAttribute|DropAttribute)$/.test((0,ast/* nodeOf */.E7)(one, 'AlterTableCmd')?.subtype ?? ''));
    if (OF_TYPE.has(sqlstate) && retypes && (columns.length > 0 || objects.length === 0))
        return 2;
    if (OF_MORE.has(sqlstate) && columns.some(({ change }) => change === 'extra')) {
        return columns.some(({ name }) => missed.has((0,schema_objects/* lastName */.UK)(name))) ? 2 : 1;
    }
    const isUnique = objects.some(({ change, kind }) => change === 'missing' && /^(?:index|constraint)$/.test(kind));
    return sqlstate === '42P10' && isUnique ? 1 : 0;
}
/** The names that an error is about, without those of the trigger's row. */
function culprit_namesIn(message) {
    const said = [...message.matchAll(/"([^"]+)"|\b(?:column|function|relation|type|enum) ([^\s"(:]+)/g)];
    const names = said.flatMap(([, quoted, plain = '']) => quoted === undefined ? plain.split('.') : [quoted, ...quoted.split('.')]);
    return new Set(names.filter((name) => !/^(?:|new|old)$/.test(name)));
}
function makes(object, { name }, its) {
    if (object.kind === 'function')
        return (0,schema_objects/* lastName */.UK)(object.name) === name;
    return object.kind === 'trigger' && its.some((one) => one.name === (0,schema_objects/* lastName */.UK)(object.name));
}
/** What it drops, renames or alters counts most. */
function scoreOf({ node, sql }, missed, around) {
    const effects = (0,schema_effects/* effectsOf */.w)(node);
    const changed = effects.flatMap(({ object, was }) => [(0,schema_objects/* lastName */.UK)(object.name), ...(was ? [(0,schema_objects/* lastName */.UK)(was.name)] : [])]);
    const words = wordsOf(sql);
    const ofAll = (names, among) => [...names].filter((name) => among.has(name)).length;
    const away = effects.some(({ change, was }) => change === 'drop' || was !== undefined) ? 1 : 0;
    return (8 * ofAll(new Set(changed), missed) +
        4 * ofAll(words, missed) +
        2 * ofAll(new Set(changed), around) +
        (ofAll(words, around) > 0 ? 1 : 0) +
        away);
}

;// CONCATENATED MODULE: ./build/rehearsal/stored-code/words.js








const EVENTS = [
    [4, 'INSERT'],
    [16, 'UPDATE'],
    [8, 'DELETE'],
    [32, 'TRUNCATE'],
];
function observeBroken(broken, telling) {
    const { routine, trial, sqlstate, message, answer, fresh, sure } = broken;
    const { up, triggers, users, later } = telling;
    const statement = culprit_culprit(telling, broken, triggersOf(broken, triggers));
    const its = triggersOf(broken, triggers);
    const mended = mendedBy(broken, its, later);
    const isError = sure && mended === undefined;
    const words = [failure(broken, its), ...(its.length > 0 ? [] : words_usedBy(users.get(routine.oid) ?? []))];
    return observe('stored-code-breaks', up, statement, {
        message: `${words.join(' ')}${mended === undefined ? '' : ` A later migration of this change mends it: ${mended}.`}`,
        proof: proofOf(trial.text, {
            fresh,
            answered: `${answer.sqlstate}: ${answer.message}`,
            error: `${sqlstate}: ${message}`,
        }),
        facts: [(0,fact/* hazard */.vl)('stored-code-breaks', `${calledAs(routine)} ${trial.relation ?? ''}`)],
        cause: words_causeOf(statement),
        tried: triedCode(broken),
        ...(!isError && { severity: 'warning' }),
    });
}
/** By this it is known when it is tried again after a part of the migration. */
function triedCode({ routine, sqlstate }) {
    return JSON.stringify([CODE, calledAs(routine), sqlstate]);
}
function isOfCode(tried) {
    return tried.startsWith(`["${CODE}",`);
}
const CODE = 'stored code';
function triggersOf({ routine, trial }, triggers) {
    return triggers.filter(({ function: oid, relation }) => oid === routine.oid && (trial.relation ?? relation) === relation);
}
/** One statement breaks several functions: that is one finding. */
const words_causeOf = (statement) => `code at ${statement?.start ?? -1}`;
/** Who fails, when, and with which error. */
function failure({ routine, trial, message, sqlstate, fresh, answer }, its) {
    const name = (0,sql_words/* code */.a)(calledAs(routine));
    const { detail } = answer;
    // Which variable and which column, which types: that says what to mend.
    const more = answer.sqlstate !== sqlstate || !/^(?:42702|42804)$/.test(sqlstate) || !detail
        ? ''
        : `: ${detail.replace(/\.$/, '').replace(/^It\b/, 'it')}`;
    const error = `${message}${more} (SQLSTATE ${sqlstate})`;
    const where = trial.line === undefined ? '' : `, line ${trial.line}`;
    const [first] = its;
    if (trial.shadows) {
        const both = (0,sql_words/* code */.a)(/"([^"]+)"/.exec(message)?.[1] ?? 'a name');
        return `Once this has run, ${both} is a column to the ${routine.kind} ${name}${where}, and no longer its own argument or variable. Nothing is refused, and it reads or writes other values.`;
    }
    if (trial.caught)
        return `Once this has run, ${name}${where} runs into an error that it catches: ${error}.`;
    if (first === undefined) {
        const when = fresh ? 'is made here and fails' : 'fails once this has run';
        return trial.always
            ? `The ${routine.kind} ${name} ${when}${where}: ${error}.`
            : `The ${routine.kind} ${name} ${when}, where it comes to line ${trial.line ?? 1}: ${error}.`;
    }
    const table = (0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(`${first.schema}.${first.table}`));
    const of = (columns) => (columns.length > 0 ? ` of ${(0,sql_name/* enumerated */.BD)(columns.map(sql_words/* code */.a))}` : '');
    const events = (0,sql_name/* enumerated */.BD)([
        ...new Set(its.flatMap(({ on, columns }) => EVENTS.flatMap(([bit, event]) => ((on & bit) > 0 ? [`${event}${event === 'UPDATE' ? of(columns) : ''}`] : [])))),
    ]);
    const within = its.some(({ columns }) => columns.length > 0) ? 'in' : 'of';
    const trigger = `the trigger ${(0,sql_name/* enumerated */.BD)(its.map((one) => (0,sql_words/* code */.a)(one.name)))}`;
    if (!trial.always) {
        return `${events} ${within} ${table} fails where it comes to line ${trial.line ?? 1} of ${name}, which ${trigger} calls: ${error}.`;
    }
    return `Each ${events} ${within} ${table} fails once this has run: ${trigger} calls ${name}${where}, and ${error}.`;
}
const words_MOST = 6;
function words_usedBy(users) {
    if (users.length === 0)
        return [];
    const more = users.length - words_MOST;
    return [
        `So does what calls it: ${more > 0 ? `${users.slice(0, words_MOST).join(', ')} and ${more} more` : (0,sql_name/* enumerated */.BD)(users)}.`,
    ];
}
function proofOf(text, { fresh, answered, error }) {
    const tried = text === '' ? 'It was made anew' : `${(0,sql_words/* code */.a)(text.replace(/\s+/g, ' ').slice(0, 120))} was analysed`;
    const when = fresh ? 'after the migration' : 'before the migration, which went well, and after it';
    const as = answered === error ? '' : `, which a call meets as ${error}`;
    return `${tried} ${when}: Postgres answered ${answered}${as}`;
}
/** What a later migration of the change does about it. */
function mendedBy({ routine }, its, later) {
    const triggers = new Set(its.map(({ name }) => name));
    for (const { file, statements } of later) {
        for (const { node, location } of statements) {
            const mends = (0,schema_effects/* effectsOf */.w)(node).some(({ change, object }) => {
                const name = (0,schema_objects/* lastName */.UK)(object.name);
                if (object.kind === 'function')
                    return name === routine.name && change !== 'alter';
                return object.kind === 'trigger' && change === 'drop' && triggers.has(name);
            });
            if (mends)
                return `${file.path}:${location.line}`;
        }
    }
    return undefined;
}
/** Only the name shows it. */
function observeMention({ routine, gone, line }, telling) {
    const { up, triggers } = telling;
    const name = (0,sql_words/* code */.a)(calledAs(routine));
    const its = triggers.filter(({ function: oid }) => oid === routine.oid);
    const of = gone.kind === 'column' ? ` of ${(0,sql_words/* code */.a)(gone.of)}` : '';
    const where = line === undefined ? '' : ` in line ${line}`;
    const called = its.length > 0 ? `, which the trigger ${(0,sql_name/* enumerated */.BD)(its.map((one) => (0,sql_words/* code */.a)(one.name)))} calls,` : '';
    const missed = { routine, message: `${gone.kind} "${gone.name}"`, fresh: false, trial: { text: gone.of } };
    const statement = culprit_culprit(telling, missed, its);
    return observe('stored-code-breaks', up, statement, {
        message: `The ${routine.kind} ${name}${called} names${where} the ${gone.kind} ${(0,sql_words/* code */.a)(gone.name)}${of}, which is gone or called otherwise once this has run. Whether it fails could not be tried.`,
        proof: `The text of ${name} holds the name; before the migration the catalogs held it, too`,
        facts: [(0,fact/* hazard */.vl)('stored-code-breaks', calledAs(routine))],
        cause: words_causeOf(statement),
        severity: 'warning',
    });
}

;// CONCATENATED MODULE: ./build/rehearsal/proofs/stored-code.js








/* harmony default export */ const stored_code = (schemaProof({
    check: 'stored-code',
    title: 'Functions and triggers still find what they name',
    begin: ({ stage, migration: { up } }) => lookBefore(stage, up),
    async show({ stage, migration: { up }, later, run: { ran } }, before) {
        const after = await lookAfter(stage, before);
        if (after.concerned.length === 0)
            return null;
        const [first] = up.statements;
        const isExcused = (error) => first !== undefined && stage.missing.explain(first, error) !== undefined;
        const shown = broken(before, after, { isExcused, later });
        const all = [...shown, ...checkerBroken(before, after, shown)];
        const users = await look_usersOf(stage, after, all);
        const telling = { up, ran, triggers: after.code.triggers, users, later };
        const named = mentions(before, after, all);
        const observations = [
            ...all.map((one) => observeBroken(one, telling)),
            ...named.map((one) => observeMention(one, telling)),
        ];
        const again = async () => {
            const end = await lookAfter(stage, before);
            const still = new Set(brokenBy(end.trials, before, end).map(({ routine }) => calledAs(routine)));
            const there = all.filter(({ routine }) => end.code.functions.has(routine.oid) && !still.has(calledAs(routine)));
            return new Set(there.map((one) => mended_wordOf(triedCode(one))));
        };
        const told = stored_code_outcome(after, before, { broken: all.map(({ routine }) => calledAs(routine)), named: named.map(({ routine }) => calledAs(routine)) }, observations);
        return { ...told, again };
    },
}));
function stored_code_outcome(after, before, { broken: wrong, named }, observations) {
    const list = (names) => [...new Set(names)].map(sql_words/* code */.a).join(', ');
    const looked = after.concerned.filter(({ oid }) => after.answers.size > 0 && isTried(after, oid));
    const untried = after.concerned.filter((one) => !looked.includes(one)).map(calledAs);
    const open = stillOpen(before, after).filter(([name]) => ![...wrong, ...named].includes(name));
    const parts = [
        `${count(looked.length, 'function')} tried`,
        ...(wrong.length > 0 ? [`broken: ${list(wrong)}`] : []),
        ...(named.length > 0 ? [`name what is gone in SQL that nobody here could try: ${list(named)}`] : []),
        ...(untried.length > 0 ? [`not readable here: ${list(untried)}`] : []),
        ...(open.length > 0 ? [`not all of it could be tried: ${openWords(open)}`] : []),
        ...(after.left > 0 ? [`${count(after.left, 'function')} more than can be looked at`] : []),
    ];
    const detail = parts.join('; ');
    if (wrong.length > 0)
        return failed(detail, { observations });
    if (looked.length === 0 || named.length + untried.length + open.length + after.left > 0)
        return notChecked('cannot-be-tried', detail, { observations });
    return proven(detail, { observations });
}
/** Its statements were read, or in SQL all of it. */
function isTried({ code: { functions }, bodies }, oid) {
    const routine = functions.get(oid);
    return routine?.language === 'sql' || bodies.get(oid) !== undefined;
}
/** Functions with what nobody could analyse in them: each with the first, in words. */
function stillOpen(before, after) {
    const found = new Map();
    const add = (oid, words) => {
        const routine = after.code.functions.get(oid);
        const name = routine && calledAs(routine);
        if (name !== undefined && !found.has(name))
            found.set(name, words);
    };
    for (const { function: oid, line, why } of after.untried)
        add(oid, `line ${line}, ${why}`);
    for (const { function: oid, key, line, unclear, shadows } of after.trials) {
        const answer = after.answers.get(key);
        const place = line === undefined ? '' : `line ${line}, `;
        if (answer === undefined && unclear !== undefined)
            add(oid, `${place}${unclear}`);
        if (!answer || shadows)
            continue;
        const again = before.answers.get(key) ? ' before as well' : '';
        add(oid, `${place}refused${again} when it is tried alone: ${answer.message}`);
    }
    return [...found];
}
const stored_code_FEW = 3;
function openWords(open) {
    const more = open.length > stored_code_FEW ? ` and ${count(open.length - stored_code_FEW, 'function')} more` : '';
    return `${open
        .slice(0, stored_code_FEW)
        .map(([name, words]) => `${(0,sql_words/* code */.a)(name)} (${words})`)
        .join(', ')}${more}`;
}

// EXTERNAL MODULE: ./build/sql/expectations.js
var sql_expectations = __webpack_require__(24056);
// EXTERNAL MODULE: ./build/sql/self-checking.js
var self_checking = __webpack_require__(11226);
;// CONCATENATED MODULE: ./build/rehearsal/validation/by-itself.js
const TAP = /^(?:(not )?ok \d+|1\.\.\d+|#|\s*$)/;
/** Undefined where the result says nothing of itself. */
function byItself({ columns, rows }) {
    return ofTap(rows) ?? by_itself_ofColumn(columns, rows);
}
/** TAP, as pgTAP's functions return it: `ok 1 - …`, `not ok 2 - …`, and its own `# Looks like you failed`. */
function ofTap(rows) {
    const lines = rows.flatMap((row) => (row.length === 1 ? (row[0] ?? '').split('\n') : ['?']));
    if (lines.length === 0 || !lines.every((line) => TAP.test(line)) || !lines.some((line) => /ok|^1|#/.test(line)))
        return undefined;
    const bad = lines.find((line) => /^not ok(?!.*# (?:TODO|SKIP))/i.test(line) || /^# Looks like you/.test(line));
    return { expectation: 'pgTAP', problem: bad ?? null };
}
function by_itself_ofColumn(columns, rows) {
    const at = columns.findIndex((name) => name.toLowerCase() === 'ok');
    if (at < 0 || !rows.every((row) => row[at] === 't' || row[at] === 'f' || row[at] === null))
        return undefined;
    const bad = rows.findIndex((row) => row[at] !== 't');
    const problem = rows.length === 0 ? 'it returned no rows' : bad < 0 ? null : `ok is ${rows[bad]?.[at] ?? 'NULL'} in row ${bad + 1}`;
    return { expectation: 'ok is true', problem };
}

;// CONCATENATED MODULE: ./build/rehearsal/validation/run.js



/** More rows than this are counted by the server, not sent. */
const MOST_ROWS = 1000;
const DECLARE = 'DECLARE migration_safety_rows NO SCROLL CURSOR FOR ';
/** What succeeds in the script's own transaction stays there until its ROLLBACK: pgTAP counts its tests in it. */
async function runFramed(session, { sql, node }, frame) {
    const bounded = canHaveCursor(node);
    const close = frame === READ_ONLY ? frame.end : 'CLOSE migration_safety_rows';
    const queries = bounded
        ? [DECLARE + sql, `FETCH ${MOST_ROWS} IN migration_safety_rows`, 'MOVE ALL IN migration_safety_rows', close]
        : [sql, ...(frame === READ_ONLY ? [frame.end] : [])];
    const answers = await session.queryAll([frame.begin, ...queries]);
    const refused = answers.find((answer) => answer instanceof servers_server/* PostgresError */.Yj);
    if (refused !== undefined) {
        if (frame !== READ_ONLY)
            await session.query(frame.end);
        throw bounded ? inItsOwnPlace(refused) : refused;
    }
    if (!bounded)
        return withTotal((0,servers_server/* resultOf */.Bg)(answers[1]), 0);
    return withTotal((0,servers_server/* resultOf */.Bg)(answers[2]), moved(answers[3]));
}
/** Only what reads: a WITH that writes has no cursor. */
function canHaveCursor(node) {
    const select = (0,ast/* nodeOf */.E7)(node, 'SelectStmt');
    if (select === undefined || select.intoClause !== undefined)
        return false;
    return (select.withClause?.ctes ?? []).every((cte) => {
        const query = (0,ast/* nodeOf */.E7)(cte, 'CommonTableExpr')?.ctequery;
        return query !== undefined && (0,ast/* nodeOf */.E7)(query, 'SelectStmt') !== undefined;
    });
}
function withTotal(result, further) {
    return { ...result, total: result.rows.length + further };
}
/** `MOVE 41`. */
function moved(outcome) {
    return Number(/\d+$/.exec((0,servers_server/* resultOf */.Bg)(outcome).command)?.[0] ?? 0);
}
/** Postgres points into what it was sent. */
function inItsOwnPlace(error) {
    const { message, sqlstate, detail, hint, position } = error;
    const own = position === undefined || position <= DECLARE.length ? undefined : position - DECLARE.length;
    return new servers_server/* PostgresError */.Yj({ message, sqlstate, detail, hint, position: own });
}

;// CONCATENATED MODULE: ./build/rehearsal/validation/expect.js

/** What came back instead, in words; null where the expectation is met. */
function unmet(expectation, { rows, total }) {
    switch (expectation.kind) {
        case 'rows':
            return total === expectation.count ? null : `it returned ${expect_count(total)}`;
        case 'empty':
            return total === 0 ? null : `it returned ${expect_count(total)}`;
        case 'not empty':
            return rows.length > 0 ? null : 'it returned no rows';
        case 'value': {
            if (rows.length === 0)
                return 'it returned no rows';
            const value = rows[0]?.[0] ?? null;
            return value === expectation.value ? null : `the first value is ${value ?? 'NULL'}`;
        }
        case 'all true': {
            if (rows.length === 0)
                return 'it returned no rows';
            const failing = rows.findIndex((row) => !row.includes('t') || row.includes('f') || row.includes(null));
            return failing === -1
                ? unread({ rows, total })
                : `row ${failing + 1} is not true: ${rows[failing]?.map((cell) => cell ?? 'NULL').join(', ')}`;
        }
    }
}
/** Of more rows than are read, it can't be said that all are right. */
function unread({ rows, total }) {
    return total > rows.length ? `it returned ${expect_count(total)}, of which only the first ${MOST_ROWS} are looked at` : null;
}
function expect_count(rows) {
    return rows === 0 ? 'no rows' : rows === 1 ? '1 row' : `${rows} rows`;
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(21916);
;// CONCATENATED MODULE: ./build/rehearsal/validation/missing-columns.js




/** The statistics views and pg_indexes name the same things differently. */
const SYNONYMS = [
    ['tablename', 'relname'],
    ['table_name', 'relname'],
    ['indexname', 'indexrelname'],
    ['index_name', 'indexrelname'],
];
/** What a SELECT's column references lack. Null where it isn't a plain SELECT from relations. */
async function missingColumns(session, statement, script) {
    const select = (0,ast/* nodeOf */.E7)(statement.node, 'SelectStmt');
    const relations = (select?.fromClause ?? []).map((item) => (0,ast/* nodeOf */.E7)(item, 'RangeVar'));
    if (relations.length === 0 || relations.some((relation) => relation === undefined))
        return null;
    const names = relations.flatMap((relation) => (0,ast/* relationName */.CJ)(relation) ?? []);
    const columns = await columnsOf(session, names.map(ast/* display */.Vy));
    const known = new Set(columns);
    const missing = new Map();
    for (const { name, location } of columnReferences(statement.node)) {
        if (!known.has(name))
            missing.set(name, [...(missing.get(name) ?? []), location]);
    }
    if (missing.size === 0 || columns.length === 0)
        return null;
    const found = [...missing.keys()].map((name) => ({ name, instead: suggestion(name, columns) }));
    const complete = found.every(({ instead }) => instead !== undefined);
    const edits = complete
        ? found.flatMap(({ name, instead = '' }) => renames(script, name, instead, missing.get(name) ?? []))
        : [];
    return { relations: names.map(ast/* display */.Vy), columns: found, edits };
}
async function columnsOf(session, relations) {
    const { rows } = await session.query((0,catalog_sql/* catalogSql */.a)('columns of', relations));
    return rows.map(([name]) => String(name));
}
function columnReferences(node) {
    const references = [];
    (0,ast/* walk */.GG)(node, (tag, body) => {
        const fields = tag === 'ColumnRef' ? body.fields : [];
        const name = fields.length === 1 ? (0,ast/* nodeOf */.E7)(fields[0], 'String')?.sval : undefined;
        if (name !== undefined)
            references.push({ name, location: Number(body.location ?? 0) });
    });
    return references;
}
function suggestion(name, columns) {
    const synonym = SYNONYMS.find(([wrong, right]) => wrong === name && columns.includes(right))?.[1];
    if (synonym !== undefined)
        return synonym;
    const near = (0,mod/* closest */.kp)(name, columns);
    return (0,mod/* distance */.Io)(name, near) <= Math.max(2, name.length / 3) ? near : undefined;
}
function renames(script, name, instead, locations) {
    const lines = new positions/* LineMap */.HU(script.file.text);
    const toUtf16 = (0,positions/* byteToUtf16 */.yA)(script.parsedSql);
    const inFile = (0,positions/* fileOffsets */.jZ)(script);
    return locations.flatMap((byte) => {
        const start = toUtf16(byte);
        const [from, to] = [inFile(start), inFile(start + name.length)];
        // What a placeholder stands for isn't the file's to mend.
        if (script.file.text.slice(from, to) !== name)
            return [];
        return [{ ...lines.location(script.file.path, from, to), text: instead }];
    });
}

;// CONCATENATED MODULE: ./build/rehearsal/validation/validate.js











const SHOWN_ROWS = 10;
/** What the manual calls query_canceled: a query that had to be stopped has no SQLSTATE of its own. */
const validate_CANCELED = '57014';
/**
 * Runs each query in a read-only transaction of its own and holds the result against its expectation. `seeded`: the
 * tables have rows, so that the planner's choice means something.
 */
async function validate(session, script, seeded) {
    const out = { validations: [], plans: [], observations: [], lost: false };
    let frame = READ_ONLY;
    try {
        for (const statement of script.statements) {
            if (out.lost)
                out.validations.push({ ...blank(statement), status: 'notRun' });
            else if (statement.kind !== 'TransactionStmt')
                await validateStatement(session, statement, { script, seeded, frame, out });
            else if (frame === READ_ONLY && isRolledBack(script, statement)) {
                await session.query('BEGIN');
                frame = SAVEPOINT;
            }
            else if (frame === SAVEPOINT && /^(?:rollback|abort)\b(?!\s+to\b)/i.test(statement.sql)) {
                await session.query('ROLLBACK');
                frame = READ_ONLY;
            }
        }
    }
    finally {
        if (frame === SAVEPOINT && !out.lost)
            await session.query('ROLLBACK');
    }
    return out;
}
function blank({ location: { path, line }, sql }) {
    return { path, line, sql, status: 'unchecked' };
}
async function validateStatement(session, statement, context) {
    const { script, out } = context;
    const report = blank(statement);
    out.validations.push(report);
    const expectations = (0,sql_expectations/* expectationsOf */.x)(statement).filter(({ expectation }) => expectation !== null);
    if (expectations.length > 0)
        report.expectation = expectations.map(({ text }) => text).join(' and ');
    const fail = (detail) => {
        report.status = 'failed';
        report.detail = detail;
    };
    try {
        const result = await runFramed(session, statement, context.frame);
        report.columns = result.columns;
        report.rows = result.rows.slice(0, SHOWN_ROWS);
        if (expectations.length > 0 || statement.kind === 'DoStmt' || (0,self_checking/* failsByItself */.s)(statement))
            report.status = 'passed';
        const own = expectations.length === 0 ? byItself(result) : undefined;
        if (own) {
            report.status = 'passed';
            report.expectation = own.expectation;
            const problem = own.problem ?? unread(result);
            if (problem !== null) {
                fail(problem);
                out.observations.push(unmetExpectation(script, statement, own.expectation, problem));
            }
        }
        for (const { text, expectation } of expectations) {
            const problem = await check(session, { statement, expectation: expectation }, result, context);
            if (problem === null)
                continue;
            fail(problem);
            out.observations.push(unmetExpectation(script, statement, text, problem));
        }
    }
    catch (error) {
        if (error instanceof servers_server/* ServerLost */.m2) {
            out.lost = true;
            fail(error.message);
            const { message } = error;
            out.observations.push(observeRefusal('validation-fails', { script, statement }, new servers_server/* PostgresError */.Yj({ message, sqlstate: validate_CANCELED })));
            return;
        }
        if (!(error instanceof servers_server/* PostgresError */.Yj))
            throw error;
        fail(error.message);
        report.sqlstate = error.sqlstate;
        out.observations.push(await validate_failure(session, script, statement, error));
    }
}
async function check(session, { statement, expectation }, result, { seeded, frame, out }) {
    if (expectation.kind !== 'uses index')
        return unmet(expectation, result);
    const { path, line } = statement.location;
    const { index } = expectation;
    const plan = await explainIndex(session, statement.sql, index, frame);
    out.plans.push({ path, line, sql: statement.sql, index, ...plan });
    if (plan.status === 'chosen' || (plan.status === 'usable' && !seeded))
        return null;
    const able = plan.status === 'usable' ? ', although it could' : '';
    return `the plan doesn’t use ${(0,sql_words/* code */.a)(index)}${able}: ${plan.plan}`;
}
function unmetExpectation(script, statement, expected, instead) {
    const message = `The validation query expects “${expected}”, but ${instead}.`;
    return observe('validation-fails', script, statement, { message, proof: `Run after the migration: ${instead}` });
}
async function validate_failure(session, script, statement, error) {
    if (error.sqlstate !== '42703')
        return observeRefusal('validation-fails', { script, statement }, error);
    const missing = await missingColumns(session, statement, script);
    if (missing === null)
        return observeRefusal('validation-fails', { script, statement }, error);
    const relations = missing.relations.map(sql_words/* code */.a).join(', ');
    const names = missing.columns.map(({ name }) => (0,sql_words/* code */.a)(name)).join(' and no ');
    const renames = missing.columns.flatMap(({ name, instead }) => instead ? `${(0,sql_words/* code */.a)(instead)} instead of ${(0,sql_words/* code */.a)(name)}` : []);
    const extra = {
        message: `The validation query fails here: ${relations} has no ${names} (SQLSTATE 42703).`,
        ...(renames.length > 0 && { help: `Write ${renames.join(', and ')}.` }),
        ...(missing.edits.length > 0 && {
            fixes: [{ description: `Use the columns that ${relations} has`, edits: missing.edits }],
        }),
    };
    return observeRefusal('validation-fails', { script, statement }, error, extra);
}

;// CONCATENATED MODULE: ./build/rehearsal/proofs/validation.js


/* harmony default export */ const validation = (schemaProof({
    check: 'validation',
    title: 'The validation queries pass',
    async show(scene) {
        const { validations, plans, observations } = await run(scene);
        const rest = { part: { validations, plans }, observations };
        const all = validations.length;
        if (all === 0)
            return notChecked('no-script', 'there is no validation script', rest);
        const of = (status) => validations.filter((validation) => validation.status === status).length;
        const parts = [`${of('passed')} of ${all} passed`];
        if (of('failed') > 0)
            parts.push(`${of('failed')} failed`);
        if (of('unchecked') > 0)
            parts.push(`${of('unchecked')} can’t fail`);
        const detail = parts.join(', ');
        if (of('failed') > 0)
            return failed(detail, rest);
        return of('passed') === all ? proven(detail, rest) : notChecked('nothing-expected', detail, rest);
    },
}));
async function run({ stage, migration: { verify }, validation, seeded, endSession }) {
    const out = {
        validations: [],
        plans: [],
        observations: [],
    };
    for (const script of [...(verify ? [verify] : []), ...validation]) {
        const { validations, plans, observations, lost } = await validate(stage.session, script, seeded);
        out.validations.push(...validations);
        out.plans.push(...plans);
        out.observations.push(...observations);
        if (!lost)
            continue;
        endSession();
        break;
    }
    return out;
}

;// CONCATENATED MODULE: ./build/rehearsal/write-cost/compare.js
/** Holds what writes cost after a migration against what they cost before. Pure. */





/** Tables that were there before and gain an index or a trigger; the columns are those of new indexes. */
function targetsOf({ statements }, existing) {
    const targets = new Map();
    for (const statement of statements) {
        for (const { change, object } of (0,schema_effects/* effectsOf */.w)(statement.node)) {
            const { kind, table } = object;
            if (change !== 'create' || (kind !== 'index' && kind !== 'trigger') || !table)
                continue;
            if (!existing.has((0,schema_objects/* shortName */.EU)(table)))
                continue;
            const at = table.indexOf('.');
            const target = targets.get(table) ?? {
                schema: table.slice(0, at),
                name: table.slice(at + 1),
                columns: [],
                statement,
            };
            const keys = object.facts?.columns ?? [];
            for (const key of keys)
                if (key !== undefined && !target.columns.includes(key))
                    target.columns.push(key);
            targets.set(table, target);
        }
    }
    return [...targets.values()];
}
function compareCosts(target, before, after) {
    const updates = [...after.updates].flatMap(([column, now]) => {
        const was = before.updates.get(column);
        if (was === undefined)
            return [];
        return [{ column, before: was.bytes, after: now.bytes, hotBefore: was.hotPercent, hotAfter: now.hotPercent }];
    });
    const insert = { before: before.insertBytes, after: after.insertBytes };
    return { table: compare_tableOf(target), rows: after.rows, insert, updates };
}
/** All of them in a line; empty where there are none. */
function describeCosts(costs) {
    return costs.length > 1 ? `WAL bytes: ${inShort(costs)}` : costs.map(compare_inWords).join('');
}
function compare_tableOf({ schema, name }) {
    return (0,schema_objects/* shortName */.EU)(`${schema}.${name}`);
}
function costFindings(up, target, cost, limit) {
    if (limit === null || factor(cost) <= limit)
        return [];
    const message = `Writes to ${(0,sql_words/* code */.a)(cost.table)} cost ${factor(cost).toFixed(2)} times as much after this migration, more than the ${limit} that ${(0,sql_words/* code */.a)('max-write-cost')} allows. After it, ${compare_inWords(cost)}.`;
    const proof = `WAL bytes measured on ${count(cost.rows, 'row')} before and after`;
    return [observe('write-cost', up, target.statement, { message, proof })];
}
/** How many times what it was: the dearest of inserts and updates. */
function factor({ insert, updates }) {
    const ratio = ({ before, after }) => (before === 0 ? 1 : after / before);
    return Math.max(ratio(insert), ...updates.map(ratio));
}
/** The most expensive update represents the others, which the report has, too. */
function compare_inWords({ table, insert, updates }) {
    const parts = [`an insert into ${(0,sql_words/* code */.a)(table)} writes ${insert.after} bytes of WAL instead of ${insert.before}`];
    const dearest = [...updates].sort((a, b) => b.after / b.before - a.after / a.before)[0];
    if (dearest) {
        const { column, before, after, hotBefore, hotAfter } = dearest;
        const hot = hotAfter === hotBefore ? '' : ` (HOT ${hotBefore} % → ${hotAfter} %)`;
        parts.push(`an update of ${(0,sql_words/* code */.a)(column)} ${after} instead of ${before}${hot}`);
    }
    return parts.join(', ');
}
/** All tables in a line: how many times what it was. Of many, the dearest; the report has each. */
function inShort(costs) {
    const times = (ratio) => `×${ratio.toFixed(1)}`;
    const inserts = ({ insert }) => insert.after / insert.before;
    const update = ({ updates }) => Math.max(...updates.map(({ before, after }) => after / before));
    const cold = costs.filter(({ updates }) => updates.some(({ hotBefore, hotAfter }) => hotAfter < hotBefore));
    if (costs.length <= SHOWN) {
        const words = (cost) => `${(0,sql_words/* code */.a)(cost.table)}: inserts ${times(inserts(cost))}${cost.updates.length > 0 ? `, updates up to ${times(update(cost))}${cold.includes(cost) ? ', no longer HOT' : ''}` : ''}`;
        return costs.map(words).join('; ');
    }
    const dearest = (what, ratio) => {
        const [first] = [...costs].sort((a, b) => ratio(b) - ratio(a));
        return first && Number.isFinite(ratio(first))
            ? [`${what} up to ${times(ratio(first))} (${(0,sql_words/* code */.a)(first.table)})`]
            : [];
    };
    const lost = cold.length > 0 ? [`updates of ${cold.length} no longer HOT`] : [];
    return `${costs.length} tables: ${[...dearest('inserts', inserts), ...dearest('updates', update), ...lost].join(', ')}`;
}
const SHOWN = 3;
/** Each figure, before and after. */
function costTable(costs) {
    const change = ({ before, after }, unit = '') => before === after ? `${after}${unit}` : `${before}${unit} → ${after}${unit}`;
    const times = ({ before, after }) => (before === 0 ? '' : `×${(after / before).toFixed(2)}`);
    const rows = costs.flatMap(({ table, insert, updates }) => [
        [table, 'INSERT', change(insert), times(insert), ''],
        ...updates.map((it) => [
            table,
            `UPDATE of ${it.column}`,
            change(it),
            times(it),
            change({ before: it.hotBefore, after: it.hotAfter }, ' %'),
        ]),
    ]);
    return {
        caption: 'what writes cost',
        head: ['Table', 'Write', 'WAL bytes for each row', 'Times', 'HOT updates'],
        rows,
    };
}

;// CONCATENATED MODULE: ./build/rehearsal/rerun/copies.js
/** A copy of the database would lack something that it has. */
class NoCopy extends Error {
    name = 'NoCopy';
}
/** Needs a server with `templates`. Throws `NoCopy`. */
async function onCopy(database, work) {
    const copy = await database.copy?.();
    if (!copy)
        throw new NoCopy();
    try {
        return await work(copy);
    }
    finally {
        await copy.drop();
    }
}
async function onSession(database, work) {
    const session = await database.connect();
    try {
        return await work(session);
    }
    finally {
        await session.close();
    }
}
/** Does the work for each, `atOnce` at a time; the results are in their order. What fails keeps the next from beginning. */
async function inParallel(atOnce, all, work) {
    const results = [];
    const queue = all.entries();
    let failed = false;
    const worker = async () => {
        for (const [index, one] of queue) {
            if (failed)
                return;
            results[index] = await work(one).catch((error) => {
                failed = true;
                throw error;
            });
        }
    };
    const ended = await Promise.allSettled(Array.from({ length: atOnce }, worker));
    for (const end of ended)
        if (end.status === 'rejected')
            throw end.reason;
    return results;
}

;// CONCATENATED MODULE: ./build/rehearsal/write-cost/counted.js
/**
 * Functions that count what one write of this session alone adds to the log. Positions in the log are the whole server's; EXPLAIN
 * counts what the session wrote, and around a function also what triggers wrote once the statement was done.
 */

/** Two may have met with the same by chance. */
const LEAST_TRIES = 3;
/** Under load a checkpoint may come between any two. */
const MOST_TRIES = 50;
/** Ends a try, and undoes it. */
const UNDO = `RAISE EXCEPTION USING ERRCODE = 'MS000'`;
const UNDONE = `EXCEPTION WHEN SQLSTATE 'MS000' THEN NULL`;
const replicationRole = (role) => `PERFORM pg_catalog.set_config('session_replication_role', '${role}', true)`;
/** Of EXPLAIN's answer; null where it has no such figure. */
const figure = (name) => `(explained OPERATOR(pg_catalog.->) 0 OPERATOR(pg_catalog.->) 'Plan' OPERATOR(pg_catalog.->>) '${name}')::pg_catalog.int8`;
const EXPLAIN = `EXPLAIN (ANALYZE, WAL, TIMING off, COSTS off, BUFFERS off, SUMMARY off, FORMAT JSON)
  SELECT pg_temp.migration_safety_run($1, $2, $3)`;
/** A write that touches no row counts as refused: there would be nothing to count. */
const RUN = `CREATE OR REPLACE FUNCTION pg_temp.migration_safety_run(write pg_catalog.text, chosen pg_catalog.int8, place pg_catalog.tid)
RETURNS pg_catalog.void LANGUAGE plpgsql AS ${(0,quote/* literal */.e)(`
DECLARE written pg_catalog.int8;
BEGIN
  EXECUTE write USING chosen, place;
  GET DIAGNOSTICS written = ROW_COUNT;
  IF written OPERATOR(pg_catalog.=) 0 THEN RAISE EXCEPTION 'no row was written'; END IF;
END`)}`;
/**
 * Takes a row out without firing triggers, does `prepare`, then `write`, and undoes that. What comes once in a while (a page's
 * image after a checkpoint, a page that is split or cleared up, a sequence's next values) is in the log of one try and not
 * of the next: what counts is the least that two tries without images of pages wrote; `bytes` is null where there is no
 * such number. `chosen`: the row that is taken out. `given`: the one that `write` takes its values from.
 */
const COUNT = `CREATE OR REPLACE FUNCTION pg_temp.migration_safety_count(relation pg_catalog.oid, take pg_catalog.text, prepare pg_catalog.text,
  write pg_catalog.text, chosen pg_catalog.int8, given pg_catalog.int8,
  OUT bytes pg_catalog.int8, OUT updated pg_catalog.int8, OUT hot pg_catalog.int8)
LANGUAGE plpgsql AS ${(0,quote/* literal */.e)(`
DECLARE
  place pg_catalog.tid;
  explained pg_catalog.json;
  seen pg_catalog.int8[] := '{}';
  wrote pg_catalog.int8;
  least pg_catalog.int8;
  updated_before pg_catalog.int8;
  hot_before pg_catalog.int8;
BEGIN
  ${replicationRole('replica')};
  EXECUTE take USING chosen;
  ${replicationRole('origin')};
  FOR try IN 1 .. ${MOST_TRIES} LOOP
    explained := NULL;
    BEGIN
      IF prepare IS NOT NULL THEN EXECUTE prepare INTO place USING chosen; END IF;
      updated_before := pg_catalog.pg_stat_get_xact_tuples_updated(relation);
      hot_before := pg_catalog.pg_stat_get_xact_tuples_hot_updated(relation);
      EXECUTE ${(0,quote/* literal */.e)(EXPLAIN)} INTO explained USING write, given, place;
      ${UNDO};
    ${UNDONE};
    END;
    updated := pg_catalog.pg_stat_get_xact_tuples_updated(relation) OPERATOR(pg_catalog.-) updated_before;
    hot := pg_catalog.pg_stat_get_xact_tuples_hot_updated(relation) OPERATOR(pg_catalog.-) hot_before;
    wrote := ${figure('WAL Bytes')};
    EXIT WHEN wrote IS NULL;
    CONTINUE WHEN ${figure('WAL FPI')} OPERATOR(pg_catalog.<>) 0;
    IF wrote OPERATOR(pg_catalog.=) ANY (seen) THEN bytes := LEAST(bytes, wrote); END IF;
    seen := pg_catalog.array_append(seen, wrote);
    least := LEAST(least, wrote);
    EXIT WHEN bytes OPERATOR(pg_catalog.=) least AND pg_catalog.cardinality(seen) OPERATOR(pg_catalog.>=) ${LEAST_TRIES};
  END LOOP;
END`)}`;
/** Once for a session: it keeps the plans of each function that it ever ran, and looks through them at every change of a table. */
const COUNTING = [RUN, COUNT].join(';\n');
/** Where the session is the change's own, as on an embedded server, nothing of ours stays in it. */
const NO_COUNTING = 'DROP FUNCTION IF EXISTS pg_temp.migration_safety_count, pg_temp.migration_safety_run';

;// CONCATENATED MODULE: ./build/rehearsal/write-cost/measure.js
/** What an INSERT and an UPDATE write to the log, row by row: bytes repeat where milliseconds don't. */




/** A mean needs no more rows: each is written many times, and before and after the migration the same ones. */
const measure_MOST_ROWS = 10;
/** So few will do where the updates of a column either all touch an index or none does. */
const LEAST_ROWS = 4;
/** Rows from all over the table: those that lie side by side would share the pages of each index. */
const LOOKED_AT = 2000;
const MOST_COLUMNS = 8;
/** A trigger that sleeps is stopped, where the server has a clock. */
const measure_TIMED_OUT = '57014';
/**
 * Takes rows of the table's own out and writes them anew, in a transaction that is rolled back. `session` may set
 * session_replication_role. Null where the table is empty or refuses its own rows, or where what this session
 * alone wrote can't be determined. Of a partitioned table only inserts are measured.
 */
async function measureWrites(session, table) {
    const sql = sqlOf(table);
    const listed = await session.query((0,catalog_sql/* catalogSql */.a)('insertable columns', sql)).catch(refusedAs(null));
    const columns = listed?.rows[0]?.[0] ?? null;
    if (columns === null)
        return null;
    const updated = table.columns.slice(0, MOST_COLUMNS);
    const indexes = (await session.query((0,catalog_sql/* catalogSql */.a)('small indexes', sql))).rows.map(([name]) => String(name));
    const before = prepare(sql, columns, indexes);
    const counts = [insertCost(sql, columns), ...updated.map((column) => updateCost(sql, columns, column))];
    const queries = (from, to) => Array.from({ length: to - from }, (_, at) => counts.map((count) => `ROLLBACK TO tried; ${count(from + at + 1)}`)).flat();
    const counting = await session.query(COUNTING).catch(refusedAs(null));
    if (counting === null)
        return null;
    const answers = (await session.queryAll([...before, ...queries(0, 1)])).slice(before.length);
    // What is slow for one row is so for each.
    const isSlow = answers.some((outcome) => outcome instanceof servers_server/* PostgresError */.Yj && outcome.sqlstate === measure_TIMED_OUT);
    const of = (count) => answers.filter((_, at) => at % counts.length === count);
    if (!isSlow) {
        answers.push(...(await session.queryAll(queries(1, LEAST_ROWS))));
        const isMixed = updated.some((_, at) => isSometimesHot(of(at + 1)));
        if (isMixed)
            answers.push(...(await session.queryAll(queries(LEAST_ROWS, measure_MOST_ROWS))));
    }
    await session.query('ROLLBACK');
    await session.query(NO_COUNTING).catch(refusedAs(null));
    if (isSlow)
        return null;
    return measure_read(of(0), new Map(updated.map((column, at) => [column, of(at + 1)])));
}
/**
 * The rows are copied, with their places. Most of each page is left free, so that every update could be HOT if no index prevented
 * it; a partitioned table has no pages. Indexes are built anew with room: in a full page each write would clear
 * away what the last one left.
 */
function prepare(sql, columns, indexes) {
    return [
        // A scan that starts where another stopped, or several processes, would choose other rows each time.
        "BEGIN; SET LOCAL synchronize_seqscans = off; SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL statement_timeout = '5s'",
        `CREATE TEMP TABLE migration_safety_rows ON COMMIT DROP AS
     SELECT pg_catalog.row_number() OVER (ORDER BY pg_catalog.hashtext(pg_catalog.format('%s', migration_safety_place)), migration_safety_table) AS migration_safety_row, x.*
     FROM (SELECT tableoid AS migration_safety_table, ctid AS migration_safety_place, ${columns} FROM ${sql} LIMIT ${LOOKED_AT}) x
     ORDER BY migration_safety_row LIMIT ${measure_MOST_ROWS}`,
        [
            measure_attempt(`ALTER TABLE ${sql} SET (fillfactor = 10)`),
            ...indexes.flatMap((index) => [
                measure_attempt(`ALTER INDEX ${index} SET (fillfactor = 50)`),
                measure_attempt(`REINDEX INDEX ${index}`),
            ]),
            'SAVEPOINT tried',
        ].join('; '),
    ];
}
/** Not every kind of relation has that. */
function measure_attempt(sql) {
    return `DO ${(0,quote/* literal */.e)(`BEGIN EXECUTE ${(0,quote/* literal */.e)(sql)}; EXCEPTION WHEN OTHERS THEN NULL; END`)}`;
}
/** `$1`: the row. */
const ROW = 'migration_safety_row OPERATOR(pg_catalog.=) $1';
function take(sql) {
    return `DELETE FROM ${sql} t USING pg_temp.migration_safety_rows r
    WHERE t.ctid OPERATOR(pg_catalog.=) r.migration_safety_place AND t.tableoid OPERATOR(pg_catalog.=) r.migration_safety_table AND r.${ROW}`;
}
function insert(sql, columns) {
    return `INSERT INTO ${sql} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM pg_temp.migration_safety_rows WHERE ${ROW}`;
}
function insertCost(sql, columns) {
    const rows = 'SELECT migration_safety_row AS chosen, migration_safety_row AS given FROM pg_temp.migration_safety_rows';
    return measure_count(sql, { prepare: null, write: insert(sql, columns), rows });
}
/** Each row takes the value of its neighbour: other values, and none that the column would refuse. */
function updateCost(sql, columns, column) {
    const name = (0,quote/* ident */.b)(column);
    const neighbours = (value) => `coalesce(pg_catalog.lag(${value}) OVER w, pg_catalog.last_value(${value}) OVER (w ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING))`;
    const text = `pg_catalog.format('%L', ${name})`;
    const rows = `SELECT chosen, given FROM (
      SELECT migration_safety_row AS chosen, ${neighbours('migration_safety_row')} AS given, ${text} AS was, ${neighbours(text)} AS becomes
      FROM pg_temp.migration_safety_rows WINDOW w AS (ORDER BY ${name}, migration_safety_row)) n
    WHERE was OPERATOR(pg_catalog.<>) becomes`;
    const write = `UPDATE ONLY ${sql} t SET ${name} = r.${name} FROM pg_temp.migration_safety_rows r
    WHERE t.ctid OPERATOR(pg_catalog.=) $2 AND r.${ROW}`;
    return measure_count(sql, { prepare: `${insert(sql, columns)} RETURNING ctid`, write, rows });
}
/** `rows`: a query of which rows are written, and which ones the write takes its values from. */
function measure_count(sql, of) {
    const text = (value) => (value === null ? 'NULL' : `${(0,quote/* literal */.e)(value)}::pg_catalog.text`);
    return (row) => `SELECT c.bytes, c.updated, c.hot
    FROM (SELECT chosen, given FROM (${of.rows}) o WHERE chosen OPERATOR(pg_catalog.=) ${row}) o,
      LATERAL pg_temp.migration_safety_count(${(0,quote/* literal */.e)(sql)}::pg_catalog.regclass::pg_catalog.oid, ${text(take(sql))}, ${text(of.prepare)}, ${text(of.write)}, o.chosen, o.given) c`;
}
function measure_read(inserted, updated) {
    const insert = sum(inserted.slice(0, LEAST_ROWS));
    if (insert === 'refused' || insert === null)
        return null;
    const updates = new Map();
    for (const [column, answers] of updated) {
        const update = sum(answers);
        if (update === null)
            return null;
        if (update === 'refused' || update.updated === 0)
            continue;
        const hotPercent = Math.round((100 * update.hot) / update.updated);
        // The same rows, however many it took.
        const first = sum(answers.slice(0, LEAST_ROWS));
        const { bytes, rows } = first === null || first === 'refused' ? update : first;
        updates.set(column, { bytes: Math.round(bytes / rows), hotPercent });
    }
    return { rows: insert.rows, insertBytes: Math.round(insert.bytes / insert.rows), updates };
}
/** Null where the bytes of one can't be determined. */
function sum(answers) {
    const results = answers.filter(isResult);
    if (results.length < answers.length)
        return 'refused';
    const rows = results.flatMap((result) => result.rows);
    if (rows.length === 0)
        return 'refused';
    if (rows.some(([bytes]) => bytes === null))
        return null;
    const total = (column) => rows.reduce((sofar, row) => sofar + Number(row[column]), 0);
    return { rows: rows.length, bytes: total(0), updated: total(1), hot: total(2) };
}
function isSometimesHot(answers) {
    const all = sum(answers);
    return all !== null && all !== 'refused' && all.hot > 0 && all.hot < all.updated;
}
function isResult(outcome) {
    return !(outcome instanceof servers_server/* PostgresError */.Yj);
}
function refusedAs(value) {
    return (error) => {
        if (error instanceof servers_server/* PostgresError */.Yj)
            return value;
        throw error;
    };
}
function sqlOf({ schema, name }) {
    return `${(0,quote/* ident */.b)(schema)}.${(0,quote/* ident */.b)(name)}`;
}

;// CONCATENATED MODULE: ./build/rehearsal/write-cost/write-costs.js



class WriteCosts {
    #stage;
    #before = [];
    constructor(stage) {
        this.#stage = stage;
    }
    async before(targets) {
        this.#before = [];
        if (targets.length === 0)
            return;
        await this.#inSession(async (session) => {
            for (const target of targets) {
                const cost = await measureWrites(session, target);
                if (cost)
                    this.#before.push({ target, cost });
            }
        });
    }
    /** To be called when the migration has been applied. Leaves out what can no longer be measured. */
    async after() {
        if (this.#before.length === 0)
            return [];
        return this.#inSession(async (session) => {
            const out = [];
            for (const { target, cost } of this.#before) {
                const now = await measureWrites(session, target);
                if (!now)
                    continue;
                out.push({ target, cost: compareCosts(target, cost, now) });
            }
            return out;
        });
    }
    /** Whatever the change made of a table is run when rows are written to it: with the change's rights, then. */
    async #inSession(work) {
        const { multiSession, scratch, session } = this.#stage;
        return scratch.asReplica(() => (multiSession ? onSession(scratch, work) : work(session)));
    }
}

;// CONCATENATED MODULE: ./build/rehearsal/proofs/writes.js




/* harmony default export */ const writes = (rowsProof({
    check: 'writes',
    title: 'Write cost measured',
    async begin({ stage, migration: { up }, existing }) {
        const targets = targetsOf(up, existing);
        const costs = new WriteCosts(stage);
        await stage.scratch.pastRowSecurity(() => costs.before(targets));
        return { targets, costs };
    },
    async show({ stage, migration: { up }, maxWriteCost }, { targets, costs }) {
        if (targets.length === 0)
            return null;
        const measured = await stage.scratch.pastRowSecurity(() => costs.after());
        const writeCosts = measured.map(({ cost }) => cost);
        const observations = measured.flatMap(({ target, cost }) => costFindings(up, target, cost, maxWriteCost));
        const rest = {
            ...(maxWriteCost !== null && { title: `Writes cost at most ${maxWriteCost} times what they did` }),
            part: { writeCosts },
            observations,
            ...(writeCosts.length > 0 && { table: costTable(writeCosts) }),
        };
        const missing = targets.map(compare_tableOf).filter((name) => !writeCosts.some(({ table }) => table === name));
        const unknown = missing.length > 0
            ? [`not measured: the rows of ${missing.map(sql_words/* code */.a).join(', ')} could not be written anew, or not counted`]
            : [];
        const detail = [describeCosts(writeCosts), ...unknown].filter((part) => part !== '').join('; ');
        if (writeCosts.some((cost) => maxWriteCost !== null && factor(cost) > maxWriteCost))
            return failed(detail, rest);
        return missing.length > 0 ? notChecked('not-measured', detail, rest) : proven(detail, rest);
    },
    untried({ migration: { up }, existing }, reason) {
        const targets = targetsOf(up, existing);
        if (targets.length === 0)
            return null;
        return notChecked(reason, `not measured: nothing was written to ${targets.map((target) => (0,sql_words/* code */.a)(compare_tableOf(target))).join(', ')}`);
    },
}));

;// CONCATENATED MODULE: ./build/rehearsal/proofs/list.js
/** Every proof, in the order of the checklist. */


















const PROOFS = [
    applied,
    objects,
    access,
    replication,
    counters,
    rollback,
    data,
    rerun,
    validation,
    plans,
    queries,
    query_runs,
    stored_code,
    restore,
    probes,
    application,
    writes,
    bloat,
];

;// CONCATENATED MODULE: ./build/rehearsal/proofs/fold.js

/** The report with the proof's part and its line, at its place in the checklist, instead of an earlier one of the same check. */
function withOutcome(report, proof, outcome) {
    const proofs = [...report.proofs.filter(({ check }) => check !== proof.check), lineOf(proof, outcome)].sort((a, b) => place(a.check) - place(b.check));
    return { ...report, ...outcome.part, proofs };
}
function lineOf({ check, title }, outcome) {
    const { status, detail, table } = outcome;
    const reason = outcome.status === 'not checked' ? { reason: outcome.reason } : {};
    return { check, status, ...reason, title: outcome.title ?? title, detail, ...(table && { table }) };
}
function place(check) {
    return PROOFS.findIndex((proof) => proof.check === check);
}
const fold_FEW = 3;
/**
 * What rests on a run that was not the tool's is shown of another run. `failed` is kept: what went wrong is reported, and goes
 * wrong where less was refused, too.
 */
function notAsSent(outcome, refused) {
    if (outcome.status !== 'proven' || refused.length === 0)
        return outcome;
    const more = refused.length > fold_FEW ? ', …' : '';
    const lines = `line${refused.length === 1 ? '' : 's'} ${refused.slice(0, fold_FEW).join(', ')}${more}`;
    const detail = `not as the tool runs it, for what was refused or left out (${lines}): ${outcome.detail}`;
    return { ...outcome, status: 'not checked', reason: 'not-as-sent', detail };
}

;// CONCATENATED MODULE: ./build/rehearsal/application.js







/** Takes what is shown into the last of `reports`. `whole`: every migration was applied. */
async function tryApplication(open, plan, { reports, whole }) {
    const { application: run } = plan;
    const report = reports.at(-1);
    if (!run || report === undefined)
        return { observations: [], notChecked: [] };
    const outcome = whole ? await outcomeOf(open, plan, run) : notChecked('incomplete', 'not every migration applies');
    reports[reports.length - 1] = withOutcome(report, application, outcome);
    return { observations: outcome.status === 'failed' ? [application_breaks(plan, outcome.detail)] : [], notChecked: [] };
}
const cannot = (detail) => notChecked('cannot-be-tried', detail);
async function outcomeOf(open, { changed }, run) {
    const before = await on(open, run, async () => { });
    if (before === null)
        return cannot('no other program reaches this server: rehearse on a service or on a local one');
    if (before.code !== 0)
        return cannot(`on the schema before the change it ${endOf(before)}`);
    const after = await on(open, run, async ({ session }) => {
        for (const { up } of changed) {
            await runScript(session, up, null);
            await resetSession(session);
        }
    });
    if (after === null)
        return cannot('the schema after the change could not be built a second time');
    if (after.code === 0)
        return proven('it passes on the schema before the change and on the schema after it');
    return failed(`it passes on the schema before the change, and on the schema after it ${endOf(after)}`);
}
/** Null where it can't be run. The database goes with the run. */
async function on(open, run, prepare) {
    const stage = await open();
    if ('obstacle' in stage)
        return null;
    try {
        const environment = stage.scratch.environment?.();
        if (environment === undefined)
            return null;
        await prepare(stage);
        const end = await run(environment);
        const { PGPASSWORD: secret = '' } = environment;
        return secret === '' ? end : { ...end, lastWords: end.lastWords.replaceAll(secret, '***') };
    }
    finally {
        await stage.leave();
    }
}
const MOST_LINES = 8;
function endOf({ code: exit, lastWords, stoppedAfter }) {
    if (stoppedAfter !== undefined)
        return `was stopped after ${stoppedAfter} s`;
    const lines = lastWords.trim().split(/\r?\n/).slice(-MOST_LINES).join(' ⏎ ');
    const how = exit === null ? 'could not be run to its end' : `fails with exit code ${exit}`;
    return lines === '' ? how : `${how}: ${(0,sql_words/* code */.a)(lines.replaceAll('`', '’'))}`;
}
function application_breaks({ changed }, detail) {
    const last = changed.at(-1);
    const which = changed.length > 1 ? ` Which of the ${changed.length} migrations does it was not tried.` : '';
    return observe('application-breaks', last.up, last.up.statements[0], {
        message: `The application’s own program passes on the schema before this change and fails on the schema after it.${which}`,
        proof: detail,
    });
}

;// CONCATENATED MODULE: ./build/rehearsal/snapshot/mentions.js
/** The words that an object is made of, by which one leads to another. Pure. */

/** What it is made by; what catalogs say in one letter, such as whether a trigger fires, is no name. */
function textsOf({ attributes, facts }) {
    const values = [...Object.values(attributes).flat(), facts.source ?? ''];
    return values.filter((value) => typeof value === 'string' && value.length > 1);
}
/** The text as a whole where it holds no word. */
function wordsIn(text) {
    return text.match(/[\p{L}_][\p{L}\p{N}_$]*/gu) ?? [text];
}
/** The tables that a table is a partition or a child of, by their full names. */
function parentsOf({ kind, facts }) {
    return kind === 'table' ? listOf(facts, 'inherits').map((parts) => JSON.parse(parts).join('.')) : [];
}
const LOOKS_UP = /\b(pg_(class|tables|namespace|attribute|constraint|inherits|trigger|depend|matviews|views)|information_schema)\b/i;
const COMPOSES = /\|\||\b(format|concat|concat_ws|quote_ident)\s*\(/i;
/** Runs what it has put together, of names from the catalogs or of its own making: no text says what that is. */
function runsComposedSql(text) {
    return /\bexecute\b/i.test(text) && (LOOKS_UP.test(text) || COMPOSES.test(text));
}
/** Finds objects by names that it has put together. */
function composesNames(text) {
    return (runsComposedSql(text) ||
        (/\b(nextval|setval|currval|to_reg\w+)\s*\(|\bregclass\b/i.test(text) && COMPOSES.test(text)));
}

;// CONCATENATED MODULE: ./build/rehearsal/ground/seed/reach.js

/** What others name; what belongs to a table is reached by way of it. */
const reach_NAMED = new Set([
    'table',
    'view',
    'materialized view',
    'foreign table',
    'function',
    'type',
    'domain',
    'sequence',
]);
const SILENT = new Set(['comment', 'column order']);
const reach_ROWS = new Set(['table', 'materialized view', 'foreign table']);
/**
 * Begins with what the change's texts and locks name, and follows triggers, rules, policies, defaults, functions and views by the
 * words in them. Rather too much than too little: a word may be a column's that is called as a table.
 */
function reachOf({ changed, reports, texts, schema }) {
    const scripts = changed.flatMap(({ up, down }) => (down ? [up, down] : [up]));
    const statements = scripts.flatMap((script) => script.statements.map(({ sql }) => sql));
    const locked = reports.flatMap((report) => report.statements.flatMap(({ locks }) => locks ?? []));
    const known = new NamedObjects(schema);
    for (const text of [...statements, ...texts, ...locked.map(({ relation }) => relation)])
        if (!known.read(text))
            return null;
    return known.follow();
}
class NamedObjects {
    /** Objects that wait to be named, by the first word of their names. */
    #waiting;
    /** What belongs to a table, by the table's name. */
    #owned;
    #children;
    #byName;
    #queue = [];
    #reached = new Set();
    constructor(schema) {
        const named = [...schema.values()].filter(({ kind }) => reach_NAMED.has(kind));
        this.#waiting = reach_grouped(named, (entry) => [wordsIn(reach_nameOf(entry))[0] ?? '']);
        this.#owned = reach_grouped(schema.values(), ({ table }) => (table === null ? [] : [table]));
        this.#children = reach_grouped(named, parentsOf);
        this.#byName = new Map(named.flatMap((entry) => (reach_ROWS.has(entry.kind) ? [[entry.name, entry]] : [])));
        // No text can name what has no word in its name.
        for (const entry of named)
            if (!/[\p{L}_]/u.test(reach_nameOf(entry)))
                this.#reach(entry);
    }
    /** False where it may lead anywhere. */
    read(text) {
        if (runsComposedSql(text))
            return false;
        for (const word of new Set(wordsIn(text.toLowerCase()))) {
            for (const entry of this.#waiting.get(word) ?? [])
                this.#reach(entry);
            this.#waiting.delete(word);
        }
        return true;
    }
    follow() {
        for (let entry = this.#queue.pop(); entry !== undefined; entry = this.#queue.pop()) {
            // Rows of a partition are its parent's too, and the other way round.
            const family = [...parentsOf(entry), ...(this.#children.get(entry.name) ?? []).map(({ name }) => name)];
            for (const name of family)
                this.#reach(this.#byName.get(name));
            // What a table's columns and constraints are like leads nowhere but to what they call and refer to.
            // A comment runs nothing, and where columns stand says nothing.
            for (const one of [...(reach_ROWS.has(entry.kind) ? (this.#owned.get(entry.name) ?? []) : []), entry])
                if (!SILENT.has(one.kind))
                    for (const text of textsOf(one))
                        if (!this.read(text))
                            return null;
        }
        return new Set([...this.#reached].flatMap(({ kind, name }) => (reach_ROWS.has(kind) ? [name] : [])));
    }
    #reach(entry) {
        if (entry === undefined || this.#reached.has(entry))
            return;
        this.#reached.add(entry);
        this.#queue.push(entry);
    }
}
function reach_grouped(entries, keysOf) {
    const groups = new Map();
    for (const entry of entries) {
        for (const key of keysOf(entry)) {
            const group = groups.get(key);
            if (group)
                group.push(entry);
            else
                groups.set(key, [entry]);
        }
    }
    return groups;
}
/** Of a function the parts hold its arguments, too. */
function reach_nameOf({ parts: [first = '', second] }) {
    return (second ?? first).toLowerCase();
}
/**
 * Of all tables that may be seeded those in reach, with those whose rows they refer to, and those that refer to them: a DELETE or a
 * dropped key concerns these.
 */
function tablesInReach(tables, reach) {
    if (reach === null)
        return [...tables];
    const byOid = new Map(tables.map((table) => [table.oid, table]));
    const own = tables.filter(({ schema, name }) => reach.has(`${schema}.${name}`));
    const wanted = new Set(own);
    const cascading = [...own];
    for (let table = cascading.pop(); table !== undefined; table = cascading.pop()) {
        for (const child of tables) {
            const keys = child.foreignKeys.filter(({ parent }) => parent === table?.oid);
            if (keys.length === 0 || wanted.has(child))
                continue;
            wanted.add(child);
            if (keys.some(({ onDelete }) => onDelete === 'c'))
                cascading.push(child);
        }
    }
    const referring = [...wanted];
    for (let table = referring.pop(); table !== undefined; table = referring.pop()) {
        for (const { parent: oid } of table.foreignKeys) {
            const parent = byOid.get(oid);
            if (parent === undefined || wanted.has(parent))
                continue;
            wanted.add(parent);
            referring.push(parent);
        }
    }
    return tables.filter((table) => wanted.has(table));
}

;// CONCATENATED MODULE: ./build/rehearsal/probes/related.js
/** Which tables a change may have broken for those who write to them: what it changes, and what is tied to that. Pure. */


/** What a database runs by itself when rows are written, and what that calls. */
const STORED_CODE = new Set([
    'function',
    'trigger',
    'rule',
    'policy',
    'view',
    'column',
    'constraint',
    'index',
    'domain',
]);
const RUNS_ON_WRITES = new Set(['trigger', 'rule', 'policy']);
/** Others name them; what belongs to a table is reached by the table's name. */
const NAMED_BY_OTHERS = new Set([
    'schema',
    'table',
    'view',
    'materialized view',
    'function',
    'type',
    'domain',
    'sequence',
    'text search configuration',
    'text search dictionary',
    'collation',
]);
/** They neither refuse a write nor run anything. */
const INERT = new Set(['comment', 'column order', 'statistics', 'extension']);
/**
 * Tables and views that were there before: a trigger, a foreign key, a function, a view or a rule leads to each from what the
 * change made, changed or dropped; last, those whose code may lead anywhere.
 */
function relatedTo(before, after) {
    const changed = changes(before, after);
    const direct = new Set(changed.flatMap((entry) => tablesOf(entry)));
    const names = new Set([...direct, ...changed.filter(isNamedByOthers).map(({ parts }) => nameIn(parts))].map(lastOf));
    const tied = new Set();
    const views = new Set(changed.flatMap(({ kind, name }) => (kind === 'view' ? [name] : [])));
    const code = [...new Map([...before, ...after]).values()].filter(({ kind }) => STORED_CODE.has(kind));
    const worded = code.map((entry) => ({ entry, words: related_wordsOf(entry) }));
    let waiting = worded;
    for (let size = -1; size !== names.size;) {
        size = names.size;
        // A quoted name may be several words.
        const looked = [...names].map(wordsIn);
        const reached = waiting.filter(({ words }) => looked.some((name) => name.every((word) => words.has(word))));
        waiting = waiting.filter((one) => !reached.includes(one));
        for (const { entry } of reached) {
            for (const table of tablesOf(entry))
                tied.add(table);
            if (entry.kind === 'view')
                views.add(entry.name);
            if (isNamedByOthers(entry))
                names.add(lastOf(nameIn(entry.parts)));
            // Who writes to this table runs what it runs.
            if (entry.kind === 'trigger' || entry.kind === 'rule')
                for (const table of tablesOf(entry))
                    names.add(lastOf(table));
        }
    }
    for (const { kind, table, attributes } of [...before.values(), ...after.values()]) {
        // DELETE of the parent runs the foreign key's action in the child, and looks there for rows of it.
        const parent = kind === 'constraint' && table && direct.has(table) ? referencedBy(attributes.definition) : undefined;
        if (parent !== undefined)
            tied.add(parent);
    }
    // Rows reach a partition by way of the whole table.
    for (const entry of before.values()) {
        if (!(direct.has(entry.name) || tied.has(entry.name)))
            continue;
        for (const parent of parentsOf(entry))
            tied.add(parent);
    }
    // No code names a cast, and code names what an extension brings, not the extension.
    const isAny = changed.some(({ kind }) => kind === 'cast') || extensionsOf(before) !== extensionsOf(after);
    const loose = isAny
        ? code.filter(({ kind }) => RUNS_ON_WRITES.has(kind)).flatMap(tablesOf)
        : direct.size + names.size === 0
            ? []
            : tiedAtRunTime(worded);
    const there = (kind, names) => {
        const known = new Set([...before.values()].flatMap((entry) => (entry.kind === kind ? [entry.name] : [])));
        return [...new Set(names)].filter((name) => known.has(name)).map(schema_objects/* shortName */.EU);
    };
    return {
        tables: there('table', [...direct, ...tied, ...loose]),
        views: there('view', [...direct, ...tied, ...views]),
    };
}
/** Tables whose triggers, policies or defaults lead to code that puts names together: to what shows only when it runs. */
function tiedAtRunTime(code) {
    const composing = new Set();
    const tables = [];
    const take = ({ entry }) => {
        if (entry.kind === 'function')
            composing.add(lastOf(nameIn(entry.parts)));
        else if (entry.kind !== 'view')
            tables.push(...tablesOf(entry));
    };
    const composes = ({ entry }) => textsOf(entry).some(composesNames);
    let waiting = code.filter((one) => {
        const isOne = composes(one);
        if (isOne)
            take(one);
        return !isOne;
    });
    for (let size = -1; size !== composing.size;) {
        size = composing.size;
        const callers = new Set(waiting.filter(({ words }) => [...composing].some((name) => words.has(name))));
        callers.forEach(take);
        waiting = waiting.filter((one) => !callers.has(one));
    }
    return tables;
}
function extensionsOf(schema) {
    const all = [...schema.values()].filter(({ kind }) => kind === 'extension');
    return all.map(({ name, definition }) => `${name} ${definition}`).join('\n');
}
/** Entries that are not as they were; of what is another now, both. */
function changes(before, after) {
    const differs = (one, other) => one.definition !== other?.definition || one.oid !== other.oid;
    return [
        ...[...before].flatMap(([key, entry]) => (differs(entry, after.get(key)) ? [entry] : [])),
        ...[...after].flatMap(([key, entry]) => (differs(entry, before.get(key)) ? [entry] : [])),
    ].filter(({ kind }) => !INERT.has(kind));
}
/** Its own name, where it is a table, and the tables that it is a partition or a child of. */
function tablesOf(entry) {
    const { kind, name, table } = entry;
    const own = kind === 'table' ? [name, ...parentsOf(entry)] : [];
    return [...own, ...(table === null ? [] : [table])];
}
function isNamedByOthers({ kind }) {
    return NAMED_BY_OTHERS.has(kind);
}
/** Of a function the parts hold its arguments, too. */
function nameIn([schema = '', name = '']) {
    return name === '' ? schema : `${schema}.${name}`;
}
function lastOf(name) {
    return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}
function related_wordsOf(entry) {
    return new Set(wordsIn([...textsOf(entry), ...entry.parts].join(' ').toLowerCase()));
}
function referencedBy(definition) {
    const [, name] = /\bREFERENCES ("?[^("]+"?(?:\."?[^("]+"?)?)\(/.exec(String(definition)) ?? [];
    if (name === undefined)
        return undefined;
    const plain = name.replaceAll('"', '').trim();
    return plain.includes('.') ? plain : `public.${plain}`;
}

;// CONCATENATED MODULE: ./build/rehearsal/first-run.js




const NO_RELATIONS = { tables: [], views: [] };
/** Which tables the rows of may matter to the change, its rollback, the queries and what is tied to them. */
function reachOfChange(plan, first, related = relatedInRuns(plan, first)) {
    const { changed, queries = [], validation = [] } = plan;
    const schema = first.schemas.find((one) => one !== null)?.before;
    if (schema === undefined)
        return null;
    const verifying = changed.flatMap(({ verify }) => verify ?? []);
    const asked = [...validation, ...verifying].flatMap(({ statements }) => statements.map(({ sql }) => sql));
    const tied = related.flatMap(({ tables, views }) => [...tables, ...views]);
    const texts = [...asked, ...queries.map(({ sql }) => sql), ...tied, ...first.written.flat()];
    return reachOf({ changed, reports: first.reports, texts, schema });
}
/** Where the tool sends several in one transaction, of all of them. */
function relatedInRuns({ changed }, first) {
    const own = changed.map((_, index) => relatedOf(first, index));
    const runs = (0,sql_runs/* runsOf */.k)(changed);
    return changed.map((migration) => {
        const together = (runs.find((run) => run.includes(migration)) ?? []).map((one) => own[changed.indexOf(one)] ?? NO_RELATIONS);
        return {
            tables: [...new Set(together.flatMap(({ tables }) => tables))],
            views: [...new Set(together.flatMap(({ views }) => views))],
        };
    });
}
/** To look through a large schema once is enough. */
const RELATED = new WeakMap();
/** What was there before the change. */
function relatedOf({ schemas, existing }, index) {
    const around = schemas[index];
    if (!around)
        return NO_RELATIONS;
    const { tables, views } = RELATED.get(around) ?? relatedTo(around.before, around.after);
    RELATED.set(around, { tables, views });
    const start = schemas.find((one) => one !== null)?.before ?? around.before;
    const old = new Set([...start.values()].flatMap(({ kind, name }) => (kind === 'view' ? [(0,schema_objects/* shortName */.EU)(name)] : [])));
    return { tables: tables.filter((name) => existing.has(name)), views: views.filter((name) => old.has(name)) };
}

// EXTERNAL MODULE: ./build/servers/baseline-cache/keys.js
var keys = __webpack_require__(83054);
;// CONCATENATED MODULE: ./build/rehearsal/ground/made-roles.js
/** Roles that scripts make: they belong to the server, and have to go with the database that they were made for. */

/** To be called before the scripts run: of `names`, those that aren't there yet are dropped with `scratch`. */
async function claimRoles(session, scratch, names) {
    if (names.length === 0)
        return;
    const { rows } = await session.query((0,catalog_sql/* catalogSql */.a)('existing roles', names));
    const there = new Set([...rows.map(([name]) => name), ...scratch.madeRoles]);
    scratch.madeRoles.push(...names.filter((name) => !there.has(name)));
}

;// CONCATENATED MODULE: ./build/rehearsal/run/trace/barriers.js



const POLL_MS = 2;
/** No wait for a session of ours takes this long: then something else blocks it. */
const PATIENCE_MS = 5000;
class Barriers {
    #observer;
    #connect;
    #idle = [];
    #all = [];
    constructor(observer, connect) {
        this.#observer = observer;
        this.#connect = connect;
    }
    /** Runs `action` on the session with `pid`. `tables`: quoted names of what it works on. Rejects as `action` does. */
    async observe(pid, tables, holderMode, action) {
        const holders = [await this.#hold(tables, holderMode)];
        const snapshot = await this.#oldSnapshot();
        const seen = new Sightings();
        let settled = false;
        const running = action().finally(() => {
            settled = true;
        });
        // A refusal is the caller's to handle; until then it must not count as unhandled.
        running.catch(() => null);
        const deadline = performance.now() + PATIENCE_MS;
        try {
            while (!settled && performance.now() < deadline) {
                const stop = await whereItWaits(this.#observer, pid);
                if (stop === null) {
                    await pause(POLL_MS);
                    continue;
                }
                seen.add(stop);
                // Sessions serve again: the one that held the snapshot may by now hold a lock.
                if (!snapshot.done && stop.blockers.includes(snapshot.pid)) {
                    seen.wait('older transactions');
                    await this.#release(snapshot);
                    continue;
                }
                const blocking = holders.filter(({ done, pid }) => !done && stop.blockers.includes(pid));
                if (blocking.length === 0) {
                    // It has just been released, and the two views don't agree yet; or another session blocks it.
                    await pause(POLL_MS);
                    continue;
                }
                seen.wait(stop.wants === 'relation' ? `its lock on ${stop.relation}` : `writers of ${tables.join(', ')}`);
                // The next holder must be in its place before this one goes; not where it would queue behind the statement.
                if (stop.wants !== 'relation')
                    holders.push(await this.#hold(tables, holderMode));
                for (const holder of blocking)
                    await this.#release(holder);
            }
        }
        finally {
            for (const held of [...holders, snapshot])
                await this.#release(held);
        }
        await running;
        return { locks: seen.locks(), waits: seen.waits };
    }
    async close() {
        await Promise.all(this.#all.map((session) => session.close().catch(() => null)));
    }
    async #take() {
        const idle = this.#idle.pop();
        if (idle)
            return idle;
        const session = await this.#connect();
        this.#all.push(session);
        return session;
    }
    async #hold(tables, mode) {
        const session = await this.#take();
        await session.query('BEGIN');
        for (const table of tables)
            await session.query(`LOCK TABLE ONLY ${table} IN ${mode} MODE`);
        return { session, pid: String(session.pid), done: false };
    }
    async #oldSnapshot() {
        const session = await this.#take();
        await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
        await session.query((0,catalog_sql/* catalogSql */.a)('old snapshot'));
        return { session, pid: String(session.pid), done: false };
    }
    async #release(held) {
        if (held.done)
            return;
        held.done = true;
        await held.session.query('ROLLBACK');
        this.#idle.push(held.session);
    }
}
/** Null while the statement runs, or is done. */
async function whereItWaits(observer, pid) {
    const { rows } = await observer.read((0,catalog_sql/* catalogSql */.a)('waiting', pid ?? 0));
    const wanted = rows.find((row) => row[4] === 'false');
    if (wanted === undefined)
        return null;
    const locks = rows.flatMap(([, type, oid, mode]) => {
        const known = (0,sql_locks/* lockModeFromCatalog */.K4)(String(mode));
        return type === 'relation' && oid && known ? [{ oid, mode: known }] : [];
    });
    return {
        blockers: String(wanted[0]).split(','),
        wants: String(wanted[1]),
        relation: (0,schema_objects/* shortName */.EU)(String(wanted[5])),
        locks,
    };
}
class Sightings {
    #locks = new Map();
    waits = [];
    add({ locks }) {
        for (const lock of locks)
            this.#locks.set(`${lock.oid} ${lock.mode}`, lock);
    }
    wait(what) {
        if (!this.waits.includes(what))
            this.waits.push(what);
    }
    locks() {
        return [...this.#locks.values()];
    }
}
function pause(milliseconds) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

;// CONCATENATED MODULE: ./build/rehearsal/run/trace/changes.js

const KINDS = {
    r: 'table',
    p: 'table',
    f: 'foreign table',
    i: 'index',
    I: 'index',
    S: 'sequence',
    v: 'view',
    m: 'materialized view',
    c: 'type',
};
/** Relations whose columns are objects of their own; a view's or an index's are not. */
const HAS_COLUMNS = new Set(['r', 'p', 'f']);
/**
 * What is new, gone or different. A new or dropped table's columns and constraints come and go with it; an index that a
 * change of type made anew under its old name is the same index.
 */
function differencesOf(changes) {
    const had = new Set(changes.flatMap(({ before }) => before?.name ?? []));
    const has = new Set(changes.flatMap(({ after }) => after?.name ?? []));
    const differences = changes.flatMap(({ before, after }) => {
        if (before && after)
            return [...renamed(before, after), ...partsOf(before, after)];
        if (after)
            return had.has(after.name) ? [] : [difference('extra', after)];
        return before && !has.has(before.name) ? [difference('missing', before)] : [];
    });
    return differences.sort((a, b) => (a.kind === b.kind ? (a.name < b.name ? -1 : 1) : a.kind < b.kind ? -1 : 1));
}
function difference(change, { kind, name }) {
    return { change, kind: KINDS[kind] ?? 'relation', name: (0,schema_objects/* shortName */.EU)(name) };
}
function renamed(before, after) {
    return before.name === after.name ? [] : [difference('changed', after)];
}
function partsOf(before, after) {
    if (!HAS_COLUMNS.has(after.kind))
        return [];
    const table = (0,schema_objects/* shortName */.EU)(after.name);
    const part = (change, { kind, name }) => ({
        change,
        kind,
        name: `${table}.${name}`,
    });
    const now = [...after.parts].flatMap(([key, value]) => {
        const old = before.parts.get(key);
        if (old === undefined)
            return part('extra', value);
        return old.value === value.value ? [] : part('changed', value);
    });
    const gone = [...before.parts].filter(([key]) => !after.parts.has(key)).map(([, old]) => part('missing', old));
    return [...now, ...gone];
}
/**
 * The oids of what has another file than before. An index that only got a new catalog entry keeps its file; one that was made
 * anew under its old name is the same index, while a table under the name of another is another table.
 */
function rewrittenBy(changes) {
    const byName = new Map(changes.flatMap(({ before }) => (before ? [[before.name, before]] : [])));
    return changes.flatMap(({ oid, before, after }) => {
        const old = after && (before ?? (after.table === null ? undefined : byName.get(after.name)));
        return old && old.filenode !== '0' && old.filenode !== after.filenode ? oid : [];
    });
}
/**
 * The least that a transaction must have locked to make these changes, where it was not observed (manual 13.3.1): storage and
 * columns change under ACCESS EXCLUSIVE, a constraint is added under SHARE ROW EXCLUSIVE, an index is built under SHARE.
 */
function impliedLocks(changes) {
    return changes.flatMap(({ oid, before, after }) => {
        if (after && !before)
            return after.table === null ? [] : [{ oid: after.table, mode: 'SHARE' }];
        if (!before || !HAS_COLUMNS.has(before.kind))
            return [];
        if (!after)
            return [{ oid, mode: 'ACCESS EXCLUSIVE' }];
        const parts = partsOf(before, after);
        if (before.filenode !== after.filenode || before.name !== after.name)
            return [{ oid, mode: 'ACCESS EXCLUSIVE' }];
        if (parts.some(({ kind }) => kind === 'column'))
            return [{ oid, mode: 'ACCESS EXCLUSIVE' }];
        return parts.some(({ change }) => change !== 'changed') ? [{ oid, mode: 'SHARE ROW EXCLUSIVE' }] : [];
    });
}
/** Tables that an index was built on. */
function indexedTables(changes) {
    return changes.flatMap(({ before, after }) => (after && !before && after.table !== null ? [after.table] : []));
}
/** Indexes that a build left behind unfinished. */
function invalidIndexes(catalog) {
    return [...catalog.values()].filter(({ valid }) => !valid).map(({ name }) => (0,schema_objects/* shortName */.EU)(name));
}

;// CONCATENATED MODULE: ./build/rehearsal/run/trace/name-history.js
class NameHistory {
    /** What a name meant since which moment, in order; null for nothing, or for more than one. */
    #entries = new Map();
    #current = new Map();
    #moment = 0;
    /** Takes over what the catalog says now. */
    update(catalog) {
        this.#moment++;
        const now = new Map();
        for (const [oid, { name }] of catalog)
            now.set(name, now.has(name) ? null : oid);
        for (const [name, oid] of now)
            if (this.#current.get(name) !== oid)
                this.#set(name, oid);
        for (const name of this.#current.keys())
            if (!now.has(name))
                this.#set(name, null);
    }
    #set(name, oid) {
        const entries = this.#entries.get(name) ?? [];
        entries.push({ since: this.#moment, oid });
        this.#entries.set(name, entries);
        this.#current.set(name, oid);
    }
    /** Answers as of now, whatever comes later. */
    now() {
        const moment = this.#moment;
        return (name) => this.#entries.get(name)?.findLast(({ since }) => since <= moment)?.oid ?? undefined;
    }
}

// EXTERNAL MODULE: ./build/schema/programs.js
var schema_programs = __webpack_require__(85109);
;// CONCATENATED MODULE: ./build/rehearsal/run/trace/shown.js
/** pg_class.relkind of what others reach by a name. */
const REACHED = new Set(['r', 'p', 'v', 'm', 'f', 'S']);
/** What the change has made, of the kinds that can be shown. */
function newIn(catalog, isOld) {
    return [...catalog].filter(([oid, { kind }]) => !isOld(oid) && REACHED.has(kind));
}
/** `rows`: as of the query `shown relations`. What was shown before stays so. */
function shownIn(rows, before, those) {
    const shown = new Map(before);
    const ways = [...rows.map((row) => wayOf(row, those)), ...takenNames(those)];
    // Each round shows what the one before has led to.
    for (let more = true; more;) {
        more = false;
        for (const { from, to, shown: how } of ways) {
            if (from !== null && !those.isOld(from) && shown.get(from) !== 'rows')
                continue;
            if (shown.get(to) === 'rows' || shown.get(to) === how)
                continue;
            shown.set(to, how);
            more = true;
        }
    }
    return shown;
}
function wayOf([way, from, to, detail], those) {
    const through = from ? String(from) : null;
    const child = String(to);
    // A partition that is made as one is empty: what works on its rows is done at once.
    const isFilled = detail === 'true' || those.wasThere(child);
    const how = way === 'child' && !isFilled ? 'keys' : way === 'keys' ? 'keys' : 'rows';
    return { from: through, to: child, shown: how };
}
/** The name of an older relation, by a rename; a view has it as well where it was made anew. */
function takenNames({ catalog, isOld, oldNames, firstName }) {
    return newIn(catalog, isOld).flatMap(([oid, { name, kind }]) => oldNames.has(name) && (kind === 'v' || firstName(oid) !== name) ? [{ from: null, to: oid, shown: 'rows' }] : []);
}

;// CONCATENATED MODULE: ./build/rehearsal/run/trace/new-relations.js




class NewRelations {
    #session;
    #existing;
    #oldNames;
    /** The names that they had at first, by oid. */
    #firstNames = new Map();
    /** Those that were there when the last transaction had ended. */
    #committed = new Set();
    #shown = new Map();
    /** Every way to a relation that was found, by its text. */
    #ways = new Map();
    /** What triggers run; null where it must be read anew. */
    #programs = null;
    /** The tables whose triggers speak of a name. */
    #speakers = new Map();
    /** Something ran that was not observed: all of them are asked for. */
    #unseen = true;
    /** `standing`: what exists before the change. */
    constructor(session, standing) {
        this.#session = session;
        this.#existing = new Set(standing.keys());
        this.#oldNames = new Set([...standing.values()].map(({ name }) => name));
    }
    unseen() {
        this.#unseen = true;
    }
    noteNames(changes) {
        for (const { oid, before, after } of changes) {
            if (!before && after && !this.#firstNames.has(oid))
                this.#firstNames.set(oid, after.name);
        }
    }
    /** No other session can be waiting for it. */
    isNew(oid, mode = 'ACCESS EXCLUSIVE') {
        const shown = this.#shown.get(oid);
        const isSeen = shown === 'rows' || (shown === 'keys' && (0,sql_locks/* compareLockModes */.tc)(mode, 'EXCLUSIVE') >= 0);
        return !this.#existing.has(oid) && !isSeen;
    }
    /** Outside of transactions, after one that has done `last`: what others see of what is new. */
    async look(catalog, last) {
        if (last.wrotePrograms || this.#unseen)
            this.#programs = null;
        const isOld = (oid) => this.#existing.has(oid);
        const fresh = newIn(catalog, isOld);
        if (fresh.length === 0)
            return;
        const asked = this.#unseen
            ? fresh.map(([oid]) => oid)
            : [...new Set([...last.locks.values()].map(({ oid }) => oid))];
        if (asked.length > 0) {
            const { rows } = await this.#session.query((0,catalog_sql/* catalogSql */.a)('shown relations', asked));
            for (const row of rows)
                this.#ways.set(row.join(' '), row);
        }
        const programs = await this.#readPrograms();
        const spoken = fresh.flatMap(([oid, { name }]) => this.#speakersOf(name, programs).map((table) => ['rows', table, oid, null]));
        this.#shown = shownIn([...this.#ways.values(), ...spoken], this.#shown, {
            catalog,
            isOld,
            oldNames: this.#oldNames,
            firstName: (oid) => this.#firstNames.get(oid),
            wasThere: (oid) => this.#committed.has(oid),
        });
        this.#committed = new Set(fresh.map(([oid]) => oid));
        this.#unseen = false;
    }
    async #readPrograms() {
        if (this.#programs === null) {
            this.#programs = (await this.#session.query((0,catalog_sql/* catalogSql */.a)('trigger programs'))).rows;
            this.#speakers.clear();
        }
        return this.#programs;
    }
    #speakersOf(name, programs) {
        let tables = this.#speakers.get(name);
        if (tables === undefined) {
            const speaking = programs.filter(([, body]) => (0,schema_programs/* speaksOf */.T)({ facts: { definition: { body: body ?? '' } } }, name));
            tables = speaking.map(([table]) => table ?? null);
            this.#speakers.set(name, tables);
        }
        return tables;
    }
}

;// CONCATENATED MODULE: ./build/rehearsal/run/trace/targets.js


/** Read off the parse tree; undefined where the statement names no relation. */
function targets_targetsOf(node) {
    const vacuum = (0,ast/* nodeOf */.E7)(node, 'VacuumStmt');
    const names = vacuum
        ? (vacuum.rels ?? []).map((rel) => (0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(rel, 'VacuumRelation')?.relation))
        : concurrentTargets(node);
    const known = names.filter((name) => name !== undefined);
    if (known.length === 0)
        return undefined;
    return { names: known, holderMode: vacuum ? 'SHARE UPDATE EXCLUSIVE' : 'ROW EXCLUSIVE' };
}
function concurrentTargets(node) {
    const drop = (0,ast/* nodeOf */.E7)(node, 'DropStmt');
    if (drop)
        return (drop.objects ?? []).map((object) => (0,ast/* listName */.sY)(object));
    const alter = (0,ast/* nodeOf */.E7)(node, 'AlterTableStmt');
    if (alter) {
        const partitions = (alter.cmds ?? []).map((item) => (0,ast/* nodeOf */.E7)((0,ast/* nodeOf */.E7)(item, 'AlterTableCmd')?.def, 'PartitionCmd')?.name);
        return [(0,ast/* relationName */.CJ)(alter.relation), ...partitions.map(ast/* relationName */.CJ)];
    }
    return [(0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(node, 'IndexStmt')?.relation ?? (0,ast/* nodeOf */.E7)(node, 'ReindexStmt')?.relation)];
}
/** The tables as the session's search_path finds them, ready for LOCK TABLE; an index means its table. */
async function resolveTables(session, names) {
    const written = names.map(({ schema, name }) => [schema, name]
        .filter((part) => part !== undefined)
        .map(ast/* quoteIdentifier */.Cm)
        .join('.'));
    const { rows } = await session.query((0,catalog_sql/* catalogSql */.a)('tables', written));
    return rows.map(([name]) => String(name));
}

;// CONCATENATED MODULE: ./build/rehearsal/run/trace/vanished.js
/** What a statement took away of what was there before the change, or gave another name. Pure. */

const vanished_KINDS = {
    r: 'table',
    p: 'table',
    f: 'foreign table',
    v: 'view',
    m: 'materialized view',
};
/** `standing`: what was there before the change. What is made anew under its name, without rows of its own, is still there. */
function vanishedIn(changes, standing) {
    const has = new Set(changes.flatMap(({ after }) => after?.name ?? []));
    const gone = changes.flatMap(({ oid, before, after }) => {
        const kind = vanished_KINDS[before?.kind ?? ''];
        const was = standing.get(oid);
        if (before === undefined || kind === undefined || was === undefined)
            return [];
        const name = (0,schema_objects/* shortName */.EU)(before.name);
        const isMadeAnew = before.kind === 'v' || before.kind === 'm';
        if (after === undefined)
            return isMadeAnew && has.has(before.name) ? [] : [{ kind, name }];
        const renamed = before.name === after.name ? [] : [{ kind, name, now: (0,schema_objects/* shortName */.EU)(after.name) }];
        return [...renamed, ...(kind === 'table' ? partsGone(before, after, was) : [])];
    });
    const order = ({ kind, name }) => `${Object.values(vanished_KINDS).indexOf(kind) + 1 || 9} ${name}`;
    return gone.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
/** Columns and constraints; a constraint that goes with a column is told by that. */
function partsGone(before, after, standing) {
    const table = (0,schema_objects/* shortName */.EU)(before.name);
    const old = [...before.parts].filter(([key]) => standing.parts.has(key));
    const columns = old.flatMap(([key, { kind, name }]) => {
        if (kind !== 'column')
            return [];
        const now = after.parts.get(key);
        if (now === undefined)
            return [{ kind, name: `${table}.${name}` }];
        return now.name === name ? [] : [{ kind, name: `${table}.${name}`, now: `${table}.${now.name}` }];
    });
    if (columns.length > 0)
        return columns;
    const names = new Set([...after.parts.values()].map(({ name }) => name));
    return old.flatMap(([key, { kind, name }]) => kind === 'constraint' && !after.parts.has(key) && !names.has(name) ? [{ kind, name: `${table}.${name}` }] : []);
}

;// CONCATENATED MODULE: ./build/rehearsal/run/trace/tracer.js











/** With what was done at COMMIT. */
function withCommit(observed, late) {
    if (late === null)
        return observed;
    const deeds = withLate(observed.deeds, late);
    return {
        deeds,
        facts: { ...observed.facts, ...reported(deeds), objects: [...observed.facts.objects, ...late.objects] },
    };
}
/**
 * Observes statements one after the other, also those of several scripts. `standing`: what exists before the first; all
 * else is new. Without barriers (a server of one session) the locks of statements outside transactions are not seen.
 */
class Tracer {
    #session;
    #probe;
    #new;
    #barriers;
    /** What was there before the change. */
    #standing;
    /** The last state read: no other session changes a scratch database, so it still holds. Null where it doesn't. */
    #catalog;
    #names = new NameHistory();
    /** Names by oid, as the script found them. */
    #atStart = new Map();
    /** The transaction that is open, as the last look saw it. */
    #last = nothingYet();
    constructor(session, observer, standing, barriers) {
        this.#session = session;
        this.#probe = new StatementProbe(session, observer);
        this.#new = new NewRelations(session, standing);
        this.#barriers = barriers;
        this.#standing = standing;
        this.#catalog = new Map(standing);
        this.#names.update(standing);
    }
    /** Before a script, in no transaction. */
    async begin() {
        this.#last = nothingYet();
        await this.#probe.open();
        this.#atStart = new Map([...(await this.#current())].map(([oid, { name }]) => [oid, name]));
        await this.#new.look(await this.#current(), this.#last);
    }
    /** Something ran that was not observed, or was rolled back. */
    unseen() {
        this.#last = nothingYet();
        this.#catalog = null;
        this.#new.unseen();
    }
    /** Indexes that were left behind unfinished. */
    async invalidIndexes() {
        return invalidIndexes(await this.#current());
    }
    /** The transaction was committed: what was seen of it is over. What code of the change's did at COMMIT; null where there was none. */
    async committed() {
        const last = this.#last;
        if (last.runsAtCommit)
            this.#new.unseen();
        const late = await this.#late();
        await this.#new.look(await this.#current(), last);
        return late;
    }
    async #late() {
        const { runsAtCommit } = this.#last;
        this.#last = nothingYet();
        const old = this.#catalog;
        if (!runsAtCommit || old === null)
            return null;
        const now = await catalog_readCatalog(this.#session);
        this.#catalog = now;
        this.#names.update(now);
        const changes = catalog_changesBetween(old, now).filter(isChange);
        if (changes.length === 0)
            return null;
        const find = tracer_finding(old, changes);
        return {
            locks: this.#taken(impliedLocks(changes), find),
            rewrites: this.#touched(rewrittenBy(changes), find),
            scans: this.#touched(indexedTables(changes), find).filter(({ isTable }) => isTable),
            vanished: vanishedIn(changes, this.#standing),
            objects: differencesOf(changes),
        };
    }
    /** A part of the transaction was rolled back, and its locks with it. What was counted stays counted. */
    async savepointRestored() {
        this.#catalog = null;
        const now = await this.#probe.look();
        this.#last = { ...now, tables: new Map([...this.#last.tables, ...now.tables]) };
    }
    /** Runs a statement inside a transaction, which must still be open after it, and returns what it did. */
    async observe(sql) {
        return (await this.#observe(sql, false)).observed;
    }
    /** Runs a statement in a transaction of its own. */
    async observeAlone(sql) {
        const { observed, refusedCommit } = await this.#observe(sql, true);
        if (refusedCommit) {
            this.unseen();
            return { observed, refusedCommit };
        }
        return { observed: withCommit(observed, await this.committed()), refusedCommit };
    }
    async #observe(sql, alone) {
        const old = await this.#current();
        const identify = this.#names.now();
        this.#session.takeNotices();
        const { before, after, rows, refusedCommit } = await this.#probe.observe(sql, alone);
        const last = this.#last;
        this.#last = { ...after, tables: new Map([...last.tables, ...after.tables]) };
        const changes = changesIn(old, after, rows) ?? catalog_changesBetween(old, await catalog_readCatalog(this.#session));
        const taken = [...after.locks].filter(([key]) => !last.locks.has(key)).map(([, lock]) => lock);
        const objectLocks = [...after.objects].filter(([key]) => !last.objects.has(key)).map(([, lock]) => lock);
        const find = tracer_finding(old, changes);
        const observed = this.#observed(changes, { ...before, tables: last.tables }, after, {
            find,
            identify,
            locks: this.#taken(taken, find),
            keepsLocks: true,
        });
        apply(old, changes);
        this.#new.noteNames(changes);
        if (changes.some(tracer_renames))
            this.#names.update(old);
        const rest = {
            objectLocks,
            durationMs: Math.max(0, after.at - before.at),
            notices: this.#notices(),
            waits: [],
            invalidIndexes: invalidIndexes(old),
        };
        return { observed: { ...observed, facts: { ...observed.facts, ...rest } }, refusedCommit };
    }
    /** Runs a statement outside transactions. */
    async observeOutside(node, sql) {
        const old = await this.#current();
        const identify = this.#names.now();
        const before = await this.#probe.lookOutside();
        this.#session.takeNotices();
        // Nothing of ours comes between, so that the statement's is all that is counted.
        const written = await this.#probe.written();
        const start = performance.now();
        const seen = await this.#withBarriers(node, () => this.#session.query(sql));
        const durationMs = performance.now() - start;
        const notices = this.#notices();
        const counted = tracer_difference(written, await this.#probe.written());
        const after = await this.#probe.lookOutside();
        this.unseen();
        const now = await this.#current();
        const changes = catalog_changesBetween(old, now);
        const find = tracer_finding(old, changes);
        const locks = seen ? this.#taken(seen.locks, find) : this.#implied(node, changes, find);
        const keepsLocks = seen !== null;
        const observed = this.#observed(changes, before, after, { find, identify, locks, keepsLocks });
        this.#new.noteNames(changes);
        await this.#new.look(now, after);
        const rest = {
            objectLocks: [],
            waits: seen?.waits ?? [],
            durationMs,
            notices,
            walBytes: counted ?? observed.facts.walBytes,
        };
        return { ...observed, facts: { ...observed.facts, ...rest, invalidIndexes: invalidIndexes(now) } };
    }
    /** What commits by itself leaves no lock to read: what it changed shows which it must have held. */
    #implied(node, changes, find) {
        if (!(0,ast/* nodeOf */.E7)(node, 'CallStmt') && !(0,ast/* nodeOf */.E7)(node, 'DoStmt'))
            return null;
        const locks = this.#taken(impliedLocks(changes), find);
        return locks.length > 0 ? locks : null;
    }
    async #withBarriers(node, action) {
        const targets = this.#barriers && targets_targetsOf(node);
        const tables = targets ? await resolveTables(this.#session, targets.names) : [];
        if (!targets || tables.length === 0) {
            await action();
            return null;
        }
        return this.#barriers?.observe(this.#session.pid, tables, targets.holderMode, action) ?? null;
    }
    async #current() {
        if (this.#catalog === null) {
            this.#catalog = await catalog_readCatalog(this.#session);
            this.#names.update(this.#catalog);
        }
        return this.#catalog;
    }
    #notices() {
        return this.#session.takeNotices().map(({ severity, message }) => `${severity}: ${message}`);
    }
    #observed(changes, before, after, { find, ...rest }) {
        const hasRowsOf = (oid) => hasRows(find(oid));
        const scanned = scannedBetween(before.tables, after.tables).filter(hasRowsOf);
        const deeds = {
            ...rest,
            scans: this.#touched(scanned, find),
            rewrites: this.#touched(rewrittenBy(changes), find),
            vanished: vanishedIn(changes, this.#standing),
            deleted: deletedBetween(before.tables, after.tables).flatMap(({ oid, rows }) => this.#touched([oid], find).map((one) => ({ ...one, rows }))),
        };
        const nameOf = (oid) => (hasRowsOf(oid) ? (0,schema_objects/* shortName */.EU)(find(oid)?.name ?? '') : undefined);
        const facts = {
            ...reported(deeds),
            rows: writtenBetween(before.tables, after.tables, nameOf),
            objects: differencesOf(changes),
            lockTimeoutMs: before.lockTimeoutMs,
            walBytes: this.#probe.walBetween(before, after),
        };
        return { deeds, facts };
    }
    /** The passing tables of a rewrite have no name any more. */
    #touched(oids, find, mode) {
        return oids.flatMap((oid) => {
            const relation = find(oid);
            if (relation === undefined)
                return [];
            const { name, kind } = relation;
            const was = (0,schema_objects/* shortName */.EU)(this.#atStart.get(oid) ?? name);
            const isMaterializedView = kind === 'm';
            return [
                {
                    oid,
                    name: (0,schema_objects/* shortName */.EU)(name),
                    was,
                    isNew: this.#new.isNew(oid, mode),
                    isTable: tracer_TABLES.has(kind),
                    isMaterializedView,
                    partOf: tracer_parentsOf(relation, find),
                },
            ];
        });
    }
    #taken(locks, find) {
        return locks.flatMap(({ oid, mode }) => this.#touched([oid], find, mode).map((touched) => ({ ...touched, mode })));
    }
}
/** pg_class.relkind of what queries wait for. */
const tracer_TABLES = new Set(['r', 'p', 'm', 'f']);
/** Names of the tables that it is a partition of. */
function tracer_parentsOf({ partOf }, find) {
    const parent = partOf === null ? undefined : find(partOf);
    return parent ? [(0,schema_objects/* shortName */.EU)(parent.name), ...tracer_parentsOf(parent, find)] : [];
}
function tracer_renames({ before, after }) {
    return before?.name !== after?.name;
}
function tracer_finding(old, changes) {
    // The catalog takes over the changes: later queries get the present state.
    const before = new Map(changes.map(({ oid, before, after }) => [oid, before ?? after]));
    return (oid) => (before.has(oid) ? before.get(oid) : old.get(oid));
}
/** Null where either is not known, or the counter was set back. */
function tracer_difference(before, after) {
    return before === null || after === null || after < before ? null : after - before;
}

// EXTERNAL MODULE: ./build/servers/keeper-sql.js
var keeper_sql = __webpack_require__(72968);
// EXTERNAL MODULE: ./build/sql/made-up-roles.js + 1 modules
var made_up_roles = __webpack_require__(34289);
;// CONCATENATED MODULE: ./build/rehearsal/ground/savepoints.js



const savepoints_NAME = 'migration_safety_send';
const SAVE = `SAVEPOINT ${savepoints_NAME}`;
const RELEASE = `RELEASE SAVEPOINT ${savepoints_NAME}`;
/** How many statements are on their way at once: a round trip for each is what a long history costs most. */
const AT_ONCE = 50;
const MOST_CHARACTERS = 1_000_000;
/** Up to the first that is refused. */
async function sendBehindSavepoints(session, statements) {
    // A limit of time holds there for all that is sent at once.
    const atOnce = session.pid === null ? 1 : AT_ONCE;
    let pieces = [];
    let characters = 0;
    const flush = async () => {
        const sent = pieces;
        [pieces, characters] = [[], 0];
        return sent.length === 0 ? null : send(session, sent);
    };
    for (const statement of statements) {
        // What ends a transaction must not be on its way when something before it is refused.
        const alone = statement.kind === 'TransactionStmt';
        if (alone || pieces.length >= atOnce || characters > MOST_CHARACTERS) {
            const refused = await flush();
            if (refused !== null)
                return refused;
        }
        const piece = pieceOf(statement, await sent_textOf(session, statement));
        pieces.push(piece);
        characters += piece.queries.join().length;
        const refused = alone ? await flush() : null;
        if (refused !== null)
            return refused;
    }
    return flush();
}
async function send(session, pieces) {
    const outcomes = await session.queryAll(pieces.flatMap(({ queries }) => queries));
    let at = 0;
    for (const { statement, queries, own } of pieces) {
        const outcome = outcomes[at + own];
        at += queries.length;
        if (!(outcome instanceof servers_server/* PostgresError */.Yj))
            continue;
        const alive = queries.length > 1;
        if (alive)
            await session.queryAll([`ROLLBACK TO SAVEPOINT ${savepoints_NAME}`, RELEASE]);
        return { statement, error: outcome, alive };
    }
    return null;
}
function pieceOf(statement, sql) {
    const { node } = statement;
    switch ((0,ast/* nodeOf */.E7)(node, 'TransactionStmt')?.kind) {
        case undefined:
            // No subtransaction takes it, or it would be forgotten with that.
            if (isAboutTransaction(statement))
                return { statement, queries: [sql], own: 0 };
            return { statement, queries: [SAVE, sql, RELEASE], own: 1 };
        // They take ours along.
        case 'TRANS_STMT_RELEASE':
        case 'TRANS_STMT_ROLLBACK_TO':
            return { statement, queries: [SAVE, sql], own: 1 };
        default:
            return { statement, queries: [sql], own: 0 };
    }
}
/** SET TRANSACTION, and its parameters by their names. */
function isAboutTransaction({ node }) {
    return /^transaction(_|$)/i.test((0,ast/* nodeOf */.E7)(node, 'VariableSetStmt')?.name ?? '');
}

;// CONCATENATED MODULE: ./build/rehearsal/ground/send.js








/** Runs a script without observing it. */
async function runQuietly(session, script, missing, leniency = {}) {
    const sender = new Sender(session, script, missing, leniency);
    return sender.run();
}
class Sender {
    #session;
    #script;
    #missing;
    #leniency;
    /** What can't be run, and is told. */
    #leftOut = new Set();
    constructor(session, script, missing, leniency) {
        this.#session = session;
        this.#script = script;
        this.#missing = missing;
        this.#leniency = leniency;
    }
    async run() {
        const statements = this.#script.statements.filter((statement) => !(0,refuse/* isDumpFrame */.me)(statement));
        for (const block of blocksOf({ ...this.#script, statements })) {
            const obstacle = block.transaction ? await this.#inTransaction(block) : await this.#oneByOne(block.statements);
            if (obstacle !== null)
                return obstacle;
        }
        return null;
    }
    async #oneByOne(statements) {
        for (const statement of statements) {
            if (this.#leftOut.has(statement))
                continue;
            const error = await this.#send(statement);
            const obstacle = error && this.#leaveOut({ statement, error });
            if (obstacle)
                return obstacle;
        }
        return null;
    }
    /** A transaction goes on without what stops it: what was merged has run, whatever it needed. */
    async #inTransaction(block) {
        const { statements, toolBegins, end } = block;
        if (isUndone(block))
            return this.#undone(block);
        // It was merged, and so it ran: its tool was told to begin no transaction, or another one ran it.
        if (statements.some(({ node }) => (0,non_transactional/* nonTransactional */.l)(node)))
            return this.#oneByOne(withoutFrame(statements));
        const unsendable = this.#leaveOutUnsendable(statements);
        if (unsendable !== null)
            return unsendable;
        const setBack = await beforeCommit(this.#session, statements);
        if (toolBegins)
            await this.#session.query('BEGIN');
        for (let rest = statements;;) {
            const refused = await sendBehindSavepoints(this.#session, this.#unsent(rest));
            if (refused === null)
                break;
            if (!refused.alive)
                return this.#again(block, setBack);
            rest = rest.slice(rest.indexOf(refused.statement));
            if (WANTS_COMMIT.has(refused.error.sqlstate)) {
                return (await this.#commits()) ? this.#oneByOne(withoutFrame(rest)) : this.#again(block, setBack);
            }
            const obstacle = this.#leaveOut(refused);
            if (obstacle === null)
                continue;
            await this.#session.query('ROLLBACK');
            return obstacle;
        }
        return end === 'tool' && !(await this.#commits()) ? this.#again(block, setBack) : null;
    }
    /** Nothing of it stays but where sequences stand: what can't be run there is missed by nobody. */
    async #undone({ statements, toolBegins }) {
        if (toolBegins)
            await this.#session.query('BEGIN');
        let rest = statements.filter((statement) => (0,refuse/* refuse */.TR)(statement) === undefined);
        for (;;) {
            const refused = await sendBehindSavepoints(this.#session, rest);
            if (refused === null || !refused.alive)
                break;
            rest = rest.slice(rest.indexOf(refused.statement) + 1);
        }
        await this.#session.query('ROLLBACK');
        return null;
    }
    /** What is for psql, or reaches for the server's files. */
    #leaveOutUnsendable(statements) {
        for (const statement of statements) {
            const reason = (0,refuse/* refuse */.TR)(statement);
            const error = reason === undefined ? null : new servers_server/* PostgresError */.Yj({ message: reason, sqlstate: '' });
            const obstacle = error && this.#leaveOut({ statement, error });
            if (obstacle)
                return obstacle;
        }
        return null;
    }
    /** What the transaction's end refused is sent outside one, from where the transaction began. */
    async #again({ statements }, setBack) {
        await this.#session.query('ROLLBACK');
        await setBack();
        return this.#oneByOne(withoutFrame(statements));
    }
    async #commits() {
        const [outcome] = await this.#session.queryAll(['COMMIT']);
        return !(outcome instanceof servers_server/* PostgresError */.Yj) && outcome?.command === 'COMMIT';
    }
    /** Without those that are never sent, or can't be run. */
    #unsent(statements) {
        return statements.filter((statement) => !this.#leftOut.has(statement));
    }
    async #send(statement) {
        const reason = (0,refuse/* refuse */.TR)(statement);
        if (reason !== undefined)
            return new servers_server/* PostgresError */.Yj({ message: reason, sqlstate: '' });
        try {
            await this.#session.query(await sent_textOf(this.#session, statement));
            return null;
        }
        catch (error) {
            if (!(error instanceof servers_server/* PostgresError */.Yj))
                throw error;
            return error;
        }
    }
    /** Tells of it, and lets the script go on without it; else why it ends here. */
    #leaveOut({ statement, error }) {
        const { path } = this.#script.file;
        const { tolerate = () => false, goOn } = this.#leniency;
        this.#leftOut.add(statement);
        if (this.#missing.has(statement, error) || tolerate(statement, error))
            return null;
        const reason = this.#missing.explain(statement, error);
        const failure = () => failureOf(this.#script, statement, error);
        if (goOn === undefined)
            return reason ? { path, reason } : { path, observation: failure() };
        if (reason === undefined)
            goOn(failure());
        return null;
    }
}
/** What wants an earlier statement committed (a new enum value, pending triggers), or to commit by itself. */
const WANTS_COMMIT = new Set(['25001', '2D000', '55P04', '55006']);
function withoutFrame(statements) {
    return statements.filter(({ kind, node }) => kind !== 'TransactionStmt' || (0,non_transactional/* nonTransactional */.l)(node));
}
function failureOf(script, statement, error) {
    const code = error.sqlstate && ` (SQLSTATE ${error.sqlstate})`;
    const message = `This stands before the change, and Postgres refuses it: ${error.message}${code}.`;
    return observeRefusal('baseline-fails', { script, statement }, error, { message });
}

;// CONCATENATED MODULE: ./build/rehearsal/ground/bootstrap.js
/** What the administrator does before anything of the repository runs: the bootstrap, and extensions. */







const bootstrap_DUPLICATE_OBJECT = '42710';
const bootstrap_INSUFFICIENT_PRIVILEGE = '42501';
/** An administrator that may create databases but no roles: what needs them says so itself. */
const mayNot = ({ sqlstate }) => sqlstate === bootstrap_INSUFFICIENT_PRIVILEGE;
/**
 * Runs the bootstrap as the administrator, and makes extensions. Nothing of the repository has run before: it could put what it
 * likes in an extension's way. Roles that the bootstrap makes go with the database, and migrations may use them.
 */
async function runBootstrap(scratch, { bootstrap, extensions }, missing) {
    if (bootstrap.length + extensions.length === 0)
        return null;
    const session = await scratch.operate();
    try {
        // Another scratch database of this server may have made the role, or another session before.
        const isThere = ({ node }, { sqlstate }) => (0,ast/* nodeOf */.E7)(node, 'CreateRoleStmt') !== undefined && sqlstate === bootstrap_DUPLICATE_OBJECT;
        for (const script of bootstrap) {
            const madeUp = (0,made_up_roles/* makesUpRoles */.k)(script);
            const tolerate = madeUp
                ? (...failure) => isThere(...failure) || mayNot(failure[1])
                : isThere;
            // A block may make them, too.
            const named = rolesMadeBy([script]);
            const before = new Set(await existing(session, named));
            const obstacle = await runQuietly(session, script, missing, { tolerate });
            // Also after a failure: what was made has to go.
            const after = await existing(session, named);
            const ours = after.filter((role) => !before.has(role));
            scratch.madeRoles.push(...ours);
            if (obstacle !== null)
                return obstacle;
            // Made-up roles were not requested: one that was there before may own what has nothing to do with the change.
            for (const role of madeUp ? ours : after)
                await scratch.lend(role);
        }
        await makeExtensions(session, scratch.role, extensions);
        return null;
    }
    finally {
        await session.close();
    }
}
/** What only the administrator may make, or on a managed database everybody. What fails here fails again at its place. */
async function makeExtensions(session, owner, extensions) {
    if (owner === null)
        return;
    for (const { name, schema, version } of extensions) {
        const where = schema === undefined ? (0,keeper_sql/* keeperSql */.Fs) `` : (0,keeper_sql/* keeperSql */.Fs) ` schema ${(0,keeper_sql/* name */.UU)(schema)}`;
        const which = version === undefined ? (0,keeper_sql/* keeperSql */.Fs) `` : (0,keeper_sql/* keeperSql */.Fs) ` version ${(0,keeper_sql/* value */.Uq)(version)}`;
        if (schema !== undefined) {
            await (0,refusal/* refusal */.x)(session.query((0,keeper_sql/* keeperSql */.Fs) `create schema if not exists ${(0,keeper_sql/* name */.UU)(schema)} authorization ${(0,keeper_sql/* name */.UU)(owner)}`));
        }
        await (0,refusal/* refusal */.x)(session.query((0,keeper_sql/* keeperSql */.Fs) `create extension if not exists ${(0,keeper_sql/* name */.UU)(name)}${where}${which} cascade`));
    }
}
async function existing(session, roles) {
    if (roles.length === 0)
        return [];
    await session.query('ROLLBACK');
    const { rows } = await session.query((0,catalog_sql/* catalogSql */.a)('existing roles', roles));
    return rows.map(([name]) => String(name));
}

;// CONCATENATED MODULE: ./build/rehearsal/ground/stage.js












/** Opens a database that holds the baseline. The stage drops it. */
async function openStage(scratch, server, missing) {
    const session = await stage_open(scratch, () => scratch.connect());
    const { multiSession } = server.capabilities;
    const observer = await scratch.observe();
    const barriers = multiSession ? new Barriers(observer, () => scratch.connect()) : null;
    const leave = async () => {
        await barriers?.close();
        await session.close();
        await scratch.drop();
    };
    try {
        await resetSession(session);
        await missing.look(observer);
        const existing = await catalog_readCatalog(session);
        const tracer = new Tracer(session, observer, existing, barriers);
        const tables = stage_tablesOf(existing);
        return { scratch, multiSession, session, tracer, tables, snapshot: null, leave, missing };
    }
    catch (error) {
        await leave();
        throw error;
    }
}
/** Builds bootstrap, baseline and seed in an empty database; what fails there is the result. */
async function layGroundwork(scratch, { bootstrap, scripts, extensions = [] }, missing) {
    const prepared = await runBootstrap(scratch, { bootstrap, extensions }, missing);
    if (prepared !== null)
        return prepared;
    const schemas = new Set(extensions.map(({ schema }) => schema));
    const session = await scratch.connect();
    try {
        let given = await resetSession(session);
        await claimRoles(session, scratch, rolesMadeBy(scripts));
        for (const script of scripts) {
            // One broken script must not hide what the others make: what needs it fails, and is explained.
            await runQuietly(session, script, missing, {
                tolerate(statement, error) {
                    const why = whyLeftOut(statement, error);
                    // Extensions, roles and the schemas of extensions are there: they were made before.
                    const made = /^Create(Extension|Role|Schema)Stmt$/.test(statement.kind);
                    if (why !== undefined && !made)
                        missing.leaveOut(statement, why);
                    return why !== undefined || schemas.has(duplicateSchema(statement, error) ?? '');
                },
                goOn: (failure) => missing.addGap(failure),
            });
            // A dump may leave settings behind, an empty search_path above all.
            await session.query('ROLLBACK');
            given ||= mayChangeLogins(script);
            await (given ? resetSession(session) : resetQuickly(session));
        }
        return null;
    }
    finally {
        await session.close();
    }
}
/** What `layGroundwork` would have left out of a script that an earlier run has run. */
function leaveOutForPsql({ statements }, missing) {
    for (const statement of statements)
        if ((0,refuse/* isForPsql */.gn)(statement))
            missing.leaveOut(statement, 'psql');
}
/** It has run where it was merged: with other rights, or beside psql. */
function whyLeftOut(statement, error) {
    if ((0,refuse/* isForPsql */.gn)(statement))
        return 'psql';
    if (isAboutTablespaces(statement.node))
        return 'tablespaces';
    if (isAdministrators(statement, error))
        return 'owners';
    return error.sqlstate === '42501' ? 'rights' : undefined;
}
function stage_tablesOf(catalog) {
    const tables = [...catalog.values()].filter(({ kind }) => ['r', 'p', 'm', 'f'].includes(kind));
    return new Set(tables.map(({ name }) => (0,schema_objects/* shortName */.EU)(name)));
}
/** Does a first step in a database, which goes where that fails. */
async function stage_open(scratch, step) {
    try {
        return await step();
    }
    catch (error) {
        await scratch.drop();
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/rehearsal/ground/baseline-databases.js
/** The start of every stage of a run: the baseline, taken from an earlier run or built, and copied where that is quicker. */



class BaselineDatabases {
    #server;
    #groundwork;
    #missing;
    #below;
    /** What the stages are copied from. */
    #base = null;
    #worthACopy = false;
    #fromCache = 0;
    /** `below`: what it is laid on, as soon as that has been built. */
    constructor(server, groundwork, missing, below = null) {
        this.#server = server;
        this.#groundwork = groundwork;
        this.#missing = missing;
        this.#below = below;
    }
    /** How many scripts, of these databases and of those below, an earlier run had run. */
    get fromCache() {
        return this.#fromCache;
    }
    /** A database where the change starts; what prevents it is the result. */
    async stage() {
        const scratch = await this.#standing();
        return 'obstacle' in scratch ? scratch : this.#open(scratch);
    }
    /** The same, for the last time: where there is one to copy, it is that one. */
    async lastStage() {
        const base = this.#base;
        if (base === null)
            return this.stage();
        this.#base = null;
        return this.#open(base);
    }
    /** The database that stages are copied from, for others to copy or, if no stage is to follow, to change. */
    async base() {
        if (this.#base === null) {
            const built = await this.#build();
            if ('obstacle' in built)
                return built;
            this.#base = built;
        }
        return this.#base;
    }
    /** Drops what the stages were copied from. They must be gone. */
    async close() {
        await this.#base?.drop();
        this.#base = null;
    }
    async #open(scratch) {
        const stage = await openStage(scratch, this.#server, this.#missing);
        await claimRoles(stage.session, scratch, this.#groundwork.roles ?? []);
        return stage;
    }
    async #standing() {
        const { bootstrap, scripts } = this.#all();
        // An empty database is as quickly made as copied.
        if (bootstrap.length + scripts.length === 0)
            return this.#build();
        const base = await this.base();
        if ('obstacle' in base)
            return base;
        const copy = this.#worthACopy ? await base.copy?.() : null;
        if (copy)
            return copy;
        // The stage gets it itself.
        this.#base = null;
        return base;
    }
    /** From an earlier run, as far as that goes; what is built is kept for the next. */
    async #build() {
        const kept = await this.#resumed();
        const ground = kept ?? (await this.#ground());
        if ('obstacle' in ground)
            return ground;
        const start = performance.now();
        const scratch = kept?.scratch ?? (await this.#lay(ground, this.#missing));
        if ('obstacle' in scratch)
            return scratch;
        const { capabilities, copyMs, keepMs } = this.#server;
        const took = performance.now() - start;
        this.#fromCache = ground.fromCache;
        this.#worthACopy = capabilities.templates && (took > copyMs || kept !== null);
        const isNew = this.#fromCache < this.#all().scripts.length;
        const worthKeeping = isNew && (took > keepMs || kept !== null) && this.#missing.none;
        if (worthKeeping)
            await scratch.keep?.(this.#keys()[0]);
        return scratch;
    }
    /** What an earlier run kept of these databases, and not of those below, with the rest laid on it. */
    async #resumed() {
        const { scripts } = this.#all();
        const keys = this.#keys();
        const own = this.#below === null ? keys : keys.slice(0, this.#groundwork.scripts.length);
        const kept = await this.#server.kept?.(own);
        if (!kept)
            return null;
        const { scratch, key } = kept;
        const fromCache = scripts.length - keys.indexOf(key);
        const ground = { scratch, rest: { bootstrap: [], scripts: scripts.slice(fromCache) }, fromCache };
        const missing = this.#missing.another();
        const laid = await this.#lay(ground, missing);
        if ('obstacle' in laid)
            return null;
        if (!missing.none) {
            // The rest may rely on more than the database, such as what a session remembers: then from the beginning.
            await scratch.drop();
            return null;
        }
        for (const script of scripts)
            leaveOutForPsql(script, this.#missing);
        return ground;
    }
    async #ground() {
        const below = this.#below;
        const scratch = below === null ? await this.#server.createScratch() : await below.#standing();
        if ('obstacle' in scratch)
            return scratch;
        return { scratch, rest: this.#groundwork, fromCache: below?.fromCache ?? 0 };
    }
    async #lay({ scratch, rest }, missing) {
        try {
            // The role that applied it to production wasn't stopped by a policy.
            const obstacle = await scratch.pastRowSecurity(() => layGroundwork(scratch, rest, missing));
            if (obstacle === null)
                return scratch;
            await scratch.drop();
            return { obstacle };
        }
        catch (error) {
            await scratch.drop();
            throw error;
        }
    }
    #keys() {
        return (0,keys/* groundworkKeys */.r)(this.#all());
    }
    #all() {
        const { bootstrap, scripts, extensions = [] } = this.#groundwork;
        const below = this.#below === null ? { bootstrap: [], scripts: [] } : this.#below.#all();
        return {
            bootstrap: [...below.bootstrap, ...bootstrap],
            extensions: [...(below.extensions ?? []), ...extensions],
            scripts: [...below.scripts, ...scripts],
        };
    }
}

;// CONCATENATED MODULE: ./build/rehearsal/ground/role-paths.js
const ALTERED = /\balter\s+(?:role|user)\s+("(?:[^"]|"")+"|[\w$]+)\s+(?:in\s+database\s+\S+\s+)?set\s+search_path\s*(?:=|\bto\b)\s*([^;]+)/gi;
const role_paths_MISSED = /^(?:relation|type|function|procedure) "?(?:([\w$]+)\.)?([\w$]+)"?(?:\(.*\))? does not exist$/;
const SAID_OF_ITSELF = /^(current_user|current_role|session_user)$/i;
/** Why a name may be missing here that the path of a role finds: another schema holds it, or would. */
function explainByRolePath(before, { message }) {
    const [, schema, name] = role_paths_MISSED.exec(message) ?? [];
    if (name === undefined)
        return undefined;
    for (const { file, sql } of before) {
        for (const { 1: role = '', 2: path = '', index } of sql.matchAll(ALTERED)) {
            if (SAID_OF_ITSELF.test(role))
                continue;
            const schemas = path.split(',').map((part) => part.trim().replace(/^["']|["']$/g, ''));
            const homes = schemas.filter((home) => home !== 'public' && (schema === undefined || home === schema));
            const found = homes.some((home) => role_paths_names(before, schema === undefined ? home : undefined, name));
            if (!found)
                continue;
            const line = sql.slice(0, index).split('\n').length;
            return `it may need the search_path that ${file.path}:${line} gives the role ${role}, and nobody knows here whether migrations run as that role: ALTER DATABASE … SET search_path in a bootstrap file gives it to all`;
        }
    }
    return undefined;
}
/** Whether a script names an object, in a schema or without one. */
function role_paths_names(scripts, schema, name) {
    const qualified = schema === undefined ? '(?<!\\.)' : `\\b${literally(schema)}"?\\s*\\.\\s*"?`;
    const pattern = new RegExp(`${qualified}(?<![\\w$])${literally(name)}(?![\\w$])`, 'i');
    return scripts.some(({ sql }) => pattern.test(sql));
}
function literally(text) {
    return text.replaceAll(/[^\w]/g, '\\$&');
}

;// CONCATENATED MODULE: ./build/rehearsal/ground/missing-extension.js




/** The PostGIS of the images for older servers; that of newer ones is 3.6. */
const POSTGIS = { 15: '3.5', 16: '3.5', 17: '3.5' };
/** Which image has what. */
const IMAGES = [
    [/^(postgis|address_standardizer)/, (major) => `postgis/postgis:${major}-${POSTGIS[major] ?? '3.6'}`],
    [/^vector$/, (major) => `pgvector/pgvector:pg${major}`],
    [/^timescaledb/, (major) => `timescale/timescaledb:latest-pg${major}`],
    [/^pgrouting$/, () => 'pgrouting/pgrouting'],
    [/^citus/, () => 'citusdata/citus'],
    [/^pg_search$/, (major) => `paradedb/paradedb:latest-pg${major}`],
    [/^age$/, () => 'apache/age'],
    [
        // What comes with PostgreSQL itself.
        /^(adminpack|amcheck|auto_explain|bloom|btree_gi[ns]t?|citext|cube|dblink|dict_\w+|earthdistance|file_fdw|fuzzystrmatch|hstore|intarray|isn|lo|ltree|moddatetime|pageinspect|pg_\w+|pgcrypto|pgrowlocks|pgstattuple|postgres_fdw|refint|seg|sslinfo|tablefunc|tcn|tsm_\w+|unaccent|uuid-ossp|xml2)$/,
        (major) => `postgres:${major}`,
    ],
];
/** Extensions by the name `pg_…` that don't come with PostgreSQL, and that no image of their own has. */
const ELSEWHERE = /^(pg_cron|pg_partman|pg_repack|pg_hint_plan|pg_ivm|pg_jsonschema|pg_net|pg_graphql|pg_uuidv7)$/;
/** What fails because an extension is missing: a type, function, table, schema or column that it would have made. */
const CONSEQUENCES = new Set(['42704', '42883', '42P01', '3F000', '42703', '25P02']);
const FOREIGN_KEY_VIOLATION = '23503';
/** The extension that the server says it doesn't have, or that only a superuser may create. */
function missingExtension({ node, sql }, { sqlstate, message }, available = new Set()) {
    if (sqlstate === '42501')
        return (0,ast/* nodeOf */.E7)(node, 'CreateExtensionStmt')?.extname;
    if (sqlstate !== '58P01' && sqlstate !== '0A000')
        return undefined;
    const said = /extension "([^"]+)" is not available|extension control file ".*\/([^/"]+)\.control"/.exec(message);
    if (said === null)
        return undefined;
    const name = said[1] ?? said[2] ?? '';
    if (available.has(name))
        return undefined;
    // Whatever else says so may have made it up.
    const asksFor = new RegExp(`\\bextension\\b[^;]*\\b${name.replaceAll(/[^\w]/g, '.')}\\b`, 'i');
    return ((0,ast/* nodeOf */.E7)(node, 'CreateExtensionStmt')?.extname ?? (/\braise\b/i.test(sql) || !asksFor.test(sql) ? undefined : name));
}
const HELP = 'name an SQL file that does this in the setting bootstrap, which the administrator runs first, or set superuser: true where production applies migrations as a superuser';
/** Why it is no part of a rehearsal. */
const ADMINISTRATORS = `it needs rights that the rehearsal’s role doesn’t have: ${HELP}`;
const NO_TABLESPACE = 'this server does not have production’s tablespaces, and everything lies in the database’s own: a bootstrap file can make them';
const NOT_ALLOWED = `only a superuser may create it: ${HELP}`;
const NO_SUCH_ROLE = /^role "[^"]+" does not exist$/;
/** Collects what one server lacks, or doesn't let the rehearsal do. Each is said once. */
class MissingExtensions {
    #server;
    #names = new Map();
    #leftOut = [];
    #gaps = [];
    #failed = [];
    /** Why roles may be missing that the change makes. */
    #withoutRoles;
    /** Extensions that the server could make. */
    #available;
    /** Migrations before the change that were not run: they are not SQL. */
    #unread;
    /** The first of them that something wanted. */
    #wantedUnread;
    #before;
    /** Where psql would run before the change what nobody knows here. */
    #unfollowed;
    constructor(server, unread = [], before = []) {
        this.#server = server;
        this.#unread = unread;
        this.#before = before;
        const script = before.find(({ unfollowed = [] }) => unfollowed.length > 0);
        this.#unfollowed = script && `${script.file.path}:${script.unfollowed?.[0]}`;
    }
    /** A collection of its own for the same server and change. */
    another() {
        return new MissingExtensions(this.#server, this.#unread, this.#before);
    }
    /** Asks once what the server could make: no SQL can say so of it. */
    async look(observer) {
        if (this.#available !== undefined)
            return;
        const { rows } = await observer.read((0,catalog_sql/* catalogSql */.a)('available extensions'));
        this.#available = new Set(rows.map(([name]) => String(name)));
    }
    /** Did the statement fail because it makes an extension that isn't there? */
    has(statement, error) {
        const name = missingExtension(statement, error, this.#available);
        if (name !== undefined)
            this.#names.set(name, error.sqlstate === '42501' ? 'not allowed' : 'not there');
        return name !== undefined || this.#isAbout(statement);
    }
    /** Why the statement may have failed without being wrong: something isn't there, or only administrators may do it. */
    explain(statement, error) {
        if (this.has(statement, error))
            return this.#wantsExtension();
        if (error.sqlstate === '42501' && isAdministrators(statement, error)) {
            const why = `line ${statement.location.line} needs rights that the rehearsal’s role doesn’t have: ${HELP}`;
            this.#withoutRoles ??= why;
            return why;
        }
        if (this.#withoutRoles !== undefined && NO_SUCH_ROLE.test(error.message))
            return this.#withoutRoles;
        const [gap] = this.#gaps;
        // Rows that refer to what was not written before the change.
        const lacksRows = error.sqlstate === FOREIGN_KEY_VIOLATION && gap !== undefined;
        if (!CONSEQUENCES.has(error.sqlstate) && !lacksRows)
            return undefined;
        if (lacksTablespace(statement, error))
            return NO_TABLESPACE;
        const path = explainByRolePath(this.#before, error);
        if (path !== undefined)
            return path;
        const [failed] = this.#failed;
        if (failed !== undefined)
            return `it may need ${failed}, which comes before it and does not apply`;
        if (gap)
            return `it may need what fails before it, in ${gap.finding.path}:${gap.finding.line}`;
        if (this.#names.size > 0)
            return this.#wantsExtension();
        this.#wantedUnread ??= this.#unread.find(({ text }) => namesOne(text, error))?.path;
        if (this.#wantedUnread !== undefined)
            return `it may need what ${this.#wantedUnread} makes, which is not SQL and was not run: a dump of the schema (baseline) has it`;
        if (this.#unfollowed !== undefined)
            return `it may need what psql would run at ${this.#unfollowed}, which nobody knows here: a dump of the schema (baseline) has it`;
        const leftOut = [...this.#leftOutFor('rights'), ...this.#leftOutFor('owners')];
        const powerful = leftOut.find(({ sql }) => namesOne(sql, error));
        return powerful && `it may need what ${missing_extension_placeOf(powerful)} makes, which needs an administrator’s rights: ${HELP}`;
    }
    /** A statement before the change failed: what it would have made is missing. */
    addGap(failure) {
        const { path, start } = failure.at;
        const known = this.#gaps.some(({ at }) => at.path === path && at.start === start);
        if (!known)
            this.#gaps.push(failure);
    }
    /** A migration of the change did not apply: what it would have made is missing in those after it. */
    addFailed(path) {
        this.#failed.push(path);
    }
    /** What failed first before the change: an error where something of the change could not be rehearsed for it. */
    gaps(inTheWay) {
        const [first, ...others] = this.#gaps;
        if (first === undefined)
            return [];
        const { finding } = first;
        const more = others.length > 0
            ? ` So it does with ${others.length} more ${others.length === 1 ? 'statement' : 'statements'} before the change.`
            : '';
        const outcome = inTheWay ? ' What needs it was not rehearsed.' : ' The change was rehearsed without it.';
        const severity = inTheWay ? finding.severity : 'info';
        return [{ ...first, finding: { ...finding, severity, message: `${finding.message}${more}${outcome}` } }];
    }
    /** A statement before the change was left out: it is an administrator's, or psql's. */
    leaveOut(statement, why) {
        this.#leftOut.push({ statement, why });
    }
    #leftOutFor(wanted) {
        return this.#leftOut.flatMap(({ statement, why }) => (why === wanted ? [statement] : []));
    }
    /** Whether the database before the change has all that its scripts would make, as far as can be read from them. */
    get none() {
        if (this.#wantedUnread !== undefined)
            return false;
        return this.#names.size === 0 && this.#gaps.length === 0 && this.#leftOut.every(({ why }) => why === 'psql');
    }
    #wantsExtension() {
        return `it may need ${[...this.#names.keys()].join(', ')}, which this server does not have or lets only a superuser create`;
    }
    get notChecked() {
        const extensions = [...this.#names].map(([name, why]) => ({
            check: `extension ${name}`,
            reason: why === 'not allowed' ? NOT_ALLOWED : adviceFor(name, this.#server),
        }));
        return [...extensions, ...this.#leftOutNotes()];
    }
    #leftOutNotes() {
        const note = (check, statements, why) => statements.length === 0 ? [] : [{ check, reason: `${placesOf(statements)} left out: ${why}` }];
        return [
            ...note('psql’s commands and rows before the change', this.#leftOutFor('psql'), 'they stand beside the SQL'),
            ...note('statements before the change that need more rights', this.#leftOutFor('rights'), HELP),
            ...note('statements of administrators before the change', this.#leftOutFor('owners'), 'they are about owners, roles and event triggers, and the role that rehearses owns nothing but its database'),
            ...note('tablespaces before the change', this.#leftOutFor('tablespaces'), NO_TABLESPACE),
        ];
    }
    /** COMMENT ON EXTENSION, as dumps have it. */
    #isAbout({ node }) {
        const comment = (0,ast/* nodeOf */.E7)(node, 'CommentStmt');
        if (comment?.objtype !== 'OBJECT_EXTENSION')
            return false;
        return this.#names.has((0,ast/* nodeOf */.E7)(comment.object, 'String')?.sval ?? '');
    }
}
/** Whether SQL holds one of the names that Postgres misses. */
function namesOne(sql, { message }) {
    const missed = [...message.matchAll(/"([^"]+)"|(?:function|type) ([\w.]+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
    const words = new Set(sql.toLowerCase().split(/[^\p{L}\p{N}_$]+/u));
    return missed.some((name) => words.has((name.split('.').at(-1) ?? name).toLowerCase()));
}
function missing_extension_placeOf({ location: { path, line } }) {
    return `${path}:${line}`;
}
/** The first place, and how many more. */
function placesOf(statements) {
    const places = [...new Set(statements.map(missing_extension_placeOf))];
    return places.length > 1 ? `${places[0]} and ${places.length - 1} more were` : `${places[0]} was`;
}
function adviceFor(name, { version, major }) {
    const image = ELSEWHERE.test(name) ? undefined : IMAGES.find(([names]) => names.test(name))?.[1](major);
    const use = image === undefined ? 'an image that has it' : `the image ${image}`;
    return `PostgreSQL ${version} here does not have it: rehearse on a service container with ${use}`;
}

// EXTERNAL MODULE: ./build/sql/versions.js
var versions = __webpack_require__(68366);
;// CONCATENATED MODULE: ./build/rehearsal/ground/statistics/restore.js
/** Gives the scratch database's tables production's statistics, so that the planner decides as it does there. */





/**
 * Works as the change's role, which owns the tables. Tables that aren't here are left out. The planner multiplies rows per page
 * by the pages that there are, so a table must hold a row to count: it is left as it is otherwise.
 */
async function restoreStatistics({ session, scratch }, major, file) {
    const tables = [];
    for (const table of file.tables)
        if (await restoreTable(session, scratch, major, table))
            tables.push(restore_shown(table));
    if (!(0,versions/* has */.zy)('restoresStatistics', major)) {
        const reason = `PostgreSQL ${major} takes over how many rows there are, not how their values are spread (${(0,versions/* firstWith */.nl)('restoresStatistics')} and later do)`;
        return { tables, notChecked: reason };
    }
    if (!file.withValues) {
        return { tables, notChecked: 'the statistics hold no values: plans for values that are common or rare may differ' };
    }
    return { tables };
}
async function restoreTable(session, scratch, major, table) {
    const name = `${(0,quote/* ident */.b)(table.schema)}.${(0,quote/* ident */.b)(table.table)}`;
    const { rows } = await session.query((0,catalog_sql/* catalogSql */.a)('pages', name));
    const [pages = 0, relation] = [Number(rows[0]?.[0] ?? 0), rows[0]?.[1]];
    if (pages === 0 || !relation)
        return false;
    try {
        // Otherwise autovacuum would count for itself.
        await session.query(`ALTER TABLE ${name} SET (autovacuum_enabled = false)`);
        if (!(0,versions/* has */.zy)('restoresStatistics', major)) {
            await scratch.setRowEstimate(relation, table.rows, pages);
            return true;
        }
        await session.query(`SELECT pg_catalog.pg_restore_relation_stats('schemaname', ${(0,quote/* literal */.e)(table.schema)}, 'relname', ${(0,quote/* literal */.e)(table.table)},
      'relpages', ${pages}::integer, 'reltuples', ${table.rows}::real)`);
        for (const [column, statistics] of Object.entries(table.columns)) {
            await session.query(attributeSql(table, column, statistics));
        }
        return true;
    }
    catch (error) {
        if (error instanceof servers_server/* PostgresError */.Yj)
            return false;
        throw error;
    }
}
function attributeSql({ schema, table }, column, statistics) {
    const { mostCommonValues, mostCommonFrequencies, histogramBounds, correlation } = statistics;
    const parts = [
        `'schemaname', ${(0,quote/* literal */.e)(schema)}, 'relname', ${(0,quote/* literal */.e)(table)}, 'attname', ${(0,quote/* literal */.e)(column)}, 'inherited', false`,
        `'null_frac', ${statistics.nullFraction}::real, 'avg_width', ${statistics.averageWidth}::integer, 'n_distinct', ${statistics.distinct}::real`,
        correlation === null ? '' : `'correlation', ${correlation}::real`,
        mostCommonValues && mostCommonFrequencies
            ? `'most_common_vals', ${(0,quote/* literal */.e)(mostCommonValues)}, 'most_common_freqs', ${(0,quote/* literal */.e)(mostCommonFrequencies)}::real[]`
            : '',
        histogramBounds ? `'histogram_bounds', ${(0,quote/* literal */.e)(histogramBounds)}` : '',
    ];
    return `SELECT pg_catalog.pg_restore_attribute_stats(${parts.filter((part) => part !== '').join(', ')})`;
}
function restore_shown({ schema, table }) {
    return (0,schema_objects/* shortName */.EU)(`${schema}.${table}`);
}

;// CONCATENATED MODULE: ./build/rehearsal/ground/statistics/take-over.js


/** Production's statistics, for the tables that hold a row. */
async function takeOverStatistics(stage, server, statistics, rehearsal) {
    const { tables, notChecked } = await restoreStatistics(stage, server.major, statistics);
    const none = tables.length === 0 ? 'no table of theirs holds a row here: name a seed file' : notChecked;
    if (none)
        rehearsal.notChecked.push({ check: 'production’s statistics', reason: none });
}
/** The user's tables only: the system's catalogs take longer than all of them. */
async function analyze({ session }) {
    const { rows } = await session.query((0,catalog_sql/* catalogSql */.a)('user tables'));
    const tables = rows[0]?.[0];
    if (tables)
        await session.query(`ANALYZE ${tables}`);
}

;// CONCATENATED MODULE: ./build/rehearsal/ground/tablespaces.js



/** One note for each. */
async function tablespaceNotes(session, scripts) {
    const places = new Map();
    for (const statement of scripts.flatMap(({ statements }) => statements)) {
        const { path, line } = statement.location;
        for (const name of tablespacesIn(statement))
            places.set(name, [...(places.get(name) ?? []), `${path}:${line}`]);
    }
    if (places.size === 0)
        return [];
    const missing = await missingTablespaces(session, [...places.keys()]);
    return [...missing].map((name) => {
        const [first, ...more] = new Set(places.get(name));
        const where = more.length > 0 ? `${first} and ${more.length} more were` : `${first} was`;
        return { check: `tablespace ${name}`, reason: `${where} run without it: ${NO_TABLESPACE}` };
    });
}

;// CONCATENATED MODULE: ./build/rehearsal/look-again.js
/** What a migration broke is tried once more where the whole change has been applied: a later migration may have mended it. */

class LookAgain {
    #looks = [];
    #working = new Map();
    /** By the path of a script, what it broke and works at the end. */
    get working() {
        return this.#working;
    }
    /** To be tried on this very stage, and on no other. */
    add(stage, broken, again) {
        this.#looks.push(...again.map((one) => ({ ...broken, stage, again: one })));
    }
    /** `last`: the migration that has just been applied there, and that none follows. */
    async atEnd(stage, last) {
        for (const { index, path, stage: its, again } of this.#looks) {
            if (its !== stage || index >= last)
                continue;
            const works = this.#working.get(path) ?? new Set();
            for (const word of await again().catch(nothingIfRefused))
                works.add(word);
            this.#working.set(path, works);
        }
    }
}
/** A later migration may have changed the database so that a query of ours fails: then nothing is known to be mended. */
function nothingIfRefused(error) {
    if (error instanceof servers_server/* PostgresError */.Yj)
        return new Set();
    throw error;
}

// EXTERNAL MODULE: ./build/rehearsal/not-rehearsed.js
var not_rehearsed = __webpack_require__(18075);
;// CONCATENATED MODULE: ./build/rehearsal/run/trace/timeline.js
/**
 * One entry for each lock that others could have waited for: from the statement that took it to the end of its transaction.
 * `later`: what ran after it over the same connection.
 */
function lockTimeline(ran, later = []) {
    return ran.flatMap(({ report, transaction }, index) => {
        const rest = [...ran.slice(index), ...later].filter((other) => other.transaction === transaction);
        const last = rest.at(-1)?.report ?? report;
        const ends = { until: last.endLine, ...(last.path !== report.path && { untilPath: last.path }) };
        const heldMs = rest.reduce((sum, other) => sum + other.report.durationMs, 0);
        const { role, path, line } = report;
        return (report.locks ?? [])
            .filter(({ blocks, isNew }) => blocks.length > 0 && !isNew)
            .map((lock) => ({ ...lock, role, path, transaction, from: line, ...ends, heldMs }));
    });
}

;// CONCATENATED MODULE: ./build/rehearsal/proofs/schema-run.js






const SCHEMA_PROOFS = PROOFS.filter((proof) => proof.on === 'schema').sort((a, b) => Number(a.last ?? false) - Number(b.last ?? false));
/** The first looks, before the migration. */
async function beginSchemaProofs(scene) {
    const begun = new Map();
    for (const proof of SCHEMA_PROOFS)
        begun.set(proof, await proof.begin?.(scene));
    return begun;
}
/** Of a migration that did not come to its end, only that is shown. */
function showApplied(report) {
    return withOutcome(report, applied, applied.show({ report }));
}
/** The second looks, where the migration was applied. */
async function showSchemaProofs(scene, { run, after, report: bare }, begun, witness) {
    const observations = [];
    const again = [];
    let report = bare;
    let clean = true;
    let ended = false;
    const { up, down } = scene.migration;
    const unfollowed = up.unfollowed ?? [];
    const stopped = [...run.failures, ...run.leftOut].map(({ statement }) => statement.location.line);
    const refused = [...stopped, ...unfollowed, ...(down?.unfollowed ?? [])];
    for (const proof of SCHEMA_PROOFS) {
        const at = {
            ...scene,
            ...{ run, after, report },
            endSession() {
                ended = true;
                clean = false;
            },
            spoil() {
                clean = false;
            },
            ran(script, its) {
                const statements = [...report.statements.filter(({ role }) => role !== script.role), ...its.reports];
                report = { ...report, statements, lockTimeline: [...report.lockTimeline, ...lockTimeline(its.ran)] };
                observations.push(...hazards({ script, ...its }));
                witness.ran(script, its);
            },
            rolledBack(schema) {
                if (refused.length === 0)
                    witness.rolledBack(scene.migration, { before: scene.before, rolledBack: schema });
            },
        };
        const shown = ended ? STOPPED : await proof.show(at, begun.get(proof));
        const outcome = shown && ofNothing(shown, run);
        if (outcome === null)
            continue;
        observations.push(...(outcome.observations ?? []));
        if (outcome.again && outcome.status === 'failed')
            again.push(outcome.again);
        report = withOutcome(report, proof, notAsSent(outcome, proof === applied ? unfollowed : refused));
    }
    return { report, observations, clean, again };
}
/** Of a migration without statements nothing is shown, however well that goes. */
function ofNothing(outcome, { reports }) {
    if (reports.length > 0 || outcome.status !== 'proven')
        return outcome;
    return { ...outcome, status: 'not checked', reason: 'no-statement', detail: 'the migration holds no statement' };
}
const STOPPED = notChecked('stopped', 'a validation query had to be stopped, and the session with it');

;// CONCATENATED MODULE: ./build/rehearsal/queries/redundant.js






/** To be called where the migration has been applied. Asks only where it made an index. */
async function redundantIndexes(observer, made) {
    const fresh = new Set(freshIndexes(made));
    if (fresh.size === 0)
        return [];
    const { rows } = await observer.read((0,catalog_sql/* catalogSql */.a)('redundant indexes', [...fresh]));
    const pairs = rows.flatMap(([table, spare, serving]) => table && spare && serving ? [{ table, spare, serving }] : []);
    return sparePairs(pairs, fresh, madeAt(made)).flatMap((one) => redundant(made, one));
}
/**
 * Each spare index once, beside one that stays: of indexes that all do the same, one stays, the old one before a new one and the
 * first that was made before those after it. Pure.
 */
function sparePairs(pairs, fresh, madeAt) {
    const isPair = new Set(pairs.map(({ spare, serving }) => `${spare} ${serving}`));
    const goesBefore = (a, b) => fresh.has(a) !== fresh.has(b) ? fresh.has(b) : madeAt(a) !== madeAt(b) ? madeAt(a) < madeAt(b) : a < b;
    const leaves = ({ spare, serving }) => !isPair.has(`${serving} ${spare}`) || goesBefore(serving, spare);
    const spares = new Set(pairs.filter(leaves).map(({ spare }) => spare));
    return [...spares].flatMap((spare) => {
        const [stays] = pairs
            .filter((pair) => pair.spare === spare && !spares.has(pair.serving))
            .sort((a, b) => (goesBefore(a.serving, b.serving) ? -1 : 1));
        return stays ? [{ ...stays, isNew: fresh.has(spare) }] : [];
    });
}
/** Which of the script's statements made an index; all that were there before come first. */
function madeAt({ reports }) {
    return (index) => reports.findIndex((report) => redundant_makes(report, index));
}
function redundant_makes({ objects }, index) {
    return objects.some((one) => one.change === 'extra' && (0,schema_objects/* lastName */.UK)(one.name) === (0,schema_objects/* lastName */.UK)(index));
}
/** A constraint's index has its name. */
function freshIndexes({ before, after }) {
    return [...after].flatMap(([key, { kind, name, table }]) => {
        if (before.has(key) || (kind !== 'index' && kind !== 'constraint'))
            return [];
        return kind === 'index' ? [name] : [`${table?.slice(0, table.indexOf('.'))}.${(0,schema_objects/* lastName */.UK)(name)}`];
    });
}
function redundant({ up, reports }, { table, spare, serving, isNew }) {
    const name = isNew ? spare : serving;
    const statement = up.statements[reports.findIndex((report) => redundant_makes(report, name))] ?? up.statements.at(-1);
    if (statement === undefined)
        return [];
    const message = isNew
        ? `The new index ${(0,sql_words/* code */.a)((0,schema_objects/* lastName */.UK)(spare))} of ${(0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(table))} does nothing that ${(0,sql_words/* code */.a)((0,schema_objects/* lastName */.UK)(serving))} doesn’t do.`
        : `The new index ${(0,sql_words/* code */.a)((0,schema_objects/* lastName */.UK)(serving))} of ${(0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(table))} does all that ${(0,sql_words/* code */.a)((0,schema_objects/* lastName */.UK)(spare))} does, which becomes redundant.`;
    const drop = `DROP INDEX CONCURRENTLY ${(0,schema_objects/* shortName */.EU)(spare).split('.').map(ast/* quoteIdentifier */.Cm).join('.')};`;
    const proof = 'Compared in pg_index after the migration: keys, operator classes, collations, directions, predicates';
    const help = isNew
        ? 'Leave the new index out.'
        : `Drop the old one in a later migration, once no plan uses it:\n${drop}`;
    const cause = `${isNew ? 'new' : 'old'} beside ${serving}`;
    const told = { message, proof, help, cause, ...(isNew && { facts: [(0,fact/* hazard */.vl)('redundant index', spare)] }) };
    return [observe('index-made-redundant', up, statement, told)];
}

;// CONCATENATED MODULE: ./build/rehearsal/run/hazards/invalid-indexes.js


/** `before`: those that were so before it, which is none of its doing. Each is named where the script failed, or ends. */
function leftInvalid(up, { reports }, before) {
    const last = reports.findLast(({ status }) => status !== 'skipped');
    const failedAt = reports.findIndex(({ status }) => status === 'failed');
    const statement = up.statements[failedAt] ?? up.statements.at(-1);
    return (last?.invalidIndexes ?? [])
        .filter((name) => !before.has(name))
        .map((name) => observe('invalid-index', up, statement, {
        message: `The migration leaves the invalid index ${(0,sql_words/* code */.a)(name)} behind.`,
        proof: `pg_index.indisvalid is false for ${(0,sql_words/* code */.a)(name)} after the migration`,
        help: `Drop it and build it again:\nDROP INDEX CONCURRENTLY ${name};`,
    }));
}

;// CONCATENATED MODULE: ./build/rehearsal/run/hazards/unvalidated.js






/** `introduced`: what each migration left unvalidated; `final`: how the whole change ends. */
function leftUnvalidated(introduced, final) {
    return introduced.flatMap(({ up, reports, keys }) => keys.flatMap((key) => {
        const entry = final.get(key);
        if (entry === undefined || !isUnvalidated(entry) || isInherited(entry, final))
            return [];
        const adds = ({ objects }) => objects.some(({ kind, name }) => kind === 'constraint' && name === (0,schema_objects/* shortName */.EU)(entry.name));
        const place = up.statements[reports.findIndex(adds)] ?? up.statements.at(-1);
        if (place === undefined)
            return [];
        const name = entry.parts.at(-1) ?? entry.name;
        const table = (0,schema_objects/* shortName */.EU)(entry.table ?? '');
        const message = `The migration leaves the constraint ${(0,sql_words/* code */.a)(name)} of ${(0,sql_words/* code */.a)(table)} unvalidated. It holds for new rows only.`;
        const help = `Validate it in a later migration:\nALTER TABLE ${relationSql(entry.tableParts ?? [])} VALIDATE CONSTRAINT ${sqlName(name)};`;
        const proof = 'pg_constraint.convalidated is false after the change';
        return [observe('constraint-not-validated', up, place, { message, proof, help })];
    }));
}
/** A parent of its table has it, too: to validate that one validates this. */
function isInherited({ parts, tableParts }, final) {
    const parents = listOf(final.get(keyOf('table', tableParts ?? []))?.facts ?? {}, 'inherits');
    return parents.some((parent) => {
        const its = final.get(keyOf('constraint', [...JSON.parse(parent), parts.at(-1) ?? '']));
        return its !== undefined && isUnvalidated(its);
    });
}
/** The constraints that are unvalidated after a migration and were not so before. */
function newlyUnvalidated(before, after) {
    const was = whatItWas(before);
    return [...after].filter(([, entry]) => isUnvalidated(entry) && !wasSo(was(entry))).map(([key]) => key);
}
function wasSo(entry) {
    return entry !== undefined && isUnvalidated(entry);
}

;// CONCATENATED MODULE: ./build/rehearsal/run/together.js





/** One result for each script, in order. */
async function runTogether(session, scripts, tracer, excuse) {
    const { script, originals } = joined(scripts);
    const run = await runScript(session, script, tracer, (statement, error) => excuse(originals.get(statement) ?? statement, error));
    return apart(run, scripts, originals);
}
/** One script of all, with their statements counted anew. */
function joined(scripts) {
    const originals = new Map();
    for (const statement of scripts.flatMap(({ statements }) => statements)) {
        originals.set({ ...statement, index: originals.size }, statement);
    }
    return { script: { ...scripts[0], statements: [...originals.keys()] }, originals };
}
function apart(run, scripts, originals) {
    const original = (one) => ({
        ...one,
        statement: originals.get(one.statement) ?? one.statement,
    });
    const failures = run.failures.map(original);
    const ran = run.ran.map(original);
    const asSent = run.complete && !run.madeToRun && failures.length === 0;
    return scripts.map(({ statements }, at) => {
        const own = new Set(statements);
        const earlier = new Set(scripts.slice(0, at).flatMap((script) => script.statements));
        const its = failures.filter(({ statement }) => own.has(statement));
        const undone = asSent ? undoneBy(scripts, at) : undefined;
        if (!asSent || undone)
            return { failures: [...its, ...(undone ?? [])] };
        const first = earlierCount(scripts, at);
        const whole = {
            reports: run.reports.slice(first, first + statements.length),
            ran: ran.filter(({ statement }) => own.has(statement)),
            earlier: ran.filter(({ statement }) => earlier.has(statement)),
            later: ran.filter(({ statement }) => !own.has(statement) && !earlier.has(statement)),
        };
        return { failures: its, whole };
    });
}
/** What a ROLLBACK in a later script makes of a script whose transaction it ends. */
function undoneBy(scripts, at) {
    const { leaves, statements } = scripts[at];
    const statement = statements.at(-1);
    if (leaves.kind === 'none' || statement === undefined)
        return undefined;
    const later = scripts.slice(at + 1).flatMap((script) => script.statements);
    const end = later.find(({ node }) => together_ENDS.has((0,ast/* nodeOf */.E7)(node, 'TransactionStmt')?.kind ?? ''));
    if (end === undefined || (0,ast/* nodeOf */.E7)(end.node, 'TransactionStmt')?.kind !== 'TRANS_STMT_ROLLBACK')
        return undefined;
    const message = `the ROLLBACK in ${(0,positions/* lineOf */.cA)(end, statement)} undoes all of the file`;
    return [{ statement, error: new servers_server/* PostgresError */.Yj({ message, sqlstate: '' }) }];
}
const together_ENDS = new Set(['TRANS_STMT_COMMIT', 'TRANS_STMT_ROLLBACK', 'TRANS_STMT_PREPARE']);
function earlierCount(scripts, at) {
    return scripts.slice(0, at).reduce((sum, { statements }) => sum + statements.length, 0);
}
/** A script's run by itself, with what Postgres refuses only in the tool's run. */
function asInRun(run, { failures }) {
    const news = failures.filter(({ statement }) => run.reports[statement.index]?.status === 'applied');
    if (news.length === 0)
        return run;
    const reports = [...run.reports];
    for (const { statement, error } of news) {
        const report = reports[statement.index];
        if (report)
            reports[statement.index] = { ...report, ...(0,refusal/* failed */.g)(error) };
    }
    return { ...run, reports, failures: [...run.failures, ...news], madeToRun: true };
}

;// CONCATENATED MODULE: ./build/rehearsal/migration.js

















/** Leaves the stage as the migration would, or says that it is not `clean`. */
async function rehearseMigration(stage, migration, context, witness) {
    const { session, tracer, missing, scratch } = stage;
    const { up } = migration;
    const before = stage.snapshot ?? (await takeSnapshot(scratch));
    stage.snapshot = null;
    const deferred = [];
    const { inRun, ...beside } = context;
    const scene = { stage, migration, before, ...beside, defer: (work) => deferred.push(work) };
    try {
        const begun = await beginSchemaProofs(scene);
        const excuses = [];
        const alone = await runScript(session, up, tracer, (statement, error) => {
            const why = missing.explain(statement, error);
            // Where nothing but rights depends on it, the rest is looked at without it.
            if (why !== undefined && !isSpared(statement, error))
                excuses.push(why);
            return why !== undefined;
        });
        if (inRun?.whole && alone.failures.length > 0)
            return onlyInRun({ script: up, before, untouched: (0,not_rehearsed/* notRehearsed */.F)(migration) }, inRun.whole, witness);
        const run = inRun ? asInRun(alone, inRun) : alone;
        const refused = (failure) => binding(migration_refusalOf(up, failure, !alone.failures.includes(failure)));
        const observations = [
            ...run.failures.map(refused),
            ...leftInvalid(up, run, invalidBefore(before)),
            ...hazards({ script: up, madeToRun: run.madeToRun, ...(inRun?.whole ?? run) }),
        ];
        const untouched = (0,not_rehearsed/* notRehearsed */.F)(migration);
        const report = { ...untouched, ...reportOf(run, untouched, inRun) };
        const written = writtenTables(run.ran);
        const [wants] = excuses;
        const spared = run.leftOut.filter(({ statement, error }) => isSpared(statement, error));
        const leftOut = spared.map(({ statement }) => statement);
        const excused = wants !== undefined && run.failures.length === 0;
        if (!excused)
            witness.ran(up, { ...run, ...inRun?.whole }, inRun?.whole?.earlier);
        // What is left out is missing from all that comes after it.
        if (!run.complete || wants !== undefined) {
            observations.push(...unwrittenLosses(up, (inRun?.whole ?? run).ran, { before, after: null }));
            const told = excused ? untouched : showApplied(report);
            const nothing = { before, after: null, unvalidated: [], written, clean: false, leftOut, again: [] };
            return { report: told, observations, ...nothing, ...(wants !== undefined && { wants }) };
        }
        await resetSession(session);
        const after = await takeSnapshot(scratch, before);
        observations.push(...unwrittenLosses(up, (inRun?.whole ?? run).ran, { before, after }));
        const made = { up, reports: run.reports, before, after };
        observations.push(...(await redundantIndexes(await scratch.observe(), made)));
        const shown = await showSchemaProofs(scene, { run, after, report }, begun, witness);
        observations.push(...shown.observations);
        // Where the rollback was proven, the second up led to the same schema as the first.
        if (shown.clean)
            stage.snapshot = after;
        const unvalidated = newlyUnvalidated(before, after);
        const { report: told, clean, again } = shown;
        return { report: told, observations, before, after, unvalidated, written, clean, leftOut, again };
    }
    finally {
        for (const work of deferred)
            await work();
    }
}
/** What only the tool's one transaction makes of a file was seen there, and what needs the file by itself is not looked at. */
function onlyInRun({ script, before, untouched }, whole, witness) {
    witness.ran(script, whole, whole.earlier);
    const statements = [...whole.reports, ...untouched.statements.filter(({ role }) => role === 'down')];
    return {
        report: showApplied({ ...untouched, statements, lockTimeline: lockTimeline(whole.ran, whole.later) }),
        observations: hazards({ script, ...whole }),
        ...{
            before,
            after: null,
            unvalidated: [],
            written: writtenTables(whole.ran),
            clean: false,
            leftOut: [],
            again: [],
        },
        wants: 'it runs only in one transaction with the pending files before it, as its tool sends them: so it was, and what needs it by itself (rollback, rows, a second run) was not looked at',
    };
}
function reportOf(run, { statements }, inRun) {
    const { ran, later } = inRun?.whole ?? { ran: run.ran, later: [] };
    const changed = [
        run.madeToRun && (inRun && inRun.failures.length > 0 ? PARTED : MADE_TO_RUN),
        run.leftOut.length > 0 && leftOutWords(run.leftOut),
    ].filter((words) => words !== false);
    return {
        statements: [...run.reports, ...statements.filter(({ role }) => role === 'down')],
        lockTimeline: lockTimeline(ran, later),
        ...(changed.length > 0 && { madeToRun: changed.join('; ') }),
    };
}
/** `parted`: only the transaction that all pending files share is to blame. */
function migration_refusalOf(script, { statement, error }, parted) {
    if (!parted)
        return observeRefusal('migration-fails', { script, statement }, error);
    const words = `${error.message}${error.sqlstate && ` (SQLSTATE ${error.sqlstate})`}`;
    return observeRefusal('migration-fails', { script, statement }, error, {
        message: `The migration fails here, in the one transaction that its tool opens around all pending files: ${words}. By itself the file runs.`,
        ...(!error.sqlstate && { proof: 'All pending files were run in one transaction, as the tool does' }),
        help: 'Deploy the file by itself, after the pending ones before it are committed: merge it later, or let the tool commit after each file if it can.',
    });
}
/** An index that was invalid before is none of the migration's doing. */
function invalidBefore(before) {
    return new Set([...before.values()].filter(isInvalid).map(({ kind, name, table }) => {
        if (kind === 'index')
            return (0,schema_objects/* shortName */.EU)(name);
        // A constraint's index has its name, and its table's schema.
        const schema = table?.slice(0, table.indexOf('.') + 1) ?? '';
        return (0,schema_objects/* shortName */.EU)(`${schema}${name.slice(name.lastIndexOf('.') + 1)}`);
    }));
}

;// CONCATENATED MODULE: ./build/rehearsal/ground/seed/link.js
/** Fills the foreign keys that had to wait: those of cycles, and those of a table to itself. */

/**
 * Rows of a table point to another row of it, and never in a circle: all to the first one or, where the key is unique,
 * each to the one before it. Keys of a cycle walk through the parent's rows.
 */
function linkSql(table, key, child, parent) {
    const columns = key.columns.map((number) => table.columns.find((column) => column.number === number));
    const pairs = columns.map((column, n) => ({
        own: (0,quote/* ident */.b)(column?.name ?? ''),
        theirs: (0,quote/* ident */.b)(key.parentColumns[n] ?? ''),
        fixed: column?.notNull === true,
    }));
    const fixed = pairs.filter((pair) => pair.fixed);
    const open = pairs.filter((pair) => !pair.fixed);
    const within = (names) => (names.length > 0 ? `PARTITION BY ${names.join(', ')} ` : '');
    const primary = table.uniques.find(({ plain }) => plain)?.columns ?? [];
    const by = primary.map((number) => (0,quote/* ident */.b)(table.columns.find((column) => column.number === number)?.name ?? ''));
    const theirs = pairs.map((pair) => pair.theirs).join(', ');
    const self = key.parent === table.oid;
    const unique = table.uniques.some(({ columns: own }) => own.length > 0 && own.every((n) => key.columns.includes(n)));
    const choose = self ? (unique ? 'p.rn = c.rn - 1' : 'p.rn = 1 AND c.rn > 1') : 'p.rn = 1 + (c.rn - 1) % p.n';
    const order = self ? theirs : by.length > 0 ? by.join(', ') : 'ctid';
    return `UPDATE ${child} AS t SET ${open.map(({ own, theirs: from }) => `${own} = p.${from}`).join(', ')}
    FROM (SELECT ctid AS at, tableoid AS part, ${fixed.map(({ own }) => `${own}, `).join('')}
        row_number() OVER (${within(fixed.map(({ own }) => own))}ORDER BY ${order}) AS rn FROM ${child}) AS c
      JOIN (SELECT ${theirs}, row_number() OVER (${within(fixed.map((pair) => pair.theirs))}ORDER BY ${theirs}) AS rn,
        count(*) OVER (${within(fixed.map((pair) => pair.theirs))}) AS n FROM ${parent}) AS p
      ON ${[...fixed.map((pair) => `c.${pair.own} = p.${pair.theirs}`), choose].join(' AND ')}
    WHERE t.ctid = c.at AND t.tableoid = c.part AND ${open.map(({ own }) => `t.${own} IS NULL`).join(' AND ')}`;
}

;// CONCATENATED MODULE: ./build/rehearsal/ground/seed/seed.js
/**
 * Puts a few rows into every table, so that what fails only where rows exist is seen.
 * The same schema always gets the same rows.
 */









/**
 * Fills the tables that are empty. Must not be called inside a transaction: each table has its own, so that one that
 * refuses its rows leaves the others alone.
 */
async function seedTables(session, options) {
    const catalog = await readCatalog(session);
    const { reach: asked = null } = options;
    const tables = tablesInReach(catalog.tables, asked);
    const reach = asked && new Set([...asked, ...tables.map(({ schema, name }) => `${schema}.${name}`)]);
    const parents = new Map(tables.map((table) => [table.oid, parentOf(table)]));
    await countRows(session, tables, parents);
    const filled = new Set();
    const reasons = new Map();
    const ordered = order(tables);
    for (const { table, later } of ordered) {
        const parent = parents.get(table.oid);
        if (parent.rows > 0)
            continue;
        const hints = hintsOf(table, options.hints);
        const outcome = await fill(session, catalog, table, { rows: options.rows, hints, later, parents, lean: false });
        if (typeof outcome === 'string') {
            reasons.set(table.oid, outcome);
        }
        else {
            parent.rows = outcome;
            filled.add(table.oid);
        }
    }
    await seed_link(session, ordered, parents, filled);
    // Triggers may have written more than we did.
    await countRows(session, tables, parents);
    return { ...result(tables, parents, reasons, unknownHints(catalog.tables, options.hints)), reach, catalog };
}
function result(tables, parents, reasons, unknown) {
    const seeding = { seeded: [], unseeded: [] };
    for (const { oid, partitioned, partitions } of tables) {
        const { name, rows } = parents.get(oid);
        if (rows > 0)
            seeding.seeded.push({ table: name, rows });
        else {
            const reason = reasons.get(oid) ?? 'its rows were removed again';
            seeding.unseeded.push({ table: name, reason, holdsNone: partitioned && partitions.length === 0 });
        }
    }
    for (const hint of unknown)
        seeding.unseeded.push({ table: hint, reason: 'the hint names no column of any table' });
    return seeding;
}
/** A table's own rows: those of the tables that inherit from it aren't. */
function parentOf(table) {
    const sql = `${table.partitioned ? '' : 'ONLY '}${tableSql(table)}`;
    return { sql, name: (0,schema_objects/* shortName */.EU)(`${table.schema}.${table.name}`), rows: 0 };
}
async function countRows(session, tables, parents) {
    if (tables.length === 0)
        return;
    const counts = tables.map(({ oid }) => `(SELECT pg_catalog.count(*) FROM ${parents.get(oid)?.sql})`);
    const { rows } = await session.query(`SELECT pg_catalog.unnest(ARRAY[${counts.join(', ')}])`);
    tables.forEach(({ oid }, index) => {
        parents.get(oid).rows = Number(rows[index]?.[0] ?? 0);
    });
}
/** How many rows went in, or why none did. */
async function fill(session, catalog, table, options) {
    const plan = planInsert(catalog, table, options);
    if (typeof plan === 'string')
        return plan;
    const outcome = await seed_insert(session, plan);
    if (typeof outcome === 'number')
        return outcome > 0 ? outcome : seed_explain(session, plan);
    if (outcome.sqlstate === seed_TIMED_OUT)
        return 'it took more than ten seconds, perhaps in a trigger';
    // Perhaps it failed on a value of ours: once more with as few of them as possible.
    const lean = planInsert(catalog, table, { ...options, lean: true });
    const again = typeof lean === 'string' ? lean : await seed_insert(session, lean);
    return typeof again === 'number' && again > 0 ? again : outcome.message;
}
// Nested loops over sources without statistics take minutes where a hash join takes none; a trigger may loop for ever.
const SETTINGS = "SET LOCAL enable_nestloop = off; SET LOCAL enable_mergejoin = off; SET LOCAL statement_timeout = '10s';";
const seed_TIMED_OUT = '57014';
/** How many candidates are tried at first for a few rows: where they do, the many need not be made. */
const seed_FEW = 100;
async function seed_insert(session, plan) {
    try {
        const quick = plan.candidates > seed_FEW && plan.rows < seed_FEW && (await tryFew(session, { ...plan, candidates: seed_FEW }));
        const inserted = quick || tag(await session.query(`${SETTINGS} ${insertSql(plan)}`));
        if (plan.sequences.length > 0)
            await session.query(sequencesSql(plan));
        return inserted;
    }
    catch (error) {
        if (!(error instanceof servers_server/* PostgresError */.Yj))
            throw error;
        return error;
    }
}
/** All rows or none. Throws where it took too long. */
async function tryFew(session, plan) {
    try {
        const inserted = tag(await session.query(`BEGIN; ${SETTINGS} ${insertSql(plan)}`));
        await session.query(inserted === plan.rows ? 'COMMIT' : 'ROLLBACK');
        return inserted === plan.rows ? inserted : 0;
    }
    catch (error) {
        if (!(error instanceof servers_server/* PostgresError */.Yj))
            throw error;
        await session.query('ROLLBACK');
        if (error.sqlstate === seed_TIMED_OUT)
            throw error;
        return 0;
    }
}
function tag({ command }) {
    return Number(/^INSERT \d+ (\d+)/.exec(command)?.[1] ?? 0);
}
/** Why no row went in although the server had nothing against the statement. */
async function seed_explain(session, plan) {
    const { rows } = await session.query(diagnosisSql(plan));
    const counts = (rows[0] ?? []).map(Number);
    const empty = plan.sources.find(({ left }, index) => !left && counts[index] === 0);
    if (empty !== undefined)
        return empty.problem;
    if (counts.at(-1) === 0)
        return `no row was found that satisfies ${plan.filters.join(' and ') || 'its foreign keys'}`;
    return 'a trigger, a rule or a constraint kept every row out';
}
/** What can't be linked stays empty: it is allowed to. */
async function seed_link(session, ordered, parents, filled) {
    for (const { table, later } of ordered) {
        if (!filled.has(table.oid))
            continue;
        const nullable = (number) => !table.columns.find((column) => column.number === number)?.notNull;
        for (const key of later.filter(({ columns }) => columns.some(nullable))) {
            const [child, parent] = [parents.get(table.oid), parents.get(key.parent)];
            if (child === undefined || parent === undefined || parent.rows === 0)
                continue;
            try {
                await session.query(`${SETTINGS} ${linkSql(table, key, child.sql, parent.sql)}`);
            }
            catch (error) {
                if (!(error instanceof servers_server/* PostgresError */.Yj))
                    throw error;
            }
        }
    }
}

;// CONCATENATED MODULE: ./build/rehearsal/pinpoint.js














/** Made-up rows in each table, as where the failure was seen. */
const pinpoint_ROWS = 3;
/** A database each; half of the statements are ruled out by one. */
const MOST_DATABASES = 8;
const pinpoint_MOST_MS = 15_000;
/** The observations, those of writes, queries and stored code at the statement since which they fail. */
async function pinpoint(open, plan, first, observations) {
    const related = relatedInRuns(plan, first);
    const end = Date.now() + pinpoint_MOST_MS;
    let all = [...observations];
    let reach;
    for (const [index, { up }] of plan.changed.entries()) {
        const tried = new Set(all.flatMap((one) => one.tried !== undefined && one.at.path === up.file.path && CAN_TRY.test(one.finding.rule) ? one.tried : []));
        // What is sent with others has no state of its own in between.
        const isAlone = (0,sql_runs/* runsOf */.k)(plan.changed).some(([only, ...others]) => only === plan.changed[index] && others.length === 0);
        if (tried.size === 0 || !isAlone)
            continue;
        reach ??= reachOfChange(plan, first, related);
        const search = new Search(open, plan, { index, tried, related: related[index] ?? NO_RELATIONS, reach, end });
        const places = await search.find();
        all = all.map((one) => {
            const statement = one.at.path === up.file.path && one.tried !== undefined ? places.get(one.tried) : undefined;
            return statement === undefined ? one : movedTo(one, statement);
        });
    }
    return all;
}
const CAN_TRY = /^(?:write|query|stored-code)-breaks$/;
class Search {
    #open;
    #plan;
    #searched;
    #left = MOST_DATABASES;
    constructor(open, plan, searched) {
        this.#open = open;
        this.#plan = plan;
        this.#searched = searched;
    }
    /** By what was tried; without what could not be found. */
    async find() {
        const { tried } = this.#searched;
        const { up } = this.#plan.changed[this.#searched.index] ?? {};
        const able = (up?.statements ?? []).filter(({ kind }) => !CHANGES_NOTHING.has(kind));
        const found = new Map();
        const [only] = able;
        if (up === undefined || only === undefined)
            return found;
        if (able.length === 1)
            return new Map([...tried].map((one) => [one, only]));
        const whole = await this.#brokenBy(up, able.length - 1, able);
        // After `from` it works, after `to` it fails.
        const open = new Map([...tried].filter((one) => whole?.has(one)).map((one) => [one, { from: -1, to: able.length - 1 }]));
        while (open.size > 0) {
            for (const [one, { from, to }] of open) {
                if (to - from > 1)
                    continue;
                open.delete(one);
                const statement = able[to];
                if (statement !== undefined)
                    found.set(one, statement);
            }
            const [next] = open.values();
            if (next === undefined)
                break;
            const middle = Math.floor((next.from + next.to) / 2);
            const broken = await this.#brokenBy(up, middle, able);
            if (broken === null)
                break;
            for (const [one, range] of open) {
                if (middle <= range.from || middle >= range.to)
                    continue;
                if (broken.has(one))
                    range.to = middle;
                else
                    range.from = middle;
            }
        }
        return found;
    }
    /** What fails after the statements up to the one of `able` in that place; null where that can't be tried. */
    async #brokenBy(up, place, able) {
        if (this.#left === 0 || Date.now() > this.#searched.end)
            return null;
        this.#left -= 1;
        const last = able[place];
        const until = last === undefined ? -1 : up.statements.indexOf(last);
        const stage = await this.#open();
        if ('obstacle' in stage)
            return null;
        try {
            return await this.#broken(stage, asFarAs(up, until), up);
        }
        finally {
            await stage.leave();
        }
    }
    async #broken(stage, part, up) {
        const { session, scratch } = stage;
        const { changed, queries: all = [], seedHints: hints = {} } = this.#plan;
        const { related, tried } = this.#searched;
        const queries = all.filter(({ name }) => [...tried].some((one) => isOfQuery(one, name)));
        const { pastRowSecurity } = scratch;
        const seeding = await pastRowSecurity(() => seedTables(session, { rows: pinpoint_ROWS, hints, reach: this.#searched.reach }));
        const deployed = seeding.catalog;
        for (const { up } of changed.slice(0, this.#searched.index)) {
            await runScript(session, up, null);
            await resetSession(session);
        }
        const writes = [...tried].some((one) => !isOfCode(one) && !queries.some(({ name }) => isOfQuery(one, name)));
        const prober = new Prober(stage, { related: writes ? related : NO_RELATIONS, deployed, hints, seeding });
        const runs = new QueryRuns(session, queries, { seeding, hints });
        const code = [...tried].some(isOfCode) ? await lookBefore(stage, up) : null;
        await prober.begin();
        await pastRowSecurity(() => runs.begin());
        const { complete } = await runScript(session, part, null);
        if (!complete)
            return null;
        await resetSession(session);
        const { comparisons } = await prober.compare();
        const ran = await pastRowSecurity(() => runs.compare());
        const after = code && (await lookAfter(stage, code));
        return new Set([
            ...(code && after ? brokenBy(after.trials, code, after).map(triedCode) : []),
            ...comparisons.flatMap((one) => (one.result === 'breaks' && one.error ? triedWrite(one, one.error) : [])),
            ...ran.flatMap(({ status, error }, at) => status === 'breaks' ? triedQuery(queries[at]?.name, error?.sqlstate) : []),
        ]);
    }
}
/** Statements about the session and the transaction. */
const CHANGES_NOTHING = new Set(['VariableSetStmt', 'VariableShowStmt', 'TransactionStmt']);
/** With the COMMIT of a transaction that is open there. */
function asFarAs(up, index) {
    const statements = up.statements.slice(0, index + 1);
    const commands = statements.flatMap(({ node }) => (0,ast/* nodeOf */.E7)(node, 'TransactionStmt')?.kind ?? []);
    const isOpen = /BEGIN|START/.test(commands.at(-1) ?? '');
    const commit = isOpen
        ? up.statements.slice(index + 1).find(({ node }) => (0,ast/* nodeOf */.E7)(node, 'TransactionStmt')?.kind === 'TRANS_STMT_COMMIT')
        : undefined;
    return { ...up, statements: commit ? [...statements, commit] : statements };
}

;// CONCATENATED MODULE: ./build/rehearsal/rerun/findings.js




/** `restores`: whether the rollback leads back from where the migration came to its end. */
function interruptionFindings(up, interrupted, restores) {
    return [
        ...failures(up, interrupted),
        ...findings_masked(up, interrupted, 'again'),
        ...(restores ? findings_masked(up, interrupted, 'rolledBack') : []),
    ];
}
/** The second run fails on what the first one left: reported once, where it fails. */
function failures(up, interrupted) {
    // Alone with its SETs, a statement that is built CONCURRENTLY is already written as it should be.
    const alone = up.statements.filter(({ kind }) => kind !== 'VariableSetStmt').length < 2;
    if (alone)
        return [];
    const byLine = new Map();
    for (const one of interrupted) {
        if (one.again.verdict === 'fails' && one.again.line !== undefined && !byLine.has(one.again.line)) {
            byLine.set(one.again.line, one);
        }
    }
    // The name under which the rule that predicts it reports it.
    const facts = [(0,fact/* hazard */.vl)('second run', up.file.path)];
    return [...byLine].map(([at, { line, again }]) => {
        const message = `When the migration fails at line ${line}, it can’t simply be run again. The second run fails here with “${again.error}” (SQLSTATE ${again.sqlstate}).`;
        const proof = `Stopped at line ${line} and run again, Postgres answered ${again.sqlstate}: ${again.error}`;
        const help = up.statements.some(({ node }) => (0,non_transactional/* nonTransactional */.l)(node)?.concurrently) ? undefined : REPEATABLE;
        const told = { message, proof, facts, cause: 'second run' };
        return observe('rerun-fails-halfway', up, statementAt(up, at), { ...told, ...(help && { help }) });
    });
}
const REPEATABLE = 'Run the file in one transaction where the tool can, or write the statements so that they can be repeated: IF NOT EXISTS, IF EXISTS.';
/** How each statement that reports success is described. */
const MASKED = {
    again: {
        rule: 'rerun-hides-failure',
        // As in the rule that predicts it.
        kind: 'second run',
        reports: ' and the migration is run again, it reports success',
        proof: 'run again, the schema differs from the one that an undisturbed run leads to',
    },
    rolledBack: {
        rule: 'rollback-hides-failure',
        kind: 'rollback',
        reports: ', the rollback reports success',
        proof: 'rolled back, the schema differs from the one before the migration',
    },
};
/** It reports success, and something is wrong. */
function findings_masked(up, interrupted, which) {
    const { rule, kind, reports, proof } = MASKED[which];
    return interrupted.flatMap(({ line, [which]: retry }) => {
        if (retry?.verdict !== 'differs')
            return [];
        const what = retry.differences.map((difference) => rollback_inWords(difference)).join('; ');
        return observe(rule, up, statementAt(up, line), {
            message: `When this statement is interrupted${reports}, although ${what}.`,
            proof: `Stopped at line ${line} and ${proof}`,
            facts: [(0,fact/* hazard */.vl)(kind, `${up.file.path}:${line}`)],
        });
    });
}

;// CONCATENATED MODULE: ./build/rehearsal/rerun/points.js


/** None where the script is one transaction, or one statement that leaves nothing. */
function interruptionPoints(script) {
    const units = blocksOf(script).flatMap(({ statements, transaction }) => transaction ? [statements] : statements.map((statement) => [statement]));
    const points = [];
    /** Whether anything was left behind since the last point. */
    let worked = false;
    for (const unit of units) {
        const first = unit.find(isWork);
        if (first === undefined)
            continue;
        const leavesIndex = unit.length === 1 && (0,ast/* nodeOf */.E7)(first.node, 'IndexStmt')?.concurrent === true;
        if (worked || leavesIndex) {
            const done = { ...script, statements: script.statements.filter(({ index }) => index < (unit[0]?.index ?? 0)) };
            points.push({ at: first, done, leavesIndex });
            worked = false;
        }
        worked ||= unit.some((statement) => isWork(statement) && !UPKEEP.has(statement.kind));
    }
    return points;
}
/** What changes nothing but the session is simply said again. */
const SESSION = new Set(['VariableSetStmt', 'VariableShowStmt', 'TransactionStmt', 'SelectStmt', 'DiscardStmt']);
/** What leaves nothing that a second run could fail on. */
const UPKEEP = new Set(['VacuumStmt', 'CheckPointStmt']);
function isWork({ kind }) {
    return !SESSION.has(kind);
}

;// CONCATENATED MODULE: ./build/rehearsal/rerun/interrupt.js








/** A server has a processor to spare while one session waits for its locks, or we for the server. */
const interrupt_AT_ONCE = 2;
/** What a server can stop. */
function stoppable(up, { multiSession }) {
    return interruptionPoints(up).filter(({ leavesIndex }) => multiSession || !leavesIndex);
}
/**
 * `base` is at the migration's start, with no session open; `reference` knows the schema there, and after a
 * migration that came to its end. Each point takes several copies of the database: at most `most` are tried, spread over the
 * script. Null where the migration needs rows to apply. Throws `NoCopy`.
 */
async function interruptEverywhere({ base, capabilities, most }, { up, down }, reference) {
    const points = stoppable(up, capabilities);
    // Before there are copies, which begin with it; of few it isn't worth it.
    if (Math.min(points.length, most) > 1)
        await reference.knowStart();
    // Where there is one session, databases take turns, and each turn takes time.
    const atOnce = capabilities.multiSession ? interrupt_AT_ONCE : 1;
    const tried = await inParallel(atOnce, spread(points, most), (point) => onCopy(base, async (partial) => {
        if (!(await stopAt(partial, point)))
            return null;
        const rolledBack = down && (await onCopy(partial, (copy) => interrupt_outcome(copy, down, reference, 'before')));
        const again = await interrupt_outcome(partial, up, reference, 'after');
        const { line } = point.at.location;
        return { line, leavesInvalidIndex: point.leavesIndex, again, ...(rolledBack && { rolledBack }) };
    }));
    const smooth = tried.every((one) => one !== null && went(one.again) && (!one.rolledBack || went(one.rolledBack)));
    if (!smooth && !(await reference.appliesWithoutRows()))
        return null;
    const interrupted = tried.filter((one) => one !== null);
    return { interrupted, left: Math.max(points.length - most, 0) };
}
function went({ verdict }) {
    return verdict === 'succeeds';
}
/** The first, the last, and those in between at even distances; of one, the last. */
function spread(all, most) {
    if (all.length <= most)
        return all;
    if (most === 1)
        return all.slice(-1);
    const step = (all.length - 1) / (most - 1);
    return Array.from({ length: most }, (_, index) => all[Math.round(index * step)]);
}
/** False where it could not be brought about. */
async function stopAt(partial, { at, done, leavesIndex }) {
    return onSession(partial, async (session) => {
        const run = await runScript(session, done, null);
        if (!run.complete)
            return false;
        return leavesIndex ? cancelled(partial, session, at) : true;
    });
}
/** A writer that doesn't end stops CREATE INDEX CONCURRENTLY after its index is in the catalogs. */
async function cancelled(database, session, { node, sql }) {
    // The migration may have set the search_path that finds it.
    const name = (0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(node, 'IndexStmt')?.relation);
    const [table] = name === undefined ? [] : await resolveTables(session, [name]);
    if (table === undefined)
        return false;
    return onSession(database, async (writer) => {
        await writer.query(`BEGIN; LOCK TABLE ${table} IN ROW EXCLUSIVE MODE`);
        await session.query("SET lock_timeout = '20ms'");
        try {
            await session.query(sql);
            return false;
        }
        catch (error) {
            if (error instanceof servers_server/* PostgresError */.Yj)
                return true;
            throw error;
        }
        finally {
            await writer.query('ROLLBACK');
        }
    });
}
/** What running a script leads to. `reference` may need a run of its own, with no session left open beside it. */
async function interrupt_outcome(database, script, reference, wanted) {
    const ended = await onSession(database, async (session) => {
        const run = await runScript(session, script, null);
        const failure = run.complete ? undefined : run.failures.at(-1);
        if (failure)
            return failure;
        await resetSession(session);
        return takeSnapshot(database, reference.start);
    });
    if (!(ended instanceof Map)) {
        const { statement, error } = ended;
        return {
            verdict: 'fails',
            differences: [],
            line: statement.location.line,
            sqlstate: error.sqlstate,
            error: error.message,
        };
    }
    const differences = await reference.differences(wanted, ended);
    return { verdict: differences.length === 0 ? 'succeeds' : 'differs', differences };
}

;// CONCATENATED MODULE: ./build/rehearsal/rerun/reference.js




/**
 * What the rehearsal saw; where that differs and it had rows (`seeded`), what an undisturbed run on a copy of `base`, which
 * has none, leads to: rows may decide what a script does.
 */
class Reference {
    #base;
    #up;
    #seen;
    #own;
    #start;
    constructor(base, up, seen, seeded) {
        this.#base = base;
        this.#up = up;
        this.#seen = seen;
        if (seeded)
            return;
        this.#own = Promise.resolve(seen);
        // What was there before the change is in `base` as it was in the rehearsal; all else has been written there since.
        this.#start = seen.before;
    }
    /** The schema that the copies of `base` begin with, where knowing it saves reading a large one again and again. */
    async knowStart() {
        if (isLarge(this.#seen.before))
            this.#start ??= await takeSnapshot(this.#base);
    }
    /** What a snapshot of a copy may be made from; undefined where it is read anew each time. */
    get start() {
        return this.#start;
    }
    /** How a schema differs from the one before or after the migration. */
    async differences(when, schema) {
        const seen = compareSnapshots(this.#seen[when], schema);
        if (seen.length === 0)
            return seen;
        const own = await this.#schemas();
        return own === null ? seen : compareSnapshots(own[when], schema);
    }
    /** Whether the migration applies without rows: else what fails or differs has another reason. */
    async appliesWithoutRows() {
        return (await this.#schemas()) !== null;
    }
    #schemas() {
        this.#own ??= this.#derive();
        return this.#own;
    }
    #derive() {
        return onCopy(this.#base, (copy) => onSession(copy, async (session) => {
            await resetSession(session);
            const before = this.#start ?? (await takeSnapshot(copy));
            if (!(await runScript(session, this.#up, null)).complete)
                return null;
            await resetSession(session);
            return { before, after: await takeSnapshot(copy, before) };
        }));
    }
}

;// CONCATENATED MODULE: ./build/rehearsal/rerun/prove.js
/** Proves what a failure halfway leads to, for each migration of the change that can stop there. */










const prove_CHECK = 're-run after a failure halfway';
const UNDECIDED = 'whether it leaves something behind depends on how it is sent, which is not known: say so with the setting transaction';
const ONE_SESSION = 'only a second session can stop CREATE INDEX CONCURRENTLY in its middle, and this server has one';
/** How many points are tried in one migration, and in the whole change: each takes several copies of the database. */
const prove_MOST = { each: 4, all: 40 };
const MOST_WHOLE_COPIES = { each: 2, all: 10 };
/** What can't run in a transaction has no other way. */
function asksForNone({ statements }) {
    return statements.some(({ node }) => (0,non_transactional/* nonTransactional */.l)(node) !== undefined);
}
/** `databases` holds no rows, and makes no stage any more: its base is taken from migration to migration. */
async function proveReruns(databases, server, plan, { reports, schemas }) {
    const out = { observations: [], notChecked: [] };
    const leaveOut = (where, reason) => out.notChecked.push({ check: `${prove_CHECK}: ${where}`, id: 'rerun-halfway', reason });
    const { capabilities } = server;
    const all = plan.changed.filter(({ path, up, down, undecided = false }, index) => {
        const points = interruptionPoints(up);
        if (points.length === 0 || !prove_applied(reports[index]))
            return false;
        const why = undecided && !asksForNone(up) ? UNDECIDED : excuse(server, down ? [up, down] : [up]);
        if (why !== null) {
            leaveOut(path, why);
            return false;
        }
        const possible = stoppable(up, capabilities);
        const others = points.filter(({ at }) => !possible.some((point) => point.at === at));
        const lines = others.map(({ at }) => at.location.line);
        if (lines.length > 0)
            leaveOut(`${path}:${lines.join(', ')}`, ONE_SESSION);
        return possible.length > 0;
    });
    const limit = capabilities.wholeCopies ? MOST_WHOLE_COPIES : prove_MOST;
    const wanted = all.slice(0, limit.all);
    if (wanted.length === 0)
        return out;
    const most = Math.max(1, Math.min(limit.each, Math.floor(limit.all / wanted.length)));
    const [next, ...others] = all.slice(limit.all);
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    if (next)
        leaveOut(`${next.path}${more}`, `${count(wanted.length, 'migration')} ${wanted.length === 1 ? 'was' : 'were'} tried before`);
    const base = await databases.base();
    if ('obstacle' in base)
        return out;
    for (const [index, migration] of plan.changed.entries()) {
        const [report, seen] = [reports[index], schemas[index]];
        if (report === undefined || seen === undefined)
            break;
        if (seen && wanted.includes(migration)) {
            const reference = new Reference(base, migration.up, seen, plan.seed.length > 0);
            try {
                const tried = await interruptEverywhere({ base, capabilities, most }, migration, reference);
                if (tried)
                    out.observations.push(...noted(tried, migration.up, report));
                if (tried && tried.left > 0)
                    leaveOut(migration.path, `${count(tried.left, 'more statement')} ${tried.left === 1 ? 'was' : 'were'} not tried`);
            }
            catch (error) {
                if (!(error instanceof NoCopy))
                    throw error;
                leaveOut(migration.path, 'a copy of the database would not have what its unlogged tables hold');
            }
        }
        if (migration === wanted.at(-1))
            break;
        if (!(await advance(base, migration.up)) && seen)
            break;
    }
    return out;
}
function excuse({ capabilities }, scripts) {
    if (!capabilities.templates)
        return 'it needs copies of the database, which this server does not make';
    if (capabilities.wholeCopies || !touchesShared(scripts))
        return null;
    return 'it changes roles or settings that no copy of the database has for itself';
}
function noted({ interrupted }, up, report) {
    report.rerun = { ...report.rerun, interrupted };
    return interruptionFindings(up, interrupted, report.rollback.differences.length === 0);
}
async function advance(base, up) {
    return onSession(base, async (session) => {
        await resetSession(session);
        return (await runScript(session, up, null)).complete;
    });
}
/** What had to be made to run, or didn't run, has other errors first. */
function prove_applied(report) {
    const up = report?.statements.filter(({ role }) => role === 'up') ?? [];
    return up.length > 0 && up.every(({ status }) => status === 'applied');
}

;// CONCATENATED MODULE: ./build/rehearsal/restore/dumped.js









const dumped_ROWS = 3;
const MOST_TOLD = 3;
const dumped_NOTHING = { observations: [], notChecked: [] };
/** Only where the change concerns something that a restore computes, and nothing of that is told yet. */
async function tryDump({ open, server, plan, reports, whole, known, reach }) {
    const index = reports.findLastIndex(({ proofs }) => proofs.some(({ check }) => check === 'restore'));
    const { dump } = server;
    const [report, last] = [reports[index], plan.changed.at(-1)];
    if (dump === undefined || !whole || report === undefined || last === undefined)
        return dumped_NOTHING;
    if (known.some(({ finding }) => finding.rule === 'dump-not-restorable'))
        return dumped_NOTHING;
    const restore = (changed) => dumped_restored({ open, server, dump, plan: { ...plan, changed }, reach });
    const after = await restore(plan.changed);
    if (after === null)
        return dumped_NOTHING;
    // What was refused before the change as well is not its doing.
    const before = after.refused.length > 0 ? await restore([]) : null;
    const was = new Set(before?.refused.map(dumped_wordOf));
    const news = after.refused.filter((one) => !was.has(dumped_wordOf(one)));
    const words = `a dump by pg_dump was restored into an empty database: ${after.sent} statements`;
    const proofs = report.proofs.map((line) => {
        if (line.check !== 'restore')
            return line;
        const refused = news.length > 0 ? `, ${news.length} of them refused` : '';
        return {
            ...line,
            detail: `${line.detail}; ${words}${refused}`,
            ...(news.length > 0 && { status: 'failed' }),
        };
    });
    reports[index] = { ...report, proofs };
    return {
        observations: oneOfEach(news)
            .slice(0, MOST_TOLD)
            .map((one) => observeRefused(plan, one)),
        notChecked: [],
    };
}
/** Each row of a table is refused for one reason. */
function oneOfEach(refused) {
    const reasons = new Map();
    for (const one of refused) {
        const reason = `${one.error.sqlstate} ${one.error.message}`;
        if (!reasons.has(reason))
            reasons.set(reason, one);
    }
    return [...reasons.values()];
}
function observeRefused({ changed }, { sql, error: { message, sqlstate, where } }) {
    const about = { name: '', table: '', expression: sql, error: { message, where } };
    const places = changed.map(({ up }) => ({ up, statement: culprit(up, about) }));
    const { up, statement } = places.findLast((one) => one.statement !== undefined) ?? { up: changed.at(-1)?.up };
    if (up === undefined)
        throw new Error('a change without migrations has nothing to restore');
    const shown = sql.replace(/\s+/g, ' ').slice(0, 120);
    return observe('dump-not-restorable', up, statement, {
        message: `A dump of this schema can’t be restored: Postgres refuses ${(0,sql_words/* code */.a)(shown)} with “${message}” (SQLSTATE ${sqlstate}).`,
        proof: `Dumped by pg_dump with a few rows and restored into an empty database: Postgres answered ${sqlstate}: ${message}`,
        facts: [(0,fact/* hazard */.vl)('dump-not-restorable', sql)],
    });
}
function dumped_wordOf({ sql, error }) {
    return `${error.sqlstate} ${sql}`;
}
/** Null where the schema can't be built, or not be dumped. */
async function dumped_restored({ open, server, dump, plan, reach, }) {
    const text = await dumpOf(open, dump, plan, reach);
    if (text === null)
        return null;
    const statements = (0,lexer/* lex */.Ii)(text).statements.map(({ start, end }) => text.slice(start, end));
    const scratch = await server.createScratch();
    try {
        const session = await scratch.connect();
        const outcomes = await session.queryAll(statements);
        const refused = outcomes.flatMap((error, at) => error instanceof servers_server/* PostgresError */.Yj ? [{ sql: statements[at] ?? '', error }] : []);
        return { refused, sent: statements.length };
    }
    finally {
        await scratch.drop();
    }
}
async function dumpOf(open, dump, { changed, seedHints: hints = {} }, reach) {
    const stage = await open();
    if ('obstacle' in stage)
        return null;
    try {
        const { session, scratch } = stage;
        const environment = scratch.environment?.();
        if (environment === undefined)
            return null;
        await scratch.pastRowSecurity(() => seedTables(session, { rows: dumped_ROWS, hints, reach: reach() }));
        for (const { up } of changed) {
            if (!(await runScript(session, up, null)).complete)
                return null;
            await resetSession(session);
        }
        return await dump(environment);
    }
    finally {
        await stage.leave();
    }
}

;// CONCATENATED MODULE: ./build/rehearsal/rollback/replacements/family.js
/** An object with all that belongs to it and is dropped with it. Pure. */


/** Every table's family, found once for a snapshot. */
class Families {
    #snapshot;
    #members = new Map();
    constructor(snapshot) {
        this.#snapshot = snapshot;
        for (const entry of snapshot.values()) {
            if (entry.tableParts === null)
                continue;
            const table = JSON.stringify(entry.tableParts);
            const members = this.#members.get(table);
            if (members)
                members.push(entry);
            else
                this.#members.set(table, [entry]);
        }
    }
    of(head) {
        const members = family_RELATIONS.has(head.kind) ? (this.#members.get(JSON.stringify(head.parts)) ?? []) : [];
        return {
            head,
            of: (kind) => members.filter((entry) => entry.kind === kind),
            columns: listOf(head.facts, 'columns'),
            column: (name) => this.#snapshot.get(keyOf('column', [...head.parts, name])),
            comment: (entry) => {
                const comment = this.#snapshot.get(keyOf('comment', [commentKind(entry, head), identityOf(entry)]));
                return comment && textOf(comment, 'text');
            },
        };
    }
}
const family_RELATIONS = new Set(['table', 'foreign table', 'view', 'materialized view']);
/** As pg_identify_object writes it. */
function identityOf({ kind, parts, tableParts }) {
    const names = (all) => all.map(sqlName).join('.');
    switch (kind) {
        case 'constraint':
        case 'trigger':
        case 'policy':
            return `${sqlName(parts.at(-1) ?? '')} on ${names(tableParts ?? [])}`;
        case 'function':
            return `${names(parts.slice(0, 2))}(${(parts[2] ?? '').replaceAll(', ', ',')})`;
        case 'rule':
        case 'statistics object':
            return parts[0] ?? '';
        default:
            return names(parts);
    }
}
/** The term that pg_identify_object has for it. */
function commentKind({ kind, attributes }, head) {
    if (kind === 'column')
        return `${head.kind} column`;
    if (kind === 'constraint')
        return 'table constraint';
    if (kind === 'domain')
        return 'type';
    if (kind === 'function')
        return { p: 'procedure', a: 'aggregate' }[String(attributes.kind)] ?? 'function';
    return kind;
}

;// CONCATENATED MODULE: ./build/rehearsal/rollback/replacements/definitions.js
/** Definitions as Postgres writes them, without the names that don't matter, and as SQL that makes the object again. Pure. */





const definitions_NAME = '(?:"(?:[^"]|"")*"|[^\\s".]+)';
/** A text that begins with a name, and what follows it. */
const FIRST_NAME = new RegExp(`^(${definitions_NAME})(.*)$`, 's');
const HEAD = new RegExp(`^(CREATE (?:UNIQUE INDEX|INDEX|RULE|STATISTICS|(?:CONSTRAINT )?TRIGGER)) ${definitions_NAME}(?:\\.${definitions_NAME})? `);
/** Without the object's own name, and whether it is validated. */
function unnamed(definition) {
    return definition.replace(HEAD, '$1 ').replace(/ NOT VALID$/, '');
}
/** The columns that it needs and the table still has: what a column takes with it is the column's matter. */
function standsOn(entry, is) {
    const has = (name) => is.column(name) !== undefined || is.columns.includes(name);
    return listOf(entry.facts, 'columns').every(has);
}
function sameColumns(one, other) {
    const columns = ({ facts }) => JSON.stringify([...listOf(facts, 'columns')].sort());
    return listOf(one.facts, 'columns').length > 0 && columns(one) === columns(other);
}
/** The SQL that adds a constraint to the new table, without a scan where that is possible. */
function addConstraint(constraint, table, final) {
    const definition = textOf(constraint, 'definition') ?? '';
    const { type } = constraint.facts;
    const later = (type === 'c' || type === 'f') && !/ NOT (?:VALID|ENFORCED)$/.test(definition);
    const name = constraint.parts.at(-1) ?? '';
    // The index of a key has its name, which the old table's may still hold.
    const named = 'pux'.includes(String(type)) && isTaken([table.parts[0] ?? '', name], final) ? '' : `CONSTRAINT ${sqlName(name)} `;
    // A foreign key of a partitioned table can't be added NOT VALID before PostgreSQL 18.
    const valid = later && !(type === 'f' && table.attributes['partition by']) ? ' NOT VALID' : '';
    return `ALTER TABLE ${relationSql(table.parts)} ADD ${named}${definition}${valid};`;
}
/** The SQL that makes an index or a statistics object, under its old name where that is free. */
function createNamed(entry, final) {
    const definition = textOf(entry, 'definition') ?? '';
    if (entry.kind === 'index') {
        return `${isTaken(entry.parts, final) ? definition.replace(HEAD, '$1 ') : definition};`;
    }
    if (!final.has(entry.key))
        return `${definition};`;
    return `${definition.replace(HEAD, (head) => head.replace(/"? $/, (end) => `_new${end}`))};`;
}
const HOLD_NAMES = ['table', 'foreign table', 'index', 'sequence', 'view', 'materialized view'];
function isTaken(parts, final) {
    if (HOLD_NAMES.some((kind) => final.has(keyOf(kind, parts))))
        return true;
    const [schema, name] = parts;
    return [...final.values()].some(({ kind, parts: [itsSchema, , itsName], facts }) => kind === 'constraint' && itsSchema === schema && itsName === name && facts.index !== undefined);
}
function createTrigger(trigger, table) {
    const enable = { D: 'DISABLE', A: 'ENABLE ALWAYS', R: 'ENABLE REPLICA' }[String(trigger.attributes.enabled)];
    const create = `${textOf(trigger, 'definition')};`;
    return enable === undefined ? create : `${create}\n${setTrigger(trigger, table)}`;
}
/** Sets when a trigger or a rule fires to what the old one has. */
function setTrigger({ kind, parts, attributes, facts }, table) {
    const states = { O: 'ENABLE', D: 'DISABLE', A: 'ENABLE ALWAYS', R: 'ENABLE REPLICA' };
    const name = kind === 'rule' ? String(facts.name) : sqlName(parts.at(-1) ?? '');
    return `ALTER TABLE ${relationSql(table.parts)} ${states[String(attributes.enabled)]} ${kind.toUpperCase()} ${name};`;
}
const definitions_COMMANDS = { r: 'SELECT', a: 'INSERT', w: 'UPDATE', d: 'DELETE', '*': 'ALL' };
function createPolicy({ parts, attributes }, table) {
    const { using, 'with check': check, restrictive } = attributes;
    const roles = listOf(attributes, 'to').map((role) => (role === 'public' ? 'PUBLIC' : role));
    return `CREATE POLICY ${sqlName(parts.at(-1) ?? '')} ON ${relationSql(table.parts)}${restrictive ? ' AS RESTRICTIVE' : ''} FOR ${definitions_COMMANDS[String(attributes.for)]} TO ${roles.join(', ')}${using ? ` USING (${using})` : ''}${check ? ` WITH CHECK (${check})` : ''};`;
}
/** The comment that goes with an object that is made again under its old name. */
function commentSql(entry, was) {
    const text = was.comment(entry);
    if (text === undefined)
        return '';
    return `\nCOMMENT ON ${commented([commentKind(entry, was.head), identityOf(entry)])} IS ${(0,quote/* literal */.e)(text)};`;
}

;// CONCATENATED MODULE: ./build/rehearsal/rollback/replacements/loss.js
/** What the new object lacks. */
function lossOf(what, protects, items) {
    return items.length === 0 ? [] : [{ what, protects, items: [...items] }];
}

;// CONCATENATED MODULE: ./build/rehearsal/rollback/replacements/dependents.js
/** What hung on the old object: CASCADE dropped it, or it still reads the old one under its new name. Pure. */






function lostDependents(pair, naming) {
    const { before, after, first, final, isNamed } = pair;
    const gone = [...first.values()].filter((entry) => dependents_isGone(entry, final) && !naming.isReplaced(tableKey(entry)) && !isNamed(entry));
    const items = [];
    const seen = new Set();
    // A view over a view goes after the one that it reads.
    for (let layer = [before]; layer.length > 0;) {
        const texts = layer.map(dependents_mentions);
        layer = gone.filter((entry) => !seen.has(entry.key) && texts.some((pattern) => pattern.test(textIn(entry))));
        for (const entry of layer) {
            seen.add(entry.key);
            const sql = isForeignKeyTo(entry, before)
                ? null
                : again(entry, final, (bare) => naming.rest(entry, { ...bare, attributes: { ...bare.attributes, ...ownerOf(after) } }));
            if (sql !== null)
                items.push({ words: `the ${entry.kind} ${(0,sql_words/* code */.a)(entry.name.replace(/^public\./, ''))}`, sql });
        }
    }
    return lossOf('what CASCADE took', true, [...items, ...lostDefaults(pair, naming)]);
}
/** Of columns that stay: a function takes the defaults along that call it. */
function lostDefaults({ before, first, final, isNamed }, { isReplaced }) {
    const pattern = dependents_mentions(before);
    return [...first.values()].flatMap((column) => {
        const value = column.kind === 'column' ? textOf(column, 'default') : undefined;
        if (value === undefined || !pattern.test(value) || isReplaced(tableKey(column)))
            return [];
        const now = final.get(column.key);
        const makes = ['default', 'identity', 'generated'].some((name) => now?.attributes[name] !== undefined);
        if (now === undefined || makes || isNamed({ kind: 'default', parts: column.parts }))
            return [];
        const alter = `ALTER TABLE ${relationSql(now.tableParts ?? [])} ALTER COLUMN ${sqlName(now.parts.at(-1) ?? '')}`;
        return [{ words: `the default of ${(0,sql_words/* code */.a)(calledBy(now))}`, sql: `${alter} SET DEFAULT ${value};` }];
    });
}
/** Those have a place of their own in the comparison. */
function isForeignKeyTo({ facts }, { parts }) {
    return facts.type === 'f' && JSON.stringify(facts.references) === JSON.stringify(parts);
}
function tableKey({ tableParts }) {
    return `table ${JSON.stringify(tableParts)}`;
}
function dependents_isGone(entry, final) {
    return !final.has(entry.key) && (entry.tableParts === null || final.has(tableKey(entry)));
}
/** The object as the definitions of others name it. */
function dependents_mentions({ kind, parts }) {
    const name = parts.slice(0, 2).map(sqlName).join('.');
    const end = kind === 'function' ? '\\(' : '(?![\\w$"])';
    return new RegExp(`(?<![\\w$."])${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}${end}`);
}
function textIn({ attributes, parts, kind }) {
    // A body that names the object does not hang on it.
    const { body: _, ...rest } = attributes;
    return `${Object.values(rest).join(' ')}${kind === 'function' ? ` ${parts[2]}` : ''}`;
}
/** The new object belongs to the role that makes views anew, too. */
function ownerOf({ attributes: { owner } }) {
    return owner === undefined ? {} : { owner };
}
function again(entry, final, rest) {
    const { kind, parts, attributes } = entry;
    const table = final.get(tableKey(entry));
    switch (kind) {
        case 'view':
        case 'materialized view':
            return createView(entry, rest);
        case 'function':
            return typeof entry.facts.sql === 'string' ? `${entry.facts.sql.trimEnd()};` : null;
        case 'column': {
            const value = attributes.default === undefined ? '' : ` DEFAULT ${attributes.default}`;
            return `ALTER TABLE ${relationSql(entry.tableParts ?? [])} ADD COLUMN ${sqlName(parts.at(-1) ?? '')} ${attributes.type}${value};`;
        }
        case 'constraint':
            return table ? addConstraint(entry, table, final) : null;
        case 'index':
        case 'statistics object':
            return createNamed(entry, final);
        case 'trigger':
            return table ? createTrigger(entry, table) : null;
        case 'policy':
            return table ? createPolicy(entry, table) : null;
        default:
            return null;
    }
}
function createView(entry, rest) {
    const { attributes, kind, parts } = entry;
    const options = listOf(attributes, 'with');
    const create = `CREATE ${kind.toUpperCase()} ${relationSql(parts)}${options.length > 0 ? ` WITH (${options.join(', ')})` : ''} AS`;
    // What a new view has.
    const bare = { ...entry, attributes: { with: options } };
    const more = rest(bare).flatMap(({ items }) => items.map(({ sql }) => sql));
    return [`${create}\n${textOf(entry, 'query')?.trim()}`, ...more].join('\n');
}
/** Views that followed the old table when it was renamed. */
function staleViews({ before, moved, first, final }) {
    if (moved === null || before.kind === 'function')
        return [];
    const reads = (view, parts) => listOf(view.facts, 'reads').some((name) => JSON.stringify(JSON.parse(name)) === JSON.stringify(parts));
    const items = [...first.values()].flatMap((view) => {
        const now = view.kind === 'view' ? final.get(view.key) : undefined;
        if (now === undefined || !reads(view, before.parts))
            return [];
        if (reads(now, before.parts) || !reads(now, moved.parts))
            return [];
        const words = `${view.name.replace(/^public\./, '')} reads ${moved.name.replace(/^public\./, '')}`;
        return [{ words, sql: replaceView(view) }];
    });
    return lossOf('views over it', true, items);
}
/** An object as people name it in a message. */
function calledBy({ kind, parts, name }) {
    return kind === 'function' ? functionSql(parts) : name.replace(/^public\./, '');
}

;// CONCATENATED MODULE: ./build/rehearsal/rollback/replacements/lineage.js

/** What can be dropped and made anew, or swapped. */
const lineage_KINDS = new Set(['table', 'foreign table', 'view', 'materialized view', 'function', 'type', 'domain', 'policy']);
/**
 * Within a migration an object is the same where its oid is; from one migration to the next, where its key is, since the
 * database may have been built anew in between. Null for a migration that did not apply.
 */
function replaced(schemas) {
    const applied = schemas.flatMap((schema, index) => (schema === null ? [] : [{ ...schema, index }]));
    const [start] = applied;
    const end = applied.at(-1);
    if (start === undefined || end === undefined)
        return null;
    /** The key that an object had at the beginning, by the key that it has now. */
    let origins = new Map([...start.before.keys()].map((key) => [key, key]));
    const since = new Map();
    for (const { before, after, index } of applied) {
        const next = originsAfter(before, after, origins);
        for (const [key, entry] of after) {
            if (!isTracked(entry))
                continue;
            const origin = next.get(key);
            if (origin !== key && start.before.has(key) && (!since.has(key) || origins.get(key) === key))
                since.set(key, index);
        }
        origins = next;
    }
    const keyNow = new Map([...origins].map(([now, origin]) => [origin, now]));
    const first = lineage_inOrder(start.before);
    const tracked = [...first.values()].filter(isTracked);
    const replacements = tracked.flatMap((before) => {
        const after = end.after.get(before.key) ?? ofAnotherKind(before, end.after);
        if (after === undefined || origins.get(before.key) === after.key)
            return [];
        const moved = end.after.get(keyNow.get(before.key) ?? '') ?? null;
        const made = applied.find((one) => one.after.has(after.key) && !one.before.has(after.key));
        const migration = since.get(before.key) ?? (after.kind === before.kind ? undefined : made?.index) ?? end.index;
        return [{ before, after, migration, moved }];
    });
    const redefined = tracked.flatMap((before) => {
        const after = end.after.get(before.key);
        const same = after !== undefined && origins.get(before.key) === before.key;
        return same && after.definition !== before.definition ? [{ before, after, migration: end.index, moved: null }] : [];
    });
    return { first, final: lineage_inOrder(end.after), replacements, redefined };
}
/** A view under the name of a table, say: its readers don't see the difference. */
function ofAnotherKind({ kind, parts }, schema) {
    if (!lineage_RELATIONS.includes(kind))
        return undefined;
    return lineage_RELATIONS.flatMap((other) => schema.get(keyOf(other, parts)) ?? [])[0];
}
const lineage_RELATIONS = ['table', 'foreign table', 'view', 'materialized view'];
/** The server's own order is another one each time. */
function lineage_inOrder(snapshot) {
    return new Map([...snapshot].sort(([a], [b]) => (a < b ? -1 : 1)));
}
function originsAfter(before, after, origins) {
    const identity = ({ kind, oid }) => `${kind} ${oid}`;
    const known = new Map([...before.values()].filter(isTracked).map((entry) => [identity(entry), entry.key]));
    return new Map([...after.values()].flatMap((entry) => {
        const was = isTracked(entry) ? known.get(identity(entry)) : undefined;
        const origin = was === undefined ? undefined : origins.get(was);
        return origin === undefined ? [] : [[entry.key, origin]];
    }));
}
function isTracked({ kind, oid }) {
    return oid !== null && lineage_KINDS.has(kind);
}

;// CONCATENATED MODULE: ./build/rehearsal/rollback/replacements/arguments.js
/** Arguments of a function that calls may leave out no more. Pure. */


/** With SQL that brings them back: CREATE OR REPLACE may give a default, not take one away. */
function arguments_lostDefaults(before, after) {
    const was = argumentsOf(textOf(before, 'arguments') ?? '');
    const is = argumentsOf(textOf(after, 'arguments') ?? '');
    const lost = was.flatMap(({ declared, value }, at) => value !== undefined && is[at] !== undefined && is[at].value === undefined ? [{ declared, value }] : []);
    if (lost.length === 0)
        return [];
    const header = is.map(({ declared, value }, at) => withDefault(declared, value ?? was[at]?.value)).join(', ');
    const old = `(${textOf(after, 'arguments') ?? ''})`;
    const sql = String(after.facts.sql ?? '').replace(old, () => `(${header})`);
    const words = lost.map(({ declared, value }) => (0,sql_words/* code */.a)(withDefault(declared, value))).join(', ');
    return [{ words: `${words}, which calls may leave out`, sql: `${sql.trim()};` }];
}
const withDefault = (declared, value) => value === undefined ? declared : `${declared} DEFAULT ${value}`;
/** As pg_get_function_arguments lists them. */
function argumentsOf(list) {
    const parts = [''];
    let depth = 0;
    for (const [token] of list.matchAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[\s\S]/g)) {
        if (token === '(' || token === '[')
            depth++;
        if (token === ')' || token === ']')
            depth--;
        if (token === ',' && depth === 0)
            parts.push('');
        else
            parts[parts.length - 1] += token;
    }
    return parts.map((part) => {
        const [, declared = part, value] = /^(.*?) DEFAULT (.*)$/s.exec(part.trim()) ?? [];
        return { declared: declared.trim(), value };
    });
}

;// CONCATENATED MODULE: ./build/rehearsal/rollback/replacements/grants.js
/** Privileges and owners that the new object lacks. Pure. */




function lostGrants(pair) {
    const { before, after, was, is } = pair;
    const lost = grantsLost(before, after);
    const columns = was.of('column').flatMap((column) => {
        const name = column.parts.at(-1) ?? '';
        const now = is.column(name);
        if (now === undefined)
            return [];
        const left = missing(grants_grantsOf(column.attributes), [...grants_grantsOf(now.attributes), ...grants_grantsOf(after.attributes)]);
        return granted(left, objectSql(after), sqlName(name));
    });
    const onView = listOf(before.attributes, 'column grants').flatMap((text) => {
        if (listOf(after.attributes, 'column grants').includes(text))
            return [];
        const [, name = '', rest = ''] = FIRST_NAME.exec(text) ?? [];
        return granted(missing([readGrant(rest.trim())], grants_grantsOf(after.attributes)), objectSql(after), name);
    });
    return lossOf('privileges', true, [...lost, ...columns, ...onView]);
}
/** What a REVOKE took from PUBLIC, and the new object gives to it again, as each new function and type does. */
function publicAgain({ before, after }) {
    if (!BY_DEFAULT.includes(before.kind))
        return [];
    const fresh = missing(grants_grantsOf(after.attributes).filter(isPublic), grants_grantsOf(before.attributes));
    const items = fresh.map(({ privilege }) => ({
        words: `PUBLIC has ${privilege} again`,
        sql: `REVOKE ${privilege} ON ${objectSql(after)} FROM PUBLIC;`,
    }));
    return lossOf('revoked privileges', true, items);
}
function lostOwner({ before, after, first }) {
    const owner = textOf(before, 'owner');
    if (owner === undefined || owner === after.attributes.owner)
        return [];
    // Where the role of the rehearsal owned nothing, production's own may well be the owner of all.
    const owns = ({ kind, attributes }) => OWNED.has(kind) && attributes.owner === after.attributes.owner;
    if (![...first.values()].some(owns))
        return [];
    const sql = `ALTER ${objectSql(after, true)} OWNER TO ${owner};`;
    return lossOf('owner', true, [{ words: `${owner} (it is ${after.attributes.owner})`, sql }]);
}
const OWNED = new Set(['table', 'view', 'materialized view', 'sequence', 'function', 'type', 'domain']);
/** Of one object, apart from its columns. */
function grantsLost(before, after) {
    const owners = [before.attributes.owner, after.attributes.owner];
    const was = grants_grantsOf(before.attributes).filter(({ grantee }) => !owners.includes(grantee));
    // What PUBLIC got by default may be revoked again: it doesn't replace a lost privilege.
    const fresh = BY_DEFAULT.includes(after.kind) && !grants_grantsOf(before.attributes).some(isPublic);
    const now = grants_grantsOf(after.attributes).filter((grant) => !(fresh && isPublic(grant)));
    return granted(missing(was, now), objectSql(after));
}
/** Kinds of objects that PUBLIC may use unless that is revoked. */
const BY_DEFAULT = ['function', 'type', 'domain'];
function isPublic({ grantee }) {
    return grantee === 'public';
}
function grants_grantsOf(attributes) {
    return listOf(attributes, 'grants').map(readGrant);
}
function readGrant(text) {
    const colon = text.lastIndexOf(':');
    const option = text.endsWith('*');
    return { grantee: text.slice(0, colon), privilege: text.slice(colon + 1, option ? -1 : undefined), option };
}
/** Those that are no longer granted, to the same role or to PUBLIC. */
function missing(was, is) {
    return was.filter(({ grantee, privilege, option }) => !is.some((one) => one.privilege === privilege &&
        (one.grantee === grantee || one.grantee === 'public') &&
        (one.option || !option)));
}
/** One statement for each grantee. */
function granted(grants, on, column) {
    const groups = new Map();
    for (const grant of grants) {
        const key = `${grant.grantee} ${grant.option}`;
        groups.set(key, [...(groups.get(key) ?? []), grant]);
    }
    return [...groups.values()].map((group) => {
        const [{ grantee = '', option = false } = {}] = group;
        const role = grantee === 'public' ? 'PUBLIC' : grantee;
        const list = group
            .map(({ privilege }) => (column === undefined ? privilege : `${privilege} (${column})`))
            .join(', ');
        return {
            words: `${list} for ${role}`,
            sql: `GRANT ${list} ON ${on} TO ${role}${option ? ' WITH GRANT OPTION' : ''};`,
        };
    });
}
/** As GRANT names it; ALTER needs the keyword for a relation as well. */
function objectSql({ kind, parts }, withWord = false) {
    if (kind === 'function')
        return `ROUTINE ${functionSql(parts)}`;
    const relation = ['table', 'foreign table', 'view', 'materialized view'].includes(kind);
    return relation && !withWord ? relationSql(parts) : `${kind.toUpperCase()} ${relationSql(parts)}`;
}

;// CONCATENATED MODULE: ./build/rehearsal/rollback/replacements/attributes.js
/** What the new relation, function or type lacks as a whole: options, comments, publications, statistics. Pure. */









/** View options that decide what may be seen or written through it. */
const attributes_GUARDS = /^(?:security_barrier|security_invoker|check_option)=(?!false|off)/;
function lostOptions({ before, after }) {
    const alter = `ALTER ${objectSql(after, true)}`;
    const set = (option) => ({ words: option, sql: `${alter} SET (${option});` });
    const lost = missingOptions(before.attributes, after.attributes, 'with');
    const toast = missingOptions(before.attributes, after.attributes, 'toast').map((option) => `toast.${option}`);
    return [
        ...lossOf('security options', true, lost.filter((option) => attributes_GUARDS.test(option)).map(set)),
        ...lossOf('storage options', false, [...lost.filter((option) => !attributes_GUARDS.test(option)), ...toast].map(set)),
    ];
}
/** Of a view that keeps its place: what decides who sees what through it. */
function lostGuards(pair) {
    return pair.after.kind === 'view' ? lostOptions(pair).filter(({ protects }) => protects) : [];
}
/** A materialized view that holds nothing can't even be read. */
function lostContents({ before, after }) {
    const empty = 'not populated';
    if (before.attributes[empty] !== undefined || after.attributes[empty] === undefined)
        return [];
    const sql = `REFRESH MATERIALIZED VIEW ${relationSql(after.parts)};`;
    return lossOf('contents', true, [{ words: 'it is not populated, and can’t be read', sql }]);
}
/** Another value is the change's own. */
function missingOptions(was, is, list) {
    const name = (option) => option.slice(0, option.indexOf('='));
    const now = listOf(is, list).map(name);
    return listOf(was, list).filter((option) => !now.includes(name(option)));
}
function lostPlace({ before, after }) {
    const alter = `ALTER ${objectSql(after, true)}`;
    const was = before.attributes;
    const logged = was.persistence === 'p' && after.attributes.persistence === 'u';
    const tablespace = was.tablespace !== undefined && after.attributes.tablespace === undefined;
    return [
        ...lossOf('crash safety', true, logged ? [{ words: 'it is UNLOGGED', sql: `${alter} SET LOGGED;` }] : []),
        ...lossOf('tablespace', false, tablespace
            ? [{ words: String(was.tablespace), sql: `${alter} SET TABLESPACE ${sqlName(String(was.tablespace))};` }]
            : []),
    ];
}
/** The table's place under a parent: without it, the parent doesn't show its rows. */
function lostParents({ before, after, final }) {
    const parents = listOf(before.facts, 'inherits').filter((parent) => !listOf(after.facts, 'inherits').includes(parent));
    const items = parents.flatMap((parent) => {
        const parts = JSON.parse(parent);
        if (!final.has(`table ${JSON.stringify(parts)}`))
            return [];
        const bound = textOf(before, 'partition');
        const [name, table] = [relationSql(parts), relationSql(after.parts)];
        const sql = bound === undefined
            ? `ALTER TABLE ${table} INHERIT ${name};`
            : `ALTER TABLE ${name} ATTACH PARTITION ${table} ${bound};`;
        return [{ words: name, sql }];
    });
    return lossOf('parent tables', true, items);
}
function lostPublications({ before, after }) {
    const read = (text) => JSON.parse(text);
    const now = listOf(after.facts, 'published').map((text) => read(text)[0]);
    const items = listOf(before.facts, 'published').flatMap((text) => {
        const [publication, rest] = read(text);
        if (now.includes(publication))
            return [];
        return [
            { words: publication, sql: `ALTER PUBLICATION ${publication} ADD TABLE ${relationSql(after.parts)}${rest};` },
        ];
    });
    return lossOf('publications', false, items);
}
const IDENTITIES = { f: 'FULL', i: 'FULL', n: 'NOTHING' };
function lostReplicaIdentity({ before, after, was, is }) {
    const [old, now] = [String(before.attributes['replica identity']), String(after.attributes['replica identity'])];
    if (!['f', 'i'].includes(old) || !['d', 'n'].includes(now))
        return [];
    const marked = (entry) => entry.attributes['replica identity'] === true;
    const definition = ({ kind, facts, attributes }) => unnamed(String(kind === 'index' ? attributes.definition : facts.index));
    const all = (family) => [...family.of('index'), ...family.of('constraint')];
    const index = all(was).find(marked);
    const twin = index && all(is).find((other) => definition(other) === definition(index));
    const identity = old === 'i' && twin ? `USING INDEX ${sqlName(twin.parts.at(-1) ?? '')}` : IDENTITIES[old];
    const sql = `ALTER TABLE ${relationSql(after.parts)} REPLICA IDENTITY ${identity};`;
    return lossOf('replica identity', false, [{ words: old === 'f' ? 'FULL' : 'an index', sql }]);
}
function lostStatistics({ was, is, final }) {
    const definition = (entry) => unnamed(textOf(entry, 'definition') ?? '');
    const items = was.of('statistics object').flatMap((statistics) => {
        if (!standsOn(statistics, is))
            return [];
        if (is.of('statistics object').some((one) => definition(one) === definition(statistics)))
            return [];
        const sql = createNamed(statistics, final);
        return [
            {
                words: statistics.name.replace(/^public\./, ''),
                sql: final.has(statistics.key) ? sql : sql + commentSql(statistics, was),
            },
        ];
    });
    return lossOf('statistics objects', false, items);
}
/** On it, on its columns, and on what carries its old name. What has to be made again brings its comment along. */
function lostComments({ before, after, was, is, final }) {
    const parts = ['column', 'constraint', 'index', 'trigger', 'policy', 'rule', 'statistics object'];
    const known = [before, ...parts.flatMap((kind) => was.of(kind))];
    const items = known.flatMap((entry) => {
        const text = was.comment(entry);
        const now = entry === before ? after : final.get(entry.key);
        const belongs = now === after || JSON.stringify(now?.tableParts) === JSON.stringify(after.parts);
        if (text === undefined || now === undefined || !belongs || is.comment(now) !== undefined)
            return [];
        const target = commented([commentKind(now, is.head), identityOf(now)]);
        return [{ words: `on ${target}`, sql: `COMMENT ON ${target} IS ${(0,quote/* literal */.e)(text)};` }];
    });
    return lossOf('comments', false, [...items, ...viewComments(was, is, final)]);
}
function viewComments({ head, of, columns }, is, final) {
    return of('comment').flatMap((comment) => {
        const column = columns.find((name) => comment.parts[1] === `${identityOf(head)}.${sqlName(name)}`);
        if (column === undefined || !is.columns.includes(column) || final.has(comment.key))
            return [];
        const target = commented(comment.parts);
        return [{ words: `on ${target}`, sql: `COMMENT ON ${target} IS ${(0,quote/* literal */.e)(textOf(comment, 'text') ?? '')};` }];
    });
}
/** Also of one that keeps its place: OR REPLACE takes the default for what its new text leaves out. */
function lostOfFunction({ before, after, isNamed }) {
    if (before.kind !== 'function')
        return [];
    const alter = `ALTER ROUTINE ${functionSql(after.parts)}`;
    const { parts } = after;
    // What the new text says is the change's own.
    const isSaid = (option) => isNamed({ kind: `${option} of function`, parts });
    const lacks = (name, option = name) => before.attributes[name] === true && after.attributes[name] === undefined && !isSaid(option);
    const settings = missingOptions(before.attributes, after.attributes, 'set').map((setting) => {
        const name = setting.slice(0, setting.indexOf('='));
        const clause = String(before.facts.sql)
            .split('\n')
            .find((line) => line.startsWith(` SET ${name} TO `));
        return { words: setting, sql: `${alter}${clause ?? ` SET ${name} FROM CURRENT`};` };
    });
    const isDefiner = [before, after].some(({ attributes }) => attributes['security definer'] === true);
    return [
        ...lossOf('security attributes', true, [
            ...(lacks('security definer', 'security')
                ? [{ words: 'SECURITY DEFINER', sql: `${alter} SECURITY DEFINER;` }]
                : []),
        ]),
        ...lossOf('settings', isDefiner, settings),
        ...lossOf('LEAKPROOF', false, lacks('leakproof') ? [{ words: 'LEAKPROOF', sql: `${alter} LEAKPROOF;` }] : []),
        ...lossOf('defaults of arguments', false, arguments_lostDefaults(before, after)),
        ...lossOf('volatility', false, isSaid('volatility') ? [] : lostVolatility(before, after, alter)),
    ];
}
const attributes_VOLATILITY = { i: 'IMMUTABLE', s: 'STABLE' };
/** What the planner may count on no more: one call for a query, and an index for a search by its result. */
function lostVolatility(before, after, alter) {
    const words = attributes_VOLATILITY[String(before.attributes.volatility)];
    if (words === undefined || after.attributes.volatility !== undefined)
        return [];
    return [{ words: `${words} (it is VOLATILE)`, sql: `${alter} ${words};` }];
}
function lostOfDomain({ before, after }) {
    if (before.kind !== 'domain')
        return [];
    const alter = `ALTER DOMAIN ${relationSql(after.parts)}`;
    const value = textOf(before, 'default');
    // Another check is the change's own.
    const checks = listOf(after.facts, 'checks').length > 0 ? [] : listOf(before.facts, 'checks');
    return [
        ...lossOf('constraints', true, [
            ...checks.map((check) => ({ words: check, sql: `${alter} ADD ${check};` })),
            ...(before.attributes['not null'] && !after.attributes['not null']
                ? [{ words: 'NOT NULL', sql: `${alter} SET NOT NULL;` }]
                : []),
        ]),
        ...lossOf('defaults', false, value !== undefined && after.attributes.default === undefined
            ? [{ words: value, sql: `${alter} SET DEFAULT ${value};` }]
            : []),
    ];
}

;// CONCATENATED MODULE: ./build/rehearsal/rollback/replacements/columns.js
/** What columns of the new table lack: defaults, identities, sequences, how they are stored. Pure. */





const MAKES_VALUES = ['default', 'identity', 'generated'];
function lostOfColumns(pair) {
    const { was, is } = pair;
    const both = was.of('column').flatMap((before) => {
        const after = is.column(before.parts.at(-1) ?? '');
        return after === undefined ? [] : [[before, after]];
    });
    const of = (find) => both.flatMap(([before, after]) => find(before, after, pair));
    return [
        ...lossOf('defaults', false, [...of(lostValue), ...viewDefaults(pair)]),
        ...lossOf('owned sequences', false, of(lostSequence)),
        ...lossOf('privileges of its sequences', true, of(lostSequenceGrants)),
        ...lossOf('storage of columns', false, of(lostStorage)),
    ];
}
/** Another default is the change's own; none where there was one is a loss. */
function lostValue(before, after, { isNamed }) {
    if (MAKES_VALUES.some((name) => after.attributes[name] !== undefined))
        return [];
    if (isNamed({ kind: 'default', parts: after.parts }))
        return [];
    const [table, column] = [relationSql(after.tableParts ?? []), sqlName(after.parts.at(-1) ?? '')];
    const { identity, generated, type } = before.attributes;
    const value = textOf(before, 'default');
    const name = after.parts.at(-1);
    if (value !== undefined) {
        return [{ words: `${name} ${value}`, sql: `ALTER TABLE ${table} ALTER COLUMN ${column} SET DEFAULT ${value};` }];
    }
    if (identity !== undefined) {
        const kind = identity === 'a' ? 'ALWAYS' : 'BY DEFAULT';
        const sequence = `pg_get_serial_sequence(${(0,quote/* literal */.e)(table)}, ${(0,quote/* literal */.e)(String(name))})`;
        const sql = `ALTER TABLE ${table} ALTER COLUMN ${column} SET NOT NULL, ALTER COLUMN ${column} ADD GENERATED ${kind} AS IDENTITY;
SELECT setval(${sequence}, coalesce(max(${column}), 1), max(${column}) IS NOT NULL) FROM ${table};`;
        return [{ words: `${name} as identity`, sql }];
    }
    if (typeof generated !== 'string')
        return [];
    const stored = generated.startsWith('v') ? 'VIRTUAL' : 'STORED';
    const add = `ADD COLUMN ${column} ${type} GENERATED ALWAYS AS (${generated.slice(2)}) ${stored}`;
    return [{ words: `${name} as generated`, sql: `ALTER TABLE ${table} DROP COLUMN ${column}, ${add};` }];
}
function viewDefaults({ before, after }) {
    const now = listOf(after.attributes, 'column defaults');
    return listOf(before.attributes, 'column defaults').flatMap((text) => {
        const [, column = '', value = ''] = /^("(?:[^"]|"")*"|\S+) (.*)$/s.exec(text) ?? [];
        if (now.some((one) => one.startsWith(`${column} `)))
            return [];
        return [
            { words: text, sql: `ALTER VIEW ${relationSql(after.parts)} ALTER COLUMN ${column} SET DEFAULT ${value};` },
        ];
    });
}
function ownedBy(column, family) {
    return family.of('sequence').find((sequence) => sequence.attributes['owned by'] === column.parts.at(-1));
}
/** The new column draws from the old one's sequence, which goes with the old table. */
function lostSequence(before, after, { was, final }) {
    const old = ownedBy(before, was);
    const now = old && final.get(old.key);
    if (now === undefined || JSON.stringify(now.tableParts) === JSON.stringify(after.tableParts))
        return [];
    const name = now.parts.map(sqlName).join('.');
    if (!textOf(after, 'default')?.includes(`nextval('${name.replaceAll("'", "''")}'`))
        return [];
    const column = `${relationSql(after.tableParts ?? [])}.${sqlName(after.parts.at(-1) ?? '')}`;
    const words = `${now.name.replace(/^public\./, '')} of ${after.parts.at(-1)}`;
    return [{ words, sql: `ALTER SEQUENCE ${relationSql(now.parts)} OWNED BY ${column};` }];
}
function lostSequenceGrants(before, after, { was, is }) {
    const [old, now] = [ownedBy(before, was), ownedBy(after, is)];
    return old === undefined || now === undefined || old.key === now.key ? [] : grantsLost(old, now);
}
const STORAGES = { p: 'PLAIN', e: 'EXTERNAL', m: 'MAIN', x: 'EXTENDED' };
const COMPRESSIONS = { p: 'pglz', l: 'lz4' };
/** Another type has another storage of its own. */
function lostStorage(before, after) {
    const was = before.attributes;
    const is = after.attributes;
    if (was.type !== is.type)
        return [];
    const name = after.parts.at(-1) ?? '';
    const alter = `ALTER TABLE ${relationSql(after.tableParts ?? [])} ALTER COLUMN ${sqlName(name)}`;
    const lost = (attribute, action) => was[attribute] === undefined ||
        (attribute !== 'storage' && is[attribute] !== undefined) ||
        was[attribute] === is[attribute]
        ? []
        : [{ words: `${attribute} of ${name}`, sql: `${alter} ${action};` }];
    const options = listOf(was, 'with').filter((option) => !listOf(is, 'with').some((one) => one.split('=')[0] === option.split('=')[0]));
    return [
        ...lost('storage', `SET STORAGE ${STORAGES[String(was.storage)]}`),
        ...lost('compression', `SET COMPRESSION ${COMPRESSIONS[String(was.compression)]}`),
        ...lost('statistics', `SET STATISTICS ${was.statistics}`),
        ...(options.length > 0
            ? [{ words: `${options.join(', ')} of ${name}`, sql: `${alter} SET (${options.join(', ')});` }]
            : []),
    ];
}

;// CONCATENATED MODULE: ./build/rehearsal/rollback/replacements/constraints.js
/** Constraints and indexes that the new table lacks, and foreign keys that led to it. Pure. */





/** A constraint of the same kind over the same columns is one that the change made different. */
function lostConstraints({ after, was, is, final, isNamed }) {
    const items = was.of('constraint').flatMap((constraint) => {
        const isKey = typeof constraint.facts.index === 'string';
        if (isNamed(constraint) ||
            !standsOn(constraint, is) ||
            is.of('constraint').some((other) => replaces(other, constraint, after)))
            return [];
        if (isKey && is.of('index').some((index) => index.facts.unique === true && isSameIndex(index, constraint)))
            return [];
        const sql = addConstraint(constraint, after, final);
        const comment = sql.includes(' ADD CONSTRAINT ') ? commentSql(constraint, was) : '';
        return [{ words: `${constraints_nameOf(constraint)} ${textOf(constraint, 'definition')}`, sql: sql + comment }];
    });
    const nulls = was.of('column').flatMap((column) => {
        const now = is.column(constraints_nameOf(column));
        if (!now || column.attributes['not null'] === undefined || now.attributes['not null'] === true)
            return [];
        if (isNamed({ kind: 'not null', parts: column.parts }))
            return [];
        if (is.of('constraint').some((check) => isNotNull(check, constraints_nameOf(column))))
            return [];
        const sql = `ALTER TABLE ${relationSql(after.parts)} ALTER COLUMN ${sqlName(constraints_nameOf(column))} SET NOT NULL;`;
        return [{ words: `NOT NULL of ${(0,sql_words/* code */.a)(constraints_nameOf(column))}`, sql }];
    });
    return lossOf('constraints', true, [...nulls, ...items]);
}
function constraints_nameOf({ parts }) {
    return parts.at(-1) ?? '';
}
function replaces(other, constraint, table) {
    const [type, others] = [String(constraint.facts.type), String(other.facts.type)];
    // A table has one primary key: another one is the change's own.
    if (type === 'p' && others === 'p')
        return true;
    const keys = 'pu'.includes(type) && 'pu'.includes(others);
    if (type !== others && !keys)
        return false;
    const definition = (entry) => unnamed(textOf(entry, 'definition') ?? '');
    if (definition(other) === definition(constraint) || sameColumns(other, constraint))
        return true;
    return keys ? withPartitionKey(other, constraint, table) : constraints_nameOf(other) === constraints_nameOf(constraint);
}
/** A key of a partitioned table has to hold the partition key as well. */
function withPartitionKey(other, key, { attributes }) {
    const columns = listOf(other.facts, 'columns');
    return (attributes['partition by'] !== undefined && listOf(key.facts, 'columns').every((name) => columns.includes(name)));
}
function isNotNull(check, column) {
    const definition = textOf(check, 'definition') ?? '';
    return (check.facts.type === 'c' && definition.replaceAll(/[()]/g, '').startsWith(`CHECK ${sqlName(column)} IS NOT NULL`));
}
/** Two indexes, of their own or of a key, that do the same or are on the same columns. */
function isSameIndex(one, other) {
    const definition = ({ kind, facts, attributes }) => unnamed(String(kind === 'constraint' ? facts.index : attributes.definition));
    return definition(one) === definition(other) || sameColumns(one, other);
}
function lostIndexes({ after, was, is, final, isNamed }) {
    const others = [...is.of('index'), ...is.of('constraint').filter(hasIndex)];
    const items = was.of('index').flatMap((index) => {
        const unique = index.facts.unique === true;
        const holds = (other) => !unique || other.kind === 'constraint' || other.facts.unique === true;
        if (isNamed(index) || !standsOn(index, is) || index.attributes.invalid)
            return [];
        const serves = (other) => isSameIndex(other, index) || constraints_nameOf(other) === constraints_nameOf(index) || (unique && withPartitionKey(other, index, after));
        if (others.some((other) => holds(other) && serves(other)))
            return [];
        const sql = createNamed(index, final);
        const comment = final.has(index.key) || !sql.includes(constraints_nameOf(index)) ? '' : commentSql(index, was);
        return [{ words: (0,sql_words/* code */.a)(constraints_nameOf(index)), sql: sql + comment, unique }];
    });
    return [
        ...lossOf('unique indexes', true, items.filter(({ unique }) => unique)),
        ...lossOf('indexes', false, items.filter(({ unique }) => !unique)),
    ];
}
function hasIndex({ facts }) {
    return typeof facts.index === 'string';
}
/** Foreign keys of other tables: they follow the old table, or go with it. */
function lostInbound({ before, first, final }, now, isReplaced) {
    const items = [...first.values()].flatMap((constraint) => {
        if (constraint.facts.type !== 'f' || !sameParts(constraint.facts.references, before.parts))
            return [];
        const from = final.get(`table ${JSON.stringify(constraint.tableParts)}`);
        if (from === undefined || isReplaced(from.key))
            return [];
        const family = now.of(from);
        const same = (other) => unnamed(textOf(other, 'definition') ?? '') === unnamed(textOf(constraint, 'definition') ?? '');
        const there = family.of('constraint');
        if (!standsOn(constraint, family) || there.some(same))
            return [];
        const stands = there.some(({ key }) => key === constraint.key);
        const drop = stands
            ? `ALTER TABLE ${relationSql(from.parts)} DROP CONSTRAINT ${sqlName(constraints_nameOf(constraint))};\n`
            : '';
        return [
            {
                words: `${(0,sql_words/* code */.a)(constraints_nameOf(constraint))} of ${(0,sql_words/* code */.a)(from.name.replace(/^public\./, ''))}`,
                sql: drop + addConstraint(constraint, from, final),
            },
        ];
    });
    return lossOf('foreign keys that lead to it', true, items);
}

;// CONCATENATED MODULE: ./build/rehearsal/rollback/replacements/security.js
/** Row security, policies, triggers and rules that the new table or view lacks. Pure. */




function lostRowSecurity({ before, after }) {
    const alter = `ALTER TABLE ${relationSql(after.parts)}`;
    const lacks = (name) => before.attributes[name] === true && after.attributes[name] === undefined;
    return lossOf('row security', true, [
        ...(lacks('row security') ? [{ words: 'enabled', sql: `${alter} ENABLE ROW LEVEL SECURITY;` }] : []),
        ...(lacks('row security forced') ? [{ words: 'forced', sql: `${alter} FORCE ROW LEVEL SECURITY;` }] : []),
    ]);
}
/** What policies hid, a view shows to all that may read it, unless it asks with the reader's rights. */
function shownRows({ before, after }) {
    const invoker = listOf(after.attributes, 'with').some((option) => /^security_invoker=(?:true|on|yes|1)$/.test(option));
    if (before.attributes['row security'] !== true || after.kind !== 'view' || invoker)
        return [];
    const sql = `ALTER VIEW ${relationSql(after.parts)} SET (security_invoker = true);`;
    return lossOf('row security', true, [{ words: 'it shows the rows that policies hide', sql }]);
}
function lostPolicies({ after, was, is, isNamed }) {
    const now = is.of('policy');
    const content = ({ attributes }) => JSON.stringify(attributes);
    const items = was.of('policy').flatMap((policy) => {
        if (now.some((one) => content(one) === content(policy)) || !standsOn(policy, is))
            return [];
        const twin = now.find(({ parts }) => parts.at(-1) === policy.parts.at(-1));
        if (twin !== undefined)
            return weakened(policy, twin, after);
        if (isNamed(policy))
            return [];
        return [{ words: security_nameOf(policy), sql: createPolicy(policy, after) + commentSql(policy, was) }];
    });
    return lossOf('policies', true, items);
}
/** A policy that was dropped and made again, and lets more through than before. Its expressions are the change's own. */
function weakened(before, after, table = security_tableOf(after)) {
    const was = before.attributes;
    const is = after.attributes;
    const isPublic = (attributes) => listOf(attributes, 'to').includes('public');
    const told = [
        [isPublic(is) && !isPublic(was), 'it holds for PUBLIC', { to: was.to }],
        [was.restrictive === true && is.restrictive === undefined, 'it is no longer restrictive', { restrictive: true }],
        [was.for !== '*' && is.for === '*', 'it holds for all commands', { for: was.for }],
        [was.using !== undefined && is.using === undefined && is.for !== 'a', 'USING is gone', { using: was.using }],
        [lacksCheck(was, is), 'WITH CHECK is gone', { 'with check': was['with check'] }],
    ];
    const weak = told.filter(([holds]) => holds);
    if (weak.length === 0)
        return [];
    const back = Object.assign({ ...is }, ...weak.map(([, , attributes]) => attributes));
    const commands = back.for === 'r' || back.for === 'd' ? { ...back, 'with check': undefined } : back;
    const policy = { parts: after.parts, attributes: commands };
    const drop = `DROP POLICY ${sqlName(after.parts.at(-1) ?? '')} ON ${relationSql(table.parts)};`;
    const words = `${security_nameOf(before)} (${weak.map(([, text]) => text).join(', ')})`;
    return [{ words, sql: `${drop}\n${createPolicy(policy, table)}` }];
}
/** A policy for reads or deletes can't have one. */
function lacksCheck(was, is) {
    return was['with check'] !== undefined && is['with check'] === undefined && is.for !== 'r' && is.for !== 'd';
}
function security_tableOf({ tableParts }) {
    return { parts: tableParts ?? [] };
}
function security_nameOf({ kind, parts, facts }) {
    return kind === 'rule' ? String(facts.name) : (parts.at(-1) ?? '');
}
/** Triggers and rules, by their names or by what they do; and whether they fire. */
function lostTriggers({ after, was, is, isNamed }) {
    const gone = [];
    const asleep = [];
    const otherwise = [];
    for (const one of [...was.of('trigger'), ...was.of('rule')]) {
        if (!standsOn(one, is))
            continue;
        const words = `${one.kind} ${security_nameOf(one)}`;
        const twin = twinOf(one, is.of(one.kind));
        if (twin === undefined) {
            if (isNamed(one))
                continue;
            const create = one.kind === 'trigger'
                ? createTrigger(one, after)
                : [textOf(one, 'definition'), ...ruleState(one, after)].join('\n');
            gone.push({ words, sql: create + commentSql(one, was) });
        }
        else if (twin.attributes.enabled !== one.attributes.enabled) {
            const state = { ...twin, attributes: { ...twin.attributes, enabled: one.attributes.enabled ?? 'O' } };
            const lost = { words: `${words} ${FIRES[String(one.attributes.enabled)]}`, sql: setTrigger(state, after) };
            (twin.attributes.enabled === 'D' ? asleep : otherwise).push(lost);
        }
    }
    return [
        ...lossOf('triggers and rules', true, gone),
        ...lossOf('triggers that fire', true, asleep),
        ...lossOf('when triggers fire', false, otherwise),
    ];
}
function ruleState(rule, table) {
    return rule.attributes.enabled === 'O' ? [] : [setTrigger(rule, table)];
}
const FIRES = {
    O: 'was enabled',
    D: 'was disabled',
    A: 'fired always',
    R: 'fired on replicas only',
};
function twinOf(one, others) {
    const content = (entry) => unnamed(textOf(entry, 'definition') ?? '');
    return (others.find((other) => security_nameOf(other) === security_nameOf(one)) ?? others.find((other) => content(other) === content(one)));
}

;// CONCATENATED MODULE: ./build/rehearsal/rollback/replacements/losses.js








/** In the order in which their SQL can run: keys before the foreign keys that need them. */
const OF_ITSELF = [
    lostOwner,
    lostGrants,
    publicAgain,
    lostConstraints,
    lostIndexes,
    lostRowSecurity,
    lostPolicies,
    lostTriggers,
    lostPlace,
    lostOptions,
    lostOfColumns,
    lostReplicaIdentity,
    lostPublications,
    lostStatistics,
    lostOfFunction,
    lostOfDomain,
    lostComments,
    lostParents,
    lostContents,
    staleViews,
];
/** Of a table that a view has replaced, or the reverse: what its readers would miss. */
const OF_ANOTHER_KIND = [lostOwner, lostGrants, shownRows];
/** Of an object that OR REPLACE has given another definition: what guards it, and is gone by not being said again. */
const REDEFINED = [lostGuards, lostOfFunction];
const ON_A_VIEW = [lostOwner, lostGrants, lostIndexes, lostTriggers, lostOfColumns, lostComments];
/** `isNamed`: whether a statement of the change drops the object by its name. */
function lossesOf({ first, final, replacements, redefined }, isNamed) {
    const keys = new Set(replacements.map(({ before }) => before.key));
    const isReplaced = (key) => keys.has(key);
    const was = new Families(first);
    const is = new Families(final);
    const nothing = new Families(new Map());
    const rest = (before, after) => {
        const pair = { before, after, moved: null, was: was.of(before), is: nothing.of(after), first, final, isNamed };
        return ON_A_VIEW.flatMap((find) => find(pair));
    };
    const pairOf = (replacement) => {
        const { before, after } = replacement;
        return { ...replacement, was: was.of(before), is: is.of(after), first, final, isNamed };
    };
    const all = (replacement, finders) => [
        replacement,
        finders.flatMap((find) => find(pairOf(replacement))),
    ];
    const again = redefined.map((replacement) => all(replacement, REDEFINED));
    const anew = replacements.flatMap((replacement) => {
        const { before, after } = replacement;
        if (before.kind === 'policy') {
            // With its table, it is compared as a part of that.
            if (isReplaced(`table ${JSON.stringify(before.tableParts)}`))
                return [];
            return [[replacement, lossOf('policies', true, weakened(before, after))]];
        }
        if (before.kind !== after.kind)
            return [all(replacement, OF_ANOTHER_KIND)];
        const pair = pairOf(replacement);
        return [
            [
                replacement,
                [
                    ...OF_ITSELF.flatMap((find) => find(pair)),
                    ...lostInbound(pair, is, isReplaced),
                    ...lostDependents(pair, { isReplaced, rest }),
                ],
            ],
        ];
    });
    return [...again, ...anew];
}

;// CONCATENATED MODULE: ./build/rehearsal/rollback/replacements/named-drops.js

/** `kind name`, the name without its schema or table. */
function namedDrops(statements) {
    return new Set(statements.flatMap(({ node }) => [...dropped(node), ...droppedParts(node), ...saidOptions(node)]));
}
function dropKey({ kind, parts }) {
    return `${kind} ${kind.endsWith('function') ? parts[1] : parts.at(-1)}`;
}
const named_drops_KINDS = {
    OBJECT_VIEW: 'view',
    OBJECT_MATVIEW: 'materialized view',
    OBJECT_TABLE: 'table',
    OBJECT_INDEX: 'index',
    OBJECT_FUNCTION: 'function',
    OBJECT_PROCEDURE: 'function',
    OBJECT_ROUTINE: 'function',
    OBJECT_TRIGGER: 'trigger',
    OBJECT_POLICY: 'policy',
    OBJECT_STATISTIC_EXT: 'statistics object',
    OBJECT_DOMAIN: 'domain',
    OBJECT_TYPE: 'type',
};
function dropped(node) {
    const drop = (0,ast/* nodeOf */.E7)(node, 'DropStmt');
    const kind = named_drops_KINDS[drop?.removeType ?? ''];
    if (drop === undefined || kind === undefined)
        return [];
    return (drop.objects ?? []).map((object) => {
        const name = (0,ast/* nodeOf */.E7)(object, 'TypeName')?.names?.at(-1) ?? (0,ast/* nodeOf */.E7)(object, 'ObjectWithArgs')?.objname?.at(-1);
        return `${kind} ${(0,ast/* nodeOf */.E7)(name, 'String')?.sval ?? (0,ast/* listName */.sY)(object)?.name}`;
    });
}
function droppedParts(node) {
    return ((0,ast/* nodeOf */.E7)(node, 'AlterTableStmt')?.cmds ?? []).flatMap((command) => {
        const { subtype, name } = (0,ast/* nodeOf */.E7)(command, 'AlterTableCmd') ?? {};
        if (subtype === 'AT_DropColumn')
            return [`column ${name}`];
        if (subtype === 'AT_DropNotNull')
            return [`not null ${name}`];
        if (subtype === 'AT_ColumnDefault' || subtype === 'AT_DropIdentity')
            return [`default ${name}`];
        return subtype === 'AT_DropConstraint' ? [`constraint ${name}`] : [];
    });
}
/** What a function's new text says of itself, which is then intended: `volatility of function f`. */
function saidOptions(node) {
    const routine = (0,ast/* nodeOf */.E7)(node, 'CreateFunctionStmt');
    const name = (0,ast/* nodeOf */.E7)(routine?.funcname?.at(-1), 'String')?.sval;
    return (routine?.options ?? []).flatMap((item) => {
        const option = (0,ast/* nodeOf */.E7)(item, 'DefElem')?.defname;
        return option === undefined ? [] : [`${option} of function ${name}`];
    });
}

;// CONCATENATED MODULE: ./build/rehearsal/rollback/replacements/place.js
const REMOVES = /^(?:DropStmt|RenameStmt|AlterObjectSchemaStmt)$/;
const place_MAKES = /^(?:Create\w*Stmt|ViewStmt|CompositeTypeStmt|DefineStmt|DoStmt)$/;
/** The last statement that defines it anew in its place; null where only ALTER has changed it, which says what it means. */
function redefinedAt(changed, { before }) {
    const name = (before.kind === 'function' ? before.parts[1] : before.parts.at(-1)) ?? '';
    const all = changed.flatMap(({ up }) => up.statements.map((statement) => ({ up, statement })));
    return all.findLast(({ statement: { kind, sql } }) => REDEFINES.test(kind) && place_mentions(sql, name)) ?? null;
}
const REDEFINES = /^(?:ViewStmt|CreateFunctionStmt)$/;
function place_placeOf(changed, { before, migration }) {
    const up = changed[migration]?.up;
    if (up === undefined)
        return null;
    const name = (before.kind === 'function' ? before.parts[1] : before.parts.at(-1)) ?? '';
    const said = up.statements.filter(({ sql }) => place_mentions(sql, name));
    const statement = said.find(({ kind }) => REMOVES.test(kind)) ?? said.find(({ kind }) => place_MAKES.test(kind)) ?? up.statements.at(-1);
    return statement === undefined ? null : { up, statement };
}
/** Whether the name is in the text as a word. */
function place_mentions(sql, name) {
    const quoted = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`(?<![\\w$])${quoted}(?![\\w$])`, 'i').test(sql);
}

;// CONCATENATED MODULE: ./build/rehearsal/rollback/replacements/rows.js


function stepsOf(changed, reports) {
    return changed.flatMap(({ up }, migration) => {
        const ran = reports[migration]?.statements.filter(({ role }) => role === 'up') ?? [];
        return up.statements.map((statement, index) => {
            const { transaction: context } = statement;
            const began = context.kind === 'explicit' ? `${context.begin.line}:${context.begin.column}` : context.kind;
            const own = context.kind === 'none' ? ` ${index}` : '';
            return { up, statement, report: ran[index], transaction: `${migration} ${began}${own}` };
        });
    });
}
/** The copy and the swap between which others may write; null where there is none, or nothing can be lost. */
function gapOf(table, steps) {
    const old = oldNames(table, steps);
    const names = newNames(table, steps);
    const swapAt = steps.findIndex((step, at) => step.report?.status === 'applied' && movesAway(step.statement, table, old[at]));
    const copies = steps.flatMap((step, at) => (copiesFrom(step, old[at], names[at]) ? [at] : []));
    const [first] = copies;
    const swap = steps[swapAt];
    const copy = first === undefined ? undefined : steps[first];
    if (swap === undefined || copy === undefined || first === undefined || first > swapAt)
        return null;
    // What was written meanwhile is fetched afterwards.
    if (copies.some((at) => at > swapAt))
        return null;
    const before = steps.slice(0, first);
    if (carriesWrites(before.map(({ statement }, at) => ({ statement, old: old[at] }))))
        return null;
    const locked = before.some((step, at) => step.transaction === swap.transaction && keepsWritersOut(step, old[at]));
    return locked && copy.transaction === swap.transaction ? null : { copy, swap };
}
const rows_nameOf = (name) => JSON.stringify([name?.schema ?? 'public', name?.name]);
/** What a statement renames, or moves to another schema. */
function moveOf({ node }) {
    const rename = (0,ast/* nodeOf */.E7)(node, 'RenameStmt');
    if (rename?.renameType === 'OBJECT_TABLE' && rename.relation && rename.newname) {
        const from = (0,ast/* relationName */.CJ)(rename.relation);
        return { from: rows_nameOf(from), to: rows_nameOf({ ...(from?.schema && { schema: from.schema }), name: rename.newname }) };
    }
    const move = (0,ast/* nodeOf */.E7)(node, 'AlterObjectSchemaStmt');
    if (move?.objectType !== 'OBJECT_TABLE' || !move.relation || !move.newschema)
        return null;
    const from = (0,ast/* relationName */.CJ)(move.relation);
    return { from: rows_nameOf(from), to: rows_nameOf({ schema: move.newschema, name: from?.name ?? '' }) };
}
/** The name of the old table before each statement. */
function oldNames({ parts }, steps) {
    let name = JSON.stringify(parts);
    return steps.map(({ statement }) => {
        const now = name;
        const move = moveOf(statement);
        if (move?.from === name)
            name = move.to;
        return now;
    });
}
/** The name of the new table before each statement, from the end. */
function newNames({ parts }, steps) {
    let name = JSON.stringify(parts);
    const names = steps.toReversed().map(({ statement }) => {
        const move = moveOf(statement);
        if (move?.to === name)
            name = move.from;
        return name;
    });
    return names.reverse();
}
function movesAway(statement, { parts }, old) {
    if (old !== JSON.stringify(parts))
        return false;
    if (moveOf(statement)?.from === old)
        return true;
    const drop = (0,ast/* nodeOf */.E7)(statement.node, 'DropStmt');
    if (drop?.removeType !== 'OBJECT_TABLE')
        return false;
    return (drop.objects ?? []).some((object) => {
        const names = (0,ast/* nodeOf */.E7)(object, 'List')?.items?.map((item) => (0,ast/* nodeOf */.E7)(item, 'String')?.sval ?? '') ?? [];
        return JSON.stringify(names.length > 1 ? names.slice(-2) : ['public', ...names]) === old;
    });
}
/** Whether a statement reads the old table and writes to the new one: by what it did where observed, else by its text. */
function copiesFrom({ statement: { node }, report }, old, target) {
    if (old === target)
        return false;
    const locked = (name, mode) => report?.locks?.some((lock) => lock.relation === shownName(name) && lock.mode === mode) ?? false;
    // Only INSERT, UPDATE, DELETE and MERGE take ROW EXCLUSIVE; a key that is looked up takes ROW SHARE.
    if (locked(target, 'ROW EXCLUSIVE') && rows_reads(report, old))
        return true;
    const insert = (0,ast/* nodeOf */.E7)(node, 'InsertStmt');
    const create = (0,ast/* nodeOf */.E7)(node, 'CreateTableAsStmt');
    const into = (0,ast/* relationName */.CJ)(insert?.relation ?? create?.into?.rel);
    if (into === undefined || rows_nameOf(into) !== target)
        return false;
    let found = false;
    (0,ast/* walk */.GG)(insert?.selectStmt ?? create?.query, (tag, body) => {
        if (tag === 'RangeVar' && rows_nameOf((0,ast/* relationName */.CJ)(body)) === old)
            found = true;
    });
    return found;
}
/** Read from end to end, or looked into, under whatever lock is held on it. */
function rows_reads(report, old) {
    const name = shownName(old);
    const locked = report?.locks?.some(({ relation, mode }) => relation === name && mode === 'ACCESS SHARE') ?? false;
    return locked || (report?.scans.includes(name) ?? false);
}
/** As reports write it. */
function shownName(name) {
    const [schema, relation = ''] = JSON.parse(name ?? '[]');
    return schema === 'public' ? relation : `${schema}.${relation}`;
}
/** In pg_trigger.tgtype and in the parse tree: INSERT, DELETE, UPDATE. */
const rows_EVENTS = [4, 8, 16];
/** Triggers on the old table that fire at every kind of write, or a rule, made before the copy. */
function carriesWrites(steps) {
    let events = 0;
    for (const { statement, old } of steps) {
        const { node, sql } = statement;
        const trigger = (0,ast/* nodeOf */.E7)(node, 'CreateTrigStmt');
        if (trigger && rows_nameOf((0,ast/* relationName */.CJ)(trigger.relation)) === old)
            events |= trigger.events ?? 0;
        const rule = (0,ast/* nodeOf */.E7)(node, 'RuleStmt');
        if (rule && rows_nameOf((0,ast/* relationName */.CJ)(rule.relation)) === old)
            return true;
        if (node !== null && 'DoStmt' in node && /\bcreate\s+(?:constraint\s+)?trigger\b/i.test(sql))
            return true;
    }
    return rows_EVENTS.every((event) => (events & event) !== 0);
}
function keepsWritersOut({ report }, old) {
    const relation = shownName(old);
    return (report?.locks?.some((lock) => lock.relation === relation && (0,sql_locks/* compareLockModes */.tc)(lock.mode, 'SHARE') >= 0) ?? false);
}

;// CONCATENATED MODULE: ./build/rehearsal/rollback/replacements/replacements.js









/** `reports` and `schemas` by the order of `changed`; both may end early. */
function replacements(changed, reports, schemas) {
    const all = replaced(schemas);
    if (all === null || all.replacements.length + all.redefined.length === 0)
        return [];
    const steps = stepsOf(changed, reports);
    const named = namedDrops(steps.map(({ statement }) => statement));
    const losses = lossesOf(all, (entry) => named.has(dropKey(entry))).flatMap(([replacement, lost]) => lost.flatMap((loss) => {
        const place = all.redefined.includes(replacement)
            ? redefinedAt(changed, replacement)
            : place_placeOf(changed, replacement);
        return place === null ? [] : [replacements_tell(place, replacement, loss)];
    }));
    const gaps = all.replacements.flatMap(({ before }) => {
        const gap = before.kind === 'table' ? gapOf(before, steps) : null;
        return gap === null ? [] : [rowsLost(before, gap)];
    });
    return [...losses, ...gaps];
}
function replacements_tell({ up, statement }, { after }, loss) {
    const { what, items, protects } = loss;
    const rule = protects ? 'replacement-loses-protection' : 'replacement-loses-attribute';
    const message = `The new ${after.kind} ${(0,sql_words/* code */.a)(calledBy(after))} lacks what the old one had (${what}): ${items.map(({ words }) => words).join('; ')}.`;
    const proof = 'Catalogs compared before the change and after it';
    const help = `Carry it over in the same migration:\n${items.map(({ sql }) => sql).join('\n')}`;
    // One replacement, one finding: what else it lacks stands inside.
    return observe(rule, up, statement, {
        message,
        proof,
        help,
        cause: `replaces ${calledBy(after)} at ${statement.start}`,
    });
}
function rowsLost(table, { copy, swap }) {
    const { statement, up } = copy;
    const { path, line } = swap.statement.location;
    const where = path === up.file.path ? `line ${line}` : `line ${line} of ${(0,sql_words/* code */.a)(path)}`;
    const name = relationSql(table.parts);
    const message = `Rows that others write to ${(0,sql_words/* code */.a)(name)} between this copy and the swap in ${where} are lost. Nothing keeps writers out meanwhile, and no trigger carries their rows over.`;
    return observe('swap-loses-rows', up, statement, {
        message,
        proof: `No lock that stops writers was held on ${(0,sql_words/* code */.a)(name)} from before the copy to the end of the swap`,
        help: `Lock the table before the copy, and copy and swap in that transaction:\nLOCK TABLE ${name} IN SHARE ROW EXCLUSIVE MODE;`,
        related: [{ ...swap.statement.location, message: 'The swap' }],
    });
}

;// CONCATENATED MODULE: ./build/rehearsal/data/row-failures.js







/** A failure that the first run, on empty tables, did not have. */
function isNews({ statement, error }, applied) {
    // That its time was used up says nothing about rows.
    if (error.sqlstate === '')
        return false;
    return applied.some(({ line, sql }) => line === statement.location.line && sql === statement.sql);
}
/** `earlier`: the statements of the migrations of the change before it. */
function row_failures_failsWithRows({ statement, error }, up, { rows, earlier, bodies }) {
    const certainty = certaintyOf(statement, error, [...earlier, ...up.statements.slice(0, statement.index)]);
    const what = `${error.message} (SQLSTATE ${error.sqlstate})`;
    if (certainty === undefined && isOfTheCode(error, statement.sql, bodies)) {
        return observeRefusal('fails-with-rows', { script: up, statement }, error, {
            message: `The statement succeeds on an empty table and fails as soon as there is a row: ${what}. The error lies in the code, whatever the row holds.`,
            proof: `Run on ${rows} rows in each table, Postgres answered ${error.sqlstate}: ${error.message}${inCall(error)}`,
            help: error.where === undefined ? (error.hint ?? checks/* REHEARSAL_CHECKS */.g['fails-with-rows'].fix) : OF_A_FUNCTION,
            facts: [(0,fact/* refused */.J5)(error.sqlstate), (0,fact/* refusedOnRows */.Xm)(error.sqlstate)],
        });
    }
    const isSure = certainty !== undefined && certainty.unlessIn === undefined;
    const made = `On tables with a few made-up rows the statement fails: ${what}.`;
    const message = isSure
        ? `The statement succeeds on an empty table and fails as soon as ${ROWS_WORDS[certainty.rows]}: ${what}. ${certainWords(certainty)}`
        : `${made} ${certainty ? certainWords(certainty) : 'Whether it does in production depends on the rows there.'}`;
    return observeRefusal('fails-with-rows', { script: up, statement }, error, {
        message,
        proof: `Run on ${count(rows, 'row')} in each table, Postgres answered ${error.sqlstate}: ${error.message}`,
        help: certainty ? SAME_VALUE : checks/* REHEARSAL_CHECKS */.g['fails-with-rows'].fix,
        facts: [(0,fact/* refused */.J5)(error.sqlstate), (0,fact/* refusedOnRows */.Xm)(error.sqlstate)],
        ...(!isSure && { severity: certainty ? 'warning' : 'info' }),
    });
}
/** Where it came from, on one line. */
function inCall({ where }) {
    const [innermost] = (where ?? '').split('\n').filter((line) => /function/.test(line));
    return innermost === undefined ? '' : `, in ${innermost.trim()}`;
}
const OF_A_FUNCTION = 'Mend the function that the proof names, in this migration and before this statement. A function that an index, a CHECK or a generated column calls must name what it uses with its schema, or have a search_path of its own (ALTER FUNCTION … SET search_path = …): Postgres builds indexes with none.';
const ROWS_WORDS = { 1: 'there is a row', 2: 'there are two rows' };
const SAME_VALUE = 'Give the column a default that the constraint allows. Where none is right for all rows, add the column alone, fill it in batches, and add the constraint in a later migration.';
/** That it applies was shown on empty tables: where rows stop it, the line of the checklist says so. */
function appliedOnRows(report, news, failing) {
    const [stop] = news;
    if (stop === undefined)
        return report;
    const isSure = failing.some(({ finding }) => finding.severity === 'error');
    const { sqlstate } = stop.error;
    const where = `line ${stop.statement.location.line} fails (SQLSTATE ${sqlstate})`;
    const proofs = report.proofs.map((line) => {
        if (line.check !== 'applied' || line.status !== 'proven')
            return line;
        return isSure
            ? { ...line, status: 'failed', detail: `on empty tables only: with a row in them, ${where}` }
            : { ...line, detail: `${line.detail}, on empty tables; with made-up rows ${where}` };
    });
    return { ...report, proofs };
}

;// CONCATENATED MODULE: ./build/rehearsal/data/rows-kept.js








/** Whether anything of it could lose rows unsaid. */
function mayLoseRows({ statements }) {
    return statements.some((statement) => runsCode(statement) || rows_kept_WRITES.has(statement.kind));
}
const rows_kept_WRITES = new Set(['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt']);
/** Of all tables that may be read. Reads every row. */
async function rows_kept_countRows(session) {
    const { rows: tables } = await session.query((0,catalog_sql/* catalogSql */.a)('readable tables'));
    if (tables.length === 0)
        return new Map();
    const counts = tables.map(([schema, table]) => `SELECT pg_catalog.count(*)::pg_catalog.text FROM ONLY ${(0,quote/* ident */.b)(String(schema))}.${(0,quote/* ident */.b)(String(table))}`);
    const { rows } = await session.query(counts.join('\nUNION ALL\n'));
    return new Map(tables.map(([schema, table, oid], at) => [
        String(oid),
        { name: (0,schema_objects/* shortName */.EU)(`${schema}.${table}`), rows: Number(rows[at]?.[0] ?? 0) },
    ]));
}
/** What the statements did to rows that were there before, as far as no statement says it. */
function lostRows(script, ran, { before, after }) {
    const told = new Set();
    return ran.flatMap(({ statement, deeds: { deleted, rewrites } }) => {
        const touched = [...deleted, ...rewrites].filter(({ oid, isNew }) => !isNew && !told.has(oid));
        const lost = touched.flatMap(({ oid, name, partOf }) => {
            const [was, is] = [before.get(oid)?.rows ?? 0, after.get(oid)?.rows];
            if (was === 0 || is === undefined || is >= was)
                return [];
            // Who names a partitioned table says that its partitions' rows are meant.
            if ([name, ...partOf].some((one) => rows_kept_names(statement, one)))
                return [];
            told.add(oid);
            return [{ name, all: is === 0 }];
        });
        if (lost.length === 0)
            return [];
        const all = lost.filter((one) => one.all);
        // What a condition chose may be meant to go; it is only that nobody can read it here.
        return [rows_kept_tell(script, statement, all.length > 0 ? all : lost, all.length > 0)];
    });
}
function rows_kept_tell(script, statement, lost, all) {
    const tables = [...new Set(lost.map(({ name }) => (0,sql_words/* code */.a)(name)))].sort().join(', ');
    return observe('unwritten-loss', script, statement, {
        message: `The statement deletes ${all ? 'all' : 'some'} rows of ${tables}, which its SQL doesn’t say. No rollback brings them back.`,
        proof: `On tables with a few rows, ${all ? 'none was' : 'not all were'} left in ${tables}`,
        facts: [(0,fact/* hazard */.vl)('unwritten-loss'), ...lost.map(({ name }) => (0,fact/* hazard */.vl)('emptied', name))],
        cause: causeOf(statement),
        ...(!all && { severity: 'warning' }),
    });
}
/** Whether it, or what can be read of its block, deletes from the table by its name: the rules for that have read it. */
function rows_kept_names(statement, table) {
    return [statement, ...(statement.block?.statements ?? [])].some(({ node }) => {
        const { relations = [] } = (0,ast/* nodeOf */.E7)(node, 'TruncateStmt') ?? {};
        const target = ((0,ast/* nodeOf */.E7)(node, 'DeleteStmt') ?? (0,ast/* nodeOf */.E7)(node, 'MergeStmt') ?? (0,ast/* nodeOf */.E7)(node, 'UpdateStmt'))?.relation;
        const inside = withTargets(node);
        const all = [target, ...inside, ...relations.map((item) => (0,ast/* nodeOf */.E7)(item, 'RangeVar'))];
        return all.some((one) => (0,ast/* relationName */.CJ)(one)?.name === (0,schema_objects/* lastName */.UK)(table));
    });
}
/** What a statement's WITH deletes from. */
function withTargets(node) {
    const holder = (0,ast/* nodeOf */.E7)(node, 'SelectStmt') ?? (0,ast/* nodeOf */.E7)(node, 'InsertStmt') ?? (0,ast/* nodeOf */.E7)(node, 'UpdateStmt');
    return (holder?.withClause?.ctes ?? []).map((item) => {
        const query = (0,ast/* nodeOf */.E7)(item, 'CommonTableExpr')?.ctequery;
        return (0,ast/* nodeOf */.E7)(query, 'DeleteStmt')?.relation;
    });
}

;// CONCATENATED MODULE: ./build/rehearsal/rows-run.js
















/** One row shows NOT NULL, two show uniqueness, three that two weren't chance. */
const rows_run_ROWS = 3;
const MANY_ROWS = 50;
const NOTHING_TRIED = { done: 0, reason: 'no-rows' };
const ROWS_PROOFS = PROOFS.filter((proof) => proof.on === 'rows');
/** Those further down in the checklist look first: what the others leave in a table's file would affect them. */
const BY_CARE = [...ROWS_PROOFS].reverse();
/** Without the queries that turn out to end their session, if they aren't many; each costs a database. */
async function runOnRows(open, plan, first) {
    const begun = [...first.reports];
    const ended = [];
    for (;;) {
        try {
            const run = await runOnce(open, plan, first);
            return { ...run, notChecked: [...run.notChecked, ...ended] };
        }
        catch (error) {
            if (!(error instanceof EndedByQuery) || ended.length === MOST_ENDED)
                throw error;
            first.reports.splice(0, first.reports.length, ...begun);
            plan = { ...plan, queries: (plan.queries ?? []).filter(({ name }) => name !== error.query) };
            ended.push({ check: `query ${error.query} on rows`, reason: `it ends its own session: ${error.message}` });
        }
    }
}
const MOST_ENDED = 3;
/** `open` makes a database where the change starts, which goes with the run. Takes what is shown into `first.reports`. */
async function runOnce(open, plan, first) {
    const run = { observations: [], notChecked: [], leftOut: new Map() };
    let done = 0;
    let reason = 'no-rows';
    try {
        ({ done, reason } = await tryOnRows(open, plan, first, run));
    }
    finally {
        for (const index of first.reports.keys())
            if (index >= done)
                leaveUntried(plan, first, index, reason);
    }
    return run;
}
/**
 * Does nothing where no statement touches rows that existed before the change, and none makes writes dearer. Returns how many
 * migrations were tried, and why no more.
 */
async function tryOnRows(open, plan, first, run) {
    const { reports, existing } = first;
    const touched = new Set([...touchedTables(reports), ...computedFrom(reports)]);
    const costly = plan.changed.some(({ up }) => targetsOf(up, existing).length > 0);
    const related = relatedInRuns(plan, first);
    if (touched.size === 0 && !costly && !isAsked(plan, related))
        return NOTHING_TRIED;
    const stage = await open();
    if ('obstacle' in stage)
        return NOTHING_TRIED;
    try {
        const { session, scratch } = stage;
        // Bytes for each row are a mean, and need more rows than a yes or no does.
        const rows = costly ? MANY_ROWS : rows_run_ROWS;
        const { maxWriteCost = null, queries = [], seedHints: hints = {} } = plan;
        const seeds = { rows, hints, reach: reachOfChange(plan, first, related) };
        const seeding = await scratch.pastRowSecurity(() => seedTables(session, seeds));
        run.notChecked.push(...unseeded(seeding, touched));
        const runs = (0,sql_runs/* runsOf */.k)(plan.changed).map((all) => ({ all, memory: new Map() }));
        for (const [index, migration] of plan.changed.entries()) {
            const [report, written = []] = [reports[index], first.written[index]];
            if (report === undefined)
                return { done: index, reason: 'incomplete' };
            const sent = sentWith(migration, runs);
            const its = related[index] ?? NO_RELATIONS;
            const tried = { stage, migration, report, existing, written, sent, related: its, queries };
            const scene = { ...tried, deployed: seeding.catalog, maxWriteCost, hints, seeding };
            const begun = new Map();
            for (const proof of BY_CARE)
                begun.set(proof, await proof.begin(scene));
            const { up } = migration;
            const applied = report.statements.filter(({ role, status }) => role === 'up' && status === 'applied');
            const counters = await countersBefore(stage, up);
            const before = mayLoseRows(up) ? await scratch.pastRowSecurity(() => rows_kept_countRows(session)) : null;
            if (before)
                stage.tracer.unseen();
            const again = await runScript(session, up, before && stage.tracer);
            const news = again.failures.filter((failure) => isNews(failure, applied));
            const earlier = plan.changed.slice(0, index).flatMap((one) => one.up.statements);
            const bodies = news.length > 0 ? await bodiesIn(stage) : new Map();
            const failing = news.map((failure) => row_failures_failsWithRows(failure, up, { rows, earlier, bodies }));
            run.observations.push(...failing);
            first.reports[index] = appliedOnRows(report, news, failing);
            if (!again.complete)
                return { done: index, reason: 'fails-with-rows' };
            await resetSession(session);
            if (before) {
                const after = await scratch.pastRowSecurity(() => rows_kept_countRows(session));
                run.observations.push(...lostRows(up, again.ran, { before, after }));
            }
            const { behind: all } = await countersAfter(stage, up, counters);
            const behind = all.filter((one) => !isTold(report, one));
            run.observations.push(...behindFindings(up, behind, true));
            const refused = [...notRun(migration, report), ...again.failures.map(({ statement }) => statement.location.line)];
            for (const proof of BY_CARE) {
                const shown = await proof.show({ ...scene, report: reports[index] ?? report }, begun.get(proof));
                const outcome = shown && notAsSent(shown, [...new Set(refused)]);
                run.observations.push(...(outcome?.observations ?? []));
                if (outcome?.again && outcome.status === 'failed')
                    first.looks.add(stage, { index, path: up.file.path }, [outcome.again]);
                if (outcome?.leftOut)
                    run.leftOut.set(migration, outcome.leftOut);
                rows_run_take(first, index, proof, outcome);
            }
        }
        await first.looks.atEnd(stage, plan.changed.length - 1);
        return { done: plan.changed.length, reason: 'no-rows' };
    }
    finally {
        await stage.leave();
    }
}
async function bodiesIn({ scratch }) {
    return bodiesByName((await readStoredCode(await scratch.observe())).functions);
}
function isAsked({ changed, queries = [] }, related) {
    if (queries.length > 0 || related.some(({ tables, views }) => tables.length + views.length > 0))
        return true;
    return changed.some(({ up }) => up.statements.some(runsCode));
}
/** The first run has told of what needs no rows. */
function isTold({ proofs }, { counter: { sequence } }) {
    return proofs.some(({ check, detail }) => check === 'counters' && detail.includes(sequence.name));
}
function sentWith(migration, runs) {
    const { all, memory } = runs.find((one) => one.all.includes(migration)) ?? { all: [migration], memory: new Map() };
    return { isFirst: all[0] === migration, isLast: all.at(-1) === migration, memory };
}
function rows_run_take({ reports }, index, proof, outcome) {
    const report = reports[index];
    if (outcome === null || report === undefined)
        return;
    reports[index] = withOutcome(report, proof, outcome);
}
/** What the proofs say where they were not run; nothing of a migration that did not apply. */
function leaveUntried(plan, first, index, reason) {
    const [migration, report, written = []] = [plan.changed[index], first.reports[index], first.written[index]];
    if (!migration || !report?.proofs.some(({ check }) => check === 'rollback'))
        return;
    for (const proof of ROWS_PROOFS) {
        if (report.proofs.some(({ check }) => check === proof.check))
            continue;
        const known = { migration, report, existing: first.existing, written, related: relatedOf(first, index) };
        const outcome = proof.untried({ ...known, queries: plan.queries ?? [] }, reason);
        rows_run_take(first, index, proof, outcome && notAsSent(outcome, notRun(migration, report)));
    }
}
/** Lines that were refused or left out in the first run, or that nobody can follow. */
function notRun({ up, down }, { statements }) {
    const before = statements.filter(({ role, status }) => role === 'up' && status !== 'applied');
    return [...before.map(({ line }) => line), ...(up.unfollowed ?? []), ...(down?.unfollowed ?? [])];
}
function unseeded({ unseeded: tables }, touched) {
    return tables
        .filter(({ table }) => touched.has(table))
        .map(({ table, reason }) => ({
        check: `rows in ${table}`,
        reason: `sample rows could not be inserted (${reason}): give seed-hints or a seed file`,
    }));
}

;// CONCATENATED MODULE: ./build/rehearsal/run/forward-reference.js


/** Undefined table, object, function, schema, column. */
const UNDEFINED = new Set(['42P01', '42704', '42883', '3F000', '42703']);
const forward_reference_NAMED = /: (?:relation|type|schema|function|column) "?([^"(]+)/;
/** The observation, and where what it misses is made, if that is in a `later` migration. */
function withMaker(observation, later) {
    const { finding, facts } = observation;
    const [fact] = facts;
    const missing = fact.kind === 'refused' && UNDEFINED.has(fact.sqlstate) ? forward_reference_NAMED.exec(finding.proof ?? '')?.[1] : undefined;
    if (finding.rule !== 'migration-fails' || missing === undefined)
        return observation;
    for (const { up } of later) {
        for (const { node, location } of up.statements) {
            const made = (0,schema_effects/* effectsOf */.w)(node).find(({ change, object }) => change === 'create' && (0,schema_objects/* lastName */.UK)(object.name) === (0,schema_objects/* lastName */.UK)(missing));
            if (made === undefined)
                continue;
            const { kind, name } = made.object;
            const help = `The ${kind} ${(0,schema_objects/* shortName */.EU)(name)} is made in ${location.path}:${location.line}, which is applied after this: change the order, or make it here.`;
            return { ...observation, finding: { ...finding, help } };
        }
    }
    return observation;
}

;// CONCATENATED MODULE: ./build/rehearsal/run/seen.js




class Witness {
    outside;
    #statements = new Map();
    #leftOut = new Map();
    #rollbacks = [];
    /** `outside`: whether it is looked for from outside the change's own session. */
    constructor(outside) {
        this.outside = outside;
    }
    statement({ path, start }) {
        return this.#statements.get(`${path} ${start}`);
    }
    fate({ path, start }, object) {
        const holds = ({ statements }) => statements.some((statement) => statement.location.path === path && statement.start === start);
        const found = this.#rollbacks.find(({ scripts }) => scripts.some(holds));
        return found && fateOf(object, found.rollback);
    }
    /** What a script's run has shown of its statements; `earlier`: what ran before it over the same connection. */
    ran({ statements }, { reports, ran: own }, earlier = []) {
        const ran = [...earlier, ...own];
        for (const statement of statements) {
            const report = reports[statement.index];
            if (report === undefined || report.status === 'skipped' || report.status === 'notRun')
                continue;
            const at = ran.findIndex((one) => one.statement === statement);
            const deeds = ran[at]?.deeds;
            const { sqlstate = '', error = '' } = report;
            this.#statements.set(`${statement.location.path} ${statement.start}`, {
                refusal: report.status === 'failed' ? { sqlstate, error } : null,
                locks: deeds?.locks ? [...ownLocks(ran[at]), ...earlierLocks(ran, at)] : null,
                scans: deeds?.scans.map(({ oid }) => oid) ?? [],
                rewrites: deeds?.rewrites.map(({ oid }) => oid) ?? [],
                vanished: deeds?.vanished.map(({ kind, name }) => `${kind} ${(0,sql_words/* code */.a)(name)}`) ?? [],
                keepsLocks: (deeds?.keepsLocks ?? false) && !mayGiveBack(statement),
                identify: deeds?.identify ?? (() => undefined),
            });
        }
    }
    leftOut({ path }, column) {
        return this.#leftOut.get(path)?.has(column) ?? false;
    }
    /** After the script an INSERT worked that left these columns out, in full. */
    leavesOut({ file }, columns) {
        this.#leftOut.set(file.path, new Set(columns));
    }
    /** A rollback ran to its end as its tool runs it. */
    rolledBack({ up, down }, rollback) {
        this.#rollbacks.push({ scripts: down ? [up, down] : [up], rollback });
    }
}
function ownLocks(one) {
    return (one?.deeds.locks ?? []).map(({ oid, mode }) => ({ on: oid, mode }));
}
/** What its transaction holds already a statement need not take again. */
function earlierLocks(ran, at) {
    const { transaction } = ran[at] ?? { transaction: 0 };
    return ran.slice(0, at).flatMap((earlier) => {
        if (earlier.transaction !== transaction)
            return [];
        const since = (0,positions/* lineOf */.cA)(earlier.statement, ran[at]?.statement);
        return ownLocks(earlier).map((lock) => ({ ...lock, since }));
    });
}
/** A DO block that catches an error gives back the locks of what it undid: that none is left says nothing. */
function mayGiveBack({ kind, sql }) {
    return kind === 'DoStmt' && /\bexception\b/i.test(sql);
}
/** Also of what comes and goes with its table. What is under another name than a rule thinks, is not there under that. */
function fateOf(object, { before, rolledBack }) {
    const of = (schema) => [...schema.values()].filter((entry) => (0,fact/* sameObject */.Qr)(object, entry));
    const [was, is] = [of(before), of(rolledBack)];
    if (was.length === 0 && is.length === 0)
        return 'never there';
    // Functions of one name: each that is new, gone or another counts.
    const names = (entries) => new Set(entries.map(({ name }) => name));
    if ([...names(is)].some((name) => !names(was).has(name)))
        return 'left';
    if ([...names(was)].some((name) => !names(is).has(name)))
        return 'gone';
    const differs = compareSnapshots(before, rolledBack, () => true).some((difference) => (0,fact/* sameObject */.Qr)(object, difference));
    return differs ? 'changed' : 'as before';
}

;// CONCATENATED MODULE: ./build/rehearsal/stored-code/failed-in.js
/** Code of which nobody could be sure, and in which a write has failed: that shows it. Pure. */

const WRITTEN_IN = /in the function `"?([^`("]+)/;
const TOLD_OF = /^The \w+ `"?([^`("]+)/;
function shownByWrites(observations) {
    const failed = observations.flatMap(({ finding, at }) => {
        const name = WRITTEN_IN.exec(finding.message)?.[1];
        const isError = finding.rule === 'write-breaks' && finding.severity === 'error';
        return isError && name !== undefined ? [{ path: at.path, name: (0,schema_objects/* lastName */.UK)(name) }] : [];
    });
    return observations.map((observation) => {
        const { finding, at, tried } = observation;
        if (finding.rule !== 'stored-code-breaks' || tried === undefined)
            return observation;
        const name = (0,schema_objects/* lastName */.UK)(TOLD_OF.exec(finding.message)?.[1] ?? '');
        const isShown = failed.some((one) => one.path === at.path && one.name === name);
        return isShown ? { ...observation, finding: { ...finding, severity: 'error' } } : observation;
    });
}

;// CONCATENATED MODULE: ./build/rehearsal/told.js




/** The SQL may have changed the database so that a query of ours fails: then this check isn't made, all others are. */
async function contained(check, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof servers_server/* PostgresError */.Yj))
            throw error;
        const reason = `Postgres refused a query of the check itself (${error.sqlstate}: ${error.message})`;
        return { observations: [], notChecked: [{ check, reason }] };
    }
}
/** What of a migration was left out is said once. */
function leftOutNotes(statements) {
    return statements.map(({ node, location: { path, line } }) => ({
        check: `${path}:${line}`,
        path,
        reason: `the statement was left out, and the rest of the file run without it: ${isAboutTablespaces(node) ? NO_TABLESPACE : ADMINISTRATORS}`,
    }));
}
/** What was not finished is reported where the migration begins. */
function told_stopped(migration, error) {
    const { message } = error;
    if (migration === undefined)
        return [];
    const reason = error instanceof servers_server/* PostgresError */.Yj
        ? `Postgres refused a query of the check itself (${error.sqlstate}: ${message})`
        : message;
    const words = `The rehearsal stopped in this migration: ${reason.replace(/\.$/, '')}.`;
    return [observe('rehearsal-stopped', migration.up, undefined, { message: words })];
}
/** These were not run. */
function skip(migrations, reason, rehearsal) {
    for (const { path } of migrations)
        rehearsal.notChecked.push({ check: `rehearsal of ${path}`, id: 'rehearsal', path, reason });
}

;// CONCATENATED MODULE: ./build/rehearsal/rehearse.js




























/** Makes scratch databases on `server` and drops them again; the server stays up. */
async function rehearse(server, plan) {
    const seen = new Witness(server.capabilities.multiSession);
    const rehearsal = { migrations: [], observations: [], seen, notChecked: [] };
    try {
        await new RehearsalRun(server, plan, rehearsal).run();
    }
    catch (error) {
        const told = [servers_server/* ServerLost */.m2, servers_server/* RunTimeExceeded */.y7, servers_server/* PostgresError */.Yj, SameKey].some((kind) => error instanceof kind);
        if (!told || !(error instanceof Error))
            throw error;
        const index = Math.min(rehearsal.migrations.length, plan.changed.length - 1);
        rehearsal.observations.push(...told_stopped(plan.changed[index], error));
        skip(plan.changed.slice(index), 'the rehearsal was stopped', rehearsal);
    }
    rehearsal.observations.push(...lockOrder(timelines(plan.changed, rehearsal.migrations)));
    rehearsal.migrations.push(...plan.changed.slice(rehearsal.migrations.length).map(not_rehearsed/* notRehearsed */.F));
    rehearsal.notChecked.push(...(server.notChecked ?? []));
    return rehearsal;
}
/** After each that doesn't apply, the database is built anew. */
const MOST_FAILURES = 10;
/** Runs a plan. Adds what it finds to `rehearsal` as it goes, so that a lost server loses nothing that was found before. */
class RehearsalRun {
    #server;
    #plan;
    #rehearsal;
    #missing;
    /** What a second run meets is the schema: copies of it are made quicker without rows. */
    #bare;
    /** With the rows of the seed, where there is one. */
    #seeded;
    /** The schemas around each migration; null where it doesn't apply. */
    #schemas = [];
    #written = [];
    #unvalidated = [];
    /** What was shown where the tool sends several migrations in one transaction. */
    #inRuns = new Map();
    #looks = new LookAgain();
    #stage = null;
    #final = null;
    /** Tables that existed before the change. */
    #existing = new Set();
    #failed = 0;
    constructor(server, plan, rehearsal) {
        this.#server = server;
        this.#plan = plan;
        this.#rehearsal = rehearsal;
        this.#missing = new MissingExtensions(server, plan.unread, plan.baseline);
        const { bootstrap = [], baseline, seed } = plan;
        const roles = rolesMadeBy(plan.changed.flatMap(scriptsThatRun));
        const extensions = extensionsWanted([...baseline, ...seed].flatMap(({ statements }) => statements));
        this.#bare = new BaselineDatabases(server, { bootstrap, extensions, scripts: baseline, roles }, this.#missing);
        const rows = { bootstrap: [], scripts: seed, roles };
        this.#seeded = seed.length > 0 ? new BaselineDatabases(server, rows, this.#missing, this.#bare) : null;
    }
    async run() {
        await this.#applyEach();
        const { baseline, seed, changed } = this.#plan;
        const { migrations, observations } = this.#rehearsal;
        this.#rehearsal.baseline = { scripts: baseline.length + seed.length, fromCache: this.#databases.fromCache };
        if (this.#final)
            observations.push(...leftUnvalidated(this.#unvalidated, this.#final));
        observations.push(...replacements(changed, migrations, this.#schemas));
        await this.#runAgain();
    }
    get #databases() {
        return this.#seeded ?? this.#bare;
    }
    async #applyEach() {
        try {
            for (const run of (0,sql_runs/* runsOf */.k)(this.#plan.changed))
                if (run.length > 1)
                    await this.#together(run);
            for (const [index, migration] of this.#plan.changed.entries()) {
                if (!(await this.#apply(migration, index)))
                    break;
            }
        }
        finally {
            await this.#stage?.leave();
            const { notChecked, observations } = this.#rehearsal;
            notChecked.push(...this.#missing.notChecked);
            const skipped = notChecked.some(({ id }) => id === 'rehearsal');
            observations.push(...this.#missing.gaps(skipped));
        }
    }
    /** As its tool sends it; each is looked at by itself later. */
    async #together(run) {
        const { changed } = this.#plan;
        const stage = await this.#before(run[0] ? changed.indexOf(run[0]) : 0);
        // Told when the first is to be run by itself.
        if ('obstacle' in stage)
            return;
        try {
            const excuse = (statement, error) => stage.missing.explain(statement, error) !== undefined;
            const scripts = run.map(({ up }) => up);
            const shown = await runTogether(stage.session, scripts, stage.tracer, excuse);
            for (const [at, inRun] of shown.entries())
                this.#inRuns.set(run[at], inRun);
        }
        finally {
            await stage.leave();
        }
    }
    /** False where those after it can't be tried. */
    async #apply(migration, index) {
        const { changed, seed, queries = [], validation = [], statistics } = this.#plan;
        this.#stage ??= await this.#prepare(index);
        const stage = this.#stage;
        if (stage === null)
            return false;
        if (index === 0)
            this.#existing = stage.tables;
        const last = index === changed.length - 1;
        const inRun = this.#inRuns.get(migration);
        const later = changed.slice(index + 1);
        const comes = later.map(({ up }) => up);
        const around = { earlier: this.#schemas.flatMap((one) => one ?? []), later: comes };
        const beside = { seeded: seed.length > 0, queries, validation: last ? validation : [], statistics };
        const context = { ...beside, ...around, ...(inRun && { inRun }) };
        const result = await rehearseMigration(stage, migration, context, this.#rehearsal.seen);
        this.#rehearsal.migrations.push(result.report);
        this.#written.push(result.written);
        this.#rehearsal.notChecked.push(...leftOutNotes(result.leftOut));
        this.#rehearsal.observations.push(...result.observations.map((observation) => withMaker(observation, later)));
        this.#unvalidated.push({ up: migration.up, reports: result.report.statements, keys: result.unvalidated });
        if (result.after === null)
            return this.#leaveOut(migration, later, result.wants);
        this.#final = result.after;
        if (last && result.clean)
            await this.#looks.atEnd(stage, index);
        this.#looks.add(stage, { index, path: migration.up.file.path }, result.again);
        this.#schemas.push({ before: result.before, after: result.after });
        if (!result.clean)
            await this.#leave(stage);
        return true;
    }
    /** Those after it are tried on what the others make, up to a number. `wants`: why it didn't apply, if not for its SQL. */
    async #leaveOut(migration, later, wants) {
        if (wants)
            skip([migration], wants, this.#rehearsal);
        this.#missing.addFailed(migration.path);
        this.#schemas.push(null);
        if (this.#stage)
            await this.#leave(this.#stage);
        if (++this.#failed <= MOST_FAILURES)
            return true;
        skip(later, `${this.#failed} migrations before it do not apply`, this.#rehearsal);
        return false;
    }
    async #leave(stage) {
        await stage.leave();
        this.#stage = null;
    }
    /** Null where the schema before migration `index` can't be built, which is said. */
    async #prepare(index) {
        const { changed, statistics, baseline, seed } = this.#plan;
        const stage = await this.#before(index);
        if ('obstacle' in stage) {
            const { path, observation, reason: excuse } = stage.obstacle;
            if (observation)
                this.#rehearsal.observations.push(observation);
            const reason = observation ? `the baseline fails in ${path}` : `the baseline ends at ${path}: ${excuse}`;
            skip(changed.slice(index), reason, this.#rehearsal);
            return null;
        }
        const scripts = [...baseline, ...seed, ...changed.flatMap(scriptsThatRun)];
        if (index === 0)
            this.#rehearsal.notChecked.push(...(await tablespaceNotes(stage.session, scripts)));
        if (statistics && index === 0) {
            await takeOverStatistics(stage, this.#server, statistics, this.#rehearsal);
            stage.tracer.unseen();
        }
        return stage;
    }
    /** Builds the schema before migration `index`: baseline, seed, and the changed migrations before it. */
    async #before(index) {
        const { changed, seed } = this.#plan;
        const stage = await this.#databases.stage();
        if ('obstacle' in stage)
            return stage;
        if (seed.length > 0)
            await analyze(stage);
        for (const { up } of changed.slice(0, index))
            await runScript(stage.session, up, null);
        stage.tracer.unseen();
        return stage;
    }
    /** What is shown on further databases: with rows, and after failures halfway. */
    async #runAgain() {
        const [bare, seeded, plan] = [this.#bare, this.#seeded, this.#plan];
        const { migrations: reports, observations, notChecked } = this.#rehearsal;
        const add = (extra) => {
            observations.push(...extra.observations);
            notChecked.push(...extra.notChecked);
        };
        try {
            const open = () => (plan.application ? seeded?.stage() : seeded?.lastStage()) ?? bare.stage();
            const first = { reports, written: this.#written, existing: this.#existing, schemas: this.#schemas };
            const onRows = async () => {
                const run = await runOnRows(open, plan, { ...first, looks: this.#looks });
                for (const [{ up }, columns] of run.leftOut)
                    this.#rehearsal.seen.leavesOut(up, columns);
                return run;
            };
            add(await contained('a second run on rows', onRows));
            observations.splice(0, observations.length, ...shownByWrites(withMended(observations, this.#looks.working)));
            const whole = this.#schemas.length === plan.changed.length && !this.#schemas.includes(null);
            const stage = () => (seeded ?? bare).stage();
            const pinpointed = async () => {
                const placed = await pinpoint(stage, plan, first, observations);
                observations.splice(0, observations.length, ...placed);
                return { observations: [], notChecked: [] };
            };
            add(await contained('which statement broke what', pinpointed));
            add(await contained('the application’s program', () => tryApplication(stage, plan, { reports, whole })));
            const known = { reports, whole, known: observations, reach: () => reachOfChange(plan, first) };
            const dumped = () => tryDump({ open: stage, server: this.#server, plan, ...known });
            add(await contained('whether a dump can be restored', dumped));
            await seeded?.close();
            const rehearsed = { reports, schemas: this.#schemas };
            add(await contained('re-runs after a failure', () => proveReruns(bare, this.#server, plan, rehearsed)));
        }
        finally {
            await seeded?.close();
            await bare.close();
        }
    }
}
function scriptsThatRun({ up, down }) {
    return down ? [up, down] : [up];
}
/** Of what a run sends in one transaction, only the first: the others are no transactions of their own. */
function timelines(changed, reports) {
    const firsts = new Set((0,sql_runs/* runsOf */.k)(changed).map(([first]) => first));
    return reports.flatMap(({ path, lockTimeline }, index) => {
        const migration = changed[index];
        if (migration === undefined || !firsts.has(migration))
            return [];
        return [{ path, script: migration.up, holds: lockTimeline.filter(({ role }) => role === 'up') }];
    });
}


/***/ })

};
