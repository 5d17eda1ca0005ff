export const id = 891;
export const ids = [891];
export const modules = {

/***/ 3891:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCheck: () => (/* binding */ runCheck)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
// EXTERNAL MODULE: ./build/built-in.js
var built_in = __webpack_require__(2702);
// EXTERNAL MODULE: ./build/migrations/find.js + 54 modules
var find = __webpack_require__(4567);
// EXTERNAL MODULE: ./build/migrations/layouts/layout.js
var layout = __webpack_require__(4576);
// EXTERNAL MODULE: ./build/migrations/problem.js
var problem = __webpack_require__(4227);
// EXTERNAL MODULE: ./build/migrations/source.js
var source = __webpack_require__(3447);
// EXTERNAL MODULE: ./build/parse-migration.js
var parse_migration = __webpack_require__(54);
// EXTERNAL MODULE: ./build/rehearsal/made-up-roles.js + 1 modules
var made_up_roles = __webpack_require__(4477);
// EXTERNAL MODULE: ./build/sql/refuse.js
var refuse = __webpack_require__(9491);
;// CONCATENATED MODULE: ./build/reading.js
/** Reads the change: parses its scripts, with those that come before them, and lints them. */





/** The grammar is loaded only where there is something to read. */
async function readChange(found, settings, rules) {
    if (found.changed.length === 0) {
        return {
            parsed: { changed: [], baseline: [], seed: [], bootstrap: [], validation: [] },
            notes: [],
            lint: () => [],
        };
    }
    const { loadGrammar } = await __webpack_require__.e(/* import() */ 941).then(__webpack_require__.bind(__webpack_require__, 9941));
    const grammar = await loadGrammar();
    if (settings.server === 'none') {
        const { lintOnly } = await __webpack_require__.e(/* import() */ 302).then(__webpack_require__.bind(__webpack_require__, 5302));
        const { baseline } = found;
        const notes = [];
        const { changed, predictions } = lintOnly({ baseline, changed: found.changed, rules, postgresVersion: settings.postgresVersion }, grammar, (script) => notes.push(...unreadBaseline(script)));
        return {
            parsed: { changed, baseline: [], seed: [], bootstrap: [], validation: [] },
            notes,
            lint: () => predictions,
        };
    }
    const [{ lint }, { Schema }] = await Promise.all([__webpack_require__.e(/* import() */ 852).then(__webpack_require__.bind(__webpack_require__, 5852)), Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 9794))]);
    const schema = new Schema({ partial: found.baseline.length === 0 });
    const parsed = {
        changed: found.changed.map((migration) => (0,parse_migration/* parseMigration */.m)(migration, grammar)),
        baseline: found.baseline.map(grammar.parseScript),
        seed: found.seed.map(grammar.parseScript),
        validation: found.validation.map(grammar.parseScript),
        bootstrap: settings.bootstrap.map((file) => grammar.parseScript((0,layout/* wholeFile */.A)('up', file, 'autocommit'))),
    };
    const before = [...parsed.baseline, ...parsed.seed];
    const roles = (0,made_up_roles/* madeUpRoles */._)(parsed.bootstrap, before, parsed.changed.flatMap(find/* scriptsOf */.S));
    if (roles)
        parsed.bootstrap.unshift(grammar.parseScript((0,layout/* wholeFile */.A)('up', roles.file, 'autocommit')));
    for (const { statements } of parsed.baseline)
        schema.replay(statements, 'baseline');
    return {
        parsed,
        notes: [...parsed.baseline.flatMap(unreadBaseline), ...(roles?.notes ?? [])],
        lint: (postgresVersion) => lint(parsed.changed, schema, { ...rules, postgresVersion }),
    };
}
/** What psql would do with its own commands and with a dump's rows is not the schema. */
function unreadBaseline({ file, statements }) {
    const unread = statements.filter((statement) => statement.syntaxError !== undefined && !(0,refuse/* isForPsql */.gn)(statement));
    if (unread.length === 0)
        return [];
    const [first] = unread;
    const what = unread.length === 1 ? 'a statement was' : `${unread.length} statements were`;
    const reason = `${what} not understood, the first in line ${first?.location.line}: the rules don’t know what it makes`;
    return [{ check: `baseline ${file.path}`, reason }];
}

// EXTERNAL MODULE: ./build/required-checks.js
var required_checks = __webpack_require__(8321);
// EXTERNAL MODULE: ./build/rules/configure.js
var configure = __webpack_require__(2000);
// EXTERNAL MODULE: ./build/rules/registry.js + 160 modules
var registry = __webpack_require__(3270);
// EXTERNAL MODULE: ./build/usage-error.js
var usage_error = __webpack_require__(4516);
// EXTERNAL MODULE: ./build/schema/objects.js
var objects = __webpack_require__(7250);
// EXTERNAL MODULE: ./build/sql/directives.js
var sql_directives = __webpack_require__(5957);
// EXTERNAL MODULE: ./build/sql/locks.js
var locks = __webpack_require__(4283);
;// CONCATENATED MODULE: ./build/verdict.js
/** Holds predictions against facts, applies the user's settings and directives, and decides. Pure. */




