/** The commands of an ALTER TABLE as they are written. */

/** Comments, and all that is quoted: commas and parentheses in them are text. */
const QUIET = /--[^\r\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|(\$\w*\$)[\s\S]*?\1/g;
const HEAD =
  /^alter\s+(?:foreign\s+)?table\s+(?:if\s+exists\s+)?(?:only\s+)?(?:"(?:[^"]|"")*"|[^\s"]+?)(?:\s*\.\s*(?:"(?:[^"]|"")*"|[^\s".]+))*(?:\s+\*)?\s+/i;

/** The ranges of `count` commands in the statement's text, without spaces and comments around them; undefined in doubt. */
export function commandRanges(sql: string, count: number): { start: number; end: number }[] | undefined {
  const comments = sql.replace(QUIET, (text) =>
    /^['$]/.test(text) ? 'x'.repeat(text.length) : ' '.repeat(text.length),
  );
  const head = HEAD.exec(comments)?.[0];
  if (head === undefined) return undefined;
  // Quoted identifiers hide what is in them only now: the table's name may be one.
  const plain = comments.replace(/"(?:[^"]|"")*"/g, (text) => 'x'.repeat(text.length));
  const ends: number[] = [];
  let depth = 0;
  for (let at = head.length; at < plain.length; at++) {
    const char = plain[at];
    if (char === '(' || char === '[') depth++;
    else if (char === ')' || char === ']') depth--;
    else if (char === ',' && depth === 0) ends.push(at);
  }
  ends.push(plain.length);
  if (ends.length !== count) return undefined;
  return ends.map((end, at) => {
    const from = at === 0 ? head.length : (ends[at - 1] ?? 0) + 1;
    const text = plain.slice(from, end);
    const start = from + text.length - text.trimStart().length;
    return { start, end: start + text.trim().length };
  });
}
