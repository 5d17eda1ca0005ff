/** Runs all scripts that a tool sends in one transaction as it does, and says of each what that has shown. */
import type { Script, Statement } from '../../model.js';
import type { StatementReport } from '../../report-schema/types.js';
import { failed } from '../../servers/refusal.js';
import { type ChangeSession, PostgresError } from '../../servers/server.js';
import { nodeOf } from '../../sql/ast.js';
import { lineOf } from '../../sql/positions.js';
import { type Excuse, type Failure, runScript, type ScriptRun } from './apply.js';
import type { Ran } from './trace/timeline.js';
import type { Tracer } from './trace/tracer.js';

/** What the tool's run has shown of one of its scripts. */
export interface InRun {
  /** What Postgres refuses there. */
  failures: Failure[];
  /** Absent where the tool's run doesn't come to its end. */
  whole?: {
    /** Of the script's own statements. */
    reports: StatementReport[];
    ran: Ran[];
    earlier: Ran[];
    later: Ran[];
  };
}

/** One result for each script, in order. */
export async function runTogether(
  session: ChangeSession,
  scripts: readonly Script[],
  tracer: Tracer,
  excuse: Excuse,
): Promise<InRun[]> {
  const { script, originals } = joined(scripts);
  const run = await runScript(session, script, tracer, (statement, error) =>
    excuse(originals.get(statement) ?? statement, error),
  );
  return apart(run, scripts, originals);
}

/** One script of all, with their statements counted anew. */
function joined(scripts: readonly Script[]): { script: Script; originals: Map<Statement, Statement> } {
  const originals = new Map<Statement, Statement>();
  for (const statement of scripts.flatMap(({ statements }) => statements)) {
    originals.set({ ...statement, index: originals.size }, statement);
  }
  return { script: { ...(scripts[0] as Script), statements: [...originals.keys()] }, originals };
}

function apart(run: ScriptRun, scripts: readonly Script[], originals: Map<Statement, Statement>): InRun[] {
  const original = <T extends { statement: Statement }>(one: T): T => ({
    ...one,
    statement: originals.get(one.statement) ?? one.statement,
  });
  const failures = run.failures.map(original);
  const ran = run.ran.map(original);
  const asSent = run.complete && !run.madeToRun && failures.length === 0;
  return scripts.map(({ statements }, at) => {
    const own = new Set(statements);
    const earlier = new Set(scripts.slice(0, at).flatMap((script) => script.statements));
    const its = failures.filter(({ statement }) => own.has(statement));
    const undone = asSent ? undoneBy(scripts, at) : undefined;
    if (!asSent || undone) return { failures: [...its, ...(undone ?? [])] };
    const first = earlierCount(scripts, at);
    const whole = {
      reports: run.reports.slice(first, first + statements.length),
      ran: ran.filter(({ statement }) => own.has(statement)),
      earlier: ran.filter(({ statement }) => earlier.has(statement)),
      later: ran.filter(({ statement }) => !own.has(statement) && !earlier.has(statement)),
    };
    return { failures: its, whole };
  });
}

/** What a ROLLBACK in a later script makes of a script whose transaction it ends. */
function undoneBy(scripts: readonly Script[], at: number): Failure[] | undefined {
  const { leaves, statements } = scripts[at] as Script;
  const statement = statements.at(-1);
  if (leaves.kind === 'none' || statement === undefined) return undefined;
  const later = scripts.slice(at + 1).flatMap((script) => script.statements);
  const end = later.find(({ node }) => ENDS.has(nodeOf(node, 'TransactionStmt')?.kind ?? ''));
  if (end === undefined || nodeOf(end.node, 'TransactionStmt')?.kind !== 'TRANS_STMT_ROLLBACK') return undefined;
  const message = `the ROLLBACK in ${lineOf(end, statement)} undoes all of the file`;
  return [{ statement, error: new PostgresError({ message, sqlstate: '' }) }];
}

const ENDS = new Set(['TRANS_STMT_COMMIT', 'TRANS_STMT_ROLLBACK', 'TRANS_STMT_PREPARE']);

function earlierCount(scripts: readonly Script[], at: number): number {
  return scripts.slice(0, at).reduce((sum, { statements }) => sum + statements.length, 0);
}

/** A script's run by itself, with what Postgres refuses only in the tool's run. */
export function asInRun(run: ScriptRun, { failures }: InRun): ScriptRun {
  const news = failures.filter(({ statement }) => run.reports[statement.index]?.status === 'applied');
  if (news.length === 0) return run;
  const reports = [...run.reports];
  for (const { statement, error } of news) {
    const report = reports[statement.index];
    if (report) reports[statement.index] = { ...report, ...failed(error) };
  }
  return { ...run, reports, failures: [...run.failures, ...news], madeToRun: true };
}
