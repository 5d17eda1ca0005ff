import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 126:
/***/ (() => {

// The first import of every bundled entry: libpg-query's CommonJS glue looks for its wasm in `__dirname`, which ES modules lack.
globalThis.__dirname ??= import.meta.dirname;



/***/ }),

/***/ 295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  xe: () => (/* binding */ readCache),
  aR: () => (/* binding */ writeCache)
});

// UNUSED EXPORTS: cacheFile

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: ./build/rehearsal/servers/embedded-cache.js
/** Keeps the embedded server's fresh data folder between runs: unpacking it takes a third of the time of making it. */




const digestBytes = 32;
/** The cache file for this PGlite; null where there is no folder that only we can write to. */
function cacheFile(pglite, parent = tmpdir()) {
    const folder = path.join(parent, `migration-safety-${userName()}`);
    try {
        mkdirSync(folder, { mode: 0o700 });
    }
    catch {
        // It is there, or it can't be made: the check below tells.
    }
    try {
        const stat = lstatSync(folder);
        const ours = process.getuid === undefined || (stat.uid === process.getuid() && (stat.mode & 0o077) === 0);
        return stat.isDirectory() && ours ? path.join(folder, `pglite-${edition(pglite)}.tar`) : null;
    }
    catch {
        return null;
    }
}
/** What was kept, if it is whole. */
function readCache(file) {
    try {
        const content = (0,external_node_fs_.readFileSync)(file);
        const kept = content.subarray(digestBytes);
        return digest(kept).equals(content.subarray(0, digestBytes)) ? kept : undefined;
    }
    catch {
        return undefined;
    }
}
/** Keeps `content`. Readers see the old file or the new one, never a part. */
function writeCache(file, content) {
    const partial = `${file}.${process.pid}.${(0,external_node_crypto_namespaceObject.randomBytes)(4).toString('hex')}`;
    try {
        (0,external_node_fs_.writeFileSync)(partial, Buffer.concat([digest(content), content]), { mode: 0o600, flag: 'wx' });
        (0,external_node_fs_.renameSync)(partial, file);
    }
    catch {
        // A full disk costs the next run a second, no more.
        (0,external_node_fs_.rmSync)(partial, { force: true });
    }
}
function digest(content) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(content).digest();
}
/** Another PGlite makes another data folder: told apart by its entry, which names its chunks by their hashes, and sizes. */
function edition(pglite) {
    const hash = createHash('sha256').update(readFileSync(path.join(pglite, 'index.js')));
    for (const name of ['initdb.wasm', 'pglite.data', 'pglite.wasm']) {
        hash.update(`${name} ${statSync(path.join(pglite, name)).size}`);
    }
    return hash.digest('hex').slice(0, 16);
}
function userName() {
    return process.getuid === undefined ? userInfo().username : String(process.getuid());
}


/***/ }),

/***/ 762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  k: () => (/* binding */ ask),
  r: () => (/* binding */ loadEngine)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
