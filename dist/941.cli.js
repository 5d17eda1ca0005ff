export const id = 941;
export const ids = [941];
export const modules = {

/***/ 9941:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadGrammar: () => (/* binding */ loadGrammar)
});

// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
;// CONCATENATED MODULE: ./build/first-compiler.js
/** How V8 compiles WebAssembly in this process. */

/**
 * WebAssembly stays as V8's first compiler leaves it. By default V8 makes what runs often faster, and a process waits at its
 * end for what is being made: the grammar's largest function alone takes up to 400 ms and 600 MB, three times the check of
 * one file, and pays back after some thousand files; Postgres' own takes half the time of a rehearsal (measured on Node 20
 * to 26). V8 has no such settings for one thread or one module.
 */
function stayWithFirstCompiler() {
    (0,external_node_v8_.setFlagsFromString)('--no-wasm-tier-up');
    (0,external_node_v8_.setFlagsFromString)('--no-wasm-dynamic-tiering');
}

// EXTERNAL MODULE: ./build/usage-error.js
var usage_error = __webpack_require__(4516);
// EXTERNAL MODULE: ./build/sql/ast.js
var ast = __webpack_require__(1843);
;// CONCATENATED MODULE: ./build/sql/constant-string.js

/** The one value of `SELECT <expression>`, where constants, `||` and format() of constants make it up. */
function constantString(select) {
    return evaluate((0,ast/* nodeOf */.E7)((0,ast/* nodeOf */.E7)(select, 'SelectStmt')?.targetList?.[0], 'ResTarget')?.val);
}
function evaluate(node) {
    const constant = (0,ast/* nodeOf */.E7)(node, 'A_Const');
    if (constant)
        return constant.sval ? (constant.sval.sval ?? '') : undefined;
    const cast = (0,ast/* nodeOf */.E7)(node, 'TypeCast');
    if (cast)
        return evaluate(cast.arg);
    const operation = (0,ast/* nodeOf */.E7)(node, 'A_Expr');
    if ((0,ast/* nodeOf */.E7)(operation?.name?.[0], 'String')?.sval === '||') {
        const [left, right] = [evaluate(operation?.lexpr), evaluate(operation?.rexpr)];
        return left === undefined || right === undefined ? undefined : left + right;
    }
    const call = (0,ast/* nodeOf */.E7)(node, 'FuncCall');
    if ((0,ast/* nodeOf */.E7)(call?.funcname?.at(-1), 'String')?.sval !== 'format')
        return undefined;
    return formatted((call?.args ?? []).map(evaluate));
}
/** format() with %s, %I and %L in order (manual 9.4.1). */
function formatted([template, ...values]) {
    if (template === undefined || values.includes(undefined) || /%[^sIL%]/.test(template))
        return undefined;
    let next = 0;
    return template.replace(/%([sIL%])/g, (_, kind) => {
        if (kind === '%')
            return '%';
        const value = values[next++] ?? '';
        if (kind === 'I')
            return (0,ast/* quoteIdentifier */.Cm)(value);
        return kind === 'L' ? `'${value.replaceAll("'", "''")}'` : value;
    });
}

;// CONCATENATED MODULE: ./build/sql/do-block.js


