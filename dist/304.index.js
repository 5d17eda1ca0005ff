export const id = 304;
export const ids = [304];
export const modules = {

/***/ 17507:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ foldersOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _system_faults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96200);
/* harmony import */ var _system_git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68841);
/* harmony import */ var _system_usage_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80053);
/** The folders that a run works in. */




/** The working directory, and the repository's top (else the workspace). Throws `UsageError` where there is no such folder. */
async function foldersOf({ workingDirectory }, env) {
    const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(workingDirectory, { throwIfNoEntry: false });
    if (stats === undefined)
        throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .e(`working-directory: there is no folder ${workingDirectory}.`);
    if (!stats.isDirectory())
        throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .e(`working-directory: ${workingDirectory} is a file. Name a folder.`);
    // git answers with real paths: ours have to begin the same.
    const cwd = node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(workingDirectory);
    return { cwd, top: (await (0,_system_git_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryRoot */ .Hn)(cwd)) ?? workspaceOf(env) ?? cwd };
}
function workspaceOf({ GITHUB_WORKSPACE: workspace }) {
    if (!workspace)
        return null;
    try {
        return node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(workspace);
    }
    catch (error) {
        throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .e(`GITHUB_WORKSPACE: ${workspace}: ${(0,_system_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .whyNot */ .OB)(error)}.`);
    }
}


/***/ }),

/***/ 84337:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Db: () => (/* binding */ findSettingsFile),
/* harmony export */   Hy: () => (/* binding */ PACKAGE_KEY),
/* harmony export */   N8: () => (/* binding */ isPackageFile),
/* harmony export */   eh: () => (/* binding */ PACKAGE_FILE),
/* harmony export */   g_: () => (/* binding */ hasSettings),
/* harmony export */   zE: () => (/* binding */ FILE_NAME)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _system_read_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28060);
/* harmony import */ var _system_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53936);
/* harmony import */ var _system_usage_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80053);
/** Looks for the settings: `.migration-safety.yml`, or the same object in package.json. */





const FILE_NAME = '.migration-safety.yml';
const PACKAGE_FILE = 'package.json';
/** The key in package.json. */
const PACKAGE_KEY = 'migration-safety';
/** The nearest settings from `folder` upwards, not beyond the repository or the working directory. */
async function findSettingsFile(folder, cwd, read = fromDisk(cwd)) {
    for (let at = folder;; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) {
        const found = await settingsIn(at, cwd, read);
        if (found !== null)
            return found;
        if (at === cwd || at === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at) || (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(at, '.git'))))
            return null;
    }
}
/** Whether a file is a package.json, whose settings are under a key. */
function isPackageFile(file) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file) === PACKAGE_FILE;
}
async function settingsIn(folder, cwd, read) {
    const own = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, FILE_NAME);
    const shared = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, PACKAGE_FILE);
    const [text, packageText] = await Promise.all([read(own), read(shared)]);
    if (packageText === null || !hasSettings(packageText))
        return text === null ? null : own;
    if (text === null)
        return shared;
    throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .e(`${(0,_system_source_js__WEBPACK_IMPORTED_MODULE_3__/* .displayPath */ .Gt)(shared, cwd)}: "${PACKAGE_KEY}" stands beside ${FILE_NAME}, which is the one that would count. Move what is missing into it and delete the key.`);
}
/** A package.json that isn't JSON is not ours to report. */
function hasSettings(text) {
    if (!text.includes(`"${PACKAGE_KEY}"`))
        return false;
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null && Object.hasOwn(value, PACKAGE_KEY);
    }
    catch {
        return false;
    }
}
function fromDisk(cwd) {
    return async (path) => {
        const read = await (0,_system_read_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)(path, cwd);
        if ('text' in read)
            return read.text;
        // What is there and can't be read is said when it is read.
        return read.missing || (await isFolder(path)) ? null : '';
    };
}
async function isFolder(path) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => null))?.isDirectory() ?? false;
}
async function exists(path) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => null)) !== null;
}


/***/ }),

/***/ 93358:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ resolveSettings)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/system/read-file.js
var read_file = __webpack_require__(28060);
// EXTERNAL MODULE: ./build/system/usage-error.js
var usage_error = __webpack_require__(80053);
// EXTERNAL MODULE: ./build/system/source.js
var source = __webpack_require__(53936);
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
var setting = __webpack_require__(92177);
// EXTERNAL MODULE: ./build/settings/table.js + 6 modules
var table = __webpack_require__(93625);
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
var find_file = __webpack_require__(84337);
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
        trusted = (await Promise.all(/* import() */[__webpack_require__.e(207), __webpack_require__.e(739)]).then(__webpack_require__.bind(__webpack_require__, 37739))).parseSettingsFile(text, shown);
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
    return file === null ? NOTHING : (await Promise.all(/* import() */[__webpack_require__.e(207), __webpack_require__.e(739)]).then(__webpack_require__.bind(__webpack_require__, 37739))).readSettingsFile(file, (0,source/* displayPath */.Gt)(file, cwd), cwd);
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

