export const id = 903;
export const ids = [903];
export const modules = {

/***/ 1164:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K9: () => (/* binding */ imageVersion),
/* harmony export */   XW: () => (/* binding */ fromHere),
/* harmony export */   jJ: () => (/* binding */ saidVersions)
/* harmony export */ });
/* unused harmony export toolVersion */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _system_read_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5261);
/** Which major version production runs, as the repository says it: compose files, pipelines, version managers. */



/** Images whose tags name PostgreSQL's version: the last part of the name. */
const IMAGES = /^(postgres|postgresql|postgis|timescaledb|timescaledb-ha|pgvector|pgrouting|pgvecto-rs)$/;
const COMPOSE = /^(docker-)?compose([.-][\w.-]+)?\.ya?ml$/;
const PIPELINES = ['.gitlab-ci.yml', 'bitbucket-pipelines.yml', 'azure-pipelines.yml', '.circleci/config.yml'];
const MANAGERS = ['.tool-versions', 'mise.toml', '.mise.toml'];
/** All that is said in the folder and above it, up to `top`; the nearest first, and what runs a database before what installs one. */
async function saidVersions(folder, top, cwd) {
    const said = [];
    for (let at = folder;; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) {
        // Ours may hold the version of the example, which nobody has said.
        const workflows = (await namesIn((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(at, '.github/workflows'))).filter((name) => /^(?!migration-safety\.).*\.ya?ml$/.test(name));
        const files = [
            ...(await namesIn(at)).filter((name) => COMPOSE.test(name)).sort(),
            ...['.devcontainer/docker-compose.yml', '.devcontainer/compose.yaml'],
            ...workflows.sort().map((name) => `.github/workflows/${name}`),
            ...PIPELINES,
            ...MANAGERS,
        ];
        for (const file of files) {
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(at, file);
            const read = await (0,_system_read_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)(path, cwd);
            if (!('text' in read))
                continue;
            const find = MANAGERS.includes(file) ? toolVersion : imageVersion;
            read.text.split('\n').forEach((line, index) => {
                const major = find(line);
                if (major !== null)
                    said.push({ major, where: `${fromHere(path, cwd)}:${index + 1}` });
            });
        }
        if (at === top || at === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at))
            return said;
    }
}
async function namesIn(folder) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder).catch(() => []);
}
/** The version of a line that names an image, such as `image: postgis/postgis:17-3.5`; null for other lines, and for no certain one. Pure. */
function imageVersion(line) {
    const [, image] = /^\s*(?:-\s*)?(?:image|docker|name):\s*["']?([^\s"'#]+)/.exec(withDefaults(line)) ?? [];
    const [, name = '', tag = ''] = /^(?:.*\/)?([\w.-]+):([\w.-]+)/.exec(image ?? '') ?? [];
    if (image?.startsWith('supabase/') && name === 'postgres')
        return majorOf(/^(\d{2})\./.exec(tag)?.[1]);
    if (!IMAGES.test(name))
        return null;
    // A number at the beginning is the extension's own where another says PostgreSQL's.
    return majorOf(/(?:^|[-.])pg(\d{2})(?!\d)/.exec(tag)?.[1] ??
        (/^timescaledb/.test(name) ? undefined : /^v?(\d{2})(?![\d])/.exec(tag)?.[1]));
}
/** The version of a version manager's line: `postgres 17.2`, `postgres = "17"`. Pure. */
function toolVersion(line) {
    return majorOf(/^\s*"?postgres(?:ql)?"?\s*(?:=\s*)?["[ ]*(\d{2})(?![\d])/.exec(line)?.[1]);
}
/** Compose's and shells' variables with a default: `${VERSION:-17}`. */
function withDefaults(line) {
    return line.replaceAll(/\$\{\w+:?-([^}]*)\}/g, '$1');
}
function majorOf(digits) {
    return digits === undefined ? null : Number(digits);
}
/** As one would type it from where one stands, also where it leads upwards. */
function fromHere(path, cwd) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(cwd, path).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
}


/***/ }),

/***/ 2903:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ WORKFLOW_PATH),
/* harmony export */   versionOfWorkflow: () => (/* binding */ versionOfWorkflow)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _system_read_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5261);
/* harmony import */ var _init_production_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1164);
/* harmony import */ var _workflow_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7176);
/** The workflow that `init` writes: where it stands, and production's version, which it holds for a repository of one database. */




