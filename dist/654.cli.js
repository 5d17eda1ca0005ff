export const id = 654;
export const ids = [654];
export const modules = {

/***/ 9654:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HELP: () => (/* binding */ HELP)
/* harmony export */ });
/* harmony import */ var _settings_setting_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(456);
/* harmony import */ var _settings_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1756);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2315);
/** What --help says: the settings' lines come from their entries. */



/** Where the texts begin. */
const COLUMN = 31;
/** What surrounds a group's settings: options that are none. */
const AROUND = {
    'What to check': {
        before: [line('--base <git ref>', 'compare with this (default: the merge base with the default branch)')],
        after: [],
    },
    'Where to rehearse': { before: [], after: [] },
    'What comes out': {
        before: [line('--fix', 'first repair in the files what can be repaired mechanically')],
        after: [
            line(`--format ${_options_js__WEBPACK_IMPORTED_MODULE_2__/* .FORMATS */ .hR.join('|')}`),
            line('--output <file>'),
            line('--verbose', 'the whole report, however long'),
        ],
    },
};
const HELP = `migration-safety: rehearse Postgres migrations before they merge

  migration-safety check [path…]     check files or folders; without a path, what differs from --base
  migration-safety rules             list everything that can be reported
  migration-safety explain <rule>    what a rule finds, why it matters, what to do instead
                                     (--layout: the files to write for that tool)
  migration-safety init              write the workflow and the settings file for this repository
  migration-safety stats export      production's planner statistics, for --statistics; reads no row
                                     (--database-url, --output; --with-values adds common values)

${Object.entries(_settings_table_js__WEBPACK_IMPORTED_MODULE_1__/* .GROUPS */ .fd).map(group).join('\n')}
Exit codes: 0 pass · 1 findings at or above --fail-on · 2 the check could not do its work
`;
function group([title, settings]) {
    const { before, after } = AROUND[title];
    const given = Object.entries(settings).filter(([, { only }]) => only !== 'file');
    const lines = given.map(([name, setting]) => settingLine(name, setting));
    return `${title}\n${[...before, ...lines, ...after].join('')}`;
}
function settingLine(name, { schema, help = {} }) {
    const words = (0,_settings_setting_js__WEBPACK_IMPORTED_MODULE_0__/* .wordsOf */ .Z)(schema);
    const value = words.length > 0 ? words.join('|') : `<${help.value ?? (0,_settings_setting_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(schema)}>`;
    const { flag, type } = (0,_options_js__WEBPACK_IMPORTED_MODULE_2__/* .flagOf */ .iP)(name);
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
