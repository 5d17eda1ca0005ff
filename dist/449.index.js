export const id = 449;
export const ids = [449];
export const modules = {

/***/ 69449:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportMode: () => (/* binding */ reportMode)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/github/changed-files.js
var changed_files = __webpack_require__(5076);
// EXTERNAL MODULE: ./build/github/errors.js
var errors = __webpack_require__(47307);
// EXTERNAL MODULE: ./build/github/event.js
var github_event = __webpack_require__(6830);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
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
/** The run as GitHub describes it, the only source that counts: an artifact is the fork's. */
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
    const silenced = all.flatMap((report) => report.silenced ?? []);
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
        ...(silenced.length > 0 && { silenced }),
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
var usage_error = __webpack_require__(75968);
// EXTERNAL MODULE: ./build/action/give-up.js + 2 modules
var give_up = __webpack_require__(82835);
// EXTERNAL MODULE: ./build/action/publish-report.js + 3 modules
var publish_report = __webpack_require__(50099);
// EXTERNAL MODULE: ./build/action/render.js + 59 modules
var render = __webpack_require__(17489);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/sql/locks.js
var locks = __webpack_require__(14283);
;// CONCATENATED MODULE: ./build/report-schema/parts.js
/** Small pieces that the parts of the report's schema share. */

const parts_text = dist/* string */.YjP();
const natural = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(0));
const position = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(1));
/** The schema with a description for its readers. */
function is(schema, description) {
    return dist/* pipe */.FsL(schema, dist/* description */.h_(description));
}
/** An array with a description. */
function list(item, description) {
    return dist/* pipe */.FsL(dist/* array */.YOg(item), dist/* description */.h_(description));
}
/** The members of a place in a file. Lines and columns are 1-based; columns count UTF-16 units, as editors do. */
const parts_location = {
    path: is(parts_text, "The file's path, relative to the repository's root, with forward slashes."),
    line: is(position, '1-based.'),
    column: is(position, '1-based, in UTF-16 units.'),
    endLine: position,
    endColumn: is(position, 'The column after the last character.'),
};

;// CONCATENATED MODULE: ./build/report-schema/bloat.js
/** The part of the report that the proof `bloat` fills. */


const bloatOfTable = dist/* strictObject */.rej({
    table: parts_text,
    rows: is(natural, 'How many rows it was seen on.'),
    rewritten: is(dist/* boolean */.zMY(), 'All of it was written anew: its old file goes, but both need room for a while.'),
    deadPercent: is(natural, 'Row versions that UPDATE and DELETE left behind, for each 100 rows.'),
    bytes: is(dist/* strictObject */.rej({ before: natural, after: natural }), 'Size with indexes and TOAST.'),
});
const bloatPart = {
    bloat: list(bloatOfTable, 'What it leaves for vacuum in tables that were there before, and that it wrote to or rewrote.'),
};

;// CONCATENATED MODULE: ./build/report-schema/migration.js
/** The shape of one migration in the JSON report. */




