/** `npm run new-layout <id>`: writes a layout's file and its test, and registers it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const id = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
  fail('Usage: npm run new-layout <id>, in lower case with hyphens: my-tool');
const name = id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const source = at(`src/migrations/layouts/${id}.ts`);
const test = at(`test/migrations/${id}.test.ts`);
for (const path of [source, test]) if (existsSync(path)) fail(`${path} is there already.`);

writeFileSync(
  source,
  `/** ${id}: \`<n>_name.sql\`, one migration a file. */
import { configured } from './evidence.js';
import { type Layout, wholeFile } from './layout.js';
import { baseName, byNumber, plainNumber, topSqlFiles } from './names.js';
import { type Part, together } from './parts.js';

const NAME = /^(\\d+)_(.+)\\.sql$/;

export const ${name}: Layout = {
  name: '${id}',
  tool: '${id}',
  summary: '\`<n>_name.sql\`, ordered by the number',
  refuses: {},
  recognise: (set) => configured(set, /^${id}\\.conf$/),
  read(set) {
    const parts = topSqlFiles(set).flatMap((file): Part[] => {
      const [, digits, title] = NAME.exec(baseName(file.path)) ?? [];
      if (digits === undefined) return [];
      const version = plainNumber(digits);
      return [{ key: file.path, id: \`\${digits}_\${title}\`, version, script: wholeFile('up', file, 'per-script') }];
    });
    return together('${id}', parts, (a, b) => byNumber(a.version ?? '', b.version ?? ''));
  },
};
`,
);
writeFileSync(
  test,
  `import { expect, it } from 'vitest';
import { ${name} } from '../../src/migrations/layouts/${id}.js';
import { setOf } from '../support/file-set.js';

it('is recognised and read in order', () => {
  const set = setOf({ '10_b.sql': 'SELECT 2;', '2_a.sql': 'SELECT 1;' }, '', { '${id}.conf': '' });
  expect(${name}.recognise(set)).toEqual({ kind: 'config', reason: '${id}.conf' });
  expect(${name}.read(set).migrations.map(({ id, up }) => [id, up.transaction])).toEqual([
    ['2_a', 'per-script'],
    ['10_b', 'per-script'],
  ]);
});
`,
);

const index = at('src/migrations/layouts/index.ts');
const text = readFileSync(index, 'utf8');
const imports = sorted(
  [...text.matchAll(/^import \{ \w+ \} from '.*';$/gm)].map(([line]) => line),
  `import { ${name} } from './${id}.js';`,
  (line) => /'(.*)'/.exec(line)?.[1],
);
const names = sorted(
  [...text.matchAll(/^ {2}(\w+),$/gm)].map(([, word]) => word),
  name,
  (word) => word,
);
writeFileSync(
  index,
  text
    .replace(
      /(^import \{ \w+ \} from '.*';\n|^import type .*\n)+/m,
      () => `${[...imports, "import type { Layout } from './layout.js';"].sort(byPath).join('\n')}\n`,
    )
    .replace(/(^ {2}\w+,\n)+/m, () => names.map((word) => `  ${word},\n`).join('')),
);
console.log(`Wrote ${source}\n      ${test}\nand registered it. What is left: a fixture in test/fixtures/layouts/${id},
its row in test/migrations/layouts.test.ts and transactions.test.ts, and its section in docs/layouts.md.`);

function byPath(a, b) {
  const [x, y] = [a, b].map((line) => /'(.*)'/.exec(line)?.[1] ?? '');
  return x < y ? -1 : x > y ? 1 : 0;
}

function sorted(lines, added, key) {
  return [...lines, added].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
