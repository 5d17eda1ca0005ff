export const id = 780;
export const ids = [780];
export const modules = {

/***/ 780:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   STDIN_PATH: () => (/* binding */ STDIN_PATH),
/* harmony export */   migrationFrom: () => (/* binding */ migrationFrom)
/* harmony export */ });
/* harmony import */ var _system_read_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8060);
/* harmony import */ var _system_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3936);
/* harmony import */ var _system_usage_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53);
/** `check -`: a migration that comes from the standard input, as an editor or a hook has it. */



/** Without a path it stands for a file that is not there, in the working directory. */
const STDIN_PATH = 'stdin.sql';
/** All that is read, as the file that it stands for, named from `root`. Throws `UsageError` for what is no text, or too much of it. */
async function migrationFrom(input, path, root) {
    const chunks = [];
    let size = 0;
    for await (const chunk of input) {
        const bytes = Buffer.from(chunk);
        size += bytes.length;
        if (size > _system_read_file_js__WEBPACK_IMPORTED_MODULE_0__/* .MOST_BYTES */ .uZ)
            throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e(`-: there is more than the ${_system_read_file_js__WEBPACK_IMPORTED_MODULE_0__/* .MOST_BYTES */ .uZ / 1024 / 1024} MB that are read.`);
        chunks.push(bytes);
    }
    const read = (0,_system_source_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(Buffer.concat(chunks), (0,_system_source_js__WEBPACK_IMPORTED_MODULE_1__/* .displayPath */ .Gt)(path, root));
    if ('problem' in read)
        throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e(`-: ${read.problem}`);
    return read.file;
}


/***/ })

};
