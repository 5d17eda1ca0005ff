export const id = 716;
export const ids = [716];
export const modules = {

/***/ 2716:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  resolveSettings: () => (/* binding */ resolveSettings)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/system/read-file.js
var read_file = __webpack_require__(8060);
// EXTERNAL MODULE: ./build/system/usage-error.js
var usage_error = __webpack_require__(53);
// EXTERNAL MODULE: ./build/system/source.js
var source = __webpack_require__(3936);
;// CONCATENATED MODULE: ./build/settings/bootstrap.js
/** Reads the bootstrap's files from where they are trusted: it runs with the administrator's rights. */


/** `base`: undefined trusts the disk, null means that nothing can be trusted. Throws `UsageError` for a file on disk that can't be read. */
async function readBootstrap(paths, cwd, base) {
    const files = [];
    const notes = [];
    for (const path of paths) {
        if (base === undefined) {
            const result = await (0,source/* readSource */.o$)(path, cwd);
            if ('problem' in result)
                throw new usage_error/* UsageError */.e(`bootstrap: ${result.path}: ${result.problem}`);
            files.push(result.file);
            continue;
        }
        const text = base === null ? null : await base.read(path);
        if (text !== null) {
            files.push({ path: (0,source/* displayPath */.Gt)(path, cwd), text });
            continue;
        }
        const why = base === null ? 'the base branch can’t be read here: give actions/checkout "fetch-depth: 0"' : null;
        const reason = `it did not run: ${why ?? `${base?.name} does not have it, and a change must not bring its own`}`;
        notes.push({ check: `bootstrap ${(0,source/* displayPath */.Gt)(path, cwd)}`, reason });
    }
    return { files, notes };
}

// EXTERNAL MODULE: ./build/settings/setting.js
var setting = __webpack_require__(2177);
// EXTERNAL MODULE: ./build/settings/table.js + 3 modules
var table = __webpack_require__(187);
;// CONCATENATED MODULE: ./build/settings/settings.js


/** All values, from what was given; `absolute` makes paths of those that name files. Pure. */
function valuesOf(given, absolute = (_, path) => path) {
    const names = Object.keys(table/* SETTINGS */.yy).filter((name) => name !== 'config');
    return Object.fromEntries(names.map((name) => [camelCase(name), value(name)]));
    function value(name) {
        const { schema, default: otherwise, isFile } = (0,table/* entryOf */.Ms)(name);
        const said = given[name];
        const path = (it) => (isFile ? absolute(name, String(it)) : it);
        const kind = (0,setting/* kindOf */.I)(schema);
        if (kind === 'list')
            return said === undefined ? [] : [said].flat().map(path);
        if (kind === 'map')
            return said ?? {};
        return said === undefined ? (otherwise ?? null) : path(said);
    }
}
/** `fail-on` is `failOn` in TypeScript. */
function camelCase(name) {
    return name.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());
}

// EXTERNAL MODULE: ./build/settings/find-file.js
var find_file = __webpack_require__(4337);
;// CONCATENATED MODULE: ./build/settings/source.js
/** Which settings file counts: the one on disk, or for a change that others proposed the one of the base branch. */





