export const id = 406;
export const ids = [406];
export const modules = {

/***/ 82835:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nK: () => (/* binding */ comments),
  Ht: () => (/* binding */ giveUp),
  g2: () => (/* binding */ tellPullRequest)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/github/attempt.js
var attempt = __webpack_require__(25507);
// EXTERNAL MODULE: ./build/github/comment.js
var comment = __webpack_require__(30079);
// EXTERNAL MODULE: ./build/github/errors.js
var errors = __webpack_require__(47307);
// EXTERNAL MODULE: ./build/github/event.js
var github_event = __webpack_require__(6830);
// EXTERNAL MODULE: ./build/github/links.js
var links = __webpack_require__(19543);
// EXTERNAL MODULE: ./build/github/outputs.js
var outputs = __webpack_require__(31224);
// EXTERNAL MODULE: ./build/system/git.js
var git = __webpack_require__(78020);
;// CONCATENATED MODULE: ./build/github/pull-of-ref.js
/** The pull request of a run whose event can't be read: the ref names it, and git says which commit was checked out. */

/** Null where the ref is none of a pull request, or where its head is not what this run is about. */
async function pullRequestOfRef(github, env) {
    const { GITHUB_REF = '', GITHUB_REPOSITORY = '', GITHUB_SHA = '', GITHUB_WORKSPACE } = env;
    const number = Number(/^refs\/pull\/(\d+)\/(?:merge|head)$/.exec(GITHUB_REF)?.[1] ?? Number.NaN);
    const [owner = '', repo = ''] = GITHUB_REPOSITORY.split('/');
    if (!Number.isSafeInteger(number) || !/^[0-9a-f]{40,64}$/.test(GITHUB_SHA))
        return null;
    const { data: pull } = await github.rest.pulls.get({ owner, repo, pull_number: number });
    // The runner's commit is the merge of the head into the base, or the head itself.
    const parents = await (0,git/* tryGit */.Ii)(['rev-list', '--parents', '-n', '1', GITHUB_SHA], GITHUB_WORKSPACE || process.cwd());
    const mine = [GITHUB_SHA, ...(parents ?? '').trim().split(/\s+/)];
    if (!mine.includes(pull.head.sha) && pull.merge_commit_sha !== GITHUB_SHA)
        return null;
    return {
        ...{ kind: 'pull_request', owner, repo, number, base: pull.base.sha, head: pull.head.sha },
        isFork: pull.head.repo?.full_name !== pull.base.repo.full_name,
        fileCount: null,
    };
}

// EXTERNAL MODULE: ./build/github/summary.js
var summary = __webpack_require__(13794);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
;// CONCATENATED MODULE: ./build/report/could-not-check.js
/** The text of the pull request and the step summary where the check could not be done. Pure. */

/** A reason longer than that is cut; so is a list of more reasons. */
const MAX_REASON = 600;
const MAX_REASONS = 8;
/** Markdown, without a marker. It is never green: an earlier text says nothing about this commit. */
function renderCouldNotCheck({ reason, sha, runUrl, tool }) {
    const [first = '', ...more] = reason.split('\n').filter((line) => line.trim() !== '');
    const what = sha === null ? 'the change' : (0,report_escape/* code */.aY)(sha.slice(0, 7));
    const said = [first, ...more].slice(0, MAX_REASONS).map((line) => (0,report_escape/* prose */.CS)(line, MAX_REASON));
    const rest = more.length + 1 - said.length;
    const why = said.length === 1
        ? `Could not check ${what}: ${said[0]}`
        : [
            `Could not check ${what}:`,
            '',
            ...said.map((line) => `- ${line}`),
            ...(rest > 0 ? [`- …and ${rest} more.`] : []),
        ].join('\n');
    const small = [
        ...(runUrl ? [(0,report_escape/* link */.nf)('Log of the run', runUrl)] : []),
        `${(0,report_escape/* prose */.CS)(tool.name, 60)} ${(0,report_escape/* prose */.CS)(tool.version, 40)}`,
    ];
    return [
        '### ⚠️ Migration safety: could not check',
        why,
        'Whether this change is safe is not known. A result of an earlier run says nothing about it.',
        `<sub>${small.join(' · ')}</sub>`,
    ]
        .join('\n\n')
        .concat('\n');
}

// EXTERNAL MODULE: ./build/system/faults.js
var faults = __webpack_require__(30943);
// EXTERNAL MODULE: ./build/system/version.js + 1 modules
var version = __webpack_require__(15358);
// EXTERNAL MODULE: ./build/action/last-words.js
var last_words = __webpack_require__(9167);
;// CONCATENATED MODULE: ./build/action/give-up.js
/** A run that could not do its work says so wherever its verdict would be: an older one must not be taken for it. */













const NOTHING_IS_KNOWN = 'The check was not done.';
/** One error in the log, the outputs, the summary and the comment. Never throws; the caller sets the exit code. */
async function giveUp(error, circumstances) {
    const { env, inputs, telling, secrets } = circumstances;
    const { message, stack } = (0,faults/* explain */.WE)(error);
    const reason = (0,faults/* withoutSecrets */.cT)(message, secrets);
    (0,core/* error */.z3)(reason);
    if ((0,faults/* wantsStack */.C8)(env) && stack !== null)
        process.stdout.write((0,last_words/* debugLines */.xB)((0,faults/* withoutSecrets */.cT)(stack, secrets)));
    // A verdict that is published already is kept; the error in the log is about what came after it.
    if (!telling.begin())
        return;
    await (0,attempt/* attempt */.C)('The outputs', () => (0,outputs/* writeFailedOutputs */.n)(inputs.mode), NOTHING_IS_KNOWN);
    const pull = await pullRequestOf(circumstances);
    await (0,attempt/* attempt */.C)('The step summary', () => (0,summary/* writeSummary */.S)(inWords(reason, pull, circumstances)), NOTHING_IS_KNOWN);
    if (pull !== null && comments(inputs.mode)) {
        await tellPullRequest(reason, pull, circumstances, inputs.isCommentClear);
    }
}
/** Where several jobs check, it is the last one that comments; and a link that fails takes no verdict with it. */
function comments(mode) {
    return mode !== 'plan' && mode !== 'link';
}
/** Brings our comment up to date; makes one only where `createIfMissing`. What is refused becomes a warning. */
async function tellPullRequest(reason, pull, circumstances, createIfMissing) {
    const { github, inputs } = circumstances;
    if (github === null || inputs.commentKey === null || inputs.comment === 'never')
        return;
    const request = {
        pull,
        key: inputs.commentKey,
        body: inWords(reason, pull, circumstances),
        createIfMissing,
    };
    try {
        const outcome = await (0,comment/* writeComment */.HF)(github, request);
        (0,core/* info */.pq)(`Comment on the pull request: ${outcome === 'stale' ? 'left to the run for a newer commit' : outcome}.`);
    }
    catch (error) {
        const left = 'One that is there already is about an earlier run.';
        (0,core/* warning */.$e)((0,errors/* explainRefusal */.GC)('The comment on the pull request', error, pull.isFork, left));
    }
}
function inWords(reason, pull, { env }) {
    return renderCouldNotCheck({
        reason,
        sha: pull?.head ?? (env.GITHUB_SHA || null),
        runUrl: (0,links/* runUrlOf */.Qm)(env),
        tool: version/* TOOL */.js,
    });
}
/** Null where the event is about no pull request. Where its payload can't be read, the ref still names it. */
async function pullRequestOf({ env, event, github }) {
    if (event.name !== 'pull_request')
        return null;
    try {
        const change = (0,github_event/* readEvent */.j)(event);
        return change.kind === 'pull_request' ? change : null;
    }
    catch {
        return github === null ? null : pullRequestOfRef(github, env).catch(() => null);
    }
}


/***/ }),

/***/ 17406:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  newJob: () => (/* binding */ newJob)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/system/usage-error.js
var usage_error = __webpack_require__(75968);
;// CONCATENATED MODULE: ./build/github/addresses.js
/** The addresses in the environment that lead to GitHub, checked before anything that would fail on them is loaded. */

