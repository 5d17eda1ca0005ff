export const id = 980;
export const ids = [980];
export const modules = {

/***/ 1980:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  check: () => (/* binding */ check),
  lookAt: () => (/* binding */ lookAt)
});

// EXTERNAL MODULE: ./build/migrations/find.js + 29 modules
var find = __webpack_require__(2856);
// EXTERNAL MODULE: ./build/schema/schema.js + 6 modules
var schema_schema = __webpack_require__(4804);
// EXTERNAL MODULE: ./build/schema/search-path.js
var search_path = __webpack_require__(1938);
// EXTERNAL MODULE: ./build/sql/parse.js + 7 modules
var sql_parse = __webpack_require__(3488);
// EXTERNAL MODULE: ./build/lint/lint.js + 16 modules
var lint = __webpack_require__(3905);
// EXTERNAL MODULE: ./build/findings/internal-error.js
var internal_error = __webpack_require__(7805);
// EXTERNAL MODULE: ./build/migrations/layouts/layout.js
var layout = __webpack_require__(4576);
// EXTERNAL MODULE: ./build/schema/objects.js
var schema_objects = __webpack_require__(7250);
// EXTERNAL MODULE: ./build/sql/made-up-roles.js + 1 modules
var made_up_roles = __webpack_require__(4289);
// EXTERNAL MODULE: ./build/sql/refuse.js
var refuse = __webpack_require__(9491);
// EXTERNAL MODULE: ./build/sql/runs.js
var runs = __webpack_require__(8293);
;// CONCATENATED MODULE: ./build/lint/read-change.js
/** Reads the change: parses its scripts, with those that come before them, and lints them. */











/** The grammar is loaded only where there is something to read. */
async function readChange(found, settings, rules) {
    if (found.changed.length === 0) {
        return {
            parsed: { changed: [], baseline: [], seed: [], bootstrap: [], validation: [] },
            notes: [],
            unknown: () => [],
            lint: () => [],
        };
    }
    const grammar = await (0,sql_parse/* loadGrammar */.o)();
    const schema = new schema_schema/* Schema */.S({ partial: true });
    const unknown = () => judgedByName(schema, found.baseline.length > 0);
    if (settings.server === 'none') {
        // Nothing will run them: each tree goes as soon as the rules have seen it, which halves the time for a long history.
        const notes = found.baseline.flatMap((source) => {
            const script = grammar.parseScript(source);
            return [...replayed(script, schema), ...unreadBaseline(script)];
        });
        const linter = new lint/* Linter */.p(schema, { ...rules, postgresVersion: settings.postgresVersion });
        const predictions = [];
        const changed = (0,runs/* runsOf */.k)(found.changed).flatMap((sources) => {
            const run = parseRun(sources, grammar);
            for (const prediction of linter.lint(run))
                predictions.push(prediction);
            return run.map(withoutTrees);
        });
        return {
            parsed: { changed, baseline: [], seed: [], bootstrap: [], validation: [] },
            notes,
            unknown,
            lint: () => linter.settled(predictions),
        };
    }
    const parse = (source) => grammar.parseScript(source);
    const parsed = {
        changed: (0,runs/* runsOf */.k)(found.changed).flatMap((run) => parseRun(run, grammar)),
        baseline: found.baseline.map(parse),
        seed: found.seed.map(parse),
        validation: found.validation.map(parse),
        bootstrap: settings.bootstrap.map((file) => grammar.parseScript((0,layout/* wholeFile */.A)('up', file, 'autocommit'))),
    };
    const before = [...parsed.baseline, ...parsed.seed];
    const roles = (0,made_up_roles/* madeUpRoles */._)(parsed.bootstrap, before, parsed.changed.flatMap(find/* scriptsOf */.S));
    if (roles)
        parsed.bootstrap.unshift(grammar.parseScript((0,layout/* wholeFile */.A)('up', roles.file, 'autocommit')));
    const broken = parsed.baseline.flatMap((script) => replayed(script, schema));
    return {
        parsed,
        notes: [...broken, ...parsed.baseline.flatMap(unreadBaseline), ...(roles?.notes ?? [])],
        unknown,
        lint: (postgresVersion) => (0,lint/* lint */.u)(parsed.changed, schema, { ...rules, postgresVersion }),
    };
}
/** Those of one run: each begins in the transaction that the one before has left. */
function parseRun(run, grammar) {
    const parsed = [];
    for (const migration of run)
        parsed.push(parseMigration(migration, grammar, parsed.at(-1)?.up.leaves));
    return parsed;
}
function parseMigration({ up, down, verify, maintenance, ...rest }, { parseScript }, begun) {
    return {
        ...rest,
        up: parseScript(up, begun),
        ...(down && { down: parseScript(down) }),
        ...(verify && { verify: parseScript(verify) }),
        ...(maintenance && { maintenance: parseScript(maintenance) }),
    };
}
function withoutTrees(migration) {
    for (const script of [migration.up, migration.down, migration.verify, migration.maintenance]) {
        for (const statement of script?.statements ?? []) {
            statement.node = null;
            delete statement.block;
        }
    }
    return migration;
}
/** Once for each name; where there is no history at all, once for all of them. */
function judgedByName({ judged }, hasHistory) {
    const names = judged.names.map(schema_objects/* shortName */.EU);
    const [first] = names;
    if (first === undefined)
        return [];
    if (!hasHistory) {
        const reason = `there is none: what depends on ${names.length > 1 ? 'what was there before the change' : first} was judged by its name alone`;
        return [{ check: 'history', reason }];
    }
    return names.map((name) => ({
        check: name,
        reason: 'no script of the history makes it, so it was made outside of it or is not there: what depends on it was judged by its name alone',
    }));
}
/** Takes a script of the baseline over; what breaks the replay is said. */
function replayed({ file, statements }, schema) {
    const broken = [];
    (0,search_path/* qualifyNames */.c)(statements, schema);
    schema.replay(statements, 'baseline', ({ location }, error) => broken.push(`line ${location.line} (${(0,internal_error/* inShort */.wZ)(error)})`));
    if (broken.length === 0)
        return [];
    const more = broken.length > 1 ? ` and ${broken.length - 1} more` : '';
    const reason = `the replay of ${broken[0]}${more} broke, which is a bug of migration-safety: the rules don’t know what it makes`;
    return [{ check: `baseline ${file.path}`, reason }];
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

;// CONCATENATED MODULE: ./build/lint/each-alone.js






/** Of the change’s migrations but for the first, of which the check itself says it. Nothing is read before somebody asks. */
async function eachAlone(chains, options) {
    const several = chains.filter(({ changed }) => changed.length > 1);
    if (several.length === 0)
        return undefined;
    const grammar = await (0,sql_parse/* loadGrammar */.o)();
    const isLater = new Set(several.flatMap(({ changed }) => changed.slice(1).flatMap(find/* scriptsOf */.S)).map(pathOf));
    return { isLater, findings: () => several.flatMap((chain) => saidOfEach(chain, options, grammar)) };
}
const pathOf = ({ file }) => file.path;
function saidOfEach({ baseline, changed }, options, grammar) {
    const schema = new schema_schema/* Schema */.S({ partial: true });
    const takeOver = ({ statements }) => {
        (0,search_path/* qualifyNames */.c)(statements, schema);
        schema.replay(statements, 'baseline', () => { });
    };
    for (const source of baseline)
        takeOver(grammar.parseScript(source));
    const said = (source, at) => {
        const run = parseRun([source], grammar);
        const predictions = at === 0 ? [] : new lint/* Linter */.p(schema.fork(), options).lint(run);
        for (const { up } of run)
            takeOver(up);
        return predictions.map(({ finding }) => finding);
    };
    return changed.flatMap(said);
}

// EXTERNAL MODULE: ./build/migrations/application.js
var application = __webpack_require__(5942);
// EXTERNAL MODULE: ./build/migrations/checks.js
var checks = __webpack_require__(6451);
// EXTERNAL MODULE: ./build/migrations/problem.js
var problem = __webpack_require__(4227);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
// EXTERNAL MODULE: ./build/catalogue.js
var catalogue = __webpack_require__(1033);
// EXTERNAL MODULE: ./build/lint/configure.js
var configure = __webpack_require__(6988);
// EXTERNAL MODULE: ./build/lint/registry.js + 250 modules
var registry = __webpack_require__(5680);
// EXTERNAL MODULE: ./build/rehearsal/checks.js
var rehearsal_checks = __webpack_require__(895);
// EXTERNAL MODULE: ./build/system/source.js
var source = __webpack_require__(9243);
// EXTERNAL MODULE: ./build/system/usage-error.js
var usage_error = __webpack_require__(5968);
;// CONCATENATED MODULE: ./build/policy-of.js
/** What the settings say of the rules: which speak, how loud, and where they are passed over. */








function policyOf(rules, settings, cwd) {
    return {
        failOn: settings.failOn,
        rules: rules.levels,
        knownRules: KNOWN_RULES,
        weightOf: (rule) => WEIGHTS.get(rule) ?? 0,
        ignores: ignoresOf(rules, settings, cwd),
        needsServer: (rule) => rule in rehearsal_checks/* REHEARSAL_CHECKS */.g,
    };
}
const KNOWN_RULES = new Set(catalogue.CHECKS.map(({ id }) => id));
const WEIGHTS = new Map(catalogue.CHECKS.map(({ id, weight }) => [id, weight]));
/** Throws `UsageError` with all that is wrong in what the settings say of the rules, each with its place. */
function configureRules({ preset, rules, place }) {
    const configured = (0,configure/* configure */.jK)(registry/* RULES */.y, KNOWN_RULES, { preset, rules });
    const { problems } = configured;
    if (problems.length === 0)
        return configured;
    throw new usage_error/* UsageError */.e(problems.map(({ path, message }) => `${place(['rules', ...path])}: rules: ${message}`).join('\n'));
}
/** Settings for a binding refusal change nothing: the report says so to their author. */
function inVain({ levels, ignore }) {
    const ids = catalogue.CHECKS.flatMap(({ id, binding }) => (binding ? [id] : []));
    return ids
        .filter((id) => id in levels || ignore.has(id))
        .map((id) => ({
        check: `the setting rules.${id}`,
        reason: 'what the server refuses stays an error, whatever the settings say: take it out',
    }));
}
/** Globs in the settings are relative to the settings file, paths in the report to the working directory. */
function ignoresOf({ ignore }, { root }, cwd) {
    const matchers = new Map([...ignore].map(([rule, globs]) => [rule, picomatch(globs, { dot: true, flags: 's' })]));
    return (rule, path) => matchers.get(rule)?.((0,source/* displayPath */.Gt)((0,external_node_path_.resolve)(cwd, path), root)) ?? false;
}

// EXTERNAL MODULE: ./build/rehearsal/not-rehearsed.js
var not_rehearsed = __webpack_require__(8075);
;// CONCATENATED MODULE: ./build/report/bounds.js
/** What is quoted of a text. */
const MOST = 2000;
/** Of SQL, and of help that holds SQL to paste. */
const MOST_SQL = 8000;
const SQL = new Set(['sql', 'statement', 'help', 'missingSql', 'before', 'after']);
/** What the server says of one statement besides its result. */
const MOST_NOTICES = 20;
/** Findings in a report, and statements of a migration: more are counted, not listed. */
const MOST_ENTRIES = 10_000;
/** A repair is taken whole or not at all. */
const MOST_EDITS = 100_000;
/** The report with its texts cut, each with how much more there was. To be done last: what is compared must be whole. */
function withinBounds(report) {
    const findings = mostSevere(report.findings);
    const missing = [
        leftOut('finding', '', report.findings.length),
        ...report.migrations.map(({ path, statements }) => leftOut('statement', ` of ${path}`, statements.length)),
    ].flat();
    const migrations = report.migrations.map((one) => ({ ...one, statements: one.statements.slice(0, MOST_ENTRIES) }));
    return bounded({ ...report, findings, migrations, notChecked: [...report.notChecked, ...missing] }, '');
}
function leftOut(noun, of, count) {
    if (count <= MOST_ENTRIES)
        return [];
    const check = `${more(count - MOST_ENTRIES, noun)}${of}`;
    return [{ check, reason: 'they were looked at and count, and there are too many to list them' }];
}
/** `1,234 more statements`. */
function more(rest, noun) {
    return `${rest.toLocaleString('en-US')} more ${rest === 1 ? noun : `${noun}s`}`;
}
/** Errors first, where not all can be listed; in their order. */
function mostSevere(findings) {
    if (findings.length <= MOST_ENTRIES)
        return findings;
    const kept = new Set();
    for (const level of ['error', 'warning', 'info']) {
        for (const finding of findings)
            if (finding.severity === level && kept.size < MOST_ENTRIES)
                kept.add(finding);
    }
    return findings.filter((finding) => kept.has(finding));
}
/** Cut to `most` UTF-16 units, never through a surrogate pair, with the number of those that are left out. */
function quoted(text, most = MOST) {
    if (text.length <= most)
        return text;
    const cut = /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most;
    return `${text.slice(0, cut)}… ${more(text.length - cut, 'character')}`;
}
function boundedFinding(finding) {
    const { fixes, ...rest } = finding;
    const kept = fixes?.filter(({ edits }) => edits.reduce((sum, { text }) => sum + text.length, 0) <= MOST_EDITS);
    return { ...bounded(rest, ''), ...(kept && kept.length > 0 && { fixes: kept }) };
}
/** Paths are left alone: they name files. */
function bounded(value, key) {
    if (typeof value === 'string')
        return key === 'path' ? value : quoted(value, SQL.has(key) ? MOST_SQL : MOST);
    if (Array.isArray(value))
        return list(value, key);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, bounded(part, name)]));
}
function list(values, key) {
    if (key === 'findings')
        return values.map(boundedFinding);
    const shown = values.map((value) => bounded(value, key));
    if (key !== 'notices' || shown.length <= MOST_NOTICES)
        return shown;
    return [...shown.slice(0, MOST_NOTICES), `… ${more(shown.length - MOST_NOTICES, 'notice')}`];
}

