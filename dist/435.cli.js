export const id = 435;
export const ids = [435];
export const modules = {

/***/ 1435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lint: () => (/* binding */ lint)
/* harmony export */ });
/* harmony import */ var _built_in_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2702);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6616);
/** Runs the rules over the changed migrations. Pure: no server is asked. */


/**
 * What the rules say about the changed migrations, in order. `schema` is the schema before the first of them; it is
 * taken over to what the migrations leave.
 */
function lint(migrations, schema, options) {
    const predictions = [];
    for (const migration of migrations) {
        const visit = (script, state) => {
            if (script)
                predictions.push(...lintScript(script, migration, state, options));
        };
        visit(migration.up, schema);
        visit(migration.verify, schema.fork());
        visit(migration.maintenance, schema.fork());
        visit(migration.down, schema.fork());
    }
    return predictions;
}
function lintScript(script, migration, schema, { rules, postgresVersion }) {
    const predictions = [];
    const wanted = rules.filter(({ roles = _rule_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_ROLES */ .q }) => roles.includes(script.role));
    if (script.role === 'up' && script.statements.length === 0)
        predictions.push(emptyMigration(script));
    for (const statement of script.statements) {
        if (statement.syntaxError)
            predictions.push(syntaxError(statement, script));
        for (const rule of wanted) {
            if (statement.node === null || (rule.statements && !rule.statements.includes(statement.kind)))
                continue;
            const report = (problem) => {
                predictions.push(predict(rule.id, rule.severity, script, statement, problem));
            };
            rule.check(statement, { migration, script, schema, postgresVersion, report });
        }
        schema.apply(statement.node, 'change');
    }
    return predictions;
}
function predict(rule, severity, script, statement, problem) {
    const { message, help, location = statement.location, claim, related, fixes } = problem;
    return {
        finding: {
            rule,
            severity,
            evidence: 'static',
            ...location,
            message,
            help,
            statement: statement.sql,
            ...(related && { related }),
            ...(fixes?.some(({ edits }) => edits.length > 0) && { fixes }),
        },
        at: { path: script.file.path, start: statement.start },
        ...(claim && { claim }),
    };
}
function syntaxError(statement, script) {
    const { message, location } = statement.syntaxError ?? { message: '', location: statement.location };
    const text = `Postgres’ grammar refuses this statement: ${message}.`;
    return {
        finding: (0,_built_in_js__WEBPACK_IMPORTED_MODULE_0__/* .builtInFinding */ .l)('syntax-error', location, text, { statement: statement.sql }),
        at: { path: script.file.path, start: statement.start },
        claim: { sqlstate: '42601' },
    };
}
function emptyMigration({ file }) {
    const location = { path: file.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
    return {
        finding: (0,_built_in_js__WEBPACK_IMPORTED_MODULE_0__/* .builtInFinding */ .l)('empty-migration', location, 'The migration holds no statement.'),
        at: { path: file.path, start: 0 },
    };
}


/***/ })

};
