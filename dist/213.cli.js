export const id = 213;
export const ids = [213];
export const modules = {

/***/ 1843:
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

/***/ 186:
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

/***/ 8647:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HU: () => (/* binding */ LineMap),
/* harmony export */   Si: () => (/* binding */ startOfFile),
/* harmony export */   _f: () => (/* binding */ codePointToUtf16),
/* harmony export */   bO: () => (/* binding */ blankOut),
/* harmony export */   cA: () => (/* binding */ lineOf),
/* harmony export */   jZ: () => (/* binding */ fileOffsets),
/* harmony export */   ms: () => (/* binding */ maskOutside),
/* harmony export */   yA: () => (/* binding */ byteToUtf16)
/* harmony export */ });
/** Finds lines and columns by offset (UTF-16 units); both are 1-based. CRLF and LF end a line. */
class LineMap {
    static #byFile = new WeakMap();
    #starts = [0];
    constructor(text) {
        for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1))
            this.#starts.push(i + 1);
    }
    /** The file's own, made once. */
    static of(file) {
        const known = LineMap.#byFile.get(file) ?? new LineMap(file.text);
        LineMap.#byFile.set(file, known);
        return known;
    }
    position(offset) {
        let low = 0;
        let high = this.#starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((this.#starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
    }
    location(path, start, end) {
        const from = this.position(start);
        const to = this.position(end);
        return { path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
    }
    /** The offset of a line's first character. */
    lineStart(line) {
        return this.#starts[line - 1] ?? 0;
    }
}
/** Translates libpg-query's offsets, which count UTF-8 bytes, into UTF-16 units. */
function byteToUtf16(text) {
    if (isAscii(text))
        return (byte) => byte;
    const byteAt = new Uint32Array(text.length + 1);
    let byte = 0;
    for (let i = 0; i < text.length; i++) {
        byteAt[i] = byte;
        const unit = text.charCodeAt(i);
        // A surrogate pair is four bytes: two for each half.
        byte += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
    }
    byteAt[text.length] = byte;
    return (wanted) => {
        let low = 0;
        let high = text.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((byteAt[middle] ?? 0) < wanted)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    };
}
/** Translates a position in code points (as Postgres counts) into UTF-16 units; both from 0. */
function codePointToUtf16(text, codePoints) {
    let offset = 0;
    for (let i = 0; i < codePoints && offset < text.length; i++) {
        offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
    }
    return offset;
}
/** Translates offsets of a script's `sql` into offsets of its file's text. */
function fileOffsets({ fills = [] }) {
    if (fills.length === 0)
        return (offset) => offset;
    // Where each begins in the file.
    const places = [];
    let longer = 0;
    for (const { at, length, was } of fills) {
        places.push(at - longer);
        longer += length - was;
    }
    return (offset) => {
        let [low, high] = [0, fills.length];
        while (low < high) {
            const middle = (low + high) >> 1;
            if (fills[middle].at <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        const fill = fills[low - 1];
        if (fill === undefined)
            return offset;
        const place = places[low - 1];
        const inside = offset - fill.at;
        return inside < fill.length ? place + Math.min(inside, fill.was) : place + fill.was + inside - fill.length;
    };
}
function isAscii(text) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is what ASCII is
    return /^[\x00-\x7f]*$/.test(text);
}
/** Blanks everything outside the given ranges, keeping line ends, so that offsets stay the same. */
function maskOutside(text, ranges) {
    let masked = '';
    let at = 0;
    for (const { start, end } of ranges) {
        masked += blank(text.slice(at, start)) + text.slice(start, end);
        at = end;
    }
    return masked + blank(text.slice(at));
}
/** Blanks the ranges, which are in order, and keeps all else in its place. */
function blankOut(text, ranges) {
    let rest = '';
    let at = 0;
    for (const { start, end } of ranges) {
        rest += text.slice(at, start) + maskOutside(text.slice(start, end), []);
        at = end;
    }
    return rest + text.slice(at);
}
function blank(text) {
    return text.replace(/[^\r\n]/g, ' ');
}
/** The location of a report that is about a whole file. */
function startOfFile(path) {
    return { path, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
/** Where a statement stands, seen from another: its line, with the file where that is another one. */
function lineOf({ location }, from) {
    const file = from === undefined || location.path === from.location.path ? '' : ` of ${location.path}`;
    return `line ${location.line}${file}`;
}


/***/ })

};
