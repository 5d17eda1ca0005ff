export const id = 979;
export const ids = [979,358];
export const modules = {

/***/ 8455:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lo: () => (/* binding */ COMMANDS),
/* harmony export */   Nl: () => (/* binding */ commandOf),
/* harmony export */   y9: () => (/* binding */ isCommand)
/* harmony export */ });
/* harmony import */ var _settings_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5826);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2315);
/** The commands: what each does, and which options it takes. */


const COMMANDS = {
    check: {
        usage: 'check [path…]',
        about: [
            'check files or folders; without a path, what differs from --base',
            '(- is the standard input; --stdin-path: the file that it stands for)',
        ],
        options: ['base', 'stdin-path', 'fix', 'format', 'output', 'verbose'],
        settings: _settings_table_js__WEBPACK_IMPORTED_MODULE_0__/* .TEXT_SETTINGS */ .yB,
        formats: _options_js__WEBPACK_IMPORTED_MODULE_1__/* .FORMATS */ .hR,
    },
    rules: {
        usage: 'rules',
        about: ['list everything that can be reported'],
        options: ['format', 'output'],
        settings: [],
        words: 0,
        formats: ['text', 'json'],
    },
    explain: {
        usage: 'explain <rule>',
        about: ['what a rule finds, why it matters, what to do instead', '(--layout: the files to write for that tool)'],
        options: ['format', 'output'],
        settings: ['layout'],
        words: 1,
        formats: ['text', 'json'],
    },
    init: {
        usage: 'init',
        about: [
            'write the workflow and the settings file for this folder',
            '(--postgres-version, --database-url: if the repository doesn’t say it)',
        ],
        options: ['yes'],
        settings: ['postgres-version', 'database-url'],
        words: 0,
        formats: ['text'],
    },
    stats: {
        usage: 'stats export',
        about: [
            "production's planner statistics, for --statistics; reads no row",
            '(--database-url, --output; --with-values adds common values)',
        ],
        options: ['output', 'with-values'],
        settings: ['database-url'],
        words: 1,
        formats: ['text'],
    },
};
function isCommand(name) {
    return Object.hasOwn(COMMANDS, name);
}
/** The command as any. */
function commandOf(name) {
    return COMMANDS[name];
}


/***/ }),

/***/ 5979:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/system/version.js + 1 modules
var version = __webpack_require__(5358);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/settings/find-file.js
var find_file = __webpack_require__(7392);
// EXTERNAL MODULE: ./build/settings/setting.js
var setting = __webpack_require__(456);
// EXTERNAL MODULE: ./build/settings/table.js + 3 modules
var table = __webpack_require__(5826);
// EXTERNAL MODULE: ./build/settings/wrong.js
var settings_wrong = __webpack_require__(5505);
// EXTERNAL MODULE: ./build/system/usage-error.js
var usage_error = __webpack_require__(5968);
// EXTERNAL MODULE: ./build/cli/commands.js
var commands = __webpack_require__(8455);
// EXTERNAL MODULE: ./build/cli/options.js
var cli_options = __webpack_require__(2315);
;// CONCATENATED MODULE: ./build/cli/arguments.js
/** Reads the command line. Pure. */








