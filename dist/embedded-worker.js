import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 24:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 919:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 121:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  D: () => (/* binding */ readKept),
  g: () => (/* binding */ writeKept)
});

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: ./build/servers/baseline-cache/file.js
/** A file that is either whole or not there, whatever became of the process that wrote it. */


const digestBytes = 32;
/** What was kept, if it is whole. */
function readKept(file) {
    try {
        const content = (0,external_node_fs_.readFileSync)(file);
        const kept = content.subarray(digestBytes);
        return digest(kept).equals(content.subarray(0, digestBytes)) ? kept : undefined;
    }
    catch {
        return undefined;
    }
}
/** Keeps `content`, and says whether it could. Readers see the old file or the new one, never a part. */
function writeKept(file, content) {
    const partial = `${file}.${process.pid}.${(0,external_node_crypto_namespaceObject.randomBytes)(4).toString('hex')}`;
    try {
        const opened = (0,external_node_fs_.openSync)(partial, 'wx', 0o600);
        try {
            for (const part of [digest(content), content])
                writeAll(opened, part);
        }
        finally {
            (0,external_node_fs_.closeSync)(opened);
        }
        (0,external_node_fs_.renameSync)(partial, file);
        return true;
    }
    catch {
        // A full disk costs the next run its time, no more.
        (0,external_node_fs_.rmSync)(partial, { force: true });
        return false;
    }
}
function writeAll(file, content) {
    for (let at = 0; at < content.length;)
        at += (0,external_node_fs_.writeSync)(file, content, at);
}
function digest(content) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(content).digest();
}


/***/ }),

