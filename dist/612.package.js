export const id = 612;
export const ids = [612];
export const modules = {

/***/ 2623:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mm: () => (/* binding */ weightOf),
/* harmony export */   sW: () => (/* binding */ catalogue),
/* harmony export */   xJ: () => (/* binding */ severityOf)
/* harmony export */ });
/** The gravest first. */
const SEVERITIES = {
    stops: 'error',
    loses: 'error',
    blocks: 'error',
    breaks: 'error',
    rollback: 'error',
    decision: 'warning',
    note: 'info',
};
/** How severe a finding of it is where no setting says otherwise. */
function severityOf({ harm }) {
    return SEVERITIES[harm];
}
/** For sorting: the gravest has the least. */
function weightOf(harm) {
    return Object.keys(SEVERITIES).indexOf(harm);
}
/** The checks of one room, and how it makes findings of them: help and severity are the check's unless `extra` says better. */
function catalogue(checks) {
    return {
        checks,
        finding(rule, location, message, extra = {}) {
            const { harm, fix } = checks[rule];
            return { rule, severity: severityOf({ harm }), evidence: 'static', help: fix, ...location, message, ...extra };
        },
    };
}


/***/ }),

/***/ 7805:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   At: () => (/* binding */ INTERNAL_CHECKS),
/* harmony export */   IY: () => (/* binding */ brokeReading),
/* harmony export */   wZ: () => (/* binding */ inShort)
/* harmony export */ });
/** What broke while a file or a folder was read, before there are statements. */
function brokeReading(what, error) {
    return `${what} broke migration-safety (${inShort(error)}): that is a bug of it. Nothing of this was checked; all other findings stand.`;
}
/** An error on one line. */
function inShort(error) {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return text.replace(/\s+/g, ' ').slice(0, 200);
}
/** Where a part of the tool breaks, whichever it is. */
const INTERNAL_CHECKS = {
    'internal-error': {
        harm: 'stops',
        summary: 'A part of migration-safety broke, and checked nothing there',
        why: 'It is a bug of the tool, not of the migration. The other rules and the rehearsal went on; but what the broken part looks for was not looked for, and an unfinished check is no pass.',
        fix: 'Read the statement yourself, and report the bug with it. To go on meanwhile, say why above the statement: `-- migration-safety: ignore internal-error <reason>`.',
    },
};


/***/ }),

/***/ 6451:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ FILE_CHECKS),
/* harmony export */   s: () => (/* binding */ fileFinding)
/* harmony export */ });
/* harmony import */ var _findings_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2623);
/* harmony import */ var _findings_internal_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7805);
/** What the files are found to be, before any SQL is read. */


const { checks: FILE_CHECKS, finding: fileFinding } = (0,_findings_check_js__WEBPACK_IMPORTED_MODULE_0__/* .catalogue */ .sW)({
    ..._findings_internal_error_js__WEBPACK_IMPORTED_MODULE_1__/* .INTERNAL_CHECKS */ .At,
    'ambiguous-layout': {
        harm: 'stops',
        summary: 'Two layouts fit a folder of migrations',
        why: 'The folder holds the marks or the settings of more than one migration tool. They order, split and wrap files differently: a wrong guess would check something else than what production runs.',
        fix: 'Name the layout with the setting `layout`, or leave the other tool’s files out with `migrations` or `ignore`.',
    },
    'malformed-migration': {
        harm: 'stops',
        summary: 'The migration tool can’t read a file as it is meant',
        why: 'A section that is never closed, a down before an up, a name without a version, a plan that names a missing file: the tool stops there, or runs something else than the file seems to say.',
        fix: 'Write the file as the message says that the tool expects it.',
    },
    'unknown-placeholder': {
        harm: 'stops',
        summary: 'A placeholder has no value',
        why: 'The migration tool replaces the placeholder before Postgres sees the text. Without its value nobody can tell what will run.',
        fix: 'Give the value with the setting `placeholders`.',
    },
    'migration-edited': {
        harm: 'stops',
        summary: 'A migration that was merged already is edited',
        why: 'Databases that have applied it don’t run it again: they keep what it said before, and new databases get something else. Tools that compare checksums refuse to run.',
        fix: 'Leave the merged migration as it is, and write the change into a new one.',
    },
    'migration-renamed': {
        harm: 'stops',
        summary: 'A migration that was merged already is renamed',
        why: 'Migration tools know what they have applied by version or name. Under another one it is a new migration: it runs again, or the tool misses the old one and refuses to run.',
        fix: 'Keep the name of the merged migration.',
    },
    'migration-deleted': {
        harm: 'stops',
        summary: 'A migration that was merged already is deleted',
        why: 'Databases that have applied it keep what it made, and new ones never get it. Some tools refuse to run when a migration is missing that they have applied.',
        fix: 'Keep the file, and undo what it did in a new migration.',
    },
    'duplicate-version': {
        harm: 'stops',
        summary: 'Two migrations have the same version',
        why: 'Versions are how a tool knows what it has applied. Of two migrations with one version it refuses both, or runs one and takes the other for done. It happens when two branches pick the next number.',
        fix: 'Give the new migration a version of its own, after the newest on the base branch.',
    },
    'version-out-of-order': {
        harm: 'stops',
        summary: 'A new migration comes before one that was merged already',
        why: 'Databases that are up to date have applied the later one. Depending on the tool, the new one is refused, skipped without a word, or applied after what it stands before.',
        fix: 'Give the new migration a version after the newest on the base branch.',
    },
    'version-gap': {
        harm: 'note',
        summary: 'A number is missing between two migrations',
        why: 'In a folder that counts 1, 2, 3 a missing number often is a file that was never committed.',
        fix: 'Commit the missing migration, or give the new one the next number.',
    },
    'down-missing': {
        harm: 'decision',
        summary: 'A migration has no rollback although the others beside it do',
        why: 'Whoever has to roll back finds that one step has no way back.',
        fix: 'Write the rollback; where there can’t be one, say so in it: `-- irreversible: <reason>`.',
    },
    'bookkeeping-out-of-step': {
        harm: 'stops',
        summary: 'The migration tool’s own list doesn’t match the files',
        why: 'atlas.sum, Drizzle’s journal, Liquibase’s changelogs, Prisma’s lock file or sqitch’s plan say what there is and in which order. Where they and the files differ, usually after a merge, the tool refuses to run or leaves migrations out.',
        fix: 'Let the tool write its list anew, and commit it with the migrations.',
    },
    'unreadable-file': {
        harm: 'stops',
        summary: 'A migration file can’t be read as text',
        why: 'The file is missing, may not be read, is not UTF-8, has more than 16 MB, is a pipe or a device, or is a link that leads out of the repository, so nothing in it could be checked. Where such a link leads is never followed, and never shown.',
        fix: 'Put a regular file of UTF-8 text there, with rights to read it.',
    },
});


/***/ }),

/***/ 6017:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ atlasDir),
/* harmony export */   h: () => (/* binding */ FORMATS)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7984);
/** `atlas.hcl`: which folders it names as migrations, and in which tool's format. Pure. */


/** The tools in whose formats Atlas writes migrations, besides its own. */
const FORMATS = ['golang-migrate', 'goose', 'flyway', 'liquibase', 'dbmate'];
/** What the nearest `atlas.hcl` says about the set's folder; undefined where it names other folders only, or there is none. */
function atlasDir(set) {
    for (const file of (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .configsNamed */ .Vc)(set, /^atlas\.hcl$/)) {
        const dirs = dirsOf(file);
        const named = dirs.filter(({ folder }) => folder === set.root);
        const open = dirs.filter(({ folder }) => folder === null);
        const fitting = named.length > 0 ? named : open;
        if (dirs.length > 0 && fitting.length === 0)
            continue;
        const formats = new Set(fitting.map(({ format }) => format));
        return { file, format: formats.size === 1 ? [...formats][0] : undefined };
    }
    return undefined;
}
function dirsOf(file) {
    // Comments are blank; a string may hold "//".
    const text = file.text.replace(/"(?:[^"\\]|\\.)*"|(?:#|\/\/).*|\/\*[\s\S]*?\*\//g, (found) => found.startsWith('"') ? found : '');
    return [...text.matchAll(/\bmigration\s*\{/g)].map(({ index, 0: head }) => {
        const block = blockAt(text, index + head.length);
        const url = /\bdir\s*=\s*"((?:[^"\\]|\\.)*)"/.exec(block)?.[1];
        const [path = '', query = ''] = (url ?? '').replace(/^file:\/\//, '').split('?');
        const literal = url?.startsWith('file://') && !path.includes('$' + '{');
        const format = /\bformat\s*=\s*"?([a-z-]+)/.exec(block)?.[1] ?? /(?:^|&)format=([a-z-]+)/.exec(query)?.[1];
        return {
            folder: literal ? folderAt((0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .folderOf */ .yS)(file.path), path) : null,
            format: [...FORMATS, 'atlas'].find((name) => name === format),
        };
    });
}
/** The text up to the brace that closes the block. */
function blockAt(text, start) {
    let depth = 1;
    for (let at = start; at < text.length; at++) {
        if (text[at] === '{')
            depth++;
        else if (text[at] === '}' && --depth === 0)
            return text.slice(start, at);
    }
    return text.slice(start);
}
function folderAt(from, path) {
    const folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(from, path, '/').replace(/^\.\//, '');
    return folder === '/' ? '' : folder;
}


/***/ }),

/***/ 386:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hk: () => (/* binding */ atlasFormat),
/* harmony export */   Li: () => (/* binding */ lookOf),
/* harmony export */   t5: () => (/* binding */ withAtlasSum)
/* harmony export */ });
/* harmony import */ var _atlas_config_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6017);
/* harmony import */ var _atlas_sum_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5573);
/* harmony import */ var _flyway_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1159);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7984);




/** How files of each format look. */
const LOOKS = {
    'golang-migrate': everyNamed(/^\d+.*\.(up|down)\.sql$/),
    goose: holding(/^\s*--\s*\+goose\s+Up/im),
    dbmate: holding(/^--\s*migrate:up/m),
    liquibase: holding(/^\s*--\s*liquibase\s+formatted\s+sql\b/i),
    flyway: everyNamed(/^([VUB]\d[\d._]*|R)__.+\.sql$/),
};
/** The other tool's format in which Atlas keeps the folder, and what shows it; undefined where it is Atlas' own, or not Atlas'. */
function atlasFormat(set) {
    const named = (0,_atlas_config_js__WEBPACK_IMPORTED_MODULE_0__/* .atlasDir */ .$)(set);
    const format = _atlas_config_js__WEBPACK_IMPORTED_MODULE_0__/* .FORMATS */ .h.find((one) => one === named?.format);
    if (named && format)
        return { format, reason: `format = ${format} in ${named.file.path}` };
    const sum = sumOf(set);
    const look = sum && named?.format === undefined ? lookOf(set) : undefined;
    return look && { format: look.format, reason: `${look.file.path} beside ${sum?.path}` };
}
/** The format that the files have, and one that shows it. */
function lookOf(set) {
    const files = (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .sqlFiles */ .Uo)(set);
    for (const format of _atlas_config_js__WEBPACK_IMPORTED_MODULE_0__/* .FORMATS */ .h) {
        const file = LOOKS[format](files);
        if (file)
            return { format, file };
    }
    return undefined;
}
/** The tool's layout, with what Atlas refuses about its list of the files. */
function withAtlasSum(layout) {
    const format = _atlas_config_js__WEBPACK_IMPORTED_MODULE_0__/* .FORMATS */ .h.find((name) => name === layout.name);
    if (format === undefined)
        return layout;
    return {
        ...layout,
        read(set) {
            const result = layout.read(set);
            const sum = sumOf(set);
            if (sum === undefined)
                return result;
            const help = `Run "atlas migrate hash" with the format ${format} (--dir "file://…?format=${format}") and commit atlas.sum.`;
            const problems = (0,_atlas_sum_js__WEBPACK_IMPORTED_MODULE_1__/* .sumProblems */ .Uv)(sum, listed(format, set, sum), { help, nameOf: (file) => (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .below */ .Gz)(set, file) });
            return { ...result, problems: [...result.problems, ...problems] };
        },
    };
}
function sumOf(set) {
    return set.files.find((file) => (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .below */ .Gz)(set, file) === 'atlas.sum');
}
/** The files that Atlas lists for a format, in its order. */
function listed(format, set, sum) {
    const all = (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .topSqlFiles */ .f4)(set).sort((a, b) => (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .byText */ .z4)(a.path, b.path));
    const names = (0,_atlas_sum_js__WEBPACK_IMPORTED_MODULE_1__/* .namesIn */ .wX)(sum);
    if (format === 'golang-migrate') {
        const ups = all.filter(({ path }) => path.endsWith('.up.sql'));
        // Ent and older versions list a folder of this format as a whole.
        return names.some((name) => !name.endsWith('.up.sql')) ? all : ups;
    }
    return format === 'flyway' ? flywayOrder(set, names) : all;
}
/** What undoes is not listed; sub-folders are. A baseline stands for the versions up to it. */
function flywayOrder(set, names) {
    const files = (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .sqlFiles */ .Uo)(set)
        .flatMap((file) => {
        const name = (0,_flyway_names_js__WEBPACK_IMPORTED_MODULE_3__/* .flywayName */ .GH)(file);
        return name === undefined || name.kind === 'U' ? [] : [{ file, ...name }];
    })
        .sort((a, b) => 'BVR'.indexOf(a.kind) - 'BVR'.indexOf(b.kind) || (0,_flyway_names_js__WEBPACK_IMPORTED_MODULE_3__/* .byVersion */ .oN)(a.version, b.version));
    const baseline = files.findLast(({ kind }) => kind === 'B');
    const kept = files.filter(({ kind, version, file }) => {
        if (baseline === undefined || kind === 'R')
            return true;
        return kind === 'B' ? file === baseline.file : (0,_flyway_names_js__WEBPACK_IMPORTED_MODULE_3__/* .byVersion */ .oN)(version, baseline.version) > 0;
    });
    // Versions of Atlas differ in how they sort: where the same files are listed, its list says how.
    const place = new Map(names.map((name, index) => [name, index]));
    const paths = kept.map(({ file }) => file);
    return paths.every((file) => place.has((0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .below */ .Gz)(set, file)))
        ? paths.sort((a, b) => (place.get((0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .below */ .Gz)(set, a)) ?? 0) - (place.get((0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .below */ .Gz)(set, b)) ?? 0))
        : paths;
}
function everyNamed(name) {
    return (files) => (files.every(({ path }) => name.test((0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .baseName */ .Fl)(path))) ? files[0] : undefined);
}
function holding(mark) {
    return (files) => files.find(({ text }) => mark.test(text));
}


/***/ }),

/***/ 5573:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uv: () => (/* binding */ sumProblems),
/* harmony export */   wX: () => (/* binding */ namesIn)
/* harmony export */ });
/* unused harmony exports hashesOf, totalOf */
/* harmony import */ var _sql_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7554);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1977);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7984);



const HASH = 'Run "atlas migrate hash" and commit atlas.sum.';
const OWN = { help: HASH, nameOf: ({ path }) => (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .baseName */ .Fl)(path) };
/** What differs between `atlas.sum` and the files, which are in Atlas' order. */
function sumProblems(sum, files, { help, nameOf } = OWN) {
    const problem = (line, message) => ({
        rule: 'bookkeeping-out-of-step',
        ...{ path: sum.path, line, message, help },
    });
    const lines = sum.text.split(/\r?\n/);
    const conflict = lines.findIndex((line) => /^(<{7}|={7}|>{7})/.test(line));
    if (conflict !== -1)
        return [problem(conflict + 1, '`atlas.sum` holds an unresolved merge conflict. Atlas refuses the folder.')];
    const listed = entriesOf(sum);
    const expected = hashesOf(files, nameOf);
    const problems = [];
    for (const [name, { line }] of listed) {
        if (!expected.has(name))
            problems.push(problem(line, `${(0,_sql_words_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .a)('atlas.sum')} lists ${(0,_sql_words_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .a)(name)}, and there is no such file. Atlas refuses the folder.`));
    }
    for (const [name] of expected) {
        if (!listed.has(name))
            problems.push(problem(1, `${(0,_sql_words_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .a)('atlas.sum')} doesn’t list ${(0,_sql_words_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .a)(name)}. Atlas refuses the folder.`));
    }
    // A checksum covers the files before it: the first that differs is the one that changed.
    if (problems.length > 0)
        return problems;
    for (const [name, hash] of expected) {
        const entry = listed.get(name);
        if (entry && entry.hash !== hash)
            return [
                problem(entry.line, `The checksum of ${(0,_sql_words_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .a)(name)} in ${(0,_sql_words_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .a)('atlas.sum')} is another one. The file, or one before it, was edited, and Atlas refuses the folder.`),
            ];
    }
    const total = /^h1:(\S+)$/.exec(lines[0] ?? '')?.[1];
    if (total !== totalOf(expected))
        return [
            problem(1, 'The first line of `atlas.sum` is not the checksum of the lines below it. Atlas refuses the folder.'),
        ];
    return [];
}
/** The names of the listed files, in order. */
function namesIn(sum) {
    return [...entriesOf(sum).keys()];
}
function entriesOf({ text }) {
    const entries = text.split(/\r?\n/).flatMap((line, index) => {
        const [, name, hash] = /^(.+) h1:(\S+)$/.exec(line) ?? [];
        return name !== undefined && hash !== undefined ? [[name, { hash, line: index + 1 }]] : [];
    });
    return new Map(entries);
}
/** Each file's checksum by its name. */
function hashesOf(files, nameOf = OWN.nameOf) {
    const hash = (0,_checksum_js__WEBPACK_IMPORTED_MODULE_0__/* .checksum */ .c)('sha256');
    const hashes = new Map();
    for (const file of files) {
        hash.update(nameOf(file));
        if (/^--\s*atlas:sum\s+ignore\b/m.test(file.text))
            continue;
        hash.update(file.text);
        hashes.set(nameOf(file), hash.copy().digest('base64'));
    }
    return hashes;
}
/** The checksum of the whole folder: the first line of `atlas.sum`. */
function totalOf(hashes) {
    const hash = (0,_checksum_js__WEBPACK_IMPORTED_MODULE_0__/* .checksum */ .c)('sha256');
    for (const [name, sum] of hashes)
        hash.update(name).update(sum);
    return hash.digest('base64');
}


/***/ }),

/***/ 8910:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GG: () => (/* binding */ childOf),
/* harmony export */   IE: () => (/* binding */ sqlOf),
/* harmony export */   ag: () => (/* binding */ said)
/* harmony export */ });
/** What a Liquibase changelog holds, in one form for XML, YAML and JSON. Pure. */
/** The first child of that name. */
function childOf({ children }, name) {
    return children.find((child) => child.name === name);
}
/** What an attribute, or a text of that name, says. */
function said(node, name) {
    return childOf(node, name)?.value;
}
/** The SQL of an element: its text, or that of its key `sql`. */
function sqlOf(node) {
    return childOf(node, 'sql')?.text ?? node.text;
}


/***/ }),

/***/ 1977:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ checksum)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

/** As `createHash` of `node:crypto`, which takes Node 5 ms to load: few folders need it. */
function checksum(algorithm) {
    const { createHash } = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url)('node:crypto');
    return createHash(algorithm);
}


/***/ }),

/***/ 8054:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dZ: () => (/* binding */ forPostgres),
  H2: () => (/* binding */ namesDialect),
  bm: () => (/* binding */ withoutDialect)
});

// EXTERNAL MODULE: ./build/migrations/layouts/names.js
var names = __webpack_require__(7984);
;// CONCATENATED MODULE: ./build/migrations/layouts/other-database.js

/** Words that name nothing else. */
const CERTAIN = 'mysql|mariadb|sqlite3?|mssql|sqlserver|cockroach(?:db)?|clickhouse';
/** Words that may name a service, too: they count among migrations only. */
const POSSIBLE = 'oracle|h2|hsqldb|derby|db2|duckdb|libsql|tidb|spanner|snowflake|bigquery|cassandra|redshift';
const OURS = /^(.*[-_.])?(postgres(ql)?|pgsql|pg|psql)([-_.].*)?$/i;
const MIGRATIONS = /^(.*[-_])?(migrations?|migrate|changelogs?)([-_].*)?$/i;
const EXACT = { certain: new RegExp(`^(${CERTAIN})$`, 'i'), any: new RegExp(`^(${CERTAIN}|${POSSIBLE})$`, 'i') };
/** `migrations-mysql`, `mysql_migrations`. */
const JOINED = new RegExp(`^(?:(?:migrations?|migrate)[-_.](${CERTAIN}|${POSSIBLE})|(${CERTAIN}|${POSSIBLE})[-_.](?:migrations?|migrate))$`, 'i');
/** The other database that a folder is for, and what says so; undefined where nothing does. */
function otherDatabase(set) {
    return byTool(set) ?? byPlace(set.root);
}
/** By the folder's own name, and those around the folder of migrations. */
function byPlace(root) {
    const parts = root.split('/').slice(0, -1);
    const at = parts.findLastIndex((part) => MIGRATIONS.test(part) || part === 'sql');
    const near = at === -1 ? parts.slice(-1) : parts.slice(Math.max(at - 1, 0));
    if (near.some((part) => OURS.test(part)))
        return undefined;
    for (const [index, part] of near.entries()) {
        const inside = at !== -1 && parts.length - near.length + index > at;
        const joined = JOINED.exec(part);
        const name = joined?.[1] ?? joined?.[2] ?? (inside ? EXACT.any : EXACT.certain).exec(part)?.[1];
        if (name !== undefined)
            return { name: name.toLowerCase(), says: `the folder ${part}/` };
    }
    return undefined;
}
/** By Prisma's lock, Drizzle's journal or Flyway's address. */
function byTool(set) {
    const lists = [
        [/^migration_lock\.toml$/, /^\s*provider\s*=\s*"([\w-]+)"/m, /^(postgresql|postgres|cockroachdb)$/],
        [/^meta\/_journal\.json$/, /"dialect"\s*:\s*"([\w-]+)"/, /^(postgresql|postgres|pg|gel)$/],
    ];
    for (const [path, says, ours] of lists) {
        const file = set.files.find((one) => path.test((0,names/* below */.Gz)(set, one)));
        const name = file && says.exec(file.text)?.[1];
        if (file && name !== undefined && !ours.test(name))
            return { name, says: file.path };
    }
    const [flyway] = (0,names/* configsNamed */.Vc)(set, /^flyway\.(conf|toml)$/);
    const name = flyway && /^\s*(?:flyway\.)?url\s*=\s*["']?jdbc:(\w+):/m.exec(flyway.text)?.[1];
    return name && new RegExp(`^(${CERTAIN}|${POSSIBLE})$`, 'i').test(name) ? { name, says: flyway.path } : undefined;
}

;// CONCATENATED MODULE: ./build/migrations/layouts/dialects.js


const dialects_OURS = 'postgres|postgresql|pgsql|pg';
const OTHERS = 'mysql|mariadb|sqlite3?|cockroach(?:db)?|mssql|sqlserver|oracle|h2|clickhouse';
/** The dialect precedes what the tool reads itself: `.autocommit`, `.up`, `.down`. */
const NAME = new RegExp(`^(.+?)\\.(${dialects_OURS}|${OTHERS})((?:\\.[a-z]+)*\\.sql)$`, 'i');
const OUR_NAME = new RegExp(`^(?:${dialects_OURS})$`, 'i');
/** Whether a file's name says for which database it is. */
function namesDialect({ path }) {
    return NAME.test((0,names/* baseName */.Fl)(path));
}
/** The name without the dialect. */
function withoutDialect(name) {
    return name.replace(NAME, '$1$3');
}
/**
 * The files that a tool takes for Postgres: not those for other databases, nor the general one beside one of ours. `wanted`: somebody
 * has named the folder, whatever it seems to be.
 */
function forPostgres(set, wanted = false) {
    const other = wanted ? undefined : otherDatabase(set);
    if (other) {
        const reason = `${other.says} says that it is for ${other.name}, not for PostgreSQL`;
        return { set: { ...set, files: [] }, leftOut: set.files.map(({ path }) => ({ check: path, reason })) };
    }
    const ours = new Set(set.files.filter(isOurs).map((file) => generalPath(file)));
    const leftOut = [];
    const files = set.files.filter((file) => {
        const dialect = NAME.exec((0,names/* baseName */.Fl)(file.path))?.[2];
        if (dialect !== undefined && !OUR_NAME.test(dialect)) {
            leftOut.push({ check: file.path, reason: `its name says that it is for ${dialect.toLowerCase()}` });
            return false;
        }
        if (dialect !== undefined || !ours.has(generalPath(file)))
            return true;
        leftOut.push({ check: file.path, reason: 'the file of that name for Postgres is taken instead' });
        return false;
    });
    return { set: { ...set, files }, leftOut };
}
function isOurs({ path }) {
    return OUR_NAME.test(NAME.exec((0,names/* baseName */.Fl)(path))?.[2] ?? '');
}
/** Without the dialect, and without `.autocommit`, which the two may differ in. */
function generalPath({ path }) {
    return (0,names/* folderOf */.yS)(path) + withoutDialect((0,names/* baseName */.Fl)(path)).replace(/\.autocommit(?=\.)/, '');
}


/***/ }),

/***/ 1159:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GH: () => (/* binding */ flywayName),
/* harmony export */   b4: () => (/* binding */ flywayConfig),
/* harmony export */   k0: () => (/* binding */ CALLBACK),
/* harmony export */   oN: () => (/* binding */ byVersion)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7984);

const NAME = /^(?:([VUB])(\d+(?:[._]\d+)*)|(R))__(.+)\.sql$/;
/** Hooks that Flyway runs around migrations. */
const CALLBACK = /^(before|after)[A-Z]\w*(__.*)?\.sql$/;
/** Undefined for what is no migration. */
function flywayName({ path }) {
    const [, kind, version = '', repeatable, description = ''] = NAME.exec((0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .baseName */ .Fl)(path)) ?? [];
    if (kind === undefined && repeatable === undefined)
        return undefined;
    const parts = version === '' ? [] : version.split(/[._]/).map(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .plainNumber */ .ku);
    // Flyway takes 1 and 1.0 for the same version.
    while (parts.length > 1 && parts.at(-1) === '0')
        parts.pop();
    return { kind: (kind ?? 'R'), version: parts.join('.'), description };
}
/** By their parts, a missing one as 0. */
function byVersion(a, b) {
    const [x, y] = [a.split('.'), b.split('.')];
    for (let i = 0; i < Math.max(x.length, y.length); i++) {
        const difference = (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .byNumber */ .vh)(x[i] ?? '0', y[i] ?? '0');
        if (difference !== 0)
            return difference;
    }
    return 0;
}
/** The settings nearest to the files count. */
function flywayConfig(set) {
    const placeholders = {};
    const switches = { mixed: false, group: false };
    let transactionalLock = true;
    for (const { path, text } of (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .configsNamed */ .Vc)(set, /^flyway\.(conf|toml)$/).reverse()) {
        for (const name of ['mixed', 'group']) {
            const value = new RegExp(`^\\s*(?:flyway\\.)?${name}\\s*=\\s*"?(true|false)`, 'm').exec(text)?.[1];
            if (value !== undefined)
                switches[name] = value === 'true';
        }
        const lock = /^\s*(?:flyway\.)?(?:postgresql\.)?transactional\.lock\s*=\s*"?(true|false)/m.exec(text)?.[1];
        const table = /^\[(?:flyway\.)?postgresql\.transactional\]\s*$\s*lock\s*=\s*(true|false)/m.exec(text)?.[1];
        transactionalLock = (lock ?? table ?? String(transactionalLock)) === 'true';
        const section = path.endsWith('.toml')
            ? (/^\[flyway\.placeholders\]\s*$([\s\S]*?)(?=^\[|(?![\s\S]))/m.exec(text)?.[1] ?? '')
            : text;
        const entry = path.endsWith('.toml')
            ? /^\s*"?([\w.:-]+)"?\s*=\s*["'](.*)["']\s*$/gm
            : /^\s*flyway\.placeholders\.([\w.:-]+)\s*=\s*(.*?)\s*$/gm;
        for (const [, name, given] of section.matchAll(entry))
            if (name !== undefined)
                placeholders[name] = given ?? '';
    }
    return { ...switches, transactionalLock, placeholders };
}


/***/ }),

/***/ 9612:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ LAYOUTS)
});

