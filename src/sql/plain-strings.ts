/** String literals without a prefix, which the setting standard_conforming_strings is about. Pure. */
import { blockCommentEnd, dollarEnd, lineCommentEnd, quotedEnd, wordAt } from './lexer.js';

/** The first plain literal ('…' or N'…', not E'…' and U&'…') of a statement that holds a backslash. */
export function plainStringWithBackslash(sql: string): string | undefined {
  if (!sql.includes('\\')) return undefined;
  for (let at = 0; at < sql.length; ) {
    const [char, next] = [sql[at], sql[at + 1]];
    const word = wordAt(sql, at);
    if (char === '-' && next === '-') at = lineCommentEnd(sql, at);
    else if (char === '/' && next === '*') at = blockCommentEnd(sql, at) ?? sql.length;
    else if (char === '$') at = dollarEnd(sql, at);
    else if (char === '"') at = quotedEnd(sql, at, '"', false);
    else if (word !== null) {
      at += word.length;
      const escapes = /^e$/i.test(word) && sql[at] === "'";
      const unicode = /^u$/i.test(word) && sql.startsWith("&'", at);
      if (escapes) at = quotedEnd(sql, at, "'", true);
      else if (unicode) at = quotedEnd(sql, at + 1, "'", false);
    } else if (char === "'") {
      const end = quotedEnd(sql, at, "'", false);
      const literal = sql.slice(at, end);
      if (literal.includes('\\')) return literal;
      at = end;
    } else at++;
  }
  return undefined;
}
