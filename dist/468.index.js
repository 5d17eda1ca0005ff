export const id = 468;
export const ids = [468];
export const modules = {

/***/ 468:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ay: () => (__WEBPACK_DEFAULT_EXPORT__),
/* harmony export */   h_: () => (/* binding */ unmoved),
/* harmony export */   uc: () => (/* binding */ bloatPart)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7934);
/* harmony import */ var _report_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1088);
/* harmony import */ var _schema_objects_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7250);
/* harmony import */ var _servers_catalogs_catalog_sql_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6545);
/* harmony import */ var _sql_quote_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9427);
/* harmony import */ var _run_touched_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3776);
/* harmony import */ var _proof_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7852);
/** What a migration leaves for vacuum in tables that were there before: dead row versions, and a file that grew. */







const bloatOfTable = valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    table: _report_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    rows: (0,_report_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__.is)(_report_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .natural */ .c4, 'How many rows it was seen on.'),
    rewritten: (0,_report_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__.is)(valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(), 'All of it was written anew: its old file goes, but both need room for a while.'),
    deadPercent: (0,_report_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__.is)(_report_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .natural */ .c4, 'Row versions that UPDATE and DELETE left behind, for each 100 rows.'),
    bytes: (0,_report_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__.is)(valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ before: _report_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .natural */ .c4, after: _report_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .natural */ .c4 }), 'Size with indexes and TOAST.'),
});
/** Its part of the report. */
const bloatPart = {
    bloat: (0,_report_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(bloatOfTable, 'What it leaves for vacuum in tables that were there before, and that it wrote to or rewrote.'),
};
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_proof_js__WEBPACK_IMPORTED_MODULE_4__/* .rowsProof */ .o_)({
    check: 'bloat',
    title: 'What it leaves to vacuum is known',
    begin({ stage: { scratch, session }, written }) {
        return scratch.pastRowSecurity(() => standing(session, written));
    },
    async show({ stage: { scratch, session }, written, report }, before) {
        const bloat = await scratch.pastRowSecurity(() => left(session, before));
        const missing = written.filter((name) => !bloat.some(({ table, rows }) => table === name && rows > 0));
        const rest = { part: { bloat }, ...(bloat.length > 0 && { table: tableOf(bloat) }) };
        if (missing.length > 0) {
            return (0,_proof_js__WEBPACK_IMPORTED_MODULE_4__/* .notChecked */ .lb)('no-rows', `there were no rows to see it on in ${missing.join(', ')}`, rest);
        }
        const still = unmoved(bloat, (0,_run_touched_js__WEBPACK_IMPORTED_MODULE_2__/* .changedTables */ .iz)(report));
        if (still.length > 0)
            return (0,_proof_js__WEBPACK_IMPORTED_MODULE_4__/* .notChecked */ .lb)('no-rows', `nothing of the rows that were made up for ${still.join(', ')} changes`, rest);
        return (0,_proof_js__WEBPACK_IMPORTED_MODULE_4__/* .proven */ .H3)(written.length === 0 ? NOTHING : bloat.map(inWords).join('; '), rest);
    },
    untried({ written }, reason) {
        if (written.length === 0)
            return (0,_proof_js__WEBPACK_IMPORTED_MODULE_4__/* .proven */ .H3)(NOTHING);
        return (0,_proof_js__WEBPACK_IMPORTED_MODULE_4__/* .notChecked */ .lb)(reason, `there were no rows to see it on in ${written.join(', ')}`);
    },
}));
/** Tables whose rows a statement is there to change, and changed none of. */
function unmoved(bloat, changed) {
    return bloat.flatMap(({ table, rewritten, deadPercent }) => changed.has(table) && !rewritten && deadPercent === 0 ? [table] : []);
}
const NOTHING = 'it updates, deletes and rewrites no rows that were there';
function inWords({ table, rewritten, deadPercent: dead }) {
    if (rewritten)
        return `${table} is rewritten: no dead rows, but room for a second copy while it runs`;
    return `${table}: ${dead} dead row versions for each 100 rows`;
}
function tableOf(bloat) {
    const kB = (bytes) => `${Math.round(bytes / 1024)} kB`;
    const rows = bloat.map(({ table, rows, rewritten, deadPercent: dead, bytes }) => [
        table,
        String(rows),
        rewritten ? 'written anew' : `${dead} for each 100 rows`,
        `${kB(bytes.before)} → ${kB(bytes.after)}`,
    ]);
    return {
        caption: 'what it leaves to vacuum',
        head: ['Table', 'Rows', 'Dead row versions', 'Size with indexes'],
        rows,
    };
}
async function standing(session, names) {
    if (names.length === 0)
        return { since: '0', tables: new Map() };
    const tables = await read(session, '0', (_, name) => names.includes(name));
    return { tables, since: (await session.query((0,_servers_catalogs_catalog_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .catalogSql */ .a)('current transaction'))).rows[0]?.[0] ?? '0' };
}
/** Leaves out tables that are gone. */
async function left(session, { since, tables }) {
    if (tables.size === 0)
        return [];
    const now = await read(session, since, (oid) => tables.has(oid));
    return [...tables].flatMap(([oid, was]) => {
        const is = now.get(oid);
        if (is === undefined)
            return [];
        const { table, rows } = was;
        const bytes = { before: was.bytes, after: is.bytes };
        return [{ table, rows, rewritten: was.file !== is.file, deadPercent: deadPercent(was, is), bytes }];
    });
}
async function read(session, since, wanted) {
    const { rows: found } = await session.query((0,_servers_catalogs_catalog_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .catalogSql */ .a)('readable tables'));
    const parts = found.flatMap(([schema, name, oid]) => wanted(String(oid), (0,_schema_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .shortName */ .EU)(`${schema}.${name}`))
        ? [standingSql(String(oid), `${(0,_sql_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .ident */ .b)(schema ?? '')}.${(0,_sql_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .ident */ .b)(name ?? '')}`, since)]
        : []);
    if (parts.length === 0)
        return new Map();
    const names = new Map(found.map(([schema, name, oid]) => [String(oid), (0,_schema_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .shortName */ .EU)(`${schema}.${name}`)]));
    const { rows } = await session.query(parts.join(' UNION ALL '));
    return new Map(rows.map(([oid, count, written, file, bytes]) => {
        const table = names.get(String(oid)) ?? '';
        return [
            String(oid),
            { table, rows: Number(count), written: Number(written), file: file ?? '', bytes: Number(bytes) },
        ];
    }));
}
/** `since`: a transaction id. */
function standingSql(oid, table, since) {
    const of = `${(0,_sql_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .e)(table)}::pg_catalog.regclass`;
    const since32 = `${since}::pg_catalog.int8 OPERATOR(pg_catalog.%) 4294967296`;
    const written = `pg_catalog.format('%s', xmin)::pg_catalog.int8 OPERATOR(pg_catalog.>=) (${since32})`;
    return `SELECT ${(0,_sql_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .e)(oid)}, pg_catalog.count(*), pg_catalog.count(*) FILTER (WHERE ${written}),
    pg_catalog.pg_relation_filenode(${of})::pg_catalog.text, pg_catalog.pg_total_relation_size(${of}) FROM ${table}`;
}
/** Row versions that UPDATE and DELETE left behind, for each 100 rows. */
function deadPercent(before, now) {
    if (before.file !== now.file || before.rows === 0)
        return 0;
    const inserted = Math.max(0, now.rows - before.rows);
    const deleted = Math.max(0, before.rows - now.rows);
    return Math.round((100 * (now.written - inserted + deleted)) / before.rows);
}


