export const id = 478;
export const ids = [478];
export const modules = {

/***/ 9924:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   Fo: () => (/* binding */ terminal),
/* harmony export */   GA: () => (/* binding */ cellCode),
/* harmony export */   N1: () => (/* binding */ commandProperty),
/* harmony export */   N3: () => (/* binding */ pathCode),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   _1: () => (/* binding */ shortPath),
/* harmony export */   _J: () => (/* binding */ sourceLine),
/* harmony export */   _n: () => (/* binding */ xml),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   h8: () => (/* binding */ htmlCode),
/* harmony export */   js: () => (/* binding */ htmlText),
/* harmony export */   nM: () => (/* binding */ row),
/* harmony export */   nf: () => (/* binding */ link),
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
    if (!url || !/^https?:\/\//.test(url))
        return label;
    return `[${label}](${clean(url).replace(/[\s()<>|"'`\\]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)})`;
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
/** An item of a list, or the name of a file above its text: it begins a line, and is no code. */
const LIST_ITEM = /^\s*(?:(?:\d+[.)]|[-*•])\s|`[^`]+`:$)/;
const FILE = /^`[^`]+`:$/;
/**
 * Split a help text. Right below a line that ends with a colon is code, up to the next semicolon or blank line;
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
    const introduced = above?.kind === 'prose' && above.text.trimEnd().endsWith(':') && !LIST_ITEM.test(line);
    const begins = introduced || (above?.kind === 'sql' && above.text !== '' ? SQL_NEXT : SQL_START).test(line);
    if (!begins || line.trim() === '')
        return start;
    for (let at = start; at < lines.length; at++) {
        const text = (lines[at] ?? '').trimEnd();
        if (FILE.test(text))
            return introduced ? at : start;
        if (text.endsWith(';'))
            return at + 1;
        if (text === '')
            return introduced ? at : start;
    }
    return introduced ? lines.length : start;
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

/***/ 5478:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  COMMENT_BUDGET: () => (/* binding */ COMMENT_BUDGET),
  SUMMARY_BUDGET: () => (/* binding */ SUMMARY_BUDGET),
  renderComment: () => (/* binding */ renderComment),
  renderSummary: () => (/* binding */ renderSummary)
});

// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/words.js
var words = __webpack_require__(4702);
;// CONCATENATED MODULE: ./build/report/markdown/view.js

/** `path:line` as a link where an address is known; a link needs no more of the path than what tells the files apart. */
function place(view, { path, line }) {
    const url = view.context.lineUrl?.(path, line);
    return url ? (0,report_escape/* link */.nf)((0,report_escape/* pathCode */.N3)(`${labelOf(view, path)}:${line}`), url) : (0,report_escape/* cellCode */.GA)(`${(0,report_escape/* shortPath */._1)(path)}:${line}`);
}
/** A file with the lines that are meant in it, each a link. */
function fileLines(view, { path, lines }) {
    const [first = 1] = lines;
    if (lines.length === 1)
        return place(view, { path, line: first });
    const url = view.context.lineUrl?.(path, first);
    const file = url ? (0,report_escape/* link */.nf)((0,report_escape/* pathCode */.N3)(labelOf(view, path)), url) : (0,report_escape/* cellCode */.GA)((0,report_escape/* shortPath */._1)(path));
    const shown = lines.slice(0, view.limits.lines).map((line) => lineLink(view, { path, line }));
    const hidden = lines.length - shown.length;
    return `${file}: ${hidden > 0 ? `${lines.length} places, ` : ''}lines ${shown.join(', ')}${hidden > 0 ? ` and ${hidden} more` : ''}`;
}
function labelOf({ labels }, path) {
    return labels.get(path) ?? path;
}
/** A commit by its first seven digits, as a link where its page is known. */
function commit({ context }, sha) {
    return (0,report_escape/* link */.nf)((0,report_escape/* code */.aY)(sha.slice(0, 7)), context.commitUrl?.(sha));
}
/** A bare line number as a link, for lists of places in one file. */
function lineLink(view, { path, line }) {
    return (0,report_escape/* link */.nf)(String(line), view.context.lineUrl?.(path, line));
}
/** The rule's id as a link to its page. */
function ruleLink(view, { rule }) {
    return (0,report_escape/* link */.nf)((0,report_escape/* cellCode */.GA)(rule), view.context.ruleUrl?.(rule));
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
    return open ? 'the JSON report' : `the ${(0,report_escape/* link */.nf)('full report', context.runUrl)}`;
}
/** Blocks of Markdown with a blank line between them; empty ones are left out. */
function blocks(...parts) {
    return parts.filter(Boolean).join('\n\n');
}

;// CONCATENATED MODULE: ./build/report/markdown/checklist.js
/** The checklist: what a server has shown about each migration. On a green run this is the report. */



const MARKS = {
    // A space that doesn't break: the mark stays with its word in a narrow column.
    proven: '✅\u00A0proven',
    failed: '❌\u00A0failed',
    'not checked': '⚪\u00A0not\u00A0checked',
};
/** One row per proof; what failed comes first where there are too many. */
function checklist(view) {
    const { migrations } = view.report;
    const many = migrations.length > 1;
    const all = migrations.flatMap(({ id, proofs }) => proofs.map((proof) => ({ id, proof })));
    const kept = all.length > view.limits.rows ? [...all].sort((a, b) => rank(a.proof) - rank(b.proof)) : all;
    const shown = kept.slice(0, view.limits.rows);
    const rows = shown.map(({ id, proof }) => (0,report_escape/* row */.nM)([...(many ? [(0,report_escape/* cellCode */.GA)(id, 80)] : []), MARKS[proof.status], (0,report_escape/* prose */.CS)(proof.title, 200), (0,report_escape/* prose */.CS)(proof.detail, 300)]));
    const lines = blocks(table([...(many ? ['Migration'] : []), 'Result', 'What', 'Detail'], rows), andMore(view, all.length - shown.length, 'line of the checklist', 'lines of the checklist'));
    const proofs = all.map(({ proof }) => proof);
    if (proofs.length === 0)
        return '';
    const proven = proofs.every(({ status }) => status === 'proven');
    const summary = proven ? `What was proven (${proofs.length})` : `<b>Checklist</b>: ${tally(proofs)}`;
    return fold(view, summary, lines);
}
function tally(proofs) {
    const of = (status) => proofs.filter((proof) => proof.status === status).length;
    const parts = ['failed', 'not checked', 'proven'].map((status) => `${of(status)} ${status}`);
    return parts.filter((part) => !part.startsWith('0 ')).join(', ');
}
/** What was left out, always in sight. */
function notChecked(view) {
    const { notChecked } = view.report;
    if (notChecked.length === 0)
        return '';
    const shown = notChecked.slice(0, 20);
    return blocks('**Not checked**', shown.map(({ check, reason }) => `- ${(0,report_escape/* prose */.CS)(check, 200)}: ${(0,report_escape/* prose */.CS)(reason, 300)}`).join('\n'), andMore(view, notChecked.length - shown.length, 'check'));
}
/** The same as a number, where there is no room for more. */
function leftOut({ notChecked }) {
    return notChecked.length === 0 ? '' : `Not checked: ${(0,words/* count */.U9)(notChecked.length, 'thing')}.`;
}
function rank({ status }) {
    return status === 'failed' ? 0 : status === 'not checked' ? 1 : 2;
}

// EXTERNAL MODULE: ./build/report/order.js
var order = __webpack_require__(1283);
;// CONCATENATED MODULE: ./build/report/markdown/counts.js
/** The least that a report can say: how many findings of which rule. */




const MAX_RULES = 20;
/** A table of counts, the gravest rules first. */
function countsByRule(report) {
    const rules = new Map();
    for (const { rule, severity } of (0,order/* orderFindings */.$t)(report.findings)) {
        const counts = rules.get(rule) ?? { error: 0, warning: 0, info: 0 };
        counts[severity]++;
        rules.set(rule, counts);
    }
    const rows = [...rules]
        .slice(0, MAX_RULES)
        .map(([rule, counts]) => (0,report_escape/* row */.nM)([(0,report_escape/* cellCode */.GA)(rule), (0,words/* countFindings */.Gt)(counts) ?? '']));
    return blocks(`Found ${(0,words/* countFindings */.Gt)(report.counts) ?? 'no problems'}.`, table(['Rule', 'Findings'], rows), rules.size > MAX_RULES && `…of ${rules.size} rules in all.`);
}

;// CONCATENATED MODULE: ./build/report/markdown/databases.js
/** Where several databases were checked: what came out for each. */



/** One row for each database; a database without a report has none to show. */
function databases(reports, missing) {
    const rows = reports.map(({ name, report }) => (0,report_escape/* row */.nM)([
        (0,report_escape/* prose */.CS)(name, 80),
        `${report.verdict === 'pass' ? '✅ passed' : '❌ failed'}: ${(0,words/* outcome */.bu)(report)}`,
        `${(0,words/* count */.U9)(report.migrations.length, 'migration')}, ${report.postgres.server ? (0,report_escape/* prose */.CS)((0,words/* serverName */.L5)(report.postgres.server)) : 'not run'}`,
    ]));
    const absent = missing.map((name) => (0,report_escape/* row */.nM)([(0,report_escape/* prose */.CS)(name, 80), '❌ no report', '']));
    return table(['Database', 'Result', 'Checked'], [...absent, ...rows]);
}

// EXTERNAL MODULE: ./build/report/help.js
var report_help = __webpack_require__(4004);
;// CONCATENATED MODULE: ./build/report/markdown/fix.js
/** The repair of a group of findings: what they have in common is said once. */




/** Beyond this, further findings of the group are only named by their place. */
const MAX_IN_GROUP = 10;
const MAX_FILES = 5;
/** The help of a group, SQL in fences; with what the server said. */
function groupHelp(view, group) {
    const { ignore } = group.first;
    const proofs = unique(group.findings.flatMap(({ proof }) => (proof ? [proof] : [])));
    const said = proofs.slice(0, MOST_PROOFS).map((proof) => `Proof: ${(0,report_escape/* prose */.CS)(proof, 500)}`);
    if (proofs.length > said.length)
        said.push(`…and ${proofs.length - said.length} more like it.`);
    return blocks(...said, helpOf(view, group.findings), ignore && `Where that is meant, say why above the statement: ${(0,report_escape/* code */.aY)(ignore)}`);
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
        return blocks(...files.slice(0, most).map((path) => {
            const inFile = findings.filter((it) => it.path === path);
            const [first] = inFile;
            return first && blocks(place(view, first), helpOf(view, inFile));
        }), files.length > most && `…and alike in ${(0,words/* count */.U9)(files.length - most, 'more file', 'more files')}.`);
    const shown = findings.slice(0, MAX_IN_GROUP);
    const merged = mergeHelp(shown);
    if (merged)
        return render(view, merged);
    return blocks(...shown.map((it) => blocks(place(view, it), render(view, it.help))));
}
/** One help for all, where they differ at most in their SQL; null where they say different things. */
function mergeHelp(findings) {
    const helps = unique(findings.map(({ help }) => help));
    const [first, ...rest] = helps.map(report_help/* helpBlocks */.q);
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
    return blocks(...(0,report_help/* helpBlocks */.q)(help).map(({ kind, text }) => kind === 'sql' ? (0,report_escape/* fence */.EU)(text, 'sql', view.limits.sql) : (0,report_escape/* prose */.CS)(text, 1500)));
}
function unique(items) {
    return [...new Set(items)];
}

;// CONCATENATED MODULE: ./build/report/markdown/verdict.js
/** The top of the report: the verdict in words, what was checked, and what must not be overlooked. */




/** How many of them are told one by one. */
const MAX_ALERTS = 3;
/** How many folders' layouts are named. */
const MAX_LAYOUTS = 3;
/** The title: what came out, never by colour alone. */
function title(report) {
    const doubtful = report.counts.error > 0 || report.statements.notUnderstood > 0;
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
            error: (0,order/* isBlocking */.Us)('error', failOn) ? counts.error : 0,
            warning: (0,order/* isBlocking */.Us)('warning', failOn) ? counts.warning : 0,
            info: (0,order/* isBlocking */.Us)('info', failOn) ? counts.info : 0,
        };
        const total = blocking.error + blocking.warning + blocking.info;
        return total === 0 ? 'failed' : `${(0,words/* countFindings */.Gt)(blocking)} ${total > 1 ? 'block' : 'blocks'} this change`;
    }
    if (report.migrations.length === 0)
        return 'no migration changed';
    if (counts.error > 0)
        return `${(0,words/* countFindings */.Gt)(counts)}, none of which block this change`;
    const unread = report.statements.notUnderstood;
    if (unread > 0)
        return `passed, but ${(0,words/* count */.U9)(unread, 'statement')} ${unread === 1 ? 'was' : 'were'} not understood`;
    const passed = report.postgres.server ? 'passed' : 'passed, but nothing was run';
    return counts.warning > 0 ? `${passed}, with ${(0,words/* count */.U9)(counts.warning, 'warning')}` : passed;
}
/** One sentence: what was checked against what. */
function checked(view) {
    const { report, context } = view;
    const { postgres, migrations, statements, comparedWith } = report;
    const what = `Checked **${(0,words/* count */.U9)(migrations.length, 'migration')}** (${(0,words/* count */.U9)(statements.checked, 'statement')})`;
    // Several databases have a server each: their table names them.
    const one = context.parts ? null : postgres.server;
    const how = one ? ` and ran ${migrations.length === 1 ? 'it' : 'them'} on ${(0,report_escape/* prose */.CS)((0,words/* serverName */.L5)(one))}` : '';
    const shas = context.baseSha && context.headSha
        ? `${commit(view, context.baseSha)} → ${commit(view, context.headSha)}`
        : comparedWith && `against ${(0,report_escape/* prose */.CS)(comparedWith)}`;
    const target = context.parts ? null : (0,words/* otherTarget */.wt)(postgres);
    return [
        `${what}${how}${shas ? `, ${shas}` : ''}: ${(0,words/* outcome */.bu)(report)}.`,
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
        const where = all.length > 1 ? `${(0,report_escape/* code */.aY)(root === '' ? './' : root, 80)} as ` : 'as ';
        return `${where}${(0,report_escape/* prose */.CS)((0,words/* layoutWords */.MV)(layout), 40)} (${(0,report_escape/* prose */.CS)(reason, 160)})`;
    });
    if (all.length > MAX_LAYOUTS)
        shown.push(`and ${all.length - MAX_LAYOUTS} more folders`);
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
    const silent = (0,words/* failedStatements */.CP)(view.report).filter(({ path }) => !told.has(path));
    const all = [...groups.map((group) => groupAlert(view, group)), ...silent.map((it) => statementAlert(view, it))];
    const shown = all.slice(0, MAX_ALERTS);
    if (all.length > MAX_ALERTS)
        shown.push(`…and ${all.length - MAX_ALERTS} more.`);
    return shown.length > 0 ? quoted(['[!CAUTION]', shown.join('\n\n')].join('\n')) : '';
}
/** The blocking errors that keep a migration from being applied, with all that is of their rule; the first few. */
function stoppingGroups(report) {
    const stops = new Set((0,words/* failedStatements */.CP)(report).map(placeKey));
    return (0,order/* groupFindings */.kG)((0,order/* orderFindings */.$t)(report.findings).filter(({ severity }) => severity === 'error'))
        .filter(({ findings }) => findings.some((it) => (0,order/* isApplyFailure */.Dw)(it) || stops.has(placeKey(it))))
        .slice(0, MAX_ALERTS);
}
function placeKey({ path, line }) {
    return `${path}:${line}`;
}
function groupAlert(view, group) {
    const { first } = group;
    const files = (0,order/* filesOf */.R8)(group).slice(0, view.limits.rows);
    return blocks(`**${ruleLink(view, first)}** ${files.map((file) => fileLines(view, file)).join('; ')}`, (0,report_escape/* prose */.CS)(first.message), sqlOf(view, first));
}
function statementAlert(view, failure) {
    const state = failure.sqlstate ? ` ${(0,report_escape/* code */.aY)(failure.sqlstate, 10)}` : '';
    const why = (0,report_escape/* prose */.CS)(failure.error ?? 'the server refused the statement');
    return blocks(`**${place(view, failure)}** The migration stops here:${state} ${why}`, sqlOf(view, failure));
}
/** The first lines of the statement at a place; empty where the report holds none. */
function sqlOf({ report, limits }, { path, line }) {
    const statements = report.migrations.flatMap((migration) => migration.statements);
    const sql = statements.find((it) => it.path === path && it.line === line)?.sql;
    if (sql === undefined || limits.sql === 0)
        return '';
    const lines = sql.trim().split('\n');
    const more = lines.length > MOST_SQL_LINES ? ['…'] : [];
    return (0,report_escape/* fence */.EU)([...lines.slice(0, MOST_SQL_LINES), ...more].join('\n'), 'sql', 400);
}
const MOST_SQL_LINES = 3;
function quoted(text) {
    return text.replace(/^/gm, '> ').replace(/^> $/gm, '>');
}
function brokenInWords(report) {
    const findings = (0,order/* orderFindings */.$t)(report.findings).filter(order/* isApplyFailure */.Dw);
    const statements = (0,words/* failedStatements */.CP)(report);
    const files = new Set([...findings, ...statements].map(({ path }) => path)).size;
    const does = files === 1 ? 'does' : 'do';
    if (files === 0)
        return null;
    if (statements.length === 0 && findings.every(({ rule }) => rule === 'syntax-error'))
        return `${(0,words/* count */.U9)(files, 'file')} ${does} not parse`;
    const total = report.migrations.length;
    return total === 1 ? 'the migration does not apply' : `${files} of ${total} migrations ${does} not apply`;
}

;// CONCATENATED MODULE: ./build/report/markdown/findings.js
/** Findings: a table by rule with all places, how to fix them, what was silenced, and what the server refuted. */






/** In a row of the table; the JSON report has all. */
const MOST_CONSEQUENCES = 2;
/** As many fixes as are read without asking for them. */
const FEW = 3;
const findings_MARKS = { error: '❌', warning: '⚠️', info: 'ℹ️' };
/** Errors and warnings: one row per rule, with every file. What stops the deploy stands above it. */
function findingsTable(view) {
    const told = new Set(stoppingGroups(view.report).map(({ first }) => first.rule));
    const groups = groupsOf(view, ['error', 'warning']).filter(({ first }) => !(first.severity === 'error' && told.has(first.rule)));
    const shown = groups.slice(0, view.limits.blocking);
    const hidden = groups.slice(shown.length);
    const findings = hidden.reduce((sum, group) => sum + group.findings.length, 0);
    return blocks(table(['Finding', 'Evidence'], shown.map((group) => groupRow(view, group))), hidden.length > 0 && `…and ${(0,words/* count */.U9)(findings, 'more finding', 'more findings')} of ${(0,words/* count */.U9)(hidden.length, 'rule')}.`);
}
/** How to fix what blocks, in sight where it is little; then the rest, folded away. */
function details(view) {
    const { failOn } = view.report;
    const severities = ['error', 'warning', 'info'];
    const blocking = groupsOf(view, severities.filter((it) => (0,order/* isBlocking */.Us)(it, failOn))).filter(hasHelp);
    const rest = severities.filter((it) => !(0,order/* isBlocking */.Us)(it, failOn));
    return [
        fixes(view, blocking, `<b>How to fix</b> (${blocking.length})`, view.open || blocking.length <= FEW),
        ...rest.map((severity) => others(view, severity)),
    ];
}
function others(view, severity) {
    const groups = groupsOf(view, [severity]);
    const findings = groups.reduce((sum, group) => sum + group.findings.length, 0);
    if (severity === 'info')
        return notes(view, groups, (0,words/* count */.U9)(findings, 'note'));
    return fixes(view, groups.filter(hasHelp), `How to fix the ${(0,words/* count */.U9)(findings, severity)}`, view.open);
}
function fixes(view, groups, summary, open) {
    const shown = groups.slice(0, view.limits.fixes);
    if (shown.length === 0)
        return '';
    const parts = shown.map((group) => blocks(`**${ruleLink(view, group.first)}**`, groupHelp(view, group)));
    return fold(view, summary, blocks(...parts, andMore(view, groups.length - shown.length, 'fix', 'fixes')), open);
}
/** What is good to know: in no table above, so that it says here what and where. */
function notes(view, groups, summary) {
    if (groups.length === 0)
        return '';
    const shown = groups.slice(0, view.limits.rows);
    const rows = table(['Finding', 'Evidence'], shown.map((group) => groupRow(view, group)));
    const helped = shown.filter(hasHelp).slice(0, view.limits.fixes);
    const help = helped.map((group) => blocks(`**${ruleLink(view, group.first)}**`, groupHelp(view, group)));
    return fold(view, summary, blocks(rows, andMore(view, groups.length - shown.length, 'row'), ...help));
}
/** What a rule predicted and the server showed otherwise: no part of the verdict. */
function refuted(view) {
    const findings = (0,order/* refutedFindings */.Yb)(view.report.findings);
    if (findings.length === 0)
        return '';
    const shown = findings.slice(0, view.limits.rows);
    const rows = shown.map((it) => (0,report_escape/* row */.nM)([place(view, it), ruleLink(view, it), (0,report_escape/* prose */.CS)(it.message, 400), (0,report_escape/* prose */.CS)(it.proof ?? 'no reason given', 400)]));
    return fold(view, `${(0,words/* count */.U9)(findings.length, 'prediction')} that the server refuted`, blocks('A rule expected these, and the rehearsal showed otherwise. They do not count.', table(['Where', 'Rule', 'Predicted', 'What the server showed'], rows), andMore(view, findings.length - shown.length, 'prediction')));
}
/** What directives silence: who, where, and why. */
function silenced(view) {
    const all = view.report.silenced ?? [];
    if (all.length === 0)
        return '';
    const shown = all.slice(0, view.limits.rows);
    const rows = shown.map((it) => (0,report_escape/* row */.nM)([place(view, it), `${ruleLink(view, it)} (${it.severity})`, (0,report_escape/* prose */.CS)(it.by.reason, 300), place(view, it.by)]));
    return fold(view, `${(0,words/* count */.U9)(all.length, 'finding')} silenced`, blocks(table(['Where', 'Rule', 'Reason', 'Silenced at'], rows), andMore(view, all.length - shown.length, 'finding')));
}
function groupsOf({ report }, severities) {
    return (0,order/* groupFindings */.kG)((0,order/* orderFindings */.$t)(report.findings).filter(({ severity }) => severities.includes(severity)));
}
function hasHelp({ findings }) {
    return findings.some(({ help, proof }) => help || proof);
}
function groupRow(view, group) {
    const { findings, first } = group;
    const also = (first.consequences ?? []).slice(0, MOST_CONSEQUENCES).map(({ message }) => ` ${(0,report_escape/* prose */.CS)(message, 300)}`);
    const rest = findings.length > 1 ? ` **…and ${findings.length - 1} more like it.**` : '';
    const evidence = [...new Set(findings.map((it) => it.evidence))].join(', ');
    const files = (0,order/* filesOf */.R8)(group);
    const shown = files.slice(0, view.limits.rows).map((file) => fileLines(view, file));
    if (files.length > shown.length)
        shown.push(`${files.length - shown.length} more files`);
    // One broad column: two of text would leave a telephone no room for either.
    return (0,report_escape/* row */.nM)([
        `${findings_MARKS[first.severity]} ${ruleLink(view, first)}<br>${(0,report_escape/* prose */.CS)(first.message, 500)}${also.join('')}${rest}<br>${shown.join(' · ')}`,
        evidence,
    ]);
}

;// CONCATENATED MODULE: ./build/report/markdown/footer.js
/** The footer. */




const LEGEND = 'Evidence: *confirmed* was predicted and seen on the server, *observed* was only seen there, *static* is read from the SQL.';
/** What the terms mean, and which commit this is about. */
function footer(view) {
    const { report, context, open } = view;
    const any = (0,order/* orderFindings */.$t)(report.findings).length > 0;
    const parts = [
        context.runUrl && !open ? (0,report_escape/* link */.nf)('Full report', context.runUrl) : '',
        context.origin,
        context.headSha && `updated for ${commit(view, context.headSha)}`,
        (0,words/* fromCache */.ZY)(report),
        `${(0,report_escape/* prose */.CS)(report.tool.name, 60)} ${(0,report_escape/* prose */.CS)(report.tool.version, 40)}, ${(0,report_escape/* prose */.CS)((0,words/* duration */.p0)(report.durationMs))}`,
    ];
    return `<sub>${any ? `${LEGEND}<br>` : ''}${parts.filter(Boolean).join(' · ')}</sub>`;
}

;// CONCATENATED MODULE: ./build/report/markdown/data.js
/** What the rollback does to rows: what it loses, and on what it fails. */



/** Empty where the rollback brings every row back and takes all new ones. */
function data(view, { statements, path, rollback }, name) {
    const { lost = [], refused = [], dropped = [] } = rollback.data ?? {};
    const total = lost.length + refused.length + dropped.length;
    if (total === 0)
        return '';
    const down = statements.find(({ role }) => role === 'down')?.path ?? path;
    const rows = [
        ...lost.map(({ table, column, detail }) => (0,report_escape/* row */.nM)([(0,report_escape/* cellCode */.GA)(column === undefined ? table : `${table}.${column}`), '❌ not brought back', (0,report_escape/* prose */.CS)(detail, 300)])),
        ...refused.map(({ data, line, sqlstate, error }) => (0,report_escape/* row */.nM)([
            (0,report_escape/* prose */.CS)(data, 200),
            `❌ line ${lineLink(view, { path: down, line })} fails ${(0,report_escape/* cellCode */.GA)(sqlstate, 10)}`,
            (0,report_escape/* prose */.CS)(error, 300),
        ])),
        ...dropped.map((place) => (0,report_escape/* row */.nM)([(0,report_escape/* cellCode */.GA)(place), 'goes with the rollback', 'what is written there after the deployment'])),
    ];
    const shown = rows.slice(0, view.limits.rows);
    const kinds = [
        lost.length > 0 && `${(0,words/* count */.U9)(lost.length, 'loss', 'losses')}`,
        refused.length > 0 && `${(0,words/* count */.U9)(refused.length, 'kind')} of new rows that stop it`,
        dropped.length > 0 && `${(0,words/* count */.U9)(dropped.length, 'place')} whose data goes with it`,
    ];
    return fold(view, `${name}${first(name, 'rows')} after the rollback: ${kinds.filter(Boolean).join(', ')}`, blocks(table(['Rows', 'Rollback', 'Detail'], shown), andMore(view, rows.length - shown.length, 'row')));
}

;// CONCATENATED MODULE: ./build/report/markdown/interruptions.js
/** What a failure halfway leads to: for each statement that was stopped, what a second run does, and the rollback. */



const interruptions_MARKS = { succeeds: '✅', differs: '❌', fails: '❌' };
/** Every interruption of one migration, folded away. */
function interruptions(view, { path, rerun }, name) {
    const all = rerun.interrupted ?? [];
    if (all.length === 0)
        return '';
    const shown = all.slice(0, view.limits.rows);
    return fold(view, `${name}${first(name, 'failure halfway')}: tried at ${(0,words/* count */.U9)(all.length, 'statement')}, re-running ${outcomes(all)}`, blocks(table(['Stopped at line', 'Left behind', 'Run again', 'Rolled back instead'], shown.map((it) => interruptionRow(view, path, it))), andMore(view, all.length - shown.length, 'interruption')));
}
/** What running it again does, and after how many of them. */
function outcomes(all) {
    return RETRIES.flatMap(([verdict, does]) => {
        const number = all.filter(({ again }) => again.verdict === verdict).length;
        const which = number < all.length ? String(number) : number === 1 ? 'it' : 'each';
        return number === 0 ? [] : [`${does} after ${which}`];
    }).join(', ');
}
const RETRIES = [
    ['fails', 'fails'],
    ['differs', 'reports success with another schema'],
    ['succeeds', 'succeeds'],
];
function interruptionRow(view, path, { line, leavesInvalidIndex, again, rolledBack }) {
    return (0,report_escape/* row */.nM)([
        lineLink(view, { path, line }),
        leavesInvalidIndex ? 'an invalid index' : 'what came before',
        retry(again),
        rolledBack ? retry(rolledBack) : 'there is no rollback script',
    ]);
}
function retry(it) {
    const state = it.sqlstate ? ` ${(0,report_escape/* cellCode */.GA)(it.sqlstate, 10)}` : '';
    return `${interruptions_MARKS[it.verdict]} ${(0,report_escape/* prose */.CS)((0,words/* retryInWords */.r_)(it), 300)}${state}`;
}

;// CONCATENATED MODULE: ./build/report/markdown/proof-tables.js


function proofTables(view, { proofs }, name) {
    return blocks(...proofs.map(({ table: shown }) => {
        if (shown === undefined)
            return '';
        const rows = shown.rows
            .slice(0, view.limits.rows)
            .map(([head = '', ...cells]) => (0,report_escape/* row */.nM)([(0,report_escape/* cellCode */.GA)(head), ...cells.map((cell) => (0,report_escape/* prose */.CS)(cell, 200))]));
        const head = shown.head.map((title) => (0,report_escape/* prose */.CS)(title, 80));
        return fold(view, `${name}${(0,report_escape/* htmlText */.js)(first(name, shown.caption))}`, blocks(table(head, rows), andMore(view, shown.rows.length - rows.length, 'row')));
    }));
}

;// CONCATENATED MODULE: ./build/report/markdown/queries.js
/** The application's queries: whether they still work, and what became of their plans. */



const RESULTS = {
    works: '✅ works',
    breaks: '❌ breaks',
    'breaks where prepared': '❌ breaks where it was prepared before',
    'fails already': '⚪ fails on the old schema, too',
    'not checked': '⚪ not checked',
};
/** Those that break or change their plan come first; the rest is counted. */
function queries(view, { queries: all }, name) {
    if (all.length === 0)
        return '';
    const changed = all.filter((it) => it.status !== 'works' || it.planBefore !== it.planAfter);
    const shown = changed.slice(0, view.limits.rows);
    const same = all.length - changed.length;
    return fold(view, `${name}${(0,words/* count */.U9)(all.length, 'query', 'queries')} of the application, ${changed.length} changed`, blocks(table(['Query', 'Result', 'Plan before', 'Plan after'], shown.map((it) => queryRow(view, it))), andMore(view, changed.length - shown.length, 'query', 'queries'), same > 0 && `${(0,words/* count */.U9)(same, 'query works', 'queries work')} with the same plan as before.`));
}
function queryRow(view, it) {
    const state = it.sqlstate ? ` ${(0,report_escape/* cellCode */.GA)(it.sqlstate, 10)}` : '';
    const error = it.error ? `: ${(0,report_escape/* prose */.CS)(it.error, 200)}` : '';
    const plan = (text) => (text === undefined ? '' : (0,report_escape/* cellCode */.GA)(text, 200));
    return (0,report_escape/* row */.nM)([
        `${(0,report_escape/* cellCode */.GA)(it.name, 80)} (${place(view, it)})`,
        `${RESULTS[it.status]}${state}${error}`,
        plan(it.planBefore),
        it.planAfter !== undefined && it.planAfter === it.planBefore ? 'the same' : plan(it.planAfter),
    ]);
}

;// CONCATENATED MODULE: ./build/report/markdown/timeline.js
/** Which locks a transaction held from which statement to which: a compact table, and in the step summary a chart. */



/** A chart with more bars than this can't be read. */
const BARS = 40;
/** Empty where no session could have waited for anything. */
function timeline(view, { lockTimeline }, name) {
    if (lockTimeline.length === 0)
        return '';
    const shown = lockTimeline.slice(0, view.limits.rows);
    return fold(view, `${name}${name === '' ? 'Lock' : 'lock'} timeline: ${(0,words/* count */.U9)(lockTimeline.length, 'lock')} in ${(0,words/* count */.U9)(transactions(lockTimeline).length, 'transaction')}`, blocks(table(['Transaction', 'On', 'Lock', 'Who waits', 'From line', 'Until line', 'Held'], shown.map((hold) => holdRow(view, hold))), andMore(view, lockTimeline.length - shown.length, 'lock'), view.open && chart(lockTimeline.slice(0, BARS))));
}
function holdRow(view, hold) {
    const { path, role, transaction, relation, mode, blocks: waits, from, until, untilPath, heldMs } = hold;
    return (0,report_escape/* row */.nM)([
        `${role} ${transaction}`,
        (0,report_escape/* cellCode */.GA)(relation),
        (0,report_escape/* cellCode */.GA)(mode),
        waits.map((it) => (it === 'ddl' ? 'DDL' : it)).join(', '),
        lineLink(view, { path, line: from }),
        `${lineLink(view, { path: untilPath ?? path, line: until })}${untilPath ? ` of ${(0,report_escape/* cellCode */.GA)(untilPath)}` : ''}`,
        (0,report_escape/* prose */.CS)((0,words/* duration */.p0)(heldMs)),
    ]);
}
/** A Mermaid Gantt chart whose axis is the script's lines. */
function chart(holds) {
    const sections = transactions(holds).map((key) => {
        const bars = holds.filter((hold) => transactionOf(hold) === key).map(bar);
        return [`  section ${key}`, ...bars].join('\n');
    });
    // Mermaid's own numbers: with `X` it takes a start for milliseconds and an end for seconds.
    const head = ['gantt', '  title From which line to which each lock is held', '  dateFormat x', '  axisFormat %Q'];
    return `\`\`\`mermaid\n${[...head, ...sections].join('\n')}\n\`\`\``;
}
function bar({ relation, mode, blocks: waits, from, until, untilPath }) {
    const weight = waits.includes('reads') ? 'crit, ' : waits.includes('writes') ? 'active, ' : '';
    // A bar of no length isn't drawn: the line that releases the lock is part of it. Other files have no place on the axis.
    const last = untilPath === undefined ? until : from;
    return `  ${mermaidText(`${mode} on ${relation}`)} :${weight}${from}, ${last + 1}`;
}
function transactions(holds) {
    return [...new Set(holds.map(transactionOf))];
}
function transactionOf({ role, transaction }) {
    return `${role} ${transaction}`;
}
/** Names come from the pull request: only what can't end a Mermaid label or line stays. */
function mermaidText(text) {
    return text.replace(/[^\p{L}\p{N}_. -]/gu, '_').slice(0, 80);
}