// EXTERNAL MODULE: ./build/sql/positions.js
var positions = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/system/version.js + 1 modules
var version = __webpack_require__(5358);
// EXTERNAL MODULE: ./build/report-schema/words.js
var words = __webpack_require__(3744);
// EXTERNAL MODULE: ./build/sql/locks.js
var sql_locks = __webpack_require__(4283);
// EXTERNAL MODULE: ./build/sql/words.js
var sql_words = __webpack_require__(7554);
// EXTERNAL MODULE: ./build/verdict/fact.js
var verdict_fact = __webpack_require__(638);
;// CONCATENATED MODULE: ./build/verdict/evidence.js




/** Nothing was shown, for or against. */
const STATIC = { evidence: 'static' };
const confirmed = (proof) => ({ evidence: 'confirmed', proof });
const refuted = (proof) => ({ evidence: 'refuted', proof });
/** A claim's evidence: what refutes one of its facts refutes it, else what confirms one does, the first before the others. */
function evidenceOf(facts, at, seen, versions) {
    const judged = facts.map((fact) => unlessOtherVersion(evidenceOfFact(fact, at, seen), versions));
    const decides = (evidence) => judged.find((one) => one.evidence === evidence);
    // That it locks a table doesn't show that it fails on its rows.
    if (facts[0]?.kind === 'refused on rows')
        return decides('refuted') ?? STATIC;
    const confirms = judged.filter((one) => one.evidence === 'confirmed');
    return (decides('refuted') ??
        inWords(confirms, seen.statement(at)) ??
        judged.find(({ proof }) => proof !== undefined) ??
        STATIC);
}
/**
 * A lock shows little by itself: what the statement did under it is said as well, as far as it was seen. What is gone from the
 * catalogs comes first.
 */
function inWords([first, ...others], statement) {
    if (first?.proof === undefined)
        return first;
    const gone = (statement?.vanished ?? []).slice(0, evidence_MOST);
    const lost = gone.length > 0 ? `In the catalogs before it and not after it: ${gone.join(', ')}; ` : '';
    const did = others.flatMap(({ proof }) => (proof?.startsWith(BY) ? [proof.slice(BY.length)] : []));
    const work = did.filter((words) => !words.startsWith('took') && !words.startsWith('held'));
    return { ...first, proof: [`${lost}${first.proof}`, ...new Set(work)].join(' and ') };
}
const BY = 'Postgres ';
const evidence_MOST = 3;
/** What only the rehearsal's findings show (hazards, data) has no evidence besides. */
function evidenceOfFact(fact, at, seen) {
    if (fact.kind === 'leaves' || fact.kind === 'differs') {
        const fate = seen.fate(at, fact.object);
        // What is there is there. What isn't may be hidden: a member of an extension is in no snapshot.
        const isThere = fate === 'as before' || fate === 'changed';
        return unlessInside(fates(fact.kind, fate), seen.outside || isThere);
    }
    if (fact.kind === 'hazard' && fact.name === verdict_fact/* LEFT_OUT */.Pk && fact.of !== undefined && seen.leftOut(at, fact.of)) {
        return refuted('An INSERT that leaves it out worked after the migration');
    }
    const statement = seen.statement(at);
    if (statement === undefined)
        return STATIC;
    switch (fact.kind) {
        case 'refused':
            return answered(fact.sqlstate, statement);
        case 'lock':
            return unlessInside(locked(fact, statement), seen.outside);
        case 'scan':
            return includes(statement, statement.scans, fact.of)
                ? confirmed(`Postgres read all of ${(0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(fact.of))}`)
                : STATIC;
        case 'rewrite':
            return includes(statement, statement.rewrites, fact.of)
                ? confirmed(`Postgres rewrote ${(0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(fact.of))}`)
                : STATIC;
        default:
            return STATIC;
    }
}
function includes({ identify }, relations, name) {
    const relation = identify(name);
    return relation !== undefined && relations.includes(relation);
}
function answered(sqlstate, { refusal }) {
    if (refusal === null)
        return refuted('Postgres ran the statement');
    if (refusal.sqlstate !== sqlstate)
        return STATIC;
    return confirmed(`Postgres refused it with SQLSTATE ${sqlstate}: ${refusal.error}`);
}
function locked({ mode, on: name }, statement) {
    const { refusal, locks, keepsLocks, identify } = statement;
    const relation = identify(name);
    if (refusal !== null || locks === null || relation === undefined)
        return STATIC;
    const on = (0,sql_words/* code */.a)((0,schema_objects/* shortName */.EU)(name));
    const its = locks.filter((lock) => lock.on === relation);
    const enough = its.find((lock) => (0,sql_locks/* compareLockModes */.tc)(lock.mode, mode) >= 0);
    if (enough) {
        const { since, mode: shown } = enough;
        return confirmed(since === undefined ? `Postgres took ${shown} on ${on}` : `Postgres held ${shown} on ${on} since ${since}`);
    }
    if (!keepsLocks)
        return STATIC;
    const [weaker] = its;
    return refuted(weaker ? `Postgres took only ${weaker.mode} on ${on}` : `Postgres took no lock on ${on}`);
}
function fates(predicted, fate) {
    if (fate === undefined)
        return STATIC;
    if (predicted === 'leaves') {
        if (fate === 'left')
            return confirmed('After the rollback it was still in the catalogs');
        const there = fate === 'as before' || fate === 'changed';
        return refuted(there ? 'It was in the catalogs before the migration' : 'After the rollback it was gone from the catalogs');
    }
    if (fate === 'never there')
        return STATIC;
    return fate === 'as before'
        ? refuted('After the rollback it was in the catalogs as before')
        : confirmed('After the rollback it was not in the catalogs as before');
}
/** What a server of another major version does says nothing against what production's would do. */
function unlessOtherVersion(judged, versions) {
    const { target = null, server = null } = versions ?? {};
    if (judged.evidence !== 'refuted' || target === null || server === null || target === server)
        return judged;
    return {
        evidence: 'static',
        proof: `PostgreSQL ${server} showed otherwise (${judged.proof}), but production is PostgreSQL ${target}`,
    };
}
/** What wasn't seen from the session that the SQL shares with us may have been hidden there. */
function unlessInside(judged, outside) {
    if (judged.evidence !== 'refuted' || outside)
        return judged;
    return {
        evidence: 'static',
        proof: `${judged.proof}, as far as the one session of the embedded server can tell, which is the SQL’s own, too`,
    };
}

