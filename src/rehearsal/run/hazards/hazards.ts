/** Hazards that follow from what the server did, whatever the SQL looks like. Pure. */
import type { LockMode, Script, Statement } from '../../../model.js';
import type { LockHold } from '../../../report-schema/types.js';
import { settingsOf } from '../../../schema/session.js';
import { blockedBy, compareLockModes } from '../../../sql/locks.js';
import { lineOf } from '../../../sql/positions.js';
import { capitalized, code } from '../../../sql/words.js';
import { type Fact, hazard, lock as lockFact } from '../../../verdict/fact.js';
import type { Observation } from '../../../verdict/observation.js';
import { observe, statementAt } from '../observe.js';
import type { Deeds, Taken } from '../trace/deeds.js';
import type { Ran } from '../trace/timeline.js';

/** What a run of a script has shown, in the order of its statements. */
export interface RanScript {
  script: Script;
  ran: readonly Ran[];
  /** What ran before it over the same connection, where the tool sends several scripts in one transaction. */
  earlier?: readonly Ran[];
  /** It was run outside its transaction, where SET LOCAL means nothing. */
  madeToRun?: boolean;
}

/** Everything that a script's own run shows. */
export function hazards(shown: RanScript): Observation[] {
  const blocking = [...blockingScans(shown), ...heldDuringWork(shown)];
  const unnamed = unnamedTables(shown);
  // A table that is blocked for long is reported once.
  const told = new Set(blocking.map(about));
  const timeouts = shown.madeToRun ? [] : missingLockTimeout(shown);
  return [...blocking, ...unnamed.filter((one) => !told.has(about(one))), ...timeouts];
}

function about({ at, facts }: Observation): string {
  return `${at.start} ${facts.flatMap((fact) => ('on' in fact ? fact.on : []))}`;
}

function waits({ mode, oid }: Taken, { start, location: { path } }: Statement): Fact {
  return { kind: 'waits', mode, on: oid, since: { path, start } };
}

/** Whether other sessions' reads or writes wait for the lock. */
export function stopsTraffic({ mode, isNew }: { mode: LockMode; isNew: boolean }): boolean {
  const blocks = blockedBy(mode);
  return !isNew && (blocks.includes('reads') || blocks.includes('writes'));
}