/** All findings with their evidence, sorted by place, and the verdict that follows from them. */
function decide({ predictions, observations, migrations, scripts }, policy) {
    const facts = new Facts(migrations, scripts, policy.versions);
    const seen = new Seen(observations);
    const judged = predictions.map((prediction) => seen.confirm(facts.judge(prediction), prediction));
    const news = observations.filter((observation) => !seen.confirmed.has(observation) && !judged.some((finding, i) => absorbs(finding, predictions[i], observation)));
    const findings = [...judged, ...news.map(({ finding }) => finding)];
    const ran = migrations.some(({ statements }) => statements.some(({ status }) => status !== 'notRun'));
    const kept = levelled(applyDirectives(levelled(findings, policy), scripts, policy, ran), policy).sort(byPlace);
    const counts = { error: 0, warning: 0, info: 0 };
    for (const { severity, evidence } of kept)
        if (evidence !== 'refuted')
            counts[severity]++;
    return { findings: kept, counts, verdict: fails(counts, policy.failOn) ? 'fail' : 'pass' };
}
/** With the severities that the settings give them, and without what they switch off. */
function levelled(findings, { rules, ignores }) {
    return findings.flatMap((finding) => {
        const level = rules[finding.rule] ?? finding.severity;
        return level === 'off' || ignores?.(finding.rule, finding.path) ? [] : [{ ...finding, severity: level }];
    });
}
function fails(counts, failOn) {
    if (failOn === 'never')
        return false;
    if (counts.error > 0)
        return true;
    return failOn !== 'error' && (counts.warning > 0 || (failOn === 'info' && counts.info > 0));
}
/** Whether a rule said beforehand what the rehearsal then saw. */
function absorbs(finding, prediction, observation) {
    if (finding.evidence !== 'confirmed' || prediction === undefined)
        return false;
    const { at, fact } = observation;
    // What has a twin among the observations speaks of that alone: no lock_timeout is not the scan that follows.
    if (fact.lockOn !== undefined && finding.rule in built_in/* BUILT_IN */.$)
        return false;
    const { claim } = prediction;
    if (fact.leaves)
        return claim?.leaves !== undefined && sameObject(claim.leaves, fact.leaves);
    if (fact.held && namesBoth(finding, prediction, observation))
        return true;
    if (fact.lockOn !== undefined) {
        if (claim?.lock === undefined || (0,objects/* shortName */.EU)(claim.on ?? '') !== fact.lockOn)
            return false;
        // A rule that speaks of a weaker lock doesn't speak of this one.
        if (fact.held && (0,locks/* compareLockModes */.tc)(claim.lock, fact.held.mode) < 0)
            return false;
    }
    else if (fact.sqlstate === undefined || claim?.sqlstate !== fact.sqlstate)
        return false;
    return at.path === prediction.at.path && at.start === prediction.at.start;
}
/** The rule spoke of the statement that took the lock, and named the one that kept others waiting for it. */
function namesBoth(finding, { at, claim }, { finding: seen, fact }) {
    if (claim?.lock === undefined || at.path !== seen.path || at.start !== fact.held?.since)
        return false;
    return finding.related?.some(({ path, line }) => path === seen.path && line === seen.line) ?? false;
}
/** Observations of hazards that a rule of the same name predicts: they are its proof, and are not told a second time. */
class Seen {
    confirmed = new Set();
    #byPlace = new Map();
    constructor(observations) {
        for (const observation of observations) {
            const { about, wholeFile } = observation.fact;
            const place = about ? keyOf(about) : placeOfHazard(observation.finding.rule, observation.at, wholeFile);
            const there = this.#byPlace.get(place);
            if (there)
                there.push(observation);
            else
                this.#byPlace.set(place, [observation]);
        }
    }
    confirm(finding, { at, about }) {
        const places = [true, false].map((file) => placeOfHazard(finding.rule, at, file));
        if (about)
            places.push(keyOf(about));
        const twins = places.flatMap((place) => this.#byPlace.get(place) ?? []);
        const [first] = twins;
        if (first === undefined || finding.evidence === 'refuted')
            return finding;
        for (const twin of twins)
            this.confirmed.add(twin);
        const proof = first.finding.proof ?? finding.proof;
        return { ...finding, evidence: 'confirmed', ...(proof && { proof }) };
    }
}
/** The static replay knows a function's name, the catalogs its arguments too. */
function keyOf({ kind, name }) {
    return `about ${(0,objects/* objectKey */.T5)({ kind, name: name.replace(/\(.*$/, '') })}`;
}
function placeOfHazard(rule, { path, start }, wholeFile = false) {
    return `${rule} ${wholeFile ? 'in' : start} ${path}`;
}
class Facts {
    #statements = new Map();
    #migrations;
    #holds;
    #versions;
    constructor(migrations, scripts, versions) {
        this.#versions = versions;
        this.#migrations = migrations;
        this.#holds = migrations.flatMap(({ lockTimeline }) => lockTimeline);
        const byLine = new Map();
        for (const migration of migrations) {
            for (const report of migration.statements) {
                if (report.status !== 'notRun')
                    byLine.set(placeOf(report.path, report.line, report.sql), report);
            }
        }
        if (byLine.size === 0)
            return;
        for (const { file, statements } of scripts) {
            for (const { start, location, sql } of statements) {
                const report = byLine.get(placeOf(file.path, location.line, sql));
                if (report)
                    this.#statements.set(`${file.path} ${start}`, report);
            }
        }
    }
    judge({ finding, at, claim }) {
        const [evidence, proof] = claim === undefined ? UNKNOWN : this.#evidence(claim, at);
        return { ...finding, evidence, ...(proof && { proof }) };
    }
    /** A file may hold several migrations: the one whose statement it is. */
    #migrationAt({ path, start }) {
        const statement = this.#statements.get(`${path} ${start}`);
        const here = this.#migrations.filter((migration) => migration.path === path);
        return here.find(({ statements }) => statement !== undefined && statements.includes(statement)) ?? here[0];
    }
    #evidence(claim, at) {
        if (claim.leaves)
            return leftBehind(claim.leaves, this.#migrationAt(at));
        const report = this.#statements.get(`${at.path} ${at.start}`);
        if (report === undefined || report.status === 'skipped' || report.status === 'notRun')
            return UNKNOWN;
        const seen = claim.sqlstate
            ? answered(claim.sqlstate, report)
            : claim.lock
                ? locked(claim, report, this.#holds)
                : UNKNOWN;
        return unlessOtherVersion(seen, this.#versions);
    }
}
const UNKNOWN = ['static'];
/** What a server of another major version does says nothing against what production's would do. */
function unlessOtherVersion(seen, versions) {
    const [evidence, proof] = seen;
    const { target = null, server = null } = versions ?? {};
    if (evidence !== 'refuted' || target === null || server === null || target === server)
        return seen;
    return ['static', `PostgreSQL ${server} showed otherwise (${proof}), but production is PostgreSQL ${target}`];
}
function placeOf(path, line, sql) {
    return `${path} ${line} ${sql}`;
}
function answered(sqlstate, report) {
    if (report.status === 'applied')
        return ['refuted', 'Postgres ran the statement'];
    if (report.sqlstate !== sqlstate)
        return UNKNOWN;
    return ['confirmed', `Postgres refused it with SQLSTATE ${sqlstate}: ${report.error}`];
}
function locked({ lock, on = '' }, report, holds) {
    if (report.status === 'failed' || report.locks === null || lock === undefined)
        return UNKNOWN;
    const taken = report.locks.find(({ relation }) => relation === (0,objects/* shortName */.EU)(on));
    if (taken && (0,locks/* compareLockModes */.tc)(taken.mode, lock) >= 0)
        return ['confirmed', `Postgres took ${taken.mode} on ${(0,objects/* shortName */.EU)(on)}`];
    // What its transaction holds already a statement need not take again.
    const held = holds.find(({ role, path, relation, mode, from, until }) => role === report.role &&
        path === report.path &&
        relation === (0,objects/* shortName */.EU)(on) &&
        (0,locks/* compareLockModes */.tc)(mode, lock) >= 0 &&
        from < report.line &&
        report.line <= until);
    if (held)
        return ['confirmed', `Postgres held ${held.mode} on ${(0,objects/* shortName */.EU)(on)} since line ${held.from}`];
    return [
        'refuted',
        taken ? `Postgres took only ${taken.mode} on ${(0,objects/* shortName */.EU)(on)}` : `Postgres took no lock on ${(0,objects/* shortName */.EU)(on)}`,
    ];
}
function leftBehind(object, report) {
    const { verdict, differences } = report?.rollback ?? { verdict: 'not checked', differences: [] };
    if (['down fails', 'no down', 'declared irreversible', 'not checked'].includes(verdict))
        return UNKNOWN;
    const left = differences.some((difference) => difference.change === 'extra' && sameObject(object, difference));
    if (left)
        return ['confirmed', 'After the rollback it was still in the catalogs'];
    return ['refuted', 'After the rollback it was gone from the catalogs'];
}
function sameObject(a, b) {
    return keyOf(a) === keyOf(b);
}
/** Takes out what directives ignore; reports directives that are wrong or ignore nothing. */
function applyDirectives(findings, scripts, policy, ran) {
    const { knownRules } = policy;
    // What is switched off, or what only a server could have found, may well be there.
    const mayBeThere = (rule, path) => policy.rules[rule] === 'off' || policy.ignores?.(rule, path) || (!ran && rule in built_in/* BUILT_IN */.$);
    const out = [];
    let left = findings;
    for (const script of scripts) {
        const { directives, problems } = (0,sql_directives/* readDirectives */.V)(script);
        out.push(...problems.map(({ location, message }) => (0,built_in/* builtInFinding */.l)('invalid-directive', location, message)));
        for (const { rules, scope, location, statementStart } of directives) {
            const statement = script.statements.find(({ start }) => start === statementStart);
            for (const rule of rules) {
                if (!knownRules.has(rule)) {
                    out.push((0,built_in/* builtInFinding */.l)('invalid-directive', location, `There is no rule “${rule}”.`));
                    continue;
                }
                const ignored = left.filter((finding) => {
                    if (finding.rule !== rule || finding.path !== script.file.path)
                        return false;
                    return scope === 'file' || (statement !== undefined && within(finding, statement.location));
                });
                if (ignored.length === 0 && !mayBeThere(rule, script.file.path)) {
                    out.push((0,built_in/* builtInFinding */.l)('unused-ignore', location, `This ignores ${rule}, which finds nothing here.`));
                }
                left = left.filter((finding) => !ignored.includes(finding));
            }
        }
    }
    return [...left, ...out];
}
function within(finding, { line, column, endLine, endColumn }) {
    const afterStart = finding.line > line || (finding.line === line && finding.column >= column);
    const beforeEnd = finding.line < endLine || (finding.line === endLine && finding.column <= endColumn);
    return afterStart && beforeEnd;
}
function byPlace(a, b) {
    if (a.path !== b.path)
        return a.path < b.path ? -1 : 1;
    return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(8508);
;// CONCATENATED MODULE: ./build/check.js
/** The order of work: find -> parse -> lint -> rehearse -> verdict. */














/** Checks a change. Throws `UsageError` or `ServerUnavailable` where the work can't be done; what is wrong with SQL is a finding. */
async function check(request) {
    const { settings, cwd, change, progress = () => { } } = request;
    const start = performance.now();
    const rules = configureRules(settings);
    const found = await (0,find/* findMigrations */.r)(change, settings, cwd);
    const comparedWith = 'files' in change ? change.comparedWith : null;
    // The server starts while the scripts are read.
    const [read, started] = await Promise.allSettled([
        readChange(found, settings, rules),
        startServer(found, request, progress),
    ]);
    if (read.status === 'rejected') {
        if (started.status === 'fulfilled')
            await started.value?.server?.close();
        throw read.reason;
    }
    if (started.status === 'rejected')
        throw started.reason;
    const { parsed, notes, lint } = read.value;
    // Where nobody says what production runs, the server that was chosen stands for it.
    const serverMajor = started.value?.server?.major ?? null;
    const { predictions, rehearsal, server } = await rehearseChange({ parsed, found }, started.value, settings, progress, () => lint(settings.postgresVersion ?? serverMajor));
    const scripts = [...parsed.changed.flatMap(find/* scriptsOf */.S), ...parsed.validation];
    const paths = parsed.changed.map(({ path }) => path);
    const missing = (0,required_checks/* missingChecks */.S)(settings.requiredChecks, paths, { ...rehearsal, server });
    const decision = decide({ predictions: [...filesFound(found, predictions), ...missing], ...rehearsal, scripts }, {
        failOn: settings.failOn,
        rules: rules.levels,
        knownRules: KNOWN_RULES,
        ignores: ignoresOf(rules, settings, cwd),
        versions: { target: settings.postgresVersion, server: serverMajor },
    });
    const report = {
        schemaVersion: 1,
        tool: version/* TOOL */.j,
        verdict: decision.verdict,
        failOn: settings.failOn,
        postgres: { target: settings.postgresVersion, server },
        comparedWith,
        layouts: found.layouts,
        counts: decision.counts,
        statements: countStatements(scripts),
        notChecked: [...settings.notes, ...found.notChecked, ...notes, ...rehearsal.notChecked],
        findings: decision.findings,
        ...(rehearsal.baseline && { baseline: rehearsal.baseline }),
        migrations: rehearsal.migrations,
        durationMs: performance.now() - start,
    };
    return { report, sources: new Map(scripts.map(({ file }) => [file.path, file.text])) };
}
/** Null where there is nothing to run: then no server is even looked for. */
async function startServer(found, { settings, kept = {} }, progress) {
    if (found.changed.length === 0)
        return null;
    if (settings.server === 'none')
        return { server: null };
    const { chooseServer } = await __webpack_require__.e(/* import() */ 77).then(__webpack_require__.bind(__webpack_require__, 7077));
    progress('Starting Postgres');
    const files = [...found.changed.flatMap(find/* scriptsOf */.S), ...found.baseline, ...found.seed].map(({ file }) => file);
    const extensions = [...files, ...settings.bootstrap].some(({ text }) => /\bextension\b/i.test(text));
    const { baselinesIn } = await __webpack_require__.e(/* import() */ 689).then(__webpack_require__.bind(__webpack_require__, 9689));
    const groundwork = {
        bootstrap: settings.bootstrap.map((file) => (0,layout/* wholeFile */.A)('up', file, 'autocommit')),
        scripts: [...found.baseline, ...found.seed],
    };
    const baselines = settings.cache ? await baselinesIn(kept, groundwork) : null;
    return chooseServer({
        ...settings,
        choice: settings.server,
        target: settings.postgresVersion,
        extensions,
        baselines,
    });
}
/** Lints, and runs the migrations where there is a server, which is closed after it. */
async function rehearseChange({ parsed: plan, found }, chosen, settings, progress, lint) {
    const nothing = { migrations: [], observations: [], notChecked: [] };
    if (chosen === null)
        return { predictions: [], rehearsal: nothing, server: null };
    const { server } = chosen;
    try {
        const predictions = lint();
        if (server === null) {
            const { notRehearsed } = await __webpack_require__.e(/* import() */ 75).then(__webpack_require__.bind(__webpack_require__, 8075));
            const notChecked = [{ check: 'rehearsal', reason: chosen.notChecked ?? 'server is none: nothing was run' }];
            const migrations = plan.changed.map(notRehearsed);
            return { predictions, rehearsal: { ...nothing, migrations, notChecked }, server: null };
        }
        const { rehearse } = await __webpack_require__.e(/* import() */ 24).then(__webpack_require__.bind(__webpack_require__, 24));
        progress(`Rehearsing on PostgreSQL ${server.version} (${server.kind})`);
        const { seedHints, maxWriteCost } = settings;
        const rehearsal = await rehearse(server, { ...plan, ...(await application(found)), seedHints, maxWriteCost });
        if (chosen.notChecked)
            rehearsal.notChecked.push({ check: 'target version', reason: chosen.notChecked });
        return { predictions, rehearsal, server: { kind: server.kind, version: server.version } };
    }
    finally {
        await server?.close();
    }
}
/** What the application brings to the rehearsal. */
async function application({ queries, statistics }) {
    if (queries.length === 0 && statistics === null)
        return {};
    const [{ applicationQueries }, { parseStatistics }] = await Promise.all([
        __webpack_require__.e(/* import() */ 415).then(__webpack_require__.bind(__webpack_require__, 6415)),
        __webpack_require__.e(/* import() */ 483).then(__webpack_require__.bind(__webpack_require__, 7483)),
    ]);
    return {
        queries: queries.flatMap(applicationQueries),
        statistics: statistics && parseStatistics(statistics.text, statistics.path),
    };
}
/** What is wrong with the files, before and beside their SQL. A placeholder explains the syntax error that it makes. */
function filesFound({ unreadable, problems }, predictions) {
    const placeholders = problems.filter(({ rule }) => rule === 'unknown-placeholder');
    const explained = ({ finding: { rule, path, line, endLine } }) => rule === 'syntax-error' && placeholders.some((it) => it.path === path && line <= it.line && it.line <= endLine);
    return [
        ...unreadable.map(({ path, problem }) => {
            const place = { path, line: 1, column: 1, endLine: 1, endColumn: 1 };
            return { finding: (0,built_in/* builtInFinding */.l)('unreadable-file', place, problem), at: { path, start: 0 } };
        }),
        ...problems.map(problem/* toPrediction */.f9),
        ...predictions.filter((prediction) => !explained(prediction)),
    ];
}
function countStatements(scripts) {
    const statements = scripts.flatMap((script) => script.statements);
    const notUnderstood = statements.filter(({ syntaxError }) => syntaxError !== undefined).length;
    return { checked: statements.length - notUnderstood, notUnderstood };
}
const KNOWN_RULES = new Set([...registry/* RULES */.y.map(({ id }) => id), ...Object.keys(built_in/* BUILT_IN */.$)]);
/** Throws `UsageError` with all that is wrong in what the settings say of the rules, each with its place. */
function configureRules({ preset, rules, place }) {
    const configured = (0,configure/* configure */.jK)(registry/* RULES */.y, KNOWN_RULES, { preset, rules });
    const { problems } = configured;
    if (problems.length === 0)
        return configured;
    throw new usage_error/* UsageError */.e(problems.map(({ path, message }) => `${place(['rules', ...path])}: rules: ${message}`).join('\n'));
}
/** Globs in the settings are relative to the settings file, paths in the report to the working directory. */
function ignoresOf({ ignore }, { root }, cwd) {
    const matchers = new Map([...ignore].map(([rule, globs]) => [rule, picomatch(globs, { dot: true, flags: 's' })]));
    return (rule, path) => matchers.get(rule)?.((0,source/* displayPath */.G)((0,external_node_path_.resolve)(cwd, path), root)) ?? false;
}

// EXTERNAL MODULE: ./build/settings/resolve.js + 2 modules
var resolve = __webpack_require__(19);
;// CONCATENATED MODULE: ./build/cli/output.js
async function renderReport({ report, sources }, format, terminal) {
    switch (format) {
        case 'json':
            return (await __webpack_require__.e(/* import() */ 665).then(__webpack_require__.bind(__webpack_require__, 9665))).renderJson(report);
        case 'sarif': {
            const [{ renderSarif }, { CHECKS }] = await Promise.all([
                __webpack_require__.e(/* import() */ 150).then(__webpack_require__.bind(__webpack_require__, 5150)),
                __webpack_require__.e(/* import() */ 33).then(__webpack_require__.bind(__webpack_require__, 1033)),
            ]);
            return renderSarif(report, CHECKS.map(({ id, summary, fix }) => ({ id, summary, help: fix, url: '' })));
        }
        case 'markdown':
            return (await __webpack_require__.e(/* import() */ 44).then(__webpack_require__.bind(__webpack_require__, 7044))).renderSummary(report);
        case 'github': {
            const { commands, dropped } = (await __webpack_require__.e(/* import() */ 241).then(__webpack_require__.bind(__webpack_require__, 6241))).renderAnnotations(report);
            // Plain text: one command more would push another out.
            const rest = dropped > 0 ? [`${dropped} more: GitHub shows ten annotations of a kind for each step.`] : [];
            return [...commands, ...rest].map((line) => `${line}\n`).join('');
        }
        case 'text':
            return (await Promise.all(/* import() */[__webpack_require__.e(147), __webpack_require__.e(529)]).then(__webpack_require__.bind(__webpack_require__, 4529))).renderText(report, { ...terminal, sources });
    }
}

;// CONCATENATED MODULE: ./build/cli/run-check.js
/** `check`: finds out what to check, checks it, and writes the report. */






/** The exit code. */
async function runCheck(line, cwd) {
    const { words, settings: flags, base, fix, format, output } = line;
    const from = words[0] === undefined ? cwd : (0,external_node_path_.resolve)(cwd, words[0]);
    const databaseUrl = flags['database-url'] ?? process.env.MIGRATION_SAFETY_DATABASE_URL;
    const settings = await (0,resolve/* resolveSettings */.M)({ inputs: { ...flags, 'database-url': databaseUrl }, cwd, from });
    const change = words.length > 0 ? { paths: words } : await differing(base, cwd);
    const progress = (step) => {
        if (process.stderr.isTTY)
            process.stderr.write(`${step} …\n`);
    };
    const repair = fix ? await __webpack_require__.e(/* import() */ 662).then(__webpack_require__.bind(__webpack_require__, 4662)) : null;
    const repaired = await repair?.fixAll(() => check({ settings: { ...settings, server: 'none' }, cwd, change }), cwd);
    const checked = await check({ settings, cwd, change, progress });
    if (repair && repaired)
        process.stderr.write(repair.describeFixes(repaired, checked.report.findings));
    const color = output === undefined && process.stdout.isTTY && !process.env.NO_COLOR;
    const text = await renderReport(checked, format, { color, width: process.stdout.columns ?? 100 });
    if (output === undefined)
        process.stdout.write(text);
    else
        await (0,promises_.writeFile)((0,external_node_path_.resolve)(cwd, output), text);
    return checked.report.verdict === 'pass' ? 0 : 1;
}
async function differing(base, cwd) {
    const { changedSince, defaultBase, mergeBase } = await __webpack_require__.e(/* import() */ 709).then(__webpack_require__.bind(__webpack_require__, 709));
    const { repositoryRoot } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 4200));
    const { gitFiles } = await __webpack_require__.e(/* import() */ 281).then(__webpack_require__.bind(__webpack_require__, 3281));
    const ref = base ?? (await defaultBase(cwd));
    if (ref === null) {
        throw new usage_error/* UsageError */.e('check: name files or folders, or say with --base what to compare with: git finds no default branch here.');
    }
    const commit = await mergeBase(ref, cwd);
    const comparedWith = `the merge base with ${ref} (${commit.slice(0, 7)})`;
    const top = (await repositoryRoot(cwd)) ?? cwd;
    return { files: await changedSince(ref, cwd), comparedWith, base: await gitFiles(commit, top, comparedWith) };
}


/***/ }),