// EXTERNAL MODULE: ./build/settings/text.js
var settings_text = __webpack_require__(82482);
;// CONCATENATED MODULE: ./build/settings/resolve.js
/** Untrusted input (action inputs, flags, the settings file) -> one validated Settings. */









/** Throws `UsageError` that names the input or the file, line and column, and what was expected. */
async function resolveSettings({ inputs, values: own = {}, cwd, from = cwd, base, }) {
    const given = Object.fromEntries(Object.entries(inputs).flatMap(([name, text]) => (text ? [[name, text]] : [])));
    const start = (await (0,promises_.stat)(from).catch(() => null))?.isDirectory() ? from : (0,external_node_path_.dirname)((0,external_node_path_.resolve)(cwd, from));
    const found = await findSettings({ config: given.config, start: start === '' ? cwd : start, cwd, base });
    const { file, values: fromFile } = found;
    const typed = { ...own, ...(0,settings_text/* parseTexts */.o)(given) };
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
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57958);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93625);
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

/***/ 92177:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf)
/* harmony export */ });
/* unused harmony export wordsOf */
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


/***/ }),

/***/ 82482:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ listOf),
/* harmony export */   o: () => (/* binding */ parseTexts)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57958);
/* harmony import */ var _system_usage_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80053);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2966);
/* harmony import */ var _setting_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92177);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93625);
/** Settings as text: inputs of the Action, and flags. Pure. */





/** Reads texts by the settings' names; other names are left out. Throws `UsageError` with all that is wrong. */
function parseTexts(texts) {
    const given = _table_js__WEBPACK_IMPORTED_MODULE_2__/* .TEXT_SETTINGS */ .yB.flatMap((name) => {
        const text = texts[name];
        return text === undefined ? [] : [[name, typed(text, (0,_setting_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)((0,_table_js__WEBPACK_IMPORTED_MODULE_2__/* .entryOf */ .Ms)(name).schema))]];
    });
    const result = valibot__WEBPACK_IMPORTED_MODULE_3__/* .safeParse */ .xLC(_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .textSchema */ .Zu, Object.fromEntries(given));
    if (result.success)
        return result.output;
    const problems = result.issues.map(({ path, message, received }) => `${path?.[0]?.key}: ${message}, got ${received}.`);
    throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .e(problems.join('\n'));
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


/***/ }),

/***/ 28060:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BX: () => (/* binding */ inSentence),
/* harmony export */   iI: () => (/* binding */ isOfRepository),
/* harmony export */   io: () => (/* binding */ readBytes),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* unused harmony export MOST_BYTES */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68841);
/**
 * The one place where files are read that a change can bring. Only regular files are read, and only where they belong: a
 * link may lead to another file of its repository, but neither out of it nor into `.git`, or a pull request could have the
 * check print what it may not see, or read a device for ever. What is refused says nothing of where a link leads.
 */



