/** What is reported of a statement before anything has happened to it. */
import type { Script, Statement } from '../../model.js';
import type { StatementReport, StatementStatus } from '../../report-schema/types.js';

export function blankReport({ role }: Script, statement: Statement, status: StatementStatus): StatementReport {
  const { path, line, endLine } = statement.location;
  return {
    role,
    path,
    line,
    endLine,
    kind: statement.kind,
    sql: statement.sql,
    status,
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
    durationMs: 0,
    walBytes: null,
  };
}
