/** What the grammar refuses in the body of a function, a procedure or a block: CREATE FUNCTION itself fails on it. Pure. */
import type { Node } from '@pgsql/types';
import { nodeOf } from './ast.js';
import type { Parse } from './read-text.js';

/** The words that PL/pgSQL's grammar refuses a text with; undefined where it reads it. */
export type ProblemOfPlpgsql = (statement: string) => string | undefined;

/** Postgres' message; undefined where nothing is wrong, or nobody here reads the language. */
export function bodyProblem(
  node: Node | null,
  sql: string,
  { problemOfPlpgsql, parse }: { problemOfPlpgsql: ProblemOfPlpgsql; parse: Parse },
): string | undefined {
  const block = nodeOf(node, 'DoStmt');
  const options = optionsOf(block?.args ?? nodeOf(node, 'CreateFunctionStmt')?.options ?? []);
  const named = nodeOf(options.get('language'), 'String')?.sval?.toLowerCase();
  const language = block ? (named ?? 'plpgsql') : named;
  if (language === 'plpgsql') return plpgsqlProblem(sql, problemOfPlpgsql);
  const texts = nodeOf(options.get('as'), 'List')?.items ?? [];
  const body = texts.length === 1 ? nodeOf(texts[0], 'String')?.sval : undefined;
  if (language !== 'sql' || body === undefined) return undefined;
  const read = parse(body);
  // What a template fills in later, and what nests too deeply, is another matter.
  return 'message' in read && read.help === undefined && SYNTAX.test(read.message) ? read.message : undefined;
}

function optionsOf(list: readonly Node[]): Map<string, Node | undefined> {
  return new Map(
    list.flatMap((item) => {
      const { defname, arg } = nodeOf(item, 'DefElem') ?? {};
      return defname === undefined ? [] : [[defname, arg] as const];
    }),
  );
}

const SYNTAX = /^syntax error at /;

/** Without a server every type of one's own looks like that of a row, which may stand in fewer places: so both are tried. */
function plpgsqlProblem(sql: string, problemOf: ProblemOfPlpgsql): string | undefined {
  const said = problemOf(sql);
  if (said === undefined || !SYNTAX.test(said)) return undefined;
  const asText = problemOf(sql.replace(DECLARED, '$1text'));
  return asText !== undefined && SYNTAX.test(asText) ? said : undefined;
}

/** `name type` where a declaration goes on or ends. */
const DECLARED =
  /((?:^|[;\s])"?[a-z_][\w$]*"?\s+(?:constant\s+)?)(?!into\b|is\b|in\b|then\b|end\b|return\b)(?:"?[a-z_][\w$]*"?\.)?"?[a-z_][\w$]*"?(?:\s*\[\s*\])?(?=\s*(?:;|:=|=|default\b|not\s+null\b))/gi;
