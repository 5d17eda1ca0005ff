export const id = 764;
export const ids = [764];
export const modules = {

/***/ 6764:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   changedSince: () => (/* binding */ changedSince),
/* harmony export */   defaultBase: () => (/* binding */ defaultBase),
/* harmony export */   mergeBase: () => (/* binding */ mergeBase)
/* harmony export */ });
/* unused harmony export parseNameStatus */
/* harmony import */ var _system_git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8841);
/* harmony import */ var _system_usage_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53);
/** Which files differ from a base commit, as git sees it. */


/**
 * The files that differ between the merge base of `base` with HEAD and the working tree, new untracked files included.
 * Throws `UsageError` where git doesn't know `base` or the history is too shallow to have a merge base.
 */
async function changedSince(base, cwd) {
    const from = await mergeBase(base, cwd);
    const diff = await (0,_system_git_js__WEBPACK_IMPORTED_MODULE_0__/* .git */ .$Y)(['diff', '--name-status', '-z', '--find-renames', '--no-ext-diff', '--no-relative', from, '--'], cwd);
    const untracked = await (0,_system_git_js__WEBPACK_IMPORTED_MODULE_0__/* .git */ .$Y)(['ls-files', '--others', '--exclude-standard', '--full-name', '-z', ':/'], cwd);
    const added = untracked.split('\0').filter((path) => path !== '');
    return [...parseNameStatus(diff), ...added.map((path) => ({ path, status: 'added' }))];
}
/** The base to compare with when none is named: the remote's default branch, else a local main or master. */
async function defaultBase(cwd) {
    const head = await (0,_system_git_js__WEBPACK_IMPORTED_MODULE_0__/* .tryGit */ .Ii)(['symbolic-ref', '--short', 'refs/remotes/origin/HEAD'], cwd);
    const candidates = [head?.trim() ?? '', 'origin/main', 'origin/master', 'main', 'master'];
    for (const ref of candidates) {
        if (ref !== '' && (await (0,_system_git_js__WEBPACK_IMPORTED_MODULE_0__/* .tryGit */ .Ii)(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], cwd)) !== null)
            return ref;
    }
    return null;
}
/** The abbreviated commit that `base` and HEAD share. Throws `UsageError` as `changedSince` does. */
async function mergeBase(base, cwd) {
    if (base.startsWith('-'))
        throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(`--base ${base}: not a git ref`);
    if ((await (0,_system_git_js__WEBPACK_IMPORTED_MODULE_0__/* .tryGit */ .Ii)(['rev-parse', '--git-dir'], cwd)) === null) {
        throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(`--base ${base}: there is no git repository here. Name the files or folders to check instead.`);
    }
    if ((await (0,_system_git_js__WEBPACK_IMPORTED_MODULE_0__/* .tryGit */ .Ii)(['rev-parse', '--verify', '--quiet', `${base}^{commit}`], cwd)) === null) {
        throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(`git doesn't know the base "${base}" here. Fetch it (git fetch origin ${base}), or name another one with --base. In a workflow: actions/checkout with "fetch-depth: 0".`);
    }
    const shared = await (0,_system_git_js__WEBPACK_IMPORTED_MODULE_0__/* .tryGit */ .Ii)(['merge-base', base, 'HEAD'], cwd);
    if (shared !== null)
        return shared.trim();
    throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(`git finds no commit that "${base}" and HEAD share: the clone is probably shallow. Fetch the whole history (git fetch --unshallow; in a workflow: actions/checkout with "fetch-depth: 0").`);
}
/** Reads `git diff --name-status -z`: a status, then one path, or two for a rename or a copy. */
function parseNameStatus(output) {
    const fields = output.split('\0');
    const files = [];
    for (let i = 0; i + 1 < fields.length;) {
        const status = fields[i++] ?? '';
        const path = fields[i++] ?? '';
        if (status.startsWith('R'))
            files.push({ path: fields[i++] ?? '', status: 'renamed', previousPath: path });
        else if (status.startsWith('C'))
            files.push({ path: fields[i++] ?? '', status: 'added' });
        else if (status === 'D')
            files.push({ path, status: 'removed' });
        else
            files.push({ path, status: status === 'A' ? 'added' : 'modified' });
    }
    return files;
}


/***/ })

};
