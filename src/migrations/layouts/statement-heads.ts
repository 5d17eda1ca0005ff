/** Statements as words, for tools that decide by them how they send a file. Pure. */
import { lex } from '../../sql/lexer.js';

/** Each statement's words in capitals: enough of them to determine its kind. */
export function statementHeads(sql: string): string[] {
  return statementTexts(sql).map((text) => text.slice(0, 400).toUpperCase());
}

/** Each statement without comments and with single spaces: what stays the same when a script is only laid out anew. */
export function statementTexts(sql: string): string[] {
  const { statements, comments } = lex(sql);
  let next = 0;
  return statements.map(({ start, end }) => {
    let text = '';
    let at = start;
    for (let comment = comments[next]; comment && comment.end <= end; comment = comments[++next]) {
      if (comment.start < at) continue;
      text += `${sql.slice(at, comment.start)} `;
      at = comment.end;
    }
    return `${text}${sql.slice(at, end)}`.replace(/\s+/g, ' ').trim();
  });
}
