/** Reads scripts with Postgres' own grammar (libpg-query). */
import type { Node, ParseResult } from '@pgsql/types';
import type { Comment, Included, Location, Script, ScriptSource, Statement, TransactionContext } from '../model.js';
import { stayWithFirstCompiler } from '../system/first-compiler.js';
import { blockOf, type ParsePlpgsql, readDoBlock } from './do-block.js';
import { COPIED_ROWS, placeholderAt, psqlCommand } from './foreign-syntax.js';
import { type LexedScript, lex, type Range, SENDS } from './lexer.js';
import { loadPgQuery, SURELY_FITS } from './pg-query.js';
import { blankOut, byteToUtf16, codePointToUtf16, fileOffsets, LineMap } from './positions.js';
import { refusedFormHelp } from './refused-forms.js';
import { transactionContexts } from './transactions.js';

/** Postgres' grammar, loaded. */
export interface Grammar {
  /** `begun`: what the script before it in the same run of the tool has left. */
  parseScript(source: ScriptSource, begun?: TransactionContext): Script;
}

interface Refusal {
  message: string;
  help?: string;
  /** UTF-16 units from the start of the text. */
  offset: number;
  /** It is the parser that gave up, which says nothing of the text. */
  tooDeep?: true;
}

/** Loads the grammar (a WebAssembly module, about 20 ms): only where there is SQL to read. */
export async function loadGrammar(): Promise<Grammar> {
  stayWithFirstCompiler();
  const { parse: ask, parsePlpgsql } = await loadPgQuery();
  const parse: Parse = (sql, sure) => {
    const answer = ask(sql, sure);
    if ('tree' in answer) return answer.tree;
    if ('tooDeep' in answer) return { ...TOO_DEEP, offset: 0 };
    const { message, position } = answer.problem;
    const offset = codePointToUtf16(sql, position);
    const help = refusedFormHelp(message);
    const refusal = { message: shortened(message), ...(help !== undefined && { help }) };
    return { ...(placeholderAt(sql, offset) ?? refusal), offset };
  };
  return {
    parseScript: (source, begun) => {
      const script = withIncluded(source, (one) => {
        const read = parseText(one, parse);
        withBlocks(read, parse, parsePlpgsql);
        return read;
      });
      const { contexts, leaves } = transactionContexts(script.statements, source.transaction, begun);
      contexts.forEach((context, i) => {
        const statement = script.statements[i];
        if (statement) statement.transaction = context;
      });
      return { ...script, leaves };
    },
  };
}

/** The statements of included files stand where psql runs them. */
function withIncluded(source: ScriptSource, read: (source: ScriptSource) => ReadScript): ReadScript {
  const script = read(source);
  if (source.included === undefined) return script;
  const included: Included<Script>[] = [];
  const statements: Statement[] = [];
  const own = [...script.statements];
  for (const { at, script: inner } of source.included) {
    while (own[0] && own[0].start < at) statements.push(own.shift() as Statement);
    const its = withIncluded(inner, read);
    included.push({ at, script: { ...its, leaves: { kind: 'none' } } });
    statements.push(...its.statements);
  }
  return { ...script, included, statements: [...statements, ...own].map(counted) };
}

function counted(statement: Statement, index: number): Statement {
  if (statement.index === index) return statement;
  const { block } = statement;
  const inner = block && { ...block, statements: block.statements.map((one) => ({ ...one, index })) };
  return { ...statement, index, ...(inner && { block: inner }) };
}

type ReadScript = Omit<Script, 'leaves'>;

/** Reads what the script's DO blocks run. */
function withBlocks(script: ReadScript, parse: Parse, parsePlpgsql: ParsePlpgsql): void {
  const parseOne = (sql: string) => {
    const result = parse(sql);
    return 'message' in result || result.stmts?.length !== 1 ? undefined : result.stmts[0]?.stmt;
  };
  let lines: LineMap | undefined;
  for (const statement of script.statements) {
    if (statement.kind !== 'DoStmt') continue;
    lines ??= LineMap.of(script.file);
    statement.block = blockOf(statement, readDoBlock(statement.node, statement.sql, { parsePlpgsql, parseOne }), {
      parseOne,
      locate: (start, end) => (lines as LineMap).location(script.file.path, start, end),
    });
  }
}

