/** A function's body without what its writer's editor decides: runs of white space outside of strings, names and comments. Pure. */
import { blockCommentEnd, dollarEnd, lineCommentEnd, quotedEnd, wordAt } from '../../sql/lexer.js';

const SPACE = /[ \n\t\r\f\v]+/y;

/** The same for two texts only where Postgres reads the same in both. */
export function withoutWhiteSpace(body: string): string {
  let out = '';
  for (let i = 0; i < body.length; ) {
    SPACE.lastIndex = i;
    const space = SPACE.exec(body)?.[0];
    if (space !== undefined) {
      out += ' ';
      i += space.length;
      continue;
    }
    const end = tokenEnd(body, i);
    // What a comment's line break ends must not seem to be part of the comment.
    out += body.startsWith('--', i) ? `${body.slice(i, end).trimEnd()}\n` : body.slice(i, end);
    i = end;
  }
  return out.trim();
}

function tokenEnd(body: string, at: number): number {
  const char = body[at];
  if (body.startsWith('--', at)) return lineCommentEnd(body, at);
  if (body.startsWith('/*', at)) return blockCommentEnd(body, at) ?? body.length;
  if (char === "'" || char === '"') return quotedEnd(body, at, char, false);
  if (char === '$') return dollarEnd(body, at);
  const word = wordAt(body, at);
  if (word === null) return at + 1;
  const escapes = /^e$/i.test(word) && body[at + 1] === "'";
  return escapes ? quotedEnd(body, at + 1, "'", true) : at + word.length;
}
