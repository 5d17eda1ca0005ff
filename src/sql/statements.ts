/** A text's statements and comments at their places in the file. Pure. */
import type { Node, ParseResult } from '@pgsql/types';
import type { Comment, Location, Script, ScriptSource, Statement } from '../model.js';
import type { LexedScript, Range } from './lexer.js';
import { byteToUtf16, fileOffsets, LineMap } from './positions.js';

export interface Refusal {
  message: string;
  help?: string;
  /** UTF-16 units from the start of the text. */
  offset: number;
  /** It is the parser that gave up, which says nothing of the text. */
  tooDeep?: true;
}

export interface ParsedStatement extends Range {
  node: Node;
}

/** What was read and what was refused, in the order and at the places of the file. */
export function assembled(
  source: ScriptSource,
  lexed: LexedScript,
  parsed: ParsedStatement[],
  refused: { range: Range; error: Refusal }[],
): Pick<Script, 'statements' | 'comments'> {
  const { file } = source;
  const lines = LineMap.of(file);
  const inFile = fileOffsets(source);
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
  const comments = lexed.comments.map((range): Comment => {
    const place = placed(range, inFile);
    const { line } = lines.position(place.start);
    return { text: commentText(source.sql.slice(range.start, range.end)), ...place, line };
  });

  let nextComment = 0;
  const statements = found.map(({ node, text, rows, start, end, error }, index): Statement => {
    const own: Comment[] = [];
    const before = found[index - 1]?.end ?? 0;
    for (let comment = comments[nextComment]; comment && comment.start < start; comment = comments[++nextComment]) {
      // A comment inside the statement before refers to nothing here.
      if (comment.start >= before) own.push(comment);
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
function rowsOf(
  { node, end }: { node: Node | null; end: number },
  sql: string,
  rows: readonly Range[],
): string | undefined {
  if (node === null || !('CopyStmt' in node)) return undefined;
  const its = rows.find((range) => range.start >= end && /^\s*;[^\n]*\n$/.test(sql.slice(end, range.start)));
  return its && sql.slice(its.start, its.end).replace(/^\\\.$(?![\s\S])/m, '');
}

function placed({ start, end }: Range, inFile: (offset: number) => number): Range {
  return { start: inFile(start), end: inFile(end) };
}

/** The parse tree's spans begin at the end of the statement before: comments and space are not the statement. */
export function statementsOf(result: ParseResult, sql: string, lexed: LexedScript): ParsedStatement[] {
  const toUtf16 = byteToUtf16(sql);
  const commentByEnd = new Map(lexed.comments.map((comment) => [comment.end, comment]));
  let comment = 0;
  return (result.stmts ?? []).flatMap(({ stmt, stmt_location = 0, stmt_len }) => {
    if (stmt === undefined) return [];
    let start = toUtf16(stmt_location);
    const end = stmt_len ? toUtf16(stmt_location + stmt_len) : sql.length;
    for (;;) {
      while (start < end && SPACE.test(sql[start] ?? '')) start++;
      while ((lexed.comments[comment]?.end ?? Number.POSITIVE_INFINITY) <= start) comment++;
      const next = lexed.comments[comment];
      if (next === undefined || next.start !== start) break;
      start = next.end;
    }
    return [{ node: stmt, start, end: trimmedEnd(sql, start, end, commentByEnd) }];
  });
}

/** What the grammar skips; a no-break space is a letter to it. */
export const SPACE = /[ \t\n\r\f\v]/;

const SPACE_OR_END = /[ \t\n\r\f\v;]/;

/** Where a statement's own text ends: before trailing space and comments. */
function trimmedEnd(sql: string, start: number, end: number, commentByEnd: ReadonlyMap<number, Range>): number {
  let at = end;
  for (;;) {
    const trailing = commentByEnd.get(at);
    if (trailing !== undefined && trailing.start > start) at = trailing.start;
    else if (at > start && SPACE_OR_END.test(sql[at - 1] ?? '')) at--;
    else return at;
  }
}

function syntaxError({ message, help, tooDeep }: Refusal, location: Location): NonNullable<Statement['syntaxError']> {
  return { message, location, ...(help !== undefined && { help }), ...(tooDeep && { tooDeep }) };
}

function errorLocation(lines: LineMap, path: string, error: Refusal, end: number) {
  const start = Math.min(error.offset, Math.max(end - 1, 0));
  return lines.location(path, start, Math.max(end, start + 1));
}

function commentText(comment: string): string {
  if (comment.startsWith('--')) return comment.slice(2).trim();
  const text = comment.replace(/^\/\*+/, '');
  // By hand: a pattern for the text before the end tries every asterisk.
  if (!text.endsWith('*/')) return text.trim();
  let end = text.length - 1;
  while (text[end - 1] === '*') end--;
  return text.slice(0, end).trim();
}
