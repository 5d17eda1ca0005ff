<<<<<<<< HEAD:dist/504.cli.js
export const id = 504;
export const ids = [504];
========
export const id = 350;
export const ids = [350];
>>>>>>>> rules17:dist/350.cli.js
export const modules = {

/***/ 9350:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CHECKS: () => (/* binding */ CHECKS),
/* harmony export */   documentationPath: () => (/* binding */ documentationPath)
/* harmony export */ });
<<<<<<<< HEAD:dist/504.cli.js
/* harmony import */ var _findings_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2623);
/* harmony import */ var _lint_checks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3983);
/* harmony import */ var _lint_registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9811);
/* harmony import */ var _migrations_checks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6451);
/* harmony import */ var _rehearsal_checks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(895);
/* harmony import */ var _verdict_checks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1629);
/** Everything that can be reported, for listings, documentation and SARIF: rules first, then what needs no rule file. */

========
/* harmony import */ var _lint_checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9240);
/* harmony import */ var _lint_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(163);
/* harmony import */ var _migrations_checks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2800);
/* harmony import */ var _rehearsal_checks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6178);
/* harmony import */ var _verdict_checks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4820);
>>>>>>>> rules17:dist/350.cli.js





/** What has a rule as well, the rehearsal reports under the rule's name; it is described on the rule's page. */
const WITHOUT_RULE = Object.entries({
    ..._lint_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .LINT_CHECKS */ .K,
    ..._migrations_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .FILE_CHECKS */ .d,
    ..._verdict_checks_js__WEBPACK_IMPORTED_MODULE_5__/* .VERDICT_CHECKS */ .K,
    ..._rehearsal_checks_js__WEBPACK_IMPORTED_MODULE_4__/* .REHEARSAL_CHECKS */ .g,
})
    .filter(([id]) => !_lint_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .RULES */ .y.some((rule) => rule.id === id))
    .map(([id, check]) => ({ id, ...check }));
/** With the severity where no setting says otherwise, and the weight of the harm: the gravest has the least. */
const CHECKS = [..._lint_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .RULES */ .y, ...WITHOUT_RULE].map((check) => {
    return { ...check, severity: (0,_findings_check_js__WEBPACK_IMPORTED_MODULE_0__/* .severityOf */ .xJ)(check), weight: (0,_findings_check_js__WEBPACK_IMPORTED_MODULE_0__/* .weightOf */ .mm)(check.harm) };
});
/**
 * The check's page in the documentation.
 * @public the generator of the pages takes it from the build
 */
function documentationPath(id) {
    return `docs/rules/${id}.md`;
}


/***/ }),

<<<<<<<< HEAD:dist/504.cli.js
/***/ 3983:
========
/***/ 1654:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ catalogue)
/* harmony export */ });
/** The checks of one room, and how it makes findings of them: help and severity are the check's unless `extra` says better. */
function catalogue(checks) {
    return {
        checks,
        finding(rule, location, message, extra = {}) {
            const { severity, fix } = checks[rule];
            return { rule, severity, evidence: 'static', help: fix, ...location, message, ...extra };
        },
    };
}


/***/ }),

/***/ 8962:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   At: () => (/* binding */ INTERNAL_CHECKS),
/* harmony export */   IY: () => (/* binding */ brokeReading),
/* harmony export */   wZ: () => (/* binding */ inShort)
/* harmony export */ });
/** What broke while a file or a folder was read, before there are statements. */
function brokeReading(what, error) {
    return `${what} broke migration-safety (${inShort(error)}): that is a bug of it. Nothing of this was checked; all other findings stand.`;
}
/** An error on one line. */
function inShort(error) {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return text.replace(/\s+/g, ' ').slice(0, 200);
}
/** Where a part of the tool breaks, whichever it is. */
const INTERNAL_CHECKS = {
    'internal-error': {
        severity: 'error',
        summary: 'A part of migration-safety broke, and checked nothing there',
        why: 'It is a bug of the tool, not of the migration. The other rules and the rehearsal went on; but what the broken part looks for was not looked for, and an unfinished check is no pass.',
        fix: 'Read the statement yourself, and report the bug with it. To go on meanwhile, say why above the statement: `-- migration-safety: ignore internal-error <reason>`.',
    },
};


/***/ }),

/***/ 9240:
>>>>>>>> rules17:dist/350.cli.js
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ lintFinding),
/* harmony export */   K: () => (/* binding */ LINT_CHECKS)
/* harmony export */ });
<<<<<<<< HEAD:dist/504.cli.js
/* harmony import */ var _findings_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2623);
/* harmony import */ var _findings_internal_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7805);
========
/* harmony import */ var _findings_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1654);
/* harmony import */ var _findings_internal_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8962);
>>>>>>>> rules17:dist/350.cli.js
/** What the lint reports without a rule: texts that no rule can read, and its own failures. */


const { checks: LINT_CHECKS, finding: lintFinding } = (0,_findings_check_js__WEBPACK_IMPORTED_MODULE_0__/* .catalogue */ .sW)({
    'syntax-error': {
        harm: 'stops',
        summary: 'Postgres’ grammar refuses the statement',
        why: 'A statement that doesn’t parse can’t run. The rest of the file and the other files are checked all the same.',
        fix: 'Mend the statement at the place that the message names. psql’s backslash commands are not SQL: a migration tool can’t send them.',
    },
    ..._findings_internal_error_js__WEBPACK_IMPORTED_MODULE_1__/* .INTERNAL_CHECKS */ .At,
    'empty-migration': {
        harm: 'decision',
        summary: 'A migration holds no statement',
        why: 'An empty script is recorded as applied although it did nothing; usually the SQL went elsewhere or was never saved.',
        fix: 'Write the statements, or delete the file.',
    },
});


/***/ }),

<<<<<<<< HEAD:dist/504.cli.js
/***/ 6988:
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
/** The rule's options where the settings give none. */
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

/***/ 6630:
========
/***/ 8341:
>>>>>>>> rules17:dist/350.cli.js
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gf: () => (/* binding */ creates),
/* harmony export */   HD: () => (/* binding */ readable),
/* harmony export */   V$: () => (/* binding */ statementsFrom),
/* harmony export */   X0: () => (/* binding */ nameOfDown),
/* harmony export */   bD: () => (/* binding */ effectsFrom),
/* harmony export */   bc: () => (/* binding */ sameSignature),
/* harmony export */   pJ: () => (/* binding */ endOf),
/* harmony export */   pe: () => (/* binding */ drops)
/* harmony export */ });
/* harmony import */ var _schema_effects_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3163);
/* harmony import */ var _schema_objects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(883);
/* harmony import */ var _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6789);



/** Whether every statement can be read: what CALL, EXECUTE and SQL made at run time do can't be seen from a name. */
function readable(script) {
    return script.statements.every(({ kind, block }) => !['unparsed', 'CallStmt', 'ExecuteStmt'].includes(kind) && !block?.opaque);
}
/** The statements from one on, and what their DO blocks run. */
function statementsFrom(script, from = 0) {
    return script.statements.slice(from).flatMap((statement) => [statement, ...(statement.block?.statements ?? [])]);
}
function effectsFrom(script, from = 0) {
    const effects = effectsByStatement(script);
    return from === 0 ? effects.all : effects.all.slice(effects.starts[from] ?? effects.all.length);
}
/** Asked for each statement of a script. */
const known = new WeakMap();
function effectsByStatement({ statements }) {
    const read = known.get(statements);
    if (read !== undefined)
        return read;
    const effects = { all: [], starts: [] };
    for (const { node, block } of statements) {
        effects.starts.push(effects.all.length);
        for (const one of [node, ...(block?.statements ?? []).map((inner) => inner.node)])
            effects.all.push(...(0,_schema_effects_index_js__WEBPACK_IMPORTED_MODULE_0__/* .effectsOf */ .w)(one));
    }
    known.set(statements, effects);
    return effects;
}
/** Whether the script drops the object, or something that takes it along. A function goes by its signature. */
function drops(script, object, from = 0) {
    return effectsFrom(script, from).some(({ change, object: gone }) => change === 'drop' &&
        (((0,_schema_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .objectKey */ .T5)(gone) === (0,_schema_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .objectKey */ .T5)(object) && sameSignature(gone, object)) ||
            (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .diesWith */ .S$)(object, gone)));
}
/** Whether both mean the same function, as far as the SQL says. */
function sameSignature(a, b) {
    const [one, other] = [a, b].map(({ facts }) => facts?.arguments);
    return one === undefined || other === undefined || one.join() === other.join();
}
/** Whether the script creates the object, under a new definition or again. */
function creates(script, object, from = 0) {
    return effectsFrom(script, from).some(({ change, object: made }) => change === 'create' && (0,_schema_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .objectKey */ .T5)(made) === (0,_schema_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .objectKey */ .T5)(object) && sameSignature(made, object));
}
/** Where a script ends. */
function endOf({ file, statements }) {
    const start = { path: file.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
    return statements.at(-1)?.location ?? start;
}
/** “it” where both scripts are one file. */
function nameOfDown(up, down) {
    return down.file.path === up.file.path ? 'it' : down.file.path;
}


/***/ }),

/***/ 1762:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cu: () => (/* binding */ waiters),
/* harmony export */   HI: () => (/* binding */ stopsTraffic),
/* harmony export */   ZX: () => (/* binding */ Transaction)
/* harmony export */ });
/* harmony import */ var _schema_effects_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3163);
/* harmony import */ var _sql_ast_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3032);
/* harmony import */ var _sql_locks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3368);



/** Whether other sessions' reads or writes wait for the lock, on a relation that existed before the change. */
function stopsTraffic({ relation, lock }, schema) {
    const blocks = (0,_sql_locks_js__WEBPACK_IMPORTED_MODULE_1__/* .blockedBy */ .yJ)(lock);
    return (blocks.includes('reads') || blocks.includes('writes')) && !schema.isNew(relation, lock);
}
/** Who waits, for the middle of a sentence. */
function waiters({ lock }) {
    return (0,_sql_locks_js__WEBPACK_IMPORTED_MODULE_1__/* .blockedBy */ .yJ)(lock).includes('reads') ? 'reads and writes' : 'writes';
}
/** One pass over a script's statements. ROLLBACK TO keeps everything: what it releases is not counted on. */
class Transaction {
    #held = [];
    #modes = new Map();
    /** What is held when the statement begins. */
    before({ transaction }) {
        if (transaction.kind === 'none')
            this.#end();
        return this.#held;
    }
    /** Keeps what others wait for, each lock under the statement that took it; `schema`: that before the statement. */
    after(statement, footprint, schema) {
        if (statement.transaction.kind === 'none' || statement.conditional)
            return;
        if (ENDS.has((0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeOf */ .E7)(statement.node, 'TransactionStmt')?.kind ?? '')) {
            this.#end();
            return;
        }
        const locks = footprint().filter((one) => stopsTraffic(one, schema) && this.#isNew(one));
        for (const { relation, lock } of locks)
            this.#modes.set(relation, lock);
        if (locks.length > 0)
            this.#held.push({ statement, locks });
        for (const { was, object } of (0,_schema_effects_index_js__WEBPACK_IMPORTED_MODULE_0__/* .effectsOf */ .w)(statement.node))
            if (was)
                this.#rename(was.name, object.name);
    }
    /** What a statement renames, or moves to another schema, is the same relation, and its locks are held under the new name. */
    #rename(from, to) {
        const mode = this.#modes.get(from);
        if (mode === undefined)
            return;
        this.#modes.delete(from);
        this.#modes.set(to, mode);
        const renamed = (one) => (one.relation === from ? { ...one, relation: to } : one);
        this.#held = this.#held.map(({ statement, locks }) => ({ statement, locks: locks.map(renamed) }));
    }
    #isNew({ relation, lock }) {
        const mode = this.#modes.get(relation);
        return mode === undefined || (0,_sql_locks_js__WEBPACK_IMPORTED_MODULE_1__/* .compareLockModes */ .tc)(mode, lock) < 0;
    }
    #end() {
        this.#held = [];
        this.#modes.clear();
    }
}
const ENDS = new Set(['TRANS_STMT_COMMIT', 'TRANS_STMT_ROLLBACK', 'TRANS_STMT_PREPARE']);


/***/ }),

/***/ 398:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EE: () => (/* binding */ allStatements),
/* harmony export */   Kt: () => (/* binding */ inOneTransaction),
/* harmony export */   dS: () => (/* binding */ isAfter),
/* harmony export */   gM: () => (/* binding */ before),
/* harmony export */   nF: () => (/* binding */ endsTransaction)
/* harmony export */ });
/* harmony import */ var _sql_ast_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3032);

const ENDS = new Set(['TRANS_STMT_COMMIT', 'TRANS_STMT_ROLLBACK', 'TRANS_STMT_PREPARE']);
/** COMMIT, ROLLBACK and the like. */
function endsTransaction({ node }) {
    return ENDS.has((0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'TransactionStmt')?.kind ?? '');
}
/** All statements in order, with those of DO blocks. */
function allStatements(run) {
    return run.flatMap(({ statements }) => statements.flatMap((statement) => [statement, ...(statement.block?.statements ?? [])]));
}
/** Whether `later` comes after `earlier`, or is the same statement. */
function isAfter(later, earlier, run) {
    const [a, b] = [placeOf(earlier, run), placeOf(later, run)];
    return a === b ? later.start >= earlier.start : b > a;
}
/** Whether `later` runs in the transaction of `earlier`. A DO block is one piece, whatever surrounds it. */
function inOneTransaction(earlier, later, run) {
    const [from, to] = [placeOf(earlier, run), placeOf(later, run)];
    if (from === to && earlier.index === later.index)
        return true;
    const runsAlone = ({ index }, at) => run[at]?.statements[index]?.transaction.kind === 'none';
    if (runsAlone(earlier, from) || runsAlone(later, to))
        return false;
    const between = run.slice(from, to + 1).flatMap(({ statements }, at) => {
        const first = at === 0 ? earlier.index + 1 : 0;
        return statements.slice(first, from + at === to ? later.index : undefined);
    });
    return !between.some(endsTransaction);
}
/** The statements before it in its transaction, the nearest first. */
function* before(statement, run) {
    if (run.length === 0 || statement.transaction.kind === 'none')
        return;
    const place = placeOf(statement, run);
    for (let at = place; at >= 0; at--) {
        const { statements } = run[at];
        const end = at === place ? statement.index : statements.length;
        for (const earlier of statements.slice(0, end).reverse()) {
            if (earlier.transaction.kind === 'none' || endsTransaction(earlier))
                return;
            yield earlier;
        }
    }
}
/** The script that it is of, by its place in the run. */
function placeOf({ location }, run) {
    if (run.length === 1)
        return 0;
    return run.findIndex(({ file }) => file.path === location.path);
}


/***/ }),

<<<<<<<< HEAD:dist/504.cli.js
/***/ 5740:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I2: () => (/* binding */ writingOf),
/* harmony export */   qo: () => (/* binding */ wayOutAdvice),
/* harmony export */   wS: () => (/* binding */ toolOf)
/* harmony export */ });
/* unused harmony export wayOut */
/* harmony import */ var _migrations_layouts_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7380);
/** How a file gets out of the transaction that its migration tool opens, in words. */

/** How migrations of its layout are written; undefined where nobody knows. */
function writingOf({ layout }) {
    return _migrations_layouts_index_js__WEBPACK_IMPORTED_MODULE_0__/* .LAYOUTS */ .m.find(({ name }) => name === layout)?.writing;
}
/** What people call the tool. */
function toolOf({ layout }) {
    return _migrations_layouts_index_js__WEBPACK_IMPORTED_MODULE_0__/* .LAYOUTS */ .m.find(({ name }) => name === layout)?.tool ?? layout;
}
/** Undefined where it isn't known which tool runs the file, or the tool opens no transaction. */
function wayOut(migration) {
    return writingOf(migration)?.wayOut;
}
/** What to do where the file has to run outside a transaction; one sentence, or two. */
function wayOutAdvice(migration) {
    const way = wayOut(migration);
    if (way === undefined)
        return 'Tell the tool to run that file without a transaction, if it can.';
    if ('mark' in way)
        return `For the tool to run it without a transaction, ${way.mark}.`;
    if ('none' in way)
        return `${way.none} can’t run a file without a transaction: run such a statement apart from it.`;
    return `${way.commit} has no mark for that: a \`COMMIT;\` before the statement ends its transaction, and what follows has to be repeatable.`;
}


/***/ }),

/***/ 1456:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ Linter),
  u: () => (/* binding */ lint)
});

// EXTERNAL MODULE: ./build/findings/check.js
var check = __webpack_require__(2623);
// EXTERNAL MODULE: ./build/sql/ast.js
var ast = __webpack_require__(1843);
// EXTERNAL MODULE: ./build/sql/versions.js
var versions = __webpack_require__(8366);
// EXTERNAL MODULE: ./build/sql/locks.js
var locks = __webpack_require__(4283);
// EXTERNAL MODULE: ./build/schema/objects.js
var objects = __webpack_require__(7250);
// EXTERNAL MODULE: ./build/schema/effects/columns.js
var columns = __webpack_require__(1768);
// EXTERNAL MODULE: ./build/schema/types.js
var types = __webpack_require__(6871);
// EXTERNAL MODULE: ./build/schema/volatility.js + 1 modules
var volatility = __webpack_require__(8648);
// EXTERNAL MODULE: ./build/schema/footprint/domains.js
var domains = __webpack_require__(5335);
;// CONCATENATED MODULE: ./build/schema/footprint/add-column.js





function addColumnWork(column, { schema }) {
    const constraints = column ? (0,columns/* columnConstraints */.zD)(column) : [];
    const has = (type) => constraints.some(({ contype }) => contype === type);
    const value = constraints.find(({ contype }) => contype === 'CONSTR_DEFAULT')?.raw_expr;
    const type = (0,types/* columnType */.DW)(column?.typeName);
    const stored = constraints.some((it) => it.contype === 'CONSTR_GENERATED' && it.generated_kind !== 'v');
    if (stored || has('CONSTR_IDENTITY') || type?.serial)
        return 'rewrite';
    const domain = (0,domains/* domainOf */.Ow)(type, schema);
    if ((0,volatility/* volatileFunction */.tG)(value ?? domain?.default, schema) !== undefined || domain?.constrained)
        return 'rewrite';
    const required = has('CONSTR_NOTNULL') && (value === undefined || (0,ast/* nodeOf */.E7)(value, 'A_Const')?.isnull === true);
    const checked = constraints.some(({ contype, is_enforced: enforced }) => contype === 'CONSTR_CHECK' && enforced !== false);
    const indexed = ['CONSTR_UNIQUE', 'CONSTR_PRIMARY'].some(has);
    // The existing rows get the default, which may not be in the referenced table; even DEFAULT NULL is looked up.
    return checked || indexed || required || (value !== undefined && has('CONSTR_FOREIGN')) ? 'scan' : undefined;
}

// EXTERNAL MODULE: ./build/schema/column-type-change.js + 2 modules
var column_type_change = __webpack_require__(828);
// EXTERNAL MODULE: ./build/schema/footprint/foreign-keys.js
var foreign_keys = __webpack_require__(6595);
// EXTERNAL MODULE: ./build/schema/footprint/touch.js
var touch = __webpack_require__(4721);
;// CONCATENATED MODULE: ./build/schema/footprint/column-type.js



/** Nothing where a type is unknown: the work is unknown too. Where the time zone decides, what is done in UTC: the least. */
function columnTypeWork(table, command, { schema }) {
    switch ((0,column_type_change/* columnTypeChange */.F)(table, command, schema, true)?.work) {
        case 'rewrite':
            return 'rewrite';
        case 'index rebuild':
        case 'scan':
            return 'scan';
        default:
            return undefined;
    }
}
/** The other sides of the foreign keys that the column is part of: they are made anew. */
function besideColumnType(table, command, scene) {
    const { name = '' } = command;
    const work = columnTypeWork(table, command, scene) === 'rewrite' ? 'scan' : undefined;
    return [
        ...(0,foreign_keys/* referencedBy */.bC)(table, touch.AX, scene, ({ facts }) => facts?.columns?.includes(name) ?? false),
        ...(0,foreign_keys/* referencing */.N4)(table, touch.AX, scene, { which: (key) => (0,foreign_keys/* referencesColumn */.rd)(key, name, scene), work }),
    ];
}

// EXTERNAL MODULE: ./build/schema/footprint/constraints.js
var constraints = __webpack_require__(7766);
;// CONCATENATED MODULE: ./build/schema/footprint/indexes.js



const createIndex = (node, scene) => {
    const index = (0,ast/* nodeOf */.E7)(node, 'IndexStmt');
    const table = (0,ast/* relationName */.CJ)(index?.relation);
    if (!index || !table)
        return [];
    const name = (0,objects/* fullName */.fq)(table);
    const lock = index.concurrent ? touch/* SUX */.X_ : 'SHARE';
    const there = index.if_not_exists && !(0,touch/* isMissing */.b2)((0,objects/* fullName */.fq)({ ...table, name: index.idxname ?? '' }), scene.schema);
    if (there || !index.relation?.inh)
        return [(0,touch/* touch */._M)(name, lock)];
    return (0,touch/* touchTree */.Ks)(name, lock, scene, 'scan');
};
function dropIndexes(objects, concurrent, scene) {
    const lock = concurrent ? touch/* SUX */.X_ : touch.AX;
    return objects.flatMap((index) => {
        const table = scene.schema.find('index', index)?.table;
        return [(0,touch/* touch */._M)(index, lock), ...(table === undefined ? [] : (0,touch/* touchTree */.Ks)(table, lock, scene))];
    });
}
const reindex = (node, scene) => {
    const statement = (0,ast/* nodeOf */.E7)(node, 'ReindexStmt');
    const name = (0,ast/* relationName */.CJ)(statement?.relation);
    const concurrent = (0,ast/* hasOption */.Kz)(statement?.params, 'concurrently');
    if (statement?.kind === 'REINDEX_OBJECT_SCHEMA') {
        const inside = scene.schema.every('table').filter((table) => table.name.startsWith(`${statement.name}.`));
        return inside.flatMap((table) => rebuiltAll(table.name, concurrent, scene));
    }
    if (!name)
        return [];
    const rebuild = statement?.kind === 'REINDEX_OBJECT_INDEX' ? rebuilt : rebuiltAll;
    return rebuild((0,objects/* fullName */.fq)(name), concurrent, scene);
};
function rebuilt(index, concurrent, scene) {
    const table = scene.schema.find('index', index)?.table;
    return [
        (0,touch/* touch */._M)(index, concurrent ? touch/* SUX */.X_ : touch.AX, 'rewrite'),
        ...(table === undefined ? [] : (0,touch/* touchTree */.Ks)(table, concurrent ? touch/* SUX */.X_ : 'SHARE', scene, 'scan')),
    ];
}
function rebuiltAll(table, concurrent, scene) {
    const indexes = scene.schema.partsOf(table, 'index');
    return [
        ...(0,touch/* touchTree */.Ks)(table, concurrent ? touch/* SUX */.X_ : 'SHARE', scene, indexes.length > 0 ? 'scan' : undefined),
        ...indexes.map(({ name }) => (0,touch/* touch */._M)(name, concurrent ? touch/* SUX */.X_ : touch.AX, 'rewrite')),
    ];
}
/** ALTER INDEX … ATTACH PARTITION: both indexes, and, under ACCESS SHARE, their tables. */
function attachIndex(parent, { name }, { schema }) {
    const index = (0,ast/* relationName */.CJ)(name);
    if (!index)
        return [];
    const child = (0,objects/* fullName */.fq)(index);
    const tables = [parent, child].flatMap((index) => schema.find('index', index)?.table ?? []);
    return [(0,touch/* touch */._M)(child, touch.AX), ...tables.map((table) => (0,touch/* touch */._M)(table, 'ACCESS SHARE'))];
}

;// CONCATENATED MODULE: ./build/schema/footprint/partitions.js




/** ATTACH PARTITION, besides the parent. */
function attach(parent, { name }, scene) {
    const child = (0,ast/* relationName */.CJ)(name);
    if (!child)
        return [];
    const { schema } = scene;
    const known = showsItsRows((0,objects/* fullName */.fq)(child), parent, schema) && !buildsIndexes((0,objects/* fullName */.fq)(child), parent, schema);
    // The triggers of its own foreign keys are dropped where the parent's take over.
    const takenOver = (key) => (0,foreign_keys/* hasValidKey */.Ew)((0,objects/* fullName */.fq)(child), key.facts, schema);
    return [
        ...(0,touch/* touchTree */.Ks)((0,objects/* fullName */.fq)(child), touch.AX, scene, known ? undefined : 'scan'),
        ...besideNewPartition(parent, scene),
        ...(0,foreign_keys/* referencedBy */.bC)(parent, touch.AX, scene, takenOver),
    ];
}
/** A new partition narrows what may be in the default one, which is read; the parent's foreign keys are made for it, too. */
function besideNewPartition(parent, scene) {
    const other = defaultOf(parent, scene.schema);
    const shown = other !== undefined && showsItsRows(other, parent, scene.schema);
    return [
        ...(other === undefined ? [] : (0,touch/* touchTree */.Ks)(other, touch.AX, scene, shown ? undefined : 'scan')),
        ...(0,foreign_keys/* referencedBy */.bC)(parent, touch/* SRX */.Ex, scene),
        ...(0,foreign_keys/* referencing */.N4)(parent, touch/* SRX */.Ex, scene),
    ];
}
/** DETACH PARTITION, besides the parent. */
function detach(parent, { name, concurrent }, scene) {
    const child = (0,ast/* relationName */.CJ)(name);
    if (!child)
        return [];
    const other = concurrent ? undefined : defaultOf(parent, scene.schema);
    return [
        (0,touch/* touch */._M)((0,objects/* fullName */.fq)(child), touch.AX),
        ...(other === undefined ? [] : [(0,touch/* touch */._M)(other, touch.AX)]),
        ...(0,foreign_keys/* referencedBy */.bC)(parent, touch/* SRX */.Ex, scene),
        ...(0,foreign_keys/* referencing */.N4)(parent, touch.AX, scene, { work: 'scan' }),
    ];
}
/** The parent of a partition that is dropped, and its default partition. */
function aroundDropped(child, { schema }) {
    const parent = schema.find('table', child)?.facts?.partitionOf;
    if (parent === undefined)
        return [];
    const other = defaultOf(parent, schema);
    return [(0,touch/* touch */._M)(parent, touch.AX), ...(other === undefined ? [] : [(0,touch/* touch */._M)(other, touch.AX)])];
}
function defaultOf(parent, schema) {
    return schema.partitionsOf(parent).find(({ facts }) => facts?.isDefaultPartition)?.name;
}
/** A valid CHECK on every key counts as the proof that makes the scan unnecessary. */
function showsItsRows(table, parent, schema) {
    const keys = schema.find('table', parent)?.facts?.partitionBy ?? [];
    const checks = schema
        .partsOf(table, 'constraint')
        .filter(({ facts }) => facts?.type === 'check' && facts.validated && facts.enforced);
    return keys.length > 0 && keys.every((key) => checks.some(({ facts }) => key && facts?.columns?.includes(key)));
}
/** The parent has an index that the table has not. */
function buildsIndexes(table, parent, schema) {
    // Of an index that no script shows it is unknown whether another one is like it.
    const shape = (of) => schema.partsOf(of, 'index').map(({ facts }) => facts?.columns && `${facts.unique} ${facts.columns}`);
    const own = shape(table);
    return shape(parent).some((index) => index === undefined || !own.includes(index));
}
/** CREATE TABLE … PARTITION OF. */
function partitionOf(parent, scene) {
    return [(0,touch/* touch */._M)(parent, touch.AX), ...besideNewPartition(parent, scene)];
}

;// CONCATENATED MODULE: ./build/schema/footprint/alter-commands.js








const always = (lock) => () => lock;
const constraint = ({ command }) => (0,ast/* nodeOf */.E7)(command.def, 'Constraint');
const partition = ({ command }) => (0,ast/* nodeOf */.E7)(command.def, 'PartitionCmd') ?? {};
const TRIGGERS = { lock: always(touch/* SRX */.Ex) };
const QUIET = { lock: always(touch/* SUX */.X_) };
const DEEP = { recurses: true };
const COMMANDS = {
    AT_AddColumn: {
        recurses: true,
        work: ({ table, command, scene }) => command.missing_ok && scene.schema.find('column', `${table}.${(0,ast/* nodeOf */.E7)(command.def, 'ColumnDef')?.colname}`)
            ? undefined
            : addColumnWork((0,ast/* nodeOf */.E7)(command.def, 'ColumnDef'), scene),
        others: ({ command, scene }) => (0,foreign_keys/* constraintsIn */.qC)([command.def]).flatMap((it) => (0,foreign_keys/* references */.Ft)(it, scene)),
    },
    AT_DropColumn: {
        recurses: true,
        others: ({ table, command: { name = '', behavior }, scene }) => [
            ...(0,foreign_keys/* referencedBy */.bC)(table, touch.AX, scene, ({ facts }) => facts?.columns?.includes(name) ?? false),
            ...(behavior === 'DROP_CASCADE'
                ? (0,foreign_keys/* referencing */.N4)(table, touch.AX, scene, { which: (key) => (0,foreign_keys/* referencesColumn */.rd)(key, name, scene) })
                : []),
        ],
    },
    AT_AlterColumnType: {
        recurses: true,
        work: (at) => columnTypeWork(at.table, at.command, at.scene),
        others: (at) => besideColumnType(at.table, at.command, at.scene),
    },
    AT_SetNotNull: {
        recurses: true,
        work: ({ table, command, scene }) => (0,constraints/* setNotNullWork */.qU)(table, command.name, scene.schema),
    },
    AT_DropNotNull: DEEP,
    AT_ColumnDefault: DEEP,
    AT_SetStorage: DEEP,
    AT_SetCompression: DEEP,
    AT_DropExpression: DEEP,
    AT_SetExpression: {
        recurses: true,
        work: ({ table, command, scene }) => scene.schema.find('column', `${table}.${command.name}`)?.facts?.generated === 'virtual' ? undefined : 'rewrite',
    },
    AT_SetStatistics: { ...QUIET, recurses: true },
    AT_SetOptions: QUIET,
    AT_ResetOptions: QUIET,
    AT_AddConstraint: {
        recurses: true,
        lock: (at) => (constraint(at)?.contype === 'CONSTR_FOREIGN' ? touch/* SRX */.Ex : touch.AX),
        work: (at) => (0,constraints/* addConstraintWork */.w2)(constraint(at), at.table, at.scene.schema),
        partition: (at, partition) => (0,constraints/* onPartition */.S5)(constraint(at), at.table, partition, at.scene),
        others: (at) => (0,foreign_keys/* references */.Ft)(constraint(at), at.scene, at.table),
    },
    AT_ValidateConstraint: {
        recurses: true,
        lock: always(touch/* SUX */.X_),
        work: ({ table, command, scene }) => (0,constraints/* validateWork */.cq)(table, command.name, scene.schema),
        others: ({ table, command, scene }) => (0,foreign_keys/* referencedBy */.bC)(table, 'ROW SHARE', scene, ({ name, facts }) => name === `${table}.${command.name}` && !facts?.validated),
    },
    AT_DropConstraint: {
        recurses: true,
        others: ({ table, command: { name, behavior }, scene }) => [
            ...(0,foreign_keys/* referencedBy */.bC)(table, touch.AX, scene, (key) => key.name === `${table}.${name}`),
            ...(behavior === 'DROP_CASCADE' && isKey(table, name, scene) ? (0,foreign_keys/* referencing */.N4)(table, touch.AX, scene) : []),
        ],
    },
    AT_SetLogged: {
        work: ({ table, scene }) => unlessAlready(scene.schema.find('table', table)?.facts?.unlogged, false),
    },
    AT_SetUnLogged: {
        work: ({ table, scene }) => unlessAlready(scene.schema.find('table', table)?.facts?.unlogged, true),
    },
    AT_SetTableSpace: {
        work: ({ table, command, scene }) => {
            const known = scene.schema.find('table', table);
            return unlessAlready(known?.facts?.tablespace ?? usual(known, 'pg_default'), command.name);
        },
    },
    AT_SetAccessMethod: {
        work: ({ table, command, scene }) => {
            const known = scene.schema.find('table', table);
            return unlessAlready(known?.facts?.accessMethod ?? usual(known, 'heap'), command.name ?? 'heap');
        },
    },
    AT_SetRelOptions: { lock: optionsLock },
    AT_ResetRelOptions: { lock: optionsLock },
    AT_ClusterOn: QUIET,
    AT_DropCluster: QUIET,
    AT_EnableTrig: TRIGGERS,
    AT_EnableAlwaysTrig: TRIGGERS,
    AT_EnableReplicaTrig: TRIGGERS,
    AT_EnableTrigAll: TRIGGERS,
    AT_EnableTrigUser: TRIGGERS,
    AT_DisableTrig: TRIGGERS,
    AT_DisableTrigAll: TRIGGERS,
    AT_DisableTrigUser: TRIGGERS,
    AT_AddInherit: { others: ({ command }) => (0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(command.def, 'RangeVar')), touch/* SUX */.X_) },
    AT_DropInherit: { others: ({ command }) => (0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(command.def, 'RangeVar')), touch.AS) },
    AT_AttachPartition: {
        lock: always(touch/* SUX */.X_),
        // Without bounds it is an index that is attached.
        others: (at) => (partition(at).bound ? attach : attachIndex)(at.table, partition(at), at.scene),
    },
    AT_DetachPartition: {
        lock: (at) => (partition(at).concurrent ? touch/* SUX */.X_ : touch.AX),
        others: (at) => detach(at.table, partition(at), at.scene),
    },
    AT_DetachPartitionFinalize: { lock: always(touch/* SUX */.X_), others: (at) => (0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)(partition(at).name), touch.AX) },
};
/** Options that a reader sees need the strongest lock; the others SHARE UPDATE EXCLUSIVE (reloptions.c). */
const STRONG_OPTIONS = new Set(['user_catalog_table', 'security_barrier', 'security_invoker', 'check_option']);
function optionsLock({ command }) {
    const options = (0,ast/* nodeOf */.E7)(command.def, 'List')?.items ?? [];
    return options.some((item) => STRONG_OPTIONS.has((0,ast/* nodeOf */.E7)(item, 'DefElem')?.defname ?? '')) ? touch.AX : touch/* SUX */.X_;
}
/** The usual value of a table whose definition says nothing; undefined where the definition is unknown. */
function usual(table, value) {
    return table?.facts === undefined || table.partial ? undefined : value;
}
function unlessAlready(is, wanted) {
    return is === wanted ? undefined : 'rewrite';
}
function isKey(table, name, { schema }) {
    const known = schema.partsOf(table, 'constraint').find((one) => one.name === `${table}.${name}`);
    return known?.facts?.type === 'primary key' || known?.facts?.type === 'unique';
}

;// CONCATENATED MODULE: ./build/schema/footprint/alter-table.js





const alterTable = (node, scene) => {
    const statement = (0,ast/* nodeOf */.E7)(node, 'AlterTableStmt');
    const name = (0,ast/* relationName */.CJ)(statement?.relation);
    if (!statement || !name)
        return [];
    const relation = (0,objects/* fullName */.fq)(name);
    if (statement.missing_ok && (0,touch/* isAbsent */.W0)(relation, scene.schema))
        return [];
    switch (statement.objtype) {
        case 'OBJECT_TABLE':
        case 'OBJECT_FOREIGN_TABLE':
        case 'OBJECT_MATVIEW':
        case 'OBJECT_INDEX':
        case 'OBJECT_SEQUENCE':
        case 'OBJECT_VIEW':
            return alterRelation(statement, relation, scene);
        default:
            return [];
    }
};
function alterRelation(statement, relation, scene) {
    const commands = (statement.cmds ?? []).flatMap((item) => (0,ast/* nodeOf */.E7)(item, 'AlterTableCmd') ?? []);
    const known = commands.map((command) => {
        const { lock = always(touch.AX), work, others, recurses = false, partition, } = (command.subtype && COMMANDS[command.subtype]) || {};
        const at = { table: relation, command, scene };
        const ofPartition = (one) => ({ work: work?.(at), ...partition?.(at, one) });
        return { lock: lock(at), work: work?.(at), others: others?.(at) ?? [], recurses, ofPartition };
    });
    const lock = known.map((it) => it.lock).reduce((a, b) => ((0,locks/* compareLockModes */.tc)(a, b) >= 0 ? a : b), touch/* SUX */.X_);
    const below = statement.relation?.inh ? (0,touch/* treeOf */.g7)(relation, scene.schema).slice(1) : [];
    return known.flatMap(({ work, others, recurses, ofPartition }) => [
        (0,touch/* touchOne */.gf)(relation, lock, scene, work),
        ...(recurses ? below : []).map((one) => {
            const own = ofPartition(one);
            return (0,touch/* touchOne */.gf)(one, own.lock ?? lock, scene, own.work);
        }),
        ...others,
    ]);
}

;// CONCATENATED MODULE: ./build/schema/footprint/queries.js



/** Reads a query with all that it contains. A scan is one that no plan can avoid: no WHERE, no LIMIT. */
function reads(query, scene) {
    const targets = new Map();
    const whole = new Set();
    const locked = new Set();
    (0,ast/* walk */.GG)(query, (tag, body) => {
        const target = CHANGES[tag]?.(body);
        if (target)
            targets.set(target.relation, changed(target, scene));
        const from = rangesIn((body.fromClause ?? body.usingClause));
        const all = body.whereClause === undefined && body.limitCount === undefined;
        if (tag in WHOLE && all)
            for (const range of from)
                whole.add(range);
        if (tag === 'SelectStmt' && body.lockingClause !== undefined)
            for (const range of from)
                locked.add(range);
    });
    const touched = relationsIn(query)
        .filter(({ range }) => !targets.has(range))
        .flatMap(({ relation, range }) => looked(relation, locked.has(range) ? 'ROW SHARE' : touch.AS, scene, whole.has(range) ? 'scan' : undefined));
    return [...[...targets.values()].flat(), ...touched];
}
/** Every relation that a query names; the names that WITH makes are none. */
function relationsIn(query) {
    const withNames = new Set();
    const ranges = [];
    (0,ast/* walk */.GG)(query, (tag, body) => {
        if (tag === 'CommonTableExpr')
            withNames.add(String(body.ctename));
        if (tag === 'RangeVar')
            ranges.push(body);
    });
    return ranges.flatMap((range) => {
        const name = (0,ast/* relationName */.CJ)(range);
        if (!name || (range.schemaname === undefined && withNames.has(name.name)))
            return [];
        return [{ relation: (0,objects/* fullName */.fq)(name), range }];
    });
}
const WHOLE = { SelectStmt: true, UpdateStmt: true, DeleteStmt: true };
const CHANGES = {
    InsertStmt: ({ relation }) => ({ relation: relation, all: false, routed: true }),
    UpdateStmt: ({ relation, whereClause }) => ({ relation: relation, all: whereClause === undefined }),
    DeleteStmt: ({ relation, whereClause }) => ({ relation: relation, all: whereClause === undefined }),
    MergeStmt: ({ relation }) => ({ relation: relation, all: false }),
};
function changed({ relation, all, routed = false }, scene) {
    const name = (0,ast/* relationName */.CJ)(relation);
    if (!name)
        return [];
    const work = all ? 'scan' : undefined;
    return routed || !relation?.inh ? [(0,touch/* touch */._M)((0,objects/* fullName */.fq)(name), touch.RX, work)] : (0,touch/* touchTree */.Ks)((0,objects/* fullName */.fq)(name), touch.RX, scene, work);
}
/** A relation that is read; a view is read through. */
function looked(relation, lock, scene, work) {
    return (0,touch/* readThrough */.ir)(relation, scene.schema).flatMap((one) => {
        if (scene.schema.find('view', one))
            return [(0,touch/* touch */._M)(one, lock)];
        return (0,touch/* touchTree */.Ks)(one, lock, scene, one === relation ? work : undefined);
    });
}
/** The tables of a FROM clause, through joins. */
function rangesIn(from) {
    const ranges = [];
    const waiting = (from ?? []).toReversed();
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
        const join = (0,ast/* nodeOf */.E7)(item, 'JoinExpr');
        const range = (0,ast/* nodeOf */.E7)(item, 'RangeVar');
        if (range)
            ranges.push(range);
        if (join)
            waiting.push(...[join.rarg, join.larg].filter((side) => side !== undefined));
    }
    return ranges;
}
const query = (node, scene) => reads(withoutInto(node), scene);
/** SELECT … INTO names the table that it makes. */
function withoutInto(node) {
    const select = (0,ast/* nodeOf */.E7)(node, 'SelectStmt');
    if (!select?.intoClause)
        return node;
    const { intoClause: _, ...rest } = select;
    return { SelectStmt: rest };
}
/** Without ANALYZE a query is planned but not run. */
const explain = (node, scene) => {
    const { query: of, options } = (0,ast/* nodeOf */.E7)(node, 'ExplainStmt') ?? {};
    const touched = reads(of, scene);
    return (0,ast/* hasOption */.Kz)(options, 'analyze') ? touched : touched.map((one) => ({ ...one, scans: false }));
};
const copy = (node, scene) => {
    const { relation, query: of, is_from: isFrom } = (0,ast/* nodeOf */.E7)(node, 'CopyStmt') ?? {};
    const name = (0,ast/* relationName */.CJ)(relation);
    if (!name)
        return reads(of, scene);
    return [isFrom ? (0,touch/* touch */._M)((0,objects/* fullName */.fq)(name), touch.RX) : (0,touch/* touch */._M)((0,objects/* fullName */.fq)(name), touch.AS, 'scan')];
};

;// CONCATENATED MODULE: ./build/schema/footprint/create.js
/** CREATE of all kinds: what it does to relations that are there already. */






const createTable = (node, scene) => {
    const create = (0,ast/* nodeOf */.E7)(node, 'CreateStmt') ?? (0,ast/* nodeOf */.E7)(node, 'CreateForeignTableStmt')?.base;
    const name = (0,ast/* relationName */.CJ)(create?.relation);
    if (!create || !name)
        return [];
    const table = (0,objects/* fullName */.fq)(name);
    if (create.if_not_exists && !(0,touch/* isMissing */.b2)(table, scene.schema))
        return [];
    const [parent = ''] = (0,touch/* namesIn */.wX)(create.inhRelations);
    const parents = create.partbound
        ? partitionOf(parent, scene)
        : (0,touch/* namesIn */.wX)(create.inhRelations).map((one) => (0,touch/* touch */._M)(one, touch/* SUX */.X_));
    const likes = (create.tableElts ?? []).flatMap((element) => (0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(element, 'TableLikeClause')?.relation), touch.AS));
    const keys = (0,foreign_keys/* constraintsIn */.qC)(create.tableElts).flatMap((constraint) => (0,foreign_keys/* references */.Ft)(constraint, scene));
    return [...parents, ...likes, ...keys].filter(({ relation }) => relation !== table);
};
const createTableAs = (node, scene) => {
    const as = (0,ast/* nodeOf */.E7)(node, 'CreateTableAsStmt');
    const name = (0,ast/* relationName */.CJ)(as?.into?.rel);
    if (as?.if_not_exists && name && !(0,touch/* isMissing */.b2)((0,objects/* fullName */.fq)(name), scene.schema))
        return [];
    const touched = reads(as?.query, scene);
    return as?.into?.skipData ? touched.map((one) => ({ ...one, scans: false })) : touched;
};
const createView = (node, scene) => {
    const view = (0,ast/* nodeOf */.E7)(node, 'ViewStmt');
    const name = (0,ast/* relationName */.CJ)(view?.view);
    const there = name !== undefined && !(0,touch/* isMissing */.b2)((0,objects/* fullName */.fq)(name), scene.schema);
    return [
        ...(there ? (0,touch/* touchNamed */.H5)(name, touch.AX) : []),
        // Nothing is read through another view before the new one is queried.
        ...relationsIn(view?.query).map(({ relation }) => (0,touch/* touch */._M)(relation, touch.AS)),
    ];
};
const createTrigger = (node, scene) => {
    const trigger = (0,ast/* nodeOf */.E7)(node, 'CreateTrigStmt');
    const name = (0,ast/* relationName */.CJ)(trigger?.relation);
    if (!name)
        return [];
    return trigger?.row ? (0,touch/* touchTree */.Ks)((0,objects/* fullName */.fq)(name), touch/* SRX */.Ex, scene) : [(0,touch/* touch */._M)((0,objects/* fullName */.fq)(name), touch/* SRX */.Ex)];
};
const createRule = (node) => (0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(node, 'RuleStmt')?.relation), touch.AX);
const createPolicy = (node, scene) => {
    const policy = (0,ast/* nodeOf */.E7)(node, 'CreatePolicyStmt') ?? (0,ast/* nodeOf */.E7)(node, 'AlterPolicyStmt');
    return [
        ...(0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)(policy?.table), touch.AX),
        ...reads([policy?.qual, policy?.with_check], scene).map((one) => ({ ...one, scans: false })),
    ];
};
const createStatistics = (node) => (0,touch/* namesIn */.wX)((0,ast/* nodeOf */.E7)(node, 'CreateStatsStmt')?.relations).map((relation) => (0,touch/* touch */._M)(relation, touch/* SUX */.X_));
/** The table is named by OWNED BY. */
const sequence = (node) => {
    const alter = (0,ast/* nodeOf */.E7)(node, 'AlterSeqStmt');
    const { options } = alter ?? (0,ast/* nodeOf */.E7)(node, 'CreateSeqStmt') ?? {};
    const option = (options ?? [])
        .flatMap((item) => (0,ast/* nodeOf */.E7)(item, 'DefElem') ?? [])
        .find(({ defname }) => defname === 'owned_by');
    const column = (0,ast/* nodeOf */.E7)(option?.arg, 'List')?.items ?? [];
    const owner = column.length > 1 ? (0,ast/* listName */.sY)({ List: { items: column.slice(0, -1) } }) : undefined;
    return [...(0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)(alter?.sequence), touch/* SRX */.Ex), ...(0,touch/* touchNamed */.H5)(owner, touch.AS)];
};
const publication = (node) => {
    const { pubobjects } = (0,ast/* nodeOf */.E7)(node, 'CreatePublicationStmt') ?? (0,ast/* nodeOf */.E7)(node, 'AlterPublicationStmt') ?? {};
    return (pubobjects ?? []).flatMap((item) => (0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(item, 'PublicationObjSpec')?.pubtable?.relation), touch/* SUX */.X_));
};

// EXTERNAL MODULE: ./build/schema/effects/effect.js
var effect = __webpack_require__(3882);
;// CONCATENATED MODULE: ./build/schema/footprint/drop.js








const simply = (names) => names.map((name) => (0,touch/* touch */._M)(name, touch.AX));
const DROPPERS = {
    OBJECT_TABLE: (names, { behavior }, scene) => names.flatMap((table) => dropTable(table, behavior === 'DROP_CASCADE', scene)),
    OBJECT_INDEX: (names, { concurrent = false }, scene) => dropIndexes(names, concurrent, scene),
    OBJECT_VIEW: simply,
    OBJECT_MATVIEW: simply,
    OBJECT_SEQUENCE: simply,
    OBJECT_FOREIGN_TABLE: simply,
    OBJECT_SCHEMA: (names, { behavior }, scene) => behavior === 'DROP_CASCADE' ? names.flatMap((name) => dropSchema(name, scene)) : [],
    OBJECT_TYPE: dropType,
    OBJECT_DOMAIN: dropType,
};
/** With CASCADE the columns of the type go. */
function dropType(names, { behavior }, { schema }) {
    if (behavior !== 'DROP_CASCADE')
        return [];
    return names.flatMap((name) => (0,domains/* tablesWith */.KW)(name, schema)).map((table) => (0,touch/* touch */._M)(table, touch.AX));
}
function dropTable(table, cascade, scene) {
    const { schema } = scene;
    const gone = (0,touch/* treeOf */.g7)(table, schema);
    return [
        ...gone.map((one) => (0,touch/* touch */._M)(one, touch.AX)),
        ...aroundDropped(table, scene),
        ...gone.flatMap((one) => (0,foreign_keys/* referencedBy */.bC)(one, touch.AX, scene)),
        ...(cascade ? gone.flatMap((one) => (0,foreign_keys/* referencing */.N4)(one, touch.AX, scene)) : []),
        ...(cascade ? viewsOn(gone, scene).map((view) => (0,touch/* touch */._M)(view, touch.AX)) : []),
    ];
}
/** The views that read one of the relations, or a view on one. */
function viewsOn(relations, scene) {
    const views = [...scene.schema.every('view'), ...scene.schema.every('materialized view')];
    const found = new Set(relations);
    for (const before = new Set(); before.size < found.size;) {
        for (const name of found)
            before.add(name);
        for (const { name, facts } of views)
            if (facts?.reads?.some((read) => found.has(read)))
                found.add(name);
    }
    return [...found].filter((name) => !relations.includes(name));
}
function dropSchema(schema, scene) {
    const inside = ({ name }) => name.startsWith(`${schema}.`);
    return [
        ...scene.schema
            .every('table')
            .filter(inside)
            .flatMap(({ name }) => dropTable(name, true, scene)),
        ...[...scene.schema.every('view'), ...scene.schema.every('materialized view')]
            .filter(inside)
            .map(({ name }) => (0,touch/* touch */._M)(name, touch.AX)),
    ];
}
const OF_TABLE = new Set(['OBJECT_TRIGGER', 'OBJECT_POLICY', 'OBJECT_RULE']);
const drop = (node, scene) => {
    const statement = (0,ast/* nodeOf */.E7)(node, 'DropStmt');
    if (!statement?.removeType)
        return [];
    const ofTable = OF_TABLE.has(statement.removeType);
    const names = (statement.objects ?? []).flatMap((object) => (ofTable ? tableOf(object) : nameOf(object)) ?? []);
    const kind = statement.removeType === 'OBJECT_INDEX' ? 'index' : 'table';
    const there = names.filter((name) => !statement.missing_ok || name === schemaName(name) || !(0,touch/* isAbsent */.W0)(name, scene.schema, kind));
    if (ofTable)
        return there.map((table) => (0,touch/* touch */._M)(table, touch.AX));
    return DROPPERS[statement.removeType]?.(there, statement, scene) ?? [];
};
/** Schemas have no dot in their name, and are looked into as they are. */
function schemaName(name) {
    return name.includes('.') ? undefined : name;
}
function nameOf(object) {
    const schema = (0,ast/* nodeOf */.E7)(object, 'String')?.sval;
    if (schema !== undefined)
        return schema;
    const name = (0,ast/* nodeOf */.E7)(object, 'TypeName') ? (0,effect/* dotted */.Bs)((0,ast/* nodeOf */.E7)(object, 'TypeName')?.names) : (0,ast/* listName */.sY)(object);
    return name && (0,objects/* fullName */.fq)(name);
}
/** The table of a trigger, policy or rule: what precedes its name. */
function tableOf(object) {
    const table = (0,ast/* listName */.sY)({ List: { items: ((0,ast/* nodeOf */.E7)(object, 'List')?.items ?? []).slice(0, -1) } });
    return table && (0,objects/* fullName */.fq)(table);
}
/** With CASCADE all tables that reference it are emptied, too. The files that it makes are empty: nothing is read. */
const truncate = (node, scene) => {
    const statement = (0,ast/* nodeOf */.E7)(node, 'TruncateStmt');
    const emptied = new Set((0,touch/* namesIn */.wX)(statement?.relations));
    if (statement?.behavior === 'DROP_CASCADE') {
        for (const table of emptied) {
            for (const { table: child } of scene.schema.foreignKeysTo(table))
                if (child !== undefined)
                    emptied.add(child);
        }
    }
    return [...emptied].flatMap((table) => (0,touch/* touchTree */.Ks)(table, touch.AX, scene));
};

;// CONCATENATED MODULE: ./build/schema/footprint/maintenance.js




/** Those of the tables that it names. */
const vacuum = (node, scene) => {
    const statement = (0,ast/* nodeOf */.E7)(node, 'VacuumStmt');
    const tables = (0,touch/* namesIn */.wX)((statement?.rels ?? []).flatMap(relationIn));
    const full = statement?.is_vacuumcmd && (0,ast/* hasOption */.Kz)(statement.options, 'full');
    return tables.flatMap((table) => (0,touch/* touchTree */.Ks)(table, full ? touch.AX : touch/* SUX */.X_, scene, full ? 'rewrite' : undefined));
};
function relationIn(item) {
    const relation = (0,ast/* nodeOf */.E7)(item, 'VacuumRelation')?.relation;
    return relation ? [{ RangeVar: relation }] : [];
}
const cluster = (node) => (0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(node, 'ClusterStmt')?.relation), touch.AX, 'rewrite');
const refresh = (node, { schema }) => {
    const statement = (0,ast/* nodeOf */.E7)(node, 'RefreshMatViewStmt');
    const name = (0,ast/* relationName */.CJ)(statement?.relation);
    if (!statement || !name)
        return [];
    const view = (0,objects/* fullName */.fq)(name);
    if (statement.skipData)
        return [(0,touch/* touch */._M)(view, touch.AX)];
    const sources = schema.find('materialized view', view)?.facts?.reads ?? [];
    return [
        statement.concurrent ? (0,touch/* touch */._M)(view, 'EXCLUSIVE', 'scan') : (0,touch/* touch */._M)(view, touch.AX, 'rewrite'),
        ...sources.map((source) => (0,touch/* touch */._M)(source, touch.AS, 'scan')),
    ];
};
const lockTable = (node, scene) => {
    const { relations, mode = locks/* LOCK_MODES */.bx.length } = (0,ast/* nodeOf */.E7)(node, 'LockStmt') ?? {};
    const lock = locks/* LOCK_MODES */.bx[mode - 1] ?? touch.AX;
    // A view's tables are locked with it.
    return (0,touch/* namesIn */.wX)(relations)
        .flatMap((name) => (0,touch/* readThrough */.ir)(name, scene.schema))
        .flatMap((name) => (0,touch/* touchTree */.Ks)(name, lock, scene));
};

;// CONCATENATED MODULE: ./build/schema/footprint/rename.js
/** RENAME, SET SCHEMA and COMMENT. */



const OF_RELATION = new Set(['OBJECT_TABCONSTRAINT', 'OBJECT_TRIGGER', 'OBJECT_POLICY', 'OBJECT_RULE']);
const RELATION = new Set(['OBJECT_TABLE', 'OBJECT_VIEW', 'OBJECT_MATVIEW', 'OBJECT_SEQUENCE', 'OBJECT_FOREIGN_TABLE']);
const rename = (node, scene) => {
    const statement = (0,ast/* nodeOf */.E7)(node, 'RenameStmt');
    const name = (0,ast/* relationName */.CJ)(statement?.relation);
    const type = statement?.renameType ?? 'OBJECT_TYPE';
    const kind = type === 'OBJECT_INDEX' ? 'index' : 'table';
    if (!statement || !name || (statement.missing_ok && (0,touch/* isAbsent */.W0)((0,objects/* fullName */.fq)(name), scene.schema, kind)))
        return [];
    if (type === 'OBJECT_INDEX')
        return [(0,touch/* touch */._M)((0,objects/* fullName */.fq)(name), touch/* SUX */.X_)];
    if (type === 'OBJECT_COLUMN')
        return (0,touch/* touchTree */.Ks)((0,objects/* fullName */.fq)(name), touch.AX, scene);
    return RELATION.has(type) || OF_RELATION.has(type) ? [(0,touch/* touch */._M)((0,objects/* fullName */.fq)(name), touch.AX)] : [];
};
const setSchema = (node, scene) => {
    const statement = (0,ast/* nodeOf */.E7)(node, 'AlterObjectSchemaStmt');
    const name = (0,ast/* relationName */.CJ)(statement?.relation);
    if (!name || (statement?.missing_ok && (0,touch/* isAbsent */.W0)((0,objects/* fullName */.fq)(name), scene.schema)))
        return [];
    return RELATION.has(statement?.objectType ?? '') ? [(0,touch/* touch */._M)((0,objects/* fullName */.fq)(name), touch.AX)] : [];
};
const comment = (node) => {
    const { objtype = 'OBJECT_TYPE', object } = (0,ast/* nodeOf */.E7)(node, 'CommentStmt') ?? {};
    const name = (0,ast/* listName */.sY)(object);
    if (RELATION.has(objtype) || objtype === 'OBJECT_INDEX')
        return (0,touch/* touchNamed */.H5)(name, touch/* SUX */.X_);
    const parts = ((0,ast/* nodeOf */.E7)(object, 'List')?.items ?? []).map((item) => (0,ast/* nodeOf */.E7)(item, 'String')?.sval ?? '');
    const owner = (0,ast/* namesToQualified */.qO)(parts.slice(0, -1));
    if (objtype === 'OBJECT_COLUMN')
        return (0,touch/* touchNamed */.H5)(owner, touch/* SUX */.X_);
    return OF_RELATION.has(objtype) ? (0,touch/* touchNamed */.H5)(owner, touch.AS) : [];
};

;// CONCATENATED MODULE: ./build/schema/footprint/index.js











/**
 * One entry for each relation that existed before, with the strongest lock. Exact for tables and views; indexes and sequences
 * are in it where the statement names them. Without what runs row by row (triggers, foreign keys' checks) and what a DO
 * block or a function does. `version`: null if not set.
 */
function footprint(node, schema, version) {
    const [tag = ''] = Object.keys(node ?? {});
    const read = READERS[tag];
    return node && read ? (0,touch/* merged */.Zu)(read(node, { schema, version })) : [];
}
const READERS = {
    AlterDomainStmt: domains/* alterDomain */.Po,
    AlterObjectSchemaStmt: setSchema,
    AlterPolicyStmt: createPolicy,
    AlterPublicationStmt: publication,
    AlterSeqStmt: sequence,
    AlterTableStmt: alterTable,
    ClusterStmt: cluster,
    CommentStmt: comment,
    CopyStmt: copy,
    CreateForeignTableStmt: createTable,
    CreatePolicyStmt: createPolicy,
    CreatePublicationStmt: publication,
    CreateSeqStmt: sequence,
    CreateStatsStmt: createStatistics,
    CreateStmt: createTable,
    CreateTableAsStmt: createTableAs,
    CreateTrigStmt: createTrigger,
    DeclareCursorStmt: (node, scene) => query((0,ast/* nodeOf */.E7)(node, 'DeclareCursorStmt')?.query ?? node, scene),
    DeleteStmt: query,
    DropStmt: drop,
    ExplainStmt: explain,
    GrantStmt: (node, { version }) => {
        const grant = (0,ast/* nodeOf */.E7)(node, 'GrantStmt');
        const isTable = grant?.objtype === 'OBJECT_TABLE' && grant.targtype === 'ACL_TARGET_OBJECT';
        if (!isTable || !(0,versions/* has */.zy)('grantLocksTables', version, 'as newest'))
            return [];
        return (0,touch/* namesIn */.wX)(grant.objects).map((relation) => (0,touch/* touch */._M)(relation, touch.AS));
    },
    IndexStmt: createIndex,
    InsertStmt: query,
    LockStmt: lockTable,
    MergeStmt: query,
    RefreshMatViewStmt: refresh,
    ReindexStmt: reindex,
    RenameStmt: rename,
    RuleStmt: createRule,
    SelectStmt: query,
    TruncateStmt: truncate,
    UpdateStmt: query,
    VacuumStmt: vacuum,
    ViewStmt: createView,
};

// EXTERNAL MODULE: ./build/schema/index-use.js
var index_use = __webpack_require__(340);
// EXTERNAL MODULE: ./build/schema/session.js
var session = __webpack_require__(9126);
// EXTERNAL MODULE: ./build/sql/runs.js
var runs = __webpack_require__(8293);
// EXTERNAL MODULE: ./build/verdict/fact.js
var fact = __webpack_require__(638);
// EXTERNAL MODULE: ./build/lint/checks.js
var checks = __webpack_require__(3983);
// EXTERNAL MODULE: ./build/lint/configure.js
var configure = __webpack_require__(6988);
;// CONCATENATED MODULE: ./build/lint/context.js
class Context {
    options;
    report;
    once;
    #shared;
    constructor(rule, options, shared) {
        this.options = options;
        this.#shared = shared;
        this.report = (problem) => this.#at.predictions.push(shared.predict(rule, problem, this.#at));
        this.once = () => !this.#at.asked.has(rule.id) && this.#at.asked.add(rule.id).has(rule.id);
    }
    get migration() {
        return this.#at.migration;
    }
    get script() {
        return this.#at.script;
    }
    get run() {
        return this.#at.run;
    }
    get schema() {
        return this.#at.schema;
    }
    get session() {
        return this.#at.session;
    }
    get held() {
        return this.#at.held;
    }
    get footprint() {
        return this.#at.footprint;
    }
    get postgresVersion() {
        return this.#shared.postgresVersion;
    }
    get #at() {
        if (this.#shared.at === undefined)
            throw new Error('a rule is asked for nothing');
        return this.#shared.at;
    }
}

// EXTERNAL MODULE: ./build/lint/rule.js
var rule = __webpack_require__(5796);
;// CONCATENATED MODULE: ./build/lint/dispatch.js

class Dispatch {
    #checks;
    #byRole = new Map();
    constructor(rules, contextOf) {
        this.#checks = rules.map((rule) => {
            const context = contextOf(rule);
            return { rule, check: (statement) => rule.check(statement, context) };
        });
    }
    /** In the rules' order, for statements of a kind (the parse tree's tag) in scripts of a role. */
    checksFor(role, kind) {
        const byKind = this.#byRole.get(role) ?? new Map();
        this.#byRole.set(role, byKind);
        const known = byKind.get(kind);
        if (known !== undefined)
            return known;
        const wanted = this.#checks
            .filter(({ rule: { roles = rule/* DEFAULT_ROLES */.q, statements } }) => roles.includes(role) && (statements?.includes(kind) ?? true))
            .map(({ rule, check }) => ({ rule: rule.id, check }));
        byKind.set(kind, wanted);
        return wanted;
    }
}

// EXTERNAL MODULE: ./build/lint/facts/down.js
var facts_down = __webpack_require__(6630);
// EXTERNAL MODULE: ./build/lint/facts/held.js
var held = __webpack_require__(1921);
// EXTERNAL MODULE: ./build/lint/facts/same-transaction.js
var same_transaction = __webpack_require__(7385);
// EXTERNAL MODULE: ./build/findings/internal-error.js
var internal_error = __webpack_require__(7805);
;// CONCATENATED MODULE: ./build/lint/failures.js
/** What broke in the linter itself: one broken rule must neither cost the other findings nor look like a rule that found nothing. */


/** Further places that are named. */
const MOST_PLACES = 10;
/** The failures in one script. */
class Failures {
    #script;
    #byPart = new Map();
    constructor(script) {
        this.#script = script;
    }
    /** Runs a part of the linter, such as a rule, for a statement; undefined where it breaks. */
    attempt(part, statement, run) {
        try {
            return run();
        }
        catch (error) {
            const known = this.#byPart.get(part) ?? { error, statements: [] };
            this.#byPart.set(part, known);
            if (known.statements.at(-1) !== statement)
                known.statements.push(statement);
            return undefined;
        }
    }
    /** One finding for each part, at the first statement that it broke at. */
    findings() {
        const { path } = this.#script.file;
        return [...this.#byPart].flatMap(([part, { error, statements }]) => {
            const [first, ...others] = statements;
            if (first === undefined)
                return [];
            const at = others.length === 0 ? 'at this statement' : `at this statement and ${others.length} more`;
            const message = `${part} broke ${at} (${(0,internal_error/* inShort */.wZ)(error)}): that is a bug of migration-safety. What it looks for was not checked there; all other findings stand.`;
            const related = others.slice(0, MOST_PLACES).map(({ location }) => ({ ...location, message: 'here, too' }));
            const extra = { statement: first.sql, ...(related.length > 0 && { related }) };
            const finding = (0,checks/* lintFinding */.D)('internal-error', first.location, message, extra);
            return [{ finding, at: { path, start: first.start } }];
        });
    }
}

// EXTERNAL MODULE: ./build/lint/help/way-out.js
var way_out = __webpack_require__(5740);
;// CONCATENATED MODULE: ./build/lint/help/recipe.js

/** The recipe in words, with the files that have to be made, ready to paste. */
function recipeHelp(recipe, { migration, script }) {
    const writing = migration.undecided ? undefined : (0,way_out/* writingOf */.I2)(migration);
    if (script.role !== 'up' || writing === undefined)
        return inline(recipe, migration);
    const { wayOut, besides } = writing;
    const apart = wayOut && 'none' in wayOut && recipe.steps.some(({ outside }) => outside);
    if (apart)
        return byHand(recipe, migration);
    const files = draftsOf(recipe, writing).flatMap((draft, at) => [
        ...writing.files(draft).map(({ path, text }) => `\`${path}\`:\n${text.trimEnd()}`),
        recipe.steps[at]?.after ?? [],
    ]);
    return [`${recipe.says} ${insteadOf(recipe, writing)}`, ...files.flat(), besides ?? []].flat().join('\n');
}
/** The recipe's migrations, to be written with versions of one's own: `<version>` stands for them. */
function draftsOf({ steps }, { transaction }, version = (_) => '<version>') {
    const limit = `${transaction === 'autocommit' ? 'SET' : 'SET LOCAL'} lock_timeout = '2s';\n`;
    return steps.map(({ name, sql, locks, outside = false, down }, at) => ({
        ...{ version: version(at), name, outside },
        up: `${locks ? limit : ''}${sql}`,
        down: down === undefined ? null : `${outside ? '' : limit}${down}`,
    }));
}
function insteadOf({ steps: { length } }, { transaction }) {
    if (length === 1)
        return 'Instead of this statement, a migration of its own, with nothing else in it:';
    const together = transaction === 'per-run' ? ' (all that are pending share one transaction)' : '';
    return `Instead of this statement, ${length} migrations, each deployed after the one before${together}:`;
}
/** Where nobody knows how its files are written, and in rollbacks. */
function inline({ says, steps }, migration) {
    const outside = steps.some((step) => step.outside);
    const how = steps.length > 1
        ? 'Run these one by one, each in a transaction of its own:'
        : outside
            ? 'Outside a transaction:'
            : 'Instead:';
    const sql = steps.map((step) => [step.sql, ...(step.after ? [`-- ${step.after}`] : [])].join('\n'));
    return [`${says} ${how}`, ...sql, ...(outside && (0,way_out/* writingOf */.I2)(migration)?.wayOut ? [(0,way_out/* wayOutAdvice */.qo)(migration)] : [])].join('\n');
}
/** The tool can't run it: somebody does, and says so. */
function byHand(recipe, migration) {
    const sql = recipe.steps.map((step) => step.sql);
    return [
        `${recipe.says} ${(0,way_out/* toolOf */.wS)(migration)} can’t run a file without a transaction. Run this apart from it, statement by statement, before the migration is deployed; then this one finds its work done, if it says IF [NOT] EXISTS:`,
        ...sql,
        'Say so above the statement, where it stays.',
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/lint/lint.js
/** Runs the rules over the changed migrations. Pure: no server is asked. */















/**
 * What the rules say about the changed migrations, in order. `schema` is the schema before the first of them; it is
 * taken over to what the migrations leave.
 */
function lint(migrations, schema, options) {
    const linter = new Linter(schema, options);
    return linter.settled((0,runs/* runsOf */.k)(migrations).flatMap((run) => linter.lint(run)));
}
/** The same for one run after another: what it has seen may be forgotten. */
class Linter {
    #schema;
    #run;
    /** `schema` is taken over to what the migrations leave. */
    constructor(schema, options) {
        this.#schema = schema;
        const shared = {
            at: undefined,
            postgresVersion: options.postgresVersion,
            predict: (rule, problem, at) => predict(rule, problem, at),
        };
        const contextOf = (rule) => new Context(rule, options.options?.get(rule.id) ?? (0,configure/* defaultOptions */.KQ)(rule), shared);
        this.#run = { ...options, dispatch: new Dispatch(options.rules, contextOf), shared };
    }
    /** Migrations that share a transaction, in order, or one. */
    lint(run) {
        const predictions = [];
        const add = (found) => {
            for (const prediction of found)
                predictions.push(prediction);
        };
        const ups = together(run.map(({ up }) => up));
        for (const migration of run) {
            const { up, verify, maintenance, down } = migration;
            add(lintScript({ script: up, migration, ...ups }, this.#schema, this.#run));
            // What SQL made at run time has created can't be seen from a name: a rollback may be about that.
            const isTold = this.#schema.isPartial && (0,facts_down/* readable */.HD)(up);
            for (const script of [verify, maintenance, down]) {
                if (!script)
                    continue;
                const its = { script, migration, ...together([script]) };
                add(lintScript(its, this.#schema.fork({ partial: isTold }), this.#run));
            }
        }
        return predictions;
    }
    /** Without what a later migration of the change mends. */
    settled(predictions) {
        return predictions.filter(({ unless }) => !unless || !(0,index_use/* hasIndexOn */.o)(this.#schema, unless.table, unless.indexOn));
    }
}
function together(run) {
    const statements = run.flatMap((script) => script.statements);
    let known;
    const read = () => new Map((0,session/* sessions */.Mf)(statements).map((session, at) => [statements[at], session]));
    return { run, transaction: new held/* Transaction */.ZX(), sessions: () => (known ??= read()) };
}
function lintScript({ script, migration, run, transaction, ...its }, schema, { dispatch, shared, postgresVersion }) {
    const predictions = [];
    const [first] = script.statements;
    if (first === undefined)
        return script.role === 'up' ? [emptyMigration(script)] : [];
    const failures = new Failures(script);
    failures.attempt('The replay of the schema', first, () => schema.expect(script.statements));
    const states = failures.attempt('The reading of settings', first, its.sessions);
    const asked = new Set();
    for (const statement of script.statements) {
        const session = states?.get(statement) ?? new Map();
        if (statement.syntaxError)
            predictions.push(syntaxError(statement));
        // A DO block is looked at as a whole, then statement by statement; a server sees them all as one.
        for (const seen of [statement, ...(statement.block?.statements ?? [])]) {
            let known;
            const locks = () => (known ??= footprint(seen.node, schema, postgresVersion));
            const held = transaction.before(seen);
            shared.at = {
                migration,
                script,
                run,
                schema,
                seen,
                statement,
                session,
                held,
                footprint: locks,
                asked,
                predictions,
            };
            const said = predictions.length;
            if (seen.node !== null) {
                for (const { rule, check } of dispatch.checksFor(script.role, seen.kind)) {
                    failures.attempt(`The rule ${rule}`, statement, () => check(seen));
                }
            }
            schema.judged.settle(predictions.length > said);
            failures.attempt('The replay of locks', statement, () => transaction.after(seen, locks, schema));
            failures.attempt('The replay of the schema', statement, () => schema.apply(seen.node, 'change', seen.conditional));
        }
        if (statement.transaction.kind === 'none' || (0,same_transaction/* endsTransaction */.nF)(statement))
            schema.commit();
    }
    // The tool's transaction goes on in the next script of the run.
    if (script === run.at(-1) || script.leaves.kind === 'none')
        schema.commit();
    return [...predictions, ...failures.findings()];
}
function predict({ id: rule, harm }, problem, { seen, statement, migration, script }) {
    const { message, help, location = seen.location, claim, related, fixes, unless, cause } = problem;
    return {
        finding: {
            rule,
            severity: (0,check/* severityOf */.xJ)({ harm }),
            evidence: 'static',
            ...location,
            message,
            help: typeof help === 'string' ? help : recipeHelp(help, { migration, script }),
            statement: seen.sql,
            ...(related && { related }),
            ...(fixes?.some(({ edits }) => edits.length > 0) && { fixes }),
        },
        at: { path: statement.location.path, start: statement.start },
        ...(claim && { claim }),
        ...(unless && { unless }),
        ...(cause !== undefined && { cause }),
        ...(typeof help !== 'string' && { recipe: help }),
    };
}
function syntaxError(statement) {
    const { message, location, help, tooDeep } = statement.syntaxError ?? { message: '', location: statement.location };
    const text = tooDeep
        ? `This statement was not read: ${message}.`
        : `Postgres’ grammar refuses this statement: ${message}.`;
    return {
        finding: (0,checks/* lintFinding */.D)('syntax-error', location, text, { statement: statement.sql, ...(help && { help }) }),
        at: { path: statement.location.path, start: statement.start },
        ...(!tooDeep && { claim: (0,fact/* refused */.J5)('42601') }),
    };
}
function emptyMigration({ file }) {
    const location = { path: file.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
    return {
        finding: (0,checks/* lintFinding */.D)('empty-migration', location, 'The migration holds no statement.'),
        at: { path: file.path, start: 0 },
    };
}


/***/ }),

/***/ 9811:
========
/***/ 163:
>>>>>>>> rules17:dist/350.cli.js
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ RULES)
});

// EXTERNAL MODULE: ./build/schema/effects/columns.js
var effects_columns = __webpack_require__(6065);
// EXTERNAL MODULE: ./build/sql/ast.js
var ast = __webpack_require__(3032);
// EXTERNAL MODULE: ./build/schema/objects.js
var schema_objects = __webpack_require__(883);
;// CONCATENATED MODULE: ./build/schema/sql-name.js
/** Names for SQL that is ready to paste. */


/** A full name as SQL writes it: `public.` left out, each part quoted where it must be. */
function sqlName(full) {
    return (0,schema_objects/* shortName */.EU)(full).split('.').map(ast/* quoteIdentifier */.Cm).join('.');
}
/** “a, b and c”. */
function enumerated(words) {
    return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
/** A new name after a relation's own, for a constraint and the like. */
function quoteLast(relation, suffix) {
    return (0,ast/* quoteIdentifier */.Cm)((0,schema_objects/* lastName */.UK)(relation) + suffix);
}

// EXTERNAL MODULE: ./build/schema/types.js
var types = __webpack_require__(2402);
;// CONCATENATED MODULE: ./build/lint/facts/command-text.js
/** The commands of an ALTER TABLE as they are written. */
/** Comments, and all that is quoted: commas and parentheses in them are text. */
const QUIET = /--[^\r\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|(\$\w*\$)[\s\S]*?\1/g;
const HEAD = /^alter\s+(?:foreign\s+)?table\s+(?:if\s+exists\s+)?(?:only\s+)?(?:"(?:[^"]|"")*"|[^\s"]+?)(?:\s*\.\s*(?:"(?:[^"]|"")*"|[^\s".]+))*(?:\s+\*)?\s+/i;
/** The ranges of `count` commands in the statement's text, without spaces and comments around them; undefined in doubt. */
function commandRanges(sql, count) {
    const comments = sql.replace(QUIET, (text) => /^['$]/.test(text) ? 'x'.repeat(text.length) : ' '.repeat(text.length));
    const head = HEAD.exec(comments)?.[0];
    if (head === undefined)
        return undefined;
    // Quoted identifiers hide what is in them only now: the table's name may be one.
    const plain = comments.replace(/"(?:[^"]|"")*"/g, (text) => 'x'.repeat(text.length));
    const ends = [];
    let depth = 0;
    for (let at = head.length; at < plain.length; at++) {
        const char = plain[at];
        if (char === '(' || char === '[')
            depth++;
        else if (char === ')' || char === ']')
            depth--;
        else if (char === ',' && depth === 0)
            ends.push(at);
    }
    ends.push(plain.length);
    if (ends.length !== count)
        return undefined;
    return ends.map((end, at) => {
        const from = at === 0 ? head.length : (ends[at - 1] ?? 0) + 1;
        const text = plain.slice(from, end);
        const start = from + text.length - text.trimStart().length;
        return { start, end: start + text.trim().length };
    });
}

;// CONCATENATED MODULE: ./build/lint/facts/per-statement.js
/** `read` without what it was asked before; what it knows goes with the statement's tree. */
function perStatement(read) {
    const known = new WeakMap();
    return (statement) => {
        const { node } = statement;
        if (node === null)
            return read(statement);
        const entry = known.get(node) ?? { value: read(statement) };
        known.set(node, entry);
        return entry.value;
    };
}

;// CONCATENATED MODULE: ./build/lint/facts/alter-table.js




/** The commands of an ALTER TABLE; empty for ALTER INDEX, ALTER VIEW and every other statement. */
const alterCommands = perStatement((statement) => {
    const alter = (0,ast/* nodeOf */.E7)(statement.node, 'AlterTableStmt');
    const name = (0,ast/* relationName */.CJ)(alter?.relation);
    if (!name || (alter?.objtype !== 'OBJECT_TABLE' && alter?.objtype !== 'OBJECT_FOREIGN_TABLE'))
        return [];
    return (alter.cmds ?? []).flatMap((item) => {
        const command = (0,ast/* nodeOf */.E7)(item, 'AlterTableCmd');
        if (!command?.subtype)
            return [];
        const column = (0,ast/* nodeOf */.E7)(command.def, 'ColumnDef');
        const constraint = (0,ast/* nodeOf */.E7)(command.def, 'Constraint');
        const { subtype } = command;
        return [{ table: (0,schema_objects/* fullName */.fq)(name), command, subtype, ...(column && { column }), ...(constraint && { constraint }) }];
    });
});
/** The range of each of its commands in the statement's text; undefined in doubt. */
const rangesOf = perStatement((statement) => commandRanges(statement.sql, alterCommands(statement).length));

;// CONCATENATED MODULE: ./build/lint/facts/added-columns.js





/** The columns that a statement adds to tables that existed before the change; not those that exist already. */
function addedColumns(statement, schema) {
    const alter = (0,ast/* nodeOf */.E7)(statement.node, 'AlterTableStmt');
    const commands = alter?.objtype === 'OBJECT_TABLE' ? alterCommands(statement) : [];
    if (!commands.some(({ subtype }) => subtype === 'AT_AddColumn'))
        return [];
    const ranges = rangesOf(statement);
    return commands.flatMap(({ table, subtype, column, command }, at) => {
        const name = column?.colname;
        if (subtype !== 'AT_AddColumn' || !column || !name || schema.isNew(table))
            return [];
        if (command.missing_ok && schema.find('column', `${table}.${name}`))
            return [];
        const range = ranges?.[at];
        const constraints = (0,effects_columns/* columnConstraints */.zD)(column);
        const value = constraints.find(({ contype }) => contype === 'CONSTR_DEFAULT')?.raw_expr;
        const type = (0,types/* columnType */.DW)(column.typeName);
        const text = texts(range && statement.sql.slice(range.start, range.end), type);
        const filled = value !== undefined && (0,ast/* nodeOf */.E7)(value, 'A_Const')?.isnull !== true;
        return [
            { table, name, definition: column, ...(type && { type }), constraints, ...(filled && { default: value }), text },
        ];
    });
}
const CLAUSE = String.raw `\s+(?:default|not\s+null|null|constraint|check|unique|primary\s+key|references|collate|storage|compression|generated)\b`;
const TYPE = new RegExp(String.raw `^add\s+(?:column\s+)?(?:if\s+not\s+exists\s+)?(?:"(?:[^"]|"")+"|\S+)\s+([\s\S]+?)(?=${CLAUSE}|$)`, 'i');
const DEFAULT = new RegExp(String.raw `\sdefault\s+([\s\S]+?)(?=${CLAUSE}|$)`, 'i');
function texts(command = '', type) {
    const value = DEFAULT.exec(command)?.[1];
    return { type: TYPE.exec(command)?.[1] ?? (type ? (0,types/* typeText */.wQ)(type) : 'text'), ...(value && { default: value }) };
}
/** The column with nothing but its type: no lock for longer than a moment. */
function plainColumn({ table, name, text }) {
    return `ALTER TABLE ${sqlName(table)} ADD COLUMN ${(0,ast/* quoteIdentifier */.Cm)(name)} ${text.type};`;
}

// EXTERNAL MODULE: ./build/verdict/fact.js
var verdict_fact = __webpack_require__(1731);
;// CONCATENATED MODULE: ./build/lint/facts/predicted.js

/** Undefined where the statement doesn't touch the relation. */
function predicted(relation, { footprint }) {
    const found = footprint().find((one) => one.relation === relation);
    if (found === undefined)
        return undefined;
    const { lock, scans = false } = found;
    return { lock, scans, claim: (0,verdict_fact/* touches */.yI)(lock, relation, found) };
}

// EXTERNAL MODULE: ./build/lint/rule.js
var rule = __webpack_require__(107);
// EXTERNAL MODULE: ./build/schema/footprint/domains.js
var domains = __webpack_require__(3618);
;// CONCATENATED MODULE: ./build/rules/add-column-constrained-domain.js









/* harmony default export */ const add_column_constrained_domain = ((0,rule/* defineRule */.K)({
    id: 'add-column-constrained-domain',
    harm: 'blocks',
    summary: 'A new column of a domain with constraints rewrites the whole table',
    why: `Where a domain has a CHECK or NOT NULL, Postgres holds every row against it when a column of the domain is added, even
an empty one without a default, and writes the table and its indexes anew on the way. It holds ACCESS EXCLUSIVE until it is
done: nobody reads or writes the table.`,
    fix: `Give the column the domain’s base type, and the table the domain’s condition as a CHECK that is added NOT VALID and
validated in a statement of its own. A domain without constraints does no harm.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        const { schema } = context;
        for (const { table, name, type } of addedColumns(statement, schema)) {
            const domain = (0,domains/* domainOf */.Ow)(type, schema);
            const found = domain?.constrained ? predicted(table, context) : undefined;
            if (!found || !type)
                continue;
            const [target, column] = [sqlName(table), (0,ast/* quoteIdentifier */.Cm)(name)];
            const check = quoteLast(table, `_${name}_check`);
            context.report({
                message: `The domain ${type.name} has constraints, so every row of ${(0,schema_objects/* shortName */.EU)(table)} is written anew to add ${name}: the table is locked with ${found.lock}, and all reads and writes wait.`,
                help: `Use the base type, and put the domain’s condition where it can be validated without blocking (write it for … below):\nALTER TABLE ${target} ADD COLUMN ${column} ${domain?.base ? (0,types/* typeText */.wQ)(domain.base) : 'text'};\nALTER TABLE ${target} ADD CONSTRAINT ${check} CHECK (…) NOT VALID;\nALTER TABLE ${target} VALIDATE CONSTRAINT ${check};`,
                claim: found.claim,
            });
        }
    },
    examples: {
        bad: [
            {
                setup: "CREATE TABLE t (id int); CREATE DOMAIN email AS text CHECK (value LIKE '%@%');",
                sql: 'ALTER TABLE t ADD COLUMN contact email;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t'), (0,verdict_fact/* rewrite */.v8)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (id int); CREATE SCHEMA app; CREATE DOMAIN app.label AS text NOT NULL;',
                sql: "ALTER TABLE t ADD COLUMN name app.label DEFAULT 'x';",
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t'), (0,verdict_fact/* rewrite */.v8)('public.t')],
            },
        ],
        good: [
            { setup: 'CREATE TABLE t (id int); CREATE DOMAIN label AS text;', sql: 'ALTER TABLE t ADD COLUMN name label;' },
            {
                setup: 'CREATE DOMAIN positive AS int CHECK (value > 0);',
                sql: 'CREATE TABLE t (id int);\nALTER TABLE t ADD COLUMN n positive;',
            },
            {
                setup: 'CREATE TABLE t (id int); CREATE DOMAIN positive AS int CHECK (value > 0);',
                sql: 'ALTER TABLE t ADD COLUMN n int;\nALTER TABLE t ADD CONSTRAINT n_check CHECK (n > 0) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT n_check;',
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/add-column-default-dropped.js





/* harmony default export */ const add_column_default_dropped = ((0,rule/* defineRule */.K)({
    id: 'add-column-default-dropped',
    harm: 'decision',
    summary: 'A new NOT NULL column loses its default before the old code is gone',
    why: `While a deployment goes on, the old version of the application still inserts rows, without the new column. The default
makes that work. Where the migration that adds the column takes its default away again, each of these INSERTs fails with
SQLSTATE 23502.`,
    fix: 'Keep the default until no running code leaves the column out, and drop it in a later migration, if at all.',
    statements: ['AlterTableStmt'],
    roles: ['up'],
    check(statement, context) {
        const dropped = alterCommands(statement).filter(({ table, subtype, command: { name = '', def } }) => subtype === 'AT_ColumnDefault' &&
            !def &&
            !context.schema.isNew(table) &&
            isNewAndRequired(`${table}.${name}`, statement, context));
        const [first] = dropped;
        if (first === undefined)
            return;
        const names = dropped.map(({ command: { name = '' } }) => name);
        const drops = names.map((name) => `ALTER COLUMN ${(0,ast/* quoteIdentifier */.Cm)(name)} DROP DEFAULT`);
        context.report({
            message: `${enumerated(names)} ${names.length > 1 ? 'are' : 'is'} new in ${(0,schema_objects/* shortName */.EU)(first.table)}, and NOT NULL: without a default, every INSERT of code that doesn’t know ${names.length > 1 ? 'them' : 'it'} yet fails.`,
            help: `Leave this out, and run it in a later migration, when all running code writes ${names.length > 1 ? 'them' : 'the column'}:\nALTER TABLE ${sqlName(first.table)} ${drops.join(', ')};`,
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (id int);',
                sql: 'ALTER TABLE t ADD COLUMN n int DEFAULT 0 NOT NULL;\nALTER TABLE t ALTER COLUMN n DROP DEFAULT;',
            },
            {
                setup: 'CREATE TABLE t (id int);',
                sql: 'ALTER TABLE t ADD COLUMN n int DEFAULT 0 NOT NULL, ALTER COLUMN n DROP DEFAULT;',
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (id int);',
                sql: 'ALTER TABLE t ADD COLUMN n int DEFAULT 0;\nALTER TABLE t ALTER COLUMN n DROP DEFAULT;',
            },
            { setup: 'CREATE TABLE t (n int DEFAULT 0 NOT NULL);', sql: 'ALTER TABLE t ALTER COLUMN n DROP DEFAULT;' },
            { sql: 'CREATE TABLE t (n int DEFAULT 0 NOT NULL);\nALTER TABLE t ALTER COLUMN n DROP DEFAULT;' },
            {
                setup: 'CREATE TABLE t (id int);',
                sql: 'ALTER TABLE t ADD COLUMN n int DEFAULT 0 NOT NULL;\nALTER TABLE t ALTER COLUMN n SET DEFAULT 1;',
            },
        ],
    },
}));
function isNewAndRequired(full, statement, { schema }) {
    const known = schema.find('column', full);
    if (known)
        return known.origin === 'change' && known.facts?.notNull === true;
    return alterCommands(statement).some(({ subtype, column }) => subtype === 'AT_AddColumn' &&
        column?.colname === (0,schema_objects/* lastName */.UK)(full) &&
        (column.constraints ?? []).some((item) => (0,ast/* nodeOf */.E7)(item, 'Constraint')?.contype === 'CONSTR_NOTNULL'));
}

;// CONCATENATED MODULE: ./build/lint/help/steps.js




/** Words as a part of a file's name. */
function slug(...words) {
    const text = words.join('_').toLowerCase();
    return text
        .replace(/[^a-z0-9]+/g, '_')
        .replace(/^_+|_+$/g, '')
        .slice(0, 80);
}
/** A statement that Postgres refuses in a transaction. `index`: what it builds; a rollback drops that. */
function apart(name, statement, index) {
    const down = index === undefined ? {} : { down: `DROP INDEX CONCURRENTLY IF EXISTS ${index};` };
    return { name, sql: statement, outside: true, ...down };
}
/** The column with nothing but its type, and what new rows get. */
function addColumn(column, value) {
    const alter = `ALTER TABLE ${sqlName(column.table)}`;
    const name = (0,ast/* quoteIdentifier */.Cm)(column.name);
    const set = value === undefined ? '' : `\n${alter} ALTER COLUMN ${name} SET DEFAULT ${value};`;
    return {
        name: slug('add', (0,schema_objects/* lastName */.UK)(column.table), column.name),
        sql: `${plainColumn(column)}${set}`,
        locks: true,
        down: `${alter} DROP COLUMN ${name};`,
    };
}
/** Fills the rows batch by batch, and commits each: locks are held for one batch only. */
function fill(table, column, value, old = '') {
    const [target, name] = [sqlName(table), (0,ast/* quoteIdentifier */.Cm)(column)];
    const where = `${name} IS NULL${old === '' ? '' : ` AND ${old} IS NOT NULL`}`;
    return {
        name: slug('fill', (0,schema_objects/* lastName */.UK)(table), column),
        sql: `DO $$
  DECLARE changed bigint;
  BEGIN
    LOOP
      UPDATE ${target} SET ${name} = ${value}
        WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${target} WHERE ${where} LIMIT 10000));
      GET DIAGNOSTICS changed = ROW_COUNT;
      EXIT WHEN changed = 0;
      COMMIT;
    END LOOP;
  END
$$;`,
        outside: true,
    };
}
/** NOT NULL without reading the rows under a strong lock: by way of a CHECK that is validated on its own. */
function ruleOutNull(table, columns) {
    const steps = columns.flatMap((column) => {
        const alter = `ALTER TABLE ${sqlName(table)}`;
        const [name, check] = [(0,ast/* quoteIdentifier */.Cm)(column), notNullName(table, column)];
        const add = `${alter} ADD CONSTRAINT ${check} CHECK (${name} IS NOT NULL) NOT VALID;`;
        return [
            ...notValid(table, check, add),
            {
                name: slug('require', (0,schema_objects/* lastName */.UK)(table), column),
                sql: `${alter} ALTER COLUMN ${name} SET NOT NULL;\n${alter} DROP CONSTRAINT ${check};`,
                locks: true,
                down: `${add}\n${alter} ALTER COLUMN ${name} DROP NOT NULL;`,
            },
        ];
    });
    return steps;
}
function notNullName(table, column) {
    return (0,ast/* quoteIdentifier */.Cm)(`${(0,schema_objects/* lastName */.UK)(table)}_${column}_not_null`.slice(0, 63));
}
/** Constraints are mostly named after their table: it isn't named twice. */
function ofTable(table, name) {
    const [own, words] = [slug((0,schema_objects/* lastName */.UK)(table)), slug(name)];
    return words.startsWith(own) ? words : slug(own, words);
}
/** A constraint that holds for new rows at once, and for the old ones once they were read beside all traffic. */
function notValid(table, constraint, add) {
    const alter = `ALTER TABLE ${sqlName(table)}`;
    const words = ofTable(table, constraint);
    return [
        { name: slug('add', words), sql: add, locks: true, down: `${alter} DROP CONSTRAINT ${constraint};` },
        { name: slug('validate', words), sql: `${alter} VALIDATE CONSTRAINT ${constraint};` },
    ];
}
/** A key whose index is built beside all traffic. `build` and `use` are the two statements. */
function keyByIndex(table, key, [build, use]) {
    const words = ofTable(table, key);
    const schema = sqlName(table).includes('.') ? `${sqlName(table).slice(0, sqlName(table).lastIndexOf('.') + 1)}` : '';
    return [
        apart(slug('build', words), build, `${schema}${key}`),
        {
            name: slug('use', words),
            sql: use,
            locks: true,
            // A constraint gives its index back to nobody: building it again is not what a rollback is for.
            down: `-- migration-safety: ignore-file down-loses-object the index goes with its constraint\nALTER TABLE ${sqlName(table)} DROP CONSTRAINT ${key};`,
        },
    ];
}

;// CONCATENATED MODULE: ./build/rules/add-column-foreign-key-with-default.js








/* harmony default export */ const add_column_foreign_key_with_default = ((0,rule/* defineRule */.K)({
    id: 'add-column-foreign-key-with-default',
    harm: 'blocks',
    summary: 'A new column with REFERENCES and a default looks every row up while two tables are locked',
    why: `Without a default, a new column’s foreign key has nothing to check. With one, Postgres looks for the default of every
row in the referenced table, and reads the whole table for that, even for DEFAULT NULL. ACCESS EXCLUSIVE is held on the table
until it is done, and SHARE ROW EXCLUSIVE on the referenced one, which stops its writes.`,
    fix: `Add the column with its default first, then the foreign key with NOT VALID, and VALIDATE CONSTRAINT in a transaction of
its own.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        for (const column of addedColumns(statement, context.schema)) {
            const { table, name } = column;
            const key = column.constraints.find(({ contype }) => contype === 'CONSTR_FOREIGN');
            const parent = (0,ast/* relationName */.CJ)(key?.pktable);
            const written = column.constraints.some(({ contype }) => contype === 'CONSTR_DEFAULT');
            const found = written && parent ? predicted(table, context) : undefined;
            if (!found || !parent || !key)
                continue;
            if (!column.default) {
                context.report({
                    message: `DEFAULT NULL makes Postgres check the foreign key of ${name} although there is nothing to look up: it reads every row of ${(0,schema_objects/* shortName */.EU)(table)} under ${found.lock}, and nobody reads or writes meanwhile.`,
                    help: 'Leave DEFAULT NULL out: a new column is NULL without it, and no row is read.',
                    claim: found.claim,
                });
                continue;
            }
            const alter = `ALTER TABLE ${sqlName(table)}`;
            const constraint = key.conname ? (0,ast/* quoteIdentifier */.Cm)(key.conname) : quoteLast(table, `_${name}_fkey`);
            const keys = (key.pk_attrs ?? []).flatMap((node) => (0,ast/* nodeOf */.E7)(node, 'String')?.sval ?? []).map(ast/* quoteIdentifier */.Cm);
            const references = `${sqlName((0,schema_objects/* fullName */.fq)(parent))}${keys.length > 0 ? ` (${keys.join(', ')})` : ''}`;
            context.report({
                message: `Every row of ${(0,schema_objects/* shortName */.EU)(table)} gets the default of ${name}, and is looked up in ${(0,schema_objects/* shortName */.EU)((0,schema_objects/* fullName */.fq)(parent))}: ${found.lock} on ${(0,schema_objects/* shortName */.EU)(table)} lets nobody read or write meanwhile.`,
                help: {
                    says: 'Add the column with its default, which reads no row, and then the foreign key without stopping anybody.',
                    steps: [
                        withDefault(column),
                        ...notValid(table, constraint, `${alter} ADD CONSTRAINT ${constraint} FOREIGN KEY (${(0,ast/* quoteIdentifier */.Cm)(name)}) REFERENCES ${references} NOT VALID;`),
                    ],
                },
                claim: found.claim,
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE parent (id int PRIMARY KEY); INSERT INTO parent VALUES (1); CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD COLUMN parent_id int NOT NULL DEFAULT 1 REFERENCES parent (id);',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE t (a int); INSERT INTO t VALUES (1);',
                sql: 'ALTER TABLE t ADD COLUMN parent_id int DEFAULT NULL REFERENCES parent (id);',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD COLUMN parent_id int REFERENCES parent;',
            },
            {
                setup: 'CREATE TABLE parent (id int PRIMARY KEY); INSERT INTO parent VALUES (1); CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD COLUMN parent_id int DEFAULT 1;\nALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (parent_id) REFERENCES parent NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT k;',
            },
            {
                setup: 'CREATE TABLE parent (id int PRIMARY KEY);',
                sql: 'CREATE TABLE t (a int);\nALTER TABLE t ADD COLUMN parent_id int DEFAULT 1 REFERENCES parent;',
            },
        ],
    },
}));
function withDefault(column) {
    const { text } = column;
    const step = addColumn(column);
    return text.default ? { ...step, sql: step.sql.replace(/;$/, ` DEFAULT ${text.default};`) } : step;
}

// EXTERNAL MODULE: ./build/sql/versions.js
var versions = __webpack_require__(7051);
;// CONCATENATED MODULE: ./build/rules/add-column-generated-stored.js






/* harmony default export */ const add_column_generated_stored = ((0,rule/* defineRule */.K)({
    id: 'add-column-generated-stored',
    harm: 'blocks',
    summary: 'A new STORED generated column rewrites the whole table',
    why: `The value of a STORED column stands in each row, so adding one writes the table and all its indexes anew under ACCESS
EXCLUSIVE: nobody reads or writes it meanwhile. A VIRTUAL column (PostgreSQL 18) is computed when it is read, and adding one
changes the catalogs only.`,
    fix: `On PostgreSQL 18, make the column VIRTUAL where it needs no index. Otherwise add a plain column, keep it up to date with
a trigger, and fill the old rows in batches; or compute the value in a view or in the query.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        for (const column of addedColumns(statement, context.schema)) {
            const generated = column.constraints.find(({ contype }) => contype === 'CONSTR_GENERATED');
            const stored = generated !== undefined && generated.generated_kind !== 'v';
            const found = stored ? predicted(column.table, context) : undefined;
            if (!found)
                continue;
            const { postgresVersion: version } = context;
            const virtual = !(0,versions/* has */.zy)('virtualColumns', version, 'as newest')
                ? ''
                : `${version === null ? 'On PostgreSQL 18, w' : 'W'}rite VIRTUAL instead of STORED if the column needs no index. Otherwise a`;
            context.report({
                message: `The STORED column ${column.name} is computed for every row of ${(0,schema_objects/* shortName */.EU)(column.table)}: the table is rewritten under ${found.lock}, and all reads and writes wait.`,
                help: `${virtual || 'A'}dd a plain column, let a BEFORE INSERT OR UPDATE trigger fill it, and update the old rows in batches:\n${plainColumn(column)}`,
                claim: found.claim,
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD COLUMN b int GENERATED ALWAYS AS (a + 1) STORED;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t'), (0,verdict_fact/* rewrite */.v8)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a text);',
                sql: "ALTER TABLE t ADD COLUMN b tsvector GENERATED ALWAYS AS (to_tsvector('english', a)) STORED;",
                postgres: { until: 17 },
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t'), (0,verdict_fact/* rewrite */.v8)('public.t')],
            },
        ],
        good: [
            { sql: 'CREATE TABLE t (a int);\nALTER TABLE t ADD COLUMN b int GENERATED ALWAYS AS (a + 1) STORED;' },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD COLUMN b int GENERATED ALWAYS AS (a + 1) VIRTUAL;',
                postgres: { from: 18 },
            },
            { sql: 'CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED);' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/add-column-not-null-without-default.js







/* harmony default export */ const add_column_not_null_without_default = ((0,rule/* defineRule */.K)({
    id: 'add-column-not-null-without-default',
    harm: 'stops',
    summary: 'A new NOT NULL column without a default fails as soon as the table has a row',
    why: `The rows that are there get NULL in the new column, which NOT NULL forbids: Postgres reads the table under ACCESS
EXCLUSIVE, finds the first of them and stops the migration with SQLSTATE 23502. On the developer’s empty database it works.`,
    fix: `Give the column a constant default, which costs nothing however many rows there are. Where no constant is right, add
the column without NOT NULL, fill it in batches, and make it NOT NULL by way of a CHECK that is validated on its own.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        for (const column of addedColumns(statement, context.schema)) {
            if (!isRequired(column) || column.default)
                continue;
            if (fillsItself(column) || (0,domains/* domainOf */.Ow)(column.type, context.schema)?.default)
                continue;
            const found = predicted(column.table, context);
            if (!found)
                continue;
            const table = (0,schema_objects/* shortName */.EU)(column.table);
            context.report({
                message: `Adding \`${column.name}\` NOT NULL without a default fails as soon as \`${table}\` has a row.`,
                help: {
                    says: 'Decide what the old rows get. A constant DEFAULT costs nothing and is all there is to do. Where none is right, write the value for `…`.',
                    steps: [
                        { ...addColumn(column), after: 'Deploy code that writes the column.' },
                        fill(column.table, column.name, '…'),
                        ...ruleOutNull(column.table, [column.name]),
                    ],
                },
                claim: [(0,verdict_fact/* refusedOnRows */.Xm)('23502'), ...(0,verdict_fact/* factsOf */.xS)(found.claim)],
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (id int);',
                sql: 'ALTER TABLE t ADD COLUMN a int NOT NULL;',
                claim: [(0,verdict_fact/* refusedOnRows */.Xm)('23502'), (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (id int);',
                sql: 'ALTER TABLE t ADD COLUMN a int, ADD COLUMN "B" text NOT NULL DEFAULT NULL;',
                claim: [(0,verdict_fact/* refusedOnRows */.Xm)('23502'), (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
        ],
        good: [
            { setup: 'CREATE TABLE t (id int);', sql: 'ALTER TABLE t ADD COLUMN a int NOT NULL DEFAULT 0;' },
            { sql: 'CREATE TABLE t (id int);\nALTER TABLE t ADD COLUMN a int NOT NULL;' },
            { setup: 'CREATE TABLE t (id int);', sql: 'ALTER TABLE t ADD COLUMN a serial NOT NULL;' },
            {
                setup: 'CREATE TABLE t (id int);',
                sql: 'ALTER TABLE t ADD COLUMN a int NOT NULL GENERATED ALWAYS AS IDENTITY;\nALTER TABLE t ADD COLUMN b int NOT NULL GENERATED ALWAYS AS (1) STORED;',
            },
            {
                setup: 'CREATE TABLE t (id int); CREATE DOMAIN label AS text DEFAULT $$x$$;',
                sql: 'ALTER TABLE t ADD COLUMN a label NOT NULL;',
            },
            { setup: 'CREATE TABLE t (id int);', sql: 'ALTER TABLE t ADD COLUMN a int;' },
        ],
    },
}));
function isRequired({ constraints }) {
    return constraints.some(({ contype }) => contype === 'CONSTR_NOTNULL');
}
function fillsItself({ constraints, type }) {
    const fills = constraints.some(({ contype }) => contype === 'CONSTR_IDENTITY' || contype === 'CONSTR_GENERATED');
    return fills || (type?.serial ?? false);
}

;// CONCATENATED MODULE: ./build/rules/add-column-serial.js








/* harmony default export */ const add_column_serial = ((0,rule/* defineRule */.K)({
    id: 'add-column-serial',
    harm: 'blocks',
    summary: 'A new serial or identity column rewrites the whole table',
    why: `The types serial and bigserial and GENERATED … AS IDENTITY number the rows that are there: Postgres writes the table and all its
indexes anew under ACCESS EXCLUSIVE, and nobody reads or writes it meanwhile.`,
    fix: `Add a plain integer column, make a sequence for it, let its default number the rows to come, and fill the old rows in
batches. When no row is empty any more, make it NOT NULL, and an identity column if you like.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        for (const column of addedColumns(statement, context.schema)) {
            const identity = column.constraints.some(({ contype }) => contype === 'CONSTR_IDENTITY');
            const found = identity || column.type?.serial ? predicted(column.table, context) : undefined;
            if (!found)
                continue;
            context.report({
                message: `${identity ? 'The identity column' : 'The serial column'} ${column.name} numbers every row of ${(0,schema_objects/* shortName */.EU)(column.table)}: the table is rewritten under ${found.lock}, and all reads and writes wait.`,
                help: { says: 'Add the column, and number the old rows in batches.', steps: steps(column) },
                claim: found.claim,
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD COLUMN id serial;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t'), (0,verdict_fact/* rewrite */.v8)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t'), (0,verdict_fact/* rewrite */.v8)('public.t')],
            },
            {
                setup: 'CREATE SCHEMA app; CREATE TABLE app.t (a int); CREATE TABLE t (a int);',
                sql: 'ALTER TABLE app.t ADD COLUMN "Id" bigserial PRIMARY KEY;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'app.t'), (0,verdict_fact/* scan */.SQ)('app.t'), (0,verdict_fact/* rewrite */.v8)('app.t')],
            },
        ],
        good: [
            { sql: 'CREATE TABLE t (a int);\nALTER TABLE t ADD COLUMN id serial;' },
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ADD COLUMN id bigint;' },
            { setup: 'CREATE TABLE t (id serial);', sql: 'ALTER TABLE t ADD COLUMN IF NOT EXISTS id serial;' },
            {
                setup: 'CREATE TABLE t (id int NOT NULL);',
                sql: 'ALTER TABLE t ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;',
            },
        ],
    },
}));
function steps(column) {
    const { table, name, type } = column;
    const sequence = `${table.slice(0, table.lastIndexOf('.'))}.${(0,schema_objects/* lastName */.UK)(table)}_${name}_seq`;
    const next = `nextval('${sqlName(sequence).replaceAll("'", "''")}')`;
    const integer = type?.name === 'int2' ? 'smallint' : type?.name === 'int8' ? 'bigint' : 'int';
    const alter = `ALTER TABLE ${sqlName(table)}`;
    const [owned, own] = [(0,ast/* quoteIdentifier */.Cm)(name), sqlName(sequence)];
    return [
        {
            name: slug('add', (0,schema_objects/* lastName */.UK)(table), name),
            sql: [
                `${alter} ADD COLUMN ${owned} ${integer};`,
                `CREATE SEQUENCE ${own} AS ${integer} OWNED BY ${sqlName(table)}.${owned};`,
                `${alter} ALTER COLUMN ${owned} SET DEFAULT ${next};`,
            ].join('\n'),
            locks: true,
            down: `${alter} DROP COLUMN ${owned};`,
        },
        fill(table, name, next),
        ...ruleOutNull(table, [name]),
    ];
}

// EXTERNAL MODULE: ./build/sql/positions.js
var positions = __webpack_require__(8992);
;// CONCATENATED MODULE: ./build/lint/facts/edits.js

/** Keywords in the letters of the statement: lower case where it begins so. */
function keywords({ sql }, text) {
    return /^[a-z]/.test(sql) ? text.toLowerCase() : text;
}
/** Inserts `text` after the first match of `pattern` in the statement. */
function insertAfter(statement, script, pattern, text) {
    const match = asWritten(statement, script) ? pattern.exec(statement.sql) : null;
    if (match === null)
        return [];
    const at = statement.start + match.index + match[0].length;
    return [edit(script, at, at, text)];
}
/** Replaces a part of the statement's text; offsets count from its first character. */
function replaceRange(statement, script, { start, end }, text) {
    if (!asWritten(statement, script))
        return [];
    const from = statement.start + start;
    return [edit(script, from, from + end - start, text)];
}
/** Puts statements before this one, as far to the right. Not where a comment is above it, which may be about it. */
function insertBefore(statement, script, statements) {
    if (statement.comments.length > 0 || !asWritten(statement, script))
        return [];
    const { start } = statement;
    const before = script.file.text.slice(script.file.text.lastIndexOf('\n', start - 1) + 1, start);
    const between = /^\s*$/.test(before) ? `\n${before}` : ' ';
    return [edit(script, start, start, statements.map((one) => `${one}${between}`).join(''))];
}
/** Replaces the first match of `pattern` in the statement. */
function replace(statement, script, pattern, text) {
    const match = asWritten(statement, script) ? pattern.exec(statement.sql) : null;
    if (match === null)
        return [];
    const at = statement.start + match.index;
    return [edit(script, at, at + match[0].length, text)];
}
/** Lines end as those around them. */
function edit({ file }, start, end, text) {
    const next = file.text.indexOf('\n', start);
    const at = next === -1 ? file.text.lastIndexOf('\n') : next;
    const lineEnd = at > 0 && file.text[at - 1] === '\r' ? '\r\n' : '\n';
    return { ...positions/* LineMap */.HU.of(file).location(file.path, start, end), text: text.replace(/\r?\n/g, lineEnd) };
}
function asWritten({ sql, start, end }, { file }) {
    return file.text.slice(start, end) === sql;
}

;// CONCATENATED MODULE: ./build/lint/facts/added-constraints.js







/** The constraints that a statement adds to tables with a command of their own; not those inside a column's definition. */
const addedConstraints = perStatement((statement) => {
    const commands = alterCommands(statement);
    if (!commands.some(({ constraint }) => constraint))
        return [];
    const ranges = rangesOf(statement);
    return commands.flatMap(({ table, constraint }, at) => {
        const facts = constraint && (0,effects_columns/* constraintFacts */.Jm)(constraint);
        if (!constraint || !facts)
            return [];
        const range = ranges?.[at];
        return [{ table, constraint, facts, name: nameOf(table, constraint, facts), ...(range && { range }) }];
    });
});
function nameOf(table, constraint, facts) {
    return constraint.conname ?? constraint.indexname ?? (0,effects_columns/* chosenConstraintName */.$_)((0,schema_objects/* lastName */.UK)(table), facts);
}
const UNNAMED = /^add\s+(?=foreign|check|unique|primary|exclude|not)/i;
/** The constraint as a statement of its own, with its name; `how` comes at its end. */
function addStatement({ table, name, range }, { sql }, how = '') {
    const text = range ? sql.slice(range.start, range.end) : `ADD CONSTRAINT ${(0,ast/* quoteIdentifier */.Cm)(name)} …`;
    const named = text.replace(UNNAMED, `ADD CONSTRAINT ${(0,ast/* quoteIdentifier */.Cm)(name)} `);
    return `ALTER TABLE ${sqlName(table)} ${named}${how};`;
}
function validateStatement({ table, name }) {
    return `ALTER TABLE ${sqlName(table)} VALIDATE CONSTRAINT ${(0,ast/* quoteIdentifier */.Cm)(name)};`;
}
/** NOT VALID and a VALIDATE after it: only outside a transaction, which would keep the first one's lock. */
function notValidFix(added, statement, { script, schema }) {
    const { table, range, name } = added;
    if (!range || statement.transaction.kind !== 'none' || !isSureOfName(added, statement, schema))
        return [];
    const text = statement.sql.slice(range.start, range.end);
    const own = (words) => keywords(statement, words);
    const safe = `${text.replace(UNNAMED, `${own('ADD CONSTRAINT')} ${(0,ast/* quoteIdentifier */.Cm)(name)} `)}${own(' NOT VALID')}`;
    const rest = statement.sql.slice(range.end);
    const validate = `${own('ALTER TABLE')} ${sqlName(table)} ${own('VALIDATE CONSTRAINT')} ${(0,ast/* quoteIdentifier */.Cm)(name)}`;
    const all = `${safe}${rest};\n${validate}`;
    const edits = replaceRange(statement, script, { start: range.start, end: statement.sql.length }, all);
    return [{ description: 'Add NOT VALID, and validate in a statement of its own', edits }];
}
/** It is written, or Postgres chooses it without a number after it: the constraint keeps the name that it would have had. */
function isSureOfName({ table, constraint, name }, statement, schema) {
    if (constraint.conname)
        return true;
    if (schema.find('table', table) === undefined || schema.find('constraint', `${table}.${name}`))
        return false;
    return addedConstraints(statement).filter((one) => one.table === table && one.name === name).length === 1;
}
/** A unique or primary key whose index can be built beforehand. */
function takesIndexAsIs({ without_overlaps: withoutOverlaps }) {
    return !withoutOverlaps;
}
/** The same key in two steps: the index without blocking other sessions, and the constraint that takes it over. */
function buildAndUseIndex({ table, name, facts, constraint }) {
    const list = (columns) => `(${columns.map(ast/* quoteIdentifier */.Cm).join(', ')})`;
    const { including = [], nulls_not_distinct: notDistinct, deferrable, initdeferred } = constraint;
    const included = including.flatMap((node) => (0,ast/* nodeOf */.E7)(node, 'String')?.sval ?? []);
    const index = [
        `CREATE UNIQUE INDEX CONCURRENTLY ${(0,ast/* quoteIdentifier */.Cm)(name)} ON ${sqlName(table)} ${list(facts.columns)}`,
        ...(included.length > 0 ? [`INCLUDE ${list(included)}`] : []),
        ...(notDistinct ? ['NULLS NOT DISTINCT'] : []),
    ];
    const kind = facts.type === 'primary key' ? 'PRIMARY KEY' : 'UNIQUE';
    const use = [
        `ALTER TABLE ${sqlName(table)} ADD CONSTRAINT ${(0,ast/* quoteIdentifier */.Cm)(name)} ${kind} USING INDEX ${(0,ast/* quoteIdentifier */.Cm)(name)}`,
        ...(deferrable ? ['DEFERRABLE'] : []),
        ...(initdeferred ? ['INITIALLY DEFERRED'] : []),
    ];
    return [`${index.join(' ')};`, `${use.join(' ')};`];
}
/** On a partitioned table: what its partitions have already is taken over. */
const PARTITION_BY_PARTITION = 'On a partitioned table, build it partition by partition: CREATE UNIQUE INDEX CONCURRENTLY on each one, then ADD CONSTRAINT … USING INDEX there. Run this statement last: it takes over the constraints that the partitions have without reading their rows.';

// EXTERNAL MODULE: ./build/schema/footprint/touch.js
var touch = __webpack_require__(7624);
;// CONCATENATED MODULE: ./build/rules/add-column-unique.js










/* harmony default export */ const add_column_unique = ((0,rule/* defineRule */.K)({
    id: 'add-column-unique',
    harm: 'blocks',
    summary: 'UNIQUE or PRIMARY KEY inside ADD COLUMN builds its index while the table is locked',
    why: `The index of a new column’s UNIQUE or PRIMARY KEY is built from all rows, in the statement that holds ACCESS EXCLUSIVE:
nobody reads or writes the table until it is done. A default that is the same for two rows makes it fail.`,
    fix: `Add the column alone and fill it in batches. Then build the index with CREATE UNIQUE INDEX CONCURRENTLY, outside a
transaction, and make it the constraint’s with ADD CONSTRAINT … USING INDEX.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        for (const column of addedColumns(statement, context.schema)) {
            const { table, name } = column;
            const key = column.constraints.find(({ contype }) => contype === 'CONSTR_UNIQUE' || contype === 'CONSTR_PRIMARY');
            const found = key && predicted(table, context);
            if (!found)
                continue;
            const [words, suffix] = key.contype === 'CONSTR_UNIQUE' ? ['UNIQUE', `_${name}_key`] : ['PRIMARY KEY', '_pkey'];
            const index = key.conname ? (0,ast/* quoteIdentifier */.Cm)(key.conname) : quoteLast(table, suffix);
            const [build, use] = [
                `CREATE UNIQUE INDEX CONCURRENTLY ${index} ON ${sqlName(table)} (${(0,ast/* quoteIdentifier */.Cm)(name)});`,
                `ALTER TABLE ${sqlName(table)} ADD CONSTRAINT ${index} ${words} USING INDEX ${index};`,
            ];
            const alone = {
                ...addColumn(column, column.text.default),
                after: 'Fill the column of the old rows, in batches.',
            };
            const required = key.contype === 'CONSTR_PRIMARY' ? ruleOutNull(table, [name]) : [];
            context.report({
                message: `The index for ${words} on the new column ${name} is built under ${found.lock} on ${(0,schema_objects/* shortName */.EU)(table)}: all reads and writes wait until every row has been read.`,
                help: (0,touch/* isPartitioned */.gN)(table, context.schema)
                    ? `Add the column alone. ${PARTITION_BY_PARTITION}`
                    : {
                        says: 'Add the column alone, and build its index beside all traffic.',
                        steps: [alone, ...required, ...keyByIndex(table, index, [build, use])],
                    },
                claim: found.claim,
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD COLUMN code text UNIQUE;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD COLUMN id int CONSTRAINT t_key PRIMARY KEY;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD COLUMN code text;\nCREATE UNIQUE INDEX CONCURRENTLY k ON t (code);\nALTER TABLE t ADD CONSTRAINT k UNIQUE USING INDEX k;',
            },
            { sql: 'CREATE TABLE t (a int);\nALTER TABLE t ADD COLUMN code text UNIQUE;' },
        ],
    },
}));

// EXTERNAL MODULE: ./build/schema/volatility.js + 1 modules
var volatility = __webpack_require__(9699);
;// CONCATENATED MODULE: ./build/rules/add-column-unknown-default.js






/* harmony default export */ const add_column_unknown_default = ((0,rule/* defineRule */.K)({
    id: 'add-column-unknown-default',
    harm: 'decision',
    summary: 'A new column’s default calls a function that may be volatile',
    why: `CREATE FUNCTION makes a function VOLATILE unless it says otherwise, and a volatile default gives each row a value of its own:
Postgres then writes the table and all its indexes anew under ACCESS EXCLUSIVE. No script that was read creates this function,
so nobody can tell from the SQL alone; functions that make up ids or tokens always are volatile.`,
    fix: `Look the function up. If it is volatile, add the column without a default, set the default for rows to come, and fill the
old rows in batches.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        for (const column of addedColumns(statement, context.schema)) {
            const called = (0,volatility/* unknownFunction */.$J)(column.default, context.schema);
            const found = called && !(0,volatility/* volatileFunction */.tG)(column.default, context.schema) && predicted(column.table, context);
            if (!called || !found)
                continue;
            context.report({
                message: `No script says whether ${called}() is volatile. If it is, ADD COLUMN ${column.name} writes every row of ${(0,schema_objects/* shortName */.EU)(column.table)} anew under ${found.lock}: all reads and writes wait.`,
                help: `Look it up (v is volatile, s stable, i immutable; only v rewrites the table), or name the SQL that creates it as the baseline:\nSELECT proname, provolatile FROM pg_proc WHERE proname = '${called.split('.').at(-1)}';`,
                claim: (0,verdict_fact/* touches */.yI)(found.lock, column.table, { scans: true, rewrites: true }),
            });
        }
    },
    examples: {
        bad: [
            {
                setup: "CREATE TABLE t (id int); DO $$ BEGIN EXECUTE replace('CREATE FUNCTION name_ RETURNS text LANGUAGE plpgsql AS ''BEGIN RETURN random(); END''', 'name_', 'new_id()'); END $$;",
                sql: 'ALTER TABLE t ADD COLUMN token text DEFAULT new_id();',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t'), (0,verdict_fact/* rewrite */.v8)('public.t')],
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (id int);',
                sql: "ALTER TABLE t ADD COLUMN a timestamptz DEFAULT now(), ADD COLUMN b text DEFAULT lower('A'), ADD COLUMN c text DEFAULT pg_catalog.upper('a');",
            },
            {
                setup: 'CREATE TABLE t (id int); CREATE FUNCTION one() RETURNS int IMMUTABLE LANGUAGE sql AS $$ SELECT 1 $$;',
                sql: 'ALTER TABLE t ADD COLUMN a int DEFAULT one();',
            },
            // Another rule knows that this one is volatile.
            { setup: 'CREATE TABLE t (id int);', sql: 'ALTER TABLE t ADD COLUMN a uuid DEFAULT gen_random_uuid();' },
            {
                setup: 'CREATE EXTENSION hstore; CREATE TABLE t (id int);',
                sql: "ALTER TABLE t ADD COLUMN a hstore DEFAULT hstore('a', 'b');",
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/add-column-volatile-default.js








/* harmony default export */ const add_column_volatile_default = ((0,rule/* defineRule */.K)({
    id: 'add-column-volatile-default',
    harm: 'blocks',
    summary: 'A new column with a volatile default rewrites the whole table',
    why: `A constant default, now() or any other expression that stays the same within a statement is stored once, and the rows
are left alone. A volatile function (random(), gen_random_uuid(), clock_timestamp(), nextval()) gives each row a value of its
own: Postgres writes the table and all its indexes anew under ACCESS EXCLUSIVE, and nobody reads or writes it meanwhile.`,
    fix: `Add the column without a default, set the default for rows to come, and fill the old rows in batches, outside the
migration’s transaction.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        for (const column of addedColumns(statement, context.schema)) {
            const called = (0,volatility/* volatileFunction */.tG)(defaultOf(column, context.schema), context.schema);
            const found = called === undefined ? undefined : predicted(column.table, context);
            if (!found)
                continue;
            context.report({
                message: `${called}() is volatile, so ADD COLUMN ${column.name} gives every row of ${(0,schema_objects/* shortName */.EU)(column.table)} a value of its own: the table is rewritten under ${found.lock}, and all reads and writes wait.`,
                help: {
                    says: 'Add the column, and fill the old rows in batches.',
                    steps: add_column_volatile_default_steps(column, called ?? ''),
                },
                claim: found.claim,
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (id int);',
                sql: 'ALTER TABLE t ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid();',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t'), (0,verdict_fact/* rewrite */.v8)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (id int);',
                sql: 'ALTER TABLE t ADD COLUMN dice float8[] DEFAULT ARRAY[random()];',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t'), (0,verdict_fact/* rewrite */.v8)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (id int); CREATE FUNCTION token() RETURNS text LANGUAGE sql AS $$ SELECT md5(random()::text) $$;',
                sql: 'ALTER TABLE ONLY t ADD COLUMN a int, ADD COLUMN b text DEFAULT token();',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t'), (0,verdict_fact/* rewrite */.v8)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (id int); CREATE SEQUENCE s;',
                sql: "ALTER TABLE t ADD COLUMN n bigint DEFAULT nextval('s');",
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t'), (0,verdict_fact/* rewrite */.v8)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (id int); CREATE DOMAIN token AS uuid DEFAULT gen_random_uuid();',
                sql: 'ALTER TABLE t ADD COLUMN a token;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t'), (0,verdict_fact/* rewrite */.v8)('public.t')],
            },
        ],
        good: [
            { setup: 'CREATE TABLE t (id int);', sql: 'ALTER TABLE t ADD COLUMN a timestamptz NOT NULL DEFAULT now();' },
            {
                setup: 'CREATE TABLE t (id int);',
                sql: "ALTER TABLE t ADD COLUMN a int DEFAULT -1, ADD COLUMN b date DEFAULT current_date, ADD COLUMN c text DEFAULT to_char(now(), 'YYYY');",
            },
            {
                setup: 'CREATE TABLE t (id int); CREATE FUNCTION one() RETURNS int IMMUTABLE LANGUAGE sql AS $$ SELECT 1 $$;',
                sql: 'ALTER TABLE t ADD COLUMN a int DEFAULT one();',
            },
            { sql: 'CREATE TABLE t (id int);\nALTER TABLE t ADD COLUMN a uuid DEFAULT gen_random_uuid();' },
            { sql: 'CREATE TEMP TABLE t (id int);\nALTER TABLE t ADD COLUMN a uuid DEFAULT gen_random_uuid();' },
            { setup: 'CREATE TABLE t (id int);', sql: 'ALTER TABLE t ALTER COLUMN id SET DEFAULT random();' },
            {
                setup: 'CREATE TABLE t (id int); CREATE DOMAIN token AS uuid DEFAULT gen_random_uuid();',
                sql: 'ALTER TABLE t ADD COLUMN a token DEFAULT NULL;',
            },
            {
                setup: 'CREATE TABLE t (id int);',
                sql: 'ALTER TABLE t ADD COLUMN IF NOT EXISTS id int DEFAULT random();\nALTER TABLE IF EXISTS missing ADD COLUMN a int DEFAULT random();',
            },
        ],
    },
}));
/** A domain's default applies where the column has none of its own. */
function defaultOf({ constraints, default: own, type }, schema) {
    const overridden = constraints.some(({ contype }) => contype === 'CONSTR_DEFAULT');
    return overridden ? own : (0,domains/* domainOf */.Ow)(type, schema)?.default;
}
function add_column_volatile_default_steps(column, called) {
    const value = column.text.default ?? `${called}()`;
    const required = column.constraints.some(({ contype }) => contype === 'CONSTR_NOTNULL');
    return [
        addColumn(column, value),
        fill(column.table, column.name, value),
        ...(required ? ruleOutNull(column.table, [column.name]) : []),
    ];
}

;// CONCATENATED MODULE: ./build/rules/add-column-with-check.js







/* harmony default export */ const add_column_with_check = ((0,rule/* defineRule */.K)({
    id: 'add-column-with-check',
    harm: 'blocks',
    summary: 'A CHECK inside ADD COLUMN reads every row while the table is locked',
    why: `Postgres holds every row against a CHECK that comes with a new column, though each of them has the same NULL or default
there. It does so under ACCESS EXCLUSIVE, and nobody reads or writes the table meanwhile. NOT VALID can’t be written inside
a column’s definition.`,
    fix: `Add the column first, then the CHECK with ADD CONSTRAINT … NOT VALID, and VALIDATE CONSTRAINT in a transaction of its
own, which lets reads and writes pass.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        for (const column of addedColumns(statement, context.schema)) {
            const { table, name, constraints } = column;
            const check = constraints.find(({ contype, is_enforced: enforced }) => contype === 'CONSTR_CHECK' && enforced !== false);
            const found = check && predicted(table, context);
            if (!found)
                continue;
            const constraint = check.conname ?? quoteLast(table, `_${name}_check`);
            const alter = `ALTER TABLE ${sqlName(table)}`;
            context.report({
                message: `The CHECK on the new column ${name} is held against every row of ${(0,schema_objects/* shortName */.EU)(table)} under ${found.lock}: all reads and writes wait.`,
                help: {
                    says: 'Add the column alone, and then the CHECK without stopping anybody.',
                    steps: [
                        addColumn(column, column.text.default),
                        ...notValid(table, constraint, `${alter} ADD CONSTRAINT ${constraint} CHECK (${CONDITION.exec(statement.sql)?.[1] ?? '…'}) NOT VALID;`),
                    ],
                },
                claim: found.claim,
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (id int);',
                sql: 'ALTER TABLE t ADD COLUMN n int CHECK (n > 0);',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (id int);',
                sql: 'ALTER TABLE t ADD COLUMN n int NOT NULL DEFAULT 1 CONSTRAINT positive CHECK (n > 0);',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (id int);',
                sql: 'ALTER TABLE t ADD COLUMN n int;\nALTER TABLE t ADD CONSTRAINT n_check CHECK (n > 0) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT n_check;',
            },
            { sql: 'CREATE TABLE t (id int);\nALTER TABLE t ADD COLUMN n int CHECK (n > 0);' },
            {
                setup: 'CREATE TABLE t (id int);',
                sql: 'ALTER TABLE t ADD COLUMN n int CHECK (n > 0) NOT ENFORCED;',
                postgres: { from: 18 },
            },
        ],
    },
}));
/** A condition without parentheses inside, or with one level of them. */
const CONDITION = /\bcheck\s*\(((?:[^()]|\([^()]*\))*)\)/i;

;// CONCATENATED MODULE: ./build/rules/add-exclusion-constraint.js





/* harmony default export */ const add_exclusion_constraint = ((0,rule/* defineRule */.K)({
    id: 'add-exclusion-constraint',
    harm: 'blocks',
    summary: 'A new EXCLUDE constraint locks the table for everyone, and nothing avoids it',
    why: `ADD CONSTRAINT … EXCLUDE builds its index under ACCESS EXCLUSIVE and holds every row against the others: all reads and
writes of the table wait until it is done. There is no other way to add one to a table that is there: it takes neither NOT
VALID nor USING INDEX.`,
    fix: `Plan a maintenance window that fits the table’s size. Or make a new table with the constraint, fill it in batches, keep
it in step with triggers, and swap the two tables by their names in one short transaction.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        for (const { table, facts, name } of addedConstraints(statement)) {
            if (facts.type !== 'exclusion' || context.schema.isNew(table))
                continue;
            const found = predicted(table, context);
            if (found === undefined)
                continue;
            context.report({
                message: `EXCLUDE takes ${found.lock} on ${(0,schema_objects/* shortName */.EU)(table)}: reads and writes wait until the index of ${name} is built and every row is checked.`,
                help: `Run it in a maintenance window, measured on a copy of ${(0,schema_objects/* shortName */.EU)(table)} beforehand; or build a new table with the constraint and swap the two.`,
                claim: found.claim,
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE booking (during tstzrange);',
                sql: 'ALTER TABLE booking ADD CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&);',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.booking'), (0,verdict_fact/* scan */.SQ)('public.booking')],
            },
        ],
        good: [
            {
                sql: 'CREATE TABLE booking (during tstzrange);\nALTER TABLE booking ADD EXCLUDE USING gist (during WITH &&);',
            },
            { sql: 'CREATE TABLE booking (during tstzrange, EXCLUDE USING gist (during WITH &&));' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/add-identity-to-nullable-column.js






/* harmony default export */ const add_identity_to_nullable_column = ((0,rule/* defineRule */.K)({
    id: 'add-identity-to-nullable-column',
    harm: 'stops',
    summary: 'Only a NOT NULL column can become an identity column',
    why: `Postgres refuses ADD GENERATED … AS IDENTITY for a column that may be NULL (SQLSTATE 55000), and the migration stops
there, even where the table is empty.`,
    fix: 'Make the column NOT NULL first, without reading the rows under a strong lock: by way of a CHECK that is validated on its own.',
    statements: ['AlterTableStmt'],
    check(statement, { schema, report }) {
        const commands = alterCommands(statement);
        for (const { table, subtype, command } of commands) {
            const { name = '' } = command;
            if (subtype !== 'AT_AddIdentity' || schema.find('column', `${table}.${name}`)?.facts?.notNull !== false)
                continue;
            // The same statement may make it NOT NULL.
            if (commands.some((one) => one.subtype === 'AT_SetNotNull' && one.command.name === name))
                continue;
            report({
                message: `${name} of ${(0,schema_objects/* shortName */.EU)(table)} may be NULL, so Postgres refuses to make it an identity column, and the migration stops here.`,
                help: `Make it NOT NULL first:\nALTER TABLE ${sqlName(table)} ALTER COLUMN ${(0,ast/* quoteIdentifier */.Cm)(name)} SET NOT NULL;\n${statement.sql};`,
                claim: (0,verdict_fact/* refused */.J5)('55000'),
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (id int);',
                sql: 'ALTER TABLE t ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;',
                claim: (0,verdict_fact/* refused */.J5)('55000'),
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (id int PRIMARY KEY);',
                sql: 'ALTER TABLE t ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;',
            },
            {
                setup: 'CREATE TABLE t (id int);',
                sql: 'ALTER TABLE t ALTER COLUMN id SET NOT NULL, ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;',
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/add-primary-key.js








/* harmony default export */ const add_primary_key = ((0,rule/* defineRule */.K)({
    id: 'add-primary-key',
    harm: 'blocks',
    summary: 'A new primary key locks the table for everyone while its index is built',
    why: `ADD PRIMARY KEY builds a unique index under ACCESS EXCLUSIVE, and reads every row once more where a column could be
NULL: all reads and writes of the table wait until both are done.`,
    fix: `Make the columns NOT NULL first, by way of a CHECK that is added NOT VALID and validated. Build the index with CREATE
UNIQUE INDEX CONCURRENTLY, outside a transaction, and let the primary key take it over: ADD CONSTRAINT … PRIMARY KEY USING
INDEX then takes ACCESS EXCLUSIVE for a moment only.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        const { schema } = context;
        for (const added of addedConstraints(statement)) {
            const { table, facts, constraint } = added;
            if (facts.type !== 'primary key' || constraint.indexname || schema.isNew(table))
                continue;
            const found = predicted(table, context);
            if (found === undefined)
                continue;
            const nullable = facts.columns.filter((column) => !schema.find('column', `${table}.${column}`)?.facts?.notNull);
            const steps = nullable.length > 0 ? ruleOutNull(table, nullable) : [];
            context.report({
                message: `PRIMARY KEY (${facts.columns.map(ast/* quoteIdentifier */.Cm).join(', ')}) takes ${found.lock} on ${(0,schema_objects/* shortName */.EU)(table)}: reads and writes wait until its index is built.`,
                help: (0,touch/* isPartitioned */.gN)(table, schema)
                    ? PARTITION_BY_PARTITION
                    : takesIndexAsIs(constraint)
                        ? {
                            says: 'Build the index beside all traffic; the key then takes it over at once.',
                            steps: [...steps, ...keyByIndex(table, (0,ast/* quoteIdentifier */.Cm)(added.name), buildAndUseIndex(added))],
                        }
                        : 'WITHOUT OVERLAPS can’t take over an index that is there: plan a maintenance window for it.',
                claim: found.claim,
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (id int NOT NULL);',
                sql: 'ALTER TABLE t ADD PRIMARY KEY (id);',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a int, b int);',
                sql: 'ALTER TABLE t ADD CONSTRAINT t_key PRIMARY KEY (a, b);',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE p (a int NOT NULL) PARTITION BY LIST (a); CREATE TABLE q PARTITION OF p FOR VALUES IN (1);',
                sql: 'ALTER TABLE p ADD PRIMARY KEY (a);',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.p'),
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (id int NOT NULL);',
                sql: 'CREATE UNIQUE INDEX CONCURRENTLY t_pkey ON t (id);\nALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey;',
            },
            { sql: 'CREATE TABLE t (id int);\nALTER TABLE t ADD PRIMARY KEY (id);' },
            { sql: 'CREATE TEMP TABLE t (id int);\nALTER TABLE t ADD PRIMARY KEY (id);' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/add-unique-constraint.js








/* harmony default export */ const add_unique_constraint = ((0,rule/* defineRule */.K)({
    id: 'add-unique-constraint',
    harm: 'blocks',
    summary: 'A new UNIQUE constraint locks the table for everyone while its index is built',
    why: `ADD CONSTRAINT … UNIQUE builds an index under ACCESS EXCLUSIVE: all reads and writes of the table wait until every row
has been read and sorted. CREATE UNIQUE INDEX would at least let reads pass. Rows that are there twice make it fail.`,
    fix: `Build the index with CREATE UNIQUE INDEX CONCURRENTLY, outside a transaction, and then make it the constraint’s with ADD
CONSTRAINT … UNIQUE USING INDEX, which takes ACCESS EXCLUSIVE for a moment only. Look for duplicates first: a build that
finds one fails and leaves an invalid index behind.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        const { schema } = context;
        for (const added of addedConstraints(statement)) {
            const { table, facts, constraint } = added;
            if (facts.type !== 'unique' || constraint.indexname || schema.isNew(table))
                continue;
            const found = predicted(table, context);
            if (found === undefined)
                continue;
            const columns = facts.columns.map(ast/* quoteIdentifier */.Cm).join(', ');
            context.report({
                message: `UNIQUE (${columns}) takes ${found.lock} on ${(0,schema_objects/* shortName */.EU)(table)}: reads and writes wait until its index is built.`,
                help: (0,touch/* isPartitioned */.gN)(table, schema)
                    ? PARTITION_BY_PARTITION
                    : takesIndexAsIs(constraint)
                        ? {
                            says: 'Build the index beside all traffic; the constraint then takes it over at once.',
                            steps: keyByIndex(table, (0,ast/* quoteIdentifier */.Cm)(added.name), buildAndUseIndex(added)),
                        }
                        : 'WITHOUT OVERLAPS can’t take over an index that is there: plan a maintenance window for it.',
                claim: found.claim,
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int, b int);',
                sql: 'ALTER TABLE t ADD CONSTRAINT once UNIQUE (a, b);',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a int, b int);',
                sql: 'ALTER TABLE t ADD COLUMN c int, ADD UNIQUE NULLS NOT DISTINCT (a) INCLUDE (b) DEFERRABLE;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE q PARTITION OF p FOR VALUES IN (1);',
                sql: 'ALTER TABLE p ADD UNIQUE (a);',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.p'),
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'CREATE UNIQUE INDEX CONCURRENTLY once ON t (a);\nALTER TABLE t ADD CONSTRAINT once UNIQUE USING INDEX once;',
            },
            { sql: 'CREATE TABLE t (a int);\nALTER TABLE t ADD UNIQUE (a);' },
            { sql: 'CREATE TEMP TABLE t (a int);\nALTER TABLE t ADD UNIQUE (a);' },
            { sql: 'ALTER TABLE IF EXISTS missing ADD UNIQUE (a);' },
        ],
    },
}));

// EXTERNAL MODULE: ./build/schema/column-type-change.js + 2 modules
var column_type_change = __webpack_require__(81);
;// CONCATENATED MODULE: ./build/lint/facts/type-changes.js






const type_changes_TYPE = /\stype\s+([\s\S]+?)(?:\s+using\s+([\s\S]+))?$/i;
/** The changes whose effect is known, of tables that existed before the change. */
function changedTypes(statement, context) {
    const { schema, session } = context;
    if ((0,ast/* nodeOf */.E7)(statement.node, 'AlterTableStmt')?.objtype !== 'OBJECT_TABLE')
        return [];
    const commands = alterCommands(statement);
    if (!commands.some(({ subtype }) => subtype === 'AT_AlterColumnType'))
        return [];
    const ranges = rangesOf(statement);
    return commands.flatMap(({ table, subtype, command }, at) => {
        if (subtype !== 'AT_AlterColumnType' || schema.isNew(table))
            return [];
        const change = (0,column_type_change/* columnTypeChange */.F)(table, command, schema, inUtc(session));
        const found = change && predicted(table, context);
        if (!found)
            return [];
        const range = ranges?.[at];
        const [, to = change.to.name, using] = type_changes_TYPE.exec(range ? statement.sql.slice(range.start, range.end) : '') ?? [];
        const rewrites = change.work === 'rewrite' && !(0,touch/* isPartitioned */.gN)(table, schema);
        const claim = rewrites ? (0,verdict_fact/* touches */.yI)(found.lock, table, { scans: true, rewrites }) : found.claim;
        return [{ ...change, table, lock: found.lock, claim, text: { to, ...(using && { using }) } }];
    });
}
const UTC = /^(?:etc\/)?(?:utc|uct|gmt|zulu|universal|greenwich)$|^[+-]?0+$/i;
/** Undefined where the script leaves the time zone to the server. */
function inUtc(session) {
    const zone = session.get('timezone')?.value;
    return zone === undefined || zone === null ? undefined : UTC.test(zone);
}

;// CONCATENATED MODULE: ./build/rules/alter-column-type-depends-on-timezone.js




/* harmony default export */ const alter_column_type_depends_on_timezone = ((0,rule/* defineRule */.K)({
    id: 'alter-column-type-depends-on-timezone',
    harm: 'decision',
    summary: 'What timestamp to timestamptz does to the table depends on the session’s time zone',
    why: `Without USING, Postgres takes the old values for times of the session’s TimeZone, or turns them into such. Whichever
zone the migration’s connection happens to have decides what the values mean afterwards. Where it is UTC, the stored bytes
stay as they are; with any other zone the table and its indexes are written anew under ACCESS EXCLUSIVE.`,
    fix: 'Set the time zone that the values are in before the statement. UTC touches no row.',
    statements: ['AlterTableStmt'],
    check(statement, context) {
        for (const { table, column, work, lock, claim } of changedTypes(statement, context)) {
            if (work !== 'rewrite unless UTC')
                continue;
            const [set, reset] = statement.transaction.kind === 'none' ? ['SET', '\nRESET timezone;'] : ['SET LOCAL', ''];
            context.report({
                message: `The session’s TimeZone decides what the values of ${column} become; unless it is UTC, ${(0,schema_objects/* shortName */.EU)(table)} is also rewritten under ${lock}, and reads and writes wait.`,
                help: `Say which zone the values are in; only who wrote them knows. If it is UTC:\n${set} timezone = 'UTC';\n${statement.sql};${reset}`,
                claim,
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a timestamp);',
                sql: 'ALTER TABLE t ALTER COLUMN a TYPE timestamptz;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'),
            },
            {
                setup: 'CREATE TABLE t (a timestamptz(3));',
                sql: 'BEGIN;\nALTER TABLE t ALTER COLUMN a TYPE timestamp without time zone;\nCOMMIT;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'),
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a timestamp);',
                sql: "SET TIME ZONE 'UTC';\nALTER TABLE t ALTER COLUMN a TYPE timestamptz;",
            },
            {
                setup: 'CREATE TABLE t (a timestamp);',
                sql: "ALTER TABLE t ALTER COLUMN a TYPE timestamptz USING a AT TIME ZONE 'Europe/Berlin';",
            },
            { setup: 'CREATE TABLE t (a timestamp);', sql: 'ALTER TABLE t ALTER COLUMN a TYPE timestamp(6);' },
            { sql: 'CREATE TABLE t (a timestamp);\nALTER TABLE t ALTER COLUMN a TYPE timestamptz;' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/alter-column-type-narrowing.js





/* harmony default export */ const alter_column_type_narrowing = ((0,rule/* defineRule */.K)({
    id: 'alter-column-type-narrowing',
    harm: 'loses',
    summary: 'The new column type doesn’t hold every value of the old one',
    why: `A value that doesn’t fit stops the migration (SQLSTATE 22001 or 22003), or, where Postgres rounds or an explicit cast
cuts, is changed without a word. The rollback can’t bring back what was cut. Whether there is such a value shows only in
production.`,
    fix: `Look for values that don’t fit first, and decide what becomes of them. A CHECK that is added NOT VALID and validated
keeps new ones out before the type changes; often it makes the change of type superfluous.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        for (const change of changedTypes(statement, context)) {
            const { table, column, narrowing, text } = change;
            if (narrowing === undefined)
                continue;
            const outcome = narrowing === 'cut' ? 'are cut or rounded without a word' : 'make the migration fail';
            context.report({
                message: `Values of ${column} in ${(0,schema_objects/* shortName */.EU)(table)} that don’t fit into ${text.to} ${outcome}.`,
                help: look(change),
            });
        }
    },
    examples: {
        bad: [
            { setup: 'CREATE TABLE t (a varchar(20));', sql: 'ALTER TABLE t ALTER COLUMN a TYPE varchar(10);' },
            { setup: 'CREATE TABLE t (a text);', sql: 'ALTER TABLE t ALTER a TYPE varchar(10) USING a::varchar(10);' },
            { setup: 'CREATE TABLE t (a bigint);', sql: 'ALTER TABLE t ALTER COLUMN a TYPE int;' },
            { setup: 'CREATE TABLE t (a numeric(10, 2));', sql: 'ALTER TABLE t ALTER COLUMN a TYPE numeric(10, 1);' },
            { setup: 'CREATE TABLE t (a timestamptz);', sql: 'ALTER TABLE t ALTER COLUMN a TYPE date;' },
        ],
        good: [
            { setup: 'CREATE TABLE t (a varchar(10));', sql: 'ALTER TABLE t ALTER COLUMN a TYPE varchar(20);' },
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint;' },
            { setup: 'CREATE TABLE t (a numeric(10, 2));', sql: 'ALTER TABLE t ALTER COLUMN a TYPE numeric(12, 3);' },
            { setup: 'CREATE TABLE t (a date);', sql: 'ALTER TABLE t ALTER COLUMN a TYPE timestamptz;' },
            { sql: 'CREATE TABLE t (a varchar(20));\nALTER TABLE t ALTER COLUMN a TYPE varchar(10);' },
        ],
    },
}));
/** How to find the values that don't fit. */
function look({ table, column, to, text }) {
    const name = (0,ast/* quoteIdentifier */.Cm)(column);
    const length = to.modifiers[0];
    const sized = /^(varchar|bpchar|varbit)$/.test(to.name) && length !== undefined;
    // A value that survives the way there and back fits.
    const where = sized ? `length(${name}) > ${length}` : `${name} <> ${name}::${text.to}`;
    return `Look for such values before, and decide what becomes of them (where the query itself fails, there is one):\nSELECT count(*) FROM ${sqlName(table)} WHERE ${where};`;
}

;// CONCATENATED MODULE: ./build/rules/alter-column-type-needs-using.js








/* harmony default export */ const alter_column_type_needs_using = ((0,rule/* defineRule */.K)({
    id: 'alter-column-type-needs-using',
    harm: 'stops',
    summary: 'The new type needs USING: Postgres doesn’t convert to it by itself',
    why: `Without USING, ALTER COLUMN … TYPE converts the values as an assignment would. There is no such conversion from text to
a number, a date or an enum, nor between numbers and bool: Postgres answers with SQLSTATE 42804, and the migration stops
there, even on an empty table.`,
    fix: 'Say how to convert the values, for example with a cast in USING. Note that this rewrites the table.',
    statements: ['AlterTableStmt'],
    check(statement, { schema, report }) {
        for (const { table, subtype, command } of alterCommands(statement)) {
            const change = subtype === 'AT_AlterColumnType' ? (0,column_type_change/* columnTypeChange */.F)(table, command, schema) : undefined;
            if (!change?.needsUsing || !change.from)
                continue;
            const name = (0,ast/* quoteIdentifier */.Cm)(change.column);
            report({
                message: `Postgres doesn’t convert ${change.column} of ${(0,schema_objects/* shortName */.EU)(table)} from ${(0,types/* typeText */.wQ)(change.from)} to ${(0,types/* typeText */.wQ)(change.to)} by itself: the migration stops here.`,
                help: `Say how to convert it:\nALTER TABLE ${sqlName(table)} ALTER COLUMN ${name} TYPE ${(0,types/* typeText */.wQ)(change.to)} USING ${name}::${(0,types/* typeText */.wQ)(change.to)};`,
                claim: (0,verdict_fact/* refused */.J5)('42804'),
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a text);',
                sql: 'ALTER TABLE t ALTER COLUMN a TYPE int;',
                claim: (0,verdict_fact/* refused */.J5)('42804'),
            },
            {
                setup: "CREATE TABLE t (a varchar(9)); CREATE TYPE mood AS ENUM ('ok');",
                sql: 'ALTER TABLE t ALTER COLUMN a TYPE mood;',
                claim: (0,verdict_fact/* refused */.J5)('42804'),
            },
            { sql: 'CREATE TABLE t (a bool);\nALTER TABLE t ALTER a TYPE int;', claim: (0,verdict_fact/* refused */.J5)('42804') },
        ],
        good: [
            { setup: 'CREATE TABLE t (a text);', sql: 'ALTER TABLE t ALTER COLUMN a TYPE int USING a::int;' },
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ALTER COLUMN a TYPE text;' },
            { setup: 'CREATE TABLE t (a json);', sql: 'ALTER TABLE t ALTER COLUMN a TYPE jsonb;' },
            { setup: 'CREATE TABLE t (a text); CREATE DOMAIN d AS text;', sql: 'ALTER TABLE t ALTER COLUMN a TYPE d;' },
            {
                setup: "CREATE TABLE t (a text); CREATE DOMAIN filled AS text CHECK (value <> '');",
                sql: 'ALTER TABLE t ALTER COLUMN a TYPE filled;',
            },
        ],
    },
}));

// EXTERNAL MODULE: ./build/schema/footprint/foreign-keys.js
var foreign_keys = __webpack_require__(3440);
;// CONCATENATED MODULE: ./build/rules/alter-column-type-on-foreign-key.js






/* harmony default export */ const alter_column_type_on_foreign_key = ((0,rule/* defineRule */.K)({
    id: 'alter-column-type-on-foreign-key',
    harm: 'blocks',
    summary: 'A new type for a foreign key’s column locks the other table as well',
    why: `Postgres makes the foreign key anew for the new type. While the table with the column is rewritten, the table on the
other side is locked with ACCESS EXCLUSIVE as well, and the key is then checked for every row: nobody reads or writes either
of the two.`,
    fix: `Add a column of the new type on both sides, keep them equal with triggers, fill them in batches, give the new columns a
foreign key with NOT VALID, and validate it on its own; then move the application over.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        for (const change of changedTypes(statement, context)) {
            if (change.work !== 'rewrite')
                continue;
            for (const other of otherSides(change, context)) {
                const found = predicted(other, context);
                if (!found)
                    continue;
                context.report({
                    message: `${change.column} is part of a foreign key with ${(0,schema_objects/* shortName */.EU)(other)}, which is locked with ${found.lock} while ${(0,schema_objects/* shortName */.EU)(change.table)} is rewritten: reads and writes of both wait.`,
                    help: `Don’t change the type in place. Give ${(0,schema_objects/* shortName */.EU)(change.table)} and ${(0,schema_objects/* shortName */.EU)(other)} a second column of type ${change.text.to}, fill them in batches, and switch over once a new foreign key between them is validated.`,
                    claim: (0,verdict_fact/* lock */.s2)(found.lock, other),
                });
            }
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (parent_id int REFERENCES parent);',
                sql: 'ALTER TABLE parent ALTER COLUMN id TYPE bigint;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.child'),
            },
            {
                setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (parent_id int REFERENCES parent (id));',
                sql: 'ALTER TABLE child ALTER COLUMN parent_id TYPE bigint;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.parent'),
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE parent (id int PRIMARY KEY, n int); CREATE TABLE child (parent_id int REFERENCES parent, n int);',
                sql: 'ALTER TABLE parent ALTER COLUMN n TYPE bigint;\nALTER TABLE child ALTER COLUMN n TYPE bigint;',
            },
            {
                setup: 'CREATE TABLE parent (id varchar(9) PRIMARY KEY); CREATE TABLE child (parent_id varchar(9) REFERENCES parent);',
                sql: 'ALTER TABLE parent ALTER COLUMN id TYPE varchar(20);',
            },
            {
                setup: 'CREATE TABLE tree (id int PRIMARY KEY, up int REFERENCES tree);',
                sql: 'ALTER TABLE tree ALTER COLUMN up TYPE bigint;',
            },
        ],
    },
}));
/** The old tables on the other sides of foreign keys with the column. */
function otherSides({ table, column }, { schema, postgresVersion: version }) {
    const own = schema
        .partsOf(table, 'constraint')
        .flatMap(({ facts }) => (facts?.columns?.includes(column) && facts.references ? [facts.references.table] : []));
    const others = schema
        .foreignKeysTo(table)
        .flatMap((key) => (key.table && (0,foreign_keys/* referencesColumn */.rd)(key, column, { schema, version }) ? [key.table] : []));
    return [...new Set([...own, ...others])].filter((other) => other !== table && !schema.isNew(other));
}

;// CONCATENATED MODULE: ./build/rules/alter-column-type-rewrites.js







/* harmony default export */ const alter_column_type_rewrites = ((0,rule/* defineRule */.K)({
    id: 'alter-column-type-rewrites',
    harm: 'blocks',
    summary: 'A new column type rewrites the whole table and its indexes',
    why: `Where the new type is stored in another way than the old one, Postgres writes every row and every index anew under
ACCESS EXCLUSIVE, and nobody reads or writes the table meanwhile. Some changes look harmless and aren’t: int to bigint,
char(n) to text, varchar(n)[] to text[], another scale of numeric, or USING with anything but a cast. Others only look
dangerous: a longer varchar, varchar to text, a larger precision of numeric or timestamp touch no row, and aren’t reported.`,
    fix: `Add a column of the new type, let a trigger keep it equal to the old one, fill it in batches, move the application
over, and drop the old column in a later migration.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        for (const change of changedTypes(statement, context)) {
            const { table, column, work, lock, claim, text } = change;
            if (work !== 'rewrite' || change.needsUsing)
                continue;
            context.report({
                message: `TYPE ${text.to} writes every row of ${(0,schema_objects/* shortName */.EU)(table)} and all its indexes anew under ${lock}: reads and writes wait until that is done.`,
                help: alter_column_type_rewrites_inUtc(change) ?? asCheck(change, context.schema) ?? expandAndContract(change, (0,ast/* quoteIdentifier */.Cm)(column)),
                claim,
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t'), (0,verdict_fact/* rewrite */.v8)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a char(4), b varchar(9)[]);',
                sql: 'ALTER TABLE t ALTER a TYPE text, ALTER COLUMN b SET DATA TYPE text[];',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t'), (0,verdict_fact/* rewrite */.v8)('public.t')],
            },
            {
                setup: "CREATE TABLE t (a text); CREATE DOMAIN filled AS text CHECK (value <> '');",
                sql: 'ALTER TABLE t ALTER COLUMN a TYPE filled;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t'), (0,verdict_fact/* rewrite */.v8)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a timestamp);',
                sql: "ALTER TABLE t ALTER COLUMN a TYPE timestamptz USING a AT TIME ZONE 'UTC';",
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t'), (0,verdict_fact/* rewrite */.v8)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a timestamp);',
                sql: "SET timezone = 'Europe/Berlin';\nALTER TABLE t ALTER COLUMN a TYPE timestamptz;",
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t'), (0,verdict_fact/* rewrite */.v8)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a text);',
                sql: 'ALTER TABLE t ALTER COLUMN a TYPE jsonb USING a::jsonb;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t'), (0,verdict_fact/* rewrite */.v8)('public.t')],
            },
            {
                setup: 'CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE q PARTITION OF p FOR VALUES IN (1);',
                sql: 'ALTER TABLE p ALTER COLUMN b TYPE bigint;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.p'),
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a varchar(10), b numeric(10, 2), c timestamp(3), d cidr, e text, f varchar(9)[]);',
                sql: 'ALTER TABLE t ALTER a TYPE varchar(20), ALTER b TYPE numeric(12, 2), ALTER c TYPE timestamp, ALTER d TYPE inet, ALTER e TYPE varchar, ALTER f TYPE varchar[];',
            },
            { setup: 'CREATE TABLE t (a varchar(10));', sql: 'ALTER TABLE t ALTER COLUMN a TYPE text USING a::text;' },
            {
                setup: 'CREATE TABLE t (a timestamp);',
                sql: "SET timezone = 'UTC';\nALTER TABLE t ALTER COLUMN a TYPE timestamptz;",
            },
            { setup: 'CREATE TABLE t (a text); CREATE DOMAIN label AS text;', sql: 'ALTER TABLE t ALTER a TYPE label;' },
            { sql: 'CREATE TABLE t (a int);\nALTER TABLE t ALTER COLUMN a TYPE bigint;' },
            { setup: 'CREATE TYPE pair AS (a int, b int);', sql: 'ALTER TYPE pair ALTER ATTRIBUTE a TYPE bigint;' },
        ],
    },
}));
/** In UTC the bytes of timestamp and timestamptz are the same. */
function alter_column_type_rewrites_inUtc({ table, column, from, to, text }) {
    const names = [from?.name, to.name].sort().join(' ');
    if (names !== 'timestamp timestamptz' || !/\bat\s+time\s+zone\s+'utc'/i.test(text.using ?? ''))
        return undefined;
    return `Leave out USING and let the session’s time zone say the same: then no row is touched.\nSET timezone = 'UTC';\nALTER TABLE ${sqlName(table)} ALTER COLUMN ${(0,ast/* quoteIdentifier */.Cm)(column)} TYPE ${text.to};`;
}
/** A column of a constrained domain can't even be added without rewriting the table. */
function asCheck({ table, to }, schema) {
    if (!(0,domains/* domainOf */.Ow)(to, schema)?.constrained)
        return undefined;
    const [target, name] = [sqlName(table), quoteLast(table, '_check')];
    return `Keep the type, and give the table the domain’s condition (write it for … below), in two transactions:\nALTER TABLE ${target} ADD CONSTRAINT ${name} CHECK (…) NOT VALID;\nALTER TABLE ${target} VALIDATE CONSTRAINT ${name};`;
}
function expandAndContract({ table, column, text }, name) {
    const target = sqlName(table);
    const next = (0,ast/* quoteIdentifier */.Cm)(`${column}_new`);
    const value = text.using ?? name;
    return `Add a second column, keep both equal with a trigger, fill it in batches (repeat the UPDATE until it changes no row), and switch over when the application uses it:\nALTER TABLE ${target} ADD COLUMN ${next} ${text.to};\nUPDATE ${target} SET ${next} = ${value} WHERE ctid IN (SELECT ctid FROM ${target} WHERE ${next} IS NULL AND ${name} IS NOT NULL LIMIT 10000);`;
}

;// CONCATENATED MODULE: ./build/rules/alter-column-type-scans.js






/* harmony default export */ const alter_column_type_scans = ((0,rule/* defineRule */.K)({
    id: 'alter-column-type-scans',
    harm: 'blocks',
    summary: 'A type change that keeps the rows still reads them all for an index or a CHECK',
    why: `Changing varchar(10) to text, or only the collation, leaves the rows as they are. But a CHECK that names the column is
held against every row again, and an index is built anew where its order or its expression depends on the type. Both happen
under ACCESS EXCLUSIVE, and nobody reads or writes the table meanwhile.`,
    fix: `Drop the CHECK or the index first, change the type, and then add the CHECK with NOT VALID and validate it in a
transaction of its own, or build the index with CONCURRENTLY. Where the table can’t do without the index meanwhile, change
over to a new column.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        for (const { table, column, work, because, lock, claim, text } of changedTypes(statement, context)) {
            if (work !== 'scan' && work !== 'index rebuild')
                continue;
            const rebuilds = work === 'index rebuild';
            const [target, first = ''] = [sqlName(table), because[0]];
            const change = `ALTER TABLE ${target} ALTER COLUMN ${(0,ast/* quoteIdentifier */.Cm)(column)} TYPE ${text.to};`;
            const name = (0,ast/* quoteIdentifier */.Cm)(first.slice(first.lastIndexOf('.') + 1));
            context.report({
                message: `TYPE ${text.to} keeps the rows of ${(0,schema_objects/* shortName */.EU)(table)}, but ${rebuilds ? `builds ${enumerated(because)} anew` : `holds ${enumerated(because.map((one) => one.slice(one.lastIndexOf('.') + 1)))} against each of them`} under ${lock}: reads and writes wait.`,
                help: rebuilds
                    ? `If the table can do without ${because.length > 1 ? 'these indexes' : 'the index'} for a while, drop it, change the type, and build it again, outside a transaction:\nDROP INDEX CONCURRENTLY ${sqlName(first)};\n${change}\nCREATE INDEX CONCURRENTLY ${name} ON ${target} (…);`
                    : `Take the CHECK away for the change, and validate it on its own afterwards:\nALTER TABLE ${target} DROP CONSTRAINT ${name};\n${change}\nALTER TABLE ${target} ADD CONSTRAINT ${name} CHECK (…) NOT VALID;\nALTER TABLE ${target} VALIDATE CONSTRAINT ${name};`,
                claim,
            });
        }
    },
    examples: {
        bad: [
            {
                setup: "CREATE TABLE t (a varchar(10) CHECK (a <> ''));",
                sql: 'ALTER TABLE t ALTER COLUMN a TYPE text;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a text); CREATE INDEX i ON t (a);',
                sql: 'ALTER TABLE t ALTER COLUMN a TYPE text COLLATE "C";',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a varchar(10)); CREATE INDEX i ON t (lower(a));',
                sql: 'ALTER TABLE t ALTER COLUMN a TYPE varchar(20);',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: "CREATE TABLE t (a varchar(10), b int); CREATE INDEX i ON t (b) WHERE a = 'x';",
                sql: 'ALTER TABLE t ALTER COLUMN a TYPE varchar(20);',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a varchar(10) PRIMARY KEY); CREATE INDEX i ON t (a varchar_pattern_ops);',
                sql: 'ALTER TABLE t ALTER COLUMN a TYPE text;',
            },
            { setup: 'CREATE TABLE t (a text);', sql: 'ALTER TABLE t ALTER COLUMN a TYPE text COLLATE "C";' },
            {
                setup: 'CREATE TABLE t (a varchar(10)); ALTER TABLE t ADD CONSTRAINT c CHECK (a <> $$$$) NOT VALID;',
                sql: 'ALTER TABLE t ALTER COLUMN a TYPE text;',
            },
            {
                setup: 'CREATE TABLE t (a varchar(10), b int CHECK (b > 0)); CREATE INDEX i ON t (b);',
                sql: 'ALTER TABLE t ALTER COLUMN a TYPE text;',
            },
            { sql: 'CREATE TABLE t (a varchar(10) CHECK (a <> $$$$));\nALTER TABLE t ALTER COLUMN a TYPE text;' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/alter-column-type-unknown.js









/* harmony default export */ const alter_column_type_unknown = ((0,rule/* defineRule */.K)({
    id: 'alter-column-type-unknown',
    harm: 'decision',
    summary: 'A column gets a new type, and no script tells its old one',
    why: `Whether TYPE writes the table anew depends on the old type: varchar to text, or to a longer varchar, touches no row; from
nearly everything else every row and every index is written anew under ACCESS EXCLUSIVE, and nobody reads or writes the table
meanwhile. No script that was read tells the old type.`,
    fix: `Look the old type up, or name the SQL that creates the table as the baseline: then this is decided here. If the table is
rewritten, add a column of the new type and move over to it step by step.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        if ((0,ast/* nodeOf */.E7)(statement.node, 'AlterTableStmt')?.objtype !== 'OBJECT_TABLE')
            return;
        for (const { table, subtype, command } of alterCommands(statement)) {
            if (subtype !== 'AT_AlterColumnType' || context.schema.isNew(table))
                continue;
            const to = (0,types/* columnType */.DW)((0,ast/* nodeOf */.E7)(command.def, 'ColumnDef')?.typeName);
            const found = to && !(0,column_type_change/* columnTypeChange */.F)(table, command, context.schema) ? predicted(table, context) : undefined;
            if (!to || !found)
                continue;
            const column = (0,ast/* quoteIdentifier */.Cm)(command.name ?? '');
            context.report({
                message: `No script tells the type that ${column} of ${(0,schema_objects/* shortName */.EU)(table)} has. Unless it is stored as ${(0,types/* typeText */.wQ)(to)} is, every row and every index is written anew under ${found.lock}: reads and writes wait.`,
                help: `Look it up, or name the SQL that creates the table as the baseline:\nSELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = '${sqlName(table)}'::regclass AND attname = '${command.name ?? ''}';`,
                claim: (0,verdict_fact/* touches */.yI)(found.lock, table, { scans: true, rewrites: true }),
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t AS SELECT 1 AS a;',
                sql: 'ALTER TABLE t ALTER COLUMN a TYPE text;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t'), (0,verdict_fact/* rewrite */.v8)('public.t')],
            },
            {
                setup: "CREATE TABLE t AS SELECT 'x'::text AS a;",
                sql: 'ALTER TABLE t ALTER COLUMN a TYPE varchar(20) USING a::varchar(20);',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t'), (0,verdict_fact/* rewrite */.v8)('public.t')],
            },
        ],
        good: [
            { setup: 'CREATE TABLE t (a varchar(10));', sql: 'ALTER TABLE t ALTER COLUMN a TYPE text;' },
            // That it is written anew is sure, whatever it was: another rule says so.
            { setup: 'CREATE TABLE t AS SELECT 1 AS a;', sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint;' },
            { sql: 'CREATE TABLE t AS SELECT 1 AS a;\nALTER TABLE t ALTER COLUMN a TYPE text;' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/schema/dependents.js
/** What needs an object, as far as the scripts show: it stops a DROP, and goes with DROP … CASCADE. */



const RELATIONS = ['table', 'foreign table', 'view', 'materialized view'];
function dependentsOf(object, schema) {
    switch (object.kind) {
        case 'table':
        case 'foreign table':
            return [...keysTo(object.name, schema), ...views(schema, ({ reads }) => reads.includes(object.name))];
        case 'view':
        case 'materialized view':
            return views(schema, ({ reads }) => reads.includes(object.name));
        case 'column': {
            const [table = '', column] = [object.table, (0,schema_objects/* lastName */.UK)(object.name)];
            const keys = keysTo(table, schema, ({ facts }) => facts?.references?.columns.includes(column) ?? false);
            return [...keys, ...views(schema, ({ columns }) => columns.includes(object.name))];
        }
        case 'constraint':
            return keysOn(object, schema);
        case 'type':
        case 'domain':
            return columnsOf(object.name, schema);
        case 'schema':
            return contents(object.name, schema);
        default:
            return [];
    }
}
/** Other tables' foreign keys to a table. */
function keysTo(table, schema, which = () => true) {
    return schema
        .foreignKeysTo(table)
        .filter((key) => key.table !== table && which(key))
        .map(({ name, table: owner = '' }) => ({
        words: `the foreign key ${(0,schema_objects/* lastName */.UK)(name)} of ${(0,schema_objects/* shortName */.EU)(owner)}`,
        drop: `ALTER TABLE ${sqlName(owner)} DROP CONSTRAINT ${(0,ast/* quoteIdentifier */.Cm)((0,schema_objects/* lastName */.UK)(name))};`,
        relation: owner,
        owner,
    }));
}
/** The foreign keys that rest on a primary key or UNIQUE; none where another index could be the one. */
function keysOn({ name, table = '' }, schema) {
    const unique = schema.partsOf(table, 'index').filter(({ facts }) => facts?.unique && !facts.partial);
    const known = schema.find('constraint', name)?.facts;
    if (known?.type !== 'primary key' && known?.type !== 'unique')
        return [];
    const columns = known.columns?.toSorted().join();
    // An index that no script shows may be on the same columns.
    const alike = unique.filter(({ facts }) => !columns || !facts?.columns || facts.columns.toSorted().join() === columns);
    if (alike.length > 1)
        return [];
    return keysTo(table, schema, ({ facts }) => {
        const named = facts?.references?.columns ?? [];
        return named.length > 0 ? named.toSorted().join() === columns : known.type === 'primary key';
    });
}
/** A view whose relations are not all known may have gone with one of them. */
function views(schema, which) {
    return [...schema.every('view'), ...schema.every('materialized view')]
        .filter(({ facts: { reads, columns = [] } = {} }) => {
        return reads && which({ reads, columns }) && reads.every((read) => isRelation(read, schema));
    })
        .map(({ kind, name }) => relation(kind, name));
}
function isRelation(name, schema) {
    return RELATIONS.some((kind) => schema.find(kind, name) !== undefined);
}
function relation(kind, name) {
    const drop = `DROP ${kind.toUpperCase()} ${sqlName(name)};`;
    return { words: `the ${kind} ${(0,schema_objects/* shortName */.EU)(name)}`, drop, relation: name, owner: name };
}
function columnsOf(type, schema) {
    return schema
        .every('column')
        .filter(({ facts }) => facts?.type && fullTypeName(facts.type) === type)
        .map(({ name, table = '' }) => ({
        words: `the column ${(0,schema_objects/* shortName */.EU)(name)}`,
        drop: `ALTER TABLE ${sqlName(table)} DROP COLUMN ${(0,ast/* quoteIdentifier */.Cm)((0,schema_objects/* lastName */.UK)(name))};`,
        relation: table,
        owner: table,
    }));
}
function fullTypeName({ name }) {
    return name.includes('.') ? name : `public.${name}`;
}
function contents(name, schema) {
    return RELATIONS.flatMap((kind) => schema.every(kind))
        .filter((inside) => inside.name.startsWith(`${name}.`))
        .map((inside) => relation(inside.kind, inside.name));
}

;// CONCATENATED MODULE: ./build/rules/alter-column-type-used-by-view.js






/* harmony default export */ const alter_column_type_used_by_view = ((0,rule/* defineRule */.K)({
    id: 'alter-column-type-used-by-view',
    harm: 'stops',
    summary: 'Postgres changes no column type while a view uses the column',
    why: `A view keeps the types of its columns. Postgres refuses to change the type of a column that a view or materialized view
names (SQLSTATE 0A000), even to the type that it has already, and the migration stops there.`,
    fix: `Drop the view, change the type, and create the view again, in one transaction. Grants on the view and its comments go
with it: give them again.`,
    statements: ['AlterTableStmt'],
    check(statement, { schema, report }) {
        for (const { table, subtype, command } of alterCommands(statement)) {
            const { name } = command;
            if (subtype !== 'AT_AlterColumnType' || !name)
                continue;
            const views = dependentsOf({ kind: 'column', name: `${table}.${name}`, table }, schema).filter(({ owner }) => schema.find('view', owner) ?? schema.find('materialized view', owner));
            if (views.length === 0)
                continue;
            report({
                message: `${name} of ${(0,schema_objects/* shortName */.EU)(table)} is used by ${enumerated(views.map(({ words }) => words))}: Postgres refuses to change its type, and the migration stops here.`,
                help: `Drop what uses the column, change the type, and create it again, all in one transaction:\n${views.map(({ drop }) => drop).join('\n')}\n${statement.sql};`,
                claim: (0,verdict_fact/* refused */.J5)('0A000'),
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a FROM t;',
                sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint;',
                claim: (0,verdict_fact/* refused */.J5)('0A000'),
            },
            {
                setup: 'CREATE TABLE t (a varchar(9)); CREATE MATERIALIZED VIEW v AS SELECT t.a FROM t;',
                sql: 'ALTER TABLE t ALTER COLUMN a TYPE text;',
                claim: (0,verdict_fact/* refused */.J5)('0A000'),
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a FROM t;',
                sql: 'ALTER TABLE t ALTER COLUMN b TYPE bigint;',
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t;',
                sql: 'BEGIN;\nDROP VIEW v;\nALTER TABLE t ALTER COLUMN a TYPE bigint;\nCREATE VIEW v AS SELECT a FROM t;\nCOMMIT;',
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/alter-extension-update.js


/* harmony default export */ const alter_extension_update = ((0,rule/* defineRule */.K)({
    id: 'alter-extension-update',
    harm: 'note',
    preset: 'strict',
    summary: 'ALTER EXTENSION … UPDATE runs whatever the new version’s script says',
    why: `The update script belongs to the extension: it may lock, rewrite or drop what queries use, and nothing in the migration
shows it. There is no way back: no extension is updated to an older version unless it brings a script for that. The version
that is reached without TO depends on the packages that the server happens to have.`,
    fix: 'Read the extension’s release notes, say the version with TO, and try the update on a copy of production.',
    statements: ['AlterExtensionStmt'],
    check(statement, { report }) {
        const update = (0,ast/* nodeOf */.E7)(statement.node, 'AlterExtensionStmt');
        if (!update?.extname)
            return;
        const name = (0,ast/* quoteIdentifier */.Cm)(update.extname);
        const version = (update.options ?? []).some((option) => (0,ast/* nodeOf */.E7)(option, 'DefElem')?.defname === 'new_version');
        report({
            message: `The update script of ${name} runs here: what it locks or changes can’t be seen in the migration${version ? '' : ', and the version that it leads to depends on the server’s packages'}.`,
            help: `Look at the way that the update takes, and try it on a copy of production:\nSELECT * FROM pg_extension_update_paths('${update.extname}') WHERE path IS NOT NULL;`,
        });
    },
    examples: {
        bad: [
            { setup: 'CREATE EXTENSION pg_trgm;', sql: 'ALTER EXTENSION pg_trgm UPDATE;' },
            { setup: 'CREATE EXTENSION pg_trgm;', sql: "ALTER EXTENSION pg_trgm UPDATE TO '1.6';" },
        ],
        good: [
            { sql: 'CREATE EXTENSION pg_trgm;' },
            { setup: 'CREATE EXTENSION pg_trgm;', sql: 'DROP EXTENSION pg_trgm;' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/alter-generated-expression.js





/* harmony default export */ const alter_generated_expression = ((0,rule/* defineRule */.K)({
    id: 'alter-generated-expression',
    harm: 'blocks',
    summary: 'SET EXPRESSION on a STORED column rewrites the whole table',
    why: `The values of a STORED generated column stand in the rows. SET EXPRESSION (PostgreSQL 17) computes them all anew: the
table and its indexes are rewritten under ACCESS EXCLUSIVE, and nobody reads or writes it meanwhile. A VIRTUAL column’s
expression is only a change in the catalogs.`,
    fix: `Add a second column, fill it in batches with the new expression, keep it up to date with a trigger, and move the
application over.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        for (const { table, subtype, command } of alterCommands(statement)) {
            const { name = '' } = command;
            if (subtype !== 'AT_SetExpression' || context.schema.isNew(table))
                continue;
            const known = context.schema.find('column', `${table}.${name}`);
            // Only PostgreSQL 18 has another kind, and the scripts then show it.
            const stored = known === undefined || known.partial || known.facts?.generated === 'stored';
            const found = stored ? predicted(table, context) : undefined;
            if (!found)
                continue;
            context.report({
                message: `SET EXPRESSION computes ${name} for every row of ${(0,schema_objects/* shortName */.EU)(table)}: the table is rewritten under ${found.lock}, and all reads and writes wait.`,
                help: 'Add a plain column beside it, let a BEFORE INSERT OR UPDATE trigger compute the new expression, update the old rows in batches, and drop the generated column when nobody reads it any more.',
                claim: found.claim,
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED);',
                sql: 'ALTER TABLE t ALTER COLUMN b SET EXPRESSION AS (a + 2);',
                postgres: { from: 17 },
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t'), (0,verdict_fact/* rewrite */.v8)('public.t')],
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) VIRTUAL);',
                sql: 'ALTER TABLE t ALTER COLUMN b SET EXPRESSION AS (a + 2);',
                postgres: { from: 18 },
            },
            {
                sql: 'CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED);\nALTER TABLE t ALTER COLUMN b SET EXPRESSION AS (a + 2);',
                postgres: { from: 17 },
            },
        ],
    },
}));

// EXTERNAL MODULE: ./build/schema/generated-names.js
var generated_names = __webpack_require__(7035);
// EXTERNAL MODULE: ./build/schema/session.js
var schema_session = __webpack_require__(787);
;// CONCATENATED MODULE: ./build/rules/alter-sequence-blocks-nextval.js









/* harmony default export */ const alter_sequence_blocks_nextval = ((0,rule/* defineRule */.K)({
    id: 'alter-sequence-blocks-nextval',
    harm: 'note',
    preset: 'strict',
    summary: 'ALTER SEQUENCE makes every nextval() wait until its transaction ends',
    why: `A call of nextval() takes ROW EXCLUSIVE on its sequence, and its transaction keeps it. ALTER SEQUENCE takes SHARE ROW EXCLUSIVE, and
RENAME, OWNER TO and SET SCHEMA take ACCESS EXCLUSIVE. So the statement waits for every transaction that has drawn a number and
is still open; meanwhile, and until its own transaction ends, each INSERT that draws a number queues behind it, also where its
session has numbers in its cache. ALTER TABLE … ALTER COLUMN … RESTART and SET of an identity column take ACCESS EXCLUSIVE on
the table as well: there even reads wait.`,
    fix: `To move a sequence on, call setval(): it doesn’t wait for those who draw numbers, nor they for it. For everything else set a
\`lock_timeout\`, and make ALTER SEQUENCE a transaction of its own or the last statement of one.`,
    statements: ['AlterObjectSchemaStmt', 'AlterSeqStmt', 'AlterTableStmt', 'RenameStmt'],
    check(statement, context) {
        const { schema } = context;
        const identity = identityChange(statement, schema);
        const altered = identity?.table ?? alteredSequence(statement.node, schema);
        const found = altered === undefined ? undefined : predicted(altered, context);
        if (!altered || !found || isShort(statement, context))
            return;
        if (!identity && !isOld(altered, statement.node, schema))
            return;
        const who = identity
            ? ['used it', 'all reads and writes']
            : ['drawn a number', 'every nextval(), and with it every INSERT that draws a number,'];
        const end = statement.transaction.kind === 'none' ? 'until it is done' : 'until this transaction ends';
        context.report({
            message: `${found.lock} on ${(0,schema_objects/* shortName */.EU)(altered)} waits for every open transaction that has ${who[0]}, and makes ${who[1]} wait behind it, ${end}.`,
            help: identity ? ofSequence(identity) : (moved(statement.node, altered) ?? bounded(statement)),
            claim: found.claim,
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE SEQUENCE s;',
                sql: 'ALTER SEQUENCE s RESTART WITH 1000;',
                claim: (0,verdict_fact/* lock */.s2)('SHARE ROW EXCLUSIVE', 'public.s'),
            },
            {
                setup: 'CREATE SEQUENCE s;',
                sql: "BEGIN;\nSET LOCAL lock_timeout = '2s';\nALTER SEQUENCE s CACHE 20;\nSELECT 1;\nCOMMIT;",
                claim: (0,verdict_fact/* lock */.s2)('SHARE ROW EXCLUSIVE', 'public.s'),
            },
            {
                setup: 'CREATE SCHEMA app; CREATE SEQUENCE app."orderNo"; CREATE TABLE app.t (a bigint);',
                sql: 'ALTER SEQUENCE app."orderNo" OWNED BY app.t.a;',
                claim: (0,verdict_fact/* lock */.s2)('SHARE ROW EXCLUSIVE', 'app.orderNo'),
            },
            {
                setup: 'CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY);',
                sql: 'ALTER SEQUENCE IF EXISTS t_id_seq RESTART;',
                claim: (0,verdict_fact/* lock */.s2)('SHARE ROW EXCLUSIVE', 'public.t_id_seq'),
            },
            {
                setup: 'CREATE SEQUENCE s;',
                sql: 'ALTER SEQUENCE s INCREMENT BY 10;',
                transaction: 'per-script',
                claim: (0,verdict_fact/* lock */.s2)('SHARE ROW EXCLUSIVE', 'public.s'),
            },
            {
                setup: 'CREATE SEQUENCE s;',
                sql: 'ALTER SEQUENCE s RENAME TO numbers;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.s'),
            },
            {
                setup: 'CREATE SEQUENCE s;',
                sql: 'ALTER SEQUENCE s OWNER TO CURRENT_USER;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.s'),
            },
            {
                setup: 'CREATE SEQUENCE s; CREATE SCHEMA app;',
                sql: 'ALTER SEQUENCE s SET SCHEMA app;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.s'),
            },
            {
                setup: 'CREATE SEQUENCE s;',
                sql: 'ALTER TABLE s OWNER TO CURRENT_USER;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.s'),
            },
            {
                setup: 'CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY);',
                sql: 'ALTER TABLE t ALTER COLUMN id RESTART WITH 1000;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'),
            },
            {
                setup: 'CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY);',
                sql: 'ALTER TABLE t ALTER COLUMN id SET INCREMENT BY 2 SET CACHE 20;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'),
            },
        ],
        good: [
            { setup: 'CREATE SEQUENCE s;', sql: "SELECT setval('s', 1000, false);" },
            { setup: 'CREATE SEQUENCE s;', sql: "SET lock_timeout = '2s';\nALTER SEQUENCE s CACHE 20;" },
            {
                setup: 'CREATE SEQUENCE s;',
                sql: "BEGIN;\nSET LOCAL lock_timeout = '2s';\nALTER SEQUENCE s CACHE 20;\nCOMMIT;",
            },
            {
                setup: 'CREATE SEQUENCE s;',
                sql: "SET LOCAL lock_timeout = '2s';\nALTER SEQUENCE s CACHE 20;",
                transaction: 'per-script',
            },
            { sql: 'CREATE SEQUENCE s;\nCREATE TABLE t (a bigint);\nALTER SEQUENCE s OWNED BY t.a;' },
            { sql: 'CREATE TABLE t (id serial);\nALTER SEQUENCE t_id_seq RESTART WITH 10;' },
            { sql: 'CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY);\nALTER SEQUENCE public.t_id_seq RESTART;' },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD COLUMN id bigserial;\nALTER SEQUENCE t_id_seq CACHE 5;',
            },
            { sql: 'CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY);\nALTER TABLE t ALTER COLUMN id RESTART WITH 5;' },
            { sql: 'CREATE TEMP SEQUENCE s;\nALTER SEQUENCE s CACHE 5;' },
            { sql: 'ALTER SEQUENCE IF EXISTS s OWNER TO CURRENT_USER;\nALTER SEQUENCE IF EXISTS s RESTART;' },
            {
                setup: 'CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY);',
                sql: 'ALTER TABLE t ALTER COLUMN id SET GENERATED BY DEFAULT;',
            },
            {
                setup: 'CREATE SEQUENCE s; CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY);',
                sql: "COMMENT ON SEQUENCE s IS 'ALTER SEQUENCE s RESTART';\n-- ALTER SEQUENCE s RESTART;\nSELECT nextval('s');\nALTER TABLE t OWNER TO CURRENT_USER;",
            },
        ],
    },
}));
/** The sequence in full; undefined where the statement alters none. */
function alteredSequence(node, schema) {
    const alter = (0,ast/* nodeOf */.E7)(node, 'AlterTableStmt');
    const rename = (0,ast/* nodeOf */.E7)(node, 'RenameStmt');
    const move = (0,ast/* nodeOf */.E7)(node, 'AlterObjectSchemaStmt');
    const sequence = (0,ast/* nodeOf */.E7)(node, 'AlterSeqStmt')?.sequence;
    const name = (0,ast/* relationName */.CJ)(sequence ?? (alter ?? rename ?? move)?.relation);
    if (!name)
        return undefined;
    const type = alter?.objtype ?? rename?.renameType ?? move?.objectType;
    // ALTER TABLE may name a sequence, too.
    const is = sequence || type === 'OBJECT_SEQUENCE' || (type === 'OBJECT_TABLE' && schema.find('sequence', (0,schema_objects/* fullName */.fq)(name)));
    return is ? (0,schema_objects/* fullName */.fq)(name) : undefined;
}
/** ALTER COLUMN … RESTART, or SET of what its sequence does; SET GENERATED doesn't change the sequence. */
function identityChange(statement, schema) {
    for (const { table, subtype, command } of alterCommands(statement)) {
        const options = (0,ast/* nodeOf */.E7)(command.def, 'List')?.items ?? [];
        const isOfSequence = options.length > 0 && options.every((it) => (0,ast/* nodeOf */.E7)(it, 'DefElem')?.defname !== 'generated');
        if (subtype === 'AT_SetIdentity' && isOfSequence && command.name && !schema.isNew(table)) {
            return { table, column: command.name, options };
        }
    }
    return undefined;
}
/** The wait is bounded, and nothing comes after it in the transaction. */
function isShort({ index, transaction }, { session, script }) {
    if (((0,schema_session/* timeoutMs */.G6)(session, 'lock_timeout') ?? 0) === 0)
        return false;
    if (transaction.kind === 'none')
        return true;
    const next = script.statements.slice(index + 1).find(({ kind }) => kind !== 'VariableSetStmt');
    return next === undefined || (0,ast/* nodeOf */.E7)(next.node, 'TransactionStmt')?.kind === 'TRANS_STMT_COMMIT';
}
/** No session draws numbers yet from what the change has made. */
function isOld(sequence, node, schema) {
    if (schema.isNew(sequence))
        return false;
    const known = schema.find('sequence', sequence) ?? schema.every('column').find((one) => sequenceOf(one) === sequence);
    if (known)
        return known.origin === 'baseline';
    const guarded = (0,ast/* nodeOf */.E7)(node, 'AlterSeqStmt')?.missing_ok ?? false;
    return !guarded || schema.mayHold(sequence);
}
/** A serial or identity column brings its sequence along. */
function sequenceOf({ name, table = '', facts }) {
    if (!facts?.identity && !facts?.type?.serial)
        return undefined;
    return `${(0,schema_objects/* schemaOf */.pP)(table)}.${(0,generated_names/* generatedName */.x)((0,schema_objects/* lastName */.UK)(table), name.slice(table.length + 1), 'seq')}`;
}
/** RESTART alone, and where; undefined for everything else. */
function restart(options) {
    const [option, ...others] = options ?? [];
    const { defname, arg } = (0,ast/* nodeOf */.E7)(option, 'DefElem') ?? {};
    if (defname !== 'restart' || others.length > 0)
        return undefined;
    const at = (0,ast/* nodeOf */.E7)(arg, 'Float')?.fval ?? (arg && String((0,ast/* nodeOf */.E7)(arg, 'Integer')?.ival ?? 0));
    return at === undefined ? {} : { at };
}
const SETVAL = 'Call setval(), which those who draw numbers don’t wait for. A rollback of the transaction doesn’t take it back:';
/** RESTART can be had without a lock that others wait for. */
function moved(node, sequence) {
    const to = restart((0,ast/* nodeOf */.E7)(node, 'AlterSeqStmt')?.options);
    const name = literal(sqlName(sequence));
    if (to?.at)
        return `${SETVAL}\nSELECT setval(${name}, ${to.at}, false);`;
    const start = `SELECT setval(seqrelid, seqstart, false) FROM pg_sequence WHERE seqrelid = ${name}::regclass;`;
    return to && `${SETVAL}\n${start}`;
}
function ofSequence({ table, column, options }) {
    const name = `pg_get_serial_sequence(${literal(sqlName(table))}, ${literal(column)})`;
    const to = restart(options);
    if (to?.at)
        return `${SETVAL}\nSELECT setval(${name}, ${to.at}, false);`;
    return `ALTER SEQUENCE does the same with a lock on the sequence alone, and reads of ${(0,schema_objects/* shortName */.EU)(table)} go on. The sequence’s name:\nSELECT ${name};`;
}
function literal(text) {
    return `'${text.replaceAll("'", "''")}'`;
}
function bounded({ sql, transaction }) {
    if (transaction.kind === 'none') {
        return `Bound the wait, and run the migration again when the limit is hit:\nSET lock_timeout = '2s';\n${sql};`;
    }
    return `Bound the wait, and let nothing follow in this transaction:\nSET LOCAL lock_timeout = '2s';\n${sql};`;
}

;// CONCATENATED MODULE: ./build/rules/attach-partition-scan.js






/* harmony default export */ const attach_partition_scan = ((0,rule/* defineRule */.K)({
    id: 'attach-partition-scan',
    harm: 'decision',
    summary: 'ATTACH PARTITION locks the table and reads all of it',
    why: `Postgres must be sure that every row fits the partition, so ATTACH PARTITION takes ACCESS EXCLUSIVE on the table that is
attached and reads it from end to end; an index that only the parent has is built on the way. Reads and writes of that table
wait until it is done. The parent is locked with SHARE UPDATE EXCLUSIVE only.`,
    fix: `Add a CHECK that says the same as the partition’s bounds (with IS NOT NULL for its key), NOT VALID, validate it in a later
transaction, then attach: a valid CHECK spares the scan. Drop it afterwards.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        for (const { table, subtype, command } of alterCommands(statement)) {
            const partition = (0,ast/* nodeOf */.E7)(command.def, 'PartitionCmd');
            const name = (0,ast/* relationName */.CJ)(partition?.name);
            if (subtype !== 'AT_AttachPartition' || !name || !partition?.bound)
                continue;
            const child = (0,schema_objects/* fullName */.fq)(name);
            const own = context.footprint().find(({ relation }) => relation === child);
            const { schema } = context;
            const known = schema.find('table', child) !== undefined || schema.mayHold(child);
            if (schema.isNew(child) || !own?.scans || !known)
                continue;
            const check = quoteLast(child, '_bounds');
            context.report({
                message: `ATTACH PARTITION takes ACCESS EXCLUSIVE on ${(0,schema_objects/* shortName */.EU)(child)} and reads all of it: every read and write of ${(0,schema_objects/* shortName */.EU)(child)} waits until it is done.`,
                help: `Show beforehand that every row fits ${(0,schema_objects/* shortName */.EU)(table)}’s new partition, and the scan is skipped. Write the partition’s bounds into the CHECK:\nALTER TABLE ${sqlName(child)} ADD CONSTRAINT ${check} CHECK (…) NOT VALID;\nALTER TABLE ${sqlName(child)} VALIDATE CONSTRAINT ${check};`,
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', child), (0,verdict_fact/* scan */.SQ)(child)],
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 (a int); INSERT INTO p1 VALUES (1);',
                sql: 'ALTER TABLE p ATTACH PARTITION p1 FOR VALUES IN (1);',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.p1'), (0,verdict_fact/* scan */.SQ)('public.p1')],
            },
            {
                setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 (a int); INSERT INTO p1 VALUES (1); ALTER TABLE p1 ADD CONSTRAINT ones CHECK (a IS NOT NULL AND a = 1) NOT VALID;',
                sql: 'ALTER TABLE p ATTACH PARTITION p1 FOR VALUES IN (1);',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.p1'), (0,verdict_fact/* scan */.SQ)('public.p1')],
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a);',
                sql: 'CREATE TABLE p1 (a int);\nALTER TABLE p ATTACH PARTITION p1 FOR VALUES IN (1);',
            },
            {
                setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 (a int); ALTER TABLE p1 ADD CONSTRAINT ones CHECK (a IS NOT NULL AND a = 1);',
                sql: 'ALTER TABLE p ATTACH PARTITION p1 FOR VALUES IN (1);',
            },
        ],
    },
}));

// EXTERNAL MODULE: ./build/lint/help/way-out.js
var way_out = __webpack_require__(5740);
;// CONCATENATED MODULE: ./build/rules/begin-in-tool-transaction.js



/* harmony default export */ const begin_in_tool_transaction = ((0,rule/* defineRule */.K)({
    id: 'begin-in-tool-transaction',
    harm: 'decision',
    summary: 'BEGIN and COMMIT inside the migration tool’s own transaction',
    why: `The tool opens a transaction around the file, and writes into it that the migration was applied. BEGIN is then only
a warning, and COMMIT ends the tool’s transaction in the middle: what comes after it runs by itself, and so does the tool’s
note. When something fails after that, half of the migration stays, or all of it stays and is not noted.`,
    fix: `Take BEGIN, COMMIT and ROLLBACK out of the file. Where it has to run outside a transaction, say so in the tool’s own way
(docs/layouts.md); Drizzle’s is a COMMIT, after which each statement has to be repeatable.`,
    statements: ['TransactionStmt'],
    check(statement, context) {
        const { transaction } = statement;
        if (transaction.kind !== 'layout' || transaction.mode === 'single-query')
            return;
        const kind = (0,ast/* nodeOf */.E7)(statement.node, 'TransactionStmt')?.kind ?? '';
        const words = WORDS[kind];
        if (words === undefined)
            return;
        context.report({
            message: `The migration tool has opened a transaction around ${transaction.mode === 'per-run' ? 'all pending files' : 'this file'} already: ${words}.`,
            help: `Delete BEGIN and COMMIT from the file: the tool commits at its end. If something in it can’t run inside a transaction: ${lowered((0,way_out/* wayOutAdvice */.qo)(context.migration))}`,
        });
    },
    examples: {
        bad: [
            { sql: 'BEGIN;\nCREATE TABLE t (a int);\nCOMMIT;', transaction: 'per-script' },
            { sql: 'CREATE TABLE t (a int);\nCOMMIT;\nCREATE TABLE u (a int);', transaction: 'per-script' },
            { sql: 'CREATE TABLE t (a int);\nROLLBACK;', transaction: 'per-script' },
        ],
        good: [
            { sql: 'BEGIN;\nCREATE TABLE t (a int);\nCOMMIT;' },
            { sql: 'BEGIN;\nCREATE TABLE t (a int);\nCOMMIT;', transaction: 'single-query' },
            { sql: 'SAVEPOINT s;\nCREATE TABLE t (a int);\nROLLBACK TO s;', transaction: 'per-script' },
        ],
    },
}));
/** After a colon; a tool's name stays as it is. */
function lowered(sentence) {
    return sentence.replace(/^(For|Tell|The) /, (word) => word.toLowerCase());
}
const WORDS = {
    TRANS_STMT_BEGIN: 'BEGIN only warns, and the COMMIT that belongs to it ends the tool’s transaction, not one of its own',
    TRANS_STMT_START: 'START TRANSACTION only warns, and its COMMIT ends the tool’s transaction, not one of its own',
    TRANS_STMT_COMMIT: 'COMMIT ends it here, and what follows runs without one',
    TRANS_STMT_ROLLBACK: 'ROLLBACK undoes all that came before it, and what follows runs without a transaction',
};

// EXTERNAL MODULE: ./build/schema/schema.js + 6 modules
var schema = __webpack_require__(793);
;// CONCATENATED MODULE: ./build/rules/check-not-immutable.js




/* harmony default export */ const check_not_immutable = ((0,rule/* defineRule */.K)({
    id: 'check-not-immutable',
    harm: 'decision',
    summary: 'A CHECK that depends on the time or on chance stops being true of rows that passed it',
    why: `Postgres evaluates a CHECK when a row is written and takes it for true from then on. A condition on now(), today’s date
or random() changes its mind: such a row stays, but any later UPDATE of it fails, restoring a dump fails, and VALIDATE
CONSTRAINT fails.`,
    fix: `Compare columns with columns or constants; where the moment of writing counts, store it in a column, or check it in a
trigger. A bound that time only moves away from, such as “not in the future”, is harmless.`,
    statements: ['AlterTableStmt', 'CreateStmt', 'CreateDomainStmt', 'AlterDomainStmt'],
    check(statement, { report }) {
        for (const expression of checksIn(statement.node)) {
            const culprit = chance(expression) ?? changingTime(expression);
            if (culprit === undefined)
                continue;
            report({
                message: `This CHECK depends on ${culprit}: a row that passes it today can fail it tomorrow, when it is updated or restored from a dump.`,
                help: `Take ${culprit} out of the CHECK: store its value in a column (DEFAULT ${culprit}) and compare with that, or check it in a BEFORE INSERT trigger.`,
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (until timestamptz);',
                sql: 'ALTER TABLE t ADD CONSTRAINT c CHECK (until > now()) NOT VALID;',
            },
            { sql: 'CREATE TABLE t (day date CHECK (day IS NULL OR day >= CURRENT_DATE));' },
            { sql: 'CREATE TABLE t (a float8, CHECK (a < random()));' },
            { sql: "CREATE DOMAIN recent AS timestamptz CHECK (now() - VALUE < interval '1 day');" },
        ],
        good: [
            { sql: 'CREATE TABLE t (at timestamptz CHECK (at <= now()), upto timestamptz, CHECK (at < upto));' },
            { sql: "CREATE TABLE t (born date CHECK (CURRENT_DATE - interval '18 years' >= born));" },
            { sql: 'CREATE TABLE t (at timestamptz DEFAULT now(), n int DEFAULT random(), CHECK (n > 0));' },
            // Unmarked, as most are: it may well depend on nothing else.
            {
                sql: 'CREATE FUNCTION odd(int) RETURNS bool LANGUAGE sql AS $$ SELECT true $$;\nCREATE TABLE t (a int, CHECK (odd(a)));',
            },
        ],
    },
}));
function checksIn(node) {
    const found = [];
    (0,ast/* walk */.GG)(node, (tag, body) => {
        const { contype, raw_expr: expression } = body;
        if (tag === 'Constraint' && contype === 'CONSTR_CHECK' && expression)
            found.push(expression);
    });
    return found;
}
/** A function of Postgres' own that gives another value each time. */
function chance(expression) {
    const name = (0,volatility/* volatileFunction */.tG)(expression, new schema/* Schema */.S());
    return name && `${name}()`;
}
/** The current time in a place where its passing can make the condition false. */
function changingTime(expression) {
    for (const condition of (0,ast/* conditions */.jA)(expression)) {
        const time = changingTimeIn(condition);
        if (time !== undefined)
            return time;
    }
    return undefined;
}
function changingTimeIn(expression) {
    const { name, lexpr, rexpr } = (0,ast/* nodeOf */.E7)(expression, 'A_Expr') ?? {};
    const operator = (0,ast/* nodeOf */.E7)(name?.[0], 'String')?.sval ?? '';
    const [left, right] = [timeIn(lexpr), timeIn(rexpr)];
    if (right && !left && /^<=?$/.test(operator))
        return undefined;
    if (left && !right && /^>=?$/.test(operator))
        return undefined;
    return timeIn(expression);
}
const CLOCKS = new Set(['now', 'transaction_timestamp', 'statement_timestamp']);
function timeIn(expression) {
    let found;
    (0,ast/* walk */.GG)(expression, (tag, body) => {
        if (tag === 'SQLValueFunction') {
            const word = /^SVFOP_(CURRENT_(?:DATE|TIME|TIMESTAMP)|LOCALTIME(?:STAMP)?)(?:_N)?$/.exec(String(body.op))?.[1];
            found ??= word;
        }
        else if (tag === 'FuncCall') {
            const last = (0,ast/* nodeOf */.E7)(body.funcname?.at(-1), 'String')?.sval ?? '';
            if (CLOCKS.has(last))
                found ??= `${last}()`;
        }
    });
    return found;
}

;// CONCATENATED MODULE: ./build/rules/check-with-subquery.js



/* harmony default export */ const check_with_subquery = ((0,rule/* defineRule */.K)({
    id: 'check-with-subquery',
    harm: 'stops',
    summary: 'A CHECK can’t hold a query',
    why: `A CHECK sees the row that is written and nothing else. Postgres refuses one with a subquery (SQLSTATE 0A000), and the
migration stops there.`,
    fix: 'Where a value must exist in another table, add a foreign key; other conditions across rows are a trigger’s work.',
    statements: ['AlterTableStmt', 'CreateStmt', 'CreateDomainStmt', 'AlterDomainStmt'],
    check(statement, { report }) {
        (0,ast/* walk */.GG)(statement.node, (tag, body) => {
            if (tag !== 'Constraint' || body.contype !== 'CONSTR_CHECK')
                return;
            let query = false;
            (0,ast/* walk */.GG)(body, (inner) => {
                if (inner === 'SubLink')
                    query = true;
            });
            if (!query)
                return;
            report({
                message: 'This CHECK holds a subquery: Postgres refuses it, and the migration stops here.',
                help: 'Use a foreign key to ask for a value that another table has, or check the condition in a trigger.',
                claim: (0,verdict_fact/* refused */.J5)('0A000'),
            });
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int);',
                sql: 'ALTER TABLE t ADD CONSTRAINT known CHECK (a IN (SELECT a FROM u));',
                claim: (0,verdict_fact/* refused */.J5)('0A000'),
            },
            { sql: 'CREATE TABLE t (a int CHECK (EXISTS (SELECT 1)));', claim: (0,verdict_fact/* refused */.J5)('0A000') },
        ],
        good: [{ sql: 'CREATE TABLE t (a int CHECK (a IN (1, 2) AND a = ANY (ARRAY[1, 2])));' }],
    },
}));

;// CONCATENATED MODULE: ./build/rules/check-without-not-valid.js







/* harmony default export */ const check_without_not_valid = ((0,rule/* defineRule */.K)({
    id: 'check-without-not-valid',
    harm: 'blocks',
    summary: 'A new CHECK locks the table for everyone while every row is checked',
    why: `ADD CHECK takes ACCESS EXCLUSIVE and keeps it while it reads every row: all reads and writes of the table wait until the
last row has been looked at. On a big table that is an outage. The same goes for NOT NULL as a table constraint.`,
    fix: `Add the constraint NOT VALID: that takes the lock for a moment only, and new rows are checked from then on. Then VALIDATE
CONSTRAINT in a transaction of its own: it reads every row under SHARE UPDATE EXCLUSIVE, which lets reads and writes pass.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        const { schema } = context;
        for (const added of addedConstraints(statement)) {
            const { table, facts, name } = added;
            if ((facts.type !== 'check' && facts.type !== 'not null') || !facts.validated || schema.isNew(table))
                continue;
            const found = predicted(table, context);
            // A column that is NOT NULL already isn't looked at again.
            if (found === undefined || (facts.type === 'not null' && !found.scans))
                continue;
            context.report({
                message: `ADD CONSTRAINT ${(0,ast/* quoteIdentifier */.Cm)(name)} takes ${found.lock} on ${(0,schema_objects/* shortName */.EU)(table)}: reads and writes wait while every row is checked.`,
                help: {
                    says: 'Add it unchecked, and have the rows checked beside all traffic.',
                    steps: notValid(table, (0,ast/* quoteIdentifier */.Cm)(name), addStatement(added, statement, ' NOT VALID')),
                },
                claim: found.claim,
                fixes: notValidFix(added, statement, context),
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int, b int);',
                sql: 'ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0);',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a int, b int);',
                sql: "ALTER TABLE t\n  ADD CHECK (a IN (1, 2)), -- why, and: 'so'\n  ADD COLUMN c text DEFAULT ',';",
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'BEGIN;\nALTER TABLE t ADD CHECK (a > 0);\nCOMMIT;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a int, b int NOT NULL);',
                sql: 'ALTER TABLE t ADD CONSTRAINT known NOT NULL a;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
                postgres: { from: 18 },
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'DO $$ BEGIN ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0); END $$;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT c;',
            },
            { sql: 'CREATE TABLE t (a int);\nALTER TABLE t ADD CHECK (a > 0);' },
            { sql: 'CREATE TEMP TABLE t (a int);\nALTER TABLE t ADD CHECK (a > 0);' },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT ENFORCED;',
                postgres: { from: 18 },
            },
            {
                setup: 'CREATE TABLE t (a int, b int CONSTRAINT known NOT NULL);',
                sql: 'ALTER TABLE t ADD CONSTRAINT known NOT NULL b;\nALTER TABLE t ADD CONSTRAINT n NOT NULL a NOT VALID;',
                postgres: { from: 18 },
            },
            { sql: 'ALTER TABLE IF EXISTS missing ADD CHECK (a > 0);' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/lint/facts/named-twice.js




/** Each place of the statement where that happens, with what to write instead. */
function columnsNamedTwice(node, schema) {
    const [tag = ''] = Object.keys(node ?? {});
    return node === null ? [] : (READERS[tag]?.(node, schema) ?? []).flatMap((twice) => twice ?? []);
}
const READERS = {
    AlterTableStmt: alterTable,
    CompositeTypeStmt: (node) => {
        const type = (0,ast/* nodeOf */.E7)(node, 'CompositeTypeStmt');
        const name = (0,ast/* relationName */.CJ)(type?.typevar);
        return [defined(`The type ${name ? (0,schema_objects/* shortName */.EU)((0,schema_objects/* fullName */.fq)(name)) : ''}`, columnNames(type?.coldeflist))];
    },
    CopyStmt: (node, schema) => {
        const copy = (0,ast/* nodeOf */.E7)(node, 'CopyStmt');
        const name = (0,ast/* relationName */.CJ)(copy?.relation);
        if (!name)
            return columnsNamedTwice(copy?.query ?? null, schema);
        const columns = strings(copy?.attlist);
        return [listed('COPY', columns, `COPY ${sqlName((0,schema_objects/* fullName */.fq)(name))} ${shortened(columns)}`)];
    },
    CreateForeignTableStmt: createTable,
    CreateStatsStmt: (node) => {
        const elements = (0,ast/* nodeOf */.E7)(node, 'CreateStatsStmt')?.exprs ?? [];
        const columns = elements.flatMap((element) => (0,ast/* nodeOf */.E7)(element, 'StatsElem')?.name ?? []);
        return [listed('CREATE STATISTICS', columns, `ON ${once(columns)}`)];
    },
    CreateStmt: createTable,
    CreateTableAsStmt: (node, schema) => {
        const as = (0,ast/* nodeOf */.E7)(node, 'CreateTableAsStmt');
        const kind = as?.objtype === 'OBJECT_MATVIEW' ? 'materialized view' : 'table';
        return [
            made(kind, { into: as?.into, query: as?.query, guarded: as?.if_not_exists }, schema),
            ...columnsNamedTwice(as?.query ?? null, schema),
        ];
    },
    CreateTrigStmt: (node) => {
        const columns = strings((0,ast/* nodeOf */.E7)(node, 'CreateTrigStmt')?.columns);
        return [listed('UPDATE OF', columns, `UPDATE OF ${once(columns)}`)];
    },
    DeleteStmt: (node, schema) => inWith((0,ast/* nodeOf */.E7)(node, 'DeleteStmt')?.withClause?.ctes, schema),
    ExplainStmt: (node, schema) => columnsNamedTwice((0,ast/* nodeOf */.E7)(node, 'ExplainStmt')?.query ?? null, schema),
    InsertStmt: (node, schema) => {
        const insert = (0,ast/* nodeOf */.E7)(node, 'InsertStmt');
        const name = (0,ast/* relationName */.CJ)(insert?.relation);
        const target = name ? sqlName((0,schema_objects/* fullName */.fq)(name)) : '';
        return [
            inserted(insert?.cols, (columns) => `INSERT INTO ${target} ${columns} …`),
            assigned(insert?.onConflictClause?.targetList),
            ...inWith(insert?.withClause?.ctes, schema),
        ];
    },
    MergeStmt: (node, schema) => {
        const merge = (0,ast/* nodeOf */.E7)(node, 'MergeStmt');
        const clauses = (merge?.mergeWhenClauses ?? []).flatMap((item) => (0,ast/* nodeOf */.E7)(item, 'MergeWhenClause') ?? []);
        return [
            ...clauses.map(({ commandType, targetList }) => commandType === 'CMD_INSERT' ? inserted(targetList, (columns) => `INSERT ${columns} …`) : assigned(targetList)),
            ...inWith(merge?.withClause?.ctes, schema),
        ];
    },
    SelectStmt: (node, schema) => {
        const select = (0,ast/* nodeOf */.E7)(node, 'SelectStmt');
        const into = select?.intoClause;
        return [
            into && made('table', { into, query: node, guarded: false }, schema),
            ...inWith(select?.withClause?.ctes, schema),
        ];
    },
    UpdateStmt: (node, schema) => {
        const update = (0,ast/* nodeOf */.E7)(node, 'UpdateStmt');
        return [assigned(update?.targetList), ...inWith(update?.withClause?.ctes, schema)];
    },
    VacuumStmt: (node) => ((0,ast/* nodeOf */.E7)(node, 'VacuumStmt')?.rels ?? []).map((item) => {
        const { relation, va_cols: list } = (0,ast/* nodeOf */.E7)(item, 'VacuumRelation') ?? {};
        const name = (0,ast/* relationName */.CJ)(relation);
        const columns = strings(list);
        return listed('ANALYZE', columns, `ANALYZE ${name ? sqlName((0,schema_objects/* fullName */.fq)(name)) : ''} ${shortened(columns)}`);
    }),
    ViewStmt: (node, schema) => {
        const view = (0,ast/* nodeOf */.E7)(node, 'ViewStmt');
        const into = { rel: view?.view, colNames: view?.aliases };
        return [made('view', { into, query: view?.query, guarded: view?.replace }, schema)];
    },
};
/** WITH may hold what changes data, but only at the statement's top. */
function inWith(ctes, schema) {
    return (ctes ?? []).flatMap((cte) => columnsNamedTwice((0,ast/* nodeOf */.E7)(cte, 'CommonTableExpr')?.ctequery ?? null, schema));
}
function createTable(node, schema) {
    const create = (0,ast/* nodeOf */.E7)(node, 'CreateStmt') ?? (0,ast/* nodeOf */.E7)(node, 'CreateForeignTableStmt')?.base;
    const name = (0,ast/* relationName */.CJ)(create?.relation);
    if (!create || !name || (create.if_not_exists && !(0,touch/* isAbsent */.W0)((0,schema_objects/* fullName */.fq)(name), schema)))
        return [];
    const elements = create.tableElts ?? [];
    const columns = elements.flatMap((element) => {
        const like = (0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(element, 'TableLikeClause')?.relation);
        if (!like)
            return columnNames([element]);
        return schema.partsOf((0,schema_objects/* fullName */.fq)(like), 'column').map((column) => column.name.slice((0,schema_objects/* fullName */.fq)(like).length + 1));
    });
    return [
        defined(`The table ${(0,schema_objects/* shortName */.EU)((0,schema_objects/* fullName */.fq)(name))}`, columns),
        ...elements.map((element) => keyed((0,ast/* nodeOf */.E7)(element, 'Constraint'))),
    ];
}
function alterTable(node, schema) {
    const alter = (0,ast/* nodeOf */.E7)(node, 'AlterTableStmt');
    const name = (0,ast/* relationName */.CJ)(alter?.relation);
    if (!alter || !name || (alter.missing_ok && (0,touch/* isAbsent */.W0)((0,schema_objects/* fullName */.fq)(name), schema)))
        return [];
    const commands = (alter.cmds ?? []).flatMap((item) => (0,ast/* nodeOf */.E7)(item, 'AlterTableCmd') ?? []);
    const added = [];
    for (const { subtype, missing_ok: guarded, def } of commands) {
        const column = (0,ast/* nodeOf */.E7)(def, 'ColumnDef')?.colname;
        // IF NOT EXISTS sees what the commands before it have added.
        if (subtype === 'AT_AddColumn' && column && !(guarded && added.includes(column)))
            added.push(column);
    }
    const dropped = commands.flatMap((it) => (it.subtype === 'AT_DropColumn' ? (it.name ?? []) : []));
    return [
        // What is dropped and added is another matter: Postgres drops first.
        defined('ADD COLUMN', added.filter((column) => !dropped.includes(column))),
        ...commands.map(({ subtype, def }) => subtype === 'AT_AddConstraint' ? keyed((0,ast/* nodeOf */.E7)(def, 'Constraint')) : undefined),
    ];
}
const KEYS = {
    CONSTR_PRIMARY: 'PRIMARY KEY',
    CONSTR_UNIQUE: 'UNIQUE',
};
function keyed(constraint) {
    const key = constraint?.contype && KEYS[constraint.contype];
    if (key) {
        const columns = strings(constraint.keys);
        const list = shortened(columns);
        // What follows WITHOUT OVERLAPS is the last column.
        return listed(key, columns, constraint.without_overlaps ? `${list.slice(0, -1)} WITHOUT OVERLAPS)` : `${key} ${list}`);
    }
    if (constraint?.contype !== 'CONSTR_FOREIGN')
        return undefined;
    const columns = strings(constraint.pk_attrs);
    const column = firstTwice(columns);
    if (column === undefined)
        return undefined;
    const help = `Each column of the key is referenced by one of its own: name the one that is missing after REFERENCES.`;
    return { column, list: 'REFERENCES', help, sqlstate: '42830' };
}
/** A table, view or the like that is made of a query. */
function made(kind, { into, query, guarded }, schema) {
    const name = (0,ast/* relationName */.CJ)(into?.rel);
    if (!name || (guarded && !(0,touch/* isAbsent */.W0)((0,schema_objects/* fullName */.fq)(name), schema)))
        return undefined;
    const aliases = strings(into?.colNames);
    const targets = ((0,ast/* nodeOf */.E7)(query, 'SelectStmt')?.targetList ?? []).flatMap((item) => (0,ast/* nodeOf */.E7)(item, 'ResTarget') ?? []);
    // A * means any number of columns: which ones the names are for can't be determined.
    const rest = aliases.length > 0 && targets.some((target) => outputName(target) === '*') ? [] : targets.slice(aliases.length);
    const shown = rest.map((target) => ({ name: outputName(target), target }));
    const names = [...aliases, ...shown.flatMap((it) => (it.name === undefined || it.name === '*' ? [] : it.name))];
    const column = firstTwice(names);
    if (column === undefined)
        return undefined;
    const fields = shown.filter((it) => it.name === column).map((it) => (0,ast/* nodeOf */.E7)(it.target.val, 'ColumnRef')?.fields);
    const [table, own] = strings(fields.at(-1));
    const renamed = table !== undefined && own !== undefined
        ? `${(0,ast/* quoteIdentifier */.Cm)(table)}.${(0,ast/* quoteIdentifier */.Cm)(own)} AS ${(0,ast/* quoteIdentifier */.Cm)(`${table}_${own}`)}`
        : `… AS ${(0,ast/* quoteIdentifier */.Cm)(`other_${column}`)}`;
    return {
        column,
        list: `The ${kind} ${(0,schema_objects/* shortName */.EU)((0,schema_objects/* fullName */.fq)(name))}`,
        help: aliases.includes(column)
            ? `Give the second ${(0,ast/* quoteIdentifier */.Cm)(column)} another name in the list after ${(0,schema_objects/* shortName */.EU)((0,schema_objects/* fullName */.fq)(name))}.`
            : `Leave one of them out of the SELECT, or give it another name:\n${renamed}`,
    };
}
/** What a target's column is called; `*` for all columns, undefined where Postgres chooses the name. */
function outputName({ name, val }) {
    const last = (0,ast/* nodeOf */.E7)(val, 'ColumnRef')?.fields?.at(-1);
    return name ?? ((0,ast/* nodeOf */.E7)(last, 'A_Star') ? '*' : (0,ast/* nodeOf */.E7)(last, 'String')?.sval);
}
function defined(list, columns) {
    const column = firstTwice(columns);
    if (column === undefined)
        return undefined;
    const help = `Leave one of the two definitions of ${(0,ast/* quoteIdentifier */.Cm)(column)} out, or give it another name.`;
    return { column, list, help };
}
function listed(list, columns, instead) {
    const column = firstTwice(columns);
    return column === undefined
        ? undefined
        : { column, list, help: `Name it once, or write the column that was meant:\n${instead}` };
}
function inserted(targets, instead) {
    const column = wholeTwice(targets);
    if (column === undefined)
        return undefined;
    const columns = shortened(targetsIn(targets).map(({ name = '' }) => name));
    const help = `Name it once, and leave the other value out, or write the column that was meant:\n${instead(columns)}`;
    return { column, list: 'INSERT', help };
}
function assigned(targets) {
    const column = wholeTwice(targets);
    if (column === undefined)
        return undefined;
    const help = `Keep the value that was meant, and leave the other one out:\nSET ${(0,ast/* quoteIdentifier */.Cm)(column)} = …`;
    return { column, list: 'SET', help, sqlstate: '42601' };
}
/** Elements of an array and fields may be set one by one, but not beside the whole column. */
function wholeTwice(targets) {
    const parts = targetsIn(targets);
    const whole = new Set(parts.flatMap(({ name, indirection }) => (name && !indirection ? [name] : [])));
    return firstTwice(parts.flatMap(({ name }) => (name && whole.has(name) ? [name] : [])));
}
function targetsIn(targets) {
    return (targets ?? []).flatMap((item) => (0,ast/* nodeOf */.E7)(item, 'ResTarget') ?? []);
}
function firstTwice(names) {
    return names.find((name, at) => names.indexOf(name) < at);
}
function columnNames(elements) {
    return (elements ?? []).flatMap((element) => (0,ast/* nodeOf */.E7)(element, 'ColumnDef')?.colname ?? []);
}
function strings(nodes) {
    return (nodes ?? []).flatMap((node) => (0,ast/* nodeOf */.E7)(node, 'String')?.sval ?? []);
}
/** The names, each once, as SQL writes them. */
function once(columns) {
    return [...new Set(columns)].map(ast/* quoteIdentifier */.Cm).join(', ');
}
function shortened(columns) {
    return `(${once(columns)})`;
}

;// CONCATENATED MODULE: ./build/rules/column-named-twice.js




/* harmony default export */ const column_named_twice = ((0,rule/* defineRule */.K)({
    id: 'column-named-twice',
    harm: 'stops',
    summary: 'A column is named twice where Postgres takes it once',
    why: `A table has one column of a name, an UPDATE sets a column once, and a key, the column list of INSERT, COPY or ANALYZE and
the result of a view name each column once. Postgres refuses the statement with SQLSTATE 42701 (UPDATE with 42601, REFERENCES
with 42830), and the migration stops there, whatever is in the database. Names are compared as Postgres folds them: \`Total\`,
\`total\` and \`"total"\` are one column.`,
    fix: `Leave one of the two out, or give it the name that was meant. Elements of an array and fields of a composite column may
be set one by one, and an index may hold a column twice.`,
    statements: [
        'AlterTableStmt',
        'CompositeTypeStmt',
        'CopyStmt',
        'CreateForeignTableStmt',
        'CreateStatsStmt',
        'CreateStmt',
        'CreateTableAsStmt',
        'CreateTrigStmt',
        'DeleteStmt',
        'ExplainStmt',
        'InsertStmt',
        'MergeStmt',
        'SelectStmt',
        'UpdateStmt',
        'VacuumStmt',
        'ViewStmt',
    ],
    check({ node }, { schema, report }) {
        for (const { column, list, help, sqlstate = '42701' } of columnsNamedTwice(node, schema)) {
            report({
                message: `${list} names the column ${(0,ast/* quoteIdentifier */.Cm)(column)} twice: Postgres refuses the statement with SQLSTATE ${sqlstate}, and the script stops here.`,
                help,
                claim: (0,verdict_fact/* refused */.J5)(sqlstate),
            });
        }
    },
    examples: {
        bad: [
            { sql: 'CREATE TABLE t (id int, name text, Name text);', claim: (0,verdict_fact/* refused */.J5)('42701') },
            { sql: 'CREATE TABLE IF NOT EXISTS t (a int, "a" int);', claim: (0,verdict_fact/* refused */.J5)('42701') },
            {
                setup: 'CREATE TABLE base (id int, created_at timestamptz);',
                sql: 'CREATE TABLE t (id bigint, LIKE base);',
                claim: (0,verdict_fact/* refused */.J5)('42701'),
            },
            { sql: 'CREATE TABLE t (a int, b int, PRIMARY KEY (a, b, a));', claim: (0,verdict_fact/* refused */.J5)('42701') },
            { sql: 'CREATE TABLE t (a int, "B c" int, UNIQUE ("B c", "B c"));', claim: (0,verdict_fact/* refused */.J5)('42701') },
            {
                setup: 'CREATE TABLE t (a int, b int);',
                sql: 'ALTER TABLE t ADD CONSTRAINT once UNIQUE (a, a);',
                claim: (0,verdict_fact/* refused */.J5)('42701'),
            },
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY, n int); CREATE TABLE t (a int, b int);',
                sql: 'ALTER TABLE t ADD FOREIGN KEY (a, b) REFERENCES p (id, id);',
                claim: (0,verdict_fact/* refused */.J5)('42830'),
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD COLUMN b int, ADD COLUMN c int, ADD COLUMN b text;',
                claim: (0,verdict_fact/* refused */.J5)('42701'),
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD COLUMN IF NOT EXISTS b int, ADD COLUMN b int;',
                claim: (0,verdict_fact/* refused */.J5)('42701'),
            },
            {
                setup: 'CREATE TABLE t (a int, b int);',
                sql: 'INSERT INTO t (a, b, a) VALUES (1, 2, 3);',
                claim: (0,verdict_fact/* refused */.J5)('42701'),
            },
            {
                setup: 'CREATE TABLE t (a int[]);',
                sql: 'INSERT INTO t (a[1], a) VALUES (1, ARRAY[2]);',
                claim: (0,verdict_fact/* refused */.J5)('42701'),
            },
            {
                setup: 'CREATE TABLE t (a int, b int);',
                sql: 'UPDATE t SET a = 1, b = 2, "a" = 3 WHERE b = 4;',
                claim: (0,verdict_fact/* refused */.J5)('42601'),
            },
            {
                setup: 'CREATE SCHEMA app; CREATE TABLE app.t (a int, b int);',
                sql: 'UPDATE app.t SET (a, b) = (1, 2), b = 3 WHERE a = 4;',
                claim: (0,verdict_fact/* refused */.J5)('42601'),
            },
            {
                setup: 'CREATE TABLE t (a int[]);',
                sql: 'UPDATE t SET a = ARRAY[1], a[2] = 2 WHERE a IS NULL;',
                claim: (0,verdict_fact/* refused */.J5)('42601'),
            },
            {
                setup: 'CREATE TABLE t (id int PRIMARY KEY, a int);',
                sql: 'INSERT INTO t VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET a = 1, a = 2;',
                claim: (0,verdict_fact/* refused */.J5)('42601'),
            },
            {
                setup: 'CREATE TABLE t (a int, b int);',
                sql: 'WITH moved AS (UPDATE t SET a = 1, a = 2 WHERE b = 3 RETURNING b) SELECT count(*) FROM moved;',
                claim: (0,verdict_fact/* refused */.J5)('42601'),
            },
            {
                setup: 'CREATE TABLE t (a int, b int); CREATE TABLE s (a int);',
                sql: 'MERGE INTO t USING s ON t.a = s.a WHEN MATCHED THEN UPDATE SET b = 1, b = 2;',
                claim: (0,verdict_fact/* refused */.J5)('42601'),
            },
            {
                setup: 'CREATE TABLE t (a int, b int); CREATE TABLE s (a int);',
                sql: 'MERGE INTO t USING s ON t.a = s.a WHEN NOT MATCHED THEN INSERT (b, b) VALUES (1, 2);',
                claim: (0,verdict_fact/* refused */.J5)('42701'),
            },
            {
                setup: 'CREATE TABLE t (a int, b int);',
                sql: 'COPY t (a, a) TO STDOUT;',
                claim: (0,verdict_fact/* refused */.J5)('42701'),
            },
            { setup: 'CREATE TABLE t (a int, b int);', sql: 'ANALYZE t (b, b);', claim: (0,verdict_fact/* refused */.J5)('42701') },
            {
                setup: 'CREATE TABLE o (id int, c int); CREATE TABLE c (id int, name text);',
                sql: 'CREATE VIEW v AS SELECT o.id, c.id, c.name FROM o JOIN c ON c.id = o.c;',
                claim: (0,verdict_fact/* refused */.J5)('42701'),
            },
            {
                setup: 'CREATE TABLE t (a int, b int);',
                sql: 'CREATE MATERIALIZED VIEW v (x, x) AS SELECT a, b FROM t;',
                claim: (0,verdict_fact/* refused */.J5)('42701'),
            },
            {
                setup: 'CREATE TABLE t (a int, b int);',
                sql: 'CREATE TABLE u AS SELECT a, b AS a FROM t;',
                claim: (0,verdict_fact/* refused */.J5)('42701'),
            },
            { setup: 'CREATE TABLE t (a int, b int);', sql: 'SELECT a, b AS a INTO u FROM t;', claim: (0,verdict_fact/* refused */.J5)('42701') },
            {
                setup: 'CREATE TABLE t (a int, b int);',
                sql: 'CREATE STATISTICS s ON a, b, a FROM t;',
                claim: (0,verdict_fact/* refused */.J5)('42701'),
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'CREATE TRIGGER g BEFORE UPDATE OF a, a ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();',
                claim: (0,verdict_fact/* refused */.J5)('42701'),
            },
            { sql: 'CREATE TYPE pair AS (x int, x int);', claim: (0,verdict_fact/* refused */.J5)('42701') },
        ],
        good: [
            { sql: 'CREATE TABLE t (a int, "A" int, b text DEFAULT \'a, a\' /* a int, a int */);' },
            { setup: 'CREATE TABLE t (a int);', sql: 'CREATE TABLE IF NOT EXISTS t (a int, a int);' },
            { setup: 'CREATE TABLE base (a int, b int);', sql: 'CREATE TABLE t (a int) INHERITS (base);' },
            { setup: 'CREATE TABLE base (a int, b int);', sql: 'CREATE TABLE t (c int, LIKE base);' },
            { sql: 'CREATE TABLE t (a int, b int, PRIMARY KEY (a, b), UNIQUE (b, a), UNIQUE (a) INCLUDE (a));' },
            { setup: 'CREATE TABLE t (a int, b int);', sql: 'CREATE INDEX CONCURRENTLY i ON t (a, a) INCLUDE (b, b);' },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD COLUMN b int, ADD COLUMN IF NOT EXISTS b int;\nALTER TABLE t ADD COLUMN IF NOT EXISTS b int, ADD COLUMN IF NOT EXISTS b int;',
            },
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t DROP COLUMN a, ADD COLUMN a text;' },
            { sql: 'ALTER TABLE IF EXISTS t ADD COLUMN b int, ADD COLUMN b int;' },
            {
                setup: 'CREATE TYPE pair AS (x int, y int); CREATE TABLE t (a int[], c pair);',
                sql: 'UPDATE t SET a[1] = 1, a[2] = 2, c.x = 1, c.y = 2 WHERE a IS NULL;\nINSERT INTO t (a[1], a[2], c.x, c.y) VALUES (1, 2, 3, 4);',
            },
            {
                setup: 'CREATE TABLE t (id int PRIMARY KEY, a int);',
                sql: 'INSERT INTO t (id, a) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET id = 1, a = 2;',
            },
            {
                setup: 'CREATE TABLE t (a int, b int); CREATE TABLE s (a int);',
                sql: 'MERGE INTO t USING s ON t.a = s.a WHEN MATCHED AND t.b > 1 THEN UPDATE SET b = 1 WHEN MATCHED THEN UPDATE SET b = 2;',
            },
            {
                setup: 'CREATE TABLE o (id int, c int); CREATE TABLE c (id int, name text);',
                sql: 'CREATE VIEW v AS SELECT o.id, c.id AS c_id FROM o JOIN c ON c.id = o.c;\nCREATE VIEW w (x) AS SELECT id, id FROM o;\nSELECT o.id, c.id FROM o JOIN c ON c.id = o.c;',
            },
            { setup: 'CREATE TABLE t (a int);', sql: 'CREATE TABLE IF NOT EXISTS t AS SELECT 1 AS a, 2 AS a;' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/composite-type-cascade.js



/* harmony default export */ const composite_type_cascade = ((0,rule/* defineRule */.K)({
    id: 'composite-type-cascade',
    harm: 'note',
    preset: 'strict',
    summary: 'ALTER TYPE … CASCADE changes every table of that type',
    why: `With CASCADE, a new, dropped or changed attribute of a composite type becomes one of each table that was created OF the
type. Each is locked with ACCESS EXCLUSIVE: all its reads and writes wait.`,
    fix: 'Look for the tables first (pg_class.reloftype), and set a short lock_timeout; or use plain tables.',
    statements: ['AlterTableStmt'],
    check(statement, { schema, report }) {
        const alter = (0,ast/* nodeOf */.E7)(statement.node, 'AlterTableStmt');
        const name = (0,ast/* relationName */.CJ)(alter?.relation);
        if (alter?.objtype !== 'OBJECT_TYPE' || !name || schema.find('type', (0,schema_objects/* fullName */.fq)(name))?.origin === 'change')
            return;
        const cascades = (alter.cmds ?? []).some((item) => (0,ast/* nodeOf */.E7)(item, 'AlterTableCmd')?.behavior === 'DROP_CASCADE');
        if (!cascades)
            return;
        report({
            message: `CASCADE takes ACCESS EXCLUSIVE on every table that was created OF ${(0,schema_objects/* shortName */.EU)((0,schema_objects/* fullName */.fq)(name))}: reads and writes of them wait.`,
            help: `Limit the wait:\nSET lock_timeout = '2s';\n${statement.sql};`,
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TYPE pair AS (a int, b int); CREATE TABLE t OF pair;',
                sql: 'ALTER TYPE pair ADD ATTRIBUTE c int CASCADE;',
            },
        ],
        good: [
            { setup: 'CREATE TYPE pair AS (a int, b int);', sql: 'ALTER TYPE pair ADD ATTRIBUTE c int;' },
            { sql: 'CREATE TYPE pair AS (a int);\nALTER TYPE pair ADD ATTRIBUTE c int CASCADE;' },
        ],
    },
}));

// EXTERNAL MODULE: ./build/sql/non-transactional.js
var non_transactional = __webpack_require__(6847);
;// CONCATENATED MODULE: ./build/lint/facts/transaction-words.js



/** Where the statement runs, for the middle of a sentence. */
function transactionWords(transaction) {
    if (transaction.kind === 'explicit')
        return `inside the transaction that BEGIN opens on line ${transaction.begin.line}`;
    if (transaction.kind === 'block')
        return 'inside a DO block, which runs as one piece';
    if (transaction.kind === 'layout' && transaction.mode === 'single-query') {
        return 'beside other statements of the same query string, which Postgres runs as one transaction';
    }
    if (transaction.kind === 'layout' && transaction.mode === 'per-run') {
        return 'inside the transaction that the migration tool opens around all pending files';
    }
    return 'inside the transaction that the migration tool opens around each file';
}
/** How to give a part of the script a transaction after this one, as a sentence. */
function laterTransaction(what, { transaction }) {
    return transaction === 'per-run'
        ? `Move ${what} into a later migration, and deploy it after this one: the migration tool runs all pending files in one transaction, so that a file of its own doesn’t part them while both are pending.`
        : `Move ${what} into a transaction of its own, after this one is committed, best into a later migration.`;
}
/** How to get the statement out of its transaction. */
function transactionHelp(statement, { script }) {
    if (statement.transaction.kind === 'layout') {
        const index = (0,ast/* nodeOf */.E7)(statement.node, 'IndexStmt');
        const name = (0,ast/* relationName */.CJ)(index?.relation);
        const built = index?.idxname && name ? { ...name, name: index.idxname } : undefined;
        const words = built ? slug('build', built.name) : slug(...statement.sql.split(/\s+/).slice(0, 6));
        return {
            says: 'Take it out of the transaction.',
            steps: [apart(words, `${statement.sql};`, built && (0,ast/* display */.Vy)(built))],
        };
    }
    if (statement.transaction.kind === 'block') {
        return 'Take the statement out of the DO block: write it as a statement of its own, in a script that runs outside a transaction.';
    }
    const others = script.statements.some(({ kind, node, transaction }) => transaction.kind === 'explicit' && kind !== 'TransactionStmt' && (0,non_transactional/* nonTransactional */.l)(node) === undefined);
    return others
        ? 'Move the statement out of the BEGIN … COMMIT block, best into a migration of its own that runs outside a transaction.'
        : 'Delete BEGIN and COMMIT: nothing in this script can run inside a transaction. Run the file statement by statement, as psql does without --single-transaction.';
}

;// CONCATENATED MODULE: ./build/rules/concurrently-in-transaction.js




/* harmony default export */ const concurrently_in_transaction = ((0,rule/* defineRule */.K)({
    id: 'concurrently-in-transaction',
    harm: 'stops',
    summary: 'CONCURRENTLY can’t run inside a transaction',
    why: `CREATE INDEX, DROP INDEX, REINDEX and DETACH PARTITION with CONCURRENTLY commit several times while they work, so
Postgres refuses them inside a transaction block with SQLSTATE 25001, and the migration stops there. The block may be
written in the script (BEGIN … COMMIT), opened by the migration tool around each file, or implied because the tool sends
the whole file as one query. REFRESH MATERIALIZED VIEW CONCURRENTLY is different: it does run in a transaction.`,
    fix: `Take BEGIN and COMMIT out of the script, or move the statement into a migration of its own that the tool runs
without a transaction, in the tool’s own way (docs/layouts.md). Such a script doesn’t roll back as a whole when it fails halfway: keep one CONCURRENTLY
statement to a file, or make each of them repeatable.`,
    check(statement, context) {
        const special = (0,non_transactional/* nonTransactional */.l)(statement.node);
        if (!special?.concurrently || statement.transaction.kind === 'none')
            return;
        context.report({
            message: `${special.form} can’t run ${transactionWords(statement.transaction)}: Postgres refuses it, and the migration stops here.`,
            help: transactionHelp(statement, context),
            claim: (0,verdict_fact/* refused */.J5)('25001'),
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'BEGIN;\nCREATE INDEX CONCURRENTLY i ON t (a);\nCOMMIT;',
                claim: (0,verdict_fact/* refused */.J5)('25001'),
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
                sql: 'DROP INDEX CONCURRENTLY i;',
                transaction: 'per-script',
                claim: (0,verdict_fact/* refused */.J5)('25001'),
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
                sql: 'BEGIN;\nREINDEX INDEX CONCURRENTLY i;\nCOMMIT;',
                claim: (0,verdict_fact/* refused */.J5)('25001'),
            },
            {
                setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
                sql: 'BEGIN;\nALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;\nCOMMIT;',
                claim: (0,verdict_fact/* refused */.J5)('25001'),
            },
            {
                setup: 'CREATE TABLE t (a int, b int);',
                sql: 'CREATE INDEX CONCURRENTLY i ON t (a);\nCREATE INDEX CONCURRENTLY j ON t (b);',
                transaction: 'single-query',
                claim: (0,verdict_fact/* refused */.J5)('25001'),
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'DO $$\nBEGIN\n  IF true THEN\n    CREATE INDEX CONCURRENTLY i ON t (a);\n  END IF;\nEND $$;',
                claim: (0,verdict_fact/* refused */.J5)('25001'),
            },
        ],
        good: [
            { setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY i ON t (a);' },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'BEGIN;\nSELECT 1;\nCOMMIT;\nCREATE INDEX CONCURRENTLY i ON t (a);',
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'CREATE INDEX CONCURRENTLY i ON t (a);',
                transaction: 'single-query',
            },
            {
                setup: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a; CREATE UNIQUE INDEX i ON v (a);',
                sql: 'BEGIN;\nREFRESH MATERIALIZED VIEW CONCURRENTLY v;\nCOMMIT;',
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/lint/facts/partitioned-index.js
/** How a partitioned table gets an index without stopping its writes. */



const partitioned_index_HEAD = /^create\s+(unique\s+)?index\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?/i;
const ON = /\son\s+(?:only\s+)?(?:"(?:[^"]|"")+"|[^\s("]+)(?:\.(?:"(?:[^"]|"")+"|[^\s("]+))?/i;
/** The parent's index without its partitions, then each partition's by itself, attached to the parent's. */
function partitionByPartition(sql, table, index, schema) {
    const parent = (0,schema_objects/* fullName */.fq)(table);
    const unique = partitioned_index_HEAD.exec(sql)?.[1] ? 'UNIQUE ' : '';
    const rest = ON.exec(sql);
    const definition = rest ? sql.slice(rest.index + rest[0].length) : ' (…)';
    const own = sqlName((0,schema_objects/* fullName */.fq)({ ...table, name: index }));
    const partitions = schema.partitionsOf(parent).map(({ name }) => name);
    const each = (partitions.length > 0 ? partitions : [`${parent}_1`]).flatMap((partition) => {
        const child = quoteLast(partition, `_${index}`);
        const full = sqlName(`${partition.slice(0, partition.lastIndexOf('.'))}.${partition.slice(partition.lastIndexOf('.') + 1)}_${index}`);
        return [
            `CREATE ${unique}INDEX CONCURRENTLY ${child} ON ${sqlName(partition)}${definition};`,
            `ALTER INDEX ${own} ATTACH PARTITION ${full};`,
        ];
    });
    const more = partitions.length > 0 ? [] : ['-- and so on for each partition'];
    return [
        `CREATE ${unique}INDEX ${(0,ast/* quoteIdentifier */.Cm)(index)} ON ONLY ${sqlName(parent)}${definition};`,
        ...each,
        ...more,
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/rules/concurrently-unsupported.js






/* harmony default export */ const concurrently_unsupported = ((0,rule/* defineRule */.K)({
    id: 'concurrently-unsupported',
    harm: 'stops',
    summary: 'Postgres refuses CONCURRENTLY in this form',
    why: `CREATE INDEX CONCURRENTLY doesn’t work on a partitioned table, DROP INDEX CONCURRENTLY neither on its indexes, nor with
CASCADE, nor for several indexes at once; REINDEX SYSTEM takes no CONCURRENTLY. Postgres answers with SQLSTATE 0A000, and
the migration stops there.`,
    fix: `Create the index ON ONLY the partitioned table, one with CONCURRENTLY on each partition, and attach them. Drop one index
per statement, without CASCADE. An index of a partitioned table can only be dropped without CONCURRENTLY: set a short
lock_timeout for that.`,
    statements: ['IndexStmt', 'DropStmt', 'ReindexStmt'],
    check(statement, context) {
        // In a transaction it is refused for that reason already.
        if (statement.transaction.kind !== 'none')
            return;
        const problem = refusedIndex(statement, context) ?? refusedDrop(statement, context) ?? refusedReindex(statement);
        if (problem)
            context.report({ ...problem, claim: (0,verdict_fact/* refused */.J5)('0A000') });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
                sql: 'CREATE UNIQUE INDEX CONCURRENTLY i ON p (a, b);',
                claim: (0,verdict_fact/* refused */.J5)('0A000'),
            },
            {
                setup: 'CREATE TABLE p (a int, b int) PARTITION BY LIST (a);',
                sql: 'CREATE INDEX CONCURRENTLY i ON ONLY p (b);',
                claim: (0,verdict_fact/* refused */.J5)('0A000'),
            },
            {
                setup: 'CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE INDEX i ON p (b);',
                sql: 'DROP INDEX CONCURRENTLY i;',
                claim: (0,verdict_fact/* refused */.J5)('0A000'),
            },
            {
                setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a); CREATE INDEX "J" ON t (b);',
                sql: 'DROP INDEX CONCURRENTLY IF EXISTS i, "J";',
                claim: (0,verdict_fact/* refused */.J5)('0A000'),
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
                sql: 'DROP INDEX CONCURRENTLY i CASCADE;',
                claim: (0,verdict_fact/* refused */.J5)('0A000'),
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
                sql: 'CREATE INDEX CONCURRENTLY i ON p1 (b);\nDROP INDEX CONCURRENTLY i;',
            },
            {
                setup: 'CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE INDEX i ON p (b);',
                sql: 'REINDEX INDEX CONCURRENTLY i;\nDROP INDEX i;',
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a); CREATE INDEX j ON t (a);',
                sql: 'DROP INDEX CONCURRENTLY i RESTRICT;\nDROP INDEX CONCURRENTLY j;',
            },
        ],
    },
}));
function refusedIndex({ node, sql }, { schema }) {
    const index = (0,ast/* nodeOf */.E7)(node, 'IndexStmt');
    const table = (0,ast/* relationName */.CJ)(index?.relation);
    if (!index?.concurrent || !table || !(0,touch/* isPartitioned */.gN)((0,schema_objects/* fullName */.fq)(table), schema))
        return undefined;
    const steps = partitionByPartition(sql, table, index.idxname ?? 'idx', schema);
    return {
        message: `${(0,schema_objects/* shortName */.EU)((0,schema_objects/* fullName */.fq)(table))} is partitioned: Postgres refuses CREATE INDEX CONCURRENTLY on it, and the migration stops here.`,
        help: `Build the index partition by partition; it becomes valid when the last one is attached:\n${steps}`,
    };
}
function refusedDrop({ node, sql }, { schema }) {
    const drop = (0,ast/* nodeOf */.E7)(node, 'DropStmt');
    if (drop?.removeType !== 'OBJECT_INDEX' || !drop.concurrent)
        return undefined;
    const names = (drop.objects ?? []).flatMap((object) => (0,ast/* listName */.sY)(object) ?? []);
    const ifExists = drop.missing_ok ? 'IF EXISTS ' : '';
    const one = names.map((name) => `DROP INDEX CONCURRENTLY ${ifExists}${(0,ast/* display */.Vy)(name)};`).join('\n');
    if (names.length > 1 || drop.behavior === 'DROP_CASCADE') {
        const form = names.length > 1 ? 'several indexes at once' : 'CASCADE';
        return {
            message: `DROP INDEX CONCURRENTLY doesn’t take ${form}: Postgres refuses it, and the migration stops here.`,
            help: `Drop one index per statement, without CASCADE:\n${one}`,
        };
    }
    const table = names.map((name) => schema.find('index', (0,schema_objects/* fullName */.fq)(name))?.table).find((name) => name !== undefined);
    if (table === undefined || !(0,touch/* isPartitioned */.gN)(table, schema))
        return undefined;
    return {
        message: `The index belongs to the partitioned table ${(0,schema_objects/* shortName */.EU)(table)}: Postgres refuses to drop it with CONCURRENTLY, and the migration stops here.`,
        help: `Drop it without CONCURRENTLY, give up quickly when the table is busy, and run it again:\nSET lock_timeout = '2s';\n${sql.replace(/\s+concurrently/i, '')};`,
    };
}
function refusedReindex({ node }) {
    const reindex = (0,ast/* nodeOf */.E7)(node, 'ReindexStmt');
    if (reindex?.kind !== 'REINDEX_OBJECT_SYSTEM' || !(0,ast/* hasOption */.Kz)(reindex.params, 'concurrently'))
        return undefined;
    return {
        message: 'REINDEX SYSTEM doesn’t take CONCURRENTLY: Postgres refuses it, and the migration stops here.',
        help: 'Leave REINDEX SYSTEM out of migrations: it is for repairs in single-user mode.',
    };
}

// EXTERNAL MODULE: ./build/schema/effects/index.js + 8 modules
var schema_effects = __webpack_require__(3163);
;// CONCATENATED MODULE: ./build/rules/constraint-name-differs-after-rollback.js




/* harmony default export */ const constraint_name_differs_after_rollback = ((0,rule/* defineRule */.K)({
    id: 'constraint-name-differs-after-rollback',
    harm: 'decision',
    summary: 'The rollback brings a constraint back under another name',
    why: `Where a constraint gets no name, Postgres makes one of the table’s and the columns’ names. If the constraint that the
migration dropped had another, the rollback doesn’t restore it: the next DROP CONSTRAINT by its name fails, and so does ON
CONFLICT ON CONSTRAINT.`,
    fix: 'Name the constraint in the rollback as the migration’s DROP CONSTRAINT does.',
    roles: ['down'],
    statements: ['AlterTableStmt'],
    check(statement, { migration, script, report }) {
        for (const { change, object } of (0,schema_effects/* effectsOf */.w)(statement.node)) {
            const facts = object.facts;
            const { table, name } = object;
            if (change !== 'create' || object.kind !== 'constraint' || facts?.named !== false || !table)
                continue;
            const restored = new Set(script.statements.flatMap(({ node }) => namesOf('create', node)));
            const dropped = migration.up.statements
                .flatMap(({ node }) => namesOf('drop', node))
                .filter((one) => one.startsWith(`${table}.`) && !restored.has(one));
            const [lost] = dropped;
            if (lost === undefined || dropped.includes(name))
                continue;
            const [old, fresh] = [lost, name].map((one) => (0,ast/* quoteIdentifier */.Cm)(one.slice(table.length + 1)));
            report({
                message: `The migration dropped ${dropped.map((one) => (0,ast/* quoteIdentifier */.Cm)(one.slice(table.length + 1))).join(', ')} of ${(0,schema_objects/* shortName */.EU)(table)}; without a name this constraint comes back as ${fresh}.`,
                help: `Give it the name that it had: ADD CONSTRAINT ${old} …`,
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int, CONSTRAINT positive CHECK (a > 0));',
                up: 'ALTER TABLE t DROP CONSTRAINT positive;',
                sql: 'ALTER TABLE t ADD CHECK (a > 0);',
                role: 'down',
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a int, CONSTRAINT positive CHECK (a > 0));',
                up: 'ALTER TABLE t DROP CONSTRAINT positive;',
                sql: 'ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;',
                role: 'down',
            },
            {
                setup: 'CREATE TABLE t (a int, CHECK (a > 0));',
                up: 'ALTER TABLE t DROP CONSTRAINT t_a_check;',
                sql: 'ALTER TABLE t ADD CHECK (a > 0);',
                role: 'down',
            },
        ],
    },
}));
function namesOf(wanted, node) {
    return (0,schema_effects/* effectsOf */.w)(node).flatMap(({ change, object }) => change === wanted && object.kind === 'constraint' ? [object.name] : []);
}

;// CONCATENATED MODULE: ./build/rules/constraint-not-enforced.js




/* harmony default export */ const constraint_not_enforced = ((0,rule/* defineRule */.K)({
    id: 'constraint-not-enforced',
    harm: 'note',
    preset: 'strict',
    summary: 'NOT ENFORCED checks nothing, neither old rows nor new ones',
    why: `Since PostgreSQL 18 a CHECK or a foreign key can be NOT ENFORCED: it is written down and nothing more. Rows that break it
are accepted. It is easily mistaken for NOT VALID, which does hold new rows to the constraint.`,
    fix: 'Write NOT VALID instead, and VALIDATE CONSTRAINT in a later transaction; or keep it where a note is all that is meant.',
    statements: ['AlterTableStmt', 'CreateStmt'],
    check(statement, { report }) {
        for (const { object } of (0,schema_effects/* effectsOf */.w)(statement.node)) {
            const facts = object.facts;
            if (object.kind !== 'constraint' || facts?.enforced !== false)
                continue;
            report({
                message: `${(0,ast/* quoteIdentifier */.Cm)((0,schema_objects/* lastName */.UK)(object.name))} on ${(0,schema_objects/* shortName */.EU)(object.table ?? '')} is NOT ENFORCED: Postgres accepts every row, whatever it says.`,
                help: 'Write NOT VALID in place of NOT ENFORCED: new rows are then checked, old ones when you VALIDATE CONSTRAINT.',
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT ENFORCED;',
                postgres: { from: 18 },
            },
        ],
        good: [
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;' },
            { sql: 'CREATE TABLE t (a int PRIMARY KEY CHECK (a > 0), b int UNIQUE REFERENCES t);' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/constraint-unnamed.js




/* harmony default export */ const constraint_unnamed = ((0,rule/* defineRule */.K)({
    id: 'constraint-unnamed',
    harm: 'note',
    preset: 'strict',
    summary: 'A constraint without a name gets one from Postgres',
    why: `The name is made of the table’s and the columns’ names, shortened to 63 bytes and numbered where it is taken: it can differ
between databases that are meant to be the same. VALIDATE CONSTRAINT, the rollback’s DROP CONSTRAINT and the error messages
that programs look at all need the name.`,
    fix: 'Name the constraint: ADD CONSTRAINT name … in place of ADD ….',
    statements: ['AlterTableStmt'],
    check(statement, { report }) {
        for (const added of addedConstraints(statement)) {
            if (added.facts.named || added.constraint.indexname)
                continue;
            report({
                message: `This constraint of ${(0,schema_objects/* shortName */.EU)(added.table)} has no name: Postgres calls it ${(0,ast/* quoteIdentifier */.Cm)(added.name)}, or puts a number behind that where it is taken.`,
                help: `Name it:\n${addStatement(added, statement)}`,
            });
        }
    },
    examples: {
        bad: [
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ADD CHECK (a > 0) NOT VALID;' },
            { sql: 'CREATE TABLE t (a int);\nALTER TABLE t ADD PRIMARY KEY (a), ADD CONSTRAINT once UNIQUE (a);' },
        ],
        good: [
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;' },
            {
                setup: 'CREATE TABLE t (a int); CREATE UNIQUE INDEX once ON t (a);',
                sql: 'ALTER TABLE t ADD UNIQUE USING INDEX once;',
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/create-unlogged-table.js



/* harmony default export */ const create_unlogged_table = ((0,rule/* defineRule */.K)({
    id: 'create-unlogged-table',
    harm: 'note',
    preset: 'strict',
    summary: 'An unlogged table is empty after a crash, and on every replica',
    why: `What is written to an unlogged table is not in the write-ahead log. After a crash Postgres empties the table; a replica
never has its rows, and neither has a restore to a point in time.`,
    fix: 'Leave out UNLOGGED, unless losing all rows at any time is all right.',
    roles: ['up'],
    statements: ['CreateStmt', 'CreateTableAsStmt'],
    check(statement, context) {
        const [table] = (0,schema_effects/* effectsOf */.w)(statement.node).map(({ object }) => object);
        if (!table?.facts?.unlogged || table === undefined)
            return;
        if (context.schema.find('table', table.name))
            return;
        context.report({
            message: `${(0,schema_objects/* shortName */.EU)(table.name)} is emptied by every crash, and replicas never have its rows.`,
            help: 'Leave out UNLOGGED where the rows matter.',
        });
    },
    examples: {
        bad: [{ sql: 'CREATE UNLOGGED TABLE t (a int);' }, { sql: 'CREATE UNLOGGED TABLE t AS SELECT 1 AS a;' }],
        good: [{ sql: 'CREATE TABLE t (a int);' }, { sql: 'CREATE TEMP TABLE scratch (a int);' }],
    },
}));

;// CONCATENATED MODULE: ./build/rules/database-in-migration.js


/* harmony default export */ const database_in_migration = ((0,rule/* defineRule */.K)({
    id: 'database-in-migration',
    harm: 'stops',
    summary: 'A migration creates or drops a whole database',
    why: `A migration changes the schema of the database that it runs in. DROP DATABASE deletes all of another one, for good;
CREATE DATABASE fails on the second environment of the same server. Neither runs in a transaction.`,
    fix: 'Create and drop databases where servers are set up, not in migrations.',
    statements: ['CreatedbStmt', 'DropdbStmt'],
    check(statement, context) {
        const drop = (0,ast/* nodeOf */.E7)(statement.node, 'DropdbStmt');
        const name = drop?.dbname ?? (0,ast/* nodeOf */.E7)(statement.node, 'CreatedbStmt')?.dbname ?? '';
        context.report({
            message: drop
                ? `DROP DATABASE deletes all of ${name} for good: every schema, table and row.`
                : `CREATE DATABASE ${name} has no place in a migration: the migration runs in a database that is there already.`,
            help: 'Leave this to the scripts that set up the server.',
        });
    },
    examples: {
        bad: [{ sql: 'DROP DATABASE IF EXISTS reports;' }, { sql: 'CREATE DATABASE reports;' }],
        good: [{ sql: 'CREATE SCHEMA reports;' }],
    },
}));

;// CONCATENATED MODULE: ./build/rules/default-partition-scan.js






/* harmony default export */ const default_partition_scan = ((0,rule/* defineRule */.K)({
    id: 'default-partition-scan',
    harm: 'blocks',
    summary: 'A new partition makes Postgres search the whole default partition under ACCESS EXCLUSIVE',
    why: `Rows that belong into the new partition may lie in the default one, so CREATE TABLE … PARTITION OF and ATTACH PARTITION
read all of it. They hold ACCESS EXCLUSIVE on it meanwhile: every read and write that goes to the default partition waits,
and so does each query on the parent that can’t leave it out.`,
    fix: `Add a CHECK to the default partition that excludes the new partition’s rows, NOT VALID, and validate it in a later
transaction: the search is then skipped. Drop the CHECK afterwards.`,
    statements: ['CreateStmt', 'AlterTableStmt'],
    check(statement, context) {
        const { schema } = context;
        const attached = alterCommands(statement).find(({ subtype }) => subtype === 'AT_AttachPartition');
        const bound = (0,ast/* nodeOf */.E7)(statement.node, 'CreateStmt')?.partbound ?? (0,ast/* nodeOf */.E7)(attached?.command.def, 'PartitionCmd')?.bound;
        if (!bound || bound.is_default)
            return;
        const searched = context
            .footprint()
            .find(({ relation, scans }) => scans && !schema.isNew(relation) && schema.find('table', relation)?.facts?.isDefaultPartition);
        if (!searched)
            return;
        const name = (0,schema_objects/* shortName */.EU)(searched.relation);
        const check = quoteLast(searched.relation, '_excludes');
        context.report({
            message: `Postgres searches all of ${name}, the default partition, for rows of the new one, and holds ACCESS EXCLUSIVE on it: every read and write of ${name} waits until it is done.`,
            help: `Show beforehand that no such row is there, and the search is skipped. Write into the CHECK what the new partition will hold:\nALTER TABLE ${sqlName(searched.relation)} ADD CONSTRAINT ${check} CHECK (NOT (…)) NOT VALID;\nALTER TABLE ${sqlName(searched.relation)} VALIDATE CONSTRAINT ${check};`,
            claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', searched.relation), (0,verdict_fact/* scan */.SQ)(searched.relation)],
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE p (a int NOT NULL) PARTITION BY LIST (a); CREATE TABLE rest PARTITION OF p DEFAULT; INSERT INTO p VALUES (9);',
                sql: 'CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.rest'), (0,verdict_fact/* scan */.SQ)('public.rest')],
            },
            {
                setup: 'CREATE TABLE p (a int NOT NULL) PARTITION BY RANGE (a); CREATE TABLE rest PARTITION OF p DEFAULT; CREATE TABLE p1 (a int NOT NULL); INSERT INTO p VALUES (99);',
                sql: 'ALTER TABLE p ATTACH PARTITION p1 FOR VALUES FROM (1) TO (10);',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.rest'), (0,verdict_fact/* scan */.SQ)('public.rest')],
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE p (a int NOT NULL) PARTITION BY LIST (a);',
                sql: 'CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
            },
            {
                setup: 'CREATE TABLE p (a int NOT NULL) PARTITION BY LIST (a); CREATE TABLE rest PARTITION OF p DEFAULT; ALTER TABLE rest ADD CONSTRAINT no_one CHECK (a <> 1) NOT VALID; ALTER TABLE rest VALIDATE CONSTRAINT no_one;',
                sql: 'CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
            },
            {
                sql: 'CREATE TABLE p (a int) PARTITION BY LIST (a);\nCREATE TABLE rest PARTITION OF p DEFAULT;\nCREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/lint/facts/whole-table.js



/** No WHERE, or one that is always true: `true`, `1 = 1`. */
function isAlwaysTrue(where) {
    if (where === undefined)
        return true;
    const constant = (0,ast/* nodeOf */.E7)(where, 'A_Const');
    if (constant)
        return constant.boolval?.boolval ?? false;
    const comparison = (0,ast/* nodeOf */.E7)(where, 'A_Expr');
    const [left, right] = [(0,ast/* nodeOf */.E7)(comparison?.lexpr, 'A_Const'), (0,ast/* nodeOf */.E7)(comparison?.rexpr, 'A_Const')];
    if (comparison?.kind !== 'AEXPR_OP' || !left || !right)
        return false;
    const value = ({ ival, sval, boolval }) => JSON.stringify([ival, sval, boolval]);
    return (0,ast/* nodeOf */.E7)(comparison.name?.[0], 'String')?.sval === '=' && value(left) === value(right);
}
/** The new column of `WHERE column IS NULL`, which is null in every row. */
function newNullColumn(table, where, schema) {
    const test = (0,ast/* nodeOf */.E7)(where, 'NullTest');
    const column = (0,ast/* nodeOf */.E7)((0,ast/* nodeOf */.E7)(test?.arg, 'ColumnRef')?.fields?.at(-1), 'String')?.sval;
    if (test?.nulltesttype !== 'IS_NULL' || column === undefined)
        return undefined;
    const known = schema.find('column', `${table}.${column}`);
    return known?.origin === 'change' && !known.facts?.default ? column : undefined;
}
/** The table that is changed, if it existed before; not a view, and not what no other session can wait for. */
function changedTable(relation, schema) {
    const name = (0,ast/* relationName */.CJ)(relation);
    if (!name || schema.isNew((0,schema_objects/* fullName */.fq)(name)) || schema.find('view', (0,schema_objects/* fullName */.fq)(name)))
        return undefined;
    return (0,schema_objects/* fullName */.fq)(name);
}
/** Every row of a plain table is read; a partitioned one has no rows of its own. */
function wholeTableClaim(table, schema) {
    if (schema.find('table', table)?.facts?.partitionBy)
        return { claim: (0,verdict_fact/* lock */.s2)('ROW EXCLUSIVE', table) };
    return { claim: [(0,verdict_fact/* lock */.s2)('ROW EXCLUSIVE', table), (0,verdict_fact/* scan */.SQ)(table)] };
}

;// CONCATENATED MODULE: ./build/lint/facts/self-join.js



/** More than that nobody writes, and a chain of WITH ends. */
const DEEPEST = 20;
function namedQueries(clause, around = new Map()) {
    const named = new Map(around);
    for (const item of clause?.ctes ?? []) {
        const { ctename, ctequery, aliascolnames } = (0,ast/* nodeOf */.E7)(item, 'CommonTableExpr') ?? {};
        const query = (0,ast/* nodeOf */.E7)(ctequery, 'SelectStmt');
        if (!ctename)
            continue;
        if (query && !aliascolnames && !clause?.recursive)
            named.set(ctename, query);
        else
            named.delete(ctename);
    }
    return named;
}
/** Whether a join's condition is true for every row of its target: `t.id = x.id`, where x has all rows of t. */
function joinsAllOfItself({ target, sources = [], where, named }) {
    const name = (0,ast/* relationName */.CJ)(target);
    const table = name && (0,schema_objects/* fullName */.fq)(name);
    const [source, another] = sources;
    if (!table || !target)
        return false;
    const own = target.alias?.aliasname ?? target.relname ?? '';
    return (0,ast/* conjuncts */.im)(where).every((part) => {
        if (isAlwaysTrue(part) || isInItself(part, { table, own, named }))
            return true;
        const joined = source && !another ? allRows(source, table, named, 0) : undefined;
        return joined !== undefined && equatesRows(part, own, joined);
    });
}
function equatesRows(condition, own, { alias, shows }) {
    const sides = equalColumns(condition);
    if (sides === undefined)
        return false;
    const mine = sides.find(({ of }) => of === own);
    const theirs = sides.find(({ of }) => of === alias);
    return mine !== undefined && theirs !== undefined && shows(theirs.column) === mine.column;
}
function equalColumns(condition) {
    const test = (0,ast/* nodeOf */.E7)(condition, 'A_Expr');
    if (test?.kind !== 'AEXPR_OP' || (0,ast/* nodeOf */.E7)(test.name?.at(-1), 'String')?.sval !== '=')
        return undefined;
    const [left, right] = [columnOf(test.lexpr), columnOf(test.rexpr)];
    return left && right ? [left, right] : undefined;
}
function columnOf(node) {
    const parts = ((0,ast/* nodeOf */.E7)(node, 'ColumnRef')?.fields ?? []).map((field) => (0,ast/* nodeOf */.E7)(field, 'String')?.sval);
    const column = parts.at(-1);
    return column === undefined ? undefined : { of: parts.at(-2), column };
}
/** `id IN (SELECT id FROM t)`, `EXISTS (SELECT … FROM t x WHERE x.id = t.id)`. */
function isInItself(condition, { table, own, named }) {
    const link = (0,ast/* nodeOf */.E7)(condition, 'SubLink');
    const query = (0,ast/* nodeOf */.E7)(link?.subselect, 'SelectStmt');
    if (!query)
        return false;
    if (link?.subLinkType === 'ANY_SUBLINK') {
        const mine = columnOf(link.testexpr);
        const shown = allRowsOfQuery(query, table, named, 0);
        const [target] = query.targetList ?? [];
        const name = query.targetList?.length === 1 ? self_join_outputName(target) : undefined;
        const isEqual = (link.operName ?? []).every((part) => (0,ast/* nodeOf */.E7)(part, 'String')?.sval === '=');
        return isEqual && !!mine && !!name && (mine.of ?? own) === own && shown?.(name) === mine.column;
    }
    if (link?.subLinkType !== 'EXISTS_SUBLINK' || query.groupClause || query.havingClause || query.limitCount)
        return false;
    const [source, another] = query.fromClause ?? [];
    const joined = source && !another ? allRows(source, table, named, 0) : undefined;
    const where = (0,ast/* conjuncts */.im)(query.whereClause);
    return joined !== undefined && where.length > 0 && where.every((part) => equatesRows(part, own, joined));
}
/** An item of FROM that has all rows of the table. */
function allRows(item, table, named, depth) {
    if (depth > DEEPEST)
        return undefined;
    const range = (0,ast/* nodeOf */.E7)(item, 'RangeVar');
    if (range) {
        const name = (0,ast/* relationName */.CJ)(range);
        const alias = range.alias?.aliasname ?? range.relname;
        const query = range.schemaname ? undefined : named.get(range.relname ?? '');
        const shows = query
            ? allRowsOfQuery(query, table, named, depth + 1)
            : name && (0,schema_objects/* fullName */.fq)(name) === table
                ? (column) => column
                : undefined;
        return shows && !range.alias?.colnames ? { alias, shows } : undefined;
    }
    const select = (0,ast/* nodeOf */.E7)(item, 'RangeSubselect');
    if (select) {
        const query = (0,ast/* nodeOf */.E7)(select.subquery, 'SelectStmt');
        const shows = query && !select.alias?.colnames ? allRowsOfQuery(query, table, named, depth + 1) : undefined;
        return shows && { alias: select.alias?.aliasname, shows };
    }
    // An outer join keeps all rows of one side.
    const join = (0,ast/* nodeOf */.E7)(item, 'JoinExpr');
    if (join?.jointype === 'JOIN_LEFT' && join.larg)
        return allRows(join.larg, table, named, depth + 1);
    if (join?.jointype === 'JOIN_RIGHT' && join.rarg)
        return allRows(join.rarg, table, named, depth + 1);
    return undefined;
}
/** What a query's columns show where it leaves no row of the table out. */
function allRowsOfQuery(query, table, around, depth) {
    const { fromClause = [], whereClause, havingClause, limitCount, limitOffset, lockingClause = [], op, targetList, } = query;
    const skips = lockingClause.some((item) => (0,ast/* nodeOf */.E7)(item, 'LockingClause')?.waitPolicy === 'LockWaitSkip');
    if ((op && op !== 'SETOP_NONE') || havingClause || limitCount || limitOffset || skips)
        return undefined;
    const [source, another] = fromClause;
    if (!source || another || !isAlwaysTrue(whereClause))
        return undefined;
    const inner = allRows(source, table, namedQueries(query.withClause, around), depth + 1);
    if (inner === undefined)
        return undefined;
    return (column) => {
        for (const item of targetList ?? []) {
            const shown = columnOf((0,ast/* nodeOf */.E7)(item, 'ResTarget')?.val);
            const isIts = shown && (shown.of === undefined || shown.of === inner.alias);
            if (isIts && self_join_outputName(item) === column)
                return inner.shows(shown.column);
        }
        return (targetList ?? []).some(isStar) ? inner.shows(column) : undefined;
    };
}
function self_join_outputName(item) {
    const target = (0,ast/* nodeOf */.E7)(item, 'ResTarget');
    return target?.name ?? columnOf(target?.val)?.column;
}
function isStar(item) {
    const fields = (0,ast/* nodeOf */.E7)((0,ast/* nodeOf */.E7)(item, 'ResTarget')?.val, 'ColumnRef')?.fields;
    return fields?.at(-1) !== undefined && 'A_Star' in (fields.at(-1) ?? {});
}

;// CONCATENATED MODULE: ./build/lint/facts/row-writes.js



/** The kinds of statements that can hold one. */
const WRITING = ['UpdateStmt', 'DeleteStmt', 'MergeStmt', 'SelectStmt', 'InsertStmt'];
function rowWrites(node, around = new Map()) {
    const update = (0,ast/* nodeOf */.E7)(node, 'UpdateStmt');
    const remove = (0,ast/* nodeOf */.E7)(node, 'DeleteStmt');
    const merge = (0,ast/* nodeOf */.E7)(node, 'MergeStmt');
    const holder = (0,ast/* nodeOf */.E7)(node, 'SelectStmt') ?? (0,ast/* nodeOf */.E7)(node, 'InsertStmt');
    const clause = (update ?? remove ?? merge ?? holder)?.withClause;
    const named = namedQueries(clause, around);
    const inside = (clause?.ctes ?? []).flatMap((item) => rowWrites((0,ast/* nodeOf */.E7)(item, 'CommonTableExpr')?.ctequery, named));
    if (update)
        return [
            ...inside,
            write('update', { target: update.relation, sources: update.fromClause, where: update.whereClause, named }),
        ];
    if (remove)
        return [
            ...inside,
            write('delete', { target: remove.relation, sources: remove.usingClause, where: remove.whereClause, named }),
        ];
    if (!merge)
        return inside;
    const sources = merge.sourceRelation ? [merge.sourceRelation] : [];
    const isWhole = merge.joinCondition !== undefined &&
        joinsAllOfItself({ target: merge.relation, sources, where: merge.joinCondition, named });
    const clauses = (merge.mergeWhenClauses ?? []).flatMap((item) => (0,ast/* nodeOf */.E7)(item, 'MergeWhenClause') ?? []);
    // The first clause whose condition holds is the one that runs.
    const [first] = clauses.filter(({ matchKind }) => matchKind === 'MERGE_WHEN_MATCHED');
    const change = { CMD_UPDATE: 'update', CMD_DELETE: 'delete' }[String(first?.commandType)];
    if (!change || first?.condition)
        return inside;
    return [...inside, { change, relation: merge.relation, where: merge.joinCondition, isWhole }];
}
function write(change, join) {
    const { target: relation, where } = join;
    return { change, relation, where, isWhole: isAlwaysTrue(where) || joinsAllOfItself(join) };
}

;// CONCATENATED MODULE: ./build/rules/delete-whole-table.js






/* harmony default export */ const delete_whole_table = ((0,rule/* defineRule */.K)({
    id: 'delete-whole-table',
    harm: 'loses',
    summary: 'DELETE without WHERE deletes every row for good',
    why: `No rollback of a migration brings the rows back. While they are deleted, in one transaction, other writers of these rows
wait, the foreign keys of every referencing table are checked row by row, and replicas fall behind.`,
    fix: `Say which rows have to go, and delete them in batches of some thousand, each in a transaction of its own.`,
    statements: WRITING,
    check(statement, context) {
        for (const { change, relation, isWhole } of rowWrites(statement.node)) {
            const table = change === 'delete' && isWhole ? changedTable(relation, context.schema) : undefined;
            if (table === undefined)
                continue;
            context.report({
                message: `This deletes every row of ${(0,schema_objects/* shortName */.EU)(table)} for good, in one transaction: other writers of these rows wait until it commits.`,
                help: `Say which rows have to go, and run it in batches until it deletes no row:\nDELETE FROM ${sqlName(table)} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${sqlName(table)} WHERE … LIMIT 5000));`,
                ...wholeTableClaim(table, context.schema),
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (id int); INSERT INTO t VALUES (1);',
                sql: 'DELETE FROM t USING (SELECT id FROM t) x WHERE t.id = x.id;',
                claim: [(0,verdict_fact/* lock */.s2)('ROW EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (id int); INSERT INTO t VALUES (1);',
                sql: 'WITH gone AS (DELETE FROM t RETURNING *)\nSELECT count(*) FROM gone;',
                claim: [(0,verdict_fact/* lock */.s2)('ROW EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a int); INSERT INTO t VALUES (1);',
                sql: 'DELETE FROM t;',
                claim: [(0,verdict_fact/* lock */.s2)('ROW EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a int); INSERT INTO t VALUES (1);',
                sql: 'DELETE FROM t WHERE true;',
                claim: [(0,verdict_fact/* lock */.s2)('ROW EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (id int, a int);',
                sql: 'DELETE FROM t USING (SELECT id, max(a) AS a FROM t GROUP BY id HAVING count(*) > 1) x WHERE t.id = x.id;',
            },
            { setup: 'CREATE TABLE t (a int);', sql: 'DELETE FROM t WHERE a = 1;' },
            { sql: 'CREATE TABLE t (a int);\nDELETE FROM t;' },
            { sql: 'CREATE TEMP TABLE scratch (a int);\nDELETE FROM scratch;' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/detach-concurrently-with-default.js






/* harmony default export */ const detach_concurrently_with_default = ((0,rule/* defineRule */.K)({
    id: 'detach-concurrently-with-default',
    harm: 'stops',
    summary: 'DETACH PARTITION CONCURRENTLY is refused beside a default partition',
    why: `Where the parent has a default partition, rows for the detached one would have to go there while it is being detached.
Postgres refuses that with SQLSTATE 55000, and the script stops there.`,
    fix: `Detach without CONCURRENTLY and with a short lock_timeout, or detach the default partition first.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        for (const { table, subtype, command } of alterCommands(statement)) {
            const partition = (0,ast/* nodeOf */.E7)(command.def, 'PartitionCmd');
            const name = (0,ast/* relationName */.CJ)(partition?.name);
            if (subtype !== 'AT_DetachPartition' || !name || !partition?.concurrent)
                continue;
            const other = context.schema.partitionsOf(table).find(({ facts }) => facts?.isDefaultPartition);
            // In a transaction it fails for that reason already.
            if (!other || statement.transaction.kind !== 'none')
                continue;
            context.report({
                message: `Postgres refuses DETACH PARTITION CONCURRENTLY here: ${(0,schema_objects/* shortName */.EU)(table)} has a default partition, ${(0,schema_objects/* shortName */.EU)(other.name)}.`,
                help: `Detach it without CONCURRENTLY, limit the wait for the lock, and try again when it is too long:\nSET lock_timeout = '2s';\nALTER TABLE ${sqlName(table)} DETACH PARTITION ${sqlName((0,schema_objects/* fullName */.fq)(name))};`,
                claim: (0,verdict_fact/* refused */.J5)('55000'),
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE rest PARTITION OF p DEFAULT;',
                sql: 'ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;',
                claim: (0,verdict_fact/* refused */.J5)('55000'),
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
                sql: 'ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;',
            },
            {
                setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE rest PARTITION OF p DEFAULT;',
                sql: 'ALTER TABLE p DETACH PARTITION rest;\nALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;',
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/detach-not-concurrent.js








/* harmony default export */ const detach_not_concurrent = ((0,rule/* defineRule */.K)({
    id: 'detach-not-concurrent',
    harm: 'decision',
    summary: 'DETACH PARTITION locks out every reader and writer of the parent',
    why: `DETACH PARTITION takes ACCESS EXCLUSIVE on the parent and on the partition. While it waits for running queries, every later
query on any of the partitions waits too.`,
    fix: `DETACH PARTITION … CONCURRENTLY lets reads and writes of the parent pass. It runs outside a transaction, and not where the
parent has a default partition: there, set a short lock_timeout and try again when it is hit.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        const { schema, session } = context;
        for (const { table, subtype, command } of alterCommands(statement)) {
            const partition = (0,ast/* nodeOf */.E7)(command.def, 'PartitionCmd');
            const name = (0,ast/* relationName */.CJ)(partition?.name);
            if (subtype !== 'AT_DetachPartition' || !name || partition?.concurrent || schema.isNew(table))
                continue;
            const refused = schema.partitionsOf(table).some(({ facts }) => facts?.isDefaultPartition);
            if (refused && (0,schema_session/* timeoutMs */.G6)(session, 'lock_timeout'))
                continue;
            const safe = `ALTER TABLE ${sqlName(table)} DETACH PARTITION ${sqlName((0,schema_objects/* fullName */.fq)(name))} CONCURRENTLY;`;
            context.report({
                message: `DETACH PARTITION takes ACCESS EXCLUSIVE on ${(0,schema_objects/* shortName */.EU)(table)}: while it waits for running queries, every read and write of all its partitions waits too.`,
                help: refused
                    ? `CONCURRENTLY is refused here, since ${(0,schema_objects/* shortName */.EU)(table)} has a default partition. Limit the wait, and try again when it is too long:\nSET lock_timeout = '2s';\n${statement.sql};`
                    : { says: 'Detach it without blocking.', steps: [apart(slug('detach', name.name), safe)] },
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', table),
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
                sql: 'ALTER TABLE p DETACH PARTITION p1;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.p'),
            },
            {
                setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE rest PARTITION OF p DEFAULT;',
                sql: 'ALTER TABLE p DETACH PARTITION p1;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.p'),
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
                sql: 'ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;',
            },
            {
                setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE rest PARTITION OF p DEFAULT;',
                sql: "SET lock_timeout = '2s';\nALTER TABLE p DETACH PARTITION p1;",
            },
            {
                sql: 'CREATE TABLE p (a int) PARTITION BY LIST (a);\nCREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);\nALTER TABLE p DETACH PARTITION p1;',
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/disable-trigger.js






const FORMS = {
    AT_DisableTrig: 'DISABLE TRIGGER',
    AT_DisableTrigAll: 'DISABLE TRIGGER ALL',
    AT_DisableTrigUser: 'DISABLE TRIGGER USER',
};
/* harmony default export */ const disable_trigger = ((0,rule/* defineRule */.K)({
    id: 'disable-trigger',
    harm: 'decision',
    summary: 'DISABLE TRIGGER switches triggers off for everybody, and blocks writes',
    why: `The triggers are off for every session, not for the migration alone: what other sessions write meanwhile is not
audited, copied or checked, and nothing makes up for it afterwards. DISABLE TRIGGER ALL also switches off foreign keys.
The statement takes SHARE ROW EXCLUSIVE: writes wait for it, to the end of its transaction.`,
    fix: `Switch triggers off for the migration’s own session: \`SET LOCAL session_replication_role = replica\` fires no ordinary
trigger and checks no foreign key there, while other sessions go on as ever. That takes a superuser, or a role that was
granted SET on this parameter.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        for (const { table, subtype, command } of alterCommands(statement)) {
            const form = FORMS[subtype];
            if (!form || context.schema.isNew(table))
                continue;
            const which = command.name ? `the trigger ${command.name}` : `the triggers`;
            const keys = subtype === 'AT_DisableTrigAll' ? ', and its foreign keys are not checked' : '';
            const again = command.name ? (0,ast/* quoteIdentifier */.Cm)(command.name) : form.split(' ').at(-1);
            context.report({
                message: `${form} switches off ${which} of ${(0,schema_objects/* shortName */.EU)(table)} for every session${keys}; it takes SHARE ROW EXCLUSIVE, so writes wait until the transaction ends.`,
                help: `Switch triggers off for this session only, where your role may:\nBEGIN;\nSET LOCAL session_replication_role = replica;\n-- what must run without triggers\nCOMMIT;\nWhere it must be the table’s, switch them on again in the same transaction:\nALTER TABLE ${sqlName(table)} ENABLE TRIGGER ${again};`,
                claim: (0,verdict_fact/* lock */.s2)('SHARE ROW EXCLUSIVE', table),
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t DISABLE TRIGGER ALL;',
                claim: (0,verdict_fact/* lock */.s2)('SHARE ROW EXCLUSIVE', 'public.t'),
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE TRIGGER noop BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();',
                sql: 'ALTER TABLE t DISABLE TRIGGER noop;',
                claim: (0,verdict_fact/* lock */.s2)('SHARE ROW EXCLUSIVE', 'public.t'),
            },
        ],
        good: [
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ENABLE TRIGGER ALL;' },
            { sql: 'CREATE TABLE t (a int);\nALTER TABLE t DISABLE TRIGGER USER;' },
        ],
    },
}));

// EXTERNAL MODULE: ../../work/main/node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7958);
;// CONCATENATED MODULE: ./build/rules/discouraged-type.js





/* harmony default export */ const discouraged_type = ((0,rule/* defineRule */.K)({
    id: 'discouraged-type',
    harm: 'note',
    preset: 'strict',
    summary: 'A column has a type that has a better successor',
    why: `Some types are there for the SQL standard’s or for history’s sake. char(n) pads with spaces; timestamp forgets the time
zone; json keeps the text and has no equality; money depends on the locale; serial leaves its sequence’s rights and default
to be looked after; int runs out of keys at 2,147,483,647; a limit in varchar(n) is harder to change than a CHECK.`,
    fix: `Use text, timestamptz, jsonb, numeric, GENERATED … AS IDENTITY and bigint. The option \`allow\` lists types that are
meant to stay, by their first words here: char, varchar, timestamp, timetz, json, money, serial, int-key.`,
    options: (0,dist/* strictObject */.rej)({ allow: (0,dist/* optional */.lqM)((0,dist/* array */.YOg)((0,dist/* string */.YjP)()), []) }),
    statements: ['AlterTableStmt', 'CreateStmt'],
    check(statement, { options, report }) {
        const allowed = options.allow;
        const added = alterCommands(statement).flatMap(({ column, subtype, command }) => column ? [subtype === 'AT_AlterColumnType' ? { ...column, colname: command.name ?? '' } : column] : []);
        const created = ((0,ast/* nodeOf */.E7)(statement.node, 'CreateStmt')?.tableElts ?? []).flatMap((one) => (0,ast/* nodeOf */.E7)(one, 'ColumnDef') ?? []);
        for (const column of [...added, ...created]) {
            const [name, better] = successor(column) ?? [];
            if (!name || !better || allowed.includes(name))
                continue;
            report({
                message: `${(0,ast/* quoteIdentifier */.Cm)(column.colname ?? '')} is ${discouraged_type_WORDS[name] ?? name}: ${better.why}.`,
                help: `Use ${better.use}.`,
            });
        }
    },
    examples: {
        bad: [
            { sql: 'CREATE TABLE t (code char(3));' },
            { sql: 'CREATE TABLE t (name varchar(20), at timestamp NOT NULL);' },
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ADD COLUMN b json, ADD COLUMN c money;' },
            { sql: 'CREATE TABLE t (id serial);' },
            { sql: 'CREATE TABLE t (id int PRIMARY KEY);' },
            { setup: 'CREATE TABLE t (a text);', sql: 'ALTER TABLE t ALTER COLUMN a TYPE varchar(9);' },
            { sql: 'CREATE TABLE t (a timetz, b json);', options: { allow: ['json'] } },
        ],
        good: [
            {
                sql: 'CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text, v varchar, at timestamptz, doc jsonb, n int);',
            },
            { sql: 'CREATE TABLE t (id serial, doc json);', options: { allow: ['json', 'serial'] } },
        ],
    },
}));
/** Where the name for the option isn't what people call it. */
const discouraged_type_WORDS = { 'int-key': 'an int as primary key', varchar: 'varchar with a limit' };
const BETTER = {
    char: { why: 'shorter values are padded with spaces', use: 'text, with a CHECK on its length where that matters' },
    varchar: {
        why: 'lowering the limit later rewrites the table',
        use: 'text, with a CHECK on its length where that matters',
    },
    timestamp: { why: 'it doesn’t say of which time zone it is', use: 'timestamptz' },
    timetz: { why: 'an offset without a date can’t know of daylight saving time', use: 'timestamptz, or time' },
    json: { why: 'it is kept as text, so = doesn’t work on it and each query parses it anew', use: 'jsonb' },
    money: { why: 'what it means depends on the setting lc_monetary', use: 'numeric, and a column for the currency' },
    serial: {
        why: 'anybody may write its column, and its sequence needs grants of its own',
        use: 'GENERATED ALWAYS AS IDENTITY',
    },
    'int-key': { why: 'keys run out at 2,147,483,647, and widening it rewrites the table', use: 'bigint' },
};
const NAMES = {
    bpchar: 'char',
    timestamp: 'timestamp',
    timetz: 'timetz',
    json: 'json',
    money: 'money',
};
function successor(column) {
    const type = (0,types/* columnType */.DW)(column.typeName);
    const name = type && nameFor(type, (column.constraints ?? []));
    return name === undefined ? undefined : [name, BETTER[name]];
}
function nameFor({ name, modifiers, serial }, constraints) {
    if (serial)
        return 'serial';
    if (name === 'varchar')
        return modifiers.length > 0 ? 'varchar' : undefined;
    const isKey = constraints.some((item) => (0,ast/* nodeOf */.E7)(item, 'Constraint')?.contype === 'CONSTR_PRIMARY');
    if (isKey && (name === 'int4' || name === 'int2'))
        return 'int-key';
    return NAMES[name];
}

;// CONCATENATED MODULE: ./build/rules/do-block-hides-sql.js

/* harmony default export */ const do_block_hides_sql = ((0,rule/* defineRule */.K)({
    id: 'do-block-hides-sql',
    harm: 'note',
    summary: 'A DO block runs SQL that can’t be read before it runs',
    why: `The statements of a DO block are checked like any others. What EXECUTE builds from variables or query results, and
what a block in another language than PL/pgSQL does, shows only on a server: no rule has looked at it. The rehearsal runs
the block, and reports the locks that it took and the objects that it changed.`,
    fix: `Write the statements plainly where you can: they are then checked one by one. Where the block must build them, let the
rehearsal run on a schema that is like production’s, so that the same branches are taken.`,
    statements: ['DoStmt'],
    check(statement, { report }) {
        if (!statement.block?.opaque)
            return;
        report({
            message: 'This block runs SQL that is made at run time, which no rule can read.',
            help: 'Write the statements plainly, or see in the rehearsal’s report what the block did.',
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: `DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE tablename = 't' LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN b int', name);
  END LOOP;
END $$;`,
            },
        ],
        good: [
            { setup: 'CREATE TABLE t (a int);', sql: 'DO $$ BEGIN ALTER TABLE t ADD COLUMN b int; END $$;' },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: "DO $$ BEGIN EXECUTE 'ALTER TABLE ' || 't' || ' ADD COLUMN b int'; EXECUTE format('COMMENT ON TABLE %I IS %L', 't', 'x'); END $$;",
            },
        ],
    },
}));

// EXTERNAL MODULE: ./build/schema/effects/effect.js
var effect = __webpack_require__(3009);
;// CONCATENATED MODULE: ./build/rules/domain-constraint-blocks-writes.js






/* harmony default export */ const domain_constraint_blocks_writes = ((0,rule/* defineRule */.K)({
    id: 'domain-constraint-blocks-writes',
    harm: 'blocks',
    summary: 'A new rule of a domain blocks writes to every table that uses it',
    why: `ALTER DOMAIN with ADD CONSTRAINT, SET NOT NULL or VALIDATE CONSTRAINT takes SHARE on each table that has a column of the
domain, and keeps them all while it reads every row of every one: INSERT, UPDATE and DELETE wait. VALIDATE CONSTRAINT is no
gentler: unlike that of a table, it blocks writes as well.`,
    fix: `ADD CONSTRAINT … NOT VALID takes no lock on the tables, and new values are checked from then on. Where the old rows must
be validated, do it when few write, with a short lock_timeout. A CHECK on each table can be validated without blocking.`,
    statements: ['AlterDomainStmt'],
    check(statement, context) {
        const domain = (0,ast/* nodeOf */.E7)(statement.node, 'AlterDomainStmt');
        const name = (0,effect/* dotted */.Bs)(domain?.typeName);
        const work = domain && readsRows(domain);
        if (!name || !domain || !work)
            return;
        const known = context.schema.find('domain', (0,schema_objects/* fullName */.fq)(name));
        const tables = context.footprint().filter(({ relation }) => !context.schema.isNew(relation));
        const [first] = tables;
        if (known && first === undefined)
            return;
        const where = first
            ? enumerated(tables.map(({ relation }) => (0,schema_objects/* shortName */.EU)(relation)))
            : 'every table that has a column of it';
        context.report({
            message: `${work} takes SHARE on ${where}: writes wait while every row is read.`,
            help: advice(statement, domain, (0,schema_objects/* fullName */.fq)(name)),
            ...(first && { claim: (0,verdict_fact/* touches */.yI)(first.lock, first.relation, first) }),
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE DOMAIN positive AS int; CREATE TABLE t (a positive); INSERT INTO t VALUES (1);',
                sql: 'ALTER DOMAIN positive ADD CONSTRAINT above CHECK (VALUE > 0);',
                claim: [(0,verdict_fact/* lock */.s2)('SHARE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE DOMAIN positive AS int; CREATE TABLE t (a positive); ALTER DOMAIN positive ADD CONSTRAINT above CHECK (VALUE > 0) NOT VALID;',
                sql: 'ALTER DOMAIN positive VALIDATE CONSTRAINT above;',
                claim: [(0,verdict_fact/* lock */.s2)('SHARE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE DOMAIN positive AS int; CREATE TABLE t (a positive); CREATE TABLE u (a int, b positive);',
                sql: 'ALTER DOMAIN positive SET NOT NULL;',
                claim: [(0,verdict_fact/* lock */.s2)('SHARE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
        ],
        good: [
            {
                setup: 'CREATE DOMAIN positive AS int; CREATE TABLE t (a positive);',
                sql: 'ALTER DOMAIN positive ADD CONSTRAINT above CHECK (VALUE > 0) NOT VALID;',
            },
            { setup: 'CREATE DOMAIN positive AS int;', sql: 'ALTER DOMAIN positive ADD CHECK (VALUE > 0);' },
            {
                setup: 'CREATE DOMAIN positive AS int;',
                sql: 'CREATE TABLE t (a positive);\nALTER DOMAIN positive SET NOT NULL;',
            },
            {
                setup: 'CREATE DOMAIN positive AS int NOT NULL; CREATE TABLE t (a positive);',
                sql: 'ALTER DOMAIN positive DROP NOT NULL;\nALTER DOMAIN positive SET DEFAULT 1;',
            },
        ],
    },
}));
/** What it is called; undefined where it leaves the rows alone. */
function readsRows({ subtype, def }) {
    if (subtype === 'O')
        return 'SET NOT NULL';
    if (subtype === 'V')
        return 'VALIDATE CONSTRAINT';
    return subtype === 'C' && !(0,ast/* nodeOf */.E7)(def, 'Constraint')?.skip_validation ? 'ADD CONSTRAINT' : undefined;
}
function advice({ sql }, { subtype }, domain) {
    if (subtype === 'C')
        return `Add it unchecked; new values are held to it from then on:\n${sql} NOT VALID;`;
    if (subtype === 'V') {
        return `Run it when few write, by itself, and limit the wait:\nSET lock_timeout = '2s';\n${sql};`;
    }
    const name = (0,ast/* quoteIdentifier */.Cm)(`${domain.slice(domain.indexOf('.') + 1)}_not_null`);
    return `Ask for it in a CHECK, which can be added unchecked:\nALTER DOMAIN ${sqlName(domain)} ADD CONSTRAINT ${name} CHECK (VALUE IS NOT NULL) NOT VALID;`;
}

;// CONCATENATED MODULE: ./build/rules/domain-with-constraint.js




/* harmony default export */ const domain_with_constraint = ((0,rule/* defineRule */.K)({
    id: 'domain-with-constraint',
    harm: 'note',
    preset: 'strict',
    summary: 'A domain’s rules are hard to change once tables use it',
    why: `A rule that is added to a domain later is held against all tables that use it at once, and blocks writes to them. A
column of a constrained domain rewrites the table that it is added to. A table’s own CHECK can be changed table by table,
and validated without blocking anybody.`,
    fix: 'Use the base type, with a CHECK on each table.',
    statements: ['CreateDomainStmt'],
    check(statement, { report }) {
        const domain = (0,ast/* nodeOf */.E7)(statement.node, 'CreateDomainStmt');
        const name = (0,effect/* dotted */.Bs)(domain?.domainname);
        const constrained = (domain?.constraints ?? []).some((item) => ['CONSTR_CHECK', 'CONSTR_NOTNULL'].includes((0,ast/* nodeOf */.E7)(item, 'Constraint')?.contype ?? ''));
        if (!name || !constrained)
            return;
        report({
            message: `Each table with a column of the domain ${(0,schema_objects/* shortName */.EU)((0,schema_objects/* fullName */.fq)(name))} is tied to its rules: they can’t be changed for one table alone.`,
            help: 'Write the rule as a CHECK of each table, on a column of the base type.',
        });
    },
    examples: {
        bad: [
            { sql: 'CREATE DOMAIN positive AS int CHECK (VALUE > 0);' },
            { sql: 'CREATE DOMAIN known AS text NOT NULL;' },
        ],
        good: [{ sql: "CREATE DOMAIN email AS text DEFAULT '' NULL;" }],
    },
}));

;// CONCATENATED MODULE: ./build/lint/facts/dropped.js




/** What the statement drops, and whether that takes with it what depends on it. */
function dropped(statement) {
    const all = (0,ast/* nodeOf */.E7)(statement.node, 'DropStmt')?.behavior === 'DROP_CASCADE';
    const commands = alterCommands(statement);
    return (0,schema_effects/* effectsOf */.w)(statement.node)
        .filter(({ change }) => change === 'drop')
        .map(({ object, conditional }) => {
        const own = commands.find(({ table, command }) => `${table}.${command.name}` === object.name);
        return { object: object, conditional, cascade: all || own?.command.behavior === 'DROP_CASCADE' };
    });
}
/** Whether it existed before the change: not made by it, and there as far as is known. */
function dropped_isOld({ kind, name, table }, conditional, schema) {
    if (schema.isNew(table ?? name))
        return false;
    const known = schema.find(kind, name);
    if (known)
        return known.origin === 'baseline';
    if (!conditional)
        return true;
    // What belongs to a table that the scripts show is told by them, too.
    return table === undefined ? schema.mayHold(name, kind) : (0,touch/* isMissing */.b2)(table, schema) && schema.mayHold(table);
}
/** What a DROP removes of what existed before the change. */
function droppedOld(statement, schema) {
    return dropped(statement)
        .filter(({ object, conditional }) => dropped_isOld(object, conditional, schema))
        .map(({ object }) => object);
}

;// CONCATENATED MODULE: ./build/rules/down-drops-data.js



/* harmony default export */ const down_drops_data = ((0,rule/* defineRule */.K)({
    id: 'down-drops-data',
    harm: 'note',
    preset: 'strict',
    summary: 'The rollback deletes what was written since the migration',
    why: `A rollback that drops a new table or column takes away everything that the new release has stored there. That is what a
rollback does, and whoever runs it a week after the release should know.`,
    fix: 'Roll the code back and leave the table or column, or copy its rows aside first.',
    roles: ['down'],
    statements: ['DropStmt', 'AlterTableStmt'],
    check(statement, context) {
        for (const { object } of dropped(statement)) {
            const known = context.schema.find(object.kind, object.name);
            if (!['table', 'column'].includes(object.kind) || known?.origin !== 'change')
                continue;
            if (context.schema.isTemporary(object.table ?? object.name))
                continue;
            context.report({
                message: `The rollback deletes all that was written to the ${object.kind} ${(0,schema_objects/* shortName */.EU)(object.name)} since the migration.`,
                help: 'Copy it aside first where it must not be lost.',
            });
        }
    },
    examples: {
        bad: [
            { up: 'CREATE TABLE t (a int);', sql: 'DROP TABLE t;', role: 'down' },
            {
                setup: 'CREATE TABLE t (a int);',
                up: 'ALTER TABLE t ADD COLUMN b int;',
                sql: 'ALTER TABLE t DROP COLUMN b;',
                role: 'down',
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a int);',
                up: 'CREATE INDEX CONCURRENTLY i ON t (a);',
                sql: 'DROP INDEX CONCURRENTLY i;',
                role: 'down',
            },
            { up: 'CREATE TEMP TABLE t (a int);', sql: 'DROP TABLE IF EXISTS t;', role: 'down' },
        ],
    },
}));

// EXTERNAL MODULE: ./build/lint/facts/down.js
var facts_down = __webpack_require__(8341);
;// CONCATENATED MODULE: ./build/rules/down-drops-preexisting-object.js





/* harmony default export */ const down_drops_preexisting_object = ((0,rule/* defineRule */.K)({
    id: 'down-drops-preexisting-object',
    harm: 'loses',
    summary: 'The rollback drops something that the migration didn’t create',
    why: `What stood before the migration has to stand after its rollback. A DROP of something older takes it away for good, and a
table or column takes its data along. It happens when CREATE … IF NOT EXISTS or CREATE OR REPLACE finds the object there
already, or when the DROP names the wrong one.`,
    fix: `Drop in the rollback only what the migration creates. Where it replaces something, put the old definition back.`,
    roles: ['down'],
    statements: ['DropStmt', 'AlterTableStmt'],
    check(statement, context) {
        const { schema, migration, script } = context;
        for (const { object } of dropped(statement)) {
            const known = schema.known(object);
            if (known?.origin !== 'baseline' || schema.isTemporary(object.name))
                continue;
            if ((0,facts_down/* creates */.Gf)(script, object, statement.index + 1))
                continue;
            const again = (0,facts_down/* effectsFrom */.bD)(migration.up).some(({ change, object: made }) => change === 'create' && (0,schema_objects/* objectKey */.T5)(made) === (0,schema_objects/* objectKey */.T5)(object) && (0,facts_down/* sameSignature */.bc)(made, known));
            const name = `${object.kind} ${(0,schema_objects/* shortName */.EU)(object.name)}`;
            context.report({
                claim: (0,verdict_fact/* differs */.Ag)(object),
                message: again
                    ? `The ${name} was there before the migration, which only finds it or replaces it: the rollback drops what isn’t the migration’s own.`
                    : `The ${name} was there before the migration: the rollback drops what the migration didn’t create.`,
                help: again
                    ? `Delete this DROP${['view', 'function'].includes(object.kind) ? `, and put the old definition back with CREATE OR REPLACE ${object.kind.toUpperCase()}` : ''}, and create it in the migration without IF NOT EXISTS, so that a name that is taken shows.`
                    : 'Delete this DROP, or create the object again in the rollback.',
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                up: 'CREATE TABLE IF NOT EXISTS t (a int);',
                sql: 'DROP TABLE IF EXISTS t;',
                role: 'down',
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
                up: 'CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a);',
                sql: 'DROP INDEX CONCURRENTLY IF EXISTS i;',
                role: 'down',
            },
            {
                setup: 'CREATE TABLE t (a int, b int);',
                up: 'ALTER TABLE t ADD COLUMN IF NOT EXISTS b int;',
                sql: 'ALTER TABLE t DROP COLUMN IF EXISTS b;',
                role: 'down',
            },
            {
                setup: 'CREATE VIEW v AS SELECT 1 AS a;',
                up: 'CREATE OR REPLACE VIEW v AS SELECT 2 AS a;',
                sql: 'DROP VIEW v;',
                role: 'down',
            },
            {
                setup: 'CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;',
                up: 'CREATE OR REPLACE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 2 $$;',
                sql: 'DROP FUNCTION f(integer);',
                role: 'down',
            },
        ],
        good: [
            { up: 'CREATE TABLE IF NOT EXISTS t (a int);', sql: 'DROP TABLE IF EXISTS t;', role: 'down' },
            {
                setup: 'CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;',
                up: 'CREATE OR REPLACE FUNCTION f(a text) RETURNS int LANGUAGE sql AS $$ SELECT 2 $$;',
                sql: 'DROP FUNCTION f(text);',
                role: 'down',
            },
            {
                setup: 'CREATE VIEW v AS SELECT 1 AS a;',
                up: 'CREATE OR REPLACE VIEW v AS SELECT 2 AS a;',
                sql: 'DROP VIEW v;\nCREATE VIEW v AS SELECT 1 AS a;',
                role: 'down',
            },
            {
                setup: 'CREATE TABLE t (a int);',
                up: 'ALTER TABLE t RENAME TO t_old;\nCREATE TABLE t (a bigint);',
                sql: 'DROP TABLE t;\nALTER TABLE t_old RENAME TO t;',
                role: 'down',
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/lint/facts/kept-changes.js
/** What a migration changes of older objects and its rollback leaves changed, as the static replay sees it. */




/** Facts that only say what the replay worked out, or that no rollback needs to take back. */
const IGNORED = new Set([
    'complete',
    'validated',
    'constrained',
    'constraint',
    'reads',
    'columns',
    'isDefaultPartition',
    'arguments',
    'vague',
    'invalid',
    'privileges',
    'volatility',
    'language',
]);
function keptChanges({ before, after, end }, up) {
    const touched = (0,facts_down/* statementsFrom */.V$)(up).flatMap((statement) => (0,schema_effects/* effectsOf */.w)(statement.node)
        .filter(({ change }) => change === 'alter')
        .map(({ object }) => ({ statement, object, old: find(before, object) })));
    const seen = new Set();
    return touched.flatMap(({ statement, object, old }) => Object.keys(object.facts ?? {}).flatMap((fact) => {
        const key = `${(0,schema_objects/* objectKey */.T5)(object)} ${fact}`;
        const [now, last] = [find(after, object), find(end, object)];
        if (!old || !now || !last || old.origin !== 'baseline' || IGNORED.has(fact) || seen.has(key))
            return [];
        seen.add(key);
        const [was, is, stays] = [old, now, last].map((known) => known.facts?.[fact]);
        // What it was before no script shows.
        if (old.partial && was === undefined)
            return [];
        if (same(was, is) || !same(is, stays))
            return [];
        return [{ statement, object, fact, before: was, after: is }];
    }));
}
function find(schema, { kind, name }) {
    return schema.find(kind, name);
}
/** Absent and false are one, and so are two ways to write a default. */
function same(a, b) {
    return (0,ast/* sameTree */.PQ)(plain(a || null), plain(b || null));
}
/** An expression without what Postgres adds by itself: the type of a literal, the schema of its own functions. */
function plain(tree, depth = 0) {
    // No default is as deep as that; what is, is compared as it is written.
    if (tree === null || typeof tree !== 'object' || depth > 100)
        return tree;
    if (Array.isArray(tree))
        return tree.map((part) => plain(part, depth + 1));
    const literal = (0,ast/* nodeOf */.E7)(tree, 'TypeCast')?.arg;
    if (literal && 'A_Const' in literal)
        return plain(literal, depth + 1);
    return Object.fromEntries(Object.entries(tree).map(([key, part]) => [
        key,
        plain(key === 'funcname' ? part.slice(-1) : part, depth + 1),
    ]));
}

;// CONCATENATED MODULE: ./build/lint/facts/rolled-back.js



/** By migration: looked at once, before its first statement is taken over into the schema. */
const KNOWN = new WeakMap();
/** Undefined where there is no rollback, or one that can't be read. `before`: the schema before the migration, the first time. */
function rolledBack({ up, down }, before) {
    if (down === undefined || !(0,facts_down/* readable */.HD)(down))
        return undefined;
    const known = KNOWN.get(up) ?? replayed(up, down, before);
    KNOWN.set(up, known);
    return known;
}
function replayed(up, down, before) {
    const after = before.fork();
    const made = lasting(up).map((statement) => ({ statement, made: applied(statement, after) }));
    const end = after.fork();
    for (const statement of lasting(down))
        applied(statement, end);
    const last = new Map(made.flatMap((one) => one.made.map(({ object }) => [keyOf(object), one.statement])));
    const left = made.map(({ statement, made: all }) => {
        const stays = ({ object, implied }) => !implied &&
            last.get(keyOf(object)) === statement &&
            !object.name.startsWith('pg_temp.') &&
            !(object.table !== undefined && end.isTemporary(object.table)) &&
            !before.known(object) &&
            end.known(object) !== undefined &&
            !mayGoWithColumn(object, down);
        return [statement, all.filter(stays)];
    });
    return { left: new Map(left), kept: keptChanges({ before, after, end }, up), end };
}
function applied({ node, conditional }, schema) {
    return schema.apply(node, 'change', conditional);
}
function keyOf({ kind, name, facts }) {
    const given = kind === 'function' ? facts?.arguments : undefined;
    return `${kind} ${name}${given ? `(${given.join()})` : ''}`;
}
/** The statements whose transaction the script doesn't roll back, with those of DO blocks. */
function lasting({ statements }) {
    const undone = new Set(statements.flatMap(({ node, transaction }) => (0,ast/* nodeOf */.E7)(node, 'TransactionStmt')?.kind === 'TRANS_STMT_ROLLBACK' && transaction.kind === 'explicit'
        ? [`${transaction.begin.line}:${transaction.begin.column}`]
        : []));
    return statements
        .filter(({ transaction }) => transaction.kind !== 'explicit' || !undone.has(`${transaction.begin.line}:${transaction.begin.column}`))
        .flatMap((statement) => [statement, ...(statement.block?.statements ?? [])]);
}
/** An index or constraint whose columns no script tells may be on one that the rollback drops. */
function mayGoWithColumn({ kind, table, facts }, down) {
    if (kind !== 'index' && kind !== 'constraint')
        return false;
    if (facts?.columns !== undefined)
        return false;
    return (0,facts_down/* effectsFrom */.bD)(down).some(({ change, object }) => change === 'drop' && object.kind === 'column' && object.table === table);
}

;// CONCATENATED MODULE: ./build/lint/facts/undo-sql.js
/** How a rollback takes back what ALTER and COMMENT change. */




/** The fact's name, for the middle of a sentence. */
function factWords(fact) {
    return undo_sql_WORDS[fact] ?? fact;
}
/** The statement that sets it back; undefined where the old value doesn't say enough. */
function undoSql({ object, fact, before }) {
    return UNDO[fact]?.(before, alter(object), object);
}
const undo_sql_WORDS = {
    type: 'the type',
    default: 'the default',
    notNull: 'NOT NULL',
    identity: 'the identity',
    generated: 'the generation expression',
    rowSecurity: 'row level security',
    unlogged: 'LOGGED or UNLOGGED',
    comment: 'the comment',
    partitionOf: 'the parent',
    tablespace: 'the tablespace',
    accessMethod: 'the access method',
    ownedBy: 'the owner',
};
function alter({ name, table }) {
    return table
        ? `ALTER TABLE ${sqlName(table)} ALTER COLUMN ${(0,ast/* quoteIdentifier */.Cm)((0,schema_objects/* lastName */.UK)(name))}`
        : `ALTER TABLE ${sqlName(name)}`;
}
/** Kinds whose COMMENT needs no more than a name. */
const PLAIN = ['table', 'column', 'view', 'materialized view', 'index', 'sequence', 'type', 'domain', 'schema'];
const UNDO = {
    type: (before, column) => (before ? `${column} TYPE ${(0,types/* typeText */.wQ)(before)};` : undefined),
    default: (before, column) => `${column} ${before ? 'SET DEFAULT …' : 'DROP DEFAULT'};`,
    notNull: (before, column) => `${column} ${before ? 'SET' : 'DROP'} NOT NULL;`,
    identity: (before, column) => `${column} ${before ? 'ADD GENERATED BY DEFAULT AS' : 'DROP'} IDENTITY;`,
    rowSecurity: (before, table) => `${table} ${before ? 'ENABLE' : 'DISABLE'} ROW LEVEL SECURITY;`,
    unlogged: (before, table) => `${table} SET ${before ? 'UNLOGGED' : 'LOGGED'};`,
    comment: (before, _, { kind, name }) => !PLAIN.includes(kind)
        ? undefined
        : `COMMENT ON ${kind.toUpperCase()} ${sqlName(name)} IS ${before ? `'${String(before).replaceAll("'", "''")}'` : 'NULL'};`,
};

;// CONCATENATED MODULE: ./build/rules/down-keeps-change.js








/* harmony default export */ const down_keeps_change = ((0,rule/* defineRule */.K)({
    id: 'down-keeps-change',
    harm: 'rollback',
    summary: 'The rollback leaves a column, table or view as the migration changed it',
    why: `A rollback has to undo changes as well as take away what is new: a type, a default, NOT NULL, row level security, a comment,
the body of a view or function. What it forgets differs from then on between databases that were rolled back and those that
never had the migration, and the old release runs on the new form.`,
    fix: 'Set in the rollback what the migration changes back to what it was.',
    roles: ['up'],
    check(statement, context) {
        const { up, down } = context.migration;
        const known = rolledBack(context.migration, context.schema);
        if (known === undefined || down === undefined || down.statements.length === 0)
            return;
        for (const change of known.kept)
            if (change.statement === statement)
                report(change, context);
        for (const { object } of replaced(statement, context.schema)) {
            if ((0,facts_down/* creates */.Gf)(down, object) ||
                (0,facts_down/* drops */.pe)(down, object) ||
                !known.end.known(object) ||
                (0,facts_down/* drops */.pe)(up, object, statement.index + 1))
                continue;
            context.report({
                claim: (0,verdict_fact/* differs */.Ag)(object),
                message: `The rollback leaves the ${object.kind} ${(0,schema_objects/* shortName */.EU)(object.name)} as this statement redefines it: nothing in ${(0,facts_down/* nameOfDown */.X0)(up, down)} puts the old definition back.`,
                help: `Add the old definition to the rollback:\nCREATE OR REPLACE ${object.kind.toUpperCase()} ${sqlName(object.name)} …`,
                related: [{ ...(0,facts_down/* endOf */.pJ)(down), message: 'The rollback ends here' }],
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ALTER COLUMN a SET DEFAULT 1;',
                down: 'SELECT 1;',
            },
            {
                setup: 'CREATE TABLE t (a int NOT NULL);',
                sql: 'ALTER TABLE t ALTER COLUMN a DROP NOT NULL;',
                down: 'SELECT 1;',
            },
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint;', down: 'SELECT 1;' },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY (a);',
                down: 'ALTER TABLE t DROP CONSTRAINT t_pkey;',
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: "COMMENT ON COLUMN t.a IS 'amount';",
                down: 'SELECT 1;',
                claim: (0,verdict_fact/* leaves */.FQ)({ kind: 'comment', name: 'table column public.t.a' }),
            },
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ENABLE ROW LEVEL SECURITY;', down: 'SELECT 1;' },
            {
                setup: 'CREATE VIEW v AS SELECT 1 AS a;',
                sql: 'CREATE OR REPLACE VIEW v AS SELECT 2 AS a;',
                down: 'SELECT 1;',
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a int DEFAULT 0);',
                sql: 'ALTER TABLE t ALTER COLUMN a SET DEFAULT 1;',
                down: 'ALTER TABLE t ALTER COLUMN a SET DEFAULT 0;',
            },
            {
                setup: 'CREATE TABLE t (a int DEFAULT 0);',
                sql: 'ALTER TABLE t ALTER COLUMN a SET DEFAULT 0;',
                down: 'SELECT 1;',
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ALTER COLUMN a SET NOT NULL;',
                down: 'DO $$ BEGIN ALTER TABLE t ALTER COLUMN a DROP NOT NULL; END $$;',
            },
            {
                setup: 'CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;',
                sql: 'ALTER TABLE t VALIDATE CONSTRAINT positive;',
                down: 'SELECT 1;',
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD COLUMN b int;\nALTER TABLE t ALTER COLUMN b SET DEFAULT 1;',
                down: 'ALTER TABLE t DROP COLUMN b;',
            },
            {
                setup: 'CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;',
                sql: 'CREATE OR REPLACE FUNCTION f(a text) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;',
                down: 'DROP FUNCTION f(text);',
            },
        ],
    },
}));
function report(change, context) {
    const { up, down = up } = context.migration;
    const { object, fact } = change;
    context.report({
        message: `The rollback leaves ${factWords(fact)} of the ${object.kind} ${(0,schema_objects/* shortName */.EU)(object.name)} as this statement sets it: nothing in ${(0,facts_down/* nameOfDown */.X0)(up, down)} sets it back.`,
        help: `Add to the rollback:\n${undoSql(change) ?? `-- what ${(0,schema_objects/* shortName */.EU)(object.name)} was before`}`,
        ...claimOf(change),
        related: [{ ...(0,facts_down/* endOf */.pJ)(down), message: 'The rollback ends here' }],
    });
}
/** The catalogs hold a comment as an object of its own, under the name of pg_identify_object. */
function claimOf({ object, fact, before }) {
    if (fact !== 'comment')
        return { claim: (0,verdict_fact/* differs */.Ag)(object) };
    const kind = object.kind === 'column' ? 'table column' : object.kind;
    if (!/^[a-z_.]+$/.test(object.name) || !['table', 'table column', 'view'].includes(kind))
        return {};
    const comment = { kind: 'comment', name: `${kind} ${object.name}` };
    return { claim: before ? (0,verdict_fact/* differs */.Ag)(comment) : (0,verdict_fact/* leaves */.FQ)(comment) };
}
/** Views and functions that OR REPLACE gives another definition. */
function replaced(statement, schema) {
    return (0,schema_effects/* effectsOf */.w)(statement.node).filter(({ change, object, conditional }) => {
        if (change !== 'create' || !conditional || !['view', 'function'].includes(object.kind))
            return false;
        return schema.known(object)?.origin === 'baseline';
    });
}

// EXTERNAL MODULE: ./build/sql/directives.js
var directives = __webpack_require__(5600);
;// CONCATENATED MODULE: ./build/rules/down-keeps-enum-value.js








/* harmony default export */ const down_keeps_enum_value = ((0,rule/* defineRule */.K)({
    id: 'down-keeps-enum-value',
    harm: 'decision',
    summary: 'The rollback leaves the enum with the value that the migration added',
    why: `Postgres has no command that takes a value out of an enum. After the rollback the value is still there, and ADD VALUE fails
when the migration is applied again, because the label exists.`,
    fix: `Add the value with IF NOT EXISTS and say in the migration that it stays: \`-- migration-safety: irreversible <reason>\`. Or
make the type anew in the rollback: rename it, create it with the old values, change the columns to it, drop the renamed one.`,
    roles: ['up'],
    statements: ['AlterEnumStmt'],
    check(statement, context) {
        const { up, down } = context.migration;
        const change = (0,ast/* nodeOf */.E7)(statement.node, 'AlterEnumStmt');
        const name = (0,effect/* dotted */.Bs)(change?.typeName);
        if (!change?.newVal || !name || down === undefined || down.statements.length === 0 || !(0,facts_down/* readable */.HD)(down))
            return;
        if ([up, down].some((script) => (0,directives/* irreversibleReason */.$)(script) !== undefined))
            return;
        const type = { kind: 'type', name: (0,schema_objects/* fullName */.fq)(name) };
        if (context.schema.find('type', type.name)?.origin === 'change' || (0,facts_down/* drops */.pe)(down, type) || (0,facts_down/* creates */.Gf)(down, type))
            return;
        const { newVal, oldVal } = change;
        const back = (0,facts_down/* statementsFrom */.V$)(down).some(({ node }) => (0,ast/* nodeOf */.E7)(node, 'AlterEnumStmt')?.oldVal === newVal);
        if (oldVal && back)
            return;
        const label = (value) => `'${value.replaceAll("'", "''")}'`;
        context.report({
            claim: (0,verdict_fact/* differs */.Ag)(type),
            message: oldVal
                ? `The rollback leaves the value ${label(newVal)} of ${(0,schema_objects/* shortName */.EU)(type.name)} under its new name.`
                : `The rollback leaves the value ${label(newVal)} in ${(0,schema_objects/* shortName */.EU)(type.name)}: Postgres can’t take a value out of an enum.`,
            help: oldVal
                ? `Add to the rollback:\nALTER TYPE ${sqlName(type.name)} RENAME VALUE ${label(newVal)} TO ${label(oldVal)};`
                : `Where the value may stay, make the migration repeatable and say so:\n-- migration-safety: irreversible an unused enum value does no harm\nALTER TYPE ${sqlName(type.name)} ADD VALUE IF NOT EXISTS ${label(newVal)};`,
            related: [{ ...(0,facts_down/* endOf */.pJ)(down), message: 'The rollback ends here' }],
        });
    },
    examples: {
        bad: [
            {
                setup: "CREATE TYPE mood AS ENUM ('ok');",
                sql: "ALTER TYPE mood ADD VALUE 'great';",
                down: 'SELECT 1;',
            },
            {
                setup: "CREATE TYPE mood AS ENUM ('ok');",
                sql: "ALTER TYPE mood RENAME VALUE 'ok' TO 'fine';",
                down: 'SELECT 1;',
            },
        ],
        good: [
            {
                setup: "CREATE TYPE mood AS ENUM ('ok');",
                sql: "-- migration-safety: irreversible an unused value does no harm\nALTER TYPE mood ADD VALUE IF NOT EXISTS 'great';",
                down: 'SELECT 1;',
            },
            {
                setup: "CREATE TYPE mood AS ENUM ('ok');",
                sql: "ALTER TYPE mood ADD VALUE 'great';",
                down: "ALTER TYPE mood RENAME TO mood_old;\nCREATE TYPE mood AS ENUM ('ok');\nDROP TYPE mood_old;",
            },
            {
                setup: "CREATE TYPE mood AS ENUM ('ok');",
                sql: "ALTER TYPE mood RENAME VALUE 'ok' TO 'fine';",
                down: "ALTER TYPE mood RENAME VALUE 'fine' TO 'ok';",
            },
            { setup: "CREATE TYPE mood AS ENUM ('ok');", sql: "ALTER TYPE mood ADD VALUE 'great';" },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/down-keeps-privilege.js







const GRANT = /^grant\s+([\s\S]*?)\s+to\s+([\s\S]*?)(\s+with\s+grant\s+option)?$/i;
/* harmony default export */ const down_keeps_privilege = ((0,rule/* defineRule */.K)({
    id: 'down-keeps-privilege',
    harm: 'decision',
    summary: 'The rollback leaves a privilege as the migration granted or revoked it',
    why: `A privilege outlives the rollback of the migration that granted it: a role can go on doing what it could not do before.
One that was revoked stays away, and the old release, which still needs it, fails.`,
    fix: 'Revoke in the rollback what the migration grants, and grant again what it revokes.',
    roles: ['up'],
    statements: ['GrantStmt'],
    check(statement, context) {
        const { schema, migration } = context;
        const { up, down } = migration;
        const grant = (0,ast/* nodeOf */.E7)(statement.node, 'GrantStmt');
        if (!grant || down === undefined || down.statements.length === 0 || !(0,facts_down/* readable */.HD)(down))
            return;
        // What the scripts don't know may be new with its table, such as the sequence of a serial column.
        const objects = (0,schema_effects/* effectsOf */.w)(statement.node)
            .map(({ object }) => object)
            .filter(({ kind, name }) => schema.find(kind, name)?.origin === 'baseline' && !schema.isTemporary(name));
        const end = rolledBack(migration, schema)?.end;
        if (objects.every((object) => (0,facts_down/* drops */.pe)(down, object) || end?.known(object) === undefined))
            return;
        const undone = (0,facts_down/* statementsFrom */.V$)(down).some(({ node }) => undoes((0,ast/* nodeOf */.E7)(node, 'GrantStmt'), grant));
        const again = (0,facts_down/* statementsFrom */.V$)(up, statement.index + 1).some(({ node }) => undoes((0,ast/* nodeOf */.E7)(node, 'GrantStmt'), grant));
        if (undone || again)
            return;
        const on = enumerated([...new Set(objects.map(({ name }) => (0,schema_objects/* shortName */.EU)(name)))]);
        const back = GRANT.exec(statement.sql);
        context.report({
            message: `The rollback leaves the privileges on ${on} as this statement sets them: nothing in it ${grant.is_grant ? 'revokes' : 'grants'} them${grant.is_grant ? '' : ' again'}.`,
            help: grant.is_grant && back
                ? `Add to the rollback:\nREVOKE ${back[1]} FROM ${back[2]};`
                : 'Add to the rollback the statement that takes this one back.',
            related: [{ ...(0,facts_down/* endOf */.pJ)(down), message: 'The rollback ends here' }],
        });
    },
    examples: {
        bad: [
            { setup: 'CREATE TABLE t (a int);', sql: 'GRANT SELECT ON t TO PUBLIC;', down: 'SELECT 1;' },
            {
                setup: 'CREATE TABLE t (a int); GRANT SELECT ON t TO PUBLIC;',
                sql: 'REVOKE SELECT ON t FROM PUBLIC;',
                down: 'SELECT 1;',
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'GRANT SELECT ON t TO PUBLIC;',
                down: 'REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;',
            },
            { sql: 'CREATE TABLE t (a int);\nGRANT SELECT ON t TO PUBLIC;', down: 'DROP TABLE t;' },
            {
                sql: 'CREATE TABLE t (a serial);\nGRANT USAGE ON SEQUENCE t_a_seq TO PUBLIC;',
                down: 'DROP TABLE t;',
            },
            { setup: 'CREATE TABLE t (a int);', sql: 'GRANT SELECT ON t TO PUBLIC;' },
        ],
    },
}));
/** The opposite, on the same kind of object; whether it names all of them is not looked at. */
function undoes(other, grant) {
    return (other !== undefined && (other.is_grant ?? false) !== (grant.is_grant ?? false) && other.objtype === grant.objtype);
}

;// CONCATENATED MODULE: ./build/lint/facts/drop-sql.js



/** `concurrently`: CONCURRENTLY is allowed where the DROP will be. */
function dropSql({ kind, name, table, facts }, concurrently) {
    const last = (0,ast/* quoteIdentifier */.Cm)((0,schema_objects/* lastName */.UK)(name));
    const owner = table === undefined ? '' : sqlName(table);
    switch (kind) {
        case 'column':
        case 'constraint':
            return `ALTER TABLE ${owner} DROP ${kind.toUpperCase()} IF EXISTS ${last};`;
        case 'trigger':
        case 'policy':
        case 'rule':
            return `DROP ${kind.toUpperCase()} IF EXISTS ${last} ON ${owner};`;
        case 'statistics object':
            return `DROP STATISTICS IF EXISTS ${sqlName(name)};`;
        case 'foreign-data wrapper':
            return `DROP FOREIGN DATA WRAPPER IF EXISTS ${sqlName(name)};`;
        case 'cast':
            return `DROP CAST IF EXISTS ${name};`;
        case 'operator': {
            const [operator, types = ''] = name.split('(');
            const given = types.slice(0, -1);
            return `DROP OPERATOR IF EXISTS ${operator} (${given.includes(',') ? given.replace(',', ', ') : `NONE, ${given}`});`;
        }
        case 'index':
            return `DROP INDEX ${concurrently ? 'CONCURRENTLY ' : ''}IF EXISTS ${sqlName(name)};`;
        case 'function': {
            const types = facts?.arguments;
            return `DROP ROUTINE IF EXISTS ${sqlName(name)}${types ? `(${types.join(', ')})` : ''};`;
        }
        default:
            return `DROP ${kind.toUpperCase()} IF EXISTS ${sqlName(name)};`;
    }
}
/** The RENAME that takes one back. */
function renameBackSql({ kind, name, table, facts }, was) {
    const [now, old] = [(0,ast/* quoteIdentifier */.Cm)((0,schema_objects/* lastName */.UK)(name)), (0,ast/* quoteIdentifier */.Cm)((0,schema_objects/* lastName */.UK)(was))];
    const owner = table === undefined ? '' : sqlName(table);
    const moved = name.slice(0, name.lastIndexOf('.')) !== was.slice(0, was.lastIndexOf('.'));
    if (kind === 'column' || kind === 'constraint')
        return `ALTER TABLE ${owner} RENAME ${kind.toUpperCase()} ${now} TO ${old};`;
    if (kind === 'trigger' || kind === 'policy' || kind === 'rule')
        return `ALTER ${kind.toUpperCase()} ${now} ON ${owner} RENAME TO ${old};`;
    if (kind === 'function') {
        const types = facts?.arguments;
        const routine = `ALTER ROUTINE ${sqlName(name)}${types ? `(${types.join(', ')})` : ''}`;
        return moved
            ? `${routine} SET SCHEMA ${(0,ast/* quoteIdentifier */.Cm)(was.slice(0, was.indexOf('.')))};`
            : `${routine} RENAME TO ${old};`;
    }
    if (moved && kind !== 'schema') {
        return `ALTER ${kind.toUpperCase()} ${sqlName(name)} SET SCHEMA ${(0,ast/* quoteIdentifier */.Cm)(was.slice(0, was.indexOf('.')))};`;
    }
    return `ALTER ${kind.toUpperCase()} ${sqlName(name)} RENAME TO ${old};`;
}

// EXTERNAL MODULE: ./build/verdict/shared-checks.js
var shared_checks = __webpack_require__(4144);
;// CONCATENATED MODULE: ./build/rules/down-leaves-object.js







/* harmony default export */ const down_leaves_object = ((0,rule/* defineRule */.K)({
    id: 'down-leaves-object',
    ...shared_checks/* SHARED_CHECKS */.y['down-leaves-object'],
    roles: ['up'],
    check(statement, context) {
        const { up, down } = context.migration;
        const known = rolledBack(context.migration, context.schema);
        if (known === undefined || down === undefined)
            return;
        for (const { object, was } of known.left.get(statement) ?? []) {
            const name = (0,schema_objects/* shortName */.EU)(object.name);
            context.report({
                message: was
                    ? `The rollback leaves ${(0,schema_objects/* shortName */.EU)(was.name)} under its new name ${name}: nothing in ${(0,facts_down/* nameOfDown */.X0)(up, down)} renames it back.`
                    : `The rollback leaves the ${object.kind} ${name} behind: nothing in ${(0,facts_down/* nameOfDown */.X0)(up, down)} drops it.`,
                help: `Add to the rollback:\n${was ? renameBackSql(object, was.name) : dropSql(object, runsOutside(down))}`,
                claim: (0,verdict_fact/* leaves */.FQ)(inCatalog(object)),
                related: [{ ...(0,facts_down/* endOf */.pJ)(down), message: `The rollback ends here without dropping ${name}` }],
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int, b int);',
                sql: 'CREATE INDEX CONCURRENTLY i ON t (a);\nCREATE INDEX CONCURRENTLY j ON t (b);',
                down: 'DROP INDEX CONCURRENTLY i;',
                claim: (0,verdict_fact/* leaves */.FQ)({ kind: 'index', name: 'public.j' }),
            },
            {
                sql: "CREATE TYPE mood AS ENUM ('ok');\nCREATE TABLE person (feels mood);",
                down: 'DROP TABLE person;',
                claim: (0,verdict_fact/* leaves */.FQ)({ kind: 'type', name: 'public.mood' }),
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD COLUMN b int, ADD COLUMN c int;',
                down: 'ALTER TABLE t DROP COLUMN b;',
                claim: (0,verdict_fact/* leaves */.FQ)({ kind: 'column', name: 'public.t.c' }),
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t RENAME COLUMN a TO b;',
                down: 'SELECT 1;',
                claim: (0,verdict_fact/* leaves */.FQ)({ kind: 'column', name: 'public.t.b' }),
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;',
                down: 'SELECT 1;',
                claim: (0,verdict_fact/* leaves */.FQ)({ kind: 'constraint', name: 'public.t.positive' }),
            },
            {
                sql: 'CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;\nCREATE FUNCTION f(a text) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;',
                down: 'DROP FUNCTION f(int);',
                claim: (0,verdict_fact/* leaves */.FQ)({ kind: 'function', name: 'public.f' }),
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'CREATE POLICY readers ON t FOR SELECT USING (true);\nCREATE TRIGGER noop BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();',
                down: 'DROP POLICY readers ON t;',
                claim: (0,verdict_fact/* leaves */.FQ)({ kind: 'trigger', name: 'public.t.noop' }),
            },
            {
                sql: 'CREATE SEQUENCE s;\nCREATE VIEW v AS SELECT 1 AS a;\nCREATE SCHEMA app;',
                down: 'DROP VIEW v;\nDROP SCHEMA app;',
                claim: (0,verdict_fact/* leaves */.FQ)({ kind: 'sequence', name: 'public.s' }),
            },
            {
                setup: 'CREATE TABLE t (a int, b int);',
                sql: 'CREATE STATISTICS ab ON a, b FROM t;\nCREATE RULE quiet AS ON DELETE TO t DO INSTEAD NOTHING;',
                down: 'DROP STATISTICS ab;',
                claim: (0,verdict_fact/* leaves */.FQ)({ kind: 'rule', name: 'quiet on public.t' }),
            },
            {
                setup: 'CREATE TABLE t (a int, b int);',
                sql: 'CREATE STATISTICS ab ON a, b FROM t;\nCREATE PUBLICATION changes;',
                down: 'DROP PUBLICATION changes;',
                claim: (0,verdict_fact/* leaves */.FQ)({ kind: 'statistics object', name: 'public.ab' }),
            },
            {
                sql: "CREATE COLLATION german (provider = icu, locale = 'de');",
                down: 'SELECT 1;',
                claim: (0,verdict_fact/* leaves */.FQ)({ kind: 'collation', name: 'public.german' }),
            },
        ],
        good: [
            {
                sql: 'CREATE TABLE t (a int, b int);\nCREATE STATISTICS ab ON a, b FROM t;\nCREATE RULE quiet AS ON DELETE TO t DO INSTEAD NOTHING;',
                down: 'DROP TABLE t;',
            },
            {
                setup: 'CREATE VIEW v AS SELECT 1 AS a;',
                sql: 'CREATE OR REPLACE VIEW v AS SELECT 2 AS a;',
                down: 'CREATE OR REPLACE VIEW v AS SELECT 1 AS a;',
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'CREATE TABLE IF NOT EXISTS t (a int);',
                down: 'SELECT 1;',
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t RENAME COLUMN a TO b;',
                down: 'ALTER TABLE t RENAME COLUMN b TO a;',
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'CREATE INDEX CONCURRENTLY i ON t (a);',
                down: "DO $$ BEGIN IF EXISTS (SELECT FROM pg_indexes WHERE indexname = 'i') THEN DROP INDEX i; END IF; END $$;",
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'CREATE INDEX CONCURRENTLY i ON t (a);',
                down: 'DROP INDEX CONCURRENTLY IF EXISTS i;',
            },
            { sql: 'CREATE TABLE t (a int);\nCREATE INDEX i ON t (a);', down: 'DROP TABLE t;' },
            { sql: 'CREATE SCHEMA app;\nCREATE TABLE app.t (a int);', down: 'DROP SCHEMA app CASCADE;' },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;\nCREATE TRIGGER stamped BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION stamp();',
                down: 'DROP FUNCTION stamp CASCADE;',
            },
            {
                sql: 'CREATE TABLE a (i int);\nCREATE SEQUENCE a_nr OWNED BY a.i;\nCREATE VIEW v AS SELECT i FROM a;\nCREATE MATERIALIZED VIEW m AS SELECT i FROM v;',
                down: 'DROP VIEW v CASCADE;\nDROP TABLE a;',
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER INDEX IF EXISTS no_such_index RENAME TO other_index;',
                down: 'SELECT 1;',
            },
            { sql: 'CREATE TABLE a (i int);\nDROP TABLE a;', down: 'SELECT 1;' },
            { sql: 'CREATE TEMP TABLE scratch (i int);\nCREATE INDEX i ON scratch (i);', down: 'SELECT 1;' },
            { setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY i ON t (a);' },
        ],
    },
}));
/** A rule has its table after its name in the catalogs. */
function inCatalog({ kind, name, table }) {
    return { kind, name: kind === 'rule' && table ? `${(0,schema_objects/* lastName */.UK)(name)} on ${table}` : name };
}
/** Whether CONCURRENTLY can run in the script. */
function runsOutside({ statements, transaction }) {
    return transaction === 'autocommit' && statements.every((statement) => statement.transaction.kind === 'none');
}

// EXTERNAL MODULE: ./build/schema/footprint/constraints.js
var constraints = __webpack_require__(7766);
;// CONCATENATED MODULE: ./build/rules/down-restores-unvalidated.js









/* harmony default export */ const down_restores_unvalidated = ((0,rule/* defineRule */.K)({
    id: 'down-restores-unvalidated',
    harm: 'decision',
    summary: 'The rollback restores a constraint as NOT VALID',
    why: `The constraint that the migration dropped held for every row. As NOT VALID it holds for new rows only: rows that break it
may stay, the planner can’t rely on it, and the schema is not what it was before.`,
    fix: 'Validate it in the rollback, after it is added: VALIDATE CONSTRAINT lets reads and writes pass.',
    roles: ['up'],
    statements: ['AlterTableStmt'],
    check(statement, context) {
        const { down } = context.migration;
        if (down === undefined)
            return;
        for (const { object } of dropped(statement)) {
            const known = object.kind === 'constraint' ? context.schema.find('constraint', object.name) : undefined;
            if (!known?.table || known.origin !== 'baseline' || !known.facts?.validated)
                continue;
            const { table, name: full } = known;
            if (isImplied(known, context.schema))
                continue;
            const name = (0,schema_objects/* lastName */.UK)(full);
            const again = (0,facts_down/* statementsFrom */.V$)(down).find((one) => alterCommands(one).some((it) => it.table === table && it.constraint?.conname === name && it.constraint.skip_validation));
            const validated = (0,facts_down/* statementsFrom */.V$)(down).some((one) => alterCommands(one).some((it) => it.table === table && it.subtype === 'AT_ValidateConstraint' && it.command.name === name));
            if (!again || validated)
                continue;
            context.report({
                claim: (0,verdict_fact/* differs */.Ag)(object),
                message: `The rollback restores ${name} of ${(0,schema_objects/* shortName */.EU)(table)} as NOT VALID: rows that break it may stay, and the planner can’t rely on it.`,
                help: `Validate it in the rollback, in a transaction of its own:\nALTER TABLE ${sqlName(table)} VALIDATE CONSTRAINT ${(0,ast/* quoteIdentifier */.Cm)(name)};`,
                related: [{ ...again.location, message: 'The rollback adds it here as NOT VALID' }],
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int CONSTRAINT positive CHECK (a > 0));',
                sql: 'ALTER TABLE t DROP CONSTRAINT positive;',
                down: 'ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;',
            },
        ],
        good: [
            // NOT NULL says the same, and has held meanwhile.
            {
                setup: 'CREATE TABLE t (a int CONSTRAINT there CHECK (a IS NOT NULL));',
                sql: 'ALTER TABLE t ALTER COLUMN a SET NOT NULL;\nALTER TABLE t DROP CONSTRAINT there;',
                down: 'ALTER TABLE t ADD CONSTRAINT there CHECK (a IS NOT NULL) NOT VALID;\nALTER TABLE t ALTER COLUMN a DROP NOT NULL;',
            },
            {
                setup: 'CREATE TABLE t (a int CONSTRAINT positive CHECK (a > 0));',
                sql: 'ALTER TABLE t DROP CONSTRAINT positive;',
                down: 'ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT positive;',
            },
            {
                setup: 'CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;',
                sql: 'ALTER TABLE t DROP CONSTRAINT positive;',
                down: 'ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;',
            },
        ],
    },
}));
/** A CHECK against NULL, of a column that is NOT NULL when it goes. */
function isImplied({ table, facts }, schema) {
    const [column, ...others] = facts?.columns ?? [];
    if (!(0,ast/* nodeOf */.E7)(facts?.expression, 'NullTest') || !column || others.length > 0)
        return false;
    const isAgainstNull = (0,constraints/* forbidsNull */.rD)(facts?.expression, column);
    return isAgainstNull && schema.find('column', `${table}.${column}`)?.facts?.notNull === true;
}

;// CONCATENATED MODULE: ./build/rules/drop-after-its-table.js







/* harmony default export */ const drop_after_its_table = ((0,rule/* defineRule */.K)({
    id: 'drop-after-its-table',
    harm: 'stops',
    summary: 'Postgres refuses to drop what went with its table a few lines before',
    why: `DROP TABLE takes the table’s indexes, triggers, policies, constraints and columns along. A later DROP of one of them finds
nothing (SQLSTATE 42704 for an index, 42P01 where the table is named), and the script stops there, halfway.`,
    fix: 'Delete the later DROP, or put it before the DROP TABLE.',
    statements: ['DropStmt', 'AlterTableStmt'],
    check(statement, context) {
        const { schema, script, migration } = context;
        if ((0,ast/* nodeOf */.E7)(statement.node, 'AlterTableStmt')?.missing_ok)
            return;
        for (const { object, conditional } of dropped(statement)) {
            const table = object.table ?? tableOfIndex(object, migration.up);
            // IF EXISTS also forgives a missing table, but not after ALTER TABLE.
            if (table === undefined || (conditional && statement.kind === 'DropStmt'))
                continue;
            if (schema.find('table', table) || schema.find(object.kind, object.name))
                continue;
            const before = script.statements.slice(0, statement.index).findLast((one) => dropsTable(one, table));
            if (!before || statement.transaction.kind === 'block')
                continue;
            context.report({
                message: `The ${object.kind} ${(0,schema_objects/* lastName */.UK)(object.name)} went with ${(0,schema_objects/* shortName */.EU)(table)} on line ${before.location.line}: Postgres refuses to drop it again, and the script stops here.`,
                help: 'Delete this statement, or move it before the DROP TABLE.',
                claim: (0,verdict_fact/* refused */.J5)(object.kind === 'index' ? '42704' : '42P01'),
                related: [{ ...before.location, message: `${(0,schema_objects/* shortName */.EU)(table)} is dropped here` }],
            });
            return;
        }
    },
    examples: {
        bad: [
            {
                up: 'CREATE TABLE t (a int);\nCREATE INDEX i ON t (a);',
                sql: 'DROP TABLE t;\nDROP INDEX i;',
                role: 'down',
                claim: (0,verdict_fact/* refused */.J5)('42704'),
            },
            {
                up: 'CREATE TABLE t (a int);\nCREATE POLICY readers ON t USING (true);',
                sql: 'DROP TABLE t;\nDROP POLICY readers ON t;',
                role: 'down',
                claim: (0,verdict_fact/* refused */.J5)('42P01'),
            },
            {
                setup: 'CREATE TABLE t (a int, b int);',
                sql: 'DROP TABLE t;\nALTER TABLE t DROP COLUMN IF EXISTS b;',
                claim: (0,verdict_fact/* refused */.J5)('42P01'),
            },
        ],
        good: [
            {
                up: 'CREATE TABLE t (a int);\nCREATE INDEX i ON t (a);',
                sql: 'DROP INDEX i;\nDROP TABLE t;',
                role: 'down',
            },
            {
                up: 'CREATE TABLE t (a int);\nCREATE INDEX i ON t (a);\nCREATE POLICY readers ON t USING (true);',
                sql: 'DROP TABLE t;\nDROP INDEX IF EXISTS i;\nDROP POLICY IF EXISTS readers ON t;\nALTER TABLE IF EXISTS t DROP COLUMN a;',
                role: 'down',
            },
            {
                up: 'CREATE TABLE t (a int);',
                sql: 'DROP TABLE t;\nCREATE TABLE t (a int);\nALTER TABLE t DROP COLUMN a;\nDROP TABLE t;',
                role: 'down',
            },
        ],
    },
}));
/** DROP INDEX doesn't name the table: the migration that made it does. */
function tableOfIndex(object, up) {
    if (object.kind !== 'index')
        return undefined;
    return (0,facts_down/* effectsFrom */.bD)(up).find(({ change, object: made }) => change === 'create' && made.kind === 'index' && made.name === object.name)?.object.table;
}
function dropsTable({ node }, table) {
    return (0,schema_effects/* effectsOf */.w)(node).some(({ change, object }) => change === 'drop' && object.kind === 'table' && object.name === table);
}

;// CONCATENATED MODULE: ./build/rules/drop-cascade.js






/** What other objects are made of; an index or a policy has nothing that hangs on it. */
const NEEDED = [
    'table',
    'foreign table',
    'column',
    'constraint',
    'view',
    'materialized view',
    'sequence',
    'type',
    'domain',
    'function',
    'schema',
    'extension',
];
/* harmony default export */ const drop_cascade = ((0,rule/* defineRule */.K)({
    id: 'drop-cascade',
    harm: 'loses',
    summary: 'CASCADE drops objects that the statement doesn’t name',
    why: `With CASCADE everything that depends on the object goes too, however much that is: DROP TYPE drops the columns of that
type with their data, DROP SCHEMA whole tables, DROP TABLE foreign keys and views. What depends on it in production can
differ from what the author saw. Each of these objects is locked with ACCESS EXCLUSIVE on the way.`,
    fix: `Drop each dependent object by its name, then the object itself without CASCADE: Postgres then refuses if anything was
forgotten.`,
    roles: ['up', 'down', 'maintenance'],
    statements: ['DropStmt', 'AlterTableStmt'],
    check(statement, context) {
        const { schema } = context;
        for (const { object, conditional, cascade } of dropped(statement)) {
            // Nothing hangs on a foreign key or a CHECK.
            const type = schema.find('constraint', object.name)?.facts?.type;
            if (object.kind === 'constraint' && type && type !== 'primary key' && type !== 'unique')
                continue;
            if (!cascade || !NEEDED.includes(object.kind) || !dropped_isOld(object, conditional, schema))
                continue;
            const known = dependentsOf(object, schema);
            const relation = known.map((one) => one.relation).find((name) => !schema.isNew(name));
            const name = (0,schema_objects/* shortName */.EU)(object.name);
            context.report({
                message: `CASCADE drops everything that depends on the ${object.kind} ${name}${known.length > 0 ? `: ${inWords(known)}, and whatever else production has` : ', whatever that is in production'}.`,
                help: known.length > 0
                    ? `Drop what depends on it by name, then ${name} without CASCADE:\n${[...new Set(known.map(({ drop }) => drop))].join('\n')}`
                    : `Leave out CASCADE: Postgres then names what still depends on ${name}, and you drop that by name.`,
                ...(relation && { claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', relation) }),
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (parent_id int REFERENCES parent);',
                sql: 'DROP TABLE parent CASCADE;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.child'),
            },
            {
                setup: "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE person (id int, feels mood);",
                sql: 'DROP TYPE mood CASCADE;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.person'),
            },
            {
                setup: 'CREATE SCHEMA app; CREATE TABLE app.t (a int);',
                sql: 'DROP SCHEMA app CASCADE;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'app.t'),
            },
            {
                setup: 'CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT b FROM t;',
                sql: 'ALTER TABLE t DROP COLUMN b CASCADE;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.v'),
            },
            {
                setup: 'CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT b FROM t; CREATE VIEW w AS SELECT b FROM v;',
                sql: 'DROP VIEW v CASCADE;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.w'),
            },
            {
                setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (parent_id int REFERENCES parent);',
                sql: 'ALTER TABLE parent DROP CONSTRAINT parent_pkey CASCADE;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.child'),
            },
            {
                setup: 'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;',
                sql: 'DROP FUNCTION f() CASCADE;',
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (parent_id int REFERENCES parent);',
                sql: 'ALTER TABLE child DROP CONSTRAINT child_parent_id_fkey;\nDROP TABLE parent;',
            },
            { sql: 'CREATE TABLE t (a int);\nDROP TABLE t CASCADE;' },
            { up: 'CREATE SCHEMA app;\nCREATE TABLE app.t (a int);', sql: 'DROP SCHEMA app CASCADE;', role: 'down' },
            { sql: 'DROP TABLE IF EXISTS nowhere CASCADE;' },
            {
                setup: 'CREATE TABLE t (a int CONSTRAINT positive CHECK (a > 0));',
                sql: 'ALTER TABLE t DROP CONSTRAINT positive CASCADE;',
            },
            { setup: 'CREATE TABLE t (a int, b int);', sql: 'ALTER TABLE t DROP COLUMN b;' },
        ],
    },
}));
function inWords(known) {
    const words = [...new Set(known.map((one) => one.words))];
    return words.length > 5 ? `${words.slice(0, 5).join(', ')} and ${words.length - 5} more` : enumerated(words);
}

;// CONCATENATED MODULE: ./build/rules/drop-column.js






/* harmony default export */ const drop_column = ((0,rule/* defineRule */.K)({
    id: 'drop-column',
    harm: 'loses',
    summary: 'Code that still knows a dropped column fails at once',
    why: `While a deployment goes on, the old version of the application still reads and writes the column. From the moment that
it is gone, each of these queries fails with SQLSTATE 42703; ORMs often name every column that they found when they started.
The values are gone as well: a rollback brings back an empty column.`,
    fix: `First release code that neither reads nor writes the column (ORMs have a list of columns to ignore). Drop it in a later
migration, when nothing that runs knows it any more.`,
    statements: ['AlterTableStmt'],
    roles: ['up', 'maintenance'],
    check(statement, context) {
        for (const { kind, name, table } of droppedOld(statement, context.schema)) {
            const found = kind === 'column' && table !== undefined ? predicted(table, context) : undefined;
            if (!found || !table)
                continue;
            const column = (0,ast/* quoteIdentifier */.Cm)((0,schema_objects/* lastName */.UK)(name));
            context.report({
                message: `Code that still reads or writes ${column} of ${(0,schema_objects/* shortName */.EU)(table)} fails as soon as this has run, and the values are gone.`,
                help: `Release code that doesn’t know ${column} first, and drop it in a later migration. If that has happened, say so in the comment above:\n-- migration-safety: ignore drop-column no code uses ${column} since …`,
                claim: (0,verdict_fact/* lock */.s2)(found.lock, table),
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int, b int);',
                sql: 'ALTER TABLE t DROP COLUMN b;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'),
            },
            {
                setup: 'CREATE SCHEMA app; CREATE TABLE app.t (a int, "B" int);',
                sql: 'ALTER TABLE app.t DROP COLUMN a, DROP COLUMN IF EXISTS "B";',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'app.t'),
            },
        ],
        good: [
            { sql: 'CREATE TABLE t (a int, b int);\nALTER TABLE t DROP COLUMN b;' },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD COLUMN b int;\nALTER TABLE t DROP COLUMN b;',
            },
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t DROP COLUMN IF EXISTS b;' },
            {
                setup: 'CREATE TABLE t (a int);',
                up: 'ALTER TABLE t ADD COLUMN b int;',
                sql: 'ALTER TABLE t DROP COLUMN b;',
                role: 'down',
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/drop-column-drops-index.js





/* harmony default export */ const drop_column_drops_index = ((0,rule/* defineRule */.K)({
    id: 'drop-column-drops-index',
    harm: 'decision',
    summary: 'DROP COLUMN takes indexes and constraints on several columns with it',
    why: `An index or a constraint goes with any of its columns, without CASCADE and without a word. Queries on its other columns
lose their index from one moment to the next; what a UNIQUE or CHECK over several columns ruled out is allowed from then on.
A rollback that only adds the column again doesn’t bring them back.`,
    fix: `Build what the other columns still need first, with CREATE INDEX CONCURRENTLY, and drop the old index by name. Have the
rollback create again what goes with the column.`,
    statements: ['AlterTableStmt'],
    check(statement, { schema, report }) {
        const gone = dropped(statement).filter(({ object }) => object.kind === 'column');
        const columns = gone.map(({ object }) => (0,schema_objects/* lastName */.UK)(object.name));
        for (const { object } of gone) {
            const { table } = object;
            if (!table || schema.isNew(table) || schema.find('column', object.name)?.origin === 'change')
                continue;
            const column = (0,schema_objects/* lastName */.UK)(object.name);
            const shared = sharedWith(table, column, schema).filter(({ rest }) => rest.some((one) => !columns.includes(one)));
            if (shared.length === 0)
                continue;
            const words = shared.map(({ words }) => words);
            const rest = [...new Set(shared.flatMap(({ rest }) => rest))].filter((one) => !columns.includes(one));
            report({
                message: `${sentence(enumerated(words))} of ${(0,schema_objects/* shortName */.EU)(table)} ${words.length > 1 ? 'go' : 'goes'} with ${column}, though ${words.length > 1 ? 'they are' : 'it is'} about ${enumerated(rest)}, too.`,
                help: `Decide what ${enumerated(rest.map(ast/* quoteIdentifier */.Cm))} still ${rest.length > 1 ? 'need' : 'needs'}, build that first, and drop the old one by name; let the rollback create it again.`,
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int, b int); CREATE INDEX t_a_b ON t (a, b);',
                sql: 'ALTER TABLE t DROP COLUMN b;',
            },
            {
                setup: 'CREATE TABLE t (a int, b int, c int, UNIQUE (a, b), CHECK (b < c));',
                sql: 'ALTER TABLE t DROP COLUMN b;',
            },
            {
                setup: 'CREATE TABLE t (a int, b boolean); CREATE INDEX live ON t (a) WHERE NOT b;',
                sql: 'ALTER TABLE t DROP COLUMN b;',
            },
        ],
        good: [
            { setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (b);', sql: 'ALTER TABLE t DROP COLUMN b;' },
            {
                setup: 'CREATE TABLE t (a int, b int, UNIQUE (a, b));',
                sql: 'ALTER TABLE t DROP COLUMN a, DROP COLUMN b, ADD COLUMN c int;',
            },
            {
                setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a, b);',
                sql: 'DROP INDEX CONCURRENTLY i;\nALTER TABLE t DROP COLUMN b;',
            },
            {
                setup: 'CREATE TABLE t (a int);',
                up: 'ALTER TABLE t ADD COLUMN b int;\nCREATE INDEX i ON t (a, b);',
                sql: 'ALTER TABLE t DROP COLUMN b;',
                role: 'down',
            },
        ],
    },
}));
/** The indexes and constraints on the column that are about others as well. An index under a constraint is named once. */
function sharedWith(table, column, schema) {
    const indexes = schema.partsOf(table, 'index').filter(({ facts }) => facts && facts.constraint === undefined);
    const about = (kind, object, columns) => {
        const named = [...new Set(columns.flatMap((one) => one ?? []))];
        const rest = named.filter((one) => one !== column);
        return named.includes(column) && rest.length > 0 ? [{ words: `the ${kind} ${(0,schema_objects/* lastName */.UK)(object.name)}`, rest }] : [];
    };
    return [
        ...indexes.flatMap((index) => about('index', index, [...(index.facts?.columns ?? []), ...(index.facts?.mentions ?? [])])),
        ...schema.partsOf(table, 'constraint').flatMap((one) => about('constraint', one, one.facts?.columns ?? [])),
    ];
}
function sentence(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./build/rules/drop-constraint.js




/* harmony default export */ const drop_constraint = ((0,rule/* defineRule */.K)({
    id: 'drop-constraint',
    harm: 'note',
    preset: 'strict',
    summary: 'Once a constraint is gone, rows that break it are let in',
    why: `From the commit on, nothing keeps such rows out. When the constraint is to come back, in a rollback for instance, adding
it fails until they are found and mended.`,
    fix: 'Make sure that nothing relies on it any more; where it is replaced, add the new constraint before the old one goes.',
    roles: ['up'],
    statements: ['AlterTableStmt'],
    check(statement, { schema, report }) {
        const commands = alterCommands(statement);
        // It is replaced at once.
        if (commands.some(({ constraint }) => constraint))
            return;
        for (const { table, subtype, command } of commands) {
            const known = schema.find('constraint', `${table}.${command.name}`);
            if (subtype !== 'AT_DropConstraint' || schema.isNew(table) || known?.origin === 'change')
                continue;
            // A primary key has a rule of its own; IF EXISTS may find nothing.
            if (known?.facts?.type === 'primary key' || (command.missing_ok && !known))
                continue;
            const name = (0,ast/* quoteIdentifier */.Cm)(known ? (0,schema_objects/* lastName */.UK)(known.name) : (command.name ?? ''));
            report({
                message: `Without ${name}, ${(0,schema_objects/* shortName */.EU)(table)} takes rows that ${known?.facts?.type ? `the ${drop_constraint_WORDS[known.facts.type] ?? 'constraint'}` : 'it'} kept out.`,
                help: `Drop ${name} only when no query, and no program that writes to ${(0,schema_objects/* shortName */.EU)(table)}, relies on it.`,
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int, CONSTRAINT positive CHECK (a > 0));',
                sql: 'ALTER TABLE t DROP CONSTRAINT positive;',
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a int, CONSTRAINT positive CHECK (a > 0));',
                sql: 'ALTER TABLE t ADD CONSTRAINT above CHECK (a > 1) NOT VALID, DROP CONSTRAINT positive;',
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD CONSTRAINT known CHECK (a IS NOT NULL) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT known;\nALTER TABLE t ALTER a SET NOT NULL;\nALTER TABLE t DROP CONSTRAINT known;',
            },
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t DROP CONSTRAINT IF EXISTS none;' },
        ],
    },
}));
const drop_constraint_WORDS = {
    check: 'CHECK',
    unique: 'UNIQUE constraint',
    exclusion: 'EXCLUDE constraint',
    'foreign key': 'foreign key',
};

;// CONCATENATED MODULE: ./build/rules/drop-extension.js



/* harmony default export */ const drop_extension = ((0,rule/* defineRule */.K)({
    id: 'drop-extension',
    harm: 'decision',
    summary: 'DROP EXTENSION takes away types and functions that queries use',
    why: `Postgres refuses the DROP while a column or a view depends on the extension, but it doesn’t see what queries, and the bodies
of functions, call: they fail from then on. Other services of the database may use the extension, too.`,
    fix: 'Make sure that nothing calls its functions and operators any more, in every service that uses the database.',
    roles: ['up', 'maintenance'],
    statements: ['DropStmt'],
    check(statement, context) {
        if ((0,ast/* nodeOf */.E7)(statement.node, 'DropStmt')?.removeType !== 'OBJECT_EXTENSION')
            return;
        for (const { object, conditional, cascade } of dropped(statement)) {
            // With CASCADE it is worse: another rule says so.
            if (cascade || !dropped_isOld(object, conditional, context.schema))
                continue;
            context.report({
                message: `Queries and functions that call what ${object.name} brought fail from here on: Postgres looks for columns and views that need it, not for those.`,
                help: `Look for callers first, for example in the bodies of functions:\nSELECT oid::regprocedure FROM pg_proc WHERE prosrc ~ '…';\nThen drop it:\nDROP EXTENSION ${(0,ast/* quoteIdentifier */.Cm)(object.name)};`,
            });
        }
    },
    examples: {
        bad: [{ setup: 'CREATE EXTENSION pg_trgm;', sql: 'DROP EXTENSION pg_trgm;' }],
        good: [
            { sql: 'DROP EXTENSION IF EXISTS pg_trgm;' },
            { up: 'CREATE EXTENSION pg_trgm;', sql: 'DROP EXTENSION pg_trgm;', role: 'down' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/drop-foreign-key-locks-referenced.js







/* harmony default export */ const drop_foreign_key_locks_referenced = ((0,rule/* defineRule */.K)({
    id: 'drop-foreign-key-locks-referenced',
    harm: 'decision',
    summary: 'Dropping a foreign key locks the table that it references',
    why: `A foreign key lives on both tables: its triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there
as well. Dropping the key of a small table, or the column that it stands on, then stops every read and write of the busy
table that it points to while the lock is waited for.`,
    fix: 'Set a short lock_timeout before it, so that a wait behind a long query ends soon, and try again.',
    statements: ['AlterTableStmt'],
    check(statement, context) {
        const { schema, session, report } = context;
        if ((0,schema_session/* timeoutMs */.G6)(session, 'lock_timeout'))
            return;
        for (const { table, subtype, command } of alterCommands(statement)) {
            const dropped = schema.partsOf(table, 'constraint').filter(({ name, facts }) => {
                if (subtype === 'AT_DropConstraint')
                    return name === `${table}.${command.name}`;
                return subtype === 'AT_DropColumn' && (facts?.columns?.includes(command.name ?? '') ?? false);
            });
            for (const { name, facts } of dropped) {
                const parent = facts?.references?.table;
                // Who only looks into a new parent does so through this key, and waits for its table anyway.
                const found = parent && parent !== table && !schema.isNew(parent, 'SHARE') ? predicted(parent, context) : undefined;
                if (!parent || found?.lock !== 'ACCESS EXCLUSIVE')
                    continue;
                report({
                    message: `The foreign key ${(0,ast/* quoteIdentifier */.Cm)(name.slice(table.length + 1))} points to ${(0,schema_objects/* shortName */.EU)(parent)}, so this takes ${found.lock} there, too: while it waits, every read and write of ${(0,schema_objects/* shortName */.EU)(parent)} waits behind it.`,
                    help: `Limit the wait, and try again when it is too long:\nSET lock_timeout = '2s';\n${statement.sql};`,
                    claim: found.claim,
                });
            }
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (p int, CONSTRAINT f FOREIGN KEY (p) REFERENCES parent);',
                sql: 'ALTER TABLE child DROP CONSTRAINT f;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.parent'),
            },
            {
                setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (p int REFERENCES parent, n int);',
                sql: 'ALTER TABLE child DROP COLUMN p;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.parent'),
            },
            {
                setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (p int);',
                up: 'ALTER TABLE child ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES parent NOT VALID;',
                sql: 'ALTER TABLE IF EXISTS child DROP CONSTRAINT IF EXISTS f;',
                role: 'down',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.parent'),
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (p int REFERENCES parent);',
                sql: "SET lock_timeout = '2s';\nALTER TABLE child DROP CONSTRAINT child_p_fkey;",
            },
            {
                setup: 'CREATE TABLE tree (id int PRIMARY KEY, up int REFERENCES tree);',
                sql: 'ALTER TABLE tree DROP CONSTRAINT tree_up_fkey;',
            },
            {
                setup: 'CREATE TABLE child (p int, CONSTRAINT positive CHECK (p > 0));',
                sql: 'CREATE TABLE parent (id int PRIMARY KEY);\nALTER TABLE child ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES parent NOT VALID;\nALTER TABLE child DROP CONSTRAINT f, DROP CONSTRAINT positive;',
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/drop-index-backing-constraint.js





/* harmony default export */ const drop_index_backing_constraint = ((0,rule/* defineRule */.K)({
    id: 'drop-index-backing-constraint',
    harm: 'stops',
    summary: 'The index of a constraint can’t be dropped by itself',
    why: `A primary key, a UNIQUE and an EXCLUDE constraint live on their index, and a foreign key on the unique index of the
columns that it references. Postgres refuses to drop such an index (SQLSTATE 2BP01), with CASCADE and CONCURRENTLY as well,
and the script stops there.`,
    fix: 'Drop the constraint: the index goes with it.',
    statements: ['DropStmt'],
    check(statement, { schema, report }) {
        const drop = (0,ast/* nodeOf */.E7)(statement.node, 'DropStmt');
        if (drop?.removeType !== 'OBJECT_INDEX' || (drop.concurrent && statement.transaction.kind !== 'none'))
            return;
        for (const object of drop.objects ?? []) {
            const name = (0,ast/* listName */.sY)(object);
            const index = name && schema.find('index', (0,schema_objects/* fullName */.fq)(name));
            const constraint = index?.facts?.constraint;
            if (!index?.table || !constraint)
                continue;
            report({
                message: `${(0,schema_objects/* lastName */.UK)(index.name)} is the index of the constraint ${constraint} of ${(0,schema_objects/* shortName */.EU)(index.table)}: Postgres refuses to drop it by itself, and the script stops here.`,
                help: `Drop the constraint; its index goes with it:\nALTER TABLE ${sqlName(index.table)} DROP CONSTRAINT ${(0,ast/* quoteIdentifier */.Cm)(constraint)};`,
                claim: (0,verdict_fact/* refused */.J5)('2BP01'),
            });
            return;
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (id int PRIMARY KEY);',
                sql: 'DROP INDEX t_pkey;',
                claim: (0,verdict_fact/* refused */.J5)('2BP01'),
            },
            {
                setup: 'CREATE TABLE t (a int);',
                up: 'ALTER TABLE t ADD CONSTRAINT once UNIQUE (a);',
                sql: 'DROP INDEX IF EXISTS once CASCADE;',
                role: 'down',
                claim: (0,verdict_fact/* refused */.J5)('2BP01'),
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE UNIQUE INDEX i ON t (a); ALTER TABLE t ADD UNIQUE USING INDEX i;',
                sql: 'DROP INDEX CONCURRENTLY i;',
                claim: (0,verdict_fact/* refused */.J5)('2BP01'),
            },
        ],
        good: [
            { setup: 'CREATE TABLE t (id int PRIMARY KEY);', sql: 'ALTER TABLE t DROP CONSTRAINT t_pkey;' },
            {
                setup: 'CREATE TABLE t (a int); CREATE UNIQUE INDEX i ON t (a);',
                sql: 'DROP INDEX CONCURRENTLY i;',
            },
            {
                setup: 'CREATE TABLE t (a int CONSTRAINT i UNIQUE);',
                sql: 'ALTER TABLE t DROP CONSTRAINT i;\nDROP INDEX IF EXISTS i;',
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/drop-index-before-replacement.js






/** Up to the new index's name, where it isn't quoted. */
const NAME = /^create\s+(?:unique\s+)?index\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?[\w$]+/i;
/* harmony default export */ const drop_index_before_replacement = ((0,rule/* defineRule */.K)({
    id: 'drop-index-before-replacement',
    harm: 'decision',
    summary: 'Queries have no index between the drop of the old and the build of the new one',
    why: `The script drops an index and then builds another one that begins with the same column. Until that is done, which takes
longer the more rows there are, every query that used the old index reads the whole table. If the build fails, it stays so.`,
    fix: 'Build the new index first, under another name, and drop the old one afterwards. ALTER INDEX … RENAME gives it the old name back.',
    statements: ['DropStmt'],
    roles: ['up', 'maintenance'],
    check(statement, context) {
        const { schema } = context;
        // In one transaction no other session sees the table without an index.
        if (statement.transaction.kind !== 'none')
            return;
        for (const object of droppedOld(statement, schema)) {
            const old = object.kind === 'index' ? schema.find('index', object.name) : undefined;
            const [first] = old?.facts?.columns ?? [];
            const next = first === undefined ? undefined : replacement(old?.table, first, statement.index, context);
            if (!next || hasAnother(old?.table, first, object.name, context))
                continue;
            context.report({
                message: `${(0,schema_objects/* lastName */.UK)(object.name)} is dropped before ${next.name === object.name ? 'it' : (0,schema_objects/* lastName */.UK)(next.name)} is built${next.name === object.name ? ' anew' : ''} (line ${next.line}): meanwhile no index of ${(0,schema_objects/* shortName */.EU)(old?.table ?? '')} begins with ${first}.`,
                help: `Build the new index first, under a name of its own, and drop the old one when it is there:\n${next.name === object.name ? next.sql.replace(NAME, '$&_new') : next.sql};\nDROP INDEX CONCURRENTLY ${sqlName(object.name)};`,
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a);',
                sql: 'DROP INDEX CONCURRENTLY i;\nCREATE INDEX CONCURRENTLY i ON t (a, b);',
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a);',
                sql: 'CREATE INDEX CONCURRENTLY j ON t (a, b);\nDROP INDEX CONCURRENTLY i;',
            },
            {
                setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a);',
                sql: 'DROP INDEX CONCURRENTLY i;\nCREATE INDEX CONCURRENTLY j ON t (b);',
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'DROP INDEX CONCURRENTLY IF EXISTS i;\nCREATE INDEX CONCURRENTLY i ON t (a);',
            },
            {
                setup: 'CREATE TABLE t (a int PRIMARY KEY, b int); CREATE INDEX i ON t (a, b);',
                sql: 'DROP INDEX CONCURRENTLY i;\nCREATE INDEX CONCURRENTLY j ON t (a) INCLUDE (b);',
            },
        ],
    },
}));
function replacement(table, first, index, { script }) {
    for (const { node, location, sql } of script.statements.slice(index + 1)) {
        const object = (0,ast/* nodeOf */.E7)(node, 'IndexStmt') && (0,schema_effects/* effectsOf */.w)(node)[0]?.object;
        if (object?.table === table && object?.facts?.columns?.[0] === first)
            return { name: object.name, line: location.line, sql };
    }
    return undefined;
}
/** An index that begins with the column stays. */
function hasAnother(table, first, name, { schema }) {
    return schema
        .partsOf(table ?? '', 'index')
        .some((index) => index.name !== name && index.facts?.columns?.[0] === first && !index.facts?.partial);
}

;// CONCATENATED MODULE: ./build/rules/drop-index-not-concurrent.js







const DROP = /^drop\s+index/i;
/* harmony default export */ const drop_index_not_concurrent = ((0,rule/* defineRule */.K)({
    id: 'drop-index-not-concurrent',
    harm: 'decision',
    summary: 'DROP INDEX locks out every reader and writer of the table',
    why: `DROP INDEX takes ACCESS EXCLUSIVE on the index and on its table. Dropping is quick, but the lock has to be waited
for: behind one long query it queues, and every later query on the table queues behind it. A rollback during an incident
is when the table is busiest.`,
    fix: `DROP INDEX CONCURRENTLY takes SHARE UPDATE EXCLUSIVE, which lets reads and writes pass. It drops one index at a time,
without CASCADE, outside a transaction. The index of a partitioned table can’t be dropped in that way.`,
    statements: ['DropStmt'],
    check(statement, context) {
        const drop = (0,ast/* nodeOf */.E7)(statement.node, 'DropStmt');
        if (drop?.removeType !== 'OBJECT_INDEX' || drop.concurrent)
            return;
        const { schema } = context;
        const names = (drop.objects ?? []).flatMap((object) => (0,ast/* listName */.sY)(object) ?? []);
        const known = names.map((name) => schema.find('index', (0,schema_objects/* fullName */.fq)(name)));
        const tables = known.map((index) => index?.table);
        if (tables.length > 0 && tables.every((table) => table !== undefined && schema.isNew(table)))
            return;
        // Postgres refuses to drop a constraint's index: that has a rule of its own.
        if (known.some((index) => index?.facts?.constraint))
            return;
        const table = tables.find((name) => name !== undefined && !schema.isNew(name));
        const partitioned = tables.some((name) => name !== undefined && (0,touch/* isPartitioned */.gN)(name, schema));
        const ifExists = drop.missing_ok ? 'IF EXISTS ' : '';
        const safe = names.map((name) => `DROP INDEX CONCURRENTLY ${ifExists}${(0,ast/* display */.Vy)(name)};`);
        const simple = names.length === 1 && drop.behavior !== 'DROP_CASCADE' && statement.transaction.kind === 'none';
        const where = table ? (0,schema_objects/* shortName */.EU)(table) : 'the index’s table';
        context.report({
            message: `DROP INDEX takes ACCESS EXCLUSIVE on ${where}${partitioned ? ' and on each of its partitions' : ''}: while it waits for running queries, every read and write behind it waits too.`,
            help: partitioned
                ? `An index of a partitioned table can’t be dropped with CONCURRENTLY. Give up quickly when the table is busy, and run it again:\nSET lock_timeout = '2s';\n${statement.sql};`
                : {
                    says: 'Drop it without blocking.',
                    steps: names.map((name, at) => apart(slug('drop', name.name), safe[at] ?? '')),
                },
            ...(table && { claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', table) }),
            ...(simple &&
                !partitioned && {
                fixes: [
                    {
                        description: 'Add CONCURRENTLY',
                        edits: insertAfter(statement, context.script, DROP, keywords(statement, ' CONCURRENTLY')),
                    },
                ],
            }),
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
                sql: 'DROP INDEX IF EXISTS i;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'),
            },
            {
                setup: 'CREATE TABLE t (a int);',
                up: 'CREATE INDEX CONCURRENTLY i ON t (a);',
                sql: 'DROP INDEX i;',
                role: 'down',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'),
            },
            {
                setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a); CREATE INDEX j ON t (b);',
                sql: 'DROP INDEX i, j;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'),
            },
            {
                setup: 'CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE INDEX i ON p (b);',
                sql: 'DROP INDEX i;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.p'),
            },
            {
                setup: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a; CREATE INDEX i ON v (a);',
                sql: 'DROP INDEX i;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.v'),
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
                sql: 'DROP INDEX CONCURRENTLY IF EXISTS i;',
            },
            { sql: 'CREATE TABLE t (a int);\nCREATE INDEX i ON t (a);\nDROP INDEX i;' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/lint/facts/not-null-steps.js
/** How a column becomes NOT NULL without reading the rows under a strong lock. */



/** To be run statement by statement: each in a transaction of its own. */
function notNullSteps(table, columns) {
    const alter = `ALTER TABLE ${sqlName(table)}`;
    return columns
        .flatMap((column) => {
        const name = (0,ast/* quoteIdentifier */.Cm)(`${(0,schema_objects/* lastName */.UK)(table)}_${column}_not_null`.slice(0, 63));
        return [
            `${alter} ADD CONSTRAINT ${name} CHECK (${(0,ast/* quoteIdentifier */.Cm)(column)} IS NOT NULL) NOT VALID;`,
            `${alter} VALIDATE CONSTRAINT ${name};`,
            `${alter} ALTER COLUMN ${(0,ast/* quoteIdentifier */.Cm)(column)} SET NOT NULL;`,
            `${alter} DROP CONSTRAINT ${name};`,
        ];
    })
        .join('\n');
}

;// CONCATENATED MODULE: ./build/rules/drop-not-null.js






/* harmony default export */ const drop_not_null = ((0,rule/* defineRule */.K)({
    id: 'drop-not-null',
    harm: 'note',
    preset: 'strict',
    summary: 'A column that was never NULL may be from now on',
    why: `Code that was written while the column was NOT NULL doesn’t expect NULL: it fails, or counts wrongly, when it meets the
first one. The way back needs SET NOT NULL, which fails as soon as there is a NULL.`,
    fix: 'Release code that can do with NULL first. Let the rollback decide what becomes of NULLs before it rules them out again.',
    statements: ['AlterTableStmt'],
    roles: ['up', 'maintenance'],
    check(statement, context) {
        for (const { table, subtype, command } of alterCommands(statement)) {
            const known = context.schema.find('column', `${table}.${command.name}`);
            if (subtype !== 'AT_DropNotNull' || context.schema.isNew(table))
                continue;
            if (known?.origin === 'change' || known?.facts?.notNull === false)
                continue;
            const found = predicted(table, context);
            if (!found)
                continue;
            context.report({
                message: `${command.name} of ${(0,schema_objects/* shortName */.EU)(table)} may be NULL as soon as this has run, also for code that doesn’t expect it.`,
                help: `Release code that can do with NULL first. The way back, once no row has a NULL:\n${notNullSteps(table, [command.name ?? ''])}`,
                claim: (0,verdict_fact/* lock */.s2)(found.lock, table),
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int NOT NULL);',
                sql: 'ALTER TABLE t ALTER COLUMN a DROP NOT NULL;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'),
            },
        ],
        good: [
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ALTER COLUMN a DROP NOT NULL;' },
            { sql: 'CREATE TABLE t (a int NOT NULL);\nALTER TABLE t ALTER COLUMN a DROP NOT NULL;' },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD COLUMN b int NOT NULL DEFAULT 0;\nALTER TABLE t ALTER COLUMN b DROP NOT NULL;',
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/drop-not-null-on-primary-key.js






/* harmony default export */ const drop_not_null_on_primary_key = ((0,rule/* defineRule */.K)({
    id: 'drop-not-null-on-primary-key',
    harm: 'stops',
    summary: 'A column of a primary key or an identity column can’t lose its NOT NULL',
    why: `The columns of a primary key are NOT NULL for as long as there is the key, and identity columns always are. Postgres refuses
ALTER COLUMN … DROP NOT NULL on them, and the migration stops there.`,
    fix: 'Drop the primary key first, or drop the identity with ALTER COLUMN … DROP IDENTITY; or leave the column as it is.',
    statements: ['AlterTableStmt'],
    check(statement, { schema, report }) {
        const commands = alterCommands(statement);
        for (const { table, subtype, command } of commands) {
            if (subtype !== 'AT_DropNotNull' || !command.name)
                continue;
            const key = schema
                .partsOf(table, 'constraint')
                .find(({ facts }) => facts?.type === 'primary key' && facts.columns?.includes(command.name ?? ''));
            const identity = schema.find('column', `${table}.${command.name}`)?.facts?.identity;
            // The same statement may take the key or the identity away first.
            if ((!key && !identity) || commands.some((one) => UNDOES.has(one.subtype)))
                continue;
            const column = (0,ast/* quoteIdentifier */.Cm)(command.name);
            const name = key && (0,ast/* quoteIdentifier */.Cm)(key.name.slice(table.length + 1));
            report({
                message: `${column} of ${(0,schema_objects/* shortName */.EU)(table)} is ${name ? `part of the primary key ${name}` : 'an identity column'}: Postgres refuses to drop its NOT NULL, and the migration stops here.`,
                help: `Leave it NOT NULL, or take away first what needs it:\nALTER TABLE ${sqlName(table)} ${name ? `DROP CONSTRAINT ${name}` : `ALTER COLUMN ${column} DROP IDENTITY`};`,
                claim: (0,verdict_fact/* refused */.J5)(name ? '42P16' : '42601'),
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (id int PRIMARY KEY);',
                sql: 'ALTER TABLE t ALTER COLUMN id DROP NOT NULL;',
                claim: (0,verdict_fact/* refused */.J5)('42P16'),
            },
            {
                setup: 'CREATE TABLE t (a int, b int, CONSTRAINT k PRIMARY KEY (a, b));',
                sql: 'ALTER TABLE t ADD COLUMN c int, ALTER b DROP NOT NULL;',
                claim: (0,verdict_fact/* refused */.J5)('42P16'),
            },
            {
                sql: 'CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY);\nALTER TABLE t ALTER COLUMN id DROP NOT NULL;',
                claim: (0,verdict_fact/* refused */.J5)('42601'),
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL UNIQUE);',
                sql: 'ALTER TABLE t ALTER COLUMN a DROP NOT NULL;',
            },
            {
                setup: 'CREATE TABLE t (id int PRIMARY KEY);',
                sql: 'ALTER TABLE t DROP CONSTRAINT t_pkey;\nALTER TABLE t ALTER COLUMN id DROP NOT NULL;',
            },
        ],
    },
}));
const UNDOES = new Set(['AT_DropConstraint', 'AT_DropIdentity']);

;// CONCATENATED MODULE: ./build/rules/drop-partition.js






/* harmony default export */ const drop_partition = ((0,rule/* defineRule */.K)({
    id: 'drop-partition',
    harm: 'decision',
    summary: 'Dropping a partition locks out every reader and writer of its parent',
    why: `A partition that is still attached can’t be dropped without changing the parent: DROP TABLE takes ACCESS EXCLUSIVE on
both, and on the default partition where there is one. While it waits for running queries, nobody reads or writes any
partition. The rows are gone for good.`,
    fix: `Detach the partition with CONCURRENTLY, which lets reads and writes of the parent pass, and drop it when it stands alone.
Where the parent has a default partition CONCURRENTLY is refused: set a short lock_timeout and try again when it is hit.`,
    statements: ['DropStmt'],
    check(statement, context) {
        const { schema } = context;
        if ((0,ast/* nodeOf */.E7)(statement.node, 'DropStmt')?.removeType !== 'OBJECT_TABLE')
            return;
        for (const { name } of droppedOld(statement, schema)) {
            const parent = schema.find('table', name)?.facts?.partitionOf;
            if (!parent || schema.isNew(parent))
                continue;
            const refused = schema.partitionsOf(parent).some(({ facts }) => facts?.isDefaultPartition);
            context.report({
                message: `DROP TABLE takes ACCESS EXCLUSIVE on ${(0,schema_objects/* shortName */.EU)(parent)}, the parent of ${(0,schema_objects/* shortName */.EU)(name)}: while it waits for running queries, every read and write of all its partitions waits too.`,
                help: refused
                    ? `Limit the wait, and try again when it is too long:\nSET lock_timeout = '2s';\n${statement.sql};`
                    : `Detach the partition first, outside a transaction, then drop it:\nALTER TABLE ${sqlName(parent)} DETACH PARTITION ${sqlName(name)} CONCURRENTLY;\nDROP TABLE ${sqlName(name)};`,
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', parent),
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
                sql: 'DROP TABLE p1;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.p'),
            },
            {
                setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE rest PARTITION OF p DEFAULT;',
                sql: 'DROP TABLE p1;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.p'),
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
                sql: 'ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;\nDROP TABLE p1;',
            },
            {
                sql: 'CREATE TABLE p (a int) PARTITION BY LIST (a);\nCREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);\nDROP TABLE p1;',
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/lint/facts/script-end.js
/** The last answer for each schema: it is asked for many statements of one script. */
const known = new WeakMap();
/** `schema`: that before the statement with the index `from`. */
function schemaAtEnd(script, schema, from) {
    const last = known.get(schema);
    if (last?.script === script)
        return last.end;
    const end = schema.fork();
    end.replay(script.statements.slice(from), 'change');
    known.set(schema, { script, end });
    return end;
}

;// CONCATENATED MODULE: ./build/rules/drop-primary-key.js







/* harmony default export */ const drop_primary_key = ((0,rule/* defineRule */.K)({
    id: 'drop-primary-key',
    harm: 'decision',
    summary: 'A table is left without a primary key',
    why: `Without its primary key a table lets rows in twice, ON CONFLICT on it fails, and logical replication can’t tell rows
apart: as soon as the table is published, every UPDATE and DELETE on it fails. While other tables’ foreign keys rest on it,
Postgres refuses to drop it (SQLSTATE 2BP01); CASCADE drops those foreign keys as well.`,
    fix: `Build the index of the new key first with CREATE UNIQUE INDEX CONCURRENTLY. Then drop the old key and add the new one
USING INDEX, both in the same ALTER TABLE.`,
    statements: ['AlterTableStmt'],
    check(statement, { schema, script, report }) {
        for (const { table, subtype, command } of alterCommands(statement)) {
            if (subtype !== 'AT_DropConstraint')
                continue;
            const key = schema.find('constraint', `${table}.${command.name}`);
            // What this change added, it may take back.
            if (schema.isNew(table) || key?.origin === 'change')
                continue;
            if (key?.facts?.type !== 'primary key' && !isNamedAsKey(command.name, table, schema))
                continue;
            const columns = key?.facts?.columns;
            const children = schema.foreignKeysTo(table).filter(({ facts }) => {
                const own = facts?.references?.columns ?? [];
                return own.length === 0 || own.join() === columns?.join();
            });
            const fails = children.length > 0 && command.behavior !== 'DROP_CASCADE';
            const replaced = schemaAtEnd(script, schema, statement.index)
                .partsOf(table, 'constraint')
                .some(({ facts }) => facts?.type === 'primary key');
            if (replaced && !fails)
                continue;
            const what = columns ? `(${columns.map(ast/* quoteIdentifier */.Cm).join(', ')})` : 'its key';
            report({
                message: fails
                    ? `The foreign key ${children.map(({ name }) => (0,schema_objects/* shortName */.EU)(name)).join(', ')} rests on this primary key: Postgres refuses to drop it, and the migration stops here.`
                    : `${(0,schema_objects/* shortName */.EU)(table)} has no primary key after this: nothing keeps ${what} unique, and logical replication can’t follow its UPDATEs and DELETEs.`,
                help: fails
                    ? 'Drop the foreign keys first, each in a transaction of its own, and add them again NOT VALID when the new key is there.'
                    : 'Add the new primary key in the same statement: build its index first with CREATE UNIQUE INDEX CONCURRENTLY, then write DROP CONSTRAINT … and ADD CONSTRAINT … PRIMARY KEY USING INDEX … in one ALTER TABLE.',
                ...(fails && { claim: (0,verdict_fact/* refused */.J5)('2BP01') }),
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE old (a int PRIMARY KEY); CREATE TABLE t (LIKE old INCLUDING ALL);',
                sql: 'ALTER TABLE t DROP CONSTRAINT t_pkey;',
            },
            { setup: 'CREATE TABLE t (id int PRIMARY KEY);', sql: 'ALTER TABLE t DROP CONSTRAINT t_pkey;' },
            {
                setup: 'CREATE TABLE t (id int PRIMARY KEY, new_id bigint NOT NULL); CREATE TABLE c (t int REFERENCES t);',
                sql: 'ALTER TABLE t DROP CONSTRAINT t_pkey, ADD PRIMARY KEY (new_id);',
                claim: (0,verdict_fact/* refused */.J5)('2BP01'),
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (id int PRIMARY KEY, new_id bigint NOT NULL); CREATE UNIQUE INDEX i ON t (new_id);',
                sql: 'ALTER TABLE t DROP CONSTRAINT t_pkey, ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX i;',
            },
            {
                setup: 'CREATE TABLE t (id int);',
                up: 'ALTER TABLE t ADD PRIMARY KEY (id);',
                sql: 'ALTER TABLE t DROP CONSTRAINT t_pkey;',
                role: 'down',
            },
            {
                setup: 'CREATE TABLE t (id int PRIMARY KEY, n int UNIQUE); CREATE TABLE c (n int REFERENCES t (n));',
                sql: 'BEGIN;\nALTER TABLE t DROP CONSTRAINT t_pkey;\nALTER TABLE t ADD PRIMARY KEY (n);\nCOMMIT;',
            },
        ],
    },
}));
/** Of a table whose constraints no script tells: the name that Postgres gives a primary key. */
function isNamedAsKey(name, table, schema) {
    const facts = schema.find('table', table)?.facts;
    if (facts?.complete || name === undefined || schema.known({ kind: 'constraint', name: `${table}.${name}` }))
        return false;
    if (name !== (0,generated_names/* generatedName */.x)((0,schema_objects/* lastName */.UK)(table), '', 'pkey'))
        return false;
    if (facts === undefined)
        schema.judged.ask(table);
    return true;
}

;// CONCATENATED MODULE: ./build/rules/drop-still-needed.js







/* harmony default export */ const drop_still_needed = ((0,rule/* defineRule */.K)({
    id: 'drop-still-needed',
    harm: 'stops',
    summary: 'Postgres refuses to drop what other objects still need',
    why: `A table that a foreign key references or a view reads, a column that a view shows, a type that a column has, a schema
that isn’t empty: without CASCADE, DROP fails on them with SQLSTATE 2BP01, and the script stops there. In a rollback the
usual reason is the order: what was created last has to go first.`,
    fix: 'Drop what depends on the object first, by name. In a rollback drop everything in the reverse order of its creation.',
    statements: ['DropStmt', 'AlterTableStmt'],
    check(statement, context) {
        // Under a condition it is unknown whether it runs.
        const gone = statement.conditional ? [] : dropped(statement);
        const names = gone.map(({ object }) => object.name);
        for (const { object, cascade } of gone) {
            const known = context.schema.find(object.kind, object.name);
            if (cascade || known === undefined)
                continue;
            // A primary key has a rule of its own.
            if (context.schema.find('constraint', object.name)?.facts?.type === 'primary key')
                continue;
            const needs = dependentsOf(object, context.schema).filter(({ owner }) => !names.includes(owner));
            if (needs.length === 0)
                continue;
            const words = [...new Set(needs.map((one) => one.words))];
            context.report({
                message: `Postgres refuses to drop the ${object.kind} ${(0,schema_objects/* shortName */.EU)(object.name)}: ${enumerated(words)} still ${words.length > 1 ? 'need' : 'needs'} it, and the script stops here.`,
                help: `Put before this statement what drops its dependents, where they have to go:\n${[...new Set(needs.map(({ drop }) => drop))].join('\n')}`,
                claim: (0,verdict_fact/* refused */.J5)('2BP01'),
            });
            // The first refusal ends an ALTER TABLE or a DROP as a whole.
            if ((0,ast/* nodeOf */.E7)(statement.node, 'AlterTableStmt') || gone.length > 1)
                return;
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (parent_id int REFERENCES parent);',
                sql: 'DROP TABLE parent;',
                claim: (0,verdict_fact/* refused */.J5)('2BP01'),
            },
            {
                up: 'CREATE TABLE parent (id int PRIMARY KEY);\nCREATE TABLE child (parent_id int REFERENCES parent);',
                sql: 'DROP TABLE IF EXISTS parent;\nDROP TABLE IF EXISTS child;',
                role: 'down',
                claim: (0,verdict_fact/* refused */.J5)('2BP01'),
            },
            {
                setup: 'CREATE TABLE t (a int, b int); CREATE TABLE u (a int); CREATE VIEW v AS SELECT x.b FROM t x JOIN u ON u.a = x.a;',
                sql: 'ALTER TABLE t DROP COLUMN b;',
                claim: (0,verdict_fact/* refused */.J5)('2BP01'),
            },
            {
                setup: "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE person (id int, feels mood[]);",
                sql: 'DROP TYPE mood;',
                claim: (0,verdict_fact/* refused */.J5)('2BP01'),
            },
            {
                setup: 'CREATE TABLE parent (id int CONSTRAINT own UNIQUE); CREATE TABLE child (parent_id int REFERENCES parent (id));',
                sql: 'ALTER TABLE parent DROP CONSTRAINT own;',
                claim: (0,verdict_fact/* refused */.J5)('2BP01'),
            },
            {
                setup: 'CREATE SCHEMA app; CREATE TABLE app.t (a int);',
                sql: 'DROP SCHEMA app;',
                claim: (0,verdict_fact/* refused */.J5)('2BP01'),
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (parent_id int REFERENCES parent);',
                sql: 'DROP TABLE parent, child;',
            },
            {
                setup: 'CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT b FROM t;',
                sql: 'CREATE OR REPLACE VIEW v AS SELECT 1 AS b;\nALTER TABLE t DROP COLUMN b;',
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t;',
                sql: 'ALTER TABLE t RENAME TO t_old;\nCREATE TABLE t (a int);\nDROP TABLE t;',
            },
            { setup: 'CREATE TABLE tree (id int PRIMARY KEY, up int REFERENCES tree);', sql: 'DROP TABLE tree;' },
            {
                setup: "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE person (id int, feels mood);",
                sql: 'ALTER TABLE person ALTER COLUMN feels TYPE text;\nDROP TYPE mood;',
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/drop-table.js






/* harmony default export */ const drop_table = ((0,rule/* defineRule */.K)({
    id: 'drop-table',
    harm: 'loses',
    summary: 'DROP TABLE deletes the table and all its rows for good',
    why: `Nothing but a backup brings the rows back: a rollback can only create an empty table. Releases that are still
running fail with their next query on it. DROP TABLE also takes ACCESS EXCLUSIVE: it waits for every query on the table,
and every query after it waits too.`,
    fix: `Ship the code that no longer uses the table first. Then rename it: what still needs it shows at once and the way back is
a rename. Drop it in a later migration.`,
    roles: ['up', 'maintenance'],
    statements: ['DropStmt'],
    check(statement, context) {
        if ((0,ast/* nodeOf */.E7)(statement.node, 'DropStmt')?.removeType !== 'OBJECT_TABLE')
            return;
        for (const { name } of droppedOld(statement, context.schema)) {
            // A partition is a slice of data that is meant to go: it has a rule of its own.
            if (context.schema.find('table', name)?.facts?.partitionOf)
                continue;
            const retired = quoteLast(name, '_retired');
            context.report({
                message: `DROP TABLE deletes ${(0,schema_objects/* shortName */.EU)(name)} with all its rows: no rollback brings them back, and code that still runs fails on its next query.`,
                help: `Rename the table once nothing uses it, and drop it in a later migration:\nALTER TABLE ${sqlName(name)} RENAME TO ${retired};`,
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', name),
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'DROP TABLE t;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'),
            },
            {
                setup: 'CREATE SCHEMA app; CREATE TABLE app."Order" (a int); CREATE TABLE "Order" (a int);',
                sql: 'DROP TABLE IF EXISTS app."Order";\nCREATE TABLE app."Order" (a bigint);',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'app.Order'),
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'CREATE TABLE IF NOT EXISTS t (a int);\nDROP TABLE t;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'),
            },
        ],
        good: [
            { sql: 'CREATE TABLE t (a int);\nDROP TABLE t;' },
            { sql: 'CREATE TEMP TABLE scratch (a int);\nDROP TABLE scratch;' },
            { sql: 'DROP TABLE IF EXISTS nowhere;' },
            { up: 'CREATE TABLE t (a int);', sql: 'DROP TABLE t;', role: 'down' },
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t RENAME TO t_retired;' },
            {
                setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
                sql: 'DROP TABLE p1;',
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/drop-table-locks-referenced.js







/* harmony default export */ const drop_table_locks_referenced = ((0,rule/* defineRule */.K)({
    id: 'drop-table-locks-referenced',
    harm: 'decision',
    summary: 'DROP TABLE locks the tables that its foreign keys reference',
    why: `A foreign key lives on both tables: its triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there.
Dropping a small table that nobody uses then stops every read and write of the busy one that it points to, for as long as
the lock is waited for and the transaction lasts. The same goes for the rollback of a CREATE TABLE with a foreign key.`,
    fix: `Set a short lock_timeout before it, so that a wait behind a long query ends soon, and try again. Where a table
references several busy ones, drop its foreign keys first, each in a transaction of its own.`,
    statements: ['DropStmt'],
    check(statement, context) {
        const { schema, session } = context;
        if ((0,ast/* nodeOf */.E7)(statement.node, 'DropStmt')?.removeType !== 'OBJECT_TABLE' || (0,schema_session/* timeoutMs */.G6)(session, 'lock_timeout'))
            return;
        for (const { object } of (0,schema_effects/* effectsOf */.w)(statement.node)) {
            const keys = schema.partsOf(object.name, 'constraint').flatMap(({ name, facts }) => {
                const parent = facts?.references?.table;
                return parent && parent !== object.name && !schema.isNew(parent) ? [{ name, parent }] : [];
            });
            const [parent] = keys.map((key) => key.parent);
            if (parent === undefined)
                continue;
            const parents = [...new Set(keys.map((key) => (0,schema_objects/* shortName */.EU)(key.parent)))];
            const drops = keys.map(({ name }) => {
                const own = (0,ast/* quoteIdentifier */.Cm)(name.slice(object.name.length + 1));
                return `ALTER TABLE ${sqlName(object.name)} DROP CONSTRAINT ${own};`;
            });
            context.report({
                message: `DROP TABLE ${(0,schema_objects/* shortName */.EU)(object.name)} takes ACCESS EXCLUSIVE on ${enumerated(parents)}, too: its foreign keys point there. While it waits, every read and write of ${parents.length > 1 ? 'these tables' : 'that table'} waits behind it.`,
                help: parents.length > 1
                    ? `Limit the wait, and drop one foreign key in each transaction before the table goes:\nSET lock_timeout = '2s';\n${drops.join('\n')}\n${statement.sql};`
                    : `Limit the wait, and try again when it is too long:\nSET lock_timeout = '2s';\n${statement.sql};`,
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', parent),
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (parent_id int REFERENCES parent);',
                sql: 'DROP TABLE child;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.parent'),
            },
            {
                setup: 'CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY);',
                up: 'CREATE TABLE child (a int REFERENCES a, b int REFERENCES b);',
                sql: 'DROP TABLE child;',
                role: 'down',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.a'),
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (parent_id int REFERENCES parent);',
                sql: "SET lock_timeout = '2s';\nDROP TABLE child;",
            },
            { setup: 'CREATE TABLE tree (id int PRIMARY KEY, up int REFERENCES tree);', sql: 'DROP TABLE tree;' },
            {
                sql: 'CREATE TABLE parent (id int PRIMARY KEY);\nCREATE TABLE child (parent_id int REFERENCES parent);\nDROP TABLE child;',
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/enum-type.js




/* harmony default export */ const enum_type = ((0,rule/* defineRule */.K)({
    id: 'enum-type',
    harm: 'note',
    preset: 'strict',
    summary: 'The values of an enum can be added to, but never taken away',
    why: `No version of Postgres drops an enum’s value or moves it. Whoever wants one gone has to make a new type and rewrite every
column that uses the old one.`,
    fix: 'Use text with a CHECK, or a table of values with a foreign key, where the list is likely to change.',
    statements: ['CreateEnumStmt'],
    check(statement, { report }) {
        const name = (0,effect/* dotted */.Bs)((0,ast/* nodeOf */.E7)(statement.node, 'CreateEnumStmt')?.typeName);
        if (!name)
            return;
        report({
            message: `The values of ${(0,schema_objects/* shortName */.EU)((0,schema_objects/* fullName */.fq)(name))} can’t be dropped or reordered once they are there.`,
            help: 'Where the list may change, use text with a CHECK, or a table of values that a foreign key points to.',
        });
    },
    examples: {
        bad: [{ sql: "CREATE TYPE mood AS ENUM ('ok', 'great');" }],
        good: [
            { sql: "CREATE TABLE person (mood text CHECK (mood IN ('ok', 'great')));" },
            { sql: 'CREATE TYPE pair AS (a int, b int);' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/enum-value-order.js




/* harmony default export */ const enum_value_order = ((0,rule/* defineRule */.K)({
    id: 'enum-value-order',
    harm: 'note',
    preset: 'strict',
    summary: 'A new enum value goes to the end where nobody says otherwise',
    why: 'The order of an enum’s values decides how <, ORDER BY, min and max see them, and it can’t be changed later.',
    fix: 'Say where the value belongs, with BEFORE or AFTER, also where that is the end.',
    statements: ['AlterEnumStmt'],
    check(statement, { schema, report }) {
        const alter = (0,ast/* nodeOf */.E7)(statement.node, 'AlterEnumStmt');
        const name = (0,effect/* dotted */.Bs)(alter?.typeName);
        if (!alter?.newVal || alter.oldVal || alter.newValNeighbor || !name)
            return;
        const type = (0,schema_objects/* fullName */.fq)(name);
        const last = schema.find('type', type)?.facts?.labels?.at(-1) ?? '…';
        const quoted = (label) => `'${label.replaceAll("'", "''")}'`;
        report({
            message: `The value ${quoted(alter.newVal)} sorts after all others of ${(0,schema_objects/* shortName */.EU)(type)}, and that can’t be changed later.`,
            help: `Say where it belongs:\n${statement.sql} AFTER ${quoted(last)};`,
        });
    },
    examples: {
        bad: [
            { setup: "CREATE TYPE size AS ENUM ('small', 'large');", sql: "ALTER TYPE size ADD VALUE 'medium';" },
            { setup: "CREATE TYPE size AS ENUM ('small');", sql: "ALTER TYPE size ADD VALUE IF NOT EXISTS 'it''s huge';" },
        ],
        good: [
            {
                setup: "CREATE TYPE size AS ENUM ('small', 'large');",
                sql: "ALTER TYPE size ADD VALUE 'medium' BEFORE 'large';",
            },
            { setup: "CREATE TYPE size AS ENUM ('small');", sql: "ALTER TYPE size RENAME VALUE 'small' TO 'tiny';" },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/enum-value-renamed.js





/* harmony default export */ const enum_value_renamed = ((0,rule/* defineRule */.K)({
    id: 'enum-value-renamed',
    harm: 'breaks',
    summary: 'Renaming an enum value breaks the programs that still use the old name',
    why: `The moment the rename is committed, the old name is unknown: queries of the running application that write or compare it
fail with SQLSTATE 22P02, and rows come back with a name that it may not know. No lock makes it wait for the deployment.`,
    fix: `Teach the application both names first. Or add the new value, let the application read both and write the new one, move
the rows over in batches, and leave the old value unused: enum values can’t be dropped.`,
    roles: ['up'],
    statements: ['AlterEnumStmt'],
    check(statement, { schema, report }) {
        const alter = (0,ast/* nodeOf */.E7)(statement.node, 'AlterEnumStmt');
        const name = (0,effect/* dotted */.Bs)(alter?.typeName);
        if (!alter?.oldVal || !alter.newVal || !name)
            return;
        const type = (0,schema_objects/* fullName */.fq)(name);
        if (schema.find('type', type)?.origin === 'change')
            return;
        const label = alter.newVal.replaceAll("'", "''");
        report({
            message: `From this commit on, ${(0,schema_objects/* shortName */.EU)(type)} doesn’t know '${alter.oldVal}' any more: queries of the running application that still use it fail.`,
            help: `Add the new value beside the old one, and rename nothing:\nALTER TYPE ${sqlName(type)} ADD VALUE '${label}';`,
        });
    },
    examples: {
        bad: [
            {
                setup: "CREATE TYPE mood AS ENUM ('ok');",
                sql: "ALTER TYPE mood RENAME VALUE 'ok' TO 'fine';",
            },
        ],
        good: [
            { sql: "CREATE TYPE mood AS ENUM ('ok');\nALTER TYPE mood RENAME VALUE 'ok' TO 'fine';" },
            { setup: "CREATE TYPE mood AS ENUM ('ok');", sql: "ALTER TYPE mood ADD VALUE 'fine';" },
        ],
    },
}));

// EXTERNAL MODULE: ./build/lint/facts/same-transaction.js
var same_transaction = __webpack_require__(398);
;// CONCATENATED MODULE: ./build/lint/facts/enum-values.js








const enum_values_known = new WeakMap();
/** The labels that the ALTER TYPE … ADD VALUE of a run's scripts add. Asked for every statement, so read once. */
function addedLabels(run) {
    const found = enum_values_known.get(run) ??
        (0,same_transaction/* allStatements */.EE)(run).flatMap((by) => {
            const alter = (0,ast/* nodeOf */.E7)(by.node, 'AlterEnumStmt');
            const type = (0,effect/* dotted */.Bs)(alter?.typeName);
            if (!type || !alter?.newVal || alter.oldVal)
                return [];
            return [{ type: (0,schema_objects/* fullName */.fq)(type), label: alter.newVal, conditional: alter.skipIfNewValExists ?? false, by }];
        });
    enum_values_known.set(run, found);
    return found;
}
/**
 * Whether the statement uses the label as one of this enum. `type`: its full name. A column of a table that no script shows is
 * taken for one of the enum: what else has this very label in the transaction that adds it? Misses what only a server knows.
 */
function usesLabel(statement, type, label, schema) {
    const { node } = statement;
    const isLabel = (value) => (0,ast/* nodeOf */.E7)(value, 'A_Const')?.sval?.sval === label;
    const columns = columnsOfType(node, type, schema);
    const isColumn = (value) => columns.has((0,ast/* nodeOf */.E7)((0,ast/* nodeOf */.E7)(value, 'ColumnRef')?.fields?.at(-1), 'String')?.sval);
    const isType = (of) => {
        const known = (0,types/* columnType */.DW)(of);
        return known !== undefined && !known.array && (0,domains/* fullTypeName */.PM)(known) === type;
    };
    let used = alterCommands(statement).some(({ subtype, command }) => subtype === 'AT_ColumnDefault' && isLabel(command.def) && columns.has(command.name));
    (0,ast/* walk */.GG)(node, (tag, body) => {
        if (tag === 'TypeCast')
            used ||= isType(body.typeName) && isLabel(body.arg);
        else if (tag === 'A_Expr') {
            const [left, right] = [body.lexpr, body.rexpr];
            const values = (0,ast/* nodeOf */.E7)(right, 'List')?.items ?? (0,ast/* nodeOf */.E7)(right, 'A_ArrayExpr')?.elements ?? [right];
            used ||= (values.some(isLabel) && isColumn(left)) || (isLabel(left) && isColumn(right));
        }
        else if (tag === 'ColumnDef' && isType(body.typeName)) {
            used ||= (body.constraints ?? []).some((item) => isLabel((0,ast/* nodeOf */.E7)(item, 'Constraint')?.raw_expr));
        }
        else if (tag === 'UpdateStmt') {
            used ||= (body.targetList ?? []).some((item) => {
                const target = (0,ast/* nodeOf */.E7)(item, 'ResTarget');
                return isLabel(target?.val) && columns.has(target?.name);
            });
        }
        else if (tag === 'InsertStmt')
            used ||= insertsLabel(body, isLabel, columns, schema);
    });
    return used;
}
function isEnumColumn(column, type, schema) {
    const known = schema.find('column', column)?.facts?.type;
    return known !== undefined && !known.array && (0,domains/* fullTypeName */.PM)(known) === type;
}
/** The columns of the type in the tables that the statement names, and all that may be of one that no script shows. */
function columnsOfType(node, type, schema) {
    const ofType = new Set();
    const ofOthers = new Set();
    const unknown = [];
    for (const table of tablesIn(node)) {
        for (const { name } of schema.partsOf(table, 'column'))
            (isEnumColumn(name, type, schema) ? ofType : ofOthers).add((0,schema_objects/* lastName */.UK)(name));
        if (schema.isPartial && (0,touch/* isMissing */.b2)(table, schema))
            unknown.push(table);
    }
    const has = (name) => {
        if (name === undefined)
            return false;
        if (ofType.has(name))
            return true;
        if (ofOthers.has(name) || unknown.length === 0)
            return false;
        for (const table of unknown)
            schema.judged.ask(table);
        return true;
    };
    return { has };
}
function tablesIn(node) {
    const tables = new Set();
    const collect = (name) => name && tables.add((0,schema_objects/* fullName */.fq)(name));
    (0,ast/* walk */.GG)(node, (tag, body) => {
        if (tag === 'RangeVar' || tag === 'relation')
            collect((0,ast/* relationName */.CJ)(body));
        if (tag === 'UpdateStmt' || tag === 'InsertStmt' || tag === 'DeleteStmt' || tag === 'MergeStmt')
            collect((0,ast/* relationName */.CJ)(body.relation));
    });
    collect((0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(node, 'IndexStmt')?.relation));
    collect((0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(node, 'AlterTableStmt')?.relation));
    return tables;
}
/** A label in a place of VALUES or SELECT that goes into such a column. */
function insertsLabel(insert, isLabel, columns, schema) {
    const table = (0,ast/* relationName */.CJ)(insert.relation);
    const all = () => (table ? schema.partsOf((0,schema_objects/* fullName */.fq)(table), 'column').map(({ name }) => (0,schema_objects/* lastName */.UK)(name)) : []);
    const into = insert.cols?.map((item) => (0,ast/* nodeOf */.E7)(item, 'ResTarget')?.name ?? '') ?? all();
    const select = (0,ast/* nodeOf */.E7)(insert.selectStmt, 'SelectStmt');
    const rows = [
        ...(select?.valuesLists ?? []).map((row) => (0,ast/* nodeOf */.E7)(row, 'List')?.items ?? []),
        (select?.targetList ?? []).map((item) => (0,ast/* nodeOf */.E7)(item, 'ResTarget')?.val),
    ];
    // Of a table that no script shows, any place may be the one.
    const place = (at) => into[at] ?? (into.length === 0 ? '' : undefined);
    return rows.some((row) => row.some((value, at) => isLabel(value) && columns.has(place(at))));
}

;// CONCATENATED MODULE: ./build/rules/enum-value-used-in-same-transaction.js










/* harmony default export */ const enum_value_used_in_same_transaction = ((0,rule/* defineRule */.K)({
    id: 'enum-value-used-in-same-transaction',
    harm: 'stops',
    summary: 'A new enum value can’t be used in the transaction that adds it',
    why: `ALTER TYPE … ADD VALUE runs inside a transaction, but until that is committed nobody may use the value: not in INSERT or
UPDATE, not in a condition, not as a column’s default. Postgres refuses it with SQLSTATE 55P04. Since PostgreSQL 17 an enum
that was created in the same transaction is free of this; before, it is not.`,
    fix: `Commit after ALTER TYPE … ADD VALUE: put what uses the value into a migration of its own, which comes after it.`,
    statements: [
        'AlterTableStmt',
        'CreateStmt',
        'CreateTableAsStmt',
        'DeleteStmt',
        'IndexStmt',
        'InsertStmt',
        'MergeStmt',
        'SelectStmt',
        'UpdateStmt',
        'ViewStmt',
    ],
    check(statement, { script, run, schema, postgresVersion, report }) {
        if (statement.transaction.kind === 'none')
            return;
        for (const { label, type, by, conditional } of addedLabels(run)) {
            if (!(0,same_transaction/* isAfter */.dS)(statement, by, run) || !usesLabel(statement, type, label, schema))
                continue;
            if (!(0,same_transaction/* inOneTransaction */.Kt)(by, statement, run))
                continue;
            const created = (0,same_transaction/* allStatements */.EE)(run).find((one) => {
                const name = (0,effect/* dotted */.Bs)((0,ast/* nodeOf */.E7)(one.node, 'CreateEnumStmt')?.typeName);
                return name !== undefined && (0,schema_objects/* fullName */.fq)(name) === type && (0,same_transaction/* inOneTransaction */.Kt)(one, by, run);
            });
            if (created && (0,versions/* has */.zy)('newValueOfNewEnum', postgresVersion, 'as newest'))
                continue;
            if (conditional && schema.find('type', type)?.facts?.labels?.includes(label))
                continue;
            report({
                message: `This uses '${label}' of ${(0,schema_objects/* shortName */.EU)(type)} in the transaction that adds it (${(0,positions/* lineOf */.cA)(by, statement)}): Postgres refuses it, and the migration stops here.`,
                help: `${laterTransaction('this statement', script)} The new value must be committed when it is used.`,
                claim: (0,verdict_fact/* refused */.J5)('55P04'),
                related: [{ ...by.location, message: `Adds '${label}', which can be used after COMMIT` }],
            });
            return;
        }
    },
    examples: {
        bad: [
            {
                setup: "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE person (name text, feels mood);",
                sql: "BEGIN;\nALTER TYPE mood ADD VALUE 'great';\nINSERT INTO person VALUES ('great', 'great');\nCOMMIT;",
                claim: (0,verdict_fact/* refused */.J5)('55P04'),
            },
            {
                setup: "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE person (feels mood);",
                sql: "ALTER TYPE mood ADD VALUE IF NOT EXISTS 'great';\nALTER TABLE person ALTER COLUMN feels SET DEFAULT 'great';",
                transaction: 'per-script',
                claim: (0,verdict_fact/* refused */.J5)('55P04'),
            },
            {
                setup: "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE person (feels mood);",
                sql: "ALTER TYPE mood ADD VALUE 'great';\nUPDATE person SET feels = 'great' WHERE feels = 'ok';",
                transaction: 'single-query',
                claim: (0,verdict_fact/* refused */.J5)('55P04'),
            },
            {
                setup: "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE person (feels mood);",
                sql: "BEGIN;\nALTER TYPE mood ADD VALUE 'great';\nCREATE INDEX i ON person (feels) WHERE feels IN ('ok', 'great');\nCOMMIT;",
                claim: (0,verdict_fact/* refused */.J5)('55P04'),
            },
            {
                setup: "CREATE SCHEMA app; CREATE TYPE app.mood AS ENUM ('ok');",
                sql: "BEGIN;\nALTER TYPE app.mood ADD VALUE 'great';\nCREATE TABLE person (feels app.mood DEFAULT 'great');\nCOMMIT;",
                claim: (0,verdict_fact/* refused */.J5)('55P04'),
            },
            {
                sql: "BEGIN;\nCREATE TYPE mood AS ENUM ('ok');\nALTER TYPE mood ADD VALUE 'great';\nSELECT 'great'::mood;\nCOMMIT;",
                claim: (0,verdict_fact/* refused */.J5)('55P04'),
                postgres: { until: 16 },
            },
        ],
        good: [
            {
                setup: "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE person (feels mood);",
                sql: "ALTER TYPE mood ADD VALUE 'great';\nINSERT INTO person VALUES ('great');",
            },
            {
                setup: "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE person (feels mood);",
                sql: "BEGIN;\nALTER TYPE mood ADD VALUE 'great';\nCOMMIT;\nBEGIN;\nINSERT INTO person VALUES ('great');\nCOMMIT;",
            },
            {
                setup: "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE person (name text, feels mood);",
                sql: "BEGIN;\nALTER TYPE mood ADD VALUE 'great';\nINSERT INTO person (feels, name) VALUES ('ok', 'great');\nCOMMIT;",
            },
            {
                sql: "BEGIN;\nCREATE TYPE mood AS ENUM ('ok');\nALTER TYPE mood ADD VALUE 'great';\nSELECT 'great'::mood;\nCOMMIT;",
                postgres: { from: 17 },
            },
            {
                setup: "CREATE TYPE mood AS ENUM ('ok');",
                sql: "BEGIN;\nALTER TYPE mood ADD VALUE IF NOT EXISTS 'ok';\nSELECT 'ok'::mood;\nCOMMIT;",
            },
            { sql: "BEGIN;\nCREATE TYPE mood AS ENUM ('ok', 'great');\nSELECT 'great'::mood;\nCOMMIT;" },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/foreign-key-cascade.js





/* harmony default export */ const foreign_key_cascade = ((0,rule/* defineRule */.K)({
    id: 'foreign-key-cascade',
    harm: 'note',
    preset: 'strict',
    summary: 'ON DELETE CASCADE lets one DELETE take any number of rows with it',
    why: `Who deletes a row of the referenced table deletes all that points to it as well, and what points to that in turn: in the
same statement, with the locks and the time that takes, and without a word.`,
    fix: 'Leave it at NO ACTION and delete the referencing rows first, in batches; or keep CASCADE where the rows belong together.',
    statements: ['AlterTableStmt', 'CreateStmt'],
    check(statement, { report }) {
        const elements = [
            ...((0,ast/* nodeOf */.E7)(statement.node, 'CreateStmt')?.tableElts ?? []),
            ...alterCommands(statement).flatMap(({ command }) => command.def ?? []),
        ];
        for (const { contype, fk_del_action: action, pktable } of (0,foreign_keys/* constraintsIn */.qC)(elements)) {
            const parent = (0,ast/* relationName */.CJ)(pktable);
            if (contype !== 'CONSTR_FOREIGN' || action !== 'c' || !parent)
                continue;
            report({
                message: `ON DELETE CASCADE: a DELETE on ${(0,schema_objects/* shortName */.EU)((0,schema_objects/* fullName */.fq)(parent))} deletes an unknown number of rows here.`,
                help: 'Take ON DELETE CASCADE out, unless these rows mean nothing without the row that they point to.',
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int);',
                sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p ON DELETE CASCADE NOT VALID;',
            },
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY);',
                sql: 'CREATE TABLE c (p int REFERENCES p ON DELETE CASCADE);',
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY);',
                sql: 'CREATE TABLE c (p int REFERENCES p, q int REFERENCES p ON DELETE SET NULL ON UPDATE CASCADE);',
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/foreign-key-not-valid-on-partitioned.js







/* harmony default export */ const foreign_key_not_valid_on_partitioned = ((0,rule/* defineRule */.K)({
    id: 'foreign-key-not-valid-on-partitioned',
    harm: 'stops',
    summary: 'Before PostgreSQL 18 a partitioned table refuses a NOT VALID foreign key',
    why: `Up to PostgreSQL 17, ADD FOREIGN KEY … NOT VALID on a partitioned table fails with SQLSTATE 42809, whether it has
partitions or not. ONLY doesn’t help: a partitioned table refuses it for foreign keys in every version.`,
    fix: `Add the foreign key to each partition NOT VALID, and validate each one in a transaction of its own. Then add it to the
partitioned table, without NOT VALID: it takes over what the partitions have and doesn’t read their rows. That last step
takes ACCESS EXCLUSIVE on the referenced table for a moment, so set a short lock_timeout.`,
    statements: ['AlterTableStmt'],
    check(statement, { schema, postgresVersion, report }) {
        if ((0,versions/* has */.zy)('notValidForeignKeyOfPartitioned', postgresVersion, 'as newest'))
            return;
        for (const added of addedConstraints(statement)) {
            const { table, facts, name } = added;
            if (facts.type !== 'foreign key' || facts.validated || !(0,touch/* isPartitioned */.gN)(table, schema))
                continue;
            const partitions = schema.partitionsOf(table);
            const steps = partitions.flatMap((partition) => {
                const own = { ...added, table: partition.name };
                return [addStatement(own, statement), validateStatement(own)];
            });
            const last = addStatement(added, statement).replace(/\s+not\s+valid(?=[^)]*;$)/i, '');
            report({
                message: `PostgreSQL ${postgresVersion} refuses NOT VALID for ${(0,ast/* quoteIdentifier */.Cm)(name)}: ${(0,schema_objects/* shortName */.EU)(table)} is partitioned. The migration stops here.`,
                help: `Go partition by partition, each statement in a transaction of its own:\n${[...steps, last].join('\n')}`,
                claim: (0,verdict_fact/* refused */.J5)('42809'),
            });
        }
    },
    examples: {
        bad: [
            {
                setup: `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int, k int) PARTITION BY LIST (k);
CREATE TABLE c1 PARTITION OF c FOR VALUES IN (1);`,
                sql: 'ALTER TABLE c ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p NOT VALID;',
                claim: (0,verdict_fact/* refused */.J5)('42809'),
                postgres: { until: 17 },
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int) PARTITION BY LIST (p);',
                sql: 'ALTER TABLE c ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p NOT VALID;',
                postgres: { from: 18 },
            },
            {
                setup: `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int, k int) PARTITION BY LIST (k);
CREATE TABLE c1 PARTITION OF c FOR VALUES IN (1);`,
                sql: `ALTER TABLE c1 ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p NOT VALID;
ALTER TABLE c1 VALIDATE CONSTRAINT f;
ALTER TABLE c ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p;`,
                postgres: { until: 17 },
            },
            {
                setup: `CREATE TABLE p (id int PRIMARY KEY) PARTITION BY RANGE (id); CREATE TABLE c (p int);`,
                sql: 'ALTER TABLE c ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p NOT VALID;',
                postgres: { until: 17 },
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/foreign-key-type-mismatch.js






/* harmony default export */ const foreign_key_type_mismatch = ((0,rule/* defineRule */.K)({
    id: 'foreign-key-type-mismatch',
    harm: 'decision',
    summary: 'A foreign key’s column has another type than the column that it references',
    why: `Where Postgres knows no way to compare the two types, it refuses the key with SQLSTATE 42804. An integer column that is
narrower than what it references is accepted, and fails later, with the first value that doesn’t fit. A column that must be
converted for each comparison, such as int against numeric, makes the index on it useless for the key’s own lookups.`,
    fix: 'Give the column the type of the column that it references, before the key is added.',
    statements: ['AlterTableStmt', 'CreateStmt'],
    check(statement, { schema, report }) {
        const after = schema.fork();
        const keys = (0,schema_effects/* effectsOf */.w)(statement.node).filter(({ change, object }) => change === 'create' && isForeignKey(object));
        if (keys.length > 0)
            after.apply(statement.node, 'change');
        for (const { object } of keys) {
            const { columns = [], references } = (object.facts ?? {});
            const [table, parent] = [object.table ?? '', references?.table ?? ''];
            const keyed = references?.columns.length ? references.columns : primaryKey(parent, after);
            columns.forEach((column, at) => {
                const own = after.find('column', `${table}.${column}`)?.facts?.type;
                const theirs = after.find('column', `${parent}.${keyed[at]}`)?.facts?.type;
                const harm = own && theirs && mismatch(own, theirs);
                if (!harm)
                    return;
                const [mine, other] = [`${(0,schema_objects/* shortName */.EU)(table)}.${column}`, `${(0,schema_objects/* shortName */.EU)(parent)}.${keyed[at]}`];
                report({
                    message: `${mine} is ${(0,types/* typeText */.wQ)(own)}, but ${other}, which it references, is ${(0,types/* typeText */.wQ)(theirs)}: ${HARM[harm]}.`,
                    help: `Give ${(0,ast/* quoteIdentifier */.Cm)(column)} the type ${(0,types/* typeText */.wQ)({ ...theirs, serial: false })}, like the column that it references.`,
                    ...(harm === 'refused' && { claim: (0,verdict_fact/* refused */.J5)('42804') }),
                });
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE p (id uuid PRIMARY KEY); CREATE TABLE c (p text);',
                sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p NOT VALID;',
                claim: (0,verdict_fact/* refused */.J5)('42804'),
            },
            {
                setup: 'CREATE TABLE p (id bigserial PRIMARY KEY);',
                sql: 'CREATE TABLE c (id int, p varchar(20) REFERENCES p (id));',
                claim: (0,verdict_fact/* refused */.J5)('42804'),
            },
            {
                setup: 'CREATE TABLE p (id numeric PRIMARY KEY); CREATE TABLE c (a int);',
                sql: 'ALTER TABLE c ADD FOREIGN KEY (a) REFERENCES p;',
            },
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (a numeric);',
                sql: 'ALTER TABLE c ADD FOREIGN KEY (a) REFERENCES p;',
                claim: (0,verdict_fact/* refused */.J5)('42804'),
            },
            {
                setup: 'CREATE TABLE p (id bigint PRIMARY KEY); CREATE TABLE c (a int);',
                sql: 'ALTER TABLE c ADD COLUMN p int REFERENCES p;',
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE p (id bigserial PRIMARY KEY, code varchar(8) UNIQUE); CREATE TABLE c (p bigint, code text);',
                sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p, ADD FOREIGN KEY (code) REFERENCES p (code);',
            },
            // The referencing side is the one that is widened first.
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p bigint);',
                sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p;',
            },
            {
                setup: 'CREATE DOMAIN key AS bigint; CREATE TABLE p (id key PRIMARY KEY); CREATE TABLE c (p bigint);',
                sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p;',
            },
        ],
    },
}));
const HARM = {
    refused: 'Postgres refuses the foreign key, and the migration stops here',
    narrower: 'keys that don’t fit into it can never be referenced, and writing one fails',
    converted: 'each comparison converts its value, so no index on it serves the key’s lookups',
};
const INTEGERS = ['int2', 'int4', 'int8'];
const NUMBERS = [...INTEGERS, 'numeric', 'float4', 'float8'];
/** The types within a group compare with each other; those of different groups don't. */
const GROUPS = [NUMBERS, ['text', 'varchar', 'bpchar'], ['timestamp', 'timestamptz', 'date'], ['uuid'], ['bool']];
function mismatch(own, theirs) {
    const groupOf = ({ name, array }) => (array ? undefined : GROUPS.find((group) => group.includes(name)));
    const [group, other] = [groupOf(own), groupOf(theirs)];
    if (!group || !other)
        return undefined;
    if (group !== other)
        return 'refused';
    if (group !== NUMBERS || own.name === theirs.name)
        return undefined;
    const rank = ({ name }) => NUMBERS.indexOf(name);
    if (INTEGERS.includes(own.name) && INTEGERS.includes(theirs.name)) {
        return rank(own) < rank(theirs) ? 'narrower' : undefined;
    }
    // float4 and float8 have operators for each other; what is implicit goes only from integers to numeric to floats.
    if (own.name.startsWith('float') && theirs.name.startsWith('float'))
        return undefined;
    return rank(own) > rank(theirs) ? 'refused' : 'converted';
}
function isForeignKey({ kind, facts }) {
    return kind === 'constraint' && facts?.type === 'foreign key';
}
function primaryKey(table, schema) {
    return schema.partsOf(table, 'constraint').find(({ facts }) => facts?.type === 'primary key')?.facts?.columns ?? [];
}

// EXTERNAL MODULE: ./build/schema/index-use.js
var index_use = __webpack_require__(2013);
;// CONCATENATED MODULE: ./build/rules/foreign-key-without-index.js








/* harmony default export */ const foreign_key_without_index = ((0,rule/* defineRule */.K)({
    id: 'foreign-key-without-index',
    harm: 'decision',
    summary: 'A foreign key has no index on its own columns',
    why: `Postgres makes no index for the referencing side of a foreign key. Each DELETE of a referenced row, and each change of its
key, then looks through the whole referencing table for rows that point to it, once for every row that is deleted.`,
    fix: `Build an index on the foreign key’s columns, in any order, before the key is added: with CREATE INDEX CONCURRENTLY where the
table is in use. One that begins with a column of the foreign key is enough, such as a primary key; a partial one only where its
condition is that these columns are NOT NULL. Where the referenced rows are never deleted and their keys never change, say so in a
directive.`,
    roles: ['up'],
    statements: ['AlterTableStmt', 'CreateStmt'],
    check(statement, { script, schema, report }) {
        for (const { change, object } of (0,schema_effects/* effectsOf */.w)(statement.node)) {
            const { facts, table } = object;
            if (change !== 'create' || object.kind !== 'constraint' || facts?.type !== 'foreign key' || !table)
                continue;
            const end = schemaAtEnd(script, schema, statement.index);
            const { columns = [], references } = facts;
            // Indexes of LIKE, of a partition's parent, or of a table that no script creates aren't known.
            const known = end.find('table', table)?.facts?.complete && end.find('constraint', object.name);
            if (!known || columns.length === 0)
                continue;
            if ((0,index_use/* hasIndexOn */.o)(end, table, columns))
                continue;
            const list = columns.map(ast/* quoteIdentifier */.Cm).join(', ');
            const index = (0,ast/* quoteIdentifier */.Cm)((0,effects_columns/* chosenIndexName */.GP)((0,schema_objects/* lastName */.UK)(table), columns));
            const how = schema.isNew(table) || schema.find('table', table) === undefined ? '' : 'CONCURRENTLY ';
            const parent = (0,schema_objects/* shortName */.EU)(references?.table ?? table);
            report({
                message: `No index of ${(0,schema_objects/* shortName */.EU)(table)} begins with ${columns.length > 1 ? `one of (${list})` : list}: every DELETE of a row of ${parent}, and every change of its key, reads all of ${(0,schema_objects/* shortName */.EU)(table)}.`,
                unless: { table, indexOn: columns },
                help: `Add an index:\nCREATE INDEX ${how}${index} ON ${sqlName(table)} (${list});`,
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE customers (id int PRIMARY KEY); CREATE TABLE orders (id int PRIMARY KEY, customer_id int);',
                sql: 'ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers NOT VALID;',
            },
            {
                setup: 'CREATE TABLE customers (id int PRIMARY KEY);',
                sql: 'CREATE TABLE orders (id int PRIMARY KEY, customer_id int REFERENCES customers);',
            },
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (a int, b int, UNIQUE (a, b));',
                sql: 'ALTER TABLE c ADD COLUMN p_id int REFERENCES p, ADD FOREIGN KEY (b) REFERENCES p;\nCREATE INDEX i ON c (p_id);',
            },
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int, gone bool); CREATE INDEX i ON c (p) WHERE NOT gone;',
                sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p;',
            },
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int, q int); CREATE INDEX i ON c (p) WHERE p > 0; CREATE INDEX j ON c (p) WHERE q IS NOT NULL; CREATE INDEX k ON c (abs(p)); CREATE INDEX l ON c USING brin (p); CREATE INDEX m ON c (q) INCLUDE (p);',
                sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p;',
            },
            {
                setup: 'CREATE TABLE p (a bool, b int, UNIQUE (a, b)); CREATE TABLE c (a bool, b int); CREATE INDEX i ON c (a);',
                sql: 'ALTER TABLE c ADD FOREIGN KEY (a, b) REFERENCES p (a, b);',
            },
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int) PARTITION BY LIST (p); CREATE TABLE c1 PARTITION OF c FOR VALUES IN (1); CREATE INDEX i ON ONLY c (p);',
                sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p;',
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE p (a int, b int, UNIQUE (a, b));',
                sql: 'CREATE TABLE c (b int PRIMARY KEY, a int, FOREIGN KEY (a, b) REFERENCES p (a, b));',
            },
            {
                setup: 'CREATE TABLE p (a int, b int, UNIQUE (a, b)); CREATE TABLE c (a int, b int, n int);',
                sql: 'CREATE INDEX i ON c USING hash (b);\nALTER TABLE c ADD FOREIGN KEY (a, b) REFERENCES p (a, b);',
            },
            {
                setup: 'CREATE TABLE customers (id int PRIMARY KEY); CREATE TABLE orders (customer_id int, at date); CREATE INDEX i ON orders (customer_id, at);',
                sql: 'ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers NOT VALID;',
            },
            {
                setup: 'CREATE TABLE p (a int, b int, PRIMARY KEY (a, b)); CREATE TABLE c (a int, b int, n int, UNIQUE (b, a, n));',
                sql: 'ALTER TABLE c ADD FOREIGN KEY (a, b) REFERENCES p;',
            },
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY);',
                sql: 'CREATE TABLE c (p int PRIMARY KEY REFERENCES p, q int REFERENCES p);\nCREATE INDEX ON c (q) WHERE q IS NOT NULL;',
            },
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE old (p int); CREATE INDEX i ON old (p);',
                sql: 'CREATE TABLE c (LIKE old INCLUDING INDEXES);\nALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p;',
            },
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int);',
                sql: 'ALTER TABLE c ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p;\nALTER TABLE c DROP CONSTRAINT f;',
            },
        ],
    },
}));

// EXTERNAL MODULE: ./build/lint/facts/held.js
var facts_held = __webpack_require__(1762);
;// CONCATENATED MODULE: ./build/rules/foreign-key-without-not-valid.js












/* harmony default export */ const foreign_key_without_not_valid = ((0,rule/* defineRule */.K)({
    id: 'foreign-key-without-not-valid',
    harm: 'blocks',
    summary: 'A new foreign key blocks writes to both tables while every row is checked',
    why: `ADD FOREIGN KEY takes SHARE ROW EXCLUSIVE on the table and on the one that it references, and keeps both while it
looks up every row that is there: INSERT, UPDATE and DELETE wait on both tables. Reads go on.`,
    fix: `Add the constraint NOT VALID: new rows are checked from then on, the old ones are not read. Then VALIDATE CONSTRAINT
in a transaction of its own: it reads every row under SHARE UPDATE EXCLUSIVE, which lets reads and writes pass. A
partitioned table takes NOT VALID only since PostgreSQL 18; before, add the key to each partition this way first.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        const { schema, postgresVersion } = context;
        for (const added of addedConstraints(statement)) {
            const { table, facts } = added;
            if (facts.type !== 'foreign key' || !facts.validated || schema.isNew(table))
                continue;
            const found = predicted(table, context);
            if (found === undefined || isTakenOver(table, facts, schema))
                continue;
            const parent = facts.references?.table ?? table;
            const tables = [...new Set([table, ...(schema.isNew(parent) ? [] : [parent])])].map(schema_objects/* shortName */.EU);
            const partitions = (0,touch/* isPartitioned */.gN)(table, schema) && !(0,versions/* has */.zy)('notValidForeignKeyOfPartitioned', postgresVersion, 'as oldest');
            context.report({
                message: `The foreign key ${added.name} takes ${found.lock} on ${enumerated(tables)}: ${(0,facts_held/* waiters */.Cu)(found)} wait while every row of ${(0,schema_objects/* shortName */.EU)(table)} is checked.`,
                help: partitions
                    ? `Before PostgreSQL 18 a partitioned table refuses NOT VALID. Add the same foreign key to each partition NOT VALID, validate each one, and run this statement last: it then takes over what the partitions have without reading their rows, with ACCESS EXCLUSIVE on ${(0,schema_objects/* shortName */.EU)(parent)} for a moment.`
                    : {
                        says: 'Add it unchecked, and have the rows checked beside all traffic.',
                        steps: notValid(table, (0,ast/* quoteIdentifier */.Cm)(added.name), addStatement(added, statement, ' NOT VALID')),
                    },
                claim: found.claim,
                ...(!partitions && { fixes: notValidFix(added, statement, context) }),
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE customers (id int PRIMARY KEY); CREATE TABLE orders (customer_id int);',
                sql: 'ALTER TABLE orders ADD CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customers;',
                claim: [(0,verdict_fact/* lock */.s2)('SHARE ROW EXCLUSIVE', 'public.orders'), (0,verdict_fact/* scan */.SQ)('public.orders')],
            },
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE SCHEMA app; CREATE TABLE app."Child" (p int, n int);',
                sql: 'BEGIN;\nALTER TABLE ONLY app."Child" ADD FOREIGN KEY (p) REFERENCES p (id) ON DELETE CASCADE, ADD COLUMN m int;\nCOMMIT;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'app.Child'), (0,verdict_fact/* scan */.SQ)('app.Child')],
            },
            {
                setup: 'CREATE TABLE tree (id int PRIMARY KEY, up int);',
                sql: 'ALTER TABLE tree ADD FOREIGN KEY (up) REFERENCES tree;',
                claim: [(0,verdict_fact/* lock */.s2)('SHARE ROW EXCLUSIVE', 'public.tree'), (0,verdict_fact/* scan */.SQ)('public.tree')],
            },
            {
                setup: `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int, k int) PARTITION BY LIST (k);
CREATE TABLE c1 PARTITION OF c FOR VALUES IN (1);`,
                sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p;',
                claim: (0,verdict_fact/* lock */.s2)('SHARE ROW EXCLUSIVE', 'public.c'),
            },
            {
                setup: `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int, k int) PARTITION BY LIST (k);
CREATE TABLE c1 PARTITION OF c FOR VALUES IN (1); CREATE TABLE c2 PARTITION OF c FOR VALUES IN (2);
ALTER TABLE c1 ADD FOREIGN KEY (p) REFERENCES p;`,
                sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p;',
                claim: (0,verdict_fact/* lock */.s2)('SHARE ROW EXCLUSIVE', 'public.c'),
            },
            {
                setup: `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int, k int) PARTITION BY LIST (k);
CREATE TABLE c1 PARTITION OF c FOR VALUES IN (1); ALTER TABLE c1 ADD FOREIGN KEY (p) REFERENCES p;`,
                sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p ON DELETE CASCADE;',
                claim: (0,verdict_fact/* lock */.s2)('SHARE ROW EXCLUSIVE', 'public.c'),
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int);',
                sql: 'ALTER TABLE c ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p NOT VALID;\nALTER TABLE c VALIDATE CONSTRAINT f;',
            },
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY);',
                sql: 'CREATE TABLE c (p int);\nALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p;',
            },
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int);',
                sql: 'ALTER TABLE c ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p NOT ENFORCED;',
                postgres: { from: 18 },
            },
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY);',
                sql: 'ALTER TABLE IF EXISTS missing ADD FOREIGN KEY (p) REFERENCES p;',
            },
            {
                setup: `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int, k int) PARTITION BY LIST (k);
CREATE TABLE c1 PARTITION OF c FOR VALUES IN (1);`,
                sql: 'ALTER TABLE c1 ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p NOT VALID;\nALTER TABLE c1 VALIDATE CONSTRAINT f;',
            },
            {
                setup: `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int, k int) PARTITION BY LIST (k);
CREATE TABLE c1 PARTITION OF c FOR VALUES IN (1);`,
                sql: 'ALTER TABLE c1 ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p NOT VALID;\nALTER TABLE c1 VALIDATE CONSTRAINT f;\nALTER TABLE c ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p;',
            },
        ],
    },
}));
/** Every partition has the key, checked: then no row is read. */
function isTakenOver(table, key, schema) {
    const leaves = (0,touch/* treeOf */.g7)(table, schema).filter((one) => one !== table && !(0,touch/* isPartitioned */.gN)(one, schema));
    return leaves.length > 0 && leaves.every((leaf) => (0,foreign_keys/* hasValidKey */.Ew)(leaf, key, schema));
}

;// CONCATENATED MODULE: ./build/rules/grant-to-public.js


/* harmony default export */ const grant_to_public = ((0,rule/* defineRule */.K)({
    id: 'grant-to-public',
    harm: 'note',
    preset: 'strict',
    summary: 'GRANT … TO PUBLIC gives the privilege to every role, also to those to come',
    why: `PUBLIC is every role of the server that may connect, now and later: monitoring, reporting, other applications. A privilege
that PUBLIC has can’t be taken from one role alone.`,
    fix: 'Grant to the roles that need it, or to a group role that they are members of.',
    roles: ['up', 'maintenance'],
    statements: ['GrantStmt'],
    check(statement, context) {
        const grant = (0,ast/* nodeOf */.E7)(statement.node, 'GrantStmt');
        const everyone = (grant?.grantees ?? []).some((role) => (0,ast/* nodeOf */.E7)(role, 'RoleSpec')?.roletype === 'ROLESPEC_PUBLIC');
        if (!grant?.is_grant || !everyone)
            return;
        context.report({
            message: 'Every role that may connect gets this privilege, also those that are created later.',
            help: 'Name the roles that need it instead of PUBLIC.',
        });
    },
    examples: {
        bad: [{ setup: 'CREATE TABLE t (a int);', sql: 'GRANT SELECT ON t TO PUBLIC;' }],
        good: [
            { setup: 'CREATE TABLE t (a int);', sql: 'REVOKE ALL ON t FROM PUBLIC;' },
            { setup: 'CREATE TABLE t (a int);', sql: 'GRANT SELECT ON t TO CURRENT_USER;' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/identifier-too-long.js

/** NAMEDATALEN - 1, in bytes. */
const LIMIT = 63;
/** What isn't a name: comments, strings, dollar quotes; then names, quoted or not. */
const TOKENS = /--[^\r\n]*|\/\*[\s\S]*?\*\/|[eE]'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|(\$\w*\$)[\s\S]*?\1|"((?:[^"]|"")+)"|([A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)/g;
/** A UTF-16 unit is at most three bytes of UTF-8: no name of fewer units passes the limit. */
const UNITS = Math.floor(LIMIT / 3) + 1;
const LONG_QUOTED = new RegExp(`"(?:[^"]|""){${UNITS}}`);
/* harmony default export */ const identifier_too_long = ((0,rule/* defineRule */.K)({
    id: 'identifier-too-long',
    harm: 'decision',
    summary: 'Postgres cuts names after 63 bytes',
    why: `A longer name is cut, and only a NOTICE says so. Two names that begin alike become the same: the second one exists
already, or IF NOT EXISTS skips it. Code that looks the name up in the catalogs, or an ORM that compares, doesn’t find it.`,
    fix: 'Choose a name of at most 63 bytes. A letter outside ASCII counts as two or more.',
    roles: ['up', 'down', 'verify', 'maintenance'],
    check(statement, { report }) {
        if (!hasLongWord(statement.sql) && !LONG_QUOTED.test(statement.sql))
            return;
        const seen = new Set();
        for (const [, , quoted, plain] of statement.sql.matchAll(TOKENS)) {
            const name = quoted?.replaceAll('""', '"') ?? plain;
            if (name === undefined || Buffer.byteLength(name) <= LIMIT || seen.has(name))
                continue;
            seen.add(name);
            const cut = Buffer.from(name)
                .subarray(0, LIMIT)
                .toString()
                .replace(/\uFFFD+$/, '');
            report({
                message: `${name} has ${Buffer.byteLength(name)} bytes: Postgres cuts it to ${cut}.`,
                help: `Choose a name of at most ${LIMIT} bytes.`,
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'CREATE INDEX CONCURRENTLY index_of_all_the_orders_by_customer_and_by_the_date_of_their_delivery ON t (a);',
            },
            { sql: `CREATE TABLE "${'ä'.repeat(40)}" (a int);` },
            { sql: `CREATE TABLE "${'one order'.repeat(8)}" (a int);` },
            { sql: `CREATE TABLE ${'注'.repeat(22)} (a int);` },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: `CREATE INDEX CONCURRENTLY ${'i'.repeat(63)} ON t (a);`,
            },
            {
                sql: "-- a_comment_about_all_the_orders_by_customer_and_by_the_date_of_their_delivery_is_no_name\nSELECT 'a_string_about_all_the_orders_by_customer_and_by_the_date_of_their_delivery_is_no_name', $$neither_is_this_one_about_all_the_orders_by_customer_and_by_the_date_of_delivery$$;",
            },
        ],
    },
}));
/** Nearly every statement is done with this one pass. */
function hasLongWord(sql) {
    let units = 0;
    for (let at = 0; at < sql.length; at++) {
        units = isPartOfWord(sql.charCodeAt(at)) ? units + 1 : 0;
        if (units >= UNITS)
            return true;
    }
    return false;
}
/** Letters, digits, `_`, `$`, and all that is not ASCII. */
function isPartOfWord(unit) {
    const letter = unit | 0x20;
    return ((letter >= 0x61 && letter <= 0x7a) ||
        (unit >= 0x30 && unit <= 0x39) ||
        unit === 0x5f ||
        unit === 0x24 ||
        unit >= 0x80);
}

;// CONCATENATED MODULE: ./build/rules/if-exists-still-locks.js





/* harmony default export */ const if_exists_still_locks = ((0,rule/* defineRule */.K)({
    id: 'if-exists-still-locks',
    harm: 'note',
    preset: 'strict',
    summary: 'IF [NOT] EXISTS that does nothing still waits for its lock',
    why: `Postgres takes the statement’s lock first and looks afterwards whether there is anything to do. A migration that is
made repeatable with IF NOT EXISTS, and runs at each deployment, therefore stops the table each time, if only for as long
as it waits for the lock.`,
    fix: 'Run the migration once, and delete what does nothing any more.',
    statements: ['AlterTableStmt', 'IndexStmt'],
    check(statement, context) {
        const idle = idleCommand(context, statement);
        const taken = idle && context.footprint().find(({ relation }) => relation === idle.table);
        if (!idle || !taken || context.schema.isNew(idle.table))
            return;
        context.report({
            message: `${idle.why}, so this does nothing, but it takes ${taken.lock} on ${(0,schema_objects/* shortName */.EU)(idle.table)} all the same.`,
            help: 'Delete the statement: there is nothing left for it to do.',
            claim: (0,verdict_fact/* lock */.s2)(taken.lock, idle.table),
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD COLUMN IF NOT EXISTS a int;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'),
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t DROP COLUMN IF EXISTS b;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'),
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
                sql: 'CREATE INDEX IF NOT EXISTS i ON t (a);',
                claim: (0,verdict_fact/* lock */.s2)('SHARE', 'public.t'),
            },
        ],
        good: [
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ADD COLUMN IF NOT EXISTS b int;' },
            { setup: 'CREATE TABLE t (a int, b int);', sql: 'ALTER TABLE t DROP COLUMN IF EXISTS b;' },
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ADD COLUMN IF NOT EXISTS a int, ADD COLUMN b int;' },
            { setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a);' },
            { setup: 'CREATE TABLE u (b int); CREATE TABLE t (LIKE u);', sql: 'ALTER TABLE t DROP COLUMN IF EXISTS c;' },
        ],
    },
}));
/** A statement all of whose work is done. */
function idleCommand({ schema }, statement) {
    const index = (0,ast/* nodeOf */.E7)(statement.node, 'IndexStmt');
    if (index?.if_not_exists && index.idxname) {
        const schemaName = index.relation?.schemaname ?? 'public';
        const known = schema.find('index', `${schemaName}.${index.idxname}`);
        return known?.table === undefined ? undefined : { table: known.table, why: `The index ${index.idxname} exists` };
    }
    const commands = alterCommands(statement);
    const [command] = commands;
    if (!command || commands.length > 1 || !command.command.missing_ok)
        return undefined;
    const { table, subtype, column, command: own } = command;
    const name = `${table}.${column?.colname ?? own.name}`;
    const known = schema.find('column', name) !== undefined;
    if (subtype === 'AT_AddColumn' && known)
        return { table, why: `The column ${(0,schema_objects/* lastName */.UK)(name)} exists` };
    const complete = schema.find('table', table)?.facts?.complete ?? false;
    if (subtype === 'AT_DropColumn' && !known && complete)
        return { table, why: `There is no column ${(0,schema_objects/* lastName */.UK)(name)}` };
    return undefined;
}

;// CONCATENATED MODULE: ./build/rules/if-not-exists-hides-table.js





/* harmony default export */ const if_not_exists_hides_table = ((0,rule/* defineRule */.K)({
    id: 'if-not-exists-hides-table',
    harm: 'decision',
    summary: 'CREATE TABLE IF NOT EXISTS leaves another table of that name as it is',
    why: `The table exists already, from an earlier migration and with other columns. IF NOT EXISTS looks at the name only: the
statement does nothing and succeeds, and code that relies on the new definition fails later. A rollback that drops the table
then drops the old one, with its rows.`,
    fix: 'Write ALTER TABLE for what is missing, or choose another name.',
    statements: ['CreateStmt'],
    check(statement, context) {
        if (!(0,ast/* nodeOf */.E7)(statement.node, 'CreateStmt')?.if_not_exists)
            return;
        const effects = (0,schema_effects/* effectsOf */.w)(statement.node);
        const table = effects[0]?.object.name;
        const known = table === undefined ? undefined : context.schema.find('table', table);
        if (table === undefined || !known?.facts?.complete)
            return;
        const missing = effects.flatMap(({ object }) => {
            if (object.kind !== 'column')
                return [];
            const wanted = object.facts?.type;
            return differs(context.schema, object.name, wanted && (0,types/* typeText */.wQ)(wanted));
        });
        const [first] = missing;
        if (first === undefined)
            return;
        context.report({
            message: `${(0,schema_objects/* shortName */.EU)(table)} exists already, and IF NOT EXISTS leaves it as it is: ${first.message}.`,
            help: `Change the table that is there:\n${missing.map(({ sql }) => `ALTER TABLE ${(0,schema_objects/* shortName */.EU)(table)} ${sql};`).join('\n')}`,
        });
    },
    examples: {
        bad: [
            { setup: 'CREATE TABLE t (a int);', sql: 'CREATE TABLE IF NOT EXISTS t (a int, b text);' },
            { setup: 'CREATE TABLE t (a int);', sql: 'CREATE TABLE IF NOT EXISTS t (a bigint);' },
            { sql: 'CREATE TABLE t (a int);\nCREATE TABLE IF NOT EXISTS public.t (b int);' },
        ],
        good: [
            { setup: 'CREATE TABLE t (a int);', sql: 'CREATE TABLE IF NOT EXISTS t (a integer);' },
            { setup: 'CREATE TABLE t (a int);', sql: 'CREATE TABLE IF NOT EXISTS u (b int);' },
            { setup: 'CREATE SCHEMA app; CREATE TABLE app.t (a int);', sql: 'CREATE TABLE IF NOT EXISTS t (b int);' },
            { setup: 'CREATE TABLE t (a int); DROP TABLE t;', sql: 'CREATE TABLE IF NOT EXISTS t (b int);' },
            { setup: 'CREATE TABLE u (b int); CREATE TABLE t (LIKE u);', sql: 'CREATE TABLE IF NOT EXISTS t (b int);' },
        ],
    },
}));
/** How the existing column differs from the one that is wanted. */
function differs(schema, name, wanted) {
    const known = schema.find('column', name);
    const column = (0,schema_objects/* lastName */.UK)(name);
    if (!known)
        return [{ message: `it has no column ${column}`, sql: `ADD COLUMN ${column} ${wanted ?? 'text'}` }];
    const is = known.facts?.type && (0,types/* typeText */.wQ)(known.facts.type);
    if (is === undefined || wanted === undefined || is === wanted)
        return [];
    return [{ message: `its column ${column} is ${is}, not ${wanted}`, sql: `ALTER COLUMN ${column} TYPE ${wanted}` }];
}

;// CONCATENATED MODULE: ./build/rules/if-not-exists-masks-different-index.js



/* harmony default export */ const if_not_exists_masks_different_index = ((0,rule/* defineRule */.K)({
    id: 'if-not-exists-masks-different-index',
    harm: 'decision',
    summary: 'IF NOT EXISTS finds another index of that name, and builds nothing',
    why: `IF NOT EXISTS looks at the name alone. Where an index of that name is there with other columns, without UNIQUE, or even
on another table, Postgres says that it exists, reports success, and the index that the migration is about is never built.`,
    fix: 'Give the new index a name of its own, or drop the old one by name first.',
    statements: ['IndexStmt'],
    check(statement, { schema, report }) {
        const [effect] = (0,schema_effects/* effectsOf */.w)(statement.node);
        if (!effect?.conditional || effect.object.kind !== 'index')
            return;
        const wanted = effect.object;
        const known = schema.find('index', wanted.name);
        if (!known?.facts || !wanted.facts)
            return;
        const moved = known.table !== wanted.table;
        // What no script shows may be the same.
        if (!moved && (known.facts.columns === undefined || if_not_exists_masks_different_index_same(known.facts, wanted.facts)))
            return;
        const name = (0,schema_objects/* lastName */.UK)(wanted.name);
        report({
            message: moved
                ? `${name} is an index of ${(0,schema_objects/* shortName */.EU)(known.table ?? '')} already: this builds nothing on ${(0,schema_objects/* shortName */.EU)(wanted.table ?? '')}, and reports success.`
                : `${name} exists already and is ${if_not_exists_masks_different_index_inWords(known.facts)}: this builds nothing, and reports success.`,
            help: `Give the index a name of its own, or drop the other one first:\nDROP INDEX CONCURRENTLY IF EXISTS ${(0,schema_objects/* shortName */.EU)(wanted.name)};`,
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a);',
                sql: 'CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a, b);',
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
                sql: 'CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a);',
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int); CREATE INDEX i ON t (a);',
                sql: 'CREATE INDEX IF NOT EXISTS i ON u (a);',
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
                sql: 'CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t USING btree (a);',
            },
            {
                setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a);',
                sql: 'DROP INDEX CONCURRENTLY i;\nCREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (b);',
            },
            {
                setup: 'CREATE SCHEMA app; CREATE TABLE app.t (a int); CREATE TABLE t (a int, b int); CREATE INDEX i ON app.t (a);',
                sql: 'CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (b);',
            },
        ],
    },
}));
function if_not_exists_masks_different_index_same(a, b) {
    const shape = ({ columns, included, mentions, unique, partial, method }) => JSON.stringify([columns, included, mentions, unique, partial, method]);
    return shape(a) === shape(b);
}
function if_not_exists_masks_different_index_inWords({ columns = [], unique, partial, method }) {
    const keys = columns.map((column) => column ?? 'an expression').join(', ');
    return `${unique ? 'a unique index' : 'an index'} on (${keys})${method === 'btree' ? '' : ` using ${method}`}${partial ? ' with a condition' : ''}`;
}

;// CONCATENATED MODULE: ./build/rules/if-not-exists-masks-invalid-index.js




const IF_NOT_EXISTS = /\s+if\s+not\s+exists/i;
/* harmony default export */ const if_not_exists_masks_invalid_index = ((0,rule/* defineRule */.K)({
    id: 'if-not-exists-masks-invalid-index',
    harm: 'decision',
    summary: 'IF NOT EXISTS takes an invalid index for a finished one',
    why: `When CREATE INDEX CONCURRENTLY fails (a deadlock, a timeout, a duplicate value), it leaves the index behind, marked
invalid: no query uses it, every write still pays for it. Run again with IF NOT EXISTS, the statement finds the name taken,
reports success and builds nothing.`,
    fix: `Drop what an earlier failure may have left, then create the index without IF NOT EXISTS; the script can then be run
again safely.`,
    statements: ['IndexStmt'],
    check(statement, context) {
        const index = (0,ast/* nodeOf */.E7)(statement.node, 'IndexStmt');
        const table = (0,ast/* relationName */.CJ)(index?.relation);
        if (!index?.concurrent || !index.if_not_exists || !index.idxname || !table)
            return;
        if (context.schema.wasDropped('index', (0,schema_objects/* fullName */.fq)({ ...table, name: index.idxname })))
            return;
        const prefix = table.schema ? `${(0,ast/* quoteIdentifier */.Cm)(table.schema)}.` : '';
        const name = `${prefix}${(0,ast/* quoteIdentifier */.Cm)(index.idxname)}`;
        context.report({
            claim: (0,verdict_fact/* hazard */.vl)('second run', `${context.script.file.path}:${statement.location.line}`),
            message: `If an earlier build of ${index.idxname} failed, its invalid index still has the name: IF NOT EXISTS then skips the build and reports success.`,
            help: `Drop the remains of a failed build first, then create the index unconditionally:\nDROP INDEX CONCURRENTLY IF EXISTS ${name};\n${statement.sql.replace(IF_NOT_EXISTS, '')};`,
        });
    },
    examples: {
        bad: [
            { setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a);' },
            {
                setup: 'CREATE TABLE t (a int); CREATE INDEX j ON t (a);',
                sql: 'DROP INDEX CONCURRENTLY IF EXISTS j;\nCREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a);',
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'DROP INDEX CONCURRENTLY IF EXISTS i;\nCREATE INDEX CONCURRENTLY i ON t (a);',
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'DROP INDEX CONCURRENTLY IF EXISTS i;\nCREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a);',
            },
            {
                setup: 'CREATE SCHEMA app; CREATE TABLE app.t (a int);',
                sql: 'DROP INDEX IF EXISTS app.i, app.j;\nCREATE INDEX CONCURRENTLY IF NOT EXISTS "i" ON app.t (a);',
            },
            { sql: 'CREATE TABLE t (a int);\nCREATE INDEX IF NOT EXISTS i ON t (a);' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/if-not-exists-then-drop.js




/** What holds data. */
const HOLDERS = ['table', 'column', 'schema'];
/* harmony default export */ const if_not_exists_then_drop = ((0,rule/* defineRule */.K)({
    id: 'if-not-exists-then-drop',
    harm: 'decision',
    preset: 'strict',
    summary: 'The rollback may drop data that IF NOT EXISTS had found there',
    why: `Where the object exists already, CREATE … IF NOT EXISTS does nothing and reports success. The rollback can’t know that:
it drops the old table, column or schema with all its data. The scripts don’t show that it exists, but a hotfix by hand, a
restored copy or another service may have made it.`,
    fix: `Create it without IF NOT EXISTS: where the name is taken, the migration stops at once instead of the rollback destroying
what was there.`,
    roles: ['down'],
    statements: ['DropStmt', 'AlterTableStmt'],
    check(statement, context) {
        for (const { object } of dropped(statement)) {
            const known = context.schema.find(object.kind, object.name);
            if (!HOLDERS.includes(object.kind) || known?.origin !== 'change' || context.schema.isTemporary(object.name))
                continue;
            const maker = (0,facts_down/* effectsFrom */.bD)(context.migration.up).find(({ change, object: made, implied }) => change === 'create' && !implied && made.kind === object.kind && made.name === object.name);
            if (!maker?.conditional || maker.was)
                continue;
            context.report({
                message: `If the ${object.kind} ${(0,schema_objects/* shortName */.EU)(object.name)} was there before, IF NOT EXISTS leaves it alone and this DROP deletes it with its data.`,
                help: 'Create it in the migration without IF NOT EXISTS, so that a name that is taken stops the migration.',
            });
        }
    },
    examples: {
        bad: [
            { up: 'CREATE TABLE IF NOT EXISTS t (a int);', sql: 'DROP TABLE IF EXISTS t;', role: 'down' },
            {
                setup: 'CREATE TABLE t (a int);',
                up: 'ALTER TABLE t ADD COLUMN IF NOT EXISTS b int;',
                sql: 'ALTER TABLE t DROP COLUMN IF EXISTS b;',
                role: 'down',
            },
        ],
        good: [
            { up: 'CREATE TABLE t (a int);', sql: 'DROP TABLE IF EXISTS t;', role: 'down' },
            { up: 'CREATE TEMP TABLE IF NOT EXISTS t (a int);', sql: 'DROP TABLE IF EXISTS t;', role: 'down' },
            {
                setup: 'CREATE TABLE t (a int);',
                up: 'CREATE INDEX IF NOT EXISTS i ON t (a);',
                sql: 'DROP INDEX IF EXISTS i;',
                role: 'down',
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/index-not-concurrent.js










const BUILD = /^create\s+(?:unique\s+)?index/i;
/* harmony default export */ const index_not_concurrent = ((0,rule/* defineRule */.K)({
    id: 'index-not-concurrent',
    harm: 'blocks',
    summary: 'CREATE INDEX blocks every write until the index is built',
    why: `CREATE INDEX takes a SHARE lock on the table and keeps it while it reads every row: INSERT, UPDATE and DELETE wait
until the index is built. Reads go on.`,
    fix: `Build the index with CREATE INDEX CONCURRENTLY, in a migration of its own that runs outside a transaction. It takes
SHARE UPDATE EXCLUSIVE instead, which lets reads and writes pass; it waits for older transactions and reads the table twice.
A partitioned table refuses CONCURRENTLY: create the index ON ONLY the table, which reads nothing, then one with CONCURRENTLY
on each partition, and attach them.`,
    statements: ['IndexStmt'],
    check(statement, context) {
        const index = (0,ast/* nodeOf */.E7)(statement.node, 'IndexStmt');
        const name = (0,ast/* relationName */.CJ)(index?.relation);
        if (!index || !name || index.concurrent)
            return;
        // ON ONLY a partitioned parent builds nothing.
        if (!index.relation?.inh)
            return;
        const table = (0,schema_objects/* fullName */.fq)(name);
        const { schema } = context;
        const found = schema.isNew(table, 'SHARE') ? undefined : predicted(table, context);
        // IF NOT EXISTS on an index that is there builds nothing.
        const known = index.if_not_exists && schema.find('index', (0,schema_objects/* fullName */.fq)({ ...name, name: index.idxname ?? '' }));
        if (!found || known)
            return;
        const partitioned = (0,touch/* isPartitioned */.gN)(table, schema);
        const own = index.idxname ?? (0,effects_columns/* chosenIndexName */.GP)(name.name, keysOf(index.indexParams));
        context.report({
            message: partitioned
                ? `CREATE INDEX takes ${found.lock} on ${(0,schema_objects/* shortName */.EU)(table)} and on each of its partitions: every write to them waits until all their indexes are built.`
                : `CREATE INDEX takes ${found.lock} on ${(0,schema_objects/* shortName */.EU)(table)}: ${schema.find('materialized view', table) ? 'REFRESH' : 'every write to the table'} waits until the index is built.`,
            help: partitioned
                ? `A partitioned table refuses CONCURRENTLY. Build the index partition by partition, outside a transaction; it becomes valid when the last one is attached:\n${partitionByPartition(statement.sql, name, own, schema)}`
                : {
                    says: 'Build it without blocking writes.',
                    steps: [apart(slug('build', own), concurrently(statement.sql), (0,ast/* display */.Vy)({ ...name, name: own }))],
                },
            claim: found.claim,
            // Inside a transaction the statement alone can't be repaired: the transaction has to go first.
            ...(statement.transaction.kind === 'none' &&
                !partitioned && {
                fixes: [
                    {
                        description: 'Add CONCURRENTLY',
                        edits: insertAfter(statement, context.script, BUILD, keywords(statement, ' CONCURRENTLY')),
                    },
                ],
            }),
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'CREATE INDEX i ON t (a);',
                claim: [(0,verdict_fact/* lock */.s2)('SHARE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'BEGIN;\nCREATE UNIQUE INDEX i ON t (a);\nCOMMIT;',
                claim: [(0,verdict_fact/* lock */.s2)('SHARE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE SCHEMA app; CREATE TABLE app.t (a int); CREATE TABLE t (a int);',
                sql: 'CREATE INDEX i ON app.t (a);',
                claim: [(0,verdict_fact/* lock */.s2)('SHARE', 'app.t'), (0,verdict_fact/* scan */.SQ)('app.t')],
            },
            {
                setup: 'CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
                sql: 'CREATE INDEX i ON p (b);',
                claim: (0,verdict_fact/* lock */.s2)('SHARE', 'public.p'),
            },
            {
                setup: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a;',
                sql: 'CREATE INDEX i ON v (a);',
                claim: [(0,verdict_fact/* lock */.s2)('SHARE', 'public.v'), (0,verdict_fact/* scan */.SQ)('public.v')],
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
                sql: 'CREATE INDEX i ON ONLY p (b);\nCREATE INDEX CONCURRENTLY p1_i ON p1 (b);\nALTER INDEX i ATTACH PARTITION p1_i;',
            },
            { setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);', sql: 'CREATE INDEX IF NOT EXISTS i ON t (a);' },
            { setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY i ON t (a);' },
            { sql: 'CREATE TABLE t (a int);\nCREATE INDEX i ON t (a);' },
            {
                setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a);',
                sql: 'CREATE INDEX i ON ONLY p (a);',
            },
        ],
    },
}));
function keysOf(elements) {
    return (elements ?? []).map((element) => (0,ast/* nodeOf */.E7)(element, 'IndexElem')?.name);
}
/** IF NOT EXISTS would take the remains of a build that failed for the index. */
function concurrently(sql) {
    return `${sql.replace(BUILD, '$& CONCURRENTLY').replace(/(concurrently)\s+if\s+not\s+exists\b/i, '$1')};`;
}

;// CONCATENATED MODULE: ./build/rules/insert-select-whole-table.js



/* harmony default export */ const insert_select_whole_table = ((0,rule/* defineRule */.K)({
    id: 'insert-select-whole-table',
    harm: 'note',
    preset: 'strict',
    summary: 'INSERT … SELECT or CREATE TABLE AS copies a whole table in one transaction',
    why: `The copy runs as long as the table is big, in one transaction: locks that the migration took before are kept until it is
done, vacuum can’t clean up meanwhile, and what is written to the source after it began is not in the copy.`,
    fix: 'Copy in batches, by ranges of the key, outside the transaction of the schema change.',
    statements: ['InsertStmt', 'CreateTableAsStmt', 'SelectStmt'],
    check(statement, context) {
        const as = (0,ast/* nodeOf */.E7)(statement.node, 'CreateTableAsStmt');
        const into = (0,ast/* nodeOf */.E7)(statement.node, 'SelectStmt');
        const query = into?.intoClause
            ? into
            : (0,ast/* nodeOf */.E7)((0,ast/* nodeOf */.E7)(statement.node, 'InsertStmt')?.selectStmt ?? as?.query, 'SelectStmt');
        if (!query || as?.into?.skipData || query.whereClause || query.limitCount)
            return;
        const source = (query.fromClause ?? []).flatMap((item) => (0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(item, 'RangeVar')) ?? [])[0];
        if (!source)
            return;
        const table = (0,schema_objects/* fullName */.fq)(source);
        // Only what is known to be an older table: a name may mean a WITH query.
        if (context.schema.find('table', table)?.origin !== 'baseline' || context.schema.isTemporary(table))
            return;
        context.report({
            message: `This copies all rows of ${(0,schema_objects/* shortName */.EU)(table)} in one transaction, which takes the longer the bigger the table is.`,
            help: 'Copy by ranges of the key, some thousand rows at a time, each in a transaction of its own.',
        });
    },
    examples: {
        bad: [
            { setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int);', sql: 'INSERT INTO u SELECT a FROM t;' },
            { setup: 'CREATE TABLE t (a int);', sql: 'CREATE TABLE u AS SELECT a FROM t;' },
            { setup: 'CREATE TABLE t (a int);', sql: 'CREATE MATERIALIZED VIEW u AS SELECT a FROM t;' },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int);',
                sql: 'INSERT INTO u SELECT a FROM t WHERE a BETWEEN 1 AND 5000;',
            },
            { setup: 'CREATE TABLE u (a int);', sql: 'INSERT INTO u VALUES (1), (2);' },
            { setup: 'CREATE TABLE t (a int);', sql: 'CREATE TABLE u AS SELECT a FROM t WITH NO DATA;' },
            { sql: 'CREATE TABLE t (a int);\nCREATE TABLE u AS SELECT a FROM t;' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/irreversible-up.js








/* harmony default export */ const irreversible_up = ((0,rule/* defineRule */.K)({
    id: 'irreversible-up',
    harm: 'decision',
    summary: 'The migration destroys data that its rollback can’t bring back',
    why: `The rollback looks complete: it creates the table or the column again. What was in it is gone all the same. Whoever has to
roll back in an emergency finds that out afterwards.`,
    fix: `Keep the old data until the change has proven itself, and drop it in a later migration. Where the loss is meant, say so in
the migration: \`-- migration-safety: irreversible <reason>\`.`,
    roles: ['up'],
    statements: ['DropStmt', 'AlterTableStmt', 'TruncateStmt', 'DeleteStmt', 'UpdateStmt'],
    check(statement, context) {
        const { migration, schema } = context;
        const { up, down, verify } = migration;
        if (down === undefined || down.statements.length === 0)
            return;
        if ([up, down, verify].some((script) => script && (0,directives/* irreversibleReason */.$)(script) !== undefined))
            return;
        for (const { table, what, column } of destroyed(statement, schema)) {
            if (restores((0,facts_down/* statementsFrom */.V$)(down), table))
                continue;
            context.report({
                claim: (0,verdict_fact/* lost */.DU)((0,schema_objects/* shortName */.EU)(column ? `${table}.${column}` : table)),
                message: `This destroys ${what}: the rollback can bring back the schema, but not what was stored.`,
                help: `Keep a copy that the rollback can use, or drop the data in a later migration. Where the loss is meant, write into the migration:\n-- migration-safety: irreversible <reason>`,
            });
        }
    },
    examples: {
        bad: [
            { setup: 'CREATE TABLE t (a int);', sql: 'DROP TABLE t;', down: 'CREATE TABLE t (a int);' },
            {
                setup: 'CREATE TABLE t (a int, b int);',
                sql: 'ALTER TABLE t DROP COLUMN b;',
                down: 'ALTER TABLE t ADD COLUMN b int;',
            },
            { setup: 'CREATE TABLE t (a int);', sql: 'DELETE FROM t WHERE a < 0;', down: 'SELECT 1;' },
            { setup: 'CREATE TABLE t (a text);', sql: 'UPDATE t SET a = lower(a);', down: 'SELECT 1;' },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: '-- migration-safety: irreversible nothing reads this table since 4.2\nDROP TABLE t;',
                down: 'CREATE TABLE t (a int);',
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'CREATE TABLE t_gone AS SELECT * FROM t WHERE a < 0;\nDELETE FROM t WHERE a < 0;',
                down: 'INSERT INTO t SELECT * FROM t_gone;\nDROP TABLE t_gone;',
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD COLUMN b int;\nUPDATE t SET b = a;',
                down: 'ALTER TABLE t DROP COLUMN b;',
            },
            { setup: 'CREATE TABLE t (a int);', sql: 'UPDATE t SET a = 0 WHERE a IS NULL;', down: 'SELECT 1;' },
            { sql: 'CREATE TABLE t (a int);\nDROP TABLE t;', down: 'SELECT 1;' },
            { setup: 'CREATE TABLE t (a int);', sql: 'DROP TABLE t;' },
        ],
    },
}));
/** What is lost, and the table where a rollback would have to put it back. */
function destroyed(statement, schema) {
    const { node } = statement;
    const rows = (relation) => {
        const name = (0,ast/* relationName */.CJ)(relation);
        return name && !schema.isNew((0,schema_objects/* fullName */.fq)(name)) ? [(0,schema_objects/* fullName */.fq)(name)] : [];
    };
    const truncated = ((0,ast/* nodeOf */.E7)(node, 'TruncateStmt')?.relations ?? []).flatMap((item) => rows((0,ast/* nodeOf */.E7)(item, 'RangeVar')));
    const deleted = rows((0,ast/* nodeOf */.E7)(node, 'DeleteStmt')?.relation);
    const gone = [...truncated, ...deleted].map((table) => ({ table, what: `rows of ${(0,schema_objects/* shortName */.EU)(table)}` }));
    const dropping = dropped(statement).filter(({ object, conditional }) => ['table', 'column'].includes(object.kind) && dropped_isOld(object, conditional, schema));
    const own = dropping.map(({ object }) => ({
        table: object.table ?? object.name,
        ...(object.table && { column: (0,schema_objects/* lastName */.UK)(object.name) }),
        what: object.table
            ? `the values of ${(0,schema_objects/* shortName */.EU)(object.table)}.${(0,schema_objects/* lastName */.UK)(object.name)}`
            : `the rows of ${(0,schema_objects/* shortName */.EU)(object.name)}`,
    }));
    return [...gone, ...own, ...overwritten(statement, schema)];
}
/** The old columns that an UPDATE sets, where they may have held something. */
function overwritten({ node }, schema) {
    const update = (0,ast/* nodeOf */.E7)(node, 'UpdateStmt');
    const name = (0,ast/* relationName */.CJ)(update?.relation);
    if (!update || !name || schema.isNew((0,schema_objects/* fullName */.fq)(name)))
        return [];
    const table = (0,schema_objects/* fullName */.fq)(name);
    const test = (0,ast/* nodeOf */.E7)(update.whereClause, 'NullTest');
    const empty = test?.nulltesttype === 'IS_NULL' && (0,ast/* nodeOf */.E7)((0,ast/* nodeOf */.E7)(test.arg, 'ColumnRef')?.fields?.at(-1), 'String')?.sval;
    const columns = (update.targetList ?? [])
        .flatMap((target) => (0,ast/* nodeOf */.E7)(target, 'ResTarget')?.name ?? [])
        .filter((column) => column !== empty && schema.find('column', `${table}.${column}`)?.origin === 'baseline');
    return columns.length > 0
        ? [
            {
                table,
                ...(columns.length === 1 && { column: columns[0] }),
                what: `what ${columns.map((c) => `${(0,schema_objects/* shortName */.EU)(table)}.${c}`).join(', ')} held`,
            },
        ]
        : [];
}
/** The rollback writes into the table, or brings it back under its own name: its author has considered the data. */
function restores(down, table) {
    return down.some(({ node }) => {
        const written = (0,ast/* nodeOf */.E7)(node, 'InsertStmt') ?? (0,ast/* nodeOf */.E7)(node, 'UpdateStmt') ?? (0,ast/* nodeOf */.E7)(node, 'CopyStmt') ?? (0,ast/* nodeOf */.E7)(node, 'MergeStmt');
        const name = (0,ast/* relationName */.CJ)(written?.relation);
        if (name && (0,schema_objects/* fullName */.fq)(name) === table)
            return true;
        return (0,schema_effects/* effectsOf */.w)(node).some(({ change, object, was }) => change === 'create' && (was || (0,ast/* nodeOf */.E7)(node, 'CreateTableAsStmt')) && object.name === table);
    });
}

;// CONCATENATED MODULE: ./build/rules/like-underscore-wildcard.js




/* harmony default export */ const like_underscore_wildcard = ((0,rule/* defineRule */.K)({
    id: 'like-underscore-wildcard',
    harm: 'decision',
    summary: 'An underscore in a LIKE pattern matches any character',
    why: `In LIKE, \`_\` stands for any one character, so \`'idx_%'\` also finds \`idxfoo\`. A validation query that selects objects
by such a prefix counts whatever else is named alike, also what this migration has nothing to do with: it can pass although
an object is missing.`,
    fix: "Name the objects that the migration makes, with `IN (…)`. Where a pattern is meant, escape the underscore: `LIKE 'idx\\_%'`.",
    roles: ['verify'],
    check(statement, context) {
        const { script } = context;
        (0,ast/* walk */.GG)(statement.node, (tag, body) => {
            if (tag !== 'A_Expr' || (body.kind !== 'AEXPR_LIKE' && body.kind !== 'AEXPR_ILIKE'))
                return;
            const constant = (0,ast/* nodeOf */.E7)(body.rexpr, 'A_Const');
            const pattern = constant?.sval?.sval;
            if (pattern === undefined || !/(?<!\\)_/.test(pattern))
                return;
            const column = (0,ast/* nodeOf */.E7)(body.lexpr, 'ColumnRef')?.fields?.at(-1);
            const name = (0,ast/* nodeOf */.E7)(column, 'String')?.sval;
            const created = name && CATALOG_NAMES.has(name) ? createdNames(context.migration.up, name) : [];
            const location = constantLocation(script, constant?.location ?? 0);
            context.report({
                message: `LIKE '${pattern}' matches names that have nothing to do with this migration: _ stands for any character${pattern.endsWith('%') ? ', and every other name that begins so counts too' : ''}.`,
                help: created.length > 0
                    ? `Ask for the migration’s own objects:\n${name} IN (${created.map((own) => `'${own}'`).join(', ')})`
                    : `Escape the underscore:\nLIKE '${pattern.replace(/(?<!\\)_/g, '\\_')}'`,
                ...(location && { location }),
            });
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                up: 'CREATE INDEX CONCURRENTLY idx_a ON t (a);',
                sql: "-- expect: not empty\nSELECT indexname FROM pg_indexes WHERE indexname LIKE 'idx_%';",
                role: 'verify',
            },
        ],
        good: [
            {
                sql: "-- expect: empty\nSELECT indexname FROM pg_indexes WHERE indexname LIKE 'idx\\_none%';",
                role: 'verify',
            },
            {
                sql: "-- expect: empty\nSELECT indexname FROM pg_indexes WHERE indexname IN ('idx_a');",
                role: 'verify',
            },
        ],
    },
}));
const CATALOG_NAMES = new Set(['indexname', 'relname', 'indexrelname', 'tablename', 'table_name', 'conname']);
/** The names that the migration creates and that a catalog column of that name would list. */
function createdNames(up, column) {
    const kind = column.startsWith('table') ? 'table' : column === 'conname' ? 'constraint' : 'index';
    return up.statements
        .flatMap(({ node }) => (0,schema_effects/* effectsOf */.w)(node))
        .filter(({ change, object }) => change === 'create' && object.kind === kind)
        .map(({ object }) => object.name.split('.').at(-1) ?? '');
}
function constantLocation(script, byte) {
    const start = (0,positions/* byteToUtf16 */.yA)(script.parsedSql)(byte);
    const end = script.sql.indexOf("'", start + 1) + 1;
    if (script.sql[start] !== "'" || end === 0)
        return undefined;
    const inFile = (0,positions/* fileOffsets */.jZ)(script);
    return positions/* LineMap */.HU.of(script.file).location(script.file.path, inFile(start), inFile(end));
}

;// CONCATENATED MODULE: ./build/lint/facts/bounded.js


/** The WHERE names rows by a whole unique key: `id = 7 AND …` or `id IN (7, 8)`. */
function boundedByKey({ relation, whereClause }, schema) {
    const name = (0,ast/* relationName */.CJ)(relation);
    if (!name || !whereClause)
        return false;
    const named = new Set(namedColumns(whereClause));
    return schema
        .partsOf((0,schema_objects/* fullName */.fq)(name), 'index')
        .some(({ facts }) => facts?.unique && !facts.partial && facts.columns?.every((column) => column !== undefined && named.has(column)));
}
/** Columns that the condition holds to constants. */
function namedColumns(condition) {
    return (0,ast/* conjuncts */.im)(condition).flatMap(namedColumn);
}
function namedColumn(condition) {
    const { kind, name, lexpr, rexpr } = (0,ast/* nodeOf */.E7)(condition, 'A_Expr') ?? {};
    const equals = (0,ast/* nodeOf */.E7)(name?.[0], 'String')?.sval === '=' && (kind === 'AEXPR_OP' || kind === 'AEXPR_IN');
    const constants = (0,ast/* nodeOf */.E7)(rexpr, 'List')?.items ?? (rexpr ? [rexpr] : []);
    const column = (0,ast/* nodeOf */.E7)((0,ast/* nodeOf */.E7)(lexpr, 'ColumnRef')?.fields?.at(-1), 'String')?.sval;
    return equals && column !== undefined && constants.every(isConstant) ? [column] : [];
}
/** A constant, whatever it is cast to. */
function isConstant(node) {
    let value = node;
    for (let cast = (0,ast/* nodeOf */.E7)(value, 'TypeCast'); cast; cast = (0,ast/* nodeOf */.E7)(value, 'TypeCast'))
        value = cast.arg;
    return value !== undefined && 'A_Const' in value;
}

// EXTERNAL MODULE: ./build/sql/locks.js
var sql_locks = __webpack_require__(3368);
;// CONCATENATED MODULE: ./build/rules/lock-held-during-scan.js












/* harmony default export */ const lock_held_during_scan = ((0,rule/* defineRule */.K)({
    id: 'lock-held-during-scan',
    ...shared_checks/* SHARED_CHECKS */.y['lock-held-during-scan'],
    check(statement, context) {
        const [begun] = context.held;
        // What can't run in a transaction at all is refused in this one.
        if (begun === undefined || (0,non_transactional/* nonTransactional */.l)(statement.node) !== undefined)
            return;
        const does = work(statement, context);
        const locks = does === undefined ? [] : stillHeld(statement, context);
        const [first] = locks;
        if (does === undefined || first === undefined)
            return;
        const tables = locks.map(({ lock, by }) => `${lock.lock} on ${(0,schema_objects/* shortName */.EU)(lock.relation)} (${(0,positions/* lineOf */.cA)(by, statement)})`);
        context.report({
            message: `The transaction still holds ${tables.join(', ')} while ${does}: ${(0,facts_held/* waiters */.Cu)(strongest(locks))} of ${locks.map(({ lock }) => (0,schema_objects/* shortName */.EU)(lock.relation)).join(', ')} wait for a time that grows with the table.`,
            help: context.script.transaction === 'per-run'
                ? `${laterTransaction('this statement', context.script)} Locks are kept until COMMIT.`
                : `Give this statement a transaction of its own. Locks are kept until COMMIT: let the transaction that begins with line ${first.by.location.line} end before it, or run it first, in a migration of its own.`,
            // Of a DO block the server shows all locks as its own.
            ...(statement.transaction.kind === 'block' && {
                claim: [(0,verdict_fact/* hazard */.vl)('lock-held-during-scan'), (0,verdict_fact/* lock */.s2)(first.lock.lock, first.lock.relation)],
            }),
            cause: `held since ${begun.statement.start}`,
            related: locks.map(({ lock, by }) => ({
                ...by.location,
                message: `Takes ${lock.lock} on ${(0,schema_objects/* shortName */.EU)(lock.relation)} and keeps it until COMMIT`,
            })),
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int); INSERT INTO t VALUES (1);',
                sql: 'BEGIN;\nALTER TABLE t ADD COLUMN b int;\nUPDATE t SET b = a;\nCOMMIT;',
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int); INSERT INTO u VALUES (1);',
                sql: 'ALTER TABLE t ADD COLUMN b int;\nCREATE INDEX i ON u (a);',
                transaction: 'per-script',
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int); INSERT INTO u VALUES (1);',
                sql: 'ALTER TABLE t DROP COLUMN a;\nSELECT count(*) FROM u;',
                transaction: 'single-query',
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int); INSERT INTO u VALUES (1);',
                sql: 'BEGIN;\nALTER TABLE t RENAME COLUMN a TO b;\nCREATE TABLE copy AS SELECT * FROM u;\nCOMMIT;',
            },
            {
                setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE u (a int); INSERT INTO u VALUES (1); INSERT INTO parent VALUES (1);',
                sql: 'BEGIN;\nCREATE TABLE child (id int REFERENCES parent);\nUPDATE u SET a = 2 WHERE a IS NOT NULL;\nCOMMIT;',
            },
            {
                setup: 'CREATE TABLE t (a int); INSERT INTO t VALUES (1);',
                sql: 'DO $$ BEGIN\n  ALTER TABLE t ADD COLUMN b int;\n  UPDATE t SET b = a;\nEND $$;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'),
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'BEGIN;\nALTER TABLE t ADD COLUMN b int;\nCOMMIT;\nUPDATE t SET b = a;',
            },
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ADD COLUMN b int;\nUPDATE t SET b = a;' },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'BEGIN;\nUPDATE t SET a = 2;\nALTER TABLE t ADD COLUMN b int;\nCOMMIT;',
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'BEGIN;\nALTER TABLE t ADD COLUMN b int;\nALTER TABLE t ADD COLUMN c int DEFAULT 0;\nINSERT INTO t VALUES (1, 2, 3);\nCOMMIT;',
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE TABLE u (id int PRIMARY KEY, a int);',
                sql: 'BEGIN;\nALTER TABLE t ADD COLUMN b int;\nUPDATE u SET a = 1 WHERE id = 7;\nCOMMIT;',
            },
            {
                setup: 'CREATE TABLE u (a int);',
                sql: 'BEGIN;\nCREATE TABLE t (a int);\nCREATE INDEX i ON t (a);\nINSERT INTO t SELECT a FROM u;\nCOMMIT;',
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: "BEGIN;\nCOMMENT ON TABLE t IS 'x';\nUPDATE t SET a = 1;\nCOMMIT;",
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'BEGIN;\nALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT c;\nCOMMIT;',
            },
            // It locks and reads the table itself: another transaction would change nothing.
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'BEGIN;\nALTER TABLE t ADD COLUMN b int;\nALTER TABLE t ALTER COLUMN a SET NOT NULL;\nCOMMIT;',
            },
        ],
    },
}));
/** What takes longer the more rows there are. */
function work(statement, context) {
    const { schema } = context;
    const hot = context.footprint().filter(({ relation }) => !schema.isNew(relation));
    const rewritten = hot.find(({ rewrites }) => rewrites);
    if (rewritten)
        return `this statement rewrites ${(0,schema_objects/* shortName */.EU)(rewritten.relation)}`;
    const written = hot.find(({ lock }) => lock === 'ROW EXCLUSIVE');
    if (written && changesMany(statement, schema)) {
        return `this statement works through the rows of ${(0,schema_objects/* shortName */.EU)(written.relation)}`;
    }
    const read = hot.find(({ scans }) => scans);
    return read && `this statement reads all of ${(0,schema_objects/* shortName */.EU)(read.relation)}`;
}
function changesMany({ node }, schema) {
    const change = (0,ast/* nodeOf */.E7)(node, 'UpdateStmt') ?? (0,ast/* nodeOf */.E7)(node, 'DeleteStmt');
    if (change)
        return !boundedByKey(change, schema);
    return (0,ast/* nodeOf */.E7)(node, 'MergeStmt') !== undefined;
}
/** The locks before, each table once, without those that the statement itself would take as strong for its work. */
function stillHeld(statement, { held, footprint }) {
    const own = new Map(footprint().map((one) => [one.relation, one]));
    const found = new Map();
    for (const { statement: by, locks } of held) {
        if (validates(statement, by))
            continue;
        for (const lock of locks) {
            const mine = own.get(lock.relation);
            if (mine && (mine.scans || mine.rewrites) && (0,sql_locks/* compareLockModes */.tc)(mine.lock, lock.lock) >= 0)
                continue;
            const known = found.get(lock.relation);
            if (!known || (0,sql_locks/* compareLockModes */.tc)(known.lock.lock, lock.lock) < 0)
                found.set(lock.relation, { lock, by });
        }
        if (found.size >= MOST)
            break;
    }
    return [...found.values()];
}
/** VALIDATE CONSTRAINT after its own NOT VALID has a rule of its own: validate-in-same-transaction. */
function validates(statement, earlier) {
    const validated = alterCommands(statement).filter(({ subtype }) => subtype === 'AT_ValidateConstraint');
    if (validated.length === 0)
        return false;
    const added = alterCommands(earlier).filter(({ subtype }) => subtype === 'AT_AddConstraint');
    return validated.some(({ table, command }) => added.some((one) => one.table === table && (one.constraint?.conname ?? command.name) === command.name));
}
/** More tables than that say nothing new. */
const MOST = 5;
function strongest(locks) {
    return (locks.find(({ lock }) => (0,sql_locks/* blockedBy */.yJ)(lock.lock).includes('reads')) ?? locks[0]).lock;
}

;// CONCATENATED MODULE: ./build/rules/lock-table.js






/* harmony default export */ const lock_table = ((0,rule/* defineRule */.K)({
    id: 'lock-table',
    harm: 'decision',
    summary: 'LOCK TABLE stops the table until the transaction ends',
    why: `LOCK TABLE without a mode takes ACCESS EXCLUSIVE, in whose way even a SELECT is. There is no UNLOCK: whatever the
mode, it is kept until COMMIT, through everything that the transaction does after it. Most statements take the weakest
lock that they need by themselves, at the moment when they need it.`,
    fix: `Leave it out, or take the weakest mode that will do, as late as possible, with NOWAIT or a short \`lock_timeout\`.
\`LOCK TABLE … IN SHARE ROW EXCLUSIVE MODE\` keeps writers out and lets readers in.`,
    statements: ['LockStmt'],
    check(statement, context) {
        if (statement.transaction.kind === 'none')
            return;
        const locks = context.footprint().filter((one) => (0,facts_held/* stopsTraffic */.HI)(one, context.schema));
        const [first] = locks;
        if (first === undefined)
            return;
        const tables = locks.map(({ relation }) => (0,schema_objects/* shortName */.EU)(relation)).join(', ');
        const names = ((0,ast/* nodeOf */.E7)(statement.node, 'LockStmt')?.relations ?? []).flatMap((node) => {
            const name = (0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(node, 'RangeVar'));
            return name ? [(0,ast/* display */.Vy)(name)] : [];
        });
        const weaker = (0,sql_locks/* blockedBy */.yJ)(first.lock).includes('reads')
            ? `Leave it out, or let readers in:\nLOCK TABLE ${names.join(', ')} IN SHARE ROW EXCLUSIVE MODE;`
            : 'Leave it out if the statements after it take the locks that they need, or put it right before the one that needs it.';
        context.report({
            message: `LOCK TABLE takes ${first.lock} on ${tables}: ${(0,facts_held/* waiters */.Cu)(first)} of ${tables} wait until the transaction ends.`,
            help: weaker,
            claim: (0,verdict_fact/* lock */.s2)(first.lock, first.relation),
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'BEGIN;\nLOCK TABLE t;\nCOMMIT;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'),
            },
            {
                setup: 'CREATE SCHEMA app; CREATE TABLE app.t (a int);',
                sql: 'LOCK TABLE app.t IN SHARE MODE;',
                transaction: 'per-script',
                claim: (0,verdict_fact/* lock */.s2)('SHARE', 'app.t'),
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t;',
                sql: 'BEGIN;\nLOCK TABLE v IN EXCLUSIVE MODE;\nCOMMIT;',
                claim: (0,verdict_fact/* lock */.s2)('EXCLUSIVE', 'public.v'),
            },
        ],
        good: [
            { setup: 'CREATE TABLE t (a int);', sql: 'BEGIN;\nLOCK TABLE t IN ROW EXCLUSIVE MODE;\nCOMMIT;' },
            { setup: 'CREATE TABLE t (a int);', sql: 'BEGIN;\nLOCK TABLE t IN SHARE UPDATE EXCLUSIVE MODE;\nCOMMIT;' },
            { sql: 'BEGIN;\nCREATE TABLE t (a int);\nLOCK TABLE t;\nCOMMIT;' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/lock-timeout-too-long.js



/* harmony default export */ const lock_timeout_too_long = ((0,rule/* defineRule */.K)({
    id: 'lock-timeout-too-long',
    harm: 'decision',
    summary: 'A long lock_timeout lets a waiting lock stop the table for that long',
    why: `While a statement waits for a lock, everybody who comes after it waits behind it. \`lock_timeout\` is therefore the
longest time for which the table can stand still before the statement has done anything. Connection pools and web requests
give up after a few seconds.`,
    fix: 'Set two or three seconds, and run the migration again when the limit is hit.',
    statements: ['VariableSetStmt', 'SelectStmt'],
    options: (0,dist/* strictObject */.rej)({ 'max-seconds': (0,dist/* optional */.lqM)((0,dist/* number */.aig)('expected a number of seconds'), 10) }),
    check(statement, context) {
        const change = (0,schema_session/* settingsOf */.f5)(statement.node).find(({ name }) => name === 'lock_timeout');
        if (change === undefined)
            return;
        const limit = Number(context.options['max-seconds']);
        const ms = (0,schema_session/* timeoutMs */.G6)(new Map([['lock_timeout', { value: change.value, by: statement }]]), 'lock_timeout') ?? 0;
        if (ms <= limit * 1000)
            return;
        context.report({
            message: `lock_timeout is ${change.value}: for up to ${ms / 1000} seconds everybody who needs a table that this migration waits for waits with it.`,
            help: `Set a shorter limit, and run the migration again when it is hit:\nSET${change.isLocal ? ' LOCAL' : ''} lock_timeout = '2s';`,
        });
    },
    examples: {
        bad: [
            { sql: "SET lock_timeout = '5min';" },
            { sql: 'BEGIN;\nSET LOCAL lock_timeout = 60000;\nCOMMIT;' },
            { sql: "SET lock_timeout = '5s';", options: { 'max-seconds': 3 } },
        ],
        good: [
            { sql: "SET lock_timeout = '2s';" },
            { sql: "SET lock_timeout = '10s';" },
            { sql: 'SET lock_timeout = 0;' },
            { sql: 'RESET lock_timeout;' },
            { sql: "SET statement_timeout = '1h';" },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/lossy-recreate.js





const KINDS = ['view', 'materialized view', 'function', 'sequence', 'type', 'domain', 'table'];
/* harmony default export */ const lossy_recreate = ((0,rule/* defineRule */.K)({
    id: 'lossy-recreate',
    harm: 'decision',
    summary: 'Dropping and creating an object again loses its privileges and its comment',
    why: `GRANTs and comments belong to the object, not to its name. What is created again under the same name has neither: the next
query of a role that had been granted the old one fails, although nothing in the migration looks like it.`,
    fix: `Replace it where you can: CREATE OR REPLACE keeps both. Where it must be dropped, repeat its GRANTs and its COMMENT after
it is created.`,
    statements: ['DropStmt'],
    check(statement, context) {
        const { schema, script } = context;
        for (const { object } of dropped(statement)) {
            const known = schema.find(object.kind, object.name);
            if (!known || !KINDS.includes(object.kind) || !(0,facts_down/* creates */.Gf)(script, object, statement.index + 1))
                continue;
            const after = (0,facts_down/* effectsFrom */.bD)(script, statement.index + 1).filter(({ change, object: other }) => change === 'alter' && (0,schema_objects/* objectKey */.T5)(other) === (0,schema_objects/* objectKey */.T5)(object));
            const has = (fact) => after.some(({ object: other }) => fact in (other.facts ?? {}));
            const lost = [
                ...(known.facts?.privileges && !has('privileges') ? ['the privileges that were granted or revoked on it'] : []),
                ...(known.facts?.comment && !has('comment') ? ['its comment'] : []),
            ];
            if (lost.length === 0)
                continue;
            const name = sqlName(object.name);
            const kind = object.kind.toUpperCase();
            const comment = `COMMENT ON ${kind} ${name} IS '${known.facts?.comment?.replaceAll("'", "''")}';`;
            context.report({
                message: `The ${object.kind} ${(0,schema_objects/* shortName */.EU)(object.name)} loses ${enumerated(lost)} with this DROP, and is created again without.`,
                help: `Repeat after it is created what it had before:\n${known.facts?.comment && !has('comment') && object.kind !== 'function' ? comment : `GRANT … ON ${object.kind === 'view' || object.kind === 'materialized view' ? 'TABLE' : kind} ${name} TO …;`}`,
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE VIEW v AS SELECT 1 AS a; GRANT SELECT ON v TO PUBLIC;',
                sql: 'DROP VIEW v;\nCREATE VIEW v AS SELECT 1 AS b;',
            },
            {
                setup: "CREATE MATERIALIZED VIEW v AS SELECT 1 AS a; COMMENT ON MATERIALIZED VIEW v IS 'one';",
                sql: 'DROP MATERIALIZED VIEW IF EXISTS v;\nCREATE MATERIALIZED VIEW v AS SELECT 1 AS b;',
            },
        ],
        good: [
            {
                setup: 'CREATE VIEW v AS SELECT 1 AS a; GRANT SELECT ON v TO PUBLIC;',
                sql: 'DROP VIEW v;\nCREATE VIEW v AS SELECT 1 AS b;\nGRANT SELECT ON v TO PUBLIC;',
            },
            { setup: 'CREATE VIEW v AS SELECT 1 AS a;', sql: 'DROP VIEW v;\nCREATE VIEW v AS SELECT 1 AS b;' },
            { setup: 'CREATE VIEW v AS SELECT 1 AS a; GRANT SELECT ON v TO PUBLIC;', sql: 'DROP VIEW v;' },
        ],
    },
}));

// EXTERNAL MODULE: ./build/sql/needs-transaction.js
var needs_transaction = __webpack_require__(8632);
;// CONCATENATED MODULE: ./build/rules/needs-transaction.js



/* harmony default export */ const rules_needs_transaction = ((0,rule/* defineRule */.K)({
    id: 'needs-transaction',
    harm: 'stops',
    summary: 'LOCK TABLE, SAVEPOINT and DECLARE CURSOR need a transaction around them',
    why: `What these statements make lasts until the end of the transaction. Outside one it would be gone at once, so Postgres
refuses them (SQLSTATE 25P01), and the migration stops there. Several statements that a tool sends as one query count as a
transaction, but not for SAVEPOINT.`,
    fix: 'Put the statement and those that rely on it between BEGIN and COMMIT.',
    statements: ['LockStmt', 'TransactionStmt', 'DeclareCursorStmt'],
    check(statement, context) {
        const form = (0,needs_transaction/* needsTransaction */._)(statement.node);
        if (form === undefined)
            return;
        const { transaction } = statement;
        const implicit = transaction.kind === 'layout' && transaction.mode === 'single-query';
        if (transaction.kind !== 'none' && !(implicit && statement.kind === 'TransactionStmt'))
            return;
        context.report({
            message: `${form} stands outside a transaction block: Postgres refuses it, and the script stops here.`,
            help: 'Write BEGIN; before it and COMMIT; after the statements that rely on it.',
            // The rehearsal opens a transaction where the tool's query string only implies one.
            ...(transaction.kind === 'none' && { claim: (0,verdict_fact/* refused */.J5)('25P01') }),
        });
    },
    examples: {
        bad: [
            { setup: 'CREATE TABLE t (a int);', sql: 'LOCK TABLE t IN SHARE MODE;', claim: (0,verdict_fact/* refused */.J5)('25P01') },
            { sql: 'SAVEPOINT before;', claim: (0,verdict_fact/* refused */.J5)('25P01') },
            { sql: 'SELECT 1;\nSAVEPOINT before;', transaction: 'single-query' },
            { sql: 'DECLARE c CURSOR FOR SELECT 1;', claim: (0,verdict_fact/* refused */.J5)('25P01') },
        ],
        good: [
            { setup: 'CREATE TABLE t (a int);', sql: 'BEGIN;\nLOCK TABLE t IN SHARE MODE;\nCOMMIT;' },
            { setup: 'CREATE TABLE t (a int);', sql: 'LOCK TABLE t IN SHARE MODE;\nSELECT 1;', transaction: 'single-query' },
            { setup: 'CREATE TABLE t (a int);', sql: 'LOCK TABLE t IN SHARE MODE;', transaction: 'per-script' },
            { sql: 'BEGIN;\nSAVEPOINT before;\nROLLBACK TO before;\nRELEASE before;\nCOMMIT;' },
            { sql: 'DECLARE c CURSOR WITH HOLD FOR SELECT 1;' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/no-lock-timeout.js










/* harmony default export */ const no_lock_timeout = ((0,rule/* defineRule */.K)({
    id: 'no-lock-timeout',
    ...shared_checks/* SHARED_CHECKS */.y['no-lock-timeout'],
    check(statement, context) {
        const { session, schema, script } = context;
        if (((0,schema_session/* timeoutMs */.G6)(session, 'lock_timeout') ?? 0) > 0 || waitsForNobody(statement))
            return;
        const first = context.footprint().find((one) => (0,facts_held/* stopsTraffic */.HI)(one, schema) && !isHeld(one, context));
        if (first === undefined)
            return;
        const set = statement.transaction.kind === 'none' ? 'SET' : 'SET LOCAL';
        const line = `${set} lock_timeout = '2s';`;
        const table = (0,schema_objects/* shortName */.EU)(first.relation);
        const by = session.get('lock_timeout')?.by.location.line;
        const why = by === undefined ? 'No lock_timeout is set' : `Line ${by} leaves lock_timeout without a limit`;
        const late = laterTimeout(statement, context);
        context.report({
            message: `${why}: behind one long query on ${table} this statement waits for its ${first.lock} as long as that takes, and ${(0,facts_held/* waiters */.Cu)(first)} of ${table} queue behind it.`,
            help: late === undefined
                ? `Set a limit before the first lock, and run the migration again when it is hit:\n${line}`
                : `Line ${late} sets a limit, but after this statement. Move it up:\n${line}`,
            // One limit for all of them: it is one finding in a file, with its places.
            cause: 'no lock_timeout',
            claim: [(0,verdict_fact/* hazard */.vl)('no-lock-timeout', script.file.path), (0,verdict_fact/* lock */.s2)(first.lock, first.relation)],
            ...(late === undefined &&
<<<<<<<< HEAD:dist/504.cli.js
                canStandHere(statement) &&
                context.once() && {
                fixes: [{ description: 'Set a lock_timeout', edits: insertBefore(statement, script, `${line}\n`) }],
========
                by === undefined &&
                canStandHere(statement) && {
                fixes: [
                    { description: 'Set a lock_timeout', edits: insertBefore(statement, script, [keywords(statement, line)]) },
                ],
>>>>>>>> rules17:dist/350.cli.js
            }),
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD COLUMN b int;\nALTER TABLE t ADD COLUMN c int;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'),
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: "BEGIN;\nALTER TABLE t ADD COLUMN b int;\nSET LOCAL lock_timeout = '2s';\nCOMMIT;",
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'),
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'SET lock_timeout = 0;\nALTER TABLE t ADD COLUMN b int;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'),
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: "SET LOCAL lock_timeout = '2s';\nALTER TABLE t ADD COLUMN b int;",
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'),
            },
            {
                setup: 'CREATE TABLE parent (id int PRIMARY KEY);',
                sql: 'CREATE TABLE child (id int, parent_id int REFERENCES parent);',
                claim: (0,verdict_fact/* lock */.s2)('SHARE ROW EXCLUSIVE', 'public.parent'),
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t DROP COLUMN b;',
                up: "SET lock_timeout = '2s';\nALTER TABLE t ADD COLUMN b int;",
                role: 'down',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'),
            },
        ],
        good: [
            { setup: 'CREATE TABLE t (a int);', sql: "SET lock_timeout = '2s';\nALTER TABLE t ADD COLUMN b int;" },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: "SET LOCAL lock_timeout = '2s';\nALTER TABLE t ADD COLUMN b int;",
                transaction: 'per-script',
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: "SET LOCAL lock_timeout = '2s';\nALTER TABLE t ADD COLUMN b int;",
                transaction: 'single-query',
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: "SELECT set_config('lock_timeout', '2s', false);\nALTER TABLE t ADD COLUMN b int;",
            },
            { setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY i ON t (a);' },
            { sql: 'CREATE TABLE t (a int);\nALTER TABLE t ADD COLUMN b int;\nCREATE INDEX i ON t (a);' },
            { setup: 'CREATE TABLE t (a int);', sql: "COMMENT ON TABLE t IS 'x';\nINSERT INTO t VALUES (1);\nANALYZE t;" },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'BEGIN;\nLOCK TABLE t NOWAIT;\nALTER TABLE t ADD COLUMN b int;\nCOMMIT;',
            },
            { sql: 'DROP TABLE IF EXISTS t;' },
            { sql: 'CREATE TEMP TABLE t (a int);\nALTER TABLE t ADD COLUMN b int;' },
        ],
    },
}));
/** CONCURRENTLY lets traffic pass while it waits; NOWAIT gives up at once. */
function waitsForNobody({ node }) {
    return (0,non_transactional/* nonTransactional */.l)(node)?.concurrently === true || (0,ast/* nodeOf */.E7)(node, 'LockStmt')?.nowait === true;
}
/** The transaction has it already: nothing is waited for. */
function isHeld({ relation, lock }, { held }) {
    return held.some(({ locks }) => locks.some((one) => one.relation === relation && (0,sql_locks/* compareLockModes */.tc)(one.lock, lock) >= 0));
}
/** Where a later statement sets what was needed here. */
function laterTimeout(statement, { script }) {
    const later = script.statements.find(({ index, node }) => index > statement.index && (0,ast/* nodeOf */.E7)(node, 'VariableSetStmt')?.name === 'lock_timeout');
    return later?.location.line;
}
/** One more statement makes a query string of one into a transaction. */
function canStandHere({ node, transaction }) {
    return (0,non_transactional/* nonTransactional */.l)(node) === undefined && transaction.kind !== 'block';
}

;// CONCATENATED MODULE: ./build/rules/non-transactional-in-transaction.js




/* harmony default export */ const non_transactional_in_transaction = ((0,rule/* defineRule */.K)({
    id: 'non-transactional-in-transaction',
    harm: 'stops',
    summary: 'VACUUM and other maintenance commands can’t run inside a transaction',
    why: `VACUUM, DISCARD ALL, ALTER SYSTEM, CREATE and DROP DATABASE or TABLESPACE, REINDEX of a schema or database, CLUSTER of all
tables, CREATE SUBSCRIPTION and COMMIT PREPARED refuse to run inside a transaction block (SQLSTATE 25001). CONCURRENTLY has a rule of its own.`,
    fix: 'Run the statement outside BEGIN … COMMIT: in a maintenance script, or in a file that the tool runs without a transaction.',
    check(statement, context) {
        const special = (0,non_transactional/* nonTransactional */.l)(statement.node);
        if (special === undefined || special.concurrently || statement.transaction.kind === 'none')
            return;
        context.report({
            message: `${special.form} can’t run ${transactionWords(statement.transaction)}: Postgres refuses it, and the script stops here.`,
            help: transactionHelp(statement, context),
            claim: (0,verdict_fact/* refused */.J5)('25001'),
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'BEGIN;\nVACUUM (ANALYZE) t;\nCOMMIT;',
                claim: (0,verdict_fact/* refused */.J5)('25001'),
            },
            { sql: 'BEGIN;\nDISCARD ALL;\nCOMMIT;', claim: (0,verdict_fact/* refused */.J5)('25001') },
            { sql: 'REINDEX SCHEMA public;', transaction: 'per-script', claim: (0,verdict_fact/* refused */.J5)('25001') },
        ],
        good: [
            { setup: 'CREATE TABLE t (a int);', sql: 'VACUUM (ANALYZE) t;', role: 'maintenance' },
            { setup: 'CREATE TABLE t (a int);', sql: 'BEGIN;\nANALYZE t;\nCOMMIT;' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/partition-of-locks-parent.js





/* harmony default export */ const partition_of_locks_parent = ((0,rule/* defineRule */.K)({
    id: 'partition-of-locks-parent',
    harm: 'decision',
    summary: 'CREATE TABLE … PARTITION OF locks out every reader and writer of the parent',
    why: `The new table is empty, but the parent isn’t: CREATE TABLE … PARTITION OF takes ACCESS EXCLUSIVE on it, and on its default
partition. While that waits for running queries, every later query on any of the partitions waits too.`,
    fix: `Create the table on its own, like the parent, and attach it: ATTACH PARTITION takes SHARE UPDATE EXCLUSIVE on the parent,
which lets reads and writes pass. An empty table is scanned in no time.`,
    statements: ['CreateStmt'],
    check(statement, context) {
        const create = (0,ast/* nodeOf */.E7)(statement.node, 'CreateStmt');
        const name = (0,ast/* relationName */.CJ)(create?.relation);
        const parent = (0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(create?.inhRelations?.[0], 'RangeVar'));
        if (!create?.partbound || !name || !parent)
            return;
        const full = (0,schema_objects/* fullName */.fq)(parent);
        if (context.schema.isNew(full) || !context.footprint().some(({ relation }) => relation === full))
            return;
        const [child, above] = [sqlName((0,schema_objects/* fullName */.fq)(name)), sqlName(full)];
        const bound = /\b(FOR\s+VALUES[\s\S]*?\)|DEFAULT)\s*(?=$|PARTITION|USING|WITH|TABLESPACE)/i.exec(statement.sql)?.[1];
        context.report({
            message: `CREATE TABLE ${(0,schema_objects/* shortName */.EU)((0,schema_objects/* lastName */.UK)((0,schema_objects/* fullName */.fq)(name)))} … PARTITION OF takes ACCESS EXCLUSIVE on ${(0,schema_objects/* shortName */.EU)(full)}: while it waits for running queries, every read and write of all its partitions waits too.`,
            help: `Create the table on its own, then attach it:\nCREATE TABLE ${child} (LIKE ${above} INCLUDING ALL);\nALTER TABLE ${above} ATTACH PARTITION ${child} ${bound ?? '…'};`,
            claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', full),
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p0 PARTITION OF p FOR VALUES IN (0);',
                sql: 'CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.p'),
            },
            {
                setup: 'CREATE SCHEMA app; CREATE TABLE app.p (a int) PARTITION BY RANGE (a); CREATE TABLE app.p0 PARTITION OF app.p FOR VALUES FROM (0) TO (1);',
                sql: 'CREATE TABLE IF NOT EXISTS app.p1 PARTITION OF app.p FOR VALUES FROM (1) TO (2) PARTITION BY LIST (a);',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'app.p'),
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a);',
                sql: 'CREATE TABLE p1 (LIKE p INCLUDING ALL);\nALTER TABLE p ATTACH PARTITION p1 FOR VALUES IN (1);',
            },
            { sql: 'CREATE TABLE p (a int) PARTITION BY LIST (a);\nCREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);' },
            {
                setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
                sql: 'CREATE TABLE IF NOT EXISTS p1 PARTITION OF p FOR VALUES IN (1);',
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/partitioned-unique-without-key.js








/* harmony default export */ const partitioned_unique_without_key = ((0,rule/* defineRule */.K)({
    id: 'partitioned-unique-without-key',
    harm: 'stops',
    summary: 'A unique key of a partitioned table must hold its partition key',
    why: `Each partition has an index of its own, so Postgres can keep a value unique only within one partition. It refuses a
primary key, UNIQUE constraint or unique index of a partitioned table that leaves out a column of PARTITION BY.`,
    fix: `Add the columns of PARTITION BY to the key. Where a value must be unique by itself across all partitions, keep it in a
table that isn’t partitioned and let that table’s unique index decide.`,
    statements: ['AlterTableStmt', 'CreateStmt', 'IndexStmt'],
    check(statement, { schema, report }) {
        for (const { table, partitionBy, columns, what } of uniqueKeys(statement, schema)) {
            const missing = partitionBy.filter((key) => key !== undefined && !columns.includes(key));
            // PARTITION BY with an expression takes no unique constraint at all, with another message.
            if (missing.length === 0 || partitionBy.includes(undefined))
                continue;
            const key = [...columns, ...missing].map(ast/* quoteIdentifier */.Cm).join(', ');
            report({
                message: `${what} (${columns.map(ast/* quoteIdentifier */.Cm).join(', ')}) leaves out ${enumerated(missing)}, by which ${(0,schema_objects/* shortName */.EU)(table)} is partitioned: Postgres refuses it, and the migration stops here.`,
                help: `Put the partition key into it: ${what} (${key}).`,
                claim: (0,verdict_fact/* refused */.J5)('0A000'),
            });
        }
    },
    examples: {
        bad: [
            {
                sql: 'CREATE TABLE event (id bigint PRIMARY KEY, day date NOT NULL) PARTITION BY RANGE (day);',
                claim: (0,verdict_fact/* refused */.J5)('0A000'),
            },
            {
                sql: 'CREATE TABLE event (id bigint, day date, UNIQUE (id)) PARTITION BY RANGE (day);',
                claim: (0,verdict_fact/* refused */.J5)('0A000'),
            },
            {
                setup: 'CREATE TABLE event (id bigint, day date) PARTITION BY RANGE (day);',
                sql: 'ALTER TABLE event ADD CONSTRAINT once UNIQUE (id);',
                claim: (0,verdict_fact/* refused */.J5)('0A000'),
            },
            {
                setup: 'CREATE TABLE event (id bigint, day date) PARTITION BY RANGE (day);',
                sql: 'CREATE UNIQUE INDEX once ON event (id);',
                claim: (0,verdict_fact/* refused */.J5)('0A000'),
            },
        ],
        good: [
            { sql: 'CREATE TABLE event (id bigint, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);' },
            {
                setup: 'CREATE TABLE event (id bigint, day date) PARTITION BY RANGE (day); CREATE TABLE event_1 PARTITION OF event DEFAULT;',
                sql: 'CREATE UNIQUE INDEX once ON event_1 (id);\nALTER TABLE event ADD UNIQUE (day, id);\nCREATE INDEX i ON event (id);',
            },
        ],
    },
}));
function uniqueKeys(statement, schema) {
    const index = (0,ast/* nodeOf */.E7)(statement.node, 'IndexStmt');
    const create = (0,ast/* nodeOf */.E7)(statement.node, 'CreateStmt');
    const name = (0,ast/* relationName */.CJ)(index?.relation ?? create?.relation);
    if (create?.partspec && name) {
        const partitionBy = (create.partspec.partParams ?? []).map((key) => (0,ast/* nodeOf */.E7)(key, 'PartitionElem')?.name);
        return (create.tableElts ?? []).flatMap((element) => {
            const column = (0,ast/* nodeOf */.E7)(element, 'ColumnDef')?.colname;
            return (0,foreign_keys/* constraintsIn */.qC)([element]).flatMap((one) => partitioned_unique_without_key_keyOf((0,effects_columns/* constraintFacts */.Jm)(one, column), (0,schema_objects/* fullName */.fq)(name), partitionBy));
        });
    }
    if (index?.unique && name) {
        const table = (0,schema_objects/* fullName */.fq)(name);
        const partitionBy = schema.find('table', table)?.facts?.partitionBy;
        const columns = (index.indexParams ?? []).flatMap((param) => (0,ast/* nodeOf */.E7)(param, 'IndexElem')?.name ?? []);
        return partitionBy ? [{ table, partitionBy, columns, what: 'UNIQUE' }] : [];
    }
    return addedConstraints(statement).flatMap(({ table, facts, constraint }) => {
        const partitionBy = schema.find('table', table)?.facts?.partitionBy;
        return partitionBy && !constraint.indexname ? partitioned_unique_without_key_keyOf(facts, table, partitionBy) : [];
    });
}
function partitioned_unique_without_key_keyOf(facts, table, partitionBy) {
    if (facts?.type !== 'unique' && facts?.type !== 'primary key')
        return [];
    return [{ table, partitionBy, columns: facts.columns, what: facts.type === 'unique' ? 'UNIQUE' : 'PRIMARY KEY' }];
}

;// CONCATENATED MODULE: ./build/rules/partly-applied-not-repeatable.js





/* harmony default export */ const partly_applied_not_repeatable = ((0,rule/* defineRule */.K)({
    id: 'partly-applied-not-repeatable',
    harm: 'note',
    summary: 'After a failure halfway, the migration can’t be run again',
    why: `Each statement of this script is committed by itself, since one of them can’t run in a transaction. When that one
fails (a build with CONCURRENTLY does so for a single duplicate, a deadlock or a timeout), what stands before it has been
applied and stays. The next attempt begins with the first statement again, which fails because its work is done.`,
    fix: 'Put each statement that can’t run in a transaction into a migration of its own, and the others into one that runs in a transaction.',
    check(statement, context) {
        const refused = statement.transaction.kind === 'none' ? (0,non_transactional/* nonTransactional */.l)(statement.node) : undefined;
        if (refused === undefined)
            return;
        const before = firstNotRepeatable(context.script.statements.slice(0, statement.index));
        if (before === undefined || !context.once())
            return;
        context.report({
            claim: (0,verdict_fact/* hazard */.vl)('second run', context.script.file.path),
            message: `When ${refused.form} fails here, the statement of line ${before.location.line} has been applied and stays: the next attempt stops there, and never reaches this line.`,
            help: `Move this statement into a migration of its own. Until then a failed run has to be cleaned up by hand, from line ${before.location.line} on.`,
            related: [{ ...before.location, message: 'Is committed by itself, and can’t be run twice' }],
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD COLUMN b int;\nCREATE INDEX CONCURRENTLY i ON t (b);',
            },
            {
                setup: 'CREATE TABLE t (a int, b int);',
                sql: 'CREATE INDEX CONCURRENTLY i ON t (a);\nCREATE INDEX CONCURRENTLY j ON t (b);',
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
                sql: 'BEGIN;\nCREATE TABLE u (a int);\nCOMMIT;\nDROP INDEX CONCURRENTLY i;',
            },
        ],
        good: [
            { setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY i ON t (a);' },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: "SET lock_timeout = 0;\nCREATE INDEX CONCURRENTLY i ON t (a);\nCOMMENT ON INDEX i IS 'x';",
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'DROP INDEX CONCURRENTLY IF EXISTS i;\nCREATE INDEX CONCURRENTLY i ON t (a);',
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD COLUMN IF NOT EXISTS b int;\nCREATE INDEX CONCURRENTLY i ON t (b);',
            },
            { sql: 'CREATE TABLE t (a int);\nCREATE TABLE u (a int);' },
            {
                setup: 'CREATE TABLE t (a int, b int);',
                sql: 'DROP INDEX CONCURRENTLY IF EXISTS i;\nCREATE INDEX CONCURRENTLY i ON t (a);\nDROP INDEX CONCURRENTLY IF EXISTS j;\nCREATE INDEX CONCURRENTLY j ON t (b);',
            },
        ],
    },
}));
/** One that makes or drops something without IF [NOT] EXISTS, and without a DROP … IF EXISTS before it. */
function firstNotRepeatable(statements) {
    const cleared = new Set();
    for (const statement of statements) {
        for (const { change, object, conditional, implied } of (0,schema_effects/* effectsOf */.w)(statement.node)) {
            if (change === 'drop' && conditional)
                cleared.add((0,schema_objects/* objectKey */.T5)(object));
            else if (change !== 'alter' && !conditional && !implied && !cleared.has((0,schema_objects/* objectKey */.T5)(object)))
                return statement;
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/rules/pending-trigger-events.js






/* harmony default export */ const pending_trigger_events = ((0,rule/* defineRule */.K)({
    id: 'pending-trigger-events',
    harm: 'stops',
    summary: 'A table with deferred checks is changed in the transaction that wrote to it',
    why: `The checks of a constraint that is INITIALLY DEFERRED wait for the end of the transaction. While they wait, Postgres
refuses to change or to empty the table: “cannot ALTER TABLE … because it has pending trigger events” (SQLSTATE 55006).
With empty tables nothing waits, so the migration passes every test that has no rows.`,
    fix: 'Run the checks first, with SET CONSTRAINTS ALL IMMEDIATE; or commit between writing and changing.',
    statements: ['AlterTableStmt', 'IndexStmt', 'TruncateStmt'],
    check(statement, context) {
        if (statement.transaction.kind === 'none')
            return;
        for (const table of changed(statement)) {
            const deferred = context.schema.partsOf(table, 'constraint').filter(({ facts }) => facts?.initiallyDeferred);
            const writer = deferred.length === 0 ? undefined : writerBefore(statement, table, deferred, context);
            if (writer === undefined)
                continue;
            const [constraint] = deferred;
            context.report({
                message: `The checks of ${(0,schema_objects/* shortName */.EU)(table)}’s deferred constraint ${(0,schema_objects/* shortName */.EU)(constraint?.name.slice(table.length + 1) ?? '')}, which ${(0,positions/* lineOf */.cA)(writer, statement)} has left to the end of the transaction, are still to come: Postgres refuses this statement.`,
                help: 'Let the checks run before it:\nSET CONSTRAINTS ALL IMMEDIATE;',
                claim: (0,verdict_fact/* refused */.J5)('55006'),
                related: [
                    { ...writer.location, message: `Leaves checks of ${(0,schema_objects/* shortName */.EU)(table)} for the end of the transaction` },
                ],
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int REFERENCES p DEFERRABLE INITIALLY DEFERRED);',
                sql: 'BEGIN;\nINSERT INTO p VALUES (1);\nINSERT INTO c VALUES (1);\nALTER TABLE c ADD COLUMN x int;\nCOMMIT;',
                claim: (0,verdict_fact/* refused */.J5)('55006'),
            },
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int); ALTER TABLE c ADD CONSTRAINT k FOREIGN KEY (id) REFERENCES p INITIALLY DEFERRED; INSERT INTO p VALUES (1), (2); INSERT INTO c VALUES (1);',
                sql: 'UPDATE c SET id = 2;\nCREATE INDEX i ON c (id);',
                transaction: 'per-script',
                claim: (0,verdict_fact/* refused */.J5)('55006'),
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int REFERENCES p DEFERRABLE INITIALLY DEFERRED);',
                sql: 'BEGIN;\nINSERT INTO p VALUES (1);\nINSERT INTO c VALUES (1);\nSET CONSTRAINTS ALL IMMEDIATE;\nALTER TABLE c ADD COLUMN x int;\nCOMMIT;',
            },
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int REFERENCES p DEFERRABLE INITIALLY DEFERRED);',
                sql: 'BEGIN;\nINSERT INTO p VALUES (1);\nINSERT INTO c VALUES (1);\nCOMMIT;\nALTER TABLE c ADD COLUMN x int;',
            },
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int REFERENCES p DEFERRABLE);',
                sql: 'BEGIN;\nINSERT INTO p VALUES (1);\nINSERT INTO c VALUES (1);\nALTER TABLE c ADD COLUMN x int;\nCOMMIT;',
            },
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int REFERENCES p DEFERRABLE INITIALLY DEFERRED, n int); INSERT INTO p VALUES (1); INSERT INTO c VALUES (1);',
                sql: 'BEGIN;\nUPDATE c SET n = 2;\nALTER TABLE c ADD COLUMN x int;\nCOMMIT;',
            },
        ],
    },
}));
function changed({ node }) {
    const truncated = (0,ast/* nodeOf */.E7)(node, 'TruncateStmt')?.relations?.map((item) => (0,ast/* nodeOf */.E7)(item, 'RangeVar'));
    const relations = truncated ?? [((0,ast/* nodeOf */.E7)(node, 'AlterTableStmt') ?? (0,ast/* nodeOf */.E7)(node, 'IndexStmt'))?.relation];
    return relations.flatMap((relation) => {
        const name = (0,ast/* relationName */.CJ)(relation);
        return name ? [(0,schema_objects/* fullName */.fq)(name)] : [];
    });
}
/** The last statement of the transaction that left checks behind. */
function writerBefore(statement, table, deferred, { run, schema }) {
    for (const earlier of (0,same_transaction/* before */.gM)(statement, run)) {
        if ('ConstraintsSetStmt' in (earlier.node ?? {}))
            return undefined;
        if (leavesChecks(earlier, table, deferred, schema))
            return earlier;
    }
    return undefined;
}
/** INSERT … VALUES always, UPDATE where it sets a column of the constraint and rows are there to be set. */
function leavesChecks({ node }, table, deferred, schema) {
    const insert = (0,ast/* nodeOf */.E7)(node, 'InsertStmt');
    const update = (0,ast/* nodeOf */.E7)(node, 'UpdateStmt');
    const name = (0,ast/* relationName */.CJ)((insert ?? update)?.relation);
    if (!name || (0,schema_objects/* fullName */.fq)(name) !== table)
        return false;
    if (insert)
        return ((0,ast/* nodeOf */.E7)(insert.selectStmt, 'SelectStmt')?.valuesLists?.length ?? 0) > 0;
    const set = (update?.targetList ?? []).flatMap((target) => (0,ast/* nodeOf */.E7)(target, 'ResTarget')?.name ?? []);
    return !schema.isNew(table) && deferred.some(({ facts }) => facts?.columns?.some((column) => set.includes(column)));
}

;// CONCATENATED MODULE: ./build/rules/primary-key-scans-for-null.js








/* harmony default export */ const primary_key_scans_for_null = ((0,rule/* defineRule */.K)({
    id: 'primary-key-scans-for-null',
    harm: 'blocks',
    summary: 'PRIMARY KEY USING INDEX reads every row while a column of it may be NULL',
    why: `A primary key makes its columns NOT NULL. USING INDEX saves building the index, but where a column isn’t NOT NULL yet,
every row is read under ACCESS EXCLUSIVE to find out: all reads and writes of the table wait.`,
    fix: `Make the columns NOT NULL beforehand, by way of a CHECK that is added NOT VALID and validated in a transaction of its
own. The primary key then takes its lock for a moment only.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        const { schema } = context;
        for (const { table, facts, constraint } of addedConstraints(statement)) {
            if (facts.type !== 'primary key' || !constraint.indexname || schema.isNew(table))
                continue;
            const index = schema.partsOf(table, 'index').find(({ name }) => name.endsWith(`.${constraint.indexname}`));
            const columns = (index?.facts?.columns ?? []).flatMap((column) => column ?? []);
            const nullable = columns.filter((column) => schema.find('column', `${table}.${column}`)?.facts?.notNull === false);
            const unknown = schema.find('table', table) === undefined || index?.facts?.columns === undefined;
            const found = nullable.length > 0 || unknown ? predicted(table, context) : undefined;
            // Without a scan, a valid CHECK says that there is no NULL.
            if (!found || (!found.scans && !unknown))
                continue;
            if (unknown) {
                context.report({
                    message: `Unless all columns of ${(0,ast/* quoteIdentifier */.Cm)(constraint.indexname)} are NOT NULL already, every row of ${(0,schema_objects/* shortName */.EU)(table)} is read for this while ${found.lock} is held: reads and writes wait.`,
                    help: 'Make them NOT NULL beforehand: add CHECK (… IS NOT NULL) NOT VALID, validate it in a later transaction, SET NOT NULL, and drop the CHECK. Then add the primary key.',
                    claim: (0,verdict_fact/* touches */.yI)(found.lock, table, { scans: true }),
                });
                continue;
            }
            context.report({
                message: `${enumerated(nullable)} of ${(0,schema_objects/* shortName */.EU)(table)} may be NULL, so every row is read while PRIMARY KEY USING INDEX ${(0,ast/* quoteIdentifier */.Cm)(constraint.indexname)} holds ${found.lock}: reads and writes wait.`,
                help: {
                    says: 'Rule out NULL first.',
                    steps: [
                        ...ruleOutNull(table, nullable),
                        { name: slug('key', (0,schema_objects/* lastName */.UK)(table)), sql: `${statement.sql};`, locks: true },
                    ],
                },
                claim: found.claim,
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (id int); CREATE UNIQUE INDEX t_id ON t (id);',
                sql: 'ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_id;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a int NOT NULL, b int); CREATE UNIQUE INDEX k ON t (a, b);',
                sql: 'ALTER TABLE t ADD PRIMARY KEY USING INDEX k;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (id int NOT NULL); CREATE UNIQUE INDEX t_id ON t (id);',
                sql: 'ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_id;',
            },
            {
                setup: 'CREATE TABLE t (id int, CHECK (id IS NOT NULL)); CREATE UNIQUE INDEX t_id ON t (id);',
                sql: 'ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_id;',
            },
            {
                setup: 'CREATE TABLE t (id int); CREATE UNIQUE INDEX t_id ON t (id);',
                sql: 'ALTER TABLE t ADD CONSTRAINT t_key UNIQUE USING INDEX t_id;',
            },
            {
                sql: 'CREATE TABLE t (id int);\nCREATE UNIQUE INDEX i ON t (id);\nALTER TABLE t ADD PRIMARY KEY USING INDEX i;',
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/quoted-identifier.js




/* harmony default export */ const quoted_identifier = ((0,rule/* defineRule */.K)({
    id: 'quoted-identifier',
    harm: 'note',
    preset: 'strict',
    summary: 'A name that needs double quotes has to be quoted in every query',
    why: `Postgres folds names without quotes to lower case. A name with capitals, spaces or dashes is found only when every query, by
hand or in code, writes it in double quotes.`,
    fix: 'Use lower case letters, digits and underscores.',
    roles: ['up'],
    check(statement, context) {
        for (const { change, object } of (0,schema_effects/* effectsOf */.w)(statement.node)) {
            const name = (0,schema_objects/* lastName */.UK)(object.name);
            if (change !== 'create' || (0,ast/* quoteIdentifier */.Cm)(name) === name)
                continue;
            if (context.schema.find(object.kind, object.name))
                continue;
            const plain = name
                .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
                .toLowerCase()
                .replace(/[^a-z0-9_]+/g, '_');
            context.report({
                message: `The ${object.kind} ${(0,schema_objects/* shortName */.EU)(object.name)} is found only where its name stands in double quotes.`,
                help: `Call it ${plain}.`,
            });
        }
    },
    examples: {
        bad: [
            { sql: 'CREATE TABLE "userAccount" (id int);' },
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ADD COLUMN "createdAt" timestamptz;' },
        ],
        good: [
            { sql: 'CREATE TABLE UserAccount (id int);' },
            { sql: 'CREATE TABLE "user" (id int);' },
            { setup: 'CREATE TABLE "userAccount" (id int);', sql: 'CREATE TABLE IF NOT EXISTS "userAccount" (id int);' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/redundant-index.js




/* harmony default export */ const redundant_index = ((0,rule/* defineRule */.K)({
    id: 'redundant-index',
    harm: 'note',
    preset: 'strict',
    summary: 'Another index of the table does what this one does',
    why: `A B-tree on (a, b) serves every search for a alone, so a second one on (a) only costs: space, cache, and time at each
INSERT and UPDATE. The same goes for two indexes on the same columns.`,
    fix: 'Leave the index out. If the longer one isn’t needed, drop that one instead.',
    statements: ['IndexStmt'],
    check(statement, { schema, report }) {
        const [effect] = (0,schema_effects/* effectsOf */.w)(statement.node);
        const wanted = effect?.object;
        if (!wanted?.table || !wanted.facts || schema.find('index', wanted.name))
            return;
        const { facts } = wanted;
        const other = schema.partsOf(wanted.table, 'index').find((known) => known.facts && serves(known.facts, facts));
        if (!other)
            return;
        report({
            message: `${(0,schema_objects/* lastName */.UK)(other.name)} of ${(0,schema_objects/* shortName */.EU)(wanted.table)} begins with the same columns: it serves every query that ${(0,schema_objects/* lastName */.UK)(wanted.name)} would.`,
            help: 'Leave this index out.',
            claim: (0,verdict_fact/* hazard */.vl)('redundant index', wanted.name),
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a, b);',
                sql: 'CREATE INDEX CONCURRENTLY j ON t (a);',
            },
            { setup: 'CREATE TABLE t (a int PRIMARY KEY);', sql: 'CREATE INDEX CONCURRENTLY j ON t (a);' },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a, b);',
                sql: 'CREATE INDEX CONCURRENTLY j ON t (b);\nCREATE UNIQUE INDEX CONCURRENTLY k ON t (a);',
            },
            {
                setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a, b) WHERE b > 0;',
                sql: 'CREATE INDEX CONCURRENTLY j ON t (a);\nCREATE INDEX CONCURRENTLY k ON t USING hash (a);\nCREATE INDEX CONCURRENTLY l ON t (a int4_ops);',
            },
        ],
    },
}));
/** Whether every search by the new index can go by the known one. */
function serves(known, wanted) {
    if (known.partial || wanted.partial || known.custom || wanted.custom || wanted.unique || wanted.included?.length)
        return false;
    if (known.method !== 'btree' || wanted.method !== 'btree')
        return false;
    return wanted.columns?.every((column, at) => column !== undefined && column === known.columns?.[at]) ?? false;
}

;// CONCATENATED MODULE: ./build/lint/facts/refresh.js
/** A unique index on plain columns, without WHERE; undefined where the view is not of the scripts. */
function canRefreshConcurrently(view, schema) {
    if (schema.find('materialized view', view) === undefined)
        return undefined;
    return schema
        .partsOf(view, 'index')
        .some(({ facts }) => facts?.unique && !facts.partial && facts.columns?.every((column) => column !== undefined));
}

;// CONCATENATED MODULE: ./build/rules/refresh-concurrently-without-unique-index.js






/* harmony default export */ const refresh_concurrently_without_unique_index = ((0,rule/* defineRule */.K)({
    id: 'refresh-concurrently-without-unique-index',
    harm: 'stops',
    summary: 'REFRESH … CONCURRENTLY is refused without a unique index',
    why: `To find the rows that changed, Postgres compares the old and the new content by a unique index on plain columns, without a
WHERE clause. Where the view has none, the statement fails with SQLSTATE 55000, and the script stops there.`,
    fix: 'Create a unique index on the columns that tell the view’s rows apart.',
    statements: ['RefreshMatViewStmt'],
    check(statement, context) {
        const refresh = (0,ast/* nodeOf */.E7)(statement.node, 'RefreshMatViewStmt');
        const name = (0,ast/* relationName */.CJ)(refresh?.relation);
        if (!refresh?.concurrent || !name)
            return;
        const view = (0,schema_objects/* fullName */.fq)(name);
        if (canRefreshConcurrently(view, context.schema) !== false)
            return;
        context.report({
            message: `Postgres refuses REFRESH MATERIALIZED VIEW CONCURRENTLY here: ${(0,schema_objects/* shortName */.EU)(view)} has no unique index on plain columns.`,
            help: `Create one first, outside a transaction:\nCREATE UNIQUE INDEX CONCURRENTLY ${quoteLast(view, '_unique')} ON ${sqlName(view)} (…);`,
            claim: (0,verdict_fact/* refused */.J5)('55000'),
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a; CREATE INDEX i ON v (a);',
                sql: 'REFRESH MATERIALIZED VIEW CONCURRENTLY v;',
                claim: (0,verdict_fact/* refused */.J5)('55000'),
            },
            {
                setup: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a; CREATE UNIQUE INDEX i ON v (a) WHERE a > 0;',
                sql: 'REFRESH MATERIALIZED VIEW CONCURRENTLY v;',
                claim: (0,verdict_fact/* refused */.J5)('55000'),
            },
        ],
        good: [
            {
                setup: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a; CREATE UNIQUE INDEX i ON v (a);',
                sql: 'REFRESH MATERIALIZED VIEW CONCURRENTLY v;',
            },
            {
                setup: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a;',
                sql: 'CREATE UNIQUE INDEX i ON v (a);\nREFRESH MATERIALIZED VIEW CONCURRENTLY v;',
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/refresh-not-concurrent.js







const REFRESH = /^refresh\s+materialized\s+view/i;
/* harmony default export */ const refresh_not_concurrent = ((0,rule/* defineRule */.K)({
    id: 'refresh-not-concurrent',
    harm: 'blocks',
    summary: 'REFRESH MATERIALIZED VIEW locks out every reader of the view',
    why: `REFRESH MATERIALIZED VIEW takes ACCESS EXCLUSIVE on the view and keeps it while its query runs and its indexes are built:
nobody reads the view until it is done.`,
    fix: `REFRESH MATERIALIZED VIEW CONCURRENTLY lets reads pass. It needs a unique index on plain columns, without WHERE, and a
view that has been filled before.`,
    statements: ['RefreshMatViewStmt'],
    check(statement, context) {
        const refresh = (0,ast/* nodeOf */.E7)(statement.node, 'RefreshMatViewStmt');
        const name = (0,ast/* relationName */.CJ)(refresh?.relation);
        if (!refresh || !name || refresh.concurrent)
            return;
        const view = (0,schema_objects/* fullName */.fq)(name);
        if (context.schema.isNew(view))
            return;
        const able = canRefreshConcurrently(view, context.schema);
        const safe = refresh.skipData ? undefined : `REFRESH MATERIALIZED VIEW CONCURRENTLY ${sqlName(view)};`;
        const index = `CREATE UNIQUE INDEX CONCURRENTLY ${quoteLast(view, '_unique')} ON ${sqlName(view)} (…);\n`;
        context.report({
            message: `REFRESH MATERIALIZED VIEW takes ACCESS EXCLUSIVE on ${(0,schema_objects/* shortName */.EU)(view)} while ${refresh.skipData ? 'it empties it: afterwards every query on it fails' : 'its query runs: every read of the view waits'}.`,
            help: safe
                ? `Refresh it without blocking reads:\n${able ? '' : index}${safe}`
                : 'Leave the view filled, or drop it once nothing reads it.',
            claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', view),
            ...(able &&
                safe && {
                fixes: [
                    {
                        description: 'Add CONCURRENTLY',
                        edits: insertAfter(statement, context.script, REFRESH, keywords(statement, ' CONCURRENTLY')),
                    },
                ],
            }),
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a; CREATE UNIQUE INDEX i ON v (a);',
                sql: 'REFRESH MATERIALIZED VIEW v;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.v'),
            },
            {
                setup: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a;',
                sql: 'REFRESH MATERIALIZED VIEW v WITH NO DATA;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.v'),
            },
        ],
        good: [
            {
                setup: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a; CREATE UNIQUE INDEX i ON v (a);',
                sql: 'REFRESH MATERIALIZED VIEW CONCURRENTLY v;',
            },
            { sql: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a WITH NO DATA;\nREFRESH MATERIALIZED VIEW v;' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/reindex-not-concurrent.js








/** With the parentheses of its options, if it has any, and its kind. */
const reindex_not_concurrent_HEAD = /^reindex\s*(?:\([^)]*\)\s*)?(?:index|table|schema|database)\b/i;
/* harmony default export */ const reindex_not_concurrent = ((0,rule/* defineRule */.K)({
    id: 'reindex-not-concurrent',
    harm: 'blocks',
    summary: 'REINDEX blocks writes of the table, and reads that could use the index',
    why: `REINDEX takes SHARE on the table, which stops its writes, and ACCESS EXCLUSIVE on each index that it rebuilds. Reads
stop as well: to plan a query, Postgres locks every index of the table.`,
    fix: 'REINDEX … CONCURRENTLY builds a new index beside the old one, and lets reads and writes pass. It can’t run in a transaction; for a partitioned table, neither can REINDEX without it.',
    statements: ['ReindexStmt'],
    check(statement, context) {
        const reindex = (0,ast/* nodeOf */.E7)(statement.node, 'ReindexStmt');
        const { schema } = context;
        if (!reindex || reindex.kind === 'REINDEX_OBJECT_SYSTEM' || (0,ast/* hasOption */.Kz)(reindex.params, 'concurrently'))
            return;
        const name = (0,ast/* relationName */.CJ)(reindex.relation);
        const relation = name && (0,schema_objects/* fullName */.fq)(name);
        const index = reindex.kind === 'REINDEX_OBJECT_INDEX' && relation ? schema.find('index', relation) : undefined;
        const table = index?.table ?? relation;
        if (table && schema.isNew(table))
            return;
        // A partitioned one is rebuilt partition by partition, each in a transaction of its own.
        const partitioned = table !== undefined && (0,touch/* isPartitioned */.gN)(table, schema);
        const found = table && !partitioned && !(0,touch/* isMissing */.b2)(table, schema) ? predicted(table, context) : undefined;
        const fails = partitioned && statement.transaction.kind !== 'none';
        context.report({
            message: fails
                ? `${(0,schema_objects/* shortName */.EU)(table)} is partitioned: Postgres refuses to rebuild its indexes in a transaction, and the script stops here.`
                : `REINDEX takes SHARE on ${table && (index || reindex.kind === 'REINDEX_OBJECT_TABLE') ? (0,schema_objects/* shortName */.EU)(table) : 'each table'} and ACCESS EXCLUSIVE on each index that it rebuilds: writes wait, and so do reads, which lock every index of the table while they are planned.`,
            help: {
                says: 'Rebuild without blocking.',
                steps: [
                    apart(slug('reindex', relation ? (0,schema_objects/* lastName */.UK)(relation) : ''), `${statement.sql.replace(reindex_not_concurrent_HEAD, '$& CONCURRENTLY')};`),
                ],
            },
            ...(fails ? { claim: (0,verdict_fact/* refused */.J5)('25001') } : found && { claim: found.claim }),
            ...(statement.transaction.kind === 'none' &&
                canBeConcurrent(index, schema) && {
                fixes: [
                    {
                        description: 'Add CONCURRENTLY',
                        edits: insertAfter(statement, context.script, reindex_not_concurrent_HEAD, keywords(statement, ' CONCURRENTLY')),
                    },
                ],
            }),
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
                sql: 'REINDEX INDEX i;',
                claim: [(0,verdict_fact/* lock */.s2)('SHARE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
                sql: 'BEGIN;\nREINDEX (VERBOSE) TABLE t;\nCOMMIT;',
                claim: [(0,verdict_fact/* lock */.s2)('SHARE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            { sql: 'REINDEX SCHEMA public;' },
            {
                setup: 'CREATE TABLE p (a int PRIMARY KEY) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
                sql: 'REINDEX TABLE p;',
                transaction: 'per-script',
                claim: (0,verdict_fact/* refused */.J5)('25001'),
            },
            {
                setup: 'CREATE TABLE p (a int PRIMARY KEY) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
                sql: 'REINDEX INDEX p_pkey;',
            },
        ],
        good: [
            { setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);', sql: 'REINDEX INDEX CONCURRENTLY i;' },
            { setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);', sql: 'REINDEX (CONCURRENTLY) TABLE t;' },
            { sql: 'CREATE TABLE t (a int PRIMARY KEY);\nREINDEX TABLE t;\nREINDEX INDEX t_pkey;' },
        ],
    },
}));
/** One known index. Of a whole table, CONCURRENTLY passes over invalid indexes and those of exclusion constraints, with a warning. */
function canBeConcurrent(index, schema) {
    if (index === undefined)
        return false;
    const { table, facts } = index;
    if (facts?.constraint === undefined)
        return true;
    return schema.find('constraint', `${table}.${facts.constraint}`)?.facts?.type !== 'exclusion';
}

;// CONCATENATED MODULE: ./build/rules/rename-column.js







/* harmony default export */ const rename_column = ((0,rule/* defineRule */.K)({
    id: 'rename-column',
    harm: 'breaks',
    summary: 'Running code fails from the moment that a column has another name',
    why: `No code can work before and after a rename, so whichever version of the application runs while the migration does,
one of them fails with SQLSTATE 42703: the old one from then on, the new one until then. Rollbacks have the same gap.`,
    fix: `Add a column of the new name, keep both equal with a trigger, fill it in batches, move the application over, and drop
the old column in a later migration. Or leave the name as it is in the database, and map it in the application.`,
    statements: ['RenameStmt'],
    roles: ['up', 'maintenance'],
    check(statement, context) {
        const rename = (0,ast/* nodeOf */.E7)(statement.node, 'RenameStmt');
        const name = (0,ast/* relationName */.CJ)(rename?.relation);
        if (rename?.renameType !== 'OBJECT_COLUMN' || rename.relationType !== 'OBJECT_TABLE' || !name)
            return;
        const table = (0,schema_objects/* fullName */.fq)(name);
        const { schema } = context;
        if (schema.isNew(table) || schema.find('column', `${table}.${rename.subname}`)?.origin === 'change')
            return;
        const found = predicted(table, context);
        if (!found)
            return;
        const type = schema.find('column', `${table}.${rename.subname}`)?.facts?.type;
        const [from, to] = [(0,ast/* quoteIdentifier */.Cm)(rename.subname ?? ''), (0,ast/* quoteIdentifier */.Cm)(rename.newname ?? '')];
        context.report({
            message: `Code that says ${from} of ${(0,schema_objects/* shortName */.EU)(table)} fails as soon as this has run, and code that says ${to} fails until then.`,
            help: `Add ${to} beside ${from}, keep both equal with a trigger, fill it in batches, and drop ${from} in a later migration:\nALTER TABLE ${sqlName(table)} ADD COLUMN ${to} ${type ? (0,types/* typeText */.wQ)(type) : '…'};`,
            claim: (0,verdict_fact/* lock */.s2)(found.lock, table),
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t RENAME COLUMN a TO b;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'),
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE ONLY t RENAME a TO "B";',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'),
            },
        ],
        good: [
            { sql: 'CREATE TABLE t (a int);\nALTER TABLE t RENAME COLUMN a TO b;' },
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ADD COLUMN b int;\nALTER TABLE t RENAME b TO c;' },
            {
                setup: 'CREATE TABLE t (a int);',
                up: 'ALTER TABLE t ADD COLUMN b int;',
                sql: 'ALTER TABLE t RENAME b TO c;\nALTER TABLE t DROP COLUMN c;',
                role: 'down',
            },
            { setup: 'CREATE TYPE pair AS (a int);', sql: 'ALTER TYPE pair RENAME ATTRIBUTE a TO b;' },
            { sql: 'ALTER TABLE IF EXISTS missing RENAME COLUMN a TO b;' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/rename-schema.js


/* harmony default export */ const rename_schema = ((0,rule/* defineRule */.K)({
    id: 'rename-schema',
    harm: 'breaks',
    summary: 'Running code fails from the moment that a schema has another name',
    why: `Everything in the schema has another full name from then on. Code that writes the schema, search_path settings of roles
and databases, and the text of functions still say the old one: they find nothing, or something else of that name.`,
    fix: `Create the new schema beside the old one, and move its objects one by one, each with a view under its old name. Or
leave the name as it is.`,
    statements: ['RenameStmt'],
    roles: ['up', 'maintenance'],
    check(statement, { schema, report }) {
        const { renameType, subname, newname } = (0,ast/* nodeOf */.E7)(statement.node, 'RenameStmt') ?? {};
        if (renameType !== 'OBJECT_SCHEMA' || !subname || !newname)
            return;
        if (schema.find('schema', subname)?.origin === 'change')
            return;
        report({
            message: `Everything in ${subname} gets another name at once: code, functions and search_path settings that say ${subname} fail as soon as this has run.`,
            help: `Create the new schema beside the old one, and move the objects one by one, each with a view under its old name:\nCREATE SCHEMA ${(0,ast/* quoteIdentifier */.Cm)(newname)};`,
        });
    },
    examples: {
        bad: [{ setup: 'CREATE SCHEMA app; CREATE TABLE app.t (a int);', sql: 'ALTER SCHEMA app RENAME TO core;' }],
        good: [
            { sql: 'CREATE SCHEMA app;\nALTER SCHEMA app RENAME TO core;' },
            { setup: 'CREATE SCHEMA app;', sql: 'CREATE SCHEMA core;' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/rename-table.js







/* harmony default export */ const rename_table = ((0,rule/* defineRule */.K)({
    id: 'rename-table',
    harm: 'breaks',
    summary: 'Running code fails from the moment that a table has another name',
    why: `No code can work before and after the rename of a table or view, or its move to another schema. Whichever version of the
application runs while the migration does, one of them fails with SQLSTATE 42P01: the old one from then on, the new one until
then.`,
    fix: `Leave a view with the old name behind, in the same transaction: a plain SELECT over one table can be written to as
well. Drop it in a later migration, when nothing says the old name any more.`,
    statements: ['RenameStmt', 'AlterObjectSchemaStmt'],
    roles: ['up', 'maintenance'],
    check(statement, context) {
        const names = renamed(statement.node);
        if (!names || context.schema.isNew(names.from))
            return;
        const { from, to } = names;
        const found = predicted(from, context);
        // Partitions are reached through their parent.
        const isPartition = context.schema.find('table', from)?.facts?.partitionOf !== undefined;
        if (!found || isPartition || comesBack(from, statement.index, context))
            return;
        context.report({
            message: `Code that says ${(0,schema_objects/* shortName */.EU)(from)} fails as soon as this has run, and code that says ${(0,schema_objects/* shortName */.EU)(to)} fails until then.`,
            help: `Leave the old name behind as a view, in the same transaction, and drop it when nothing uses it any more:\nBEGIN;\n${statement.sql};\nCREATE VIEW ${sqlName(from)} AS SELECT * FROM ${sqlName(to)};\nCOMMIT;`,
            claim: (0,verdict_fact/* lock */.s2)(found.lock, from),
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t RENAME TO u;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'),
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE SCHEMA app;',
                sql: 'ALTER TABLE t SET SCHEMA app;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'),
            },
            {
                setup: 'CREATE VIEW v AS SELECT 1 AS a;',
                sql: 'ALTER VIEW v RENAME TO w;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.v'),
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'BEGIN;\nALTER TABLE t RENAME TO u;\nCREATE VIEW t AS SELECT * FROM u;\nCOMMIT;',
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'CREATE TABLE t_new (a bigint);\nBEGIN;\nALTER TABLE t RENAME TO t_old;\nALTER TABLE t_new RENAME TO t;\nCOMMIT;',
            },
            { sql: 'CREATE TABLE t (a int);\nALTER TABLE t RENAME TO u;' },
            {
                setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE q PARTITION OF p FOR VALUES IN (1);',
                sql: 'ALTER TABLE q RENAME TO p_1;',
            },
            { sql: 'ALTER TABLE IF EXISTS missing RENAME TO found;' },
            { setup: 'CREATE SEQUENCE s;', sql: 'ALTER SEQUENCE s RENAME TO r;' },
        ],
    },
}));
const rename_table_RELATIONS = new Set(['OBJECT_TABLE', 'OBJECT_VIEW', 'OBJECT_MATVIEW', 'OBJECT_FOREIGN_TABLE']);
function renamed(node) {
    const rename = (0,ast/* nodeOf */.E7)(node, 'RenameStmt');
    const move = (0,ast/* nodeOf */.E7)(node, 'AlterObjectSchemaStmt');
    const name = (0,ast/* relationName */.CJ)(rename?.relation ?? move?.relation);
    if (!name || !rename_table_RELATIONS.has((rename?.renameType ?? move?.objectType) || ''))
        return undefined;
    const to = rename ? { ...name, name: rename.newname ?? '' } : { name: name.name, schema: move?.newschema ?? '' };
    return { from: (0,schema_objects/* fullName */.fq)(name), to: (0,schema_objects/* fullName */.fq)(to) };
}
/** A later statement of the script gives something else the old name. */
function comesBack(name, index, { script }) {
    return script.statements
        .slice(index + 1)
        .flatMap(({ node }) => (0,schema_effects/* effectsOf */.w)(node))
        .some(({ change, object }) => change === 'create' && object.name === name);
}

;// CONCATENATED MODULE: ./build/rules/replace-function-incompatible.js





/* harmony default export */ const replace_function_incompatible = ((0,rule/* defineRule */.K)({
    id: 'replace-function-incompatible',
    harm: 'stops',
    summary: 'CREATE OR REPLACE FUNCTION can’t rename a parameter or change the return type',
    why: `Callers rely on the names of parameters and on the type that comes back, so CREATE OR REPLACE FUNCTION must leave them as they
are. Postgres refuses another name or type with SQLSTATE 42P13, and the script stops there.`,
    fix: `Keep names and return type, or give the new form another name. Otherwise drop the function and create it again, with its GRANTs
and its comment.`,
    statements: ['CreateFunctionStmt'],
    check(statement, context) {
        const [routine] = (0,schema_effects/* effectsOf */.w)(statement.node);
        if (!routine?.conditional || statement.conditional)
            return;
        const after = routine.object.facts;
        const before = context.schema.known(routine.object)?.facts;
        const signature = before?.arguments?.join(', ');
        // Another signature is another function.
        if (!before || !after || signature === undefined || signature !== after.arguments?.join(', '))
            return;
        const at = (before.parameters ?? []).findIndex((name, i) => name !== undefined && name !== after.parameters?.[i]);
        const [old, now] = [before.parameters?.[at], after.parameters?.[at]];
        const returns = before.returns && after.returns && before.returns !== after.returns;
        if (old === undefined && !returns)
            return;
        const change = old
            ? `its parameter ${old} would be ${now ? `called ${now}` : 'without a name'}`
            : `it returns ${before.returns}, and would return ${after.returns}`;
        context.report({
            message: `Postgres refuses to replace ${(0,schema_objects/* shortName */.EU)(routine.object.name)}(${signature}): ${change}.`,
            help: `Keep it as it was, or drop the function first and repeat its GRANTs and its comment afterwards:\nDROP FUNCTION ${sqlName(routine.object.name)}(${signature});`,
            claim: (0,verdict_fact/* refused */.J5)('42P13'),
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE SCHEMA app; CREATE TABLE pair (a int); CREATE TABLE app.pair (a int); CREATE FUNCTION f() RETURNS SETOF pair LANGUAGE sql AS $$ SELECT 1 $$;',
                sql: 'CREATE OR REPLACE FUNCTION f() RETURNS SETOF app.pair LANGUAGE sql AS $$ SELECT 1 $$;',
                claim: (0,verdict_fact/* refused */.J5)('42P13'),
            },
            {
                setup: 'CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$; CREATE FUNCTION f(b text) RETURNS text LANGUAGE sql AS $$ SELECT b $$;',
                sql: 'CREATE OR REPLACE FUNCTION f(a int) RETURNS int[] LANGUAGE sql AS $$ SELECT NULL::int[] $$;',
                claim: (0,verdict_fact/* refused */.J5)('42P13'),
            },
            {
                setup: 'CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;',
                sql: 'CREATE OR REPLACE FUNCTION f(b int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;',
                claim: (0,verdict_fact/* refused */.J5)('42P13'),
            },
            {
                setup: 'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;',
                sql: 'CREATE OR REPLACE FUNCTION f() RETURNS bigint LANGUAGE sql AS $$ SELECT 1::bigint $$;',
                claim: (0,verdict_fact/* refused */.J5)('42P13'),
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE pair (a int); CREATE FUNCTION f(p pair[], n numeric(9, 2)) RETURNS SETOF pair LANGUAGE sql AS $$ SELECT 1 $$;',
                sql: 'CREATE OR REPLACE FUNCTION public.f(p public.pair[], n decimal) RETURNS SETOF public.pair LANGUAGE sql AS $$ SELECT 2 $$;',
            },
            {
                setup: 'CREATE DOMAIN amount AS int; CREATE FUNCTION f(VARIADIC a amount[]) RETURNS varchar(9) LANGUAGE sql AS $$ SELECT NULL::text $$;',
                sql: 'CREATE OR REPLACE FUNCTION f(VARIADIC a public.amount[]) RETURNS character varying LANGUAGE sql AS $$ SELECT NULL::text $$;',
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE FUNCTION f(x t.a%TYPE) RETURNS t.a%TYPE LANGUAGE sql AS $$ SELECT 1 $$;',
                sql: 'CREATE OR REPLACE FUNCTION f(x int) RETURNS int LANGUAGE sql AS $$ SELECT 2 $$;',
            },
            {
                setup: 'CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$; CREATE FUNCTION f(b text) RETURNS text LANGUAGE sql AS $$ SELECT b $$;',
                sql: 'CREATE OR REPLACE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 2 $$;',
            },
            {
                setup: 'CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;',
                sql: 'CREATE OR REPLACE FUNCTION f(a integer) RETURNS int4 LANGUAGE sql AS $$ SELECT 2 $$;',
            },
            {
                setup: 'CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;',
                sql: 'CREATE OR REPLACE FUNCTION f(b text) RETURNS text LANGUAGE sql AS $$ SELECT b $$;',
            },
            {
                setup: 'CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;',
                sql: "DROP FUNCTION f(int);\nCREATE OR REPLACE FUNCTION f(b int) RETURNS text LANGUAGE sql AS 'SELECT NULL::text';",
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/replace-view-incompatible.js





/* harmony default export */ const replace_view_incompatible = ((0,rule/* defineRule */.K)({
    id: 'replace-view-incompatible',
    harm: 'stops',
    summary: 'CREATE OR REPLACE VIEW can’t drop, rename or move a column',
    why: `CREATE OR REPLACE VIEW keeps the view’s columns and may add others after them. Where a column is missing, has another name or
stands elsewhere, Postgres refuses it with SQLSTATE 42P16, and the script stops there.`,
    fix: `Keep the columns and add new ones at the end. To rename one, use ALTER VIEW … RENAME COLUMN. To drop one, drop the view and
create it again, with its GRANTs and its comment.`,
    statements: ['ViewStmt'],
    check(statement, context) {
        const [view] = (0,schema_effects/* effectsOf */.w)(statement.node);
        if (!view?.conditional || statement.conditional)
            return;
        const known = context.schema.find('view', view.object.name);
        const [before, after] = [known?.facts?.outputs, view.object.facts?.outputs];
        const lost = before && after && before.findIndex((column, at) => after[at] !== column);
        if (!before || !after || lost === undefined || lost === -1)
            return;
        const name = (0,schema_objects/* shortName */.EU)(view.object.name);
        const [old, now] = [before[lost], after[lost]];
        context.report({
            message: now
                ? `Postgres refuses to replace ${name}: its column ${lost + 1} is ${old}, and would be ${now}.`
                : `Postgres refuses to replace ${name}: its column ${old} would be gone.`,
            help: `Keep the columns ${before.join(', ')} in this order and add new ones after them, or drop the view first and repeat its GRANTs and its comment afterwards:\nDROP VIEW ${sqlName(view.object.name)};`,
            claim: (0,verdict_fact/* refused */.J5)('42P16'),
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a, b FROM t;',
                sql: 'CREATE OR REPLACE VIEW v AS SELECT a FROM t;',
                claim: (0,verdict_fact/* refused */.J5)('42P16'),
            },
            {
                setup: 'CREATE VIEW v AS SELECT 1 AS a, 2 AS b;',
                sql: 'CREATE OR REPLACE VIEW v AS SELECT 1 AS a, 3 AS c, 2 AS b;',
                claim: (0,verdict_fact/* refused */.J5)('42P16'),
            },
        ],
        good: [
            {
                setup: 'CREATE VIEW v AS SELECT 1 AS a;',
                sql: 'CREATE OR REPLACE VIEW v AS SELECT 2 AS a, 3 AS b;',
            },
            {
                setup: 'CREATE VIEW v AS SELECT 1 AS a;',
                sql: 'DROP VIEW v;\nCREATE OR REPLACE VIEW v AS SELECT 1 AS b;',
            },
            {
                setup: 'CREATE VIEW v AS SELECT 1 AS a;',
                sql: 'ALTER VIEW v RENAME COLUMN a TO b;\nCREATE OR REPLACE VIEW v AS SELECT 1 AS b;',
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/rls-without-policy.js





/* harmony default export */ const rls_without_policy = ((0,rule/* defineRule */.K)({
    id: 'rls-without-policy',
    harm: 'decision',
    summary: 'Row level security without a policy hides every row',
    why: `From the moment that row level security is on, a role that isn’t the owner sees only rows that a policy shows, and may
write only those that one allows. Without any policy that is none: queries return nothing, without an error.`,
    fix: `Create the policies before ENABLE ROW LEVEL SECURITY, in the same migration.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        const { schema, script } = context;
        for (const { table, subtype } of alterCommands(statement)) {
            const known = schema.find('table', table);
            // A new table may well begin closed, and one that is unknown may have its policies.
            if (subtype !== 'AT_EnableRowSecurity' || known?.origin !== 'baseline' || known.facts?.rowSecurity)
                continue;
            const follows = script.statements
                .flatMap(({ node, block }) => [node, ...(block?.statements ?? []).map((inner) => inner.node)])
                .some((node) => (0,schema_effects/* effectsOf */.w)(node).some(({ object }) => object.kind === 'policy' && object.table === table));
            if (follows || schema.partsOf(table, 'policy').length > 0 || schema.isTemporary(table))
                continue;
            context.report({
                message: `${(0,schema_objects/* shortName */.EU)(table)} has no policy: once row level security is on, roles other than its owner see none of its rows, without an error.`,
                help: `Create a policy first, in the same migration:\nCREATE POLICY … ON ${sqlName(table)} USING (…);`,
            });
        }
    },
    examples: {
        bad: [{ setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ENABLE ROW LEVEL SECURITY;' }],
        good: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ENABLE ROW LEVEL SECURITY;\nCREATE POLICY readers ON t FOR SELECT USING (true);',
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE POLICY readers ON t FOR SELECT USING (true);',
                sql: 'ALTER TABLE t ENABLE ROW LEVEL SECURITY;',
            },
            { sql: 'CREATE TABLE t (a int);\nALTER TABLE t ENABLE ROW LEVEL SECURITY;' },
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t DISABLE ROW LEVEL SECURITY;' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/security-definer-search-path.js




/* harmony default export */ const security_definer_search_path = ((0,rule/* defineRule */.K)({
    id: 'security-definer-search-path',
    harm: 'decision',
    summary: 'A SECURITY DEFINER function looks up names in its caller’s search_path',
    why: `The function runs with its owner’s rights, but finds tables, functions and operators through the search_path of whoever
calls it. A caller who may create objects anywhere, pg_temp included, puts one of the same name in front and has it run
with the owner’s rights.`,
    fix: `Fix the path in the function: \`SET search_path = ''\` with every name qualified, or \`SET search_path = app, pg_temp\`
with schemas that only trusted roles may create in.`,
    roles: ['up', 'maintenance'],
    statements: ['CreateFunctionStmt'],
    check(statement, context) {
        const routine = (0,ast/* nodeOf */.E7)(statement.node, 'CreateFunctionStmt');
        const options = (routine?.options ?? []).flatMap((item) => (0,ast/* nodeOf */.E7)(item, 'DefElem') ?? []);
        const definer = options.some(({ defname, arg }) => defname === 'security' && (0,ast/* nodeOf */.E7)(arg, 'Boolean')?.boolval);
        const pinned = options.some(({ defname, arg }) => {
            return defname === 'set' && (0,ast/* nodeOf */.E7)(arg, 'VariableSetStmt')?.name?.toLowerCase() === 'search_path';
        });
        const name = (0,effect/* dotted */.Bs)(routine?.funcname);
        // A body in the SQL standard's form is resolved when the function is created.
        if (!definer || pinned || !name || routine?.sql_body)
            return;
        if (altersSearchPath(context.script.statements.slice(statement.index + 1), name.name))
            return;
        context.report({
            message: `${(0,schema_objects/* shortName */.EU)((0,schema_objects/* fullName */.fq)(name))} runs with its owner’s rights and its caller’s search_path: a caller can put objects of their own in front of those that it means.`,
            help: "Add this to the function’s options, and qualify the names in its body:\nSET search_path = ''",
        });
    },
    examples: {
        bad: [
            {
                sql: 'CREATE FUNCTION whoami() RETURNS text LANGUAGE sql SECURITY DEFINER AS $$ SELECT current_user::text $$;',
            },
        ],
        good: [
            {
                sql: "CREATE FUNCTION whoami() RETURNS text LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ SELECT current_user::text $$;",
            },
            { sql: 'CREATE FUNCTION whoami() RETURNS text LANGUAGE sql AS $$ SELECT current_user::text $$;' },
            {
                sql: "CREATE FUNCTION whoami() RETURNS text LANGUAGE sql SECURITY DEFINER AS $$ SELECT current_user::text $$;\nALTER FUNCTION whoami() SET search_path = '';",
            },
            { sql: 'CREATE FUNCTION whoami() RETURNS text LANGUAGE sql SECURITY DEFINER RETURN current_user::text;' },
        ],
    },
}));
function altersSearchPath(statements, name) {
    return statements.some(({ node }) => {
        const alter = (0,ast/* nodeOf */.E7)(node, 'AlterFunctionStmt');
        const sets = (alter?.actions ?? []).some((item) => {
            return (0,ast/* nodeOf */.E7)((0,ast/* nodeOf */.E7)(item, 'DefElem')?.arg, 'VariableSetStmt')?.name?.toLowerCase() === 'search_path';
        });
        return sets && (0,effect/* dotted */.Bs)(alter?.func?.objname)?.name === name;
    });
}

;// CONCATENATED MODULE: ./build/rules/select-asserts-nothing.js


/** Functions that only compute; a query that calls any other may well be there for what it does. */
const PURE = new Set(`abs array_agg avg bool_and bool_or coalesce concat count current_date date_trunc every exists extract format greatest
   json_agg jsonb_agg least length lower max min now nullif pg_get_constraintdef pg_get_indexdef pg_relation_size
   pg_size_pretty pg_total_relation_size round string_agg substring sum to_char to_regclass trim upper version`.split(/\s+/));
/* harmony default export */ const select_asserts_nothing = ((0,rule/* defineRule */.K)({
    id: 'select-asserts-nothing',
    harm: 'decision',
    summary: 'A bare SELECT in a migration checks nothing',
    why: `A migration tool throws a query’s rows away: whether \`SELECT count(*) … WHERE bad\` finds none or a million, the migration
goes on. Only an error stops it.`,
    fix: `Raise an error when something is wrong: a DO block with ASSERT or RAISE EXCEPTION. Or put the query into the validation
script, with the result that it expects in a comment above it.`,
    roles: ['up', 'down'],
    statements: ['SelectStmt'],
    check(statement, context) {
        const select = (0,ast/* nodeOf */.E7)(statement.node, 'SelectStmt');
        // In a DO block a query has somewhere to put its rows.
        if (!select || statement.transaction.kind === 'block' || !readsOnly(select))
            return;
        const query = statement.sql.replace(/\s+/g, ' ');
        const [target] = select.targetList ?? [];
        const counts = (0,ast/* nodeOf */.E7)((0,ast/* nodeOf */.E7)(target, 'ResTarget')?.val, 'FuncCall') !== undefined && !select.groupClause;
        context.report({
            message: 'Nobody sees what this query returns, so it can’t stop the migration.',
            help: `Raise an error where the result is not what it must be, for example where there should be no such row:\nDO $$ BEGIN ASSERT ${counts ? `(${query}) = 0` : `NOT EXISTS (${query})`}; END $$;`,
        });
    },
    examples: {
        bad: [
            { setup: 'CREATE TABLE t (a int);', sql: 'SELECT count(*) FROM t WHERE a IS NULL;' },
            { setup: 'CREATE TABLE t (a int);', sql: 'SELECT a FROM t WHERE a IS NULL;' },
        ],
        good: [
            { sql: 'SELECT 1;' },
            { setup: 'CREATE SEQUENCE s; CREATE TABLE t (a int);', sql: "SELECT setval('s', coalesce(max(a), 1)) FROM t;" },
            { setup: 'CREATE TABLE t (a int);', sql: 'SELECT 1 / (1 - count(*)) FROM t WHERE a IS NULL;' },
            { setup: 'CREATE TABLE t (a int);', sql: 'SELECT a FROM t FOR UPDATE;' },
            { setup: 'CREATE TABLE t (a int);', sql: 'WITH gone AS (DELETE FROM t RETURNING a) SELECT count(*) FROM gone;' },
            { setup: 'CREATE TABLE t (a int);', sql: 'SELECT a FROM t WHERE false;' },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'DO $$ BEGIN ASSERT NOT EXISTS (SELECT FROM t WHERE a IS NULL); END $$;',
            },
        ],
    },
}));
/** It reads a table and does nothing else: no lock, no table made, no row written, no division that may fail. */
function readsOnly(select) {
    if (!select.fromClause && !select.larg)
        return false;
    // WHERE FALSE asks whether tables and columns are there.
    if (select.intoClause || (0,ast/* nodeOf */.E7)(select.whereClause, 'A_Const'))
        return false;
    let reads = true;
    (0,ast/* walk */.GG)(select, (tag, body) => {
        if (['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt', 'LockingClause', 'RangeFunction'].includes(tag))
            reads = false;
        if (tag === 'A_Expr' && ['/', '%'].includes((0,ast/* nodeOf */.E7)(body.name?.[0], 'String')?.sval ?? ''))
            reads = false;
        if (tag === 'TypeCast')
            reads = false;
        if (tag === 'FuncCall') {
            const names = body.funcname.map((part) => (0,ast/* nodeOf */.E7)(part, 'String')?.sval ?? '');
            if (!PURE.has(names.at(-1) ?? ''))
                reads = false;
        }
    });
    return reads;
}

;// CONCATENATED MODULE: ./build/rules/session-setting-leaks.js





/* harmony default export */ const session_setting_leaks = ((0,rule/* defineRule */.K)({
    id: 'session-setting-leaks',
    harm: 'note',
    preset: 'strict',
    summary: 'A SET of the session stays in force for the next migration',
    why: `Many migration tools run all files over one connection. What SET changes stays until the connection is closed: the next
files run with another \`search_path\`, as another role, or with a timeout that nobody wrote into them.`,
    fix: 'Inside a transaction use SET LOCAL, which ends with it; otherwise RESET the setting at the end of the file.',
    statements: ['VariableSetStmt', 'SelectStmt'],
    check(statement, context) {
        const change = (0,schema_session/* settingsOf */.f5)(statement.node).find(({ isLocal, value }) => !isLocal && value !== null);
        if (change === undefined || isUndone(change.name, statement, context.script))
            return;
        const inside = statement.transaction.kind !== 'none' && statement.kind === 'VariableSetStmt';
        context.report({
            message: `${change.name} stays set when the file is through: what runs next over the same connection gets it, too.`,
            help: inside
                ? 'Let it end with the transaction: write SET LOCAL.'
                : `Write at the end of the file:\nRESET ${change.name};`,
            // What another setting does to what comes next is not for a repair to decide.
            ...(inside &&
                (0,schema_session/* isTimeout */.kL)(change.name) &&
                isLastTransaction(statement, context.script) && {
                fixes: [
                    {
                        description: 'End it with the transaction',
                        edits: replace(statement, context.script, /(?<=^set\s+)(?:session\s+)?(?=\S)/i, keywords(statement, 'LOCAL ')),
                    },
                ],
            }),
        });
    },
    examples: {
        bad: [
            { setup: 'CREATE TABLE t (a int);', sql: "SET lock_timeout = '2s';\nALTER TABLE t ADD COLUMN b int;" },
            { sql: 'SET SESSION search_path = public;\nSELECT 1;', transaction: 'per-script' },
            { sql: "SELECT set_config('search_path', '', false);" },
            { sql: "SET lock_timeout = '2s';\nRESET lock_timeout;\nSET lock_timeout = '3s';" },
        ],
        good: [
            { sql: "SET lock_timeout = '2s';\nSELECT 1;\nRESET lock_timeout;" },
            { sql: "SET lock_timeout = '2s';\nSET lock_timeout = DEFAULT;" },
            { sql: 'SET search_path = public;\nRESET ALL;' },
            { sql: "SET LOCAL lock_timeout = '2s';\nSELECT 1;", transaction: 'per-script' },
            { sql: "BEGIN;\nSET lock_timeout = '2s';\nROLLBACK;" },
        ],
    },
}));
/** Nothing of the script runs after the transaction. */
function isLastTransaction({ index }, { statements }) {
    const end = statements.findIndex((later) => later.index > index && (0,same_transaction/* endsTransaction */.nF)(later));
    return end === -1 || end === statements.length - 1;
}
/** A later statement sets it again, resets it, or rolls it back. */
function isUndone(name, { index, transaction }, { statements }) {
    let inside = transaction.kind !== 'none';
    for (let at = index + 1; at < statements.length; at++) {
        const { node = null } = statements[at] ?? {};
        const end = (0,ast/* nodeOf */.E7)(node, 'TransactionStmt')?.kind;
        if (inside && end === 'TRANS_STMT_ROLLBACK')
            return true;
        if (end === 'TRANS_STMT_COMMIT')
            inside = false;
        if ((0,ast/* nodeOf */.E7)(node, 'DiscardStmt')?.target === 'DISCARD_ALL')
            return true;
        if ((0,schema_session/* settingsOf */.f5)(node).some((later) => !later.isLocal && (later.name === name || later.name === 'all')))
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/rules/set-local-outside-transaction.js



/* harmony default export */ const set_local_outside_transaction = ((0,rule/* defineRule */.K)({
    id: 'set-local-outside-transaction',
    harm: 'decision',
    summary: 'SET LOCAL outside a transaction does nothing',
    why: `SET LOCAL lasts until the end of the transaction. A statement that runs by itself is a transaction of its own, so the
setting is gone before the next one begins. Postgres only warns (25P01), and goes on: a \`lock_timeout\` that was meant to
protect production is not there. In a file that the tool sends as one query, or runs inside a transaction, it works.`,
    fix: `Use SET, which lasts for the session, and RESET at the end of the file; or put the statements that need the setting
between BEGIN and COMMIT.`,
    statements: ['VariableSetStmt', 'SelectStmt'],
    check(statement, context) {
        if (statement.transaction.kind !== 'none')
            return;
        const change = (0,schema_session/* settingsOf */.f5)(statement.node).find(({ isLocal }) => isLocal);
        if (change === undefined)
            return;
        const isSet = statement.kind === 'VariableSetStmt';
        const value = change.value === null ? 'DEFAULT' : `'${change.value.replaceAll("'", "''")}'`;
        context.report({
            message: `This runs outside a transaction, where ${isSet ? 'SET LOCAL' : 'a local set_config'} has no effect: ${change.name} stays as it was for the statements after it.`,
            help: `Set it for the session:\nSET ${change.name} = ${value};`,
            // What another setting would do to the statements after it is not for a repair to decide.
            ...(isSet &&
                (0,schema_session/* isTimeout */.kL)(change.name) && {
                fixes: [
                    {
                        description: 'Set it for the session',
                        edits: replace(statement, context.script, /(?<=^set\s+)local\s+/i, ''),
                    },
                ],
            }),
        });
    },
    examples: {
        bad: [
            { setup: 'CREATE TABLE t (a int);', sql: "SET LOCAL lock_timeout = '2s';\nALTER TABLE t ADD COLUMN b int;" },
            { sql: "SELECT set_config('lock_timeout', '2s', true);" },
            { sql: "BEGIN;\nSELECT 1;\nCOMMIT;\nSET LOCAL statement_timeout = '5s';" },
            { sql: "SET LOCAL lock_timeout = '2s';", transaction: 'single-query' },
        ],
        good: [
            { sql: "BEGIN;\nSET LOCAL lock_timeout = '2s';\nCOMMIT;" },
            { sql: "SET LOCAL lock_timeout = '2s';\nSELECT 1;", transaction: 'per-script' },
            { sql: "SET LOCAL lock_timeout = '2s';\nSELECT 1;", transaction: 'single-query' },
            { sql: "SET lock_timeout = '2s';" },
            { sql: "SELECT set_config('lock_timeout', '2s', false);" },
        ],
    },
}));

<<<<<<<< HEAD:dist/504.cli.js
========
// EXTERNAL MODULE: ./build/schema/footprint/constraints.js
var constraints = __webpack_require__(471);
>>>>>>>> rules17:dist/350.cli.js
;// CONCATENATED MODULE: ./build/rules/set-not-null.js












/* harmony default export */ const set_not_null = ((0,rule/* defineRule */.K)({
    id: 'set-not-null',
    harm: 'blocks',
    summary: 'SET NOT NULL reads every row while the table is locked',
    why: `Postgres reads the whole table for a NULL under ACCESS EXCLUSIVE, and nobody else reads or writes it meanwhile. It
spares itself the reading where a valid CHECK says already that the column is never NULL. A NOT NULL constraint that is NOT
VALID (PostgreSQL 18) doesn’t say so, and beside one the CHECK doesn’t count. Neither does a CHECK that the same ALTER TABLE
drops.`,
    fix: `Add CHECK (column IS NOT NULL) with NOT VALID, validate it in a transaction of its own, which lets reads and writes
pass, then SET NOT NULL, and drop the CHECK in a statement of its own. From PostgreSQL 18 on, ADD CONSTRAINT … NOT NULL … NOT
VALID and VALIDATE CONSTRAINT do the same in two steps.`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        for (const { table, subtype, command } of alterCommands(statement)) {
            const { name: column } = command;
            if (subtype !== 'AT_SetNotNull' || !column || context.schema.isNew(table))
                continue;
            if (context.schema.find('column', `${table}.${column}`)?.facts?.notNull)
                continue;
            const found = predicted(table, context);
            const proof = proofOf(table, column, statement, context);
            if (!found || proof === 'stays')
                continue;
            const scans = found.scans || !(0,touch/* isPartitioned */.gN)(table, context.schema);
            const claim = (0,verdict_fact/* touches */.yI)(found.lock, table, { scans });
            context.report({
                message: `SET NOT NULL reads every row of ${(0,schema_objects/* shortName */.EU)(table)} to look for a NULL in ${column} under ${found.lock}: all reads and writes wait.`,
                help: help(table, column, proof, context),
                claim,
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ALTER COLUMN a SET NOT NULL;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT c CHECK (a IS NOT NULL) NOT VALID;',
                sql: 'ALTER TABLE t ALTER COLUMN a SET NOT NULL;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a int, CHECK (a IS NOT NULL)); ALTER TABLE t ADD CONSTRAINT n NOT NULL a NOT VALID;',
                sql: 'ALTER TABLE t ALTER COLUMN a SET NOT NULL;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
                postgres: { from: 18 },
            },
            {
                setup: 'CREATE TABLE t (a int, CONSTRAINT c CHECK (a IS NOT NULL));',
                sql: 'ALTER TABLE t ALTER COLUMN a SET NOT NULL, DROP CONSTRAINT c;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a int, b int, CONSTRAINT c CHECK (b IS NOT NULL));',
                sql: 'ALTER TABLE t ALTER COLUMN a SET NOT NULL;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT n NOT NULL a NOT VALID;',
                sql: 'ALTER TABLE t ALTER COLUMN a SET NOT NULL;',
                postgres: { from: 18 },
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0 AND a IS NOT NULL) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT c;\nALTER TABLE t ALTER COLUMN a SET NOT NULL;\nALTER TABLE t DROP CONSTRAINT c;',
            },
            { setup: 'CREATE TABLE t (a int PRIMARY KEY);', sql: 'ALTER TABLE t ALTER COLUMN a SET NOT NULL;' },
            { sql: 'CREATE TABLE t (a int);\nALTER TABLE t ALTER COLUMN a SET NOT NULL;' },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD CONSTRAINT n NOT NULL a NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT n;\nALTER TABLE t ALTER COLUMN a SET NOT NULL;',
                postgres: { from: 18 },
            },
            { sql: 'ALTER TABLE IF EXISTS missing ALTER COLUMN a SET NOT NULL;' },
        ],
    },
}));
/** Whether a valid CHECK proves it, and whether the same statement takes that away. */
function proofOf(table, column, statement, { schema }) {
    const gone = alterCommands(statement).flatMap(({ subtype, command }) => subtype === 'AT_DropConstraint' ? [`${table}.${command.name}`] : []);
    if ((0,constraints/* hasUncheckedNotNull */.Py)(table, column, schema))
        return undefined;
    const checks = schema.partsOf(table, 'constraint').filter(({ facts }) => facts && (0,constraints/* showsNotNull */.t5)(facts, column));
    if (checks.some(({ name }) => !gone.includes(name)))
        return 'stays';
    return checks.length > 0 ? 'dropped' : undefined;
}
function help(table, column, proof, context) {
    if (proof === 'dropped') {
        return 'Drop the CHECK in a statement of its own, after this one: while it stands, no row has to be read.';
    }
    const about = ({ facts }) => !facts?.validated && facts?.columns?.includes(column);
    const waiting = context.schema.partsOf(table, 'constraint').filter(about);
    const notNull = waiting.find(({ facts }) => facts?.type === 'not null');
    if (notNull) {
        return `Validate the constraint that is there; the column is then NOT NULL:\n${validateStatement({ table, name: (0,schema_objects/* lastName */.UK)(notNull.name) })}`;
    }
    const check = waiting.find(({ facts }) => (0,constraints/* forbidsNull */.rD)(facts?.expression, column));
    if (check) {
        return `Validate the CHECK first, in a transaction of its own:\n${validateStatement({ table, name: (0,schema_objects/* lastName */.UK)(check.name) })}`;
    }
    if ((0,versions/* has */.zy)('notValidNotNull', context.postgresVersion, 'as oldest')) {
        const name = quoteLast(table, `_${column}_not_null`);
        const add = `ALTER TABLE ${sqlName(table)} ADD CONSTRAINT ${name} NOT NULL ${(0,ast/* quoteIdentifier */.Cm)(column)} NOT VALID;`;
        return { says: READS, steps: notValid(table, name, add) };
    }
    return { says: READS, steps: ruleOutNull(table, [column]) };
}
const READS = 'Have the rows read beside all traffic.';

;// CONCATENATED MODULE: ./build/rules/several-tables-locked.js





/* harmony default export */ const several_tables_locked = ((0,rule/* defineRule */.K)({
    id: 'several-tables-locked',
    harm: 'decision',
    summary: 'One transaction stops several tables at once',
    why: `Locks add up until COMMIT. While the transaction waits for the next table, those that it has locked already stand
still; and whoever holds that table and wants one of the others waits in a circle with it, until Postgres cancels one of
the two (SQLSTATE 40P01). The more tables, the likelier.`,
    fix: 'Change one table in a transaction, or set a short `lock_timeout`, so that the wait for the next table ends soon.',
    options: (0,dist/* strictObject */.rej)({ 'max-tables': (0,dist/* optional */.lqM)((0,dist/* number */.aig)('expected a number of tables'), 1) }),
    check(_, context) {
        const { held, schema, session } = context;
        if (held.length === 0 || ((0,schema_session/* timeoutMs */.G6)(session, 'lock_timeout') ?? 0) > 0)
            return;
        const own = context.footprint().filter((one) => (0,facts_held/* stopsTraffic */.HI)(one, schema));
        if (own.length === 0)
            return;
        const before = new Map(held.flatMap(({ statement: by, locks }) => locks.map((lock) => [lock.relation, by])));
        const added = own.find(({ relation }) => !before.has(relation));
        if (added === undefined || before.size < Number(context.options['max-tables']) || !context.once())
            return;
        const names = [...before.keys()].map(schema_objects/* shortName */.EU).join(', ');
        context.report({
            message: `While this statement waits for its ${added.lock} on ${(0,schema_objects/* shortName */.EU)(added.relation)}, the transaction keeps ${names} locked.`,
            help: "Give each table a transaction of its own, or bound the wait:\nSET LOCAL lock_timeout = '2s';",
            related: [...before].map(([relation, by]) => ({
                ...by.location,
                message: `Locks ${(0,schema_objects/* shortName */.EU)(relation)} until COMMIT`,
            })),
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int);',
                sql: 'BEGIN;\nALTER TABLE t ADD COLUMN b int;\nALTER TABLE u ADD COLUMN b int;\nCOMMIT;',
            },
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE q (id int PRIMARY KEY);',
                sql: 'CREATE TABLE c (p int REFERENCES p);\nCREATE TABLE d (q int REFERENCES q);',
                transaction: 'per-script',
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int);',
                sql: "BEGIN;\nSET LOCAL lock_timeout = '2s';\nALTER TABLE t ADD COLUMN b int;\nALTER TABLE u ADD COLUMN b int;\nCOMMIT;",
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int);',
                sql: 'ALTER TABLE t ADD COLUMN b int;\nALTER TABLE u ADD COLUMN b int;',
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int);',
                sql: 'BEGIN;\nALTER TABLE t ADD COLUMN b int;\nINSERT INTO u VALUES (1);\nALTER TABLE t ADD COLUMN c int;\nCOMMIT;',
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int); CREATE TABLE v (a int);',
                sql: 'BEGIN;\nALTER TABLE t ADD COLUMN b int;\nALTER TABLE u ADD COLUMN b int;\nCOMMIT;',
                options: { 'max-tables': 2 },
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/short-primary-key.js




const short_primary_key_MOST = { int2: '32,767', int4: '2,147,483,647' };
/* harmony default export */ const short_primary_key = ((0,rule/* defineRule */.K)({
    id: 'short-primary-key',
    harm: 'note',
    preset: 'strict',
    summary: 'A primary key that counts up runs out of integers',
    why: `A serial or identity column of type integer ends at 2,147,483,647, also where rows are deleted and inserts fail: sequences
don’t give numbers back. At the end every INSERT fails, and widening the column writes the whole table anew.`,
    fix: 'Use bigint for keys that count up: it costs four bytes a row.',
    roles: ['up'],
    statements: ['CreateStmt'],
    check(statement, context) {
        const objects = (0,schema_effects/* effectsOf */.w)(statement.node).map(({ object }) => object);
        const [table] = objects;
        if (!table || context.schema.find('table', table.name) || table.name.startsWith('pg_temp.'))
            return;
        const keys = objects.flatMap(({ kind, facts }) => {
            const key = facts;
            return kind === 'constraint' && key?.type === 'primary key' ? key.columns : [];
        });
        for (const { kind, name, facts } of objects) {
            const { type, identity } = (facts ?? {});
            if (kind !== 'column' || !keys.includes((0,schema_objects/* lastName */.UK)(name)) || !(type?.serial || identity))
                continue;
            const most = short_primary_key_MOST[type?.name ?? ''];
            if (most === undefined)
                continue;
            context.report({
                message: `The key ${(0,schema_objects/* shortName */.EU)(name)} counts up and ends at ${most}: then every INSERT fails, and widening it writes the whole table anew.`,
                help: `Make it a bigint from the start:\n${sqlName((0,schema_objects/* lastName */.UK)(name))} bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY`,
            });
        }
    },
    examples: {
        bad: [
            { sql: 'CREATE TABLE t (id serial PRIMARY KEY);' },
            { sql: 'CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, PRIMARY KEY (id));' },
        ],
        good: [
            { sql: 'CREATE TABLE t (id bigserial PRIMARY KEY);' },
            { sql: 'CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);' },
            { sql: 'CREATE TABLE country (code int PRIMARY KEY);' },
            { sql: 'CREATE TEMP TABLE scratch (id serial PRIMARY KEY);' },
        ],
    },
}));

// EXTERNAL MODULE: ./build/sql/lexer.js
var lexer = __webpack_require__(3714);
;// CONCATENATED MODULE: ./build/sql/plain-strings.js
/** String literals without a prefix, which the setting standard_conforming_strings is about. Pure. */

/** The first plain literal ('…' or N'…', not E'…' and U&'…') of a statement that holds a backslash. */
function plainStringWithBackslash(sql) {
    if (!sql.includes('\\'))
        return undefined;
    for (let at = 0; at < sql.length;) {
        const [char, next] = [sql[at], sql[at + 1]];
        const word = (0,lexer/* wordAt */.E7)(sql, at);
        if (char === '-' && next === '-')
            at = (0,lexer/* lineCommentEnd */.Nm)(sql, at);
        else if (char === '/' && next === '*')
            at = (0,lexer/* blockCommentEnd */.iY)(sql, at) ?? sql.length;
        else if (char === '$')
            at = (0,lexer/* dollarEnd */.gv)(sql, at);
        else if (char === '"')
            at = (0,lexer/* quotedEnd */.cu)(sql, at, '"', false);
        else if (word !== null) {
            at += word.length;
            const escapes = /^e$/i.test(word) && sql[at] === "'";
            const unicode = /^u$/i.test(word) && sql.startsWith("&'", at);
            if (escapes)
                at = (0,lexer/* quotedEnd */.cu)(sql, at, "'", true);
            else if (unicode)
                at = (0,lexer/* quotedEnd */.cu)(sql, at + 1, "'", false);
        }
        else if (char === "'") {
            const end = (0,lexer/* quotedEnd */.cu)(sql, at, "'", false);
            const literal = sql.slice(at, end);
            if (literal.includes('\\'))
                return literal;
            at = end;
        }
        else
            at++;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/rules/standard-strings-off.js



/** The ways to say off that Postgres takes; each may be shortened. */
const OFF = /^\s*(of|off|f|fa|fal|fals|false|n|no|0)\s*$/i;
/* harmony default export */ const standard_strings_off = ((0,rule/* defineRule */.K)({
    id: 'standard-strings-off',
    // An error from the start: what such a statement does has not been checked.
    harm: 'stops',
    summary: 'The server reads a string with a backslash otherwise than it stands',
    why: `While \`standard_conforming_strings\` is off, a backslash in a plain \`'…'\` is an escape: the server takes \`'\\'\` for a string
that goes on, and what looks like text after it may be statements of their own. This check, editors and reviewers read the
file as the standard has it. What runs is then not what was reviewed.`,
    fix: "Leave the setting on, and write `E'…'` where a backslash is meant as an escape.",
    roles: ['up', 'down', 'verify', 'maintenance'],
    check(statement, { session, script, report }) {
        // One message is read as a whole before its first statement runs.
        if (script.transaction === 'single-query')
            return;
        const setting = session.get('standard_conforming_strings');
        if (setting?.value === undefined || setting.value === null || !OFF.test(setting.value))
            return;
        // What a block holds is looked at with the block.
        if (statement.transaction.kind === 'block')
            return;
        if (![statement.sql, bodyOf(statement)].some((sql) => plainStringWithBackslash(sql) !== undefined))
            return;
        const { location } = setting.by;
        report({
            message: `standard_conforming_strings is off since line ${location.line}, so the server reads the backslash in a plain string here as an escape, and may see other statements than these. Nobody has checked what it does.`,
            help: `Switch the setting on before this statement, and write E'…' with \\\\ for each backslash that is meant as one:\nSET standard_conforming_strings = on;`,
            related: [{ ...location, message: 'switched off here' }],
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a text);',
                sql: "SET standard_conforming_strings = off;\nINSERT INTO t VALUES ('a\\\\b');",
            },
            { sql: "SET standard_conforming_strings TO 'false';\nSELECT N'a\\nb';", role: 'down' },
            { sql: "SELECT set_config('standard_conforming_strings', 'off', false);\nSELECT 'a\\nb';" },
            { sql: "BEGIN;\nSET LOCAL standard_conforming_strings = 0;\nSELECT 'a\\nb';\nCOMMIT;" },
            { sql: "SET standard_conforming_strings = off;\nDO $$ BEGIN PERFORM 'a\\nb'; END $$;" },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a text);',
                sql: "SET standard_conforming_strings = off;\nINSERT INTO t VALUES ('a''b');",
            },
            { sql: "SET standard_conforming_strings = off;\nSELECT E'a\\nb', $$ '\\' $$ AS \"'\\'\"; -- '\\'" },
            { sql: "SET standard_conforming_strings = off;\nSET standard_conforming_strings = on;\nSELECT 'a\\b';" },
            { sql: "SET standard_conforming_strings = off;\nRESET standard_conforming_strings;\nSELECT 'a\\b';" },
            { sql: "BEGIN;\nSET LOCAL standard_conforming_strings = off;\nCOMMIT;\nSELECT 'a\\b';" },
            { sql: "SET standard_conforming_strings = off;\nSELECT 'a\\b';", transaction: 'single-query' },
            { sql: "SELECT 'a\\b';" },
        ],
    },
}));
/** The body of a DO block, which is read when it is run. */
function bodyOf({ node }) {
    const options = ((0,ast/* nodeOf */.E7)(node, 'DoStmt')?.args ?? []).flatMap((arg) => (0,ast/* nodeOf */.E7)(arg, 'DefElem') ?? []);
    return (0,ast/* nodeOf */.E7)(options.find(({ defname }) => defname === 'as')?.arg, 'String')?.sval ?? '';
}

;// CONCATENATED MODULE: ./build/rules/storage-rewrite.js




/* harmony default export */ const storage_rewrite = ((0,rule/* defineRule */.K)({
    id: 'storage-rewrite',
    harm: 'blocks',
    summary: 'SET LOGGED, UNLOGGED, TABLESPACE and ACCESS METHOD write the whole table anew',
    why: `These commands copy every row, and its indexes, into new files, and hold ACCESS EXCLUSIVE on the table meanwhile: nobody
reads or writes it until they are done. After SET UNLOGGED the table is empty after a crash, and replicas don’t have it.`,
    fix: `Make a new table with the storage that you want, copy the rows in batches, and swap the names; or use a tool that
rewrites tables online (pg_repack, pg_squeeze).`,
    statements: ['AlterTableStmt'],
    check(statement, context) {
        for (const { table, subtype, command } of alterCommands(statement)) {
            const known = context.schema.find('table', table);
            const facts = known?.facts;
            const form = storage_rewrite_FORMS[subtype]?.(command.name ?? '', known && !known.partial ? facts : { unlogged: subtype === 'AT_SetLogged', ...facts });
            // A partitioned table has no files: the setting is for partitions to come.
            if (!form || context.schema.isNew(table) || facts?.partitionBy)
                continue;
            // Another tablespace or access method is what a scratch server doesn't have.
            const observable = subtype === 'AT_SetLogged' || subtype === 'AT_SetUnLogged';
            context.report({
                message: `${form} copies all rows of ${(0,schema_objects/* shortName */.EU)(table)} into new files under ACCESS EXCLUSIVE: every read and write waits until it is done.`,
                help: `Copy the rows into a new table in batches and swap the names, or rewrite it online with pg_repack or pg_squeeze.`,
                ...(observable && { claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', table), (0,verdict_fact/* rewrite */.v8)(table)] }),
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE UNLOGGED TABLE t (a int); INSERT INTO t VALUES (1);',
                sql: 'ALTER TABLE t SET LOGGED;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* rewrite */.v8)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a int); INSERT INTO t VALUES (1);',
                sql: 'ALTER TABLE t SET UNLOGGED;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* rewrite */.v8)('public.t')],
            },
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t SET ACCESS METHOD columnar;' },
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t SET TABLESPACE fast;' },
        ],
        good: [
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t SET LOGGED;' },
            { setup: 'CREATE UNLOGGED TABLE t (a int);', sql: 'ALTER TABLE t SET UNLOGGED;' },
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t SET ACCESS METHOD heap;' },
            { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t SET TABLESPACE pg_default;' },
            { sql: 'CREATE UNLOGGED TABLE t (a int);\nALTER TABLE t SET LOGGED;' },
        ],
    },
}));
/** What the command changes; undefined where the table is so already, or where its state is unknown. */
const storage_rewrite_FORMS = {
    AT_SetLogged: (_, facts) => (facts?.unlogged ? 'SET LOGGED' : undefined),
    AT_SetUnLogged: (_, facts) => (facts?.unlogged ? undefined : 'SET UNLOGGED'),
    AT_SetAccessMethod: (name, facts) => name === '' || name === (facts?.accessMethod ?? 'heap') ? undefined : 'SET ACCESS METHOD',
    AT_SetTableSpace: (name, facts) => (name === (facts?.tablespace ?? 'pg_default') ? undefined : 'SET TABLESPACE'),
};

;// CONCATENATED MODULE: ./build/rules/superuser-only.js


/* harmony default export */ const superuser_only = ((0,rule/* defineRule */.K)({
    id: 'superuser-only',
    harm: 'note',
    preset: 'strict',
    summary: 'The statement needs a superuser, whom managed databases don’t have',
    why: `Files and programs of the server, its configuration, event triggers, tablespaces and C functions are a superuser’s.
Managed services give nobody that role, and a migration should not run as one: Postgres refuses the statement with
SQLSTATE 42501.`,
    fix: 'Do it by hand or with the provider’s own tool, outside the migrations; load rows from the client with \\copy (psql).',
    check(statement, context) {
        const form = formOf(statement.node);
        if (form === undefined)
            return;
        context.report({
            message: `${form} is for superusers: any other role is refused, and the migration stops here.`,
            help: 'Take it out of the migrations, and do it with the means of whoever runs the server.',
        });
    },
    examples: {
        bad: [
            { sql: "COPY (SELECT 1) TO '/tmp/out';" },
            { sql: "COPY (SELECT 1) TO PROGRAM 'cat';" },
            { sql: "ALTER SYSTEM SET work_mem = '1MB';" },
            { sql: 'SET session_replication_role = replica;' },
            {
                setup: "CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';",
                sql: 'CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION f();',
            },
            { sql: "CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'x', 'y';" },
            { sql: "CREATE TABLESPACE fast LOCATION '/tmp';" },
            { sql: 'CREATE PUBLICATION p FOR ALL TABLES;' },
        ],
        good: [{ sql: "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';" }, { sql: "SET work_mem = '1MB';" }],
    },
}));
function formOf(node) {
    const copy = (0,ast/* nodeOf */.E7)(node, 'CopyStmt');
    if (copy?.is_program)
        return 'COPY with a program of the server';
    if (copy?.filename)
        return 'COPY with a file of the server';
    if ((0,ast/* nodeOf */.E7)(node, 'AlterSystemStmt'))
        return 'ALTER SYSTEM';
    if ((0,ast/* nodeOf */.E7)(node, 'CreateEventTrigStmt'))
        return 'CREATE EVENT TRIGGER';
    if ((0,ast/* nodeOf */.E7)(node, 'CreateTableSpaceStmt'))
        return 'CREATE TABLESPACE';
    if ((0,ast/* nodeOf */.E7)(node, 'CreatePublicationStmt')?.for_all_tables)
        return 'A publication FOR ALL TABLES';
    if ((0,ast/* nodeOf */.E7)(node, 'VariableSetStmt')?.name === 'session_replication_role')
        return 'Setting session_replication_role';
    const options = (0,ast/* nodeOf */.E7)(node, 'CreateFunctionStmt')?.options ?? [];
    const isC = options.some((item) => {
        const { defname, arg } = (0,ast/* nodeOf */.E7)(item, 'DefElem') ?? {};
        return defname === 'language' && (0,ast/* nodeOf */.E7)(arg, 'String')?.sval?.toLowerCase() === 'c';
    });
    return isC ? 'A function in C' : undefined;
}

;// CONCATENATED MODULE: ./build/rules/table-without-primary-key.js






/* harmony default export */ const table_without_primary_key = ((0,rule/* defineRule */.K)({
    id: 'table-without-primary-key',
    harm: 'note',
    preset: 'strict',
    summary: 'A new table has no primary key',
    why: `Without a primary key logical replication can’t send updates and deletes, tools can’t say which row they mean, and rows can
be doubled without anybody noticing.`,
    fix: 'Give the table a primary key, best a column of its own: `id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY`.',
    roles: ['up'],
    statements: ['CreateStmt'],
    check(statement, context) {
        const create = (0,ast/* nodeOf */.E7)(statement.node, 'CreateStmt');
        const [table, ...parts] = (0,schema_effects/* effectsOf */.w)(statement.node).map(({ object }) => object);
        // Partitions, children and typed tables get their keys elsewhere; LIKE may bring one.
        if (!create || !table || create.inhRelations || create.ofTypename || create.relation?.relpersistence === 't')
            return;
        if ((create.tableElts ?? []).some((element) => 'TableLikeClause' in element))
            return;
        const isKey = (object) => object.kind === 'constraint' &&
            object.table === table.name &&
            object.facts?.type === 'primary key';
        if (parts.some(isKey) || context.schema.find('table', table.name))
            return;
        if ((0,facts_down/* effectsFrom */.bD)(context.script, statement.index + 1).some(({ object }) => isKey(object)))
            return;
        context.report({
            message: `${(0,schema_objects/* shortName */.EU)(table.name)} has no primary key: logical replication can’t send its updates and deletes, and rows can be doubled unseen.`,
            help: `Add one:\nALTER TABLE ${sqlName(table.name)} ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;`,
        });
    },
    examples: {
        bad: [{ sql: 'CREATE TABLE t (a int, b text);' }],
        good: [
            { sql: 'CREATE TABLE t (id int PRIMARY KEY);' },
            { sql: 'CREATE TABLE t (a int, b int, PRIMARY KEY (a, b));' },
            { sql: 'CREATE TABLE t (a int);\nALTER TABLE t ADD PRIMARY KEY (a);' },
            { sql: 'CREATE TEMP TABLE scratch (a int);' },
            {
                setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a);',
                sql: 'CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
            },
            { setup: 'CREATE TABLE t (a int);', sql: 'CREATE TABLE IF NOT EXISTS t (a int);' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/timeout-around-concurrently.js







/** Longer ones are there to stop what has hung. */
const PATIENT_MS = 30 * 60 * 1000;
/* harmony default export */ const timeout_around_concurrently = ((0,rule/* defineRule */.K)({
    id: 'timeout-around-concurrently',
    harm: 'decision',
    summary: 'A timeout stops CONCURRENTLY halfway and leaves an invalid index',
    why: `CONCURRENTLY waits for every transaction that might still see the table as it was, and that waiting counts as waiting
for a lock. With a lock_timeout or statement_timeout, one forgotten session elsewhere cancels the statement, and what was
begun stays: an index that is marked invalid, which no query uses and every write pays for, or a partition that is half
detached. Nobody waits behind CONCURRENTLY in turn, so letting it wait does no harm. DROP INDEX CONCURRENTLY heals itself: the
next run drops the index, invalid or not; and so does a build with DROP INDEX CONCURRENTLY IF EXISTS before it.`,
    fix: `Switch both timeouts off before the statement, and set them again after it; or drop what a build that was stopped has left,
with DROP INDEX CONCURRENTLY IF EXISTS before it.`,
    check(statement, { session, script, schema, report }) {
        const form = (0,non_transactional/* nonTransactional */.l)(statement.node);
        if (!form?.concurrently || statement.transaction.kind !== 'none' || healsItself(statement, schema))
            return;
        const set = ['lock_timeout', 'statement_timeout'].filter((name) => {
            const ms = (0,schema_session/* timeoutMs */.G6)(session, name) ?? 0;
            return ms > 0 && ms < PATIENT_MS;
        });
        if (set.length === 0)
            return;
        const lines = set.map((name) => `SET ${name} = 0;`);
        const places = set.map((name) => `${name} (${session.get(name)?.value}, line ${session.get(name)?.by.location.line})`);
        const later = script.statements.slice(statement.index + 1);
        report({
            message: `${enumerated(places)} can stop ${form.form} while it waits for older transactions; it then leaves its work behind half done${form.form.includes('INDEX') ? ', as an invalid index' : ''}.`,
            help: `Switch ${set.length > 1 ? 'them' : 'it'} off for this statement:\n${lines.join('\n')}\n${statement.sql};\n${set.map((name) => `SET ${name} = '${session.get(name)?.value}';`).join('\n')}`,
            // What follows may need the timeout.
            ...(later.every(({ node }) => (0,non_transactional/* nonTransactional */.l)(node)?.concurrently || (0,ast/* nodeOf */.E7)(node, 'VariableSetStmt')) && {
                fixes: [
                    {
                        description: `Switch ${enumerated(set)} off first`,
                        edits: insertBefore(statement, script, lines.map((line) => keywords(statement, line))),
                    },
                ],
            }),
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: "SET lock_timeout = '2s';\nSET statement_timeout = '30s';\nCREATE INDEX CONCURRENTLY i ON t (a);",
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
                sql: "SET statement_timeout = '15min';\nREINDEX INDEX CONCURRENTLY i;\nALTER TABLE t ADD COLUMN b int;",
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
                sql: "SELECT set_config('lock_timeout', '500ms', false);\nREINDEX TABLE CONCURRENTLY t;",
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
                sql: "SET lock_timeout = '2s';\nDROP INDEX CONCURRENTLY i;",
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: "SET lock_timeout = '2s';\nDROP INDEX CONCURRENTLY IF EXISTS i;\nCREATE INDEX CONCURRENTLY i ON t (a);",
            },
            { setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY i ON t (a);' },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: "SET lock_timeout = '2s';\nALTER TABLE t ADD COLUMN b int;\nSET lock_timeout = 0;\nCREATE INDEX CONCURRENTLY i ON t (a);",
            },
            { setup: 'CREATE TABLE t (a int);', sql: "SET statement_timeout = '6h';\nCREATE INDEX CONCURRENTLY i ON t (a);" },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: "BEGIN;\nSET LOCAL lock_timeout = '2s';\nALTER TABLE t ADD COLUMN b int;\nCOMMIT;\nCREATE INDEX CONCURRENTLY i ON t (a);",
            },
            {
                setup: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a; CREATE UNIQUE INDEX i ON v (a);',
                sql: "SET lock_timeout = '2s';\nREFRESH MATERIALIZED VIEW CONCURRENTLY v;",
            },
        ],
    },
}));
/** Whether the next run takes away what was left, and does the work. */
function healsItself({ node }, schema) {
    if ((0,ast/* nodeOf */.E7)(node, 'DropStmt'))
        return true;
    const index = (0,ast/* nodeOf */.E7)(node, 'IndexStmt');
    const table = (0,ast/* relationName */.CJ)(index?.relation);
    return !!index?.idxname && !!table && schema.wasDropped('index', (0,schema_objects/* fullName */.fq)({ ...table, name: index.idxname }));
}

;// CONCATENATED MODULE: ./build/rules/truncate-table.js





/* harmony default export */ const truncate_table = ((0,rule/* defineRule */.K)({
    id: 'truncate-table',
    harm: 'loses',
    summary: 'TRUNCATE empties the table for good and locks out everybody',
    why: `TRUNCATE deletes every row: once committed, only a backup has them. It takes ACCESS EXCLUSIVE, so reads wait as well as
writes, and it doesn’t fire the triggers that a DELETE would. With CASCADE it also empties every table that references the
named one, and those that reference them.`,
    fix: `Delete what has to go, in batches, outside the transaction of the schema change. Where a table must really be emptied,
do it by hand when nobody uses it.`,
    statements: ['TruncateStmt'],
    check(statement, context) {
        const truncate = (0,ast/* nodeOf */.E7)(statement.node, 'TruncateStmt');
        const hot = context
            .footprint()
            .filter(({ relation }) => !context.schema.isNew(relation))
            .map(({ relation }) => relation);
        const [first] = hot;
        if (first === undefined)
            return;
        const unseen = truncate?.behavior === 'DROP_CASCADE' ? ', and with CASCADE every table that references it' : '';
        context.report({
            message: `TRUNCATE deletes all rows of ${enumerated(hot.map(schema_objects/* shortName */.EU))}${unseen} for good; it takes ACCESS EXCLUSIVE, so every read and write waits.`,
            help: `Delete in batches until no row is left:\nDELETE FROM ${sqlName(first)} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${sqlName(first)} LIMIT 5000));`,
            claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', first),
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'TRUNCATE t;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'),
            },
            {
                setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (parent_id int REFERENCES parent);',
                sql: 'TRUNCATE TABLE parent CASCADE;',
                claim: (0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.parent'),
            },
        ],
        good: [
            { sql: 'CREATE TABLE t (a int);\nTRUNCATE t;' },
            { sql: 'CREATE TEMP TABLE scratch (a int);\nTRUNCATE scratch;' },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'DELETE FROM t WHERE ctid = ANY (ARRAY(SELECT ctid FROM t LIMIT 5000));',
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/unclosed-transaction.js


/* harmony default export */ const unclosed_transaction = ((0,rule/* defineRule */.K)({
    id: 'unclosed-transaction',
    harm: 'stops',
    summary: 'A transaction is opened and never ended',
    why: `Nothing ends the transaction that BEGIN opens. When the connection is closed, Postgres rolls it back, without an
error: the migration seems to have run, and nothing of it is there. Until then it keeps its locks.`,
    fix: 'Write COMMIT; at the end of the script.',
    statements: ['TransactionStmt'],
    check(statement, context) {
        const { script } = context;
        // Where the tool has opened a transaction, its own COMMIT at the end closes whichever is open then.
        if (script.transaction === 'per-script' || script.role === 'verify')
            return;
        if (!opens(statement) || isEnded(statement, script))
            return;
        context.report({
            message: 'No COMMIT ends the transaction that begins here: when the connection is closed, Postgres rolls back all that comes after it.',
            help: 'Write COMMIT; at the end of the script, or delete BEGIN.',
        });
    },
    examples: {
        bad: [
            { sql: 'BEGIN;\nCREATE TABLE t (a int);' },
            { sql: 'START TRANSACTION;\nCREATE TABLE t (a int);\nSAVEPOINT s;\nROLLBACK TO s;' },
            { sql: 'CREATE TABLE t (a int);\nBEGIN;\nCREATE TABLE u (a int);', transaction: 'single-query' },
        ],
        good: [
            { sql: 'BEGIN;\nCREATE TABLE t (a int);\nCOMMIT;' },
            { sql: 'BEGIN;\nCREATE TABLE t (a int);\nEND;' },
            { sql: 'BEGIN;\nCREATE TABLE t (a int);\nROLLBACK;' },
            { sql: 'BEGIN;\nCREATE TABLE t (a int);', transaction: 'per-script' },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'COMMIT;\nCREATE INDEX CONCURRENTLY i ON t (a);\nBEGIN;\nCREATE TABLE u (a int);',
                transaction: 'per-script',
            },
        ],
    },
}));
/** Inside a transaction BEGIN opens nothing; in a query string it takes over the implicit one. */
function opens({ node, transaction }) {
    const kind = (0,ast/* nodeOf */.E7)(node, 'TransactionStmt')?.kind;
    if (kind !== 'TRANS_STMT_BEGIN' && kind !== 'TRANS_STMT_START')
        return false;
    return transaction.kind === 'none' || (transaction.kind === 'layout' && transaction.mode === 'single-query');
}
function isEnded({ index }, { statements }) {
    for (let at = index + 1; at < statements.length; at++) {
        const { kind, chain } = (0,ast/* nodeOf */.E7)(statements[at]?.node, 'TransactionStmt') ?? {};
        const ends = kind === 'TRANS_STMT_COMMIT' || kind === 'TRANS_STMT_ROLLBACK' || kind === 'TRANS_STMT_PREPARE';
        if (ends && !chain)
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/rules/unique-index-finds-duplicates.js





/* harmony default export */ const unique_index_finds_duplicates = ((0,rule/* defineRule */.K)({
    id: 'unique-index-finds-duplicates',
    harm: 'decision',
    preset: 'strict',
    summary: 'Building a unique index fails if two rows are alike',
    why: `Nothing ruled out equal rows before, so whether there are any shows only in production: the build then fails with
SQLSTATE 23505. With CONCURRENTLY an invalid index stays behind, which no query uses and every write pays for.`,
    fix: 'Look for duplicates before, and decide which row stays. While the index is built, new ones can still come in.',
    statements: ['IndexStmt'],
    check(statement, { schema, report }) {
        if (!(0,ast/* nodeOf */.E7)(statement.node, 'IndexStmt')?.unique)
            return;
        const index = (0,schema_effects/* effectsOf */.w)(statement.node)[0]?.object;
        const { table, facts } = index ?? {};
        if (!table || !facts || schema.isNew(table) || schema.find('index', index?.name ?? ''))
            return;
        const columns = (facts.columns ?? []).flatMap((column) => column ?? []);
        if (columns.length === 0 || columns.length < (facts.columns?.length ?? 0))
            return;
        // What is unique already stays so with more columns; a new column is empty.
        const unique = schema
            .partsOf(table, 'index')
            .some(({ facts: known }) => known?.unique && !known.partial && known.columns?.every((one) => one && columns.includes(one)));
        if (unique || columns.some((column) => schema.find('column', `${table}.${column}`)?.origin === 'change'))
            return;
        const list = columns.map(ast/* quoteIdentifier */.Cm).join(', ');
        report({
            message: `If two rows of ${(0,schema_objects/* shortName */.EU)(table)} have the same (${list}), the build fails${(0,ast/* nodeOf */.E7)(statement.node, 'IndexStmt')?.concurrent ? ' and leaves an invalid index behind' : ''}.`,
            help: `Look for duplicates first:\nSELECT ${list}, count(*) FROM ${sqlName(table)} GROUP BY ${list} HAVING count(*) > 1;`,
        });
    },
    examples: {
        bad: [{ setup: 'CREATE TABLE t (a int, b int);', sql: 'CREATE UNIQUE INDEX CONCURRENTLY i ON t (a, b);' }],
        good: [
            { sql: 'CREATE TABLE t (a int);\nCREATE UNIQUE INDEX i ON t (a);' },
            {
                setup: 'CREATE TABLE t (a int UNIQUE, b int);',
                sql: 'CREATE UNIQUE INDEX CONCURRENTLY i ON t (a, b);',
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD COLUMN b int;\nCREATE UNIQUE INDEX CONCURRENTLY i ON t (b);',
            },
            { setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY i ON t (a);' },
        ],
    },
}));

// EXTERNAL MODULE: ./build/schema/parts.js
var parts = __webpack_require__(6789);
;// CONCATENATED MODULE: ./build/rules/unnamed-index.js






const unnamed_index_HEAD = /^create\s+(?:unique\s+)?index(?:\s+concurrently)?/i;
/* harmony default export */ const unnamed_index = ((0,rule/* defineRule */.K)({
    id: 'unnamed-index',
    harm: 'note',
    preset: 'strict',
    summary: 'An index without a name gets one that depends on what is there',
    why: `Postgres makes the name up from the table and the columns, and adds a number where it is taken. Run again after a
failure, the statement builds a second index beside the invalid one. A rollback has to guess the name.`,
    fix: 'Give the index a name, so that the migration and its rollback can speak of it.',
    statements: ['IndexStmt'],
    check(statement, { schema, script, report }) {
        const index = (0,ast/* nodeOf */.E7)(statement.node, 'IndexStmt');
        const table = (0,ast/* relationName */.CJ)(index?.relation);
        if (!index || !table || index.idxname)
            return;
        const keys = (index.indexParams ?? []).map((element) => (0,ast/* nodeOf */.E7)(element, 'IndexElem')?.name);
        const name = (0,effects_columns/* chosenIndexName */.GP)(table.name, keys);
        // Where the name is taken, Postgres chooses another one; of an expression it takes a function’s name, or a cast’s.
        const isFree = [...parts/* RELATIONS */.mP, 'index'].every((kind) => schema.find(kind, (0,schema_objects/* fullName */.fq)({ ...table, name })) === undefined);
        const isSure = isFree && !keys.includes(undefined) && schema.find('table', (0,schema_objects/* fullName */.fq)(table)) !== undefined;
        report({
            message: `The index has no name: Postgres makes one up, such as ${name}.`,
            help: `Name it:\n${statement.sql.replace(unnamed_index_HEAD, `$& ${name}`)};`,
            ...(isSure && {
                fixes: [
                    { description: 'Name the index', edits: insertAfter(statement, script, unnamed_index_HEAD, ` ${(0,ast/* quoteIdentifier */.Cm)(name)}`) },
                ],
            }),
        });
    },
    examples: {
        bad: [
            { setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY ON t (a);' },
            { setup: 'CREATE TABLE t (a int);', sql: 'CREATE UNIQUE INDEX ON t (lower(a::text));' },
        ],
        good: [{ setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY t_a_idx ON t (a);' }],
    },
}));

;// CONCATENATED MODULE: ./build/rules/unqualified-name.js


/* harmony default export */ const unqualified_name = ((0,rule/* defineRule */.K)({
    id: 'unqualified-name',
    harm: 'note',
    preset: 'strict',
    summary: 'Without a schema, search_path decides where a table is created',
    why: `A table, view or sequence that is created without a schema goes to the first one of the session’s search_path. Run by another
role, or by a tool that sets another path, the same migration creates it somewhere else.`,
    fix: 'Write the schema: `CREATE TABLE public.orders (…)`.',
    roles: ['up'],
    statements: ['CreateStmt', 'CreateTableAsStmt', 'ViewStmt', 'CreateSeqStmt'],
    check(statement, context) {
        const made = (0,ast/* nodeOf */.E7)(statement.node, 'CreateStmt')?.relation ??
            (0,ast/* nodeOf */.E7)(statement.node, 'CreateTableAsStmt')?.into?.rel ??
            (0,ast/* nodeOf */.E7)(statement.node, 'ViewStmt')?.view ??
            (0,ast/* nodeOf */.E7)(statement.node, 'CreateSeqStmt')?.sequence;
        if (!made?.relname || made.schemaname || made.relpersistence === 't')
            return;
        // The script says where.
        if (context.session.has('search_path'))
            return;
        context.report({
            message: `Which schema ${made.relname} is created in depends on the search_path of whoever runs this.`,
            help: `Write the schema, for example:\npublic.${(0,ast/* quoteIdentifier */.Cm)(made.relname)}`,
        });
    },
    examples: {
        bad: [{ sql: 'CREATE TABLE t (a int);' }, { sql: 'CREATE VIEW v AS SELECT 1 AS a;' }],
        good: [
            { sql: 'CREATE TABLE public.t (a int);' },
            { sql: 'SET search_path = public;\nCREATE TABLE t (a int);' },
            { sql: 'CREATE TEMP TABLE scratch (a int);' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/update-whole-table.js






/* harmony default export */ const update_whole_table = ((0,rule/* defineRule */.K)({
    id: 'update-whole-table',
    harm: 'decision',
    summary: 'UPDATE of every row keeps them all locked until it commits',
    why: `One UPDATE of a whole table writes every row again in one transaction. Other writers of those rows wait until it commits,
the table grows to twice its size, replicas fall behind, and vacuum can’t clean up meanwhile. In the same transaction as a
change of the schema it also holds that one’s locks for as long.`,
    fix: `Update in batches of some thousand rows, each in a transaction of its own, in a migration apart from the change of the
schema.`,
    statements: WRITING,
    check(statement, context) {
        for (const { change, relation, where, isWhole } of rowWrites(statement.node)) {
            const table = change === 'update' ? changedTable(relation, context.schema) : undefined;
            if (table === undefined)
                continue;
            const column = newNullColumn(table, where, context.schema);
            if (!isWhole && column === undefined)
                continue;
            const rest = column ? `${column} IS NULL` : '…';
            context.report({
                message: `This writes every row of ${(0,schema_objects/* shortName */.EU)(table)} in one transaction${column ? ` (${column} is new, and null everywhere)` : ''}: other writers of these rows wait until it commits, and the table grows to twice its size.`,
                help: `Run it in batches, each in a transaction of its own, until it updates no row:\nUPDATE ${sqlName(table)} SET … WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${sqlName(table)} WHERE ${rest} LIMIT 5000));`,
                ...wholeTableClaim(table, context.schema),
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1);',
                sql: 'WITH x AS (SELECT id, a * 2 AS b FROM t)\nUPDATE t SET b = x.b FROM x WHERE t.id = x.id;',
                claim: [(0,verdict_fact/* lock */.s2)('ROW EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (id int, a int, b int); INSERT INTO t VALUES (1, 1);',
                sql: 'UPDATE t AS own SET b = x.n FROM (SELECT s.id AS nr, row_number() OVER () AS n FROM t s) x WHERE x.nr = own.id;',
                claim: [(0,verdict_fact/* lock */.s2)('ROW EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (id int, a int, b int); INSERT INTO t VALUES (1, 1); CREATE TABLE u (id int, c int);',
                sql: 'UPDATE t SET b = u.c FROM t x LEFT JOIN u ON u.id = x.a WHERE t.id = x.id;',
                claim: [(0,verdict_fact/* lock */.s2)('ROW EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (id int, a int, b int); INSERT INTO t VALUES (1, 1);',
                sql: 'MERGE INTO t USING (SELECT * FROM t) x ON t.id = x.id WHEN MATCHED THEN UPDATE SET b = x.a;',
                claim: [(0,verdict_fact/* lock */.s2)('ROW EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (id int, a int, b int); INSERT INTO t VALUES (1, 1);',
                sql: 'UPDATE t SET b = a WHERE id IN (SELECT id FROM t);',
                claim: [(0,verdict_fact/* lock */.s2)('ROW EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (id int, a int, b int); INSERT INTO t VALUES (1, 1);',
                sql: 'WITH changed AS (UPDATE t SET b = a RETURNING id)\nSELECT count(*) FROM changed;',
                claim: [(0,verdict_fact/* lock */.s2)('ROW EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a int, b int); INSERT INTO t VALUES (1, 1);',
                sql: 'UPDATE t SET b = a;',
                claim: [(0,verdict_fact/* lock */.s2)('ROW EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a int, b int); INSERT INTO t VALUES (1, 1);',
                sql: 'UPDATE t SET b = a WHERE 1 = 1;',
                claim: [(0,verdict_fact/* lock */.s2)('ROW EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a int); INSERT INTO t VALUES (1);',
                up: 'ALTER TABLE t ADD COLUMN b int;',
                sql: 'UPDATE t SET b = a WHERE b IS NULL;',
                role: 'down',
                claim: [(0,verdict_fact/* lock */.s2)('ROW EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int);',
                sql: 'WITH x AS (SELECT id FROM t WHERE b IS NULL LIMIT 5000 FOR UPDATE SKIP LOCKED)\nUPDATE t SET b = a FROM x WHERE t.id = x.id;',
            },
            {
                setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int);',
                sql: 'UPDATE t SET b = x.b FROM t x WHERE t.id = x.a;\nUPDATE t SET b = x.b FROM t x WHERE t.id = x.id AND x.a > 1;\nUPDATE t SET b = x.b FROM (VALUES (1, 2)) x (id, b) WHERE t.id = x.id;',
            },
            {
                setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int); CREATE TABLE u (id int, c int);',
                sql: 'UPDATE t SET b = x.c FROM (SELECT t.id, u.c FROM t JOIN u ON u.id = t.a) x WHERE t.id = x.id;\nMERGE INTO t USING u ON t.id = u.id WHEN MATCHED THEN UPDATE SET b = u.c;',
            },
            { setup: 'CREATE TABLE t (a int, b int);', sql: 'UPDATE t SET b = a WHERE a BETWEEN 1 AND 5000;' },
            { setup: 'CREATE TABLE t (a int, b int);', sql: 'UPDATE t SET b = a WHERE b IS NULL;' },
            { sql: 'CREATE TABLE t (a int);\nINSERT INTO t VALUES (1);\nUPDATE t SET a = 2;' },
            { sql: 'CREATE TEMP TABLE scratch (a int);\nUPDATE scratch SET a = 2;' },
            {
                setup: 'CREATE TABLE t (a int, b int);',
                sql: 'UPDATE t SET b = a WHERE ctid = ANY (ARRAY(SELECT ctid FROM t WHERE b IS NULL LIMIT 5000));',
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/using-index-refused.js








/* harmony default export */ const using_index_refused = ((0,rule/* defineRule */.K)({
    id: 'using-index-refused',
    harm: 'stops',
    summary: 'A constraint can’t take over this index',
    why: `ADD CONSTRAINT … USING INDEX takes a plain unique index of the same table. Postgres refuses one that isn’t unique, one
with WHERE, one on an expression, one that sorts with DESC or NULLS FIRST, one of another table, and every index of a
partitioned table; since PostgreSQL 16 also one with NULLS NOT DISTINCT for a primary key. The migration stops there.`,
    fix: 'Build a unique index on the plain columns with CREATE UNIQUE INDEX CONCURRENTLY, without anything else, and name that one.',
    statements: ['AlterTableStmt'],
    check(statement, { schema, postgresVersion, report }) {
        for (const { table, constraint } of addedConstraints(statement)) {
            if (!constraint.indexname)
                continue;
            const index = schema.find('index', (0,schema_objects/* fullName */.fq)({ schema: (0,schema_objects/* schemaOf */.pP)(table), name: constraint.indexname }));
            const forKey = constraint.contype === 'CONSTR_PRIMARY' && (0,versions/* has */.zy)('primaryKeyNeedsDistinctNulls', postgresVersion, 'as oldest');
            const problem = refusal(table, index, schema) ?? (forKey ? refusedForKey(index?.facts) : undefined);
            if (problem === undefined)
                continue;
            const columns = index?.table === table ? (index.facts?.columns ?? []) : [undefined];
            const list = columns.map((column) => (0,ast/* quoteIdentifier */.Cm)(column ?? '')).join(', ');
            const name = (0,ast/* quoteIdentifier */.Cm)(`${constraint.conname ?? constraint.indexname}_idx`);
            report({
                message: `USING INDEX ${(0,ast/* quoteIdentifier */.Cm)(constraint.indexname)} fails: ${problem.reason}. The migration stops here.`,
                help: (0,touch/* isPartitioned */.gN)(table, schema)
                    ? PARTITION_BY_PARTITION
                    : columns.includes(undefined)
                        ? `Build a unique index on plain columns of ${(0,schema_objects/* shortName */.EU)(table)} with CREATE UNIQUE INDEX CONCURRENTLY, and name that one.`
                        : `Build an index that the constraint can take over:\nCREATE UNIQUE INDEX CONCURRENTLY ${name} ON ${sqlName(table)} (${list});`,
                claim: (0,verdict_fact/* refused */.J5)(problem.sqlstate),
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int); CREATE UNIQUE INDEX i ON t (a) WHERE a > 0;',
                sql: 'ALTER TABLE t ADD CONSTRAINT once UNIQUE USING INDEX i;',
                claim: (0,verdict_fact/* refused */.J5)('42809'),
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE UNIQUE INDEX i ON t ((a + 1));',
                sql: 'ALTER TABLE t ADD CONSTRAINT once UNIQUE USING INDEX i;',
                claim: (0,verdict_fact/* refused */.J5)('42809'),
            },
            {
                sql: 'CREATE TABLE t (a int);\nCREATE INDEX i ON t (a);\nALTER TABLE t ADD CONSTRAINT once UNIQUE USING INDEX i;',
                claim: (0,verdict_fact/* refused */.J5)('42809'),
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int); CREATE UNIQUE INDEX i ON u (a);',
                sql: 'ALTER TABLE t ADD CONSTRAINT once UNIQUE USING INDEX i;',
                claim: (0,verdict_fact/* refused */.J5)('55000'),
            },
            {
                setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE UNIQUE INDEX i ON p (a);',
                sql: 'ALTER TABLE p ADD CONSTRAINT once UNIQUE USING INDEX i;',
                claim: (0,verdict_fact/* refused */.J5)('0A000'),
            },
            {
                setup: 'CREATE TABLE t (a int, b int); CREATE UNIQUE INDEX i ON t (a, b DESC);',
                sql: 'ALTER TABLE t ADD CONSTRAINT once UNIQUE USING INDEX i;',
                claim: (0,verdict_fact/* refused */.J5)('42809'),
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE UNIQUE INDEX i ON t (a NULLS FIRST);',
                sql: 'ALTER TABLE t ADD CONSTRAINT once UNIQUE USING INDEX i;',
                claim: (0,verdict_fact/* refused */.J5)('42809'),
            },
            {
                setup: 'CREATE TABLE t (a int NOT NULL); CREATE UNIQUE INDEX i ON t (a) NULLS NOT DISTINCT;',
                sql: 'ALTER TABLE t ADD PRIMARY KEY USING INDEX i;',
                claim: (0,verdict_fact/* refused */.J5)('42P16'),
                postgres: { from: 16 },
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a int, b int);',
                sql: 'CREATE UNIQUE INDEX CONCURRENTLY i ON t (a) INCLUDE (b);\nALTER TABLE t ADD CONSTRAINT once UNIQUE USING INDEX i;',
            },
            {
                setup: 'CREATE SCHEMA app; CREATE TABLE app.t (a int); CREATE TABLE t (a int); CREATE INDEX i ON t (a); CREATE UNIQUE INDEX i ON app.t (a);',
                sql: 'ALTER TABLE app.t ADD CONSTRAINT once UNIQUE USING INDEX i;',
            },
            {
                setup: 'CREATE TABLE t (a int, b int); CREATE UNIQUE INDEX i ON t (a ASC, b NULLS LAST) NULLS NOT DISTINCT;',
                sql: 'ALTER TABLE t ADD CONSTRAINT once UNIQUE USING INDEX i;',
            },
            {
                setup: 'CREATE TABLE t (a int NOT NULL); CREATE UNIQUE INDEX i ON t (a) NULLS NOT DISTINCT;',
                sql: 'ALTER TABLE t ADD PRIMARY KEY USING INDEX i;',
                postgres: { until: 15 },
            },
        ],
    },
}));
function refusal(table, index, schema) {
    if ((0,touch/* isPartitioned */.gN)(table, schema))
        return { reason: `${(0,schema_objects/* shortName */.EU)(table)} is partitioned`, sqlstate: '0A000' };
    if (index?.table === undefined)
        return undefined;
    if (index.table !== table)
        return { reason: `it is an index of ${(0,schema_objects/* shortName */.EU)(index.table)}`, sqlstate: '55000' };
    const { unique, partial, columns, descending } = index.facts ?? {};
    if (unique === false)
        return { reason: 'the index is not unique', sqlstate: '42809' };
    if (columns?.includes(undefined))
        return { reason: 'the index holds an expression', sqlstate: '42809' };
    if (partial)
        return { reason: 'the index has a WHERE', sqlstate: '42809' };
    return descending ? { reason: 'the index sorts with DESC or NULLS FIRST', sqlstate: '42809' } : undefined;
}
function refusedForKey(facts) {
    if (!facts?.nullsNotDistinct)
        return undefined;
    return { reason: 'a primary key takes no index with NULLS NOT DISTINCT', sqlstate: '42P16' };
}

;// CONCATENATED MODULE: ./build/rules/vacuum-full.js





/* harmony default export */ const vacuum_full = ((0,rule/* defineRule */.K)({
    id: 'vacuum-full',
    harm: 'blocks',
    summary: 'VACUUM FULL and CLUSTER write the whole table anew and lock out everybody',
    why: `Both copy every row and build every index anew, under ACCESS EXCLUSIVE: nobody reads or writes the table until they are
done, which takes the longer the bigger the table is, and twice its space on disk.`,
    fix: `Plain VACUUM makes the space of dead rows free for new ones, beside all traffic. To give it back to the disk, rewrite the
table online with pg_repack or pg_squeeze.`,
    statements: ['VacuumStmt', 'ClusterStmt'],
    check(statement, context) {
        const vacuum = (0,ast/* nodeOf */.E7)(statement.node, 'VacuumStmt');
        const cluster = (0,ast/* nodeOf */.E7)(statement.node, 'ClusterStmt');
        if (vacuum && !(vacuum.is_vacuumcmd && (0,ast/* hasOption */.Kz)(vacuum.options, 'full')))
            return;
        const named = vacuum
            ? (vacuum.rels ?? []).flatMap((item) => (0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(item, 'VacuumRelation')?.relation) ?? [])
            : [(0,ast/* relationName */.CJ)(cluster?.relation)].flatMap((name) => name ?? []);
        const tables = named.map(schema_objects/* fullName */.fq);
        if (tables.length > 0 && tables.every((table) => context.schema.isNew(table)))
            return;
        const [table] = tables;
        context.report({
            message: `${vacuum ? 'VACUUM FULL' : 'CLUSTER'} copies all rows of ${tables.length > 0 ? tables.map(schema_objects/* shortName */.EU).join(', ') : 'every table'} into new files under ACCESS EXCLUSIVE: every read and write waits until it is done.`,
            help: `Free the space for new rows, beside all traffic:\nVACUUM (ANALYZE)${table ? ` ${sqlName(table)}` : ''};`,
            // VACUUM runs outside transactions, where its locks can't be watched; maintenance isn't rehearsed.
            ...(table &&
                context.script.role !== 'maintenance' && {
                claim: cluster ? [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', table), (0,verdict_fact/* rewrite */.v8)(table)] : (0,verdict_fact/* rewrite */.v8)(table),
            }),
        });
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int); INSERT INTO t VALUES (1);',
                sql: 'VACUUM FULL t;',
                claim: (0,verdict_fact/* rewrite */.v8)('public.t'),
            },
            {
                setup: 'CREATE TABLE t (a int); INSERT INTO t VALUES (1);',
                sql: 'VACUUM (FULL, ANALYZE) t;',
                role: 'maintenance',
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a); INSERT INTO t VALUES (1);',
                sql: 'CLUSTER t USING i;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* rewrite */.v8)('public.t')],
            },
        ],
        good: [
            { setup: 'CREATE TABLE t (a int);', sql: 'VACUUM (ANALYZE) t;' },
            { setup: 'CREATE TABLE t (a int);', sql: 'VACUUM (FULL false) t;' },
            { sql: 'CREATE TABLE t (a int);\nCREATE INDEX i ON t (a);\nCLUSTER t USING i;' },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/validate-in-same-transaction.js










/* harmony default export */ const validate_in_same_transaction = ((0,rule/* defineRule */.K)({
    id: 'validate-in-same-transaction',
    harm: 'blocks',
    summary: 'VALIDATE CONSTRAINT in the transaction of its NOT VALID keeps the strong lock',
    why: `NOT VALID makes adding a constraint a matter of milliseconds, and VALIDATE CONSTRAINT reads the rows under a weak lock.
But locks are kept until the transaction ends: run in the same one, the rows are read while ADD CONSTRAINT’s own lock is
still held. That is ACCESS EXCLUSIVE for a CHECK, which stops reads and writes, and SHARE ROW EXCLUSIVE on both tables for
a foreign key, which stops writes. NOT VALID has then gained nothing.`,
    fix: 'Commit after ADD CONSTRAINT … NOT VALID, and validate in a transaction of its own: best in a migration of its own.',
    statements: ['AlterTableStmt'],
    check(statement, context) {
        const { schema, script, run } = context;
        for (const added of addedConstraints(statement)) {
            const { table, facts, name } = added;
            if (facts.validated || !facts.enforced || schema.isNew(table))
                continue;
            const validated = validations(run)
                .get(`${table}.${name}`)
                ?.find((later) => (0,same_transaction/* isAfter */.dS)(later, statement, run) && (0,same_transaction/* inOneTransaction */.Kt)(statement, later, run));
            const found = validated && predicted(table, context);
            if (!found)
                continue;
            const parent = facts.references?.table;
            const tables = [table, ...(parent && parent !== table && !schema.isNew(parent) ? [parent] : [])].map(schema_objects/* shortName */.EU);
            const where = validated === statement ? 'the same statement' : (0,positions/* lineOf */.cA)(validated, statement);
            context.report({
                message: `ADD CONSTRAINT ${name} takes ${found.lock} on ${tables.join(' and ')} and keeps it while VALIDATE CONSTRAINT (${where}) reads every row: ${(0,facts_held/* waiters */.Cu)(found)} wait all that time.`,
                help: `${laterTransaction('VALIDATE CONSTRAINT', script)}\n${validateStatement(added)}`,
                claim: (0,verdict_fact/* touches */.yI)(found.lock, table, { scans: true }),
                ...(validated !== statement && {
                    related: [{ ...validated.location, message: `This reads every row of ${(0,schema_objects/* shortName */.EU)(table)}` }],
                }),
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'BEGIN;\nALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT positive;\nCOMMIT;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int);',
                sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p NOT VALID;\nALTER TABLE c VALIDATE CONSTRAINT c_p_fkey;',
                transaction: 'per-script',
                claim: [(0,verdict_fact/* lock */.s2)('SHARE ROW EXCLUSIVE', 'public.c'), (0,verdict_fact/* scan */.SQ)('public.c')],
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID, VALIDATE CONSTRAINT positive;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'DO $$ BEGIN\n  ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;\n  ALTER TABLE t VALIDATE CONSTRAINT positive;\nEND $$;',
                claim: [(0,verdict_fact/* lock */.s2)('ACCESS EXCLUSIVE', 'public.t'), (0,verdict_fact/* scan */.SQ)('public.t')],
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT positive;',
            },
            {
                setup: 'CREATE TABLE t (a int);',
                sql: 'BEGIN;\nALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;\nCOMMIT;\nBEGIN;\nALTER TABLE t VALIDATE CONSTRAINT c;\nCOMMIT;',
            },
            {
                sql: 'BEGIN;\nCREATE TABLE t (a int);\nALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT c;\nCOMMIT;',
            },
            {
                setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int, CONSTRAINT c CHECK (a > 0)); ALTER TABLE u ADD CONSTRAINT d CHECK (a > 1) NOT VALID;',
                sql: 'BEGIN;\nALTER TABLE t ADD CONSTRAINT d CHECK (a > 0) NOT VALID;\nALTER TABLE u VALIDATE CONSTRAINT d;\nCOMMIT;',
            },
        ],
    },
}));
const validate_in_same_transaction_known = new WeakMap();
/** The statements that validate a constraint, by its full name. Asked for each constraint, so read once. */
function validations(run) {
    const found = validate_in_same_transaction_known.get(run) ?? new Map();
    if (validate_in_same_transaction_known.has(run))
        return found;
    for (const statement of (0,same_transaction/* allStatements */.EE)(run)) {
        for (const { table, subtype, command } of alterCommands(statement)) {
            const name = `${table}.${command.name}`;
            if (subtype === 'AT_ValidateConstraint')
                found.set(name, [...(found.get(name) ?? []), statement]);
        }
    }
    validate_in_same_transaction_known.set(run, found);
    return found;
}

;// CONCATENATED MODULE: ./build/rules/validate-unknown-constraint.js






/* harmony default export */ const validate_unknown_constraint = ((0,rule/* defineRule */.K)({
    id: 'validate-unknown-constraint',
    harm: 'stops',
    summary: 'VALIDATE CONSTRAINT names a constraint that the table doesn’t have',
    why: `The scripts before create the table and leave a constraint of it unvalidated, but none of the name that is to be
validated: Postgres refuses the statement with SQLSTATE 42704, and the migration stops there. A name that Postgres chose
itself is easily mistaken.`,
    fix: 'Write the name that ADD CONSTRAINT gave it, best in both places.',
    statements: ['AlterTableStmt'],
    check(statement, { schema, report }) {
        const commands = alterCommands(statement);
        for (const { table, subtype, command } of commands) {
            if (subtype !== 'AT_ValidateConstraint' || !command.name)
                continue;
            const own = schema.partsOf(table, 'constraint');
            const open = own.filter(({ facts }) => facts && !facts.validated && facts.enforced);
            const known = schema.find('table', table)?.facts?.complete && !own.some(({ name }) => name === `${table}.${command.name}`);
            // Without one that waits for it, the scripts may just not show the constraint.
            if (!known || open.length === 0 || commands.some(({ constraint }) => constraint))
                continue;
            const names = open.map(({ name }) => (0,ast/* quoteIdentifier */.Cm)(name.slice(table.length + 1)));
            report({
                message: `${(0,schema_objects/* shortName */.EU)(table)} has no constraint ${(0,ast/* quoteIdentifier */.Cm)(command.name)}: Postgres refuses this, and the migration stops here.`,
                help: `Name the one that waits to be validated:\n${names.map((name) => `ALTER TABLE ${sqlName(table)} VALIDATE CONSTRAINT ${name};`).join('\n')}`,
                claim: (0,verdict_fact/* refused */.J5)('42704'),
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int);',
                sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p NOT VALID;\nALTER TABLE c VALIDATE CONSTRAINT c_p_fk;',
                claim: (0,verdict_fact/* refused */.J5)('42704'),
            },
        ],
        good: [
            {
                setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int);',
                sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p NOT VALID;\nALTER TABLE c VALIDATE CONSTRAINT c_p_fkey;',
            },
            {
                setup: 'CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID; ALTER TABLE t RENAME CONSTRAINT c TO d;',
                sql: 'ALTER TABLE t VALIDATE CONSTRAINT d;',
            },
        ],
    },
}));

// EXTERNAL MODULE: ./build/sql/expectations.js
var sql_expectations = __webpack_require__(2973);
// EXTERNAL MODULE: ./build/sql/self-checking.js
var self_checking = __webpack_require__(6829);
;// CONCATENATED MODULE: ./build/rules/validation-without-expectation.js




/* harmony default export */ const validation_without_expectation = ((0,rule/* defineRule */.K)({
    id: 'validation-without-expectation',
    harm: 'decision',
    summary: 'A validation query that expects nothing can’t fail',
    why: `A bare SELECT returns its rows to nobody: whether it finds six indexes or none, the validation passes. Only an error
would stop it.`,
    fix: `Say what the query must return, in a comment above it: \`-- expect: rows = 6\`, \`-- expect: empty\`,
\`-- expect: not empty\`, \`-- expect: value = 6\`, \`-- expect: all true\` or \`-- expect: uses index <name>\`. A query that raises an
error when something is wrong (a DO block with ASSERT, \`SELECT 1 / count(*)\`) needs none, nor does one with a boolean column \`ok\`, or one of pgTAP’s.`,
    roles: ['verify'],
    statements: ['SelectStmt'],
    check(statement, context) {
        const expectations = (0,sql_expectations/* expectationsOf */.x)(statement);
        const unknown = expectations.find(({ expectation }) => expectation === null);
        if (unknown) {
            context.report({
                message: `The expectation “${unknown.text}” isn’t one that this check knows, so the query can’t fail.`,
                help: `Write one of: ${sql_expectations/* EXPECTATION_FORMS */.T}.`,
            });
        }
        else if (expectations.length === 0 && !(0,self_checking/* failsByItself */.s)(statement)) {
            context.report({
                message: 'This validation query expects nothing, so it passes whatever it returns.',
                help: `Say in the comment above it what it must return, for example:\n${suggestion(context.migration.up.statements)}`,
            });
        }
    },
    examples: {
        bad: [
            {
                setup: 'CREATE TABLE t (a int);',
                up: 'CREATE INDEX CONCURRENTLY i ON t (a);',
                sql: "SELECT indexname FROM pg_indexes WHERE indexname = 'i';",
                role: 'verify',
            },
            { sql: '-- expect: six rows\nSELECT 1;', role: 'verify' },
        ],
        good: [
            { sql: "-- expect: rows = 1\nSELECT extname FROM pg_extension WHERE extname = 'plpgsql';", role: 'verify' },
            { sql: "SELECT 1 / count(*) FROM pg_extension WHERE extname = 'plpgsql';", role: 'verify' },
            { setup: 'CREATE TABLE t (a int);', sql: 'SELECT a FROM t WHERE FALSE;', role: 'verify' },
            { sql: 'DO $$ BEGIN ASSERT true; END $$;', role: 'verify' },
            { sql: 'SELECT count(*) = 0 AS ok FROM pg_index WHERE NOT indisvalid;', role: 'verify' },
            { sql: 'SELECT 1;' },
        ],
    },
}));
function suggestion(up) {
    const created = up.filter(({ node }) => (0,ast/* nodeOf */.E7)(node, 'IndexStmt')?.idxname).length;
    return created > 0 ? `-- expect: rows = ${created}` : '-- expect: not empty';
}

;// CONCATENATED MODULE: ./build/lint/registry.js
/** Every rule, in the order of their ids. Generated by `npm run generate` from src/rules. */










































































































































const RULES = [
    add_column_constrained_domain,
    add_column_default_dropped,
    add_column_foreign_key_with_default,
    add_column_generated_stored,
    add_column_not_null_without_default,
    add_column_serial,
    add_column_unique,
    add_column_unknown_default,
    add_column_volatile_default,
    add_column_with_check,
    add_exclusion_constraint,
    add_identity_to_nullable_column,
    add_primary_key,
    add_unique_constraint,
    alter_column_type_depends_on_timezone,
    alter_column_type_narrowing,
    alter_column_type_needs_using,
    alter_column_type_on_foreign_key,
    alter_column_type_rewrites,
    alter_column_type_scans,
    alter_column_type_unknown,
    alter_column_type_used_by_view,
    alter_extension_update,
    alter_generated_expression,
    alter_sequence_blocks_nextval,
    attach_partition_scan,
    begin_in_tool_transaction,
    check_not_immutable,
    check_with_subquery,
    check_without_not_valid,
    column_named_twice,
    composite_type_cascade,
    concurrently_in_transaction,
    concurrently_unsupported,
    constraint_name_differs_after_rollback,
    constraint_not_enforced,
    constraint_unnamed,
    create_unlogged_table,
    database_in_migration,
    default_partition_scan,
    delete_whole_table,
    detach_concurrently_with_default,
    detach_not_concurrent,
    disable_trigger,
    discouraged_type,
    do_block_hides_sql,
    domain_constraint_blocks_writes,
    domain_with_constraint,
    down_drops_data,
    down_drops_preexisting_object,
    down_keeps_change,
    down_keeps_enum_value,
    down_keeps_privilege,
    down_leaves_object,
    down_restores_unvalidated,
    drop_after_its_table,
    drop_cascade,
    drop_column,
    drop_column_drops_index,
    drop_constraint,
    drop_extension,
    drop_foreign_key_locks_referenced,
    drop_index_backing_constraint,
    drop_index_before_replacement,
    drop_index_not_concurrent,
    drop_not_null,
    drop_not_null_on_primary_key,
    drop_partition,
    drop_primary_key,
    drop_still_needed,
    drop_table,
    drop_table_locks_referenced,
    enum_type,
    enum_value_order,
    enum_value_renamed,
    enum_value_used_in_same_transaction,
    foreign_key_cascade,
    foreign_key_not_valid_on_partitioned,
    foreign_key_type_mismatch,
    foreign_key_without_index,
    foreign_key_without_not_valid,
    grant_to_public,
    identifier_too_long,
    if_exists_still_locks,
    if_not_exists_hides_table,
    if_not_exists_masks_different_index,
    if_not_exists_masks_invalid_index,
    if_not_exists_then_drop,
    index_not_concurrent,
    insert_select_whole_table,
    irreversible_up,
    like_underscore_wildcard,
    lock_held_during_scan,
    lock_table,
    lock_timeout_too_long,
    lossy_recreate,
    rules_needs_transaction,
    no_lock_timeout,
    non_transactional_in_transaction,
    partition_of_locks_parent,
    partitioned_unique_without_key,
    partly_applied_not_repeatable,
    pending_trigger_events,
    primary_key_scans_for_null,
    quoted_identifier,
    redundant_index,
    refresh_concurrently_without_unique_index,
    refresh_not_concurrent,
    reindex_not_concurrent,
    rename_column,
    rename_schema,
    rename_table,
    replace_function_incompatible,
    replace_view_incompatible,
    rls_without_policy,
    security_definer_search_path,
    select_asserts_nothing,
    session_setting_leaks,
    set_local_outside_transaction,
    set_not_null,
    several_tables_locked,
    short_primary_key,
    standard_strings_off,
    storage_rewrite,
    superuser_only,
    table_without_primary_key,
    timeout_around_concurrently,
    truncate_table,
    unclosed_transaction,
    unique_index_finds_duplicates,
    unnamed_index,
    unqualified_name,
    update_whole_table,
    using_index_refused,
    vacuum_full,
    validate_in_same_transaction,
    validate_unknown_constraint,
    validation_without_expectation,
];


/***/ }),

/***/ 107:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ defineRule),
/* harmony export */   q: () => (/* binding */ DEFAULT_ROLES)
/* harmony export */ });
/** What a rule is: one hazard that can be seen in the SQL, with its documentation, its tests and its proof in one file. */
/** Checks a rule's shape at compile time. */
function defineRule(rule) {
    return rule;
}
const DEFAULT_ROLES = ['up', 'down', 'maintenance'];


/***/ }),

<<<<<<<< HEAD:dist/504.cli.js
/***/ 895:
========
/***/ 2800:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ FILE_CHECKS),
/* harmony export */   s: () => (/* binding */ fileFinding)
/* harmony export */ });
/* harmony import */ var _findings_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1654);
/* harmony import */ var _findings_internal_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8962);
/** What the files are found to be, before any SQL is read. */


const { checks: FILE_CHECKS, finding: fileFinding } = (0,_findings_check_js__WEBPACK_IMPORTED_MODULE_1__/* .catalogue */ .s)({
    ..._findings_internal_error_js__WEBPACK_IMPORTED_MODULE_0__/* .INTERNAL_CHECKS */ .At,
    'ambiguous-layout': {
        severity: 'error',
        summary: 'Two layouts fit a folder of migrations',
        why: 'The folder holds the marks or the settings of more than one migration tool. They order, split and wrap files differently: a wrong guess would check something else than what production runs.',
        fix: 'Name the layout with the setting `layout`, or leave the other tool’s files out with `migrations` or `ignore`.',
    },
    'malformed-migration': {
        severity: 'error',
        summary: 'The migration tool can’t read a file as it is meant',
        why: 'A section that is never closed, a down before an up, a name without a version, a plan that names a missing file: the tool stops there, or runs something else than the file seems to say.',
        fix: 'Write the file as the message says that the tool expects it.',
    },
    'unknown-placeholder': {
        severity: 'error',
        summary: 'A placeholder has no value',
        why: 'The migration tool replaces the placeholder before Postgres sees the text. Without its value nobody can tell what will run.',
        fix: 'Give the value with the setting `placeholders`.',
    },
    'migration-edited': {
        severity: 'error',
        summary: 'A migration that was merged already is edited',
        why: 'Databases that have applied it don’t run it again: they keep what it said before, and new databases get something else. Tools that compare checksums refuse to run.',
        fix: 'Leave the merged migration as it is, and write the change into a new one.',
    },
    'migration-renamed': {
        severity: 'error',
        summary: 'A migration that was merged already is renamed',
        why: 'Migration tools know what they have applied by version or name. Under another one it is a new migration: it runs again, or the tool misses the old one and refuses to run.',
        fix: 'Keep the name of the merged migration.',
    },
    'migration-deleted': {
        severity: 'error',
        summary: 'A migration that was merged already is deleted',
        why: 'Databases that have applied it keep what it made, and new ones never get it. Some tools refuse to run when a migration is missing that they have applied.',
        fix: 'Keep the file, and undo what it did in a new migration.',
    },
    'duplicate-version': {
        severity: 'error',
        summary: 'Two migrations have the same version',
        why: 'Versions are how a tool knows what it has applied. Of two migrations with one version it refuses both, or runs one and takes the other for done. It happens when two branches pick the next number.',
        fix: 'Give the new migration a version of its own, after the newest on the base branch.',
    },
    'version-out-of-order': {
        severity: 'error',
        summary: 'A new migration comes before one that was merged already',
        why: 'Databases that are up to date have applied the later one. Depending on the tool, the new one is refused, skipped without a word, or applied after what it stands before.',
        fix: 'Give the new migration a version after the newest on the base branch.',
    },
    'version-gap': {
        severity: 'info',
        summary: 'A number is missing between two migrations',
        why: 'In a folder that counts 1, 2, 3 a missing number often is a file that was never committed.',
        fix: 'Commit the missing migration, or give the new one the next number.',
    },
    'down-missing': {
        severity: 'warning',
        summary: 'A migration has no rollback although the others beside it do',
        why: 'Whoever has to roll back finds that one step has no way back.',
        fix: 'Write the rollback; where there can’t be one, say so in it: `-- irreversible: <reason>`.',
    },
    'bookkeeping-out-of-step': {
        severity: 'error',
        summary: 'The migration tool’s own list doesn’t match the files',
        why: 'atlas.sum, Drizzle’s journal, Prisma’s lock file or sqitch’s plan say what there is and in which order. Where they and the files differ, usually after a merge, the tool refuses to run or leaves migrations out.',
        fix: 'Let the tool write its list anew, and commit it with the migrations.',
    },
    'unreadable-file': {
        severity: 'error',
        summary: 'A migration file can’t be read as text',
        why: 'The file is missing, may not be read, is not UTF-8, has more than 16 MB, is a pipe or a device, or is a link that leads out of the repository, so nothing in it could be checked. Where such a link leads is never followed, and never shown.',
        fix: 'Put a regular file of UTF-8 text there, with rights to read it.',
    },
});


/***/ }),

/***/ 6178:
>>>>>>>> rules17:dist/350.cli.js
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ REHEARSAL_CHECKS),
/* harmony export */   l: () => (/* binding */ rehearsalFinding)
/* harmony export */ });
<<<<<<<< HEAD:dist/504.cli.js
/* harmony import */ var _findings_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2623);
/* harmony import */ var _verdict_shared_checks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5291);
========
/* harmony import */ var _findings_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1654);
/* harmony import */ var _verdict_shared_checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4144);
>>>>>>>> rules17:dist/350.cli.js
/** What only a server shows. */


const { checks: REHEARSAL_CHECKS, finding: rehearsalFinding } = (0,_findings_check_js__WEBPACK_IMPORTED_MODULE_0__/* .catalogue */ .sW)({
    ..._verdict_shared_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .SHARED_CHECKS */ .y,
    'baseline-fails': {
        harm: 'stops',
        summary: 'Postgres refuses a statement that stands before the change',
        why: 'The schema as it stands before the change is built from the earlier migrations or from the baseline files. What a failing statement would have made is missing there: what needs it can’t be rehearsed. Where nothing of the change does, it is a note.',
        fix: 'Merged migrations are left as they are. Name a dump of the schema with the setting `baseline` (`pg_dump --schema-only`), or an SQL file that makes what is missing with `bootstrap`. `rules: { baseline-fails: off }` passes over it where nothing of the change needs it.',
    },
    'migration-fails': {
        harm: 'stops',
        binding: true,
        summary: 'Postgres refuses a statement of the migration',
        why: 'The migration was run on a server as its tool would run it, and this statement failed. Where a rule explains it, the finding has that rule’s name, as an error. `ignore`, `off` and severities silence advice, never this.',
        fix: 'Mend the statement: the message holds what Postgres said.',
    },
    'down-fails': {
        harm: 'rollback',
        binding: true,
        summary: 'Postgres refuses a statement of the rollback',
        why: 'After the migration, its rollback was run on the same server, and this statement failed: there is no way back when it is needed. Like every refusal it is an error, whatever the settings and directives say.',
        fix: 'Mend the statement: the message holds what Postgres said. Often the order is wrong, or an object is dropped that was never made.',
    },
    'down-loses-object': {
        harm: 'loses',
        summary: 'The rollback drops something that was there before the migration',
        why: 'The catalogs were compared before the migration and after its rollback: the object was there before and is gone.',
        fix: 'Create it again in the rollback, or don’t drop it.',
    },
    'down-changes-object': {
        harm: 'rollback',
        summary: 'The rollback brings something back differently',
        why: 'The catalogs were compared before the migration and after its rollback: the object is there, but not as it was.',
        fix: 'Restore the definition that the message shows.',
    },
    'rollback-loses-data': {
        harm: 'decision',
        summary: 'The rollback restores the schema but not its data',
        why: 'The migration and its rollback were run on tables with rows. The schema is back afterwards; values that were there before are not.',
        fix: 'Keep the old data until the change has proven itself: rename or leave the column, copy its values aside, and drop them in a later migration. Where the loss is meant, say so: -- migration-safety: irreversible <reason>',
    },
    'down-fails-with-new-data': {
        harm: 'decision',
        summary: 'The rollback fails once the application has written new data',
        why: 'The new schema allows rows that the old one doesn’t. Such a row was written after the migration, and the rollback failed on it: after a while in production there is no way back.',
        fix: 'Let the rollback deal with such rows first (convert them, or move them aside), or leave the wider form in place when rolling back.',
    },
    'rerun-fails': {
        harm: 'rollback',
        summary: 'The migration can’t be applied again after its rollback',
        why: 'After migration and rollback, the migration was applied a second time. It failed, or it led to another schema.',
        fix: 'Make the rollback complete: what it leaves is in the way of the next attempt.',
    },
    'rerun-fails-halfway': {
        harm: 'note',
        summary: 'After a failure halfway the migration can’t be run again',
        why: 'The migration doesn’t run in one transaction: when a statement fails, those before it stay. The rehearsal stopped it there and ran it again from its beginning, as a migration tool does, and it failed on what was there already. Somebody then has to repair the schema by hand.',
        fix: 'Put each statement that can’t run in a transaction into a migration of its own, or write the statements so that they can be repeated: DROP INDEX CONCURRENTLY IF EXISTS before CREATE INDEX CONCURRENTLY, IF NOT EXISTS elsewhere.',
    },
    'rerun-hides-failure': {
        harm: 'decision',
        summary: 'After a failure halfway a second run reports success and leaves something wrong',
        why: 'The rehearsal stopped the migration at a statement and ran it again, as a migration tool does. The second run succeeded, but the schema is not what an undisturbed run leads to: IF NOT EXISTS, for example, takes an index that was left invalid for the one that it should build.',
        fix: 'Drop the remains first: DROP INDEX CONCURRENTLY IF EXISTS <index>; then CREATE INDEX CONCURRENTLY <index> without IF NOT EXISTS.',
    },
    'rollback-hides-failure': {
        harm: 'decision',
        summary: 'After a failure halfway the rollback reports success and leaves something behind',
        why: 'The rehearsal stopped the migration at a statement and ran its rollback. The rollback succeeded, but the schema is not what it was before the migration: an index that was left invalid, for example, is there for DROP INDEX and not for a query that looks for valid ones.',
        fix: 'Drop whatever the migration may have left, in whatever state: DROP … IF EXISTS, without asking the catalogs first.',
    },
    'invalid-index': {
        harm: 'stops',
        summary: 'The migration leaves an invalid index',
        why: 'Postgres marks an index invalid when building it failed: no query uses it, every write still pays for it.',
        fix: 'Drop it with DROP INDEX CONCURRENTLY and build it again.',
    },
    'blocking-scan': {
        harm: 'blocks',
        summary: 'A statement blocks reads or writes for a time that grows with the table',
        why: 'The server was seen to hold a lock that stops reads or writes of the table while it read all of it, rewrote it or built an index. On an empty table that is instant; in production it lasts as long as the work does.',
        fix: 'Split the step into one that takes the lock for a moment and one that does the work under a weaker lock: CREATE INDEX CONCURRENTLY; NOT VALID, then VALIDATE CONSTRAINT in a later transaction; a new column filled in batches.',
    },
    'lock-on-unnamed-table': {
        harm: 'decision',
        summary: 'A statement locks a table that it doesn’t name',
        why: 'Adding or dropping a foreign key locks the referenced table too, attaching a partition locks the default partition, dropping a table locks what it references. Who reads the SQL doesn’t see that a busy table is touched.',
        fix: 'Set a short lock_timeout and retry, and keep the statement in a transaction of its own.',
    },
    'lock-order': {
        harm: 'decision',
        summary: 'Two migrations lock the same tables in opposite order',
        why: 'When both run at the same time, each can hold what the other waits for. Postgres then cancels one of them (SQLSTATE 40P01).',
        fix: 'Lock the tables in the same order everywhere, or one table in a transaction.',
    },
    'constraint-not-validated': {
        harm: 'note',
        summary: 'A constraint is left unvalidated',
        why: 'A NOT VALID constraint holds for new rows only; the planner can’t rely on it, and SET NOT NULL still scans the table.',
        fix: 'Validate it in a later migration: ALTER TABLE … VALIDATE CONSTRAINT …;',
    },
    'fails-with-rows': {
        harm: 'stops',
        summary: 'A statement succeeds on empty tables and fails once there are rows',
        why: 'The migration was run a second time on tables that hold a few rows, and this statement failed there.',
        fix: 'Make the statement work for the rows that production has: a default, a backfill before it, a cast that fits.',
    },
    'rehearsal-stopped': {
        harm: 'stops',
        summary: 'The rehearsal did not come to its end',
        why: 'The server was lost, or the time for the whole run was used up. What was found until then is reported; what comes after was not checked, and an unfinished check is no pass.',
        fix: 'See what the message says: a statement that runs for ever, a limit that is too low, a history that is too long (give a schema dump as `baseline`).',
    },
    'write-cost': {
        harm: 'stops',
        summary: 'Writes become dearer than the settings allow',
        why: 'The rehearsal measured how many bytes of WAL an insert and an update write, before the migration and after it. Every index and trigger makes each write dearer, for as long as it stands.',
        fix: 'Drop an index that the new one makes redundant, leave out one that no query uses, or raise max-write-cost where the price is right.',
    },
    'index-made-redundant': {
        harm: 'note',
        summary: 'Of two indexes, one does all that the other does',
        why: 'The catalogs were read after the migration: the keys of one index are the first keys of another, with the same operator classes, collations and directions, on the same rows. The spare one only costs: space, cache, and time at each INSERT and UPDATE. Indexes that hold uniqueness, a constraint or a replica identity are never named.',
        fix: 'Drop the one that is spare, in a later migration.',
    },
    'query-breaks': {
        harm: 'breaks',
        summary: 'A query of the application doesn’t work on the new schema',
        why: 'The query was prepared on the old schema and on the new one, and the new one refuses it. While a deployment runs, the old code still sends it.',
        fix: 'Deploy in two steps: first code that no longer needs what goes away, then the migration. For a rename, keep both names for a while: a new column that a trigger keeps equal, or a view under the old name.',
    },
    'query-breaks-where-prepared': {
        harm: 'decision',
        summary: 'Connections that prepared a query before the migration refuse it after it',
        why: 'A prepared statement keeps the columns of its result. When the migration changes them (SELECT * and a new column are enough), Postgres answers “cached plan must not change result type” until the connection is made anew.',
        fix: 'Name the columns instead of SELECT *, or have the application reconnect, or run DISCARD PLANS and prepare again, after the migration.',
    },
    'validation-fails': {
        harm: 'stops',
        summary: 'A validation query fails',
        why: 'The query was run after the migration. Postgres refused it, or it didn’t return what it is expected to return.',
        fix: 'Mend the migration if the expectation is right, else the query or its expectation.',
    },
    'replacement-loses-protection': {
        harm: 'loses',
        summary: 'An object that replaces another one lacks privileges, constraints or other protection',
        why: 'A table that is swapped in, and a view, function, type or policy that is dropped and made anew, begins without what the old one had: privileges, owner, row security and its policies, triggers, constraints, foreign keys that lead to it, views that CASCADE took along. The catalogs were compared before the change and after it.',
        fix: 'Carry over in the same transaction what the message names. CREATE OR REPLACE keeps it, where that is possible.',
    },
    'replacement-loses-attribute': {
        harm: 'decision',
        summary: 'An object that replaces another one lacks comments, indexes, defaults or settings',
        why: 'A table that is swapped in, and a view, function or type that is dropped and made anew, begins without what the old one had: indexes, defaults, owned sequences, comments, storage options, statistics, replica identity, publications. The catalogs were compared before the change and after it.',
        fix: 'Carry over what the message names; CREATE TABLE … (LIKE … INCLUDING ALL) brings much of it.',
    },
    'swap-loses-rows': {
        harm: 'loses',
        summary: 'Rows that are written while a table is swapped are lost',
        why: 'The rows of a table are copied into a new one that takes its name afterwards. What others write to the old table after the copy has begun is not in the new one, unless writers are locked out from before the copy until the swap commits, or a trigger carries their writes over.',
        fix: 'Lock the table in SHARE mode or a stronger one before the copy, and copy and swap in that transaction; or let a trigger on the old table write to the new one from before the copy.',
    },
});


/***/ }),

/***/ 81:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ columnTypeChange)
});

// UNUSED EXPORTS: typesIn

// EXTERNAL MODULE: ./build/sql/ast.js
var ast = __webpack_require__(3032);
// EXTERNAL MODULE: ./build/schema/effects/columns.js
var columns = __webpack_require__(6065);
// EXTERNAL MODULE: ./build/schema/footprint/domains.js
var domains = __webpack_require__(3618);
// EXTERNAL MODULE: ./build/schema/objects.js
var schema_objects = __webpack_require__(883);
;// CONCATENATED MODULE: ./build/schema/type-fit.js
const RANGES = { int2: 1, int4: 2, int8: 3, numeric: 4, float4: 5, float8: 6 };
const TEXTS = new Set(['varchar', 'bpchar', 'text', 'citext']);
/** An assignment refuses what an explicit cast cuts. */
function narrowingOf(from, to, explicit) {
    if (from.array !== to.array)
        return undefined;
    const [limit = Number.POSITIVE_INFINITY] = to.modifiers;
    const [old = Number.POSITIVE_INFINITY] = from.modifiers;
    const sized = (TEXTS.has(from.name) && TEXTS.has(to.name)) || (/bit$/.test(from.name) && /bit$/.test(to.name));
    if (sized)
        return limit < old ? (explicit ? 'cut' : 'refused') : undefined;
    if (to.name === 'numeric' && from.name === 'numeric')
        return narrowerNumber(from.modifiers, to.modifiers);
    const ranks = [RANGES[from.name], RANGES[to.name]];
    if (ranks[0] !== undefined && ranks[1] !== undefined) {
        // Fractions are rounded.
        if (ranks[1] <= 3)
            return ranks[0] > 3 ? 'cut' : ranks[1] < ranks[0] ? 'refused' : undefined;
        return from.name === 'float8' && to.name === 'float4' ? 'refused' : undefined;
    }
    if (/^timestamp/.test(from.name) && /^(date|time|timetz)$/.test(to.name))
        return 'cut';
    const digits = from.name === to.name && /^time/.test(to.name);
    return digits && Math.min(limit, 6) < Math.min(old, 6) ? 'cut' : undefined;
}
function narrowerNumber([old, oldScale = 0], [precision, scale = 0]) {
    if (precision === undefined)
        return undefined;
    if (old === undefined || precision - scale < old - oldScale)
        return 'refused';
    return scale < oldScale ? 'cut' : undefined;
}
/** Postgres makes no assignment cast out of text, or between numbers and bool (pg_cast.castcontext). */
function hasNoConversion(from, to) {
    if (from.array || to.array)
        return false;
    if (TEXTS.has(from.name))
        return !TEXTS.has(to.name) && to.name !== 'name';
    const isNumber = (type) => type.name in RANGES;
    return (from.name === 'bool' && isNumber(to)) || (isNumber(from) && to.name === 'bool');
}

// EXTERNAL MODULE: ./build/schema/types.js
var schema_types = __webpack_require__(2402);
;// CONCATENATED MODULE: ./build/schema/type-change.js



/** The column's old and new type, and USING. Undefined where a type is unknown and it depends on it. */
function typeChange(from, to, { using, column, types }) {
    const casts = castsOf(using, column);
    // An expression is computed for each row, whatever comes of it.
    if (casts === undefined)
        return { rows: 'rewritten', indexes: 'rebuilt' };
    const path = [from, ...casts, to];
    const steps = path.slice(1).map((next, at) => step(path[at], next, types));
    if (steps.some((one) => one === undefined))
        return undefined;
    const known = steps;
    const rows = ['rewritten', 'kept in UTC'].find((one) => known.includes(one)) ?? 'kept';
    const first = baseOf(from, types);
    const last = baseOf(to, types);
    const narrowing = first && last ? narrowingOf(first, last, casts.length > 0) : undefined;
    const kept = first !== undefined && last !== undefined && (first.name === last.name || ORDERED_ALIKE.has(pair(first, last)));
    const indexes = kept && rows !== 'rewritten' ? 'kept' : 'rebuilt';
    const needsUsing = using === undefined && first && last && hasNoConversion(first, last);
    return { rows, indexes, ...(narrowing && { narrowing }), ...(needsUsing && { needsUsing }) };
}
/** The types that USING casts the column to, from the inside out: `a::x::y` is [x, y]. Undefined for any other expression. */
function castsOf(using, column) {
    const types = [];
    let node = using;
    for (let cast = (0,ast/* nodeOf */.E7)(node, 'TypeCast'); cast; cast = (0,ast/* nodeOf */.E7)(node, 'TypeCast')) {
        const type = (0,schema_types/* columnType */.DW)(cast.typeName);
        if (!type)
            return undefined;
        types.unshift(type);
        node = cast.arg;
    }
    if (using === undefined)
        return [];
    const reference = (0,ast/* nodeOf */.E7)(node, 'ColumnRef')?.fields?.at(-1);
    return reference && (0,ast/* nodeOf */.E7)(reference, 'String')?.sval === column ? types : undefined;
}
/** One cast, as the planner would simplify it. */
function step(from, to, types, seen = []) {
    if (from && (0,schema_types/* typeText */.wQ)(from) === (0,schema_types/* typeText */.wQ)(to))
        return 'kept';
    // Domains of each other, which Postgres refuses.
    if (seen.includes(to.name))
        return undefined;
    const target = types.domain(to);
    if (target?.constrained)
        return 'rewritten';
    if (target?.base)
        return step(from, target.base, types, [...seen, to.name]);
    if (target !== undefined || !isKnown(to, types))
        return undefined;
    if (from === undefined)
        return NOTHING_ELSE.has(to.name) || to.array ? 'rewritten' : undefined;
    const source = types.domain(from);
    // A domain's column doesn't say how long its values may be.
    if (source?.base && !seen.includes(from.name))
        return step({ ...source.base, modifiers: [] }, to, types, [...seen, from.name]);
    if (source !== undefined || !isKnown(from, types))
        return undefined;
    return keeps(from, to) ? 'kept' : inTimeZone(from, to) ? 'kept in UTC' : 'rewritten';
}
function keeps(from, to) {
    if (from.array !== to.array)
        return false;
    if (from.name !== to.name)
        return !from.array && to.modifiers.length === 0 && COERCIBLE.has(pair(from, to));
    if (to.modifiers.length === 0)
        return true;
    return !from.array && (WIDER[to.name]?.(from.modifiers, to.modifiers) ?? false);
}
/** timestamp to timestamptz and back is no work in UTC, if it doesn't round. */
function inTimeZone(from, to) {
    const names = [from.name, to.name].sort().join(' ');
    return names === 'timestamp timestamptz' && !from.array && !to.array && (to.modifiers[0] ?? 6) >= 6;
}
const longer = ([from = Number.POSITIVE_INFINITY], [to = 0]) => to >= from;
/** Six digits are all that there are. */
const finer = ([from = 6], [to = 6]) => to >= Math.min(from, 6);
/** What `interval` without fields has as its fields; nothing is cut where seconds are among them. */
const ALL_FIELDS = 0x7fff;
const SECONDS = 1 << 12;
/** New modifiers that any old value meets. char(n) and bit(n) pad their values: no length is like another. */
const WIDER = {
    varchar: longer,
    varbit: longer,
    numeric: ([precision, scale = 0], [to = 0, toScale = 0]) => precision !== undefined && to >= precision && toScale === scale,
    time: finer,
    timetz: finer,
    timestamp: finer,
    timestamptz: finer,
    interval: ([fields = ALL_FIELDS, digits], [to = ALL_FIELDS, toDigits]) => (to === fields || (to & SECONDS) !== 0) &&
        finer(digits === undefined ? [] : [digits], toDigits === undefined ? [] : [toDigits]),
};
const pair = (from, to) => `${from.name} ${to.name}`;
/** The same bytes under another name (pg_cast.castmethod = 'b'). */
const COERCIBLE = new Set([
    ...['varchar text', 'text varchar', 'text bpchar', 'varchar bpchar', 'xml text', 'xml varchar', 'cidr inet'],
    ...[
        'bit varbit',
        'varbit bit',
        'int4 oid',
        'oid int4',
        'text citext',
        'citext text',
        'varchar citext',
        'citext varchar',
    ],
]);
/** Those of them that an index sorts alike. */
const ORDERED_ALIKE = new Set(['varchar text', 'text varchar', 'cidr inet']);
/** Types that no other type's column becomes without being written anew. */
const NOTHING_ELSE = new Set('int2 int4 int8 float4 float8 money bool uuid json jsonb date bytea bpchar'.split(' '));
const BUILT_IN = new Set([
    ...NOTHING_ELSE,
    ...'numeric text varchar char name citext time timetz timestamp timestamptz interval xml jsonpath inet cidr'.split(' '),
    ...'macaddr macaddr8 bit varbit point line lseg box path polygon circle tsvector tsquery oid pg_lsn'.split(' '),
    ...'int4range int8range numrange tsrange tstzrange daterange'.split(' '),
    ...'int4multirange int8multirange nummultirange tsmultirange tstzmultirange datemultirange'.split(' '),
]);
function isKnown(type, { isOther }) {
    return BUILT_IN.has(type.name) || isOther(type);
}
function baseOf(type, types) {
    const seen = new Set();
    let base = type;
    while (base && !seen.has(base.name)) {
        seen.add(base.name);
        const next = types.domain(base)?.base;
        if (next === undefined)
            return base;
        base = next;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/schema/column-type-change.js






/** Undefined where it depends on unknown types. `inUtc`: whether the session's TimeZone is UTC, if known. */
function columnTypeChange(table, { name: column = '', def }, schema, inUtc) {
    const definition = (0,ast/* nodeOf */.E7)(def, 'ColumnDef');
    const to = (0,schema_types/* columnType */.DW)(definition?.typeName);
    const known = schema.find('column', `${table}.${column}`)?.facts;
    const from = known?.type;
    if (!to)
        return undefined;
    const using = definition?.raw_default;
    const change = typeChange(from, to, { ...(using && { using }), column, types: typesIn(schema) });
    if (change === undefined)
        return undefined;
    const { rows, narrowing, needsUsing } = change;
    const result = {
        column,
        ...(from && { from }),
        to,
        ...(narrowing && { narrowing }),
        ...(needsUsing && { needsUsing }),
    };
    const collates = known !== undefined && known.collation !== (0,columns/* collationOf */.Ve)(definition).collation;
    if (rows === 'rewritten' || (rows === 'kept in UTC' && inUtc === false))
        return { ...result, work: 'rewrite', because: [] };
    if (rows === 'kept in UTC' && inUtc === undefined)
        return { ...result, work: 'rewrite unless UTC', because: [] };
    const named = (objects) => objects.map((object) => (0,schema_objects/* shortName */.EU)(object.name));
    const indexes = schema
        .partsOf(table, 'index')
        .filter(({ facts }) => facts && isRebuilt(facts, column, to, change.indexes === 'rebuilt' || collates));
    if (indexes.length > 0)
        return { ...result, work: 'index rebuild', because: named(indexes) };
    const checks = schema
        .partsOf(table, 'constraint')
        .filter(({ facts }) => facts?.type === 'check' && facts.validated && facts.enforced && facts.columns?.includes(column));
    return { ...result, work: checks.length > 0 ? 'scan' : 'none', because: named(checks) };
}
/** An index that names the column in an expression or predicate can't be kept. */
function isRebuilt({ columns, mentions, method }, column, to, all) {
    return mentions?.includes(column) || (columns?.includes(column) && (all || (method === 'gin' && to.array))) || false;
}
function typesIn(schema) {
    return {
        domain: (type) => (0,domains/* domainOf */.Ow)(type, schema),
        isOther: (type) => schema.find('type', (0,domains/* fullTypeName */.PM)(type)) !== undefined,
    };
}


/***/ }),

/***/ 6065:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $_: () => (/* binding */ chosenConstraintName),
/* harmony export */   GP: () => (/* binding */ chosenIndexName),
/* harmony export */   IT: () => (/* binding */ ownNeeds),
/* harmony export */   Jm: () => (/* binding */ constraintFacts),
/* harmony export */   Ve: () => (/* binding */ collationOf),
/* harmony export */   cd: () => (/* binding */ constraintEffects),
/* harmony export */   se: () => (/* binding */ predicate),
/* harmony export */   tb: () => (/* binding */ columnEffects),
/* harmony export */   zD: () => (/* binding */ columnConstraints)
/* harmony export */ });
/* harmony import */ var _sql_ast_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3032);
/* harmony import */ var _generated_names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7035);
/* harmony import */ var _needs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(510);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(883);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2402);
/* harmony import */ var _effect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3009);






/** A new column and what comes with it: its constraints, their indexes, NOT NULL by a primary key. */
function columnEffects(table, definition, { conditional = false, implied = false } = {}) {
    const name = definition?.colname;
    if (!name)
        return [];
    const constraints = columnConstraints(definition);
    const of = (type) => constraints.find(({ contype }) => contype === type);
    const type = (0,_types_js__WEBPACK_IMPORTED_MODULE_1__/* .columnType */ .DW)(definition.typeName);
    const generated = of('CONSTR_GENERATED');
    const identity = of('CONSTR_IDENTITY') !== undefined;
    const value = of('CONSTR_DEFAULT')?.raw_expr;
    const facts = {
        ...(type && { type }),
        ...collationOf(definition),
        notNull: (of('CONSTR_NOTNULL') ?? of('CONSTR_PRIMARY')) !== undefined || identity || (type?.serial ?? false),
        ...(value && { default: value }),
        ...(generated && { generated: generated.generated_kind === 'v' ? 'virtual' : 'stored' }),
        ...(identity && { identity }),
    };
    return [
        ...(0,_effect_js__WEBPACK_IMPORTED_MODULE_2__/* .ofTable */ .Ce)('create', 'column', { table, name }, { conditional, facts, implied, needs: ownNeeds(table, generated?.raw_expr) }),
        ...constraints.flatMap((constraint) => constraintEffects(table, constraint, { column: name, implied: true })),
    ];
}
/** COLLATE, which a new type without it takes away. */
function collationOf(definition) {
    const names = (definition?.collClause?.collname ?? []).map((name) => (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeOf */ .E7)(name, 'String')?.sval ?? '');
    return names.length > 0 ? { collation: names.join('.') } : {};
}
/** A column's constraints. DEFERRABLE and the like follow the one that they are about, as if they were one more. */
function columnConstraints({ constraints }) {
    const found = [];
    for (const constraint of (constraints ?? []).flatMap((node) => (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeOf */ .E7)(node, 'Constraint') ?? [])) {
        const attribute = ATTRIBUTES[constraint.contype ?? ''];
        const last = found.pop();
        if (last && attribute)
            found.push({ ...last, ...attribute });
        else
            found.push(...(last ? [last] : []), constraint);
    }
    return found;
}
const ATTRIBUTES = {
    CONSTR_ATTR_DEFERRABLE: { deferrable: true },
    CONSTR_ATTR_NOT_DEFERRABLE: { deferrable: false },
    CONSTR_ATTR_DEFERRED: { deferrable: true, initdeferred: true },
    CONSTR_ATTR_IMMEDIATE: { initdeferred: false },
    CONSTR_ATTR_ENFORCED: { is_enforced: true },
    CONSTR_ATTR_NOT_ENFORCED: { is_enforced: false },
};
const TYPES = {
    CONSTR_CHECK: 'check',
    CONSTR_FOREIGN: 'foreign key',
    CONSTR_UNIQUE: 'unique',
    CONSTR_PRIMARY: 'primary key',
    CONSTR_EXCLUSION: 'exclusion',
    CONSTR_NOTNULL: 'not null',
};
const SUFFIXES = {
    check: 'check',
    'foreign key': 'fkey',
    unique: 'key',
    'primary key': 'pkey',
    exclusion: 'excl',
    'not null': 'not_null',
};
/** A constraint, with the index that it makes. A column's NOT NULL without a name is a fact of the column alone. */
function constraintEffects(table, constraint, { column, implied = false } = {}) {
    const facts = constraintFacts(constraint, column);
    if (facts === undefined || (facts.type === 'not null' && !facts.named && column !== undefined))
        return [];
    const name = constraint.conname ?? constraint.indexname ?? chosenConstraintName(table.name, facts);
    const { columns, ...rest } = facts;
    // The columns are the index's, which a script may have shown.
    const known = constraint.indexname
        ? { ...rest, usingIndex: (0,_objects_js__WEBPACK_IMPORTED_MODULE_4__/* .fullName */ .fq)({ ...table, name: constraint.indexname }) }
        : { columns, ...rest };
    const notNull = facts.type === 'primary key' || (facts.type === 'not null' && facts.validated);
    return [
        ...(0,_effect_js__WEBPACK_IMPORTED_MODULE_2__/* .ofTable */ .Ce)('create', 'constraint', { table, name }, { facts: known, implied, needs: (0,_needs_js__WEBPACK_IMPORTED_MODULE_0__/* .needsIn */ .Pj)(constraint.raw_expr) }),
        ...indexOf(table, name, constraint, facts),
        ...(notNull && column === undefined ? facts.columns.flatMap((key) => setNotNull(table, key)) : []),
    ];
}
/** What an expression over a table's own columns needs: they, and what it calls. */
function ownNeeds(table, ...expressions) {
    const owner = (0,_objects_js__WEBPACK_IMPORTED_MODULE_4__/* .fullName */ .fq)(table);
    return expressions.flatMap((it) => [...(0,_types_js__WEBPACK_IMPORTED_MODULE_1__/* .columnsIn */ .Jb)(it).map((column) => `${owner}.${column}`), ...(0,_needs_js__WEBPACK_IMPORTED_MODULE_0__/* .needsIn */ .Pj)(it)]);
}
function setNotNull(table, column) {
    return (0,_effect_js__WEBPACK_IMPORTED_MODULE_2__/* .ofTable */ .Ce)('alter', 'column', { table, name: column }, { facts: { notNull: true } });
}
function constraintFacts(constraint, column) {
    const type = constraint.contype && TYPES[constraint.contype];
    if (!type)
        return undefined;
    const parent = (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_3__/* .relationName */ .CJ)(constraint.pktable);
    return {
        type,
        columns: constrained(constraint, type, column),
        ...(constraint.raw_expr && { expression: constraint.raw_expr }),
        validated: !constraint.skip_validation,
        enforced: isEnforced(constraint),
        deferrable: constraint.deferrable ?? false,
        ...(constraint.initdeferred && { initiallyDeferred: true }),
        ...(parent && {
            references: { table: (0,_objects_js__WEBPACK_IMPORTED_MODULE_4__/* .fullName */ .fq)(parent), columns: strings(constraint.pk_attrs), ...termsOf(constraint) },
        }),
        named: constraint.conname !== undefined,
    };
}
/** What a foreign key does when the referenced row changes, and how it matches. */
function termsOf(key) {
    const { fk_upd_action: update = 'a', fk_del_action: remove = 'a', fk_matchtype: match = 's' } = key;
    const terms = [update, remove, ...strings(key.fk_del_set_cols), match].join(' ');
    return terms === 'a a s' ? {} : { terms };
}
/** NOT ENFORCED (18): a false is left out of the tree, and other kinds of constraints have no such option. */
function isEnforced({ contype, is_enforced: enforced = false }) {
    return enforced || (contype !== 'CONSTR_CHECK' && contype !== 'CONSTR_FOREIGN');
}
function constrained(constraint, type, column) {
    if (type === 'check')
        return (0,_types_js__WEBPACK_IMPORTED_MODULE_1__/* .columnsIn */ .Jb)(constraint.raw_expr);
    if (column !== undefined)
        return [column];
    if (type === 'foreign key')
        return strings(constraint.fk_attrs);
    if (type === 'exclusion') {
        // Each exclusion is a pair of an index element and its operators.
        return (constraint.exclusions ?? []).flatMap((pair) => {
            const element = (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeOf */ .E7)((0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeOf */ .E7)(pair, 'List')?.items?.[0], 'IndexElem');
            return element?.name ?? (0,_types_js__WEBPACK_IMPORTED_MODULE_1__/* .columnsIn */ .Jb)(element?.expr);
        });
    }
    return strings(constraint.keys);
}
/** The index under a primary key, unique or exclusion constraint; USING INDEX takes one that is there, and its name. */
function indexOf(table, name, constraint, facts) {
    if (!['primary key', 'unique', 'exclusion'].includes(facts.type))
        return [];
    const owner = (0,_objects_js__WEBPACK_IMPORTED_MODULE_4__/* .fullName */ .fq)(table);
    const index = (of) => ({ kind: 'index', name: (0,_objects_js__WEBPACK_IMPORTED_MODULE_4__/* .fullName */ .fq)({ ...table, name: of }), table: owner });
    if (constraint.indexname) {
        const was = index(constraint.indexname);
        const object = { ...index(name), facts: { constraint: name } };
        if (was.name === object.name)
            return [{ change: 'alter', object, conditional: false }];
        return [
            { change: 'create', object: index(name), conditional: false, was, implied: true },
            { change: 'alter', object, conditional: false },
        ];
    }
    const built = {
        columns: facts.columns,
        included: strings(constraint.including),
        unique: facts.type !== 'exclusion',
        ...predicate(constraint.where_clause),
        mentions: (0,_types_js__WEBPACK_IMPORTED_MODULE_1__/* .columnsIn */ .Jb)(constraint.where_clause),
        method: constraint.access_method ?? 'btree',
        constraint: name,
    };
    return [{ change: 'create', object: { ...index(name), facts: built }, conditional: false, implied: true }];
}
/** Whether an index has a predicate, and which. */
function predicate(where) {
    const columns = where === undefined ? undefined : (0,_types_js__WEBPACK_IMPORTED_MODULE_1__/* .notNullColumns */ .wk)(where);
    return { partial: where !== undefined, ...(columns && { whereNotNull: columns }) };
}
/** The name that Postgres chooses for a constraint without one. */
function chosenConstraintName(table, { type, columns }) {
    const suffix = SUFFIXES[type];
    if (type === 'primary key')
        return (0,_generated_names_js__WEBPACK_IMPORTED_MODULE_5__/* .generatedName */ .x)(table, '', suffix);
    // A CHECK takes its column's name only where there is one of them.
    const middle = type === 'check' ? (columns.length === 1 ? columns : []) : columns;
    return (0,_generated_names_js__WEBPACK_IMPORTED_MODULE_5__/* .generatedName */ .x)(table, middle.join('_'), suffix);
}
function strings(nodes) {
    return (nodes ?? []).flatMap((node) => (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeOf */ .E7)(node, 'String')?.sval ?? []);
}
/** An index without a name gets one of its table and keys (ChooseIndexName). */
function chosenIndexName(table, keys) {
    return (0,_generated_names_js__WEBPACK_IMPORTED_MODULE_5__/* .generatedName */ .x)((0,_objects_js__WEBPACK_IMPORTED_MODULE_4__/* .lastName */ .UK)(table), keys.map((key) => key ?? 'expr').join('_'), 'idx');
}


/***/ }),

/***/ 3009:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bs: () => (/* binding */ dotted),
/* harmony export */   Ce: () => (/* binding */ ofTable),
/* harmony export */   Gf: () => (/* binding */ creates),
/* harmony export */   e2: () => (/* binding */ alters)
/* harmony export */ });
/* harmony import */ var _sql_ast_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3032);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(883);


/** A name from a list of String nodes. */
function dotted(names) {
    return (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .namesToQualified */ .qO)((names ?? []).map((name) => (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(name, 'String')?.sval ?? ''));
}
function creates(kind, name, conditional = false, { facts, ...ties } = {}) {
    if (!name)
        return [];
    return [{ change: 'create', object: { kind, name: (0,_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .fullName */ .fq)(name), ...ties, ...(facts && { facts }) }, conditional }];
}
/** An effect on a part of a table: a column, a constraint, a trigger, a policy. */
function ofTable(change, kind, { table, name }, { conditional = false, facts, implied, cascade, needs = [], } = {}) {
    if (!table || !name)
        return [];
    const owner = (0,_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .fullName */ .fq)(table);
    const ties = needs.length > 0 && { needs };
    const object = { kind, name: `${owner}.${name}`, table: owner, ...ties, ...(facts && { facts }) };
    return [{ change, object, conditional, ...(implied && { implied }), ...(cascade && { cascade }) }];
}
/** Changes facts of a relation, type or the like. */
function alters(kind, name, facts, ties = {}) {
    return { change: 'alter', object: { kind, name, ...ties, facts }, conditional: false };
}


/***/ }),

/***/ 3163:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ effectsOf)
});

// EXTERNAL MODULE: ./build/sql/ast.js
var ast = __webpack_require__(3032);
// EXTERNAL MODULE: ./build/schema/needs.js
var schema_needs = __webpack_require__(510);
// EXTERNAL MODULE: ./build/schema/objects.js
var schema_objects = __webpack_require__(883);
// EXTERNAL MODULE: ./build/schema/types.js
var schema_types = __webpack_require__(2402);
// EXTERNAL MODULE: ./build/schema/effects/columns.js
var effects_columns = __webpack_require__(6065);
// EXTERNAL MODULE: ./build/schema/effects/effect.js
var effect = __webpack_require__(3009);
;// CONCATENATED MODULE: ./build/schema/effects/alter-table.js





function alterTable(statement) {
    const table = (0,ast/* relationName */.CJ)(statement?.relation);
    if (!table)
        return [];
    const commands = (statement?.cmds ?? []).flatMap((item) => (0,ast/* nodeOf */.E7)(item, 'AlterTableCmd') ?? []);
    switch (statement?.objtype) {
        case 'OBJECT_TABLE':
        case 'OBJECT_FOREIGN_TABLE':
            return commands
                .flatMap((command) => tableCommand(table, command))
                .map((effect) => (statement.missing_ok ? { ...effect, ifThere: (0,schema_objects/* fullName */.fq)(table) } : effect));
        case 'OBJECT_INDEX':
            return commands.flatMap((command) => attachedIndex(table, command));
        default:
            return [];
    }
}
const COMMANDS = {
    AT_AddColumn: (table, { def, missing_ok: conditional = false }) => (0,effects_columns/* columnEffects */.tb)(table, (0,ast/* nodeOf */.E7)(def, 'ColumnDef'), { conditional }),
    AT_DropColumn: (table, { name, missing_ok: conditional = false, behavior }) => (0,effect/* ofTable */.Ce)('drop', 'column', { table, name }, { conditional, cascade: behavior === 'DROP_CASCADE' }),
    AT_AddConstraint: (table, { def }) => {
        const constraint = (0,ast/* nodeOf */.E7)(def, 'Constraint');
        return constraint ? (0,effects_columns/* constraintEffects */.cd)(table, constraint) : [];
    },
    AT_DropConstraint: (table, { name, missing_ok: conditional = false, behavior }) => (0,effect/* ofTable */.Ce)('drop', 'constraint', { table, name }, { conditional, cascade: behavior === 'DROP_CASCADE' }),
    AT_ValidateConstraint: (table, { name }) => (0,effect/* ofTable */.Ce)('alter', 'constraint', { table, name }, { facts: { validated: true } }),
    AT_SetNotNull: (table, { name }) => column(table, name, { notNull: true }),
    AT_DropNotNull: (table, { name }) => column(table, name, { notNull: false }),
    AT_AlterColumnType: (table, { name, def }) => {
        const definition = (0,ast/* nodeOf */.E7)(def, 'ColumnDef');
        const type = (0,schema_types/* columnType */.DW)(definition?.typeName);
        return type ? column(table, name, { type, collation: undefined, ...(0,effects_columns/* collationOf */.Ve)(definition) }) : [];
    },
    AT_ColumnDefault: (table, { name, def }) => column(table, name, { default: def }),
    AT_AddIdentity: (table, { name }) => column(table, name, { identity: true }),
    AT_DropIdentity: (table, { name }) => column(table, name, { identity: false }),
    AT_DropExpression: (table, { name }) => column(table, name, { generated: undefined }),
    AT_AttachPartition: (table, { def }) => {
        const { name, bound } = (0,ast/* nodeOf */.E7)(def, 'PartitionCmd') ?? {};
        const child = (0,ast/* relationName */.CJ)(name);
        if (!child || !bound)
            return [];
        const facts = { partitionOf: (0,schema_objects/* fullName */.fq)(table), isDefaultPartition: bound.is_default ?? false };
        return [(0,effect/* alters */.e2)('table', (0,schema_objects/* fullName */.fq)(child), facts, { goesWith: [(0,schema_objects/* fullName */.fq)(table)] })];
    },
    AT_DetachPartition: (_table, { def }) => {
        const child = (0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(def, 'PartitionCmd')?.name);
        if (!child)
            return [];
        return [(0,effect/* alters */.e2)('table', (0,schema_objects/* fullName */.fq)(child), { partitionOf: undefined, isDefaultPartition: false }, { goesWith: [] })];
    },
    AT_AddInherit: (table, { def }) => {
        const parent = (0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(def, 'RangeVar'));
        return parent ? [(0,effect/* alters */.e2)('table', (0,schema_objects/* fullName */.fq)(table), {}, { needs: [(0,schema_objects/* fullName */.fq)(parent)] })] : [];
    },
    AT_DropInherit: (table) => [(0,effect/* alters */.e2)('table', (0,schema_objects/* fullName */.fq)(table), {}, { needs: [] })],
    AT_EnableRowSecurity: (table) => [(0,effect/* alters */.e2)('table', (0,schema_objects/* fullName */.fq)(table), { rowSecurity: true })],
    AT_DisableRowSecurity: (table) => [(0,effect/* alters */.e2)('table', (0,schema_objects/* fullName */.fq)(table), { rowSecurity: false })],
    AT_SetLogged: (table) => [(0,effect/* alters */.e2)('table', (0,schema_objects/* fullName */.fq)(table), { unlogged: false })],
    AT_SetUnLogged: (table) => [(0,effect/* alters */.e2)('table', (0,schema_objects/* fullName */.fq)(table), { unlogged: true })],
    AT_SetAccessMethod: (table, { name }) => (name ? [(0,effect/* alters */.e2)('table', (0,schema_objects/* fullName */.fq)(table), { accessMethod: name })] : []),
    AT_SetTableSpace: (table, { name }) => (name ? [(0,effect/* alters */.e2)('table', (0,schema_objects/* fullName */.fq)(table), { tablespace: name })] : []),
};
function tableCommand(table, command) {
    return (command.subtype && COMMANDS[command.subtype]?.(table, command)) || [];
}
/** ALTER INDEX … ATTACH PARTITION: from then on the index goes with its parent. */
function attachedIndex(parent, { subtype, def }) {
    const child = subtype === 'AT_AttachPartition' ? (0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(def, 'PartitionCmd')?.name) : undefined;
    if (!child)
        return [];
    const object = { kind: 'index', name: (0,schema_objects/* fullName */.fq)(child), goesWith: [(0,schema_objects/* fullName */.fq)(parent)] };
    // Whether it was the last partition's no script says for sure.
    return [{ change: 'alter', object, conditional: false }, (0,effect/* alters */.e2)('index', (0,schema_objects/* fullName */.fq)(parent), { invalid: false })];
}
function column(table, name, facts) {
    return (0,effect/* ofTable */.Ce)('alter', 'column', { table, name }, { facts });
}

;// CONCATENATED MODULE: ./build/schema/effects/annotations.js


function comment(node, kinds, named) {
    const { objtype = '', object, comment: text } = (0,ast/* nodeOf */.E7)(node, 'CommentStmt') ?? {};
    const kind = kinds[objtype];
    const target = kind && object && named(kind, object);
    return target
        ? [{ change: 'alter', object: { ...target, facts: { comment: text || undefined } }, conditional: false }]
        : [];
}
/** GRANT and REVOKE on objects that they name. ON TABLE means views as well. */
function grant(node, named) {
    const { objtype = '', targtype, objects = [] } = (0,ast/* nodeOf */.E7)(node, 'GrantStmt') ?? {};
    if (targtype !== 'ACL_TARGET_OBJECT')
        return [];
    return objects.flatMap((object) => (GRANTED[objtype] ?? []).flatMap((kind) => {
        const relation = (0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(object, 'RangeVar'));
        const target = relation ? { kind, name: (0,schema_objects/* fullName */.fq)(relation) } : named(kind, object);
        return target
            ? [{ change: 'alter', object: { ...target, facts: { privileges: true } }, conditional: false }]
            : [];
    }));
}
const GRANTED = {
    OBJECT_TABLE: ['table', 'view', 'materialized view', 'foreign table'],
    OBJECT_SEQUENCE: ['sequence'],
    OBJECT_FUNCTION: ['function'],
    OBJECT_PROCEDURE: ['function'],
    OBJECT_ROUTINE: ['function'],
    OBJECT_SCHEMA: ['schema'],
    OBJECT_TYPE: ['type'],
    OBJECT_DOMAIN: ['domain'],
};

;// CONCATENATED MODULE: ./build/schema/effects/create-table.js






function createTable(statement, kind = 'table') {
    const name = (0,ast/* relationName */.CJ)(statement?.relation);
    if (!statement || !name)
        return [];
    const elements = statement.tableElts ?? [];
    return [
        ...(0,effect/* creates */.Gf)(kind, name, statement.if_not_exists, { facts: tableFacts(statement, elements), ...tiesOf(statement) }),
        ...elements.flatMap((element) => {
            const constraint = (0,ast/* nodeOf */.E7)(element, 'Constraint');
            return constraint
                ? (0,effects_columns/* constraintEffects */.cd)(name, constraint, { implied: true })
                : (0,effects_columns/* columnEffects */.tb)(name, (0,ast/* nodeOf */.E7)(element, 'ColumnDef'), { implied: true });
        }),
    ].map((effect, at) => (at === 0 ? effect : { ...effect, conditional: statement.if_not_exists ?? false }));
}
/** A partition goes with its parent, what inherits and what is OF a type under CASCADE. */
function tiesOf({ inhRelations = [], partbound, ofTypename }) {
    const parents = inhRelations.flatMap((item) => {
        const parent = (0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(item, 'RangeVar'));
        return parent ? [(0,schema_objects/* fullName */.fq)(parent)] : [];
    });
    if (partbound)
        return { goesWith: parents };
    const type = (0,schema_needs/* typeNeed */.h8)((0,schema_types/* columnType */.DW)(ofTypename));
    return { needs: [...parents, ...(type ? [type] : [])] };
}
function tableFacts(statement, elements) {
    const parent = (0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(statement.inhRelations?.[0], 'RangeVar'));
    const bound = statement.partbound;
    const keys = statement.partspec?.partParams;
    const borrowed = parent !== undefined || statement.ofTypename !== undefined;
    return {
        complete: !borrowed && !elements.some((element) => 'TableLikeClause' in element),
        unlogged: statement.relation?.relpersistence === 'u',
        ...(keys && { partitionBy: keys.map((key) => (0,ast/* nodeOf */.E7)(key, 'PartitionElem')?.name) }),
        ...(bound && parent && { partitionOf: (0,schema_objects/* fullName */.fq)(parent), isDefaultPartition: bound.is_default ?? false }),
        ...(statement.accessMethod && { accessMethod: statement.accessMethod }),
        ...(statement.tablespacename && { tablespace: statement.tablespacename }),
    };
}

;// CONCATENATED MODULE: ./build/schema/effects/drop.js




const DROPPED = {
    OBJECT_TABLE: 'table',
    OBJECT_FOREIGN_TABLE: 'foreign table',
    OBJECT_INDEX: 'index',
    OBJECT_VIEW: 'view',
    OBJECT_MATVIEW: 'materialized view',
    OBJECT_SEQUENCE: 'sequence',
    OBJECT_TYPE: 'type',
    OBJECT_DOMAIN: 'domain',
    OBJECT_FUNCTION: 'function',
    OBJECT_PROCEDURE: 'function',
    OBJECT_ROUTINE: 'function',
    OBJECT_SCHEMA: 'schema',
    OBJECT_EXTENSION: 'extension',
    OBJECT_TRIGGER: 'trigger',
    OBJECT_POLICY: 'policy',
    OBJECT_AGGREGATE: 'function',
    OBJECT_RULE: 'rule',
    OBJECT_STATISTIC_EXT: 'statistics object',
    OBJECT_PUBLICATION: 'publication',
    OBJECT_EVENT_TRIGGER: 'event trigger',
    OBJECT_FDW: 'foreign-data wrapper',
    OBJECT_FOREIGN_SERVER: 'server',
    OBJECT_COLLATION: 'collation',
    OBJECT_TSCONFIGURATION: 'text search configuration',
    OBJECT_TSDICTIONARY: 'text search dictionary',
    OBJECT_OPERATOR: 'operator',
    OBJECT_CAST: 'cast',
};
const COMMENTED = {
    ...DROPPED,
    OBJECT_COLUMN: 'column',
    OBJECT_TABCONSTRAINT: 'constraint',
};
function drop(statement) {
    const kind = statement?.removeType && DROPPED[statement.removeType];
    if (!kind)
        return [];
    return (statement.objects ?? []).flatMap((object) => {
        const found = namedObject(kind, object);
        if (!found)
            return [];
        const cascade = statement.behavior === 'DROP_CASCADE';
        return [{ change: 'drop', object: found, conditional: statement.missing_ok ?? false, ...(cascade && { cascade }) }];
    });
}
/** Kinds whose names have no schema. */
const PLAIN = [
    'schema',
    'extension',
    'publication',
    'event trigger',
    'foreign-data wrapper',
    'server',
];
const PARTS = ['trigger', 'policy', 'rule', 'column', 'constraint'];
function namedObject(kind, node) {
    if (PLAIN.includes(kind)) {
        const name = (0,ast/* nodeOf */.E7)(node, 'String')?.sval;
        return name ? { kind, name } : undefined;
    }
    if (kind === 'cast') {
        const types = ((0,ast/* nodeOf */.E7)(node, 'List')?.items ?? []).map((item) => (0,schema_types/* columnType */.DW)((0,ast/* nodeOf */.E7)(item, 'TypeName')));
        return { kind, name: castName(types[0], types[1]) };
    }
    if (PARTS.includes(kind)) {
        const parts = ((0,ast/* nodeOf */.E7)(node, 'List')?.items ?? []).map((item) => (0,ast/* nodeOf */.E7)(item, 'String')?.sval ?? '');
        const table = (0,ast/* namesToQualified */.qO)(parts.slice(0, -1));
        return table ? { kind, name: `${(0,schema_objects/* fullName */.fq)(table)}.${parts.at(-1)}`, table: (0,schema_objects/* fullName */.fq)(table) } : undefined;
    }
    const routine = (0,ast/* nodeOf */.E7)(node, 'ObjectWithArgs');
    const names = routine?.objname ?? (0,ast/* nodeOf */.E7)(node, 'TypeName')?.names;
    const name = names ? (0,effect/* dotted */.Bs)(names) : (0,ast/* listName */.sY)(node);
    if (!name)
        return undefined;
    if (!routine || routine.args_unspecified)
        return { kind, name: (0,schema_objects/* fullName */.fq)(name) };
    const types = (routine.objargs ?? []).map((arg) => (0,schema_types/* columnType */.DW)((0,ast/* nodeOf */.E7)(arg, 'TypeName')));
    if (kind === 'operator')
        return { kind, name: operatorName((0,schema_objects/* fullName */.fq)(name), types) };
    return { kind, name: (0,schema_objects/* fullName */.fq)(name), facts: { arguments: types.map(schema_types/* typeIdentity */.RT) } };
}
/** As pg_identify_object writes them. */
function castName(from, to) {
    return `(${[from, to].map((type) => (type ? (0,schema_types/* catalogType */.GW)(type) : '')).join(' AS ')})`;
}
/** A prefix operator has no left type. */
function operatorName(name, types) {
    return `${name}(${types.flatMap((type) => (type ? (0,schema_types/* catalogType */.GW)(type) : [])).join(',')})`;
}

;// CONCATENATED MODULE: ./build/schema/effects/function.js




/** OUT and TABLE parameters are no part of a function's signature. */
const CALLED_WITH = [
    'FUNC_PARAM_DEFAULT',
    'FUNC_PARAM_IN',
    'FUNC_PARAM_INOUT',
    'FUNC_PARAM_VARIADIC',
];
function createFunction(routine) {
    const option = (name) => {
        const options = (routine?.options ?? []).flatMap((item) => (0,ast/* nodeOf */.E7)(item, 'DefElem') ?? []);
        return (0,ast/* nodeOf */.E7)(options.find(({ defname }) => defname === name)?.arg, 'String')?.sval;
    };
    const all = (routine?.parameters ?? []).flatMap((item) => (0,ast/* nodeOf */.E7)(item, 'FunctionParameter') ?? []);
    const given = all.filter(({ mode = 'FUNC_PARAM_DEFAULT' }) => CALLED_WITH.includes(mode));
    const types = given.map(({ argType }) => (0,schema_types/* columnType */.DW)(argType));
    const language = option('language');
    // Which type table.column%TYPE is, no script tells for sure.
    const borrowed = given.some(({ argType }) => argType?.pct_type);
    const isTold = given.length === all.length && !routine?.returnType?.pct_type;
    const result = isTold ? (0,schema_types/* columnType */.DW)(routine?.returnType) : undefined;
    const facts = {
        volatility: (option('volatility') ?? 'volatile'),
        ...(language && { language }),
        ...(!borrowed && { arguments: types.map(schema_types/* typeIdentity */.RT), parameters: given.map(({ name }) => name) }),
        ...(result && { returns: `${routine?.returnType?.setof ? 'setof ' : ''}${(0,schema_types/* typeIdentity */.RT)(result)}` }),
    };
    // The types of all parameters and of what comes back; a body only where Postgres reads it (BEGIN ATOMIC).
    const named = [...all.map(({ argType }) => (0,schema_types/* columnType */.DW)(argType)), (0,schema_types/* columnType */.DW)(routine?.returnType)];
    const needs = [...named.flatMap((type) => (0,schema_needs/* typeNeed */.h8)(type) ?? []), ...(0,schema_needs/* needsIn */.Pj)(routine?.sql_body)];
    return (0,effect/* creates */.Gf)('function', (0,effect/* dotted */.Bs)(routine?.funcname), routine?.replace, { facts, needs });
}

;// CONCATENATED MODULE: ./build/schema/effects/others.js







const OTHERS = {
    CreateTrigStmt: (node) => {
        const trigger = (0,ast/* nodeOf */.E7)(node, 'CreateTrigStmt');
        const table = (0,ast/* relationName */.CJ)(trigger?.relation);
        const called = (0,effect/* dotted */.Bs)(trigger?.funcname);
        if (!table)
            return [];
        // A trigger's function takes no arguments.
        const own = called ? [(0,schema_needs/* functionKey */.ay)(`${(0,schema_objects/* fullName */.fq)(called)}()`)] : [];
        const columns = (trigger?.columns ?? []).flatMap((item) => (0,ast/* nodeOf */.E7)(item, 'String')?.sval ?? []);
        const needs = [
            ...own,
            ...columns.map((column) => `${(0,schema_objects/* fullName */.fq)(table)}.${column}`),
            ...(0,effects_columns/* ownNeeds */.IT)(table, trigger?.whenClause),
        ];
        return (0,effect/* ofTable */.Ce)('create', 'trigger', { table, name: trigger?.trigname }, { conditional: trigger?.replace ?? false, needs });
    },
    CreatePolicyStmt: (node) => {
        const policy = (0,ast/* nodeOf */.E7)(node, 'CreatePolicyStmt');
        const table = (0,ast/* relationName */.CJ)(policy?.table);
        const needs = table ? (0,effects_columns/* ownNeeds */.IT)(table, policy?.qual, policy?.with_check) : [];
        return (0,effect/* ofTable */.Ce)('create', 'policy', { table, name: policy?.policy_name }, { needs });
    },
    RuleStmt: (node) => {
        const rule = (0,ast/* nodeOf */.E7)(node, 'RuleStmt');
        const needs = [...(0,schema_needs/* needsIn */.Pj)(rule?.actions), ...(0,schema_needs/* needsIn */.Pj)(rule?.whereClause)];
        const of = { table: (0,ast/* relationName */.CJ)(rule?.relation), name: rule?.rulename };
        return (0,effect/* ofTable */.Ce)('create', 'rule', of, { conditional: rule?.replace ?? false, needs });
    },
    CreateStatsStmt: (node) => {
        const statistics = (0,ast/* nodeOf */.E7)(node, 'CreateStatsStmt');
        const table = (0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(statistics?.relations?.[0], 'RangeVar'));
        const elements = (statistics?.exprs ?? []).flatMap((item) => (0,ast/* nodeOf */.E7)(item, 'StatsElem') ?? []);
        const columns = table ? elements.flatMap(({ name }) => (name ? [`${(0,schema_objects/* fullName */.fq)(table)}.${name}`] : [])) : [];
        const goesWith = table ? [(0,schema_objects/* fullName */.fq)(table), ...columns] : [];
        const needs = table ? (0,effects_columns/* ownNeeds */.IT)(table, ...elements.map(({ expr }) => expr)) : [];
        return (0,effect/* creates */.Gf)('statistics object', (0,effect/* dotted */.Bs)(statistics?.defnames), statistics?.if_not_exists, {
            goesWith,
            needs,
        });
    },
    CreatePublicationStmt: (node) => plain('publication', (0,ast/* nodeOf */.E7)(node, 'CreatePublicationStmt')?.pubname),
    CreateEventTrigStmt: (node) => {
        const trigger = (0,ast/* nodeOf */.E7)(node, 'CreateEventTrigStmt');
        const called = (0,effect/* dotted */.Bs)(trigger?.funcname);
        return plain('event trigger', trigger?.trigname, called ? [(0,schema_needs/* functionKey */.ay)(`${(0,schema_objects/* fullName */.fq)(called)}()`)] : []);
    },
    CreateFdwStmt: (node) => plain('foreign-data wrapper', (0,ast/* nodeOf */.E7)(node, 'CreateFdwStmt')?.fdwname),
    CreateForeignServerStmt: (node) => {
        const server = (0,ast/* nodeOf */.E7)(node, 'CreateForeignServerStmt');
        const needs = server?.fdwname ? [`foreign-data wrapper ${server.fdwname}`] : [];
        return plain('server', server?.servername, needs, server?.if_not_exists);
    },
    CreateCastStmt: (node) => {
        const { sourcetype, targettype, func } = (0,ast/* nodeOf */.E7)(node, 'CreateCastStmt') ?? {};
        const types = [(0,schema_types/* columnType */.DW)(sourcetype), (0,schema_types/* columnType */.DW)(targettype)];
        const called = (0,effect/* dotted */.Bs)(func?.objname);
        const needs = [
            ...types.flatMap((type) => (0,schema_needs/* typeNeed */.h8)(type) ?? []),
            ...(called ? [(0,schema_needs/* functionKey */.ay)((0,schema_objects/* fullName */.fq)(called))] : []),
        ];
        return plain('cast', castName(types[0], types[1]), needs);
    },
    DefineStmt: (node) => {
        const define = (0,ast/* nodeOf */.E7)(node, 'DefineStmt');
        const name = (0,effect/* dotted */.Bs)(define?.defnames);
        if (!define || !name)
            return [];
        if (define.kind === 'OBJECT_COLLATION')
            return (0,effect/* creates */.Gf)('collation', name, define.if_not_exists);
        if (define.kind === 'OBJECT_TSCONFIGURATION')
            return (0,effect/* creates */.Gf)('text search configuration', name);
        if (define.kind === 'OBJECT_TSDICTIONARY')
            return (0,effect/* creates */.Gf)('text search dictionary', name);
        const definition = (define.definition ?? []).flatMap((item) => (0,ast/* nodeOf */.E7)(item, 'DefElem') ?? []);
        if (define.kind === 'OBJECT_AGGREGATE')
            return aggregate((0,schema_objects/* fullName */.fq)(name), define.args, definition);
        return define.kind === 'OBJECT_OPERATOR' ? operator((0,schema_objects/* fullName */.fq)(name), definition) : [];
    },
};
function plain(kind, name, needs = [], conditional = false) {
    return name ? [{ change: 'create', object: { kind, name, needs }, conditional }] : [];
}
/** The new way to write one has its arguments in a list of two: them, and how many are direct. */
function aggregate(name, args, definition) {
    const given = (0,ast/* nodeOf */.E7)(args?.[0], 'List')?.items ?? [];
    const types = given.map((item) => (0,schema_types/* columnType */.DW)((0,ast/* nodeOf */.E7)(item, 'FunctionParameter')?.argType));
    const called = [
        'sfunc',
        'finalfunc',
        'combinefunc',
        'msfunc',
        'minvfunc',
        'mfinalfunc',
        'serialfunc',
        'deserialfunc',
    ];
    const facts = { volatility: 'immutable', arguments: types.map(schema_types/* typeIdentity */.RT) };
    const needs = [...calls(definition, called), ...types.flatMap((type) => (0,schema_needs/* typeNeed */.h8)(type) ?? [])];
    return [{ change: 'create', object: { kind: 'function', name, needs, facts }, conditional: false }];
}
function operator(name, definition) {
    const typeOf = (side) => {
        const option = definition.find(({ defname }) => defname === side);
        return option && (0,schema_types/* columnType */.DW)((0,ast/* nodeOf */.E7)(option.arg, 'TypeName'));
    };
    const types = [typeOf('leftarg'), typeOf('rightarg')].filter((type) => type !== undefined);
    const needs = [...calls(definition, ['function', 'procedure']), ...types.flatMap((type) => (0,schema_needs/* typeNeed */.h8)(type) ?? [])];
    return plain('operator', operatorName(name, types), needs);
}
/** The functions that a definition's options name. */
function calls(definition, options) {
    return definition.flatMap(({ defname = '', arg }) => {
        const names = options.includes(defname) ? (0,ast/* nodeOf */.E7)(arg, 'TypeName')?.names : undefined;
        const called = (0,effect/* dotted */.Bs)(names);
        return called ? [(0,schema_needs/* functionKey */.ay)((0,schema_objects/* fullName */.fq)(called))] : [];
    });
}

;// CONCATENATED MODULE: ./build/schema/effects/rename.js



const RENAMED = {
    OBJECT_TABLE: 'table',
    OBJECT_INDEX: 'index',
    OBJECT_VIEW: 'view',
    OBJECT_MATVIEW: 'materialized view',
    OBJECT_SEQUENCE: 'sequence',
    OBJECT_FOREIGN_TABLE: 'foreign table',
    OBJECT_TYPE: 'type',
    OBJECT_DOMAIN: 'domain',
    OBJECT_FUNCTION: 'function',
    OBJECT_PROCEDURE: 'function',
    OBJECT_ROUTINE: 'function',
    OBJECT_AGGREGATE: 'function',
    OBJECT_STATISTIC_EXT: 'statistics object',
    OBJECT_COLLATION: 'collation',
};
const RENAMED_IN_TABLE = {
    OBJECT_COLUMN: 'column',
    OBJECT_TABCONSTRAINT: 'constraint',
    OBJECT_TRIGGER: 'trigger',
    OBJECT_POLICY: 'policy',
    OBJECT_RULE: 'rule',
};
function rename(statement) {
    const { newname, renameType, subname, missing_ok: missingOk } = statement ?? {};
    if (!newname || !renameType)
        return [];
    if (renameType === 'OBJECT_SCHEMA' && subname) {
        return renamed({ kind: 'schema', name: subname }, { kind: 'schema', name: newname }, missingOk);
    }
    const kind = RENAMED[renameType];
    if (kind === 'function')
        return renamedRoutine(statement?.object, (schema) => `${schema}.${newname}`);
    const name = (0,ast/* relationName */.CJ)(statement?.relation) ?? (0,ast/* listName */.sY)(statement?.object);
    if (!name)
        return [];
    if (kind) {
        return renamed({ kind, name: (0,schema_objects/* fullName */.fq)(name) }, { kind, name: (0,schema_objects/* fullName */.fq)({ ...name, name: newname }) }, missingOk);
    }
    const part = RENAMED_IN_TABLE[renameType];
    if (!part || !subname)
        return [];
    const table = (0,schema_objects/* fullName */.fq)(name);
    return renamed({ kind: part, name: `${table}.${subname}`, table }, { kind: part, name: `${table}.${newname}`, table }, missingOk);
}
/** ALTER … SET SCHEMA. */
function moveToSchema(statement) {
    const { newschema: schema, objectType, missing_ok: missingOk } = statement ?? {};
    const name = (0,ast/* relationName */.CJ)(statement?.relation) ?? (0,ast/* listName */.sY)(statement?.object);
    const kind = objectType && RENAMED[objectType];
    if (kind === 'function')
        return renamedRoutine(statement?.object, (_, last) => `${schema}.${last}`);
    if (!name || !schema || !kind)
        return [];
    return renamed({ kind, name: (0,schema_objects/* fullName */.fq)(name) }, { kind, name: (0,schema_objects/* fullName */.fq)({ ...name, schema }) }, missingOk);
}
/** A routine keeps its arguments. */
function renamedRoutine(node, renamedTo) {
    const was = node && namedObject('function', node);
    if (!was)
        return [];
    const name = renamedTo((0,schema_objects/* schemaOf */.pP)(was.name), (0,schema_objects/* lastName */.UK)(was.name));
    return renamed(was, { ...was, name });
}
function renamed(was, object, conditional = false) {
    return [
        { change: 'create', object, conditional, was },
        { change: 'drop', object: was, conditional },
    ];
}

;// CONCATENATED MODULE: ./build/schema/effects/view.js


function viewFacts(query, aliases = []) {
    const ranges = [];
    /** Names that mean something else than a relation, somewhere in the query. */
    const derived = new Set();
    (0,ast/* walk */.GG)(query, (tag, body) => {
        if (tag === 'RangeVar')
            ranges.push(body);
        if (tag === 'CommonTableExpr')
            derived.add(String(body.ctename));
        if (tag.startsWith('Range') && tag !== 'RangeVar')
            derived.add(body.alias?.aliasname ?? '');
    });
    const named = ranges.filter(({ schemaname, relname = '' }) => schemaname !== undefined || !derived.has(relname));
    const reads = [...new Set(named.flatMap((range) => full(range) ?? []))];
    const relationOf = (alias) => {
        const meant = new Set(named.filter((range) => (range.alias?.aliasname ?? range.relname) === alias).map(full));
        return meant.size === 1 && !derived.has(alias) ? [...meant][0] : undefined;
    };
    const columns = new Set();
    const vague = [];
    (0,ast/* walk */.GG)(query, (tag, body) => {
        if (tag !== 'ColumnRef')
            return;
        const parts = (body.fields ?? []).map((field) => (0,ast/* nodeOf */.E7)(field, 'String')?.sval);
        const column = parts.at(-1);
        const relation = parts.length === 1
            ? ranges.length === 1 && derived.size === 0
                ? reads[0]
                : undefined
            : relationOf(parts.at(-2) ?? '');
        if (column && relation)
            columns.add(`${relation}.${column}`);
        else
            vague.push(body);
    });
    const outputs = aliases.length === 0 ? outputsOf(query) : undefined;
    return {
        reads,
        columns: [...columns],
        ...(vague.length > 0 && { vague: true }),
        ...(outputs && { outputs }),
    };
}
/** The columns of a SELECT, by their aliases or the columns that they show. */
function outputsOf(query) {
    const names = ((0,ast/* nodeOf */.E7)(query, 'SelectStmt')?.targetList ?? []).map((item) => {
        const target = (0,ast/* nodeOf */.E7)(item, 'ResTarget');
        const column = (0,ast/* nodeOf */.E7)(target?.val, 'ColumnRef')?.fields?.at(-1);
        return target?.name ?? (0,ast/* nodeOf */.E7)(column, 'String')?.sval;
    });
    return names.length > 0 && names.every((name) => name !== undefined) ? names : undefined;
}
function full(range) {
    const name = (0,ast/* relationName */.CJ)(range);
    return name && (0,schema_objects/* fullName */.fq)(name);
}

;// CONCATENATED MODULE: ./build/schema/effects/index.js














/** The statement's effects in order. Empty for what changes no schema object that the replay knows. */
function effectsOf(node) {
    if (node === null)
        return [];
    const known = KNOWN.get(node);
    if (known !== undefined)
        return known;
    const [tag] = Object.keys(node);
    const effects = (tag && READERS[tag]?.(node)) || [];
    KNOWN.set(node, effects);
    return effects;
}
/** The replay and several rules ask about the same statement. */
const KNOWN = new WeakMap();
const UNKNOWN_TABLE = { complete: false, unlogged: false };
const READERS = {
    CreateStmt: (node) => createTable((0,ast/* nodeOf */.E7)(node, 'CreateStmt')),
    CreateTableAsStmt: (node) => {
        const as = (0,ast/* nodeOf */.E7)(node, 'CreateTableAsStmt');
        const name = (0,ast/* relationName */.CJ)(as?.into?.rel);
        if (as?.objtype === 'OBJECT_MATVIEW') {
            return (0,effect/* creates */.Gf)('materialized view', name, as.if_not_exists, {
                facts: viewFacts(as.query),
                ...calledIn(as.query),
            });
        }
        const facts = { complete: false, unlogged: as?.into?.rel?.relpersistence === 'u' };
        return (0,effect/* creates */.Gf)('table', name, as?.if_not_exists, { facts });
    },
    CreateForeignTableStmt: (node) => {
        const { base, servername } = (0,ast/* nodeOf */.E7)(node, 'CreateForeignTableStmt') ?? {};
        const [table, ...parts] = createTable(base, 'foreign table');
        if (!table)
            return [];
        return [{ ...table, object: { ...table.object, needs: servername ? [`server ${servername}`] : [] } }, ...parts];
    },
    IndexStmt: (node) => {
        const index = (0,ast/* nodeOf */.E7)(node, 'IndexStmt');
        const table = (0,ast/* relationName */.CJ)(index?.relation);
        if (!index || !table)
            return [];
        const elements = (index.indexParams ?? []).flatMap((param) => (0,ast/* nodeOf */.E7)(param, 'IndexElem') ?? []);
        const columns = elements.map(({ name }) => name);
        const collated = elements.flatMap(({ name, collation }) => (name && collation ? [name] : []));
        const facts = {
            columns,
            included: (index.indexIncludingParams ?? []).flatMap((param) => (0,ast/* nodeOf */.E7)(param, 'IndexElem')?.name ?? []),
            unique: index.unique ?? false,
            ...(0,effects_columns/* predicate */.se)(index.whereClause),
            mentions: [...elements.flatMap(({ expr }) => (0,schema_types/* columnsIn */.Jb)(expr)), ...(0,schema_types/* columnsIn */.Jb)(index.whereClause)],
            method: index.accessMethod ?? 'btree',
            ...(collated.length > 0 && { collated }),
            // ON ONLY means something for partitioned tables alone; which they are the replay knows.
            ...(index.relation?.inh !== true && { invalid: true }),
            ...(elements.some(isCustom) && { custom: true }),
            ...(elements.some(isDescending) && { descending: true }),
            ...(index.nulls_not_distinct && { nullsNotDistinct: true }),
        };
        // An index lives in its table's schema.
        const name = (0,schema_objects/* fullName */.fq)({ ...table, name: index.idxname ?? (0,effects_columns/* chosenIndexName */.GP)(table.name, columns) });
        const needs = [...elements.flatMap(({ expr }) => (0,schema_needs/* needsIn */.Pj)(expr)), ...(0,schema_needs/* needsIn */.Pj)(index.whereClause)];
        for (const { opclass } of elements) {
            const named = (0,effect/* dotted */.Bs)(opclass)?.name;
            if (named)
                needs.push(`operator class ${named}`);
        }
        const object = { kind: 'index', name, table: (0,schema_objects/* fullName */.fq)(table), needs, facts };
        return [{ change: 'create', object, conditional: index.if_not_exists ?? false }];
    },
    ViewStmt: (node) => {
        const view = (0,ast/* nodeOf */.E7)(node, 'ViewStmt');
        const name = (0,ast/* relationName */.CJ)(view?.view);
        const facts = viewFacts(view?.query, view?.aliases);
        // OR REPLACE leaves the view where it is, with another query.
        const ties = calledIn(view?.query);
        const replaced = name && view?.replace ? [(0,effect/* alters */.e2)('view', (0,schema_objects/* fullName */.fq)(name), facts, ties)] : [];
        return [...(0,effect/* creates */.Gf)('view', name, view?.replace, { facts, ...ties }), ...replaced];
    },
    CreateSeqStmt: (node) => {
        const sequence = (0,ast/* nodeOf */.E7)(node, 'CreateSeqStmt');
        const { facts, ties } = ownedBy(sequence?.options);
        return (0,effect/* creates */.Gf)('sequence', (0,ast/* relationName */.CJ)(sequence?.sequence), sequence?.if_not_exists, { facts, ...ties });
    },
    AlterSeqStmt: (node) => {
        const sequence = (0,ast/* nodeOf */.E7)(node, 'AlterSeqStmt');
        const name = (0,ast/* relationName */.CJ)(sequence?.sequence);
        const { facts, ties } = ownedBy(sequence?.options);
        return name ? [(0,effect/* alters */.e2)('sequence', (0,schema_objects/* fullName */.fq)(name), facts, ties)] : [];
    },
    CreateEnumStmt: (node) => {
        const type = (0,ast/* nodeOf */.E7)(node, 'CreateEnumStmt');
        const labels = (type?.vals ?? []).flatMap((label) => (0,ast/* nodeOf */.E7)(label, 'String')?.sval ?? []);
        return (0,effect/* creates */.Gf)('type', (0,effect/* dotted */.Bs)(type?.typeName), false, { facts: { labels } });
    },
    CreateRangeStmt: (node) => {
        const range = (0,ast/* nodeOf */.E7)(node, 'CreateRangeStmt');
        return (0,effect/* creates */.Gf)('type', (0,effect/* dotted */.Bs)(range?.typeName), false, { needs: (0,schema_needs/* needsIn */.Pj)(range?.params) });
    },
    CompositeTypeStmt: (node) => (0,effect/* creates */.Gf)('type', (0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(node, 'CompositeTypeStmt')?.typevar)),
    CreateDomainStmt: (node) => {
        const domain = (0,ast/* nodeOf */.E7)(node, 'CreateDomainStmt');
        const base = (0,schema_types/* columnType */.DW)(domain?.typeName);
        const constraints = (domain?.constraints ?? []).flatMap((item) => (0,ast/* nodeOf */.E7)(item, 'Constraint') ?? []);
        const constrained = constraints.some(({ contype = '' }) => ['CONSTR_CHECK', 'CONSTR_NOTNULL'].includes(contype));
        const value = constraints.find(({ contype }) => contype === 'CONSTR_DEFAULT')?.raw_expr;
        const facts = { ...(base && { base }), constrained, ...(value && { default: value }) };
        const of = (0,schema_needs/* typeNeed */.h8)(base);
        const needs = [...(of ? [of] : []), ...constraints.flatMap(({ raw_expr: expression }) => (0,schema_needs/* needsIn */.Pj)(expression))];
        return (0,effect/* creates */.Gf)('domain', (0,effect/* dotted */.Bs)(domain?.domainname), false, { facts, needs });
    },
    AlterDomainStmt: (node) => {
        const domain = (0,ast/* nodeOf */.E7)(node, 'AlterDomainStmt');
        const name = (0,effect/* dotted */.Bs)(domain?.typeName);
        // C adds a constraint, O sets NOT NULL (AlterDomainType).
        if (!name || !['C', 'O'].includes(domain?.subtype ?? ''))
            return [];
        return [(0,effect/* alters */.e2)('domain', (0,schema_objects/* fullName */.fq)(name), { constrained: true })];
    },
    CreateFunctionStmt: (node) => createFunction((0,ast/* nodeOf */.E7)(node, 'CreateFunctionStmt')),
    CreateSchemaStmt: (node) => {
        const schema = (0,ast/* nodeOf */.E7)(node, 'CreateSchemaStmt');
        if (!schema?.schemaname)
            return [];
        const object = { kind: 'schema', name: schema.schemaname };
        return [{ change: 'create', object, conditional: schema.if_not_exists ?? false }];
    },
    CreateExtensionStmt: (node) => {
        const extension = (0,ast/* nodeOf */.E7)(node, 'CreateExtensionStmt');
        if (!extension?.extname)
            return [];
        const place = (extension.options ?? [])
            .map((item) => (0,ast/* nodeOf */.E7)(item, 'DefElem'))
            .find((it) => it?.defname === 'schema');
        const schema = (0,ast/* nodeOf */.E7)(place?.arg, 'String')?.sval;
        const needs = schema ? [`schema ${schema}`] : [];
        const object = { kind: 'extension', name: extension.extname, needs };
        return [{ change: 'create', object, conditional: extension.if_not_exists ?? false }];
    },
    ...OTHERS,
    AlterTableStmt: (node) => alterTable((0,ast/* nodeOf */.E7)(node, 'AlterTableStmt')),
    DropStmt: (node) => drop((0,ast/* nodeOf */.E7)(node, 'DropStmt')),
    RenameStmt: (node) => rename((0,ast/* nodeOf */.E7)(node, 'RenameStmt')),
    AlterObjectSchemaStmt: (node) => moveToSchema((0,ast/* nodeOf */.E7)(node, 'AlterObjectSchemaStmt')),
    CommentStmt: (node) => comment(node, COMMENTED, namedObject),
    GrantStmt: (node) => grant(node, namedObject),
    // SELECT … INTO makes a table.
    SelectStmt: (node) => (0,effect/* creates */.Gf)('table', (0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(node, 'SelectStmt')?.intoClause?.rel), false, { facts: UNKNOWN_TABLE }),
};
/** DESC, NULLS FIRST, COLLATE or an operator class. */
function isCustom({ ordering, nulls_ordering: nulls, collation, opclass }) {
    const plain = ordering === 'SORTBY_DEFAULT' || ordering === 'SORTBY_ASC' || ordering === undefined;
    const last = nulls === 'SORTBY_NULLS_DEFAULT' || nulls === undefined;
    return !plain || !last || collation !== undefined || opclass !== undefined;
}
/** Sorted otherwise than an index is by itself. */
function isDescending({ ordering, nulls_ordering: nulls }) {
    return ordering === 'SORTBY_DESC' || nulls === 'SORTBY_NULLS_FIRST';
}
/** OWNED BY table.column, or NONE: a sequence goes with the column that owns it. */
function ownedBy(options) {
    const option = (options ?? [])
        .flatMap((item) => (0,ast/* nodeOf */.E7)(item, 'DefElem') ?? [])
        .find((it) => it.defname === 'owned_by');
    if (!option)
        return { facts: {}, ties: {} };
    const parts = ((0,ast/* nodeOf */.E7)(option.arg, 'List')?.items ?? []).map((item) => (0,ast/* nodeOf */.E7)(item, 'String')?.sval ?? '');
    const table = (0,ast/* namesToQualified */.qO)(parts.slice(0, -1));
    if (!table)
        return { facts: { ownedBy: undefined }, ties: { goesWith: [] } };
    const column = `${(0,schema_objects/* fullName */.fq)(table)}.${parts.at(-1)}`;
    return { facts: { ownedBy: column }, ties: { goesWith: [(0,schema_objects/* fullName */.fq)(table), column] } };
}
/** The functions and types of a query; its relations are facts of the view. */
function calledIn(query) {
    return { needs: (0,schema_needs/* needsIn */.Pj)(query).filter((key) => key.includes(' ')) };
}


/***/ }),

/***/ 471:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Py: () => (/* binding */ hasUncheckedNotNull),
/* harmony export */   S5: () => (/* binding */ onPartition),
/* harmony export */   cq: () => (/* binding */ validateWork),
/* harmony export */   qU: () => (/* binding */ setNotNullWork),
/* harmony export */   rD: () => (/* binding */ forbidsNull),
/* harmony export */   t5: () => (/* binding */ showsNotNull),
/* harmony export */   w2: () => (/* binding */ addConstraintWork)
/* harmony export */ });
/* harmony import */ var _sql_ast_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3032);
/* harmony import */ var _sql_versions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7051);
/* harmony import */ var _effects_columns_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6065);
/* harmony import */ var _foreign_keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3440);
/* harmony import */ var _touch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7624);





/** ADD CONSTRAINT, to the table itself. */
function addConstraintWork(constraint, table, schema) {
    const { contype, skip_validation: notValid, is_enforced: enforced, indexname } = constraint ?? {};
    if (notValid || enforced === false)
        return undefined;
    if (contype === 'CONSTR_NOTNULL') {
        const columns = (constraint?.keys ?? []).flatMap((key) => (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeOf */ .E7)(key, 'String')?.sval ?? []);
        return columns.every((column) => isNotNull(table, column, schema)) ? undefined : 'scan';
    }
    if (indexname === undefined)
        return 'scan';
    return contype === 'CONSTR_PRIMARY' ? keyWork(table, indexname, schema) : undefined;
}
/** ADD CONSTRAINT on a partitioned table, to one of its partitions. */
function onPartition(constraint, table, partition, { schema, version }) {
    if (constraint?.contype === 'CONSTR_FOREIGN') {
        return (0,_foreign_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .hasValidKey */ .Ew)(partition, (0,_effects_columns_js__WEBPACK_IMPORTED_MODULE_1__/* .constraintFacts */ .Jm)(constraint), schema) ? { work: undefined } : {};
    }
    const columns = (constraint?.keys ?? []).flatMap((key) => (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeOf */ .E7)(key, 'String')?.sval ?? []);
    // On older servers a partition's index is built as CREATE INDEX builds it, unless its columns become NOT NULL.
    const asIndex = constraint?.contype === 'CONSTR_UNIQUE' ||
        (constraint?.contype === 'CONSTR_PRIMARY' && columns.every((column) => isNotNull(table, column, schema)));
    return asIndex && !(0,_sql_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .has */ .zy)('partitionsLockedAsTheirTable', version, 'as newest') ? { lock: _touch_js__WEBPACK_IMPORTED_MODULE_4__.S } : {};
}
/** A primary key's columns become NOT NULL, which has to be shown. */
function keyWork(table, index, schema) {
    const known = schema.partsOf(table, 'index').find(({ name }) => name.endsWith(`.${index}`));
    const columns = known?.facts?.columns;
    if (columns === undefined)
        return undefined;
    return columns.every((column) => column !== undefined && isNotNull(table, column, schema)) ? undefined : 'scan';
}
function setNotNullWork(table, column, schema) {
    if (column === undefined || !isNotNull(table, column, schema))
        return 'scan';
    return hasUncheckedNotNull(table, column, schema) ? 'scan' : undefined;
}
/** A NOT NULL constraint that is NOT VALID (PostgreSQL 18): SET NOT NULL validates it, whatever a CHECK shows. */
function hasUncheckedNotNull(table, column, schema) {
    return schema
        .partsOf(table, 'constraint')
        .some(({ facts }) => facts?.type === 'not null' && facts.validated === false && facts.columns?.includes(column));
}
/** The column is NOT NULL, or a valid constraint says so. */
function isNotNull(table, column, schema) {
    if (schema.find('column', `${table}.${column}`)?.facts?.notNull)
        return true;
    return schema.partsOf(table, 'constraint').some(({ facts }) => facts !== undefined && showsNotNull(facts, column));
}
/** A valid CHECK that forbids NULL, or a validated NOT NULL (PostgreSQL 18). */
function showsNotNull({ type, columns, expression, validated, enforced }, column) {
    if (!validated || !enforced)
        return false;
    return type === 'check'
        ? forbidsNull(expression, column)
        : type === 'not null' && (columns?.includes(column) ?? false);
}
/** `column IS NOT NULL`, alone or beside other conditions. */
function forbidsNull(expression, column) {
    return (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_3__/* .conjuncts */ .im)(expression).some((condition) => {
        const test = (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeOf */ .E7)(condition, 'NullTest');
        if (test?.nulltesttype !== 'IS_NOT_NULL')
            return false;
        return (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeOf */ .E7)((0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeOf */ .E7)(test.arg, 'ColumnRef')?.fields?.at(-1), 'String')?.sval === column;
    });
}
/** VALIDATE CONSTRAINT of what is valid already does nothing. */
function validateWork(table, name, schema) {
    const known = schema.partsOf(table, 'constraint').find((one) => one.name === `${table}.${name}`);
    return known?.facts?.validated ? undefined : 'scan';
}


/***/ }),

/***/ 3618:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KW: () => (/* binding */ tablesWith),
/* harmony export */   Ow: () => (/* binding */ domainOf),
/* harmony export */   PM: () => (/* binding */ fullTypeName),
/* harmony export */   Po: () => (/* binding */ alterDomain)
/* harmony export */ });
/* harmony import */ var _sql_ast_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3032);
/* harmony import */ var _effects_effect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3009);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(883);
/* harmony import */ var _touch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7624);




/** What is known of the domain that a type is. */
function domainOf(type, schema) {
    return type && schema.find('domain', fullTypeName(type))?.facts;
}
function fullTypeName({ name }) {
    return name.includes('.') ? name : `public.${name}`;
}
/** The tables with a column of the type. */
function tablesWith(type, schema) {
    const columns = schema.every('column').filter(({ facts }) => facts?.type && fullTypeName(facts.type) === type);
    return [...new Set(columns.flatMap(({ table }) => table ?? []))];
}
const alterDomain = (node, { schema }) => {
    const domain = (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'AlterDomainStmt');
    const name = (0,_effects_effect_js__WEBPACK_IMPORTED_MODULE_1__/* .dotted */ .Bs)(domain?.typeName);
    if (!domain || !name || !checksRows(domain))
        return [];
    return tablesWith((0,_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .fullName */ .fq)(name), schema).map((table) => (0,_touch_js__WEBPACK_IMPORTED_MODULE_3__/* .touch */ ._M)(table, 'SHARE', (0,_touch_js__WEBPACK_IMPORTED_MODULE_3__/* .isPartitioned */ .gN)(table, schema) ? undefined : 'scan'));
};
/** SET NOT NULL (O), VALIDATE CONSTRAINT (V), and ADD CONSTRAINT (C) without NOT VALID. */
function checksRows({ subtype, def }) {
    if (subtype === 'C')
        return (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(def, 'Constraint')?.skip_validation !== true;
    return subtype === 'O' || subtype === 'V';
}


/***/ }),

/***/ 3440:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ew: () => (/* binding */ hasValidKey),
/* harmony export */   Ft: () => (/* binding */ references),
/* harmony export */   N4: () => (/* binding */ referencing),
/* harmony export */   bC: () => (/* binding */ referencedBy),
/* harmony export */   qC: () => (/* binding */ constraintsIn),
/* harmony export */   rd: () => (/* binding */ referencesColumn)
/* harmony export */ });
/* harmony import */ var _sql_ast_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3032);
/* harmony import */ var _effects_columns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6065);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(883);
/* harmony import */ var _touch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7624);




/** A new foreign key gives the referenced table triggers; `table`: what it is added to, where that exists already. */
function references(constraint, scene, table) {
    const parent = constraint?.contype === 'CONSTR_FOREIGN' ? (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_1__/* .relationName */ .CJ)(constraint.pktable) : undefined;
    if (!constraint || !parent)
        return [];
    const partitions = table === undefined ? [] : (0,_touch_js__WEBPACK_IMPORTED_MODULE_2__/* .treeOf */ .g7)(table, scene.schema).slice(1);
    // The triggers of the partitions' own keys, which it takes over, are dropped.
    const key = (0,_effects_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .constraintFacts */ .Jm)(constraint);
    const dropsTriggers = partitions.some((partition) => hasValidKey(partition, key, scene.schema));
    return (0,_touch_js__WEBPACK_IMPORTED_MODULE_2__/* .touchTree */ .Ks)((0,_objects_js__WEBPACK_IMPORTED_MODULE_3__/* .fullName */ .fq)(parent), dropsTriggers ? _touch_js__WEBPACK_IMPORTED_MODULE_2__.AX : _touch_js__WEBPACK_IMPORTED_MODULE_2__/* .SRX */ .Ex, scene);
}
/** Whether the table has the same foreign key already, with the same terms, and its rows have been checked. */
function hasValidKey(table, wanted, schema) {
    const same = (a, b) => a !== undefined && a.length === b?.length && a.every((it, at) => it === b[at]);
    return schema.partsOf(table, 'constraint').some(({ facts }) => {
        if (facts?.type !== 'foreign key' || !facts.validated || !facts.enforced || !wanted)
            return false;
        if (facts.references?.table !== wanted.references?.table || !same(facts.columns, wanted.columns))
            return false;
        if (facts.references?.terms !== wanted.references?.terms || facts.deferrable !== wanted.deferrable)
            return false;
        if ((facts.initiallyDeferred ?? false) !== (wanted.initiallyDeferred ?? false))
            return false;
        // Without columns it means the primary key.
        const [own = [], other = []] = [facts.references?.columns, wanted.references?.columns];
        return own.length === 0 || other.length === 0 || same(own, other);
    });
}
/** The constraints in a list of column definitions and constraints. */
function constraintsIn(elements) {
    return (elements ?? []).flatMap((element) => {
        const own = (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeOf */ .E7)(element, 'Constraint');
        if (own)
            return [own];
        return ((0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeOf */ .E7)(element, 'ColumnDef')?.constraints ?? []).flatMap((item) => (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeOf */ .E7)(item, 'Constraint') ?? []);
    });
}
/** The tables that a table's foreign keys reference. `which`: only some of the keys. */
function referencedBy(table, lock, scene, which = () => true) {
    return scene.schema.partsOf(table, 'constraint').flatMap((key) => {
        const parent = key.facts?.references?.table;
        return parent !== undefined && which(key) ? (0,_touch_js__WEBPACK_IMPORTED_MODULE_2__/* .touchTree */ .Ks)(parent, lock, scene) : [];
    });
}
/** Whether a foreign key references the column; where the SQL names none, it means the primary key. */
function referencesColumn({ facts }, column, { schema }) {
    const { table = '', columns = [] } = facts?.references ?? {};
    if (columns.length > 0)
        return columns.includes(column);
    return schema
        .partsOf(table, 'constraint')
        .some((key) => key.facts?.type === 'primary key' && (key.facts.columns?.includes(column) ?? false));
}
/** The tables whose foreign keys reference a table. */
function referencing(table, lock, scene, { which = () => true, work } = {}) {
    return scene.schema
        .foreignKeysTo(table)
        .filter(which)
        .flatMap(({ table: child }) => (child === undefined ? [] : (0,_touch_js__WEBPACK_IMPORTED_MODULE_2__/* .touchTree */ .Ks)(child, lock, scene, work)));
}


/***/ }),

/***/ 7624:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ AS),
/* harmony export */   AX: () => (/* binding */ AX),
/* harmony export */   Ex: () => (/* binding */ SRX),
/* harmony export */   H5: () => (/* binding */ touchNamed),
/* harmony export */   Ks: () => (/* binding */ touchTree),
/* harmony export */   RX: () => (/* binding */ RX),
/* harmony export */   S: () => (/* binding */ S),
/* harmony export */   W0: () => (/* binding */ isAbsent),
/* harmony export */   X_: () => (/* binding */ SUX),
/* harmony export */   Zu: () => (/* binding */ merged),
/* harmony export */   _M: () => (/* binding */ touch),
/* harmony export */   b2: () => (/* binding */ isMissing),
/* harmony export */   g7: () => (/* binding */ treeOf),
/* harmony export */   gN: () => (/* binding */ isPartitioned),
/* harmony export */   gf: () => (/* binding */ touchOne),
/* harmony export */   ir: () => (/* binding */ readThrough),
/* harmony export */   wX: () => (/* binding */ namesIn)
/* harmony export */ });
/* harmony import */ var _sql_ast_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3032);
/* harmony import */ var _sql_locks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3368);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(883);



const AX = 'ACCESS EXCLUSIVE';
const SRX = 'SHARE ROW EXCLUSIVE';
const S = 'SHARE';
const SUX = 'SHARE UPDATE EXCLUSIVE';
const RX = 'ROW EXCLUSIVE';
const AS = 'ACCESS SHARE';
function touch(relation, lock, work) {
    return { relation, lock, scans: work !== undefined, rewrites: work === 'rewrite' };
}
/** A relation that the SQL names, if it does. */
function touchNamed(name, lock, work) {
    return name ? [touch((0,_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .fullName */ .fq)(name), lock, work)] : [];
}
/** A table without its partitions. A partitioned table has no rows of its own to work on. */
function touchOne(table, lock, { schema }, work) {
    return touch(table, lock, isPartitioned(table, schema) ? undefined : work);
}
/** A table with its partitions, theirs too. */
function touchTree(table, lock, scene, work) {
    return treeOf(table, scene.schema).map((one) => touchOne(one, lock, scene, work));
}
/** The table, its partitions and theirs, each once: a script may claim that one is its own partition. */
function treeOf(table, schema) {
    return reachable(table, (one) => schema.partitionsOf(one).map(({ name }) => name));
}
/** The relation, and where it is a view what that reads, through other views, each once: views may read each other. */
function readThrough(relation, schema) {
    return reachable(relation, (one) => schema.find('view', one)?.facts?.reads ?? []);
}
/** All that `next` leads to from `start`, depth first, each once. */
function reachable(start, next) {
    const seen = new Set();
    const waiting = [start];
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
        if (seen.has(one))
            continue;
        seen.add(one);
        waiting.push(...next(one).toReversed());
    }
    return [...seen];
}
function isPartitioned(table, schema) {
    return schema.find('table', table)?.facts?.partitionBy !== undefined;
}
/** IF EXISTS touches only what is there, as far as is known. */
function isAbsent(relation, schema, kind = 'table') {
    return isMissing(relation, schema) && !schema.mayHold(relation, kind);
}
/** No script shows it. */
function isMissing(relation, schema) {
    return RELATIONS.every((kind) => schema.find(kind, relation) === undefined);
}
const RELATIONS = ['table', 'materialized view', 'view', 'foreign table', 'sequence', 'index'];
/** The relations in a list of RangeVars. */
function namesIn(relations) {
    return (relations ?? []).flatMap((node) => {
        const name = 'RangeVar' in node ? (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_1__/* .relationName */ .CJ)(node.RangeVar) : undefined;
        return name ? (0,_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .fullName */ .fq)(name) : [];
    });
}
/** One entry for each relation, with its strongest lock. */
function merged(touches) {
    const byName = new Map();
    for (const one of touches) {
        const known = byName.get(one.relation);
        byName.set(one.relation, known ? strongest(known, one) : one);
    }
    return [...byName.values()];
}
function strongest(a, b) {
    const lock = (0,_sql_locks_js__WEBPACK_IMPORTED_MODULE_2__/* .compareLockModes */ .tc)(a.lock, b.lock) >= 0 ? a.lock : b.lock;
    return { relation: a.relation, lock, scans: a.scans || b.scans, rewrites: a.rewrites || b.rewrites };
}


/***/ }),

/***/ 7035:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ freeName),
/* harmony export */   x: () => (/* binding */ generatedName)
/* harmony export */ });
/** The names that Postgres chooses where the SQL gives none (ChooseConstraintName, ChooseIndexName). */
const LIMIT = 63;
/** `table_column_suffix`, its longer parts cut so that the whole has at most 63 bytes (makeObjectName). */
function generatedName(table, middle, suffix) {
    const fixed = suffix.length + 1 + (middle ? 1 : 0);
    let [first, second] = [table.length, middle.length];
    while (first + second + fixed > LIMIT) {
        if (first > second)
            first--;
        else
            second--;
    }
    return [table.slice(0, first), ...(middle ? [middle.slice(0, second)] : []), suffix].join('_');
}
/** The name, with a number after it where it is taken already. */
function freeName(name, taken) {
    if (!taken(name))
        return name;
    for (let number = 1;; number++)
        if (!taken(`${name}${number}`))
            return `${name}${number}`;
}


/***/ }),

/***/ 2013:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ hasIndexOn)
/* harmony export */ });
/**
 * Whether Postgres finds a foreign key's rows by an index: one whose first key is a column of the foreign key, as the planner does
 * (test/proof/foreign-key-index.test.ts). One that no script shows may be the one.
 */
function hasIndexOn(schema, table, columns) {
    const isFlag = (column) => schema.find('column', `${table}.${column}`)?.facts?.type?.name === 'bool';
    // ON ONLY means nothing for a table without partitions.
    const isParent = schema.partitionsOf(table).length > 0;
    return schema
        .partsOf(table, 'index')
        .some(({ facts }) => facts && !(facts.invalid && isParent) && serves(facts, columns, isFlag));
}
/** `isFlag`: half of the table has each value, so that it finds nothing by itself. */
function serves(facts, wanted, isFlag) {
    const { columns, partial, whereNotNull, method, collated = [] } = facts;
    if (columns === undefined)
        return true;
    if (method !== 'btree' && method !== 'hash')
        return false;
    if (partial && !whereNotNull?.every((column) => wanted.includes(column)))
        return false;
    const isKey = (column) => column !== undefined && wanted.includes(column) && !collated.includes(column);
    const other = columns.findIndex((column) => !isKey(column));
    const usable = other === -1 ? columns : columns.slice(0, other);
    return usable.length === wanted.length || usable.some((column) => column !== undefined && !isFlag(column));
}


/***/ }),

/***/ 510:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G2: () => (/* binding */ needsOfDefault),
/* harmony export */   Pj: () => (/* binding */ needsIn),
/* harmony export */   YD: () => (/* binding */ keysOf),
/* harmony export */   ay: () => (/* binding */ functionKey),
/* harmony export */   h8: () => (/* binding */ typeNeed),
/* harmony export */   hN: () => (/* binding */ needsOf),
/* harmony export */   j1: () => (/* binding */ renamedKeys)
/* harmony export */ });
/* harmony import */ var _sql_ast_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3032);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(883);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2402);



const typeKey = (name) => `type ${name}`;
const functionKey = (name) => `function ${name}`;
const RELATIONS = ['table', 'foreign table', 'view', 'materialized view'];
/** The keys that an object is known by. A relation is a type as well. */
function keysOf({ kind, name, facts }) {
    if (RELATIONS.includes(kind))
        return [name, typeKey(name)];
    if (kind === 'type' || kind === 'domain')
        return [typeKey(name)];
    if (kind === 'function') {
        const called = facts?.arguments;
        return [functionKey(name), ...(called === undefined || called.length === 0 ? [functionKey(`${name}()`)] : [])];
    }
    if (['server', 'foreign-data wrapper', 'extension', 'schema'].includes(kind))
        return [`${kind} ${name}`];
    return ['column', 'sequence', 'index'].includes(kind) ? [name] : [];
}
/** What a DROP … CASCADE must name for the object to go. */
function needsOf({ kind, facts, needs = [] }) {
    if (kind === 'view' || kind === 'materialized view') {
        const { reads = [], columns = [] } = facts ?? {};
        return [...needs, ...reads, ...columns];
    }
    if (kind !== 'column')
        return needs;
    const type = typeNeed(facts?.type);
    return type ? [...needs, type] : needs;
}
/** What takes a column's default away when it is dropped with CASCADE. */
function needsOfDefault({ kind, facts }) {
    const value = kind === 'column' ? facts?.default : undefined;
    if (value === undefined)
        return [];
    const known = ofDefaults.get(value) ?? needsIn(value);
    ofDefaults.set(value, known);
    return known;
}
const ofDefaults = new WeakMap();
/** The type's key, if it is not one of Postgres' own. */
function typeNeed(type) {
    if (type === undefined || _types_js__WEBPACK_IMPORTED_MODULE_0__/* .BUILT_IN */ .$A.test(type.name))
        return undefined;
    return typeKey(type.name.includes('.') ? type.name : `public.${type.name}`);
}
/** What an expression, a query or a body refers to by name: functions, types and relations. */
function needsIn(tree) {
    const keys = new Set();
    (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_1__/* .walk */ .GG)(tree, (tag, body) => {
        if (tag === 'FuncCall')
            for (const key of calledKeys(body.funcname, body.args))
                keys.add(key);
        const type = tag === 'TypeName' ? body : body.typeName;
        const key = type === undefined ? undefined : typeNeed((0,_types_js__WEBPACK_IMPORTED_MODULE_0__/* .columnType */ .DW)(type));
        if (key)
            keys.add(key);
        const relation = (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_1__/* .relationName */ .CJ)((tag === 'RangeVar' ? body : body.relation));
        if (relation)
            keys.add((0,_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .fullName */ .fq)(relation));
    });
    return [...keys];
}
/** The function, and the sequence of nextval('…'). */
function calledKeys(names = [], args = []) {
    const name = (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_1__/* .namesToQualified */ .qO)(names.map((part) => (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeOf */ .E7)(part, 'String')?.sval ?? ''));
    if (!name || name.schema === 'pg_catalog')
        return name?.name === 'nextval' ? sequenceOf(args[0]) : [];
    return [functionKey((0,_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .fullName */ .fq)(name)), ...(name.name === 'nextval' ? sequenceOf(args[0]) : [])];
}
function sequenceOf(arg) {
    const constant = (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeOf */ .E7)(arg, 'A_Const') ?? (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeOf */ .E7)((0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeOf */ .E7)(arg, 'TypeCast')?.arg, 'A_Const');
    const written = constant?.sval?.sval;
    if (!written)
        return [];
    const parts = (written.match(/"(?:[^"]|"")+"|[^.]+/g) ?? []).map((part) => part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part.toLowerCase());
    const name = (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_1__/* .namesToQualified */ .qO)(parts);
    return name ? [(0,_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .fullName */ .fq)(name)] : [];
}
/** The keys with another name in the place of one, and of all that is part of it. */
function renamedKeys(keys, from, to) {
    if (!keys.some((key) => mentions(key, from)))
        return keys;
    return keys.map((key) => (mentions(key, from) ? key.replace(from, () => to) : key));
}
function mentions(key, name) {
    const bare = key.slice(key.indexOf(' ') + 1);
    return bare === name || bare.startsWith(`${name}.`) || bare === `${name}()`;
}


/***/ }),

/***/ 883:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ shortName),
/* harmony export */   T5: () => (/* binding */ objectKey),
/* harmony export */   UK: () => (/* binding */ lastName),
/* harmony export */   fq: () => (/* binding */ fullName),
/* harmony export */   pP: () => (/* binding */ schemaOf)
/* harmony export */ });
/** A name with `public` where no schema was written. */
function fullName(name) {
    return `${name.schema ?? 'public'}.${name.name}`;
}
/** As people write it: `public.` left out. */
function shortName(name) {
    return name.replace(/^public\./, '');
}
/** The last part of a full name. */
function lastName(name) {
    return name.slice(name.lastIndexOf('.') + 1);
}
/** The name before the first dot. */
function schemaOf(name) {
    return name.slice(0, Math.max(name.indexOf('.'), 0));
}
function objectKey({ kind, name }) {
    return `${kind} ${name}`;
}


/***/ }),

/***/ 6789:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pq: () => (/* binding */ withTable),
/* harmony export */   S$: () => (/* binding */ diesWith),
/* harmony export */   aW: () => (/* binding */ moved),
/* harmony export */   c_: () => (/* binding */ tableOf),
/* harmony export */   jO: () => (/* binding */ withColumn),
/* harmony export */   mP: () => (/* binding */ RELATIONS),
/* harmony export */   pn: () => (/* binding */ otherTable),
/* harmony export */   r9: () => (/* binding */ uses),
/* harmony export */   vY: () => (/* binding */ constraintOf)
/* harmony export */ });
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(883);

const RELATIONS = ['table', 'materialized view', 'view', 'foreign table', 'sequence'];
/** Whether dropping `parent` takes `object` with it; with CASCADE, a foreign key goes with the table that it references. */
function diesWith(object, parent) {
    if (parent.kind === 'schema')
        return object.name.startsWith(`${parent.name}.`);
    if (!RELATIONS.some((kind) => kind === parent.kind))
        return false;
    return object.table === parent.name || constraintOf(object)?.references?.table === parent.name;
}
function constraintOf(object) {
    return object.kind === 'constraint' ? object.facts : undefined;
}
/** The table that it refers to without belonging to it: what a foreign key references, what it is a partition of. */
function otherTable(object) {
    if (object.kind === 'table')
        return object.facts?.partitionOf;
    return constraintOf(object)?.references?.table;
}
/** Whether an index or constraint is on the column, and is dropped with it. */
function uses(object, column) {
    if (object.kind === 'index') {
        const { columns, included, mentions } = object.facts ?? {};
        return [columns, included, mentions].some((names) => names?.includes(column));
    }
    const constraint = constraintOf(object);
    return constraint?.columns?.includes(column) ?? false;
}
function withColumn(object, from, to) {
    const facts = object.facts;
    if (facts === undefined || (object.kind !== 'index' && object.kind !== 'constraint'))
        return object;
    // Unknown lists stay unknown.
    const lists = ['columns', 'included', 'mentions', 'whereNotNull', 'collated'].flatMap((list) => {
        const names = facts[list];
        return Array.isArray(names) ? [[list, names.map((name) => (name === from ? to : name))]] : [];
    });
    return { ...object, facts: { ...facts, ...Object.fromEntries(lists) } };
}
function withTable(object, from, to) {
    const constraint = constraintOf(object);
    if (constraint?.references?.table === from) {
        return { ...object, facts: { ...constraint, references: { ...constraint.references, table: to } } };
    }
    const partition = object;
    if (object.kind === 'table' && partition.facts?.partitionOf === from) {
        return { ...object, facts: { ...partition.facts, partitionOf: to } };
    }
    return object;
}
/** A name after the rename of the table or schema that it is part of; an index's name moves only with its schema. */
function moved(name, was, object) {
    if (name === was.name)
        return object.name;
    if (name.startsWith(`${was.name}.`))
        return object.name + name.slice(was.name.length);
    const [from, to] = [(0,_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .schemaOf */ .pP)(was.name), (0,_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .schemaOf */ .pP)(object.name)];
    return from !== to && name.startsWith(`${from}.`) ? to + name.slice(from.length) : name;
}
function tableOf(known, was, object) {
    return known?.table === undefined ? {} : { table: moved(known.table, was, object) };
}


/***/ }),

/***/ 793:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ Schema)
});

// EXTERNAL MODULE: ./build/sql/locks.js
var locks = __webpack_require__(3368);
// EXTERNAL MODULE: ./build/schema/needs.js
var schema_needs = __webpack_require__(510);
// EXTERNAL MODULE: ./build/schema/parts.js
var parts = __webpack_require__(6789);
;// CONCATENATED MODULE: ./build/schema/going.js
/** What CASCADE takes along beyond what says so by a name. */


function goesUnderCascade(object, schema) {
    const { kind, name, table } = object;
    if (kind === 'column' && table !== undefined)
        return vagueViews(table, schema);
    if (kind === 'constraint' && table !== undefined)
        return keysOn(object, schema);
    if (kind === 'extension') {
        return OF_TYPES.flatMap((made) => schema.every(made)).filter((it) => isOfExtension(it, schema));
    }
    return kind === 'schema' ? schema.every('extension').filter(({ needs }) => needs?.includes(`schema ${name}`)) : [];
}
/** Which columns of the table they show no script says for sure: they may well go, and are counted as gone. */
function vagueViews(table, schema) {
    return schema.viewsOf(table).filter(({ facts }) => facts?.vague);
}
/** The foreign keys that reference the columns of a primary key or UNIQUE. */
function keysOn({ facts, table = '' }, schema) {
    const key = facts;
    if (key?.type !== 'primary key' && key?.type !== 'unique')
        return [];
    const columns = key.columns?.toSorted().join();
    return schema.foreignKeysTo(table).filter((foreign) => {
        const named = (0,parts/* constraintOf */.vY)(foreign)?.references?.columns ?? [];
        return named.length > 0 ? named.toSorted().join() === columns : key.type === 'primary key';
    });
}
const OF_TYPES = ['column', 'domain', 'function', 'index', 'view', 'materialized view', 'cast', 'operator'];
/** A type that no script made, nor Postgres itself, is an extension's; so is an operator class. */
function isOfExtension(object, schema) {
    return (0,schema_needs/* needsOf */.hN)(object).some((key) => {
        if (key.startsWith('operator class '))
            return !OPERATOR_CLASS.test(key);
        if (!key.startsWith('type '))
            return false;
        const name = key.slice('type '.length);
        return !['type', 'domain', 'table', 'view', 'materialized view'].some((kind) => schema.find(kind, name));
    });
}
/** Postgres' own. */
const OPERATOR_CLASS = / (\w+_pattern|jsonb(_path)?|array|inet|range|\w+_minmax(_multi)?|\w+_bloom|int[248]|text)_ops$/;

// EXTERNAL MODULE: ./build/schema/objects.js
var objects = __webpack_require__(883);
;// CONCATENATED MODULE: ./build/schema/mentions.js

const RELATIONS = ['table', 'view', 'materialized view', 'foreign table'];
/** The facts of a view or column after something else was renamed; undefined where they don't mention it. */
function mentionsRenamed({ kind, name, facts }, was, now) {
    if (kind === 'view' || kind === 'materialized view') {
        const view = facts;
        return was.table === name ? ownColumnRenamed(view, was, now) : viewRenamed(view, was, now);
    }
    if (kind !== 'column' || (was.kind !== 'type' && was.kind !== 'domain'))
        return undefined;
    const column = facts;
    const type = column?.type;
    if (!type || (type.name.includes('.') ? type.name : `public.${type.name}`) !== was.name)
        return undefined;
    return { ...column, type: { ...type, name: now.name } };
}
/** ALTER VIEW … RENAME COLUMN. */
function ownColumnRenamed(view, was, now) {
    if (view?.outputs === undefined)
        return undefined;
    const [from, to] = [(0,objects/* lastName */.UK)(was.name), (0,objects/* lastName */.UK)(now.name)];
    return { ...view, outputs: view.outputs.map((name) => (name === from ? to : name)) };
}
function viewRenamed(view, was, now) {
    const isRelation = RELATIONS.includes(was.kind);
    const { reads = [], columns = [] } = view ?? {};
    if (isRelation ? !reads.includes(was.name) : !columns.includes(was.name))
        return undefined;
    const moved = (name) => {
        if (name === was.name)
            return now.name;
        return isRelation && name.startsWith(`${was.name}.`) ? now.name + name.slice(was.name.length) : name;
    };
    return { ...view, reads: reads.map(moved), columns: columns.map(moved) };
}
/** The kinds of objects that can mention one. */
function mentioning({ kind }) {
    if (kind === 'type' || kind === 'domain')
        return ['column'];
    return kind === 'column' || RELATIONS.includes(kind) ? ['view', 'materialized view'] : [];
}

;// CONCATENATED MODULE: ./build/schema/changes.js





/** Facts of an object that was unknown so far belong to one that was there before. */
function alter(layer, { facts, goesWith, needs, ...object }) {
    const known = layer.get({ ...object, ...(facts && { facts }) });
    if (known === undefined)
        return;
    const ties = { ...(goesWith && { goesWith }), ...(needs && { needs }) };
    layer.add({ ...known, ...ties, facts: { ...known.facts, ...facts } });
}
/** With all that goes along, and what goes with that. */
function drop(layer, object, cascade) {
    const waiting = [layer.get(object) ?? object];
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
        const gone = [...dependents(layer, one), ...tied(layer, one, cascade)];
        layer.set(one, null);
        for (const dependent of gone) {
            layer.set(dependent, null);
            waiting.push(dependent);
        }
        if (cascade)
            forgetDefaults(layer, one);
    }
}
/** What goes with it by itself though it belongs to no table, and under CASCADE what needs it. */
function tied(layer, object, cascade) {
    const keys = (0,schema_needs/* keysOf */.YD)(object);
    const own = keys.flatMap((key) => layer.under(key).filter(({ goesWith }) => goesWith?.includes(key)));
    if (!cascade)
        return own;
    const needy = keys.flatMap((key) => layer.under(key).filter((known) => (0,schema_needs/* needsOf */.hN)(known).includes(key)));
    return [...own, ...needy, ...goesUnderCascade(object, layer)];
}
function forgetDefaults(layer, object) {
    for (const key of (0,schema_needs/* keysOf */.YD)(object)) {
        for (const column of layer.under(key)) {
            if (!(0,schema_needs/* needsOfDefault */.G2)(column).includes(key))
                continue;
            layer.add({ ...column, facts: { ...column.facts, default: undefined } });
        }
    }
}
/** A rename makes nothing new: what has it keeps its origin, and what was unknown was there before. */
function rename(layer, was, object) {
    const known = layer.get(was);
    const tied = tiedTo(layer, known ?? was);
    const own = dependents(layer, was);
    const inside = was.kind === 'column' && was.table !== undefined ? layer.related(was.table) : [];
    const outside = layer.related(was.name);
    layer.set(known ?? was, null);
    const origin = known?.origin ?? 'baseline';
    const partial = known === undefined && { partial: true };
    const facts = { ...known?.facts, ...object.facts };
    const renamed = { ...known, ...partial, ...object, facts, ...(0,parts/* tableOf */.c_)(known, was, object), origin };
    layer.add(renamed);
    for (const part of inside)
        layer.add((0,parts/* withColumn */.jO)(part, (0,objects/* lastName */.UK)(was.name), (0,objects/* lastName */.UK)(object.name)));
    for (const dependent of own) {
        if (was.kind === 'column')
            break;
        const name = (0,parts/* moved */.aW)(dependent.name, was, object);
        layer.set(dependent, null);
        layer.add({ ...dependent, name, ...(0,parts/* tableOf */.c_)(dependent, was, object) });
    }
    for (const other of outside) {
        const current = layer.get(other);
        if (current)
            layer.add((0,parts/* withTable */.Pq)(current, was.name, object.name));
    }
    for (const other of mentioning(was).flatMap((kind) => layer.every(kind))) {
        const facts = mentionsRenamed(other, was, object);
        if (facts)
            layer.add({ ...other, facts });
    }
    for (const other of tied)
        retie(layer, other, was, object);
    return renamed;
}
/** All that has the object's name, or one inside it, among its ties. */
function tiedTo(layer, object) {
    const inside = object.kind === 'schema'
        ? dependents(layer, object)
        : parts/* RELATIONS */.mP.some((kind) => kind === object.kind)
            ? layer.partsOf(object.name, 'column')
            : [];
    const keys = [object, ...inside].flatMap(schema_needs/* keysOf */.YD);
    return [...new Set(keys.flatMap((key) => layer.under(key)))];
}
function retie(layer, other, was, object) {
    const current = layer.get(other);
    if (current?.needs === undefined && current?.goesWith === undefined)
        return;
    const { needs = [], goesWith = [] } = current;
    const renamed = [needs, goesWith].map((keys) => (0,schema_needs/* renamedKeys */.j1)(keys, was.name, object.name));
    if (renamed[0] === needs && renamed[1] === goesWith)
        return;
    layer.add({ ...current, needs: renamed[0] ?? [], goesWith: renamed[1] ?? [] });
}
/** What goes when the object goes. */
function dependents(layer, object) {
    if (object.kind === 'schema')
        return layer.all().filter((known) => (0,parts/* diesWith */.S$)(known, object));
    if (object.kind === 'column' && object.table !== undefined) {
        const column = (0,objects/* lastName */.UK)(object.name);
        return layer.related(object.table).filter((known) => known.table === object.table && (0,parts/* uses */.r9)(known, column));
    }
    if (object.kind === 'constraint' && object.table !== undefined) {
        const name = (0,objects/* lastName */.UK)(object.name);
        return layer.partsOf(object.table, 'index').filter(({ facts }) => facts?.constraint === name);
    }
    return layer.related(object.name).filter((known) => (0,parts/* diesWith */.S$)(known, object));
}

// EXTERNAL MODULE: ./build/schema/effects/index.js + 8 modules
var effects = __webpack_require__(3163);
// EXTERNAL MODULE: ./build/sql/ast.js
var ast = __webpack_require__(3032);
;// CONCATENATED MODULE: ./build/schema/exposure.js


/** What an effect shows of one relation through another. */
function exposedBy({ change, object, was }) {
    if (was)
        return [{ relation: object.name, to: 'rows', through: object.name }];
    const { name, table, kind } = object;
    if (kind === 'table' || kind === 'foreign table') {
        const { partitionOf } = (object.facts ?? {});
        // A partition that is made as one is empty: what works on its rows is done at once.
        const parents = partitionOf ? [partitionOf] : (object.needs ?? []).filter((key) => !key.includes(' '));
        return parents.map((through) => ({ relation: name, to: change === 'alter' ? 'rows' : 'keys', through }));
    }
    if (kind === 'view') {
        const { reads = [] } = (object.facts ?? {});
        return [name, ...reads].map((relation) => ({ relation, to: 'rows', through: name }));
    }
    const { references } = kind === 'constraint' ? (object.facts ?? {}) : {};
    return references && table ? [{ relation: references.table, to: 'keys', through: table }] : [];
}
/** The tables that a statement adds to a publication: who subscribes copies them. */
function published(node) {
    const { pubobjects = [] } = (0,ast/* nodeOf */.E7)(node, 'CreatePublicationStmt') ?? (0,ast/* nodeOf */.E7)(node, 'AlterPublicationStmt') ?? {};
    return pubobjects.flatMap((item) => {
        const name = (0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(item, 'PublicationObjSpec')?.pubtable?.relation);
        return name ? [(0,objects/* fullName */.fq)(name)] : [];
    });
}

// EXTERNAL MODULE: ./build/schema/generated-names.js
var generated_names = __webpack_require__(7035);
;// CONCATENATED MODULE: ./build/schema/layer.js


class Layer {
    #parent;
    #slots = new Map();
    /** What belongs to a table, refers to it or needs it; the same for what else can be dropped, by its key. */
    #slotsByKey = new Map();
    #hasTemporary = false;
    constructor(parent) {
        this.#parent = parent;
    }
    find(kind, name) {
        return this.get({ kind, name });
    }
    /** A table's columns, constraints, indexes, triggers or policies. */
    partsOf(table, kind) {
        return this.related(table).filter((object) => object.kind === kind && object.table === table);
    }
    /** Other tables' foreign keys that reference the table, and its own that reference itself. */
    foreignKeysTo(table) {
        return this.related(table).filter((object) => (0,parts/* constraintOf */.vY)(object)?.references?.table === table);
    }
    /** The table's partitions, as far as the scripts name them. */
    partitionsOf(table) {
        return this.related(table).filter((object) => object.kind === 'table' && object.facts?.partitionOf === table);
    }
    /** The views that read a relation. */
    viewsOf(relation) {
        return this.under(relation).filter((object) => (object.kind === 'view' || object.kind === 'materialized view') &&
            (object.facts?.reads ?? []).includes(relation));
    }
    /** All objects of a kind. */
    every(kind) {
        return this.#known(this.#slotsOfKind(kind));
    }
    /** All objects. */
    all() {
        return this.#known(this.#allSlots());
    }
    /** A script made or dropped something of the name. */
    isHeardOf(name) {
        for (const slots of this.#slots.values())
            if (slots.has(name))
                return true;
        return this.#parent ? this.#parent.isHeardOf(name) : false;
    }
    /** Whether any temporary relation was made. */
    get mayHide() {
        return this.#hasTemporary || (this.#parent ? this.#parent.mayHide : false);
    }
    get(object) {
        const known = this.#slotNamed(object.kind, slotName(object))?.object ?? undefined;
        if (known !== undefined || object.kind !== 'function')
            return known;
        // Without arguments any function of the name is meant, and one whose arguments are unknown may be the one.
        const alike = this.under((0,schema_needs/* functionKey */.ay)(object.name)).filter((it) => it.kind === 'function' && it.name === object.name);
        return alike.findLast((it) => argumentsOf(object) === undefined || argumentsOf(it) === undefined);
    }
    #slotNamed(kind, name) {
        const own = this.#slots.get(kind)?.get(name);
        return own ?? (this.#parent ? this.#parent.#slotNamed(kind, name) : undefined);
    }
    set(of, object) {
        const { kind } = of;
        const name = slotName(of);
        const slots = this.#slots.get(kind) ?? new Map();
        const slot = slots.get(name) ?? { kind, name, object };
        slot.object = object;
        slots.set(name, slot);
        this.#slots.set(kind, slots);
        return slot;
    }
    add(object) {
        const slot = this.set(object, object);
        if (object.table !== undefined)
            this.#putUnder(object.table, slot);
        const other = (0,parts/* otherTable */.pn)(object);
        if (other !== undefined)
            this.#putUnder(other, slot);
        for (const key of (0,schema_needs/* needsOf */.hN)(object))
            this.#putUnder(key, slot);
        for (const key of (0,schema_needs/* needsOfDefault */.G2)(object))
            this.#putUnder(key, slot);
        for (const key of object.goesWith ?? [])
            this.#putUnder(key, slot);
        if (object.kind === 'function')
            this.#putUnder((0,schema_needs/* functionKey */.ay)(object.name), slot);
        if (object.name.startsWith('pg_temp.'))
            this.#hasTemporary = true;
    }
    #putUnder(key, slot) {
        const known = this.#slotsByKey.get(key);
        if (known)
            known.add(slot);
        else
            this.#slotsByKey.set(key, new Set([slot]));
    }
    /** What belongs to the table or refers to it. */
    related(table) {
        return this.#known(this.#slotsUnder(table)).filter((known) => known.table === table || (0,parts/* otherTable */.pn)(known) === table);
    }
    /** What is listed under a key, now. */
    under(key) {
        return this.#known(this.#slotsUnder(key));
    }
    /** What a layer has changed replaces what is below it. */
    #known(slots) {
        if (this.#parent === undefined)
            return slots.flatMap(({ object }) => object ?? []);
        return [...new Set(slots.flatMap(({ kind, name }) => this.#slotNamed(kind, name)?.object ?? []))];
    }
    #slotsUnder(table) {
        const below = this.#parent ? this.#parent.#slotsUnder(table) : [];
        return [...below, ...(this.#slotsByKey.get(table) ?? [])];
    }
    #slotsOfKind(kind) {
        const below = this.#parent ? this.#parent.#slotsOfKind(kind) : [];
        return [...below, ...(this.#slots.get(kind)?.values() ?? [])];
    }
    #allSlots() {
        const below = this.#parent ? this.#parent.#allSlots() : [];
        return [...below, ...[...this.#slots.values()].flatMap((slots) => [...slots.values()])];
    }
}
/** Functions of one name are told apart by their arguments. */
function slotName(object) {
    const given = object.kind === 'function' ? argumentsOf(object) : undefined;
    return given === undefined ? object.name : `${object.name}(${given.join(',')})`;
}
function argumentsOf({ facts }) {
    return facts?.arguments;
}

;// CONCATENATED MODULE: ./build/schema/unknown-names.js
/** Names that no script makes, and that an answer of a rule rests on. */
class UnknownNames {
    #asked = new Set();
    #kept = new Set();
    /** A rule asks about a name that no script makes. */
    ask(name) {
        this.#asked.add(name);
    }
    /** What was asked for since the last time; kept where a rule had something to say. */
    settle(isKept) {
        if (isKept)
            for (const name of this.#asked)
                this.#kept.add(name);
        this.#asked.clear();
    }
    /** As they are written in full, each once. */
    get names() {
        return [...this.#kept];
    }
}

;// CONCATENATED MODULE: ./build/schema/schema.js









/** A mutable replay: `apply` each statement in order, `fork` to try a script without keeping what it does. */
class Schema {
    #parent;
    #layer;
    /** What was judged by its name alone; one for all layers. */
    judged;
    /** Names that relations had before the change, and that it has taken from them. */
    #freed = new Set();
    /** What the change has dropped by its name. */
    #dropped = new Set();
    /** Names that a script makes itself: they are not there before it does. */
    #absent = new Set();
    #partial;
    /** Counts the change's transactions: what one has done others see when it has committed. */
    #transaction;
    /** `partial`: something may have existed before the change that no script shows. */
    constructor({ parent, partial = parent?.isPartial ?? false } = {}) {
        this.#parent = parent;
        this.judged = parent?.judged ?? new UnknownNames();
        this.#layer = new Layer(parent ? parent.#layer : undefined);
        this.#partial = partial;
        this.#transaction = parent ? parent.#transaction + 1 : 0;
    }
    /** A layer over this schema: what it changes is not seen here. */
    fork({ partial = this.#partial } = {}) {
        return new Schema({ parent: this, partial });
    }
    get isPartial() {
        return this.#partial;
    }
    /**
     * Takes over what a statement creates, changes and drops, and returns what it made, under the names that Postgres chose.
     * `guarded`: it is conditional, such as IF NOT EXISTS (SELECT …).
     */
    apply(node, origin, guarded = false) {
        let skipped = false;
        /** The old name of a rename that does nothing: it isn't dropped either. */
        let kept;
        const made = [];
        for (const effect of (0,effects/* effectsOf */.w)(node)) {
            const { change, object, conditional, implied = false, was, cascade = false } = this.#meant(effect);
            // IF NOT EXISTS on what exists does nothing: it stays what it was, and so does all that would come with it.
            if ((implied && skipped) || (change === 'drop' && object === kept))
                continue;
            skipped = change === 'create' && !was && (conditional || guarded) && this.#layer.get(object) !== undefined;
            // The same for IF EXISTS on what isn't there.
            if (was && conditional && this.#layer.get(was) === undefined)
                skipped = true;
            if (effect.ifThere !== undefined && !this.#isThere(effect.ifThere))
                skipped = true;
            if (skipped)
                kept = effect.was;
            if (skipped)
                continue;
            const gone = change === 'drop' ? object : was;
            if (gone && origin === 'change' && this.#relation(gone.name) === undefined)
                this.#freed.add(gone.name);
            if (change === 'drop') {
                if (origin === 'change')
                    this.#dropped.add((0,objects/* objectKey */.T5)(object));
                drop(this.#layer, object, cascade);
            }
            else if (change === 'alter')
                alter(this.#layer, object);
            else {
                const known = was
                    ? rename(this.#layer, was, object)
                    : { ...this.#withKeys(this.#named(object)), origin };
                if (!was)
                    this.#layer.add(known);
                made.push({ object: known, implied, ...(was && { was }) });
            }
            if (origin === 'change')
                for (const one of exposedBy({ ...effect, object }))
                    this.#expose(one);
        }
        if (origin === 'change')
            for (const one of published(node))
                this.#expose({ relation: one, to: 'keys', through: '' });
        return made;
    }
    /** Takes over whole scripts, with what their DO blocks run. `broke` gets a statement that it can't follow; else it throws. */
    replay(statements, origin, broke) {
        for (const statement of statements) {
            try {
                this.apply(statement.node, origin);
                for (const inner of statement.block?.statements ?? [])
                    this.apply(inner.node, origin, inner.conditional);
            }
            catch (error) {
                if (broke === undefined)
                    throw error;
                broke(statement, error);
            }
        }
    }
    find(kind, name) {
        return this.#layer.find(kind, name);
    }
    /** The object that is meant: a function by its arguments, where they are said. */
    known(object) {
        return this.#layer.get(object);
    }
    /** Whether the change has dropped what had the name, whatever has it now: nothing from before the change is left of it. */
    wasDropped(kind, name) {
        return this.#dropped.has((0,objects/* objectKey */.T5)({ kind, name })) || (this.#parent?.wasDropped(kind, name) ?? false);
    }
    /**
     * Whether the object of that name may exist although no script shows it: made by an ORM, or by a history that was squashed. An
     * index belongs to a table, of which the scripts tell all or nothing.
     */
    mayHold(name, kind = 'table') {
        if (!this.#partial || this.#isAbsent(name) || this.#layer.isHeardOf(name))
            return false;
        if (kind === 'index' && this.#layer.every('table').length > 0)
            return false;
        this.judged.ask(name);
        return true;
    }
    /** Registers what a script is going to create: a DROP … IF EXISTS before it is for the script's own second run. */
    expect(statements) {
        if (!this.#partial)
            return;
        for (const { change, object } of statements.flatMap(({ node }) => (0,effects/* effectsOf */.w)(node))) {
            if (change === 'create')
                this.#absent.add(object.name);
        }
    }
    /** A table's columns, constraints, indexes, triggers or policies. */
    partsOf(table, kind) {
        return this.#layer.partsOf(table, kind);
    }
    /** Other tables' foreign keys that reference the table, and its own that reference itself. */
    foreignKeysTo(table) {
        return this.#layer.foreignKeysTo(table);
    }
    /** The table's partitions, as far as the scripts name them. */
    partitionsOf(table) {
        return this.#layer.partitionsOf(table);
    }
    /** All objects of a kind. */
    every(kind) {
        return this.#layer.every(kind);
    }
    /** A transaction of the change has committed: others see what it has done. */
    commit() {
        this.#transaction++;
    }
    /**
     * A table, view or the like that this change created, and that others don't see yet: no other session can be waiting for it.
     * `lock`: what is taken; a weak one doesn't stop who only looks into it.
     */
    isNew(relation, lock = 'ACCESS EXCLUSIVE') {
        if (this.isTemporary(relation))
            return true;
        const known = this.#relation(relation);
        return known?.origin === 'change' && !this.#isExposed(known, lock);
    }
    #relation(name) {
        for (const kind of parts/* RELATIONS */.mP) {
            const known = this.#layer.get({ kind, name });
            if (known?.origin === 'change')
                return known;
        }
        return undefined;
    }
    #isExposed({ exposed }, lock) {
        const isSince = (transaction) => transaction !== undefined && transaction < this.#transaction;
        return isSince(exposed?.rows) || (isSince(exposed?.keys) && (0,locks/* compareLockModes */.tc)(lock, 'EXCLUSIVE') >= 0);
    }
    /** Others come to a new relation through one of theirs, or by a name that was of one; from there to its partitions. */
    #expose({ relation, to, through }) {
        const waiting = this.#isTheirs(through) || (relation === through && this.#hadName(relation)) ? [relation] : [];
        for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
            const known = this.#relation(name);
            if (known === undefined || known.exposed?.[to] !== undefined)
                continue;
            this.#layer.add({ ...known, exposed: { ...known.exposed, [to]: this.#transaction } });
            waiting.push(...this.partitionsOf(name).map((partition) => partition.name));
            if (known.kind === 'view')
                waiting.push(...(known.facts?.reads ?? []));
        }
    }
    #isThere(relation) {
        return parts/* RELATIONS */.mP.some((kind) => this.#layer.get({ kind, name: relation }) !== undefined);
    }
    /** It was there before the change, or others see it, or will when this transaction has committed. */
    #isTheirs(name) {
        const own = this.#relation(name);
        return own ? own.exposed?.rows !== undefined : !this.isTemporary(name);
    }
    /** A relation that was there before the change had the name. */
    #hadName(name) {
        return this.#freed.has(name) || (this.#parent ? this.#parent.#hadName(name) : false);
    }
    /** A temporary relation: it hides what else has its name, and goes with the session. */
    isTemporary(relation) {
        if (relation.startsWith('pg_temp.'))
            return true;
        if (!this.#layer.mayHide || !relation.startsWith('public.'))
            return false;
        const temporary = relation.replace('public.', 'pg_temp.');
        return parts/* RELATIONS */.mP.some((kind) => this.find(kind, temporary) !== undefined);
    }
    /** ALTER TABLE and ALTER INDEX rename and move any kind of relation. */
    #meant(effect) {
        const { was, object } = effect;
        if (was === undefined || !RENAMED_AS_TABLE.some((kind) => kind === was.kind) || this.#layer.get(was))
            return effect;
        const kind = RENAMED_AS_TABLE.find((other) => this.#layer.get({ kind: other, name: was.name }));
        return kind === undefined ? effect : { ...effect, object: { ...object, kind }, was: { ...was, kind } };
    }
    #isAbsent(name) {
        return this.#absent.has(name) || (this.#parent ? this.#parent.#isAbsent(name) : false);
    }
    /** A name that Postgres chooses avoids those that are taken. */
    #named(object) {
        if (object.kind !== 'constraint' || object.facts?.named !== false)
            return object;
        const name = (0,generated_names/* freeName */.I)(object.name, (name) => this.#layer.get({ kind: 'constraint', name }) !== undefined);
        return name === object.name ? object : { ...object, name };
    }
    /** USING INDEX: the columns are those of the index, if a script shows it. */
    #withKeys(object) {
        const { usingIndex } = object.facts ?? {};
        const index = usingIndex === undefined ? undefined : this.find('index', usingIndex);
        const columns = index?.facts?.columns?.flatMap((column) => column ?? []);
        return columns && index?.table === object.table ? { ...object, facts: { ...object.facts, columns } } : object;
    }
}
const RENAMED_AS_TABLE = [...parts/* RELATIONS */.mP, 'index'];


/***/ }),

/***/ 787:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G6: () => (/* binding */ timeoutMs),
/* harmony export */   Mf: () => (/* binding */ sessions),
/* harmony export */   f5: () => (/* binding */ settingsOf),
/* harmony export */   kL: () => (/* binding */ isTimeout)
/* harmony export */ });
/* harmony import */ var _sql_ast_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3032);

/** The session before each statement (manual, SET: "takes effect until the end of the current transaction"). */
function sessions(statements) {
    const state = new SessionSettings();
    return statements.map((statement) => {
        const before = state.session();
        const { node, transaction } = statement;
        const end = (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'TransactionStmt')?.kind;
        if (end === 'TRANS_STMT_BEGIN' || end === 'TRANS_STMT_START')
            state.begin();
        else if (end === 'TRANS_STMT_COMMIT' || end === 'TRANS_STMT_ROLLBACK' || end === 'TRANS_STMT_PREPARE') {
            state.end(end === 'TRANS_STMT_ROLLBACK' && transaction.kind !== 'none');
        }
        for (const { name, value, isLocal } of settingsOf(node)) {
            const setting = { value, by: statement };
            if (name === 'all')
                state.reset();
            else if (!isLocal)
                state.set(name, setting);
            else if (transaction.kind !== 'none')
                state.setLocal(name, setting);
        }
        state.next();
        return before;
    });
}
/** What is in force, and since which statement: a session of its own for each would take memory with the square of their number. */
class SessionSettings {
    #at = 0;
    #kept = new Map();
    #local = new Map();
    /** What to go back to when the transaction is rolled back. */
    #before = new Map();
    #history = new Map();
    /** As it is now, whatever comes later. */
    session() {
        const at = this.#at;
        const get = (name) => {
            const changes = this.#history.get(name) ?? [];
            let [low, high] = [0, changes.length];
            while (low < high) {
                const middle = (low + high) >> 1;
                if ((changes[middle]?.from ?? 0) <= at)
                    low = middle + 1;
                else
                    high = middle;
            }
            return changes[low - 1]?.setting;
        };
        return { get, has: (name) => get(name) !== undefined };
    }
    next() {
        this.#at++;
    }
    begin() {
        this.#before.clear();
    }
    end(isRolledBack) {
        const names = [...this.#local.keys()];
        this.#local.clear();
        if (isRolledBack) {
            for (const [name, setting] of this.#before) {
                if (setting)
                    this.#kept.set(name, setting);
                else
                    this.#kept.delete(name);
                names.push(name);
            }
        }
        this.#before.clear();
        for (const name of names)
            this.#note(name);
    }
    reset() {
        const names = [...this.#kept.keys(), ...this.#local.keys()];
        for (const name of this.#kept.keys())
            this.#remember(name);
        this.#kept.clear();
        this.#local.clear();
        for (const name of names)
            this.#note(name);
    }
    set(name, setting) {
        this.#remember(name);
        this.#kept.set(name, setting);
        this.#local.delete(name);
        this.#note(name);
    }
    setLocal(name, setting) {
        this.#local.set(name, setting);
        this.#note(name);
    }
    #remember(name) {
        if (!this.#before.has(name))
            this.#before.set(name, this.#kept.get(name));
    }
    /** It holds from the next statement on. */
    #note(name) {
        const changes = this.#history.get(name) ?? [];
        changes.push({ from: this.#at + 1, setting: this.#local.get(name) ?? this.#kept.get(name) });
        this.#history.set(name, changes);
    }
}
/** What a statement sets. */
function settingsOf(node) {
    const set = (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'VariableSetStmt');
    if (set)
        return variableSet(set);
    const targets = (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'SelectStmt')?.targetList ?? [];
    return targets.flatMap((target) => setConfig((0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(target, 'ResTarget')?.val) ?? []);
}
function variableSet(set) {
    const isLocal = set.is_local ?? false;
    if (set.kind === 'VAR_RESET_ALL')
        return [{ name: 'all', value: null, isLocal }];
    if (!set.name)
        return [];
    const value = set.kind === 'VAR_SET_VALUE' ? (set.args ?? []).map(constantText).join(', ') : null;
    return [{ name: set.name.toLowerCase(), value, isLocal }];
}
/** `SELECT set_config(name, value, is_local)` with constants. */
function setConfig(node) {
    const call = (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'FuncCall');
    const name = call?.funcname?.at(-1);
    if ((0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(name, 'String')?.sval !== 'set_config' || call?.args?.length !== 3)
        return undefined;
    const [setting, value, isLocal] = call.args.map((arg) => (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(arg, 'A_Const'));
    if (!setting?.sval?.sval)
        return undefined;
    return {
        name: setting.sval.sval.toLowerCase(),
        value: value?.sval?.sval ?? null,
        isLocal: isLocal?.boolval?.boolval ?? false,
    };
}
/** The text of a constant in SET: a word, a string or a number. */
function constantText(node) {
    const constant = (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'A_Const') ?? (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)((0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'TypeCast')?.arg, 'A_Const');
    if (constant?.ival)
        return String(constant.ival.ival ?? 0);
    return constant?.sval?.sval ?? constant?.fval?.fval ?? '';
}
const UNITS = { us: 0.001, ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 };
/** A limit for waiting or working: it changes whether a statement is stopped, never what it does. */
function isTimeout(name) {
    return name.endsWith('_timeout');
}
/** A timeout in milliseconds, 0 for none; undefined where the script leaves it to the server. */
function timeoutMs(session, name) {
    const value = session.get(name)?.value;
    if (value === null || value === undefined)
        return undefined;
    const [, number, unit = 'ms'] = /^\s*(-?[\d.]+)\s*([a-z]+)?\s*$/i.exec(value) ?? [];
    const factor = UNITS[unit.toLowerCase()];
    return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}


/***/ }),

/***/ 2402:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $A: () => (/* binding */ BUILT_IN),
/* harmony export */   DW: () => (/* binding */ columnType),
/* harmony export */   GW: () => (/* binding */ catalogType),
/* harmony export */   Jb: () => (/* binding */ columnsIn),
/* harmony export */   RT: () => (/* binding */ typeIdentity),
/* harmony export */   wQ: () => (/* binding */ typeText),
/* harmony export */   wk: () => (/* binding */ notNullColumns)
/* harmony export */ });
/* harmony import */ var _sql_ast_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3032);

const SERIALS = {
    smallserial: 'int2',
    serial2: 'int2',
    serial: 'int4',
    serial4: 'int4',
    bigserial: 'int8',
    serial8: 'int8',
};
/** Names that the grammar leaves as they are written though the catalogs spell them otherwise. */
const ALIASES = { character: 'bpchar', decimal: 'numeric', boolean: 'bool' };
function columnType(type) {
    const names = (type?.names ?? []).map((name) => (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(name, 'String')?.sval ?? '');
    if (!type || names.length === 0)
        return undefined;
    const own = names[0] === 'pg_catalog' || (names[0] === 'public' && names.length > 1) ? names.slice(1) : names;
    const spelled = own.join('.');
    const serial = SERIALS[spelled];
    return {
        name: serial ?? ALIASES[spelled] ?? spelled,
        modifiers: (type.typmods ?? []).map((mod) => (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(mod, 'A_Const')?.ival?.ival ?? 0),
        array: (type.arrayBounds ?? []).length > 0,
        serial: serial !== undefined,
    };
}
/** As SQL writes it. */
function typeText({ name, modifiers, array }) {
    return `${name}${modifiers.length > 0 ? `(${modifiers.join(', ')})` : ''}${array ? '[]' : ''}`;
}
/** What a signature tells types apart by: without modifiers. */
function typeIdentity(type) {
    return type ? `${type.name}${type.array ? '[]' : ''}` : '';
}
const FORMATTED = {
    bool: 'boolean',
    int2: 'smallint',
    int4: 'integer',
    int8: 'bigint',
    float4: 'real',
    float8: 'double precision',
    numeric: 'numeric',
    varchar: 'character varying',
    bpchar: 'character',
    timestamp: 'timestamp without time zone',
    timestamptz: 'timestamp with time zone',
    time: 'time without time zone',
    timetz: 'time with time zone',
    interval: 'interval',
};
/** As the catalogs write it in a name (format_type_be_qualified): SQL's own names have no schema. */
function catalogType({ name, array }) {
    const schema = name.includes('.') ? '' : BUILT_IN.test(name) ? 'pg_catalog.' : 'public.';
    return `${FORMATTED[name] ?? `${schema}${name}`}${array ? '[]' : ''}`;
}
/** Postgres' own types, which come before a user's of the same name where no schema is written. */
const BUILT_IN = /^(int[248]|float[48]|numeric|text|varchar|bpchar|bool|date|timetz?|timestamp(tz)?|interval|jsonb?|uuid|bytea|inet|char|name|oid|reg\w+|xid8?|cid|tid|cidr|macaddr8?|bit|varbit|money|point|line|lseg|box|path|polygon|circle|tsvector|tsquery|xml|jsonpath|pg_\w+|txid_snapshot|(int[48]|num|tsz?|tstz|date)(multi)?range|int2vector|oidvector|refcursor|record|void|trigger|event_trigger|any\w*|internal|cstring)$/;
/** The columns that an expression names, each once. */
function columnsIn(expression) {
    const names = new Set();
    (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .walk */ .GG)(expression, (tag, body) => {
        if (tag !== 'ColumnRef')
            return;
        const last = (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(body.fields?.at(-1), 'String')?.sval;
        if (last)
            names.add(last);
    });
    return [...names];
}
/** The columns of a condition that is nothing but `column IS NOT NULL`, joined by AND; undefined for any other. */
function notNullColumns(condition) {
    const columns = (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .conjuncts */ .im)(condition).map((part) => {
        const test = (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(part, 'NullTest');
        const fields = test?.nulltesttype === 'IS_NOT_NULL' ? (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(test.arg, 'ColumnRef')?.fields : undefined;
        return (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(fields?.at(-1), 'String')?.sval;
    });
    return columns.every((column) => column !== undefined) ? columns : undefined;
}


/***/ }),

/***/ 9699:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $J: () => (/* binding */ unknownFunction),
  tG: () => (/* binding */ volatileFunction)
});

// UNUSED EXPORTS: isVolatile

// EXTERNAL MODULE: ./build/sql/ast.js
var ast = __webpack_require__(3032);
;// CONCATENATED MODULE: ./build/schema/built-in-functions.js
/** Postgres' own functions that are not volatile, by name: those that SQL calls. Held against a server in test/proof/functions.test.ts. */
const NAMES = new Set(`abbrev abs acldefault acos acosd acosh age area array_dims array_fill array_length array_lower array_ndims
   array_position array_positions array_remove array_replace array_reverse array_sort array_to_json array_to_string
   array_to_tsvector array_upper ascii asin asind asinh atan atan2 atan2d atand atanh bit bit_count bit_length bool
   box bpchar broadcast btrim bytea cardinality casefold cash_words cbrt ceil ceiling center char char_length
   character_length chr cidr circle col_description concat concat_ws convert convert_from convert_to cos cosd cosh
   cot cotd crc32 crc32c current_database current_schema current_schemas current_setting current_user
   database_to_xml database_to_xml_and_xmlschema database_to_xmlschema date date_add date_bin date_part
   date_subtract date_trunc datemultirange daterange decode degrees diagonal diameter div encode enum_first enum_in
   enum_last enum_range enum_send erf erfc exp extract factorial family float4 float8 floor format format_type
   gamma gcd get_bit get_byte get_current_ts_config getdatabaseencoding getpgusername has_any_column_privilege
   has_column_privilege has_database_privilege has_foreign_data_wrapper_privilege has_function_privilege
   has_language_privilege has_largeobject_privilege has_parameter_privilege has_schema_privilege
   has_sequence_privilege has_server_privilege has_table_privilege has_tablespace_privilege has_type_privilege
   height host hostmask icu_unicode_version inet_client_addr inet_client_port inet_server_addr inet_server_port
   initcap int2 int4 int4multirange int4range int8 int8multirange int8range interval is_normalized isclosed isempty
   isfinite ishorizontal isopen isparallel isperp isvertical json_array_length json_build_array json_build_object
   json_object json_populate_record json_strip_nulls json_to_record json_to_tsvector json_typeof jsonb_array_length
   jsonb_build_array jsonb_build_object jsonb_insert jsonb_object jsonb_path_exists jsonb_path_exists_tz
   jsonb_path_match jsonb_path_match_tz jsonb_path_query_array jsonb_path_query_array_tz jsonb_path_query_first
   jsonb_path_query_first_tz jsonb_populate_record jsonb_populate_record_valid jsonb_pretty jsonb_set jsonb_set_lax
   jsonb_strip_nulls jsonb_to_record jsonb_to_tsvector jsonb_typeof justify_days justify_hours justify_interval lcm
   left length lgamma like like_escape line ln log log10 lower lower_inc lower_inf lpad lseg ltrim macaddr macaddr8
   macaddr8_set7bit make_date make_interval make_time make_timestamp make_timestamptz makeaclitem masklen md5
   min_scale mod money multirange mxid_age name nameconcatoid netmask network normalize notlike now npoints numnode
   num_nonnulls num_nulls numeric nummultirange numrange obj_description octet_length oid oidvectortypes overlaps
   overlay parse_ident path pclose phraseto_tsquery pi plainto_tsquery point polygon popen position pow power querytree
   quote_ident quote_literal quote_nullable radians radius range_merge regclass regexp_count regexp_instr
   regexp_like regexp_match regexp_replace regexp_split_to_array regexp_substr repeat replace reverse right round
   row_security_active row_to_json rpad rtrim scale schema_to_xml schema_to_xml_and_xmlschema schema_to_xmlschema
   session_user set_bit set_byte set_masklen setweight sha224 sha256 sha384 sha512 shobj_description sign
   similar_escape sin sind sinh slope split_part sqrt statement_timestamp string_to_array strip strpos substr
   substring system_user table_to_xml table_to_xml_and_xmlschema table_to_xmlschema tan tand tanh text time
   timestamp timestamptz timetz timezone to_ascii to_bin to_char to_date to_hex to_json to_jsonb to_number to_oct
   to_regclass to_regcollation to_regnamespace to_regoper to_regoperator to_regproc to_regprocedure to_regrole
   to_regtype to_regtypemod to_timestamp to_tsquery to_tsvector transaction_timestamp translate trim_array
   trim_scale trunc tsmultirange tsquery_phrase tsrange tstzmultirange tstzrange tsvector_to_array txid_current
   txid_current_if_assigned txid_current_snapshot txid_snapshot_xmax txid_snapshot_xmin txid_visible_in_snapshot
   unicode_assigned unicode_version unistr upper upper_inc upper_inf uuid_extract_timestamp uuid_extract_version
   varbit varchar version websearch_to_tsquery width width_bucket xid xml xml_is_well_formed
   xml_is_well_formed_content xml_is_well_formed_document xmlcomment xmlexists xmltext xmlvalidate xpath
   xpath_exists`.split(/\s+/));
/** Whether Postgres itself brings a function of that name that isn't volatile. What it calls `pg_…` is its own. */
function isStableBuiltIn(name) {
    return name.startsWith('pg_') || NAMES.has(name);
}

// EXTERNAL MODULE: ./build/schema/objects.js
var objects = __webpack_require__(883);
;// CONCATENATED MODULE: ./build/schema/volatility.js



/** What pg_proc of PostgreSQL 15 to 18 marks volatile and a default may well call; the rest reads or moves the server's own state. */
const BUILT_IN = new Set(`array_sample array_shuffle clock_timestamp current_query currval gen_random_uuid lastval lo_create lo_from_bytea nextval
   pg_current_wal_insert_lsn pg_current_wal_lsn pg_read_binary_file pg_read_file random random_normal set_config setval
   timeofday uuidv4 uuidv7`.split(/\s+/));
/** Of the extensions that ship with Postgres; they may be in any schema. */
const OF_EXTENSIONS = new Set('gen_random_bytes gen_salt uuid_generate_v1 uuid_generate_v1mc uuid_generate_v4'.split(' '));
/**
 * The first volatile function that the expression calls. now() and current_timestamp stay the same all through a
 * statement. An unknown function is not among them: see `unknownFunction`.
 */
function volatileFunction(expression, schema) {
    return firstCall(expression, (name) => {
        const own = name.schema === 'pg_catalog' ? undefined : schema.find('function', (0,objects/* fullName */.fq)(name))?.facts;
        return own?.volatility ? own.volatility === 'volatile' : isVolatile(name.name, name.schema);
    })?.name;
}
/** The first function that neither a script creates nor Postgres brings, as it is called. */
function unknownFunction(expression, schema) {
    const found = firstCall(expression, (name) => {
        if (name.schema === 'pg_catalog' || schema.find('function', (0,objects/* fullName */.fq)(name))?.facts?.volatility)
            return false;
        return !isVolatile(name.name, name.schema) && !(name.schema === undefined && isOfPostgres(name.name, schema));
    });
    return found && [found.schema, found.name].filter(Boolean).join('.');
}
/** Its own functions, and those of a type that an extension brings, which bear the type's name. */
function isOfPostgres(name, schema) {
    return isStableBuiltIn(name) || schema.find('extension', name) !== undefined;
}
function firstCall(expression, wanted) {
    let found;
    (0,ast/* walk */.GG)(expression, (tag, body) => {
        if (tag !== 'FuncCall' || found !== undefined)
            return;
        const parts = (body.funcname ?? []).map((part) => (0,ast/* nodeOf */.E7)(part, 'String')?.sval ?? '');
        const name = (0,ast/* namesToQualified */.qO)(parts);
        if (name && wanted(name))
            found = name;
    });
    return found;
}
/** Whether a function that Postgres or one of its extensions brings is volatile. */
function isVolatile(name, schema) {
    const builtIn = BUILT_IN.has(name) && (schema === undefined || schema === 'pg_catalog');
    return builtIn || (OF_EXTENSIONS.has(name) && schema !== 'pg_catalog');
}


/***/ }),

/***/ 3032:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ relationName),
/* harmony export */   Cm: () => (/* binding */ quoteIdentifier),
/* harmony export */   E7: () => (/* binding */ nodeOf),
/* harmony export */   GG: () => (/* binding */ walk),
/* harmony export */   Kz: () => (/* binding */ hasOption),
/* harmony export */   PQ: () => (/* binding */ sameTree),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   Vy: () => (/* binding */ display),
/* harmony export */   im: () => (/* binding */ conjuncts),
/* harmony export */   jA: () => (/* binding */ conditions),
/* harmony export */   qO: () => (/* binding */ namesToQualified),
/* harmony export */   sY: () => (/* binding */ listName)
/* harmony export */ });
/** The tree under a tag, or undefined where the node is something else. */
function nodeOf(node, tag) {
    return node && tag in node ? node[tag] : undefined;
}
/** The name in a RangeVar. */
function relationName(relation) {
    if (!relation?.relname)
        return undefined;
    // CREATE TEMP TABLE says so here; later statements name it without its schema.
    if (relation.relpersistence === 't')
        return { schema: 'pg_temp', name: relation.relname };
    return relation.schemaname ? { schema: relation.schemaname, name: relation.relname } : { name: relation.relname };
}
/** The name in a list of String nodes, as in DROP or ALTER TYPE. */
function listName(node) {
    const items = nodeOf(node, 'List')?.items ?? (nodeOf(node, 'String') && node ? [node] : []);
    return namesToQualified(items.map((item) => nodeOf(item, 'String')?.sval ?? ''));
}
/** The last two parts of a dotted name. */
function namesToQualified(parts) {
    const name = parts.at(-1);
    const schema = parts.at(-2);
    if (!name)
        return undefined;
    return schema ? { schema, name } : { name };
}
/** As people write it: without `public`, quoted where SQL needs it. */
function display({ schema, name }) {
    return schema && schema !== 'public' ? `${quoteIdentifier(schema)}.${quoteIdentifier(name)}` : quoteIdentifier(name);
}
/** Quotes an identifier where it would be read otherwise (reserved words are left to the reader). */
function quoteIdentifier(name) {
    return /^[a-z_][a-z0-9_$]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
/** Quotes an identifier whatever it is: for SQL that is sent, not shown. */
function quoted(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
/** The conditions that an expression joins with AND, at any depth; the expression itself where it joins none. */
function conjuncts(expression) {
    return parts(expression, ({ boolop }) => boolop === 'AND_EXPR');
}
/** What an expression joins with AND and OR, at any depth; the expression itself where it joins nothing. */
function conditions(expression) {
    return parts(expression, ({ boolop }) => boolop !== 'NOT_EXPR');
}
function parts(expression, joins) {
    const found = [];
    const waiting = expression === undefined ? [] : [expression];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
        const all = nodeOf(node, 'BoolExpr');
        if (all && joins(all))
            for (const arg of (all.args ?? []).toReversed())
                waiting.push(arg);
        else
            found.push(node);
    }
    return found;
}
/** Whether two trees, or parts of trees, are alike; their places in the file don't matter. */
function sameTree(one, other) {
    const waiting = [[one, other]];
    for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
        const [a, b] = pair;
        if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') {
            if (a !== b)
                return false;
            continue;
        }
        const [left, right] = [a, b];
        for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
            if (key !== 'location')
                waiting.push([left?.[key], right?.[key]]);
        }
    }
    return true;
}
/** Whether a list of options (DefElem) has one switched on. */
function hasOption(options, name) {
    return (options ?? []).some((option) => {
        const { defname, arg } = nodeOf(option, 'DefElem') ?? {};
        return defname === name && !isOff(arg);
    });
}
/** How an option is switched off: false, off or 0. A bare name switches it on. */
function isOff(arg) {
    const word = nodeOf(arg, 'String')?.sval?.toLowerCase();
    if (word !== undefined)
        return word === 'false' || word === 'off';
    // A zero is left out of the tree.
    const number = nodeOf(arg, 'Integer');
    return number !== undefined && !number.ival;
}
/**
 * Calls `visit` for each object with a tag in the tree, at any depth, in the order of the text. Without recursion: a chain of
 * operators is a tree as deep as it is long.
 */
function walk(node, visit) {
    const waiting = [node];
    const tags = [''];
    while (waiting.length > 0) {
        const value = waiting.pop();
        const tag = tags.pop() ?? '';
        if (value === null || typeof value !== 'object')
            continue;
        if (Array.isArray(value)) {
            for (let at = value.length - 1; at >= 0; at--) {
                waiting.push(value[at]);
                tags.push('');
            }
            continue;
        }
        if (tag !== '')
            visit(tag, value);
        // No entries, no pattern: this sees every node of every query.
        const from = waiting.length;
        for (const key in value) {
            const part = value[key];
            if (part === null || typeof part !== 'object')
                continue;
            waiting.push(part);
            tags.push(isTag(key) ? key : '');
        }
        turn(waiting, from);
        turn(tags, from);
    }
}
/** Turns the end of a list round, so that what came first is taken first. */
function turn(list, from) {
    for (let [low, high] = [from, list.length - 1]; low < high; low++, high--) {
        [list[low], list[high]] = [list[high], list[low]];
    }
}
/** A node's tag begins with a capital letter, a field's name with a small one. */
function isTag(key) {
    const first = key.charCodeAt(0);
    return first >= 65 && first <= 90;
}


/***/ }),

/***/ 5600:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ irreversibleReason),
/* harmony export */   V: () => (/* binding */ readDirectives)
/* harmony export */ });
/* harmony import */ var _positions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8992);

const DIRECTIVE = /^migration-safety:\s*(.*)$/is;
/** The reason is what makes it a decision: without one it is no directive. */
const IRREVERSIBLE = /^irreversible\s+(\S.*)$/is;
const IGNORE = /^(ignore-file|ignore)(?![\w-])\s*(.*)$/is;
const RULES = /^([a-z][a-z0-9-]*(?:\s*,\s*[a-z][a-z0-9-]*)*)\s*(.*)$/s;
/** Reads a script's directives; what can't be understood is a problem with its place, never silence. */
function readDirectives(script) {
    const directives = [];
    const problems = [];
    for (const comment of script.comments) {
        const body = DIRECTIVE.exec(comment.text)?.[1];
        if (body === undefined)
            continue;
        const location = _positions_js__WEBPACK_IMPORTED_MODULE_0__/* .LineMap */ .HU.of(script.file).location(script.file.path, comment.start, comment.end);
        if (IRREVERSIBLE.test(body.trim()))
            continue;
        const parsed = parseDirective(body.trim());
        if (typeof parsed === 'string')
            problems.push({ location, message: parsed });
        else
            directives.push({ ...parsed, location, statementStart: statementAfter(script, comment) });
    }
    return { directives, problems };
}
/** Why the migration has no way back, where its author says so in one of its scripts. */
function irreversibleReason(script) {
    for (const { text } of script.comments) {
        const body = DIRECTIVE.exec(text)?.[1] ?? '';
        const reason = IRREVERSIBLE.exec(body.trim())?.[1];
        if (reason !== undefined)
            return reason.trim();
    }
    return undefined;
}
function parseDirective(body) {
    const [, verb, rest = ''] = IGNORE.exec(body) ?? [];
    if (verb === undefined) {
        return `"${body}" is not a directive: write "ignore <rule> <reason>", "ignore-file <rule> <reason>" or "irreversible <reason>".`;
    }
    const [, rules, reason = ''] = RULES.exec(rest) ?? [];
    if (rules === undefined)
        return `${verb} names no rule: write "${verb} <rule> <reason>".`;
    if (reason.trim() === '')
        return `${verb} gives no reason: write why, after the rule's name.`;
    return {
        scope: verb.toLowerCase() === 'ignore-file' ? 'file' : 'statement',
        rules: rules.split(',').map((rule) => rule.trim()),
        reason: reason.trim(),
    };
}
function statementAfter(script, comment) {
    return script.statements.find((statement) => statement.comments.includes(comment))?.start ?? null;
}


/***/ }),

/***/ 2973:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ EXPECTATION_FORMS),
/* harmony export */   x: () => (/* binding */ expectationsOf)
/* harmony export */ });
const EXPECTATION_FORMS = 'rows = <n>, empty, not empty, value = <text>, all true, uses index <name>';
/** The expectations in the comments above a statement, in order. */
function expectationsOf(statement) {
    return statement.comments
        .flatMap((comment) => comment.text.split('\n'))
        .flatMap((line) => /^(?:\*\s*)?expect:\s*(.*)$/i.exec(line.trim())?.[1] ?? [])
        .map((text) => ({ text, expectation: parseExpectation(text) }));
}
function parseExpectation(text) {
    const rows = /^rows\s*=\s*(\d+)$/i.exec(text)?.[1];
    if (rows !== undefined)
        return { kind: 'rows', count: Number(rows) };
    const value = /^value\s*=\s*(.+)$/i.exec(text)?.[1];
    if (value !== undefined)
        return { kind: 'value', value: value.replace(/^'(.*)'$/s, '$1') };
    const index = /^uses index\s+(\S+)$/i.exec(text)?.[1];
    if (index !== undefined)
        return { kind: 'uses index', index };
    const plain = text.toLowerCase().replace(/\s+/g, ' ');
    return plain === 'empty' || plain === 'not empty' || plain === 'all true' ? { kind: plain } : null;
}


/***/ }),

<<<<<<<< HEAD:dist/504.cli.js
/***/ 4283:
========
/***/ 3714:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E7: () => (/* binding */ wordAt),
/* harmony export */   Ii: () => (/* binding */ lex),
/* harmony export */   Nm: () => (/* binding */ lineCommentEnd),
/* harmony export */   cu: () => (/* binding */ quotedEnd),
/* harmony export */   gv: () => (/* binding */ dollarEnd),
/* harmony export */   iM: () => (/* binding */ SENDS),
/* harmony export */   iY: () => (/* binding */ blockCommentEnd)
/* harmony export */ });
/**
 * Splits SQL text the way psql does (manual 4.1), without the grammar: it finds comments, statement ends and psql's own
 * commands even in text that Postgres would refuse, so that one bad statement hides nothing else.
 */
/** Every byte above 127 is a letter to Postgres. */
const IDENTIFIER = /[A-Za-z_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*/y;
/** The psql commands that send the statement before them, as a semicolon does. */
const SENDS = /^\\(?:g|gx|gset|gexec|gdesc|crosstabview|watch)\b/;
const COPY_FROM_STDIN = /^copy\b.*\bfrom\s+stdin\b/is;
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y;
/** Signs that operators are made of. A run of so many is no operator, and the grammar takes for ever to find that out. */
const SIGNS = '+-*/<>=~!@#%^&|`?';
/** It ends where a comment begins. */
const OPERATOR = /[-+*/<>=~!@#%^&|`?](?:(?!--|\/\*)[-+*/<>=~!@#%^&|`?])*/y;
const LONGEST_OPERATOR = 200;
/** Splits `sql`, beginning at `from`; `everySemicolon` ends a statement, also inside parentheses. Never throws: what is never closed ends with the text. Offsets are UTF-16 units. */
function lex(sql, from = 0, everySemicolon = false) {
    const out = emptyScript();
    let start = -1;
    let last = 0;
    let parens = 0;
    // BEGIN ATOMIC … END bodies hold semicolons of their own (CREATE FUNCTION, manual).
    let atomic = 0;
    let previousWord = '';
    let inner = [];
    let rowsMayFollow = true;
    const close = () => {
        if (start !== -1)
            out.statements.push({ start, end: last });
        start = -1;
        inner = [];
        parens = 0;
        atomic = 0;
        previousWord = '';
    };
    for (let i = from; i < sql.length;) {
        const char = sql[i];
        const next = sql[i + 1];
        if (char === ' ' || char === '\n' || char === '\t' || char === '\r' || char === '\f' || char === '\v') {
            i++;
            continue;
        }
        if ((char === '-' && next === '-') || (char === '/' && next === '*')) {
            i = takeComment(sql, i, out);
            continue;
        }
        if (char === '\\') {
            const end = lineEnd(sql, i);
            const command = sql.slice(i, end).trimEnd();
            out.metaCommands.push({ start: i, end: command.length + i });
            if (SENDS.test(command))
                close();
            i = end;
            continue;
        }
        if (char === ';' && ((parens === 0 && atomic === 0) || everySemicolon)) {
            const copies = start !== -1 && /^copy/i.test(sql.slice(start, start + 4));
            const rows = copies && rowsMayFollow && COPY_FROM_STDIN.test(sql.slice(start, last)) ? copiedRows(sql, i) : null;
            if (rows && rows.end > rows.start)
                out.metaCommands.push(rows);
            if (rows && rows.end === rows.start)
                rowsMayFollow = false;
            close();
            i = rows && rows.end > rows.start ? rows.end : i + 1;
            continue;
        }
        if (char === ';')
            inner.push(i);
        if (start === -1)
            start = i;
        const word = wordAt(sql, i);
        if (word !== null) {
            const escapes = /^e$/i.test(word) && sql[i + 1] === "'";
            const end = escapes ? quotedEnd(sql, i + 1, "'", true) : i + word.length;
            const upper = word.toUpperCase();
            atomic = atomicDepth(atomic, previousWord, upper);
            previousWord = upper;
            i = end;
        }
        else if (char === "'" || char === '"') {
            i = quotedEnd(sql, i, char, false);
        }
        else if (char === '$') {
            i = dollarEnd(sql, i);
        }
        else {
            if (char === '(')
                parens++;
            if (char === ')' && parens > 0)
                parens--;
            const end = SIGNS.includes(char ?? '') && SIGNS.includes(next ?? ' ') ? operatorEnd(sql, i) : i + 1;
            if (end - i > LONGEST_OPERATOR)
                out.longOperators.push(i);
            i = end;
        }
        last = i;
    }
    out.semicolonsInOpen = inner;
    close();
    return out;
}
function emptyScript() {
    return {
        statements: [],
        comments: [],
        metaCommands: [],
        unclosed: null,
        longOperators: [],
        semicolonsInOpen: [],
    };
}
/** Notes the comment that begins at `at`, and returns its end. */
function takeComment(sql, at, out) {
    const closed = sql[at] === '-' ? lineCommentEnd(sql, at) : blockCommentEnd(sql, at);
    const end = closed ?? sql.length;
    out.comments.push({ start: at, end });
    if (closed === null)
        out.unclosed = { start: at, end };
    return end;
}
/** How deep within BEGIN ATOMIC … END a word leaves us; CASE has an END of its own. */
function atomicDepth(depth, previousWord, word) {
    if (word === 'ATOMIC' && previousWord === 'BEGIN')
        return 1;
    if (depth === 0)
        return 0;
    return word === 'CASE' ? depth + 1 : word === 'END' ? depth - 1 : depth;
}
function operatorEnd(sql, at) {
    OPERATOR.lastIndex = at;
    return at + (OPERATOR.exec(sql)?.[0].length ?? 1);
}
function wordAt(sql, at) {
    // Digits and most signs: no need to ask the pattern.
    if ((sql.charCodeAt(at) | 32) < 97)
        return null;
    IDENTIFIER.lastIndex = at;
    return IDENTIFIER.exec(sql)?.[0] ?? null;
}
/** The lines from a COPY's semicolon to the line `\\.`; empty where that line never comes. */
function copiedRows(sql, semicolon) {
    const start = lineEnd(sql, semicolon) + 1;
    const terminator = /^\\\.\r?$/gm;
    terminator.lastIndex = start;
    const end = terminator.exec(sql);
    return end ? { start, end: end.index + 2 } : { start, end: start };
}
function lineEnd(sql, from) {
    const end = sql.indexOf('\n', from);
    return end === -1 ? sql.length : end;
}
/** A carriage return alone ends a comment too. */
function lineCommentEnd(sql, from) {
    LINE_END.lastIndex = from;
    return LINE_END.exec(sql)?.index ?? sql.length;
}
const LINE_END = /[\r\n]/g;
/** Block comments nest in SQL. Null where one never closes. */
function blockCommentEnd(sql, from) {
    let depth = 0;
    for (let i = from; i < sql.length; i++) {
        if (sql[i] === '/' && sql[i + 1] === '*') {
            depth++;
            i++;
        }
        else if (sql[i] === '*' && sql[i + 1] === '/') {
            depth--;
            i++;
            if (depth === 0)
                return i + 1;
        }
    }
    return null;
}
/** A doubled quote stays inside; a backslash escapes only in E'' strings. */
function quotedEnd(sql, from, quote, backslashes) {
    for (let i = from + 1; i < sql.length; i++) {
        if (backslashes && sql[i] === '\\')
            i++;
        else if (sql[i] === quote) {
            if (sql[i + 1] !== quote)
                return i + 1;
            i++;
        }
    }
    return sql.length;
}
function dollarEnd(sql, from) {
    DOLLAR_TAG.lastIndex = from;
    const tag = DOLLAR_TAG.exec(sql)?.[0];
    if (tag === undefined)
        return from + 1;
    const end = sql.indexOf(tag, from + tag.length);
    return end === -1 ? sql.length : end + tag.length;
}


/***/ }),

/***/ 3368:
>>>>>>>> rules17:dist/350.cli.js
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K4: () => (/* binding */ lockModeFromCatalog),
/* harmony export */   bx: () => (/* binding */ LOCK_MODES),
/* harmony export */   tc: () => (/* binding */ compareLockModes),
/* harmony export */   yJ: () => (/* binding */ blockedBy)
/* harmony export */ });
/** From weakest to strongest. */
const LOCK_MODES = [
    'ACCESS SHARE',
    'ROW SHARE',
    'ROW EXCLUSIVE',
    'SHARE UPDATE EXCLUSIVE',
    'SHARE',
    'SHARE ROW EXCLUSIVE',
    'EXCLUSIVE',
    'ACCESS EXCLUSIVE',
];
/** `AccessExclusiveLock`, as pg_locks writes it, to `ACCESS EXCLUSIVE`. */
function lockModeFromCatalog(mode) {
    const words = mode
        .replace(/Lock$/, '')
        .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
        .toUpperCase();
    return LOCK_MODES.find((known) => known === words);
}
/** Orders two modes by strength: negative where `a` is the weaker. */
function compareLockModes(a, b) {
    return LOCK_MODES.indexOf(a) - LOCK_MODES.indexOf(b);
}
/** Who waits while the lock is held: readers (SELECT), writers, VACUUM, other DDL (which takes at least SHARE UPDATE EXCLUSIVE). */
function blockedBy(mode) {
    switch (mode) {
        case 'ACCESS SHARE':
        case 'ROW SHARE':
            return [];
        case 'ROW EXCLUSIVE':
            return ['ddl'];
        case 'SHARE UPDATE EXCLUSIVE':
            return ['ddl', 'vacuum'];
        case 'SHARE':
        case 'SHARE ROW EXCLUSIVE':
        case 'EXCLUSIVE':
            return ['writes', 'ddl', 'vacuum'];
        case 'ACCESS EXCLUSIVE':
            return ['reads', 'writes', 'ddl', 'vacuum'];
    }
}


/***/ }),

/***/ 8632:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ needsTransaction)
/* harmony export */ });
/* harmony import */ var _ast_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3032);

/** CURSOR_OPT_HOLD: such a cursor outlives its transaction. */
const HOLD = 0x20;
/** What people call the statement; undefined where it runs by itself. */
function needsTransaction(node) {
    if ((0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'LockStmt'))
        return 'LOCK TABLE';
    const cursor = (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'DeclareCursorStmt');
    if (cursor)
        return ((cursor.options ?? 0) & HOLD) === 0 ? 'DECLARE CURSOR without HOLD' : undefined;
    switch ((0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'TransactionStmt')?.kind) {
        case 'TRANS_STMT_SAVEPOINT':
            return 'SAVEPOINT';
        case 'TRANS_STMT_RELEASE':
            return 'RELEASE SAVEPOINT';
        case 'TRANS_STMT_ROLLBACK_TO':
            return 'ROLLBACK TO SAVEPOINT';
        default:
            return undefined;
    }
}


/***/ }),

/***/ 6847:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ nonTransactional)
/* harmony export */ });
/* harmony import */ var _ast_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3032);

/** What makes the statement refuse a transaction; undefined where it runs in one. */
function nonTransactional(node) {
    if (node === null)
        return undefined;
    const form = concurrentForm(node);
    if (form !== undefined)
        return { form, concurrently: true };
    const other = otherForm(node);
    return other === undefined ? undefined : { form: other, concurrently: false };
}
/** REFRESH MATERIALIZED VIEW CONCURRENTLY is not here: it runs in a transaction. */
function concurrentForm(node) {
    if ((0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'IndexStmt')?.concurrent)
        return 'CREATE INDEX CONCURRENTLY';
    if ((0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'DropStmt')?.concurrent)
        return 'DROP INDEX CONCURRENTLY';
    if ((0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .hasOption */ .Kz)((0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'ReindexStmt')?.params, 'concurrently'))
        return 'REINDEX CONCURRENTLY';
    const detaches = ((0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'AlterTableStmt')?.cmds ?? []).some((item) => {
        const command = (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(item, 'AlterTableCmd');
        return command?.subtype === 'AT_DetachPartition' && (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(command.def, 'PartitionCmd')?.concurrent;
    });
    return detaches ? 'DETACH PARTITION CONCURRENTLY' : undefined;
}
function otherForm(node) {
    if ((0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'VacuumStmt')?.is_vacuumcmd)
        return 'VACUUM';
    if ('AlterSystemStmt' in node)
        return 'ALTER SYSTEM';
    if ('CreatedbStmt' in node)
        return 'CREATE DATABASE';
    if (movesDatabase(node))
        return 'ALTER DATABASE SET TABLESPACE';
    if ('DropdbStmt' in node)
        return 'DROP DATABASE';
    if ('CreateTableSpaceStmt' in node)
        return 'CREATE TABLESPACE';
    if ('DropTableSpaceStmt' in node)
        return 'DROP TABLESPACE';
    const subscription = subscriptionForm(node);
    if (subscription !== undefined)
        return subscription;
    switch ((0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'TransactionStmt')?.kind) {
        case 'TRANS_STMT_COMMIT_PREPARED':
            return 'COMMIT PREPARED';
        case 'TRANS_STMT_ROLLBACK_PREPARED':
            return 'ROLLBACK PREPARED';
    }
    if ((0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'DiscardStmt')?.target === 'DISCARD_ALL')
        return 'DISCARD ALL';
    const cluster = (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'ClusterStmt');
    if (cluster && !cluster.relation)
        return 'CLUSTER of all tables';
    switch ((0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'ReindexStmt')?.kind) {
        case 'REINDEX_OBJECT_SCHEMA':
            return 'REINDEX SCHEMA';
        case 'REINDEX_OBJECT_SYSTEM':
            return 'REINDEX SYSTEM';
        case 'REINDEX_OBJECT_DATABASE':
            return 'REINDEX DATABASE';
        default:
            return undefined;
    }
}
function movesDatabase(node) {
    const options = (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'AlterDatabaseStmt')?.options ?? [];
    return options.some((option) => (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(option, 'DefElem')?.defname === 'tablespace');
}
/** Those that connect to the publisher. DROP SUBSCRIPTION does so as well, but not for a subscription without a slot. */
function subscriptionForm(node) {
    const create = (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'CreateSubscriptionStmt');
    if (create) {
        const connects = isOnUnlessSaid(create.options, 'connect');
        return connects && isOnUnlessSaid(create.options, 'create_slot') ? 'CREATE SUBSCRIPTION' : undefined;
    }
    const alter = (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'AlterSubscriptionStmt');
    switch (alter?.kind) {
        case 'ALTER_SUBSCRIPTION_REFRESH':
            return 'ALTER SUBSCRIPTION … REFRESH PUBLICATION';
        case 'ALTER_SUBSCRIPTION_SET_PUBLICATION':
        case 'ALTER_SUBSCRIPTION_ADD_PUBLICATION':
        case 'ALTER_SUBSCRIPTION_DROP_PUBLICATION':
            return isOnUnlessSaid(alter.options, 'refresh') ? 'ALTER SUBSCRIPTION with refresh' : undefined;
        default:
            return undefined;
    }
}
function isOnUnlessSaid(options, name) {
    const said = (options ?? []).some((option) => (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(option, 'DefElem')?.defname === name);
    return !said || (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .hasOption */ .Kz)(options, name);
}


/***/ }),

<<<<<<<< HEAD:dist/504.cli.js
/***/ 8293:
========
/***/ 8992:
>>>>>>>> rules17:dist/350.cli.js
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ runsOf)
/* harmony export */ });
/** Neighbours of one layout that share a run's transaction, in order; every other migration by itself. */
function runsOf(migrations) {
    const runs = [];
    for (const migration of migrations) {
        const run = runs.at(-1);
        const before = run?.at(-1);
        if (before && run && shares(before, migration))
            run.push(migration);
        else
            runs.push([migration]);
    }
    return runs;
}
function shares(before, { layout, up }) {
    return up.transaction === 'per-run' && before.up.transaction === 'per-run' && before.layout === layout;
}


/***/ }),

/***/ 6829:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ failsByItself)
/* harmony export */ });
/* harmony import */ var _ast_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3032);

/**
 * The idioms that fail when something is wrong: a division, WHERE FALSE, a cast to reg…, an assertion function, pgTAP's
 * finish(), a column called ok.
 */
function failsByItself({ node }) {
    const select = (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(node, 'SelectStmt');
    if (select?.fromClause === undefined && callsFunction(select?.targetList))
        return true;
    if ((select?.targetList ?? []).some((target) => (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(target, 'ResTarget')?.name === 'ok'))
        return true;
    if (select?.fromClause?.every((item) => 'RangeFunction' in item))
        return callsByName(select.fromClause, ['finish', 'runtests']);
    if ((0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(select?.whereClause, 'A_Const')?.boolval)
        return true;
    let fails = false;
    (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .walk */ .GG)(node, (tag, body) => {
        if (tag === 'A_Expr' && JSON.stringify(body.name ?? []).includes('"/"'))
            fails = true;
        if (tag === 'TypeCast' && /^reg[a-z]+$/.test(columnTypeName(body.typeName)))
            fails = true;
    });
    return fails;
}
function callsFunction(targets) {
    return (targets ?? []).some((target) => (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)((0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(target, 'ResTarget')?.val, 'FuncCall') !== undefined);
}
function callsByName(tree, wanted) {
    let calls = false;
    (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .walk */ .GG)(tree, (tag, body) => {
        const name = (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(body.funcname?.at(-1), 'String')?.sval ?? '';
        if (tag === 'FuncCall' && wanted.includes(name))
            calls = true;
    });
    return calls;
}
function columnTypeName(type) {
    return (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(type?.names?.at(-1), 'String')?.sval ?? '';
}


/***/ }),

/***/ 4820:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ verdictFinding),
/* harmony export */   K: () => (/* binding */ VERDICT_CHECKS)
/* harmony export */ });
/* harmony import */ var _findings_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1654);
/** The checks on directives, and on required checks. */

const { checks: VERDICT_CHECKS, finding: verdictFinding } = (0,_findings_check_js__WEBPACK_IMPORTED_MODULE_0__/* .catalogue */ .sW)({
    'invalid-directive': {
        harm: 'decision',
        summary: 'A directive that can’t be understood ignores nothing',
        why: 'A misspelt rule or a missing reason would otherwise look as if the finding had been dealt with.',
        fix: 'Write `-- migration-safety: ignore <rule>[, <rule>] <reason>` above the statement, or `ignore-file <rule> <reason>`.',
    },
    'unused-ignore': {
        harm: 'decision',
        summary: 'An ignore directive matches no finding',
        why: 'A directive that outlives its reason hides the next finding of that rule.',
        fix: 'Delete the directive.',
    },
    'required-check-missing': {
        harm: 'stops',
        summary: 'A check that the settings require could not be made',
        why: 'The setting `required-checks` names what has to be proven before a merge. Where that could not even be tried, the result would be a silence that looks like a pass.',
        fix: 'Make the check possible: the message says what is missing (a server, a rollback, a validation script, an expectation). Or take it out of `required-checks`.',
    },
});


/***/ }),

/***/ 1731:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ differs),
/* harmony export */   DU: () => (/* binding */ lost),
/* harmony export */   FQ: () => (/* binding */ leaves),
/* harmony export */   HT: () => (/* binding */ sameFact),
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   Qr: () => (/* binding */ sameObject),
/* harmony export */   SQ: () => (/* binding */ scan),
/* harmony export */   Xm: () => (/* binding */ refusedOnRows),
/* harmony export */   dx: () => (/* binding */ grounded),
/* harmony export */   o0: () => (/* binding */ samePlace),
/* harmony export */   s2: () => (/* binding */ lock),
/* harmony export */   v8: () => (/* binding */ rewrite),
/* harmony export */   vl: () => (/* binding */ hazard),
/* harmony export */   xS: () => (/* binding */ factsOf),
/* harmony export */   yI: () => (/* binding */ touches)
/* harmony export */ });
/* harmony import */ var _sql_locks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3368);

function samePlace(a, b) {
    return a.path === b.path && a.start === b.start;
}
const lock = (mode, on) => ({ kind: 'lock', mode, on });
const scan = (of) => ({ kind: 'scan', of });
const rewrite = (of) => ({ kind: 'rewrite', of });
const refused = (sqlstate) => ({ kind: 'refused', sqlstate });
const refusedOnRows = (sqlstate) => ({ kind: 'refused on rows', sqlstate });
const leaves = ({ kind, name }) => ({ kind: 'leaves', object: { kind, name } });
const differs = ({ kind, name }) => ({ kind: 'differs', object: { kind, name } });
const lost = (of) => ({ kind: 'lost', of });
const hazard = (name, of) => ({ kind: 'hazard', name, ...(of !== undefined && { of }) });
/** A claim's facts, in order. */
function factsOf(claim) {
    if (claim === undefined)
        return [];
    return 'kind' in claim ? [claim] : claim;
}
/**
 * Whether the predicted fact is the observed one. Of a lock the two may name another mode: how strong it was is decided
 * by the evidence. What an earlier statement took is another lock than a weaker one that was predicted.
 */
function sameFact(said, seen) {
    const [a, b] = [said.fact, seen.fact];
    const here = samePlace(said.at, seen.at);
    switch (b.kind) {
        case 'lock':
            return a.kind === 'lock' && here && a.on === b.on;
        case 'waits':
            if (!here || (a.kind !== 'lock' && a.kind !== 'waits') || a.on !== b.on)
                return false;
            if (a.kind === 'waits')
                return samePlace(a.since, b.since);
            return samePlace(b.since, seen.at) || (0,_sql_locks_js__WEBPACK_IMPORTED_MODULE_0__/* .compareLockModes */ .tc)(a.mode, b.mode) >= 0;
        case 'scan':
        case 'rewrite':
            return a.kind === b.kind && here && a.of === b.of;
        case 'refused':
        case 'refused on rows':
            return a.kind === b.kind && here && a.sqlstate === b.sqlstate;
        case 'leaves':
        case 'differs':
            return a.kind === b.kind && sameObject(a.object, b.object);
        case 'lost':
            return a.kind === 'lost' && a.of === b.of;
        case 'hazard':
            return a.kind === 'hazard' && a.name === b.name && a.of === b.of && (a.of !== undefined || here);
    }
}
/** Whether the two names mean one object: the replay knows a function by its name, the catalogs by its arguments too. */
function sameObject(a, b) {
    return a.kind === b.kind && withoutArguments(a) === withoutArguments(b);
}
function withoutArguments({ kind, name }) {
    return kind === 'function' ? name.replace(/\(.*$/s, '') : name;
}
/** The fact with the relation's identity in the place of its name; undefined where that is unknown. */
function grounded(fact, identify) {
    if ('on' in fact) {
        const on = identify(fact.on);
        return on === undefined ? undefined : { ...fact, on };
    }
    if (fact.kind !== 'scan' && fact.kind !== 'rewrite')
        return fact;
    const of = identify(fact.of);
    return of === undefined ? undefined : { ...fact, of };
}
/** What a statement does to one relation. */
function touches(mode, relation, work = {}) {
    const { scans = false, rewrites = false } = work;
    return [lock(mode, relation), ...(scans ? [scan(relation)] : []), ...(rewrites ? [rewrite(relation)] : [])];
}


/***/ }),

/***/ 4144:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ SHARED_CHECKS)
/* harmony export */ });
const SHARED_CHECKS = {
    'down-leaves-object': {
        harm: 'rollback',
        summary: 'The rollback leaves behind something that the migration created',
        why: `A rollback that forgets an object doesn’t go back: the index still costs every write, the next attempt to migrate
fails because the name is taken, or IF NOT EXISTS hides that it is. The schema then differs between environments.`,
        fix: 'Drop in the rollback, in reverse order, everything that the migration creates.',
    },
    'lock-held-during-scan': {
        harm: 'blocks',
        summary: 'A transaction holds a strong lock while a later statement works through a table',
        why: 'Locks are kept to the end of the transaction. Each later statement that reads or writes many rows makes everybody wait who needs the locked table.',
        fix: 'Put the statement that takes the lock and the one that does the work into two transactions, the work first where that is possible.',
    },
    'no-lock-timeout': {
        harm: 'decision',
        summary: 'Without lock_timeout a waiting lock makes everybody wait',
        why: 'A lock request that waits behind a long query lets nobody pass who comes after it. Even a change that takes a millisecond then stops the table for as long as that query runs.',
        fix: "Set a limit before the first lock, and run the migration again when it is hit:\n`SET lock_timeout = '2s';`",
    },
};


/***/ })

};
