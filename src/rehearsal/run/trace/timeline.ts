/** Locks over their whole life. Pure. */
import type { Statement } from '../../../model.js';
import type { LockHold, StatementReport } from '../../../report-schema/types.js';
import type { Deeds } from './deeds.js';

/** A statement that was run and observed, and the transaction of its script that it ran in, counted from 1. */
export interface Ran {
  statement: Statement;
  report: StatementReport;
  transaction: number;
  deeds: Deeds;
}

/**
 * One entry for each lock that others could have waited for: from the statement that took it to the end of its transaction.
 * `later`: what ran after it over the same connection.
 */
export function lockTimeline(ran: Ran[], later: Ran[] = []): LockHold[] {
  return ran.flatMap(({ report, transaction }, index) => {
    const rest = [...ran.slice(index), ...later].filter((other) => other.transaction === transaction);
    const last = rest.at(-1)?.report ?? report;
    const ends = { until: last.endLine, ...(last.path !== report.path && { untilPath: last.path }) };
    const heldMs = rest.reduce((sum, other) => sum + other.report.durationMs, 0);
    const { role, path, line } = report;
    return (report.locks ?? [])
      .filter(({ blocks, isNew }) => blocks.length > 0 && !isNew)
      .map((lock) => ({ ...lock, role, path, transaction, from: line, ...ends, heldMs }));
  });
}