// EXTERNAL MODULE: ./build/migrations/problem.js
var migrations_problem = __webpack_require__(4227);
// EXTERNAL MODULE: ./build/migrations/layouts/atlas-config.js
var atlas_config = __webpack_require__(6017);
// EXTERNAL MODULE: ./build/migrations/layouts/atlas-formats.js
var atlas_formats = __webpack_require__(386);
// EXTERNAL MODULE: ./build/migrations/layouts/atlas-sum.js
var atlas_sum = __webpack_require__(5573);
// EXTERNAL MODULE: ./build/migrations/layouts/names.js
var layouts_names = __webpack_require__(7984);
;// CONCATENATED MODULE: ./build/migrations/layouts/evidence.js

/** The first mark that is found in a file. */
function marked(files, mark, shown) {
    const file = files.find(({ text }) => mark.test(text));
    return file && { kind: 'marks', reason: `"${shown}" in ${file.path}` };
}
/** A settings file of that name beside the migrations or above. */
function configured(set, name) {
    const file = (0,layouts_names/* configsNamed */.Vc)(set, name)[0];
    return file && { kind: 'config', reason: file.path };
}
/** A package that the repository depends on. */
function depends(set, packageName, shown) {
    const file = (0,layouts_names/* dependent */.qy)(set, packageName);
    return file && { kind: 'config', reason: `${shown} in ${file.path}` };
}
/** Whether all SQL files of the set's folder have such names; false where there is none. */
function allNamed(set, name, files = (0,layouts_names/* topSqlFiles */.f4)(set)) {
    return files.length > 0 && files.every(({ path }) => name.test((0,layouts_names/* baseName */.Fl)(path)));
}

// EXTERNAL MODULE: ./build/migrations/layouts/layout.js
var layouts_layout = __webpack_require__(4576);
// EXTERNAL MODULE: ./build/migrations/layouts/sections.js
var sections = __webpack_require__(8850);
// EXTERNAL MODULE: ./build/migrations/layouts/writing.js
var writing = __webpack_require__(3840);
;// CONCATENATED MODULE: ./build/migrations/layouts/atlas.js









const DIRECTIVE = /^--\s*atlas:(\w+)\s*(.*)$/;
const atlas = {
    name: 'atlas',
    tool: 'Atlas',
    summary: '`<version>_name.sql` ordered by file name, with `atlas.sum`',
    checksums: true,
    versionsPerFolder: true,
    refuses: {
        edited: 'Atlas compares checksums: it refuses the folder, or a database whose history says otherwise.',
        deleted: 'Atlas refuses a database whose history names a file that is not there.',
        renamed: 'Atlas knows migrations by their versions: it would run the new one, out of order.',
        late: 'Atlas refuses to run: "migration file was added out of order" (unless exec-order is another one).',
    },
    writing: {
        transaction: 'per-script',
        wayOut: { mark: 'write `-- atlas:txmode none` at the top of the file, with an empty line below it' },
        files: (0,writing/* oneFile */.V_)((draft) => `${(0,writing/* versioned */.iF)(draft)}.sql`, '-- atlas:txmode none\n'),
        besides: 'Then run `atlas migrate hash`.',
    },
    recognise(set) {
        const sum = sumOf(set);
        if (sum)
            return { kind: 'marks', reason: sum.path };
        return (marked((0,layouts_names/* topSqlFiles */.f4)(set), /^--\s*atlas:(txmode|nolint|delimiter|checkpoint)\b/m, '-- atlas:') ?? atlasConfig(set));
    },
    read(set) {
        const files = (0,layouts_names/* topSqlFiles */.f4)(set).sort((a, b) => (0,layouts_names/* byText */.z4)((0,layouts_names/* baseName */.Fl)(a.path), (0,layouts_names/* baseName */.Fl)(b.path)));
        const problems = [];
        const notChecked = [];
        const migrations = [];
        for (const file of files) {
            const { directives, problem } = header(file);
            if (problem)
                problems.push(problem);
            if (directives.has('checkpoint')) {
                notChecked.push({ check: file.path, reason: 'it is a checkpoint: it stands for the migrations before it' });
                continue;
            }
            const mode = directives.get('txmode') === 'none' ? 'autocommit' : 'per-script';
            // Not in the directive's own line.
            const sql = (0,sections/* withSemicolons */.Xq)(file.text, directives.get('delimiter')?.replaceAll('\\n', '\n'), file.text.indexOf('\n') + 1);
            const id = (0,layouts_names/* baseName */.Fl)(file.path).replace(/\.sql$/i, '');
            const up = { ...(0,layouts_layout/* wholeFile */.A)('up', file, mode), sql };
            migrations.push({ id, version: id.split('_', 1)[0] ?? id, path: file.path, layout: 'atlas', up });
        }
        const sum = sumOf(set);
        if (sum)
            problems.push(...(0,atlas_sum/* sumProblems */.Uv)(sum, files));
        return { migrations, problems, notChecked };
    },
};
/** The directives that are about the file: comments at its top, with an empty line below. */
function header(file) {
    const directives = new Map();
    let first = 0;
    for (const line of (0,sections/* linesOf */.Dx)(file.text)) {
        if (line.text.trim() === '')
            return { directives };
        if (!line.text.startsWith('--')) {
            const txmode = directives.has('txmode');
            const message = `"-- atlas:txmode" is followed by a statement: Atlas takes it for that statement's comment, and it changes nothing.`;
            return txmode
                ? { directives: new Map(), problem: (0,migrations_problem/* malformed */.Q)(file, first, message, 'Leave an empty line below it.') }
                : { directives: new Map() };
        }
        const [, name, value = ''] = DIRECTIVE.exec(line.text) ?? [];
        if (name === 'txmode')
            first = line.number;
        if (name !== undefined)
            directives.set(name, value.trim());
    }
    return { directives };
}
function sumOf(set) {
    return set.files.find((file) => (0,layouts_names/* below */.Gz)(set, file) === 'atlas.sum');
}
/** `atlas.hcl` speaks for the folders that it names, or for all where it names none. */
function atlasConfig(set) {
    const numbered = (0,layouts_names/* topSqlFiles */.f4)(set).some(({ path }) => /^\d+/.test((0,layouts_names/* baseName */.Fl)(path)));
    const config = numbered && (0,atlas_formats/* lookOf */.Li)(set) === undefined ? (0,atlas_config/* atlasDir */.$)(set) : undefined;
    return config && { kind: 'config', reason: config.file.path };
}

;// CONCATENATED MODULE: ./build/migrations/layouts/sectioned.js


/** Reads the files of a set, one migration each. What can't be read as the tool does is said, and the rest is still read. */
function readSectioned(set, sectioned) {
    const result = { migrations: [], problems: [], notChecked: [] };
    const files = (0,layouts_names/* topSqlFiles */.f4)(set);
    for (const { path } of (0,layouts_names/* sqlFiles */.Uo)(set).filter((file) => !files.includes(file))) {
        const reason = `it lies in a folder of its own: ${sectioned.syntax.tool} reads the files beside each other`;
        result.notChecked.push({ check: path, reason });
    }
    for (const file of files) {
        const name = sectioned.named(file);
        if (name === undefined) {
            result.notChecked.push({
                check: file.path,
                reason: `its name has no version: ${sectioned.syntax.tool} passes it over`,
            });
            continue;
        }
        const { up, down, problems } = (0,sections/* readSections */.jn)(file, sectioned.syntax);
        result.problems.push(...problems);
        for (const section of [up, down])
            if (section)
                result.problems.push(...(sectioned.look?.(file, section) ?? []));
        const script = (section) => (0,sections/* sectionScript */.lh)(file, section, sectioned.transaction(file, section));
        // A file without its marks is still SQL: its text is checked unchanged.
        const upScript = up
            ? script(up)
            : script({ role: 'up', options: '', line: 1, start: 0, end: down?.start ?? file.text.length });
        const downScript = down && script(down);
        const irreversible = downScript && (0,sections/* saysIrreversible */.$x)(downScript);
        result.migrations.push({
            ...name,
            path: file.path,
            layout: sectioned.layout,
            up: upScript,
            // An empty section is how such tools write "none": the template has it.
            ...(downScript && !(0,sections/* isBlank */.z3)(downScript) && { down: downScript }),
            ...(irreversible !== undefined && { irreversible }),
        });
    }
    result.migrations.sort(sectioned.order);
    return result;
}

;// CONCATENATED MODULE: ./build/migrations/layouts/dbmate.js
/** dbmate: `<version>_name.sql` with `-- migrate:up` and `-- migrate:down`. */




const MARKER = /^--\s*migrate:(up|down)(?:\s+(.*))?\s*$/;
const syntax = {
    tool: 'dbmate',
    written: { up: '-- migrate:up', down: '-- migrate:down' },
    before: 'refused',
    marker(line) {
        const [, role, options = ''] = MARKER.exec(line) ?? [];
        return role === 'up' || role === 'down' ? { role, options } : undefined;
    },
};
const dbmate = {
    name: 'dbmate',
    tool: 'dbmate',
    summary: '`<version>_name.sql` with `-- migrate:up` and `-- migrate:down`, ordered by file name',
    bookkeeping: {
        table: 'schema_migrations',
        sql: `CREATE TABLE schema_migrations (version varchar PRIMARY KEY)`,
    },
    byteOrderMark: 'dbmate doesn’t see “-- migrate:up” behind it, and stops: it requires each migration to define an up block.',
    versionsPerFolder: true,
    refuses: { duplicate: 'dbmate records the version once, and the second file fails on the key of schema_migrations.' },
    writing: {
        transaction: 'per-script',
        wayOut: { mark: 'write `transaction:false` after `-- migrate:up` or `-- migrate:down`' },
        files: (0,writing/* sectionsOf */.Ks)((draft) => `${(0,writing/* versioned */.iF)(draft)}.sql`, (outside) => {
            const option = outside ? ' transaction:false' : '';
            return { up: `-- migrate:up${option}`, down: `-- migrate:down${option}` };
        }),
    },
    recognise: (set) => marked((0,layouts_names/* sqlFiles */.Uo)(set), /^--\s*migrate:up/m, '-- migrate:up'),
    read: (set) => readSectioned(set, {
        layout: 'dbmate',
        syntax,
        named({ path }) {
            const version = /^(\d+)/.exec((0,layouts_names/* baseName */.Fl)(path))?.[1];
            return version === undefined ? undefined : { id: (0,layouts_names/* baseName */.Fl)(path).replace(/\.sql$/i, ''), version };
        },
        // Without a transaction of its own the text goes as one query, which Postgres wraps where it holds several statements.
        transaction: (_, { options }) => (/\btransaction:\s*false\b/.test(options) ? 'single-query' : 'per-script'),
        order: (a, b) => (0,layouts_names/* byText */.z4)(a.path, b.path),
    }),
};

;// CONCATENATED MODULE: ./build/migrations/layouts/folders.js

/** The folders directly below the set's own that hold files, by name. */
function migrationFolders(set) {
    const folders = new Map();
    for (const file of set.files) {
        const [name, base, ...deeper] = (0,layouts_names/* below */.Gz)(set, file).split('/');
        if (name === undefined || base === undefined || deeper.length > 0)
            continue;
        const folder = folders.get(name) ?? { name, files: new Map() };
        folder.files.set((0,layouts_names/* baseName */.Fl)(base), file);
        folders.set(name, folder);
    }
    return [...folders.values()];
}

// EXTERNAL MODULE: ./build/sql/words.js
var words = __webpack_require__(7554);
// EXTERNAL MODULE: ./build/migrations/layouts/parts.js
var layouts_parts = __webpack_require__(7370);
;// CONCATENATED MODULE: ./build/migrations/layouts/up-down-folders.js






/** One migration for each folder that has an `up.sql`. */
function readUpDownFolders(set, { layout, tool, versionOf, transaction, order }) {
    const result = { migrations: [], problems: [], notChecked: [] };
    for (const { name, files } of migrationFolders(set)) {
        const version = versionOf(name);
        const [up, down, metadata] = [files.get('up.sql'), files.get('down.sql'), files.get('metadata.toml')];
        const first = up ?? down;
        if (first === undefined)
            continue;
        if (up === undefined) {
            result.problems.push((0,migrations_problem/* malformed */.Q)(first, 1, `The folder ${(0,words/* code */.a)(name)} has a ${(0,words/* code */.a)('down.sql')} and no ${(0,words/* code */.a)('up.sql')}. ${tool} expects one.`));
            continue;
        }
        if (version === undefined) {
            const message = `The folder ${(0,words/* code */.a)(name)} has no version in front of its name. ${tool} expects ${(0,words/* code */.a)('<version>_<name>')}.`;
            result.problems.push((0,migrations_problem/* malformed */.Q)(up, 1, message, 'Rename the folder.'));
        }
        const mode = transaction(files);
        const parts = [up, down].flatMap((file, index) => file ? [{ key: name, id: name, script: (0,layouts_layout/* wholeFile */.A)(index === 0 ? 'up' : 'down', file, mode) }] : []);
        const migration = (0,layouts_parts/* assemble */.f)(layout, parts);
        if (migration === undefined)
            continue;
        result.migrations.push({
            ...migration,
            ...(version !== undefined && { version }),
            ...(metadata && { beside: [metadata.path] }),
        });
    }
    result.migrations.sort((a, b) => order(a, b) || (0,layouts_names/* byText */.z4)(a.path, b.path));
    return result;
}

;// CONCATENATED MODULE: ./build/migrations/layouts/diesel.js
/** Diesel: `<version>_name/up.sql` and `down.sql`, with an optional `metadata.toml`. */





