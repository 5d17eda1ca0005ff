export const id = 426;
export const ids = [426];
export const modules = {

/***/ 1045:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  describeFixes: () => (/* binding */ describeFixes),
  fixAll: () => (/* binding */ fixAll)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/sql/positions.js
var positions = __webpack_require__(8992);
;// CONCATENATED MODULE: ./build/fixes/repairs.js

/** The first fix of each finding. A fix is whole or not at all: one that reaches into another file is left to be made by hand. */
function repairsOf(findings, sources) {
    return findings.flatMap((finding) => {
        const fix = finding.fixes?.[0];
        if (fix === undefined || finding.evidence === 'refuted' || !sources.has(finding.path))
            return [];
        return fix.edits.length > 0 && fix.edits.every(({ path }) => path === finding.path) ? [{ finding, fix }] : [];
    });
}
/** Those whose edits touch none that was taken before them. */
function repairs_apart(repairs, sources) {
    const lines = lineMaps(sources);
    const taken = new Map();
    return repairs.filter(({ finding: { path }, fix }) => {
        const spans = fix.edits.map((edit) => spanOf(edit, lines(path)));
        const others = taken.get(path) ?? [];
        if (spans.some((span) => others.some((other) => span.start <= other.end && other.start <= span.end)))
            return false;
        taken.set(path, [...others, ...spans]);
        return true;
    });
}
/** The files that repairs change, with their new texts. The repairs are apart. */
function repairs_repaired(repairs, sources) {
    const edits = repairs.flatMap(({ fix }) => fix.edits);
    const paths = new Set(edits.map(({ path }) => path));
    const itsText = (path) => edited(sources.get(path) ?? '', edits.filter((edit) => edit.path === path));
    return new Map([...paths].map((path) => [path, itsText(path)]));
}
/** A text after all edits; they don't overlap. */
function edited(text, edits) {
    const lines = new positions/* LineMap */.HU(text);
    const spans = edits.map((edit) => ({ ...spanOf(edit, lines), by: edit.text })).sort((a, b) => a.start - b.start);
    let out = '';
    let at = 0;
    for (const { start, end, by } of spans) {
        out += text.slice(at, start) + by;
        at = end;
    }
    return out + text.slice(at);
}
function spanOf({ line, column, endLine, endColumn }, lines) {
    return { start: lines.lineStart(line) + column - 1, end: lines.lineStart(endLine) + endColumn - 1 };
}
function lineMaps(sources) {
    const known = new Map();
    return (path) => {
        const lines = known.get(path) ?? new positions/* LineMap */.HU(sources.get(path) ?? '');
        known.set(path, lines);
        return lines;
    };
}

;// CONCATENATED MODULE: ./build/fixes/sound.js

/** A repair can make room for the next one: that many times at most. */
const MAX_PASSES = 10;
/** Repairs what `first` says, until nothing is left that can be repaired. `spares`: files that can't be written. */
async function mend(first, lookAt, spares) {
    const made = [];
    const refused = [];
    let texts = new Map();
    let now = first;
    let allowed = first.findings;
    for (let pass = 0; pass < MAX_PASSES; pass++) {
        const isRefused = ({ finding, fix }) => refused.some(({ remedy }) => remedy.fix.description === fix.description && sameFinding(remedy.finding, finding));
        const open = repairsOf(now.findings, now.sources)
            .filter((one) => !spares(one.finding.path) && !isRefused(one) && isFresh(one, made))
            .sort((a, b) => byGravity(a.finding, b.finding));
        // What mends a statement itself may make needless what would be put beside it.
        const inPlace = open.filter((one) => !addsStatements(one));
        const trial = await together(repairs_apart(inPlace.length > 0 ? inPlace : open, now.sources), {
            allowed,
            now,
            texts,
            lookAt,
        });
        refused.push(...trial.refused);
        if (trial.made.length === 0 && trial.refused.length === 0)
            break;
        made.push(...trial.made);
        ({ texts, now, allowed } = trial);
    }
    const files = [...texts].map(([path, after]) => [path, { before: first.sources.get(path) ?? '', after }]);
    // What another repair has settled is no more to be said.
    const isLeft = ({ remedy }) => now.findings.some((finding) => sameFinding(finding, remedy.finding));
    return { made, refused: refused.filter(isLeft), files: new Map(files) };
}
/** Those of `repairs` that make no finding, each by itself and all of them together: a reader may accept any of them. */
async function harmless(repairs, sources, lookAt) {
    if (repairs.length === 0)
        return [];
    const first = await lookAt(new Map());
    const alone = [];
    for (const repair of repairs) {
        const after = await lookAt(repaired([repair], sources));
        if (worse([repair], first, after, first.findings) === undefined)
            alone.push(repair);
    }
    const start = { allowed: first.findings, now: { ...first, sources }, texts: new Map(), lookAt };
    return (await together(apart(alone, sources), start)).made;
}
/** All at once; where that makes a finding, half of them and then the other half, down to the one that makes it. */
async function together(repairs, state) {
    const made = [];
    const refused = [];
    let best = state;
    const waiting = repairs.length > 0 ? [repairs] : [];
    for (let some = waiting.shift(); some !== undefined; some = waiting.shift()) {
        // Edits count from the texts that all of these repairs were offered for.
        const texts = new Map([...state.texts, ...repairs_repaired([...made, ...some], state.now.sources)]);
        const now = await state.lookAt(texts);
        const makes = worse(some, best.now, now, best.allowed);
        const [only, ...others] = some;
        if (makes === undefined) {
            made.push(...some);
            best = { now, texts, allowed: [...best.allowed, ...newFindings(best.allowed, now.findings)] };
        }
        else if (only && others.length === 0)
            refused.push({ remedy: only, makes });
        else
            waiting.unshift(some.slice(0, some.length >> 1), some.slice(some.length >> 1));
    }
    const { now, texts, allowed } = best;
    return { made, refused, now, texts, allowed };
}
/** What speaks against repairs: the gravest finding that they make. A note doesn't where they mend nothing but what is graver. */
function worse(repairs, before, after, allowed) {
    const [gravest] = newFindings(allowed, after.findings).sort(byGravity);
    const mends = repairs.every(({ finding }) => isGrave(finding));
    const grave = ({ findings }) => findings.filter(isGrave).length;
    return gravest && !isGrave(gravest) && mends && grave(after) < grave(before) ? undefined : gravest;
}
/** The findings of rules that have more to say of a file than before. */
function newFindings(before, after) {
    const counts = new Map();
    for (const finding of before)
        counts.set(key(finding), (counts.get(key(finding)) ?? 0) + 1);
    return after.filter((finding) => {
        const left = (counts.get(key(finding)) ?? 0) - 1;
        counts.set(key(finding), left);
        return left < 0;
    });
}
function isGrave({ severity }) {
    return severity !== 'info';
}
const GRAVITY = ['error', 'warning', 'info'];
function byGravity(a, b) {
    return GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity);
}
function addsStatements({ fix }) {
    return fix.edits.some(({ text }) => text.includes(';'));
}
function key({ path, rule }) {
    return `${rule} ${path}`;
}
/** The same one in a later pass: lines move, and what a statement says may have been repaired. */
function sameFinding(a, b) {
    return key(a) === key(b) && a.statement === b.statement;
}
/** What was repaired already and is found again isn't repaired again. */
function isFresh({ finding, fix }, made) {
    return !made.some((one) => one.fix.description === fix.description && sameFinding(one.finding, finding));
}

