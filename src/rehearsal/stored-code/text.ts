/** Code as text: its words, and what of it is neither string nor comment. Pure. */

/** Comments, strings, quoted names. */
const TOKEN = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|(\$(?:[A-Za-z_]\w*)?\$)[\s\S]*?\1|"(?:[^"]|"")*"/g;

/** The text with strings and comments blanked; every offset stays. */
export function masked(text: string): string {
  return text.replace(TOKEN, (token) => (token.startsWith('"') ? token : ' '.repeat(token.length)));
}

const WORD = /"((?:[^"]|"")+)"|[\p{L}_][\p{L}\p{N}_$]*/gu;

/** The names that a text holds, strings and comments included: as Postgres folds them, and quoted ones as they are. */
export function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const [all, quoted] of text.matchAll(WORD)) {
    if (quoted === undefined) words.add(all.toLowerCase());
    else for (const part of [quoted.replaceAll('""', '"'), ...wordsOf(quoted)]) words.add(part);
  }
  return words;
}

/** Where the text names `record.field`: the fields. */
export function fieldsOf(text: string, record: string): string[] {
  const name = record.replace(/[^\w]/g, '\\$&');
  const pattern = new RegExp(
    `(?<![\\w"$.])(?:${name}|"${name}")\\s*\\.\\s*("(?:[^"]|"")+"|[\\p{L}_][\\p{L}\\p{N}_$]*)`,
    'giu',
  );
  return [...masked(text).matchAll(pattern)].flatMap(([, field]) => field ?? []);
}

/** The text with each `record.field` replaced by what stands for the field. */
export function replacedRecord(text: string, record: string, standIn: (field: string) => string): string {
  const name = record.replace(/[^\w]/g, '\\$&');
  const pattern = new RegExp(
    `(?<![\\w"$.])(?:${name}|"${name}")\\s*\\.\\s*("(?:[^"]|"")+"|[\\p{L}_][\\p{L}\\p{N}_$]*)`,
    'giu',
  );
  const plain = masked(text);
  let rest = text;
  for (const match of [...plain.matchAll(pattern)].reverse()) {
    rest = `${rest.slice(0, match.index)}${standIn(match[1] ?? '')}${rest.slice(match.index + match[0].length)}`;
  }
  return rest;
}

/** An assignment's two sides; undefined where they can't be told apart. */
export function sidesOf(assignment: string): [string, string] | undefined {
  const plain = masked(assignment);
  let depth = 0;
  for (let at = 0; at < plain.length; at++) {
    const sign = plain[at];
    if (sign === '[' || sign === '(') depth++;
    else if (sign === ']' || sign === ')') depth--;
    if (depth > 0) continue;
    const length = plain.startsWith(':=', at) ? 2 : sign === '=' ? 1 : 0;
    if (length > 0) return [assignment.slice(0, at).trim(), assignment.slice(at + length).trim()];
  }
  return undefined;
}