const VERSION = /^([\d-]*\d)_/;
const diesel = {
    name: 'diesel',
    tool: 'Diesel',
    summary: 'folders `<version>_name` with `up.sql` and `down.sql`, ordered by the version without its dashes',
    bookkeeping: {
        table: '__diesel_schema_migrations',
        sql: `CREATE TABLE __diesel_schema_migrations (version varchar(50) PRIMARY KEY, run_on timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP)`,
    },
    refuses: { duplicate: 'Diesel records a version once: the second migration is taken for the first.' },
    writing: {
        transaction: 'per-script',
        wayOut: { mark: 'write `run_in_transaction = false` into the `metadata.toml` beside it' },
        files: (draft) => [
            ...(0,writing/* twoFiles */.as)((one, direction) => `${(0,writing/* versioned */.iF)(one)}/${direction}.sql`)(draft),
            ...(draft.outside ? [{ path: `${(0,writing/* versioned */.iF)(draft)}/metadata.toml`, text: 'run_in_transaction = false\n' }] : []),
        ],
    },
    recognise(set) {
        const folders = migrationFolders(set).filter(({ files }) => files.has('up.sql'));
        if (folders.length === 0 || !folders.every(({ name }) => VERSION.test(name)))
            return undefined;
        return evidenceOf(set) ?? namesOf(folders.map(({ name }) => name));
    },
    read: (set) => readUpDownFolders(set, {
        layout: 'diesel',
        tool: 'Diesel',
        versionOf: (name) => VERSION.exec(name)?.[1]?.replaceAll('-', ''),
        // What runs without a transaction is sent as one query all the same.
        transaction: (files) => /^\s*run_in_transaction\s*=\s*false\b/m.test(files.get('metadata.toml')?.text ?? '')
            ? 'single-query'
            : 'per-script',
        order: (a, b) => (0,layouts_names/* byText */.z4)(a.version ?? '', b.version ?? ''),
    }),
};
function evidenceOf(set) {
    const metadata = set.files.find(({ path }) => path.endsWith('/metadata.toml'));
    if (metadata)
        return { kind: 'marks', reason: metadata.path };
    return configured(set, /^diesel\.toml$/) ?? depends(set, /^\s*diesel(_migrations)?\b/m, 'diesel');
}
/** Thirteen digits are milliseconds, as Hasura counts. */
function namesOf(names) {
    if (names.every((name) => /^\d{13}_/.test(name)))
        return undefined;
    return { kind: 'names', reason: `folders such as ${names[0]} with an up.sql` };
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build/migrations/layouts/drizzle-journal.js
/** Drizzle's `meta/_journal.json`: the order of migrations, and what is out of step with the files. Pure. */


const Journal = dist/* object */.Ikc({
    entries: dist/* array */.YOg(dist/* object */.Ikc({ idx: dist/* number */.aig(), when: dist/* number */.aig(), tag: dist/* string */.YjP() })),
});
/** The journal's entries in its order; null with a problem where it can't be read. */
function readJournal(file) {
    const problem = (line, message, help) => ({
        rule: 'bookkeeping-out-of-step',
        ...{ path: file.path, line, message },
        ...(help && { help }),
    });
    let parsed;
    try {
        parsed = JSON.parse(file.text);
    }
    catch (error) {
        const conflict = file.text.split('\n').findIndex((line) => /^(<{7}|={7}|>{7})/.test(line)) + 1;
        const message = `The journal is not JSON: ${error.message.split('\n')[0]}. Drizzle applies nothing.`;
        return { entries: null, problems: [problem(Math.max(conflict, 1), message)] };
    }
    const result = dist/* safeParse */.xLC(Journal, parsed);
    if (!result.success) {
        const [issue] = result.issues;
        const message = `The journal is not what Drizzle writes: at ${dist/* getDotPath */.BuJ(issue) ?? 'the top'}: ${issue.message}.`;
        return { entries: null, problems: [problem(1, message)] };
    }
    const lines = file.text.split('\n');
    const entries = result.output.entries.map((entry) => ({
        ...entry,
        line: lines.findIndex((line) => line.includes(`"tag"`) && line.includes(JSON.stringify(entry.tag))) + 1 || 1,
    }));
    return { entries, problems: orderProblems(entries, problem) };
}
/** Drizzle applies what is newer than the last one applied: an entry with an earlier time is never seen. */
function orderProblems(entries, problem) {
    const problems = [];
    let newest;
    for (const entry of entries) {
        if (newest && entry.when <= newest.when) {
            const message = `${(0,words/* code */.a)(entry.tag)} has an earlier time ("when") than ${(0,words/* code */.a)(newest.tag)} before it. Where that one was applied, Drizzle skips ${(0,words/* code */.a)(entry.tag)} without a word.`;
            problems.push(problem(entry.line, message, 'Generate the migration again on top of the base branch.'));
        }
        else
            newest = entry;
        const same = entries.find(({ idx }) => idx === entry.idx);
        if (same && same !== entry)
            problems.push(problem(entry.line, `${(0,words/* code */.a)(entry.tag)} has the index ${entry.idx} of ${(0,words/* code */.a)(same.tag)}.`, 'Generate the migration again on top of the base branch.'));
    }
    return problems;
}

;// CONCATENATED MODULE: ./build/migrations/layouts/drizzle.js






const BREAKPOINT = '--> statement-breakpoint';
const drizzle = {
    name: 'drizzle',
    tool: 'Drizzle',
    summary: '`NNNN_name.sql` in the order of `meta/_journal.json`, with `--> statement-breakpoint`',
    bookkeeping: {
        table: '__drizzle_migrations',
        sql: `CREATE SCHEMA IF NOT EXISTS drizzle;
      CREATE TABLE drizzle.__drizzle_migrations (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint)`,
    },
    byteOrderMark: 'sent',
    listed: true,
    refuses: {
        deleted: 'Drizzle stops: the journal names a file that is not there.',
    },
    writing: {
        transaction: 'per-run',
        wayOut: { commit: 'Drizzle' },
        files: (0,writing/* oneFile */.V_)((draft) => `${(0,writing/* versioned */.iF)(draft)}.sql`, 'COMMIT;\n--> statement-breakpoint'),
        besides: 'Make each file with `drizzle-kit generate --custom`, which writes it into the journal.',
    },
    recognise(set) {
        const journal = journalOf(set);
        if (journal)
            return { kind: 'marks', reason: journal.path };
        if ((0,layouts_names/* sqlFiles */.Uo)(set).length === 0)
            return undefined;
        return marked((0,layouts_names/* sqlFiles */.Uo)(set), /^.*--> statement-breakpoint/m, BREAKPOINT) ?? outFolder(set);
    },
    read(set) {
        const journal = journalOf(set);
        const files = new Map(scriptsIn(set).map(({ tag, file }) => [tag, file]));
        if (journal === undefined) {
            const migrations = [...files].map(([tag, file]) => migration(tag, file)).sort((a, b) => (0,layouts_names/* byText */.z4)(a.id, b.id));
            return { migrations, problems: [], notChecked: [] };
        }
        const { entries, problems } = readJournal(journal);
        const order = entries ?? [...files.keys()].sort(layouts_names/* byText */.z4).map((tag) => ({ tag, idx: 0, when: 0, line: 1 }));
        const migrations = order.flatMap(({ tag, line }) => {
            const file = files.get(tag);
            if (file)
                return [migration(tag, file)];
            problems.push(outOfStep(journal, line, `The journal names ${(0,words/* code */.a)(tag)}, and there is no ${(0,words/* code */.a)(`${tag}.sql`)}. Drizzle stops there.`));
            return [];
        });
        for (const [tag, file] of files) {
            if (order.some((entry) => entry.tag === tag))
                continue;
            problems.push(outOfStep(file, 1, `The journal ${(0,words/* code */.a)(journal.path)} does not name ${(0,words/* code */.a)(tag)}. Drizzle never runs it.`));
            migrations.push(migration(tag, file));
        }
        return { migrations, problems, notChecked: [] };
    },
};
/** The settings name the folder; others in the repository are not Drizzle's. */
function outFolder(set) {
    const config = (0,layouts_names/* configsNamed */.Vc)(set, /^drizzle\.config\./).find(({ path, text }) => {
        const out = /\bout\s*:\s*['"`]([^'"`]+)['"`]/.exec(text)?.[1] ?? 'drizzle';
        return `${(0,layouts_names/* folderOf */.yS)(path)}${out.replace(/^(\.\/)+/, '').replace(/\/?$/, '/')}` === set.root;
    });
    return config && { kind: 'config', reason: config.path };
}
function migration(tag, file) {
    const up = { role: 'up', file, sql: atBreakpoints(file.text), transaction: 'per-run' };
    return { id: tag, path: file.path, layout: 'drizzle', up };
}
/** A breakpoint ends a statement that has no semicolon: one takes its place. */
function atBreakpoints(text) {
    return text.replaceAll(BREAKPOINT, `;${' '.repeat(BREAKPOINT.length - 1)}`);
}
/** Newer versions have a folder for each migration, and no journal. */
function scriptsIn(set) {
    const flat = (0,layouts_names/* topSqlFiles */.f4)(set).map((file) => ({ tag: (0,layouts_names/* baseName */.Fl)(file.path).replace(/\.sql$/, ''), file }));
    if (flat.length > 0)
        return flat;
    return migrationFolders(set).flatMap(({ name, files }) => {
        const file = files.get('migration.sql');
        return file ? [{ tag: name, file }] : [];
    });
}
function journalOf(set) {
    return set.files.find((file) => (0,layouts_names/* below */.Gz)(set, file) === 'meta/_journal.json');
}
function outOfStep({ path }, line, message) {
    return { rule: 'bookkeeping-out-of-step', path, line, message };
}

// EXTERNAL MODULE: ./build/migrations/layouts/flyway-names.js
var flyway_names = __webpack_require__(1159);
// EXTERNAL MODULE: ./build/migrations/layouts/statement-heads.js
var statement_heads = __webpack_require__(8591);
;// CONCATENATED MODULE: ./build/migrations/layouts/flyway.js









/** What Flyway itself takes for statements that can't run in a transaction. */
const ALONE = /^((CREATE|DROP)( UNIQUE)? INDEX CONCURRENTLY|REINDEX( VERBOSE)? (SCHEMA|DATABASE|SYSTEM)|VACUUM|DISCARD ALL|ALTER SYSTEM|(CREATE|DROP) (DATABASE|TABLESPACE|SUBSCRIPTION))\b/;
const flyway = {
    name: 'flyway',
    tool: 'Flyway',
    summary: '`V<version>__name.sql` by version, `U<version>__name.sql` to undo, then `R__name.sql` by description',
    checksums: true,
    placeholders: 'dollar-brace',
    filled: (set) => (0,flyway_names/* flywayConfig */.b4)(set).placeholders,
    sendsRows: true,
    bookkeeping: {
        table: 'flyway_schema_history',
        sql: `CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY, version varchar(50), description varchar(200) NOT NULL,
      type varchar(20) NOT NULL, script varchar(1000) NOT NULL, checksum int, installed_by varchar(100) NOT NULL,
      installed_on timestamp NOT NULL DEFAULT now(), execution_time int NOT NULL, success boolean NOT NULL)`,
    },
    refuses: {
        edited: 'Flyway compares checksums and refuses to run: "Migration checksum mismatch".',
        deleted: 'Flyway refuses to run: "Detected applied migration not resolved locally".',
        renamed: 'Flyway refuses to run: the version or description of an applied migration is not the one in its history.',
        late: 'Flyway refuses to run: "Detected resolved migration not applied to database" (unless outOfOrder is true).',
        duplicate: 'Flyway refuses the folder: "Found more than one migration with version".',
    },
    // PostgreSQLAdvisoryLockTemplate: pg_try_advisory_xact_lock, on a connection of its own.
    runnerLock: {
        held: 'in a transaction',
        wayOut: 'Set `flyway.postgresql.transactional.lock=false`: Flyway then takes a lock of the session. A Flyway that does so by itself for files with `executeInTransaction=false` needs nothing.',
    },
    writing: {
        transaction: 'per-script',
        wayOut: { mark: 'write `executeInTransaction=false` into a file of its name with `.conf` after it' },
        files: (draft) => [
            ...(0,writing/* twoFiles */.as)(({ version, name }, direction) => `${direction === 'up' ? 'V' : 'U'}${version}__${name}.sql`)(draft),
            ...confFor(draft),
        ],
        forward: (draft) => [...(0,writing/* oneFile */.V_)(({ version, name }) => `V${version}__${name}.sql`)(draft), ...confFor(draft)],
        besidesOutside: 'Flyway holds a lock in a transaction of its own, for which CONCURRENTLY waits for ever: set `flyway.postgresql.transactional.lock=false`.',
    },
    recognise(set) {
        const files = (0,layouts_names/* sqlFiles */.Uo)(set).filter(({ path }) => !flyway_names/* CALLBACK */.k0.test((0,layouts_names/* baseName */.Fl)(path)));
        if (!files.some((file) => (0,flyway_names/* flywayName */.GH)(file) !== undefined))
            return undefined;
        const config = configured(set, /^flyway\.(conf|toml)$/);
        if (config)
            return config;
        const named = allNamed(set, /^([VUB]\d[\d._]*|R)__.+\.sql$/, files);
        return named ? { kind: 'names', reason: `names such as ${(0,layouts_names/* baseName */.Fl)(files[0]?.path ?? '')}` } : undefined;
    },
    read(set) {
        const config = (0,flyway_names/* flywayConfig */.b4)(set);
        const problems = [];
        const notChecked = [];
        const undo = new Map();
        const migrations = [];
        for (const file of (0,layouts_names/* sqlFiles */.Uo)(set)) {
            const name = (0,flyway_names/* flywayName */.GH)(file);
            if (name?.kind === 'U')
                undo.set(name.version, file);
            else if (name?.kind === 'B')
                notChecked.push({
                    check: file.path,
                    reason: 'it is a baseline migration: it stands for the versions up to it',
                });
            else if (name === undefined && flyway_names/* CALLBACK */.k0.test((0,layouts_names/* baseName */.Fl)(file.path)))
                notChecked.push({ check: file.path, reason: 'it is a callback: Flyway runs it around migrations' });
            else if (name === undefined)
                problems.push(misnamed(file));
            else
                migrations.push(flyway_migration(file, name, set, config));
        }
        for (const found of migrations) {
            const file = found.version === undefined ? undefined : undo.get(found.version);
            if (file === undefined)
                continue;
            const down = (0,layouts_layout/* wholeFile */.A)('down', file, modeOf(file, set, config));
            const irreversible = (0,sections/* saysIrreversible */.$x)(down);
            if (irreversible === undefined)
                found.down = down;
            else
                found.irreversible = irreversible;
            undo.delete(found.version ?? '');
        }
        for (const file of undo.values())
            problems.push((0,migrations_problem/* malformed */.Q)(file, 1, `There is no V migration of the version that ${(0,words/* code */.a)((0,layouts_names/* baseName */.Fl)(file.path))} would undo.`));
        return { migrations: migrations.sort(order), problems, notChecked };
    },
};
function confFor({ version, name, outside }) {
    return outside ? [{ path: `V${version}__${name}.sql.conf`, text: 'executeInTransaction=false\n' }] : [];
}
function flyway_migration(file, { kind, version }, set, config) {
    const conf = confOf(file, set);
    return {
        id: (0,layouts_names/* baseName */.Fl)(file.path).replace(/\.sql$/, ''),
        ...(kind === 'V' ? { version } : { repeatable: true }),
        path: file.path,
        layout: 'flyway',
        up: (0,layouts_layout/* wholeFile */.A)('up', file, modeOf(file, set, config)),
        ...(!config.transactionalLock && { unlocked: true }),
        ...(conf && { beside: [conf.path] }),
    };
}
/** Versions first; then what is repeatable, by description. */
function order(a, b) {
    if (a.version === undefined || b.version === undefined) {
        return Number(a.version === undefined) - Number(b.version === undefined) || (0,layouts_names/* byText */.z4)(a.id, b.id);
    }
    return (0,flyway_names/* byVersion */.oN)(a.version, b.version) || (0,layouts_names/* byText */.z4)(a.path, b.path);
}
/** As marked beside the file; else Flyway leaves the transaction out where all statements ask for it. A mix it refuses. */
function modeOf(file, set, { mixed, group }) {
    const own = group ? 'per-run' : 'per-script';
    const marked = /^\s*executeInTransaction\s*=\s*(true|false)/m.exec(confOf(file, set)?.text ?? '')?.[1];
    if (marked !== undefined)
        return marked === 'true' ? own : 'autocommit';
    const heads = (0,statement_heads/* statementHeads */.D)(file.text);
    const alone = heads.filter((head) => ALONE.test(head)).length;
    return alone > 0 && (mixed || alone === heads.length) ? 'autocommit' : own;
}
function confOf({ path }, { files }) {
    return files.find((other) => other.path === `${path}.conf`);
}
function misnamed(file) {
    const message = `Flyway doesn’t read ${(0,words/* code */.a)((0,layouts_names/* baseName */.Fl)(file.path))}. It expects ${(0,words/* code */.a)('V<version>__<name>.sql')}, ${(0,words/* code */.a)('U<version>__<name>.sql')} or ${(0,words/* code */.a)('R__<name>.sql')}, with two underscores.`;
    const help = 'Rename the file, or leave it out with the setting ignore.';
    return { ...(0,migrations_problem/* malformed */.Q)(file, 1, message, help), severity: 'warning' };
}

;// CONCATENATED MODULE: ./build/migrations/layouts/golang-migrate.js
/** golang-migrate: `<n>_name.up.sql` and `<n>_name.down.sql`, each sent as one simple query. */





const NAME = /^(\d+)_(.*)\.(up|down)\.sql$/;
const golangMigrate = {
    name: 'golang-migrate',
    tool: 'golang-migrate',
    summary: '`<n>_name.up.sql` and `<n>_name.down.sql`, ordered by the number',
    consecutive: true,
    bookkeeping: {
        table: 'schema_migrations',
        sql: `CREATE TABLE schema_migrations (version bigint PRIMARY KEY, dirty boolean NOT NULL)`,
    },
    byteOrderMark: 'sent',
    versionsPerFolder: true,
    refuses: {
        late: 'golang-migrate skips it: it only looks for versions above the one that a database is at.',
        duplicate: 'golang-migrate refuses the folder: "duplicate migration file".',
        deleted: 'golang-migrate stops on a database that is at this version: "no migration found for version".',
        renamed: 'golang-migrate no longer finds the version that a database is at.',
    },
    // database/postgres/postgres.go: SELECT pg_advisory_lock($1).
    runnerLock: {
        held: 'by the session',
        wayOut: 'Run golang-migrate once, as a step of the deployment and not in each instance of the application. Or use its `pgx` driver with `x-lock-strategy=table`.',
    },
    writing: {
        transaction: 'single-query',
        wayOut: { mark: 'let it be the only statement of its file' },
        forward: (0,writing/* oneFile */.V_)((draft) => `${(0,writing/* versioned */.iF)(draft)}.up.sql`),
        files: (0,writing/* twoFiles */.as)((draft, direction) => `${(0,writing/* versioned */.iF)(draft)}.${direction}.sql`),
    },
    recognise(set) {
        if (!allNamed(set, NAME))
            return undefined;
        return (depends(set, /golang-migrate\/migrate/, 'golang-migrate') ?? { kind: 'names', reason: 'names such as 1_x.up.sql' });
    },
    read(set) {
        const parts = (0,layouts_names/* topSqlFiles */.f4)(set).flatMap((file) => {
            const [, digits, name, role] = NAME.exec((0,layouts_names/* baseName */.Fl)(file.path)) ?? [];
            if (digits === undefined || role === undefined)
                return [];
            const version = (0,layouts_names/* plainNumber */.ku)(digits);
            const script = (0,layouts_layout/* wholeFile */.A)(role, file, 'single-query');
            // The tool pairs files by the number alone; a second name for it is a duplicate.
            return [{ key: `${version}_${name}`, id: `${digits}_${name}`, version, script }];
        });
        return (0,layouts_parts/* together */.b)('golang-migrate', parts, (a, b) => (0,layouts_names/* byNumber */.vh)(a.version ?? '', b.version ?? '') || (0,layouts_names/* byText */.z4)(a.path, b.path));
    },
};

// EXTERNAL MODULE: ./build/sql/lexer.js
var lexer = __webpack_require__(186);
;// CONCATENATED MODULE: ./build/migrations/layouts/statement-blocks.js



/** Blocks that never close or never open, and statements that the tool would cut in two. */
function blockProblems(file, section, marks) {
    const { tool, prefix, command } = marks;
    const problems = [];
    const blocks = [];
    let open;
    for (const line of (0,sections/* linesOf */.Dx)(file.text)) {
        if (line.start < section.start || line.start >= section.end || !line.text.includes('--'))
            continue;
        const word = command.exec(line.text)?.[1]?.toLowerCase();
        if (word === 'statementbegin') {
            if (open)
                problems.push((0,migrations_problem/* malformed */.Q)(file, line.number, `"${prefix} StatementBegin" inside the block of line ${open.line}, which is still open: ${tool} expects "${prefix} StatementEnd" first.`));
            else
                open = { line: line.number, start: line.start };
        }
        else if (word === 'statementend') {
            if (open)
                blocks.push({ start: open.start, end: line.end });
            else
                problems.push((0,migrations_problem/* malformed */.Q)(file, line.number, `"${prefix} StatementEnd" without a "${prefix} StatementBegin" before it.`));
            open = undefined;
        }
    }
    if (open) {
        blocks.push({ start: open.start, end: section.end });
        const message = `"${prefix} StatementBegin" is never closed: ${tool} expects "${prefix} StatementEnd" before the section ends.`;
        problems.push((0,migrations_problem/* malformed */.Q)(file, open.line, message, `Write "${prefix} StatementEnd" after the statement.`));
    }
    return [...problems, ...cuts(file, section, blocks, marks)];
}
/** Statements with a line that ends in `;` before their end, such as a function's body. */
function cuts(file, { start, end }, blocks, { tool, prefix }) {
    return (0,lexer/* lex */.Ii)(file.text.slice(start, end)).statements.flatMap((statement) => {
        const from = start + statement.start;
        if (blocks.some((block) => block.start <= from && from < block.end))
            return [];
        const text = file.text.slice(from, start + statement.end);
        const at = text.search(/;[ \t]*(--.*)?\r?\n/);
        if (at === -1)
            return [];
        const line = file.text.slice(0, from + at).split('\n').length;
        const message = `${tool} ends a statement where a line ends in a semicolon, and would send this one in pieces.`;
        const help = `Frame the statement:\n${prefix} StatementBegin\n…\n${prefix} StatementEnd`;
        return [(0,migrations_problem/* malformed */.Q)(file, line, message, help)];
    });
}

;// CONCATENATED MODULE: ./build/migrations/layouts/goose.js
/** goose: `<version>_name.sql` with `-- +goose Up` and `-- +goose Down`. */





const COMMAND = /^\s*--\s*\+goose\s+(\S+)\s*(.*)$/i;
const goose_syntax = {
    tool: 'goose',
    written: { up: '-- +goose Up', down: '-- +goose Down' },
    before: 'refused',
    marker(line) {
        const [, word, options = ''] = COMMAND.exec(line) ?? [];
        const role = word?.toLowerCase();
        return role === 'up' || role === 'down' ? { role, options } : undefined;
    },
};
const goose = {
    name: 'goose',
    tool: 'goose',
    summary: '`<version>_name.sql` with `-- +goose Up` and `-- +goose Down`, ordered by the version',
    bookkeeping: {
        table: 'goose_db_version',
        sql: `CREATE TABLE goose_db_version (id int PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY, version_id bigint NOT NULL,
      is_applied boolean NOT NULL, tstamp timestamp NOT NULL DEFAULT now())`,
    },
    versionsPerFolder: true,
    refuses: {
        late: 'goose refuses to run: "found missing migrations" (unless it is given -allow-missing).',
        duplicate: 'goose refuses the folder: "duplicate version".',
    },
    writing: {
        transaction: 'per-script',
        wayOut: { mark: 'write `-- +goose NO TRANSACTION` at the top of the file' },
        files: (0,writing/* sectionsOf */.Ks)((draft) => `${(0,writing/* versioned */.iF)(draft)}.sql`, (outside) => ({
            ...(outside && { top: '-- +goose NO TRANSACTION' }),
            ...{ up: '-- +goose Up', down: '-- +goose Down' },
        }), (0,writing/* inBlock */.xN)('-- +goose')),
    },
    recognise: (set) => marked((0,layouts_names/* sqlFiles */.Uo)(set), /^\s*--\s*\+goose\s+Up/im, '-- +goose Up'),
    read: (set) => readSectioned(set, {
        layout: 'goose',
        syntax: goose_syntax,
        named({ path }) {
            const [, digits] = /^(\d+)_.+\.sql$/i.exec((0,layouts_names/* baseName */.Fl)(path)) ?? [];
            return digits === undefined
                ? undefined
                : { id: (0,layouts_names/* baseName */.Fl)(path).replace(/\.sql$/i, ''), version: (0,layouts_names/* plainNumber */.ku)(digits) };
        },
        // The mark may be anywhere in the file and applies to all of it.
        transaction: ({ text }) => (/^\s*--\s*\+goose\s+NO\s+TRANSACTION\s*$/im.test(text) ? 'autocommit' : 'per-script'),
        order: (a, b) => (0,layouts_names/* byNumber */.vh)(a.version ?? '', b.version ?? ''),
        look: (file, section) => blockProblems(file, section, { tool: 'goose', prefix: '-- +goose', command: COMMAND }),
    }),
};

// EXTERNAL MODULE: ./build/migrations/layouts/checksum.js
var checksum = __webpack_require__(1977);
;// CONCATENATED MODULE: ./build/migrations/layouts/graphile-migrate.js








const COMMITTED = /^committed\/(\d{6,})(-.*)?\.sql$/;
const CURRENT = /^current(?:\.sql|\/.+\.sql)$/;
const HEADER = /^--! ([A-Z]\w*)(?::\s*(.*))?$/;
const graphileMigrate = {
    name: 'graphile-migrate',
    tool: 'graphile-migrate',
    summary: '`committed/NNNNNN.sql` ordered by number, then `current.sql` or `current/`',
    consecutive: true,
    checksums: true,
    placeholders: 'colon-capitals',
    refuses: {
        edited: 'graphile-migrate compares hashes and refuses the folder: "Hash … does not match".',
        deleted: 'graphile-migrate refuses the folder: each migration names the hash of the one before it.',
        renamed: 'graphile-migrate refuses the folder: the numbers have to follow each other.',
        duplicate: 'graphile-migrate refuses the folder: the numbers have to follow each other.',
    },
    writing: {
        transaction: 'per-script',
        wayOut: { mark: 'write `--! no-transaction` as the first line' },
        files: (0,writing/* oneFile */.V_)(({ version, name }) => `committed/${version}-${name}.sql`, '--! no-transaction'),
        besides: 'Write one after the other into `current.sql`, and run `graphile-migrate commit` after each.',
    },
    recognise(set) {
        const committed = (0,layouts_names/* sqlFiles */.Uo)(set).find((file) => COMMITTED.test((0,layouts_names/* below */.Gz)(set, file)));
        if (committed)
            return { kind: 'marks', reason: committed.path };
        return (0,layouts_names/* sqlFiles */.Uo)(set).some((file) => CURRENT.test((0,layouts_names/* below */.Gz)(set, file)))
            ? configured(set, /^\.gmrc(\.js|\.cjs)?$/)
            : undefined;
    },
    read(set) {
        const problems = [];
        const committed = filesNamed(set, COMMITTED).sort((a, b) => (0,layouts_names/* byNumber */.vh)(a.name, b.name));
        const current = filesNamed(set, CURRENT).sort((a, b) => (0,layouts_names/* byText */.z4)(a.file.path, b.file.path));
        let previous;
        for (const { file } of committed) {
            problems.push(...hashProblems(file, previous));
            previous = file;
        }
        const migrations = [...committed, ...current.filter(({ file }) => !(0,sections/* isBlank */.z3)({ sql: file.text }))].map(({ file, name, path }) => ({
            id: path.replace(/\.sql$/, ''),
            ...(name !== '' && { version: String(Number(name)) }),
            path: file.path,
            layout: 'graphile-migrate',
            // Without a transaction the text goes as one query.
            up: (0,layouts_layout/* wholeFile */.A)('up', file, startsWithoutTransaction(file) ? 'single-query' : 'per-script'),
            // The current migration is still being written: it is applied again and again.
            ...(name === '' && { repeatable: true }),
        }));
        return { migrations, problems, notChecked: [] };
    },
};
function filesNamed(set, pattern) {
    return (0,layouts_names/* sqlFiles */.Uo)(set).flatMap((file) => {
        const path = (0,layouts_names/* below */.Gz)(set, file);
        const match = pattern.exec(path);
        return match ? [{ file, path, name: match[1] ?? '' }] : [];
    });
}
/** Lines of `--! Name: value` at the top; the body follows after empty lines. */
function headerOf({ text }) {
    const fields = new Map();
    const lines = text.split(/\r?\n/);
    let at = 0;
    for (; at < lines.length; at++) {
        const match = HEADER.exec(lines[at] ?? '');
        if (match?.[1] === undefined)
            break;
        fields.set(match[1], match[2]?.trim() ?? '');
    }
    return { fields, body: lines.slice(at).join('\n') };
}
function startsWithoutTransaction(file) {
    return /^\s*--! no-transaction\b/.test(headerOf(file).body);
}
/** Each migration's hash is over the hash before it and its own text. */
function hashProblems(file, before) {
    const { fields, body } = headerOf(file);
    const [previous, hash] = [fields.get('Previous'), fields.get('Hash')];
    if (previous === undefined || hash === undefined)
        return [
            (0,migrations_problem/* malformed */.Q)(file, 1, 'The header lacks "--! Previous: …" or "--! Hash: …", which graphile-migrate writes on commit.'),
        ];
    const problem = (line, message) => [
        {
            rule: 'bookkeeping-out-of-step',
            path: file.path,
            line,
            message,
            help: 'Write the change into current.sql, and commit it as a new migration.',
        },
    ];
    const expected = before === undefined ? '-' : (headerOf(before).fields.get('Hash') ?? '-');
    if (before && previous !== expected && previous === headerOf(before).fields.get('Previous'))
        return problem(1, `The chain forks: ${(0,words/* code */.a)(before.path)} and this one both follow ${(0,words/* code */.a)(previous)}. graphile-migrate refuses the folder.`);
    if (previous !== expected)
        return problem(1, `The header says that ${(0,words/* code */.a)(previous)} comes before, but the migration before has ${(0,words/* code */.a)(expected)}. graphile-migrate refuses the folder.`);
    const actual = `sha1:${(0,checksum/* checksum */.c)('sha1')
        .update(`${previous === '-' ? '' : `${previous}\n`}${body.trim()}\n`)
        .digest('hex')}`;
    if (actual === hash || fields.has('AllowInvalidHash'))
        return [];
    return problem(2, `The text’s hash is ${(0,words/* code */.a)(actual)}, and the header says ${(0,words/* code */.a)(hash)}. The migration was edited after its commit, and graphile-migrate refuses it.`);
}

;// CONCATENATED MODULE: ./build/migrations/layouts/hasura.js
/** Hasura: `migrations/<database>/<milliseconds>_name/up.sql` and `down.sql`. */




const hasura = {
    name: 'hasura',
    tool: 'Hasura',
    summary: 'folders `<milliseconds>_name` with `up.sql` and `down.sql` below a folder for the database, ordered by number',
    refuses: {},
    writing: {
        transaction: 'per-script',
        wayOut: { none: 'Hasura', recorded: 'hasura migrate apply --skip-execution --version <version>' },
        forward: (0,writing/* oneFile */.V_)((draft) => `${(0,writing/* versioned */.iF)(draft)}/up.sql`),
        files: (0,writing/* twoFiles */.as)((draft, direction) => `${(0,writing/* versioned */.iF)(draft)}/${direction}.sql`),
    },
    recognise(set) {
        const folders = migrationFolders(set).filter(({ files }) => files.has('up.sql'));
        if (folders.length === 0 || !folders.every(({ name }) => /^\d+_/.test(name)))
            return undefined;
        const config = (0,layouts_names/* configsNamed */.Vc)(set, /^config\.ya?ml$/).find(({ text }) => /metadata_directory|hasura/i.test(text));
        if (config)
            return { kind: 'config', reason: config.path };
        if (!folders.every(({ name }) => /^\d{13}_/.test(name)))
            return undefined;
        return { kind: 'names', reason: `folders such as ${folders[0]?.name} with an up.sql` };
    },
    read: (set) => readUpDownFolders(set, {
        layout: 'hasura',
        tool: 'Hasura',
        versionOf: (name) => /^(\d+)_/.exec(name)?.[1],
        transaction: () => 'per-script',
        order: (a, b) => (0,layouts_names/* byNumber */.vh)(a.version ?? '', b.version ?? ''),
    }),
};

// EXTERNAL MODULE: ./build/migrations/roots.js
var roots = __webpack_require__(429);
// EXTERNAL MODULE: ./build/sql/positions.js
var positions = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/migrations/layouts/changelog-nodes.js
var changelog_nodes = __webpack_require__(8910);
// EXTERNAL MODULE: ./build/migrations/layouts/liquibase-changesets.js
var liquibase_changesets = __webpack_require__(1959);
// EXTERNAL MODULE: ./build/migrations/layouts/liquibase-includes.js + 3 modules
var liquibase_includes = __webpack_require__(5267);
;// CONCATENATED MODULE: ./build/migrations/layouts/liquibase-changes.js






/** What a changeset has besides its changes. */
const BESIDE = new Set('id author context contexts contextFilter labels dbms runInTransaction runOnChange runAlways runOrder runWith runWithSpoolFile failOnError onValidationFail objectQuotingStrategy logicalFilePath created ignore comment preConditions validCheckSum rollback changes'.split(' '));
/** Changes that leave the schema as it is. */
const WITHOUT_EFFECT = new Set(['tagDatabase', 'empty', 'output', 'stop', 'comment']);
/** A changeset as migrations: one, or one for each file that its changes are in. With changes that are not SQL it is none. */
function readChangeset(node, changelog, scripts) {
    const context = { changelog, scripts, problems: [] };
    const changes = [...node.children, ...((0,changelog_nodes/* childOf */.GG)(node, 'changes')?.children ?? [])];
    const up = piecesOf(changes.filter(({ name }) => !BESIDE.has(name)), context);
    const backward = node.children.filter(({ name }) => name === 'rollback');
    const down = piecesOf(backward.flatMap(rollbackChanges), context);
    const used = [...up.pieces, ...down.pieces].flatMap(({ file }) => (file === changelog ? [] : [file]));
    const groups = grouped(up.pieces);
    const result = { changesets: [], problems: context.problems, unread: up.unread, used };
    if (up.unread.length > 0 || context.problems.length > 0)
        return result;
    const downs = grouped(down.pieces);
    const complete = down.unread.length === 0 && downs.length === 1 && groups.length === 1;
    const undoneBy = backward.map(referenceOf).find((reference) => reference !== undefined);
    const none = undoneBy === undefined && backward.length > 0 && down.pieces.length === 0 && down.unread.length === 0;
    const hasWay = undoneBy !== undefined || down.unread.length > 0 || downs.length > 0;
    const [reason] = [...groups.flat().map(liquibase_changesets/* saidIrreversible */.Ql), ...down.pieces.map(sections/* saysIrreversible */.$x)].filter(Boolean);
    const irreversible = hasWay ? undefined : (reason ?? (none ? liquibase_changesets/* NOTHING */.K$ : undefined));
    result.changesets = groups.map((group, index) => ({
        line: node.line,
        dbms: (0,changelog_nodes/* said */.ag)(node, 'dbms') ?? null,
        ignored: (0,changelog_nodes/* said */.ag)(node, 'ignore') === 'true',
        runOrder: (0,liquibase_changesets/* runOrderOf */.B1)((0,changelog_nodes/* said */.ag)(node, 'runOrder')),
        ...(undoneBy && { undoneBy }),
        migration: migrationOf(node, changelog, index, {
            up: scriptOf('up', group, node),
            ...(complete && downs[0] && { down: scriptOf('down', downs[0], node) }),
            ...(irreversible !== undefined && { irreversible }),
        }),
    }));
    return result;
}
function migrationOf(node, changelog, index, parts) {
    const name = `${(0,changelog_nodes/* said */.ag)(node, 'author') ?? ''}:${(0,changelog_nodes/* said */.ag)(node, 'id') ?? ''}`;
    const id = index === 0 ? name : `${name} (${index + 1})`;
    const again = (0,changelog_nodes/* said */.ag)(node, 'runOnChange') === 'true' || (0,changelog_nodes/* said */.ag)(node, 'runAlways') === 'true';
    return {
        id,
        version: `${id} ${changelog.path}`,
        path: parts.up.file.path,
        layout: 'liquibase',
        ...parts,
        ...(again && { repeatable: true }),
    };
}
/** A rollback that runs another changeset. */
function referenceOf(node) {
    const [id, author] = [(0,changelog_nodes/* said */.ag)(node, 'changeSetId'), (0,changelog_nodes/* said */.ag)(node, 'changeSetAuthor')];
    if (id === undefined || author === undefined)
        return undefined;
    return { id: `${author}:${id}`, path: (0,changelog_nodes/* said */.ag)(node, 'changeSetPath') };
}
/** A rollback's changes: its own text is SQL, too. */
function rollbackChanges(node) {
    if (referenceOf(node) !== undefined)
        return [];
    const { text, value = '', children } = node;
    const says = text !== undefined && !/^\s*(empty|not required)?\s*;?\s*$/i.test(value);
    return [...(says ? [{ ...node, name: 'sql', children: [] }] : []), ...children];
}
function piecesOf(changes, context) {
    const unread = [];
    const pieces = changes.flatMap((change) => {
        if (change.name === 'sql' || change.name === 'sqlFile' || change.name === '')
            return pieceOf(change, context);
        if (!WITHOUT_EFFECT.has(change.name))
            unread.push(change.name);
        return [];
    });
    return { pieces, unread };
}
function pieceOf(change, { changelog, scripts, problems }) {
    const dbms = (0,changelog_nodes/* said */.ag)(change, 'dbms');
    if (dbms !== undefined && !(0,liquibase_changesets/* isForPostgres */.TC)(dbms))
        return [];
    const delimiter = (0,changelog_nodes/* said */.ag)(change, 'endDelimiter')?.replaceAll('\\n', '').trim();
    const whole = (0,changelog_nodes/* said */.ag)(change, 'splitStatements') === 'false';
    if (change.name !== 'sqlFile') {
        const text = (0,changelog_nodes/* sqlOf */.IE)(change);
        return text ? [{ file: changelog, start: text.start, sql: (0,sections/* withSemicolons */.Xq)(text.sql, delimiter), whole }] : [];
    }
    const path = (0,changelog_nodes/* said */.ag)(change, 'path') ?? '';
    const [file] = (0,liquibase_includes/* filesAt */.Tl)(path, (0,changelog_nodes/* said */.ag)(change, 'relativeToChangelogFile') === 'true', changelog, scripts);
    if (file)
        return [{ file, start: 0, sql: (0,sections/* withSemicolons */.Xq)(file.text, delimiter), whole }];
    const message = `${changelog.path} runs ${path}, and there is no such file: Liquibase stops there.`;
    problems.push((0,migrations_problem/* malformed */.Q)(changelog, change.line, message));
    return [];
}
/** Pieces of one file after each other make one script. */
function grouped(pieces) {
    const groups = [];
    for (const piece of pieces) {
        const last = groups.at(-1);
        const previous = last?.at(-1);
        if (last && previous?.file === piece.file && previous.start < piece.start)
            last.push(piece);
        else
            groups.push([piece]);
    }
    return groups.filter((group) => group.some((piece) => !(0,sections/* isBlank */.z3)(piece)));
}
function scriptOf(role, pieces, node) {
    const [{ file }] = pieces;
    let sql = (0,positions/* maskOutside */.ms)(file.text, []);
    pieces.forEach((piece, index) => {
        const end = piece.start + piece.sql.length;
        sql = sql.slice(0, piece.start) + piece.sql + sql.slice(end);
        // What follows is a statement of its own, whether or not this one ends in a semicolon.
        const gap = sql.slice(end).search(/[^\r\n]/);
        if (index < pieces.length - 1 && gap !== -1)
            sql = `${sql.slice(0, end + gap)};${sql.slice(end + gap + 1)}`;
    });
    return { role, file, sql, transaction: liquibase_changes_modeOf(pieces, node) };
}
function liquibase_changes_modeOf(pieces, node) {
    if ((0,liquibase_changesets/* isForPsql */.gn)((0,changelog_nodes/* said */.ag)(node, 'runWith')))
        return 'autocommit';
    if ((0,changelog_nodes/* said */.ag)(node, 'runInTransaction') !== 'false')
        return 'per-script';
    return pieces.length === 1 && pieces[0]?.whole ? 'single-query' : 'autocommit';
}

// EXTERNAL MODULE: ./build/migrations/layouts/liquibase-settings.js
var liquibase_settings = __webpack_require__(6695);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/migrations/layouts/liquibase-writing.js
/** How changesets are written, and how a changelog in XML, YAML or JSON names their files. Pure. */



const liquibase_writing_HEADER = '--liquibase formatted sql';
/** The way out of the transaction, in each language. */
const MARKS = {
    yaml: 'write `runInTransaction: false` beside the changeset’s `id` and `author`',
    json: 'write `"runInTransaction": false` beside the changeset’s `id` and `author`',
    xml: 'write `runInTransaction="false"` beside the changeset’s `id` and `author`',
};
/** That nothing is to be rolled back. */
const NONE = {
    yaml: '`rollback: empty` in the changeset',
    json: '`"rollback": "empty"` in the changeset',
    xml: '`<rollback/>` in the changeset',
};
const MARK = 'write `runInTransaction:false` after the changeset’s author and id';
const liquibaseWriting = { ...beside({}), beside };
function beside({ folder, file, list, inList, author = 'author' }) {
    const language = list === undefined || !inList ? undefined : languageOf(list);
    return {
        transaction: 'per-script',
        wayOut: { mark: (language && MARKS[language]) ?? MARK },
        files: (draft) => {
            const text = changesetOf(draft, author);
            if (file !== undefined)
                return [{ path: file, text }];
            return [{ path: `${folder ?? ''}${draft.version}-${draft.name}.sql`, text: `${liquibase_writing_HEADER}\n${text}` }];
        },
        noWayBack: (language && NONE[language]) ?? '`--rollback empty` in the changeset, and above it `-- irreversible: <reason>`',
        ...(file !== undefined && { appends: true }),
        ...(file === undefined && (list !== undefined || folder === undefined) && { listing: listingIn(list) }),
    };
}
function changesetOf({ version, name, up, down, outside, oneWay, unknownDown }, author) {
    const whole = [
        ...(up.includes('$$') ? [' splitStatements:false'] : []),
        ...(down?.includes('$$') ? [' rollbackSplitStatements:false'] : []),
    ].join('');
    const head = `--changeset ${author}:${version}-${name}${outside ? ' runInTransaction:false' : ''}${whole}`;
    const none = unknownDown ? [] : ['--rollback empty'];
    const back = down === null ? none : down.split('\n').map((line) => `--rollback ${line}`);
    const why = down === null && oneWay !== undefined && !unknownDown ? [`-- irreversible: ${oneWay}`] : [];
    return `${[head, ...why, up, ...back].join('\n')}\n`;
}
/** What the changelog has to say of new files; without one, what most of them would. */
function listingIn(list) {
    return (paths, before) => {
        const where = list === undefined ? 'the changelog, unless an `includeAll` of it does' : (0,words/* code */.a)(list);
        const place = before ? 'above this changeset' : 'where this changeset stands';
        const what = paths.length === 1 ? 'Include the new file' : 'Include the new files';
        return `${what} in ${where}, ${paths.length === 1 ? '' : 'in this order, '}${place}:\n${includesIn(list, paths)}`;
    };
}
/** The lines that include files. */
function includesIn(list, paths) {
    const relative = (path) => (list === undefined ? path : external_node_path_.posix.relative((0,layouts_names/* folderOf */.yS)(list) || '.', path));
    const language = list === undefined ? 'yaml' : languageOf(list);
    const lines = paths.map(relative).map((path) => {
        if (language === 'xml')
            return `  <include file="${path}" relativeToChangelogFile="true"/>`;
        if (language === 'json')
            return `  { "include": { "file": "${path}", "relativeToChangelogFile": true } },`;
        return `  - include:\n      file: ${path}\n      relativeToChangelogFile: true`;
    });
    return lines.join('\n');
}
function languageOf(path) {
    return /\.xml$/i.test(path) ? 'xml' : /\.json$/i.test(path) ? 'json' : 'yaml';
}

;// CONCATENATED MODULE: ./build/migrations/layouts/liquibase-unlisted.js





const CHANGELOG = /(^|[._-])change-?log[^/]*\.sql$/i;
/** What a rollback or a check of a script beside it is called. */
const PART = /(\b|_)(down|rollback|revert|undo|verify|validate)\b/i;
/** Formatted SQL includes nothing: of several files without a changelog above them, Liquibase is pointed at one. */
function soleFile(scripts, configs) {
    const formatted = scripts.filter(({ text }) => liquibase_changesets/* FORMATTED */.V3.test(text));
    const settings = configs.filter(({ path }) => (0,layouts_names/* baseName */.Fl)(path) === 'liquibase.properties');
    const named = settings.flatMap(({ text }) => (0,liquibase_settings/* changelogFiles */.k)(text));
    const said = formatted.find(({ path }) => named.some((name) => path === name || path.endsWith(`/${name}`)));
    if (said)
        return { file: said, certain: true };
    if (formatted.length === 1 && formatted[0])
        return { file: formatted[0], certain: false };
    const called = formatted.filter(({ path }) => CHANGELOG.test((0,layouts_names/* baseName */.Fl)(path)));
    return called.length === 1 && called[0] ? { file: called[0], certain: false } : undefined;
}
/** What is wrong with a script that nothing includes; nothing where it may be no changeset at all. */
function unlisted({ changelogs, naming, ignored, sole }) {
    return (file) => {
        const isFormatted = liquibase_changesets/* FORMATTED */.V3.test(file.text);
        const beside = naming.get((0,layouts_names/* folderOf */.yS)(file.path));
        const list = beside ?? changelogs[0];
        const isOne = isFormatted || (beside !== undefined && !PART.test((0,layouts_names/* baseName */.Fl)(file.path)));
        if (ignored.has(file) || !isOne)
            return undefined;
        const problem = { rule: 'bookkeeping-out-of-step', path: file.path, line: 1 };
        if (sole && !list) {
            const message = `No changelog includes ${(0,words/* code */.a)(file.path)}, and ${(0,words/* code */.a)(sole.file.path)} can include nothing. Pointed at that one, Liquibase never runs this one.`;
            const help = `Move its changesets to the end of ${(0,words/* code */.a)(sole.file.path)}, or include both files in a changelog in YAML, XML or JSON.`;
            return { ...problem, message, help, severity: sole.certain ? 'error' : 'warning' };
        }
        if (!list)
            return undefined;
        const message = `No changelog includes ${(0,words/* code */.a)(file.path)}. Liquibase never runs it, and nothing of it was checked.`;
        const help = `Include it at the end of ${(0,words/* code */.a)(list.path)}, or wherever its turn is:\n${includesIn(list.path, [file.path])}`;
        return { ...problem, message, help, severity: isFormatted && beside ? 'error' : 'warning' };
    };
}

;// CONCATENATED MODULE: ./build/migrations/layouts/liquibase.js









const liquibase = {
    name: 'liquibase',
    tool: 'Liquibase',
    summary: 'the changesets of a changelog in its order: files with `--liquibase formatted sql`, plain SQL files, `sql` and `sqlFile` changes',
    placeholders: 'dollar-brace',
    bookkeeping: {
        table: 'databasechangelog',
        sql: `CREATE TABLE databasechangelog (id varchar(255) NOT NULL, author varchar(255) NOT NULL, filename varchar(255) NOT NULL,
      dateexecuted timestamp NOT NULL, orderexecuted int NOT NULL, exectype varchar(10) NOT NULL, md5sum varchar(35),
      description varchar(255), comments varchar(255), tag varchar(255), liquibase varchar(20), contexts varchar(255),
      labels varchar(255), deployment_id varchar(10));
      CREATE TABLE databasechangeloglock (id int PRIMARY KEY, locked boolean NOT NULL, lockgranted timestamp, lockedby varchar(255))`,
    },
    listed: true,
    refuses: {
        edited: 'Liquibase compares checksums and refuses to run: "Validation Failed: … changesets check sum" (unless it has validCheckSum).',
        renamed: 'Liquibase tells changesets apart by author, id and file: it would run this one again.',
        duplicate: 'Liquibase refuses to run: "duplicate changeSets".',
    },
    filled: (set) => Object.fromEntries((0,liquibase_includes/* included */.d8)(set.files.filter(liquibase_includes/* isChangelog */.$P), (0,layouts_names/* sqlFiles */.Uo)(set)).properties),
    writing: liquibaseWriting,
    recognise(set) {
        const mark = marked((0,layouts_names/* sqlFiles */.Uo)(set), liquibase_changesets/* FORMATTED */.V3, '--liquibase formatted sql');
        const changelog = set.files.find(liquibase_includes/* isChangelog */.$P);
        return mark ?? (changelog && { kind: 'marks', reason: changelog.path });
    },
    read(set) {
        const scripts = (0,layouts_names/* sqlFiles */.Uo)(set).sort((a, b) => (0,layouts_names/* byName */.nG)(a.path, b.path));
        const changelogs = set.files.filter(liquibase_includes/* isChangelog */.$P);
        const { steps, problems, ignored, incomplete } = (0,liquibase_includes/* included */.d8)(changelogs, scripts);
        const isOpen = incomplete || (set.unreadable ?? []).some(roots/* mayBeChangelog */.JN);
        const sole = changelogs.length === 0 && !isOpen ? soleFile(scripts, set.configs) : undefined;
        const reader = new Reader(scripts, problems, sole?.file);
        for (const step of steps) {
            if ('file' in step)
                reader.file(step.file, step);
            else
                reader.changeset(withRunner(step.changeset, step.runWith), step.changelog);
        }
        if (sole)
            reader.file(sole.file);
        const told = unlisted({ changelogs, naming: reader.naming, ignored, sole });
        reader.others(isOpen || (changelogs.length === 0 && !sole?.certain), isOpen ? () => undefined : told);
        return reader.result();
    },
};
/** All that an element and those inside it say: names of tables, columns and the like. */
function wordsOf({ value, children }) {
    return [...(value === undefined ? [] : [value]), ...children.flatMap(wordsOf)];
}
/** New changesets are their author's, too. */
function authorOf({ id }) {
    const author = /^([\w.@-]+):/.exec(id)?.[1];
    return author === undefined ? {} : { author };
}
/** A changeset with what `modifyChangeSets` around its changelog says; its own word counts more. */
function withRunner(node, runWith) {
    if (runWith === undefined)
        return node;
    return { ...node, children: [...node.children, { name: 'runWith', line: node.line, value: runWith, children: [] }] };
}
/** Collects the changesets in the order in which Liquibase runs them. */
class Reader {
    #scripts;
    #problems;
    #notChecked = [];
    #changesets = [];
    #used = new Set();
    /** Kinds of changes that are not SQL, by changelog. */
    #unread = new Map();
    /** The changelogs that name scripts, by the scripts' folders. */
    naming = new Map();
    /** The file that takes all new changesets. */
    #sole;
    constructor(scripts, problems, sole) {
        this.#scripts = scripts;
        this.#problems = [...problems];
        this.#sole = sole;
    }
    file(file, { by, runWith } = {}) {
        this.#used.add(file);
        if (by)
            this.naming.set((0,layouts_names/* folderOf */.yS)(file.path), by.changelog);
        const beside = { folder: (0,layouts_names/* folderOf */.yS)(file.path), ...(by && !by.all && { list: by.changelog.path }) };
        if (!liquibase_changesets/* FORMATTED */.V3.test(file.text)) {
            // Without the header, the file is one changeset, in a transaction.
            const id = (0,layouts_names/* baseName */.Fl)(file.path);
            const up = (0,layouts_layout/* wholeFile */.A)('up', file, (0,liquibase_changesets/* isForPsql */.gn)(runWith) ? 'autocommit' : 'per-script');
            const migration = { id, version: file.path, path: file.path, layout: 'liquibase', up, home: beside };
            this.#changesets.push({ migration, runOrder: null });
            return;
        }
        const { changesets, problems } = (0,liquibase_changesets/* changesetsOf */.hM)(file, runWith);
        this.#problems.push(...problems);
        const home = changesets.length > 1 || file === this.#sole ? { file: file.path } : beside;
        this.#add(changesets, file, home);
    }
    changeset(node, changelog) {
        const { changesets, problems, unread, used } = readChangeset(node, changelog, this.#scripts);
        for (const file of used) {
            this.#used.add(file);
            this.naming.set((0,layouts_names/* folderOf */.yS)(file.path), changelog);
        }
        this.#problems.push(...problems);
        if (unread.length > 0) {
            const entry = this.#unread.get(changelog.path) ?? { kinds: new Set(), words: [] };
            this.#unread.set(changelog.path, entry);
            for (const kind of unread)
                entry.kinds.add(kind);
            entry.words.push(...wordsOf(node));
        }
        const folder = (0,layouts_names/* folderOf */.yS)((used[0] ?? changelog).path);
        this.#add(changesets, changelog, { folder, list: changelog.path, inList: true });
    }
    /** Files that no changelog names. `run`: what names them is not there, or can't be followed. `told`: what is wrong with that. */
    others(run, told) {
        for (const file of this.#scripts.filter((script) => !this.#used.has(script))) {
            const formatted = liquibase_changesets/* FORMATTED */.V3.test(file.text);
            const problem = told(file);
            if (problem)
                this.#problems.push(problem);
            if (run && formatted)
                this.file(file);
            else if (!problem) {
                const reason = formatted
                    ? 'no changelog includes it: Liquibase never runs it'
                    : 'it has no "--liquibase formatted sql", and no changelog includes it';
                this.#notChecked.push({ check: file.path, reason });
            }
        }
    }
    result() {
        for (const [path, { kinds }] of this.#unread) {
            const reason = `its changes ${[...kinds].join(', ')} are not SQL: what "liquibase update-sql" prints can be checked with the setting command`;
            this.#notChecked.push({ check: path, reason });
        }
        return {
            migrations: this.#inOrder(),
            problems: this.#problems,
            notChecked: this.#notChecked,
            unread: [...this.#unread].map(([path, { words }]) => ({ path, text: words.join('\n') })),
        };
    }
    /** Liquibase moves what says `runOrder` to an end of all, and otherwise keeps the order. */
    #inOrder() {
        const of = (wanted) => this.#changesets.filter(({ runOrder }) => runOrder === wanted);
        return [...of('first'), ...of(null), ...of('last')].map((changeset) => this.#withDown(changeset));
    }
    /** A rollback may be another changeset's SQL. */
    #withDown({ migration, undoneBy }) {
        if (undoneBy === undefined)
            return migration;
        const { id, path = migration.path } = undoneBy;
        const found = this.#changesets.filter(({ migration: other }) => other.id === id);
        const other = found.find((one) => one.migration.path.endsWith(path)) ?? found[0];
        return other ? { ...migration, down: { ...other.migration.up, role: 'down' } } : migration;
    }
    #add(changesets, { path }, home) {
        for (const { migration, dbms, ignored, ...more } of changesets) {
            const check = `${path} (${migration.id})`;
            if (ignored)
                this.#notChecked.push({ check, reason: 'it says ignore: Liquibase passes over it' });
            else if (dbms === null || (0,liquibase_changesets/* isForPostgres */.TC)(dbms))
                this.#changesets.push({
                    ...more,
                    migration: { ...migration, version: `${migration.id} ${path}`, home: { ...home, ...authorOf(migration) } },
                });
            else
                this.#notChecked.push({ check, reason: `it is for ${dbms}, not for PostgreSQL` });
        }
    }
}

// EXTERNAL MODULE: ./build/migrations/layouts/markdown.js
var markdown = __webpack_require__(2791);
;// CONCATENATED MODULE: ./build/migrations/layouts/node-pg-migrate-code.js



/** A function that may leave the tool's transaction, and sends texts; or one that does nothing. */
const FUNCTION = /exports\.(up|down)\s*=\s*\(\s*(?:pgm)?\s*\)\s*=>\s*\{\s*(?:pgm\.noTransaction\(\)\s*;?\s*)?(?:pgm\.sql\(\s*`[^`\\$]*(?:\$(?!\{)[^`\\$]*)*`\s*\)\s*;?\s*)*\}\s*;?/g;
const TEXT = /pgm\.sql\(\s*`([^`]*)`/g;
/** Undefined where its code does more than send SQL. */
function sqlInCode(file, mode) {
    const functions = [...file.text.matchAll(FUNCTION)];
    const rest = file.text
        .replace(FUNCTION, '')
        .replace(/^\s*exports\.down\s*=\s*false\s*;?\s*$/m, '')
        .replace(/^\s*\/\/.*$/gm, '');
    if (rest.trim() !== '')
        return undefined;
    const scripts = functions.map((found) => node_pg_migrate_code_scriptOf(file, found, mode));
    const [up, down] = ['up', 'down'].map((role) => scripts.filter((one) => one?.role === role));
    if (scripts.some((one) => one === undefined) || up?.length !== 1 || (down?.length ?? 0) > 1)
        return undefined;
    const isEmpty = down?.[0] && (0,lexer/* lex */.Ii)(down[0].sql).statements.length === 0;
    const why = /^\s*\/\/\s*(?:irreversible:\s*(.*)|(no rollback:.*))$/m.exec(file.text)?.slice(1).find(Boolean);
    return {
        up: up[0],
        ...(down?.[0] && !isEmpty && { down: down[0] }),
        ...(isEmpty && why !== undefined && { irreversible: why.trim() }),
    };
}
function node_pg_migrate_code_scriptOf(file, found, mode) {
    const [text, role] = found;
    const spans = [...text.matchAll(TEXT)].map((one) => {
        const start = found.index + one.index + one[0].length - 1 - (one[1]?.length ?? 0);
        return { start, end: start + (one[1]?.length ?? 0) };
    });
    const texts = spans.map(({ start, end }) => file.text.slice(start, end));
    // Each text is sent by itself; what has no end would run into the next one.
    const isLast = (at) => at === texts.length - 1;
    if (texts.some((one, at) => !isLast(at) && !one.trimEnd().endsWith(';')))
        return undefined;
    const isSeveral = texts.some((one) => (0,lexer/* lex */.Ii)(one).statements.length > 1);
    const isOutside = text.includes('pgm.noTransaction()');
    if (isOutside && isSeveral && texts.length > 1)
        return undefined;
    return {
        role: role,
        file,
        sql: (0,positions/* maskOutside */.ms)(file.text, spans),
        transaction: isOutside ? (isSeveral ? 'single-query' : 'autocommit') : mode,
    };
}
/** The draft in code, whose statement runs outside the tool's transaction. */
function codeFor(draft) {
    const sent = (direction, sql) => `exports.${direction} = (pgm) => {\n  pgm.noTransaction();\n  pgm.sql(\`\n${sql.replace(/[`\\]|\$\{/g, '\\$&')}\n\`);\n};\n`;
    const down = draft.down === null ? undefined : sent('down', draft.down);
    const none = (0,writing/* downOf */.eU)(draft)?.replace('-- ', '// ');
    const back = down ?? (none === undefined ? 'exports.down = false;\n' : `${none}\nexports.down = () => {};\n`);
    return `${sent('up', draft.up)}\n${back}`;
}

;// CONCATENATED MODULE: ./build/migrations/layouts/node-pg-migrate.js
/** node-pg-migrate's SQL files: `<timestamp>_name.sql` with `-- Up Migration` and `-- Down Migration`. */





const node_pg_migrate_MARKER = /^\s*--[\s-]*(up|down)\s+migration/i;
const node_pg_migrate_syntax = {
    tool: 'node-pg-migrate',
    written: { up: '-- Up Migration', down: '-- Down Migration' },
    before: 'up',
    marker(line) {
        const role = node_pg_migrate_MARKER.exec(line)?.[1]?.toLowerCase();
        return role === 'up' || role === 'down' ? { role, options: '' } : undefined;
    },
};
const node_pg_migrate_sections = (0,writing/* sectionsOf */.Ks)((draft) => `${(0,writing/* versioned */.iF)(draft)}.sql`, () => ({ up: '-- Up Migration', down: '-- Down Migration' }));
const nodePgMigrate = {
    name: 'node-pg-migrate',
    tool: 'node-pg-migrate',
    summary: 'SQL files with `-- Up Migration` and `-- Down Migration`, ordered by the timestamp in front',
    bookkeeping: {
        table: 'pgmigrations',
        sql: `CREATE TABLE pgmigrations (id serial PRIMARY KEY, name varchar(255) NOT NULL, run_on timestamp NOT NULL)`,
    },
    byteOrderMark: 'sent',
    refuses: {
        late: 'node-pg-migrate refuses to run: "Not run migration … is preceding already run migration" (check-order).',
        deleted: 'node-pg-migrate refuses to run: the order of what has run and what is there differs (check-order).',
        renamed: 'node-pg-migrate knows migrations by their names: it would run the new name again (check-order stops it).',
    },
    writing: {
        transaction: 'per-run',
        wayOut: { mark: 'write it in code, as `<timestamp>_name.sql.cjs`, with `pgm.noTransaction()` and `pgm.sql()`' },
        files: (draft) => draft.outside ? [{ path: `${(0,writing/* versioned */.iF)(draft)}.sql.cjs`, text: codeFor(draft) }] : node_pg_migrate_sections(draft),
    },
    recognise(set) {
        const inFile = marked((0,layouts_names/* sqlFiles */.Uo)(set), /^\s*--[\s-]*up\s+migration/im, '-- Up Migration');
        if (inFile)
            return inFile;
        const dated = (0,layouts_names/* topSqlFiles */.f4)(set).length > 0 && (0,layouts_names/* topSqlFiles */.f4)(set).every(({ path }) => /^\d{13,}[_-]/.test((0,layouts_names/* baseName */.Fl)(path)));
        return dated ? depends(set, /"node-pg-migrate"/, 'node-pg-migrate') : undefined;
    },
    read(set) {
        // An SQL file can't ask for none.
        const mode = eachByItself(set) ? 'per-script' : 'per-run';
        const result = readSectioned(set, {
            layout: 'node-pg-migrate',
            syntax: node_pg_migrate_syntax,
            named: ({ path }) => ({ id: (0,layouts_names/* baseName */.Fl)(path).replace(/\.sql$/i, '') }),
            transaction: () => mode,
            order: inOrder,
        });
        for (const file of set.files.filter(({ path }) => (0,layouts_names/* isSqlInCode */.hk)(path) && !(0,layouts_names/* below */.Gz)(set, { path }).includes('/'))) {
            const id = (0,layouts_names/* baseName */.Fl)(file.path).replace(/\.[cm]?js$/i, '');
            const scripts = sqlInCode(file, mode);
            if (scripts)
                result.migrations.push({ id, path: file.path, layout: 'node-pg-migrate', ...scripts });
            else
                result.notChecked.push({ check: file.path, reason: 'its code does more than send SQL in pgm.sql(`…`)' });
        }
        result.migrations.sort(inOrder);
        return result;
    },
};
function inOrder(a, b) {
    return (0,layouts_names/* byNumber */.vh)(numberOf(a.id), numberOf(b.id)) || (0,layouts_names/* byText */.z4)(a.id, b.id);
}
/** All pending files share one transaction, unless a script of the project says otherwise. */
function eachByItself({ configs }) {
    return configs.some(({ text }) => /--no-single-transaction|--single-transaction[= ]false/.test(text));
}
function numberOf(id) {
    return /^\d+/.exec(id)?.[0] ?? '';
}

// EXTERNAL MODULE: ./build/migrations/layouts/plain.js
var plain = __webpack_require__(968);
// EXTERNAL MODULE: ./build/migrations/layouts/dialects.js + 1 modules
var dialects = __webpack_require__(8054);
;// CONCATENATED MODULE: ./build/migrations/layouts/pop.js
/** pop and popx (Ory): `<version>_name[.dialect][.autocommit].up.sql` and `.down.sql`. */






const pop_NAME = /^(\d+)_([^.]+)(\.autocommit)?\.(up|down)\.sql$/;
const pop = {
    name: 'pop',
    tool: 'pop',
    summary: '`<version>_name.up.sql` and `.down.sql`, for one database with `.postgres` before it, ordered by the version',
    bookkeeping: {
        table: 'schema_migration',
        sql: `CREATE TABLE schema_migration (version varchar(14) NOT NULL);
      CREATE UNIQUE INDEX schema_migration_version_idx ON schema_migration (version)`,
    },
    versionsPerFolder: true,
    refuses: {
        deleted: 'pop forgets what it can’t find: the migration can’t be rolled back any more.',
        renamed: 'pop knows migrations by their versions: it would run the new one again.',
    },
    writing: {
        transaction: 'per-script',
        wayOut: { mark: 'give the file a name that ends in `.autocommit.up.sql` or `.autocommit.down.sql`' },
        files: (0,writing/* twoFiles */.as)((draft, direction) => `${(0,writing/* versioned */.iF)(draft)}${draft.outside ? '.autocommit' : ''}.${direction}.sql`),
    },
    recognise(set) {
        const files = (0,layouts_names/* topSqlFiles */.f4)(set);
        const fit = files.filter(({ path }) => pop_NAME.test((0,dialects/* withoutDialect */.bm)((0,layouts_names/* baseName */.Fl)(path))));
        if (fit.length === 0 || fit.length < files.length)
            return undefined;
        const named = fit.find((file) => (0,dialects/* namesDialect */.H2)(file) || /\.autocommit\./.test((0,layouts_names/* baseName */.Fl)(file.path)));
        return named ? { kind: 'marks', reason: named.path } : depends(set, /gobuffalo\/pop|ory\/x\b|ory\/pop/, 'pop');
    },
    read(set) {
        const parts = (0,layouts_names/* topSqlFiles */.f4)(set).flatMap((file) => {
            const [, version, name, autocommit, role] = pop_NAME.exec((0,dialects/* withoutDialect */.bm)((0,layouts_names/* baseName */.Fl)(file.path))) ?? [];
            if (version === undefined || role === undefined)
                return [];
            // Without its transaction, pop sends the text as one query.
            const mode = autocommit ? 'single-query' : 'per-script';
            const script = (0,layouts_layout/* wholeFile */.A)(role, file, mode);
            return [{ key: `${version}_${name}`, id: `${version}_${name}`, version, script }];
        });
        return (0,layouts_parts/* together */.b)('pop', parts, (a, b) => (0,layouts_names/* byText */.z4)(a.version ?? '', b.version ?? ''));
    },
};

;// CONCATENATED MODULE: ./build/migrations/layouts/postgres-migrations.js
/** postgres-migrations (npm): `<n>_name.sql` without a way back, each with a hash in its table. */





const postgres_migrations_NAME = /^(-?\d+)[-_]?(.*)\.sql$/;
const postgres_migrations_MARK = /-- postgres-migrations disable-transaction/;
const postgresMigrations = {
    name: 'postgres-migrations',
    tool: 'postgres-migrations',
    summary: '`<n>_name.sql`, numbered 1, 2, 3',
    consecutive: true,
    checksums: true,
    byteOrderMark: 'sent',
    refuses: {
        edited: 'postgres-migrations compares hashes and refuses to run: "Hashes don’t match for migrations".',
        deleted: 'postgres-migrations refuses the folder: the numbers have to follow each other.',
        renamed: 'postgres-migrations refuses the folder, or takes another file for the one that was applied.',
        duplicate: 'postgres-migrations refuses the folder: "Found non-consecutive migration ID".',
        late: 'postgres-migrations refuses to run: another migration was applied under that number.',
    },
    writing: {
        transaction: 'per-script',
        wayOut: { mark: 'write `-- postgres-migrations disable-transaction` at the top of the file' },
        files: (0,writing/* oneFile */.V_)((draft) => `${(0,writing/* versioned */.iF)(draft)}.sql`, '-- postgres-migrations disable-transaction'),
    },
    recognise(set) {
        if (!allNamed(set, postgres_migrations_NAME))
            return undefined;
        return (marked((0,layouts_names/* topSqlFiles */.f4)(set), postgres_migrations_MARK, '-- postgres-migrations disable-transaction') ??
            depends(set, /"postgres-migrations"/, 'postgres-migrations'));
    },
    read(set) {
        const parts = (0,layouts_names/* topSqlFiles */.f4)(set).flatMap((file) => {
            const [, digits, title] = postgres_migrations_NAME.exec((0,layouts_names/* baseName */.Fl)(file.path)) ?? [];
            if (digits === undefined)
                return [];
            // Sent as one query: without its transaction, several statements still get an implicit one.
            const mode = postgres_migrations_MARK.test(file.text) ? 'single-query' : 'per-script';
            const version = (0,layouts_names/* plainNumber */.ku)(digits);
            return [{ key: file.path, id: `${digits}_${title}`, version, script: (0,layouts_layout/* wholeFile */.A)('up', file, mode) }];
        });
        return (0,layouts_parts/* together */.b)('postgres-migrations', parts, (a, b) => (0,layouts_names/* byNumber */.vh)(a.version ?? '', b.version ?? ''));
    },
};

;// CONCATENATED MODULE: ./build/migrations/layouts/prisma.js








const LOCK = 'migration_lock.toml';
const prisma = {
    name: 'prisma',
    tool: 'Prisma',
    summary: 'folders `<timestamp>_name` with a `migration.sql`, ordered by name',
    checksums: true,
    bookkeeping: {
        table: '_prisma_migrations',
        sql: `CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
      migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(),
      applied_steps_count int NOT NULL DEFAULT 0)`,
    },
    refuses: {
        edited: 'Prisma compares checksums: "migrate dev" wants to reset the database, and "migrate deploy" never runs the new text.',
        deleted: 'Prisma misses it: "migrate dev" wants to reset the database.',
        renamed: 'Prisma knows migrations by their folders: it runs the new name again.',
    },
    // the schema engine: SELECT pg_advisory_lock(72707369).
    runnerLock: {
        held: 'by the session',
        wayOut: 'Run `prisma migrate deploy` once, as a step of the deployment and not in each instance of the application. Or set `PRISMA_SCHEMA_DISABLE_ADVISORY_LOCK=1`.',
    },
    writing: {
        transaction: 'single-query',
        wayOut: { mark: 'let it be the only statement of its file' },
        files: (0,writing/* oneFile */.V_)((draft) => `${(0,writing/* versioned */.iF)(draft)}/migration.sql`),
    },
    recognise(set) {
        const folders = migrationFolders(set).filter(({ files }) => files.has('migration.sql'));
        if (folders.length === 0)
            return undefined;
        const lock = lockOf(set);
        if (lock)
            return { kind: 'marks', reason: lock.path };
        return configured(set, /^(schema\.prisma|prisma\.config\.[cm]?[jt]s)$/) ?? namesOnly(set, folders[0]?.name);
    },
    read(set) {
        const problems = [];
        const splits = splitsConcurrently(set);
        const lock = lockOf(set);
        const migrations = migrationFolders(set).flatMap(({ name, files }) => {
            const up = files.get('migration.sql');
            const down = files.get('down.sql');
            const first = [...files.values()][0];
            if (up === undefined) {
                if (first)
                    problems.push(emptyFolder(name, first));
                return [];
            }
            const mode = splits && (0,statement_heads/* statementHeads */.D)(up.text).some((head) => /\bCONCURRENTLY\b/.test(head)) ? 'autocommit' : 'single-query';
            return [
                {
                    id: name,
                    path: up.path,
                    layout: 'prisma',
                    up: (0,layouts_layout/* wholeFile */.A)('up', up, mode),
                    // Prisma never runs it: "db execute" sends it the same way.
                    ...(down && { down: (0,layouts_layout/* wholeFile */.A)('down', down, mode) }),
                },
            ];
        });
        if (lock === undefined && migrations[0]) {
            const message = `There is no ${(0,words/* code */.a)(LOCK)} in ${set.root ? (0,words/* code */.a)(set.root) : 'the folder'}. Prisma writes it beside the migrations.`;
            problems.push({ rule: 'bookkeeping-out-of-step', path: migrations[0].path, line: 1, severity: 'info', message });
        }
        return { migrations: migrations.sort((a, b) => (0,layouts_names/* byText */.z4)(a.id, b.id)), problems, notChecked: [] };
    },
};
function lockOf(set) {
    return set.files.find((file) => (0,layouts_names/* below */.Gz)(set, file) === LOCK);
}
function namesOnly(set, name) {
    // Drizzle's newer versions have the same folders.
    if (configured(set, /^drizzle\.config\./))
        return undefined;
    return { kind: 'names', reason: `folders such as ${name} with a migration.sql` };
}
function emptyFolder(name, file) {
    const message = `The folder ${(0,words/* code */.a)(name)} has no ${(0,words/* code */.a)('migration.sql')}. Prisma refuses it (P3015).`;
    return (0,migrations_problem/* malformed */.Q)(file, 1, message, 'Write the migration.sql, or delete the folder.');
}
/** Since 7.4, Prisma sends what is CONCURRENTLY by itself. */
function splitsConcurrently(set) {
    const manifest = (0,layouts_names/* dependent */.qy)(set, /"(@prisma\/client|prisma)"\s*:/) ?? (0,layouts_names/* configsNamed */.Vc)(set, /^package\.json$/)[0];
    const [, major, minor] = /"(?:@prisma\/client|prisma)"\s*:\s*"[^\d"]*(\d+)(?:\.(\d+))?/.exec(manifest?.text ?? '') ?? [];
    return Number(major) > 7 || (Number(major) === 7 && Number(minor ?? 0) >= 4);
}

;// CONCATENATED MODULE: ./build/migrations/layouts/rails-writing.js
/** What every Rails from 7.0 on takes. */
const rails_writing_VERSION = '7.0';
const railsWriting = { ...rails_writing_beside({}), beside: rails_writing_beside };
function rails_writing_beside({ folder = 'db/migrate/', version = rails_writing_VERSION }) {
    return {
        transaction: 'per-script',
        wayOut: { mark: 'write `disable_ddl_transaction!` at the top of its class' },
        files: (draft) => [{ path: `${folder}${draft.version}_${draft.name}.rb`, text: classOf(draft, version) }],
    };
}
function classOf(draft, version) {
    return [
        `class ${nameOf(draft.name)} < ActiveRecord::Migration[${version}]`,
        ...(draft.outside ? ['  disable_ddl_transaction!', ''] : []),
        ...['  def up', ...executed(draft.up), '  end', ''],
        ...['  def down', ...downLines(draft), '  end'],
        'end\n',
    ].join('\n');
}
function downLines({ down, oneWay, unknownDown }) {
    if (down !== null)
        return executed(down);
    if (unknownDown)
        return ['    # what was there before has to be written by hand', `    ${REFUSED}`];
    if (oneWay === undefined)
        return ['    # there is nothing to undo'];
    return [`    ${REFUSED}, '${oneWay.replace(/[\\']/g, '\\$&')}'`];
}
const REFUSED = 'raise ActiveRecord::IrreversibleMigration';
/** As it stands: where Ruby would put something in its place, the text is quoted. */
function executed(sql) {
    const quote = /\\|#[{$@]/.test(sql) ? "'" : '';
    const lines = sql.split('\n').map((line) => (line === '' ? '' : `      ${line}`));
    return [`    execute <<~${quote}SQL${quote}`, ...lines, '    SQL'];
}
/** The class that Rails looks for in a file of that name. */
function nameOf(name) {
    return name
        .split('_')
        .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
        .join('');
}

;// CONCATENATED MODULE: ./build/migrations/layouts/rails.js
/** Rails: migrations are Ruby; `structure.sql` is the schema that they lead to. */




const STRUCTURE = /(^|_)structure\.sql$/;
const rails = {
    name: 'rails',
    tool: 'Rails',
    summary: '`structure.sql` as the schema before the change; the Ruby migrations themselves need the setting `command`',
    refuses: {},
    writing: railsWriting,
    recognise(set) {
        const structures = (0,layouts_names/* sqlFiles */.Uo)(set).filter(({ path }) => STRUCTURE.test((0,layouts_names/* baseName */.Fl)(path)));
        return marked(structures, /INSERT INTO "?schema_migrations"?|PostgreSQL database dump|CREATE TABLE (public\.)?schema_migrations/, 'schema_migrations');
    },
    read(set) {
        const structure = (0,layouts_names/* sqlFiles */.Uo)(set).find(({ path }) => (0,layouts_names/* baseName */.Fl)(path) === 'structure.sql');
        const dump = 'it is the schema after all migrations, not a migration: it serves as the baseline';
        const other = 'Rails runs no SQL files: if it is a migration, name it with the setting migrations';
        const reason = (path) => (STRUCTURE.test((0,layouts_names/* baseName */.Fl)(path)) ? dump : other);
        return {
            migrations: [],
            problems: [],
            notChecked: (0,layouts_names/* sqlFiles */.Uo)(set).map(({ path }) => ({ check: path, reason: reason(path) })),
            ...(structure && { baseline: (0,layouts_layout/* wholeFile */.A)('up', structure, 'autocommit') }),
        };
    },
};

// EXTERNAL MODULE: ./build/migrations/layouts/sqitch-conf.js
var sqitch_conf = __webpack_require__(7359);
;// CONCATENATED MODULE: ./build/migrations/layouts/sqitch-plan.js



const CHANGE = /^\+?\s*([^\s[\]#@%+:-][^\s[\]#:]*)\s*(?:\[([^\]]*)\])?/;
/** The plan's changes. Requirements that don't come before are said: they are missing, later, or go in a circle. */
function readPlan(file) {
    const entries = [];
    const problems = [];
    for (const { text, number } of (0,sections/* linesOf */.Dx)(file.text)) {
        const line = text.trim();
        if (line === '' || line.startsWith('#') || line.startsWith('%') || /^[=>]{7}/.test(line))
            continue;
        if (/^<{7}/.test(line)) {
            const message = `The plan holds an unresolved merge conflict: sqitch can’t read it. Both sides’ changes were checked.`;
            problems.push((0,migrations_problem/* malformed */.Q)(file, number, message, 'Put both sides’ changes one after the other, and delete the marks.'));
            continue;
        }
        const tag = /^@(\S+)/.exec(line)?.[1];
        if (tag !== undefined)
            entries.at(-1)?.tags.push(tag);
        if (line.startsWith('@'))
            continue;
        const entry = entryOf(line, number);
        if (entry === undefined) {
            const message = 'This line of the plan is neither a change nor a tag: sqitch expects "name [requirements] date planner <email>".';
            problems.push((0,migrations_problem/* malformed */.Q)(file, number, message));
            continue;
        }
        const same = entries.findLast(({ name }) => name === entry.name);
        if (same && keptAs(same, entries).length === 0) {
            const message = `The change ${(0,words/* code */.a)(entry.name)} stands in the plan twice, here and on line ${same.line}, without a tag between: sqitch expects one ("sqitch rework" needs a tag).`;
            problems.push((0,migrations_problem/* malformed */.Q)(file, number, message));
        }
        entries.push(entry);
    }
    problems.push(...requirementProblems(file, entries));
    return { changes: entries.map((entry, index) => planned(entry, index, entries)), problems };
}
function entryOf(line, number) {
    const [, name, required = ''] = CHANGE.exec(line) ?? [];
    if (name === undefined)
        return undefined;
    const requires = required
        .split(/\s+/)
        .filter((word) => word !== '' && !word.startsWith('!') && !word.includes(':'))
        .map((word) => word.replace(/@.*$/, ''))
        .filter((word) => word !== '');
    return { name, line: number, requires, tags: [] };
}
function planned(entry, index, entries) {
    const { name, line } = entry;
    const version = entries.slice(0, index + 1).filter((other) => other.name === name).length;
    const rework = entries.findIndex((other, at) => at > index && other.name === name);
    const tags = rework === -1 ? [] : keptAs(entry, entries.slice(0, rework));
    return { name, line, version, ...(tags.length > 0 && { keptAs: tags }) };
}
/** The tags since a change, those of the last change first. */
function keptAs(entry, before) {
    return before
        .slice(before.indexOf(entry))
        .reverse()
        .flatMap(({ tags }) => tags);
}
function requirementProblems(file, entries) {
    return entries.flatMap((entry, index) => entry.requires.flatMap((name) => {
        if (entries.slice(0, index).some((other) => other.name === name))
            return [];
        const later = entries.find((other) => other.name === name);
        const what = later === undefined
            ? 'which the plan does not have'
            : requirementsLead(later, entry.name, entries)
                ? `which requires ${(0,words/* code */.a)(entry.name)} in turn: a circle`
                : `which only comes on line ${later.line}`;
        return [
            (0,migrations_problem/* malformed */.Q)(file, entry.line, `${(0,words/* code */.a)(entry.name)} requires ${(0,words/* code */.a)(name)}, ${what}. Sqitch expects it on a line above.`),
        ];
    }));
}
/** Whether following the requirements from a change leads to another. */
function requirementsLead(from, to, entries) {
    const seen = new Set();
    const todo = [from];
    for (let entry = todo.pop(); entry !== undefined; entry = todo.pop()) {
        if (entry.name === to)
            return true;
        if (seen.has(entry))
            continue;
        seen.add(entry);
        for (const name of entry.requires)
            todo.push(...entries.filter((other) => other.name === name));
    }
    return false;
}

;// CONCATENATED MODULE: ./build/migrations/layouts/sqitch.js









const ROLES = [
    ['deploy', 'up'],
    ['revert', 'down'],
    ['verify', 'verify'],
];
const sqitch = {
    name: 'sqitch',
    tool: 'sqitch',
    summary: '`deploy/`, `revert/` and `verify/` with a script for each change of `sqitch.plan`, in its order',
    placeholders: 'psql',
    psql: true,
    sendsRows: true,
    listed: true,
    refuses: {
        late: 'sqitch refuses a plan in which a change comes before one that was deployed: the plan is only added to.',
        deleted: 'sqitch can’t find the script of a change that was deployed.',
        renamed: 'sqitch tells changes apart by their names in the plan: "sqitch rework" makes a new version of one.',
    },
    writing: {
        transaction: 'autocommit',
        files: (draft) => [
            { path: `deploy/${draft.name}.sql`, text: `${draft.up}\n` },
            { path: `revert/${draft.name}.sql`, text: `${(0,writing/* downOf */.eU)(draft) ?? ''}\n` },
        ],
        besides: 'Make each with `sqitch add`, which writes it into the plan.',
    },
    recognise(set) {
        const deploys = (0,layouts_names/* sqlFiles */.Uo)(set).some((file) => keyOf(set, file).startsWith('deploy/'));
        const plan = planOf(set);
        if (plan)
            return { kind: 'marks', reason: plan.path };
        if (!deploys)
            return undefined;
        return configured(set, /^sqitch\.conf$/);
    },
    read(set) {
        const scripts = new Map((0,layouts_names/* sqlFiles */.Uo)(set).map((file) => [keyOf(set, file).replace(/\.sql$/i, ''), file]));
        const plan = planOf(set);
        if (plan === undefined)
            return unplanned(scripts);
        const { changes, problems } = readPlan(plan);
        const notChecked = [];
        const migrations = changes.flatMap((planned) => {
            const script = sqitch_scriptOf(planned, scripts);
            const migration = change(script, scripts);
            if (migration)
                return [{ ...migration, identity: `${planned.name} ${planned.version}` }];
            problems.push(missing(plan, planned, script));
            return [];
        });
        for (const [key, file] of scripts) {
            const name = /^deploy\/(.+)$/.exec(key)?.[1];
            if (name === undefined || changes.some((planned) => planned.name === name.replace(/@.*$/, '')))
                continue;
            problems.push({
                rule: 'bookkeeping-out-of-step',
                path: file.path,
                line: 1,
                message: `${(0,words/* code */.a)(plan.path)} does not name ${(0,words/* code */.a)(name)}. Sqitch never deploys it.`,
                help: `Add it to the plan: sqitch add ${name}`,
            });
            const found = change(name, scripts);
            if (found)
                migrations.push(found);
        }
        return { migrations, problems, notChecked };
    },
};
/** Where the settings say that everything is. */
function pathsOf(set) {
    const conf = (0,layouts_names/* configsNamed */.Vc)(set, /^sqitch\.conf$/)[0];
    return conf && (0,sqitch_conf/* sqitchPaths */.h)(conf.text, (0,layouts_names/* folderOf */.yS)(conf.path));
}
/** `deploy/x.sql`, whatever the folder for it is called. */
function keyOf(set, file) {
    const paths = pathsOf(set);
    const role = paths && ROLES.find(([name]) => file.path.startsWith(paths[name]))?.[0];
    return paths && role ? `${role}/${file.path.slice(paths[role].length)}` : (0,layouts_names/* below */.Gz)(set, file);
}
function planOf(set) {
    const own = pathsOf(set)?.plan;
    const found = [...set.files, ...set.configs].find(({ path }) => path === own) ??
        set.files.find((file) => (0,layouts_names/* below */.Gz)(set, file) === 'sqitch.plan') ??
        (0,layouts_names/* configsNamed */.Vc)(set, /^sqitch\.plan$/)[0];
    return found && (0,layouts_names/* sqlFiles */.Uo)(set).some((file) => /^(deploy|revert|verify)\//.test(keyOf(set, file))) ? found : undefined;
}
function change(script, scripts) {
    const parts = ROLES.flatMap(([folder, role]) => {
        const file = scripts.get(`${folder}/${script}`);
        // psql sends statement by statement; a transaction is what the script itself begins.
        return file ? [{ key: script, id: script, script: (0,layouts_layout/* wholeFile */.A)(role, file, 'autocommit') }] : [];
    });
    return (0,layouts_parts/* assemble */.f)('sqitch', parts);
}
/** Without a plan there are names only. */
function unplanned(scripts) {
    const names = [...scripts.keys()].flatMap((key) => /^deploy\/(.+)$/.exec(key)?.[1] ?? []);
    const migrations = names.sort((a, b) => (0,layouts_names/* byName */.nG)(a, b) || (0,layouts_names/* byText */.z4)(a, b)).flatMap((name) => change(name, scripts) ?? []);
    return { migrations, problems: [], notChecked: [] };
}
/** A reworked change keeps its earlier scripts under a tag: the first for which there is a deploy script. */
function sqitch_scriptOf({ name, keptAs = [] }, scripts) {
    const tag = keptAs.find((one) => scripts.has(`deploy/${name}@${one}`)) ?? keptAs[0];
    return tag === undefined ? name : `${name}@${tag}`;
}
function missing(plan, { name, line }, script) {
    const help = script === name
        ? 'Add the script, or take the change out of the plan.'
        : `A later line reworks ${name}: "sqitch rework" copies its scripts as they were to that name.`;
    return (0,migrations_problem/* malformed */.Q)(plan, line, `The plan names ${(0,words/* code */.a)(name)}, and there is no ${(0,words/* code */.a)(`deploy/${script}.sql`)}. Sqitch expects one.`, help);
}

;// CONCATENATED MODULE: ./build/migrations/layouts/sql-migrate.js
/** sql-migrate (rubenv): `-- +migrate Up` and `-- +migrate Down`, each with its own transaction. */





const sql_migrate_COMMAND = /^\s*--\s*\+migrate\s+(\S+)\s*(.*)$/i;
const sql_migrate_syntax = {
    tool: 'sql-migrate',
    written: { up: '-- +migrate Up', down: '-- +migrate Down' },
    before: 'refused',
    marker(line) {
        const [, word, options = ''] = sql_migrate_COMMAND.exec(line) ?? [];
        const role = word?.toLowerCase();
        return role === 'up' || role === 'down' ? { role, options } : undefined;
    },
};
const sqlMigrate = {
    name: 'sql-migrate',
    tool: 'sql-migrate',
    summary: 'files with `-- +migrate Up` and `-- +migrate Down`, ordered by the number in front of their names',
    versionsPerFolder: true,
    refuses: {
        deleted: 'sql-migrate refuses to run: "unknown migration in database".',
        renamed: 'sql-migrate knows migrations by their file names: it runs the new name again and refuses the old one.',
    },
    writing: {
        transaction: 'per-script',
        wayOut: { mark: 'write `notransaction` after `-- +migrate Up` or `-- +migrate Down`' },
        files: (0,writing/* sectionsOf */.Ks)((draft) => `${(0,writing/* versioned */.iF)(draft)}.sql`, (outside) => {
            const option = outside ? ' notransaction' : '';
            return { up: `-- +migrate Up${option}`, down: `-- +migrate Down${option}` };
        }, (0,writing/* inBlock */.xN)('-- +migrate')),
    },
    recognise: (set) => marked((0,layouts_names/* sqlFiles */.Uo)(set), /^\s*--\s*\+migrate\s+Up/im, '-- +migrate Up'),
    read: (set) => readSectioned(set, {
        layout: 'sql-migrate',
        syntax: sql_migrate_syntax,
        named: ({ path }) => ({ id: (0,layouts_names/* baseName */.Fl)(path) }),
        transaction: (_, { options }) => (/\bnotransaction\b/.test(options) ? 'autocommit' : 'per-script'),
        order: (a, b) => (0,layouts_names/* byNumber */.vh)(sql_migrate_numberOf(a.id), sql_migrate_numberOf(b.id)) || (0,layouts_names/* byText */.z4)(a.id, b.id),
        look: (file, section) => blockProblems(file, section, { tool: 'sql-migrate', prefix: '-- +migrate', command: sql_migrate_COMMAND }),
    }),
};
function sql_migrate_numberOf(id) {
    return /^\d+/.exec(id)?.[0] ?? '';
}

;// CONCATENATED MODULE: ./build/migrations/layouts/sqlx.js
/** sqlx: `<version>_name.sql`, or `<version>_name.up.sql` and `<version>_name.down.sql`. */





const sqlx_NAME = /^(\d+)_(.+?)(?:\.(up|down))?\.sql$/;
const NO_TRANSACTION = '-- no-transaction';
const sqlx = {
    name: 'sqlx',
    tool: 'sqlx',
    summary: '`<version>_name.sql` or `<version>_name.up.sql` and `.down.sql`, ordered by the version',
    checksums: true,
    bookkeeping: {
        table: '_sqlx_migrations',
        sql: `CREATE TABLE _sqlx_migrations (version bigint PRIMARY KEY, description text NOT NULL,
      installed_on timestamptz NOT NULL DEFAULT now(), success boolean NOT NULL, checksum bytea NOT NULL, execution_time bigint NOT NULL)`,
    },
    byteOrderMark: 'sent',
    versionsPerFolder: true,
    refuses: {
        edited: 'sqlx compares checksums and refuses to run: "migration … was previously applied but has been modified".',
        deleted: 'sqlx refuses to run: "migration … was previously applied but is missing in the resolved migrations".',
        renamed: 'sqlx refuses to run: it misses the version that was applied.',
        duplicate: 'sqlx records a version once: the second migration fails on the key of _sqlx_migrations.',
    },
    // sqlx-postgres/src/migrate.rs: SELECT pg_advisory_lock($1).
    runnerLock: {
        held: 'by the session',
        wayOut: 'Run sqlx once, as a step of the deployment and not in each instance of the application. Or switch its lock off with `Migrator::set_locking(false)`.',
    },
    writing: {
        transaction: 'per-script',
        wayOut: { mark: 'write `-- no-transaction` as the first line' },
        forward: (0,writing/* oneFile */.V_)((draft) => `${(0,writing/* versioned */.iF)(draft)}.sql`, '-- no-transaction'),
        files: (0,writing/* twoFiles */.as)((draft, direction) => `${(0,writing/* versioned */.iF)(draft)}.${direction}.sql`, '-- no-transaction'),
    },
    recognise(set) {
        if (!allNamed(set, sqlx_NAME))
            return undefined;
        return (depends(set, /^\s*sqlx\b|^\[(?:workspace\.)?dependencies\.sqlx\]/m, 'sqlx') ??
            marked((0,layouts_names/* topSqlFiles */.f4)(set), /^-- no-transaction/, NO_TRANSACTION) ??
            (allNamed(set, /\.(up|down)\.sql$/) ? { kind: 'names', reason: 'names such as 1_x.up.sql' } : undefined));
    },
    read(set) {
        const parts = (0,layouts_names/* topSqlFiles */.f4)(set).flatMap((file) => {
            const [, digits, name, role = 'up'] = sqlx_NAME.exec((0,layouts_names/* baseName */.Fl)(file.path)) ?? [];
            if (digits === undefined)
                return [];
            // Sent as one query: without sqlx's transaction, several statements still get an implicit one.
            const mode = file.text.startsWith(NO_TRANSACTION) ? 'single-query' : 'per-script';
            const version = (0,layouts_names/* plainNumber */.ku)(digits);
            return [
                {
                    key: `${version}_${name}`,
                    id: `${digits}_${name}`,
                    version,
                    script: (0,layouts_layout/* wholeFile */.A)(role, file, mode),
                },
            ];
        });
        return (0,layouts_parts/* together */.b)('sqlx', parts, (a, b) => (0,layouts_names/* byNumber */.vh)(a.version ?? '', b.version ?? ''));
    },
};

;// CONCATENATED MODULE: ./build/migrations/layouts/supabase-platform.js
const supabase_platform_ROLES = ['anon', 'authenticated', 'service_role', 'authenticator', 'dashboard_user'];
const SERVICE_ROLES = ['supabase_admin', 'supabase_auth_admin', 'supabase_storage_admin', 'supabase_realtime_admin'];
const AUTH = `
CREATE SCHEMA auth;
CREATE TABLE auth.users (
  instance_id uuid, id uuid PRIMARY KEY, aud varchar(255), role varchar(255), email varchar(255),
  encrypted_password varchar(255), email_confirmed_at timestamptz, invited_at timestamptz, confirmation_token varchar(255),
  confirmation_sent_at timestamptz, recovery_token varchar(255), recovery_sent_at timestamptz,
  email_change_token_new varchar(255), email_change varchar(255), email_change_sent_at timestamptz,
  last_sign_in_at timestamptz, raw_app_meta_data jsonb, raw_user_meta_data jsonb, is_super_admin boolean,
  created_at timestamptz, updated_at timestamptz, phone text UNIQUE, phone_confirmed_at timestamptz, phone_change text,
  phone_change_token varchar(255), phone_change_sent_at timestamptz, confirmed_at timestamptz,
  email_change_token_current varchar(255), email_change_confirm_status smallint DEFAULT 0, banned_until timestamptz,
  reauthentication_token varchar(255), reauthentication_sent_at timestamptz, is_sso_user boolean NOT NULL DEFAULT false,
  deleted_at timestamptz, is_anonymous boolean NOT NULL DEFAULT false
);
CREATE TABLE auth.identities (
  provider_id text NOT NULL, user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE, identity_data jsonb NOT NULL,
  provider text NOT NULL, last_sign_in_at timestamptz, created_at timestamptz, updated_at timestamptz, email text,
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), UNIQUE (provider_id, provider)
);
CREATE TABLE auth.sessions (
  id uuid PRIMARY KEY, user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE, created_at timestamptz,
  updated_at timestamptz, factor_id uuid, not_after timestamptz, refreshed_at timestamp, user_agent text, ip inet, tag text
);
CREATE TABLE auth.refresh_tokens (
  instance_id uuid, id bigserial PRIMARY KEY, token varchar(255) UNIQUE, user_id varchar(255), revoked boolean,
  created_at timestamptz, updated_at timestamptz, parent varchar(255), session_id uuid REFERENCES auth.sessions ON DELETE CASCADE
);
CREATE TABLE auth.mfa_factors (
  id uuid PRIMARY KEY, user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE, friendly_name text,
  factor_type text NOT NULL, status text NOT NULL, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, secret text
);
CREATE FUNCTION auth.jwt() RETURNS jsonb STABLE LANGUAGE sql
  AS $$ SELECT nullif(current_setting('request.jwt.claims', true), '')::jsonb $$;
CREATE FUNCTION auth.uid() RETURNS uuid STABLE LANGUAGE sql AS $$ SELECT (auth.jwt() ->> 'sub')::uuid $$;
CREATE FUNCTION auth.role() RETURNS text STABLE LANGUAGE sql AS $$ SELECT auth.jwt() ->> 'role' $$;
CREATE FUNCTION auth.email() RETURNS text STABLE LANGUAGE sql AS $$ SELECT auth.jwt() ->> 'email' $$;
`;
const STORAGE = `
CREATE SCHEMA storage;
CREATE TABLE storage.buckets (
  id text PRIMARY KEY, name text NOT NULL UNIQUE, owner uuid, created_at timestamptz DEFAULT now(),
  updated_at timestamptz DEFAULT now(), public boolean DEFAULT false, avif_autodetection boolean DEFAULT false,
  file_size_limit bigint, allowed_mime_types text[], owner_id text
);
CREATE TABLE storage.objects (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), bucket_id text REFERENCES storage.buckets, name text, owner uuid,
  created_at timestamptz DEFAULT now(), updated_at timestamptz DEFAULT now(), last_accessed_at timestamptz DEFAULT now(),
  metadata jsonb, path_tokens text[] GENERATED ALWAYS AS (string_to_array(name, '/')) STORED, version text, owner_id text,
  user_metadata jsonb, UNIQUE (bucket_id, name)
);
ALTER TABLE storage.buckets ENABLE ROW LEVEL SECURITY;
ALTER TABLE storage.objects ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION storage.foldername(name text) RETURNS text[] IMMUTABLE LANGUAGE sql
  AS $$ SELECT trim_array(string_to_array(name, '/'), 1) $$;
CREATE FUNCTION storage.filename(name text) RETURNS text IMMUTABLE LANGUAGE sql
  AS $$ SELECT (string_to_array(name, '/'))[cardinality(string_to_array(name, '/'))] $$;
CREATE FUNCTION storage.extension(name text) RETURNS text IMMUTABLE LANGUAGE sql
  AS $$ SELECT substring(name FROM '[.]([^./]*)$') $$;
`;
const REST = `
CREATE SCHEMA realtime;
CREATE TABLE realtime.messages (
  topic text NOT NULL, extension text NOT NULL, payload jsonb, event text, private boolean DEFAULT false,
  updated_at timestamp NOT NULL DEFAULT now(), inserted_at timestamp NOT NULL DEFAULT now(),
  id uuid NOT NULL DEFAULT gen_random_uuid(), PRIMARY KEY (id, inserted_at)
);
ALTER TABLE realtime.messages ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION realtime.topic() RETURNS text STABLE LANGUAGE sql
  AS $$ SELECT nullif(current_setting('realtime.topic', true), '') $$;
CREATE FUNCTION realtime.send(payload jsonb, event text, topic text, private boolean DEFAULT true) RETURNS void LANGUAGE sql
  AS $$ INSERT INTO realtime.messages (payload, event, topic, private, extension) VALUES ($1, $2, $3, $4, 'broadcast') $$;
CREATE FUNCTION realtime.broadcast_changes(topic_name text, event_name text, operation text, table_name text,
  table_schema text, new record, old record, level text DEFAULT 'ROW') RETURNS void LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE SCHEMA vault;
CREATE TABLE vault.secrets (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name text, description text NOT NULL DEFAULT '', secret text NOT NULL,
  key_id uuid, nonce bytea, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE VIEW vault.decrypted_secrets AS
  SELECT id, name, description, secret, secret AS decrypted_secret, key_id, nonce, created_at, updated_at FROM vault.secrets;
CREATE FUNCTION vault.create_secret(new_secret text, new_name text DEFAULT NULL, new_description text DEFAULT '')
  RETURNS uuid LANGUAGE sql
  AS $$ INSERT INTO vault.secrets (secret, name, description) VALUES ($1, $2, $3) RETURNING id $$;
CREATE SCHEMA graphql_public;
CREATE SCHEMA extensions;
CREATE EXTENSION "uuid-ossp" SCHEMA extensions;
CREATE EXTENSION pgcrypto SCHEMA extensions;
CREATE FUNCTION public.uuid_generate_v4() RETURNS uuid LANGUAGE sql AS $$ SELECT extensions.uuid_generate_v4() $$;
CREATE FUNCTION public.gen_random_bytes(int) RETURNS bytea LANGUAGE sql AS $$ SELECT extensions.gen_random_bytes($1) $$;
CREATE FUNCTION public.gen_salt(text) RETURNS text LANGUAGE sql AS $$ SELECT extensions.gen_salt($1) $$;
CREATE FUNCTION public.crypt(text, text) RETURNS text IMMUTABLE LANGUAGE sql AS $$ SELECT extensions.crypt($1, $2) $$;
CREATE FUNCTION public.digest(text, text) RETURNS bytea IMMUTABLE LANGUAGE sql AS $$ SELECT extensions.digest($1, $2) $$;
CREATE FUNCTION public.hmac(text, text, text) RETURNS bytea IMMUTABLE LANGUAGE sql AS $$ SELECT extensions.hmac($1, $2, $3) $$;
CREATE PUBLICATION supabase_realtime;
`;
const GRANTED = ['anon', 'authenticated', 'service_role'].join(', ');
const GRANTS = ['auth', 'storage', 'realtime', 'extensions', 'public']
    .map((schema) => `GRANT USAGE ON SCHEMA ${schema} TO ${GRANTED};\n`)
    .join('');
const DEFAULTS = ['TABLES', 'SEQUENCES', 'FUNCTIONS']
    .map((kind) => `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON ${kind} TO ${GRANTED};\n`)
    .join('');
const SUPABASE_PLATFORM = {
    path: 'what every Supabase project has',
    text: [
        ...[...supabase_platform_ROLES, ...SERVICE_ROLES].map((role) => `CREATE ROLE ${role} NOLOGIN;\n`),
        AUTH,
        STORAGE,
        REST,
        GRANTS,
        DEFAULTS,
    ].join(''),
};

;// CONCATENATED MODULE: ./build/migrations/layouts/supabase.js
/** The Supabase CLI: `supabase/migrations/<timestamp>_name.sql`. */






const supabase_NAME = /^(\d+)_(.*)\.sql$/;
/** What CLI 2.109 and later take out of the batch. */
const supabase_ALONE = /^(CREATE (UNIQUE )?INDEX CONCURRENTLY|DROP INDEX CONCURRENTLY|REINDEX\b.*\bCONCURRENTLY|VACUUM|CLUSTER|ALTER SYSTEM)\b/;
const supabase = {
    name: 'supabase',
    tool: 'The Supabase CLI',
    summary: '`supabase/migrations/<timestamp>_name.sql`, ordered by name',
    platform: SUPABASE_PLATFORM,
    refuses: {
        late: 'The Supabase CLI refuses to push: "Found local migration files to be inserted before the last migration on remote database" (unless it is given --include-all).',
        deleted: 'The Supabase CLI refuses to push: "Remote migration versions not found in local migrations directory".',
        renamed: 'The Supabase CLI refuses to push where the version is another one: it misses the one that was applied.',
        duplicate: 'The Supabase CLI records a version once: the second file fails on the key of schema_migrations.',
    },
    writing: {
        transaction: 'per-script',
        wayOut: {
            mark: 'let it be the only statement of its file, and run it with the Supabase CLI 2.109 or later',
            takes: supabase_ALONE,
            recorded: 'supabase migration repair --status applied <version>',
        },
        files: (0,writing/* oneFile */.V_)((draft) => `${(0,writing/* versioned */.iF)(draft)}.sql`),
    },
    recognise(set) {
        if (!allNamed(set, supabase_NAME, (0,layouts_names/* topSqlFiles */.f4)(set).filter(({ path }) => /^\d/.test((0,layouts_names/* baseName */.Fl)(path)))))
            return undefined;
        const config = (0,layouts_names/* configsNamed */.Vc)(set, /^config\.toml$/).find(({ path, text }) => /(^|\/)supabase\/config\.toml$/.test(path) || (/^project_id\s*=/m.test(text) && /^\[(db|auth)\b/m.test(text)));
        if (config)
            return { kind: 'config', reason: config.path };
        return /(^|\/)supabase\/migrations\/$/.test(set.root)
            ? { kind: 'config', reason: `the folder ${set.root}` }
            : undefined;
    },
    read(set) {
        const result = { migrations: [], problems: [], notChecked: [] };
        const recent = sendsAlone(set);
        for (const file of (0,layouts_names/* topSqlFiles */.f4)(set)) {
            const [, version, name] = supabase_NAME.exec((0,layouts_names/* baseName */.Fl)(file.path)) ?? [];
            if (version === undefined) {
                result.notChecked.push({
                    check: file.path,
                    reason: 'its name is not <timestamp>_name.sql: the Supabase CLI passes it over',
                });
                continue;
            }
            const mode = recent && (0,statement_heads/* statementHeads */.D)(file.text).some((head) => supabase_ALONE.test(head)) ? 'autocommit' : 'per-script';
            const up = (0,layouts_layout/* wholeFile */.A)('up', file, mode);
            result.migrations.push({ id: `${version}_${name}`, version, path: file.path, layout: 'supabase', up });
        }
        result.migrations.sort((a, b) => (0,layouts_names/* byText */.z4)(a.path, b.path));
        return result;
    },
};
/** An older CLI is only one that package.json asks for. */
function sendsAlone(set) {
    const [, major, minor] = /"supabase"\s*:\s*"[^\d"]*(\d+)(?:\.(\d+))?/.exec((0,layouts_names/* dependent */.qy)(set, /"supabase"\s*:/)?.text ?? '') ?? [];
    if (major === undefined)
        return true;
    return Number(major) > 2 || (Number(major) === 2 && Number(minor ?? 999) >= 109);
}

;// CONCATENATED MODULE: ./build/migrations/layouts/tern.js
/** tern: `<n>_name.sql`; what follows `---- create above / drop below ----` is the down script. */




const SEPARATOR = '---- create above / drop below ----';
const tern_NAME = /^(\d+)_.+\.sql$/;
const tern_syntax = {
    tool: 'tern',
    written: { up: 'the start of the file', down: SEPARATOR },
    before: 'up',
    marker: (line) => (line.startsWith(SEPARATOR) ? { role: 'down', options: '' } : undefined),
};
const tern = {
    name: 'tern',
    tool: 'tern',
    summary: '`<n>_name.sql` with `---- create above / drop below ----`, ordered by the number',
    consecutive: true,
    placeholders: 'go-template',
    bookkeeping: {
        table: 'schema_version',
        sql: `CREATE TABLE public.schema_version (version int NOT NULL)`,
    },
    versionsPerFolder: true,
    refuses: {
        late: 'tern skips it: it only runs versions above the one that a database is at.',
        duplicate: 'tern refuses the folder: "Duplicate migration".',
        deleted: 'tern counts files: it refuses a folder in which a number is missing.',
        renamed: 'tern counts files: a number that moved is another migration.',
    },
    // migrate/migrate.go: select pg_advisory_lock($1).
    runnerLock: {
        held: 'by the session',
        wayOut: 'Run tern once, as a step of the deployment and not in each instance of the application: it has no setting for its lock.',
    },
    writing: {
        transaction: 'per-script',
        wayOut: { mark: 'write `---- tern: disable-tx ----` into that section' },
        files: (0,writing/* sectionsOf */.Ks)((draft) => `${(0,writing/* versioned */.iF)(draft)}.sql`, (outside) => {
            const mark = outside ? '---- tern: disable-tx ----' : '';
            return { top: mark, down: `---- create above / drop below ----${mark && `\n${mark}`}` };
        }),
    },
    recognise(set) {
        const files = (0,layouts_names/* topSqlFiles */.f4)(set).filter(({ path }) => tern_NAME.test((0,layouts_names/* baseName */.Fl)(path)));
        if (files.length === 0)
            return undefined;
        return (marked(files, /^---- (create above \/ drop below|tern: disable-tx) ----/m, SEPARATOR) ??
            configured(set, /^tern\.conf$/));
    },
    read: (set) => readSectioned(set, {
        layout: 'tern',
        syntax: tern_syntax,
        named({ path }) {
            const digits = tern_NAME.exec((0,layouts_names/* baseName */.Fl)(path))?.[1];
            return digits === undefined
                ? undefined
                : { id: (0,layouts_names/* baseName */.Fl)(path).replace(/\.sql$/, ''), version: (0,layouts_names/* plainNumber */.ku)(digits) };
        },
        // The mark is about its own section; without a transaction, tern sends statement by statement.
        transaction: ({ text }, { start, end }) => /^---- tern: disable-tx ----\r?$/m.test(text.slice(start, end)) ? 'autocommit' : 'per-script',
        order: (a, b) => (0,layouts_names/* byNumber */.vh)(a.version ?? '', b.version ?? ''),
    }),
};

;// CONCATENATED MODULE: ./build/migrations/layouts/index.js
/** Every layout, in the order in which they are asked. */






















/** A new one goes in by its name. */
const LAYOUTS = [
    atlas,
    dbmate,
    diesel,
    drizzle,
    flyway,
    golangMigrate,
    goose,
    graphileMigrate,
    hasura,
    liquibase,
    markdown/* markdown */.w,
    nodePgMigrate,
    plain/* plain */.p,
    pop,
    postgresMigrations,
    prisma,
    rails,
    sqitch,
    sqlMigrate,
    sqlx,
    supabase,
    tern,
];


/***/ }),

/***/ 4576:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ wholeFile)
/* harmony export */ });
/** A script that is a whole file. */
function wholeFile(role, file, transaction) {
    return { role, file, sql: file.text, transaction };
}


