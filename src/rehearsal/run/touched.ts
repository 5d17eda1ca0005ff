/** The tables that a change has to do with. Pure. */
import type { MigrationReport } from '../../report-schema/types.js';
import { stopsTraffic } from './hazards/hazards.js';
import type { Ran } from './trace/timeline.js';

/** Tables that existed before the change, and that a statement of it locked against writes or wrote to. */
export function touchedTables(reports: readonly Pick<MigrationReport, 'statements'>[]): Set<string> {
  const tables = new Set<string>();
  for (const { locks, waits } of reports.flatMap(({ statements }) => statements)) {
    for (const lock of locks ?? []) {
      if (stopsTraffic(lock) || (waits.length > 0 && !lock.isNew)) tables.add(lock.relation);
      // INSERT, UPDATE and DELETE: on an empty table they write no row, but they would.
      else if (!lock.isNew && lock.mode === 'ROW EXCLUSIVE') tables.add(lock.relation);
    }
  }
  return tables;
}

/** They compute something of each row that they read, and of an empty table nothing. */
const COMPUTES = new Set(['CreateTableAsStmt', 'RefreshMatViewStmt', 'InsertStmt']);

/** Tables that existed before the change, and from whose rows a statement of it computes something. */
export function computedFrom(reports: readonly Pick<MigrationReport, 'statements'>[]): string[] {
  const computing = reports.flatMap(({ statements }) => statements).filter(({ kind }) => COMPUTES.has(kind));
  const read = computing.flatMap(({ locks }) => (locks ?? []).filter(({ mode }) => mode === 'ACCESS SHARE'));
  return read.flatMap(({ relation, isNew }) => (isNew ? [] : [relation]));
}

const CHANGES_ROWS = new Set(['UpdateStmt', 'DeleteStmt', 'MergeStmt']);

/** Tables that existed before, and whose rows a statement of the migration is there to change. */
export function changedTables({ statements }: Pick<MigrationReport, 'statements'>): Set<string> {
  const changing = statements.filter(
    ({ role, kind, status }) => role === 'up' && CHANGES_ROWS.has(kind) && status === 'applied',
  );
  const written = changing.flatMap(({ locks }) => (locks ?? []).filter(({ mode }) => mode === 'ROW EXCLUSIVE'));
  return new Set(written.flatMap(({ relation, isNew }) => (isNew ? [] : [relation])));
}

/**
 * Of the older tables, those that a run wrote to or rewrote, also under a lock that it held already; by the names that
 * they had when the script began. TRUNCATE's new files are empty.
 */
export function writtenTables(ran: readonly Ran[]): string[] {
  const written = ran
    .filter(({ report }) => report.status === 'applied' && report.kind !== 'TruncateStmt')
    .flatMap(({ deeds: { locks, rewrites } }) => [
      ...rewrites,
      ...(locks ?? []).filter(({ mode }) => mode === 'ROW EXCLUSIVE'),
    ]);
  return [...new Set(written.filter(({ isTable, isNew }) => isTable && !isNew).map(({ was }) => was))];
}