;// CONCATENATED MODULE: ./build/report/markdown/validations.js
/** The validation queries, what was expected of them, and what came back. */



const validations_RESULTS = {
    passed: '✅ passed',
    failed: '❌ failed',
    unchecked: '⚪ ran, but nothing was expected of it, so it cannot fail',
    notRun: '⚪ not run',
};
const MAX_ROWS = 5;
const MAX_COLUMNS = 8;
/** Every validation query of one migration with its first rows, folded away. */
function validations(view, { validations }, name) {
    if (validations.length === 0)
        return '';
    const shown = validations.slice(0, view.limits.rows);
    const failed = validations.filter(({ status }) => status === 'failed').length;
    return fold(view, `${name}${(0,words/* count */.U9)(validations.length, 'validation query', 'validation queries')}${failed ? `, ${failed} failed` : ''}`, blocks(...shown.map((it) => validation(view, it)), andMore(view, validations.length - shown.length, 'query', 'queries')));
}
function validation(view, it) {
    const state = it.sqlstate ? ` ${(0,report_escape/* cellCode */.GA)(it.sqlstate, 10)}` : '';
    return blocks(`${place(view, it)} ${validations_RESULTS[it.status]}${it.expectation ? `, expected ${(0,report_escape/* cellCode */.GA)(it.expectation)}` : ''}${state}${it.detail ? `: ${(0,report_escape/* prose */.CS)(it.detail, 500)}` : ''}`, (0,report_escape/* fence */.EU)(it.sql, 'sql', Math.min(view.limits.sql, 1500)), rows(it));
}
function rows({ columns, rows }) {
    if (!columns || columns.length === 0 || !rows)
        return '';
    const cells = rows
        .slice(0, MAX_ROWS)
        .map((it) => (0,report_escape/* row */.nM)(it.slice(0, MAX_COLUMNS).map((cell) => (cell === null ? '*null*' : (0,report_escape/* cellCode */.GA)(cell, 60)))));
    const header = columns.slice(0, MAX_COLUMNS).map((it) => (0,report_escape/* prose */.CS)(it, 60));
    const hidden = rows.length - cells.length;
    return blocks(rows.length === 0 ? 'No rows.' : table(header, cells), hidden > 0 && `…and ${(0,words/* count */.U9)(hidden, 'more row', 'more rows')}.`, columns.length > MAX_COLUMNS && `${(0,words/* count */.U9)(columns.length - MAX_COLUMNS, 'more column', 'more columns')} not shown.`);
}