const WORKFLOW_PATH = '.github/workflows/migration-safety.yml';
/** The version of the service container's image; null where there is no such workflow, where several have their own, and for a guess. */
async function versionOfWorkflow(top, cwd) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(top, WORKFLOW_PATH);
    const read = await (0,_system_read_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(path, cwd);
    if (!('text' in read))
        return null;
    const lines = read.text.split('\n');
    for (const [index, line] of lines.entries()) {
        const major = (0,_init_production_version_js__WEBPACK_IMPORTED_MODULE_2__/* .imageVersion */ .K9)(line);
        if (major === null)
            continue;
        return lines[index - 1]?.includes(_workflow_js__WEBPACK_IMPORTED_MODULE_3__/* .UNSAID */ .r) ? null : { major, where: `${(0,_init_production_version_js__WEBPACK_IMPORTED_MODULE_2__/* .fromHere */ .XW)(path, cwd)}:${index + 1}` };
    }
    return null;
}


/***/ }),

/***/ 8417:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $b: () => (/* binding */ CHECKOUT),
/* harmony export */   dC: () => (/* binding */ DOWNLOAD),
/* harmony export */   oH: () => (/* binding */ UPLOAD)
/* harmony export */ });
/** The other actions that our workflows use, by the commit of a release: a tag can be moved. */
const CHECKOUT = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1';
const UPLOAD = 'actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1';
const DOWNLOAD = 'actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1';


/***/ }),

/***/ 7176:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ workflowFor),
/* harmony export */   r: () => (/* binding */ UNSAID)
/* harmony export */ });
/* harmony import */ var _system_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5358);
/* harmony import */ var _pins_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8417);


/** The version that the example shows. */
const SHOWN = 17;
/** Above a version that is a guess: who corrects it deletes these words. */
const UNSAID = 'nobody has said which that is';
const SAID = 'The major version that production runs: here, and nowhere else.';
/** The workflow that users add: `init` writes it, docs/example-workflow.yml is generated from it. */
function workflowFor(major) {
    return `# The one workflow to add: .github/workflows/migration-safety.yml
# Then make "Migration safety" a required status check of the default branch.
name: Migration safety

on:
  # No "paths:" filter here: a required check whose workflow is skipped stays pending and blocks the merge for ever.
  # A pull request that changes no migration passes in a second.
  pull_request:
  # Without this event a merge queue waits for the required check until it times out.
  merge_group:

# Whatever is not listed is refused.
permissions:
  contents: read
  # To list the changed files and to write the comment. Pull requests from forks get a read-only token all the same:
  # there the report is in the step summary and in annotations, and the verdict is the same.
  pull-requests: write

# A newer push replaces the run of the one before, so that two runs never write the comment at once.
concurrency:
  group: migration-safety-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  check:
    # The name of the required status check.
    name: Migration safety
    runs-on: ubuntu-latest
    timeout-minutes: 15
    services:
      postgres:
        # ${major === null ? `The major version that production runs: ${UNSAID}. Correct it, and delete this line.` : SAID}
        image: postgres:${major ?? SHOWN}
        env:
          # Nothing but this job can reach the server, and it is gone with the job.
          POSTGRES_PASSWORD: postgres
        ports:
          # A free port of the runner.
          - 5432
        # Makes the runner wait until the server answers.
        options: --health-cmd "pg_isready -U postgres" --health-interval 2s --health-timeout 5s --health-retries 15
    steps:
      - uses: ${_pins_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECKOUT */ .$b}
        with:
          # A merge group is compared with its base commit, which a shallow clone does not hold.
          fetch-depth: 0
          # The SQL of a pull request runs in this job: leave no token beside it.
          persist-credentials: false
      - uses: ${_system_version_js__WEBPACK_IMPORTED_MODULE_0__/* .ACTION */ .hr}
        id: check
        with:
          database-url: postgres://postgres:postgres@localhost:\${{ job.services.postgres.ports['5432'] }}/postgres
      # The report as one page, which opens in the browser from the run's page. It is for people: the verdict does not rest on it.
      - uses: ${_pins_js__WEBPACK_IMPORTED_MODULE_1__/* .UPLOAD */ .oH}
        id: page
        if: \${{ !cancelled() && steps.check.outputs.report-html != '' }}
        continue-on-error: true
        with:
          path: \${{ steps.check.outputs.report-html }}
          # As the file that it is, not as a zip.
          archive: false
          retention-days: 30
      # The comment then leads to that page, in one click. Without this step it leads to the run.
      - uses: ${_system_version_js__WEBPACK_IMPORTED_MODULE_0__/* .ACTION */ .hr}
        if: \${{ !cancelled() && steps.page.outputs.artifact-url != '' }}
        continue-on-error: true
        with:
          mode: link
          report-url: \${{ steps.page.outputs.artifact-url }}
      # The second workflow of docs/github.md reads it, and comments on the pull requests of forks. Without one, leave
      # this step out.
      - uses: ${_pins_js__WEBPACK_IMPORTED_MODULE_1__/* .UPLOAD */ .oH}
        if: \${{ !cancelled() && steps.check.outputs.report-json != '' }}
        with:
          name: migration-safety
          path: \${{ steps.check.outputs.report-json }}
          retention-days: 5
`;
}


/***/ })

};
