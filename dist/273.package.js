export const id = 273;
export const ids = [273];
export const modules = {

/***/ 9273:
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
// EXTERNAL MODULE: ./build/report/markdown/view.js
var markdown_view = __webpack_require__(1796);
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
    const lines = (0,markdown_view/* blocks */.Bv)((0,markdown_view/* table */.tp)([...(many ? ['Migration'] : []), 'Result', 'What', 'Detail'], rows), (0,markdown_view/* andMore */.v)(view, all.length - shown.length, 'line of the checklist', 'lines of the checklist'));
    const proofs = all.map(({ proof }) => proof);
    if (proofs.length === 0)
        return '';
    const proven = proofs.every(({ status }) => status === 'proven');
    const summary = proven ? `What was proven (${proofs.length})` : `<b>Checklist</b>: ${tally(proofs)}`;
    return (0,markdown_view/* fold */.AU)(view, summary, lines);
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
    return (0,markdown_view/* blocks */.Bv)('**Not checked**', shown.map(({ check, reason }) => `- ${(0,report_escape/* prose */.CS)(check, 200)}: ${(0,report_escape/* prose */.CS)(reason, 300)}`).join('\n'), (0,markdown_view/* andMore */.v)(view, notChecked.length - shown.length, 'check'));
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
    return (0,markdown_view/* blocks */.Bv)(`Found: ${(0,words/* outcome */.bu)(report)}.`, (0,markdown_view/* table */.tp)(['Rule', 'Findings'], rows), rules.size > MAX_RULES && `…of ${rules.size} rules in all.`);
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
    return (0,markdown_view/* table */.tp)(['Database', 'Result', 'Checked'], [...absent, ...rows]);
}

// EXTERNAL MODULE: ./build/report/markdown/fix.js
var fix = __webpack_require__(442);
// EXTERNAL MODULE: ./build/report/markdown/verdict.js
var verdict = __webpack_require__(3476);
;// CONCATENATED MODULE: ./build/report/markdown/findings.js
/** Findings: a table by rule with all places, how to fix them, what was silenced, and what the server refuted. */






