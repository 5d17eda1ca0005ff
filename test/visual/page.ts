/** A report as GitHub would show it: GitHub's style sheet, alerts, and Mermaid charts; HTML is left as it is. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Marked } from 'marked';
import alerts from 'marked-alert';

const require = createRequire(import.meta.url);
const file = (name: string) => readFileSync(require.resolve(name), 'utf8');

export type Scheme = 'light' | 'dark';

const STYLE = {
  light: file('github-markdown-css/github-markdown-light.css'),
  dark: file('github-markdown-css/github-markdown-dark.css'),
};
const MERMAID = file('@mermaid-js/tiny/dist/mermaid.tiny.js');

/** GitHub takes HTML out that it doesn't know. Here it stays: what must not be live shows. */
export function pageOf(markdown: string, scheme: Scheme, width: number): string {
  const body = new Marked({ gfm: true }, alerts()).parse(markdown);
  return `<!doctype html>
<html><head><meta charset="utf-8"><style>${STYLE[scheme]}
html { background: ${scheme === 'dark' ? '#0d1117' : '#ffffff'}; }
body { margin: 0; padding: 16px; width: ${width}px; box-sizing: border-box; }
.markdown-body { font-size: 14px; }
</style></head><body><article class="markdown-body">${body}</article>
<script>${MERMAID}</script>
<script>
window.drawn = (async () => {
  mermaid.initialize({ startOnLoad: false, theme: '${scheme === 'dark' ? 'dark' : 'default'}', gantt: { useWidth: ${width - 80} } });
  for (const [at, code] of [...document.querySelectorAll('code.language-mermaid')].entries()) {
    const { svg } = await mermaid.render('chart' + at, code.textContent);
    const chart = document.createElement('div');
    chart.className = 'chart';
    chart.innerHTML = svg;
    code.parentElement.replaceWith(chart);
  }
  return document.querySelectorAll('.chart svg').length;
})();
</script></body></html>`;
}
