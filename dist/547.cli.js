export const id = 547;
export const ids = [547];
export const modules = {

/***/ 8547:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCheck: () => (/* binding */ runCheck)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ../../work/main/node_modules/picomatch/index.js
var picomatch = __webpack_require__(8374);
// EXTERNAL MODULE: ./build/catalogue.js
var catalogue = __webpack_require__(9350);
// EXTERNAL MODULE: ../../work/main/node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(8988);
// EXTERNAL MODULE: ../../work/main/node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7958);
;// CONCATENATED MODULE: ./build/lint/configure.js
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
    const result = (0,dist/* safeParse */.xLC)(rule.options, given);
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
    return [...known].sort((a, b) => (0,mod/* distance */.Io)(a, id) - (0,mod/* distance */.Io)(b, id))[0];
}

// EXTERNAL MODULE: ./build/findings/internal-error.js
var internal_error = __webpack_require__(8962);
// EXTERNAL MODULE: ./build/migrations/find.js + 76 modules
var find = __webpack_require__(9438);
// EXTERNAL MODULE: ./build/migrations/layouts/layout.js
var layout = __webpack_require__(9031);
// EXTERNAL MODULE: ./build/schema/objects.js
var objects = __webpack_require__(883);
// EXTERNAL MODULE: ./build/schema/schema.js + 6 modules
var schema_schema = __webpack_require__(793);
// EXTERNAL MODULE: ./build/sql/made-up-roles.js + 1 modules
var made_up_roles = __webpack_require__(5979);
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
var ast = __webpack_require__(3032);
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
var foreign_syntax = __webpack_require__(446);
;// CONCATENATED MODULE: ./build/sql/pg-query.js
let loaded;
/** Loads the module, about 20 ms; once in a process. */
function loadPgQuery() {
    loaded ??= load();
    return loaded;
}
async function load() {
    const { default: createModule } = await __webpack_require__.e(/* import() */ 955).then(__webpack_require__.t.bind(__webpack_require__, 4955, 19));
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
var positions = __webpack_require__(8992);
// EXTERNAL MODULE: ./build/sql/lexer.js
var lexer = __webpack_require__(3714);
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

// EXTERNAL MODULE: ./build/sql/refuse.js
var refuse = __webpack_require__(4350);
// EXTERNAL MODULE: ./build/sql/runs.js
var runs = __webpack_require__(9832);
// EXTERNAL MODULE: ./build/sql/versions.js
var versions = __webpack_require__(7051);
// EXTERNAL MODULE: ./build/sql/locks.js
var sql_locks = __webpack_require__(3368);
// EXTERNAL MODULE: ./build/schema/effects/columns.js
var columns = __webpack_require__(6065);
// EXTERNAL MODULE: ./build/schema/types.js
var types = __webpack_require__(2402);
// EXTERNAL MODULE: ./build/schema/volatility.js + 1 modules
var volatility = __webpack_require__(9699);
// EXTERNAL MODULE: ./build/schema/footprint/domains.js
var domains = __webpack_require__(3618);
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
var column_type_change = __webpack_require__(81);
// EXTERNAL MODULE: ./build/schema/footprint/foreign-keys.js
var foreign_keys = __webpack_require__(3440);
// EXTERNAL MODULE: ./build/schema/footprint/touch.js
var touch = __webpack_require__(7624);
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
var constraints = __webpack_require__(471);
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
    const lock = known.map((it) => it.lock).reduce((a, b) => ((0,sql_locks/* compareLockModes */.tc)(a, b) >= 0 ? a : b), touch/* SUX */.X_);
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
var effect = __webpack_require__(3009);
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
    const { relations, mode = sql_locks/* LOCK_MODES */.bx.length } = (0,ast/* nodeOf */.E7)(node, 'LockStmt') ?? {};
    const lock = sql_locks/* LOCK_MODES */.bx[mode - 1] ?? touch.AX;
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
var index_use = __webpack_require__(2013);
// EXTERNAL MODULE: ./build/schema/session.js
var session = __webpack_require__(787);
// EXTERNAL MODULE: ./build/verdict/fact.js
var verdict_fact = __webpack_require__(1731);
// EXTERNAL MODULE: ./build/lint/checks.js
var checks = __webpack_require__(9240);
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
var rule = __webpack_require__(107);
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
var facts_down = __webpack_require__(8341);
// EXTERNAL MODULE: ./build/lint/facts/held.js
var held = __webpack_require__(1762);
// EXTERNAL MODULE: ./build/lint/facts/same-transaction.js
var same_transaction = __webpack_require__(398);
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
        const contextOf = (rule) => new Context(rule, options.options?.get(rule.id) ?? defaultOptions(rule), shared);
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
            predictions.push(lint_syntaxError(statement));
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
function predict({ id: rule, severity }, problem, { seen, statement }) {
    const { message, help, location = seen.location, claim, related, fixes, unless } = problem;
    return {
        finding: {
            rule,
            severity,
            evidence: 'static',
            ...location,
            message,
            help,
            statement: seen.sql,
            ...(related && { related }),
            ...(fixes?.some(({ edits }) => edits.length > 0) && { fixes }),
        },
        at: { path: statement.location.path, start: statement.start },
        ...(claim && { claim }),
        ...(unless && { unless }),
    };
}
function lint_syntaxError(statement) {
    const { message, location, help, tooDeep } = statement.syntaxError ?? { message: '', location: statement.location };
    const text = tooDeep
        ? `This statement was not read: ${message}.`
        : `Postgres’ grammar refuses this statement: ${message}.`;
    return {
        finding: (0,checks/* lintFinding */.D)('syntax-error', location, text, { statement: statement.sql, ...(help && { help }) }),
        at: { path: statement.location.path, start: statement.start },
        ...(!tooDeep && { claim: (0,verdict_fact/* refused */.J5)('42601') }),
    };
}
function emptyMigration({ file }) {
    const location = { path: file.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
    return {
        finding: (0,checks/* lintFinding */.D)('empty-migration', location, 'The migration holds no statement.'),
        at: { path: file.path, start: 0 },
    };
}

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
    const grammar = await loadGrammar();
    const schema = new schema_schema/* Schema */.S({ partial: true });
    const unknown = () => judgedByName(schema, found.baseline.length > 0);
    if (settings.server === 'none') {
        // Nothing will run them: each tree goes as soon as the rules have seen it, which halves the time for a long history.
        const notes = found.baseline.flatMap((source) => {
            const script = grammar.parseScript(source);
            return [...replayed(script, schema), ...unreadBaseline(script)];
        });
        const linter = new Linter(schema, { ...rules, postgresVersion: settings.postgresVersion });
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
        lint: (postgresVersion) => lint(parsed.changed, schema, { ...rules, postgresVersion }),
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
    const names = judged.names.map(objects/* shortName */.EU);
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

// EXTERNAL MODULE: ./build/lint/registry.js + 166 modules
var registry = __webpack_require__(163);
// EXTERNAL MODULE: ./build/migrations/checks.js
var migrations_checks = __webpack_require__(2800);
// EXTERNAL MODULE: ./build/migrations/problem.js
var problem = __webpack_require__(6194);
// EXTERNAL MODULE: ./build/rehearsal/checks.js
var rehearsal_checks = __webpack_require__(6178);
// EXTERNAL MODULE: ./build/rehearsal/not-rehearsed.js
var not_rehearsed = __webpack_require__(1472);
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
        leftOut('findings', report.findings.length),
        ...report.migrations.map(({ path, statements }) => leftOut(`statements of ${path}`, statements.length)),
    ].flat();
    const migrations = report.migrations.map((one) => ({ ...one, statements: one.statements.slice(0, MOST_ENTRIES) }));
    return bounded({ ...report, findings, migrations, notChecked: [...report.notChecked, ...missing] }, '');
}
function leftOut(what, count) {
    if (count <= MOST_ENTRIES)
        return [];
    const more = (count - MOST_ENTRIES).toLocaleString('en-US');
    return [
        { check: `${more} more ${what}`, reason: 'they were looked at and count, and there are too many to list them' },
    ];
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
    return `${text.slice(0, cut)}… ${(text.length - cut).toLocaleString('en-US')} more characters`;
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
    const more = shown.length - MOST_NOTICES;
    return [
        ...shown.slice(0, MOST_NOTICES),
        `… ${more.toLocaleString('en-US')} more ${more === 1 ? 'notice' : 'notices'}`,
    ];
}

// EXTERNAL MODULE: ./build/system/source.js
var source = __webpack_require__(3936);
// EXTERNAL MODULE: ./build/system/usage-error.js
var usage_error = __webpack_require__(53);
// EXTERNAL MODULE: ./build/system/version.js
var version = __webpack_require__(1661);
;// CONCATENATED MODULE: ./build/verdict/evidence.js


/** Nothing was shown, for or against. */
const STATIC = { evidence: 'static' };
const confirmed = (proof) => ({ evidence: 'confirmed', proof });
const refuted = (proof) => ({ evidence: 'refuted', proof });
/** A claim's evidence: what refutes one of its facts refutes it, else what confirms one does, the first before the others. */
function evidenceOf(facts, at, seen, versions) {
    const judged = facts.map((fact) => unlessOtherVersion(evidenceOfFact(fact, at, seen), versions));
    const decides = (evidence) => judged.find((one) => one.evidence === evidence);
    return decides('refuted') ?? decides('confirmed') ?? judged.find(({ proof }) => proof !== undefined) ?? STATIC;
}
/** What only the rehearsal's findings show (hazards, data) has no evidence besides. */
function evidenceOfFact(fact, at, seen) {
    if (fact.kind === 'leaves' || fact.kind === 'differs') {
        return unlessInside(fates(fact.kind, seen.fate(at, fact.object)), seen.outside);
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
                ? confirmed(`Postgres read all of ${(0,objects/* shortName */.EU)(fact.of)}`)
                : STATIC;
        case 'rewrite':
            return includes(statement, statement.rewrites, fact.of)
                ? confirmed(`Postgres rewrote ${(0,objects/* shortName */.EU)(fact.of)}`)
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
    const on = (0,objects/* shortName */.EU)(name);
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

// EXTERNAL MODULE: ./build/sql/directives.js
var sql_directives = __webpack_require__(5600);
// EXTERNAL MODULE: ./build/verdict/checks.js
var verdict_checks = __webpack_require__(4820);
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
        for (const { rules, scope, location, statementStart } of directives) {
            const statement = script.statements.find(({ start }) => start === statementStart)?.location;
            for (const rule of rules) {
                if (!this.#policy.knownRules.has(rule))
                    invalid(location, `There is no rule “${rule}”.`);
                else
                    this.#ignores.push({ rule, path: script.file.path, statement, scope, location, used: false });
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
            silence: ignore ? { by: 'directive', location: ignore.location } : null,
        };
    }
    #levelOf({ rule, path, severity }) {
        return this.#policy.ignores?.(rule, path) ? 'off' : (this.#policy.rules[rule] ?? severity);
    }
    /** To be asked last: what is wrong with the directives themselves. `ran`: a server was asked. */
    problems(ran) {
        const unused = this.#ignores.filter(({ used, rule, path }) => !used && !this.#mayBeThere(rule, path, ran));
        const findings = [
            ...this.#problems,
            ...unused.map(({ rule, location }) => (0,verdict_checks/* verdictFinding */.D)('unused-ignore', location, `This ignores ${rule}, which finds nothing here.`)),
        ];
        // No directive silences what is wrong with directives.
        return findings.flatMap((finding) => {
            const level = this.#levelOf(finding);
            return level === 'off' ? [] : [{ ...finding, severity: level }];
        });
    }
    /** What is switched off, or what only a server could have found, may well be there. */
    #mayBeThere(rule, path, ran) {
        const { rules, ignores, needsServer } = this.#policy;
        return rules[rule] === 'off' || ignores?.(rule, path) || (!ran && (needsServer?.(rule) ?? false));
    }
}
function covers({ rule, path, scope, statement }, finding) {
    if (finding.rule !== rule || finding.path !== path)
        return false;
    return scope === 'file' || (statement !== undefined && within(finding, statement));
}
function within(finding, { line, column, endLine, endColumn }) {
    const afterStart = finding.line > line || (finding.line === line && finding.column >= column);
    const beforeEnd = finding.line < endLine || (finding.line === endLine && finding.column <= endColumn);
    return afterStart && beforeEnd;
}

;// CONCATENATED MODULE: ./build/verdict/seen.js
/** Of a change that no server was asked about. */
const NOTHING_SEEN = { statement: () => undefined, fate: () => undefined, outside: true };

;// CONCATENATED MODULE: ./build/verdict/decide.js




/** All findings with their evidence, sorted by place, and the verdict that follows from them. */
function decide(evidences, policy) {
    const { predictions, observations, seen, scripts } = evidences;
    const silencer = new Silencer(scripts, policy);
    const judged = predictions.map((prediction) => judge(prediction, evidences, silencer));
    const findings = [...told(judged), ...news(observations, judged, silencer)];
    const kept = [...findings, ...silencer.problems(seen !== undefined)].sort(byPlace);
    const counts = { error: 0, warning: 0, info: 0 };
    for (const { severity, evidence } of kept)
        if (evidence !== 'refuted')
            counts[severity]++;
    return { findings: kept, counts, verdict: fails(counts, policy.failOn) ? 'fail' : 'pass' };
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
    return { ...silencer.judge(finding), twins };
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
/** The rules' findings, without what is silenced; what explains a refusal is reported with it. */
function told(judged) {
    return judged.flatMap(({ finding, silence, twins }) => silence !== null || twins.some(({ binding }) => binding) ? [] : [finding]);
}
/** What no rule foresaw, and what the server refused, foreseen or not. */
function news(observations, judged, silencer) {
    return observations.flatMap((observation) => {
        const foreseen = judged.filter(({ twins }) => twins.includes(observation));
        if (observation.binding)
            return [refusal(observation, foreseen, silencer)];
        if (foreseen.length > 0)
            return [];
        const { finding, silence } = silencer.judge(observation.finding);
        return silence === null ? [finding] : [];
    });
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
function fails(counts, failOn) {
    if (failOn === 'never')
        return false;
    if (counts.error > 0)
        return true;
    return failOn !== 'error' && (counts.warning > 0 || (failOn === 'info' && counts.info > 0));
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
};

;// CONCATENATED MODULE: ./build/check.js
/** The order of work: find -> parse -> lint -> rehearse -> verdict. */



















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
    const { predictions, rehearsal, server } = await rehearseChange({ readings, found, chosen: started.value, settings }, progress, settings.postgresVersion ?? serverMajor);
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
    }, {
        failOn: settings.failOn,
        rules: rules.levels,
        knownRules: KNOWN_RULES,
        ignores: ignoresOf(rules, settings, cwd),
        needsServer: (rule) => rule in rehearsal_checks/* REHEARSAL_CHECKS */.g,
    });
    const report = {
        schemaVersion: 2,
        tool: version/* TOOL */.j,
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
            ...found.notChecked,
            ...readings.flatMap(({ notes }) => notes),
            ...readings.flatMap(({ unknown }) => unknown()),
            ...rehearsal.notChecked,
        ],
        findings: decision.findings,
        ...(rehearsal.baseline && { baseline: rehearsal.baseline }),
        migrations: rehearsal.migrations,
        durationMs: performance.now() - start,
    };
    return { report: withinBounds(report), sources: new Map(files.map(({ file }) => [file.path, file.text])) };
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
async function startServer(found, { settings, kept = {} }, progress) {
    if (found.changed.length === 0)
        return null;
    if (settings.server === 'none')
        return { server: null };
    const { chooseServer } = await Promise.all(/* import() */[__webpack_require__.e(943), __webpack_require__.e(513)]).then(__webpack_require__.bind(__webpack_require__, 5513));
    progress('Starting Postgres');
    const files = [...found.changed.flatMap(find/* scriptsOf */.S), ...found.baseline, ...found.seed].map(({ file }) => file);
    const extensions = [...files, ...settings.bootstrap].some(({ text }) => /\bextension\b/i.test(text));
    const { baselinesIn } = await __webpack_require__.e(/* import() */ 565).then(__webpack_require__.bind(__webpack_require__, 7565));
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
            Promise.all(/* import() */[__webpack_require__.e(943), __webpack_require__.e(62)]).then(__webpack_require__.bind(__webpack_require__, 1062)),
            __webpack_require__.e(/* import() */ 377).then(__webpack_require__.bind(__webpack_require__, 3377)),
        ]);
        progress(`Rehearsing on PostgreSQL ${server.version} (${server.kind})`);
        const { seedHints, maxWriteCost } = settings;
        const rehearsals = [];
        for (const [index, { parsed }] of readings.entries()) {
            const unread = found.chains[index]?.unread ?? [];
            const plan = { ...parsed, ...(await application(found)), unread, seedHints, maxWriteCost };
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
async function application({ queries, statistics }) {
    if (queries.length === 0 && statistics === null)
        return {};
    const [{ applicationQueries }, { parseStatistics }] = await Promise.all([
        __webpack_require__.e(/* import() */ 240).then(__webpack_require__.bind(__webpack_require__, 240)),
        __webpack_require__.e(/* import() */ 640).then(__webpack_require__.bind(__webpack_require__, 2640)),
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
            return { finding: (0,migrations_checks/* fileFinding */.s)('unreadable-file', (0,positions/* startOfFile */.Si)(path), problem), at: { path, start: 0 } };
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
const KNOWN_RULES = new Set(catalogue.CHECKS.map(({ id }) => id));
/** Throws `UsageError` with all that is wrong in what the settings say of the rules, each with its place. */
function configureRules({ preset, rules, place }) {
    const configured = configure(registry/* RULES */.y, KNOWN_RULES, { preset, rules });
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
    return (rule, path) => matchers.get(rule)?.((0,source/* displayPath */.G)((0,external_node_path_.resolve)(cwd, path), root)) ?? false;
}

// EXTERNAL MODULE: ./build/settings/resolve.js + 4 modules
var resolve = __webpack_require__(2716);
// EXTERNAL MODULE: ./build/system/git.js
var git = __webpack_require__(8841);
;// CONCATENATED MODULE: ./build/cli/output.js
async function renderReport({ report, sources }, format, terminal) {
    switch (format) {
        case 'json':
            return (await __webpack_require__.e(/* import() */ 818).then(__webpack_require__.bind(__webpack_require__, 9818))).renderJson(report);
        case 'sarif': {
            const [{ renderSarif }, { CHECKS }] = await Promise.all([
                __webpack_require__.e(/* import() */ 935).then(__webpack_require__.bind(__webpack_require__, 8935)),
                Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 9350)),
            ]);
            return renderSarif(report, CHECKS.map(({ id, summary, fix }) => ({ id, summary, help: fix, url: '' })));
        }
        case 'markdown':
            return (await __webpack_require__.e(/* import() */ 895).then(__webpack_require__.bind(__webpack_require__, 9895))).renderSummary(report);
        case 'github': {
            const { commands, dropped } = (await __webpack_require__.e(/* import() */ 576).then(__webpack_require__.bind(__webpack_require__, 1576))).renderAnnotations(report);
            // Plain text: one command more would push another out.
            const rest = dropped > 0 ? [`${dropped} more: GitHub shows ten annotations of a kind for each step.`] : [];
            return [...commands, ...rest].map((line) => `${line}\n`).join('');
        }
        case 'text':
            return (await Promise.all(/* import() */[__webpack_require__.e(19), __webpack_require__.e(451)]).then(__webpack_require__.bind(__webpack_require__, 8451))).renderText(report, { ...terminal, sources });
    }
}

// EXTERNAL MODULE: ./build/cli/print.js
var print = __webpack_require__(7509);
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
    const repair = fix ? await __webpack_require__.e(/* import() */ 426).then(__webpack_require__.bind(__webpack_require__, 3426)) : null;
    const repaired = await repair?.fixAll(lookAt({ settings, cwd, change }), cwd);
    const checked = await check({ settings, cwd, change, progress });
    if (repair && repaired)
        process.stderr.write(repair.describeFixes(repaired, checked.report.findings));
    const color = output === undefined && process.stdout.isTTY && !process.env.NO_COLOR;
    const text = await renderReport(checked, format, { color, width: process.stdout.columns ?? 100 });
    await (0,print/* deliver */.c)(text, output, cwd).catch(async (error) => {
        process.stderr.write((await __webpack_require__.e(/* import() */ 107).then(__webpack_require__.bind(__webpack_require__, 2107))).undelivered(checked.report));
        throw error;
    });
    return checked.report.verdict === 'pass' ? 0 : 1;
}
async function differing(base, cwd) {
    const { changedSince, defaultBase, mergeBase } = await __webpack_require__.e(/* import() */ 764).then(__webpack_require__.bind(__webpack_require__, 6764));
    const { gitFiles } = await __webpack_require__.e(/* import() */ 258).then(__webpack_require__.bind(__webpack_require__, 4258));
    const trouble = await (0,git/* gitTrouble */.mr)(cwd);
    if (trouble !== null)
        throw new usage_error/* UsageError */.e(`check: ${trouble} Or name files or folders.`);
    const ref = base ?? (await defaultBase(cwd));
    if (ref === null) {
        throw new usage_error/* UsageError */.e('check: name files or folders, or say with --base what to compare with: git finds no default branch here.');
    }
    const commit = await mergeBase(ref, cwd);
    const comparedWith = `the merge base with ${ref} (${commit.slice(0, 7)})`;
    const top = (await (0,git/* repositoryRoot */.Hn)(cwd)) ?? cwd;
    return { files: await changedSince(ref, cwd), comparedWith, base: await gitFiles(commit, top, comparedWith) };
}


/***/ }),

