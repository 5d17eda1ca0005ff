/** A change that holds locks over several statements, and its rollback, as a local server was seen to run them. */
import type { LockHold, MigrationReport, Report, StatementReport } from '../../src/report-schema/types.js';
import { lock, statement } from './fixture-parts.js';

const UP = 'db/migrations/002_orders_integrity.sql';
const DOWN = 'db/migrations/002_orders_integrity.down.sql';
const ALL: LockHold['blocks'] = ['reads', 'writes', 'ddl', 'vacuum'];
const WRITES: LockHold['blocks'] = ['writes', 'ddl', 'vacuum'];

const hold = (
  relation: string,
  mode: LockHold['mode'],
  blocks: LockHold['blocks'],
  over: Partial<LockHold>,
): LockHold => ({
  ...{ relation, mode, blocks, isNew: false, role: 'up', path: UP, transaction: 1, from: 3, until: 9, heldMs: 45.1 },
  ...over,
});

const HOLDS: LockHold[] = [
  hold('customers', 'SHARE ROW EXCLUSIVE', WRITES, {}),
  hold('orders', 'SHARE ROW EXCLUSIVE', WRITES, {}),
  hold('orders', 'ACCESS EXCLUSIVE', ALL, { from: 5 }),
  hold('orders_pkey', 'ACCESS EXCLUSIVE', ALL, { from: 7, heldMs: 43 }),
  hold('products', 'ROW EXCLUSIVE', ['ddl'], { from: 9, heldMs: 0.2 }),
  hold('customers', 'ACCESS EXCLUSIVE', ALL, { transaction: 2, from: 12, until: 12, heldMs: 0.2 }),
  hold('customers', 'SHARE UPDATE EXCLUSIVE', ['ddl', 'vacuum'], { transaction: 3, from: 13, until: 13, heldMs: 26 }),
  hold('orders', 'ACCESS EXCLUSIVE', ALL, { role: 'down', path: DOWN, from: 2, until: 3, heldMs: 40 }),
];

function statements(text: string | null): StatementReport[] {
  const up = (line: number, sql: string, over: Partial<StatementReport> = {}) =>
    statement(line, text ?? sql, { path: UP, endLine: line, locks: [], ...over });
  return [
    up(1, 'BEGIN', { durationMs: 0.1 }),
    up(3, 'ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers (id)', {
      locks: [lock('customers', 'SHARE ROW EXCLUSIVE', WRITES), lock('orders', 'SHARE ROW EXCLUSIVE', WRITES)],
      durationMs: 13.2,
    }),
    up(5, 'ALTER TABLE orders ALTER COLUMN status SET NOT NULL', { locks: [lock('orders', 'ACCESS EXCLUSIVE', ALL)] }),
    up(7, 'ALTER TABLE orders ALTER COLUMN total TYPE bigint', {
      locks: [lock('orders_pkey', 'ACCESS EXCLUSIVE', ALL)],
      rewrites: [text ?? 'orders'],
      scans: [text ?? 'orders'],
      objects: [
        { change: 'changed', kind: 'column', name: text ?? 'orders.total', before: 'integer', after: 'bigint' },
      ],
      durationMs: 43.4,
    }),
    up(9, 'UPDATE products SET price = 0', { locks: [lock('products', 'ROW EXCLUSIVE', ['ddl'])], durationMs: 0.2 }),
    up(10, 'COMMIT'),
    up(12, 'ALTER TABLE customers ADD COLUMN phone text', { locks: [lock('customers', 'ACCESS EXCLUSIVE', ALL)] }),
    up(13, 'CREATE INDEX CONCURRENTLY i ON customers (email)', {
      waits: [text ?? 'writers of customers'],
      durationMs: 26,
    }),
    up(2, 'ALTER TABLE orders DROP CONSTRAINT fk', { path: DOWN, role: 'down' }),
    up(3, 'ALTER TABLE orders ALTER COLUMN total TYPE int', { path: DOWN, role: 'down', durationMs: 40 }),
  ];
}

/** The report with these locks; their names, paths and SQL are `text` where that is given. */
export function withLocks(report: Report, text: string | null = null): Report {
  const lockTimeline = HOLDS.map((it) => ({ ...it, relation: text ?? it.relation, ...(text && { untilPath: text }) }));
  const locked = (migration: MigrationReport) => ({ ...migration, statements: statements(text), lockTimeline });
  return { ...report, migrations: report.migrations.map(locked) };
}