;// CONCATENATED MODULE: ./build/verdict/near.js


const atStatement = (a, b) => (0,verdict_fact/* samePlace */.o0)(a.at, b.at);
const inScript = (a, b) => a.at.path === b.at.path;
const inMigration = (a, b) => a.migration === b.migration;
/** The object that the rollback leaves, or doesn't restore, is what the second run stumbles over. */
function ofObject(follower, leader) {
    const objects = leader.facts.flatMap((fact) => fact.kind === 'leaves' || fact.kind === 'differs' ? [(0,schema_objects/* lastName */.UK)(fact.object.name)] : []);
    return inMigration(follower, leader) && objects.some((name) => isNamedIn(follower.message, name));
}
/** Whether the text holds the name as a whole. */
function isNamedIn(text, name) {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`(?<![\\w$])${escaped}(?![\\w$])`).test(text);
}
/** The follower names a table that the leader says is locked. */
function ofLockedTable(follower, leader) {
    const tables = leader.facts.flatMap((fact) => (fact.kind === 'lock' ? [(0,schema_objects/* shortName */.EU)(fact.on)] : []));
    return inScript(follower, leader) && tables.some((table) => isNamedIn(follower.message, table));
}
/** The values that are lost are of the table that is locked. */
function ofTable(follower, leader) {
    const tables = leader.facts.flatMap((fact) => (fact.kind === 'lock' ? [(0,schema_objects/* shortName */.EU)(fact.on)] : []));
    const lost = follower.facts.flatMap((fact) => (fact.kind === 'lost' ? [`${fact.of}.`] : []));
    return inMigration(follower, leader) && lost.some((name) => tables.some((table) => name.startsWith(`${table}.`)));
}
/** Both are about writes to one table. */
function onItsTable(follower, leader) {
    const table = / on `([^`]+)`/.exec(follower.message)?.[1];
    return table !== undefined && inMigration(follower, leader) && isNamedIn(leader.message, table);
}
/** Postgres answered the same to both: what the follower has behind its colon ends the leader's words. */
function refusedAlike(follower, leader) {
    const answer = / after this migration: (.+ \(SQLSTATE \w+\))/.exec(follower.message)?.[1];
    const told = /^.+ \(SQLSTATE \w+\)/.exec(leader.message)?.[0];
    return answer !== undefined && told !== undefined && atStatement(follower, leader) && told.endsWith(`: ${answer}`);
}
/** The write failed inside the function that the leader is about. */
function inFunction(follower, leader) {
    const name = /in the function `"?([^`("]+)/.exec(follower.message)?.[1];
    return name !== undefined && inMigration(follower, leader) && isNamedIn(leader.message, (0,schema_objects/* lastName */.UK)(name));
}
/** All that is gone is named by the other. */
function allNamed(follower, leader) {
    const gone = follower.facts.flatMap((fact) => fact.kind === 'hazard' && fact.name === 'gone' ? (fact.of ?? []) : []);
    return (gone.length > 0 && atStatement(follower, leader) && gone.every((name) => isNamedIn(leader.message, (0,schema_objects/* lastName */.UK)(name))));
}
/** The right that the write lacks is one that the other says is lost, of the same role. */
function forItsRight(follower, leader) {
    const object = /: permission denied for \w+ (.+) \(SQLSTATE 42501\)/.exec(follower.message)?.[1];
    const role = / by the role `([^`]+)`/.exec(follower.message)?.[1];
    const lost = / lacks what the old one had \(privileges\): (.+)\.$/.exec(leader.message)?.[1];
    if (object === undefined || role === undefined || lost === undefined || !inMigration(follower, leader))
        return false;
    return isNamedIn(leader.message, object) && (isNamedIn(lost, role) || isNamedIn(lost, 'public'));
}
/** The call that Postgres can't decide is one of the function that has two forms now. */
function ofItsCall(follower, leader) {
    const called = /: function ([^(]+)\(.*\) is not unique \(SQLSTATE 42725\)/.exec(follower.message)?.[1];
    return called !== undefined && atStatement(follower, leader) && isNamedIn(leader.message, (0,schema_objects/* lastName */.UK)(called));
}
/** The write that fails is the one that the foreign key's action let through. */
function byItsForeignKey(follower, leader) {
    const [, parent = '', child = ''] = /refer to on `([^`]+)`.* on table "([^"]+)" \(SQLSTATE 23503\)/.exec(leader.message) ?? [];
    const isBoth = parent !== '' && isNamedIn(follower.message, parent) && isNamedIn(follower.message, child);
    return isBoth && inMigration(follower, leader);
}
/** Postgres refuses the write because of the very table. */
function refusesItsTable(follower, leader) {
    const table = /: cannot (?:update|delete from) table "([^"]+)" because .*\(SQLSTATE 55000\)/.exec(leader.message)?.[1];
    const said = /^Postgres refuses [^`]*`([^`]+)`/.exec(follower.message)?.[1];
    return table !== undefined && said !== undefined && (0,schema_objects/* lastName */.UK)(said) === table && atStatement(follower, leader);
}
/** Both end in the same answer of Postgres. */
function endsAlike(follower, leader) {
    const answer = /: ([^:]+ \(SQLSTATE \w+\))\.$/.exec(follower.message)?.[1];
    return answer !== undefined && atStatement(follower, leader) && leader.message.endsWith(`: ${answer}.`);
}
/** The values that don't fit are of the column that is narrowed. */
function ofNarrowed(follower, leader) {
    const [, table, column] = / in `(.+)\.([^`.]+)`, the rollback fails here/.exec(follower.message) ?? [];
    const names = `\`${column}\` in \`${table}\``;
    return table !== undefined && atStatement(follower, leader) && leader.message.includes(names);
}

;// CONCATENATED MODULE: ./build/verdict/follows.js
/** Which findings follow from the fact of another one. Pure data, and the question that is asked of it. */


const locks = ({ kind }) => kind === 'lock' || kind === 'waits';
const reads = ({ kind }) => kind === 'scan' || kind === 'rewrite';
/** It works through a relation, or takes a lock that stops others while it works. */
const works = (fact) => reads(fact) || fact.kind === 'waits' || (fact.kind === 'lock' && (0,sql_locks/* compareLockModes */.tc)(fact.mode, 'SHARE') >= 0);
/** What fails as soon as there are rows leads the work that ends so; what only may fail is told with that work. */
const MAY_FAIL = 'fails-with-rows, depending on them';
const keyOf = ({ rule, severity }) => (rule === 'fails-with-rows' && severity !== 'error' ? MAY_FAIL : rule);
const OF_FAILURE = { rules: ['fails-with-rows'], when: (leader) => keyOf(leader) !== MAY_FAIL };
const DROPS = ['drop-table', 'drop-column', 'truncate-table'];
/** An index of another definition has the name: the statement does nothing. */
const MASKING = 'if-not-exists-masks-different-index';
/** What a statement would do, if it weren't refused. */
const WOULD = [
    'alter-column-type-narrowing',
    'alter-column-type-rewrites',
    'alter-column-type-scans',
    'alter-column-type-on-foreign-key',
    'drop-table',
    'drop-column',
    'drop-view',
    'drop-function',
    'vacuum-full',
];
/** The lock on the other side of a foreign key is that of the rewriting; values that don't fit stop it. */
const MORE = {
    'alter-column-type-rewrites': [{ rules: ['alter-column-type-narrowing'] }],
    'alter-column-type-on-foreign-key': [{ rules: ['alter-column-type-rewrites'] }],
};
const OF_REFUSAL = { fact: ({ kind }) => kind === 'refused' };
/** Rules of statements after which a name is gone, or means something else. */
const TAKES_NAMES = [
    ...DROPS,
    'drop-view',
    'drop-function',
    'drop-schema',
    'drop-cascade',
    'rename-column',
    'rename-table',
    'rename-function',
    'rename-schema',
    'enum-value-renamed',
    'alter-column-type-narrowing',
    'alter-column-type-rewrites',
    'unwritten-loss',
];
/** ON CONFLICT finds no unique index. */
const NO_ARBITER = /\(SQLSTATE 42P10\)/;
/** Rules about values that the deployed release leaves out. */
const LEAVES_OUT = ['add-column-default-dropped', 'drop-default-still-required'];
/** Checks that say by themselves that writes are refused. */
const REFUSES_WRITES = [
    'published-table-refuses-writes',
    'replica-identity-index-gone',
    'sequence-behind-rows',
    'unwritten-access-change',
    'replacement-loses-protection',
];
/** Postgres can't choose between two forms of a function. */
const OF_OVERLOAD = { rules: ['function-overload'], near: ofItsCall };
/** Rules of work under a lock whose statement may fail for every row. */
const WORK_THAT_FAILS = [
    'set-not-null',
    'add-column-with-check',
    'add-column-unique',
    'add-column-foreign-key-with-default',
    'add-primary-key',
    'add-unique-constraint',
    'check-without-not-valid',
    'index-not-concurrent',
    'validate-in-same-transaction',
];
/**
 * By check: what it follows from, any of the list. It may follow from a check above it, or from one that isn't here: so
 * there is no circle.
 */