/** Throws `UsageError` for a command or an option that there isn't, or a value that it can't have. */
function parseCommandLine(args) {
    const { values, positionals } = parse(args);
    // All others are settings.
    const own = values;
    const { command, words } = commandIn(positionals, own);
    const { base, format = 'text', output, yes = false, fix = false, 'stdin-path': stdinPath } = own;
    if ((0,commands/* isCommand */.y9)(command))
        refuseOthers(command, { words, values, format });
    if (fix && format === 'github') {
        throw new usage_error/* UsageError */.e('--fix and --format github: a workflow reports on a change, it does not rewrite it.');
    }
    if (fix && words.includes('-')) {
        throw new usage_error/* UsageError */.e('--fix and -: what comes from the standard input is no file that could be repaired.');
    }
    return {
        command,
        words,
        settings: Object.fromEntries(table/* TEXT_SETTINGS */.yB.flatMap((name) => asText(name, values))),
        format: format,
        yes,
        fix,
        withValues: own['with-values'] ?? false,
        verbose: own.verbose ?? false,
        ...(base !== undefined && { base }),
        ...(stdinPath !== undefined && { stdinPath }),
        ...(output !== undefined && { output }),
    };
}
function commandIn([first = 'help', ...words], { help, version }) {
    if (help)
        return { command: 'help', words: first === 'help' ? words : [first] };
    if (version)
        return { command: 'version', words: [] };
    if (first === 'help' || first === 'version' || (0,commands/* isCommand */.y9)(first))
        return { command: first, words };
    throw unknownCommand(first);
}
/** What is near it, or what a file's name in its place was meant to say. */
function unknownCommand(word) {
    const names = [...Object.keys(commands/* COMMANDS */.Lo), 'help', 'version'];
    const isPath = /[./\\]/.test(word);
    const meant = isPath ? `check ${word}` : (0,settings_wrong/* nearest */.pA)(word, names);
    const hint = meant === undefined ? '' : ` Did you mean migration-safety ${meant}?`;
    return new usage_error/* UsageError */.e(`There is no command "${word}".${hint} Commands: ${Object.keys(commands/* COMMANDS */.Lo).join(', ')}.`);
}
/** What a command can't follow it must not pass over. */
function refuseOthers(command, { words, values, format }) {
    const { options, settings, formats, words: most = words.length } = (0,commands/* commandOf */.Nl)(command);
    const extra = words.slice(most).map((word) => `"${word}"`);
    if (extra.length > 0)
        throw new usage_error/* UsageError */.e(`${command} takes no ${extra.join(' ')}. See migration-safety ${command} --help.`);
    const known = [...options, ...settings.flatMap(cli_options/* flagsOf */.Zo)];
    const wrong = Object.keys(values).filter((name) => !known.includes(name));
    if (wrong.length > 0) {
        const names = wrong.map((name) => `--${name}`).join(', ');
        throw new usage_error/* UsageError */.e(`${command} takes no ${names}. See migration-safety ${command} --help.`);
    }
    if (!formats.some((one) => one === format))
        throw new usage_error/* UsageError */.e(`--format: expected one of ${formats.join(', ')}, got "${format}".${(0,settings_wrong/* didYouMean */.au)(format, formats)}`);
}
/** What a flag says of its setting. */
function asText(name, values) {
    const given = (0,cli_options/* flagsOf */.Zo)(name).filter((flag) => values[flag] !== undefined);
    const [flag] = given;
    if (flag === undefined)
        return [];
    if (given.length > 1)
        throw new usage_error/* UsageError */.e(`${given.map((one) => `--${one}`).join(' and ')}: give one of them.`);
    return [[name, flag === name ? String(values[flag]) : 'false']];
}
function parse(args) {
    try {
        return (0,external_node_util_.parseArgs)({ args, options: cli_options/* OPTIONS */.lw, allowPositionals: true });
    }
    catch (error) {
        if (!(error instanceof TypeError))
            throw error;
        const [, dashes = '', wrong] = /^Unknown option '(--?)([\w-]+)/.exec(error.message) ?? [];
        if (wrong === undefined)
            throw new usage_error/* UsageError */.e(aboutArgument(error.message));
        if (Object.hasOwn(table/* SETTINGS */.yy, wrong)) {
            throw new usage_error/* UsageError */.e(`--${wrong}: that setting can stand in the settings file (${find_file/* FILE_NAME */.zE}) only: see docs/settings.md.`);
        }
        const near = (0,settings_wrong/* nearest */.pA)(wrong, Object.keys(cli_options/* OPTIONS */.lw));
        const hint = near === undefined ? ' See migration-safety --help.' : ` Did you mean --${near}?`;
        throw new usage_error/* UsageError */.e(`There is no option ${dashes}${wrong}.${hint}`);
    }
}
/** Node's sentences on options, in ours. */
function aboutArgument(message) {
    const [, name = '', what = ''] = /--([\w-]+)[^']*' (argument|does not take)/.exec(message) ?? [];
    if (what === 'does not take')
        return `--${name} takes no value.`;
    if (what !== 'argument')
        return message;
    const words = name === 'format' ? cli_options/* FORMATS */.hR : isTextSetting(name) ? (0,setting/* wordsOf */.Z)((0,table/* entryOf */.Ms)(name).schema) : [];
    return `--${name} needs a value${words.length > 0 ? `: one of ${words.join(', ')}` : ''}.`;
}
function isTextSetting(name) {
    return table/* TEXT_SETTINGS */.yB.includes(name);
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
            return (await Promise.all(/* import() */[__webpack_require__.e(830), __webpack_require__.e(6), __webpack_require__.e(612), __webpack_require__.e(816), __webpack_require__.e(856), __webpack_require__.e(980), __webpack_require__.e(522)]).then(__webpack_require__.bind(__webpack_require__, 7522))).runCheck(line, process.cwd());
        case 'rules':
            return written(line, (await Promise.all(/* import() */[__webpack_require__.e(830), __webpack_require__.e(612), __webpack_require__.e(816), __webpack_require__.e(144)]).then(__webpack_require__.bind(__webpack_require__, 4144))).listRules(line.format));
        case 'explain':
            return written(line, await explain(line));
        case 'init':
            return say(await initialize(line));
        case 'stats':
            return writeStatistics(line);
        case 'version':
            return say(`${version/* TOOL */.js.version}\n`);
        case 'help':
            return say(await help(line));
    }
}
async function help({ words: [topic] }) {
    const { HELP, helpOf } = await __webpack_require__.e(/* import() */ 654).then(__webpack_require__.bind(__webpack_require__, 9654));
    if (topic === undefined || topic === 'help' || topic === 'version')
        return HELP;
    if ((0,commands/* isCommand */.y9)(topic))
        return helpOf(topic);
    throw unknownCommand(topic);
}
async function written({ output }, text) {
    await (0,print/* deliver */.c)(text, output, process.cwd());
    return 0;
}
async function explain({ words: [id], settings: { layout }, format }) {
    const { explainAsJson, explainIn, explainRule } = await Promise.all(/* import() */[__webpack_require__.e(830), __webpack_require__.e(612), __webpack_require__.e(816), __webpack_require__.e(144)]).then(__webpack_require__.bind(__webpack_require__, 4144));
    if (format === 'json')
        return explainAsJson(id, layout);
    const page = explainRule(id);
    if (layout === undefined || id === undefined)
        return page;
    return `${page}\n${await explainIn(layout, id)}`;
}
async function initialize({ yes, settings }) {
    const { initialize } = await Promise.all(/* import() */[__webpack_require__.e(6), __webpack_require__.e(612), __webpack_require__.e(856), __webpack_require__.e(876)]).then(__webpack_require__.bind(__webpack_require__, 7876));
    const { askOnTerminal } = await __webpack_require__.e(/* import() */ 548).then(__webpack_require__.bind(__webpack_require__, 548));
    return initialize({ folder: process.cwd(), overwrite: yes, ask: askOnTerminal(), given: settings });
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
/* harmony export */   Zo: () => (/* binding */ flagsOf),
/* harmony export */   hR: () => (/* binding */ FORMATS),
/* harmony export */   iP: () => (/* binding */ flagOf),
/* harmony export */   lw: () => (/* binding */ OPTIONS)
/* harmony export */ });
/* unused harmony export OWN_OPTIONS */
/* harmony import */ var _settings_setting_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(456);
/* harmony import */ var _settings_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5826);
/** The options of the command line: the settings that text can give, and what only the command line knows. */


