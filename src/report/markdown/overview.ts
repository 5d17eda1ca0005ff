/** Several migrations at a glance: which has findings, what its checklist says, how long it ran. */

import type { Finding, MigrationReport } from '../../report-schema/types.js';
import { cellCode, row } from '../escape.js';
import { orderFindings } from '../order.js';
import { countFindings, duration } from '../words.js';
import { andMore, blocks, fold, table, type View } from './view.js';

/** One row for each; those with errors, and with what failed, first. Of one migration the rest of the report says it. */
export function overview(view: View): string {
  const { migrations, findings } = view.report;
  // Databases have a table of their own, and may name their files alike.
  if (migrations.length < 2 || view.context.parts) return '';
  const counted = orderFindings(findings);
  const all = migrations.map((migration) => ({ migration, counts: countsOf(migration, counted) }));
  const ranked = [...all].sort((a, b) => gravity(b) - gravity(a));
  const shown = ranked.slice(0, view.limits.rows).map(({ migration, counts }) => {
    const ran = migration.statements.filter(({ role, status }) => role === 'up' && status === 'applied');
    const took = ran.length === 0 ? 'not run' : duration(ran.reduce((sum, { durationMs }) => sum + durationMs, 0));
    return row([cellCode(migration.id, 80), countFindings(counts) ?? 'none', proofsOf(migration), took]);
  });
  const body = blocks(
    table(['Migration', 'Findings', 'Checklist', 'Ran in'], shown),
    andMore(view, ranked.length - shown.length, 'migration'),
  );
  return fold(view, `<b>${migrations.length} migrations</b>, one by one`, body);
}

interface Glance {
  migration: MigrationReport;
  counts: Record<Finding['severity'], number>;
}

/** By the files that are its own: its scripts, and what they were read from. */
function countsOf({ path, statements }: MigrationReport, findings: readonly Finding[]): Glance['counts'] {
  const own = new Set([path, ...statements.map((it) => it.path)]);
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) if (own.has(finding.path)) counts[finding.severity]++;
  return counts;
}

function gravity({ migration: { proofs }, counts }: Glance): number {
  return counts.error * 2 + (proofs.some(({ status }) => status === 'failed') ? 1 : 0);
}

function proofsOf({ proofs }: MigrationReport): string {
  const of = (wanted: string) => proofs.filter(({ status }) => status === wanted).length;
  const parts = [
    of('failed') > 0 && `❌\u00A0${of('failed')}\u00A0failed`,
    of('proven') > 0 && `✅\u00A0${of('proven')}\u00A0proven`,
    of('not checked') > 0 && `⚪\u00A0${of('not checked')}\u00A0open`,
  ];
  return parts.filter(Boolean).join(' ') || 'not run';
}
