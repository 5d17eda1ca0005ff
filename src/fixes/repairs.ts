/** Mechanical repairs: which of a report's fixes can be made at once, and the text that they lead to. Pure. */
import type { Finding, Fix, TextEdit } from '../report-schema/types.js';
import { LineMap } from '../sql/positions.js';

/** A finding with the fix that is made for it. */
export interface Remedy {
  finding: Finding;
  fix: Fix;
}

/** The texts of files, by path. */
export type Texts = ReadonlyMap<string, string>;

/** The first fix of each finding. A fix is whole or not at all: one that reaches into another file is left to be made by hand. */
export function repairsOf(findings: readonly Finding[], sources: Texts): Remedy[] {
  return findings.flatMap((finding) => {
    const fix = finding.fixes?.[0];
    if (fix === undefined || finding.evidence === 'refuted' || !sources.has(finding.path)) return [];
    return fix.edits.length > 0 && fix.edits.every(({ path }) => path === finding.path) ? [{ finding, fix }] : [];
  });
}

/** Those whose edits touch none that was taken before them. */
export function apart<R extends Remedy>(repairs: readonly R[], sources: Texts): R[] {
  const lines = lineMaps(sources);
  const taken = new Map<string, Span[]>();
  return repairs.filter(({ finding: { path }, fix }) => {
    const spans = fix.edits.map((edit) => spanOf(edit, lines(path)));
    const others = taken.get(path) ?? [];
    if (spans.some((span) => others.some((other) => span.start <= other.end && other.start <= span.end))) return false;
    taken.set(path, [...others, ...spans]);
    return true;
  });
}

/** The files that repairs change, with their new texts. The repairs are apart. */
export function repaired(repairs: readonly Remedy[], sources: Texts): Map<string, string> {
  const edits = repairs.flatMap(({ fix }) => fix.edits);
  const paths = new Set(edits.map(({ path }) => path));
  const itsText = (path: string) =>
    edited(
      sources.get(path) ?? '',
      edits.filter((edit) => edit.path === path),
    );
  return new Map([...paths].map((path) => [path, itsText(path)]));
}

/** A text after all edits; they don't overlap. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineMap(text);
  const spans = edits.map((edit) => ({ ...spanOf(edit, lines), by: edit.text })).sort((a, b) => a.start - b.start);
  let out = '';
  let at = 0;
  for (const { start, end, by } of spans) {
    out += text.slice(at, start) + by;
    at = end;
  }
  return out + text.slice(at);
}

interface Span {
  start: number;
  end: number;
}

function spanOf({ line, column, endLine, endColumn }: TextEdit, lines: LineMap): Span {
  return { start: lines.lineStart(line) + column - 1, end: lines.lineStart(endLine) + endColumn - 1 };
}

function lineMaps(sources: Texts): (path: string) => LineMap {
  const known = new Map<string, LineMap>();
  return (path) => {
    const lines = known.get(path) ?? new LineMap(sources.get(path) ?? '');
    known.set(path, lines);
    return lines;
  };
}
