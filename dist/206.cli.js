export const id = 206;
export const ids = [206];
export const modules = {

/***/ 6091:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F$: () => (/* binding */ COPIED_ROWS),
/* harmony export */   K9: () => (/* binding */ psqlCommand),
/* harmony export */   jM: () => (/* binding */ placeholderAt),
/* harmony export */   sn: () => (/* binding */ BYTE_ORDER_MARK)
/* harmony export */ });
/**
 * What is in migration files and is no SQL: commands of psql, the rows of a COPY, and placeholders that some tool
 * fills in. Each gets its own message: "syntax error at or near" doesn't help an author who wrote it on purpose.
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
/** The character before all others, which no statement begins with. */
const BYTE_ORDER_MARK = {
    message: 'the byte order mark at the file’s beginning is no SQL, and this tool sends it',
    help: 'Save the file as UTF-8 without a byte order mark.',
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

/***/ 2206:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadGrammar: () => (/* binding */ loadGrammar)
});

// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
;// CONCATENATED MODULE: ./build/system/first-compiler.js
/** How V8 compiles WebAssembly in this process. */

/**
 * WebAssembly stays as V8's first compiler leaves it, which reads a function when it is first called. By default V8 makes
 * what runs often faster, and a process waits at its end for what is being made: the grammar's largest function alone takes
 * up to 400 ms and 600 MB, three times the check of one file, and 2,000 files are read no faster for it; Postgres' own takes
 * half the time of a rehearsal (measured on Node 20 and 24). V8 has no such settings for one thread or one module.
 */
function stayWithFirstCompiler() {
    (0,external_node_v8_.setFlagsFromString)('--no-wasm-tier-up');
    (0,external_node_v8_.setFlagsFromString)('--no-wasm-dynamic-tiering');
    (0,external_node_v8_.setFlagsFromString)('--wasm-lazy-validation');
}

// EXTERNAL MODULE: ./build/sql/ast.js
var ast = __webpack_require__(1843);
;// CONCATENATED MODULE: ./build/sql/constant-string.js

