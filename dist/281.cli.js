export const id = 281;
export const ids = [281];
export const modules = {

/***/ 3281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gitFiles: () => (/* binding */ gitFiles)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7975);
/* harmony import */ var _migrations_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3447);
/** Files as a commit holds them: a change must not bring the settings of its own check. */




const run = (0,node_util__WEBPACK_IMPORTED_MODULE_2__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile);
/** The files of a commit of the repository at `top`; null where git doesn't have the commit, as in a shallow clone. */
async function gitFiles(commit, top, name) {
    const git = (...args) => run('git', args, { cwd: top, maxBuffer: 64 * 1024 * 1024, windowsHide: true });
    if (!/^[0-9a-f]{40,64}$/.test(commit))
        return null;
    const known = await git('cat-file', '-e', `${commit}^{commit}`).catch(() => null);
    if (known === null)
        return null;
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(top);
    return {
        name,
        async read(path) {
            const object = `${commit}:${(0,_migrations_source_js__WEBPACK_IMPORTED_MODULE_3__/* .displayPath */ .G)(path, root)}`;
            // A folder has a name, too, and git would show its list.
            const type = await git('cat-file', '-t', object).catch(() => null);
            if (type?.stdout.trim() !== 'blob')
                return null;
            return (await git('cat-file', 'blob', object)).stdout;
        },
    };
}


/***/ })

};
