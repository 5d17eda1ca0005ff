/** The document around the sections: head with its content policy, landmarks, table of contents, footer. */
import { createHash } from 'node:crypto';
import { LEGEND } from '../../report-schema/words.js';
import { orderFindings } from '../order.js';
import { duration, serverName } from '../words.js';
import { code, html, isEmpty, joined, link, type Markup, ours, prose } from './markup.js';
import { SCRIPT } from './script.js';
import { STYLE } from './style.js';
import { masthead } from './verdict.js';
import { type HtmlView, type PageSection, section } from './view.js';

/** A text of ours is allowed by what it is, and nothing else is: not even what might have got through the gate. */
function sourceOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

const POLICY = [
  "default-src 'none'",
  `style-src ${sourceOf(STYLE)}`,
  `script-src ${sourceOf(SCRIPT)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export function page(view: HtmlView, sections: readonly PageSection[], cut: boolean): string {
  const shown = sections.filter(({ body }) => !isEmpty(body));
  const { report } = view;
  const what =
    report.migrations.length === 1 ? (report.migrations[0]?.id ?? '') : `${report.migrations.length} migrations`;
  const entries = shown.map(
    ({ id, title, count }) =>
      html`<li><a href="#${id}">${title}${count ? html` <span class="n">${count}</span>` : ''}</a></li>`,
  );
  const all = shown.map(({ id, title, body }) => section(id, title, body));
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${ours(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${report.verdict === 'pass' ? 'Pass' : 'Fail'}: ${what.slice(0, 120)} · Migration safety</title>
<style>${ours(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${masthead(view)}
<div class="wide columns">
<nav aria-label="Sections"><ul>${entries}</ul></nav>
<main id="main" tabindex="-1">
${cut && html`<p class="alert warn">This report was cut to a size that every browser reads well: the JSON report has all.</p>`}${all}
</main>
</div>
${footer(view)}
<script>${ours(SCRIPT)}</script>
</body>
</html>
`;
  return document.source;
}

function footer({ report, context }: HtmlView): Markup {
  const { tool, postgres, schemaVersion, durationMs } = report;
  const parts = [
    html`${prose(tool.name, 60)} ${prose(tool.version, 40)}`,
    !context.parts && postgres.server && serverName(postgres.server),
    `report schema ${schemaVersion}`,
    `took ${duration(durationMs)}`,
    context.runUrl && link('run', context.runUrl),
  ];
  const silence =
    orderFindings(report.findings).length > 0 &&
    html`<p>${LEGEND} Times are of the rehearsal and decide nothing.</p><p>Silence one statement with a comment above it: ${code('-- migration-safety: ignore <rule> <reason>')}</p>`;
  return html`<footer><div class="wide">${silence}<p>${joined(parts, ' · ')}</p></div></footer>`;
}