/***/ }),

/***/ 1959:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ runOrderOf),
/* harmony export */   K$: () => (/* binding */ NOTHING),
/* harmony export */   Ql: () => (/* binding */ saidIrreversible),
/* harmony export */   TC: () => (/* binding */ isForPostgres),
/* harmony export */   V3: () => (/* binding */ FORMATTED),
/* harmony export */   gn: () => (/* binding */ isForPsql),
/* harmony export */   hM: () => (/* binding */ changesetsOf)
/* harmony export */ });
/* harmony import */ var _sql_positions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8647);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4227);
/* harmony import */ var _sections_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8850);



const FORMATTED = /^\s*--\s*liquibase\s+formatted\s+sql\b/i;
const CHANGESET = /^\s*--\s*changeset\s+("[^"]+"|[^:\s]+):("[^"]+"|\S+)\s*(.*)$/i;
const ROLLBACK = /^\s*--\s*rollback(?:\s+(.*))?$/i;
const NONE = /^\s*(empty|not required)?\s*;?\s*$/i;
/** What Liquibase's `runOrder` says. */
function runOrderOf(said) {
    return said === 'first' || said === 'last' ? said : null;
}
/** What psql runs, it sends statement by statement. */
function isForPsql(runWith) {
    return runWith?.toLowerCase() === 'psql';
}
/** The changesets of a file, in order. What precedes the first is not run, which is reported. */
function changesetsOf(file, runWith) {
    const lines = [...(0,_sections_js__WEBPACK_IMPORTED_MODULE_2__/* .linesOf */ .Dx)(file.text)];
    const starts = lines.flatMap((line, index) => (CHANGESET.test(line.text) ? [index] : []));
    const problems = lines.flatMap(({ text, number }) => /^\s*--\s*changeset\b/i.test(text) && !CHANGESET.test(text)
        ? [(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .malformed */ .Q)(file, number, `This changeset has no name: Liquibase expects "--changeset author:id".`)]
        : []);
    const before = lines[starts[0] ?? lines.length]?.start ?? file.text.length;
    if (!(0,_sections_js__WEBPACK_IMPORTED_MODULE_2__/* .isBlank */ .z3)({ sql: (0,_sql_positions_js__WEBPACK_IMPORTED_MODULE_0__/* .maskOutside */ .ms)(file.text, [{ start: 0, end: before }]) })) {
        const message = 'SQL before the first "--changeset author:id": Liquibase expects every statement in a changeset.';
        problems.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .malformed */ .Q)(file, lines.find(({ text }) => !/^\s*(--.*)?$/.test(text))?.number ?? 1, message));
    }
    const changesets = starts.map((start, index) => changeset(file, lines.slice(start, starts[index + 1] ?? lines.length), runWith));
    return { changesets, problems };
}
function changeset(file, lines, runWith) {
    const [head] = lines;
    const [, author = '', id = '', rest = ''] = CHANGESET.exec(head.text) ?? [];
    const attributes = attributesOf(rest);
    const { up, down, none, undoneBy } = partsOf(lines.slice(1));
    const byPsql = isForPsql(attributes.get('runwith') ?? runWith);
    const inTransaction = attributes.get('runintransaction') !== 'false' && !byPsql;
    const whole = attributes.get('splitstatements') === 'false' && !byPsql;
    const mode = inTransaction ? 'per-script' : whole ? 'single-query' : 'autocommit';
    const delimiter = attributes.get('enddelimiter')?.replaceAll('\\n', '');
    const script = (role, ranges) => {
        const sql = (0,_sections_js__WEBPACK_IMPORTED_MODULE_2__/* .withSemicolons */ .Xq)((0,_sql_positions_js__WEBPACK_IMPORTED_MODULE_0__/* .maskOutside */ .ms)(file.text, ranges), delimiter, head.next);
        return { role, file, sql, transaction: mode };
    };
    const downScript = script('down', down);
    const why = saidIrreversible(script('up', up)) ?? (0,_sections_js__WEBPACK_IMPORTED_MODULE_2__/* .saysIrreversible */ .$x)(downScript) ?? (none ? NOTHING : undefined);
    const again = attributes.get('runonchange') === 'true' || attributes.get('runalways') === 'true';
    const name = `${unquoted(author)}:${unquoted(id)}`;
    return {
        line: head.number,
        dbms: attributes.get('dbms') ?? null,
        ignored: attributes.get('ignore') === 'true',
        runOrder: runOrderOf(attributes.get('runorder')),
        ...(undoneBy && { undoneBy }),
        migration: {
            id: name,
            version: name,
            path: file.path,
            layout: 'liquibase',
            up: script('up', up),
            ...((0,_sections_js__WEBPACK_IMPORTED_MODULE_2__/* .isBlank */ .z3)(downScript) ? why !== undefined && { irreversible: why } : { down: downScript }),
            ...(again && { repeatable: true }),
        },
    };
}
/** What a changeset says that says only that. */
const NOTHING = 'its changeset says that nothing is to be rolled back';
const IRREVERSIBLE = /^[ \t]*--[ \t]*(?:migration-safety:[ \t]*irreversible[ \t]+|irreversible[ \t]*[:,–-][ \t]*)(\S.*?)[ \t]*$/im;
/** Why there is no way back, where a comment in the changeset says so. */
function saidIrreversible({ sql }) {
    return IRREVERSIBLE.exec(sql)?.[1];
}
/** The ranges of a changeset's SQL, and those of its rollback, which is in comments. */
function partsOf(lines) {
    let undoneBy;
    const [up, down] = [[], []];
    let none = false;
    let inBlock = false;
    for (const line of lines) {
        const opens = /^\s*\/\*\s*liquibase\s+rollback\b/i.exec(line.text);
        const rollback = ROLLBACK.exec(line.text);
        if (opens)
            inBlock = true;
        else if (inBlock) {
            const end = line.text.indexOf('*/');
            down.push({ start: line.start, end: end === -1 ? line.end : line.start + end });
            if (end !== -1)
                inBlock = false;
        }
        else if (rollback) {
            const sql = rollback[1] ?? '';
            const reference = attributesOf(sql);
            const [id, author] = [reference.get('changesetid'), reference.get('changesetauthor')];
            if (NONE.test(sql))
                none = true;
            else if (id !== undefined && author !== undefined) {
                undoneBy = { id: `${author}:${id}`, path: reference.get('changesetpath') };
            }
            else
                down.push({ start: line.start + line.text.length - sql.length, end: line.end });
        }
        else
            up.push({ start: line.start, end: line.next });
    }
    return { up, down, none, ...(undoneBy && { undoneBy }) };
}
function attributesOf(text) {
    const pairs = text.matchAll(/(\w+):("[^"]*"|\S+)/g);
    return new Map([...pairs].map(([, name = '', value = '']) => [name.toLowerCase(), unquoted(value)]));
}
function unquoted(text) {
    return text.replace(/^"(.*)"$/, '$1');
}
/** Whether `dbms` names PostgreSQL, or excludes others only. */
function isForPostgres(dbms) {
    const names = dbms
        .toLowerCase()
        .split(',')
        .map((name) => name.trim());
    if (names.includes('!postgresql') || names.includes('none'))
        return false;
    return names.some((name) => name === 'postgresql' || name === 'all' || name.startsWith('!'));
}


/***/ }),