;// CONCATENATED MODULE: ./build/report/markdown/rehearsal.js
/** What the rehearsal saw of each migration: statements and locks, what the rollback left behind, second runs, validations, plans, costs. */









const rehearsal_RESULTS = {
    applied: 'applied',
    failed: '❌ failed',
    skipped: 'not reached',
    notRun: 'not run',
};
const PLANS = {
    chosen: '✅ chosen',
    usable: '⚪ usable, not chosen on these tables',
    'not used': '❌ not used',
};
/** Everything that was seen of one migration, folded away. */
function rehearsal(view, migration) {
    const name = view.report.migrations.length > 1 ? `${(0,report_escape/* htmlCode */.h8)(migration.id, 80)}: ` : '';
    return blocks(rollback(view, migration, name), data(view, migration, name), interruptions(view, migration, name), validations(view, migration, name), plans(view, migration, name), queries(view, migration, name), proofTables(view, migration, name), timeline(view, migration, name), statements(view, migration, name));
}
function rollback(view, { rollback, rerun }, name) {
    const total = rollback.differences.length + rerun.differences.length;
    if (total === 0 && !rollback.missingSql)
        return '';
    return fold(view, `${name}${(0,words/* count */.U9)(total, 'difference')} after rolling back and applying again`, blocks(differences(view, 'After the rollback', rollback.differences), rollback.missingSql && 'Run on the server, this made differences go away. Add it to the rollback:', rollback.missingSql && (0,report_escape/* fence */.EU)(rollback.missingSql, 'sql', view.limits.sql), differences(view, 'After applying again', rerun.differences)));
}
function differences(view, when, all) {
    const shown = all.slice(0, view.limits.rows);
    const rows = shown.map(({ change, kind, name, before, after }) => (0,report_escape/* row */.nM)([change, (0,report_escape/* prose */.CS)(kind, 60), (0,report_escape/* cellCode */.GA)(name), [was('was', before), was('is', after)].filter(Boolean).join('<br>')]));
    return blocks(table([when, 'Kind', 'Name', 'Change'], rows), andMore(view, all.length - shown.length, 'difference'));
}
function was(word, definition) {
    return definition === undefined ? '' : `${word} ${(0,report_escape/* cellCode */.GA)(definition, 300)}`;
}
function plans(view, { plans }, name) {
    if (plans.length === 0)
        return '';
    const shown = plans.slice(0, view.limits.rows);
    const rows = shown.map((it) => (0,report_escape/* row */.nM)([lineLink(view, it), (0,report_escape/* cellCode */.GA)(it.index), PLANS[it.status], (0,report_escape/* cellCode */.GA)(it.plan, 300)]));
    return fold(view, `${name}${(0,words/* count */.U9)(plans.length, 'query plan')}`, blocks(table(['Line', 'Index', 'Result', 'Plan'], rows), andMore(view, plans.length - shown.length, 'plan')));
}
function statements(view, { statements, madeToRun }, name) {
    if (statements.every(({ status }) => status === 'notRun'))
        return '';
    const shown = statements.slice(0, view.limits.rows);
    const total = statements.reduce((sum, { durationMs }) => sum + durationMs, 0);
    return fold(view, `${name}${(0,words/* count */.U9)(statements.length, 'statement')} and ${statements.length === 1 ? 'its' : 'their'} locks, ${(0,report_escape/* prose */.CS)((0,words/* duration */.p0)(total))}`, blocks(madeToRun && `To check the rest, the rehearsal changed how it ran: ${(0,report_escape/* prose */.CS)(madeToRun)}`, table(['Line', 'Statement', 'Result', 'Locks that others wait for', 'Storage', 'Time'], shown.map((it) => statementRow(view, it))), andMore(view, statements.length - shown.length, 'statement')));
}
function statementRow(view, it) {
    const line = it.role === 'up' ? lineLink(view, it) : `${lineLink(view, it)} (${it.role})`;
    const result = rehearsal_RESULTS[it.status] + (it.sqlstate ? ` ${(0,report_escape/* cellCode */.GA)(it.sqlstate, 10)}` : '');
    const applied = it.status === 'applied';
    return (0,report_escape/* row */.nM)([
        line,
        (0,report_escape/* cellCode */.GA)(it.sql, 70),
        result,
        applied ? locks(it) : '',
        storage(it),
        applied ? (0,report_escape/* prose */.CS)((0,words/* duration */.p0)(it.durationMs)) : '',
    ]);
}
function locks({ locks: all, waits }) {
    if (all === null)
        return 'could not be observed';
    const felt = all.filter(({ isNew, blocks }) => !isNew && blocks.length > 0);
    const waited = waits.length > 0 ? [`waits for ${waits.map((it) => (0,report_escape/* prose */.CS)(it, 100)).join(', ')}`] : [];
    if (felt.length === 0)
        return ['none', ...waited].join('<br>');
    const shown = felt
        .slice(0, 6)
        .map(({ relation, mode, blocks }) => `${(0,report_escape/* cellCode */.GA)(mode)} on ${(0,report_escape/* cellCode */.GA)(relation)} (blocks ${blocks.map((it) => (it === 'ddl' ? 'DDL' : it)).join(', ')})`);
    return [...shown, felt.length > 6 ? `${felt.length - 6} more` : '', ...waited].filter(Boolean).join('<br>');
}
function storage({ rewrites, scans, invalidIndexes }) {
    const named = (what, names) => names.length === 0
        ? ''
        : `${what} ${names
            .slice(0, 5)
            .map((it) => (0,report_escape/* cellCode */.GA)(it))
            .join(', ')}${names.length > 5 ? '…' : ''}`;
    return [named('rewrites', rewrites), named('scans', scans), named('leaves invalid', invalidIndexes)]
        .filter(Boolean)
        .join('<br>');
}

