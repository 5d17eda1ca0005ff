/** The lock timeline: a picture with a lane for each relation, and the same as a table. The script adds pointing and zoom. */
import type { LockHold, MigrationReport } from '../../report-schema/types.js';
import { oneLine } from '../escape.js';
import { count, duration } from '../words.js';
import { type Bar, type Lane, type Picture, pictures, type TimelineColumn, weight } from './lanes.js';
import { code, type HtmlPart, html, link, type Markup } from './markup.js';
import { andMore, fold, type HtmlView, lineOf, table } from './view.js';

/** Rows of one lane that the style sheet knows. */
export const MOST_ROWS = 12;

const TITLES: Record<LockHold['role'], string> = {
  up: 'When it is applied',
  down: 'When it is rolled back',
  verify: 'When it is validated',
  maintenance: 'Its maintenance script',
};
const KINDS = ['ddl', 'writes', 'reads'] as const;
const LEGEND = {
  reads: 'reads and writes wait',
  writes: 'writes wait, reads go on',
  ddl: 'only DDL or VACUUM wait',
} as const;

/** Empty where no session could have waited for anything. */
export function timeline(view: HtmlView, migration: MigrationReport, id: string): Markup {
  if (migration.lockTimeline.length === 0) return html``;
  const drawn = pictures(migration, view.limits.bars);
  return html`<p class="lead">One column for each statement, one lane for each table or index. A bar begins with the statement that takes the lock and ends with the one after whose end it is released; who has to wait meanwhile is on the bar.</p>${legend()}${drawn.map((it) => picture(view, it, id))}${asTable(view, migration, id)}`;
}

function legend(): Markup {
  const items = ([2, 1, 0] as const).map((it) => {
    const kind = KINDS[it];
    return html`<li><span class="swatch ${kind}" aria-hidden="true">${badge(kind)}</span> ${LEGEND[kind]}</li>`;
  });
  return html`<ul class="legend" aria-label="What the bars mean">${items}</ul>`;
}

/** R and W for who waits: readers, writers. */
function badge(kind: (typeof KINDS)[number]): string {
  return kind === 'reads' ? 'RW' : kind === 'writes' ? 'W' : '';
}

function picture(view: HtmlView, drawn: Picture, id: string): Markup {
  const { role, columns, lanes, transactions, hidden } = drawn;
  const name = `${id}-${role}`;
  const known = statementLinks(view, id);
  const worst = worstColumn(drawn);
  const axis = columns.map((it, at) => step(it, at, known(it), at === worst));
  const spans = transactions.map(
    ({ number, from, to }) =>
      html`<li class="s${from + 1} e${to + 2}" title="transaction ${number}"><span>${to > from ? 'transaction ' : ''}${number}</span></li>`,
  );
  return html`
<figure class="timeline" aria-labelledby="${name}-t"><figcaption id="${name}-t"><strong>${TITLES[role]}</strong> ${code(columns[0]?.path ?? '', 200)}</figcaption>
<div class="tools" hidden></div>
<div class="chart n${columns.length}" role="group" aria-label="${TITLES[role]}: locks by statement">
<div class="strip head"><div class="name">Transaction</div><ol class="cols">${spans}</ol></div>
<div class="strip axis"><div class="name">Line, statement</div><ol class="cols">${axis}</ol></div>
${lanes.map((it) => lane(it, id, columns))}
</div>
<div class="inspector" aria-live="polite" hidden></div>
${andMore(hidden, 'lock')}</figure>`;
}

/** The one with which most begins to wait: what is shown before anything is pointed at. */
function worstColumn({ lanes, columns }: Picture): number {
  const score = columns.map(() => 0);
  for (const { hold, from, to } of lanes.flatMap(({ bars }) => bars)) {
    score[from] = (score[from] ?? 0) + weight(hold) * (to - from + 1);
  }
  return score.indexOf(score.reduce((a, b) => Math.max(a, b), 0));
}

/** Where a statement is shown in full, while it is. */
function statementLinks({ limits }: HtmlView, id: string): (column: TimelineColumn) => string | null {
  return ({ index }) => (index >= 0 && index < limits.statements ? `${id}-s${index}` : null);
}

