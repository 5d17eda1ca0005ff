/**
 * Splits SQL text the way psql does (manual 4.1), without the grammar: it finds comments, statement ends and psql's own
 * commands even in text that Postgres would refuse, so that one bad statement hides nothing else.
 */

export interface Range {
  start: number;
  end: number;
}

export interface LexedScript {
  /** From each statement's first character to before its semicolon; empty statements are left out. */
  statements: Range[];
  comments: Range[];
  /** What only psql understands: backslash commands to the end of their line, and the rows after COPY … FROM STDIN. */
  metaCommands: Range[];
  /** Those of them that are rows, with the line `\\.` where it is there. */
  rows: Range[];
  /** The block comment that never closes, if there is one: it is among the comments, and ends with the text. */
  unclosed: Range | null;
  /** Offsets of runs of signs that are too long for an operator. */
  longOperators: number[];
  /** Where a statement whose parentheses never close holds semicolons: one of them is its end. */
  semicolonsInOpen: number[];
}

/** Every byte above 127 is a letter to Postgres. */
const IDENTIFIER = /[A-Za-z_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*/y;
/** The psql commands that send the statement before them, as a semicolon does. */
export const SENDS = /^\\(?:g|gx|gset|gexec|gdesc|crosstabview|watch)\b/;
const COPY_FROM_STDIN = /^copy\b.*\bfrom\s+stdin\b/is;
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y;

/** Signs that operators are made of. A run of so many is no operator, and the grammar takes for ever to find that out. */
const SIGNS = '+-*/<>=~!@#%^&|`?';
/** It ends where a comment begins. */
const OPERATOR = /[-+*/<>=~!@#%^&|`?](?:(?!--|\/\*)[-+*/<>=~!@#%^&|`?])*/y;
const LONGEST_OPERATOR = 200;

interface LexOptions {
  /** Where to begin. */
  from?: number | undefined;
  /** A semicolon ends a statement, also inside parentheses. */
  everySemicolon?: boolean | undefined;
  /** Rows that no `\\.` ends go to the end of the text, as psql reads a file. */
  rowsToEnd?: boolean | undefined;
}

/** Splits `sql`. Never throws: what is never closed ends with the text. Offsets are UTF-16 units. */
export function lex(sql: string, { from = 0, everySemicolon, rowsToEnd = false }: LexOptions = {}): LexedScript {
  const out = emptyScript();
  let start = -1;
  let last = 0;
  let parens = 0;
  // BEGIN ATOMIC … END bodies hold semicolons of their own (CREATE FUNCTION, manual).
  let atomic = 0;
  let previousWord = '';
  let inner: number[] = [];
  let rowsMayFollow = true;

  const close = () => {
    if (start !== -1) out.statements.push({ start, end: last });
    start = -1;
    inner = [];
    parens = 0;
    atomic = 0;
    previousWord = '';
  };

  for (let i = from; i < sql.length; ) {
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
      if (SENDS.test(command)) close();
      i = end;
      continue;
    }
    if (char === ';' && ((parens === 0 && atomic === 0) || everySemicolon)) {
      const rows: Range | null = rowsMayFollow && isCopy(sql, start, last) ? copiedRows(sql, i, rowsToEnd) : null;
      const behind: number = rows !== null && rows.end > rows.start ? rows.end : 0;
      rowsMayFollow &&= rows === null || behind > 0;
      close();
      if (rows && behind > 0) takeRows(sql, i + 1, rows, out);
      i = behind || i + 1;
      continue;
    }
    if (char === ';') inner.push(i);
    if (start === -1) start = i;
    const word = wordAt(sql, i);
    if (word !== null) {
      const escapes = /^e$/i.test(word) && sql[i + 1] === "'";
      const end = escapes ? quotedEnd(sql, i + 1, "'", true) : i + word.length;
      const upper = word.toUpperCase();
      atomic = atomicDepth(atomic, previousWord, upper);
      previousWord = upper;
      i = end;
    } else if (char === "'" || char === '"') {
      i = quotedEnd(sql, i, char, false);
    } else if (char === '$') {
      i = dollarEnd(sql, i);
    } else {
      if (char === '(') parens++;
      if (char === ')' && parens > 0) parens--;
      const end = SIGNS.includes(char ?? '') && SIGNS.includes(next ?? ' ') ? operatorEnd(sql, i) : i + 1;
      if (end - i > LONGEST_OPERATOR) out.longOperators.push(i);
      i = end;
    }
    last = i;
  }
  out.semicolonsInOpen = inner;
  close();
  return out;
}

function emptyScript(): LexedScript {
  return {
    statements: [],
    comments: [],
    metaCommands: [],
    rows: [],
    unclosed: null,
    longOperators: [],
    semicolonsInOpen: [],
  };
}

/** Notes the comment that begins at `at`, and returns its end. */
function takeComment(sql: string, at: number, out: LexedScript): number {
  const closed = sql[at] === '-' ? lineCommentEnd(sql, at) : blockCommentEnd(sql, at);
  const end = closed ?? sql.length;
  out.comments.push({ start: at, end });
  if (closed === null) out.unclosed = { start: at, end };
  return end;
}

/** psql reads the rows from the next line on, and then goes on with what stands behind the COPY, from `from` on. */
function takeRows(sql: string, from: number, rows: Range, out: LexedScript): void {
  const line = sql.slice(0, rows.start - 1);
  if (line.slice(from).trim() !== '') {
    const { statements, comments, metaCommands, unclosed, longOperators } = lex(line, { from });
    out.statements.push(...statements);
    out.comments.push(...comments);
    out.metaCommands.push(...metaCommands);
    out.longOperators.push(...longOperators);
    if (unclosed) out.unclosed = unclosed;
  }
  for (const list of [out.metaCommands, out.rows]) list.push(rows);
}

/** How deep within BEGIN ATOMIC … END a word leaves us; CASE has an END of its own. */
function atomicDepth(depth: number, previousWord: string, word: string): number {
  if (word === 'ATOMIC' && previousWord === 'BEGIN') return 1;
  if (depth === 0) return 0;
  return word === 'CASE' ? depth + 1 : word === 'END' ? depth - 1 : depth;
}

function operatorEnd(sql: string, at: number): number {
  OPERATOR.lastIndex = at;
  return at + (OPERATOR.exec(sql)?.[0].length ?? 1);
}

export function wordAt(sql: string, at: number): string | null {
  // Digits and most signs: no need to ask the pattern.
  if ((sql.charCodeAt(at) | 32) < 97) return null;
  IDENTIFIER.lastIndex = at;
  return IDENTIFIER.exec(sql)?.[0] ?? null;
}

function isCopy(sql: string, start: number, end: number): boolean {
  return start !== -1 && /^copy/i.test(sql.slice(start, start + 4)) && COPY_FROM_STDIN.test(sql.slice(start, end));
}

/** The lines from a COPY's semicolon to the line `\\.`; where that never comes, to the end or none. */
function copiedRows(sql: string, semicolon: number, toEnd: boolean): Range {
  const start = lineEnd(sql, semicolon) + 1;
  const terminator = /^\\\.\r?$/gm;
  terminator.lastIndex = start;
  const end = terminator.exec(sql);
  if (end) return { start, end: end.index + 2 };
  return { start, end: toEnd ? Math.max(start, sql.length) : start };
}

function lineEnd(sql: string, from: number): number {
  const end = sql.indexOf('\n', from);
  return end === -1 ? sql.length : end;
}

/** A carriage return alone ends a comment too. */
export function lineCommentEnd(sql: string, from: number): number {
  LINE_END.lastIndex = from;
  return LINE_END.exec(sql)?.index ?? sql.length;
}

const LINE_END = /[\r\n]/g;

/** Block comments nest in SQL. Null where one never closes. */
export function blockCommentEnd(sql: string, from: number): number | null {
  let depth = 0;
  for (let i = from; i < sql.length; i++) {
    if (sql[i] === '/' && sql[i + 1] === '*') {
      depth++;
      i++;
    } else if (sql[i] === '*' && sql[i + 1] === '/') {
      depth--;
      i++;
      if (depth === 0) return i + 1;
    }
  }
  return null;
}

/** A doubled quote stays inside; a backslash escapes only in E'' strings. */
export function quotedEnd(sql: string, from: number, quote: string, backslashes: boolean): number {
  for (let i = from + 1; i < sql.length; i++) {
    if (backslashes && sql[i] === '\\') i++;
    else if (sql[i] === quote) {
      if (sql[i + 1] !== quote) return i + 1;
      i++;
    }
  }
  return sql.length;
}

export function dollarEnd(sql: string, from: number): number {
  DOLLAR_TAG.lastIndex = from;
  const tag = DOLLAR_TAG.exec(sql)?.[0];
  if (tag === undefined) return from + 1;
  const end = sql.indexOf(tag, from + tag.length);
  return end === -1 ? sql.length : end + tag.length;
}
