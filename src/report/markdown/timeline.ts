/** Which locks a transaction held from which statement to which: a compact table, and in the step summary a chart. */

import type { LockHold, MigrationReport } from '../../report-schema/types.js';
import { cellCode, prose, row } from '../escape.js';
import { count, duration } from '../words.js';
import { andMore, blocks, fold, lineLink, table, type View } from './view.js';

/** A chart with more bars than this can't be read. */
const BARS = 40;

/** Empty where no session could have waited for anything. */
export function timeline(view: View, { lockTimeline }: MigrationReport, name: string): string {
  if (lockTimeline.length === 0) return '';
  const shown = lockTimeline.slice(0, view.limits.rows);
  return fold(
    view,
    `${name}${name === '' ? 'Lock' : 'lock'} timeline: ${count(lockTimeline.length, 'lock')} in ${count(transactions(lockTimeline).length, 'transaction')}`,
    blocks(
      table(
        ['Transaction', 'On', 'Lock', 'Who waits', 'From line', 'Until line', 'Held'],
        shown.map((hold) => holdRow(view, hold)),
      ),
      andMore(view, lockTimeline.length - shown.length, 'lock'),
      view.open && chart(lockTimeline.slice(0, BARS)),
    ),
  );
}

function holdRow(view: View, hold: LockHold): string {
  const { path, role, transaction, relation, mode, blocks: waits, from, until, untilPath, heldMs } = hold;
  return row([
    `${role} ${transaction}`,
    cellCode(relation),
    cellCode(mode),
    waits.map((it) => (it === 'ddl' ? 'DDL' : it)).join(', '),
    lineLink(view, { path, line: from }),
    `${lineLink(view, { path: untilPath ?? path, line: until })}${untilPath ? ` of ${cellCode(untilPath)}` : ''}`,
    prose(duration(heldMs)),
  ]);
}

/** A Mermaid Gantt chart whose axis is the script's lines. */
function chart(holds: LockHold[]): string {
  const sections = transactions(holds).map((key) => {
    const bars = holds.filter((hold) => transactionOf(hold) === key).map(bar);
    return [`  section ${key}`, ...bars].join('\n');
  });
  // Mermaid's own numbers: with `X` it takes a start for milliseconds and an end for seconds.
  const head = ['gantt', '  title From which line to which each lock is held', '  dateFormat x', '  axisFormat %Q'];
  return `\`\`\`mermaid\n${[...head, ...sections].join('\n')}\n\`\`\``;
}

function bar({ relation, mode, blocks: waits, from, until, untilPath }: LockHold): string {
  const weight = waits.includes('reads') ? 'crit, ' : waits.includes('writes') ? 'active, ' : '';
  // A bar of no length isn't drawn: the line that releases the lock is part of it. Other files have no place on the axis.
  const last = untilPath === undefined ? until : from;
  return `  ${mermaidText(`${mode} on ${relation}`)} :${weight}${from}, ${last + 1}`;
}

function transactions(holds: LockHold[]): string[] {
  return [...new Set(holds.map(transactionOf))];
}

function transactionOf({ role, transaction }: LockHold): string {
  return `${role} ${transaction}`;
}

/** Names come from the pull request: only what can't end a Mermaid label or line stays. */
function mermaidText(text: string): string {
  return text.replace(/[^\p{L}\p{N}_. -]/gu, '_').slice(0, 80);
}