/** In a row of the table; the JSON report has all. */
const MOST_CONSEQUENCES = 2;
/** As many fixes as are read without asking for them. */
const FEW = 3;
const findings_MARKS = { error: '❌', warning: '⚠️', info: 'ℹ️' };
/** Errors and warnings: one row per rule, with every file. What stops the deploy stands above it. */
function findingsTable(view) {
    const told = new Set((0,verdict/* stoppingGroups */.zd)(view.report).map(({ first }) => first.rule));
    const groups = groupsOf(view, ['error', 'warning']).filter(({ first }) => !(first.severity === 'error' && told.has(first.rule)));
    const shown = groups.slice(0, view.limits.blocking);
    const hidden = groups.slice(shown.length);
    const findings = hidden.reduce((sum, group) => sum + group.findings.length, 0);
    return (0,markdown_view/* blocks */.Bv)((0,markdown_view/* table */.tp)(['Finding', 'Evidence'], shown.map((group) => groupRow(view, group))), hidden.length > 0 && `…and ${(0,words/* count */.U9)(findings, 'more finding', 'more findings')} of ${(0,words/* count */.U9)(hidden.length, 'rule')}.`);
}
/** How to fix what blocks, in sight where it is little; then the rest, folded away. */
function details(view) {
    const { failOn } = view.report;
    const severities = ['error', 'warning', 'info'];
    const blocking = groupsOf(view, severities.filter((it) => (0,order/* isBlocking */.Us)(it, failOn))).filter(hasHelp);
    const rest = severities.filter((it) => !(0,order/* isBlocking */.Us)(it, failOn));
    return [
        fixes(view, blocking, `<b>How to fix</b> (${(0,words/* count */.U9)(blocking.length, 'rule')})`, view.open || blocking.length <= FEW),
        ...rest.map((severity) => others(view, severity)),
    ];
}
function others(view, severity) {
    const groups = groupsOf(view, [severity]);
    const sizeOf = (some, noun) => (0,words/* extent */.Xx)(some.flatMap(({ findings }) => findings), noun) || `1 ${noun}`;
    if (severity === 'info')
        return notes(view, groups, sizeOf(groups, 'note'));
    const helped = groups.filter(hasHelp);
    return fixes(view, helped, `How to fix the ${sizeOf(helped, severity)}`, view.open);
}
function fixes(view, groups, summary, open) {
    const shown = groups.slice(0, view.limits.fixes);
    if (shown.length === 0)
        return '';
    const parts = shown.map((group) => (0,markdown_view/* blocks */.Bv)(`**${(0,markdown_view/* ruleLink */.lN)(view, group.first)}**`, (0,fix/* groupHelp */.V)(view, group)));
    return (0,markdown_view/* fold */.AU)(view, summary, (0,markdown_view/* blocks */.Bv)(...parts, (0,markdown_view/* andMore */.v)(view, groups.length - shown.length, 'fix', 'fixes')), open);
}
/** What is good to know: in no table above, so that it says here what and where. */
function notes(view, groups, summary) {
    if (groups.length === 0)
        return '';
    const shown = groups.slice(0, view.limits.rows);
    const rows = (0,markdown_view/* table */.tp)(['Finding', 'Evidence'], shown.map((group) => groupRow(view, group)));
    const helped = shown.filter(hasHelp).slice(0, view.limits.fixes);
    const help = helped.map((group) => (0,markdown_view/* blocks */.Bv)(`**${(0,markdown_view/* ruleLink */.lN)(view, group.first)}**`, (0,fix/* groupHelp */.V)(view, group)));
    return (0,markdown_view/* fold */.AU)(view, summary, (0,markdown_view/* blocks */.Bv)(rows, (0,markdown_view/* andMore */.v)(view, groups.length - shown.length, 'row'), ...help));
}
/** What a rule predicted and the server showed otherwise: no part of the verdict. */
function refuted(view) {
    const findings = (0,order/* refutedFindings */.Yb)(view.report.findings);
    if (findings.length === 0)
        return '';
    const shown = findings.slice(0, view.limits.rows);
    const rows = shown.map((it) => (0,report_escape/* row */.nM)([(0,markdown_view/* place */.ik)(view, it), (0,markdown_view/* ruleLink */.lN)(view, it), (0,report_escape/* prose */.CS)(it.message, 400), (0,report_escape/* prose */.CS)(it.proof ?? 'no reason given', 400)]));
    return (0,markdown_view/* fold */.AU)(view, `${(0,words/* count */.U9)(findings.length, 'prediction')} that the server refuted`, (0,markdown_view/* blocks */.Bv)('A rule expected these, and the rehearsal showed otherwise. They do not count.', (0,markdown_view/* table */.tp)(['Where', 'Rule', 'Predicted', 'What the server showed'], rows), (0,markdown_view/* andMore */.v)(view, findings.length - shown.length, 'prediction')));
}
/** What directives silence: who, where, and why. */
function silenced(view) {
    const all = view.report.silenced ?? [];
    if (all.length === 0)
        return '';
    const shown = all.slice(0, view.limits.rows);
    const rows = shown.map((it) => (0,report_escape/* row */.nM)([(0,markdown_view/* place */.ik)(view, it), `${(0,markdown_view/* ruleLink */.lN)(view, it)} (${it.severity})`, (0,report_escape/* prose */.CS)(it.by.reason, 300), (0,markdown_view/* place */.ik)(view, it.by)]));
    return (0,markdown_view/* fold */.AU)(view, `${(0,words/* count */.U9)(all.length, 'finding')} silenced`, (0,markdown_view/* blocks */.Bv)((0,markdown_view/* table */.tp)(['Where', 'Rule', 'Reason', 'Silenced at'], rows), (0,markdown_view/* andMore */.v)(view, all.length - shown.length, 'finding')));
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
    const size = (0,words/* extent */.Xx)(findings);
    const evidence = [...new Set(findings.map((it) => it.evidence))].join(', ');
    const files = (0,order/* filesOf */.R8)(group);
    const shown = files.slice(0, view.limits.rows).map((file) => (0,markdown_view/* fileLines */.c0)(view, file));
    if (files.length > shown.length)
        shown.push((0,words/* count */.U9)(files.length - shown.length, 'more file'));
    // One broad column: two of text would leave a telephone no room for either.
    return (0,report_escape/* row */.nM)([
        `${findings_MARKS[first.severity]} ${(0,markdown_view/* ruleLink */.lN)(view, first)}${size === '' ? '' : ` · ${size}`}<br>${(0,report_escape/* prose */.CS)(first.message, 500)}${also.join('')}<br>${shown.join(' · ')}`,
        evidence,
    ]);
}