/** Null for a block in another language, or one that the grammar refuses: nothing in it can be seen. */
function readDoBlock(node, sql, { parsePlpgsql, parseOne }) {
    if (languageOf(node) !== 'plpgsql')
        return null;
    let tree;
    try {
        tree = parsePlpgsql(sql);
    }
    catch {
        return null;
    }
    const block = { inner: [], dynamic: false };
    let searchFrom = 0;
    const add = (text, conditional) => {
        const offset = sql.indexOf(text, searchFrom);
        if (offset >= 0)
            searchFrom = offset + 1;
        block.inner.push({ sql: text, conditional, ...(offset >= 0 && { offset }) });
    };
    visit(tree, false, {
        sql: add,
        dynamic: (expression, conditional) => {
            const text = constantString(parseOne(`SELECT ${expression}`));
            if (text === undefined)
                block.dynamic = true;
            else
                add(text, conditional);
        },
    });
    return block;
}
/** The block's statements as rules see them; where a text isn't found word for word, the DO statement is its place. */
function blockOf(statement, read, { parseOne, locate }) {
    if (read === null)
        return { statements: [], opaque: true };
    let { dynamic: opaque } = read;
    const statements = read.inner.flatMap(({ sql, offset, conditional }) => {
        const node = parseOne(sql);
        if (node === undefined) {
            opaque = true;
            return [];
        }
        const start = statement.start + (offset ?? 0);
        const end = offset === undefined ? statement.end : start + sql.length;
        return [
            {
                index: statement.index,
                kind: Object.keys(node)[0] ?? 'unparsed',
                node,
                sql,
                start,
                end,
                location: locate(start, end),
                comments: [],
                transaction: { kind: 'block' },
                conditional,
            },
        ];
    });
    return { statements, opaque };
}
/** Statements that run what is in them under a condition, or repeatedly. */
const CONDITIONAL = new Set([
    'PLpgSQL_stmt_if',
    'PLpgSQL_stmt_case',
    'PLpgSQL_stmt_loop',
    'PLpgSQL_stmt_while',
    'PLpgSQL_stmt_fori',
    'PLpgSQL_stmt_fors',
    'PLpgSQL_stmt_forc',
    'PLpgSQL_stmt_foreach_a',
    'PLpgSQL_stmt_dynfors',
    'PLpgSQL_exception',
]);
function visit(tree, conditional, visitor) {
    if (Array.isArray(tree)) {
        for (const item of tree)
            visit(item, conditional, visitor);
        return;
    }
    if (tree === null || typeof tree !== 'object')
        return;
    for (const [key, value] of Object.entries(tree)) {
        if (key === 'PLpgSQL_stmt_execsql')
            visitor.sql(queryOf(value.sqlstmt), conditional);
        else if (key === 'PLpgSQL_stmt_dynexecute')
            visitor.dynamic(queryOf(value.query), conditional);
        else if (key === 'PLpgSQL_stmt_call')
            visitor.sql(queryOf(value.expr), conditional);
        else
            visit(value, conditional || CONDITIONAL.has(key), visitor);
    }
}
function queryOf(expression) {
    return expression?.PLpgSQL_expr?.query ?? '';
}
function languageOf(node) {
    const options = ((0,ast/* nodeOf */.E7)(node, 'DoStmt')?.args ?? []).flatMap((arg) => (0,ast/* nodeOf */.E7)(arg, 'DefElem') ?? []);
    const language = options.find(({ defname }) => defname === 'language');
    return language ? (0,ast/* nodeOf */.E7)(language.arg, 'String')?.sval?.toLowerCase() : 'plpgsql';
}

// EXTERNAL MODULE: ./build/sql/foreign-syntax.js
var foreign_syntax = __webpack_require__(6091);
// EXTERNAL MODULE: ./build/sql/lexer.js
var lexer = __webpack_require__(7805);
// EXTERNAL MODULE: ./build/sql/positions.js
var positions = __webpack_require__(8647);
;// CONCATENATED MODULE: ./build/sql/refused-forms.js
/** Forms that Postgres’ grammar knows only to refuse them, and what to write instead. */
const FORMS = [
    [
        /^(UNIQUE|PRIMARY KEY) constraints cannot be marked NOT VALID/,
        'These two need a whole index. Build it first with CREATE UNIQUE INDEX CONCURRENTLY, outside a transaction; then ALTER TABLE … ADD CONSTRAINT … USING INDEX takes it over at once.',
    ],
    [
        /^EXCLUDE constraints cannot be marked NOT VALID/,
        'Only CHECK, FOREIGN KEY and (since PostgreSQL 18) NOT NULL can be added NOT VALID: an exclusion constraint needs a maintenance window, or a new table that has it from the start.',
    ],
    [
        /^dropping an enum value is not implemented/,
        'No version of Postgres can drop an enum value. Leave it unused; or create a new type without it, change the columns over with USING column::text::new_type (which rewrites their tables), and drop the old type.',
    ],
];
/** How to mend what the grammar refused with this message. */
function refusedFormHelp(message) {
    return FORMS.find(([pattern]) => pattern.test(message))?.[1];
}

