export const id = 405;
export const ids = [405];
export const modules = {

/***/ 6405:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HTML_BUDGET: () => (/* binding */ HTML_BUDGET),
  renderHtml: () => (/* binding */ renderHtml)
});

// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(1707);
;// CONCATENATED MODULE: ./build/report/html/markup.js
/** HTML that can only be made of our own text and of what has been through the gate (escape.ts). */

/** Markup of ours. Only this module makes it. */
class Markup {
    source;
    constructor(source) {
        this.source = source;
    }
}
/** Tag of a template of ours: whatever is filled in goes through the gate, in attributes as in text. */
function html(ours, ...parts) {
    return new Markup(ours.reduce((all, text, at) => all + inMarkup(parts[at - 1]) + text));
}
/** The style sheet, the script and other text of ours: never of a report. */
function ours(text) {
    return new Markup(text);
}
/** Parts with a separator between them; empty ones are left out. */
function joined(parts, separator) {
    const all = parts.map(inMarkup).filter((it) => it !== '');
    return new Markup(all.join(inMarkup(separator)));
}
/** Parts with commas between them. */
function list(parts) {
    return joined(parts, ', ');
}
function isEmpty(part) {
    return inMarkup(part) === '';
}
/** A sentence: what it has in backticks becomes code. */
function prose(text, max = 2000) {
    const pieces = (0,report_escape/* oneLine */.TN)(text, max).split(report_escape/* CODE */.Sq);
    return joined(pieces.map((piece, at) => (at % 2 === 1 ? code(piece) : piece)), '');
}
function code(text, max = 400) {
    const line = (0,report_escape/* oneLine */.TN)(text, max);
    return line === '' ? html `<i>(empty)</i>` : html `<code>${line}</code>`;
}
/** A link to the web; only the label where there is no such address. */
function markup_link(label, url) {
    const address = (0,report_escape/* webAddress */.Dy)(url);
    return address === null ? html `${label}` : html `<a href="${address}" rel="noopener noreferrer">${label}</a>`;
}
/** `path:line`, as code. */
function placeName(path, line) {
    return html `<code class="path">${(0,report_escape/* shortPath */._1)(path)}:${line}</code>`;
}
function inMarkup(part) {
    if (part instanceof Markup)
        return part.source;
    if (Array.isArray(part))
        return part.map(inMarkup).join('');
    if (typeof part === 'string')
        return (0,report_escape/* html */.qy)(part);
    return typeof part === 'number' ? String(part) : '';
}

;// CONCATENATED MODULE: ./build/report/html/view.js

/** `path:line`, as a link where an address is known. */
function place({ context }, { path, line }) {
    return markup_link(placeName(path, line), context.lineUrl?.(path, line));
}
/** `line 7`, as a link where an address is known. */
function lineOf({ context }, { path, line }) {
    return markup_link(html `line ${line}`, context.lineUrl?.(path, line));
}
function ruleLink({ context }, { rule }) {
    return markup_link(code(rule, 80), context.ruleUrl?.(rule));
}
/** A section; nothing where its body is. */
function section(id, heading, body, level = 2) {
    if (isEmpty(body))
        return html ``;
    return level === 2
        ? html `<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${heading}</h2>${body}</section>`
        : html `<section id="${id}" aria-labelledby="${id}-h"><h3 id="${id}-h">${heading}</h3>${body}</section>`;
}
/**
 * A table; without rows it is nothing. On narrow screens its rows stand as blocks, each cell with its heading: the roles keep it a
 * table all the same.
 */
function table(caption, head, rows) {
    if (rows.length === 0)
        return html ``;
    const columns = head.map((it) => html `<th role="columnheader" scope="col">${it}</th>`);
    const cell = (it, at) => at === 0
        ? html `<th role="rowheader" scope="row">${it}</th>`
        : html `<td role="cell"${!isEmpty(it) && html ` data-h="${head[at]}"`}>${it}</td>`;
    const body = rows.map((row) => html `<tr role="row">${row.map(cell)}</tr>\n`);
    return html `<div class="scroll"><table role="table"><caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns}</tr></thead>
<tbody role="rowgroup">${body}</tbody></table></div>`;
}
/** What folds away. */
function fold(summary, body, open = false) {
    if (isEmpty(body))
        return html ``;
    return html `<details${open && html ` open`}><summary>${summary}</summary><div class="folded">${body}</div></details>`;
}
/** What was cut off. */
function andMore(hidden, noun, plural = `${noun}s`) {
    if (hidden <= 0)
        return html ``;
    return html `<p class="more">…and ${hidden} more ${hidden === 1 ? noun : plural}: the JSON report has all.</p>`;
}
/** A word with its sign: never by colour alone. */
function mark(kind, word) {
    return html `<span class="mark ${kind}"><span aria-hidden="true">${SIGNS[kind]}</span> <span>${word}</span></span>`;
}
const SIGNS = { good: '✓', bad: '✕', open: '–', warn: '!' };

;// CONCATENATED MODULE: ./build/report/html/changes.js


const WORDS = { extra: 'new', missing: 'gone', changed: 'changed' };
/** In the order of the statements that made them. */
function changes(view, { statements }) {
    const all = statements
        .filter(({ role }) => role === 'up')
        .flatMap((it) => it.objects.map((object) => ({ object, line: it.line, path: it.path })));
    const shown = all.slice(0, view.limits.rows);
    // A name whose values nobody read needs no column for them.
    const known = shown.some(({ object }) => object.before !== undefined || object.after !== undefined);
    const rows = shown.map(({ object, ...at }) => [
        code(object.name, 120),
        prose(object.kind, 60),
        sign(object.change),
        ...(known ? [values(object)] : []),
        lineOf(view, at),
    ]);
    const head = ['Name', 'Kind', 'Change', ...(known ? ['Before and after'] : []), 'By'];
    return html `${table('Objects that it creates, changes and drops', head, rows)}${andMore(all.length - shown.length, 'object')}`;
}
/** The same between two snapshots of the catalogs. */
function differences({ limits }, caption, all) {
    const shown = all.slice(0, limits.rows);
    const rows = shown.map((it) => [code(it.name, 120), prose(it.kind, 60), sign(it.change), values(it)]);
    return html `${table(caption, ['Name', 'Kind', 'Difference', 'Before and after'], rows)}${andMore(all.length - shown.length, 'difference')}`;
}
function sign(change) {
    const signs = { extra: '+', missing: '−', changed: '~' };
    return html `<span class="change ${change}"><span aria-hidden="true">${signs[change]}</span> ${WORDS[change]}</span>`;
}
function values({ before, after }) {
    const was = before !== undefined &&
        html `<span class="was"><span class="unseen">before: </span><code>${before.slice(0, 1500)}</code></span>`;
    const is = after !== undefined &&
        html `<span class="is"><span class="unseen">after: </span><code>${after.slice(0, 1500)}</code></span>`;
    return html `${was}${is}`;
}

// EXTERNAL MODULE: ./build/report/words.js
var words = __webpack_require__(9275);
;// CONCATENATED MODULE: ./build/report/html/checklist.js




const checklist_SIGNS = { proven: 'good', failed: 'bad', 'not checked': 'open' };
function checklist({ limits }, { proofs }) {
    const shown = proofs.slice(0, limits.rows);
    const rows = shown.map(({ status, title, detail }) => [
        prose(title, 200),
        mark(checklist_SIGNS[status], html `<span class="nowrap">${status}</span>`),
        prose(detail, 600),
    ]);
    return html `<div class="checklist">${table('What was tried, and what it showed', ['What', 'Result', 'Seen on'], rows)}</div>${andMore(proofs.length - shown.length, 'line')}`;
}
/** `7 proven, 1 failed`. */
function tally(proofs) {
    const of = (status) => proofs.filter((it) => it.status === status).length;
    const parts = ['failed', 'not checked', 'proven'].map((status) => [of(status), status]);
    return parts.flatMap(([number, status]) => (number > 0 ? [`${number} ${status}`] : [])).join(', ');
}
/** What proofs have to show besides their line: small tables, such as what writes cost. */
function proofTables({ limits }, { proofs }) {
    const tables = proofs.flatMap(({ table: shown }) => {
        if (shown === undefined)
            return [];
        const rows = shown.rows.slice(0, limits.rows);
        const cells = rows.map(([first = '', ...rest]) => [
            code(first, 120),
            ...rest.map((it) => prose(it, 300)),
        ]);
        const head = shown.head.map((it) => (0,report_escape/* oneLine */.TN)((0,words/* unmarked */.u7)(it), 80));
        const caption = shown.caption.charAt(0).toUpperCase() + shown.caption.slice(1);
        const body = html `${table(prose(caption, 120), head, cells)}${andMore(shown.rows.length - rows.length, 'row')}`;
        return [rows.length > MANY ? fold(prose(caption, 120), body) : body];
    });
    return html `${tables}`;
}
/** Longer tables fold away. */
const MANY = 8;

;// CONCATENATED MODULE: ./build/report/html/queries.js



const PLANS = {
    chosen: mark('good', 'chosen'),
    usable: mark('open', 'usable, not chosen on these tables'),
    'not used': mark('bad', 'not used'),
};
const RESULTS = {
    works: mark('good', 'works'),
    breaks: mark('bad', 'breaks'),
    'breaks where prepared': mark('bad', 'breaks where it was prepared before'),
    'fails already': mark('open', 'fails on the old schema, too'),
    'not checked': mark('open', 'not checked'),
};
function plans(view, { plans: all }) {
    const shown = all.slice(0, view.limits.rows);
    const rows = shown.map((it) => [lineOf(view, it), code(it.index, 120), PLANS[it.status], nodes(it.plan)]);
    return html `${table('Query plans, and the index that each shall use', ['Query', 'Index', 'Result', 'Plan'], rows)}${andMore(all.length - shown.length, 'plan')}`;
}
/** Those that break or have another plan; the rest is counted. */
function queries(view, { queries: all }) {
    const changed = all.filter((it) => it.status !== 'works' || it.planBefore !== it.planAfter);
    const shown = changed.slice(0, view.limits.rows);
    const rows = shown.map((it) => [
        html `${code(it.name, 80)} <span class="quiet">${place(view, it)}</span>`,
        html `${RESULTS[it.status]}${it.sqlstate && html ` ${code(it.sqlstate, 10)}`}${it.error && html ` ${prose(it.error, 300)}`}`,
        it.planBefore === undefined ? '' : nodes(it.planBefore),
        it.planAfter !== undefined && it.planAfter === it.planBefore ? 'the same' : nodes(it.planAfter ?? ''),
    ]);
    const same = all.length - changed.length;
    const rest = same > 0 && html `<p>${(0,words/* count */.U9)(same, 'query works', 'queries work')} with the same plan as before.</p>`;
    return html `${table('Queries of the application that change', ['Query', 'Result', 'Plan before', 'Plan after'], rows)}${andMore(changed.length - shown.length, 'query', 'queries')}${rest}`;
}
/** A plan's nodes, each below the one that reads it. */
function nodes(plan) {
    if (plan === '')
        return html ``;
    const steps = plan.split(' > ').slice(0, 12);
    return html `<ol class="plan">${steps.map((it) => html `<li>${code(it, 200)}</li>`)}</ol>`;
}

;// CONCATENATED MODULE: ./build/report/html/rerun.js




const TONES = {
    repeatable: 'good',
    differs: 'bad',
    fails: 'bad',
    'not checked': 'open',
};
const rerun_WORDS = {
    repeatable: 'applies again after the rollback, with the same schema',
    differs: 'applies again after the rollback, with another schema',
    fails: 'fails when it is applied again after the rollback',
    'not checked': 'not checked',
};
function rerun(view, { path, rerun: it }) {
    const all = it.interrupted ?? [];
    const shown = all.slice(0, view.limits.rows);
    const rows = shown.map((one) => [
        lineOf(view, { path, line: one.line }),
        one.leavesInvalidIndex ? 'an invalid index' : 'what came before',
        retry(one.again),
        one.rolledBack ? retry(one.rolledBack) : 'there is no rollback script',
    ]);
    const head = ['Stopped at', 'Left behind', 'Run again', 'Rolled back instead'];
    return html `<p>${mark(TONES[it.verdict], html `<strong>${rerun_WORDS[it.verdict]}</strong>`)}</p>${differences(view, 'What differs after applying again', it.differences)}${table('A failure halfway, and what comes next', head, rows)}${andMore(all.length - shown.length, 'interruption')}`;
}
function retry(it) {
    const state = it.sqlstate && html ` ${code(it.sqlstate, 10)}`;
    return html `${mark(it.verdict === 'succeeds' ? 'good' : 'bad', html `<span class="told">${prose((0,words/* retryInWords */.r_)(it), 400)}${state}</span>`)}`;
}