/***/ 5267:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Jn: () => (/* binding */ elsewhere),
  Tl: () => (/* binding */ filesAt),
  d8: () => (/* binding */ included),
  $P: () => (/* binding */ isChangelog)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/sql/words.js
var words = __webpack_require__(7554);
// EXTERNAL MODULE: ./build/migrations/problem.js
var problem = __webpack_require__(4227);
// EXTERNAL MODULE: ./build/migrations/layouts/readers.js
var readers = __webpack_require__(1136);
;// CONCATENATED MODULE: ./build/migrations/layouts/changelog-xml.js

const ENTITY = '&(?:lt|gt|amp|quot|apos|#\\d+|#x[\\da-fA-F]+);';
/** An operator that is written with entities, in part: its characters have to stay together. */
const WRITTEN = new RegExp(`(?:[-<>=!@#%^|?~+*/]|${ENTITY})*${ENTITY}(?:[-<>=!@#%^|?~+*/]|${ENTITY})*`, 'g');
const NAMED = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** The elements below the root. */
function xmlNodes(text) {
    const { nodes, error } = (0,readers/* readXml */.km)(text);
    const root = nodes.find((node) => /^(?:[\w.-]+:)?databaseChangeLog$/.test(nameOf(node)));
    return { nodes: root ? changelog_xml_elements(root, text) : [], error };
}
function changelog_xml_elements(node, text) {
    const inside = node[nameOf(node)];
    return Array.isArray(inside) ? inside.filter((one) => nameOf(one) !== '#text').map((one) => changelog_xml_element(one, text)) : [];
}
function changelog_xml_element(node, text) {
    const { start, end } = (0,readers/* placeOfXml */.qF)(node);
    const attributes = Object.entries((node[':@'] ?? {}));
    const line = text.slice(0, start).split('\n').length;
    const inside = changelog_xml_elements(node, text);
    const content = contentOf(text, start, end);
    return {
        name: nameOf(node).replace(/^\w+:/, ''),
        line,
        ...(content && { value: content.sql.trim(), text: content }),
        children: [...attributes.map(([name, value]) => ({ name, line, value: decoded(value), children: [] })), ...inside],
    };
}
/** The text between an element's tags; what else stands there (elements, CDATA's marks, comments) is blank. */
function contentOf(text, start, end) {
    const opening = /^<(?:[^>"']|"[^"]*"|'[^']*')*>/.exec(text.slice(start, end + 1))?.[0] ?? '';
    const close = text.lastIndexOf('</', end);
    const from = start + opening.length;
    let open = false;
    // A quote's blank is outside of what it opens or closes.
    const written = (run) => {
        const sql = decoded(run);
        const closes = open && /["']/.test(sql);
        if (/^[^"']*(["'])[^"']*$/.test(sql))
            open = !open;
        return closes ? sql.padEnd(run.length) : sql.padStart(run.length);
    };
    if (opening.endsWith('/>') || close < from)
        return undefined;
    const sql = text
        .slice(from, close)
        .replace(/<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<(\w+)[\s\S]*?<\/\2\s*>|<[^<>]*>|[^<]+/g, (piece, data) => {
        if (data !== undefined)
            return `         ${data}   `;
        return piece.startsWith('<') ? blank(piece) : piece.replace(WRITTEN, written);
    });
    return sql.trim() === '' ? undefined : { start: from, sql };
}
function decoded(text) {
    return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (entity, hex, decimal, name) => {
        if (name !== undefined)
            return NAMED[name] ?? entity;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code > 0 && code <= 0xffff ? String.fromCharCode(code) : entity;
    });
}
function blank(text) {
    return text.replace(/[^\r\n]/g, ' ');
}
function nameOf(node) {
    return Object.keys(node).find((key) => key !== ':@') ?? '';
}

;// CONCATENATED MODULE: ./build/migrations/layouts/changelog-yaml.js

/** The entries of `databaseChangeLog`. */
function yamlNodes(text) {
    let document;
    try {
        document = (0,readers/* readYaml */.gM)(text);
    }
    catch (error) {
        // Lists in lists without end.
        return { nodes: [], error: { line: 1, message: error.message } };
    }
    const [broken] = document.errors;
    if (broken) {
        const message = broken.message.replace(/ at line \d+.*$/s, '');
        return { nodes: [], error: { line: lineAt(text, broken.pos[0]), message } };
    }
    const all = childrenOf(document.contents, text, 0);
    return { nodes: all.find(({ name }) => name === 'databaseChangeLog')?.children ?? [], error: null };
}
/** A map's keys; a list's items one after the other, a map among them by its keys. */
function childrenOf(node, text, depth) {
    if (depth > MOST_NESTED)
        return [];
    return (node?.items ?? []).flatMap((item) => {
        if ('key' in item)
            return [named(String(item.key?.value ?? ''), item.key, item.value, { text, depth })];
        if (item === null)
            return [];
        return item.items ? childrenOf(item, text, depth + 1) : [named('', item, item, { text, depth })];
    });
}
/** Deeper than any changelog. */
const MOST_NESTED = 50;
function named(name, at, node, { text, depth }) {
    const line = lineAt(text, at?.range?.[0] ?? 0);
    if (node === null || node.items)
        return { name, line, children: childrenOf(node, text, depth + 1) };
    const embedded = embeddedOf(node, text);
    const value = node.value === null || node.value === undefined ? undefined : String(node.value);
    return { name, line, ...(value !== undefined && { value }), ...(embedded && { text: embedded }), children: [] };
}
/** A text at its place in the file. What quotes and escapes add is blank. */
function embeddedOf({ range, type, value }, text) {
    if (range === undefined || typeof value !== 'string')
        return undefined;
    const [start, end] = range;
    const raw = text.slice(start, end);
    switch (type) {
        case 'BLOCK_LITERAL':
        case 'BLOCK_FOLDED': {
            const head = raw.indexOf('\n') + 1;
            return head === 0 ? undefined : { start: start + head, sql: raw.slice(head) };
        }
        case 'QUOTE_SINGLE':
            return { start: start + 1, sql: withoutDoubling(raw.slice(1, -1)) };
        case 'QUOTE_DOUBLE':
            return { start: start + 1, sql: withoutEscapes(raw.slice(1, -1)) };
        default:
            return { start, sql: raw };
    }
}
/** Quotes stand doubled between quotes: a run of them stays together, and outside of what it opens or closes. */
function withoutDoubling(text) {
    let open = false;
    return text.replace(/(?:'')+/g, (run) => {
        const quotes = run.slice(run.length / 2);
        const sql = open ? quotes.padEnd(run.length) : quotes.padStart(run.length);
        if (quotes.length % 2 === 1)
            open = !open;
        return sql;
    });
}
/** `\n` ends a comment: a line break has to stay one. A quote's blank is outside of what it opens or closes. */
function withoutEscapes(text) {
    let open = false;
    return text.replace(/\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|([\s\S]))/g, (sequence, unicode, hex, one) => {
        if (one === undefined)
            return String.fromCharCode(Number.parseInt(unicode ?? hex, 16)).padStart(sequence.length);
        if (one === '"') {
            open = !open;
            return open ? ' "' : '" ';
        }
        if (one === 'n')
            return ' \n';
        return /[tr\s]/.test(one) ? `  ` : ` ${one}`;
    });
}
function lineAt(text, offset) {
    return text.slice(0, offset).split('\n').length;
}

;// CONCATENATED MODULE: ./build/migrations/layouts/changelog.js



/** The entries of `databaseChangeLog` in order; a file that can't be read has none. */
function changelogNodes(file) {
    const isXml = /\.xml$/i.test(file.path);
    const { nodes, error } = isXml ? xmlNodes(file.text) : yamlNodes(file.text);
    if (error === null)
        return { nodes, problems: [] };
    const language = isXml ? 'XML' : /\.json$/i.test(file.path) ? 'JSON' : 'YAML';
    const message = `${file.path} can’t be read as ${language}, and nothing of it was checked: ${error.message.replace(/\.?$/, '.')}`;
    return { nodes: [], problems: [(0,problem/* malformed */.Q)(file, error.line, message)] };
}

// EXTERNAL MODULE: ./build/migrations/layouts/changelog-nodes.js
var changelog_nodes = __webpack_require__(8910);
// EXTERNAL MODULE: ./build/migrations/layouts/names.js
var names = __webpack_require__(7984);
;// CONCATENATED MODULE: ./build/migrations/layouts/liquibase-includes.js
/** Liquibase's changelogs: what they include and hold, in the order in which Liquibase runs it. Pure. */






/** The element, or the key, that all of it stands in; others only speak of it (`databaseChangeLogTableName`). */
const isChangelog = ({ path, text }) => (/\.xml$/i.test(path) && /<(?:[\w.-]+:)?databaseChangeLog[\s>/]/.test(text)) ||
    (/\.ya?ml$/i.test(path) && /^(?:\{[ \t]*)?["']?databaseChangeLog["']?[ \t]*:/m.test(text)) ||
    (/\.json$/i.test(path) && /^\s*\{[^[{]*"databaseChangeLog"\s*:/.test(text));
/** Follows the changelogs from those that no other includes. */
function included(changelogs, scripts) {
    const result = { steps: [], properties: new Map(), problems: [], ignored: new Set(), incomplete: false };
    const all = [...changelogs, ...scripts].sort((a, b) => (0,names/* byText */.z4)(a.path, b.path));
    const nodes = new Map(changelogs.map((file) => {
        const read = changelogNodes(file);
        result.problems.push(...read.problems);
        result.incomplete ||= read.problems.length > 0;
        return [file, read.nodes.flatMap(modified)];
    }));
    const inside = new Set();
    for (const [file, entries] of nodes)
        for (const entry of entries)
            for (const target of targets(entry, file, all))
                inside.add(target);
    const roots = changelogs.filter((file) => !inside.has(file));
    const walk = { all, nodes, done: new Set(), result };
    for (const root of roots.length > 0 ? roots : changelogs.slice(0, 1))
        follow(root, { chain: [] }, walk);
    return result;
}
/** What `modifyChangeSets` holds, with what it says of that. */
function modified(entry) {
    if (entry.name !== 'modifyChangeSets')
        return [entry];
    const saying = entry.children.find(({ name }) => name === 'runWith');
    return entry.children.flatMap((child) => child === saying ? [] : [{ ...child, children: [...child.children, ...(saying ? [saying] : [])] }]);
}
function follow(changelog, above, walk) {
    const { all, nodes, done, result } = walk;
    done.add(changelog);
    const chain = [...above.chain, changelog];
    for (const entry of nodes.get(changelog) ?? []) {
        const { runWith } = above;
        if (entry.name === 'changeSet')
            result.steps.push({ changelog, changeset: entry, runWith });
        if (entry.name === 'property')
            addProperty(entry, result.properties);
        const named = targets(entry, changelog, all);
        if (isIgnored(entry))
            for (const file of named)
                result.ignored.add(file);
        const found = isIgnored(entry) ? [] : named;
        if (found.length === 0 && !isIgnored(entry))
            result.problems.push(...missing(entry, changelog));
        for (const file of found) {
            if (/\.sql$/i.test(file.path)) {
                const known = result.steps.some((step) => 'file' in step && step.file === file);
                const by = { changelog, all: entry.name === 'includeAll' };
                if (!known)
                    result.steps.push({ file, by, runWith: (0,changelog_nodes/* said */.ag)(entry, 'runWith') ?? runWith });
            }
            else if (chain.includes(file)) {
                const cycle = [...chain.slice(chain.indexOf(file)), file].map(({ path }) => path).join(' → ');
                const message = `The changelogs include each other in a circle: ${cycle}.`;
                result.problems.push((0,problem/* malformed */.Q)(changelog, entry.line, message));
            }
            else if (!done.has(file))
                follow(file, { chain, runWith: (0,changelog_nodes/* said */.ag)(entry, 'runWith') ?? runWith }, walk);
        }
    }
}
/** The files that an `include` or `includeAll` means. */
function targets(entry, changelog, all) {
    const target = targetOf(entry);
    if (target === undefined)
        return [];
    const found = filesAt(target, (0,changelog_nodes/* said */.ag)(entry, 'relativeToChangelogFile') === 'true', changelog, all);
    return entry.name === 'include'
        ? found.slice(0, 1)
        : found.filter((file) => file !== changelog && isWanted(file, entry));
}
const isIgnored = (entry) => (0,changelog_nodes/* said */.ag)(entry, 'ignore') === 'true';
/** `endsWithFilter`, `minDepth` and `maxDepth` of an includeAll; what lies in the folder itself has the depth 1. */
function isWanted({ path }, entry) {
    const folder = `/${withoutScheme((0,changelog_nodes/* said */.ag)(entry, 'path') ?? '').replace(/^(\.\.?\/)+/, '')}/`.replace(/^\/+$/, '/');
    const at = `/${path}`.lastIndexOf(folder);
    const depth = at === -1 ? 1 : `/${path}`.slice(at + folder.length).split('/').length;
    const [least, most] = [
        Number((0,changelog_nodes/* said */.ag)(entry, 'minDepth') ?? 0),
        Number((0,changelog_nodes/* said */.ag)(entry, 'maxDepth') ?? Number.POSITIVE_INFINITY),
    ];
    const end = (0,changelog_nodes/* said */.ag)(entry, 'endsWithFilter') ?? '';
    return path.toLowerCase().endsWith(end.toLowerCase()) && depth >= least && depth <= most;
}
function targetOf(entry) {
    if (entry.name !== 'include' && entry.name !== 'includeAll')
        return undefined;
    return (0,changelog_nodes/* said */.ag)(entry, entry.name === 'include' ? 'file' : 'path') ?? undefined;
}
/**
 * The files at a path: a file, or what a folder holds. It is relative to the changelog, or to a search path that we don't know: then
 * the end of the path counts.
 */
function filesAt(target, isRelative, { path }, all) {
    const clean = withoutScheme(target);
    const beside = external_node_path_.posix.join((0,names/* folderOf */.yS)(path), clean);
    const at = (exact) => all.filter((file) => file.path === exact || file.path.startsWith(`${exact}/`));
    const direct = at(beside);
    if (direct.length > 0 || isRelative)
        return direct;
    const fromTop = at(clean);
    return fromTop.length > 0
        ? fromTop
        : all.filter((file) => file.path.endsWith(`/${clean}`) || `/${(0,names/* folderOf */.yS)(file.path)}`.includes(`/${clean}/`));
}
function missing(entry, changelog) {
    const target = targetOf(entry);
    if (target === undefined)
        return [];
    const isFolder = entry.name === 'includeAll';
    const line = (0,changelog_nodes/* childOf */.GG)(entry, isFolder ? 'path' : 'file')?.line ?? entry.line;
    const says = `${(0,words/* code */.a)(changelog.path)} includes ${(0,words/* code */.a)(target)}`;
    if (external_node_path_.posix.join((0,names/* folderOf */.yS)(changelog.path), target).startsWith('../'))
        return [(0,problem/* malformed */.Q)(changelog, line, `${says}, which is not in this repository. It was not followed.`)];
    if (/\.sql$/i.test(target))
        return [(0,problem/* malformed */.Q)(changelog, line, `${says}, and there is no such file. Liquibase stops there.`)];
    // A changelog may come with a library.
    if (target.startsWith('classpath:'))
        return [];
    const message = `${says}, and there is no such ${isFolder ? 'folder with changes' : 'file'} here. What it holds was not checked.`;
    return [{ ...(0,problem/* malformed */.Q)(changelog, line, message), severity: 'warning' }];
}
/** Where the files of includes may be that are not among these, from the top folder, the likeliest first; `folder`: for all that it holds. */
function elsewhere(files) {
    const changelogs = files.filter(isChangelog);
    return changelogs.flatMap((changelog) => changelogNodes(changelog)
        .nodes.flatMap(modified)
        .flatMap(withScripts)
        .flatMap((entry) => {
        const [target, isRelative] = [targetOf(entry), (0,changelog_nodes/* said */.ag)(entry, 'relativeToChangelogFile') === 'true'];
        if (target === undefined || filesAt(target, isRelative, changelog, files).length > 0)
            return [];
        const clean = withoutScheme(target);
        const above = isRelative ? [(0,names/* folderOf */.yS)(changelog.path)] : foldersAbove(changelog.path);
        const paths = above.map((folder) => external_node_path_.posix.join(folder, clean));
        return [{ paths, folder: entry.name === 'includeAll' }];
    }));
}
/** An entry, and what of its changes and rollbacks is in files, as includes. */
function withScripts(entry) {
    const inside = entry.children.flatMap(withScripts);
    if (entry.name !== 'sqlFile')
        return entry.name === 'changeSet' ? inside : [entry, ...inside];
    const file = (0,changelog_nodes/* childOf */.GG)(entry, 'path');
    return file ? [{ ...entry, name: 'include', children: [...entry.children, { ...file, name: 'file' }] }] : [];
}
/** A file's folder and those above it, down to the top. */
function foldersAbove(path) {
    const parts = (0,names/* folderOf */.yS)(path).split('/').slice(0, -1);
    return parts.map((_, index) => `${parts.slice(0, parts.length - index).join('/')}/`).concat('');
}
/** The first value counts, as it does for Liquibase; one for another database is none. */
function addProperty(entry, properties) {
    const [name, value, dbms] = [(0,changelog_nodes/* said */.ag)(entry, 'name'), (0,changelog_nodes/* said */.ag)(entry, 'value'), (0,changelog_nodes/* said */.ag)(entry, 'dbms')];
    if (name === undefined || value === undefined || properties.has(name))
        return;
    if (dbms === undefined || /\bpostgresql\b/i.test(dbms))
        properties.set(name, value);
}
function withoutScheme(target) {
    return target.replace(/^(classpath:|\.?\/)+/, '').replace(/\/$/, '');
}


/***/ }),

/***/ 6695:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ changelogFiles),
/* harmony export */   z: () => (/* binding */ searchPaths)
/* harmony export */ });
/** What settings say of Liquibase's changelogs: its own, Spring's, Maven's and Gradle's. Pure. */
const NAMED = [
    // liquibase.properties: changeLogFile, changelog-file, liquibase.command.changelogFile; Gradle: changelogFile 'x'.
    /\bchange-?log-?file\b["']?[ \t]*[:=(, ]?[ \t]*["']?([^\s"'<>,)]+)/gi,
    /<changeLogFile>\s*([^<\s]+)\s*<\/changeLogFile>/g,
    // Spring: spring.liquibase.change-log.
    /\bspring\.liquibase\.change-?log[ \t]*[:=][ \t]*["']?([^\s"']+)/gi,
];
/** The changelogs' paths, from the settings' folder, a search path or the resources. */
function changelogFiles(text) {
    const spring = /\bliquibase:/.test(text) ? [/^\s+change-?log:[ \t]*["']?([^\s"']+)/gim] : [];
    const found = [...NAMED, ...spring].flatMap((form) => [...text.matchAll(form)].map(([, path = '']) => path));
    return [...new Set(found.map((path) => path.replace(/^(?:classpath\*?:)?\/*/, '')))];
}
/** Where paths are looked for besides. */
function searchPaths(text) {
    const said = /\bsearch-?path\b[ \t]*[:=][ \t]*(\S+)/i.exec(text)?.[1];
    return (said ?? '').split(',').filter((path) => path !== '');
}


/***/ }),

/***/ 2791:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ markdown)
/* harmony export */ });
/* harmony import */ var _sql_positions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8647);
/* harmony import */ var _readers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1136);


const HEADINGS = [
    [
        /\b(rollback|roll back|rolling back|revert|undo)\b|^\W*down\W*$|\bdown\W+(migration|script|sql)\b|\bmigrat\w+\W+down\b/i,
        'down',
    ],
    [/\b(validation|validate|validating|verification|verify|verifying)\b/i, 'verify'],
    [/\b(maintenance|vacuum)\b/i, 'maintenance'],
    [/\b(migrations?|migrate|deploy|apply)\b|^\W*up\W*$|\bup\W+(script|sql)\b/i, 'up'],
];
const SQL = /^(sql|pgsql|postgres|postgresql|psql)$/i;
/** Headings of other topics, below a title that names a migration. */
const ASIDE = /\b(background|context|motivation|why|current|diagnos\w+|monitor\w*|examples?|impact|appendix)\b/i;
const markdown = {
    name: 'markdown',
    tool: 'The runbook',
    summary: 'a runbook: headings such as Migration, Rollback, Validation and Maintenance over ```sql fences',
    psql: true,
    sendsRows: true,
    refuses: {},
    // Pages are independent of the layout of the SQL files beside them.
    recognise: () => undefined,
    read: ({ files }) => ({
        migrations: files.filter(_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .isMarkdown */ .sl).flatMap((file) => runbook(file) ?? []),
        problems: [],
        notChecked: [],
    }),
};
/** A report of ours that was written into the repository: its SQL is advice. */
const OWN_REPORT = /^(?:<!-- migration-safety:[^\n]*-->\n)?### \S+ Migration safety: /;
/** The migration in a Markdown file; undefined where no heading that names a migration holds SQL. */
function runbook(file) {
    if (OWN_REPORT.test(file.text))
        return undefined;
    const sections = new Map();
    const headings = [];
    const page = [...blocks((0,_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .readMarkdown */ .k$)(file.text).children)];
    const title = titleOf(page);
    for (const node of page) {
        if (node.type === 'heading') {
            while ((headings.at(-1)?.depth ?? 0) >= node.depth)
                headings.pop();
            const text = textOf(node);
            headings.push({
                depth: node.depth,
                role: node === title ? undefined : (roleOf(text) ?? (ASIDE.test(text) ? 'none' : undefined)),
            });
            continue;
        }
        const role = headings.findLast((heading) => heading.role !== undefined)?.role;
        if (role === 'none')
            continue;
        if (role !== undefined && SQL.test(node.lang ?? '')) {
            sections.set(role, [...(sections.get(role) ?? []), fenceOf(node, file.text)]);
        }
    }
    const script = (role) => {
        const fences = sections.get(role);
        return fences && { role, file, sql: sqlOf(file.text, fences), transaction: 'autocommit' };
    };
    const [up, down, verify, maintenance] = [script('up'), script('down'), script('verify'), script('maintenance')];
    if (up === undefined)
        return undefined;
    return {
        id: file.path.replace(/^.*\//, '').replace(/\.[a-z]+$/i, ''),
        path: file.path,
        layout: 'markdown',
        up,
        ...(down && { down }),
        ...(verify && { verify }),
        ...(maintenance && { maintenance }),
    };
}
/** A title that names a migration is the page's, not a section, where a heading below it does so, too. */
function titleOf(page) {
    const [title, ...rest] = page.filter((node) => node.type === 'heading');
    const speaks = (heading) => roleOf(textOf(heading)) === 'up';
    if (title === undefined || title.depth !== 1 || !speaks(title))
        return undefined;
    return rest.some((heading) => heading.depth > 1 && speaks(heading)) ? title : undefined;
}
/** Headings and fences in the order of the page, also those inside lists and quotes. */
function* blocks(nodes) {
    for (const node of nodes) {
        if (node.type === 'heading' || node.type === 'code')
            yield node;
        else if ('children' in node)
            yield* blocks(node.children);
    }
}
function roleOf(heading) {
    return HEADINGS.find(([pattern]) => pattern.test(heading))?.[1];
}
function textOf(node) {
    if ('value' in node)
        return node.value;
    return 'children' in node ? node.children.map(textOf).join('') : '';
}
/** The fences' text in its place. A semicolon at each closing line ends a last statement that has none. */
function sqlOf(text, fences) {
    const sql = (0,_sql_positions_js__WEBPACK_IMPORTED_MODULE_0__/* .maskOutside */ .ms)(text, fences.flatMap(({ lines }) => lines));
    return fences.reduce((masked, { close }) => {
        // A quote that ends without a closing line may be followed by an empty one: the next fence's own line has room.
        const at = masked.indexOf(' ', close);
        return at === -1 ? masked : `${masked.slice(0, at)};${masked.slice(at + 1)}`;
    }, sql);
}
/** Each line of a fence without the marks of the list or quote that contains it. */
function fenceOf(node, text) {
    const fence = { lines: [], close: text.length };
    let at = text.indexOf('\n', node.position?.start.offset ?? 0) + 1;
    for (const line of node.value.split('\n')) {
        const lineEnd = text.indexOf('\n', at);
        const end = lineEnd === -1 ? text.length : lineEnd;
        const written = text.slice(at, end).replace(/\r$/, '');
        const stop = at + written.length;
        fence.lines.push({ start: stop - Math.min(line.replace(/\r$/, '').length, written.length), end: stop });
        at = end + 1;
    }
    fence.close = at;
    return fence;
}


/***/ }),