/***/ 259:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ tarOf),
/* harmony export */   O: () => (/* binding */ tarEntries)
/* harmony export */ });
/** Data folders as one file: a plain tar, as PGlite writes it. Pure. */
const blockBytes = 512;
const directoryType = '5'.charCodeAt(0);
/** The entries, in order. Throws where it is no tar. */
function* tarEntries(tar) {
    for (let at = 0; at + blockBytes <= tar.length && tar[at] !== 0;) {
        const header = tar.subarray(at, at + blockBytes);
        const size = Number.parseInt(text(header, 124, 12), 8);
        if (Number.isNaN(size))
            throw new Error('not a tar archive');
        const start = at + blockBytes;
        const name = [text(header, 345, 155), text(header, 0, 100)].join('/').replace(/^\/*/, '/').replace(/\/$/, '');
        yield { name, directory: header[156] === directoryType, content: tar.subarray(start, start + size) };
        at = start + Math.ceil(size / blockBytes) * blockBytes;
    }
}
/** A field of the header, which ends with a zero byte or where the next one begins. */
function text(header, from, length) {
    const end = header.indexOf(0, from);
    return header.toString('utf8', from, end < 0 ? from + length : Math.min(end, from + length));
}
/** A tar of these; a folder precedes what it holds. */
function tarOf(entries) {
    const parts = [];
    for (const { name, directory, content } of entries) {
        const header = Buffer.alloc(blockBytes);
        if (Buffer.byteLength(name) > 100)
            throw new Error(`${name} is too long a name for a tar archive`);
        header.write(name, 0);
        header.write(directory ? '0000700' : '0000600', 100);
        header.write(content.length.toString(8).padStart(11, '0'), 124);
        header.write('        ', 148);
        header.write(directory ? '5' : '0', 156);
        header.write('ustar\x0000', 257);
        const sum = header.reduce((total, byte) => total + byte, 0);
        header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
        parts.push(header, content, Buffer.alloc(-content.length & (blockBytes - 1)));
    }
    parts.push(Buffer.alloc(2 * blockBytes));
    return Buffer.concat(parts);
}


/***/ }),

/***/ 61:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  kA: () => (/* binding */ ask),
  qf: () => (/* binding */ dumpOf),
  aC: () => (/* binding */ keep),
  pO: () => (/* binding */ lacks),
  ro: () => (/* binding */ loadEngine),
  BH: () => (/* binding */ loadedLibraries)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
// EXTERNAL MODULE: ./build/servers/baseline-cache/tar.js
var tar = __nccwpck_require__(259);
;// CONCATENATED MODULE: ./build/sql/quote.js
/** Names and literals as SQL. */
function ident(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
function literal(text) {
    const quoted = `'${text.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
    return text.includes('\\') ? `E${quoted}` : quoted;
}

;// CONCATENATED MODULE: ./build/servers/catalogs/qualified.js
/** Generated by `npm run generate` from queries.ts: the same queries, every name and operator with its schema. */
const QUALIFIED = {
    "snapshot pieces": "(((((((((((((((((((((((((((((((((((((((SELECT 'snapshot of schema' WHERE true UNION ALL SELECT 'snapshot of extension' WHERE true) UNION ALL SELECT 'snapshot of table' WHERE EXISTS (SELECT FROM pg_catalog.pg_class WHERE oid OPERATOR(pg_catalog.>=) 16384 AND relkind OPERATOR(pg_catalog.=) ANY (ARRAY['r', 'p', 'f']))) UNION ALL SELECT 'snapshot of column' WHERE EXISTS (SELECT FROM pg_catalog.pg_class WHERE oid OPERATOR(pg_catalog.>=) 16384 AND relkind OPERATOR(pg_catalog.=) ANY (ARRAY['r', 'p', 'f']))) UNION ALL SELECT 'snapshot of column order' WHERE EXISTS (SELECT FROM pg_catalog.pg_class WHERE oid OPERATOR(pg_catalog.>=) 16384 AND relkind OPERATOR(pg_catalog.=) ANY (ARRAY['r', 'p', 'f']))) UNION ALL SELECT 'snapshot of constraint' WHERE EXISTS (SELECT FROM pg_catalog.pg_constraint WHERE oid OPERATOR(pg_catalog.>=) 16384 AND true)) UNION ALL SELECT 'snapshot of index' WHERE EXISTS (SELECT FROM pg_catalog.pg_class WHERE oid OPERATOR(pg_catalog.>=) 16384 AND relkind OPERATOR(pg_catalog.=) ANY (ARRAY['i', 'I']))) UNION ALL SELECT 'snapshot of trigger' WHERE EXISTS (SELECT FROM pg_catalog.pg_trigger)) UNION ALL SELECT 'snapshot of policy' WHERE EXISTS (SELECT FROM pg_catalog.pg_policy)) UNION ALL SELECT 'snapshot of view' WHERE EXISTS (SELECT FROM pg_catalog.pg_class WHERE oid OPERATOR(pg_catalog.>=) 16384 AND relkind OPERATOR(pg_catalog.=) ANY (ARRAY['v', 'm']))) UNION ALL SELECT 'snapshot of sequence' WHERE EXISTS (SELECT FROM pg_catalog.pg_sequence)) UNION ALL SELECT 'snapshot of rule' WHERE EXISTS (SELECT FROM pg_catalog.pg_rewrite WHERE oid OPERATOR(pg_catalog.>=) 16384 AND rulename OPERATOR(pg_catalog.<>) '_RETURN')) UNION ALL SELECT 'snapshot of statistics object' WHERE EXISTS (SELECT FROM pg_catalog.pg_statistic_ext WHERE oid OPERATOR(pg_catalog.>=) 16384 AND true)) UNION ALL SELECT 'snapshot of type' WHERE EXISTS (SELECT FROM pg_catalog.pg_type WHERE (oid OPERATOR(pg_catalog.>=) 16384 AND typtype OPERATOR(pg_catalog.=) ANY (ARRAY['e', 'r']))) OR EXISTS (SELECT FROM pg_catalog.pg_class WHERE (oid OPERATOR(pg_catalog.>=) 16384 AND relkind OPERATOR(pg_catalog.=) 'c'))) UNION ALL SELECT 'snapshot of domain' WHERE EXISTS (SELECT FROM pg_catalog.pg_type WHERE oid OPERATOR(pg_catalog.>=) 16384 AND typtype OPERATOR(pg_catalog.=) 'd')) UNION ALL SELECT 'snapshot of function' WHERE EXISTS (SELECT FROM pg_catalog.pg_proc WHERE oid OPERATOR(pg_catalog.>=) 16384 AND true)) UNION ALL SELECT 'snapshot of comment' WHERE true) UNION ALL SELECT 'snapshot of database' WHERE true) UNION ALL SELECT 'snapshot of database setting' WHERE EXISTS (SELECT FROM pg_catalog.pg_db_role_setting)) UNION ALL SELECT 'snapshot of role' WHERE true) UNION ALL SELECT 'snapshot of pg_event_trigger' WHERE EXISTS (SELECT FROM pg_catalog.pg_event_trigger WHERE oid OPERATOR(pg_catalog.>=) 16384 AND true)) UNION ALL SELECT 'snapshot of pg_publication' WHERE EXISTS (SELECT FROM pg_catalog.pg_publication WHERE oid OPERATOR(pg_catalog.>=) 16384 AND true)) UNION ALL SELECT 'snapshot of pg_foreign_data_wrapper' WHERE EXISTS (SELECT FROM pg_catalog.pg_foreign_data_wrapper WHERE oid OPERATOR(pg_catalog.>=) 16384 AND true)) UNION ALL SELECT 'snapshot of pg_foreign_server' WHERE EXISTS (SELECT FROM pg_catalog.pg_foreign_server WHERE oid OPERATOR(pg_catalog.>=) 16384 AND true)) UNION ALL SELECT 'snapshot of pg_cast' WHERE EXISTS (SELECT FROM pg_catalog.pg_cast WHERE oid OPERATOR(pg_catalog.>=) 16384 AND true)) UNION ALL SELECT 'snapshot of pg_operator' WHERE EXISTS (SELECT FROM pg_catalog.pg_operator WHERE oid OPERATOR(pg_catalog.>=) 16384 AND true)) UNION ALL SELECT 'snapshot of pg_opfamily' WHERE EXISTS (SELECT FROM pg_catalog.pg_opfamily WHERE oid OPERATOR(pg_catalog.>=) 16384 AND true)) UNION ALL SELECT 'snapshot of pg_opclass' WHERE EXISTS (SELECT FROM pg_catalog.pg_opclass WHERE oid OPERATOR(pg_catalog.>=) 16384 AND true)) UNION ALL SELECT 'snapshot of pg_collation' WHERE EXISTS (SELECT FROM pg_catalog.pg_collation WHERE oid OPERATOR(pg_catalog.>=) 16384 AND true)) UNION ALL SELECT 'snapshot of pg_conversion' WHERE EXISTS (SELECT FROM pg_catalog.pg_conversion WHERE oid OPERATOR(pg_catalog.>=) 16384 AND true)) UNION ALL SELECT 'snapshot of pg_ts_config' WHERE EXISTS (SELECT FROM pg_catalog.pg_ts_config WHERE oid OPERATOR(pg_catalog.>=) 16384 AND true)) UNION ALL SELECT 'snapshot of pg_ts_dict' WHERE EXISTS (SELECT FROM pg_catalog.pg_ts_dict WHERE oid OPERATOR(pg_catalog.>=) 16384 AND true)) UNION ALL SELECT 'snapshot of pg_ts_parser' WHERE EXISTS (SELECT FROM pg_catalog.pg_ts_parser WHERE oid OPERATOR(pg_catalog.>=) 16384 AND true)) UNION ALL SELECT 'snapshot of pg_ts_template' WHERE EXISTS (SELECT FROM pg_catalog.pg_ts_template WHERE oid OPERATOR(pg_catalog.>=) 16384 AND true)) UNION ALL SELECT 'snapshot of pg_transform' WHERE EXISTS (SELECT FROM pg_catalog.pg_transform WHERE oid OPERATOR(pg_catalog.>=) 16384 AND true)) UNION ALL SELECT 'snapshot of pg_default_acl' WHERE EXISTS (SELECT FROM pg_catalog.pg_default_acl WHERE oid OPERATOR(pg_catalog.>=) 16384 AND true)) UNION ALL SELECT 'snapshot of pg_am' WHERE EXISTS (SELECT FROM pg_catalog.pg_am WHERE oid OPERATOR(pg_catalog.>=) 16384 AND true)) UNION ALL SELECT 'snapshot of pg_language' WHERE EXISTS (SELECT FROM pg_catalog.pg_language WHERE oid OPERATOR(pg_catalog.>=) 16384 AND true)) UNION ALL SELECT 'snapshot of user mapping' WHERE EXISTS (SELECT FROM pg_catalog.pg_user_mappings)) UNION ALL SELECT 'snapshot of large objects' WHERE EXISTS (SELECT FROM pg_catalog.pg_largeobject_metadata)) UNION ALL SELECT 'snapshot of other types' WHERE EXISTS (SELECT FROM pg_catalog.pg_type WHERE oid OPERATOR(pg_catalog.>=) 16384 AND typtype OPERATOR(pg_catalog.=) ANY (ARRAY['b', 'p']) AND typcategory OPERATOR(pg_catalog.<>) 'A')",
    "snapshot mark": "SELECT CAST(pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot()) AS pg_catalog.text)",
    "snapshot changes": "WITH RECURSIVE fresh AS ((((((((((((((((((((((((((((((((((((((((SELECT CAST(CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AS pg_catalog.oid) AS class, x.oid FROM pg_catalog.pg_class AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid)) UNION SELECT CAST(CAST('pg_catalog.pg_constraint' AS pg_catalog.regclass) AS pg_catalog.oid) AS class, x.oid FROM pg_catalog.pg_constraint AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_trigger' AS pg_catalog.regclass) AS pg_catalog.oid) AS class, x.oid FROM pg_catalog.pg_trigger AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_policy' AS pg_catalog.regclass) AS pg_catalog.oid) AS class, x.oid FROM pg_catalog.pg_policy AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_rewrite' AS pg_catalog.regclass) AS pg_catalog.oid) AS class, x.oid FROM pg_catalog.pg_rewrite AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_statistic_ext' AS pg_catalog.regclass) AS pg_catalog.oid) AS class, x.oid FROM pg_catalog.pg_statistic_ext AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_type' AS pg_catalog.regclass) AS pg_catalog.oid) AS class, x.oid FROM pg_catalog.pg_type AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_proc' AS pg_catalog.regclass) AS pg_catalog.oid) AS class, x.oid FROM pg_catalog.pg_proc AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_attrdef' AS pg_catalog.regclass) AS pg_catalog.oid) AS class, x.oid FROM pg_catalog.pg_attrdef AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_namespace' AS pg_catalog.regclass) AS pg_catalog.oid) AS class, x.oid FROM pg_catalog.pg_namespace AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_language' AS pg_catalog.regclass) AS pg_catalog.oid) AS class, x.oid FROM pg_catalog.pg_language AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_collation' AS pg_catalog.regclass) AS pg_catalog.oid) AS class, x.oid FROM pg_catalog.pg_collation AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_operator' AS pg_catalog.regclass) AS pg_catalog.oid) AS class, x.oid FROM pg_catalog.pg_operator AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_opclass' AS pg_catalog.regclass) AS pg_catalog.oid) AS class, x.oid FROM pg_catalog.pg_opclass AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_opfamily' AS pg_catalog.regclass) AS pg_catalog.oid) AS class, x.oid FROM pg_catalog.pg_opfamily AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_am' AS pg_catalog.regclass) AS pg_catalog.oid) AS class, x.oid FROM pg_catalog.pg_am AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_cast' AS pg_catalog.regclass) AS pg_catalog.oid) AS class, x.oid FROM pg_catalog.pg_cast AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_foreign_server' AS pg_catalog.regclass) AS pg_catalog.oid) AS class, x.oid FROM pg_catalog.pg_foreign_server AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_foreign_data_wrapper' AS pg_catalog.regclass) AS pg_catalog.oid) AS class, x.oid FROM pg_catalog.pg_foreign_data_wrapper AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_publication' AS pg_catalog.regclass) AS pg_catalog.oid) AS class, x.oid FROM pg_catalog.pg_publication AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_ts_config' AS pg_catalog.regclass) AS pg_catalog.oid) AS class, x.oid FROM pg_catalog.pg_ts_config AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_ts_dict' AS pg_catalog.regclass) AS pg_catalog.oid) AS class, x.oid FROM pg_catalog.pg_ts_dict AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_extension' AS pg_catalog.regclass) AS pg_catalog.oid) AS class, x.oid FROM pg_catalog.pg_extension AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AS pg_catalog.oid), CAST(x.attrelid AS pg_catalog.oid) FROM pg_catalog.pg_attribute AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AS pg_catalog.oid), CAST(x.adrelid AS pg_catalog.oid) FROM pg_catalog.pg_attrdef AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AS pg_catalog.oid), CAST(x.indexrelid AS pg_catalog.oid) FROM pg_catalog.pg_index AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AS pg_catalog.oid), CAST(x.inhrelid AS pg_catalog.oid) FROM pg_catalog.pg_inherits AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AS pg_catalog.oid), CAST(x.partrelid AS pg_catalog.oid) FROM pg_catalog.pg_partitioned_table AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AS pg_catalog.oid), CAST(x.seqrelid AS pg_catalog.oid) FROM pg_catalog.pg_sequence AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AS pg_catalog.oid), CAST(x.ftrelid AS pg_catalog.oid) FROM pg_catalog.pg_foreign_table AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AS pg_catalog.oid), CAST(x.conrelid AS pg_catalog.oid) FROM pg_catalog.pg_constraint AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AS pg_catalog.oid), CAST(x.tgrelid AS pg_catalog.oid) FROM pg_catalog.pg_trigger AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_constraint' AS pg_catalog.regclass) AS pg_catalog.oid), CAST(x.tgconstraint AS pg_catalog.oid) FROM pg_catalog.pg_trigger AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_type' AS pg_catalog.regclass) AS pg_catalog.oid), CAST(x.enumtypid AS pg_catalog.oid) FROM pg_catalog.pg_enum AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_type' AS pg_catalog.regclass) AS pg_catalog.oid), CAST(x.rngtypid AS pg_catalog.oid) FROM pg_catalog.pg_range AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_proc' AS pg_catalog.regclass) AS pg_catalog.oid), CAST(x.aggfnoid AS pg_catalog.oid) FROM pg_catalog.pg_aggregate AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT x.classid, x.objid FROM pg_catalog.pg_depend AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT x.classoid, x.objoid FROM pg_catalog.pg_description AS x WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_constraint' AS pg_catalog.regclass) AS pg_catalog.oid), o.oid FROM pg_catalog.pg_index AS x JOIN pg_catalog.pg_constraint AS o ON o.conindid OPERATOR(pg_catalog.=) x.indexrelid WHERE pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AS pg_catalog.oid), c.oid FROM pg_catalog.pg_class AS x JOIN pg_catalog.pg_class AS c ON c.reltoastrelid OPERATOR(pg_catalog.=) x.oid WHERE x.relkind OPERATOR(pg_catalog.=) 't' AND pg_catalog.age(x.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age(CAST(CAST($1 AS pg_catalog.text) AS pg_catalog.xid))) UNION SELECT CAST(CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AS pg_catalog.oid), x.prrelid FROM pg_catalog.pg_publication_rel AS x), reached AS (SELECT class, oid FROM fresh UNION SELECT l.class, l.oid FROM reached AS r, LATERAL ( ((SELECT d.classid AS class, d.objid AS oid FROM pg_catalog.pg_depend AS d WHERE d.refclassid OPERATOR(pg_catalog.=) r.class AND d.refobjid OPERATOR(pg_catalog.=) r.oid UNION ALL SELECT CAST(CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AS pg_catalog.oid), a.adrelid FROM pg_catalog.pg_attrdef AS a WHERE r.class OPERATOR(pg_catalog.=) CAST(CAST('pg_catalog.pg_attrdef' AS pg_catalog.regclass) AS pg_catalog.oid) AND a.oid OPERATOR(pg_catalog.=) r.oid) UNION ALL SELECT CAST(CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AS pg_catalog.oid), w.ev_class FROM pg_catalog.pg_rewrite AS w WHERE r.class OPERATOR(pg_catalog.=) CAST(CAST('pg_catalog.pg_rewrite' AS pg_catalog.regclass) AS pg_catalog.oid) AND w.oid OPERATOR(pg_catalog.=) r.oid) UNION ALL SELECT CAST(CAST('pg_catalog.pg_type' AS pg_catalog.regclass) AS pg_catalog.oid), c.reltype FROM pg_catalog.pg_class AS c WHERE r.class OPERATOR(pg_catalog.=) CAST(CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AS pg_catalog.oid) AND c.oid OPERATOR(pg_catalog.=) r.oid AND c.relkind OPERATOR(pg_catalog.=) 'c' ) AS l) ((((((((SELECT 'changed', CAST(COALESCE(pg_catalog.json_agg(DISTINCT CAST(oid AS pg_catalog.text)), '[]') AS pg_catalog.text) FROM reached WHERE oid OPERATOR(pg_catalog.>=) 2200 UNION ALL SELECT 'pg_class', CAST(COALESCE(pg_catalog.json_agg(CAST(oid AS pg_catalog.text)), '[]') AS pg_catalog.text) FROM pg_catalog.pg_class WHERE oid OPERATOR(pg_catalog.>=) 16384) UNION ALL SELECT 'pg_constraint', CAST(COALESCE(pg_catalog.json_agg(CAST(oid AS pg_catalog.text)), '[]') AS pg_catalog.text) FROM pg_catalog.pg_constraint WHERE oid OPERATOR(pg_catalog.>=) 16384) UNION ALL SELECT 'pg_trigger', CAST(COALESCE(pg_catalog.json_agg(CAST(oid AS pg_catalog.text)), '[]') AS pg_catalog.text) FROM pg_catalog.pg_trigger WHERE oid OPERATOR(pg_catalog.>=) 16384) UNION ALL SELECT 'pg_policy', CAST(COALESCE(pg_catalog.json_agg(CAST(oid AS pg_catalog.text)), '[]') AS pg_catalog.text) FROM pg_catalog.pg_policy WHERE oid OPERATOR(pg_catalog.>=) 16384) UNION ALL SELECT 'pg_rewrite', CAST(COALESCE(pg_catalog.json_agg(CAST(oid AS pg_catalog.text)), '[]') AS pg_catalog.text) FROM pg_catalog.pg_rewrite WHERE oid OPERATOR(pg_catalog.>=) 16384) UNION ALL SELECT 'pg_statistic_ext', CAST(COALESCE(pg_catalog.json_agg(CAST(oid AS pg_catalog.text)), '[]') AS pg_catalog.text) FROM pg_catalog.pg_statistic_ext WHERE oid OPERATOR(pg_catalog.>=) 16384) UNION ALL SELECT 'pg_type', CAST(COALESCE(pg_catalog.json_agg(CAST(oid AS pg_catalog.text)), '[]') AS pg_catalog.text) FROM pg_catalog.pg_type WHERE oid OPERATOR(pg_catalog.>=) 16384) UNION ALL SELECT 'pg_proc', CAST(COALESCE(pg_catalog.json_agg(CAST(oid AS pg_catalog.text)), '[]') AS pg_catalog.text) FROM pg_catalog.pg_proc WHERE oid OPERATOR(pg_catalog.>=) 16384) UNION ALL SELECT 'pg_description', CAST(COALESCE(pg_catalog.json_agg(pg_catalog.concat(objoid, '.', classoid, '.', objsubid)), '[]') AS pg_catalog.text) FROM pg_catalog.pg_description WHERE objoid OPERATOR(pg_catalog.>=) 2200",
    "snapshot of schema": "SELECT 'schema', CAST(pg_catalog.json_build_array(n.nspname) AS pg_catalog.text), NULL, CAST(n.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('owner' AS pg_catalog.text), CAST(n.nspowner AS pg_catalog.regrole), CAST('grants' AS pg_catalog.text), (SELECT pg_catalog.json_agg(g ORDER BY g) FROM ( SELECT pg_catalog.format('%s:%s%s', COALESCE(CAST(CAST(CASE WHEN grantee OPERATOR(pg_catalog.=) 0 THEN NULL ELSE grantee END AS pg_catalog.regrole) AS pg_catalog.text), 'public'), privilege_type, CASE WHEN is_grantable THEN '*' ELSE '' END) AS g FROM pg_catalog.aclexplode(COALESCE(n.nspacl, pg_catalog.acldefault('n', n.nspowner))) ) AS x)) AS pg_catalog.text) FROM pg_catalog.pg_namespace AS n WHERE n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_namespace' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) n.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e']))))",
    "snapshot of extension": "SELECT 'extension', CAST(pg_catalog.json_build_array(x.extname) AS pg_catalog.text), NULL, CAST(x.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('version' AS pg_catalog.text), x.extversion, CAST('in' AS pg_catalog.text), CAST(x.extnamespace AS pg_catalog.regnamespace), CAST('objects' AS pg_catalog.text), (SELECT pg_catalog.count(*) FROM pg_catalog.pg_depend AS d WHERE d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_extension' AS pg_catalog.regclass) AND d.refobjid OPERATOR(pg_catalog.=) x.oid AND d.deptype OPERATOR(pg_catalog.=) 'e')) AS pg_catalog.text) FROM pg_catalog.pg_extension AS x",
    "snapshot of table": "SELECT CASE WHEN c.relkind OPERATOR(pg_catalog.=) 'f' THEN 'foreign table' ELSE 'table' END, CAST(pg_catalog.json_build_array(n.nspname, c.relname) AS pg_catalog.text), NULL, CAST(c.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('owner' AS pg_catalog.text), CAST(c.relowner AS pg_catalog.regrole), CAST('persistence' AS pg_catalog.text), c.relpersistence, CAST('access method' AS pg_catalog.text), (SELECT amname FROM pg_catalog.pg_am WHERE oid OPERATOR(pg_catalog.=) c.relam), CAST('partition by' AS pg_catalog.text), pg_catalog.pg_get_partkeydef(c.oid), CAST('partition' AS pg_catalog.text), pg_catalog.pg_get_expr(c.relpartbound, c.oid), CAST('inherits' AS pg_catalog.text), (SELECT pg_catalog.string_agg(CAST(CAST(inhparent AS pg_catalog.regclass) AS pg_catalog.text), ', ' ORDER BY inhseqno) FROM pg_catalog.pg_inherits WHERE inhrelid OPERATOR(pg_catalog.=) c.oid), CAST('of type' AS pg_catalog.text), CAST(CASE WHEN c.reloftype OPERATOR(pg_catalog.=) 0 THEN NULL ELSE c.reloftype END AS pg_catalog.regtype), CAST('tablespace' AS pg_catalog.text), (SELECT spcname FROM pg_catalog.pg_tablespace WHERE oid OPERATOR(pg_catalog.=) c.reltablespace), CAST('replica identity' AS pg_catalog.text), c.relreplident, CAST('row security' AS pg_catalog.text), c.relrowsecurity, CAST('row security forced' AS pg_catalog.text), c.relforcerowsecurity, CAST('with' AS pg_catalog.text), (SELECT pg_catalog.json_agg(o ORDER BY o) FROM pg_catalog.unnest(c.reloptions) AS o), CAST('toast' AS pg_catalog.text), (SELECT (SELECT pg_catalog.json_agg(o ORDER BY o) FROM pg_catalog.unnest(t.reloptions) AS o) FROM pg_catalog.pg_class AS t WHERE t.oid OPERATOR(pg_catalog.=) c.reltoastrelid), CAST('server' AS pg_catalog.text), (SELECT s.srvname FROM pg_catalog.pg_foreign_table AS f JOIN pg_catalog.pg_foreign_server AS s ON s.oid OPERATOR(pg_catalog.=) f.ftserver WHERE f.ftrelid OPERATOR(pg_catalog.=) c.oid), CAST('options' AS pg_catalog.text), (SELECT (SELECT pg_catalog.json_agg(o ORDER BY o) FROM pg_catalog.unnest(f.ftoptions) AS o) FROM pg_catalog.pg_foreign_table AS f WHERE f.ftrelid OPERATOR(pg_catalog.=) c.oid), CAST('grants' AS pg_catalog.text), (SELECT pg_catalog.json_agg(g ORDER BY g) FROM ( SELECT pg_catalog.format('%s:%s%s', COALESCE(CAST(CAST(CASE WHEN grantee OPERATOR(pg_catalog.=) 0 THEN NULL ELSE grantee END AS pg_catalog.regrole) AS pg_catalog.text), 'public'), privilege_type, CASE WHEN is_grantable THEN '*' ELSE '' END) AS g FROM pg_catalog.aclexplode(COALESCE(c.relacl, pg_catalog.acldefault('r', c.relowner))) ) AS x), CAST('$inherits' AS pg_catalog.text), (SELECT pg_catalog.json_agg(CAST((SELECT pg_catalog.json_build_array(rn.nspname, rc.relname) FROM pg_catalog.pg_class AS rc JOIN pg_catalog.pg_namespace AS rn ON rn.oid OPERATOR(pg_catalog.=) rc.relnamespace WHERE rc.oid OPERATOR(pg_catalog.=) i.inhparent) AS pg_catalog.text)) FROM pg_catalog.pg_inherits AS i WHERE i.inhrelid OPERATOR(pg_catalog.=) c.oid), CAST('$published' AS pg_catalog.text), (SELECT pg_catalog.json_agg(CAST(pg_catalog.json_build_array(pg_catalog.quote_ident(p.pubname), pg_catalog.concat((' (' OPERATOR(pg_catalog.||) ((SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY a.attname) FROM pg_catalog.pg_attribute AS a WHERE a.attrelid OPERATOR(pg_catalog.=) r.prrelid AND a.attnum OPERATOR(pg_catalog.=) ANY (r.prattrs)))) OPERATOR(pg_catalog.||) ')', ' WHERE ' OPERATOR(pg_catalog.||) (CASE WHEN r.prqual IS NOT NULL THEN (SELECT t.rowfilter FROM pg_catalog.pg_publication_tables AS t, pg_catalog.pg_class AS m JOIN pg_catalog.pg_namespace AS mn ON mn.oid OPERATOR(pg_catalog.=) m.relnamespace WHERE t.pubname OPERATOR(pg_catalog.=) p.pubname AND m.oid OPERATOR(pg_catalog.=) r.prrelid AND t.schemaname OPERATOR(pg_catalog.=) mn.nspname AND t.tablename OPERATOR(pg_catalog.=) m.relname) END))) AS pg_catalog.text) ORDER BY p.pubname) FROM pg_catalog.pg_publication_rel AS r JOIN pg_catalog.pg_publication AS p ON p.oid OPERATOR(pg_catalog.=) r.prpubid WHERE r.prrelid OPERATOR(pg_catalog.=) c.oid)) AS pg_catalog.text) FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace WHERE c.relkind OPERATOR(pg_catalog.=) ANY (ARRAY['r', 'p', 'f']) AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND (c.relowner OPERATOR(pg_catalog.>=) 16384 OR NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) c.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e']))))) AND ($2 OPERATOR(pg_catalog.=) '' OR c.oid OPERATOR(pg_catalog.=) ANY (CAST(CASE WHEN $2 OPERATOR(pg_catalog.=) '' THEN NULL ELSE $2 END AS pg_catalog.oid[])))",
    "snapshot of column": "SELECT 'column', CAST(pg_catalog.json_build_array(n.nspname, c.relname, a.attname) AS pg_catalog.text), CAST(pg_catalog.json_build_array(n.nspname, c.relname) AS pg_catalog.text), pg_catalog.concat(a.attrelid, '.', a.attnum), CAST(pg_catalog.json_build_object(CAST('type' AS pg_catalog.text), pg_catalog.format_type(a.atttypid, a.atttypmod), CAST('collate' AS pg_catalog.text), (SELECT CAST(a.attcollation AS pg_catalog.regcollation) FROM pg_catalog.pg_type AS t WHERE t.oid OPERATOR(pg_catalog.=) a.atttypid AND a.attcollation OPERATOR(pg_catalog.<>) t.typcollation), CAST('not null' AS pg_catalog.text), a.attnotnull, CAST('default' AS pg_catalog.text), CASE WHEN a.attgenerated OPERATOR(pg_catalog.=) '' THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid) END, CAST('generated' AS pg_catalog.text), ((CASE WHEN CAST(a.attgenerated AS pg_catalog.text) OPERATOR(pg_catalog.=) '' THEN NULL ELSE CAST(a.attgenerated AS pg_catalog.text) END) OPERATOR(pg_catalog.||) ' ') OPERATOR(pg_catalog.||) pg_catalog.pg_get_expr(d.adbin, d.adrelid), CAST('identity' AS pg_catalog.text), CASE WHEN CAST(a.attidentity AS pg_catalog.text) OPERATOR(pg_catalog.=) '' THEN NULL ELSE CAST(a.attidentity AS pg_catalog.text) END, CAST('storage' AS pg_catalog.text), a.attstorage, CAST('compression' AS pg_catalog.text), CASE WHEN CAST(a.attcompression AS pg_catalog.text) OPERATOR(pg_catalog.=) '' THEN NULL ELSE CAST(a.attcompression AS pg_catalog.text) END, CAST('statistics' AS pg_catalog.text), CASE WHEN (COALESCE(a.attstattarget, -1)) OPERATOR(pg_catalog.=) -1 THEN NULL ELSE COALESCE(a.attstattarget, -1) END, CAST('with' AS pg_catalog.text), (SELECT pg_catalog.json_agg(o ORDER BY o) FROM pg_catalog.unnest(a.attoptions) AS o), CAST('options' AS pg_catalog.text), (SELECT pg_catalog.json_agg(o ORDER BY o) FROM pg_catalog.unnest(a.attfdwoptions) AS o), CAST('grants' AS pg_catalog.text), (SELECT pg_catalog.json_agg(g ORDER BY g) FROM ( SELECT pg_catalog.format('%s:%s%s', COALESCE(CAST(CAST(CASE WHEN grantee OPERATOR(pg_catalog.=) 0 THEN NULL ELSE grantee END AS pg_catalog.regrole) AS pg_catalog.text), 'public'), privilege_type, CASE WHEN is_grantable THEN '*' ELSE '' END) AS g FROM pg_catalog.aclexplode(a.attacl) ) AS x)) AS pg_catalog.text) FROM pg_catalog.pg_attribute AS a JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) a.attrelid JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid OPERATOR(pg_catalog.=) a.attrelid AND d.adnum OPERATOR(pg_catalog.=) a.attnum WHERE c.relkind OPERATOR(pg_catalog.=) ANY (ARRAY['r', 'p', 'f']) AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT (a.attisdropped) AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND (c.relowner OPERATOR(pg_catalog.>=) 16384 OR NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) c.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e']))))) AND ($2 OPERATOR(pg_catalog.=) '' OR a.attrelid OPERATOR(pg_catalog.=) ANY (CAST(CASE WHEN $2 OPERATOR(pg_catalog.=) '' THEN NULL ELSE $2 END AS pg_catalog.oid[])))",
    "snapshot of column order": "SELECT 'column order', CAST(pg_catalog.json_build_array(n.nspname, c.relname) AS pg_catalog.text), CAST(pg_catalog.json_build_array(n.nspname, c.relname) AS pg_catalog.text), NULL, CAST(pg_catalog.json_build_object(CAST('columns' AS pg_catalog.text), pg_catalog.json_agg(a.attname ORDER BY a.attnum), CAST('$of' AS pg_catalog.text), CAST(c.oid AS pg_catalog.text)) AS pg_catalog.text) FROM pg_catalog.pg_attribute AS a JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) a.attrelid JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace WHERE c.relkind OPERATOR(pg_catalog.=) ANY (ARRAY['r', 'p']) AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT (a.attisdropped) AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND ($2 OPERATOR(pg_catalog.=) '' OR c.oid OPERATOR(pg_catalog.=) ANY (CAST(CASE WHEN $2 OPERATOR(pg_catalog.=) '' THEN NULL ELSE $2 END AS pg_catalog.oid[]))) GROUP BY n.nspname, c.relname, c.oid",
    "snapshot of constraint": "SELECT 'constraint', CAST(pg_catalog.json_build_array(n.nspname, c.relname, o.conname) AS pg_catalog.text), CAST(pg_catalog.json_build_array(n.nspname, c.relname) AS pg_catalog.text), CAST(o.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('definition' AS pg_catalog.text), pg_catalog.pg_get_constraintdef(o.oid), CAST('invalid' AS pg_catalog.text), NOT (i.indisvalid), CAST('clustered' AS pg_catalog.text), i.indisclustered, CAST('replica identity' AS pg_catalog.text), i.indisreplident, CAST('with' AS pg_catalog.text), (SELECT pg_catalog.json_agg(o ORDER BY o) FROM pg_catalog.unnest(x.reloptions) AS o), CAST('trigger enabled' AS pg_catalog.text), (SELECT pg_catalog.string_agg(DISTINCT CAST(t.tgenabled AS pg_catalog.text), ', ') FROM pg_catalog.pg_trigger AS t WHERE t.tgconstraint OPERATOR(pg_catalog.=) o.oid AND t.tgenabled OPERATOR(pg_catalog.<>) 'O'), CAST('$type' AS pg_catalog.text), o.contype, CAST('$columns' AS pg_catalog.text), (SELECT pg_catalog.json_agg(DISTINCT a.attname) FROM pg_catalog.pg_depend AS d JOIN pg_catalog.pg_attribute AS a ON a.attrelid OPERATOR(pg_catalog.=) d.refobjid AND a.attnum OPERATOR(pg_catalog.=) d.refobjsubid WHERE d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_constraint' AS pg_catalog.regclass) AND d.objid OPERATOR(pg_catalog.=) o.oid AND d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND d.refobjid OPERATOR(pg_catalog.=) o.conrelid AND d.refobjsubid OPERATOR(pg_catalog.>) 0), CAST('$references' AS pg_catalog.text), (SELECT pg_catalog.json_build_array(rn.nspname, rc.relname) FROM pg_catalog.pg_class AS rc JOIN pg_catalog.pg_namespace AS rn ON rn.oid OPERATOR(pg_catalog.=) rc.relnamespace WHERE rc.oid OPERATOR(pg_catalog.=) o.confrelid), CAST('$index' AS pg_catalog.text), pg_catalog.pg_get_indexdef(i.indexrelid)) AS pg_catalog.text) FROM pg_catalog.pg_constraint AS o JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) o.conrelid JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace LEFT JOIN pg_catalog.pg_index AS i ON i.indexrelid OPERATOR(pg_catalog.=) o.conindid AND o.contype OPERATOR(pg_catalog.=) ANY (ARRAY['p', 'u', 'x']) LEFT JOIN pg_catalog.pg_class AS x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid WHERE o.contype OPERATOR(pg_catalog.=) ANY (ARRAY['c', 'f', 'p', 'u', 'x']) AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND (c.relowner OPERATOR(pg_catalog.>=) 16384 OR NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) c.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e']))))) AND ($2 OPERATOR(pg_catalog.=) '' OR o.oid OPERATOR(pg_catalog.=) ANY (CAST(CASE WHEN $2 OPERATOR(pg_catalog.=) '' THEN NULL ELSE $2 END AS pg_catalog.oid[])))",
    "snapshot of index": "SELECT 'index', CAST(pg_catalog.json_build_array(n.nspname, x.relname) AS pg_catalog.text), CAST(pg_catalog.json_build_array(tn.nspname, t.relname) AS pg_catalog.text), CAST(x.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('definition' AS pg_catalog.text), pg_catalog.pg_get_indexdef(i.indexrelid), CAST('invalid' AS pg_catalog.text), NOT (i.indisvalid), CAST('clustered' AS pg_catalog.text), i.indisclustered, CAST('replica identity' AS pg_catalog.text), i.indisreplident, CAST('part of' AS pg_catalog.text), (SELECT CAST(CAST(inhparent AS pg_catalog.regclass) AS pg_catalog.text) FROM pg_catalog.pg_inherits WHERE inhrelid OPERATOR(pg_catalog.=) x.oid), CAST('tablespace' AS pg_catalog.text), (SELECT spcname FROM pg_catalog.pg_tablespace WHERE oid OPERATOR(pg_catalog.=) x.reltablespace), CAST('$unique' AS pg_catalog.text), i.indisunique, CAST('$columns' AS pg_catalog.text), (SELECT pg_catalog.json_agg(DISTINCT a.attname) FROM pg_catalog.pg_depend AS d JOIN pg_catalog.pg_attribute AS a ON a.attrelid OPERATOR(pg_catalog.=) d.refobjid AND a.attnum OPERATOR(pg_catalog.=) d.refobjsubid WHERE d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND d.objid OPERATOR(pg_catalog.=) x.oid AND d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND d.refobjid OPERATOR(pg_catalog.=) i.indrelid AND d.refobjsubid OPERATOR(pg_catalog.>) 0)) AS pg_catalog.text) FROM pg_catalog.pg_index AS i JOIN pg_catalog.pg_class AS x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) x.relnamespace JOIN pg_catalog.pg_class AS t ON t.oid OPERATOR(pg_catalog.=) i.indrelid JOIN pg_catalog.pg_namespace AS tn ON tn.oid OPERATOR(pg_catalog.=) t.relnamespace WHERE n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND (t.relowner OPERATOR(pg_catalog.>=) 16384 OR NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) t.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e']))))) AND ($2 OPERATOR(pg_catalog.=) '' OR x.oid OPERATOR(pg_catalog.=) ANY (CAST(CASE WHEN $2 OPERATOR(pg_catalog.=) '' THEN NULL ELSE $2 END AS pg_catalog.oid[]))) AND NOT (EXISTS (SELECT FROM pg_catalog.pg_constraint AS o WHERE (o.conindid OPERATOR(pg_catalog.=) i.indexrelid AND o.contype OPERATOR(pg_catalog.=) ANY (ARRAY['p', 'u', 'x']))))",
    "snapshot of trigger": "SELECT 'trigger', CAST(pg_catalog.json_build_array(n.nspname, c.relname, t.tgname) AS pg_catalog.text), CAST(pg_catalog.json_build_array(n.nspname, c.relname) AS pg_catalog.text), CAST(t.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('definition' AS pg_catalog.text), pg_catalog.pg_get_triggerdef(t.oid), CAST('enabled' AS pg_catalog.text), t.tgenabled, CAST('$columns' AS pg_catalog.text), (SELECT pg_catalog.json_agg(DISTINCT a.attname) FROM pg_catalog.pg_depend AS d JOIN pg_catalog.pg_attribute AS a ON a.attrelid OPERATOR(pg_catalog.=) d.refobjid AND a.attnum OPERATOR(pg_catalog.=) d.refobjsubid WHERE d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_trigger' AS pg_catalog.regclass) AND d.objid OPERATOR(pg_catalog.=) t.oid AND d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND d.refobjid OPERATOR(pg_catalog.=) c.oid AND d.refobjsubid OPERATOR(pg_catalog.>) 0)) AS pg_catalog.text) FROM pg_catalog.pg_trigger AS t JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) t.tgrelid JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace WHERE NOT (t.tgisinternal) AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND (c.relowner OPERATOR(pg_catalog.>=) 16384 OR NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) c.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e']))))) AND ($2 OPERATOR(pg_catalog.=) '' OR t.oid OPERATOR(pg_catalog.=) ANY (CAST(CASE WHEN $2 OPERATOR(pg_catalog.=) '' THEN NULL ELSE $2 END AS pg_catalog.oid[])))",
    "snapshot of policy": "SELECT 'policy', CAST(pg_catalog.json_build_array(n.nspname, c.relname, p.polname) AS pg_catalog.text), CAST(pg_catalog.json_build_array(n.nspname, c.relname) AS pg_catalog.text), CAST(p.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('for' AS pg_catalog.text), p.polcmd, CAST('restrictive' AS pg_catalog.text), NOT (p.polpermissive), CAST('to' AS pg_catalog.text), (SELECT pg_catalog.json_agg(COALESCE(CAST(CAST(CASE WHEN r OPERATOR(pg_catalog.=) 0 THEN NULL ELSE r END AS pg_catalog.regrole) AS pg_catalog.text), 'public') ORDER BY r) FROM pg_catalog.unnest(p.polroles) AS r), CAST('using' AS pg_catalog.text), pg_catalog.pg_get_expr(p.polqual, p.polrelid), CAST('with check' AS pg_catalog.text), pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid), CAST('$columns' AS pg_catalog.text), (SELECT pg_catalog.json_agg(DISTINCT a.attname) FROM pg_catalog.pg_depend AS d JOIN pg_catalog.pg_attribute AS a ON a.attrelid OPERATOR(pg_catalog.=) d.refobjid AND a.attnum OPERATOR(pg_catalog.=) d.refobjsubid WHERE d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_policy' AS pg_catalog.regclass) AND d.objid OPERATOR(pg_catalog.=) p.oid AND d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND d.refobjid OPERATOR(pg_catalog.=) c.oid AND d.refobjsubid OPERATOR(pg_catalog.>) 0)) AS pg_catalog.text) FROM pg_catalog.pg_policy AS p JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) p.polrelid JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace WHERE n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND ($2 OPERATOR(pg_catalog.=) '' OR p.oid OPERATOR(pg_catalog.=) ANY (CAST(CASE WHEN $2 OPERATOR(pg_catalog.=) '' THEN NULL ELSE $2 END AS pg_catalog.oid[])))",
    "snapshot of view": "SELECT CASE WHEN c.relkind OPERATOR(pg_catalog.=) 'v' THEN 'view' ELSE 'materialized view' END, CAST(pg_catalog.json_build_array(n.nspname, c.relname) AS pg_catalog.text), NULL, CAST(c.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('owner' AS pg_catalog.text), CAST(c.relowner AS pg_catalog.regrole), CAST('query' AS pg_catalog.text), pg_catalog.pg_get_viewdef(c.oid), CAST('not populated' AS pg_catalog.text), NOT (c.relispopulated), CAST('column defaults' AS pg_catalog.text), (SELECT pg_catalog.json_agg(pg_catalog.concat(pg_catalog.quote_ident(a.attname), ' ', pg_catalog.pg_get_expr(d.adbin, d.adrelid)) ORDER BY a.attnum) FROM pg_catalog.pg_attribute AS a JOIN pg_catalog.pg_attrdef AS d ON d.adrelid OPERATOR(pg_catalog.=) a.attrelid AND d.adnum OPERATOR(pg_catalog.=) a.attnum WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid), CAST('column grants' AS pg_catalog.text), (SELECT pg_catalog.json_agg(pg_catalog.concat(pg_catalog.quote_ident(a.attname), ' ', g.value) ORDER BY a.attnum, g.value) FROM pg_catalog.pg_attribute AS a, pg_catalog.json_array_elements_text((SELECT pg_catalog.json_agg(g ORDER BY g) FROM ( SELECT pg_catalog.format('%s:%s%s', COALESCE(CAST(CAST(CASE WHEN grantee OPERATOR(pg_catalog.=) 0 THEN NULL ELSE grantee END AS pg_catalog.regrole) AS pg_catalog.text), 'public'), privilege_type, CASE WHEN is_grantable THEN '*' ELSE '' END) AS g FROM pg_catalog.aclexplode(a.attacl) ) AS x)) AS g WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid AND a.attacl IS NOT NULL), CAST('access method' AS pg_catalog.text), (SELECT amname FROM pg_catalog.pg_am WHERE oid OPERATOR(pg_catalog.=) c.relam), CAST('tablespace' AS pg_catalog.text), (SELECT spcname FROM pg_catalog.pg_tablespace WHERE oid OPERATOR(pg_catalog.=) c.reltablespace), CAST('with' AS pg_catalog.text), (SELECT pg_catalog.json_agg(o ORDER BY o) FROM pg_catalog.unnest(c.reloptions) AS o), CAST('grants' AS pg_catalog.text), (SELECT pg_catalog.json_agg(g ORDER BY g) FROM ( SELECT pg_catalog.format('%s:%s%s', COALESCE(CAST(CAST(CASE WHEN grantee OPERATOR(pg_catalog.=) 0 THEN NULL ELSE grantee END AS pg_catalog.regrole) AS pg_catalog.text), 'public'), privilege_type, CASE WHEN is_grantable THEN '*' ELSE '' END) AS g FROM pg_catalog.aclexplode(COALESCE(c.relacl, pg_catalog.acldefault('r', c.relowner))) ) AS x), CAST('$reads' AS pg_catalog.text), (SELECT pg_catalog.json_agg(DISTINCT CAST((SELECT pg_catalog.json_build_array(rn.nspname, rc.relname) FROM pg_catalog.pg_class AS rc JOIN pg_catalog.pg_namespace AS rn ON rn.oid OPERATOR(pg_catalog.=) rc.relnamespace WHERE rc.oid OPERATOR(pg_catalog.=) d.refobjid) AS pg_catalog.text)) FROM pg_catalog.pg_rewrite AS w JOIN pg_catalog.pg_depend AS d ON d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_rewrite' AS pg_catalog.regclass) AND d.objid OPERATOR(pg_catalog.=) w.oid WHERE w.ev_class OPERATOR(pg_catalog.=) c.oid AND d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND d.refobjid OPERATOR(pg_catalog.<>) c.oid), CAST('$columns' AS pg_catalog.text), (SELECT pg_catalog.json_agg(a.attname ORDER BY a.attnum) FROM pg_catalog.pg_attribute AS a WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid AND a.attnum OPERATOR(pg_catalog.>) 0)) AS pg_catalog.text) FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace WHERE c.relkind OPERATOR(pg_catalog.=) ANY (ARRAY['v', 'm']) AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND (c.relowner OPERATOR(pg_catalog.>=) 16384 OR NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) c.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e']))))) AND ($2 OPERATOR(pg_catalog.=) '' OR c.oid OPERATOR(pg_catalog.=) ANY (CAST(CASE WHEN $2 OPERATOR(pg_catalog.=) '' THEN NULL ELSE $2 END AS pg_catalog.oid[])))",
    "snapshot of sequence": "SELECT 'sequence', CAST(pg_catalog.json_build_array(n.nspname, c.relname) AS pg_catalog.text), (SELECT CAST(pg_catalog.json_build_array(on_.nspname, o.relname) AS pg_catalog.text) FROM pg_catalog.pg_class AS o JOIN pg_catalog.pg_namespace AS on_ ON on_.oid OPERATOR(pg_catalog.=) o.relnamespace WHERE o.oid OPERATOR(pg_catalog.=) d.refobjid), CAST(c.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('owner' AS pg_catalog.text), CAST(c.relowner AS pg_catalog.regrole), CAST('type' AS pg_catalog.text), pg_catalog.format_type(s.seqtypid, NULL), CAST('start' AS pg_catalog.text), s.seqstart, CAST('increment' AS pg_catalog.text), s.seqincrement, CAST('min' AS pg_catalog.text), s.seqmin, CAST('max' AS pg_catalog.text), s.seqmax, CAST('cache' AS pg_catalog.text), s.seqcache, CAST('cycle' AS pg_catalog.text), s.seqcycle, CAST('persistence' AS pg_catalog.text), CASE WHEN CAST(c.relpersistence AS pg_catalog.text) OPERATOR(pg_catalog.=) 'p' THEN NULL ELSE CAST(c.relpersistence AS pg_catalog.text) END, CAST('owned by' AS pg_catalog.text), (SELECT a.attname FROM pg_catalog.pg_attribute AS a WHERE a.attrelid OPERATOR(pg_catalog.=) d.refobjid AND a.attnum OPERATOR(pg_catalog.=) d.refobjsubid), CAST('grants' AS pg_catalog.text), (SELECT pg_catalog.json_agg(g ORDER BY g) FROM ( SELECT pg_catalog.format('%s:%s%s', COALESCE(CAST(CAST(CASE WHEN grantee OPERATOR(pg_catalog.=) 0 THEN NULL ELSE grantee END AS pg_catalog.regrole) AS pg_catalog.text), 'public'), privilege_type, CASE WHEN is_grantable THEN '*' ELSE '' END) AS g FROM pg_catalog.aclexplode(COALESCE(c.relacl, pg_catalog.acldefault('s', c.relowner))) ) AS x)) AS pg_catalog.text) FROM pg_catalog.pg_sequence AS s JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) s.seqrelid JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace LEFT JOIN pg_catalog.pg_depend AS d ON d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND d.objid OPERATOR(pg_catalog.=) c.oid AND d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND d.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['a', 'i']) WHERE n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND (c.relowner OPERATOR(pg_catalog.>=) 16384 OR NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) c.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e']))))) AND ($2 OPERATOR(pg_catalog.=) '' OR c.oid OPERATOR(pg_catalog.=) ANY (CAST(CASE WHEN $2 OPERATOR(pg_catalog.=) '' THEN NULL ELSE $2 END AS pg_catalog.oid[])))",
    "snapshot of rule": "SELECT 'rule', CAST(pg_catalog.json_build_array(i.identity) AS pg_catalog.text), CAST(pg_catalog.json_build_array(n.nspname, c.relname) AS pg_catalog.text), CAST(r.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('definition' AS pg_catalog.text), pg_catalog.pg_get_ruledef(r.oid), CAST('enabled' AS pg_catalog.text), r.ev_enabled, CAST('$name' AS pg_catalog.text), pg_catalog.quote_ident(r.rulename)) AS pg_catalog.text) FROM pg_catalog.pg_rewrite AS r JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) r.ev_class JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace, pg_catalog.pg_identify_object(CAST('pg_catalog.pg_rewrite' AS pg_catalog.regclass), r.oid, 0) AS i WHERE r.rulename OPERATOR(pg_catalog.<>) '_RETURN' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND (c.relowner OPERATOR(pg_catalog.>=) 16384 OR NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) c.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e']))))) AND ($2 OPERATOR(pg_catalog.=) '' OR r.oid OPERATOR(pg_catalog.=) ANY (CAST(CASE WHEN $2 OPERATOR(pg_catalog.=) '' THEN NULL ELSE $2 END AS pg_catalog.oid[])))",
    "snapshot of statistics object": "SELECT 'statistics object', CAST(pg_catalog.json_build_array(i.identity) AS pg_catalog.text), CAST(pg_catalog.json_build_array(cn.nspname, c.relname) AS pg_catalog.text), CAST(s.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('definition' AS pg_catalog.text), pg_catalog.pg_get_statisticsobjdef(s.oid), CAST('owner' AS pg_catalog.text), CAST(s.stxowner AS pg_catalog.regrole), CAST('target' AS pg_catalog.text), CASE WHEN (COALESCE(s.stxstattarget, -1)) OPERATOR(pg_catalog.=) -1 THEN NULL ELSE COALESCE(s.stxstattarget, -1) END, CAST('$columns' AS pg_catalog.text), (SELECT pg_catalog.json_agg(DISTINCT a.attname) FROM pg_catalog.pg_depend AS d JOIN pg_catalog.pg_attribute AS a ON a.attrelid OPERATOR(pg_catalog.=) d.refobjid AND a.attnum OPERATOR(pg_catalog.=) d.refobjsubid WHERE d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_statistic_ext' AS pg_catalog.regclass) AND d.objid OPERATOR(pg_catalog.=) s.oid AND d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND d.refobjid OPERATOR(pg_catalog.=) c.oid AND d.refobjsubid OPERATOR(pg_catalog.>) 0)) AS pg_catalog.text) FROM pg_catalog.pg_statistic_ext AS s JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) s.stxrelid JOIN pg_catalog.pg_namespace AS cn ON cn.oid OPERATOR(pg_catalog.=) c.relnamespace, pg_catalog.pg_identify_object(CAST('pg_catalog.pg_statistic_ext' AS pg_catalog.regclass), s.oid, 0) AS i WHERE s.oid OPERATOR(pg_catalog.>=) 16384 AND ($2 OPERATOR(pg_catalog.=) '' OR s.oid OPERATOR(pg_catalog.=) ANY (CAST(CASE WHEN $2 OPERATOR(pg_catalog.=) '' THEN NULL ELSE $2 END AS pg_catalog.oid[])))",
    "snapshot of type": "SELECT 'type', CAST(pg_catalog.json_build_array(n.nspname, t.typname) AS pg_catalog.text), NULL, CAST(t.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('owner' AS pg_catalog.text), CAST(t.typowner AS pg_catalog.regrole), CAST('enum' AS pg_catalog.text), (SELECT pg_catalog.json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_catalog.pg_enum AS e WHERE e.enumtypid OPERATOR(pg_catalog.=) t.oid), CAST('row' AS pg_catalog.text), (SELECT pg_catalog.json_agg(pg_catalog.concat(pg_catalog.quote_ident(a.attname), ' ', pg_catalog.format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum) FROM pg_catalog.pg_attribute AS a WHERE a.attrelid OPERATOR(pg_catalog.=) t.typrelid AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT (a.attisdropped)), CAST('range of' AS pg_catalog.text), (SELECT pg_catalog.concat(pg_catalog.format_type(r.rngsubtype, NULL), ' ', r.rngcanonical, ' ', r.rngsubdiff) FROM pg_catalog.pg_range AS r WHERE r.rngtypid OPERATOR(pg_catalog.=) t.oid), CAST('grants' AS pg_catalog.text), (SELECT pg_catalog.json_agg(g ORDER BY g) FROM ( SELECT pg_catalog.format('%s:%s%s', COALESCE(CAST(CAST(CASE WHEN grantee OPERATOR(pg_catalog.=) 0 THEN NULL ELSE grantee END AS pg_catalog.regrole) AS pg_catalog.text), 'public'), privilege_type, CASE WHEN is_grantable THEN '*' ELSE '' END) AS g FROM pg_catalog.aclexplode(COALESCE(t.typacl, pg_catalog.acldefault('T', t.typowner))) ) AS x)) AS pg_catalog.text) FROM pg_catalog.pg_type AS t JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) t.typnamespace LEFT JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) t.typrelid WHERE (t.typtype OPERATOR(pg_catalog.=) ANY (ARRAY['e', 'r']) OR (t.typtype OPERATOR(pg_catalog.=) 'c' AND c.relkind OPERATOR(pg_catalog.=) 'c')) AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_type' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) t.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e'])))) AND ($2 OPERATOR(pg_catalog.=) '' OR t.oid OPERATOR(pg_catalog.=) ANY (CAST(CASE WHEN $2 OPERATOR(pg_catalog.=) '' THEN NULL ELSE $2 END AS pg_catalog.oid[])))",
    "snapshot of domain": "SELECT 'domain', CAST(pg_catalog.json_build_array(n.nspname, t.typname) AS pg_catalog.text), NULL, CAST(t.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('owner' AS pg_catalog.text), CAST(t.typowner AS pg_catalog.regrole), CAST('type' AS pg_catalog.text), pg_catalog.format_type(t.typbasetype, t.typtypmod), CAST('not null' AS pg_catalog.text), t.typnotnull, CAST('default' AS pg_catalog.text), t.typdefault, CAST('collate' AS pg_catalog.text), (SELECT CAST(t.typcollation AS pg_catalog.regcollation) FROM pg_catalog.pg_type AS b WHERE b.oid OPERATOR(pg_catalog.=) t.typbasetype AND b.typcollation OPERATOR(pg_catalog.<>) t.typcollation), CAST('constraints' AS pg_catalog.text), (SELECT pg_catalog.json_agg(pg_catalog.concat(pg_catalog.quote_ident(o.conname), ' ', pg_catalog.pg_get_constraintdef(o.oid)) ORDER BY o.conname) FROM pg_catalog.pg_constraint AS o WHERE o.contypid OPERATOR(pg_catalog.=) t.oid AND o.contype OPERATOR(pg_catalog.=) 'c'), CAST('grants' AS pg_catalog.text), (SELECT pg_catalog.json_agg(g ORDER BY g) FROM ( SELECT pg_catalog.format('%s:%s%s', COALESCE(CAST(CAST(CASE WHEN grantee OPERATOR(pg_catalog.=) 0 THEN NULL ELSE grantee END AS pg_catalog.regrole) AS pg_catalog.text), 'public'), privilege_type, CASE WHEN is_grantable THEN '*' ELSE '' END) AS g FROM pg_catalog.aclexplode(COALESCE(t.typacl, pg_catalog.acldefault('T', t.typowner))) ) AS x), CAST('$checks' AS pg_catalog.text), (SELECT pg_catalog.json_agg(pg_catalog.pg_get_constraintdef(o.oid) ORDER BY o.conname) FROM pg_catalog.pg_constraint AS o WHERE o.contypid OPERATOR(pg_catalog.=) t.oid AND o.contype OPERATOR(pg_catalog.=) 'c')) AS pg_catalog.text) FROM pg_catalog.pg_type AS t JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) t.typnamespace WHERE t.typtype OPERATOR(pg_catalog.=) 'd' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_type' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) t.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e']))))",
    "snapshot of function": "SELECT 'function', CAST(pg_catalog.json_build_array(n.nspname, p.proname, (SELECT COALESCE(pg_catalog.string_agg(pg_catalog.format_type(u.type, NULL), ', ' ORDER BY u.at), '') FROM pg_catalog.unnest(CAST(p.proargtypes AS pg_catalog.oid[])) WITH ORDINALITY AS u(type, at))) AS pg_catalog.text), NULL, CAST(p.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('owner' AS pg_catalog.text), CAST(p.proowner AS pg_catalog.regrole), CAST('kind' AS pg_catalog.text), CASE WHEN CAST(p.prokind AS pg_catalog.text) OPERATOR(pg_catalog.=) 'f' THEN NULL ELSE CAST(p.prokind AS pg_catalog.text) END, CAST('arguments' AS pg_catalog.text), CASE WHEN pg_catalog.pg_get_function_arguments(p.oid) OPERATOR(pg_catalog.=) '' THEN NULL ELSE pg_catalog.pg_get_function_arguments(p.oid) END, CAST('returns' AS pg_catalog.text), pg_catalog.pg_get_function_result(p.oid), CAST('language' AS pg_catalog.text), (SELECT l.lanname FROM pg_catalog.pg_language AS l WHERE l.oid OPERATOR(pg_catalog.=) p.prolang AND p.prokind OPERATOR(pg_catalog.<>) 'a'), CAST('volatility' AS pg_catalog.text), CASE WHEN CAST(p.provolatile AS pg_catalog.text) OPERATOR(pg_catalog.=) 'v' THEN NULL ELSE CAST(p.provolatile AS pg_catalog.text) END, CAST('strict' AS pg_catalog.text), p.proisstrict, CAST('security definer' AS pg_catalog.text), p.prosecdef, CAST('leakproof' AS pg_catalog.text), p.proleakproof, CAST('parallel' AS pg_catalog.text), CASE WHEN CAST(p.proparallel AS pg_catalog.text) OPERATOR(pg_catalog.=) 'u' THEN NULL ELSE CAST(p.proparallel AS pg_catalog.text) END, CAST('cost' AS pg_catalog.text), p.procost, CAST('rows' AS pg_catalog.text), CASE WHEN p.prorows OPERATOR(pg_catalog.=) 0 THEN NULL ELSE p.prorows END, CAST('support' AS pg_catalog.text), CAST(CASE WHEN p.prosupport OPERATOR(pg_catalog.=) 0 THEN NULL ELSE p.prosupport END AS pg_catalog.regproc), CAST('transforms' AS pg_catalog.text), (SELECT pg_catalog.json_agg(pg_catalog.format_type(y, NULL)) FROM pg_catalog.unnest(p.protrftypes) AS y), CAST('set' AS pg_catalog.text), (SELECT pg_catalog.json_agg(o ORDER BY o) FROM pg_catalog.unnest(p.proconfig) AS o), CAST('file' AS pg_catalog.text), p.probin, CAST('aggregate' AS pg_catalog.text), CAST((SELECT (pg_catalog.to_jsonb(a) OPERATOR(pg_catalog.-) CAST('{aggfnoid,aggsortop}' AS pg_catalog.text[])) OPERATOR(pg_catalog.||) pg_catalog.jsonb_build_object('aggtranstype', pg_catalog.format_type(a.aggtranstype, NULL), 'aggmtranstype', pg_catalog.format_type(CASE WHEN a.aggmtranstype OPERATOR(pg_catalog.=) 0 THEN NULL ELSE a.aggmtranstype END, NULL)) FROM pg_catalog.pg_aggregate AS a WHERE a.aggfnoid OPERATOR(pg_catalog.=) p.oid) AS pg_catalog.text), CAST('body' AS pg_catalog.text), COALESCE(pg_catalog.pg_get_function_sqlbody(p.oid), p.prosrc), CAST('grants' AS pg_catalog.text), (SELECT pg_catalog.json_agg(g ORDER BY g) FROM ( SELECT pg_catalog.format('%s:%s%s', COALESCE(CAST(CAST(CASE WHEN grantee OPERATOR(pg_catalog.=) 0 THEN NULL ELSE grantee END AS pg_catalog.regrole) AS pg_catalog.text), 'public'), privilege_type, CASE WHEN is_grantable THEN '*' ELSE '' END) AS g FROM pg_catalog.aclexplode(COALESCE(p.proacl, pg_catalog.acldefault('f', p.proowner))) ) AS x), CAST('$identity' AS pg_catalog.text), pg_catalog.pg_get_function_identity_arguments(p.oid), CAST('$sql' AS pg_catalog.text), CASE WHEN p.prokind OPERATOR(pg_catalog.<>) 'a' THEN pg_catalog.pg_get_functiondef(p.oid) END) AS pg_catalog.text) FROM pg_catalog.pg_proc AS p JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) p.pronamespace WHERE n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_proc' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) p.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e', 'i'])))) AND ($2 OPERATOR(pg_catalog.=) '' OR p.oid OPERATOR(pg_catalog.=) ANY (CAST(CASE WHEN $2 OPERATOR(pg_catalog.=) '' THEN NULL ELSE $2 END AS pg_catalog.oid[])))",
    "snapshot of comment": "SELECT 'comment', CAST(pg_catalog.json_build_array(i.type, i.identity) AS pg_catalog.text), (SELECT CAST(pg_catalog.json_build_array(rn.nspname, rc.relname) AS pg_catalog.text) FROM ( SELECT CASE WHEN d.classoid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) THEN COALESCE((SELECT x.indrelid FROM pg_catalog.pg_index AS x WHERE x.indexrelid OPERATOR(pg_catalog.=) d.objoid), d.objoid) WHEN d.classoid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_constraint' AS pg_catalog.regclass) THEN (SELECT o.conrelid FROM pg_catalog.pg_constraint AS o WHERE o.oid OPERATOR(pg_catalog.=) d.objoid) WHEN d.classoid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_trigger' AS pg_catalog.regclass) THEN (SELECT t.tgrelid FROM pg_catalog.pg_trigger AS t WHERE t.oid OPERATOR(pg_catalog.=) d.objoid) WHEN d.classoid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_policy' AS pg_catalog.regclass) THEN (SELECT p.polrelid FROM pg_catalog.pg_policy AS p WHERE p.oid OPERATOR(pg_catalog.=) d.objoid) WHEN d.classoid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_rewrite' AS pg_catalog.regclass) THEN (SELECT w.ev_class FROM pg_catalog.pg_rewrite AS w WHERE w.oid OPERATOR(pg_catalog.=) d.objoid) WHEN d.classoid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_statistic_ext' AS pg_catalog.regclass) THEN (SELECT s.stxrelid FROM pg_catalog.pg_statistic_ext AS s WHERE s.oid OPERATOR(pg_catalog.=) d.objoid) END AS oid ) AS r JOIN pg_catalog.pg_class AS rc ON rc.oid OPERATOR(pg_catalog.=) r.oid AND rc.relkind OPERATOR(pg_catalog.=) ANY (ARRAY['r', 'p', 'f', 'v', 'm']) JOIN pg_catalog.pg_namespace AS rn ON rn.oid OPERATOR(pg_catalog.=) rc.relnamespace), NULL, CAST(pg_catalog.json_build_object(CAST('text' AS pg_catalog.text), d.description, CAST('$of' AS pg_catalog.text), pg_catalog.concat(d.objoid, '.', d.classoid, '.', d.objsubid)) AS pg_catalog.text) FROM pg_catalog.pg_description AS d, pg_catalog.pg_identify_object(d.classoid, d.objoid, d.objsubid) AS i WHERE (d.objoid OPERATOR(pg_catalog.>=) 16384 OR (d.objoid OPERATOR(pg_catalog.=) 2200 AND d.classoid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_namespace' AS pg_catalog.regclass))) AND NOT (COALESCE(i.schema OPERATOR(pg_catalog.=) 'pg_catalog', (i.schema IS NULL AND 'pg_catalog' IS NULL))) AND NOT (COALESCE(i.schema OPERATOR(pg_catalog.=) 'information_schema', (i.schema IS NULL AND 'information_schema' IS NULL))) AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) d.classoid AND e.objid OPERATOR(pg_catalog.=) d.objoid AND e.deptype OPERATOR(pg_catalog.=) 'e'))) AND d.classoid OPERATOR(pg_catalog.<>) CAST('pg_catalog.pg_extension' AS pg_catalog.regclass) AND ($2 OPERATOR(pg_catalog.=) '' OR d.objoid OPERATOR(pg_catalog.=) ANY (CAST(CASE WHEN $2 OPERATOR(pg_catalog.=) '' THEN NULL ELSE $2 END AS pg_catalog.oid[])))",
    "snapshot of database": "SELECT 'database', CAST(pg_catalog.json_build_array(CAST('current_database' AS pg_catalog.text)) AS pg_catalog.text), NULL, CAST(d.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('owner' AS pg_catalog.text), CAST(d.datdba AS pg_catalog.regrole), CAST('connections' AS pg_catalog.text), d.datconnlimit, CAST('closed' AS pg_catalog.text), NOT (d.datallowconn), CAST('template' AS pg_catalog.text), d.datistemplate, CAST('comment' AS pg_catalog.text), pg_catalog.shobj_description(d.oid, 'pg_database'), CAST('grants' AS pg_catalog.text), (SELECT pg_catalog.json_agg(g ORDER BY g) FROM ( SELECT pg_catalog.format('%s:%s%s', COALESCE(CAST(CAST(CASE WHEN grantee OPERATOR(pg_catalog.=) 0 THEN NULL ELSE grantee END AS pg_catalog.regrole) AS pg_catalog.text), 'public'), privilege_type, CASE WHEN is_grantable THEN '*' ELSE '' END) AS g FROM pg_catalog.aclexplode(COALESCE(d.datacl, pg_catalog.acldefault('d', d.datdba))) ) AS x)) AS pg_catalog.text) FROM pg_catalog.pg_database AS d WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database()",
    "snapshot of database setting": "SELECT 'database setting', CAST(pg_catalog.json_build_array(pg_catalog.split_part(s.setting, '=', 1), CAST(CASE WHEN d.setrole OPERATOR(pg_catalog.=) 0 THEN NULL ELSE d.setrole END AS pg_catalog.regrole)) AS pg_catalog.text), NULL, NULL, CAST(pg_catalog.json_build_object(CAST('value' AS pg_catalog.text), pg_catalog.substr(s.setting, pg_catalog.strpos(s.setting, '=') OPERATOR(pg_catalog.+) 1)) AS pg_catalog.text) FROM pg_catalog.pg_db_role_setting AS d, pg_catalog.unnest(d.setconfig) AS s(setting) WHERE d.setdatabase OPERATOR(pg_catalog.=) ((SELECT oid FROM pg_catalog.pg_database WHERE datname OPERATOR(pg_catalog.=) pg_catalog.current_database()))",
    "snapshot of role": "SELECT 'role', CAST(pg_catalog.json_build_array(CASE WHEN r.rolname OPERATOR(pg_catalog.=) (COALESCE(CASE WHEN CAST($1 AS pg_catalog.text) OPERATOR(pg_catalog.=) '' THEN NULL ELSE CAST($1 AS pg_catalog.text) END, SESSION_USER)) THEN 'current_user' ELSE r.rolname END) AS pg_catalog.text), NULL, CAST(r.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('superuser' AS pg_catalog.text), r.rolsuper, CAST('login' AS pg_catalog.text), r.rolcanlogin, CAST('noinherit' AS pg_catalog.text), NOT (r.rolinherit), CAST('createrole' AS pg_catalog.text), r.rolcreaterole, CAST('createdb' AS pg_catalog.text), r.rolcreatedb, CAST('replication' AS pg_catalog.text), r.rolreplication, CAST('bypassrls' AS pg_catalog.text), r.rolbypassrls, CAST('connections' AS pg_catalog.text), r.rolconnlimit, CAST('valid until' AS pg_catalog.text), CAST(r.rolvaliduntil AS pg_catalog.text), CAST('comment' AS pg_catalog.text), pg_catalog.shobj_description(r.oid, 'pg_authid'), CAST('member of' AS pg_catalog.text), (SELECT pg_catalog.json_agg(DISTINCT pg_catalog.concat(CAST(m.roleid AS pg_catalog.regrole), CASE WHEN m.admin_option THEN '*' END)) FROM pg_catalog.pg_auth_members AS m WHERE m.member OPERATOR(pg_catalog.=) r.oid), CAST('set' AS pg_catalog.text), (SELECT pg_catalog.json_agg(s ORDER BY s) FROM pg_catalog.unnest(r.rolconfig) AS s)) AS pg_catalog.text) FROM pg_catalog.pg_roles AS r WHERE r.rolname OPERATOR(pg_catalog.=) (COALESCE(CASE WHEN CAST($1 AS pg_catalog.text) OPERATOR(pg_catalog.=) '' THEN NULL ELSE CAST($1 AS pg_catalog.text) END, SESSION_USER)) OR r.rolname OPERATOR(pg_catalog.!~) '^(pg|migration_safety)_'",
    "snapshot of pg_event_trigger": "SELECT i.type, CAST(pg_catalog.json_build_array(i.identity) AS pg_catalog.text), NULL, CAST(x.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('owner' AS pg_catalog.text), CAST(x.evtowner AS pg_catalog.regrole), CAST('on' AS pg_catalog.text), x.evtevent, CAST('execute' AS pg_catalog.text), CAST(x.evtfoid AS pg_catalog.regprocedure), CAST('enabled' AS pg_catalog.text), x.evtenabled, CAST('when tag in' AS pg_catalog.text), pg_catalog.to_json(x.evttags)) AS pg_catalog.text) FROM pg_catalog.pg_event_trigger AS x, pg_catalog.pg_identify_object(CAST('pg_catalog.pg_event_trigger' AS pg_catalog.regclass), x.oid, 0) AS i WHERE x.oid OPERATOR(pg_catalog.>=) 16384 AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_event_trigger' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) x.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e', 'i']))))",
    "snapshot of pg_publication": "SELECT i.type, CAST(pg_catalog.json_build_array(i.identity) AS pg_catalog.text), NULL, CAST(x.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('owner' AS pg_catalog.text), CAST(x.pubowner AS pg_catalog.regrole), CAST('options' AS pg_catalog.text), CAST(pg_catalog.to_jsonb(x) OPERATOR(pg_catalog.-) CAST('{oid,pubname,pubowner}' AS pg_catalog.text[]) AS pg_catalog.text), CAST('tables' AS pg_catalog.text), (SELECT pg_catalog.json_agg(pg_catalog.concat(CAST(r.prrelid AS pg_catalog.regclass), pg_catalog.concat((' (' OPERATOR(pg_catalog.||) ((SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY a.attname) FROM pg_catalog.pg_attribute AS a WHERE a.attrelid OPERATOR(pg_catalog.=) r.prrelid AND a.attnum OPERATOR(pg_catalog.=) ANY (r.prattrs)))) OPERATOR(pg_catalog.||) ')', ' WHERE ' OPERATOR(pg_catalog.||) (CASE WHEN r.prqual IS NOT NULL THEN (SELECT t.rowfilter FROM pg_catalog.pg_publication_tables AS t, pg_catalog.pg_class AS m JOIN pg_catalog.pg_namespace AS mn ON mn.oid OPERATOR(pg_catalog.=) m.relnamespace WHERE t.pubname OPERATOR(pg_catalog.=) x.pubname AND m.oid OPERATOR(pg_catalog.=) r.prrelid AND t.schemaname OPERATOR(pg_catalog.=) mn.nspname AND t.tablename OPERATOR(pg_catalog.=) m.relname) END))) ORDER BY CAST(CAST(r.prrelid AS pg_catalog.regclass) AS pg_catalog.text)) FROM pg_catalog.pg_publication_rel AS r WHERE r.prpubid OPERATOR(pg_catalog.=) x.oid), CAST('in schemas' AS pg_catalog.text), (SELECT pg_catalog.json_agg(DISTINCT t.schemaname) FROM pg_catalog.pg_publication_tables AS t WHERE t.pubname OPERATOR(pg_catalog.=) x.pubname AND NOT (x.puballtables))) AS pg_catalog.text) FROM pg_catalog.pg_publication AS x, pg_catalog.pg_identify_object(CAST('pg_catalog.pg_publication' AS pg_catalog.regclass), x.oid, 0) AS i WHERE x.oid OPERATOR(pg_catalog.>=) 16384 AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_publication' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) x.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e', 'i']))))",
    "snapshot of pg_foreign_data_wrapper": "SELECT i.type, CAST(pg_catalog.json_build_array(i.identity) AS pg_catalog.text), NULL, CAST(x.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('owner' AS pg_catalog.text), CAST(x.fdwowner AS pg_catalog.regrole), CAST('handler' AS pg_catalog.text), CAST(x.fdwhandler AS pg_catalog.regproc), CAST('validator' AS pg_catalog.text), CAST(x.fdwvalidator AS pg_catalog.regproc), CAST('options' AS pg_catalog.text), (SELECT pg_catalog.json_agg(o ORDER BY o) FROM pg_catalog.unnest(x.fdwoptions) AS o), CAST('grants' AS pg_catalog.text), (SELECT pg_catalog.json_agg(g ORDER BY g) FROM ( SELECT pg_catalog.format('%s:%s%s', COALESCE(CAST(CAST(CASE WHEN grantee OPERATOR(pg_catalog.=) 0 THEN NULL ELSE grantee END AS pg_catalog.regrole) AS pg_catalog.text), 'public'), privilege_type, CASE WHEN is_grantable THEN '*' ELSE '' END) AS g FROM pg_catalog.aclexplode(COALESCE(x.fdwacl, pg_catalog.acldefault('F', x.fdwowner))) ) AS x)) AS pg_catalog.text) FROM pg_catalog.pg_foreign_data_wrapper AS x, pg_catalog.pg_identify_object(CAST('pg_catalog.pg_foreign_data_wrapper' AS pg_catalog.regclass), x.oid, 0) AS i WHERE x.oid OPERATOR(pg_catalog.>=) 16384 AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_foreign_data_wrapper' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) x.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e', 'i']))))",
    "snapshot of pg_foreign_server": "SELECT i.type, CAST(pg_catalog.json_build_array(i.identity) AS pg_catalog.text), NULL, CAST(x.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('owner' AS pg_catalog.text), CAST(x.srvowner AS pg_catalog.regrole), CAST('wrapper' AS pg_catalog.text), (SELECT fdwname FROM pg_catalog.pg_foreign_data_wrapper WHERE oid OPERATOR(pg_catalog.=) x.srvfdw), CAST('type' AS pg_catalog.text), x.srvtype, CAST('version' AS pg_catalog.text), x.srvversion, CAST('options' AS pg_catalog.text), (SELECT pg_catalog.json_agg(o ORDER BY o) FROM pg_catalog.unnest(x.srvoptions) AS o), CAST('grants' AS pg_catalog.text), (SELECT pg_catalog.json_agg(g ORDER BY g) FROM ( SELECT pg_catalog.format('%s:%s%s', COALESCE(CAST(CAST(CASE WHEN grantee OPERATOR(pg_catalog.=) 0 THEN NULL ELSE grantee END AS pg_catalog.regrole) AS pg_catalog.text), 'public'), privilege_type, CASE WHEN is_grantable THEN '*' ELSE '' END) AS g FROM pg_catalog.aclexplode(COALESCE(x.srvacl, pg_catalog.acldefault('S', x.srvowner))) ) AS x)) AS pg_catalog.text) FROM pg_catalog.pg_foreign_server AS x, pg_catalog.pg_identify_object(CAST('pg_catalog.pg_foreign_server' AS pg_catalog.regclass), x.oid, 0) AS i WHERE x.oid OPERATOR(pg_catalog.>=) 16384 AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_foreign_server' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) x.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e', 'i']))))",
    "snapshot of pg_cast": "SELECT i.type, CAST(pg_catalog.json_build_array(i.identity) AS pg_catalog.text), NULL, CAST(x.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('context' AS pg_catalog.text), x.castcontext, CAST('method' AS pg_catalog.text), x.castmethod, CAST('function' AS pg_catalog.text), CAST(x.castfunc AS pg_catalog.regprocedure)) AS pg_catalog.text) FROM pg_catalog.pg_cast AS x, pg_catalog.pg_identify_object(CAST('pg_catalog.pg_cast' AS pg_catalog.regclass), x.oid, 0) AS i WHERE x.oid OPERATOR(pg_catalog.>=) 16384 AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_cast' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) x.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e', 'i']))))",
    "snapshot of pg_operator": "SELECT i.type, CAST(pg_catalog.json_build_array(i.identity) AS pg_catalog.text), NULL, CAST(x.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('owner' AS pg_catalog.text), CAST(x.oprowner AS pg_catalog.regrole), CAST('procedure' AS pg_catalog.text), x.oprcode, CAST('commutator' AS pg_catalog.text), CAST(x.oprcom AS pg_catalog.regoperator), CAST('negator' AS pg_catalog.text), CAST(x.oprnegate AS pg_catalog.regoperator), CAST('restrict' AS pg_catalog.text), x.oprrest, CAST('join' AS pg_catalog.text), x.oprjoin, CAST('hashes' AS pg_catalog.text), x.oprcanhash, CAST('merges' AS pg_catalog.text), x.oprcanmerge) AS pg_catalog.text) FROM pg_catalog.pg_operator AS x, pg_catalog.pg_identify_object(CAST('pg_catalog.pg_operator' AS pg_catalog.regclass), x.oid, 0) AS i WHERE x.oid OPERATOR(pg_catalog.>=) 16384 AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_operator' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) x.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e', 'i']))))",
    "snapshot of pg_opfamily": "SELECT i.type, CAST(pg_catalog.json_build_array(i.identity) AS pg_catalog.text), NULL, CAST(x.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('owner' AS pg_catalog.text), CAST(x.opfowner AS pg_catalog.regrole), CAST('operators' AS pg_catalog.text), (SELECT pg_catalog.json_agg(pg_catalog.concat(o.amopstrategy, ' ', CAST(o.amopopr AS pg_catalog.regoperator)) ORDER BY o.amopstrategy, CAST(CAST(o.amopopr AS pg_catalog.regoperator) AS pg_catalog.text)) FROM pg_catalog.pg_amop AS o WHERE o.amopfamily OPERATOR(pg_catalog.=) x.oid), CAST('functions' AS pg_catalog.text), (SELECT pg_catalog.json_agg(pg_catalog.concat(p.amprocnum, ' ', p.amproc) ORDER BY p.amprocnum, CAST(p.amproc AS pg_catalog.text)) FROM pg_catalog.pg_amproc AS p WHERE p.amprocfamily OPERATOR(pg_catalog.=) x.oid)) AS pg_catalog.text) FROM pg_catalog.pg_opfamily AS x, pg_catalog.pg_identify_object(CAST('pg_catalog.pg_opfamily' AS pg_catalog.regclass), x.oid, 0) AS i WHERE x.oid OPERATOR(pg_catalog.>=) 16384 AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_opfamily' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) x.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e', 'i']))))",
    "snapshot of pg_opclass": "SELECT i.type, CAST(pg_catalog.json_build_array(i.identity) AS pg_catalog.text), NULL, CAST(x.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('owner' AS pg_catalog.text), CAST(x.opcowner AS pg_catalog.regrole), CAST('for' AS pg_catalog.text), pg_catalog.format_type(x.opcintype, NULL), CAST('family' AS pg_catalog.text), (SELECT opfname FROM pg_catalog.pg_opfamily WHERE oid OPERATOR(pg_catalog.=) x.opcfamily), CAST('default' AS pg_catalog.text), x.opcdefault, CAST('storage' AS pg_catalog.text), pg_catalog.format_type(CASE WHEN x.opckeytype OPERATOR(pg_catalog.=) 0 THEN NULL ELSE x.opckeytype END, NULL)) AS pg_catalog.text) FROM pg_catalog.pg_opclass AS x, pg_catalog.pg_identify_object(CAST('pg_catalog.pg_opclass' AS pg_catalog.regclass), x.oid, 0) AS i WHERE x.oid OPERATOR(pg_catalog.>=) 16384 AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_opclass' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) x.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e', 'i']))))",
    "snapshot of pg_collation": "SELECT i.type, CAST(pg_catalog.json_build_array(i.identity) AS pg_catalog.text), NULL, CAST(x.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('owner' AS pg_catalog.text), CAST(x.collowner AS pg_catalog.regrole), CAST('options' AS pg_catalog.text), CAST(pg_catalog.to_jsonb(x) OPERATOR(pg_catalog.-) CAST('{oid,collname,collnamespace,collowner,collversion}' AS pg_catalog.text[]) AS pg_catalog.text)) AS pg_catalog.text) FROM pg_catalog.pg_collation AS x, pg_catalog.pg_identify_object(CAST('pg_catalog.pg_collation' AS pg_catalog.regclass), x.oid, 0) AS i WHERE x.oid OPERATOR(pg_catalog.>=) 16384 AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_collation' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) x.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e', 'i']))))",
    "snapshot of pg_conversion": "SELECT i.type, CAST(pg_catalog.json_build_array(i.identity) AS pg_catalog.text), NULL, CAST(x.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('owner' AS pg_catalog.text), CAST(x.conowner AS pg_catalog.regrole), CAST('from' AS pg_catalog.text), x.conforencoding, CAST('to' AS pg_catalog.text), x.contoencoding, CAST('by' AS pg_catalog.text), x.conproc, CAST('default' AS pg_catalog.text), x.condefault) AS pg_catalog.text) FROM pg_catalog.pg_conversion AS x, pg_catalog.pg_identify_object(CAST('pg_catalog.pg_conversion' AS pg_catalog.regclass), x.oid, 0) AS i WHERE x.oid OPERATOR(pg_catalog.>=) 16384 AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_conversion' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) x.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e', 'i']))))",
    "snapshot of pg_ts_config": "SELECT i.type, CAST(pg_catalog.json_build_array(i.identity) AS pg_catalog.text), NULL, CAST(x.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('owner' AS pg_catalog.text), CAST(x.cfgowner AS pg_catalog.regrole), CAST('parser' AS pg_catalog.text), (SELECT prsname FROM pg_catalog.pg_ts_parser WHERE oid OPERATOR(pg_catalog.=) x.cfgparser), CAST('mappings' AS pg_catalog.text), (SELECT pg_catalog.json_agg(pg_catalog.concat(m.maptokentype, ' ', CAST(m.mapdict AS pg_catalog.regdictionary)) ORDER BY m.maptokentype, m.mapseqno) FROM pg_catalog.pg_ts_config_map AS m WHERE m.mapcfg OPERATOR(pg_catalog.=) x.oid)) AS pg_catalog.text) FROM pg_catalog.pg_ts_config AS x, pg_catalog.pg_identify_object(CAST('pg_catalog.pg_ts_config' AS pg_catalog.regclass), x.oid, 0) AS i WHERE x.oid OPERATOR(pg_catalog.>=) 16384 AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_ts_config' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) x.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e', 'i']))))",
    "snapshot of pg_ts_dict": "SELECT i.type, CAST(pg_catalog.json_build_array(i.identity) AS pg_catalog.text), NULL, CAST(x.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('owner' AS pg_catalog.text), CAST(x.dictowner AS pg_catalog.regrole), CAST('template' AS pg_catalog.text), (SELECT tmplname FROM pg_catalog.pg_ts_template WHERE oid OPERATOR(pg_catalog.=) x.dicttemplate), CAST('options' AS pg_catalog.text), x.dictinitoption) AS pg_catalog.text) FROM pg_catalog.pg_ts_dict AS x, pg_catalog.pg_identify_object(CAST('pg_catalog.pg_ts_dict' AS pg_catalog.regclass), x.oid, 0) AS i WHERE x.oid OPERATOR(pg_catalog.>=) 16384 AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_ts_dict' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) x.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e', 'i']))))",
    "snapshot of pg_ts_parser": "SELECT i.type, CAST(pg_catalog.json_build_array(i.identity) AS pg_catalog.text), NULL, CAST(x.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object() AS pg_catalog.text) FROM pg_catalog.pg_ts_parser AS x, pg_catalog.pg_identify_object(CAST('pg_catalog.pg_ts_parser' AS pg_catalog.regclass), x.oid, 0) AS i WHERE x.oid OPERATOR(pg_catalog.>=) 16384 AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_ts_parser' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) x.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e', 'i']))))",
    "snapshot of pg_ts_template": "SELECT i.type, CAST(pg_catalog.json_build_array(i.identity) AS pg_catalog.text), NULL, CAST(x.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object() AS pg_catalog.text) FROM pg_catalog.pg_ts_template AS x, pg_catalog.pg_identify_object(CAST('pg_catalog.pg_ts_template' AS pg_catalog.regclass), x.oid, 0) AS i WHERE x.oid OPERATOR(pg_catalog.>=) 16384 AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_ts_template' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) x.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e', 'i']))))",
    "snapshot of pg_transform": "SELECT i.type, CAST(pg_catalog.json_build_array(i.identity) AS pg_catalog.text), NULL, CAST(x.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('from' AS pg_catalog.text), x.trffromsql, CAST('to' AS pg_catalog.text), x.trftosql) AS pg_catalog.text) FROM pg_catalog.pg_transform AS x, pg_catalog.pg_identify_object(CAST('pg_catalog.pg_transform' AS pg_catalog.regclass), x.oid, 0) AS i WHERE x.oid OPERATOR(pg_catalog.>=) 16384 AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_transform' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) x.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e', 'i']))))",
    "snapshot of pg_default_acl": "SELECT i.type, CAST(pg_catalog.json_build_array(i.identity) AS pg_catalog.text), NULL, CAST(x.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('grants' AS pg_catalog.text), (SELECT pg_catalog.json_agg(g ORDER BY g) FROM ( SELECT pg_catalog.format('%s:%s%s', COALESCE(CAST(CAST(CASE WHEN grantee OPERATOR(pg_catalog.=) 0 THEN NULL ELSE grantee END AS pg_catalog.regrole) AS pg_catalog.text), 'public'), privilege_type, CASE WHEN is_grantable THEN '*' ELSE '' END) AS g FROM pg_catalog.aclexplode(x.defaclacl) ) AS x)) AS pg_catalog.text) FROM pg_catalog.pg_default_acl AS x, pg_catalog.pg_identify_object(CAST('pg_catalog.pg_default_acl' AS pg_catalog.regclass), x.oid, 0) AS i WHERE x.oid OPERATOR(pg_catalog.>=) 16384 AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_default_acl' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) x.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e', 'i']))))",
    "snapshot of pg_am": "SELECT i.type, CAST(pg_catalog.json_build_array(i.identity) AS pg_catalog.text), NULL, CAST(x.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('type' AS pg_catalog.text), x.amtype, CAST('handler' AS pg_catalog.text), x.amhandler) AS pg_catalog.text) FROM pg_catalog.pg_am AS x, pg_catalog.pg_identify_object(CAST('pg_catalog.pg_am' AS pg_catalog.regclass), x.oid, 0) AS i WHERE x.oid OPERATOR(pg_catalog.>=) 16384 AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_am' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) x.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e', 'i']))))",
    "snapshot of pg_language": "SELECT i.type, CAST(pg_catalog.json_build_array(i.identity) AS pg_catalog.text), NULL, CAST(x.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('owner' AS pg_catalog.text), CAST(x.lanowner AS pg_catalog.regrole), CAST('trusted' AS pg_catalog.text), x.lanpltrusted, CAST('handler' AS pg_catalog.text), CAST(x.lanplcallfoid AS pg_catalog.regproc), CAST('grants' AS pg_catalog.text), (SELECT pg_catalog.json_agg(g ORDER BY g) FROM ( SELECT pg_catalog.format('%s:%s%s', COALESCE(CAST(CAST(CASE WHEN grantee OPERATOR(pg_catalog.=) 0 THEN NULL ELSE grantee END AS pg_catalog.regrole) AS pg_catalog.text), 'public'), privilege_type, CASE WHEN is_grantable THEN '*' ELSE '' END) AS g FROM pg_catalog.aclexplode(COALESCE(x.lanacl, pg_catalog.acldefault('l', x.lanowner))) ) AS x)) AS pg_catalog.text) FROM pg_catalog.pg_language AS x, pg_catalog.pg_identify_object(CAST('pg_catalog.pg_language' AS pg_catalog.regclass), x.oid, 0) AS i WHERE x.oid OPERATOR(pg_catalog.>=) 16384 AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_language' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) x.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e', 'i']))))",
    "snapshot of user mapping": "SELECT 'user mapping', CAST(pg_catalog.json_build_array(m.usename, m.srvname) AS pg_catalog.text), NULL, CAST(m.umid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('options' AS pg_catalog.text), (SELECT pg_catalog.json_agg(o ORDER BY o) FROM pg_catalog.unnest(m.umoptions) AS o)) AS pg_catalog.text) FROM pg_catalog.pg_user_mappings AS m",
    "snapshot of large objects": "SELECT 'large objects', CAST(pg_catalog.json_build_array(CAST('of the database' AS pg_catalog.text)) AS pg_catalog.text), NULL, NULL, CAST(pg_catalog.json_build_object(CAST('number' AS pg_catalog.text), pg_catalog.count(*)) AS pg_catalog.text) FROM pg_catalog.pg_largeobject_metadata HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 0",
    "snapshot of other types": "SELECT 'type', CAST(pg_catalog.json_build_array(i.identity) AS pg_catalog.text), NULL, CAST(t.oid AS pg_catalog.text), CAST(pg_catalog.json_build_object(CAST('owner' AS pg_catalog.text), CAST(t.typowner AS pg_catalog.regrole), CAST('base' AS pg_catalog.text), pg_catalog.concat(t.typlen, t.typalign, t.typstorage), CAST('in' AS pg_catalog.text), t.typinput, CAST('out' AS pg_catalog.text), t.typoutput) AS pg_catalog.text) FROM pg_catalog.pg_type AS t, pg_catalog.pg_identify_object(CAST('pg_catalog.pg_type' AS pg_catalog.regclass), t.oid, 0) AS i WHERE t.oid OPERATOR(pg_catalog.>=) 16384 AND t.typtype OPERATOR(pg_catalog.=) ANY (ARRAY['b', 'p']) AND t.typcategory OPERATOR(pg_catalog.<>) 'A' AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_type' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) t.oid AND e.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['e'])))) AND ($2 OPERATOR(pg_catalog.=) '' OR t.oid OPERATOR(pg_catalog.=) ANY (CAST(CASE WHEN $2 OPERATOR(pg_catalog.=) '' THEN NULL ELSE $2 END AS pg_catalog.oid[])))",
    "columns": "SELECT n.nspname, c.relname, (SELECT pg_catalog.array_to_json(pg_catalog.array_agg(a.attname ORDER BY a.attname)) FROM pg_catalog.pg_attribute AS a WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT (a.attisdropped)) FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace WHERE c.relkind OPERATOR(pg_catalog.=) ANY (ARRAY['r', 'p']) AND NOT (c.relispartition) AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND (c.relowner OPERATOR(pg_catalog.>=) 16384 OR NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) c.oid AND e.deptype OPERATOR(pg_catalog.=) 'e')))) AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT') ORDER BY 1, 2",
    "shape": "SELECT CAST(pg_catalog.json_build_object('columns', (SELECT COALESCE(pg_catalog.json_agg(pg_catalog.json_build_object('schema', n.nspname, 'table', c.relname, 'column', a.attname, 'type', pg_catalog.format_type(a.atttypid, a.atttypmod), 'category', t.typcategory, 'notNull', a.attnotnull, 'generated', a.attgenerated OPERATOR(pg_catalog.<>) '')), '[]') FROM pg_catalog.pg_attribute AS a JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) a.attrelid JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace JOIN pg_catalog.pg_type AS t ON t.oid OPERATOR(pg_catalog.=) a.atttypid WHERE c.relkind OPERATOR(pg_catalog.=) ANY (ARRAY['r', 'p']) AND NOT (c.relispartition) AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT (a.attisdropped) AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_'), 'uniques', (SELECT COALESCE(pg_catalog.json_agg(pg_catalog.json_build_object('schema', n.nspname, 'table', c.relname, 'name', x.relname, 'columns', (SELECT pg_catalog.array_to_json(pg_catalog.array_agg(a.attname ORDER BY k.at)) FROM pg_catalog.unnest((i.indkey)[0:i.indnkeyatts OPERATOR(pg_catalog.-) 1]) WITH ORDINALITY AS k(number, at) JOIN pg_catalog.pg_attribute AS a ON a.attrelid OPERATOR(pg_catalog.=) c.oid AND a.attnum OPERATOR(pg_catalog.=) k.number))), '[]') FROM pg_catalog.pg_index AS i JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) i.indrelid JOIN pg_catalog.pg_class AS x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace WHERE i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL AND NOT (c.relispartition) AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_'), 'constraints', (SELECT COALESCE(pg_catalog.json_agg(pg_catalog.json_build_object('kind', o.contype, 'schema', n.nspname, 'table', c.relname, 'name', o.conname, 'expression', pg_catalog.pg_get_expr(o.conbin, o.conrelid), 'columns', (SELECT pg_catalog.array_to_json(pg_catalog.array_agg(a.attname ORDER BY k.at)) FROM pg_catalog.unnest(o.conkey) WITH ORDINALITY AS k(number, at) JOIN pg_catalog.pg_attribute AS a ON a.attrelid OPERATOR(pg_catalog.=) c.oid AND a.attnum OPERATOR(pg_catalog.=) k.number))), '[]') FROM pg_catalog.pg_constraint AS o JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) o.conrelid JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace WHERE o.contype OPERATOR(pg_catalog.=) ANY (ARRAY['c', 'f']) AND NOT (c.relispartition) AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_'), 'labels', (SELECT COALESCE(pg_catalog.json_agg(pg_catalog.json_build_array(pg_catalog.format_type(t.oid, NULL), (SELECT pg_catalog.json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_catalog.pg_enum AS e WHERE e.enumtypid OPERATOR(pg_catalog.=) t.oid))), '[]') FROM pg_catalog.pg_type AS t JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) t.typnamespace WHERE t.typtype OPERATOR(pg_catalog.=) 'e' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_')) AS pg_catalog.text)",
    "counters": "SELECT n.nspname, c.relname, CAST(c.oid AS pg_catalog.text), a.attname, CAST(a.attnum AS pg_catalog.text), CAST(a.attlen AS pg_catalog.text), sn.nspname, s.relname, CAST(s.oid AS pg_catalog.text), CAST(t.typlen AS pg_catalog.text), CAST(q.seqmax AS pg_catalog.text), CAST(q.seqincrement AS pg_catalog.text), q.seqcycle, EXISTS (SELECT FROM pg_catalog.pg_index AS i WHERE i.indrelid OPERATOR(pg_catalog.=) c.oid AND i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indnkeyatts OPERATOR(pg_catalog.=) 1 AND (i.indkey)[0] OPERATOR(pg_catalog.=) a.attnum), pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT') AND pg_catalog.has_schema_privilege(sn.oid, 'USAGE') AND pg_catalog.has_sequence_privilege(s.oid, 'SELECT') FROM pg_catalog.pg_attribute AS a JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) a.attrelid JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace JOIN pg_catalog.pg_class AS s ON s.relkind OPERATOR(pg_catalog.=) 'S' AND s.oid OPERATOR(pg_catalog.=) ANY (SELECT d.objid FROM pg_catalog.pg_depend AS d WHERE (d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND d.refobjid OPERATOR(pg_catalog.=) c.oid AND d.refobjsubid OPERATOR(pg_catalog.=) a.attnum AND d.deptype OPERATOR(pg_catalog.=) 'i') UNION SELECT d.refobjid FROM pg_catalog.pg_attrdef AS f JOIN pg_catalog.pg_depend AS d ON (d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_attrdef' AS pg_catalog.regclass) AND d.objid OPERATOR(pg_catalog.=) f.oid AND d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass)) WHERE (f.adrelid OPERATOR(pg_catalog.=) c.oid AND f.adnum OPERATOR(pg_catalog.=) a.attnum)) JOIN pg_catalog.pg_namespace AS sn ON sn.oid OPERATOR(pg_catalog.=) s.relnamespace JOIN pg_catalog.pg_sequence AS q ON q.seqrelid OPERATOR(pg_catalog.=) s.oid JOIN pg_catalog.pg_type AS t ON t.oid OPERATOR(pg_catalog.=) q.seqtypid WHERE c.relkind OPERATOR(pg_catalog.=) ANY (ARRAY['r', 'p']) AND NOT (c.relispartition) AND c.relpersistence OPERATOR(pg_catalog.<>) 't' AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT (a.attisdropped) AND (a.atthasdef OR a.attidentity OPERATOR(pg_catalog.<>) '') AND a.atttypid OPERATOR(pg_catalog.=) ANY (ARRAY[CAST('pg_catalog.int2' AS pg_catalog.regtype), CAST('pg_catalog.int4' AS pg_catalog.regtype), CAST('pg_catalog.int8' AS pg_catalog.regtype)]) AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' ORDER BY 1, 2, a.attnum",
    "redundant indexes": "WITH made AS (SELECT pg_catalog.unnest(CAST($1 AS pg_catalog.text[])) AS name), one AS (SELECT i.*, x.relam, am.amname, (n.nspname OPERATOR(pg_catalog.||) '.') OPERATOR(pg_catalog.||) x.relname AS name, pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS rows, ARRAY(SELECT pg_catalog.concat_ws(' ', pg_catalog.pg_get_indexdef(i.indexrelid, k, false), (i.indclass)[k OPERATOR(pg_catalog.-) 1], (i.indcollation)[k OPERATOR(pg_catalog.-) 1], (i.indoption)[k OPERATOR(pg_catalog.-) 1]) FROM pg_catalog.generate_series(1, i.indnkeyatts) AS k) AS keys, ARRAY(SELECT pg_catalog.pg_get_indexdef(i.indexrelid, k, false) FROM pg_catalog.generate_series(1, i.indnatts) AS k) AS columns FROM pg_catalog.pg_index AS i JOIN pg_catalog.pg_class AS x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) x.relnamespace JOIN pg_catalog.pg_am AS am ON am.oid OPERATOR(pg_catalog.=) x.relam WHERE i.indisvalid AND NOT (x.relispartition) AND i.indrelid OPERATOR(pg_catalog.=) ANY (SELECT f.indrelid FROM pg_catalog.pg_index AS f JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) f.indexrelid JOIN pg_catalog.pg_namespace AS m ON m.oid OPERATOR(pg_catalog.=) c.relnamespace JOIN made ON made.name OPERATOR(pg_catalog.=) ((m.nspname OPERATOR(pg_catalog.||) '.') OPERATOR(pg_catalog.||) c.relname))) SELECT (tn.nspname OPERATOR(pg_catalog.||) '.') OPERATOR(pg_catalog.||) t.relname, spare.name, serving.name FROM one AS spare JOIN one AS serving ON serving.indrelid OPERATOR(pg_catalog.=) spare.indrelid AND serving.indexrelid OPERATOR(pg_catalog.<>) spare.indexrelid JOIN pg_catalog.pg_class AS t ON t.oid OPERATOR(pg_catalog.=) spare.indrelid JOIN pg_catalog.pg_namespace AS tn ON tn.oid OPERATOR(pg_catalog.=) t.relnamespace WHERE spare.relam OPERATOR(pg_catalog.=) serving.relam AND COALESCE(spare.rows OPERATOR(pg_catalog.=) serving.rows, (spare.rows IS NULL AND serving.rows IS NULL)) AND spare.keys OPERATOR(pg_catalog.=) (serving.keys)[1:pg_catalog.cardinality(spare.keys)] AND (spare.amname OPERATOR(pg_catalog.=) 'btree' OR spare.keys OPERATOR(pg_catalog.=) serving.keys) AND spare.columns OPERATOR(pg_catalog.<@) serving.columns AND NOT (spare.indisunique) AND NOT (spare.indisexclusion) AND NOT (spare.indisreplident) AND NOT (EXISTS (SELECT FROM pg_catalog.pg_constraint AS o WHERE (o.conindid OPERATOR(pg_catalog.=) spare.indexrelid AND o.contype OPERATOR(pg_catalog.=) ANY (ARRAY['p', 'u', 'x'])))) AND (spare.name OPERATOR(pg_catalog.=) ANY (SELECT name FROM made) OR serving.name OPERATOR(pg_catalog.=) ANY (SELECT name FROM made)) ORDER BY 1, 2, 3",
    "published tables": "SELECT n.nspname, c.relname, CAST(c.oid AS pg_catalog.text), pub.names, pub.sends, (CASE WHEN c.relreplident OPERATOR(pg_catalog.=) 'f' THEN 'FULL' WHEN c.relreplident OPERATOR(pg_catalog.=) 'n' THEN 'NOTHING' WHEN c.relreplident OPERATOR(pg_catalog.=) 'i' THEN 'USING INDEX' ELSE 'DEFAULT' END) OPERATOR(pg_catalog.||) (COALESCE((' (' OPERATOR(pg_catalog.||) key.columns) OPERATOR(pg_catalog.||) ')', '')), NOT (pub.parts) AND (c.relreplident OPERATOR(pg_catalog.=) 'f' OR key.columns IS NOT NULL), (SELECT a.attname FROM pg_catalog.pg_attribute AS a WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT (a.attisdropped) AND a.attgenerated OPERATOR(pg_catalog.=) '' AND a.attidentity OPERATOR(pg_catalog.<>) 'a' ORDER BY a.attnum LIMIT 1) FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace CROSS JOIN LATERAL ( SELECT pg_catalog.string_agg(p.pubname, ', ' ORDER BY p.pubname) AS names, pg_catalog.concat_ws(', ', CASE WHEN pg_catalog.bool_or(p.pubupdate) THEN 'UPDATE' END, CASE WHEN pg_catalog.bool_or(p.pubdelete) THEN 'DELETE' END) AS sends, pg_catalog.bool_or(EXISTS (SELECT FROM pg_catalog.pg_publication_rel AS r WHERE r.prpubid OPERATOR(pg_catalog.=) p.oid AND r.prrelid OPERATOR(pg_catalog.=) ANY (SELECT c.oid UNION SELECT a.relid FROM pg_catalog.pg_partition_ancestors(c.oid) AS a(relid)) AND (r.prqual IS NOT NULL OR r.prattrs IS NOT NULL))) AS parts FROM pg_catalog.pg_publication AS p WHERE (p.pubupdate OR p.pubdelete) AND (p.puballtables OR EXISTS (SELECT FROM pg_catalog.pg_publication_rel AS r WHERE (r.prpubid OPERATOR(pg_catalog.=) p.oid AND r.prrelid OPERATOR(pg_catalog.=) ANY (SELECT c.oid UNION SELECT a.relid FROM pg_catalog.pg_partition_ancestors(c.oid) AS a(relid)))) OR EXISTS (SELECT FROM pg_catalog.pg_publication_namespace AS m JOIN pg_catalog.pg_class AS s ON s.relnamespace OPERATOR(pg_catalog.=) m.pnnspid WHERE (m.pnpubid OPERATOR(pg_catalog.=) p.oid AND s.oid OPERATOR(pg_catalog.=) ANY (SELECT c.oid UNION SELECT a.relid FROM pg_catalog.pg_partition_ancestors(c.oid) AS a(relid))))) ) AS pub LEFT JOIN LATERAL ( SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY k.at) AS columns FROM pg_catalog.pg_index AS i, pg_catalog.unnest((i.indkey)[0:i.indnkeyatts OPERATOR(pg_catalog.-) 1]) WITH ORDINALITY AS k(number, at) JOIN pg_catalog.pg_attribute AS a ON a.attnum OPERATOR(pg_catalog.=) k.number WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid AND i.indrelid OPERATOR(pg_catalog.=) c.oid AND i.indisvalid AND CASE WHEN c.relreplident OPERATOR(pg_catalog.=) 'd' THEN (i.indisprimary AND i.indimmediate) WHEN c.relreplident OPERATOR(pg_catalog.=) 'i' THEN i.indisreplident ELSE false END ) AS key ON true WHERE c.relkind OPERATOR(pg_catalog.=) 'r' AND c.relpersistence OPERATOR(pg_catalog.=) 'p' AND pub.names IS NOT NULL AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' ORDER BY 1, 2",
    "seed catalog": "SELECT pg_catalog.json_build_object('tables', COALESCE((SELECT pg_catalog.json_agg(x) FROM ( SELECT CAST(c.oid AS pg_catalog.int8) AS oid, n.nspname AS schema, c.relname AS name, c.relkind OPERATOR(pg_catalog.=) 'p' AS partitioned, c.relhasrules AS \"hasRules\", EXISTS (SELECT FROM pg_catalog.pg_trigger AS g WHERE g.tgrelid OPERATOR(pg_catalog.=) c.oid AND NOT (g.tgisinternal) AND (g.tgtype OPERATOR(pg_catalog.&) 7) OPERATOR(pg_catalog.=) 7) AS \"isFilled\", CASE WHEN c.relkind OPERATOR(pg_catalog.=) 'p' THEN COALESCE((SELECT pg_catalog.json_agg(x.v) FROM ( SELECT COALESCE(pg_catalog.pg_get_partition_constraintdef(l.oid), 'true') AS v FROM pg_catalog.pg_partition_tree(c.oid) AS p JOIN pg_catalog.pg_class AS l ON l.oid OPERATOR(pg_catalog.=) p.relid WHERE l.relkind OPERATOR(pg_catalog.=) 'r' ORDER BY l.relname LIMIT 8 ) AS x), '[]') ELSE '[]' END AS partitions, COALESCE((SELECT pg_catalog.json_agg(x) FROM ( SELECT a.attname AS name, a.attnum AS number, CAST(a.atttypid AS pg_catalog.int8) AS type, a.atttypmod AS typmod, a.attnotnull AS \"notNull\", CAST(a.attidentity AS pg_catalog.text) AS identity, a.attgenerated OPERATOR(pg_catalog.<>) '' AS generated, pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS expression, CASE WHEN a.attidentity OPERATOR(pg_catalog.<>) '' OR d.oid IS NOT NULL THEN pg_catalog.pg_get_serial_sequence(pg_catalog.format('%I.%I', n.nspname, c.relname), a.attname) END AS sequence FROM pg_catalog.pg_attribute AS a LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid OPERATOR(pg_catalog.=) a.attrelid AND d.adnum OPERATOR(pg_catalog.=) a.attnum WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT (a.attisdropped) ORDER BY a.attnum ) AS x), '[]') AS columns, COALESCE((SELECT pg_catalog.json_agg(x) FROM ( SELECT o.conname AS name, COALESCE(o.conkey, '{}') AS columns, pg_catalog.pg_get_expr(o.conbin, o.conrelid) AS sql FROM pg_catalog.pg_constraint AS o WHERE o.conrelid OPERATOR(pg_catalog.=) c.oid AND o.contype OPERATOR(pg_catalog.=) 'c' ORDER BY o.conname ) AS x), '[]') AS checks, COALESCE((SELECT pg_catalog.json_agg(x) FROM ( SELECT o.conname AS name, o.conkey AS columns, o.confmatchtype OPERATOR(pg_catalog.=) 'f' AS \"full\", CAST(o.confdeltype AS pg_catalog.text) AS \"onDelete\", CAST(COALESCE((SELECT CAST(p.relid AS pg_catalog.oid) FROM pg_catalog.pg_partition_ancestors(o.confrelid) WITH ORDINALITY AS p(relid, n) ORDER BY p.n DESC LIMIT 1), o.confrelid) AS pg_catalog.int8) AS parent, COALESCE((SELECT pg_catalog.json_agg(x.v) FROM ( SELECT a.attname AS v FROM pg_catalog.unnest(o.confkey) WITH ORDINALITY AS k(number, n) JOIN pg_catalog.pg_attribute AS a ON a.attrelid OPERATOR(pg_catalog.=) o.confrelid AND a.attnum OPERATOR(pg_catalog.=) k.number ORDER BY k.n ) AS x), '[]') AS \"parentColumns\" FROM pg_catalog.pg_constraint AS o WHERE o.conrelid OPERATOR(pg_catalog.=) c.oid AND o.contype OPERATOR(pg_catalog.=) 'f' AND o.conparentid OPERATOR(pg_catalog.=) 0 ORDER BY o.conname ) AS x), '[]') AS \"foreignKeys\", COALESCE((SELECT pg_catalog.json_agg(x) FROM ( SELECT (SELECT k.relname FROM pg_catalog.pg_class AS k WHERE k.oid OPERATOR(pg_catalog.=) i.indexrelid) AS name, i.indnullsnotdistinct AS \"nullsEqual\", i.indisprimary AS \"primary\", NOT (i.indimmediate) AS \"deferrable\", i.indexprs IS NULL AND i.indpred IS NULL AND NOT (i.indisexclusion) AS plain, COALESCE((SELECT pg_catalog.json_agg(x.v) FROM ( SELECT k.v FROM pg_catalog.unnest(CAST(i.indkey AS pg_catalog.int2[])) WITH ORDINALITY AS k(v, n) WHERE k.v OPERATOR(pg_catalog.<>) 0 AND k.n OPERATOR(pg_catalog.<=) i.indnkeyatts ORDER BY k.n ) AS x), '[]') AS columns, COALESCE((SELECT pg_catalog.json_agg(x.v) FROM ( SELECT DISTINCT d.refobjsubid AS v FROM pg_catalog.pg_depend AS d WHERE d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND d.objid OPERATOR(pg_catalog.=) i.indexrelid AND d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND d.refobjid OPERATOR(pg_catalog.=) c.oid AND d.refobjsubid OPERATOR(pg_catalog.>) 0 ) AS x), '[]') AS uses FROM pg_catalog.pg_index AS i WHERE i.indrelid OPERATOR(pg_catalog.=) c.oid AND (i.indisunique OR i.indisexclusion) ORDER BY i.indisprimary DESC, i.indexrelid ) AS x), '[]') AS uniques FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace WHERE c.relkind OPERATOR(pg_catalog.=) ANY (ARRAY['r', 'p']) AND NOT (c.relispartition) AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND (c.relowner OPERATOR(pg_catalog.>=) 16384 OR NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) c.oid AND e.deptype OPERATOR(pg_catalog.=) 'e')))) AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT') ORDER BY n.nspname, c.relname ) AS x), '[]'), 'types', COALESCE((SELECT pg_catalog.json_agg(x) FROM ( SELECT CAST(t.oid AS pg_catalog.int8) AS oid, pg_catalog.format_type(t.oid, NULL) AS sql, t.typname AS name, n.nspname AS schema, CAST(t.typcategory AS pg_catalog.text) AS category, t.typtypmod AS typmod, t.typnotnull AS \"notNull\", t.typdefault IS NOT NULL AS \"hasDefault\", CASE WHEN t.typtype OPERATOR(pg_catalog.=) 'd' THEN 'domain' WHEN t.typtype OPERATOR(pg_catalog.=) 'e' THEN 'enum' WHEN t.typtype OPERATOR(pg_catalog.=) 'r' THEN 'range' WHEN t.typtype OPERATOR(pg_catalog.=) 'm' THEN 'multirange' WHEN t.typtype OPERATOR(pg_catalog.=) 'c' THEN 'composite' ELSE 'base' END AS kind, CAST(CASE WHEN t.typtype OPERATOR(pg_catalog.=) 'd' THEN t.typbasetype WHEN t.typtype OPERATOR(pg_catalog.=) 'r' THEN r.rngsubtype WHEN t.typtype OPERATOR(pg_catalog.=) 'm' THEN m.rngtypid ELSE t.typelem END AS pg_catalog.int8) AS of, CASE WHEN t.typtype OPERATOR(pg_catalog.=) 'e' THEN COALESCE((SELECT pg_catalog.json_agg(x.v) FROM ( SELECT e.enumlabel AS v FROM pg_catalog.pg_enum AS e WHERE e.enumtypid OPERATOR(pg_catalog.=) t.oid ORDER BY e.enumsortorder ) AS x), '[]') ELSE '[]' END AS labels, CASE WHEN t.typtype OPERATOR(pg_catalog.=) 'c' THEN COALESCE((SELECT pg_catalog.json_agg(x) FROM ( SELECT CAST(a.atttypid AS pg_catalog.int8) AS type, a.atttypmod AS typmod FROM pg_catalog.pg_attribute AS a WHERE a.attrelid OPERATOR(pg_catalog.=) t.typrelid AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT (a.attisdropped) ORDER BY a.attnum ) AS x), '[]') ELSE '[]' END AS attributes, CASE WHEN t.typtype OPERATOR(pg_catalog.=) 'd' THEN COALESCE((SELECT pg_catalog.json_agg(x) FROM ( SELECT o.conname AS name, COALESCE(o.conkey, '{}') AS columns, pg_catalog.pg_get_expr(o.conbin, 0) AS sql FROM pg_catalog.pg_constraint AS o WHERE o.contypid OPERATOR(pg_catalog.=) t.oid AND o.contype OPERATOR(pg_catalog.=) 'c' ORDER BY o.conname ) AS x), '[]') ELSE '[]' END AS checks FROM pg_catalog.pg_type AS t JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) t.typnamespace LEFT JOIN pg_catalog.pg_range AS r ON t.typtype OPERATOR(pg_catalog.=) 'r' AND r.rngtypid OPERATOR(pg_catalog.=) t.oid LEFT JOIN pg_catalog.pg_range AS m ON t.typtype OPERATOR(pg_catalog.=) 'm' AND m.rngmultitypid OPERATOR(pg_catalog.=) t.oid WHERE t.oid OPERATOR(pg_catalog.=) ANY (WITH RECURSIVE used(oid) AS (SELECT a.atttypid FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_attribute AS a ON a.attrelid OPERATOR(pg_catalog.=) c.oid WHERE (c.relkind OPERATOR(pg_catalog.=) ANY (ARRAY['r', 'p']) AND c.oid OPERATOR(pg_catalog.>=) 16384 AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT (a.attisdropped)) UNION SELECT p.oid FROM used AS u JOIN pg_catalog.pg_type AS t ON t.oid OPERATOR(pg_catalog.=) u.oid, LATERAL ( (((SELECT t.typbasetype UNION ALL SELECT t.typelem) UNION ALL SELECT r.rngsubtype FROM pg_catalog.pg_range AS r WHERE (t.typtype OPERATOR(pg_catalog.=) 'r' AND r.rngtypid OPERATOR(pg_catalog.=) t.oid)) UNION ALL SELECT r.rngtypid FROM pg_catalog.pg_range AS r WHERE (t.typtype OPERATOR(pg_catalog.=) 'm' AND r.rngmultitypid OPERATOR(pg_catalog.=) t.oid)) UNION ALL SELECT a.atttypid FROM pg_catalog.pg_attribute AS a WHERE (t.typtype OPERATOR(pg_catalog.=) 'c' AND a.attrelid OPERATOR(pg_catalog.=) t.typrelid AND a.attnum OPERATOR(pg_catalog.>) 0) ) AS p(oid) WHERE p.oid OPERATOR(pg_catalog.<>) 0) SELECT oid FROM used) AND t.typtype OPERATOR(pg_catalog.<>) 'p' AND (t.typrelid OPERATOR(pg_catalog.=) 0 OR EXISTS (SELECT FROM pg_catalog.pg_class AS k WHERE (k.oid OPERATOR(pg_catalog.=) t.typrelid AND k.relkind OPERATOR(pg_catalog.=) 'c'))) ) AS x), '[]'))",
    "before": "SELECT 'server', CAST(pg_catalog.pg_current_wal_insert_lsn() OPERATOR(pg_catalog.-) CAST('0/0' AS pg_catalog.pg_lsn) AS pg_catalog.text), pg_catalog.current_setting('lock_timeout'), CAST(EXTRACT(EPOCH FROM pg_catalog.clock_timestamp()) OPERATOR(pg_catalog.*) 1000 AS pg_catalog.text), NULL, NULL, NULL FROM pg_catalog.pg_stat_force_next_flush()",
    "after": "WITH held AS MATERIALIZED (SELECT locktype, relation, classid, objid, database, mode FROM pg_catalog.pg_locks WHERE pid OPERATOR(pg_catalog.=) pg_catalog.pg_backend_pid() AND granted) (SELECT 'server', CAST(pg_catalog.pg_current_wal_insert_lsn() OPERATOR(pg_catalog.-) CAST('0/0' AS pg_catalog.pg_lsn) AS pg_catalog.text), pg_catalog.current_setting('lock_timeout'), CAST(EXTRACT(EPOCH FROM pg_catalog.statement_timestamp()) OPERATOR(pg_catalog.*) 1000 AS pg_catalog.text), pg_catalog.concat_ws(' ', CASE WHEN ((((((((((((((pg_catalog.pg_stat_get_xact_tuples_inserted(CAST('pg_catalog.pg_class' AS pg_catalog.regclass)) OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_xact_tuples_inserted(CAST('pg_catalog.pg_attribute' AS pg_catalog.regclass))) OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_xact_tuples_inserted(CAST('pg_catalog.pg_attrdef' AS pg_catalog.regclass))) OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_xact_tuples_inserted(CAST('pg_catalog.pg_index' AS pg_catalog.regclass))) OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_xact_tuples_inserted(CAST('pg_catalog.pg_constraint' AS pg_catalog.regclass))) OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_xact_tuples_updated(CAST('pg_catalog.pg_class' AS pg_catalog.regclass))) OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_xact_tuples_updated(CAST('pg_catalog.pg_attribute' AS pg_catalog.regclass))) OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_xact_tuples_updated(CAST('pg_catalog.pg_attrdef' AS pg_catalog.regclass))) OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_xact_tuples_updated(CAST('pg_catalog.pg_index' AS pg_catalog.regclass))) OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_xact_tuples_updated(CAST('pg_catalog.pg_constraint' AS pg_catalog.regclass))) OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_xact_tuples_deleted(CAST('pg_catalog.pg_class' AS pg_catalog.regclass))) OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_xact_tuples_deleted(CAST('pg_catalog.pg_attribute' AS pg_catalog.regclass))) OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_xact_tuples_deleted(CAST('pg_catalog.pg_attrdef' AS pg_catalog.regclass))) OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_xact_tuples_deleted(CAST('pg_catalog.pg_index' AS pg_catalog.regclass))) OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_xact_tuples_deleted(CAST('pg_catalog.pg_constraint' AS pg_catalog.regclass))) OPERATOR(pg_catalog.>) 0 THEN 'relations' END, CASE WHEN (((((pg_catalog.pg_stat_get_xact_tuples_inserted(CAST('pg_catalog.pg_proc' AS pg_catalog.regclass)) OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_xact_tuples_inserted(CAST('pg_catalog.pg_trigger' AS pg_catalog.regclass))) OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_xact_tuples_updated(CAST('pg_catalog.pg_proc' AS pg_catalog.regclass))) OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_xact_tuples_updated(CAST('pg_catalog.pg_trigger' AS pg_catalog.regclass))) OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_xact_tuples_deleted(CAST('pg_catalog.pg_proc' AS pg_catalog.regclass))) OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_xact_tuples_deleted(CAST('pg_catalog.pg_trigger' AS pg_catalog.regclass))) OPERATOR(pg_catalog.>) 0 THEN 'programs' END), CAST(pg_catalog.pg_stat_get_xact_tuples_updated(CAST('pg_catalog.pg_namespace' AS pg_catalog.regclass)) OPERATOR(pg_catalog.>) 0 AS pg_catalog.text), CAST(EXISTS (SELECT 1 FROM pg_catalog.pg_trigger WHERE (tgdeferrable AND NOT (tgisinternal))) OR EXISTS (SELECT 1 FROM pg_catalog.pg_constraint WHERE (contype OPERATOR(pg_catalog.=) 'x' AND condeferrable)) OR EXISTS (SELECT 1 FROM pg_catalog.pg_cursors WHERE is_holdable) AS pg_catalog.text) UNION ALL SELECT 'lock', CAST(relation AS pg_catalog.text), mode, CAST(pg_catalog.pg_stat_get_xact_numscans(relation) AS pg_catalog.text), CAST(pg_catalog.pg_stat_get_xact_tuples_inserted(relation) AS pg_catalog.text), CAST(pg_catalog.pg_stat_get_xact_tuples_updated(relation) AS pg_catalog.text), CAST(pg_catalog.pg_stat_get_xact_tuples_deleted(relation) AS pg_catalog.text) FROM held WHERE relation OPERATOR(pg_catalog.>=) 16384 AND locktype OPERATOR(pg_catalog.=) 'relation') UNION ALL SELECT 'object', pg_catalog.pg_describe_object(classid, objid, 0), mode, NULL, NULL, NULL, NULL FROM held WHERE locktype OPERATOR(pg_catalog.=) 'object' AND objid OPERATOR(pg_catalog.>=) 16384 AND database OPERATOR(pg_catalog.<>) 0",
    "held": "SELECT 'lock', CAST(relation AS pg_catalog.text), mode FROM pg_catalog.pg_locks WHERE pid OPERATOR(pg_catalog.=) CAST($1 AS int) AND granted AND relation OPERATOR(pg_catalog.>=) 16384 AND locktype OPERATOR(pg_catalog.=) 'relation'",
    "committed": "SELECT 'server', CAST(pg_catalog.pg_current_wal_insert_lsn() OPERATOR(pg_catalog.-) CAST('0/0' AS pg_catalog.pg_lsn) AS pg_catalog.text), pg_catalog.current_setting('lock_timeout'), CAST(EXTRACT(EPOCH FROM pg_catalog.clock_timestamp()) OPERATOR(pg_catalog.*) 1000 AS pg_catalog.text), NULL, NULL, NULL UNION ALL SELECT 'table', CAST(relid AS pg_catalog.text), NULL, CAST(COALESCE(seq_scan, 0) AS pg_catalog.text), CAST(n_tup_ins AS pg_catalog.text), CAST(n_tup_upd AS pg_catalog.text), CAST(n_tup_del AS pg_catalog.text) FROM pg_catalog.pg_stat_user_tables",
    "flush": "SELECT pg_catalog.pg_stat_force_next_flush()",
    "can count wal": "SELECT 1 FROM pg_catalog.pg_proc AS p JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) p.pronamespace WHERE p.proname OPERATOR(pg_catalog.=) 'pg_stat_get_backend_wal' AND n.nspname OPERATOR(pg_catalog.=) 'pg_catalog'",
    "wal of": "SELECT CAST(wal_bytes AS pg_catalog.text) FROM pg_catalog.pg_stat_get_backend_wal(CAST($1 AS int))",
    "own process": "SELECT pg_catalog.pg_backend_pid()",
    "old snapshot": "SELECT 1 FROM pg_catalog.pg_class LIMIT 1",
    "relations": "(SELECT 'r', CAST(c.oid AS pg_catalog.text), CAST(n.nspname AS pg_catalog.text), CAST(c.relname AS pg_catalog.text), pg_catalog.concat(c.relkind, ' ', i.indrelid), CAST(c.relfilenode AS pg_catalog.text), CAST(i.indisvalid AS pg_catalog.text) FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace LEFT JOIN pg_catalog.pg_index AS i ON i.indexrelid OPERATOR(pg_catalog.=) c.oid WHERE c.oid OPERATOR(pg_catalog.>=) 16384 AND n.nspname OPERATOR(pg_catalog.<>) 'pg_toast' UNION ALL SELECT 'c', CAST(attrelid AS pg_catalog.text), CAST(attnum AS pg_catalog.text), CAST(attname AS pg_catalog.text), pg_catalog.concat(CAST(atttypid AS pg_catalog.oid), ' ', atttypmod, CASE WHEN attnotnull THEN ' not null' END, ' ', CASE WHEN atthasdef THEN (SELECT pg_catalog.md5(CAST(adbin AS pg_catalog.text)) FROM pg_catalog.pg_attrdef WHERE adrelid OPERATOR(pg_catalog.=) attrelid AND adnum OPERATOR(pg_catalog.=) attnum) END), NULL, NULL FROM pg_catalog.pg_attribute WHERE attrelid OPERATOR(pg_catalog.>=) 16384 AND attnum OPERATOR(pg_catalog.>) 0 AND NOT (attisdropped)) UNION ALL SELECT 'k', CAST(conrelid AS pg_catalog.text), CAST(oid AS pg_catalog.text), CAST(conname AS pg_catalog.text), CAST(contype AS pg_catalog.text) OPERATOR(pg_catalog.||) CAST(convalidated AS pg_catalog.text), NULL, NULL FROM pg_catalog.pg_constraint WHERE conrelid OPERATOR(pg_catalog.>=) 16384 AND contype OPERATOR(pg_catalog.=) ANY (ARRAY['c', 'f', 'p', 'u', 'x'])",
    "changed relations": "(SELECT 'r', CAST(c.oid AS pg_catalog.text), CAST(n.nspname AS pg_catalog.text), CAST(c.relname AS pg_catalog.text), pg_catalog.concat(c.relkind, ' ', i.indrelid), CAST(c.relfilenode AS pg_catalog.text), CAST(i.indisvalid AS pg_catalog.text) FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace LEFT JOIN pg_catalog.pg_index AS i ON i.indexrelid OPERATOR(pg_catalog.=) c.oid WHERE c.oid OPERATOR(pg_catalog.=) ANY (CAST($1 AS pg_catalog.oid[])) AND n.nspname OPERATOR(pg_catalog.<>) 'pg_toast' UNION ALL SELECT 'c', CAST(attrelid AS pg_catalog.text), CAST(attnum AS pg_catalog.text), CAST(attname AS pg_catalog.text), pg_catalog.concat(CAST(atttypid AS pg_catalog.oid), ' ', atttypmod, CASE WHEN attnotnull THEN ' not null' END, ' ', CASE WHEN atthasdef THEN (SELECT pg_catalog.md5(CAST(adbin AS pg_catalog.text)) FROM pg_catalog.pg_attrdef WHERE adrelid OPERATOR(pg_catalog.=) attrelid AND adnum OPERATOR(pg_catalog.=) attnum) END), NULL, NULL FROM pg_catalog.pg_attribute WHERE attrelid OPERATOR(pg_catalog.=) ANY (CAST($1 AS pg_catalog.oid[])) AND attnum OPERATOR(pg_catalog.>) 0 AND NOT (attisdropped)) UNION ALL SELECT 'k', CAST(conrelid AS pg_catalog.text), CAST(oid AS pg_catalog.text), CAST(conname AS pg_catalog.text), CAST(contype AS pg_catalog.text) OPERATOR(pg_catalog.||) CAST(convalidated AS pg_catalog.text), NULL, NULL FROM pg_catalog.pg_constraint WHERE conrelid OPERATOR(pg_catalog.=) ANY (CAST($1 AS pg_catalog.oid[])) AND contype OPERATOR(pg_catalog.=) ANY (ARRAY['c', 'f', 'p', 'u', 'x'])",
    "shown relations": "(((((SELECT 'child', CAST(inhparent AS pg_catalog.text), CAST(inhrelid AS pg_catalog.text), CAST(pg_catalog.pg_relation_size(inhrelid) OPERATOR(pg_catalog.>) 0 AS pg_catalog.text) FROM pg_catalog.pg_inherits WHERE inhrelid OPERATOR(pg_catalog.=) ANY (CAST($1 AS pg_catalog.oid[])) UNION ALL SELECT 'rows', CAST(x.ev_class AS pg_catalog.text), CAST(d.refobjid AS pg_catalog.text), NULL FROM pg_catalog.pg_rewrite AS x JOIN pg_catalog.pg_depend AS d ON d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_rewrite' AS pg_catalog.regclass) AND d.objid OPERATOR(pg_catalog.=) x.oid AND d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) WHERE d.refobjid OPERATOR(pg_catalog.=) ANY (CAST($1 AS pg_catalog.oid[])) AND d.refobjid OPERATOR(pg_catalog.<>) x.ev_class AND ((SELECT c.relkind FROM pg_catalog.pg_class AS c WHERE c.oid OPERATOR(pg_catalog.=) x.ev_class)) OPERATOR(pg_catalog.<>) 'm') UNION ALL SELECT 'rows', CAST(x.polrelid AS pg_catalog.text), CAST(d.refobjid AS pg_catalog.text), NULL FROM pg_catalog.pg_policy AS x JOIN pg_catalog.pg_depend AS d ON d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_policy' AS pg_catalog.regclass) AND d.objid OPERATOR(pg_catalog.=) x.oid AND d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) WHERE d.refobjid OPERATOR(pg_catalog.=) ANY (CAST($1 AS pg_catalog.oid[])) AND d.refobjid OPERATOR(pg_catalog.<>) x.polrelid) UNION ALL SELECT 'rows', CAST(x.adrelid AS pg_catalog.text), CAST(d.refobjid AS pg_catalog.text), NULL FROM pg_catalog.pg_attrdef AS x JOIN pg_catalog.pg_depend AS d ON d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_attrdef' AS pg_catalog.regclass) AND d.objid OPERATOR(pg_catalog.=) x.oid AND d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) WHERE d.refobjid OPERATOR(pg_catalog.=) ANY (CAST($1 AS pg_catalog.oid[])) AND d.refobjid OPERATOR(pg_catalog.<>) x.adrelid) UNION ALL SELECT 'rows', CAST(x.adrelid AS pg_catalog.text), CAST(d.refobjid AS pg_catalog.text), NULL FROM pg_catalog.pg_attrdef AS x JOIN pg_catalog.pg_depend AS d ON d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_attrdef' AS pg_catalog.regclass) AND d.objid OPERATOR(pg_catalog.=) x.oid AND d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) WHERE x.adrelid OPERATOR(pg_catalog.=) ANY (CAST($1 AS pg_catalog.oid[])) AND d.refobjid OPERATOR(pg_catalog.<>) x.adrelid) UNION ALL SELECT 'keys', CAST(conrelid AS pg_catalog.text), CAST(confrelid AS pg_catalog.text), NULL FROM pg_catalog.pg_constraint WHERE contype OPERATOR(pg_catalog.=) 'f' AND confrelid OPERATOR(pg_catalog.=) ANY (CAST($1 AS pg_catalog.oid[]))) UNION ALL SELECT 'keys', NULL, CAST(prrelid AS pg_catalog.text), NULL FROM pg_catalog.pg_publication_rel WHERE prrelid OPERATOR(pg_catalog.=) ANY (CAST($1 AS pg_catalog.oid[]))",
    "trigger programs": "SELECT DISTINCT CAST(t.tgrelid AS pg_catalog.text), p.prosrc FROM pg_catalog.pg_trigger AS t JOIN pg_catalog.pg_proc AS p ON p.oid OPERATOR(pg_catalog.=) t.tgfoid WHERE NOT (t.tgisinternal)",
    "waiting": "SELECT pg_catalog.array_to_string(pg_catalog.pg_blocking_pids(CAST($1 AS int)), ','), l.locktype, CAST(l.relation AS pg_catalog.text), l.mode, CAST(l.granted AS pg_catalog.text), CAST(CAST(l.relation AS pg_catalog.regclass) AS pg_catalog.text) FROM pg_catalog.pg_stat_activity AS a JOIN pg_catalog.pg_locks AS l ON l.pid OPERATOR(pg_catalog.=) a.pid WHERE a.pid OPERATOR(pg_catalog.=) CAST($1 AS int) AND a.wait_event_type OPERATOR(pg_catalog.=) 'Lock' AND (NOT (l.granted) OR l.relation OPERATOR(pg_catalog.>=) 16384)",
    "tables": "SELECT DISTINCT pg_catalog.format('%I.%I', n.nspname, c.relname) FROM pg_catalog.unnest(CAST($1 AS pg_catalog.text[])) AS w LEFT JOIN pg_catalog.pg_index AS i ON i.indexrelid OPERATOR(pg_catalog.=) pg_catalog.to_regclass(w) JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) (COALESCE(i.indrelid, pg_catalog.to_regclass(w))) JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace WHERE c.relkind OPERATOR(pg_catalog.=) ANY (ARRAY['r', 'p']) ORDER BY 1",
    "server version": "SELECT pg_catalog.current_setting('server_version_num')",
    "existing roles": "SELECT rolname FROM pg_catalog.pg_roles WHERE rolname OPERATOR(pg_catalog.=) ANY (CAST($1 AS pg_catalog.text[]))",
    "user tables": "SELECT pg_catalog.string_agg(pg_catalog.format('%I.%I', n.nspname, c.relname), ', ') FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace WHERE c.relkind OPERATOR(pg_catalog.=) ANY (ARRAY['r', 'p']) AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_'",
    "readable tables": "SELECT n.nspname, c.relname, CAST(c.oid AS pg_catalog.text) FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace WHERE c.relkind OPERATOR(pg_catalog.=) ANY (ARRAY['r', 'p', 'm']) AND c.relispopulated AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT')",
    "sequences": "SELECT CAST(s.oid AS pg_catalog.text), pg_catalog.format('%I.%I', n.nspname, s.relname) FROM pg_catalog.pg_class AS s JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) s.relnamespace WHERE s.relkind OPERATOR(pg_catalog.=) 'S' AND s.relpersistence OPERATOR(pg_catalog.<>) 't' AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND CASE WHEN s.relkind OPERATOR(pg_catalog.=) 'S' THEN (pg_catalog.has_sequence_privilege(s.oid, 'SELECT') AND pg_catalog.has_sequence_privilege(s.oid, 'UPDATE')) END AND (NOT (CAST($1 AS boolean)) OR EXISTS (SELECT 1 FROM pg_catalog.pg_trigger WHERE tgdeferrable))",
    "login settings": "SELECT name, value FROM ( SELECT DISTINCT ON (name) pg_catalog.split_part(c, '=', 1) AS name, pg_catalog.substr(c, pg_catalog.strpos(c, '=') OPERATOR(pg_catalog.+) 1) AS value FROM pg_catalog.pg_db_role_setting AS s, pg_catalog.unnest(s.setconfig) AS c WHERE s.setdatabase OPERATOR(pg_catalog.=) ANY (ARRAY[0, (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database())]) AND s.setrole OPERATOR(pg_catalog.=) ANY (ARRAY[0, (SELECT r.oid FROM pg_catalog.pg_roles AS r WHERE r.rolname OPERATOR(pg_catalog.=) SESSION_USER)]) ORDER BY name, s.setrole OPERATOR(pg_catalog.<>) 0 DESC, s.setdatabase OPERATOR(pg_catalog.<>) 0 DESC ) AS given WHERE NOT (COALESCE(value OPERATOR(pg_catalog.=) pg_catalog.current_setting(name, true), value IS NULL AND pg_catalog.current_setting(name, true) IS NULL))",
    "usable tablespaces": "SELECT t.spcname FROM pg_catalog.pg_tablespace AS t WHERE t.spcname OPERATOR(pg_catalog.=) ANY (CAST($1 AS pg_catalog.text[])) AND (pg_catalog.has_tablespace_privilege(t.oid, 'CREATE') OR t.oid OPERATOR(pg_catalog.=) ((SELECT d.dattablespace FROM pg_catalog.pg_database AS d WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database())))",
    "available extensions": "SELECT name FROM pg_catalog.pg_available_extensions",
    "current transaction": "SELECT pg_catalog.pg_current_xact_id()",
    "columns of": "SELECT attname FROM pg_catalog.pg_attribute WHERE attrelid OPERATOR(pg_catalog.=) ANY (SELECT CAST(pg_catalog.to_regclass(r) AS pg_catalog.oid) FROM pg_catalog.unnest(CAST($1 AS pg_catalog.text[])) AS r) AND attnum OPERATOR(pg_catalog.>) 0 AND NOT (attisdropped) ORDER BY attnum",
    "insertable columns": "SELECT pg_catalog.string_agg(pg_catalog.quote_ident(attname), ', ' ORDER BY attnum) FROM pg_catalog.pg_attribute WHERE attrelid OPERATOR(pg_catalog.=) pg_catalog.to_regclass(CAST($1 AS pg_catalog.text)) AND attnum OPERATOR(pg_catalog.>) 0 AND NOT (attisdropped) AND attgenerated OPERATOR(pg_catalog.=) ''",
    "small indexes": "SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) FROM pg_catalog.pg_index AS i JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) i.indexrelid JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace WHERE indrelid OPERATOR(pg_catalog.=) ANY (ARRAY(SELECT CAST(pg_catalog.to_regclass(CAST($1 AS pg_catalog.text)) AS pg_catalog.oid) UNION SELECT relid FROM pg_catalog.pg_partition_tree(pg_catalog.to_regclass(CAST($1 AS pg_catalog.text))))) AND c.relkind OPERATOR(pg_catalog.=) 'i' AND indisvalid AND pg_catalog.pg_relation_size(c.oid) OPERATOR(pg_catalog.<) 8388608 AND pg_catalog.current_setting('wal_level') OPERATOR(pg_catalog.<>) 'minimal' ORDER BY c.oid",
    "partitions": "SELECT n.nspname, c.relname, c.relkind OPERATOR(pg_catalog.=) 'f' OR EXISTS (SELECT FROM pg_catalog.pg_trigger AS t WHERE (t.tgrelid OPERATOR(pg_catalog.=) c.oid AND NOT (t.tgisinternal) AND t.tgparentid OPERATOR(pg_catalog.=) 0)) OR EXISTS (SELECT FROM pg_catalog.pg_constraint AS o WHERE (o.conrelid OPERATOR(pg_catalog.=) c.oid AND o.contype OPERATOR(pg_catalog.=) ANY (ARRAY['c', 'f']) AND o.conparentid OPERATOR(pg_catalog.=) 0 AND o.coninhcount OPERATOR(pg_catalog.=) 0)) OR EXISTS (SELECT FROM pg_catalog.pg_index AS i WHERE (i.indrelid OPERATOR(pg_catalog.=) c.oid AND (i.indisunique OR i.indisexclusion) AND NOT (EXISTS (SELECT FROM pg_catalog.pg_inherits AS h WHERE h.inhrelid OPERATOR(pg_catalog.=) i.indexrelid)))) OR EXISTS (SELECT FROM pg_catalog.pg_inherits AS h JOIN pg_catalog.pg_attribute AS p ON p.attrelid OPERATOR(pg_catalog.=) h.inhparent JOIN pg_catalog.pg_attribute AS a ON (a.attrelid OPERATOR(pg_catalog.=) c.oid AND a.attname OPERATOR(pg_catalog.=) p.attname) WHERE (h.inhrelid OPERATOR(pg_catalog.=) c.oid AND a.attnotnull AND NOT (p.attnotnull) AND a.attnum OPERATOR(pg_catalog.>) 0)) FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace WHERE c.relispartition AND c.relkind OPERATOR(pg_catalog.=) ANY (ARRAY['r', 'p', 'f'])",
    "prepared queries": "SELECT name, pg_catalog.cardinality(parameter_types) FROM pg_catalog.pg_prepared_statements WHERE name OPERATOR(pg_catalog.~~) E'ms\\\\_query\\\\_%'",
    "prepared runs": "SELECT name, pg_catalog.array_to_json(CAST(parameter_types AS pg_catalog.text[])) FROM pg_catalog.pg_prepared_statements WHERE name OPERATOR(pg_catalog.~~) E'ms\\\\_run\\\\_%'",
    "roles with rights": "WITH RECURSIVE given AS (SELECT c.oid, n.nspname, c.relname, c.relowner, a.grantee FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace, LATERAL ( SELECT grantee, privilege_type FROM pg_catalog.aclexplode(c.relacl) UNION ALL SELECT e.grantee, e.privilege_type FROM pg_catalog.pg_attribute AS t, LATERAL pg_catalog.aclexplode(t.attacl) AS e WHERE t.attrelid OPERATOR(pg_catalog.=) c.oid AND t.attnum OPERATOR(pg_catalog.>) 0 ) AS a WHERE c.oid OPERATOR(pg_catalog.>=) 16384 AND ((c.relkind OPERATOR(pg_catalog.=) ANY (ARRAY['r', 'p']) AND a.privilege_type OPERATOR(pg_catalog.=) ANY (ARRAY['INSERT', 'UPDATE', 'DELETE'])) OR (c.relkind OPERATOR(pg_catalog.=) 'v' AND a.privilege_type OPERATOR(pg_catalog.=) ANY (ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE'])))), members AS (SELECT m.roleid, m.member FROM pg_catalog.pg_auth_members AS m JOIN pg_catalog.pg_roles AS r ON r.oid OPERATOR(pg_catalog.=) m.member WHERE NOT (r.rolsuper) AND r.rolname OPERATOR(pg_catalog.<>) CURRENT_USER AND r.rolname OPERATOR(pg_catalog.!~~) E'migration\\\\_safety\\\\_%'), users AS (SELECT * FROM given UNION SELECT u.oid, u.nspname, u.relname, u.relowner, m.member FROM users AS u JOIN members AS m ON m.roleid OPERATOR(pg_catalog.=) u.grantee) SELECT DISTINCT u.nspname, u.relname, r.rolname, pg_catalog.pg_has_role(r.oid, 'MEMBER') FROM users AS u JOIN pg_catalog.pg_roles AS r ON r.oid OPERATOR(pg_catalog.=) u.grantee WHERE r.oid OPERATOR(pg_catalog.<>) u.relowner AND NOT (r.rolsuper) AND (r.rolcanlogin OR NOT (EXISTS (SELECT FROM members AS m WHERE m.roleid OPERATOR(pg_catalog.=) r.oid))) ORDER BY 1, 2, 3",
    "policies for": "SELECT n.nspname, c.relname, CAST(p.polcmd AS pg_catalog.text) FROM pg_catalog.pg_policy AS p JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) p.polrelid JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace WHERE p.polpermissive AND (CAST(0 AS pg_catalog.oid) OPERATOR(pg_catalog.=) ANY (p.polroles) OR EXISTS (SELECT FROM pg_catalog.unnest(p.polroles) AS o(oid) JOIN pg_catalog.pg_roles AS r ON r.rolname OPERATOR(pg_catalog.=) (COALESCE(CASE WHEN CAST($1 AS pg_catalog.text) OPERATOR(pg_catalog.=) '' THEN NULL ELSE CAST($1 AS pg_catalog.text) END, CAST(CURRENT_USER AS pg_catalog.text))) WHERE pg_catalog.pg_has_role(r.oid, o.oid, 'MEMBER')))",
    "columns of views": "SELECT n.nspname, c.relname, CAST(pg_catalog.json_agg(a.attname ORDER BY a.attnum) AS pg_catalog.text), CAST(COALESCE(pg_catalog.json_agg(a.attname ORDER BY a.attnum) FILTER (WHERE pg_catalog.pg_column_is_updatable(c.oid, a.attnum, true)), '[]') AS pg_catalog.text), EXISTS (SELECT FROM pg_catalog.pg_trigger AS g WHERE g.tgrelid OPERATOR(pg_catalog.=) c.oid AND (g.tgtype OPERATOR(pg_catalog.&) 64) OPERATOR(pg_catalog.<>) 0) FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace JOIN pg_catalog.pg_attribute AS a ON a.attrelid OPERATOR(pg_catalog.=) c.oid WHERE c.relkind OPERATOR(pg_catalog.=) 'v' AND c.oid OPERATOR(pg_catalog.>=) 16384 AND a.attnum OPERATOR(pg_catalog.>) 0 AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' GROUP BY 1, 2, c.oid",
    "not after a crash": "(SELECT 1 FROM pg_catalog.pg_class WHERE relpersistence OPERATOR(pg_catalog.=) 'u' UNION ALL SELECT 1 FROM pg_catalog.pg_replication_slots) UNION ALL SELECT 1 FROM pg_catalog.pg_prepared_xacts",
    "ties": "SELECT 1 FROM pg_catalog.pg_shdepend AS d, pg_catalog.pg_database AS b, pg_catalog.pg_roles AS o, pg_catalog.pg_roles AS a WHERE b.datname OPERATOR(pg_catalog.=) pg_catalog.current_database() AND d.dbid OPERATOR(pg_catalog.=) b.oid AND o.rolname OPERATOR(pg_catalog.=) (COALESCE(CASE WHEN CAST($1 AS pg_catalog.text) OPERATOR(pg_catalog.=) '' THEN NULL ELSE CAST($1 AS pg_catalog.text) END, CAST(CURRENT_USER AS pg_catalog.text))) AND a.rolname OPERATOR(pg_catalog.=) CURRENT_USER AND d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_authid' AS pg_catalog.regclass) AND NOT ((d.deptype OPERATOR(pg_catalog.=) 'o' AND d.classid OPERATOR(pg_catalog.<>) CAST('pg_catalog.pg_default_acl' AS pg_catalog.regclass) AND d.refobjid OPERATOR(pg_catalog.=) ANY (ARRAY[a.oid, o.oid]))) UNION ALL SELECT 1 FROM pg_catalog.pg_db_role_setting AS s, pg_catalog.pg_database AS b, pg_catalog.pg_roles AS o WHERE b.datname OPERATOR(pg_catalog.=) pg_catalog.current_database() AND o.rolname OPERATOR(pg_catalog.=) (COALESCE(CASE WHEN CAST($1 AS pg_catalog.text) OPERATOR(pg_catalog.=) '' THEN NULL ELSE CAST($1 AS pg_catalog.text) END, CAST(CURRENT_USER AS pg_catalog.text))) AND (s.setdatabase OPERATOR(pg_catalog.=) b.oid OR (s.setrole OPERATOR(pg_catalog.=) o.oid AND s.setconfig OPERATOR(pg_catalog.<>) CAST('{temp_file_limit=1GB}' AS pg_catalog.text[])))",
    "table statistics": "SELECT n.nspname, c.relname, c.reltuples FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace WHERE c.relkind OPERATOR(pg_catalog.=) ANY (ARRAY['r', 'p', 'm']) AND c.reltuples OPERATOR(pg_catalog.>=) 0 AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' ORDER BY 1, 2",
    "column statistics": "SELECT schemaname, tablename, attname, null_frac, avg_width, n_distinct, correlation, CAST(most_common_vals AS pg_catalog.text), CAST(most_common_freqs AS pg_catalog.text), CAST(histogram_bounds AS pg_catalog.text) FROM pg_catalog.pg_stats WHERE NOT (inherited) AND schemaname OPERATOR(pg_catalog.<>) 'information_schema' AND schemaname OPERATOR(pg_catalog.!~) '^pg_' ORDER BY 1, 2, 3",
    "pages": "SELECT CAST(pg_catalog.pg_relation_size(pg_catalog.to_regclass(CAST($1 AS pg_catalog.text))) OPERATOR(pg_catalog./) (pg_catalog.current_setting('block_size'))::int AS int), CAST(CAST(pg_catalog.to_regclass(CAST($1 AS pg_catalog.text)) AS pg_catalog.oid) AS pg_catalog.text)",
    "begin reading": "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY",
    "end reading": "ROLLBACK",
    "stored functions": "SELECT CAST(pg_catalog.json_build_object('oid', CAST(o.oid AS pg_catalog.text), 'schema', n.nspname, 'name', o.proname, 'identity', pg_catalog.pg_get_function_identity_arguments(o.oid), 'language', l.lanname, 'body', o.prosrc, 'kind', CASE WHEN o.prokind OPERATOR(pg_catalog.=) 'p' THEN 'procedure' ELSE 'function' END, 'columns', (SELECT pg_catalog.count(*) FROM pg_catalog.pg_type AS r JOIN pg_catalog.pg_attribute AS a ON a.attrelid OPERATOR(pg_catalog.=) r.typrelid WHERE r.oid OPERATOR(pg_catalog.=) o.prorettype AND r.typtype OPERATOR(pg_catalog.=) 'c' AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT (a.attisdropped) HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 0), 'definition', CASE WHEN l.lanname OPERATOR(pg_catalog.=) ANY (ARRAY['sql', 'plpgsql']) THEN pg_catalog.pg_get_functiondef(o.oid) END, 'settings', COALESCE(pg_catalog.array_to_json(o.proconfig), '[]'), 'returns', pg_catalog.format_type(o.prorettype, NULL), 'set', o.proretset, 'arguments', (SELECT COALESCE(pg_catalog.json_agg(pg_catalog.json_build_object('name', COALESCE((o.proargnames)[k.at], ''), 'type', pg_catalog.format_type(k.type, NULL), 'mode', COALESCE(CAST((o.proargmodes)[k.at] AS pg_catalog.text), 'i')) ORDER BY k.at), '[]') FROM pg_catalog.unnest(COALESCE(o.proallargtypes, CAST(o.proargtypes AS pg_catalog.oid[]))) WITH ORDINALITY AS k(type, at))) AS pg_catalog.text) FROM pg_catalog.pg_proc AS o JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) o.pronamespace JOIN pg_catalog.pg_language AS l ON l.oid OPERATOR(pg_catalog.=) o.prolang WHERE o.prokind OPERATOR(pg_catalog.=) ANY (ARRAY['f', 'p']) AND o.prosqlbody IS NULL AND l.lanname OPERATOR(pg_catalog.<>) ALL (ARRAY['c', 'internal']) AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_proc' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) o.oid AND e.deptype OPERATOR(pg_catalog.=) 'e'))) ORDER BY o.oid",
    "stored triggers": "SELECT CAST(pg_catalog.json_build_object('oid', CAST(o.oid AS pg_catalog.text), 'name', o.tgname, 'function', CAST(o.tgfoid AS pg_catalog.text), 'schema', n.nspname, 'table', c.relname, 'relation', CAST(c.oid AS pg_catalog.text), 'kind', c.relkind, 'on', o.tgtype::int, 'newTable', o.tgnewtable, 'oldTable', o.tgoldtable) AS pg_catalog.text) FROM pg_catalog.pg_trigger AS o JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) o.tgrelid JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace WHERE NOT (o.tgisinternal) AND o.tgenabled OPERATOR(pg_catalog.<>) 'D' AND o.tgparentid OPERATOR(pg_catalog.=) 0 AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_trigger' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) o.oid AND e.deptype OPERATOR(pg_catalog.=) 'e'))) ORDER BY o.oid",
    "names in code": "(((((((((SELECT 'schema', o.nspname, '' FROM pg_catalog.pg_namespace AS o WHERE o.nspname OPERATOR(pg_catalog.!~) '^pg_' AND o.nspname OPERATOR(pg_catalog.<>) 'information_schema' UNION SELECT 'relation', o.relname, n.nspname FROM pg_catalog.pg_class AS o JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) o.relnamespace WHERE o.relkind OPERATOR(pg_catalog.=) ANY (ARRAY['r', 'p', 'v', 'm', 'f', 'S']) AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) o.oid AND e.deptype OPERATOR(pg_catalog.=) 'e')))) UNION SELECT 'column', a.attname, o.relname FROM pg_catalog.pg_class AS o JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) o.relnamespace JOIN pg_catalog.pg_attribute AS a ON a.attrelid OPERATOR(pg_catalog.=) o.oid WHERE o.relkind OPERATOR(pg_catalog.=) ANY (ARRAY['r', 'p', 'v', 'm', 'f']) AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT (a.attisdropped) AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) o.oid AND e.deptype OPERATOR(pg_catalog.=) 'e')))) UNION SELECT 'function', o.proname, n.nspname FROM pg_catalog.pg_proc AS o JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) o.pronamespace WHERE n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_proc' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) o.oid AND e.deptype OPERATOR(pg_catalog.=) 'e')))) UNION SELECT 'type', o.typname, n.nspname FROM pg_catalog.pg_type AS o JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) o.typnamespace WHERE o.typtype OPERATOR(pg_catalog.=) ANY (ARRAY['e', 'd', 'r', 'c']) AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_type' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) o.oid AND e.deptype OPERATOR(pg_catalog.=) 'e')))) UNION SELECT 'label', e.enumlabel, o.typname FROM pg_catalog.pg_enum AS e JOIN pg_catalog.pg_type AS o ON o.oid OPERATOR(pg_catalog.=) e.enumtypid JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) o.typnamespace WHERE n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_type' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) o.oid AND e.deptype OPERATOR(pg_catalog.=) 'e')))) UNION SELECT 'index', o.relname, t.relname FROM pg_catalog.pg_class AS o JOIN pg_catalog.pg_index AS i ON i.indexrelid OPERATOR(pg_catalog.=) o.oid JOIN pg_catalog.pg_class AS t ON t.oid OPERATOR(pg_catalog.=) i.indrelid JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) o.relnamespace WHERE i.indisunique AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) o.oid AND e.deptype OPERATOR(pg_catalog.=) 'e')))) UNION SELECT 'operator', o.oprname, n.nspname FROM pg_catalog.pg_operator AS o JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) o.oprnamespace WHERE n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_operator' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) o.oid AND e.deptype OPERATOR(pg_catalog.=) 'e')))) UNION SELECT 'text search configuration', o.cfgname, n.nspname FROM pg_catalog.pg_ts_config AS o JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) o.cfgnamespace WHERE n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_ts_config' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) o.oid AND e.deptype OPERATOR(pg_catalog.=) 'e')))) UNION SELECT 'text search dictionary', o.dictname, n.nspname FROM pg_catalog.pg_ts_dict AS o JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) o.dictnamespace WHERE n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_ts_dict' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) o.oid AND e.deptype OPERATOR(pg_catalog.=) 'e')))) UNION SELECT 'collation', o.collname, n.nspname FROM pg_catalog.pg_collation AS o JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) o.collnamespace WHERE n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND NOT (EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE (e.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_collation' AS pg_catalog.regclass) AND e.objid OPERATOR(pg_catalog.=) o.oid AND e.deptype OPERATOR(pg_catalog.=) 'e')))",
    "users of functions": "SELECT CAST(d.refobjid AS pg_catalog.text), i.type, i.identity FROM pg_catalog.pg_depend AS d, pg_catalog.pg_identify_object(d.classid, d.objid, d.objsubid) AS i WHERE d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_proc' AS pg_catalog.regclass) AND CAST(d.refobjid AS pg_catalog.text) OPERATOR(pg_catalog.=) ANY (CAST($1 AS pg_catalog.text[])) AND d.deptype OPERATOR(pg_catalog.=) ANY (ARRAY['n', 'a']) AND d.classid OPERATOR(pg_catalog.<>) CAST('pg_catalog.pg_trigger' AS pg_catalog.regclass) ORDER BY 1, 2, 3",
    "plpgsql checker": "SELECT n.nspname FROM pg_catalog.pg_proc AS p JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) p.pronamespace WHERE p.proname OPERATOR(pg_catalog.=) 'plpgsql_check_function_tb' ORDER BY 1 LIMIT 1",
    "stored expressions": "WITH RECURSIVE found AS ((((SELECT (('index ' OPERATOR(pg_catalog.||) x.oid) OPERATOR(pg_catalog.||) ' ') OPERATOR(pg_catalog.||) k.at AS key, 'index' AS kind, i.indrelid AS relation, x.relname AS name, CASE WHEN k.at OPERATOR(pg_catalog.=) 0 THEN pg_catalog.pg_get_expr(i.indpred, i.indrelid) ELSE pg_catalog.pg_get_indexdef(i.indexrelid, k.at, false) END AS expression, CAST(CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AS pg_catalog.oid) AS classid, x.oid AS objid FROM pg_catalog.pg_index AS i JOIN pg_catalog.pg_class AS x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid, pg_catalog.generate_series(0, i.indnatts) AS k(at) WHERE EXISTS (SELECT FROM pg_catalog.pg_depend AS d WHERE (d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND d.objid OPERATOR(pg_catalog.=) x.oid AND d.refobjid OPERATOR(pg_catalog.>=) 16384 AND d.refclassid OPERATOR(pg_catalog.=) ANY (ARRAY[CAST('pg_catalog.pg_proc' AS pg_catalog.regclass), CAST('pg_catalog.pg_operator' AS pg_catalog.regclass), CAST('pg_catalog.pg_type' AS pg_catalog.regclass)]))) AND CASE WHEN k.at OPERATOR(pg_catalog.=) 0 THEN i.indpred IS NOT NULL ELSE (i.indkey)[k.at OPERATOR(pg_catalog.-) 1] OPERATOR(pg_catalog.=) 0 END UNION ALL SELECT 'constraint ' OPERATOR(pg_catalog.||) o.oid, 'CHECK', o.conrelid, o.conname, pg_catalog.pg_get_expr(o.conbin, o.conrelid), CAST('pg_catalog.pg_constraint' AS pg_catalog.regclass), o.oid FROM pg_catalog.pg_constraint AS o WHERE o.contype OPERATOR(pg_catalog.=) 'c' AND o.convalidated AND o.conrelid OPERATOR(pg_catalog.<>) 0 AND EXISTS (SELECT FROM pg_catalog.pg_depend AS d WHERE (d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_constraint' AS pg_catalog.regclass) AND d.objid OPERATOR(pg_catalog.=) o.oid AND d.refobjid OPERATOR(pg_catalog.>=) 16384 AND d.refclassid OPERATOR(pg_catalog.=) ANY (ARRAY[CAST('pg_catalog.pg_proc' AS pg_catalog.regclass), CAST('pg_catalog.pg_operator' AS pg_catalog.regclass), CAST('pg_catalog.pg_type' AS pg_catalog.regclass)])))) UNION ALL SELECT (('column ' OPERATOR(pg_catalog.||) a.attrelid) OPERATOR(pg_catalog.||) ' ') OPERATOR(pg_catalog.||) a.attnum, 'generated column', a.attrelid, a.attname, pg_catalog.pg_get_expr(v.adbin, v.adrelid), CAST('pg_catalog.pg_attrdef' AS pg_catalog.regclass), v.oid FROM pg_catalog.pg_attribute AS a JOIN pg_catalog.pg_attrdef AS v ON v.adrelid OPERATOR(pg_catalog.=) a.attrelid AND v.adnum OPERATOR(pg_catalog.=) a.attnum WHERE a.attgenerated OPERATOR(pg_catalog.<>) '' AND EXISTS (SELECT FROM pg_catalog.pg_depend AS d WHERE (d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_attrdef' AS pg_catalog.regclass) AND d.objid OPERATOR(pg_catalog.=) v.oid AND d.refobjid OPERATOR(pg_catalog.>=) 16384 AND d.refclassid OPERATOR(pg_catalog.=) ANY (ARRAY[CAST('pg_catalog.pg_proc' AS pg_catalog.regclass), CAST('pg_catalog.pg_operator' AS pg_catalog.regclass), CAST('pg_catalog.pg_type' AS pg_catalog.regclass)])))) UNION ALL SELECT 'key ' OPERATOR(pg_catalog.||) p.partrelid, 'partition key', p.partrelid, c.relname, pg_catalog.pg_get_expr(p.partexprs, p.partrelid), CAST('pg_catalog.pg_class' AS pg_catalog.regclass), p.partrelid FROM pg_catalog.pg_partitioned_table AS p JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) p.partrelid WHERE p.partexprs IS NOT NULL AND EXISTS (SELECT FROM pg_catalog.pg_depend AS d WHERE (d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND d.objid OPERATOR(pg_catalog.=) p.partrelid AND d.refobjid OPERATOR(pg_catalog.>=) 16384 AND d.refclassid OPERATOR(pg_catalog.=) ANY (ARRAY[CAST('pg_catalog.pg_proc' AS pg_catalog.regclass), CAST('pg_catalog.pg_operator' AS pg_catalog.regclass), CAST('pg_catalog.pg_type' AS pg_catalog.regclass)])))) UNION ALL SELECT 'view ' OPERATOR(pg_catalog.||) r.ev_class, 'materialized view', r.ev_class, c.relname, pg_catalog.rtrim(pg_catalog.pg_get_viewdef(r.ev_class), ';'), CAST('pg_catalog.pg_rewrite' AS pg_catalog.regclass), r.oid FROM pg_catalog.pg_rewrite AS r JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) r.ev_class AND c.relkind OPERATOR(pg_catalog.=) 'm' WHERE EXISTS (SELECT FROM pg_catalog.pg_depend AS d WHERE d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_rewrite' AS pg_catalog.regclass) AND d.objid OPERATOR(pg_catalog.=) r.oid AND d.refobjid OPERATOR(pg_catalog.>=) 16384 AND d.refclassid OPERATOR(pg_catalog.=) ANY (ARRAY[CAST('pg_catalog.pg_proc' AS pg_catalog.regclass), CAST('pg_catalog.pg_operator' AS pg_catalog.regclass), CAST('pg_catalog.pg_type' AS pg_catalog.regclass)]))), checks AS (SELECT 'constraint ' OPERATOR(pg_catalog.||) o.oid AS key, n.nspname, y.typname, o.conname, pg_catalog.pg_get_expr(o.conbin, 0) AS expression, y.typbasetype, y.typtypmod, CAST(CAST('pg_catalog.pg_constraint' AS pg_catalog.regclass) AS pg_catalog.oid) AS classid, o.oid AS objid FROM pg_catalog.pg_constraint AS o JOIN pg_catalog.pg_type AS y ON y.oid OPERATOR(pg_catalog.=) o.contypid JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) y.typnamespace WHERE o.contype OPERATOR(pg_catalog.=) 'c' AND o.convalidated AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND EXISTS (SELECT FROM pg_catalog.pg_depend AS d WHERE (d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_constraint' AS pg_catalog.regclass) AND d.objid OPERATOR(pg_catalog.=) o.oid AND d.refobjid OPERATOR(pg_catalog.>=) 16384 AND d.refclassid OPERATOR(pg_catalog.=) ANY (ARRAY[CAST('pg_catalog.pg_proc' AS pg_catalog.regclass), CAST('pg_catalog.pg_operator' AS pg_catalog.regclass), CAST('pg_catalog.pg_type' AS pg_catalog.regclass)]))) AND EXISTS (SELECT FROM pg_catalog.pg_depend AS d WHERE (d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_type' AS pg_catalog.regclass) AND d.refobjid OPERATOR(pg_catalog.=) y.oid AND d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass)))), calls(key, oid) AS (SELECT f.key, p.oid FROM ( SELECT key, classid, objid FROM found UNION ALL SELECT key, classid, objid FROM checks ) AS f JOIN pg_catalog.pg_depend AS d ON d.classid OPERATOR(pg_catalog.=) f.classid AND d.objid OPERATOR(pg_catalog.=) f.objid LEFT JOIN pg_catalog.pg_operator AS o ON d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_operator' AS pg_catalog.regclass) AND o.oid OPERATOR(pg_catalog.=) d.refobjid JOIN pg_catalog.pg_proc AS p ON p.oid OPERATOR(pg_catalog.>=) 16384 AND (p.oid OPERATOR(pg_catalog.=) o.oprcode OR (d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_proc' AS pg_catalog.regclass) AND p.oid OPERATOR(pg_catalog.=) d.refobjid)) UNION SELECT c.key, d.refobjid FROM calls AS c JOIN pg_catalog.pg_depend AS d ON d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_proc' AS pg_catalog.regclass) AND d.objid OPERATOR(pg_catalog.=) c.oid AND d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_proc' AS pg_catalog.regclass) AND d.refobjid OPERATOR(pg_catalog.>=) 16384) SELECT f.key, f.kind, n.nspname, c.relname, f.name, f.expression, CAST((SELECT pg_catalog.json_agg(pg_catalog.json_build_array(a.attname, pg_catalog.format_type(t.oid, a.atttypmod), t.typcategory, (SELECT e.enumlabel FROM pg_catalog.pg_enum AS e WHERE e.enumtypid OPERATOR(pg_catalog.=) t.oid ORDER BY e.enumsortorder LIMIT 1)) ORDER BY a.attnum) FROM pg_catalog.pg_attribute AS a JOIN pg_catalog.pg_type AS t ON t.oid OPERATOR(pg_catalog.=) a.atttypid WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT (a.attisdropped)) AS pg_catalog.text), CAST((SELECT pg_catalog.json_agg(CAST(l.oid AS pg_catalog.text)) FROM calls AS l WHERE l.key OPERATOR(pg_catalog.=) f.key) AS pg_catalog.text), CASE WHEN f.kind OPERATOR(pg_catalog.=) 'partition key' THEN pg_catalog.pg_get_partkeydef(c.oid) END FROM found AS f JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) f.relation JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace WHERE n.nspname OPERATOR(pg_catalog.<>) 'information_schema' AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND NOT (c.relispartition) UNION ALL SELECT f.key, 'CHECK', f.nspname, f.typname, f.conname, f.expression, CAST((SELECT pg_catalog.json_agg(pg_catalog.json_build_array('value', pg_catalog.format_type(t.oid, f.typtypmod), t.typcategory, (SELECT e.enumlabel FROM pg_catalog.pg_enum AS e WHERE e.enumtypid OPERATOR(pg_catalog.=) t.oid ORDER BY e.enumsortorder LIMIT 1))) FROM pg_catalog.pg_type AS t WHERE t.oid OPERATOR(pg_catalog.=) f.typbasetype) AS pg_catalog.text), CAST((SELECT pg_catalog.json_agg(CAST(l.oid AS pg_catalog.text)) FROM calls AS l WHERE l.key OPERATOR(pg_catalog.=) f.key) AS pg_catalog.text), NULL FROM checks AS f ORDER BY 1",
};

;// CONCATENATED MODULE: ./build/servers/catalogs/catalog-sql.js
/** SQL of ours that reads system catalogs and nothing else: all that an observer takes, and all that is asked in a transaction of the change. */


/** The query with every name and operator qualified, and `$1`, `$2`, … replaced by the values as literals. */
function catalogSql(name, ...values) {
    const text = QUALIFIED[name];
    if (text === undefined)
        throw new Error(`the query ${name} is not generated: run \`npm run generate\``);
    return text.replaceAll(/\$(\d+)/g, (_, number) => valueSql(values[Number(number) - 1]));
}
/** Queries with the same columns as one. At least one. */
function unionAll(queries) {
    return queries.map((query) => `(${query})`).join(' UNION ALL ');
}
function valueSql(value) {
    if (value === undefined)
        throw new Error('a query of ours lacks a value');
    if (typeof value === 'number')
        return String(value);
    return literal(typeof value === 'string' ? value : arrayText(value));
}
/** An array as Postgres reads it (manual 8.15.2). */
function arrayText(values) {
    return `{${values.map((value) => `"${String(value).replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

// EXTERNAL MODULE: ./build/servers/embedded/images.js
var embedded_images = __nccwpck_require__(434);
;// CONCATENATED MODULE: ./build/servers/embedded/engine.js
/** PGlite behind the wire protocol, which gives values as the text that a server would send. */






let serialize;
let libraries = 0;
// Postgres itself is started in another way, and what else is started in this one is before its start.
WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(target, args) {
        libraries++;
        return new target(...args);
    },
});
/** Grows with each library that Postgres loads in this thread. */
const loadedLibraries = () => libraries;
/** Why there can be no images of this engine; nothing where there can. It must have loaded a library. */
const lacks = (engine) => (0,embedded_images/* lacking */.g)(engine.Module, dataFolder, libraries);
/**
 * Starts PGlite from its own `dist` folder, on request with every extension that ships with it (about 100 ms for all of them).
 * `kept`: a data folder, which becomes the engine's own; without it PGlite makes one. `plain`: by its documented API alone.
 */
