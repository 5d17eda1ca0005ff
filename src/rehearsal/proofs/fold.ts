/** Folds what a proof shows into the report. Pure. */
import type { Proof as Line, MigrationReport } from '../../report-schema/types.js';
import { PROOFS } from './list.js';
import type { ProofDefinition, ProofOutcome } from './proof.js';

/** The report with the proof's part and its line, at its place in the checklist, instead of an earlier one of the same check. */
export function withOutcome(report: MigrationReport, proof: ProofDefinition, outcome: ProofOutcome): MigrationReport {
  const proofs = [...report.proofs.filter(({ check }) => check !== proof.check), lineOf(proof, outcome)].sort(
    (a, b) => place(a.check) - place(b.check),
  );
  return { ...report, ...outcome.part, proofs };
}

function lineOf({ check, title }: ProofDefinition, outcome: ProofOutcome): Line {
  const { status, detail, table } = outcome;
  const reason = outcome.status === 'not checked' ? { reason: outcome.reason } : {};
  return { check, status, ...reason, title: outcome.title ?? title, detail, ...(table && { table }) };
}

function place(check: Line['check']): number {
  return PROOFS.findIndex((proof) => proof.check === check);
}

const FEW = 3;

/**
 * What rests on a run that was not the tool's is shown of another run. `failed` is kept: what went wrong is reported, and goes
 * wrong where less was refused, too.
 */
export function notAsSent(outcome: ProofOutcome, refused: readonly number[]): ProofOutcome {
  if (outcome.status !== 'proven' || refused.length === 0) return outcome;
  const more = refused.length > FEW ? ', …' : '';
  const lines = `line${refused.length === 1 ? '' : 's'} ${refused.slice(0, FEW).join(', ')}${more}`;
  const detail = `not as the tool runs it, for what was refused or left out (${lines}): ${outcome.detail}`;
  return { ...outcome, status: 'not checked', reason: 'not-as-sent', detail };
}
