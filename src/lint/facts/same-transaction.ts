/** Which statements run in one transaction: of one script, or of all that the tool sends in one. */
import type { Script, Statement } from '../../model.js';
import { nodeOf } from '../../sql/ast.js';

const ENDS = new Set(['TRANS_STMT_COMMIT', 'TRANS_STMT_ROLLBACK', 'TRANS_STMT_PREPARE']);

/** The scripts that a tool sends over one connection, in order. */
type Scripts = readonly Script[];

/** COMMIT, ROLLBACK and the like. */
export function endsTransaction({ node }: Statement): boolean {
  return ENDS.has(nodeOf(node, 'TransactionStmt')?.kind ?? '');
}

/** All statements in order, with those of DO blocks. */
export function allStatements(run: Scripts): Statement[] {
  return run.flatMap(({ statements }) =>
    statements.flatMap((statement) => [statement, ...(statement.block?.statements ?? [])]),
  );
}

/** Whether `later` comes after `earlier`, or is the same statement. */
export function isAfter(later: Statement, earlier: Statement, run: Scripts): boolean {
  const [a, b] = [placeOf(earlier, run), placeOf(later, run)];
  return a === b ? later.start >= earlier.start : b > a;
}

/** Whether `later` runs in the transaction of `earlier`. A DO block is one piece, whatever surrounds it. */
export function inOneTransaction(earlier: Statement, later: Statement, run: Scripts): boolean {
  const [from, to] = [placeOf(earlier, run), placeOf(later, run)];
  if (from === to && earlier.index === later.index) return true;
  const runsAlone = ({ index }: Statement, at: number) => run[at]?.statements[index]?.transaction.kind === 'none';
  if (runsAlone(earlier, from) || runsAlone(later, to)) return false;
  const between = run.slice(from, to + 1).flatMap(({ statements }, at) => {
    const first = at === 0 ? earlier.index + 1 : 0;
    return statements.slice(first, from + at === to ? later.index : undefined);
  });
  return !between.some(endsTransaction);
}

/** The statements before it in its transaction, the nearest first. */
export function* before(statement: Statement, run: Scripts): Generator<Statement> {
  if (run.length === 0 || statement.transaction.kind === 'none') return;
  const place = placeOf(statement, run);
  for (let at = place; at >= 0; at--) {
    const { statements } = run[at] as Script;
    const end = at === place ? statement.index : statements.length;
    for (const earlier of statements.slice(0, end).reverse()) {
      if (earlier.transaction.kind === 'none' || endsTransaction(earlier)) return;
      yield earlier;
    }
  }
}

/** The script that it is of, by its place in the run. */
function placeOf({ location }: Statement, run: Scripts): number {
  if (run.length === 1) return 0;
  return run.findIndex(({ file }) => file.path === location.path);
}