const FOLLOWS = new Map([
    ...WOULD.map((rule) => [rule, [OF_REFUSAL, ...(MORE[rule] ?? [])]]),
    ['fails-with-rows', [{ fact: ({ kind }) => kind === 'refused on rows' }]],
    ...WORK_THAT_FAILS.map((rule) => [rule, [OF_FAILURE]]),
    [MAY_FAIL, [{ fact: (fact) => reads(fact) || fact.kind === 'refused on rows' }]],
    // What builds nothing can't be stopped halfway.
    ['if-not-exists-masks-invalid-index', [{ rules: [MASKING] }]],
    ['timeout-around-concurrently', [{ rules: [MASKING] }]],
    ['partly-applied-not-repeatable', [{ rules: [MASKING] }]],
    // Of a new partition it is told for itself; what worked before, and is refused for it, says more.
    ['published-table-refuses-writes', [{ rules: ['write-breaks'], isGraver: true, near: refusesItsTable }]],
    ['replica-identity-nothing', [{ rules: ['published-table-refuses-writes'] }]],
    ['drop-cascade', [{ rules: DROPS }]],
    ['unwritten-loss', [{ rules: ['drop-cascade', 'drop-table', 'drop-schema'], near: allNamed }]],
    ['do-block-hides-sql', [{ rules: ['unwritten-loss'] }]],
    ['drop-column-drops-index', [{ rules: ['drop-column'] }]],
    [
        'blocking-scan',
        [
            { fact: works },
            OF_FAILURE,
            // TRUNCATE's new file is no rewriting.
            { rules: ['unwritten-loss'], fact: (fact) => fact.kind === 'hazard' && fact.name === 'emptied' },
        ],
    ],
    ['lock-held-during-scan', [{ fact: works }, { rules: ['validate-in-same-transaction'], near: ofLockedTable }]],
    ['drop-table-locks-referenced', [{ rules: ['drop-table'] }]],
    ['drop-foreign-key-locks-referenced', [{ rules: ['drop-constraint', 'drop-column', 'drop-table'] }]],
    ['partition-of-locks-parent', [{ rules: ['default-partition-scan'] }]],
    ['if-exists-still-locks', [{ fact: locks }]],
    [
        'lock-on-unnamed-table',
        [{ fact: (fact) => locks(fact) || fact.kind === 'refused' }, { rules: ['unwritten-loss'] }],
    ],
    [
        'rerun-fails',
        [
            {
                rules: [
                    'down-leaves-object',
                    'down-keeps-change',
                    'down-loses-object',
                    'down-changes-object',
                    'down-fails',
                    'down-keeps-enum-value',
                    'down-drops-preexisting-object',
                ],
                near: ofObject,
            },
        ],
    ],
    ['down-fails-with-new-data', [{ rules: ['alter-column-type-narrowing'], near: ofNarrowed }]],
    ['rollback-loses-data', [{ rules: DROPS, near: ofTable }]],
    ['irreversible-up', [{ rules: [...DROPS, 'delete-whole-table', 'alter-column-type-narrowing'] }]],
    [
        'rerun-fails-halfway',
        [
            {
                rules: [
                    'timeout-around-concurrently',
                    'rerun-hides-failure',
                    'partly-applied-not-repeatable',
                    'unclosed-transaction',
                    'concurrently-in-transaction',
                ],
                near: inScript,
            },
        ],
    ],
    [
        'dump-not-restorable',
        [{ rules: ['fails-with-rows'] }, { rules: ['dump-not-restorable'], isGraver: true, near: endsAlike }],
    ],
    ['sequence-behind-rows', [{ rules: ['sequence-set-back'] }]],
    ['stored-code-breaks', [{ rules: TAKES_NAMES }, OF_OVERLOAD]],
    [
        'write-breaks',
        [
            { rules: [...TAKES_NAMES, ...REFUSES_WRITES] },
            { rules: REFUSES_WRITES, near: onItsTable },
            { rules: ['stored-code-breaks'], near: inFunction },
            { rules: ['replacement-loses-protection'], near: forItsRight },
            OF_OVERLOAD,
        ],
    ],
    [
        'query-breaks',
        [
            { rules: [...TAKES_NAMES, ...REFUSES_WRITES, ...LEAVES_OUT] },
            { rules: ['write-breaks', 'stored-code-breaks'], near: refusedAlike },
            OF_OVERLOAD,
        ],
    ],
    ['foreign-key-loses-action', [{ rules: ['write-breaks'], near: byItsForeignKey }]],
    ['drop-unique', [{ rules: ['query-breaks', 'stored-code-breaks'], when: ({ message }) => NO_ARBITER.test(message) }]],
    ['privilege-revoked', [{ rules: ['write-breaks'] }]],
    ['replacement-loses-attribute', [{ rules: ['replacement-loses-protection'] }]],
    ['lossy-recreate', [{ rules: ['replacement-loses-protection', 'replacement-loses-attribute'] }]],
    [
        'no-lock-timeout',
        [{ fact: locks }, { rules: ['set-local-outside-transaction', 'several-tables-locked'], near: inScript }],
    ],
]);
/** Every check that the list speaks of. */
const SPOKEN_OF = [...FOLLOWS].flatMap(([rule, from]) => [
    ...(rule === MAY_FAIL ? [] : [rule]),
    ...from.flatMap(({ rules = [] }) => rules),
]);
const ORDER = [...FOLLOWS.keys()];
/** Whether the check may follow from another one at all. */
function mayFollow(rule) {
    return FOLLOWS.has(rule);
}
/** Whether the one is a consequence of what the other says. */
function follows(follower, leader) {
    // Those that follow from nothing have no place in the order, and come before all others.
    const isBefore = ORDER.indexOf(keyOf(leader)) < ORDER.indexOf(keyOf(follower));
    const isGraver = leader.severity === 'error' && follower.severity !== 'error';
    return (FOLLOWS.get(keyOf(follower)) ?? []).some(({ rules, fact, when = () => true, near = atStatement, isGraver: mustBe = false }) => (mustBe ? isGraver : isBefore) &&
        (rules?.includes(leader.rule) ?? true) &&
        (fact === undefined || leader.facts.some(fact)) &&
        when(leader) &&
        near(follower, leader));
}

;// CONCATENATED MODULE: ./build/verdict/one-fact.js

/** The findings and the silenced ones, each with what follows from it. */
function gather(all, migrationOf, weightOf = () => 0) {
    const groups = byCause(all);
    const asked = new Map();
    for (const group of groups) {
        const statings = group.map((one) => stating(one, migrationOf));
        const { migration } = statings[0];
        const near = asked.get(migration);
        if (near)
            near.push({ group, statings });
        else
            asked.set(migration, [{ group, statings }]);
    }
    const heads = new Map();
    const told = new Map();
    for (const near of asked.values()) {
        for (const one of near) {
            const leads = leadsOf(one, near, weightOf);
            const spoken = one.group.filter((_, at) => (leads[at] ?? []).length > 0);
            const found = leads.flat().map(({ group }) => group);
            const [head] = found;
            if (head && spoken.length === one.group.length)
                heads.set(one.group, head);
            // What nothing else speaks of is its place; those that are spoken of come after it.
            told.set(one.group, [...one.group.filter((part) => !spoken.includes(part)), ...spoken]);
        }
    }
    const followers = new Map();
    for (const group of heads.keys()) {
        const root = rootOf(group, heads);
        if (ONLY_REPEATS.has(group[0].finding.rule) || root[0].finding.rule === MASKING)
            continue;
        followers.set(root, [...(followers.get(root) ?? []), group]);
    }
    return groups.flatMap((group) => heads.has(group) ? [] : [joined(told.get(group) ?? group, followers.get(group) ?? [])]);
}
/** What follows only where the other names all of it. */
const ONLY_REPEATS = new Set(['unwritten-loss']);
function stating({ finding: { rule, severity, message }, at, facts }, migrationOf) {
    return { rule, severity, at, facts, migration: migrationOf(at.path), message };
}
function byCause(told) {
    const groups = new Map();
    for (const [index, one] of told.entries()) {
        const { rule, severity, evidence } = one.finding;
        const apart = one.cause === undefined || evidence === 'refuted';
        const key = JSON.stringify(apart ? index : [rule, severity, one.silence?.by, one.cause]);
        const group = groups.get(key);
        if (group)
            group.push(one);
        else
            groups.set(key, [one]);
    }
    return [...groups.values()].map((group) => {
        // File by file, as they were looked at: the way there before the way back.
        const files = [...new Set(group.map(({ finding }) => finding.path))];
        const fileOf = ({ finding }) => files.indexOf(finding.path);
        return group.sort((a, b) => fileOf(a) - fileOf(b) || byLine(a.finding, b.finding));
    });
}
function byLine(a, b) {
    return a.line - b.line || a.column - b.column;
}
/**
 * For each of its places, the findings whose fact it follows from. None that is less grave, so that nothing is hidden behind
 * it. What a directive silences takes along what the rehearsal saw of the very fact, and nothing else.
 */
