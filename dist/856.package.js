export const id = 856;
export const ids = [856];
export const modules = {

/***/ 5942:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ applicationProgram),
/* harmony export */   Qo: () => (/* binding */ readValidation),
/* harmony export */   _G: () => (/* binding */ readStatisticsFile),
/* harmony export */   gC: () => (/* binding */ readQueryFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4006);
/* harmony import */ var _system_read_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5261);
/* harmony import */ var _system_run_program_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8180);
/* harmony import */ var _system_source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9243);
/* harmony import */ var _system_usage_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5968);
/* harmony import */ var _files_under_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3000);
/* harmony import */ var _layouts_layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4576);
/** What the settings name besides migrations: the application's queries, validation queries, production's statistics. */








/** The application's queries as files, in order. Throws `UsageError` where a glob finds nothing. */
function readQueryFiles({ queries, root }, cwd) {
    return readMatching('queries', queries, root, cwd);
}
/** Validation queries that belong to no single migration. Throws as `readQueryFiles` does. */
async function readValidation({ validation, root }, cwd) {
    const files = await readMatching('validation', validation, root, cwd);
    return files.map((file) => (0,_layouts_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .wholeFile */ .A)('verify', file, 'autocommit'));
}
/** The application's own program; null where none is named. */
function applicationProgram({ applicationCommand, root, runTimeout }) {
    if (applicationCommand.length === 0)
        return null;
    return (environment) => {
        const env = { ...(0,_system_run_program_js__WEBPACK_IMPORTED_MODULE_5__/* .withoutSecrets */ .cT)(process.env), ...environment };
        return (0,_system_run_program_js__WEBPACK_IMPORTED_MODULE_5__/* .runToTheEnd */ .LW)(applicationCommand, { cwd: root, env, seconds: runTimeout });
    };
}
/** The text of the statistics file. */
async function readStatisticsFile(path, cwd) {
    const shown = (0,_system_source_js__WEBPACK_IMPORTED_MODULE_2__/* .displayPath */ .Gt)(path, cwd);
    const read = await (0,_system_read_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(path, cwd);
    if ('problem' in read)
        throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .e(`statistics: ${shown}: ${(0,_system_read_file_js__WEBPACK_IMPORTED_MODULE_1__/* .inSentence */ .BX)(read.problem)}`);
    return { path: shown, text: read.text };
}
async function readMatching(setting, globs, root, cwd) {
    const found = new Set();
    for (const glob of globs) {
        const { base } = picomatch__WEBPACK_IMPORTED_MODULE_7__.scan(glob);
        const matches = picomatch__WEBPACK_IMPORTED_MODULE_7__(glob, { dot: true, flags: 's' });
        const below = await (0,_files_under_js__WEBPACK_IMPORTED_MODULE_3__/* .filesUnder */ .m)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, base)).catch(() => [(0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, base)]);
        const matching = below.filter((file) => matches((0,_system_source_js__WEBPACK_IMPORTED_MODULE_2__/* .displayPath */ .Gt)(file, root)));
        if (matching.length === 0)
            throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .e(`${setting}: no file matches "${glob}".`);
        for (const file of matching)
            found.add(file);
    }
    const results = await Promise.all([...found].sort().map((path) => (0,_system_source_js__WEBPACK_IMPORTED_MODULE_2__/* .readSource */ .o$)(path, cwd)));
    return results.map((result) => {
        if ('problem' in result)
            throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .e(`${setting}: ${result.path}: ${(0,_system_read_file_js__WEBPACK_IMPORTED_MODULE_1__/* .inSentence */ .BX)(result.problem)}`);
        return result.file;
    });
}


/***/ }),

/***/ 3000:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ filesUnder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/** What a folder holds, at any depth. */


const SKIPPED = new Set(['node_modules', '.git']);
/** All files below a folder, also what only seems to be one: the reader reports that. Links to folders are not followed. */
async function filesUnder(folder) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true });
    const nested = entries.map(async (entry) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, entry.name);
        if (entry.isDirectory())
            return SKIPPED.has(entry.name) ? [] : filesUnder(path);
        const isFolder = entry.isSymbolicLink() && ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => null))?.isDirectory() ?? false);
        return isFolder ? [] : [path];
    });
    return (await Promise.all(nested)).flat().sort();
}


/***/ }),

/***/ 2856:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ findMigrations),
  S: () => (/* binding */ scriptsOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/findings/internal-error.js
var internal_error = __webpack_require__(7805);
// EXTERNAL MODULE: ./build/settings/wrong.js
var wrong = __webpack_require__(5505);
// EXTERNAL MODULE: ./build/system/git.js
var git = __webpack_require__(8020);
// EXTERNAL MODULE: ./build/system/source.js
var source = __webpack_require__(9243);
// EXTERNAL MODULE: ./build/system/usage-error.js
var usage_error = __webpack_require__(5968);
// EXTERNAL MODULE: ./build/migrations/application.js
var application = __webpack_require__(5942);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/system/read-file.js
var read_file = __webpack_require__(5261);
// EXTERNAL MODULE: ./build/migrations/files-under.js
var files_under = __webpack_require__(3000);
// EXTERNAL MODULE: ./build/migrations/layouts/liquibase-includes.js + 3 modules
var liquibase_includes = __webpack_require__(5267);
// EXTERNAL MODULE: ./build/migrations/layouts/readers.js
var readers = __webpack_require__(1136);
// EXTERNAL MODULE: ./build/migrations/roots.js
var migrations_roots = __webpack_require__(429);
;// CONCATENATED MODULE: ./build/migrations/included.js
/** Files that a folder's changelogs include from elsewhere in the repository. */








/** As many as a repository may sensibly include from another folder. */
const MOST_FILES = 2000;
/** The set with what its changelogs include, and what those include in turn. What can't be read stays missing. */
async function withIncluded(set, cwd) {
    const files = [...set.files];
    const known = new Set(files.map(({ path }) => path));
    for (let looked = -1; looked < files.length && files.length < MOST_FILES && files.some(liquibase_includes/* isChangelog */.$P);) {
        looked = files.length;
        await (0,readers/* loadReaders */.P)(files);
        for (const { paths, folder } of (0,liquibase_includes/* elsewhere */.Jn)(files)) {
            for (const path of await firstThere(paths, folder, cwd)) {
                if (known.has(path))
                    continue;
                const read = await (0,source/* readSource */.o$)((0,external_node_path_.resolve)(cwd, path), cwd);
                if ('file' in read)
                    files.push({ ...read.file, path });
                known.add(path);
            }
        }
    }
    return files.length === set.files.length ? set : { ...set, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}
async function firstThere(paths, folder, cwd) {
    for (const path of paths) {
        const absolute = (0,external_node_path_.resolve)(cwd, path);
        if (!(await (0,read_file/* isOfRepository */.iI)(absolute, cwd)))
            continue;
        const found = await (0,promises_.stat)(absolute).catch(() => null);
        if (folder && found?.isDirectory()) {
            const inside = (await (0,files_under/* filesUnder */.m)(absolute).catch(() => [])).map((file) => (0,source/* displayPath */.Gt)(file, cwd));
            return inside.filter((file) => (0,migrations_roots/* isScript */.Kh)(file) || /\.(ya?ml|json|xml)$/i.test(file));
        }
        if (!folder && found?.isFile())
            return [path];
    }
    return [];
}

// EXTERNAL MODULE: ./build/migrations/layouts/liquibase-changesets.js
var liquibase_changesets = __webpack_require__(1959);
// EXTERNAL MODULE: ./build/migrations/layouts/liquibase-settings.js
var liquibase_settings = __webpack_require__(6695);
// EXTERNAL MODULE: ./build/migrations/layouts/names.js
var layouts_names = __webpack_require__(7984);
;// CONCATENATED MODULE: ./build/migrations/changelogs.js
/** Liquibase's projects: its changelogs, whatever they are called and wherever they stand, and the scripts that they name. */











/** What a changelog begins with stands in front of all else but comments. */
const HEAD = 8192;
const mayHoldChangelog = (path) => /\.(ya?ml|json|xml)$/i.test(path);
/** Whether a file's beginning says that it is a changelog: in SQL, XML, YAML or JSON. */
async function saysItIsChangelog(absolute) {
    const isSql = /\.sql$/i.test(absolute);
    if (!isSql && !mayHoldChangelog(absolute))
        return false;
    const text = await headOf(absolute);
    return isSql ? liquibase_changesets/* FORMATTED */.V3.test(text) : (0,liquibase_includes/* isChangelog */.$P)({ path: absolute, text });
}
/** Whether it was one on the base branch: one that is gone, or by its name. */
async function wasChangelog(absolute, status, base) {
    const isLikely = status === 'removed' || (status === 'modified' && /change-?log|liquibase/i.test(absolute));
    if (!isLikely || !mayHoldChangelog(absolute))
        return false;
    const text = await base?.read(absolute).catch(() => null);
    return typeof text === 'string' && (0,liquibase_includes/* isChangelog */.$P)({ path: absolute, text: text.slice(0, HEAD) });
}
async function headOf(absolute) {
    const found = await (0,promises_.stat)(absolute).catch(() => null);
    if (!found?.isFile())
        return '';
    const file = await (0,promises_.open)(absolute, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NONBLOCK ?? 0)).catch(() => null);
    if (file === null)
        return '';
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
        return buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '');
    }
    catch {
        return '';
    }
    finally {
        await file.close();
    }
}
/**
 * The projects that hold one of the files. Looked for are changelogs in the files' folders, in those above and in the folders there that
 * are called as Liquibase's mostly are, and those that its settings name.
 */
async function liquibaseProjects(files, { top, cwd }) {
    const mine = [];
    for (const file of files)
        if (/\.sql$/i.test(file) || (mayHoldChangelog(file) && (await saysItIsChangelog(file))))
            mine.push(file);
    const lists = new Set();
    // All below a folder of changelogs is one project by its name: what lies in it needn't be looked for.
    const starts = mine.map((file) => {
        const root = (0,migrations_roots/* rootOf */.I5)((0,source/* displayPath */.Gt)(file, cwd));
        return ALL_OF_IT.test(root) ? (0,external_node_path_.resolve)(cwd, root) : file;
    });
    for (const folder of foldersAbove(starts, top))
        for (const list of await changelogsIn(folder, top))
            lists.add(list);
    const shown = mine.map((file) => (0,source/* displayPath */.Gt)(file, cwd));
    const roots = new Set([...shown, ...[...lists].map((list) => (0,source/* displayPath */.Gt)(list, cwd))].map((path) => (0,migrations_roots/* rootOf */.I5)(path)));
    if (roots.size === 1 && [...roots].every((root) => ALL_OF_IT.test(root)))
        return [];
    let projects = [];
    for (const list of [...lists].sort(likelierFirst)) {
        const path = (0,source/* displayPath */.Gt)(list, cwd);
        if (projects.some((project) => project.files.has(path)))
            continue;
        const read = await (0,source/* readSource */.o$)(list, cwd);
        if (!('file' in read))
            continue;
        const { files: all } = await withIncluded({ root: '', files: [{ ...read.file, path }], configs: [] }, cwd);
        const included = new Set(all.map(({ path }) => path));
        projects = [...projects.filter((other) => !included.has((0,source/* displayPath */.Gt)(other.list, cwd))), { list, files: included }];
    }
    return projects.map((project) => historyOf(project, cwd)).filter((one) => shown.some((path) => isOf(path, one)));
}
const ALL_OF_IT = /(^|[/_-])changelogs?\/$/i;
function historyOf({ list, files }, cwd) {
    const all = [...files];
    const scripts = all.filter((path) => /\.sql$/i.test(path));
    return {
        root: (0,migrations_roots/* rootOf */.I5)((0,source/* displayPath */.Gt)(list, cwd)),
        folders: [],
        files,
        flat: [...new Set(scripts.map(layouts_names/* folderOf */.yS))],
        changelogs: all.filter(mayHoldChangelog).map((path) => (0,external_node_path_.resolve)(cwd, path)),
    };
}
const isOf = (path, { files, flat = [] }) => files?.has(path) === true || flat.includes((0,layouts_names/* folderOf */.yS)(path));
/** The files' folders and those above them up to the top, each once. */
function foldersAbove(files, top) {
    const found = new Set();
    for (const file of files) {
        for (let at = (0,external_node_path_.dirname)(file); !found.has(at); at = (0,external_node_path_.dirname)(at)) {
            if (at !== top && !at.startsWith(top + external_node_path_.sep))
                break;
            found.add(at);
        }
    }
    return found;
}
/** Those that include others are mostly called so, and stand above them. */
function likelierFirst(a, b) {
    const rank = (path) => (/master|root|main|index/i.test((0,external_node_path_.basename)(path)) ? 0 : 1);
    const depth = (path) => path.split(external_node_path_.sep).length;
    return rank(a) - rank(b) || depth(a) - depth(b) || (a < b ? -1 : 1);
}
/** What Liquibase's folders are mostly called. */
const ITS_FOLDER = /^(.*[-_.])?(change-?logs?|liquibase|migrations?|db|database)$/i;
async function changelogsIn(folder, top) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(() => []);
    const found = entries.flatMap((entry) => (entry.isFile() ? [(0,external_node_path_.join)(folder, entry.name)] : []));
    for (const entry of entries) {
        if (!entry.isDirectory() || !ITS_FOLDER.test(entry.name))
            continue;
        const inside = await (0,promises_.readdir)((0,external_node_path_.join)(folder, entry.name), { withFileTypes: true }).catch(() => []);
        found.push(...inside.flatMap((one) => (one.isFile() ? [(0,external_node_path_.join)(folder, entry.name, one.name)] : [])));
    }
    found.push(...(await namedBySettings(folder, top)));
    const changelogs = [];
    for (const file of found)
        if (mayHoldChangelog(file) && (await saysItIsChangelog(file)))
            changelogs.push(file);
    return changelogs;
}
/** Where settings stand, seen from a folder above the scripts. */
const SETTINGS = ['', 'liquibase', 'src/main/resources', 'src/main/resources/liquibase', 'config'].flatMap((folder) => ['liquibase.properties', 'application.properties', 'application.yml', 'application.yaml'].map((name) => (0,external_node_path_.join)(folder, name)));
async function namedBySettings(folder, top) {
    const found = [];
    for (const name of [...SETTINGS, 'pom.xml', 'build.gradle', 'build.gradle.kts']) {
        const settings = (0,external_node_path_.join)(folder, name);
        const read = (await (0,promises_.stat)(settings).catch(() => null))?.isFile() ? await (0,read_file/* readText */.yR)(settings, top) : null;
        if (read === null || !('text' in read))
            continue;
        const above = [(0,external_node_path_.dirname)(settings), folder, (0,external_node_path_.join)(folder, 'src/main/resources'), top];
        const from = [...(0,liquibase_settings/* searchPaths */.z)(read.text).flatMap((path) => above.map((one) => (0,external_node_path_.resolve)(one, path))), ...above];
        found.push(...(0,liquibase_settings/* changelogFiles */.k)(read.text).flatMap((path) => from.map((one) => (0,external_node_path_.resolve)(one, path))));
    }
    return found.filter((path) => path.startsWith(top + external_node_path_.sep));
}

;// CONCATENATED MODULE: ./build/migrations/base-set.js
/** A folder as the base branch has it: the files of today, with what the change did to them undone. */