/** Throws `UsageError` for mistakes in the file, also where the base's is the one that counts. */
async function findSettings({ config, start, cwd, base }) {
    const file = config ? (0,external_node_path_.resolve)(cwd, config) : await (0,find_file/* findSettingsFile */.Db)(start, cwd);
    if (base === undefined)
        return { file, ...(await fromDisk(file, cwd)), notes: [] };
    if (base === null) {
        const reason = 'the base branch can’t be read here: give actions/checkout "fetch-depth: 0"';
        return distrust({ file, ...(await fromDisk(file, cwd)), notes: [] }, cwd, reason);
    }
    return fromBase({ config, start, cwd, base }, file);
}
async function fromBase({ config, start, cwd, base }, onDisk) {
    const file = config ? (0,external_node_path_.resolve)(cwd, config) : await (0,find_file/* findSettingsFile */.Db)(start, cwd, base.read);
    const text = file === null ? null : await base.read(file);
    const head = config && text !== null ? await fromDisk(onDisk, cwd).catch(missing) : await fromDisk(onDisk, cwd);
    if (file === null || text === null) {
        const notes = onDisk === null ? [] : [note(onDisk, cwd, `${base.name} has none, so the defaults were used`)];
        return { file: null, ...NOTHING, notes };
    }
    const shown = (0,source/* displayPath */.Gt)(file, cwd);
    let trusted;
    try {
        trusted = (await Promise.all(/* import() */[__webpack_require__.e(207), __webpack_require__.e(120)]).then(__webpack_require__.bind(__webpack_require__, 7739))).parseSettingsFile(text, shown);
    }
    catch (error) {
        if (!(error instanceof usage_error/* UsageError */.e))
            throw error;
        // Else it could never be repaired.
        return distrust({ file: onDisk, ...head, notes: [] }, cwd, `${base.name} has a version with mistakes`);
    }
    const changed = file !== onDisk || JSON.stringify(head.values) !== JSON.stringify(trusted.values);
    const notes = changed ? [note(file, cwd, `the change edits it, and the version of ${base.name} was used`)] : [];
    return { file, ...trusted, notes };
}
/** Leaves out what only a trusted file may say. */
function distrust({ file, values, place }, cwd, why) {
    const left = table/* TRUSTED_SETTINGS */.Oo.filter((name) => name in values).sort();
    const rest = Object.fromEntries(Object.entries(values).filter(([name]) => !left.some((other) => other === name)));
    if (file === null || left.length === 0)
        return { file, values: rest, place, notes: [] };
    return { file, values: rest, place, notes: [note(file, cwd, `${left.join(', ')} did not count: ${why}`)] };
}
/** No file says nothing at all. */
const NOTHING = { values: {}, place: () => 'settings' };
async function fromDisk(file, cwd) {
    // The YAML library is loaded only where there is a file.
    return file === null ? NOTHING : (await Promise.all(/* import() */[__webpack_require__.e(207), __webpack_require__.e(120)]).then(__webpack_require__.bind(__webpack_require__, 7739))).readSettingsFile(file, (0,source/* displayPath */.Gt)(file, cwd), cwd);
}
/** The change deletes the file that `config` names. */
function missing(error) {
    if (error instanceof usage_error/* UsageError */.e && error.message.includes('there is no such file'))
        return NOTHING;
    throw error;
}
function note(file, cwd, reason) {
    return { check: `settings in ${(0,source/* displayPath */.Gt)(file, cwd)}`, reason };
}

// EXTERNAL MODULE: ../../work/main/node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7958);
// EXTERNAL MODULE: ./build/settings/schema.js
var schema = __webpack_require__(2966);
;// CONCATENATED MODULE: ./build/settings/text.js
/** Settings as text: inputs of the Action, and flags. Pure. */





/** Reads texts by the settings' names; other names are left out. Throws `UsageError` with all that is wrong. */
function parseTexts(texts) {
    const given = table/* TEXT_SETTINGS */.yB.flatMap((name) => {
        const text = texts[name];
        return text === undefined ? [] : [[name, typed(text, (0,setting/* kindOf */.I)((0,table/* entryOf */.Ms)(name).schema))]];
    });
    const result = dist/* safeParse */.xLC(schema/* textSchema */.Zu, Object.fromEntries(given));
    if (result.success)
        return result.output;
    const problems = result.issues.map(({ path, message, received }) => `${path?.[0]?.key}: ${message}, got ${received}.`);
    throw new usage_error/* UsageError */.e(problems.join('\n'));
}
/** A list as text: one entry a line, or separated by commas. */
function listOf(text) {
    return text
        .split(/[\n,]/)
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '');
}
/** What can't be read as its kind stays text: the schema then says what it expected. */
function typed(text, kind) {
    switch (kind) {
        case 'number':
            return Number.isNaN(Number(text)) ? text : Number(text);
        case 'flag':
            return /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : text;
        case 'list':
            return listOf(text);
        default:
            return text;
    }
}

;// CONCATENATED MODULE: ./build/settings/resolve.js
/** Untrusted input (action inputs, flags, the settings file) -> one validated Settings. */









