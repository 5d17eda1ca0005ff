/** One finding for a terminal: where, what, the code, and what to do. */

import type { Finding } from '../report-schema/types.js';
import { oneLine, shortPath, terminal } from './escape.js';
import { codeFrame } from './frame.js';
import { helpBlocks } from './help.js';
import type { Paint } from './paint.js';
import { sameAt, unmarked } from './words.js';
import { indented, wrap } from './wrap.js';

export const COLORS = { error: 'red', warning: 'yellow', info: 'blue' } as const;

/** Render one finding; `source` is the text of its file, for the code frame. */
export function renderFinding(it: Finding, source: string | undefined, width: number, paint: Paint): string {
  const where = terminal(`${shortPath(it.path)}:${it.line}:${it.column}`);
  const tail = `[${oneLine(it.rule, 80)}]  ${it.evidence}`;
  return [
    `${paint('bold', where)}  ${paint(COLORS[it.severity], it.severity)}  ${paint('dim', tail)}`,
    sentence(it.message, width),
    source === undefined ? '' : indented(codeFrame(source, it, width - 2), '  '),
    it.proof ? sentence(`Proof: ${it.proof}`, width) : '',
    ...(it.consequences ?? []).slice(0, MOST_CONSEQUENCES).map(({ message }) => sentence(`Also: ${message}`, width)),
    more(it, width),
    help(it.help, width),
    it.ignore ? paint('dim', terminal(`  Silence it: ${it.ignore}`)) : '',
  ]
    .filter(Boolean)
    .join('\n');
}

const MOST_CONSEQUENCES = 3;

/** The other places, and how many consequences had no room. */
function more(finding: Finding, width: number): string {
  const { consequences = [] } = finding;
  const same = sameAt(finding);
  const hidden = consequences.length - MOST_CONSEQUENCES;
  return [
    same ? sentence(same, width) : '',
    hidden > 0 ? sentence(`…and ${hidden} more ${hidden === 1 ? 'consequence' : 'consequences'}.`, width) : '',
  ]
    .filter(Boolean)
    .join('\n');
}

/** A sentence from outside, wrapped and indented. */
export function sentence(text: string, width: number, indent = '  '): string {
  return terminal(wrap(oneLine(unmarked(text)), width, indent));
}

function help(text: string, width: number): string {
  const blocks = helpBlocks(text).map(({ kind, text }) =>
    kind === 'sql' ? terminal(indented(text, '      ')) : sentence(text, width),
  );
  return blocks.join('\n');
}
