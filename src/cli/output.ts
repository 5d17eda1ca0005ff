/** Renders a report in the form that was asked for; only that renderer is loaded. */
import type { Checked } from '../check.js';
import type { Format } from './options.js';

export async function renderReport(
  { report, sources }: Checked,
  format: Format,
  terminal: { color: boolean; width: number; verbose: boolean },
): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../report/json.js')).renderJson(report);
    case 'sarif': {
      const [{ renderSarif }, { CHECKS }] = await Promise.all([
        import('../report/sarif.js'),
        import('../catalogue.js'),
      ]);
      return renderSarif(
        report,
        CHECKS.map(({ id, summary, fix }) => ({ id, summary, help: fix, url: '' })),
      );
    }
    case 'gitlab':
      return (await import('../report/gitlab.js')).renderGitlab(report);
    case 'junit':
      return (await import('../report/junit.js')).renderJunit(report);
    case 'markdown':
      return (await import('../report/markdown.js')).renderComment(report);
    case 'html':
      return (await import('../report/html.js')).renderHtml(report, { sources });
    case 'github': {
      const { commands, dropped } = (await import('../report/annotations.js')).renderAnnotations(report);
      // Plain text: one command more would push another out.
      const rest = dropped > 0 ? [`${dropped} more: GitHub shows ten annotations of a kind for each step.`] : [];
      return [...commands, ...rest].map((line) => `${line}\n`).join('');
    }
    case 'text':
      return (await import('../report/text.js')).renderText(report, { ...terminal, sources });
  }
}
