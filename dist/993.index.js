export const id = 993;
export const ids = [993];
export const modules = {

/***/ 2366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ runScript)
});

// EXTERNAL MODULE: ./build/sql/ast.js
var ast = __webpack_require__(1843);
// EXTERNAL MODULE: ./build/sql/non-transactional.js
var non_transactional = __webpack_require__(9240);
// EXTERNAL MODULE: ./build/sql/refuse.js
var refuse = __webpack_require__(9491);
;// CONCATENATED MODULE: ./build/rehearsal/blocks.js

const ENDS = ['TRANS_STMT_COMMIT', 'TRANS_STMT_ROLLBACK', 'TRANS_STMT_PREPARE'];
/** BEGIN and COMMIT belong to the block that they frame. */
function blocksOf(statements) {
    const blocks = [];
    let block;
    for (const statement of statements) {
        const command = (0,ast/* nodeOf */.E7)(statement.node, 'TransactionStmt')?.kind;
        const begins = command === 'TRANS_STMT_BEGIN' || command === 'TRANS_STMT_START';
        const { kind } = statement.transaction;
        const transaction = kind !== 'none' || begins;
        if (block === undefined || block.transaction !== transaction) {
            const toolBegins = kind === 'layout';
            block = { statements: [], transaction, toolBegins, end: toolBegins ? 'tool' : 'nobody' };
            blocks.push(block);
        }
        block.statements.push(statement);
        if (transaction && ENDS.includes(command)) {
            // The script's own COMMIT closes the tool's transaction too.
            block.end = 'script';
            block = undefined;
        }
    }
    return blocks;
}

// EXTERNAL MODULE: ./build/rehearsal/servers/server.js
var server = __webpack_require__(4160);
;// CONCATENATED MODULE: ./build/rehearsal/refusal.js

function failed(error) {
    return { status: 'failed', ...(error.sqlstate && { sqlstate: error.sqlstate }), error: error.message };
}
/** The server's refusal, or null. Anything else is thrown. */
async function refusal(result) {
    try {
        await result;
        return null;
    }
    catch (error) {
        if (error instanceof server/* PostgresError */.Yj)
            return error;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/rehearsal/statement-report.js
var statement_report = __webpack_require__(6856);
;// CONCATENATED MODULE: ./build/rehearsal/apply.js







const REFUSED_IN_TRANSACTION = '25001';
/** 25001 is what a statement says that must not be in a transaction, 2D000 what COMMIT in a DO block says. */
const NEEDS_AUTOCOMMIT = new Set([REFUSED_IN_TRANSACTION, '2D000']);
/** What the manual calls query_canceled: a statement that had to be stopped has no SQLSTATE of its own. */
const CANCELED = '57014';
/** Runs a script. What Postgres refuses, and a statement that the connection did not survive, are part of the result. */
async function runScript(session, script, tracer) {
    const runner = new Runner(session, script, tracer);
    return runner.run();
}
class Runner {
    #session;
    #script;
    #tracer;
    #reports;
    #failures = [];
    #madeToRun = false;
    #lost = false;
    #transaction = 0;
    /** The transaction of each statement, by its index. */
    #transactions = new Map();
    constructor(session, script, tracer) {
        this.#session = session;
        this.#script = script;
        this.#tracer = tracer;
        this.#reports = script.statements.map((statement) => (0,statement_report/* blankReport */.V)(script, statement, 'skipped'));
    }
    async run() {
        await this.#tracer.refresh();
        let complete = true;
        for (const block of blocksOf(this.#script.statements)) {
            complete = block.transaction ? await this.#inTransaction(block) : await this.#autocommit(block.statements);
            if (!complete)
                break;
        }
        return {
            reports: this.#reports,
            failures: this.#failures,
            complete,
            madeToRun: this.#madeToRun,
            lost: this.#lost,
            ran: this.#ran(),
        };
    }
    #ran() {
        return [...this.#transactions].flatMap(([index, transaction]) => {
            const report = this.#reports[index];
            return report && report.locks !== null ? [{ report, transaction }] : [];
        });
    }
    /** One transaction, as written. Where a statement can't run in one, the block is run again outside. */
    async #inTransaction({ statements, toolBegins, end }) {
        this.#transaction++;
        if (toolBegins)
            await this.#session.query('BEGIN');
        for (const statement of statements) {
            const error = await this.#traced(statement, 'open');
            if (error === null)
                continue;
            await this.#rollback();
            if (error.sqlstate !== REFUSED_IN_TRANSACTION || (0,non_transactional/* nonTransactional */.l)(statement.node) === undefined) {
                this.#failures.push({ statement, error });
                return false;
            }
            return this.#outsideInstead(statements);
        }
        if (end === 'tool')
            return this.#commit(statements);
        // A transaction that nobody closes is rolled back when the connection ends.
        if (end === 'nobody')
            await this.#rollback();
        return true;
    }
    /** Deferred constraints speak up at COMMIT. */
    async #commit(statements) {
        const error = await refusal(this.#session.query('COMMIT'));
        this.#tracer.transactionEnded();
        const statement = statements.at(-1);
        if (error === null || statement === undefined)
            return true;
        this.#failures.push({ statement, error });
        this.#set(statement, { status: 'failed', sqlstate: error.sqlstate, error: error.message });
        return false;
    }
    /** Runs a refused transaction's statements one by one; each that can't run in a transaction is shown to be refused in one. */
    async #outsideInstead(statements) {
        this.#madeToRun = true;
        for (const statement of statements) {
            if (statement.kind === 'TransactionStmt') {
                this.#set(statement, { status: 'applied' });
                continue;
            }
            const refused = (0,non_transactional/* nonTransactional */.l)(statement.node) && (await this.#probe(statement));
            if (!(await this.#autocommit([statement])))
                return false;
            if (refused) {
                this.#failures.push({ statement, error: refused });
                this.#set(statement, { status: 'failed', sqlstate: refused.sqlstate, error: refused.message });
            }
        }
        return true;
    }
    async #probe(statement) {
        await this.#session.query('BEGIN');
        const error = await refusal(this.#session.query(statement.sql));
        await this.#session.query('ROLLBACK');
        return error;
    }
    /** Statement by statement. Each is given a transaction of its own, so that its locks can be seen, where it can run in one. */
    async #autocommit(statements) {
        for (const statement of statements) {
            let error = await this.#alone(statement, (0,non_transactional/* nonTransactional */.l)(statement.node) === undefined);
            if (error && NEEDS_AUTOCOMMIT.has(error.sqlstate))
                error = await this.#alone(statement, false);
            if (error) {
                this.#failures.push({ statement, error });
                return false;
            }
        }
        return true;
    }
    async #alone(statement, inTransaction) {
        this.#transaction++;
        const error = await this.#traced(statement, inTransaction ? 'alone' : 'outside');
        if (isSpoken(statement))
            return error;
        if (!inTransaction) {
            if (error !== null && !this.#lost)
                await this.#remains(statement);
            return error;
        }
        if (error === null)
            return (await this.#commit([statement])) ? null : (this.#failures.pop()?.error ?? null);
        await this.#rollback();
        return error;
    }
    /** What fails outside a transaction leaves its first steps behind. */
    async #remains(statement) {
        await this.#tracer.refresh();
        this.#set(statement, { invalidIndexes: this.#tracer.invalidIndexes });
    }
    async #rollback() {
        if (this.#lost)
            return;
        await this.#session.query('ROLLBACK');
        await this.#tracer.refresh();
    }
    /** `open`: inside a transaction that is open; `alone`: in one of its own, left open; `outside`: in none. */
    async #traced(statement, where) {
        this.#transactions.set(statement.index, this.#transaction);
        const reason = (0,refuse/* refuse */.T)(statement);
        if (reason !== undefined) {
            const error = new server/* PostgresError */.Yj({ message: reason, sqlstate: '' });
            this.#set(statement, failed(error));
            return error;
        }
        if (isSpoken(statement))
            return this.#spoken(statement);
        try {
            const run = () => this.#session.query(statement.sql);
            const observe = {
                open: () => this.#tracer.observe(run),
                alone: () => this.#tracer.observeAlone(run),
                outside: () => this.#tracer.observeOutside(statement.node, run),
            };
            if (DROPS_PREPARED.has(statement.kind))
                this.#tracer.sessionChanged();
            this.#set(statement, { status: 'applied', ...(await observe[where]()) });
            return null;
        }
        catch (thrown) {
            if (thrown instanceof server/* ServerLost */.m2)
                this.#lost = true;
            else if (!(thrown instanceof server/* PostgresError */.Yj))
                throw thrown;
            const error = thrown instanceof server/* ServerLost */.m2 ? new server/* PostgresError */.Yj({ message: thrown.message, sqlstate: CANCELED }) : thrown;
            this.#set(statement, failed(error));
            return error;
        }
    }
    /** BEGIN, SET and the like are sent as they are: looking would be a query, and SET TRANSACTION must come before any. */
    async #spoken(statement) {
        const error = await refusal(this.#session.query(statement.sql));
        this.#set(statement, error ? failed(error) : { status: 'applied' });
        const command = (0,ast/* nodeOf */.E7)(statement.node, 'TransactionStmt')?.kind ?? '';
        if (command.startsWith('TRANS_STMT_ROLLBACK'))
            await this.#tracer.refresh();
        else
            this.#tracer.transactionEnded();
        return error;
    }
    #set(statement, facts) {
        const report = this.#reports[statement.index];
        if (report === undefined)
            return;
        if (facts.status === undefined) {
            this.#reports[statement.index] = { ...report, ...facts };
            return;
        }
        const { sqlstate: _, error: __, ...rest } = report;
        this.#reports[statement.index] = { ...rest, ...facts };
    }
}
const DROPS_PREPARED = new Set(['DiscardStmt', 'DeallocateStmt']);
/** Statements about the session or the transaction: nothing of theirs can be observed. */
function isSpoken({ kind }) {
    return kind === 'TransactionStmt' || kind === 'VariableSetStmt';
}


/***/ }),

/***/ 4951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HI: () => (/* binding */ stopsTraffic),
/* harmony export */   Ik: () => (/* binding */ hazards),
/* harmony export */   qf: () => (/* binding */ lockOrder)
/* harmony export */ });
/* harmony import */ var _built_in_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2702);
/** Hazards that follow from what the server did, whatever the SQL looks like. Pure. */

