/** Pieces that the fixtures are built from. */
import type { Finding, LockReport, StatementReport } from '../../src/report-schema/types.js';

export const PATH = 'db/migrations/2026-01-23_p0_perf_indexes.md';

export const INDEXES = [
  ['idx_quarantine_conv_active_exp', 'conversation_quarantine', '(conversation_key, active, expires_at)'],
  ['idx_outbox_status_due', 'outbound_messages', '(status, next_retry_at, created_at)'],
  ['idx_security_events_time', 'security_events', '(created_at DESC)'],
] as const;

/** A finding with everything that a test doesn't care about filled in. */
export function finding(over: Partial<Finding> = {}): Finding {
  return {
    rule: 'index-not-concurrent',
    severity: 'error',
    evidence: 'static',
    path: PATH,
    line: 8,
    column: 1,
    endLine: 9,
    endColumn: 68,
    message: 'CREATE INDEX takes SHARE on orders: writes wait until the index is built.',
    help: 'Build it without blocking writes:\n\nCREATE INDEX CONCURRENTLY i ON orders (a);',
    ...over,
  };
}

export function lock(relation: string, mode: LockReport['mode'], blocks: LockReport['blocks']): LockReport {
  return { relation, mode, blocks, isNew: false };
}

export function statement(line: number, sql: string, over: Partial<StatementReport> = {}): StatementReport {
  return {
    role: 'up',
    path: PATH,
    line,
    endLine: line + 1,
    kind: 'IndexStmt',
    sql,
    status: 'applied',
    locks: null,
    objectLocks: [],
    waits: [],
    rewrites: [],
    scans: [],
    rows: [],
    objects: [],
    invalidIndexes: [],
    lockTimeoutMs: null,
    notices: [],
    durationMs: 3.2,
    walBytes: 8192,
    ...over,
  };
}

export function createIndex(at: number): string {
  const [name, on, columns] = INDEXES[at] ?? INDEXES[0];
  return `CREATE INDEX CONCURRENTLY IF NOT EXISTS ${name}\n  ON ${on} ${columns}`;
}