// EXTERNAL MODULE: ./build/report/help.js
var help = __webpack_require__(1791);
// EXTERNAL MODULE: ./build/report/markdown/fix.js
var fix = __webpack_require__(7169);
;// CONCATENATED MODULE: ./build/report/html/sql.js
/** SQL with its words told apart, quietly: a reading aid, line by line, no parser. */


const sql_WORDS = 'ADD ALL ALTER ANALYZE AND ANY AS ASC BEGIN BETWEEN BY CASCADE CASE CAST CHECK CLUSTER COLUMN COMMENT COMMIT CONCURRENTLY CONFLICT CONSTRAINT COPY CREATE CROSS DATABASE DEFAULT DEFERRABLE DELETE DESC DETACH DISABLE DISTINCT DO DOMAIN DROP EACH ELSE ENABLE END ENUM EXCLUDE EXECUTE EXISTS EXPLAIN EXTENSION FALSE FOR FOREIGN FROM FULL FUNCTION GENERATED GRANT GROUP HAVING IDENTITY IF IN INCLUDE INDEX INNER INSERT INTO IS JOIN KEY LANGUAGE LEFT LIKE LIMIT LOCK MATERIALIZED NOT NULL NULLS OF OFFSET ON ONLY OR ORDER OUTER OVER OWNER PARTITION POLICY PRIMARY PROCEDURE PUBLICATION REFERENCES REFRESH REINDEX RENAME REPLACE RESET RESTRICT RETURNING RETURNS REVOKE RIGHT ROLE ROLLBACK ROW ROWS SAVEPOINT SCHEMA SECURITY SELECT SEQUENCE SET SOME STORED TABLE TABLESPACE TEMPORARY THEN TO TRIGGER TRUE TRUNCATE TYPE UNION UNIQUE UPDATE USING VACUUM VALID VALIDATE VALUES VIEW WHEN WHERE WITH WITHOUT';
const TOKENS = `(?<c>--.*$|/\\*.*?(?:\\*/|$))|(?<s>'(?:[^']|'')*'?)|(?<q>"(?:[^"]|"")*"?)|(?<k>\\b(?:${sql_WORDS.replaceAll(' ', '|')})\\b)`;
/** Pages of prose have small letters' words that are no SQL. */
const SHOUTED = new RegExp(TOKENS, 'g');
const SPOKEN = new RegExp(TOKENS, 'gi');
/** The longest line that is shown. */
const LONGEST = 400;
/** One line, with what is marked in it. A mark that is far to the right is brought into view. */
function sqlLine(line, isSql, span = null) {
    const start = span && span.from > LONGEST / 2 && line.length > LONGEST ? span.from - 40 : 0;
    const shown = (0,report_escape/* sourceLine */._J)(line.slice(start, start + LONGEST));
    const parts = start > 0 ? ['…'] : [];
    const add = (text, kind, at) => {
        for (const [piece, marked] of cut(text, at, span && { from: span.from - start, to: span.to - start })) {
            const inner = kind === '' ? piece : html `<i class="${kind}">${piece}</i>`;
            parts.push(marked ? html `<mark>${inner}</mark>` : inner);
        }
    };
    let last = 0;
    for (const match of shown.matchAll(isSql ? SPOKEN : SHOUTED)) {
        add(shown.slice(last, match.index), '', last);
        const kind = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined)?.[0] ?? '';
        add(match[0], kind, match.index);
        last = match.index + match[0].length;
    }
    add(shown.slice(last), '', last);
    if (line.length > start + LONGEST)
        parts.push('…');
    return html `${parts}`;
}
/** SQL of several lines. */
function sqlText(text, max) {
    const lines = (0,report_escape/* truncate */.xv)((0,report_escape/* clean */.uH)(text), max).trimEnd().split('\n');
    return html `${lines.map((line, at) => [at > 0 && '\n', sqlLine(line, true)])}`;
}
/** A text at a place of its line, in pieces that are marked or not. */
function cut(text, at, span) {
    if (span === null)
        return text === '' ? [] : [[text, false]];
    const from = Math.min(Math.max(span.from - at, 0), text.length);
    const to = Math.min(Math.max(span.to - at, from), text.length);
    const pieces = [
        [text.slice(0, from), false],
        [text.slice(from, to), true],
        [text.slice(to), false],
    ];
    return pieces.filter(([piece]) => piece !== '');
}

;// CONCATENATED MODULE: ./build/report/html/help.js





/** SQL with a place for the button that copies it: the script makes the button. */
function copyable(sql, max) {
    return html `<pre class="copy"><code>${sqlText(sql, max)}</code></pre>`;
}
function help_help(text, { limits }) {
    return html `${(0,help/* helpBlocks */.q)(text).map((it) => it.kind === 'sql' ? copyable(it.text, limits.sql) : html `<p>${prose(it.text, 1500)}</p>`)}`;
}
/** The line that silences it, for who means it. */
function ignoreLine({ ignore }) {
    if (!ignore)
        return html ``;
    return html `<details class="ignore"><summary>Meant this way</summary><div class="folded"><p>Say why in a comment above the statement, and it does not count:</p>${copyable(ignore, 300)}</div></details>`;
}
/** The help of a group: what its findings have in common is said once, and whose SQL differs is said file by file. */
function helps(view, findings) {
    const paths = [...new Set(findings.map(({ path }) => path))];
    if (paths.length === 1 || new Set(findings.map((it) => it.help)).size === 1)
        return helpOfFile(view, findings);
    const shown = paths.slice(0, MOST_FILES).flatMap((path) => {
        const inFile = findings.filter((it) => it.path === path);
        const [first] = inFile;
        return first ? [html `<p>${place(view, first)}</p>${helpOfFile(view, inFile)}`] : [];
    });
    return html `${shown}${andMore(paths.length - shown.length, 'file with the like', 'files with the like')}`;
}
const MOST_FILES = 20;
function helpOfFile(view, findings) {
    const merged = (0,fix/* mergeHelp */.k)(findings);
    if (merged !== null)
        return help_help(merged, view);
    const texts = [...new Set(findings.map((it) => it.help))].filter((it) => it.trim() !== '');
    return html `${texts.map((it) => help_help(it, view))}`;
}

;// CONCATENATED MODULE: ./build/report/html/rollback.js




const rollback_TONES = {
    reversible: 'good',
    'reversible, loses data written after deploy': 'warn',
    'reversible only while there is no new data': 'bad',
    'schema restored, data lost': 'bad',
    'schema restored, rows not tried': 'warn',
    'not restored': 'bad',
    'down fails': 'bad',
};
function rollback(view, migration) {
    const { rollback: it } = migration;
    const { verdict, irreversible, missingSql, reordered = [], harmless = [] } = it;
    const forgot = missingSql &&
        html `<p>Run on the server, this made differences go away. Add it to the rollback:</p>${copyable(missingSql, view.limits.sql)}`;
    const order = reordered.length > 0 &&
        html `<p>Columns stand in another order than before in ${list(reordered.slice(0, view.limits.rows).map((one) => code(one, 100)))}: no difference to SQL that names them.</p>`;
    return html `<p>${mark(rollback_TONES[verdict] ?? 'open', html `<strong>${verdict === 'no down' ? 'there is no rollback script' : verdict}</strong>`)}${irreversible && html `: ${prose(irreversible, 500)}`}</p>
${differences(view, 'What is not as before the migration', it.differences)}${forgot}${data(view, migration)}${order}${fold('Differences that count for nothing', differences(view, 'What differs and counts for nothing', harmless))}`;
}
/** Rows: what is lost, what stops the rollback, what goes with it. */
function data(view, { statements, path, rollback: { data: rows } }) {
    const { lost = [], refused = [], dropped = [] } = rows ?? {};
    const down = statements.find(({ role }) => role === 'down')?.path ?? path;
    const all = [
        ...lost.map(({ table: of, column, detail }) => [
            code(column === undefined ? of : `${of}.${column}`, 120),
            mark('bad', 'not brought back'),
            prose(detail, 300),
        ]),
        ...refused.map(({ data: which, line, sqlstate, error }) => [
            prose(which, 200),
            mark('bad', html `${lineOf(view, { path: down, line })} fails`),
            html `${code(sqlstate, 10)} ${prose(error, 300)}`,
        ]),
        ...dropped.map((one) => [
            code(one, 120),
            mark('warn', 'goes with it'),
            'what is written there after the deployment',
        ]),
    ];
    const shown = all.slice(0, view.limits.rows);
    return html `${table('Rows after the rollback', ['Rows', 'Rollback', 'Detail'], shown)}${andMore(all.length - shown.length, 'row')}`;
}

;// CONCATENATED MODULE: ./build/report/html/lanes.js
/** Columns that lie between are left out where there are more. */
const MOST_COLUMNS = 60;
/** One picture for each script that took locks: what applies the migration, what rolls it back. */
function pictures(migration, most) {
    const numbered = migration.lockTimeline.map((hold, index) => ({ hold, index }));
    const roles = [...new Set(migration.lockTimeline.map(({ role }) => role))];
    return roles.map((role) => {
        const all = numbered.filter(({ hold }) => hold.role === role);
        return draw(role, all, migration.statements, most);
    });
}
function draw(role, all, statements, most) {
    const every = columnsOf(role, all, statements);
    const wanted = heaviest(all, most).map((it) => ({ ...it, ...spanOf(it.hold, every) }));
    const kept = keep(every.length, wanted);
    const bars = wanted.flatMap(({ from, to, ...bar }) => {
        const begin = kept.findIndex((at) => at >= from);
        const end = kept.findLastIndex((at) => at <= to);
        return begin < 0 || end < begin ? [] : [{ ...bar, from: begin, to: end, row: 0 }];
    });
    const columns = kept.flatMap((at, number) => {
        const column = every[at];
        return column ? [{ ...column, skipped: at - (kept[number - 1] ?? -1) - 1 }] : [];
    });
    const hidden = all.length - bars.length;
    return { role, columns, lanes: lanesOf(bars), transactions: transactionsOf(bars), hidden };
}
/** The statements of the script, and lines of locks that no statement is known for. */
function columnsOf(role, all, statements) {
    const columns = statements.flatMap((statement, index) => statement.role === role ? [{ path: statement.path, line: statement.line, statement, index, skipped: 0 }] : []);
    const key = (path, line) => `${line} ${path}`;
    const known = new Set(columns.flatMap((it) => [key(it.path, it.line), key(it.path, lastLineOf(it))]));
    const unknown = all
        .flatMap(({ hold }) => [hold.from, ...(hold.untilPath === undefined ? [hold.until] : [])].map((line) => ({ path: hold.path, line })))
        .filter(({ path, line }) => !known.has(key(path, line)) && known.add(key(path, line)));
    if (unknown.length === 0)
        return columns;
    const more = unknown.map((it) => ({ ...it, statement: null, index: -1, skipped: 0 }));
    return [...columns, ...more].sort((a, b) => (a.path === b.path ? a.line - b.line : 0));
}
/** A lock is taken where its statement begins, and released where the last one of its transaction ends. */
function spanOf(hold, columns) {
    const begins = (it) => it.line === hold.from && it.path === hold.path;
    const taking = columns.findIndex((it) => begins(it) && takes(it.statement, hold));
    const from = taking >= 0 ? taking : Math.max(0, columns.findIndex(begins));
    const path = hold.untilPath ?? hold.path;
    const to = columns.findLastIndex((it) => lastLineOf(it) === hold.until && it.path === path);
    const goesOn = to < 0;
    return { from, to: goesOn ? columns.length - 1 : Math.max(from, to), goesOn };
}
function lastLineOf({ line, statement }) {
    return statement?.endLine ?? line;
}
function takes(statement, { relation, mode }) {
    return statement?.locks?.some((it) => it.relation === relation && it.mode === mode) ?? false;
}
/** In their order; where there are too many, those that stop reads or writes first. */
function heaviest(all, most) {
    if (all.length <= most)
        return all;
    const sorted = [...all].sort((a, b) => weight(b.hold) - weight(a.hold) || a.index - b.index);
    return sorted.slice(0, most).sort((a, b) => a.index - b.index);
}
function weight({ blocks }) {
    return blocks.includes('reads') ? 2 : blocks.includes('writes') ? 1 : 0;
}
/** All columns, or those where a bar begins or ends, as far as there is room. */
function keep(columns, bars) {
    const all = Array.from({ length: columns }, (_, at) => at);
    if (columns <= MOST_COLUMNS)
        return all;
    const ends = new Set(bars.flatMap(({ from, to }) => [from, to]));
    return all.filter((at) => ends.has(at)).slice(0, MOST_COLUMNS);
}
/** Bars of one relation that overlap stand below each other. */
function lanesOf(bars) {
    const lanes = new Map();
    for (const bar of bars) {
        const lane = lanes.get(bar.hold.relation) ?? { relation: bar.hold.relation, bars: [], rows: 0 };
        const taken = lane.bars.filter((it) => it.from <= bar.to && bar.from <= it.to).map(({ row }) => row);
        while (taken.includes(bar.row))
            bar.row++;
        lane.bars.push(bar);
        lane.rows = Math.max(lane.rows, bar.row + 1);
        lanes.set(bar.hold.relation, lane);
    }
    // What stops reads is what one looks for; else in the order of their statements.
    return [...lanes.values()].sort((a, b) => heaviestOf(b) - heaviestOf(a));
}
function heaviestOf({ bars }) {
    return bars.reduce((most, { hold }) => Math.max(most, weight(hold)), 0);
}
function transactionsOf(bars) {
    const spans = new Map();
    for (const { hold, from, to } of bars) {
        const span = spans.get(hold.transaction) ?? { number: hold.transaction, from, to };
        spans.set(hold.transaction, { ...span, from: Math.min(span.from, from), to: Math.max(span.to, to) });
    }
    return [...spans.values()];
}

