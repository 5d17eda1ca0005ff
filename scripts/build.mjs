// Makes `dist/` from `build/` (tsc's output): one bundle per entry, with the files that the bundles read at run time, the ways in
// and the types of the npm package.
// Usage: node scripts/build.mjs [folder]
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import ncc from '@vercel/ncc';
import { bundledPackages, licenseText } from './licenses.mjs';
import { pgliteFiles } from './pglite-files.mjs';
import { declarations } from './types.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const modules = path.join(root, 'node_modules');

const entries = [
  { from: 'build/action.js', to: 'index.js' },
  // The command line and the library are small files of their own (WAYS_IN), and share all that they load.
  { from: 'build/package.js', to: 'package.js' },
  { from: 'build/servers/embedded/worker.js', to: 'embedded-worker.js' },
];

const WAYS_IN = {
  'cli.js': "#!/usr/bin/env node\nimport { run } from './package.js';\n\nawait run(process.argv.slice(2));\n",
  'library.js': "export { check } from './package.js';\n",
};

/** Bundles one entry. Its chunks carry its name (`849.package.js`), so that entries don't overwrite each other's. */
async function bundle({ from, to }) {
  const { code, assets, stats } = await ncc(path.join(root, from), {
    filename: to,
    // What runs in a user's workflow should be readable in a review: start-up would gain 5 % (measured).
    minify: false,
    cache: false,
    quiet: true,
  });
  const files = new Map([[to, Buffer.from(readOnce(inModules(code)))]]);
  for (const [name, { source }] of Object.entries(assets)) {
    files.set(name, Buffer.from(name.endsWith(to) ? readOnce(inModules(source.toString())) : source));
  }
  return { files, packages: bundledPackages(stats) };
}

/**
 * webpack puts each module into an arrow function, which V8 reads to its end to find where that is, and once more when it is
 * called. A function expression in parentheses it compiles when it first sees it: a tenth of a small check on Node 20 (measured).
 */
function readOnce(code) {
  return code.replaceAll(/^\/\*{3}\/ \(\((.*)\) => \{$/gm, '/***/ (function ($1) {');
}

/** libpg-query's CommonJS glue looks for its wasm in `__dirname`, which ES modules lack. */
function inModules(code) {
  return code.replaceAll(/(?<![\w.'"`])__dirname\b/g, 'import.meta.dirname');
}

/** The types of the package: of what tsc has compiled. */
async function types() {
  const compiled = (file) => import(pathToFileURL(path.join(root, 'build', file)).href);
  const [{ reportSchema }, { settingsSchema }, { SETTINGS }] = await Promise.all([
    compiled('report-schema/report.js'),
    compiled('settings/schema.js'),
    compiled('settings/table.js'),
  ]);
  const schemaOf = (schema) => toJsonSchema(schema, { typeMode: 'input', errorMode: 'throw' });
  const text = Object.entries(SETTINGS).filter(([, { only }]) => only === 'text');
  return declarations(
    schemaOf(reportSchema),
    schemaOf(settingsSchema),
    text.map(([name, { description }]) => ({ name, description })),
  );
}

/** Every file of `dist/`, by its name in it. */
async function distribution() {
  const dist = new Map();
  const packages = new Set();
  for (const entry of entries) {
    if (!existsSync(path.join(root, entry.from))) throw new Error(`${entry.from} is missing: run tsc first`);
    const bundled = await bundle(entry);
    for (const folder of bundled.packages) packages.add(folder);
    for (const [name, content] of bundled.files) {
      if (dist.has(name) && name !== 'package.json') throw new Error(`two bundles write ${name}`);
      dist.set(name, content);
    }
  }
  // ncc doesn't see that libpg-query reads its wasm from beside itself.
  dist.set('libpg-query.wasm', readFileSync(path.join(modules, 'libpg-query/wasm/libpg-query.wasm')));
  const pglite = path.join(modules, '@electric-sql/pglite');
  for (const [name, content] of pgliteFiles(path.join(pglite, 'dist'))) dist.set(`pglite/${name}`, content);
  packages.add(pglite);
  for (const [name, text] of Object.entries(WAYS_IN)) dist.set(name, Buffer.from(text));
  dist.set('library.d.ts', Buffer.from(await types()));
  dist.set('licenses.txt', Buffer.from(licenseText(packages)));
  dist.set('package.json', Buffer.from('{\n  "type": "module"\n}\n'));
  return dist;
}

/** Writes the distribution into `folder`, which is emptied first. */
export async function build(folder) {
  // ncc numbers modules by their paths from here: the bundles would differ with the folder that one stands in.
  process.chdir(root);
  const dist = await distribution();
  rmSync(folder, { recursive: true, force: true });
  for (const [name, content] of dist) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    if (content.subarray(0, 2).toString() === '#!') chmodSync(file, 0o755);
  }
  return dist;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = path.resolve(process.argv[2] ?? path.join(root, 'dist'));
  const shown = path.relative(process.cwd(), folder);
  const dist = await build(folder);
  const bytes = [...dist.values()].reduce((sum, content) => sum + content.length, 0);
  console.log(`${shown}: ${dist.size} files, ${(bytes / 1e6).toFixed(1)} MB`);
}