async function loadEngine(folder, { extensions: wantsExtensions, plain }, kept) {
    const module = (await load(folder, 'index.js'));
    serialize = module.protocol.serialize;
    const extensions = wantsExtensions ? await loadExtensions(folder) : {};
    const startParams = [...module.PGlite.defaultStartParams, '-c', `shared_buffers=${bufferSize}`];
    const files = plain ? kept && { loadDataDir: new Blob([(0,tar/* tarOf */.$)(kept)]) } : filesWith(module, kept);
    return module.PGlite.create({ extensions, startParams, initDbStartParams, ...files });
}
/** Its default, 128 MB, is mostly empty, and goes into each image that is taken. */
const bufferSize = '32MB';
/** So is a segment of the log, which goes into each data folder. */
const initDbStartParams = ['--wal-segsize=1'];
/** Where PGlite has its data. */
const dataFolder = '/pglite/data';
const emptyModule = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
/** PGlite's files in memory, with what was kept in its data folder; initdb has nothing to do then. */
function filesWith({ MemoryFS }, kept) {
    class Files extends MemoryFS {
        async init(pg, options) {
            // Libraries are loaded when Postgres asks for them. Loading all of them ahead, at once, makes some of them fail later, by
            // chance: `%` of pg_trgm ended the engine in one of three starts.
            return super.init(pg, { ...options, noWasmDecoding: true });
        }
        // PGlite's own way copies each file twice.
        async initialSyncFs() {
            const files = this.pg?.Module.FS;
            if (files === undefined)
                throw new Error('PGlite has no file system yet');
            if (kept === undefined)
                return;
            files.mkdirTree(dataFolder);
            for (const { name, directory, content } of kept) {
                if (directory)
                    files.mkdirTree(dataFolder + name);
                else
                    files.writeFile(dataFolder + name, content, { canOwn: true });
            }
        }
    }
    return { fs: new Files(), ...(kept && { initdbWasmModule: new WebAssembly.Module(emptyModule) }) };
}
function load(folder, file) {
    return import(/* webpackIgnore: true */ (0,external_node_url_namespaceObject.pathToFileURL)(external_node_path_namespaceObject.join(folder, file)).href);
}
async function loadExtensions(folder) {
    const contrib = external_node_path_namespaceObject.join(folder, 'contrib');
    if (!(0,external_node_fs_.existsSync)(contrib))
        return {};
    const files = (0,external_node_fs_.readdirSync)(contrib).filter((file) => file.endsWith('.js'));
    const modules = await Promise.all(files.map((file) => load(contrib, file)));
    return Object.assign({}, ...modules);
}
/** Sends simple queries one after the other, and makes sure that there still is a server behind the answers. */
async function ask(engine, queries, version) {
    try {
        const answers = [];
        for (const sql of queries)
            answers.push(read(await send(engine, sql)));
        // After COPY ... PROGRAM, PGlite reports success and does nothing. SHOW takes no snapshot, so that a SET
        // TRANSACTION may still follow; in a failed transaction the refusal itself shows that it works.
        const life = read(await send(engine, 'show server_version'));
        const alive = life.kind === 'error' ? life.error.sqlstate === '25P02' : life.result.rows[0]?.[0] === version;
        return alive
            ? { kind: 'answers', answers }
            : { kind: 'lost', reason: 'the embedded Postgres stopped answering after this statement' };
    }
    catch (error) {
        const reason = error instanceof Error || hasMessage(error) ? error.message : String(error);
        return { kind: 'lost', reason: `the embedded Postgres ended at this statement: ${reason}` };
    }
}
/**
 * Takes an image of the engine where there are any; on request also gives the data folder, as a server that crashed would leave it.
 * After a checkpoint nothing is left to be replayed, so that one which starts from it has the same rows, and sequences that go on
 * where they were.
 */
