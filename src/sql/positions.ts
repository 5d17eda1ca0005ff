/** Offsets, lines and columns of one text. */
import type { Fill, Location, ScriptSource, SourceFile } from '../model.js';
import { code } from './words.js';

/** Finds lines and columns by offset (UTF-16 units); both are 1-based. CRLF and LF end a line. */
export class LineMap {
  static readonly #byFile = new WeakMap<SourceFile, LineMap>();
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) this.#starts.push(i + 1);
  }

  /** The file's own, made once. */
  static of(file: SourceFile): LineMap {
    const known = LineMap.#byFile.get(file) ?? new LineMap(file.text);
    LineMap.#byFile.set(file, known);
    return known;
  }

  position(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  location(path: string, start: number, end: number): Location {
    const from = this.position(start);
    const to = this.position(end);
    return { path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }

  /** The offset of a line's first character. */
  lineStart(line: number): number {
    return this.#starts[line - 1] ?? 0;
  }
}

/** Translates libpg-query's offsets, which count UTF-8 bytes, into UTF-16 units. */
export function byteToUtf16(text: string): (byte: number) => number {
  if (isAscii(text)) return (byte) => byte;
  const byteAt = new Uint32Array(text.length + 1);
  let byte = 0;
  for (let i = 0; i < text.length; i++) {
    byteAt[i] = byte;
    const unit = text.charCodeAt(i);
    // A surrogate pair is four bytes: two for each half.
    byte += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  byteAt[text.length] = byte;
  return (wanted) => {
    let low = 0;
    let high = text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((byteAt[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** Translates a position in code points (as Postgres counts) into UTF-16 units; both from 0. */
export function codePointToUtf16(text: string, codePoints: number): number {
  let offset = 0;
  for (let i = 0; i < codePoints && offset < text.length; i++) {
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}

/** Translates offsets of a script's `sql` into offsets of its file's text. */
export function fileOffsets({ fills = [] }: Pick<ScriptSource, 'fills'>): (offset: number) => number {
  if (fills.length === 0) return (offset) => offset;
  // Where each begins in the file.
  const places: number[] = [];
  let longer = 0;
  for (const { at, length, was } of fills) {
    places.push(at - longer);
    longer += length - was;
  }
  return (offset) => {
    let [low, high] = [0, fills.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((fills[middle] as Fill).at <= offset) low = middle + 1;
      else high = middle;
    }
    const fill = fills[low - 1];
    if (fill === undefined) return offset;
    const place = places[low - 1] as number;
    const inside = offset - fill.at;
    return inside < fill.length ? place + Math.min(inside, fill.was) : place + fill.was + inside - fill.length;
  };
}

function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is what ASCII is
  return /^[\x00-\x7f]*$/.test(text);
}

/** Blanks everything outside the given ranges, keeping line ends, so that offsets stay the same. */
export function maskOutside(text: string, ranges: { start: number; end: number }[]): string {
  let masked = '';
  let at = 0;
  for (const { start, end } of ranges) {
    masked += blank(text.slice(at, start)) + text.slice(start, end);
    at = end;
  }
  return masked + blank(text.slice(at));
}

/** Blanks the ranges, which are in order, and keeps all else in its place. */
export function blankOut(text: string, ranges: readonly { start: number; end: number }[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of ranges) {
    rest += text.slice(at, start) + maskOutside(text.slice(start, end), []);
    at = end;
  }
  return rest + text.slice(at);
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** The location of a report that is about a whole file. */
export function startOfFile(path: string): Location {
  return { path, line: 1, column: 1, endLine: 1, endColumn: 1 };
}

/** Where a statement stands, seen from another: its line, with the file where that is another one. */
export function lineOf({ location }: Placed, from: Placed | undefined): string {
  const file = from === undefined || location.path === from.location.path ? '' : ` of ${code(location.path)}`;
  return `line ${location.line}${file}`;
}

type Placed = { location: Location };