/***/ 54:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ parseMigration)
/* harmony export */ });
function parseMigration({ up, down, verify, maintenance, ...rest }, { parseScript }) {
    return {
        ...rest,
        up: parseScript(up),
        ...(down && { down: parseScript(down) }),
        ...(verify && { verify: parseScript(verify) }),
        ...(maintenance && { maintenance: parseScript(maintenance) }),
    };
}


/***/ }),

/***/ 4477:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ madeUpRoles),
  k: () => (/* binding */ makesUpRoles)
});

// EXTERNAL MODULE: ./build/sql/ast.js
var ast = __webpack_require__(1843);
;// CONCATENATED MODULE: ./build/sql/roles.js

/** Postgres' own: `postgres` owns most clusters, `pg_…` are predefined. */
const ALWAYS_THERE = /^(postgres|public|none|pg_.*)$/;
const SPEAKS_OF_ROLES = new Set(`AlterDefaultPrivilegesStmt AlterOwnerStmt AlterPolicyStmt AlterRoleSetStmt AlterRoleStmt AlterTableStmt CommentStmt
   CreatePolicyStmt CreateRoleStmt CreateSchemaStmt DropOwnedStmt GrantRoleStmt GrantStmt ReassignOwnedStmt VariableSetStmt`.split(/\s+/));