function leadsOf({ group, statings }, near, weightOf) {
    const { rule, severity, evidence } = group[0].finding;
    if (!mayFollow(rule) || evidence === 'refuted' || group[0].silence !== null)
        return [];
    const grave = near.filter(({ group: [{ finding: it, silence }] }) => {
        const heavier = RANK[it.severity] - RANK[severity] || weightOf(it.rule) - weightOf(rule);
        const speaks = silence === null || (silence.by === 'directive' && OF_ITS_LOCK.has(rule));
        return it.evidence !== 'refuted' && heavier <= 0 && speaks;
    });
    // What is said leads before what is silenced.
    const inOrder = [...grave.filter(isSaid), ...grave.filter((one) => !isSaid(one))];
    return statings.map((follower) => inOrder.filter((one) => one.statings.some((leader) => follows(follower, leader))));
}
/** The lock of a statement, as it was seen: the same fact as that of the rule which foresaw it. */
const OF_ITS_LOCK = new Set([
    'blocking-scan',
    'lock-held-during-scan',
    'lock-on-unnamed-table',
    'no-lock-timeout',
]);
function isSaid({ group: [{ silence }] }) {
    return silence === null;
}
const RANK = { error: 0, warning: 1, info: 2 };
function rootOf(group, heads) {
    const head = heads.get(group);
    return head === undefined ? group : rootOf(head, heads);
}
function joined(group, followers) {
    const [first, ...others] = group;
    const { finding } = first;
    const elsewhere = others.filter(({ finding: one }) => !isAt(one, finding));
    const places = elsewhere
        .map(({ finding: one }) => placeOf(one))
        .filter((place, at, all) => !all.slice(0, at).some((known) => isAt(place, known)));
    // The same statement, and another table of it.
    const more = others.filter(({ finding: one }) => isAt(one, finding) && one.message !== finding.message);
    // SQL is of its place; a sentence is of all.
    const withSql = elsewhere.map((one) => one.finding).filter(({ help: words }) => words.includes('\n'));
    const help = inOne([finding, ...more.map((one) => one.finding), ...withSql]);
    const fixes = group.find((one) => one.finding.fixes)?.finding.fixes;
    const grave = (one) => RANK[one[0].finding.severity];
    const consequences = [...more.map((one) => [one]), ...followers.toSorted((a, b) => grave(a) - grave(b))]
        .map(([one, ...rest]) => consequenceOf(one, rest))
        .filter((one) => !saysSo(finding, one));
    return {
        ...first,
        facts: group.flatMap(({ facts }) => facts),
        finding: {
            ...finding,
            help,
            ...(fixes && { fixes }),
            ...(places.length > 0 && { places }),
            ...(consequences.length > 0 && { consequences }),
        },
    };
}
/** Each once, and what they begin with once, or with the place that they are for. What ends in code that no semicolon closes is set apart. */
function inOne(findings) {
    const begun = new Set();
    return findings
        .filter(({ help }, at) => findings.findIndex((one) => one.help === help) === at)
        .map(({ help, line }) => {
        const [first = '', ...rest] = help.split('\n');
        const isRepeated = rest.length > 0 && begun.has(first);
        begun.add(first);
        if (!isRepeated)
            return help;
        // What is counted there is counted for one place.
        const counted = /Instead of this statement([^.]*:)$/.exec(first)?.[1];
        const head = counted === undefined ? [] : [`Instead of the statement in line ${line}${counted}`];
        return [...head, ...rest].join('\n');
    })
        .map((help, at, { length }) => (at === length - 1 || /[.:;]$/.test(help) ? help : `${help}\n`))
        .join('\n');
}
function placeOf({ path, line, column, endLine, endColumn }) {
    return { path, line, column, endLine, endColumn };
}
function isAt(place, known) {
    return known.path === place.path && known.line === place.line && known.column === place.column;
}
function consequenceOf({ finding }, others) {
    const { rule, evidence, message } = finding;
    const lines = [...new Set(others.map(({ finding: { line } }) => line))].filter((line) => line !== finding.line);
    const also = lines.length > 0 ? ` Also at ${lines.length > 1 ? 'lines' : 'line'} ${lines.join(', ')}.` : '';
    return { rule, evidence, ...placeOf(finding), message: `${message}${also}` };
}
/** What the finding says already, the table by its name, which messages mark: a consequence would only repeat it. */
function saysSo({ message }, { rule, message: words }) {
    if (!REPEATS.has(rule))
        return false;
    const table = /\bon (`[^`]+`)/.exec(words)?.[1];
    return table !== undefined && message.includes(table);
}
const REPEATS = new Set(['blocking-scan', 'lock-on-unnamed-table', 'drop-table-locks-referenced']);

// EXTERNAL MODULE: ./build/schema/sql-name.js
var sql_name = __webpack_require__(8824);
// EXTERNAL MODULE: ./build/sql/directives.js
var sql_directives = __webpack_require__(5957);
// EXTERNAL MODULE: ./build/verdict/checks.js
var verdict_checks = __webpack_require__(1629);
;// CONCATENATED MODULE: ./build/verdict/policy.js
/** What the user's settings and directives say of findings. Pure. */



/** Answers finding by finding, and knows at the end which directives had nothing to ignore. */
class Silencer {
    #policy;
    #ignores = [];
    /** Directives that can't be understood. */
    #problems = [];
    constructor(scripts, policy) {
        this.#policy = policy;
        for (const script of scripts)
            this.#read(script);
    }
    #read(script) {
        const { directives, problems } = (0,sql_directives/* readDirectives */.V)(script);
        const invalid = (location, message) => this.#problems.push((0,verdict_checks/* verdictFinding */.D)('invalid-directive', location, message));
        for (const { location, message } of problems)
            invalid(location, message);
        for (const { rules, scope, location, reason, statementStart } of directives) {
            const first = script.statements.find(({ start }) => start === statementStart)?.location;
            // Above the line it is for all that begins there: nothing could be written above the second one.
            const isAbove = first !== undefined && location.endLine < first.line;
            const inLine = script.statements.filter(({ location: { line } }) => line === first?.line);
            const statements = isAbove ? inLine.map((one) => one.location) : first && [first];
            for (const rule of rules) {
                if (!this.#policy.knownRules.has(rule))
                    invalid(location, `There is no rule “${rule}”.`);
                else
                    this.#ignores.push({ rule, path: script.file.path, statements, scope, location, reason, used: false });
            }
        }
    }
    /** What the settings and directives make of a finding: another severity, or silence. */
    judge(finding) {
        const level = this.#levelOf(finding);
        if (level === 'off')
            return { finding, silence: { by: 'settings' } };
        const ignore = this.#ignores.find((one) => covers(one, finding));
        if (ignore)
            ignore.used = true;
        return {
            finding: { ...finding, severity: level },
            silence: ignore ? { by: 'directive', location: ignore.location, reason: ignore.reason } : null,
        };
    }
    #levelOf({ rule, path, severity }) {
        return this.#policy.ignores?.(rule, path) ? 'off' : (this.#policy.rules[rule] ?? severity);
    }
    /** To be asked last: what is wrong with the directives themselves. `ran`: a server was asked. */
    problems(ran, apart) {
        const findings = [...this.#problems, ...this.#unused(ran, apart)];
        // No directive silences what is wrong with directives.
        return findings.flatMap((finding) => {
            const level = this.#levelOf(finding);
            return level === 'off' ? [] : [{ ...finding, severity: level }];
        });
    }
    /** Directives that ignore nothing, whichever rules they name, and would not where their file is deployed by itself. */
    #unused(ran, apart) {
        const isUsed = ({ used, rule, path }) => used || this.#mayBeThere(rule, path, ran, apart);
        const all = [...new Set(this.#ignores.map(({ location }) => location))].map((location) => ({
            location,
            ignores: this.#ignores.filter((one) => one.location === location),
        }));
        const idle = all.filter(({ ignores }) => !ignores.some(isUsed));
        const isAsked = apart && idle.some(({ location }) => apart.isLater.has(location.path));
        const alone = isAsked ? apart.findings() : [];
        return idle
            .filter(({ ignores }) => !ignores.some((one) => alone.some((finding) => covers(one, finding))))
            .map(({ location, ignores }) => {
            const rules = ignores.map(({ rule }) => rule);
            const finds = rules.length > 1 ? 'which find' : 'which finds';
            return (0,verdict_checks/* verdictFinding */.D)('unused-ignore', location, `This ignores ${(0,sql_name/* enumerated */.BD)(rules)}, ${finds} nothing here.`);
        });
    }
    /** What is switched off, or what only a server could have found, may well be there. */
    #mayBeThere(rule, path, ran, apart) {
        const { rules, ignores, needsServer } = this.#policy;
        // A later file was not run on the tables of the earlier ones as others use them.
        const isSeen = ran && !apart?.isLater.has(path);
        return rules[rule] === 'off' || ignores?.(rule, path) || (!isSeen && (needsServer?.(rule) ?? false));
    }
}
function covers({ rule, path, scope, statements = [] }, finding) {
    if (finding.rule !== rule || finding.path !== path)
        return false;
    return scope === 'file' || statements.some((statement) => within(finding, statement));
}
function within(finding, { line, column, endLine, endColumn }) {
    const afterStart = finding.line > line || (finding.line === line && finding.column >= column);
    const beforeEnd = finding.line < endLine || (finding.line === endLine && finding.column <= endColumn);
    return afterStart && beforeEnd;
}

;// CONCATENATED MODULE: ./build/verdict/seen.js
/** Of a change that no server was asked about. */
const NOTHING_SEEN = {
    statement: () => undefined,
    fate: () => undefined,
    leftOut: () => false,
    outside: true,
};

;// CONCATENATED MODULE: ./build/verdict/decide.js






/** All findings with their evidence, the gravest first, and the verdict that follows from them. */
function decide(evidences, policy) {
    const { predictions, observations, seen, scripts } = evidences;
    const silencer = new Silencer(scripts, policy);
    const judged = predictions.map((prediction) => judge(prediction, evidences, silencer));
    const all = [...foreseen(judged), ...news(observations, judged, silencer)];
    const gathered = gather(all, (path) => evidences.migrationOf?.get(path) ?? path, policy.weightOf);
    const findings = gathered.flatMap((one) => (one.silence === null ? [withIgnore(one)] : []));
    const kept = [...findings, ...silencer.problems(seen !== undefined, evidences.apart)].sort(byHarm(policy));
    const silenced = gathered.flatMap(ignored).sort(byPlace);
    const counts = { error: 0, warning: 0, info: 0 };
    for (const { severity, evidence } of kept)
        if (evidence !== 'refuted')
            counts[severity]++;
    const verdict = fails(counts, policy.failOn) ? 'fail' : 'pass';
    return { findings: kept, counts, verdict, ...(silenced.length > 0 && { silenced }) };
}
function judge(prediction, { observations, seen = NOTHING_SEEN, versions }, silencer) {
    const { at, claim } = prediction;
    const facts = (0,verdict_fact/* factsOf */.xS)(claim);
    const { evidence, proof } = evidenceOf(facts, at, seen, versions);
    // What ran once may well be refused on rows; but a prediction of more locking than was seen is another fact.
    const mistaken = evidence === 'refuted' && facts[0]?.kind !== 'refused';
    const spoken = mistaken ? [] : subjectsOf(prediction, seen);
    const twins = observations.filter((one) => spoken.some((fact) => tells(fact, prediction, one)));
    const shown = twins[0]?.finding.proof;
    // Where the rehearsal reports the very fact, its text says more than the proof from the statement's locks.
    const words = facts[0]?.kind === 'hazard' || evidence !== 'confirmed' ? (shown ?? proof) : proof;
    const { proof: _, ...bare } = prediction.finding;
    const finding = {
        ...bare,
        evidence: twins.length > 0 ? 'confirmed' : evidence,
        ...(words !== undefined && { proof: words }),
    };
    const { cause = twins[0]?.cause } = prediction;
    return { ...silencer.judge(finding), at, facts: facts.length > 0 ? facts : [(0,verdict_fact/* hazard */.vl)(finding.rule)], cause, twins };
}
/** What a rule is about, relations by their identity; what has an unknown identity is left out. */
function subjectsOf({ finding, at, claim }, seen) {
    const [first = (0,verdict_fact/* hazard */.vl)(finding.rule), ...others] = (0,verdict_fact/* factsOf */.xS)(claim);
    const known = seen.statement(at);
    // Further facts of the first one's kind are what it is about as well: a foreign key locks two tables.
    return [first, ...others.filter(({ kind }) => kind === first.kind)].flatMap((fact) => (0,verdict_fact/* grounded */.dx)(fact, (name) => known?.identify(name)) ?? []);
}
/** Whether a rule predicted what the rehearsal then observed. */
function tells(fact, { finding, at }, seen) {
    if (seen.facts.some((one) => (0,verdict_fact/* sameFact */.HT)({ fact, at }, { fact: one, at: seen.at })))
        return true;
    // The rule reported the statement that took the lock, and named the one that kept others waiting for it.
    if (fact.kind !== 'lock')
        return false;
    const taken = seen.facts.some((one) => one.kind === 'waits' && one.on === fact.on && (0,verdict_fact/* samePlace */.o0)(one.since, at));
    if (!taken)
        return false;
    return finding.related?.some(({ path, line }) => path === seen.finding.path && line === seen.finding.line) ?? false;
}
/** The rules' findings; what explains a refusal is reported with it. */
function foreseen(judged) {
    return judged.filter(({ twins }) => !twins.some(({ binding }) => binding));
}
/** What no rule foresaw, and what the server refused, foreseen or not. */
function news(observations, judged, silencer) {
    return observations.flatMap((observation) => {
        const { at, facts, cause } = observation;
        const explanations = judged.filter(({ twins }) => twins.includes(observation));
        if (observation.binding) {
            const same = cause ?? explanations.find((one) => one.cause !== undefined)?.cause;
            return [
                { at, facts, cause: same, silence: null, binding: true, finding: refusal(observation, explanations, silencer) },
            ];
        }
        return explanations.length > 0 ? [] : [{ at, facts, cause, ...silencer.judge(observation.finding) }];
    });
}
/** What a directive silences, for the report's list; what the settings switch off isn't news to anybody. */
function ignored({ finding, silence }) {
    if (silence?.by !== 'directive' || finding.evidence === 'refuted')
        return [];
    const { rule, severity, message, path, line, column, endLine, endColumn } = finding;
    const by = { ...silence.location, reason: silence.reason };
    return [{ rule, severity, path, line, column, endLine, endColumn, message, by }];
}
/** One error, in the text of the rule that explains it; where that is silenced, in the server's, and it says so. */
function refusal({ finding }, explanations, silencer) {
    const open = explanations.find(({ silence }) => silence === null);
    if (open)
        return { ...open.finding, severity: 'error' };
    const error = { ...finding, severity: 'error' };
    const silenced = [...explanations, silencer.judge(finding)].find(({ silence }) => silence !== null);
    if (!silenced?.silence)
        return error;
    const { rule } = silenced.finding;
    const { silence } = silenced;
    const who = silence.by === 'directive' ? `Line ${silence.location.line} silences` : 'The settings silence';
    const which = rule === finding.rule ? rule : `${rule}, which explains it`;
    const message = `${finding.message} ${who} ${which}: what the server refuses is an error all the same.`;
    if (silence.by === 'settings')
        return { ...error, message };
    const related = { ...silence.location, message: `Silences ${rule}, not the refusal` };
    return { ...error, message, related: [...(finding.related ?? []), related] };
}
/** With the line that silences it; what the server refused as the tool sends it, nothing does. */
function withIgnore({ finding, binding }) {
    const { rule, statement, path, line, consequences = [] } = finding;
    if (statement === undefined || binding)
        return finding;
    // What follows at the same statement is silenced by its own name: nothing goes unseen.
    const here = consequences.filter((one) => one.path === path && one.line === line).map((one) => one.rule);
    const rules = [...new Set([rule, ...here])].join(', ');
    return { ...finding, ignore: `-- migration-safety: ignore ${rules} <reason>` };
}
function fails(counts, failOn) {
    if (failOn === 'never')
        return false;
    if (counts.error > 0)
        return true;
    return failOn !== 'error' && (counts.warning > 0 || (failOn === 'info' && counts.info > 0));
}
/** What stops the deployment or loses data, what blocks, what breaks, and so on; not by the names of files. */
function byHarm({ weightOf = () => 0 }) {
    return (a, b) => words/* SEVERITIES */.oC.indexOf(a.severity) - words/* SEVERITIES */.oC.indexOf(b.severity) ||
        weightOf(a.rule) - weightOf(b.rule) ||
        byPlace(a, b);
}
function byPlace(a, b) {
    if (a.path !== b.path)
        return a.path < b.path ? -1 : 1;
    return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

;// CONCATENATED MODULE: ./build/verdict/required-checks.js
/** What the settings require to be proven: where it could not be tried, the silence is a finding. Pure. */


/** One finding for each migration of which a required check could not be made; it names each of them and says why. */
function missingChecks(required, paths, rehearsed) {
    if (required.length === 0)
        return [];
    return paths.flatMap((path) => {
        const report = rehearsed.migrations.find((migration) => migration.path === path);
        const missing = [...new Set(required)].flatMap((check) => {
            const reason = whyMissing(check, path, report, rehearsed);
            return reason === null ? [] : [`\`${check}\` (${reason})`];
        });
        if (missing.length === 0)
            return [];
        const are = missing.length === 1 ? 'A required check was' : 'Required checks were';
        const finding = (0,verdict_checks/* verdictFinding */.D)('required-check-missing', (0,positions/* startOfFile */.Si)(path), `${are} not made: ${missing.join(', ')}.`);
        return [{ finding, at: { path, start: 0 } }];
    });
}
/** Null where the check was made, whatever came out of it: a failed proof has findings of its own. */
function whyMissing(check, path, report, { server, notChecked }) {
    const stopped = notChecked.find((one) => one.id === 'rehearsal' && one.path === path);
    if (server === null || stopped || report === undefined)
        return stopped?.reason ?? nothingRan(notChecked);
    if (report.statements.every(({ status }) => status === 'notRun'))
        return 'no statement of it was run';
    if (check === 'rehearsal')
        return whyNotApplied(report);
    const proof = report.proofs.find((one) => one.check === check);
    if (proof)
        return proof.status === 'not checked' ? proof.detail : null;
    return applies(report.proofs) ? NOTHING_TO_CHECK[check] : 'the migration did not apply';
}
/** What the server refused is an error already, which nothing silences. */
function whyNotApplied({ statements, proofs }) {
    const failed = statements.filter(({ role, status }) => role === 'up' && status === 'failed');
    if (applies(proofs) || failed.some(({ sqlstate }) => sqlstate !== undefined))
        return null;
    return 'the migration did not apply';
}
function nothingRan(notChecked) {
    return notChecked.find(({ id, path }) => id === 'rehearsal' && path === undefined)?.reason ?? 'nothing was rehearsed';
}
function applies(proofs) {
    return proofs.some(({ check, status }) => check === 'applied' && status === 'proven');
}
/** Why a line of the checklist can be absent although the migration applied. */
const NOTHING_TO_CHECK = {
    applied: 'no statement of it was run',
    // A migration that creates nothing has nothing that could be invalid.
    objects: null,
    rollback: 'there is no rollback script',
    rerun: 'there is no rollback script',
    validation: 'there is no validation script',
    plans: 'no validation query says which index it uses',
    queries: 'the setting queries names no query of the application',
    // A migration that touches no table which was there before breaks no write.
    probes: null,
    application: 'the setting application-command names no program',
};