function step(
  { line, statement, skipped }: TimelineColumn,
  at: number,
  target: string | null,
  isWorst: boolean,
): Markup {
  const words = statement ? (/^\s*(\w+(?:\s+\w+)?)/.exec(oneLine(statement.sql, 80))?.[1] ?? '') : '';
  const failed = statement?.status === 'failed';
  const inner = html`<span class="unseen">Line </span><b>${line}</b><span class="unseen">: </span><span class="verb">${failed && html`<span aria-hidden="true">✕ </span><span class="unseen">failed, </span>`}${words.toUpperCase()}</span>`;
  const gap =
    skipped > 0 &&
    html`<span class="skipped" title="${skipped === 1 ? '1 statement that neither takes nor releases' : `${skipped} statements that neither take nor release`} a lock">+${skipped}</span>`;
  const data = html` data-at="${at}" data-ms="${statement?.durationMs ?? 0}"${isWorst && html` data-worst`}`;
  return html`<li class="s${at + 1}">${gap}<a class="step"${target !== null && html` href="#${target}"`}${data}>${inner}</a></li>`;
}

function lane({ relation, bars, rows }: Lane, id: string, columns: readonly TimelineColumn[]): Markup {
  return html`<div class="strip lane rows${Math.min(rows, MOST_ROWS)}"><div class="name">${code(relation, 80)}</div><ul class="cols" aria-label="Locks on ${oneLine(relation, 80)}">${bars.map((it) => drawnBar(it, id, columns))}</ul></div>
`;
}

function drawnBar({ hold, index, from, to, row, goesOn }: Bar, id: string, columns: readonly TimelineColumn[]): Markup {
  const kind = KINDS[hold.isNew ? 0 : weight(hold)] ?? 'ddl';
  const until = goesOn ? ` to its end in ${hold.untilPath ?? 'another file'}` : ` to line ${hold.until}`;
  const span = !goesOn && hold.from === hold.until ? `on line ${hold.from}` : `from line ${hold.from}${until}`;
  const label = `${hold.mode} on ${hold.relation}, ${span}: ${waits(hold)}. Held ${duration(hold.heldMs)} in the rehearsal.`;
  const begins = columns[from]?.line ?? hold.from;
  return html`<li class="s${from + 1} e${to + 2} r${Math.min(row, MOST_ROWS - 1) + 1}"><a class="bar ${kind}${goesOn && ' on'}" href="#${id}-l${index}" data-from="${from}" data-to="${to}" data-begins="${begins}" ><span class="said unseen">${oneLine(label, 300)}</span>${kind !== 'ddl' && html`<span class="who" aria-hidden="true">${badge(kind)}</span>`}<span aria-hidden="true">${hold.mode}</span></a></li>`;
}

/** `reads, writes and DDL wait`. */
export function waits({ blocks, isNew }: Pick<LockHold, 'blocks' | 'isNew'>): string {
  if (isNew) return 'new, nobody can wait for it';
  const named = blocks.map((it) => (it === 'ddl' ? 'DDL' : it === 'vacuum' ? 'VACUUM' : it));
  if (named.length === 0) return 'nobody waits';
  const last = named.at(-1);
  return named.length === 1 ? `${last} waits` : `${named.slice(0, -1).join(', ')} and ${last} wait`;
}

function asTable(view: HtmlView, { lockTimeline, path }: MigrationReport, id: string): Markup {
  const shown = lockTimeline.slice(0, view.limits.rows);
  const rows: HtmlPart[][] = shown.map((hold, at) => [
    html`<span id="${id}-l${at}">${code(hold.relation, 120)}</span>`,
    html`<code>${hold.mode}</code>`,
    waits(hold),
    html`${hold.path !== path && html`${code(hold.path.split('/').at(-1) ?? '', 80)} `}${lineOf(view, { path: hold.path, line: hold.from })}`,
    until(view, hold),
    `${hold.role} ${hold.transaction}`,
    duration(hold.heldMs),
  ]);
  const head = ['On', 'Lock', 'Who waits', 'Taken at', 'Until the end of', 'Transaction', 'Held in the rehearsal'];
  const caption = `${count(lockTimeline.length, 'lock')}, and who waits for each`;
  return fold(
    'The same as a table',
    html`${table(caption, head, rows)}${andMore(lockTimeline.length - shown.length, 'lock')}`,
  );
}

function until({ context }: HtmlView, hold: LockHold): Markup {
  const path = hold.untilPath ?? hold.path;
  return html`${link(html`line ${hold.until}`, context.lineUrl?.(path, hold.until))}${hold.untilPath && html` of ${code(hold.untilPath, 120)}`}`;
}
