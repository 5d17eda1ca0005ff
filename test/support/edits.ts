/** Fixes, applied to a text. */
import type { TextEdit } from '../../src/report-schema/types.js';
import { LineMap } from '../../src/sql/positions.js';

/** All edits at once, from the last to the first. */
export function applied(text: string, edits: TextEdit[]): string {
  const lines = new LineMap(text);
  const offset = (line: number, column: number) => lines.lineStart(line) + column - 1;
  return [...edits]
    .sort((a, b) => b.line - a.line || b.column - a.column)
    .reduce(
      (now, { line, column, endLine, endColumn, text: by }) =>
        now.slice(0, offset(line, column)) + by + now.slice(offset(endLine, endColumn)),
      text,
    );
}
