export const id = 86;
export const ids = [86];
export const modules = {

/***/ 3086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadGrammar: () => (/* binding */ loadGrammar)
});

// EXTERNAL MODULE: ./build/usage-error.js
var usage_error = __webpack_require__(4516);
;// CONCATENATED MODULE: ./build/sql/lexer.js
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
/** Splits `sql`, beginning at `from`. Never throws: what is never closed ends with the text. Offsets are UTF-16 units. */
function lex(sql, from = 0) {
    const out = { statements: [], comments: [], metaCommands: [], semicolonsInOpen: [] };
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
        if (char === '-' && next === '-') {
            const end = lineCommentEnd(sql, i);
            out.comments.push({ start: i, end });
            i = end;
            continue;
        }
        if (char === '/' && next === '*') {
            const end = blockCommentEnd(sql, i);
            out.comments.push({ start: i, end });
            i = end;
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
        if (char === ';' && parens === 0 && atomic === 0) {
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
            if (upper === 'ATOMIC' && previousWord === 'BEGIN')
                atomic = 1;
            else if (atomic > 0 && upper === 'CASE')
                atomic++;
            else if (atomic > 0 && upper === 'END')
                atomic--;
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
            i++;
        }
        last = i;
    }
    out.semicolonsInOpen = inner;
    close();
    return out;
}
function wordAt(sql, at) {
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
/** Block comments nest in SQL. */
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
    return sql.length;
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

// EXTERNAL MODULE: ./build/sql/positions.js
var positions = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/sql/ast.js
var ast = __webpack_require__(1843);
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
    const { loadModule, parseSync, hasSqlDetails } = await __webpack_require__.e(/* import() */ 627).then(__webpack_require__.t.bind(__webpack_require__, 2627, 19));
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
            return { message: shortened(error.message), offset: (0,positions/* codePointToUtf16 */._f)(sql, at) };
        }
    };
    return { parseScript: (source) => parseScript(source, (sql) => parse(sql, source.file.path)) };
}
const TOO_DEEP = 'A statement chains so many operators (more than about 10,000) that the parser can’t follow it. Split it, or leave its file out with the setting ignore.';
/**
 * Parses a script whole. Where the grammar refuses a statement, that one is set aside with its error and the rest is
 * parsed again without it, so that one broken statement never hides the others.
 */
function parseScript(source, parse) {
    const { file } = source;
    const lines = new positions/* LineMap */.HU(file.text);
    const lexed = lex(source.sql);
    const refused = lexed.metaCommands.map((range) => ({ range, error: metaCommandError(source.sql, range) }));
    let sql = withoutMetaCommands(source.sql, lexed.metaCommands);
    let pieces = refused.length === 0 ? lexed.statements : lex(sql).statements;
    let parsed = [];
    if (pieces.length > 0) {
        let result = parse(sql);
        if ('message' in result) {
            const broken = refusals(sql, parse);
            refused.push(...broken);
            const ranges = broken.map(({ range }) => range).sort((a, b) => a.start - b.start);
            sql = blankOut(sql, ranges);
            pieces = lex(sql).statements;
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
            ...(error && { syntaxError: { message: error.message, location: errorLocation(lines, file.path, error, end) } }),
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
    let { statements: pieces, semicolonsInOpen: semicolons, comments } = lex(sql);
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
        ({ statements: pieces, semicolonsInOpen: semicolons, comments } = lex(sql, end + 1));
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
        .filter(({ start, end }) => SENDS.test(sql.slice(start, end)))
        .reduce((text, { start }) => `${text.slice(0, start)};${text.slice(start + 1)}`, blanked);
}
function metaCommandError(sql, range) {
    const text = sql.slice(range.start, range.end);
    if (!text.startsWith('\\')) {
        return { message: 'the rows after COPY … FROM STDIN are data that only psql sends, not SQL', offset: range.start };
    }
    const command = text.split(/\s/, 1)[0] ?? '';
    return { message: `${command} is a command of psql, not SQL`, offset: range.start };
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
