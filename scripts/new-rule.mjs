// Begins a rule: `npm run new-rule <id>` writes src/rules/<id>.ts and writes the registry anew.
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeRegistry } from './registry.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const id = process.argv[2] ?? '';

/** The file of a rule that finds nothing yet: it compiles, and its tests fail until it is filled in. */
function skeleton() {
  return `import { defineRule } from '../lint/rule.js';
import { nodeOf } from '../sql/ast.js';

export default defineRule({
  id: '${id}',
  // What it does decides how severe it is (CONTRIBUTING.md).
  harm: 'decision',
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

function refusal() {
  if (!/^[a-z]+(-[a-z]+)*$/.test(id))
    return 'Usage: npm run new-rule <id>; an id is words in lower case, with hyphens.';
  if (existsSync(path.join(root, `src/rules/${id}.ts`))) return `src/rules/${id}.ts is there already.`;
  return undefined;
}

const problem = refusal();
if (problem) {
  console.error(problem);
  process.exitCode = 1;
} else {
  writeFileSync(path.join(root, `src/rules/${id}.ts`), skeleton());
  writeRegistry();
  console.log(`Wrote src/rules/${id}.ts, and the registry with it.
Fill in what is empty: its tests fail until a bad and a good example are there.
  npx vitest run test/rules -t ${id}
  npx vitest run test/proof -t ${id}
Then npm run generate, which writes docs/rules/${id}.md.`);
}
