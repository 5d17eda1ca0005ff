/** The least that a report can say: how many findings of which rule. */

import type { Report } from '../../report-schema/types.js';
import { cellCode, row } from '../escape.js';
import { orderFindings } from '../order.js';
import { countFindings, outcome } from '../words.js';
import { blocks, table } from './view.js';

const MAX_RULES = 20;

/** A table of counts, the gravest rules first. */
export function countsByRule(report: Report): string {
  const rules = new Map<string, { error: number; warning: number; info: number }>();
  for (const { rule, severity } of orderFindings(report.findings)) {
    const counts = rules.get(rule) ?? { error: 0, warning: 0, info: 0 };
    counts[severity]++;
    rules.set(rule, counts);
  }
  const rows = [...rules]
    .slice(0, MAX_RULES)
    .map(([rule, counts]) => row([cellCode(rule), countFindings(counts) ?? '']));
  return blocks(
    `Found: ${outcome(report)}.`,
    table(['Rule', 'Findings'], rows),
    rules.size > MAX_RULES && `…of ${rules.size} rules in all.`,
  );
}