/** Everything that a script's own run gives away, in the order of its statements. */
function hazards(shown) {
    const blocking = blockingWork(shown);
    // A table that is stopped for long is told of once.
    const told = new Set(blocking.map(({ at, fact }) => `${at.start} ${fact.lockOn}`));
    const unnamed = unnamedTables(shown).filter(({ at, fact }) => !told.has(`${at.start} ${fact.lockOn}`));
    return [...blocking, ...unnamed, ...missingLockTimeout(shown)];
}
/** Whether others have to wait for the lock with what they do all day. */
function stopsTraffic({ blocks, isNew }) {
    return !isNew && (blocks.includes('reads') || blocks.includes('writes'));
}
/** Who waits, for the middle of a sentence. */
function waiters({ blocks }) {
    return blocks.includes('reads') ? 'reads and writes' : 'writes';
}
/** What a statement did that takes longer the more rows there are; TRUNCATE's new files are empty. */
function work({ kind, scans, rewrites, rows }, existing) {
    if (kind === 'TruncateStmt')
        return null;
    const written = rewrites.find((name) => existing.has(name));
    if (written !== undefined)
        return `it rewrites ${written}`;
    const read = scans.find((name) => existing.has(name));
    if (read === undefined)
        return null;
    return rows.some(({ relation }) => relation === read)
        ? `it works through the rows of ${read}`
        : `it reads all of ${read}`;
}
function blockingWork({ script, ran, existing }) {
    const found = [];
    for (const { report, transaction } of ran) {
        const does = work(report, existing);
        const statement = statementOf(script, report);
        if (does === null || statement === undefined)
            continue;
        for (const lock of (report.locks ?? []).filter((it) => stopsTraffic(it) && existing.has(it.relation))) {
            const message = `The statement took ${lock.mode} on ${lock.relation} and held it while ${does}: ${waiters(lock)} of ${lock.relation} wait for a time that grows with the table.`;
            found.push(observe('blocking-scan', statement, message, `${lock.mode} on ${lock.relation}, ${does}`, lock.relation));
        }
        for (const earlier of ran) {
            if (earlier === ran.find((it) => it.report === report))
                break;
            if (earlier.transaction !== transaction)
                continue;
            for (const lock of (earlier.report.locks ?? []).filter((it) => stopsTraffic(it) && existing.has(it.relation))) {
                const message = `The transaction still holds ${lock.mode} on ${lock.relation} from line ${earlier.report.line} while ${does}: ${waiters(lock)} of ${lock.relation} wait for a time that grows with the table.`;
                found.push(observe('lock-held-during-scan', statement, message, `Taken on line ${earlier.report.line}, held to the end of the transaction`));
            }
        }
    }
    return found;
}
/** The referenced side of a foreign key, a partition's parent, a default partition: locked without being named. */
function unnamedTables({ script, ran, existing }) {
    return ran.flatMap(({ report }) => {
        const statement = statementOf(script, report);
        if (statement === undefined || statement.kind === 'DoStmt' || statement.kind === 'CallStmt')
            return [];
        return (report.locks ?? [])
            .filter((lock) => stopsTraffic(lock) && existing.has(lock.relation) && !names(statement.sql, lock.relation))
            .map((lock) => {
            const message = `The statement took ${lock.mode} on ${lock.relation}, which it doesn’t name: ${waiters(lock)} of ${lock.relation} wait for the transaction to end.`;
            return observe('lock-on-unnamed-table', statement, message, `pg_locks showed ${lock.mode} on ${lock.relation}`, lock.relation);
        });
    });
}
function missingLockTimeout({ script, ran }) {
    for (const { report } of ran) {
        const lock = (report.locks ?? []).find(stopsTraffic);
        const statement = statementOf(script, report);
        if (lock === undefined || statement === undefined || report.lockTimeoutMs !== 0 || report.waits.length > 0)
            continue;
        const message = `No lock_timeout is set: behind one long query on ${lock.relation} this statement waits for its ${lock.mode} as long as that takes, and ${waiters(lock)} queue behind it.`;
        return [observe('no-lock-timeout', statement, message, 'lock_timeout was 0 when the lock was taken')];
    }
    return [];
}
/** Transactions of different migrations that take the same two locks in opposite order: run at once, they deadlock. */
function lockOrder(timelines) {
    const found = [];
    const orders = timelines.map(({ path, script, holds }) => ({ path, script, pairs: orderedPairs(holds) }));
    for (const [index, later] of orders.entries()) {
        for (const earlier of orders.slice(0, index)) {
            for (const [pair, hold] of later.pairs) {
                const [first, second] = pair.split(' > ');
                const other = earlier.pairs.get(`${second} > ${first}`);
                const statement = later.script.statements.find(({ location }) => location.line === hold.from);
                if (other === undefined || statement === undefined)
                    continue;
                const message = `This transaction locks ${first} before ${second}; ${earlier.path} locks ${second} before ${first} (line ${other.from}). Run at the same time, the two can deadlock.`;
                found.push(observe('lock-order', statement, message, 'Both orders were seen in the rehearsal'));
            }
        }
    }
    return found;
}
/** `a > b` for each pair of tables that a transaction locks in that order, with the hold that completes it. */
function orderedPairs(holds) {
    const pairs = new Map();
    for (const second of holds.filter(stopsTraffic)) {
        for (const first of holds.filter(stopsTraffic)) {
            const together = first.role === second.role && first.transaction === second.transaction && first.from < second.from;
            if (together && first.relation !== second.relation)
                pairs.set(`${first.relation} > ${second.relation}`, second);
        }
    }
    return pairs;
}
function observe(rule, { sql, start, location }, message, proof, lockOn) {
    return {
        finding: (0,_built_in_js__WEBPACK_IMPORTED_MODULE_0__/* .builtInFinding */ .l)(rule, location, message, { evidence: 'observed', statement: sql, proof }),
        at: { path: location.path, start },
        fact: lockOn === undefined ? {} : { lockOn },
    };
}
function statementOf({ statements }, { line, sql }) {
    return statements.find((statement) => statement.location.line === line && statement.sql === sql);
}
/** Whether the text holds the table's own name as a word. */
function names(sql, relation) {
    const name = relation.split('.').at(-1) ?? relation;
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`(?<![\\w$])${escaped}(?![\\w$])`, 'i').test(sql);
}


/***/ }),

/***/ 9693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ leftUnvalidated),
/* harmony export */   r: () => (/* binding */ newlyUnvalidated)
/* harmony export */ });
/* harmony import */ var _built_in_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2702);
/* harmony import */ var _schema_objects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7250);
/* harmony import */ var _sql_ast_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1843);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8412);
/** Constraints that a change adds NOT VALID and leaves so. Pure. */




/** `introduced`: what each migration left unvalidated; `final`: how the whole change ends. */
function leftUnvalidated(introduced, final) {
    return introduced.flatMap(({ up, reports, keys }) => keys.flatMap((key) => {
        const entry = final.get(key);
        if (entry === undefined || !(0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnvalidated */ .Y9)(entry))
            return [];
        const adds = ({ objects }) => objects.some(({ kind, name }) => kind === 'constraint' && name === (0,_schema_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .shortName */ .EU)(entry.name));
        const place = up.statements[reports.findIndex(adds)] ?? up.statements.at(-1);
        if (place === undefined)
            return [];
        const name = entry.name.split('.').at(-1) ?? entry.name;
        const table = (0,_schema_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .shortName */ .EU)(entry.table ?? '');
        const message = `The constraint ${name} of ${table} is left unvalidated: it holds for new rows only.`;
        const finding = (0,_built_in_js__WEBPACK_IMPORTED_MODULE_0__/* .builtInFinding */ .l)('constraint-not-validated', place.location, message, {
            evidence: 'observed',
            statement: place.sql,
            proof: 'pg_constraint.convalidated is false after the change',
            help: `Validate it in a later migration:\nALTER TABLE ${table} VALIDATE CONSTRAINT ${(0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteIdentifier */ .Cm)(name)};`,
        });
        return [{ finding, at: { path: up.file.path, start: place.start }, fact: {} }];
    }));
}
/** The constraints that are unvalidated after a migration and were not so before. */
function newlyUnvalidated(before, after) {
    return [...after]
        .filter(([key, entry]) => (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnvalidated */ .Y9)(entry) && before.get(key)?.definition !== entry.definition)
        .map(([key]) => key);
}


/***/ }),

/***/ 8993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  notRehearsed: () => (/* binding */ notRehearsed),
  rehearseMigration: () => (/* binding */ rehearseMigration)
});

// EXTERNAL MODULE: ./build/rehearsal/apply.js + 2 modules
var apply = __webpack_require__(2366);
// EXTERNAL MODULE: ./build/rehearsal/hazards/hazards.js
var hazards = __webpack_require__(4951);
// EXTERNAL MODULE: ./build/rehearsal/hazards/unvalidated.js
var unvalidated = __webpack_require__(9693);
// EXTERNAL MODULE: ./build/rehearsal/observation.js
var rehearsal_observation = __webpack_require__(6234);
// EXTERNAL MODULE: ./build/schema/objects.js
var objects = __webpack_require__(7250);
// EXTERNAL MODULE: ./build/built-in.js
var built_in = __webpack_require__(2702);
// EXTERNAL MODULE: ./build/sql/ast.js
var ast = __webpack_require__(1843);
;// CONCATENATED MODULE: ./build/rehearsal/missing-sql.js


/** Children before parents: what is dropped first comes first. */
const ORDER = [
    'policy',
    'trigger',
    'index',
    'constraint',
    'view',
    'materialized view',
    'column',
    'table',
    'foreign table',
    'sequence',
    'function',
    'domain',
    'type',
    'extension',
    'schema',
];
/** DROP statements for what is left over; null where that alone can't restore the schema. */
function dropLeftovers(differences) {
    if (differences.some(({ change, kind }) => change !== 'extra' || !ORDER.includes(kind)))
        return null;
    return [...differences].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)).map(dropStatement);
}
/** Names are the catalogs': their parts joined by dots. A part with a dot of its own makes SQL that the server refuses. */
function dropStatement({ kind, name }) {
    if (kind === 'function')
        return `DROP ROUTINE ${(0,objects/* shortName */.EU)(name)};`;
    const parts = (0,objects/* shortName */.EU)(name).split('.').map(ast/* quoteIdentifier */.Cm);
    const last = parts.at(-1);
    const table = parts.slice(0, -1).join('.');
    switch (kind) {
        case 'column':
        case 'constraint':
            return `ALTER TABLE ${table} DROP ${kind.toUpperCase()} ${last};`;
        case 'trigger':
        case 'policy':
            return `DROP ${kind.toUpperCase()} ${last} ON ${table};`;
        case 'index':
            return `DROP INDEX CONCURRENTLY ${parts.join('.')};`;
        default:
            return `DROP ${kind.toUpperCase()} ${parts.join('.')};`;
    }
}

// EXTERNAL MODULE: ./build/rehearsal/servers/server.js
var server = __webpack_require__(4160);
// EXTERNAL MODULE: ./build/rehearsal/snapshot/snapshot.js + 1 modules
var snapshot = __webpack_require__(8412);
// EXTERNAL MODULE: ./build/rehearsal/stage.js + 2 modules
var rehearsal_stage = __webpack_require__(7760);
;// CONCATENATED MODULE: ./build/rehearsal/rollback.js
/** Proves a rollback: up, down, compare; then up again, compare again. */








