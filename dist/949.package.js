export const id = 949;
export const ids = [949];
export const modules = {

/***/ 7392:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Db: () => (/* binding */ findSettingsFile),
/* harmony export */   Hy: () => (/* binding */ PACKAGE_KEY),
/* harmony export */   N8: () => (/* binding */ isPackageFile),
/* harmony export */   eh: () => (/* binding */ PACKAGE_FILE),
/* harmony export */   g_: () => (/* binding */ hasSettings),
/* harmony export */   zE: () => (/* binding */ FILE_NAME)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _system_read_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5261);
/* harmony import */ var _system_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9243);
/* harmony import */ var _system_usage_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5968);
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

/***/ 5826:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VQ: () => (/* binding */ FILE_SETTINGS),
  fd: () => (/* binding */ GROUPS),
  ip: () => (/* binding */ PATH_SETTINGS),
  yy: () => (/* binding */ SETTINGS),
  yB: () => (/* binding */ TEXT_SETTINGS),
  Oo: () => (/* binding */ TRUSTED_SETTINGS),
  Ms: () => (/* binding */ entryOf)
});

// EXTERNAL MODULE: ./build/report-schema/words.js
var words = __webpack_require__(3744);
// EXTERNAL MODULE: ./build/settings/values.js
var values = __webpack_require__(9416);
// EXTERNAL MODULE: ./build/settings/words.js + 1 modules
var settings_words = __webpack_require__(7232);
;// CONCATENATED MODULE: ./build/settings/table/what-comes-out.js
/** Settings that say what comes out of a check, in the order of --help. */



const WHAT_COMES_OUT = {
    'fail-on': {
        schema: values/* oneOf */.yL(words/* FAIL_ON */.d$),
        help: { text: 'the least severity that fails the check (default: error)' },
        description: 'The least severity that fails the check: error, warning or info; never reports only.',
        readme: '`error`, `warning`, `info` or `never`',
        default: 'error',
        needsTrust: true,
    },
    'required-checks': {
        schema: values/* someOf */.yU(settings_words/* REQUIRABLE */.zl),
        description: `What must have been proven of every changed migration: ${settings_words/* REQUIRABLE */.zl.join(', ')}. One that could not be tried fails the check.`,
        help: { value: 'names', text: 'what must have been proven, such as rehearsal,rollback,rerun,validation' },
        readme: 'what must have been proven of every migration ([the gate](github.md#the-gate))',
    },
    preset: {
        schema: values/* oneOf */.yL(settings_words/* PRESETS */.fG),
        description: 'Which rules are on: recommended, or strict, which adds those that are a matter of taste or of house style.',
        help: { text: 'which rules are on (default: recommended)' },
        readme: '`recommended` or `strict`',
        default: 'recommended',
        needsTrust: true,
    },
    rules: {
        schema: values/* rules */.aO,
        description: 'By rule: a severity (off, info, warning, error), or an object with `severity`, `ignore` (globs of files) and the rule’s own options. A severity switches a rule of the strict preset on.',
        only: 'file',
        needsTrust: true,
    },
};

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build/settings/table/what-to-check.js
/** Settings that say what is checked, in the order of --help. */



