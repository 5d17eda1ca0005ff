/** The SQL inside a DO block: its own statements, and those that EXECUTE is given as a constant. Pure. */
import type { Node } from '@pgsql/types';
import type { Block, Location, Statement } from '../model.js';
import { nodeOf } from './ast.js';
import { constantString } from './constant-string.js';

/** A statement of the block. */
interface InnerSql {
  sql: string;
  /** Offset in the DO statement's text where `sql` is there word for word; else undefined. */
  offset?: number;
  /** Inside IF, CASE, a loop or an exception handler: it may run never, or often. */
  conditional: boolean;
  each?: RowLoop | undefined;
}

/** FOR row IN query LOOP, where nothing is skipped and nothing is committed on the way. */
interface RowLoop {
  row: string;
  query: string;
}

export interface DoBlock {
  inner: InnerSql[];
  /** EXECUTE of what is only known at run time. */
  dynamic: boolean;
}

/** PL/pgSQL's own grammar: the tree of a DO statement; undefined where the body is refused. */
export type ParsePlpgsql = (statement: string) => unknown;
/** The tree of a SELECT, or undefined where the grammar refuses it. */
export type ParseOne = (sql: string) => Node | undefined;

/** Null for a block in another language, or one that the grammar refuses: nothing in it can be seen. */
export function readDoBlock(
  node: Node | null,
  sql: string,
  { parsePlpgsql, parseOne }: { parsePlpgsql: ParsePlpgsql; parseOne: ParseOne },
): DoBlock | null {
  if (languageOf(node) !== 'plpgsql') return null;
  const tree = parsePlpgsql(sql);
  if (tree === undefined) return null;
  const block: DoBlock = { inner: [], dynamic: false };
  let searchFrom = 0;
  const add = (text: string, conditional: boolean, each?: RowLoop) => {
    const offset = sql.indexOf(text, searchFrom);
    if (offset >= 0) searchFrom = offset + 1;
    block.inner.push({ sql: text, conditional, each, ...(offset >= 0 && { offset }) });
  };
  visit(tree, {
    sql: add,
    dynamic: (expression, conditional) => {
      const text = constantString(parseOne(`SELECT ${expression}`));
      if (text === undefined) block.dynamic = true;
      else add(text, conditional);
    },
  });
  return block;
}

/** The block's statements as rules see them; where a text isn't found word for word, the DO statement is its place. */
export function blockOf(
  statement: Statement,
  read: DoBlock | null,
  { parseOne, locate }: { parseOne: ParseOne; locate: (start: number, end: number) => Location },
): Block {
  if (read === null) return { statements: [], opaque: true };
  let { dynamic: opaque } = read;
  const asWritten = statement.sql.length === statement.end - statement.start;
  const statements = read.inner.flatMap(({ sql, offset, conditional, each }): Statement[] => {
    const node = parseOne(sql);
    if (node === undefined) {
      opaque = true;
      return [];
    }
    const query = each && parseOne(each.query);
    const found = offset !== undefined && asWritten;
    const start = statement.start + (found ? offset : 0);
    const end = found ? start + sql.length : statement.end;
    return [
      {
        index: statement.index,
        kind: Object.keys(node)[0] ?? 'unparsed',
        node,
        sql,
        start,
        end,
        location: locate(start, end),
        comments: [],
        transaction: { kind: 'block' },
        conditional,
        ...(each && query && { each: { row: each.row, query } }),
      },
    ];
  });
  return { statements, opaque };
}

interface Visitor {
  sql(text: string, conditional: boolean, each?: RowLoop): void;
  dynamic(expression: string, conditional: boolean): void;
}

/** Statements that run what is in them under a condition, or repeatedly. */
const CONDITIONAL = new Set([
  'PLpgSQL_stmt_if',
  'PLpgSQL_stmt_case',
  'PLpgSQL_stmt_loop',
  'PLpgSQL_stmt_while',
  'PLpgSQL_stmt_fori',
  'PLpgSQL_stmt_fors',
  'PLpgSQL_stmt_forc',
  'PLpgSQL_stmt_foreach_a',
  'PLpgSQL_stmt_dynfors',
  'PLpgSQL_exception',
]);

/** In the order of the text, and without recursion: the nesting of blocks has no limit. */
function visit(root: unknown, visitor: Visitor): void {
  const waiting: Waiting[] = [{ key: '', tree: root, conditional: false }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { key, conditional, each } = next;
    const tree = next.tree as Record<string, Parameters<typeof queryOf>[0]> | null;
    if (tree === null || typeof tree !== 'object') continue;
    if (key === 'PLpgSQL_stmt_execsql') visitor.sql(queryOf(tree.sqlstmt), conditional, each);
    else if (key === 'PLpgSQL_stmt_dynexecute') visitor.dynamic(queryOf(tree.query), conditional);
    else if (key === 'PLpgSQL_stmt_call') visitor.sql(queryOf(tree.expr), conditional);
    else {
      const inside = Object.entries(tree).map(([name, part]) => {
        const label = Array.isArray(tree) ? '' : name;
        const loop = !conditional && label === 'PLpgSQL_stmt_fors' ? rowLoop(part) : undefined;
        const isDeeper = CONDITIONAL.has(label);
        return {
          key: label,
          tree: part,
          conditional: conditional || isDeeper,
          each: loop ?? (isDeeper ? undefined : each),
        };
      });
      for (const part of inside.reverse()) waiting.push(part);
    }
  }
}

interface Waiting {
  key: string;
  tree: unknown;
  conditional: boolean;
  each?: RowLoop | undefined;
}

/** What leaves a turn out, ends the loop, or ends the transaction. */
const BREAKS = /"PLpgSQL_(?:stmt_(?:exit|return|commit|rollback|block)|exception)/;

/** As the grammar has it. */
interface ForRows {
  var?: { PLpgSQL_rec?: { refname?: string } };
  query?: Parameters<typeof queryOf>[0];
}

function rowLoop(tree: unknown): RowLoop | undefined {
  const { var: variable, query } = tree as ForRows;
  const row = variable?.PLpgSQL_rec?.refname;
  return row === undefined || BREAKS.test(JSON.stringify(tree)) ? undefined : { row, query: queryOf(query) };
}

function queryOf(expression: { PLpgSQL_expr?: { query?: string } } | undefined): string {
  return expression?.PLpgSQL_expr?.query ?? '';
}

function languageOf(node: Node | null): string | undefined {
  const options = (nodeOf(node, 'DoStmt')?.args ?? []).flatMap((arg) => nodeOf(arg, 'DefElem') ?? []);
  const language = options.find(({ defname }) => defname === 'language');
  return language ? nodeOf(language.arg, 'String')?.sval?.toLowerCase() : 'plpgsql';
}
