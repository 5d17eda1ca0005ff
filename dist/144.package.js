export const id = 144;
export const ids = [144];
export const modules = {

/***/ 4144:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explainAsJson: () => (/* binding */ explainAsJson),
  explainIn: () => (/* binding */ explainIn),
  explainRule: () => (/* binding */ explainRule),
  listRules: () => (/* binding */ listRules)
});

// EXTERNAL MODULE: ./build/catalogue.js
var catalogue = __webpack_require__(1033);
// EXTERNAL MODULE: ./build/migrations/layouts/index.js + 33 modules
var layouts = __webpack_require__(9612);
// EXTERNAL MODULE: ./build/schema/schema.js + 6 modules
var schema_schema = __webpack_require__(4804);
// EXTERNAL MODULE: ./build/sql/parse.js + 7 modules
var parse = __webpack_require__(3488);
// EXTERNAL MODULE: ./build/lint/configure.js
var configure = __webpack_require__(6988);
// EXTERNAL MODULE: ./build/lint/lint.js + 16 modules
var lint = __webpack_require__(3905);
;// CONCATENATED MODULE: ./build/lint/in-layout.js
/** What a rule says of an example where a layout's tool runs it. */





/** A bad example of the rule, and what a report would say of it where the layout's tool runs it; undefined for none. */
async function helpIn(layout, rule) {
    const grammar = await (0,parse/* loadGrammar */.o)();
    // What happens on the way there says more than a rollback.
    const roles = ['up', 'down'].flatMap((way) => rule.examples.bad.filter(({ role = 'up' }) => role === way));
    for (const example of roles) {
        const found = exampleIn(layout, rule, example, grammar).find(({ finding }) => finding.rule === rule.id);
        if (found)
            return { example, help: found.finding.help };
    }
    return undefined;
}
/** The example as a migration, sent as the layout's tool sends it, after its setup. */
function exampleIn(layout, rule, example, { parseScript }) {
    const { setup = '', sql, role = 'up', options, postgres } = example;
    const writing = layouts/* LAYOUTS */.m.find(({ name }) => name === layout)?.writing;
    const scriptOf = (text, transaction, way = 'up') => parseScript({ role: way, file: { path: `${way}.sql`, text }, sql: text, transaction });
    const schema = new schema_schema/* Schema */.S();
    schema.replay(scriptOf(setup, 'autocommit').statements, 'baseline');
    const mode = writing?.transaction ?? 'autocommit';
    const isBack = role === 'down';
    const up = scriptOf((isBack ? example.up : sql) ?? 'SELECT 1;', mode);
    const back = isBack ? sql : example.down;
    const down = back === undefined ? {} : { down: scriptOf(back, mode, 'down') };
    const migration = { id: 'example', path: up.file.path, layout, up, ...down };
    const version = postgres?.from ?? postgres?.until ?? null;
    const said = new Map([[rule.id, { ...(0,configure/* defaultOptions */.KQ)(rule), ...options }]]);
    return (0,lint/* lint */.u)([migration], schema, { rules: [rule], options: said, postgresVersion: version });
}

// EXTERNAL MODULE: ./build/lint/registry.js + 250 modules
var registry = __webpack_require__(5680);
// EXTERNAL MODULE: ./build/report/words.js
var words = __webpack_require__(4702);
// EXTERNAL MODULE: ./build/settings/wrong.js
var wrong = __webpack_require__(5505);
// EXTERNAL MODULE: ./build/system/usage-error.js
var usage_error = __webpack_require__(5968);
// EXTERNAL MODULE: ./build/system/version.js + 1 modules
var version = __webpack_require__(5358);
;// CONCATENATED MODULE: ./build/cli/explain.js
/** `rules` and `explain <rule>`, for people and as JSON. Pure. */








