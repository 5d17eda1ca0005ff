export const id = 75;
export const ids = [75];
export const modules = {

/***/ 8075:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   notRehearsed: () => (/* binding */ notRehearsed)
/* harmony export */ });
/* harmony import */ var _sql_directives_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5957);
/* harmony import */ var _statement_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6856);


function notRehearsed({ id, path, layout, up, down }) {
    const blank = (script) => script.statements.map((statement) => (0,_statement_report_js__WEBPACK_IMPORTED_MODULE_1__/* .blankReport */ .V)(script, statement, 'notRun'));
    return {
        ...{ id, path, layout },
        statements: [...blank(up), ...(down ? blank(down) : [])],
        lockTimeline: [],
        rollback: untriedRollback(up, down),
        rerun: { verdict: 'not checked', differences: [] },
        ...{ validations: [], plans: [], queries: [], writeCosts: [], bloat: [], proofs: [] },
    };
}
function untriedRollback(up, down) {
    const reason = (0,_sql_directives_js__WEBPACK_IMPORTED_MODULE_0__/* .irreversibleReason */ .$)(up) ?? (down && (0,_sql_directives_js__WEBPACK_IMPORTED_MODULE_0__/* .irreversibleReason */ .$)(down));
    if (reason !== undefined && down === undefined) {
        return { verdict: 'declared irreversible', differences: [], irreversible: reason };
    }
    return { verdict: down ? 'not checked' : 'no down', differences: [], ...(reason && { irreversible: reason }) };
}


/***/ }),

/***/ 6856:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ blankReport)
/* harmony export */ });
function blankReport({ role }, statement, status) {
    const { path, line, endLine } = statement.location;
    return {
        role,
        path,
        line,
        endLine,
        kind: statement.kind,
        sql: statement.sql,
        status,
        locks: null,
        objectLocks: [],
        waits: [],
        rewrites: [],
        scans: [],
        rows: [],
        objects: [],
        invalidIndexes: [],
        lockTimeoutMs: null,
        notices: [],
        durationMs: 0,
        walBytes: 0,
    };
}


/***/ })

};
