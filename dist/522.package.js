export const id = 522;
export const ids = [522];
export const modules = {

/***/ 7522:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCheck: () => (/* binding */ runCheck)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/check.js + 12 modules
var check = __webpack_require__(1980);
// EXTERNAL MODULE: ./build/settings/resolve.js + 4 modules
var resolve = __webpack_require__(5468);
// EXTERNAL MODULE: ./build/settings/values.js
var values = __webpack_require__(9416);
// EXTERNAL MODULE: ./build/system/git.js
var git = __webpack_require__(8020);
// EXTERNAL MODULE: ./build/system/usage-error.js
var usage_error = __webpack_require__(5968);
;// CONCATENATED MODULE: ./build/cli/output.js
async function renderReport({ report, sources }, format, terminal) {
    switch (format) {
        case 'json':
            return (await __webpack_require__.e(/* import() */ 665).then(__webpack_require__.bind(__webpack_require__, 9665))).renderJson(report);
        case 'sarif': {
            const [{ renderSarif }, { CHECKS }] = await Promise.all([
                __webpack_require__.e(/* import() */ 150).then(__webpack_require__.bind(__webpack_require__, 5150)),
                Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 1033)),
            ]);
            return renderSarif(report, CHECKS.map(({ id, summary, fix }) => ({ id, summary, help: fix, url: '' })));
        }
        case 'gitlab':
            return (await __webpack_require__.e(/* import() */ 848).then(__webpack_require__.bind(__webpack_require__, 4467))).renderGitlab(report);
        case 'junit':
            return (await __webpack_require__.e(/* import() */ 227).then(__webpack_require__.bind(__webpack_require__, 6608))).renderJunit(report);
        case 'markdown':
            return (await Promise.all(/* import() */[__webpack_require__.e(725), __webpack_require__.e(273)]).then(__webpack_require__.bind(__webpack_require__, 9273))).renderComment(report);
        case 'html':
            return (await Promise.all(/* import() */[__webpack_require__.e(725), __webpack_require__.e(752)]).then(__webpack_require__.bind(__webpack_require__, 2752))).renderHtml(report, { sources });
        case 'github': {
            const { commands, dropped } = (await __webpack_require__.e(/* import() */ 241).then(__webpack_require__.bind(__webpack_require__, 6241))).renderAnnotations(report);
            // Plain text: one command more would push another out.
            const rest = dropped > 0 ? [`${dropped} more: GitHub shows ten annotations of a kind for each step.`] : [];
            return [...commands, ...rest].map((line) => `${line}\n`).join('');
        }
        case 'text':
            return (await Promise.all(/* import() */[__webpack_require__.e(147), __webpack_require__.e(527)]).then(__webpack_require__.bind(__webpack_require__, 6527))).renderText(report, { ...terminal, sources });
    }
}

