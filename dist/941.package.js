export const id = 941;
export const ids = [941];
export const modules = {

/***/ 9322:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  differing: () => (/* binding */ differing)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/system/git.js
var git = __webpack_require__(8841);
// EXTERNAL MODULE: ./build/system/source.js
var source = __webpack_require__(3936);
;// CONCATENATED MODULE: ./build/settings/base-files.js
/** Files as a commit holds them: a change must not bring the settings of its own check. */




/** How many links lead on to a file at most. */
const MOST_LINKS = 10;
/** The object of a file in a commit; a link to another file of it is that file. Null for what is no file there. */
async function fileAt(commit, path, top) {
    let at = path;
    for (let links = 0; links <= MOST_LINKS; links++) {
        const entry = await (0,git/* tryGit */.Ii)(['ls-tree', '-z', '--full-tree', commit, '--', at], top);
        // A folder has a name, too, and a link's text is the path that it leads to.
        const [, mode, type, object] = /^(\d+) (\w+) ([0-9a-f]+)\t/.exec(entry ?? '') ?? [];
        if (type !== 'blob' || object === undefined)
            return null;
        if (mode !== '120000')
            return object;
        at = external_node_path_.posix.join(external_node_path_.posix.dirname(at), await (0,git/* git */.$Y)(['cat-file', 'blob', object], top));
        if (at === '..' || at.startsWith('../') || external_node_path_.posix.isAbsolute(at))
            return null;
    }
    return null;
}
/** The files of a commit of the repository at `top`; null where git doesn't have the commit, as in a shallow clone. */
async function gitFiles(commit, top, name) {
    if (!/^[0-9a-f]{40,64}$/.test(commit))
        return null;
    const known = await (0,git/* tryGit */.Ii)(['cat-file', '-e', `${commit}^{commit}`], top);
    if (known === null)
        return null;
    const root = await (0,promises_.realpath)(top);
    return {
        name,
        async read(path) {
            const object = await fileAt(commit, (0,source/* displayPath */.Gt)(path, root), top);
            return object === null ? null : (0,git/* git */.$Y)(['cat-file', 'blob', object], top);
        },
    };
}

// EXTERNAL MODULE: ./build/system/usage-error.js
var usage_error = __webpack_require__(53);
;// CONCATENATED MODULE: ./build/migrations/changes.js
/** Which files differ from a base commit, as git sees it. */


/**
 * The files that differ between the merge base of `base` with HEAD and the working tree, new untracked files included.
 * Throws `UsageError` where git doesn't know `base` or the history is too shallow to have a merge base.
 */
async function changedSince(base, cwd) {
    const from = await mergeBase(base, cwd);
    const diff = await (0,git/* git */.$Y)(['diff', '--name-status', '-z', '--find-renames', '--no-ext-diff', '--no-relative', from, '--'], cwd);
    const untracked = await (0,git/* git */.$Y)(['ls-files', '--others', '--exclude-standard', '--full-name', '-z', ':/'], cwd);
    const added = untracked.split('\0').filter((path) => path !== '');
    return [...parseNameStatus(diff), ...added.map((path) => ({ path, status: 'added' }))];
}
/** The base to compare with when none is named: the remote's default branch, else a local main or master. */
async function defaultBase(cwd) {
    const head = await (0,git/* tryGit */.Ii)(['symbolic-ref', '--short', 'refs/remotes/origin/HEAD'], cwd);
    const candidates = [head?.trim() ?? '', 'origin/main', 'origin/master', 'main', 'master'];
    for (const ref of candidates) {
        if (ref !== '' && (await (0,git/* tryGit */.Ii)(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], cwd)) !== null)
            return ref;
    }
    return null;
}
/** The abbreviated commit that `base` and HEAD share. Throws `UsageError` as `changedSince` does. */
async function mergeBase(base, cwd) {
    if (base.startsWith('-'))
        throw new usage_error/* UsageError */.e(`--base ${base}: not a git ref`);
    if ((await (0,git/* tryGit */.Ii)(['rev-parse', '--git-dir'], cwd)) === null) {
        throw new usage_error/* UsageError */.e(`--base ${base}: there is no git repository here. Name the files or folders to check instead.`);
    }
    if ((await (0,git/* tryGit */.Ii)(['rev-parse', '--verify', '--quiet', `${base}^{commit}`], cwd)) === null) {
        throw new usage_error/* UsageError */.e(`git doesn't know the base "${base}" here. Fetch it (git fetch origin ${base}), or name another one with --base. In a workflow: actions/checkout with "fetch-depth: 0".`);
    }
    const shared = await (0,git/* tryGit */.Ii)(['merge-base', base, 'HEAD'], cwd);
    if (shared !== null)
        return shared.trim();
    throw new usage_error/* UsageError */.e(`git finds no commit that "${base}" and HEAD share: the clone is probably shallow. Fetch the whole history (git fetch --unshallow; in a workflow: actions/checkout with "fetch-depth: 0").`);
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

;// CONCATENATED MODULE: ./build/migrations/differing.js
/** The change that nobody has named: what differs from a base. */




/** Without a base, what differs from the default branch. Throws `UsageError` where git can't say it. */
async function differing(base, cwd) {
    const trouble = await (0,git/* gitTrouble */.mr)(cwd);
    if (trouble !== null)
        throw new usage_error/* UsageError */.e(`check: ${trouble} Or name files or folders.`);
    const ref = base ?? (await defaultBase(cwd));
    if (ref === null) {
        throw new usage_error/* UsageError */.e('check: name files or folders, or say with --base what to compare with: git finds no default branch here.');
    }
    const commit = await mergeBase(ref, cwd);
    const comparedWith = `the merge base with ${ref} (${commit.slice(0, 7)})`;
    const top = (await (0,git/* repositoryRoot */.Hn)(cwd)) ?? cwd;
    return { files: await changedSince(ref, cwd), comparedWith, base: await gitFiles(commit, top, comparedWith) };
}


/***/ })

};