const IS_HTTP = /^https?:\/\//;
/** GITHUB_API_URL; an empty one counts as none. Throws `UsageError` for what nothing can be sent to. */
function apiAddress({ GITHUB_API_URL: address }) {
    if (!address)
        return new URL('https://api.github.com');
    if (IS_HTTP.test(address) && URL.canParse(address))
        return new URL(address);
    throw new usage_error/* UsageError */.e('GITHUB_API_URL is not an address that begins with https://');
}
/** Throws `UsageError` where requests to `address` would go through a proxy that can't be one. */
function checkProxy(address, env) {
    const names = address.protocol === 'https:' ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy', 'HTTP_PROXY'];
    const name = names.find((it) => env[it]);
    if (name === undefined || isPassedBy(address, env) || isUsable(env[name] ?? ''))
        return;
    throw new usage_error/* UsageError */.e(`${name} is not the address of a proxy, such as http://proxy.example:8080`);
}
/** As `@actions/http-client` does it. */
function isPassedBy({ hostname, port, protocol }, env) {
    if (/^(?:localhost$|127\.|\[::1\])/.test(hostname))
        return true;
    const hosts = [hostname, `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`];
    const entries = (env.no_proxy || env.NO_PROXY || '').toLowerCase().split(',');
    return entries
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '')
        .some((entry) => {
        const ending = entry.startsWith('.') ? entry : `.${entry}`;
        return entry === '*' || hosts.some((host) => host === entry || host.endsWith(ending));
    });
}
/** `@actions/http-client` goes without a proxy whose address begins well or names no host, and throws for any other. */
function isUsable(proxy) {
    if (IS_HTTP.test(proxy))
        return true;
    try {
        const { hostname, protocol, username, password } = new URL(URL.canParse(proxy) ? proxy : `http://${proxy}`);
        decodeURIComponent(username + password);
        return hostname === '' || IS_HTTP.test(`${protocol}//`);
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/system/faults.js
var faults = __webpack_require__(30943);
;// CONCATENATED MODULE: ./build/github/event-file.js
/** The event as the runner hands it over: some variables, and a file that may be missing or broken. */



const REMEDY = 'The runner writes that file: run the job again, and see that no earlier step changes it.';
/** The payload is read when it is asked for: some events need none. Reading it throws `UsageError`. */
function triggeringEvent(env) {
    const path = env.GITHUB_EVENT_PATH;
    return {
        name: env.GITHUB_EVENT_NAME ?? '',
        repository: env.GITHUB_REPOSITORY ?? '',
        sha: env.GITHUB_SHA ?? '',
        ...(path && { path }),
        get payload() {
            return readPayload(path);
        },
    };
}
function readPayload(path) {
    if (!path)
        throw new usage_error/* UsageError */.e(`GITHUB_EVENT_PATH names no event file. ${REMEDY}`);
    const problem = (what) => new usage_error/* UsageError */.e(`The event file ${path} (GITHUB_EVENT_PATH) ${what}. ${REMEDY}`);
    let text;
    try {
        // What is no file may never end.
        if (!(0,external_node_fs_.statSync)(path).isFile())
            throw problem('is no file');
        text = (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (error) {
        throw error instanceof usage_error/* UsageError */.e ? error : problem(`can’t be read: ${(0,faults/* whyNot */.OB)(error)}`);
    }
    if (text.trim() === '')
        throw problem('is empty');
    try {
        return JSON.parse(text);
    }
    catch {
        throw problem('is not JSON');
    }
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/settings/table.js + 6 modules
var table = __webpack_require__(91756);
;// CONCATENATED MODULE: ./build/github/inputs.js
/** The Action's inputs, as action.yml names them. */




/** Inputs that are settings too: the settings file can hold them, and an input wins over it. */
const SETTING_INPUTS = table/* TEXT_SETTINGS */.yB;
const MODES = ['check', 'report', 'plan', 'link'];
/** When to comment; what is there already is kept up to date unless it is `never`. */
const COMMENT_WHEN = ['on-findings', 'always', 'never'];
/** Reads the environment that the runner made of `with:`. Throws `UsageError`. */
function readInputs(workspace) {
    const commentKey = (0,core/* getInput */.V4)('comment-key') || DEFAULT_KEY;
    if (!isKey(commentKey)) {
        throw new usage_error/* UsageError */.e(`comment-key: "${commentKey}" is not a name. Use letters, digits, ".", "_" and "-", 60 at most.`);
    }
    return {
        mode: readOneOf('mode', MODES),
        settings: Object.fromEntries(SETTING_INPUTS.map((name) => [name, (0,core/* getInput */.V4)(name) || undefined])),
        token: (0,core/* getInput */.V4)('github-token'),
        comment: readOneOf('comment', COMMENT_WHEN),
        commentKey,
        suggestions: readBoolean('suggestions', false),
        reports: (0,external_node_path_.resolve)(workspace, (0,core/* getInput */.V4)('reports') || 'reports'),
        databases: readNames('databases'),
        reportUrl: (0,core/* getInput */.V4)('report-url'),
        workingDirectory: (0,external_node_path_.resolve)(workspace, (0,core/* getInput */.V4)('working-directory') || '.'),
    };
}
const DEFAULT_KEY = 'default';
function isKey(text) {
    return /^[\w.-]{1,60}$/.test(text);
}
function readTellingInputs() {
    const commentKey = (0,core/* getInput */.V4)('comment-key') || DEFAULT_KEY;
    const comment = (0,core/* getInput */.V4)('comment').toLowerCase() || COMMENT_WHEN[0];
    const known = COMMENT_WHEN.find((word) => word === comment);
    return {
        mode: (0,core/* getInput */.V4)('mode').toLowerCase() || MODES[0],
        token: (0,core/* getInput */.V4)('github-token'),
        commentKey: isKey(commentKey) ? commentKey : null,
        comment: known ?? COMMENT_WHEN[0],
        isCommentClear: known !== undefined,
        databaseUrl: (0,core/* getInput */.V4)('database-url'),
    };
}
/** The first of the words where none is given. */
function readOneOf(name, words) {
    const text = (0,core/* getInput */.V4)(name).toLowerCase();
    if (text === '')
        return words[0];
    if (!words.includes(text))
        throw new usage_error/* UsageError */.e(`${name}: "${text}" is none of ${words.join(', ')}.`);
    return text;
}
/** A JSON list of names, as `mode: plan` puts it out. */
function readNames(name) {
    const text = (0,core/* getInput */.V4)(name);
    if (text === '')
        return null;
    const refusal = new usage_error/* UsageError */.e(`${name}: expected a JSON list of names, such as the output of "mode: plan".`);
    try {
        const names = JSON.parse(text);
        if (Array.isArray(names) && names.every((it) => typeof it === 'string'))
            return names;
    }
    catch {
        throw refusal;
    }
    throw refusal;
}
function readBoolean(name, otherwise) {
    const text = (0,core/* getInput */.V4)(name).toLowerCase();
    if (text === '')
        return otherwise;
    if (text !== 'true' && text !== 'false')
        throw new usage_error/* UsageError */.e(`${name}: "${text}" is neither true nor false.`);
    return text === 'true';
}
/**
 * The password in a connection URL, as it is written and as it is meant; none where it is no secret: masking
 * "postgres" would punch holes into every line of the log.
 */
function passwordsOf(databaseUrl) {
    if (!databaseUrl || !URL.canParse(databaseUrl))
        return [];
    const { username, password, searchParams } = new URL(databaseUrl);
    const written = password || (searchParams.get('password') ?? '');
    if (written === '' || written === username || written === 'postgres')
        return [];
    return [...new Set([written, decode(written)])];
}
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/github/attempt.js
var attempt = __webpack_require__(25507);
// EXTERNAL MODULE: ./build/github/event.js
var github_event = __webpack_require__(6830);
// EXTERNAL MODULE: ./build/github/outputs.js
var outputs = __webpack_require__(31224);
// EXTERNAL MODULE: ./build/action/give-up.js + 2 modules
var give_up = __webpack_require__(82835);
;// CONCATENATED MODULE: ./build/action/cancelled.js
/** A run that is cancelled: GitHub gives it a few seconds, in which an older comment can still be set right. */





/** The runner sends SIGINT, 7.5 s later SIGTERM, and 2.5 s later ends what is left. */
const PATIENCE_MS = 5000;
/** How long a server's own clean-up may take: it sends the signal again when it is done. */
const CLEAN_UP_MS = 4000;
const SIGNALS = ['SIGINT', 'SIGTERM'];
const REASON = 'the run was cancelled, or had no time left, before there was a result. Run it again; where it takes too long, raise the job’s timeout-minutes.';
/** From now on a signal is reported before it ends the process. Returns what takes that back: the run is done. */
function onCancel(circumstances) {
    let isDone = () => { };
    const done = new Promise((resolve) => {
        isDone = resolve;
    });
    const end = async (signal) => {
        // Any other listener cleans up, and sends the signal again.
        const others = process.listenerCount(signal) - 1;
        forget();
        const cleanedUp = others > 0 ? Promise.race([nextSignal(signal), (0,promises_.setTimeout)(CLEAN_UP_MS)]) : null;
        // Before anything of ours waits: without its server, what the work reports from now on is wrong.
        const told = circumstances.telling.begin() ? tell(circumstances).catch(() => { }) : done;
        await Promise.race([told, (0,promises_.setTimeout)(PATIENCE_MS)]);
        await cleanedUp;
        process.kill(process.pid, signal);
    };
    const forget = () => {
        for (const signal of SIGNALS)
            process.off(signal, end);
    };
    for (const signal of SIGNALS)
        process.on(signal, end);
    return () => {
        forget();
        isDone();
    };
}
function nextSignal(signal) {
    return new Promise((resolve) => process.once(signal, () => resolve()));
}
/** Only what is there already is brought up to date: a cancelled run needs no comment of its own. */
async function tell(circumstances) {
    const { event, inputs } = circumstances;
    await (0,attempt/* attempt */.C)('The outputs', () => (0,outputs/* writeFailedOutputs */.n)(inputs.mode), 'The run was cancelled.');
    if (event.name !== 'pull_request' || !(0,give_up/* comments */.nK)(inputs.mode))
        return;
    const change = (0,github_event/* readEvent */.j)(event);
    if (change.kind === 'pull_request')
        await (0,give_up/* tellPullRequest */.g2)(REASON, change, circumstances, false);
}

;// CONCATENATED MODULE: ./build/action/telling.js
/** A run publishes one result only: its verdict, or that there is none. The first one counts. */
function newTelling() {
    let hasBegun = false;
    return {
        get hasBegun() {
            return hasBegun;
        },
        begin() {
            if (hasBegun)
                return false;
            hasBegun = true;
            return true;
        },
    };
}

;// CONCATENATED MODULE: ./build/action/main.js
/** One run of the Action: its context, its work, and what is reported where that can't be done. */









/** Never fails for what the runner, the workflow or the network have wrong: what is missing shows when it is needed. */
async function newJob(env) {
    const inputs = readTellingInputs();
    const secrets = passwordsOf(inputs.databaseUrl);
    for (const secret of secrets)
        (0,core/* setSecret */.Pq)(secret);
    const event = triggeringEvent(env);
    const github = await reach(inputs, event, env);
    const telling = newTelling();
    const circumstances = { env, event, github, inputs, telling, secrets: [...secrets, inputs.token] };
    const workspace = env.GITHUB_WORKSPACE || process.cwd();
    const isDone = onCancel({ ...circumstances, event });
    return {
        async run() {
            try {
                const read = readInputs(workspace);
                return await work(event, { inputs: read, env, github, telling });
            }
            catch (error) {
                await (0,give_up/* giveUp */.Ht)(error, circumstances);
                return 1;
            }
            finally {
                isDone();
            }
        },
        giveUp: (error) => (0,give_up/* giveUp */.Ht)(error, circumstances),
    };
}
async function work(event, actionContext) {
    switch (actionContext.inputs.mode) {
        case 'check':
            return (await Promise.all(/* import() */[__webpack_require__.e(520), __webpack_require__.e(661), __webpack_require__.e(294), __webpack_require__.e(809), __webpack_require__.e(131)]).then(__webpack_require__.bind(__webpack_require__, 11131))).checkMode(event, actionContext);
        case 'report':
            return (await Promise.all(/* import() */[__webpack_require__.e(520), __webpack_require__.e(294), __webpack_require__.e(449)]).then(__webpack_require__.bind(__webpack_require__, 69449))).reportMode(event, actionContext);
        case 'plan':
            return (await Promise.all(/* import() */[__webpack_require__.e(661), __webpack_require__.e(809), __webpack_require__.e(310)]).then(__webpack_require__.bind(__webpack_require__, 97310))).planMode(event, actionContext);
        case 'link':
            return (await __webpack_require__.e(/* import() */ 951).then(__webpack_require__.bind(__webpack_require__, 30951))).linkMode(event, actionContext);
    }
}
/** Null where there is no token, or no way to GitHub: git can take its place, and a warning says what is wrong. */
async function reach({ token }, event, env) {
    if (token === '')
        return null;
    try {
        checkProxy(apiAddress(env), env);
        if (!/^[\w.-]+\/[\w.-]+$/.test(env.GITHUB_REPOSITORY ?? '')) {
            throw new usage_error/* UsageError */.e('GITHUB_REPOSITORY is not the name of a repository, such as acme/shop');
        }
        hideBrokenPayload(event);
        // Not before: while @actions/github is loaded it reads the event and the addresses, and throws for what is wrong there.
        return (await Promise.all(/* import() */[__webpack_require__.e(351), __webpack_require__.e(512)]).then(__webpack_require__.bind(__webpack_require__, 9512))).connect(token);
    }
    catch (error) {
        const reason = (0,faults/* withoutSecrets */.cT)(error.message, [token]).replace(/[\s.]+$/, '');
        const what = error instanceof usage_error/* UsageError */.e
            ? reason
            : `there is no way to GitHub (${reason}): look at GITHUB_API_URL and the proxy's variables`;
        (0,core/* warning */.$e)(`GitHub is not asked, and the pull request gets no comment: ${what}. git lists the changed files instead.`);
        return null;
    }
}
/** From @actions/github, which needs none: the code that needs the payload reports what is wrong with it. */
function hideBrokenPayload(event) {
    try {
        void event.payload;
    }
    catch {
        delete process.env.GITHUB_EVENT_PATH;
    }
}


/***/ }),

/***/ 25507:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ attempt)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _system_faults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30943);
/** What the runner refuses costs a warning, and nothing else. */


/** Writes, or warns that it could not; `left` says what that means for the run. */
async function attempt(what, write, left = 'The verdict does not change.') {
    try {
        await write();
    }
    catch (error) {
        const path = error.path;
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)(`${what} could not be written: ${path ? `${path}: ` : ''}${(0,_system_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .whyNot */ .OB)(error)}. ${left}`);
    }
}


