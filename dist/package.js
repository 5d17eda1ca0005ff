import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 6982:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 2250:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 4434:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 9278:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 1421:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 8995:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 7030:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 6848:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline/promises");

/***/ }),

/***/ 8500:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 7975:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 5919:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 6928:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 4756:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 8253:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util/types");

/***/ }),

/***/ 3601:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ listen),
/* harmony export */   a: () => (/* binding */ lastWords)
/* harmony export */ });
/* harmony import */ var _system_faults_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(943);
/** What the command line says where an unforeseen error ends it. It imports next to nothing, so that nothing can be missing. */

/** The line for the maintainer; with the stack where `DEBUG` asks for it. */
function lastWords(error, env) {
    const { message, stack } = (0,_system_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .explain */ .WE)(error);
    const shown = (0,_system_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .wantsStack */ .C8)(env) && stack !== null ? `${message}\n${stack}` : message;
    return `migration-safety: ${(0,_system_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutSecrets */ .cT)(shown)}\n`;
}
/** Bugs end with exit code 2 and a line. A failed write is handled by its caller: it must not end the process. */
function listen() {
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', () => { });
    process.on('uncaughtException', (error) => {
        process.stderr.write(lastWords(error, process.env));
        process.exit(2);
    });
}


/***/ }),

/***/ 943:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C8: () => (/* binding */ wantsStack),
/* harmony export */   OB: () => (/* binding */ whyNot),
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   cT: () => (/* binding */ withoutSecrets)
/* harmony export */ });
/** What an error means to the person who has to repair it. Pure; it imports nothing, so that nothing can be missing. */
/** Errors whose messages are written for people. */
const FOR_PEOPLE = new Set(['UsageError', 'ServerUnavailable', 'RunTimeExceeded']);
/** What the operating system refuses, with its remedy. */
const REFUSALS = {
    ENOSPC: 'no space is left on the disk: free some, or name a place on another one',
    EDQUOT: 'the disk quota is used up: free some space, or name another place',
    EACCES: 'permission denied: give the user that runs this check the right to it',
    EPERM: 'not permitted: give the user that runs this check the right to it',
    EROFS: 'the file system is read-only: name a place that can be written',
    ENOENT: 'there is no such file or folder: make it first, or name another',
    ENOTDIR: 'a part of this path is a file, not a folder: name another path',
    EISDIR: 'this is a folder, not a file: name a file',
    EEXIST: 'it is there already: remove it, or name another',
    ELOOP: 'too many links lead to each other: name the file itself',
    ENAMETOOLONG: 'the name is too long: name a shorter one',
    EMFILE: 'too many files are open: raise the limit (ulimit -n)',
    ENFILE: 'too many files are open on this machine: raise its limit',
    ENOMEM: 'there is no memory left: give the job more',
    EAGAIN: 'the machine has no more processes or memory to give: give the job more',
    EIO: 'the disk does not answer as it should: look at the machine',
    EPIPE: 'nobody reads any more what is written there',
};
/** What anything that was thrown means. */
function explain(error) {
    if (!(error instanceof Error))
        return bug(String(error), null);
    const stack = error.stack ?? null;
    if (FOR_PEOPLE.has(error.name))
        return { message: error.message, isBug: false, stack };
    const known = missingPart(error) ?? refusedBySystem(error) ?? refusedByServer(error);
    return known === null ? bug(error.message || error.name, stack) : { message: known, isBug: false, stack };
}
function bug(message, stack) {
    return {
        message: `This is a bug of migration-safety, please report it: ${message.replace(/\s+/g, ' ').trim()}`,
        isBug: true,
        stack,
    };
}
/** Why a file can't be read or written: the system's reason with its remedy, without a full stop. */
function whyNot(error) {
    const { code = '', message } = error;
    return REFUSALS[code] ?? (error instanceof Error ? message.replace(/\s+/g, ' ').trim() : String(error));
}
/** `dist/` was copied in part. The grammar's loader only has a message for it. */
function missingPart({ code, message }) {
    const path = code === 'ERR_MODULE_NOT_FOUND' ? message : /ENOENT: [^']*'[^']*\.wasm'/.exec(message)?.[0];
    const file = path && /'([^']+)'/.exec(path)?.[1];
    return file
        ? `A part of migration-safety is missing, ${file}: install it again, with all files of its dist folder.`
        : null;
}
function refusedBySystem(error) {
    const { code = '', syscall, path } = error;
    if (syscall === undefined)
        return null;
    if (/^(?:connect|getaddrinfo|listen|bind)$/.test(syscall)) {
        return `The network refuses (${error.message}): look whether that address can be reached from here.`;
    }
    const program = /^spawn(?: (.*))?$/.exec(syscall);
    if (program && code === 'ENOENT') {
        return `${program[1] ?? path ?? 'A program'} could not be started: install it, or put it on the PATH.`;
    }
    const reason = REFUSALS[code];
    return reason === undefined ? null : `${path ?? `The system (${syscall})`}: ${reason}.`;
}
/** Postgres refused what the check asks for itself, or ended. Known by their names: this file imports nothing. */
function refusedByServer(error) {
    const message = error.message.replace(/\s+/g, ' ').trim();
    if (error.name === 'ServerLost')
        return `The server was lost (${message}): look at its log, and run the check again.`;
    if (error.name !== 'PostgresError' || !('sqlstate' in error))
        return null;
    return `The server refuses what the check itself needs (${error.sqlstate}: ${message}): look at the server’s settings and at the rights of database-url’s role.`;
}
/** Whether the stack of an error is wanted: RUNNER_DEBUG=1 is what GitHub sets for a job with debug logging. */
function wantsStack({ RUNNER_DEBUG, DEBUG }) {
    return RUNNER_DEBUG === '1' || (DEBUG !== undefined && DEBUG !== '' && DEBUG !== '0' && DEBUG !== 'false');
}
/** A text without these secrets, and without the password of any URL in it. */
function withoutSecrets(text, secrets = []) {
    const hidden = secrets
        .filter((secret) => secret !== '')
        .sort((a, b) => b.length - a.length)
        .reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
    return hidden.replace(/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:@/]*:)[^\s]*@/gi, '$1***@');
}


