export const id = 565;
export const ids = [565];
export const modules = {

/***/ 7565:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   baselinesIn: () => (/* binding */ baselinesIn)
/* harmony export */ });
/* harmony import */ var _folder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3565);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9961);
/** Which baselines a run may start from, and where they are. */


/** Null where there is no folder of our own to keep them in. */
async function baselinesIn({ folder = (0,_folder_js__WEBPACK_IMPORTED_MODULE_0__/* .ownFolder */ .v)(), worthMs = 0, fetch }, groundwork) {
    if (folder === null)
        return null;
    const keys = (0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .groundworkKeys */ .r)(groundwork);
    // The last key is that of an empty database.
    if (keys.length > 1)
        await fetch?.(keys);
    return { folder, keys, worthMs };
}


/***/ }),

/***/ 3565:
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

/***/ 9961:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ digest),
/* harmony export */   r: () => (/* binding */ groundworkKeys)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _system_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7174);
/* harmony import */ var _session_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1180);
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

/***/ 1180:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ SESSION)
/* harmony export */ });
/** Settings that make a run repeatable: no parallel workers (they hide scans), no JIT, one time zone. */
const SESSION = `SET max_parallel_maintenance_workers = 0; SET max_parallel_workers_per_gather = 0; SET jit = off; SET TimeZone = 'UTC'`;


/***/ })

};
