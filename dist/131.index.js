export const id = 131;
export const ids = [131];
export const modules = {

/***/ 11131:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkMode: () => (/* binding */ checkMode)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/findings/internal-error.js
var internal_error = __webpack_require__(47805);
// EXTERNAL MODULE: ./build/settings/wrong.js
var settings_wrong = __webpack_require__(55505);
// EXTERNAL MODULE: ./build/system/git.js
var git = __webpack_require__(78020);
// EXTERNAL MODULE: ./build/system/source.js
var source = __webpack_require__(9243);
// EXTERNAL MODULE: ./build/system/usage-error.js
var usage_error = __webpack_require__(75968);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(14006);
// EXTERNAL MODULE: ./build/system/read-file.js
var read_file = __webpack_require__(55261);
// EXTERNAL MODULE: ./build/system/run-program.js
var run_program = __webpack_require__(8180);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/migrations/files-under.js
/** What a folder holds, at any depth. */


const SKIPPED = new Set(['node_modules', '.git']);
/** All files below a folder, also what only seems to be one: the reader reports that. Links to folders are not followed. */
async function filesUnder(folder) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true });
    const nested = entries.map(async (entry) => {
        const path = (0,external_node_path_.join)(folder, entry.name);
        if (entry.isDirectory())
            return SKIPPED.has(entry.name) ? [] : filesUnder(path);
        const isFolder = entry.isSymbolicLink() && ((await (0,promises_.stat)(path).catch(() => null))?.isDirectory() ?? false);
        return isFolder ? [] : [path];
    });
    return (await Promise.all(nested)).flat().sort();
}

// EXTERNAL MODULE: ./build/migrations/layouts/layout.js
var layout = __webpack_require__(44576);
;// CONCATENATED MODULE: ./build/migrations/application.js
/** What the settings name besides migrations: the application's queries, validation queries, production's statistics. */








/** The application's queries as files, in order. Throws `UsageError` where a glob finds nothing. */
function readQueryFiles({ queries, root }, cwd) {
    return readMatching('queries', queries, root, cwd);
}
/** Validation queries that belong to no single migration. Throws as `readQueryFiles` does. */
async function readValidation({ validation, root }, cwd) {
    const files = await readMatching('validation', validation, root, cwd);
    return files.map((file) => (0,layout/* wholeFile */.A)('verify', file, 'autocommit'));
}
/** The application's own program; null where none is named. */
function applicationProgram({ applicationCommand, root, runTimeout }) {
    if (applicationCommand.length === 0)
        return null;
    return (environment) => {
        const env = { ...(0,run_program/* withoutSecrets */.cT)(process.env), ...environment };
        return (0,run_program/* runToTheEnd */.LW)(applicationCommand, { cwd: root, env, seconds: runTimeout });
    };
}
/** The text of the statistics file. */
async function readStatisticsFile(path, cwd) {
    const shown = (0,source/* displayPath */.Gt)(path, cwd);
    const read = await (0,read_file/* readText */.yR)(path, cwd);
    if ('problem' in read)
        throw new usage_error/* UsageError */.e(`statistics: ${shown}: ${(0,read_file/* inSentence */.BX)(read.problem)}`);
    return { path: shown, text: read.text };
}
async function readMatching(setting, globs, root, cwd) {
    const found = new Set();
    for (const glob of globs) {
        const { base } = picomatch.scan(glob);
        const matches = picomatch(glob, { dot: true, flags: 's' });
        const below = await filesUnder((0,external_node_path_.join)(root, base)).catch(() => [(0,external_node_path_.join)(root, base)]);
        const matching = below.filter((file) => matches((0,source/* displayPath */.Gt)(file, root)));
        if (matching.length === 0)
            throw new usage_error/* UsageError */.e(`${setting}: no file matches "${glob}".`);
        for (const file of matching)
            found.add(file);
    }
    const results = await Promise.all([...found].sort().map((path) => (0,source/* readSource */.o$)(path, cwd)));
    return results.map((result) => {
        if ('problem' in result)
            throw new usage_error/* UsageError */.e(`${setting}: ${result.path}: ${(0,read_file/* inSentence */.BX)(result.problem)}`);
        return result.file;
    });
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/migrations/layouts/liquibase-includes.js + 3 modules
var liquibase_includes = __webpack_require__(25267);
// EXTERNAL MODULE: ./build/migrations/layouts/readers.js
var readers = __webpack_require__(91136);
// EXTERNAL MODULE: ./build/migrations/roots.js
var migrations_roots = __webpack_require__(60429);
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
            const inside = (await filesUnder(absolute).catch(() => [])).map((file) => (0,source/* displayPath */.Gt)(file, cwd));
            return inside.filter((file) => (0,migrations_roots/* isScript */.Kh)(file) || /\.(ya?ml|json|xml)$/i.test(file));
        }
        if (!folder && found?.isFile())
            return [path];
    }
    return [];
}

// EXTERNAL MODULE: ./build/migrations/layouts/liquibase-changesets.js
var liquibase_changesets = __webpack_require__(71959);
// EXTERNAL MODULE: ./build/migrations/layouts/liquibase-settings.js
var liquibase_settings = __webpack_require__(26695);
// EXTERNAL MODULE: ./build/migrations/layouts/names.js
var layouts_names = __webpack_require__(27984);
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
var lexer = __webpack_require__(57805);
// EXTERNAL MODULE: ./build/sql/positions.js
var positions = __webpack_require__(88647);
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
var sqitch_conf = __webpack_require__(67359);
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
    const { parseAllDocuments } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
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
            for (const file of await filesUnder(absolute))
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
        const listed = (await filesUnder(absolute).catch(() => [])).filter(mine);
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
var layouts = __webpack_require__(89612);
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
var problem = __webpack_require__(34227);
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
var words = __webpack_require__(67554);
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
var statement_heads = __webpack_require__(98591);
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
var atlas_formats = __webpack_require__(80386);
// EXTERNAL MODULE: ./build/migrations/layouts/dialects.js + 1 modules
var dialects = __webpack_require__(18054);
// EXTERNAL MODULE: ./build/migrations/layouts/markdown.js
var markdown = __webpack_require__(42791);
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
var plain = __webpack_require__(30968);
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
    const [validation, queries] = [await readValidation(settings, cwd), await readQueryFiles(settings, cwd)];
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
        statistics: settings.statistics === null ? null : await readStatisticsFile(settings.statistics, cwd),
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
    throw new usage_error/* UsageError */.e(`layout: there is no layout "${layout}".${(0,settings_wrong/* didYouMean */.au)(layout, known)} Known: ${known.join(', ')}.`);
}

// EXTERNAL MODULE: ./build/schema/schema.js + 6 modules
var schema_schema = __webpack_require__(24804);
// EXTERNAL MODULE: ./build/schema/session.js
var schema_session = __webpack_require__(49126);
;// CONCATENATED MODULE: ./build/schema/search-path.js

/**
 * Writes the schemas into the trees of a script's statements, in order; `before` is what is there when it begins. The schema that a
 * name means depends on what exists, so that the statements are replayed on the way.
 */
function qualifyNames(statements, before) {
    if (!statements.some(({ sql }) => /search_path/i.test(sql)))
        return;
    const paths = (0,schema_session/* sessions */.Mf)(statements).map((session) => pathOf(session.get('search_path')?.value));
    if (paths.every((path) => path === undefined))
        return;
    const schema = before.fork();
    for (const [at, statement] of statements.entries()) {
        const path = paths[at];
        for (const { node } of [statement, ...(statement.block?.statements ?? [])]) {
            if (path && node)
                qualify(node, path, schema);
        }
        // What breaks here breaks again where it is reported.
        schema.replay([statement], 'change', () => { });
    }
}
/** The schemas in order; undefined where it is the usual one, or nobody says. */
function pathOf(value) {
    if (value === undefined || value === null)
        return undefined;
    const schemas = value
        .split(',')
        .map((name) => name.trim().replace(/^"(.*)"$/, '$1'))
        .filter((name) => name !== '' && !/^(\$user|pg_catalog|pg_temp)$/.test(name));
    return schemas.length === 0 || schemas[0] === 'public' ? undefined : schemas;
}
const RELATIONS = ['table', 'view', 'materialized view', 'foreign table', 'sequence', 'index'];
const TYPES = ['type', 'domain', 'table', 'view', 'materialized view'];
const OTHERS = [
    ...RELATIONS,
    ...TYPES,
    'function',
    'statistics object',
    'collation',
    'text search configuration',
    'text search dictionary',
];
/** What makes something, by the field that holds its name. */
const search_path_MAKES = {
    CreateStmt: ['relation'],
    ViewStmt: ['view'],
    IntoClause: ['rel'],
    CreateSeqStmt: ['sequence'],
    CompositeTypeStmt: ['typevar'],
    CreateFunctionStmt: ['funcname'],
    CreateEnumStmt: ['typeName'],
    CreateRangeStmt: ['typeName'],
    CreateDomainStmt: ['domainname'],
    CreateStatsStmt: ['defnames'],
    DefineStmt: ['defnames'],
};
/** Fields that hold a name as a list of words. */
const search_path_NAMES = {
    objname: ['function'],
    funcname: ['function'],
    names: TYPES,
    typeName: TYPES,
    defnames: ['statistics object'],
    domainname: ['domain'],
};
/** Kinds of objects that are named after their table. */
const IN_TABLE = /^OBJECT_(COLUMN|TABCONSTRAINT|TRIGGER|POLICY|RULE)$/;
function qualify(node, path, schema) {
    const own = new Set();
    visit(node, (body) => {
        if (typeof body.ctename === 'string')
            own.add(body.ctename);
    });
    const finder = { path, schema, own };
    visit(node, (body, tag) => {
        const makes = search_path_MAKES[tag] ?? [];
        for (const [field, value] of Object.entries(body)) {
            const made = makes.includes(field);
            if (isRange(value))
                qualifyRange(value, made, finder);
            else if (Array.isArray(value) && search_path_NAMES[field])
                qualifyList(value, { made, kinds: search_path_NAMES[field], before: 0 }, finder);
            else if (field === 'object' || field === 'objects')
                qualifyObjects(body, value, finder);
            else if (field === 'arg' && body.defname === 'owned_by')
                qualifyItems(value, 1, finder);
        }
    });
}
function isRange(value) {
    return typeof value === 'object' && value !== null && typeof value.relname === 'string';
}
function qualifyRange(range, made, { path, schema, own }) {
    if (range.schemaname !== undefined || range.relpersistence === 't' || own.has(range.relname))
        return;
    const found = made ? path[0] : schemaOf(range.relname, RELATIONS, { path, schema, own });
    if (found !== undefined)
        range.schemaname = found;
}
/** DROP, COMMENT and RENAME name things in lists. */
function qualifyObjects(body, value, finder) {
    const kind = String(body.removeType ?? body.objtype ?? body.renameType ?? body.objectType ?? '');
    const parts = IN_TABLE.test(kind) ? 1 : 0;
    for (const item of Array.isArray(value) ? value : [value])
        qualifyItems(item, parts, finder);
}
/** `before`: how many of the last words are the name of a part. */
function qualifyItems(item, before, finder) {
    const items = item?.List?.items;
    if (Array.isArray(items))
        qualifyList(items, { made: false, kinds: OTHERS, before }, finder);
}
function qualifyList(names, { made, kinds, before }, finder) {
    const words = names.map((name) => name.String?.sval);
    const name = words[0];
    if (words.length !== before + 1 || name === undefined)
        return;
    const found = made ? finder.path[0] : schemaOf(name, kinds, finder);
    if (found !== undefined)
        names.unshift({ String: { sval: found } });
}
/** Where the name is found first; a relation that no script shows is taken to be where the path begins. */
function schemaOf(name, kinds, { path, schema }) {
    const isThere = (place) => kinds.some((kind) => schema.known({ kind, name: `${place}.${name}` }) !== undefined);
    const found = path.find(isThere);
    if (found !== undefined)
        return found;
    return kinds === RELATIONS && path.length === 1 ? path[0] : undefined;
}
/** Each object of the tree, with its tag or the field that it is under. */
function visit(node, see) {
    const waiting = [[node, '']];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const [value, tag] = next;
        if (typeof value !== 'object' || value === null)
            continue;
        if (!Array.isArray(value))
            see(value, TAGS[tag] ?? tag);
        for (const [key, part] of Object.entries(value))
            waiting.push([part, Array.isArray(value) ? tag : key]);
    }
}
/** Fields whose content has no tag of its own. */
const TAGS = { into: 'IntoClause', intoClause: 'IntoClause', base: 'CreateStmt' };

// EXTERNAL MODULE: ./build/sql/ast.js + 1 modules
var ast = __webpack_require__(47392);
;// CONCATENATED MODULE: ./build/sql/body-syntax.js

/** Postgres' message; undefined where nothing is wrong, or nobody here reads the language. */
function bodyProblem(node, sql, { problemOfPlpgsql, parse }) {
    const block = (0,ast/* nodeOf */.E7)(node, 'DoStmt');
    const options = optionsOf(block?.args ?? (0,ast/* nodeOf */.E7)(node, 'CreateFunctionStmt')?.options ?? []);
    const named = (0,ast/* nodeOf */.E7)(options.get('language'), 'String')?.sval?.toLowerCase();
    const language = block ? (named ?? 'plpgsql') : named;
    if (language === 'plpgsql')
        return plpgsqlProblem(sql, problemOfPlpgsql);
    const texts = (0,ast/* nodeOf */.E7)(options.get('as'), 'List')?.items ?? [];
    const body = texts.length === 1 ? (0,ast/* nodeOf */.E7)(texts[0], 'String')?.sval : undefined;
    if (language !== 'sql' || body === undefined)
        return undefined;
    const read = parse(body);
    // What a template fills in later, and what nests too deeply, is another matter.
    return 'message' in read && read.help === undefined && SYNTAX.test(read.message) ? read.message : undefined;
}
function optionsOf(list) {
    return new Map(list.flatMap((item) => {
        const { defname, arg } = (0,ast/* nodeOf */.E7)(item, 'DefElem') ?? {};
        return defname === undefined ? [] : [[defname, arg]];
    }));
}
const SYNTAX = /^syntax error at /;
/** Without a server every type of one's own looks like that of a row, which may stand in fewer places: so both are tried. */
function plpgsqlProblem(sql, problemOf) {
    const said = problemOf(sql);
    if (said === undefined || !SYNTAX.test(said))
        return undefined;
    const asText = problemOf(sql.replace(body_syntax_DECLARED, '$1text'));
    return asText !== undefined && SYNTAX.test(asText) ? said : undefined;
}
/** `name type` where a declaration goes on or ends. */
const body_syntax_DECLARED = /((?:^|[;\s])"?[a-z_][\w$]*"?\s+(?:constant\s+)?)(?!into\b|is\b|in\b|then\b|end\b|return\b)(?:"?[a-z_][\w$]*"?\.)?"?[a-z_][\w$]*"?(?:\s*\[\s*\])?(?=\s*(?:;|:=|=|default\b|not\s+null\b))/gi;

;// CONCATENATED MODULE: ./build/sql/constant-string.js

/** The one value of `SELECT <expression>`, where constants, `||` and format() of constants make it up. */
function constantString(select) {
    return evaluate((0,ast/* nodeOf */.E7)((0,ast/* nodeOf */.E7)(select, 'SelectStmt')?.targetList?.[0], 'ResTarget')?.val, 0);
}
/** What is nested deeper was not written by hand. */
const DEEPEST = 500;
function evaluate(node, depth) {
    if (depth > DEEPEST)
        return undefined;
    const constant = (0,ast/* nodeOf */.E7)(node, 'A_Const');
    if (constant)
        return constant.sval ? (constant.sval.sval ?? '') : undefined;
    const cast = (0,ast/* nodeOf */.E7)(node, 'TypeCast');
    if (cast)
        return evaluate(cast.arg, depth + 1);
    const operation = (0,ast/* nodeOf */.E7)(node, 'A_Expr');
    if ((0,ast/* nodeOf */.E7)(operation?.name?.[0], 'String')?.sval === '||') {
        return joined(node, depth);
    }
    const call = (0,ast/* nodeOf */.E7)(node, 'FuncCall');
    if ((0,ast/* nodeOf */.E7)(call?.funcname?.at(-1), 'String')?.sval !== 'format')
        return undefined;
    return formatted((call?.args ?? []).map((arg) => evaluate(arg, depth + 1)));
}
/** `a || b || c`, which is a tree as deep as the chain is long. */
function joined(chain, depth) {
    const parts = [];
    let left = chain;
    for (;;) {
        const operation = (0,ast/* nodeOf */.E7)(left, 'A_Expr');
        const isChain = (0,ast/* nodeOf */.E7)(operation?.name?.[0], 'String')?.sval === '||';
        const part = evaluate(isChain ? operation?.rexpr : left, depth + 1);
        if (part === undefined)
            return undefined;
        parts.push(part);
        if (!isChain)
            return parts.reverse().join('');
        left = operation?.lexpr;
    }
}
/** format() with %s, %I and %L in order (manual 9.4.1). */
function formatted([template, ...values]) {
    if (template === undefined || values.includes(undefined) || /%[^sIL%]/.test(template))
        return undefined;
    let next = 0;
    return template.replace(/%([sIL%])/g, (_, kind) => {
        if (kind === '%')
            return '%';
        const value = values[next++] ?? '';
        if (kind === 'I')
            return (0,ast/* quoteIdentifier */.Cm)(value);
        return kind === 'L' ? `'${value.replaceAll("'", "''")}'` : value;
    });
}

;// CONCATENATED MODULE: ./build/sql/do-block.js


/** Null for a block in another language, or one that the grammar refuses: nothing in it can be seen. */
function readDoBlock(node, sql, { parsePlpgsql, parseOne }) {
    if (languageOf(node) !== 'plpgsql')
        return null;
    const tree = parsePlpgsql(sql);
    if (tree === undefined)
        return null;
    const block = { inner: [], dynamic: false };
    let searchFrom = 0;
    const add = (text, conditional, each) => {
        const offset = sql.indexOf(text, searchFrom);
        if (offset >= 0)
            searchFrom = offset + 1;
        block.inner.push({ sql: text, conditional, each, ...(offset >= 0 && { offset }) });
    };
    do_block_visit(tree, {
        sql: add,
        dynamic: (expression, conditional) => {
            const text = constantString(parseOne(`SELECT ${expression}`));
            if (text === undefined)
                block.dynamic = true;
            else
                add(text, conditional);
        },
    });
    return block;
}
/** The block's statements as rules see them; where a text isn't found word for word, the DO statement is its place. */
function blockOf(statement, read, { parseOne, locate }) {
    if (read === null)
        return { statements: [], opaque: true };
    let { dynamic: opaque } = read;
    const asWritten = statement.sql.length === statement.end - statement.start;
    const statements = read.inner.flatMap(({ sql, offset, conditional, each }) => {
        const node = parseOne(sql);
        if (node === undefined) {
            opaque = true;
            return [];
        }
        const query = each && parseOne(each.query);
        const found = offset !== undefined && asWritten;
        const start = statement.start + (found ? offset : 0);
        const end = found ? start + sql.length : statement.end;
        return [
            {
                index: statement.index,
                kind: Object.keys(node)[0] ?? 'unparsed',
                node,
                sql,
                start,
                end,
                location: locate(start, end),
                comments: [],
                transaction: { kind: 'block' },
                conditional,
                ...(each && query && { each: { row: each.row, query } }),
            },
        ];
    });
    return { statements, opaque };
}
/** Statements that run what is in them under a condition, or repeatedly. */
const CONDITIONAL = new Set([
    'PLpgSQL_stmt_if',
    'PLpgSQL_stmt_case',
    'PLpgSQL_stmt_loop',
    'PLpgSQL_stmt_while',
    'PLpgSQL_stmt_fori',
    'PLpgSQL_stmt_fors',
    'PLpgSQL_stmt_forc',
    'PLpgSQL_stmt_foreach_a',
    'PLpgSQL_stmt_dynfors',
    'PLpgSQL_exception',
]);
/** In the order of the text, and without recursion: the nesting of blocks has no limit. */
function do_block_visit(root, visitor) {
    const waiting = [{ key: '', tree: root, conditional: false }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { key, conditional, each } = next;
        const tree = next.tree;
        if (tree === null || typeof tree !== 'object')
            continue;
        if (key === 'PLpgSQL_stmt_execsql')
            visitor.sql(queryOf(tree.sqlstmt), conditional, each);
        else if (key === 'PLpgSQL_stmt_dynexecute')
            visitor.dynamic(queryOf(tree.query), conditional);
        else if (key === 'PLpgSQL_stmt_call')
            visitor.sql(queryOf(tree.expr), conditional);
        else {
            const inside = Object.entries(tree).map(([name, part]) => {
                const label = Array.isArray(tree) ? '' : name;
                const loop = !conditional && label === 'PLpgSQL_stmt_fors' ? rowLoop(part) : undefined;
                const isDeeper = CONDITIONAL.has(label);
                return {
                    key: label,
                    tree: part,
                    conditional: conditional || isDeeper,
                    each: loop ?? (isDeeper ? undefined : each),
                };
            });
            for (const part of inside.reverse())
                waiting.push(part);
        }
    }
}
/** What leaves a turn out, ends the loop, or ends the transaction. */
const BREAKS = /"PLpgSQL_(?:stmt_(?:exit|return|commit|rollback|block)|exception)/;
function rowLoop(tree) {
    const { var: variable, query } = tree;
    const row = variable?.PLpgSQL_rec?.refname;
    return row === undefined || BREAKS.test(JSON.stringify(tree)) ? undefined : { row, query: queryOf(query) };
}
function queryOf(expression) {
    return expression?.PLpgSQL_expr?.query ?? '';
}
function languageOf(node) {
    const options = ((0,ast/* nodeOf */.E7)(node, 'DoStmt')?.args ?? []).flatMap((arg) => (0,ast/* nodeOf */.E7)(arg, 'DefElem') ?? []);
    const language = options.find(({ defname }) => defname === 'language');
    return language ? (0,ast/* nodeOf */.E7)(language.arg, 'String')?.sval?.toLowerCase() : 'plpgsql';
}

// EXTERNAL MODULE: ./build/sql/foreign-syntax.js
var foreign_syntax = __webpack_require__(16091);
// EXTERNAL MODULE: ./build/sql/pg-query.js
var pg_query = __webpack_require__(99619);
;// CONCATENATED MODULE: ./build/sql/refused-forms.js
/** Forms that Postgres' grammar knows only to refuse them, and what to write instead. */
const FORMS = [
    [
        /^unterminated \/\* comment/,
        'Close the comment with */. Comments nest in SQL: each /* inside it needs a */ of its own. Until then nothing after it is SQL, and none of it runs.',
    ],
    [
        /^unterminated quoted string/,
        "Close the string with ' where it ends; a quote inside it is written twice (''). Until then all that follows belongs to it, and none of it runs.",
    ],
    [
        /^unterminated dollar-quoted string/,
        'Repeat the tag that opened the string ($$, $body$) where it ends, letter for letter. Until then all that follows belongs to it, and none of it runs.',
    ],
    [
        /^unterminated quoted identifier/,
        'Close the name with " where it ends; a quote inside it is written twice (""). Until then all that follows belongs to it, and none of it runs.',
    ],
    [
        /^unterminated (bit|hexadecimal) string/,
        "Close the literal with ' where it ends. Until then all that follows belongs to it, and none of it runs.",
    ],
    [
        /^memory exhausted/,
        'It is nested more deeply than Postgres’ parser goes (some thousand levels): nest it less deeply, or split it.',
    ],
    [
        /^(UNIQUE|PRIMARY KEY) constraints cannot be marked NOT VALID/,
        'These two need a whole index. Build it first with CREATE UNIQUE INDEX CONCURRENTLY, outside a transaction; then ALTER TABLE … ADD CONSTRAINT … USING INDEX takes it over at once.',
    ],
    [
        /^EXCLUDE constraints cannot be marked NOT VALID/,
        'Only CHECK, FOREIGN KEY and (since PostgreSQL 18) NOT NULL can be added NOT VALID: an exclusion constraint needs a maintenance window, or a new table that has it from the start.',
    ],
    [
        /^dropping an enum value is not implemented/,
        'No version of Postgres can drop an enum value. Leave it unused; or create a new type without it, change the columns over with USING column::text::new_type (which rewrites their tables), and drop the old type.',
    ],
];
/** How to repair what the grammar refused with this message. */
function refusedFormHelp(message) {
    return FORMS.find(([pattern]) => pattern.test(message))?.[1];
}

;// CONCATENATED MODULE: ./build/sql/statements.js

/** What was read and what was refused, in the order and at the places of the file. */
function assembled(source, lexed, parsed, refused) {
    const { file } = source;
    const lines = positions/* LineMap */.HU.of(file);
    const inFile = (0,positions/* fileOffsets */.jZ)(source);
    const found = [
        ...parsed.map(({ node, start, end }) => ({ node, start, end, error: null })),
        ...refused.map(({ range, error }) => ({
            ...{ node: null, ...range },
            error: { ...error, offset: inFile(error.offset) },
        })),
    ]
        .sort((a, b) => a.start - b.start)
        .map((one) => ({
        ...one,
        text: source.sql.slice(one.start, one.end),
        rows: rowsOf(one, source.sql, lexed.metaCommands),
        ...placed(one, inFile),
    }));
    const comments = lexed.comments.map((range) => {
        const place = placed(range, inFile);
        const { line } = lines.position(place.start);
        return { text: commentText(source.sql.slice(range.start, range.end)), ...place, line };
    });
    let nextComment = 0;
    const statements = found.map(({ node, text, rows, start, end, error }, index) => {
        const own = [];
        const before = found[index - 1]?.end ?? 0;
        for (let comment = comments[nextComment]; comment && comment.start < start; comment = comments[++nextComment]) {
            // A comment inside the statement before refers to nothing here.
            if (comment.start >= before)
                own.push(comment);
        }
        return {
            index,
            kind: node === null ? 'unparsed' : (Object.keys(node)[0] ?? 'unparsed'),
            node,
            sql: text,
            start,
            end,
            location: lines.location(file.path, start, end),
            comments: own,
            transaction: { kind: 'none' },
            ...(rows !== undefined && { rows }),
            ...(error && { syntaxError: syntaxError(error, errorLocation(lines, file.path, error, end)) }),
        };
    });
    return { statements, comments };
}
/** The lines that follow a COPY, without the one that ends them. */
function rowsOf({ node, end }, sql, rows) {
    if (node === null || !('CopyStmt' in node))
        return undefined;
    const its = rows.find((range) => range.start >= end && /^\s*;[^\n]*\n$/.test(sql.slice(end, range.start)));
    return its && sql.slice(its.start, its.end).replace(/^\\\.$(?![\s\S])/m, '');
}
function placed({ start, end }, inFile) {
    return { start: inFile(start), end: inFile(end) };
}
/** The parse tree's spans begin at the end of the statement before: comments and space are not the statement. */
function statementsOf(result, sql, lexed) {
    const toUtf16 = (0,positions/* byteToUtf16 */.yA)(sql);
    const commentByEnd = new Map(lexed.comments.map((comment) => [comment.end, comment]));
    let comment = 0;
    return (result.stmts ?? []).flatMap(({ stmt, stmt_location = 0, stmt_len }) => {
        if (stmt === undefined)
            return [];
        let start = toUtf16(stmt_location);
        const end = stmt_len ? toUtf16(stmt_location + stmt_len) : sql.length;
        for (;;) {
            while (start < end && SPACE.test(sql[start] ?? ''))
                start++;
            while ((lexed.comments[comment]?.end ?? Number.POSITIVE_INFINITY) <= start)
                comment++;
            const next = lexed.comments[comment];
            if (next === undefined || next.start !== start)
                break;
            start = next.end;
        }
        return [{ node: stmt, start, end: trimmedEnd(sql, start, end, commentByEnd) }];
    });
}
/** What the grammar skips; a no-break space is a letter to it. */
const SPACE = /[ \t\n\r\f\v]/;
const SPACE_OR_END = /[ \t\n\r\f\v;]/;
/** Where a statement's own text ends: before trailing space and comments. */
function trimmedEnd(sql, start, end, commentByEnd) {
    let at = end;
    for (;;) {
        const trailing = commentByEnd.get(at);
        if (trailing !== undefined && trailing.start > start)
            at = trailing.start;
        else if (at > start && SPACE_OR_END.test(sql[at - 1] ?? ''))
            at--;
        else
            return at;
    }
}
function syntaxError({ message, help, tooDeep }, location) {
    return { message, location, ...(help !== undefined && { help }), ...(tooDeep && { tooDeep }) };
}
function errorLocation(lines, path, error, end) {
    const start = Math.min(error.offset, Math.max(end - 1, 0));
    return lines.location(path, start, Math.max(end, start + 1));
}
function commentText(comment) {
    if (comment.startsWith('--'))
        return comment.slice(2).trim();
    const text = comment.replace(/^\/\*+/, '');
    // By hand: a pattern for the text before the end tries every asterisk.
    if (!text.endsWith('*/'))
        return text.trim();
    let end = text.length - 1;
    while (text[end - 1] === '*')
        end--;
    return text.slice(0, end).trim();
}