async function keep(engine, images, { keep: key, withData }, version) {
    if (!withData) {
        images?.keep(key);
        return { kind: 'kept', data: null };
    }
    const outcome = await ask(engine, ['checkpoint', catalogSql('not after a crash')], version);
    if (outcome.kind === 'lost')
        return outcome;
    const [checkpoint, left] = outcome.answers;
    images?.keep(key);
    const whole = checkpoint?.kind === 'result' && left?.kind === 'result' && left.result.rows.length === 0;
    if (!whole)
        return { kind: 'kept', data: null };
    return { kind: 'kept', data: images ? images.folder(key, dataFolder) : [...(0,tar/* tarEntries */.O)(await dumpOf(engine))] };
}
/** The data folder, as a tar. */
async function dumpOf(engine) {
    const dump = await engine.dumpDataDir('none');
    return Buffer.from(await dump.arrayBuffer());
}
async function send(engine, sql) {
    const { messages } = await engine.execProtocol(serialize.query(sql), { throwOnError: false });
    return messages;
}
/** The answer in the messages: the last statement's result, or the error that ended the query. */
function read(messages) {
    let columns = [];
    let types = [];
    let rows = [];
    let command = '';
    let statements = 0;
    let fresh = true;
    let error;
    const notices = [];
    const begin = () => {
        if (fresh)
            return;
        columns = [];
        types = [];
        rows = [];
        command = '';
        fresh = true;
    };
    for (const message of messages) {
        if (message.name === 'rowDescription') {
            begin();
            columns = message.fields.map(({ name }) => name);
            types = message.fields.map(({ dataTypeID }) => dataTypeID);
        }
        else if (message.name === 'dataRow') {
            rows.push(message.fields);
        }
        else if (message.name === 'commandComplete' || message.name === 'emptyQuery') {
            begin();
            statements++;
            command = message.name === 'emptyQuery' ? '' : message.text;
            fresh = false;
        }
        else if (message.name === 'notice') {
            notices.push({ severity: message.severity ?? '', message: message.message ?? '', sqlstate: message.code ?? '' });
        }
        else if (message.name === 'error') {
            error = errorFields(message);
        }
    }
    return error === undefined
        ? { kind: 'result', result: { columns, types, rows, command, statements }, notices }
        : { kind: 'error', error, notices };
}
function errorFields(wire) {
    const { message, code, position, detail, hint, constraint, column, where } = wire;
    const at = position === undefined ? undefined : Number(position);
    return { message: message ?? '', sqlstate: code ?? '', detail, hint, position: at, constraint, column, where };
}
function hasMessage(error) {
    return typeof error?.message === 'string';
}


