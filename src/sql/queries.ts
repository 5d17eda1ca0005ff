/** The application's own queries: plain SQL files, pgTyped and sqlc annotations, parameters of every style. Pure. */
import type { Location, SourceFile } from '../model.js';
import { lex } from './lexer.js';
import { LineMap } from './positions.js';

/** One query as the application sends it, ready for PREPARE. */
export interface ApplicationQuery {
  /** What the file calls it, or its place. */
  name: string;
  /** Parameters are $1, $2, … */
  sql: string;
  location: Location;
}

/** What is between quotes and in comments is skipped; the rest is what a parameter can be. */
const TOKEN =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\$([A-Za-z_]\w*)?\$[\s\S]*?(?:\$\1\$|$)|::|:=|sqlc\.(?:n?arg|slice)\(\s*'?(\w+)'?\s*\)|sqlc\.embed\(\s*(\w+)\s*\)|(?<![\w:\]])[:@]([A-Za-z_]\w*)!?|\$(\d+)/g;

const NAME = /(?:^|\n)[ \t\r]{0,80}(?:--|\*|\/\*)?[ \t]{0,80}(?:name:\s*([\p{L}\p{N}_-]+)|@name\s+([\p{L}\p{N}_-]+))/u;
/** pgTyped: a list of values, of rows, or the fields of one row. */
const SPREAD = /@param\s+(\w+)\s*->\s*\(\s*(\(?)([^)]*)/g;

/** The queries of a file in order. Statements of psql or without text are left out. */
export function applicationQueries(file: SourceFile): ApplicationQuery[] {
  const { statements } = lex(file.text);
  const lines = LineMap.of(file);
  let before = 0;
  return statements.map(({ start, end }) => {
    const comments = file.text.slice(before, start);
    before = end;
    const location = lines.location(file.path, start, end);
    const found = NAME.exec(comments) ?? NAME.exec(file.text.slice(start, end));
    return {
      name: found?.[1] ?? found?.[2] ?? `${file.path}:${location.line}`,
      sql: withNumberedParameters(file.text.slice(start, end), spreads(comments)),
      location,
    };
  });
}

/** How many values replace a pgTyped parameter. */
function spreads(comments: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const [, name = '', , fields = ''] of comments.matchAll(SPREAD)) {
    found.set(name, fields.includes('...') ? 1 : fields.split(',').filter((field) => field.trim() !== '').length);
  }
  return found;
}

/** Every style of parameter as $1, $2, …; one name is one number. */
function withNumberedParameters(sql: string, spread: ReadonlyMap<string, number>): string {
  const numbers = new Map<string, number[]>();
  let next = 1;
  for (const [, digits] of sql.matchAll(/\$(\d+)/g)) next = Math.max(next, Number(digits) + 1);
  return sql.replace(TOKEN, (token: string, ...[, argument, embedded, name, digits]: (string | undefined)[]) => {
    if (embedded !== undefined) return `${embedded}.*`;
    if (digits !== undefined) return token;
    const parameter = argument ?? name;
    if (parameter === undefined) return token;
    const count = spread.get(parameter);
    const own = numbers.get(parameter) ?? Array.from({ length: count ?? 1 }, () => next++);
    numbers.set(parameter, own);
    const list = own.map((number) => `$${number}`).join(', ');
    return count === undefined ? list : `(${list})`;
  });
}