/***/ 7984:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fl: () => (/* binding */ baseName),
/* harmony export */   Gz: () => (/* binding */ below),
/* harmony export */   LT: () => (/* binding */ PERIOD_FOLDER),
/* harmony export */   Uo: () => (/* binding */ sqlFiles),
/* harmony export */   Vc: () => (/* binding */ configsNamed),
/* harmony export */   f4: () => (/* binding */ topSqlFiles),
/* harmony export */   hk: () => (/* binding */ isSqlInCode),
/* harmony export */   ku: () => (/* binding */ plainNumber),
/* harmony export */   nG: () => (/* binding */ byName),
/* harmony export */   qy: () => (/* binding */ dependent),
/* harmony export */   ub: () => (/* binding */ folderName),
/* harmony export */   vh: () => (/* binding */ byNumber),
/* harmony export */   yS: () => (/* binding */ folderOf),
/* harmony export */   z4: () => (/* binding */ byText)
/* harmony export */ });
let collator;
/** By the names, with numbers as numbers: `2_b` before `10_a`, and dates as dates. */
function byName(a, b) {
    // Made when two names are first compared: it takes 6 ms.
    collator ??= new Intl.Collator('en', { numeric: true });
    return collator.compare(a, b) || byText(a, b);
}
/** By code units, as tools do that sort file names as text. */
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
function baseName(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
/** The folder with its slash; empty at the top. */
function folderOf(path) {
    return path.slice(0, path.lastIndexOf('/') + 1);
}
/** The folder's own name. */
function folderName(path) {
    return baseName(folderOf(path).slice(0, -1));
}
/** A file's path below its set's folder. */
function below({ root }, { path }) {
    return path.startsWith(root) ? path.slice(root.length) : path;
}
/** Code that says by its name that it sends SQL: `1_name.sql.cjs`. */
function isSqlInCode(path) {
    return /\.sql\.[cm]?js$/i.test(path);
}
/** The set's SQL files. */
function sqlFiles({ files }) {
    return files.filter(({ path }) => /\.sql$/i.test(path));
}
/** A year, a version or a release that migrations are sorted into. */
const PERIOD_FOLDER = /^(v?\d[\d._-]*|releases?[-_.\d]*)$/i;
/** The SQL files that lie directly in the set's folder; where there are none, those in its folders for years or versions. */
function topSqlFiles(set) {
    const all = sqlFiles(set);
    const top = all.filter((file) => !below(set, file).includes('/'));
    return top.length > 0 ? top : all.filter((file) => inPeriods(set, file));
}
function inPeriods(set, file) {
    return below(set, file)
        .split('/')
        .slice(0, -1)
        .every((folder) => PERIOD_FOLDER.test(folder));
}
/** The settings files of that name, the nearest first. */
function configsNamed({ configs }, name) {
    return configs.filter(({ path }) => name.test(baseName(path)));
}
/** A number as text without leading zeros, so that `007` and `7` are one version. */
function plainNumber(digits) {
    return digits.replace(/^0+(?=\d)/, '');
}
/** Compares numbers of any length that are given as text. */
function byNumber(a, b) {
    const [x, y] = [plainNumber(a), plainNumber(b)];
    return x.length - y.length || byText(x, y);
}
/** The file that depends on a package: a go.mod, Cargo.toml, package.json or Gemfile that names it. */
function dependent(set, packageName) {
    return configsNamed(set, /^(go\.mod|Cargo\.toml|package\.json|Gemfile)$/).find(({ text }) => packageName.test(text));
}


/***/ }),