const WHAT_TO_CHECK = {
    migrations: {
        schema: values/* paths */.f0,
        description: 'Globs of the migration files, relative to the settings file, or to the working directory where there is none. Without it they are recognised by folder and name.',
        help: { value: 'glob', text: 'which files are migrations' },
        readme: 'globs of the migration files, one a line',
    },
    ignore: {
        schema: values/* paths */.f0,
        description: 'Globs of files that are never looked at.',
        help: { value: 'glob', text: 'files that are never looked at' },
        needsTrust: true,
    },
    layout: {
        schema: values/* text */.Qq,
        description: 'The migration tool that the files are for: plain, goose, flyway, prisma and others (docs/layouts.md); auto recognises it.',
        help: { value: 'name', text: "the migrations' layout (docs/layouts.md); auto recognises it" },
        readme: 'the migration tool ([which](layouts.md)); recognised when empty',
        default: 'auto',
    },
    placeholders: {
        schema: dist/* record */.g1P(values/* text */.Qq, dist/* string */.YjP('expected text'), 'expected placeholders with their values, such as "schema: app"'),
        description: 
        // biome-ignore lint/suspicious/noTemplateCurlyInString: it names Flyway's placeholders.
        'Values for the placeholders of the migration tool, by name: Flyway’s `${x}`, sqitch’s and psql’s `:x`, tern’s `{{.x}}`, graphile-migrate’s `:X`.',
        only: 'file',
    },
    command: {
        schema: values/* command */.G5,
        description: 'A program that prints the change’s SQL, with its arguments, for migrations that are written in code. It runs without a shell; `{path}` in an argument stands for each changed file that `migrations` names. On pull requests it is read from the base branch.',
        only: 'file',
        needsTrust: true,
    },
    transaction: {
        schema: values/* oneOf */.yL(settings_words/* TRANSACTIONS */.e6),
        description: 'How the migration tool sends a script: statement by statement (autocommit), in a transaction of its own (per-script), in one that all pending scripts share (per-run), or as one query string (single-query). auto: as the layout’s tool does.',
        help: { text: 'how the migration tool sends a script' },
        readme: 'how the migration tool sends a script: `autocommit`, `per-script`, `per-run` or `single-query`',
        default: 'auto',
    },
    order: {
        schema: values/* paths */.f0,
        description: 'In which order the migrations are applied, where neither their names nor a list of their tool says it: file names, paths or globs, the first first; what none fits comes last, by its name. `name`: by their names.',
        only: 'file',
    },
    baseline: {
        schema: values/* paths */.f0,
        description: 'SQL files that build the schema as it stands before the change, in order: a schema dump, or first migrations. Without it the earlier migrations are applied.',
        help: { value: 'file', text: 'SQL that builds the schema before the change' },
        readme: 'SQL files that build the schema before the change: a dump, or first migrations',
        isFile: true,
    },
    'baseline-command': {
        schema: values/* command */.G5,
        description: 'A program that prints the SQL of the schema as it stands before the change, with its arguments, such as `pg_dump --schema-only`; it comes after the files of baseline. It runs without a shell. On pull requests it is read from the base branch.',
        only: 'file',
        needsTrust: true,
    },
    bootstrap: {
        schema: values/* paths */.f0,
        description: 'SQL files that the server’s administrator runs before the baseline, in order: extensions and roles that migrations may use but not make. On pull requests they are read from the base branch.',
        help: { value: 'file', text: 'SQL that the administrator runs before it: extensions, roles' },
        readme: 'SQL files that the server’s administrator runs first: extensions, roles',
        isFile: true,
        needsTrust: true,
    },
    seed: {
        schema: values/* paths */.f0,
        description: 'SQL files that put rows into the baseline’s tables before the rehearsal, so that plans and data are realistic.',
        help: { value: 'file', text: 'SQL that puts rows into it' },
        readme: 'SQL files that put rows into the baseline’s tables',
        isFile: true,
    },
    'seed-hints': {
        schema: dist/* record */.g1P(values/* text */.Qq, values/* text */.Qq, 'expected columns with their SQL, such as "phone.number: \'+49\' || (1000 + g)"'),
        description: 'SQL expressions by `table.column` for rows that the check makes up, where it can’t meet a constraint by itself; `g` is the row’s number.',
        only: 'file',
    },
    validation: {
        schema: values/* paths */.f0,
        description: 'Globs of validation queries that belong to no single migration: they run after the last one of the change.',
        help: { value: 'glob', text: 'validation queries that run after the last migration' },
        readme: 'globs of validation queries; they run after the last migration of the change',
    },
    queries: {
        schema: values/* paths */.f0,
        description: 'Globs of the application’s own SQL (plain files, pgTyped, sqlc): each query must still work after the migration, and its plans are compared.',
        help: { value: 'glob', text: "the application's SQL, which must still work" },
        readme: 'globs of the application’s SQL, which must still work (plain, pgTyped, sqlc)',
    },
    'application-command': {
        schema: values/* command */.G5,
        description: 'A program with its arguments, such as the application’s own tests: it is run with DATABASE_URL (and PGHOST, PGUSER and so on) of the schema before the change, and of the schema after it. What passes before and fails after is an error. It runs without a shell and without this job’s secrets, never for a fork; on pull requests it is read from the base branch.',
        only: 'file',
        needsTrust: true,
    },
    statistics: {
        schema: values/* text */.Qq,
        description: 'A file that `migration-safety stats export` wrote: the planner then decides as it does in production.',
        help: { value: 'file', text: "what stats export wrote: plans are then production's" },
        readme: 'production’s planner statistics (`migration-safety stats export`)',
        isFile: true,
    },
    'max-write-cost': {
        schema: values/* number */.ai('a factor, such as 1.5', 1, 'a factor of at least 1'),
        description: 'How many times the WAL bytes of before an insert or update may write after the migration; more is an error. Without it the cost is only reported.',
        help: { value: 'factor', text: 'how much dearer writes may become' },
        readme: 'by which factor writes may become dearer; without it the cost is only reported',
    },
    config: {
        schema: values/* text */.Qq,
        description: 'The path of the settings file. Without it the file is searched for in the working directory, or from the path that is checked, and above.',
        help: { value: 'file', text: 'settings file (default: .migration-safety.yml, from the path upwards)' },
        only: 'text',
    },
};

