/** Where a script can stop halfway and leave its first part behind. Pure. */
import type { Script, Statement } from '../../model.js';
import { nodeOf } from '../../sql/ast.js';
import { blocksOf } from '../run/blocks.js';

export interface Point {
  /** The statement that doesn't come to its end. */
  at: Statement;
  /** The part of the script that is done before. */
  done: Script;
  /** It builds an index without a lock, and leaves it invalid when it is stopped. */
  leavesIndex: boolean;
}

/** None where the script is one transaction, or one statement that leaves nothing. */
export function interruptionPoints(script: Script): Point[] {
  const units = blocksOf(script).flatMap(({ statements, transaction }) =>
    transaction ? [statements] : statements.map((statement) => [statement]),
  );
  const points: Point[] = [];
  /** Whether anything was left behind since the last point. */
  let worked = false;
  for (const unit of units) {
    const first = unit.find(isWork);
    if (first === undefined) continue;
    const leavesIndex = unit.length === 1 && nodeOf(first.node, 'IndexStmt')?.concurrent === true;
    if (worked || leavesIndex) {
      const done = { ...script, statements: script.statements.filter(({ index }) => index < (unit[0]?.index ?? 0)) };
      points.push({ at: first, done, leavesIndex });
      worked = false;
    }
    worked ||= unit.some((statement) => isWork(statement) && !UPKEEP.has(statement.kind));
  }
  return points;
}

/** What changes nothing but the session is simply said again. */
const SESSION = new Set(['VariableSetStmt', 'VariableShowStmt', 'TransactionStmt', 'SelectStmt', 'DiscardStmt']);

/** What leaves nothing that a second run could fail on. */
const UPKEEP = new Set(['VacuumStmt', 'CheckPointStmt']);

function isWork({ kind }: Statement): boolean {
  return !SESSION.has(kind);
}