// EXTERNAL MODULE: ./build/cli/print.js
var print = __webpack_require__(5985);
;// CONCATENATED MODULE: ./build/cli/progress.js
/** What is being done, on the standard error: in place on a terminal, elsewhere a line for what takes long. */
/** Elsewhere than on a terminal, a step that takes less is not spoken of. */
const LONG_MS = 10_000;
const TICK_MS = 500;
class Progress {
    #output;
    #clock;
    #step = null;
    #timer;
    constructor(output = process.stderr, clock = () => performance.now()) {
        this.#output = output;
        this.#clock = clock;
    }
    /** The step before is done. */
    step = (name) => {
        this.end();
        this.#step = { name, since: this.#clock() };
        if (this.#output.isTTY) {
            this.#show();
            this.#timer = setInterval(() => this.#show(), TICK_MS);
        }
        else {
            this.#timer = setTimeout(() => this.#output.write(`${name} …\n`), LONG_MS);
        }
        // Nobody waits for it.
        this.#timer.unref();
    };
    /** Leaves nothing behind on a terminal. */
    end() {
        clearTimeout(this.#timer);
        if (this.#step !== null && this.#output.isTTY)
            this.#output.write(CLEAR);
        this.#step = null;
    }
    #show() {
        if (this.#step === null)
            return;
        const { name, since } = this.#step;
        const seconds = (this.#clock() - since) / 1000;
        this.#output.write(`${CLEAR}${name} … ${seconds >= 1 ? `${seconds.toFixed(0)} s` : ''}`);
    }
}
/** To the line's beginning, and what stands on it away (ECMA-48: CR, EL). */
const CLEAR = '\r\u001b[2K';

;// CONCATENATED MODULE: ./build/cli/run-check.js
/** `check`: finds out what to check, checks it, and writes the report. */










/** The exit code. */
async function runCheck(line, cwd) {
    const { settings: flags, base, fix, format, output, verbose } = line;
    const root = FROM_TOP.includes(format) ? await topOf(cwd) : cwd;
    const { words, texts } = await withStandardInput(line, cwd, root);
    const from = words[0] === undefined ? cwd : (0,external_node_path_.resolve)(root, words[0]);
    const databaseUrl = flags['database-url'] ?? process.env.MIGRATION_SAFETY_DATABASE_URL;
    const found = await (0,resolve.resolveSettings)({ inputs: { ...flags, 'database-url': databaseUrl }, cwd, from });
    const byItself = words.some((word) => texts.has(word)) && line.stdinPath === undefined;
    const settings = {
        ...found,
        postgresVersion: found.postgresVersion ?? (await versionOfOwn(cwd)),
        notes: byItself ? [...found.notes, BY_ITSELF] : found.notes,
    };
    const change = words.length > 0 ? { paths: words } : await (await __webpack_require__.e(/* import() */ 909).then(__webpack_require__.bind(__webpack_require__, 909))).differing(base, cwd);
    const progress = new Progress();
    const repair = fix ? await __webpack_require__.e(/* import() */ 747).then(__webpack_require__.bind(__webpack_require__, 747)) : null;
    const repaired = await repair?.fixAll((0,check.lookAt)({ settings, cwd: root, change }), root);
    const checked = await (0,check.check)({ settings, cwd: root, change, texts, project: cwd, progress: progress.step }).finally(() => progress.end());
    if (repair && repaired)
        process.stderr.write(repair.describeFixes(repaired, checked.report.findings));
    const color = output === undefined && process.stdout.isTTY && !process.env.NO_COLOR;
    const text = await renderReport(checked, format, { color, verbose, width: process.stdout.columns ?? 100 });
    await (0,print/* deliver */.c)(text, output, cwd).catch(async (error) => {
        process.stderr.write((await __webpack_require__.e(/* import() */ 400).then(__webpack_require__.bind(__webpack_require__, 2400))).undelivered(checked.report));
        throw error;
    });
    return checked.report.verdict === 'pass' ? 0 : 1;
}
/** What has no file has no migrations before it. */
const BY_ITSELF = {
    check: 'what comes before the standard input',
    reason: 'it is read by itself: --stdin-path names the file that it stands for, whose folder holds the history',
};
/** Production's version, where the workflow is what says it: on one's own machine it is the same. */
async function versionOfOwn(cwd) {
    const { versionOfWorkflow } = await __webpack_require__.e(/* import() */ 903).then(__webpack_require__.bind(__webpack_require__, 2903));
    const said = await versionOfWorkflow((await (0,git/* repositoryRoot */.Hn)(cwd)) ?? cwd, cwd);
    return said !== null && dist.is(values/* majorVersion */.iR, said.major) ? said.major : null;
}
/** What reads these knows files from the top of the repository. */
const FROM_TOP = ['github', 'gitlab', 'sarif'];
/** The repository's top, by which the working directory can be reached; the directory itself where there is none. */
async function topOf(cwd) {
    const top = await (0,git/* repositoryRoot */.Hn)(cwd);
    return top !== null && !(0,external_node_path_.relative)(top, cwd).startsWith('..') ? top : cwd;
}
/** The words, as `root` has them, with the file that `-` stands for, and its text. */
async function withStandardInput({ words: given, stdinPath }, cwd, root) {
    const words = root === cwd ? given : given.map((word) => (word === '-' ? word : (0,external_node_path_.resolve)(cwd, word)));
    const at = words.indexOf('-');
    if (at < 0) {
        if (stdinPath !== undefined)
            throw new usage_error/* UsageError */.e('--stdin-path: it says which file - stands for, as in check -.');
        return { words, texts: new Map() };
    }
    const { migrationFrom, STDIN_PATH } = await __webpack_require__.e(/* import() */ 679).then(__webpack_require__.bind(__webpack_require__, 7679));
    const { path, text } = await migrationFrom(process.stdin, (0,external_node_path_.resolve)(cwd, stdinPath ?? STDIN_PATH), root);
    return { words: words.with(at, path), texts: new Map([[path, text]]) };
}


/***/ }),

/***/ 5468:
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
var read_file = __webpack_require__(5261);
// EXTERNAL MODULE: ./build/system/usage-error.js
var usage_error = __webpack_require__(5968);
// EXTERNAL MODULE: ./build/system/source.js
var source = __webpack_require__(9243);
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
var setting = __webpack_require__(456);
// EXTERNAL MODULE: ./build/settings/table.js + 3 modules
var table = __webpack_require__(5826);
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
var find_file = __webpack_require__(7392);
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
        trusted = (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(363)]).then(__webpack_require__.bind(__webpack_require__, 8744))).parseSettingsFile(text, shown);
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
    return file === null ? NOTHING : (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(363)]).then(__webpack_require__.bind(__webpack_require__, 8744))).readSettingsFile(file, (0,source/* displayPath */.Gt)(file, cwd), cwd);
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

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/settings/schema.js
var schema = __webpack_require__(4089);
// EXTERNAL MODULE: ./build/settings/wrong.js
var wrong = __webpack_require__(5505);
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
    const problems = result.issues.flatMap(wrong/* innermost */.OI).map((issue) => `${issue.path?.[0]?.key}: ${(0,wrong/* wrongValue */.NT)(issue)}`);
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

/***/ 4089:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OI: () => (/* binding */ SETTING_NAMES),
/* harmony export */   Zu: () => (/* binding */ textSchema),
/* harmony export */   dP: () => (/* binding */ settingsSchema)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5826);
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


/***/ })

};