;// CONCATENATED MODULE: ./build/sql/read-text.js






const TOO_DEEP = {
    message: 'it chains or nests so much (more than some thousand operators or levels) that the parser can’t follow it',
    help: 'Split the statement, or write the values as rows of a table and join them. No rule looked at it.',
    tooDeep: true,
};
/**
 * Parses a script whole. Where the grammar refuses a statement, that one is set aside with its error and the rest is
 * parsed again without it, so that one broken statement never hides the others.
 */
function parseText(source, parse) {
    const lexed = (0,lexer/* lex */.Ii)(source.sql, { rowsToEnd: source.sendsRows });
    const rows = source.sendsRows ? lexed.rows : [];
    const refused = lexed.metaCommands
        .filter((range) => !rows.includes(range))
        .map((range) => ({ range, error: metaCommandError(source.sql, range) }));
    if (lexed.unclosed)
        refused.push({ range: lexed.unclosed, error: unclosedComment(source.sql, lexed.unclosed) });
    let sql = read_text_withoutComments(withoutMetaCommands(source.sql, lexed.metaCommands), lexed.comments);
    let pieces = lexed.metaCommands.length === 0 ? lexed.statements : (0,lexer/* lex */.Ii)(sql).statements;
    let parsed = [];
    const unreadable = pieces.filter(holdsOneOf(lexed.longOperators));
    for (const range of unreadable)
        refused.push({ range, error: { ...TOO_DEEP, offset: range.start } });
    sql = (0,positions/* blankOut */.bO)(sql, unreadable);
    if (unreadable.length > 0)
        pieces = (0,lexer/* lex */.Ii)(sql).statements;
    if (pieces.length > 0) {
        let result = parse(sql);
        if ('message' in result) {
            const broken = refusals(sql, parse).map(explained(sql));
            refused.push(...broken);
            const ranges = broken.map(({ range }) => range).sort((a, b) => a.start - b.start);
            sql = (0,positions/* blankOut */.bO)(sql, ranges);
            pieces = (0,lexer/* lex */.Ii)(sql).statements;
            // The second look is for what the pieces alone didn't show.
            for (result = parse(sql, true); 'message' in result && pieces.length > 0; result = parse(sql, true)) {
                const { offset } = result;
                if (result.tooDeep) {
                    // Each piece can be read, all together can't.
                    for (const range of pieces)
                        refused.push({ range, error: { ...TOO_DEEP, offset: range.start } });
                    pieces = [];
                    break;
                }
                const guilty = pieces.findLast((piece) => piece.start <= offset) ?? pieces[0];
                refused.push({ range: guilty, error: result });
                pieces = pieces.filter((piece) => piece !== guilty);
                sql = (0,positions/* blankOut */.bO)(sql, [guilty]);
            }
        }
        if (!('message' in result))
            parsed = statementsOf(result, sql, lexed);
    }
    const { included: _, ...own } = source;
    return { ...own, parsedSql: sql, ...assembled(source, { ...lexed, metaCommands: rows }, parsed, refused) };
}
/** Whether a range holds one of the offsets; both are in order. */
function holdsOneOf(offsets) {
    let next = 0;
    return ({ start, end }) => {
        while ((offsets[next] ?? end) < start)
            next++;
        return (offsets[next] ?? end) < end;
    };
}
/** After so many statements whose parentheses never close, a semicolon ends each. */
const MOST_OPEN = 20;
/** How many statements are parsed at a time to find the broken ones: the work stays linear, however many are broken. */
const WINDOW = 256;
/** The statements that the grammar refuses, from front to back: what precedes an error has been accepted. */
function refusals(sql, parse) {
    const refused = [];
    let { statements: pieces, semicolonsInOpen: semicolons } = (0,lexer/* lex */.Ii)(sql);
    let opened = 0;
    // Up to here, statements are parsed alone; up to there, without the one after them.
    let [alone, end] = [0, Number.POSITIVE_INFINITY];
    for (let at = 0; at < pieces.length;) {
        const from = pieces[at]?.start ?? 0;
        const to = Math.min(at < alone ? at + 1 : at + WINDOW, at < end ? end : Number.POSITIVE_INFINITY);
        const result = parse(sql.slice(from, pieces[to]?.start));
        if (!('message' in result)) {
            at = to;
            continue;
        }
        const error = { ...result, offset: from + result.offset };
        if (error.tooDeep) {
            if (to === at + 1 || at + 1 === pieces.length)
                refused.push({ range: pieces[at++], error });
            else
                alone = to;
            continue;
        }
        const first = at;
        while ((pieces[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= error.offset)
            at++;
        const piece = pieces[at];
        if (at > first && piece.start - from > pg_query/* SURELY_FITS */.w) {
            // The grammar accepts those before it; whether they nest too deeply shows only without it.
            end = at;
            at = first;
            continue;
        }
        at++;
        const open = at === pieces.length ? semicolons.find((semicolon) => semicolon >= error.offset) : undefined;
        if (open === undefined) {
            refused.push({ range: piece, error });
            continue;
        }
        // Parentheses that never close hold the statements after them too: this one ends where it stopped making sense.
        refused.push({ range: { start: piece.start, end: open }, error });
        ({ statements: pieces, semicolonsInOpen: semicolons } = (0,lexer/* lex */.Ii)(sql, {
            from: open + 1,
            everySemicolon: ++opened > MOST_OPEN,
        }));
        [at, alone, end] = [0, 0, Number.POSITIVE_INFINITY];
    }
    return refused;
}
function withoutMetaCommands(sql, ranges) {
    if (ranges.length === 0)
        return sql;
    const blanked = (0,positions/* blankOut */.bO)(sql, ranges);
    // \gexec and its like end the statement before them.
    return ranges
        .filter(({ start, end }) => lexer/* SENDS */.iM.test(sql.slice(start, end)))
        .reduce((text, { start }) => `${text.slice(0, start)};${text.slice(start + 1)}`, blanked);
}
/**
 * Blanks block comments: the grammar's lexer looks at all that is left of a run of signs for each of them, which takes time
 * with the square of their number. After a string their marks stay: strings with nothing but line breaks between them are one.
 */
function read_text_withoutComments(sql, comments) {
    const blocks = comments.filter(({ start }) => sql[start] === '/');
    return (0,positions/* blankOut */.bO)(sql, blocks.flatMap(({ start, end }) => {
        const isClosed = sql.startsWith('*/', end - 2) && end - start >= 4;
        return isClosed && afterString(sql, start) ? [{ start: start + 2, end: end - 2 }] : [{ start, end }];
    }));
}
function afterString(sql, at) {
    let before = at - 1;
    while (before >= 0 && SPACE.test(sql[before] ?? ''))
        before--;
    return sql[before] === "'";
}
function unclosedComment(sql, { start, end }) {
    const message = `unterminated /* comment at or near "${sql.slice(start, end)}"`;
    const help = refusedFormHelp(message);
    return { message: shortened(message), offset: start, ...(help !== undefined && { help }) };
}
function explained(sql) {
    return ({ range, error }) => sql[range.start] === '\ufeff' ? { range, error: { ...foreign_syntax/* BYTE_ORDER_MARK */.sn, offset: range.start } } : { range, error };
}
function metaCommandError(sql, range) {
    const text = sql.slice(range.start, range.end);
    return { ...(text.startsWith('\\') ? (0,foreign_syntax/* psqlCommand */.K9)(text) : foreign_syntax/* COPIED_ROWS */.F$), offset: range.start };
}
/** The grammar quotes all that follows an unterminated string: one line of it is enough. */
function shortened(message) {
    return message.replace(/ at or near "(.*)"$/s, (whole, near) => {
        const line = near.split(/\r?\n/, 1)[0]?.slice(0, 60) ?? '';
        return line === near ? whole : ` at or near "${line}…"`;
    });
}

;// CONCATENATED MODULE: ./build/sql/transactions.js

/**
 * One context for each statement, and the one after the last. BEGIN itself runs outside the transaction that it opens,
 * COMMIT inside. `begun`: what the script before it in the same run has left.
 */
function transactionContexts(statements, mode, begun) {
    // A simple query of one statement needs no implicit transaction (manual 54.2.2.1).
    const wrapped = mode !== 'autocommit' && !(mode === 'single-query' && statements.length === 1);
    const outside = wrapped ? { kind: 'layout', mode } : { kind: 'none' };
    let current = begun ?? outside;
    const contexts = statements.map(({ node, location }) => {
        const { kind: command, chain } = (0,ast/* nodeOf */.E7)(node, 'TransactionStmt') ?? {};
        const before = current;
        if (command === 'TRANS_STMT_BEGIN' || command === 'TRANS_STMT_START') {
            if (current.kind !== 'explicit')
                current = { kind: 'explicit', begin: location };
        }
        else if (command !== undefined && ENDS.has(command) && chain) {
            // AND CHAIN opens the next transaction at once; outside one it is an error.
            if (current.kind !== 'none')
                current = { kind: 'explicit', begin: location };
        }
        else if (command !== undefined && ENDS.has(command)) {
            // COMMIT ends the tool's own transaction too: what follows runs by itself.
            current = mode === 'single-query' ? outside : { kind: 'none' };
        }
        return before;
    });
    return { contexts, leaves: current };
}
const ENDS = new Set([
    'TRANS_STMT_COMMIT',
    'TRANS_STMT_ROLLBACK',
    'TRANS_STMT_PREPARE',
]);

;// CONCATENATED MODULE: ./build/sql/parse.js








/** Loads the grammar (a WebAssembly module, about 20 ms): only where there is SQL to read. */
async function loadGrammar() {
    const { parse: ask, parsePlpgsql, problemOfPlpgsql } = await (0,pg_query/* loadPgQuery */.Y)();
    const parse = (sql, sure) => {
        const answer = ask(sql, sure);
        if ('tree' in answer)
            return answer.tree;
        if ('tooDeep' in answer)
            return { ...TOO_DEEP, offset: 0 };
        const { message, position } = answer.problem;
        const offset = (0,positions/* codePointToUtf16 */._f)(sql, position);
        const help = refusedFormHelp(message);
        const refusal = { message: shortened(message), ...(help !== undefined && { help }) };
        return { ...((0,foreign_syntax/* placeholderAt */.jM)(sql, offset) ?? refusal), offset };
    };
    return {
        parseScript: (source, begun) => {
            const script = spliced(source, (one) => {
                const read = parseText(one, parse);
                withBlocks(read, parse, parsePlpgsql);
                withBodies(read, parse, problemOfPlpgsql);
                return read;
            });
            const { contexts, leaves } = transactionContexts(script.statements, source.transaction, begun);
            contexts.forEach((context, i) => {
                const statement = script.statements[i];
                if (statement)
                    statement.transaction = context;
            });
            return { ...script, leaves };
        },
    };
}
/** The statements of included files stand where psql runs them. */
function spliced(source, read) {
    const script = read(source);
    if (source.included === undefined)
        return script;
    const included = [];
    const statements = [];
    const own = [...script.statements];
    for (const { at, script: inner } of source.included) {
        while (own[0] && own[0].start < at)
            statements.push(own.shift());
        const its = spliced(inner, read);
        included.push({ at, script: { ...its, leaves: { kind: 'none' } } });
        statements.push(...its.statements);
    }
    return { ...script, included, statements: [...statements, ...own].map(counted) };
}
function counted(statement, index) {
    if (statement.index === index)
        return statement;
    const { block } = statement;
    const inner = block && { ...block, statements: block.statements.map((one) => ({ ...one, index })) };
    return { ...statement, index, ...(inner && { block: inner }) };
}
/** A history may have thousands: only those that a rule asks for are read. */
function withBodies({ statements }, parse, problemOfPlpgsql) {
    for (const statement of statements) {
        if (statement.kind !== 'CreateFunctionStmt' && statement.kind !== 'DoStmt')
            continue;
        statement.refusedBody = () => bodyProblem(statement.node, statement.sql, { problemOfPlpgsql, parse });
    }
}
/** Reads what the script's DO blocks run. */
function withBlocks(script, parse, parsePlpgsql) {
    const parseOne = (sql) => {
        const result = parse(sql);
        return 'message' in result || result.stmts?.length !== 1 ? undefined : result.stmts[0]?.stmt;
    };
    let lines;
    for (const statement of script.statements) {
        if (statement.kind !== 'DoStmt')
            continue;
        lines ??= positions/* LineMap */.HU.of(script.file);
        statement.block = blockOf(statement, readDoBlock(statement.node, statement.sql, { parsePlpgsql, parseOne }), {
            parseOne,
            locate: (start, end) => lines.location(script.file.path, start, end),
        });
    }
}

// EXTERNAL MODULE: ./build/findings/check.js
var check = __webpack_require__(22623);
// EXTERNAL MODULE: ./build/sql/versions.js
var versions = __webpack_require__(68366);
// EXTERNAL MODULE: ./build/sql/locks.js
var sql_locks = __webpack_require__(14283);
// EXTERNAL MODULE: ./build/schema/objects.js
var schema_objects = __webpack_require__(67250);
// EXTERNAL MODULE: ./build/schema/effects/columns.js
var columns = __webpack_require__(71768);
// EXTERNAL MODULE: ./build/schema/types.js
var types = __webpack_require__(16871);
// EXTERNAL MODULE: ./build/schema/volatility.js
var volatility = __webpack_require__(82191);
// EXTERNAL MODULE: ./build/schema/footprint/domains.js
var domains = __webpack_require__(25335);
;// CONCATENATED MODULE: ./build/schema/footprint/add-column.js





function addColumnWork(column, { schema }) {
    const constraints = column ? (0,columns/* columnConstraints */.zD)(column) : [];
    const has = (type) => constraints.some(({ contype }) => contype === type);
    const value = constraints.find(({ contype }) => contype === 'CONSTR_DEFAULT')?.raw_expr;
    const type = (0,types/* columnType */.DW)(column?.typeName);
    const stored = constraints.some((it) => it.contype === 'CONSTR_GENERATED' && it.generated_kind !== 'v');
    if (stored || has('CONSTR_IDENTITY') || type?.serial)
        return 'rewrite';
    const domain = (0,domains/* domainOf */.Ow)(type, schema);
    if ((0,volatility/* volatileFunction */.tG)(value ?? domain?.default, schema) !== undefined || domain?.constrained)
        return 'rewrite';
    const required = has('CONSTR_NOTNULL') && (value === undefined || (0,ast/* nodeOf */.E7)(value, 'A_Const')?.isnull === true);
    const checked = constraints.some(({ contype, is_enforced: enforced }) => contype === 'CONSTR_CHECK' && enforced !== false);
    const indexed = ['CONSTR_UNIQUE', 'CONSTR_PRIMARY'].some(has);
    // The existing rows get the default, which may not be in the referenced table; even DEFAULT NULL is looked up.
    return checked || indexed || required || (value !== undefined && has('CONSTR_FOREIGN')) ? 'scan' : undefined;
}

// EXTERNAL MODULE: ./build/schema/column-type-change.js + 2 modules
var column_type_change = __webpack_require__(50828);
// EXTERNAL MODULE: ./build/schema/footprint/foreign-keys.js
var foreign_keys = __webpack_require__(16595);
// EXTERNAL MODULE: ./build/schema/footprint/touch.js
var touch = __webpack_require__(44721);
;// CONCATENATED MODULE: ./build/schema/footprint/column-type.js



/** Nothing where a type is unknown: the work is unknown too. Where the time zone decides, what is done in UTC: the least. */
function columnTypeWork(table, command, { schema }) {
    switch ((0,column_type_change/* columnTypeChange */.F)(table, command, schema, true)?.work) {
        case 'rewrite':
            return 'rewrite';
        case 'index rebuild':
        case 'scan':
            return 'scan';
        default:
            return undefined;
    }
}
/** The other sides of the foreign keys that the column is part of: they are made anew. */
function besideColumnType(table, command, scene) {
    const { name = '' } = command;
    const work = columnTypeWork(table, command, scene) === 'rewrite' ? 'scan' : undefined;
    return [
        ...(0,foreign_keys/* referencedBy */.bC)(table, touch.AX, scene, ({ facts }) => facts?.columns?.includes(name) ?? false),
        ...(0,foreign_keys/* referencing */.N4)(table, touch.AX, scene, { which: (key) => (0,foreign_keys/* referencesColumn */.rd)(key, name, scene), work }),
    ];
}

// EXTERNAL MODULE: ./build/schema/footprint/constraints.js
var constraints = __webpack_require__(17766);
;// CONCATENATED MODULE: ./build/schema/footprint/indexes.js



const createIndex = (node, scene) => {
    const index = (0,ast/* nodeOf */.E7)(node, 'IndexStmt');
    const table = (0,ast/* relationName */.CJ)(index?.relation);
    if (!index || !table)
        return [];
    const name = (0,schema_objects/* fullName */.fq)(table);
    const lock = index.concurrent ? touch/* SUX */.X_ : 'SHARE';
    const there = index.if_not_exists && !(0,touch/* isMissing */.b2)((0,schema_objects/* fullName */.fq)({ ...table, name: index.idxname ?? '' }), scene.schema);
    if (there || !index.relation?.inh)
        return [(0,touch/* touch */._M)(name, lock)];
    return (0,touch/* touchTree */.Ks)(name, lock, scene, 'scan');
};
function dropIndexes(objects, concurrent, scene) {
    const lock = concurrent ? touch/* SUX */.X_ : touch.AX;
    return objects.flatMap((index) => {
        const table = scene.schema.find('index', index)?.table;
        return [(0,touch/* touch */._M)(index, lock), ...(table === undefined ? [] : (0,touch/* touchTree */.Ks)(table, lock, scene))];
    });
}
const reindex = (node, scene) => {
    const statement = (0,ast/* nodeOf */.E7)(node, 'ReindexStmt');
    const name = (0,ast/* relationName */.CJ)(statement?.relation);
    const concurrent = (0,ast/* hasOption */.Kz)(statement?.params, 'concurrently');
    if (statement?.kind === 'REINDEX_OBJECT_SCHEMA') {
        const inside = scene.schema.every('table').filter((table) => table.name.startsWith(`${statement.name}.`));
        return inside.flatMap((table) => rebuiltAll(table.name, concurrent, scene));
    }
    if (!name)
        return [];
    const rebuild = statement?.kind === 'REINDEX_OBJECT_INDEX' ? rebuilt : rebuiltAll;
    return rebuild((0,schema_objects/* fullName */.fq)(name), concurrent, scene);
};
function rebuilt(index, concurrent, scene) {
    const table = scene.schema.find('index', index)?.table;
    return [
        (0,touch/* touch */._M)(index, concurrent ? touch/* SUX */.X_ : touch.AX, 'rewrite'),
        ...(table === undefined ? [] : (0,touch/* touchTree */.Ks)(table, concurrent ? touch/* SUX */.X_ : 'SHARE', scene, 'scan')),
    ];
}
function rebuiltAll(table, concurrent, scene) {
    const indexes = scene.schema.partsOf(table, 'index');
    return [
        ...(0,touch/* touchTree */.Ks)(table, concurrent ? touch/* SUX */.X_ : 'SHARE', scene, indexes.length > 0 ? 'scan' : undefined),
        ...indexes.map(({ name }) => (0,touch/* touch */._M)(name, concurrent ? touch/* SUX */.X_ : touch.AX, 'rewrite')),
    ];
}
/** ALTER INDEX … ATTACH PARTITION: both indexes, and, under ACCESS SHARE, their tables. */
function attachIndex(parent, { name }, { schema }) {
    const index = (0,ast/* relationName */.CJ)(name);
    if (!index)
        return [];
    const child = (0,schema_objects/* fullName */.fq)(index);
    const tables = [parent, child].flatMap((index) => schema.find('index', index)?.table ?? []);
    return [(0,touch/* touch */._M)(child, touch.AX), ...tables.map((table) => (0,touch/* touch */._M)(table, 'ACCESS SHARE'))];
}

// EXTERNAL MODULE: ./build/schema/footprint/partitions.js
var partitions = __webpack_require__(13207);
;// CONCATENATED MODULE: ./build/schema/footprint/alter-commands.js








const always = (lock) => () => lock;
const constraint = ({ command }) => (0,ast/* nodeOf */.E7)(command.def, 'Constraint');
const partition = ({ command }) => (0,ast/* nodeOf */.E7)(command.def, 'PartitionCmd') ?? {};
const TRIGGERS = { lock: always(touch/* SRX */.Ex) };
const QUIET = { lock: always(touch/* SUX */.X_) };
const DEEP = { recurses: true };
const COMMANDS = {
    AT_AddColumn: {
        recurses: true,
        work: ({ table, command, scene }) => command.missing_ok && scene.schema.find('column', `${table}.${(0,ast/* nodeOf */.E7)(command.def, 'ColumnDef')?.colname}`)
            ? undefined
            : addColumnWork((0,ast/* nodeOf */.E7)(command.def, 'ColumnDef'), scene),
        others: ({ command, scene }) => (0,foreign_keys/* constraintsIn */.qC)([command.def]).flatMap((it) => (0,foreign_keys/* references */.Ft)(it, scene)),
    },
    AT_DropColumn: {
        recurses: true,
        others: ({ table, command: { name = '', behavior }, scene }) => [
            ...(0,foreign_keys/* referencedBy */.bC)(table, touch.AX, scene, ({ facts }) => facts?.columns?.includes(name) ?? false),
            ...(behavior === 'DROP_CASCADE'
                ? (0,foreign_keys/* referencing */.N4)(table, touch.AX, scene, { which: (key) => (0,foreign_keys/* referencesColumn */.rd)(key, name, scene) })
                : []),
        ],
    },
    AT_AlterColumnType: {
        recurses: true,
        work: (at) => columnTypeWork(at.table, at.command, at.scene),
        others: (at) => besideColumnType(at.table, at.command, at.scene),
    },
    AT_SetNotNull: {
        recurses: true,
        work: ({ table, command, scene }) => (0,constraints/* setNotNullWork */.qU)(table, command.name, scene.schema),
    },
    AT_DropNotNull: DEEP,
    AT_ColumnDefault: DEEP,
    AT_SetStorage: DEEP,
    AT_SetCompression: DEEP,
    AT_DropExpression: DEEP,
    AT_SetExpression: {
        recurses: true,
        work: ({ table, command, scene }) => scene.schema.find('column', `${table}.${command.name}`)?.facts?.generated === 'virtual' ? undefined : 'rewrite',
    },
    AT_SetStatistics: { ...QUIET, recurses: true },
    AT_SetOptions: QUIET,
    AT_ResetOptions: QUIET,
    AT_AddConstraint: {
        recurses: true,
        lock: (at) => (constraint(at)?.contype === 'CONSTR_FOREIGN' ? touch/* SRX */.Ex : touch.AX),
        work: (at) => (0,constraints/* addConstraintWork */.w2)(constraint(at), at.table, at.scene.schema),
        partition: (at, partition) => (0,constraints/* onPartition */.S5)(constraint(at), at.table, partition, at.scene),
        others: (at) => (0,foreign_keys/* references */.Ft)(constraint(at), at.scene, at.table),
    },
    AT_ValidateConstraint: {
        recurses: true,
        lock: always(touch/* SUX */.X_),
        work: ({ table, command, scene }) => (0,constraints/* validateWork */.cq)(table, command.name, scene.schema),
        others: ({ table, command, scene }) => (0,foreign_keys/* referencedBy */.bC)(table, 'ROW SHARE', scene, ({ name, facts }) => name === `${table}.${command.name}` && !facts?.validated),
    },
    AT_DropConstraint: {
        recurses: true,
        others: ({ table, command: { name, behavior }, scene }) => [
            ...(0,foreign_keys/* referencedBy */.bC)(table, touch.AX, scene, (key) => key.name === `${table}.${name}`),
            ...(behavior === 'DROP_CASCADE' && isKey(table, name, scene) ? (0,foreign_keys/* referencing */.N4)(table, touch.AX, scene) : []),
        ],
    },
    AT_SetLogged: {
        work: ({ table, scene }) => unlessAlready(scene.schema.find('table', table)?.facts?.unlogged, false),
    },
    AT_SetUnLogged: {
        work: ({ table, scene }) => unlessAlready(scene.schema.find('table', table)?.facts?.unlogged, true),
    },
    AT_SetTableSpace: {
        work: ({ table, command, scene }) => {
            const known = scene.schema.find('table', table);
            return unlessAlready(known?.facts?.tablespace ?? usual(known, 'pg_default'), command.name);
        },
    },
    AT_SetAccessMethod: {
        work: ({ table, command, scene }) => {
            const known = scene.schema.find('table', table);
            return unlessAlready(known?.facts?.accessMethod ?? usual(known, 'heap'), command.name ?? 'heap');
        },
    },
    AT_SetRelOptions: { lock: optionsLock },
    AT_ResetRelOptions: { lock: optionsLock },
    AT_ClusterOn: QUIET,
    AT_DropCluster: QUIET,
    AT_EnableTrig: TRIGGERS,
    AT_EnableAlwaysTrig: TRIGGERS,
    AT_EnableReplicaTrig: TRIGGERS,
    AT_EnableTrigAll: TRIGGERS,
    AT_EnableTrigUser: TRIGGERS,
    AT_DisableTrig: TRIGGERS,
    AT_DisableTrigAll: TRIGGERS,
    AT_DisableTrigUser: TRIGGERS,
    AT_AddInherit: { others: ({ command }) => (0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(command.def, 'RangeVar')), touch/* SUX */.X_) },
    AT_DropInherit: { others: ({ command }) => (0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(command.def, 'RangeVar')), touch.AS) },
    AT_AttachPartition: {
        lock: always(touch/* SUX */.X_),
        // Without bounds it is an index that is attached.
        others: (at) => (partition(at).bound ? partitions/* attach */.K0 : attachIndex)(at.table, partition(at), at.scene),
    },
    AT_DetachPartition: {
        lock: (at) => (partition(at).concurrent ? touch/* SUX */.X_ : touch.AX),
        others: (at) => (0,partitions/* detach */.Yo)(at.table, partition(at), at.scene),
    },
    AT_DetachPartitionFinalize: { lock: always(touch/* SUX */.X_), others: (at) => (0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)(partition(at).name), touch.AX) },
};
/** Options that a reader sees need the strongest lock; the others SHARE UPDATE EXCLUSIVE (reloptions.c). */
const STRONG_OPTIONS = new Set(['user_catalog_table', 'security_barrier', 'security_invoker', 'check_option']);
function optionsLock({ command }) {
    const options = (0,ast/* nodeOf */.E7)(command.def, 'List')?.items ?? [];
    return options.some((item) => STRONG_OPTIONS.has((0,ast/* nodeOf */.E7)(item, 'DefElem')?.defname ?? '')) ? touch.AX : touch/* SUX */.X_;
}
/** The usual value of a table whose definition says nothing; undefined where the definition is unknown. */
function usual(table, value) {
    return table?.facts === undefined || table.partial ? undefined : value;
}
function unlessAlready(is, wanted) {
    return is === wanted ? undefined : 'rewrite';
}
function isKey(table, name, { schema }) {
    const known = schema.partsOf(table, 'constraint').find((one) => one.name === `${table}.${name}`);
    return known?.facts?.type === 'primary key' || known?.facts?.type === 'unique';
}