/** The roles that scripts give objects or rights to, or work as, each once. What EXECUTE makes of a text stays unseen. */
function rolesNamed(scripts) {
    const names = new Set(trees(scripts).flatMap((node) => [...specified(node), ...named(node)]));
    return [...names].filter((name) => !ALWAYS_THERE.test(name));
}
/** The roles that shall own something: a table's owner must be allowed to create tables in its schema. */
function ownersNamed(scripts) {
    const owners = trees(scripts).flatMap((node) => [
        (0,ast/* nodeOf */.E7)(node, 'AlterOwnerStmt')?.newowner,
        ...((0,ast/* nodeOf */.E7)(node, 'AlterTableStmt')?.cmds ?? []).map((item) => (0,ast/* nodeOf */.E7)(item, 'AlterTableCmd')?.newowner),
    ]);
    return owners.flatMap(specified);
}
/** The roles that scripts create. */
function rolesCreated(scripts) {
    return trees(scripts).flatMap((node) => (0,ast/* nodeOf */.E7)(node, 'CreateRoleStmt')?.role ?? []);
}
function trees(scripts) {
    return scripts
        .flatMap(({ statements }) => statements.flatMap((statement) => [statement, ...(statement.block?.statements ?? [])]))
        .flatMap(({ kind, node }) => (node !== null && SPEAKS_OF_ROLES.has(kind) ? [node] : []));
}
/** Every RoleSpec, which stands in a field of its own as often as under its tag. */
function specified(node) {
    if (node === null || typeof node !== 'object')
        return [];
    const { roletype, rolename } = node;
    if (roletype === 'ROLESPEC_CSTRING' && rolename)
        return [rolename];
    return Object.values(node).flatMap(specified);
}
/** Where the tree has a role's name as plain text. */
function named(node) {
    const setting = (0,ast/* nodeOf */.E7)(node, 'VariableSetStmt');
    const comment = (0,ast/* nodeOf */.E7)(node, 'CommentStmt');
    const names = [
        (0,ast/* nodeOf */.E7)(node, 'CreateRoleStmt')?.role,
        comment?.objtype === 'OBJECT_ROLE' ? (0,ast/* nodeOf */.E7)(comment.object, 'String')?.sval : undefined,
        setting?.name === 'role' ? (0,ast/* nodeOf */.E7)(setting.args?.[0], 'A_Const')?.sval?.sval : undefined,
        ...((0,ast/* nodeOf */.E7)(node, 'GrantRoleStmt')?.granted_roles ?? []).map((granted) => (0,ast/* nodeOf */.E7)(granted, 'AccessPriv')?.priv_name),
    ];
    return names.filter((name) => name !== undefined);
}

