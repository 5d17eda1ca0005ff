/** The lock timeline as a picture has it: a column for each statement, a lane for each relation, a bar for each lock. Pure. */
import type { LockHold, MigrationReport, StatementReport } from '../../report-schema/types.js';

/** One statement; null where the report has only its line. */
export interface TimelineColumn {
  path: string;
  line: number;
  statement: StatementReport | null;
  /** Its place among the migration's statements; -1 where the report has only its line. */
  index: number;
  /** Statements before it that are left out: no lock begins or ends with them. */
  skipped: number;
}

export interface Bar {
  hold: LockHold;
  /** Its place among the migration's locks. */
  index: number;
  /** Columns from 0; `to` is the last one. */
  from: number;
  to: number;
  /** The row of its lane. */
  row: number;
  /** It is released in another file. */
  goesOn: boolean;
}

export interface Lane {
  relation: string;
  bars: Bar[];
  rows: number;
}

export interface Picture {
  role: LockHold['role'];
  columns: TimelineColumn[];
  lanes: Lane[];
  /** Each transaction, from its first lock to its last. */
  transactions: { number: number; from: number; to: number }[];
  /** Locks that have no room. */
  hidden: number;
}

/** Columns that lie between are left out where there are more. */
export const MOST_COLUMNS = 60;

/** One picture for each script that took locks: what applies the migration, what rolls it back. */
export function pictures(migration: MigrationReport, most: number): Picture[] {
  const numbered = migration.lockTimeline.map((hold, index) => ({ hold, index }));
  const roles = [...new Set(migration.lockTimeline.map(({ role }) => role))];
  return roles.map((role) => {
    const all = numbered.filter(({ hold }) => hold.role === role);
    return draw(role, all, migration.statements, most);
  });
}

type Numbered = { hold: LockHold; index: number };

function draw(role: LockHold['role'], all: Numbered[], statements: StatementReport[], most: number): Picture {
  const every = columnsOf(role, all, statements);
  const wanted = heaviest(all, most).map((it) => ({ ...it, ...spanOf(it.hold, every) }));
  const kept = keep(every.length, wanted);
  const bars = wanted.flatMap(({ from, to, ...bar }) => {
    const begin = kept.findIndex((at) => at >= from);
    const end = kept.findLastIndex((at) => at <= to);
    return begin < 0 || end < begin ? [] : [{ ...bar, from: begin, to: end, row: 0 }];
  });
  const columns = kept.flatMap((at, number) => {
    const column = every[at];
    return column ? [{ ...column, skipped: at - (kept[number - 1] ?? -1) - 1 }] : [];
  });
  const hidden = all.length - bars.length;
  return { role, columns, lanes: lanesOf(bars), transactions: transactionsOf(bars), hidden };
}

/** The statements of the script, and lines of locks that no statement is known for. */
function columnsOf(role: LockHold['role'], all: Numbered[], statements: StatementReport[]): TimelineColumn[] {
  const columns: TimelineColumn[] = statements.flatMap((statement, index) =>
    statement.role === role ? [{ path: statement.path, line: statement.line, statement, index, skipped: 0 }] : [],
  );
  const key = (path: string, line: number) => `${line} ${path}`;
  const known = new Set(columns.flatMap((it) => [key(it.path, it.line), key(it.path, lastLineOf(it))]));
  const unknown = all
    .flatMap(({ hold }) =>
      [hold.from, ...(hold.untilPath === undefined ? [hold.until] : [])].map((line) => ({ path: hold.path, line })),
    )
    .filter(({ path, line }) => !known.has(key(path, line)) && known.add(key(path, line)));
  if (unknown.length === 0) return columns;
  const more = unknown.map((it) => ({ ...it, statement: null, index: -1, skipped: 0 }));
  return [...columns, ...more].sort((a, b) => (a.path === b.path ? a.line - b.line : 0));
}

/** A lock is taken where its statement begins, and released where the last one of its transaction ends. */
function spanOf(hold: LockHold, columns: readonly TimelineColumn[]): { from: number; to: number; goesOn: boolean } {
  const begins = (it: TimelineColumn) => it.line === hold.from && it.path === hold.path;
  const taking = columns.findIndex((it) => begins(it) && takes(it.statement, hold));
  const from = taking >= 0 ? taking : Math.max(0, columns.findIndex(begins));
  const path = hold.untilPath ?? hold.path;
  const to = columns.findLastIndex((it) => lastLineOf(it) === hold.until && it.path === path);
  const goesOn = to < 0;
  return { from, to: goesOn ? columns.length - 1 : Math.max(from, to), goesOn };
}

function lastLineOf({ line, statement }: TimelineColumn): number {
  return statement?.endLine ?? line;
}

function takes(statement: StatementReport | null, { relation, mode }: LockHold): boolean {
  return statement?.locks?.some((it) => it.relation === relation && it.mode === mode) ?? false;
}

/** In their order; where there are too many, those that stop reads or writes first. */
function heaviest(all: Numbered[], most: number): Numbered[] {
  if (all.length <= most) return all;
  const sorted = [...all].sort((a, b) => weight(b.hold) - weight(a.hold) || a.index - b.index);
  return sorted.slice(0, most).sort((a, b) => a.index - b.index);
}

export function weight({ blocks }: Pick<LockHold, 'blocks'>): number {
  return blocks.includes('reads') ? 2 : blocks.includes('writes') ? 1 : 0;
}

/** All columns, or those where a bar begins or ends, as far as there is room. */
function keep(columns: number, bars: readonly { from: number; to: number }[]): number[] {
  const all = Array.from({ length: columns }, (_, at) => at);
  if (columns <= MOST_COLUMNS) return all;
  const ends = new Set(bars.flatMap(({ from, to }) => [from, to]));
  return all.filter((at) => ends.has(at)).slice(0, MOST_COLUMNS);
}

/** Bars of one relation that overlap stand below each other. */
function lanesOf(bars: Bar[]): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const bar of bars) {
    const lane = lanes.get(bar.hold.relation) ?? { relation: bar.hold.relation, bars: [], rows: 0 };
    const taken = lane.bars.filter((it) => it.from <= bar.to && bar.from <= it.to).map(({ row }) => row);
    while (taken.includes(bar.row)) bar.row++;
    lane.bars.push(bar);
    lane.rows = Math.max(lane.rows, bar.row + 1);
    lanes.set(bar.hold.relation, lane);
  }
  // What stops reads is what one looks for; else in the order of their statements.
  return [...lanes.values()].sort((a, b) => heaviestOf(b) - heaviestOf(a));
}

function heaviestOf({ bars }: Lane): number {
  return bars.reduce((most, { hold }) => Math.max(most, weight(hold)), 0);
}

function transactionsOf(bars: readonly Bar[]): Picture['transactions'] {
  const spans = new Map<number, { number: number; from: number; to: number }>();
  for (const { hold, from, to } of bars) {
    const span = spans.get(hold.transaction) ?? { number: hold.transaction, from, to };
    spans.set(hold.transaction, { ...span, from: Math.min(span.from, from), to: Math.max(span.to, to) });
  }
  return [...spans.values()];
}