/***/ }),

/***/ 7852:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H3: () => (/* binding */ proven),
/* harmony export */   S_: () => (/* binding */ schemaProof),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   gz: () => (/* binding */ failed),
/* harmony export */   lb: () => (/* binding */ notChecked),
/* harmony export */   o_: () => (/* binding */ rowsProof)
/* harmony export */ });
/** Checks a proof's shape at compile time. */
function schemaProof(proof) {
    return { on: 'schema', ...proof };
}
/** Checks a proof's shape at compile time. */
function rowsProof(proof) {
    return { on: 'rows', ...proof };
}
const proven = (detail, rest = {}) => ({
    status: 'proven',
    detail,
    ...rest,
});
const failed = (detail, rest = {}) => ({
    status: 'failed',
    detail,
    ...rest,
});
const notChecked = (reason, detail, rest = {}) => ({
    status: 'not checked',
    reason,
    detail,
    ...rest,
});
/** `3 indexes`. */
function count(number, noun) {
    const plural = noun.endsWith('x') ? `${noun}es` : noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
    return `${number} ${number === 1 ? noun : plural}`;
}


/***/ }),

/***/ 5133:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HI: () => (/* binding */ stopsTraffic),
/* harmony export */   Ik: () => (/* binding */ hazards),
/* harmony export */   qf: () => (/* binding */ lockOrder)
/* harmony export */ });
/* harmony import */ var _sql_locks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4283);
/* harmony import */ var _verdict_fact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(638);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9086);



