/** A long report on one screen: findings by rule with all their places, the checklist in a line each. Pure. */

import type { MigrationReport, Proof, Report } from '../report-schema/types.js';
import { oneLine, shortPath, sourceLine, terminal, truncate } from './escape.js';
import { helpBlocks } from './help.js';
import { filesOf, type Group, groupFindings, orderFindings, refutedFindings } from './order.js';
import type { Paint } from './paint.js';
import { COLORS, sentence } from './text-finding.js';
import { count, extent, layoutWords, unmarked } from './words.js';

/** How much of it is shown. */
export interface Screen {
  /** Rules. */
  groups: number;
  /** Files of one rule. */
  files: number;
  /** Lines of the message, and of the help's first words. */
  words: number;
  /** Lines of the help's SQL. */
  sql: number;
  /** Whether the first line of the statement is shown. */
  source: boolean;
  /** Lines of the checklists, and of what was not checked. */
  proofs: number;
}

/** From much to little. */
export const SCREENS: readonly Screen[] = [
  { groups: 20, files: 8, words: 3, sql: 4, source: true, proofs: 12 },
  { groups: 20, files: 6, words: 2, sql: 2, source: true, proofs: 9 },
  { groups: 20, files: 4, words: 2, sql: 0, source: true, proofs: 9 },
  { groups: 12, files: 3, words: 2, sql: 0, source: false, proofs: 6 },
  { groups: 9, files: 2, words: 1, sql: 0, source: false, proofs: 4 },
  { groups: 6, files: 1, words: 1, sql: 0, source: false, proofs: 2 },
];

interface Terminal {
  width: number;
  /** Path to text. */
  sources: ReadonlyMap<string, string>;
  paint: Paint;
  screen: Screen;
}

/** The parts, each a few lines. */
export function condensed(report: Report, look: Terminal): string[] {
  const { paint, screen } = look;
  const groups = groupFindings(orderFindings(report.findings));
  const shown = groups.slice(0, screen.groups);
  const hidden = groups.slice(screen.groups);
  return [
    ...shown.map((group, at) =>
      renderGroup(group, at === 0 && screen.words > 1 ? { ...look, screen: atLeast(screen) } : look),
    ),
    more(hidden, look),
    checklists(report.migrations, look),
    notChecked(report, look),
    leftOut(report),
    layouts(report, look),
    paint('dim', 'All of it: --verbose. More on a rule: migration-safety explain <rule>.'),
  ].filter(Boolean);
}

/** What is to be done first is told in full sentences. */
function atLeast(screen: Screen): Screen {
  return { ...screen, words: Math.max(4, screen.words), sql: Math.max(3, screen.sql), source: true };
}

function more(hidden: readonly Group[], { width }: Terminal): string {
  if (hidden.length === 0) return '';
  const named = hidden.map(({ first, findings }) => {
    const size = extent(findings);
    return size === '' ? first.rule : `${first.rule} (${size})`;
  });
  return lines(`…and ${count(hidden.length, 'more rule', 'more rules')}: ${named.join(', ')}`, width, 3);
}

function renderGroup(group: Group, look: Terminal): string {
  const { first, findings } = group;
  const { paint, screen, width } = look;
  const evidence = [...new Set(findings.map((it) => it.evidence))].join(', ');
  const tail = [evidence, extent(findings)].filter(Boolean).join('  ·  ');
  const head = `${paint(COLORS[first.severity], first.severity)}  ${paint('bold', oneLine(first.rule, 80))}  ${paint('dim', tail)}`;
  return [
    head,
    ...places(group, look),
    lines(first.message, width, screen.words),
    screen.source ? statement(group, look) : '',
    help(first.help, look),
  ]
    .filter(Boolean)
    .join('\n');
}

/** `path:line:column` of the first, as editors open it, and the other lines. */
function places(group: Group, { screen, width, paint }: Terminal): string[] {
  const files = filesOf(group);
  const shown = files.slice(0, screen.files).map(({ path, lines: [line, ...rest] }, at) => {
    const column = at === 0 ? `:${group.first.column}` : '';
    const others = rest.length > 0 ? `, ${rest.join(', ')}` : '';
    return `  ${paint('bold', terminal(truncate(`${shortPath(path)}:${line}${column}${others}`, width - 2)))}`;
  });
  if (files.length > shown.length)
    shown.push(`  …and ${count(files.length - shown.length, 'more file', 'more files')}`);
  return shown;
}

