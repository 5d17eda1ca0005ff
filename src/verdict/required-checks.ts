/** What the settings require to be proven: where it could not be tried, the silence is a finding. Pure. */

import type { MigrationReport, NotChecked, Proof, Report } from '../report-schema/types.js';
import type { RequiredCheck } from '../settings/words.js';
import { startOfFile } from '../sql/positions.js';
import { verdictFinding } from './checks.js';
import type { Prediction } from './prediction.js';

export interface RehearsalResult {
  server: Report['postgres']['server'];
  migrations: readonly MigrationReport[];
  notChecked: readonly NotChecked[];
}

/** One finding for each migration of which a required check could not be made; it names each of them and says why. */
export function missingChecks(
  required: readonly RequiredCheck[],
  paths: string[],
  rehearsed: RehearsalResult,
): Prediction[] {
  if (required.length === 0) return [];
  return paths.flatMap((path): Prediction[] => {
    const report = rehearsed.migrations.find((migration) => migration.path === path);
    const missing = [...new Set(required)].flatMap((check) => {
      const reason = whyMissing(check, path, report, rehearsed);
      return reason === null ? [] : [`\`${check}\` (${reason})`];
    });
    if (missing.length === 0) return [];
    const are = missing.length === 1 ? 'A required check was' : 'Required checks were';
    const finding = verdictFinding(
      'required-check-missing',
      startOfFile(path),
      `${are} not made: ${missing.join(', ')}.`,
    );
    return [{ finding, at: { path, start: 0 } }];
  });
}

/** Null where the check was made, whatever came out of it: a failed proof has findings of its own. */
function whyMissing(
  check: RequiredCheck,
  path: string,
  report: MigrationReport | undefined,
  { server, notChecked }: RehearsalResult,
): string | null {
  const stopped = notChecked.find((one) => one.id === 'rehearsal' && one.path === path);
  if (server === null || stopped || report === undefined) return stopped?.reason ?? nothingRan(notChecked);
  if (report.statements.every(({ status }) => status === 'notRun')) return 'no statement of it was run';
  if (check === 'rehearsal') return whyNotApplied(report);
  const proof = report.proofs.find((one) => one.check === check);
  if (proof) return proof.status === 'not checked' ? proof.detail : null;
  return applies(report.proofs) ? NOTHING_TO_CHECK[check] : 'the migration did not apply';
}

/** What the server refused is an error already, which nothing silences. */
function whyNotApplied({ statements, proofs }: MigrationReport): string | null {
  const failed = statements.filter(({ role, status }) => role === 'up' && status === 'failed');
  if (applies(proofs) || failed.some(({ sqlstate }) => sqlstate !== undefined)) return null;
  return 'the migration did not apply';
}

function nothingRan(notChecked: readonly NotChecked[]): string {
  return notChecked.find(({ id, path }) => id === 'rehearsal' && path === undefined)?.reason ?? 'nothing was rehearsed';
}

function applies(proofs: readonly Proof[]): boolean {
  return proofs.some(({ check, status }) => check === 'applied' && status === 'proven');
}

/** Why a line of the checklist can be absent although the migration applied. */
const NOTHING_TO_CHECK: Record<Exclude<RequiredCheck, 'rehearsal'>, string | null> = {
  applied: 'no statement of it was run',
  // A migration that creates nothing has nothing that could be invalid.
  objects: null,
  rollback: 'there is no rollback script',
  rerun: 'there is no rollback script',
  validation: 'there is no validation script',
  plans: 'no validation query says which index it uses',
  queries: 'the setting queries names no query of the application',
  // A migration that touches no table which was there before breaks no write.
  probes: null,
  application: 'the setting application-command names no program',
};