/** Null where the base branch can't be read. `top`: what the changes' paths are relative to. */
async function setAtBase(set, changes, { base, top, cwd, together, }) {
    if (!base)
        return null;
    const files = set.files.filter(({ path }) => !changes.has(path));
    for (const [path, { status, path: full, previousPath }] of changes) {
        if (status === 'added')
            continue;
        const before = status === 'renamed' ? (previousPath ?? full) : full;
        const shown = status === 'renamed' ? (0,source/* displayPath */.Gt)((0,external_node_path_.join)(top, before), cwd) : path;
        // What is included from elsewhere belongs to it, too.
        const isMine = (0,migrations_roots/* rootOf */.I5)(shown, together) === set.root || set.files.some((file) => file.path === path);
        // Of other files, the changes hold changelogs only.
        if (!isMine || !((0,migrations_roots/* isScript */.Kh)(shown) || (0,migrations_roots/* isBookkeeping */.rU)(shown) || mayHoldChangelog(shown)))
            continue;
        const text = await read(base, (0,external_node_path_.join)(top, before));
        if (text === null)
            return null;
        files.push({ path: shown, text });
    }
    return { ...set, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}
async function read(base, path) {
    const text = await base.read(path).catch(() => null);
    return text?.replace(/^\ufeff/, '') ?? null;
}

// EXTERNAL MODULE: ./build/migrations/layouts/layout.js
var layout = __webpack_require__(4576);
;// CONCATENATED MODULE: ./build/migrations/chains.js

const MAKES_TABLE = /\bcreate\s+(?:unlogged\s+)?table\s+(?!if\b)((?:"[^"]+"|[\w$]+)(?:\s*\.\s*(?:"[^"]+"|[\w$]+))?)/gi;
/** One for each folder with changed migrations where two of them make the same table: no database has it twice. Else the whole. */
function chainsOf(folders, own, whole) {
    const changed = folders.filter((folder) => folder.changed.length > 0);
    const seen = new Set();
    const clash = changed.map(tablesOf).some((tables) => {
        const again = [...tables].some((table) => seen.has(table));
        for (const table of tables)
            seen.add(table);
        return again;
    });
    if (!clash)
        return [whole];
    return changed.map((folder) => ({
        changed: folder.changed,
        baseline: [...platforms([folder], own), ...folder.baseline],
        unread: folder.unread,
    }));
}
function tablesOf({ baseline, changed }) {
    const scripts = [...baseline, ...changed.map(({ up }) => up)];
    const made = scripts.flatMap(({ sql }) => [...sql.matchAll(MAKES_TABLE)].map(([, name = '']) => name));
    return new Set(made.map((name) => name.replace(/[\s"]/g, '').toLowerCase()));
}
/** What of the changed folders is not SQL. */
function unreadOf(folders) {
    return folders.flatMap(({ changed, unread }) => (changed.length > 0 ? unread : []));
}
/** What the tools' platforms have, unless a script that the settings name makes it. */
function platforms(folders, own) {
    const wanted = new Set(folders.flatMap(({ changed, platform }) => (changed.length > 0 && platform ? [platform] : [])));
    return [...wanted]
        .filter(({ text }) => {
        const schemas = [...text.matchAll(/^CREATE SCHEMA (\w+)/gm)].map(([, name]) => name);
        const makes = new RegExp(String.raw `\bcreate\s+schema\s+(?:if\s+not\s+exists\s+)?"?(?:${schemas.join('|')})\b`, 'i');
        return !own.some((file) => makes.test(file.text));
    })
        .map((file) => (0,layout/* wholeFile */.A)('up', file, 'autocommit'));
}
/** Folders in one database may be for several. */
function severalDatabases(folders, inOne) {
    const roots = folders.filter(({ note, changed }) => note && changed.length > 0).map(({ note }) => note?.root || '.');
    if (!inOne || roots.length < 2)
        return [];
    const reason = 'they were rehearsed in one database, one folder after the other: if they are for several, run the check once for each, with the setting migrations';
    return [{ check: `${roots.join(' and ')} each by itself`, reason }];
}

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
// EXTERNAL MODULE: ./build/system/run-program.js
var run_program = __webpack_require__(8180);
;// CONCATENATED MODULE: ./build/migrations/command.js
/** Migrations in code: a program of the user's prints their SQL. */











const PATH = '{path}';
/**
 * Runs the command once, or once for each changed file where it asks for `{path}`: what it prints is a migration.
 * Throws `UsageError` where it fails.
 */
async function printedMigrations(change, settings, cwd) {
    const { command, transaction } = settings;
    const [program] = command;
    if (program === undefined)
        return [];
    const migration = (id, file, home) => ({
        ...{ id, path: file.path, layout: 'command', ...(home && { home }) },
        // Such programs print the BEGIN and COMMIT that they would send.
        up: (0,layout/* wholeFile */.A)('up', file, transaction === 'auto' ? 'autocommit' : transaction),
    });
    if (!command.some((argument) => argument.includes(PATH))) {
        const path = `output of ${program}`;
        const home = [...command, ...settings.migrations].some((word) => RAILS.test(word))
            ? { layout: 'rails' }
            : undefined;
        return [migration(program, { path, text: await outputOf('command', command, settings) }, home)];
    }
    if (settings.migrations.length === 0) {
        throw new usage_error/* UsageError */.e(`command: ${PATH} stands for the changed files that the setting migrations names: set it, too.`);
    }
    const migrations = [];
    for (const absolute of (await changedFiles(change, settings, cwd)).sort(layouts_names/* byName */.nG)) {
        const path = (0,source/* displayPath */.Gt)(absolute, settings.root);
        const filled = command.map((argument) => argument.replaceAll(PATH, () => path));
        const shown = (0,source/* displayPath */.Gt)(absolute, cwd);
        const text = await outputOf('command', filled, settings);
        migrations.push(migration(shown, { path: `output for ${shown}`, text }, await homeOf(absolute, shown, cwd)));
    }
    return migrations;
}
/** Rails' own programs, and migrations in Ruby. */
const RAILS = /(^|\/)(rails|rake)$|\.rb$/;
/** How what stands beside a file in code is written, where that is known. */
async function homeOf(absolute, shown, cwd) {
    if (!/\.rb$/.test(shown))
        return undefined;
    const read = await (0,read_file/* readText */.yR)(absolute, cwd);
    const version = 'text' in read ? /ActiveRecord::Migration\[(\d+\.\d+)\]/.exec(read.text)?.[1] : undefined;
    return { layout: 'rails', folder: (0,layouts_names/* folderOf */.yS)(shown), ...(version !== undefined && { version }) };
}
/** The schema before the change, as a program prints it; null where none is named. Throws `UsageError` where it fails. */
async function printedBaseline(settings) {
    const { baselineCommand } = settings;
    if (baselineCommand.length === 0)
        return null;
    const text = await outputOf('baseline-command', baselineCommand, settings);
    return { path: `output of ${baselineCommand[0]}`, text };
}
/** What the program prints. It runs without a shell, in the settings' folder, and without this job's secrets. */
async function outputOf(setting, [program = '', ...args], { root, runTimeout }) {
    try {
        const printed = await (0,run_program/* runProgram */.mB)(program, args, {
            ...{ cwd: root, env: (0,run_program/* withoutSecrets */.cT)(process.env), timeout: runTimeout * 1000 },
            maxBuffer: 64 * 1024 * 1024,
        });
        return printed.replace(/^\ufeff/, '');
    }
    catch (thrown) {
        const error = thrown;
        const said = error.stderr?.trim().split('\n').slice(-5).join('\n');
        const why = error.killed
            ? `it took longer than run-timeout (${runTimeout} s)`
            : said || error.message.split('\n')[0];
        throw new usage_error/* UsageError */.e(`${setting}: ${[program, ...args].join(' ')} failed: ${why}`);
    }
}
/** The files in code that the change has and that `migrations` names. Absolute. */
async function changedFiles(change, settings, cwd) {
    const options = { dot: true, flags: 's' };
    const [included, ignored] = [picomatch(settings.migrations, options), picomatch(settings.ignore, options)];
    const wanted = (absolute) => {
        const path = (0,source/* displayPath */.Gt)(absolute, settings.root);
        return !(0,migrations_roots/* isScript */.Kh)(path) && included(path) && !ignored(path);
    };
    if ('paths' in change) {
        const named = change.paths.map((path) => (0,external_node_path_.resolve)(cwd, path));
        const files = await Promise.all(named.map(async (path) => ((await (0,promises_.stat)(path).catch(() => null))?.isFile() ? [path] : [])));
        return files.flat().filter(wanted);
    }
    const top = (await (0,git/* repositoryRoot */.Hn)(cwd)) ?? cwd;
    return change.files
        .filter(({ status }) => status !== 'removed')
        .map(({ path }) => (0,external_node_path_.join)(top, path))
        .filter(wanted);
}

// EXTERNAL MODULE: ./build/sql/lexer.js
var lexer = __webpack_require__(186);
// EXTERNAL MODULE: ./build/sql/positions.js
var positions = __webpack_require__(8647);
;// CONCATENATED MODULE: ./build/migrations/dump.js



/** About the database itself, which the rehearsal makes. */
const DATABASE = /^(CREATE|ALTER|DROP|COMMENT\s+ON)\s+DATABASE\b/i;
const COPY = /^COPY\b[\s\S]*\bFROM\s+stdin\b/i;
/** The dump without psql's commands, without rows, and without what is about the database as a whole. */
function readDump(file) {
    const { statements, metaCommands } = (0,lexer/* lex */.Ii)(file.text, { rowsToEnd: true });
    const rowsLeftOut = [];
    const blank = metaCommands.map(({ start, end }) => ({ start, end }));
    for (const { start, end } of statements) {
        const text = file.text.slice(start, end);
        if (COPY.test(text))
            rowsLeftOut.push(/^COPY\s+(\S+)/i.exec(text)?.[1] ?? 'a table');
        else if (!DATABASE.test(text))
            continue;
        blank.push({ start, end });
    }
    return { script: { ...(0,layout/* wholeFile */.A)('up', file, 'autocommit'), sql: without(file.text, blank) }, rowsLeftOut };
}
function without(text, ranges) {
    const kept = [];
    let at = 0;
    for (const { start, end } of ranges.sort((a, b) => a.start - b.start)) {
        if (start > at)
            kept.push({ start: at, end: start });
        at = Math.max(at, end);
    }
    return (0,positions/* maskOutside */.ms)(text, [...kept, { start: at, end: text.length }]);
}

// EXTERNAL MODULE: ./build/migrations/layouts/sqitch-conf.js
var sqitch_conf = __webpack_require__(7359);
;// CONCATENATED MODULE: ./build/migrations/locations.js
/** The folders that settings of Flyway and sqitch name: each with all below it, and all of them as one history. */







/** Where settings stand, seen from a folder above the migrations, and how they write the locations. */
const locations_SETTINGS = [
    [
        ['flyway.toml', 'conf/flyway.toml'],
        (text) => listed(/^\s*(?:flyway\.)?locations\s*=\s*\[([^\]]*)\]/m.exec(text)?.[1]),
    ],
    [['flyway.conf', 'conf/flyway.conf'], (text) => listed(/^[ \t]*flyway\.locations[ \t]*=(.*)$/m.exec(text)?.[1])],
    [
        ['application.properties', 'src/main/resources/application.properties'],
        (text) => [...text.matchAll(/^[ \t]*spring\.flyway\.locations(?:\[\d+\])?[ \t]*[=:](.*)$/gm)].flatMap(([, value]) => listed(value)),
    ],
    [['yml', 'yaml'].flatMap((end) => [`application.${end}`, `src/main/resources/application.${end}`]), springYaml],
    [
        ['pom.xml', 'build.gradle', 'build.gradle.kts'],
        (text) => /flyway/i.test(text)
            ? [...text.matchAll(/\b(?:filesystem|classpath):[^"'<>,\s)\]]+/g)].map(([found]) => found)
            : [],
    ],
];
function listed(value) {
    return (value ?? '').split(',').flatMap((part) => part.trim().replace(/^["']|["']$/g, '') || []);
}
async function springYaml(text) {
    if (!/\bflyway\b/.test(text))
        return [];
    const { parseAllDocuments } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const documents = [...parseAllDocuments(text)];
    return documents.flatMap((document) => {
        const found = 'toJS' in document && document.errors.length === 0 ? document.toJS() : null;
        const said = at(at(at(found, 'spring'), 'flyway'), 'locations') ?? at(found, 'spring.flyway.locations');
        return [said].flat().flatMap((value) => (typeof value === 'string' ? listed(value) : []));
    });
}
function at(value, key) {
    return typeof value === 'object' && value !== null ? value[key] : undefined;
}
/** For files with Flyway's names, by the settings nearest above that name a folder that holds them. */
async function flywayLocations(files, roots) {
    const found = [];
    for (const folder of new Set(files.filter(migrations_roots/* isFlywayName */.ul).map((file) => (0,external_node_path_.dirname)(file)))) {
        const shown = `${(0,source/* displayPath */.Gt)(folder, roots.cwd)}/`;
        if (found.some(({ folders }) => folders.some((location) => shown.startsWith(location))))
            continue;
        const together = await locationsAbove(folder, roots);
        if (together)
            found.push(together);
    }
    return found;
}
async function locationsAbove(folder, { top, cwd }) {
    for (let above = folder;; above = (0,external_node_path_.dirname)(above)) {
        for (const [names, read] of locations_SETTINGS) {
            for (const name of names) {
                const text = await (0,read_file/* readText */.yR)((0,external_node_path_.join)(above, name), top);
                const locations = 'text' in text ? await read(text.text) : [];
                const folders = (await Promise.all(locations.map((location) => foldersOf(location, above, top)))).flat();
                if (folders.some((one) => isIn(folder, one)))
                    return together([...new Set(folders)], cwd);
            }
        }
        if (above === top || above === (0,external_node_path_.dirname)(above))
            return null;
    }
}
/** Relative to where Flyway is run, which is the settings' folder or the top; on the classpath below the resources. */
async function foldersOf(location, settings, top) {
    const [, kind = 'any', written = ''] = /^(?:(filesystem|classpath):)?(.*)$/.exec(location) ?? [];
    // Spring puts the database there; behind a wildcard everything is taken, in front of one nothing is known.
    const path = written
        .replaceAll('{vendor}', 'postgresql')
        .replace(/(\/[*?]+)+$/, '')
        .replace(/^\/(?=.)/, kind === 'filesystem' ? '/' : '');
    if (path === '' || /[*?]|\$\{/.test(path))
        return [];
    const files = [(0,external_node_path_.resolve)(settings, path), (0,external_node_path_.resolve)(top, path)];
    const resources = [(0,external_node_path_.join)(settings, 'src/main/resources', path), (0,external_node_path_.join)(settings, path)];
    const candidates = kind === 'filesystem' ? files : kind === 'classpath' ? resources : [...resources, ...files];
    for (const candidate of candidates) {
        const there = await (0,promises_.stat)(candidate).catch(() => null);
        if (there?.isDirectory() && isIn(candidate, top))
            return [candidate];
    }
    return [];
}
function together(folders, cwd) {
    const shown = folders.map((folder) => `${(0,source/* displayPath */.Gt)(folder, cwd)}/`);
    return { root: commonFolder(shown), folders: shown };
}
function commonFolder([first = '', ...others]) {
    let root = first;
    while (root !== '' && !others.every((other) => other.startsWith(root)))
        root = root.replace(/[^/]*\/$/, '');
    return root;
}
/** The folders of sqitch, by the settings nearest above a file that name one that holds it, where they have names of their own. */
async function sqitchFolders(files, { top, cwd }) {
    const found = [];
    for (const file of files.filter((path) => /\.sql$/i.test(path))) {
        const shown = (0,source/* displayPath */.Gt)(file, cwd);
        if (found.some(({ folders }) => folders.some((folder) => shown.startsWith(folder))))
            continue;
        for (let above = (0,external_node_path_.dirname)(file);; above = (0,external_node_path_.dirname)(above)) {
            const text = await (0,read_file/* readText */.yR)((0,external_node_path_.join)(above, 'sqitch.conf'), top);
            if ('text' in text) {
                const paths = (0,sqitch_conf/* sqitchPaths */.h)(text.text, (0,layouts_names/* folderOf */.yS)((0,source/* displayPath */.Gt)((0,external_node_path_.join)(above, 'sqitch.conf'), cwd)));
                const folders = [paths.deploy, paths.revert, paths.verify];
                if (folders.some((folder) => shown.startsWith(folder))) {
                    found.push({
                        root: commonFolder([...folders, (0,layouts_names/* folderOf */.yS)(paths.plan)]),
                        folders,
                        list: (0,external_node_path_.resolve)(cwd, paths.plan),
                    });
                }
                break;
            }
            if (above === top || above === (0,external_node_path_.dirname)(above))
                break;
        }
    }
    return found;
}
function isIn(path, folder) {
    return path === folder || path.startsWith(folder + external_node_path_.sep);
}

;// CONCATENATED MODULE: ./build/migrations/files.js
/** Which files to look at: the named ones, or those of the folders that hold a changed migration, folder by folder. */










const CONFIG = /^(flyway\.(conf|toml)|sqitch\.(conf|plan)|diesel\.toml|drizzle\.config\.\w+|schema\.prisma|prisma\.config\.\w+|liquibase\.properties|config\.(toml|ya?ml)|atlas\.hcl|tern\.conf|\.gmrc(\.c?js)?|package\.json|Cargo\.toml|go\.mod|Gemfile)$/;
/** The files that a check reads. `texts`: by display path, of files that need not be there. */
async function candidates(change, settings, cwd, texts) {
    const top = (await (0,git/* repositoryRoot */.Hn)(cwd)) ?? cwd;
    const at = { top, cwd };
    return 'paths' in change ? fromPaths(change.paths, settings, at, texts) : fromChanges(change, settings, at);
}
async function fromPaths(paths, settings, at, texts) {
    const { cwd } = at;
    const wanted = selector(settings);
    const named = new Set();
    const below = [];
    for (const path of paths) {
        const absolute = (0,external_node_path_.resolve)(cwd, path);
        const found = await (0,promises_.stat)(absolute).catch(() => null);
        if (texts.has((0,source/* displayPath */.Gt)(absolute, cwd)) && !found?.isDirectory()) {
            named.add(absolute);
            continue;
        }
        if (found === null)
            throw new usage_error/* UsageError */.e(`${path}: there is no such file or folder.`);
        if (found.isDirectory()) {
            below.push(absolute);
            for (const file of await (0,files_under/* filesUnder */.m)(absolute))
                if (wanted.matches(file) && ((0,migrations_roots/* isScript */.Kh)(file) || (await saysItIsChangelog(file))))
                    named.add(file);
        }
        else if ((0,migrations_roots/* isScript */.Kh)(absolute) || settings.command.length === 0)
            named.add(absolute);
    }
    if (named.size === 0 && settings.command.length === 0) {
        const where = settings.migrations.length > 0 ? ` match migrations: ${settings.migrations.join(', ')}` : ' are SQL';
        throw new usage_error/* UsageError */.e(`No migrations found: none of the files under ${paths.join(', ')}${where}. Name the files or folders that hold them.`);
    }
    const together = await histories([...named], settings, at);
    const roots = new Set([...named].map((file) => (0,migrations_roots/* rootOf */.I5)((0,source/* displayPath */.Gt)(file, cwd), together)));
    const shown = new Set([...named].map((file) => (0,source/* displayPath */.Gt)(file, cwd)));
    return {
        top: at.top,
        folders: await files_foldersOf({ roots, together }, named, wanted, at),
        isChanged: (path) => shown.has(path) || ((0,migrations_roots/* isBookkeeping */.rU)(path) && below.some((folder) => isUnder((0,external_node_path_.resolve)(cwd, path), folder))),
        changes: null,
        notChecked: [],
        together,
    };
}
async function fromChanges({ files: changes, base }, settings, at) {
    const { top, cwd } = at;
    const wanted = selector(settings);
    const together = await histories(changes.map(({ path }) => (0,external_node_path_.join)(top, path)), settings, at);
    const isTogether = (path) => together.some((history) => (0,migrations_roots/* belongsTo */.g4)(path, history));
    const changed = new Map();
    const passedOver = [];
    for (const file of changes) {
        const absolute = (0,external_node_path_.join)(top, file.path);
        if (!isUnder(absolute, settings.root))
            continue;
        const isList = (await saysItIsChangelog(absolute)) || (await wasChangelog(absolute, file.status, base));
        const known = (0,migrations_roots/* isScript */.Kh)(file.path) ? wanted.matches(absolute) : (0,migrations_roots/* isBookkeeping */.rU)(file.path) || (0,migrations_roots/* isCode */._m)(file.path);
        if (!known && !(isList && !wanted.ignores(absolute)))
            continue;
        const named = settings.migrations.length > 0 && (0,migrations_roots/* isScript */.Kh)(file.path);
        const isMigration = (0,migrations_roots/* looksLikeMigration */.Qj)(file.path) || isTogether((0,source/* displayPath */.Gt)(absolute, cwd));
        if (named || isMigration || isList || (await isBesideDeploy(absolute)))
            changed.set(absolute, file);
        else if (/\.sql$/i.test(file.path))
            passedOver.push(file.path);
    }
    // Also what the checkout lacks: it then can't be read, which is said, instead of being passed over.
    const there = [...changed].filter(([, { status }]) => status !== 'removed').map(([file]) => file);
    const roots = new Set([...changed.keys()].map((file) => (0,migrations_roots/* rootOf */.I5)((0,source/* displayPath */.Gt)(file, cwd), together)));
    const shown = new Map([...changed].map(([file, entry]) => [(0,source/* displayPath */.Gt)(file, cwd), entry]));
    return {
        top,
        folders: await files_foldersOf({ roots, together }, new Set(there), wanted, at),
        isChanged: (path) => shown.has(path),
        changes: shown,
        notChecked: passedOver.length === 0 ? [] : [unknown(passedOver)],
        together,
    };
}
/** `revert/` and `verify/` belong to the `deploy/` beside them, whatever folders they hold. */
async function isBesideDeploy(absolute) {
    const above = /^(.*\/)(?:revert|verify)\/.+\.sql$/i.exec(absolute.split(external_node_path_.sep).join('/'))?.[1];
    const found = above === undefined ? null : await (0,promises_.stat)((0,external_node_path_.join)(above, 'deploy')).catch(() => null);
    return found?.isDirectory() ?? false;
}
function unknown(paths) {
    const reason = 'neither the folder nor the name says that it is a migration: if it is one, name it with the setting migrations';
    return { check: enumerate(paths), reason };
}
/** The first few of a list of paths, and how many more there are. */
function enumerate(paths) {
    return paths.length > 3 ? `${paths.slice(0, 3).join(', ')} and ${paths.length - 3} more` : paths.join(', ');
}
/** Each folder with all its files; `named` ones count whatever they are called. */
async function files_foldersOf({ roots, together }, named, wanted, at) {
    const { top, cwd } = at;
    const folders = [...roots].sort().map(async (root) => {
        const absolute = (0,external_node_path_.resolve)(cwd, root);
        const mine = (path) => (0,migrations_roots/* rootOf */.I5)((0,source/* displayPath */.Gt)(path, cwd), together) === root;
        const listed = (await (0,files_under/* filesUnder */.m)(absolute).catch(() => [])).filter(mine);
        const files = listed.filter((file) => ((0,migrations_roots/* isScript */.Kh)(file) ? wanted.matches(file) : (0,migrations_roots/* isBookkeeping */.rU)(file)));
        const mineToo = together.flatMap((one) => (one.root === root ? (one.changelogs ?? []) : []));
        const own = [...[...named].filter((file) => mine(file) && !(0,migrations_roots/* isCode */._m)(file)), ...mineToo];
        const code = listed.filter((file) => (0,migrations_roots/* isCode */._m)(file)).map((file) => (0,source/* displayPath */.Gt)(file, cwd));
        const lists = together.flatMap((one) => (one.root === root && one.list ? [one.list] : []));
        const configs = [...new Set([...lists, ...(await configsAbove(absolute, top))])];
        return { root, files: [...new Set([...files, ...own])].sort(), code, configs };
    });
    return Promise.all(folders);
}
async function histories(files, { layout }, at) {
    const isOpen = layout === 'auto' || layout === 'liquibase';
    return [
        ...(await flywayLocations(files, at)),
        ...(await sqitchFolders(files, at)),
        ...(isOpen ? await liquibaseProjects(files, at) : []),
    ];
}
/** Whether the settings select a file: by its globs, not ignored, not the baseline or the seed, nor the application's SQL. */
function selector(settings) {
    // Without `s`, a name with a newline in it would match nothing and go unseen.
    const options = { dot: true, flags: 's' };
    const included = picomatch(settings.migrations.length > 0 ? settings.migrations : ['**'], options);
    const ignored = picomatch(settings.ignore, options);
    const special = new Set([...settings.baseline, ...settings.seed]);
    const beside = picomatch([...settings.queries, ...settings.validation], options);
    return {
        ignores: (absolute) => ignored((0,source/* displayPath */.Gt)(absolute, settings.root)),
        matches(absolute) {
            if (special.has(absolute))
                return false;
            const path = (0,source/* displayPath */.Gt)(absolute, settings.root);
            return included(path) && !ignored(path) && !beside(path);
        },
    };
}
async function configsAbove(folder, top) {
    const found = [];
    for (let at = folder;; at = (0,external_node_path_.dirname)(at)) {
        for (const name of await (0,promises_.readdir)(at).catch(() => []))
            if (CONFIG.test(name))
                found.push((0,external_node_path_.join)(at, name));
        if (at === top || at === (0,external_node_path_.dirname)(at) || !isUnder(at, top))
            return found;
    }
}
function isUnder(path, folder) {
    return path.startsWith(folder.endsWith(external_node_path_.sep) ? folder : folder + external_node_path_.sep);
}

;// CONCATENATED MODULE: ./build/migrations/layouts/listed-order.js

/** The one list of all files but a few that what they make and need allows; null where there is none. */
function listedOrder(text, files) {
    const code = withoutRemarks(text);
    const isList = (order) => order !== undefined;
    const lists = listsIn(code)
        .map((list) => ordered(list, files))
        .filter(isList);
    const found = lists.length > 0 ? lists : [ordered(code, files)].filter(isList);
    const orders = [...new Map(found.map((order) => [order.join('\n'), order])).values()];
    const scored = orders.map((order) => ({ order, wrong: contradictions(order, files) }));
    const least = Math.min(...scored.map(({ wrong }) => wrong));
    const [best, another] = scored.filter(({ wrong }) => wrong === least);
    if (best === undefined)
        return null;
    if (another !== undefined)
        return 'unclear';
    const backwards = contradictions([...best.order].reverse(), files);
    return backwards < best.wrong ? 'unclear' : best.order;
}
/** Comments and texts about the code, in the languages that have been seen. */
function withoutRemarks(text) {
    return text
        .replace(/(?<=^|[\s,;{([=])\/\*[\s\S]*?\*\/|("""|''')[\s\S]*?\1/g, '')
        .replace(/^\s*(?:\/\/|#(?!\[)|;|--|\*).*$|(?<=[\s,;{([])(?:\/\/|#(?!\[)).*$/gm, '');
}
/** What stands between brackets, the innermost. */
function listsIn(code) {
    return [...code.matchAll(/[[({]([^[\](){}]*)[\])}]/g)].map(([, inner]) => inner ?? '');
}
/** The files in the order of their names in a text that names most of them. */
function ordered(text, files) {
    const places = files.flatMap(({ path }) => {
        const name = (0,layouts_names/* baseName */.Fl)(path);
        const stem = name.replace(/\.sql$/i, '');
        const at = text.search(new RegExp(`(?<![\\w-])${stem.replace(/[^\w]/g, '\\$&')}(?![\\w-])`));
        return at === -1 ? [] : [{ name, at }];
    });
    if (places.length < 2 || places.length * 5 < files.length * 4)
        return undefined;
    return places.sort((a, b) => a.at - b.at).map(({ name }) => name);
}
const NAME = String.raw `((?:"[^"]+"|[\w$]+)(?:\.(?:"[^"]+"|[\w$]+))?)`;
const MAKES = new RegExp(String.raw `\bcreate\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?${NAME}`, 'gi');
const NEEDS = new RegExp(String.raw `\b(?:alter\s+table|references|insert\s+into|drop\s+table|index\s[^;]*?\son)\s+(?:only\s+|if\s+exists\s+)*${NAME}`, 'gi');
/** How many files need a table that only a later one makes. */
function contradictions(order, files) {
    const texts = new Map(files.map(({ path, text }) => [(0,layouts_names/* baseName */.Fl)(path), text]));
    const names = (text, pattern) => [...text.matchAll(pattern)].map(([, name = '']) => name.replaceAll('"', '').toLowerCase());
    const made = order.map((file) => names(texts.get(file) ?? '', MAKES));
    return order.filter((file, index) => {
        const before = new Set(made.slice(0, index + 1).flat());
        const after = new Set(made.slice(index + 1).flat());
        return names(texts.get(file) ?? '', NEEDS).some((name) => after.has(name) && !before.has(name));
    }).length;
}

;// CONCATENATED MODULE: ./build/migrations/layouts/own-runner.js
/** What a project's own code says of how it sends a folder of plain files. Pure. */



const READS = /embed|read_?dir|glob|include_(str|dir|bytes)|walk|listdir|scandir|iterdir|list_?files|Files\.list|get_?resource|resource|read_?file|read_to_string|slurp|\bopen\(/i;
/** As Go, Rust, TypeScript, Python, Java and Clojure write it; a statement of its own in a string, too. */
const BEGINS = /\bBegin(?:Tx|Txx|Txn|Func|TxFunc)?\s*\(|\.begin(?:_nested)?\(\)|\b(?:with_?|in_?|run_?in_?)?transaction(?:ally)?\s*[(<{]|\bRunInTx\b|\bInTx\s*\(|\bwith-(?:db-transaction|transaction|atomic)\b|\bsetAutoCommit\(\s*false\s*\)|\batomic\(|["'`]\s*(?:BEGIN|START TRANSACTION)\b/i;
/** Whether code reads the files of a folder: it names it as a path that leads there, and reads files. */
function readsFolder({ path, text }, root) {
    const name = (0,layouts_names/* baseName */.Fl)(root.slice(0, -1));
    if (name === '' || !READS.test(text))
        return false;
    const paths = text.matchAll(new RegExp(`(?:[\\w.@$-]+/)*${name.replace(/[^\w]/g, '\\$&')}(?![\\w-])`, 'g'));
    return [...paths].some(([written]) => leadsTo(written, path, root));
}
/** From the code's folder or one above it, or from a folder for resources. */
function leadsTo(written, code, root) {
    const path = written.replace(/^(?:\$[\w]*\/)+/, '');
    for (let from = (0,layouts_names/* folderOf */.yS)(code);; from = (0,layouts_names/* folderOf */.yS)(from.slice(0, -1))) {
        if (external_node_path_.posix.join(from, path, '/') === root)
            return true;
        if (from === '')
            return root.endsWith(`/resources/${path}/`) || root === `resources/${path}/`;
    }
}
/** What the code that names the folder shows, with the files beside it. */
function runnerOf(code, beside, root, files) {
    if (!readsFolder(code, root))
        return null;
    const begins = [code, ...beside.filter(({ text }) => /migrat/i.test(text))].flatMap(({ path, text }) => {
        const functions = functionsOf(withoutComments(text));
        // Where the function that reads the files sends them as well, a transaction of another one is about something else.
        const sender = functions.find((one) => READS.test(one) && SENDS.test(one));
        const block = sender ?? functions.find((one) => BEGINS.test(one));
        const begun = block === undefined ? null : BEGINS.exec(block);
        if (!block || !begun)
            return [];
        const loop = LOOP.exec(block)?.index ?? Number.POSITIVE_INFINITY;
        const around = begun.index < loop && loop < block.length ? 'all files' : 'each file';
        return [{ path, words: begun[0].trim().replace(/[\s(<{]+$/, ''), around }];
    });
    return { path: code.path, begins: begins[0] ?? null, order: listedOrder(code.text, files) };
}
/** Where a function begins, as the languages write it. */
const FUNCTION = /^(?=[ \t]*(?:export[ \t]+)?(?:default[ \t]+)?(?:async[ \t]+)?(?:function|func|def|defn|fn|fun|pub|public|private|protected|static)\b)/m;
const SENDS = /\.(?:query|exec\w*|simple_query|batch_execute|unsafe|none)\s*\(/i;
const LOOP = /\bfor\b|\bforEach\b|\bfor_each\b|\bdoseq\b|\.each\b|\bwhile\b/;
function functionsOf(text) {
    return text.split(FUNCTION);
}
function withoutComments(text) {
    return text.replace(/^\s*(?:\/\/|#|;|--|\*).*$/gm, '');
}

;// CONCATENATED MODULE: ./build/migrations/find-runner.js
/** Looks for the project's own code that sends a folder of plain files. */






const CODE = ['go', 'rs', 'ts', 'mts', 'js', 'mjs', 'cjs', 'py', 'java', 'kt', 'clj', 'rb', 'cs', 'php', 'ex'].map((suffix) => `*.${suffix}`);
const NOT_THE_RUNNER = /(^|\/)(node_modules|vendor|testdata|tests?|__tests__)\/|[._]test\.\w+$|[._]spec\.\w+$/;
/** As many files as name a folder of migrations in a sensible repository, and as lie beside one. */
const find_runner_MOST_FILES = 50;
const MOST_TEXT = 400_000;
/** Null where no code names the folder as one that it reads. */
async function findRunner(set, cwd) {
    const name = (0,layouts_names/* baseName */.Fl)(set.root.slice(0, -1));
    const top = name === '' ? null : await (0,git/* repositoryRoot */.Hn)(cwd);
    if (top === null)
        return null;
    const codeWith = (search) => codeThatHolds(search, top, cwd);
    const naming = await codeWith(['-F', '-e', name, '--', ...CODE.map((glob) => `:(top)${glob}`)]);
    const runners = [];
    for (const code of naming.filter((file) => readsFolder(file, set.root))) {
        const suffix = code.path.slice(code.path.lastIndexOf('.'));
        const folder = `:(glob)${(0,layouts_names/* folderOf */.yS)(code.path)}*${suffix}`;
        const beside = (await codeWith(['-i', '-F', '-e', 'migrat', '--', folder])).filter(({ path }) => path !== code.path);
        const runner = runnerOf(code, beside, set.root, (0,layouts_names/* sqlFiles */.Uo)(set));
        if (runner)
            runners.push(runner);
    }
    return runners.find(({ begins }) => begins !== null) ?? runners[0] ?? null;
}
/** The files that git finds, tracked or not. */
async function codeThatHolds(search, top, cwd) {
    const found = await (0,git/* tryGit */.Ii)(['grep', '-l', '-I', '-z', '--untracked', '--full-name', ...search], cwd);
    const paths = (found ?? '').split('\0').filter((path) => path !== '' && !NOT_THE_RUNNER.test(path));
    const texts = await Promise.all(paths.slice(0, find_runner_MOST_FILES).map(async (path) => {
        const absolute = (0,external_node_path_.resolve)(top, path);
        return { path: (0,source/* displayPath */.Gt)(absolute, cwd), read: await (0,read_file/* readText */.yR)(absolute, cwd) };
    }));
    return texts.flatMap(({ path, read }) => 'text' in read && read.text.length <= MOST_TEXT ? [{ path, text: read.text }] : []);
}

;// CONCATENATED MODULE: ./build/migrations/folder-sets.js
/** Reads the files of the folders that a check is about. */





/** Each folder with its files. What another folder's changelogs include is theirs. */
async function folderSets(folders, { cwd, texts }, unreadable, notChecked) {
    const sets = [];
    const included = new Set();
    for (const folder of folders) {
        const own = await readSet(folder, { cwd, texts }, unreadable, notChecked);
        const read = await withIncluded(own, cwd);
        const set = { ...read, files: read.files.map((file) => withText(file, texts)) };
        const paths = new Set(own.files.map(({ path }) => path));
        for (const { path } of set.files)
            if (!paths.has(path))
                included.add(path);
        sets.push({ folder, set });
    }
    const isOwn = (path, { root }) => !included.has(path) || (0,migrations_roots/* rootOf */.I5)(path) !== root;
    return sets.map(({ folder, set }) => ({
        folder,
        set: { ...set, files: set.files.filter(({ path }) => isOwn(path, folder)) },
    }));
}
/** The file as it would be with another text. */
function withText(file, texts) {
    const text = texts.get(file.path);
    return text === undefined ? file : { ...file, text };
}
async function readSet({ root, files, configs }, { cwd, texts: given }, unreadable, notChecked) {
    const read = async (absolute) => {
        const result = await (0,source/* readSource */.o$)(absolute, cwd);
        const text = given.get((0,source/* displayPath */.Gt)(absolute, cwd));
        // A file that isn't there yet.
        return 'problem' in result && text !== undefined ? { file: { path: result.path, text } } : result;
    };
    const results = await Promise.all(files.map(read));
    const sources = results.flatMap((result) => {
        if ('file' in result)
            return [result.file];
        unreadable.push(result);
        return [];
    });
    const texts = configs.map(async (config) => {
        const read = await (0,source/* readSource */.o$)(config, cwd);
        if ('file' in read)
            return [read.file];
        const { path, problem } = read;
        // One of the folder's own files is said already, and its text on the base branch may do.
        if (files.includes(config))
            return [];
        const reason = `it may say how the migrations are to be read, and was not read: ${problem}`;
        notChecked.push({ check: path, reason });
        return [{ path, text: '' }];
    });
    return { root, files: sources, configs: (await Promise.all(texts)).flat() };
}
/**
 * A folder whose tool's list can't be read is read by the list of the base branch: it says which tool it is, and what was before.
 * What changelogs include is followed anew, or not at all.
 */
function withListsOfBase(set, base, unreadable) {
    const broken = unreadable.flatMap(({ path }) => ((0,migrations_roots/* isBookkeeping */.rU)(path) && (0,migrations_roots/* rootOf */.I5)(path) === set.root ? [path] : []));
    if (broken.length === 0)
        return set;
    const lists = (base?.files ?? []).filter(({ path }) => broken.includes(path) && !(0,migrations_roots/* mayBeChangelog */.JN)(path));
    return { ...set, files: [...set.files, ...lists], unreadable: broken };
}
/** The texts of a folder's migrations in code. */
async function codeOf(code, cwd) {
    const texts = await Promise.all(code.map((path) => (0,read_file/* readText */.yR)((0,external_node_path_.resolve)(cwd, path), cwd)));
    return texts.flatMap((read, index) => ('text' in read ? [{ path: code[index], text: read.text }] : []));
}

// EXTERNAL MODULE: ./build/migrations/layouts/index.js + 33 modules
var layouts = __webpack_require__(9612);
;// CONCATENATED MODULE: ./build/migrations/psql/includes.js
/** The files that scripts name for psql to read in their middle. */



const INCLUDE = /\\(i|ir|include|include_relative)[ \t]+(?:'([^'\n]+)'|([^\s\\'`]+))/gm;
/** The values that a script gives to what its includes name. */
const SET = /\\set[ \t]+(\w+)[ \t]+'?([^\s'\\]+)'?/g;
const includes_COPY = /^[ \t]*\\copy[ \t][^\n]*?[ \t]from[ \t]+'([^'\n]+)'/gim;
/** More than that is no migration any more. */
const includes_MOST_FILES = 1000;
/** All files that the set's scripts include, and those that these include, by their paths; why one can't be read in its place. */
async function readIncluded({ root, files }, cwd) {
    const read = new Map();
    const waiting = [...files];
    for (let file = waiting.pop(); file !== undefined && read.size < includes_MOST_FILES; file = waiting.pop()) {
        for (const { path, isRelative } of includesOf(file)) {
            for (const candidate of includes_candidates(path, file, isRelative, root)) {
                if (read.has(candidate))
                    continue;
                const found = await readOne(candidate, cwd);
                if (found === null)
                    continue;
                read.set(candidate, found);
                if (typeof found !== 'string')
                    waiting.push(found);
            }
        }
    }
    return read;
}
/** The same files as the base branch has them. `top`: the repository's, which the changes' paths begin at. */
async function includedAtBase(included, change, { top, cwd }) {
    const before = new Map(included);
    if (!('files' in change))
        return before;
    for (const { path } of change.files) {
        const shown = (0,source/* displayPath */.Gt)((0,external_node_path_.resolve)(top, path), cwd);
        if (!included.has(shown))
            continue;
        const text = await change.base?.read((0,external_node_path_.resolve)(top, path)).catch(() => null);
        if (text)
            before.set(shown, { path: shown, text: text.replace(/^\ufeff/, '') });
        else
            before.delete(shown);
    }
    return before;
}
/** The files that are read in the middle of these scripts. */
function includedPaths(scripts) {
    const paths = new Set();
    const waiting = [...scripts];
    for (let script = waiting.pop(); script !== undefined; script = waiting.pop()) {
        for (const one of script.included ?? []) {
            paths.add(one.script.file.path);
            waiting.push(one.script);
        }
    }
    return paths;
}
/** Finds what a command of a script names. */
function lookupIn(included, root) {
    return (path, from, isRelative) => {
        const found = includes_candidates(path, from, isRelative, root).flatMap((candidate) => included.get(candidate) ?? []);
        const [file = `it names ${path}, and the repository has no such file: what it holds was not run`] = found;
        return file;
    };
}
function includesOf({ text }) {
    const copied = [...text.matchAll(includes_COPY)].map(([, path = '']) => ({ path, isRelative: false }));
    const values = new Map([...text.matchAll(SET)].map(([, name = '', value = '']) => [name, value]));
    const filled = (path) => path.replace(/:(?:'(\w+)'|(\w+))/g, (whole, a, b) => values.get(a ?? b) ?? whole);
    const included = [...text.matchAll(INCLUDE)].map(([, command, quoted, plain]) => ({
        path: filled(quoted ?? plain ?? ''),
        isRelative: command === 'ir' || command === 'include_relative',
    }));
    return [...included, ...copied];
}
/** `\ir` counts from the script's folder, `\i` from where psql is run: the top, the migrations' folder, or one between. */
function includes_candidates(path, from, isRelative, root) {
    const own = external_node_path_.posix.dirname(from.path);
    const folders = [own];
    if (!isRelative) {
        for (let folder = external_node_path_.posix.normalize(root || '.');; folder = external_node_path_.posix.dirname(folder)) {
            folders.unshift(folder);
            if (folder === external_node_path_.posix.dirname(folder))
                break;
        }
    }
    return [...new Set(folders.map((folder) => external_node_path_.posix.normalize(external_node_path_.posix.join(folder, path))))];
}
/** Null where there is none. */
async function readOne(path, cwd) {
    const absolute = (0,external_node_path_.resolve)(cwd, path);
    if (external_node_path_.posix.isAbsolute(path) || !(await (0,read_file/* isOfRepository */.iI)(absolute, cwd))) {
        return 'it names a file outside of the repository, which is never read';
    }
    const read = await (0,source/* readSource */.o$)(absolute, cwd);
    if ('file' in read)
        return read.file;
    return read.problem === NO_FILE ? null : `it names ${path}: ${(0,read_file/* inSentence */.BX)(read.problem)}`;
}
const NO_FILE = 'There is no such file.';

// EXTERNAL MODULE: ./build/migrations/problem.js
var problem = __webpack_require__(4227);
;// CONCATENATED MODULE: ./build/migrations/byte-order-mark.js

const HELP = 'Save the file as UTF-8 without a byte order mark.';
/** The script as its tool sends it. */
function withByteOrderMark(script, { byteOrderMark }) {
    const begins = script.role === 'up' || script.sql === script.file.text;
    if (byteOrderMark !== 'sent' || !script.file.byteOrderMark || !begins)
        return script;
    const mark = { at: 0, length: 1, was: 0 };
    const fills = (script.fills ?? []).map((fill) => ({ ...fill, at: fill.at + 1 }));
    return { ...script, sql: `\ufeff${script.sql}`, fills: [mark, ...fills] };
}
/** Where the tool can't read the file for it. */
function byteOrderMarks(migrations, { byteOrderMark }) {
    if (byteOrderMark === undefined || byteOrderMark === 'sent')
        return [];
    return migrations.flatMap(({ up: { file } }) => file.byteOrderMark ? [(0,problem/* malformed */.Q)(file, 1, `The file begins with a byte order mark. ${byteOrderMark}`, HELP)] : []);
}

;// CONCATENATED MODULE: ./build/migrations/earlier.js
/** The scripts that represent the schema before the change. Pure. */



/**
 * What was there before the change, in order. What comes after a migration that was there and reads otherwise now can't
 * be built without it; what is repeatable counts as it was.
 */
function earlier(compared, now, before) {
    const dump = (before ?? now).baseline;
    if (dump)
        return { scripts: [readDump(dump.file).script], leftOut: [] };
    const cut = compared.findIndex(({ state, migration }) => (state === 'altered' || state === 'touched') && !migration.repeatable);
    const kept = cut === -1 ? compared : compared.slice(0, cut);
    const scripts = kept.flatMap(({ state, migration, before: old }) => state === 'same' ? [migration.up] : migration.repeatable && old ? [old.up] : []);
    const after = cut === -1 ? [] : compared.slice(cut + 1).filter(({ state }) => state === 'same');
    if (after.length === 0)
        return { scripts, leftOut: [] };
    const reason = `later than ${compared[cut]?.migration.path}, which the change alters: the baseline ends before it`;
    return { scripts, leftOut: [{ check: enumerate(after.map(({ migration }) => migration.path)), reason }] };
}
/** A name that begins with its place in an order. */
const ORDERED = /^v?\d/i;
/**
 * What comes before the first of the named migrations. Plain files beside each other are a history only where their names
 * count: others may have nothing to do with each other.
 */
function beforeNamed(migrations, named, layout) {
    const first = migrations.findIndex((migration) => named.has(migration));
    const start = migrations[first];
    const ordered = ({ id, path }) => layout.name !== 'plain' || (ORDERED.test(id) && external_node_path_.posix.dirname(path) === external_node_path_.posix.dirname(start?.path ?? ''));
    if (start === undefined || start.repeatable || !ordered(start))
        return [];
    return migrations
        .slice(0, first)
        .filter(ordered)
        .map(({ up }) => up);
}

// EXTERNAL MODULE: ./build/sql/words.js
var words = __webpack_require__(7554);
;// CONCATENATED MODULE: ./build/migrations/folder-notes.js


/** Where two tools have left their marks, nothing is read: a wrong guess would check something else. */
function undecided(set, { layouts }, isChanged) {
    const folder = set.root || 'the top folder';
    const tools = layouts.map(({ layout, reason }) => `${layout.name} (${reason})`).join(' and ');
    const problem = {
        rule: 'ambiguous-layout',
        path: (set.files.find(({ path }) => isChanged(path)) ?? set.files[0])?.path ?? set.root,
        line: 1,
        message: `Two layouts fit ${(0,words/* code */.a)(folder)}: ${tools}. Nothing in it was checked.`,
        help: `Name the one that applies these files in the settings:\nlayout: ${layouts[0]?.layout.name}`,
    };
    return { problem, reason: tools };
}
/** Where names are the only evidence and fit several tools, or code sends the files and doesn't show how. */
function guessed(set, layouts) {
    const check = `the layout of ${set.root || 'the top folder'}`;
    const guess = 'read as plain files, sent statement by statement, and nothing is said that is true of that alone';
    if (layouts === undefined) {
        const reason = `${set.runner?.path} reads this folder and doesn’t show whether it begins a transaction for each file: ${guess}. Say how the files are sent with the setting transaction`;
        return { check, reason };
    }
    const names = layouts.map(({ name }) => name).join(' or ');
    const reason = `its file names fit ${names}, and nothing says which: ${guess}. Name the tool with the setting layout, or say how the files are sent with the setting transaction`;
    return { check, reason };
}
/** Migrations in code among those in SQL. `withoutThem`: the baseline is built from the SQL alone. */
function codeNotes(code, isChanged, withoutThem) {
    const notes = [];
    const changed = code.filter(isChanged);
    const [path] = changed;
    if (path !== undefined) {
        const reason = 'a migration in code: the SQL that it runs can be checked with the setting command';
        notes.push({ check: enumerate(changed), path, reason });
    }
    const others = code.filter((path) => !isChanged(path));
    if (withoutThem && others.length > 0) {
        const reason = 'migrations in code: what they make is missing in the baseline. A dump (baseline) has it';
        notes.push({ check: enumerate(others), reason });
    }
    return notes;
}
/** Code that lists the files in more than one order, or in one that they contradict. */
function orderUnclear(set) {
    if (set.runner?.order !== 'unclear')
        return [];
    const check = `the order of ${set.root || 'the top folder'}`;
    const reason = `${set.runner.path} lists these files in more than one order, or in one that what they make and need contradicts: they were taken by their names. Say their order with the setting order`;
    return [{ check, reason }];
}

// EXTERNAL MODULE: ./build/migrations/layouts/statement-heads.js
var statement_heads = __webpack_require__(8591);
;// CONCATENATED MODULE: ./build/migrations/history.js


/** One entry for each migration, in order. Without `base`, the list of changed files has to do. */
function compareWithBase(now, base, changes) {
    if (base === null)
        return now.map((migration) => ({ migration, state: stateByFiles(migration, changes) }));
    const found = matcher(now, base.migrations, changes);
    return now.map((migration) => {
        const before = found(migration);
        if (before === undefined)
            return { migration, state: 'new' };
        return { migration, before, state: stateOf(migration, before, changes) };
    });
}
/** The migrations of the base branch that are gone. */
function deletedSince(now, base, changes) {
    const found = matcher(now, base.migrations, changes);
    const kept = new Set(now.map(found));
    return base.migrations.filter((migration) => !kept.has(migration));
}
/** Where the base branch can't be read, the names of removed files have to do. */
function removedFiles(changes, root, layout) {
    return [...changes].flatMap(([path, { status }]) => {
        const name = path.slice(root.length);
        const isPart = /(\b|_)(down|rollback|revert|undo|verify|validate|maintenance)\b/i.test(name);
        const isOurs = path.startsWith(root) && (layout.name === 'markdown' ? (0,readers/* isMarkdown */.sl)({ path }) : /\.sql$/i.test(path));
        if (status !== 'removed' || isPart || !isOurs)
            return [];
        const up = { role: 'up', file: { path, text: '' }, sql: '', transaction: 'autocommit' };
        return [{ id: name, path, layout: layout.name, up }];
    });
}
/** Finds a migration's counterpart: by what the tool knows it by, else by path and id, or by path where a file holds one migration. */
function matcher(now, base, changes) {
    const renamed = new Map([...changes].flatMap(([path, { previousPath, path: full }]) => previousPath === undefined ? [] : [[shownAs(previousPath, full, path), path]]));
    const before = byPath(base, ({ path }) => renamed.get(path) ?? path);
    const today = byPath(now, ({ path }) => path);
    const known = new Map(base.flatMap((migration) => (migration.identity ? [[migration.identity, migration]] : [])));
    const still = new Set(now.map(({ identity }) => identity));
    return ({ id, path, identity }) => {
        const own = identity === undefined ? undefined : known.get(identity);
        if (own)
            return own;
        // What another of today's migrations is known to be is not this one.
        const free = (other) => other.identity === undefined || !still.has(other.identity);
        const same = (before.get(path) ?? []).filter(free);
        const single = same.length === 1 && today.get(path)?.length === 1;
        return same.find((other) => other.id === id) ?? (single ? same[0] : undefined);
    };
}
function byPath(migrations, pathOf) {
    const found = new Map();
    for (const migration of migrations) {
        const path = pathOf(migration);
        const list = found.get(path);
        if (list)
            list.push(migration);
        else
            found.set(path, [migration]);
    }
    return found;
}
/** A path from the repository's top as reports show it: `full` is shown as `shown`. */
function shownAs(path, full, shown) {
    const prefix = full.endsWith(shown) ? full.slice(0, full.length - shown.length) : '';
    return path.startsWith(prefix) ? path.slice(prefix.length) : path;
}
function stateOf(migration, before, changes) {
    if (history_text(migration.up) !== history_text(before.up) || migration.up.transaction !== before.up.transaction)
        return 'altered';
    const moved = migration.path !== before.path || migration.id !== before.id;
    if (moved && (migration.identity === undefined || migration.identity !== before.identity))
        return 'renamed';
    const others = ['down', 'verify', 'maintenance'].some((role) => history_text(migration[role]) !== history_text(before[role]));
    return others || (migration.beside ?? []).some((path) => changes.has(path)) ? 'touched' : 'same';
}
function history_text(script) {
    return script?.sql.trim() ?? '';
}
function stateByFiles(migration, changes) {
    const of = (script) => (script ? changes.get(script.file.path)?.status : undefined);
    const up = of(migration.up);
    if (up === 'added')
        return 'new';
    if (up === 'renamed')
        return 'renamed';
    if (up === 'modified')
        return 'altered';
    const others = [migration.down, migration.verify, migration.maintenance].some((script) => of(script) !== undefined);
    return others || (migration.beside ?? []).some((path) => changes.has(path)) ? 'touched' : 'same';
}
/** What the change does to migrations that are on the base branch already. */
function historyProblems(compared, deleted, layout) {
    const { refuses } = layout;
    const known = 'Databases that have applied it keep what it said before.';
    const edits = compared.flatMap(({ migration, state, before }) => {
        if (migration.repeatable)
            return [];
        const at = { path: migration.path, line: 1 };
        if (state === 'altered' && isEdit(migration, before, layout)) {
            const message = `${migration.id} is on the base branch already, and the change edits it. ${refuses.edited ?? known}`;
            return [{ rule: 'migration-edited', ...at, message, severity: refuses.edited ? 'error' : 'warning' }];
        }
        if (state !== 'renamed')
            return [];
        const was = before && before.id !== migration.id ? `: it was ${before.id}` : '';
        const message = `${migration.id} is on the base branch already, and the change renames it${was}. ${refuses.renamed ?? 'Where it was applied under its old name, the tool may apply it again.'}`;
        return [{ rule: 'migration-renamed', ...at, message, severity: refuses.renamed ? 'error' : 'warning' }];
    });
    const gone = deleted.map((migration) => {
        const message = `${migration.id} is on the base branch already, and the change deletes it. ${refuses.deleted ?? 'Databases that have applied it keep what it made; new ones never get it.'}`;
        return {
            rule: 'migration-deleted',
            path: migration.path,
            line: 1,
            message,
            severity: refuses.deleted ? 'error' : 'warning',
        };
    });
    return [...edits, ...gone];
}
/** A comment or a line break is no edit, unless the tool compares the whole text. */
function isEdit({ up }, before, { checksums }) {
    if (before === undefined || checksums)
        return true;
    const [now, then] = [(0,statement_heads/* statementTexts */.o)(up.sql), (0,statement_heads/* statementTexts */.o)(before.up.sql)];
    return now.length !== then.length || now.some((statement, index) => statement !== then[index]);
}

// EXTERNAL MODULE: ./build/migrations/layouts/atlas-formats.js
var atlas_formats = __webpack_require__(386);
// EXTERNAL MODULE: ./build/migrations/layouts/dialects.js + 1 modules
var dialects = __webpack_require__(8054);
// EXTERNAL MODULE: ./build/migrations/layouts/markdown.js
var markdown = __webpack_require__(2791);
;// CONCATENATED MODULE: ./build/migrations/layouts/sent-by-code.js


/** The layout with the code's transactions and its order, as far as it shows them. */
function sentByCode(layout, { begins, order }) {
    const sent = (script) => begins === null ? script : { ...script, transaction: begins.around === 'all files' ? 'per-run' : 'per-script' };
    const own = withScripts(layout, sent);
    if (!Array.isArray(order))
        return own;
    const place = new Map(order.map((name, index) => [name, index]));
    return inOrder(own, ({ path }) => place.get((0,layouts_names/* baseName */.Fl)(path)) ?? order.length);
}
/** The layout with another order. What has no place of its own comes by its name. */
function inOrder(layout, placeOf) {
    return {
        ...layout,
        listed: true,
        read(set) {
            const result = layout.read(set);
            return { ...result, migrations: [...result.migrations].sort((a, b) => placeOf(a) - placeOf(b)) };
        },
    };
}
/** The layout with what is sent, there and back, sent otherwise. */
function withScripts(layout, sent) {
    return {
        ...layout,
        read(set) {
            const result = layout.read(set);
            const migrations = result.migrations.map((migration) => ({
                ...migration,
                up: sent(migration.up),
                ...(migration.down && { down: sent(migration.down) }),
            }));
            return { ...result, migrations };
        },
    };
}
/** What Postgres takes in a transaction only. */
const IN_TRANSACTION = /^(LOCK( TABLE)?|SET LOCAL|SET CONSTRAINTS|SAVEPOINT|DECLARE)\b/;
/** While it is open how files are sent: those that need a transaction have one, or they would never have run. */
function asTheyAsk(layout) {
    const sent = (script) => {
        const heads = (0,statement_heads/* statementHeads */.D)(script.sql);
        const begins = heads.some((head) => /^(BEGIN|START TRANSACTION)\b/.test(head));
        const asks = !begins && heads.some((head) => IN_TRANSACTION.test(head));
        return asks ? { ...script, transaction: 'per-script' } : script;
    };
    return withScripts(layout, sent);
}
/** Whether files begin transactions themselves: then nothing around them does. */
function beginThemselves(set) {
    return (0,layouts_names/* sqlFiles */.Uo)(set).some(({ text }) => /^\s*(?:BEGIN(?:\s+(?:TRANSACTION|WORK))?|START\s+TRANSACTION)\s*;/im.test(text));
}
/** Whether merged files hold what no transaction takes: the code has another way for some. */
function ranOutside({ files }) {
    const outside = /\bCONCURRENTLY\b|^VACUUM\b|^ALTER SYSTEM\b/;
    return files.some(({ path, text }) => /\.sql$/i.test(path) && (0,statement_heads/* statementHeads */.D)(text).some((head) => outside.test(head)));
}
/** What the code shows, to follow the reason for the layout. */
function shownBy({ path, begins, order }) {
    const begun = begins === null
        ? ''
        : `${begins.path === path ? ' and' : `, and ${begins.path}`} begins a transaction (${begins.words}), taken for one around ${begins.around}`;
    return `${path} reads the folder${begun}${Array.isArray(order) ? `; it lists the files in their order` : ''}`;
}

;// CONCATENATED MODULE: ./build/migrations/layouts/said-order.js
/** The order that the setting order says. Pure. */



/** By names alone. */
const BY_NAME = 'name';
/** Each entry is a file's name or path, or a glob of them; what none fits comes last. */
function inOrderOf(order, layout) {
    if (order.length === 0 || (order.length === 1 && order[0] === BY_NAME))
        return layout;
    const fits = order.map((entry) => picomatch(entry, { dot: true, flags: 's' }));
    return inOrder(layout, ({ path }) => {
        const place = fits.findIndex((matches) => matches(path) || matches((0,layouts_names/* baseName */.Fl)(path)));
        return place === -1 ? order.length : place;
    });
}

;// CONCATENATED MODULE: ./build/migrations/placeholders.js



const PATTERNS = {
    'dollar-brace': /\$\{([^}\s]+)\}/g,
    // Not a cast (::), an assignment (:=), or a slice (a[1:n]).
    psql: /(?<![:\w\]\d])[:](['"]?)([A-Za-z_]\w*)\1(?!:)/g,
    'colon-capitals': /(?<![:\w]):([A-Z][A-Z0-9_]+)\b/g,
    'go-template': /\{\{-?\s*([^}]*?)\s*-?\}\}/g,
};
/** Puts in what the settings give. What they don't is said. */
function fillPlaceholders(script, layout, values) {
    const { placeholders: style, tool } = layout;
    if (style === undefined)
        return { script, problems: [] };
    const problems = [];
    const filler = new Filler(script.sql);
    for (const match of placeholdersIn(script.sql, style)) {
        const [whole] = match;
        const given = match[style === 'psql' ? 2 : 1] ?? '';
        const key = style === 'go-template' ? given.replace(/^\./, '') : given;
        const value = Object.hasOwn(values, key) ? values[key] : undefined;
        if (value !== undefined) {
            filler.put(match.index, whole.length, quoted(value, style === 'psql' ? match[1] : ''));
            continue;
        }
        problems.push(unknownPlaceholder(script.file, match.index, { whole, key, tool }));
    }
    return { script: { ...script, ...filler.filled() }, problems };
}
/** A merged script without the statements that hold what nobody knows, and one note of them. */
function withoutUnknown({ script, problems }) {
    const [first] = problems;
    if (first === undefined)
        return { script, notChecked: [] };
    const { path } = script.file;
    const lines = positions/* LineMap */.HU.of(script.file);
    const places = problems.map(({ line, column = 1 }) => lines.lineStart(line) + column - 1);
    const inFile = (0,positions/* fileOffsets */.jZ)(script);
    const unread = (0,lexer/* lex */.Ii)(script.sql).statements.filter(({ start, end }) => places.some((at) => inFile(start) <= at && at < inFile(end)));
    const more = problems.length > 1 ? ` and ${problems.length - 1} more` : '';
    const name = script.file.text.slice(places[0]).match(/^\S{1,40}/)?.[0] ?? '';
    const reason = `nobody knows here what stands for ${name} (line ${first.line})${more}: the statements were left out. Give the value in the settings file, under placeholders`;
    return {
        script: { ...script, sql: (0,positions/* blankOut */.bO)(script.sql, unread) },
        notChecked: [{ check: `placeholders in ${path}`, path, reason }],
    };
}
/** A placeholder that nobody gives a value, at an offset of the file. */
function unknownPlaceholder(file, at, { whole, key, tool }) {
    const { line, column } = positions/* LineMap */.HU.of(file).position(at);
    return {
        ...{ rule: 'unknown-placeholder', path: file.path, line, column },
        message: `${tool} fills ${(0,words/* code */.a)(whole)} with a value that nobody knows here. The text can’t be checked as it will run.`,
        help: `Give the value in the settings file:\nplaceholders:\n  ${/^[\w-]+$/.test(key) ? key : JSON.stringify(key)}: …`,
    };
}
/** Puts texts into their places, which come in order, and keeps account of where that is in the file. */
class Filler {
    #text;
    #edits = [];
    constructor(text) {
        this.#text = text;
    }
    put(at, was, value) {
        this.#edits.push({ at, was, value });
    }
    /** Takes back what was put in from an offset on. */
    drop(from) {
        this.#edits = this.#edits.filter(({ at }) => at < from);
    }
    filled() {
        const fills = [];
        let sql = '';
        let done = 0;
        for (const { at, was, value } of this.#edits) {
            sql += this.#text.slice(done, at);
            if (value.length !== was)
                fills.push({ at: sql.length, length: value.length, was });
            sql += value;
            done = at + was;
        }
        return { sql: sql + this.#text.slice(done), ...(fills.length > 0 && { fills }) };
    }
}
/** psql's `:'x'` and `:"x"` quote the value. */
function quoted(value, quote) {
    return quote ? quote + value.replaceAll(quote, quote + quote) + quote : value;
}
/** The quote that is open at an offset, if any; a body in dollar quotes counts as its text. */
function openQuote(sql, at) {
    const statement = (0,lexer/* lex */.Ii)(sql).statements.findLast(({ start }) => start <= at);
    let quote = '';
    for (let i = statement?.start ?? 0; i < at; i++) {
        const char = sql[i] ?? '';
        if (quote === '' && (char === "'" || char === '"'))
            quote = char;
        else if (char === quote)
            quote = '';
    }
    return quote;
}
/** Comments may say what they like; psql leaves quoted text alone, too. */
function placeholdersIn(sql, style) {
    const { comments } = (0,lexer/* lex */.Ii)(sql);
    const found = [...sql.matchAll(PATTERNS[style])];
    let next = 0;
    return found.filter(({ index }) => {
        while ((comments[next]?.end ?? Number.POSITIVE_INFINITY) <= index)
            next++;
        if ((comments[next]?.start ?? Number.POSITIVE_INFINITY) <= index)
            return false;
        return style !== 'psql' || (openQuote(sql, index) === '' && !inDollars(sql, index));
    });
}
function inDollars(sql, at) {
    const tags = /\$(?:[A-Za-z_]\w*)?\$/g;
    for (let open = tags.exec(sql); open !== null && open.index < at; open = tags.exec(sql)) {
        const close = sql.indexOf(open[0], open.index + open[0].length);
        if (close === -1 || close > at)
            return true;
        tags.lastIndex = close + open[0].length;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/migrations/psql/commands.js
/** psql's commands, as far as a script's text depends on them (manual, psql, "Meta-Commands"). Pure. */
const NAMES = {
    none: 'echo qecho warn timing pset x a t T H f C o out encoding errverbose conninfo copyright h help ? p print r reset s w write e edit ef ev l list z cd password restrict unrestrict bind bind_named close parse sendpipeline startpipeline endpipeline flush flushrequest getresults syncpipeline',
    sends: 'g gx gdesc crosstabview watch',
    answer: 'gset gexec',
    set: 'set',
    unset: 'unset',
    asks: 'prompt getenv',
    include: 'i ir include include_relative',
    condition: 'if elif else endif',
    quit: 'q quit',
    connect: 'c connect',
    copy: 'copy',
    program: '! setenv',
    outside: 'lo_import lo_export lo_list lo_unlink',
};
const commands_BY_NAME = new Map(Object.entries(NAMES).flatMap(([meaning, names]) => names.split(' ').map((name) => [name, meaning])));
/** The commands of a line that begins with one, of which psql takes several. `offset`: where the line begins. */
function commandsOf(line, offset, lookup) {
    const commands = [];
    for (let at = 0; at < line.length;) {
        const name = /^\\(\w+\+?|[!?])/.exec(line.slice(at))?.[1];
        if (name === undefined)
            break;
        const meaning = meaningOf(name);
        const from = at + name.length + 1;
        const { args, end, unset } = takesLine(name) ? wholeLine(line, from) : argsOf(line, from, lookup);
        commands.push({ name, meaning, start: offset + at, end: offset + end, args, unset });
        at = end;
    }
    return commands;
}
function meaningOf(name) {
    // \d and all that begin with it describe.
    return commands_BY_NAME.get(name) ?? (/^(d\w*|sf|sv|l)\+?$/.test(name) ? 'none' : 'unknown');
}
function takesLine(name) {
    return name === 'copy' || name === '!';
}
function wholeLine(line, from) {
    return { args: [line.slice(from).trim()], end: line.length, unset: false };
}
/** Arguments end with the line, or where the next command begins. */
function argsOf(line, from, lookup) {
    const args = [];
    let unset = false;
    let at = from;
    for (;;) {
        while (/\s/.test(line[at] ?? ''))
            at++;
        if (at >= line.length || line[at] === '\\')
            return { args, end: at, unset };
        let value = '';
        // The parts of an argument stand without space: 'a'b:c.
        while (at < line.length && !/[\s\\]/.test(line[at] ?? '')) {
            const part = partAt(line.slice(at), lookup);
            unset ||= part.unset ?? false;
            value = value === null || part.value === null ? null : value + part.value;
            at += part.length;
        }
        args.push(value);
    }
}
function partAt(rest, lookup) {
    const quoted = /^'((?:[^'\\]|''|\\.)*)'?/.exec(rest);
    if (quoted) {
        const value = (quoted[1] ?? '').replaceAll("''", "'").replace(/\\(.)/g, (_, char) => ESCAPES[char] ?? char);
        return { value, length: quoted[0].length };
    }
    const program = /^`[^`]*`?/.exec(rest);
    if (program)
        return { value: null, length: program[0].length };
    const isSet = /^:\{\?(\w+)\}/.exec(rest);
    if (isSet)
        return { value: String(lookup(isSet[1] ?? '') !== undefined), length: isSet[0].length };
    const named = /^:(['"]?)([A-Za-z_]\w*)\1/.exec(rest);
    if (named) {
        const value = lookup(named[2] ?? '');
        return { value: value ?? named[0], length: named[0].length, unset: value === undefined };
    }
    const word = /^"[^"]*"?|^[^\s\\'"`:]+/.exec(rest)?.[0] ?? rest.charAt(0);
    return { value: word, length: word.length };
}
const ESCAPES = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };
/** What psql takes for true or false: a beginning of true, false, yes or no; on, off, 1, 0. Anything else is undefined. */
function asBoolean(value) {
    const word = value?.toLowerCase();
    if (!word)
        return undefined;
    if (word === '1' || word === 'on' || 'true'.startsWith(word) || 'yes'.startsWith(word))
        return true;
    if (word === '0' || word === 'off' || 'false'.startsWith(word) || 'no'.startsWith(word))
        return false;
    return undefined;
}

;// CONCATENATED MODULE: ./build/migrations/psql/conditions.js
class Conditions {
    #branches = [];
    /** Whether what stands here is run. */
    counts() {
        return this.#branches.every(({ counts }) => counts);
    }
    /** Where the outermost begins that is still open, and the first line that doesn't count for it. */
    unclosed() {
        const [outer] = this.#branches;
        return outer && { at: outer.at, dead: this.#branches.find(({ counts }) => !counts)?.start };
    }
    /** Takes the next command; `holds` answers for its condition, undefined where nobody knows. Returns what is left out of the text. */
    meet({ name, start, end }, holds) {
        const branch = this.#branches.at(-1);
        const outer = name === 'if' ? this.counts() : this.#branches.slice(0, -1).every(({ counts }) => counts);
        const left = [];
        if (name === 'if') {
            const known = outer ? holds() : false;
            // Within lines that don't count, no branch does; nor does one of which nobody knows whether another holds.
            const taken = known !== false || !outer;
            this.#branches.push({ counts: known === true, taken, start: end, at: start });
        }
        else if (branch) {
            if (outer && !branch.counts)
                left.push({ start: branch.start, end: start });
            const known = name === 'endif' || branch.taken ? false : name === 'else' ? true : holds();
            branch.counts = known === true;
            branch.taken ||= known !== false;
            branch.start = end;
            if (name === 'endif')
                this.#branches.pop();
        }
        // Of lines that don't count, all is left out at once.
        return outer ? [...left, { start, end }] : left;
    }
}

;// CONCATENATED MODULE: ./build/migrations/psql/follow.js
var _a;






function followPsql(script, request) {
    const told = { problems: [], notChecked: [] };
    const variables = new Map(Object.entries({ ...PREDEFINED, ...request.values }));
    const shared = { variables, unknowable: false, included: 0, told };
    return { script: new Follower(script, request, shared, [script.file.path]).follow(), ...told };
}
class Follower {
    #script;
    #request;
    #shared;
    #lines;
    #statements;
    #events;
    #filler;
    #included = [];
    #conditions = new Conditions();
    /** Up to here the text is dealt with. */
    #done = 0;
    /** Lines that could not be followed. */
    #unfollowed = new Set();
    /** The files that are being read, the outermost first. */
    #open;
    constructor(script, request, shared, open) {
        this.#open = open;
        this.#script = script;
        this.#request = request;
        this.#shared = shared;
        this.#lines = positions/* LineMap */.HU.of(script.file);
        this.#filler = new Filler(script.sql);
        const { metaCommands, statements } = (0,lexer/* lex */.Ii)(script.sql, { rowsToEnd: script.sendsRows });
        this.#statements = statements;
        const isIn = (index) => metaCommands.some(({ start, end }) => start <= index && index < end);
        this.#events = [
            ...metaCommands.map((line) => ({ at: line.start, line })),
            ...placeholdersIn(script.sql, 'psql')
                .filter(({ index }) => !isIn(index))
                .map((variable) => ({ at: variable.index, variable })),
        ].sort((a, b) => a.at - b.at);
    }
    follow() {
        for (const event of this.#events) {
            if (event.at < this.#done)
                continue;
            if ('line' in event)
                this.#line(event.line);
            else if (this.#conditions.counts())
                this.#variable(event.variable);
        }
        const unclosed = this.#conditions.unclosed();
        if (unclosed) {
            this.#problem(unclosed.at, 'An \\if is never closed: psql stops at the end of the file (“reached EOF without finding closing \\endif”).');
            if (unclosed.dead !== undefined)
                this.#blank(unclosed.dead, this.#script.sql.length);
        }
        const included = this.#included;
        const unfollowed = [...this.#unfollowed, ...included.flatMap(({ script }) => script.unfollowed ?? [])];
        return {
            ...{ ...this.#script, ...this.#filler.filled() },
            ...(included.length > 0 && { included }),
            ...(unfollowed.length > 0 && { unfollowed }),
        };
    }
    /** Of the rows that follow a COPY, nothing is a command. */
    #line({ start, end }) {
        const text = this.#script.sql.slice(start, end);
        for (const command of commandsOf(text, start, (name) => this.#shared.variables.get(name))) {
            if (command.start < this.#done)
                return;
            if (command.meaning === 'condition')
                this.#condition(command);
            else if (this.#conditions.counts())
                this.#command(command);
        }
    }
    #command(command) {
        const { meaning, args, start, end } = command;
        const [first, ...rest] = args;
        if (meaning === 'unknown')
            return;
        if (meaning === 'set' && first)
            this.#set(first, rest, command);
        if (meaning === 'unset' && first)
            this.#shared.variables.delete(first);
        if (meaning === 'asks' || command.name === 'gset')
            this.#shared.unknowable = true;
        if (command.name === 'gexec')
            this.#note(command, UNKNOWN_ANSWER);
        if (meaning === 'include')
            this.#include(command);
        if (meaning === 'copy' && this.#copy(command))
            return;
        const reason = BESIDE[meaning];
        if (reason && !(meaning === 'connect' && (first ?? '-') === '-'))
            this.#note(command, reason);
        const last = meaning === 'quit' ? this.#script.sql.length : end;
        this.#blank(start, last, meaning === 'sends' || meaning === 'answer' ? ';' : '');
    }
    #set(name, values, command) {
        const value = values.join('');
        if (name === 'AUTOCOMMIT' && asBoolean(value) === false)
            this.#note(command, NO_AUTOCOMMIT);
        if (!values.includes(null) && value.length <= LONGEST_VALUE) {
            this.#shared.variables.set(name, value);
            return;
        }
        this.#shared.unknowable = true;
        this.#shared.variables.delete(name);
    }
    #include(command) {
        const found = this.#fileOf(command);
        if (typeof found === 'string') {
            this.#note(command, found);
            return;
        }
        const open = this.#open;
        if (open.includes(found.path)) {
            const circle = [...open.slice(open.indexOf(found.path)), found.path].join(' includes ');
            this.#problem(command.start, `The files include each other without end: ${circle}.`);
            return;
        }
        if (++this.#shared.included > MOST_INCLUDED) {
            this.#note(command, `more than ${MOST_INCLUDED} files would be read in the middle of this one: the rest was not`);
            return;
        }
        const { role, transaction, sendsRows } = this.#script;
        const source = { role, transaction, ...(sendsRows && { sendsRows }), file: found, sql: found.text };
        const inner = new _a(source, this.#request, this.#shared, [...open, found.path]);
        this.#included.push({ at: command.start, script: inner.follow() });
    }
    #fileOf({ name, args, unset }) {
        const [path] = args;
        if (!path || unset)
            return 'which file it names, nobody knows here';
        return this.#request.include(path, this.#script.file, name === 'ir' || name === 'include_relative');
    }
    /** Rows from a file of the repository stand where the command does. */
    #copy({ args: [text], start, end }) {
        const [, table, path = '', options = ''] = /^(.+?)\s+from\s+'([^']+)'\s*(.*?);?$/is.exec(text ?? '') ?? [];
        if (table === undefined || !this.#script.sendsRows)
            return false;
        const rows = this.#request.include(path, this.#script.file, false);
        if (typeof rows === 'string')
            return false;
        const sql = `COPY ${table} FROM STDIN ${options};\n${rows.text.replace(/\n?$/, '\n')}\\.\n`;
        this.#filler.put(start, end - start, sql);
        this.#done = end;
        return true;
    }
    #condition(command) {
        const left = this.#conditions.meet(command, () => {
            const known = asBoolean(command.args[0]);
            if (known === undefined)
                this.#note(command, 'whether it holds, nobody knows here: none of its lines were run');
            return known;
        });
        for (const { start, end } of left)
            this.#blank(start, end);
    }
    #variable(match) {
        const { index } = match;
        const [whole, quote, name = ''] = match;
        const value = this.#shared.variables.get(name);
        const { tool } = this.#request;
        if (value !== undefined) {
            this.#filler.put(index, whole.length, quoted(value, quote));
            this.#done = index + whole.length;
        }
        else if (this.#shared.unknowable || OWN.test(name))
            this.#leaveOut(index, whole);
        else if (tool) {
            this.#shared.told.problems.push(unknownPlaceholder(this.#script.file, index, { whole, key: name, tool }));
        }
    }
    /** The rest of a statement is blanked; what was filled of it before goes with it. */
    #leaveOut(index, whole) {
        const statement = this.#statements.find(({ start, end }) => start <= index && index < end);
        if (statement === undefined)
            return;
        const reason = 'its value comes from an answer, a program or a person: the statement was left out';
        this.#noteAt(index, whole, reason);
        this.#filler.drop(statement.start);
        this.#done = Math.min(this.#done, statement.start);
        this.#blank(statement.start, statement.end);
    }
    /** Keeps line ends, so that places stay. `instead` stands where the text began. */
    #blank(start, end, instead = '') {
        const from = Math.max(start, this.#done);
        if (end <= from)
            return;
        const spaces = this.#script.sql.slice(from, end).replace(/[^\r\n]/g, ' ');
        this.#filler.put(from, end - from, instead + spaces.slice(instead.length));
        this.#done = end;
    }
    #note({ start, name }, reason) {
        this.#noteAt(start, `\\${name}`, reason);
    }
    #problem(at, message) {
        this.#shared.told.problems.push((0,problem/* malformed */.Q)(this.#script.file, this.#lines.position(at).line, message));
    }
    #noteAt(at, what, reason) {
        const { path } = this.#script.file;
        const { line } = this.#lines.position(at);
        this.#unfollowed.add(line);
        this.#shared.told.notChecked.push({ check: `${what} in ${path}:${line}`, path, reason });
    }
}
_a = Follower;
/** Files that include ten others each are soon a million. */
const MOST_INCLUDED = 1000;
const LONGEST_VALUE = 100_000;
/** What psql sets itself, where the name doesn't matter: a database that is named is the one it is tried in. */
const PREDEFINED = { DBNAME: 'production' };
/** What psql sets itself, and nobody knows here. */
const OWN = /^(USER|HOST|PORT|ENCODING|VERSION|VERSION_NAME|VERSION_NUM|SERVER_VERSION_NAME|SERVER_VERSION_NUM|ROW_COUNT|SQLSTATE|ERROR|LASTOID|LAST_ERROR_\w+|SERVICE|SHELL_ERROR|SHELL_EXIT_CODE)$/;
const NO_AUTOCOMMIT = 'statements run in transactions that are not written here: what depends on them was not looked at';
const UNKNOWN_ANSWER = 'it runs what the query before it returns, and nobody knows that here: it was not run';
/** Why what a command does isn't part of the check. */
const BESIDE = {
    connect: 'what follows it was run in the rehearsal’s one database',
    copy: 'psql copies the rows from or to a file of its own: the rehearsal does without them',
    program: 'it runs a program of the machine that psql runs on, which the check never does',
    outside: 'it reads or writes files beside psql, which the rehearsal does not',
};

;// CONCATENATED MODULE: ./build/migrations/prepare.js




/** What a script is once its tool has read it. */
function filling(layout, values, { root, included = new Map() }) {
    const rows = layout.sendsRows && { sendsRows: layout.sendsRows };
    const request = {
        values,
        tool: layout.placeholders === 'psql' ? layout.tool : null,
        include: lookupIn(included, root),
    };
    return (script) => {
        const filled = layout.psql
            ? followPsql({ ...script, ...rows }, request)
            : { ...fillPlaceholders(script, layout, values), notChecked: [] };
        return { ...filled, script: withByteOrderMark({ ...filled.script, ...rows }, layout) };
    };
}
/** Placeholders are filled, and the setting `transaction` counts for what the tool itself runs. */
function prepare(migration, { fill: fillOne, transaction, told }) {
    const fill = (script) => {
        const filled = fillOne(script);
        told.problems.push(...filled.problems);
        told.notChecked.push(...filled.notChecked);
        const sent = transaction !== 'auto' && (script.role === 'up' || script.role === 'down');
        const mode = sent ? transaction : script.transaction;
        // Tools go back one migration at a time.
        const own = mode === 'per-run' && script.role !== 'up' ? 'per-script' : mode;
        return { ...filled.script, transaction: own };
    };
    const { up, down, verify, maintenance } = migration;
    return {
        ...migration,
        up: fill(up),
        ...(down && { down: fill(down) }),
        ...(verify && { verify: fill(verify) }),
        ...(maintenance && { maintenance: fill(maintenance) }),
    };
}
/** A merged script: what of it can't be known is left out, with one note of each kind. */
function asMerged(read) {
    const { script, notChecked } = withoutUnknown(read);
    const [first, ...others] = read.notChecked;
    if (first === undefined)
        return { script, notChecked };
    const more = others.length > 0 ? `, and ${others.length} more in this file` : '';
    return { script, notChecked: [...notChecked, { ...first, reason: `${first.reason}${more}` }] };
}

;// CONCATENATED MODULE: ./build/migrations/psql/parts.js
/** Which files are only read in the middle of others, and which only name others. Pure. */



/** A file that others include is a part of them; where a file does nothing but include migrations, it is their list. */
function withoutParts(result, { root, included = new Map() }) {
    if (included.size === 0)
        return result;
    const lookup = lookupIn(included, root);
    const known = new Set(result.migrations.map(({ path }) => path));
    const lists = new Set();
    const parts = new Set();
    for (const migration of result.migrations) {
        const { sql, file } = migration.up;
        const { metaCommands, statements } = (0,lexer/* lex */.Ii)(sql);
        const commands = metaCommands.flatMap(({ start, end }) => commandsOf(sql.slice(start, end), start, () => undefined));
        const paths = commands.flatMap(({ name, meaning, args: [path] }) => {
            const found = meaning === 'include' && path ? lookup(path, file, /r$|relative$/.test(name)) : undefined;
            return typeof found === 'object' ? [found.path] : [];
        });
        const isList = statements.length === 0 && paths.length > 0 && paths.every((path) => known.has(path));
        if (isList)
            lists.add(migration);
        else
            for (const path of paths)
                parts.add(path);
    }
    const migrations = result.migrations.filter((one) => !lists.has(one) && !parts.has(one.path));
    return { ...result, migrations };
}

;// CONCATENATED MODULE: ./build/migrations/read-layout.js


/** The folder's migrations in the order in which they run. */
function readLayout(layout, set, { command }) {
    const result = inFolders(layout.read(set), layout);
    return command.length > 0 ? scriptsOnly(result) : result;
}
/** Where each folder counts for itself, one folder's migrations come after the other's. */
function inFolders(result, { versionsPerFolder, listed }) {
    if (!versionsPerFolder || listed)
        return result;
    const folder = ({ path }) => (0,layouts_names/* folderOf */.yS)(path);
    const folders = [...new Set(result.migrations.map(folder))].sort(layouts_names/* byName */.nG);
    if (folders.length < 2)
        return result;
    return { ...result, migrations: folders.flatMap((one) => result.migrations.filter((it) => folder(it) === one)) };
}
/** What a changelog holds itself is left to the program that prints it. */
function scriptsOnly(result) {
    return {
        ...result,
        migrations: result.migrations.filter(({ up }) => (0,migrations_roots/* isScript */.Kh)(up.file.path)),
        notChecked: result.notChecked.filter(({ check }) => !/\.(ya?ml|json|xml)( \(.*\))?$/i.test(check)),
    };
}

// EXTERNAL MODULE: ./build/migrations/layouts/plain.js
var plain = __webpack_require__(968);
;// CONCATENATED MODULE: ./build/migrations/recognise.js
/** Determines a folder's layout, by evidence; where two fit, says so. Pure. */



const STRENGTH = { names: 1, config: 2, marks: 3 };
/** The layout of that name, whatever the files look like. */
function layoutNamed(name) {
    return layouts/* LAYOUTS */.m.find((layout) => layout.name === name);
}
/** The strongest evidence wins. Names that several tools use are no evidence. */
function recognise(set) {
    const kept = (0,atlas_formats/* atlasFormat */.Hk)(set);
    if (kept)
        return { layout: (0,atlas_formats/* withAtlasSum */.t5)(layoutNamed(kept.format)), reason: `recognised by ${kept.reason}` };
    const fits = layouts/* LAYOUTS */.m.flatMap((layout) => {
        const evidence = layout.recognise(set);
        return evidence ? [{ layout, reason: evidence.reason, strength: STRENGTH[evidence.kind] }] : [];
    });
    const strongest = Math.max(0, ...fits.map(({ strength }) => strength));
    const best = fits.filter(({ strength }) => strength === strongest);
    const [first, ...others] = best;
    if (first === undefined)
        return { layout: plain/* plain */.p, reason: 'no migration tool detected' };
    if (others.length === 0)
        return { layout: first.layout, reason: `recognised by ${first.reason}` };
    if (strongest > STRENGTH.names)
        return { layouts: best.map(({ layout, reason }) => ({ layout, reason })) };
    return { layout: plain/* plain */.p, reason: `${first.reason} fit several tools`, doubt: best.map(({ layout }) => layout) };
}

;// CONCATENATED MODULE: ./build/migrations/set-checks.js
/** Checks that look at all migrations of a folder at once, which no tool has all of. Pure. */


/** What is wrong with the order and the completeness of a folder's migrations. */
function checkSet(history) {
    return [...duplicates(history), ...late(history), ...gaps(history), ...missingDowns(history)];
}
/** The folder in which a migration's version counts. */
function countedIn({ path }, { versionsPerFolder }) {
    return versionsPerFolder ? (0,layouts_names/* folderOf */.yS)(path) : '';
}
function duplicates({ migrations, layout, isNew }) {
    const byVersion = new Map();
    for (const migration of migrations) {
        if (migration.version === undefined || migration.repeatable)
            continue;
        const version = countedIn(migration, layout) + migration.version;
        byVersion.set(version, [...(byVersion.get(version) ?? []), migration]);
    }
    return [...byVersion.values()].flatMap((same) => {
        // The new one is to blame; among new ones, the later.
        const [culprit] = same.length > 1 ? [...same].reverse().filter(isNew) : [];
        const other = same.find((migration) => migration !== culprit);
        if (culprit === undefined || other === undefined)
            return [];
        const message = `${(0,words/* code */.a)(culprit.id)} has the version of ${(0,words/* code */.a)(other.id)}${other.path === culprit.path ? '' : ` (${(0,words/* code */.a)(other.path)})`}. ${layout.refuses.duplicate ?? 'Which of the two runs first, and whether both do, is up to the tool.'}`;
        return [set_checks_problem('duplicate-version', culprit, message, layout.refuses.duplicate ? 'error' : 'warning')];
    });
}
function late({ migrations, layout, isNew, hasBefore }) {
    if (!hasBefore)
        return [];
    const ordered = numbered(migrations, layout).filter(({ repeatable }) => !repeatable);
    const newest = ordered.findLast((migration) => !isNew(migration));
    if (newest === undefined)
        return [];
    const end = ordered.indexOf(newest);
    return ordered.slice(0, end).flatMap((migration) => {
        if (!isNew(migration) || isSameVersion(migration, newest, layout))
            return [];
        const what = `${(0,words/* code */.a)(migration.id)} comes before ${(0,words/* code */.a)(newest.id)}, which is on the base branch already.`;
        const why = layout.refuses.late ??
            'Databases that have that one apply this one after it, new ones before: their histories differ.';
        return [set_checks_problem('version-out-of-order', migration, `${what} ${why}`, layout.refuses.late ? 'error' : 'warning')];
    });
}
function isSameVersion(a, b, layout) {
    return a.version === b.version && (a.version === undefined || countedIn(a, layout) === countedIn(b, layout));
}
/** Where names say the order, a file without a number among numbered ones has no place in it. */
function numbered(migrations, { listed }) {
    if (listed)
        return migrations;
    const counted = migrations.filter(({ id, path }) => /^v?\d/i.test(id) || /^v?\d/i.test((0,layouts_names/* baseName */.Fl)(path)));
    return counted.length > 0 ? counted : migrations;
}
/** Only where the folder counts 1, 2, 3 so far. */
function gaps({ migrations, layout, isNew }) {
    if (!layout.consecutive)
        return [];
    const folders = new Set(migrations.map((migration) => countedIn(migration, layout)));
    return [...folders].flatMap((folder) => gapsIn(migrations.filter((migration) => countedIn(migration, layout) === folder), isNew));
}
function gapsIn(migrations, isNew) {
    const counting = migrations.filter(({ version }) => version !== undefined && /^\d{1,6}$/.test(version));
    const numbers = new Set(counting.map(({ version }) => Number(version)));
    const first = Math.min(...numbers);
    return counting.flatMap((migration) => {
        const number = Number(migration.version);
        if (!isNew(migration) || number === first || numbers.has(number - 1))
            return [];
        const before = [...numbers].filter((other) => other < number);
        const last = Math.max(...before);
        // A folder that counts in tens, or whose numbers are years, doesn't count.
        if (before.length < 2 || Math.max(...before) - first >= before.length)
            return [];
        const message = `${(0,words/* code */.a)(migration.id)} follows number ${last}: ${last + 1 === number - 1 ? `${last + 1} is` : `${last + 1} to ${number - 1} are`} missing.`;
        return [set_checks_problem('version-gap', migration, message)];
    });
}
/** Said in the migration itself. */
const DECLARED = /^\s*--\s*migration-safety:\s*irreversible\s+\S/im;
/** A migration without a way back among others that have one. */
function missingDowns({ migrations, layout, isNew }) {
    return migrations.flatMap((migration, index) => {
        if (!isNew(migration) || migration.down || migration.irreversible || migration.repeatable)
            return [];
        if (DECLARED.test(migration.up.sql))
            return [];
        const siblings = migrations
            .slice(Math.max(0, index - 10), index + 11)
            .filter((other) => other !== migration && !other.repeatable);
        const reversible = siblings.filter(({ down }) => down !== undefined).length;
        if (siblings.length < 2 || reversible * 2 < siblings.length)
            return [];
        const message = `${(0,words/* code */.a)(migration.id)} has no rollback. Of the ${siblings.length} migrations beside it, ${reversible} have one.`;
        const { writing } = layout;
        const { noWayBack } = (migration.home && writing?.beside?.(migration.home)) ?? writing ?? {};
        const help = noWayBack && { help: `Write the rollback. Where there can’t be one, say so: ${noWayBack}.` };
        return [{ ...set_checks_problem('down-missing', migration, message), ...help }];
    });
}
function set_checks_problem(rule, { up }, message, severity) {
    const before = up.sql.slice(0, Math.max(up.sql.search(/\S/), 0));
    return { rule, path: up.file.path, line: before.split('\n').length, message, ...(severity && { severity }) };
}

;// CONCATENATED MODULE: ./build/migrations/read-folder.js




















/** Reads a folder in its layout, and its Markdown pages beside. */
function readFolder(request) {
    const { set, settings } = request;
    const scripts = only(request, (file) => !(0,readers/* isMarkdown */.sl)(file) && (!(0,migrations_roots/* mayBeChangelog */.JN)(file.path) || (0,liquibase_includes/* isChangelog */.$P)(file)));
    const pages = only(request, isPage(request.candidates, scripts.set.files.length > 0));
    const read = [];
    if (scripts.set.files.length > 0 && settings.layout !== 'markdown') {
        const recognised = settings.layout === 'auto' ? recognise(scripts.set) : byName(settings.layout);
        read.push('layouts' in recognised ? unread(set, recognised, request.candidates) : readAs(recognised, scripts));
    }
    if (settings.layout === 'auto' || settings.layout === 'markdown') {
        read.push({ ...readAs({ layout: markdown/* markdown */.w, reason: '' }, pages), note: null });
    }
    const changed = read.flatMap(({ changed }) => changed);
    const { folder, candidates } = request;
    const withoutThem = candidates.changes !== null && changed.length > 0 && !namesBaseline(settings);
    const notes = settings.command.length > 0 ? [] : codeNotes(folder.code, candidates.isChanged, withoutThem);
    return {
        changed,
        baseline: read.flatMap(({ baseline }) => baseline),
        problems: read.flatMap(({ problems }) => problems),
        notChecked: [...read.flatMap(({ notChecked }) => notChecked), ...notes],
        unread: withoutThem ? read.flatMap(({ unread }) => unread) : [],
        ...platformOf(read),
        note: read.find(({ note }) => note !== null)?.note ?? null,
    };
}
/** Pages about a folder, whatever they show. */
const DOCUMENT = /^(readme|agents|claude|gemini|contributing|changelog|history|licen[cs]e|security|support|code_of_conduct)\b/i;
/** A page that nobody named is a migration where it stands alone, or is numbered as the scripts beside it; a document is none. */
function isPage({ changes, isChanged }, besideScripts) {
    return (file) => {
        const name = (0,layouts_names/* baseName */.Fl)(file.path);
        const isNamed = changes === null && isChanged(file.path);
        if (!(0,readers/* isMarkdown */.sl)(file))
            return false;
        if (DOCUMENT.test(name))
            return isNamed && !besideScripts;
        return isNamed || !besideScripts || /^v?\d/i.test(name);
    };
}
function unread(set, ambiguous, { isChanged }) {
    const { problem, reason } = undecided(set, ambiguous, isChanged);
    const note = { root: set.root, layout: 'unknown', reason };
    return { changed: [], baseline: [], problems: [problem], notChecked: [], unread: [], note };
}
function only(request, wanted) {
    const files = (set) => ({ ...set, files: set.files.filter(wanted) });
    return { ...request, set: files(request.set), base: request.base && files(request.base) };
}
function readAs(recognised, request) {
    const { settings, candidates } = request;
    const { layout: sent, reason, doubt, isGuess } = withRunner(recognised, request);
    const layout = inOrderOf(settings.order, sent);
    const isOpen = ({ up }) => isGuess && up.transaction === 'autocommit';
    const wanted = settings.migrations.length > 0;
    const { set, leftOut } = (0,dialects/* forPostgres */.dZ)(request.set, wanted);
    const base = request.base && (0,dialects/* forPostgres */.dZ)(request.base, wanted).set;
    const read = (files) => {
        const result = readLayout(layout, files, settings);
        return layout.psql ? withoutParts(result, files) : result;
    };
    const now = read(set);
    const before = base && read(base);
    const compared = candidates.changes === null ? null : compareWithBase(now.migrations, before, candidates.changes);
    const touched = new Set(compared === null
        ? now.migrations.filter(isNamed(candidates))
        : compared.filter(({ state }) => state !== 'same').map(({ migration }) => migration));
    const fresh = compared?.filter(({ state }) => state === 'new' || state === 'renamed');
    const news = fresh === undefined ? touched : new Set(fresh.map(({ migration }) => migration));
    const isNew = (migration) => news.has(migration);
    const values = { ...layout.filled?.(set), ...settings.placeholders };
    const problems = [...relevant(now, before, candidates)];
    const notChecked = [];
    const fill = filling(layout, values, set);
    const fillBefore = filling(layout, values, base ?? set);
    problems.push(...byteOrderMarks([...touched], layout));
    problems.push(...checkSet({ layout, migrations: now.migrations, isNew, hasBefore: compared !== null }));
    if (compared && candidates.changes) {
        const deleted = before
            ? deletedSince(now.migrations, before, candidates.changes)
            : removedFiles(candidates.changes, set.root, layout);
        problems.push(...historyProblems(compared, deleted, layout));
    }
    const past = compared === null
        ? { scripts: beforeNamed(now.migrations, touched, layout), leftOut: [] }
        : earlier(compared, now, before);
    const merged = past.scripts.map((script) => asMerged(fillBefore(script)));
    return {
        changed: now.migrations
            .filter((migration) => touched.has(migration))
            .map((migration) => ({
            ...prepare(migration, { fill, transaction: settings.transaction, told: { problems, notChecked } }),
            ...(isOpen(migration) && { undecided: true }),
            ...(writesNoRollbacks(now.migrations) && { oneWay: true }),
        })),
        baseline: [...bookkeeping(layout, now.migrations), ...merged.map(({ script }) => script)],
        problems,
        notChecked: [
            ...notChecked,
            ...byReason([...leftOut, ...now.notChecked].filter(isAboutChange(candidates))),
            ...(namesBaseline(settings) ? [] : [...past.leftOut, ...merged.flatMap((one) => one.notChecked)]),
            ...(isGuess && touched.size > 0 ? [guessed(set, doubt)] : []),
            ...(settings.order.length === 0 && touched.size > 0 ? orderUnclear(set) : []),
        ],
        unread: now.unread ?? [],
        ...(layout.platform && { platform: layout.platform }),
        // A folder of which nothing is for Postgres was read in no layout.
        note: set.files.length === 0 ? null : { root: set.root, layout: layout.name, reason },
    };
}
/** Whom no tool sends, the project's own code may: what it shows counts, and what is open then is a guess. */
function withRunner(recognised, request) {
    const { set, base, settings } = request;
    const { layout, reason, doubt } = recognised;
    const open = settings.transaction === 'auto';
    const isSent = layout.name === 'plain' && open && set.runner && !beginThemselves(set);
    if (!isSent || !set.runner) {
        const isGuess = open && doubt !== undefined;
        return isGuess ? { ...recognised, layout: asTheyAsk(layout), isGuess } : { ...recognised, isGuess };
    }
    const shows = settings.order.length > 0 ? { ...set.runner, order: null } : set.runner;
    const runner = base && ranOutside(base) ? { ...shows, begins: null } : shows;
    const isGuess = runner.begins === null;
    const sent = sentByCode(layout, runner);
    const shown = { layout: isGuess ? asTheyAsk(sent) : sent, reason: `${reason}; ${shownBy(runner)}` };
    return { ...shown, isGuess, ...(isGuess && doubt && { doubt }) };
}
function isAboutChange({ isChanged }) {
    return ({ check }) => isChanged(fileOf(check));
}
/** Without what is said of it. */
function fileOf(check) {
    return check.replace(/ \(.*\)$/, '');
}
/** What has one reason is said once. */
function byReason(notes) {
    const reasons = [...new Set(notes.map(({ reason }) => reason))];
    return reasons.map((reason) => {
        const files = notes.flatMap((note) => (note.reason === reason ? [note.check] : []));
        return { check: enumerate(files), path: fileOf(files[0] ?? ''), reason };
    });
}
/** The tool's own table, where a script speaks of it: others do as well without. */
function bookkeeping({ tool, bookkeeping: own }, migrations) {
    if (own === undefined)
        return [];
    const speaks = new RegExp(`\\b${own.table}`, 'i');
    if (!migrations.some(({ up, down, verify }) => [up, down, verify].some((script) => speaks.test(script?.sql ?? ''))))
        return [];
    return [(0,layout/* wholeFile */.A)('up', { path: `the bookkeeping of ${tool}`, text: own.sql }, 'autocommit')];
}
/** Whether something replaces the earlier migrations. */
function namesBaseline({ baseline, baselineCommand }) {
    return baseline.length + baselineCommand.length > 0;
}
function platformOf(read) {
    const platform = read.find((folder) => folder.platform)?.platform;
    return platform ? { platform } : {};
}
function isNamed({ isChanged }) {
    // Whoever names a tool's list names what stands in it.
    return ({ up, down, verify, maintenance, home }) => [up, down, verify, maintenance].some((script) => script !== undefined && isChanged(script.file.path)) ||
        (home?.list !== undefined && isChanged(home.list));
}
/** Problems that are on the base branch already are not the change's. */
function relevant(now, before, { isChanged, changes }) {
    if (before === null)
        return now.problems.filter(({ path, rule }) => isChanged(path) || (changes !== null && rule === 'bookkeeping-out-of-step'));
    const known = new Set(before.problems.map(({ rule, path, message }) => `${rule} ${path} ${message}`));
    return now.problems.filter(({ rule, path, message }) => !known.has(`${rule} ${path} ${message}`));
}
function byName(name) {
    return { layout: (0,atlas_formats/* withAtlasSum */.t5)(layoutNamed(name)), reason: 'named by the setting layout' };
}
/** One migration alone says nothing about the project's habits. */
function writesNoRollbacks(migrations) {
    return migrations.length > 1 && migrations.every(({ down, irreversible }) => !down && irreversible === undefined);
}

;// CONCATENATED MODULE: ./build/migrations/find.js
/** Finds the migrations that a change touches, and what came before them. */




















/** Throws `UsageError` for a path that doesn't exist, or where it can't be determined what to check. `texts`: instead of the files'. */
async function findMigrations(change, settings, cwd, texts = new Map()) {
    refuseUnknownLayout(settings);
    const notChecked = [];
    const before = await printedBaseline(settings);
    const dumps = [...(await namedFiles(settings.baseline, 'baseline', change, cwd)), ...(before ? [before] : [])].map(readDump);
    const seed = (await namedFiles(settings.seed, 'seed', change, cwd)).map(readDump);
    for (const { script, rowsLeftOut } of [...dumps, ...seed])
        if (rowsLeftOut.length > 0)
            notChecked.push(rows(script, rowsLeftOut));
    const wanted = await candidates(change, settings, cwd, texts);
    notChecked.push(...wanted.notChecked);
    const unreadable = [];
    const sets = await folderSets(wanted.folders, { cwd, texts }, unreadable, notChecked);
    const folders = find_withoutParts(await readAll(sets, { change, wanted, settings, unreadable, texts }, cwd));
    notChecked.push(...folders.flatMap((folder) => folder.notChecked));
    const printed = await printedMigrations(change, settings, cwd);
    const changed = [...folders.flatMap((folder) => folder.changed), ...printed];
    const problems = folders.flatMap((folder) => folder.problems);
    const mine = unreadable.filter(({ path }) => wanted.isChanged(path) || changed.some((migration) => isScriptOf(migration.path, path)));
    if ('paths' in change && changed.length + mine.length + problems.length === 0)
        throw nothingFound(change.paths, notChecked);
    if ('files' in change && wanted.changes?.size === 0 && changed.length === 0)
        notChecked.push(nothingChanged(change, settings));
    for (const { path, problem } of unreadable.filter((one) => !mine.includes(one))) {
        notChecked.push({ check: path, reason: `it was left out of the baseline: ${problem}` });
    }
    // A schema dump replaces the earlier migrations.
    const earlier = dumps.length > 0 ? dumps.map(({ script }) => script) : folders.flatMap((folder) => folder.baseline);
    for (const [index, folder] of folders.entries()) {
        const code = sets[index]?.folder.code ?? [];
        if (dumps.length > 0)
            folder.unread = [];
        else if (code.length > 0 && folder.changed.length > 0)
            folder.unread.push(...(await codeOf(code, cwd)));
    }
    const [validation, queries] = [await (0,application/* readValidation */.Qo)(settings, cwd), await (0,application/* readQueryFiles */.gC)(settings, cwd)];
    const own = [...dumps.map(({ script }) => script.file), ...settings.bootstrap];
    // What the settings name is about one database.
    const shared = dumps.length + seed.length + validation.length + queries.length + printed.length > 0;
    const whole = { changed, baseline: [...platforms(folders, own), ...earlier], unread: unreadOf(folders) };
    const chains = shared ? [whole] : chainsOf(folders, own, whole);
    notChecked.push(...severalDatabases(folders, wanted.changes !== null && chains.length < 2));
    return {
        ...whole,
        chains,
        seed: seed.map(({ script }) => script),
        validation,
        queries,
        statistics: settings.statistics === null ? null : await (0,application/* readStatisticsFile */._G)(settings.statistics, cwd),
        unreadable: mine,
        problems,
        layouts: [
            ...folders.flatMap(({ note }) => note ?? []),
            ...(printed[0] ? [{ root: '', layout: 'command', reason: 'named by the setting command' }] : []),
        ],
        notChecked,
    };
}
/** A file that a script of another folder includes is a part of it. */
function find_withoutParts(folders) {
    const parts = includedPaths(folders.flatMap(({ changed, baseline }) => [...changed.flatMap(scriptsOf), ...baseline]));
    return folders.map((folder) => ({ ...folder, changed: folder.changed.filter(({ path }) => !parts.has(path)) }));
}
async function readAll(sets, { change, wanted, settings, unreadable, texts }, cwd) {
    const folders = [];
    const { top, together } = wanted;
    for (const { folder, set: files } of sets) {
        const read = await readIncluded(files, cwd);
        const included = new Map([...read].map(([path, file]) => [path, typeof file === 'string' ? file : withText(file, texts)]));
        const own = { ...(await withOwnRunner(files, settings, cwd)), included };
        const base = wanted.changes && (await setAtBase(own, wanted.changes, { base: baseOf(change), top, cwd, together }));
        if (base)
            base.included = await includedAtBase(included, change, { top, cwd });
        const set = withListsOfBase(own, base, unreadable);
        await (0,readers/* loadReaders */.P)([...set.files, ...(base?.files ?? [])]);
        try {
            const read = readFolder({ folder, set, base, candidates: wanted, settings });
            // What a list that can't be read is out of step with is not known.
            const problems = read.problems.filter(({ rule }) => !(set.unreadable && rule === 'bookkeeping-out-of-step'));
            folders.push({ ...read, problems });
        }
        catch (error) {
            folders.push(brokenFolder(folder, set, wanted, error));
        }
    }
    return folders;
}
/** What no tool is known to send, the project's own code may. */
async function withOwnRunner(set, { layout, transaction }, cwd) {
    if (transaction !== 'auto' || (layout !== 'auto' && layout !== 'plain'))
        return set;
    const recognised = recognise(set);
    const isPlain = layout === 'plain' || ('layout' in recognised && recognised.layout.name === 'plain');
    const runner = isPlain && (0,layouts_names/* sqlFiles */.Uo)(set).length > 0 ? await findRunner(set, cwd) : null;
    return runner ? { ...set, runner } : set;
}
/** Whether a file is named as a rollback or the like of a migration would be: it isn't there, for all that could be read. */
function isScriptOf(migration, path) {
    const stem = migration.replace(/(\.up)?\.sql$/, '');
    return path !== migration && /^[._-]/.test(path.slice(stem.length)) && path.startsWith(stem);
}
/** A folder whose reading broke costs nothing of the other folders. */
function brokenFolder({ root }, set, { isChanged }, error) {
    const path = set.files.find((file) => isChanged(file.path))?.path ?? root;
    const message = (0,internal_error/* brokeReading */.IY)(`The folder ${root || './'}`, error);
    const problems = [{ rule: 'internal-error', path, line: 1, message }];
    return { changed: [], baseline: [], problems, notChecked: [], unread: [], note: null };
}
/** A migration's scripts, `up` first. */
function scriptsOf({ up, down, verify, maintenance }) {
    return [up, verify, maintenance, down].filter((script) => script !== undefined);
}
/** Files that the settings name. Where the change edits one, the base branch's version says what was there before it. */
async function namedFiles(paths, setting, change, cwd) {
    const top = paths.length === 0 ? cwd : ((await (0,git/* repositoryRoot */.Hn)(cwd)) ?? cwd);
    const edited = 'files' in change
        ? new Set(change.files.flatMap(({ path, status }) => (status === 'modified' ? [(0,external_node_path_.join)(top, path)] : [])))
        : null;
    const read = paths.map(async (path) => {
        const before = edited?.has(path) ? await baseOf(change)?.read(path) : null;
        if (before)
            return { path: (0,source/* displayPath */.Gt)(path, cwd), text: before };
        const result = await (0,source/* readSource */.o$)(path, cwd);
        if ('problem' in result)
            throw new usage_error/* UsageError */.e(`${setting}: ${result.path}: ${result.problem}`);
        return result.file;
    });
    return Promise.all(read);
}
function baseOf(change) {
    return 'files' in change ? change.base : null;
}
function rows({ file }, tables) {
    const names = tables.length > 3 ? `${tables.slice(0, 3).join(', ')} and ${tables.length - 3} more` : tables.join(', ');
    return {
        check: `rows in ${file.path} (${names})`,
        reason: 'they stand beside the SQL, for psql: give rows as INSERT statements with the setting seed',
    };
}
/** Green that nothing stands behind must not look like any other. */
function nothingChanged({ files, comparedWith }, { migrations }) {
    const differ = files.length === 1 ? 'the one file that differs' : `${files.length} files that differ`;
    const none = files.length === 0
        ? `nothing differs from ${comparedWith}`
        : `of ${differ} from ${comparedWith}, none is a migration`;
    const rule = migrations.length > 0
        ? `that is what the setting migrations names (${migrations.join(', ')})`
        : 'that is an SQL file whose folder says so (migrations/, migrate/, deploy/ …) or whose name begins with a version, or what the setting migrations names';
    return { check: 'migrations', reason: `${none}: ${rule}` };
}
function nothingFound(paths, notChecked) {
    const why = notChecked.map(({ check, reason }) => `\n  ${check}: ${reason}`).join('');
    const hint = 'A migration is an SQL file, or a Markdown page with SQL under a heading that says Migration.';
    return new usage_error/* UsageError */.e(`No migrations found in ${paths.join(', ')}. ${hint}${why}`);
}
function refuseUnknownLayout({ layout }) {
    if (layout === 'auto' || layouts/* LAYOUTS */.m.some(({ name }) => name === layout))
        return;
    const known = ['auto', ...layouts/* LAYOUTS */.m.map(({ name }) => name)];
    throw new usage_error/* UsageError */.e(`layout: there is no layout "${layout}".${(0,wrong/* didYouMean */.au)(layout, known)} Known: ${known.join(', ')}.`);
}


/***/ })

};
