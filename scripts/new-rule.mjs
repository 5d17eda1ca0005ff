// Begins a rule: `npm run new-rule <id>` writes src/rules/<id>.ts and puts it into the registry, in alphabetical order.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const registry = path.join(root, 'src/rules/registry.ts');
const id = process.argv[2] ?? '';

/** The file of a rule that finds nothing yet: it compiles, and its tests fail until it is filled in. */
function skeleton() {
  return `import { nodeOf } from '../sql/ast.js';
import { defineRule } from './rule.js';

export default defineRule({
  id: '${id}',
  // A new rule starts as a warning (CONTRIBUTING.md).
  severity: 'warning',
  summary: '',
  why: '',
  fix: '',
  statements: ['AlterTableStmt'],
  check(statement, context) {
    const alter = nodeOf(statement.node, 'AlterTableStmt');
    if (!alter) return;
    context.report({ message: '', help: '' });
  },
  examples: {
    bad: [],
    good: [],
  },
});
`;
}

/** The registry with the rule in it. */
function registered(source) {
  const name = id.replaceAll(/-([a-z])/g, (_, letter) => letter.toUpperCase());
  const line = `import ${name} from './${id}.js';`;
  const imports = source.split('\n').filter((it) => it.startsWith('import '));
  const [, before, list, after] = /^([\s\S]*?RULES[^=]*= \[\n)([\s\S]*?)(\];[\s\S]*)$/.exec(source) ?? [];
  if (list === undefined) throw new Error(`${path.relative(root, registry)} does not look as this script knows it`);
  const fileOf = (it) => /from '(.*)\.js'/.exec(it)?.[1] ?? '';
  const sorted = [...imports, line].sort((a, b) => (fileOf(a) < fileOf(b) ? -1 : 1));
  const idOf = new Map(sorted.map((it) => [/^import (?:type \{ )?(\w+)/.exec(it)?.[1], fileOf(it).slice(2)]));
  const names = [...list.matchAll(/\w+/g)].map(([it]) => it);
  const entries = [...names, name].sort((a, b) => (idOf.get(a) < idOf.get(b) ? -1 : 1));
  const head = before.slice(0, before.indexOf(imports[0]));
  const rest = before.slice(before.indexOf(imports.at(-1)) + imports.at(-1).length);
  return `${head}${sorted.join('\n')}${rest}${entries.map((it) => `  ${it},\n`).join('')}${after}`;
}

function refusal() {
  if (!/^[a-z]+(-[a-z]+)*$/.test(id))
    return 'Usage: npm run new-rule <id>; an id is words in lower case, with hyphens.';
  if (existsSync(path.join(root, `src/rules/${id}.ts`))) return `src/rules/${id}.ts is there already.`;
  if (readFileSync(registry, 'utf8').includes(`'./${id}.js'`)) return `The registry has ${id} already.`;
  return undefined;
}

const problem = refusal();
if (problem) {
  console.error(problem);
  process.exitCode = 1;
} else {
  writeFileSync(registry, registered(readFileSync(registry, 'utf8')));
  writeFileSync(path.join(root, `src/rules/${id}.ts`), skeleton());
  console.log(`Wrote src/rules/${id}.ts and put it into src/rules/registry.ts.
Fill in what is empty: its tests fail until a bad and a good example are there.
  npx vitest run test/rules -t ${id}
  npx vitest run test/proof -t ${id}
Then npm run generate, which writes docs/rules/${id}.md.`);
}