;// CONCATENATED MODULE: ./build/schema/footprint/alter-table.js





const alterTable = (node, scene) => {
    const statement = (0,ast/* nodeOf */.E7)(node, 'AlterTableStmt');
    const name = (0,ast/* relationName */.CJ)(statement?.relation);
    if (!statement || !name)
        return [];
    const relation = (0,schema_objects/* fullName */.fq)(name);
    if (statement.missing_ok && (0,touch/* isAbsent */.W0)(relation, scene.schema))
        return [];
    switch (statement.objtype) {
        case 'OBJECT_TABLE':
        case 'OBJECT_FOREIGN_TABLE':
        case 'OBJECT_MATVIEW':
        case 'OBJECT_INDEX':
        case 'OBJECT_SEQUENCE':
        case 'OBJECT_VIEW':
            return alterRelation(statement, relation, scene);
        default:
            return [];
    }
};
function alterRelation(statement, relation, scene) {
    const commands = (statement.cmds ?? []).flatMap((item) => (0,ast/* nodeOf */.E7)(item, 'AlterTableCmd') ?? []);
    const known = commands.map((command) => {
        const { lock = always(touch.AX), work, others, recurses = false, partition, } = (command.subtype && COMMANDS[command.subtype]) || {};
        const at = { table: relation, command, scene };
        const ofPartition = (one) => ({ work: work?.(at), ...partition?.(at, one) });
        return { lock: lock(at), work: work?.(at), others: others?.(at) ?? [], recurses, ofPartition };
    });
    const lock = known.map((it) => it.lock).reduce((a, b) => ((0,sql_locks/* compareLockModes */.tc)(a, b) >= 0 ? a : b), touch/* SUX */.X_);
    const below = statement.relation?.inh ? (0,touch/* treeOf */.g7)(relation, scene.schema).slice(1) : [];
    return known.flatMap(({ work, others, recurses, ofPartition }) => [
        (0,touch/* touchOne */.gf)(relation, lock, scene, work),
        ...(recurses ? below : []).map((one) => {
            const own = ofPartition(one);
            return (0,touch/* touchOne */.gf)(one, own.lock ?? lock, scene, own.work);
        }),
        ...others,
    ]);
}

;// CONCATENATED MODULE: ./build/schema/footprint/queries.js



/** Reads a query with all that it contains. A scan is one that no plan can avoid: no WHERE, no LIMIT. */
function reads(query, scene) {
    const targets = new Map();
    const whole = new Set();
    const locked = new Set();
    (0,ast/* walk */.GG)(query, (tag, body) => {
        const target = CHANGES[tag]?.(body);
        if (target)
            targets.set(target.relation, changed(target, scene));
        const from = rangesIn((body.fromClause ?? body.usingClause));
        const all = body.whereClause === undefined && body.limitCount === undefined;
        if (tag in WHOLE && all)
            for (const range of from)
                whole.add(range);
        if (tag === 'SelectStmt' && body.lockingClause !== undefined)
            for (const range of from)
                locked.add(range);
    });
    const touched = relationsIn(query)
        .filter(({ range }) => !targets.has(range))
        .flatMap(({ relation, range }) => looked(relation, locked.has(range) ? 'ROW SHARE' : touch.AS, scene, whole.has(range) ? 'scan' : undefined));
    return [...[...targets.values()].flat(), ...touched];
}
/** Every relation that a query names; the names that WITH makes are none. */
function relationsIn(query) {
    const withNames = new Set();
    const ranges = [];
    (0,ast/* walk */.GG)(query, (tag, body) => {
        if (tag === 'CommonTableExpr')
            withNames.add(String(body.ctename));
        if (tag === 'RangeVar')
            ranges.push(body);
    });
    return ranges.flatMap((range) => {
        const name = (0,ast/* relationName */.CJ)(range);
        if (!name || (range.schemaname === undefined && withNames.has(name.name)))
            return [];
        return [{ relation: (0,schema_objects/* fullName */.fq)(name), range }];
    });
}
const WHOLE = { SelectStmt: true, UpdateStmt: true, DeleteStmt: true };
const CHANGES = {
    InsertStmt: ({ relation }) => ({ relation: relation, all: false, routed: true }),
    UpdateStmt: ({ relation, whereClause }) => ({ relation: relation, all: whereClause === undefined }),
    DeleteStmt: ({ relation, whereClause }) => ({ relation: relation, all: whereClause === undefined }),
    MergeStmt: ({ relation }) => ({ relation: relation, all: false }),
};
function changed({ relation, all, routed = false }, scene) {
    const name = (0,ast/* relationName */.CJ)(relation);
    if (!name)
        return [];
    const work = all ? 'scan' : undefined;
    return routed || !relation?.inh ? [(0,touch/* touch */._M)((0,schema_objects/* fullName */.fq)(name), touch.RX, work)] : (0,touch/* touchTree */.Ks)((0,schema_objects/* fullName */.fq)(name), touch.RX, scene, work);
}
/** A relation that is read; a view is read through. */
function looked(relation, lock, scene, work) {
    return (0,touch/* readThrough */.ir)(relation, scene.schema).flatMap((one) => {
        if (scene.schema.find('view', one))
            return [(0,touch/* touch */._M)(one, lock)];
        // A sequence is a table of one row.
        const scans = one === relation && !isSequence(one, scene) ? work : undefined;
        return (0,touch/* touchTree */.Ks)(one, lock, scene, scans);
    });
}
/** Those of identity columns are made by no statement: Postgres names them so. */
function isSequence(relation, { schema }) {
    if (schema.find('sequence', relation))
        return true;
    return /_seq\d*$/.test(relation) && !HAVE_ROWS.some((kind) => schema.find(kind, relation));
}
const HAVE_ROWS = ['table', 'foreign table', 'view', 'materialized view'];
/** The tables of a FROM clause, through joins. */
function rangesIn(from) {
    const ranges = [];
    const waiting = (from ?? []).toReversed();
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
        const join = (0,ast/* nodeOf */.E7)(item, 'JoinExpr');
        const range = (0,ast/* nodeOf */.E7)(item, 'RangeVar');
        if (range)
            ranges.push(range);
        if (join)
            waiting.push(...[join.rarg, join.larg].filter((side) => side !== undefined));
    }
    return ranges;
}
const query = (node, scene) => reads(withoutInto(node), scene);
/** SELECT … INTO names the table that it makes. */
function withoutInto(node) {
    const select = (0,ast/* nodeOf */.E7)(node, 'SelectStmt');
    if (!select?.intoClause)
        return node;
    const { intoClause: _, ...rest } = select;
    return { SelectStmt: rest };
}
/** Without ANALYZE a query is planned but not run. */
const explain = (node, scene) => {
    const { query: of, options } = (0,ast/* nodeOf */.E7)(node, 'ExplainStmt') ?? {};
    const touched = reads(of, scene);
    return (0,ast/* hasOption */.Kz)(options, 'analyze') ? touched : touched.map((one) => ({ ...one, scans: false }));
};
const copy = (node, scene) => {
    const { relation, query: of, is_from: isFrom } = (0,ast/* nodeOf */.E7)(node, 'CopyStmt') ?? {};
    const name = (0,ast/* relationName */.CJ)(relation);
    if (!name)
        return reads(of, scene);
    return [isFrom ? (0,touch/* touch */._M)((0,schema_objects/* fullName */.fq)(name), touch.RX) : (0,touch/* touch */._M)((0,schema_objects/* fullName */.fq)(name), touch.AS, 'scan')];
};

;// CONCATENATED MODULE: ./build/schema/footprint/create.js
/** CREATE of all kinds: what it does to relations that are there already. */






const createTable = (node, scene) => {
    const create = (0,ast/* nodeOf */.E7)(node, 'CreateStmt') ?? (0,ast/* nodeOf */.E7)(node, 'CreateForeignTableStmt')?.base;
    const name = (0,ast/* relationName */.CJ)(create?.relation);
    if (!create || !name)
        return [];
    const table = (0,schema_objects/* fullName */.fq)(name);
    if (create.if_not_exists && !(0,touch/* isMissing */.b2)(table, scene.schema))
        return [];
    const [parent = ''] = (0,touch/* namesIn */.wX)(create.inhRelations);
    const parents = create.partbound
        ? (0,partitions/* partitionOf */.iQ)(parent, scene)
        : (0,touch/* namesIn */.wX)(create.inhRelations).map((one) => (0,touch/* touch */._M)(one, touch/* SUX */.X_));
    const likes = (create.tableElts ?? []).flatMap((element) => (0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(element, 'TableLikeClause')?.relation), touch.AS));
    const keys = (0,foreign_keys/* constraintsIn */.qC)(create.tableElts).flatMap((constraint) => (0,foreign_keys/* references */.Ft)(constraint, scene));
    return [...parents, ...likes, ...keys].filter(({ relation }) => relation !== table);
};
const createTableAs = (node, scene) => {
    const as = (0,ast/* nodeOf */.E7)(node, 'CreateTableAsStmt');
    const name = (0,ast/* relationName */.CJ)(as?.into?.rel);
    if (as?.if_not_exists && name && !(0,touch/* isMissing */.b2)((0,schema_objects/* fullName */.fq)(name), scene.schema))
        return [];
    const touched = reads(as?.query, scene);
    return as?.into?.skipData ? touched.map((one) => ({ ...one, scans: false })) : touched;
};
const createView = (node, scene) => {
    const view = (0,ast/* nodeOf */.E7)(node, 'ViewStmt');
    const name = (0,ast/* relationName */.CJ)(view?.view);
    const there = name !== undefined && !(0,touch/* isMissing */.b2)((0,schema_objects/* fullName */.fq)(name), scene.schema);
    return [
        ...(there ? (0,touch/* touchNamed */.H5)(name, touch.AX) : []),
        // Nothing is read through another view before the new one is queried.
        ...relationsIn(view?.query).map(({ relation }) => (0,touch/* touch */._M)(relation, touch.AS)),
    ];
};
const createTrigger = (node, scene) => {
    const trigger = (0,ast/* nodeOf */.E7)(node, 'CreateTrigStmt');
    const name = (0,ast/* relationName */.CJ)(trigger?.relation);
    if (!name)
        return [];
    return trigger?.row ? (0,touch/* touchTree */.Ks)((0,schema_objects/* fullName */.fq)(name), touch/* SRX */.Ex, scene) : [(0,touch/* touch */._M)((0,schema_objects/* fullName */.fq)(name), touch/* SRX */.Ex)];
};
const createRule = (node) => (0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(node, 'RuleStmt')?.relation), touch.AX);
const createPolicy = (node, scene) => {
    const policy = (0,ast/* nodeOf */.E7)(node, 'CreatePolicyStmt') ?? (0,ast/* nodeOf */.E7)(node, 'AlterPolicyStmt');
    return [
        ...(0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)(policy?.table), touch.AX),
        ...reads([policy?.qual, policy?.with_check], scene).map((one) => ({ ...one, scans: false })),
    ];
};
const createStatistics = (node) => (0,touch/* namesIn */.wX)((0,ast/* nodeOf */.E7)(node, 'CreateStatsStmt')?.relations).map((relation) => (0,touch/* touch */._M)(relation, touch/* SUX */.X_));
/** The table is named by OWNED BY. */
const sequence = (node) => {
    const alter = (0,ast/* nodeOf */.E7)(node, 'AlterSeqStmt');
    const { options } = alter ?? (0,ast/* nodeOf */.E7)(node, 'CreateSeqStmt') ?? {};
    const option = (options ?? [])
        .flatMap((item) => (0,ast/* nodeOf */.E7)(item, 'DefElem') ?? [])
        .find(({ defname }) => defname === 'owned_by');
    const column = (0,ast/* nodeOf */.E7)(option?.arg, 'List')?.items ?? [];
    const owner = column.length > 1 ? (0,ast/* listName */.sY)({ List: { items: column.slice(0, -1) } }) : undefined;
    return [...(0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)(alter?.sequence), touch/* SRX */.Ex), ...(0,touch/* touchNamed */.H5)(owner, touch.AS)];
};
const publication = (node) => {
    const { pubobjects } = (0,ast/* nodeOf */.E7)(node, 'CreatePublicationStmt') ?? (0,ast/* nodeOf */.E7)(node, 'AlterPublicationStmt') ?? {};
    return (pubobjects ?? []).flatMap((item) => (0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(item, 'PublicationObjSpec')?.pubtable?.relation), touch/* SUX */.X_));
};

// EXTERNAL MODULE: ./build/schema/effects/effect.js
var effect = __webpack_require__(43882);
;// CONCATENATED MODULE: ./build/schema/footprint/drop.js








const simply = (names) => names.map((name) => (0,touch/* touch */._M)(name, touch.AX));
const DROPPERS = {
    OBJECT_TABLE: (names, { behavior }, scene) => names.flatMap((table) => dropTable(table, behavior === 'DROP_CASCADE', scene)),
    OBJECT_INDEX: (names, { concurrent = false }, scene) => dropIndexes(names, concurrent, scene),
    OBJECT_VIEW: simply,
    OBJECT_MATVIEW: simply,
    OBJECT_SEQUENCE: simply,
    OBJECT_FOREIGN_TABLE: simply,
    OBJECT_SCHEMA: (names, { behavior }, scene) => behavior === 'DROP_CASCADE' ? names.flatMap((name) => dropSchema(name, scene)) : [],
    OBJECT_TYPE: dropType,
    OBJECT_DOMAIN: dropType,
};
/** With CASCADE the columns of the type go. */
function dropType(names, { behavior }, { schema }) {
    if (behavior !== 'DROP_CASCADE')
        return [];
    return names.flatMap((name) => (0,domains/* tablesWith */.KW)(name, schema)).map((table) => (0,touch/* touch */._M)(table, touch.AX));
}
function dropTable(table, cascade, scene) {
    const { schema } = scene;
    const gone = (0,touch/* treeOf */.g7)(table, schema);
    return [
        ...gone.map((one) => (0,touch/* touch */._M)(one, touch.AX)),
        ...(0,partitions/* aroundDropped */.yz)(table, scene),
        ...gone.flatMap((one) => (0,foreign_keys/* referencedBy */.bC)(one, touch.AX, scene)),
        ...(cascade ? gone.flatMap((one) => (0,foreign_keys/* referencing */.N4)(one, touch.AX, scene)) : []),
        ...(cascade ? viewsOn(gone, scene).map((view) => (0,touch/* touch */._M)(view, touch.AX)) : []),
    ];
}
/** The views that read one of the relations, or a view on one. */
function viewsOn(relations, scene) {
    const views = [...scene.schema.every('view'), ...scene.schema.every('materialized view')];
    const found = new Set(relations);
    for (const before = new Set(); before.size < found.size;) {
        for (const name of found)
            before.add(name);
        for (const { name, facts } of views)
            if (facts?.reads?.some((read) => found.has(read)))
                found.add(name);
    }
    return [...found].filter((name) => !relations.includes(name));
}
function dropSchema(schema, scene) {
    const inside = ({ name }) => name.startsWith(`${schema}.`);
    return [
        ...scene.schema
            .every('table')
            .filter(inside)
            .flatMap(({ name }) => dropTable(name, true, scene)),
        ...[...scene.schema.every('view'), ...scene.schema.every('materialized view')]
            .filter(inside)
            .map(({ name }) => (0,touch/* touch */._M)(name, touch.AX)),
    ];
}
const OF_TABLE = new Set(['OBJECT_TRIGGER', 'OBJECT_POLICY', 'OBJECT_RULE']);
const drop = (node, scene) => {
    const statement = (0,ast/* nodeOf */.E7)(node, 'DropStmt');
    if (!statement?.removeType)
        return [];
    const ofTable = OF_TABLE.has(statement.removeType);
    const names = (statement.objects ?? []).flatMap((object) => (ofTable ? tableOf(object) : nameOf(object)) ?? []);
    const kind = statement.removeType === 'OBJECT_INDEX' ? 'index' : 'table';
    const there = names.filter((name) => !statement.missing_ok || name === schemaName(name) || !(0,touch/* isAbsent */.W0)(name, scene.schema, kind));
    if (ofTable)
        return there.map((table) => (0,touch/* touch */._M)(table, touch.AX));
    return DROPPERS[statement.removeType]?.(there, statement, scene) ?? [];
};
/** Schemas have no dot in their name, and are looked into as they are. */
function schemaName(name) {
    return name.includes('.') ? undefined : name;
}
function nameOf(object) {
    const schema = (0,ast/* nodeOf */.E7)(object, 'String')?.sval;
    if (schema !== undefined)
        return schema;
    const name = (0,ast/* nodeOf */.E7)(object, 'TypeName') ? (0,effect/* dotted */.Bs)((0,ast/* nodeOf */.E7)(object, 'TypeName')?.names) : (0,ast/* listName */.sY)(object);
    return name && (0,schema_objects/* fullName */.fq)(name);
}
/** The table of a trigger, policy or rule: what precedes its name. */
function tableOf(object) {
    const table = (0,ast/* listName */.sY)({ List: { items: ((0,ast/* nodeOf */.E7)(object, 'List')?.items ?? []).slice(0, -1) } });
    return table && (0,schema_objects/* fullName */.fq)(table);
}
/** With CASCADE all tables that reference it are emptied, too. The files that it makes are empty: nothing is read. */
const truncate = (node, scene) => {
    const statement = (0,ast/* nodeOf */.E7)(node, 'TruncateStmt');
    const emptied = new Set((0,touch/* namesIn */.wX)(statement?.relations));
    if (statement?.behavior === 'DROP_CASCADE') {
        for (const table of emptied) {
            for (const { table: child } of scene.schema.foreignKeysTo(table))
                if (child !== undefined)
                    emptied.add(child);
        }
    }
    return [...emptied].flatMap((table) => (0,touch/* touchTree */.Ks)(table, touch.AX, scene));
};

;// CONCATENATED MODULE: ./build/schema/footprint/maintenance.js




/** Those of the tables that it names. */
const vacuum = (node, scene) => {
    const statement = (0,ast/* nodeOf */.E7)(node, 'VacuumStmt');
    const tables = (0,touch/* namesIn */.wX)((statement?.rels ?? []).flatMap(relationIn));
    const full = statement?.is_vacuumcmd && (0,ast/* hasOption */.Kz)(statement.options, 'full');
    return tables.flatMap((table) => (0,touch/* touchTree */.Ks)(table, full ? touch.AX : touch/* SUX */.X_, scene, full ? 'rewrite' : undefined));
};
function relationIn(item) {
    const relation = (0,ast/* nodeOf */.E7)(item, 'VacuumRelation')?.relation;
    return relation ? [{ RangeVar: relation }] : [];
}
const cluster = (node) => (0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(node, 'ClusterStmt')?.relation), touch.AX, 'rewrite');
const refresh = (node, { schema }) => {
    const statement = (0,ast/* nodeOf */.E7)(node, 'RefreshMatViewStmt');
    const name = (0,ast/* relationName */.CJ)(statement?.relation);
    if (!statement || !name)
        return [];
    const view = (0,schema_objects/* fullName */.fq)(name);
    if (statement.skipData)
        return [(0,touch/* touch */._M)(view, touch.AX)];
    const sources = schema.find('materialized view', view)?.facts?.reads ?? [];
    return [
        statement.concurrent ? (0,touch/* touch */._M)(view, 'EXCLUSIVE', 'scan') : (0,touch/* touch */._M)(view, touch.AX, 'rewrite'),
        ...sources.map((source) => (0,touch/* touch */._M)(source, touch.AS, 'scan')),
    ];
};
const lockTable = (node, scene) => {
    const { relations, mode = sql_locks/* LOCK_MODES */.bx.length } = (0,ast/* nodeOf */.E7)(node, 'LockStmt') ?? {};
    const lock = sql_locks/* LOCK_MODES */.bx[mode - 1] ?? touch.AX;
    // A view's tables are locked with it.
    return (0,touch/* namesIn */.wX)(relations)
        .flatMap((name) => (0,touch/* readThrough */.ir)(name, scene.schema))
        .flatMap((name) => (0,touch/* touchTree */.Ks)(name, lock, scene));
};

;// CONCATENATED MODULE: ./build/schema/footprint/rename.js
/** RENAME, SET SCHEMA and COMMENT. */



const OF_RELATION = new Set(['OBJECT_TABCONSTRAINT', 'OBJECT_TRIGGER', 'OBJECT_POLICY', 'OBJECT_RULE']);
const RELATION = new Set(['OBJECT_TABLE', 'OBJECT_VIEW', 'OBJECT_MATVIEW', 'OBJECT_SEQUENCE', 'OBJECT_FOREIGN_TABLE']);
const rename = (node, scene) => {
    const statement = (0,ast/* nodeOf */.E7)(node, 'RenameStmt');
    const name = (0,ast/* relationName */.CJ)(statement?.relation);
    const type = statement?.renameType ?? 'OBJECT_TYPE';
    const kind = type === 'OBJECT_INDEX' ? 'index' : 'table';
    if (!statement || !name || (statement.missing_ok && (0,touch/* isAbsent */.W0)((0,schema_objects/* fullName */.fq)(name), scene.schema, kind)))
        return [];
    if (type === 'OBJECT_INDEX')
        return [(0,touch/* touch */._M)((0,schema_objects/* fullName */.fq)(name), touch/* SUX */.X_)];
    if (type === 'OBJECT_COLUMN')
        return (0,touch/* touchTree */.Ks)((0,schema_objects/* fullName */.fq)(name), touch.AX, scene);
    return RELATION.has(type) || OF_RELATION.has(type) ? [(0,touch/* touch */._M)((0,schema_objects/* fullName */.fq)(name), touch.AX)] : [];
};
const setSchema = (node, scene) => {
    const statement = (0,ast/* nodeOf */.E7)(node, 'AlterObjectSchemaStmt');
    const name = (0,ast/* relationName */.CJ)(statement?.relation);
    if (!name || (statement?.missing_ok && (0,touch/* isAbsent */.W0)((0,schema_objects/* fullName */.fq)(name), scene.schema)))
        return [];
    return RELATION.has(statement?.objectType ?? '') ? [(0,touch/* touch */._M)((0,schema_objects/* fullName */.fq)(name), touch.AX)] : [];
};
const comment = (node) => {
    const { objtype = 'OBJECT_TYPE', object } = (0,ast/* nodeOf */.E7)(node, 'CommentStmt') ?? {};
    const name = (0,ast/* listName */.sY)(object);
    if (RELATION.has(objtype) || objtype === 'OBJECT_INDEX')
        return (0,touch/* touchNamed */.H5)(name, touch/* SUX */.X_);
    const parts = ((0,ast/* nodeOf */.E7)(object, 'List')?.items ?? []).map((item) => (0,ast/* nodeOf */.E7)(item, 'String')?.sval ?? '');
    const owner = (0,ast/* namesToQualified */.qO)(parts.slice(0, -1));
    if (objtype === 'OBJECT_COLUMN')
        return (0,touch/* touchNamed */.H5)(owner, touch/* SUX */.X_);
    return OF_RELATION.has(objtype) ? (0,touch/* touchNamed */.H5)(owner, touch.AS) : [];
};

;// CONCATENATED MODULE: ./build/schema/footprint/index.js











/**
 * One entry for each relation that existed before, with the strongest lock. Exact for tables and views; indexes and sequences
 * are in it where the statement names them. Without what runs row by row (triggers, foreign keys' checks) and what a DO
 * block or a function does. `version`: null if not set.
 */
function footprint(node, schema, version) {
    const [tag = ''] = Object.keys(node ?? {});
    const read = READERS[tag];
    return node && read ? (0,touch/* merged */.Zu)(read(node, { schema, version })) : [];
}
const READERS = {
    AlterDomainStmt: domains/* alterDomain */.Po,
    AlterObjectSchemaStmt: setSchema,
    AlterPolicyStmt: createPolicy,
    AlterPublicationStmt: publication,
    AlterSeqStmt: sequence,
    AlterTableStmt: alterTable,
    ClusterStmt: cluster,
    CommentStmt: comment,
    CopyStmt: copy,
    CreateForeignTableStmt: createTable,
    CreatePolicyStmt: createPolicy,
    CreatePublicationStmt: publication,
    CreateSeqStmt: sequence,
    CreateStatsStmt: createStatistics,
    CreateStmt: createTable,
    CreateTableAsStmt: createTableAs,
    CreateTrigStmt: createTrigger,
    DeclareCursorStmt: (node, scene) => query((0,ast/* nodeOf */.E7)(node, 'DeclareCursorStmt')?.query ?? node, scene),
    DeleteStmt: query,
    DropStmt: drop,
    ExplainStmt: explain,
    GrantStmt: (node, { version }) => {
        const grant = (0,ast/* nodeOf */.E7)(node, 'GrantStmt');
        const isTable = grant?.objtype === 'OBJECT_TABLE' && grant.targtype === 'ACL_TARGET_OBJECT';
        if (!isTable || !(0,versions/* has */.zy)('grantLocksTables', version, 'as newest'))
            return [];
        return (0,touch/* namesIn */.wX)(grant.objects).map((relation) => (0,touch/* touch */._M)(relation, touch.AS));
    },
    IndexStmt: createIndex,
    InsertStmt: query,
    LockStmt: lockTable,
    MergeStmt: query,
    RefreshMatViewStmt: refresh,
    ReindexStmt: reindex,
    RenameStmt: rename,
    RuleStmt: createRule,
    SelectStmt: query,
    TruncateStmt: truncate,
    UpdateStmt: query,
    VacuumStmt: vacuum,
    ViewStmt: createView,
};

// EXTERNAL MODULE: ./build/schema/index-use.js
var index_use = __webpack_require__(80340);
// EXTERNAL MODULE: ./build/sql/runs.js
var runs = __webpack_require__(28293);
// EXTERNAL MODULE: ./build/verdict/fact.js
var verdict_fact = __webpack_require__(20638);
// EXTERNAL MODULE: ./build/lint/checks.js
var checks = __webpack_require__(73983);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
;// CONCATENATED MODULE: ./build/lint/configure.js
/** Which rules are on, how severe they are and with which options: what the settings say, held against the rules. */


