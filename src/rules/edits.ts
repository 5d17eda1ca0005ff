/** Mechanical repairs of a statement's text. */
import type { Script, Statement, TextEdit } from '../model.js';
import { LineMap } from '../sql/positions.js';

/** Inserts `text` after the first match of `pattern` in the statement. */
export function insertAfter(statement: Statement, script: Script, pattern: RegExp, text: string): TextEdit[] {
  const match = pattern.exec(statement.sql);
  if (match === null) return [];
  const at = statement.start + match.index + match[0].length;
  return [{ ...new LineMap(script.file.text).location(script.file.path, at, at), text }];
}
