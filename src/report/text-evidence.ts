/** What the checklist's lines rest on, for a terminal: no more than can be acted on. Pure. */

import type { MigrationReport } from '../report-schema/types.js';
import { oneLine, terminal } from './escape.js';
import type { Paint } from './paint.js';
import { sentence } from './text-finding.js';
import { retryInWords } from './words.js';
import { indented } from './wrap.js';

const MAX_LINES = 8;

/** The SQL that a rollback forgot, second runs that go wrong, plans that changed. Empty where there is none of it. */
export function evidence(migration: MigrationReport, width: number, paint: Paint): string {
  return [missing(migration, width, paint), halfway(migration, width, paint), plans(migration, width, paint)]
    .filter(Boolean)
    .join('\n\n');
}

function missing({ rollback: { missingSql } }: MigrationReport, width: number, paint: Paint): string {
  if (!missingSql) return '';
  const why = sentence('Run on the server, this made differences go away:', width);
  return [paint('bold', 'Add to the rollback'), why, terminal(indented(missingSql, '      '))].join('\n');
}

function halfway({ rerun }: MigrationReport, width: number, paint: Paint): string {
  const bad = (rerun.interrupted ?? []).filter(
    ({ again, rolledBack }) => again.verdict !== 'succeeds' || (rolledBack && rolledBack.verdict !== 'succeeds'),
  );
  const lines = bad.map(({ line, again, rolledBack }) =>
    sentence(
      `line ${line}: run again, it ${retryInWords(again)}${rolledBack ? `; the rollback ${retryInWords(rolledBack)}` : ''}`,
      width,
    ),
  );
  return titled('When it stops halfway', lines, paint);
}

function plans({ queries }: MigrationReport, width: number, paint: Paint): string {
  const changed = queries.filter(({ planBefore, planAfter }) => planBefore && planAfter && planBefore !== planAfter);
  const lines = changed.map(({ name, planBefore, planAfter }) =>
    sentence(`${oneLine(name, 80)}: ${oneLine(planBefore ?? '', 300)} → ${oneLine(planAfter ?? '', 300)}`, width),
  );
  return titled('Plans that changed', lines, paint);
}

function titled(title: string, lines: string[], paint: Paint): string {
  if (lines.length === 0) return '';
  const shown = lines.slice(0, MAX_LINES);
  if (lines.length > shown.length) shown.push(`  …and ${lines.length - shown.length} more: see the JSON report`);
  return [paint('bold', title), ...shown].join('\n');
}
