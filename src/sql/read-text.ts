/** Reads a text with the grammar. Where that refuses a statement, the others are read all the same. Pure. */
import type { ParseResult } from '@pgsql/types';
import type { Script, ScriptSource } from '../model.js';
import { BYTE_ORDER_MARK, COPIED_ROWS, psqlCommand } from './foreign-syntax.js';
import { lex, type Range, SENDS } from './lexer.js';
import { SURELY_FITS } from './pg-query.js';
import { blankOut } from './positions.js';
import { refusedFormHelp } from './refused-forms.js';
import { assembled, type ParsedStatement, type Refusal, SPACE, statementsOf } from './statements.js';

export const TOO_DEEP = {
  message: 'it chains or nests so much (more than some thousand operators or levels) that the parser can’t follow it',
  help: 'Split the statement, or write the values as rows of a table and join them. No rule looked at it.',
  tooDeep: true,
} as const;

/** A script as its text says it; which transaction each statement runs in comes from its tool. */
export type ReadScript = Omit<Script, 'leaves'>;

/** `sure`: each of its statements was read before. */
export type Parse = (sql: string, sure?: boolean) => ParseResult | Refusal;

/**
 * Parses a script whole. Where the grammar refuses a statement, that one is set aside with its error and the rest is
 * parsed again without it, so that one broken statement never hides the others.
 */
export function parseText(source: ScriptSource, parse: Parse): ReadScript {
  const lexed = lex(source.sql, { rowsToEnd: source.sendsRows });
  const rows = source.sendsRows ? lexed.rows : [];
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
      const broken = refusals(sql, parse).map(explained(sql));
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
    ({ statements: pieces, semicolonsInOpen: semicolons } = lex(sql, {
      from: open + 1,
      everySemicolon: ++opened > MOST_OPEN,
    }));
    [at, alone, end] = [0, 0, Number.POSITIVE_INFINITY];
  }
  return refused;
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

function explained(sql: string) {
  return ({ range, error }: { range: Range; error: Refusal }) =>
    sql[range.start] === '\ufeff' ? { range, error: { ...BYTE_ORDER_MARK, offset: range.start } } : { range, error };
}

function metaCommandError(sql: string, range: Range): Refusal {
  const text = sql.slice(range.start, range.end);
  return { ...(text.startsWith('\\') ? psqlCommand(text) : COPIED_ROWS), offset: range.start };
}

/** The grammar quotes all that follows an unterminated string: one line of it is enough. */
export function shortened(message: string): string {
  return message.replace(/ at or near "(.*)"$/s, (whole, near: string) => {
    const line = near.split(/\r?\n/, 1)[0]?.slice(0, 60) ?? '';
    return line === near ? whole : ` at or near "${line}…"`;
  });
}