/** The one value of `SELECT <expression>`, where constants, `||` and format() of constants make it up. */
function constantString(select) {
    return evaluate((0,ast/* nodeOf */.E7)((0,ast/* nodeOf */.E7)(select, 'SelectStmt')?.targetList?.[0], 'ResTarget')?.val, 0);
}
/** What is nested deeper was not written by hand. */
const DEEPEST = 500;
function evaluate(node, depth) {
    if (depth > DEEPEST)
        return undefined;
    const constant = (0,ast/* nodeOf */.E7)(node, 'A_Const');
    if (constant)
        return constant.sval ? (constant.sval.sval ?? '') : undefined;
    const cast = (0,ast/* nodeOf */.E7)(node, 'TypeCast');
    if (cast)
        return evaluate(cast.arg, depth + 1);
    const operation = (0,ast/* nodeOf */.E7)(node, 'A_Expr');
    if ((0,ast/* nodeOf */.E7)(operation?.name?.[0], 'String')?.sval === '||') {
        return joined(node, depth);
    }
    const call = (0,ast/* nodeOf */.E7)(node, 'FuncCall');
    if ((0,ast/* nodeOf */.E7)(call?.funcname?.at(-1), 'String')?.sval !== 'format')
        return undefined;
    return formatted((call?.args ?? []).map((arg) => evaluate(arg, depth + 1)));
}
/** `a || b || c`, which is a tree as deep as the chain is long. */
function joined(chain, depth) {
    const parts = [];
    let left = chain;
    for (;;) {
        const operation = (0,ast/* nodeOf */.E7)(left, 'A_Expr');
        const isChain = (0,ast/* nodeOf */.E7)(operation?.name?.[0], 'String')?.sval === '||';
        const part = evaluate(isChain ? operation?.rexpr : left, depth + 1);
        if (part === undefined)
            return undefined;
        parts.push(part);
        if (!isChain)
            return parts.reverse().join('');
        left = operation?.lexpr;
    }
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
    const tree = parsePlpgsql(sql);
    if (tree === undefined)
        return null;
    const block = { inner: [], dynamic: false };
    let searchFrom = 0;
    const add = (text, conditional) => {
        const offset = sql.indexOf(text, searchFrom);
        if (offset >= 0)
            searchFrom = offset + 1;
        block.inner.push({ sql: text, conditional, ...(offset >= 0 && { offset }) });
    };
    visit(tree, {
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
    const asWritten = statement.sql.length === statement.end - statement.start;
    const statements = read.inner.flatMap(({ sql, offset, conditional }) => {
        const node = parseOne(sql);
        if (node === undefined) {
            opaque = true;
            return [];
        }
        const found = offset !== undefined && asWritten;
        const start = statement.start + (found ? offset : 0);
        const end = found ? start + sql.length : statement.end;
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
/** In the order of the text, and without recursion: the nesting of blocks has no limit. */
function visit(root, visitor) {
    const waiting = [{ key: '', tree: root, conditional: false }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { key, conditional } = next;
        const tree = next.tree;
        if (tree === null || typeof tree !== 'object')
            continue;
        if (key === 'PLpgSQL_stmt_execsql')
            visitor.sql(queryOf(tree.sqlstmt), conditional);
        else if (key === 'PLpgSQL_stmt_dynexecute')
            visitor.dynamic(queryOf(tree.query), conditional);
        else if (key === 'PLpgSQL_stmt_call')
            visitor.sql(queryOf(tree.expr), conditional);
        else {
            const inside = Object.entries(tree).map(([name, part]) => {
                const label = Array.isArray(tree) ? '' : name;
                return { key: label, tree: part, conditional: conditional || CONDITIONAL.has(label) };
            });
            for (const part of inside.reverse())
                waiting.push(part);
        }
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
;// CONCATENATED MODULE: ./build/sql/pg-query.js
let loaded;
/** Loads the module, about 20 ms; once in a process. */
function loadPgQuery() {
    loaded ??= load();
    return loaded;
}
async function load() {
    const { default: createModule } = await __webpack_require__.e(/* import() */ 995).then(__webpack_require__.t.bind(__webpack_require__, 3995, 19));
    // When its memory is used up it prints where it went; the answer says that the text was not read.
    return callsTo(await createModule({ printErr: () => { } }));
}
const CONSTANTS = 2 * 1024 * 1024;
/** Each overflow leaves less of the module's own stack, of which there are 33 MB: some 40 use it up (measured). */
const MOST_OVERFLOWS = 10;
/** After so many, no longer text is tried. A shorter one can't overflow: a level takes two characters, and there is room for 7,000. */
const SURELY_FITS = 10_000;
function callsTo(module) {
    // All that a new module has in its memory is 1 MB of constants at the beginning; then come its stack and its heap, all zero.
    const fresh = module.HEAPU8.slice(0, CONSTANTS);
    let overflows = 0;
    /** Undefined where the module gave up. */
    const withText = (sql, sure, call) => {
        if (overflows >= MOST_OVERFLOWS && sql.length > SURELY_FITS && !sure)
            return undefined;
        try {
            const room = module.lengthBytesUTF8(sql) + 1;
            const query = module._malloc(room);
            module.stringToUTF8(sql, query, room);
            const result = call(query);
            module._free(query);
            return result;
        }
        catch {
            overflows++;
            module.HEAPU8.set(fresh);
            module.HEAPU8.fill(0, fresh.length);
            return undefined;
        }
    };
    return {
        parse: (sql, sure = false) => withText(sql, sure, (query) => answerAt(module, module._wasm_parse_query_raw(query))) ?? { tooDeep: true },
        parsePlpgsql: (sql) => withText(sql, false, (query) => {
            const pointer = module._wasm_parse_plpgsql(query);
            const text = module.UTF8ToString(pointer);
            module._wasm_free_string(pointer);
            // Anything else is what is wrong with it.
            return text.startsWith('{') ? JSON.parse(text) : undefined;
        }),
    };
}
/** Reads a PgQueryParseResult and frees it. */
function answerAt(module, result) {
    const [tree, , error] = [0, 4, 8].map((offset) => module.getValue(result + offset, 'i32'));
    let answer;
    if (error) {
        const message = module.UTF8ToString(module.getValue(error, 'i32'));
        answer = { problem: { message, position: Math.max(module.getValue(error + 16, 'i32') - 1, 0) } };
    }
    else {
        answer = { tree: JSON.parse(module.UTF8ToString(tree ?? 0)) };
    }
    module._wasm_free_parse_result(result);
    return answer;
}

// EXTERNAL MODULE: ./build/sql/positions.js
var positions = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/sql/lexer.js
var lexer = __webpack_require__(186);
;// CONCATENATED MODULE: ./build/sql/refused-forms.js
/** Forms that Postgres' grammar knows only to refuse them, and what to write instead. */
const FORMS = [
    [
        /^unterminated \/\* comment/,
        'Close the comment with */. Comments nest in SQL: each /* inside it needs a */ of its own. Until then nothing after it is SQL, and none of it runs.',
    ],
    [
        /^unterminated quoted string/,
        "Close the string with ' where it ends; a quote inside it is written twice (''). Until then all that follows belongs to it, and none of it runs.",
    ],
    [
        /^unterminated dollar-quoted string/,
        'Repeat the tag that opened the string ($$, $body$) where it ends, letter for letter. Until then all that follows belongs to it, and none of it runs.',
    ],
    [
        /^unterminated quoted identifier/,
        'Close the name with " where it ends; a quote inside it is written twice (""). Until then all that follows belongs to it, and none of it runs.',
    ],
    [
        /^unterminated (bit|hexadecimal) string/,
        "Close the literal with ' where it ends. Until then all that follows belongs to it, and none of it runs.",
    ],
    [
        /^memory exhausted/,
        'It is nested more deeply than Postgres’ parser goes (some thousand levels): nest it less deeply, or split it.',
    ],
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
/** How to repair what the grammar refused with this message. */
function refusedFormHelp(message) {
    return FORMS.find(([pattern]) => pattern.test(message))?.[1];
}

;// CONCATENATED MODULE: ./build/sql/statements.js

/** What was read and what was refused, in the order and at the places of the file. */
function assembled(source, lexed, parsed, refused) {
    const { file } = source;
    const lines = positions/* LineMap */.HU.of(file);
    const inFile = (0,positions/* fileOffsets */.jZ)(source);
    const found = [
        ...parsed.map(({ node, start, end }) => ({ node, start, end, error: null })),
        ...refused.map(({ range, error }) => ({
            ...{ node: null, ...range },
            error: { ...error, offset: inFile(error.offset) },
        })),
    ]
        .sort((a, b) => a.start - b.start)
        .map((one) => ({
        ...one,
        text: source.sql.slice(one.start, one.end),
        rows: rowsOf(one, source.sql, lexed.metaCommands),
        ...placed(one, inFile),
    }));
    const comments = lexed.comments.map((range) => {
        const place = placed(range, inFile);
        const { line } = lines.position(place.start);
        return { text: commentText(source.sql.slice(range.start, range.end)), ...place, line };
    });
    let nextComment = 0;
    const statements = found.map(({ node, text, rows, start, end, error }, index) => {
        const own = [];
        const before = found[index - 1]?.end ?? 0;
        for (let comment = comments[nextComment]; comment && comment.start < start; comment = comments[++nextComment]) {
            // A comment inside the statement before refers to nothing here.
            if (comment.start >= before)
                own.push(comment);
        }
        return {
            index,
            kind: node === null ? 'unparsed' : (Object.keys(node)[0] ?? 'unparsed'),
            node,
            sql: text,
            start,
            end,
            location: lines.location(file.path, start, end),
            comments: own,
            transaction: { kind: 'none' },
            ...(rows !== undefined && { rows }),
            ...(error && { syntaxError: syntaxError(error, errorLocation(lines, file.path, error, end)) }),
        };
    });
    return { statements, comments };
}
/** The lines that follow a COPY, without the one that ends them. */
function rowsOf({ node, end }, sql, rows) {
    if (node === null || !('CopyStmt' in node))
        return undefined;
    const its = rows.find((range) => range.start >= end && /^\s*;[^\n]*\n$/.test(sql.slice(end, range.start)));
    return its && sql.slice(its.start, its.end - 2);
}
function placed({ start, end }, inFile) {
    return { start: inFile(start), end: inFile(end) };
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
function syntaxError({ message, help, tooDeep }, location) {
    return { message, location, ...(help !== undefined && { help }), ...(tooDeep && { tooDeep }) };
}
function errorLocation(lines, path, error, end) {
    const start = Math.min(error.offset, Math.max(end - 1, 0));
    return lines.location(path, start, Math.max(end, start + 1));
}
function commentText(comment) {
    if (comment.startsWith('--'))
        return comment.slice(2).trim();
    const text = comment.replace(/^\/\*+/, '');
    // By hand: a pattern for the text before the end tries every asterisk.
    if (!text.endsWith('*/'))
        return text.trim();
    let end = text.length - 1;
    while (text[end - 1] === '*')
        end--;
    return text.slice(0, end).trim();
}

;// CONCATENATED MODULE: ./build/sql/read-text.js






const TOO_DEEP = {
    message: 'it chains or nests so much (more than some thousand operators or levels) that the parser can’t follow it',
    help: 'Split the statement, or write the values as rows of a table and join them. No rule looked at it.',
    tooDeep: true,
};
/**
 * Parses a script whole. Where the grammar refuses a statement, that one is set aside with its error and the rest is
 * parsed again without it, so that one broken statement never hides the others.
 */
function parseText(source, parse) {
    const lexed = (0,lexer/* lex */.Ii)(source.sql);
    const rows = source.sendsRows ? lexed.metaCommands.filter(({ end }) => source.sql.startsWith('\\.', end - 2)) : [];
    const refused = lexed.metaCommands
        .filter((range) => !rows.includes(range))
        .map((range) => ({ range, error: metaCommandError(source.sql, range) }));
    if (lexed.unclosed)
        refused.push({ range: lexed.unclosed, error: unclosedComment(source.sql, lexed.unclosed) });
    let sql = withoutComments(withoutMetaCommands(source.sql, lexed.metaCommands), lexed.comments);
    let pieces = lexed.metaCommands.length === 0 ? lexed.statements : (0,lexer/* lex */.Ii)(sql).statements;
    let parsed = [];
    const unreadable = pieces.filter(holdsOneOf(lexed.longOperators));
    for (const range of unreadable)
        refused.push({ range, error: { ...TOO_DEEP, offset: range.start } });
    sql = (0,positions/* blankOut */.bO)(sql, unreadable);
    if (unreadable.length > 0)
        pieces = (0,lexer/* lex */.Ii)(sql).statements;
    if (pieces.length > 0) {
        let result = parse(sql);
        if ('message' in result) {
            const broken = refusals(sql, parse).map(explained(sql));
            refused.push(...broken);
            const ranges = broken.map(({ range }) => range).sort((a, b) => a.start - b.start);
            sql = (0,positions/* blankOut */.bO)(sql, ranges);
            pieces = (0,lexer/* lex */.Ii)(sql).statements;
            // The second look is for what the pieces alone didn't show.
            for (result = parse(sql, true); 'message' in result && pieces.length > 0; result = parse(sql, true)) {
                const { offset } = result;
                if (result.tooDeep) {
                    // Each piece can be read, all together can't.
                    for (const range of pieces)
                        refused.push({ range, error: { ...TOO_DEEP, offset: range.start } });
                    pieces = [];
                    break;
                }
                const guilty = pieces.findLast((piece) => piece.start <= offset) ?? pieces[0];
                refused.push({ range: guilty, error: result });
                pieces = pieces.filter((piece) => piece !== guilty);
                sql = (0,positions/* blankOut */.bO)(sql, [guilty]);
            }
        }
        if (!('message' in result))
            parsed = statementsOf(result, sql, lexed);
    }
    const { included: _, ...own } = source;
    return { ...own, parsedSql: sql, ...assembled(source, { ...lexed, metaCommands: rows }, parsed, refused) };
}
/** Whether a range holds one of the offsets; both are in order. */
function holdsOneOf(offsets) {
    let next = 0;
    return ({ start, end }) => {
        while ((offsets[next] ?? end) < start)
            next++;
        return (offsets[next] ?? end) < end;
    };
}
/** After so many statements whose parentheses never close, a semicolon ends each. */
const MOST_OPEN = 20;
/** How many statements are parsed at a time to find the broken ones: the work stays linear, however many are broken. */
const WINDOW = 256;
/** The statements that the grammar refuses, from front to back: what precedes an error has been accepted. */
function refusals(sql, parse) {
    const refused = [];
    let { statements: pieces, semicolonsInOpen: semicolons } = (0,lexer/* lex */.Ii)(sql);
    let opened = 0;
    // Up to here, statements are parsed alone; up to there, without the one after them.
    let [alone, end] = [0, Number.POSITIVE_INFINITY];
    for (let at = 0; at < pieces.length;) {
        const from = pieces[at]?.start ?? 0;
        const to = Math.min(at < alone ? at + 1 : at + WINDOW, at < end ? end : Number.POSITIVE_INFINITY);
        const result = parse(sql.slice(from, pieces[to]?.start));
        if (!('message' in result)) {
            at = to;
            continue;
        }
        const error = { ...result, offset: from + result.offset };
        if (error.tooDeep) {
            if (to === at + 1 || at + 1 === pieces.length)
                refused.push({ range: pieces[at++], error });
            else
                alone = to;
            continue;
        }
        const first = at;
        while ((pieces[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= error.offset)
            at++;
        const piece = pieces[at];
        if (at > first && piece.start - from > SURELY_FITS) {
            // The grammar accepts those before it; whether they nest too deeply shows only without it.
            end = at;
            at = first;
            continue;
        }
        at++;
        const open = at === pieces.length ? semicolons.find((semicolon) => semicolon >= error.offset) : undefined;
        if (open === undefined) {
            refused.push({ range: piece, error });
            continue;
        }
        // Parentheses that never close hold the statements after them too: this one ends where it stopped making sense.
        refused.push({ range: { start: piece.start, end: open }, error });
        ({ statements: pieces, semicolonsInOpen: semicolons } = (0,lexer/* lex */.Ii)(sql, open + 1, ++opened > MOST_OPEN));
        [at, alone, end] = [0, 0, Number.POSITIVE_INFINITY];
    }
    return refused;
}
function withoutMetaCommands(sql, ranges) {
    if (ranges.length === 0)
        return sql;
    const blanked = (0,positions/* blankOut */.bO)(sql, ranges);
    // \gexec and its like end the statement before them.
    return ranges
        .filter(({ start, end }) => lexer/* SENDS */.iM.test(sql.slice(start, end)))
        .reduce((text, { start }) => `${text.slice(0, start)};${text.slice(start + 1)}`, blanked);
}
/**
 * Blanks block comments: the grammar's lexer looks at all that is left of a run of signs for each of them, which takes time
 * with the square of their number. After a string their marks stay: strings with nothing but line breaks between them are one.
 */
function withoutComments(sql, comments) {
    const blocks = comments.filter(({ start }) => sql[start] === '/');
    return (0,positions/* blankOut */.bO)(sql, blocks.flatMap(({ start, end }) => {
        const isClosed = sql.startsWith('*/', end - 2) && end - start >= 4;
        return isClosed && afterString(sql, start) ? [{ start: start + 2, end: end - 2 }] : [{ start, end }];
    }));
}
function afterString(sql, at) {
    let before = at - 1;
    while (before >= 0 && SPACE.test(sql[before] ?? ''))
        before--;
    return sql[before] === "'";
}
function unclosedComment(sql, { start, end }) {
    const message = `unterminated /* comment at or near "${sql.slice(start, end)}"`;
    const help = refusedFormHelp(message);
    return { message: shortened(message), offset: start, ...(help !== undefined && { help }) };
}
function explained(sql) {
    return ({ range, error }) => sql[range.start] === '\ufeff' ? { range, error: { ...foreign_syntax/* BYTE_ORDER_MARK */.sn, offset: range.start } } : { range, error };
}
function metaCommandError(sql, range) {
    const text = sql.slice(range.start, range.end);
    return { ...(text.startsWith('\\') ? (0,foreign_syntax/* psqlCommand */.K9)(text) : foreign_syntax/* COPIED_ROWS */.F$), offset: range.start };
}
/** The grammar quotes all that follows an unterminated string: one line of it is enough. */
function shortened(message) {
    return message.replace(/ at or near "(.*)"$/s, (whole, near) => {
        const line = near.split(/\r?\n/, 1)[0]?.slice(0, 60) ?? '';
        return line === near ? whole : ` at or near "${line}…"`;
    });
}

;// CONCATENATED MODULE: ./build/sql/transactions.js

/**
 * One context for each statement, and the one after the last. BEGIN itself runs outside the transaction that it opens,
 * COMMIT inside. `begun`: what the script before it in the same run has left.
 */
function transactionContexts(statements, mode, begun) {
    // A simple query of one statement needs no implicit transaction (manual 54.2.2.1).
    const wrapped = mode !== 'autocommit' && !(mode === 'single-query' && statements.length === 1);
    const outside = wrapped ? { kind: 'layout', mode } : { kind: 'none' };
    let current = begun ?? outside;
    const contexts = statements.map(({ node, location }) => {
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
    return { contexts, leaves: current };
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
    const { parse: ask, parsePlpgsql } = await loadPgQuery();
    const parse = (sql, sure) => {
        const answer = ask(sql, sure);
        if ('tree' in answer)
            return answer.tree;
        if ('tooDeep' in answer)
            return { ...TOO_DEEP, offset: 0 };
        const { message, position } = answer.problem;
        const offset = (0,positions/* codePointToUtf16 */._f)(sql, position);
        const help = refusedFormHelp(message);
        const refusal = { message: shortened(message), ...(help !== undefined && { help }) };
        return { ...((0,foreign_syntax/* placeholderAt */.jM)(sql, offset) ?? refusal), offset };
    };
    return {
        parseScript: (source, begun) => {
            const script = spliced(source, (one) => {
                const read = parseText(one, parse);
                withBlocks(read, parse, parsePlpgsql);
                return read;
            });
            const { contexts, leaves } = transactionContexts(script.statements, source.transaction, begun);
            contexts.forEach((context, i) => {
                const statement = script.statements[i];
                if (statement)
                    statement.transaction = context;
            });
            return { ...script, leaves };
        },
    };
}
/** The statements of included files stand where psql runs them. */
function spliced(source, read) {
    const script = read(source);
    if (source.included === undefined)
        return script;
    const included = [];
    const statements = [];
    const own = [...script.statements];
    for (const { at, script: inner } of source.included) {
        while (own[0] && own[0].start < at)
            statements.push(own.shift());
        const its = spliced(inner, read);
        included.push({ at, script: { ...its, leaves: { kind: 'none' } } });
        statements.push(...its.statements);
    }
    return { ...script, included, statements: [...statements, ...own].map(counted) };
}
function counted(statement, index) {
    if (statement.index === index)
        return statement;
    const { block } = statement;
    const inner = block && { ...block, statements: block.statements.map((one) => ({ ...one, index })) };
    return { ...statement, index, ...(inner && { block: inner }) };
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


/***/ })

};