/** `known` names all that can be reported, rules and built-in checks. Pure. */
function configure(rules, known, { preset, rules: wishes }) {
    const byId = new Map(rules.map((rule) => [rule.id, rule]));
    const levels = {};
    const options = new Map();
    const ignore = new Map();
    const problems = [];
    for (const [id, wish] of Object.entries(wishes)) {
        if (!known.has(id)) {
            const hint = (0,settings_wrong/* didYouMean */.au)(id, [...known]) || ' migration-safety rules lists them.';
            problems.push({ path: [id], message: `there is no rule "${id}".${hint}` });
            continue;
        }
        const { severity, ignore: globs, ...given } = typeof wish === 'string' ? { severity: wish } : wish;
        if (severity !== undefined)
            levels[id] = severity;
        if (globs !== undefined)
            ignore.set(id, [globs].flat());
        const { values, wrong } = parseOptions(byId.get(id), given);
        options.set(id, values);
        problems.push(...wrong.map(({ path, message }) => ({ path: [id, ...path], message: `${id}: ${message}` })));
    }
    const wanted = rules.filter((rule) => preset === 'strict' || rule.preset !== 'strict' || levels[rule.id]);
    for (const { id } of rules.filter((rule) => !wanted.includes(rule)))
        levels[id] = 'off';
    for (const rule of wanted)
        if (!options.has(rule.id))
            options.set(rule.id, defaultOptions(rule));
    return { rules: wanted, options, levels, ignore, problems };
}
/** The rule's options where the settings give none. */
function defaultOptions(rule) {
    return parseOptions(rule, {}).values;
}
/** The entries of a rule's options, by name. */
function optionNames({ options }) {
    return options && 'entries' in options ? Object.keys(options.entries) : [];
}
function parseOptions(rule, given) {
    const names = rule ? optionNames(rule) : [];
    const wrong = Object.keys(given)
        .filter((name) => !names.includes(name))
        .map((name) => {
        const all = ['severity', 'ignore', ...names];
        return {
            path: [name],
            message: `there is no option "${name}".${(0,settings_wrong/* didYouMean */.au)(name, all)} Known: ${all.join(', ')}.`,
        };
    });
    if (wrong.length > 0 || rule?.options === undefined)
        return { values: {}, wrong };
    const result = (0,dist/* safeParse */.xLC)(rule.options, given);
    if (result.success)
        return { values: result.output, wrong };
    return {
        values: {},
        wrong: result.issues.map((issue) => {
            const keys = (issue.path ?? []).map(({ key }) => String(key));
            return { path: keys, message: `${keys.join('.')}: ${(0,settings_wrong/* wrongValue */.NT)(issue)}` };
        }),
    };
}

;// CONCATENATED MODULE: ./build/lint/context.js
class Context {
    options;
    report;
    once;
    #shared;
    constructor(rule, options, shared) {
        this.options = options;
        this.#shared = shared;
        this.report = (problem) => this.#at.predictions.push(shared.predict(rule, problem, this.#at));
        this.once = () => !this.#at.asked.has(rule.id) && this.#at.asked.add(rule.id).has(rule.id);
    }
    get migration() {
        return this.#at.migration;
    }
    get script() {
        return this.#at.script;
    }
    get run() {
        return this.#at.run;
    }
    get schema() {
        return this.#at.schema;
    }
    get session() {
        return this.#at.session;
    }
    get held() {
        return this.#at.held;
    }
    get footprint() {
        return this.#at.footprint;
    }
    get postgresVersion() {
        return this.#shared.postgresVersion;
    }
    get #at() {
        if (this.#shared.at === undefined)
            throw new Error('a rule is asked for nothing');
        return this.#shared.at;
    }
}

// EXTERNAL MODULE: ./build/lint/rule.js
var rule = __webpack_require__(25796);
;// CONCATENATED MODULE: ./build/lint/dispatch.js

class Dispatch {
    #checks;
    #byRole = new Map();
    constructor(rules, contextOf) {
        this.#checks = rules.map((rule) => {
            const context = contextOf(rule);
            return { rule, check: (statement) => rule.check(statement, context) };
        });
    }
    /** In the rules' order, for statements of a kind (the parse tree's tag) in scripts of a role. */
    checksFor(role, kind) {
        const byKind = this.#byRole.get(role) ?? new Map();
        this.#byRole.set(role, byKind);
        const known = byKind.get(kind);
        if (known !== undefined)
            return known;
        const wanted = this.#checks
            .filter(({ rule: { roles = rule/* DEFAULT_ROLES */.q, statements } }) => roles.includes(role) && (statements?.includes(kind) ?? true))
            .map(({ rule, check }) => ({ rule: rule.id, check }));
        byKind.set(kind, wanted);
        return wanted;
    }
}

// EXTERNAL MODULE: ./build/lint/facts/down.js
var facts_down = __webpack_require__(96630);
// EXTERNAL MODULE: ./build/lint/facts/held.js
var held = __webpack_require__(91921);
// EXTERNAL MODULE: ./build/lint/facts/same-transaction.js
var same_transaction = __webpack_require__(97385);
;// CONCATENATED MODULE: ./build/lint/failures.js
/** What broke in the linter itself: one broken rule must neither cost the other findings nor look like a rule that found nothing. */


/** Further places that are named. */
const MOST_PLACES = 10;
/** The failures in one script. */
class Failures {
    #script;
    #byPart = new Map();
    constructor(script) {
        this.#script = script;
    }
    /** Runs a part of the linter, such as a rule, for a statement; undefined where it breaks. */
    attempt(part, statement, run) {
        try {
            return run();
        }
        catch (error) {
            const known = this.#byPart.get(part) ?? { error, statements: [] };
            this.#byPart.set(part, known);
            if (known.statements.at(-1) !== statement)
                known.statements.push(statement);
            return undefined;
        }
    }
    /** One finding for each part, at the first statement that it broke at. */
    findings() {
        const { path } = this.#script.file;
        return [...this.#byPart].flatMap(([part, { error, statements }]) => {
            const [first, ...others] = statements;
            if (first === undefined)
                return [];
            const at = others.length === 0 ? 'at this statement' : `at this statement and ${others.length} more`;
            const message = `${part} broke ${at} (${(0,internal_error/* inShort */.wZ)(error)}): that is a bug of migration-safety. What it looks for was not checked there; all other findings stand.`;
            const related = others.slice(0, MOST_PLACES).map(({ location }) => ({ ...location, message: 'here, too' }));
            const extra = { statement: first.sql, ...(related.length > 0 && { related }) };
            const finding = (0,checks/* lintFinding */.D)('internal-error', first.location, message, extra);
            return [{ finding, at: { path, start: first.start } }];
        });
    }
}

// EXTERNAL MODULE: ./build/schema/effects/index.js + 8 modules
var effects = __webpack_require__(16202);
;// CONCATENATED MODULE: ./build/lint/help/old-rollback.js



/** A sentence; undefined where there is nothing to be done about it. */
function oldRollback({ steps, before, both }, { up, down }, replaced) {
    if (before || both || !up.statements.includes(replaced) || !down?.statements.some(isWork))
        return undefined;
    const others = up.statements.filter((one) => one !== replaced && isWork(one));
    if (others.length === 0) {
        const [{ down: known, oneWay }] = steps;
        return steps.length === 1 && known === null && oneWay === undefined
            ? 'This migration’s rollback becomes the new file’s.'
            : undefined;
    }
    const own = keysOf(replaced);
    for (const one of others)
        for (const key of keysOf(one))
            own.delete(key);
    const undone = down.statements.filter((one) => {
        const keys = [...keysOf(one)];
        return keys.length > 0 && keys.every((key) => own.has(key));
    });
    if (undone.length === 0)
        return undefined;
    const what = undone.map(({ sql, location }) => `line ${location.line} (${(0,words/* code */.a)(`${oneLine(sql)};`)})`).join(', ');
    return `Take ${what} out of this migration’s rollback: the new files’ rollbacks do that.`;
}
function isWork({ kind }) {
    return kind !== 'TransactionStmt' && kind !== 'VariableSetStmt';
}
const oneLine = (sql) => sql.replace(/\s+/g, ' ');
/** The objects that it names; what belongs to a table is more than the table. */
function keysOf({ node }) {
    return new Set((0,effects/* effectsOf */.w)(node).flatMap(({ object, implied }) => (implied ? [] : [(0,schema_objects/* objectKey */.T5)(object)])));
}

// EXTERNAL MODULE: ./build/lint/help/way-out.js
var way_out = __webpack_require__(25740);
;// CONCATENATED MODULE: ./build/lint/help/recipe.js


/** The recipe in words, with the files that have to be made, ready to paste. */
function recipeHelp(recipe, { migration, script }) {
    const writing = migration.undecided ? undefined : (0,way_out/* writingOf */.I2)(migration);
    if ((script.role !== 'up' && !recipe.both) || writing === undefined)
        return inline(recipe, { migration, script });
    const { wayOut, besides, besidesOutside, appends, listing } = writing;
    if (recipe.steps.some((step) => !isWritten(step, wayOut)))
        return byHand(recipe, migration);
    const drafts = draftsOf(recipe, writing);
    const files = drafts.flatMap((draft, at) => {
        const step = recipe.steps[at];
        return [
            step && !isTaken(step, wayOut) ? beforehand(step, writing, migration) : [],
            ...filesOf(draft, writing, migration).map(({ path, text }) => appends ? text.trimEnd() : `\`${path}\`:\n${text.trimEnd()}`),
            step?.after ?? [],
        ].flat();
    });
    const paths = drafts.map((draft) => filesOf(draft, writing, migration)[0]?.path ?? '');
    return [
        `${recipe.says} ${insteadOf(recipe, writing)}`,
        appends ? `\`${paths[0]}\`, at its end:` : [],
        ...files.flat(),
        listing?.(paths, recipe.before === true) ?? [],
        besides ?? [],
        (recipe.steps.some(({ outside, sql }) => outside && /\bconcurrently\b/i.test(String(sql))) && besidesOutside) || [],
    ]
        .flat()
        .join('\n');
}
/** The recipe's migrations, to be written with versions of one's own: `<version>` stands for them. */
function draftsOf({ steps }, { transaction, wayOut }, version = (_) => '<version>') {
    return steps.map((step, at) => {
        if (step.within && !isTaken(step, wayOut))
            return { version: version(at), ...answered(step, step.within) };
        const { name, sql, locks = false, outside = false, down, downApart, downTogether, oneWay } = step;
        const apart = transaction === 'autocommit' ? downApart : undefined;
        // A mark that takes the file out of its transaction is for both directions: a block is one statement there.
        const takesSeveral = !outside || transaction === 'autocommit' || transaction === 'single-query';
        const together = (text) => (takesSeveral ? asOne(text, true, transaction) : asBlock(text));
        const back = typeof down === 'string' ? (outside && !downTogether ? down : together(down)) : null;
        return {
            ...{ version: version(at), name, outside },
            up: outside ? sql : asOne(sql, locks, transaction),
            down: apart ?? back,
            ...(apart === undefined && oneWay !== undefined && { oneWay }),
            ...(down === null && { unknownDown: true }),
        };
    });
}
const BACKWARDS = [
    [/^create\b/i, 'index-not-concurrent'],
    [/\battach partition\b/i, 'attach-partition-scan'],
    [/^/, 'drop-index-not-concurrent'],
];
/** Where no rows are the tool’s transaction does no harm; elsewhere it was done beforehand. */
function answered({ name, down: way, oneWay }, { sql, down, answers }) {
    const text = (answer, one) => `-- migration-safety: ignore-file ${answer}\nSET LOCAL lock_timeout = '2s';\n${one}`;
    const [, rule] = BACKWARDS.find(([form]) => form.test(down ?? '')) ?? [];
    const back = `${rule} the tool has no way without a transaction, and gives up soon`;
    return {
        ...{ name, outside: false },
        up: text(`${answers.join(', ')} run by hand beforehand, without blocking, where there are rows`, sql),
        down: down === undefined ? null : text(back, down),
        ...(oneWay !== undefined && { oneWay }),
        ...(down === undefined && way === null && { unknownDown: true }),
    };
}
/** What somebody runs where the file can’t. */
function beforehand({ sql }, { wayOut }, migration) {
    const command = wayOut && 'recorded' in wayOut ? wayOut.recorded : undefined;
    const noted = command === undefined ? '' : `, then \`${command}\`, which notes the next file as applied`;
    return [
        `${(0,way_out/* toolOf */.wS)(migration)} runs each file in a transaction. In each database that holds rows, run this with psql first${noted}:`,
        sql,
    ];
}
const COMMENTS = /^(?:--[^\n]*\n)*/;
/** A step's statements take effect together: what stands between two of them could be lost, and what fails leaves nothing half done. */
function asOne(sql, locks, transaction) {
    const isOpen = transaction !== 'autocommit';
    const isSeveral = !isOpen && isMany(sql);
    const limit = locks ? `${isOpen || isSeveral ? 'SET LOCAL' : 'SET'} lock_timeout = '2s';\n` : '';
    if (!isSeveral)
        return `${limit}${sql}`;
    // What speaks for the whole file stands at its top.
    const [head = ''] = COMMENTS.exec(sql) ?? [];
    return `${head}BEGIN;\n${limit}${sql.slice(head.length)}\nCOMMIT;`;
}
function asBlock(sql) {
    return `DO $$\nBEGIN\n  SET LOCAL lock_timeout = '2s';\n  ${sql.replaceAll('\n', '\n  ')}\nEND\n$$;`;
}
/** Whether it is more than one statement. */
function isMany(sql) {
    return (0,lexer/* lex */.Ii)(sql).statements.length > 1;
}
/** Rollbacks are written where the project has some. */
function filesOf(draft, { files, forward }, { oneWay }) {
    return (oneWay && forward ? forward : files)(draft);
}
function insteadOf({ steps: { length }, before, both }, { transaction }) {
    const also = both ? ' and of what it takes back' : '';
    const where = before ? 'Before' : 'Instead of';
    if (length === 1)
        return `${where} this statement${also}, a migration of its own, with nothing else in it:`;
    const together = transaction === 'per-run' ? ' (all that are pending share one transaction)' : '';
    return `${where} this statement${also}, ${length} migrations, each deployed after the one before${together}:`;
}
/** Where nobody knows how its files are written, and in rollbacks. */
function inline({ says, steps }, { migration, script }) {
    const outside = steps.some((step) => step.outside);
    const byHand = steps.length > 1 && script.role === 'down' && script.transaction !== 'autocommit';
    const isMixed = outside && steps.some((step) => !step.outside);
    const sql = steps.flatMap((step) => [
        ...(isMixed && step.outside ? ['-- outside a transaction'] : []),
        step.sql,
        ...(step.after ? [step.after.replace(/^/gm, '-- ')] : []),
    ]);
    const advice = outside && !byHand && (0,way_out/* writingOf */.I2)(migration)?.wayOut ? [(0,way_out/* wayOutAdvice */.qo)(migration)] : [];
    return [`${says} ${byHand ? BY_HAND : recipe_inOrder(steps, isMixed)}`, ...sql, ...advice].join('\n');
}
const BY_HAND = 'A rollback is sent in one transaction: where there are many rows, run these by hand in its place, one by one:';
function recipe_inOrder(steps, isMixed) {
    const outside = steps.some((step) => step.outside);
    if (steps.length === 1)
        return outside ? 'Outside a transaction:' : 'Instead:';
    if (outside && !isMixed)
        return 'Run these one by one, outside a transaction:';
    return `Run these one by one, each in a transaction of its own${isMixed ? ', but outside of any what says so' : ''}:`;
}
/** The tool can't run it: somebody does, and says so. */
function byHand(recipe, migration) {
    const sql = recipe.steps.map((step) => step.sql);
    return [
        `${recipe.says} ${(0,way_out/* toolOf */.wS)(migration)} can’t run all of this, for lack of a file without a transaction. Leave the statement out of the migration, and run this apart from it, statement by statement:`,
        ...sql,
    ].join('\n');
}
/** Whether it can be a file of the tool’s. */
function isWritten(step, way) {
    return step.within !== undefined || isTaken(step, way);
}
/** Whether the tool can run it: a statement outside a transaction only where it has a way for that. */
function isTaken({ outside, sql }, way) {
    if (!outside || way === undefined)
        return true;
    return !('none' in way) && !('mark' in way && way.takes && !way.takes.test(sql));
}

;// CONCATENATED MODULE: ./build/lint/lint.js
/** Runs the rules over the changed migrations. Pure: no server is asked. */

















/**
 * What the rules say about the changed migrations, in order. `schema` is the schema before the first of them; it is
 * taken over to what the migrations leave.
 */