/** The locks that block sessions on tables that existed before the change, the strongest of each. */
function stopped({ locks }: Deeds): Taken[] {
  const tables = new Map<string, Taken>();
  for (const taken of locks ?? []) {
    const known = tables.get(taken.oid);
    // Nobody writes to a materialized view: only what stops its readers stops anybody.
    const idle = taken.isMaterializedView && !blockedBy(taken.mode).includes('reads');
    if (!taken.isTable || idle || !stopsTraffic(taken)) continue;
    if (known === undefined || compareLockModes(known.mode, taken.mode) < 0) tables.set(taken.oid, taken);
  }
  return [...tables.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Who waits, for the middle of a sentence. */
function waiters({ mode }: { mode: LockMode }): string {
  return blockedBy(mode).includes('reads') ? 'reads and writes' : 'writes';
}

/** What a statement did that takes longer the more rows there are; TRUNCATE's new files are empty. */
function work({ report: { kind, rows }, deeds }: Ran): string | null {
  if (kind === 'TruncateStmt') return null;
  const old = ({ isTable, isNew }: { isTable: boolean; isNew: boolean }) => isTable && !isNew;
  const written = deeds.rewrites.find(old);
  if (written !== undefined) return `rewriting ${code(written.name)}`;
  const read = deeds.scans.find(old);
  if (read === undefined) return null;
  return rows.some(({ relation }) => relation === read.name)
    ? `working through the rows of ${code(read.name)}`
    : `reading all of ${code(read.name)}`;
}

function blockingScans({ script, ran }: RanScript): Observation[] {
  return ran.flatMap((one) => {
    const does = work(one);
    if (does === null) return [];
    const { statement, deeds } = one;
    return stopped(deeds).map((lock) =>
      observe('blocking-scan', script, statement, {
        message: `The statement held ${lock.mode} on ${code(lock.name)} while ${does}. ${capitalized(waiters(lock))} of ${code(lock.name)} wait as long as that takes.`,
        proof: `${lock.mode} on ${code(lock.name)}, held while ${does}`,
        facts: [waits(lock, statement)],
        cause: `${statement.start}`,
      }),
    );
  });
}

/** Locks are kept to the end of the transaction. */
function heldDuringWork({ script, ran, earlier = [] }: RanScript): Observation[] {
  return ran.flatMap((one, index) => {
    const does = work(one);
    if (does === null) return [];
    const before = [...earlier, ...ran.slice(0, index)].filter(({ transaction }) => transaction === one.transaction);
    const since = before.find(({ deeds }) => stopped(deeds).length > 0)?.statement.start;
    return before.flatMap(({ statement, deeds }) =>
      stopped(deeds).map((lock) =>
        observe('lock-held-during-scan', script, one.statement, {
          message: `The transaction still holds ${lock.mode} on ${code(lock.name)} from ${lineOf(statement, one.statement)} while ${does}. ${capitalized(waiters(lock))} of ${code(lock.name)} wait as long as that takes.`,
          proof: `Taken on ${lineOf(statement, one.statement)}, held to the end of the transaction`,
          facts: [hazard('lock-held-during-scan'), waits(lock, statement)],
          // As in the rule that predicts it.
          cause: `held since ${since}`,
        }),
      ),
    );
  });
}

/** The referenced side of a foreign key, a partition's parent, a default partition: locked without being named. */
function unnamedTables({ script, ran }: RanScript): Observation[] {
  return ran.flatMap(({ statement, deeds, report }) => {
    // With a limit to the wait there is nothing left to decide.
    const limited = (report.lockTimeoutMs ?? 0) > 0;
    if (statement.kind === 'DoStmt' || statement.kind === 'CallStmt') return [];
    return stopped(deeds)
      .filter(({ name }) => !names(statement.sql, name))
      .map((lock) =>
        observe('lock-on-unnamed-table', script, statement, {
          message: `The statement took ${lock.mode} on ${code(lock.name)}, which it doesn’t name. ${capitalized(waiters(lock))} of ${code(lock.name)} wait for the transaction to end.`,
          proof: `pg_locks showed ${lock.mode} on ${code(lock.name)}`,
          facts: [lockFact(lock.mode, lock.oid)],
          ...(limited && { severity: 'info' as const }),
          cause: ofPartition(lock, statement) ?? `${statement.start}`,
        }),
      );
  });
}

/** Whoever names a partitioned table locks its partitions, in each statement anew: that is one fact. */
function ofPartition({ partOf }: Taken, { sql }: Statement): string | undefined {
  const parent = partOf.find((name) => names(sql, name));
  return parent && `partitions of ${parent}`;
}

function missingLockTimeout({ script, ran }: RanScript): Observation[] {
  for (const { statement, report, deeds } of ran) {
    const tables = new Set((deeds.locks ?? []).flatMap(({ name, isTable }) => (isTable ? [name] : [])));
    // Queries name tables: of a table and its index, it is the table that they wait for.
    const lock = (report.locks ?? []).filter(stopsTraffic).find(({ relation }) => tables.has(relation));
    if (lock === undefined || deeds.locks === null || report.lockTimeoutMs !== 0 || report.waits.length > 0) continue;
    if (setsLimit(statement)) continue;
    const { relation, mode } = lock;
    return [
      observe('no-lock-timeout', script, statement, {
        message: `No \`lock_timeout\` is set. Behind one long query on ${code(relation)}, this statement waits for its ${mode} as long as that takes, and ${waiters(lock)} queue behind it.`,
        proof: '`lock_timeout` was 0 when the lock was taken',
        facts: [hazard('no-lock-timeout', script.file.path)],
        cause: 'no lock_timeout',
      }),
    ];
  }
  return [];
}

/** A block that sets the limit itself: outside it nothing of that is seen. */
function setsLimit({ block }: Statement): boolean {
  return (block?.statements ?? []).some(
    ({ node, conditional }) => !conditional && settingsOf(node).some(({ name }) => name === 'lock_timeout'),
  );
}

/** Transactions of different migrations that take the same two locks in opposite order: run at once, they deadlock. */
export function lockOrder(timelines: { path: string; script: Script; holds: LockHold[] }[]): Observation[] {
  const found: Observation[] = [];
  const orders = timelines.map(({ path, script, holds }) => ({ path, script, pairs: orderedPairs(holds) }));
  for (const [index, later] of orders.entries()) {
    for (const earlier of orders.slice(0, index)) {
      for (const [pair, hold] of later.pairs) {
        const [first, second] = pair.split(' > ');
        const other = earlier.pairs.get(`${second} > ${first}`);
        const statement = statementAt(later.script, hold.from);
        if (other === undefined || statement === undefined) continue;
        const message = `This transaction locks ${code(first ?? '')} before ${code(second ?? '')}, and ${code(earlier.path)} locks them the other way round (line ${other.from}). Run at the same time, the two can deadlock.`;
        found.push(
          observe('lock-order', later.script, statement, { message, proof: 'Both orders were seen in the rehearsal' }),
        );
      }
    }
  }
  return found;
}

/** `a > b` for each pair of tables that a transaction locks in that order, with the hold that completes it. */
function orderedPairs(holds: LockHold[]): Map<string, LockHold> {
  const pairs = new Map<string, LockHold>();
  for (const second of holds.filter(stopsTraffic)) {
    for (const first of holds.filter(stopsTraffic)) {
      const together =
        first.role === second.role && first.transaction === second.transaction && first.from < second.from;
      if (together && first.relation !== second.relation) pairs.set(`${first.relation} > ${second.relation}`, second);
    }
  }
  return pairs;
}

/** Whether the text holds the table's own name as a word. */
function names(sql: string, relation: string): boolean {
  const name = relation.split('.').at(-1) ?? relation;
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // A quote in a name is written twice.
  return new RegExp(`(?<![\\w$])${escaped.replaceAll('"', '""')}(?![\\w$])`, 'i').test(sql);
}
