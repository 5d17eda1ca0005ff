/** Sends an open transaction's statements, each behind a savepoint: what is refused takes nothing else along, and none runs twice. */
import type { Statement } from '../../model.js';
import { PostgresError, type ScriptSession } from '../../servers/server.js';
import { nodeOf } from '../../sql/ast.js';
import { textOf } from '../run/sent.js';

export interface Refused {
  statement: Statement;
  error: PostgresError;
  /** The transaction is what it was before the statement. */
  alive: boolean;
}

/** What is sent for a statement. */
interface SavedStatement {
  statement: Statement;
  queries: string[];
  /** Which of them is the statement's own text. */
  own: number;
}

const NAME = 'migration_safety_send';
const SAVE = `SAVEPOINT ${NAME}`;
const RELEASE = `RELEASE SAVEPOINT ${NAME}`;

/** How many statements are on their way at once: a round trip for each is what a long history costs most. */
const AT_ONCE = 50;
const MOST_CHARACTERS = 1_000_000;

/** Up to the first that is refused. */
export async function sendBehindSavepoints(
  session: ScriptSession,
  statements: readonly Statement[],
): Promise<Refused | null> {
  // A limit of time holds there for all that is sent at once.
  const atOnce = session.pid === null ? 1 : AT_ONCE;
  let pieces: SavedStatement[] = [];
  let characters = 0;
  const flush = async () => {
    const sent = pieces;
    [pieces, characters] = [[], 0];
    return sent.length === 0 ? null : send(session, sent);
  };
  for (const statement of statements) {
    // What ends a transaction must not be on its way when something before it is refused.
    const alone = statement.kind === 'TransactionStmt';
    if (alone || pieces.length >= atOnce || characters > MOST_CHARACTERS) {
      const refused = await flush();
      if (refused !== null) return refused;
    }
    const piece = pieceOf(statement, await textOf(session, statement));
    pieces.push(piece);
    characters += piece.queries.join().length;
    const refused = alone ? await flush() : null;
    if (refused !== null) return refused;
  }
  return flush();
}

async function send(session: ScriptSession, pieces: readonly SavedStatement[]): Promise<Refused | null> {
  const outcomes = await session.queryAll(pieces.flatMap(({ queries }) => queries));
  let at = 0;
  for (const { statement, queries, own } of pieces) {
    const outcome = outcomes[at + own];
    at += queries.length;
    if (!(outcome instanceof PostgresError)) continue;
    const alive = queries.length > 1;
    if (alive) await session.queryAll([`ROLLBACK TO SAVEPOINT ${NAME}`, RELEASE]);
    return { statement, error: outcome, alive };
  }
  return null;
}

function pieceOf(statement: Statement, sql: string): SavedStatement {
  const { node } = statement;
  switch (nodeOf(node, 'TransactionStmt')?.kind) {
    case undefined:
      // No subtransaction takes it, or it would be forgotten with that.
      if (isAboutTransaction(statement)) return { statement, queries: [sql], own: 0 };
      return { statement, queries: [SAVE, sql, RELEASE], own: 1 };
    // They take ours along.
    case 'TRANS_STMT_RELEASE':
    case 'TRANS_STMT_ROLLBACK_TO':
      return { statement, queries: [SAVE, sql], own: 1 };
    default:
      return { statement, queries: [sql], own: 0 };
  }
}

/** SET TRANSACTION, and its parameters by their names. */
function isAboutTransaction({ node }: Statement): boolean {
  return /^transaction(_|$)/i.test(nodeOf(node, 'VariableSetStmt')?.name ?? '');
}
