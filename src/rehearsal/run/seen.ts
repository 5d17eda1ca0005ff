/** Collects what the rehearsal has seen, for the predictions to be held against. */
import type { Migration, Script } from '../../model.js';
import { lineOf } from '../../sql/positions.js';
import { code } from '../../sql/words.js';
import { type Named, type Place, sameObject } from '../../verdict/fact.js';
import type { Fate, Seen, SeenLock, SeenStatement } from '../../verdict/seen.js';
import { compareSnapshots, type Snapshot } from '../snapshot/snapshot.js';
import type { ScriptRun } from './apply.js';
import type { Ran } from './trace/timeline.js';

/** The schema before a migration, and after its rollback. */
interface Rollback {
  before: Snapshot;
  rolledBack: Snapshot;
}

export class Witness implements Seen {
  readonly outside: boolean;
  readonly #statements = new Map<string, SeenStatement>();
  readonly #leftOut = new Map<string, ReadonlySet<string>>();
  readonly #rollbacks: { scripts: readonly Script[]; rollback: Rollback }[] = [];

  /** `outside`: whether it is looked for from outside the change's own session. */
  constructor(outside: boolean) {
    this.outside = outside;
  }

  statement({ path, start }: Place): SeenStatement | undefined {
    return this.#statements.get(`${path} ${start}`);
  }

  fate({ path, start }: Place, object: Named): Fate | undefined {
    const holds = ({ statements }: Script) =>
      statements.some((statement) => statement.location.path === path && statement.start === start);
    const found = this.#rollbacks.find(({ scripts }) => scripts.some(holds));
    return found && fateOf(object, found.rollback);
  }

  /** What a script's run has shown of its statements; `earlier`: what ran before it over the same connection. */
  ran({ statements }: Script, { reports, ran: own }: Pick<ScriptRun, 'reports' | 'ran'>, earlier: Ran[] = []): void {
    const ran = [...earlier, ...own];
    for (const statement of statements) {
      const report = reports[statement.index];
      if (report === undefined || report.status === 'skipped' || report.status === 'notRun') continue;
      const at = ran.findIndex((one) => one.statement === statement);
      const deeds = ran[at]?.deeds;
      const { sqlstate = '', error = '' } = report;
      this.#statements.set(`${statement.location.path} ${statement.start}`, {
        refusal: report.status === 'failed' ? { sqlstate, error } : null,
        locks: deeds?.locks ? [...ownLocks(ran[at]), ...earlierLocks(ran, at)] : null,
        scans: deeds?.scans.map(({ oid }) => oid) ?? [],
        rewrites: deeds?.rewrites.map(({ oid }) => oid) ?? [],
        vanished: deeds?.vanished.map(({ kind, name }) => `${kind} ${code(name)}`) ?? [],
        keepsLocks: (deeds?.keepsLocks ?? false) && !mayGiveBack(statement),
        identify: deeds?.identify ?? (() => undefined),
      });
    }
  }

  leftOut({ path }: Place, column: string): boolean {
    return this.#leftOut.get(path)?.has(column) ?? false;
  }

  /** After the script an INSERT worked that left these columns out, in full. */
  leavesOut({ file }: Script, columns: readonly string[]): void {
    this.#leftOut.set(file.path, new Set(columns));
  }

  /** A rollback ran to its end as its tool runs it. */
  rolledBack({ up, down }: Migration<Script>, rollback: Rollback): void {
    this.#rollbacks.push({ scripts: down ? [up, down] : [up], rollback });
  }
}

function ownLocks(one: ScriptRun['ran'][number] | undefined): SeenLock[] {
  return (one?.deeds.locks ?? []).map(({ oid, mode }) => ({ on: oid, mode }));
}

/** What its transaction holds already a statement need not take again. */
function earlierLocks(ran: ScriptRun['ran'], at: number): SeenLock[] {
  const { transaction } = ran[at] ?? { transaction: 0 };
  return ran.slice(0, at).flatMap((earlier) => {
    if (earlier.transaction !== transaction) return [];
    const since = lineOf(earlier.statement, ran[at]?.statement);
    return ownLocks(earlier).map((lock) => ({ ...lock, since }));
  });
}

/** A DO block that catches an error gives back the locks of what it undid: that none is left says nothing. */
function mayGiveBack({ kind, sql }: { kind: string; sql: string }): boolean {
  return kind === 'DoStmt' && /\bexception\b/i.test(sql);
}

/** Also of what comes and goes with its table. What is under another name than a rule thinks, is not there under that. */
function fateOf(object: Named, { before, rolledBack }: Rollback): Fate {
  const of = (schema: Snapshot) => [...schema.values()].filter((entry) => sameObject(object, entry));
  const [was, is] = [of(before), of(rolledBack)];
  if (was.length === 0 && is.length === 0) return 'never there';
  // Functions of one name: each that is new, gone or another counts.
  const names = (entries: typeof was) => new Set(entries.map(({ name }) => name));
  if ([...names(is)].some((name) => !names(was).has(name))) return 'left';
  if ([...names(was)].some((name) => !names(is).has(name))) return 'gone';
  const differs = compareSnapshots(before, rolledBack, () => true).some((difference) => sameObject(object, difference));
  return differs ? 'changed' : 'as before';
}
