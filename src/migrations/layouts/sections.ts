/** Files that hold several scripts, each under a line that only its tool understands. Pure. */
import type { ScriptRole, ScriptSource, SourceFile, TransactionMode } from '../../model.js';
import { lex } from '../../sql/lexer.js';
import { maskOutside } from '../../sql/positions.js';
import { type FileProblem, malformed } from '../problem.js';

export interface Line {
  text: string;
  /** 1-based. */
  number: number;
  /** Offsets of the line without and with its end. */
  start: number;
  end: number;
  next: number;
}

export interface Section {
  role: ScriptRole;
  /** What follows the role on the marker's line. */
  options: string;
  /** The marker's line. */
  line: number;
  start: number;
  end: number;
}

export interface SectionSyntax {
  tool: string;
  /** Which section a line begins; undefined for all other lines. */
  marker(line: string): { role: ScriptRole; options: string } | undefined;
  /** How the markers are written, for messages. */
  written: { up: string; down: string };
  /** What precedes any marker: the up script, or nothing that the tool would accept. */
  before: 'up' | 'refused';
}

export interface Sections {
  up: Section | undefined;
  down: Section | undefined;
  problems: FileProblem[];
}

/** The text's lines; LF and CRLF end one. */
export function* linesOf(text: string): Generator<Line> {
  for (let start = 0, number = 1; start < text.length; number++) {
    const at = text.indexOf('\n', start);
    const next = at === -1 ? text.length : at + 1;
    const line = text.slice(start, at === -1 ? text.length : at).replace(/\r$/, '');
    yield { text: line, number, start, end: start + line.length, next };
    start = next;
  }
}

/** Finds a file's up and down sections. What is out of place is said; the first of its kind counts. */
export function readSections(file: SourceFile, syntax: SectionSyntax): Sections {
  const { tool, written } = syntax;
  const problems: FileProblem[] = [];
  const found: Section[] = [];
  for (const line of linesOf(file.text)) {
    const marker = syntax.marker(line.text);
    if (marker === undefined) continue;
    const last = found.at(-1);
    if (last) last.end = line.start;
    const same = found.find(({ role }) => role === marker.role);
    if (same) {
      const message = `A second "${written[marker.role as 'up' | 'down']}": the first is on line ${same.line}, and ${tool} reads one.`;
      problems.push(malformed(file, line.number, message, 'Put the statements into one section.'));
    } else if (marker.role === 'up' && found.some(({ role }) => role === 'down')) {
      const message = `"${written.down}" stands before "${written.up}": ${tool} expects the up section first.`;
      problems.push(malformed(file, found[0]?.line ?? 1, message, 'Move the up section to the top of the file.'));
    }
    found.push({ ...marker, line: line.number, start: line.next, end: file.text.length });
  }
  const first = found[0]?.start === undefined ? file.text.length : startOfLine(file.text, found[0].line);
  const statement = lex(file.text.slice(0, first)).statements[0];
  let up = found.find(({ role }) => role === 'up');
  if (syntax.before === 'up' && up === undefined) {
    up = { role: 'up', options: '', line: 1, start: 0, end: first };
  } else if (statement && syntax.before === 'refused') {
    const line = file.text.slice(0, statement.start).split('\n').length;
    const message =
      found.length === 0
        ? `There is no "${written.up}" in this file: ${tool} runs nothing of it.`
        : `SQL before the first section: ${tool} expects "${written.up}" above it.`;
    problems.push(malformed(file, line, message, `Write "${written.up}" above the first statement.`));
  } else if (up === undefined && found.length > 0) {
    const message = `There is no "${written.up}" in this file: ${tool} has nothing to apply.`;
    problems.push(malformed(file, found[0]?.line ?? 1, message, `Write "${written.up}" above the migration.`));
  }
  return { up, down: found.find(({ role }) => role === 'down'), problems };
}

/** A section as a script: everything else in the file is blank, so that places stay what they are. */
export function sectionScript(
  file: SourceFile,
  { role, start, end }: Pick<Section, 'role' | 'start' | 'end'>,
  transaction: TransactionMode,
): ScriptSource {
  return { role, file, sql: maskOutside(file.text, [{ start, end }]), transaction };
}

/** Statements that end in something else than a semicolon get one in its place, from `from` on. */
export function withSemicolons(text: string, delimiter: string | undefined, from = 0): string {
  if (!delimiter || /^[\s;]*$/.test(delimiter)) return text;
  let sql = text;
  for (let at = sql.indexOf(delimiter, from); at !== -1; at = sql.indexOf(delimiter, at + delimiter.length)) {
    sql = `${sql.slice(0, at)};${' '.repeat(delimiter.length - 1)}${sql.slice(at + delimiter.length)}`;
  }
  return sql;
}

/** Whether a script holds nothing that a server would be sent; a comment that never closes is sent, and refused. */
export function isBlank({ sql }: Pick<ScriptSource, 'sql'>): boolean {
  const { statements, metaCommands, unclosed } = lex(sql);
  return statements.length === 0 && metaCommands.length === 0 && unclosed === null;
}

/** What a down script says that only says that there is none. */
export function saysIrreversible(script: Pick<ScriptSource, 'sql'>): string | undefined {
  // tern's template says "If this migration is irreversible" in every file.
  const words = /(?<!if this migration is )irreversible|not reversible|no (rollback|down|way back)/i;
  if (!words.test(script.sql) || !isBlank(script)) return undefined;
  const said = script.sql
    .replace(/^[\s*/-]+|[\s*/-]+$/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return said.replace(/^(?:irreversible|not reversible)\s*[:,–-]\s*(?=\S)/i, '');
}

function startOfLine(text: string, number: number): number {
  for (const line of linesOf(text)) if (line.number === number) return line.start;
  return text.length;
}
