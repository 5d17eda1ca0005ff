/** HTML that can only be made of our own text and of what has been through the gate (escape.ts). */
import { CODE, html as escaped, oneLine, shortPath, webAddress } from '../escape.js';

/** Markup of ours. Only this module makes it. */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** What can stand in a template: text is escaped, markup is not, and nothing is nothing. */
export type HtmlPart = Markup | string | number | null | undefined | false | readonly HtmlPart[];

/** Tag of a template of ours: whatever is filled in goes through the gate, in attributes as in text. */
export function html(ours: TemplateStringsArray, ...parts: HtmlPart[]): Markup {
  return new Markup(ours.reduce((all, text, at) => all + inMarkup(parts[at - 1]) + text));
}

/** The style sheet, the script and other text of ours: never of a report. */
export function ours(text: string): Markup {
  return new Markup(text);
}

/** Parts with a separator between them; empty ones are left out. */
export function joined(parts: readonly HtmlPart[], separator: HtmlPart): Markup {
  const all = parts.map(inMarkup).filter((it) => it !== '');
  return new Markup(all.join(inMarkup(separator)));
}

/** Parts with commas between them. */
export function list(parts: readonly HtmlPart[]): Markup {
  return joined(parts, ', ');
}

export function isEmpty(part: HtmlPart): boolean {
  return inMarkup(part) === '';
}

/** A sentence: what it has in backticks becomes code. */
export function prose(text: string, max = 2000): Markup {
  const pieces = oneLine(text, max).split(CODE);
  return joined(
    pieces.map((piece, at) => (at % 2 === 1 ? code(piece) : piece)),
    '',
  );
}

export function code(text: string, max = 400): Markup {
  const line = oneLine(text, max);
  return line === '' ? html`<i>(empty)</i>` : html`<code>${line}</code>`;
}

/** A link to the web; only the label where there is no such address. */
export function link(label: HtmlPart, url: string | null | undefined): Markup {
  const address = webAddress(url);
  return address === null ? html`${label}` : html`<a href="${address}" rel="noopener noreferrer">${label}</a>`;
}

/** `path:line`, as code. */
export function placeName(path: string, line: number): Markup {
  return html`<code class="path">${shortPath(path)}:${line}</code>`;
}

function inMarkup(part: HtmlPart): string {
  if (part instanceof Markup) return part.source;
  if (Array.isArray(part)) return part.map(inMarkup).join('');
  if (typeof part === 'string') return escaped(part);
  return typeof part === 'number' ? String(part) : '';
}
