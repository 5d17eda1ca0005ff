/** Runs one validation query in its frame, and reads no more of its result than a report can use. */
import type { Statement } from '../../model.js';
import { type ChangeSession, type Outcome, PostgresError, type QueryResult, resultOf } from '../../servers/server.js';
import { nodeOf } from '../../sql/ast.js';
import { type Frame, READ_ONLY } from './frame.js';

/** More rows than this are counted by the server, not sent. */
export const MOST_ROWS = 1000;

/** The rows that were read, and how many there are. */
export interface FramedResult extends QueryResult {
  total: number;
}

const DECLARE = 'DECLARE migration_safety_rows NO SCROLL CURSOR FOR ';

/** What succeeds in the script's own transaction stays there until its ROLLBACK: pgTAP counts its tests in it. */
export async function runFramed(session: ChangeSession, { sql, node }: Statement, frame: Frame): Promise<FramedResult> {
  const bounded = canHaveCursor(node);
  const close = frame === READ_ONLY ? frame.end : 'CLOSE migration_safety_rows';
  const queries = bounded
    ? [DECLARE + sql, `FETCH ${MOST_ROWS} IN migration_safety_rows`, 'MOVE ALL IN migration_safety_rows', close]
    : [sql, ...(frame === READ_ONLY ? [frame.end] : [])];
  const answers = await session.queryAll([frame.begin, ...queries]);
  const refused = answers.find((answer) => answer instanceof PostgresError);
  if (refused !== undefined) {
    if (frame !== READ_ONLY) await session.query(frame.end);
    throw bounded ? inItsOwnPlace(refused) : refused;
  }
  if (!bounded) return withTotal(resultOf(answers[1]), 0);
  return withTotal(resultOf(answers[2]), moved(answers[3]));
}

/** Only what reads: a WITH that writes has no cursor. */
function canHaveCursor(node: Statement['node']): boolean {
  const select = nodeOf(node, 'SelectStmt');
  if (select === undefined || select.intoClause !== undefined) return false;
  return (select.withClause?.ctes ?? []).every((cte) => {
    const query = nodeOf(cte, 'CommonTableExpr')?.ctequery;
    return query !== undefined && nodeOf(query, 'SelectStmt') !== undefined;
  });
}

function withTotal(result: QueryResult, further: number): FramedResult {
  return { ...result, total: result.rows.length + further };
}

/** `MOVE 41`. */
function moved(outcome: Outcome | undefined): number {
  return Number(/\d+$/.exec(resultOf(outcome).command)?.[0] ?? 0);
}

/** Postgres points into what it was sent. */
function inItsOwnPlace(error: PostgresError): PostgresError {
  const { message, sqlstate, detail, hint, position } = error;
  const own = position === undefined || position <= DECLARE.length ? undefined : position - DECLARE.length;
  return new PostgresError({ message, sqlstate, detail, hint, position: own });
}
