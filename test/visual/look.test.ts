/**
 * Reports in a real browser, light and dark: `npm run test:visual`. The screenshots are in test/visual/screenshots;
 * with UPDATE_IMAGES=1 those of the example go to docs/images, too.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executablePath, launch, NO_BROWSER } from './browser.js';
import { pageOf, type Scheme } from './page.js';
import { type Scene, scenes } from './scenes.js';

/** A comment on a wide screen, and on a telephone. */
const WIDTHS = { wide: 900, narrow: 380 } as const;
const SHOTS = fileURLToPath(new URL('./screenshots/', import.meta.url));
const IMAGES = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const ODDITIES = readFileSync(new URL('./oddities.js', import.meta.url), 'utf8');
const SHOWN = ['comment-example', 'comment-example-fixed'];

if (executablePath === undefined) it.skip(NO_BROWSER);

describe.skipIf(executablePath === undefined)('in a browser', () => {
  let browser: Browser;
  let all: Scene[];
  beforeAll(async () => {
    for (const folder of [SHOTS, IMAGES]) mkdirSync(folder, { recursive: true });
    browser = await launch();
    all = scenes();
  });
  afterAll(() => browser?.close());

  it.each<[Scheme, keyof typeof WIDTHS]>([
    ['light', 'wide'],
    ['dark', 'wide'],
    ['light', 'narrow'],
  ])('every report is whole, harmless and readable: %s, %s', async (scheme, room) => {
    const width = WIDTHS[room];
    const page = await browser.newPage({ viewport: { width, height: 600 }, deviceScaleFactor: 2 });
    const strange: string[] = [];
    page.on('dialog', (dialog) => strange.push(dialog.message()));
    page.on('pageerror', (error) => strange.push(error.message));
    page.on('request', (request) => request.url().startsWith('http') && strange.push(request.url()));
    for (const scene of all) {
      await page.setContent(pageOf(scene.markdown, scheme, width));
      expect(await page.evaluate('window.drawn'), scene.name).toBe(scene.charts);
      expect(await page.evaluate(ODDITIES), scene.name).toEqual([]);
      await page.screenshot({
        path: `${SHOTS}${scene.name}-${scheme}${room === 'wide' ? '' : `-${room}`}.png`,
        fullPage: true,
      });
      if (room === 'wide' && process.env.UPDATE_IMAGES && SHOWN.includes(scene.name))
        await page.screenshot({ path: `${IMAGES}${scene.name}-${scheme}.png`, fullPage: true, scale: 'css' });
    }
    expect(strange).toEqual([]);
    await page.close();
  });
});
