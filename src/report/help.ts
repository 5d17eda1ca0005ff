/** A finding's help, taken apart into sentences and code that is ready to paste. */

/** A piece of help: a paragraph, or SQL. */
export interface HelpBlock {
  kind: 'prose' | 'sql';
  text: string;
}

const VERBS =
  'ALTER|ANALYZE|BEGIN|CALL|CLUSTER|COMMENT|COMMIT|CREATE|DELETE|DO|DROP|END|EXPLAIN|GRANT|INSERT|LOCK|MERGE|REFRESH|REINDEX|RESET|REVOKE|ROLLBACK|SELECT|SET|START|TRUNCATE|UPDATE|VACUUM|WITH';
/** How SQL begins anywhere: indented, as a comment, or with an upper-case verb. */
const SQL_START = new RegExp(`^(?:\\s{2,}\\S|\\t|--|(?:${VERBS})\\b)`);
/** How it goes on right below other SQL: however the user spells it. */
const SQL_NEXT = new RegExp(SQL_START.source, 'i');
/** An item of a list, or the name of a file above its text: it begins a line, and is no code; YAML's lists are. */
const LIST_ITEM = /^\s*(?:(?:\d+[.)]|[-*•])\s(?!\w+:$)|`[^`]+`(?:, at its end)?:$)/;
const FILE = /^`[^`]+`(?:, at its end)?:$/;
/** One whose text is a program, which holds the SQL. */
const PROGRAM = /\.(?:[cm]?js|rb)`:$/;

/**
 * Split a help text. Right below a line that ends with a colon is code, up to the next semicolon or blank line; of a program all of it;
 * elsewhere SQL is what begins like it and ends with a semicolon.
 */
export function helpBlocks(help: string): HelpBlock[] {
  const lines = help.replace(/\r\n?/g, '\n').split('\n');
  const blocks: HelpBlock[] = [];
  for (let at = 0; at < lines.length; ) {
    const above = blocks.at(-1);
    const end = endOfCode(lines, at, above);
    if (end > at) add(blocks, 'sql', lines.slice(at, end).join('\n'));
    else add(blocks, 'prose', lines[at] ?? '');
    at = Math.max(end, at + 1);
  }
  return blocks.map(({ kind, text }) => ({ kind, text: dedent(text) })).filter(({ text }) => text !== '');
}

/** The line after the code that begins at `start`; `start` itself where none does. */
function endOfCode(lines: string[], start: number, above: HelpBlock | undefined): number {
  const line = lines[start] ?? '';
  if (above?.kind === 'prose' && PROGRAM.test(above.text.trimEnd()) && !FILE.test(line))
    return endOfProgram(lines, start);
  const introduced = above?.kind === 'prose' && above.text.trimEnd().endsWith(':') && !LIST_ITEM.test(line);
  const begins = introduced || (above?.kind === 'sql' && above.text !== '' ? SQL_NEXT : SQL_START).test(line);
  if (!begins || line.trim() === '') return start;
  // Marks and remarks below code belong to it, though no semicolon ends them.
  const remarks = above?.kind === 'sql' && above.text !== '' ? lines.slice(start) : [];
  const first = remarks.findIndex((text) => !text.startsWith('--'));
  const least = start + (first < 0 ? remarks.length : first);
  for (let at = start; at < lines.length; at++) {
    const text = (lines[at] ?? '').trimEnd();
    if (FILE.test(text)) return introduced ? at : least;
    if (text.endsWith(';')) return at + 1;
    if (text === '') return introduced ? at : least;
  }
  return introduced ? lines.length : least;
}

/** Its last line that ends like a statement, above the next file: what comes below is a sentence. */
function endOfProgram(lines: string[], start: number): number {
  const next = lines.findIndex((text, at) => at >= start && FILE.test(text.trimEnd()));
  const own = lines.slice(start, next < 0 ? lines.length : next);
  return start + own.findLastIndex((text) => /(?:;|^end)\s*$/.test(text)) + 1;
}

function add(blocks: HelpBlock[], kind: HelpBlock['kind'], text: string): void {
  const last = blocks.at(-1);
  const joins = last?.kind === kind && last.text !== '' && text.trim() !== '';
  if (joins && !(kind === 'prose' && LIST_ITEM.test(text))) last.text += `\n${text}`;
  else blocks.push({ kind, text });
}

function dedent(text: string): string {
  const lines = text.split('\n');
  const indent = Math.min(...lines.filter((it) => it.trim()).map((it) => it.length - it.trimStart().length));
  if (!Number.isFinite(indent)) return '';
  return lines
    .map((it) => it.slice(indent))
    .join('\n')
    .trimEnd();
}
