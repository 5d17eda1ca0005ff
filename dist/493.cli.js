export const id = 493;
export const ids = [493,160];
export const modules = {

/***/ 5493:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  statsExport: () => (/* binding */ statsExport)
});

// EXTERNAL MODULE: ./build/rehearsal/servers/database-url.js
var database_url = __webpack_require__(7154);
// EXTERNAL MODULE: ./build/rehearsal/servers/pg-client.js
var pg_client = __webpack_require__(3044);
// EXTERNAL MODULE: ./build/rehearsal/servers/pg-session.js
var pg_session = __webpack_require__(3483);
// EXTERNAL MODULE: ./build/rehearsal/servers/server.js
var server = __webpack_require__(4160);
;// CONCATENATED MODULE: ./build/rehearsal/statistics/export.js
const TABLES = `
  SELECT n.nspname, c.relname, c.reltuples FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'm') AND c.reltuples >= 0 AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  ORDER BY 1, 2`;
const COLUMNS = `
  SELECT schemaname, tablename, attname, null_frac, avg_width, n_distinct, correlation,
    most_common_vals::text, most_common_freqs::text, histogram_bounds::text
  FROM pg_stats WHERE NOT inherited AND schemaname <> 'information_schema' AND schemaname !~ '^pg_' ORDER BY 1, 2, 3`;
/** Runs in one read-only transaction. `withValues`: also the most common values and the bounds of histograms. */
async function exportStatistics(session, { withValues }) {
    await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    try {
        const tables = new Map();
        for (const [schema, table, rows] of (await session.query(TABLES)).rows) {
            const key = JSON.stringify([schema, table]);
            tables.set(key, { schema: schema ?? '', table: table ?? '', rows: Number(rows), columns: {} });
        }
        for (const row of (await session.query(COLUMNS)).rows) {
            const [schema, table, column, nulls, width, distinct, correlation, values, frequencies, bounds] = row;
            const found = tables.get(JSON.stringify([schema, table]));
            if (found === undefined || column === null || column === undefined)
                continue;
            found.columns[column] = {
                nullFraction: Number(nulls),
                averageWidth: Number(width),
                distinct: Number(distinct),
                correlation: correlation === null || correlation === undefined ? null : Number(correlation),
                ...(withValues && values && frequencies && { mostCommonValues: values, mostCommonFrequencies: frequencies }),
                ...(withValues && bounds && { histogramBounds: bounds }),
            };
        }
        return { statisticsVersion: 1, withValues, tables: [...tables.values()] };
    }
    finally {
        await session.query('ROLLBACK');
    }
}

// EXTERNAL MODULE: ./build/usage-error.js
var usage_error = __webpack_require__(4516);
;// CONCATENATED MODULE: ./build/cli/stats.js
/** `migration-safety stats export`: production's planner statistics as a file that the repository can hold. */






/** The file's text. Reads catalogs only, in one read-only transaction; throws `UsageError` or `ServerUnavailable`. */
async function statsExport({ words, databaseUrl, withValues }) {
    if (words[0] !== 'export')
        throw new usage_error/* UsageError */.e('stats: say what to do: migration-safety stats export --database-url <url>');
    if (!databaseUrl) {
        throw new usage_error/* UsageError */.e('stats export: give the database with --database-url or in MIGRATION_SAFETY_DATABASE_URL.');
    }
    const address = (0,database_url/* parseDatabaseUrl */.mx)(databaseUrl);
    const client = await (0,pg_client/* connectClient */.m)({
        connectionString: address.url,
        connectionTimeoutMillis: 10_000,
        // The last word against writing, whatever is sent.
        options: '-c default_transaction_read_only=on -c lock_timeout=2s -c statement_timeout=60s',
    }).catch((error) => {
        throw new server.ServerUnavailable(`stats export: no connection to ${(0,database_url/* place */.ik)(address)}: ${error.message}`);
    });
    const session = (0,pg_session/* pgSession */.S)(client);
    try {
        return `${JSON.stringify(await exportStatistics(session, { withValues }), null, 2)}\n`;
    }
    finally {
        await session.close();
    }
}


/***/ }),

/***/ 7154:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ik: () => (/* binding */ place),
/* harmony export */   kR: () => (/* binding */ withDatabase),
/* harmony export */   mx: () => (/* binding */ parseDatabaseUrl)
/* harmony export */ });
/* harmony import */ var _server_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4160);
/** Reads a `database-url`. No message ever repeats the URL: it holds a password. */