function statement({ first: { path, line } }: Group, { sources, width }: Terminal): string {
  const text = sources.get(path)?.split('\n')[line - 1]?.replace(/\r$/, '');
  return text === undefined ? '' : terminal(truncate(`    ${line} | ${sourceLine(text)}`, width));
}

/** The first words of the help, and the code that they lead to: in their line where there is no room for more. */
function help(text: string, { screen, width }: Terminal): string {
  const blocks = helpBlocks(text);
  const [first] = blocks;
  if (first === undefined) return '';
  const at = blocks.findIndex(({ kind }) => kind === 'sql');
  const code = blocks[at]?.text.split('\n') ?? [];
  // The name of the file that the code is for stands above it.
  const file = at > 1 ? blocks[at - 1]?.text : undefined;
  const prose = [first.kind === 'prose' ? first.text : '', file].filter(Boolean).join(' ');
  if (screen.sql === 0) {
    const [line = '', ...more] = code;
    return lines(['Fix:', prose, line, more.length > 0 ? '…' : ''].filter(Boolean).join(' '), width, screen.words);
  }
  const shown = code.slice(0, screen.sql).map((one) => terminal(truncate(`      ${one}`, width)));
  if (code.length > shown.length) shown.push('      …');
  return [lines(`Fix: ${prose}`, width, screen.words), ...shown].join('\n');
}

/** A sentence in at most so many lines. */
function lines(text: string, width: number, most: number): string {
  const all = sentence(text, width).split('\n');
  if (all.length <= most) return all.join('\n');
  return [...all.slice(0, most - 1), truncate(`${all[most - 1]} …`, width)].join('\n');
}

const MARKS = { proven: '✓', failed: '✗', 'not checked': '–' } as const;
const PROOF_COLORS = { proven: 'green', failed: 'red', 'not checked': 'yellow' } as const;

/** What failed and what was not checked in a line each, what was proven in one for all. */
function checklists(migrations: readonly MigrationReport[], { screen, width, paint }: Terminal): string {
  const all = migrations.flatMap(({ id, proofs }) => proofs.map((proof) => ({ id, proof })));
  if (all.length === 0) return '';
  const many = migrations.length > 1;
  const of = (status: Proof['status']) => all.filter(({ proof }) => proof.status === status);
  const open = [...of('failed'), ...of('not checked')];
  const rows = open.slice(0, screen.proofs).map(({ id, proof: { status, title, detail } }) => {
    const said = [many ? `${oneLine(id, 60)}: ` : '', title, detail ? `: ${unmarked(detail)}` : ''].join('');
    return `  ${paint(PROOF_COLORS[status], MARKS[status])} ${terminal(truncate(oneLine(said), width - 4))}`;
  });
  if (open.length > rows.length) rows.push(`  …and ${open.length - rows.length} more`);
  const proven = of('proven');
  const what = many ? `${proven.length} proven` : proven.map(({ proof }) => proof.title).join(', ');
  if (proven.length > 0) rows.push(sentence(`${MARKS.proven} ${what}`, width));
  return [paint('bold', many ? `Checklists of ${migrations.length} migrations` : 'Checklist'), ...rows].join('\n');
}

function notChecked({ notChecked: all, statements }: Report, { screen, width, paint }: Terminal): string {
  const unread = statements.notUnderstood;
  const said = [
    ...(unread > 0
      ? [`${count(unread, 'statement')} not understood: no rule looked at ${unread === 1 ? 'it' : 'them'}`]
      : []),
    ...all.map(({ check, reason }) => `${check}: ${reason}`),
  ];
  if (said.length === 0) return '';
  const shown = said
    .slice(0, screen.proofs)
    .map((one) => `  – ${terminal(truncate(oneLine(unmarked(one)), width - 4))}`);
  if (said.length > shown.length) shown.push(`  …and ${said.length - shown.length} more`);
  return [paint('yellow', 'Not checked'), ...shown].join('\n');
}

/** How the files were read: with a wrong guess all else would be worthless. */
function layouts({ layouts: all }: Report, { width }: Terminal): string {
  const said = all
    .slice(0, 2)
    .map(({ root, layout, reason }) => `Read ${root || './'} as ${layoutWords(layout)}: ${reason}.`);
  if (all.length > 2) said.push(`…and ${count(all.length - 2, 'more folder')}.`);
  return said.map((one) => lines(one, width, 2)).join('\n');
}

function leftOut({ findings, silenced = [] }: Report): string {
  const refuted = refutedFindings(findings).length;
  return [
    silenced.length > 0 ? `${count(silenced.length, 'finding')} silenced.` : '',
    refuted > 0 ? `${count(refuted, 'prediction')} refuted by the server.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