/***/ 7370:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ together),
/* harmony export */   f: () => (/* binding */ assemble)
/* harmony export */ });
/* harmony import */ var _sections_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8850);

/** One migration for each key that has an up script. What doesn't fit in is said. */
function together(layout, parts, order) {
    const groups = new Map();
    for (const part of parts)
        groups.set(part.key, [...(groups.get(part.key) ?? []), part]);
    const migrations = [];
    const notChecked = [];
    for (const group of groups.values()) {
        // Two files for one part: the first is taken, and the other is not passed over in silence.
        for (const { script } of group) {
            const first = scriptFor(group, script.role)?.file ?? script.file;
            const reason = `${first.path} is the ${script.role} script of the same migration`;
            if (first !== script.file)
                notChecked.push({ check: script.file.path, reason });
        }
        const migration = assemble(layout, group);
        if (migration)
            migrations.push(migration);
        else {
            for (const { script } of group) {
                const reason = `it is a ${script.role} script, and no migration of that name stands beside it`;
                notChecked.push({ check: script.file.path, reason });
            }
        }
    }
    return { migrations: migrations.sort(order), problems: [], notChecked };
}
/** The migration that the parts make; undefined without an up script. */
function assemble(layout, parts) {
    const up = scriptFor(parts, 'up');
    if (up === undefined)
        return undefined;
    const [down, verify, maintenance] = [
        scriptFor(parts, 'down'),
        scriptFor(parts, 'verify'),
        scriptFor(parts, 'maintenance'),
    ];
    const { id, version } = parts.find(({ script }) => script === up);
    const beside = parts.flatMap((part) => part.beside ?? []);
    const irreversible = down && (0,_sections_js__WEBPACK_IMPORTED_MODULE_0__/* .saysIrreversible */ .$x)(down);
    return {
        id,
        path: up.file.path,
        layout,
        up,
        ...(down && irreversible === undefined && { down }),
        ...(verify && { verify }),
        ...(maintenance && { maintenance }),
        ...(version !== undefined && { version }),
        ...(irreversible !== undefined && { irreversible }),
        ...(beside.length > 0 && { beside }),
    };
}
function scriptFor(parts, role) {
    return parts.find(({ script }) => script.role === role)?.script;
}


/***/ }),

/***/ 968:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ plain)
/* harmony export */ });
/* harmony import */ var _roots_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(429);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4576);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7984);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7370);
/* harmony import */ var _writing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3840);





const ROLES = new Map(Object.entries({
    up: 'up',
    deploy: 'up',
    down: 'down',
    rollback: 'down',
    revert: 'down',
    undo: 'down',
    verify: 'verify',
    verification: 'verify',
    validate: 'verify',
    validation: 'verify',
    maintenance: 'maintenance',
}));
const plain = {
    name: 'plain',
    tool: 'The runner of plain SQL files',
    summary: 'SQL files in the order of their names; `.down.sql`, `.rollback.sql`, `.verify.sql`, `.validate.sql`, `.maintenance.sql` or folders of those names hold the other scripts',
    writing: {
        transaction: 'autocommit',
        forward: (0,_writing_js__WEBPACK_IMPORTED_MODULE_1__/* .oneFile */ .V_)((draft) => `${(0,_writing_js__WEBPACK_IMPORTED_MODULE_1__/* .versioned */ .iF)(draft)}.sql`),
        files: (0,_writing_js__WEBPACK_IMPORTED_MODULE_1__/* .twoFiles */ .as)((draft, direction) => `${(0,_writing_js__WEBPACK_IMPORTED_MODULE_1__/* .versioned */ .iF)(draft)}${direction === 'down' ? '.down' : ''}.sql`),
    },
    // What no tool claims is plain: no evidence is needed.
    recognise: () => undefined,
    psql: true,
    sendsRows: true,
    refuses: {},
    consecutive: true,
    versionsPerFolder: true,
    read({ files }) {
        const scripts = files.filter(({ path }) => !/\.(md|markdown)$/i.test(path) && !(0,_roots_js__WEBPACK_IMPORTED_MODULE_2__/* .isBookkeeping */ .rU)(path));
        const keys = new Set(scripts.map((file) => partOf(file).key));
        const parts = scripts.map((file) => {
            const { key, role } = partOf(file, keys);
            const id = key.split('/').at(-1) ?? key;
            const version = versionOf(id);
            return { key, id, ...(version !== undefined && { version }), script: (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .wholeFile */ .A)(role, file, 'autocommit') };
        });
        return (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .together */ .b)('plain', parts, (a, b) => (0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .byName */ .nG)(a.path, b.path));
    },
};
/** A number in front of the name. A date is none: several migrations may have one day. */
function versionOf(id) {
    const digits = /^[vV]?(\d+)(?=[_\s.-]|$)(?!-\d\d-\d\d)/.exec(id)?.[1];
    return digits === undefined || digits.length === 8 || /^\d+\.\d/.test(id.replace(/^v/i, ''))
        ? undefined
        : (0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .plainNumber */ .ku)(digits);
}
/**
 * The migration that a file belongs to, and its role: from a suffix (`.down.sql`), from the folder (`rollback/x.sql`),
 * or from an underscored suffix (`x_rollback.sql`) where `x.sql` exists.
 */
function partOf({ path }, keys) {
    const slash = path.lastIndexOf('/');
    const folder = path.slice(0, slash + 1);
    const name = path.slice(slash + 1).replace(/\.sql$/i, '');
    const dotted = /^(.+)\.([a-z]+)$/i.exec(name);
    const bySuffix = roleOf(dotted?.[2]);
    if (dotted && bySuffix)
        return { key: folder + dotted[1], role: bySuffix };
    const parent = /^(.*?)([^/]+)\/$/.exec(folder);
    const byFolder = roleOf(parent?.[2]);
    // A folder `up` or `deploy` says nothing by itself: only beside one of the others.
    if (parent && byFolder && (byFolder !== 'up' || keys?.has(`${parent[1]}${name}`))) {
        return { key: `${parent[1]}${name}`, role: byFolder };
    }
    const scored = /^(.+)[_-]([a-z]+)$/i.exec(name);
    const scoredRole = roleOf(scored?.[2]);
    if (scored && scoredRole && keys?.has(folder + scored[1]))
        return { key: folder + scored[1], role: scoredRole };
    return { key: folder + name, role: 'up' };
}
function roleOf(word) {
    return ROLES.get(word?.toLowerCase() ?? '');
}


/***/ }),

/***/ 1136:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ loadReaders),
/* harmony export */   gM: () => (/* binding */ readYaml),
/* harmony export */   k$: () => (/* binding */ readMarkdown),
/* harmony export */   km: () => (/* binding */ readXml),
/* harmony export */   qF: () => (/* binding */ placeOfXml),
/* harmony export */   sl: () => (/* binding */ isMarkdown)
/* harmony export */ });
const isMarkdown = ({ path }) => /\.(md|markdown)$/i.test(path);
/** Liquibase's changelogs; JSON is YAML, too. Drizzle's journal is read without help. */
const isYaml = ({ path }) => /(?<!_journal)\.(ya?ml|json)$/i.test(path);
const isXml = ({ path }) => /\.xml$/i.test(path);
let markdown;
let yaml;
let xml;
/** To be awaited before a layout reads the files. */
async function loadReaders(files) {
    if (files.some(isMarkdown))
        markdown ??= await __webpack_require__.e(/* import() */ 231).then(__webpack_require__.bind(__webpack_require__, 2231));
    if (files.some(isYaml))
        yaml ??= await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    if (files.some(isXml))
        xml ??= await __webpack_require__.e(/* import() */ 642).then(__webpack_require__.bind(__webpack_require__, 6642));
}
function readMarkdown(text) {
    return loaded(markdown).fromMarkdown(text);
}
function readYaml(text) {
    return loaded(yaml).parseDocument(text, { prettyErrors: false });
}
/** A document's nodes, each with its place in the text; `error` where it is not well-formed. */
function readXml(text) {
    const { XMLParser, XMLValidator } = loaded(xml);
    const valid = XMLValidator.validate(text);
    if (valid !== true)
        return { nodes: [], error: { line: valid.err.line, message: valid.err.msg } };
    const parser = new XMLParser({
        preserveOrder: true,
        captureMetaData: true,
        ignoreAttributes: false,
        attributeNamePrefix: '',
        parseAttributeValue: false,
        parseTagValue: false,
        processEntities: false,
        trimValues: false,
    });
    try {
        return { nodes: parser.parse(text), error: null };
    }
    catch (error) {
        // It refuses what no changelog has, such as a hundred elements in each other.
        return { nodes: [], error: { line: 1, message: error.message } };
    }
}
/** Where an element begins and ends; the end is its last character. */
function placeOfXml(node) {
    const symbol = loaded(xml).XMLParser.getMetaDataSymbol();
    const { startIndex = 0, endIndex = startIndex } = (node[symbol] ?? {});
    return { start: startIndex, end: endIndex };
}
function loaded(reader) {
    if (reader === undefined)
        throw new Error('loadReaders was not called for these files');
    return reader;
}


/***/ }),

/***/ 8850:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ saysIrreversible),
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   Xq: () => (/* binding */ withSemicolons),
/* harmony export */   jn: () => (/* binding */ readSections),
/* harmony export */   lh: () => (/* binding */ sectionScript),
/* harmony export */   z3: () => (/* binding */ isBlank)
/* harmony export */ });
/* harmony import */ var _sql_lexer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(186);
/* harmony import */ var _sql_positions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8647);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4227);



/** The text's lines; LF and CRLF end one. */
function* linesOf(text) {
    for (let start = 0, number = 1; start < text.length; number++) {
        const at = text.indexOf('\n', start);
        const next = at === -1 ? text.length : at + 1;
        const line = text.slice(start, at === -1 ? text.length : at).replace(/\r$/, '');
        yield { text: line, number, start, end: start + line.length, next };
        start = next;
    }
}
/** Finds a file's up and down sections. What is out of place is said; the first of its kind counts. */
function readSections(file, syntax) {
    const { tool, written } = syntax;
    const problems = [];
    const found = [];
    for (const line of linesOf(file.text)) {
        const marker = syntax.marker(line.text);
        if (marker === undefined)
            continue;
        const last = found.at(-1);
        if (last)
            last.end = line.start;
        const same = found.find(({ role }) => role === marker.role);
        if (same) {
            const message = `A second "${written[marker.role]}": the first is on line ${same.line}, and ${tool} reads one.`;
            problems.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .malformed */ .Q)(file, line.number, message, 'Put the statements into one section.'));
        }
        else if (marker.role === 'up' && found.some(({ role }) => role === 'down')) {
            const message = `"${written.down}" stands before "${written.up}": ${tool} expects the up section first.`;
            problems.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .malformed */ .Q)(file, found[0]?.line ?? 1, message, 'Move the up section to the top of the file.'));
        }
        found.push({ ...marker, line: line.number, start: line.next, end: file.text.length });
    }
    const first = found[0]?.start === undefined ? file.text.length : startOfLine(file.text, found[0].line);
    const statement = (0,_sql_lexer_js__WEBPACK_IMPORTED_MODULE_2__/* .lex */ .Ii)(file.text.slice(0, first)).statements[0];
    let up = found.find(({ role }) => role === 'up');
    if (syntax.before === 'up' && up === undefined) {
        up = { role: 'up', options: '', line: 1, start: 0, end: first };
    }
    else if (statement && syntax.before === 'refused') {
        const line = file.text.slice(0, statement.start).split('\n').length;
        const message = found.length === 0
            ? `There is no "${written.up}" in this file: ${tool} runs nothing of it.`
            : `SQL before the first section: ${tool} expects "${written.up}" above it.`;
        problems.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .malformed */ .Q)(file, line, message, `Write "${written.up}" above the first statement.`));
    }
    else if (up === undefined && found.length > 0) {
        const message = `There is no "${written.up}" in this file: ${tool} has nothing to apply.`;
        problems.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .malformed */ .Q)(file, found[0]?.line ?? 1, message, `Write "${written.up}" above the migration.`));
    }
    return { up, down: found.find(({ role }) => role === 'down'), problems };
}
/** A section as a script: everything else in the file is blank, so that places stay what they are. */
function sectionScript(file, { role, start, end }, transaction) {
    return { role, file, sql: (0,_sql_positions_js__WEBPACK_IMPORTED_MODULE_0__/* .maskOutside */ .ms)(file.text, [{ start, end }]), transaction };
}
/** Statements that end in something else than a semicolon get one in its place, from `from` on. */
function withSemicolons(text, delimiter, from = 0) {
    if (!delimiter || /^[\s;]*$/.test(delimiter))
        return text;
    let sql = text;
    for (let at = sql.indexOf(delimiter, from); at !== -1; at = sql.indexOf(delimiter, at + delimiter.length)) {
        sql = `${sql.slice(0, at)};${' '.repeat(delimiter.length - 1)}${sql.slice(at + delimiter.length)}`;
    }
    return sql;
}
/** Whether a script holds nothing that a server would be sent; a comment that never closes is sent, and refused. */
function isBlank({ sql }) {
    const { statements, metaCommands, unclosed } = (0,_sql_lexer_js__WEBPACK_IMPORTED_MODULE_2__/* .lex */ .Ii)(sql);
    return statements.length === 0 && metaCommands.length === 0 && unclosed === null;
}
/** What a down script says that only says that there is none. */
function saysIrreversible(script) {
    // tern's template says "If this migration is irreversible" in every file.
    const words = /(?<!if this migration is )irreversible|not reversible|no (rollback|down|way back)/i;
    if (!words.test(script.sql) || !isBlank(script))
        return undefined;
    const said = script.sql
        .replace(/^[\s*/-]+|[\s*/-]+$/gm, ' ')
        .replace(/\s+/g, ' ')
        .trim();
    return said.replace(/^(?:irreversible|not reversible)\s*[:,–-]\s*(?=\S)/i, '');
}
function startOfLine(text, number) {
    for (const line of linesOf(text))
        if (line.number === number)
            return line.start;
    return text.length;
}