/** Everything that a script's own run gives away. */
function hazards(shown) {
    const blocking = [...blockingScans(shown), ...heldDuringWork(shown)];
    const unnamed = unnamedTables(shown);
    // A table that is stopped for long is told of once.
    const told = new Set(blocking.map(about));
    const timeouts = shown.madeToRun ? [] : missingLockTimeout(shown);
    return [...blocking, ...unnamed.filter((one) => !told.has(about(one))), ...timeouts];
}
function about({ at, facts }) {
    return `${at.start} ${facts.flatMap((fact) => ('on' in fact ? fact.on : []))}`;
}
function waits({ mode, oid }, { start }) {
    return { kind: 'waits', mode, on: oid, since: start };
}
/** Whether others have to wait for the lock with what they do all day. */
function stopsTraffic({ mode, isNew }) {
    const blocks = (0,_sql_locks_js__WEBPACK_IMPORTED_MODULE_1__/* .blockedBy */ .yJ)(mode);
    return !isNew && (blocks.includes('reads') || blocks.includes('writes'));
}
/** The locks that stop traffic on tables that stood before the change, the strongest of each. */
function stopped({ locks }) {
    const tables = new Map();
    for (const taken of locks ?? []) {
        const known = tables.get(taken.oid);
        if (!taken.isTable || !stopsTraffic(taken))
            continue;
        if (known === undefined || (0,_sql_locks_js__WEBPACK_IMPORTED_MODULE_1__/* .compareLockModes */ .tc)(known.mode, taken.mode) < 0)
            tables.set(taken.oid, taken);
    }
    return [...tables.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
/** Who waits, for the middle of a sentence. */
function waiters({ mode }) {
    return (0,_sql_locks_js__WEBPACK_IMPORTED_MODULE_1__/* .blockedBy */ .yJ)(mode).includes('reads') ? 'reads and writes' : 'writes';
}
/** What a statement did that takes longer the more rows there are; TRUNCATE's new files are empty. */
function work({ report: { kind, rows }, deeds }) {
    if (kind === 'TruncateStmt')
        return null;
    const old = ({ isTable, isNew }) => isTable && !isNew;
    const written = deeds.rewrites.find(old);
    if (written !== undefined)
        return `it rewrites ${written.name}`;
    const read = deeds.scans.find(old);
    if (read === undefined)
        return null;
    return rows.some(({ relation }) => relation === read.name)
        ? `it works through the rows of ${read.name}`
        : `it reads all of ${read.name}`;
}
function blockingScans({ script, ran }) {
    return ran.flatMap((one) => {
        const does = work(one);
        if (does === null)
            return [];
        const { statement, deeds } = one;
        return stopped(deeds).map((lock) => (0,_observe_js__WEBPACK_IMPORTED_MODULE_0__/* .observe */ .lB)('blocking-scan', script, statement, {
            message: `The statement took ${lock.mode} on ${lock.name} and held it while ${does}: ${waiters(lock)} of ${lock.name} wait for a time that grows with the table.`,
            proof: `${lock.mode} on ${lock.name}, ${does}`,
            facts: [waits(lock, statement)],
        }));
    });
}
/** Locks are kept to the end of the transaction. */
function heldDuringWork({ script, ran }) {
    return ran.flatMap((one, index) => {
        const does = work(one);
        if (does === null)
            return [];
        const before = ran.slice(0, index).filter(({ transaction }) => transaction === one.transaction);
        return before.flatMap(({ statement, deeds }) => stopped(deeds).map((lock) => (0,_observe_js__WEBPACK_IMPORTED_MODULE_0__/* .observe */ .lB)('lock-held-during-scan', script, one.statement, {
            message: `The transaction still holds ${lock.mode} on ${lock.name} from line ${statement.location.line} while ${does}: ${waiters(lock)} of ${lock.name} wait for a time that grows with the table.`,
            proof: `Taken on line ${statement.location.line}, held to the end of the transaction`,
            facts: [(0,_verdict_fact_js__WEBPACK_IMPORTED_MODULE_2__/* .hazard */ .vl)('lock-held-during-scan'), waits(lock, statement)],
        })));
    });
}
/** The referenced side of a foreign key, a partition's parent, a default partition: locked without being named. */
function unnamedTables({ script, ran }) {
    return ran.flatMap(({ statement, deeds }) => {
        if (statement.kind === 'DoStmt' || statement.kind === 'CallStmt')
            return [];
        return stopped(deeds)
            .filter(({ name }) => !names(statement.sql, name))
            .map((lock) => (0,_observe_js__WEBPACK_IMPORTED_MODULE_0__/* .observe */ .lB)('lock-on-unnamed-table', script, statement, {
            message: `The statement took ${lock.mode} on ${lock.name}, which it doesn’t name: ${waiters(lock)} of ${lock.name} wait for the transaction to end.`,
            proof: `pg_locks showed ${lock.mode} on ${lock.name}`,
            facts: [(0,_verdict_fact_js__WEBPACK_IMPORTED_MODULE_2__/* .lock */ .s2)(lock.mode, lock.oid)],
        }));
    });
}
function missingLockTimeout({ script, ran }) {
    for (const { statement, report, deeds } of ran) {
        const lock = (report.locks ?? []).find(stopsTraffic);
        if (lock === undefined || deeds.locks === null || report.lockTimeoutMs !== 0 || report.waits.length > 0)
            continue;
        const { relation, mode } = lock;
        return [
            (0,_observe_js__WEBPACK_IMPORTED_MODULE_0__/* .observe */ .lB)('no-lock-timeout', script, statement, {
                message: `No lock_timeout is set: behind one long query on ${relation} this statement waits for its ${mode} as long as that takes, and ${waiters(lock)} queue behind it.`,
                proof: 'lock_timeout was 0 when the lock was taken',
                facts: [(0,_verdict_fact_js__WEBPACK_IMPORTED_MODULE_2__/* .hazard */ .vl)('no-lock-timeout', script.file.path)],
            }),
        ];
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
                const statement = (0,_observe_js__WEBPACK_IMPORTED_MODULE_0__/* .statementAt */ .BT)(later.script, hold.from);
                if (other === undefined || statement === undefined)
                    continue;
                const message = `This transaction locks ${first} before ${second}; ${earlier.path} locks ${second} before ${first} (line ${other.from}). Run at the same time, the two can deadlock.`;
                found.push((0,_observe_js__WEBPACK_IMPORTED_MODULE_0__/* .observe */ .lB)('lock-order', later.script, statement, { message, proof: 'Both orders were seen in the rehearsal' }));
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
/** Whether the text holds the table's own name as a word. */
function names(sql, relation) {
    const name = relation.split('.').at(-1) ?? relation;
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`(?<![\\w$])${escaped}(?![\\w$])`, 'i').test(sql);
}


/***/ }),

/***/ 9086:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BT: () => (/* binding */ statementAt),
/* harmony export */   Ch: () => (/* binding */ binding),
/* harmony export */   d0: () => (/* binding */ observeRefusal),
/* harmony export */   lB: () => (/* binding */ observe)
/* harmony export */ });
/* harmony import */ var _sql_positions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8647);
/* harmony import */ var _verdict_fact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(638);
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(895);
/** The one way to make a finding of what the rehearsal saw. */



