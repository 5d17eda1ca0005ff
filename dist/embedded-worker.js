import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 24:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 919:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 126:
/***/ (function () {

// The first import of every bundled entry: libpg-query's CommonJS glue looks for its wasm in `__dirname`, which ES modules lack.
globalThis.__dirname ??= import.meta.dirname;



/***/ }),

/***/ 540:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  X: () => (/* binding */ stayWithFirstCompiler)
});

;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");
;// CONCATENATED MODULE: ./build/first-compiler.js
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


/***/ }),

/***/ 156:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  D: () => (/* binding */ readKept),
  g: () => (/* binding */ writeKept)
});

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: ./build/rehearsal/kept/file.js
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
    const partial = `${file}.${process.pid}.${(0,external_node_crypto_namespaceObject.randomBytes)(4).toString('hex')}`;
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
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(content).digest();
}


/***/ }),

/***/ 702:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ tarEntries)
/* harmony export */ });
/* unused harmony export tarOf */
/** Data folders as one file: a plain tar, as PGlite writes it. Pure. */
const blockBytes = 512;
const directoryType = '5'.charCodeAt(0);
/** The entries, in order. Throws where it is no tar. */
function* tarEntries(tar) {
    for (let at = 0; at + blockBytes <= tar.length && tar[at] !== 0;) {
        const header = tar.subarray(at, at + blockBytes);
        const size = Number.parseInt(text(header, 124, 12), 8);
        if (Number.isNaN(size))
            throw new Error('not a tar archive');
        const start = at + blockBytes;
        const name = [text(header, 345, 155), text(header, 0, 100)].join('/').replace(/^\/*/, '/').replace(/\/$/, '');
        yield { name, directory: header[156] === directoryType, content: tar.subarray(start, start + size) };
        at = start + Math.ceil(size / blockBytes) * blockBytes;
    }
}
/** A field of the header, which ends with a zero byte or where the next one begins. */
function text(header, from, length) {
    const end = header.indexOf(0, from);
    return header.toString('utf8', from, end < 0 ? from + length : Math.min(end, from + length));
}
/** A tar of these; a folder stands before what it holds. */
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


/***/ }),

/***/ 277:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  kA: () => (/* binding */ ask),
  aC: () => (/* binding */ keep),
  ro: () => (/* binding */ loadEngine),
  BH: () => (/* binding */ loadedLibraries)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
;// CONCATENATED MODULE: ./build/rehearsal/servers/crash-safe.js
/** What a data folder that was copied while its server ran doesn't bring back: starting from it is recovery from a crash. */
/** Finds what recovery empties, or what only its own server can go on with. No row: a copy has all that there is. */
const NOT_AFTER_A_CRASH = `
  select 1 from pg_catalog.pg_class where relpersistence = 'u'
  union all select 1 from pg_catalog.pg_replication_slots
  union all select 1 from pg_catalog.pg_prepared_xacts`;

;// CONCATENATED MODULE: ./build/rehearsal/servers/embedded-engine.js
/** PGlite behind the wire protocol, which gives values as the text that a server would send. */




let serialize;
let libraries = 0;
// Postgres itself is started in another way, and what else is started in this one is before its start.
WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(target, args) {
        libraries++;
        return new target(...args);
    },
});
/** Grows with each library that Postgres loads in this thread. */
const loadedLibraries = () => libraries;
/**
 * Starts PGlite from its own `dist` folder, on request with every extension that ships with it (about 100 ms for all of them).
 * `kept`: a data folder, which becomes the engine's own; without it PGlite makes one.
 */
