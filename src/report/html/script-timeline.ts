/** Pointing at the picture of locks, by pointer or keys; zoom; widths by time. Makes text only, never markup. */
export const TIMELINE_SCRIPT = `
function timeline(figure) {
  const chart = figure.querySelector('.chart');
  const inspector = figure.querySelector('.inspector');
  const steps = [...chart.querySelectorAll('.step')];
  const bars = [...chart.querySelectorAll('.bar')];
  if (steps.length === 0) return;
  const number = (element, name) => Number(element.dataset[name]);
  let current = -1;
  let tallest = 0;

  const cursor = make('div', { class: 'strip cursor', 'aria-hidden': 'true' }, make('div', { class: 'name' }), make('ul', { class: 'cols' }, make('li')));
  chart.append(cursor);
  const column = cursor.querySelector('li');

  function show(at) {
    if (at === current || !steps[at]) return;
    current = at;
    const now = bars.filter((bar) => number(bar, 'from') <= at && at <= number(bar, 'to'));
    for (const bar of bars) bar.classList.toggle('now', now.includes(bar));
    for (const [index, step] of steps.entries()) {
      if (index === at) step.setAttribute('aria-current', 'step');
      else step.removeAttribute('aria-current');
    }
    column.style.gridColumn = String(at + 1);
    const target = document.getElementById((steps[at].getAttribute('href') || '').slice(1));
    const held = now.map((bar) => make('li', {}, bar.querySelector('.said').textContent));
    const what = target ? [...target.childNodes].map((node) => node.cloneNode(true)) : [make('p', { class: 'meta' }, steps[at].textContent)];
    for (const node of what) if (node.querySelectorAll) for (const inner of [node, ...node.querySelectorAll('[id]')]) inner.removeAttribute('id');
    const title = held.length > 0 ? 'Held while it runs' : 'No lock that others wait for is held while it runs';
    const list = held.length > 0 ? [make('ul', {}, ...held)] : [];
    inspector.replaceChildren(make('div', {}, ...what), make('div', { class: 'held' }, make('p', {}, make('strong', {}, title)), ...list));
    // What stands below must not jump while one points along.
    tallest = Math.max(tallest, inspector.offsetHeight);
    inspector.style.minHeight = tallest + 'px';
    reachable(inspector);
  }

  /** One stop for the Tab key; the arrows go on from there. */
  const items = [...steps, ...bars];
  function rove(to) {
    for (const item of items) item.tabIndex = item === to ? 0 : -1;
  }
  function move(from, key) {
    const list = steps.includes(from) ? steps : bars;
    const at = list.indexOf(from);
    if (key === 'ArrowRight') return list[at + 1];
    if (key === 'ArrowLeft') return list[at - 1];
    if (key === 'Home') return list[0];
    if (key === 'End') return list[list.length - 1];
    if (key === 'ArrowDown') return list === steps ? bars.find((bar) => number(bar, 'from') <= at && at <= number(bar, 'to')) || bars[0] : list[at + 1];
    if (key === 'ArrowUp') return list === bars ? list[at - 1] || steps[number(from, 'from')] : undefined;
    return undefined;
  }
  const columnOf = (item) => (steps.includes(item) ? steps.indexOf(item) : number(item, 'from'));
  for (const item of items) {
    item.addEventListener('focus', () => { rove(item); show(columnOf(item)); });
    item.addEventListener('pointerenter', (event) => { if (event.pointerType !== 'touch') show(under(event, item)); });
    item.addEventListener('pointermove', (event) => { if (event.pointerType !== 'touch') show(under(event, item)); });
    item.addEventListener('click', (event) => { if (event.detail > 0) { event.preventDefault(); show(under(event, item)); } });
    item.addEventListener('keydown', (event) => {
      const to = event.altKey || event.ctrlKey || event.metaKey ? undefined : move(item, event.key);
      if (to === undefined) return;
      event.preventDefault();
      to.focus();
      to.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
  }
  /** The statement that the pointer is above: a bar lies under several. */
  function under(event, item) {
    const at = steps.findIndex((step) => { const box = step.getBoundingClientRect(); return box.left <= event.clientX && event.clientX < box.right; });
    return at < 0 ? columnOf(item) : at;
  }
  rove(steps[0]);

  let zoom = 1;
  const base = parseFloat(getComputedStyle(figure).getPropertyValue('--w')) || 5.1;
  function zoomTo(factor) {
    zoom = Math.min(8, Math.max(0.5, factor));
    figure.style.setProperty('--w', base * zoom + 'rem');
    reachable(figure);
    if (current >= 0) steps[current].scrollIntoView({ block: 'nearest', inline: 'center' });
  }
  function timed(on) {
    const most = Math.max(...steps.map((step) => number(step, 'ms')), 0.001);
    const widths = steps.map((step) => 'minmax(2.4rem,' + (0.02 + number(step, 'ms') / most).toFixed(4) + 'fr)');
    if (on) chart.style.setProperty('--cols', widths.join(' '));
    else chart.style.removeProperty('--cols');
    chart.classList.toggle('timed', on);
    equal.setAttribute('aria-pressed', String(!on));
    byTime.setAttribute('aria-pressed', String(on));
  }
  const equal = button('each statement', () => timed(false), { 'aria-pressed': 'true' });
  const byTime = button('its time', () => timed(true), { 'aria-pressed': 'false' });
  const tools = figure.querySelector('.tools');
  tools.append(
    make('span', { role: 'group', 'aria-label': 'Width of the columns' }, 'Equal room for', equal, 'or by', byTime),
    make('span', { role: 'group', 'aria-label': 'Zoom' }, 'Zoom', button('−', () => zoomTo(zoom / 1.5), { 'aria-label': 'Zoom out' }), button('+', () => zoomTo(zoom * 1.5), { 'aria-label': 'Zoom in' }), button('fit', () => zoomTo(1), { 'aria-label': 'Fit' })),
    make('span', { class: 'quiet' }, 'Point at a statement, or use the arrow keys'),
  );
  tools.hidden = false;
  inspector.hidden = false;
  inspector.removeAttribute('aria-live');
  show(Math.max(0, steps.findIndex((step) => 'worst' in step.dataset)));
  inspector.setAttribute('aria-live', 'polite');
}
for (const figure of document.querySelectorAll('.timeline')) timeline(figure);
`;
