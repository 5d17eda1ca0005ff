export const id = 290;
export const ids = [290,909];
export const modules = {

/***/ 909:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  differing: () => (/* binding */ differing)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/system/git.js
var git = __webpack_require__(8020);
// EXTERNAL MODULE: ./build/system/source.js
var source = __webpack_require__(9243);
;// CONCATENATED MODULE: ./build/settings/base-files.js
/** Files as a commit holds them: a change must not bring the settings of its own check. */




/** How many links lead on to a file at most. */
const MOST_LINKS = 10;
/** The object of a file in a commit; a link to another file of it is that file. Null for what is no file there. */
async function fileAt(commit, path, top) {
    let at = path;
    for (let links = 0; links <= MOST_LINKS; links++) {
        const entry = await (0,git/* tryGit */.Ii)(['ls-tree', '-z', '--full-tree', commit, '--', at], top);
        // A folder has a name, too, and a link's text is the path that it leads to.
        const [, mode, type, object] = /^(\d+) (\w+) ([0-9a-f]+)\t/.exec(entry ?? '') ?? [];
        if (type !== 'blob' || object === undefined)
            return null;
        if (mode !== '120000')
            return object;
        at = external_node_path_.posix.join(external_node_path_.posix.dirname(at), await (0,git/* git */.$Y)(['cat-file', 'blob', object], top));
        if (at === '..' || at.startsWith('../') || external_node_path_.posix.isAbsolute(at))
            return null;
    }
    return null;
}
/** The files of a commit of the repository at `top`; null where git doesn't have the commit, as in a shallow clone. */
async function gitFiles(commit, top, name) {
    if (!/^[0-9a-f]{40,64}$/.test(commit))
        return null;
    const known = await (0,git/* tryGit */.Ii)(['cat-file', '-e', `${commit}^{commit}`], top);
    if (known === null)
        return null;
    const root = await (0,promises_.realpath)(top);
    return {
        name,
        async read(path) {
            const object = await fileAt(commit, (0,source/* displayPath */.Gt)(path, root), top);
            return object === null ? null : (0,git/* git */.$Y)(['cat-file', 'blob', object], top);
        },
    };
}

// EXTERNAL MODULE: ./build/system/usage-error.js
var usage_error = __webpack_require__(5968);
;// CONCATENATED MODULE: ./build/migrations/changes.js
/** Which files differ from a base commit, as git sees it. */


/**
 * The files that differ between the merge base of `base` with HEAD and the working tree, new untracked files included.
 * Throws `UsageError` where git doesn't know `base` or the history is too shallow to have a merge base.
 */
async function changedSince(base, cwd) {
    const from = await mergeBase(base, cwd);
    const diff = await (0,git/* git */.$Y)(['diff', '--name-status', '-z', '--find-renames', '--no-ext-diff', '--no-relative', from, '--'], cwd);
    const untracked = await (0,git/* git */.$Y)(['ls-files', '--others', '--exclude-standard', '--full-name', '-z', ':/'], cwd);
    const added = untracked.split('\0').filter((path) => path !== '');
    return [...parseNameStatus(diff), ...added.map((path) => ({ path, status: 'added' }))];
}
/** The base to compare with when none is named: the remote's default branch, else a local main or master. */
async function defaultBase(cwd) {
    const head = await (0,git/* tryGit */.Ii)(['symbolic-ref', '--short', 'refs/remotes/origin/HEAD'], cwd);
    const candidates = [head?.trim() ?? '', 'origin/main', 'origin/master', 'main', 'master'];
    for (const ref of candidates) {
        if (ref !== '' && (await (0,git/* tryGit */.Ii)(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], cwd)) !== null)
            return ref;
    }
    return null;
}
/** The abbreviated commit that `base` and HEAD share. Throws `UsageError` as `changedSince` does. */
async function mergeBase(base, cwd) {
    if (base.startsWith('-'))
        throw new usage_error/* UsageError */.e(`--base ${base}: not a git ref`);
    if ((await (0,git/* tryGit */.Ii)(['rev-parse', '--git-dir'], cwd)) === null) {
        throw new usage_error/* UsageError */.e(`--base ${base}: there is no git repository here. Name the files or folders to check instead.`);
    }
    if ((await (0,git/* tryGit */.Ii)(['rev-parse', '--verify', '--quiet', `${base}^{commit}`], cwd)) === null) {
        throw new usage_error/* UsageError */.e(`git doesn't know the base "${base}" here. Fetch it (git fetch origin ${base}), or name another one with --base. In a workflow: actions/checkout with "fetch-depth: 0".`);
    }
    const shared = await (0,git/* tryGit */.Ii)(['merge-base', base, 'HEAD'], cwd);
    if (shared !== null)
        return shared.trim();
    throw new usage_error/* UsageError */.e(`git finds no commit that "${base}" and HEAD share: the clone is probably shallow. Fetch the whole history (git fetch --unshallow; in a workflow: actions/checkout with "fetch-depth: 0").`);
}
/** Reads `git diff --name-status -z`: a status, then one path, or two for a rename or a copy. */
function parseNameStatus(output) {
    const fields = output.split('\0');
    const files = [];
    for (let i = 0; i + 1 < fields.length;) {
        const status = fields[i++] ?? '';
        const path = fields[i++] ?? '';
        if (status.startsWith('R'))
            files.push({ path: fields[i++] ?? '', status: 'renamed', previousPath: path });
        else if (status.startsWith('C'))
            files.push({ path: fields[i++] ?? '', status: 'added' });
        else if (status === 'D')
            files.push({ path, status: 'removed' });
        else
            files.push({ path, status: status === 'A' ? 'added' : 'modified' });
    }
    return files;
}

;// CONCATENATED MODULE: ./build/migrations/differing.js
/** The change that nobody has named: what differs from a base. */




/** Without a base, what differs from the default branch. Throws `UsageError` where git can't say it. */
async function differing(base, cwd) {
    const trouble = await (0,git/* gitTrouble */.mr)(cwd);
    if (trouble !== null)
        throw new usage_error/* UsageError */.e(`check: ${trouble} Or name files or folders.`);
    const ref = base ?? (await defaultBase(cwd));
    if (ref === null) {
        const isGit = (await (0,git/* repositoryRoot */.Hn)(cwd)) !== null;
        throw new usage_error/* UsageError */.e(isGit
            ? 'check: name files or folders, or say with --base what to compare with: git finds no default branch here.'
            : 'check: name files or folders: this is no git repository, so that nothing can be compared.');
    }
    const commit = await mergeBase(ref, cwd);
    const comparedWith = `the merge base with ${ref} (${commit.slice(0, 7)})`;
    const top = (await (0,git/* repositoryRoot */.Hn)(cwd)) ?? cwd;
    return { files: await changedSince(ref, cwd), comparedWith, base: await gitFiles(commit, top, comparedWith) };
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
