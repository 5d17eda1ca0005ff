/** What to do about a finding: sentences, and SQL that is ready to paste. */
import type { Finding } from '../../report-schema/types.js';
import { helpBlocks } from '../help.js';
import { mergeHelp } from '../markdown/fix.js';
import { html, type Markup, prose } from './markup.js';
import { sqlText } from './sql.js';
import { andMore, type HtmlView, place } from './view.js';

/** SQL with a place for the button that copies it: the script makes the button. */
export function copyable(sql: string, max: number): Markup {
  return html`<pre class="copy"><code>${sqlText(sql, max)}</code></pre>`;
}

function help(text: string, { limits }: HtmlView): Markup {
  return html`${helpBlocks(text).map((it) =>
    it.kind === 'sql' ? copyable(it.text, limits.sql) : html`<p>${prose(it.text, 1500)}</p>`,
  )}`;
}

/** The line that silences it, for who means it. */
export function ignoreLine({ ignore }: Finding): Markup {
  if (!ignore) return html``;
  return html`<details class="ignore"><summary>Meant this way</summary><div class="folded"><p>Say why in a comment above the statement, and it does not count:</p>${copyable(ignore, 300)}</div></details>`;
}

/** The help of a group: what its findings have in common is said once, and whose SQL differs is said file by file. */
export function helps(view: HtmlView, findings: readonly Finding[]): Markup {
  const paths = [...new Set(findings.map(({ path }) => path))];
  if (paths.length === 1 || new Set(findings.map((it) => it.help)).size === 1) return helpOfFile(view, findings);
  const shown = paths.slice(0, MOST_FILES).flatMap((path) => {
    const inFile = findings.filter((it) => it.path === path);
    const [first] = inFile;
    return first ? [html`<p>${place(view, first)}</p>${helpOfFile(view, inFile)}`] : [];
  });
  return html`${shown}${andMore(paths.length - shown.length, 'file with the like', 'files with the like')}`;
}

const MOST_FILES = 20;

function helpOfFile(view: HtmlView, findings: readonly Finding[]): Markup {
  const merged = mergeHelp(findings);
  if (merged !== null) return help(merged, view);
  const texts = [...new Set(findings.map((it) => it.help))].filter((it) => it.trim() !== '');
  return html`${texts.map((it) => help(it, view))}`;
}