/***/ }),

/***/ 30079:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HF: () => (/* binding */ writeComment),
/* harmony export */   QA: () => (/* binding */ editComment),
/* harmony export */   Ql: () => (/* binding */ commentMarker)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47307);
/* harmony import */ var _is_head_current_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71011);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57671);



/** The comment's hidden first line. */
function commentMarker(key) {
    return `<!-- migration-safety:${key} -->`;
}
/** Creates or updates the comment; writes nothing where it says the same already, or where a newer commit was pushed. */
async function writeComment(github, request) {
    const marker = commentMarker(request.key);
    const body = request.body.startsWith(marker) ? request.body : `${marker}\n${request.body}`;
    const [existing, ...extra] = await findComments(github, request.pull, marker);
    if (!existing && !request.createIfMissing)
        return 'not needed';
    // Editing notifies everyone who watches, even where the text is the same.
    const isNew = !existing || !sameText(existing.body ?? '', body);
    if (!isNew && extra.length === 0)
        return 'unchanged';
    if (!(await (0,_is_head_current_js__WEBPACK_IMPORTED_MODULE_0__/* .isHeadCurrent */ .c)(github, request.pull)))
        return 'stale';
    if (existing) {
        if (isNew)
            await update(github, request.pull, existing, body);
        await remove(github, request.pull, extra);
        return isNew ? 'updated' : 'unchanged';
    }
    await create(github, request.pull, marker, body);
    await settle(github, request.pull, marker, body);
    return 'created';
}
/** Changes the words of the comment that is there, where they change; makes none. */
async function editComment(github, pull, key, edited) {
    const [existing] = await findComments(github, pull, commentMarker(key));
    if (!existing?.body)
        return 'not needed';
    const body = edited(existing.body);
    if (body === existing.body)
        return 'unchanged';
    if (!(await (0,_is_head_current_js__WEBPACK_IMPORTED_MODULE_0__/* .isHeadCurrent */ .c)(github, pull)))
        return 'stale';
    await update(github, pull, existing, body);
    return 'updated';
}
async function create(github, pull, marker, body) {
    const { owner, repo, number } = pull;
    const wanted = { owner, repo, issue_number: number, body, request: { retries: 0 } };
    try {
        await github.rest.issues.createComment(wanted);
    }
    catch (error) {
        // After a server error it is unknown whether it was written: look again before a second one appears.
        if (((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .statusOf */ .c2)(error) ?? 0) < 500)
            throw error;
        const [written] = await findComments(github, pull, marker);
        if (!written)
            await github.rest.issues.createComment(wanted);
    }
}
/** Another run may have created one at the same moment: the oldest stays, whichever run gets here. */
async function settle(github, pull, marker, body) {
    try {
        const [oldest, ...extra] = await findComments(github, pull, marker);
        if (!oldest || extra.length === 0)
            return;
        if (!sameText(oldest.body ?? '', body))
            await update(github, pull, oldest, body);
        await remove(github, pull, extra);
    }
    catch {
        // The report is there; the next run tidies up.
    }
}
async function update(github, { owner, repo }, { id }, body) {
    await github.rest.issues.updateComment({ owner, repo, comment_id: id, body });
}
/** What can't be deleted, or is gone already, is no error. */
async function remove(github, { owner, repo }, comments) {
    for (const { id } of comments) {
        await github.rest.issues.deleteComment({ owner, repo, comment_id: id }).catch(() => { });
    }
}
/** Our comments that start with the marker, the oldest first. */
async function findComments(github, pull, marker) {
    const { owner, repo, number } = pull;
    const listed = await github.paginate(github.rest.issues.listComments, {
        owner,
        repo,
        issue_number: number,
        per_page: 100,
    });
    const marked = listed.filter(({ body }) => (body ?? '').startsWith(marker));
    return (await (0,_ownership_js__WEBPACK_IMPORTED_MODULE_2__/* .ours */ .O)(github, marked)).sort((a, b) => a.id - b.id);
}
/** What differs from run to run and is no news: durations, sizes, tries, the run itself. */
const PASSING = /\d[\d.,]*\s?(?:µs|ms|s|min|B|kB|MB|GB|tries|try)\b|\/actions\/runs\/\d+(?:\/artifacts\/\d+)?/g;
function sameText(a, b) {
    const lasting = (text) => text.replaceAll('\r\n', '\n').replaceAll(PASSING, '…').trim();
    return lasting(a) === lasting(b);
}


