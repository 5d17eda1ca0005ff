export const id = 415;
export const ids = [415];
export const modules = {

/***/ 6415:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applicationQueries: () => (/* binding */ applicationQueries)
/* harmony export */ });
/* harmony import */ var _lexer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(186);
/* harmony import */ var _positions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8647);


/** What is between quotes and in comments is skipped; the rest is what a parameter can be. */
const TOKEN = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\$([A-Za-z_]\w*)?\$[\s\S]*?(?:\$\1\$|$)|::|:=|sqlc\.(?:n?arg|slice)\(\s*'?(\w+)'?\s*\)|sqlc\.embed\(\s*(\w+)\s*\)|(?<![\w:\]])[:@]([A-Za-z_]\w*)!?|\$(\d+)/g;
const NAME = /(?:^|\n)[ \t\r]{0,80}(?:--|\*|\/\*)?[ \t]{0,80}(?:name:\s*([\p{L}\p{N}_-]+)|@name\s+([\p{L}\p{N}_-]+))/u;
/** pgTyped: a list of values, of rows, or the fields of one row. */
const SPREAD = /@param\s+(\w+)\s*->\s*\(\s*(\(?)([^)]*)/g;
/** The queries of a file in order. Statements of psql or without text are left out. */
function applicationQueries(file) {
    const { statements } = (0,_lexer_js__WEBPACK_IMPORTED_MODULE_1__/* .lex */ .Ii)(file.text);
    const lines = _positions_js__WEBPACK_IMPORTED_MODULE_0__/* .LineMap */ .HU.of(file);
    let before = 0;
    return statements.map(({ start, end }) => {
        const comments = file.text.slice(before, start);
        before = end;
        const location = lines.location(file.path, start, end);
        const found = NAME.exec(comments) ?? NAME.exec(file.text.slice(start, end));
        return {
            name: found?.[1] ?? found?.[2] ?? `${file.path}:${location.line}`,
            sql: withNumberedParameters(file.text.slice(start, end), spreads(comments)),
            location,
        };
    });
}
/** How many values replace a pgTyped parameter. */
function spreads(comments) {
    const found = new Map();
    for (const [, name = '', , fields = ''] of comments.matchAll(SPREAD)) {
        found.set(name, fields.includes('...') ? 1 : fields.split(',').filter((field) => field.trim() !== '').length);
    }
    return found;
}
/** Every style of parameter as $1, $2, …; one name is one number. */
function withNumberedParameters(sql, spread) {
    const numbers = new Map();
    let next = 1;
    for (const [, digits] of sql.matchAll(/\$(\d+)/g))
        next = Math.max(next, Number(digits) + 1);
    return sql.replace(TOKEN, (token, ...[, argument, embedded, name, digits]) => {
        if (embedded !== undefined)
            return `${embedded}.*`;
        if (digits !== undefined)
            return token;
        const parameter = argument ?? name;
        if (parameter === undefined)
            return token;
        const count = spread.get(parameter);
        const own = numbers.get(parameter) ?? Array.from({ length: count ?? 1 }, () => next++);
        numbers.set(parameter, own);
        const list = own.map((number) => `$${number}`).join(', ');
        return count === undefined ? list : `(${list})`;
    });
}


/***/ })

};