/** At a statement of the script, or where its first one begins. */
function observe(rule, script, statement, told) {
    const { message, facts = [(0,_verdict_fact_js__WEBPACK_IMPORTED_MODULE_2__/* .hazard */ .vl)(rule)], ...extra } = told;
    const text = statement && { statement: statement.sql };
    return {
        finding: (0,_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .rehearsalFinding */ .l)(rule, statement?.location ?? startOf(script), message, {
            evidence: 'observed',
            ...text,
            ...extra,
        }),
        at: { path: script.file.path, start: statement?.start ?? -1 },
        facts,
    };
}
/** The statement that begins in a line. */
function statementAt({ statements }, line) {
    return statements.find(({ location }) => location.line === line);
}
function startOf({ file, statements }) {
    return statements[0]?.location ?? (0,_sql_positions_js__WEBPACK_IMPORTED_MODULE_0__/* .startOfFile */ .Si)(file.path);
}
const INSUFFICIENT_PRIVILEGE = '42501';
const MORE_RIGHTS = 'Migrations are rehearsed as a role that owns its scratch database and nothing else. Where this one needs an extension or a role, name an SQL file that makes it in the setting `bootstrap`: the administrator runs it first. Where production applies migrations as a superuser, set `superuser: true`.';
/** Parameters of the application's own have a dot in their names. */
const UNSET_PARAMETER = /^unrecognized configuration parameter "(\w+\.[\w.]+)"$/;
/** What to do about it, where that is more than the server's hint. */
function helpFor({ sqlstate, message, hint }) {
    if (sqlstate === INSUFFICIENT_PRIVILEGE)
        return MORE_RIGHTS;
    const parameter = UNSET_PARAMETER.exec(message)?.[1];
    if (parameter === undefined)
        return hint;
    return `Nothing has set ${parameter} in the migration’s session. Set it there (SET LOCAL ${parameter} = …), or let the policy or function read it with current_setting('${parameter}', true). Where production applies migrations as a role that no policy holds (a superuser, BYPASSRLS), set \`superuser: true\`.`;
}
/** Postgres refused a statement: where exactly, and in its own words. An error without SQLSTATE is of our making: it was never sent. */
function observeRefusal(rule, script, statement, error, told = {}) {
    const lines = new _sql_positions_js__WEBPACK_IMPORTED_MODULE_0__/* .LineMap */ .HU(script.file.text);
    const location = lines.location(script.file.path, ...placeOf(statement, error));
    const help = helpFor(error);
    const words = [error.message, error.detail].filter((part) => part !== undefined).join(' ');
    const { sqlstate } = error;
    const observation = observe(rule, script, statement, {
        message: `${SUBJECT[script.role]} fails here: ${words}${sqlstate && ` (SQLSTATE ${sqlstate})`}.`,
        proof: sqlstate ? `Postgres answered ${sqlstate}: ${error.message}` : 'It was not sent to the server.',
        ...(help && { help }),
        ...(sqlstate && { facts: [(0,_verdict_fact_js__WEBPACK_IMPORTED_MODULE_2__/* .refused */ .J5)(sqlstate)] }),
        ...told,
    });
    return { ...observation, finding: { ...observation.finding, ...location } };
}
/** What the tool sends was refused: nothing silences that. */
function binding(observation) {
    return observation.facts[0].kind === 'refused' ? { ...observation, binding: true } : observation;
}
/** The word that Postgres points at, or the whole statement where it points at none. */
function placeOf({ sql, start, end }, { position }) {
    if (position === undefined)
        return [start, end];
    const offset = (0,_sql_positions_js__WEBPACK_IMPORTED_MODULE_0__/* .codePointToUtf16 */ ._f)(sql, position - 1);
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

/***/ 3776:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Co: () => (/* binding */ touchedTables),
/* harmony export */   iz: () => (/* binding */ changedTables),
/* harmony export */   jH: () => (/* binding */ writtenTables)
/* harmony export */ });
/* harmony import */ var _hazards_hazards_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5133);