;// CONCATENATED MODULE: ./build/sql/transactions.js

/** One context for each statement. BEGIN itself runs outside the transaction that it opens, COMMIT inside. */
function transactionContexts(statements, mode) {
    // A simple query of one statement needs no implicit transaction (manual 54.2.2.1).
    const wrapped = mode !== 'autocommit' && !(mode === 'single-query' && statements.length === 1);
    const outside = wrapped ? { kind: 'layout', mode } : { kind: 'none' };
    let current = outside;
    return statements.map(({ node, location }) => {
        const { kind: command, chain } = (0,ast/* nodeOf */.E7)(node, 'TransactionStmt') ?? {};
        const before = current;
        if (command === 'TRANS_STMT_BEGIN' || command === 'TRANS_STMT_START') {
            if (current.kind !== 'explicit')
                current = { kind: 'explicit', begin: location };
        }
        else if (command !== undefined && ENDS.has(command) && chain) {
            // AND CHAIN opens the next transaction at once; outside one it is an error.
            if (current.kind !== 'none')
                current = { kind: 'explicit', begin: location };
        }
        else if (command !== undefined && ENDS.has(command)) {
            // COMMIT ends the tool's own transaction too: what follows runs by itself.
            current = mode === 'single-query' ? outside : { kind: 'none' };
        }
        return before;
    });
}
const ENDS = new Set([
    'TRANS_STMT_COMMIT',
    'TRANS_STMT_ROLLBACK',
    'TRANS_STMT_PREPARE',
]);

;// CONCATENATED MODULE: ./build/sql/parse.js








/** Loads the grammar (a WebAssembly module, about 20 ms): only where there is SQL to read. */
async function loadGrammar() {
    stayWithFirstCompiler();
    const { loadModule, parseSync, parsePlPgSQLSync, hasSqlDetails } = await __webpack_require__.e(/* import() */ 627).then(__webpack_require__.t.bind(__webpack_require__, 2627, 19));
    await loadModule();
    const parse = (sql, path) => {
        try {
            return parseSync(sql);
        }
        catch (error) {
            // What overflows the stack leaves the module unusable: a later call would never come back.
            if (error instanceof RangeError)
                throw new usage_error/* UsageError */.e(`${path}: ${TOO_DEEP}`);
            if (!hasSqlDetails(error))
                throw error;
            const at = Math.max(error.sqlDetails?.cursorPosition ?? 0, 0);
            const offset = (0,positions/* codePointToUtf16 */._f)(sql, at);
            const help = refusedFormHelp(error.message);
            const refusal = { message: shortened(error.message), ...(help !== undefined && { help }) };
            return { ...((0,foreign_syntax/* placeholderAt */.jM)(sql, offset) ?? refusal), offset };
        }
    };
    return {
        parseScript: (source) => {
            const script = parseScript(source, (sql) => parse(sql, source.file.path));
            withBlocks(script, (sql) => parse(sql, source.file.path), parsePlPgSQLSync);
            return script;
        },
    };
}
/** Reads what the script's DO blocks run. */
function withBlocks(script, parse, parsePlpgsql) {
    const parseOne = (sql) => {
        const result = parse(sql);
        return 'message' in result || result.stmts?.length !== 1 ? undefined : result.stmts[0]?.stmt;
    };
    let lines;
    for (const statement of script.statements) {
        if (statement.kind !== 'DoStmt')
            continue;
        lines ??= positions/* LineMap */.HU.of(script.file);
        statement.block = blockOf(statement, readDoBlock(statement.node, statement.sql, { parsePlpgsql, parseOne }), {
            parseOne,
            locate: (start, end) => lines.location(script.file.path, start, end),
        });
    }
}
const TOO_DEEP = 'A statement chains so many operators (more than about 10,000) that the parser can’t follow it. Split it, or leave its file out with the setting ignore.';
/**
 * Parses a script whole. Where the grammar refuses a statement, that one is set aside with its error and the rest is
 * parsed again without it, so that one broken statement never hides the others.
 */