;// CONCATENATED MODULE: ./build/cli/fix.js
/** `check --fix`: writes the mechanical repairs into the files, as ESLint does. */



const BYTE_ORDER_MARK = '\uFEFF';
/** Repairs until nothing is left to repair, and writes each file once. */
async function fixAll(lookAt, cwd) {
    const outside = new Set();
    const first = await lookAt(new Map());
    for (const path of new Set(first.findings.flatMap(({ fixes, path }) => (fixes ? [path] : [])))) {
        if (!(await isInside(path, cwd)))
            outside.add(path);
    }
    const { made, refused, files } = await mend(first, lookAt, (path) => outside.has(path));
    const unwritten = new Map([...outside].map((path) => [path, 'it lies outside the working directory']));
    for (const [path, { before, after }] of files) {
        const problem = await replaceFile(path, before, after, cwd);
        if (problem !== null)
            unwritten.set(path, problem);
    }
    return { fixed: made.filter(({ finding }) => !unwritten.has(finding.path)), refused, unwritten };
}
async function isInside(path, cwd) {
    const root = await (0,promises_.realpath)(cwd);
    const file = await (0,promises_.realpath)((0,external_node_path_.resolve)(cwd, path)).catch(() => null);
    // What isn't a file is no file outside either: nothing is written there.
    return file === null || file.startsWith(root.endsWith(external_node_path_.sep) ? root : root + external_node_path_.sep);
}
/** Replaces a file's text at once or not at all. Says why where it doesn't. */
async function replaceFile(path, before, after, cwd) {
    let temporary;
    try {
        const file = await (0,promises_.realpath)((0,external_node_path_.resolve)(cwd, path));
        if (!(await isInside(path, cwd)))
            return 'it lies outside the working directory';
        const now = await (0,promises_.readFile)(file, 'utf8');
        const mark = now.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
        if (now.slice(mark.length) !== before)
            return 'it changed while it was checked';
        temporary = (0,external_node_path_.join)((0,external_node_path_.dirname)(file), `.${(0,external_node_path_.basename)(file)}.${process.pid}.tmp`);
        await (0,promises_.writeFile)(temporary, mark + after, { flag: 'wx' });
        await (0,promises_.chmod)(temporary, (await (0,promises_.stat)(file)).mode);
        await (0,promises_.rename)(temporary, file);
    }
    catch (error) {
        if (temporary)
            await (0,promises_.rm)(temporary, { force: true });
        return `it can’t be written: ${error.message}`;
    }
    return null;
}
/** What was done and what is left to do by hand, a line each. Pure. */
function describeFixes({ fixed, refused, unwritten }, left) {
    const lines = fixed.map(({ finding, fix }) => `fixed ${place(finding)}: ${fix.description}`);
    for (const { remedy, makes } of refused) {
        const where = makes.path === remedy.finding.path ? '' : ` in ${makes.path}`;
        lines.push(`not fixed ${place(remedy.finding)}: that alone would make ${makes.rule}${where}`);
    }
    for (const [path, why] of unwritten)
        lines.push(`not fixed ${path}: ${why}`);
    const files = new Set(fixed.map(({ finding }) => finding.path)).size;
    const counted = left.filter(({ evidence }) => evidence !== 'refuted').length;
    const done = fixed.length === 0 ? 'nothing to fix' : `fixed ${fixed.length} in ${files} ${files === 1 ? 'file' : 'files'}`;
    return `${[...lines, `${done}; ${counted} left for you`].join('\n')}\n`;
}
function place({ path, line, rule }) {
    return `${path}:${line} ${rule}`;
}


/***/ })

};
