/** The footer. */
import { LEGEND } from '../../report-schema/words.js';
import { link, prose } from '../escape.js';
import { orderFindings } from '../order.js';
import { duration, fromCache } from '../words.js';
import { commit, type View } from './view.js';

/** What the terms mean, and which commit this is about. */
export function footer(view: View): string {
  const { report, context, open } = view;
  const any = orderFindings(report.findings).length > 0;
  const parts = [
    context.runUrl && !open ? link('Full report', context.runUrl) : '',
    context.origin,
    context.headSha && `updated for ${commit(view, context.headSha)}`,
    fromCache(report),
    `${prose(report.tool.name, 60)} ${prose(report.tool.version, 40)}, ${prose(duration(report.durationMs))}`,
  ];
  return `<sub>${any ? `${LEGEND}<br>` : ''}${parts.filter(Boolean).join(' · ')}</sub>`;
}
