/** The lines around a finding, with carets under the statement. */
import { codeFrameColumns } from '@babel/code-frame';
import type { Location } from '../model.js';
import { sourceLine } from './escape.js';

const ABOVE = 1;
const BELOW = 1;
// With more, the library takes the length of the wrong line.
const MAX_MARKED = 3;

/** The text that was drawn from last, in lines: findings of one file come one after the other. */
let last: { source: string; lines: string[] } = { source: '', lines: [''] };

function linesOf(source: string): string[] {
  if (last.source !== source) last = { source, lines: source.split('\n') };
  return last.lines;
}

/** Draw the place in its source, a few lines long and at most `width` wide; empty where the source has no such line. */
export function codeFrame(source: string, location: Location, width: number): string {
  const all = linesOf(source);
  const { line, column } = location;
  if (!(line >= 1 && line <= all.length)) return '';
  const first = Math.max(1, line - ABOVE);
  const endLine = Math.max(line, Math.min(location.endLine, line + MAX_MARKED - 1, all.length));
  const room = Math.max(20, width - String(endLine + BELOW).length - 5);
  // A statement far to the right (a minified dump) is brought into view.
  const from = column > room ? column - Math.floor(room / 4) : 1;
  const shown = all.slice(first - 1, endLine + BELOW).map((text) => crop(text.replace(/\r$/, ''), from, room));
  // Each mark stays on its line: the next one may be shorter, and what is cut off has no columns.
  const onLine = (number: number, wanted: number) =>
    Math.min(Math.max(wanted - from + 1, 1), (shown[number - first]?.length ?? 0) + 1);
  const start = { line, column: onLine(line, column) };
  const wanted = endLine === location.endLine ? location.endColumn : Number.POSITIVE_INFINITY;
  const end = { line: endLine, column: onLine(endLine, wanted) };
  // On the last of several lines the library counts columns from 0.
  if (end.line > start.line) end.column -= 1;
  else end.column = Math.max(end.column, start.column);
  // `startLine` is not in the library's types.
  const options = { linesAbove: ABOVE, linesBelow: BELOW, highlightCode: false, startLine: first };
  return codeFrameColumns(shown.join('\n'), { start, end }, options).replace(/[ \t]+$/gm, '');
}

/** The part of a line that has room, without what would drive a terminal; half a surrogate pair is no character. */
function crop(line: string, from: number, room: number): string {
  const isLonger = line.length > from - 1 + room;
  return `${sourceLine(line.slice(from - 1, from - 1 + (isLonger ? room - 1 : room)))}${isLonger ? '…' : ''}`;
}
