export const id = 361;
export const ids = [361];
export const modules = {

/***/ 9438:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ findMigrations),
  S: () => (/* binding */ scriptsOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/findings/internal-error.js
var internal_error = __webpack_require__(8962);
// EXTERNAL MODULE: ./build/system/git.js
var git = __webpack_require__(8841);
// EXTERNAL MODULE: ./build/system/source.js
var source = __webpack_require__(3936);
// EXTERNAL MODULE: ./build/system/usage-error.js
var usage_error = __webpack_require__(53);
// EXTERNAL MODULE: ../../work/main/node_modules/picomatch/index.js
var picomatch = __webpack_require__(8374);
// EXTERNAL MODULE: ./build/system/read-file.js
var read_file = __webpack_require__(8060);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/migrations/layouts/names.js
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

;// CONCATENATED MODULE: ./build/migrations/roots.js
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
const isScript = (path) => /\.(sql|md|markdown)$/i.test(path);
const isBookkeeping = (path) => BOOKKEEPING.test(baseName(path)) || CHANGELOG.test(path);
/** What may be one of Liquibase's changelogs, by its place or name. */
const mayBeChangelog = (path) => CHANGELOG.test(path) && !BOOKKEEPING.test(baseName(path));
/** A migration that is written in code, in the same numbering. */
const isCode = (path) => CODE.test(path) && ORDER_KEY.test(baseName(path));
/** Whether the folder or the name says that a file belongs to migrations. */
function looksLikeMigration(path) {
    const folders = folderOf(path).split('/');
    if (folders.some((folder) => MIGRATION_FOLDER.test(folder)))
        return isScript(path) || isBookkeeping(path) || isCode(path);
    const name = baseName(path);
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
    return /\.sql$/i.test(path) && /^(revert|rollback|verify)$/i.test(folderName(path));
}
/** The folder that holds a migration and its neighbours, with a slash; empty for the top. */
function rootOf(path) {
    let folder = folderOf(path);
    const name = baseName(path);
    const climb = () => {
        folder = folderOf(folder.slice(0, -1));
    };
    const own = () => baseName(folder.slice(0, -1));
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
    while (folder !== '' && (ROLE_FOLDER.test(own()) || PERIOD_FOLDER.test(own())))
        climb();
    return folder;
}
/** `<version>_name/`, or any folder directly in one for migrations. */
function holdsOneMigration(folder) {
    const name = baseName(folder.slice(0, -1));
    return /^\d/.test(name) || MIGRATION_FOLDER.test(folderName(folder.slice(0, -1)));
}

;// CONCATENATED MODULE: ./build/migrations/files.js
/** Which files to look at: the named ones, or those of the folders that hold a changed migration, folder by folder. */







const SKIPPED = new Set(['node_modules', '.git']);
const CONFIG = /^(flyway\.(conf|toml)|sqitch\.(conf|plan)|diesel\.toml|drizzle\.config\.\w+|schema\.prisma|prisma\.config\.\w+|config\.(toml|ya?ml)|atlas\.hcl|tern\.conf|\.gmrc(\.c?js)?|package\.json|Cargo\.toml|go\.mod|Gemfile)$/;
/** The files that a check reads. */
async function candidates(change, settings, cwd) {
    const top = (await (0,git/* repositoryRoot */.Hn)(cwd)) ?? cwd;
    const at = { top, cwd };
    return 'paths' in change ? fromPaths(change.paths, settings, at) : fromChanges(change.files, settings, at);
}
async function fromPaths(paths, settings, at) {
    const { cwd } = at;
    const wanted = selector(settings);
    const named = new Set();
    const below = [];
    for (const path of paths) {
        const absolute = (0,external_node_path_.resolve)(cwd, path);
        const found = await (0,promises_.stat)(absolute).catch(() => null);
        if (found === null)
            throw new usage_error/* UsageError */.e(`${path}: there is no such file or folder.`);
        if (found.isDirectory()) {
            below.push(absolute);
            for (const file of await filesUnder(absolute))
                if (isScript(file) && wanted.matches(file))
                    named.add(file);
        }
        else if (isScript(absolute) || settings.command.length === 0)
            named.add(absolute);
    }
    if (named.size === 0 && settings.command.length === 0) {
        const where = settings.migrations.length > 0 ? ` match migrations: ${settings.migrations.join(', ')}` : ' are SQL';
        throw new usage_error/* UsageError */.e(`No migrations found: none of the files under ${paths.join(', ')}${where}. Name the files or folders that hold them.`);
    }
    const roots = new Set([...named].map((file) => rootOf((0,source/* displayPath */.G)(file, cwd))));
    const shown = new Set([...named].map((file) => (0,source/* displayPath */.G)(file, cwd)));
    return {
        top: at.top,
        folders: await foldersOf(roots, named, wanted, at),
        isChanged: (path) => shown.has(path) || (isBookkeeping(path) && below.some((folder) => isUnder((0,external_node_path_.resolve)(cwd, path), folder))),
        changes: null,
        notChecked: [],
    };
}
async function fromChanges(changes, settings, at) {
    const { top, cwd } = at;
    const wanted = selector(settings);
    const changed = new Map();
    const passedOver = [];
    for (const file of changes) {
        const absolute = (0,external_node_path_.join)(top, file.path);
        if (!isUnder(absolute, settings.root))
            continue;
        const known = isScript(file.path) ? wanted.matches(absolute) : isBookkeeping(file.path) || isCode(file.path);
        if (!known)
            continue;
        const named = settings.migrations.length > 0 && isScript(file.path);
        if (named || looksLikeMigration(file.path) || (await isBesideDeploy(absolute)))
            changed.set(absolute, file);
        else if (/\.sql$/i.test(file.path))
            passedOver.push(file.path);
    }
    // Also what the checkout lacks: it then can't be read, which is said, instead of being passed over.
    const there = [...changed].filter(([, { status }]) => status !== 'removed').map(([file]) => file);
    const roots = new Set([...changed.keys()].map((file) => rootOf((0,source/* displayPath */.G)(file, cwd))));
    const shown = new Map([...changed].map(([file, entry]) => [(0,source/* displayPath */.G)(file, cwd), entry]));
    return {
        top,
        folders: await foldersOf(roots, new Set(there), wanted, at),
        isChanged: (path) => shown.has(path),
        changes: shown,
        notChecked: passedOver.length === 0 ? [] : [unknown(passedOver)],
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
async function foldersOf(roots, named, wanted, at) {
    const { top, cwd } = at;
    const folders = [...roots].sort().map(async (root) => {
        const absolute = (0,external_node_path_.resolve)(cwd, root);
        const mine = (path) => rootOf((0,source/* displayPath */.G)(path, cwd)) === root;
        const listed = (await filesUnder(absolute).catch(() => [])).filter(mine);
        const files = listed.filter((file) => (isScript(file) ? wanted.matches(file) : isBookkeeping(file)));
        const own = [...named].filter((file) => mine(file) && !isCode(file));
        const code = listed.filter((file) => isCode(file)).map((file) => (0,source/* displayPath */.G)(file, cwd));
        return { root, files: [...new Set([...files, ...own])].sort(), code, configs: await configsAbove(absolute, top) };
    });
    return Promise.all(folders);
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
        matches(absolute) {
            if (special.has(absolute))
                return false;
            const path = (0,source/* displayPath */.G)(absolute, settings.root);
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
var layouts_layout = __webpack_require__(9031);
;// CONCATENATED MODULE: ./build/migrations/application.js
/** What the settings name besides migrations: the application's queries, validation queries, production's statistics. */







/** The application's queries as files, in order. Throws `UsageError` where a glob finds nothing. */
function readQueryFiles({ queries, root }, cwd) {
    return readMatching('queries', queries, root, cwd);
}
/** Validation queries that belong to no single migration. Throws as `readQueryFiles` does. */
async function readValidation({ validation, root }, cwd) {
    const files = await readMatching('validation', validation, root, cwd);
    return files.map((file) => (0,layouts_layout/* wholeFile */.A)('verify', file, 'autocommit'));
}
/** The text of the statistics file. */
async function readStatisticsFile(path, cwd) {
    const shown = (0,source/* displayPath */.G)(path, cwd);
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
        const matching = below.filter((file) => matches((0,source/* displayPath */.G)(file, root)));
        if (matching.length === 0)
            throw new usage_error/* UsageError */.e(`${setting}: no file matches "${glob}".`);
        for (const file of matching)
            found.add(file);
    }
    const results = await Promise.all([...found].sort().map((path) => (0,source/* readSource */.o)(path, cwd)));
    return results.map((result) => {
        if ('problem' in result)
            throw new usage_error/* UsageError */.e(`${setting}: ${result.path}: ${(0,read_file/* inSentence */.BX)(result.problem)}`);
        return result.file;
    });
}

;// CONCATENATED MODULE: ./build/migrations/base-set.js
/** A folder as the base branch has it: the files of today, with what the change did to them undone. */



/** Null where the base branch can't be read. `top`: what the changes' paths are relative to. */
async function setAtBase(set, changes, { base, top, cwd }) {
    if (!base)
        return null;
    const files = set.files.filter(({ path }) => !changes.has(path));
    for (const [path, { status, path: full, previousPath }] of changes) {
        if (status === 'added')
            continue;
        const before = status === 'renamed' ? (previousPath ?? full) : full;
        const shown = status === 'renamed' ? (0,source/* displayPath */.G)((0,external_node_path_.join)(top, before), cwd) : path;
        // What is included from elsewhere belongs to it, too.
        const isMine = rootOf(shown) === set.root || set.files.some((file) => file.path === path);
        if (!isMine || !(isScript(shown) || isBookkeeping(shown)))
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
        .map((file) => (0,layouts_layout/* wholeFile */.A)('up', file, 'autocommit'));
}
/** Folders in one database may be for several. */
function severalDatabases(folders, inOne) {
    const roots = folders.filter(({ note, changed }) => note && changed.length > 0).map(({ note }) => note?.root || '.');
    if (!inOne || roots.length < 2)
        return [];
    const reason = 'they were rehearsed in one database, one folder after the other: if they are for several, run the check once for each, with the setting migrations';
    return [{ check: `${roots.join(' and ')} each by itself`, reason }];
}

// EXTERNAL MODULE: ./build/system/run-program.js
var run_program = __webpack_require__(2833);
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
    const migration = (id, file) => ({
        ...{ id, path: file.path, layout: 'command' },
        // Such programs print the BEGIN and COMMIT that they would send.
        up: (0,layouts_layout/* wholeFile */.A)('up', file, transaction === 'auto' ? 'autocommit' : transaction),
    });
    if (!command.some((argument) => argument.includes(PATH))) {
        const path = `output of ${program}`;
        return [migration(program, { path, text: await outputOf('command', command, settings) })];
    }
    if (settings.migrations.length === 0) {
        throw new usage_error/* UsageError */.e(`command: ${PATH} stands for the changed files that the setting migrations names: set it, too.`);
    }
    const migrations = [];
    for (const absolute of (await changedFiles(change, settings, cwd)).sort(byName)) {
        const path = (0,source/* displayPath */.G)(absolute, settings.root);
        const filled = command.map((argument) => argument.replaceAll(PATH, () => path));
        const shown = (0,source/* displayPath */.G)(absolute, cwd);
        migrations.push(migration(shown, { path: `output for ${shown}`, text: await outputOf('command', filled, settings) }));
    }
    return migrations;
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
        const printed = await (0,run_program/* runProgram */.m)(program, args, {
            ...{ cwd: root, env: withoutSecrets(process.env), timeout: runTimeout * 1000 },
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
function withoutSecrets(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(INPUT_|ACTIONS_|GITHUB_TOKEN$|GH_TOKEN$)/.test(name)));
}
/** The files in code that the change has and that `migrations` names. Absolute. */
async function changedFiles(change, settings, cwd) {
    const options = { dot: true, flags: 's' };
    const [included, ignored] = [picomatch(settings.migrations, options), picomatch(settings.ignore, options)];
    const wanted = (absolute) => {
        const path = (0,source/* displayPath */.G)(absolute, settings.root);
        return !isScript(path) && included(path) && !ignored(path);
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
var lexer = __webpack_require__(3714);
// EXTERNAL MODULE: ./build/sql/positions.js
var positions = __webpack_require__(8992);
;// CONCATENATED MODULE: ./build/migrations/dump.js



/** About the database itself, which the rehearsal makes. */
const DATABASE = /^(CREATE|ALTER|DROP|COMMENT\s+ON)\s+DATABASE\b/i;
const COPY = /^COPY\b[\s\S]*\bFROM\s+stdin\b/i;
/** The dump without psql's commands, without rows, and without what is about the database as a whole. */
function readDump(file) {
    const { statements, metaCommands } = (0,lexer/* lex */.Ii)(file.text);
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
    return { script: { ...(0,layouts_layout/* wholeFile */.A)('up', file, 'autocommit'), sql: without(file.text, blank) }, rowsLeftOut };
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

;// CONCATENATED MODULE: ./build/migrations/layouts/own-runner.js
/** What a project's own code says of how it sends a folder of plain files. Pure. */


const READS = /embed|read_?dir|glob|include_(str|dir|bytes)|walk|listdir|scandir|iterdir|list_?files|Files\.list|get_?resource|resource|read_?file|read_to_string|slurp|\bopen\(/i;
/** As Go, Rust, TypeScript, Python, Java and Clojure write it; a statement of its own in a string, too. */
const BEGINS = /\bBegin(?:Tx|Txx|Txn|Func|TxFunc)?\s*\(|\.begin(?:_nested)?\(\)|\b(?:with_?|in_?|run_?in_?)?transaction(?:ally)?\s*[(<{]|\bRunInTx\b|\bInTx\s*\(|\bwith-(?:db-transaction|transaction|atomic)\b|\bsetAutoCommit\(\s*false\s*\)|\batomic\(|["'`]\s*(?:BEGIN|START TRANSACTION)\b/i;
/** Whether code reads the files of a folder: it names it as a path that leads there, and reads files. */
function readsFolder({ path, text }, root) {
    const name = baseName(root.slice(0, -1));
    if (name === '' || !READS.test(text))
        return false;
    const paths = text.matchAll(new RegExp(`(?:[\\w.@$-]+/)*${name.replace(/[^\w]/g, '\\$&')}(?![\\w-])`, 'g'));
    return [...paths].some(([written]) => leadsTo(written, path, root));
}
/** From the code's folder or one above it, or from a folder for resources. */
function leadsTo(written, code, root) {
    const path = written.replace(/^(?:\$[\w]*\/)+/, '');
    for (let from = folderOf(code);; from = folderOf(from.slice(0, -1))) {
        if (external_node_path_.posix.join(from, path, '/') === root)
            return true;
        if (from === '')
            return root.endsWith(`/resources/${path}/`) || root === `resources/${path}/`;
    }
}
/** What the code that names the folder shows, with the files beside it. */
function runnerOf(code, beside, root, names) {
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
    return { path: code.path, begins: begins[0] ?? null, order: orderIn(code, names) };
}
/** The order in which code lists the files, if it lists all but a few. */
function orderIn({ text }, names) {
    const places = names.flatMap((name) => {
        const stem = name.replace(/\.sql$/i, '');
        const at = text.search(new RegExp(`(?<![\\w-])${stem.replace(/[^\w]/g, '\\$&')}(?![\\w-])`));
        return at === -1 ? [] : [{ name, at }];
    });
    if (places.length < 2 || places.length * 5 < names.length * 4)
        return null;
    return places.sort((a, b) => a.at - b.at).map(({ name }) => name);
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






const find_runner_CODE = ['go', 'rs', 'ts', 'mts', 'js', 'mjs', 'cjs', 'py', 'java', 'kt', 'clj', 'rb', 'cs', 'php', 'ex'].map((suffix) => `*.${suffix}`);
const NOT_THE_RUNNER = /(^|\/)(node_modules|vendor|testdata|tests?|__tests__)\/|[._]test\.\w+$|[._]spec\.\w+$/;
/** As many files as name a folder of migrations in a sensible repository, and as lie beside one. */
const MOST_FILES = 50;
const MOST_TEXT = 400_000;
/** Null where no code names the folder as one that it reads. */
async function findRunner(set, cwd) {
    const name = baseName(set.root.slice(0, -1));
    const top = name === '' ? null : await (0,git/* repositoryRoot */.Hn)(cwd);
    if (top === null)
        return null;
    const codeWith = (search) => codeThatHolds(search, top, cwd);
    const naming = await codeWith(['-F', '-e', name, '--', ...find_runner_CODE.map((glob) => `:(top)${glob}`)]);
    const names = sqlFiles(set).map(({ path }) => baseName(path));
    const runners = [];
    for (const code of naming.filter((file) => readsFolder(file, set.root))) {
        const suffix = code.path.slice(code.path.lastIndexOf('.'));
        const folder = `:(glob)${folderOf(code.path)}*${suffix}`;
        const beside = (await codeWith(['-i', '-F', '-e', 'migrat', '--', folder])).filter(({ path }) => path !== code.path);
        const runner = runnerOf(code, beside, set.root, names);
        if (runner)
            runners.push(runner);
    }
    return runners.find(({ begins }) => begins !== null) ?? runners[0] ?? null;
}
/** The files that git finds, tracked or not. */
async function codeThatHolds(search, top, cwd) {
    const found = await (0,git/* tryGit */.Ii)(['grep', '-l', '-I', '-z', '--untracked', '--full-name', ...search], cwd);
    const paths = (found ?? '').split('\0').filter((path) => path !== '' && !NOT_THE_RUNNER.test(path));
    const texts = await Promise.all(paths.slice(0, MOST_FILES).map(async (path) => {
        const absolute = (0,external_node_path_.resolve)(top, path);
        return { path: (0,source/* displayPath */.G)(absolute, cwd), read: await (0,read_file/* readText */.yR)(absolute, cwd) };
    }));
    return texts.flatMap(({ path, read }) => 'text' in read && read.text.length <= MOST_TEXT ? [{ path, text: read.text }] : []);
}

// EXTERNAL MODULE: ./build/migrations/problem.js
var migrations_problem = __webpack_require__(6194);
;// CONCATENATED MODULE: ./build/migrations/layouts/readers.js
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
        markdown ??= await __webpack_require__.e(/* import() */ 575).then(__webpack_require__.bind(__webpack_require__, 8575));
    if (files.some(isYaml))
        yaml ??= await __webpack_require__.e(/* import() */ 207).then(__webpack_require__.t.bind(__webpack_require__, 7207, 19));
    if (files.some(isXml))
        xml ??= await __webpack_require__.e(/* import() */ 466).then(__webpack_require__.bind(__webpack_require__, 9466));
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

;// CONCATENATED MODULE: ./build/migrations/layouts/changelog-xml.js

const ENTITY = '&(?:lt|gt|amp|quot|apos|#\\d+|#x[\\da-fA-F]+);';
/** An operator that is written with entities, in part: its characters have to stay together. */
const WRITTEN = new RegExp(`(?:[-<>=!@#%^|?~+*/]|${ENTITY})*${ENTITY}(?:[-<>=!@#%^|?~+*/]|${ENTITY})*`, 'g');
const NAMED = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** The elements below the root. */
function xmlNodes(text) {
    const { nodes, error } = readXml(text);
    const root = nodes.find((node) => nameOf(node) === 'databaseChangeLog');
    return { nodes: root ? changelog_xml_elements(root, text) : [], error };
}
function changelog_xml_elements(node, text) {
    const inside = node[nameOf(node)];
    return Array.isArray(inside) ? inside.filter((one) => nameOf(one) !== '#text').map((one) => changelog_xml_element(one, text)) : [];
}
function changelog_xml_element(node, text) {
    const { start, end } = placeOfXml(node);
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
        document = readYaml(text);
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
    return { nodes: [], problems: [(0,migrations_problem/* malformed */.Q)(file, error.line, message)] };
}

;// CONCATENATED MODULE: ./build/migrations/layouts/changelog-nodes.js
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

;// CONCATENATED MODULE: ./build/migrations/layouts/liquibase-includes.js
/** Liquibase's changelogs: what they include and hold, in the order in which Liquibase runs it. Pure. */





const isChangelog = ({ path, text }) => /\.(ya?ml|json|xml)$/i.test(path) && text.includes('databaseChangeLog');
/** Follows the changelogs from those that no other includes. */
function included(changelogs, scripts) {
    const result = { steps: [], properties: new Map(), problems: [], incomplete: false };
    const all = [...changelogs, ...scripts].sort((a, b) => byText(a.path, b.path));
    const nodes = new Map(changelogs.map((file) => {
        const read = changelogNodes(file);
        result.problems.push(...read.problems);
        result.incomplete ||= read.problems.length > 0;
        return [file, read.nodes];
    }));
    const inside = new Set();
    for (const [file, entries] of nodes)
        for (const entry of entries)
            for (const target of targets(entry, file, all))
                inside.add(target);
    const roots = changelogs.filter((file) => !inside.has(file));
    const walk = { all, nodes, done: new Set(), result };
    for (const root of roots.length > 0 ? roots : changelogs.slice(0, 1))
        follow(root, [], walk);
    return result;
}
function follow(changelog, above, walk) {
    const { all, nodes, done, result } = walk;
    done.add(changelog);
    const chain = [...above, changelog];
    for (const entry of nodes.get(changelog) ?? []) {
        if (entry.name === 'changeSet')
            result.steps.push({ changelog, changeset: entry });
        if (entry.name === 'property')
            addProperty(entry, result.properties);
        const found = targets(entry, changelog, all);
        if (found.length === 0)
            result.problems.push(...missing(entry, changelog));
        for (const file of found) {
            if (/\.sql$/i.test(file.path)) {
                if (!result.steps.some((step) => 'file' in step && step.file === file))
                    result.steps.push({ file });
            }
            else if (chain.includes(file)) {
                const cycle = [...chain.slice(chain.indexOf(file)), file].map(({ path }) => path).join(' → ');
                const message = `The changelogs include each other in a circle: ${cycle}.`;
                result.problems.push((0,migrations_problem/* malformed */.Q)(changelog, entry.line, message));
            }
            else if (!done.has(file))
                follow(file, chain, walk);
        }
    }
}
/** The files that an `include` or `includeAll` means. */
function targets(entry, changelog, all) {
    const target = targetOf(entry);
    if (target === undefined)
        return [];
    const found = filesAt(target, said(entry, 'relativeToChangelogFile') === 'true', changelog, all);
    return entry.name === 'include' ? found.slice(0, 1) : found.filter((file) => file !== changelog);
}
function targetOf(entry) {
    if (entry.name !== 'include' && entry.name !== 'includeAll')
        return undefined;
    return said(entry, entry.name === 'include' ? 'file' : 'path') ?? undefined;
}
/**
 * The files at a path: a file, or what a folder holds. It is relative to the changelog, or to a search path that we don't know: then
 * the end of the path counts.
 */
function filesAt(target, isRelative, { path }, all) {
    const clean = withoutScheme(target);
    const beside = external_node_path_.posix.join(folderOf(path), clean);
    const at = (exact) => all.filter((file) => file.path === exact || file.path.startsWith(`${exact}/`));
    const direct = at(beside);
    if (direct.length > 0 || isRelative)
        return direct;
    const fromTop = at(clean);
    return fromTop.length > 0
        ? fromTop
        : all.filter((file) => file.path.endsWith(`/${clean}`) || `/${folderOf(file.path)}`.includes(`/${clean}/`));
}
function missing(entry, changelog) {
    const target = targetOf(entry);
    if (target === undefined)
        return [];
    const isFolder = entry.name === 'includeAll';
    const line = childOf(entry, isFolder ? 'path' : 'file')?.line ?? entry.line;
    const says = `${changelog.path} includes ${target}`;
    if (external_node_path_.posix.join(folderOf(changelog.path), target).startsWith('../'))
        return [(0,migrations_problem/* malformed */.Q)(changelog, line, `${says}, which is not in this repository: it was not followed.`)];
    if (/\.sql$/i.test(target))
        return [(0,migrations_problem/* malformed */.Q)(changelog, line, `${says}, and there is no such file: Liquibase stops there.`)];
    // A changelog may come with a library.
    if (target.startsWith('classpath:'))
        return [];
    const message = `${says}, and there is no such ${isFolder ? 'folder with changes' : 'file'} here: what it holds was not checked.`;
    return [{ ...(0,migrations_problem/* malformed */.Q)(changelog, line, message), severity: 'warning' }];
}
/** Where the files of includes may be that are not among these, from the top folder, the likeliest first; `folder`: for all that it holds. */
function elsewhere(files) {
    const changelogs = files.filter(isChangelog);
    return changelogs.flatMap((changelog) => changelogNodes(changelog).nodes.flatMap((entry) => {
        const [target, isRelative] = [targetOf(entry), said(entry, 'relativeToChangelogFile') === 'true'];
        if (target === undefined || filesAt(target, isRelative, changelog, files).length > 0)
            return [];
        const clean = withoutScheme(target);
        const above = isRelative ? [folderOf(changelog.path)] : foldersAbove(changelog.path);
        const paths = above.map((folder) => external_node_path_.posix.join(folder, clean));
        return [{ paths, folder: entry.name === 'includeAll' }];
    }));
}
/** A file's folder and those above it, down to the top. */
function foldersAbove(path) {
    const parts = folderOf(path).split('/').slice(0, -1);
    return parts.map((_, index) => `${parts.slice(0, parts.length - index).join('/')}/`).concat('');
}
/** The first value counts, as it does for Liquibase; one for another database is none. */
function addProperty(entry, properties) {
    const [name, value, dbms] = [said(entry, 'name'), said(entry, 'value'), said(entry, 'dbms')];
    if (name === undefined || value === undefined || properties.has(name))
        return;
    if (dbms === undefined || /\bpostgresql\b/i.test(dbms))
        properties.set(name, value);
}
function withoutScheme(target) {
    return target.replace(/^(classpath:|\.?\/)+/, '').replace(/\/$/, '');
}

;// CONCATENATED MODULE: ./build/migrations/included.js
/** Files that a folder's changelogs include from elsewhere in the repository. */








/** As many as a repository may sensibly include from another folder. */
const included_MOST_FILES = 2000;
/** The set with what its changelogs include, and what those include in turn. What can't be read stays missing. */
async function withIncluded(set, cwd) {
    const files = [...set.files];
    const known = new Set(files.map(({ path }) => path));
    for (let looked = -1; looked < files.length && files.length < included_MOST_FILES && files.some(isChangelog);) {
        looked = files.length;
        await loadReaders(files);
        for (const { paths, folder } of elsewhere(files)) {
            for (const path of await firstThere(paths, folder, cwd)) {
                if (known.has(path))
                    continue;
                const read = await (0,source/* readSource */.o)((0,external_node_path_.resolve)(cwd, path), cwd);
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
            const inside = (await filesUnder(absolute).catch(() => [])).map((file) => (0,source/* displayPath */.G)(file, cwd));
            return inside.filter((file) => isScript(file) || /\.(ya?ml|json|xml)$/i.test(file));
        }
        if (!folder && found?.isFile())
            return [path];
    }
    return [];
}

;// CONCATENATED MODULE: ./build/migrations/folder-sets.js
/** Reads the files of the folders that a check is about. */





/** Each folder with its files. What another folder's changelogs include is theirs. */
async function folderSets(folders, { cwd, texts }, unreadable, notChecked) {
    const sets = [];
    const included = new Set();
    for (const folder of folders) {
        const own = await readSet(folder, cwd, unreadable, notChecked);
        const read = await withIncluded(own, cwd);
        const set = { ...read, files: read.files.map((file) => withText(file, texts)) };
        for (const { path } of set.files)
            if (!own.files.some((file) => file.path === path))
                included.add(path);
        sets.push({ folder, set });
    }
    const isOwn = (path, { root }) => !included.has(path) || rootOf(path) !== root;
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
async function readSet({ root, files, configs }, cwd, unreadable, notChecked) {
    const results = await Promise.all(files.map((path) => (0,source/* readSource */.o)(path, cwd)));
    const sources = results.flatMap((result) => {
        if ('file' in result)
            return [result.file];
        unreadable.push(result);
        return [];
    });
    const texts = configs.map(async (config) => {
        const read = await (0,source/* readSource */.o)(config, cwd);
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
    const broken = unreadable.flatMap(({ path }) => (isBookkeeping(path) && rootOf(path) === set.root ? [path] : []));
    if (broken.length === 0)
        return set;
    const lists = (base?.files ?? []).filter(({ path }) => broken.includes(path) && !mayBeChangelog(path));
    return { ...set, files: [...set.files, ...lists], unreadable: broken };
}
/** The texts of a folder's migrations in code. */
async function codeOf(code, cwd) {
    const texts = await Promise.all(code.map((path) => (0,read_file/* readText */.yR)((0,external_node_path_.resolve)(cwd, path), cwd)));
    return texts.flatMap((read, index) => ('text' in read ? [{ path: code[index], text: read.text }] : []));
}

;// CONCATENATED MODULE: ./build/migrations/layouts/atlas-config.js
/** `atlas.hcl`: which folders it names as migrations, and in which tool's format. Pure. */


/** The tools in whose formats Atlas writes migrations, besides its own. */
const FORMATS = ['golang-migrate', 'goose', 'flyway', 'liquibase', 'dbmate'];
/** What the nearest `atlas.hcl` says about the set's folder; undefined where it names other folders only, or there is none. */
function atlasDir(set) {
    for (const file of configsNamed(set, /^atlas\.hcl$/)) {
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
            folder: literal ? folderAt(folderOf(file.path), path) : null,
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
    const folder = external_node_path_.posix.join(from, path, '/').replace(/^\.\//, '');
    return folder === '/' ? '' : folder;
}

// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(8995);
;// CONCATENATED MODULE: ./build/migrations/layouts/checksum.js

/** As `createHash` of `node:crypto`, which takes Node 5 ms to load: few folders need it. */
function checksum(algorithm) {
    const { createHash } = (0,external_node_module_.createRequire)(import.meta.url)('node:crypto');
    return createHash(algorithm);
}

;// CONCATENATED MODULE: ./build/migrations/layouts/atlas-sum.js


const HASH = 'Run "atlas migrate hash" and commit atlas.sum.';
const OWN = { help: HASH, nameOf: ({ path }) => baseName(path) };
/** What differs between `atlas.sum` and the files, which are in Atlas' order. */
function sumProblems(sum, files, { help, nameOf } = OWN) {
    const problem = (line, message) => ({
        rule: 'bookkeeping-out-of-step',
        ...{ path: sum.path, line, message, help },
    });
    const lines = sum.text.split(/\r?\n/);
    const conflict = lines.findIndex((line) => /^(<{7}|={7}|>{7})/.test(line));
    if (conflict !== -1)
        return [problem(conflict + 1, 'atlas.sum holds an unresolved merge conflict: Atlas refuses the folder.')];
    const listed = entriesOf(sum);
    const expected = hashesOf(files, nameOf);
    const problems = [];
    for (const [name, { line }] of listed) {
        if (!expected.has(name))
            problems.push(problem(line, `atlas.sum lists ${name}, and there is no such file: Atlas refuses the folder.`));
    }
    for (const [name] of expected) {
        if (!listed.has(name))
            problems.push(problem(1, `atlas.sum doesn’t list ${name}: Atlas refuses the folder.`));
    }
    // A checksum covers the files before it: the first that differs is the one that changed.
    if (problems.length > 0)
        return problems;
    for (const [name, hash] of expected) {
        const entry = listed.get(name);
        if (entry && entry.hash !== hash)
            return [
                problem(entry.line, `The checksum of ${name} in atlas.sum is another one: the file, or one before it, was edited, and Atlas refuses the folder.`),
            ];
    }
    const total = /^h1:(\S+)$/.exec(lines[0] ?? '')?.[1];
    if (total !== totalOf(expected))
        return [
            problem(1, 'The first line of atlas.sum is not the checksum of the lines below it: Atlas refuses the folder.'),
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
    const hash = checksum('sha256');
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
    const hash = checksum('sha256');
    for (const [name, sum] of hashes)
        hash.update(name).update(sum);
    return hash.digest('base64');
}

;// CONCATENATED MODULE: ./build/migrations/layouts/flyway-names.js

const NAME = /^(?:([VUB])(\d+(?:[._]\d+)*)|(R))__(.+)\.sql$/;
/** Hooks that Flyway runs around migrations. */
const CALLBACK = /^(before|after)[A-Z]\w*(__.*)?\.sql$/;
/** Undefined for what is no migration. */
function flywayName({ path }) {
    const [, kind, version = '', repeatable, description = ''] = NAME.exec(baseName(path)) ?? [];
    if (kind === undefined && repeatable === undefined)
        return undefined;
    const parts = version === '' ? [] : version.split(/[._]/).map(plainNumber);
    // Flyway takes 1 and 1.0 for the same version.
    while (parts.length > 1 && parts.at(-1) === '0')
        parts.pop();
    return { kind: (kind ?? 'R'), version: parts.join('.'), description };
}
/** By their parts, a missing one as 0. */
function byVersion(a, b) {
    const [x, y] = [a.split('.'), b.split('.')];
    for (let i = 0; i < Math.max(x.length, y.length); i++) {
        const difference = byNumber(x[i] ?? '0', y[i] ?? '0');
        if (difference !== 0)
            return difference;
    }
    return 0;
}
/** The settings nearest to the files count. */
function flywayConfig(set) {
    const placeholders = {};
    const switches = { mixed: false, group: false };
    for (const { path, text } of configsNamed(set, /^flyway\.(conf|toml)$/).reverse()) {
        for (const name of ['mixed', 'group']) {
            const value = new RegExp(`^\\s*(?:flyway\\.)?${name}\\s*=\\s*"?(true|false)`, 'm').exec(text)?.[1];
            if (value !== undefined)
                switches[name] = value === 'true';
        }
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
    return { ...switches, placeholders };
}

;// CONCATENATED MODULE: ./build/migrations/layouts/atlas-formats.js




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
    const named = atlasDir(set);
    const format = FORMATS.find((one) => one === named?.format);
    if (named && format)
        return { format, reason: `format = ${format} in ${named.file.path}` };
    const sum = sumOf(set);
    const look = sum && named?.format === undefined ? lookOf(set) : undefined;
    return look && { format: look.format, reason: `${look.file.path} beside ${sum?.path}` };
}
/** The format that the files have, and one that shows it. */
function lookOf(set) {
    const files = sqlFiles(set);
    for (const format of FORMATS) {
        const file = LOOKS[format](files);
        if (file)
            return { format, file };
    }
    return undefined;
}
/** The tool's layout, with what Atlas refuses about its list of the files. */
function withAtlasSum(layout) {
    const format = FORMATS.find((name) => name === layout.name);
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
            const problems = sumProblems(sum, listed(format, set, sum), { help, nameOf: (file) => below(set, file) });
            return { ...result, problems: [...result.problems, ...problems] };
        },
    };
}
function sumOf(set) {
    return set.files.find((file) => below(set, file) === 'atlas.sum');
}
/** The files that Atlas lists for a format, in its order. */
function listed(format, set, sum) {
    const all = topSqlFiles(set).sort((a, b) => byText(a.path, b.path));
    const names = namesIn(sum);
    if (format === 'golang-migrate') {
        const ups = all.filter(({ path }) => path.endsWith('.up.sql'));
        // Ent and older versions list a folder of this format as a whole.
        return names.some((name) => !name.endsWith('.up.sql')) ? all : ups;
    }
    return format === 'flyway' ? flywayOrder(set, names) : all;
}
/** What undoes is not listed; sub-folders are. A baseline stands for the versions up to it. */
function flywayOrder(set, names) {
    const files = sqlFiles(set)
        .flatMap((file) => {
        const name = flywayName(file);
        return name === undefined || name.kind === 'U' ? [] : [{ file, ...name }];
    })
        .sort((a, b) => 'BVR'.indexOf(a.kind) - 'BVR'.indexOf(b.kind) || byVersion(a.version, b.version));
    const baseline = files.findLast(({ kind }) => kind === 'B');
    const kept = files.filter(({ kind, version, file }) => {
        if (baseline === undefined || kind === 'R')
            return true;
        return kind === 'B' ? file === baseline.file : byVersion(version, baseline.version) > 0;
    });
    // Versions of Atlas differ in how they sort: where the same files are listed, its list says how.
    const place = new Map(names.map((name, index) => [name, index]));
    const paths = kept.map(({ file }) => file);
    return paths.every((file) => place.has(below(set, file)))
        ? paths.sort((a, b) => (place.get(below(set, a)) ?? 0) - (place.get(below(set, b)) ?? 0))
        : paths;
}
function everyNamed(name) {
    return (files) => (files.every(({ path }) => name.test(baseName(path))) ? files[0] : undefined);
}
function holding(mark) {
    return (files) => files.find(({ text }) => mark.test(text));
}

;// CONCATENATED MODULE: ./build/migrations/layouts/evidence.js

/** The first mark that is found in a file. */
function marked(files, mark, shown) {
    const file = files.find(({ text }) => mark.test(text));
    return file && { kind: 'marks', reason: `"${shown}" in ${file.path}` };
}
/** A settings file of that name beside the migrations or above. */
function configured(set, name) {
    const file = configsNamed(set, name)[0];
    return file && { kind: 'config', reason: file.path };
}
/** A package that the repository depends on. */
function depends(set, packageName, shown) {
    const file = dependent(set, packageName);
    return file && { kind: 'config', reason: `${shown} in ${file.path}` };
}
/** Whether all SQL files of the set's folder have such names; false where there is none. */
function allNamed(set, name, files = topSqlFiles(set)) {
    return files.length > 0 && files.every(({ path }) => name.test(baseName(path)));
}

;// CONCATENATED MODULE: ./build/migrations/layouts/sections.js



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
            problems.push((0,migrations_problem/* malformed */.Q)(file, line.number, message, 'Put the statements into one section.'));
        }
        else if (marker.role === 'up' && found.some(({ role }) => role === 'down')) {
            const message = `"${written.down}" stands before "${written.up}": ${tool} expects the up section first.`;
            problems.push((0,migrations_problem/* malformed */.Q)(file, found[0]?.line ?? 1, message, 'Move the up section to the top of the file.'));
        }
        found.push({ ...marker, line: line.number, start: line.next, end: file.text.length });
    }
    const first = found[0]?.start === undefined ? file.text.length : startOfLine(file.text, found[0].line);
    const statement = (0,lexer/* lex */.Ii)(file.text.slice(0, first)).statements[0];
    let up = found.find(({ role }) => role === 'up');
    if (syntax.before === 'up' && up === undefined) {
        up = { role: 'up', options: '', line: 1, start: 0, end: first };
    }
    else if (statement && syntax.before === 'refused') {
        const line = file.text.slice(0, statement.start).split('\n').length;
        const message = found.length === 0
            ? `There is no "${written.up}" in this file: ${tool} runs nothing of it.`
            : `SQL before the first section: ${tool} expects "${written.up}" above it.`;
        problems.push((0,migrations_problem/* malformed */.Q)(file, line, message, `Write "${written.up}" above the first statement.`));
    }
    else if (up === undefined && found.length > 0) {
        const message = `There is no "${written.up}" in this file: ${tool} has nothing to apply.`;
        problems.push((0,migrations_problem/* malformed */.Q)(file, found[0]?.line ?? 1, message, `Write "${written.up}" above the migration.`));
    }
    return { up, down: found.find(({ role }) => role === 'down'), problems };
}
/** A section as a script: everything else in the file is blank, so that places stay what they are. */
function sectionScript(file, { role, start, end }, transaction) {
    return { role, file, sql: (0,positions/* maskOutside */.ms)(file.text, [{ start, end }]), transaction };
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
    const { statements, metaCommands, unclosed } = (0,lexer/* lex */.Ii)(sql);
    return statements.length === 0 && metaCommands.length === 0 && unclosed === null;
}
/** A down script that only says that there is none. */
function saysIrreversible(script) {
    // tern's template says "If this migration is irreversible" in every file.
    const words = /(?<!if this migration is )irreversible|not reversible|no (rollback|down|way back)/i;
    return words.test(script.sql) && isBlank(script);
}
function startOfLine(text, number) {
    for (const line of linesOf(text))
        if (line.number === number)
            return line.start;
    return text.length;
}

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
    recognise(set) {
        const sum = atlas_sumOf(set);
        if (sum)
            return { kind: 'marks', reason: sum.path };
        return (marked(topSqlFiles(set), /^--\s*atlas:(txmode|nolint|delimiter|checkpoint)\b/m, '-- atlas:') ?? atlasConfig(set));
    },
    read(set) {
        const files = topSqlFiles(set).sort((a, b) => byText(baseName(a.path), baseName(b.path)));
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
            const sql = withSemicolons(file.text, directives.get('delimiter')?.replaceAll('\\n', '\n'), file.text.indexOf('\n') + 1);
            const id = baseName(file.path).replace(/\.sql$/i, '');
            const up = { ...(0,layouts_layout/* wholeFile */.A)('up', file, mode), sql };
            migrations.push({ id, version: id.split('_', 1)[0] ?? id, path: file.path, layout: 'atlas', up });
        }
        const sum = atlas_sumOf(set);
        if (sum)
            problems.push(...sumProblems(sum, files));
        return { migrations, problems, notChecked };
    },
};
/** The directives that are about the file: comments at its top, with an empty line below. */
function header(file) {
    const directives = new Map();
    let first = 0;
    for (const line of linesOf(file.text)) {
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
function atlas_sumOf(set) {
    return set.files.find((file) => below(set, file) === 'atlas.sum');
}
/** `atlas.hcl` speaks for the folders that it names, or for all where it names none. */
function atlasConfig(set) {
    const numbered = topSqlFiles(set).some(({ path }) => /^\d+/.test(baseName(path)));
    const config = numbered && lookOf(set) === undefined ? atlasDir(set) : undefined;
    return config && { kind: 'config', reason: config.file.path };
}

;// CONCATENATED MODULE: ./build/migrations/layouts/sectioned.js


/** Reads the files of a set, one migration each. What can't be read as the tool does is said, and the rest is still read. */
function readSectioned(set, sectioned) {
    const result = { migrations: [], problems: [], notChecked: [] };
    const files = topSqlFiles(set);
    for (const { path } of sqlFiles(set).filter((file) => !files.includes(file))) {
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
        const { up, down, problems } = readSections(file, sectioned.syntax);
        result.problems.push(...problems);
        for (const section of [up, down])
            if (section)
                result.problems.push(...(sectioned.look?.(file, section) ?? []));
        const script = (section) => sectionScript(file, section, sectioned.transaction(file, section));
        // A file without its marks is still SQL: its text is checked unchanged.
        const upScript = up
            ? script(up)
            : script({ role: 'up', options: '', line: 1, start: 0, end: down?.start ?? file.text.length });
        const downScript = down && script(down);
        const irreversible = downScript !== undefined && saysIrreversible(downScript);
        result.migrations.push({
            ...name,
            path: file.path,
            layout: sectioned.layout,
            up: upScript,
            // An empty section is how such tools write "none": the template has it.
            ...(downScript && !isBlank(downScript) && { down: downScript }),
            ...(irreversible && { irreversible }),
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
    recognise: (set) => marked(sqlFiles(set), /^--\s*migrate:up/m, '-- migrate:up'),
    read: (set) => readSectioned(set, {
        layout: 'dbmate',
        syntax,
        named({ path }) {
            const version = /^(\d+)/.exec(baseName(path))?.[1];
            return version === undefined ? undefined : { id: baseName(path).replace(/\.sql$/i, ''), version };
        },
        // Without a transaction of its own the text goes as one query, which Postgres wraps where it holds several statements.
        transaction: (_, { options }) => (/\btransaction:\s*false\b/.test(options) ? 'single-query' : 'per-script'),
        order: (a, b) => byText(a.path, b.path),
    }),
};

;// CONCATENATED MODULE: ./build/migrations/layouts/folders.js

/** The folders directly below the set's own that hold files, by name. */
function migrationFolders(set) {
    const folders = new Map();
    for (const file of set.files) {
        const [name, base, ...deeper] = below(set, file).split('/');
        if (name === undefined || base === undefined || deeper.length > 0)
            continue;
        const folder = folders.get(name) ?? { name, files: new Map() };
        folder.files.set(baseName(base), file);
        folders.set(name, folder);
    }
    return [...folders.values()];
}

;// CONCATENATED MODULE: ./build/migrations/layouts/parts.js

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
    const irreversible = down !== undefined && saysIrreversible(down);
    return {
        id,
        path: up.file.path,
        layout,
        up,
        ...(down && !irreversible && { down }),
        ...(verify && { verify }),
        ...(maintenance && { maintenance }),
        ...(version !== undefined && { version }),
        ...(irreversible && { irreversible }),
        ...(beside.length > 0 && { beside }),
    };
}
function scriptFor(parts, role) {
    return parts.find(({ script }) => script.role === role)?.script;
}

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
            result.problems.push((0,migrations_problem/* malformed */.Q)(first, 1, `The folder ${name} has a down.sql and no up.sql: ${tool} expects one.`));
            continue;
        }
        if (version === undefined) {
            const message = `The folder ${name} has no version in front of its name: ${tool} expects <version>_<name>.`;
            result.problems.push((0,migrations_problem/* malformed */.Q)(up, 1, message, 'Rename the folder.'));
        }
        const mode = transaction(files);
        const parts = [up, down].flatMap((file, index) => file ? [{ key: name, id: name, script: (0,layouts_layout/* wholeFile */.A)(index === 0 ? 'up' : 'down', file, mode) }] : []);
        const migration = assemble(layout, parts);
        if (migration === undefined)
            continue;
        result.migrations.push({
            ...migration,
            ...(version !== undefined && { version }),
            ...(metadata && { beside: [metadata.path] }),
        });
    }
    result.migrations.sort((a, b) => order(a, b) || byText(a.path, b.path));
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
        order: (a, b) => byText(a.version ?? '', b.version ?? ''),
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

// EXTERNAL MODULE: ../../work/main/node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7958);
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
            const message = `${entry.tag} has an earlier time ("when") than ${newest.tag} before it: where that one was applied, Drizzle skips ${entry.tag} without a word.`;
            problems.push(problem(entry.line, message, 'Generate the migration again on top of the base branch.'));
        }
        else
            newest = entry;
        const same = entries.find(({ idx }) => idx === entry.idx);
        if (same && same !== entry)
            problems.push(problem(entry.line, `${entry.tag} has the index ${entry.idx} of ${same.tag}.`, 'Generate the migration again on top of the base branch.'));
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
    recognise(set) {
        const journal = journalOf(set);
        if (journal)
            return { kind: 'marks', reason: journal.path };
        if (sqlFiles(set).length === 0)
            return undefined;
        return marked(sqlFiles(set), /^.*--> statement-breakpoint/m, BREAKPOINT) ?? outFolder(set);
    },
    read(set) {
        const journal = journalOf(set);
        const files = new Map(scriptsIn(set).map(({ tag, file }) => [tag, file]));
        if (journal === undefined) {
            const migrations = [...files].map(([tag, file]) => migration(tag, file)).sort((a, b) => byText(a.id, b.id));
            return { migrations, problems: [], notChecked: [] };
        }
        const { entries, problems } = readJournal(journal);
        const order = entries ?? [...files.keys()].sort(byText).map((tag) => ({ tag, idx: 0, when: 0, line: 1 }));
        const migrations = order.flatMap(({ tag, line }) => {
            const file = files.get(tag);
            if (file)
                return [migration(tag, file)];
            problems.push(outOfStep(journal, line, `The journal names ${tag}, and there is no ${tag}.sql: Drizzle stops there.`));
            return [];
        });
        for (const [tag, file] of files) {
            if (order.some((entry) => entry.tag === tag))
                continue;
            problems.push(outOfStep(file, 1, `The journal ${journal.path} does not name ${tag}: Drizzle never runs it.`));
            migrations.push(migration(tag, file));
        }
        return { migrations, problems, notChecked: [] };
    },
};
/** The settings name the folder; others in the repository are not Drizzle's. */
function outFolder(set) {
    const config = configsNamed(set, /^drizzle\.config\./).find(({ path, text }) => {
        const out = /\bout\s*:\s*['"`]([^'"`]+)['"`]/.exec(text)?.[1] ?? 'drizzle';
        return `${folderOf(path)}${out.replace(/^(\.\/)+/, '').replace(/\/?$/, '/')}` === set.root;
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
    const flat = topSqlFiles(set).map((file) => ({ tag: baseName(file.path).replace(/\.sql$/, ''), file }));
    if (flat.length > 0)
        return flat;
    return migrationFolders(set).flatMap(({ name, files }) => {
        const file = files.get('migration.sql');
        return file ? [{ tag: name, file }] : [];
    });
}
function journalOf(set) {
    return set.files.find((file) => below(set, file) === 'meta/_journal.json');
}
function outOfStep({ path }, line, message) {
    return { rule: 'bookkeeping-out-of-step', path, line, message };
}

;// CONCATENATED MODULE: ./build/migrations/layouts/statement-heads.js
/** Statements as words, for tools that decide by them how they send a file. Pure. */

/** Each statement's words in capitals: enough of them to determine its kind. */
function statementHeads(sql) {
    return statementTexts(sql).map((text) => text.slice(0, 400).toUpperCase());
}
/** Each statement without comments and with single spaces: what stays the same when a script is only laid out anew. */
function statementTexts(sql) {
    const { statements, comments } = (0,lexer/* lex */.Ii)(sql);
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

;// CONCATENATED MODULE: ./build/migrations/layouts/flyway.js






/** What Flyway itself takes for statements that can't run in a transaction. */
const ALONE = /^((CREATE|DROP)( UNIQUE)? INDEX CONCURRENTLY|REINDEX( VERBOSE)? (SCHEMA|DATABASE|SYSTEM)|VACUUM|DISCARD ALL|ALTER SYSTEM|(CREATE|DROP) (DATABASE|TABLESPACE|SUBSCRIPTION))\b/;
const flyway = {
    name: 'flyway',
    tool: 'Flyway',
    summary: '`V<version>__name.sql` by version, `U<version>__name.sql` to undo, then `R__name.sql` by description',
    checksums: true,
    placeholders: 'dollar-brace',
    filled: (set) => flywayConfig(set).placeholders,
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
    recognise(set) {
        const files = sqlFiles(set).filter(({ path }) => !CALLBACK.test(baseName(path)));
        if (!files.some((file) => flywayName(file) !== undefined))
            return undefined;
        const config = configured(set, /^flyway\.(conf|toml)$/);
        if (config)
            return config;
        const named = allNamed(set, /^([VUB]\d[\d._]*|R)__.+\.sql$/, files);
        return named ? { kind: 'names', reason: `names such as ${baseName(files[0]?.path ?? '')}` } : undefined;
    },
    read(set) {
        const config = flywayConfig(set);
        const problems = [];
        const notChecked = [];
        const undo = new Map();
        const migrations = [];
        for (const file of sqlFiles(set)) {
            const name = flywayName(file);
            if (name?.kind === 'U')
                undo.set(name.version, file);
            else if (name?.kind === 'B')
                notChecked.push({
                    check: file.path,
                    reason: 'it is a baseline migration: it stands for the versions up to it',
                });
            else if (name === undefined && CALLBACK.test(baseName(file.path)))
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
            found.down = (0,layouts_layout/* wholeFile */.A)('down', file, modeOf(file, set, config));
            undo.delete(found.version ?? '');
        }
        for (const file of undo.values())
            problems.push((0,migrations_problem/* malformed */.Q)(file, 1, `There is no V migration of the version that ${baseName(file.path)} would undo.`));
        return { migrations: migrations.sort(order), problems, notChecked };
    },
};
function flyway_migration(file, { kind, version }, set, config) {
    const conf = confOf(file, set);
    return {
        id: baseName(file.path).replace(/\.sql$/, ''),
        ...(kind === 'V' ? { version } : { repeatable: true }),
        path: file.path,
        layout: 'flyway',
        up: (0,layouts_layout/* wholeFile */.A)('up', file, modeOf(file, set, config)),
        ...(conf && { beside: [conf.path] }),
    };
}
/** Versions first; then what is repeatable, by description. */
function order(a, b) {
    if (a.version === undefined || b.version === undefined) {
        return Number(a.version === undefined) - Number(b.version === undefined) || byText(a.id, b.id);
    }
    return byVersion(a.version, b.version) || byText(a.path, b.path);
}
/** As marked beside the file; else Flyway leaves the transaction out where all statements ask for it. A mix it refuses. */
function modeOf(file, set, { mixed, group }) {
    const own = group ? 'per-run' : 'per-script';
    const marked = /^\s*executeInTransaction\s*=\s*(true|false)/m.exec(confOf(file, set)?.text ?? '')?.[1];
    if (marked !== undefined)
        return marked === 'true' ? own : 'autocommit';
    const heads = statementHeads(file.text);
    const alone = heads.filter((head) => ALONE.test(head)).length;
    return alone > 0 && (mixed || alone === heads.length) ? 'autocommit' : own;
}
function confOf({ path }, { files }) {
    return files.find((other) => other.path === `${path}.conf`);
}
function misnamed(file) {
    const message = `Flyway doesn’t read ${baseName(file.path)}: it expects V<version>__<name>.sql, U<version>__<name>.sql or R__<name>.sql, with two underscores.`;
    const help = 'Rename the file, or leave it out with the setting ignore.';
    return { ...(0,migrations_problem/* malformed */.Q)(file, 1, message, help), severity: 'warning' };
}

;// CONCATENATED MODULE: ./build/migrations/layouts/golang-migrate.js
/** golang-migrate: `<n>_name.up.sql` and `<n>_name.down.sql`, each sent as one simple query. */




const golang_migrate_NAME = /^(\d+)_(.*)\.(up|down)\.sql$/;
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
    recognise(set) {
        if (!allNamed(set, golang_migrate_NAME))
            return undefined;
        return (depends(set, /golang-migrate\/migrate/, 'golang-migrate') ?? { kind: 'names', reason: 'names such as 1_x.up.sql' });
    },
    read(set) {
        const parts = topSqlFiles(set).flatMap((file) => {
            const [, digits, name, role] = golang_migrate_NAME.exec(baseName(file.path)) ?? [];
            if (digits === undefined || role === undefined)
                return [];
            const version = plainNumber(digits);
            const script = (0,layouts_layout/* wholeFile */.A)(role, file, 'single-query');
            // The tool pairs files by the number alone; a second name for it is a duplicate.
            return [{ key: `${version}_${name}`, id: `${digits}_${name}`, version, script }];
        });
        return together('golang-migrate', parts, (a, b) => byNumber(a.version ?? '', b.version ?? '') || byText(a.path, b.path));
    },
};

;// CONCATENATED MODULE: ./build/migrations/layouts/statement-blocks.js



/** Blocks that never close or never open, and statements that the tool would cut in two. */
function blockProblems(file, section, marks) {
    const { tool, prefix, command } = marks;
    const problems = [];
    const blocks = [];
    let open;
    for (const line of linesOf(file.text)) {
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
    recognise: (set) => marked(sqlFiles(set), /^\s*--\s*\+goose\s+Up/im, '-- +goose Up'),
    read: (set) => readSectioned(set, {
        layout: 'goose',
        syntax: goose_syntax,
        named({ path }) {
            const [, digits] = /^(\d+)_.+\.sql$/i.exec(baseName(path)) ?? [];
            return digits === undefined
                ? undefined
                : { id: baseName(path).replace(/\.sql$/i, ''), version: plainNumber(digits) };
        },
        // The mark may be anywhere in the file and applies to all of it.
        transaction: ({ text }) => (/^\s*--\s*\+goose\s+NO\s+TRANSACTION\s*$/im.test(text) ? 'autocommit' : 'per-script'),
        order: (a, b) => byNumber(a.version ?? '', b.version ?? ''),
        look: (file, section) => blockProblems(file, section, { tool: 'goose', prefix: '-- +goose', command: COMMAND }),
    }),
};

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
    recognise(set) {
        const committed = sqlFiles(set).find((file) => COMMITTED.test(below(set, file)));
        if (committed)
            return { kind: 'marks', reason: committed.path };
        return sqlFiles(set).some((file) => CURRENT.test(below(set, file)))
            ? configured(set, /^\.gmrc(\.js|\.cjs)?$/)
            : undefined;
    },
    read(set) {
        const problems = [];
        const committed = filesNamed(set, COMMITTED).sort((a, b) => byNumber(a.name, b.name));
        const current = filesNamed(set, CURRENT).sort((a, b) => byText(a.file.path, b.file.path));
        let previous;
        for (const { file } of committed) {
            problems.push(...hashProblems(file, previous));
            previous = file;
        }
        const migrations = [...committed, ...current.filter(({ file }) => !isBlank({ sql: file.text }))].map(({ file, name, path }) => ({
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
    return sqlFiles(set).flatMap((file) => {
        const path = below(set, file);
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
        return problem(1, `The chain forks: ${before.path} and this one both follow ${previous}. graphile-migrate refuses the folder.`);
    if (previous !== expected)
        return problem(1, `The header says that ${previous} comes before; the migration before has ${expected}. graphile-migrate refuses the folder.`);
    const actual = `sha1:${checksum('sha1')
        .update(`${previous === '-' ? '' : `${previous}\n`}${body.trim()}\n`)
        .digest('hex')}`;
    if (actual === hash || fields.has('AllowInvalidHash'))
        return [];
    return problem(2, `The text's hash is ${actual}, and the header says ${hash}: the migration was edited after its commit, and graphile-migrate refuses it.`);
}

;// CONCATENATED MODULE: ./build/migrations/layouts/hasura.js
/** Hasura: `migrations/<database>/<milliseconds>_name/up.sql` and `down.sql`. */



const hasura = {
    name: 'hasura',
    tool: 'Hasura',
    summary: 'folders `<milliseconds>_name` with `up.sql` and `down.sql` below a folder for the database, ordered by number',
    refuses: {},
    recognise(set) {
        const folders = migrationFolders(set).filter(({ files }) => files.has('up.sql'));
        if (folders.length === 0 || !folders.every(({ name }) => /^\d+_/.test(name)))
            return undefined;
        const config = configsNamed(set, /^config\.ya?ml$/).find(({ text }) => /metadata_directory|hasura/i.test(text));
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
        order: (a, b) => byNumber(a.version ?? '', b.version ?? ''),
    }),
};

;// CONCATENATED MODULE: ./build/migrations/layouts/liquibase-changesets.js



const FORMATTED = /^\s*--\s*liquibase\s+formatted\s+sql\b/i;
const CHANGESET = /^\s*--\s*changeset\s+("[^"]+"|[^:\s]+):("[^"]+"|\S+)\s*(.*)$/i;
const ROLLBACK = /^\s*--\s*rollback(?:\s+(.*))?$/i;
const NONE = /^\s*(empty|not required)?\s*;?\s*$/i;
/** The changesets of a file, in order. What precedes the first is not run, which is reported. */
function changesetsOf(file) {
    const lines = [...linesOf(file.text)];
    const starts = lines.flatMap((line, index) => (CHANGESET.test(line.text) ? [index] : []));
    const problems = lines.flatMap(({ text, number }) => /^\s*--\s*changeset\b/i.test(text) && !CHANGESET.test(text)
        ? [(0,migrations_problem/* malformed */.Q)(file, number, `This changeset has no name: Liquibase expects "--changeset author:id".`)]
        : []);
    const before = lines[starts[0] ?? lines.length]?.start ?? file.text.length;
    if (!isBlank({ sql: (0,positions/* maskOutside */.ms)(file.text, [{ start: 0, end: before }]) })) {
        const message = 'SQL before the first "--changeset author:id": Liquibase expects every statement in a changeset.';
        problems.push((0,migrations_problem/* malformed */.Q)(file, lines.find(({ text }) => !/^\s*(--.*)?$/.test(text))?.number ?? 1, message));
    }
    const changesets = starts.map((start, index) => changeset(file, lines.slice(start, starts[index + 1] ?? lines.length)));
    return { changesets, problems };
}
function changeset(file, lines) {
    const [head] = lines;
    const [, author = '', id = '', rest = ''] = CHANGESET.exec(head.text) ?? [];
    const attributes = attributesOf(rest);
    const { up, down, none } = partsOf(lines.slice(1));
    const inTransaction = attributes.get('runintransaction') !== 'false';
    const whole = attributes.get('splitstatements') === 'false';
    const mode = inTransaction ? 'per-script' : whole ? 'single-query' : 'autocommit';
    const delimiter = attributes.get('enddelimiter')?.replaceAll('\\n', '');
    const script = (role, ranges) => {
        const sql = withSemicolons((0,positions/* maskOutside */.ms)(file.text, ranges), delimiter, head.next);
        return { role, file, sql, transaction: mode };
    };
    const downScript = script('down', down);
    const again = attributes.get('runonchange') === 'true' || attributes.get('runalways') === 'true';
    const name = `${unquoted(author)}:${unquoted(id)}`;
    return {
        line: head.number,
        dbms: attributes.get('dbms') ?? null,
        migration: {
            id: name,
            version: name,
            path: file.path,
            layout: 'liquibase',
            up: script('up', up),
            ...(!isBlank(downScript) && { down: downScript }),
            ...(none && { irreversible: true }),
            ...(again && { repeatable: true }),
        },
    };
}
/** The ranges of a changeset's SQL, and those of its rollback, which is in comments. */
function partsOf(lines) {
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
            if (NONE.test(sql))
                none = true;
            else
                down.push({ start: line.start + line.text.length - sql.length, end: line.end });
        }
        else
            up.push({ start: line.start, end: line.next });
    }
    return { up, down, none };
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

;// CONCATENATED MODULE: ./build/migrations/layouts/liquibase-changes.js






/** What a changeset has besides its changes. */
const BESIDE = new Set('id author context contexts contextFilter labels dbms runInTransaction runOnChange runAlways runOrder runWith runWithSpoolFile failOnError onValidationFail objectQuotingStrategy logicalFilePath created ignore comment preConditions validCheckSum rollback changes'.split(' '));
/** Changes that leave the schema as it is. */
const WITHOUT_EFFECT = new Set(['tagDatabase', 'empty', 'output', 'stop', 'comment']);
/** A changeset as migrations: one, or one for each file that its changes are in. With changes that are not SQL it is none. */
function readChangeset(node, changelog, scripts) {
    const context = { changelog, scripts, problems: [] };
    const changes = [...node.children, ...(childOf(node, 'changes')?.children ?? [])];
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
    const none = backward.length > 0 && down.pieces.length === 0 && down.unread.length === 0;
    result.changesets = groups.map((group, index) => ({
        line: node.line,
        dbms: said(node, 'dbms') ?? null,
        migration: migrationOf(node, changelog, index, {
            up: scriptOf('up', group, node),
            ...(complete && downs[0] && { down: scriptOf('down', downs[0], node) }),
            ...(none && { irreversible: true }),
        }),
    }));
    return result;
}
function migrationOf(node, changelog, index, parts) {
    const name = `${said(node, 'author') ?? ''}:${said(node, 'id') ?? ''}`;
    const id = index === 0 ? name : `${name} (${index + 1})`;
    const again = said(node, 'runOnChange') === 'true' || said(node, 'runAlways') === 'true';
    return {
        id,
        version: `${id} ${changelog.path}`,
        path: parts.up.file.path,
        layout: 'liquibase',
        ...parts,
        ...(again && { repeatable: true }),
    };
}
/** A rollback's changes: its own text is SQL, too. */
function rollbackChanges(node) {
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
    const dbms = said(change, 'dbms');
    if (dbms !== undefined && !isForPostgres(dbms))
        return [];
    const delimiter = said(change, 'endDelimiter')?.replaceAll('\\n', '').trim();
    const whole = said(change, 'splitStatements') === 'false';
    if (change.name !== 'sqlFile') {
        const text = sqlOf(change);
        return text ? [{ file: changelog, start: text.start, sql: withSemicolons(text.sql, delimiter), whole }] : [];
    }
    const path = said(change, 'path') ?? '';
    const [file] = filesAt(path, said(change, 'relativeToChangelogFile') === 'true', changelog, scripts);
    if (file)
        return [{ file, start: 0, sql: withSemicolons(file.text, delimiter), whole }];
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
    return groups.filter((group) => group.some((piece) => !isBlank(piece)));
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
    if (said(node, 'runInTransaction') !== 'false')
        return 'per-script';
    return pieces.length === 1 && pieces[0]?.whole ? 'single-query' : 'autocommit';
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
    filled: (set) => Object.fromEntries(included(set.files.filter(isChangelog), sqlFiles(set)).properties),
    recognise(set) {
        const mark = marked(sqlFiles(set), FORMATTED, '--liquibase formatted sql');
        const changelog = set.files.find(isChangelog);
        return mark ?? (changelog && { kind: 'marks', reason: changelog.path });
    },
    read(set) {
        const scripts = sqlFiles(set).sort((a, b) => byName(a.path, b.path));
        const changelogs = set.files.filter(isChangelog);
        const { steps, problems, incomplete } = included(changelogs, scripts);
        const reader = new Reader(scripts, problems);
        for (const step of steps) {
            if ('file' in step)
                reader.file(step.file);
            else
                reader.changeset(step.changeset, step.changelog);
        }
        reader.others(changelogs.length === 0 || incomplete || (set.unreadable ?? []).some(mayBeChangelog));
        return reader.result();
    },
};
/** All that an element and those inside it say: names of tables, columns and the like. */
function wordsOf({ value, children }) {
    return [...(value === undefined ? [] : [value]), ...children.flatMap(wordsOf)];
}
/** Collects the changesets in the order in which Liquibase runs them. */
class Reader {
    #scripts;
    #problems;
    #notChecked = [];
    #migrations = [];
    #used = new Set();
    /** Kinds of changes that are not SQL, by changelog. */
    #unread = new Map();
    constructor(scripts, problems) {
        this.#scripts = scripts;
        this.#problems = [...problems];
    }
    file(file) {
        this.#used.add(file);
        if (!FORMATTED.test(file.text)) {
            // Without the header, the file is one changeset, in a transaction.
            const id = baseName(file.path);
            this.#migrations.push({
                id,
                version: file.path,
                path: file.path,
                layout: 'liquibase',
                up: (0,layouts_layout/* wholeFile */.A)('up', file, 'per-script'),
            });
            return;
        }
        const { changesets, problems } = changesetsOf(file);
        this.#problems.push(...problems);
        this.#add(changesets, file);
    }
    changeset(node, changelog) {
        const { changesets, problems, unread, used } = readChangeset(node, changelog, this.#scripts);
        for (const file of used)
            this.#used.add(file);
        this.#problems.push(...problems);
        if (unread.length > 0) {
            const entry = this.#unread.get(changelog.path) ?? { kinds: new Set(), words: [] };
            this.#unread.set(changelog.path, entry);
            for (const kind of unread)
                entry.kinds.add(kind);
            entry.words.push(...wordsOf(node));
        }
        this.#add(changesets, changelog);
    }
    /** Files that no changelog names. `run`: what names them is not there, or can't be followed. */
    others(run) {
        for (const file of this.#scripts.filter((script) => !this.#used.has(script))) {
            const formatted = FORMATTED.test(file.text);
            if (run && formatted)
                this.file(file);
            else {
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
            migrations: this.#migrations,
            problems: this.#problems,
            notChecked: this.#notChecked,
            unread: [...this.#unread].map(([path, { words }]) => ({ path, text: words.join('\n') })),
        };
    }
    #add(changesets, { path }) {
        for (const { migration, dbms } of changesets) {
            if (dbms === null || isForPostgres(dbms))
                this.#migrations.push({ ...migration, version: `${migration.id} ${path}` });
            else
                this.#notChecked.push({ check: `${path} (${migration.id})`, reason: `it is for ${dbms}, not for PostgreSQL` });
        }
    }
}

;// CONCATENATED MODULE: ./build/migrations/layouts/markdown.js


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
const markdown_markdown = {
    name: 'markdown',
    tool: 'The runbook',
    summary: 'a runbook: headings such as Migration, Rollback, Validation and Maintenance over ```sql fences',
    psql: true,
    sendsRows: true,
    refuses: {},
    // Pages are independent of the layout of the SQL files beside them.
    recognise: () => undefined,
    read: ({ files }) => ({
        migrations: files.filter(isMarkdown).flatMap((file) => runbook(file) ?? []),
        problems: [],
        notChecked: [],
    }),
};
/** The migration in a Markdown file; undefined where no heading that names a migration holds SQL. */
function runbook(file) {
    const sections = new Map();
    const headings = [];
    const page = [...blocks(readMarkdown(file.text).children)];
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
        return fences && { role, file, sql: markdown_sqlOf(file.text, fences), transaction: 'autocommit' };
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
function markdown_sqlOf(text, fences) {
    const sql = (0,positions/* maskOutside */.ms)(text, fences.flatMap(({ lines }) => lines));
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
    recognise(set) {
        const inFile = marked(sqlFiles(set), /^\s*--[\s-]*up\s+migration/im, '-- Up Migration');
        if (inFile)
            return inFile;
        const dated = topSqlFiles(set).length > 0 && topSqlFiles(set).every(({ path }) => /^\d{13,}[_-]/.test(baseName(path)));
        return dated ? depends(set, /"node-pg-migrate"/, 'node-pg-migrate') : undefined;
    },
    read: (set) => readSectioned(set, {
        layout: 'node-pg-migrate',
        syntax: node_pg_migrate_syntax,
        named: ({ path }) => ({ id: baseName(path).replace(/\.sql$/i, '') }),
        // An SQL file can't ask for none.
        transaction: () => (eachByItself(set) ? 'per-script' : 'per-run'),
        order: (a, b) => byNumber(numberOf(a.id), numberOf(b.id)) || byText(a.id, b.id),
    }),
};
/** All pending files share one transaction, unless a script of the project says otherwise. */
function eachByItself({ configs }) {
    return configs.some(({ text }) => /--no-single-transaction|--single-transaction[= ]false/.test(text));
}
function numberOf(id) {
    return /^\d+/.exec(id)?.[0] ?? '';
}

;// CONCATENATED MODULE: ./build/migrations/layouts/plain.js




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
    // What no tool claims is plain: no evidence is needed.
    recognise: () => undefined,
    psql: true,
    sendsRows: true,
    refuses: {},
    consecutive: true,
    versionsPerFolder: true,
    read({ files }) {
        const scripts = files.filter(({ path }) => !/\.(md|markdown)$/i.test(path) && !isBookkeeping(path));
        const keys = new Set(scripts.map((file) => partOf(file).key));
        const parts = scripts.map((file) => {
            const { key, role } = partOf(file, keys);
            const id = key.split('/').at(-1) ?? key;
            const version = versionOf(id);
            return { key, id, ...(version !== undefined && { version }), script: (0,layouts_layout/* wholeFile */.A)(role, file, 'autocommit') };
        });
        return together('plain', parts, (a, b) => byName(a.path, b.path));
    },
};
/** A number in front of the name. A date is none: several migrations may have one day. */
function versionOf(id) {
    const digits = /^[vV]?(\d+)(?=[_\s.-]|$)(?!-\d\d-\d\d)/.exec(id)?.[1];
    return digits === undefined || digits.length === 8 || /^\d+\.\d/.test(id.replace(/^v/i, ''))
        ? undefined
        : plainNumber(digits);
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
    const bySuffix = plain_roleOf(dotted?.[2]);
    if (dotted && bySuffix)
        return { key: folder + dotted[1], role: bySuffix };
    const parent = /^(.*?)([^/]+)\/$/.exec(folder);
    const byFolder = plain_roleOf(parent?.[2]);
    // A folder `up` or `deploy` says nothing by itself: only beside one of the others.
    if (parent && byFolder && (byFolder !== 'up' || keys?.has(`${parent[1]}${name}`))) {
        return { key: `${parent[1]}${name}`, role: byFolder };
    }
    const scored = /^(.+)[_-]([a-z]+)$/i.exec(name);
    const scoredRole = plain_roleOf(scored?.[2]);
    if (scored && scoredRole && keys?.has(folder + scored[1]))
        return { key: folder + scored[1], role: scoredRole };
    return { key: folder + name, role: 'up' };
}
function plain_roleOf(word) {
    return ROLES.get(word?.toLowerCase() ?? '');
}

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
        const file = set.files.find((one) => path.test(below(set, one)));
        const name = file && says.exec(file.text)?.[1];
        if (file && name !== undefined && !ours.test(name))
            return { name, says: file.path };
    }
    const [flyway] = configsNamed(set, /^flyway\.(conf|toml)$/);
    const name = flyway && /^\s*(?:flyway\.)?url\s*=\s*["']?jdbc:(\w+):/m.exec(flyway.text)?.[1];
    return name && new RegExp(`^(${CERTAIN}|${POSSIBLE})$`, 'i').test(name) ? { name, says: flyway.path } : undefined;
}

;// CONCATENATED MODULE: ./build/migrations/layouts/dialects.js


const dialects_OURS = 'postgres|postgresql|pgsql|pg';
const OTHERS = 'mysql|mariadb|sqlite3?|cockroach(?:db)?|mssql|sqlserver|oracle|h2|clickhouse';
/** The dialect precedes what the tool reads itself: `.autocommit`, `.up`, `.down`. */
const dialects_NAME = new RegExp(`^(.+?)\\.(${dialects_OURS}|${OTHERS})((?:\\.[a-z]+)*\\.sql)$`, 'i');
const OUR_NAME = new RegExp(`^(?:${dialects_OURS})$`, 'i');
/** Whether a file's name says for which database it is. */
function namesDialect({ path }) {
    return dialects_NAME.test(baseName(path));
}
/** The name without the dialect. */
function withoutDialect(name) {
    return name.replace(dialects_NAME, '$1$3');
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
        const dialect = dialects_NAME.exec(baseName(file.path))?.[2];
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
    return OUR_NAME.test(dialects_NAME.exec(baseName(path))?.[2] ?? '');
}
/** Without the dialect, and without `.autocommit`, which the two may differ in. */
function generalPath({ path }) {
    return folderOf(path) + withoutDialect(baseName(path)).replace(/\.autocommit(?=\.)/, '');
}

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
    recognise(set) {
        const files = topSqlFiles(set);
        const fit = files.filter(({ path }) => pop_NAME.test(withoutDialect(baseName(path))));
        if (fit.length === 0 || fit.length < files.length)
            return undefined;
        const named = fit.find((file) => namesDialect(file) || /\.autocommit\./.test(baseName(file.path)));
        return named ? { kind: 'marks', reason: named.path } : depends(set, /gobuffalo\/pop|ory\/x\b|ory\/pop/, 'pop');
    },
    read(set) {
        const parts = topSqlFiles(set).flatMap((file) => {
            const [, version, name, autocommit, role] = pop_NAME.exec(withoutDialect(baseName(file.path))) ?? [];
            if (version === undefined || role === undefined)
                return [];
            // Without its transaction, pop sends the text as one query.
            const mode = autocommit ? 'single-query' : 'per-script';
            const script = (0,layouts_layout/* wholeFile */.A)(role, file, mode);
            return [{ key: `${version}_${name}`, id: `${version}_${name}`, version, script }];
        });
        return together('pop', parts, (a, b) => byText(a.version ?? '', b.version ?? ''));
    },
};

;// CONCATENATED MODULE: ./build/migrations/layouts/postgres-migrations.js
/** postgres-migrations (npm): `<n>_name.sql` without a way back, each with a hash in its table. */




const postgres_migrations_NAME = /^(-?\d+)[-_]?(.*)\.sql$/;
const MARK = /-- postgres-migrations disable-transaction/;
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
    recognise(set) {
        if (!allNamed(set, postgres_migrations_NAME))
            return undefined;
        return (marked(topSqlFiles(set), MARK, '-- postgres-migrations disable-transaction') ??
            depends(set, /"postgres-migrations"/, 'postgres-migrations'));
    },
    read(set) {
        const parts = topSqlFiles(set).flatMap((file) => {
            const [, digits, title] = postgres_migrations_NAME.exec(baseName(file.path)) ?? [];
            if (digits === undefined)
                return [];
            // Sent as one query: without its transaction, several statements still get an implicit one.
            const mode = MARK.test(file.text) ? 'single-query' : 'per-script';
            const version = plainNumber(digits);
            return [{ key: file.path, id: `${digits}_${title}`, version, script: (0,layouts_layout/* wholeFile */.A)('up', file, mode) }];
        });
        return together('postgres-migrations', parts, (a, b) => byNumber(a.version ?? '', b.version ?? ''));
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
            const mode = splits && statementHeads(up.text).some((head) => /\bCONCURRENTLY\b/.test(head)) ? 'autocommit' : 'single-query';
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
            const message = `There is no ${LOCK} in ${set.root || 'the folder'}: Prisma writes it beside the migrations.`;
            problems.push({ rule: 'bookkeeping-out-of-step', path: migrations[0].path, line: 1, severity: 'info', message });
        }
        return { migrations: migrations.sort((a, b) => byText(a.id, b.id)), problems, notChecked: [] };
    },
};
function lockOf(set) {
    return set.files.find((file) => below(set, file) === LOCK);
}
function namesOnly(set, name) {
    // Drizzle's newer versions have the same folders.
    if (configured(set, /^drizzle\.config\./))
        return undefined;
    return { kind: 'names', reason: `folders such as ${name} with a migration.sql` };
}
function emptyFolder(name, file) {
    const message = `The folder ${name} has no migration.sql: Prisma refuses it (P3015).`;
    return (0,migrations_problem/* malformed */.Q)(file, 1, message, 'Write the migration.sql, or delete the folder.');
}
/** Since 7.4, Prisma sends what is CONCURRENTLY by itself. */
function splitsConcurrently(set) {
    const manifest = dependent(set, /"(@prisma\/client|prisma)"\s*:/) ?? configsNamed(set, /^package\.json$/)[0];
    const [, major, minor] = /"(?:@prisma\/client|prisma)"\s*:\s*"[^\d"]*(\d+)(?:\.(\d+))?/.exec(manifest?.text ?? '') ?? [];
    return Number(major) > 7 || (Number(major) === 7 && Number(minor ?? 0) >= 4);
}

;// CONCATENATED MODULE: ./build/migrations/layouts/rails.js
/** Rails: migrations are Ruby; `structure.sql` is the schema that they lead to. */



const rails_STRUCTURE = /(^|_)structure\.sql$/;
const rails = {
    name: 'rails',
    tool: 'Rails',
    summary: '`structure.sql` as the schema before the change; the Ruby migrations themselves need the setting `command`',
    refuses: {},
    recognise(set) {
        const structures = sqlFiles(set).filter(({ path }) => rails_STRUCTURE.test(baseName(path)));
        return marked(structures, /INSERT INTO "?schema_migrations"?|PostgreSQL database dump|CREATE TABLE (public\.)?schema_migrations/, 'schema_migrations');
    },
    read(set) {
        const structure = sqlFiles(set).find(({ path }) => baseName(path) === 'structure.sql');
        const dump = 'it is the schema after all migrations, not a migration: it serves as the baseline';
        const other = 'Rails runs no SQL files: if it is a migration, name it with the setting migrations';
        const reason = (path) => (rails_STRUCTURE.test(baseName(path)) ? dump : other);
        return {
            migrations: [],
            problems: [],
            notChecked: sqlFiles(set).map(({ path }) => ({ check: path, reason: reason(path) })),
            ...(structure && { baseline: (0,layouts_layout/* wholeFile */.A)('up', structure, 'autocommit') }),
        };
    },
};

;// CONCATENATED MODULE: ./build/migrations/layouts/sqitch-plan.js


const CHANGE = /^\+?\s*([^\s[\]#@%+:-][^\s[\]#:]*)\s*(?:\[([^\]]*)\])?/;
/** The plan's changes. Requirements that don't come before are said: they are missing, later, or go in a circle. */
function readPlan(file) {
    const entries = [];
    const problems = [];
    for (const { text, number } of linesOf(file.text)) {
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
            const message = `The change ${entry.name} stands in the plan twice, here and on line ${same.line}, without a tag between: sqitch expects one ("sqitch rework" needs a tag).`;
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
                ? `which requires ${entry.name} in turn: a circle`
                : `which only comes on line ${later.line}`;
        return [
            (0,migrations_problem/* malformed */.Q)(file, entry.line, `${entry.name} requires ${name}, ${what}: sqitch expects it on a line above.`),
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






const sqitch_ROLES = [
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
    recognise(set) {
        const deploys = sqlFiles(set).some((file) => below(set, file).startsWith('deploy/'));
        const plan = planOf(set);
        if (plan)
            return { kind: 'marks', reason: plan.path };
        if (!deploys)
            return undefined;
        return configured(set, /^sqitch\.conf$/);
    },
    read(set) {
        const scripts = new Map(sqlFiles(set).map((file) => [below(set, file).replace(/\.sql$/i, ''), file]));
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
            problems.push(sqitch_missing(plan, planned, script));
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
                message: `${plan.path} does not name ${name}: sqitch never deploys it.`,
                help: `Add it to the plan: sqitch add ${name}`,
            });
            const found = change(name, scripts);
            if (found)
                migrations.push(found);
        }
        return { migrations, problems, notChecked };
    },
};
function planOf(set) {
    const found = set.files.find((file) => below(set, file) === 'sqitch.plan') ?? configsNamed(set, /^sqitch\.plan$/)[0];
    return found && sqlFiles(set).some((file) => /^(deploy|revert|verify)\//.test(below(set, file))) ? found : undefined;
}
function change(script, scripts) {
    const parts = sqitch_ROLES.flatMap(([folder, role]) => {
        const file = scripts.get(`${folder}/${script}`);
        // psql sends statement by statement; a transaction is what the script itself begins.
        return file ? [{ key: script, id: script, script: (0,layouts_layout/* wholeFile */.A)(role, file, 'autocommit') }] : [];
    });
    return assemble('sqitch', parts);
}
/** Without a plan there are names only. */
function unplanned(scripts) {
    const names = [...scripts.keys()].flatMap((key) => /^deploy\/(.+)$/.exec(key)?.[1] ?? []);
    const migrations = names.sort((a, b) => byName(a, b) || byText(a, b)).flatMap((name) => change(name, scripts) ?? []);
    return { migrations, problems: [], notChecked: [] };
}
/** A reworked change keeps its earlier scripts under a tag: the first for which there is a deploy script. */
function sqitch_scriptOf({ name, keptAs = [] }, scripts) {
    const tag = keptAs.find((one) => scripts.has(`deploy/${name}@${one}`)) ?? keptAs[0];
    return tag === undefined ? name : `${name}@${tag}`;
}
function sqitch_missing(plan, { name, line }, script) {
    const help = script === name
        ? 'Add the script, or take the change out of the plan.'
        : `A later line reworks ${name}: "sqitch rework" copies its scripts as they were to that name.`;
    return (0,migrations_problem/* malformed */.Q)(plan, line, `The plan names ${name}, and there is no deploy/${script}.sql: sqitch expects one.`, help);
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
    recognise: (set) => marked(sqlFiles(set), /^\s*--\s*\+migrate\s+Up/im, '-- +migrate Up'),
    read: (set) => readSectioned(set, {
        layout: 'sql-migrate',
        syntax: sql_migrate_syntax,
        named: ({ path }) => ({ id: baseName(path) }),
        transaction: (_, { options }) => (/\bnotransaction\b/.test(options) ? 'autocommit' : 'per-script'),
        order: (a, b) => byNumber(sql_migrate_numberOf(a.id), sql_migrate_numberOf(b.id)) || byText(a.id, b.id),
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
    recognise(set) {
        if (!allNamed(set, sqlx_NAME))
            return undefined;
        return (depends(set, /^\s*sqlx\b|^\[(?:workspace\.)?dependencies\.sqlx\]/m, 'sqlx') ??
            marked(topSqlFiles(set), /^-- no-transaction/, NO_TRANSACTION) ??
            (allNamed(set, /\.(up|down)\.sql$/) ? { kind: 'names', reason: 'names such as 1_x.up.sql' } : undefined));
    },
    read(set) {
        const parts = topSqlFiles(set).flatMap((file) => {
            const [, digits, name, role = 'up'] = sqlx_NAME.exec(baseName(file.path)) ?? [];
            if (digits === undefined)
                return [];
            // Sent as one query: without sqlx's transaction, several statements still get an implicit one.
            const mode = file.text.startsWith(NO_TRANSACTION) ? 'single-query' : 'per-script';
            const version = plainNumber(digits);
            return [
                {
                    key: `${version}_${name}`,
                    id: `${digits}_${name}`,
                    version,
                    script: (0,layouts_layout/* wholeFile */.A)(role, file, mode),
                },
            ];
        });
        return together('sqlx', parts, (a, b) => byNumber(a.version ?? '', b.version ?? ''));
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
    recognise(set) {
        if (!allNamed(set, supabase_NAME, topSqlFiles(set).filter(({ path }) => /^\d/.test(baseName(path)))))
            return undefined;
        const config = configsNamed(set, /^config\.toml$/).find(({ path, text }) => /(^|\/)supabase\/config\.toml$/.test(path) || (/^project_id\s*=/m.test(text) && /^\[(db|auth)\b/m.test(text)));
        if (config)
            return { kind: 'config', reason: config.path };
        return /(^|\/)supabase\/migrations\/$/.test(set.root)
            ? { kind: 'config', reason: `the folder ${set.root}` }
            : undefined;
    },
    read(set) {
        const result = { migrations: [], problems: [], notChecked: [] };
        const recent = sendsAlone(set);
        for (const file of topSqlFiles(set)) {
            const [, version, name] = supabase_NAME.exec(baseName(file.path)) ?? [];
            if (version === undefined) {
                result.notChecked.push({
                    check: file.path,
                    reason: 'its name is not <timestamp>_name.sql: the Supabase CLI passes it over',
                });
                continue;
            }
            const mode = recent && statementHeads(file.text).some((head) => supabase_ALONE.test(head)) ? 'autocommit' : 'per-script';
            const up = (0,layouts_layout/* wholeFile */.A)('up', file, mode);
            result.migrations.push({ id: `${version}_${name}`, version, path: file.path, layout: 'supabase', up });
        }
        result.migrations.sort((a, b) => byText(a.path, b.path));
        return result;
    },
};
/** An older CLI is only one that package.json asks for. */
function sendsAlone(set) {
    const [, major, minor] = /"supabase"\s*:\s*"[^\d"]*(\d+)(?:\.(\d+))?/.exec(dependent(set, /"supabase"\s*:/)?.text ?? '') ?? [];
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
    recognise(set) {
        const files = topSqlFiles(set).filter(({ path }) => tern_NAME.test(baseName(path)));
        if (files.length === 0)
            return undefined;
        return (marked(files, /^---- (create above \/ drop below|tern: disable-tx) ----/m, SEPARATOR) ??
            configured(set, /^tern\.conf$/));
    },
    read: (set) => readSectioned(set, {
        layout: 'tern',
        syntax: tern_syntax,
        named({ path }) {
            const digits = tern_NAME.exec(baseName(path))?.[1];
            return digits === undefined
                ? undefined
                : { id: baseName(path).replace(/\.sql$/, ''), version: plainNumber(digits) };
        },
        // The mark is about its own section; without a transaction, tern sends statement by statement.
        transaction: ({ text }, { start, end }) => /^---- tern: disable-tx ----\r?$/m.test(text.slice(start, end)) ? 'autocommit' : 'per-script',
        order: (a, b) => byNumber(a.version ?? '', b.version ?? ''),
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
    markdown_markdown,
    nodePgMigrate,
    plain,
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
        const shown = (0,source/* displayPath */.G)((0,external_node_path_.resolve)(top, path), cwd);
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
    const read = await (0,source/* readSource */.o)(absolute, cwd);
    if ('file' in read)
        return read.file;
    return read.problem === NO_FILE ? null : `it names ${path}: ${(0,read_file/* inSentence */.BX)(read.problem)}`;
}
const NO_FILE = 'There is no such file.';

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
    return migrations.flatMap(({ up: { file } }) => file.byteOrderMark ? [(0,migrations_problem/* malformed */.Q)(file, 1, `The file begins with a byte order mark. ${byteOrderMark}`, HELP)] : []);
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

;// CONCATENATED MODULE: ./build/migrations/folder-notes.js

/** Where two tools have left their marks, nothing is read: a wrong guess would check something else. */
function undecided(set, { layouts }, isChanged) {
    const folder = set.root || 'the top folder';
    const tools = layouts.map(({ layout, reason }) => `${layout.name} (${reason})`).join(' and ');
    const problem = {
        rule: 'ambiguous-layout',
        path: (set.files.find(({ path }) => isChanged(path)) ?? set.files[0])?.path ?? set.root,
        line: 1,
        message: `Two layouts fit ${folder}: ${tools}. Nothing in it was checked.`,
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
    if (changed.length > 0) {
        const reason = 'a migration in code: the SQL that it runs can be checked with the setting command';
        notes.push({ check: enumerate(changed), reason });
    }
    const others = code.filter((path) => !isChanged(path));
    if (withoutThem && others.length > 0) {
        const reason = 'migrations in code: what they make is missing in the baseline. A dump (baseline) has it';
        notes.push({ check: enumerate(others), reason });
    }
    return notes;
}

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
        const isOurs = path.startsWith(root) && (layout.name === 'markdown' ? isMarkdown({ path }) : /\.sql$/i.test(path));
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
    const [now, then] = [statementTexts(up.sql), statementTexts(before.up.sql)];
    return now.length !== then.length || now.some((statement, index) => statement !== then[index]);
}

;// CONCATENATED MODULE: ./build/migrations/layouts/sent-by-code.js


/** The layout with the code's transactions and its order, as far as it shows them. */
function sentByCode(layout, { begins, order }) {
    const sent = (script) => begins === null ? script : { ...script, transaction: begins.around === 'all files' ? 'per-run' : 'per-script' };
    const own = withScripts(layout, sent);
    if (order === null)
        return own;
    return {
        ...own,
        listed: true,
        read(set) {
            const result = own.read(set);
            return { ...result, migrations: inOrder(result.migrations, order) };
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
/** What the code doesn't list comes last, by its name. */
function inOrder(migrations, order) {
    const place = new Map(order.map((name, index) => [name, index]));
    const of = ({ path }) => place.get(baseName(path)) ?? order.length;
    return [...migrations].sort((a, b) => of(a) - of(b));
}
/** What Postgres takes in a transaction only. */
const IN_TRANSACTION = /^(LOCK( TABLE)?|SET LOCAL|SET CONSTRAINTS|SAVEPOINT|DECLARE)\b/;
/** While it is open how files are sent: those that need a transaction have one, or they would never have run. */
function asTheyAsk(layout) {
    const sent = (script) => {
        const heads = statementHeads(script.sql);
        const begins = heads.some((head) => /^(BEGIN|START TRANSACTION)\b/.test(head));
        const asks = !begins && heads.some((head) => IN_TRANSACTION.test(head));
        return asks ? { ...script, transaction: 'per-script' } : script;
    };
    return withScripts(layout, sent);
}
/** Whether files begin transactions themselves: then nothing around them does. */
function beginThemselves(set) {
    return sqlFiles(set).some(({ text }) => /^\s*(?:BEGIN(?:\s+(?:TRANSACTION|WORK))?|START\s+TRANSACTION)\s*;/im.test(text));
}
/** Whether merged files hold what no transaction takes: the code has another way for some. */
function ranOutside({ files }) {
    const outside = /\bCONCURRENTLY\b|^VACUUM\b|^ALTER SYSTEM\b/;
    return files.some(({ path, text }) => /\.sql$/i.test(path) && statementHeads(text).some((head) => outside.test(head)));
}
/** What the code shows, to follow the reason for the layout. */
function shownBy({ path, begins, order }) {
    const begun = begins === null
        ? ''
        : `${begins.path === path ? ' and' : `, and ${begins.path}`} begins a transaction (${begins.words}), taken for one around ${begins.around}`;
    return `${path} reads the folder${begun}${order ? `; it lists the files in their order` : ''}`;
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
        message: `${tool} fills ${whole} with a value that nobody knows here: the text can’t be checked as it will run.`,
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
const BY_NAME = new Map(Object.entries(NAMES).flatMap(([meaning, names]) => names.split(' ').map((name) => [name, meaning])));
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
    return BY_NAME.get(name) ?? (/^(d\w*|sf|sv|l)\+?$/.test(name) ? 'none' : 'unknown');
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
    #branches = [];
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
        const { metaCommands, statements } = (0,lexer/* lex */.Ii)(script.sql);
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
            else if (this.#counts())
                this.#variable(event.variable);
        }
        const [outer] = this.#branches;
        if (outer) {
            this.#problem(outer.at, 'An \\if is never closed: psql stops at the end of the file (“reached EOF without finding closing \\endif”).');
            const dead = this.#branches.find(({ counts }) => !counts);
            if (dead)
                this.#blank(dead.start, this.#script.sql.length);
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
            else if (this.#counts())
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
        const reason = follow_BESIDE[meaning];
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
        const { name, args, start, end } = command;
        const branch = this.#branches.at(-1);
        const outer = name === 'if' ? this.#counts() : this.#branches.slice(0, -1).every(({ counts }) => counts);
        const holds = () => {
            const known = asBoolean(args[0]);
            if (known === undefined)
                this.#note(command, 'whether it holds, nobody knows here: none of its lines were run');
            return known;
        };
        if (name === 'if') {
            const known = outer ? holds() : false;
            // Within lines that don't count, no branch does; nor does one of which nobody knows whether another holds.
            const taken = known !== false || !outer;
            this.#branches.push({ counts: known === true, taken, start: end, at: start });
        }
        else if (branch) {
            if (outer && !branch.counts)
                this.#blank(branch.start, start);
            const known = name === 'endif' || branch.taken ? false : name === 'else' ? true : holds();
            branch.counts = known === true;
            branch.taken ||= known !== false;
            branch.start = end;
            if (name === 'endif')
                this.#branches.pop();
        }
        // Of lines that don't count, all is blanked at once.
        if (outer)
            this.#blank(start, end);
    }
    #counts() {
        return this.#branches.every(({ counts }) => counts);
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
        else if (this.#shared.unknowable || follow_OWN.test(name))
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
        this.#shared.told.problems.push((0,migrations_problem/* malformed */.Q)(this.#script.file, this.#lines.position(at).line, message));
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
const follow_OWN = /^(USER|HOST|PORT|ENCODING|VERSION|VERSION_NAME|VERSION_NUM|SERVER_VERSION_NAME|SERVER_VERSION_NUM|ROW_COUNT|SQLSTATE|ERROR|LASTOID|LAST_ERROR_\w+|SERVICE|SHELL_ERROR|SHELL_EXIT_CODE)$/;
const NO_AUTOCOMMIT = 'statements run in transactions that are not written here: what depends on them was not looked at';
const UNKNOWN_ANSWER = 'it runs what the query before it returns, and nobody knows that here: it was not run';
/** Why what a command does isn't part of the check. */
const follow_BESIDE = {
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
    const folder = ({ path }) => folderOf(path);
    const folders = [...new Set(result.migrations.map(folder))].sort(byName);
    if (folders.length < 2)
        return result;
    return { ...result, migrations: folders.flatMap((one) => result.migrations.filter((it) => folder(it) === one)) };
}
/** What a changelog holds itself is left to the program that prints it. */
function scriptsOnly(result) {
    return {
        ...result,
        migrations: result.migrations.filter(({ up }) => isScript(up.file.path)),
        notChecked: result.notChecked.filter(({ check }) => !mayBeChangelog(check)),
    };
}

;// CONCATENATED MODULE: ./build/migrations/recognise.js
/** Determines a folder's layout, by evidence; where two fit, says so. Pure. */



const STRENGTH = { names: 1, config: 2, marks: 3 };
/** The layout of that name, whatever the files look like. */
function layoutNamed(name) {
    return LAYOUTS.find((layout) => layout.name === name);
}
/** The strongest evidence wins. Names that several tools use are no evidence. */
function recognise(set) {
    const kept = atlasFormat(set);
    if (kept)
        return { layout: withAtlasSum(layoutNamed(kept.format)), reason: `recognised by ${kept.reason}` };
    const fits = LAYOUTS.flatMap((layout) => {
        const evidence = layout.recognise(set);
        return evidence ? [{ layout, reason: evidence.reason, strength: STRENGTH[evidence.kind] }] : [];
    });
    const strongest = Math.max(0, ...fits.map(({ strength }) => strength));
    const best = fits.filter(({ strength }) => strength === strongest);
    const [first, ...others] = best;
    if (first === undefined)
        return { layout: plain, reason: 'no tool’s marks or settings were found' };
    if (others.length === 0)
        return { layout: first.layout, reason: `recognised by ${first.reason}` };
    if (strongest > STRENGTH.names)
        return { layouts: best.map(({ layout, reason }) => ({ layout, reason })) };
    return { layout: plain, reason: `${first.reason} fit several tools`, doubt: best.map(({ layout }) => layout) };
}

;// CONCATENATED MODULE: ./build/migrations/set-checks.js

/** What is wrong with the order and the completeness of a folder's migrations. */
function checkSet(history) {
    return [...duplicates(history), ...late(history), ...gaps(history), ...missingDowns(history)];
}
/** The folder in which a migration's version counts. */
function countedIn({ path }, { versionsPerFolder }) {
    return versionsPerFolder ? folderOf(path) : '';
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
        const message = `${culprit.id} has the version of ${other.id}${other.path === culprit.path ? '' : ` (${other.path})`}. ${layout.refuses.duplicate ?? 'Which of the two runs first, and whether both do, is up to the tool.'}`;
        return [problem('duplicate-version', culprit, message, layout.refuses.duplicate ? 'error' : 'warning')];
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
        const what = `${migration.id} comes before ${newest.id}, which is on the base branch already.`;
        const why = layout.refuses.late ??
            'Databases that have that one apply this one after it, new ones before: their histories differ.';
        return [problem('version-out-of-order', migration, `${what} ${why}`, layout.refuses.late ? 'error' : 'warning')];
    });
}
function isSameVersion(a, b, layout) {
    return a.version === b.version && (a.version === undefined || countedIn(a, layout) === countedIn(b, layout));
}
/** Where names say the order, a file without a number among numbered ones has no place in it. */
function numbered(migrations, { listed }) {
    if (listed)
        return migrations;
    const counted = migrations.filter(({ id, path }) => /^v?\d/i.test(id) || /^v?\d/i.test(baseName(path)));
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
        const message = `${migration.id} follows number ${last}: ${last + 1 === number - 1 ? `${last + 1} is` : `${last + 1} to ${number - 1} are`} missing.`;
        return [problem('version-gap', migration, message)];
    });
}
/** A migration without a way back among others that have one. */
function missingDowns({ migrations, isNew }) {
    return migrations.flatMap((migration, index) => {
        if (!isNew(migration) || migration.down || migration.irreversible || migration.repeatable)
            return [];
        const siblings = migrations
            .slice(Math.max(0, index - 10), index + 11)
            .filter((other) => other !== migration && !other.repeatable);
        const reversible = siblings.filter(({ down }) => down !== undefined).length;
        if (siblings.length < 2 || reversible * 2 < siblings.length)
            return [];
        const message = `${migration.id} has no rollback; ${reversible} of the ${siblings.length} migrations beside it have one.`;
        return [problem('down-missing', migration, message)];
    });
}
function problem(rule, { up }, message, severity) {
    const before = up.sql.slice(0, Math.max(up.sql.search(/\S/), 0));
    return { rule, path: up.file.path, line: before.split('\n').length, message, ...(severity && { severity }) };
}

;// CONCATENATED MODULE: ./build/migrations/read-folder.js



















/** Reads a folder in its layout, and its Markdown pages beside. */
function readFolder(request) {
    const { set, settings } = request;
    const scripts = only(request, (file) => !isMarkdown(file) && (!mayBeChangelog(file.path) || isChangelog(file)));
    const pages = only(request, isPage(request.candidates, scripts.set.files.length > 0));
    const read = [];
    if (scripts.set.files.length > 0 && settings.layout !== 'markdown') {
        const recognised = settings.layout === 'auto' ? recognise(scripts.set) : read_folder_byName(settings.layout);
        read.push('layouts' in recognised ? unread(set, recognised, request.candidates) : readAs(recognised, scripts));
    }
    if (settings.layout === 'auto' || settings.layout === 'markdown') {
        read.push({ ...readAs({ layout: markdown_markdown, reason: '' }, pages), note: null });
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
        const name = baseName(file.path);
        const isNamed = changes === null && isChanged(file.path);
        if (!isMarkdown(file))
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
    const { layout, reason, doubt, isGuess } = withRunner(recognised, request);
    const isOpen = ({ up }) => isGuess && up.transaction === 'autocommit';
    const wanted = settings.migrations.length > 0;
    const { set, leftOut } = forPostgres(request.set, wanted);
    const base = request.base && forPostgres(request.base, wanted).set;
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
        })),
        baseline: [...bookkeeping(layout, now.migrations), ...merged.map(({ script }) => script)],
        problems,
        notChecked: [
            ...notChecked,
            ...byReason([...leftOut, ...now.notChecked].filter(isAboutChange(candidates))),
            ...(namesBaseline(settings) ? [] : [...past.leftOut, ...merged.flatMap((one) => one.notChecked)]),
            ...(isGuess && touched.size > 0 ? [guessed(set, doubt)] : []),
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
    const runner = base && ranOutside(base) ? { ...set.runner, begins: null } : set.runner;
    const isGuess = runner.begins === null;
    const sent = sentByCode(layout, runner);
    const shown = { layout: isGuess ? asTheyAsk(sent) : sent, reason: `${reason}; ${shownBy(runner)}` };
    return { ...shown, isGuess, ...(isGuess && doubt && { doubt }) };
}
function isAboutChange({ isChanged }) {
    return ({ check }) => isChanged(check.replace(/ \(.*\)$/, ''));
}
/** What has one reason is said once. */
function byReason(notes) {
    const reasons = [...new Set(notes.map(({ reason }) => reason))];
    return reasons.map((reason) => ({
        check: enumerate(notes.flatMap((note) => (note.reason === reason ? [note.check] : []))),
        reason,
    }));
}
/** The tool's own table, where a script speaks of it: others do as well without. */
function bookkeeping({ tool, bookkeeping: own }, migrations) {
    if (own === undefined)
        return [];
    const speaks = new RegExp(`\\b${own.table}`, 'i');
    if (!migrations.some(({ up, down, verify }) => [up, down, verify].some((script) => speaks.test(script?.sql ?? ''))))
        return [];
    return [(0,layouts_layout/* wholeFile */.A)('up', { path: `the bookkeeping of ${tool}`, text: own.sql }, 'autocommit')];
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
    return ({ up, down, verify, maintenance }) => [up, down, verify, maintenance].some((script) => script !== undefined && isChanged(script.file.path));
}
/** Problems that are on the base branch already are not the change's. */
function relevant(now, before, { isChanged, changes }) {
    if (before === null)
        return now.problems.filter(({ path, rule }) => isChanged(path) || (changes !== null && rule === 'bookkeeping-out-of-step'));
    const known = new Set(before.problems.map(({ rule, path, message }) => `${rule} ${path} ${message}`));
    return now.problems.filter(({ rule, path, message }) => !known.has(`${rule} ${path} ${message}`));
}
function read_folder_byName(name) {
    return { layout: withAtlasSum(layoutNamed(name)), reason: 'named by the setting layout' };
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
    const wanted = await candidates(change, settings, cwd);
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
    const { top } = wanted;
    for (const { folder, set: files } of sets) {
        const read = await readIncluded(files, cwd);
        const included = new Map([...read].map(([path, file]) => [path, typeof file === 'string' ? file : withText(file, texts)]));
        const own = { ...(await withOwnRunner(files, settings, cwd)), included };
        const base = wanted.changes && (await setAtBase(own, wanted.changes, { base: baseOf(change), top, cwd }));
        if (base)
            base.included = await includedAtBase(included, change, { top, cwd });
        const set = withListsOfBase(own, base, unreadable);
        await loadReaders([...set.files, ...(base?.files ?? [])]);
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
    const runner = isPlain && sqlFiles(set).length > 0 ? await findRunner(set, cwd) : null;
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
            return { path: (0,source/* displayPath */.G)(path, cwd), text: before };
        const result = await (0,source/* readSource */.o)(path, cwd);
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
    if (layout === 'auto' || LAYOUTS.some(({ name }) => name === layout))
        return;
    const known = LAYOUTS.map(({ name }) => name).join(', ');
    throw new usage_error/* UsageError */.e(`layout: there is no layout "${layout}". Known: auto, ${known}.`);
}


/***/ }),

/***/ 9031:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ wholeFile)
/* harmony export */ });
/** A script that is a whole file. */
function wholeFile(role, file, transaction) {
    return { role, file, sql: file.text, transaction };
}


/***/ }),

/***/ 6194:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ malformed),
/* harmony export */   f: () => (/* binding */ toPrediction)
/* harmony export */ });
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2800);
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

/***/ 4337:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Db: () => (/* binding */ findSettingsFile),
/* harmony export */   Hy: () => (/* binding */ PACKAGE_KEY),
/* harmony export */   N8: () => (/* binding */ isPackageFile),
/* harmony export */   zE: () => (/* binding */ FILE_NAME)
/* harmony export */ });
/* unused harmony exports PACKAGE_FILE, hasSettings */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _system_read_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8060);
/* harmony import */ var _system_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3936);
/* harmony import */ var _system_usage_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53);
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
    throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .e(`${(0,_system_source_js__WEBPACK_IMPORTED_MODULE_3__/* .displayPath */ .G)(shared, cwd)}: "${PACKAGE_KEY}" stands beside ${FILE_NAME}, which is the one that would count. Move what is missing into it and delete the key.`);
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

/***/ 2716:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ resolveSettings)
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
            const result = await (0,source/* readSource */.o)(path, cwd);
            if ('problem' in result)
                throw new usage_error/* UsageError */.e(`bootstrap: ${result.path}: ${result.problem}`);
            files.push(result.file);
            continue;
        }
        const text = base === null ? null : await base.read(path);
        if (text !== null) {
            files.push({ path: (0,source/* displayPath */.G)(path, cwd), text });
            continue;
        }
        const why = base === null ? 'the base branch can’t be read here: give actions/checkout "fetch-depth: 0"' : null;
        const reason = `it did not run: ${why ?? `${base?.name} does not have it, and a change must not bring its own`}`;
        notes.push({ check: `bootstrap ${(0,source/* displayPath */.G)(path, cwd)}`, reason });
    }
    return { files, notes };
}

// EXTERNAL MODULE: ./build/settings/setting.js
var setting = __webpack_require__(2177);
// EXTERNAL MODULE: ./build/settings/table.js + 7 modules
var table = __webpack_require__(3395);
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
    const shown = (0,source/* displayPath */.G)(file, cwd);
    let trusted;
    try {
        trusted = (await Promise.all(/* import() */[__webpack_require__.e(207), __webpack_require__.e(739)]).then(__webpack_require__.bind(__webpack_require__, 7739))).parseSettingsFile(text, shown);
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
    return file === null ? NOTHING : (await Promise.all(/* import() */[__webpack_require__.e(207), __webpack_require__.e(739)]).then(__webpack_require__.bind(__webpack_require__, 7739))).readSettingsFile(file, (0,source/* displayPath */.G)(file, cwd), cwd);
}
/** The change deletes the file that `config` names. */
function missing(error) {
    if (error instanceof usage_error/* UsageError */.e && error.message.includes('there is no such file'))
        return NOTHING;
    throw error;
}
function note(file, cwd, reason) {
    return { check: `settings in ${(0,source/* displayPath */.G)(file, cwd)}`, reason };
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
async function resolveSettings({ inputs, cwd, from = cwd, base }) {
    const given = Object.fromEntries(Object.entries(inputs).flatMap(([name, text]) => (text ? [[name, text]] : [])));
    const start = (await (0,promises_.stat)(from).catch(() => null))?.isDirectory() ? from : (0,external_node_path_.dirname)((0,external_node_path_.resolve)(cwd, from));
    const found = await findSettings({ config: given.config, start: start === '' ? cwd : start, cwd, base });
    const { file, values: fromFile } = found;
    const fromTexts = parseTexts(given);
    const root = file === null ? cwd : rootOf(file, cwd);
    // Paths in the file are relative to it; typed paths are relative to the working directory.
    const values = valuesOf({ ...fromFile, ...fromTexts }, (name, path) => (0,external_node_path_.resolve)(name in fromTexts ? cwd : root, path));
    for (const name of table/* PATH_SETTINGS */.ip) {
        const paths = [values[camelCase(name)] ?? []].flat();
        if (!(name in fromTexts))
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
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3395);
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

/***/ 8841:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ git),
/* harmony export */   Hn: () => (/* binding */ repositoryRoot),
/* harmony export */   Ii: () => (/* binding */ tryGit),
/* harmony export */   mr: () => (/* binding */ gitTrouble)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6200);
/* harmony import */ var _run_program_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2833);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53);
/** Runs git, and finds the repository that a folder is in. */