/***/ }),

/***/ 434:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ Images),
/* harmony export */   g: () => (/* binding */ lacking)
/* harmony export */ });
/**
 * What of the engine's insides isn't as images need it, in words: of another PGlite, say. `folder`: a folder of
 * Postgres' that holds `PG_VERSION`. `libraries`: how many are loaded by now, one at least.
 */
function lacking(engine, folder, libraries) {
    const { wasmMemory, stackSave, FS } = (engine ?? {});
    const files = FS ?? {};
    const version = () => folderOf(files.lookupPath?.(folder).node).PG_VERSION;
    const needs = {
        'wasmMemory.buffer is the memory': () => wasmMemory?.buffer instanceof ArrayBuffer,
        'stackSave() is a number': () => typeof stackSave?.() === 'number',
        'FS.streams lists open files': () => files.streams?.some((stream) => stream?.node !== undefined),
        'FS.nextInode is a number': () => typeof files.nextInode === 'number',
        'FS.lookupPath() finds a file’s bytes': () => bytesOf(version() ?? {})?.[0] !== undefined && version()?.usedBytes === 3,
        'FS.nameTable lists every file': () => files.nameTable?.some((first) => chain(first).includes(version())),
        'a library is an instance of WebAssembly': () => libraries > 0,
    };
    return Object.entries(needs).flatMap(([need, met]) => (isTrue(met) ? [] : [need]));
}
function isTrue(met) {
    try {
        return met() === true;
    }
    catch {
        return false;
    }
}
const pageBytes = 65_536;
const zeros = Buffer.alloc(pageBytes);
class Images {
    #engine;
    #libraries;
    #stack;
    #images = new Map();
    /** The one that the engine is most like. */
    #latest;
    /** `libraries`: how many were loaded up to now. JavaScript knows of each, and can't be set back. */
    constructor(engine, libraries) {
        this.#engine = engine;
        this.#libraries = libraries;
        this.#stack = engine.stackSave();
    }
    /** Takes an image of the engine's present state. What is unchanged since the latest one is shared with it. */
    keep(key) {
        const { FS } = this.#engine;
        if (this.#engine.stackSave() !== this.#stack)
            throw new Error('the engine is not at rest');
        const nodes = new Map();
        for (const node of FS.nameTable.flatMap(chain))
            nodes.set(node, fields(node));
        // What was unlinked while it is open has no name any more.
        for (const stream of FS.streams)
            if (stream?.node)
                nodes.set(stream.node, fields(stream.node));
        const image = {
            pages: this.#pages(),
            nodes,
            contents: this.#contents(nodes.keys()),
            nameTable: [...FS.nameTable],
            streams: FS.streams.map((stream) => stream ? { stream, fields: { ...stream }, shared: { ...stream.shared } } : null),
            nextInode: FS.nextInode,
            libraries: this.#libraries(),
        };
        this.#images.set(key, image);
        this.#latest = image;
    }
    /** Sets the engine back. False where it has loaded a library since. */
    restore(key) {
        const image = this.#image(key);
        if (image.libraries !== this.#libraries())
            return false;
        const memory = this.#memory();
        for (let page = 0; page * pageBytes < memory.length; page++) {
            const wanted = image.pages.get(page) ?? zeros;
            if (!wanted.equals(pageOf(memory, page)))
                wanted.copy(memory, page * pageBytes);
        }
        const { FS } = this.#engine;
        for (const [node, wanted] of image.nodes)
            setBack(node, wanted, image.contents.get(node));
        for (const it of image.streams) {
            if (it === null)
                continue;
            Object.assign(it.stream, it.fields);
            if (it.stream.shared)
                Object.assign(it.stream.shared, it.shared);
        }
        replace(FS.nameTable, image.nameTable);
        replace(FS.streams, image.streams.map((it) => it?.stream));
        FS.nextInode = image.nextInode;
        this.#latest = image;
        return true;
    }
    forget(key) {
        this.#images.delete(key);
    }
    /** What a folder holds in an image, for another thread to start from: memory that both threads have. */
    folder(key, path) {
        const { nodes, contents } = this.#image(key);
        const within = (folder, above) => Object.entries(folderOf(nodes.get(folder))).flatMap(([name, node]) => {
            const content = contents.get(node);
            if (content)
                return { name: `${above}/${name}`, directory: false, content };
            const itself = { name: `${above}/${name}`, directory: true, content: Buffer.alloc(0) };
            return [itself, ...within(node, itself.name)];
        });
        return within(this.#engine.FS.lookupPath(path).node, '');
    }
    #image(key) {
        const image = this.#images.get(key);
        if (image === undefined)
            throw new Error(`there is no image ${key}`);
        return image;
    }
    #memory() {
        return Buffer.from(this.#engine.wasmMemory.buffer);
    }
    #pages() {
        const memory = this.#memory();
        const pages = new Map();
        for (let number = 0; number * pageBytes < memory.length; number++) {
            const page = pageOf(memory, number);
            const before = this.#latest?.pages.get(number);
            if (before?.equals(page))
                pages.set(number, before);
            else if (!zeros.equals(page))
                pages.set(number, Buffer.from(page));
        }
        return pages;
    }
    #contents(nodes) {
        const contents = new Map();
        const changed = [];
        for (const node of nodes) {
            const content = bytesOf(node)?.subarray(0, node.usedBytes);
            if (content === undefined)
                continue;
            const before = this.#latest?.contents.get(node);
            if (before?.equals(content))
                contents.set(node, before);
            else
                changed.push([node, content]);
        }
        const shared = new SharedArrayBuffer(changed.reduce((sum, [, { length }]) => sum + length, 0));
        let at = 0;
        for (const [node, content] of changed) {
            const copy = Buffer.from(shared, at, content.length);
            copy.set(content);
            contents.set(node, copy);
            at += content.length;
        }
        return contents;
    }
}
function pageOf(memory, page) {
    return memory.subarray(page * pageBytes, (page + 1) * pageBytes);
}
/** A view: what is written to it is written to the file. */
function bytesOf({ contents }) {
    if (!ArrayBuffer.isView(contents))
        return undefined;
    return Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength);
}
function chain(first) {
    const nodes = [];
    for (let node = first; node; node = node.name_next)
        nodes.push(node);
    return nodes;
}
function folderOf({ contents } = {}) {
    return ArrayBuffer.isView(contents) ? {} : (contents ?? {});
}
function fields(node) {
    const { contents, ...others } = node;
    return contents === undefined || ArrayBuffer.isView(contents) ? others : { ...others, contents: { ...contents } };
}
function setBack(node, wanted, content) {
    const { contents: now } = node;
    const bytes = bytesOf(node);
    for (const name of Object.keys(node))
        delete node[name];
    Object.assign(node, wanted);
    if (wanted.contents)
        node.contents = { ...folderOf(wanted) };
    if (content === undefined)
        return;
    if (now && bytes && content.equals(bytes.subarray(0, content.length))) {
        // What was written behind it in between would show where a later write leaves a gap.
        bytes.fill(0, content.length);
        node.contents = now;
    }
    else
        node.contents = Uint8Array.from(content);
}
function replace(list, wanted) {
    list.length = 0;
    for (const it of wanted)
        list.push(it);
}


