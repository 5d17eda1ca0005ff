export const id = 85;
export const ids = [85];
export const modules = {

/***/ 894:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   versionOf: () => (/* binding */ versionOf)
/* harmony export */ });
/* harmony import */ var _servers_catalogs_catalog_sql_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6059);
/* harmony import */ var _servers_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4850);
/* harmony import */ var _servers_postgres_connections_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5728);
/* harmony import */ var _servers_postgres_database_url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1569);
/* harmony import */ var _servers_server_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7665);
/** The major version of the server behind a URL. Reads that, and nothing else. */





/** Throws `UsageError` for what is no URL, `ServerUnavailable` where nobody answers. */
async function versionOf(databaseUrl) {
    const address = (0,_servers_postgres_database_url_js__WEBPACK_IMPORTED_MODULE_3__/* .parseDatabaseUrl */ .mx)(databaseUrl);
    const connections = {
        address: () => ({ connectionString: address.url }),
        limits: { statementTimeout: 60 },
        clock: new _servers_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .RunClock */ .u(undefined),
    };
    const observer = await (0,_servers_postgres_connections_js__WEBPACK_IMPORTED_MODULE_2__/* .openObserver */ .d1)(connections, null).catch((error) => {
        throw new _servers_server_js__WEBPACK_IMPORTED_MODULE_4__/* .ServerUnavailable */ .WU(`init: no connection to ${(0,_servers_postgres_database_url_js__WEBPACK_IMPORTED_MODULE_3__/* .place */ .ik)(address)}: ${error.message}`);
    });
    try {
        const { rows } = await observer.read((0,_servers_catalogs_catalog_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .catalogSql */ .a)('server version'));
        return { major: Math.floor(Number(rows[0]?.[0]) / 10_000), where: `the server at ${(0,_servers_postgres_database_url_js__WEBPACK_IMPORTED_MODULE_3__/* .place */ .ik)(address)}` };
    }
    finally {
        await observer.close();
    }
}


/***/ }),

/***/ 8957:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ turns)
/* harmony export */ });
/** Work that is given to it begins when all that was given before has ended. */
function turns() {
    let last = Promise.resolve();
    return (work) => {
        const next = last.then(work);
        // The next one must not depend on how this one ended.
        last = next.catch(() => { });
        return next;
    };
}


/***/ }),

/***/ 4850:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ RunClock)
/* harmony export */ });
/* harmony import */ var _server_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7665);
/** What a run may take. SQL can't raise these limits: they are kept from outside its session. */

/** How long tidying up may take beyond the time of the run, in seconds. */
const TIDYING = 8;
/** Counts from now on. */
class RunClock {
    #seconds;
    #start = performance.now();
    constructor(seconds) {
        this.#seconds = seconds;
    }
    /** The seconds that are left, never more than `most`. Throws `RunTimeExceeded` when there are none. */
    left(most) {
        const left = this.#left();
        // A timer may fire a moment early.
        if (left <= 0.005)
            throw this.over();
        return Math.min(most, left);
    }
    /** The seconds that an administrator's statement may take: drops come after the run. Infinity where the run has no limit. */
    administrators() {
        return Math.max(0.05, this.#left() + TIDYING);
    }
    over() {
        return new _server_js__WEBPACK_IMPORTED_MODULE_0__/* .RunTimeExceeded */ .y7(`The rehearsal took longer than run-timeout allows (${this.#seconds} s) and was stopped. Raise run-timeout, or give a schema dump as baseline.`);
    }
    #left() {
        return this.#seconds === undefined
            ? Number.POSITIVE_INFINITY
            : this.#seconds - (performance.now() - this.#start) / 1000;
    }
}


/***/ }),

/***/ 5728:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  zJ: () => (/* binding */ openChange),
  zK: () => (/* binding */ openKeeper),
  d1: () => (/* binding */ openObserver),
  nj: () => (/* binding */ openOperator)
});

