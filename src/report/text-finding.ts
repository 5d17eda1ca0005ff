/** One finding for a terminal: where, what, the code, and what to do. */

import type { Finding } from '../report-schema/types.js';
import { oneLine, shortPath, terminal } from './escape.js';
import { codeFrame } from './frame.js';
import { helpBlocks } from './help.js';
import type { Paint } from './paint.js';
import { indented, wrap } from './wrap.js';

const COLORS = { error: 'red', warning: 'yellow', info: 'blue' } as const;

/** Render one finding; `source` is the text of its file, for the code frame. */
export function renderFinding(it: Finding, source: string | undefined, width: number, paint: Paint): string {
  const where = terminal(`${shortPath(it.path)}:${it.line}:${it.column}`);
  const tail = `[${oneLine(it.rule, 80)}]  ${it.evidence}`;
  return [
    `${paint('bold', where)}  ${paint(COLORS[it.severity], it.severity)}  ${paint('dim', tail)}`,
    sentence(it.message, width),
    source === undefined ? '' : indented(codeFrame(source, it, width - 2), '  '),
    it.proof ? sentence(`Proof: ${it.proof}`, width) : '',
    help(it.help, width),
  ]
    .filter(Boolean)
    .join('\n');
}

/** A sentence from outside, wrapped and indented. */
export function sentence(text: string, width: number, indent = '  '): string {
  return terminal(wrap(oneLine(text), width, indent));
}

function help(text: string, width: number): string {
  const blocks = helpBlocks(text).map(({ kind, text }) =>
    kind === 'sql' ? terminal(indented(text, '      ')) : sentence(text, width),
  );
  return blocks.join('\n');
}