function lint(migrations, schema, options) {
    const linter = new Linter(schema, options);
    return linter.settled((0,runs/* runsOf */.k)(migrations).flatMap((run) => linter.lint(run)));
}
/** The same for one run after another: what it has seen may be forgotten. */
class Linter {
    #schema;
    #run;
    /** `schema` is taken over to what the migrations leave. */
    constructor(schema, options) {
        this.#schema = schema;
        const shared = {
            at: undefined,
            postgresVersion: options.postgresVersion,
            predict: (rule, problem, at) => predict(rule, problem, at),
        };
        const contextOf = (rule) => new Context(rule, options.options?.get(rule.id) ?? defaultOptions(rule), shared);
        this.#run = { ...options, dispatch: new Dispatch(options.rules, contextOf), shared };
    }
    /** Migrations that share a transaction, in order, or one. */
    lint(run) {
        const predictions = [];
        const add = (found) => {
            for (const prediction of found)
                predictions.push(prediction);
        };
        const ups = lint_together(run.map(({ up }) => up));
        for (const migration of run) {
            qualifyAll(migration, this.#schema);
            const { up, verify, maintenance, down } = migration;
            add(lintScript({ script: up, migration, ...ups }, this.#schema, this.#run));
            // What SQL made at run time has created can't be seen from a name: a rollback may be about that.
            const isTold = this.#schema.isPartial && (0,facts_down/* readable */.HD)(up);
            for (const script of [verify, maintenance, down]) {
                if (!script)
                    continue;
                const its = { script, migration, ...lint_together([script]) };
                add(lintScript(its, this.#schema.fork({ partial: isTold }), this.#run));
            }
        }
        return predictions;
    }
    /** Without what a later migration of the change mends. */
    settled(predictions) {
        return predictions.filter((prediction) => {
            const { unless } = prediction;
            if (MENDED.get(prediction)?.(this.#schema))
                return false;
            return !unless || !(0,index_use/* hasIndexOn */.o)(this.#schema, unless.table, unless.indexOn);
        });
    }
}
/** Under the search_path that each statement runs with; a rollback begins where its migration ends. */
function qualifyAll({ up, down }, schema) {
    qualifyNames(up.statements, schema);
    if (down === undefined || !/search_path/i.test(down.sql))
        return;
    const after = schema.fork();
    after.replay(up.statements, 'change', () => { });
    qualifyNames(down.statements, after);
}
function lint_together(run) {
    const statements = run.flatMap((script) => script.statements);
    let known;
    const read = () => new Map((0,schema_session/* sessions */.Mf)(statements).map((session, at) => [statements[at], session]));
    return { run, transaction: new held/* Transaction */.ZX(), sessions: () => (known ??= read()) };
}
function lintScript({ script, migration, run, transaction, ...its }, schema, { dispatch, shared, postgresVersion }) {
    const predictions = [];
    const [first] = script.statements;
    if (first === undefined)
        return script.role === 'up' ? [emptyMigration(script)] : [];
    const failures = new Failures(script);
    failures.attempt('The replay of the schema', first, () => schema.expect(script.statements));
    const states = failures.attempt('The reading of settings', first, its.sessions);
    const asked = new Set();
    for (const statement of script.statements) {
        const session = states?.get(statement) ?? new Map();
        if (statement.syntaxError)
            predictions.push(lint_syntaxError(statement));
        // A DO block is looked at as a whole, then statement by statement; a server sees them all as one.
        for (const seen of [statement, ...(statement.block?.statements ?? [])]) {
            let known;
            const locks = () => (known ??= footprint(seen.node, schema, postgresVersion));
            const held = transaction.before(seen);
            shared.at = {
                migration,
                script,
                run,
                schema,
                seen,
                statement,
                session: (0,schema_session/* insideBlock */.Sd)(session, statement.block?.statements ?? [], seen),
                held,
                footprint: locks,
                asked,
                predictions,
            };
            const said = predictions.length;
            if (seen.node !== null) {
                for (const { rule, check } of dispatch.checksFor(script.role, seen.kind)) {
                    failures.attempt(`The rule ${rule}`, statement, () => check(seen));
                }
            }
            schema.judged.settle(predictions.length > said);
            failures.attempt('The replay of locks', statement, () => transaction.after(seen, locks, schema));
            failures.attempt('The replay of the schema', statement, () => schema.apply(seen.node, 'change', seen.conditional));
        }
        if (statement.transaction.kind === 'none' || (0,same_transaction/* endsTransaction */.nF)(statement))
            schema.commit();
    }
    // The tool's transaction goes on in the next script of the run.
    if (script === run.at(-1) || script.leaves.kind === 'none')
        schema.commit();
    return [...predictions, ...failures.findings()];
}
/** What the end of the change can take back; it is asked once, and no part of what is told. */
const MENDED = new WeakMap();
function predict({ id: rule, harm }, problem, { seen, statement, migration, script }) {
    const { message, help, location = seen.location, claim, related, fixes, unless, cause, ofMigration, mended, } = problem;
    const prediction = {
        finding: {
            rule,
            severity: problem.severity ?? (0,check/* severityOf */.xJ)({ harm }),
            evidence: 'static',
            ...location,
            message,
            help: typeof help === 'string'
                ? help
                : [recipeHelp(help, { migration, script }), oldRollback(help, migration, statement) ?? []].flat().join('\n'),
            statement: seen.sql,
            ...(related && { related }),
            ...(fixes?.some(({ edits }) => edits.length > 0) && { fixes }),
        },
        at: { path: statement.location.path, start: statement.start },
        ...(claim && { claim }),
        ...(unless && { unless }),
        // With what it includes, a script is one session.
        ...(cause !== undefined && { cause: `${ofMigration ? migration.path : script.file.path} ${cause}` }),
        ...(typeof help !== 'string' && { recipe: help }),
    };
    if (mended)
        MENDED.set(prediction, mended);
    return prediction;
}
function lint_syntaxError(statement) {
    const { message, location, help, tooDeep } = statement.syntaxError ?? { message: '', location: statement.location };
    const text = tooDeep
        ? `This statement was not read: ${message}.`
        : `Postgres’ grammar refuses this statement: ${message}.`;
    return {
        finding: (0,checks/* lintFinding */.D)('syntax-error', location, text, { statement: statement.sql, ...(help && { help }) }),
        at: { path: statement.location.path, start: statement.start },
        ...(!tooDeep && { claim: (0,verdict_fact/* refused */.J5)('42601') }),
    };
}
function emptyMigration({ file }) {
    const location = { path: file.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
    return {
        finding: (0,checks/* lintFinding */.D)('empty-migration', location, 'The migration holds no statement.'),
        at: { path: file.path, start: 0 },
    };
}

// EXTERNAL MODULE: ./build/sql/made-up-roles.js + 1 modules
var made_up_roles = __webpack_require__(34289);
// EXTERNAL MODULE: ./build/sql/refuse.js
var refuse = __webpack_require__(49491);
;// CONCATENATED MODULE: ./build/lint/read-change.js
/** Reads the change: parses its scripts, with those that come before them, and lints them. */











/** The grammar is loaded only where there is something to read. */
async function readChange(found, settings, rules) {
    if (found.changed.length === 0) {
        return {
            parsed: { changed: [], baseline: [], seed: [], bootstrap: [], validation: [] },
            notes: [],
            unknown: () => [],
            lint: () => [],
        };
    }
    const grammar = await loadGrammar();
    const schema = new schema_schema/* Schema */.S({ partial: true });
    const unknown = () => judgedByName(schema, found.baseline.length > 0);
    if (settings.server === 'none') {
        // Nothing will run them: each tree goes as soon as the rules have seen it, which halves the time for a long history.
        const notes = found.baseline.flatMap((source) => {
            const script = grammar.parseScript(source);
            return [...replayed(script, schema), ...unreadBaseline(script)];
        });
        const linter = new Linter(schema, { ...rules, postgresVersion: settings.postgresVersion });
        const predictions = [];
        const changed = (0,runs/* runsOf */.k)(found.changed).flatMap((sources) => {
            const run = parseRun(sources, grammar);
            for (const prediction of linter.lint(run))
                predictions.push(prediction);
            return run.map(withoutTrees);
        });
        return {
            parsed: { changed, baseline: [], seed: [], bootstrap: [], validation: [] },
            notes,
            unknown,
            lint: () => linter.settled(predictions),
        };
    }
    const parse = (source) => grammar.parseScript(source);
    const parsed = {
        changed: (0,runs/* runsOf */.k)(found.changed).flatMap((run) => parseRun(run, grammar)),
        baseline: found.baseline.map(parse),
        seed: found.seed.map(parse),
        validation: found.validation.map(parse),
        bootstrap: settings.bootstrap.map((file) => grammar.parseScript((0,layout/* wholeFile */.A)('up', file, 'autocommit'))),
    };
    const before = [...parsed.baseline, ...parsed.seed];
    const roles = (0,made_up_roles/* madeUpRoles */._)(parsed.bootstrap, before, parsed.changed.flatMap(scriptsOf));
    if (roles)
        parsed.bootstrap.unshift(grammar.parseScript((0,layout/* wholeFile */.A)('up', roles.file, 'autocommit')));
    const broken = parsed.baseline.flatMap((script) => replayed(script, schema));
    return {
        parsed,
        notes: [...broken, ...parsed.baseline.flatMap(unreadBaseline), ...(roles?.notes ?? [])],
        unknown,
        lint: (postgresVersion) => lint(parsed.changed, schema, { ...rules, postgresVersion }),
    };
}
/** Those of one run: each begins in the transaction that the one before has left. */
function parseRun(run, grammar) {
    const parsed = [];
    for (const migration of run)
        parsed.push(parseMigration(migration, grammar, parsed.at(-1)?.up.leaves));
    return parsed;
}
function parseMigration({ up, down, verify, maintenance, ...rest }, { parseScript }, begun) {
    return {
        ...rest,
        up: parseScript(up, begun),
        ...(down && { down: parseScript(down) }),
        ...(verify && { verify: parseScript(verify) }),
        ...(maintenance && { maintenance: parseScript(maintenance) }),
    };
}
function withoutTrees(migration) {
    for (const script of [migration.up, migration.down, migration.verify, migration.maintenance]) {
        for (const statement of script?.statements ?? []) {
            statement.node = null;
            delete statement.block;
        }
    }
    return migration;
}
/** Once for each name; where there is no history at all, once for all of them. */
function judgedByName({ judged }, hasHistory) {
    const names = judged.names.map(schema_objects/* shortName */.EU);
    const [first] = names;
    if (first === undefined)
        return [];
    if (!hasHistory) {
        const reason = `there is none: what depends on ${names.length > 1 ? 'what was there before the change' : first} was judged by its name alone`;
        return [{ check: 'history', reason }];
    }
    return names.map((name) => ({
        check: name,
        reason: 'no script of the history makes it, so it was made outside of it or is not there: what depends on it was judged by its name alone',
    }));
}
/** Takes a script of the baseline over; what breaks the replay is said. */
function replayed({ file, statements }, schema) {
    const broken = [];
    qualifyNames(statements, schema);
    schema.replay(statements, 'baseline', ({ location }, error) => broken.push(`line ${location.line} (${(0,internal_error/* inShort */.wZ)(error)})`));
    if (broken.length === 0)
        return [];
    const more = broken.length > 1 ? ` and ${broken.length - 1} more` : '';
    const reason = `the replay of ${broken[0]}${more} broke, which is a bug of migration-safety: the rules don’t know what it makes`;
    return [{ check: `baseline ${file.path}`, reason }];
}
/** What psql would do with its own commands and with a dump's rows is not the schema. */
function unreadBaseline({ file, statements }) {
    const unread = statements.filter((statement) => statement.syntaxError !== undefined && !(0,refuse/* isForPsql */.gn)(statement));
    if (unread.length === 0)
        return [];
    const [first] = unread;
    const what = unread.length === 1 ? 'a statement was' : `${unread.length} statements were`;
    const reason = `${what} not understood, the first in line ${first?.location.line}: the rules don’t know what it makes`;
    return [{ check: `baseline ${file.path}`, reason }];
}

;// CONCATENATED MODULE: ./build/lint/each-alone.js






/** Of the change’s migrations but for the first, of which the check itself says it. Nothing is read before somebody asks. */
async function eachAlone(chains, options) {
    const several = chains.filter(({ changed }) => changed.length > 1);
    if (several.length === 0)
        return undefined;
    const grammar = await loadGrammar();
    const isLater = new Set(several.flatMap(({ changed }) => changed.slice(1).flatMap(scriptsOf)).map(each_alone_pathOf));
    return { isLater, findings: () => several.flatMap((chain) => saidOfEach(chain, options, grammar)) };
}
const each_alone_pathOf = ({ file }) => file.path;
function saidOfEach({ baseline, changed }, options, grammar) {
    const schema = new schema_schema/* Schema */.S({ partial: true });
    const takeOver = ({ statements }) => {
        qualifyNames(statements, schema);
        schema.replay(statements, 'baseline', () => { });
    };
    for (const source of baseline)
        takeOver(grammar.parseScript(source));
    const said = (source, at) => {
        const run = parseRun([source], grammar);
        const predictions = at === 0 ? [] : new Linter(schema.fork(), options).lint(run);
        for (const { up } of run)
            takeOver(up);
        return predictions.map(({ finding }) => finding);
    };
    return changed.flatMap(said);
}

// EXTERNAL MODULE: ./build/migrations/checks.js
var migrations_checks = __webpack_require__(16451);
// EXTERNAL MODULE: ./build/catalogue.js
var catalogue = __webpack_require__(1033);
// EXTERNAL MODULE: ./build/lint/registry.js + 250 modules
var registry = __webpack_require__(75680);
// EXTERNAL MODULE: ./build/rehearsal/checks.js
var rehearsal_checks = __webpack_require__(80895);
;// CONCATENATED MODULE: ./build/policy-of.js
/** What the settings say of the rules: which speak, how loud, and where they are passed over. */








function policyOf(rules, settings, cwd) {
    return {
        failOn: settings.failOn,
        rules: rules.levels,
        knownRules: KNOWN_RULES,
        weightOf: (rule) => WEIGHTS.get(rule) ?? 0,
        ignores: ignoresOf(rules, settings, cwd),
        needsServer: (rule) => rule in rehearsal_checks/* REHEARSAL_CHECKS */.g,
    };
}
const KNOWN_RULES = new Set(catalogue/* CHECKS */.u.map(({ id }) => id));
const WEIGHTS = new Map(catalogue/* CHECKS */.u.map(({ id, weight }) => [id, weight]));
/** Throws `UsageError` with all that is wrong in what the settings say of the rules, each with its place. */
function configureRules({ preset, rules, place }) {
    const configured = configure(registry/* RULES */.y, KNOWN_RULES, { preset, rules });
    const { problems } = configured;
    if (problems.length === 0)
        return configured;
    throw new usage_error/* UsageError */.e(problems.map(({ path, message }) => `${place(['rules', ...path])}: rules: ${message}`).join('\n'));
}
/** Settings for a binding refusal change nothing: the report says so to their author. */
function inVain({ levels, ignore }) {
    const ids = catalogue/* CHECKS */.u.flatMap(({ id, binding }) => (binding ? [id] : []));
    return ids
        .filter((id) => id in levels || ignore.has(id))
        .map((id) => ({
        check: `the setting rules.${id}`,
        reason: 'what the server refuses stays an error, whatever the settings say: take it out',
    }));
}
/** Globs in the settings are relative to the settings file, paths in the report to the working directory. */
function ignoresOf({ ignore }, { root }, cwd) {
    const matchers = new Map([...ignore].map(([rule, globs]) => [rule, picomatch(globs, { dot: true, flags: 's' })]));
    return (rule, path) => matchers.get(rule)?.((0,source/* displayPath */.Gt)((0,external_node_path_.resolve)(cwd, path), root)) ?? false;
}

// EXTERNAL MODULE: ./build/rehearsal/not-rehearsed.js
var not_rehearsed = __webpack_require__(18075);
;// CONCATENATED MODULE: ./build/report/bounds.js
/** What is quoted of a text. */
const MOST = 2000;
/** Of SQL, and of help that holds SQL to paste. */
const MOST_SQL = 8000;
const SQL = new Set(['sql', 'statement', 'help', 'missingSql', 'before', 'after']);
/** What the server says of one statement besides its result. */
const MOST_NOTICES = 20;
/** Findings in a report, and statements of a migration: more are counted, not listed. */
const MOST_ENTRIES = 10_000;
/** A repair is taken whole or not at all. */
const MOST_EDITS = 100_000;
/** The report with its texts cut, each with how much more there was. To be done last: what is compared must be whole. */
function withinBounds(report) {
    const findings = mostSevere(report.findings);
    const missing = [
        leftOut('finding', '', report.findings.length),
        ...report.migrations.map(({ path, statements }) => leftOut('statement', ` of ${path}`, statements.length)),
    ].flat();
    const migrations = report.migrations.map((one) => ({ ...one, statements: one.statements.slice(0, MOST_ENTRIES) }));
    return bounded({ ...report, findings, migrations, notChecked: [...report.notChecked, ...missing] }, '');
}
function leftOut(noun, of, count) {
    if (count <= MOST_ENTRIES)
        return [];
    const check = `${more(count - MOST_ENTRIES, noun)}${of}`;
    return [{ check, reason: 'they were looked at and count, and there are too many to list them' }];
}
/** `1,234 more statements`. */
function more(rest, noun) {
    return `${rest.toLocaleString('en-US')} more ${rest === 1 ? noun : `${noun}s`}`;
}
/** Errors first, where not all can be listed; in their order. */
function mostSevere(findings) {
    if (findings.length <= MOST_ENTRIES)
        return findings;
    const kept = new Set();
    for (const level of ['error', 'warning', 'info']) {
        for (const finding of findings)
            if (finding.severity === level && kept.size < MOST_ENTRIES)
                kept.add(finding);
    }
    return findings.filter((finding) => kept.has(finding));
}
/** Cut to `most` UTF-16 units, never through a surrogate pair, with the number of those that are left out. */
function bounds_quoted(text, most = MOST) {
    if (text.length <= most)
        return text;
    const cut = /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most;
    return `${text.slice(0, cut)}… ${more(text.length - cut, 'character')}`;
}
function boundedFinding(finding) {
    const { fixes, ...rest } = finding;
    const kept = fixes?.filter(({ edits }) => edits.reduce((sum, { text }) => sum + text.length, 0) <= MOST_EDITS);
    return { ...bounded(rest, ''), ...(kept && kept.length > 0 && { fixes: kept }) };
}
/** Paths are left alone: they name files. */
function bounded(value, key) {
    if (typeof value === 'string')
        return key === 'path' ? value : bounds_quoted(value, SQL.has(key) ? MOST_SQL : MOST);
    if (Array.isArray(value))
        return list(value, key);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, bounded(part, name)]));
}
function list(values, key) {
    if (key === 'findings')
        return values.map(boundedFinding);
    const shown = values.map((value) => bounded(value, key));
    if (key !== 'notices' || shown.length <= MOST_NOTICES)
        return shown;
    return [...shown.slice(0, MOST_NOTICES), `… ${more(shown.length - MOST_NOTICES, 'notice')}`];
}

// EXTERNAL MODULE: ./build/system/version.js + 1 modules
var version = __webpack_require__(15358);
// EXTERNAL MODULE: ./build/report-schema/words.js
var report_schema_words = __webpack_require__(93744);
;// CONCATENATED MODULE: ./build/verdict/evidence.js




/** Nothing was shown, for or against. */
const STATIC = { evidence: 'static' };
const confirmed = (proof) => ({ evidence: 'confirmed', proof });
const refuted = (proof) => ({ evidence: 'refuted', proof });
/** A claim's evidence: what refutes one of its facts refutes it, else what confirms one does, the first before the others. */
function evidenceOf(facts, at, seen, versions) {
    const judged = facts.map((fact) => unlessOtherVersion(evidenceOfFact(fact, at, seen), versions));
    const decides = (evidence) => judged.find((one) => one.evidence === evidence);
    // That it locks a table doesn't show that it fails on its rows.
    if (facts[0]?.kind === 'refused on rows')
        return decides('refuted') ?? STATIC;
    const confirms = judged.filter((one) => one.evidence === 'confirmed');
    return (decides('refuted') ??
        inWords(confirms, seen.statement(at)) ??
        judged.find(({ proof }) => proof !== undefined) ??
        STATIC);
}
/**
 * A lock shows little by itself: what the statement did under it is said as well, as far as it was seen. What is gone from the
 * catalogs comes first.
 */
function inWords([first, ...others], statement) {
    if (first?.proof === undefined)
        return first;
    const gone = (statement?.vanished ?? []).slice(0, evidence_MOST);
    const lost = gone.length > 0 ? `In the catalogs before it and not after it: ${gone.join(', ')}; ` : '';
    const did = others.flatMap(({ proof }) => (proof?.startsWith(BY) ? [proof.slice(BY.length)] : []));
    const work = did.filter((words) => !words.startsWith('took') && !words.startsWith('held'));
    return { ...first, proof: [`${lost}${first.proof}`, ...new Set(work)].join(' and ') };
}
const BY = 'Postgres ';
const evidence_MOST = 3;
/** What only the rehearsal's findings show (hazards, data) has no evidence besides. */
function evidenceOfFact(fact, at, seen) {
    if (fact.kind === 'leaves' || fact.kind === 'differs') {
        const fate = seen.fate(at, fact.object);
        // What is there is there. What isn't may be hidden: a member of an extension is in no snapshot.
        const isThere = fate === 'as before' || fate === 'changed';
        return unlessInside(fates(fact.kind, fate), seen.outside || isThere);
    }
    if (fact.kind === 'hazard' && fact.name === verdict_fact/* LEFT_OUT */.Pk && fact.of !== undefined && seen.leftOut(at, fact.of)) {
        return refuted('An INSERT that leaves it out worked after the migration');
    }
    const statement = seen.statement(at);
    if (statement === undefined)
        return STATIC;
    switch (fact.kind) {
        case 'refused':
            return evidence_answered(fact.sqlstate, statement);
        case 'lock':
            return unlessInside(locked(fact, statement), seen.outside);
        case 'scan':
            return includes(statement, statement.scans, fact.of)
                ? confirmed(`Postgres read all of ${(0,words/* code */.a)((0,schema_objects/* shortName */.EU)(fact.of))}`)
                : STATIC;
        case 'rewrite':
            return includes(statement, statement.rewrites, fact.of)
                ? confirmed(`Postgres rewrote ${(0,words/* code */.a)((0,schema_objects/* shortName */.EU)(fact.of))}`)
                : STATIC;
        default:
            return STATIC;
    }
}
function includes({ identify }, relations, name) {
    const relation = identify(name);
    return relation !== undefined && relations.includes(relation);
}
function evidence_answered(sqlstate, { refusal }) {
    if (refusal === null)
        return refuted('Postgres ran the statement');
    if (refusal.sqlstate !== sqlstate)
        return STATIC;
    return confirmed(`Postgres refused it with SQLSTATE ${sqlstate}: ${refusal.error}`);
}
function locked({ mode, on: name }, statement) {
    const { refusal, locks, keepsLocks, identify } = statement;
    const relation = identify(name);
    if (refusal !== null || locks === null || relation === undefined)
        return STATIC;
    const on = (0,words/* code */.a)((0,schema_objects/* shortName */.EU)(name));
    const its = locks.filter((lock) => lock.on === relation);
    const enough = its.find((lock) => (0,sql_locks/* compareLockModes */.tc)(lock.mode, mode) >= 0);
    if (enough) {
        const { since, mode: shown } = enough;
        return confirmed(since === undefined ? `Postgres took ${shown} on ${on}` : `Postgres held ${shown} on ${on} since ${since}`);
    }
    if (!keepsLocks)
        return STATIC;
    const [weaker] = its;
    return refuted(weaker ? `Postgres took only ${weaker.mode} on ${on}` : `Postgres took no lock on ${on}`);
}
function fates(predicted, fate) {
    if (fate === undefined)
        return STATIC;
    if (predicted === 'leaves') {
        if (fate === 'left')
            return confirmed('After the rollback it was still in the catalogs');
        const there = fate === 'as before' || fate === 'changed';
        return refuted(there ? 'It was in the catalogs before the migration' : 'After the rollback it was gone from the catalogs');
    }
    if (fate === 'never there')
        return STATIC;
    return fate === 'as before'
        ? refuted('After the rollback it was in the catalogs as before')
        : confirmed('After the rollback it was not in the catalogs as before');
}
/** What a server of another major version does says nothing against what production's would do. */
function unlessOtherVersion(judged, versions) {
    const { target = null, server = null } = versions ?? {};
    if (judged.evidence !== 'refuted' || target === null || server === null || target === server)
        return judged;
    return {
        evidence: 'static',
        proof: `PostgreSQL ${server} showed otherwise (${judged.proof}), but production is PostgreSQL ${target}`,
    };
}
/** What wasn't seen from the session that the SQL shares with us may have been hidden there. */
function unlessInside(judged, outside) {
    if (judged.evidence !== 'refuted' || outside)
        return judged;
    return {
        evidence: 'static',
        proof: `${judged.proof}, as far as the one session of the embedded server can tell, which is the SQL’s own, too`,
    };
}

;// CONCATENATED MODULE: ./build/verdict/near.js


const atStatement = (a, b) => (0,verdict_fact/* samePlace */.o0)(a.at, b.at);
const inScript = (a, b) => a.at.path === b.at.path;
const inMigration = (a, b) => a.migration === b.migration;
/** The object that the rollback leaves, or doesn't restore, is what the second run stumbles over. */
function ofObject(follower, leader) {
    const objects = leader.facts.flatMap((fact) => fact.kind === 'leaves' || fact.kind === 'differs' ? [(0,schema_objects/* lastName */.UK)(fact.object.name)] : []);
    return inMigration(follower, leader) && objects.some((name) => isNamedIn(follower.message, name));
}
/** Whether the text holds the name as a whole. */
function isNamedIn(text, name) {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`(?<![\\w$])${escaped}(?![\\w$])`).test(text);
}
/** The follower names a table that the leader says is locked. */
function ofLockedTable(follower, leader) {
    const tables = leader.facts.flatMap((fact) => (fact.kind === 'lock' ? [(0,schema_objects/* shortName */.EU)(fact.on)] : []));
    return inScript(follower, leader) && tables.some((table) => isNamedIn(follower.message, table));
}
/** The values that are lost are of the table that is locked. */
function ofTable(follower, leader) {
    const tables = leader.facts.flatMap((fact) => (fact.kind === 'lock' ? [(0,schema_objects/* shortName */.EU)(fact.on)] : []));
    const lost = follower.facts.flatMap((fact) => (fact.kind === 'lost' ? [`${fact.of}.`] : []));
    return inMigration(follower, leader) && lost.some((name) => tables.some((table) => name.startsWith(`${table}.`)));
}
/** Both are about writes to one table. */
function onItsTable(follower, leader) {
    const table = / on `([^`]+)`/.exec(follower.message)?.[1];
    return table !== undefined && inMigration(follower, leader) && isNamedIn(leader.message, table);
}
/** Postgres answered the same to both: what the follower has behind its colon ends the leader's words. */
function refusedAlike(follower, leader) {
    const answer = / after this migration: (.+ \(SQLSTATE \w+\))/.exec(follower.message)?.[1];
    const told = /^.+ \(SQLSTATE \w+\)/.exec(leader.message)?.[0];
    return answer !== undefined && told !== undefined && atStatement(follower, leader) && told.endsWith(`: ${answer}`);
}
/** The write failed inside the function that the leader is about. */
function inFunction(follower, leader) {
    const name = /in the function `"?([^`("]+)/.exec(follower.message)?.[1];
    return name !== undefined && inMigration(follower, leader) && isNamedIn(leader.message, (0,schema_objects/* lastName */.UK)(name));
}
/** All that is gone is named by the other. */
function allNamed(follower, leader) {
    const gone = follower.facts.flatMap((fact) => fact.kind === 'hazard' && fact.name === 'gone' ? (fact.of ?? []) : []);
    return (gone.length > 0 && atStatement(follower, leader) && gone.every((name) => isNamedIn(leader.message, (0,schema_objects/* lastName */.UK)(name))));
}
/** The right that the write lacks is one that the other says is lost, of the same role. */
function forItsRight(follower, leader) {
    const object = /: permission denied for \w+ (.+) \(SQLSTATE 42501\)/.exec(follower.message)?.[1];
    const role = / by the role `([^`]+)`/.exec(follower.message)?.[1];
    const lost = / lacks what the old one had \(privileges\): (.+)\.$/.exec(leader.message)?.[1];
    if (object === undefined || role === undefined || lost === undefined || !inMigration(follower, leader))
        return false;
    return isNamedIn(leader.message, object) && (isNamedIn(lost, role) || isNamedIn(lost, 'public'));
}
/** The call that Postgres can't decide is one of the function that has two forms now. */
function ofItsCall(follower, leader) {
    const called = /: function ([^(]+)\(.*\) is not unique \(SQLSTATE 42725\)/.exec(follower.message)?.[1];
    return called !== undefined && atStatement(follower, leader) && isNamedIn(leader.message, (0,schema_objects/* lastName */.UK)(called));
}
/** The write that fails is the one that the foreign key's action let through. */
function byItsForeignKey(follower, leader) {
    const [, parent = '', child = ''] = /refer to on `([^`]+)`.* on table "([^"]+)" \(SQLSTATE 23503\)/.exec(leader.message) ?? [];
    const isBoth = parent !== '' && isNamedIn(follower.message, parent) && isNamedIn(follower.message, child);
    return isBoth && inMigration(follower, leader);
}
/** Postgres refuses the write because of the very table. */
function refusesItsTable(follower, leader) {
    const table = /: cannot (?:update|delete from) table "([^"]+)" because .*\(SQLSTATE 55000\)/.exec(leader.message)?.[1];
    const said = /^Postgres refuses [^`]*`([^`]+)`/.exec(follower.message)?.[1];
    return table !== undefined && said !== undefined && (0,schema_objects/* lastName */.UK)(said) === table && atStatement(follower, leader);
}
/** Both end in the same answer of Postgres. */
function endsAlike(follower, leader) {
    const answer = /: ([^:]+ \(SQLSTATE \w+\))\.$/.exec(follower.message)?.[1];
    return answer !== undefined && atStatement(follower, leader) && leader.message.endsWith(`: ${answer}.`);
}
/** The values that don't fit are of the column that is narrowed. */
function ofNarrowed(follower, leader) {
    const [, table, column] = / in `(.+)\.([^`.]+)`, the rollback fails here/.exec(follower.message) ?? [];
    const names = `\`${column}\` in \`${table}\``;
    return table !== undefined && atStatement(follower, leader) && leader.message.includes(names);
}

;// CONCATENATED MODULE: ./build/verdict/follows.js
/** Which findings follow from the fact of another one. Pure data, and the question that is asked of it. */


const locks = ({ kind }) => kind === 'lock' || kind === 'waits';
const follows_reads = ({ kind }) => kind === 'scan' || kind === 'rewrite';
/** It works through a relation, or takes a lock that stops others while it works. */
const works = (fact) => follows_reads(fact) || fact.kind === 'waits' || (fact.kind === 'lock' && (0,sql_locks/* compareLockModes */.tc)(fact.mode, 'SHARE') >= 0);
/** What fails as soon as there are rows leads the work that ends so; what only may fail is told with that work. */
const MAY_FAIL = 'fails-with-rows, depending on them';
const keyOf = ({ rule, severity }) => (rule === 'fails-with-rows' && severity !== 'error' ? MAY_FAIL : rule);
const OF_FAILURE = { rules: ['fails-with-rows'], when: (leader) => keyOf(leader) !== MAY_FAIL };
const DROPS = ['drop-table', 'drop-column', 'truncate-table'];
/** An index of another definition has the name: the statement does nothing. */
const MASKING = 'if-not-exists-masks-different-index';
/** What a statement would do, if it weren't refused. */
const WOULD = [
    'alter-column-type-narrowing',
    'alter-column-type-rewrites',
    'alter-column-type-scans',
    'alter-column-type-on-foreign-key',
    'drop-table',
    'drop-column',
    'drop-view',
    'drop-function',
    'vacuum-full',
];
/** The lock on the other side of a foreign key is that of the rewriting; values that don't fit stop it. */
const MORE = {
    'alter-column-type-rewrites': [{ rules: ['alter-column-type-narrowing'] }],
    'alter-column-type-on-foreign-key': [{ rules: ['alter-column-type-rewrites'] }],
};
const OF_REFUSAL = { fact: ({ kind }) => kind === 'refused' };
/** Rules of statements after which a name is gone, or means something else. */
const TAKES_NAMES = [
    ...DROPS,
    'drop-view',
    'drop-function',
    'drop-schema',
    'drop-cascade',
    'rename-column',
    'rename-table',
    'rename-function',
    'rename-schema',
    'enum-value-renamed',
    'alter-column-type-narrowing',
    'alter-column-type-rewrites',
    'unwritten-loss',
];
/** ON CONFLICT finds no unique index. */
const NO_ARBITER = /\(SQLSTATE 42P10\)/;
/** Rules about values that the deployed release leaves out. */
const LEAVES_OUT = ['add-column-default-dropped', 'drop-default-still-required'];
/** Checks that say by themselves that writes are refused. */
const REFUSES_WRITES = [
    'published-table-refuses-writes',
    'replica-identity-index-gone',
    'sequence-behind-rows',
    'unwritten-access-change',
    'replacement-loses-protection',
];
/** Postgres can't choose between two forms of a function. */
const OF_OVERLOAD = { rules: ['function-overload'], near: ofItsCall };
/** Rules of work under a lock whose statement may fail for every row. */
const WORK_THAT_FAILS = [
    'set-not-null',
    'add-column-with-check',
    'add-column-unique',
    'add-column-foreign-key-with-default',
    'add-primary-key',
    'add-unique-constraint',
    'check-without-not-valid',
    'index-not-concurrent',
    'validate-in-same-transaction',
];
/**
 * By check: what it follows from, any of the list. It may follow from a check above it, or from one that isn't here: so
 * there is no circle.
 */
const FOLLOWS = new Map([
    ...WOULD.map((rule) => [rule, [OF_REFUSAL, ...(MORE[rule] ?? [])]]),
    ['fails-with-rows', [{ fact: ({ kind }) => kind === 'refused on rows' }]],
    ...WORK_THAT_FAILS.map((rule) => [rule, [OF_FAILURE]]),
    [MAY_FAIL, [{ fact: (fact) => follows_reads(fact) || fact.kind === 'refused on rows' }]],
    // What builds nothing can't be stopped halfway.
    ['if-not-exists-masks-invalid-index', [{ rules: [MASKING] }]],
    ['timeout-around-concurrently', [{ rules: [MASKING] }]],
    ['partly-applied-not-repeatable', [{ rules: [MASKING] }]],
    // Of a new partition it is told for itself; what worked before, and is refused for it, says more.
    ['published-table-refuses-writes', [{ rules: ['write-breaks'], isGraver: true, near: refusesItsTable }]],
    ['replica-identity-nothing', [{ rules: ['published-table-refuses-writes'] }]],
    ['drop-cascade', [{ rules: DROPS }]],
    ['unwritten-loss', [{ rules: ['drop-cascade', 'drop-table', 'drop-schema'], near: allNamed }]],
    ['do-block-hides-sql', [{ rules: ['unwritten-loss'] }]],
    ['drop-column-drops-index', [{ rules: ['drop-column'] }]],
    [
        'blocking-scan',
        [
            { fact: works },
            OF_FAILURE,
            // TRUNCATE's new file is no rewriting.
            { rules: ['unwritten-loss'], fact: (fact) => fact.kind === 'hazard' && fact.name === 'emptied' },
        ],
    ],
    ['lock-held-during-scan', [{ fact: works }, { rules: ['validate-in-same-transaction'], near: ofLockedTable }]],
    ['drop-table-locks-referenced', [{ rules: ['drop-table'] }]],
    ['drop-foreign-key-locks-referenced', [{ rules: ['drop-constraint', 'drop-column', 'drop-table'] }]],
    ['partition-of-locks-parent', [{ rules: ['default-partition-scan'] }]],
    ['if-exists-still-locks', [{ fact: locks }]],
    [
        'lock-on-unnamed-table',
        [{ fact: (fact) => locks(fact) || fact.kind === 'refused' }, { rules: ['unwritten-loss'] }],
    ],
    [
        'rerun-fails',
        [
            {
                rules: [
                    'down-leaves-object',
                    'down-keeps-change',
                    'down-loses-object',
                    'down-changes-object',
                    'down-fails',
                    'down-keeps-enum-value',
                    'down-drops-preexisting-object',
                ],
                near: ofObject,
            },
        ],
    ],
    ['down-fails-with-new-data', [{ rules: ['alter-column-type-narrowing'], near: ofNarrowed }]],
    ['rollback-loses-data', [{ rules: DROPS, near: ofTable }]],
    ['irreversible-up', [{ rules: [...DROPS, 'delete-whole-table', 'alter-column-type-narrowing'] }]],
    [
        'rerun-fails-halfway',
        [
            {
                rules: [
                    'timeout-around-concurrently',
                    'rerun-hides-failure',
                    'partly-applied-not-repeatable',
                    'unclosed-transaction',
                    'concurrently-in-transaction',
                ],
                near: inScript,
            },
        ],
    ],
    [
        'dump-not-restorable',
        [{ rules: ['fails-with-rows'] }, { rules: ['dump-not-restorable'], isGraver: true, near: endsAlike }],
    ],
    ['sequence-behind-rows', [{ rules: ['sequence-set-back'] }]],
    ['stored-code-breaks', [{ rules: TAKES_NAMES }, OF_OVERLOAD]],
    [
        'write-breaks',
        [
            { rules: [...TAKES_NAMES, ...REFUSES_WRITES] },
            { rules: REFUSES_WRITES, near: onItsTable },
            { rules: ['stored-code-breaks'], near: inFunction },
            { rules: ['replacement-loses-protection'], near: forItsRight },
            OF_OVERLOAD,
        ],
    ],
    [
        'query-breaks',
        [
            { rules: [...TAKES_NAMES, ...REFUSES_WRITES, ...LEAVES_OUT] },
            { rules: ['write-breaks', 'stored-code-breaks'], near: refusedAlike },
            OF_OVERLOAD,
        ],
    ],
    ['foreign-key-loses-action', [{ rules: ['write-breaks'], near: byItsForeignKey }]],
    ['drop-unique', [{ rules: ['query-breaks', 'stored-code-breaks'], when: ({ message }) => NO_ARBITER.test(message) }]],
    ['privilege-revoked', [{ rules: ['write-breaks'] }]],
    ['replacement-loses-attribute', [{ rules: ['replacement-loses-protection'] }]],
    ['lossy-recreate', [{ rules: ['replacement-loses-protection', 'replacement-loses-attribute'] }]],
    [
        'no-lock-timeout',
        [{ fact: locks }, { rules: ['set-local-outside-transaction', 'several-tables-locked'], near: inScript }],
    ],
]);
/** Every check that the list speaks of. */
const SPOKEN_OF = [...FOLLOWS].flatMap(([rule, from]) => [
    ...(rule === MAY_FAIL ? [] : [rule]),
    ...from.flatMap(({ rules = [] }) => rules),
]);
const ORDER = [...FOLLOWS.keys()];
/** Whether the check may follow from another one at all. */
function mayFollow(rule) {
    return FOLLOWS.has(rule);
}
/** Whether the one is a consequence of what the other says. */
function follows(follower, leader) {
    // Those that follow from nothing have no place in the order, and come before all others.
    const isBefore = ORDER.indexOf(keyOf(leader)) < ORDER.indexOf(keyOf(follower));
    const isGraver = leader.severity === 'error' && follower.severity !== 'error';
    return (FOLLOWS.get(keyOf(follower)) ?? []).some(({ rules, fact, when = () => true, near = atStatement, isGraver: mustBe = false }) => (mustBe ? isGraver : isBefore) &&
        (rules?.includes(leader.rule) ?? true) &&
        (fact === undefined || leader.facts.some(fact)) &&
        when(leader) &&
        near(follower, leader));
}