;// CONCATENATED MODULE: ./build/check.js














/** Checks a change. Throws `UsageError` or `ServerUnavailable` where that can't be done; what is wrong with SQL is a finding. */
async function check(request) {
    const { settings, cwd, change, texts, progress = () => { } } = request;
    const start = performance.now();
    const rules = configureRules(settings);
    const found = await (0,find/* findMigrations */.r)(change, settings, cwd, texts);
    const comparedWith = 'files' in change ? change.comparedWith : null;
    // The server starts while the scripts are read.
    const [read, started] = await Promise.allSettled([
        Promise.all(found.chains.map((chain) => readChange({ ...found, ...chain }, settings, rules))),
        startServer(found, request, progress),
    ]);
    if (read.status === 'rejected') {
        if (started.status === 'fulfilled')
            await started.value?.server?.close();
        throw read.reason;
    }
    if (started.status === 'rejected')
        throw started.reason;
    const readings = read.value;
    // Where production's version isn't set, the version of the chosen server is taken for it.
    const serverMajor = started.value?.server?.major ?? null;
    const postgresVersion = settings.postgresVersion ?? serverMajor;
    const { predictions, rehearsal, server } = await rehearseChange({ readings, found, chosen: started.value, settings }, progress, postgresVersion);
    const changed = readings.flatMap(({ parsed }) => parsed.changed);
    const scripts = [...changed.flatMap(find/* scriptsOf */.S), ...readings.flatMap(({ parsed }) => parsed.validation)];
    const files = scripts.flatMap(scriptsIn);
    const paths = changed.map(({ path }) => path);
    const missing = missingChecks(settings.requiredChecks, paths, { ...rehearsal, server });
    const { observations, seen } = rehearsal;
    const decision = decide({
        predictions: [...filesFound(found, predictions), ...missing],
        ...{ observations, seen, scripts: files },
        versions: { target: settings.postgresVersion, server: serverMajor },
        apart: await eachAlone(found.chains, { ...rules, postgresVersion }),
        migrationOf: new Map(changed.flatMap((one) => (0,find/* scriptsOf */.S)(one).map(({ file }) => [file.path, one.path]))),
    }, policyOf(rules, settings, cwd));
    const report = {
        schemaVersion: 2,
        tool: version/* TOOL */.js,
        verdict: decision.verdict,
        failOn: settings.failOn,
        postgres: { target: settings.postgresVersion, server },
        comparedWith,
        layouts: found.layouts,
        counts: decision.counts,
        statements: countStatements(scripts),
        notChecked: [
            ...settings.notes,
            ...inVain(rules),
            ...withoutHistory(change, readings),
            ...found.notChecked,
            ...readings.flatMap(({ notes }) => notes),
            ...readings.flatMap(({ unknown }) => unknown()),
            ...rehearsal.notChecked,
        ],
        findings: decision.findings,
        ...(decision.silenced && { silenced: decision.silenced }),
        ...(rehearsal.baseline && { baseline: rehearsal.baseline }),
        migrations: rehearsal.migrations,
        durationMs: performance.now() - start,
    };
    return { report: withinBounds(report), sources: new Map(files.map(({ file }) => [file.path, file.text])) };
}
/** Where all that there is was given as the change, every table is one that nobody reads yet: that must not pass for safe. */
function withoutHistory(change, readings) {
    const scripts = readings.flatMap(({ parsed }) => parsed.changed);
    if (!('paths' in change) || scripts.length < 2 || readings.some(({ parsed }) => parsed.baseline.length > 0))
        return [];
    return [
        {
            check: 'what the change does to tables that are there already',
            reason: `all ${scripts.length} migrations were given as the change, so that it makes every table itself: name the new files, or compare with --base <ref>; the others are then the history`,
        },
    ];
}
/** The same change without a server, as it would be with other texts: what repairs are judged by. */
function lookAt({ settings, cwd, change }) {
    return async (texts) => {
        const { report, sources } = await check({ settings: { ...settings, server: 'none' }, cwd, change, texts });
        return { findings: report.findings, sources };
    };
}
/** A script, and those of the files that it includes. */
function scriptsIn(script) {
    return [script, ...(script.included ?? []).flatMap((one) => scriptsIn(one.script))];
}
/** Null where there is nothing to run: then no server is even looked for. */
async function startServer(found, { settings, project, kept = {} }, progress) {
    if (found.changed.length === 0)
        return null;
    if (settings.server === 'none')
        return { server: null };
    const { chooseServer } = await Promise.all(/* import() */[__webpack_require__.e(180), __webpack_require__.e(461)]).then(__webpack_require__.bind(__webpack_require__, 4461));
    progress('Starting Postgres');
    const files = [...found.changed.flatMap(find/* scriptsOf */.S), ...found.baseline, ...found.seed].map(({ file }) => file);
    const extensions = [...files, ...settings.bootstrap].some(({ text }) => /\bextension\b/i.test(text));
    const { baselinesIn } = await __webpack_require__.e(/* import() */ 808).then(__webpack_require__.bind(__webpack_require__, 2808));
    const groundwork = {
        bootstrap: settings.bootstrap.map((file) => (0,layout/* wholeFile */.A)('up', file, 'autocommit')),
        scripts: [...found.baseline, ...found.seed],
    };
    const baselines = settings.cache && found.chains.length < 2 ? await baselinesIn(kept, groundwork) : null;
    return chooseServer({
        ...settings,
        choice: settings.server,
        target: settings.postgresVersion,
        extensions,
        baselines,
        project,
    });
}
/** Lints, and runs the migrations where there is a server, which is closed after it. */
async function rehearseChange({ readings, found, chosen, settings }, progress, target) {
    const nothing = { migrations: [], observations: [], notChecked: [] };
    if (chosen === null)
        return { predictions: [], rehearsal: nothing, server: null };
    const { server } = chosen;
    try {
        const predictions = readings.flatMap(({ lint }) => lint(target));
        if (server === null) {
            const reason = chosen.notChecked ?? 'server is none: nothing was run';
            const notChecked = [{ check: 'rehearsal', id: 'rehearsal', reason }];
            const migrations = readings.flatMap(({ parsed }) => parsed.changed).map(not_rehearsed/* notRehearsed */.F);
            return { predictions, rehearsal: { ...nothing, migrations, notChecked }, server: null };
        }
        const [{ rehearse }, { asOne }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(180), __webpack_require__.e(907)]).then(__webpack_require__.bind(__webpack_require__, 2907)),
            __webpack_require__.e(/* import() */ 176).then(__webpack_require__.bind(__webpack_require__, 9176)),
        ]);
        progress(`Rehearsing on PostgreSQL ${server.version} (${server.kind})`);
        const { seedHints, maxWriteCost } = settings;
        const rehearsals = [];
        for (const [index, { parsed }] of readings.entries()) {
            const unread = found.chains[index]?.unread ?? [];
            const asked = { ...(await check_application(found)), application: (0,application/* applicationProgram */.BP)(settings) };
            const plan = { ...parsed, ...asked, unread, seedHints, maxWriteCost };
            rehearsals.push(await rehearse(server, plan));
        }
        const rehearsal = asOne(rehearsals);
        if (chosen.notChecked)
            rehearsal.notChecked.push({ check: 'target version', reason: chosen.notChecked });
        return { predictions, rehearsal, server: { kind: server.kind, version: server.version } };
    }
    finally {
        await server?.close();
    }
}
/** The application's queries for the rehearsal. */
async function check_application({ queries, statistics }) {
    if (queries.length === 0 && statistics === null)
        return {};
    const [{ applicationQueries }, { parseStatistics }] = await Promise.all([
        __webpack_require__.e(/* import() */ 415).then(__webpack_require__.bind(__webpack_require__, 6415)),
        __webpack_require__.e(/* import() */ 485).then(__webpack_require__.bind(__webpack_require__, 1485)),
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
            return { finding: (0,checks/* fileFinding */.s)('unreadable-file', (0,positions/* startOfFile */.Si)(path), problem), at: { path, start: 0 } };
        }),
        ...problems.map(problem/* toPrediction */.f),
        ...predictions.filter((prediction) => !explained(prediction)),
    ];
}
function countStatements(scripts) {
    const statements = scripts.flatMap((script) => script.statements);
    const notUnderstood = statements.filter(({ syntaxError }) => syntaxError !== undefined).length;
    return { checked: statements.length - notUnderstood, notUnderstood };
}


