export const id = 258;
export const ids = [258];
export const modules = {

/***/ 4258:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gitFiles: () => (/* binding */ gitFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _system_git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8841);
/* harmony import */ var _system_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3936);
/** Files as a commit holds them: a change must not bring the settings of its own check. */




/** How many links lead on to a file at most. */
const MOST_LINKS = 10;
/** The object of a file in a commit; a link to another file of it is that file. Null for what is no file there. */
async function fileAt(commit, path, top) {
    let at = path;
    for (let links = 0; links <= MOST_LINKS; links++) {
        const entry = await (0,_system_git_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGit */ .Ii)(['ls-tree', '-z', '--full-tree', commit, '--', at], top);
        // A folder has a name, too, and a link's text is the path that it leads to.
        const [, mode, type, object] = /^(\d+) (\w+) ([0-9a-f]+)\t/.exec(entry ?? '') ?? [];
        if (type !== 'blob' || object === undefined)
            return null;
        if (mode !== '120000')
            return object;
        at = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.dirname(at), await (0,_system_git_js__WEBPACK_IMPORTED_MODULE_2__/* .git */ .$Y)(['cat-file', 'blob', object], top));
        if (at === '..' || at.startsWith('../') || node_path__WEBPACK_IMPORTED_MODULE_1__.posix.isAbsolute(at))
            return null;
    }
    return null;
}
/** The files of a commit of the repository at `top`; null where git doesn't have the commit, as in a shallow clone. */
async function gitFiles(commit, top, name) {
    if (!/^[0-9a-f]{40,64}$/.test(commit))
        return null;
    const known = await (0,_system_git_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGit */ .Ii)(['cat-file', '-e', `${commit}^{commit}`], top);
    if (known === null)
        return null;
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(top);
    return {
        name,
        async read(path) {
            const object = await fileAt(commit, (0,_system_source_js__WEBPACK_IMPORTED_MODULE_3__/* .displayPath */ .G)(path, root), top);
            return object === null ? null : (0,_system_git_js__WEBPACK_IMPORTED_MODULE_2__/* .git */ .$Y)(['cat-file', 'blob', object], top);
        },
    };
}


/***/ })

};
