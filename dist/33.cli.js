export const id = 33;
export const ids = [33];
export const modules = {

/***/ 1033:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CHECKS: () => (/* binding */ CHECKS),
/* harmony export */   documentationPath: () => (/* binding */ documentationPath)
/* harmony export */ });
/* harmony import */ var _built_in_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2702);
/* harmony import */ var _rules_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5929);
/**
 * Everything that can be reported, for listings, documentation and SARIF: rules first, then what needs no rule file. What
 * the rehearsal finds as well as a rule has the rule's name, and its page.
 */


const CHECKS = [
    ..._rules_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .RULES */ .y,
    ...Object.entries(_built_in_js__WEBPACK_IMPORTED_MODULE_0__/* .BUILT_IN */ .$)
        .filter(([id]) => !_rules_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .RULES */ .y.some((rule) => rule.id === id))
        .map(([id, check]) => ({ id, ...check })),
];
/** The check's page in the documentation. */
function documentationPath(id) {
    return `docs/rules/${id}.md`;
}


/***/ })

};
