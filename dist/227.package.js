export const id = 227;
export const ids = [227];
export const modules = {

/***/ 9924:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   Dy: () => (/* binding */ webAddress),
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   Fo: () => (/* binding */ terminal),
/* harmony export */   GA: () => (/* binding */ cellCode),
/* harmony export */   N1: () => (/* binding */ commandProperty),
/* harmony export */   N3: () => (/* binding */ pathCode),
/* harmony export */   Sq: () => (/* binding */ CODE),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   _1: () => (/* binding */ shortPath),
/* harmony export */   _J: () => (/* binding */ sourceLine),
/* harmony export */   _n: () => (/* binding */ xml),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   h8: () => (/* binding */ htmlCode),
/* harmony export */   js: () => (/* binding */ htmlText),
/* harmony export */   nM: () => (/* binding */ row),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   qy: () => (/* binding */ html),
/* harmony export */   uH: () => (/* binding */ clean),
/* harmony export */   wq: () => (/* binding */ commandData),
/* harmony export */   xv: () => (/* binding */ truncate)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/**
 * The one module through which all text from the pull request or from the server passes before it is shown.
 * Everything that a finding, a path or a server message holds is hostile until it has been here.
 */

/** Everything invisible: control, format (bidi, zero-width, tags) and separator characters, but not newline and tab. */
const INVISIBLE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
/** Text between single backticks. */
const CODE = /(?<!`)`(?![\s`])([^`]*[^\s`])`(?!`)/;
const PUNCTUATION = /[!-/:-@[-`{-~]/g;
/** What GitHub turns into a mention, a reference, a link, an emoji or mathematics in plain text. */
const LIVE = /@\w|#\d|\w:\/\/|www\.|\bGH-\d|\b[0-9a-f]{7,40}\b|:[\w+-]+:|\$/i;
/** Plain text: no terminal sequences, no invisible characters, `\n` as the only line break. */
function clean(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text.replace(/\r\n?|[\u2028\u2029]/g, '\n'))
        .replace(INVISIBLE, '')
        .replace(LONE_SURROGATE, '\uFFFD');
}
/** Plain text on one line, cut to `max` characters. */
function oneLine(text, max = 1000) {
    return truncate(clean(text).replace(/\s+/g, ' ').trim(), max);
}
/** Cut to `max` UTF-16 units, the last of them an ellipsis; never through a surrogate pair. */
function truncate(text, max) {
    if (text.length <= max)
        return text;
    const cut = text.slice(0, Math.max(0, max - 1));
    return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
/** A path on one line; the end is what distinguishes files, so that a long one loses its beginning. */
function shortPath(path, max = 120) {
    const line = oneLine(path, Number.POSITIVE_INFINITY);
    return line.length <= max ? line : `…${line.slice(1 - max).replace(/^[\uDC00-\uDFFF]/, '')}`;
}
/** A code span whose fence is longer than any run of backticks inside. Not for table cells: see `cellCode`. */
function code(text, max = 200) {
    const line = unforgeable(oneLine(text, max));
    if (line === '')
        return '`(empty)`';
    const fence = '`'.repeat(longestRun(line) + 1);
    const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
    return `${fence}${pad}${line}${pad}${fence}`;
}
/** A code span that is safe in a table cell too, where renderers disagree about escaped pipes in backticks. */
function cellCode(text, max = 200) {
    return text.includes('|') ? htmlCode(text, max) : code(text, max);
}
/** A `<code>` element in which nothing is Markdown: for `<summary>` lines and for code that holds a pipe. */
function htmlCode(text, max = 200) {
    return `<code>${htmlText(text, max)}</code>`;
}
/** A file's path in which a narrow screen may break the line, though nobody who copies it gets a space. */
function pathCode(path) {
    const parts = shortPath(path).match(/.{6,}?[/._-]+|.+/gu) ?? [];
    // What paths are made of begins nothing in Markdown, and takes less room as it is.
    const texts = parts.map((part) => htmlText(part).replace(/&#4[567];/g, (mark) => String.fromCharCode(Number(mark.slice(2, 4)))));
    return `<code>${texts.join('<wbr>')}</code>`;
}
/** Text of HTML in which nothing is Markdown. */
function htmlText(text, max = 200) {
    return oneLine(text, max).replace(PUNCTUATION, (mark) => `&#${mark.charCodeAt(0)};`);
}
/** Text or an attribute's value in an HTML document. Line breaks stay. */
function html(text, max = 10_000) {
    return truncate(clean(text), max).replace(/[&<>"'`]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
/**
 * A sentence in Markdown, safe in table cells: what is in backticks becomes code, and so does every word that
 * GitHub would bring to life (`@name`, `#12`, URLs, commit hashes). Everything else is literal text.
 */
function prose(text, max = 1000) {
    let out = '';
    for (const [at, piece] of oneLine(text, max).split(CODE).entries()) {
        const next = at % 2 === 1 ? cellCode(piece) : words(piece);
        // Two code spans that touch would become one.
        out += out.endsWith('`') && next.startsWith('`') ? ` ${next}` : next;
    }
    return out.replace(/^([-+=])/, '\\$1').replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}
/** A fenced code block, its fence longer than any run of backticks inside. */
function fence(text, language = '', max = 6000) {
    const body = unforgeable(truncate(clean(text), max))
        .replace(/^(?:[ \t]*\n)+/, '')
        .trimEnd();
    const ticks = '`'.repeat(Math.max(3, longestRun(body) + 1));
    return `${ticks}${language}\n${body}\n${ticks}`;
}
/** One row of a table. Cells are Markdown already; whatever they still hold that would end the row is made harmless. */
function row(cells) {
    return `| ${cells.map((cell) => cell.replace(/\s*\n\s*/g, ' ').replaceAll('|', '&#124;')).join(' | ')} |`;
}
/** A link around Markdown; only the label where the address is missing or isn't one of the web. */
function link(label, url) {
    const address = webAddress(url);
    return address === null ? label : `[${label}](${address})`;
}
/** An address of the web without a character that ends it in Markdown or HTML; null for any other. */
function webAddress(url) {
    if (!url || !/^https?:\/\//.test(url))
        return null;
    return clean(url).replace(/[\s()<>|"'`\\]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
/** The message of a workflow command. */
function commandData(text, max = 4096) {
    return truncate(clean(text), max).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
/** A property of a workflow command. */
function commandProperty(text, max = 255) {
    return commandData(text, max).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
/** Text of an XML element or attribute (XML 1.0, 2.4). */
function xml(text) {
    return clean(text).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
/** Lines for a terminal. A runner reads its log for commands, so that no line may begin like one. */
function terminal(text) {
    return clean(text).replace(/^(\s*)(::|##\[)/gm, (_, indent, mark) => `${indent}${mark[0]} ${mark.slice(1)}`);
}
/** A line of source for a code frame: every invisible character is shown as one mark, so that columns stay true. */
function sourceLine(line) {
    return line.replace(/(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (char) => '\uFFFD'.repeat(char.length));
}
function words(text) {
    return text
        .split(/(\s+)/)
        .map((word) => {
        if (!LIVE.test(word))
            return plain(word);
        const [, before = '', core = '', after = ''] = /^(["'(]*)(.*?)([.,;:!?)"']*)$/.exec(word) ?? [];
        return core === '' ? plain(word) : `${plain(before)}${cellCode(core)}${plain(after)}`;
    })
        .join('');
}
function plain(text) {
    return text
        .replace(/[\\`*~[\]{}#^$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\$&')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('|', '&#124;');
}
/** The marks of an HTML comment, taken apart: our own marker must not be found in any other text. */
function unforgeable(text) {
    return text.replaceAll('<!--', '< !--').replaceAll('-->', '-- >');
}
function longestRun(text) {
    return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}


/***/ }),

/***/ 6608:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderJunit: () => (/* binding */ renderJunit)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9924);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1283);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4702);



/** Render what was found and proven. A finding that doesn't fail the check is a test that passes, with its words as output. */
function renderJunit(report) {
    const cases = [
        ...(0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .orderFindings */ .$t)(report.findings).map((finding) => ofFinding(finding, report.failOn)),
        ...report.migrations.flatMap(({ path, proofs }) => proofs.map((proof) => ofProof(proof, path))),
        ...report.notChecked.map(({ check, reason }) => notChecked(check, reason)),
    ];
    const suites = new Map();
    for (const one of cases)
        suites.set(one.path, [...(suites.get(one.path) ?? []), one]);
    const seconds = (report.durationMs / 1000).toFixed(3);
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites name="${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .xml */ ._n)(report.tool.name)}" time="${seconds}" ${counts(cases)}>`,
        ...[...suites].flatMap(([path, all]) => suite(path, all)),
        '</testsuites>',
        '',
    ].join('\n');
}
function ofFinding(finding, failOn) {
    const { rule, path, line, severity, message, help } = finding;
    return {
        name: `line ${line}: ${rule}`,
        path,
        outcome: (0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .isBlocking */ .Us)(severity, failOn) ? 'failure' : 'passed',
        message: (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .unmarked */ .u7)(message),
        type: `${severity} ${rule}`,
        text: (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .unmarked */ .u7)([...(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .saidOf */ .Jo)(finding), help].filter(Boolean).join('\n\n')),
    };
}
const OUTCOMES = {
    proven: 'passed',
    failed: 'failure',
    'not checked': 'skipped',
};
function ofProof({ title, status, detail }, path) {
    const text = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .unmarked */ .u7)(detail ?? '');
    return { name: title, path, outcome: OUTCOMES[status], message: text || title, type: 'checklist', text };
}
function notChecked(check, reason) {
    const text = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .unmarked */ .u7)(reason);
    return { name: check, path: 'not checked', outcome: 'skipped', message: text, type: 'not checked', text };
}
function suite(path, all) {
    return [
        `  <testsuite name="${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .xml */ ._n)(path)}" ${counts(all)} skipped="${number(all, 'skipped')}">`,
        ...all.flatMap(testCase),
        '  </testsuite>',
    ];
}
function testCase({ name, path, outcome, message, type, text }) {
    const open = `    <testcase name="${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .xml */ ._n)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(name, 300))}" classname="${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .xml */ ._n)(path)}"`;
    const attributes = `message="${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .xml */ ._n)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(message, 500))}" type="${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .xml */ ._n)(type)}"`;
    const body = (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .xml */ ._n)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clean */ .uH)(text));
    if (outcome === 'failure')
        return [`${open}>`, `      <failure ${attributes}>${body}</failure>`, '    </testcase>'];
    if (outcome === 'skipped')
        return [`${open}>`, `      <skipped ${attributes}/>`, '    </testcase>'];
    if (text === '')
        return [`${open}/>`];
    return [`${open}>`, `      <system-out>${body}</system-out>`, '    </testcase>'];
}
function counts(all) {
    return `tests="${all.length}" failures="${number(all, 'failure')}" errors="0"`;
}
function number(all, outcome) {
    return all.filter((one) => one.outcome === outcome).length;
}


/***/ }),

/***/ 1283:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ orderFindings),
/* harmony export */   Dw: () => (/* binding */ isApplyFailure),
/* harmony export */   R8: () => (/* binding */ filesOf),
/* harmony export */   Us: () => (/* binding */ isBlocking),
/* harmony export */   Yb: () => (/* binding */ refutedFindings),
/* harmony export */   kG: () => (/* binding */ groupFindings)
/* harmony export */ });
/** The findings that say: this migration can't even be applied. */
const APPLY_FAILURES = new Set(['migration-fails', 'syntax-error']);
const RANK = { error: 0, warning: 1, info: 2 };
/** Whether the finding says that a migration can't be applied at all. */
function isApplyFailure(finding) {
    return APPLY_FAILURES.has(finding.rule);
}
/** The findings that count, in reading order: apply failures, then by severity; else in the verdict’s order, by harm. */
function orderFindings(findings) {
    return findings.filter((finding) => finding.evidence !== 'refuted').sort(compare);
}
/** The predictions that the server refuted. */
function refutedFindings(findings) {
    return findings.filter((finding) => finding.evidence === 'refuted');
}
/** Whether a finding of this severity fails the check. */
function isBlocking(severity, failOn) {
    return failOn !== 'never' && RANK[severity] <= RANK[failOn];
}
/** Put findings of one rule and severity together, in the order of the first of each. */
function groupFindings(findings) {
    const groups = new Map();
    for (const finding of findings) {
        const key = `${finding.severity} ${finding.rule}`;
        const group = groups.get(key);
        if (group)
            group.findings.push(finding);
        else
            groups.set(key, { first: finding, findings: [finding] });
    }
    return [...groups.values()];
}
/** The places of a group, file by file: where each finding is, and where else it is so. Lines without doubles. */
function filesOf({ findings }) {
    const files = new Map();
    for (const { path, line } of findings.flatMap((it) => [it, ...(it.places ?? [])])) {
        const lines = files.get(path) ?? new Set();
        files.set(path, lines.add(line));
    }
    return [...files].map(([path, lines]) => ({ path, lines: [...lines] }));
}
function compare(a, b) {
    return Number(isApplyFailure(b)) - Number(isApplyFailure(a)) || RANK[a.severity] - RANK[b.severity];
}


/***/ }),

/***/ 4702:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CP: () => (/* binding */ failedStatements),
/* harmony export */   Gt: () => (/* binding */ countFindings),
/* harmony export */   Jo: () => (/* binding */ saidOf),
/* harmony export */   L5: () => (/* binding */ serverName),
/* harmony export */   MV: () => (/* binding */ layoutWords),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   Xx: () => (/* binding */ extent),
/* harmony export */   ZY: () => (/* binding */ fromCache),
/* harmony export */   _j: () => (/* binding */ sameAt),
/* harmony export */   b: () => (/* binding */ isUnchecked),
/* harmony export */   bu: () => (/* binding */ outcome),
/* harmony export */   ek: () => (/* binding */ placesOf),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   r_: () => (/* binding */ retryInWords),
/* harmony export */   u7: () => (/* binding */ unmarked),
/* harmony export */   wt: () => (/* binding */ otherTarget),
/* harmony export */   yN: () => (/* binding */ placesIn)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9924);
/** Counts, durations and server names in plain English, shared by the Markdown and the terminal report. */

const SERVERS = {
    service: 'service container',
    local: 'throwaway local server',
    embedded: 'embedded',
};
/** `1 error`, `2 errors`. */
function count(n, noun, plural = `${noun}s`) {
    return `${n} ${n === 1 ? noun : plural}`;
}
/** `1 error, 2 warnings`, without what there is none of; null where there is nothing. */
function countFindings(counts) {
    const parts = [
        counts.error ? count(counts.error, 'error') : '',
        counts.warning ? count(counts.warning, 'warning') : '',
        counts.info ? count(counts.info, 'note') : '',
    ].filter(Boolean);
    return parts.length > 0 ? parts.join(', ') : null;
}
/**
 * The findings in numbers, or that there are none, or that there was nothing to look at. Numbers are of findings in every report;
 * where they are at more places than that, those are counted as well.
 */
function outcome(report) {
    const found = countFindings(report.counts);
    if (found === null && isUnchecked(report))
        return 'nothing was checked';
    if (found === null)
        return report.migrations.length === 0 ? 'nothing to check' : 'no problems found';
    const places = placesOf(report);
    return places === null ? found : `${found}, in ${count(places, 'place')}`;
}
/** Whether there was something to check, such as a migration in code, and none of it could be: no pass like any other. */
function isUnchecked({ migrations, notChecked }) {
    // Notes about settings have no file: where no migration changed, there was nothing to check all the same.
    return migrations.length === 0 && notChecked.some(({ path }) => path !== undefined);
}
/** At how many places the findings are that count; null where each is at one, or where not all are listed. */
function placesOf({ counts, findings }) {
    const told = findings.filter(({ evidence }) => evidence !== 'refuted');
    const places = placesIn(told);
    const isWhole = told.length === counts.error + counts.warning + counts.info;
    return isWhole && places > told.length ? places : null;
}
/** How many places findings have in all. */
function placesIn(findings) {
    return findings.reduce((sum, { places = [] }) => sum + 1 + places.length, 0);
}
/** How much of it there is: `6 findings in 9 places`, `3 findings`, `1 finding in 2 places`; empty where it is one at one. */
function extent(findings, noun = 'finding') {
    const places = placesIn(findings);
    if (places === 1)
        return '';
    const found = count(findings.length, noun);
    return places === findings.length ? found : `${found} in ${count(places, 'place')}`;
}
/** `<1 ms`, `412 ms`, `1.4 s`. */
function duration(ms) {
    if (ms > 0 && ms < 1)
        return '<1 ms';
    return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
/** How a run on what an interrupted migration had left fared, after its subject; not yet escaped. */
function retryInWords({ verdict, line, error, differences }) {
    if (verdict === 'succeeds')
        return 'succeeds';
    if (verdict === 'fails')
        return `fails${line === undefined ? '' : ` at line ${line}`}${error ? `: ${error}` : ''}`;
    const named = differences.slice(0, 3).map(({ kind, name }) => `${kind} ${name}`);
    const more = differences.length > named.length ? ` and ${differences.length - named.length} more` : '';
    return `reports success, but differs in ${named.join(', ')}${more}`;
}
/** `PostgreSQL 18.4 (embedded)`. */
function serverName(server) {
    return `PostgreSQL ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(server.version, 40)} (${SERVERS[server.kind]})`;
}
/** `baseline from the cache`, `998 of 1000 baseline scripts from the cache`; null where all was run anew. */
function fromCache({ baseline }) {
    if (baseline === undefined || baseline.fromCache === 0)
        return null;
    const { scripts, fromCache: kept } = baseline;
    return kept === scripts ? 'baseline from the cache' : `${kept} of ${scripts} baseline scripts from the cache`;
}
/** The target's major version where it isn't the server's; null where they agree or one is unknown. */
function otherTarget(postgres) {
    if (postgres.target === null || postgres.server === null)
        return null;
    return Number.parseInt(postgres.server.version, 10) === postgres.target ? null : postgres.target;
}
/** The first statement of each migration that the server refused, where its `up` script was run. */
function failedStatements(report) {
    return report.migrations.flatMap((migration) => {
        const failed = migration.statements.find((it) => it.role === 'up' && it.status === 'failed');
        return failed ? [failed] : [];
    });
}
/** How files were read: those of no tool are just files. */
function layoutWords(layout) {
    return layout === 'plain' ? 'plain SQL files' : layout;
}
const MOST_LINES = 12;
/** Where else it is so: `The same at lines 7 and 9, and at line 3 of down.sql.` */
function sameAt({ path, places = [] }) {
    if (places.length === 0)
        return undefined;
    const files = [...new Set(places.map((place) => place.path))];
    const parts = files.map((file) => {
        const lines = linesOf(places.filter((place) => place.path === file));
        return file === path ? `at ${lines}` : `at ${lines} of ${file}`;
    });
    return `The same ${parts.join(', and ')}.`;
}
/** `line 7`, `lines 7, 9 and 3 more`: places in one file. */
function linesOf(places) {
    const lines = [...new Set(places.map(({ line }) => line))];
    const shown = lines.slice(0, MOST_LINES).join(', ');
    const hidden = lines.length > MOST_LINES ? ` and ${lines.length - MOST_LINES} more` : '';
    return `${lines.length === 1 ? 'line' : 'lines'} ${shown}${hidden}`;
}
/** For where Markdown isn't rendered: what it marks as code is plain text. */
function unmarked(text) {
    return text.replace(/`([^`\n]*)`/g, '$1');
}
/** What a finding says, part by part: the message, what follows from it, where else it is so, the proof. */
function saidOf(finding) {
    const { message, consequences = [], proof } = finding;
    const more = consequences.slice(0, 3).map((one) => `Also: ${one.message}`);
    const same = sameAt(finding);
    return [message, ...more, ...(same ? [same] : []), ...(proof ? [`Proof: ${proof}`] : [])];
}


/***/ })

};
