/**
 * The one module through which all text from the pull request or from the server passes before it is shown.
 * Everything that a finding, a path or a server message holds is hostile until it has been here.
 */
import { stripVTControlCharacters } from 'node:util';

/** Everything invisible: control, format (bidi, zero-width, tags) and separator characters, but not newline and tab. */
const INVISIBLE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
/** Text between single backticks. */
export const CODE = /(?<!`)`(?![\s`])([^`]*[^\s`])`(?!`)/;
const PUNCTUATION = /[!-/:-@[-`{-~]/g;
/** What GitHub turns into a mention, a reference, a link, an emoji or mathematics in plain text. */
const LIVE = /@\w|#\d|\w:\/\/|www\.|\bGH-\d|\b[0-9a-f]{7,40}\b|:[\w+-]+:|\$/i;

/** Plain text: no terminal sequences, no invisible characters, `\n` as the only line break. */
export function clean(text: string): string {
  return stripVTControlCharacters(text.replace(/\r\n?|[\u2028\u2029]/g, '\n'))
    .replace(INVISIBLE, '')
    .replace(LONE_SURROGATE, '\uFFFD');
}

/** Plain text on one line, cut to `max` characters. */
export function oneLine(text: string, max = 1000): string {
  return truncate(clean(text).replace(/\s+/g, ' ').trim(), max);
}

/** Cut to `max` UTF-16 units, the last of them an ellipsis; never through a surrogate pair. */
export function truncate(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, Math.max(0, max - 1));
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** A path on one line; the end is what distinguishes files, so that a long one loses its beginning. */
export function shortPath(path: string, max = 120): string {
  const line = oneLine(path, Number.POSITIVE_INFINITY);
  return line.length <= max ? line : `…${line.slice(1 - max).replace(/^[\uDC00-\uDFFF]/, '')}`;
}

/** A code span whose fence is longer than any run of backticks inside. Not for table cells: see `cellCode`. */
export function code(text: string, max = 200): string {
  const line = unforgeable(oneLine(text, max));
  if (line === '') return '`(empty)`';
  const fence = '`'.repeat(longestRun(line) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A code span that is safe in a table cell too, where renderers disagree about escaped pipes in backticks. */
export function cellCode(text: string, max = 200): string {
  return text.includes('|') ? htmlCode(text, max) : code(text, max);
}

/** A `<code>` element in which nothing is Markdown: for `<summary>` lines and for code that holds a pipe. */
export function htmlCode(text: string, max = 200): string {
  return `<code>${htmlText(text, max)}</code>`;
}

/** A file's path in which a narrow screen may break the line, though nobody who copies it gets a space. */
export function pathCode(path: string): string {
  const parts = shortPath(path).match(/.{6,}?[/._-]+|.+/gu) ?? [];
  // What paths are made of begins nothing in Markdown, and takes less room as it is.
  const texts = parts.map((part) =>
    htmlText(part).replace(/&#4[567];/g, (mark) => String.fromCharCode(Number(mark.slice(2, 4)))),
  );
  return `<code>${texts.join('<wbr>')}</code>`;
}

/** Text of HTML in which nothing is Markdown. */
export function htmlText(text: string, max = 200): string {
  return oneLine(text, max).replace(PUNCTUATION, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** Text or an attribute's value in an HTML document. Line breaks stay. */
export function html(text: string, max = 10_000): string {
  return truncate(clean(text), max).replace(/[&<>"'`]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/**
 * A sentence in Markdown, safe in table cells: what is in backticks becomes code, and so does every word that
 * GitHub would bring to life (`@name`, `#12`, URLs, commit hashes). Everything else is literal text.
 */
export function prose(text: string, max = 1000): string {
  let out = '';
  for (const [at, piece] of oneLine(text, max).split(CODE).entries()) {
    const next = at % 2 === 1 ? cellCode(piece) : words(piece);
    // Two code spans that touch would become one.
    out += out.endsWith('`') && next.startsWith('`') ? ` ${next}` : next;
  }
  return out.replace(/^([-+=])/, '\\$1').replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** A fenced code block, its fence longer than any run of backticks inside. */
export function fence(text: string, language = '', max = 6000): string {
  const body = unforgeable(truncate(clean(text), max))
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  const ticks = '`'.repeat(Math.max(3, longestRun(body) + 1));
  return `${ticks}${language}\n${body}\n${ticks}`;
}

/** One row of a table. Cells are Markdown already; whatever they still hold that would end the row is made harmless. */
export function row(cells: string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\s*\n\s*/g, ' ').replaceAll('|', '&#124;')).join(' | ')} |`;
}

/** A link around Markdown; only the label where the address is missing or isn't one of the web. */
export function link(label: string, url: string | null | undefined): string {
  const address = webAddress(url);
  return address === null ? label : `[${label}](${address})`;
}

/** An address of the web without a character that ends it in Markdown or HTML; null for any other. */
export function webAddress(url: string | null | undefined): string | null {
  if (!url || !/^https?:\/\//.test(url)) return null;
  return clean(url).replace(
    /[\s()<>|"'`\\]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** The message of a workflow command. */
export function commandData(text: string, max = 4096): string {
  return truncate(clean(text), max).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property of a workflow command. */
export function commandProperty(text: string, max = 255): string {
  return commandData(text, max).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Text of an XML element or attribute (XML 1.0, 2.4). */
export function xml(text: string): string {
  return clean(text).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** Lines for a terminal. A runner reads its log for commands, so that no line may begin like one. */
export function terminal(text: string): string {
  return clean(text).replace(
    /^(\s*)(::|##\[)/gm,
    (_, indent: string, mark: string) => `${indent}${mark[0]} ${mark.slice(1)}`,
  );
}

/** A line of source for a code frame: every invisible character is shown as one mark, so that columns stay true. */
export function sourceLine(line: string): string {
  return line.replace(/(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (char) => '\uFFFD'.repeat(char.length));
}

function words(text: string): string {
  return text
    .split(/(\s+)/)
    .map((word) => {
      if (!LIVE.test(word)) return plain(word);
      const [, before = '', core = '', after = ''] = /^(["'(]*)(.*?)([.,;:!?)"']*)$/.exec(word) ?? [];
      return core === '' ? plain(word) : `${plain(before)}${cellCode(core)}${plain(after)}`;
    })
    .join('');
}

function plain(text: string): string {
  return text
    .replace(/[\\`*~[\]{}#^$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('|', '&#124;');
}

/** The marks of an HTML comment, taken apart: our own marker must not be found in any other text. */
function unforgeable(text: string): string {
  return text.replaceAll('<!--', '< !--').replaceAll('-->', '-- >');
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
