export const id = 527;
export const ids = [527];
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

/***/ 4004:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ helpBlocks)
/* harmony export */ });
/** A finding's help, taken apart into sentences and code that is ready to paste. */
const VERBS = 'ALTER|ANALYZE|BEGIN|CALL|CLUSTER|COMMENT|COMMIT|CREATE|DELETE|DO|DROP|END|EXPLAIN|GRANT|INSERT|LOCK|MERGE|REFRESH|REINDEX|RESET|REVOKE|ROLLBACK|SELECT|SET|START|TRUNCATE|UPDATE|VACUUM|WITH';
/** How SQL begins anywhere: indented, as a comment, or with an upper-case verb. */
const SQL_START = new RegExp(`^(?:\\s{2,}\\S|\\t|--|(?:${VERBS})\\b)`);
/** How it goes on right below other SQL: however the user spells it. */
const SQL_NEXT = new RegExp(SQL_START.source, 'i');
/** An item of a list, or the name of a file above its text: it begins a line, and is no code; YAML's lists are. */
const LIST_ITEM = /^\s*(?:(?:\d+[.)]|[-*•])\s(?!\w+:$)|`[^`]+`(?:, at its end)?:$)/;
const FILE = /^`[^`]+`(?:, at its end)?:$/;
/** One whose text is a program, which holds the SQL. */
const PROGRAM = /\.(?:[cm]?js|rb)`:$/;
/**
 * Split a help text. Right below a line that ends with a colon is code, up to the next semicolon or blank line; of a program all of it;
 * elsewhere SQL is what begins like it and ends with a semicolon.
 */
function helpBlocks(help) {
    const lines = help.replace(/\r\n?/g, '\n').split('\n');
    const blocks = [];
    for (let at = 0; at < lines.length;) {
        const above = blocks.at(-1);
        const end = endOfCode(lines, at, above);
        if (end > at)
            add(blocks, 'sql', lines.slice(at, end).join('\n'));
        else
            add(blocks, 'prose', lines[at] ?? '');
        at = Math.max(end, at + 1);
    }
    return blocks.map(({ kind, text }) => ({ kind, text: dedent(text) })).filter(({ text }) => text !== '');
}
/** The line after the code that begins at `start`; `start` itself where none does. */
function endOfCode(lines, start, above) {
    const line = lines[start] ?? '';
    if (above?.kind === 'prose' && PROGRAM.test(above.text.trimEnd()) && !FILE.test(line))
        return endOfProgram(lines, start);
    const introduced = above?.kind === 'prose' && above.text.trimEnd().endsWith(':') && !LIST_ITEM.test(line);
    const begins = introduced || (above?.kind === 'sql' && above.text !== '' ? SQL_NEXT : SQL_START).test(line);
    if (!begins || line.trim() === '')
        return start;
    // Marks and remarks below code belong to it, though no semicolon ends them.
    const remarks = above?.kind === 'sql' && above.text !== '' ? lines.slice(start) : [];
    const first = remarks.findIndex((text) => !text.startsWith('--'));
    const least = start + (first < 0 ? remarks.length : first);
    for (let at = start; at < lines.length; at++) {
        const text = (lines[at] ?? '').trimEnd();
        if (FILE.test(text))
            return introduced ? at : least;
        if (text.endsWith(';'))
            return at + 1;
        if (text === '')
            return introduced ? at : least;
    }
    return introduced ? lines.length : least;
}
/** Its last line that ends like a statement, above the next file: what comes below is a sentence. */
function endOfProgram(lines, start) {
    const next = lines.findIndex((text, at) => at >= start && FILE.test(text.trimEnd()));
    const own = lines.slice(start, next < 0 ? lines.length : next);
    return start + own.findLastIndex((text) => /(?:;|^end)\s*$/.test(text)) + 1;
}
function add(blocks, kind, text) {
    const last = blocks.at(-1);
    const joins = last?.kind === kind && last.text !== '' && text.trim() !== '';
    if (joins && !(kind === 'prose' && LIST_ITEM.test(text)))
        last.text += `\n${text}`;
    else
        blocks.push({ kind, text });
}
function dedent(text) {
    const lines = text.split('\n');
    const indent = Math.min(...lines.filter((it) => it.trim()).map((it) => it.length - it.trimStart().length));
    if (!Number.isFinite(indent))
        return '';
    return lines
        .map((it) => it.slice(indent))
        .join('\n')
        .trimEnd();
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

/***/ 6527:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderText: () => (/* binding */ renderText)
});

// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/order.js
var order = __webpack_require__(1283);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/report/paint.js
/** Colours for a terminal, or none. */

// Newer Nodes look at stdout to decide whether to colour at all, which is decided here instead.
const ALWAYS = { validateStream: false };
/** A painter that colours, or one that leaves text as it is. */
function painter(color) {
    return color ? (style, text) => (0,external_node_util_.styleText)(style, text, ALWAYS) : (_, text) => text;
}

// EXTERNAL MODULE: ./build/report/help.js
var help = __webpack_require__(4004);
// EXTERNAL MODULE: ./node_modules/@babel/code-frame/lib/index.js
var lib = __webpack_require__(147);
;// CONCATENATED MODULE: ./build/report/frame.js
/** The lines around a finding, with carets under the statement. */


const ABOVE = 1;
const BELOW = 1;
// With more, the library takes the length of the wrong line.
const MAX_MARKED = 3;
/** The text that was drawn from last, in lines: findings of one file come one after the other. */
let last = { source: '', lines: [''] };
function linesOf(source) {
    if (last.source !== source)
        last = { source, lines: source.split('\n') };
    return last.lines;
}
/** Draw the place in its source, a few lines long and at most `width` wide; empty where the source has no such line. */
function codeFrame(source, location, width) {
    const all = linesOf(source);
    const { line, column } = location;
    if (!(line >= 1 && line <= all.length))
        return '';
    const first = Math.max(1, line - ABOVE);
    const endLine = Math.max(line, Math.min(location.endLine, line + MAX_MARKED - 1, all.length));
    const room = Math.max(20, width - String(endLine + BELOW).length - 5);
    // A statement far to the right (a minified dump) is brought into view.
    const from = column > room ? column - Math.floor(room / 4) : 1;
    const shown = all.slice(first - 1, endLine + BELOW).map((text) => crop(text.replace(/\r$/, ''), from, room));
    // Each mark stays on its line: the next one may be shorter, and what is cut off has no columns.
    const onLine = (number, wanted) => Math.min(Math.max(wanted - from + 1, 1), (shown[number - first]?.length ?? 0) + 1);
    const start = { line, column: onLine(line, column) };
    const wanted = endLine === location.endLine ? location.endColumn : Number.POSITIVE_INFINITY;
    const end = { line: endLine, column: onLine(endLine, wanted) };
    // On the last of several lines the library counts columns from 0.
    if (end.line > start.line)
        end.column -= 1;
    else
        end.column = Math.max(end.column, start.column);
    // `startLine` is not in the library's types.
    const options = { linesAbove: ABOVE, linesBelow: BELOW, highlightCode: false, startLine: first };
    return (0,lib/* codeFrameColumns */.gl)(shown.join('\n'), { start, end }, options).replace(/[ \t]+$/gm, '');
}
/** The part of a line that has room, without what would drive a terminal; half a surrogate pair is no character. */
function crop(line, from, room) {
    const isLonger = line.length > from - 1 + room;
    return `${(0,report_escape/* sourceLine */._J)(line.slice(from - 1, from - 1 + (isLonger ? room - 1 : room)))}${isLonger ? '…' : ''}`;
}

// EXTERNAL MODULE: ./build/report/words.js
var words = __webpack_require__(4702);
;// CONCATENATED MODULE: ./build/report/wrap.js
/** Laying out text for a terminal of a given width. */
/** Break a sentence into lines of at most `width` characters, every line indented. Long words are left whole. */
function wrap(text, width, indent = '') {
    const room = Math.max(20, width - indent.length);
    const lines = [];
    let line = '';
    for (const word of text.split(/\s+/).filter(Boolean)) {
        if (line !== '' && line.length + 1 + word.length > room) {
            lines.push(line);
            line = word;
        }
        else {
            line = line === '' ? word : `${line} ${word}`;
        }
    }
    return [...lines, line].map((it) => indent + it).join('\n');
}
/** Indent every line that isn't empty. */
function indented(text, indent) {
    return text.replace(/^(?=.)/gm, indent);
}

;// CONCATENATED MODULE: ./build/report/text-finding.js
/** One finding for a terminal: where, what, the code, and what to do. */





const COLORS = { error: 'red', warning: 'yellow', info: 'blue' };
/** Render one finding; `source` is the text of its file, for the code frame. */
function renderFinding(it, source, width, paint) {
    const where = (0,report_escape/* terminal */.Fo)(`${(0,report_escape/* shortPath */._1)(it.path)}:${it.line}:${it.column}`);
    const tail = `[${(0,report_escape/* oneLine */.TN)(it.rule, 80)}]  ${it.evidence}`;
    return [
        `${paint('bold', where)}  ${paint(COLORS[it.severity], it.severity)}  ${paint('dim', tail)}`,
        sentence(it.message, width),
        source === undefined ? '' : indented(codeFrame(source, it, width - 2), '  '),
        it.proof ? sentence(`Proof: ${it.proof}`, width) : '',
        ...(it.consequences ?? []).slice(0, MOST_CONSEQUENCES).map(({ message }) => sentence(`Also: ${message}`, width)),
        more(it, width),
        text_finding_help(it.help, width),
        it.ignore ? paint('dim', (0,report_escape/* terminal */.Fo)(`  Silence it: ${it.ignore}`)) : '',
    ]
        .filter(Boolean)
        .join('\n');
}
const MOST_CONSEQUENCES = 3;
/** The other places, and how many consequences had no room. */
function more(finding, width) {
    const { consequences = [] } = finding;
    const same = (0,words/* sameAt */._j)(finding);
    const hidden = consequences.length - MOST_CONSEQUENCES;
    return [
        same ? sentence(same, width) : '',
        hidden > 0 ? sentence(`…and ${hidden} more ${hidden === 1 ? 'consequence' : 'consequences'}.`, width) : '',
    ]
        .filter(Boolean)
        .join('\n');
}
/** A sentence from outside, wrapped and indented. */
function sentence(text, width, indent = '  ') {
    return (0,report_escape/* terminal */.Fo)(wrap((0,report_escape/* oneLine */.TN)((0,words/* unmarked */.u7)(text)), width, indent));
}
function text_finding_help(text, width) {
    const blocks = (0,help/* helpBlocks */.q)(text).map(({ kind, text }) => kind === 'sql' ? (0,report_escape/* terminal */.Fo)(indented(text, '      ')) : sentence(text, width));
    return blocks.join('\n');
}

;// CONCATENATED MODULE: ./build/report/text-condensed.js
/** A long report on one screen: findings by rule with all their places, the checklist in a line each. Pure. */





/** From much to little. */
const SCREENS = [
    { groups: 20, files: 8, words: 3, sql: 4, source: true, proofs: 12 },
    { groups: 20, files: 6, words: 2, sql: 2, source: true, proofs: 9 },
    { groups: 20, files: 4, words: 2, sql: 0, source: true, proofs: 9 },
    { groups: 12, files: 3, words: 2, sql: 0, source: false, proofs: 6 },
    { groups: 9, files: 2, words: 1, sql: 0, source: false, proofs: 4 },
    { groups: 6, files: 1, words: 1, sql: 0, source: false, proofs: 2 },
];
/** The parts, each a few lines. */
function condensed(report, look) {
    const { paint, screen } = look;
    const groups = (0,order/* groupFindings */.kG)((0,order/* orderFindings */.$t)(report.findings));
    const shown = groups.slice(0, screen.groups);
    const hidden = groups.slice(screen.groups);
    return [
        ...shown.map((group, at) => renderGroup(group, at === 0 && screen.words > 1 ? { ...look, screen: atLeast(screen) } : look)),
        text_condensed_more(hidden, look),
        checklists(report.migrations, look),
        notChecked(report, look),
        leftOut(report),
        layouts(report, look),
        paint('dim', 'All of it: --verbose. More on a rule: migration-safety explain <rule>.'),
    ].filter(Boolean);
}
/** What is to be done first is told in full sentences. */
function atLeast(screen) {
    return { ...screen, words: Math.max(4, screen.words), sql: Math.max(3, screen.sql), source: true };
}
function text_condensed_more(hidden, { width }) {
    if (hidden.length === 0)
        return '';
    const named = hidden.map(({ first, findings }) => {
        const size = (0,words/* extent */.Xx)(findings);
        return size === '' ? first.rule : `${first.rule} (${size})`;
    });
    return lines(`…and ${(0,words/* count */.U9)(hidden.length, 'more rule', 'more rules')}: ${named.join(', ')}`, width, 3);
}
function renderGroup(group, look) {
    const { first, findings } = group;
    const { paint, screen, width } = look;
    const evidence = [...new Set(findings.map((it) => it.evidence))].join(', ');
    const tail = [evidence, (0,words/* extent */.Xx)(findings)].filter(Boolean).join('  ·  ');
    const head = `${paint(COLORS[first.severity], first.severity)}  ${paint('bold', (0,report_escape/* oneLine */.TN)(first.rule, 80))}  ${paint('dim', tail)}`;
    return [
        head,
        ...places(group, look),
        lines(first.message, width, screen.words),
        screen.source ? statement(group, look) : '',
        text_condensed_help(first.help, look),
    ]
        .filter(Boolean)
        .join('\n');
}
/** `path:line:column` of the first, as editors open it, and the other lines. */
function places(group, { screen, width, paint }) {
    const files = (0,order/* filesOf */.R8)(group);
    const shown = files.slice(0, screen.files).map(({ path, lines: [line, ...rest] }, at) => {
        const column = at === 0 ? `:${group.first.column}` : '';
        const others = rest.length > 0 ? `, ${rest.join(', ')}` : '';
        return `  ${paint('bold', (0,report_escape/* terminal */.Fo)((0,report_escape/* truncate */.xv)(`${(0,report_escape/* shortPath */._1)(path)}:${line}${column}${others}`, width - 2)))}`;
    });
    if (files.length > shown.length)
        shown.push(`  …and ${(0,words/* count */.U9)(files.length - shown.length, 'more file', 'more files')}`);
    return shown;
}
function statement({ first: { path, line } }, { sources, width }) {
    const text = sources.get(path)?.split('\n')[line - 1]?.replace(/\r$/, '');
    return text === undefined ? '' : (0,report_escape/* terminal */.Fo)((0,report_escape/* truncate */.xv)(`    ${line} | ${(0,report_escape/* sourceLine */._J)(text)}`, width));
}
/** The first words of the help, and the code that they lead to: in their line where there is no room for more. */
function text_condensed_help(text, { screen, width }) {
    const blocks = (0,help/* helpBlocks */.q)(text);
    const [first] = blocks;
    if (first === undefined)
        return '';
    const at = blocks.findIndex(({ kind }) => kind === 'sql');
    const code = blocks[at]?.text.split('\n') ?? [];
    // The name of the file that the code is for stands above it.
    const file = at > 1 ? blocks[at - 1]?.text : undefined;
    const prose = [first.kind === 'prose' ? first.text : '', file].filter(Boolean).join(' ');
    if (screen.sql === 0) {
        const [line = '', ...more] = code;
        return lines(['Fix:', prose, line, more.length > 0 ? '…' : ''].filter(Boolean).join(' '), width, screen.words);
    }
    const shown = code.slice(0, screen.sql).map((one) => (0,report_escape/* terminal */.Fo)((0,report_escape/* truncate */.xv)(`      ${one}`, width)));
    if (code.length > shown.length)
        shown.push('      …');
    return [lines(`Fix: ${prose}`, width, screen.words), ...shown].join('\n');
}
/** A sentence in at most so many lines. */
function lines(text, width, most) {
    const all = sentence(text, width).split('\n');
    if (all.length <= most)
        return all.join('\n');
    return [...all.slice(0, most - 1), (0,report_escape/* truncate */.xv)(`${all[most - 1]} …`, width)].join('\n');
}
const MARKS = { proven: '✓', failed: '✗', 'not checked': '–' };
const PROOF_COLORS = { proven: 'green', failed: 'red', 'not checked': 'yellow' };
/** What failed and what was not checked in a line each, what was proven in one for all. */
function checklists(migrations, { screen, width, paint }) {
    const all = migrations.flatMap(({ id, proofs }) => proofs.map((proof) => ({ id, proof })));
    if (all.length === 0)
        return '';
    const many = migrations.length > 1;
    const of = (status) => all.filter(({ proof }) => proof.status === status);
    const open = [...of('failed'), ...of('not checked')];
    const rows = open.slice(0, screen.proofs).map(({ id, proof: { status, title, detail } }) => {
        const said = [many ? `${(0,report_escape/* oneLine */.TN)(id, 60)}: ` : '', title, detail ? `: ${(0,words/* unmarked */.u7)(detail)}` : ''].join('');
        return `  ${paint(PROOF_COLORS[status], MARKS[status])} ${(0,report_escape/* terminal */.Fo)((0,report_escape/* truncate */.xv)((0,report_escape/* oneLine */.TN)(said), width - 4))}`;
    });
    if (open.length > rows.length)
        rows.push(`  …and ${open.length - rows.length} more`);
    const proven = of('proven');
    const what = many ? `${proven.length} proven` : proven.map(({ proof }) => proof.title).join(', ');
    if (proven.length > 0)
        rows.push(sentence(`${MARKS.proven} ${what}`, width));
    return [paint('bold', many ? `Checklists of ${migrations.length} migrations` : 'Checklist'), ...rows].join('\n');
}
function notChecked({ notChecked: all, statements }, { screen, width, paint }) {
    const unread = statements.notUnderstood;
    const said = [
        ...(unread > 0
            ? [`${(0,words/* count */.U9)(unread, 'statement')} not understood: no rule looked at ${unread === 1 ? 'it' : 'them'}`]
            : []),
        ...all.map(({ check, reason }) => `${check}: ${reason}`),
    ];
    if (said.length === 0)
        return '';
    const shown = said
        .slice(0, screen.proofs)
        .map((one) => `  – ${(0,report_escape/* terminal */.Fo)((0,report_escape/* truncate */.xv)((0,report_escape/* oneLine */.TN)((0,words/* unmarked */.u7)(one)), width - 4))}`);
    if (said.length > shown.length)
        shown.push(`  …and ${said.length - shown.length} more`);
    return [paint('yellow', 'Not checked'), ...shown].join('\n');
}
/** How the files were read: with a wrong guess all else would be worthless. */
function layouts({ layouts: all }, { width }) {
    const said = all
        .slice(0, 2)
        .map(({ root, layout, reason }) => `Read ${root || './'} as ${(0,words/* layoutWords */.MV)(layout)}: ${reason}.`);
    if (all.length > 2)
        said.push(`…and ${(0,words/* count */.U9)(all.length - 2, 'more folder')}.`);
    return said.map((one) => lines(one, width, 2)).join('\n');
}
function leftOut({ findings, silenced = [] }) {
    const refuted = (0,order/* refutedFindings */.Yb)(findings).length;
    return [
        silenced.length > 0 ? `${(0,words/* count */.U9)(silenced.length, 'finding')} silenced.` : '',
        refuted > 0 ? `${(0,words/* count */.U9)(refuted, 'prediction')} refuted by the server.` : '',
    ]
        .filter(Boolean)
        .join(' ');
}

;// CONCATENATED MODULE: ./build/report/text-evidence.js
/** What the checklist's lines rest on, for a terminal: no more than can be acted on. Pure. */




const MAX_LINES = 8;
/** The SQL that a rollback forgot, second runs that go wrong, plans that changed. Empty where there is none of it. */
function evidence(migration, width, paint) {
    return [missing(migration, width, paint), halfway(migration, width, paint), plans(migration, width, paint)]
        .filter(Boolean)
        .join('\n\n');
}
function missing({ rollback: { missingSql } }, width, paint) {
    if (!missingSql)
        return '';
    const why = sentence('Run on the server, this made differences go away:', width);
    return [paint('bold', 'Add to the rollback'), why, (0,report_escape/* terminal */.Fo)(indented(missingSql, '      '))].join('\n');
}
function halfway({ rerun }, width, paint) {
    const bad = (rerun.interrupted ?? []).filter(({ again, rolledBack }) => again.verdict !== 'succeeds' || (rolledBack && rolledBack.verdict !== 'succeeds'));
    const lines = bad.map(({ line, again, rolledBack }) => sentence(`line ${line}: run again, it ${(0,words/* retryInWords */.r_)(again)}${rolledBack ? `; the rollback ${(0,words/* retryInWords */.r_)(rolledBack)}` : ''}`, width));
    return titled('When it stops halfway', lines, paint);
}
function plans({ queries }, width, paint) {
    const changed = queries.filter(({ planBefore, planAfter }) => planBefore && planAfter && planBefore !== planAfter);
    const lines = changed.map(({ name, planBefore, planAfter }) => sentence(`${(0,report_escape/* oneLine */.TN)(name, 80)}: ${(0,report_escape/* oneLine */.TN)(planBefore ?? '', 300)} → ${(0,report_escape/* oneLine */.TN)(planAfter ?? '', 300)}`, width));
    return titled('Plans that changed', lines, paint);
}
function titled(title, lines, paint) {
    if (lines.length === 0)
        return '';
    const shown = lines.slice(0, MAX_LINES);
    if (lines.length > shown.length)
        shown.push(`  …and ${lines.length - shown.length} more: see the JSON report`);
    return [paint('bold', title), ...shown].join('\n');
}

;// CONCATENATED MODULE: ./build/report/text-summary.js
/** The end of a long report for a terminal: what a screen has room for. Pure. */





/** Fewer findings than this are still in sight. */
const MANY = 6;
const MAX_RULES = 12;
const text_summary_MAX_LINES = 12;
const text_summary_MARKS = { proven: '✓', failed: '✗', 'not checked': '–' };
const text_summary_COLORS = { proven: 'green', failed: 'red', 'not checked': 'yellow' };
const SEVERITIES = { error: 'red', warning: 'yellow', info: 'blue' };
/** How many findings of which rule, the gravest first; empty where they are few. */
function tally(findings, paint = painter(false)) {
    const all = (0,order/* orderFindings */.$t)(findings);
    if (all.length < MANY)
        return '';
    const groups = (0,order/* groupFindings */.kG)(all);
    const lines = groups.slice(0, MAX_RULES).map((group) => {
        const { severity, rule } = group.first;
        const word = paint(SEVERITIES[severity], severity.padEnd(7));
        const files = (0,order/* filesOf */.R8)(group);
        const places = (0,words/* placesIn */.yN)(group.findings);
        const where = `${places > group.findings.length ? `${(0,words/* count */.U9)(places, 'place')} of ` : ''}${(0,words/* count */.U9)(files.length, 'file')}`;
        return `  ${String(group.findings.length).padStart(4)}  ${word}  ${(0,report_escape/* oneLine */.TN)(rule, 80)}, in ${where}`;
    });
    if (groups.length > MAX_RULES)
        lines.push(`        and ${(0,words/* count */.U9)(groups.length - MAX_RULES, 'more rule')}`);
    return [paint('bold', 'Findings by rule'), ...lines].join('\n');
}
/** Every line of the checklists while they are few; else those that are not proven, and how many there are. */
function text_summary_checklists(migrations, width, paint) {
    const total = migrations.reduce((sum, { proofs }) => sum + proofs.length, 0);
    if (total <= text_summary_MAX_LINES)
        return migrations.map((migration) => checklist(migration, migration.proofs, width, paint));
    let room = text_summary_MAX_LINES;
    const open = migrations.map((migration) => {
        const proofs = migration.proofs.filter(({ status }) => status !== 'proven').slice(0, room);
        room -= proofs.length;
        return checklist(migration, proofs, width, paint);
    });
    return [...open, paint('bold', `Checklists of ${(0,words/* count */.U9)(migrations.length, 'migration')}: ${counted(migrations)}`)];
}
function counted(migrations) {
    const proofs = migrations.flatMap((migration) => migration.proofs);
    const of = (status) => proofs.filter((proof) => proof.status === status).length;
    return `${of('proven')} proven, ${of('failed')} failed, ${of('not checked')} not checked`;
}
function checklist({ id, path }, proofs, width, paint) {
    if (proofs.length === 0)
        return '';
    const lines = proofs.flatMap(({ status, title, detail }) => [
        `  ${paint(text_summary_COLORS[status], text_summary_MARKS[status])} ${(0,report_escape/* oneLine */.TN)(title, 200)}`,
        ...(detail ? [sentence(detail, width, '    ')] : []),
    ]);
    return [paint('bold', (0,report_escape/* terminal */.Fo)(`Checklist for ${(0,report_escape/* oneLine */.TN)(id || path, 120)}`)), ...lines].join('\n');
}

;// CONCATENATED MODULE: ./build/report/text.js
/** The report for a terminal. */








/** Lines that are read without scrolling. */
const SCREEN = 60;
/** Of a finding in full. */
const LEAST_LINES = 3;
/** A report that is longer says its verdict first, too: whoever sees its top has it, and whoever sees its end. */
const SHORT = 5;
/** More migrations than this are listed in the JSON report only. */
const MOST_EVIDENCE = 3;
/** Render the report: in full while it fits a screen or is asked for, else what was found by rule. The verdict is the last line. */
function renderText(report, options) {
    // Each finding takes its place, its message and its lines of SQL: of many there is no need to draw them all to know.
    const fits = options.verbose || (0,order/* orderFindings */.$t)(report.findings).length <= SCREEN / LEAST_LINES;
    const full = fits ? framed(report, options, inFull(report, options)) : null;
    if (full !== null && (options.verbose || isShort(full, SCREEN)))
        return full;
    const paint = painter(options.color);
    const stopped = stops(report, options.width, paint, MOST_STOPS);
    let text = '';
    for (const screen of SCREENS) {
        text = framed(report, options, [stopped, ...condensed(report, { ...options, paint, screen })]);
        if (isShort(text, SCREEN))
            break;
    }
    return text;
}
function isShort(text, lines) {
    return text.split('\n').length - 1 <= lines;
}
/** With the verdict as the last line; long ones begin with it. */
function framed(report, { color }, parts) {
    const paint = painter(color);
    const text = [...parts, verdict(report, paint)].filter(Boolean).join('\n\n');
    return `${isShort(text, SHORT) ? '' : `${verdict(report, paint)}\n\n`}${text}\n`;
}
function inFull(report, { color, width, sources }) {
    const paint = painter(color);
    return [
        ...(0,order/* orderFindings */.$t)(report.findings).map((it) => renderFinding(it, sources.get(it.path), width, paint)),
        stops(report, width, paint),
        silenced(report, width, paint),
        refuted(report, width, paint),
        ...report.migrations.slice(0, MOST_EVIDENCE).map((migration) => evidence(migration, width, paint)),
        ...text_summary_checklists(report.migrations, width, paint),
        text_notChecked(report, width, paint),
        text_layouts(report, width),
        tally(report.findings, paint),
    ];
}
/** Where the server stopped, unless a finding says it already. */
function stops(report, width, paint, most = Number.POSITIVE_INFINITY) {
    const told = (0,order/* orderFindings */.$t)(report.findings).filter(({ severity }) => severity === 'error');
    const untold = (0,words/* failedStatements */.CP)(report).filter(({ path, line }) => !told.some((it) => it.path === path && ((0,order/* isApplyFailure */.Dw)(it) || it.line === line)));
    const rest = untold.length - most;
    return untold
        .slice(0, most)
        .map(({ path, line, sqlstate, error }) => {
        const why = [sqlstate, error ?? 'the server refused the statement'].filter(Boolean).join(' ');
        const where = (0,report_escape/* terminal */.Fo)(`${(0,report_escape/* shortPath */._1)(path)}:${line}`);
        return `${paint('red', 'The migration stops at')} ${paint('bold', where)}\n${sentence(why, width)}`;
    })
        .concat(rest > 0 ? [`…and ${rest} more ${rest === 1 ? 'migration stops' : 'migrations stop'}.`] : [])
        .join('\n');
}
/** On one screen. */
const MOST_STOPS = 2;
/** What directives silence, with the reason that its author gives. */
function silenced({ silenced: all = [] }, width, paint) {
    if (all.length === 0)
        return '';
    const lines = all.flatMap(({ path, line, rule, severity, by }) => [
        `  ${(0,report_escape/* terminal */.Fo)(`${(0,report_escape/* shortPath */._1)(path)}:${line}`)}  ${severity}  [${(0,report_escape/* oneLine */.TN)(rule, 80)}]`,
        sentence(`Line ${by.line}: ${by.reason}`, width, '    '),
    ]);
    return [paint('bold', 'Silenced (not counted)'), ...lines].join('\n');
}
function refuted({ findings }, width, paint) {
    const all = (0,order/* refutedFindings */.Yb)(findings);
    if (all.length === 0)
        return '';
    const lines = all.flatMap(({ path, line, rule, proof }) => [
        `  ${(0,report_escape/* terminal */.Fo)(`${(0,report_escape/* shortPath */._1)(path)}:${line}`)}  [${(0,report_escape/* oneLine */.TN)(rule, 80)}]`,
        sentence(proof ?? 'no reason given', width, '    '),
    ]);
    return [paint('bold', 'Predicted, and refuted by the server (not counted)'), ...lines].join('\n');
}
function text_notChecked({ notChecked, statements }, width, paint) {
    const lines = notChecked.map(({ check, reason }) => sentence(`– ${check}: ${reason}`, width));
    const unread = statements.notUnderstood;
    if (unread > 0) {
        const [were, them] = unread === 1 ? ['was', 'it'] : ['were', 'them'];
        lines.unshift(sentence(`– ${(0,words/* count */.U9)(unread, 'statement')} ${were} not understood: no rule looked at ${them}`, width));
    }
    return lines.length > 0 ? [paint('yellow', 'Not checked'), ...lines].join('\n') : '';
}
/** How the files were read. */
function text_layouts({ layouts: all }, width) {
    return all
        .map(({ root, layout, reason }) => sentence(`Read ${root || './'} as ${(0,words/* layoutWords */.MV)(layout)}: ${reason}`, width))
        .join('\n');
}
function verdict(report, paint) {
    const { migrations, statements, postgres } = report;
    const target = (0,words/* otherTarget */.wt)(postgres);
    const cached = (0,words/* fromCache */.ZY)(report);
    const what = [
        (0,words/* count */.U9)(migrations.length, 'migration'),
        (0,words/* count */.U9)(statements.checked, 'statement'),
        ...(statements.notUnderstood > 0 ? [`${statements.notUnderstood} not understood`] : []),
        postgres.server ? (0,words/* serverName */.L5)(postgres.server) : 'no server',
        ...(cached === null ? [] : [cached]),
        ...(target === null ? [] : [`production is PostgreSQL ${target}`]),
    ].join(', ');
    const word = verdictWord(report, paint);
    const came = (0,words/* isUnchecked */.b)(report) && report.verdict === 'pass' ? [] : [(0,words/* outcome */.bu)(report)];
    return `${word}  ${[...came, what, (0,words/* duration */.p0)(report.durationMs)].join('  ·  ')}`;
}
/** Green is for what was read whole. */
function verdictWord(report, paint) {
    const { verdict, statements, counts } = report;
    if (verdict === 'fail')
        return paint(['red', 'bold'], 'FAIL');
    // With fail-on never errors don't fail the check; they are no pass, either.
    if (counts.error > 0)
        return paint(['yellow', 'bold'], 'REPORTED ONLY');
    if ((0,words/* isUnchecked */.b)(report))
        return paint(['yellow', 'bold'], 'PASS, BUT NOTHING WAS CHECKED');
    const unread = statements.notUnderstood;
    if (unread === 0)
        return paint(['green', 'bold'], 'PASS');
    return paint(['yellow', 'bold'], `PASS, BUT ${(0,words/* count */.U9)(unread, 'STATEMENT', 'STATEMENTS')} NOT UNDERSTOOD`);
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