const expected = 'Expected `postgres://user:password@host:5432/database`';
/** Throws `ServerUnavailable` for what isn't a Postgres URL. */
function parseDatabaseUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    // An unescaped `#`, `/` or `?` in a password ends the host early, and the rest of it would show up elsewhere.
    if (url === undefined || url.hash !== '' || `${url.pathname}${url.search}`.includes('@')) {
        throw new _server_js__WEBPACK_IMPORTED_MODULE_0__.ServerUnavailable(`database-url is not a valid URL. ${expected}; write special characters of the password percent-encoded (\`@\` as \`%40\`).`);
    }
    if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:') {
        throw new _server_js__WEBPACK_IMPORTED_MODULE_0__.ServerUnavailable(`database-url doesn't start with \`postgres://\` or \`postgresql://\`. ${expected}.`);
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

/***/ 3044:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ connectClient)
/* harmony export */ });
/** Connects once. Values come back as the text that the server sent. */
async function connectClient(config) {
    const { default: pg } = await __webpack_require__.e(/* import() */ 849).then(__webpack_require__.bind(__webpack_require__, 3849));
    const client = new pg.Client({
        application_name: 'migration-safety',
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


/***/ }),

/***/ 852:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ errorCode),
/* harmony export */   I1: () => (/* binding */ isSqlState),
/* harmony export */   ns: () => (/* binding */ toPostgresError),
/* harmony export */   y7: () => (/* binding */ isConnectionLoss)
/* harmony export */ });
/* harmony import */ var _server_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4160);
/** What `pg` throws, in our words. Pure. */

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
    const { code, message, detail, hint, position } = error;
    return new _server_js__WEBPACK_IMPORTED_MODULE_0__/* .PostgresError */ .Yj({
        message: message ?? '',
        sqlstate: code ?? '',
        detail,
        hint,
        position: position === undefined ? undefined : Number(position),
    });
}


/***/ }),

/***/ 3483:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ pgSession)
/* harmony export */ });
/* unused harmony export queryBudget */
/* harmony import */ var _pg_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(852);
/* harmony import */ var _server_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4160);


