/** The failing case: indexes built concurrently inside a transaction, and a rollback that forgets one. */
import type { Finding, MigrationReport, Report } from '../../src/report-schema/types.js';
import { evidence } from './fixture-evidence.js';
import { createIndex, finding, INDEXES, lock, PATH, statement } from './fixture-parts.js';

/** The page that the failing report is about: a migration in the fences of a Markdown document. */
export const source = `# Performance optimization indexes

## Migration SQL
\`\`\`sql
BEGIN;

-- Quarantine lookup optimization
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_quarantine_conv_active_exp
  ON conversation_quarantine (conversation_key, active, expires_at);

-- Outbox due picking optimization
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_outbox_status_due
  ON outbound_messages (status, next_retry_at, created_at);

-- Security events burst queries
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_security_events_time
  ON security_events (created_at DESC);

COMMIT;
\`\`\`

## Rollback
\`\`\`sql
DROP INDEX IF EXISTS idx_quarantine_conv_active_exp;
DROP INDEX IF EXISTS idx_outbox_status_due;
\`\`\`

## Validation
\`\`\`sql
SELECT indexname, tablename FROM pg_indexes
WHERE schemaname = 'public' AND indexname LIKE 'idx_%';
\`\`\`
`;

const inTransaction: Finding[] = INDEXES.map(([name, on], at) =>
  finding({
    rule: 'concurrently-in-transaction',
    evidence: 'confirmed',
    line: 8 + at * 4,
    endLine: 9 + at * 4,
    endColumn: 40,
    message: `CREATE INDEX CONCURRENTLY on ${on} stands between BEGIN and COMMIT: PostgreSQL refuses it there, so the migration stops and nothing is built.`,
    help: `Remove BEGIN (line 5) and COMMIT (line 19), and run each statement on its own:\n\n${createIndex(at)};`,
    statement: createIndex(at),
    proof: '25001 CREATE INDEX CONCURRENTLY cannot run inside a transaction block',
    related: [
      { path: PATH, line: 5, column: 1, endLine: 5, endColumn: 6, message: `${name} runs in this transaction` },
    ],
  }),
);

export const failing: MigrationReport = {
  id: '2026-01-23_p0_perf_indexes',
  path: PATH,
  layout: 'markdown',
  madeToRun: 'BEGIN and COMMIT were left out, so that the six indexes could be built one by one.',
  statements: [
    statement(5, 'BEGIN', { kind: 'TransactionStmt', locks: [], endLine: 5, durationMs: 0.1 }),
    statement(8, createIndex(0), {
      status: 'failed',
      sqlstate: '25001',
      error: 'CREATE INDEX CONCURRENTLY cannot run inside a transaction block',
    }),
    statement(12, createIndex(1), { locks: [lock('outbound_messages', 'SHARE UPDATE EXCLUSIVE', ['ddl', 'vacuum'])] }),
    statement(16, createIndex(2), { status: 'skipped' }),
    statement(24, 'DROP INDEX IF EXISTS idx_quarantine_conv_active_exp', {
      role: 'down',
      kind: 'DropStmt',
      endLine: 24,
      locks: [lock('conversation_quarantine', 'ACCESS EXCLUSIVE', ['reads', 'writes', 'ddl', 'vacuum'])],
    }),
  ],
  lockTimeline: [],
  ...evidence,
  validations: [
    {
      path: PATH,
      line: 30,
      sql: "SELECT indexname, tablename FROM pg_indexes\nWHERE schemaname = 'public' AND indexname LIKE 'idx_%'",
      status: 'unchecked',
      columns: ['indexname', 'tablename'],
      rows: INDEXES.map(([name, on]) => [name, on]),
    },
  ],
  plans: [],
  proofs: [
    {
      check: 'applied',
      status: 'failed',
      title: 'Every statement applies',
      detail: 'stopped at line 8: 25001 CREATE INDEX CONCURRENTLY cannot run inside a transaction block',
    },
    {
      check: 'objects',
      status: 'proven',
      title: 'All indexes are created and valid',
      detail: '3 of 3 indexes, once BEGIN and COMMIT were left out',
    },
    {
      check: 'rollback',
      status: 'failed',
      title: 'The rollback restores the schema',
      detail: '1 index is left behind: `idx_security_events_time`',
    },
    {
      check: 'rerun',
      status: 'proven',
      title: 'The migration can run again',
      detail: 'same schema after the second run',
    },
    {
      check: 'validation',
      status: 'not checked',
      title: 'The validation queries hold',
      detail: '1 query ran, but expects nothing, so it cannot fail',
    },
    {
      check: 'plans',
      status: 'not checked',
      title: 'Queries use the new indexes',
      detail: 'no query expects an index',
    },
    {
      check: 'writes',
      status: 'proven',
      title: 'Write cost measured',
      detail: 'an insert into outbound_messages writes 267 bytes of WAL instead of 185',
      table: {
        caption: 'what writes cost',
        head: ['Table', 'Write', 'WAL bytes for each row', 'Times', 'HOT updates'],
        rows: [
          ['outbound_messages', 'INSERT', '185 → 267', '×1.44', ''],
          ['outbound_messages', 'UPDATE of status', '136 → 340', '×2.50', '100 % → 0 %'],
        ],
      },
    },
    {
      check: 'bloat',
      status: 'proven',
      title: 'Dead rows measured',
      detail: 'outbound_messages: 100 dead row versions for each 100 rows',
      table: {
        caption: 'what it leaves to vacuum',
        head: ['Table', 'Rows', 'Dead row versions', 'Size with indexes'],
        rows: [['outbound_messages', '50', '100 for each 100 rows', '80 kB → 160 kB']],
      },
    },
  ],
};

