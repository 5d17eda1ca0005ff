/** Mechanical repairs of a statement's text: none where the file says it in other words. */
import type { Script, Statement } from '../../model.js';
import type { TextEdit } from '../../report-schema/types.js';
import { LineMap } from '../../sql/positions.js';

/** Inserts `text` after the first match of `pattern` in the statement. */
export function insertAfter(statement: Statement, script: Script, pattern: RegExp, text: string): TextEdit[] {
  const match = asWritten(statement, script) ? pattern.exec(statement.sql) : null;
  if (match === null) return [];
  const at = statement.start + match.index + match[0].length;
  return [{ ...LineMap.of(script.file).location(script.file.path, at, at), text }];
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
  return [{ ...LineMap.of(script.file).location(script.file.path, from, from + end - start), text }];
}

/** Puts lines before the statement. Not where a comment is above it, which may be about it. */
export function insertBefore(statement: Statement, script: Script, text: string): TextEdit[] {
  if (statement.comments.length > 0 || !asWritten(statement, script)) return [];
  const { start } = statement;
  return [{ ...LineMap.of(script.file).location(script.file.path, start, start), text }];
}

/** Replaces the first match of `pattern` in the statement. */
export function replace(statement: Statement, script: Script, pattern: RegExp, text: string): TextEdit[] {
  const match = asWritten(statement, script) ? pattern.exec(statement.sql) : null;
  if (match === null) return [];
  const at = statement.start + match.index;
  return [{ ...LineMap.of(script.file).location(script.file.path, at, at + match[0].length), text }];
}

function asWritten({ sql, start, end }: Statement, { file }: Script): boolean {
  return file.text.slice(start, end) === sql;
}
