export const id = 416;
export const ids = [416];
export const modules = {

/***/ 6416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rehearse: () => (/* binding */ rehearse)
});

// EXTERNAL MODULE: ./build/built-in.js
var built_in = __webpack_require__(2702);
// EXTERNAL MODULE: ./build/rehearsal/apply.js + 2 modules
var apply = __webpack_require__(2366);
// EXTERNAL MODULE: ./build/rehearsal/hazards/hazards.js
var hazards = __webpack_require__(4951);
// EXTERNAL MODULE: ./build/rehearsal/hazards/unvalidated.js
var hazards_unvalidated = __webpack_require__(9693);
// EXTERNAL MODULE: ./build/rehearsal/migration.js + 8 modules
var rehearsal_migration = __webpack_require__(8993);
// EXTERNAL MODULE: ./build/sql/ast.js
var ast = __webpack_require__(1843);
;// CONCATENATED MODULE: ./build/rehearsal/missing-extension.js

/** Which image has what; `17` stands for the major version. */
const IMAGES = [
    [
        /^(postgis|address_standardizer)/,
        (major) => `postgis/postgis:${Math.max(major, 13)}-${major >= 18 ? '3.6' : '3.5'}`,
    ],
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
/** What fails for want of an extension: a type, function, table, schema or column that it would have made. */
const CONSEQUENCES = new Set(['42704', '42883', '42P01', '3F000', '42703', '25P02']);
/** The extension that the server says it doesn't have. */
function missingExtension({ node }, { sqlstate, message }) {
    if (sqlstate !== '58P01' && sqlstate !== '0A000')
        return undefined;
    const said = /extension "([^"]+)" is not available|extension control file ".*\/([^/"]+)\.control"/.exec(message);
    if (said === null)
        return undefined;
    return (0,ast/* nodeOf */.E7)(node, 'CreateExtensionStmt')?.extname ?? said[1] ?? said[2];
}
/** Collects the extensions that one server lacks. Each is said once. */
class MissingExtensions {
    #server;
    #names = new Set();
    constructor(server) {
        this.#server = server;
    }
    /** Did the statement fail because it makes an extension that isn't there? */
    has(statement, error) {
        const name = missingExtension(statement, error);
        if (name !== undefined)
            this.#names.add(name);
        return name !== undefined || this.#isAbout(statement);
    }
    /** May the statement have failed because an extension isn't there? */
    explain(statement, error) {
        return this.has(statement, error) || (this.#names.size > 0 && CONSEQUENCES.has(error.sqlstate));
    }
    /** For the reason why something was not rehearsed. */
    get reason() {
        return `it may need ${[...this.#names].join(', ')}, which this server does not have`;
    }
    get notChecked() {
        return [...this.#names].map((name) => ({ check: `extension ${name}`, reason: adviceFor(name, this.#server) }));
    }
    /** COMMENT ON EXTENSION, as dumps have it. */
    #isAbout({ node }) {
        const comment = (0,ast/* nodeOf */.E7)(node, 'CommentStmt');
        if (comment?.objtype !== 'OBJECT_EXTENSION')
            return false;
        return this.#names.has((0,ast/* nodeOf */.E7)(comment.object, 'String')?.sval ?? '');
    }
}
function adviceFor(name, { kind, version, major }) {
    const where = kind === 'embedded' ? 'the embedded Postgres does not have it' : `PostgreSQL ${version} here has none`;
    const image = ELSEWHERE.test(name) ? undefined : IMAGES.find(([names]) => names.test(name))?.[1](major);
    const use = image === undefined ? 'an image that has it' : `the image ${image}`;
    return `${where}: rehearse on a service container with ${use}`;
}

// EXTERNAL MODULE: ./build/rehearsal/observation.js
var observation = __webpack_require__(6234);
// EXTERNAL MODULE: ./build/schema/objects.js
var objects = __webpack_require__(7250);
// EXTERNAL MODULE: ./build/rehearsal/servers/server.js
var servers_server = __webpack_require__(4160);
;// CONCATENATED MODULE: ./build/rehearsal/seed/catalog-query.js
/** One query that reads everything that seeding needs, as JSON of the shape that `catalog.ts` declares. */
const list = (query) => `coalesce((SELECT json_agg(x) FROM (${query}) x), '[]')`;
/** Like `list`, of plain values instead of objects. */
const values = (query) => `coalesce((SELECT json_agg(x.v) FROM (${query}) x), '[]')`;
const COLUMNS = `
  SELECT a.attname AS "name", a.attnum AS "number", a.atttypid::int8 AS "type", a.atttypmod AS "typmod",
    a.attnotnull AS "notNull", a.attidentity::text AS "identity", a.attgenerated <> '' AS "generated",
    pg_get_expr(d.adbin, d.adrelid) AS "expression",
    CASE WHEN a.attidentity <> '' OR d.oid IS NOT NULL
      THEN pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) END AS "sequence"
  FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`;
const checks = (owner, relation) => `
  SELECT o.conname AS "name", coalesce(o.conkey, '{}') AS "columns", pg_get_expr(o.conbin, ${relation}) AS "sql"
  FROM pg_constraint o WHERE ${owner} AND o.contype = 'c' ORDER BY o.conname`;
const FOREIGN_KEYS = `
  SELECT o.conname AS "name", o.conkey AS "columns", o.confmatchtype = 'f' AS "full",
    coalesce((SELECT p.relid::oid FROM pg_partition_ancestors(o.confrelid) WITH ORDINALITY p(relid, n) ORDER BY p.n DESC LIMIT 1),
      o.confrelid)::int8 AS "parent",
    ${values(`SELECT a.attname AS v FROM unnest(o.confkey) WITH ORDINALITY k(number, n)
      JOIN pg_attribute a ON a.attrelid = o.confrelid AND a.attnum = k.number ORDER BY k.n`)} AS "parentColumns"
  FROM pg_constraint o WHERE o.conrelid = c.oid AND o.contype = 'f' AND o.conparentid = 0 ORDER BY o.conname`;
const UNIQUES = `
  SELECT i.indnullsnotdistinct AS "nullsEqual", i.indisprimary AS "primary", NOT i.indimmediate AS "deferrable",
    i.indexprs IS NULL AND i.indpred IS NULL AND NOT i.indisexclusion AS "plain",
    ${values('SELECT k.v FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(v, n) WHERE k.v <> 0 AND k.n <= i.indnkeyatts ORDER BY k.n')} AS "columns",
    ${values(`SELECT DISTINCT d.refobjsubid AS v FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = i.indexrelid
      AND d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid AND d.refobjsubid > 0`)} AS "uses"
  FROM pg_index i WHERE i.indrelid = c.oid AND (i.indisunique OR i.indisexclusion) ORDER BY i.indisprimary DESC, i.indexrelid`;
// A few partitions are enough, and many conditions would make every candidate row slow.
const PARTITIONS = `
  SELECT coalesce(pg_get_partition_constraintdef(l.oid), 'true') AS v
  FROM pg_partition_tree(c.oid) p JOIN pg_class l ON l.oid = p.relid
  WHERE l.relkind = 'r' ORDER BY l.relname LIMIT 8`;
const TABLES = `
  SELECT c.oid::int8 AS "oid", n.nspname AS "schema", c.relname AS "name", c.relkind = 'p' AS "partitioned",
    c.relhasrules AS "hasRules",
    CASE WHEN c.relkind = 'p' THEN ${values(PARTITIONS)} ELSE '[]' END AS "partitions",
    ${list(COLUMNS)} AS "columns", ${list(checks('o.conrelid = c.oid', 'o.conrelid'))} AS "checks",
    ${list(FOREIGN_KEYS)} AS "foreignKeys", ${list(UNIQUES)} AS "uniques"
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
  ORDER BY n.nspname, c.relname`;
/** The types of the columns, and those that they are made of. */
const USED = `
  WITH RECURSIVE used(oid) AS (
    SELECT a.atttypid FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind IN ('r', 'p') AND c.oid >= 16384 AND a.attnum > 0 AND NOT a.attisdropped
    UNION
    SELECT p.oid FROM used u JOIN pg_type t ON t.oid = u.oid, LATERAL (
      SELECT t.typbasetype UNION ALL SELECT t.typelem
      UNION ALL SELECT r.rngsubtype FROM pg_range r WHERE t.typtype = 'r' AND r.rngtypid = t.oid
      UNION ALL SELECT r.rngtypid FROM pg_range r WHERE t.typtype = 'm' AND r.rngmultitypid = t.oid
      UNION ALL SELECT a.atttypid FROM pg_attribute a WHERE t.typtype = 'c' AND a.attrelid = t.typrelid AND a.attnum > 0
    ) p(oid) WHERE p.oid <> 0)
  SELECT oid FROM used`;
const TYPES = `
  SELECT t.oid::int8 AS "oid", format_type(t.oid, NULL) AS "sql", t.typname AS "name", n.nspname AS "schema",
    t.typcategory::text AS "category", t.typtypmod AS "typmod", t.typnotnull AS "notNull",
    CASE t.typtype WHEN 'd' THEN 'domain' WHEN 'e' THEN 'enum' WHEN 'r' THEN 'range' WHEN 'm' THEN 'multirange'
      WHEN 'c' THEN 'composite' ELSE 'base' END AS "kind",
    CASE t.typtype WHEN 'd' THEN t.typbasetype WHEN 'r' THEN r.rngsubtype WHEN 'm' THEN m.rngtypid
      ELSE t.typelem END::int8 AS "of",
    CASE t.typtype WHEN 'e' THEN
      ${values('SELECT e.enumlabel AS v FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder')} ELSE '[]' END AS "labels",
    CASE t.typtype WHEN 'c' THEN ${list(`SELECT a.atttypid::int8 AS "type", a.atttypmod AS "typmod" FROM pg_attribute a
      WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`)} ELSE '[]' END AS "attributes",
    CASE t.typtype WHEN 'd' THEN ${list(checks('o.contypid = t.oid', '0'))} ELSE '[]' END AS "checks"
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
    LEFT JOIN pg_range r ON t.typtype = 'r' AND r.rngtypid = t.oid LEFT JOIN pg_range m ON t.typtype = 'm' AND m.rngmultitypid = t.oid
  WHERE t.oid IN (${USED}) AND t.typtype <> 'p'
    AND (t.typrelid = 0 OR EXISTS (SELECT FROM pg_class k WHERE k.oid = t.typrelid AND k.relkind = 'c'))`;
const CATALOG_QUERY = `SELECT json_build_object('tables', ${list(TABLES)}, 'types', ${list(TYPES)})`;

;// CONCATENATED MODULE: ./build/rehearsal/seed/catalog.js

async function readCatalog(session) {
    // With an empty search_path every name in an expression is qualified. In a query of several statements, SET LOCAL
    // ends with the query.
    const { rows } = await session.query(`SET LOCAL search_path = ''; ${CATALOG_QUERY}`);
    const { tables, types } = JSON.parse(rows[0]?.[0] ?? '{}');
    return { tables, types: new Map(types.map((type) => [type.oid, type])) };
}

;// CONCATENATED MODULE: ./build/rehearsal/seed/hints.js
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

;// CONCATENATED MODULE: ./build/rehearsal/seed/quote.js
/** Names and literals as SQL. */
function ident(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
function literal(text) {
    const quoted = `'${text.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
    return text.includes('\\') ? `E${quoted}` : quoted;
}

;// CONCATENATED MODULE: ./build/rehearsal/seed/insert.js
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
        const count = on.length > 0 ? `p${index}.n` : `nullif((SELECT count(*) FROM p${index}), 0)`;
        const conditions = [...on, `p${index}.rn = 1 + ${pick(index, plan)} % ${count}`];
        return `${left ? 'LEFT JOIN' : 'JOIN'} p${index} ON ${conditions.join(' AND ')}`;
    });
    const cells = plan.cells.map(({ name, sql }) => `, ${sql} AS ${ident(name)}`);
    let rows = `SELECT g AS "seed row"${cells.join('')} FROM generate_series(1, ${plan.candidates}) AS s(g) ${joins.join(' ')}`;
    if (plan.derived.length > 0) {
        const more = plan.derived.map(({ name, sql }) => `, ${sql} AS ${ident(name)}`);
        rows = `SELECT *${more.join('')} FROM (${rows}) AS ${plan.alias}`;
    }
    if (plan.filters.length === 0)
        return rows;
    const where = plan.filters.map((filter) => `(${filter}) IS NOT FALSE`).join(' AND ');
    return `SELECT * FROM (${rows}) AS ${plan.alias} WHERE ${where}`;
}
function insertSql(plan) {
    const names = [...plan.cells, ...plan.derived.filter(({ stored }) => stored)].map(({ name }) => ident(name));
    if (names.length === 0)
        return defaultsSql(plan);
    let rows = candidateRows(plan);
    for (const columns of plan.distinct) {
        // NULLs don't collide.
        const empty = columns.map((name) => `${ident(name)} IS NULL`).join(' OR ');
        const key = `${columns.map(ident).join(', ')}, CASE WHEN ${empty} THEN "seed row" END`;
        rows = `SELECT DISTINCT ON (${key}) * FROM (${rows}) AS ${plan.alias} ORDER BY ${key}, "seed row"`;
    }
    return `${withSources(plan)}INSERT INTO ${plan.table} (${names.join(', ')})${plan.overriding ? ' OVERRIDING SYSTEM VALUE' : ''}
    SELECT ${names.join(', ')} FROM (${rows}) AS ${plan.alias} ORDER BY "seed row" LIMIT ${plan.rows}
    ${plan.skipConflicts ? 'ON CONFLICT DO NOTHING' : ''}`;
}
/** INSERT … SELECT needs a column; a table whose columns are all left to the server has none. */
function defaultsSql({ table, rows }) {
    return Array.from({ length: Math.min(rows, 1000) }, () => `INSERT INTO ${table} DEFAULT VALUES`).join(';\n');
}
/** How many rows each source has, and how many candidates pass: tells why a table stayed empty. */
function diagnosisSql(plan) {
    const counts = plan.sources.map((_, index) => `(SELECT count(*) FROM p${index})`);
    return `${withSources(plan)}SELECT ${[...counts, `(SELECT count(*) FROM (${candidateRows(plan)}) AS rows_)`].join(', ')}`;
}
/** Lets sequences go on after the numbers that we gave. */
function sequencesSql({ table, sequences }) {
    const calls = sequences.map(({ sequence, column }) => {
        return `(SELECT setval(${literal(sequence)}, max(${ident(column)})) FROM ${table})`;
    });
    return `SELECT ${calls.join(', ')}`;
}

;// CONCATENATED MODULE: ./build/rehearsal/seed/link.js

/**
 * Rows of a table point to another row of it, and never in a circle: all to the first one or, where the key is unique,
 * each to the one before it. Keys of a cycle walk through the parent's rows.
 */
function linkSql(table, key, child, parent) {
    const columns = key.columns.map((number) => table.columns.find((column) => column.number === number));
    const pairs = columns.map((column, n) => ({
        own: ident(column?.name ?? ''),
        theirs: ident(key.parentColumns[n] ?? ''),
        fixed: column?.notNull === true,
    }));
    const fixed = pairs.filter((pair) => pair.fixed);
    const open = pairs.filter((pair) => !pair.fixed);
    const within = (names) => (names.length > 0 ? `PARTITION BY ${names.join(', ')} ` : '');
    const primary = table.uniques.find(({ plain }) => plain)?.columns ?? [];
    const by = primary.map((number) => ident(table.columns.find((column) => column.number === number)?.name ?? ''));
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

;// CONCATENATED MODULE: ./build/rehearsal/seed/order.js
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
    const onCycle = tables.filter((table) => reaches(table, table.oid, tables, blocking));
    const easy = onCycle.find((table) => blocking(table).every((key) => mayBeEmpty(table, key)));
    return (easy ?? onCycle[0] ?? tables[0]);
}
function reaches(from, oid, tables, blocking) {
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

;// CONCATENATED MODULE: ./build/rehearsal/seed/pattern.js
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

;// CONCATENATED MODULE: ./build/rehearsal/seed/values.js

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
        return arrayValue(types, type, mod, g, checks.length > 0);
    return baseValue(type, mod, g);
}
function enumValue({ labels, sql }, g) {
    if (labels.length === 0)
        return undefined;
    const array = `(ARRAY[${labels.map(literal).join(', ')}]::${sql}[])`;
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
function arrayValue(types, type, typmod, g, checked) {
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
const FEW = { bool: 2, time: 86_400, timetz: 86_400, jsonpath: 1, regclass: 1, regtype: 1 };
function baseValue(type, typmod, g) {
    const { name, sql } = type;
    const distinct = FEW[name] ?? Number.POSITIVE_INFINITY;
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

;// CONCATENATED MODULE: ./build/rehearsal/seed/mine.js



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
function mine(conditions, type, typmod, count) {
    const tokens = conditions.flatMap(tokensOf);
    const cast = castName(type);
    if (NUMBERS.has(type.name))
        return numbers(tokens, type, typmod).map((number) => `(${number})::${cast}`);
    if (TEXTS.has(type.name))
        return [...new Set(texts(tokens, typmod, count))].map((text) => `${literal(text)}::${cast}`);
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
            .map(({ text }) => `ARRAY[${literal(text)}]::${cast}`);
    return tokens
        .filter((token) => token.string && token.cast === type.sql)
        .map(({ text }) => `${literal(text)}::${cast}`);
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
        return literal(likeSample(pattern, 0));
    return `${literal(likeSample(pattern.slice(0, at), 0))} || g || ${literal(likeSample(pattern.slice(at + 1), 0))}`;
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
    return [...new Set(found.map(({ text }) => `${literal(text)}::${cast}`))];
}
function times(tokens, cast) {
    return timeLiterals(tokens, cast).flatMap((value) => cast === 'date'
        ? [value, `(${value} + 1)`, `(${value} - 1)`]
        : [value, `(${value} + interval '1 day')`, `(${value} - interval '1 day')`]);
}
function documents(tokens, cast) {
    const keys = [...new Set(tokens.filter(({ string }) => string).map(({ text }) => text))];
    const object = (value) => JSON.stringify(Object.fromEntries(keys.map((key) => [key, value])));
    return [object(1), object('1'), object([]), object({}), '[]', '{}', '[1]', '"1"', '1', 'true', 'null'].map((text) => `${literal(text)}::${cast}`);
}

;// CONCATENATED MODULE: ./build/rehearsal/seed/pool.js



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
    const mined = mine(needs.conditions, type, typmod, needs.wanted);
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
        body: `SELECT row_number() OVER (ORDER BY "seed row") AS rn, ${ident(column.name)} AS v0 FROM (
      SELECT ${grouped} FROM (${items.join(' UNION ALL ')}) AS i(o, v) ${grouped === 'o, v' ? '' : 'GROUP BY v'}
    ) AS ${table}("seed row", ${ident(column.name)}) WHERE true${filter}`,
        on: [],
        left: !column.notNull,
        problem: `no value was found for column ${column.name} that satisfies ${needs.filters.join(' and ') || 'its type'}`,
    };
}

;// CONCATENATED MODULE: ./build/rehearsal/seed/columns.js



const CONSTANT = /^\(?('(?:[^']|'')*'|-?\d+(?:\.\d+)?|true|false)\)?(::[\w\s".[\](),]+)?$/i;
const ENDLESS = Number.POSITIVE_INFINITY;
function choose(column, needs) {
    const { expression } = column;
    const { types, table, rows, about } = needs;
    if (isNumbered(column) && !about.some(isPlace)) {
        if (!needs.referenced)
            return { kind: 'omit', distinct: ENDLESS };
        const sql = column.sequence === null ? `(${expression})` : `nextval(${literal(column.sequence)})`;
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
        const source = poolSource(types, ident(table.name), column, {
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

;// CONCATENATED MODULE: ./build/rehearsal/seed/conditions.js


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
    return sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\bVALUE\b/g, (token) => token === 'VALUE' ? ident(column.name) : token);
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

;// CONCATENATED MODULE: ./build/rehearsal/seed/distinct.js
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

;// CONCATENATED MODULE: ./build/rehearsal/seed/foreign.js


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
    const names = key.parentColumns.map(ident);
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

;// CONCATENATED MODULE: ./build/rehearsal/seed/plan.js






/** A string: why the table can't be filled. */
function planInsert({ types }, table, options) {
    if (table.partitioned && table.partitions.length === 0)
        return 'it is partitioned and has no partition';
    const keys = foreignValues(table, options.later, options.parents);
    if (typeof keys === 'string')
        return keys;
    const draft = {
        plan: emptyPlan(table, options.rows, keys),
        known: { distinct: new Map(), source: new Map() },
        keys,
        conditions: conditionsOf(types, table),
        omitted: new Set(),
        pooled: new Set(),
    };
    for (const column of table.columns)
        planColumn(draft, types, table, column, options);
    addFilters(draft, table);
    keepDistinct(draft.plan, table, draft.known);
    return draft.plan;
}
function emptyPlan(table, rows, keys) {
    return {
        table: tableSql(table),
        alias: ident(table.name),
        rows,
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
function planColumn(draft, types, table, column, options) {
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
    if (column.generated) {
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
        plan.derived.push({ name, sql: ident(own), stored: true });
        known.distinct.set(number, Number.POSITIVE_INFINITY);
    }
    else if (key !== undefined) {
        give(key.sql, 0);
        known.source.set(number, key.source);
    }
    else {
        const about = draft.conditions.filter(({ columns }) => columns.includes(number));
        const referenced = [...keys.own.values()].includes(name);
        const choice = choose(column, { types, table, rows: options.rows, about, referenced, lean: options.lean });
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
    return `${ident(schema)}.${ident(name)}`;
}

;// CONCATENATED MODULE: ./build/rehearsal/seed/seed.js
/**
 * Puts a few rows into every table, so that what succeeds on an empty table and fails once rows exist shows itself.
 * The same schema always gets the same rows.
 */








/**
 * Fills the tables that are empty. Must not be called inside a transaction: each table has its own, so that one that
 * refuses its rows leaves the others alone.
 */
async function seedTables(session, options) {
    const catalog = await readCatalog(session);
    const { tables } = catalog;
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
    return result(tables, parents, reasons, unknownHints(tables, options.hints));
}
function result(tables, parents, reasons, unknown) {
    const seeding = { seeded: [], unseeded: [] };
    for (const { oid } of tables) {
        const { name, rows } = parents.get(oid);
        if (rows > 0)
            seeding.seeded.push({ table: name, rows });
        else
            seeding.unseeded.push({ table: name, reason: reasons.get(oid) ?? 'its rows were removed again' });
    }
    for (const hint of unknown)
        seeding.unseeded.push({ table: hint, reason: 'the hint names no column of any table' });
    return seeding;
}
/** A table's own rows: those of the tables that inherit from it aren't. */
function parentOf(table) {
    const sql = `${table.partitioned ? '' : 'ONLY '}${tableSql(table)}`;
    return { sql, name: (0,objects/* shortName */.EU)(`${table.schema}.${table.name}`), rows: 0 };
}
async function countRows(session, tables, parents) {
    if (tables.length === 0)
        return;
    const counts = tables.map(({ oid }) => `(SELECT count(*) FROM ${parents.get(oid)?.sql})`);
    const { rows } = await session.query(`SELECT unnest(ARRAY[${counts.join(', ')}])`);
    tables.forEach(({ oid }, index) => {
        parents.get(oid).rows = Number(rows[index]?.[0] ?? 0);
    });
}
/** How many rows went in, or why none did. */
async function fill(session, catalog, table, options) {
    const plan = planInsert(catalog, table, options);
    if (typeof plan === 'string')
        return plan;
    const outcome = await insert(session, plan);
    if (typeof outcome === 'number')
        return outcome > 0 ? outcome : explain(session, plan);
    // Perhaps a value of ours is what it stumbled over: once more with as few of them as can be.
    const lean = planInsert(catalog, table, { ...options, lean: true });
    const again = typeof lean === 'string' ? lean : await insert(session, lean);
    return typeof again === 'number' && again > 0 ? again : outcome;
}
// Nested loops over sources without statistics take minutes where a hash join takes none.
const SETTINGS = 'SET LOCAL enable_nestloop = off; SET LOCAL enable_mergejoin = off;';
/** How many candidates are tried at first for a few rows: where they do, the many need not be made. */
const seed_FEW = 100;
async function insert(session, plan) {
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
        return error.message;
    }
}
/** All rows or none. */
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
        return 0;
    }
}
function tag({ command }) {
    return Number(/^INSERT \d+ (\d+)/.exec(command)?.[1] ?? 0);
}
/** Why no row went in although the server had nothing against the statement. */
async function explain(session, plan) {
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

// EXTERNAL MODULE: ./build/rehearsal/stage.js + 2 modules
var rehearsal_stage = __webpack_require__(7760);
// EXTERNAL MODULE: ./build/rehearsal/trace/tracer.js + 2 modules
var tracer = __webpack_require__(3340);
;// CONCATENATED MODULE: ./build/rehearsal/rows-probe.js
/** Runs the change once more on tables that hold a few rows: what succeeds on empty tables and fails there is told. */







/** One row shows NOT NULL, two show uniqueness, three that two weren't chance. */
const ROWS = 3;
/** A new column that must not be null fails for any row there is; everything else depends on what the rows hold. */
const NOT_NULL_VIOLATION = '23502';
/** Does nothing where no statement touches rows that stood before the change. */
async function probeRows(server, plan, reports, missing) {
    const touched = touchedTables(reports);
    if (touched.size === 0)
        return { observations: [], notChecked: [] };
    const { bootstrap = [], baseline, seed, seedHints = {} } = plan;
    const stage = await (0,rehearsal_stage/* buildStage */.Zh)(server, { bootstrap, scripts: [...baseline, ...seed] }, missing);
    if ('obstacle' in stage)
        return { observations: [], notChecked: [] };
    try {
        const { session, existing } = stage;
        const seeding = await seedTables(session, { rows: ROWS, hints: seedHints });
        const observations = [];
        for (const [index, { up }] of plan.changed.entries()) {
            const applied = reports[index]?.statements.filter(({ role, status }) => role === 'up' && status === 'applied') ?? [];
            const run = await (0,apply/* runScript */.j)(session, up, new tracer/* Tracer */.s(session, existing, null));
            for (const failure of run.failures) {
                if (isNews(failure, applied))
                    observations.push(failsWithRows(failure, up));
            }
            if (!run.complete)
                break;
            await (0,rehearsal_stage/* resetSession */.wD)(session);
        }
        return { observations, notChecked: unseeded(seeding, touched) };
    }
    finally {
        await stage.leave();
    }
}
/** Tables of the baseline that a statement of the change locked against writes, or wrote to. */
function touchedTables(reports) {
    const tables = new Set();
    for (const { role, locks, rows, waits } of reports.flatMap(({ statements }) => statements)) {
        if (role !== 'up')
            continue;
        for (const lock of locks ?? []) {
            if ((0,hazards/* stopsTraffic */.HI)(lock) || (waits.length > 0 && !lock.isNew))
                tables.add(lock.relation);
            else if (!lock.isNew && rows.some(({ relation }) => relation === lock.relation))
                tables.add(lock.relation);
        }
    }
    return tables;
}
/** A failure that the first run, on empty tables, did not have. */
function isNews({ statement }, applied) {
    return applied.some(({ line, sql }) => line === statement.location.line && sql === statement.sql);
}
function failsWithRows({ statement, error }, up) {
    const certain = error.sqlstate === NOT_NULL_VIOLATION && statement.kind === 'AlterTableStmt';
    const what = `${error.message} (SQLSTATE ${error.sqlstate})`;
    const message = certain
        ? `The statement succeeds on an empty table and fails as soon as there is a row: ${what}.`
        : `On tables with a few made-up rows the statement fails: ${what}. Whether it does in production depends on the rows there.`;
    return (0,observation/* refused */.J)('fails-with-rows', up, statement, error, {
        message,
        proof: `Run on ${ROWS} rows in each table, Postgres answered ${error.sqlstate}: ${error.message}`,
        help: built_in/* BUILT_IN */.$['fails-with-rows'].fix,
        ...(!certain && { severity: 'info' }),
    });
}
function unseeded({ unseeded: tables }, touched) {
    return tables
        .filter(({ table }) => touched.has(table))
        .map(({ table, reason }) => ({
        check: `rows in ${table}`,
        reason: `no row could be made up for it (${reason}): give seed-hints or a seed file`,
    }));
}

;// CONCATENATED MODULE: ./build/rehearsal/rehearse.js
/** Runs the changed migrations on scratch databases, in order. */










/** Makes scratch databases on `server` and drops them again; the server stays up. */
async function rehearse(server, plan) {
    const rehearsal = { migrations: [], observations: [], notChecked: [] };
    try {
        await rehearseAll(server, plan, rehearsal);
    }
    catch (error) {
        if (!(error instanceof servers_server/* ServerLost */.m2 || error instanceof servers_server/* RunTimeExceeded */.y7))
            throw error;
        const index = Math.min(rehearsal.migrations.length, plan.changed.length - 1);
        rehearsal.observations.push(...stopped(plan.changed[index], error));
        skip(plan.changed.slice(index), 'the rehearsal was stopped', rehearsal);
    }
    rehearsal.observations.push(...(0,hazards/* lockOrder */.qf)(timelines(plan.changed, rehearsal.migrations)));
    rehearsal.migrations.push(...plan.changed.slice(rehearsal.migrations.length).map(rehearsal_migration.notRehearsed));
    rehearsal.notChecked.push(...(server.notChecked ?? []));
    return rehearsal;
}
/** Adds what it finds to `rehearsal` as it goes, so that a lost server loses nothing that was found before. */
async function rehearseAll(server, plan, rehearsal) {
    const unvalidated = [];
    let final = null;
    let stage = null;
    const missing = new MissingExtensions(server);
    try {
        for (const [index, migration] of plan.changed.entries()) {
            stage ??= await prepare(server, plan, index, rehearsal, missing);
            if (stage === null)
                break;
            const result = await (0,rehearsal_migration.rehearseMigration)(stage, migration, plan.seed.length > 0);
            rehearsal.migrations.push(result.report);
            rehearsal.observations.push(...result.observations);
            unvalidated.push({ up: migration.up, reports: result.report.statements, keys: result.unvalidated });
            if (result.after === null) {
                if (result.wants)
                    skip([migration], result.wants, rehearsal);
                skip(plan.changed.slice(index + 1), `${migration.path} comes before it and does not apply`, rehearsal);
                break;
            }
            final = result.after;
            if (result.clean)
                continue;
            await stage.leave();
            stage = null;
        }
    }
    finally {
        await stage?.leave();
        rehearsal.notChecked.push(...missing.notChecked);
    }
    if (final)
        rehearsal.observations.push(...(0,hazards_unvalidated/* leftUnvalidated */.j)(unvalidated, final));
    const probe = await probeRows(server, plan, rehearsal.migrations, missing);
    rehearsal.observations.push(...probe.observations);
    rehearsal.notChecked.push(...probe.notChecked);
}
/** What was not finished is told where the migration begins. */
function stopped(migration, { message }) {
    if (migration === undefined)
        return [];
    const { file, statements } = migration.up;
    const place = statements[0]?.location ?? { path: file.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
    const words = `The rehearsal stopped in this migration: ${message.replace(/\.$/, '')}.`;
    const finding = (0,built_in/* builtInFinding */.l)('rehearsal-stopped', place, words, { evidence: 'observed' });
    return [{ finding, at: { path: file.path, start: statements[0]?.start ?? 0 }, fact: {} }];
}
/** Builds the schema before migration `index`: baseline, seed, and the changed migrations before it. */
async function prepare(server, plan, index, rehearsal, missing) {
    const { bootstrap = [] } = plan;
    const stage = await (0,rehearsal_stage/* buildStage */.Zh)(server, { bootstrap, scripts: [...plan.baseline, ...plan.seed] }, missing);
    if ('obstacle' in stage) {
        const { path, observation } = stage.obstacle;
        if (observation)
            rehearsal.observations.push(observation);
        const reason = observation ? `the baseline fails in ${path}` : `the baseline ends at ${path}: ${missing.reason}`;
        skip(plan.changed.slice(index), reason, rehearsal);
        return null;
    }
    const { session, existing } = stage;
    if (plan.seed.length > 0)
        await analyze(stage);
    for (const { up } of plan.changed.slice(0, index))
        await (0,apply/* runScript */.j)(session, up, new tracer/* Tracer */.s(session, existing, null));
    return stage;
}
/** The user's tables only: the system's catalogs take longer than all of them. */
async function analyze({ session }) {
    const { rows } = await session.query(`
    SELECT string_agg(format('%I.%I', n.nspname, c.relname), ', ') FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'`);
    const tables = rows[0]?.[0];
    if (tables)
        await session.query(`ANALYZE ${tables}`);
}
function timelines(changed, reports) {
    return reports.flatMap(({ path, lockTimeline }, index) => {
        const script = changed[index]?.up;
        return script ? [{ path, script, holds: lockTimeline.filter(({ role }) => role === 'up') }] : [];
    });
}
function skip(migrations, reason, rehearsal) {
    for (const { path } of migrations)
        rehearsal.notChecked.push({ check: `rehearsal of ${path}`, reason });
}


/***/ })

};
