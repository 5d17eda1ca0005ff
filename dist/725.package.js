export const id = 725;
export const ids = [725];
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

/***/ 442:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ groupHelp),
/* harmony export */   k: () => (/* binding */ mergeHelp)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9924);
/* harmony import */ var _help_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4004);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4702);
/* harmony import */ var _view_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1796);
/** The repair of a group of findings: what they have in common is said once. */




/** Beyond this, further findings of the group are only named by their place. */
const MAX_IN_GROUP = 10;
const MAX_FILES = 5;
/** The help of a group, SQL in fences; with what the server said. */
function groupHelp(view, group) {
    const { ignore } = group.first;
    const proofs = unique(group.findings.flatMap(({ proof }) => (proof ? [proof] : [])));
    const said = proofs.slice(0, MOST_PROOFS).map((proof) => `Proof: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(proof, 500)}`);
    if (proofs.length > said.length)
        said.push(`…and ${proofs.length - said.length} more like it.`);
    return (0,_view_js__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)(...said, helpOf(view, group.findings), ignore && `Where that is meant, say why above the statement: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(ignore)}`);
}
const MOST_PROOFS = 2;
/** Said once where it is the same for all, or in one file; else file by file. */
function helpOf(view, findings) {
    const one = unique(findings.map(({ help }) => help));
    const files = unique(findings.map(({ path }) => path));
    if (one.length === 1)
        return render(view, one[0] ?? '');
    const most = Math.min(MAX_FILES, view.limits.lines);
    if (files.length > 1)
        return (0,_view_js__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)(...files.slice(0, most).map((path) => {
            const inFile = findings.filter((it) => it.path === path);
            const [first] = inFile;
            return first && (0,_view_js__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)((0,_view_js__WEBPACK_IMPORTED_MODULE_3__/* .place */ .ik)(view, first), helpOf(view, inFile));
        }), files.length > most && `…and alike in ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(files.length - most, 'more file', 'more files')}.`);
    const shown = findings.slice(0, MAX_IN_GROUP);
    const merged = mergeHelp(shown);
    if (merged)
        return render(view, merged);
    return (0,_view_js__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)(...shown.map((it) => (0,_view_js__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)((0,_view_js__WEBPACK_IMPORTED_MODULE_3__/* .place */ .ik)(view, it), render(view, it.help))));
}
/** One help for all, where they differ at most in their SQL; null where they say different things. */
function mergeHelp(findings) {
    const helps = unique(findings.map(({ help }) => help));
    const [first, ...rest] = helps.map(_help_js__WEBPACK_IMPORTED_MODULE_1__/* .helpBlocks */ .q);
    if (!first || rest.length === 0)
        return helps[0] ?? null;
    const shape = (of) => JSON.stringify(of.map((it) => (it.kind === 'sql' ? null : it.text)));
    if (rest.some((it) => shape(it) !== shape(first)))
        return null;
    return first
        .map((block, at) => {
        if (block.kind === 'prose')
            return block.text;
        return unique([block.text, ...rest.map((it) => it[at]?.text ?? '')]).join('\n');
    })
        .join('\n\n');
}
function render(view, help) {
    return (0,_view_js__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)(...(0,_help_js__WEBPACK_IMPORTED_MODULE_1__/* .helpBlocks */ .q)(help).map(({ kind, text }) => kind === 'sql' ? (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .fence */ .EU)(text, 'sql', view.limits.sql) : (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(text, 1500)));
}
function unique(items) {
    return [...new Set(items)];
}


/***/ }),

/***/ 3476:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DD: () => (/* binding */ title),
/* harmony export */   KD: () => (/* binding */ checked),
/* harmony export */   _5: () => (/* binding */ verdictInWords),
/* harmony export */   fX: () => (/* binding */ stopping),
/* harmony export */   gy: () => (/* binding */ unread),
/* harmony export */   zd: () => (/* binding */ stoppingGroups)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9924);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1283);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4702);
/* harmony import */ var _view_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1796);
/** The top of the report: the verdict in words, what was checked, and what must not be overlooked. */