;// CONCATENATED MODULE: ./build/report/html/timeline.js





/** Rows of one lane that the style sheet knows. */
const MOST_ROWS = 12;
const TITLES = {
    up: 'When it is applied',
    down: 'When it is rolled back',
    verify: 'When it is validated',
    maintenance: 'Its maintenance script',
};
const KINDS = ['ddl', 'writes', 'reads'];
const LEGEND = {
    reads: 'reads and writes wait',
    writes: 'writes wait, reads go on',
    ddl: 'only DDL or VACUUM wait',
};
/** Empty where no session could have waited for anything. */
function timeline(view, migration, id) {
    if (migration.lockTimeline.length === 0)
        return html ``;
    const drawn = pictures(migration, view.limits.bars);
    return html `<p class="lead">One column for each statement, one lane for each table or index. A bar begins with the statement that takes the lock and ends with the one after whose end it is released; who has to wait meanwhile is on the bar.</p>${legend()}${drawn.map((it) => picture(view, it, id))}${asTable(view, migration, id)}`;
}
function legend() {
    const items = [2, 1, 0].map((it) => {
        const kind = KINDS[it];
        return html `<li><span class="swatch ${kind}" aria-hidden="true">${badge(kind)}</span> ${LEGEND[kind]}</li>`;
    });
    return html `<ul class="legend" aria-label="What the bars mean">${items}</ul>`;
}
/** R and W for who waits: readers, writers. */
function badge(kind) {
    return kind === 'reads' ? 'RW' : kind === 'writes' ? 'W' : '';
}
function picture(view, drawn, id) {
    const { role, columns, lanes, transactions, hidden } = drawn;
    const name = `${id}-${role}`;
    const known = statementLinks(view, id);
    const worst = worstColumn(drawn);
    const axis = columns.map((it, at) => step(it, at, known(it), at === worst));
    const spans = transactions.map(({ number, from, to }) => html `<li class="s${from + 1} e${to + 2}" title="transaction ${number}"><span>${to > from ? 'transaction ' : ''}${number}</span></li>`);
    return html `
<figure class="timeline" aria-labelledby="${name}-t"><figcaption id="${name}-t"><strong>${TITLES[role]}</strong> ${code(columns[0]?.path ?? '', 200)}</figcaption>
<div class="tools" hidden></div>
<div class="chart n${columns.length}" role="group" aria-label="${TITLES[role]}: locks by statement">
<div class="strip head"><div class="name">Transaction</div><ol class="cols">${spans}</ol></div>
<div class="strip axis"><div class="name">Line, statement</div><ol class="cols">${axis}</ol></div>
${lanes.map((it) => lane(it, id, columns))}
</div>
<div class="inspector" aria-live="polite" hidden></div>
${andMore(hidden, 'lock')}</figure>`;
}
/** The one with which most begins to wait: what is shown before anything is pointed at. */
function worstColumn({ lanes, columns }) {
    const score = columns.map(() => 0);
    for (const { hold, from, to } of lanes.flatMap(({ bars }) => bars)) {
        score[from] = (score[from] ?? 0) + weight(hold) * (to - from + 1);
    }
    return score.indexOf(score.reduce((a, b) => Math.max(a, b), 0));
}
/** Where a statement is shown in full, while it is. */
function statementLinks({ limits }, id) {
    return ({ index }) => (index >= 0 && index < limits.statements ? `${id}-s${index}` : null);
}
function step({ line, statement, skipped }, at, target, isWorst) {
    const words = statement ? (/^\s*(\w+(?:\s+\w+)?)/.exec((0,report_escape/* oneLine */.TN)(statement.sql, 80))?.[1] ?? '') : '';
    const failed = statement?.status === 'failed';
    const inner = html `<span class="unseen">Line </span><b>${line}</b><span class="unseen">: </span><span class="verb">${failed && html `<span aria-hidden="true">✕ </span><span class="unseen">failed, </span>`}${words.toUpperCase()}</span>`;
    const gap = skipped > 0 &&
        html `<span class="skipped" title="${skipped} statements that neither take nor release a lock">+${skipped}</span>`;
    const data = html ` data-at="${at}" data-ms="${statement?.durationMs ?? 0}"${isWorst && html ` data-worst`}`;
    return html `<li class="s${at + 1}">${gap}<a class="step"${target !== null && html ` href="#${target}"`}${data}>${inner}</a></li>`;
}
function lane({ relation, bars, rows }, id, columns) {
    return html `<div class="strip lane rows${Math.min(rows, MOST_ROWS)}"><div class="name">${code(relation, 80)}</div><ul class="cols" aria-label="Locks on ${(0,report_escape/* oneLine */.TN)(relation, 80)}">${bars.map((it) => drawnBar(it, id, columns))}</ul></div>
`;
}
function drawnBar({ hold, index, from, to, row, goesOn }, id, columns) {
    const kind = KINDS[hold.isNew ? 0 : weight(hold)] ?? 'ddl';
    const until = goesOn ? ` to its end in ${hold.untilPath ?? 'another file'}` : ` to line ${hold.until}`;
    const span = !goesOn && hold.from === hold.until ? `on line ${hold.from}` : `from line ${hold.from}${until}`;
    const label = `${hold.mode} on ${hold.relation}, ${span}: ${waits(hold)}. Held ${(0,words/* duration */.p0)(hold.heldMs)} in the rehearsal.`;
    const begins = columns[from]?.line ?? hold.from;
    return html `<li class="s${from + 1} e${to + 2} r${Math.min(row, MOST_ROWS - 1) + 1}"><a class="bar ${kind}${goesOn && ' on'}" href="#${id}-l${index}" data-from="${from}" data-to="${to}" data-begins="${begins}" ><span class="said unseen">${(0,report_escape/* oneLine */.TN)(label, 300)}</span>${kind !== 'ddl' && html `<span class="who" aria-hidden="true">${badge(kind)}</span>`}<span aria-hidden="true">${hold.mode}</span></a></li>`;
}
/** `reads, writes and DDL wait`. */
function waits({ blocks, isNew }) {
    if (isNew)
        return 'new, nobody can wait for it';
    const named = blocks.map((it) => (it === 'ddl' ? 'DDL' : it === 'vacuum' ? 'VACUUM' : it));
    if (named.length === 0)
        return 'nobody waits';
    const last = named.at(-1);
    return named.length === 1 ? `${last} waits` : `${named.slice(0, -1).join(', ')} and ${last} wait`;
}
function asTable(view, { lockTimeline, path }, id) {
    const shown = lockTimeline.slice(0, view.limits.rows);
    const rows = shown.map((hold, at) => [
        html `<span id="${id}-l${at}">${code(hold.relation, 120)}</span>`,
        html `<code>${hold.mode}</code>`,
        waits(hold),
        html `${hold.path !== path && html `${code(hold.path.split('/').at(-1) ?? '', 80)} `}${lineOf(view, { path: hold.path, line: hold.from })}`,
        until(view, hold),
        `${hold.role} ${hold.transaction}`,
        (0,words/* duration */.p0)(hold.heldMs),
    ]);
    const head = ['On', 'Lock', 'Who waits', 'Taken at', 'Until the end of', 'Transaction', 'Held in the rehearsal'];
    const caption = `${(0,words/* count */.U9)(lockTimeline.length, 'lock')}, and who waits for each`;
    return fold('The same as a table', html `${table(caption, head, rows)}${andMore(lockTimeline.length - shown.length, 'lock')}`);
}
function until({ context }, hold) {
    const path = hold.untilPath ?? hold.path;
    return html `${markup_link(html `line ${hold.until}`, context.lineUrl?.(path, hold.until))}${hold.untilPath && html ` of ${code(hold.untilPath, 120)}`}`;
}

;// CONCATENATED MODULE: ./build/report/html/statements.js