/** Runs `down` and `up` again. `before` and `after`: the schema before the migration and after it. */
async function proveRollback(session, up, down, before, after, tracer) {
    const run = await (0,apply/* runScript */.j)(session, down, tracer);
    const observations = run.failures.map(({ statement, error }) => (0,rehearsal_observation/* refused */.J)('down-fails', down, statement, error));
    if (!run.complete) {
        const rollback = { verdict: 'down fails', differences: [] };
        const rerun = { verdict: 'not checked', differences: [] };
        return { rollback, rerun, run, observations, clean: false };
    }
    await (0,rehearsal_stage/* resetSession */.wD)(session);
    const differences = (0,snapshot/* compareSnapshots */.LX)(before, await (0,snapshot/* takeSnapshot */.W9)(session));
    observations.push(...differences.map((difference) => unrestored(difference, up, down)));
    const rollback = { verdict: differences.length === 0 ? 'reversible' : 'not restored', differences };
    const { rerun, observation } = await applyAgain(session, up, after, tracer);
    if (observation)
        observations.push(observation);
    const clean = rerun.verdict === 'repeatable';
    const missing = clean ? await missingSql(session, down, before, differences, tracer) : null;
    if (missing !== null)
        rollback.missingSql = missing;
    return { rollback, rerun, run, observations, clean: clean && differences.length === 0 };
}
async function applyAgain(session, up, after, tracer) {
    const run = await (0,apply/* runScript */.j)(session, up, tracer);
    if (!run.complete) {
        const failure = run.failures.at(-1);
        const rerun = { verdict: 'fails', differences: [] };
        if (failure === undefined)
            return { rerun };
        const { statement, error } = failure;
        const message = `Applied again after the rollback, the migration fails here: ${error.message} (SQLSTATE ${error.sqlstate}).`;
        return { rerun, observation: { ...(0,rehearsal_observation/* refused */.J)('rerun-fails', up, statement, error, { message }), fact: {} } };
    }
    await (0,rehearsal_stage/* resetSession */.wD)(session);
    const differences = (0,snapshot/* compareSnapshots */.LX)(after, await (0,snapshot/* takeSnapshot */.W9)(session));
    if (differences.length === 0)
        return { rerun: { verdict: 'repeatable', differences } };
    const message = `Applied again after the rollback, the migration leads to another schema: ${differences.map(inWords).join('; ')}.`;
    const finding = (0,built_in/* builtInFinding */.l)('rerun-fails', startOf(up), message, {
        evidence: 'observed',
        proof: 'Compared with the schema after the first time',
    });
    return {
        rerun: { verdict: 'differs', differences },
        observation: { finding, at: { path: up.file.path, start: 0 }, fact: {} },
    };
}
/** Goes back once more, runs the proposed SQL, and keeps it only if the schema is then as it was. */
async function missingSql(session, down, before, differences, tracer) {
    const statements = differences.length === 0 ? null : dropLeftovers(differences);
    if (statements === null)
        return null;
    try {
        if (!(await (0,apply/* runScript */.j)(session, down, tracer)).complete)
            return null;
        for (const statement of statements)
            await session.query(statement);
        return (0,snapshot/* compareSnapshots */.LX)(before, await (0,snapshot/* takeSnapshot */.W9)(session)).length === 0 ? statements.join('\n') : null;
    }
    catch (error) {
        if (error instanceof server/* PostgresError */.Yj)
            return null;
        throw error;
    }
}
const RULES = {
    extra: 'down-leaves-object',
    missing: 'down-loses-object',
    changed: 'down-changes-object',
};
function unrestored(difference, up, down) {
    const { change, kind, name } = difference;
    const proof = `Catalogs compared before the migration and after its rollback: ${inWords(difference)}`;
    const location = startOf(down);
    const extra = { evidence: 'observed', proof };
    const rule = RULES[change];
    const finding = rule === 'down-leaves-object'
        ? {
            ...{ rule, severity: 'error', ...location, ...extra },
            message: `The rollback leaves the ${kind} ${(0,objects/* shortName */.EU)(name)} behind.`,
            help: `Drop it in the rollback:\n${dropLeftovers([difference])?.[0] ?? `-- drop the ${kind} ${(0,objects/* shortName */.EU)(name)}`}`,
        }
        : (0,built_in/* builtInFinding */.l)(rule, location, `${change === 'missing' ? 'The rollback drops' : 'The rollback changes'} the ${kind} ${(0,objects/* shortName */.EU)(name)}, which was there before the migration${change === 'changed' ? `: it was “${difference.before}”, it is “${difference.after}”` : ''}.`, extra);
    return { finding, at: { path: up.file.path, start: -1 }, fact: change === 'extra' ? { leaves: { kind, name } } : {} };
}
/** A difference in a few words. */
function inWords({ change, kind, name }) {
    const words = { extra: 'is left behind', missing: 'is gone', changed: 'is not as it was' };
    return `the ${kind} ${(0,objects/* shortName */.EU)(name)} ${words[change]}`;
}
function startOf(script) {
    return script.statements[0]?.location ?? { path: script.file.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
}

;// CONCATENATED MODULE: ./build/rehearsal/proofs.js



/** One line for each thing that careful teams ask before they merge. `after` is null where the migration didn't apply. */
function checklist(report, before, after) {
    const proofs = [applied(report)];
    if (after === null)
        return proofs;
    const objects = createdObjects(before, after);
    if (objects)
        proofs.push(objects);
    proofs.push(rolledBack(report), rerun(report), validated(report));
    const plans = planned(report);
    if (plans)
        proofs.push(plans);
    return proofs;
}
function applied({ statements, madeToRun }) {
    const title = 'The migration applies';
    const up = statements.filter(({ role }) => role === 'up');
    const failed = up.filter(({ status }) => status === 'failed');
    if (failed.length === 0)
        return { check: 'applied', status: 'proven', title, detail: `${count(up.length, 'statement')} applied` };
    const states = [...new Set(failed.map(({ sqlstate }) => sqlstate))].join(', ');
    const rest = madeToRun ? `; ${madeToRun}` : '';
    return {
        check: 'applied',
        status: 'failed',
        title,
        detail: `Postgres refused ${count(failed.length, 'statement')} (${states})${rest}`,
    };
}
const NAMED = new Set(['index', 'constraint', 'trigger']);
function createdObjects(before, after) {
    const title = 'Everything that it creates exists and is valid';
    const created = [...after].filter(([key]) => !before.has(key)).map(([, entry]) => entry);
    if (created.length === 0)
        return null;
    const bad = created.filter(({ definition }) => definition.includes('(invalid)'));
    const names = (entries) => entries.map(({ kind, name }) => `${kind} ${(0,objects/* shortName */.EU)(name)}`).join(', ');
    if (bad.length > 0)
        return { check: 'objects', status: 'failed', title, detail: `not valid: ${names(bad)}` };
    const kinds = new Map();
    for (const { kind } of created)
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const summary = [...kinds].map(([kind, number]) => count(number, kind)).join(', ');
    const named = created
        .filter(({ kind }) => NAMED.has(kind))
        .map(({ name }) => (0,objects/* shortName */.EU)(name))
        .sort();
    const open = created.filter(snapshot/* isUnvalidated */.Y9);
    const list = named.length > 0 && named.length <= 12 ? `${summary}: ${named.join(', ')}` : summary;
    const detail = open.length > 0 ? `${list}; not validated yet: ${names(open)}` : list;
    return { check: 'objects', status: 'proven', title, detail };
}
const ROLLBACK_STATUS = {
    reversible: 'proven',
    'not restored': 'failed',
    'down fails': 'failed',
    'no down': 'not checked',
    'not checked': 'not checked',
};
function rolledBack({ rollback, statements }) {
    const title = 'The rollback restores the schema exactly';
    const failed = statements.find(({ role, status }) => role === 'down' && status === 'failed');
    const details = {
        reversible: 'catalogs compared before the migration and after its rollback: no difference',
        'not restored': rollback.differences.map(inWords).join('; '),
        'down fails': `line ${failed?.line}: ${failed?.error} (${failed?.sqlstate})`,
        'no down': 'there is no rollback script',
        'not checked': 'the migration did not apply',
    };
    return { check: 'rollback', status: ROLLBACK_STATUS[rollback.verdict], title, detail: details[rollback.verdict] };
}
function rerun({ rerun: { verdict, differences }, rollback }) {
    const title = 'It applies again after the rollback';
    if (verdict === 'repeatable')
        return { check: 'rerun', status: 'proven', title, detail: 'up, down, up: the same schema' };
    if (verdict === 'not checked') {
        const detail = rollback.verdict === 'no down' ? 'there is no rollback script' : 'the rollback did not run to its end';
        return { check: 'rerun', status: 'not checked', title, detail };
    }
    const detail = verdict === 'fails' ? 'the second time it fails' : differences.map(inWords).join('; ');
    return { check: 'rerun', status: 'failed', title, detail };
}
function validated({ validations }) {
    const title = 'The validation queries pass';
    if (validations.length === 0)
        return { check: 'validation', status: 'not checked', title, detail: 'there is no validation script' };
    const of = (status) => validations.filter((validation) => validation.status === status).length;
    const parts = [`${of('passed')} of ${validations.length} passed`];
    if (of('failed') > 0)
        parts.push(`${of('failed')} failed`);
    if (of('unchecked') > 0)
        parts.push(`${of('unchecked')} can’t fail`);
    const status = of('failed') > 0 ? 'failed' : of('passed') === validations.length ? 'proven' : 'not checked';
    return { check: 'validation', status, title, detail: parts.join(', ') };
}
function planned({ plans }) {
    if (plans.length === 0)
        return null;
    const title = 'The target queries use their indexes';
    const words = { chosen: 'uses', usable: 'can use', 'not used': 'does not use' };
    const detail = plans.map(({ line, index, status }) => `line ${line} ${words[status]} ${index}`).join('; ');
    return {
        check: 'plans',
        status: plans.some(({ status }) => status === 'not used') ? 'failed' : 'proven',
        title,
        detail,
    };
}
function count(number, noun) {
    const plural = noun.endsWith('x') ? `${noun}es` : noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
    return `${number} ${number === 1 ? noun : plural}`;
}

// EXTERNAL MODULE: ./build/rehearsal/statement-report.js
var statement_report = __webpack_require__(6856);
;// CONCATENATED MODULE: ./build/rehearsal/trace/timeline.js
/** One entry for each lock that others could have waited for: from the statement that took it to the end of its transaction. */
function lockTimeline(ran) {
    return ran.flatMap(({ report, transaction }, index) => {
        const rest = ran.slice(index).filter((other) => other.transaction === transaction);
        const until = rest.at(-1)?.report.endLine ?? report.endLine;
        const heldMs = rest.reduce((sum, other) => sum + other.report.durationMs, 0);
        const { role, path, line } = report;
        return (report.locks ?? [])
            .filter(({ blocks, isNew }) => blocks.length > 0 && !isNew)
            .map((lock) => ({ ...lock, role, path, transaction, from: line, until, heldMs }));
    });
}

// EXTERNAL MODULE: ./build/rehearsal/trace/tracer.js + 2 modules
var trace_tracer = __webpack_require__(3340);
// EXTERNAL MODULE: ./build/sql/expectations.js
var sql_expectations = __webpack_require__(4056);
;// CONCATENATED MODULE: ./build/rehearsal/validation/expect.js
/** What came back instead, in words; null where the expectation is met. */
function unmet(expectation, { rows }) {
    switch (expectation.kind) {
        case 'rows':
            return rows.length === expectation.count ? null : `it returned ${expect_count(rows.length)}`;
        case 'empty':
            return rows.length === 0 ? null : `it returned ${expect_count(rows.length)}`;
        case 'not empty':
            return rows.length > 0 ? null : 'it returned no rows';
        case 'value': {
            if (rows.length === 0)
                return 'it returned no rows';
            const value = rows[0]?.[0] ?? null;
            return value === expectation.value ? null : `the first value is ${value ?? 'NULL'}`;
        }
        case 'all true': {
            if (rows.length === 0)
                return 'it returned no rows';
            const failing = rows.findIndex((row) => !row.includes('t') || row.includes('f') || row.includes(null));
            return failing === -1
                ? null
                : `row ${failing + 1} is not true: ${rows[failing]?.map((cell) => cell ?? 'NULL').join(', ')}`;
        }
    }
}
function expect_count(rows) {
    return rows === 0 ? 'no rows' : rows === 1 ? '1 row' : `${rows} rows`;
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
// EXTERNAL MODULE: ./build/sql/positions.js
var positions = __webpack_require__(8647);
;// CONCATENATED MODULE: ./build/rehearsal/validation/missing-columns.js



/** The statistics views and pg_indexes name the same things differently. */
const SYNONYMS = [
    ['tablename', 'relname'],
    ['table_name', 'relname'],
    ['indexname', 'indexrelname'],
    ['index_name', 'indexrelname'],
];
/** What a SELECT's column references lack. Null where it isn't a plain SELECT from relations. */
async function missingColumns(session, statement, script) {
    const select = (0,ast/* nodeOf */.E7)(statement.node, 'SelectStmt');
    const relations = (select?.fromClause ?? []).map((item) => (0,ast/* nodeOf */.E7)(item, 'RangeVar'));
    if (relations.length === 0 || relations.some((relation) => relation === undefined))
        return null;
    const names = relations.flatMap((relation) => (0,ast/* relationName */.CJ)(relation) ?? []);
    const columns = await columnsOf(session, names.map(ast/* display */.Vy));
    const known = new Set(columns);
    const missing = new Map();
    for (const { name, location } of columnReferences(statement.node)) {
        if (!known.has(name))
            missing.set(name, [...(missing.get(name) ?? []), location]);
    }
    if (missing.size === 0 || columns.length === 0)
        return null;
    const found = [...missing.keys()].map((name) => ({ name, instead: suggestion(name, columns) }));
    const complete = found.every(({ instead }) => instead !== undefined);
    const edits = complete
        ? found.flatMap(({ name, instead = '' }) => renames(script, name, instead, missing.get(name) ?? []))
        : [];
    return { relations: names.map(ast/* display */.Vy), columns: found, edits };
}
async function columnsOf(session, relations) {
    const list = relations.map((name) => `'${name.replaceAll("'", "''")}'`).join(', ');
    const { rows } = await session.query(`SELECT attname FROM pg_attribute WHERE attrelid IN (SELECT to_regclass(r) FROM unnest(ARRAY[${list}]) r) AND attnum > 0 AND NOT attisdropped ORDER BY attnum`);
    return rows.map(([name]) => String(name));
}
function columnReferences(node) {
    const references = [];
    (0,ast/* walk */.GG)(node, (tag, body) => {
        const fields = tag === 'ColumnRef' ? body.fields : [];
        const name = fields.length === 1 ? (0,ast/* nodeOf */.E7)(fields[0], 'String')?.sval : undefined;
        if (name !== undefined)
            references.push({ name, location: Number(body.location ?? 0) });
    });
    return references;
}
function suggestion(name, columns) {
    const synonym = SYNONYMS.find(([wrong, right]) => wrong === name && columns.includes(right))?.[1];
    if (synonym !== undefined)
        return synonym;
    const near = (0,mod/* closest */.kp)(name, columns);
    return (0,mod/* distance */.Io)(name, near) <= Math.max(2, name.length / 3) ? near : undefined;
}
function renames(script, name, instead, locations) {
    const lines = new positions/* LineMap */.HU(script.file.text);
    const toUtf16 = (0,positions/* byteToUtf16 */.yA)(script.parsedSql);
    return locations.map((byte) => {
        const start = toUtf16(byte);
        return { ...lines.location(script.file.path, start, start + name.length), text: instead };
    });
}

;// CONCATENATED MODULE: ./build/rehearsal/validation/plan.js
/**
 * EXPLAINs a query as it stands; where the planner takes another way, once more with sequential scans switched off,
 * which is all that empty tables can show. Throws `PostgresError` where the query doesn't run.
 */
async function explainIndex(session, sql, index) {
    await session.query('BEGIN READ ONLY');
    try {
        const chosen = await explain(session, sql);
        if (usesIndex(chosen, index))
            return { status: 'chosen', plan: describePlan(chosen) };
        await session.query('SET LOCAL enable_seqscan = off');
        const forced = await explain(session, sql);
        if (usesIndex(forced, index))
            return { status: 'usable', plan: describePlan(forced) };
        return { status: 'not used', plan: describePlan(chosen) };
    }
    finally {
        await session.query('ROLLBACK');
    }
}
async function explain(session, sql) {
    const { rows } = await session.query(`EXPLAIN (FORMAT JSON) ${sql}`);
    return JSON.parse(rows.map(([line]) => line).join('\n'))[0]?.Plan ?? { 'Node Type': '?' };
}
function usesIndex(node, index) {
    const name = index.replace(/^.*\./, '').replaceAll('"', '');
    return node['Index Name'] === name || (node.Plans ?? []).some((child) => usesIndex(child, index));
}
/** For example `Limit > Index Scan using idx_outbox_due on outbound_messages`. */
function describePlan(node) {
    const index = node['Index Name'] === undefined ? '' : ` using ${node['Index Name']}`;
    const relation = node['Relation Name'] === undefined ? '' : ` on ${node['Relation Name']}`;
    const below = (node.Plans ?? []).map(describePlan).join(', ');
    return `${node['Node Type']}${index}${relation}${below === '' ? '' : ` > ${below}`}`;
}

;// CONCATENATED MODULE: ./build/rehearsal/validation/validate.js
/** Runs the validation queries against the migrated schema. */







const SHOWN_ROWS = 10;
/**
 * Runs each query in a read-only transaction of its own and holds the result against its expectation. `seeded`: the
 * tables have rows, so that the planner's choice means something.
 */
async function validate(session, script, seeded) {
    const out = { validations: [], plans: [], observations: [] };
    for (const statement of script.statements) {
        // The transaction is ours: the script's own BEGIN and ROLLBACK have nothing to frame.
        if (statement.kind === 'TransactionStmt')
            continue;
        await validateStatement(session, script, statement, seeded, out);
    }
    return out;
}
async function validateStatement(session, script, statement, seeded, out) {
    const { path, line } = statement.location;
    const report = { path, line, sql: statement.sql, status: 'unchecked' };
    out.validations.push(report);
    const expectations = (0,sql_expectations/* expectationsOf */.x)(statement).filter(({ expectation }) => expectation !== null);
    if (expectations.length > 0)
        report.expectation = expectations.map(({ text }) => text).join(' and ');
    const fail = (detail) => {
        report.status = 'failed';
        report.detail = detail;
    };
    try {
        const result = await runReadOnly(session, statement.sql);
        report.columns = result.columns;
        report.rows = result.rows.slice(0, SHOWN_ROWS);
        if (expectations.length > 0 || statement.kind === 'DoStmt')
            report.status = 'passed';
        for (const { text, expectation } of expectations) {
            const problem = await check(session, statement, expectation, result, seeded, out.plans);
            if (problem === null)
                continue;
            fail(problem);
            out.observations.push(unmetExpectation(script, statement, text, problem));
        }
    }
    catch (error) {
        if (!(error instanceof server/* PostgresError */.Yj))
            throw error;
        fail(error.message);
        report.sqlstate = error.sqlstate;
        out.observations.push(await failure(session, script, statement, error));
    }
}
async function check(session, statement, expectation, result, seeded, plans) {
    if (expectation.kind !== 'uses index')
        return unmet(expectation, result);
    const { path, line } = statement.location;
    const { index } = expectation;
    const plan = await explainIndex(session, statement.sql, index);
    plans.push({ path, line, sql: statement.sql, index, ...plan });
    if (plan.status === 'chosen' || (plan.status === 'usable' && !seeded))
        return null;
    const able = plan.status === 'usable' ? ', although it could' : '';
    return `the plan doesn’t use ${index}${able}: ${plan.plan}`;
}
async function runReadOnly(session, sql) {
    await session.query('BEGIN READ ONLY');
    try {
        return await session.query(sql);
    }
    finally {
        await session.query('ROLLBACK');
    }
}
function unmetExpectation(script, statement, expected, instead) {
    const message = `The validation query expects “${expected}”, but ${instead}.`;
    return {
        finding: (0,built_in/* builtInFinding */.l)('validation-fails', statement.location, message, {
            evidence: 'observed',
            statement: statement.sql,
            proof: `Run after the migration: ${instead}`,
        }),
        at: { path: script.file.path, start: statement.start },
        fact: {},
    };
}
async function failure(session, script, statement, error) {
    if (error.sqlstate !== '42703')
        return (0,rehearsal_observation/* refused */.J)('validation-fails', script, statement, error);
    const missing = await missingColumns(session, statement, script);
    if (missing === null)
        return (0,rehearsal_observation/* refused */.J)('validation-fails', script, statement, error);
    const relations = missing.relations.join(', ');
    const names = missing.columns.map(({ name }) => name).join(' and no ');
    const renames = missing.columns.flatMap(({ name, instead }) => (instead ? `${instead} instead of ${name}` : []));
    const extra = {
        message: `The validation query fails here: ${relations} has no ${names} (SQLSTATE 42703).`,
        ...(renames.length > 0 && { help: `Write ${renames.join(', and ')}.` }),
        ...(missing.edits.length > 0 && {
            fixes: [{ description: `Use the columns that ${relations} has`, edits: missing.edits }],
        }),
    };
    return (0,rehearsal_observation/* refused */.J)('validation-fails', script, statement, error, extra);
}

;// CONCATENATED MODULE: ./build/rehearsal/migration.js












const MADE_TO_RUN = 'its statements were then run outside the transaction, so that the rest could be checked';
/** Leaves the stage as the migration would, or says that it is not `clean`. `seeded`: the tables have the user's rows. */
async function rehearseMigration(stage, migration, seeded) {
    const { session, barriers, existing, missing } = stage;
    const { up, down, verify } = migration;
    const tables = (0,rehearsal_stage/* tablesOf */.tI)(existing);
    const tracer = new trace_tracer/* Tracer */.s(session, existing, barriers);
    const before = stage.snapshot ?? (await (0,snapshot/* takeSnapshot */.W9)(session));
    stage.snapshot = null;
    const run = await (0,apply/* runScript */.j)(session, up, tracer);
    const failures = run.failures.filter(({ statement, error }) => !missing.explain(statement, error));
    const observations = [
        ...failures.map(({ statement, error }) => (0,rehearsal_observation/* refused */.J)('migration-fails', up, statement, error)),
        ...remains(up, run),
        ...(0,hazards/* hazards */.Ik)({ script: up, ran: run.ran, existing: tables }),
    ];
    const untouched = notRehearsed(migration);
    const report = {
        ...untouched,
        statements: [...run.reports, ...untouched.statements.filter(({ role }) => role === 'down')],
        lockTimeline: lockTimeline(run.ran),
        ...(run.madeToRun && { madeToRun: MADE_TO_RUN }),
    };
    if (!run.complete) {
        const proofs = checklist(report, before, null);
        const wants = failures.length < run.failures.length ? { wants: missing.reason } : {};
        return { report: { ...report, proofs }, observations, after: null, unvalidated: [], clean: false, ...wants };
    }
    await (0,rehearsal_stage/* resetSession */.wD)(session);
    const after = await (0,snapshot/* takeSnapshot */.W9)(session);
    if (verify) {
        const validation = await validate(session, verify, seeded);
        report.validations = validation.validations;
        report.plans = validation.plans;
        observations.push(...validation.observations);
    }
    let clean = true;
    if (down) {
        const proof = await proveRollback(session, up, down, before, after, tracer);
        report.rollback = proof.rollback;
        report.rerun = proof.rerun;
        report.statements = [...run.reports, ...proof.run.reports];
        report.lockTimeline.push(...lockTimeline(proof.run.ran));
        observations.push(...proof.observations, ...(0,hazards/* hazards */.Ik)({ script: down, ran: proof.run.ran, existing: tables }));
        clean = proof.clean;
    }
    // Where the rollback was proven, the second up led to the same schema as the first.
    if (clean)
        stage.snapshot = after;
    const proofs = checklist(report, before, after);
    return { report: { ...report, proofs }, observations, after, unvalidated: (0,unvalidated/* newlyUnvalidated */.r)(before, after), clean };
}
/** A migration that no server has seen. */
function notRehearsed({ id, path, layout, up, down }) {
    const blank = (script) => script.statements.map((statement) => (0,statement_report/* blankReport */.V)(script, statement, 'notRun'));
    return {
        ...{ id, path, layout },
        statements: [...blank(up), ...(down ? blank(down) : [])],
        lockTimeline: [],
        rollback: { verdict: down ? 'not checked' : 'no down', differences: [] },
        rerun: { verdict: 'not checked', differences: [] },
        ...{ validations: [], plans: [], proofs: [] },
    };
}
function remains(up, { reports }) {
    const last = reports.findLast(({ status }) => status !== 'skipped');
    const failedAt = reports.findIndex(({ status }) => status === 'failed');
    return (0,rehearsal_stage/* invalidIndexFindings */.cm)(up, last?.invalidIndexes ?? [], failedAt);
}


/***/ }),

