/** The script: comfort only. Without it everything can be read. It makes text and attributes, never markup. */
import { TIMELINE_SCRIPT } from './script-timeline.js';

const BASE = `
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
function button(text, act, attributes = {}) {
  const element = make('button', { type: 'button', ...attributes }, text);
  element.addEventListener('click', act);
  return element;
}

/** What scrolls can be scrolled by keys. */
function reachable(within) {
  for (const box of within.querySelectorAll('.scroll, pre, .chart')) {
    if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
    else box.removeAttribute('tabindex');
  }
}
reachable(document);
addEventListener('resize', () => reachable(document));
document.addEventListener('toggle', (event) => reachable(event.target), true);

let aimed = null;
/** What a link leads to is open; of a finding what to do, too. */
function openTo(hash) {
  const target = hash.length > 1 && document.getElementById(hash.slice(1));
  if (!target) return;
  for (let at = target; at; at = at.parentElement) if (at.localName === 'details') at.open = true;
  const remedy = target.matches('.finding') && target.querySelector('.remedy');
  if (remedy) remedy.open = true;
  target.scrollIntoView();
  aimed = { target, at: scrollY };
}
addEventListener('hashchange', () => openTo(location.hash));
document.addEventListener('click', (event) => {
  const link = event.target.closest && event.target.closest('a[href^="#"]');
  if (link && !event.defaultPrevented) openTo(link.hash);
});
openTo(location.hash);

const opened = [];
addEventListener('beforeprint', () => {
  for (const one of document.querySelectorAll('details:not([open])')) { one.open = true; opened.push(one); }
});
addEventListener('afterprint', () => { for (const one of opened.splice(0)) one.open = false; });

async function copy(text, from) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection().selectAllChildren(from);
    return document.execCommand('copy');
  }
}
for (const pre of document.querySelectorAll('pre.copy')) {
  const said = make('span', { class: 'unseen', role: 'status' });
  const act = button('Copy', async () => {
    const done = await copy(pre.innerText, pre);
    act.textContent = done ? 'Copied' : 'Press Ctrl+C';
    said.textContent = act.textContent;
    setTimeout(() => { act.textContent = 'Copy'; said.textContent = ''; }, 2000);
  }, { 'aria-label': 'Copy the SQL' });
  const around = make('div', { class: 'copied' });
  pre.before(around);
  around.append(pre, act, said);
}

const filter = document.getElementById('filter');
if (filter) {
  const text = document.getElementById('filter-text');
  const boxes = [...filter.querySelectorAll('input[type=checkbox]')];
  const all = [...document.querySelectorAll('.finding')].map((element) => ({ element, words: element.textContent.toLowerCase() }));
  const total = all.reduce((sum, { element }) => sum + Number(element.dataset.count), 0);
  const apply = () => {
    const wanted = text.value.trim().toLowerCase().split(/\\s+/);
    const severities = boxes.filter((box) => box.checked).map((box) => box.value);
    let shown = 0;
    for (const { element, words } of all) {
      element.hidden = !severities.includes(element.dataset.severity) || !wanted.every((word) => words.includes(word));
      if (!element.hidden) shown += Number(element.dataset.count);
    }
    document.getElementById('filter-count').textContent = shown + ' of ' + total + ' shown';
  };
  filter.addEventListener('input', apply);
  filter.hidden = false;
  apply();
}

const entries = [...document.querySelectorAll('nav a')].flatMap((link) => {
  const target = document.getElementById(link.hash.slice(1));
  return target ? [{ link, target }] : [];
});
/** The section that is read: the last that begins in the upper third; at the end of the page the last in sight. */
function mark() {
  const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
  const line = atEnd ? innerHeight : innerHeight / 3;
  let current = entries[0];
  for (const entry of entries) if (entry.target.getBoundingClientRect().top <= line) current = entry;
  // Where a link has led one to stays marked until one goes on.
  if (aimed && Math.abs(scrollY - aimed.at) < 2) current = entries.find(({ target }) => target.contains(aimed.target)) || current;
  else aimed = null;
  for (const entry of entries) {
    if (entry === current) entry.link.setAttribute('aria-current', 'true');
    else entry.link.removeAttribute('aria-current');
  }
}
addEventListener('scroll', mark, { passive: true });
addEventListener('resize', mark);
document.addEventListener('toggle', mark, true);
mark();
`;

export const SCRIPT = `'use strict';(() => {${BASE}${TIMELINE_SCRIPT}})();`;