async function loadEngine(folder, wantsExtensions, kept) {
    const module = (await load(folder, 'index.js'));
    serialize = module.protocol.serialize;
    const extensions = wantsExtensions ? await loadExtensions(folder) : {};
    const startParams = [...module.PGlite.defaultStartParams, '-c', `shared_buffers=${bufferSize}`];
    return module.PGlite.create({ extensions, startParams, ...filesWith(module, kept) });
}
/** Its default, 128 MB, is mostly empty, and goes into each picture that is taken. */
const bufferSize = '32MB';
/** Where PGlite has its data. */
const dataFolder = '/pglite/data';
const emptyModule = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
/** PGlite's files in memory, with what was kept in its data folder; initdb has nothing to do then. */
function filesWith({ MemoryFS }, kept) {
    class Files extends MemoryFS {
        async init(pg, options) {
            // Libraries are loaded when Postgres asks for them. Loading all of them ahead, at once, makes some of them fail later, by
            // chance: `%` of pg_trgm ended the engine in one of three starts.
            return super.init(pg, { ...options, noWasmDecoding: true });
        }
        // PGlite's own way copies each file twice.
        async initialSyncFs() {
            const files = this.pg?.Module.FS;
            if (files === undefined)
                throw new Error('PGlite has no file system yet');
            if (kept === undefined)
                return;
            files.mkdirTree(dataFolder);
            for (const { name, directory, content } of kept) {
                if (directory)
                    files.mkdirTree(dataFolder + name);
                else
                    files.writeFile(dataFolder + name, content, { canOwn: true });
            }
        }
    }
    return { fs: new Files(), ...(kept && { initdbWasmModule: new WebAssembly.Module(emptyModule) }) };
}
function load(folder, file) {
    return import(/* webpackIgnore: true */ (0,external_node_url_namespaceObject.pathToFileURL)(external_node_path_namespaceObject.join(folder, file)).href);
}
async function loadExtensions(folder) {
    const contrib = external_node_path_namespaceObject.join(folder, 'contrib');
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
/**
 * Takes a picture of the engine; on request also gives the data folder, as a server that crashed would leave it. After a
 * checkpoint nothing is left to be replayed, so that one which starts from it has the same rows, and sequences that go on where
 * they were.
 */
async function keep(engine, images, { keep: key, withData }, version) {
    if (!withData) {
        images.keep(key);
        return { kind: 'kept', data: null };
    }
    const outcome = await ask(engine, ['checkpoint', NOT_AFTER_A_CRASH], version);
    if (outcome.kind === 'lost')
        return outcome;
    const [checkpoint, left] = outcome.answers;
    images.keep(key);
    const whole = checkpoint?.kind === 'result' && left?.kind === 'result' && left.result.rows.length === 0;
    return { kind: 'kept', data: whole ? images.folder(key, dataFolder) : null };
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

/***/ 456:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ Images)
/* harmony export */ });
const pageBytes = 65_536;
const zeros = Buffer.alloc(pageBytes);
class Images {
    #engine;
    #libraries;
    #stack;
    #images = new Map();
    /** The one that the engine is most like. */
    #latest;
    /** `libraries`: how many were loaded up to now. JavaScript knows of each, and can't be set back. */
    constructor(engine, libraries) {
        this.#engine = engine;
        this.#libraries = libraries;
        this.#stack = engine.stackSave();
    }
    /** Takes a picture of the engine as it stands. What is as it was in the latest one is shared with it. */
    keep(key) {
        const { FS } = this.#engine;
        if (this.#engine.stackSave() !== this.#stack)
            throw new Error('the engine is not at rest');
        const nodes = new Map();
        for (const first of FS.nameTable)
            for (let node = first; node; node = node.name_next)
                nodes.set(node, fields(node));
        // What was unlinked while it is open has no name any more.
        for (const stream of FS.streams)
            if (stream?.node)
                nodes.set(stream.node, fields(stream.node));
        const image = {
            pages: this.#pages(),
            nodes,
            contents: this.#contents(nodes.keys()),
            nameTable: [...FS.nameTable],
            streams: FS.streams.map((stream) => stream ? { stream, fields: { ...stream }, shared: { ...stream.shared } } : null),
            nextInode: FS.nextInode,
            libraries: this.#libraries(),
        };
        this.#images.set(key, image);
        this.#latest = image;
    }
    /** Sets the engine back. False where it has loaded a library since. */
    restore(key) {
        const image = this.#image(key);
        if (image.libraries !== this.#libraries())
            return false;
        const memory = this.#memory();
        for (let page = 0; page * pageBytes < memory.length; page++) {
            const wanted = image.pages.get(page) ?? zeros;
            if (!wanted.equals(pageOf(memory, page)))
                wanted.copy(memory, page * pageBytes);
        }
        const { FS } = this.#engine;
        for (const [node, wanted] of image.nodes)
            setBack(node, wanted, image.contents.get(node));
        for (const it of image.streams) {
            if (it === null)
                continue;
            Object.assign(it.stream, it.fields);
            if (it.stream.shared)
                Object.assign(it.stream.shared, it.shared);
        }
        replace(FS.nameTable, image.nameTable);
        replace(FS.streams, image.streams.map((it) => it?.stream));
        FS.nextInode = image.nextInode;
        this.#latest = image;
        return true;
    }
    forget(key) {
        this.#images.delete(key);
    }
    /** What a folder holds in a picture, for another thread to start from: memory that both threads have. */
    folder(key, path) {
        const { nodes, contents } = this.#image(key);
        const within = (folder, above) => Object.entries(folderOf(nodes.get(folder))).flatMap(([name, node]) => {
            const content = contents.get(node);
            if (content)
                return { name: `${above}/${name}`, directory: false, content };
            const itself = { name: `${above}/${name}`, directory: true, content: Buffer.alloc(0) };
            return [itself, ...within(node, itself.name)];
        });
        return within(this.#engine.FS.lookupPath(path).node, '');
    }
    #image(key) {
        const image = this.#images.get(key);
        if (image === undefined)
            throw new Error(`there is no image ${key}`);
        return image;
    }
    #memory() {
        return Buffer.from(this.#engine.wasmMemory.buffer);
    }
    #pages() {
        const memory = this.#memory();
        const pages = new Map();
        for (let number = 0; number * pageBytes < memory.length; number++) {
            const page = pageOf(memory, number);
            const before = this.#latest?.pages.get(number);
            if (before?.equals(page))
                pages.set(number, before);
            else if (!zeros.equals(page))
                pages.set(number, Buffer.from(page));
        }
        return pages;
    }
    #contents(nodes) {
        const contents = new Map();
        const changed = [];
        for (const node of nodes) {
            const content = bytesOf(node)?.subarray(0, node.usedBytes);
            if (content === undefined)
                continue;
            const before = this.#latest?.contents.get(node);
            if (before?.equals(content))
                contents.set(node, before);
            else
                changed.push([node, content]);
        }
        const shared = new SharedArrayBuffer(changed.reduce((sum, [, { length }]) => sum + length, 0));
        let at = 0;
        for (const [node, content] of changed) {
            const copy = Buffer.from(shared, at, content.length);
            copy.set(content);
            contents.set(node, copy);
            at += content.length;
        }
        return contents;
    }
}
function pageOf(memory, page) {
    return memory.subarray(page * pageBytes, (page + 1) * pageBytes);
}
/** A view: what is written to it is written to the file. */
function bytesOf({ contents }) {
    if (!ArrayBuffer.isView(contents))
        return undefined;
    return Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength);
}
function folderOf({ contents } = {}) {
    return ArrayBuffer.isView(contents) ? {} : (contents ?? {});
}
function fields(node) {
    const { contents, ...others } = node;
    return contents === undefined || ArrayBuffer.isView(contents) ? others : { ...others, contents: { ...contents } };
}
function setBack(node, wanted, content) {
    const { contents: now } = node;
    const bytes = bytesOf(node);
    for (const name of Object.keys(node))
        delete node[name];
    Object.assign(node, wanted);
    if (wanted.contents)
        node.contents = { ...folderOf(wanted) };
    if (content === undefined)
        return;
    if (now && bytes && content.equals(bytes.subarray(0, content.length))) {
        // What was written behind it in between would show where a later write leaves a gap.
        bytes.fill(0, content.length);
        node.contents = now;
    }
    else
        node.contents = Uint8Array.from(content);
}
function replace(list, wanted) {
    list.length = 0;
    for (const it of wanted)
        list.push(it);
}