/***/ 6234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ refused)
/* harmony export */ });
/* harmony import */ var _built_in_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2702);
/* harmony import */ var _sql_positions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8647);
/** What the rehearsal found by itself: findings with the evidence `observed`, and what they are about. */


const INSUFFICIENT_PRIVILEGE = '42501';
const MORE_RIGHTS = 'Migrations are rehearsed as a role that owns its scratch database and nothing else. Where this one needs an extension or a role, name an SQL file that makes it in the setting `bootstrap`: the administrator runs it first. Where production applies migrations as a superuser, set `superuser: true`.';
/** Postgres refused a statement: where exactly, and in its own words. */
function refused(rule, script, statement, error, extra = {}) {
    const lines = new _sql_positions_js__WEBPACK_IMPORTED_MODULE_1__/* .LineMap */ .HU(script.file.text);
    const location = lines.location(script.file.path, ...placeOf(statement, error));
    const words = [error.message, error.detail].filter((part) => part !== undefined).join(' ');
    return {
        finding: (0,_built_in_js__WEBPACK_IMPORTED_MODULE_0__/* .builtInFinding */ .l)(rule, location, `${SUBJECT[script.role]} fails here: ${words}${error.sqlstate && ` (SQLSTATE ${error.sqlstate})`}.`, {
            evidence: 'observed',
            statement: statement.sql,
            proof: error.sqlstate
                ? `Postgres answered ${error.sqlstate}: ${error.message}`
                : 'It was not sent to the server.',
            ...(error.hint && { help: error.hint }),
            ...(error.sqlstate === INSUFFICIENT_PRIVILEGE && { help: MORE_RIGHTS }),
            ...extra,
        }),
        at: { path: script.file.path, start: statement.start },
        fact: error.sqlstate ? { sqlstate: error.sqlstate } : {},
    };
}
/** The word that Postgres points at, or the whole statement where it points at none. */
function placeOf({ sql, start, end }, { position }) {
    if (position === undefined)
        return [start, end];
    const offset = (0,_sql_positions_js__WEBPACK_IMPORTED_MODULE_1__/* .codePointToUtf16 */ ._f)(sql, position - 1);
    const word = /^(?:[\p{L}\p{N}_$]+|\S)/u.exec(sql.slice(offset))?.[0] ?? '';
    return word === '' ? [start, end] : [start + offset, start + offset + word.length];
}
const SUBJECT = {
    up: 'The migration',
    down: 'The rollback',
    verify: 'The validation query',
    maintenance: 'The maintenance script',
};


/***/ }),