/** A partial clone may have to fetch what is asked for. */
const patienceMs = 300_000;
/** Runs git without a shell: file names are hostile. Returns what it prints. Throws `UsageError` with what git says. */
async function git(args, cwd) {
    // Its messages are parsed below, and there is no user to type a password.
    const env = { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' };
    try {
        return await (0,_run_program_js__WEBPACK_IMPORTED_MODULE_3__/* .runProgram */ .m)('git', args, { cwd, env, maxBuffer: 256 * 1024 * 1024, timeout: patienceMs });
    }
    catch (error) {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .e(explainGit(args, cwd, error), { cause: error });
    }
}
function explainGit([command = ''], cwd, error) {
    if (error.syscall?.startsWith('spawn')) {
        return error.code === 'ENOENT'
            ? 'git was not found: install it, or put it on the PATH of this check.'
            : `git could not be started: ${(0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .whyNot */ .OB)(error)}.`;
    }
    const said = (error.stderr ?? '').trim();
    if (/dubious ownership/.test(said)) {
        return `git refuses to read ${cwd}, which belongs to another user: run "git config --global --add safe.directory ${cwd}" before this check.`;
    }
    if (error.killed)
        return `git ${command} did not end within ${patienceMs / 1000} s in ${cwd}: run it there by hand to see why.`;
    const reason = /^(?:fatal|error): (.*)$/m.exec(said)?.[1] ?? (said.split('\n')[0] || error.message);
    return `git ${command} fails in ${cwd}: ${reason}. Run it there by hand to see why.`;
}
/** Why git can do nothing at all here, with the remedy; null where it works, and where there is no repository. */
async function gitTrouble(cwd) {
    try {
        await git(['rev-parse', '--git-dir'], cwd);
        return null;
    }
    catch (error) {
        const { message, cause } = error;
        return /not a git repository/.test(cause?.stderr ?? '') ? null : message;
    }
}
/** Like `git`, with null where git refuses. */
async function tryGit(args, cwd) {
    try {
        return await git(args, cwd);
    }
    catch {
        return null;
    }
}
/** Say that the repository isn't where the folders say; git knows. */
const ELSEWHERE = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_CEILING_DIRECTORIES'];
/** The repository's top folder, or null outside a repository. Looking for it spares a small check the start of git. */
async function repositoryRoot(cwd) {
    if (ELSEWHERE.some((name) => process.env[name])) {
        return (await tryGit(['rev-parse', '--show-toplevel'], cwd))?.replace(/\r?\n$/, '') || null;
    }
    let folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(cwd).catch(() => cwd);
    while (!(await isTop(folder))) {
        const above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);
        if (above === folder)
            return null;
        folder = above;
    }
    return folder;
}
/** A repository has a folder `.git`; a worktree and a submodule have a file that says where theirs is. */
async function isTop(folder) {
    const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, '.git');
    const readable = (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path).then(() => true, () => false);
    if (await readable((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place, 'HEAD')))
        return true;
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(place, 'utf8').catch(() => '')).startsWith('gitdir:');
}


