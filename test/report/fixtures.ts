/** Realistic reports for the renderers: the failing case, the same one repaired, one too big for any comment, a hostile one. */
import type { MigrationReport, Report } from '../../src/report-schema/types.js';
import { failing, failingReport } from './fixture-failing.js';
import { createIndex, finding, INDEXES, PATH, statement } from './fixture-parts.js';

export { failingReport, source } from './fixture-failing.js';
export { HOSTILE, hostileReport } from './fixture-hostile.js';
export { finding } from './fixture-parts.js';

/** The same migration, repaired: everything is proven on a local server of production's version. */
export const greenReport: Report = {
  ...failingReport,
  verdict: 'pass',
  postgres: { target: 17, server: { kind: 'local', version: '17.6' } },
  counts: { error: 0, warning: 0, info: 0 },
  statements: { checked: 3, notUnderstood: 0 },
  notChecked: [],
  findings: [],
  durationMs: 912,
  migrations: [
    {
      id: failing.id,
      path: PATH,
      layout: 'markdown',
      statements: INDEXES.map((_, at) => statement(6 + at * 4, createIndex(at))),
      lockTimeline: [],
      rollback: { verdict: 'reversible', differences: [] },
      rerun: { verdict: 'repeatable', differences: [] },
      validations: [
        {
          path: PATH,
          line: 29,
          sql: "SELECT count(*) FROM pg_indexes WHERE indexname LIKE 'idx_%'",
          status: 'passed',
          expectation: 'value = 3',
          columns: ['count'],
          rows: [['3']],
        },
      ],
      queries: [],
      writeCosts: [],
      bloat: [],
      plans: [
        {
          path: PATH,
          line: 34,
          sql: 'SELECT * FROM security_events ORDER BY created_at DESC LIMIT 50',
          index: 'idx_security_events_time',
          status: 'chosen',
          plan: 'Limit > Index Scan using idx_security_events_time on security_events',
        },
      ],
      proofs: [
        {
          check: 'applied',
          status: 'proven',
          title: 'Every statement applies',
          detail: '3 statements on PostgreSQL 17.6',
        },
        { check: 'objects', status: 'proven', title: 'All indexes are created and valid', detail: '3 of 3 indexes' },
        { check: 'rollback', status: 'proven', title: 'The rollback restores the schema', detail: 'no difference' },
        { check: 'rerun', status: 'proven', title: 'The migration can run again', detail: 'no difference' },
        { check: 'validation', status: 'proven', title: 'The validation queries hold', detail: '1 of 1 passed' },
        {
          check: 'plans',
          status: 'proven',
          title: 'Queries use the new indexes',
          detail: '`idx_security_events_time` was chosen',
        },
      ],
    },
  ],
};

function migrationAt(id: string): MigrationReport {
  const path = `db/migrations/${id}.sql`;
  return { ...failing, id, path, statements: failing.statements.map((it) => ({ ...it, path })) };
}

/** Three hundred findings in thirty migrations. */
export const bigReport: Report = {
  ...failingReport,
  counts: { error: 200, warning: 100, info: 0 },
  statements: { checked: 900, notUnderstood: 0 },
  findings: Array.from({ length: 300 }, (_, at) =>
    finding({
      rule: `rule-${at % 7}`,
      severity: at % 3 === 2 ? 'warning' : 'error',
      path: `db/migrations/${String(at % 30).padStart(3, '0')}_a_step_with_a_name.sql`,
      line: at + 1,
      endLine: at + 1,
      message: `Statement ${at} takes ACCESS EXCLUSIVE on table_${at}: reads and writes wait while all rows are rewritten.`,
      help: `Do it in steps for table_${at}:\n\nALTER TABLE table_${at} ADD COLUMN note text;\nUPDATE table_${at} SET note = '${'x'.repeat(150)}';`,
    }),
  ),
  migrations: Array.from({ length: 30 }, (_, at) => migrationAt(`${String(at).padStart(3, '0')}_a_step_with_a_name`)),
};