/** How many of them are told one by one. */
const MAX_ALERTS = 3;
/** How many folders' layouts are named. */
const MAX_LAYOUTS = 3;
/** The title: what came out, never by colour alone. */
function title(report) {
    const doubtful = report.counts.error > 0 || report.statements.notUnderstood > 0 || (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .isUnchecked */ .b)(report);
    const mark = report.verdict === 'fail' ? '❌' : doubtful ? '⚠️' : '✅';
    return `### ${mark} Migration safety: ${verdictInWords(report)}`;
}
function verdictInWords(report) {
    const { counts, failOn, verdict } = report;
    if (verdict === 'fail') {
        const broken = brokenInWords(report);
        if (broken)
            return broken;
        const blocking = {
            error: (0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .isBlocking */ .Us)('error', failOn) ? counts.error : 0,
            warning: (0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .isBlocking */ .Us)('warning', failOn) ? counts.warning : 0,
            info: (0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .isBlocking */ .Us)('info', failOn) ? counts.info : 0,
        };
        const total = blocking.error + blocking.warning + blocking.info;
        return total === 0 ? 'failed' : `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .countFindings */ .Gt)(blocking)} ${total > 1 ? 'block' : 'blocks'} this change`;
    }
    if ((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .isUnchecked */ .b)(report))
        return 'passed, but nothing was checked';
    if (report.migrations.length === 0)
        return 'no migration changed';
    if (counts.error > 0)
        return `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .countFindings */ .Gt)(counts)}, none of which block this change`;
    const unread = report.statements.notUnderstood;
    if (unread > 0)
        return `passed, but ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(unread, 'statement')} ${unread === 1 ? 'was' : 'were'} not understood`;
    const passed = report.postgres.server ? 'passed' : 'passed, but nothing was run';
    return counts.warning > 0 ? `${passed}, with ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(counts.warning, 'warning')}` : passed;
}
/** One sentence: what was checked against what. */
function checked(view) {
    const { report, context } = view;
    const { postgres, migrations, statements, comparedWith } = report;
    const what = `Checked **${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(migrations.length, 'migration')}** (${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(statements.checked, 'statement')})`;
    // Several databases have a server each: their table names them.
    const one = context.parts ? null : postgres.server;
    const how = one ? ` and ran ${migrations.length === 1 ? 'it' : 'them'} on ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .serverName */ .L5)(one))}` : '';
    const shas = context.baseSha && context.headSha
        ? `${(0,_view_js__WEBPACK_IMPORTED_MODULE_3__/* .commit */ .cd)(view, context.baseSha)} → ${(0,_view_js__WEBPACK_IMPORTED_MODULE_3__/* .commit */ .cd)(view, context.headSha)}`
        : comparedWith && `against ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(comparedWith)}`;
    const target = context.parts ? null : (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .otherTarget */ .wt)(postgres);
    return [
        `${what}${how}${shas ? `, ${shas}` : ''}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .outcome */ .bu)(report)}.`,
        layouts(report),
        target !== null && `Production is PostgreSQL ${target}: locks and plans can differ from what was seen here.`,
        !postgres.server && migrations.length > 0 && 'No server was used: everything below is read from the SQL.',
    ]
        .filter(Boolean)
        .join(' ');
}
/** How the files were read: a wrong guess would make all else worthless. */
function layouts({ layouts: all }) {
    const shown = all.slice(0, MAX_LAYOUTS).map(({ root, layout, reason }) => {
        const where = all.length > 1 ? `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(root === '' ? './' : root, 80)} as ` : 'as ';
        return `${where}${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .layoutWords */ .MV)(layout), 40)} (${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(reason, 160)})`;
    });
    if (all.length > MAX_LAYOUTS)
        shown.push(`and ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(all.length - MAX_LAYOUTS, 'more folder')}`);
    return shown.length > 0 ? `Read ${shown.join(', ')}.` : '';
}
/** A green result with statements that no rule could read must not look like any other. */
function unread({ statements }) {
    const unread = statements.notUnderstood;
    if (unread === 0)
        return '';
    const were = unread === 1 ? 'statement was' : 'statements were';
    return `> [!WARNING]\n> **${unread} ${were} not understood**, so no rule looked at ${unread === 1 ? 'it' : 'them'}. This result says nothing about ${unread === 1 ? 'it' : 'them'}.`;
}
/** What stops the deploy, and its SQL: the first thing that a reader of a red report needs. */
function stopping(view) {
    const groups = stoppingGroups(view.report);
    const told = new Set(groups.flatMap(({ findings }) => findings.map(({ path }) => path)));
    const silent = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .failedStatements */ .CP)(view.report).filter(({ path }) => !told.has(path));
    const all = [...groups.map((group) => groupAlert(view, group)), ...silent.map((it) => statementAlert(view, it))];
    const shown = all.slice(0, MAX_ALERTS);
    if (all.length > MAX_ALERTS)
        shown.push(`…and ${all.length - MAX_ALERTS} more.`);
    return shown.length > 0 ? quoted(['[!CAUTION]', shown.join('\n\n')].join('\n')) : '';
}
/** The blocking errors that keep a migration from being applied, with all that is of their rule; the first few. */
function stoppingGroups(report) {
    const stops = new Set((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .failedStatements */ .CP)(report).map(placeKey));
    return (0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .groupFindings */ .kG)((0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .orderFindings */ .$t)(report.findings).filter(({ severity }) => severity === 'error'))
        .filter(({ findings }) => findings.some((it) => (0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .isApplyFailure */ .Dw)(it) || stops.has(placeKey(it))))
        .slice(0, MAX_ALERTS);
}
function placeKey({ path, line }) {
    return `${path}:${line}`;
}
function groupAlert(view, group) {
    const { first, findings } = group;
    const size = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .extent */ .Xx)(findings);
    const files = (0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .filesOf */ .R8)(group).slice(0, view.limits.rows);
    return (0,_view_js__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)(`**${(0,_view_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleLink */ .lN)(view, first)}**${size === '' ? '' : ` · ${size} ·`} ${files.map((file) => (0,_view_js__WEBPACK_IMPORTED_MODULE_3__/* .fileLines */ .c0)(view, file)).join('; ')}`, (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(first.message), sqlOf(view, first));
}
function statementAlert(view, failure) {
    const state = failure.sqlstate ? ` ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(failure.sqlstate, 10)}` : '';
    const why = (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(failure.error ?? 'the server refused the statement');
    return (0,_view_js__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)(`**${(0,_view_js__WEBPACK_IMPORTED_MODULE_3__/* .place */ .ik)(view, failure)}** The migration stops here:${state} ${why}`, sqlOf(view, failure));
}
/** The first lines of the statement at a place; empty where the report holds none. */
function sqlOf({ report, limits }, { path, line }) {
    const statements = report.migrations.flatMap((migration) => migration.statements);
    const sql = statements.find((it) => it.path === path && it.line === line)?.sql;
    if (sql === undefined || limits.sql === 0)
        return '';
    const lines = sql.trim().split('\n');
    const more = lines.length > MOST_SQL_LINES ? ['…'] : [];
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .fence */ .EU)([...lines.slice(0, MOST_SQL_LINES), ...more].join('\n'), 'sql', 400);
}
const MOST_SQL_LINES = 3;
function quoted(text) {
    return text.replace(/^/gm, '> ').replace(/^> $/gm, '>');
}
function brokenInWords(report) {
    const findings = (0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .orderFindings */ .$t)(report.findings).filter(_order_js__WEBPACK_IMPORTED_MODULE_1__/* .isApplyFailure */ .Dw);
    const statements = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .failedStatements */ .CP)(report);
    const files = new Set([...findings, ...statements].map(({ path }) => path)).size;
    const does = files === 1 ? 'does' : 'do';
    if (files === 0)
        return null;
    if (statements.length === 0 && findings.every(({ rule }) => rule === 'syntax-error'))
        return `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(files, 'file')} ${does} not parse`;
    const total = report.migrations.length;
    return total === 1 ? 'the migration does not apply' : `${files} of ${total} migrations ${does} not apply`;
}