;// CONCATENATED MODULE: ./build/rehearsal/made-up-roles.js


const PATH = 'roles that no script creates';
/**
 * `own`: the administrator's scripts, which make the roles that they name. `before`: those that stand before the change;
 * a role that they create is made up, too, since nothing but its name counts. Null where no role is wanted.
 */
function madeUpRoles(own, before, change) {
    const made = new Set([...rolesCreated(own), ...rolesCreated(change)]);
    const created = new Set(rolesCreated(before));
    const wanted = rolesNamed([...before, ...change]).filter((name) => !made.has(name));
    if (wanted.length === 0)
        return null;
    const owners = new Set(ownersNamed([...before, ...change]));
    const text = wanted
        .map((name) => `CREATE ROLE ${(0,ast/* quoted */.TL)(name)} NOLOGIN;\n${owners.has(name) ? mayOwn(name) : ''}`)
        .join('');
    const unknown = wanted.filter((name) => !created.has(name));
    const note = {
        check: `the rights of ${enumerated(unknown)}`,
        reason: 'no script creates them: plain roles of these names stand in, as far as the server has none. Name a bootstrap file to make them as production has them',
    };
    return { file: { path: PATH, text }, notes: unknown.length > 0 ? [note] : [] };
}
/** Whether it is the script that `madeUpRoles` wrote. */
function makesUpRoles({ file }) {
    return file.path === PATH;
}
/** Who is to own a table must be allowed to create one in its schema; schemas that scripts make are out of reach here. */
function mayOwn(name) {
    return `GRANT CREATE ON SCHEMA public TO ${(0,ast/* quoted */.TL)(name)};\n`;
}
function enumerated(names) {
    const shown = names.slice(0, 6).join(', ');
    return names.length > 6
        ? `${shown} and ${names.length - 6} more roles`
        : `${names.length > 1 ? 'the roles' : 'the role'} ${shown}`;
}


