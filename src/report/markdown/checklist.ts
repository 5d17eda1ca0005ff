/** The checklist: what a server has shown about each migration. On a green run this is the report. */

import type { Proof, Report } from '../../report-schema/types.js';
import { cellCode, prose, row } from '../escape.js';
import { count } from '../words.js';
import { andMore, blocks, fold, table, type View } from './view.js';

const MARKS: Record<Proof['status'], string> = {
  // A space that doesn't break: the mark stays with its word in a narrow column.
  proven: '✅\u00A0proven',
  failed: '❌\u00A0failed',
  'not checked': '⚪\u00A0not\u00A0checked',
};

/** One row per proof; what failed comes first where there are too many. */
export function checklist(view: View): string {
  const { migrations } = view.report;
  const many = migrations.length > 1;
  const all = migrations.flatMap(({ id, proofs }) => proofs.map((proof) => ({ id, proof })));
  const kept = all.length > view.limits.rows ? [...all].sort((a, b) => rank(a.proof) - rank(b.proof)) : all;
  const shown = kept.slice(0, view.limits.rows);
  const rows = shown.map(({ id, proof }) =>
    row([...(many ? [cellCode(id, 80)] : []), MARKS[proof.status], prose(proof.title, 200), prose(proof.detail, 300)]),
  );
  const lines = blocks(
    table([...(many ? ['Migration'] : []), 'Result', 'What', 'Detail'], rows),
    andMore(view, all.length - shown.length, 'line of the checklist', 'lines of the checklist'),
  );
  const proofs = all.map(({ proof }) => proof);
  if (proofs.length === 0) return '';
  const proven = proofs.every(({ status }) => status === 'proven');
  const summary = proven ? `What was proven (${proofs.length})` : `<b>Checklist</b>: ${tally(proofs)}`;
  return fold(view, summary, lines);
}

function tally(proofs: Proof[]): string {
  const of = (status: Proof['status']) => proofs.filter((proof) => proof.status === status).length;
  const parts = (['failed', 'not checked', 'proven'] as const).map((status) => `${of(status)} ${status}`);
  return parts.filter((part) => !part.startsWith('0 ')).join(', ');
}

/** What was left out, always in sight. */
export function notChecked(view: View): string {
  const { notChecked } = view.report;
  if (notChecked.length === 0) return '';
  const shown = notChecked.slice(0, 20);
  return blocks(
    '**Not checked**',
    shown.map(({ check, reason }) => `- ${prose(check, 200)}: ${prose(reason, 300)}`).join('\n'),
    andMore(view, notChecked.length - shown.length, 'check'),
  );
}

/** The same as a number, where there is no room for more. */
export function leftOut({ notChecked }: Report): string {
  return notChecked.length === 0 ? '' : `Not checked: ${count(notChecked.length, 'thing')}.`;
}

function rank({ status }: Proof): number {
  return status === 'failed' ? 0 : status === 'not checked' ? 1 : 2;
}
