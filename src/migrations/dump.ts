/** A schema dump as SQL that a session can run: pg_dump writes for psql. Pure. */
import type { ScriptSource, SourceFile } from '../model.js';
import { lex, type Range } from '../sql/lexer.js';
import { maskOutside } from '../sql/positions.js';
import { wholeFile } from './layouts/layout.js';

/** About the database itself, which the rehearsal makes. */
const DATABASE = /^(CREATE|ALTER|DROP|COMMENT\s+ON)\s+DATABASE\b/i;
const COPY = /^COPY\b[\s\S]*\bFROM\s+stdin\b/i;

export interface Dump {
  script: ScriptSource;
  /** Tables whose rows were left out: they are beside the SQL, for psql. */
  rowsLeftOut: string[];
}

/** The dump without psql's commands, without rows, and without what is about the database as a whole. */
export function readDump(file: SourceFile): Dump {
  const { statements, metaCommands } = lex(file.text, { rowsToEnd: true });
  const rowsLeftOut: string[] = [];
  const blank: Range[] = metaCommands.map(({ start, end }) => ({ start, end }));
  for (const { start, end } of statements) {
    const text = file.text.slice(start, end);
    if (COPY.test(text)) rowsLeftOut.push(/^COPY\s+(\S+)/i.exec(text)?.[1] ?? 'a table');
    else if (!DATABASE.test(text)) continue;
    blank.push({ start, end });
  }
  return { script: { ...wholeFile('up', file, 'autocommit'), sql: without(file.text, blank) }, rowsLeftOut };
}

function without(text: string, ranges: Range[]): string {
  const kept: Range[] = [];
  let at = 0;
  for (const { start, end } of ranges.sort((a, b) => a.start - b.start)) {
    if (start > at) kept.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  return maskOutside(text, [...kept, { start: at, end: text.length }]);
}
