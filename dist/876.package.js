export const id = 876;
export const ids = [876,903];
export const modules = {

/***/ 7876:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  initialize: () => (/* binding */ initialize)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/migrations/find.js + 29 modules
var find = __webpack_require__(2856);
// EXTERNAL MODULE: ./build/settings/find-file.js
var find_file = __webpack_require__(7392);
// EXTERNAL MODULE: ./build/settings/resolve.js + 4 modules
var resolve = __webpack_require__(5468);
// EXTERNAL MODULE: ./build/system/git.js
var git = __webpack_require__(8020);
// EXTERNAL MODULE: ./build/system/usage-error.js
var usage_error = __webpack_require__(5968);
// EXTERNAL MODULE: ./build/system/version.js + 1 modules
var system_version = __webpack_require__(5358);
// EXTERNAL MODULE: ./build/cli/pins.js
var pins = __webpack_require__(8417);
;// CONCATENATED MODULE: ./build/cli/monorepo-workflow.js


/** A job for each database of a monorepo, and one comment: docs/monorepo-workflow.yml is generated from it. */
const MONOREPO_WORKFLOW = `# For repositories with several databases, each with a settings file in its own folder:
# .github/workflows/migration-safety.yml. Make "Migration safety" the required status check: it is the last job.
name: Migration safety

on:
  pull_request:
  merge_group:

permissions: {}

concurrency:
  group: migration-safety-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  plan:
    name: Databases
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read
    outputs:
      matrix: \${{ steps.plan.outputs.matrix }}
      databases: \${{ steps.plan.outputs.databases }}
    steps:
      - uses: ${pins/* CHECKOUT */.$b}
        with:
          # The plan also holds the databases of the base branch: no change can take one out.
          fetch-depth: 0
          persist-credentials: false
      - uses: ${system_version/* ACTION */.hr}
        id: plan
        with:
          mode: plan

  check:
    name: \${{ matrix.database }}
    needs: plan
    # An empty matrix is an error to GitHub.
    if: needs.plan.outputs.databases != '[]'
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read
      pull-requests: read
    strategy:
      fail-fast: false
      matrix: \${{ fromJSON(needs.plan.outputs.matrix) }}
    services:
      postgres:
        # The major version that production runs, as the settings file of the database says: postgres-version.
        image: postgres:\${{ matrix.postgres-version }}
        env:
          POSTGRES_PASSWORD: postgres
        ports:
          - 5432
        options: --health-cmd "pg_isready -U postgres" --health-interval 2s --health-timeout 5s --health-retries 15
    steps:
      - uses: ${pins/* CHECKOUT */.$b}
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: ${system_version/* ACTION */.hr}
        id: check
        with:
          working-directory: \${{ matrix.working-directory }}
          database-url: postgres://postgres:postgres@localhost:\${{ job.services.postgres.ports['5432'] }}/postgres
          # The last job comments on all of them.
          comment: never
      - uses: ${pins/* UPLOAD */.oH}
        if: \${{ !cancelled() && steps.check.outputs.report-json != '' }}
        with:
          name: migration-safety-\${{ matrix.database }}
          path: \${{ steps.check.outputs.report-json }}
          retention-days: 5

  report:
    # The name of the required status check.
    name: Migration safety
    needs: [plan, check]
    # A job that was skipped would count as a success.
    if: always()
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read
      pull-requests: write
    steps:
      - uses: ${pins/* DOWNLOAD */.dC}
        with:
          pattern: migration-safety-*
          path: reports
      # Fails where a database has no report, or one that fails.
      - uses: ${system_version/* ACTION */.hr}
        id: report
        with:
          mode: report
          reports: reports
          databases: \${{ needs.plan.outputs.databases }}
      # The report as one page, which opens in the browser from the run's page. It is for people: the verdict does not rest on it.
      - uses: ${pins/* UPLOAD */.oH}
        id: page
        if: \${{ !cancelled() && steps.report.outputs.report-html != '' }}
        continue-on-error: true
        with:
          path: \${{ steps.report.outputs.report-html }}
          # As the file that it is, not as a zip.
          archive: false
          retention-days: 30
      # The comment then leads to that page, in one click. Without this step it leads to the run.
      - uses: ${system_version/* ACTION */.hr}
        if: \${{ !cancelled() && steps.page.outputs.artifact-url != '' }}
        continue-on-error: true
        with:
          mode: link
          report-url: \${{ steps.page.outputs.artifact-url }}
`;

// EXTERNAL MODULE: ./build/cli/own-workflow.js
var own_workflow = __webpack_require__(2903);
// EXTERNAL MODULE: ./build/cli/workflow.js
var cli_workflow = __webpack_require__(7176);
;// CONCATENATED MODULE: ./build/cli/init/databases.js
/** Which folders of a repository are databases of their own, by where their migrations are. Pure. */
/** Folders that hold no database's migrations, whatever is in them. */
const ASIDE = /^(tests?|__tests__|spec|fixtures|testdata|examples?|samples?|docs?|vendor)$/i;
/** What tools and habit put between a project and its migrations. */
const BETWEEN = /^(migrations?|migrate|deploy|changelogs?|versions|sql|schema|schemas|db|database|databases|prisma|drizzle|supabase|alembic|flyway|liquibase|priv|repo|resources|main|src|lib|internal|app)$/i;
/**
 * The projects that folders with migrations belong to, relative as they are: `services/billing/db/migrations/` is `services/billing`'s.
 * `projects`: folders that hold a project's own file, such as package.json.
 */
function databasesOf(roots, projects) {
    const found = roots.flatMap((root) => {
        const parts = root.split('/').filter((part) => part !== '' && part !== '.');
        return parts.some((part) => ASIDE.test(part)) ? [] : [projectOf(parts, projects)];
    });
    return [...new Set(found)].sort();
}
function projectOf(parts, projects) {
    for (let length = parts.length; length > 0; length--) {
        const folder = parts.slice(0, length).join('/');
        if (projects.has(folder))
            return folder;
    }
    const own = [...parts];
    while (own.length > 0 && BETWEEN.test(own.at(-1) ?? ''))
        own.pop();
    return own.join('/') || '.';
}

// EXTERNAL MODULE: ./build/cli/init/production-version.js
var production_version = __webpack_require__(1164);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/settings/values.js
var values = __webpack_require__(9416);
// EXTERNAL MODULE: ./build/settings/wrong.js
var wrong = __webpack_require__(5505);
;// CONCATENATED MODULE: ./build/cli/init/say-version.js
/** Which version `init` writes: what was given, what a server says, what the settings said before, what the repository says, what a person says. */







/** Throws `UsageError` for a version that is none, `ServerUnavailable` where the server that was named says nothing. */
async function sayVersion({ cwd, top, given, ask }) {
    const flag = given['postgres-version'];
    const only = (version) => ({ version, contradicted: [], unsupported: [] });
    if (flag !== undefined)
        return only({ major: checked(flag), where: '--postgres-version' });
    const url = given['database-url'] ?? process.env.MIGRATION_SAFETY_DATABASE_URL;
    if (url) {
        const { versionOf } = await Promise.all(/* import() */[__webpack_require__.e(180), __webpack_require__.e(239)]).then(__webpack_require__.bind(__webpack_require__, 5661));
        const server = await versionOf(url);
        if ((0,values/* isProvenOn */.uC)(server.major))
            return only(server);
        throw new usage_error/* UsageError */.e(`init: ${server.where} is PostgreSQL ${server.major}, and ${values/* PROVEN_ON */.R5}.`);
    }
    const written = (await writtenIn(cwd)) ?? (await (0,own_workflow.versionOfWorkflow)(top, cwd));
    if (written !== null)
        return only(written);
    const all = await (0,production_version/* saidVersions */.jJ)(cwd, top, cwd);
    const said = all.filter(({ major }) => (0,values/* isProvenOn */.uC)(major));
    const unsupported = all.filter(({ major }) => !(0,values/* isProvenOn */.uC)(major)).slice(0, 1);
    const [first] = said;
    if (first !== undefined) {
        const others = said.filter(({ major }, at) => major !== first.major && said.findIndex((it) => it.major === major) === at);
        return { version: first, contradicted: others, unsupported: [] };
    }
    const answer = await ask?.('Which major version of Postgres does production run, such as 17? (Enter: say it later)');
    return { ...only(answer ? { major: checked(answer), where: 'you' } : null), unsupported };
}
/** What the settings say that are there already. */
async function writtenIn(cwd) {
    try {
        const { postgresVersion, file } = await (0,resolve.resolveSettings)({ inputs: {}, cwd });
        return postgresVersion === null || file === null ? null : { major: postgresVersion, where: (0,production_version/* fromHere */.XW)(file, cwd) };
    }
    catch (error) {
        // They are written anew.
        if (error instanceof usage_error/* UsageError */.e)
            return null;
        throw error;
    }
}
function checked(text) {
    const result = dist/* safeParse */.xLC(values/* majorVersion */.iR, text.trim());
    if (!result.success)
        throw new usage_error/* UsageError */.e(`init: postgres-version: ${(0,wrong/* wrongValue */.NT)(result.issues[0])}`);
    if ((0,values/* isProvenOn */.uC)(result.output))
        return result.output;
    throw new usage_error/* UsageError */.e(`init: postgres-version: got ${text.trim()}, and ${values/* PROVEN_ON */.R5}.`);
}

// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
;// CONCATENATED MODULE: ./build/cli/init/texts.js



/** The layout only where one fits all; the version only where no workflow holds it. */
function settingsText(layouts, version, workflow) {
    const names = [...new Set(layouts.map(({ layout }) => layout))];
    const found = layouts.map(({ root, layout, reason }) => `# ${(0,report_escape/* oneLine */.TN)(`${root || '.'}: ${layout}, ${reason}`)}\n`);
    const recognised = found.length > 0 ? `# Found here:\n${found.join('')}` : '';
    const layout = names.length === 1 && names[0] !== 'plain' ? `layout: ${names[0]}\n` : '# layout: auto\n';
    return `# yaml-language-server: $schema=${(0,system_version/* published */.H3)('docs/settings.schema.json')}
# What migration-safety should know of this repository. Everything here may be left out: ${(0,system_version/* documentation */.TH)('docs/settings.md')}

# How the migrations are named, split and ordered. Without this it is recognised.
${recognised}${layout}
# Where the migrations are. Without this they are recognised by folder and name.
# migrations: db/migrations/*.sql

${versionText(version, workflow)}

# The least severity that fails the check.
fail-on: error

# What must have been proven of every migration, so that a server that is missing can't look like a pass.
# required-checks: [rehearsal, rollback, rerun]
`;
}
/** Whoever stands in the wrong folder should know before the first run passes with nothing to check. */
const NO_MIGRATIONS = 'No migrations are recognised below this folder. If there are some, name them with migrations or layout in the settings.\n';
/** It stands once: what reads the settings alone is told where. */
function versionText(version, workflow) {
    const example = '# postgres-version: 17';
    const is = '# The major version that production runs';
    if (workflow !== null)
        return `${is} is that of the image in ${workflow}, unless it is said here.\n${example}`;
    return `${is}.\n${version === null ? example : `postgres-version: ${version}`}`;
}
function closingWords(done) {
    const { written, left, version, contradicted, unsupported, isEmpty, guessed } = done;
    const others = contradicted.map(({ major, where }) => `${where} says ${major}`).join(', ');
    const said = version === null
        ? ''
        : `PostgreSQL ${version.major}, as ${version.where} says${others ? `; but ${others}: correct it if production runs that` : ''}.\n`;
    const not = unsupported.map(({ major, where }) => `${where} says PostgreSQL ${major}: ${values/* PROVEN_ON */.R5}.\n`).join('');
    const first = version === null ? `name production’s Postgres version in ${guessed.join(' and ')}, ` : '';
    const wrote = written.length === 0 ? 'Nothing was written.\n' : `Wrote\n${written.map((path) => `  ${path}\n`).join('')}`;
    return `${wrote}${left.map((sentence) => `${sentence}\n`).join('')}${said}${not}${isEmpty ? NO_MIGRATIONS : ''}Next: ${first}commit ${written.length > 1 ? 'them' : 'it'}, and make “Migration safety” a required status check.
Read on: ${(0,system_version/* documentation */.TH)('docs/github.md')}
`;
}

;// CONCATENATED MODULE: ./build/cli/init/init.js
/** `init`: writes the workflow and the settings; never over what is there, unless that is confirmed. */














/**
 * Returns what was done, for people. What is there already is overwritten only where `overwrite` or the person who is
 * asked says so; else it throws `UsageError` before anything is written.
 */
async function initialize({ folder, overwrite, ask, given = {} }) {
    const cwd = await (0,promises_.realpath)(folder);
    const top = (await (0,git/* repositoryRoot */.Hn)(cwd)) ?? cwd;
    const shown = (path) => (0,production_version/* fromHere */.XW)(path, cwd);
    const layouts = await layoutsIn(cwd);
    const folders = cwd === top ? await databases(layouts, cwd) : ['.'];
    const settled = new Set();
    for (const database of folders)
        if (await sharesPackageFile((0,external_node_path_.join)(cwd, database)))
            settled.add(database);
    const said = await sayVersion({ cwd, top, given, ask });
    const several = cwd !== top || folders.length > 1;
    const left = [];
    const settings = folders.flatMap((database) => {
        if (settled.has(database)) {
            left.push(`${shown((0,external_node_path_.join)(cwd, database, find_file/* PACKAGE_FILE */.eh))} holds settings already: they were left as they are.`);
            return [];
        }
        const own = folders.length > 1 ? layouts.filter(({ root }) => root.startsWith(`${database}/`)) : layouts;
        const below = own.map((note) => ({ ...note, root: (0,external_node_path_.relative)(database, note.root) }));
        return [
            {
                path: (0,external_node_path_.join)(cwd, database, find_file/* FILE_NAME */.zE),
                contents: settingsText(below, said.version?.major ?? null, several ? null : own_workflow/* WORKFLOW_PATH */.A),
            },
        ];
    });
    const workflow = {
        path: (0,external_node_path_.join)(top, own_workflow/* WORKFLOW_PATH */.A),
        contents: several ? MONOREPO_WORKFLOW : (0,cli_workflow/* workflowFor */.V)(said.version?.major ?? null),
    };
    const standing = cwd === top || overwrite ? null : await (0,promises_.readFile)(workflow.path, 'utf8').catch(() => null);
    const files = standing === null ? [workflow, ...settings] : settings;
    await refuseOverwriting(files, shown, { overwrite, ask });
    for (const { path, contents } of files) {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, contents);
    }
    const guessed = (several ? settings : [workflow]).map(({ path }) => shown(path));
    return closingWords({
        written: files.map(({ path }) => shown(path)),
        left: standing === null ? left : [...left, aboutStanding(standing, shown(workflow.path))],
        ...said,
        isEmpty: layouts.length === 0,
        guessed,
    });
}
/** GitHub reads workflows at the top only, and there is one already. */
function aboutStanding(text, path) {
    const plans = /^\s*mode: plan\s*$/m.test(text);
    return plans
        ? `${path} is there already, and checks every folder with settings: it was left as it is.`
        : `${path} is there already, for one database: it was left as it is. For several, write it anew with --yes, or give this folder a job of its own with working-directory.`;
}
async function refuseOverwriting(files, shown, { overwrite, ask }) {
    const present = [];
    for (const { path } of files)
        if (await (0,promises_.stat)(path).catch(() => null))
            present.push(shown(path));
    if (present.length === 0 || overwrite)
        return;
    const there = `${present.join(' and ')} ${present.length > 1 ? 'are' : 'is'} there already.`;
    if (ask && /^y(es)?$/i.test(await ask(`${there} Overwrite? [y/N]`)))
        return;
    throw new usage_error/* UsageError */.e(`init: ${there} Nothing was written. To overwrite, add --yes.`);
}
/** A project's own file. */
const MANIFEST = /^(package\.json|go\.mod|Cargo\.toml|pyproject\.toml|setup\.py|requirements\.txt|pom\.xml|build\.gradle(\.kts)?|Gemfile|composer\.json|mix\.exs|.+\.csproj)$/;
/** The folders that get settings: one for each database, which may be the top itself. */
async function databases(layouts, top) {
    const projects = new Set();
    const settled = new Set();
    for (const { root } of layouts) {
        const parts = root.split('/').filter((part) => part !== '');
        for (let length = parts.length; length > 0; length--) {
            const folder = parts.slice(0, length).join('/');
            const names = await (0,promises_.readdir)((0,external_node_path_.join)(top, folder)).catch(() => []);
            if (names.some((name) => MANIFEST.test(name)))
                projects.add(folder);
            if (names.includes(find_file/* FILE_NAME */.zE))
                settled.add(folder);
        }
    }
    const found = databasesOf(layouts.map(({ root }) => root), new Set([...projects, ...settled]));
    return found.length > 1 ? found : ['.'];
}
/** Settings in package.json: a file of their own beside it would be refused. */
async function sharesPackageFile(folder) {
    return (0,find_file/* hasSettings */.g_)(await (0,promises_.readFile)((0,external_node_path_.join)(folder, find_file/* PACKAGE_FILE */.eh), 'utf8').catch(() => ''));
}
/** The layouts of the migrations that are there; none where nothing is recognised, or the old settings are broken. */
async function layoutsIn(folder) {
    try {
        const settings = await (0,resolve.resolveSettings)({ inputs: {}, cwd: folder });
        return (await (0,find/* findMigrations */.r)({ paths: ['.'] }, settings, folder)).layouts;
    }
    catch (error) {
        if (error instanceof usage_error/* UsageError */.e)
            return [];
        throw error;
    }
}


