export const id = 299;
export const ids = [299];
export const modules = {

/***/ 7935:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d$: () => (/* binding */ FAIL_ON),
/* harmony export */   oC: () => (/* binding */ SEVERITIES),
/* harmony export */   yX: () => (/* binding */ SERVER_KINDS)
/* harmony export */ });
/** The words that the report and the settings share, each list once. */
const SEVERITIES = ['error', 'warning', 'info'];
/** What may fail a check: a finding of this severity or above, or nothing. */
const FAIL_ON = [...SEVERITIES, 'never'];
/** The servers that a rehearsal can run on. */
const SERVER_KINDS = ['service', 'local', 'embedded'];


/***/ }),

/***/ 4337:
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

/***/ 187:
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
var words = __webpack_require__(7935);
// EXTERNAL MODULE: ./build/settings/values.js
var values = __webpack_require__(7919);
// EXTERNAL MODULE: ./build/settings/words.js + 1 modules
var settings_words = __webpack_require__(2530);
;// CONCATENATED MODULE: ./build/settings/table/what-comes-out.js
/** Settings that say what comes out of a check, in the order of --help. */



const WHAT_COMES_OUT = {
    'fail-on': {
        schema: values/* oneOf */.yL(words/* FAIL_ON */.d$),
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
        help: { text: 'which rules are on' },
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

// EXTERNAL MODULE: ../../work/main/node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7958);
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
var versions = __webpack_require__(7051);
;// CONCATENATED MODULE: ./build/settings/table/where-to-rehearse.js
/** Settings that say where migrations are rehearsed, and within which limits, in the order of --help. */



const WHERE_TO_REHEARSE = {
    server: {
        schema: values/* oneOf */.yL(settings_words/* SERVERS */.Vp),
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
        help: { value: 'seconds' },
        default: 60,
    },
    'script-timeout': {
        schema: values/* seconds */.YA,
        description: 'How long one script, a migration or its rollback, may run in the rehearsal, in seconds; a statement that has begun is not cut short.',
        help: { value: 'seconds' },
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
        help: { value: 'megabytes' },
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

/***/ 7919:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ command),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   aO: () => (/* binding */ rules),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   f0: () => (/* binding */ paths),
/* harmony export */   iR: () => (/* binding */ majorVersion),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   yU: () => (/* binding */ someOf)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7958);
/* harmony import */ var _sql_versions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7051);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2530);
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

/***/ 2530:
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
var words = __webpack_require__(7935);
;// CONCATENATED MODULE: ./build/settings/words.js
/** The words that settings choose from. Each list exists once: types and schemas come from it. */


const SERVERS = ['auto', ...words/* SERVER_KINDS */.yX, 'none'];
const TRANSACTIONS = ['auto', ...TRANSACTION_MODES];
/** What the settings may make of a rule, from nothing to the worst. */
const LEVELS = ['off', ...words/* SEVERITIES */.oC.toReversed()];
const PRESETS = ['recommended', 'strict'];
/** The names that `required-checks` may hold: that a server ran the migrations, and each line of the checklist. */
const REQUIRABLE = ['rehearsal', 'applied', 'objects', 'rollback', 'rerun', 'validation', 'plans'];


/***/ }),

/***/ 7051:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RX: () => (/* binding */ NEWEST),
/* harmony export */   TT: () => (/* binding */ isSupported),
/* harmony export */   _j: () => (/* binding */ OLDEST),
/* harmony export */   nl: () => (/* binding */ firstWith),
/* harmony export */   zy: () => (/* binding */ has)
/* harmony export */ });
/* unused harmony export MAJORS */
/** Which major version of Postgres has what. Nothing else compares versions. */
/** The majors that are supported, oldest first: everything is tested on each. */
const MAJORS = [15, 16, 17, 18];
const OLDEST = Math.min(...MAJORS);
const NEWEST = Math.max(...MAJORS);
const FEATURES = {
    /** A primary key refuses an index with NULLS NOT DISTINCT. */
    primaryKeyNeedsDistinctNulls: {
        since: 16,
        source: 'release notes 16, E.x.2: NULLS NOT DISTINCT indexes for primary keys',
    },
    /** A value that is added to an enum can be used in the transaction that created the enum. */
    newValueOfNewEnum: { since: 17, source: 'pg_enum.c, EnumUncommitted and uncommitted_enum_types' },
    transactionTimeout: { since: 17, source: 'manual 19.11.1, transaction_timeout' },
    /** Event triggers can be switched off by a superuser. */
    eventTriggersOff: { since: 17, source: 'manual 19.11.1, event_triggers' },
    notValidForeignKeyOfPartitioned: {
        since: 18,
        source: 'release notes 18: NOT VALID foreign keys on partitioned tables',
    },
    /** ADD CONSTRAINT … NOT NULL … NOT VALID. */
    notValidNotNull: { since: 18, source: 'release notes 18: NOT NULL constraints with NOT VALID' },
    virtualColumns: { since: 18, source: 'manual 5.4, generated columns: VIRTUAL' },
    /** GRANT looks at its tables under a lock. */
    grantLocksTables: { since: 18, source: 'aclchk.c, objectNamesToOids' },
    /** ADD UNIQUE and ADD PRIMARY KEY of a partitioned table lock its partitions as they lock the table itself. */
    partitionsLockedAsTheirTable: { since: 18, source: 'test/proof/footprint.test.ts' },
    /** pg_restore_relation_stats and pg_restore_attribute_stats. */
    restoresStatistics: { since: 18, source: 'manual 9.28, statistics manipulation functions' },
};
function has(feature, version, ifUnknown = 'as oldest') {
    return (version ?? (ifUnknown === 'as newest' ? NEWEST : OLDEST)) >= FEATURES[feature].since;
}
/** The first major that has the feature, to be named in a message. */
function firstWith(feature) {
    return FEATURES[feature].since;
}
function isSupported(version) {
    return version >= OLDEST;
}


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
/* harmony export */   uZ: () => (/* binding */ MOST_BYTES),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
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
/* harmony export */   Gt: () => (/* binding */ displayPath),
/* harmony export */   e1: () => (/* binding */ asText),
/* harmony export */   o$: () => (/* binding */ readSource)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _read_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8060);
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