/***/ }),

/***/ 39491:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ shownLines),
/* harmony export */   i: () => (/* binding */ parsePatch)
/* harmony export */ });
/** What a pull request's diff shows: reviews and links can only point into it. Pure. */
/** The hunks of a patch as GitHub lists it. */
function parsePatch(patch) {
    const hunks = [];
    for (const line of patch.split('\n')) {
        const header = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line);
        if (header)
            hunks.push({ start: Number(header[1]), lines: [] });
        // A line that was removed is none of the new file's, nor is "\ No newline at end of file".
        else if (line.startsWith('+') || line.startsWith(' '))
            hunks.at(-1)?.lines.push(line.slice(1));
    }
    return hunks.filter(({ lines }) => lines.length > 0);
}
/** The text of lines `from` to `to` where one hunk shows all of them; else null. */
function shownLines(diff, path, from, to = from) {
    const hunk = diff.get(path)?.find(({ start, lines }) => from >= start && to < start + lines.length);
    return hunk ? hunk.lines.slice(from - hunk.start, to - hunk.start + 1) : null;
}


/***/ }),

/***/ 47307:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GC: () => (/* binding */ explainRefusal),
/* harmony export */   US: () => (/* binding */ isForbidden),
/* harmony export */   c2: () => (/* binding */ statusOf)
/* harmony export */ });
/** What GitHub's refusals mean, as messages that say what to do. */
function statusOf(error) {
    return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : null;
}
/** Whether the token may not do this: asking again would say the same again. */
function isForbidden(error) {
    return statusOf(error) === 403 && !/rate limit|locked/i.test(error.message);
}
/** What is left where a report could not be written. */
const REPORT_IS_THERE = 'The report is in the step summary; the verdict does not change.';
/** Why `what` could not be written, as one line; `left` says what there is instead. */
function explainRefusal(what, error, isFork, left = REPORT_IS_THERE) {
    const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ').trim().slice(0, 500) : String(error);
    return `${what} could not be written: ${mend(error, reason, isFork)} ${left}`;
}
function mend(error, reason, isFork) {
    const status = statusOf(error);
    if (/locked/i.test(reason) && status === 403)
        return `the conversation is locked (${reason}).`;
    if (status === 401)
        return `GitHub does not accept the token (${reason}). The input "github-token" needs a valid one.`;
    // GitHub also says "not found" of what a token may not see.
    if (!isForbidden(error) && status !== 404)
        return `${reason}${reason.endsWith('.') ? '' : '.'}`;
    const grant = `this token may not (${reason}). The workflow has to grant "permissions: pull-requests: write".`;
    if (!isFork)
        return grant;
    return `${grant} A pull request from a fork always gets a read-only token, so there is nothing to mend here: docs/github.md shows the second workflow that posts the comment for forks.`;
}


/***/ }),

/***/ 6830:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ readEvent),
/* harmony export */   q: () => (/* binding */ parse)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77934);
/* harmony import */ var _system_usage_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75968);
/** The event that started the workflow, as the change that it asks us to check. Pure: the payload comes in. */


const Side = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), repo: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ full_name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })) });
const PullRequestPayload = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    pull_request: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ number: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), head: Side, base: Side, changed_files: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()) }),
});
const MergeGroupPayload = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ merge_group: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ base_sha: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), head_sha: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }) });
const PushPayload = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ before: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), forced: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), false) });
/** Throws `UsageError` for an event that holds nothing to check. */
function readEvent(event) {
    const [owner = '', repo = ''] = event.repository.split('/');
    switch (event.name) {
        case 'pull_request':
            return { owner, repo, ...pullRequest(parse(PullRequestPayload, event)) };
        case 'merge_group': {
            const { base_sha, head_sha } = parse(MergeGroupPayload, event).merge_group;
            return { owner, repo, kind: 'merge_group', base: base_sha, head: head_sha };
        }
        case 'push': {
            const { before, forced } = parse(PushPayload, event);
            // A new branch has no commit before, and a forced push has one that the clone doesn't hold.
            const base = forced || /^0+$/.test(before) ? null : before;
            return { owner, repo, kind: 'push', base, head: event.sha };
        }
        case 'workflow_dispatch':
            return { owner, repo, kind: 'workflow_dispatch', base: null, head: event.sha };
        case 'pull_request_target':
            throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e('migration-safety does not run on "pull_request_target": it would run the SQL of strangers beside a token that can write. Use "on: pull_request".');
        default:
            throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(`migration-safety does not know what changed in the event "${event.name}". Run it on pull_request, merge_group, push or workflow_dispatch.`);
    }
}
function pullRequest({ pull_request: pull, }) {
    const head = pull.head.repo?.full_name; // null: the fork is gone
    return {
        kind: 'pull_request',
        number: pull.number,
        base: pull.base.sha,
        head: pull.head.sha,
        isFork: head === undefined || head !== pull.base.repo?.full_name,
        fileCount: pull.changed_files ?? null,
    };
}
/** The part of the payload that matters. Throws `UsageError` where it is not what GitHub sends. */
function parse(schema, event) {
    const result = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(schema, event.payload);
    if (result.success)
        return result.output;
    const [issue] = result.issues;
    const where = valibot__WEBPACK_IMPORTED_MODULE_0__/* .getDotPath */ .BuJ(issue) ?? 'the top';
    const file = event.path ? ` (GITHUB_EVENT_PATH: ${event.path})` : '';
    throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(`The payload of the event "${event.name}"${file} is not what GitHub sends: at ${where}: ${issue.message}. The runner writes that file: run the job again, and see that no earlier step changes it.`);
}


/***/ }),

/***/ 71011:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ isHeadCurrent)
/* harmony export */ });
/** Whether the pull request's head is still the commit that was checked. */
async function isHeadCurrent(github, { owner, repo, number, head }) {
    const { data } = await github.rest.pulls.get({ owner, repo, pull_number: number });
    return data.head.sha === head;
}


/***/ }),

/***/ 19543:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dn: () => (/* binding */ linkedTo),
/* harmony export */   Gh: () => (/* binding */ serverUrlOf),
/* harmony export */   Qm: () => (/* binding */ runUrlOf),
/* harmony export */   hP: () => (/* binding */ linksOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _diff_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39491);
/** Addresses that reports link to. Pure: the runner's environment comes in. */


