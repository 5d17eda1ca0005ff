/**
 * The HTML report in a real browser: `npm run test:visual`. The screenshots are in test/visual/screenshots; with UPDATE_IMAGES=1
 * those of docs/report.md are written anew.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executablePath, launch, NO_BROWSER } from './browser.js';
import { htmlScenes } from './html-scenes.js';

const SHOTS = fileURLToPath(new URL('./screenshots/', import.meta.url));
const IMAGES = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const IN_PAGE = readFileSync(new URL('./html-in-page.js', import.meta.url), 'utf8');
const WIDE = { width: 1360, height: 900 };
const NARROW = { width: 380, height: 800 };
const NAMES = ['example', 'example-fixed', 'failing', 'green', 'locks', 'long', 'hostile'];

if (executablePath === undefined) it.skip(NO_BROWSER);

describe.skipIf(executablePath === undefined)('the HTML report in a browser', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'html-report-'));
    for (const { name, html } of htmlScenes()) writeFileSync(join(folder, `${name}.html`), html);
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The page, and whatever it said, asked for or did besides. */
  async function open(name: string, options: BrowserContextOptions = {}): Promise<{ page: Page; strange: string[] }> {
    const context = await browser.newContext({ viewport: WIDE, ...options });
    const page = await context.newPage();
    const strange: string[] = [];
    const url = pathToFileURL(join(folder, `${name}.html`)).href;
    page.on('console', (message) => strange.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => strange.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => strange.push(`dialog: ${dialog.message()}`));
    page.on('request', (request) => request.url() !== url && strange.push(`request: ${request.url()}`));
    await page.goto(url);
    return { page, strange };
  }

  /** The pictures of docs/report.md. */
  async function illustrate(page: Page, name: string, look: string): Promise<void> {
    if (name === 'example') await page.screenshot({ path: `${IMAGES}report-${look}.png` });
    if (name === 'locks')
      await page
        .locator('.timeline')
        .first()
        .screenshot({ path: `${IMAGES}report-locks-${look}.png` });
  }

  const looks = NAMES.flatMap(
    (name) =>
      [
        { name, look: 'light', options: { colorScheme: 'light', viewport: WIDE } },
        { name, look: 'dark', options: { colorScheme: 'dark', viewport: WIDE } },
        { name, look: 'narrow', options: { colorScheme: 'dark', viewport: NARROW } },
        { name, look: 'without-script', options: { javaScriptEnabled: false, viewport: NARROW } },
      ] as const,
  );

  it.each(looks)('is whole, quiet and accessible: $name, $look', async ({ name, look, options }) => {
    const { page, strange } = await open(name, options);
    // Without its script the page can't be asked by one: its picture is taken, and its text read.
    if (look === 'without-script') {
      expect(await page.locator('.tools:visible, .inspector:visible, .filter:visible').count()).toBe(0);
      expect(await page.locator('main').innerText()).toMatch(/What stops the deploy|What was shown/);
    } else {
      expect(await page.evaluate(IN_PAGE)).toEqual([]);
      await page.evaluate(axe.source);
      const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults;
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
    await page.screenshot({ path: `${SHOTS}html-${name}-${look}.png`, fullPage: true });
    if (process.env.UPDATE_IMAGES && (look === 'light' || look === 'dark')) await illustrate(page, name, look);
    expect(strange).toEqual([]);
    await page.context().close();
  });

  it.each(['example', 'locks'])('prints all that it has: %s', async (name) => {
    const { page, strange } = await open(name);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator('details:not([open])').count()).toBe(0);
    expect(await page.locator('nav:visible, button:visible, .inspector:visible').count()).toBe(0);
    await page.screenshot({ path: `${SHOTS}html-${name}-print.png`, fullPage: true });
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await page.locator('details:not([open])').count()).toBeGreaterThan(0);
    expect(strange).toEqual([]);
    await page.context().close();
  });

  it('leads by Tab to everything that can be used, and by arrows through the picture', async () => {
    const { page } = await open('locks');
    await page.evaluate(`
      window.usable = [...document.querySelectorAll('a[href], button, input, summary')].filter((it) => it.tabIndex >= 0 && it.checkVisibility({ contentVisibilityAuto: true }));
      window.reached = new Set();
      document.addEventListener('focusin', ({ target }) => reached.add(target));
    `);
    const total = (await page.evaluate('usable.length')) as number;
    for (let pressed = 0; pressed < total * 2; pressed++) await page.keyboard.press('Tab');
    // Of the picture one stop is enough: it moves with the arrows.
    const missed = await page.evaluate(
      "usable.filter((it) => !reached.has(it) && it.isConnected && !it.closest('.chart')).map((it) => it.outerHTML)",
    );
    expect(missed).toEqual([]);

    const chart = page.locator('.timeline').first();
    const told = () => chart.locator('.inspector').innerText();
    await chart.locator('.step').first().focus();
    const seen = [await told()];
    for (let at = 1; at < 8; at++) {
      await page.keyboard.press('ArrowRight');
      seen.push(await told());
    }
    expect(new Set(seen).size).toBe(8);
    expect(seen[3]).toMatch(/ALTER TABLE orders ALTER COLUMN total TYPE bigint/);
    expect(seen[3]).toMatch(/ACCESS EXCLUSIVE on orders, from line 5 to line 9: reads, writes, DDL and VACUUM wait/);
    expect(await page.evaluate("document.activeElement.getAttribute('aria-current')")).toBe('step');
    await page.keyboard.press('ArrowDown');
    for (let at = 0; at < 7; at++) await page.keyboard.press('ArrowUp');
    expect(await page.evaluate('document.activeElement.className')).toBe('step');
    await page.context().close();
  });

  it('shows the statement under the pointer, zooms, and gives columns room by their time', async () => {
    const { page, strange } = await open('locks');
    const chart = page.locator('.timeline').first();
    await chart
      .locator('.bar')
      .nth(3)
      .hover({ position: { x: 4, y: 4 } });
    expect(await chart.locator('.inspector').innerText()).toContain('FOREIGN KEY (customer_id)');
    await chart.locator('.step').nth(7).hover();
    expect(await chart.locator('.inspector').innerText()).toMatch(
      /CREATE INDEX CONCURRENTLY i[\s\S]*writers of customers/,
    );
    const widthOf = (nth: number) =>
      chart
        .locator('.step')
        .nth(nth)
        .evaluate((it) => (it as never as { offsetWidth: number }).offsetWidth);
    const before = await widthOf(3);
    await chart.getByRole('button', { name: 'Zoom in' }).click();
    await chart.getByRole('button', { name: 'Zoom in' }).click();
    expect(await widthOf(3)).toBeGreaterThan(before);
    await chart.getByRole('button', { name: 'Fit' }).click();
    expect(await widthOf(3)).toBe(before);
    await chart.getByRole('button', { name: 'its time' }).click();
    expect(await widthOf(3)).toBeGreaterThan(3 * (await widthOf(4)));
    await page.locator('#m1-locks').screenshot({ path: `${SHOTS}html-locks-by-time.png` });
    expect(strange).toEqual([]);
    await page.context().close();
  });

  it('marks in the table of contents what is read, also where a section is too short to reach the top', async () => {
    const { page, strange } = await open('example', { viewport: { width: 1360, height: 700 } });
    const marked = () =>
      page.locator('nav a[aria-current]').evaluateAll((all) => all.map((it) => it.getAttribute('href')));
    const hrefs = await page.locator('nav a').evaluateAll((all) => all.map((it) => it.getAttribute('href') ?? ''));
    expect(await marked()).toEqual([hrefs[0]]);
    for (const href of hrefs) {
      await page.locator(`nav a[href="${href}"]`).click();
      await page.waitForTimeout(60);
      expect(await marked()).toEqual([href]);
    }
    // By scrolling: what begins in the upper third is what is read, not what came before it.
    for (const href of hrefs.slice(1, 4)) {
      await page.evaluate(`scrollTo(0, document.querySelector('${href}').getBoundingClientRect().top + scrollY - 200)`);
      await page.waitForTimeout(60);
      expect(await marked()).toEqual([href]);
    }
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    await page.waitForTimeout(60);
    expect(await marked()).toEqual(hrefs.slice(-1));
    expect(strange).toEqual([]);
    await page.context().close();
  });

  it('opens what to do about the first that stop the deploy, and about what a link leads to', async () => {
    const { page } = await open('example');
    const remedies = await page
      .locator('.finding .remedy')
      .evaluateAll((all) => all.map((it) => it.hasAttribute('open')));
    expect(remedies.length).toBeGreaterThan(5);
    expect(remedies.slice(0, 3)).toEqual([true, true, true]);
    expect(remedies.at(-1)).toBe(false);
    await page.evaluate("location.hash = document.querySelector('.finding:last-child').id");
    await page.waitForTimeout(60);
    expect(await page.locator('.finding:last-child .remedy').getAttribute('open')).not.toBeNull();
    await page.context().close();
  });

  it('filters findings, opens what a link leads to, and copies', async () => {
    const { page, strange } = await open('long', { permissions: ['clipboard-read', 'clipboard-write'] });
    const shown = () => page.locator('.finding:visible').count();
    const all = await shown();
    await page.locator('#filter-text').fill('set-not-null');
    expect(await shown()).toBeLessThan(all);
    expect(await page.locator('#filter-count').innerText()).toBe('9 of 34 shown');
    await page.locator('#filter-text').fill('');
    await page.locator('#filter input[value=error]').uncheck();
    expect(await shown()).toBe(0);
    await page.locator('#filter input[value=error]').check();

    const button = page.locator('.finding .copied button').first();
    if (!(await button.isVisible())) await page.locator('.finding .remedy summary').first().click();
    await button.click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('CREATE INDEX CONCURRENTLY i ON orders (a);');
    expect(await page.locator('.finding .copied button').first().innerText()).toBe('Copied');

    const step = page.locator('#m2-locks .step').first();
    await page.locator('#m2 > details > summary').click();
    await step.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#m2-s0').isVisible()).toBe(true);
    expect(strange).toEqual([]);
    await page.context().close();
  });

  it('runs nothing that a report holds, whatever the page is asked to allow', async () => {
    const { page } = await open('hostile');
    const refused = await page.evaluate(`(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      const image = document.createElement('img');
      image.src = 'https://evil.example/x.png';
      document.body.append(image);
      await new Promise((resolve) => image.addEventListener('error', resolve));
      const styled = document.createElement('p');
      styled.setAttribute('style', 'position:fixed');
      document.body.append(styled);
      return [window.ran ?? 'not run', getComputedStyle(styled).position];
    })()`);
    expect(refused).toEqual(['not run', 'static']);
    await page.context().close();
  });
});