;// CONCATENATED MODULE: ./build/verdict/one-fact.js

/** The findings and the silenced ones, each with what follows from it. */
function gather(all, migrationOf, weightOf = () => 0) {
    const groups = byCause(all);
    const asked = new Map();
    for (const group of groups) {
        const statings = group.map((one) => stating(one, migrationOf));
        const { migration } = statings[0];
        const near = asked.get(migration);
        if (near)
            near.push({ group, statings });
        else
            asked.set(migration, [{ group, statings }]);
    }
    const heads = new Map();
    const told = new Map();
    for (const near of asked.values()) {
        for (const one of near) {
            const leads = leadsOf(one, near, weightOf);
            const spoken = one.group.filter((_, at) => (leads[at] ?? []).length > 0);
            const found = leads.flat().map(({ group }) => group);
            const [head] = found;
            if (head && spoken.length === one.group.length)
                heads.set(one.group, head);
            // What nothing else speaks of is its place; those that are spoken of come after it.
            told.set(one.group, [...one.group.filter((part) => !spoken.includes(part)), ...spoken]);
        }
    }
    const followers = new Map();
    for (const group of heads.keys()) {
        const root = rootOf(group, heads);
        if (ONLY_REPEATS.has(group[0].finding.rule) || root[0].finding.rule === MASKING)
            continue;
        followers.set(root, [...(followers.get(root) ?? []), group]);
    }
    return groups.flatMap((group) => heads.has(group) ? [] : [one_fact_joined(told.get(group) ?? group, followers.get(group) ?? [])]);
}
/** What follows only where the other names all of it. */
const ONLY_REPEATS = new Set(['unwritten-loss']);
function stating({ finding: { rule, severity, message }, at, facts }, migrationOf) {
    return { rule, severity, at, facts, migration: migrationOf(at.path), message };
}
function byCause(told) {
    const groups = new Map();
    for (const [index, one] of told.entries()) {
        const { rule, severity, evidence } = one.finding;
        const apart = one.cause === undefined || evidence === 'refuted';
        const key = JSON.stringify(apart ? index : [rule, severity, one.silence?.by, one.cause]);
        const group = groups.get(key);
        if (group)
            group.push(one);
        else
            groups.set(key, [one]);
    }
    return [...groups.values()].map((group) => {
        // File by file, as they were looked at: the way there before the way back.
        const files = [...new Set(group.map(({ finding }) => finding.path))];
        const fileOf = ({ finding }) => files.indexOf(finding.path);
        return group.sort((a, b) => fileOf(a) - fileOf(b) || byLine(a.finding, b.finding));
    });
}
function byLine(a, b) {
    return a.line - b.line || a.column - b.column;
}
/**
 * For each of its places, the findings whose fact it follows from. None that is less grave, so that nothing is hidden behind
 * it. What a directive silences takes along what the rehearsal saw of the very fact, and nothing else.
 */
function leadsOf({ group, statings }, near, weightOf) {
    const { rule, severity, evidence } = group[0].finding;
    if (!mayFollow(rule) || evidence === 'refuted' || group[0].silence !== null)
        return [];
    const grave = near.filter(({ group: [{ finding: it, silence }] }) => {
        const heavier = RANK[it.severity] - RANK[severity] || weightOf(it.rule) - weightOf(rule);
        const speaks = silence === null || (silence.by === 'directive' && OF_ITS_LOCK.has(rule));
        return it.evidence !== 'refuted' && heavier <= 0 && speaks;
    });
    // What is said leads before what is silenced.
    const inOrder = [...grave.filter(isSaid), ...grave.filter((one) => !isSaid(one))];
    return statings.map((follower) => inOrder.filter((one) => one.statings.some((leader) => follows(follower, leader))));
}
/** The lock of a statement, as it was seen: the same fact as that of the rule which foresaw it. */
const OF_ITS_LOCK = new Set([
    'blocking-scan',
    'lock-held-during-scan',
    'lock-on-unnamed-table',
    'no-lock-timeout',
]);
function isSaid({ group: [{ silence }] }) {
    return silence === null;
}
const RANK = { error: 0, warning: 1, info: 2 };
function rootOf(group, heads) {
    const head = heads.get(group);
    return head === undefined ? group : rootOf(head, heads);
}
function one_fact_joined(group, followers) {
    const [first, ...others] = group;
    const { finding } = first;
    const elsewhere = others.filter(({ finding: one }) => !isAt(one, finding));
    const places = elsewhere
        .map(({ finding: one }) => placeOf(one))
        .filter((place, at, all) => !all.slice(0, at).some((known) => isAt(place, known)));
    // The same statement, and another table of it.
    const more = others.filter(({ finding: one }) => isAt(one, finding) && one.message !== finding.message);
    // SQL is of its place; a sentence is of all.
    const withSql = elsewhere.map((one) => one.finding).filter(({ help: words }) => words.includes('\n'));
    const help = inOne([finding, ...more.map((one) => one.finding), ...withSql]);
    const fixes = group.find((one) => one.finding.fixes)?.finding.fixes;
    const grave = (one) => RANK[one[0].finding.severity];
    const consequences = [...more.map((one) => [one]), ...followers.toSorted((a, b) => grave(a) - grave(b))]
        .map(([one, ...rest]) => consequenceOf(one, rest))
        .filter((one) => !saysSo(finding, one));
    return {
        ...first,
        facts: group.flatMap(({ facts }) => facts),
        finding: {
            ...finding,
            help,
            ...(fixes && { fixes }),
            ...(places.length > 0 && { places }),
            ...(consequences.length > 0 && { consequences }),
        },
    };
}
/** Each once, and what they begin with once, or with the place that they are for. What ends in code that no semicolon closes is set apart. */
function inOne(findings) {
    const begun = new Set();
    return findings
        .filter(({ help }, at) => findings.findIndex((one) => one.help === help) === at)
        .map(({ help, line }) => {
        const [first = '', ...rest] = help.split('\n');
        const isRepeated = rest.length > 0 && begun.has(first);
        begun.add(first);
        if (!isRepeated)
            return help;
        // What is counted there is counted for one place.
        const counted = /Instead of this statement([^.]*:)$/.exec(first)?.[1];
        const head = counted === undefined ? [] : [`Instead of the statement in line ${line}${counted}`];
        return [...head, ...rest].join('\n');
    })
        .map((help, at, { length }) => (at === length - 1 || /[.:;]$/.test(help) ? help : `${help}\n`))
        .join('\n');
}
function placeOf({ path, line, column, endLine, endColumn }) {
    return { path, line, column, endLine, endColumn };
}
function isAt(place, known) {
    return known.path === place.path && known.line === place.line && known.column === place.column;
}
function consequenceOf({ finding }, others) {
    const { rule, evidence, message } = finding;
    const lines = [...new Set(others.map(({ finding: { line } }) => line))].filter((line) => line !== finding.line);
    const also = lines.length > 0 ? ` Also at ${lines.length > 1 ? 'lines' : 'line'} ${lines.join(', ')}.` : '';
    return { rule, evidence, ...placeOf(finding), message: `${message}${also}` };
}
/** What the finding says already, the table by its name, which messages mark: a consequence would only repeat it. */
function saysSo({ message }, { rule, message: words }) {
    if (!REPEATS.has(rule))
        return false;
    const table = /\bon (`[^`]+`)/.exec(words)?.[1];
    return table !== undefined && message.includes(table);
}
const REPEATS = new Set(['blocking-scan', 'lock-on-unnamed-table', 'drop-table-locks-referenced']);

// EXTERNAL MODULE: ./build/schema/sql-name.js
var sql_name = __webpack_require__(68824);
// EXTERNAL MODULE: ./build/sql/directives.js
var sql_directives = __webpack_require__(75957);
// EXTERNAL MODULE: ./build/verdict/checks.js
var verdict_checks = __webpack_require__(81629);
;// CONCATENATED MODULE: ./build/verdict/policy.js
/** What the user's settings and directives say of findings. Pure. */



/** Answers finding by finding, and knows at the end which directives had nothing to ignore. */
class Silencer {
    #policy;
    #ignores = [];
    /** Directives that can't be understood. */
    #problems = [];
    constructor(scripts, policy) {
        this.#policy = policy;
        for (const script of scripts)
            this.#read(script);
    }
    #read(script) {
        const { directives, problems } = (0,sql_directives/* readDirectives */.V)(script);
        const invalid = (location, message) => this.#problems.push((0,verdict_checks/* verdictFinding */.D)('invalid-directive', location, message));
        for (const { location, message } of problems)
            invalid(location, message);
        for (const { rules, scope, location, reason, statementStart } of directives) {
            const first = script.statements.find(({ start }) => start === statementStart)?.location;
            // Above the line it is for all that begins there: nothing could be written above the second one.
            const isAbove = first !== undefined && location.endLine < first.line;
            const inLine = script.statements.filter(({ location: { line } }) => line === first?.line);
            const statements = isAbove ? inLine.map((one) => one.location) : first && [first];
            for (const rule of rules) {
                if (!this.#policy.knownRules.has(rule))
                    invalid(location, `There is no rule “${rule}”.`);
                else
                    this.#ignores.push({ rule, path: script.file.path, statements, scope, location, reason, used: false });
            }
        }
    }
    /** What the settings and directives make of a finding: another severity, or silence. */
    judge(finding) {
        const level = this.#levelOf(finding);
        if (level === 'off')
            return { finding, silence: { by: 'settings' } };
        const ignore = this.#ignores.find((one) => covers(one, finding));
        if (ignore)
            ignore.used = true;
        return {
            finding: { ...finding, severity: level },
            silence: ignore ? { by: 'directive', location: ignore.location, reason: ignore.reason } : null,
        };
    }
    #levelOf({ rule, path, severity }) {
        return this.#policy.ignores?.(rule, path) ? 'off' : (this.#policy.rules[rule] ?? severity);
    }
    /** To be asked last: what is wrong with the directives themselves. `ran`: a server was asked. */
    problems(ran, apart) {
        const findings = [...this.#problems, ...this.#unused(ran, apart)];
        // No directive silences what is wrong with directives.
        return findings.flatMap((finding) => {
            const level = this.#levelOf(finding);
            return level === 'off' ? [] : [{ ...finding, severity: level }];
        });
    }
    /** Directives that ignore nothing, whichever rules they name, and would not where their file is deployed by itself. */
    #unused(ran, apart) {
        const isUsed = ({ used, rule, path }) => used || this.#mayBeThere(rule, path, ran, apart);
        const all = [...new Set(this.#ignores.map(({ location }) => location))].map((location) => ({
            location,
            ignores: this.#ignores.filter((one) => one.location === location),
        }));
        const idle = all.filter(({ ignores }) => !ignores.some(isUsed));
        const isAsked = apart && idle.some(({ location }) => apart.isLater.has(location.path));
        const alone = isAsked ? apart.findings() : [];
        return idle
            .filter(({ ignores }) => !ignores.some((one) => alone.some((finding) => covers(one, finding))))
            .map(({ location, ignores }) => {
            const rules = ignores.map(({ rule }) => rule);
            const finds = rules.length > 1 ? 'which find' : 'which finds';
            return (0,verdict_checks/* verdictFinding */.D)('unused-ignore', location, `This ignores ${(0,sql_name/* enumerated */.BD)(rules)}, ${finds} nothing here.`);
        });
    }
    /** What is switched off, or what only a server could have found, may well be there. */
    #mayBeThere(rule, path, ran, apart) {
        const { rules, ignores, needsServer } = this.#policy;
        // A later file was not run on the tables of the earlier ones as others use them.
        const isSeen = ran && !apart?.isLater.has(path);
        return rules[rule] === 'off' || ignores?.(rule, path) || (!isSeen && (needsServer?.(rule) ?? false));
    }
}
function covers({ rule, path, scope, statements = [] }, finding) {
    if (finding.rule !== rule || finding.path !== path)
        return false;
    return scope === 'file' || statements.some((statement) => within(finding, statement));
}
function within(finding, { line, column, endLine, endColumn }) {
    const afterStart = finding.line > line || (finding.line === line && finding.column >= column);
    const beforeEnd = finding.line < endLine || (finding.line === endLine && finding.column <= endColumn);
    return afterStart && beforeEnd;
}

;// CONCATENATED MODULE: ./build/verdict/seen.js
/** Of a change that no server was asked about. */
const NOTHING_SEEN = {
    statement: () => undefined,
    fate: () => undefined,
    leftOut: () => false,
    outside: true,
};

;// CONCATENATED MODULE: ./build/verdict/decide.js






/** All findings with their evidence, the gravest first, and the verdict that follows from them. */
function decide(evidences, policy) {
    const { predictions, observations, seen, scripts } = evidences;
    const silencer = new Silencer(scripts, policy);
    const judged = predictions.map((prediction) => judge(prediction, evidences, silencer));
    const all = [...foreseen(judged), ...news(observations, judged, silencer)];
    const gathered = gather(all, (path) => evidences.migrationOf?.get(path) ?? path, policy.weightOf);
    const findings = gathered.flatMap((one) => (one.silence === null ? [withIgnore(one)] : []));
    const kept = [...findings, ...silencer.problems(seen !== undefined, evidences.apart)].sort(byHarm(policy));
    const silenced = gathered.flatMap(ignored).sort(byPlace);
    const counts = { error: 0, warning: 0, info: 0 };
    for (const { severity, evidence } of kept)
        if (evidence !== 'refuted')
            counts[severity]++;
    const verdict = fails(counts, policy.failOn) ? 'fail' : 'pass';
    return { findings: kept, counts, verdict, ...(silenced.length > 0 && { silenced }) };
}
function judge(prediction, { observations, seen = NOTHING_SEEN, versions }, silencer) {
    const { at, claim } = prediction;
    const facts = (0,verdict_fact/* factsOf */.xS)(claim);
    const { evidence, proof } = evidenceOf(facts, at, seen, versions);
    // What ran once may well be refused on rows; but a prediction of more locking than was seen is another fact.
    const mistaken = evidence === 'refuted' && facts[0]?.kind !== 'refused';
    const spoken = mistaken ? [] : subjectsOf(prediction, seen);
    const twins = observations.filter((one) => spoken.some((fact) => tells(fact, prediction, one)));
    const shown = twins[0]?.finding.proof;
    // Where the rehearsal reports the very fact, its text says more than the proof from the statement's locks.
    const words = facts[0]?.kind === 'hazard' || evidence !== 'confirmed' ? (shown ?? proof) : proof;
    const { proof: _, ...bare } = prediction.finding;
    const finding = {
        ...bare,
        evidence: twins.length > 0 ? 'confirmed' : evidence,
        ...(words !== undefined && { proof: words }),
    };
    const { cause = twins[0]?.cause } = prediction;
    return { ...silencer.judge(finding), at, facts: facts.length > 0 ? facts : [(0,verdict_fact/* hazard */.vl)(finding.rule)], cause, twins };
}
/** What a rule is about, relations by their identity; what has an unknown identity is left out. */
function subjectsOf({ finding, at, claim }, seen) {
    const [first = (0,verdict_fact/* hazard */.vl)(finding.rule), ...others] = (0,verdict_fact/* factsOf */.xS)(claim);
    const known = seen.statement(at);
    // Further facts of the first one's kind are what it is about as well: a foreign key locks two tables.
    return [first, ...others.filter(({ kind }) => kind === first.kind)].flatMap((fact) => (0,verdict_fact/* grounded */.dx)(fact, (name) => known?.identify(name)) ?? []);
}
/** Whether a rule predicted what the rehearsal then observed. */
function tells(fact, { finding, at }, seen) {
    if (seen.facts.some((one) => (0,verdict_fact/* sameFact */.HT)({ fact, at }, { fact: one, at: seen.at })))
        return true;
    // The rule reported the statement that took the lock, and named the one that kept others waiting for it.
    if (fact.kind !== 'lock')
        return false;
    const taken = seen.facts.some((one) => one.kind === 'waits' && one.on === fact.on && (0,verdict_fact/* samePlace */.o0)(one.since, at));
    if (!taken)
        return false;
    return finding.related?.some(({ path, line }) => path === seen.finding.path && line === seen.finding.line) ?? false;
}
/** The rules' findings; what explains a refusal is reported with it. */
function foreseen(judged) {
    return judged.filter(({ twins }) => !twins.some(({ binding }) => binding));
}
/** What no rule foresaw, and what the server refused, foreseen or not. */
function news(observations, judged, silencer) {
    return observations.flatMap((observation) => {
        const { at, facts, cause } = observation;
        const explanations = judged.filter(({ twins }) => twins.includes(observation));
        if (observation.binding) {
            const same = cause ?? explanations.find((one) => one.cause !== undefined)?.cause;
            return [
                { at, facts, cause: same, silence: null, binding: true, finding: refusal(observation, explanations, silencer) },
            ];
        }
        return explanations.length > 0 ? [] : [{ at, facts, cause, ...silencer.judge(observation.finding) }];
    });
}
/** What a directive silences, for the report's list; what the settings switch off isn't news to anybody. */
function ignored({ finding, silence }) {
    if (silence?.by !== 'directive' || finding.evidence === 'refuted')
        return [];
    const { rule, severity, message, path, line, column, endLine, endColumn } = finding;
    const by = { ...silence.location, reason: silence.reason };
    return [{ rule, severity, path, line, column, endLine, endColumn, message, by }];
}
/** One error, in the text of the rule that explains it; where that is silenced, in the server's, and it says so. */
function refusal({ finding }, explanations, silencer) {
    const open = explanations.find(({ silence }) => silence === null);
    if (open)
        return { ...open.finding, severity: 'error' };
    const error = { ...finding, severity: 'error' };
    const silenced = [...explanations, silencer.judge(finding)].find(({ silence }) => silence !== null);
    if (!silenced?.silence)
        return error;
    const { rule } = silenced.finding;
    const { silence } = silenced;
    const who = silence.by === 'directive' ? `Line ${silence.location.line} silences` : 'The settings silence';
    const which = rule === finding.rule ? rule : `${rule}, which explains it`;
    const message = `${finding.message} ${who} ${which}: what the server refuses is an error all the same.`;
    if (silence.by === 'settings')
        return { ...error, message };
    const related = { ...silence.location, message: `Silences ${rule}, not the refusal` };
    return { ...error, message, related: [...(finding.related ?? []), related] };
}
/** With the line that silences it; what the server refused as the tool sends it, nothing does. */
function withIgnore({ finding, binding }) {
    const { rule, statement, path, line, consequences = [] } = finding;
    if (statement === undefined || binding)
        return finding;
    // What follows at the same statement is silenced by its own name: nothing goes unseen.
    const here = consequences.filter((one) => one.path === path && one.line === line).map((one) => one.rule);
    const rules = [...new Set([rule, ...here])].join(', ');
    return { ...finding, ignore: `-- migration-safety: ignore ${rules} <reason>` };
}
function fails(counts, failOn) {
    if (failOn === 'never')
        return false;
    if (counts.error > 0)
        return true;
    return failOn !== 'error' && (counts.warning > 0 || (failOn === 'info' && counts.info > 0));
}
/** What stops the deployment or loses data, what blocks, what breaks, and so on; not by the names of files. */
function byHarm({ weightOf = () => 0 }) {
    return (a, b) => report_schema_words/* SEVERITIES */.oC.indexOf(a.severity) - report_schema_words/* SEVERITIES */.oC.indexOf(b.severity) ||
        weightOf(a.rule) - weightOf(b.rule) ||
        byPlace(a, b);
}
function byPlace(a, b) {
    if (a.path !== b.path)
        return a.path < b.path ? -1 : 1;
    return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

;// CONCATENATED MODULE: ./build/verdict/required-checks.js
/** What the settings require to be proven: where it could not be tried, the silence is a finding. Pure. */


/** One finding for each migration of which a required check could not be made; it names each of them and says why. */
function missingChecks(required, paths, rehearsed) {
    if (required.length === 0)
        return [];
    return paths.flatMap((path) => {
        const report = rehearsed.migrations.find((migration) => migration.path === path);
        const missing = [...new Set(required)].flatMap((check) => {
            const reason = whyMissing(check, path, report, rehearsed);
            return reason === null ? [] : [`\`${check}\` (${reason})`];
        });
        if (missing.length === 0)
            return [];
        const are = missing.length === 1 ? 'A required check was' : 'Required checks were';
        const finding = (0,verdict_checks/* verdictFinding */.D)('required-check-missing', (0,positions/* startOfFile */.Si)(path), `${are} not made: ${missing.join(', ')}.`);
        return [{ finding, at: { path, start: 0 } }];
    });
}
/** Null where the check was made, whatever came out of it: a failed proof has findings of its own. */
function whyMissing(check, path, report, { server, notChecked }) {
    const stopped = notChecked.find((one) => one.id === 'rehearsal' && one.path === path);
    if (server === null || stopped || report === undefined)
        return stopped?.reason ?? nothingRan(notChecked);
    if (report.statements.every(({ status }) => status === 'notRun'))
        return 'no statement of it was run';
    if (check === 'rehearsal')
        return whyNotApplied(report);
    const proof = report.proofs.find((one) => one.check === check);
    if (proof)
        return proof.status === 'not checked' ? proof.detail : null;
    return applies(report.proofs) ? NOTHING_TO_CHECK[check] : 'the migration did not apply';
}
/** What the server refused is an error already, which nothing silences. */
function whyNotApplied({ statements, proofs }) {
    const failed = statements.filter(({ role, status }) => role === 'up' && status === 'failed');
    if (applies(proofs) || failed.some(({ sqlstate }) => sqlstate !== undefined))
        return null;
    return 'the migration did not apply';
}
function nothingRan(notChecked) {
    return notChecked.find(({ id, path }) => id === 'rehearsal' && path === undefined)?.reason ?? 'nothing was rehearsed';
}
function applies(proofs) {
    return proofs.some(({ check, status }) => check === 'applied' && status === 'proven');
}
/** Why a line of the checklist can be absent although the migration applied. */
const NOTHING_TO_CHECK = {
    applied: 'no statement of it was run',
    // A migration that creates nothing has nothing that could be invalid.
    objects: null,
    rollback: 'there is no rollback script',
    rerun: 'there is no rollback script',
    validation: 'there is no validation script',
    plans: 'no validation query says which index it uses',
    queries: 'the setting queries names no query of the application',
    // A migration that touches no table which was there before breaks no write.
    probes: null,
    application: 'the setting application-command names no program',
};

;// CONCATENATED MODULE: ./build/check.js














