/** What a statement in a body is to Postgres' grammar, and what of it can be tried although it runs nothing. Pure. */
import type { InferClause, Node, RangeVar } from '@pgsql/types';
import { nodeOf, walk } from '../../sql/ast.js';
import { deparsed } from '../../sql/deparse.js';
import type { PgQuery } from '../../sql/pg-query.js';

export type ParseStatements = (sql: string) => Node[] | undefined;

/** The statements of a text; undefined where the grammar refuses it. */
export function parserOf({ parse }: Pick<PgQuery, 'parse'>): ParseStatements {
  return (sql) => {
    const answer = parse(sql);
    return 'tree' in answer ? (answer.tree.stmts ?? []).flatMap(({ stmt }) => stmt ?? []) : undefined;
  };
}

/** Postgres analyses them, or the query in them, when a function that holds them is made. */
const ANALYSED = new Set([
  ...['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt', 'CallStmt'],
  ...['CreateTableAsStmt', 'ExplainStmt', 'DeclareCursorStmt'],
]);
/** They name nothing that a change takes away. */
const NAMES_NOTHING = new Set([
  ...['TransactionStmt', 'VariableSetStmt', 'VariableShowStmt', 'NotifyStmt', 'ListenStmt', 'UnlistenStmt'],
  ...['DiscardStmt', 'CheckPointStmt', 'DeallocateStmt', 'ClosePortalStmt', 'ConstraintsSetStmt'],
]);

const tagOf = (node: Node) => Object.keys(node)[0] ?? '';

/** EXPLAIN can be written before it. */
export function isExplainable(node: Node): boolean {
  return /^(?:Select|Insert|Update|Delete|Merge)Stmt$/.test(tagOf(node));
}

/** The queries that stand for a utility statement; null where nothing does. Undefined: it stands for itself. */
export function insteadOf(node: Node): string[] | null | undefined {
  const tag = tagOf(node);
  if (ANALYSED.has(tag)) return undefined;
  if (NAMES_NOTHING.has(tag)) return [];
  const copy = nodeOf(node, 'CopyStmt');
  if (copy?.query) return queries([deparsed(copy.query)]);
  if (copy?.relation) return queries([rowsOf(copy.relation, copy.attlist)]);
  const relations = (nodeOf(node, 'TruncateStmt') ?? nodeOf(node, 'LockStmt'))?.relations;
  if (relations) return queries(relations.map((one) => rowsOf(nodeOf(one, 'RangeVar'))));
  return null;
}

function queries(all: readonly (string | undefined)[]): string[] | null {
  return all.every((one) => one !== undefined) ? (all as string[]) : null;
}

function rowsOf(relation: RangeVar | undefined, columns: Node[] = []): string | undefined {
  if (relation === undefined) return undefined;
  const targetList = columns.map((column) => ({ ResTarget: { val: { ColumnRef: { fields: [column] } } } }) as Node);
  return deparsed({
    SelectStmt: {
      targetList,
      fromClause: [{ RangeVar: relation }],
      limitOption: 'LIMIT_OPTION_DEFAULT',
      op: 'SETOP_NONE',
    },
  } as Node);
}

/** What ON CONFLICT infers an index from, as a statement with nothing else. */
export function arbitersOf(nodes: readonly Node[]): string[] {
  const found: string[] = [];
  for (const node of nodes)
    walk(node, (tag, body) => {
      if (tag !== 'InsertStmt') return;
      const { relation, onConflictClause } = body as {
        relation?: RangeVar;
        onConflictClause?: { infer?: InferClause };
      };
      const infer = onConflictClause?.infer;
      if (relation === undefined || !infer?.indexElems) return;
      const sql = deparsed({
        InsertStmt: {
          relation,
          onConflictClause: { action: 'ONCONFLICT_NOTHING', infer },
          override: 'OVERRIDING_NOT_SET',
        },
      } as Node);
      if (sql !== undefined) found.push(sql);
    });
  return found;
}

/** The text of an expression that is a constant. */
export function constantText(expression: string, parse: ParseStatements): string | undefined {
  const [node] = parse(`SELECT ${expression}`) ?? [];
  const select = nodeOf(node, 'SelectStmt');
  const [target, ...others] = select?.targetList ?? [];
  if (others.length > 0 || select?.fromClause) return undefined;
  return nodeOf(nodeOf(target, 'ResTarget')?.val, 'A_Const')?.sval?.sval;
}