function parseScript(source, parse) {
    const { file } = source;
    const lines = positions/* LineMap */.HU.of(file);
    const lexed = (0,lexer/* lex */.I)(source.sql);
    const refused = lexed.metaCommands.map((range) => ({ range, error: metaCommandError(source.sql, range) }));
    let sql = withoutMetaCommands(source.sql, lexed.metaCommands);
    let pieces = refused.length === 0 ? lexed.statements : (0,lexer/* lex */.I)(sql).statements;
    let parsed = [];
    if (pieces.length > 0) {
        let result = parse(sql);
        if ('message' in result) {
            const broken = refusals(sql, parse);
            refused.push(...broken);
            const ranges = broken.map(({ range }) => range).sort((a, b) => a.start - b.start);
            sql = blankOut(sql, ranges);
            pieces = (0,lexer/* lex */.I)(sql).statements;
            // The second look is for what the pieces alone didn't show.
            for (result = parse(sql); 'message' in result && pieces.length > 0; result = parse(sql)) {
                const { offset } = result;
                const guilty = pieces.findLast((piece) => piece.start <= offset) ?? pieces[0];
                refused.push({ range: guilty, error: result });
                pieces = pieces.filter((piece) => piece !== guilty);
                sql = blankOut(sql, [guilty]);
            }
        }
        if (!('message' in result))
            parsed = statementsOf(result, sql, lexed);
    }
    const found = [
        ...parsed.map(({ node, start, end }) => ({ node, start, end, error: null })),
        ...refused.map(({ range, error }) => ({ node: null, ...range, error })),
    ].sort((a, b) => a.start - b.start);
    const comments = lexed.comments.map((range) => {
        const line = lines.position(range.start).line;
        return { text: commentText(source.sql.slice(range.start, range.end)), ...range, line };
    });
    let nextComment = 0;
    const statements = found.map(({ node, start, end, error }, index) => {
        const own = [];
        const before = found[index - 1]?.end ?? 0;
        for (let comment = comments[nextComment]; comment && comment.start < start; comment = comments[++nextComment]) {
            // A comment inside the statement before speaks of nothing here.
            if (comment.start >= before)
                own.push(comment);
        }
        return {
            index,
            kind: node === null ? 'unparsed' : (Object.keys(node)[0] ?? 'unparsed'),
            node,
            sql: source.sql.slice(start, end),
            start,
            end,
            location: lines.location(file.path, start, end),
            comments: own,
            transaction: { kind: 'none' },
            ...(error && { syntaxError: syntaxError(error, errorLocation(lines, file.path, error, end)) }),
        };
    });
    transactionContexts(statements, source.transaction).forEach((context, i) => {
        const statement = statements[i];
        if (statement)
            statement.transaction = context;
    });
    return { ...source, parsedSql: sql, statements, comments };
}
/** How many statements are parsed at a time to find the broken ones: the work stays linear, however many are broken. */
const WINDOW = 256;
/** The statements that the grammar refuses, from front to back: what stands before an error has been accepted. */
function refusals(sql, parse) {
    const refused = [];
    let { statements: pieces, semicolonsInOpen: semicolons, comments } = (0,lexer/* lex */.I)(sql);
    for (let at = 0; at < pieces.length;) {
        const from = pieces[at]?.start ?? 0;
        const result = parse(sql.slice(from, pieces[at + WINDOW]?.start));
        if (!('message' in result)) {
            at += WINDOW;
            continue;
        }
        const error = { ...result, offset: from + result.offset };
        const last = comments.at(-1);
        if (last?.start === error.offset) {
            // A block comment that never ends: the statements before it are none the worse for it.
            refused.push({ range: last, error });
            sql = sql.slice(0, last.start);
            comments = [];
            continue;
        }
        while ((pieces[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= error.offset)
            at++;
        const piece = pieces[at++];
        const end = at === pieces.length ? semicolons.find((semicolon) => semicolon >= error.offset) : undefined;
        if (end === undefined) {
            refused.push({ range: piece, error });
            continue;
        }
        // Parentheses that never close hold the statements after them too: this one ends where it stopped making sense.
        refused.push({ range: { start: piece.start, end }, error });
        ({ statements: pieces, semicolonsInOpen: semicolons, comments } = (0,lexer/* lex */.I)(sql, end + 1));
        at = 0;
    }
    return refused;
}
/** The parse tree's spans begin at the end of the statement before: comments and space are not the statement. */
function statementsOf(result, sql, lexed) {
    const toUtf16 = (0,positions/* byteToUtf16 */.yA)(sql);
    const commentByEnd = new Map(lexed.comments.map((comment) => [comment.end, comment]));
    let comment = 0;
    return (result.stmts ?? []).flatMap(({ stmt, stmt_location = 0, stmt_len }) => {
        if (stmt === undefined)
            return [];
        let start = toUtf16(stmt_location);
        const end = stmt_len ? toUtf16(stmt_location + stmt_len) : sql.length;
        for (;;) {
            while (start < end && SPACE.test(sql[start] ?? ''))
                start++;
            while ((lexed.comments[comment]?.end ?? Number.POSITIVE_INFINITY) <= start)
                comment++;
            const next = lexed.comments[comment];
            if (next === undefined || next.start !== start)
                break;
            start = next.end;
        }
        return [{ node: stmt, start, end: trimmedEnd(sql, start, end, commentByEnd) }];
    });
}
/** What the grammar skips; a no-break space is a letter to it. */
const SPACE = /[ \t\n\r\f\v]/;
const SPACE_OR_END = /[ \t\n\r\f\v;]/;
/** Where a statement's own text ends: before trailing space and comments. */
function trimmedEnd(sql, start, end, commentByEnd) {
    let at = end;
    for (;;) {
        const trailing = commentByEnd.get(at);
        if (trailing !== undefined && trailing.start > start)
            at = trailing.start;
        else if (at > start && SPACE_OR_END.test(sql[at - 1] ?? ''))
            at--;
        else
            return at;
    }
}
/** Blanks the ranges, which are in order, and keeps all else in its place. */
function blankOut(sql, ranges) {
    let rest = '';
    let at = 0;
    for (const { start, end } of ranges) {
        rest += sql.slice(at, start) + (0,positions/* maskOutside */.ms)(sql.slice(start, end), []);
        at = end;
    }
    return rest + sql.slice(at);
}
function withoutMetaCommands(sql, ranges) {
    if (ranges.length === 0)
        return sql;
    const blanked = blankOut(sql, ranges);
    // \gexec and its like end the statement before them.
    return ranges
        .filter(({ start, end }) => lexer/* SENDS */.i.test(sql.slice(start, end)))
        .reduce((text, { start }) => `${text.slice(0, start)};${text.slice(start + 1)}`, blanked);
}
function metaCommandError(sql, range) {
    const text = sql.slice(range.start, range.end);
    return { ...(text.startsWith('\\') ? (0,foreign_syntax/* psqlCommand */.K9)(text) : foreign_syntax/* COPIED_ROWS */.F$), offset: range.start };
}
function syntaxError({ message, help }, location) {
    return { message, location, ...(help !== undefined && { help }) };
}
function errorLocation(lines, path, error, end) {
    const start = Math.min(error.offset, Math.max(end - 1, 0));
    return lines.location(path, start, Math.max(end, start + 1));
}
/** The grammar quotes all that follows an unterminated string: one line of it is enough. */
function shortened(message) {
    return message.replace(/ at or near "(.*)"$/s, (whole, near) => {
        const line = near.split(/\r?\n/, 1)[0]?.slice(0, 60) ?? '';
        return line === near ? whole : ` at or near "${line}…"`;
    });
}
function commentText(comment) {
    if (comment.startsWith('--'))
        return comment.slice(2).trim();
    return comment.replace(/^\/\*+|\*+\/$/g, '').trim();
}


/***/ })

};