const TOO_DEEP = {
  message: 'it chains or nests so much (more than some thousand operators or levels) that the parser can’t follow it',
  help: 'Split the statement, or write the values as rows of a table and join them. No rule looked at it.',
  tooDeep: true,
} as const;

/** `sure`: each of its statements was read before. */
type Parse = (sql: string, sure?: boolean) => ParseResult | Refusal;

/**
 * Parses a script whole. Where the grammar refuses a statement, that one is set aside with its error and the rest is
 * parsed again without it, so that one broken statement never hides the others.
 */
function parseText(source: ScriptSource, parse: Parse): ReadScript {
  const lexed = lex(source.sql);
  const rows = source.sendsRows ? lexed.metaCommands.filter(({ end }) => source.sql.startsWith('\\.', end - 2)) : [];
  const refused = lexed.metaCommands
    .filter((range) => !rows.includes(range))
    .map((range) => ({ range, error: metaCommandError(source.sql, range) }));
  if (lexed.unclosed) refused.push({ range: lexed.unclosed, error: unclosedComment(source.sql, lexed.unclosed) });
  let sql = withoutComments(withoutMetaCommands(source.sql, lexed.metaCommands), lexed.comments);
  let pieces = lexed.metaCommands.length === 0 ? lexed.statements : lex(sql).statements;
  let parsed: ParsedStatement[] = [];
  const unreadable = pieces.filter(holdsOneOf(lexed.longOperators));
  for (const range of unreadable) refused.push({ range, error: { ...TOO_DEEP, offset: range.start } });
  sql = blankOut(sql, unreadable);
  if (unreadable.length > 0) pieces = lex(sql).statements;
  if (pieces.length > 0) {
    let result = parse(sql);
    if ('message' in result) {
      const broken = refusals(sql, parse);
      refused.push(...broken);
      const ranges = broken.map(({ range }) => range).sort((a, b) => a.start - b.start);
      sql = blankOut(sql, ranges);
      pieces = lex(sql).statements;
      // The second look is for what the pieces alone didn't show.
      for (result = parse(sql, true); 'message' in result && pieces.length > 0; result = parse(sql, true)) {
        const { offset } = result;
        if (result.tooDeep) {
          // Each piece can be read, all together can't.
          for (const range of pieces) refused.push({ range, error: { ...TOO_DEEP, offset: range.start } });
          pieces = [];
          break;
        }
        const guilty = pieces.findLast((piece) => piece.start <= offset) ?? (pieces[0] as Range);
        refused.push({ range: guilty, error: result });
        pieces = pieces.filter((piece) => piece !== guilty);
        sql = blankOut(sql, [guilty]);
      }
    }
    if (!('message' in result)) parsed = statementsOf(result, sql, lexed);
  }
  const { included: _, ...own } = source;
  return { ...own, parsedSql: sql, ...assembled(source, { ...lexed, metaCommands: rows }, parsed, refused) };
}

/** What was read and what was refused, in the order and at the places of the file. */
function assembled(
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
  return its && sql.slice(its.start, its.end - 2);
}

function placed({ start, end }: Range, inFile: (offset: number) => number): Range {
  return { start: inFile(start), end: inFile(end) };
}

interface ParsedStatement extends Range {
  node: Node;
}

/** Whether a range holds one of the offsets; both are in order. */
function holdsOneOf(offsets: readonly number[]): (range: Range) => boolean {
  let next = 0;
  return ({ start, end }) => {
    while ((offsets[next] ?? end) < start) next++;
    return (offsets[next] ?? end) < end;
  };
}

/** After so many statements whose parentheses never close, a semicolon ends each. */
const MOST_OPEN = 20;

/** How many statements are parsed at a time to find the broken ones: the work stays linear, however many are broken. */
const WINDOW = 256;