/***/ }),

/***/ 8060:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BX: () => (/* binding */ inSentence),
/* harmony export */   iI: () => (/* binding */ isOfRepository),
/* harmony export */   io: () => (/* binding */ readBytes),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* unused harmony export MOST_BYTES */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8841);
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

/***/ 2833:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ runProgram)
/* harmony export */ });
/**
 * Runs a program without a shell. Returns what it prints; rejects, as `execFile` does, where it fails or can't be started.
 * What starts programs is loaded only then: most checks start none.
 */
async function runProgram(program, args, options) {
    const [{ execFile }, { promisify }] = await Promise.all([Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1421, 19)), Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7975, 19))]);
    const { stdout } = await promisify(execFile)(program, args, { windowsHide: true, ...options, encoding: 'utf8' });
    return stdout;
}


/***/ }),

/***/ 3936:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ displayPath),
/* harmony export */   o: () => (/* binding */ readSource)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _read_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8060);
/** Reads files as text, or says why that can't be done. */


/** Reads a file as UTF-8 and drops a byte order mark. Never throws for what is wrong with the file. */
async function readSource(absolute, cwd) {
    const path = displayPath(absolute, cwd);
    const read = await (0,_read_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readBytes */ .io)(absolute, cwd);
    if ('problem' in read)
        return { path, problem: read.problem };
    const { bytes } = read;
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