/** More than any script written by hand; what is parsed needs a hundred times its size. */
const MOST_BYTES = 16 * 1024 * 1024;
/** Reads a file by its absolute path; `cwd`: the working directory, whose repository the check is about. Never throws. */
async function readBytes(absolute, cwd) {
    try {
        const real = node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(absolute);
        const home = await homeOf(absolute, cwd);
        if (!isInside(real, home))
            return refused('This is a link that leads out of the repository: it was not followed');
        if (inGit(real, home))
            return refused('This is a link into the folder .git: it was not followed');
        // One at a time: a long history has more files than a process may open at once, and small ones are read quicker so.
        return readRegular(real);
    }
    catch (error) {
        return failed(error, absolute);
    }
}
/** The same as text. Bytes that are no UTF-8 stay as the mark for them. */
async function readText(absolute, cwd) {
    const read = await readBytes(absolute, cwd);
    return 'bytes' in read ? { text: read.bytes.toString('utf8').replace(/^\ufeff/, '') } : read;
}
/** A problem within a sentence that names the file. */
function inSentence(problem) {
    return `${problem.charAt(0).toLowerCase()}${problem.slice(1)}`;
}
/** Whether a path lies in the repository that the working directory is in, as it is written. */
async function isOfRepository(absolute, cwd) {
    return (await tops(cwd)).some((top) => isInside(absolute, top));
}
/** Without waiting: a FIFO has no end, and a device may be slow to open. */
const FLAGS = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0) | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0);
function readRegular(real) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(real, FLAGS);
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file);
        if (stats.isDirectory())
            return { problem: 'This is a folder, not a file.', missing: false };
        if (!stats.isFile())
            return refused('This is a device, a pipe or a socket, not a file');
        if (stats.size > MOST_BYTES)
            return tooBig();
        // A file that grows, or one of /proc that says it is empty, is read no further than the bound.
        const buffer = Buffer.allocUnsafe(Math.max(stats.size + 1, 512));
        const parts = [];
        let size = 0;
        for (let read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, buffer); read > 0; read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, buffer)) {
            size += read;
            if (size > MOST_BYTES)
                return tooBig();
            parts.push(Buffer.from(buffer.subarray(0, read)));
        }
        return { bytes: parts.length === 1 ? parts[0] : Buffer.concat(parts) };
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}
/** Where a file's links may lead: its repository. A path that was typed may be outside of this one. */
async function homeOf(absolute, cwd) {
    const [top = cwd, ...others] = await tops(cwd);
    if ([top, ...others].some((one) => isInside(absolute, one)))
        return top;
    const folder = node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(absolute));
    return (await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryRoot */ .Hn)(folder)) ?? folder;
}
const known = new Map();
/** The repository's top folder, or else the working directory: as it really is, and as its path is written. */
function tops(cwd) {
    const found = known.get(cwd) ?? findTops(cwd);
    known.set(cwd, found);
    return found;
}
async function findTops(cwd) {
    const real = node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(cwd);
    const top = (await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryRoot */ .Hn)(cwd)) ?? real;
    return [top, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(real, top))];
}
function isInside(path, folder) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way);
}
function inGit(real, home) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(home, real)
        .split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep)
        .some((part) => part.toLowerCase() === '.git');
}
function refused(why) {
    return { problem: `${why}. Put the file itself there.`, missing: false };
}
function tooBig() {
    const most = MOST_BYTES / 1024 / 1024;
    return {
        problem: `The file has more than the ${most} MB that are read. Split it, or leave it out with the setting ignore.`,
        missing: false,
    };
}
/** Without the error's own text, which names where a link leads. */
function failed(error, absolute) {
    switch (error.code) {
        case 'ENOENT':
        case 'ENOTDIR':
            if (isLink(absolute))
                return refused('This is a link to a file that is not there');
            return { problem: 'There is no such file.', missing: true };
        case 'EACCES':
        case 'EPERM':
            return {
                problem: 'The file may not be read: give the user that runs this check the right to read it.',
                missing: false,
            };
        case 'EISDIR':
            return { problem: 'This is a folder, not a file.', missing: false };
        case 'ELOOP':
            return { problem: 'This is a link that leads back to itself.', missing: false };
        case 'ENXIO':
            return refused('This is a device, a pipe or a socket, not a file');
        default:
            return { problem: `The file can’t be read${error.code ? ` (${error.code})` : ''}.`, missing: false };
    }
}
/** A link whose target is missing is there all the same. */
function isLink(absolute) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(absolute, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}


/***/ }),

/***/ 53936:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gt: () => (/* binding */ displayPath),
/* harmony export */   o$: () => (/* binding */ readSource)
/* harmony export */ });
/* unused harmony export asText */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _read_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28060);
/** Reads files as text, or says why that can't be done. */


/** Reads a file as UTF-8 and drops a byte order mark. Never throws for what is wrong with the file. */
async function readSource(absolute, cwd) {
    const path = displayPath(absolute, cwd);
    const read = await (0,_read_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readBytes */ .io)(absolute, cwd);
    return 'problem' in read ? { path, problem: read.problem } : asText(read.bytes, path);
}
/** The bytes of a file as its text, or what is wrong with them. */
function asText(bytes, path) {
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
        return { path, problem: 'The file is UTF-16. Save it as UTF-8: Postgres reads migrations in UTF-8.' };
    }
    const nul = bytes.indexOf(0);
    if (nul !== -1) {
        const line = bytes.subarray(0, nul).toString('latin1').split('\n').length;
        return {
            path,
            problem: `The file holds a NUL byte (line ${line}): it is UTF-16 or no text at all. Save it as UTF-8.`,
        };
    }
    try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
        return { file: { path, text, ...(isMarked && { byteOrderMark: true }) } };
    }
    catch {
        return { path, problem: `The file is not UTF-8${where(bytes)}. Save it as UTF-8.` };
    }
}
/** The path as reports show it: relative to the working directory where it lies inside, with forward slashes. */
function displayPath(absolute, cwd) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(cwd, absolute);
    const outside = path === '..' || path.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(path);
    const shown = path === '' || outside ? absolute : path;
    return node_path__WEBPACK_IMPORTED_MODULE_0__.sep === '/' ? shown : shown.replaceAll(node_path__WEBPACK_IMPORTED_MODULE_0__.sep, '/');
}
/** The line of the first byte that isn't UTF-8. */
function where(bytes) {
    let line = 1;
    let start = 0;
    for (let end = bytes.indexOf(10);; end = bytes.indexOf(10, start)) {
        const part = bytes.subarray(start, end === -1 ? bytes.length : end);
        if (!Buffer.from(part.toString('utf8'), 'utf8').equals(part))
            return ` (line ${line})`;
        if (end === -1)
            return '';
        start = end + 1;
        line++;
    }
}


/***/ })

};