/***/ 8412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LX: () => (/* binding */ compareSnapshots),
  Y9: () => (/* binding */ isUnvalidated),
  W9: () => (/* binding */ takeSnapshot)
});

;// CONCATENATED MODULE: ./build/rehearsal/snapshot/queries.js
/**
 * The catalogs as text, one row for each object: kind, name, the table it belongs to, definition. Meant to run with an
 * empty search_path, so that every name in a definition is qualified. No oids, no positions, no counters, no storage.
 */
/** Our own schemas: not the system's, not temporary ones. */
const OURS = "n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'";
/** What an extension brought belongs to the extension. */
const notExtension = (catalog, oid) => `NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '${catalog}'::regclass AND e.objid = ${oid} AND e.deptype = 'e')`;
/** Privileges in a fixed order. A null ACL and one that spells out the defaults are the same. */
const acl = (column, type, owner) => `
  coalesce((SELECT ' grants ' || string_agg(g, ' ' ORDER BY g) FROM (
    SELECT format('%s:%s%s', coalesce(nullif(grantee, 0)::regrole::text, 'public'), privilege_type, CASE WHEN is_grantable THEN '*' ELSE '' END) AS g
    FROM aclexplode(coalesce(${column}, acldefault('${type}', ${owner})))) x), '')`;
const options = (column) => `coalesce(' with ' || (SELECT string_agg(o, ', ' ORDER BY o) FROM unnest(${column}) o), '')`;
const SNAPSHOT_QUERIES = [
    `SELECT 'schema', n.nspname, NULL, 'owner ' || n.nspowner::regrole::text || ${acl('n.nspacl', 'n', 'n.nspowner')}
   FROM pg_namespace n WHERE ${OURS} AND ${notExtension('pg_namespace', 'n.oid')}`,
    `SELECT 'extension', extname, NULL, 'version ' || extversion FROM pg_extension`,
    `SELECT CASE c.relkind WHEN 'f' THEN 'foreign table' ELSE 'table' END, n.nspname || '.' || c.relname, NULL,
     concat('owner ', c.relowner::regrole, ' persistence ', c.relpersistence,
       ' access method ' || (SELECT amname FROM pg_am WHERE oid = c.relam),
       ' partition by ' || pg_get_partkeydef(c.oid), ' partition ' || pg_get_expr(c.relpartbound, c.oid),
       ' inherits ' || (SELECT string_agg(inhparent::regclass::text, ', ' ORDER BY inhseqno) FROM pg_inherits WHERE inhrelid = c.oid),
       ' replica identity ', c.relreplident, ' row security ', c.relrowsecurity, c.relforcerowsecurity,
       ${options('c.reloptions')}, ${acl('c.relacl', 'r', 'c.relowner')})
   FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'p', 'f') AND ${OURS} AND ${notExtension('pg_class', 'c.oid')}`,
    `SELECT 'column', n.nspname || '.' || c.relname || '.' || a.attname, n.nspname || '.' || c.relname,
     concat(format_type(a.atttypid, a.atttypmod),
       ' collate ' || (SELECT a.attcollation::regcollation FROM pg_type t WHERE t.oid = a.atttypid AND a.attcollation <> t.typcollation),
       CASE WHEN a.attnotnull THEN ' not null' END,
       CASE a.attgenerated WHEN '' THEN ' default ' ELSE ' generated ' || a.attgenerated::text || ' ' END || pg_get_expr(d.adbin, d.adrelid),
       CASE WHEN a.attidentity <> '' THEN ' identity ' || a.attidentity::text END,
       ' storage ', a.attstorage, ' ' || nullif(a.attcompression::text, ''),
       ' statistics ' || nullif(coalesce(a.attstattarget, -1), -1)::text, ${options('a.attoptions')})
   FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
   WHERE c.relkind IN ('r', 'p', 'f') AND a.attnum > 0 AND NOT a.attisdropped AND ${OURS} AND ${notExtension('pg_class', 'c.oid')}`,
    // NOT NULL is the column's own; its constraint rows (18 and later) differ only in their names.
    `SELECT 'constraint', n.nspname || '.' || c.relname || '.' || o.conname, n.nspname || '.' || c.relname,
     pg_get_constraintdef(o.oid)
   FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE o.contype IN ('c', 'f', 'p', 'u', 'x') AND ${OURS} AND ${notExtension('pg_class', 'c.oid')}`,
    `SELECT 'index', n.nspname || '.' || x.relname, tn.nspname || '.' || t.relname,
     concat(pg_get_indexdef(i.indexrelid), CASE WHEN NOT i.indisvalid THEN ' (invalid)' END,
       CASE WHEN i.indisclustered THEN ' (clustered)' END, CASE WHEN i.indisreplident THEN ' (replica identity)' END)
   FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_namespace n ON n.oid = x.relnamespace
     JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
   WHERE ${OURS} AND ${notExtension('pg_class', 't.oid')}
     AND NOT EXISTS (SELECT FROM pg_constraint o WHERE o.conindid = i.indexrelid AND o.contype IN ('p', 'u', 'x'))`,
    `SELECT 'trigger', n.nspname || '.' || c.relname || '.' || t.tgname, n.nspname || '.' || c.relname,
     concat(pg_get_triggerdef(t.oid), ' enabled ', t.tgenabled)
   FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE NOT t.tgisinternal AND ${OURS} AND ${notExtension('pg_class', 'c.oid')}`,
    `SELECT 'policy', n.nspname || '.' || c.relname || '.' || p.polname, n.nspname || '.' || c.relname,
     concat('for ', p.polcmd, CASE WHEN p.polpermissive THEN ' permissive' ELSE ' restrictive' END,
       ' to ', (SELECT string_agg(coalesce(nullif(r, 0)::regrole::text, 'public'), ', ' ORDER BY r) FROM unnest(p.polroles) r),
       ' using ' || pg_get_expr(p.polqual, p.polrelid), ' with check ' || pg_get_expr(p.polwithcheck, p.polrelid))
   FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${OURS}`,
    `SELECT CASE c.relkind WHEN 'v' THEN 'view' ELSE 'materialized view' END, n.nspname || '.' || c.relname, NULL,
     concat('owner ', c.relowner::regrole, ' ', pg_get_viewdef(c.oid), CASE WHEN NOT c.relispopulated THEN ' (not populated)' END,
       ${options('c.reloptions')}, ${acl('c.relacl', 'r', 'c.relowner')})
   FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('v', 'm') AND ${OURS} AND ${notExtension('pg_class', 'c.oid')}`,
    // Where a sequence stands is data, not schema.
    `SELECT 'sequence', n.nspname || '.' || c.relname,
     (SELECT on_.nspname || '.' || o.relname FROM pg_depend d JOIN pg_class o ON o.oid = d.refobjid JOIN pg_namespace on_ ON on_.oid = o.relnamespace
      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') LIMIT 1),
     concat('owner ', c.relowner::regrole, ' ', format_type(s.seqtypid, NULL), ' start ', s.seqstart, ' increment ', s.seqincrement,
       ' min ', s.seqmin, ' max ', s.seqmax, ' cache ', s.seqcache, CASE WHEN s.seqcycle THEN ' cycle' END, ${acl('c.relacl', 's', 'c.relowner')})
   FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE ${OURS} AND ${notExtension('pg_class', 'c.oid')}`,
    `SELECT 'type', n.nspname || '.' || t.typname, NULL,
     concat('owner ', t.typowner::regrole,
       ' enum ' || (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid),
       ' row ' || (SELECT string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)
         FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped),
       ' range of ' || (SELECT format_type(r.rngsubtype, NULL) FROM pg_range r WHERE r.rngtypid = t.oid),
       ${acl('t.typacl', 'T', 't.typowner')})
   FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid
   WHERE (t.typtype IN ('e', 'r') OR (t.typtype = 'c' AND c.relkind = 'c')) AND ${OURS} AND ${notExtension('pg_type', 't.oid')}`,
    `SELECT 'domain', n.nspname || '.' || t.typname, NULL,
     concat('owner ', t.typowner::regrole, ' ', format_type(t.typbasetype, t.typtypmod), CASE WHEN t.typnotnull THEN ' not null' END,
       ' default ' || t.typdefault,
       ' ' || (SELECT string_agg(o.conname || ' ' || pg_get_constraintdef(o.oid), ', ' ORDER BY o.conname) FROM pg_constraint o WHERE o.contypid = t.oid AND o.contype = 'c'))
   FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
   WHERE t.typtype = 'd' AND ${OURS} AND ${notExtension('pg_type', 't.oid')}`,
    `SELECT 'function', n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', NULL,
     concat('owner ', p.proowner::regrole, ' ', CASE WHEN p.prokind = 'a' THEN pg_get_function_result(p.oid) ELSE pg_get_functiondef(p.oid) END,
       ${acl('p.proacl', 'f', 'p.proowner')})
   FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${OURS} AND ${notExtension('pg_proc', 'p.oid')}`,
    `SELECT 'comment', i.type || ' ' || i.identity, NULL, d.description
   FROM pg_description d, pg_identify_object(d.classoid, d.objoid, d.objsubid) i
   WHERE d.objoid >= 16384 AND i.schema IS DISTINCT FROM 'pg_catalog' AND i.schema IS DISTINCT FROM 'information_schema'
     AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = d.classoid AND e.objid = d.objoid AND e.deptype = 'e')
     AND d.classoid <> 'pg_extension'::regclass`,
    // What no query above defines is at least seen to be there.
    ...[
        ['pg_rewrite', "SELECT oid FROM pg_rewrite WHERE rulename <> '_RETURN'"],
        ['pg_event_trigger', 'SELECT oid FROM pg_event_trigger'],
        ['pg_publication', 'SELECT oid FROM pg_publication'],
        ['pg_statistic_ext', 'SELECT oid FROM pg_statistic_ext'],
        ['pg_foreign_server', 'SELECT oid FROM pg_foreign_server'],
        ['pg_foreign_data_wrapper', 'SELECT oid FROM pg_foreign_data_wrapper'],
        ['pg_cast', 'SELECT oid FROM pg_cast'],
        ['pg_operator', 'SELECT oid FROM pg_operator'],
        ['pg_collation', 'SELECT oid FROM pg_collation'],
        ['pg_conversion', 'SELECT oid FROM pg_conversion'],
        ['pg_ts_config', 'SELECT oid FROM pg_ts_config'],
        ['pg_ts_dict', 'SELECT oid FROM pg_ts_dict'],
        ['pg_default_acl', 'SELECT oid FROM pg_default_acl'],
        ['pg_am', 'SELECT oid FROM pg_am'],
        ['pg_language', 'SELECT oid FROM pg_language'],
    ].map(([catalog, oids]) => `SELECT i.type, i.identity, NULL, ''
   FROM (${oids}) x, pg_identify_object('${catalog}'::regclass, x.oid, 0) i
   WHERE x.oid >= 16384 AND ${notExtension(String(catalog), 'x.oid')}`),
];

;// CONCATENATED MODULE: ./build/rehearsal/snapshot/snapshot.js

const ALL = SNAPSHOT_QUERIES.map((query) => `(${query})`).join('\nUNION ALL\n');
/** Reads the schema of the session's database. Must not be called inside a transaction. */
async function takeSnapshot(session) {
    await session.query('BEGIN READ ONLY');
    try {
        // Deparsers then qualify every name.
        await session.query("SET LOCAL search_path = ''");
        const { rows } = await session.query(ALL);
        const entries = rows.map(([kind, name, table, definition]) => {
            return { kind: String(kind), name: String(name), table: table ?? null, definition: definition ?? '' };
        });
        return new Map(entries.map((entry) => [`${entry.kind} ${entry.name}`, entry]));
    }
    finally {
        await session.query('ROLLBACK');
    }
}
/** What is in `after` and not in `before`, and the reverse. What goes or comes with its table is not named again. */
function compareSnapshots(before, after) {
    const differences = [];
    for (const [key, entry] of after) {
        const old = before.get(key);
        if (old === undefined) {
            if (!comesWithTable(entry, before))
                differences.push(difference('extra', entry));
        }
        else if (old.definition !== entry.definition) {
            differences.push({ ...difference('changed', entry), before: old.definition, after: entry.definition });
        }
    }
    for (const [key, entry] of before) {
        if (!after.has(key) && !comesWithTable(entry, after))
            differences.push(difference('missing', entry));
    }
    return differences.sort((a, b) => (a.kind === b.kind ? (a.name < b.name ? -1 : 1) : a.kind < b.kind ? -1 : 1));
}
function difference(change, { kind, name, definition }) {
    const what = { change, kind, name };
    if (change === 'extra')
        return { ...what, after: definition };
    return change === 'missing' ? { ...what, before: definition } : what;
}
/** Whether the entry's table isn't in the other snapshot either: then the table says it all. */
function comesWithTable({ table }, other) {
    return (table !== null && !['table', 'foreign table', 'materialized view'].some((kind) => other.has(`${kind} ${table}`)));
}
/** A constraint that holds for new rows only (NOT ENFORCED ones hold for none). */
function isUnvalidated({ kind, definition }) {
    return kind === 'constraint' && definition.endsWith(' NOT VALID');
}


