/** Findings beside the SQL that they are about. Those of one rule in one file are one entry, with all their places. */
import type { Finding, Severity } from '../../report-schema/types.js';
import { EVIDENCE } from '../../report-schema/words.js';
import { type Group, groupFindings, isBlocking, orderFindings } from '../order.js';
import { count, countFindings, extent, placesIn } from '../words.js';
import { helps, ignoreLine } from './help.js';
import { code, type HtmlPart, html, isEmpty, joined, type Markup, prose } from './markup.js';
import { frame, type MarkedPlace, type Sources } from './source.js';
import { andMore, type HtmlView, lineOf, type PageSection, place, ruleLink } from './view.js';

const WORDS: Record<Severity, string> = { error: 'Error', warning: 'Warning', info: 'Note' };
/** Fewer need no filter, and all their help is open. */
const MANY = 6;
/** Of many, the help of those that block and come first is open. */
const FIRST = 3;
const MOST_CONSEQUENCES = 8;
const MOST_PROOFS = 5;

/** The groups in the order in which they are shown; their anchors are numbered by it. */
export function orderedGroups({ report }: HtmlView): Group[] {
  return groupFindings(orderFindings(report.findings));
}

export function anchorOf(at: number): string {
  return `f${at + 1}`;
}

export function findings(view: HtmlView, sources: Sources): PageSection {
  const groups = orderedGroups(view);
  const shown = groups.slice(0, view.limits.groups);
  const total = orderFindings(view.report.findings).length;
  const few = groups.length < MANY;
  const blocks = ({ first }: Group) => isBlocking(first.severity, view.report.failOn);
  const hidden = groups.slice(shown.length).reduce((sum, group) => sum + group.findings.length, 0);
  const body =
    total > 0 &&
    html`${total >= MANY && filter(groups)}<div id="all-findings">${shown.map((group, at) => entry({ view, sources, open: few || (at < FIRST && blocks(group)) }, group, at))}</div>${andMore(hidden, 'finding')}`;
  return { id: 'findings', title: 'Findings', count: total, body: html`${body}` };
}

/** Works with the script only, which shows it. */
function filter(groups: readonly Group[]): Markup {
  const severities = (['error', 'warning', 'info'] as const).filter((it) =>
    groups.some(({ first }) => first.severity === it),
  );
  const boxes = severities.map(
    (it) => html`<label><input type="checkbox" value="${it}" checked> ${WORDS[it]}s</label>`,
  );
  return html`<div class="filter" id="filter" role="search" aria-label="Findings" hidden><label>Show findings with <input type="search" id="filter-text" autocomplete="off" spellcheck="false" aria-controls="all-findings"></label>${boxes}<output id="filter-count" aria-live="polite"></output></div>`;
}

interface FindingView {
  view: HtmlView;
  sources: Sources;
  /** Whether what to do is in sight: of few findings, and of the first that stop the deploy. */
  open: boolean;
}

function entry({ view, sources, open }: FindingView, group: Group, at: number): Markup {
  const { first } = group;
  const all = placesOf(group);
  const blocks = isBlocking(first.severity, view.report.failOn);
  const id = anchorOf(at);
  const size = extent(group.findings);
  const messages = [...new Set(group.findings.map(({ message }) => message))];
  const [message = '', ...others] = messages;
  const beside = html`${proofs(group)}${consequences(view, group)}${related(view, group)}`;
  return html`
<article class="finding ${first.severity}" id="${id}" aria-labelledby="${id}-h" data-severity="${first.severity}" data-count="${group.findings.length}">
<p class="meta"><span class="severity">${WORDS[first.severity]}</span> ${ruleLink(view, first)} <span class="quiet">${evidence(group)}</span>${!blocks && html` <span class="quiet">does not block</span>`}${size !== '' && html` <span class="quiet">${size}</span>`}</p>
<h3 id="${id}-h">${prose(message, 1200)}</h3>
${othersOf(view, group, others)}
<div class="beside">${sql(view, sources, group, all)}${!isEmpty(beside) && html`<div class="about">${beside}</div>`}</div>
${remedy(view, group, open)}${ignoreLine(first)}
</article>`;
}

function placesOf({ findings: all }: Group): MarkedPlace[] {
  return all.flatMap((it) => [it, ...(it.places ?? [])]);
}

/** Of all findings of the group: one that is only read from the SQL must not pass for one that was seen. */
function evidence({ first, findings: all }: Group): string {
  const kinds = [...new Set(all.map((it) => it.evidence))];
  if (kinds.length === 1) return `${first.evidence}: ${EVIDENCE[first.evidence]}`;
  return kinds.map((kind) => `${all.filter((it) => it.evidence === kind).length} ${kind}`).join(', ');
}