function linksOf(change, env, diff = new Map()) {
    const server = serverOf(env);
    // An address that leads nowhere is worse than none.
    if (server === null)
        return { lineUrl: () => null, commitUrl: () => null, ruleUrl: () => null };
    const repository = `${server}/${change.owner}/${change.repo}`;
    const { GITHUB_ACTION_REPOSITORY: action, GITHUB_ACTION_REF: ref, GITHUB_RUN_ID: run } = env;
    return {
        lineUrl(path, line) {
            const parts = path.split('/');
            // Browsers walk upwards in addresses, too.
            if (parts.some((part) => part === '' || part === '.' || part === '..'))
                return null;
            if (change.kind === 'pull_request' && (0,_diff_js__WEBPACK_IMPORTED_MODULE_1__/* .shownLines */ .T)(diff, path, line)) {
                const file = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(path).digest('hex');
                return `${repository}/pull/${change.number}/files#diff-${file}R${line}`;
            }
            return `${repository}/blob/${change.head}/${parts.map(encode).join('/')}#L${line}`;
        },
        commitUrl: (sha) => (/^[0-9a-f]{40,64}$/.test(sha) ? `${repository}/commit/${sha}` : null),
        ...(run ? { runUrl: `${repository}/actions/runs/${run}` } : {}),
        ...(action ? { actionUrl: `${server}/${action}` } : {}),
        ruleUrl: (rule) => (action && ref && /^[a-z0-9-]+$/.test(rule) ? pageOf(`${server}/${action}`, ref, rule) : null),
    };
}
/** The page of this run; undefined where the environment doesn't say which it is. */
function runUrlOf(env) {
    const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
    const server = serverOf(env);
    return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : undefined;
}
/** The server that the runner belongs to. */
function serverUrlOf(env) {
    return serverOf(env) ?? 'https://github.com';
}
/** The Markdown with its links to a run, or to what an earlier run had uploaded, leading to this address. `runs`: where runs are. */
function linkedTo(markdown, runs, address) {
    const parts = markdown.split(`](${runs}/`);
    return parts
        .map((part, at) => (at === 0 ? part : part.replace(/^\d+(?:\/artifacts\/\d+)?\)/, `](${address})`)))
        .map((part, at) => (at === 0 || part.startsWith(`](${address})`) ? part : `](${runs}/${part}`))
        .join('');
}
function serverOf({ GITHUB_SERVER_URL: server }) {
    if (!server)
        return 'https://github.com';
    return URL.canParse(server) && /^https?:\/\//.test(server) ? server.replace(/\/+$/, '') : null;
}
function pageOf(repository, ref, rule) {
    return `${repository}/blob/${ref}/docs/rules/${rule}.md`;
}
/** Half a character has no address of its own. */
function encode(part) {
    return encodeURIComponent(part.replace(/\p{Cs}/gu, '\uFFFD'));
}


/***/ }),

/***/ 31224:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ writeOutputs),
/* harmony export */   n: () => (/* binding */ writeFailedOutputs)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33838);
/** The Action's outputs: small values, and the paths of the report files. */



/** Sets the outputs, and writes the report files into `folder`, if there is one. A report itself is too long to be an output. */
async function writeOutputs(report, files, folder) {
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setOutput */ .uH)('verdict', report.verdict);
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setOutput */ .uH)('errors', report.counts.error);
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setOutput */ .uH)('warnings', report.counts.warning);
    if (folder === null)
        return;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    const saved = await Promise.allSettled([
        save('report-json', (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'report.json'), files.json),
        save('report-sarif', (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'report.sarif'), files.sarif),
        save('report-markdown', (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'report.md'), files.markdown),
        save('report-html', (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'report.html'), files.html),
    ]);
    // One that has no room takes none of the others with it.
    for (const result of saved)
        if (result.status === 'rejected')
            throw result.reason;
}
/** The outputs of a run that could not be done. What is empty is not known: a 0 would read as "nothing was found". */
function writeFailedOutputs(mode) {
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setOutput */ .uH)('verdict', 'error');
    for (const name of ['errors', 'warnings', 'report-json', 'report-sarif', 'report-markdown', 'report-html'])
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setOutput */ .uH)(name, '');
    if (mode === 'plan')
        for (const name of ['matrix', 'databases'])
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setOutput */ .uH)(name, '');
}
async function save(output, path, text) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, text);
    }
    catch (error) {
        // Half a report must not pass for a whole one.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true }).catch(() => { });
        throw error;
    }
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setOutput */ .uH)(output, path);
}


/***/ }),

/***/ 57671:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ ours)
/* harmony export */ });
/** Those that the job's token wrote; outside a job, those of the token's owner. */
async function ours(github, comments) {
    const byActions = comments.filter(({ user }) => user?.login === 'github-actions[bot]' && user.type === 'Bot');
    if (byActions.length > 0 || comments.length === 0)
        return byActions;
    const login = await ownLogin(github);
    return comments.filter(({ user }) => login !== null && user?.login === login);
}
/** Whose token this is; null where it may not ask. */
async function ownLogin(github) {
    try {
        const { viewer } = await github.graphql('query { viewer { login } }');
        return viewer.login;
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 13794:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ writeSummary)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/** The step summary: Markdown that GitHub shows on the run's page. */

/** Appends to the file that the runner made for this step. Throws where there is none, or where it can't be written. */
async function writeSummary(markdown) {
    const path = process.env.GITHUB_STEP_SUMMARY;
    if (!path)
        throw new Error('GITHUB_STEP_SUMMARY names no file: this runner shows no summaries');
    // A file that the runner didn't make is shown nowhere.
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.appendFile)(path, markdown.endsWith('\n') ? markdown : `${markdown}\n`);
}


/***/ }),

/***/ 93744:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ix: () => (/* binding */ LEGEND),
/* harmony export */   S4: () => (/* binding */ EVIDENCE),
/* harmony export */   d$: () => (/* binding */ FAIL_ON),
/* harmony export */   oC: () => (/* binding */ SEVERITIES),
/* harmony export */   yX: () => (/* binding */ SERVER_KINDS)
/* harmony export */ });
/** The words that the report and the settings share, each list once. */
const SEVERITIES = ['error', 'warning', 'info'];
/** What may fail a check: a finding of this severity or above, or nothing. */
const FAIL_ON = [...SEVERITIES, 'never'];
/** The servers that a rehearsal can run on. */
const SERVER_KINDS = ['service', 'local', 'embedded'];
/** What a finding's certainty rests on, as reports and documentation say it. */
const EVIDENCE = {
    confirmed: 'predicted from the SQL, and the server did it',
    observed: 'seen on the server only',
    static: 'read from the files, and no server showed it or ruled it out',
    refuted: 'predicted from the SQL, and the server showed otherwise',
};
/** For readers of a report, below its findings. */
const LEGEND = `Evidence: ${['confirmed', 'observed', 'static']
    .map((word) => `${word} = ${EVIDENCE[word]}`)
    .join('; ')}.`;


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
/* unused harmony export xml */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
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

/***/ 91756:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VQ: () => (/* binding */ FILE_SETTINGS),
  ip: () => (/* binding */ PATH_SETTINGS),
  yy: () => (/* binding */ SETTINGS),
  yB: () => (/* binding */ TEXT_SETTINGS),
  Oo: () => (/* binding */ TRUSTED_SETTINGS),
  Ms: () => (/* binding */ entryOf)
});

// UNUSED EXPORTS: GROUPS

// EXTERNAL MODULE: ./build/report-schema/words.js
var words = __webpack_require__(93744);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./build/sql/versions.js
var versions = __webpack_require__(68366);
;// CONCATENATED MODULE: ./build/model.js
const TRANSACTION_MODES = ['autocommit', 'per-script', 'per-run', 'single-query'];

;// CONCATENATED MODULE: ./build/settings/words.js
/** The words that settings choose from. Each list exists once: types and schemas come from it. */


const SERVERS = ['auto', ...words/* SERVER_KINDS */.yX, 'none'];
const TRANSACTIONS = ['auto', ...TRANSACTION_MODES];
/** What the settings may make of a rule, from nothing to the worst. */
const LEVELS = ['off', ...words/* SEVERITIES */.oC.toReversed()];
const PRESETS = ['recommended', 'strict'];
/** The names that `required-checks` may hold: that a server ran the migrations, and each line of the checklist. */
const REQUIRABLE = [
    'rehearsal',
    'applied',
    'objects',
    'rollback',
    'rerun',
    'validation',
    'plans',
    'queries',
    'probes',
    'application',
];

