export const id = 662;
export const ids = [662];
export const modules = {

/***/ 4662:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   describeFixes: () => (/* binding */ describeFixes),
/* harmony export */   fixAll: () => (/* binding */ fixAll),
/* harmony export */   planFixes: () => (/* binding */ planFixes)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _sql_positions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8647);
/** `check --fix`: writes the mechanical repairs into the files, as ESLint does. */



/** A repair can make room for the next one: that many times at most. */
const MAX_PASSES = 10;
const BYTE_ORDER_MARK = '\uFEFF';
/** Checks without a server and repairs, until nothing is left to repair. */
async function fixAll(check, cwd) {
    const fixed = [];
    const refused = new Map();
    for (let pass = 0; pass < MAX_PASSES; pass++) {
        const { report, sources } = await check();
        const plan = planFixes(report.findings, sources, refused);
        let wrote = 0;
        for (const [path, { before, after, repairs }] of plan) {
            const problem = await replaceFile(path, before, after, cwd);
            if (problem !== null) {
                refused.set(path, problem);
                continue;
            }
            fixed.push(...repairs);
            wrote++;
        }
        if (wrote === 0)
            break;
    }
    return { fixed, refused };
}
/** The new text of each file: the first fix of each finding whose edits touch none that was taken before. Pure. */
function planFixes(findings, sources, refused = new Map()) {
    const taken = new Map();
    const lineMaps = new Map();
    for (const finding of findings) {
        const fix = finding.fixes?.[0];
        const text = sources.get(finding.path);
        if (fix === undefined || text === undefined || finding.evidence === 'refuted' || refused.has(finding.path))
            continue;
        // A fix is whole or not at all: one that reaches into another file is left to be made by hand.
        if (fix.edits.length === 0 || fix.edits.some(({ path }) => path !== finding.path))
            continue;
        const lines = lineMaps.get(finding.path) ?? new _sql_positions_js__WEBPACK_IMPORTED_MODULE_2__/* .LineMap */ .HU(text);
        lineMaps.set(finding.path, lines);
        const edits = fix.edits.map(({ line, column, endLine, endColumn, text }) => ({
            start: lines.lineStart(line) + column - 1,
            end: lines.lineStart(endLine) + endColumn - 1,
            text,
        }));
        const file = taken.get(finding.path) ?? { edits: [], repairs: [] };
        if (edits.some((edit) => file.edits.some((other) => edit.start <= other.end && other.start <= edit.end)))
            continue;
        file.edits.push(...edits);
        file.repairs.push({ finding, fix });
        taken.set(finding.path, file);
    }
    return new Map([...taken].map(([path, { edits, repairs }]) => {
        const before = sources.get(path) ?? '';
        return [path, { before, after: edited(before, edits), repairs }];
    }));
}
function edited(text, edits) {
    let out = '';
    let at = 0;
    for (const { start, end, text: by } of [...edits].sort((a, b) => a.start - b.start)) {
        out += text.slice(at, start) + by;
        at = end;
    }
    return out + text.slice(at);
}
/** Replaces a file's text at once or not at all. Says why where it doesn't. */
async function replaceFile(path, before, after, cwd) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, path));
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(cwd);
    if (!file.startsWith(root.endsWith(node_path__WEBPACK_IMPORTED_MODULE_1__.sep) ? root : root + node_path__WEBPACK_IMPORTED_MODULE_1__.sep))
        return 'it lies outside the working directory';
    const now = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8');
    const mark = now.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
    if (now.slice(mark.length) !== before)
        return 'it changed while it was checked';
    const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file)}.${process.pid}.tmp`);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(temporary, mark + after, { flag: 'wx' });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(temporary, (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file)).mode);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(temporary, file);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(temporary, { force: true });
        return `it can’t be written: ${error.message}`;
    }
    return null;
}
/** What was done and what is left to do by hand, a line each. Pure. */
function describeFixes({ fixed, refused }, left) {
    const lines = fixed.map(({ finding, fix }) => {
        return `fixed ${finding.path}:${finding.line} ${finding.rule}: ${fix.description}`;
    });
    for (const [path, why] of refused)
        lines.push(`not fixed ${path}: ${why}`);
    const files = new Set(fixed.map(({ finding }) => finding.path)).size;
    const counted = left.filter(({ evidence }) => evidence !== 'refuted').length;
    const done = fixed.length === 0 ? 'nothing to fix' : `fixed ${fixed.length} in ${files} ${files === 1 ? 'file' : 'files'}`;
    return `${[...lines, `${done}; ${counted} left for you`].join('\n')}\n`;
}


/***/ })

};
