/** Where the embedded server's files are: beside the bundle, or in the repository. */
import { existsSync } from 'node:fs';
import path from 'node:path';

// A computed path: bundlers take a literal `new URL('./x', import.meta.url)` for an asset of theirs.
const here = import.meta.dirname;

/** The worker's compiled file: beside the bundle in `dist`, beside this one in `build`; run from `src`, it is the one in `build`. */
export function workerFile(): string {
  const bundled = path.join(here, 'embedded-worker.js');
  if (existsSync(bundled)) return bundled;
  return path.join(here.replace(/([\\/])src(?=[\\/]servers[\\/]embedded$)/, '$1build'), 'worker.js');
}

/** PGlite's `dist` folder: `pglite/` beside the bundle, else the installed package's. */
export function pgliteFolder(): string {
  const bundled = path.join(here, 'pglite');
  if (existsSync(path.join(bundled, 'index.js'))) return bundled;
  for (let at = here; ; at = path.dirname(at)) {
    const installed = path.join(at, 'node_modules', '@electric-sql', 'pglite', 'dist');
    if (existsSync(path.join(installed, 'index.js'))) return installed;
    if (at === path.dirname(at)) throw new Error('the package @electric-sql/pglite is not installed');
  }
}