const MOST_LOCKS = 12;
const MOST_NAMES = 8;
const MOST_NOTICES = 5;
/** Open while they are few. */
const FEW = 3;
function statements(view, { statements: all, madeToRun }, id) {
    if (all.length === 0)
        return html ``;
    const shown = all.slice(0, view.limits.statements);
    const total = all.reduce((sum, { durationMs }) => sum + durationMs, 0);
    const ran = all.some(({ status }) => status !== 'notRun');
    const items = shown.map((it, at) => html `<li id="${id}-s${at}" class="statement">${statement(view, it)}</li>\n`);
    const body = html `<ol class="statements">${items}</ol>${andMore(all.length - shown.length, 'statement')}`;
    const title = `${(0,words/* count */.U9)(all.length, 'statement')}${ran ? `, ${(0,words/* duration */.p0)(total)} in the rehearsal` : ', not run'}`;
    return html `${madeToRun && html `<p>To check the rest, the rehearsal changed how it ran: ${prose(madeToRun)}</p>`}${fold(title, body, all.length <= FEW)}`;
}
function statement(view, it) {
    const facts = it.status === 'applied' || it.status === 'failed' ? observed(it) : html ``;
    const role = it.role !== 'up' && html ` <span class="quiet">${ROLES[it.role]}</span>`;
    return html `<p class="meta">${place(view, it)} ${result(it)}${role} <span class="quiet">${it.status === 'applied' && (0,words/* duration */.p0)(it.durationMs)}</span></p><pre><code>${sqlText(it.sql, Math.min(view.limits.sql, 1500))}</code></pre>${facts}`;
}
const ROLES = { up: 'migration', down: 'rollback', verify: 'validation', maintenance: 'maintenance' };
function result({ status, sqlstate }) {
    const state = sqlstate && html ` ${code(sqlstate, 10)}`;
    if (status === 'applied')
        return mark('good', 'applied');
    if (status === 'failed')
        return mark('bad', html `failed${state}`);
    return mark('open', status === 'skipped' ? 'not reached' : 'not run');
}
function observed(it) {
    const entries = [
        ['Error', it.error && prose(it.error, 800)],
        ['Hint', it.hint && prose(it.hint, 400)],
        ['Takes', locks(it)],
        [
            'Other locks',
            names(it.objectLocks.map(({ object, mode }) => html `<code>${mode}</code> on ${code(object, 100)}`)),
        ],
        ['Waits for', names(it.waits.map((one) => prose(one, 120)))],
        ['Rewrites', names(it.rewrites.map((one) => code(one, 100)))],
        ['Reads all of', names(it.scans.map((one) => code(one, 100)))],
        ['Writes', names(it.rows.map(written))],
        ['Leaves invalid', names(it.invalidIndexes.map((one) => code(one, 100)))],
        ['The server said', names(it.notices.slice(0, MOST_NOTICES).map((one) => prose(one, 300)))],
    ];
    const shown = entries.filter(([, value]) => !isEmpty(value));
    return html `<dl class="seen">${shown.map(([name, value]) => html `<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
function written({ relation, inserted, updated, deleted }) {
    const parts = [
        inserted > 0 && `${inserted} inserted`,
        updated > 0 && `${updated} updated`,
        deleted > 0 && `${deleted} deleted`,
    ];
    return html `${code(relation, 100)}: ${list(parts)}`;
}
function locks({ locks: all, status }) {
    if (all === null)
        return status === 'applied' ? 'could not be observed' : null;
    const felt = all.filter(({ isNew, blocks }) => !isNew && blocks.length > 0);
    if (felt.length === 0)
        return status === 'applied' ? 'none that others wait for' : null;
    const items = felt
        .slice(0, MOST_LOCKS)
        .map((it) => html `<li><code>${it.mode}</code> on ${code(it.relation, 100)}: ${waits(it)}</li>`);
    const more = felt.length - items.length;
    return html `<ul>${items}${more > 0 && html `<li>and ${more} more</li>`}</ul>`;
}
function names(all) {
    const more = all.length > MOST_NAMES && `and ${all.length - MOST_NAMES} more`;
    return list([...all.slice(0, MOST_NAMES), more]);
}

;// CONCATENATED MODULE: ./build/report/html/validations.js





const validations_RESULTS = {
    passed: mark('good', 'passed'),
    failed: mark('bad', 'failed'),
    unchecked: mark('open', 'ran, but nothing was expected of it, so it cannot fail'),
    notRun: mark('open', 'not run'),
};
const validations_MOST_ROWS = 5;
const validations_MOST_COLUMNS = 8;
function validations(view, { validations: all }) {
    const shown = all.slice(0, view.limits.rows);
    const items = shown.map((it) => html `<li>${validation(view, it)}</li>\n`);
    return html `${items.length > 0 && html `<ol class="statements">${items}</ol>`}${andMore(all.length - shown.length, 'query', 'queries')}`;
}
function validation(view, it) {
    const expected = it.expectation && html ` <span>expected ${code(it.expectation, 120)}</span>`;
    const detail = it.detail && html ` <span>${prose(it.detail, 500)}</span>`;
    return html `<p class="meta">${place(view, it)} ${validations_RESULTS[it.status]}${expected}${it.sqlstate && html ` ${code(it.sqlstate, 10)}`}${detail}</p><pre><code>${sqlText(it.sql, Math.min(view.limits.sql, 1500))}</code></pre>${validations_result(it)}`;
}
function validations_result({ columns = [], rows, line }) {
    if (columns.length === 0 || !rows)
        return html ``;
    if (rows.length === 0)
        return html `<p class="quiet">It gave no rows.</p>`;
    const shown = rows.slice(0, validations_MOST_ROWS);
    const cells = shown.map((row) => row.slice(0, validations_MOST_COLUMNS).map((cell) => (cell === null ? html `<i>null</i>` : code(cell, 80))));
    const head = columns.slice(0, validations_MOST_COLUMNS).map((it) => (0,report_escape/* oneLine */.TN)(it, 60));
    const wider = columns.length - validations_MOST_COLUMNS;
    const more = html `${andMore(rows.length - shown.length, 'row')}${wider > 0 && html `<p class="more">${(0,words/* count */.U9)(wider, 'more column')} not shown.</p>`}`;
    return fold((0,words/* count */.U9)(rows.length, 'row'), html `${table(`What the query of line ${line} gave`, head, cells)}${more}`);
}

;// CONCATENATED MODULE: ./build/report/html/evidence.js










/** Up to here they are open. */
const evidence_FEW = 3;
function evidence(view) {
    const { migrations } = view.report;
    const [only, ...others] = migrations;
    if (only !== undefined && others.length === 0)
        return parts(view, only, 'm1');
    const shown = migrations.slice(0, view.limits.migrations);
    const sections = shown.map((migration, at) => {
        const id = `m${at + 1}`;
        const inner = parts(view, migration, id).filter(({ body }) => !isEmpty(body));
        const all = inner.map((it) => section(it.id, it.title, it.body, 3));
        const summary = `${tally(migration.proofs) || 'Nothing was run'}: all that was seen`;
        return { id, title: migration.id, body: fold(summary, html `${all}`, migrations.length <= evidence_FEW) };
    });
    const hidden = andMore(migrations.length - shown.length, 'migration');
    return isEmpty(hidden) ? sections : [...sections, { id: 'more', title: 'Other migrations', body: hidden }];
}
function parts(view, migration, id) {
    const ran = migration.statements.some(({ status }) => status !== 'notRun');
    const tried = (body) => (ran ? body : html ``);
    return [
        {
            id: `${id}-locks`,
            title: 'Lock timeline',
            count: migration.lockTimeline.length,
            body: timeline(view, migration, id),
        },
        { id: `${id}-checklist`, title: 'Checklist', count: migration.proofs.length, body: evidence_list(view, migration) },
        { id: `${id}-changes`, title: 'What changes', body: changes(view, migration) },
        { id: `${id}-rollback`, title: 'Rollback', body: tried(rollback(view, migration)) },
        { id: `${id}-rerun`, title: 'Running it again', body: tried(rerun(view, migration)) },
        { id: `${id}-plans`, title: 'Queries and plans', body: html `${plans(view, migration)}${queries(view, migration)}` },
        { id: `${id}-costs`, title: 'Costs', body: proofTables(view, migration) },
        {
            id: `${id}-validations`,
            title: 'Validation',
            count: migration.validations.length,
            body: validations(view, migration),
        },
        { id: `${id}-statements`, title: 'Statements', body: statements(view, migration, id) },
    ];
}
function evidence_list(view, migration) {
    const { path, layout } = migration;
    if (migration.proofs.length === 0)
        return html ``;
    return html `<p class="lead">${code(path, 200)}${layout !== 'plain' && html `, read as ${layout}`}: ${tally(migration.proofs)}.</p>${checklist(view, migration)}`;
}

// EXTERNAL MODULE: ./build/report/order.js
var order = __webpack_require__(9174);
;// CONCATENATED MODULE: ./build/report/html/source.js



const ABOVE = 2;
const BELOW = 1;
/** Of one place; the longest statements are told by their beginning. */
const MOST_MARKED = 14;
/** Windows with fewer lines between them are one. */
const NEAR = 2;
/** The lines of a report's files; each file is read once. */
class Sources {
    #files = new Map();
    #report;
    #texts;
    constructor({ report, context }) {
        this.#report = report;
        this.#texts = context.sources;
    }
    linesOf(path) {
        const known = this.#files.get(path);
        if (known)
            return known;
        const text = this.#texts?.get(path);
        const lines = text === undefined ? this.#quoted(path) : numbered(text, 1);
        this.#files.set(path, lines);
        return lines;
    }
    /** What the report has of a file. */
    #quoted(path) {
        const { migrations, findings } = this.#report;
        const statements = migrations.flatMap((it) => it.statements).filter((it) => it.path === path);
        if (statements.length > 0)
            return new Map(statements.flatMap((it) => [...numbered(it.sql, it.line)]));
        // Without a rehearsal: a finding that begins where its statement does.
        const told = findings.filter((it) => it.path === path && it.statement !== undefined && it.column === 1);
        return new Map(told.flatMap((it) => [...numbered(it.statement ?? '', it.line)]));
    }
}
function numbered(text, first) {
    return new Map(text.split(/\r\n?|\n/).map((line, at) => [first + at, line]));
}
/** Places of one file in its text, those near each other in one window; nothing where the text is not known. */
function source_frame(view, sources, places) {
    const [first] = places;
    if (first === undefined)
        return html ``;
    const lines = sources.linesOf(first.path);
    const marked = places.map((it) => ({ ...it, last: lastMarked(it) })).sort((a, b) => a.line - b.line);
    const windows = windowsOf(marked, lines);
    if (windows.length === 0)
        return html ``;
    const isSql = !/\.mdx?$/i.test(first.path);
    const shown = windows.map(({ from, to }, at) => {
        const gap = at > 0 && html `<span class="gap" aria-hidden="true">⋯</span>\n`;
        const body = [];
        for (let number = from; number <= to; number++) {
            const text = lines.get(number);
            if (text !== undefined)
                body.push(source_lineOf(text, number, marked, isSql));
        }
        return [gap, body];
    });
    return html `<figure class="frame"><figcaption>${place(view, first)}</figcaption><pre><code>${shown}</code></pre></figure>`;
}
function source_lineOf(text, number, places, isSql) {
    const hit = places.find((it) => number >= it.line && number <= it.last);
    if (!hit)
        return html `<span class="l" data-n="${number}">${sqlLine(text, isSql)}</span>\n`;
    const said = number === hit.line && html `<span class="unseen">here: </span>`;
    return html `<span class="l hit" data-n="${number}">${said}${sqlLine(text, isSql, spanIn(text, number, hit))}</span>\n`;
}
/** The part of a line that is meant, where it isn't all of it. */
function spanIn(text, number, { line, column, endLine, endColumn }) {
    if (line !== endLine || number !== line || endColumn <= column)
        return null;
    const whole = text.slice(0, column - 1).trim() === '' && /^;?\s*$/.test(text.slice(endColumn - 1));
    return whole ? null : { from: column - 1, to: endColumn - 1 };
}
function lastMarked({ line, endLine }) {
    return Math.min(Math.max(line, endLine), line + MOST_MARKED - 1);
}
function windowsOf(places, lines) {
    const windows = [];
    for (const { line, last } of places) {
        if (!lines.has(line))
            continue;
        const wanted = { from: Math.max(1, line - ABOVE), to: last + BELOW };
        while (wanted.from < line && isBlank(lines, wanted.from))
            wanted.from++;
        while (wanted.to > last && isBlank(lines, wanted.to))
            wanted.to--;
        const before = windows.at(-1);
        if (before && wanted.from <= before.to + NEAR + 1)
            before.to = Math.max(before.to, wanted.to);
        else
            windows.push(wanted);
    }
    return windows;
}
function isBlank(lines, number) {
    return (lines.get(number) ?? '').trim() === '';
}

;// CONCATENATED MODULE: ./build/report/html/findings.js






