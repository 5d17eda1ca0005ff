/** The lines around a finding, with carets under the statement. */
import { codeFrameColumns } from '@babel/code-frame';
import type { Location } from '../model.js';
import { sourceLine } from './escape.js';

const ABOVE = 1;
const BELOW = 1;
// With more, the library takes the length of the wrong line.
const MAX_MARKED = 3;

/** Draw the place in its source, a few lines long and at most `width` wide; empty where the source has no such line. */
export function codeFrame(source: string, location: Location, width: number): string {
  const all = source.split('\n');
  const first = Math.max(1, location.line - ABOVE);
  const endLine = Math.max(location.line, Math.min(location.endLine, location.line + MAX_MARKED - 1, all.length));
  if (location.line < 1 || location.line > all.length) return '';
  const room = Math.max(20, width - String(endLine + BELOW).length - 5);
  // A statement far to the right (a minified dump) is brought into view.
  const from = location.column > room ? location.column - Math.floor(room / 4) : 1;
  const lines = all.slice(first - 1, endLine + BELOW).map((line) => sourceLine(line.replace(/\r$/, '')));
  const cropped = lines.map((line) => crop(line, from, room));
  const lastLine = cropped[endLine - first] ?? '';
  const endColumn = endLine === location.endLine ? location.endColumn - from + 1 : lastLine.length + 1;
  const start = { line: location.line, column: location.column - from + 1 };
  const end = { line: endLine, column: Math.min(endColumn, lastLine.length + 1) };
  // `startLine` is not in the library's types.
  const options = { linesAbove: ABOVE, linesBelow: BELOW, highlightCode: false, startLine: first };
  // On the last of several lines the library counts columns from 0.
  const range = end.line > start.line ? { start, end: { ...end, column: end.column - 1 } } : { start, end };
  return codeFrameColumns(cropped.join('\n'), range, options).replace(/[ \t]+$/gm, '');
}

function crop(line: string, from: number, room: number): string {
  const cut = line.slice(from - 1, from - 1 + room);
  return line.length > from - 1 + room ? `${cut.slice(0, -1)}…` : cut;
}
