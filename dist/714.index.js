export const id = 714;
export const ids = [714];
export const modules = {

/***/ 2333:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportMode: () => (/* binding */ reportMode)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(3838);
// EXTERNAL MODULE: ./build/github/changed-files.js
var changed_files = __webpack_require__(5076);
// EXTERNAL MODULE: ./build/github/errors.js
var errors = __webpack_require__(7307);
// EXTERNAL MODULE: ./build/github/event.js
var github_event = __webpack_require__(6830);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build/github/workflow-run.js
/** The pull request that a finished workflow run was about: for the workflow that comments on behalf of forks. */


const Payload = dist/* object */.Ikc({
    workflow_run: dist/* object */.Ikc({
        id: dist/* number */.aig(),
        event: dist/* string */.YjP(),
        conclusion: dist/* nullish */.cl6(dist/* string */.YjP()),
        head_sha: dist/* string */.YjP(),
        head_branch: dist/* nullish */.cl6(dist/* string */.YjP()),
        head_repository: dist/* nullish */.cl6(dist/* object */.Ikc({ full_name: dist/* string */.YjP(), owner: dist/* object */.Ikc({ login: dist/* string */.YjP() }) })),
    }),
});
/** The run as GitHub tells of it, which is the only word that counts: an artifact is the fork's. */
function finishedRun(event) {
    const { workflow_run: run } = (0,github_event/* parse */.q)(Payload, event);
    const [owner = '', repo = ''] = event.repository.split('/');
    const head = run.head_repository;
    return {
        ...{ owner, repo, id: run.id, event: run.event, conclusion: run.conclusion ?? null },
        ...{ sha: run.head_sha, branch: run.head_branch ?? null },
        head: head ? { fullName: head.full_name, owner: head.owner.login } : null,
    };
}
/** The open pull requests whose head is the run's commit; none where a newer one was pushed. */
async function pullRequestsOf(github, run) {
    const { owner, repo, head, branch, sha } = run;
    if (head === null || branch === null)
        return [];
    const open = await github.paginate(github.rest.pulls.list, {
        owner,
        repo,
        state: 'open',
        head: `${head.owner}:${branch}`,
        per_page: 100,
    });
    return open
        .filter((pull) => pull.head.sha === sha && pull.head.repo?.full_name === head.fullName)
        .map(({ number, base }) => ({
        ...{ kind: 'pull_request', owner, repo, number, base: base.sha, head: sha, fileCount: null },
        // The token is the repository's own here.
        isFork: false,
    }));
}

;// CONCATENATED MODULE: ./build/report/merge.js
/** The reports one after the other; it fails where one of them does, or where one that was expected is missing. */
function mergeReports(reports, missing) {
    const [first, ...rest] = reports;
    if (rest.length === 0 && missing.length === 0)
        return first.report;
    const all = reports.map(({ report }) => report);
    const sum = (of) => all.reduce((total, report) => total + of(report), 0);
    // A database that nothing changed in had no server, and needs none.
    const rehearsed = all.find(({ postgres, migrations }) => postgres.server !== null && migrations.length > 0);
    const baselines = all.flatMap(({ baseline }) => baseline ?? []);
    return {
        ...first.report,
        ...(baselines.length > 0 && {
            baseline: {
                scripts: baselines.reduce((total, { scripts }) => total + scripts, 0),
                fromCache: baselines.reduce((total, { fromCache }) => total + fromCache, 0),
            },
        }),
        verdict: missing.length > 0 || all.some(({ verdict }) => verdict === 'fail') ? 'fail' : 'pass',
        postgres: (rehearsed ?? first.report).postgres,
        counts: {
            error: sum(({ counts }) => counts.error),
            warning: sum(({ counts }) => counts.warning),
            info: sum(({ counts }) => counts.info),
        },
        statements: {
            checked: sum(({ statements }) => statements.checked),
            notUnderstood: sum(({ statements }) => statements.notUnderstood),
        },
        notChecked: [...missing.map(withoutReport), ...reports.flatMap(named)],
        findings: all.flatMap(({ findings }) => findings),
        migrations: all.flatMap(({ migrations }) => migrations),
        durationMs: sum(({ durationMs }) => durationMs),
    };
}
function withoutReport(name) {
    return { check: name, reason: 'its job left no report, so nobody knows what it would have found' };
}
function named({ name, report }) {
    return report.notChecked.map(({ check, reason }) => ({ check: name === '' ? check : `${name}: ${check}`, reason }));
}

// EXTERNAL MODULE: ./build/system/usage-error.js
var usage_error = __webpack_require__(5968);
// EXTERNAL MODULE: ./build/action/give-up.js + 2 modules
var give_up = __webpack_require__(2835);
// EXTERNAL MODULE: ./build/action/published.js + 3 modules
var published = __webpack_require__(8694);
// EXTERNAL MODULE: ./build/action/render.js + 30 modules
var render = __webpack_require__(560);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/rehearsal/proofs/bloat.js
var bloat = __webpack_require__(468);
// EXTERNAL MODULE: ./build/sql/locks.js
var locks = __webpack_require__(4283);
// EXTERNAL MODULE: ./build/report-schema/parts.js
var parts = __webpack_require__(1088);
;// CONCATENATED MODULE: ./build/report-schema/migration.js
/** The shape of one migration in the JSON report. */




const lock = dist/* strictObject */.rej({
    relation: (0,parts.is)(parts/* text */.Qq, 'Schema-qualified unless it is in `public`.'),
    mode: dist/* picklist */.KIO(locks/* LOCK_MODES */.bx),
    blocks: (0,parts/* list */.p_)(dist/* picklist */.KIO(['reads', 'writes', 'ddl', 'vacuum']), 'What others have to wait with.'),
    isNew: (0,parts.is)(dist/* boolean */.zMY(), 'Created by this change: nobody else can wait for it.'),
});
const role = dist/* picklist */.KIO(['up', 'down', 'verify', 'maintenance']);
const differences = (0,parts/* list */.p_)(dist/* strictObject */.rej({
    change: dist/* picklist */.KIO(['extra', 'missing', 'changed']),
    kind: parts/* text */.Qq,
    name: parts/* text */.Qq,
    before: dist/* exactOptional */.yqP(parts/* text */.Qq),
    after: dist/* exactOptional */.yqP(parts/* text */.Qq),
}), 'Objects that differ between two snapshots of the catalogs.');
const statement = dist/* strictObject */.rej({
    role,
    path: parts/* text */.Qq,
    line: parts/* natural */.c4,
    endLine: parts/* natural */.c4,
    kind: (0,parts.is)(parts/* text */.Qq, "The parse tree's tag, for example `IndexStmt`."),
    sql: parts/* text */.Qq,
    status: (0,parts.is)(dist/* picklist */.KIO(['applied', 'failed', 'skipped', 'notRun']), 'What became of it in the rehearsal. Skipped: an earlier statement of its script failed. NotRun: nothing was rehearsed.'),
    sqlstate: dist/* exactOptional */.yqP(parts/* text */.Qq),
    error: dist/* exactOptional */.yqP(parts/* text */.Qq),
    hint: dist/* exactOptional */.yqP(parts/* text */.Qq),
    position: (0,parts.is)(dist/* exactOptional */.yqP(parts/* natural */.c4), 'Where in the SQL the server points at, in characters from 1.'),
    locks: (0,parts.is)(dist/* nullable */.mee(dist/* array */.YOg(lock)), 'Null where the server could not observe them.'),
    objectLocks: (0,parts/* list */.p_)(dist/* strictObject */.rej({ object: parts/* text */.Qq, mode: lock.entries.mode }), 'Locks on what is no relation, such as a type or a schema.'),
    waits: (0,parts/* list */.p_)(parts/* text */.Qq, 'What a statement outside transactions waited for, in order, for example `writers of orders`.'),
    rewrites: (0,parts/* list */.p_)(parts/* text */.Qq, 'Tables and indexes whose storage was written anew.'),
    scans: (0,parts/* list */.p_)(parts/* text */.Qq, 'Tables that were read from end to end.'),
    rows: (0,parts/* list */.p_)(dist/* strictObject */.rej({ relation: parts/* text */.Qq, inserted: dist/* number */.aig(), updated: dist/* number */.aig(), deleted: dist/* number */.aig() }), 'Rows that it wrote.'),
    objects: (0,parts.is)(differences, 'Relations, columns and constraints that it created, changed or dropped.'),
    invalidIndexes: dist/* array */.YOg(parts/* text */.Qq),
    lockTimeoutMs: (0,parts.is)(dist/* nullable */.mee(dist/* number */.aig()), 'The lock_timeout in force; 0 waits for ever. Null where nothing was observed.'),
    notices: (0,parts/* list */.p_)(parts/* text */.Qq, 'What the server said besides the result.'),
    durationMs: dist/* number */.aig(),
    walBytes: (0,parts.is)(dist/* nullable */.mee(dist/* number */.aig()), "Null where the server can't count what this session alone wrote."),
});
const hold = dist/* strictObject */.rej({
    ...lock.entries,
    role,
    path: parts/* text */.Qq,
    transaction: (0,parts.is)(parts/* natural */.c4, "Counts the script's transactions, from 1."),
    from: (0,parts.is)(parts/* natural */.c4, 'Line of the statement that took it.'),
    until: (0,parts.is)(parts/* natural */.c4, 'Line of the statement at whose end it was released.'),
    heldMs: (0,parts.is)(dist/* number */.aig(), 'How long it was held in the rehearsal. Never decides.'),
});
const validation = dist/* strictObject */.rej({
    path: parts/* text */.Qq,
    line: parts/* natural */.c4,
    sql: parts/* text */.Qq,
    status: (0,parts.is)(dist/* picklist */.KIO(['passed', 'failed', 'unchecked', 'notRun']), 'Unchecked: it ran, but nothing was expected of it.'),
    expectation: dist/* exactOptional */.yqP(parts/* text */.Qq),
    detail: dist/* exactOptional */.yqP((0,parts.is)(parts/* text */.Qq, "What came back instead, or the server's error.")),
    sqlstate: dist/* exactOptional */.yqP(parts/* text */.Qq),
    columns: dist/* exactOptional */.yqP(dist/* array */.YOg(parts/* text */.Qq)),
    rows: dist/* exactOptional */.yqP((0,parts/* list */.p_)(dist/* array */.YOg(dist/* nullable */.mee(parts/* text */.Qq)), 'The first rows, as text.')),
});
const plan = dist/* strictObject */.rej({
    path: parts/* text */.Qq,
    line: parts/* natural */.c4,
    sql: parts/* text */.Qq,
    index: (0,parts.is)(parts/* text */.Qq, 'The index that the query is expected to use.'),
    status: (0,parts.is)(dist/* picklist */.KIO(['chosen', 'usable', 'not used']), 'Usable: chosen only while sequential scans were switched off.'),
    plan: (0,parts.is)(parts/* text */.Qq, "The plan's nodes, on one line."),
});
const proof = dist/* strictObject */.rej({
    check: (0,parts.is)(parts/* text */.Qq, 'The proof, for example `rollback`.'),
    status: dist/* picklist */.KIO(['proven', 'failed', 'not checked']),
    reason: dist/* exactOptional */.yqP((0,parts.is)(dist/* picklist */.KIO([
        'no-script',
        'irreversible',
        'no-statement',
        'not-as-sent',
        'incomplete',
        'stopped',
        'no-rows',
        'fails-with-rows',
        'cannot-be-tried',
        'planned-only',
        'nothing-expected',
        'not-measured',
    ]), 'Why it is not checked, as a code. Not-as-sent: it rests on a statement that was refused as the tool sends it.')),
    title: parts/* text */.Qq,
    detail: (0,parts.is)(parts/* text */.Qq, 'What was tried, and on what.'),
    table: dist/* exactOptional */.yqP((0,parts.is)(dist/* strictObject */.rej({ caption: parts/* text */.Qq, head: dist/* array */.YOg(parts/* text */.Qq), rows: dist/* array */.YOg(dist/* array */.YOg(parts/* text */.Qq)) }), 'More of what was seen, for people.')),
});
const query = dist/* strictObject */.rej({
    name: parts/* text */.Qq,
    path: parts/* text */.Qq,
    line: parts/* natural */.c4,
    sql: (0,parts.is)(parts/* text */.Qq, 'With its parameters as $1, $2, …'),
    status: (0,parts.is)(dist/* picklist */.KIO(['works', 'breaks', 'breaks where prepared', 'fails already', 'not checked']), 'Breaks: the new schema refuses it. Breaks where prepared: only connections that prepared it before refuse it. Fails already: the old schema refuses it, too. Not checked: Postgres can’t tell a parameter’s type.'),
    sqlstate: dist/* exactOptional */.yqP(parts/* text */.Qq),
    error: dist/* exactOptional */.yqP(parts/* text */.Qq),
    planBefore: dist/* exactOptional */.yqP((0,parts.is)(parts/* text */.Qq, 'The plan’s nodes, one line; parameters are unknown to it.')),
    planAfter: dist/* exactOptional */.yqP(parts/* text */.Qq),
    indexes: (0,parts/* list */.p_)(parts/* text */.Qq, 'The indexes that the new plan uses.'),
});
const retry = dist/* strictObject */.rej({
    verdict: dist/* picklist */.KIO(['succeeds', 'differs', 'fails']),
    differences,
    line: dist/* exactOptional */.yqP(parts/* natural */.c4),
    sqlstate: dist/* exactOptional */.yqP(parts/* text */.Qq),
    error: dist/* exactOptional */.yqP(parts/* text */.Qq),
});
const migration = dist/* strictObject */.rej({
    id: (0,parts.is)(parts/* text */.Qq, "What the layout's tool calls it."),
    path: (0,parts.is)(parts/* text */.Qq, 'The path of its `up` script.'),
    layout: parts/* text */.Qq,
    madeToRun: dist/* exactOptional */.yqP((0,parts.is)(parts/* text */.Qq, 'How the rehearsal had to change the run so that the rest could be checked.')),
    statements: dist/* array */.YOg(statement),
    lockTimeline: (0,parts.is)(dist/* array */.YOg(hold), 'Locks over their whole life, transaction by transaction.'),
    rollback: dist/* strictObject */.rej({
        verdict: dist/* picklist */.KIO([
            'reversible',
            'reversible, loses data written after deploy',
            'reversible only while there is no new data',
            'schema restored, data lost',
            'schema restored, rows not tried',
            'not restored',
            'down fails',
            'no down',
            'declared irreversible',
            'not checked',
        ]),
        differences,
        reordered: dist/* exactOptional */.yqP((0,parts.is)(dist/* array */.YOg(parts/* text */.Qq), 'Tables whose columns stand in another order than before.')),
        harmless: dist/* exactOptional */.yqP((0,parts.is)(differences, 'What differs and counts for nothing: constraints validated since.')),
        missingSql: dist/* exactOptional */.yqP((0,parts.is)(parts/* text */.Qq, 'SQL that the down script forgot, as a server ran it; what differs after all of it stands in comments below.')),
        data: dist/* exactOptional */.yqP(dist/* strictObject */.rej({
            lost: (0,parts.is)(dist/* array */.YOg(dist/* strictObject */.rej({ table: parts/* text */.Qq, column: dist/* exactOptional */.yqP(parts/* text */.Qq), detail: parts/* text */.Qq })), 'Values that stood before the migration and are not back after the rollback.'),
            refused: (0,parts.is)(dist/* array */.YOg(dist/* strictObject */.rej({ data: parts/* text */.Qq, line: parts/* natural */.c4, sqlstate: parts/* text */.Qq, error: parts/* text */.Qq })), 'New data that the migration allows and the rollback stumbles over.'),
            dropped: (0,parts.is)(dist/* array */.YOg(parts/* text */.Qq), 'New columns and tables: what is written there goes with the rollback.'),
        })),
        irreversible: dist/* exactOptional */.yqP((0,parts.is)(parts/* text */.Qq, 'Why the migration has no way back, in its author’s words.')),
    }),
    rerun: dist/* strictObject */.rej({
        verdict: dist/* picklist */.KIO(['repeatable', 'differs', 'fails', 'not checked']),
        differences,
        interrupted: dist/* exactOptional */.yqP((0,parts.is)(dist/* array */.YOg(dist/* strictObject */.rej({
            line: parts/* natural */.c4,
            leavesInvalidIndex: dist/* boolean */.zMY(),
            again: retry,
            rolledBack: dist/* exactOptional */.yqP(retry),
        })), 'The migration stopped at each statement, then run again, or rolled back.')),
    }),
    validations: dist/* array */.YOg(validation),
    plans: dist/* array */.YOg(plan),
    queries: (0,parts.is)(dist/* array */.YOg(query), 'The application’s queries, tried before the migration and after it.'),
    writeCosts: (0,parts.is)(dist/* array */.YOg(dist/* strictObject */.rej({
        table: parts/* text */.Qq,
        rows: parts/* natural */.c4,
        insert: dist/* strictObject */.rej({ before: parts/* natural */.c4, after: parts/* natural */.c4 }),
        updates: dist/* array */.YOg(dist/* strictObject */.rej({ column: parts/* text */.Qq, before: parts/* natural */.c4, after: parts/* natural */.c4, hotBefore: parts/* natural */.c4, hotAfter: parts/* natural */.c4 })),
    })), 'WAL bytes for each inserted and updated row, before and after, of tables that gain an index or a trigger.'),
    ...bloat/* bloatPart */.uc,
    proofs: (0,parts.is)(dist/* array */.YOg(proof), 'The checklist: facts that a server showed, or why it could not.'),
});

;// CONCATENATED MODULE: ./build/report-schema/report.js
/**
 * The shape of the JSON report: its types (types.ts) and the published JSON Schema come from here. Only the generator, the
 * tests and what reads reports of other jobs load this module: the renderers need no validation library.
 */



const severity = dist/* picklist */.KIO(['error', 'warning', 'info']);
const finding = (0,parts.is)(dist/* strictObject */.rej({
    rule: (0,parts.is)(parts/* text */.Qq, 'The id of the rule, for example `index-not-concurrent`.'),
    severity,
    evidence: (0,parts.is)(dist/* picklist */.KIO(['confirmed', 'observed', 'static', 'refuted']), 'Predicted and observed, seen only by the rehearsal, predicted but not rehearsed, or shown otherwise by the server. Refuted findings do not count.'),
    ...parts/* location */.C5,
    message: (0,parts.is)(parts/* text */.Qq, 'What is wrong, on which object, and what it does to production.'),
    help: (0,parts.is)(parts/* text */.Qq, 'What to do instead; may hold SQL on lines of its own.'),
    statement: dist/* exactOptional */.yqP((0,parts.is)(parts/* text */.Qq, "The statement's text.")),
    proof: dist/* exactOptional */.yqP((0,parts.is)(parts/* text */.Qq, 'What the server said or did.')),
    related: dist/* exactOptional */.yqP((0,parts/* list */.p_)(dist/* strictObject */.rej({ ...parts/* location */.C5, message: parts/* text */.Qq }), 'Other places that matter.')),
    fixes: dist/* exactOptional */.yqP((0,parts/* list */.p_)(dist/* strictObject */.rej({ description: parts/* text */.Qq, edits: dist/* array */.YOg(dist/* strictObject */.rej({ ...parts/* location */.C5, text: parts/* text */.Qq })) }), 'Mechanical repairs: applying all edits of one gives the safe form.')),
}), 'What a rule or the rehearsal reports.');
/** The report, as it is written with `--format json`. */
const reportSchema = (0,parts.is)(dist/* strictObject */.rej({
    schemaVersion: (0,parts.is)(dist/* literal */.euz(2), 'Raised when a reader of the old shape would break.'),
    tool: dist/* strictObject */.rej({ name: parts/* text */.Qq, version: parts/* text */.Qq }),
    verdict: (0,parts.is)(dist/* picklist */.KIO(['pass', 'fail']), 'What the exit code says.'),
    failOn: (0,parts.is)(dist/* picklist */.KIO(['error', 'warning', 'info', 'never']), 'The least severity that fails the check.'),
    postgres: dist/* strictObject */.rej({
        target: (0,parts.is)(dist/* nullable */.mee(parts/* natural */.c4), "Production's major version, where it is known."),
        server: (0,parts.is)(dist/* nullable */.mee(dist/* strictObject */.rej({ kind: dist/* picklist */.KIO(['service', 'local', 'embedded']), version: parts/* text */.Qq })), 'The server that the migrations were rehearsed on; null where none was.'),
    }),
    baseline: dist/* exactOptional */.yqP((0,parts.is)(dist/* strictObject */.rej({ scripts: parts/* natural */.c4, fromCache: (0,parts.is)(parts/* natural */.c4, 'How many of them an earlier run had run.') }), 'The scripts of baseline and seed that the rehearsal started from. Absent where nothing was rehearsed.')),
    comparedWith: (0,parts.is)(dist/* nullable */.mee(parts/* text */.Qq), 'What the changes were compared with.'),
    layouts: (0,parts.is)(dist/* array */.YOg(dist/* strictObject */.rej({ root: parts/* text */.Qq, layout: parts/* text */.Qq, reason: parts/* text */.Qq })), 'Which migration tool’s layout each folder has, and how that was known.'),
    counts: (0,parts.is)(dist/* strictObject */.rej({ error: parts/* natural */.c4, warning: parts/* natural */.c4, info: parts/* natural */.c4 }), 'Findings that count towards the verdict.'),
    statements: dist/* strictObject */.rej({
        checked: parts/* natural */.c4,
        notUnderstood: (0,parts.is)(parts/* natural */.c4, 'Statements that no rule could look at.'),
    }),
    notChecked: (0,parts/* list */.p_)(dist/* strictObject */.rej({
        check: parts/* text */.Qq,
        id: dist/* exactOptional */.yqP((0,parts.is)(dist/* picklist */.KIO(['rehearsal', 'rerun-halfway']), 'Which check it is, where programs ask.')),
        path: dist/* exactOptional */.yqP((0,parts.is)(parts/* text */.Qq, 'The migration that it is about.')),
        reason: parts/* text */.Qq,
    }), 'What was left out, and why.'),
    findings: dist/* array */.YOg(finding),
    migrations: dist/* array */.YOg(migration),
    durationMs: (0,parts.is)(dist/* number */.aig(), 'How long the whole check took.'),
}), 'The report of migration-safety, as `migration-safety check --format json` writes it.');

;// CONCATENATED MODULE: ./build/action/reports.js
/** Reads reports that other jobs wrote. They are strangers' data: nothing in them is believed but their shape. */





const FILE = 'report.json';
/** What an artifact's name may begin with, as our workflows name them. */
const PREFIX = 'migration-safety-';
const MAX_BYTES = 25 * 1024 * 1024;
const MAX_REPORTS = 100;
/** `folder/report.json`, or one in each folder below it, by the folders' names. Throws `UsageError`. */
async function readReports(folder) {
    const single = await readReport((0,external_node_path_.join)(folder, FILE));
    if (single)
        return [{ name: '', report: single }];
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(() => []);
    const folders = entries.filter((entry) => entry.isDirectory()).sort((a, b) => (a.name < b.name ? -1 : 1));
    if (folders.length > MAX_REPORTS)
        throw new usage_error/* UsageError */.e(`reports: more than ${MAX_REPORTS} folders in ${folder}.`);
    const reports = [];
    for (const { name } of folders) {
        const report = await readReport((0,external_node_path_.join)(folder, name, FILE));
        if (report)
            reports.push({ name: name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name, report });
    }
    return reports;
}
/** Null where there is no such file. A link is none: it could lead to anything on this machine. */
async function readReport(path) {
    const stats = await (0,promises_.lstat)(path).catch(() => null);
    if (!stats?.isFile())
        return null;
    if (stats.size > MAX_BYTES)
        throw new usage_error/* UsageError */.e(`reports: ${path} is larger than ${MAX_BYTES / 1024 / 1024} MB.`);
    const parsed = dist/* safeParse */.xLC(reportSchema, parseJson(await (0,promises_.readFile)(path, 'utf8'), path));
    if (parsed.success)
        return parsed.output;
    const [issue] = parsed.issues;
    const where = dist/* getDotPath */.BuJ(issue) ?? 'the top';
    throw new usage_error/* UsageError */.e(`reports: ${path} is no report of this version of migration-safety: at ${where}: ${issue.message.slice(0, 300)}. Both workflows have to use the same version of the Action.`);
}
function parseJson(text, path) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw new usage_error/* UsageError */.e(`reports: ${path} is not JSON.`);
    }
}