/***/ }),

/***/ 2000:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KQ: () => (/* binding */ defaultOptions),
/* harmony export */   jK: () => (/* binding */ configure)
/* harmony export */ });
/* unused harmony export optionNames */
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/** Which rules are on, how severe they are and with which options: what the settings say, held against the rules. */


/** `known` names all that can be reported, rules and built-in checks. Pure. */
function configure(rules, known, { preset, rules: wishes }) {
    const byId = new Map(rules.map((rule) => [rule.id, rule]));
    const levels = {};
    const options = new Map();
    const ignore = new Map();
    const problems = [];
    for (const [id, wish] of Object.entries(wishes)) {
        if (!known.has(id)) {
            problems.push({ path: [id], message: `there is no rule "${id}". Did you mean "${closestTo(id, known)}"?` });
            continue;
        }
        const { severity, ignore: globs, ...given } = typeof wish === 'string' ? { severity: wish } : wish;
        if (severity !== undefined)
            levels[id] = severity;
        if (globs !== undefined)
            ignore.set(id, [globs].flat());
        const { values, wrong } = parseOptions(byId.get(id), given);
        options.set(id, values);
        problems.push(...wrong.map(({ path, message }) => ({ path: [id, ...path], message: `${id}: ${message}` })));
    }
    const wanted = rules.filter((rule) => preset === 'strict' || rule.preset !== 'strict' || levels[rule.id]);
    for (const { id } of rules.filter((rule) => !wanted.includes(rule)))
        levels[id] = 'off';
    for (const rule of wanted)
        if (!options.has(rule.id))
            options.set(rule.id, defaultOptions(rule));
    return { rules: wanted, options, levels, ignore, problems };
}
/** What the rule goes by where nobody says anything. */
function defaultOptions(rule) {
    return parseOptions(rule, {}).values;
}
/** The entries of a rule's options, by name. */
function optionNames({ options }) {
    return options && 'entries' in options ? Object.keys(options.entries) : [];
}
function parseOptions(rule, given) {
    const names = rule ? optionNames(rule) : [];
    const wrong = Object.keys(given)
        .filter((name) => !names.includes(name))
        .map((name) => {
        const all = ['severity', 'ignore', ...names].join(', ');
        return { path: [name], message: `there is no option "${name}". Known: ${all}.` };
    });
    if (wrong.length > 0 || rule?.options === undefined)
        return { values: {}, wrong };
    const result = (0,valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC)(rule.options, given);
    if (result.success)
        return { values: result.output, wrong };
    return {
        values: {},
        wrong: result.issues.map(({ path = [], message, received }) => {
            const keys = path.map(({ key }) => String(key));
            return { path: keys, message: `${keys.join('.')}: ${message}, got ${received}.` };
        }),
    };
}
function closestTo(id, known) {
    return [...known].sort((a, b) => (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(a, id) - (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(b, id))[0];
}


/***/ }),

