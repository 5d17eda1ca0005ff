export const id = 363;
export const ids = [363];
export const modules = {

/***/ 8744:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseSettings: () => (/* binding */ parseSettings),
/* harmony export */   parseSettingsFile: () => (/* binding */ parseSettingsFile),
/* harmony export */   readSettingsFile: () => (/* binding */ readSettingsFile),
/* harmony export */   settingsFrom: () => (/* binding */ settingsFrom)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7934);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8815);
/* harmony import */ var _system_read_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5261);
/* harmony import */ var _system_usage_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5968);
/* harmony import */ var _find_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7392);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4089);
/* harmony import */ var _wrong_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5505);
/** Reads the settings file; every mistake in it is reported at once, each with its line. */








/** Throws `UsageError` with all that is wrong: file, line, column, what was expected. */
async function readSettingsFile(file, shown, cwd = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(file)) {
    const read = await (0,_system_read_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)(file, cwd);
    if ('text' in read)
        return parseSettingsFile(read.text, shown);
    throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .e(`config: ${shown}: ${(0,_system_read_file_js__WEBPACK_IMPORTED_MODULE_2__/* .inSentence */ .BX)(read.problem)}`);
}
/** The values alone. */
function parseSettings(text, shown) {
    return parseSettingsFile(text, shown).values;
}
/** Reads YAML (or JSON); in a package.json, what is under its key. Pure. Throws as `readSettingsFile` does. */
function parseSettingsFile(text, shown) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_1__.LineCounter();
    const document = parsed(text, shown, lines);
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return `${shown}:${line}:${col}`;
    };
    if (document.errors.length > 0) {
        throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .e(document.errors.map(({ pos, message }) => `${at(pos[0])}: ${message}`).join('\n'));
    }
    const above = (0,_find_file_js__WEBPACK_IMPORTED_MODULE_3__/* .isPackageFile */ .N8)(shown) ? [_find_file_js__WEBPACK_IMPORTED_MODULE_3__/* .PACKAGE_KEY */ .Hy] : [];
    const place = (path) => at(offsetOf(document, [...above, ...path]));
    const whole = plainValue(document, shown);
    const value = (above.length === 0 ? whole : within(whole, shown)) ?? {};
    // A list would pass for an object with numbers for names.
    if (Array.isArray(value))
        throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .e(`${place([])}: ${noSettings('a list')}`);
    return { values: validSettings(value, place), place };
}
/** Settings as an object of a program's. Throws `UsageError` as the others do, with the names of what is wrong. */
function settingsFrom(value) {
    return validSettings(value, () => 'settings');
}
function validSettings(value, place) {
    const result = valibot__WEBPACK_IMPORTED_MODULE_7__/* .safeParse */ .xLC(_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .settingsSchema */ .dP, value);
    if (result.success)
        return result.output;
    const problems = result.issues.flatMap(_wrong_js__WEBPACK_IMPORTED_MODULE_5__/* .innermost */ .OI).map((issue) => {
        const path = (issue.path ?? []).map(({ key }) => key);
        return `${place(path)}: ${describe(path, issue)}`;
    });
    throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .e(problems.join('\n'));
}
/** What nests without end overflows the library's stack. */
function parsed(text, shown, lineCounter) {
    try {
        return (0,yaml__WEBPACK_IMPORTED_MODULE_1__.parseDocument)(text, { lineCounter, prettyErrors: false });
    }
    catch (error) {
        throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .e(`${shown}: it can’t be read as YAML: ${error.message}.`);
    }
}
function within(value, shown) {
    if (typeof value === 'object' && value !== null && Object.hasOwn(value, _find_file_js__WEBPACK_IMPORTED_MODULE_3__/* .PACKAGE_KEY */ .Hy))
        return value[_find_file_js__WEBPACK_IMPORTED_MODULE_3__/* .PACKAGE_KEY */ .Hy];
    throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .e(`config: ${shown}: there is no "${_find_file_js__WEBPACK_IMPORTED_MODULE_3__/* .PACKAGE_KEY */ .Hy}" in it.`);
}
/** Aliases of aliases can grow without end: the library refuses them with an error of its own. */
function plainValue(document, shown) {
    try {
        return document.toJS();
    }
    catch (error) {
        throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .e(`${shown}: ${error.message}.`);
    }
}
function noSettings(received) {
    return `a settings file holds settings, such as "fail-on: warning"; this is ${received}.`;
}
function describe(path, issue) {
    const name = path.map(String).join('.');
    if (path.length === 0)
        return noSettings(issue.received);
    if (issue.type !== 'strict_object')
        return `${name}: ${(0,_wrong_js__WEBPACK_IMPORTED_MODULE_5__/* .wrongValue */ .NT)(issue)}`;
    const hint = (0,_wrong_js__WEBPACK_IMPORTED_MODULE_5__/* .didYouMean */ .au)(name, _schema_js__WEBPACK_IMPORTED_MODULE_4__/* .SETTING_NAMES */ .OI) || ` Known: ${_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .SETTING_NAMES */ .OI.join(', ')}.`;
    return `there is no setting "${name}".${hint}`;
}
/** The offset of the key that a path leads to, or of the nearest thing above it. */
function offsetOf(document, path) {
    for (let length = path.length; length > 0; length--) {
        const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
        const items = parent !== null && typeof parent === 'object' && 'items' in parent ? parent.items : [];
        for (const item of items) {
            const key = item !== null && typeof item === 'object' && 'key' in item ? item.key : undefined;
            if ((0,yaml__WEBPACK_IMPORTED_MODULE_1__.isScalar)(key) && String(key.value) === String(path[length - 1]))
                return key.range?.[0] ?? 0;
        }
        const node = document.getIn(path.slice(0, length), true);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_1__.isNode)(node))
            return node.range?.[0] ?? 0;
    }
    return 0;
}


/***/ })

};