;// CONCATENATED MODULE: ./build/action/report-mode.js
/** `mode: report`: tells what other jobs found. It runs no SQL and checks out no code. */











/** Beside other jobs the exit code is the verdict of all reports together; after a run it is that run's business. */
async function reportMode(event, world) {
    if (event.name === 'workflow_run')
        return afterRun(event, world);
    const change = (0,github_event/* readEvent */.j)(event);
    const { inputs } = world;
    const found = await readReports(inputs.reports);
    const wanted = found.filter(({ name }) => inputs.databases === null || inputs.databases.includes(name));
    const missing = (inputs.databases ?? []).filter((name) => !found.some((one) => one.name === name));
    const [first, ...rest] = wanted;
    if (first === undefined) {
        // No database in the repository: the matrix was empty, and there is nothing to be proven.
        if (inputs.databases?.length === 0)
            return 0;
        throw new usage_error/* UsageError */.e(`reports: there is no report.json in ${inputs.reports}: no job has left a report.`);
    }
    return publishAll([first, ...rest], missing, change, world);
}
async function afterRun(event, world) {
    const run = finishedRun(event);
    const { github, inputs } = world;
    if (github === null)
        throw new usage_error/* UsageError */.e('github-token: mode report needs a token to find the pull request.');
    const pulls = run.event === 'pull_request' ? await pullRequestsOf(github, run).catch(refused) : [];
    const [pull, ...others] = pulls;
    if (pull === undefined || others.length > 0) {
        const why = pull ? `${pulls.length} open pull requests have` : 'no open pull request has';
        (0,core/* info */.pq)(`Nothing is written: ${why} the commit ${run.sha.slice(0, 7)} of that run as its head.`);
        return 0;
    }
    const env = { ...world.env, GITHUB_RUN_ID: String(run.id) };
    const tellOfNone = (reason, createIfMissing) => (0,give_up/* tellPullRequest */.g)(reason, pull, { env, github, inputs }, createIfMissing);
    const [first, ...rest] = await readReports(inputs.reports).catch(async (error) => {
        await tellOfNone('the pull request’s own run left a report that can’t be read. Look at its log.', false);
        throw error;
    });
    if (first === undefined) {
        (0,core/* info */.pq)('That run ended before it had a report.');
        const failed = run.conclusion === 'failure' || run.conclusion === 'timed_out';
        await tellOfNone('the pull request’s own run ended before it had a report. Its log says why.', failed);
        return 0;
    }
    const origin = 'from the artifact of the pull request’s own run: the required status is what counts';
    await publishAll([first, ...rest], [], pull, { ...world, env }, origin);
    return 0;
}
function refused(error) {
    (0,core/* warning */.$e)((0,errors/* explainRefusal */.GC)('The comment on the pull request', error, false));
    return [];
}
async function publishAll(reports, missing, change, world, origin) {
    const { inputs, env, github } = world;
    const report = mergeReports(reports, missing);
    const isOne = reports.length === 1 && missing.length === 0;
    const context = { ...(isOne ? {} : { parts: { reports, missing } }), ...(origin && { origin }) };
    const diff = await diffOf(change, github);
    await (0,published/* tell */.q)(report, (0,render/* render */.X)(report, { change, diff, commentKey: inputs.commentKey, env, context }), change, world);
    return report.verdict === 'pass' ? 0 : 1;
}
/** Links into the diff are a nicety: without them they lead to the files. */
async function diffOf(change, github) {
    if (change.kind !== 'pull_request' || github === null)
        return new Map();
    return (0,changed_files/* pullRequestFiles */.s)(github, change).then(({ diff }) => diff, () => new Map());
}


/***/ })

};
