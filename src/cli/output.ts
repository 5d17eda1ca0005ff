/** Renders a report in the form that was asked for. Pure. */
import { CHECKS } from '../catalogue.js';
import type { Checked } from '../check.js';
import { renderAnnotations } from '../report/annotations.js';
import { renderJson } from '../report/json.js';
import { renderSummary } from '../report/markdown.js';
import { renderSarif } from '../report/sarif.js';
import { renderText } from '../report/text.js';
import type { Format } from './arguments.js';

export function renderReport(
  { report, sources }: Checked,
  format: Format,
  terminal: { color: boolean; width: number },
): string {
  switch (format) {
    case 'json':
      return renderJson(report);
    case 'sarif':
      return renderSarif(
        report,
        CHECKS.map(({ id, summary, fix }) => ({ id, summary, help: fix, url: '' })),
      );
    case 'markdown':
      return renderSummary(report);
    case 'github':
      return renderAnnotations(report)
        .commands.map((command) => `${command}\n`)
        .join('');
    case 'text':
      return renderText(report, { ...terminal, sources });
  }
}
