export const id = 281;
export const ids = [281];
export const modules = {

/***/ 3281:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gitFiles: () => (/* binding */ gitFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4200);
/* harmony import */ var _migrations_source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3447);
/** Files as a commit holds them: a change must not bring the settings of its own check. */



/** The files of a commit of the repository at `top`; null where git doesn't have the commit, as in a shallow clone. */
async function gitFiles(commit, top, name) {
    if (!/^[0-9a-f]{40,64}$/.test(commit))
        return null;
    const known = await (0,_git_js__WEBPACK_IMPORTED_MODULE_1__/* .tryGit */ .Ii)(['cat-file', '-e', `${commit}^{commit}`], top);
    if (known === null)
        return null;
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(top);
    return {
        name,
        async read(path) {
            const object = `${commit}:${(0,_migrations_source_js__WEBPACK_IMPORTED_MODULE_2__/* .displayPath */ .G)(path, root)}`;
            // A folder has a name, too, and git would show its list.
            const type = await (0,_git_js__WEBPACK_IMPORTED_MODULE_1__/* .tryGit */ .Ii)(['cat-file', '-t', object], top);
            return type?.trim() === 'blob' ? (0,_git_js__WEBPACK_IMPORTED_MODULE_1__/* .git */ .$Y)(['cat-file', 'blob', object], top) : null;
        },
    };
}


/***/ })

};
