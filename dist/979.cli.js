export const id = 979;
export const ids = [979];
export const modules = {

/***/ 5979:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/system/usage-error.js
var usage_error = __webpack_require__(5968);
// EXTERNAL MODULE: ./build/system/version.js
var version = __webpack_require__(6056);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
// EXTERNAL MODULE: ./build/settings/table.js + 6 modules
var table = __webpack_require__(1756);
// EXTERNAL MODULE: ./build/cli/options.js
var options = __webpack_require__(2315);
;// CONCATENATED MODULE: ./build/cli/arguments.js
/** Reads the command line. Pure. */





/** Throws `UsageError` for an option that there isn't, or a value that it can't have. */
function parseCommandLine(args) {
    const { values, positionals } = parse(args);
    const [command = 'help', ...words] = positionals;
    // All others are settings.
    const own = values;
    const { base, format = 'text', output, yes = false, fix = false, help, version } = own;
    if (!isFormat(format))
        throw new usage_error/* UsageError */.e(`--format ${format}: expected one of ${options/* FORMATS */.hR.join(', ')}.`);
    if (fix && format === 'github') {
        throw new usage_error/* UsageError */.e('--fix and --format github: a workflow reports on a change, it does not rewrite it.');
    }
    return {
        command: help ? 'help' : version ? 'version' : command,
        words,
        settings: Object.fromEntries(table/* TEXT_SETTINGS */.yB.flatMap((name) => asText(name, values[(0,options/* flagOf */.iP)(name).flag]))),
        format,
        yes,
        fix,
        withValues: own['with-values'] ?? false,
        verbose: own.verbose ?? false,
        ...(base !== undefined && { base }),
        ...(output !== undefined && { output }),
    };
}
/** What a flag says of its setting: flags are true, or false where they switch something off. */
function asText(name, value) {
    if (value === undefined)
        return [];
    return [[name, (0,options/* flagOf */.iP)(name).negates ? 'false' : String(value)]];
}
function parse(args) {
    try {
        return (0,external_node_util_.parseArgs)({ args, options: options/* OPTIONS */.lw, allowPositionals: true });
    }
    catch (error) {
        if (!(error instanceof TypeError))
            throw error;
        const wrong = /^Unknown option '--?([\w-]+)/.exec(error.message)?.[1];
        if (wrong === undefined)
            throw new usage_error/* UsageError */.e(error.message);
        const near = (0,mod/* closest */.kp)(wrong, Object.keys(options/* OPTIONS */.lw));
        const hint = (0,mod/* distance */.Io)(wrong, near) <= 3 ? ` Did you mean --${near}?` : ' See migration-safety --help.';
        throw new usage_error/* UsageError */.e(`There is no option --${wrong}.${hint}`);
    }
}
function isFormat(format) {
    return options/* FORMATS */.hR.includes(format);
}

// EXTERNAL MODULE: ./build/cli/last-words.js
var last_words = __webpack_require__(3601);
// EXTERNAL MODULE: ./build/cli/print.js
var print = __webpack_require__(5985);
;// CONCATENATED MODULE: ./build/cli/main.js
/** Runs one command; what it needs is loaded then. */





/** Writes what there is to say, and returns the exit code: 2 where the work can't be done. */
async function main(args) {
    try {
        return await run(args);
    }
    catch (error) {
        process.stderr.write((0,last_words/* lastWords */.a)(error, process.env));
        return 2;
    }
}
async function run(args) {
    const line = parseCommandLine(args);
    const say = async (text) => {
        await (0,print/* print */.y)(text);
        return 0;
    };
    switch (line.command) {
        case 'check':
            return (await Promise.all(/* import() */[__webpack_require__.e(6), __webpack_require__.e(380), __webpack_require__.e(427), __webpack_require__.e(71), __webpack_require__.e(496)]).then(__webpack_require__.bind(__webpack_require__, 3496))).runCheck(line, process.cwd());
        case 'rules':
            return say((await Promise.all(/* import() */[__webpack_require__.e(380), __webpack_require__.e(427), __webpack_require__.e(144)]).then(__webpack_require__.bind(__webpack_require__, 4144))).listRules());
        case 'explain':
            return say(await explain(line));
        case 'init':
            return say(await initialize(line.yes));
        case 'stats':
            return writeStatistics(line);
        case 'version':
            return say(`${version/* TOOL */.j.version}\n`);
        case 'help':
            return say((await __webpack_require__.e(/* import() */ 654).then(__webpack_require__.bind(__webpack_require__, 9654))).HELP);
        default:
            throw new usage_error/* UsageError */.e(`There is no command "${line.command}". Commands: check, rules, explain, init, stats.`);
    }
}
async function explain({ words: [id], settings: { layout } }) {
    const { explainIn, explainRule } = await Promise.all(/* import() */[__webpack_require__.e(380), __webpack_require__.e(427), __webpack_require__.e(144)]).then(__webpack_require__.bind(__webpack_require__, 4144));
    const page = explainRule(id);
    if (layout === undefined || id === undefined)
        return page;
    return `${page}\n${await explainIn(layout, id)}`;
}
async function initialize(overwrite) {
    const { initialize, askOnTerminal } = await Promise.all(/* import() */[__webpack_require__.e(6), __webpack_require__.e(380), __webpack_require__.e(71), __webpack_require__.e(319)]).then(__webpack_require__.bind(__webpack_require__, 9319));
    return initialize(process.cwd(), overwrite, askOnTerminal());
}
async function writeStatistics({ words, settings, withValues, output }) {
    const { statsExport } = await Promise.all(/* import() */[__webpack_require__.e(180), __webpack_require__.e(63)]).then(__webpack_require__.bind(__webpack_require__, 5429));
    const databaseUrl = settings['database-url'] ?? process.env.MIGRATION_SAFETY_DATABASE_URL;
    const text = await statsExport({ words, databaseUrl, withValues });
    await (0,print/* deliver */.c)(text, output, process.cwd());
    return 0;
}


/***/ }),