;// CONCATENATED MODULE: ./build/rehearsal/servers/embedded-tar.js
/** Reads the data folder that the embedded server's cache keeps: a plain tar, as PGlite writes it. Pure. */
const blockBytes = 512;
const directoryType = '5'.charCodeAt(0);
/** The entries, in order. Throws where it is no tar. */
function* tarEntries(tar) {
    for (let at = 0; at + blockBytes <= tar.length && tar[at] !== 0;) {
        const header = tar.subarray(at, at + blockBytes);
        const size = Number.parseInt(embedded_tar_text(header, 124, 12), 8);
        if (Number.isNaN(size))
            throw new Error('not a tar archive');
        const start = at + blockBytes;
        const name = [embedded_tar_text(header, 345, 155), embedded_tar_text(header, 0, 100)].join('/').replace(/^\/*/, '/').replace(/\/$/, '');
        yield { name, directory: header[156] === directoryType, content: tar.subarray(start, start + size) };
        at = start + Math.ceil(size / blockBytes) * blockBytes;
    }
}
/** A field of the header, which ends with a zero byte or where the next one begins. */
function embedded_tar_text(header, from, length) {
    const end = header.indexOf(0, from);
    return header.toString('utf8', from, end < 0 ? from + length : Math.min(end, from + length));
}

;// CONCATENATED MODULE: ./build/rehearsal/servers/embedded-engine.js
/** PGlite behind the wire protocol, which gives values as the text that a server would send. */




let serialize;
/**
 * Starts PGlite from its own `dist` folder, on request with every extension that ships with it (130 ms for all of them).
 * `kept`: a data folder as a tar; without it PGlite makes one.
 */
async function loadEngine(folder, wantsExtensions, kept) {
    const module = (await load(folder, 'index.js'));
    serialize = module.protocol.serialize;
    const extensions = wantsExtensions ? await loadExtensions(folder) : {};
    return module.PGlite.create({ extensions, ...(kept && keptData(module, kept)) });
}
/** Where PGlite has its data. */
const dataFolder = '/pglite/data';
const emptyModule = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
/** Files that are views into the archive: PGlite's own way copies each of them twice. initdb has nothing to do then. */
function keptData({ MemoryFS }, kept) {
    class KeptData extends MemoryFS {
        async initialSyncFs() {
            const files = this.pg?.Module.FS;
            if (files === undefined)
                throw new Error('PGlite has no file system yet');
            files.mkdirTree(dataFolder);
            for (const { name, directory, content } of tarEntries(kept)) {
                if (directory)
                    files.mkdirTree(dataFolder + name);
                else
                    files.writeFile(dataFolder + name, content, { canOwn: true });
            }
        }
    }
    return { fs: new KeptData(), initdbWasmModule: new WebAssembly.Module(emptyModule) };
}
function load(folder, file) {
    return import(/* webpackIgnore: true */ (0,external_node_url_namespaceObject.pathToFileURL)(external_node_path_.join(folder, file)).href);
}
async function loadExtensions(folder) {
    const contrib = external_node_path_.join(folder, 'contrib');
    if (!(0,external_node_fs_.existsSync)(contrib))
        return {};
    const files = (0,external_node_fs_.readdirSync)(contrib).filter((file) => file.endsWith('.js'));
    const modules = await Promise.all(files.map((file) => load(contrib, file)));
    return Object.assign({}, ...modules);
}
/** Sends simple queries one after the other, and makes sure that there still is a server behind the answers. */
async function ask(engine, queries, version) {
    try {
        const answers = [];
        for (const sql of queries)
            answers.push(read(await send(engine, sql)));
        // After COPY ... PROGRAM, PGlite says yes to everything and does nothing. SHOW takes no snapshot, so that a SET
        // TRANSACTION may still follow; in a failed transaction the refusal itself is the sign of life.
        const life = read(await send(engine, 'show server_version'));
        const alive = life.kind === 'error' ? life.error.sqlstate === '25P02' : life.result.rows[0]?.[0] === version;
        return alive
            ? { kind: 'answers', answers }
            : { kind: 'lost', reason: 'the embedded Postgres stopped answering after this statement' };
    }
    catch (error) {
        const reason = error instanceof Error || hasMessage(error) ? error.message : String(error);
        return { kind: 'lost', reason: `the embedded Postgres ended at this statement: ${reason}` };
    }
}
async function send(engine, sql) {
    const { messages } = await engine.execProtocol(serialize.query(sql), { throwOnError: false });
    return messages;
}
/** The answer in the messages: the last statement's result, or the error that ended the query. */
function read(messages) {
    let columns = [];
    let rows = [];
    let command = '';
    let fresh = true;
    let error;
    const notices = [];
    const begin = () => {
        if (fresh)
            return;
        columns = [];
        rows = [];
        command = '';
        fresh = true;
    };
    for (const message of messages) {
        if (message.name === 'rowDescription') {
            begin();
            columns = message.fields.map(({ name }) => name);
        }
        else if (message.name === 'dataRow') {
            rows.push(message.fields);
        }
        else if (message.name === 'commandComplete' || message.name === 'emptyQuery') {
            begin();
            command = message.name === 'emptyQuery' ? '' : message.text;
            fresh = false;
        }
        else if (message.name === 'notice') {
            notices.push({ severity: message.severity ?? '', message: message.message ?? '', sqlstate: message.code ?? '' });
        }
        else if (message.name === 'error') {
            error = errorFields(message);
        }
    }
    return error === undefined
        ? { kind: 'result', result: { columns, rows, command }, notices }
        : { kind: 'error', error, notices };
}
function errorFields({ message, code, detail, hint, position }) {
    const at = position === undefined ? undefined : Number(position);
    return { message: message ?? '', sqlstate: code ?? '', detail, hint, position: at };
}
function hasMessage(error) {
    return typeof error?.message === 'string';
}


/***/ }),

/***/ 948:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _bundle_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(126);
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(877);
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(919);
/* harmony import */ var _embedded_cache_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(295);
/* harmony import */ var _embedded_engine_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(762);
/** The embedded server's thread: PGlite blocks while it works and can't cancel, but a thread can be ended. */





// Postgres as the first compiler leaves it: making it faster costs more than a rehearsal's few rows ever give back (half of
// the time of a run, measured). V8 has no such settings for one thread.
(0,node_v8__WEBPACK_IMPORTED_MODULE_1__.setFlagsFromString)('--no-wasm-tier-up');
(0,node_v8__WEBPACK_IMPORTED_MODULE_1__.setFlagsFromString)('--no-wasm-dynamic-tiering');
const port = node_worker_threads__WEBPACK_IMPORTED_MODULE_2__.parentPort;
if (port === null)
    throw new Error('this file is a worker');
const send = (message) => port.postMessage(message);
const { engine, version } = await start(node_worker_threads__WEBPACK_IMPORTED_MODULE_2__.workerData);
send({ kind: 'ready', version });
port.on('message', async ({ id, queries }) => send({ id, ...(await (0,_embedded_engine_js__WEBPACK_IMPORTED_MODULE_4__/* .ask */ .k)(engine, queries, version)) }));
async function start({ pglite, cache, extensions }) {
    const kept = cache === null ? undefined : (0,_embedded_cache_js__WEBPACK_IMPORTED_MODULE_3__/* .readCache */ .xe)(cache);
    if (kept !== undefined) {
        try {
            return await proven(await (0,_embedded_engine_js__WEBPACK_IMPORTED_MODULE_4__/* .loadEngine */ .r)(pglite, extensions, kept));
        }
        catch {
            // What was kept is of no use: make it anew.
        }
    }
    const fresh = await proven(await (0,_embedded_engine_js__WEBPACK_IMPORTED_MODULE_4__/* .loadEngine */ .r)(pglite, extensions));
    if (cache !== null) {
        const dump = await fresh.engine.dumpDataDir('none');
        (0,_embedded_cache_js__WEBPACK_IMPORTED_MODULE_3__/* .writeCache */ .aR)(cache, new Uint8Array(await dump.arrayBuffer()));
    }
    return fresh;
}
/** The engine and its version, which only a working engine can tell. */
async function proven(engine) {
    const { rows } = await engine.query('show server_version');
    const version = rows[0]?.server_version;
    if (version === undefined)
        throw new Error('the embedded Postgres gives no answer');
    return { engine, version };
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(948);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
