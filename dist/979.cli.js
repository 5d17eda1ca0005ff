export const id = 979;
export const ids = [979];
export const modules = {

/***/ 1916:
/***/ (function (__unused_webpack_module, exports) {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = exports.kp = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
exports.kp = closest;


/***/ }),

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
;// CONCATENATED MODULE: ./build/cli/arguments.js
/** Reads the command line. Pure. */



const FORMATS = ['text', 'json', 'sarif', 'markdown', 'github'];
const OPTIONS = {
    base: { type: 'string' },
    config: { type: 'string' },
    migrations: { type: 'string' },
    ignore: { type: 'string' },
    baseline: { type: 'string' },
    bootstrap: { type: 'string' },
    seed: { type: 'string' },
    validation: { type: 'string' },
    queries: { type: 'string' },
    statistics: { type: 'string' },
    'max-write-cost': { type: 'string' },
    layout: { type: 'string' },
    transaction: { type: 'string' },
    'postgres-version': { type: 'string' },
    server: { type: 'string' },
    'database-url': { type: 'string' },
    superuser: { type: 'boolean' },
    'allow-remote-database': { type: 'boolean' },
    'no-cache': { type: 'boolean' },
    'connect-timeout': { type: 'string' },
    'statement-timeout': { type: 'string' },
    'script-timeout': { type: 'string' },
    'run-timeout': { type: 'string' },
    'database-size-limit': { type: 'string' },
    'fail-on': { type: 'string' },
    'required-checks': { type: 'string' },
    preset: { type: 'string' },
    fix: { type: 'boolean' },
    'with-values': { type: 'boolean' },
    format: { type: 'string' },
    output: { type: 'string' },
    yes: { type: 'boolean', short: 'y' },
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean', short: 'v' },
};
/** Throws `UsageError` for an option that there isn't, or a value that it can't have. */
function parseCommandLine(args) {
    const { values, positionals } = parse(args);
    const [command = 'help', ...words] = positionals;
    const { base, format = 'text', output, yes = false, fix = false, 'with-values': withValues = false, help, version, 'no-cache': noCache = false, ...settings } = values;
    if (!isFormat(format))
        throw new usage_error/* UsageError */.e(`--format ${format}: expected one of ${FORMATS.join(', ')}.`);
    if (fix && format === 'github') {
        throw new usage_error/* UsageError */.e('--fix and --format github: a workflow reports on a change, it does not rewrite it.');
    }
    return {
        command: help ? 'help' : version ? 'version' : command,
        words,
        settings: {
            ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)])),
            ...(noCache && { cache: 'false' }),
        },
        format,
        yes,
        fix,
        withValues,
        ...(base !== undefined && { base }),
        ...(output !== undefined && { output }),
    };
}
function parse(args) {
    try {
        return (0,external_node_util_.parseArgs)({ args, options: OPTIONS, allowPositionals: true });
    }
    catch (error) {
        if (!(error instanceof TypeError))
            throw error;
        const wrong = /^Unknown option '--?([\w-]+)/.exec(error.message)?.[1];
        if (wrong === undefined)
            throw new usage_error/* UsageError */.e(error.message);
        const near = (0,mod/* closest */.kp)(wrong, Object.keys(OPTIONS));
        const hint = (0,mod/* distance */.Io)(wrong, near) <= 3 ? ` Did you mean --${near}?` : ' See migration-safety --help.';
        throw new usage_error/* UsageError */.e(`There is no option --${wrong}.${hint}`);
    }
}
function isFormat(format) {
    return FORMATS.includes(format);
}
const HELP = `migration-safety: rehearse Postgres migrations before they merge

  migration-safety check [path…]     check files or folders; without a path, what differs from --base
  migration-safety rules             list everything that can be reported
  migration-safety explain <rule>    what a rule finds, why it matters, what to do instead
  migration-safety init              write the workflow and the settings file for this repository
  migration-safety stats export      production's planner statistics, for --statistics; reads no row
                                     (--database-url, --output; --with-values adds common values)

What to check
  --base <git ref>             compare with this (default: the merge base with the default branch)
  --migrations <glob>          which files are migrations
  --ignore <glob>              files that are never looked at
  --layout <name>              the migrations' layout (docs/layouts.md); auto recognises it
  --transaction auto|autocommit|per-script|single-query
                               how the migration tool sends a script
  --baseline <file>            SQL that builds the schema before the change
  --bootstrap <file>           SQL that the administrator runs before it: extensions, roles
  --seed <file>                SQL that puts rows into it
  --validation <glob>          validation queries that run after the last migration
  --queries <glob>             the application's SQL, which must still work
  --statistics <file>          what stats export wrote: plans are then production's
  --max-write-cost <factor>    how much dearer writes may become
  --config <file>              settings file (default: .migration-safety.yml, from the path upwards)

Where to rehearse
  --server auto|service|local|embedded|none
  --database-url <url>         for service; or in MIGRATION_SAFETY_DATABASE_URL
  --superuser                  migrations run with the rights of the URL's role
  --allow-remote-database      the URL may name a host beyond this machine and its containers
  --postgres-version <major>   production's version
  --no-cache                   build the baseline anew, and keep nothing for the next run
  --connect-timeout <seconds>  how long to wait for a server that isn't up yet
  --statement-timeout <seconds>
  --script-timeout <seconds>
  --run-timeout <seconds>      for the whole rehearsal
  --database-size-limit <megabytes>

What comes out
  --fix                        first repair in the files what can be repaired mechanically
  --fail-on error|warning|info|never
  --required-checks <names>    what must have been proven, such as rehearsal,rollback,rerun,validation
  --preset recommended|strict  which rules are on
  --format text|json|sarif|markdown|github
  --output <file>

Exit codes: 0 pass · 1 findings at or above --fail-on · 2 the check could not do its work
`;