// EXTERNAL MODULE: ./build/sql/versions.js
var versions = __webpack_require__(7051);
// EXTERNAL MODULE: ./build/servers/in-turn.js
var in_turn = __webpack_require__(8957);
// EXTERNAL MODULE: ./build/servers/server.js
var server = __webpack_require__(7665);
;// CONCATENATED MODULE: ./build/servers/postgres/client.js
/** Connects once. Values come back as the text that the server sent. */
async function connectClient(config) {
    const { default: pg } = await __webpack_require__.e(/* import() */ 225).then(__webpack_require__.bind(__webpack_require__, 6606));
    const client = new pg.Client({
        application_name: 'migration-safety',
        connectionTimeoutMillis: 10_000,
        ...config,
        types: { getTypeParser: () => (value) => value },
        // Queries that are sent together go out together; `@types/pg` doesn't know it yet.
        ...{ pipeline: true },
    });
    // Without a listener, a connection that breaks while idle would end the process.
    client.on('error', () => { });
    try {
        await client.connect();
    }
    catch (error) {
        await client.end().catch(() => { });
        throw error;
    }
    return client;
}

// EXTERNAL MODULE: ./build/servers/postgres/errors.js
var errors = __webpack_require__(8947);
;// CONCATENATED MODULE: ./build/servers/postgres/connection.js