// EXTERNAL MODULE: ./build/report-schema/words.js
var report_schema_words = __webpack_require__(3744);
;// CONCATENATED MODULE: ./build/report/markdown/footer.js
/** The footer. */





/** What the terms mean, and which commit this is about. */
function footer(view) {
    const { report, context, open } = view;
    const any = (0,order/* orderFindings */.$t)(report.findings).length > 0;
    const parts = [
        context.runUrl && !open ? (0,report_escape/* link */.nf)('Full report', context.runUrl) : '',
        context.origin,
        context.headSha && `updated for ${(0,markdown_view/* commit */.cd)(view, context.headSha)}`,
        (0,words/* fromCache */.ZY)(report),
        `${(0,report_escape/* prose */.CS)(report.tool.name, 60)} ${(0,report_escape/* prose */.CS)(report.tool.version, 40)}, ${(0,report_escape/* prose */.CS)((0,words/* duration */.p0)(report.durationMs))}`,
    ];
    return `<sub>${any ? `${report_schema_words/* LEGEND */.Ix}<br>` : ''}${parts.filter(Boolean).join(' · ')}</sub>`;
}

;// CONCATENATED MODULE: ./build/report/markdown/overview.js
/** Several migrations at a glance: which has findings, what its checklist says, how long it ran. */