/** What the other findings of the group say, where that is something else. */
function othersOf(view: HtmlView, { findings: all }: Group, messages: readonly string[]): Markup {
  const shown = messages.slice(0, view.limits.places).flatMap((message) => {
    const at = all.find((it) => it.message === message);
    return at ? [html`<li>${where(view, all, at)}: ${prose(message, 800)}</li>`] : [];
  });
  const more = messages.length - shown.length;
  return html`${shown.length > 0 && html`<ul class="others">${shown}</ul>`}${andMore(more, 'finding of this rule', 'findings of this rule')}`;
}

/** A line says enough where all is in one file. */
function where(view: HtmlView, all: readonly Finding[], at: Pick<Finding, 'path' | 'line'>): Markup {
  return all.every(({ path }) => path === at.path) ? lineOf(view, at) : place(view, at);
}

/** The SQL, file by file; where no text is known, the places alone. */
function sql(view: HtmlView, sources: Sources, group: Group, all: readonly MarkedPlace[]): Markup {
  const shown = all.slice(0, view.limits.places);
  const paths = [...new Set(shown.map(({ path }) => path))];
  const frames = paths.map((path) => {
    const here = shown.filter((it) => it.path === path);
    const framed = frame(view, sources, here);
    return isEmpty(framed) ? unframed(view, group, here) : framed;
  });
  const more = all.length - shown.length;
  return html`<div class="sql">${frames}${andMore(more, 'place')}</div>`;
}

function unframed(view: HtmlView, { first }: Group, places: readonly MarkedPlace[]): Markup {
  const named = joined(
    places.map((it) => place(view, it)),
    ', ',
  );
  return html`<figure class="frame"><figcaption>${named}</figcaption>${first.statement && html`<pre><code>${first.statement}</code></pre>`}</figure>`;
}

function proofs({ findings: all }: Group): Markup {
  const said = [...new Set(all.flatMap(({ proof }) => (proof ? [proof] : [])))];
  if (said.length === 0) return html``;
  const [first = '', ...rest] = said.slice(0, MOST_PROOFS);
  return html`<h4>Proof</h4>${rest.length === 0 ? html`<p>${prose(first, 800)}</p>` : html`<ul>${[first, ...rest].map((it) => html`<li>${prose(it, 500)}</li>`)}</ul>`}${andMore(said.length - rest.length - 1, 'proof')}`;
}

/** What follows from it, and is mended with it. */
function consequences(view: HtmlView, { findings: all }: Group): Markup {
  const told = new Map(
    all.flatMap(({ consequences: those = [] }) => those).map((it) => [`${it.path} ${it.line} ${it.message}`, it]),
  );
  const shown = [...told.values()].slice(0, MOST_CONSEQUENCES);
  if (shown.length === 0) return html``;
  const items = shown.map(
    (it) =>
      html`<li>${prose(it.message, 500)} <span class="quiet">${code(it.rule, 80)}, ${where(view, all, it)}</span></li>`,
  );
  return html`<h4>What follows from it</h4><ul>${items}</ul>${andMore(told.size - shown.length, 'consequence')}`;
}

function related(view: HtmlView, { findings: all }: Group): Markup {
  const told = new Map(
    all.flatMap(({ related: those = [] }) => those).map((it) => [`${it.path} ${it.line} ${it.message}`, it]),
  );
  const shown = [...told.values()].slice(0, MOST_CONSEQUENCES);
  if (shown.length === 0) return html``;
  return html`<h4>Look also at</h4><ul>${shown.map((it) => html`<li>${place(view, it)}: ${prose(it.message, 500)}</li>`)}</ul>`;
}

function remedy(view: HtmlView, { findings: all }: Group, open: boolean): Markup {
  const body: HtmlPart = helps(view, all.slice(0, view.limits.places));
  if (isEmpty(body)) return html``;
  return html`<details class="remedy"${open && html` open`}><summary>What to do</summary><div class="folded help">${body}</div></details>`;
}

/** `3 errors, 1 note`, and at how many places where those are more. */
export function countsOf(groups: readonly Group[]): string {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { first, findings: all } of groups) counts[first.severity] += all.length;
  const all = groups.flatMap(({ findings }) => findings);
  const places = placesIn(all);
  return `${countFindings(counts) ?? ''}${places > all.length ? `, in ${count(places, 'place')}` : ''}`;
}