/***/ 1472:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ notRehearsed)
/* harmony export */ });
/* harmony import */ var _sql_directives_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5600);
/* harmony import */ var _run_statement_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6163);


function notRehearsed({ id, path, layout, up, down }) {
    const blank = (script) => script.statements.map((statement) => (0,_run_statement_report_js__WEBPACK_IMPORTED_MODULE_1__/* .blankReport */ .V)(script, statement, 'notRun'));
    return {
        ...{ id, path, layout },
        statements: [...blank(up), ...(down ? blank(down) : [])],
        lockTimeline: [],
        rollback: untriedRollback(up, down),
        rerun: { verdict: 'not checked', differences: [] },
        ...{ validations: [], plans: [], queries: [], writeCosts: [], bloat: [], proofs: [] },
    };
}
function untriedRollback(up, down) {
    const reason = (0,_sql_directives_js__WEBPACK_IMPORTED_MODULE_0__/* .irreversibleReason */ .$)(up) ?? (down && (0,_sql_directives_js__WEBPACK_IMPORTED_MODULE_0__/* .irreversibleReason */ .$)(down));
    if (reason !== undefined && down === undefined) {
        return { verdict: 'declared irreversible', differences: [], irreversible: reason };
    }
    return { verdict: down ? 'not checked' : 'no down', differences: [], ...(reason && { irreversible: reason }) };
}


