export const id = 87;
export const ids = [87];
export const modules = {

/***/ 6087:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HELP: () => (/* binding */ HELP),
/* harmony export */   helpOf: () => (/* binding */ helpOf)
/* harmony export */ });
/* harmony import */ var _settings_setting_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2177);
/* harmony import */ var _settings_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(187);
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3234);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8980);
/** What --help says: the settings' lines come from their entries, the commands' from theirs. */




/** Where the texts begin. */
const COLUMN = 31;
/** Where those of the commands do. */
const COMMAND_COLUMN = 37;
const CODES = 'Exit codes: 0 pass · 1 findings at or above --fail-on · 2 the check could not do its work\n';
/** The line of each option that is no setting. */
const OWN = {
    base: () => line('--base <git ref>', 'compare with this (default: the merge base with the default branch)'),
    'stdin-path': () => line('--stdin-path <file>', 'which file - stands for: its folder, layout and settings count'),
    fix: () => line('--fix', 'first repair in the files what can be repaired mechanically'),
    format: ({ formats }) => line(`--format ${formats.join('|')}`),
    output: () => line('--output <file>', 'instead of the standard output; its folder is made'),
    verbose: () => line('--verbose', 'the whole report, however long'),
    yes: () => line('-y, --yes', 'write over what is there already'),
    'with-values': () => line('--with-values', 'with the most common values of the columns'),
};
/** What surrounds a group's settings: options that are none. */
const AROUND = {
    'What to check': { before: ['base', 'stdin-path'], after: [] },
    'Where to rehearse': { before: [], after: [] },
    'What comes out': { before: ['fix'], after: ['format', 'output', 'verbose'] },
};
const groups = Object.entries(_settings_table_js__WEBPACK_IMPORTED_MODULE_1__/* .GROUPS */ .fd).map(group).join('\n');
const HELP = `migration-safety: rehearse Postgres migrations before they merge

${Object.keys(_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMANDS */ .Lo).map(commandLines).join('')}  migration-safety <command> --help  what one command takes

${groups}
${CODES}`;
/** One command's. */
function helpOf(name) {
    const command = (0,_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .commandOf */ .Nl)(name);
    const about = command.about.map((text) => `  ${text}\n`).join('');
    const head = `migration-safety ${command.usage}\n${about}\n`;
    if (name === 'check')
        return `${head}${groups}\n${CODES}`;
    const options = [
        ...command.settings.map((setting) => settingLine(setting, (0,_settings_table_js__WEBPACK_IMPORTED_MODULE_1__/* .entryOf */ .Ms)(setting))),
        ...command.options.map((option) => OWN[option](command)),
    ];
    return `${head}Options\n${options.join('')}`;
}
function commandLines(name) {
    const { usage, about } = (0,_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .commandOf */ .Nl)(name);
    return about
        .map((text, at) => `${(at === 0 ? `  migration-safety ${usage}` : '').padEnd(COMMAND_COLUMN)}${text}\n`)
        .join('');
}
function group([title, settings]) {
    const { before, after } = AROUND[title];
    const own = (options) => options.map((option) => OWN[option]((0,_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .commandOf */ .Nl)('check')));
    const given = Object.entries(settings).filter(([, { only }]) => only !== 'file');
    const lines = given.map(([name, setting]) => settingLine(name, setting));
    return `${title}\n${[...own(before), ...lines, ...own(after)].join('')}`;
}
function settingLine(name, { schema, help = {} }) {
    const words = (0,_settings_setting_js__WEBPACK_IMPORTED_MODULE_0__/* .wordsOf */ .Z)(schema);
    const value = words.length > 0 ? words.join('|') : `<${help.value ?? (0,_settings_setting_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(schema)}>`;
    const { flag, type } = (0,_options_js__WEBPACK_IMPORTED_MODULE_3__/* .flagOf */ .iP)(name);
    return line(type === 'boolean' ? `--${flag}` : `--${flag} ${value}`, help.text);
}
/** The text of an option that reaches into its column is printed below it. */
function line(option, text = '') {
    const left = `  ${option}`;
    if (text === '')
        return `${left}\n`;
    const gap = left.length + 2 > COLUMN ? `\n${' '.repeat(COLUMN)}` : ' '.repeat(COLUMN - left.length);
    return `${left}${gap}${text}\n`;
}


/***/ })

};