/** Checks a change. Throws `UsageError` or `ServerUnavailable` where that can't be done; what is wrong with SQL is a finding. */
async function check_check(request) {
    const { settings, cwd, change, texts, progress = () => { } } = request;
    const start = performance.now();
    const rules = configureRules(settings);
    const found = await findMigrations(change, settings, cwd, texts);
    const comparedWith = 'files' in change ? change.comparedWith : null;
    // The server starts while the scripts are read.
    const [read, started] = await Promise.allSettled([
        Promise.all(found.chains.map((chain) => readChange({ ...found, ...chain }, settings, rules))),
        startServer(found, request, progress),
    ]);
    if (read.status === 'rejected') {
        if (started.status === 'fulfilled')
            await started.value?.server?.close();
        throw read.reason;
    }
    if (started.status === 'rejected')
        throw started.reason;
    const readings = read.value;
    // Where production's version isn't set, the version of the chosen server is taken for it.
    const serverMajor = started.value?.server?.major ?? null;
    const postgresVersion = settings.postgresVersion ?? serverMajor;
    const { predictions, rehearsal, server } = await rehearseChange({ readings, found, chosen: started.value, settings }, progress, postgresVersion);
    const changed = readings.flatMap(({ parsed }) => parsed.changed);
    const scripts = [...changed.flatMap(scriptsOf), ...readings.flatMap(({ parsed }) => parsed.validation)];
    const files = scripts.flatMap(scriptsIn);
    const paths = changed.map(({ path }) => path);
    const missing = missingChecks(settings.requiredChecks, paths, { ...rehearsal, server });
    const { observations, seen } = rehearsal;
    const decision = decide({
        predictions: [...filesFound(found, predictions), ...missing],
        ...{ observations, seen, scripts: files },
        versions: { target: settings.postgresVersion, server: serverMajor },
        apart: await eachAlone(found.chains, { ...rules, postgresVersion }),
        migrationOf: new Map(changed.flatMap((one) => scriptsOf(one).map(({ file }) => [file.path, one.path]))),
    }, policyOf(rules, settings, cwd));
    const report = {
        schemaVersion: 2,
        tool: version/* TOOL */.js,
        verdict: decision.verdict,
        failOn: settings.failOn,
        postgres: { target: settings.postgresVersion, server },
        comparedWith,
        layouts: found.layouts,
        counts: decision.counts,
        statements: countStatements(scripts),
        notChecked: [
            ...settings.notes,
            ...inVain(rules),
            ...withoutHistory(change, readings),
            ...found.notChecked,
            ...readings.flatMap(({ notes }) => notes),
            ...readings.flatMap(({ unknown }) => unknown()),
            ...rehearsal.notChecked,
        ],
        findings: decision.findings,
        ...(decision.silenced && { silenced: decision.silenced }),
        ...(rehearsal.baseline && { baseline: rehearsal.baseline }),
        migrations: rehearsal.migrations,
        durationMs: performance.now() - start,
    };
    return { report: withinBounds(report), sources: new Map(files.map(({ file }) => [file.path, file.text])) };
}
/** Where all that there is was given as the change, every table is one that nobody reads yet: that must not pass for safe. */
function withoutHistory(change, readings) {
    const scripts = readings.flatMap(({ parsed }) => parsed.changed);
    if (!('paths' in change) || scripts.length < 2 || readings.some(({ parsed }) => parsed.baseline.length > 0))
        return [];
    return [
        {
            check: 'what the change does to tables that are there already',
            reason: `all ${scripts.length} migrations were given as the change, so that it makes every table itself: name the new files, or compare with --base <ref>; the others are then the history`,
        },
    ];
}
/** The same change without a server, as it would be with other texts: what repairs are judged by. */
function lookAt({ settings, cwd, change }) {
    return async (texts) => {
        const { report, sources } = await check_check({ settings: { ...settings, server: 'none' }, cwd, change, texts });
        return { findings: report.findings, sources };
    };
}
/** A script, and those of the files that it includes. */
function scriptsIn(script) {
    return [script, ...(script.included ?? []).flatMap((one) => scriptsIn(one.script))];
}
/** Null where there is nothing to run: then no server is even looked for. */
async function startServer(found, { settings, project, kept = {} }, progress) {
    if (found.changed.length === 0)
        return null;
    if (settings.server === 'none')
        return { server: null };
    const { chooseServer } = await Promise.all(/* import() */[__webpack_require__.e(675), __webpack_require__.e(235)]).then(__webpack_require__.bind(__webpack_require__, 29235));
    progress('Starting Postgres');
    const files = [...found.changed.flatMap(scriptsOf), ...found.baseline, ...found.seed].map(({ file }) => file);
    const extensions = [...files, ...settings.bootstrap].some(({ text }) => /\bextension\b/i.test(text));
    const { baselinesIn } = await __webpack_require__.e(/* import() */ 808).then(__webpack_require__.bind(__webpack_require__, 82808));
    const groundwork = {
        bootstrap: settings.bootstrap.map((file) => (0,layout/* wholeFile */.A)('up', file, 'autocommit')),
        scripts: [...found.baseline, ...found.seed],
    };
    const baselines = settings.cache && found.chains.length < 2 ? await baselinesIn(kept, groundwork) : null;
    return chooseServer({
        ...settings,
        choice: settings.server,
        target: settings.postgresVersion,
        extensions,
        baselines,
        project,
    });
}
/** Lints, and runs the migrations where there is a server, which is closed after it. */
async function rehearseChange({ readings, found, chosen, settings }, progress, target) {
    const nothing = { migrations: [], observations: [], notChecked: [] };
    if (chosen === null)
        return { predictions: [], rehearsal: nothing, server: null };
    const { server } = chosen;
    try {
        const predictions = readings.flatMap(({ lint }) => lint(target));
        if (server === null) {
            const reason = chosen.notChecked ?? 'server is none: nothing was run';
            const notChecked = [{ check: 'rehearsal', id: 'rehearsal', reason }];
            const migrations = readings.flatMap(({ parsed }) => parsed.changed).map(not_rehearsed/* notRehearsed */.F);
            return { predictions, rehearsal: { ...nothing, migrations, notChecked }, server: null };
        }
        const [{ rehearse }, { asOne }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(675), __webpack_require__.e(907)]).then(__webpack_require__.bind(__webpack_require__, 12907)),
            __webpack_require__.e(/* import() */ 176).then(__webpack_require__.bind(__webpack_require__, 89176)),
        ]);
        progress(`Rehearsing on PostgreSQL ${server.version} (${server.kind})`);
        const { seedHints, maxWriteCost } = settings;
        const rehearsals = [];
        for (const [index, { parsed }] of readings.entries()) {
            const unread = found.chains[index]?.unread ?? [];
            const asked = { ...(await application(found)), application: applicationProgram(settings) };
            const plan = { ...parsed, ...asked, unread, seedHints, maxWriteCost };
            rehearsals.push(await rehearse(server, plan));
        }
        const rehearsal = asOne(rehearsals);
        if (chosen.notChecked)
            rehearsal.notChecked.push({ check: 'target version', reason: chosen.notChecked });
        return { predictions, rehearsal, server: { kind: server.kind, version: server.version } };
    }
    finally {
        await server?.close();
    }
}
/** The application's queries for the rehearsal. */
async function application({ queries, statistics }) {
    if (queries.length === 0 && statistics === null)
        return {};
    const [{ applicationQueries }, { parseStatistics }] = await Promise.all([
        __webpack_require__.e(/* import() */ 415).then(__webpack_require__.bind(__webpack_require__, 86415)),
        __webpack_require__.e(/* import() */ 485).then(__webpack_require__.bind(__webpack_require__, 81485)),
    ]);
    return {
        queries: queries.flatMap(applicationQueries),
        statistics: statistics && parseStatistics(statistics.text, statistics.path),
    };
}
/** What is wrong with the files, before and beside their SQL. A placeholder explains the syntax error that it makes. */
function filesFound({ unreadable, problems }, predictions) {
    const placeholders = problems.filter(({ rule }) => rule === 'unknown-placeholder');
    const explained = ({ finding: { rule, path, line, endLine } }) => rule === 'syntax-error' && placeholders.some((it) => it.path === path && line <= it.line && it.line <= endLine);
    return [
        ...unreadable.map(({ path, problem }) => {
            return { finding: (0,migrations_checks/* fileFinding */.s)('unreadable-file', (0,positions/* startOfFile */.Si)(path), problem), at: { path, start: 0 } };
        }),
        ...problems.map(problem/* toPrediction */.f),
        ...predictions.filter((prediction) => !explained(prediction)),
    ];
}
function countStatements(scripts) {
    const statements = scripts.flatMap((script) => script.statements);
    const notUnderstood = statements.filter(({ syntaxError }) => syntaxError !== undefined).length;
    return { checked: statements.length - notUnderstood, notUnderstood };
}

;// CONCATENATED MODULE: ./build/fixes/repairs.js

/** The first fix of each finding. A fix is whole or not at all: one that reaches into another file is left to be made by hand. */
function repairs_repairsOf(findings, sources) {
    return findings.flatMap((finding) => {
        const fix = finding.fixes?.[0];
        if (fix === undefined || finding.evidence === 'refuted' || !sources.has(finding.path))
            return [];
        return fix.edits.length > 0 && fix.edits.every(({ path }) => path === finding.path) ? [{ finding, fix }] : [];
    });
}
/** Those whose edits touch none that was taken before them. */
function repairs_apart(repairs, sources) {
    const lines = lineMaps(sources);
    const taken = new Map();
    return repairs.filter(({ finding: { path }, fix }) => {
        const spans = fix.edits.map((edit) => spanOf(edit, lines(path)));
        const others = taken.get(path) ?? [];
        if (spans.some((span) => others.some((other) => span.start <= other.end && other.start <= span.end)))
            return false;
        taken.set(path, [...others, ...spans]);
        return true;
    });
}
/** The files that repairs change, with their new texts. The repairs are apart. */
function repaired(repairs, sources) {
    const edits = repairs.flatMap(({ fix }) => fix.edits);
    const paths = new Set(edits.map(({ path }) => path));
    const itsText = (path) => edited(sources.get(path) ?? '', edits.filter((edit) => edit.path === path));
    return new Map([...paths].map((path) => [path, itsText(path)]));
}
/** A text after all edits; they don't overlap. */
function edited(text, edits) {
    const lines = new positions/* LineMap */.HU(text);
    const spans = edits.map((edit) => ({ ...spanOf(edit, lines), by: edit.text })).sort((a, b) => a.start - b.start);
    let out = '';
    let at = 0;
    for (const { start, end, by } of spans) {
        out += text.slice(at, start) + by;
        at = end;
    }
    return out + text.slice(at);
}
function spanOf({ line, column, endLine, endColumn }, lines) {
    return { start: lines.lineStart(line) + column - 1, end: lines.lineStart(endLine) + endColumn - 1 };
}
function lineMaps(sources) {
    const known = new Map();
    return (path) => {
        const lines = known.get(path) ?? new positions/* LineMap */.HU(sources.get(path) ?? '');
        known.set(path, lines);
        return lines;
    };
}

;// CONCATENATED MODULE: ./build/fixes/sound.js

/** A repair can make room for the next one: that many times at most. */
const MAX_PASSES = 10;
/** Repairs what `first` says, until nothing is left that can be repaired. `spares`: files that can't be written. */
async function mend(first, lookAt, spares) {
    const made = [];
    const refused = [];
    let texts = new Map();
    let now = first;
    let allowed = first.findings;
    for (let pass = 0; pass < MAX_PASSES; pass++) {
        const isRefused = ({ finding, fix }) => refused.some(({ remedy }) => remedy.fix.description === fix.description && sameFinding(remedy.finding, finding));
        const open = repairsOf(now.findings, now.sources)
            .filter((one) => !spares(one.finding.path) && !isRefused(one) && isFresh(one, made))
            .sort((a, b) => byGravity(a.finding, b.finding));
        // What mends a statement itself may make needless what would be put beside it.
        const inPlace = open.filter((one) => !addsStatements(one));
        const trial = await sound_together(apart(inPlace.length > 0 ? inPlace : open, now.sources), {
            allowed,
            now,
            texts,
            lookAt,
        });
        refused.push(...trial.refused);
        if (trial.made.length === 0 && trial.refused.length === 0)
            break;
        made.push(...trial.made);
        ({ texts, now, allowed } = trial);
    }
    const files = [...texts].map(([path, after]) => [path, { before: first.sources.get(path) ?? '', after }]);
    // What another repair has settled is no more to be said.
    const isLeft = ({ remedy }) => now.findings.some((finding) => sameFinding(finding, remedy.finding));
    return { made, refused: refused.filter(isLeft), files: new Map(files) };
}
/** Those of `repairs` that make no finding, each by itself and all of them together: a reader may accept any of them. */
async function harmless(repairs, sources, lookAt) {
    if (repairs.length === 0)
        return [];
    const first = await lookAt(new Map());
    const alone = [];
    for (const repair of repairs) {
        const after = await lookAt(repaired([repair], sources));
        if (worse([repair], first, after, first.findings) === undefined)
            alone.push(repair);
    }
    const start = { allowed: first.findings, now: { ...first, sources }, texts: new Map(), lookAt };
    return (await sound_together(repairs_apart(alone, sources), start)).made;
}
/** All at once; where that makes a finding, half of them and then the other half, down to the one that makes it. */
async function sound_together(repairs, state) {
    const made = [];
    const refused = [];
    let best = state;
    const waiting = repairs.length > 0 ? [repairs] : [];
    for (let some = waiting.shift(); some !== undefined; some = waiting.shift()) {
        // Edits count from the texts that all of these repairs were offered for.
        const texts = new Map([...state.texts, ...repaired([...made, ...some], state.now.sources)]);
        const now = await state.lookAt(texts);
        const makes = worse(some, best.now, now, best.allowed);
        const [only, ...others] = some;
        if (makes === undefined) {
            made.push(...some);
            best = { now, texts, allowed: [...best.allowed, ...newFindings(best.allowed, now.findings)] };
        }
        else if (only && others.length === 0)
            refused.push({ remedy: only, makes });
        else
            waiting.unshift(some.slice(0, some.length >> 1), some.slice(some.length >> 1));
    }
    const { now, texts, allowed } = best;
    return { made, refused, now, texts, allowed };
}
/** What speaks against repairs: the gravest finding that they make. A note doesn't where they mend nothing but what is graver. */
function worse(repairs, before, after, allowed) {
    const [gravest] = newFindings(allowed, after.findings).sort(byGravity);
    const mends = repairs.every(({ finding }) => isGrave(finding));
    const grave = ({ findings }) => findings.filter(isGrave).length;
    return gravest && !isGrave(gravest) && mends && grave(after) < grave(before) ? undefined : gravest;
}
/** The findings of rules that have more to say of a file than before. */
function newFindings(before, after) {
    const counts = new Map();
    for (const finding of before)
        counts.set(key(finding), (counts.get(key(finding)) ?? 0) + 1);
    return after.filter((finding) => {
        const left = (counts.get(key(finding)) ?? 0) - 1;
        counts.set(key(finding), left);
        return left < 0;
    });
}
function isGrave({ severity }) {
    return severity !== 'info';
}
const GRAVITY = ['error', 'warning', 'info'];
function byGravity(a, b) {
    return GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity);
}
function addsStatements({ fix }) {
    return fix.edits.some(({ text }) => text.includes(';'));
}
function key({ path, rule }) {
    return `${rule} ${path}`;
}
/** The same one in a later pass: lines move, and what a statement says may have been repaired. */
function sameFinding(a, b) {
    return key(a) === key(b) && a.statement === b.statement;
}
/** What was repaired already and is found again isn't repaired again. */
function isFresh({ finding, fix }, made) {
    return !made.some((one) => one.fix.description === fix.description && sameFinding(one.finding, finding));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/github/mute-annotations.js
/** Mutes the cache's own warnings and errors, which would be annotations in the pull request: the cache is optional. */

/** Runs it. A failure becomes a debug line, and so does each annotation meanwhile that begins with one of `words`. */
async function withMutedAnnotations(work, words) {
    const { write } = process.stdout;
    process.stdout.write = ((text, ...rest) => write.call(process.stdout, typeof text === 'string' ? muted(text, words) : text, ...rest));
    try {
        await work();
    }
    catch (error) {
        (0,core/* debug */.Yz)(`The cache was of no use: ${error instanceof Error ? error.message : String(error)}`);
    }
    finally {
        process.stdout.write = write;
    }
}
/** Annotations without a place that begin with one of `words`, as debug lines. Pure. */
function muted(text, words) {
    return text.replaceAll(/^::(?:error|warning|notice)::(?=(.*))/gm, (command, message) => words.some((word) => message.startsWith(word)) ? '::debug::' : command);
}

;// CONCATENATED MODULE: ./build/github/actions-cache.js
/** GitHub's cache between runs: brings kept baselines to the runner, and saves new ones. It never fails a check. */





/** How long the check waits for it. */
const patienceMs = 10_000;
/** Another shape of the folder needs another prefix. */
const PREFIX = `migration-safety-1-${process.platform}-${process.arch}-`;
/** Whether the runner offers the cache to this job. */
function hasActionsCache({ ACTIONS_RESULTS_URL, ACTIONS_CACHE_URL, ACTIONS_RUNTIME_TOKEN }) {
    return Boolean((ACTIONS_RESULTS_URL || ACTIONS_CACHE_URL) && ACTIONS_RUNTIME_TOKEN);
}
/** The cache of one folder. */
function actionsCache(folder) {
    const start = Date.now();
    let brought = '';
    let wanted;
    return {
        async fetch([key = '']) {
            wanted = key;
            const exact = `${PREFIX}${key}-`;
            const options = { timeoutInMs: patienceMs, segmentTimeoutInMs: patienceMs };
            const restored = withMutedAnnotations(async () => {
                const { restoreCache } = await Promise.all(/* import() */[__webpack_require__.e(824), __webpack_require__.e(388)]).then(__webpack_require__.bind(__webpack_require__, 1388));
                // Keys that are saved name the files, too: a server's update makes another one of the same scripts.
                await restoreCache([folder], exact, [exact, PREFIX], options);
            }, ['Failed to restore: ']);
            // A service that doesn't answer is not asked again.
            if (!(await inTime(restored)))
                wanted = undefined;
            await withMutedAnnotations(async () => {
                brought = contents(folder).join();
            }, []);
        },
        async save() {
            if (wanted === undefined)
                return;
            const key = wanted;
            // No warning or error of the cache is shown any more.
            await withMutedAnnotations(async () => {
                if (contents(folder).join() === brought)
                    return;
                const { saveCache } = await Promise.all(/* import() */[__webpack_require__.e(824), __webpack_require__.e(388)]).then(__webpack_require__.bind(__webpack_require__, 1388));
                for (const name of contents(folder))
                    if (usedAt((0,external_node_path_.join)(folder, name)) < start)
                        (0,external_node_fs_.rmSync)((0,external_node_path_.join)(folder, name));
                const names = (0,external_node_crypto_.createHash)('sha256').update(contents(folder).join()).digest('hex').slice(0, 16);
                await saveCache([folder], `${PREFIX}${key}-${names}`);
            }, ['']);
        },
    };
}
async function inTime(work) {
    const done = new AbortController();
    const late = (0,external_node_timers_promises_.setTimeout)(patienceMs, false, { signal: done.signal, ref: false }).catch(() => false);
    return Promise.race([work.then(() => true), late]).finally(() => done.abort());
}
function contents(folder) {
    return (0,external_node_fs_.readdirSync)(folder).sort();
}
function usedAt(file) {
    return (0,external_node_fs_.statSync)(file).mtimeMs;
}

// EXTERNAL MODULE: ./build/github/event.js
var github_event = __webpack_require__(6830);
// EXTERNAL MODULE: ./build/servers/baseline-cache/folder.js
var baseline_cache_folder = __webpack_require__(4046);
// EXTERNAL MODULE: ./build/settings/resolve.js + 3 modules
var resolve = __webpack_require__(41516);
// EXTERNAL MODULE: ./build/github/errors.js
var errors = __webpack_require__(47307);
;// CONCATENATED MODULE: ./build/github/contents.js

/** The file's text, or null where the commit has no such file. Throws where GitHub can't answer or refuses. */
async function fileAt(github, { owner, repo }, path, commit) {
    try {
        const { data } = await github.rest.repos.getContent({ owner, repo, path, ref: commit });
        if (Array.isArray(data) || !('content' in data))
            return null;
        // Above 1 MB GitHub leaves the content out.
        if (data.encoding !== 'base64')
            throw new Error(`GitHub does not hand out ${path}: it is too large`);
        return Buffer.from(data.content, 'base64').toString('utf8');
    }
    catch (error) {
        if ((0,errors/* statusOf */.c2)(error) === 404)
            return null;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/settings/base-files.js
/** Files as a commit holds them: a change must not bring the settings of its own check. */




/** How many links lead on to a file at most. */
const MOST_LINKS = 10;
/** The object of a file in a commit; a link to another file of it is that file. Null for what is no file there. */
async function base_files_fileAt(commit, path, top) {
    let at = path;
    for (let links = 0; links <= MOST_LINKS; links++) {
        const entry = await (0,git/* tryGit */.Ii)(['ls-tree', '-z', '--full-tree', commit, '--', at], top);
        // A folder has a name, too, and a link's text is the path that it leads to.
        const [, mode, type, object] = /^(\d+) (\w+) ([0-9a-f]+)\t/.exec(entry ?? '') ?? [];
        if (type !== 'blob' || object === undefined)
            return null;
        if (mode !== '120000')
            return object;
        at = external_node_path_.posix.join(external_node_path_.posix.dirname(at), await (0,git/* git */.$Y)(['cat-file', 'blob', object], top));
        if (at === '..' || at.startsWith('../') || external_node_path_.posix.isAbsolute(at))
            return null;
    }
    return null;
}
/** The files of a commit of the repository at `top`; null where git doesn't have the commit, as in a shallow clone. */
async function gitFiles(commit, top, name) {
    if (!/^[0-9a-f]{40,64}$/.test(commit))
        return null;
    const known = await (0,git/* tryGit */.Ii)(['cat-file', '-e', `${commit}^{commit}`], top);
    if (known === null)
        return null;
    const root = await (0,promises_.realpath)(top);
    return {
        name,
        async read(path) {
            const object = await base_files_fileAt(commit, (0,source/* displayPath */.Gt)(path, root), top);
            return object === null ? null : (0,git/* git */.$Y)(['cat-file', 'blob', object], top);
        },
    };
}

// EXTERNAL MODULE: ./build/settings/find-file.js
var find_file = __webpack_require__(87392);
;// CONCATENATED MODULE: ./build/action/base.js
/** Where the Action's settings come from: for a change that is only proposed, from the commit that it is proposed to. */





/** git where the commit is checked out, else GitHub; `base: null` where neither has it. Nothing for what is merged already. */
async function trustedSettings(change, github, top) {
    const { base } = change;
    if ((change.kind !== 'pull_request' && change.kind !== 'merge_group') || base === null)
        return {};
    const name = `the base branch (${base.slice(0, 7)})`;
    const local = await gitFiles(base, top, name);
    if (local !== null)
        return { base: local };
    if (github === null)
        return { base: null };
    const known = new Map();
    const read = (path) => {
        const shown = (0,source/* displayPath */.Gt)(path, top);
        const text = known.get(shown) ?? fileAt(github, change, shown, base);
        known.set(shown, text);
        return text;
    };
    try {
        // Whether GitHub answers at all shows with the first file.
        await read((0,external_node_path_.join)(top, find_file/* FILE_NAME */.zE));
        return { base: { name, read } };
    }
    catch {
        return { base: null };
    }
}

// EXTERNAL MODULE: ./build/github/changed-files.js
var changed_files = __webpack_require__(5076);
;// CONCATENATED MODULE: ./build/migrations/changes.js
/** Which files differ from a base commit, as git sees it. */


/**
 * The files that differ between the merge base of `base` with HEAD and the working tree, new untracked files included.
 * Throws `UsageError` where git doesn't know `base` or the history is too shallow to have a merge base.
 */
async function changedSince(base, cwd) {
    const from = await mergeBase(base, cwd);
    const diff = await (0,git/* git */.$Y)(['diff', '--name-status', '-z', '--find-renames', '--no-ext-diff', '--no-relative', from, '--'], cwd);
    const untracked = await (0,git/* git */.$Y)(['ls-files', '--others', '--exclude-standard', '--full-name', '-z', ':/'], cwd);
    const added = untracked.split('\0').filter((path) => path !== '');
    return [...parseNameStatus(diff), ...added.map((path) => ({ path, status: 'added' }))];
}
/** The base to compare with when none is named: the remote's default branch, else a local main or master. */
async function defaultBase(cwd) {
    const head = await (0,git/* tryGit */.Ii)(['symbolic-ref', '--short', 'refs/remotes/origin/HEAD'], cwd);
    const candidates = [head?.trim() ?? '', 'origin/main', 'origin/master', 'main', 'master'];
    for (const ref of candidates) {
        if (ref !== '' && (await (0,git/* tryGit */.Ii)(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], cwd)) !== null)
            return ref;
    }
    return null;
}
/** The abbreviated commit that `base` and HEAD share. Throws `UsageError` as `changedSince` does. */
async function mergeBase(base, cwd) {
    if (base.startsWith('-'))
        throw new usage_error/* UsageError */.e(`--base ${base}: not a git ref`);
    if ((await (0,git/* tryGit */.Ii)(['rev-parse', '--git-dir'], cwd)) === null) {
        throw new usage_error/* UsageError */.e(`--base ${base}: there is no git repository here. Name the files or folders to check instead.`);
    }
    if ((await (0,git/* tryGit */.Ii)(['rev-parse', '--verify', '--quiet', `${base}^{commit}`], cwd)) === null) {
        throw new usage_error/* UsageError */.e(`git doesn't know the base "${base}" here. Fetch it (git fetch origin ${base}), or name another one with --base. In a workflow: actions/checkout with "fetch-depth: 0".`);
    }
    const shared = await (0,git/* tryGit */.Ii)(['merge-base', base, 'HEAD'], cwd);
    if (shared !== null)
        return shared.trim();
    throw new usage_error/* UsageError */.e(`git finds no commit that "${base}" and HEAD share: the clone is probably shallow. Fetch the whole history (git fetch --unshallow; in a workflow: actions/checkout with "fetch-depth: 0").`);
}
/** Reads `git diff --name-status -z`: a status, then one path, or two for a rename or a copy. */
function parseNameStatus(output) {
    const fields = output.split('\0');
    const files = [];
    for (let i = 0; i + 1 < fields.length;) {
        const status = fields[i++] ?? '';
        const path = fields[i++] ?? '';
        if (status.startsWith('R'))
            files.push({ path: fields[i++] ?? '', status: 'renamed', previousPath: path });
        else if (status.startsWith('C'))
            files.push({ path: fields[i++] ?? '', status: 'added' });
        else if (status === 'D')
            files.push({ path, status: 'removed' });
        else
            files.push({ path, status: status === 'A' ? 'added' : 'modified' });
    }
    return files;
}

;// CONCATENATED MODULE: ./build/action/compare.js
/** Which files the event changed: what GitHub lists for a pull request, what git shows for everything else. */








/** Throws `UsageError` where the files can't be listed, or where the job did not check them out. */
async function compare(change, github, top) {
    if (change.kind === 'pull_request' && github) {
        const comparison = await pullRequest(change, github, top);
        refuseMissingCheckout(comparison.files, top);
        return comparison;
    }
    const trouble = await (0,git/* gitTrouble */.mr)(top);
    if (trouble !== null)
        throw new usage_error/* UsageError */.e(trouble);
    const base = change.base ?? (await defaultBase(top));
    if (base === null) {
        throw new usage_error/* UsageError */.e('git finds no default branch to compare with. Use actions/checkout with "fetch-depth: 0".');
    }
    const named = change.base?.slice(0, 7) ?? base;
    const comparedWith = `the merge base with ${named}`;
    const before = await gitFiles(await mergeBase(base, top), top, comparedWith);
    return { files: await changedSince(base, top), comparedWith, base: before, diff: new Map() };
}
/** GitHub's list comes first; without it, git's if the clone is deep enough: an outage must not stop a merge. */
async function pullRequest(change, github, top) {
    const comparedWith = `the base of pull request #${change.number} (${change.base.slice(0, 7)})`;
    try {
        return { ...(await (0,changed_files/* pullRequestFiles */.s)(github, change)), comparedWith };
    }
    catch (error) {
        const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);
        const files = await changedSince(change.base, top).catch(async () => {
            const trouble = await (0,git/* gitTrouble */.mr)(top);
            throw trouble === null ? error : new usage_error/* UsageError */.e(`${reason} And ${trouble}`);
        });
        (0,core/* warning */.$e)(`The changed files are those that git finds. ${reason}`);
        return { files, comparedWith, diff: new Map() };
    }
}
/** Files missing from the checkout must not look like "no migration changed". */
function refuseMissingCheckout(files, top) {
    const expected = files.filter(({ status }) => status !== 'removed');
    if (expected.length === 0 || expected.some(({ path }) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(top, path))))
        return;
    throw new usage_error/* UsageError */.e(`None of the changed files is in ${top}. The job needs a step "uses: actions/checkout" before this one.`);
}

// EXTERNAL MODULE: ./build/action/folders.js
var folders = __webpack_require__(96366);
// EXTERNAL MODULE: ./build/action/publish-report.js + 3 modules
var publish_report = __webpack_require__(50099);
// EXTERNAL MODULE: ./build/action/render.js + 59 modules
var render = __webpack_require__(17489);
// EXTERNAL MODULE: ./build/github/diff.js
var github_diff = __webpack_require__(39491);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
;// CONCATENATED MODULE: ./build/action/suggest.js
/** Mechanical repairs as suggested changes: which lines of the new file become which. Pure. */



/** A longer one is not read, and a repair that spans half a file is better made by hand. */
const MAX_LINES = 40;
/** One for each finding that can be repaired within lines that the diff shows; the first wins where two would touch. */
function planSuggestions(findings, sources, diff) {
    const planned = [];
    for (const repair of repairs_repairsOf(findings, sources)) {
        const suggestion = suggest(repair, sources.get(repair.finding.path) ?? '');
        if (suggestion === null || !isShown(suggestion, diff))
            continue;
        const touches = ({ path, from, to }) => path === suggestion.path && from <= suggestion.to && suggestion.from <= to;
        if (!planned.some(touches))
            planned.push(suggestion);
    }
    return planned;
}
function suggest(repair, text) {
    const lines = changedLines(text.split('\n'), edited(text, repair.fix.edits).split('\n'));
    if (lines === null)
        return null;
    const shown = [...lines.before, ...lines.after];
    // What can't be seen must not be accepted with a click.
    if (shown.length > MAX_LINES || shown.some((line) => (0,report_escape/* clean */.uH)(line) !== line))
        return null;
    return { ...repair, path: repair.finding.path, ...lines };
}
/** The lines that differ, as one block; an insertion takes the line below (or, at the end, above) with it. */
function changedLines(before, after) {
    let head = 0;
    while (head < before.length && head < after.length && before[head] === after[head])
        head++;
    let tail = 0;
    const rest = Math.min(before.length, after.length) - head;
    while (tail < rest && before.at(-1 - tail) === after.at(-1 - tail))
        tail++;
    if (head === before.length && head === after.length)
        return null;
    if (head + tail === before.length) {
        if (tail > 1 || (tail === 1 && before.at(-1) !== ''))
            tail--;
        else if (head > 0)
            head--;
    }
    return {
        from: head + 1,
        to: before.length - tail,
        before: before.slice(head, before.length - tail),
        after: after.slice(head, after.length - tail),
    };
}
/** Whether GitHub shows these very lines: the job may have checked out a merge with a base that moved on. */
function isShown({ path, from, to, before }, diff) {
    const shown = (0,github_diff/* shownLines */.T)(diff, path, from, to);
    return shown?.every((line, at) => line === before[at]) ?? false;
}