const FORMATS = ['text', 'json', 'sarif', 'gitlab', 'junit', 'markdown', 'html', 'github'];
/** No settings: they say what this one run does. */
const OWN_OPTIONS = {
    base: { type: 'string' },
    'stdin-path': { type: 'string' },
    fix: { type: 'boolean' },
    'with-values': { type: 'boolean' },
    format: { type: 'string' },
    output: { type: 'string' },
    verbose: { type: 'boolean' },
    yes: { type: 'boolean', short: 'y' },
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean', short: 'v' },
};
/** The flag that changes a setting, for --help: what is on by itself has one that switches it off. */
function flagOf(name) {
    const { schema, default: otherwise } = (0,_settings_table_js__WEBPACK_IMPORTED_MODULE_1__/* .entryOf */ .Ms)(name);
    if ((0,_settings_setting_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(schema) !== 'flag')
        return { flag: name, type: 'string' };
    return { flag: otherwise === true ? `no-${name}` : name, type: 'boolean' };
}
/** Every flag that gives a setting: those that are true or false have one for each. */
function flagsOf(name) {
    return flagOf(name).type === 'boolean' ? [name, `no-${name}`] : [name];
}
/** In the form that `parseArgs` takes. */
const OPTIONS = {
    ...Object.fromEntries(_settings_table_js__WEBPACK_IMPORTED_MODULE_1__/* .TEXT_SETTINGS */ .yB.flatMap((name) => flagsOf(name).map((flag) => [flag, { type: flagOf(name).type }]))),
    ...OWN_OPTIONS,
};


/***/ }),

