/** Hazards that follow from what the server did, whatever the SQL looks like. Pure. */
import { builtInFinding } from '../../built-in.js';
import type { Script, Statement } from '../../model.js';
import type { LockHold, LockReport, StatementReport } from '../../report/types.js';
import type { Observation } from '../observation.js';
import type { Ran } from '../trace/timeline.js';

/** What a run of a script has shown. */
export interface Shown {
  script: Script;
  ran: Ran[];
  /** Names of the tables that stood before the change, as reports write them. */
  existing: ReadonlySet<string>;
}

/** Everything that a script's own run gives away, in the order of its statements. */
export function hazards(shown: Shown): Observation[] {
  const blocking = blockingWork(shown);
  // A table that is stopped for long is told of once.
  const told = new Set(blocking.map(({ at, fact }) => `${at.start} ${fact.lockOn}`));
  const unnamed = unnamedTables(shown).filter(({ at, fact }) => !told.has(`${at.start} ${fact.lockOn}`));
  return [...blocking, ...unnamed, ...missingLockTimeout(shown)];
}

/** Whether others have to wait for the lock with what they do all day. */
export function stopsTraffic({ blocks, isNew }: LockReport): boolean {
  return !isNew && (blocks.includes('reads') || blocks.includes('writes'));
}

/** Who waits, for the middle of a sentence. */
function waiters({ blocks }: LockReport): string {
  return blocks.includes('reads') ? 'reads and writes' : 'writes';
}

/** What a statement did that takes longer the more rows there are; TRUNCATE's new files are empty. */
function work({ kind, scans, rewrites, rows }: StatementReport, existing: ReadonlySet<string>): string | null {
  if (kind === 'TruncateStmt') return null;
  const written = rewrites.find((name) => existing.has(name));
  if (written !== undefined) return `it rewrites ${written}`;
  const read = scans.find((name) => existing.has(name));
  if (read === undefined) return null;
  return rows.some(({ relation }) => relation === read)
    ? `it works through the rows of ${read}`
    : `it reads all of ${read}`;
}

function blockingWork({ script, ran, existing }: Shown): Observation[] {
  const found: Observation[] = [];
  for (const { report, transaction } of ran) {
    const does = work(report, existing);
    const statement = statementOf(script, report);
    if (does === null || statement === undefined) continue;
    for (const lock of (report.locks ?? []).filter((it) => stopsTraffic(it) && existing.has(it.relation))) {
      const message = `The statement took ${lock.mode} on ${lock.relation} and held it while ${does}: ${waiters(lock)} of ${lock.relation} wait for a time that grows with the table.`;
      found.push(
        observe('blocking-scan', statement, message, `${lock.mode} on ${lock.relation}, ${does}`, {
          lockOn: lock.relation,
        }),
      );
    }
    for (const earlier of ran) {
      if (earlier === ran.find((it) => it.report === report)) break;
      if (earlier.transaction !== transaction) continue;
      for (const lock of (earlier.report.locks ?? []).filter((it) => stopsTraffic(it) && existing.has(it.relation))) {
        const message = `The transaction still holds ${lock.mode} on ${lock.relation} from line ${earlier.report.line} while ${does}: ${waiters(lock)} of ${lock.relation} wait for a time that grows with the table.`;
        found.push(
          observe(
            'lock-held-during-scan',
            statement,
            message,
            `Taken on line ${earlier.report.line}, held to the end of the transaction`,
            {
              lockOn: lock.relation,
              held: { mode: lock.mode, since: statementOf(script, earlier.report)?.start ?? 0 },
            },
          ),
        );
      }
    }
  }
  return found;
}

/** The referenced side of a foreign key, a partition's parent, a default partition: locked without being named. */
function unnamedTables({ script, ran, existing }: Shown): Observation[] {
  return ran.flatMap(({ report }) => {
    const statement = statementOf(script, report);
    if (statement === undefined || statement.kind === 'DoStmt' || statement.kind === 'CallStmt') return [];
    return (report.locks ?? [])
      .filter((lock) => stopsTraffic(lock) && existing.has(lock.relation) && !names(statement.sql, lock.relation))
      .map((lock) => {
        const message = `The statement took ${lock.mode} on ${lock.relation}, which it doesn’t name: ${waiters(lock)} of ${lock.relation} wait for the transaction to end.`;
        return observe(
          'lock-on-unnamed-table',
          statement,
          message,
          `pg_locks showed ${lock.mode} on ${lock.relation}`,
          { lockOn: lock.relation },
        );
      });
  });
}

function missingLockTimeout({ script, ran }: Shown): Observation[] {
  for (const { report } of ran) {
    const lock = (report.locks ?? []).find(stopsTraffic);
    const statement = statementOf(script, report);
    if (lock === undefined || statement === undefined || report.lockTimeoutMs !== 0 || report.waits.length > 0)
      continue;
    const message = `No lock_timeout is set: behind one long query on ${lock.relation} this statement waits for its ${lock.mode} as long as that takes, and ${waiters(lock)} queue behind it.`;
    const fact = { wholeFile: true };
    return [observe('no-lock-timeout', statement, message, 'lock_timeout was 0 when the lock was taken', fact)];
  }
  return [];
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
        const statement = later.script.statements.find(({ location }) => location.line === hold.from);
        if (other === undefined || statement === undefined) continue;
        const message = `This transaction locks ${first} before ${second}; ${earlier.path} locks ${second} before ${first} (line ${other.from}). Run at the same time, the two can deadlock.`;
        found.push(observe('lock-order', statement, message, 'Both orders were seen in the rehearsal'));
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

function observe(
  rule: Parameters<typeof builtInFinding>[0],
  { sql, start, location }: Statement,
  message: string,
  proof: string,
  fact: Observation['fact'] = {},
): Observation {
  return {
    finding: builtInFinding(rule, location, message, { evidence: 'observed', statement: sql, proof }),
    at: { path: location.path, start },
    fact,
  };
}

function statementOf({ statements }: Script, { line, sql }: StatementReport): Statement | undefined {
  return statements.find((statement) => statement.location.line === line && statement.sql === sql);
}

/** Whether the text holds the table's own name as a word. */
function names(sql: string, relation: string): boolean {
  const name = relation.split('.').at(-1) ?? relation;
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w$])${escaped}(?![\\w$])`, 'i').test(sql);
}