/** Tables that stood before the change, and that a statement of it locked against writes or wrote to. */
function touchedTables(reports) {
    const tables = new Set();
    for (const { locks, waits } of reports.flatMap(({ statements }) => statements)) {
        for (const lock of locks ?? []) {
            if ((0,_hazards_hazards_js__WEBPACK_IMPORTED_MODULE_0__/* .stopsTraffic */ .HI)(lock) || (waits.length > 0 && !lock.isNew))
                tables.add(lock.relation);
            // INSERT, UPDATE and DELETE: on an empty table they write no row, but they would.
            else if (!lock.isNew && lock.mode === 'ROW EXCLUSIVE')
                tables.add(lock.relation);
        }
    }
    return tables;
}
const CHANGES_ROWS = new Set(['UpdateStmt', 'DeleteStmt', 'MergeStmt']);
/** Tables that stood before, and whose rows a statement of the migration is there to change. */
function changedTables({ statements }) {
    const changing = statements.filter(({ role, kind, status }) => role === 'up' && CHANGES_ROWS.has(kind) && status === 'applied');
    const written = changing.flatMap(({ locks }) => (locks ?? []).filter(({ mode }) => mode === 'ROW EXCLUSIVE'));
    return new Set(written.flatMap(({ relation, isNew }) => (isNew ? [] : [relation])));
}
/**
 * Of the tables that stood before, those that a run wrote to or rewrote, also under a lock that it held already; by the names that
 * they had when the script began. TRUNCATE's new files are empty.
 */
