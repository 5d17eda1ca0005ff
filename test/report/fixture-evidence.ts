/** What the checklist of the failing case rests on: rollback, second runs, the application's queries, costs. */
import type { MigrationReport } from '../../src/report-schema/types.js';

export const evidence: Pick<MigrationReport, 'rollback' | 'rerun' | 'queries' | 'writeCosts' | 'bloat'> = {
  rollback: {
    verdict: 'not restored',
    differences: [{ change: 'extra', kind: 'index', name: 'idx_security_events_time' }],
    missingSql: 'DROP INDEX CONCURRENTLY IF EXISTS idx_security_events_time;',
    data: {
      lost: [{ table: 'security_events', column: 'details', detail: '3 of 3 values lost' }],
      refused: [
        {
          data: 'a NULL in security_events.kind',
          line: 25,
          sqlstate: '23502',
          error: 'column "kind" contains null values',
        },
      ],
      dropped: ['security_events.source'],
    },
  },
  rerun: {
    verdict: 'repeatable',
    differences: [],
    interrupted: [
      {
        line: 8,
        leavesInvalidIndex: true,
        again: {
          verdict: 'differs',
          differences: [{ change: 'changed', kind: 'index', name: 'public.idx_quarantine_conv_active_exp' }],
        },
        rolledBack: { verdict: 'succeeds', differences: [] },
      },
      {
        line: 12,
        leavesInvalidIndex: false,
        again: {
          verdict: 'fails',
          differences: [],
          line: 8,
          sqlstate: '42P07',
          error: 'relation "idx_quarantine_conv_active_exp" already exists',
        },
      },
    ],
  },
  queries: [
    {
      name: 'due',
      path: 'app/queries.sql',
      line: 3,
      sql: 'SELECT id FROM outbound_messages WHERE status = $1',
      status: 'works',
      planBefore: 'Seq Scan on outbound_messages',
      planAfter: 'Index Scan using idx_outbox_status_due on outbound_messages',
      indexes: ['idx_outbox_status_due'],
    },
    {
      name: 'all',
      path: 'app/queries.sql',
      line: 9,
      sql: 'SELECT 1',
      status: 'works',
      planBefore: 'Result',
      planAfter: 'Result',
      indexes: [],
    },
  ],
  writeCosts: [
    {
      table: 'outbound_messages',
      rows: 50,
      insert: { before: 185, after: 267 },
      updates: [{ column: 'status', before: 136, after: 340, hotBefore: 100, hotAfter: 0 }],
    },
  ],
  bloat: [
    {
      table: 'outbound_messages',
      rows: 50,
      rewritten: false,
      deadPercent: 100,
      bytes: { before: 81920, after: 163840 },
    },
  ],
};
