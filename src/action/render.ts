/** One report in all the forms that the Action publishes. */
import { BUILT_IN } from '../built-in.js';
import type { Checked } from '../check.js';
import { commentMarker } from '../github/comment.js';
import type { Change } from '../github/event.js';
import { linksOf } from '../github/links.js';
import type { Rendered } from '../github/publish.js';
import { renderAnnotations } from '../report/annotations.js';
import { renderJson } from '../report/json.js';
import { renderComment, renderSummary } from '../report/markdown.js';
import { renderSarif } from '../report/sarif.js';
import { renderText } from '../report/text.js';
import { RULES } from '../rules/registry.js';

/** Links lead to the commit that was checked, and to the Action's own pages. */
export function render(
  { report, sources }: Checked,
  change: Change,
  commentKey: string,
  env: NodeJS.ProcessEnv,
): Rendered {
  const links = linksOf(change, env);
  const context = { ...links, headSha: change.head, ...(change.base ? { baseSha: change.base } : {}) };
  const checks = [...RULES, ...Object.entries(BUILT_IN).map(([id, check]) => ({ id, ...check }))];
  const rules = checks.map(({ id, summary, fix }) => ({ id, summary, help: fix, url: links.ruleUrl(id) ?? '' }));
  const summary = renderSummary(report, context);
  return {
    comment: renderComment(report, { ...context, marker: commentMarker(commentKey) }),
    summary,
    annotations: renderAnnotations(report),
    json: renderJson(report),
    sarif: renderSarif(report, rules),
    markdown: summary,
    // The job's log shows colours.
    log: renderText(report, { color: true, width: 120, sources }),
  };
}