/***/ }),

/***/ 546:
/***/ (function (__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(919);
/* harmony import */ var _system_first_compiler_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(43);
/* harmony import */ var _baseline_cache_file_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(121);
/* harmony import */ var _baseline_cache_tar_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(259);
/* harmony import */ var _engine_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(61);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(434);
/** The embedded server's thread: PGlite blocks while it works and can't cancel, but a thread can be ended. */






(0,_system_first_compiler_js__WEBPACK_IMPORTED_MODULE_1__/* .stayWithFirstCompiler */ .X)();
const port = node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.parentPort;
if (port === null)
    throw new Error('this file is a worker');
const send = (message) => port.postMessage(message);
const { engine, version, lack } = await startAnyhow(node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.workerData);
const images = lack.length > 0 ? null : new _images_js__WEBPACK_IMPORTED_MODULE_5__/* .Images */ .T(engine.Module, _engine_js__WEBPACK_IMPORTED_MODULE_4__/* .loadedLibraries */ .BH);
send({ kind: 'ready', version, lacks: lack });
port.on('message', async (request) => {
    const { id } = request;
    if ('queries' in request)
        send({ id, ...(await (0,_engine_js__WEBPACK_IMPORTED_MODULE_4__/* .ask */ .kA)(engine, request.queries, version)) });
    else if ('keep' in request)
        send({ id, ...(await (0,_engine_js__WEBPACK_IMPORTED_MODULE_4__/* .keep */ .aC)(engine, images, request, version)) });
    else if ('restore' in request)
        send({ id, kind: 'restored', done: images?.restore(request.restore) ?? false });
    else
        images?.forget(request.forget);
});
/** Quickly where PGlite's insides are as we know them; else plainly. */
async function startAnyhow(options) {
    if (options.plain)
        return { ...(await start(options)), lack: ['plain was asked for'] };
    try {
        const quick = await start(options);
        return { ...quick, lack: (0,_engine_js__WEBPACK_IMPORTED_MODULE_4__/* .lacks */ .pO)(quick.engine) };
    }
    catch (error) {
        return { ...(await start({ ...options, plain: true })), lack: [String(error)] };
    }
}
async function start({ pglite, cache, data, ...how }) {
    if (data !== undefined)
        return proven(await (0,_engine_js__WEBPACK_IMPORTED_MODULE_4__/* .loadEngine */ .ro)(pglite, how, filesOf(data)));
    const kept = cache === null ? undefined : (0,_baseline_cache_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readKept */ .D)(cache);
    if (kept !== undefined) {
        try {
            return await proven(await (0,_engine_js__WEBPACK_IMPORTED_MODULE_4__/* .loadEngine */ .ro)(pglite, how, (0,_baseline_cache_tar_js__WEBPACK_IMPORTED_MODULE_3__/* .tarEntries */ .O)(kept)));
        }
        catch {
            // What was kept is of no use: make it anew.
        }
    }
    const fresh = await proven(await (0,_engine_js__WEBPACK_IMPORTED_MODULE_4__/* .loadEngine */ .ro)(pglite, how));
    if (cache !== null)
        (0,_baseline_cache_file_js__WEBPACK_IMPORTED_MODULE_2__/* .writeKept */ .g)(cache, await (0,_engine_js__WEBPACK_IMPORTED_MODULE_4__/* .dumpOf */ .qf)(fresh.engine));
    return fresh;
}
/** The engine and its version, which only a working engine reports. */
async function proven(engine) {
    // Nearly all databases need it sooner or later, and there is no way back to before a library was loaded.
    await engine.exec("load 'plpgsql'");
    const { rows } = await engine.query('show server_version');
    const version = rows[0]?.server_version;
    if (version === undefined)
        throw new Error('the embedded Postgres gives no answer');
    return { engine, version };
}
/** The files that were given: a thread's own are not shared. */
function filesOf(data) {
    if (data instanceof Uint8Array)
        return (0,_baseline_cache_tar_js__WEBPACK_IMPORTED_MODULE_3__/* .tarEntries */ .O)(Buffer.from(data.buffer, data.byteOffset, data.length));
    return data.map((entry) => ({ ...entry, content: Buffer.from(entry.content) }));
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 43:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  X: () => (/* binding */ stayWithFirstCompiler)
});

;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");
;// CONCATENATED MODULE: ./build/system/first-compiler.js
/** How V8 compiles WebAssembly in this process. */

/**
 * WebAssembly stays as V8's first compiler leaves it, which reads a function when it is first called. By default V8 makes
 * what runs often faster, and a process waits at its end for what is being made: the grammar's largest function alone takes
 * up to 400 ms and 600 MB, three times the check of one file, and 2,000 files are read no faster for it; Postgres' own takes
 * half the time of a rehearsal (measured on Node 20 and 24). V8 has no such settings for one thread or one module.
 */
function stayWithFirstCompiler() {
    (0,external_node_v8_namespaceObject.setFlagsFromString)('--no-wasm-tier-up');
    (0,external_node_v8_namespaceObject.setFlagsFromString)('--no-wasm-dynamic-tiering');
    (0,external_node_v8_namespaceObject.setFlagsFromString)('--wasm-lazy-validation');
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(546);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