const findings_WORDS = { error: 'Error', warning: 'Warning', info: 'Note' };
const EVIDENCE = {
    confirmed: 'predicted, and the server did it',
    observed: 'seen on the server only',
    static: 'read from the SQL',
    refuted: 'the server showed otherwise',
};
/** Fewer need no filter, and their help is open. */
const findings_MANY = 6;
const MOST_CONSEQUENCES = 8;
const MOST_PROOFS = 5;
/** The groups in the order in which they are shown; their anchors are numbered by it. */
function orderedGroups({ report }) {
    return (0,order/* groupFindings */.kG)((0,order/* orderFindings */.$t)(report.findings));
}
function anchorOf(at) {
    return `f${at + 1}`;
}
function findings(view, sources) {
    const groups = orderedGroups(view);
    const shown = groups.slice(0, view.limits.groups);
    const total = (0,order/* orderFindings */.$t)(view.report.findings).length;
    const open = groups.length < findings_MANY;
    const hidden = groups.slice(shown.length).reduce((sum, group) => sum + group.findings.length, 0);
    const body = total > 0 &&
        html `${total >= findings_MANY && filter(groups)}<div id="all-findings">${shown.map((group, at) => entry({ view, sources, open }, group, at))}</div>${andMore(hidden, 'finding')}`;
    return { id: 'findings', title: 'Findings', count: total, body: html `${body}` };
}
/** Works with the script only, which shows it. */
function filter(groups) {
    const severities = ['error', 'warning', 'info'].filter((it) => groups.some(({ first }) => first.severity === it));
    const boxes = severities.map((it) => html `<label><input type="checkbox" value="${it}" checked> ${findings_WORDS[it]}s</label>`);
    return html `<div class="filter" id="filter" role="search" aria-label="Findings" hidden><label>Show findings with <input type="search" id="filter-text" autocomplete="off" spellcheck="false" aria-controls="all-findings"></label>${boxes}<output id="filter-count" aria-live="polite"></output></div>`;
}
function entry({ view, sources, open }, group, at) {
    const { first } = group;
    const all = placesOf(group);
    const blocks = (0,order/* isBlocking */.Us)(first.severity, view.report.failOn);
    const id = anchorOf(at);
    const messages = [...new Set(group.findings.map(({ message }) => message))];
    const [message = '', ...others] = messages;
    const beside = html `${proofs(group)}${consequences(view, group)}${related(view, group)}`;
    return html `
<article class="finding ${first.severity}" id="${id}" aria-labelledby="${id}-h" data-severity="${first.severity}" data-count="${group.findings.length}">
<p class="meta"><span class="severity">${findings_WORDS[first.severity]}</span> ${ruleLink(view, first)} <span class="quiet">${findings_evidence(group)}</span>${!blocks && html ` <span class="quiet">does not block</span>`}${all.length > 1 && html ` <span class="quiet">${(0,words/* count */.U9)(all.length, 'place')}</span>`}</p>
<h3 id="${id}-h">${prose(message, 1200)}</h3>
${othersOf(view, group, others)}
<div class="beside">${sql(view, sources, group, all)}${!isEmpty(beside) && html `<div class="about">${beside}</div>`}</div>
${remedy(view, group, open)}${ignoreLine(first)}
</article>`;
}
function placesOf({ findings: all }) {
    return all.flatMap((it) => [it, ...(it.places ?? [])]);
}
/** Of all findings of the group: one that is only read from the SQL must not pass for one that was seen. */
function findings_evidence({ first, findings: all }) {
    const kinds = [...new Set(all.map((it) => it.evidence))];
    if (kinds.length === 1)
        return `${first.evidence}: ${EVIDENCE[first.evidence]}`;
    return kinds.map((kind) => `${all.filter((it) => it.evidence === kind).length} ${kind}`).join(', ');
}
/** What the other findings of the group say, where that is something else. */
function othersOf(view, { findings: all }, messages) {
    const shown = messages.slice(0, view.limits.places).flatMap((message) => {
        const at = all.find((it) => it.message === message);
        return at ? [html `<li>${where(view, all, at)}: ${prose(message, 800)}</li>`] : [];
    });
    const more = messages.length - shown.length;
    return html `${shown.length > 0 && html `<ul class="others">${shown}</ul>`}${andMore(more, 'finding of this rule', 'findings of this rule')}`;
}
/** A line says enough where all is in one file. */
function where(view, all, at) {
    return all.every(({ path }) => path === at.path) ? lineOf(view, at) : place(view, at);
}
/** The SQL, file by file; where no text is known, the places alone. */
function sql(view, sources, group, all) {
    const shown = all.slice(0, view.limits.places);
    const paths = [...new Set(shown.map(({ path }) => path))];
    const frames = paths.map((path) => {
        const here = shown.filter((it) => it.path === path);
        const framed = source_frame(view, sources, here);
        return isEmpty(framed) ? unframed(view, group, here) : framed;
    });
    const more = all.length - shown.length;
    return html `<div class="sql">${frames}${andMore(more, 'place')}</div>`;
}
function unframed(view, { first }, places) {
    const named = joined(places.map((it) => place(view, it)), ', ');
    return html `<figure class="frame"><figcaption>${named}</figcaption>${first.statement && html `<pre><code>${first.statement}</code></pre>`}</figure>`;
}
function proofs({ findings: all }) {
    const said = [...new Set(all.flatMap(({ proof }) => (proof ? [proof] : [])))];
    if (said.length === 0)
        return html ``;
    const [first = '', ...rest] = said.slice(0, MOST_PROOFS);
    return html `<h4>Proof</h4>${rest.length === 0 ? html `<p>${prose(first, 800)}</p>` : html `<ul>${[first, ...rest].map((it) => html `<li>${prose(it, 500)}</li>`)}</ul>`}${andMore(said.length - rest.length - 1, 'proof')}`;
}
/** What follows from it, and is mended with it. */
function consequences(view, { findings: all }) {
    const told = new Map(all.flatMap(({ consequences: those = [] }) => those).map((it) => [`${it.path} ${it.line} ${it.message}`, it]));
    const shown = [...told.values()].slice(0, MOST_CONSEQUENCES);
    if (shown.length === 0)
        return html ``;
    const items = shown.map((it) => html `<li>${prose(it.message, 500)} <span class="quiet">${code(it.rule, 80)}, ${where(view, all, it)}</span></li>`);
    return html `<h4>What follows from it</h4><ul>${items}</ul>${andMore(told.size - shown.length, 'consequence')}`;
}
function related(view, { findings: all }) {
    const told = new Map(all.flatMap(({ related: those = [] }) => those).map((it) => [`${it.path} ${it.line} ${it.message}`, it]));
    const shown = [...told.values()].slice(0, MOST_CONSEQUENCES);
    if (shown.length === 0)
        return html ``;
    return html `<h4>Look also at</h4><ul>${shown.map((it) => html `<li>${place(view, it)}: ${prose(it.message, 500)}</li>`)}</ul>`;
}
function remedy(view, { findings: all }, open) {
    const body = helps(view, all.slice(0, view.limits.places));
    if (isEmpty(body))
        return html ``;
    return html `<details class="remedy"${open && html ` open`}><summary>What to do</summary><div class="folded help">${body}</div></details>`;
}
/** `3 errors, 1 note`. */
function countsOf(groups) {
    const counts = { error: 0, warning: 0, info: 0 };
    for (const { first, findings: all } of groups)
        counts[first.severity] += all.length;
    return (0,words/* countFindings */.Gt)(counts) ?? '';
}

;// CONCATENATED MODULE: ./build/report/html/lists.js
/** What does not count: left out, silenced, refuted. And each database of a merged report. */




