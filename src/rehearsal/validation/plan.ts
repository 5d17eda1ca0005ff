/** Whether a query uses an index: asks the planner. */
import type { PlanReport } from '../../report-schema/types.js';
import type { ChangeSession } from '../../servers/server.js';
import { type Frame, READ_ONLY } from './frame.js';

export interface PlanNode {
  'Node Type': string;
  'Index Name'?: string;
  'Relation Name'?: string;
  Plans?: PlanNode[];
}

/**
 * EXPLAINs a query unchanged; where the planner chooses another plan, once more with sequential scans switched off,
 * which is all that empty tables can show. Throws `PostgresError` where the query doesn't run.
 */
export async function explainIndex(
  session: ChangeSession,
  sql: string,
  index: string,
  frame: Frame = READ_ONLY,
): Promise<Pick<PlanReport, 'status' | 'plan'>> {
  await session.query(frame.begin);
  try {
    const chosen = await explain(session, sql);
    if (usesIndex(chosen, index)) return { status: 'chosen', plan: describePlan(chosen) };
    await session.query('SET LOCAL enable_seqscan = off');
    const forced = await explain(session, sql);
    if (usesIndex(forced, index)) return { status: 'usable', plan: describePlan(forced) };
    return { status: 'not used', plan: describePlan(chosen) };
  } finally {
    await session.query(frame.end);
  }
}

async function explain(session: ChangeSession, sql: string): Promise<PlanNode> {
  const { rows } = await session.query(`EXPLAIN (FORMAT JSON) ${sql}`);
  return (JSON.parse(rows.map(([line]) => line).join('\n')) as { Plan: PlanNode }[])[0]?.Plan ?? { 'Node Type': '?' };
}

function usesIndex(node: PlanNode, index: string): boolean {
  const name = index.replace(/^.*\./, '').replaceAll('"', '');
  return node['Index Name'] === name || (node.Plans ?? []).some((child) => usesIndex(child, index));
}

/** Every index that a plan uses, each once. */
export function indexesOf(node: PlanNode): string[] {
  const below = (node.Plans ?? []).flatMap(indexesOf);
  const own = node['Index Name'];
  return [...new Set(own === undefined ? below : [own, ...below])];
}

/** For example `Limit > Index Scan using idx_outbox_due on outbound_messages`. */
export function describePlan(node: PlanNode): string {
  const index = node['Index Name'] === undefined ? '' : ` using ${node['Index Name']}`;
  const relation = node['Relation Name'] === undefined ? '' : ` on ${node['Relation Name']}`;
  const below = (node.Plans ?? []).map(describePlan).join(', ');
  return `${node['Node Type']}${index}${relation}${below === '' ? '' : ` > ${below}`}`;
}