// EXTERNAL MODULE: ./build/sql/versions.js
var versions = __webpack_require__(8366);
;// CONCATENATED MODULE: ./build/settings/table/where-to-rehearse.js
/** Settings that say where migrations are rehearsed, and within which limits, in the order of --help. */



const WHERE_TO_REHEARSE = {
    server: {
        schema: values/* oneOf */.yL(settings_words/* SERVERS */.Vp),
        help: { text: 'where the migrations run (default: auto, the first that there is)' },
        description: 'Where to rehearse: service (needs database-url), local (PostgreSQL binaries on this machine), embedded (PGlite), none (lint only), or auto: the first that there is.',
        readme: '`service`, `local`, `embedded`, `none` or `auto`',
        default: 'auto',
        needsTrust: true,
    },
    'database-url': {
        schema: values/* text */.Qq,
        description: 'The connection URL of a throwaway Postgres, usually a service container. The role has to be allowed to create databases; its own database is never touched.',
        help: { value: 'url', text: 'for service; or in MIGRATION_SAFETY_DATABASE_URL' },
        readme: 'the service container’s URL',
        // It may hold a password, which has no place in a repository.
        only: 'text',
    },
    superuser: {
        schema: values/* flag */.Jt,
        description: 'Whether migrations run with the rights of the database-url’s role, or of a local server’s superuser, instead of as a role that owns nothing but the scratch database.',
        help: { text: "migrations run with the rights of the URL's role" },
        readme: '`true`: migrations run with the rights of the URL’s role ([why not](untrusted-sql.md))',
        default: false,
        needsTrust: true,
    },
    'allow-remote-database': {
        schema: values/* flag */.Jt,
        description: 'Whether database-url may name a host that is neither this machine nor a service container.',
        help: { text: 'the URL may name a host beyond this machine and its containers' },
        readme: '`true`: the URL may name a host beyond this machine and its containers',
        default: false,
        needsTrust: true,
    },
    'postgres-version': {
        schema: values/* majorVersion */.iR,
        description: `The major version of production’s Postgres: ${versions/* OLDEST */._j} or later. One that is newer than ${versions/* NEWEST */.RX} is taken for ${versions/* NEWEST */.RX}.`,
        help: { value: 'major', text: "production's version" },
    },
    cache: {
        schema: values/* flag */.Jt,
        description: 'Whether the state after the baseline is kept for later runs, on this machine or in the Actions cache, by a digest of all that makes it (docs/rehearsal.md).',
        help: { text: 'build the baseline anew, and keep nothing for the next run' },
        readme: '`false`: the baseline is built anew in each run ([what is kept](rehearsal.md#the-baseline-between-runs))',
        default: true,
    },
    'connect-timeout': {
        schema: values/* seconds */.YA,
        description: 'How long to wait for a server that isn’t up yet, in seconds.',
        help: { value: 'seconds', text: "how long to wait for a server that isn't up yet" },
        default: 30,
    },
    'statement-timeout': {
        schema: values/* seconds */.YA,
        description: 'How long one statement may run in the rehearsal, in seconds.',
        help: { value: 'seconds', text: 'the longest that one statement may take' },
        default: 60,
    },
    'script-timeout': {
        schema: values/* seconds */.YA,
        description: 'How long one script, a migration or its rollback, may run in the rehearsal, in seconds; a statement that has begun is not cut short.',
        help: { value: 'seconds', text: 'the longest that one script may take' },
        readme: 'how long one script may run, in seconds',
        default: 300,
    },
    'run-timeout': {
        schema: values/* seconds */.YA,
        description: 'How long the whole rehearsal may take, in seconds.',
        help: { value: 'seconds', text: 'for the whole rehearsal' },
        default: 600,
    },
    'database-size-limit': {
        schema: values/* number */.ai('a number of megabytes', 50, 'at least 50 megabytes'),
        description: 'How large a scratch database on a real server may grow, in megabytes.',
        help: { value: 'megabytes', text: 'the most that the scratch database may hold' },
        default: 1024,
    },
};

