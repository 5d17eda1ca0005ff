export const id = 89;
export const ids = [89];
export const modules = {

/***/ 3744:
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

/***/ 5505:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NT: () => (/* binding */ wrongValue),
/* harmony export */   OI: () => (/* binding */ innermost),
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   pA: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);
/** What is said of a value or a name that can't be: what was given, and what it may have been meant for. Pure. */

/** What is quoted of a value. */
const MOST = 80;
/** `fail-on: expected one of error, warning, got "eror". Did you mean "error"?`, of a schema's issue. */
function wrongValue({ message, input, expected, type }) {
    if (type === 'non_empty' && (input === '' || (Array.isArray(input) && input.length === 0)))
        return `${message}.`;
    const words = [...(expected ?? '').matchAll(/"([^"]+)"/g)].map(([, word = '']) => word);
    const hint = typeof input === 'string' ? didYouMean(input, words) : '';
    return `${message}, got ${given(input)}.${hint}`;
}
/** The value as JSON, which text, lists and numbers are told apart by; cut where it is long. */
function given(value) {
    const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
    return text.length <= MOST ? text : `${text.slice(0, MOST)}…`;
}
/** A question that follows a sentence; empty where nothing is near. */
function didYouMean(word, known) {
    const near = nearest(word, known);
    return near === undefined ? '' : ` Did you mean "${near}"?`;
}
/** The name that a mistyped one was probably meant for: few letters apart, or the only one that it is a part of. */
function nearest(word, known) {
    const said = plain(word);
    const ranked = known.map((name) => ({ name, apart: (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(said, plain(name)) })).sort((a, b) => a.apart - b.apart);
    const [first] = ranked;
    if (first === undefined)
        return undefined;
    // Two letters that changed places are two apart; of a short word that is nearly all.
    const most = said.length < 5 ? 1 : Math.max(2, Math.floor(first.name.length / 3));
    if (first.apart <= most && first.apart < Math.min(said.length, first.name.length))
        return first.name;
    const holding = said.length < LEAST ? [] : known.filter((name) => plain(name).includes(said));
    return holding.length === 1 ? holding[0] : undefined;
}
/** Fewer letters are a part of too much. */
const LEAST = 4;
function plain(word) {
    return word.toLowerCase().replaceAll('_', '-');
}
/**
 * The mistakes inside the form that was written, where a value may have one of several: they say more than the choice. Of a list's
 * entries each is its own.
 */
function innermost(issue) {
    if (issue.type !== 'union' || typeof issue.input !== 'object' || issue.input === null)
        return [issue];
    const inside = (issue.issues ?? []).filter(({ path }) => path !== undefined);
    if (inside.length === 0)
        return [issue];
    return inside.flatMap((it) => innermost({ ...it, path: [...(issue.path ?? []), ...(it.path ?? [])] }));
}


/***/ }),

/***/ 8366:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RX: () => (/* binding */ NEWEST),
/* harmony export */   TT: () => (/* binding */ isSupported),
/* harmony export */   Xe: () => (/* binding */ MAJORS),
/* harmony export */   _j: () => (/* binding */ OLDEST),
/* harmony export */   nl: () => (/* binding */ firstWith),
/* harmony export */   zy: () => (/* binding */ has)
/* harmony export */ });
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

/***/ 8020:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ git),
/* harmony export */   Hn: () => (/* binding */ repositoryRoot),
/* harmony export */   Ii: () => (/* binding */ tryGit),
/* harmony export */   mr: () => (/* binding */ gitTrouble)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(943);
/* harmony import */ var _run_program_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8180);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5968);
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

/***/ 5261:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BX: () => (/* binding */ inSentence),
/* harmony export */   iI: () => (/* binding */ isOfRepository),
/* harmony export */   io: () => (/* binding */ readBytes),
/* harmony export */   uZ: () => (/* binding */ MOST_BYTES),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8020);
/**
 * The one place where files are read that a change can bring. Only regular files are read, and only where they belong: a
 * link may lead to another file of its repository, but neither out of it nor into `.git`, or a pull request could have the
 * check print what it may not see, or read a device for ever. What is refused says nothing of where a link leads.
 */