/***/ }),

/***/ 1796:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $1: () => (/* binding */ first),
/* harmony export */   AU: () => (/* binding */ fold),
/* harmony export */   Bv: () => (/* binding */ blocks),
/* harmony export */   c0: () => (/* binding */ fileLines),
/* harmony export */   cd: () => (/* binding */ commit),
/* harmony export */   ik: () => (/* binding */ place),
/* harmony export */   lN: () => (/* binding */ ruleLink),
/* harmony export */   lz: () => (/* binding */ lineLink),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   uP: () => (/* binding */ fullReport),
/* harmony export */   v: () => (/* binding */ andMore)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9924);

/** `path:line` as a link where an address is known; a link needs no more of the path than what tells the files apart. */
function place(view, { path, line }) {
    const url = view.context.lineUrl?.(path, line);
    return url ? (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .pathCode */ .N3)(`${labelOf(view, path)}:${line}`), url) : (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .cellCode */ .GA)(`${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shortPath */ ._1)(path)}:${line}`);
}
/** A file with the lines that are meant in it, each a link. */
function fileLines(view, { path, lines }) {
    const [first = 1] = lines;
    if (lines.length === 1)
        return place(view, { path, line: first });
    const url = view.context.lineUrl?.(path, first);
    const file = url ? (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .pathCode */ .N3)(labelOf(view, path)), url) : (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .cellCode */ .GA)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shortPath */ ._1)(path));
    const shown = lines.slice(0, view.limits.lines).map((line) => lineLink(view, { path, line }));
    const hidden = lines.length - shown.length;
    return `${file}: ${hidden > 0 ? `${lines.length} places, ` : ''}lines ${shown.join(', ')}${hidden > 0 ? ` and ${hidden} more` : ''}`;
}
function labelOf({ labels }, path) {
    return labels.get(path) ?? path;
}
/** A commit by its first seven digits, as a link where its page is known. */
function commit({ context }, sha) {
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(sha.slice(0, 7)), context.commitUrl?.(sha));
}
/** A bare line number as a link, for lists of places in one file. */
function lineLink(view, { path, line }) {
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(String(line), view.context.lineUrl?.(path, line));
}
/** The rule's id as a link to its page. */
function ruleLink(view, { rule }) {
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .cellCode */ .GA)(rule), view.context.ruleUrl?.(rule));
}
/** The first word of a summary: a capital where no migration's name precedes it. */
function first(name, word) {
    return name === '' ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
/** A section that folds away, unless it is to be `open`. The summary is HTML, not Markdown. */
function fold(view, summary, body, open = view.open) {
    return `<details${open ? ' open' : ''}><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
/** A table without rows is nothing. */
function table(header, rows) {
    if (rows.length === 0)
        return '';
    return [`| ${header.join(' | ')} |`, `|${' --- |'.repeat(header.length)}`, ...rows].join('\n');
}
/** What was cut off, and where to find it. */
function andMore(view, hidden, noun, plural = `${noun}s`) {
    if (hidden <= 0)
        return '';
    return `…and ${hidden} more ${hidden === 1 ? noun : plural}: see ${fullReport(view)}.`;
}
/** Where to find what has no room here. The run's page shows the step summary, so that this one can't send there. */
function fullReport({ open, context }) {
    return open ? 'the JSON report' : `the ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)('full report', context.runUrl)}`;
}
/** Blocks of Markdown with a blank line between them; empty ones are left out. */
function blocks(...parts) {
    return parts.filter(Boolean).join('\n\n');
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