;// CONCATENATED MODULE: ./build/settings/table.js



/** By their headings in --help. */
const GROUPS = {
    'What to check': WHAT_TO_CHECK,
    'Where to rehearse': WHERE_TO_REHEARSE,
    'What comes out': WHAT_COMES_OUT,
};
const SETTINGS = { ...WHAT_TO_CHECK, ...WHERE_TO_REHEARSE, ...WHAT_COMES_OUT };
const names = Object.keys(SETTINGS);
/** The entry as any setting's. */
function entryOf(name) {
    return SETTINGS[name];
}
const FILE_SETTINGS = names.filter((name) => entryOf(name).only !== 'text');
const TEXT_SETTINGS = names.filter((name) => entryOf(name).only !== 'file');
const PATH_SETTINGS = names.filter((name) => entryOf(name).isFile === true);
/** What counts only in a settings file that is trusted. */
const TRUSTED_SETTINGS = FILE_SETTINGS.filter((name) => entryOf(name).needsTrust === true);


/***/ }),

/***/ 9416:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ command),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   R5: () => (/* binding */ PROVEN_ON),
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   aO: () => (/* binding */ rules),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   f0: () => (/* binding */ paths),
/* harmony export */   iR: () => (/* binding */ majorVersion),
/* harmony export */   uC: () => (/* binding */ isProvenOn),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   yU: () => (/* binding */ someOf)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _sql_versions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8366);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7232);
/** What settings' values are made of; the messages say what was expected. */