/***/ 2315:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hR: () => (/* binding */ FORMATS),
/* harmony export */   iP: () => (/* binding */ flagOf),
/* harmony export */   lw: () => (/* binding */ OPTIONS)
/* harmony export */ });
/* unused harmony export OWN_OPTIONS */
/* harmony import */ var _settings_setting_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(456);
/* harmony import */ var _settings_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1756);
/** The options of the command line: the settings that text can give, and what only the command line knows. */


const FORMATS = ['text', 'json', 'sarif', 'gitlab', 'junit', 'markdown', 'html', 'github'];
/** No settings: they say what this one run does. */
const OWN_OPTIONS = {
    base: { type: 'string' },
    fix: { type: 'boolean' },
    'with-values': { type: 'boolean' },
    format: { type: 'string' },
    output: { type: 'string' },
    verbose: { type: 'boolean' },
    yes: { type: 'boolean', short: 'y' },
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean', short: 'v' },
};
/** The flag that gives a setting. What is on by itself has one that switches it off. */
function flagOf(name) {
    const { schema, default: otherwise } = (0,_settings_table_js__WEBPACK_IMPORTED_MODULE_1__/* .entryOf */ .Ms)(name);
    if ((0,_settings_setting_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(schema) !== 'flag')
        return { flag: name, type: 'string', negates: false };
    const negates = otherwise === true;
    return { flag: negates ? `no-${name}` : name, type: 'boolean', negates };
}
/** In the form that `parseArgs` takes. */
const OPTIONS = {
    ...Object.fromEntries(_settings_table_js__WEBPACK_IMPORTED_MODULE_1__/* .TEXT_SETTINGS */ .yB.map(flagOf).map(({ flag, type }) => [flag, { type }])),
    ...OWN_OPTIONS,
};


/***/ }),