function notChecked({ report, limits }) {
    const all = report.notChecked;
    const shown = all.slice(0, limits.rows);
    const items = shown.map(({ check, reason }) => html `<li><strong>${prose(check, 120)}</strong>: ${prose(reason, 600)}</li>`);
    const body = html `${items.length > 0 && html `<ul class="plain">${items}</ul>`}${andMore(all.length - shown.length, 'check')}`;
    return { id: 'not-checked', title: 'Not checked', count: all.length, body };
}
/** Who silenced what, and why. */
function silenced(view) {
    const all = view.report.silenced ?? [];
    const shown = all.slice(0, view.limits.rows);
    const rows = shown.map((it) => [
        place(view, it),
        html `${ruleLink(view, it)} <span class="quiet">${it.severity === 'info' ? 'note' : it.severity}</span>`,
        prose(it.message, 400),
        html `${prose(it.by.reason, 300)} (${place(view, it.by)})`,
    ]);
    const body = html `${table('Findings that a comment silences: they do not count', ['Where', 'Rule', 'What happens', 'Reason given'], rows)}${andMore(all.length - shown.length, 'finding')}`;
    return { id: 'silenced', title: 'Silenced', count: all.length, body };
}
/** What a rule predicted and the server showed otherwise. */
function refuted(view) {
    const all = (0,order/* refutedFindings */.Yb)(view.report.findings);
    const shown = all.slice(0, view.limits.rows);
    const rows = shown.map((it) => [
        place(view, it),
        ruleLink(view, it),
        prose(it.message, 400),
        prose(it.proof ?? 'no reason given', 400),
    ]);
    const body = html `${table('Predictions that the server refuted: they do not count', ['Where', 'Rule', 'Predicted', 'What the server showed'], rows)}${andMore(all.length - shown.length, 'prediction')}`;
    return { id: 'refuted', title: 'Refuted', count: all.length, body };
}
/** Where several databases were checked: what came out for each. */
function databases({ context }) {
    const { reports = [], missing = [] } = context.parts ?? {};
    const rows = [
        ...missing.map((name) => [prose(name, 80), mark('bad', 'no report'), '', '', '']),
        ...reports.map(({ name, report }) => [
            prose(name, 80),
            report.verdict === 'pass' ? mark('good', 'passed') : mark('bad', 'failed'),
            (0,words/* count */.U9)(report.migrations.length, 'migration'),
            (0,words/* outcome */.bu)(report),
            report.postgres.server ? (0,words/* serverName */.L5)(report.postgres.server) : 'not run',
        ]),
    ];
    const body = table('What came out for each database', ['Database', 'Result', 'Changed', 'Findings', 'Rehearsed on'], rows);
    return { id: 'databases', title: 'Databases', count: rows.length, body };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/report/html/script-timeline.js
/** Pointing at the picture of locks, by pointer or keys; zoom; widths by time. Makes text only, never markup. */
const TIMELINE_SCRIPT = `
function timeline(figure) {
  const chart = figure.querySelector('.chart');
  const inspector = figure.querySelector('.inspector');
  const steps = [...chart.querySelectorAll('.step')];
  const bars = [...chart.querySelectorAll('.bar')];
  if (steps.length === 0) return;
  const number = (element, name) => Number(element.dataset[name]);
  let current = -1;
  let tallest = 0;

  const cursor = make('div', { class: 'strip cursor', 'aria-hidden': 'true' }, make('div', { class: 'name' }), make('ul', { class: 'cols' }, make('li')));
  chart.append(cursor);
  const column = cursor.querySelector('li');

  function show(at) {
    if (at === current || !steps[at]) return;
    current = at;
    const now = bars.filter((bar) => number(bar, 'from') <= at && at <= number(bar, 'to'));
    for (const bar of bars) bar.classList.toggle('now', now.includes(bar));
    for (const [index, step] of steps.entries()) {
      if (index === at) step.setAttribute('aria-current', 'step');
      else step.removeAttribute('aria-current');
    }
    column.style.gridColumn = String(at + 1);
    const target = document.getElementById((steps[at].getAttribute('href') || '').slice(1));
    const held = now.map((bar) => make('li', {}, bar.querySelector('.said').textContent));
    const what = target ? [...target.childNodes].map((node) => node.cloneNode(true)) : [make('p', { class: 'meta' }, steps[at].textContent)];
    for (const node of what) if (node.querySelectorAll) for (const inner of [node, ...node.querySelectorAll('[id]')]) inner.removeAttribute('id');
    const title = held.length > 0 ? 'Held while it runs' : 'No lock that others wait for is held while it runs';
    const list = held.length > 0 ? [make('ul', {}, ...held)] : [];
    inspector.replaceChildren(make('div', {}, ...what), make('div', { class: 'held' }, make('p', {}, make('strong', {}, title)), ...list));
    // What stands below must not jump while one points along.
    tallest = Math.max(tallest, inspector.offsetHeight);
    inspector.style.minHeight = tallest + 'px';
    reachable(inspector);
  }

  /** One stop for the Tab key; the arrows go on from there. */
  const items = [...steps, ...bars];
  function rove(to) {
    for (const item of items) item.tabIndex = item === to ? 0 : -1;
  }
  function move(from, key) {
    const list = steps.includes(from) ? steps : bars;
    const at = list.indexOf(from);
    if (key === 'ArrowRight') return list[at + 1];
    if (key === 'ArrowLeft') return list[at - 1];
    if (key === 'Home') return list[0];
    if (key === 'End') return list[list.length - 1];
    if (key === 'ArrowDown') return list === steps ? bars.find((bar) => number(bar, 'from') <= at && at <= number(bar, 'to')) || bars[0] : list[at + 1];
    if (key === 'ArrowUp') return list === bars ? list[at - 1] || steps[number(from, 'from')] : undefined;
    return undefined;
  }
  const columnOf = (item) => (steps.includes(item) ? steps.indexOf(item) : number(item, 'from'));
  for (const item of items) {
    item.addEventListener('focus', () => { rove(item); show(columnOf(item)); });
    item.addEventListener('pointerenter', (event) => { if (event.pointerType !== 'touch') show(under(event, item)); });
    item.addEventListener('pointermove', (event) => { if (event.pointerType !== 'touch') show(under(event, item)); });
    item.addEventListener('click', (event) => { if (event.detail > 0) { event.preventDefault(); show(under(event, item)); } });
    item.addEventListener('keydown', (event) => {
      const to = event.altKey || event.ctrlKey || event.metaKey ? undefined : move(item, event.key);
      if (to === undefined) return;
      event.preventDefault();
      to.focus();
      to.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
  }
  /** The statement that the pointer is above: a bar lies under several. */
  function under(event, item) {
    const at = steps.findIndex((step) => { const box = step.getBoundingClientRect(); return box.left <= event.clientX && event.clientX < box.right; });
    return at < 0 ? columnOf(item) : at;
  }
  rove(steps[0]);

  let zoom = 1;
  const base = parseFloat(getComputedStyle(figure).getPropertyValue('--w')) || 5.1;
  function zoomTo(factor) {
    zoom = Math.min(8, Math.max(0.5, factor));
    figure.style.setProperty('--w', base * zoom + 'rem');
    reachable(figure);
    if (current >= 0) steps[current].scrollIntoView({ block: 'nearest', inline: 'center' });
  }
  function timed(on) {
    const most = Math.max(...steps.map((step) => number(step, 'ms')), 0.001);
    const widths = steps.map((step) => 'minmax(2.4rem,' + (0.02 + number(step, 'ms') / most).toFixed(4) + 'fr)');
    if (on) chart.style.setProperty('--cols', widths.join(' '));
    else chart.style.removeProperty('--cols');
    chart.classList.toggle('timed', on);
    equal.setAttribute('aria-pressed', String(!on));
    byTime.setAttribute('aria-pressed', String(on));
  }
  const equal = button('each statement', () => timed(false), { 'aria-pressed': 'true' });
  const byTime = button('its time', () => timed(true), { 'aria-pressed': 'false' });
  const tools = figure.querySelector('.tools');
  tools.append(
    make('span', { role: 'group', 'aria-label': 'Width of the columns' }, 'Equal room for', equal, 'or by', byTime),
    make('span', { role: 'group', 'aria-label': 'Zoom' }, 'Zoom', button('−', () => zoomTo(zoom / 1.5), { 'aria-label': 'Zoom out' }), button('+', () => zoomTo(zoom * 1.5), { 'aria-label': 'Zoom in' }), button('fit', () => zoomTo(1), { 'aria-label': 'Fit' })),
    make('span', { class: 'quiet' }, 'Point at a statement, or use the arrow keys'),
  );
  tools.hidden = false;
  inspector.hidden = false;
  inspector.removeAttribute('aria-live');
  show(Math.max(0, steps.findIndex((step) => 'worst' in step.dataset)));
  inspector.setAttribute('aria-live', 'polite');
}
for (const figure of document.querySelectorAll('.timeline')) timeline(figure);
`;

;// CONCATENATED MODULE: ./build/report/html/script.js
/** The script: comfort only. Without it everything can be read. It makes text and attributes, never markup. */

const BASE = `
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
function button(text, act, attributes = {}) {
  const element = make('button', { type: 'button', ...attributes }, text);
  element.addEventListener('click', act);
  return element;
}

/** What scrolls can be scrolled by keys. */
function reachable(within) {
  for (const box of within.querySelectorAll('.scroll, pre, .chart')) {
    if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
    else box.removeAttribute('tabindex');
  }
}
reachable(document);
addEventListener('resize', () => reachable(document));
document.addEventListener('toggle', (event) => reachable(event.target), true);

/** What a link leads to is open. */
function openTo(hash) {
  const target = hash.length > 1 && document.getElementById(hash.slice(1));
  if (!target) return;
  for (let at = target; at; at = at.parentElement) if (at.localName === 'details') at.open = true;
  target.scrollIntoView();
}
addEventListener('hashchange', () => openTo(location.hash));
document.addEventListener('click', (event) => {
  const link = event.target.closest && event.target.closest('a[href^="#"]');
  if (link && !event.defaultPrevented) openTo(link.hash);
});
openTo(location.hash);

const opened = [];
addEventListener('beforeprint', () => {
  for (const one of document.querySelectorAll('details:not([open])')) { one.open = true; opened.push(one); }
});
addEventListener('afterprint', () => { for (const one of opened.splice(0)) one.open = false; });

async function copy(text, from) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection().selectAllChildren(from);
    return document.execCommand('copy');
  }
}
for (const pre of document.querySelectorAll('pre.copy')) {
  const said = make('span', { class: 'unseen', role: 'status' });
  const act = button('Copy', async () => {
    const done = await copy(pre.innerText, pre);
    act.textContent = done ? 'Copied' : 'Press Ctrl+C';
    said.textContent = act.textContent;
    setTimeout(() => { act.textContent = 'Copy'; said.textContent = ''; }, 2000);
  }, { 'aria-label': 'Copy the SQL' });
  const around = make('div', { class: 'copied' });
  pre.before(around);
  around.append(pre, act, said);
}

const filter = document.getElementById('filter');
if (filter) {
  const text = document.getElementById('filter-text');
  const boxes = [...filter.querySelectorAll('input[type=checkbox]')];
  const all = [...document.querySelectorAll('.finding')].map((element) => ({ element, words: element.textContent.toLowerCase() }));
  const total = all.reduce((sum, { element }) => sum + Number(element.dataset.count), 0);
  const apply = () => {
    const wanted = text.value.trim().toLowerCase().split(/\\s+/);
    const severities = boxes.filter((box) => box.checked).map((box) => box.value);
    let shown = 0;
    for (const { element, words } of all) {
      element.hidden = !severities.includes(element.dataset.severity) || !wanted.every((word) => words.includes(word));
      if (!element.hidden) shown += Number(element.dataset.count);
    }
    document.getElementById('filter-count').textContent = shown + ' of ' + total + ' shown';
  };
  filter.addEventListener('input', apply);
  filter.hidden = false;
  apply();
}

const entries = new Map([...document.querySelectorAll('nav a')].map((link) => [link.hash.slice(1), link]));
const seen = new IntersectionObserver((changes) => {
  for (const { target, isIntersecting } of changes) {
    if (!isIntersecting) continue;
    for (const [id, link] of entries) {
      if (id === target.id) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }
}, { rootMargin: '-10% 0px -80% 0px' });
for (const id of entries.keys()) { const target = document.getElementById(id); if (target) seen.observe(target); }
`;
const SCRIPT = `'use strict';(() => {${BASE}${TIMELINE_SCRIPT}})();`;

;// CONCATENATED MODULE: ./build/report/html/style-base.js
/** The page: colours for light and dark, type, landmarks, print. */
const style_base_BASE = `
:root{color-scheme:light dark;
--bg:#fff;--soft:#f6f7f9;--ink:#1a1f26;--quiet:#59636e;--line:#dde2e8;--strong:#c3cad3;
--bad:#b3261e;--bad-bg:#fdf1f0;--warn:#845400;--warn-bg:#fdf6e7;--good:#1a6b3c;--good-bg:#eef8f1;
--link:#0a53be;--focus:#0a53be;--on:#fff;--mark:#ffe3a3;
--mono:ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{
--bg:#0e1217;--soft:#161b22;--ink:#e5e9ee;--quiet:#9ba6b3;--line:#29313b;--strong:#3d4753;
--bad:#ff9f95;--bad-bg:#2a1615;--warn:#eab54d;--warn-bg:#272012;--good:#74d196;--good-bg:#11231a;
--link:#8ab6ff;--focus:#8ab6ff;--on:#0e1217;--mark:#5c4710}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{display:flex;flex-direction:column;min-height:100vh;margin:0;background:var(--bg);color:var(--ink);font:15px/1.55 var(--sans);overflow-wrap:break-word}
h1,h2,h3,h4,p,ul,ol,dl,dd,figure,pre,table{margin:0;padding:0}
ul,ol{list-style:none}
code,pre,kbd{font:0.875em/1.55 var(--mono)}
pre code{font:inherit}
code{unicode-bidi:isolate;overflow-wrap:anywhere}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.18em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:3px}
main:focus{outline:none}
i{font-style:normal}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;user-select:none}
.skip{position:absolute;left:1rem;top:-4rem;padding:.5rem 1rem;background:var(--bg);border:1px solid var(--strong);z-index:9}
.skip:focus{top:.5rem}
.wide{max-width:86rem;margin:0 auto;padding:0 1.5rem}
.quiet{color:var(--quiet);font-weight:400}
.nowrap{white-space:nowrap}
.lead{color:var(--quiet);max-width:48rem;margin-bottom:1rem}
.more{color:var(--quiet);margin-top:.5rem}
[hidden]{display:none!important}

.top{border-top:4px solid var(--tone);background:var(--soft);border-bottom:1px solid var(--line);padding:1.5rem 0 1.25rem}
.bad{--tone:var(--bad);--tone-bg:var(--bad-bg)}
.warn{--tone:var(--warn);--tone-bg:var(--warn-bg)}
.good{--tone:var(--good);--tone-bg:var(--good-bg)}
.kicker{color:var(--quiet);font-size:.8125rem}
h1{font-size:1.625rem;line-height:1.3;font-weight:650;letter-spacing:-.012em;margin:.25rem 0 .9rem;text-wrap:balance}
.verdict{display:inline-block;background:var(--tone);color:var(--on);padding:.05em .5em;border-radius:4px;margin-right:.4em;font-size:.8em;text-transform:uppercase;letter-spacing:.05em;vertical-align:.06em}
.counts{display:flex;flex-wrap:wrap;gap:.25rem 1.75rem;margin-bottom:1rem}
.counts b{font-size:1.25rem;font-weight:650;font-variant-numeric:tabular-nums}
.counts .none{color:var(--quiet)}
.counts .error b{color:var(--bad)}.counts .warning b{color:var(--warn)}.counts .proofs b{color:var(--good)}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,21rem),1fr));gap:.4rem 2rem;font-size:.875rem}
.facts div{display:flex;gap:.75rem}
.facts dt{color:var(--quiet);flex:0 0 7.2rem}
.facts dd{min-width:0}

.columns{flex:1;width:100%;display:grid;grid-template-columns:11.5rem minmax(0,1fr);gap:0 2.5rem;align-items:start}
nav{position:sticky;top:0;max-height:100vh;overflow:auto;padding:1.75rem 0 1rem;font-size:.875rem}
nav a{display:flex;justify-content:space-between;gap:.5rem;padding:.28rem .6rem;border-left:2px solid var(--line);color:var(--ink);text-decoration:none;overflow-wrap:anywhere}
nav a:hover{border-color:var(--quiet);text-decoration:underline}
nav a[aria-current]{border-color:var(--link);font-weight:600}
nav .n{color:var(--quiet);font-variant-numeric:tabular-nums;font-weight:400}
main{padding:.5rem 0 3rem;min-width:0}
main>section{padding-top:1.25rem;margin-bottom:1.75rem}
h2{font-size:1.25rem;line-height:1.3;font-weight:650;letter-spacing:-.008em;margin-bottom:.85rem;overflow-wrap:anywhere}
h3{font-size:1.0625rem;line-height:1.4;font-weight:600}
section section{margin-top:1.75rem}
section section h3{margin-bottom:.6rem}
h4{font-size:.8125rem;font-weight:600;color:var(--quiet);margin:1rem 0 .25rem}
footer{border-top:1px solid var(--line);background:var(--soft);color:var(--quiet);font-size:.8125rem;padding:1.25rem 0 2rem}
footer p+p{margin-top:.35rem}

@media (max-width:60rem){
.columns{display:block}
nav{position:static;max-height:none;padding:1rem 0 0;border-bottom:1px solid var(--line)}
nav ul{display:flex;flex-wrap:wrap;gap:.1rem .35rem;padding-bottom:.75rem}
nav a,nav a[aria-current]{border:1px solid var(--line);border-radius:99px;padding:.15rem .65rem;font-weight:400}
}
@media (max-width:40rem){
.wide{padding:0 1rem}
h1{font-size:1.3125rem}
.facts{grid-template-columns:1fr}
.facts dt{flex-basis:7rem}
.counts{gap:.1rem 1.1rem}
}
@media print{
:root{color-scheme:light;--bg:#fff;--soft:#fff;--ink:#000;--quiet:#444;--line:#bbb;--strong:#888;--bad:#8f1a13;--bad-bg:#fff;--warn:#6b4400;--warn-bg:#fff;--good:#14532d;--good-bg:#fff;--link:#000;--on:#fff;--mark:#eee}
body{display:block;font-size:10pt}
nav,.skip,.filter,.tools,.inspector,button{display:none!important}
.columns{display:block}
.wide{max-width:none;padding:0}
.bar,.swatch,.verdict{print-color-adjust:exact;-webkit-print-color-adjust:exact}
details::details-content{content-visibility:visible;display:block;height:auto}
h2,h3,h4,.meta,figcaption,caption{break-after:avoid}
tr,.alert,.timeline,.statement{break-inside:avoid}
pre{white-space:pre-wrap!important}
}
`;

;// CONCATENATED MODULE: ./build/report/html/style-parts.js
/** What sections are made of: findings with their SQL, tables, lists, marks. */
const PARTS = `
.alert{border:1px solid var(--line);border-left:4px solid var(--tone);background:var(--tone-bg);border-radius:4px;padding:.8rem 1rem;margin-bottom:1rem}
.alert>*+*{margin-top:.6rem}
.mark{display:inline-flex;gap:.35em;color:var(--tone)}
.mark .told{color:var(--ink)}
.mark.open{--tone:var(--quiet)}
.mark>span:first-child{flex:none;min-width:.9em;text-align:center;font-weight:700}
.allclear{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;font-size:1.0625rem}

.filter{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1.25rem;padding:.6rem .85rem;margin-bottom:1rem;background:var(--soft);border:1px solid var(--line);border-radius:6px;font-size:.875rem}
.filter label{display:inline-flex;align-items:center;gap:.4rem}
.filter input[type=search]{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--strong);border-radius:4px;padding:.2rem .5rem;width:13rem;max-width:100%}
.filter output{color:var(--quiet);margin-left:auto}

.finding{--tone:var(--quiet);--tone-bg:var(--soft);border:1px solid var(--line);border-top:3px solid var(--tone);border-radius:6px;padding:.9rem 1.1rem 1.1rem;margin-bottom:1.1rem}
.finding.error{--tone:var(--bad);--tone-bg:var(--bad-bg)}
.finding.warning{--tone:var(--warn);--tone-bg:var(--warn-bg)}
.finding:target{outline:2px solid var(--focus);outline-offset:2px}
.meta{display:flex;flex-wrap:wrap;align-items:baseline;gap:.1rem .7rem;font-size:.8125rem;margin-bottom:.3rem}
.severity{color:var(--tone);font-weight:700}
.finding h3{max-width:60rem;text-wrap:pretty}
h3 code{font-weight:600}
.others{margin:.5rem 0 0;max-width:60rem}
.others li,.about li,.plain li{padding-left:1.1em;position:relative}
.others li::before,.about li::before,.plain li::before{content:"•";position:absolute;left:.15em;color:var(--quiet)}
.plain li+li{margin-top:.35rem}
.beside{display:grid;grid-template-columns:minmax(0,1.5fr) minmax(0,1fr);gap:0 1.75rem;margin-top:.9rem;align-items:start}
.beside:not(:has(.about)){grid-template-columns:minmax(0,1fr)}
.about>h4:first-child{margin-top:0}
.about{font-size:.9375rem;min-width:0}
.help p+p{margin-top:.5rem}
.remedy>summary,.ignore>summary{font-size:.875rem;font-weight:600}
.ignore>summary{font-weight:400}
.help{max-width:62rem}

.frame{margin-bottom:.75rem;border:1px solid var(--line);border-radius:5px;background:var(--bg);overflow:hidden}
.frame figcaption{padding:.25rem .75rem;background:var(--soft);border-bottom:1px solid var(--line);font-size:.8125rem;overflow-wrap:anywhere}
.frame pre{overflow-x:auto;padding:.4rem 0}
.frame pre:focus-visible,.scroll:focus-visible,.chart:focus-visible,pre:focus-visible{outline-offset:-2px}
.frame pre code{display:grid;min-width:max-content;overflow-wrap:normal}
.l{position:relative;min-height:1.55em;padding:0 .9rem 0 4.1rem}
.l::before{content:attr(data-n);position:absolute;left:0;width:2.6rem;text-align:right;color:var(--quiet);user-select:none}
.hit{background:var(--tone-bg)}
.hit::after{content:"▸";position:absolute;left:3rem;color:var(--tone);font-weight:700}
.gap{padding-left:2rem;color:var(--quiet);line-height:1.2}
mark{background:var(--mark);color:inherit;border-bottom:2px solid var(--tone,currentColor)}
.k{font-weight:600}
.c{color:var(--quiet)}
.s{color:var(--good)}

pre{overflow-x:auto;tab-size:4}
.copy,.statement pre,.statements pre,.frame+pre{background:var(--soft);border:1px solid var(--line);border-radius:5px;padding:.55rem .75rem;position:relative;margin:.4rem 0}
.copied{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 .6rem;align-items:start;margin:.4rem 0}
.copied pre{margin:0}
button{font:500 .8125rem/1.3 var(--sans);color:var(--ink);background:var(--bg);border:1px solid var(--strong);border-radius:4px;padding:.2rem .6rem;cursor:pointer}
button:hover{border-color:var(--quiet);background:var(--soft)}
button[aria-pressed=true]{background:var(--ink);color:var(--bg);border-color:var(--ink)}

.scroll{overflow-x:auto;margin-bottom:1.1rem}
p+.scroll,.copied+.scroll{margin-top:.9rem}
.scroll+p{margin-bottom:.5rem}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.5}
caption{text-align:left;color:var(--quiet);font-size:.8125rem;padding-bottom:.35rem}
th,td{text-align:left;vertical-align:top;padding:.42rem .9rem .42rem 0;border-bottom:1px solid var(--line);font-weight:400;min-width:5.5rem}
th:last-child,td:last-child{padding-right:0}
thead th{font-weight:600;color:var(--quiet);border-color:var(--strong);font-size:.8125rem;white-space:nowrap}
.checklist th[scope=row]{font-weight:500}
.checklist td+td{color:var(--quiet)}
.was,.is{display:block}
.was code{color:var(--quiet)}
.is code::before{content:"→ ";color:var(--quiet)}
.change{white-space:nowrap}
.plan li+li{padding-left:.9rem;position:relative}
.plan li+li::before{content:"└";position:absolute;left:.1rem;color:var(--quiet)}
.plan li+li+li{padding-left:1.8rem}.plan li+li+li::before{left:1rem}

td code,th code{overflow-wrap:break-word}
td .path,th .path{white-space:nowrap}
details{margin-top:.5rem}
summary{cursor:pointer;color:var(--link);width:fit-content;padding:.15rem 0}
summary:hover{text-decoration:underline}
.folded{padding-top:.5rem}
.statements>li{padding:.8rem 0;border-top:1px solid var(--line)}
.statements>li:first-child{border-top:0;padding-top:.2rem}
.statement:target{background:var(--warn-bg);box-shadow:-.75rem 0 0 var(--warn-bg),.75rem 0 0 var(--warn-bg)}
.seen{font-size:.875rem}
.seen div{display:flex;gap:.75rem}
.seen dt{flex:0 0 9.5rem;color:var(--quiet)}
.seen dd{min-width:0}

@media (max-width:72rem){.beside{grid-template-columns:minmax(0,1fr)}.about{margin-top:.25rem}}
@media (max-width:40rem){
.finding{padding:.75rem .75rem .9rem}
.l{padding-left:3.2rem}.l::before{width:1.9rem}.hit::after{left:2.2rem}
.seen div{display:block}
.filter output{margin-left:0}
.filter input[type=search]{width:100%}
.copied{grid-template-columns:minmax(0,1fr)}
.copied button{justify-self:end;margin-top:.25rem}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody,caption{display:block}
tr{display:block;padding:.55rem 0;border-bottom:1px solid var(--line)}
th,td{display:block;border:0;padding:.1rem 0;min-width:0}
tbody th{font-weight:600}
td:empty{display:none}
td[data-h]::before{content:attr(data-h) ": ";color:var(--quiet)}
td .path,th .path{white-space:normal}
td code,th code{overflow-wrap:anywhere}
}
`;

;// CONCATENATED MODULE: ./build/report/html/style-timeline.js
/** The picture of locks. Places are classes, for the content policy allows no style of an element's own. */


const numbers = (most) => Array.from({ length: most }, (_, at) => at + 1);
const PLACES = [
    ...numbers(MOST_COLUMNS).map((n) => `.n${n}{--n:${n}}.s${n}{grid-column-start:${n}}.e${n + 1}{grid-column-end:${n + 1}}`),
    ...numbers(MOST_ROWS).map((n) => `.r${n}{grid-row:${n}}`),
].join('');
const TIMELINE = `
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;font-size:.8125rem;margin-bottom:.9rem}
.legend li{display:flex;align-items:center;gap:.5rem}
.swatch{display:inline-flex;align-items:center;width:2.4rem;height:1.15rem;padding:0 .35rem;border-radius:3px;font:700 .6875rem/1 var(--mono)}
.timeline{--name:11.5rem;--w:5.1rem;margin:0 0 1.6rem}
.timeline figcaption{margin-bottom:.5rem;overflow-wrap:anywhere}
.timeline figcaption code{color:var(--quiet)}
.tools{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem 1rem;margin-bottom:.5rem;font-size:.8125rem}
.tools>span{display:inline-flex;align-items:center;gap:.35rem}
.tools .quiet{margin-left:auto}
.chart{position:relative;overflow-x:auto;border:1px solid var(--line);border-radius:6px;background:var(--bg)}
.strip{display:grid;grid-template-columns:var(--name) minmax(0,1fr);min-width:calc(var(--name) + var(--n) * var(--w));border-top:1px solid var(--line)}
.strip.head{border-top:0}
.name{position:sticky;left:0;z-index:3;background:var(--bg);border-right:1px solid var(--line);padding:.35rem .75rem;font-size:.8125rem;line-height:1.35;display:flex;align-items:center}
.head .name,.axis .name{color:var(--quiet)}
.cols{display:grid;grid-template-columns:var(--cols,repeat(var(--n),minmax(0,1fr)));position:relative}
.lane .cols{grid-auto-rows:1.6rem;gap:3px 0;padding:5px 0;align-content:center;background:linear-gradient(to right,var(--line) 1px,transparent 1px) 0 0/calc(100%/var(--n)) 100%}
.timed .lane .cols{background:none}
.cols>li{min-width:0;position:relative;z-index:1;display:flex;flex-direction:column}
.head li span{display:block;margin:.3rem 2px;padding:0 .35rem;border-bottom:2px solid var(--strong);font-size:.75rem;line-height:1.5;color:var(--quiet);text-align:center;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.axis .cols{align-items:stretch}
.step{flex:1;display:block;padding:.3rem .35rem;color:inherit;text-decoration:none;font-size:.6875rem;line-height:1.3;text-align:center;min-width:0}
.step b{display:block;font-size:.8125rem;font-variant-numeric:tabular-nums}
.step .verb{display:block;color:var(--quiet);overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.step:hover b{text-decoration:underline}
.axis .skipped{font-size:.6875rem;color:var(--quiet);text-align:center}
.bar{display:flex;align-items:center;gap:.45rem;height:1.6rem;margin:0 2px;padding:0 .4rem;border-radius:3px;border:1px solid transparent;font:600 .6875rem/1 var(--mono);text-decoration:none;white-space:nowrap;overflow:clip}
.bar>span:not(.unseen){overflow:hidden;text-overflow:ellipsis;position:sticky;left:calc(var(--name) + .5rem)}
.bar>.who:not(.unseen){flex:none;font-weight:800}
.bar>.who+span:not(.unseen){left:calc(var(--name) + 1.75rem)}
.bar.on{border-radius:3px 0 0 3px;margin-right:-2px}
.bar:focus-visible,.step:focus-visible{outline-offset:-2px;outline-width:3px}
.reads{background:var(--bad);color:var(--on)}
.writes{color:var(--warn);border:1px solid var(--warn);background:repeating-linear-gradient(135deg,var(--warn-bg) 0 7px,color-mix(in srgb,var(--warn) 16%,var(--warn-bg)) 7px 9px)}
.ddl{color:var(--quiet);border:1px dashed var(--quiet);background:var(--bg)}
.bar.now{box-shadow:0 0 0 2px var(--ink)}
.chart .step[aria-current]{background:var(--ink);color:var(--bg)}
.chart .step[aria-current] .verb{color:inherit}
.cursor{position:absolute;inset:0 auto 0 0;width:max(100%,calc(var(--name) + var(--n) * var(--w)));min-width:0;border:0;pointer-events:none;z-index:0}
.cursor .name{visibility:hidden}
.cursor .cols>li{background:color-mix(in srgb,var(--link) 9%,transparent);border-inline:1px solid color-mix(in srgb,var(--link) 45%,transparent)}
.inspector{border:1px solid var(--line);border-top:0;border-radius:0 0 6px 6px;background:var(--soft);padding:.75rem 1rem .9rem;min-height:10rem}
.chart:has(+.inspector:not([hidden])){border-radius:6px 6px 0 0}
.inspector{display:grid;grid-template-columns:minmax(0,1.25fr) minmax(0,1fr);gap:.25rem 2rem;align-content:start;font-size:.875rem}
.inspector strong{font-weight:600}
.inspector .seen dt{flex-basis:6.5rem}
.inspector .held li{padding-left:1.1em;position:relative}
.inspector .held li::before{content:"•";position:absolute;left:.15em}
.inspector pre{background:var(--bg);border:1px solid var(--line);border-radius:5px;padding:.55rem .75rem;margin:.4rem 0}
@media (max-width:60rem){.inspector{grid-template-columns:minmax(0,1fr)}}
@media (max-width:40rem){
.timeline{--w:3.4rem}
.bar>span:not(.unseen){left:.5rem}.bar>.who+span:not(.unseen){left:1.75rem}
.strip{grid-template-columns:minmax(0,1fr);min-width:calc(var(--n) * var(--w))}
.name{border-right:0;width:fit-content;max-width:20rem;padding:.3rem .5rem 0;background:none}
.head .name{display:none}
.cursor{width:max(100%,calc(var(--n) * var(--w)))}
.cursor .name{display:none}
}
@media print{.chart{overflow:visible}.strip{min-width:0}.cursor{display:none}.bar.now{box-shadow:none}.chart .step[aria-current]{background:none;color:inherit}}
${PLACES}
`;

;// CONCATENATED MODULE: ./build/report/html/style.js
/** The style sheet: always the same, so that the content policy can name it by its hash. */



const STYLE = `${style_base_BASE}${PARTS}${TIMELINE}`;

// EXTERNAL MODULE: ./build/report/markdown/verdict.js
var verdict = __webpack_require__(9627);
;// CONCATENATED MODULE: ./build/report/html/verdict.js



const MOST_LAYOUTS = 5;
/** The word stands for itself; its colour only repeats it. */
function masthead(view) {
    const { report } = view;
    const { counts: found, statements, migrations, postgres } = report;
    const isRun = migrations.length === 0 || postgres.server !== null;
    const doubtful = found.error > 0 || statements.notUnderstood > 0 || !isRun;
    const tone = report.verdict === 'fail' ? 'bad' : doubtful ? 'warn' : 'good';
    return html `<header class="top ${tone}"><div class="wide">
<p class="kicker">Migration safety report</p>
<h1><span class="verdict">${report.verdict === 'fail' ? 'Fail' : 'Pass'}</span><span class="unseen">: </span>${sentence(report)}</h1>
${counts(report)}
${facts(view)}
</div></header>`;
}
/** The badge has said whether it passed. */
function sentence(report) {
    const words = (0,verdict/* verdictInWords */._5)(report).replace(/^passed(?:, (?:but )?|$)/, '') || 'nothing stops this change';
    return words.charAt(0).toUpperCase() + words.slice(1);
}
function counts({ counts: { error, warning, info }, migrations }) {
    const proofs = migrations.flatMap((it) => it.proofs);
    const proven = proofs.filter(({ status }) => status === 'proven').length;
    const of = [
        [error, error === 1 ? 'error' : 'errors', 'error'],
        [warning, warning === 1 ? 'warning' : 'warnings', 'warning'],
        [info, info === 1 ? 'note' : 'notes', 'info'],
    ];
    const shown = of.map(([number, word, kind]) => html `<li class="${number > 0 ? kind : 'none'}"><b>${number}</b> ${word}</li>`);
    const checklist = proofs.length > 0 &&
        html `<li class="${proven > 0 ? 'proofs' : 'none'}"><b>${proven}</b> of ${proofs.length} facts proven</li>`;
    return html `<ul class="counts" aria-label="Counts">${shown}${checklist}</ul>`;
}
function facts(view) {
    const { report, context } = view;
    const { postgres, migrations, statements, comparedWith } = report;
    const target = context.parts ? null : (0,words/* otherTarget */.wt)(postgres);
    const where = context.parts
        ? (0,words/* count */.U9)(context.parts.reports.length, 'database')
        : postgres.server
            ? (0,words/* serverName */.L5)(postgres.server)
            : 'nothing: all of this is read from the SQL';
    const commits = context.headSha !== undefined &&
        html `${context.baseSha && html `${code(context.baseSha.slice(0, 7))} → `}${code(context.headSha.slice(0, 7))}`;
    const entries = [
        ['Checked', html `${(0,words/* count */.U9)(migrations.length, 'migration')}, ${(0,words/* count */.U9)(statements.checked, 'statement')}`],
        [
            'Rehearsed on',
            html `${where}${target !== null && `; production is PostgreSQL ${target}, where locks and plans can differ`}`,
        ],
        ['Compared with', comparedWith && prose(comparedWith, 200)],
        ['Commit', commits],
        ['Cache', (0,words/* fromCache */.ZY)(report)],
        ['Read as', layouts(report)],
        ['Source', context.origin && prose(context.origin, 300)],
        ['Run', context.runUrl && markup_link('log and artifacts', context.runUrl)],
    ];
    const shown = entries.filter(([, value]) => !isEmpty(value));
    return html `<dl class="facts">${shown.map(([name, value]) => html `<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
function layouts({ layouts: all }) {
    const shown = all.slice(0, MOST_LAYOUTS).map(({ root, layout, reason }) => {
        const where = all.length > 1 && html `${code(root === '' ? './' : root, 80)} as `;
        return html `${where}${prose((0,words/* layoutWords */.MV)(layout), 40)} (${prose(reason, 160)})`;
    });
    const more = all.length > MOST_LAYOUTS && `and ${all.length - MOST_LAYOUTS} more folders`;
    return list([...shown, more]);
}

;// CONCATENATED MODULE: ./build/report/html/page.js
/** The document around the sections: head with its content policy, landmarks, table of contents, footer. */








const page_LEGEND = 'Evidence: confirmed was predicted and seen on the server, observed was only seen there, static is read from the SQL. Times are of the rehearsal and decide nothing.';
/** A text of ours is allowed by what it is, and nothing else is: not even what might have got through the gate. */
function sourceOf(text) {
    return `'sha256-${(0,external_node_crypto_.createHash)('sha256').update(text).digest('base64')}'`;
}
const POLICY = [
    "default-src 'none'",
    `style-src ${sourceOf(STYLE)}`,
    `script-src ${sourceOf(SCRIPT)}`,
    "base-uri 'none'",
    "form-action 'none'",
].join('; ');
function page(view, sections, cut) {
    const shown = sections.filter(({ body }) => !isEmpty(body));
    const { report } = view;
    const what = report.migrations.length === 1 ? (report.migrations[0]?.id ?? '') : `${report.migrations.length} migrations`;
    const entries = shown.map(({ id, title, count }) => html `<li><a href="#${id}">${title}${count ? html ` <span class="n">${count}</span>` : ''}</a></li>`);
    const all = shown.map(({ id, title, body }) => section(id, title, body));
    const document = html `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${ours(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${report.verdict === 'pass' ? 'Pass' : 'Fail'}: ${what.slice(0, 120)} · Migration safety</title>
<style>${ours(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${masthead(view)}
<div class="wide columns">
<nav aria-label="Sections"><ul>${entries}</ul></nav>
<main id="main" tabindex="-1">
${cut && html `<p class="alert warn">This report was cut to a size that every browser reads well: the JSON report has all.</p>`}${all}
</main>
</div>
${footer(view)}
<script>${ours(SCRIPT)}</script>
</body>
</html>
`;
    return document.source;
}
function footer({ report, context }) {
    const { tool, postgres, schemaVersion, durationMs } = report;
    const parts = [
        html `${prose(tool.name, 60)} ${prose(tool.version, 40)}`,
        !context.parts && postgres.server && (0,words/* serverName */.L5)(postgres.server),
        `report schema ${schemaVersion}`,
        `took ${(0,words/* duration */.p0)(durationMs)}`,
        context.runUrl && markup_link('run', context.runUrl),
    ];
    const silence = (0,order/* orderFindings */.$t)(report.findings).length > 0 &&
        html `<p>${page_LEGEND}</p><p>Silence one statement with a comment above it: ${code('-- migration-safety: ignore <rule> <reason>')}</p>`;
    return html `<footer><div class="wide">${silence}<p>${joined(parts, ' · ')}</p></div></footer>`;
}

;// CONCATENATED MODULE: ./build/report/html/stops.js
/** What stops the deploy: where the migration breaks off, then what blocks, rule by rule. */






/** How many places are told one by one where a migration breaks off. */
const MOST_BREAKS = 3;
const MOST_PLACES = 24;
function stops(view, sources) {
    const { report } = view;
    const groups = orderedGroups(view).map((group, at) => ({ group, at }));
    const blocking = groups.filter(({ group }) => (0,order/* isBlocking */.Us)(group.first.severity, report.failOn));
    const body = html `${unread(view)}${breaks(view, sources)}${missing(view)}${blockers(view, blocking)}`;
    return {
        id: 'stops',
        title: report.verdict === 'fail' ? 'What stops the deploy' : 'What was shown',
        body: isEmpty(body) ? green(view) : body,
    };
}
/** A green result with statements that no rule could read must not look like any other. */
function unread({ report }) {
    const unread = report.statements.notUnderstood;
    if (unread === 0)
        return html ``;
    const it = unread === 1 ? 'it' : 'them';
    return html `<div class="alert warn"><p><strong>${(0,words/* count */.U9)(unread, 'statement')} ${unread === 1 ? 'was' : 'were'} not understood</strong>, so no rule looked at ${it}. This result says nothing about ${it}.</p></div>`;
}
/** Where applying stops, with the line. */
function breaks(view, sources) {
    const all = failures(view.report);
    const anchors = orderedGroups(view);
    const shown = all.slice(0, MOST_BREAKS).map((failure) => {
        const isFinding = 'rule' in failure;
        const at = anchors.findIndex((group) => group.findings.some((it) => it === failure || isAt(it, failure)));
        const said = isFinding
            ? prose(failure.message, 800)
            : html `The migration stops here${failure.sqlstate && html `, SQLSTATE ${code(failure.sqlstate, 10)}`}: ${prose(failure.error ?? 'the server refused the statement', 800)}`;
        const lines = isFinding ? failure : { ...failure, column: 1, endColumn: 1 };
        const framed = source_frame(view, sources, [lines]);
        const where = isEmpty(framed) ? html `<p>${place(view, failure)}</p>` : framed;
        return html `<div class="alert bad"><p><strong>${said}</strong></p>${where}${at >= 0 && html `<p><a href="#${anchorOf(at)}">Proof, and what to do</a></p>`}</div>`;
    });
    return html `${shown}${andMore(all.length - shown.length, 'place where a migration stops', 'places where migrations stop')}`;
}
/** The findings that say so, and the statements that the server refused in files without one. */
function failures(report) {
    const findings = (0,order/* orderFindings */.$t)(report.findings).filter(order/* isApplyFailure */.Dw);
    const reported = new Set(findings.map(({ path }) => path));
    return [...findings, ...(0,words/* failedStatements */.CP)(report).filter(({ path }) => !reported.has(path))];
}
/** The rule that knows why the server refused the statement. */
function isAt(finding, { path, line }) {
    return finding.path === path && finding.line === line && finding.severity === 'error';
}
function missing({ context }) {
    const missing = context.parts?.missing ?? [];
    if (missing.length === 0)
        return html ``;
    const names = joined(missing.map((it) => code(it, 80)), ', ');
    return html `<div class="alert bad"><p><strong>${(0,words/* count */.U9)(missing.length, 'database')} without a report:</strong> ${names}</p></div>`;
}
function blockers(view, blocking) {
    const rest = blocking.filter(({ group }) => !(0,order/* isApplyFailure */.Dw)(group.first));
    const rules = new Map();
    for (const one of rest)
        rules.set(one.group.first.rule, [...(rules.get(one.group.first.rule) ?? []), one]);
    const shown = [...rules].slice(0, view.limits.rows);
    const rows = shown.map(([rule, those]) => [
        code(rule, 80),
        prose(those[0]?.group.first.message ?? '', 260),
        countsOf(those.map(({ group }) => group)),
        places(view, those),
    ]);
    return html `${table('What blocks, by rule', ['Rule', 'What happens', 'Count', 'Where'], rows)}${andMore(rules.size - shown.length, 'rule')}`;
}
/** Each place leads to its finding, while it is shown. */
function places(view, those) {
    const all = those.flatMap(({ group, at }) => group.findings.flatMap((it) => [it, ...(it.places ?? [])]).map(({ path, line }) => ({ path, line, at })));
    const shown = all.slice(0, MOST_PLACES);
    let before = '';
    const items = shown.map(({ path, line, at }) => {
        const name = path === before ? html `${line}` : placeName(path.split('/').at(-1) ?? path, line);
        before = path;
        return at < view.limits.groups ? html `<a href="#${anchorOf(at)}">${name}</a>` : name;
    });
    const more = all.length - shown.length;
    return html `${joined(items, ', ')}${more > 0 && ` and ${more} more`}`;
}
/** What was shown instead, where nothing is wrong. */
function green({ report }) {
    const proofs = report.migrations.flatMap((it) => it.proofs);
    const of = (status) => proofs.filter((it) => it.status === status).length;
    if (report.migrations.length === 0)
        return html `<p>No migration changed: there was nothing to check.</p>`;
    if (!report.postgres.server)
        return html `<p>No rule found a reason. Nothing was run, so that nothing is proven.</p>`;
    const open = of('not checked');
    return html `<p class="allclear">${mark('good', `${(0,words/* count */.U9)(of('proven'), 'fact')} proven on ${(0,words/* serverName */.L5)(report.postgres.server)}`)}${open > 0 && html ` ${mark('open', `${open} not checked`)}`}</p>`;
}

;// CONCATENATED MODULE: ./build/report/html.js






/** In bytes: what a browser opens at once, also on a telephone. */
const HTML_BUDGET = 1_000_000;
/** From everything to the least that still says what is wrong. */
const LEVELS = [
    { groups: 500, places: 40, rows: 500, migrations: 60, bars: 120, statements: 400, sql: 6000 },
    { groups: 200, places: 12, rows: 100, migrations: 30, bars: 60, statements: 80, sql: 2000 },
    { groups: 100, places: 6, rows: 40, migrations: 12, bars: 40, statements: 30, sql: 1000 },
    { groups: 40, places: 3, rows: 15, migrations: 4, bars: 20, statements: 10, sql: 400 },
    { groups: 10, places: 1, rows: 5, migrations: 1, bars: 5, statements: 3, sql: 200 },
];
/** Render the report as one HTML document of at most `HTML_BUDGET` bytes. */
function renderHtml(report, context = {}) {
    let text = '';
    for (const [level, limits] of LEVELS.entries()) {
        text = whole({ report, context, limits }, level > 0);
        if (Buffer.byteLength(text) <= HTML_BUDGET)
            return text;
    }
    return page({ report, context: {}, limits: LEVELS.at(-1) }, [], true);
}
function whole(view, cut) {
    const sources = new Sources(view);
    const sections = [
        stops(view, sources),
        databases(view),
        findings(view, sources),
        ...evidence(view),
        notChecked(view),
        silenced(view),
        refuted(view),
    ];
    return page(view, sections, cut);
}


/***/ })

};