/***/ }),

/***/ 7760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Zh: () => (/* binding */ buildStage),
  cm: () => (/* binding */ invalidIndexFindings),
  wD: () => (/* binding */ resetSession),
  tI: () => (/* binding */ tablesOf)
});

// EXTERNAL MODULE: ./build/built-in.js
var built_in = __webpack_require__(2702);
// EXTERNAL MODULE: ./build/schema/objects.js
var objects = __webpack_require__(7250);
// EXTERNAL MODULE: ./build/sql/ast.js
var ast = __webpack_require__(1843);
// EXTERNAL MODULE: ./build/sql/refuse.js
var refuse = __webpack_require__(9491);
// EXTERNAL MODULE: ./build/rehearsal/observation.js
var rehearsal_observation = __webpack_require__(6234);
// EXTERNAL MODULE: ./build/rehearsal/servers/server.js
var server = __webpack_require__(4160);
;// CONCATENATED MODULE: ./build/rehearsal/baseline.js




/** Runs a script without looking. `tolerate` lets a failed statement pass. */
async function runQuietly(session, script, missing, tolerate = () => false) {
    const { path } = script.file;
    for (const statement of script.statements) {
        if ((0,refuse/* isDumpFrame */.m)(statement))
            continue;
        try {
            const reason = (0,refuse/* refuse */.T)(statement);
            if (reason !== undefined)
                throw new server/* PostgresError */.Yj({ message: reason, sqlstate: '' });
            await session.query(statement.sql);
        }
        catch (error) {
            if (!(error instanceof server/* PostgresError */.Yj))
                throw error;
            if (missing.has(statement, error) || tolerate(statement, error))
                continue;
            if (missing.explain(statement, error))
                return { path };
            const observation = (0,rehearsal_observation/* refused */.J)('baseline-fails', script, statement, error);
            const code = error.sqlstate && ` (SQLSTATE ${error.sqlstate})`;
            const message = `The schema before the change can’t be built, so nothing was rehearsed: ${error.message}${code}.`;
            return { path, observation: { ...observation, finding: { ...observation.finding, message } } };
        }
    }
    return null;
}
const DUPLICATE_OBJECT = '42710';
/** Runs the bootstrap as the administrator. Roles that it makes go with the database, and migrations may use them. */
async function runBootstrap(scratch, scripts, missing) {
    if (scripts.length === 0)
        return null;
    const session = await scratch.connectAdmin();
    try {
        const known = new Set();
        // Another scratch database of this server may have made the role, or somebody else before us.
        const isThere = ({ node }, { sqlstate }) => {
            const role = (0,ast/* nodeOf */.E7)(node, 'CreateRoleStmt')?.role;
            if (role === undefined || sqlstate !== DUPLICATE_OBJECT)
                return false;
            known.add(role);
            return true;
        };
        for (const script of scripts) {
            const obstacle = await runQuietly(session, script, missing, isThere);
            const roles = script.statements.flatMap(({ node }) => (0,ast/* nodeOf */.E7)(node, 'CreateRoleStmt')?.role ?? []);
            // Also after a failure: what was made has to go.
            const made = obstacle === null ? roles : await existing(session, roles);
            scratch.madeRoles.push(...made.filter((role) => !known.has(role)));
            if (obstacle !== null)
                return obstacle;
            if (scratch.role !== null)
                for (const role of roles)
                    await grantIfPlain(session, role, scratch.role);
        }
        return null;
    }
    finally {
        await session.close();
    }
}
async function existing(session, roles) {
    const { rows } = await session.query('ROLLBACK; SELECT rolname FROM pg_roles');
    return roles.filter((role) => rows.some(([name]) => name === role));
}
/** Lets migrations give objects to a role and work as it, unless that would give them rights. */
async function grantIfPlain(session, role, to) {
    const { rows } = await session.query(`SELECT 1 FROM pg_roles r WHERE rolname = '${role.replaceAll("'", "''")}' AND NOT (rolsuper OR rolcreaterole
       OR rolcreatedb OR rolreplication OR rolbypassrls) AND NOT EXISTS (SELECT FROM pg_auth_members WHERE member = r.oid)`);
    if (rows.length > 0)
        await session.query(`GRANT ${(0,ast/* quoteIdentifier */.Cm)(role)} TO ${to}`);
}

// EXTERNAL MODULE: ./build/sql/locks.js
var sql_locks = __webpack_require__(4283);
// EXTERNAL MODULE: ./build/rehearsal/trace/catalog.js
var catalog = __webpack_require__(6405);
;// CONCATENATED MODULE: ./build/rehearsal/trace/barriers.js


const POLL_MS = 2;
/** Nothing waits this long for a session of ours: then something else is in the way. */
const PATIENCE_MS = 5000;
class Barriers {
    #connect;
    #idle = [];
    #all = [];
    constructor(connect) {
        this.#connect = connect;
    }
    /** Runs `action` on the session with `pid`. `tables`: quoted names of what it works on. Rejects as `action` does. */
    async observe(pid, tables, holderMode, action) {
        const observer = await this.#take();
        const holders = [await this.#hold(tables, holderMode)];
        const snapshot = await this.#oldSnapshot();
        const seen = new Sightings();
        let settled = false;
        const running = action().finally(() => {
            settled = true;
        });
        // A refusal is the caller's to handle; until then it must not count as unhandled.
        running.catch(() => null);
        const deadline = performance.now() + PATIENCE_MS;
        try {
            while (!settled && performance.now() < deadline) {
                const stop = await whereItWaits(observer, pid);
                if (stop === null) {
                    await pause(POLL_MS);
                    continue;
                }
                seen.add(stop);
                if (stop.blockers.includes(snapshot.pid)) {
                    seen.wait('older transactions');
                    await this.#release(snapshot);
                    continue;
                }
                const blocking = holders.filter((holder) => stop.blockers.includes(holder.pid));
                if (blocking.length === 0) {
                    // It has just been let go, and the two views don't agree yet; or somebody else is in the way.
                    await pause(POLL_MS);
                    continue;
                }
                seen.wait(stop.wants === 'relation' ? `its lock on ${stop.relation}` : `writers of ${tables.join(', ')}`);
                // The next holder must be in its place before this one goes; not where it would queue behind the statement.
                if (stop.wants !== 'relation')
                    holders.push(await this.#hold(tables, holderMode));
                for (const holder of blocking)
                    await this.#release(holder);
            }
        }
        finally {
            for (const held of [...holders, snapshot])
                await this.#release(held);
            this.#idle.push(observer);
        }
        await running;
        return { locks: seen.locks(), waits: seen.waits };
    }
    async close() {
        await Promise.all(this.#all.map((session) => session.close().catch(() => null)));
    }
    async #take() {
        const idle = this.#idle.pop();
        if (idle)
            return idle;
        const session = await this.#connect();
        this.#all.push(session);
        return session;
    }
    async #hold(tables, mode) {
        const session = await this.#take();
        await session.query('BEGIN');
        for (const table of tables)
            await session.query(`LOCK TABLE ONLY ${table} IN ${mode} MODE`);
        return { session, pid: await pidOf(session), done: false };
    }
    async #oldSnapshot() {
        const session = await this.#take();
        await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
        await session.query('SELECT 1 FROM pg_class LIMIT 1');
        return { session, pid: await pidOf(session), done: false };
    }
    async #release(held) {
        if (held.done)
            return;
        held.done = true;
        await held.session.query('ROLLBACK');
        this.#idle.push(held.session);
    }
}
/** Null while the statement runs, or is done. */
async function whereItWaits(observer, pid) {
    const { rows } = await observer.query(`
    SELECT array_to_string(pg_blocking_pids(${pid}), ','), l.locktype, l.relation::text, l.mode, l.granted::text, l.relation::regclass::text
    FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid
    WHERE a.pid = ${pid} AND a.wait_event_type = 'Lock' AND (NOT l.granted OR l.relation >= ${catalog/* FIRST_USER_OID */.ku})`);
    const wanted = rows.find((row) => row[4] === 'false');
    if (wanted === undefined)
        return null;
    const locks = rows.flatMap(([, type, oid, mode]) => {
        const known = (0,sql_locks/* lockModeFromCatalog */.K4)(String(mode));
        return type === 'relation' && oid && known ? [{ oid, mode: known }] : [];
    });
    return { blockers: String(wanted[0]).split(','), wants: String(wanted[1]), relation: String(wanted[5]), locks };
}
class Sightings {
    #locks = new Map();
    waits = [];
    add({ locks }) {
        for (const lock of locks)
            this.#locks.set(`${lock.oid} ${lock.mode}`, lock);
    }
    wait(what) {
        if (!this.waits.includes(what))
            this.waits.push(what);
    }
    locks() {
        return [...this.#locks.values()];
    }
}
async function pidOf(session) {
    return String((await session.query('SELECT pg_backend_pid()')).rows[0]?.[0]);
}
function pause(milliseconds) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

;// CONCATENATED MODULE: ./build/rehearsal/stage.js
/** A scratch database that stands where a migration starts. */





/** Settings that make a run repeatable: no parallel workers (they hide scans), no JIT, one time zone. */
const SESSION = `SET max_parallel_maintenance_workers = 0; SET max_parallel_workers_per_gather = 0; SET jit = off; SET TimeZone = 'UTC'`;
/** Leaves nothing of a script in the session: a migration tool runs the next one over a connection of its own. */
async function resetSession(session) {
    await session.query(`RESET SESSION AUTHORIZATION; RESET ALL; DISCARD TEMP; ${SESSION}`);
}
/** Runs the scripts on a new database; what fails there is the result. */
async function buildStage(server, { bootstrap, scripts }, missing) {
    const scratch = await server.createScratch();
    const prepared = await stage_open(scratch, () => runBootstrap(scratch, bootstrap, missing));
    if (prepared !== null) {
        await scratch.drop();
        return { obstacle: prepared };
    }
    const session = await stage_open(scratch, () => scratch.connect());
    const barriers = server.capabilities.multiSession ? new Barriers(() => scratch.connect()) : null;
    const leave = async () => {
        await barriers?.close();
        await session.close();
        await scratch.drop();
    };
    try {
        await session.query(SESSION);
        for (const script of scripts) {
            const obstacle = await runQuietly(session, script, missing);
            if (obstacle !== null) {
                await leave();
                return { obstacle };
            }
            // A dump may leave settings behind, an empty search_path above all.
            await session.query('ROLLBACK');
            await resetSession(session);
        }
        return { session, barriers, existing: await (0,catalog/* readCatalog */.uM)(session), snapshot: null, leave, missing };
    }
    catch (error) {
        await leave();
        throw error;
    }
}
/** The tables that stood before the change, by the names that reports use. */
function tablesOf({ relations }) {
    const tables = [...relations.values()].filter(({ kind }) => ['r', 'p', 'm', 'f'].includes(kind));
    return new Set(tables.map(({ name }) => (0,objects/* shortName */.EU)(name)));
}
/** Does a first step in a database, which goes where that fails. */
async function stage_open(scratch, step) {
    try {
        return await step();
    }
    catch (error) {
        await scratch.drop();
        throw error;
    }
}
/** An invalid index is named where the script failed, or ends. */
function invalidIndexFindings(up, names, failedAt) {
    const statement = up.statements[failedAt] ?? up.statements.at(-1);
    if (statement === undefined)
        return [];
    return names.map((name) => {
        const message = `The migration leaves the invalid index ${name} behind.`;
        const finding = (0,built_in/* builtInFinding */.l)('invalid-index', statement.location, message, {
            evidence: 'observed',
            proof: `pg_index.indisvalid is false for ${name} after the migration`,
            help: `Drop it and build it again:\nDROP INDEX CONCURRENTLY ${name};`,
        });
        return { finding, at: { path: up.file.path, start: statement.start }, fact: {} };
    });
}


/***/ }),

