/** What a pull request's diff shows: reviews and links can only point into it. Pure. */

/** Contiguous lines of the new file in the diff: added ones and their neighbours. */
export interface Hunk {
  /** 1-based number of the first line. */
  start: number;
  lines: string[];
}

/** By path. A file without a patch (too big, or binary) is not in it. */
export type Diff = ReadonlyMap<string, readonly Hunk[]>;

/** The hunks of a patch as GitHub lists it. */
export function parsePatch(patch: string): Hunk[] {
  const hunks: Hunk[] = [];
  for (const line of patch.split('\n')) {
    const header = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line);
    if (header) hunks.push({ start: Number(header[1]), lines: [] });
    // A line that was removed is none of the new file's, nor is "\ No newline at end of file".
    else if (line.startsWith('+') || line.startsWith(' ')) hunks.at(-1)?.lines.push(line.slice(1));
  }
  return hunks.filter(({ lines }) => lines.length > 0);
}

/** The text of lines `from` to `to` where one hunk shows all of them; else null. */
export function shownLines(diff: Diff, path: string, from: number, to = from): string[] | null {
  const hunk = diff.get(path)?.find(({ start, lines }) => from >= start && to < start + lines.length);
  return hunk ? hunk.lines.slice(from - hunk.start, to - hunk.start + 1) : null;
}