// EXTERNAL MODULE: ./build/cli/last-words.js
var last_words = __webpack_require__(3601);
// EXTERNAL MODULE: ./build/cli/print.js
var print = __webpack_require__(8366);
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
            return (await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(6), __webpack_require__.e(33), __webpack_require__.e(781), __webpack_require__.e(597)]).then(__webpack_require__.bind(__webpack_require__, 8597))).runCheck(line, process.cwd());
        case 'rules':
            return say((await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(33), __webpack_require__.e(538)]).then(__webpack_require__.bind(__webpack_require__, 4538))).listRules());
        case 'explain':
            return say((await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(33), __webpack_require__.e(538)]).then(__webpack_require__.bind(__webpack_require__, 4538))).explainRule(line.words[0]));
        case 'init':
            return say(await initialize(line.yes));
        case 'stats':
            return writeStatistics(line);
        case 'version':
            return say(`${version/* TOOL */.j.version}\n`);
        case 'help':
            return say(HELP);
        default:
            throw new usage_error/* UsageError */.e(`There is no command "${line.command}". Commands: check, rules, explain, init, stats.`);
    }
}
async function initialize(overwrite) {
    const { initialize, askOnTerminal } = await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(6), __webpack_require__.e(781), __webpack_require__.e(371)]).then(__webpack_require__.bind(__webpack_require__, 9319));
    return initialize(process.cwd(), overwrite, askOnTerminal());
}
async function writeStatistics({ words, settings, withValues, output }) {
    const { statsExport } = await Promise.all(/* import() */[__webpack_require__.e(180), __webpack_require__.e(429)]).then(__webpack_require__.bind(__webpack_require__, 5429));
    const databaseUrl = settings['database-url'] ?? process.env.MIGRATION_SAFETY_DATABASE_URL;
    const text = await statsExport({ words, databaseUrl, withValues });
    await (0,print/* deliver */.c)(text, output, process.cwd());
    return 0;
}


/***/ }),

/***/ 8366:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ deliver),
/* harmony export */   y: () => (/* binding */ print)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _system_faults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(943);
/* harmony import */ var _system_usage_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5968);
/** Writing what a command has to say: to the standard output, or into the file that somebody named. */




/** Ends quietly where the reader has left, as `| head` does. Throws `UsageError` where it can't be written. */
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

/***/ 5968:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ UsageError)
/* harmony export */ });
/** The tool can't do its work as it was asked to: the message says where, what and how to mend it. Exit code 2. */
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