/***/ 6091:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F$: () => (/* binding */ COPIED_ROWS),
/* harmony export */   K9: () => (/* binding */ psqlCommand),
/* harmony export */   jM: () => (/* binding */ placeholderAt)
/* harmony export */ });
/**
 * What stands in migration files and is no SQL: commands of psql, the rows of a COPY, and placeholders that some tool
 * fills in. Each gets its own words: "syntax error at or near" says nothing to who wrote it on purpose.
 */
const IGNORE = 'or leave the file out with the setting `ignore`';
const COMMANDS = [
    [/^\\ir?\b|^\\include/, 'Put the SQL of the file that it names here, or make that file a migration of its own'],
    [/^\\copy\b/, 'Write the rows as INSERT statements, or load them outside the migrations'],
    [/^\\(gexec)\b/, 'Run what the query builds in a DO block, with EXECUTE'],
    [/^\\(set|unset|gset|prompt|getenv)\b/, 'Write the value itself where the variable stands'],
    [/^\\(if|elif|else|endif)\b/, 'Decide in a DO block, with IF … THEN … END IF'],
    [/^\\(c|connect)\b/, 'Take it out: the migration tool connects, one database to a set of migrations'],
    [/^\\(restrict|unrestrict)\b/, 'Take it out: pg_dump writes it, and only to guard psql'],
];
/** A backslash command. */
function psqlCommand(text) {
    const command = text.split(/\s/, 1)[0] ?? '';
    const advice = COMMANDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'Take it out, or write SQL that does the same';
    return {
        message: `${command} is a command of psql, not SQL`,
        help: `${advice}: only psql knows the command, a migration tool can’t send it. If psql alone runs this file, ${IGNORE.slice(3)}.`,
    };
}
/** The lines between COPY … FROM STDIN and its closing mark. */
const COPIED_ROWS = {
    message: 'the rows after COPY … FROM STDIN are data that only psql sends, not SQL',
    help: `Write the rows as INSERT statements (pg_dump --inserts does), load them outside the migrations, ${IGNORE}.`,
};
/** Each begins where it matches; what it is follows "is". */
const PLACEHOLDERS = [
    [/\$\{[^{}\n]{1,100}\}/y, 'a placeholder, as Flyway, envsubst and many others fill in'],
    [/#\{[^{}\n]{1,100}\}/y, 'a placeholder of a template'],
    [/\{\{[^\n]{1,200}?\}\}/y, 'a placeholder of a template (Jinja, Go, Handlebars and the like)'],
    [/\{%[^\n]{1,200}?%\}/y, 'a command of a template (Jinja and the like)'],
    [/<%[^\n]{1,200}?%>/y, 'a piece of a template (ERB and the like)'],
    [/%\(\w+\)s/y, 'a parameter as Python’s drivers write it'],
    [/\$%\w+%\$|%%\w+%%/y, 'a placeholder that a tool fills in'],
    [/:(?:'[^'\n]+'|"[^"\n]+")/y, 'a variable of psql'],
    [/(?<!:):[A-Za-z_]\w*/y, 'a variable of psql, or a parameter that a program binds'],
    [
        /(?<=[._])\$[A-Za-z_]\w*\$|\$[A-Za-z_]\w*\$(?=[._])/y,
        'a placeholder, as DbUp fills it in (to Postgres it opens a string)',
    ],
    [/\?/y, 'a parameter that a program binds'],
];
/** How far before the offset a placeholder may begin. */
const REACH = 60;
/** The placeholder where the grammar stopped, or right before: what begins as an operator is taken for one at first. */
function placeholderAt(sql, offset) {
    for (let at = offset; at >= Math.max(0, offset - REACH); at--) {
        for (const [pattern, what] of PLACEHOLDERS) {
            pattern.lastIndex = at;
            const text = pattern.exec(sql)?.[0];
            if (text === undefined || sql.slice(at + text.length, offset).trim() !== '')
                continue;
            return {
                message: `${text.slice(0, 80)} is ${what}, not SQL`,
                help: `Nobody can read the statement before it is filled in, so no rule looked at it and no rehearsal can run it. Write what it stands for, check the files that the tool makes of these, ${IGNORE}.`,
            };
        }
    }
    return undefined;
}


/***/ }),

