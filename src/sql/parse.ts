/** Reads scripts with Postgres' own grammar (libpg-query). */
import type { Node, ParseResult } from '@pgsql/types';
import type { Comment, Script, ScriptSource, Statement } from '../model.js';
import { type LexedScript, lex, type Range } from './lexer.js';
import { byteToUtf16, codePointToUtf16, LineMap, maskOutside } from './positions.js';
import { transactionContexts } from './transactions.js';

/** Postgres' grammar, loaded. */
export interface Grammar {
  parseScript(source: ScriptSource): Script;
}

interface Refusal {
  message: string;
  /** UTF-16 units from the start of the text. */
  offset: number;
}

/** Loads the grammar (a WebAssembly module, about 20 ms): only where there is SQL to read. */
export async function loadGrammar(): Promise<Grammar> {
  const { loadModule, parseSync, hasSqlDetails } = await import('libpg-query');
  await loadModule();
  const parse = (sql: string): ParseResult | Refusal => {
    try {
      return parseSync(sql);
    } catch (error) {
      if (!hasSqlDetails(error)) throw error;
      const at = Math.max(error.sqlDetails?.cursorPosition ?? 0, 0);
      return { message: error.message, offset: codePointToUtf16(sql, at) };
    }
  };
  return { parseScript: (source) => parseScript(source, parse) };
}

/**
 * Parses a script whole. Where the grammar refuses a statement, that one is set aside with its error and the rest is
 * parsed again without it, so that one broken statement never hides the others.
 */
function parseScript(source: ScriptSource, parse: (sql: string) => ParseResult | Refusal): Script {
  const { file } = source;
  const lines = new LineMap(file.text);
  const lexed = lex(source.sql);
  const refused = lexed.metaCommands.map((range) => ({ range, error: metaCommandError(source.sql, range) }));
  let sql = refused.length === 0 ? source.sql : blankOut(source.sql, lexed.metaCommands);
  let pieces = refused.length === 0 ? lexed.statements : lex(sql).statements;
  let parsed: Parsed[] = [];
  while (pieces.length > 0) {
    const result = parse(sql);
    if (!('message' in result)) {
      parsed = statementsOf(result, sql, lexed);
      break;
    }
    const guilty = pieces.findLast((piece) => piece.start <= result.offset) ?? (pieces[0] as Range);
    refused.push({ range: guilty, error: result });
    pieces = pieces.filter((piece) => piece !== guilty);
    sql = blankOut(sql, [guilty]);
  }

  const found = [
    ...parsed.map(({ node, start, end }) => ({ node, start, end, error: null })),
    ...refused.map(({ range, error }) => ({ node: null, ...range, error })),
  ].sort((a, b) => a.start - b.start);
  const comments = lexed.comments.map((range): Comment => {
    const line = lines.position(range.start).line;
    return { text: commentText(source.sql.slice(range.start, range.end)), ...range, line };
  });

  let nextComment = 0;
  const statements = found.map(({ node, start, end, error }, index): Statement => {
    const own: Comment[] = [];
    for (let comment = comments[nextComment]; comment && comment.start < start; comment = comments[++nextComment]) {
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
    if (statement) statement.transaction = context;
  });
  return { ...source, parsedSql: sql, statements, comments };
}

interface Parsed extends Range {
  node: Node;
}

/** The parse tree's spans begin at the end of the statement before: comments and space are not the statement. */
function statementsOf(result: ParseResult, sql: string, lexed: LexedScript): Parsed[] {
  const toUtf16 = byteToUtf16(sql);
  let comment = 0;
  return (result.stmts ?? []).flatMap(({ stmt, stmt_location = 0, stmt_len }) => {
    if (stmt === undefined) return [];
    let start = toUtf16(stmt_location);
    const end = stmt_len ? toUtf16(stmt_location + stmt_len) : sql.trimEnd().length;
    for (;;) {
      while (start < end && /\s/.test(sql[start] ?? '')) start++;
      while ((lexed.comments[comment]?.end ?? Number.POSITIVE_INFINITY) <= start) comment++;
      const next = lexed.comments[comment];
      if (next === undefined || next.start !== start) break;
      start = next.end;
    }
    return [{ node: stmt, start, end: trimmedEnd(sql, start, end, lexed.comments) }];
  });
}

/** Where a statement's own text ends: before trailing space and comments. */
function trimmedEnd(sql: string, start: number, end: number, comments: Range[]): number {
  let at = end;
  for (;;) {
    while (at > start && /[\s;]/.test(sql[at - 1] ?? '')) at--;
    const trailing = comments.find((comment) => comment.end === at && comment.start > start);
    if (trailing === undefined) return at;
    at = trailing.start;
  }
}

function blankOut(sql: string, ranges: Range[]): string {
  let rest = sql;
  for (const { start, end } of ranges) {
    rest = rest.slice(0, start) + maskOutside(rest.slice(start, end), []) + rest.slice(end);
  }
  return rest;
}

function metaCommandError(sql: string, range: Range): Refusal {
  const command = sql.slice(range.start, range.end).split(/\s/, 1)[0] ?? '\\';
  return { message: `${command} is a command of psql, not SQL`, offset: range.start };
}

function errorLocation(lines: LineMap, path: string, error: Refusal, end: number) {
  const start = Math.min(error.offset, Math.max(end - 1, 0));
  return lines.location(path, start, Math.max(end, start + 1));
}

function commentText(comment: string): string {
  if (comment.startsWith('--')) return comment.slice(2).trim();
  return comment.replace(/^\/\*+|\*+\/$/g, '').trim();
}