;// CONCATENATED MODULE: ./build/report/markdown.js
/** The pull-request comment and the step summary. */








/** GitHub refuses comments of more than 65,536 characters; some servers count bytes. */
const COMMENT_BUDGET = 60_000;
/** The runner drops a step summary of more than 1 MiB. */
const SUMMARY_BUDGET = 900_000;
/** From everything to the least that still says what is wrong. */
const COMMENT_LEVELS = [
    { blocking: 20, fixes: 40, rows: 60, lines: 12, details: true, sql: 3000 },
    { blocking: 20, fixes: 20, rows: 25, lines: 6, details: true, sql: 1500 },
    { blocking: 20, fixes: 20, rows: 25, lines: 6, details: false, sql: 1500 },
    { blocking: 12, fixes: 8, rows: 8, lines: 2, details: false, sql: 600 },
    { blocking: 10, fixes: 0, rows: 5, lines: 1, details: false, sql: 0 },
];
const SUMMARY_LEVELS = [
    { blocking: 200, fixes: 1000, rows: 2000, lines: 50, details: true, sql: 6000 },
    { blocking: 100, fixes: 200, rows: 300, lines: 20, details: true, sql: 3000 },
    { blocking: 50, fixes: 50, rows: 60, lines: 6, details: true, sql: 1500 },
    { blocking: 50, fixes: 50, rows: 60, lines: 3, details: false, sql: 1500 },
];
/** Render the pull-request comment: the marker first, details folded away, at most 60,000 bytes. */
function renderComment(report, context = {}) {
    return withinBudget(report, context, { levels: COMMENT_LEVELS, budget: COMMENT_BUDGET, open: false });
}
/** Render the step summary: the same with everything open, at most 900,000 bytes. */
function renderSummary(report, context = {}) {
    return withinBudget(report, context, { levels: SUMMARY_LEVELS, budget: SUMMARY_BUDGET, open: true });
}
function withinBudget(report, context, { levels, budget, open }) {
    const marker = context.marker ? `${context.marker}\n` : '';
    const cut = `This report was cut to fit: for the rest see ${fullReport({ open, context })}.`;
    const labels = labelsOf(report);
    for (const [level, limits] of levels.entries()) {
        const view = { report, context, limits, open, labels };
        const body = `${marker}${markdown_render(view, level > 0 && cut)}\n`;
        if (Buffer.byteLength(body) <= budget)
            return body;
    }
    return `${marker}${blocks(title(report), unread(report), countsByRule(report), leftOut(report), cut)}\n`;
}
function markdown_render(view, cut) {
    return blocks(title(view.report), checked(view), view.context.parts && databases(view.context.parts.reports, view.context.parts.missing), unread(view.report), stopping(view), findingsTable(view), cut, ...details(view), checklist(view), notChecked(view), ...(view.limits.details ? view.report.migrations.map((migration) => rehearsal(view, migration)) : []), silenced(view), refuted(view), footer(view));
}
/** As few of each path's last parts as tell the report's files apart. */
function labelsOf({ findings, migrations }) {
    const all = [
        ...findings.flatMap((it) => [it, ...(it.places ?? [])]),
        ...migrations.flatMap((it) => [it, ...it.statements]),
    ];
    const paths = [...new Set(all.map(({ path }) => path))];
    const end = (path, parts) => path.split('/').slice(-parts).join('/');
    for (let parts = 1; parts <= MOST_PARTS; parts++) {
        const ends = new Map(paths.map((path) => [path, end(path, parts)]));
        if (new Set(ends.values()).size === paths.length)
            return ends;
    }
    return new Map();
}
/** With more than that, a path is shown in full. */
const MOST_PARTS = 3;


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
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   Gt: () => (/* binding */ countFindings),
/* harmony export */   Jo: () => (/* binding */ saidOf),
/* harmony export */   L5: () => (/* binding */ serverName),
/* harmony export */   MV: () => (/* binding */ layoutWords),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   ZY: () => (/* binding */ fromCache),
/* harmony export */   bu: () => (/* binding */ outcome),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   r_: () => (/* binding */ retryInWords),
/* harmony export */   u7: () => (/* binding */ unmarked),
/* harmony export */   wt: () => (/* binding */ otherTarget)
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
/** The findings in numbers, or that there are none, or that there was nothing to look at. */
function outcome({ counts, migrations }) {
    return countFindings(counts) ?? (migrations.length === 0 ? 'nothing to check' : 'no problems found');
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
function saidOf({ message, consequences = [], places = [], proof }) {
    const more = consequences.slice(0, 3).map((one) => `Also: ${one.message}`);
    const same = places.length > 0 ? [`The same at ${linesOf(places)}.`] : [];
    return [message, ...more, ...same, ...(proof ? [`Proof: ${proof}`] : [])];
}


/***/ })

};