/** An answer larger than this isn't read to its end: nothing that a rehearsal asks is that large. */
const maxAnswerBytes = 16 * 1024 * 1024;
/** The server's own `statement_timeout` fires first, unless the SQL has reset it. */
const watchdogGraceMs = 1000;
/** How long a terminated backend may take to go before its socket is closed. */
const terminationMs = 5000;
/** How often a database's size is looked at. */
const sizePollMs = 500;
/** Makes a `Session` of a connected client. Without a watchdog a statement may run for ever. */
function pgSession(client, watchdog) {
    let notices = [];
    let command = '';
    /** The command tags of queries that have ended, in order. */
    let commands = [];
    let answerBytes = 0;
    let lost;
    let over;
    let closed = false;
    /** Queries that have no answer yet. */
    let running = 0;
    let timer;
    let sizeTimer;
    const lose = (reason) => {
        lost ??= reason;
        client.connection.stream.destroy();
    };
    const terminate = (reason) => {
        if (watchdog === undefined)
            return;
        lost ??= reason;
        clearTimeout(timer);
        timer = setTimeout(() => client.connection.stream.destroy(), terminationMs);
        watchdog.terminate(client.processID).catch(() => client.connection.stream.destroy());
    };
    const arm = (sql) => {
        if (watchdog === undefined)
            return;
        const budget = queryBudget(sql, watchdog.statementTimeout) + watchdogGraceMs / 1000;
        const reason = `the statement ignored its limit of ${watchdog.statementTimeout} s, and its session was terminated`;
        const left = watchdog.clock.left(budget);
        const expire = () => {
            if (left < budget)
                over = watchdog.clock.over();
            terminate(reason);
        };
        timer = setTimeout(expire, left * 1000);
        sizeTimer = setInterval(() => void weigh(), sizePollMs);
    };
    const disarm = () => {
        clearTimeout(timer);
        clearInterval(sizeTimer);
        timer = undefined;
        sizeTimer = undefined;
    };
    const weigh = async () => {
        if (watchdog?.size === undefined || lost !== undefined)
            return;
        const { limitMegabytes, read } = watchdog.size;
        const bytes = await read().catch(() => 0);
        if (sizeTimer === undefined || bytes <= limitMegabytes * 1024 * 1024)
            return;
        terminate(`the database grew beyond ${limitMegabytes} MB (database-size-limit), and the session was terminated`);
    };
    client.on('notice', ({ severity, message, code }) => {
        notices.push({ severity: severity ?? '', message: message ?? '', sqlstate: code ?? '' });
    });
    client.on('end', () => {
        if (!closed)
            lost ??= 'the connection to the server was closed';
    });
    client.connection.on('commandComplete', ({ text }) => {
        command = text;
    });
    client.connection.on('emptyQuery', () => {
        command = '';
    });
    client.connection.on('readyForQuery', () => {
        commands.push(command);
        command = '';
    });
    client.connection.stream.on('data', (chunk) => {
        answerBytes += chunk.length;
        if (answerBytes > maxAnswerBytes)
            lose('the answer was larger than 16 MB and its session was closed');
    });
    async function queryAll(queries) {
        if (closed)
            throw new _server_js__WEBPACK_IMPORTED_MODULE_1__/* .ServerLost */ .m2('the session is closed');
        if (over !== undefined)
            throw over;
        if (lost !== undefined)
            throw new _server_js__WEBPACK_IMPORTED_MODULE_1__/* .ServerLost */ .m2(lost);
        watchdog?.clock.left(watchdog.statementTimeout);
        commands = [];
        answerBytes = 0;
        const { stream } = client.connection;
        stream.cork();
        const answers = queries.map((sql) => {
            const answer = client.query({ text: sql, rowMode: 'array' });
            running++;
            // A rejection waits for its turn to be looked at.
            return answer.catch((error) => ({ error })).finally(() => running--);
        });
        stream.uncork();
        const outcomes = [];
        for (const [index, answer] of answers.entries()) {
            arm(String(queries[index]));
            const came = await answer.finally(disarm);
            const tag = commands.shift() ?? '';
            outcomes.push('error' in came ? refused(came.error) : read(came, tag));
        }
        return outcomes;
    }
    function refused(error) {
        if (lost === undefined && (0,_pg_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isConnectionLoss */ .y7)(error))
            lost = `the server ended the session: ${String(error)}`;
        if (over !== undefined)
            throw over;
        if (lost !== undefined)
            throw new _server_js__WEBPACK_IMPORTED_MODULE_1__/* .ServerLost */ .m2(lost, { cause: error });
        return (0,_pg_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toPostgresError */ .ns)(error);
    }
    return {
        query: async (sql) => (0,_server_js__WEBPACK_IMPORTED_MODULE_1__/* .resultOf */ .Bg)((await queryAll([sql]))[0]),
        queryAll,
        takeNotices() {
            const taken = notices;
            notices = [];
            return taken;
        },
        async close() {
            if (closed)
                return;
            closed = true;
            // `end()` waits for ever on a connection that was cut off, and for its answer where a query runs.
            if (lost === undefined && running === 0)
                await client.end().catch(() => { });
            client.connection.stream.destroy();
        },
    };
}
/** What the last statement of a query answered. */
function read(answer, command) {
    const last = Array.isArray(answer) ? answer.at(-1) : answer;
    return { columns: last?.fields.map((field) => field.name) ?? [], rows: last?.rows ?? [], command };
}
/**
 * How long a query may take, in seconds, where each of its statements has `statementTimeout`. They aren't counted
 * exactly: the server itself stops the one that takes too long, and this is for SQL that forbade it to.
 */
function queryBudget(sql, statementTimeout) {
    const statements = sql.split(';').filter((part) => part.trim() !== '').length;
    return statementTimeout * Math.min(Math.max(statements, 1), 10);
}


/***/ }),

/***/ 4160:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ resultOf),
/* harmony export */   ServerUnavailable: () => (/* binding */ ServerUnavailable),
/* harmony export */   Yj: () => (/* binding */ PostgresError),
/* harmony export */   m2: () => (/* binding */ ServerLost),
/* harmony export */   y7: () => (/* binding */ RunTimeExceeded)
/* harmony export */ });
/** What the server answered instead of doing what it was told. */
class PostgresError extends Error {
    name = 'PostgresError';
    sqlstate;
    detail;
    hint;
    /** 1-based, in characters (code points) of the query text. */
    position;
    constructor(fields) {
        super(fields.message);
        this.sqlstate = fields.sqlstate;
        this.detail = fields.detail;
        this.hint = fields.hint;
        this.position = fields.position;
    }
}
/** The result of a query that must not be refused. */
function resultOf(outcome) {
    if (outcome instanceof PostgresError)
        throw outcome;
    if (outcome === undefined)
        throw new ServerLost('the server sent no answer');
    return outcome;
}
/** The connection or the server is gone: what was running has no result. */
class ServerLost extends Error {
    name = 'ServerLost';
}
/** No server could be had: the message says which, where and how to mend it. */
class ServerUnavailable extends Error {
    name = 'ServerUnavailable';
}
/** The run has used up its time. */
class RunTimeExceeded extends ServerUnavailable {
    name = 'RunTimeExceeded';
}


/***/ })

};
