/** A browser to look at reports with: the one that CHROMIUM names, or one that is installed. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

export const executablePath = [process.env.CHROMIUM ?? '', ...PLACES].find((path) => path !== '' && existsSync(path));

export const NO_BROWSER = 'There is no Chromium here. Install one (apt-get install chromium), or name it in CHROMIUM.';

export function launch(): Promise<Browser> {
  if (executablePath === undefined) throw new Error(NO_BROWSER);
  // As root, and in containers, Chromium has no sandbox of its own.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--hide-scrollbars'] });
}