/** One line for each thing that can be reported; as JSON a list of objects. */
function listRules(format = 'text') {
    if (format === 'json')
        return asJson(catalogue.CHECKS.map(described));
    const width = Math.max(...catalogue.CHECKS.map(({ id }) => id.length));
    return catalogue.CHECKS.map(({ id, severity, summary }) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${plain(summary)}\n`).join('');
}
/** What programs are told of a check. `strict` ones are off unless the settings ask for them. */
function described({ id, severity, harm, summary }) {
    const preset = registry/* RULES */.y.find((rule) => rule.id === id)?.preset ?? 'recommended';
    return { id, severity, harm, preset, summary: plain(summary), documentation: (0,version/* documentation */.TH)((0,catalogue.documentationPath)(id)) };
}
/** Throws `UsageError` where there is no such rule. */
function checkOf(id) {
    if (id === undefined)
        throw new usage_error/* UsageError */.e('explain: name a rule. migration-safety rules lists them.');
    const check = catalogue.CHECKS.find((known) => known.id === id);
    if (check !== undefined)
        return check;
    const hint = (0,wrong/* didYouMean */.au)(id, catalogue.CHECKS.map((known) => known.id));
    throw new usage_error/* UsageError */.e(`explain: there is no rule "${id}".${hint} migration-safety rules lists them.`);
}
/** A rule's page as JSON, with all its examples; with a layout, how one is put right there. Throws `UsageError` as the page does. */
async function explainAsJson(id, layout) {
    const check = checkOf(id);
    const rule = registry/* RULES */.y.find((one) => one.id === check.id);
    const examples = rule && { bad: rule.examples.bad.map(scriptsOf), good: rule.examples.good.map(scriptsOf) };
    const help = layout === undefined ? undefined : await helpFor(layout, check.id);
    return asJson({
        ...described(check),
        why: unwrap(check.why),
        fix: unwrap(check.fix),
        ...(examples && { examples }),
        ...(layout !== undefined && { layout, ...(help && { example: help.example.sql, help: (0,words/* unmarked */.u7)(help.help) }) }),
    });
}
function scriptsOf({ setup, sql, role = 'up', up, down, transaction }) {
    return { role, sql, setup, up, down, transaction };
}
function asJson(value) {
    return `${JSON.stringify(value, null, 2)}\n`;
}
/** A rule's page, as text. Throws `UsageError` where there is no such rule. */
function explainRule(id) {
    const check = checkOf(id);
    const examples = registry/* RULES */.y.find((rule) => rule.id === check.id)?.examples;
    const parts = [
        `${check.id} (${check.severity})\n${plain(check.summary)}`,
        unwrap(check.why),
        `Instead: ${unwrap(check.fix)}`,
    ];
    if (examples?.bad[0])
        parts.push(`Found:\n${indent(examples.bad[0])}`);
    if (examples?.good[0])
        parts.push(`Not found:\n${indent(examples.good[0])}`);
    return `${parts.join('\n\n')}\n`;
}
/** How a bad example of the rule is put right in a layout: what a report there would say. Throws `UsageError`. */
async function explainIn(layout, id) {
    const found = await helpFor(layout, id);
    if (found === undefined)
        return `In ${layout}: as everywhere.\n`;
    return `In ${layout}, for\n${indent(found.example)}\n\n${(0,words/* unmarked */.u7)(found.help).replace(/^/gm, '  ')}\n`;
}
async function helpFor(layout, id) {
    // What a program prints has no files of its own.
    const known = [...layouts/* LAYOUTS */.m.map(({ name }) => name), 'command'];
    if (!known.includes(layout)) {
        throw new usage_error/* UsageError */.e(`explain: there is no layout "${layout}".${(0,wrong/* didYouMean */.au)(layout, known)} Known: ${known.join(', ')}.`);
    }
    const rule = registry/* RULES */.y.find((one) => one.id === id);
    return rule && (await helpIn(layout, rule));
}
function indent({ sql }) {
    return sql.replace(/^/gm, '  ');
}
function unwrap(text) {
    return plain(text.replace(/\n/g, ' '));
}
function plain(text) {
    return text.replaceAll('`', '');
}


/***/ }),

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
