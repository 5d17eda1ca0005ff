export const id = 794;
export const ids = [794];
export const modules = {

/***/ 58794:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  plan: () => (/* binding */ plan),
  planMode: () => (/* binding */ planMode)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ../../work/main/node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(96310);
// EXTERNAL MODULE: ../../work/main/node_modules/picomatch/index.js
var picomatch = __webpack_require__(8374);
// EXTERNAL MODULE: ./build/github/event.js
var github_event = __webpack_require__(53187);
// EXTERNAL MODULE: ./build/system/git.js
var git = __webpack_require__(68841);
// EXTERNAL MODULE: ./build/settings/find-file.js
var find_file = __webpack_require__(84337);
;// CONCATENATED MODULE: ./build/settings/folders.js
/** Which folders of a commit hold settings: each is a database of its own. */



/** Relative to the repository's top, `.` for the top itself, in order; null where git doesn't know the commit. */
async function settingsFolders(commit, top) {
    const listed = await (0,git/* tryGit */.Ii)(['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit], top);
    if (listed === null)
        return null;
    const folders = new Set();
    for (const path of listed.split('\0')) {
        const name = external_node_path_.posix.basename(path);
        const holds = name === find_file/* FILE_NAME */.zE || (name === find_file/* PACKAGE_FILE */.eh && (0,find_file/* hasSettings */.g_)(await textOf(path)));
        if (holds)
            folders.add(external_node_path_.posix.dirname(path));
    }
    return [...folders].sort();
    function textOf(path) {
        return (0,git/* git */.$Y)(['cat-file', 'blob', `${commit}:${path}`], top);
    }
}

// EXTERNAL MODULE: ./build/settings/resolve.js + 3 modules
var resolve = __webpack_require__(93358);
// EXTERNAL MODULE: ./build/settings/text.js
var settings_text = __webpack_require__(82482);
// EXTERNAL MODULE: ./build/sql/versions.js
var versions = __webpack_require__(97051);
// EXTERNAL MODULE: ./build/system/usage-error.js
var usage_error = __webpack_require__(80053);
// EXTERNAL MODULE: ./build/action/folders.js
var action_folders = __webpack_require__(17507);
;// CONCATENATED MODULE: ./build/action/plan-mode.js
/** `mode: plan`: the databases of a monorepo, one for each settings file, as a matrix for the jobs that check them. */












async function planMode(event, { inputs, env }) {
    const change = (0,github_event/* readEvent */.j)(event);
    const { top } = await (0,action_folders/* foldersOf */.p)(inputs, env);
    const proposed = change.kind === 'pull_request' || change.kind === 'merge_group';
    const base = proposed && change.base !== null ? await settingsFolders(change.base, top) : [];
    const head = await settingsFolders('HEAD', top);
    if (base === null || head === null) {
        const trouble = await (0,git/* gitTrouble */.mr)(top);
        throw new usage_error/* UsageError */.e(trouble ?? 'mode plan reads the base commit with git. Give actions/checkout "fetch-depth: 0".');
    }
    const isIgnored = picomatch((0,settings_text/* listOf */.c)(inputs.settings.ignore ?? ''), { dot: true });
    // A change must not take a database out of the plan by deleting its settings.
    const folders = [...new Set([...base, ...head])].filter((folder) => !isIgnored(folder) && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(top, folder)));
    const databases = [];
    for (const database of plan(folders)) {
        databases.push({ ...database, 'postgres-version': await versionIn((0,external_node_path_.join)(top, database['working-directory'])) });
    }
    for (const { database, 'working-directory': folder, 'postgres-version': version } of databases)
        (0,core/* info */.pq)(`${database}: ${folder}, PostgreSQL ${version}`);
    (0,core/* setOutput */.uH)('matrix', JSON.stringify({ include: databases }));
    (0,core/* setOutput */.uH)('databases', JSON.stringify(databases.map(({ database }) => database)));
    return 0;
}
/** What the folder's settings say, for the service container of its job; the newest where they don't, or have mistakes, which that job reports. */
async function versionIn(folder) {
    try {
        const { postgresVersion } = await (0,resolve/* resolveSettings */.M)({ inputs: {}, cwd: folder });
        return Math.min(postgresVersion ?? versions/* NEWEST */.RX, versions/* NEWEST */.RX);
    }
    catch (error) {
        if (error instanceof usage_error/* UsageError */.e)
            return versions/* NEWEST */.RX;
        throw error;
    }
}
/** Names that differ, made of the folders'. Pure. */
function plan(folders) {
    const used = new Set();
    return [...folders].sort().map((folder) => {
        const name = folder.replaceAll(/[^A-Za-z0-9_]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'root';
        let database = name;
        for (let n = 2; used.has(database); n++)
            database = `${name}-${n}`;
        used.add(database);
        return { database, 'working-directory': folder };
    });
}


/***/ })

};
