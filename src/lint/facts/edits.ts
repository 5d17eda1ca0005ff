/** Mechanical repairs of a statement's text: none where the file says it in other words. */
import type { Script, Statement } from '../../model.js';
import type { TextEdit } from '../../report-schema/types.js';
import { LineMap } from '../../sql/positions.js';

/** Keywords in the letters of the statement: lower case where it begins so. */
export function keywords({ sql }: Statement, text: string): string {
  return /^[a-z]/.test(sql) ? text.toLowerCase() : text;
}

/** Inserts `text` after the first match of `pattern` in the statement. */
export function insertAfter(statement: Statement, script: Script, pattern: RegExp, text: string): TextEdit[] {
  const match = asWritten(statement, script) ? pattern.exec(statement.sql) : null;
  if (match === null) return [];
  const at = statement.start + match.index + match[0].length;
  return [edit(script, at, at, text)];
}

/** Replaces a part of the statement's text; offsets count from its first character. */
export function replaceRange(
  statement: Statement,
  script: Script,
  { start, end }: { start: number; end: number },
  text: string,
): TextEdit[] {
  if (!asWritten(statement, script)) return [];
  const from = statement.start + start;
  return [edit(script, from, from + end - start, text)];
}

/** Puts statements before this one, as far to the right. Not where a comment is above it, which may be about it. */
export function insertBefore(statement: Statement, script: Script, statements: readonly string[]): TextEdit[] {
  if (statement.comments.length > 0 || !asWritten(statement, script)) return [];
  const { start } = statement;
  const between = betweenStatements(statement, script);
  return [edit(script, start, start, statements.map((one) => `${one}${between}`).join(''))];
}

/** Puts statements behind this one and its semicolon, as far to the right; none where it has no semicolon. */
export function insertBehind(statement: Statement, script: Script, statements: readonly string[]): TextEdit[] {
  const semicolon = /^\s*;/.exec(script.file.text.slice(statement.end));
  if (semicolon === null || !asWritten(statement, script)) return [];
  const at = statement.end + semicolon[0].length;
  const between = betweenStatements(statement, script);
  return [edit(script, at, at, statements.map((one) => `${between}${one}`).join(''))];
}

/**
 * What separates a statement from one that is put beside it: a new line that begins as its own does. A line that begins with
 * something else is not broken: it may be a tool's (`--rollback DROP TABLE t;`), of which a second line would be no part.
 */
export function betweenStatements({ start }: Statement, { file: { text } }: Script): string {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /^\s*$/.test(before) ? `\n${before}` : ' ';
}

/** Replaces the first match of `pattern` in the statement. */
export function replace(statement: Statement, script: Script, pattern: RegExp, text: string): TextEdit[] {
  const match = asWritten(statement, script) ? pattern.exec(statement.sql) : null;
  if (match === null) return [];
  const at = statement.start + match.index;
  return [edit(script, at, at + match[0].length, text)];
}

/** Lines end as those around them. */
function edit({ file }: Script, start: number, end: number, text: string): TextEdit {
  const next = file.text.indexOf('\n', start);
  const at = next === -1 ? file.text.lastIndexOf('\n') : next;
  const lineEnd = at > 0 && file.text[at - 1] === '\r' ? '\r\n' : '\n';
  return { ...LineMap.of(file).location(file.path, start, end), text: text.replace(/\r?\n/g, lineEnd) };
}

function asWritten({ sql, start, end }: Statement, { file }: Script): boolean {
  return file.text.slice(start, end) === sql;
}
