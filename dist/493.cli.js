export const id = 493;
export const ids = [493];
export const modules = {

/***/ 1493:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explainRule: () => (/* binding */ explainRule),
/* harmony export */   listRules: () => (/* binding */ listRules)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8988);
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9350);
/* harmony import */ var _lint_registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(163);
/* harmony import */ var _system_usage_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53);
/** `rules` and `explain <rule>`. Pure. */




/** One line for each thing that can be reported. */
function listRules() {
    const width = Math.max(..._catalogue_js__WEBPACK_IMPORTED_MODULE_1__.CHECKS.map(({ id }) => id.length));
    return _catalogue_js__WEBPACK_IMPORTED_MODULE_1__.CHECKS.map(({ id, severity, summary }) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${plain(summary)}\n`).join('');
}
/** A rule's page, as text. Throws `UsageError` where there is no such rule. */
function explainRule(id) {
    if (id === undefined)
        throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .e('explain: name a rule. migration-safety rules lists them.');
    const check = _catalogue_js__WEBPACK_IMPORTED_MODULE_1__.CHECKS.find((known) => known.id === id);
    if (check === undefined) {
        const near = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(id, _catalogue_js__WEBPACK_IMPORTED_MODULE_1__.CHECKS.map((known) => known.id));
        const hint = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(id, near) <= id.length / 2 ? ` Did you mean ${near}?` : '';
        throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .e(`explain: there is no rule "${id}".${hint} migration-safety rules lists them.`);
    }
    const examples = _lint_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .RULES */ .y.find((rule) => rule.id === id)?.examples;
    const parts = [
        `${check.id} (${check.severity})\n${plain(check.summary)}`,
        unwrap(check.why),
        `Instead: ${unwrap(check.fix)}`,
    ];
    if (examples?.bad[0])
        parts.push(`Found:\n${indent(examples.bad[0])}`);
    if (examples?.good[0])
        parts.push(`Not found:\n${indent(examples.good[0])}`);
    return `${parts.join('\n\n')}\n`;
}
function indent({ sql }) {
    return sql.replace(/^/gm, '  ');
}
function unwrap(text) {
    return plain(text.replace(/\n/g, ' '));
}
function plain(text) {
    return text.replaceAll('`', '');
}


/***/ })

};