/** The statements that the grammar refuses, from front to back: what precedes an error has been accepted. */
function refusals(sql: string, parse: Parse): { range: Range; error: Refusal }[] {
  const refused: { range: Range; error: Refusal }[] = [];
  let { statements: pieces, semicolonsInOpen: semicolons } = lex(sql);
  let opened = 0;
  // Up to here, statements are parsed alone; up to there, without the one after them.
  let [alone, end] = [0, Number.POSITIVE_INFINITY];
  for (let at = 0; at < pieces.length; ) {
    const from = pieces[at]?.start ?? 0;
    const to = Math.min(at < alone ? at + 1 : at + WINDOW, at < end ? end : Number.POSITIVE_INFINITY);
    const result = parse(sql.slice(from, pieces[to]?.start));
    if (!('message' in result)) {
      at = to;
      continue;
    }
    const error = { ...result, offset: from + result.offset };
    if (error.tooDeep) {
      if (to === at + 1 || at + 1 === pieces.length) refused.push({ range: pieces[at++] as Range, error });
      else alone = to;
      continue;
    }
    const first = at;
    while ((pieces[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= error.offset) at++;
    const piece = pieces[at] as Range;
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
    ({ statements: pieces, semicolonsInOpen: semicolons } = lex(sql, open + 1, ++opened > MOST_OPEN));
    [at, alone, end] = [0, 0, Number.POSITIVE_INFINITY];
  }
  return refused;
}

/** The parse tree's spans begin at the end of the statement before: comments and space are not the statement. */
function statementsOf(result: ParseResult, sql: string, lexed: LexedScript): ParsedStatement[] {
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
const SPACE = /[ \t\n\r\f\v]/;
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

function withoutMetaCommands(sql: string, ranges: Range[]): string {
  if (ranges.length === 0) return sql;
  const blanked = blankOut(sql, ranges);
  // \gexec and its like end the statement before them.
  return ranges
    .filter(({ start, end }) => SENDS.test(sql.slice(start, end)))
    .reduce((text, { start }) => `${text.slice(0, start)};${text.slice(start + 1)}`, blanked);
}

/**
 * Blanks block comments: the grammar's lexer looks at all that is left of a run of signs for each of them, which takes time
 * with the square of their number. After a string their marks stay: strings with nothing but line breaks between them are one.
 */
function withoutComments(sql: string, comments: readonly Range[]): string {
  const blocks = comments.filter(({ start }) => sql[start] === '/');
  return blankOut(
    sql,
    blocks.flatMap(({ start, end }) => {
      const isClosed = sql.startsWith('*/', end - 2) && end - start >= 4;
      return isClosed && afterString(sql, start) ? [{ start: start + 2, end: end - 2 }] : [{ start, end }];
    }),
  );
}

function afterString(sql: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && SPACE.test(sql[before] ?? '')) before--;
  return sql[before] === "'";
}

function unclosedComment(sql: string, { start, end }: Range): Refusal {
  const message = `unterminated /* comment at or near "${sql.slice(start, end)}"`;
  const help = refusedFormHelp(message);
  return { message: shortened(message), offset: start, ...(help !== undefined && { help }) };
}

function metaCommandError(sql: string, range: Range): Refusal {
  const text = sql.slice(range.start, range.end);
  return { ...(text.startsWith('\\') ? psqlCommand(text) : COPIED_ROWS), offset: range.start };
}

function syntaxError({ message, help, tooDeep }: Refusal, location: Location): NonNullable<Statement['syntaxError']> {
  return { message, location, ...(help !== undefined && { help }), ...(tooDeep && { tooDeep }) };
}

function errorLocation(lines: LineMap, path: string, error: Refusal, end: number) {
  const start = Math.min(error.offset, Math.max(end - 1, 0));
  return lines.location(path, start, Math.max(end, start + 1));
}

/** The grammar quotes all that follows an unterminated string: one line of it is enough. */
function shortened(message: string): string {
  return message.replace(/ at or near "(.*)"$/s, (whole, near: string) => {
    const line = near.split(/\r?\n/, 1)[0]?.slice(0, 60) ?? '';
    return line === near ? whole : ` at or near "${line}…"`;
  });
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