/***/ }),

/***/ 8075:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ notRehearsed)
/* harmony export */ });
/* harmony import */ var _sql_directives_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5957);
/* harmony import */ var _run_statement_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6546);


function notRehearsed({ id, path, layout, up, down, irreversible }) {
    const blank = (script) => script.statements.map((statement) => (0,_run_statement_report_js__WEBPACK_IMPORTED_MODULE_1__/* .blankReport */ .V)(script, statement, 'notRun'));
    return {
        ...{ id, path, layout },
        statements: [...blank(up), ...(down ? blank(down) : [])],
        lockTimeline: [],
        rollback: untriedRollback(up, down, irreversible),
        rerun: { verdict: 'not checked', differences: [] },
        ...{ validations: [], plans: [], queries: [], writeCosts: [], bloat: [], proofs: [] },
    };
}
function untriedRollback(up, down, said) {
    const reason = said ?? (0,_sql_directives_js__WEBPACK_IMPORTED_MODULE_0__/* .irreversibleReason */ .$)(up) ?? (down && (0,_sql_directives_js__WEBPACK_IMPORTED_MODULE_0__/* .irreversibleReason */ .$)(down));
    if (reason !== undefined && down === undefined) {
        return { verdict: 'declared irreversible', differences: [], irreversible: reason };
    }
    return { verdict: down ? 'not checked' : 'no down', differences: [], ...(reason && { irreversible: reason }) };
}