/** The failing case: indexes built concurrently inside a transaction, and a rollback that forgets one. */
export const failingReport: Report = {
  schemaVersion: 2,
  tool: { name: 'migration-safety', version: '0.1.0' },
  verdict: 'fail',
  failOn: 'error',
  postgres: { target: 17, server: { kind: 'embedded', version: '18.4' } },
  comparedWith: 'merge base with origin/main (4f1c2ab)',
  layouts: [],
  counts: { error: 4, warning: 3, info: 1 },
  statements: { checked: 9, notUnderstood: 0 },
  notChecked: [
    { check: 'how long others wait for locks', reason: 'needs a real server: the embedded one has a single session' },
  ],
  findings: [
    finding({
      rule: 'validation-cannot-fail',
      severity: 'warning',
      evidence: 'observed',
      line: 30,
      endLine: 31,
      endColumn: 56,
      message: 'This query expects nothing of its result, so it passes whatever the migration did.',
      help: 'Say what must hold in a comment above it:\n\n-- expect: rows = 3\nSELECT indexname FROM pg_indexes;',
    }),
    ...inTransaction,
    finding({
      rule: 'rollback-incomplete',
      evidence: 'observed',
      line: 24,
      endLine: 25,
      endColumn: 44,
      message: 'The rollback leaves index `idx_security_events_time` behind.',
      help: 'Add to the rollback:\n\nDROP INDEX CONCURRENTLY IF EXISTS idx_security_events_time;',
      proof: '1 index exists after the rollback that did not exist before the migration',
    }),
    ...[24, 25].map((line) =>
      finding({
        rule: 'drop-index-not-concurrent',
        severity: 'warning',
        evidence: 'confirmed',
        line,
        endLine: line,
        endColumn: 44,
        message: `DROP INDEX takes ACCESS EXCLUSIVE on ${line === 24 ? 'conversation_quarantine' : 'outbound_messages'}: reads and writes wait for it.`,
        help: `Drop it without blocking, outside a transaction:\n\nDROP INDEX CONCURRENTLY IF EXISTS ${line === 24 ? 'idx_quarantine_conv_active_exp' : 'idx_outbox_status_due'};`,
        proof: 'ACCESS EXCLUSIVE was held',
      }),
    ),
    finding({
      rule: 'no-lock-timeout',
      severity: 'info',
      line: 5,
      endLine: 5,
      endColumn: 6,
      message: 'No lock_timeout is set: a statement that has to wait makes everybody behind it wait too.',
      help: "Set one before the first statement:\n\nSET lock_timeout = '5s';",
    }),
    finding({
      rule: 'adding-check-scans-table',
      severity: 'warning',
      evidence: 'refuted',
      line: 16,
      message: 'VALIDATE reads all of security_events.',
      help: '',
      proof: 'No scan was observed: the table is partitioned and empty.',
    }),
  ],
  migrations: [failing],
  durationMs: 1438,
};
