/** Statements that a rehearsal never sends: they need psql, or they reach for the server's files and programs. Pure. */
import type { Statement } from '../model.js';
import { nodeOf } from './ast.js';
import { insertOf } from './copy-rows.js';
import { COPIED_ROWS } from './foreign-syntax.js';

/** Why a statement isn't sent; undefined where it is. What a function does inside is the server's to refuse. */
export function refuse({ node, sql, rows }: Statement): string | undefined {
  if (node === null) {
    const command = /^\\[a-z!?]\w*/i.exec(sql)?.[0];
    return command && `${command} is a command of psql, not SQL: no migration tool can send it`;
  }
  const copy = nodeOf(node, 'CopyStmt');
  if (copy === undefined) return undefined;
  if (copy.is_program) return 'COPY … PROGRAM runs a program on the database server, which a rehearsal never does';
  if (copy.filename) {
    return `COPY ${copy.is_from ? 'FROM' : 'TO'} a file reaches for the database server’s own files, which a rehearsal never does`;
  }
  if (copy.is_from) {
    if (insertOf({ node, rows }) !== undefined) return undefined;
    return 'the rows of COPY … FROM STDIN come from psql, beside the SQL: write INSERT (pg_dump --inserts does)';
  }
  return undefined;
}

/** Whether it is for psql alone: one of its commands, or rows beside the SQL. */
export function isForPsql({ node, sql, rows, syntaxError }: Statement): boolean {
  if (node === null) return sql.startsWith('\\') || syntaxError?.message === COPIED_ROWS.message;
  const copy = nodeOf(node, 'CopyStmt');
  return copy?.is_from === true && !copy.is_program && !copy.filename && insertOf({ node, rows }) === undefined;
}

/** pg_dump frames its output in `\restrict` and `\unrestrict` since August 2025: they guard psql and mean nothing elsewhere. */
export function isDumpFrame({ node, sql }: Statement): boolean {
  return node === null && /^\\(un)?restrict\b/.test(sql);
}