/***/ 6856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ blankReport)
/* harmony export */ });
function blankReport({ role }, statement, status) {
    const { path, line, endLine } = statement.location;
    return {
        role,
        path,
        line,
        endLine,
        kind: statement.kind,
        sql: statement.sql,
        status,
        locks: null,
        objectLocks: [],
        waits: [],
        rewrites: [],
        scans: [],
        rows: [],
        objects: [],
        invalidIndexes: [],
        lockTimeoutMs: null,
        notices: [],
        durationMs: 0,
        walBytes: 0,
    };
}


/***/ }),

/***/ 6405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TM: () => (/* binding */ applyDelta),
/* harmony export */   We: () => (/* binding */ invalidIndexes),
/* harmony export */   fm: () => (/* binding */ rewritten),
/* harmony export */   fn: () => (/* binding */ CATALOG_DELTA),
/* harmony export */   ku: () => (/* binding */ FIRST_USER_OID),
/* harmony export */   m6: () => (/* binding */ compareCatalogs),
/* harmony export */   uM: () => (/* binding */ readCatalog)
/* harmony export */ });
/* harmony import */ var _schema_objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7250);

/** The first oid that Postgres gives to what users make. */
const FIRST_USER_OID = 16384;
const NAMESPACES = `n.nspname <> 'pg_toast' AND n.nspname NOT LIKE 'pg\\_%temp%'`;
const RELATIONS = `c.oid >= ${FIRST_USER_OID} AND ${NAMESPACES}`;
const CONSTRAINTS = `oid >= ${FIRST_USER_OID} AND conrelid <> 0 AND contype IN ('c', 'f', 'p', 'u', 'x')`;
/**
 * Relations (r), columns (c) and constraints (k), all or those of some relations. Reads system catalogs only, so that it
 * takes no lock on what it looks at. Six columns of text.
 */
function catalogRows(of) {
    return `
SELECT 'r', c.oid::text, n.nspname || '.' || c.relname, c.relkind::text, coalesce(pg_relation_filenode(c.oid), 0)::text, i.indisvalid::text
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_index i ON i.indexrelid = c.oid
WHERE ${RELATIONS} AND ${of('c.oid')}
UNION ALL
SELECT 'c', a.attrelid::text, a.attnum::text, a.attname, concat(format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN ' not null' END, ' ', d.adbin), a.attisdropped::text
FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.attrelid >= ${FIRST_USER_OID} AND a.attnum > 0 AND ${of('a.attrelid')}
UNION ALL
SELECT 'k', conrelid::text, oid::text, conname, contype::text || convalidated::text, NULL FROM pg_constraint k
WHERE ${CONSTRAINTS} AND ${of('conrelid')}`;
}
const EVERYTHING = catalogRows(() => 'true');
/** Whoever changes a relation, a column or a constraint holds a lock on the relation. */
const HELD = (relation) => `pg_current_xact_id_if_assigned() IS NOT NULL AND ${relation} = ANY (ARRAY(SELECT relation FROM held WHERE locktype = 'relation' AND mode <> 'AccessShareLock'))`;
/**
 * What the transaction that is open may have changed, and how many there are of everything (n): a count that doesn't come
 * out says that something was dropped, or made without a lock. A schema of another name renames all that is in it. To be
 * joined to a query of six columns that has the locks as `held`.
 */
const CATALOG_DELTA = `
${catalogRows(HELD)}
UNION ALL
SELECT 'n', 'r', count(*)::text, coalesce(sum(oid::bigint), 0)::text, NULL, NULL FROM pg_class
WHERE oid >= ${FIRST_USER_OID} AND pg_current_xact_id_if_assigned() IS NOT NULL
  AND relnamespace = ANY (ARRAY(SELECT oid FROM pg_namespace n WHERE ${NAMESPACES}))
UNION ALL
SELECT 'n', 'k', count(*)::text, coalesce(sum(oid::bigint), 0)::text, NULL, NULL FROM pg_constraint
WHERE ${CONSTRAINTS} AND pg_current_xact_id_if_assigned() IS NOT NULL
UNION ALL
SELECT 'n', 'schema', nspname, NULL, NULL, NULL FROM pg_namespace
WHERE oid >= ${FIRST_USER_OID} AND age(xmin) <= age(pg_current_xact_id_if_assigned()::xid)`;
async function readCatalog(session) {
    const { rows } = await session.query(EVERYTHING);
    return merge({ relations: new Map(), parts: new Map() }, rows);
}
/** The catalog after a transaction's writes. Null where something is gone: then only a new reading tells what. */
function applyDelta(before, rows) {
    const counts = rows.filter(([tag]) => tag === 'n');
    if (counts.length === 0)
        return before;
    const after = merge({ relations: new Map(before.relations), parts: new Map(before.parts) }, rows);
    const constraints = [...after.parts].filter(([, { kind }]) => kind === 'constraint').map(([key]) => key.slice(2));
    const known = {
        r: `${after.relations.size} ${sum([...after.relations.keys()])}`,
        k: `${constraints.length} ${sum(constraints)}`,
    };
    return counts.every(([, what, count, total]) => known[String(what)] === `${count} ${total}`) ? after : null;
}
function sum(oids) {
    return oids.reduce((total, oid) => total + Number(oid), 0);
}
function merge(catalog, rows) {
    for (const [tag, oid, second, third, fourth, fifth] of rows) {
        const relation = String(oid);
        if (tag === 'r') {
            const filenode = String(fourth);
            catalog.relations.set(relation, {
                name: String(second),
                kind: String(third),
                filenode,
                valid: fifth !== 'false',
            });
        }
        else if (tag === 'c') {
            const key = `c ${relation} ${second}`;
            // A dropped column stays as an empty slot.
            if (fifth === 'true')
                catalog.parts.delete(key);
            else
                catalog.parts.set(key, { kind: 'column', relation, name: String(third), value: `${third} ${fourth}` });
        }
        else if (tag === 'k') {
            const part = { kind: 'constraint', relation, name: String(third), value: `${third} ${fourth}` };
            catalog.parts.set(`k ${second}`, part);
        }
    }
    return catalog;
}
const KINDS = {
    r: 'table',
    p: 'table',
    f: 'foreign table',
    i: 'index',
    I: 'index',
    S: 'sequence',
    v: 'view',
    m: 'materialized view',
    c: 'type',
};
/** Relations whose columns are objects of their own; a view's or an index's are not. */
const HAS_COLUMNS = new Set(['r', 'p', 'f']);
/**
 * What is new, gone or different. A new or dropped table's columns and constraints come and go with it; an index that a
 * change of type made anew under its old name is the same index.
 */
function compareCatalogs(before, after) {
    const differences = [];
    const relation = (change, { kind, name }) => {
        differences.push({ change, kind: KINDS[kind] ?? 'relation', name: (0,_schema_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(name) });
    };
    const [had, has] = [namesOf(before), namesOf(after)];
    for (const [oid, now] of after.relations) {
        const old = before.relations.get(oid);
        if (old !== undefined && old.name !== now.name)
            relation('changed', now);
        else if (old === undefined && !had.has(now.name))
            relation('extra', now);
    }
    for (const [oid, old] of before.relations) {
        if (!after.relations.has(oid) && !has.has(old.name))
            relation('missing', old);
    }
    const part = (change, { kind, relation, name }) => {
        const table = (after.relations.get(relation) ?? before.relations.get(relation));
        const stays = before.relations.has(relation) && after.relations.has(relation);
        if (stays && HAS_COLUMNS.has(table.kind))
            differences.push({ change, kind, name: `${(0,_schema_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(table.name)}.${name}` });
    };
    for (const [key, now] of after.parts) {
        const old = before.parts.get(key);
        if (old === undefined)
            part('extra', now);
        else if (old.value !== now.value)
            part('changed', now);
    }
    for (const [key, old] of before.parts)
        if (!after.parts.has(key))
            part('missing', old);
    return differences.sort((a, b) => (a.kind === b.kind ? (a.name < b.name ? -1 : 1) : a.kind < b.kind ? -1 : 1));
}
function namesOf({ relations }) {
    return new Map([...relations.values()].map((relation) => [relation.name, relation]));
}
/** Indexes that a build left behind unfinished. */
function invalidIndexes({ relations }) {
    return [...relations.values()].filter(({ valid }) => !valid).map(({ name }) => (0,_schema_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(name));
}
/** Storage that changed under the same name. An index that only got a new catalog entry keeps its file. */
function rewritten(before, after) {
    if (before === after)
        return [];
    const had = namesOf(before);
    const names = [];
    for (const [oid, { name, filenode }] of after.relations) {
        const old = before.relations.get(oid) ?? had.get(name);
        if (old && old.filenode !== '0' && old.filenode !== filenode)
            names.push((0,_schema_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(name));
    }
    return names.sort();
}


/***/ }),

/***/ 3340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ Tracer)
});

// EXTERNAL MODULE: ./build/schema/objects.js
var objects = __webpack_require__(7250);
// EXTERNAL MODULE: ./build/sql/locks.js
var sql_locks = __webpack_require__(4283);
// EXTERNAL MODULE: ./build/rehearsal/trace/catalog.js
var catalog = __webpack_require__(6405);
;// CONCATENATED MODULE: ./build/rehearsal/trace/activity.js


/**
 * Reads system catalogs only, so that it adds no lock that it would report. Counters of earlier transactions stay in until
 * they are flushed, also those that were rolled back: only differences mean something.
 */
function activitySql(tables) {
    return `
WITH held AS MATERIALIZED (SELECT locktype, relation, classid, objid, database, mode FROM pg_locks WHERE pid = pg_backend_pid() AND granted)
SELECT 'lock', relation::text, mode, NULL, NULL, NULL FROM held WHERE locktype = 'relation' AND relation >= ${catalog/* FIRST_USER_OID */.ku}
UNION ALL
SELECT 'object', pg_describe_object(classid, objid, 0), mode, NULL, NULL, NULL FROM held
WHERE locktype = 'object' AND objid >= ${catalog/* FIRST_USER_OID */.ku} AND database <> 0
UNION ALL
SELECT 'table', oid::text, scans::text, ins::text, upd::text, del::text
FROM (SELECT oid, pg_stat_get_xact_numscans(oid) scans, pg_stat_get_xact_tuples_inserted(oid) ins, pg_stat_get_xact_tuples_updated(oid) upd,
  pg_stat_get_xact_tuples_deleted(oid) del FROM pg_class WHERE oid >= ${catalog/* FIRST_USER_OID */.ku} AND relkind IN ('r', 'p', 'm') AND ${tables} OFFSET 0) t
WHERE scans > 0 OR ins > 0 OR upd > 0 OR del > 0
UNION ALL
SELECT 'server', (pg_current_wal_insert_lsn() - '0/0')::text, current_setting('lock_timeout'), NULL, NULL, NULL`;
}
/** The first look in a transaction has to count everything: it can't know what will be touched. */
const FIRST_LOOK = activitySql('true');
/** A look into a transaction, and at what it has written into the catalogs: see `applyDelta`. Who scans or writes holds a lock. */
const LOOK_AROUND = `${activitySql("oid = ANY (ARRAY(SELECT relation FROM held WHERE locktype = 'relation'))")}
UNION ALL ${catalog/* CATALOG_DELTA */.fn}`;
/** Counters of what is committed, for statements outside transactions; the flush makes them current (15 and later). */
const COMMITTED = `
SELECT 'table', relid::text, coalesce(seq_scan, 0)::text, n_tup_ins::text, n_tup_upd::text, n_tup_del::text FROM pg_stat_user_tables
UNION ALL
SELECT 'server', (pg_current_wal_insert_lsn() - '0/0')::text, current_setting('lock_timeout'), NULL, NULL, NULL`;
/**
 * Looks into a session's transactions with statements that are planned once: planning takes as long as running them.
 * `forget` after what may have dropped prepared statements.
 */