/***/ }),

/***/ 6546:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ blankReport)
/* harmony export */ });
function blankReport({ role }, statement, status) {
    const { path, line, endLine } = statement.location;
    return {
        role,
        path,
        line,
        endLine,
        kind: statement.kind,
        sql: statement.sql,
        status,
        locks: null,
        objectLocks: [],
        waits: [],
        rewrites: [],
        scans: [],
        rows: [],
        objects: [],
        invalidIndexes: [],
        lockTimeoutMs: null,
        notices: [],
        durationMs: 0,
        walBytes: null,
    };
}


/***/ }),

/***/ 3150:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ sqlToSend),
/* harmony export */   v: () => (/* binding */ insertOf)
/* harmony export */ });
/* harmony import */ var _ast_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5011);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9427);


/** What is sent for a statement: its text, but for a COPY whose rows stand behind it. */
function sqlToSend(statement) {
    return insertOf(statement) ?? statement.sql;
}
/** Undefined where it is no such COPY, or its rows are in a form that isn't read here. */
function insertOf({ node, rows }) {
    const copy = (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'CopyStmt');
    if (rows === undefined || !copy?.is_from || !copy.relation?.relname)
        return undefined;
    const read = readRows(copy, rows.replace(/\r\n/g, '\n'));
    if (read === undefined)
        return undefined;
    const { schemaname, relname } = copy.relation;
    const table = [schemaname, relname]
        .filter((name) => name !== undefined)
        .map(_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .ident */ .b)
        .join('.');
    // It takes the same lock, and writes as many rows.
    if (read.length === 0)
        return `DELETE FROM ONLY ${table} WHERE false`;
    const columns = (copy.attlist ?? []).map((item) => (0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .ident */ .b)((0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(item, 'String')?.sval ?? ''));
    const into = columns.length > 0 ? `${table} (${columns.join(', ')})` : table;
    const values = read.map((fields) => `(${fields.map((field) => (field === null ? 'NULL' : (0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .e)(field))).join(', ')})`);
    // COPY writes identity columns whatever they are generated by.
    return `INSERT INTO ${into} OVERRIDING SYSTEM VALUE VALUES ${values.join(', ')}`;
}
function readRows(copy, text) {
    const format = formatOf(copy);
    if (format === undefined || copy.whereClause)
        return undefined;
    const lines = format.csv ? csvRows(text, format) : textRows(text, format);
    return format.header ? lines.slice(1) : lines;
}
const KNOWN = new Set(['format', 'header', 'delimiter', 'null', 'quote', 'escape', 'encoding', 'freeze', 'csv']);
/** Undefined for what is not read here: binary, and options that change the meaning of fields. */
function formatOf({ options = [] }) {
    const given = new Map();
    for (const item of options) {
        const { defname = '', arg } = (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(item, 'DefElem') ?? {};
        if (!KNOWN.has(defname))
            return undefined;
        given.set(defname, optionValue(arg));
    }
    const name = given.get('format') ?? 'text';
    if (name !== 'text' && name !== 'csv')
        return undefined;
    const csv = name === 'csv';
    const quote = given.get('quote') ?? '"';
    return {
        csv,
        header: given.has('header') && !['false', 'off', '0'].includes(given.get('header') ?? ''),
        delimiter: given.get('delimiter') ?? (csv ? ',' : '\t'),
        nullMark: given.get('null') ?? (csv ? '' : '\\N'),
        quote,
        escapeMark: given.get('escape') ?? quote,
    };
}
function optionValue(arg) {
    const number = (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(arg, 'Integer')?.ival;
    const bool = (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(arg, 'Boolean')?.boolval;
    return (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(arg, 'String')?.sval ?? (number === undefined ? String(bool ?? '') : String(number));
}
function textRows(text, { delimiter, nullMark }) {
    const lines = text.split('\n');
    if (lines.at(-1) === '')
        lines.pop();
    return lines.map((line) => splitText(line, delimiter).map((field) => (field === nullMark ? null : field.replace(ESCAPED, unescaped))));
}
/** A delimiter behind a backslash is part of the field. */
function splitText(line, delimiter) {
    const fields = [];
    let field = '';
    for (let at = 0; at < line.length; at++) {
        if (line[at] === '\\')
            field += line.slice(at, ++at + 1);
        else if (line[at] === delimiter) {
            fields.push(field);
            field = '';
        }
        else
            field += line[at];
    }
    return [...fields, field];
}
const ESCAPED = /\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|([\s\S]))/g;
const CONTROLS = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
function unescaped(_, octal, hex, char = '') {
    if (octal !== undefined)
        return String.fromCharCode(Number.parseInt(octal, 8));
    if (hex !== undefined)
        return String.fromCharCode(Number.parseInt(hex, 16));
    return CONTROLS[char] ?? char;
}
/** A quoted field may hold delimiters and line ends; a quoted null mark is text. */
function csvRows(text, { delimiter, nullMark, quote, escapeMark }) {
    const rows = [];
    let row = [];
    let field = '';
    let quoted = false;
    const endField = () => {
        row.push(!quoted && field === nullMark ? null : field);
        [field, quoted] = ['', false];
    };
    let open = false;
    for (let at = 0; at < text.length; at++) {
        const char = text[at] ?? '';
        if (open && char === escapeMark && (text[at + 1] === quote || text[at + 1] === escapeMark))
            field += text[++at];
        else if (char === quote) {
            open = !open;
            quoted = true;
        }
        else if (!open && char === delimiter)
            endField();
        else if (!open && char === '\n') {
            endField();
            rows.push(row);
            row = [];
        }
        else
            field += char;
    }
    if (field !== '' || quoted || row.length > 0) {
        endField();
        rows.push(row);
    }
    return rows;
}


/***/ }),

/***/ 4289:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ madeUpRoles),
  k: () => (/* binding */ makesUpRoles)
});

// EXTERNAL MODULE: ./build/sql/ast.js + 1 modules
var ast = __webpack_require__(5011);
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
/** The roles that are to own something: a table's owner must be allowed to create tables in its schema. */
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
/** Every RoleSpec, which is in a field of its own as often as under its tag. */
function specified(root) {
    const names = [];
    const waiting = [root];
    while (waiting.length > 0) {
        const node = waiting.pop();
        if (node === null || typeof node !== 'object')
            continue;
        const { roletype, rolename } = node;
        if (roletype === 'ROLESPEC_CSTRING' && rolename)
            names.push(rolename);
        else
            for (const part of Object.values(node).reverse())
                waiting.push(part);
    }
    return names;
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

;// CONCATENATED MODULE: ./build/sql/made-up-roles.js


const PATH = 'roles that no script creates';
/**
 * `own`: the administrator's scripts, which make the roles that they name. `before`: those that precede the change;
 * a role that they create is made up, too, since nothing but its name counts. Null where no role is wanted.
 */
function madeUpRoles(own, before, change) {
    const made = new Set([...rolesCreated(own), ...rolesCreated(change)]);
    const created = new Set(rolesCreated(before));
    const wanted = rolesNamed([...before, ...change]).filter((name) => !made.has(name) && !name.startsWith('migration_safety_'));
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
    const more = names.length - 6;
    return more > 0 ? `the roles ${shown} and ${more} more` : `${names.length > 1 ? 'the roles' : 'the role'} ${shown}`;
}


/***/ }),

/***/ 9491:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TR: () => (/* binding */ refuse),
/* harmony export */   gn: () => (/* binding */ isForPsql),
/* harmony export */   me: () => (/* binding */ isDumpFrame)
/* harmony export */ });
/* harmony import */ var _ast_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5011);
/* harmony import */ var _copy_rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3150);
/* harmony import */ var _foreign_syntax_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6091);



/** Why a statement isn't sent; undefined where it is. What a function does inside is the server's to refuse. */
function refuse({ node, sql, rows }) {
    if (node === null) {
        const command = /^\\[a-z!?]\w*/i.exec(sql)?.[0];
        return command && `${command} is a command of psql, not SQL: no migration tool can send it`;
    }
    const copy = (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'CopyStmt');
    if (copy === undefined)
        return undefined;
    if (copy.is_program)
        return 'COPY … PROGRAM runs a program on the database server, which a rehearsal never does';
    if (copy.filename) {
        return `COPY ${copy.is_from ? 'FROM' : 'TO'} a file reaches for the database server’s own files, which a rehearsal never does`;
    }
    if (copy.is_from) {
        if ((0,_copy_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .insertOf */ .v)({ node, rows }) !== undefined)
            return undefined;
        return 'the rows of COPY … FROM STDIN come from psql, beside the SQL: write INSERT (pg_dump --inserts does)';
    }
    return undefined;
}
/** Whether it is for psql alone: one of its commands, or rows beside the SQL. */
function isForPsql({ node, sql, rows, syntaxError }) {
    if (node === null)
        return sql.startsWith('\\') || syntaxError?.message === _foreign_syntax_js__WEBPACK_IMPORTED_MODULE_2__/* .COPIED_ROWS */ .F$.message;
    const copy = (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'CopyStmt');
    return copy?.is_from === true && !copy.is_program && !copy.filename && (0,_copy_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .insertOf */ .v)({ node, rows }) === undefined;
}
/** pg_dump frames its output in `\restrict` and `\unrestrict` since August 2025: they guard psql and mean nothing elsewhere. */
function isDumpFrame({ node, sql }) {
    return node === null && /^\\(un)?restrict\b/.test(sql);
}


/***/ })

};
