/** One report in all the forms that the Action publishes. */
import { CHECKS } from '../catalogue.js';
import { commentMarker } from '../github/comment.js';
import type { Diff } from '../github/diff.js';
import type { GitHubChange } from '../github/event.js';
import { linksOf } from '../github/links.js';
import type { Rendered } from '../github/publish.js';
import { renderAnnotations } from '../report/annotations.js';
import { code, prose } from '../report/escape.js';
import { renderHtml } from '../report/html.js';
import { renderJson } from '../report/json.js';
import type { MarkdownContext } from '../report/markdown.js';
import { renderComment, renderSummary } from '../report/markdown.js';
import { renderSarif } from '../report/sarif.js';
import { renderText } from '../report/text.js';
import type { Report } from '../report-schema/types.js';
import type { Suggestion } from './suggest.js';

export interface RenderOptions {
  change: GitHubChange;
  /** What the pull request's page shows. */
  diff: Diff;
  commentKey: string;
  env: NodeJS.ProcessEnv;
  /** The text of files, by path: for code frames. */
  sources?: ReadonlyMap<string, string>;
  suggestions?: readonly Suggestion[];
  context?: Pick<MarkdownContext, 'parts' | 'origin'>;
}

/** Links lead to the commit that was checked, and to the Action's own pages. */
export function render(report: Report, options: RenderOptions): Rendered {
  const { change, diff, commentKey, env, sources = new Map<string, string>() } = options;
  const links = linksOf(change, env, diff);
  const shas = { headSha: change.head, ...(change.base ? { baseSha: change.base } : {}) };
  const context = { ...links, ...shas, ...options.context };
  const rules = CHECKS.map(({ id, summary, fix }) => ({ id, summary, help: fix, url: links.ruleUrl(id) ?? '' }));
  const summary = renderSummary(report, context);
  return {
    comment: renderComment(report, { ...context, marker: commentMarker(commentKey) }),
    summary,
    annotations: renderAnnotations(report),
    json: renderJson(report),
    sarif: renderSarif(report, rules, links.actionUrl),
    markdown: summary,
    html: renderHtml(report, { ...context, sources }),
    // The job's log shows colours.
    log: renderText(report, { color: true, width: 120, sources, verbose: true }),
    suggestions: (options.suggestions ?? []).map(inWords),
  };
}

function inWords({ finding, fix, ...lines }: Suggestion) {
  return { ...lines, text: `${code(finding.rule)}: ${prose(fix.description, 500)}` };
}