;// CONCATENATED MODULE: ./build/settings/values.js
/** What settings' values are made of; the messages say what was expected. */



const values_text = dist/* pipe */.FsL(dist/* string */.YjP('expected text'), dist/* nonEmpty */.hq('expected text, got nothing'));
const paths = dist/* union */.KCZ([values_text, dist/* array */.YOg(values_text)], 'expected a path or a list of paths');
const flag = dist/* boolean */.zMY('expected true or false');
/** A number with its least value; `unit` is what one would say of it, such as `a number of seconds`. */
function number(unit, least, leastInWords) {
    return dist/* pipe */.FsL(dist/* number */.aig(`expected ${unit}`), dist/* minValue */.Wwf(least, `expected ${leastInWords}`));
}
const seconds = number('a number of seconds', 1, 'at least 1 second');
const version = 'expected a major version, such as 17';
const major = dist/* pipe */.FsL(dist/* number */.aig(version), dist/* integer */.ndf(version), dist/* minValue */.Wwf(versions/* OLDEST */._j, `expected ${versions/* OLDEST */._j} or later (older servers are not supported)`), dist/* maxValue */.cGV(99, version));
/** Quoted, as in every workflow file, it is the same version. */
const majorVersion = dist/* union */.KCZ([major, dist/* pipe */.FsL(dist/* string */.YjP(version), dist/* regex */.yGV(/^[0-9]+$/, version), dist/* transform */.pdi(Number), major)], version);
/** The versions that rules are proven on. A newer one is taken for the newest of them, and has no image of ours to name. */
const PROVEN_ON = (/* unused pure expression or super */ null && (`${OLDEST} to ${NEWEST} are supported: each rule is proven on those`));
function isProvenOn(major) {
    return MAJORS.includes(major);
}
/** One of a list of words; the message names them. */
function oneOf(words) {
    return dist/* picklist */.KIO(words, `expected one of ${words.join(', ')}`);
}
/** One word of a list, or several. */
function someOf(words) {
    return dist/* union */.KCZ([oneOf(words), dist/* array */.YOg(oneOf(words))], `expected some of ${words.join(', ')}`);
}
/** A program and its arguments, which no shell reads. */
const command = dist/* pipe */.FsL(dist/* array */.YOg(values_text, 'expected a list: a program and its arguments'), dist/* nonEmpty */.hq('expected a program'));
/** What else is in the object are the rule's own options: they are held against the rule's schema later. */
const ruleObject = dist/* looseObject */._H3({ severity: dist/* optional */.lqM(oneOf(LEVELS)), ignore: dist/* optional */.lqM(paths) });
const rules = dist/* record */.g1P(values_text, dist/* union */.KCZ([oneOf(LEVELS), ruleObject], `expected one of ${LEVELS.join(', ')}`), 'expected rules with their severities, such as "index-not-concurrent: warning"');

;// CONCATENATED MODULE: ./build/settings/table/what-comes-out.js
/** Settings that say what comes out of a check, in the order of --help. */



const WHAT_COMES_OUT = {
    'fail-on': {
        schema: oneOf(words/* FAIL_ON */.d$),
        help: { text: 'the least severity that fails the check (default: error)' },
        description: 'The least severity that fails the check: error, warning or info; never reports only.',
        readme: '`error`, `warning`, `info` or `never`',
        default: 'error',
        needsTrust: true,
    },
    'required-checks': {
        schema: someOf(REQUIRABLE),
        description: `What must have been proven of every changed migration: ${REQUIRABLE.join(', ')}. One that could not be tried fails the check.`,
        help: { value: 'names', text: 'what must have been proven, such as rehearsal,rollback,rerun,validation' },
        readme: 'what must have been proven of every migration ([the gate](github.md#the-gate))',
    },
    preset: {
        schema: oneOf(PRESETS),
        description: 'Which rules are on: recommended, or strict, which adds those that are a matter of taste or of house style.',
        help: { text: 'which rules are on (default: recommended)' },
        readme: '`recommended` or `strict`',
        default: 'recommended',
        needsTrust: true,
    },
    rules: {
        schema: rules,
        description: 'By rule: a severity (off, info, warning, error), or an object with `severity`, `ignore` (globs of files) and the rule’s own options. A severity switches a rule of the strict preset on.',
        only: 'file',
        needsTrust: true,
    },
};

;// CONCATENATED MODULE: ./build/settings/table/what-to-check.js
/** Settings that say what is checked, in the order of --help. */



const WHAT_TO_CHECK = {
    migrations: {
        schema: paths,
        description: 'Globs of the migration files, relative to the settings file, or to the working directory where there is none. Without it they are recognised by folder and name.',
        help: { value: 'glob', text: 'which files are migrations' },
        readme: 'globs of the migration files, one a line',
    },
    ignore: {
        schema: paths,
        description: 'Globs of files that are never looked at.',
        help: { value: 'glob', text: 'files that are never looked at' },
        needsTrust: true,
    },
    layout: {
        schema: values_text,
        description: 'The migration tool that the files are for: plain, goose, flyway, prisma and others (docs/layouts.md); auto recognises it.',
        help: { value: 'name', text: "the migrations' layout (docs/layouts.md); auto recognises it" },
        readme: 'the migration tool ([which](layouts.md)); recognised when empty',
        default: 'auto',
    },
    placeholders: {
        schema: dist/* record */.g1P(values_text, dist/* string */.YjP('expected text'), 'expected placeholders with their values, such as "schema: app"'),
        description: 
        // biome-ignore lint/suspicious/noTemplateCurlyInString: it names Flyway's placeholders.
        'Values for the placeholders of the migration tool, by name: Flyway’s `${x}`, sqitch’s and psql’s `:x`, tern’s `{{.x}}`, graphile-migrate’s `:X`.',
        only: 'file',
    },
    command: {
        schema: command,
        description: 'A program that prints the change’s SQL, with its arguments, for migrations that are written in code. It runs without a shell; `{path}` in an argument stands for each changed file that `migrations` names. On pull requests it is read from the base branch.',
        only: 'file',
        needsTrust: true,
    },
    transaction: {
        schema: oneOf(TRANSACTIONS),
        description: 'How the migration tool sends a script: statement by statement (autocommit), in a transaction of its own (per-script), in one that all pending scripts share (per-run), or as one query string (single-query). auto: as the layout’s tool does.',
        help: { text: 'how the migration tool sends a script' },
        readme: 'how the migration tool sends a script: `autocommit`, `per-script`, `per-run` or `single-query`',
        default: 'auto',
    },
    order: {
        schema: paths,
        description: 'In which order the migrations are applied, where neither their names nor a list of their tool says it: file names, paths or globs, the first first; what none fits comes last, by its name. `name`: by their names.',
        only: 'file',
    },
    baseline: {
        schema: paths,
        description: 'SQL files that build the schema as it stands before the change, in order: a schema dump, or first migrations. Without it the earlier migrations are applied.',
        help: { value: 'file', text: 'SQL that builds the schema before the change' },
        readme: 'SQL files that build the schema before the change: a dump, or first migrations',
        isFile: true,
    },
    'baseline-command': {
        schema: command,
        description: 'A program that prints the SQL of the schema as it stands before the change, with its arguments, such as `pg_dump --schema-only`; it comes after the files of baseline. It runs without a shell. On pull requests it is read from the base branch.',
        only: 'file',
        needsTrust: true,
    },
    bootstrap: {
        schema: paths,
        description: 'SQL files that the server’s administrator runs before the baseline, in order: extensions and roles that migrations may use but not make. On pull requests they are read from the base branch.',
        help: { value: 'file', text: 'SQL that the administrator runs before it: extensions, roles' },
        readme: 'SQL files that the server’s administrator runs first: extensions, roles',
        isFile: true,
        needsTrust: true,
    },
    seed: {
        schema: paths,
        description: 'SQL files that put rows into the baseline’s tables before the rehearsal, so that plans and data are realistic.',
        help: { value: 'file', text: 'SQL that puts rows into it' },
        readme: 'SQL files that put rows into the baseline’s tables',
        isFile: true,
    },
    'seed-hints': {
        schema: dist/* record */.g1P(values_text, values_text, 'expected columns with their SQL, such as "phone.number: \'+49\' || (1000 + g)"'),
        description: 'SQL expressions by `table.column` for rows that the check makes up, where it can’t meet a constraint by itself; `g` is the row’s number.',
        only: 'file',
    },
    validation: {
        schema: paths,
        description: 'Globs of validation queries that belong to no single migration: they run after the last one of the change.',
        help: { value: 'glob', text: 'validation queries that run after the last migration' },
        readme: 'globs of validation queries; they run after the last migration of the change',
    },
    queries: {
        schema: paths,
        description: 'Globs of the application’s own SQL (plain files, pgTyped, sqlc): each query must still work after the migration, and its plans are compared.',
        help: { value: 'glob', text: "the application's SQL, which must still work" },
        readme: 'globs of the application’s SQL, which must still work (plain, pgTyped, sqlc)',
    },
    'application-command': {
        schema: command,
        description: 'A program with its arguments, such as the application’s own tests: it is run with DATABASE_URL (and PGHOST, PGUSER and so on) of the schema before the change, and of the schema after it. What passes before and fails after is an error. It runs without a shell and without this job’s secrets, never for a fork; on pull requests it is read from the base branch.',
        only: 'file',
        needsTrust: true,
    },
    statistics: {
        schema: values_text,
        description: 'A file that `migration-safety stats export` wrote: the planner then decides as it does in production.',
        help: { value: 'file', text: "what stats export wrote: plans are then production's" },
        readme: 'production’s planner statistics (`migration-safety stats export`)',
        isFile: true,
    },
    'max-write-cost': {
        schema: number('a factor, such as 1.5', 1, 'a factor of at least 1'),
        description: 'How many times the WAL bytes of before an insert or update may write after the migration; more is an error. Without it the cost is only reported.',
        help: { value: 'factor', text: 'how much dearer writes may become' },
        readme: 'by which factor writes may become dearer; without it the cost is only reported',
    },
    config: {
        schema: values_text,
        description: 'The path of the settings file. Without it the file is searched for in the working directory, or from the path that is checked, and above.',
        help: { value: 'file', text: 'settings file (default: .migration-safety.yml, from the path upwards)' },
        only: 'text',
    },
};