;// CONCATENATED MODULE: ./build/action/check-mode.js
/** `mode: check`: checks what the event changed. */













/** Each is tried by itself and with the others: more than a review takes, and yet not endlessly many. */
const MOST_SUGGESTIONS = 60;
/** The result is the exit code: the verdict alone decides it. */
async function checkMode(event, actionContext) {
    const { inputs, env, github } = actionContext;
    const { cwd, top } = await (0,folders/* foldersOf */.p)(inputs, env);
    const change = (0,github_event/* readEvent */.j)(event);
    const trusted = await trustedSettings(change, github, top);
    const resolved = await (0,resolve/* resolveSettings */.M)({ inputs: inputs.settings, cwd, ...trusted });
    const settings = change.kind === 'pull_request' && change.isFork ? withoutStrangersCode(resolved) : resolved;
    const { diff, ...files } = await compare(change, github, top);
    const checked = { ...trusted, ...files };
    const remote = keptInFiles(settings) && hasActionsCache(env) ? keptRemotely(env) : null;
    const { report, sources } = await check_check({
        settings,
        // GitHub names files from the top of the repository, so reports do, too.
        cwd: top,
        change: checked,
        // On one line: a server's words must not begin a line of the log.
        ...(remote && { kept: remote.place }),
        progress: (step) => (0,core/* info */.pq)(step.replaceAll(/\s+/g, ' ')),
    });
    const { commentKey } = inputs;
    const planned = inputs.suggestions ? planSuggestions(report.findings, sources, diff).slice(0, MOST_SUGGESTIONS) : [];
    // What is found out for a click must not cost the report.
    const look = lookAt({ settings, cwd: top, change: checked });
    const suggestions = await harmless(planned, sources, look).catch((error) => {
        (0,core/* info */.pq)(`No repair is suggested: ${error.message.replaceAll(/\s+/g, ' ')}`);
        return [];
    });
    await (0,publish_report/* publishReport */.S)(report, (0,render/* render */.X)(report, { change, diff, commentKey, env, sources, suggestions }), change, actionContext);
    await remote?.save();
    return report.verdict === 'pass' ? 0 : 1;
}
/** The application's program is the fork's own code, and here it would run beside the server's address. */
function withoutStrangersCode(settings) {
    if (settings.applicationCommand.length === 0)
        return settings;
    const note = { check: 'the application’s program', reason: 'application-command is never run for a fork' };
    return { ...settings, applicationCommand: [], notes: [...settings.notes, note] };
}
/** To fetch takes a second or two, and what is fetched belongs to this job: what is built as quickly is not kept. */
const WORTH_MS = 2000;
/** A service keeps its baselines itself. */
function keptInFiles({ cache, server, databaseUrl }) {
    return cache && (server === 'local' || server === 'embedded' || (server === 'auto' && databaseUrl === null));
}
function keptRemotely(env) {
    const folder = (0,baseline_cache_folder/* ownFolder */.v)(env.RUNNER_TEMP);
    if (folder === null)
        return null;
    const { fetch, save } = actionsCache(folder);
    return { place: { folder, worthMs: WORTH_MS, fetch }, save };
}


/***/ }),

/***/ 18075:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ notRehearsed)
/* harmony export */ });
/* harmony import */ var _sql_directives_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75957);
/* harmony import */ var _run_statement_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86546);


function notRehearsed({ id, path, layout, up, down, irreversible }) {
    const blank = (script) => script.statements.map((statement) => (0,_run_statement_report_js__WEBPACK_IMPORTED_MODULE_1__/* .blankReport */ .V)(script, statement, 'notRun'));
    return {
        ...{ id, path, layout },
        statements: [...blank(up), ...(down ? blank(down) : [])],
        lockTimeline: [],
        rollback: untriedRollback(up, down, irreversible),
        rerun: { verdict: 'not checked', differences: [] },
        ...{ validations: [], plans: [], queries: [], writeCosts: [], bloat: [], proofs: [] },
    };
}
function untriedRollback(up, down, said) {
    const reason = said ?? (0,_sql_directives_js__WEBPACK_IMPORTED_MODULE_0__/* .irreversibleReason */ .$)(up) ?? (down && (0,_sql_directives_js__WEBPACK_IMPORTED_MODULE_0__/* .irreversibleReason */ .$)(down));
    if (reason !== undefined && down === undefined) {
        return { verdict: 'declared irreversible', differences: [], irreversible: reason };
    }
    return { verdict: down ? 'not checked' : 'no down', differences: [], ...(reason && { irreversible: reason }) };
}


/***/ }),

/***/ 86546:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ blankReport)
/* harmony export */ });
function blankReport({ role }, statement, status) {
    const { path, line, endLine } = statement.location;
    return {
        role,
        path,
        line,
        endLine,
        kind: statement.kind,
        sql: statement.sql,
        status,
        locks: null,
        objectLocks: [],
        waits: [],
        rewrites: [],
        scans: [],
        rows: [],
        objects: [],
        invalidIndexes: [],
        lockTimeoutMs: null,
        notices: [],
        durationMs: 0,
        walBytes: null,
    };
}


/***/ }),

/***/ 4046:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ ownFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/** The folder that keeps what a later run can start from. */



/** Made if it isn't there; null where there is no folder that only we can write to. */
function ownFolder(parent = (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)()) {
    const folder = node_path__WEBPACK_IMPORTED_MODULE_2__.join(parent, `migration-safety-${userName()}`);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { mode: 0o700 });
    }
    catch {
        // It is there, or it can't be made: the check below shows.
    }
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(folder);
        const ours = process.getuid === undefined || (stat.uid === process.getuid() && (stat.mode & 0o077) === 0);
        return stat.isDirectory() && ours ? folder : null;
    }
    catch {
        return null;
    }
}
function userName() {
    return process.getuid === undefined ? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.userInfo)().username : String(process.getuid());
}


/***/ }),

/***/ 33150:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ sqlToSend),
/* harmony export */   v: () => (/* binding */ insertOf)
/* harmony export */ });
/* harmony import */ var _ast_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47392);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19427);


/** What is sent for a statement: its text, but for a COPY whose rows stand behind it. */
function sqlToSend(statement) {
    return insertOf(statement) ?? statement.sql;
}
/** Undefined where it is no such COPY, or its rows are in a form that isn't read here. */
function insertOf({ node, rows }) {
    const copy = (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'CopyStmt');
    if (rows === undefined || !copy?.is_from || !copy.relation?.relname)
        return undefined;
    const read = readRows(copy, rows.replace(/\r\n/g, '\n'));
    if (read === undefined)
        return undefined;
    const { schemaname, relname } = copy.relation;
    const table = [schemaname, relname]
        .filter((name) => name !== undefined)
        .map(_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .ident */ .b)
        .join('.');
    // It takes the same lock, and writes as many rows.
    if (read.length === 0)
        return `DELETE FROM ONLY ${table} WHERE false`;
    const columns = (copy.attlist ?? []).map((item) => (0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .ident */ .b)((0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(item, 'String')?.sval ?? ''));
    const into = columns.length > 0 ? `${table} (${columns.join(', ')})` : table;
    const values = read.map((fields) => `(${fields.map((field) => (field === null ? 'NULL' : (0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .e)(field))).join(', ')})`);
    // COPY writes identity columns whatever they are generated by.
    return `INSERT INTO ${into} OVERRIDING SYSTEM VALUE VALUES ${values.join(', ')}`;
}
function readRows(copy, text) {
    const format = formatOf(copy);
    if (format === undefined || copy.whereClause)
        return undefined;
    const lines = format.csv ? csvRows(text, format) : textRows(text, format);
    return format.header ? lines.slice(1) : lines;
}
const KNOWN = new Set(['format', 'header', 'delimiter', 'null', 'quote', 'escape', 'encoding', 'freeze', 'csv']);
/** Undefined for what is not read here: binary, and options that change the meaning of fields. */
function formatOf({ options = [] }) {
    const given = new Map();
    for (const item of options) {
        const { defname = '', arg } = (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(item, 'DefElem') ?? {};
        if (!KNOWN.has(defname))
            return undefined;
        given.set(defname, optionValue(arg));
    }
    const name = given.get('format') ?? 'text';
    if (name !== 'text' && name !== 'csv')
        return undefined;
    const csv = name === 'csv';
    const quote = given.get('quote') ?? '"';
    return {
        csv,
        header: given.has('header') && !['false', 'off', '0'].includes(given.get('header') ?? ''),
        delimiter: given.get('delimiter') ?? (csv ? ',' : '\t'),
        nullMark: given.get('null') ?? (csv ? '' : '\\N'),
        quote,
        escapeMark: given.get('escape') ?? quote,
    };
}
function optionValue(arg) {
    const number = (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(arg, 'Integer')?.ival;
    const bool = (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(arg, 'Boolean')?.boolval;
    return (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(arg, 'String')?.sval ?? (number === undefined ? String(bool ?? '') : String(number));
}
function textRows(text, { delimiter, nullMark }) {
    const lines = text.split('\n');
    if (lines.at(-1) === '')
        lines.pop();
    return lines.map((line) => splitText(line, delimiter).map((field) => (field === nullMark ? null : field.replace(ESCAPED, unescaped))));
}
/** A delimiter behind a backslash is part of the field. */
function splitText(line, delimiter) {
    const fields = [];
    let field = '';
    for (let at = 0; at < line.length; at++) {
        if (line[at] === '\\')
            field += line.slice(at, ++at + 1);
        else if (line[at] === delimiter) {
            fields.push(field);
            field = '';
        }
        else
            field += line[at];
    }
    return [...fields, field];
}
const ESCAPED = /\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|([\s\S]))/g;
const CONTROLS = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
function unescaped(_, octal, hex, char = '') {
    if (octal !== undefined)
        return String.fromCharCode(Number.parseInt(octal, 8));
    if (hex !== undefined)
        return String.fromCharCode(Number.parseInt(hex, 16));
    return CONTROLS[char] ?? char;
}
/** A quoted field may hold delimiters and line ends; a quoted null mark is text. */
function csvRows(text, { delimiter, nullMark, quote, escapeMark }) {
    const rows = [];
    let row = [];
    let field = '';
    let quoted = false;
    const endField = () => {
        row.push(!quoted && field === nullMark ? null : field);
        [field, quoted] = ['', false];
    };
    let open = false;
    for (let at = 0; at < text.length; at++) {
        const char = text[at] ?? '';
        if (open && char === escapeMark && (text[at + 1] === quote || text[at + 1] === escapeMark))
            field += text[++at];
        else if (char === quote) {
            open = !open;
            quoted = true;
        }
        else if (!open && char === delimiter)
            endField();
        else if (!open && char === '\n') {
            endField();
            rows.push(row);
            row = [];
        }
        else
            field += char;
    }
    if (field !== '' || quoted || row.length > 0) {
        endField();
        rows.push(row);
    }
    return rows;
}


/***/ }),

/***/ 16091:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F$: () => (/* binding */ COPIED_ROWS),
/* harmony export */   K9: () => (/* binding */ psqlCommand),
/* harmony export */   jM: () => (/* binding */ placeholderAt),
/* harmony export */   sn: () => (/* binding */ BYTE_ORDER_MARK)
/* harmony export */ });
/**
 * What is in migration files and is no SQL: commands of psql, the rows of a COPY, and placeholders that some tool
 * fills in. Each gets its own message: "syntax error at or near" doesn't help an author who wrote it on purpose.
 */
const IGNORE = 'or leave the file out with the setting `ignore`';
const COMMANDS = [
    [/^\\ir?\b|^\\include/, 'Put the SQL of the file that it names here, or make that file a migration of its own'],
    [/^\\copy\b/, 'Write the rows as INSERT statements, or load them outside the migrations'],
    [/^\\(gexec)\b/, 'Run what the query builds in a DO block, with EXECUTE'],
    [/^\\(set|unset|gset|prompt|getenv)\b/, 'Write the value itself where the variable stands'],
    [/^\\(if|elif|else|endif)\b/, 'Decide in a DO block, with IF … THEN … END IF'],
    [/^\\(c|connect)\b/, 'Take it out: the migration tool connects, one database to a set of migrations'],
    [/^\\(restrict|unrestrict)\b/, 'Take it out: pg_dump writes it, and only to guard psql'],
];
/** A backslash command. */
function psqlCommand(text) {
    const command = text.split(/\s/, 1)[0] ?? '';
    const advice = COMMANDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'Take it out, or write SQL that does the same';
    return {
        message: `${command} is a command of psql, not SQL`,
        help: `${advice}: only psql knows the command, a migration tool can’t send it. If psql alone runs this file, ${IGNORE.slice(3)}.`,
    };
}
/** The lines between COPY … FROM STDIN and its closing mark. */
const COPIED_ROWS = {
    message: 'the rows after COPY … FROM STDIN are data that only psql sends, not SQL',
    help: `Write the rows as INSERT statements (pg_dump --inserts does), load them outside the migrations, ${IGNORE}.`,
};
/** The character before all others, which no statement begins with. */
const BYTE_ORDER_MARK = {
    message: 'the byte order mark at the file’s beginning is no SQL, and this tool sends it',
    help: 'Save the file as UTF-8 without a byte order mark.',
};
/** Each begins where it matches; what it is follows "is". */
const PLACEHOLDERS = [
    [/\$\{[^{}\n]{1,100}\}/y, 'a placeholder, as Flyway, envsubst and many others fill in'],
    [/#\{[^{}\n]{1,100}\}/y, 'a placeholder of a template'],
    [/\{\{[^\n]{1,200}?\}\}/y, 'a placeholder of a template (Jinja, Go, Handlebars and the like)'],
    [/\{%[^\n]{1,200}?%\}/y, 'a command of a template (Jinja and the like)'],
    [/<%[^\n]{1,200}?%>/y, 'a piece of a template (ERB and the like)'],
    [/%\(\w+\)s/y, 'a parameter as Python’s drivers write it'],
    [/\$%\w+%\$|%%\w+%%/y, 'a placeholder that a tool fills in'],
    [/:(?:'[^'\n]+'|"[^"\n]+")/y, 'a variable of psql'],
    [/(?<!:):[A-Za-z_]\w*/y, 'a variable of psql, or a parameter that a program binds'],
    [
        /(?<=[._])\$[A-Za-z_]\w*\$|\$[A-Za-z_]\w*\$(?=[._])/y,
        'a placeholder, as DbUp fills it in (to Postgres it opens a string)',
    ],
    [/\?/y, 'a parameter that a program binds'],
];
/** How far before the offset a placeholder may begin. */
const REACH = 60;
/** The placeholder where the grammar stopped, or right before: what begins as an operator is taken for one at first. */
function placeholderAt(sql, offset) {
    for (let at = offset; at >= Math.max(0, offset - REACH); at--) {
        for (const [pattern, what] of PLACEHOLDERS) {
            pattern.lastIndex = at;
            const text = pattern.exec(sql)?.[0];
            if (text === undefined || sql.slice(at + text.length, offset).trim() !== '')
                continue;
            return {
                message: `${text.slice(0, 80)} is ${what}, not SQL`,
                help: `Nobody can read the statement before it is filled in, so no rule looked at it and no rehearsal can run it. Write what it stands for, check the files that the tool makes of these, ${IGNORE}.`,
            };
        }
    }
    return undefined;
}


/***/ }),

/***/ 34289:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ madeUpRoles),
  k: () => (/* binding */ makesUpRoles)
});

// EXTERNAL MODULE: ./build/sql/ast.js + 1 modules
var ast = __webpack_require__(47392);
;// CONCATENATED MODULE: ./build/sql/roles.js

/** Postgres' own: `postgres` owns most clusters, `pg_…` are predefined. */
const ALWAYS_THERE = /^(postgres|public|none|pg_.*)$/;
const SPEAKS_OF_ROLES = new Set(`AlterDefaultPrivilegesStmt AlterOwnerStmt AlterPolicyStmt AlterRoleSetStmt AlterRoleStmt AlterTableStmt CommentStmt
   CreatePolicyStmt CreateRoleStmt CreateSchemaStmt DropOwnedStmt GrantRoleStmt GrantStmt ReassignOwnedStmt VariableSetStmt`.split(/\s+/));
/** The roles that scripts give objects or rights to, or work as, each once. What EXECUTE makes of a text stays unseen. */
function rolesNamed(scripts) {
    const names = new Set(trees(scripts).flatMap((node) => [...specified(node), ...named(node)]));
    return [...names].filter((name) => !ALWAYS_THERE.test(name));
}
/** The roles that are to own something: a table's owner must be allowed to create tables in its schema. */
function ownersNamed(scripts) {
    const owners = trees(scripts).flatMap((node) => [
        (0,ast/* nodeOf */.E7)(node, 'AlterOwnerStmt')?.newowner,
        ...((0,ast/* nodeOf */.E7)(node, 'AlterTableStmt')?.cmds ?? []).map((item) => (0,ast/* nodeOf */.E7)(item, 'AlterTableCmd')?.newowner),
    ]);
    return owners.flatMap(specified);
}
/** The roles that scripts create. */
function rolesCreated(scripts) {
    return trees(scripts).flatMap((node) => (0,ast/* nodeOf */.E7)(node, 'CreateRoleStmt')?.role ?? []);
}
function trees(scripts) {
    return scripts
        .flatMap(({ statements }) => statements.flatMap((statement) => [statement, ...(statement.block?.statements ?? [])]))
        .flatMap(({ kind, node }) => (node !== null && SPEAKS_OF_ROLES.has(kind) ? [node] : []));
}
/** Every RoleSpec, which is in a field of its own as often as under its tag. */
function specified(root) {
    const names = [];
    const waiting = [root];
    while (waiting.length > 0) {
        const node = waiting.pop();
        if (node === null || typeof node !== 'object')
            continue;
        const { roletype, rolename } = node;
        if (roletype === 'ROLESPEC_CSTRING' && rolename)
            names.push(rolename);
        else
            for (const part of Object.values(node).reverse())
                waiting.push(part);
    }
    return names;
}
/** Where the tree has a role's name as plain text. */
function named(node) {
    const setting = (0,ast/* nodeOf */.E7)(node, 'VariableSetStmt');
    const comment = (0,ast/* nodeOf */.E7)(node, 'CommentStmt');
    const names = [
        (0,ast/* nodeOf */.E7)(node, 'CreateRoleStmt')?.role,
        comment?.objtype === 'OBJECT_ROLE' ? (0,ast/* nodeOf */.E7)(comment.object, 'String')?.sval : undefined,
        setting?.name === 'role' ? (0,ast/* nodeOf */.E7)(setting.args?.[0], 'A_Const')?.sval?.sval : undefined,
        ...((0,ast/* nodeOf */.E7)(node, 'GrantRoleStmt')?.granted_roles ?? []).map((granted) => (0,ast/* nodeOf */.E7)(granted, 'AccessPriv')?.priv_name),
    ];
    return names.filter((name) => name !== undefined);
}

;// CONCATENATED MODULE: ./build/sql/made-up-roles.js


const PATH = 'roles that no script creates';
/**
 * `own`: the administrator's scripts, which make the roles that they name. `before`: those that precede the change;
 * a role that they create is made up, too, since nothing but its name counts. Null where no role is wanted.
 */
function madeUpRoles(own, before, change) {
    const made = new Set([...rolesCreated(own), ...rolesCreated(change)]);
    const created = new Set(rolesCreated(before));
    const wanted = rolesNamed([...before, ...change]).filter((name) => !made.has(name) && !name.startsWith('migration_safety_'));
    if (wanted.length === 0)
        return null;
    const owners = new Set(ownersNamed([...before, ...change]));
    const text = wanted
        .map((name) => `CREATE ROLE ${(0,ast/* quoted */.TL)(name)} NOLOGIN;\n${owners.has(name) ? mayOwn(name) : ''}`)
        .join('');
    const unknown = wanted.filter((name) => !created.has(name));
    const note = {
        check: `the rights of ${enumerated(unknown)}`,
        reason: 'no script creates them: plain roles of these names stand in, as far as the server has none. Name a bootstrap file to make them as production has them',
    };
    return { file: { path: PATH, text }, notes: unknown.length > 0 ? [note] : [] };
}
/** Whether it is the script that `madeUpRoles` wrote. */
function makesUpRoles({ file }) {
    return file.path === PATH;
}
/** Who is to own a table must be allowed to create one in its schema; schemas that scripts make are out of reach here. */
function mayOwn(name) {
    return `GRANT CREATE ON SCHEMA public TO ${(0,ast/* quoted */.TL)(name)};\n`;
}
function enumerated(names) {
    const shown = names.slice(0, 6).join(', ');
    const more = names.length - 6;
    return more > 0 ? `the roles ${shown} and ${more} more` : `${names.length > 1 ? 'the roles' : 'the role'} ${shown}`;
}


/***/ }),

/***/ 99619:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ loadPgQuery),
/* harmony export */   w: () => (/* binding */ SURELY_FITS)
/* harmony export */ });
let loaded;
/** Loads the module, about 20 ms; once in a process. */
function loadPgQuery() {
    loaded ??= load();
    return loaded;
}
async function load() {
    const { default: createModule } = await __webpack_require__.e(/* import() */ 995).then(__webpack_require__.t.bind(__webpack_require__, 53995, 19));
    // When its memory is used up it prints where it went; the answer says that the text was not read.
    return callsTo(await createModule({ printErr: () => { } }));
}
const CONSTANTS = 2 * 1024 * 1024;
/** Each overflow leaves less of the module's own stack, of which there are 33 MB: some 40 use it up (measured). */
const MOST_OVERFLOWS = 10;
/** After so many, no longer text is tried. A shorter one can't overflow: a level takes two characters, and there is room for 7,000. */
const SURELY_FITS = 10_000;
function callsTo(module) {
    // All that a new module has in its memory is 1 MB of constants at the beginning; then come its stack and its heap, all zero.
    const fresh = module.HEAPU8.slice(0, CONSTANTS);
    let overflows = 0;
    /** Undefined where the module gave up. */
    const withText = (sql, sure, call) => {
        if (overflows >= MOST_OVERFLOWS && sql.length > SURELY_FITS && !sure)
            return undefined;
        try {
            const room = module.lengthBytesUTF8(sql) + 1;
            const query = module._malloc(room);
            module.stringToUTF8(sql, query, room);
            const result = call(query);
            module._free(query);
            return result;
        }
        catch {
            overflows++;
            module.HEAPU8.set(fresh);
            module.HEAPU8.fill(0, fresh.length);
            return undefined;
        }
    };
    /** A tree in JSON, or what is wrong; undefined where the module gave up. */
    const plpgsql = (sql) => withText(sql, false, (query) => {
        const pointer = module._wasm_parse_plpgsql(query);
        const text = module.UTF8ToString(pointer);
        module._wasm_free_string(pointer);
        return text;
    });
    return {
        parse: (sql, sure = false) => withText(sql, sure, (query) => answerAt(module, module._wasm_parse_query_raw(query))) ?? { tooDeep: true },
        parsePlpgsql(sql) {
            const text = plpgsql(sql);
            return text?.startsWith('{') ? JSON.parse(text) : undefined;
        },
        problemOfPlpgsql(sql) {
            const text = plpgsql(sql);
            return text?.startsWith('{') ? undefined : text;
        },
    };
}
/** Reads a PgQueryParseResult and frees it. */
function answerAt(module, result) {
    const [tree, , error] = [0, 4, 8].map((offset) => module.getValue(result + offset, 'i32'));
    let answer;
    if (error) {
        const message = module.UTF8ToString(module.getValue(error, 'i32'));
        answer = { problem: { message, position: Math.max(module.getValue(error + 16, 'i32') - 1, 0) } };
    }
    else {
        answer = { tree: JSON.parse(module.UTF8ToString(tree ?? 0)) };
    }
    module._wasm_free_parse_result(result);
    return answer;
}


/***/ }),

/***/ 49491:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TR: () => (/* binding */ refuse),
/* harmony export */   gn: () => (/* binding */ isForPsql),
/* harmony export */   me: () => (/* binding */ isDumpFrame)
/* harmony export */ });
/* harmony import */ var _ast_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47392);
/* harmony import */ var _copy_rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33150);
/* harmony import */ var _foreign_syntax_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16091);



/** Why a statement isn't sent; undefined where it is. What a function does inside is the server's to refuse. */
function refuse({ node, sql, rows }) {
    if (node === null) {
        const command = /^\\[a-z!?]\w*/i.exec(sql)?.[0];
        return command && `${command} is a command of psql, not SQL: no migration tool can send it`;
    }
    const copy = (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'CopyStmt');
    if (copy === undefined)
        return undefined;
    if (copy.is_program)
        return 'COPY … PROGRAM runs a program on the database server, which a rehearsal never does';
    if (copy.filename) {
        return `COPY ${copy.is_from ? 'FROM' : 'TO'} a file reaches for the database server’s own files, which a rehearsal never does`;
    }
    if (copy.is_from) {
        if ((0,_copy_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .insertOf */ .v)({ node, rows }) !== undefined)
            return undefined;
        return 'the rows of COPY … FROM STDIN come from psql, beside the SQL: write INSERT (pg_dump --inserts does)';
    }
    return undefined;
}
/** Whether it is for psql alone: one of its commands, or rows beside the SQL. */
function isForPsql({ node, sql, rows, syntaxError }) {
    if (node === null)
        return sql.startsWith('\\') || syntaxError?.message === _foreign_syntax_js__WEBPACK_IMPORTED_MODULE_2__/* .COPIED_ROWS */ .F$.message;
    const copy = (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'CopyStmt');
    return copy?.is_from === true && !copy.is_program && !copy.filename && (0,_copy_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .insertOf */ .v)({ node, rows }) === undefined;
}
/** pg_dump frames its output in `\restrict` and `\unrestrict` since August 2025: they guard psql and mean nothing elsewhere. */
function isDumpFrame({ node, sql }) {
    return node === null && /^\\(un)?restrict\b/.test(sql);
}


/***/ }),

/***/ 28293:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ runsOf)
/* harmony export */ });
/** Neighbours of one layout that share a run's transaction, in order; every other migration by itself. */
function runsOf(migrations) {
    const runs = [];
    for (const migration of migrations) {
        const run = runs.at(-1);
        const before = run?.at(-1);
        if (before && run && shares(before, migration))
            run.push(migration);
        else
            runs.push([migration]);
    }
    return runs;
}
function shares(before, { layout, up }) {
    return up.transaction === 'per-run' && before.up.transaction === 'per-run' && before.layout === layout;
}


/***/ })

};