/***/ }),

/***/ 5968:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ UsageError)
/* harmony export */ });
/** The tool can't do its work as it was asked to: the message says where, what and how to repair it. Exit code 2. */
class UsageError extends Error {
    name = 'UsageError';
}


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
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
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
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".package.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  z: () => (/* reexport */ check),
  e: () => (/* reexport */ run)
});

// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __nccwpck_require__(8995);
// EXTERNAL MODULE: ./build/cli/last-words.js
var last_words = __nccwpck_require__(3601);
;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");
;// CONCATENATED MODULE: ./build/system/first-compiler.js
/** How V8 compiles WebAssembly in this process. */

/**
 * WebAssembly stays as V8's first compiler leaves it, which reads a function when it is first called. By default V8 makes
 * what runs often faster, and a process waits at its end for what is being made: the grammar's largest function alone takes
 * up to 400 ms and 600 MB, three times the check of one file, and 2,000 files are read no faster for it; Postgres' own takes
 * half the time of a rehearsal (measured on Node 20 and 24). V8 has no such settings for one thread or one module.
 */
function stayWithFirstCompiler() {
    (0,external_node_v8_namespaceObject.setFlagsFromString)('--no-wasm-tier-up');
    (0,external_node_v8_namespaceObject.setFlagsFromString)('--no-wasm-dynamic-tiering');
    (0,external_node_v8_namespaceObject.setFlagsFromString)('--wasm-lazy-validation');
}

;// CONCATENATED MODULE: ./build/cli.js
/** The command line's front door. It is small on purpose: what a command needs is loaded with the command. */



/** Runs a command to its end, and sets the exit code. */
async function run(args) {
    (0,last_words/* listen */.K)();
    stayWithFirstCompiler();
    try {
        // Node 22.1 and later keep the compiled code from one run to the next.
        external_node_module_.enableCompileCache?.();
        const { main } = await Promise.all(/* import() */[__nccwpck_require__.e(487), __nccwpck_require__.e(89), __nccwpck_require__.e(949), __nccwpck_require__.e(979)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5979));
        process.exitCode = await main(args);
    }
    catch (error) {
        process.exitCode = 2;
        process.stderr.write((0,last_words/* lastWords */.a)(error, process.env));
    }
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/system/usage-error.js
var usage_error = __nccwpck_require__(5968);
;// CONCATENATED MODULE: ./build/library.js
/** The check as a program calls it: `import { check } from 'migration-safety'`. Its types are published by scripts/types.mjs. */


const OPTIONS = ['paths', 'base', 'cwd', 'settings', 'onProgress'];
/**
 * Checks a change, as `migration-safety check` does, and returns the report. Rejects where the command's exit code is 2, with
 * what it says; what is wrong with SQL is in the report.
 */
async function check(options = {}) {
    const unknown = Object.keys(options).filter((name) => !OPTIONS.includes(name));
    if (unknown.length > 0)
        throw new usage_error/* UsageError */.e(`check: there is no option ${unknown.join(', ')}: ${OPTIONS.join(', ')}.`);
    const { paths = [], base, settings = {}, onProgress } = options;
    const { config, 'database-url': url, ...values } = settings;
    const cwd = (0,external_node_path_.resolve)(options.cwd ?? '.');
    const [{ settingsFrom }, { resolveSettings }, engine] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(487), __nccwpck_require__.e(815), __nccwpck_require__.e(89), __nccwpck_require__.e(949), __nccwpck_require__.e(744)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8744)),
        Promise.all(/* import() */[__nccwpck_require__.e(487), __nccwpck_require__.e(89), __nccwpck_require__.e(949), __nccwpck_require__.e(468)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5468)),
        Promise.all(/* import() */[__nccwpck_require__.e(487), __nccwpck_require__.e(830), __nccwpck_require__.e(6), __nccwpck_require__.e(612), __nccwpck_require__.e(89), __nccwpck_require__.e(816), __nccwpck_require__.e(856), __nccwpck_require__.e(980), __nccwpck_require__.e(358)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1980)),
    ]);
    const inputs = { config, 'database-url': url ?? process.env.MIGRATION_SAFETY_DATABASE_URL };
    const from = paths[0] === undefined ? cwd : (0,external_node_path_.resolve)(cwd, paths[0]);
    const resolved = await resolveSettings({ inputs, values: settingsFrom(values), cwd, from });
    const change = paths.length > 0 ? { paths: [...paths] } : await (await __nccwpck_require__.e(/* import() */ 290).then(__nccwpck_require__.bind(__nccwpck_require__, 909))).differing(base, cwd);
    const checked = await engine.check({
        settings: resolved,
        cwd,
        change,
        project: cwd,
        ...(onProgress && { progress: onProgress }),
    });
    return checked.report;
}

;// CONCATENATED MODULE: ./build/package.js
/** What the npm package holds: both ways in as one bundle, so that they share what they load. */



var __webpack_exports__check = __webpack_exports__.z;
var __webpack_exports__run = __webpack_exports__.e;
export { __webpack_exports__check as check, __webpack_exports__run as run };