;// CONCATENATED MODULE: ./build/settings/table/where-to-rehearse.js
/** Settings that say where migrations are rehearsed, and within which limits, in the order of --help. */



const WHERE_TO_REHEARSE = {
    server: {
        schema: oneOf(SERVERS),
        help: { text: 'where the migrations run (default: auto, the first that there is)' },
        description: 'Where to rehearse: service (needs database-url), local (PostgreSQL binaries on this machine), embedded (PGlite), none (lint only), or auto: the first that there is.',
        readme: '`service`, `local`, `embedded`, `none` or `auto`',
        default: 'auto',
        needsTrust: true,
    },
    'database-url': {
        schema: values_text,
        description: 'The connection URL of a throwaway Postgres, usually a service container. The role has to be allowed to create databases; its own database is never touched.',
        help: { value: 'url', text: 'for service; or in MIGRATION_SAFETY_DATABASE_URL' },
        readme: 'the service container’s URL',
        // It may hold a password, which has no place in a repository.
        only: 'text',
    },
    superuser: {
        schema: flag,
        description: 'Whether migrations run with the rights of the database-url’s role, or of a local server’s superuser, instead of as a role that owns nothing but the scratch database.',
        help: { text: "migrations run with the rights of the URL's role" },
        readme: '`true`: migrations run with the rights of the URL’s role ([why not](untrusted-sql.md))',
        default: false,
        needsTrust: true,
    },
    'allow-remote-database': {
        schema: flag,
        description: 'Whether database-url may name a host that is neither this machine nor a service container.',
        help: { text: 'the URL may name a host beyond this machine and its containers' },
        readme: '`true`: the URL may name a host beyond this machine and its containers',
        default: false,
        needsTrust: true,
    },
    'postgres-version': {
        schema: majorVersion,
        description: `The major version of production’s Postgres: ${versions/* OLDEST */._j} or later. One that is newer than ${versions/* NEWEST */.RX} is taken for ${versions/* NEWEST */.RX}.`,
        help: { value: 'major', text: "production's version" },
    },
    cache: {
        schema: flag,
        description: 'Whether the state after the baseline is kept for later runs, on this machine or in the Actions cache, by a digest of all that makes it (docs/rehearsal.md).',
        help: { text: 'build the baseline anew, and keep nothing for the next run' },
        readme: '`false`: the baseline is built anew in each run ([what is kept](rehearsal.md#the-baseline-between-runs))',
        default: true,
    },
    'connect-timeout': {
        schema: seconds,
        description: 'How long to wait for a server that isn’t up yet, in seconds.',
        help: { value: 'seconds', text: "how long to wait for a server that isn't up yet" },
        default: 30,
    },
    'statement-timeout': {
        schema: seconds,
        description: 'How long one statement may run in the rehearsal, in seconds.',
        help: { value: 'seconds', text: 'the longest that one statement may take' },
        default: 60,
    },
    'script-timeout': {
        schema: seconds,
        description: 'How long one script, a migration or its rollback, may run in the rehearsal, in seconds; a statement that has begun is not cut short.',
        help: { value: 'seconds', text: 'the longest that one script may take' },
        readme: 'how long one script may run, in seconds',
        default: 300,
    },
    'run-timeout': {
        schema: seconds,
        description: 'How long the whole rehearsal may take, in seconds.',
        help: { value: 'seconds', text: 'for the whole rehearsal' },
        default: 600,
    },
    'database-size-limit': {
        schema: number('a number of megabytes', 50, 'at least 50 megabytes'),
        description: 'How large a scratch database on a real server may grow, in megabytes.',
        help: { value: 'megabytes', text: 'the most that the scratch database may hold' },
        default: 1024,
    },
};

;// CONCATENATED MODULE: ./build/settings/table.js



/** By their headings in --help. */
const GROUPS = {
    'What to check': WHAT_TO_CHECK,
    'Where to rehearse': WHERE_TO_REHEARSE,
    'What comes out': WHAT_COMES_OUT,
};
const SETTINGS = { ...WHAT_TO_CHECK, ...WHERE_TO_REHEARSE, ...WHAT_COMES_OUT };
const names = Object.keys(SETTINGS);
/** The entry as any setting's. */
function entryOf(name) {
    return SETTINGS[name];
}
const FILE_SETTINGS = names.filter((name) => entryOf(name).only !== 'text');
const TEXT_SETTINGS = names.filter((name) => entryOf(name).only !== 'file');
const PATH_SETTINGS = names.filter((name) => entryOf(name).isFile === true);
/** What counts only in a settings file that is trusted. */
const TRUSTED_SETTINGS = FILE_SETTINGS.filter((name) => entryOf(name).needsTrust === true);


/***/ }),

/***/ 68366:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RX: () => (/* binding */ NEWEST),
/* harmony export */   TT: () => (/* binding */ isSupported),
/* harmony export */   _j: () => (/* binding */ OLDEST),
/* harmony export */   nl: () => (/* binding */ firstWith),
/* harmony export */   zy: () => (/* binding */ has)
/* harmony export */ });
/* unused harmony export MAJORS */
/** Which major version of Postgres has what. Nothing else compares versions. */
/** The majors that are supported, oldest first: everything is tested on each. */
const MAJORS = [15, 16, 17, 18];
const OLDEST = Math.min(...MAJORS);
const NEWEST = Math.max(...MAJORS);
const FEATURES = {
    /** A primary key refuses an index with NULLS NOT DISTINCT. */
    primaryKeyNeedsDistinctNulls: {
        since: 16,
        source: 'release notes 16, E.x.2: NULLS NOT DISTINCT indexes for primary keys',
    },
    /** A value that is added to an enum can be used in the transaction that created the enum. */
    newValueOfNewEnum: { since: 17, source: 'pg_enum.c, EnumUncommitted and uncommitted_enum_types' },
    transactionTimeout: { since: 17, source: 'manual 19.11.1, transaction_timeout' },
    /** Event triggers can be switched off by a superuser. */
    eventTriggersOff: { since: 17, source: 'manual 19.11.1, event_triggers' },
    notValidForeignKeyOfPartitioned: {
        since: 18,
        source: 'release notes 18: NOT VALID foreign keys on partitioned tables',
    },
    /** ADD CONSTRAINT … NOT NULL … NOT VALID. */
    notValidNotNull: { since: 18, source: 'release notes 18: NOT NULL constraints with NOT VALID' },
    virtualColumns: { since: 18, source: 'manual 5.4, generated columns: VIRTUAL' },
    /** GRANT looks at its tables under a lock. */
    grantLocksTables: { since: 18, source: 'aclchk.c, objectNamesToOids' },
    /** ADD UNIQUE and ADD PRIMARY KEY of a partitioned table lock its partitions as they lock the table itself. */
    partitionsLockedAsTheirTable: { since: 18, source: 'test/proof/footprint.test.ts' },
    /** pg_restore_relation_stats and pg_restore_attribute_stats. */
    restoresStatistics: { since: 18, source: 'manual 9.28, statistics manipulation functions' },
};
function has(feature, version, ifUnknown = 'as oldest') {
    return (version ?? (ifUnknown === 'as newest' ? NEWEST : OLDEST)) >= FEATURES[feature].since;
}
/** The first major that has the feature, to be named in a message. */
function firstWith(feature) {
    return FEATURES[feature].since;
}
function isSupported(version) {
    return version >= OLDEST;
}


