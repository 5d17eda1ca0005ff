export const id = 640;
export const ids = [640];
export const modules = {

/***/ 82640:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseStatistics: () => (/* binding */ parseStatistics)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57958);
/* harmony import */ var _system_usage_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80053);
/** The file that `migration-safety stats export` writes: what production's planner knows of its tables. */


const columnStatistics = valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    /** The share of NULLs, 0 to 1. */
    nullFraction: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    /** In bytes. */
    averageWidth: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    /** The number of distinct values; below 0, their share of the rows (pg_stats.n_distinct). */
    distinct: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    /** Between the order on disk and that of the values, -1 to 1; null where there is none. */
    correlation: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    /** Row values: only where they were asked for. */
    mostCommonValues: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    mostCommonFrequencies: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    histogramBounds: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
});
const tableStatistics = valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schema: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    table: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** pg_class.reltuples. */
    rows: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    columns: valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), columnStatistics),
});
const statisticsFile = valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    statisticsVersion: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    /** False where row values were left out. */
    withValues: valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    tables: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(tableStatistics),
});
/** Throws `UsageError` that says what is wrong with the file. */
function parseStatistics(text, path) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(`statistics: ${path} is not JSON: ${error.message}`);
    }
    const result = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(statisticsFile, value);
    if (result.success)
        return result.output;
    const [issue] = result.issues;
    const at = (issue.path ?? []).map(({ key }) => String(key)).join('.');
    throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(`statistics: ${path}: ${at}: ${issue.message}. Write the file anew with \`migration-safety stats export\`.`);
}


/***/ })

};
