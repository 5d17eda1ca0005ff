/** The footer. */
import { code, link, prose } from '../escape.js';
import { orderFindings } from '../order.js';
import { duration, fromCache } from '../words.js';
import type { View } from './view.js';

const LEGEND =
  'Evidence: *confirmed* was predicted and seen on the server, *observed* was only seen there, *static* is read from the SQL.';

/** What the terms mean, how to silence one finding, and which commit this is about. */
export function footer({ report, context, open }: View): string {
  const any = orderFindings(report.findings).length > 0;
  const parts = [
    context.runUrl && !open ? link('Full report', context.runUrl) : '',
    context.origin,
    any && `silence one statement with ${code(`-- migration-safety: ignore <rule> <reason>`)}`,
    context.headSha && `updated for ${code(context.headSha.slice(0, 7))}`,
    fromCache(report),
    `${prose(report.tool.name, 60)} ${prose(report.tool.version, 40)}, ${prose(duration(report.durationMs))}`,
  ];
  return `<sub>${any ? `${LEGEND}<br>` : ''}${parts.filter(Boolean).join(' · ')}</sub>`;
}