/***/ }),

/***/ 78020:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ git),
/* harmony export */   Hn: () => (/* binding */ repositoryRoot),
/* harmony export */   Ii: () => (/* binding */ tryGit),
/* harmony export */   mr: () => (/* binding */ gitTrouble)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30943);
/* harmony import */ var _run_program_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8180);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75968);
/** Runs git, and finds the repository that a folder is in. */





/** A partial clone may have to fetch what is asked for. */
const patienceMs = 300_000;
/** Runs git without a shell: file names are hostile. Returns what it prints. Throws `UsageError` with what git says. */
async function git(args, cwd) {
    // Its messages are parsed below, and there is no user to type a password.
    const env = { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' };
    try {
        return await (0,_run_program_js__WEBPACK_IMPORTED_MODULE_3__/* .runProgram */ .mB)('git', args, { cwd, env, maxBuffer: 256 * 1024 * 1024, timeout: patienceMs });
    }
    catch (error) {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .e(explainGit(args, cwd, error), { cause: error });
    }
}
function explainGit([command = ''], cwd, error) {
    if (error.syscall?.startsWith('spawn')) {
        return error.code === 'ENOENT'
            ? 'git was not found: install it, or put it on the PATH of this check.'
            : `git could not be started: ${(0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .whyNot */ .OB)(error)}.`;
    }
    const said = (error.stderr ?? '').trim();
    if (/dubious ownership/.test(said)) {
        return `git refuses to read ${cwd}, which belongs to another user: run "git config --global --add safe.directory ${cwd}" before this check.`;
    }
    if (error.killed)
        return `git ${command} did not end within ${patienceMs / 1000} s in ${cwd}: run it there by hand to see why.`;
    const reason = /^(?:fatal|error): (.*)$/m.exec(said)?.[1] ?? (said.split('\n')[0] || error.message);
    return `git ${command} fails in ${cwd}: ${reason}. Run it there by hand to see why.`;
}
/** Why git can do nothing at all here, with the remedy; null where it works, and where there is no repository. */
async function gitTrouble(cwd) {
    try {
        await git(['rev-parse', '--git-dir'], cwd);
        return null;
    }
    catch (error) {
        const { message, cause } = error;
        return /not a git repository/.test(cause?.stderr ?? '') ? null : message;
    }
}
/** Like `git`, with null where git refuses. */
async function tryGit(args, cwd) {
    try {
        return await git(args, cwd);
    }
    catch {
        return null;
    }
}
/** Say that the repository isn't where the folders say; git knows. */
const ELSEWHERE = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_CEILING_DIRECTORIES'];
/** The repository's top folder, or null outside a repository. Looking for it spares a small check the start of git. */
async function repositoryRoot(cwd) {
    if (ELSEWHERE.some((name) => process.env[name])) {
        return (await tryGit(['rev-parse', '--show-toplevel'], cwd))?.replace(/\r?\n$/, '') || null;
    }
    let folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(cwd).catch(() => cwd);
    while (!(await isTop(folder))) {
        const above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);
        if (above === folder)
            return null;
        folder = above;
    }
    return folder;
}
/** A repository has a folder `.git`; a worktree and a submodule have a file that says where theirs is. */
async function isTop(folder) {
    const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, '.git');
    const readable = (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path).then(() => true, () => false);
    if (await readable((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place, 'HEAD')))
        return true;
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(place, 'utf8').catch(() => '')).startsWith('gitdir:');
}


/***/ }),

/***/ 8180:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LW: () => (/* binding */ runToTheEnd),
/* harmony export */   cT: () => (/* binding */ withoutSecrets),
/* harmony export */   mB: () => (/* binding */ runProgram)
/* harmony export */ });
/**
 * Runs a program without a shell. Returns what it prints; rejects, as `execFile` does, where it fails or can't be started.
 * What starts programs is loaded only then: most checks start none.
 */
async function runProgram(program, args, options) {
    const [{ execFile }, { promisify }] = await Promise.all([Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 31421, 19)), Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 57975, 19))]);
    const { stdout } = await promisify(execFile)(program, args, { windowsHide: true, ...options, encoding: 'utf8' });
    return stdout;
}
/** The environment for a program of the user's: without this job's tokens and inputs, and without our own server's address. */
function withoutSecrets(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(INPUT_|ACTIONS_|MIGRATION_SAFETY_|GITHUB_TOKEN$|GH_TOKEN$)/.test(name)));
}
/** Of its output only the end is kept, however much it is. */
const MOST_CHARACTERS = 4000;
const LINGER_MS = 500;
function endGroup(leader) {
    try {
        process.kill(-leader, 'SIGKILL');
    }
    catch {
        // None of them is left.
    }
}
/** Runs a program without a shell to its end, whatever that is. When its time is over, it goes with all that it started. */
async function runToTheEnd([program = '', ...args], { cwd, env, seconds }) {
    const { spawn } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 31421, 19));
    const isGroup = process.platform !== 'win32';
    const options = { cwd, env, detached: isGroup, windowsHide: true };
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let lastWords = '';
    const keep = (chunk) => {
        lastWords = (lastWords + chunk).slice(-MOST_CHARACTERS);
    };
    for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', keep);
    let isStopped = false;
    const timer = setTimeout(() => {
        isStopped = true;
        if (isGroup && child.pid)
            endGroup(child.pid);
        else
            child.kill('SIGKILL');
    }, seconds * 1000);
    const end = await new Promise((resolve) => {
        child.on('error', ({ message }) => resolve({ code: null, lastWords: message }));
        child.on('close', (code) => resolve({ code, lastWords }));
        // What it has left running may hold its output open for ever.
        child.on('exit', (code) => setTimeout(() => resolve({ code, lastWords }), LINGER_MS).unref());
    });
    if (isGroup && child.pid)
        endGroup(child.pid);
    clearTimeout(timer);
    return isStopped ? { ...end, code: null, stoppedAfter: seconds } : end;
}


/***/ }),

/***/ 75968:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ UsageError)
/* harmony export */ });
/** The tool can't do its work as it was asked to: the message says where, what and how to repair it. Exit code 2. */
class UsageError extends Error {
    name = 'UsageError';
}


/***/ }),

/***/ 15358:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  js: () => (/* binding */ TOOL)
});

// UNUSED EXPORTS: ACTION, documentation, published

;// CONCATENATED MODULE: ./build/system/package.js
/** Generated by `npm run generate` from package.json. */
const PACKAGE = {
    command: 'migration-safety',
    version: '0.1.0',
    repository: 'migration-safety/migration-safety',
    major: 'v0',
};

;// CONCATENATED MODULE: ./build/system/version.js
/** The tool's own name and version, as reports show them, and where it is published. All of it stands in package.json. */

const { command, version, repository, major } = PACKAGE;
const TOOL = { name: command, version };
/** As workflows name it: the moving tag of the major version. */
const ACTION = (/* unused pure expression or super */ null && (`${repository}@${major}`));
/** A page of the documentation, as the major version has it. */
function documentation(path) {
    return `https://github.com/${repository}/blob/${major}/${path}`;
}
/**
 * A file as it is, as the major version has it: what a JSON Schema is known by, and editors load.
 * @public the generator of the schemas takes it from the build
 */
function published(path) {
    return `https://raw.githubusercontent.com/${repository}/${major}/${path}`;
}


/***/ })

};