/***/ }),

/***/ 6163:
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

/***/ 9457:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ sqlToSend),
/* harmony export */   v: () => (/* binding */ insertOf)
/* harmony export */ });
/* harmony import */ var _ast_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3032);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1732);


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

/***/ 446:
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

/***/ 5979:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ madeUpRoles),
  k: () => (/* binding */ makesUpRoles)
});

// EXTERNAL MODULE: ./build/sql/ast.js
var ast = __webpack_require__(3032);
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
    return names.length > 6
        ? `${shown} and ${names.length - 6} more roles`
        : `${names.length > 1 ? 'the roles' : 'the role'} ${shown}`;
}


/***/ }),

/***/ 1732:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ ident),
/* harmony export */   e: () => (/* binding */ literal)
/* harmony export */ });
/** Names and literals as SQL. */
function ident(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
function literal(text) {
    const quoted = `'${text.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
    return text.includes('\\') ? `E${quoted}` : quoted;
}


/***/ }),

/***/ 4350:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TR: () => (/* binding */ refuse),
/* harmony export */   gn: () => (/* binding */ isForPsql),
/* harmony export */   me: () => (/* binding */ isDumpFrame)
/* harmony export */ });
/* harmony import */ var _ast_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3032);
/* harmony import */ var _copy_rows_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9457);
/* harmony import */ var _foreign_syntax_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(446);



/** Why a statement isn't sent; undefined where it is. What a function does inside is the server's to refuse. */
function refuse({ node, sql, rows }) {
    if (node === null) {
        const command = /^\\[a-z!?]\w*/i.exec(sql)?.[0];
        return command && `${command} is a command of psql, not SQL: no migration tool can send it`;
    }
    const copy = (0,_ast_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeOf */ .E7)(node, 'CopyStmt');
    if (copy === undefined)
        return undefined;
    if (copy.is_program)
        return 'COPY … PROGRAM runs a program on the database server, which a rehearsal never does';
    if (copy.filename) {
        return `COPY ${copy.is_from ? 'FROM' : 'TO'} a file reaches for the database server’s own files, which a rehearsal never does`;
    }
    if (copy.is_from) {
        if ((0,_copy_rows_js__WEBPACK_IMPORTED_MODULE_0__/* .insertOf */ .v)({ node, rows }) !== undefined)
            return undefined;
        return 'the rows of COPY … FROM STDIN come from psql, beside the SQL: write INSERT (pg_dump --inserts does)';
    }
    return undefined;
}
/** Whether it is for psql alone: one of its commands, or rows beside the SQL. */
function isForPsql({ node, sql, rows, syntaxError }) {
    if (node === null)
        return sql.startsWith('\\') || syntaxError?.message === _foreign_syntax_js__WEBPACK_IMPORTED_MODULE_1__/* .COPIED_ROWS */ .F$.message;
    const copy = (0,_ast_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeOf */ .E7)(node, 'CopyStmt');
    return copy?.is_from === true && !copy.is_program && !copy.filename && (0,_copy_rows_js__WEBPACK_IMPORTED_MODULE_0__/* .insertOf */ .v)({ node, rows }) === undefined;
}
/** pg_dump frames its output in `\restrict` and `\unrestrict` since August 2025: they guard psql and mean nothing elsewhere. */
function isDumpFrame({ node, sql }) {
    return node === null && /^\\(un)?restrict\b/.test(sql);
}


/***/ }),

/***/ 9832:
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


/***/ })

};