/** An answer larger than this isn't read to its end: nothing that a rehearsal asks is that large. */
const maxAnswerBytes = 16 * 1024 * 1024;
/** How much of the notices between two looks is kept, in characters. */
const maxNoticeCharacters = 1024 * 1024;
/** How long a terminated backend may take to go before its socket is closed. */
const terminationMs = 5000;
/** How long the server may take to answer a goodbye. */
const goodbyeMs = 1000;
/** How often a database's size is looked at. */
const sizePollMs = 500;
/** A timer can't wait longer (2^31 ms). */
const longestSeconds = 2_000_000;
class PgConnection {
    #client;
    #watchdog;
    #notices = [];
    #noticeCharacters = 0;
    /** The tags of the statements of the query that is being answered. */
    #tags = [];
    /** Those of queries that have ended, in order. */
    #ended = [];
    #answerBytes = 0;
    #lost;
    #over;
    #closed = false;
    /** Queries that have no answer yet. */
    #running = 0;
    #timer;
    #sizeTimer;
    constructor(client, watchdog) {
        this.#client = client;
        this.#watchdog = watchdog;
        this.#listen();
    }
    /** The server's process. */
    get pid() {
        return this.#client.processID;
    }
    /**
     * Sends several queries at once, without waiting for one's answer before the next, and returns what came of each.
     * `name`: the server keeps the plan of a single statement under it. Throws `ServerLost`, or what the watchdog throws.
     */
    async queryAll(queries, name) {
        if (this.#closed)
            throw new server/* ServerLost */.m2('the session is closed');
        if (this.#over !== undefined)
            throw this.#over;
        if (this.#lost !== undefined)
            throw new server/* ServerLost */.m2(this.#lost);
        this.#watchdog.limit('');
        this.#ended = [];
        this.#answerBytes = 0;
        const { stream } = this.#client.connection;
        stream.cork();
        const answers = queries.map((sql) => {
            const answer = this.#client.query({ text: sql, rowMode: 'array', ...(name && { name }) });
            this.#running++;
            // A rejection waits for its turn to be looked at.
            return answer.catch((error) => ({ error })).finally(() => this.#running--);
        });
        stream.uncork();
        const outcomes = [];
        for (const [index, answer] of answers.entries()) {
            this.#arm(String(queries[index]));
            const came = await answer.finally(() => this.#disarm());
            const tags = this.#ended.shift() ?? [];
            outcomes.push('error' in came ? this.#refused(came.error) : read(came, tags));
        }
        return outcomes;
    }
    /** The notices since the last call. */
    takeNotices() {
        const taken = this.#notices;
        this.#notices = [];
        this.#noticeCharacters = 0;
        return taken;
    }
    async close() {
        if (this.#closed)
            return;
        this.#closed = true;
        const { stream } = this.#client.connection;
        // `end()` waits for ever on a connection that was cut off, and for its answer where a query runs.
        if (this.#lost === undefined && this.#running === 0) {
            const impatient = setTimeout(() => stream.destroy(), goodbyeMs);
            await this.#client.end().catch(() => { });
            clearTimeout(impatient);
        }
        stream.destroy();
    }
    #listen() {
        const { connection } = this.#client;
        this.#client.on('notice', ({ severity, message, code }) => {
            const notice = { severity: severity ?? '', message: message ?? '', sqlstate: code ?? '' };
            this.#noticeCharacters += notice.message.length;
            if (this.#noticeCharacters <= maxNoticeCharacters)
                this.#notices.push(notice);
        });
        this.#client.on('end', () => {
            if (!this.#closed)
                this.#lost ??= 'the connection to the server was closed';
        });
        connection.on('commandComplete', ({ text }) => this.#tags.push(text));
        connection.on('emptyQuery', () => this.#tags.push(''));
        connection.on('readyForQuery', () => {
            this.#ended.push(this.#tags);
            this.#tags = [];
        });
        connection.stream.on('data', (chunk) => {
            this.#answerBytes += chunk.length;
            if (this.#answerBytes <= maxAnswerBytes)
                return;
            this.#lost ??= 'the answer was larger than 16 MB and its session was closed';
            connection.stream.destroy();
        });
    }
    #arm(sql) {
        const { seconds, reason, error } = this.#watchdog.limit(sql);
        const expire = () => {
            this.#over ??= error;
            this.#terminate(reason);
        };
        this.#timer = setTimeout(expire, Math.min(seconds, longestSeconds) * 1000);
        if (this.#watchdog.size)
            this.#sizeTimer = setInterval(() => void this.#weigh(), sizePollMs);
    }
    #disarm() {
        clearTimeout(this.#timer);
        clearInterval(this.#sizeTimer);
        this.#timer = undefined;
        this.#sizeTimer = undefined;
    }
    #terminate(reason) {
        this.#lost ??= reason;
        clearTimeout(this.#timer);
        const destroy = () => this.#client.connection.stream.destroy();
        if (this.#watchdog.terminate === undefined) {
            destroy();
            return;
        }
        this.#timer = setTimeout(destroy, terminationMs);
        this.#watchdog.terminate(this.pid).catch(destroy);
    }
    async #weigh() {
        const { size } = this.#watchdog;
        if (size === undefined || this.#lost !== undefined)
            return;
        const bytes = await size.read().catch(() => 0);
        if (this.#sizeTimer === undefined || bytes <= size.limitMegabytes * 1024 * 1024)
            return;
        this.#terminate(`the database grew beyond ${size.limitMegabytes} MB (database-size-limit), and the session was terminated`);
    }
    #refused(error) {
        if (this.#lost === undefined && (0,errors/* isConnectionLoss */.y7)(error))
            this.#lost = `the server ended the session: ${String(error)}`;
        if (this.#over !== undefined)
            throw this.#over;
        if (this.#lost !== undefined)
            throw new server/* ServerLost */.m2(this.#lost, { cause: error });
        return (0,errors/* toPostgresError */.ns)(error);
    }
}
/** What the last statement of a query answered. */
function read(answer, tags) {
    const last = Array.isArray(answer) ? answer.at(-1) : answer;
    const columns = last?.fields.map((field) => field.name) ?? [];
    return { columns, rows: last?.rows ?? [], command: tags.at(-1) ?? '', statements: tags.length };
}
/**
 * How long a query may take, in seconds, where each of its statements has `statementTimeout`. They aren't counted
 * exactly: the server itself stops the one that takes too long, and this is for SQL that forbade it to.
 */
function queryBudget(sql, statementTimeout) {
    const statements = sql.split(';').filter((part) => part.trim() !== '').length;
    return statementTimeout * Math.min(Math.max(statements, 1), 10);
}

;// CONCATENATED MODULE: ./build/servers/postgres/connections.js





/** The server's own `statement_timeout` fires first, unless the SQL has reset it. */
const GRACE_SECONDS = 1;
/** How long an observer's query may take, in seconds: it reads catalogs. */
const OBSERVER_SECONDS = 60;
/** How long an administrator's statement may take that copies and removes no files, in seconds. */
const QUICK_SECONDS = 30;
const copiesFiles = (sql) => /^\s*(create|drop) database|pg_backup|reassign owned/.test(sql);
/** For the change's SQL: logged in as `role`; without one, with the rights that the URL's role has. */
async function openChange(connections, database, role, kind = 'change') {
    const { address, limits, clock, terminate, sizeOf } = connections;
    const { statementTimeout, scriptTimeout, databaseSizeLimit } = limits;
    const reached = address(database, role);
    const config = {
        ...reached,
        // Its session is idle while others look at it.
        options: `${reached.options ?? ''} ${asOptions(NEVER_IDLE)}`.trim(),
        statement_timeout: statementTimeout * 1000,
        application_name: nameOfKind(kind),
    };
    const watchdog = {
        limit(sql) {
            const budget = queryBudget(sql, statementTimeout) + GRACE_SECONDS;
            const seconds = clock.left(budget);
            const reason = `the statement ignored its limit of ${statementTimeout} s, and its session was terminated`;
            return { seconds, reason, ...(seconds < budget && { error: clock.over() }) };
        },
        ...(terminate && { terminate }),
        ...(databaseSizeLimit && sizeOf && { size: { limitMegabytes: databaseSizeLimit, read: () => sizeOf(database) } }),
    };
    const connection = new PgConnection(await connectClient(config), watchdog);
    return {
        kind: 'change',
        pid: connection.pid,
        scriptTimeout,
        query: async (sql) => (0,server/* resultOf */.Bg)((await connection.queryAll([sql]))[0]),
        queryAll: (queries) => connection.queryAll(queries),
        takeNotices: () => connection.takeNotices(),
        close: () => connection.close(),
    };
}
/** For the bootstrap, which is the operator's own. */
async function openOperator(connections, database) {
    const { pid, query, queryAll, close } = await openChange(connections, database, null, 'operator');
    return { kind: 'operator', pid, query, queryAll, close };
}
/** Reads the catalogs of a scratch database, in transactions that write nothing. */
async function openObserver(connections, database) {
    const { clock } = connections;
    const limit = () => {
        const seconds = Math.min(OBSERVER_SECONDS, clock.administrators());
        return { seconds, reason: `a query of the catalogs got no answer in ${Math.round(seconds)} s` };
    };
    const settings = {
        default_transaction_read_only: 'on',
        statement_timeout: `${OBSERVER_SECONDS}s`,
        lock_timeout: '10s',
    };
    const connection = await administrators(connections, 'observer', { database, settings, limit });
    return { kind: 'observer', outside: true, read: inTurns(connection), close: () => connection.close() };
}
/** Creates and drops: in the administrator's database, or for one of the few statements that have to be run in another. */
async function openKeeper(connections, database, connectSeconds = 10) {
    const { clock } = connections;
    const limit = (sql) => {
        const seconds = Math.min(copiesFiles(sql) ? Number.POSITIVE_INFINITY : QUICK_SECONDS, clock.administrators());
        return { seconds, reason: `an administrator’s statement got no answer in ${Math.round(seconds)} s` };
    };
    const settings = { statement_timeout: '0', lock_timeout: '0' };
    const connection = await administrators(connections, 'keeper', { database, settings, limit, connectSeconds });
    return { kind: 'keeper', run: inTurns(connection), close: () => connection.close() };
}
const NEVER_IDLE = { idle_in_transaction_session_timeout: '0', idle_session_timeout: '0' };
/** What decides how a query is read or how long it may take, and could be set for the database or the role. */
const PINNED = {
    search_path: 'pg_catalog,pg_temp',
    role: 'none',
    standard_conforming_strings: 'on',
    quote_all_identifiers: 'off',
    default_transaction_isolation: 'read committed',
    default_transaction_deferrable: 'off',
    ...NEVER_IDLE,
    row_security: 'on',
    extra_float_digits: '1',
    bytea_output: 'hex',
    datestyle: 'ISO, MDY',
    intervalstyle: 'postgres',
    timezone: 'UTC',
    jit: 'off',
};
async function administrators({ address, server }, kind, { database, settings, limit, connectSeconds = 10 }) {
    const config = address(database, null);
    const major = server?.major ?? null;
    const pinned = {
        ...PINNED,
        ...((0,versions/* has */.zy)('transactionTimeout', major, 'as oldest') && { transaction_timeout: '0' }),
        ...(server?.superuser && (0,versions/* has */.zy)('eventTriggersOff', major, 'as oldest') && { event_triggers: 'off' }),
        ...settings,
    };
    const client = await connectClient({
        ...config,
        application_name: nameOfKind(kind),
        connectionTimeoutMillis: connectSeconds * 1000,
        // What is given at the start of a session wins over what was set for its database or its role.
        options: `${config.options ?? ''} ${asOptions(pinned)}`.trim(),
    });
    return new PgConnection(client, { limit });
}
/** As pg_stat_activity and the server's log show it. */
function nameOfKind(kind) {
    return `migration-safety ${kind}`;
}
/** As the manual has it in 20.1.3: a space within a value is escaped. */
function asOptions(settings) {
    return Object.entries(settings)
        .map(([name, value]) => `-c ${name}=${value.replaceAll(/[ \\]/g, '\\$&')}`)
        .join(' ');
}
/** A plan is kept only for a query that is long, and asked again. */
const LONG = 2000;
const planned = new Map();
function inTurns(connection) {
    const after = (0,in_turn/* turns */.Z)();
    return (sql) => after(async () => {
        const name = sql.length < LONG ? undefined : nameOf(sql);
        return (0,server/* resultOf */.Bg)((await connection.queryAll([sql], name))[0]);
    });
}
function nameOf(sql) {
    const known = planned.get(sql) ?? `migration_safety_${planned.size + 1}`;
    planned.set(sql, known);
    return known;
}


/***/ }),

/***/ 1569:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ik: () => (/* binding */ place),
/* harmony export */   kR: () => (/* binding */ withDatabase),
/* harmony export */   mx: () => (/* binding */ parseDatabaseUrl)
/* harmony export */ });
/* harmony import */ var _server_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7665);
/** Reads a `database-url`. No message ever repeats the URL: it holds a password. */

const expected = 'Expected `postgres://user:password@host:5432/database`';
/** Throws `ServerUnavailable` for what isn't a Postgres URL. */
function parseDatabaseUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    // An unescaped `#`, `/` or `?` in a password ends the host early, and the rest of it would show up elsewhere.
    if (url === undefined || url.hash !== '' || `${url.pathname}${url.search}`.includes('@')) {
        throw new _server_js__WEBPACK_IMPORTED_MODULE_0__/* .ServerUnavailable */ .WU(`database-url is not a valid URL. ${expected}; write special characters of the password percent-encoded (\`@\` as \`%40\`).`);
    }
    if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:') {
        throw new _server_js__WEBPACK_IMPORTED_MODULE_0__/* .ServerUnavailable */ .WU(`database-url doesn't start with \`postgres://\` or \`postgresql://\`. ${expected}.`);
    }
    const user = decode(url.username) || url.searchParams.get('user') || '';
    return {
        url: text,
        host: url.searchParams.get('host') || decode(url.hostname) || process.env.PGHOST || 'localhost',
        port: url.searchParams.get('port') || url.port || '5432',
        user,
        database: decode(url.pathname.slice(1)) || user,
        hasPassword: url.password !== '' || url.searchParams.has('password'),
    };
}
/** The URL of another database on the same server, for another role; null is the one that the URL names. */
function withDatabase(address, database, role = null) {
    const url = new URL(address.url);
    if (database !== null)
        url.pathname = `/${database}`;
    if (role !== null) {
        for (const name of ['user', 'password'])
            url.searchParams.delete(name);
        Object.assign(url, { username: role.name, password: role.password });
    }
    return url.href;
}
/** `host:port`, for messages. */
function place(address) {
    return `${address.host}:${address.port}`;
}
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 8947:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ errorCode),
/* harmony export */   I1: () => (/* binding */ isSqlState),
/* harmony export */   ns: () => (/* binding */ toPostgresError),
/* harmony export */   y7: () => (/* binding */ isConnectionLoss)
/* harmony export */ });
/* harmony import */ var _server_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7665);
/** What `pg` throws, as errors of our own. Pure. */

/** The SQLSTATE or the operating system's code, where there is one. */
function errorCode(error) {
    const code = error?.code;
    return typeof code === 'string' ? code : undefined;
}
/** Is the code one of Postgres' five-character SQLSTATEs? Node's own codes are longer or start with `E`. */
function isSqlState(code) {
    return code !== undefined && /^[0-9A-Z]{5}$/.test(code) && !/^E[A-Z]+$/.test(code);
}
/** Did the session end? The server says so for class 08, a shutdown, a crash or an idle timeout; else there is no SQLSTATE. */
function isConnectionLoss(error) {
    const code = errorCode(error);
    return !isSqlState(code) || code.startsWith('08') || /^(57P0[1-5]|25P0[34])$/.test(code);
}
/** The server's answer as our own error. */
function toPostgresError(error) {
    const { code, message, detail, hint, position, constraint, column } = error;
    return new _server_js__WEBPACK_IMPORTED_MODULE_0__/* .PostgresError */ .Yj({
        message: message ?? '',
        sqlstate: code ?? '',
        detail,
        hint,
        position: position === undefined ? undefined : Number(position),
        constraint,
        column,
    });
}


/***/ }),

/***/ 1732:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ ident),
/* harmony export */   e: () => (/* binding */ literal)
/* harmony export */ });
/** Names and literals as SQL. */
function ident(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
function literal(text) {
    const quoted = `'${text.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
    return text.includes('\\') ? `E${quoted}` : quoted;
}


/***/ })

};