/***/ 9491:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TR: () => (/* binding */ refuse),
/* harmony export */   gn: () => (/* binding */ isForPsql),
/* harmony export */   me: () => (/* binding */ isDumpFrame)
/* harmony export */ });
/* harmony import */ var _ast_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1843);
/* harmony import */ var _foreign_syntax_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6091);


/** Why a statement isn't sent; undefined where it is. What a function does inside is the server's to refuse. */
function refuse({ node, sql }) {
    if (node === null) {
        const command = /^\\[a-z!?]\w*/i.exec(sql)?.[0];
        return command && `${command} is a command of psql, not SQL: no migration tool can send it`;
    }
    const copy = (0,_ast_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeOf */ .E7)(node, 'CopyStmt');
    if (copy === undefined)
        return undefined;
    if (copy.is_program)
        return 'COPY … PROGRAM runs a program on the database server, which a rehearsal never does';
    if (copy.filename) {
        return `COPY ${copy.is_from ? 'FROM' : 'TO'} a file reaches for the database server’s own files, which a rehearsal never does`;
    }
    if (copy.is_from) {
        return 'the rows of COPY … FROM STDIN come from psql, beside the SQL: write INSERT (pg_dump --inserts does)';
    }
    return undefined;
}
/** Whether it is for psql alone: one of its commands, or rows that stand beside the SQL. */
function isForPsql({ node, sql, syntaxError }) {
    if (node === null)
        return sql.startsWith('\\') || syntaxError?.message === _foreign_syntax_js__WEBPACK_IMPORTED_MODULE_0__/* .COPIED_ROWS */ .F$.message;
    const copy = (0,_ast_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeOf */ .E7)(node, 'CopyStmt');
    return copy?.is_from === true && !copy.is_program && !copy.filename;
}
/** pg_dump frames its output in `\restrict` and `\unrestrict` since August 2025: they guard psql and mean nothing elsewhere. */
function isDumpFrame({ node, sql }) {
    return node === null && /^\\(un)?restrict\b/.test(sql);
}


/***/ })

};