/***/ }),

/***/ 7359:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ sqitchPaths)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/** Where `sqitch.conf` says that scripts and plan are (manual, sqitch-configuration). Pure. */

/** By sections such as `core`, `engine "pg"` and `target "prod"`, in lower case but for their names. */
function sectionsOf(text) {
    const sections = new Map();
    let current = new Map();
    for (const line of text.split('\n')) {
        const [, name, of] = /^\s*\[\s*(\w+)(?:\s+"([^"]*)")?\s*\]/.exec(line) ?? [];
        if (name !== undefined) {
            const key = of === undefined ? name.toLowerCase() : `${name.toLowerCase()} ${of}`;
            current = sections.get(key) ?? new Map();
            sections.set(key, current);
            continue;
        }
        const [, key, value] = /^\s*([\w-]+)\s*=\s*"?(.*?)"?\s*(?:[#;].*)?$/.exec(line) ?? [];
        if (key !== undefined && value !== undefined)
            current.set(key.toLowerCase(), value);
    }
    return sections;
}
/** For PostgreSQL: a target's word counts before its engine's, and that before the core's. `folder`: the file's own. */
function sqitchPaths(text, folder) {
    const sections = sectionsOf(text);
    const [core, engine] = [sections.get('core'), sections.get('engine pg')];
    const target = sections.get(`target ${engine?.get('target') ?? core?.get('target') ?? ''}`);
    const said = (key) => target?.get(key) ?? engine?.get(key) ?? core?.get(key);
    const at = (path) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, path);
    const top = said('top_dir') ?? '.';
    const inFolder = (key) => `${at(said(`${key}_dir`) ?? node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(top, key)).replace(/\/$/, '')}/`;
    return {
        deploy: inFolder('deploy'),
        revert: inFolder('revert'),
        verify: inFolder('verify'),
        plan: at(said('plan_file') ?? node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(top, 'sqitch.plan')),
    };
}


/***/ }),

/***/ 8591:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ statementHeads),
/* harmony export */   o: () => (/* binding */ statementTexts)
/* harmony export */ });
/* harmony import */ var _sql_lexer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(186);
/** Statements as words, for tools that decide by them how they send a file. Pure. */

/** Each statement's words in capitals: enough of them to determine its kind. */
function statementHeads(sql) {
    return statementTexts(sql).map((text) => text.slice(0, 400).toUpperCase());
}
/** Each statement without comments and with single spaces: what stays the same when a script is only laid out anew. */
function statementTexts(sql) {
    const { statements, comments } = (0,_sql_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .lex */ .Ii)(sql);
    let next = 0;
    return statements.map(({ start, end }) => {
        let text = '';
        let at = start;
        for (let comment = comments[next]; comment && comment.end <= end; comment = comments[++next]) {
            if (comment.start < at)
                continue;
            text += `${sql.slice(at, comment.start)} `;
            at = comment.end;
        }
        return `${text}${sql.slice(at, end)}`.replace(/\s+/g, ' ').trim();
    });
}


/***/ }),

/***/ 3840:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ks: () => (/* binding */ sectionsOf),
/* harmony export */   V_: () => (/* binding */ oneFile),
/* harmony export */   as: () => (/* binding */ twoFiles),
/* harmony export */   eU: () => (/* binding */ downOf),
/* harmony export */   iF: () => (/* binding */ versioned),
/* harmony export */   xN: () => (/* binding */ inBlock)
/* harmony export */ });
/** As readers of such files understand it: that there is none on purpose. */
const NOTHING = '-- no rollback: there is nothing to undo';
/** The rollback's text; null where somebody has to write it. */
function downOf({ down, unknownDown, oneWay }) {
    return down ?? (unknownDown ? null : oneWay === undefined ? NOTHING : `-- irreversible: ${oneWay}`);
}
const lines = (...parts) => `${parts.filter((part) => part !== false && part !== null && part !== '').join('\n')}\n`;
/** Where a tool cuts at semicolons, what has some inside stands in a block. */
function inBlock(prefix) {
    return (sql) => (sql.includes('$$') ? `${prefix} StatementBegin\n${sql}\n${prefix} StatementEnd` : sql);
}
/** One file with a section for each direction. `whole`: the mark around what has semicolons inside. */
function sectionsOf(name, marks, whole = (sql) => sql) {
    return (draft) => {
        const { top = '', up = '', down } = marks(draft.outside);
        const undo = downOf(draft);
        const back = down !== undefined && undo !== null && lines(down, whole(undo)).trimEnd();
        return [{ path: name(draft), text: lines(top, up, whole(draft.up), back) }];
    };
}
/** A file for each direction; `mark` is the first line of those that run outside a transaction. */
function twoFiles(name, mark = '') {
    return (draft) => {
        const text = (sql) => lines(draft.outside && mark, sql);
        const up = { path: name(draft, 'up'), text: text(draft.up) };
        const undo = downOf(draft);
        return undo === null
            ? [up]
            : [up, { path: name(draft, 'down'), text: draft.down === null ? lines(undo) : text(undo) }];
    };
}
/** One file, and no way back. */
function oneFile(name, mark = '') {
    return (draft) => [{ path: name(draft), text: lines(draft.outside && mark, draft.up) }];
}
/** `<version>_name`, as most tools have it. */
const versioned = ({ version, name }) => `${version}_${name}`;


/***/ }),

/***/ 4227:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ malformed),
/* harmony export */   f: () => (/* binding */ toPrediction)
/* harmony export */ });
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6451);
/** What is wrong with the migrations as files: names, marks, order and bookkeeping. */

/** A problem as the finding that it is. */
function toPrediction({ rule, path, line, column = 1, message, help, severity }) {
    const place = { path, line, column, endLine: line, endColumn: column };
    const finding = (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .fileFinding */ .s)(rule, place, message, { ...(help && { help }), ...(severity && { severity }) });
    return { finding, at: { path, start: 0 } };
}
/** What keeps the tool from reading a file. */
function malformed(file, line, message, help) {
    return { rule: 'malformed-migration', path: file.path, line, message, ...(help && { help }) };
}


/***/ }),

/***/ 429:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I5: () => (/* binding */ rootOf),
/* harmony export */   JN: () => (/* binding */ mayBeChangelog),
/* harmony export */   Kh: () => (/* binding */ isScript),
/* harmony export */   Qj: () => (/* binding */ looksLikeMigration),
/* harmony export */   _m: () => (/* binding */ isCode),
/* harmony export */   g4: () => (/* binding */ belongsTo),
/* harmony export */   rU: () => (/* binding */ isBookkeeping),
/* harmony export */   ul: () => (/* binding */ isFlywayName)
/* harmony export */ });
/* harmony import */ var _layouts_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7984);
/** Which folder a migration tool would be pointed at, derived from a file's path. Pure. */

const MIGRATION_FOLDER = /^(.*[-_])?(migrations?|migrate|deploy|changelogs?)$/i;
const ROLE_FOLDER = /^(up|down|deploy|rollback|revert|undo|verify|validate|validation|maintenance|committed|current|meta)$/i;
/** A version, a timestamp or a date in front of a name. */
const ORDER_KEY = /^(\d{3,}|\d{4}-\d{2}-\d{2}|[VU]\d[\d._]*__|R__)/;
/** Folders of one database system among others. */
const VENDOR_FOLDER = /^(postgres(ql)?|pg|mysql|mariadb|sqlite3?|h2|oracle|mssql|sqlserver|cockroach(db)?)$/i;
const FLYWAY = /^([VUB]\d[\d._]*|R)__.+\.sql(\.conf)?$/;
const BOOKKEEPING = /^(atlas\.sum|sqitch\.plan|_journal\.json|migration_lock\.toml|metadata\.toml|.+\.sql\.conf)$/;
const CHANGELOG = /(^|[._-])changelog[^/]*\.(ya?ml|json|xml)$|(^|\/)([^/]*[-_])?changelogs?\/.*\.(ya?ml|json|xml)$/i;
/** Rails' dump, above its folder of Ruby migrations. */
const STRUCTURE = /(^|\/)db\/(\w+_)?structure\.sql$/;
const CODE = /\.(go|rb|py|[cm]?[jt]s|java|kt|exs?|cs|php|rs)$/;
const isScript = (path) => /\.(sql|md|markdown)$/i.test(path) || (0,_layouts_names_js__WEBPACK_IMPORTED_MODULE_0__/* .isSqlInCode */ .hk)(path);
const isBookkeeping = (path) => BOOKKEEPING.test((0,_layouts_names_js__WEBPACK_IMPORTED_MODULE_0__/* .baseName */ .Fl)(path)) || CHANGELOG.test(path);
/** What may be one of Liquibase's changelogs, by its place or name. */
const mayBeChangelog = (path) => CHANGELOG.test(path) && !BOOKKEEPING.test((0,_layouts_names_js__WEBPACK_IMPORTED_MODULE_0__/* .baseName */ .Fl)(path));
/** A migration that is written in code, in the same numbering. */
const isCode = (path) => CODE.test(path) && !isScript(path) && ORDER_KEY.test((0,_layouts_names_js__WEBPACK_IMPORTED_MODULE_0__/* .baseName */ .Fl)(path));
/** Whether the folder or the name says that a file belongs to migrations. */
function looksLikeMigration(path) {
    const folders = (0,_layouts_names_js__WEBPACK_IMPORTED_MODULE_0__/* .folderOf */ .yS)(path).split('/');
    if (folders.some((folder) => MIGRATION_FOLDER.test(folder)))
        return isScript(path) || isBookkeeping(path) || isCode(path);
    const name = (0,_layouts_names_js__WEBPACK_IMPORTED_MODULE_0__/* .baseName */ .Fl)(path);
    if (STRUCTURE.test(path))
        return true;
    if (isBookkeeping(path))
        return !CHANGELOG.test(path);
    return ((/\.sql$/i.test(name) && ORDER_KEY.test(name)) ||
        /^(committed|current)\//.test(folders.slice(-2).join('/')) ||
        isRolePart(path));
}
/** `deploy/`, `revert/` and the like hold SQL of migrations whatever the folder above is. */
function isRolePart(path) {
    return /\.sql$/i.test(path) && /^(revert|rollback|verify)$/i.test((0,_layouts_names_js__WEBPACK_IMPORTED_MODULE_0__/* .folderName */ .ub)(path));
}
function belongsTo(path, { folders, files, flat }) {
    const isBelow = folders.some((folder) => path.startsWith(folder));
    return isBelow || files?.has(path) === true || (/\.sql$/i.test(path) && flat?.includes((0,_layouts_names_js__WEBPACK_IMPORTED_MODULE_0__/* .folderOf */ .yS)(path)) === true);
}
const isFlywayName = (path) => FLYWAY.test((0,_layouts_names_js__WEBPACK_IMPORTED_MODULE_0__/* .baseName */ .Fl)(path));
/** The folder that holds a migration and its neighbours, with a slash; empty for the top. */
function rootOf(path, together = []) {
    const one = together.find((history) => belongsTo(path, history));
    if (one !== undefined)
        return one.root;
    let folder = (0,_layouts_names_js__WEBPACK_IMPORTED_MODULE_0__/* .folderOf */ .yS)(path);
    const name = (0,_layouts_names_js__WEBPACK_IMPORTED_MODULE_0__/* .baseName */ .Fl)(path);
    const climb = () => {
        folder = (0,_layouts_names_js__WEBPACK_IMPORTED_MODULE_0__/* .folderOf */ .yS)(folder.slice(0, -1));
    };
    const own = () => (0,_layouts_names_js__WEBPACK_IMPORTED_MODULE_0__/* .baseName */ .Fl)(folder.slice(0, -1));
    if (/^(up|down|migration)\.sql$|^metadata\.toml$|^snapshot\.json$/.test(name) && holdsOneMigration(folder))
        climb();
    if (name.endsWith('.rb') && own() === 'migrate')
        climb();
    const nested = /^(.*\/)?(deploy|revert|verify)\/(?!.*(?:migrations?|migrate)\/)/i.exec(folder);
    if (nested)
        return nested[1] ?? '';
    const changelog = /^(?:.*\/)?(?:[^/]*[-_])?changelogs?\//i.exec(folder);
    if (changelog)
        return changelog[0];
    if (FLYWAY.test(name)) {
        const above = /^(?:.*\/)?(?:migrations?|sql)\//i.exec(folder)?.[0];
        const between = above === undefined ? [] : folder.slice(above.length).split('/');
        return above === undefined || between.some((part) => VENDOR_FOLDER.test(part)) ? folder : above;
    }
    while (folder !== '' && (ROLE_FOLDER.test(own()) || _layouts_names_js__WEBPACK_IMPORTED_MODULE_0__/* .PERIOD_FOLDER */ .LT.test(own())))
        climb();
    return folder;
}
/** `<version>_name/`, or any folder directly in one for migrations. */
function holdsOneMigration(folder) {
    const name = (0,_layouts_names_js__WEBPACK_IMPORTED_MODULE_0__/* .baseName */ .Fl)(folder.slice(0, -1));
    return /^\d/.test(name) || MIGRATION_FOLDER.test((0,_layouts_names_js__WEBPACK_IMPORTED_MODULE_0__/* .folderName */ .ub)(folder.slice(0, -1)));
}


/***/ }),

/***/ 186:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E7: () => (/* binding */ wordAt),
/* harmony export */   Ii: () => (/* binding */ lex),
/* harmony export */   Nm: () => (/* binding */ lineCommentEnd),
/* harmony export */   cu: () => (/* binding */ quotedEnd),
/* harmony export */   gv: () => (/* binding */ dollarEnd),
/* harmony export */   iM: () => (/* binding */ SENDS),
/* harmony export */   iY: () => (/* binding */ blockCommentEnd)
/* harmony export */ });
/**
 * Splits SQL text the way psql does (manual 4.1), without the grammar: it finds comments, statement ends and psql's own
 * commands even in text that Postgres would refuse, so that one bad statement hides nothing else.
 */
/** Every byte above 127 is a letter to Postgres. */
const IDENTIFIER = /[A-Za-z_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*/y;
/** The psql commands that send the statement before them, as a semicolon does. */
const SENDS = /^\\(?:g|gx|gset|gexec|gdesc|crosstabview|watch)\b/;
const COPY_FROM_STDIN = /^copy\b.*\bfrom\s+stdin\b/is;
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y;
/** Signs that operators are made of. A run of so many is no operator, and the grammar takes for ever to find that out. */
const SIGNS = '+-*/<>=~!@#%^&|`?';
/** It ends where a comment begins. */
const OPERATOR = /[-+*/<>=~!@#%^&|`?](?:(?!--|\/\*)[-+*/<>=~!@#%^&|`?])*/y;
const LONGEST_OPERATOR = 200;
/** Splits `sql`. Never throws: what is never closed ends with the text. Offsets are UTF-16 units. */
function lex(sql, { from = 0, everySemicolon, rowsToEnd = false } = {}) {
    const out = emptyScript();
    let start = -1;
    let last = 0;
    let parens = 0;
    // BEGIN ATOMIC … END bodies hold semicolons of their own (CREATE FUNCTION, manual).
    let atomic = 0;
    let previousWord = '';
    let inner = [];
    let rowsMayFollow = true;
    const close = () => {
        if (start !== -1)
            out.statements.push({ start, end: last });
        start = -1;
        inner = [];
        parens = 0;
        atomic = 0;
        previousWord = '';
    };
    for (let i = from; i < sql.length;) {
        const char = sql[i];
        const next = sql[i + 1];
        if (char === ' ' || char === '\n' || char === '\t' || char === '\r' || char === '\f' || char === '\v') {
            i++;
            continue;
        }
        if ((char === '-' && next === '-') || (char === '/' && next === '*')) {
            i = takeComment(sql, i, out);
            continue;
        }
        if (char === '\\') {
            const end = lineEnd(sql, i);
            const command = sql.slice(i, end).trimEnd();
            out.metaCommands.push({ start: i, end: command.length + i });
            if (SENDS.test(command))
                close();
            i = end;
            continue;
        }
        if (char === ';' && ((parens === 0 && atomic === 0) || everySemicolon)) {
            const rows = rowsMayFollow && isCopy(sql, start, last) ? copiedRows(sql, i, rowsToEnd) : null;
            const behind = rows !== null && rows.end > rows.start ? rows.end : 0;
            rowsMayFollow &&= rows === null || behind > 0;
            close();
            if (rows && behind > 0)
                takeRows(sql, i + 1, rows, out);
            i = behind || i + 1;
            continue;
        }
        if (char === ';')
            inner.push(i);
        if (start === -1)
            start = i;
        const word = wordAt(sql, i);
        if (word !== null) {
            const escapes = /^e$/i.test(word) && sql[i + 1] === "'";
            const end = escapes ? quotedEnd(sql, i + 1, "'", true) : i + word.length;
            const upper = word.toUpperCase();
            atomic = atomicDepth(atomic, previousWord, upper);
            previousWord = upper;
            i = end;
        }
        else if (char === "'" || char === '"') {
            i = quotedEnd(sql, i, char, false);
        }
        else if (char === '$') {
            i = dollarEnd(sql, i);
        }
        else {
            if (char === '(')
                parens++;
            if (char === ')' && parens > 0)
                parens--;
            const end = SIGNS.includes(char ?? '') && SIGNS.includes(next ?? ' ') ? operatorEnd(sql, i) : i + 1;
            if (end - i > LONGEST_OPERATOR)
                out.longOperators.push(i);
            i = end;
        }
        last = i;
    }
    out.semicolonsInOpen = inner;
    close();
    return out;
}
function emptyScript() {
    return {
        statements: [],
        comments: [],
        metaCommands: [],
        rows: [],
        unclosed: null,
        longOperators: [],
        semicolonsInOpen: [],
    };
}
/** Notes the comment that begins at `at`, and returns its end. */
function takeComment(sql, at, out) {
    const closed = sql[at] === '-' ? lineCommentEnd(sql, at) : blockCommentEnd(sql, at);
    const end = closed ?? sql.length;
    out.comments.push({ start: at, end });
    if (closed === null)
        out.unclosed = { start: at, end };
    return end;
}
/** psql reads the rows from the next line on, and then goes on with what stands behind the COPY, from `from` on. */
function takeRows(sql, from, rows, out) {
    const line = sql.slice(0, rows.start - 1);
    if (line.slice(from).trim() !== '') {
        const { statements, comments, metaCommands, unclosed, longOperators } = lex(line, { from });
        out.statements.push(...statements);
        out.comments.push(...comments);
        out.metaCommands.push(...metaCommands);
        out.longOperators.push(...longOperators);
        if (unclosed)
            out.unclosed = unclosed;
    }
    for (const list of [out.metaCommands, out.rows])
        list.push(rows);
}
/** How deep within BEGIN ATOMIC … END a word leaves us; CASE has an END of its own. */
function atomicDepth(depth, previousWord, word) {
    if (word === 'ATOMIC' && previousWord === 'BEGIN')
        return 1;
    if (depth === 0)
        return 0;
    return word === 'CASE' ? depth + 1 : word === 'END' ? depth - 1 : depth;
}
function operatorEnd(sql, at) {
    OPERATOR.lastIndex = at;
    return at + (OPERATOR.exec(sql)?.[0].length ?? 1);
}
function wordAt(sql, at) {
    // Digits and most signs: no need to ask the pattern.
    if ((sql.charCodeAt(at) | 32) < 97)
        return null;
    IDENTIFIER.lastIndex = at;
    return IDENTIFIER.exec(sql)?.[0] ?? null;
}
function isCopy(sql, start, end) {
    return start !== -1 && /^copy/i.test(sql.slice(start, start + 4)) && COPY_FROM_STDIN.test(sql.slice(start, end));
}
/** The lines from a COPY's semicolon to the line `\\.`; where that never comes, to the end or none. */
function copiedRows(sql, semicolon, toEnd) {
    const start = lineEnd(sql, semicolon) + 1;
    const terminator = /^\\\.\r?$/gm;
    terminator.lastIndex = start;
    const end = terminator.exec(sql);
    if (end)
        return { start, end: end.index + 2 };
    return { start, end: toEnd ? Math.max(start, sql.length) : start };
}
function lineEnd(sql, from) {
    const end = sql.indexOf('\n', from);
    return end === -1 ? sql.length : end;
}
/** A carriage return alone ends a comment too. */
function lineCommentEnd(sql, from) {
    LINE_END.lastIndex = from;
    return LINE_END.exec(sql)?.index ?? sql.length;
}
const LINE_END = /[\r\n]/g;
/** Block comments nest in SQL. Null where one never closes. */
function blockCommentEnd(sql, from) {
    let depth = 0;
    for (let i = from; i < sql.length; i++) {
        if (sql[i] === '/' && sql[i + 1] === '*') {
            depth++;
            i++;
        }
        else if (sql[i] === '*' && sql[i + 1] === '/') {
            depth--;
            i++;
            if (depth === 0)
                return i + 1;
        }
    }
    return null;
}
/** A doubled quote stays inside; a backslash escapes only in E'' strings. */
function quotedEnd(sql, from, quote, backslashes) {
    for (let i = from + 1; i < sql.length; i++) {
        if (backslashes && sql[i] === '\\')
            i++;
        else if (sql[i] === quote) {
            if (sql[i + 1] !== quote)
                return i + 1;
            i++;
        }
    }
    return sql.length;
}
function dollarEnd(sql, from) {
    DOLLAR_TAG.lastIndex = from;
    const tag = DOLLAR_TAG.exec(sql)?.[0];
    if (tag === undefined)
        return from + 1;
    const end = sql.indexOf(tag, from + tag.length);
    return end === -1 ? sql.length : end + tag.length;
}


/***/ }),

/***/ 8647:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HU: () => (/* binding */ LineMap),
/* harmony export */   Si: () => (/* binding */ startOfFile),
/* harmony export */   _f: () => (/* binding */ codePointToUtf16),
/* harmony export */   bO: () => (/* binding */ blankOut),
/* harmony export */   cA: () => (/* binding */ lineOf),
/* harmony export */   jZ: () => (/* binding */ fileOffsets),
/* harmony export */   ms: () => (/* binding */ maskOutside),
/* harmony export */   yA: () => (/* binding */ byteToUtf16)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7554);

/** Finds lines and columns by offset (UTF-16 units); both are 1-based. CRLF and LF end a line. */
class LineMap {
    static #byFile = new WeakMap();
    #starts = [0];
    constructor(text) {
        for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1))
            this.#starts.push(i + 1);
    }
    /** The file's own, made once. */
    static of(file) {
        const known = LineMap.#byFile.get(file) ?? new LineMap(file.text);
        LineMap.#byFile.set(file, known);
        return known;
    }
    position(offset) {
        let low = 0;
        let high = this.#starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((this.#starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
    }
    location(path, start, end) {
        const from = this.position(start);
        const to = this.position(end);
        return { path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
    }
    /** The offset of a line's first character. */
    lineStart(line) {
        return this.#starts[line - 1] ?? 0;
    }
}
/** Translates libpg-query's offsets, which count UTF-8 bytes, into UTF-16 units. */
function byteToUtf16(text) {
    if (isAscii(text))
        return (byte) => byte;
    const byteAt = new Uint32Array(text.length + 1);
    let byte = 0;
    for (let i = 0; i < text.length; i++) {
        byteAt[i] = byte;
        const unit = text.charCodeAt(i);
        // A surrogate pair is four bytes: two for each half.
        byte += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
    }
    byteAt[text.length] = byte;
    return (wanted) => {
        let low = 0;
        let high = text.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((byteAt[middle] ?? 0) < wanted)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    };
}
/** Translates a position in code points (as Postgres counts) into UTF-16 units; both from 0. */
function codePointToUtf16(text, codePoints) {
    let offset = 0;
    for (let i = 0; i < codePoints && offset < text.length; i++) {
        offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
    }
    return offset;
}
/** Translates offsets of a script's `sql` into offsets of its file's text. */
function fileOffsets({ fills = [] }) {
    if (fills.length === 0)
        return (offset) => offset;
    // Where each begins in the file.
    const places = [];
    let longer = 0;
    for (const { at, length, was } of fills) {
        places.push(at - longer);
        longer += length - was;
    }
    return (offset) => {
        let [low, high] = [0, fills.length];
        while (low < high) {
            const middle = (low + high) >> 1;
            if (fills[middle].at <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        const fill = fills[low - 1];
        if (fill === undefined)
            return offset;
        const place = places[low - 1];
        const inside = offset - fill.at;
        return inside < fill.length ? place + Math.min(inside, fill.was) : place + fill.was + inside - fill.length;
    };
}
function isAscii(text) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is what ASCII is
    return /^[\x00-\x7f]*$/.test(text);
}
/** Blanks everything outside the given ranges, keeping line ends, so that offsets stay the same. */
function maskOutside(text, ranges) {
    let masked = '';
    let at = 0;
    for (const { start, end } of ranges) {
        masked += blank(text.slice(at, start)) + text.slice(start, end);
        at = end;
    }
    return masked + blank(text.slice(at));
}
/** Blanks the ranges, which are in order, and keeps all else in its place. */
function blankOut(text, ranges) {
    let rest = '';
    let at = 0;
    for (const { start, end } of ranges) {
        rest += text.slice(at, start) + maskOutside(text.slice(start, end), []);
        at = end;
    }
    return rest + text.slice(at);
}
function blank(text) {
    return text.replace(/[^\r\n]/g, ' ');
}
/** The location of a report that is about a whole file. */
function startOfFile(path) {
    return { path, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
/** Where a statement stands, seen from another: its line, with the file where that is another one. */
function lineOf({ location }, from) {
    const file = from === undefined || location.path === from.location.path ? '' : ` of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .a)(location.path)}`;
    return `line ${location.line}${file}`;
}


/***/ }),

/***/ 7554:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ code),
/* harmony export */   l: () => (/* binding */ capitalized)
/* harmony export */ });
/** How messages are written, in whichever room. */
/** A name out of the user's SQL or files, marked in a message: renderers show it as code, or take the marks away. */
function code(name) {
    const line = name.replaceAll('`', '’').replace(/\s+/g, ' ').trim();
    return line === '' ? '' : `\`${line}\``;
}
/** With a capital, for the beginning of a sentence. */
function capitalized(words) {
    return words.charAt(0).toUpperCase() + words.slice(1);
}


/***/ })

};