/***/ 5985:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ deliver),
/* harmony export */   y: () => (/* binding */ print)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _system_faults_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(943);
/* harmony import */ var _system_usage_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5968);
/** Writes a command's output: to the standard output, or into the file that was named. */





/** Ends silently where the reader has closed the pipe, as `| head` does. Throws `UsageError` where it can't be written. */
async function print(text) {
    if (text === '')
        return;
    const error = await new Promise((done) => process.stdout.write(text, done));
    if (error && error.code !== 'EPIPE') {
        throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .e(`The output can’t be written: ${(0,_system_faults_js__WEBPACK_IMPORTED_MODULE_3__/* .whyNot */ .OB)(error)}.`);
    }
}
/** Into the file, whose folder is made, or to the standard output without one. Throws `UsageError` that names the file. */
async function deliver(text, output, cwd) {
    if (output === undefined)
        return print(text);
    try {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(cwd, output);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(file, text).catch(async (error) => {
            if (error.code !== 'ENOENT')
                throw error;
            await makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(file));
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(file, text);
        });
    }
    catch (error) {
        throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .e(`--output ${output}: ${(0,_system_faults_js__WEBPACK_IMPORTED_MODULE_3__/* .whyNot */ .OB)(error)}.`);
    }
}
/** With those above it. Node's own `recursive` goes round without end where a file system refuses a folder with ENOENT, as /proc does. */
async function makeFolder(folder) {
    const above = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder);
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(above) && above !== folder)
        await makeFolder(above);
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder))
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder);
}


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

/***/ 5358:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hr: () => (/* binding */ ACTION),
  js: () => (/* binding */ TOOL),
  TH: () => (/* binding */ documentation),
  H3: () => (/* binding */ published)
});

;// CONCATENATED MODULE: ./build/system/package.js
/** Generated by `npm run generate` from package.json. */
const PACKAGE = {
    command: 'migration-safety',
    version: '0.1.0',
    repository: 'migration-safety/migration-safety',
    major: 'v0',
};

;// CONCATENATED MODULE: ./build/system/version.js
/** The tool's own name and version, as reports show them, and where it is published. All of it stands in package.json. */

const { command, version, repository, major } = PACKAGE;
const TOOL = { name: command, version };
/** As workflows name it: the moving tag of the major version. */
const ACTION = `${repository}@${major}`;
/** A page of the documentation, as the major version has it. */
function documentation(path) {
    return `https://github.com/${repository}/blob/${major}/${path}`;
}
/**
 * A file as it is, as the major version has it: what a JSON Schema is known by, and editors load.
 * @public the generator of the schemas takes it from the build
 */
function published(path) {
    return `https://raw.githubusercontent.com/${repository}/${major}/${path}`;
}


/***/ })

};