const text = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP('expected text'), valibot__WEBPACK_IMPORTED_MODULE_2__/* .nonEmpty */ .hq('expected text, got nothing'));
const paths = valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([text, valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(text)], 'expected a path or a list of paths');
const flag = valibot__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY('expected true or false');
/** A number with its least value; `unit` is what one would say of it, such as `a number of seconds`. */
function number(unit, least, leastInWords) {
    return valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(`expected ${unit}`), valibot__WEBPACK_IMPORTED_MODULE_2__/* .minValue */ .Wwf(least, `expected ${leastInWords}`));
}
const seconds = number('a number of seconds', 1, 'at least 1 second');
const version = 'expected a major version, such as 17';
const major = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(version), valibot__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .ndf(version), valibot__WEBPACK_IMPORTED_MODULE_2__/* .minValue */ .Wwf(_sql_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .OLDEST */ ._j, `expected ${_sql_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .OLDEST */ ._j} or later (older servers are not supported)`), valibot__WEBPACK_IMPORTED_MODULE_2__/* .maxValue */ .cGV(99, version));
/** Quoted, as in every workflow file, it is the same version. */
const majorVersion = valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([major, valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(version), valibot__WEBPACK_IMPORTED_MODULE_2__/* .regex */ .yGV(/^[0-9]+$/, version), valibot__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi(Number), major)], version);
/** The versions that rules are proven on. A newer one is taken for the newest of them, and has no image of ours to name. */
const PROVEN_ON = `${_sql_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .OLDEST */ ._j} to ${_sql_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .NEWEST */ .RX} are supported: each rule is proven on those`;
function isProvenOn(major) {
    return _sql_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .MAJORS */ .Xe.includes(major);
}
/** One of a list of words; the message names them. */
function oneOf(words) {
    return valibot__WEBPACK_IMPORTED_MODULE_2__/* .picklist */ .KIO(words, `expected one of ${words.join(', ')}`);
}
/** One word of a list, or several. */
function someOf(words) {
    return valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([oneOf(words), valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(oneOf(words))], `expected some of ${words.join(', ')}`);
}
/** A program and its arguments, which no shell reads. */
const command = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(text, 'expected a list: a program and its arguments'), valibot__WEBPACK_IMPORTED_MODULE_2__/* .nonEmpty */ .hq('expected a program'));
/** What else is in the object are the rule's own options: they are held against the rule's schema later. */
const ruleObject = valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ severity: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(oneOf(_words_js__WEBPACK_IMPORTED_MODULE_1__/* .LEVELS */ .A_)), ignore: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(paths) });
const rules = valibot__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(text, valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([oneOf(_words_js__WEBPACK_IMPORTED_MODULE_1__/* .LEVELS */ .A_), ruleObject], `expected one of ${_words_js__WEBPACK_IMPORTED_MODULE_1__/* .LEVELS */ .A_.join(', ')}`), 'expected rules with their severities, such as "index-not-concurrent: warning"');


/***/ }),

/***/ 7232:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A_: () => (/* binding */ LEVELS),
  fG: () => (/* binding */ PRESETS),
  zl: () => (/* binding */ REQUIRABLE),
  Vp: () => (/* binding */ SERVERS),
  e6: () => (/* binding */ TRANSACTIONS)
});

;// CONCATENATED MODULE: ./build/model.js
const TRANSACTION_MODES = ['autocommit', 'per-script', 'per-run', 'single-query'];

// EXTERNAL MODULE: ./build/report-schema/words.js
var words = __webpack_require__(3744);
;// CONCATENATED MODULE: ./build/settings/words.js
/** The words that settings choose from. Each list exists once: types and schemas come from it. */


const SERVERS = ['auto', ...words/* SERVER_KINDS */.yX, 'none'];
const TRANSACTIONS = ['auto', ...TRANSACTION_MODES];
/** What the settings may make of a rule, from nothing to the worst. */
const LEVELS = ['off', ...words/* SEVERITIES */.oC.toReversed()];
const PRESETS = ['recommended', 'strict'];
/** The names that `required-checks` may hold: that a server ran the migrations, and each line of the checklist. */
const REQUIRABLE = [
    'rehearsal',
    'applied',
    'objects',
    'rollback',
    'rerun',
    'validation',
    'plans',
    'queries',
    'probes',
    'application',
];


/***/ })

};