/** More than any script written by hand; what is parsed needs a hundred times its size. */
const MOST_BYTES = 16 * 1024 * 1024;
/** Reads a file by its absolute path; `cwd`: the working directory, whose repository the check is about. Never throws. */
async function readBytes(absolute, cwd) {
    try {
        const real = node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(absolute);
        const home = await homeOf(absolute, cwd);
        if (!isInside(real, home))
            return refused('This is a link that leads out of the repository: it was not followed');
        if (inGit(real, home))
            return refused('This is a link into the folder .git: it was not followed');
        // One at a time: a long history has more files than a process may open at once, and small ones are read quicker so.
        return readRegular(real);
    }
    catch (error) {
        return failed(error, absolute);
    }
}
/** The same as text. Bytes that are no UTF-8 stay as the mark for them. */
async function readText(absolute, cwd) {
    const read = await readBytes(absolute, cwd);
    return 'bytes' in read ? { text: read.bytes.toString('utf8').replace(/^\ufeff/, '') } : read;
}
/** A problem within a sentence that names the file. */
function inSentence(problem) {
    return `${problem.charAt(0).toLowerCase()}${problem.slice(1)}`;
}
/** Whether a path lies in the repository that the working directory is in, as it is written. */
async function isOfRepository(absolute, cwd) {
    return (await tops(cwd)).some((top) => isInside(absolute, top));
}
/** Without waiting: a FIFO has no end, and a device may be slow to open. */
const FLAGS = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0) | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0);
function readRegular(real) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(real, FLAGS);
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file);
        if (stats.isDirectory())
            return { problem: 'This is a folder, not a file.', missing: false };
        if (!stats.isFile())
            return refused('This is a device, a pipe or a socket, not a file');
        if (stats.size > MOST_BYTES)
            return tooBig();
        // A file that grows, or one of /proc that says it is empty, is read no further than the bound.
        const buffer = Buffer.allocUnsafe(Math.max(stats.size + 1, 512));
        const parts = [];
        let size = 0;
        for (let read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, buffer); read > 0; read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, buffer)) {
            size += read;
            if (size > MOST_BYTES)
                return tooBig();
            parts.push(Buffer.from(buffer.subarray(0, read)));
        }
        return { bytes: parts.length === 1 ? parts[0] : Buffer.concat(parts) };
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}
/** Where a file's links may lead: its repository. A path that was typed may be outside of this one. */
async function homeOf(absolute, cwd) {
    const [top = cwd, ...others] = await tops(cwd);
    if ([top, ...others].some((one) => isInside(absolute, one)))
        return top;
    const folder = node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(absolute));
    return (await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryRoot */ .Hn)(folder)) ?? folder;
}
const known = new Map();
/** The repository's top folder, or else the working directory: as it really is, and as its path is written. */
function tops(cwd) {
    const found = known.get(cwd) ?? findTops(cwd);
    known.set(cwd, found);
    return found;
}
async function findTops(cwd) {
    const real = node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(cwd);
    const top = (await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryRoot */ .Hn)(cwd)) ?? real;
    return [top, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(real, top))];
}
function isInside(path, folder) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way);
}
function inGit(real, home) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(home, real)
        .split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep)
        .some((part) => part.toLowerCase() === '.git');
}
function refused(why) {
    return { problem: `${why}. Put the file itself there.`, missing: false };
}
function tooBig() {
    const most = MOST_BYTES / 1024 / 1024;
    return {
        problem: `The file has more than the ${most} MB that are read. Split it, or leave it out with the setting ignore.`,
        missing: false,
    };
}
/** Without the error's own text, which names where a link leads. */
function failed(error, absolute) {
    switch (error.code) {
        case 'ENOENT':
        case 'ENOTDIR':
            if (isLink(absolute))
                return refused('This is a link to a file that is not there');
            return { problem: 'There is no such file.', missing: true };
        case 'EACCES':
        case 'EPERM':
            return {
                problem: 'The file may not be read: give the user that runs this check the right to read it.',
                missing: false,
            };
        case 'EISDIR':
            return { problem: 'This is a folder, not a file.', missing: false };
        case 'ELOOP':
            return { problem: 'This is a link that leads back to itself.', missing: false };
        case 'ENXIO':
            return refused('This is a device, a pipe or a socket, not a file');
        default:
            return { problem: `The file can’t be read${error.code ? ` (${error.code})` : ''}.`, missing: false };
    }
}
/** A link whose target is missing is there all the same. */
function isLink(absolute) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(absolute, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
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
    const [{ execFile }, { promisify }] = await Promise.all([Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1421, 19)), Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7975, 19))]);
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
    const { spawn } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1421, 19));
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

/***/ 9243:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gt: () => (/* binding */ displayPath),
/* harmony export */   e1: () => (/* binding */ asText),
/* harmony export */   o$: () => (/* binding */ readSource)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _read_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5261);
/** Reads files as text, or says why that can't be done. */


/** Reads a file as UTF-8 and drops a byte order mark. Never throws for what is wrong with the file. */
async function readSource(absolute, cwd) {
    const path = displayPath(absolute, cwd);
    const read = await (0,_read_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readBytes */ .io)(absolute, cwd);
    return 'problem' in read ? { path, problem: read.problem } : asText(read.bytes, path);
}
/** The bytes of a file as its text, or what is wrong with them. */
function asText(bytes, path) {
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
        return { path, problem: 'The file is UTF-16. Save it as UTF-8: Postgres reads migrations in UTF-8.' };
    }
    const nul = bytes.indexOf(0);
    if (nul !== -1) {
        const line = bytes.subarray(0, nul).toString('latin1').split('\n').length;
        return {
            path,
            problem: `The file holds a NUL byte (line ${line}): it is UTF-16 or no text at all. Save it as UTF-8.`,
        };
    }
    try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
        return { file: { path, text, ...(isMarked && { byteOrderMark: true }) } };
    }
    catch {
        return { path, problem: `The file is not UTF-8${where(bytes)}. Save it as UTF-8.` };
    }
}
/** The path as reports show it: relative to the working directory where it lies inside, with forward slashes. */
function displayPath(absolute, cwd) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(cwd, absolute);
    const outside = path === '..' || path.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(path);
    const shown = path === '' || outside ? absolute : path;
    return node_path__WEBPACK_IMPORTED_MODULE_0__.sep === '/' ? shown : shown.replaceAll(node_path__WEBPACK_IMPORTED_MODULE_0__.sep, '/');
}
/** The line of the first byte that isn't UTF-8. */
function where(bytes) {
    let line = 1;
    let start = 0;
    for (let end = bytes.indexOf(10);; end = bytes.indexOf(10, start)) {
        const part = bytes.subarray(start, end === -1 ? bytes.length : end);
        if (!Buffer.from(part.toString('utf8'), 'utf8').equals(part))
            return ` (line ${line})`;
        if (end === -1)
            return '';
        start = end + 1;
        line++;
    }
}


/***/ })

};