class Eyes {
    #session;
    #names = null;
    constructor(session) {
        this.#session = session;
    }
    forget() {
        this.#names = null;
    }
    /** Opens a transaction and takes the first look in it. */
    async begin() {
        const { first } = await this.#prepared();
        return activityOf((await this.#session.query(`BEGIN; EXECUTE ${first}`)).rows);
    }
    /** The first look into a transaction that is open already. */
    async first() {
        const { first } = await this.#prepared();
        return activityOf((await this.#session.query(`EXECUTE ${first}`)).rows);
    }
    async around() {
        const { around } = await this.#prepared();
        const { rows } = await this.#session.query(`EXECUTE ${around}`);
        return { activity: activityOf(rows), delta: rows };
    }
    async #prepared() {
        if (this.#names === null) {
            prepared++;
            const names = { first: `migration_safety_first_${prepared}`, around: `migration_safety_around_${prepared}` };
            await this.#session.query(`PREPARE ${names.first} AS ${FIRST_LOOK}; PREPARE ${names.around} AS ${LOOK_AROUND}`);
            this.#names = names;
        }
        return this.#names;
    }
}
/** Makes names of prepared statements that no session has seen. */
let prepared = 0;
/** What is committed, for statements outside transactions. */
async function lookOutside(session) {
    await session.query('SELECT pg_stat_force_next_flush()').catch(() => null);
    return activityOf((await session.query(COMMITTED)).rows);
}
/** Reads the rows of a look. */
function activityOf(rows) {
    const activity = { locks: new Map(), objects: new Map(), tables: new Map(), wal: 0, lockTimeoutMs: 0 };
    for (const [tag, first, second, ...counters] of rows) {
        const name = String(first);
        if (tag === 'server') {
            activity.wal = Number(first);
            activity.lockTimeoutMs = milliseconds(String(second));
        }
        else if (tag === 'table') {
            const [inserted = 0, updated = 0, deleted = 0] = counters.map(Number);
            activity.tables.set(name, { scans: Number(second), inserted, updated, deleted });
        }
        else if (tag === 'lock' || tag === 'object') {
            const mode = (0,sql_locks/* lockModeFromCatalog */.K4)(String(second));
            if (mode === undefined)
                continue;
            if (tag === 'lock')
                activity.locks.set(`${name} ${mode}`, { oid: name, mode });
            else
                activity.objects.set(`${name} ${mode}`, { object: name, mode });
        }
    }
    return activity;
}
/** Tables that were read from end to end in between, by oid. */
function scannedBetween(before, after) {
    return [...after.tables]
        .filter(([oid, { scans }]) => scans > (before.tables.get(oid)?.scans ?? 0))
        .map(([oid]) => oid);
}
/** Rows that were written in between. */
function writtenBetween(before, after, nameOf) {
    return [...after.tables].flatMap(([oid, now]) => {
        const then = before.tables.get(oid) ?? { inserted: 0, updated: 0, deleted: 0 };
        const relation = nameOf(oid);
        const rows = {
            inserted: now.inserted - then.inserted,
            updated: now.updated - then.updated,
            deleted: now.deleted - then.deleted,
        };
        if (relation === undefined || (rows.inserted <= 0 && rows.updated <= 0 && rows.deleted <= 0))
            return [];
        return [{ relation, ...rows }];
    });
}
const UNITS = { '': 1, ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 };
/** `2s`, as current_setting writes times. */
function milliseconds(setting) {
    const [, number = '0', unit = ''] = /^(\d+)\s*([a-z]*)$/.exec(setting) ?? [];
    return Number(number) * (UNITS[unit] ?? 1);
}

// EXTERNAL MODULE: ./build/sql/ast.js
var ast = __webpack_require__(1843);
;// CONCATENATED MODULE: ./build/rehearsal/trace/targets.js

/** Read off the parse tree; undefined where the statement names no relation. */
function targetsOf(node) {
    const vacuum = (0,ast/* nodeOf */.E7)(node, 'VacuumStmt');
    const names = vacuum
        ? (vacuum.rels ?? []).map((rel) => (0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(rel, 'VacuumRelation')?.relation))
        : concurrentTargets(node);
    const known = names.filter((name) => name !== undefined);
    if (known.length === 0)
        return undefined;
    return { names: known, holderMode: vacuum ? 'SHARE UPDATE EXCLUSIVE' : 'ROW EXCLUSIVE' };
}
function concurrentTargets(node) {
    const drop = (0,ast/* nodeOf */.E7)(node, 'DropStmt');
    if (drop)
        return (drop.objects ?? []).map((object) => (0,ast/* listName */.sY)(object));
    const alter = (0,ast/* nodeOf */.E7)(node, 'AlterTableStmt');
    if (alter) {
        const partitions = (alter.cmds ?? []).map((item) => (0,ast/* nodeOf */.E7)((0,ast/* nodeOf */.E7)(item, 'AlterTableCmd')?.def, 'PartitionCmd')?.name);
        return [(0,ast/* relationName */.CJ)(alter.relation), ...partitions.map(ast/* relationName */.CJ)];
    }
    return [(0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(node, 'IndexStmt')?.relation ?? (0,ast/* nodeOf */.E7)(node, 'ReindexStmt')?.relation)];
}
/** The tables as the session's search_path finds them, ready for LOCK TABLE; an index stands for its table. */
async function resolveTables(session, names) {
    const list = names.map(({ schema, name }) => {
        const written = [schema, name]
            .filter((part) => part !== undefined)
            .map(ast/* quoteIdentifier */.Cm)
            .join('.');
        return `'${written.replaceAll("'", "''")}'`;
    });
    const { rows } = await session.query(`
    SELECT DISTINCT format('%I.%I', n.nspname, c.relname)
    FROM unnest(ARRAY[${list.join(', ')}]) w LEFT JOIN pg_index i ON i.indexrelid = to_regclass(w)
      JOIN pg_class c ON c.oid = coalesce(i.indrelid, to_regclass(w)) JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') ORDER BY 1`);
    return rows.map(([name]) => String(name));
}

;// CONCATENATED MODULE: ./build/rehearsal/trace/tracer.js





/**
 * Observes statements one after the other. `existing`: what stood before the change; the rest is new. Without barriers
 * (a server of one session) the locks of statements outside transactions are not seen.
 */
class Tracer {
    #session;
    #eyes;
    #existing;
    #barriers;
    /** What the last look saw: nobody else changes a scratch database, so it still holds. */
    #catalog;
    /** The last look into the transaction that is open; null where none was taken. */
    #last = null;
    constructor(session, existing, barriers) {
        this.#session = session;
        this.#eyes = new Eyes(session);
        this.#existing = existing;
        this.#barriers = barriers;
        this.#catalog = existing;
    }
    /** Forgets what the last look saw: a transaction was rolled back, or something ran unseen. */
    async refresh() {
        this.#last = null;
        this.#catalog = await (0,catalog/* readCatalog */.uM)(this.#session);
    }
    /** Indexes that were left behind unfinished, as the last look saw them. */
    get invalidIndexes() {
        return (0,catalog/* invalidIndexes */.We)(this.#catalog);
    }
    /** Runs a statement inside a transaction, which must still be open after it, and returns what it did. */
    async observe(action) {
        return this.#observe(this.#last ?? (await this.#eyes.first()), action);
    }
    /** Opens a transaction for one statement, which is left open: the caller ends it. */
    async observeAlone(action) {
        return this.#observe(await this.#eyes.begin(), action);
    }
    async #observe(before, action) {
        const timing = await this.#time(action);
        const { activity: after, delta } = await this.#eyes.around();
        const old = this.#catalog;
        // Counters that nobody touched since the first look are still what they were.
        this.#last = { ...after, tables: new Map([...before.tables, ...after.tables]) };
        this.#catalog = (0,catalog/* applyDelta */.TM)(old, delta) ?? (await (0,catalog/* readCatalog */.uM)(this.#session));
        const { nameOf, ...facts } = this.#facts(old, before, after);
        const taken = [...after.locks].filter(([key]) => !before.locks.has(key)).map(([, lock]) => lock);
        const objectLocks = [...after.objects].filter(([key]) => !before.objects.has(key)).map(([, lock]) => lock);
        return { ...facts, ...timing, locks: this.#strongest(taken, nameOf), objectLocks, waits: [] };
    }
    /** The statement may have dropped prepared statements, ours with them. */
    sessionChanged() {
        this.#eyes.forget();
    }
    /** What was seen of the transaction so far is over: it was committed. */
    transactionEnded() {
        this.#last = null;
    }
    /** Runs a statement outside transactions. */
    async observeOutside(node, action) {
        const before = await lookOutside(this.#session);
        let waits = null;
        const timing = await this.#time(async () => {
            waits = await this.#withBarriers(node, action);
        });
        const after = await lookOutside(this.#session);
        const old = this.#catalog;
        await this.refresh();
        const { nameOf, ...facts } = this.#facts(old, before, after);
        const seen = waits;
        const locks = seen && this.#strongest(seen.locks, nameOf);
        return { ...facts, ...timing, locks, objectLocks: [], waits: seen?.waits ?? [] };
    }
    async #withBarriers(node, action) {
        const targets = this.#barriers && targetsOf(node);
        const tables = targets ? await resolveTables(this.#session, targets.names) : [];
        if (!targets || tables.length === 0) {
            await action();
            return null;
        }
        const pid = String((await this.#session.query('SELECT pg_backend_pid()')).rows[0]?.[0]);
        return this.#barriers?.observe(pid, tables, targets.holderMode, action) ?? null;
    }
    async #time(action) {
        this.#session.takeNotices();
        const start = performance.now();
        await action();
        const durationMs = performance.now() - start;
        return {
            durationMs,
            notices: this.#session.takeNotices().map(({ severity, message }) => `${severity}: ${message}`),
        };
    }
    #facts(old, before, after) {
        const now = this.#catalog;
        const nameOf = (oid) => {
            const name = (old.relations.get(oid) ?? now.relations.get(oid))?.name;
            return name === undefined ? undefined : (0,objects/* shortName */.EU)(name);
        };
        const scans = scannedBetween(before, after).flatMap((oid) => nameOf(oid) ?? []);
        return {
            nameOf,
            rewrites: (0,catalog/* rewritten */.fm)(old, now),
            scans: scans.sort(),
            rows: writtenBetween(before, after, nameOf),
            objects: old === now ? [] : (0,catalog/* compareCatalogs */.m6)(old, now),
            invalidIndexes: (0,catalog/* invalidIndexes */.We)(now),
            lockTimeoutMs: before.lockTimeoutMs,
            walBytes: Math.max(0, after.wal - before.wal),
        };
    }
    /** The strongest mode for each relation; the passing tables of a rewrite have no name any more. */
    #strongest(locks, nameOf) {
        const strongest = new Map();
        for (const { oid, mode } of locks) {
            const relation = nameOf(oid);
            const known = strongest.get(oid);
            if (relation === undefined || (known && (0,sql_locks/* compareLockModes */.tc)(known.mode, mode) >= 0))
                continue;
            strongest.set(oid, { relation, mode, blocks: (0,sql_locks/* blockedBy */.yJ)(mode), isNew: !this.#existing.relations.has(oid) });
        }
        return [...strongest.values()].sort((a, b) => (0,sql_locks/* compareLockModes */.tc)(b.mode, a.mode) || (a.relation < b.relation ? -1 : 1));
    }
}


/***/ }),

/***/ 9491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ refuse),
/* harmony export */   m: () => (/* binding */ isDumpFrame)
/* harmony export */ });
/* harmony import */ var _ast_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1843);

/** Why a statement isn't sent; undefined where it is. What a function does inside is the server's to refuse. */
function refuse({ node, sql }) {
    if (node === null) {
        const command = /^\\[a-z!?]\w*/i.exec(sql)?.[0];
        return command && `${command} is a command of psql, not SQL: no migration tool can send it`;
    }
    const copy = (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'CopyStmt');
    if (copy === undefined)
        return undefined;
    if (copy.is_program)
        return 'COPY … PROGRAM runs a program on the database server, which a rehearsal never does';
    if (copy.filename) {
        return `COPY ${copy.is_from ? 'FROM' : 'TO'} a file reaches for the database server’s own files, which a rehearsal never does`;
    }
    if (copy.is_from) {
        return 'the rows of COPY … FROM STDIN come from psql, beside the SQL: write INSERT (pg_dump --inserts does)';
    }
    return undefined;
}
/** pg_dump frames its output in `\restrict` and `\unrestrict` since August 2025: they guard psql and mean nothing elsewhere. */
function isDumpFrame({ node, sql }) {
    return node === null && /^\\(un)?restrict\b/.test(sql);
}


/***/ })

};