const lock = dist/* strictObject */.rej({
    relation: is(parts_text, 'Schema-qualified unless it is in `public`.'),
    mode: dist/* picklist */.KIO(locks/* LOCK_MODES */.bx),
    blocks: list(dist/* picklist */.KIO(['reads', 'writes', 'ddl', 'vacuum']), 'What others have to wait with.'),
    isNew: is(dist/* boolean */.zMY(), 'Created by this change: nobody else can wait for it.'),
});
const role = dist/* picklist */.KIO(['up', 'down', 'verify', 'maintenance']);
const differences = list(dist/* strictObject */.rej({
    change: dist/* picklist */.KIO(['extra', 'missing', 'changed']),
    kind: parts_text,
    name: parts_text,
    before: dist/* exactOptional */.yqP(parts_text),
    after: dist/* exactOptional */.yqP(parts_text),
}), 'Objects that differ between two snapshots of the catalogs.');
const statement = dist/* strictObject */.rej({
    role,
    path: parts_text,
    line: natural,
    endLine: natural,
    kind: is(parts_text, "The parse tree's tag, for example `IndexStmt`."),
    sql: parts_text,
    status: is(dist/* picklist */.KIO(['applied', 'failed', 'skipped', 'notRun']), 'What became of it in the rehearsal. Skipped: an earlier statement of its script failed. NotRun: nothing was rehearsed.'),
    sqlstate: dist/* exactOptional */.yqP(parts_text),
    error: dist/* exactOptional */.yqP(parts_text),
    hint: dist/* exactOptional */.yqP(parts_text),
    position: is(dist/* exactOptional */.yqP(natural), 'Where in the SQL the server points at, in characters from 1.'),
    locks: is(dist/* nullable */.mee(dist/* array */.YOg(lock)), 'Null where the server could not observe them.'),
    objectLocks: list(dist/* strictObject */.rej({ object: parts_text, mode: lock.entries.mode }), 'Locks on what is no relation, such as a type or a schema.'),
    waits: list(parts_text, 'What a statement outside transactions waited for, in order, for example `writers of orders`.'),
    rewrites: list(parts_text, 'Tables and indexes whose storage was written anew.'),
    scans: list(parts_text, 'Tables that were read from end to end.'),
    rows: list(dist/* strictObject */.rej({ relation: parts_text, inserted: dist/* number */.aig(), updated: dist/* number */.aig(), deleted: dist/* number */.aig() }), 'Rows that it wrote.'),
    objects: is(differences, 'Relations, columns and constraints that it created, changed or dropped.'),
    invalidIndexes: dist/* array */.YOg(parts_text),
    lockTimeoutMs: is(dist/* nullable */.mee(dist/* number */.aig()), 'The lock_timeout in force; 0 waits for ever. Null where nothing was observed.'),
    notices: list(parts_text, 'What the server said besides the result.'),
    durationMs: dist/* number */.aig(),
    walBytes: is(dist/* nullable */.mee(dist/* number */.aig()), "Null where the server can't count what this session alone wrote."),
});
const hold = dist/* strictObject */.rej({
    ...lock.entries,
    role,
    path: parts_text,
    transaction: is(natural, "Counts the script's transactions, from 1."),
    from: is(natural, 'Line of the statement that took it.'),
    until: is(natural, 'Line of the statement at whose end it was released.'),
    untilPath: dist/* exactOptional */.yqP(is(parts_text, 'Its file, where the tool’s transaction ends in another one.')),
    heldMs: is(dist/* number */.aig(), 'How long it was held in the rehearsal. Never decides.'),
});
const validation = dist/* strictObject */.rej({
    path: parts_text,
    line: natural,
    sql: parts_text,
    status: is(dist/* picklist */.KIO(['passed', 'failed', 'unchecked', 'notRun']), 'Unchecked: it ran, but nothing was expected of it.'),
    expectation: dist/* exactOptional */.yqP(parts_text),
    detail: dist/* exactOptional */.yqP(is(parts_text, "What came back instead, or the server's error.")),
    sqlstate: dist/* exactOptional */.yqP(parts_text),
    columns: dist/* exactOptional */.yqP(dist/* array */.YOg(parts_text)),
    rows: dist/* exactOptional */.yqP(list(dist/* array */.YOg(dist/* nullable */.mee(parts_text)), 'The first rows, as text.')),
});
const plan = dist/* strictObject */.rej({
    path: parts_text,
    line: natural,
    sql: parts_text,
    index: is(parts_text, 'The index that the query is expected to use.'),
    status: is(dist/* picklist */.KIO(['chosen', 'usable', 'not used']), 'Usable: chosen only while sequential scans were switched off.'),
    plan: is(parts_text, "The plan's nodes, on one line."),
});
const proof = dist/* strictObject */.rej({
    check: is(parts_text, 'The proof, for example `rollback`.'),
    status: dist/* picklist */.KIO(['proven', 'failed', 'not checked']),
    reason: dist/* exactOptional */.yqP(is(dist/* picklist */.KIO([
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
    title: parts_text,
    detail: is(parts_text, 'What was tried, and on what.'),
    table: dist/* exactOptional */.yqP(is(dist/* strictObject */.rej({ caption: parts_text, head: dist/* array */.YOg(parts_text), rows: dist/* array */.YOg(dist/* array */.YOg(parts_text)) }), 'More of what was seen, for people.')),
});
const query = dist/* strictObject */.rej({
    name: parts_text,
    path: parts_text,
    line: natural,
    sql: is(parts_text, 'With its parameters as $1, $2, …'),
    status: is(dist/* picklist */.KIO(['works', 'breaks', 'breaks where prepared', 'fails already', 'not checked']), 'Breaks: the new schema refuses it. Breaks where prepared: only connections that prepared it before refuse it. Fails already: the old schema refuses it, too. Not checked: Postgres can’t tell a parameter’s type.'),
    sqlstate: dist/* exactOptional */.yqP(parts_text),
    error: dist/* exactOptional */.yqP(parts_text),
    onRows: dist/* exactOptional */.yqP(is(dist/* picklist */.KIO(['works', 'breaks', 'fails already', 'not checked']), 'What it came to when it was run on rows, before the migration and after it, with made-up values. Not checked: what was refused depends on the values. Absent where it was planned only.')),
    result: dist/* exactOptional */.yqP(is(dist/* strictObject */.rej({ before: parts_text, after: parts_text }), 'The columns of its result with their types, where they change.')),
    planBefore: dist/* exactOptional */.yqP(is(parts_text, 'The plan’s nodes, one line; parameters are unknown to it.')),
    planAfter: dist/* exactOptional */.yqP(parts_text),
    indexes: list(parts_text, 'The indexes that the new plan uses.'),
});
const retry = dist/* strictObject */.rej({
    verdict: dist/* picklist */.KIO(['succeeds', 'differs', 'fails']),
    differences,
    line: dist/* exactOptional */.yqP(natural),
    sqlstate: dist/* exactOptional */.yqP(parts_text),
    error: dist/* exactOptional */.yqP(parts_text),
});
const migration = dist/* strictObject */.rej({
    id: is(parts_text, "What the layout's tool calls it."),
    path: is(parts_text, 'The path of its `up` script.'),
    layout: parts_text,
    madeToRun: dist/* exactOptional */.yqP(is(parts_text, 'How the rehearsal had to change the run so that the rest could be checked.')),
    statements: dist/* array */.YOg(statement),
    lockTimeline: is(dist/* array */.YOg(hold), 'Locks over their whole life, transaction by transaction.'),
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
        reordered: dist/* exactOptional */.yqP(is(dist/* array */.YOg(parts_text), 'Tables whose columns stand in another order than before.')),
        harmless: dist/* exactOptional */.yqP(is(differences, 'What differs and counts for nothing: constraints validated since; where the author says so, values that an enum keeps and indexes that go with their constraint.')),
        missingSql: dist/* exactOptional */.yqP(is(parts_text, 'SQL that the down script forgot, as a server ran it; what differs after all of it stands in comments below.')),
        data: dist/* exactOptional */.yqP(dist/* strictObject */.rej({
            lost: is(dist/* array */.YOg(dist/* strictObject */.rej({ table: parts_text, column: dist/* exactOptional */.yqP(parts_text), detail: parts_text })), 'Values that stood before the migration and are not back after the rollback.'),
            refused: is(dist/* array */.YOg(dist/* strictObject */.rej({ data: parts_text, line: natural, sqlstate: parts_text, error: parts_text })), 'New data that the migration allows and the rollback stumbles over.'),
            dropped: is(dist/* array */.YOg(parts_text), 'New columns and tables: what is written there goes with the rollback.'),
        })),
        irreversible: dist/* exactOptional */.yqP(is(parts_text, 'Why the migration has no way back, in its author’s words.')),
    }),
    rerun: dist/* strictObject */.rej({
        verdict: dist/* picklist */.KIO(['repeatable', 'differs', 'fails', 'not checked']),
        differences,
        interrupted: dist/* exactOptional */.yqP(is(dist/* array */.YOg(dist/* strictObject */.rej({
            line: natural,
            leavesInvalidIndex: dist/* boolean */.zMY(),
            again: retry,
            rolledBack: dist/* exactOptional */.yqP(retry),
        })), 'The migration stopped at each statement, then run again, or rolled back.')),
    }),
    validations: dist/* array */.YOg(validation),
    plans: dist/* array */.YOg(plan),
    queries: is(dist/* array */.YOg(query), 'The application’s queries, tried before the migration and after it.'),
    writeCosts: is(dist/* array */.YOg(dist/* strictObject */.rej({
        table: parts_text,
        rows: natural,
        insert: dist/* strictObject */.rej({ before: natural, after: natural }),
        updates: dist/* array */.YOg(dist/* strictObject */.rej({ column: parts_text, before: natural, after: natural, hotBefore: natural, hotAfter: natural })),
    })), 'WAL bytes for each inserted and updated row, before and after, of tables that gain an index or a trigger.'),
    ...bloatPart,
    proofs: is(dist/* array */.YOg(proof), 'The checklist: facts that a server showed, or why it could not.'),
});

// EXTERNAL MODULE: ./build/report-schema/words.js
var words = __webpack_require__(93744);
;// CONCATENATED MODULE: ./build/report-schema/report.js
/**
 * The shape of the JSON report: its types (types.ts) and the published JSON Schema come from here. Only the generator, the
 * tests and what reads reports of other jobs load this module: the renderers need no validation library.
 */




const severity = dist/* picklist */.KIO(words/* SEVERITIES */.oC);
const evidence = is(dist/* picklist */.KIO(['confirmed', 'observed', 'static', 'refuted']), `${Object.entries(words/* EVIDENCE */.S4)
    .map(([word, means]) => `\`${word}\`: ${means}`)
    .join('; ')}. Refuted findings do not count.`);
const finding = is(dist/* strictObject */.rej({
    rule: is(parts_text, 'The id of the rule, for example `index-not-concurrent`.'),
    severity,
    evidence,
    ...parts_location,
    message: is(parts_text, 'What is wrong, on which object, and what it does to production.'),
    help: is(parts_text, 'What to do instead; may hold SQL on lines of its own.'),
    ignore: dist/* exactOptional */.yqP(is(parts_text, 'The comment that silences it, once a reason stands in it; its place is above the statement.')),
    statement: dist/* exactOptional */.yqP(is(parts_text, "The statement's text.")),
    proof: dist/* exactOptional */.yqP(is(parts_text, 'What the server said or did.')),
    places: dist/* exactOptional */.yqP(list(dist/* strictObject */.rej(parts_location), 'Where else the same is so, for the same cause.')),
    consequences: dist/* exactOptional */.yqP(list(dist/* strictObject */.rej({ rule: parts_text, evidence, ...parts_location, message: parts_text }), 'What follows from it, and is mended with it: no findings of their own.')),
    related: dist/* exactOptional */.yqP(list(dist/* strictObject */.rej({ ...parts_location, message: parts_text }), 'Other places that matter.')),
    fixes: dist/* exactOptional */.yqP(list(dist/* strictObject */.rej({ description: parts_text, edits: dist/* array */.YOg(dist/* strictObject */.rej({ ...parts_location, text: parts_text })) }), 'Mechanical repairs: applying all edits of one gives the safe form.')),
}), 'What a rule or the rehearsal reports.');
/** The report, as it is written with `--format json`. */
const reportSchema = is(dist/* strictObject */.rej({
    schemaVersion: is(dist/* literal */.euz(2), 'Raised when a reader of the old shape would break.'),
    tool: dist/* strictObject */.rej({ name: parts_text, version: parts_text }),
    verdict: is(dist/* picklist */.KIO(['pass', 'fail']), 'What the exit code says.'),
    failOn: is(dist/* picklist */.KIO(words/* FAIL_ON */.d$), 'The least severity that fails the check.'),
    postgres: dist/* strictObject */.rej({
        target: is(dist/* nullable */.mee(natural), "Production's major version, where it is known."),
        server: is(dist/* nullable */.mee(dist/* strictObject */.rej({ kind: dist/* picklist */.KIO(words/* SERVER_KINDS */.yX), version: parts_text })), 'The server that the migrations were rehearsed on; null where none was.'),
    }),
    baseline: dist/* exactOptional */.yqP(is(dist/* strictObject */.rej({ scripts: natural, fromCache: is(natural, 'How many of them an earlier run had run.') }), 'The scripts of baseline and seed that the rehearsal started from. Absent where nothing was rehearsed.')),
    comparedWith: is(dist/* nullable */.mee(parts_text), 'What the changes were compared with.'),
    layouts: is(dist/* array */.YOg(dist/* strictObject */.rej({ root: parts_text, layout: parts_text, reason: parts_text })), 'Which migration tool’s layout each folder has, and how that was known.'),
    counts: is(dist/* strictObject */.rej({ error: natural, warning: natural, info: natural }), 'Findings that count towards the verdict.'),
    statements: dist/* strictObject */.rej({
        checked: natural,
        notUnderstood: is(natural, 'Statements that no rule could look at.'),
    }),
    notChecked: list(dist/* strictObject */.rej({
        check: parts_text,
        id: dist/* exactOptional */.yqP(is(dist/* picklist */.KIO(['rehearsal', 'rerun-halfway']), 'Which check it is, where programs ask.')),
        path: dist/* exactOptional */.yqP(is(parts_text, 'The migration that it is about.')),
        reason: parts_text,
    }), 'What was left out, and why.'),
    findings: list(finding, 'The gravest first.'),
    silenced: dist/* exactOptional */.yqP(list(dist/* strictObject */.rej({
        rule: parts_text,
        severity,
        ...parts_location,
        message: parts_text,
        by: is(dist/* strictObject */.rej({ ...parts_location, reason: parts_text }), 'The directive that silences it, and the reason that its author gives.'),
    }), 'Findings that a directive silences; they do not count. Absent where there is none.')),
    migrations: dist/* array */.YOg(migration),
    durationMs: is(dist/* number */.aig(), 'How long the whole check took.'),
}), 'The report of migration-safety, as `migration-safety check --format json` writes it.');

;// CONCATENATED MODULE: ./build/action/reports.js
/** Reads reports that other jobs wrote. They are untrusted data: nothing in them is relied on but their shape. */





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
/** `mode: report`: publishes what other jobs found. It runs no SQL and checks out no code. */











/** Beside other jobs the exit code is the verdict of all reports together; after a run, that run's counts. */
async function reportMode(event, actionContext) {
    if (event.name === 'workflow_run')
        return afterRun(event, actionContext);
    const change = (0,github_event/* readEvent */.j)(event);
    const { inputs } = actionContext;
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
    return publishAll({ reports: [first, ...rest], missing }, change, actionContext);
}
async function afterRun(event, actionContext) {
    const run = finishedRun(event);
    const { github, inputs } = actionContext;
    if (github === null)
        throw new usage_error/* UsageError */.e('github-token: mode report needs a token to find the pull request.');
    const pulls = run.event === 'pull_request' ? await pullRequestsOf(github, run).catch(refused) : [];
    const [pull, ...others] = pulls;
    if (pull === undefined || others.length > 0) {
        const why = pull ? `${pulls.length} open pull requests have` : 'no open pull request has';
        (0,core/* info */.pq)(`Nothing is written: ${why} the commit ${run.sha.slice(0, 7)} of that run as its head.`);
        return 0;
    }
    const env = { ...actionContext.env, GITHUB_RUN_ID: String(run.id) };
    const tellOfNone = (reason, createIfMissing) => (0,give_up/* tellPullRequest */.g2)(reason, pull, { env, github, inputs }, createIfMissing);
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
    await publishAll({ reports: [first, ...rest], missing: [], origin }, pull, { ...actionContext, env });
    return 0;
}
function refused(error) {
    (0,core/* warning */.$e)((0,errors/* explainRefusal */.GC)('The comment on the pull request', error, false));
    return [];
}
async function publishAll({ reports, missing, origin }, change, actionContext) {
    const { inputs, env, github } = actionContext;
    const report = mergeReports(reports, missing);
    const isOne = reports.length === 1 && missing.length === 0;
    const context = { ...(isOne ? {} : { parts: { reports, missing } }), ...(origin && { origin }) };
    const diff = await diffOf(change, github);
    await (0,publish_report/* publishReport */.S)(report, (0,render/* render */.X)(report, { change, diff, commentKey: inputs.commentKey, env, context }), change, actionContext);
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