/** One row for each; those with errors, and with what failed, first. Of one migration the rest of the report says it. */
function overview(view) {
    const { migrations, findings } = view.report;
    // Databases have a table of their own, and may name their files alike.
    if (migrations.length < 2 || view.context.parts)
        return '';
    const counted = (0,order/* orderFindings */.$t)(findings);
    const all = migrations.map((migration) => ({ migration, counts: countsOf(migration, counted) }));
    const ranked = [...all].sort((a, b) => gravity(b) - gravity(a));
    const shown = ranked.slice(0, view.limits.rows).map(({ migration, counts }) => {
        const ran = migration.statements.filter(({ role, status }) => role === 'up' && status === 'applied');
        const took = ran.length === 0 ? 'not run' : (0,words/* duration */.p0)(ran.reduce((sum, { durationMs }) => sum + durationMs, 0));
        return (0,report_escape/* row */.nM)([(0,report_escape/* cellCode */.GA)(migration.id, 80), (0,words/* countFindings */.Gt)(counts) ?? 'none', proofsOf(migration), took]);
    });
    const body = (0,markdown_view/* blocks */.Bv)((0,markdown_view/* table */.tp)(['Migration', 'Findings', 'Checklist', 'Ran in'], shown), (0,markdown_view/* andMore */.v)(view, ranked.length - shown.length, 'migration'));
    return (0,markdown_view/* fold */.AU)(view, `<b>${migrations.length} migrations</b>, one by one`, body);
}
/** By the files that are its own: its scripts, and what they were read from. */
function countsOf({ path, statements }, findings) {
    const own = new Set([path, ...statements.map((it) => it.path)]);
    const counts = { error: 0, warning: 0, info: 0 };
    for (const finding of findings)
        if (own.has(finding.path))
            counts[finding.severity]++;
    return counts;
}
function gravity({ migration: { proofs }, counts }) {
    return counts.error * 2 + (proofs.some(({ status }) => status === 'failed') ? 1 : 0);
}
function proofsOf({ proofs }) {
    const of = (wanted) => proofs.filter(({ status }) => status === wanted).length;
    const parts = [
        of('failed') > 0 && `❌\u00A0${of('failed')}\u00A0failed`,
        of('proven') > 0 && `✅\u00A0${of('proven')}\u00A0proven`,
        of('not checked') > 0 && `⚪\u00A0${of('not checked')}\u00A0open`,
    ];
    return parts.filter(Boolean).join(' ') || 'not run';
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
            `❌ line ${(0,markdown_view/* lineLink */.lz)(view, { path: down, line })} fails ${(0,report_escape/* cellCode */.GA)(sqlstate, 10)}`,
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
    return (0,markdown_view/* fold */.AU)(view, `${name}${(0,markdown_view/* first */.$1)(name, 'rows')} after the rollback: ${kinds.filter(Boolean).join(', ')}`, (0,markdown_view/* blocks */.Bv)((0,markdown_view/* table */.tp)(['Rows', 'Rollback', 'Detail'], shown), (0,markdown_view/* andMore */.v)(view, rows.length - shown.length, 'row')));
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
    return (0,markdown_view/* fold */.AU)(view, `${name}${(0,markdown_view/* first */.$1)(name, 'failure halfway')}: tried at ${(0,words/* count */.U9)(all.length, 'statement')}, re-running ${outcomes(all)}`, (0,markdown_view/* blocks */.Bv)((0,markdown_view/* table */.tp)(['Stopped at line', 'Left behind', 'Run again', 'Rolled back instead'], shown.map((it) => interruptionRow(view, path, it))), (0,markdown_view/* andMore */.v)(view, all.length - shown.length, 'interruption')));
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
        (0,markdown_view/* lineLink */.lz)(view, { path, line }),
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
    return (0,markdown_view/* blocks */.Bv)(...proofs.map(({ table: shown }) => {
        if (shown === undefined)
            return '';
        const rows = shown.rows
            .slice(0, view.limits.rows)
            .map(([head = '', ...cells]) => (0,report_escape/* row */.nM)([(0,report_escape/* cellCode */.GA)(head), ...cells.map((cell) => (0,report_escape/* prose */.CS)(cell, 200))]));
        const head = shown.head.map((title) => (0,report_escape/* prose */.CS)(title, 80));
        return (0,markdown_view/* fold */.AU)(view, `${name}${(0,report_escape/* htmlText */.js)((0,markdown_view/* first */.$1)(name, shown.caption))}`, (0,markdown_view/* blocks */.Bv)((0,markdown_view/* table */.tp)(head, rows), (0,markdown_view/* andMore */.v)(view, shown.rows.length - rows.length, 'row')));
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
    return (0,markdown_view/* fold */.AU)(view, `${name}${(0,words/* count */.U9)(all.length, 'query', 'queries')} of the application, ${changed.length} changed`, (0,markdown_view/* blocks */.Bv)((0,markdown_view/* table */.tp)(['Query', 'Result', 'Plan before', 'Plan after'], shown.map((it) => queryRow(view, it))), (0,markdown_view/* andMore */.v)(view, changed.length - shown.length, 'query', 'queries'), same > 0 && `${(0,words/* count */.U9)(same, 'query works', 'queries work')} with the same plan as before.`));
}
function queryRow(view, it) {
    const state = it.sqlstate ? ` ${(0,report_escape/* cellCode */.GA)(it.sqlstate, 10)}` : '';
    const error = it.error ? `: ${(0,report_escape/* prose */.CS)(it.error, 200)}` : '';
    const plan = (text) => (text === undefined ? '' : (0,report_escape/* cellCode */.GA)(text, 200));
    return (0,report_escape/* row */.nM)([
        `${(0,report_escape/* cellCode */.GA)(it.name, 80)} (${(0,markdown_view/* place */.ik)(view, it)})`,
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
    return (0,markdown_view/* fold */.AU)(view, `${name}${name === '' ? 'Lock' : 'lock'} timeline: ${(0,words/* count */.U9)(lockTimeline.length, 'lock')} in ${(0,words/* count */.U9)(transactions(lockTimeline).length, 'transaction')}`, (0,markdown_view/* blocks */.Bv)((0,markdown_view/* table */.tp)(['Transaction', 'On', 'Lock', 'Who waits', 'From line', 'Until line', 'Held'], shown.map((hold) => holdRow(view, hold))), (0,markdown_view/* andMore */.v)(view, lockTimeline.length - shown.length, 'lock'), view.open && chart(lockTimeline.slice(0, BARS))));
}
function holdRow(view, hold) {
    const { path, role, transaction, relation, mode, blocks: waits, from, until, untilPath, heldMs } = hold;
    return (0,report_escape/* row */.nM)([
        `${role} ${transaction}`,
        (0,report_escape/* cellCode */.GA)(relation),
        (0,report_escape/* cellCode */.GA)(mode),
        waits.map((it) => (it === 'ddl' ? 'DDL' : it)).join(', '),
        (0,markdown_view/* lineLink */.lz)(view, { path, line: from }),
        `${(0,markdown_view/* lineLink */.lz)(view, { path: untilPath ?? path, line: until })}${untilPath ? ` of ${(0,report_escape/* cellCode */.GA)(untilPath)}` : ''}`,
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
    return (0,markdown_view/* fold */.AU)(view, `${name}${(0,words/* count */.U9)(validations.length, 'validation query', 'validation queries')}${failed ? `, ${failed} failed` : ''}`, (0,markdown_view/* blocks */.Bv)(...shown.map((it) => validation(view, it)), (0,markdown_view/* andMore */.v)(view, validations.length - shown.length, 'query', 'queries')));
}
function validation(view, it) {
    const state = it.sqlstate ? ` ${(0,report_escape/* cellCode */.GA)(it.sqlstate, 10)}` : '';
    return (0,markdown_view/* blocks */.Bv)(`${(0,markdown_view/* place */.ik)(view, it)} ${validations_RESULTS[it.status]}${it.expectation ? `, expected ${(0,report_escape/* cellCode */.GA)(it.expectation)}` : ''}${state}${it.detail ? `: ${(0,report_escape/* prose */.CS)(it.detail, 500)}` : ''}`, (0,report_escape/* fence */.EU)(it.sql, 'sql', Math.min(view.limits.sql, 1500)), rows(it));
}
function rows({ columns, rows }) {
    if (!columns || columns.length === 0 || !rows)
        return '';
    const cells = rows
        .slice(0, MAX_ROWS)
        .map((it) => (0,report_escape/* row */.nM)(it.slice(0, MAX_COLUMNS).map((cell) => (cell === null ? '*null*' : (0,report_escape/* cellCode */.GA)(cell, 60)))));
    const header = columns.slice(0, MAX_COLUMNS).map((it) => (0,report_escape/* prose */.CS)(it, 60));
    const hidden = rows.length - cells.length;
    return (0,markdown_view/* blocks */.Bv)(rows.length === 0 ? 'No rows.' : (0,markdown_view/* table */.tp)(header, cells), hidden > 0 && `…and ${(0,words/* count */.U9)(hidden, 'more row', 'more rows')}.`, columns.length > MAX_COLUMNS && `${(0,words/* count */.U9)(columns.length - MAX_COLUMNS, 'more column', 'more columns')} not shown.`);
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
    return (0,markdown_view/* blocks */.Bv)(rollback(view, migration, name), data(view, migration, name), interruptions(view, migration, name), validations(view, migration, name), plans(view, migration, name), queries(view, migration, name), proofTables(view, migration, name), timeline(view, migration, name), statements(view, migration, name));
}
function rollback(view, { rollback, rerun }, name) {
    const total = rollback.differences.length + rerun.differences.length;
    if (total === 0 && !rollback.missingSql)
        return '';
    return (0,markdown_view/* fold */.AU)(view, `${name}${(0,words/* count */.U9)(total, 'difference')} after rolling back and applying again`, (0,markdown_view/* blocks */.Bv)(differences(view, 'After the rollback', rollback.differences), rollback.missingSql && 'Run on the server, this made differences go away. Add it to the rollback:', rollback.missingSql && (0,report_escape/* fence */.EU)(rollback.missingSql, 'sql', view.limits.sql), differences(view, 'After applying again', rerun.differences)));
}
function differences(view, when, all) {
    const shown = all.slice(0, view.limits.rows);
    const rows = shown.map(({ change, kind, name, before, after }) => (0,report_escape/* row */.nM)([change, (0,report_escape/* prose */.CS)(kind, 60), (0,report_escape/* cellCode */.GA)(name), [was('was', before), was('is', after)].filter(Boolean).join('<br>')]));
    return (0,markdown_view/* blocks */.Bv)((0,markdown_view/* table */.tp)([when, 'Kind', 'Name', 'Change'], rows), (0,markdown_view/* andMore */.v)(view, all.length - shown.length, 'difference'));
}
function was(word, definition) {
    return definition === undefined ? '' : `${word} ${(0,report_escape/* cellCode */.GA)(definition, 300)}`;
}
function plans(view, { plans }, name) {
    if (plans.length === 0)
        return '';
    const shown = plans.slice(0, view.limits.rows);
    const rows = shown.map((it) => (0,report_escape/* row */.nM)([(0,markdown_view/* lineLink */.lz)(view, it), (0,report_escape/* cellCode */.GA)(it.index), PLANS[it.status], (0,report_escape/* cellCode */.GA)(it.plan, 300)]));
    return (0,markdown_view/* fold */.AU)(view, `${name}${(0,words/* count */.U9)(plans.length, 'query plan')}`, (0,markdown_view/* blocks */.Bv)((0,markdown_view/* table */.tp)(['Line', 'Index', 'Result', 'Plan'], rows), (0,markdown_view/* andMore */.v)(view, plans.length - shown.length, 'plan')));
}
function statements(view, { statements, madeToRun }, name) {
    if (statements.every(({ status }) => status === 'notRun'))
        return '';
    const shown = statements.slice(0, view.limits.rows);
    const total = statements.reduce((sum, { durationMs }) => sum + durationMs, 0);
    return (0,markdown_view/* fold */.AU)(view, `${name}${(0,words/* count */.U9)(statements.length, 'statement')} and ${statements.length === 1 ? 'its' : 'their'} locks, ${(0,report_escape/* prose */.CS)((0,words/* duration */.p0)(total))}`, (0,markdown_view/* blocks */.Bv)(madeToRun && `To check the rest, the rehearsal changed how it ran: ${(0,report_escape/* prose */.CS)(madeToRun)}`, (0,markdown_view/* table */.tp)(['Line', 'Statement', 'Result', 'Locks that others wait for', 'Storage', 'Time'], shown.map((it) => statementRow(view, it))), (0,markdown_view/* andMore */.v)(view, statements.length - shown.length, 'statement')));
}
function statementRow(view, it) {
    const line = it.role === 'up' ? (0,markdown_view/* lineLink */.lz)(view, it) : `${(0,markdown_view/* lineLink */.lz)(view, it)} (${it.role})`;
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
    const cut = `This report was cut to fit: for the rest see ${(0,markdown_view/* fullReport */.uP)({ open, context })}.`;
    const labels = labelsOf(report);
    for (const [level, limits] of levels.entries()) {
        const view = { report, context, limits, open, labels };
        const body = `${marker}${render(view, level > 0 && cut)}\n`;
        if (Buffer.byteLength(body) <= budget)
            return body;
    }
    return `${marker}${(0,markdown_view/* blocks */.Bv)((0,verdict/* title */.DD)(report), (0,verdict/* unread */.gy)(report), countsByRule(report), leftOut(report), cut)}\n`;
}
function render(view, cut) {
    return (0,markdown_view/* blocks */.Bv)((0,verdict/* title */.DD)(view.report), (0,verdict/* checked */.KD)(view), view.context.parts && databases(view.context.parts.reports, view.context.parts.missing), (0,verdict/* unread */.gy)(view.report), (0,verdict/* stopping */.fX)(view), findingsTable(view), overview(view), cut, ...details(view), checklist(view), notChecked(view), ...(view.limits.details ? view.report.migrations.map((migration) => rehearsal(view, migration)) : []), silenced(view), refuted(view), footer(view));
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


/***/ })

};