/** Throws `UsageError` that names the input or the file, line and column, and what was expected. */
async function resolveSettings({ inputs, values: own = {}, cwd, from = cwd, base, }) {
    const given = Object.fromEntries(Object.entries(inputs).flatMap(([name, text]) => (text ? [[name, text]] : [])));
    const start = (await (0,promises_.stat)(from).catch(() => null))?.isDirectory() ? from : (0,external_node_path_.dirname)((0,external_node_path_.resolve)(cwd, from));
    const found = await findSettings({ config: given.config, start: start === '' ? cwd : start, cwd, base });
    const { file, values: fromFile } = found;
    const typed = { ...own, ...parseTexts(given) };
    const root = file === null ? cwd : rootOf(file, cwd);
    // Paths in the file are relative to it; typed paths are relative to the working directory.
    const values = valuesOf({ ...fromFile, ...typed }, (name, path) => (0,external_node_path_.resolve)(name in typed ? cwd : root, path));
    for (const name of table/* PATH_SETTINGS */.ip) {
        const paths = [values[camelCase(name)] ?? []].flat();
        if (!(name in typed))
            await refuseOutside(name, paths, found.place, root);
    }
    const bootstrap = await readBootstrap(values.bootstrap, cwd, base);
    const notes = [...found.notes, ...bootstrap.notes];
    return { ...values, bootstrap: bootstrap.files, root, file, place: found.place, notes };
}
/** The settings file, which a change may edit, must not name what lies beside the repository. */
async function refuseOutside(name, paths, place, root) {
    for (const path of paths) {
        if (!(await (0,read_file/* isOfRepository */.iI)(path, root)))
            throw new usage_error/* UsageError */.e(`${place([name])}: ${name}: ${path} lies outside of the repository. Put it there, or name it as an input.`);
    }
}
/** Where the settings file is; a folder such as .github only keeps it for the one above. */
function rootOf(file, cwd) {
    let root = (0,external_node_path_.dirname)(file);
    while (root !== cwd && (0,external_node_path_.basename)(root).startsWith('.'))
        root = (0,external_node_path_.dirname)(root);
    return root;
}


/***/ }),

/***/ 2966:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OI: () => (/* binding */ SETTING_NAMES),
/* harmony export */   Zu: () => (/* binding */ textSchema),
/* harmony export */   dP: () => (/* binding */ settingsSchema)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7958);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(187);
/** The schemas of the settings: they validate, and the JSON Schema for editors and the documentation come from them. */


function entries(names) {
    const described = names.map((name) => {
        const { schema, description } = (0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .entryOf */ .Ms)(name);
        return [name, valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(schema, valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_(description)))];
    });
    return Object.fromEntries(described);
}
/** A settings file. */
const settingsSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej(entries(_table_js__WEBPACK_IMPORTED_MODULE_0__/* .FILE_SETTINGS */ .VQ));
/** What is given as text, once it is read (`text.ts`). */
const textSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc(entries(_table_js__WEBPACK_IMPORTED_MODULE_0__/* .TEXT_SETTINGS */ .yB));
/** The names of all settings that a file may hold. */
const SETTING_NAMES = _table_js__WEBPACK_IMPORTED_MODULE_0__/* .FILE_SETTINGS */ .VQ;


/***/ }),

/***/ 2177:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   Z: () => (/* binding */ wordsOf)
/* harmony export */ });
const KINDS = {
    number: 'number',
    boolean: 'flag',
    string: 'text',
    picklist: 'text',
    array: 'list',
    record: 'map',
};
/** The kind that a schema's values are of. One value or a list of them is a list, a number that may be quoted a number. */
function kindOf(schema) {
    const types = [schema, ...alternatives(schema)].map(({ type }) => type);
    const kind = types.includes('array') ? 'list' : types.includes('number') ? 'number' : KINDS[schema.type];
    if (kind === undefined)
        throw new Error(`no kind of setting has the schema ${schema.type}: say in kindOf what it is`);
    return kind;
}
/** The words that a schema chooses from; none where it takes others. */
function wordsOf(schema) {
    return schema.type === 'picklist' && 'options' in schema ? schema.options : [];
}
function alternatives(schema) {
    return schema.type === 'union' && 'options' in schema ? schema.options : [];
}


/***/ })

};