/***/ 5985:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ deliver),
/* harmony export */   y: () => (/* binding */ print)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _system_faults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(943);
/* harmony import */ var _system_usage_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5968);
/** Writes a command's output: to the standard output, or into the file that was named. */




/** Ends silently where the reader has closed the pipe, as `| head` does. Throws `UsageError` where it can't be written. */
async function print(text) {
    if (text === '')
        return;
    const error = await new Promise((done) => process.stdout.write(text, done));
    if (error && error.code !== 'EPIPE') {
        throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .e(`The output can’t be written: ${(0,_system_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .whyNot */ .OB)(error)}.`);
    }
}
/** Into the file, or to the standard output without one. Throws `UsageError` that names the file. */
async function deliver(text, output, cwd) {
    if (output === undefined)
        return print(text);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, output), text);
    }
    catch (error) {
        throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .e(`--output ${output}: ${(0,_system_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .whyNot */ .OB)(error)}.`);
    }
}


/***/ }),

/***/ 3744:
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

/***/ 456:
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
/** The kind that a schema's values are of. One value or a list of them is a list. */
function kindOf(schema) {
    const types = [schema, ...alternatives(schema)].map(({ type }) => type);
    const kind = types.includes('array') ? 'list' : KINDS[schema.type];
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

/***/ 1756:
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
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/sql/versions.js
var versions = __webpack_require__(8366);
;// CONCATENATED MODULE: ./build/model.js
const TRANSACTION_MODES = ['autocommit', 'per-script', 'per-run', 'single-query'];

;// CONCATENATED MODULE: ./build/settings/words.js
/** The words that settings choose from. Each list exists once: types and schemas come from it. */


const SERVERS = ['auto', ...words/* SERVER_KINDS */.yX, 'none'];
const TRANSACTIONS = ['auto', ...TRANSACTION_MODES];
/** What the settings may make of a rule, from nothing to the worst. */
const LEVELS = ['off', ...words/* SEVERITIES */.oC.toReversed()];
const PRESETS = ['recommended', 'strict'];
/** The names that `required-checks` may hold: that a server ran the migrations, and each line of the checklist. */
const REQUIRABLE = ['rehearsal', 'applied', 'objects', 'rollback', 'rerun', 'validation', 'plans'];

;// CONCATENATED MODULE: ./build/settings/values.js
/** What settings' values are made of; the messages say what was expected. */



const values_text = dist/* pipe */.FsL(dist/* string */.YjP('expected text'), dist/* nonEmpty */.hq('expected text, got nothing'));
const paths = dist/* union */.KCZ([values_text, dist/* array */.YOg(values_text)], 'expected a path or a list of paths');
const flag = dist/* boolean */.zMY('expected true or false');
/** A number with its least value; `unit` is what one would say of it, such as `a number of seconds`. */
function number(unit, least, leastInWords) {
    return dist/* pipe */.FsL(dist/* number */.aig(`expected ${unit}`), dist/* minValue */.Wwf(least, `expected ${leastInWords}`));
}
const seconds = number('a number of seconds', 1, 'at least 1 second');
const version = 'expected a major version, such as 17';
const majorVersion = dist/* pipe */.FsL(dist/* number */.aig(version), dist/* integer */.ndf(version), dist/* minValue */.Wwf(versions/* OLDEST */._j, `expected ${versions/* OLDEST */._j} or later (older servers are not supported)`), dist/* maxValue */.cGV(99, version));
/** One of a list of words; the message names them. */
function oneOf(words) {
    return dist/* picklist */.KIO(words, `expected one of ${words.join(', ')}`);
}
/** One word of a list, or several. */
function someOf(words) {
    return dist/* union */.KCZ([oneOf(words), dist/* array */.YOg(oneOf(words))], `expected some of ${words.join(', ')}`);
}
/** A program and its arguments, which no shell reads. */
const command = dist/* pipe */.FsL(dist/* array */.YOg(values_text, 'expected a list: a program and its arguments'), dist/* nonEmpty */.hq('expected a program'));
/** What else is in the object are the rule's own options: they are held against the rule's schema later. */
const ruleObject = dist/* looseObject */._H3({ severity: dist/* optional */.lqM(oneOf(LEVELS)), ignore: dist/* optional */.lqM(paths) });
const rules = dist/* record */.g1P(values_text, dist/* union */.KCZ([oneOf(LEVELS), ruleObject], `expected one of ${LEVELS.join(', ')}`), 'expected rules with their severities, such as "index-not-concurrent: warning"');

;// CONCATENATED MODULE: ./build/settings/table/what-comes-out.js
/** Settings that say what comes out of a check, in the order of --help. */



const WHAT_COMES_OUT = {
    'fail-on': {
        schema: oneOf(words/* FAIL_ON */.d$),
        description: 'The least severity that fails the check: error, warning or info; never reports only.',
        readme: '`error`, `warning`, `info` or `never`',
        default: 'error',
        needsTrust: true,
    },
    'required-checks': {
        schema: someOf(REQUIRABLE),
        description: `What must have been proven of every changed migration: ${REQUIRABLE.join(', ')}. One that could not be tried fails the check.`,
        help: { value: 'names', text: 'what must have been proven, such as rehearsal,rollback,rerun,validation' },
        readme: 'what must have been proven of every migration ([the gate](docs/github.md#the-gate))',
    },
    preset: {
        schema: oneOf(PRESETS),
        description: 'Which rules are on: recommended, or strict, which adds those that are a matter of taste or of house style.',
        help: { text: 'which rules are on' },
        readme: '`recommended` or `strict`',
        default: 'recommended',
        needsTrust: true,
    },
    rules: {
        schema: rules,
        description: 'By rule: a severity (off, info, warning, error), or an object with `severity`, `ignore` (globs of files) and the rule’s own options. A severity switches a rule of the strict preset on.',
        only: 'file',
        needsTrust: true,
    },
};

;// CONCATENATED MODULE: ./build/settings/table/what-to-check.js
/** Settings that say what is checked, in the order of --help. */



const WHAT_TO_CHECK = {
    migrations: {
        schema: paths,
        description: 'Globs of the migration files, relative to the settings file, or to the working directory where there is none. Without it they are recognised by folder and name.',
        help: { value: 'glob', text: 'which files are migrations' },
        readme: 'globs of the migration files, one a line',
    },
    ignore: {
        schema: paths,
        description: 'Globs of files that are never looked at.',
        help: { value: 'glob', text: 'files that are never looked at' },
        needsTrust: true,
    },
    layout: {
        schema: values_text,
        description: 'The migration tool that the files are for: plain, goose, flyway, prisma and others (docs/layouts.md); auto recognises it.',
        help: { value: 'name', text: "the migrations' layout (docs/layouts.md); auto recognises it" },
        readme: 'the migration tool ([which](docs/layouts.md)); recognised when empty',
        default: 'auto',
    },
    placeholders: {
        schema: dist/* record */.g1P(values_text, dist/* string */.YjP('expected text'), 'expected placeholders with their values, such as "schema: app"'),
        description: 
        // biome-ignore lint/suspicious/noTemplateCurlyInString: it names Flyway's placeholders.
        'Values for the placeholders of the migration tool, by name: Flyway’s `${x}`, sqitch’s and psql’s `:x`, tern’s `{{.x}}`, graphile-migrate’s `:X`.',
        only: 'file',
    },
    command: {
        schema: command,
        description: 'A program that prints the change’s SQL, with its arguments, for migrations that are written in code. It runs without a shell; `{path}` in an argument stands for each changed file that `migrations` names. On pull requests it is read from the base branch.',
        only: 'file',
        needsTrust: true,
    },
    transaction: {
        schema: oneOf(TRANSACTIONS),
        description: 'How the migration tool sends a script: statement by statement (autocommit), in a transaction of its own (per-script), in one that all pending scripts share (per-run), or as one query string (single-query). auto: as the layout’s tool does.',
        help: { text: 'how the migration tool sends a script' },
        readme: 'how the migration tool sends a script: `autocommit`, `per-script`, `per-run` or `single-query`',
        default: 'auto',
    },
    order: {
        schema: paths,
        description: 'In which order the migrations are applied, where neither their names nor a list of their tool says it: file names, paths or globs, the first first; what none fits comes last, by its name. `name`: by their names.',
        only: 'file',
    },
    baseline: {
        schema: paths,
        description: 'SQL files that build the schema as it stands before the change, in order: a schema dump, or first migrations. Without it the earlier migrations are applied.',
        help: { value: 'file', text: 'SQL that builds the schema before the change' },
        readme: 'SQL files that build the schema before the change: a dump, or first migrations',
        isFile: true,
    },
    'baseline-command': {
        schema: command,
        description: 'A program that prints the SQL of the schema as it stands before the change, with its arguments, such as `pg_dump --schema-only`; it comes after the files of baseline. It runs without a shell. On pull requests it is read from the base branch.',
        only: 'file',
        needsTrust: true,
    },
    bootstrap: {
        schema: paths,
        description: 'SQL files that the server’s administrator runs before the baseline, in order: extensions and roles that migrations may use but not make. On pull requests they are read from the base branch.',
        help: { value: 'file', text: 'SQL that the administrator runs before it: extensions, roles' },
        readme: 'SQL files that the server’s administrator runs first: extensions, roles',
        isFile: true,
        needsTrust: true,
    },
    seed: {
        schema: paths,
        description: 'SQL files that put rows into the baseline’s tables before the rehearsal, so that plans and data are realistic.',
        help: { value: 'file', text: 'SQL that puts rows into it' },
        readme: 'SQL files that put rows into the baseline’s tables',
        isFile: true,
    },
    'seed-hints': {
        schema: dist/* record */.g1P(values_text, values_text, 'expected columns with their SQL, such as "phone.number: \'+49\' || (1000 + g)"'),
        description: 'SQL expressions by `table.column` for rows that the check makes up, where it can’t meet a constraint by itself; `g` is the row’s number.',
        only: 'file',
    },
    validation: {
        schema: paths,
        description: 'Globs of validation queries that belong to no single migration: they run after the last one of the change.',
        help: { value: 'glob', text: 'validation queries that run after the last migration' },
        readme: 'globs of validation queries; they run after the last migration of the change',
    },
    queries: {
        schema: paths,
        description: 'Globs of the application’s own SQL (plain files, pgTyped, sqlc): each query must still work after the migration, and its plans are compared.',
        help: { value: 'glob', text: "the application's SQL, which must still work" },
        readme: 'globs of the application’s SQL, which must still work (plain, pgTyped, sqlc)',
    },
    statistics: {
        schema: values_text,
        description: 'A file that `migration-safety stats export` wrote: the planner then decides as it does in production.',
        help: { value: 'file', text: "what stats export wrote: plans are then production's" },
        readme: 'production’s planner statistics (`migration-safety stats export`)',
        isFile: true,
    },
    'max-write-cost': {
        schema: number('a factor, such as 1.5', 1, 'a factor of at least 1'),
        description: 'How many times the WAL bytes of before an insert or update may write after the migration; more is an error. Without it the cost is only reported.',
        help: { value: 'factor', text: 'how much dearer writes may become' },
        readme: 'by which factor writes may become dearer; without it the cost is only reported',
    },
    config: {
        schema: values_text,
        description: 'The path of the settings file. Without it the file is searched for in the working directory, or from the path that is checked, and above.',
        help: { value: 'file', text: 'settings file (default: .migration-safety.yml, from the path upwards)' },
        only: 'text',
    },
};

;// CONCATENATED MODULE: ./build/settings/table/where-to-rehearse.js
/** Settings that say where migrations are rehearsed, and within which limits, in the order of --help. */



const WHERE_TO_REHEARSE = {
    server: {
        schema: oneOf(SERVERS),
        description: 'Where to rehearse: service (needs database-url), local (PostgreSQL binaries on this machine), embedded (PGlite), none (lint only), or auto: the first that there is.',
        readme: '`service`, `local`, `embedded`, `none` or `auto`',
        default: 'auto',
        needsTrust: true,
    },
    'database-url': {
        schema: values_text,
        description: 'The connection URL of a throwaway Postgres, usually a service container. The role has to be allowed to create databases; its own database is never touched.',
        help: { value: 'url', text: 'for service; or in MIGRATION_SAFETY_DATABASE_URL' },
        readme: 'the service container’s URL',
        // It may hold a password, which has no place in a repository.
        only: 'text',
    },
    superuser: {
        schema: flag,
        description: 'Whether migrations run with the rights of the database-url’s role, or of a local server’s superuser, instead of as a role that owns nothing but the scratch database.',
        help: { text: "migrations run with the rights of the URL's role" },
        readme: '`true`: migrations run with the rights of the URL’s role ([why not](#untrusted-sql))',
        default: false,
        needsTrust: true,
    },
    'allow-remote-database': {
        schema: flag,
        description: 'Whether database-url may name a host that is neither this machine nor a service container.',
        help: { text: 'the URL may name a host beyond this machine and its containers' },
        readme: '`true`: the URL may name a host beyond this machine and its containers',
        default: false,
        needsTrust: true,
    },
    'postgres-version': {
        schema: majorVersion,
        description: `The major version of production’s Postgres: ${versions/* OLDEST */._j} or later. One that is newer than ${versions/* NEWEST */.RX} is taken for ${versions/* NEWEST */.RX}.`,
        help: { value: 'major', text: "production's version" },
    },
    cache: {
        schema: flag,
        description: 'Whether the state after the baseline is kept for later runs, on this machine or in the Actions cache, by a digest of all that makes it (docs/rehearsal.md).',
        help: { text: 'build the baseline anew, and keep nothing for the next run' },
        readme: '`false`: the baseline is built anew in each run ([what is kept](docs/rehearsal.md#the-baseline-between-runs))',
        default: true,
    },
    'connect-timeout': {
        schema: seconds,
        description: 'How long to wait for a server that isn’t up yet, in seconds.',
        help: { value: 'seconds', text: "how long to wait for a server that isn't up yet" },
        default: 30,
    },
    'statement-timeout': {
        schema: seconds,
        description: 'How long one statement may run in the rehearsal, in seconds.',
        help: { value: 'seconds' },
        default: 60,
    },
    'script-timeout': {
        schema: seconds,
        description: 'How long one script, a migration or its rollback, may run in the rehearsal, in seconds; a statement that has begun is not cut short.',
        help: { value: 'seconds' },
        readme: 'how long one script may run, in seconds',
        default: 300,
    },
    'run-timeout': {
        schema: seconds,
        description: 'How long the whole rehearsal may take, in seconds.',
        help: { value: 'seconds', text: 'for the whole rehearsal' },
        default: 600,
    },
    'database-size-limit': {
        schema: number('a number of megabytes', 50, 'at least 50 megabytes'),
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

/***/ 8366:
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

/***/ 5968:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ UsageError)
/* harmony export */ });
/** The tool can't do its work as it was asked to: the message says where, what and how to repair it. Exit code 2. */
class UsageError extends Error {
    name = 'UsageError';
}


/***/ }),

/***/ 6056:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ TOOL)
/* harmony export */ });
/** The tool's own name and version, as reports show them. */
const TOOL = { name: 'migration-safety', version: '0.1.0' };


/***/ })

};
