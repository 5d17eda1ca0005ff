/** The end of a long report for a terminal: what a screen has room for. Pure. */

import type { Finding, MigrationReport, Proof } from '../report-schema/types.js';
import { oneLine, terminal } from './escape.js';
import { filesOf, groupFindings, orderFindings } from './order.js';
import { type Paint, painter } from './paint.js';
import { sentence } from './text-finding.js';
import { count, placesIn } from './words.js';

/** Fewer findings than this are still in sight. */
const MANY = 6;
const MAX_RULES = 12;
const MAX_LINES = 12;
const MARKS = { proven: '✓', failed: '✗', 'not checked': '–' } as const;
const COLORS = { proven: 'green', failed: 'red', 'not checked': 'yellow' } as const;
const SEVERITIES = { error: 'red', warning: 'yellow', info: 'blue' } as const;

/** How many findings of which rule, the gravest first; empty where they are few. */
export function tally(findings: readonly Finding[], paint: Paint = painter(false)): string {
  const all = orderFindings(findings);
  if (all.length < MANY) return '';
  const groups = groupFindings(all);
  const lines = groups.slice(0, MAX_RULES).map((group) => {
    const { severity, rule } = group.first;
    const word = paint(SEVERITIES[severity], severity.padEnd(7));
    const files = filesOf(group);
    const places = placesIn(group.findings);
    const where = `${places > group.findings.length ? `${count(places, 'place')} of ` : ''}${count(files.length, 'file')}`;
    return `  ${String(group.findings.length).padStart(4)}  ${word}  ${oneLine(rule, 80)}, in ${where}`;
  });
  if (groups.length > MAX_RULES) lines.push(`        and ${count(groups.length - MAX_RULES, 'more rule')}`);
  return [paint('bold', 'Findings by rule'), ...lines].join('\n');
}

/** Every line of the checklists while they are few; else those that are not proven, and how many there are. */
export function checklists(migrations: readonly MigrationReport[], width: number, paint: Paint): string[] {
  const total = migrations.reduce((sum, { proofs }) => sum + proofs.length, 0);
  if (total <= MAX_LINES) return migrations.map((migration) => checklist(migration, migration.proofs, width, paint));
  let room = MAX_LINES;
  const open = migrations.map((migration) => {
    const proofs = migration.proofs.filter(({ status }) => status !== 'proven').slice(0, room);
    room -= proofs.length;
    return checklist(migration, proofs, width, paint);
  });
  return [...open, paint('bold', `Checklists of ${count(migrations.length, 'migration')}: ${counted(migrations)}`)];
}

function counted(migrations: readonly MigrationReport[]): string {
  const proofs = migrations.flatMap((migration) => migration.proofs);
  const of = (status: Proof['status']) => proofs.filter((proof) => proof.status === status).length;
  return `${of('proven')} proven, ${of('failed')} failed, ${of('not checked')} not checked`;
}

function checklist({ id, path }: MigrationReport, proofs: readonly Proof[], width: number, paint: Paint): string {
  if (proofs.length === 0) return '';
  const lines = proofs.flatMap(({ status, title, detail }) => [
    `  ${paint(COLORS[status], MARKS[status])} ${oneLine(title, 200)}`,
    ...(detail ? [sentence(detail, width, '    ')] : []),
  ]);
  return [paint('bold', terminal(`Checklist for ${oneLine(id || path, 120)}`)), ...lines].join('\n');
}