function writtenTables(ran) {
    const written = ran
        .filter(({ report }) => report.status === 'applied' && report.kind !== 'TruncateStmt')
        .flatMap(({ deeds: { locks, rewrites } }) => [
        ...rewrites,
        ...(locks ?? []).filter(({ mode }) => mode === 'ROW EXCLUSIVE'),
    ]);
    return [...new Set(written.filter(({ isTable, isNew }) => isTable && !isNew).map(({ was }) => was))];
}


/***/ }),

/***/ 1088:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C5: () => (/* binding */ location),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   c4: () => (/* binding */ natural),
/* harmony export */   is: () => (/* binding */ is),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);
/** Small pieces that the parts of the report's schema share. */

const text = valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP();
const natural = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(0));
const position = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(1));
/** The schema with a description for its readers. */
function is(schema, description) {
    return valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(schema, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_(description));
}
/** An array with a description. */
function list(item, description) {
    return valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(item), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_(description));
}
/** The members of a place in a file. Lines and columns are 1-based; columns count UTF-16 units, as editors do. */
const location = {
    path: is(text, "The file's path, relative to the repository's root, with forward slashes."),
    line: is(position, '1-based.'),
    column: is(position, '1-based, in UTF-16 units.'),
    endLine: position,
    endColumn: is(position, 'The column after the last character.'),
};


/***/ })

};