/***/ }),

/***/ 948:
/***/ (function (__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _bundle_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(126);
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(919);
/* harmony import */ var _first_compiler_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(540);
/* harmony import */ var _kept_file_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(156);
/* harmony import */ var _kept_tar_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(702);
/* harmony import */ var _embedded_engine_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(277);
/* harmony import */ var _embedded_images_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(456);
/** The embedded server's thread: PGlite blocks while it works and can't cancel, but a thread can be ended. */







(0,_first_compiler_js__WEBPACK_IMPORTED_MODULE_2__/* .stayWithFirstCompiler */ .X)();
const port = node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.parentPort;
if (port === null)
    throw new Error('this file is a worker');
const send = (message) => port.postMessage(message);
const { engine, version } = await start(node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.workerData);
const images = new _embedded_images_js__WEBPACK_IMPORTED_MODULE_6__/* .Images */ .T(engine.Module, _embedded_engine_js__WEBPACK_IMPORTED_MODULE_5__/* .loadedLibraries */ .BH);
send({ kind: 'ready', version });
port.on('message', async (request) => {
    const { id } = request;
    if ('queries' in request)
        send({ id, ...(await (0,_embedded_engine_js__WEBPACK_IMPORTED_MODULE_5__/* .ask */ .kA)(engine, request.queries, version)) });
    else if ('keep' in request)
        send({ id, ...(await (0,_embedded_engine_js__WEBPACK_IMPORTED_MODULE_5__/* .keep */ .aC)(engine, images, request, version)) });
    else if ('restore' in request)
        send({ id, kind: 'restored', done: images.restore(request.restore) });
    else
        images.forget(request.forget);
});
async function start({ pglite, cache, extensions, data }) {
    if (data !== undefined)
        return proven(await (0,_embedded_engine_js__WEBPACK_IMPORTED_MODULE_5__/* .loadEngine */ .ro)(pglite, extensions, filesOf(data)));
    const kept = cache === null ? undefined : (0,_kept_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readKept */ .D)(cache);
    if (kept !== undefined) {
        try {
            return await proven(await (0,_embedded_engine_js__WEBPACK_IMPORTED_MODULE_5__/* .loadEngine */ .ro)(pglite, extensions, (0,_kept_tar_js__WEBPACK_IMPORTED_MODULE_4__/* .tarEntries */ .O)(kept)));
        }
        catch {
            // What was kept is of no use: make it anew.
        }
    }
    const fresh = await proven(await (0,_embedded_engine_js__WEBPACK_IMPORTED_MODULE_5__/* .loadEngine */ .ro)(pglite, extensions));
    if (cache !== null) {
        const dump = await fresh.engine.dumpDataDir('none');
        (0,_kept_file_js__WEBPACK_IMPORTED_MODULE_3__/* .writeKept */ .g)(cache, new Uint8Array(await dump.arrayBuffer()));
    }
    return fresh;
}
/** The engine and its version, which only a working engine can tell. */
async function proven(engine) {
    // Nearly all databases need it sooner or later, and there is no way back to before a library was loaded.
    await engine.exec("load 'plpgsql'");
    const { rows } = await engine.query('show server_version');
    const version = rows[0]?.server_version;
    if (version === undefined)
        throw new Error('the embedded Postgres gives no answer');
    return { engine, version };
}
/** The files that were given: a thread's own are shared with nobody. */
function filesOf(data) {
    if (data instanceof Uint8Array)
        return (0,_kept_tar_js__WEBPACK_IMPORTED_MODULE_4__/* .tarEntries */ .O)(Buffer.from(data.buffer, data.byteOffset, data.length));
    return data.map((entry) => ({ ...entry, content: Buffer.from(entry.content) }));
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