/***/ }),

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


/***/ }),

/***/ 9924:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   Dy: () => (/* binding */ webAddress),
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   Fo: () => (/* binding */ terminal),
/* harmony export */   GA: () => (/* binding */ cellCode),
/* harmony export */   N1: () => (/* binding */ commandProperty),
/* harmony export */   N3: () => (/* binding */ pathCode),
/* harmony export */   Sq: () => (/* binding */ CODE),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   _1: () => (/* binding */ shortPath),
/* harmony export */   _J: () => (/* binding */ sourceLine),
/* harmony export */   _n: () => (/* binding */ xml),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   h8: () => (/* binding */ htmlCode),
/* harmony export */   js: () => (/* binding */ htmlText),
/* harmony export */   nM: () => (/* binding */ row),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   qy: () => (/* binding */ html),
/* harmony export */   uH: () => (/* binding */ clean),
/* harmony export */   wq: () => (/* binding */ commandData),
/* harmony export */   xv: () => (/* binding */ truncate)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/**
 * The one module through which all text from the pull request or from the server passes before it is shown.
 * Everything that a finding, a path or a server message holds is hostile until it has been here.
 */

/** Everything invisible: control, format (bidi, zero-width, tags) and separator characters, but not newline and tab. */
const INVISIBLE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
/** Text between single backticks. */
const CODE = /(?<!`)`(?![\s`])([^`]*[^\s`])`(?!`)/;
const PUNCTUATION = /[!-/:-@[-`{-~]/g;
/** What GitHub turns into a mention, a reference, a link, an emoji or mathematics in plain text. */
const LIVE = /@\w|#\d|\w:\/\/|www\.|\bGH-\d|\b[0-9a-f]{7,40}\b|:[\w+-]+:|\$/i;
/** Plain text: no terminal sequences, no invisible characters, `\n` as the only line break. */
function clean(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text.replace(/\r\n?|[\u2028\u2029]/g, '\n'))
        .replace(INVISIBLE, '')
        .replace(LONE_SURROGATE, '\uFFFD');
}
/** Plain text on one line, cut to `max` characters. */
function oneLine(text, max = 1000) {
    return truncate(clean(text).replace(/\s+/g, ' ').trim(), max);
}
/** Cut to `max` UTF-16 units, the last of them an ellipsis; never through a surrogate pair. */
function truncate(text, max) {
    if (text.length <= max)
        return text;
    const cut = text.slice(0, Math.max(0, max - 1));
    return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
/** A path on one line; the end is what distinguishes files, so that a long one loses its beginning. */
function shortPath(path, max = 120) {
    const line = oneLine(path, Number.POSITIVE_INFINITY);
    return line.length <= max ? line : `…${line.slice(1 - max).replace(/^[\uDC00-\uDFFF]/, '')}`;
}
/** A code span whose fence is longer than any run of backticks inside. Not for table cells: see `cellCode`. */
function code(text, max = 200) {
    const line = unforgeable(oneLine(text, max));
    if (line === '')
        return '`(empty)`';
    const fence = '`'.repeat(longestRun(line) + 1);
    const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
    return `${fence}${pad}${line}${pad}${fence}`;
}
/** A code span that is safe in a table cell too, where renderers disagree about escaped pipes in backticks. */
function cellCode(text, max = 200) {
    return text.includes('|') ? htmlCode(text, max) : code(text, max);
}
/** A `<code>` element in which nothing is Markdown: for `<summary>` lines and for code that holds a pipe. */
function htmlCode(text, max = 200) {
    return `<code>${htmlText(text, max)}</code>`;
}
/** A file's path in which a narrow screen may break the line, though nobody who copies it gets a space. */
function pathCode(path) {
    const parts = shortPath(path).match(/.{6,}?[/._-]+|.+/gu) ?? [];
    // What paths are made of begins nothing in Markdown, and takes less room as it is.
    const texts = parts.map((part) => htmlText(part).replace(/&#4[567];/g, (mark) => String.fromCharCode(Number(mark.slice(2, 4)))));
    return `<code>${texts.join('<wbr>')}</code>`;
}
/** Text of HTML in which nothing is Markdown. */
function htmlText(text, max = 200) {
    return oneLine(text, max).replace(PUNCTUATION, (mark) => `&#${mark.charCodeAt(0)};`);
}
/** Text or an attribute's value in an HTML document. Line breaks stay. */
function html(text, max = 10_000) {
    return truncate(clean(text), max).replace(/[&<>"'`]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
/**
 * A sentence in Markdown, safe in table cells: what is in backticks becomes code, and so does every word that
 * GitHub would bring to life (`@name`, `#12`, URLs, commit hashes). Everything else is literal text.
 */
function prose(text, max = 1000) {
    let out = '';
    for (const [at, piece] of oneLine(text, max).split(CODE).entries()) {
        const next = at % 2 === 1 ? cellCode(piece) : words(piece);
        // Two code spans that touch would become one.
        out += out.endsWith('`') && next.startsWith('`') ? ` ${next}` : next;
    }
    return out.replace(/^([-+=])/, '\\$1').replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}
/** A fenced code block, its fence longer than any run of backticks inside. */
function fence(text, language = '', max = 6000) {
    const body = unforgeable(truncate(clean(text), max))
        .replace(/^(?:[ \t]*\n)+/, '')
        .trimEnd();
    const ticks = '`'.repeat(Math.max(3, longestRun(body) + 1));
    return `${ticks}${language}\n${body}\n${ticks}`;
}
/** One row of a table. Cells are Markdown already; whatever they still hold that would end the row is made harmless. */
function row(cells) {
    return `| ${cells.map((cell) => cell.replace(/\s*\n\s*/g, ' ').replaceAll('|', '&#124;')).join(' | ')} |`;
}
/** A link around Markdown; only the label where the address is missing or isn't one of the web. */
function link(label, url) {
    const address = webAddress(url);
    return address === null ? label : `[${label}](${address})`;
}
/** An address of the web without a character that ends it in Markdown or HTML; null for any other. */
function webAddress(url) {
    if (!url || !/^https?:\/\//.test(url))
        return null;
    return clean(url).replace(/[\s()<>|"'`\\]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
/** The message of a workflow command. */
function commandData(text, max = 4096) {
    return truncate(clean(text), max).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
/** A property of a workflow command. */
function commandProperty(text, max = 255) {
    return commandData(text, max).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
/** Text of an XML element or attribute (XML 1.0, 2.4). */
function xml(text) {
    return clean(text).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
/** Lines for a terminal. A runner reads its log for commands, so that no line may begin like one. */
function terminal(text) {
    return clean(text).replace(/^(\s*)(::|##\[)/gm, (_, indent, mark) => `${indent}${mark[0]} ${mark.slice(1)}`);
}
/** A line of source for a code frame: every invisible character is shown as one mark, so that columns stay true. */
function sourceLine(line) {
    return line.replace(/(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (char) => '\uFFFD'.repeat(char.length));
}
function words(text) {
    return text
        .split(/(\s+)/)
        .map((word) => {
        if (!LIVE.test(word))
            return plain(word);
        const [, before = '', core = '', after = ''] = /^(["'(]*)(.*?)([.,;:!?)"']*)$/.exec(word) ?? [];
        return core === '' ? plain(word) : `${plain(before)}${cellCode(core)}${plain(after)}`;
    })
        .join('');
}
function plain(text) {
    return text
        .replace(/[\\`*~[\]{}#^$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\$&')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('|', '&#124;');
}
/** The marks of an HTML comment, taken apart: our own marker must not be found in any other text. */
function unforgeable(text) {
    return text.replaceAll('<!--', '< !--').replaceAll('-->', '-- >');
}
function longestRun(text) {
    return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}


/***/ }),

/***/ 5468:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  resolveSettings: () => (/* binding */ resolveSettings)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/system/read-file.js
var read_file = __webpack_require__(5261);
// EXTERNAL MODULE: ./build/system/usage-error.js
var usage_error = __webpack_require__(5968);
// EXTERNAL MODULE: ./build/system/source.js
var source = __webpack_require__(9243);
;// CONCATENATED MODULE: ./build/settings/bootstrap.js
/** Reads the bootstrap's files from where they are trusted: it runs with the administrator's rights. */


/** `base`: undefined trusts the disk, null means that nothing can be trusted. Throws `UsageError` for a file on disk that can't be read. */
async function readBootstrap(paths, cwd, base) {
    const files = [];
    const notes = [];
    for (const path of paths) {
        if (base === undefined) {
            const result = await (0,source/* readSource */.o$)(path, cwd);
            if ('problem' in result)
                throw new usage_error/* UsageError */.e(`bootstrap: ${result.path}: ${result.problem}`);
            files.push(result.file);
            continue;
        }
        const text = base === null ? null : await base.read(path);
        if (text !== null) {
            files.push({ path: (0,source/* displayPath */.Gt)(path, cwd), text });
            continue;
        }
        const why = base === null ? 'the base branch can’t be read here: give actions/checkout "fetch-depth: 0"' : null;
        const reason = `it did not run: ${why ?? `${base?.name} does not have it, and a change must not bring its own`}`;
        notes.push({ check: `bootstrap ${(0,source/* displayPath */.Gt)(path, cwd)}`, reason });
    }
    return { files, notes };
}

// EXTERNAL MODULE: ./build/settings/setting.js
var setting = __webpack_require__(456);
// EXTERNAL MODULE: ./build/settings/table.js + 3 modules
var table = __webpack_require__(5826);
;// CONCATENATED MODULE: ./build/settings/settings.js


/** All values, from what was given; `absolute` makes paths of those that name files. Pure. */
function valuesOf(given, absolute = (_, path) => path) {
    const names = Object.keys(table/* SETTINGS */.yy).filter((name) => name !== 'config');
    return Object.fromEntries(names.map((name) => [camelCase(name), value(name)]));
    function value(name) {
        const { schema, default: otherwise, isFile } = (0,table/* entryOf */.Ms)(name);
        const said = given[name];
        const path = (it) => (isFile ? absolute(name, String(it)) : it);
        const kind = (0,setting/* kindOf */.I)(schema);
        if (kind === 'list')
            return said === undefined ? [] : [said].flat().map(path);
        if (kind === 'map')
            return said ?? {};
        return said === undefined ? (otherwise ?? null) : path(said);
    }
}
/** `fail-on` is `failOn` in TypeScript. */
function camelCase(name) {
    return name.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());
}

// EXTERNAL MODULE: ./build/settings/find-file.js
var find_file = __webpack_require__(7392);
;// CONCATENATED MODULE: ./build/settings/source.js
/** Which settings file counts: the one on disk, or for a change that others proposed the one of the base branch. */





/** Throws `UsageError` for mistakes in the file, also where the base's is the one that counts. */
async function findSettings({ config, start, cwd, base }) {
    const file = config ? (0,external_node_path_.resolve)(cwd, config) : await (0,find_file/* findSettingsFile */.Db)(start, cwd);
    if (base === undefined)
        return { file, ...(await fromDisk(file, cwd)), notes: [] };
    if (base === null) {
        const reason = 'the base branch can’t be read here: give actions/checkout "fetch-depth: 0"';
        return distrust({ file, ...(await fromDisk(file, cwd)), notes: [] }, cwd, reason);
    }
    return fromBase({ config, start, cwd, base }, file);
}
async function fromBase({ config, start, cwd, base }, onDisk) {
    const file = config ? (0,external_node_path_.resolve)(cwd, config) : await (0,find_file/* findSettingsFile */.Db)(start, cwd, base.read);
    const text = file === null ? null : await base.read(file);
    const head = config && text !== null ? await fromDisk(onDisk, cwd).catch(missing) : await fromDisk(onDisk, cwd);
    if (file === null || text === null) {
        const notes = onDisk === null ? [] : [note(onDisk, cwd, `${base.name} has none, so the defaults were used`)];
        return { file: null, ...NOTHING, notes };
    }
    const shown = (0,source/* displayPath */.Gt)(file, cwd);
    let trusted;
    try {
        trusted = (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(363)]).then(__webpack_require__.bind(__webpack_require__, 8744))).parseSettingsFile(text, shown);
    }
    catch (error) {
        if (!(error instanceof usage_error/* UsageError */.e))
            throw error;
        // Else it could never be repaired.
        return distrust({ file: onDisk, ...head, notes: [] }, cwd, `${base.name} has a version with mistakes`);
    }
    const changed = file !== onDisk || JSON.stringify(head.values) !== JSON.stringify(trusted.values);
    const notes = changed ? [note(file, cwd, `the change edits it, and the version of ${base.name} was used`)] : [];
    return { file, ...trusted, notes };
}
/** Leaves out what only a trusted file may say. */
function distrust({ file, values, place }, cwd, why) {
    const left = table/* TRUSTED_SETTINGS */.Oo.filter((name) => name in values).sort();
    const rest = Object.fromEntries(Object.entries(values).filter(([name]) => !left.some((other) => other === name)));
    if (file === null || left.length === 0)
        return { file, values: rest, place, notes: [] };
    return { file, values: rest, place, notes: [note(file, cwd, `${left.join(', ')} did not count: ${why}`)] };
}
/** No file says nothing at all. */
const NOTHING = { values: {}, place: () => 'settings' };
async function fromDisk(file, cwd) {
    // The YAML library is loaded only where there is a file.
    return file === null ? NOTHING : (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(363)]).then(__webpack_require__.bind(__webpack_require__, 8744))).readSettingsFile(file, (0,source/* displayPath */.Gt)(file, cwd), cwd);
}
/** The change deletes the file that `config` names. */
function missing(error) {
    if (error instanceof usage_error/* UsageError */.e && error.message.includes('there is no such file'))
        return NOTHING;
    throw error;
}
function note(file, cwd, reason) {
    return { check: `settings in ${(0,source/* displayPath */.Gt)(file, cwd)}`, reason };
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/settings/schema.js
var schema = __webpack_require__(4089);
// EXTERNAL MODULE: ./build/settings/wrong.js
var wrong = __webpack_require__(5505);
;// CONCATENATED MODULE: ./build/settings/text.js
/** Settings as text: inputs of the Action, and flags. Pure. */






/** Reads texts by the settings' names; other names are left out. Throws `UsageError` with all that is wrong. */
function parseTexts(texts) {
    const given = table/* TEXT_SETTINGS */.yB.flatMap((name) => {
        const text = texts[name];
        return text === undefined ? [] : [[name, typed(text, (0,setting/* kindOf */.I)((0,table/* entryOf */.Ms)(name).schema))]];
    });
    const result = dist/* safeParse */.xLC(schema/* textSchema */.Zu, Object.fromEntries(given));
    if (result.success)
        return result.output;
    const problems = result.issues.flatMap(wrong/* innermost */.OI).map((issue) => `${issue.path?.[0]?.key}: ${(0,wrong/* wrongValue */.NT)(issue)}`);
    throw new usage_error/* UsageError */.e(problems.join('\n'));
}
/** A list as text: one entry a line, or separated by commas. */
function listOf(text) {
    return text
        .split(/[\n,]/)
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '');
}
/** What can't be read as its kind stays text: the schema then says what it expected. */
function typed(text, kind) {
    switch (kind) {
        case 'number':
            return Number.isNaN(Number(text)) ? text : Number(text);
        case 'flag':
            return /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : text;
        case 'list':
            return listOf(text);
        default:
            return text;
    }
}

;// CONCATENATED MODULE: ./build/settings/resolve.js
/** Untrusted input (action inputs, flags, the settings file) -> one validated Settings. */









/** Throws `UsageError` that names the input or the file, line and column, and what was expected. */
async function resolveSettings({ inputs, values: own = {}, cwd, from = cwd, base, }) {
    const given = Object.fromEntries(Object.entries(inputs).flatMap(([name, text]) => (text ? [[name, text]] : [])));
    const start = (await (0,promises_.stat)(from).catch(() => null))?.isDirectory() ? from : (0,external_node_path_.dirname)((0,external_node_path_.resolve)(cwd, from));
    const found = await findSettings({ config: given.config, start: start === '' ? cwd : start, cwd, base });
    const { file, values: fromFile } = found;
    const typed = { ...own, ...parseTexts(given) };
    const root = file === null ? cwd : rootOf(file, cwd);
    // Paths in the file are relative to it; typed paths are relative to the working directory.
    const values = valuesOf({ ...fromFile, ...typed }, (name, path) => (0,external_node_path_.resolve)(name in typed ? cwd : root, path));
    for (const name of table/* PATH_SETTINGS */.ip) {
        const paths = [values[camelCase(name)] ?? []].flat();
        if (!(name in typed))
            await refuseOutside(name, paths, found.place, root);
    }
    const bootstrap = await readBootstrap(values.bootstrap, cwd, base);
    const notes = [...found.notes, ...bootstrap.notes];
    return { ...values, bootstrap: bootstrap.files, root, file, place: found.place, notes };
}
/** The settings file, which a change may edit, must not name what lies beside the repository. */
async function refuseOutside(name, paths, place, root) {
    for (const path of paths) {
        if (!(await (0,read_file/* isOfRepository */.iI)(path, root)))
            throw new usage_error/* UsageError */.e(`${place([name])}: ${name}: ${path} lies outside of the repository. Put it there, or name it as an input.`);
    }
}
/** Where the settings file is; a folder such as .github only keeps it for the one above. */
function rootOf(file, cwd) {
    let root = (0,external_node_path_.dirname)(file);
    while (root !== cwd && (0,external_node_path_.basename)(root).startsWith('.'))
        root = (0,external_node_path_.dirname)(root);
    return root;
}


/***/ }),

/***/ 4089:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OI: () => (/* binding */ SETTING_NAMES),
/* harmony export */   Zu: () => (/* binding */ textSchema),
/* harmony export */   dP: () => (/* binding */ settingsSchema)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5826);
/** The schemas of the settings: they validate, and the JSON Schema for editors and the documentation come from them. */


function entries(names) {
    const described = names.map((name) => {
        const { schema, description } = (0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .entryOf */ .Ms)(name);
        return [name, valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(schema, valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_(description)))];
    });
    return Object.fromEntries(described);
}
/** A settings file. */
const settingsSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej(entries(_table_js__WEBPACK_IMPORTED_MODULE_0__/* .FILE_SETTINGS */ .VQ));
/** What is given as text, once it is read (`text.ts`). */
const textSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc(entries(_table_js__WEBPACK_IMPORTED_MODULE_0__/* .TEXT_SETTINGS */ .yB));
/** The names of all settings that a file may hold. */
const SETTING_NAMES = _table_js__WEBPACK_IMPORTED_MODULE_0__/* .FILE_SETTINGS */ .VQ;


/***/ })

};
